"""Meanings of words that name a place in the calendar: days, weeks, months, seasons, quarters.

Each function takes the matched words and gives their Meaning, or None when they mean no time after all.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dashboard.language import periods
from dashboard.language.periods import Period
from dashboard.language.time_meanings import (
    Meaning,
    Resolve,
    Setting,
    TimexType,
    Words,
    full_year,
    part_of,
    period_range,
    stated,
    within,
    year_of,
)
from dashboard.language.time_words import (
    DAY_NUMBERS,
    DAY_ORDINALS,
    DAY_PARTS,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
)

#: Days before and after publication that a date without a year may lie, by the tense of its clause. News that means
#: a day further away gives the year.
_WINDOWS = {"done": (-330, 35), "past": (-300, 65), "future": (-73, 292), "present": (-120, 245)}
_OPEN_WINDOW = (-240, 125)
#: The same in months ahead.
_MONTHS_AHEAD = {"done": 0, "past": 2, "future": 10}
_OPEN_MONTHS_AHEAD = 4
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_DAYPART_SUFFIX = {word: f"T{code}" for word, code in DAY_PARTS.items()}


def daypart_suffix(words: str) -> str:
    """What a part of the day adds to a value: TNI for night."""
    return _DAYPART_SUFFIX.get(words, "")


def safe_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return dt.date(year, month, day)


def nearest_day(days: list[dt.date], setting: Setting) -> dt.date | None:
    """Of the same day in several years, the one that the tense and the publication day agree with."""
    low, high = _WINDOWS.get(setting.tense, _OPEN_WINDOW)
    fitting = [day for day in days if low <= (day - setting.day).days <= high]
    return min(fitting, key=lambda day: abs((day - setting.day).days)) if fitting else None


def _told_year(setting: Setting) -> int | None:
    """The year of the past story that is being told, when it is another than that of publication."""
    story = setting.story if setting.goes_on and setting.tense in ("past", "done") else None
    if story is None or not _MONTH_OR_DAY.fullmatch(story.value):
        return None
    year = story.first.year
    return year if abs(year - setting.day.year) > 1 else None


def yearless(month: int, first: int, last: int | None = None) -> Resolve:
    """Reads a day without a year in the year that publication, tense and story suggest."""

    def resolve(setting: Setting) -> Period | None:
        year = _told_year(setting)
        here = setting.day.year
        years = (year,) if year else (here - 1, here, here + 1)
        days = [day for y in years if (day := safe_day(y, month, first))]
        day = days[0] if year and days else nearest_day(days, setting)
        end = safe_day(day.year, month, last or first) if day else None
        return period_range(day, end) if day and end and end >= day else None

    return resolve


def _day_number(words: str) -> int:
    return DAY_NUMBERS.get(words) or DAY_ORDINALS.get(words) or ORDINALS.get(words) or 0


def _counts_noun(words: Words) -> bool:
    """True for "in January the second model follows"."""
    doc, end = words.doc, words.match.end()
    return end < len(doc) and doc[end].pos_ in ("NOUN", "ADJ", "PROPN") and doc[end - 1].head.i >= end


def month_day(words: Words) -> Meaning | None:
    """Sept. 13 · Sept. 13, 2023 · Sept. 10-13 · 13 September 2023 · 13 Sep 23 · 13th of September · last Oct. 23."""
    month, first = MONTHS[words.get("month")], _day_number(words.get("day"))
    last = _day_number(words.get("last")) or first
    suffix = daypart_suffix(words.get("part") or words.get("part2"))
    kind: TimexType = "TIME" if suffix else "DATE"
    if words.get("day") in ORDINALS and not words.get("year") and _counts_noun(words):
        return None
    year = year_of(words.get("year") or words.get("short"))
    if year:
        day, end = safe_day(year, month, first), safe_day(year, month, last)
        return stated(period_range(day, end), kind=kind, suffix=suffix) if day and end and end >= day else None
    if safe_day(2000, month, first) is None or safe_day(2000, month, last) is None or last < first:
        return None
    resolve = yearless(month, first, last)
    if (month, first, last) == (9, 11, 11) and _names_attacks(words):
        resolve = _attacks_of_2001(resolve)
    return Meaning(kind, f"XXXX-{month:02d}-{first:02d}", resolve, suffix=suffix)


#: News of the first weeks after a September 11 may mean that of its own year.
_ANNIVERSARY_DAYS = 60
_WORDS_AHEAD = 3


def _names_attacks(words: Words) -> bool:
    """True for "the Sept. 11 attacks" and "the Sept. 11 terrorist hijackers"."""
    following = words.doc[words.match.end() : words.match.end() + _WORDS_AHEAD]
    return any(w.lower_ in ("attacks", "hijackers", "hijackings") or w.lower_.startswith("terror") for w in following)


def _attacks_of_2001(nearest: Resolve) -> Resolve:
    def resolve(setting: Setting) -> Period | None:
        near = nearest(setting)
        fresh = near and 0 <= (setting.day - near.first).days <= _ANNIVERSARY_DAYS
        return near if fresh or setting.day.year < 2001 else periods.day_period(dt.date(2001, 9, 11))

    return resolve


def week_of(words: Words) -> Meaning | None:
    """the week of March 6 · the week beginning 6 March 2000."""
    month = MONTHS[words.get("month") or words.get("month2")]
    day, year = _day_number(words.get("day") or words.get("day2")), year_of(words.get("year"))
    if year:
        found = safe_day(year, month, day)
        return stated(periods.week_period(found)) if found else None
    read = yearless(month, day)

    def resolve(setting: Setting) -> Period | None:
        period = read(setting)
        return periods.week_period(period.first) if period else None

    return Meaning("DATE", "XXXX-WXX", resolve) if safe_day(2000, month, day) else None


def next_day(words: Words) -> Meaning | None:
    """The second day of "April 24 and 25"."""
    month, day = MONTHS[words.doc[words.match.start() - 3].lower_], _day_number(words.get("day"))
    if safe_day(2000, month, day) is None or words.after() in ("percent", "%", "people", "other", "-"):
        return None
    return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", yearless(month, day))


def cross_month(words: Words) -> Meaning | None:
    """Aug. 30-Sept. 2 · 30 August - 2 September 2023."""
    month, day = MONTHS[words.get("month")], _day_number(words.get("day"))
    month2, day2 = MONTHS[words.get("month2")], _day_number(words.get("last"))

    def span(last: dt.date | None) -> Period | None:
        first = safe_day(last.year if month <= month2 else last.year - 1, month, day) if last else None
        return period_range(first, last) if first and last and first <= last else None

    year = year_of(words.get("year"))
    if year:
        period = span(safe_day(year, month2, day2))
        return stated(period) if period else None

    def resolve(setting: Setting) -> Period | None:
        found = yearless(month2, day2)(setting)
        return span(found.first) if found else None

    return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", resolve)


def numeric_day(words: Words) -> Meaning | None:
    """2023-09-13 · 13/09/2023 · 09/13/2023 · 13.9.2023; a day and month that could be swapped stay a range."""
    text = words.text
    parts = [int(part) for part in re.split(r"[/.\-]", text) if part.isdecimal()]
    if len(parts) != 3 or " " in text:
        return None
    if parts[0] > 31:
        found = safe_day(*parts)
        return stated(periods.day_period(found)) if found else None
    one, two, year = parts
    year = full_year(year) if year < 100 else year
    orders = ((two, one),) if "." in text else ((one, two), (two, one))
    days = sorted({day for month, number in orders if (day := safe_day(year, month, number))})
    if not days or not 1000 <= year <= 2100:
        return None
    if len(days) == 1:
        return stated(periods.day_period(days[0]))
    return stated(Period(f"{year:04d}", days[0], days[1]))


def month_only(words: Words) -> Meaning | None:
    """September · September 2023 · early September · the end of May."""
    month, year, part = MONTHS[words.get("month")], year_of(words.get("year")), words.get("part")
    if year:
        return stated(periods.month_period(year, month).part(part_of(part)))

    return Meaning(
        "DATE", f"XXXX-{month:02d}", lambda setting: within(month_period_near(month, setting), part, setting)
    )


def month_period_near(month: int, setting: Setting) -> Period:
    """A month without a year: in the past story that is told, else the nearest that the tense agrees with."""
    told = _told_year(setting)
    if told:
        return periods.month_period(told, month)
    ahead = (month - setting.day.month) % 12
    most = _MONTHS_AHEAD.get(setting.tense, _OPEN_MONTHS_AHEAD)
    index = setting.day.year * 12 + setting.day.month - 1 + (ahead if ahead <= most else ahead - 12)
    return periods.month_period(index // 12, month)


def month_moved(words: Words) -> Meaning | None:
    """last September · next May · this March · September last year."""
    month, move, part = MONTHS[words.get("month")], words.get("move"), words.get("part")

    def resolve(setting: Setting) -> Period | None:
        year = setting.day.year
        if "year" in move:
            year += {"last": -1, "next": 1}.get(move.split()[0], 0)
        elif "last" in move or "past" in move:
            year -= month >= setting.day.month or setting.day.month - month == 1
        elif "next" in move or "coming" in move:
            year += month <= setting.day.month
        return within(periods.month_period(year, month), part, setting)

    return Meaning("DATE", f"XXXX-{month:02d}", resolve)


def month_that_year(words: Words) -> Meaning | None:
    """October of that year · early March the following year: of the year told before."""
    month, move, part = MONTHS[words.get("month")], words.get("move"), words.get("part")
    step = -1 if "previous" in move else int("following" in move or "next" in move)

    def resolve(setting: Setting) -> Period | None:
        told = setting.told
        if told is None or told.first.year != told.last.year:
            return None
        return periods.month_period(told.first.year + step, month).part(part_of(part))

    return Meaning("DATE", f"XXXX-{month:02d}", resolve, event=True)


def counted_in(words: Words) -> Meaning | None:
    """the first Sunday of October · the second week of June 2009 · the last day of 2007."""
    what, month, year = (
        words.get("what"),
        MONTHS.get(words.get("month"), 0),
        year_of(words.get("year") or words.get("year2")),
    )
    nth = 0 if words.get("nth") in ("last", "final") else _day_number(words.get("nth"))

    def within_year(number: int) -> Period | None:
        whole = periods.month_period(number, month) if month else periods.year_period(number)
        if what in WEEKDAYS:
            return _counted_weekday(whole, WEEKDAYS[what], nth) if month else None
        step = dt.timedelta(7 if what == "week" else 1)
        first = whole.first + (nth - 1) * step if nth else whole.last - step + periods.DAY
        last = min(first + step - periods.DAY, whole.last)
        if first > whole.last:
            return None
        return periods.day_period(first) if what == "day" else Period(whole.value, first, last)

    if year:
        period = within_year(year)
        return stated(period) if period else None
    if not month:
        return None

    def resolve(setting: Setting) -> Period | None:
        found = month_period_near(month, setting)
        return within_year(found.first.year)

    return Meaning("DATE", f"XXXX-{month:02d}", resolve)


def _counted_weekday(month: Period, weekday: int, nth: int) -> Period | None:
    day = periods.nth_weekday(month.first.year, month.first.month, weekday, nth)
    return periods.day_period(day) if day <= month.last else None


#: Until June a past "this winter" is the one that began in the December before.
_WINTER_TOLD = 6


def season(words: Words) -> Meaning | None:
    """the spring of 2023 · spring 2023 · last fall · this summer · next winter."""
    code, year = SEASONS[words.get("season")], year_of(words.get("year"))
    move, part = words.get("move"), words.get("part")
    if year:
        return stated(periods.season_period(year, code).part(part_of(part)))

    def resolve(setting: Setting) -> Period | None:
        here = setting.day.year
        if "year" in move:
            told = periods.season_period(here + {"last": -1, "next": 1}.get(move.split()[0], 0), code)
            return within(told, part, setting)
        around = [periods.season_from(year, code) for year in (here - 2, here - 1, here, here + 1)]
        begun = [p for p in around if p.first <= setting.day]
        if "last" in move:
            found = [p for p in begun if p.last < setting.day][-1:]
        elif "next" in move or "coming" in move:
            found = [p for p in around if p.first > setting.day][:1]
        elif setting.tense == "future" and "past" not in move:
            found = [p for p in around if p.last >= setting.day][:1]
        elif move == "this":
            just_over = code == "WI" and setting.day.month <= _WINTER_TOLD
            found = [p for p in around if p.first.year == here - just_over]
        else:
            found = begun[-1:]
        return within(found[0], part, setting) if found else None

    return Meaning("DATE", f"XXXX-{code}", resolve)


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}
#: Results of a quarter are told within the next one: "will report third-quarter profit" looks back.
_REPORTING_DAYS = 92
#: "Will report fourth-quarter profit" is still that of the year before up to here.
_TOLD_LATE = 60
_FIGURES = frozenset(
    (
        "result", "profit", "loss", "earning", "earnings", "sale", "revenue", "income", "net", "figure", "number",
        "report", "growth", "output",
    )
)  # fmt: skip


def quarter(words: Words) -> Meaning | None:
    """the third quarter · Q3 2023 · the first half of 2024 · this year's second quarter."""
    name = words.get("nth")
    short = len(name) == 2
    half = "half" in words.get("what") or (short and "h" in name)
    number = int(name.strip("qh")) if short else _NTH.get(name, 0)
    if half and number > 2:
        number = 2 if name in ("last", "final") else 0
    if not number:
        return None
    make = periods.half_period if half else periods.quarter_period
    year, move = year_of(words.get("year")), words.get("move")
    if year:
        return stated(make(year, number))
    if half and not move:
        return None

    reported = any(word.lemma_.lower() in _FIGURES for word in words.doc[words.match.end() :][:_WORDS_AHEAD])

    def resolve(setting: Setting) -> Period | None:
        if name == "last" and not move:
            return periods.period_at(periods.shift_day(setting.day, "quarter", -1), "quarter")
        here = setting.day.year + {"last": -1, "next": 1}.get(move.split(" ")[0], 0)
        period = make(here, number)
        if not move and setting.tense in ("present", "") and 0 < (period.first - setting.day).days < _REPORTING_DAYS:
            return period
        fresh = not move and reported and (setting.day - make(here - 1, number).last).days in range(_TOLD_LATE)
        if fresh or (move in ("", "the year") and period.first > setting.day and setting.tense != "future"):
            period = make(here - 1, number)
        elif not move and setting.tense == "future" and (setting.day - period.last).days > _REPORTING_DAYS:
            period = make(here + 1, number)
        return make(period.first.year - 1, number) if words.get("ago") else period

    return Meaning("DATE", f"XXXX-{'H' if half else 'Q'}{number}", resolve)


#: A quarter that ends in the first weeks of a calendar quarter lies mostly in the one before.
_HALF_A_QUARTER = dt.timedelta(45)


def ended(words: Words) -> Meaning | None:
    """the quarter ended July 31 · the fiscal year ending March 31: a quarter by its last day, a year by its length."""
    month, unit = MONTHS[words.get("month")], words.get("unit")
    day = DAY_NUMBERS.get(words.get("day"), 0)
    year = year_of(words.get("year"))
    last_day = day or 28
    if safe_day(2000, month, last_day) is None:
        return None

    def period(end: dt.date) -> Period:
        if unit == "quarter":
            return periods.period_at(end - _HALF_A_QUARTER, unit)
        return Period("P1Y", periods.shift_day(end, unit, -1) + periods.DAY, end)

    def resolve(setting: Setting) -> Period | None:
        if year:
            end = safe_day(year, month, last_day)
            return period(end) if end else None
        found = yearless(month, day)(setting) if day else month_period_near(month, setting)
        return period(found.last) if found else None

    return Meaning("DATE", "XXXX", resolve) if unit == "quarter" else Meaning("DURATION", "P1Y", resolve)


def business_quarter(words: Words) -> Meaning | None:
    """the quarter · the latest quarter · the year-earlier quarter: the one told before, else the last full one."""
    if words.text.lower() == "the period":
        return None

    def resolve(setting: Setting) -> Period | None:
        last = periods.period_at(periods.shift_day(setting.day, "quarter", -1), "quarter")
        if words.get("ago"):
            return periods.period_at(periods.shift_day(last.first, "year", -1), "quarter")
        return setting.told if setting.told and "-Q" in setting.told.value and not words.get("now") else last

    return Meaning("DATE", "XXXX-QX", resolve)
