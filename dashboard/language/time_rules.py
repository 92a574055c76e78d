"""What temporal expressions look like and what each means: one rule is a name, a pattern and a function.

The function gets the matched words and gives a Meaning, or None when the words mean no time after all.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from dashboard.language import periods
from dashboard.language.periods import Period
from dashboard.language.time_words import (
    CLOCK_PLURALS,
    CLOCK_UNITS,
    DAY_NUMBERS,
    DAY_ORDINALS,
    DAY_PARTS,
    DECADE_NAMES,
    DECADES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SHORT_DECADES,
    TENS,
    UNIT_PLURALS,
    UNIT_VALUE,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    YEARS,
    Alphabet,
)

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "future", "present", ""]


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the publication day, the tense of its clause, the last day told before."""

    day: dt.date
    tense: Tense = ""
    told: Period | None = None


Resolve = Callable[[Setting], Period | None]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words mean before the publication day is known. ``value`` holds X where that day is needed."""

    type: TimexType
    value: str
    resolve: Resolve | None = None
    period: Period | None = None
    """The days meant, when the words alone say them."""
    event: bool = False
    """True when the words count from something else that is told, not from the publication day."""
    suffix: str = ""
    """What follows the day in the value: "TNI", "T17:00"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens that a rule matched."""

    doc: Doc
    match: re.Match[str]

    def get(self, name: str) -> str:
        """The words of a group in small letters, one blank between them; empty when the group took no part."""
        if name not in self.match.re.groupindex:
            return ""
        start, end = self.match.span(name)
        return " ".join(token.lower_ for token in self.doc[start:end]) if start >= 0 else ""

    def before(self) -> str:
        """The word before the match."""
        start = self.match.start()
        return self.doc[start - 1].lower_ if start else ""

    def after(self) -> str:
        """The word after the match."""
        end = self.match.end()
        return self.doc[end].lower_ if end < len(self.doc) else ""


Handler = Callable[[Words], Meaning | None]


def number_of(words: str) -> int | None:
    """The number that words say, 2 for a couple, None for "several" and the like."""
    words = words.removesuffix(" of").strip()
    if "couple" in words:
        return 2
    if words == "a dozen":
        return 12
    if words == "another":
        return 1
    if words in NUMBERS:
        return NUMBERS[words]
    digits = words.replace(",", "").replace(" ", "")
    if digits.isdigit():
        return int(digits)
    parts = words.replace("-", " ").split()
    if len(parts) == 2 and parts[0] in TENS and parts[1] in NUMBERS:
        return TENS[parts[0]] + NUMBERS[parts[1]]
    return None


def stated(period: Period, *, kind: TimexType = "DATE", suffix: str = "") -> Meaning:
    """A meaning that needs no publication day."""
    return Meaning(kind, period.value, period=period, suffix=suffix)


def part_of(words: str) -> str:
    """early, mid, late or nothing for the words that name a part of a period."""
    words = words.removeprefix("the ")
    for part, names in (
        ("early", ("early", "beginning", "start", "opening")),
        ("mid", ("mid", "middle")),
        ("late", ("late", "end", "close")),
    ):
        if words.startswith(names):
            return (
                part if words not in ("earlier", "later") and not words.startswith(("earlier", "later")) else words[:7]
            )
    return ""


def within(period: Period | None, words: str, setting: Setting) -> Period | None:
    """The part of a period that "early", "late", "earlier" ... leave; "earlier" ends with the publication day."""
    if period is None:
        return None
    part = part_of(words)
    if part.startswith("earlier"):
        return Period(period.value, period.first, max(period.first, min(period.last, setting.day)))
    if part.startswith("later"):
        return Period(period.value, min(period.last, max(period.first, setting.day)), period.last)
    return period.part(part)


def nearest(days: list[dt.date], setting: Setting) -> dt.date | None:
    """Of the same day in several years, the one that the tense and the publication day agree with."""
    low, high = {"past": (-330, 35), "future": (-14, 351)}.get(setting.tense, (-240, 125))
    fitting = [day for day in days if low <= (day - setting.day).days <= high]
    return min(fitting, key=lambda day: abs((day - setting.day).days)) if fitting else None


def _safe_day(year: int, month: int, day: int) -> dt.date | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def _years_around(setting: Setting) -> range:
    told = setting.told
    if told is not None and abs(told.first.year - setting.day.year) > 1 and told.first.year == told.last.year:
        return range(told.first.year, told.first.year + 1)
    return range(max(setting.day.year - 1, 1), min(setting.day.year + 2, 9999))


def _yearless(month: int, first: int, last: int | None = None) -> Resolve:
    def resolve(setting: Setting) -> Period | None:
        years = _years_around(setting)
        days = [day for year in years if (day := _safe_day(year, month, first))]
        day = days[0] if len(years) == 1 and days else nearest(days, setting)
        if day is None:
            return None
        end = _safe_day(day.year, month, last) if last else day
        return _range(day, end) if end and end >= day else None

    return resolve


def _range(first: dt.date, last: dt.date) -> Period:
    if first == last:
        return periods.day_period(first)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last)


def _day_number(words: str) -> int:
    return DAY_NUMBERS.get(words) or DAY_ORDINALS.get(words) or ORDINALS.get(words) or 0


_DAYPART_SUFFIX = {word: f"T{code}" for word, code in DAY_PARTS.items()}


def month_day(words: Words) -> Meaning | None:
    """Sept. 13 · Sept. 13, 2023 · Sept. 10-13 · 13 September 2023 · the 13th of September."""
    month, first = MONTHS[words.get("month")], _day_number(words.get("day"))
    last = _day_number(words.get("last")) if words.get("last") else 0
    year = words.get("year")
    suffix = _DAYPART_SUFFIX.get(words.get("part"), "")
    kind: TimexType = "TIME" if suffix else "DATE"
    if year:
        day, end = _safe_day(YEARS[year], month, first), _safe_day(YEARS[year], month, last or first)
        return stated(_range(day, end), kind=kind, suffix=suffix) if day and end and end >= day else None
    if _safe_day(2000, month, first) is None:
        return None
    return Meaning(kind, f"XXXX-{month:02d}-{first:02d}", _yearless(month, first, last or None), suffix=suffix)


def cross_month(words: Words) -> Meaning | None:
    """Aug. 30 - Sept. 2 · from 30 August to 2 September 2023 (the range only)."""
    month, day = MONTHS[words.get("month")], _day_number(words.get("day"))
    month2, day2 = MONTHS[words.get("month2")], _day_number(words.get("last"))
    year = words.get("year")

    def span(last: dt.date | None) -> Period | None:
        if last is None:
            return None
        first = _safe_day(last.year if month <= month2 else last.year - 1, month, day)
        return _range(first, last) if first and first <= last else None

    if year:
        period = span(_safe_day(YEARS[year], month2, day2))
        return stated(period) if period else None

    def resolve(setting: Setting) -> Period | None:
        found = _yearless(month2, day2)(setting)
        return span(found.first) if found else None

    return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", resolve)


def numeric_day(words: Words) -> Meaning | None:
    """2023-09-13 · 13/09/2023 · 09/13/2023 · 13.9.2023; a day and month that could be swapped stay a range."""
    text = words.doc[words.match.start() : words.match.end()].text
    parts = [int(part) for part in re.split(r"[/.\-]", text) if part.isdigit()]
    if len(parts) != 3 or " " in text:
        return None
    if parts[0] > 31:
        year, month, day = parts
        found = _safe_day(year, month, day) if 1 <= month <= 12 else None
        return stated(periods.day_period(found)) if found else None
    one, two, year = parts
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not 1000 <= year <= 2100:
        return None
    days = {
        found
        for month, day in ((one, two), (two, one))
        if 1 <= month <= 12
        and (found := _safe_day(year, month, day))
        and not ("." in text and month == one and one != two)
    }
    if not days:
        return None
    first, last = min(days), max(days)
    return stated(periods.day_period(first) if first == last else Period(f"{year:04d}", first, last))


def _month_resolve(month: int, part: str) -> Resolve:
    def resolve(setting: Setting) -> Period | None:
        years = _years_around(setting)
        if len(years) == 1:
            return within(periods.month_period(years[0], month), part, setting)
        year = setting.day.year
        if setting.tense == "future":
            year += month < setting.day.month
        elif setting.tense == "past" or month - setting.day.month > 4:
            year -= month > setting.day.month
        return within(periods.month_period(max(year, 1), month), part, setting)

    return resolve


def month_only(words: Words) -> Meaning | None:
    """September · September 2023 · early September · mid-2023 September."""
    month, year, part = MONTHS[words.get("month")], words.get("year"), words.get("part")
    if year:
        return stated(periods.month_period(YEARS[year], month).part(part_of(part)))
    return Meaning("DATE", f"XXXX-{month:02d}", _month_resolve(month, part))


def month_moved(words: Words) -> Meaning | None:
    """last September · next May · this March · September last year."""
    month, move, part = MONTHS[words.get("month")], words.get("move"), words.get("part")

    def resolve(setting: Setting) -> Period | None:
        year = setting.day.year
        if "year" in move:
            year += {"last": -1, "next": 1}.get(move.split()[0], 0)
        elif move in ("last", "past"):
            year -= month >= setting.day.month
        elif move in ("next", "coming"):
            year += month <= setting.day.month
        return within(periods.month_period(year, month), part, setting)

    return Meaning("DATE", f"XXXX-{month:02d}", resolve)


_YEAR_BEFORE = frozenset(
    "in since until till by from of for before after during between and to early late mid through year circa around "
    "about than the -".split()
)


def year_only(words: Words) -> Meaning | None:
    """2023 · early 2023 · the end of 2023; a number that counts things is no year."""
    year = YEARS[words.get("year")]
    token = words.doc[words.match.start("year")]
    before, after = words.before(), words.after()
    follower = words.doc[words.match.end()] if words.match.end() < len(words.doc) else None
    if not words.get("part") and not words.get("label"):
        if before in ("$", "#", "no.", "£", "€", "at", "number") or after in ("%", "percent", "million", "billion"):
            return None
        if follower is not None and follower.tag_ == "NNS" and token.dep_ == "nummod" and token.head == follower:
            return None
        if year < 1900 or year > 2060:
            if before not in _YEAR_BEFORE - {"the", "-", "to", "than", "about", "and", "of"}:
                return None
        elif token.ent_type_ in ("CARDINAL", "QUANTITY", "MONEY") and before not in _YEAR_BEFORE:
            return None
    return stated(periods.year_period(year).part(part_of(words.get("part"))))


def year_range(words: Words) -> Meaning | None:
    """2017-2019 · 1989-90 · 2008 to 2011."""
    first = YEARS[words.get("year")]
    end = words.get("end")
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    text = words.doc[words.match.start() : words.match.end()].text
    if last <= first or last - first > 300 or last > 2100 or (len(end) == 2 and " " in text):
        return None
    return stated(Period(f"{first:04d}/{last:04d}", dt.date(first, 1, 1), dt.date(last, 12, 31)))


def decade(words: Words) -> Meaning | None:
    """the 1990s · the early 1980s · the '90s · the nineties."""
    text = words.get("decade")
    if text in DECADES:
        year = DECADES[text]
    elif text in SHORT_DECADES:
        year = SHORT_DECADES[text]
    elif text in DECADE_NAMES:
        year = 1900 + DECADE_NAMES[text]
    else:
        year = YEARS[text.split()[0]]
        if year % 10:
            return None
    return stated(periods.decade_period(year).part(part_of(words.get("part"))))


def century(words: Words) -> Meaning | None:
    """the 20th century · the early nineteenth century · the twenty-first century."""
    text = words.get("number").replace(" - ", "-")
    number = DAY_ORDINALS.get(text) or ORDINALS.get(text)
    if number is None and "-" in text:
        ten, one = text.split("-", 1)
        number = TENS.get(ten, 0) + ORDINALS.get(one, 0)
    return stated(periods.century_period(number).part(part_of(words.get("part")))) if number and number <= 30 else None


def season(words: Words) -> Meaning | None:
    """the spring of 2023 · spring 2023 · last fall · this summer · late spring."""
    code, year, move, part = SEASONS[words.get("season")], words.get("year"), words.get("move"), words.get("part")
    if year:
        return stated(periods.season_period(YEARS[year], code).part(part_of(part)))

    def resolve(setting: Setting) -> Period | None:
        here = setting.day.year
        around = [periods.season_period(year, code) for year in (here - 1, here, here + 1)]
        if code == "WI":
            around = [
                Period(p.value, dt.date(int(p.value[:4]), 12, 1), p.last) for p in around
            ]  # with a day to count from, one winter is meant
        past = [p for p in around if p.first <= setting.day]
        ahead = [p for p in around if p.last >= setting.day]
        if move in ("last", "past"):
            found = [p for p in past if p.last < setting.day][-1:]
        elif move in ("next", "coming"):
            found = [p for p in ahead if p.first > setting.day][:1]
        elif setting.tense == "future" or move == "this":
            found = ahead[:1] if move != "this" else [p for p in around if p.value[:4] == str(here)]
        else:
            found = past[-1:]
        return within(found[0], part, setting) if found else None

    return Meaning("DATE", f"XXXX-{code}", resolve)


_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}


def quarter(words: Words) -> Meaning | None:
    """the third quarter · Q3 2023 · fiscal second-quarter · the first half of 2024 · the year-earlier quarter."""
    name, year, half = words.get("nth"), words.get("year"), "half" in words.get("what")
    number = int(name[1]) if name[0] == "q" else _QUARTERS.get(name, 0)
    if half and number > 2:
        number = 2 if name in ("last", "final") else 0
    if not number:
        return None
    make = periods.half_period if half else periods.quarter_period
    if year:
        return stated(make(YEARS[year], number))
    move = words.get("move")

    def resolve(setting: Setting) -> Period | None:
        here = setting.day.year + {"last": -1, "next": 1}.get(move.split()[0] if move else "", 0)
        period = make(here, number)
        if not move and period.first > setting.day and setting.tense != "future":
            period = make(here - 1, number)
        if "earlier" in words.get("ago") or "ago" in words.get("ago"):
            period = make(int(period.value[:4]) - 1, number)
        return period

    return Meaning("DATE", f"XXXX-{'H' if half else 'Q'}{number}", resolve)


def weekday(words: Words) -> Meaning | None:
    """Friday · last Friday · next Tuesday night · Monday of last week · Friday's."""
    number = WEEKDAYS[words.get("weekday")]
    move, week = words.get("move"), words.get("week")
    suffix = _DAYPART_SUFFIX.get(words.get("part"), "")

    def resolve(setting: Setting) -> Period | None:
        back = (setting.day.weekday() - number) % 7
        if week:
            monday = setting.day - dt.timedelta(setting.day.weekday())
            weeks = {"last": -1, "next": 1}.get(week.split()[-2], 0)
            return periods.day_period(monday + dt.timedelta(7 * weeks + number))
        if move in ("last", "past", "previous"):
            return periods.day_period(setting.day - dt.timedelta(back or 7))
        if move in ("next", "coming", "following", "this coming"):
            return periods.day_period(setting.day + dt.timedelta(-back % 7 or 7))
        if setting.tense == "future":
            return periods.day_period(setting.day + dt.timedelta(-back % 7))
        return periods.day_period(setting.day - dt.timedelta(back))

    return Meaning("TIME" if suffix else "DATE", f"XXXX-WXX-{number + 1}", resolve, suffix=suffix)


def day_word(words: Words) -> Meaning | None:
    """today · yesterday evening · tomorrow · tonight · last night · this morning · the day before yesterday."""
    word = words.get("word")
    moved = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2}.get(word, 0)
    if word == "the day after tomorrow":
        moved = 2
    part = words.get("part") or ("night" if word in ("tonight", "last night") else "")
    if word.startswith(("this ", "earlier this ")):
        part = word.split()[-1]
    suffix = _DAYPART_SUFFIX.get(part, "")
    return Meaning(
        "TIME" if suffix else "DATE",
        "XXXX-XX-XX",
        lambda setting: periods.day_period(setting.day + dt.timedelta(moved)),
        suffix=suffix,
    )


_MOVES = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "this": 0, "current": 0}


def unit_moved(words: Words) -> Meaning | None:
    """last week · earlier this month · next year · late last century · the coming weekend."""
    unit = UNITS.get(words.get("unit"), words.get("unit"))
    move, part = words.get("move").removeprefix("the ").removeprefix("this "), words.get("part")
    steps = _MOVES.get(move, 0)
    if unit == "day" and move not in ("previous", "next", "following"):
        return None

    def resolve(setting: Setting) -> Period | None:
        base = setting.day
        if move in ("previous", "following") or (unit == "day"):
            if setting.told is None:
                return None
            base = setting.told.first if steps < 0 else setting.told.last
        return within(periods.period_at(periods.shift_day(base, unit, steps), unit), part, setting)

    return Meaning("DATE", "XXXX", resolve, event=move in ("previous", "following") or unit == "day")


def _unit(words: str) -> str:
    return UNIT_PLURALS.get(words) or UNITS.get(words) or words


def _amount(number: int | None, unit: str) -> str:
    """The TIMEX3 value of a length: P3W, PT12H, PXY."""
    clock = CLOCK_PLURALS.get(unit) or CLOCK_UNITS.get(unit)
    if clock:
        return f"PT{'X' if number is None else number}{clock}"
    unit = _unit(unit)
    factor, code = {
        "quarter": (3, "M"),
        "half": (6, "M"),
        "decade": (10, "Y"),
        "century": (100, "Y"),
        "millennium": (1000, "Y"),
        "fortnight": (2, "W"),
        "weekend": (2, "D"),
    }.get(unit, (1, UNIT_VALUE.get(unit, "D")))
    return f"P{'X' if number is None else number * factor}{code}"


def ago(words: Words) -> Meaning | None:
    """two weeks ago · a year earlier · five days later · years ago · a month from now."""
    unit_words = words.get("unit")
    where = words.get("where")
    forward = where in ("later", "after", "hence", "from now", "afterward", "afterwards", "on")
    if unit_words in CLOCK_PLURALS or unit_words in CLOCK_UNITS:
        return Meaning("TIME", "PAST_REF", lambda setting: None, event=True) if where != "ago" else _hours_ago(words)
    unit, number = _unit(unit_words), number_of(words.get("n"))
    from_now = where in ("ago", "from now", "hence") or (where == "earlier" and unit != "day")
    if number is None:
        value = "FUTURE_REF" if forward else "PAST_REF"
        return Meaning(
            "DATE", value, lambda setting: _open_end(setting, value) if from_now else None, event=not from_now
        )

    def resolve(setting: Setting) -> Period | None:
        base = setting.day if from_now else (setting.told.first if setting.told else None)
        if base is None:
            return None
        return periods.period_at(periods.shift_day(base, unit, number if forward else -number), unit)

    return Meaning("DATE", "XXXX", resolve, event=not from_now)


def _hours_ago(words: Words) -> Meaning:
    return Meaning("TIME", "PAST_REF", lambda setting: Period("PAST_REF", setting.day - dt.timedelta(2), setting.day))


def _open_end(setting: Setting, value: str) -> Period | None:
    """Vague past and future have one known end: the publication day. The other is given by the extreme day."""
    if value == "PAST_REF":
        return Period(value, dt.date.min, setting.day)
    return Period(value, setting.day, dt.date.max)


def same_unit(words: Words) -> Meaning | None:
    """the same day · that week · that year: the period told before."""
    unit = _unit(words.get("unit"))

    def resolve(setting: Setting) -> Period | None:
        told = setting.told
        if told is None:
            return None
        first, last = periods.period_at(told.first, unit), periods.period_at(told.last, unit)
        return first if first == last else None

    return Meaning("DATE", "XXXX", resolve, event=True)


def next_to(words: Words) -> Meaning | None:
    """the day before · the day after (nothing follows): counted from the day told before."""
    unit, steps = _unit(words.get("unit")), 1 if words.get("where") == "after" else -1

    def resolve(setting: Setting) -> Period | None:
        if setting.told is None:
            return None
        return periods.period_at(periods.shift_day(setting.told.first, unit, steps), unit)

    return Meaning("DATE", "XXXX", resolve, event=True)


def vague(words: Words) -> Meaning | None:
    """now · currently · recently · in the past · soon."""
    text = words.doc[words.match.start() : words.match.end()].text.lower()
    for value, members in _VAGUE.items():
        if text in members:
            if value == "PRESENT_REF":
                return Meaning("DATE", value, lambda setting: Period(value, setting.day, setting.day))
            return Meaning("DATE", value, lambda setting, value=value: _open_end(setting, value))  # type: ignore[misc]
    return None


_VAGUE = {
    "PRESENT_REF": frozenset(
        (
            "now", "right now", "currently", "at present", "presently", "at the moment", "nowadays", "these days",
            "at this time", "this time", "current", "at this moment", "for now",
        )
    ),
    "PAST_REF": frozenset(
        (
            "recently", "more recently", "most recently", "recent", "the past", "the recent past", "lately", "formerly",
            "previously", "the distant past", "recent days", "recent weeks", "recent times",
        )
    ),
    "FUTURE_REF": frozenset(("the future", "the near future", "soon", "the coming days", "the coming weeks", "the foreseeable future")),
}  # fmt: skip


def stretch(words: Words) -> Meaning | None:
    """the past three months · the next two weeks · the last few years: a duration that touches the publication day."""
    number, unit, way = number_of(words.get("n")), words.get("unit"), words.get("way")
    if not words.get("n"):
        number = None
    value = _amount(number, unit)
    forward = way in ("next", "coming", "following")
    if unit in CLOCK_PLURALS or unit in CLOCK_UNITS:
        days = 1 + (number or 48) // 24 if CLOCK_PLURALS.get(unit, "H") == "H" else 1
        return Meaning("DURATION", value, lambda setting: _stretch(setting, "day", days, forward))
    name = _unit(unit)
    return Meaning("DURATION", value, lambda setting: _stretch(setting, name, number, forward))


def _stretch(setting: Setting, unit: str, number: int | None, forward: bool) -> Period | None:
    if number is None:
        return _open_end(setting, "FUTURE_REF" if forward else "PAST_REF")
    far = periods.shift_day(setting.day, unit, number if forward else -number)
    return Period("", min(far, setting.day), max(far, setting.day))


def duration(words: Words) -> Meaning | None:
    """three days · a two-week truce · several months · decades · half an hour."""
    text, unit = words.get("n"), words.get("unit")
    if text.startswith("half a"):
        value = {"hour": "PT30M", "day": "PT12H", "century": "P50Y", "decade": "P5Y", "year": "P6M"}.get(unit, "")
        return Meaning("DURATION", value) if value else None
    if text in ("a", "an") and words.before() in ("once", "twice", "times", "%", "percent", "million", "billion"):
        return Meaning("SET", _amount(1, unit))
    return Meaning("DURATION", _amount(number_of(text), unit))


def repeated(words: Words) -> Meaning | None:
    """daily · every day · each year · every two weeks · annually · Fridays."""
    word, unit = words.get("word"), words.get("unit")
    if word:
        value = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "hourly": "PT1H"}.get(
            word, "P1Y"
        )
        return Meaning("SET", value)
    if unit in WEEKDAY_PLURALS or unit in WEEKDAYS:
        number = WEEKDAY_PLURALS.get(unit, WEEKDAYS.get(unit, 0))
        return Meaning("SET", f"XXXX-WXX-{number + 1}")
    if unit in DAY_PARTS:
        return Meaning("SET", f"XXXX-XX-XXT{DAY_PARTS[unit]}")
    return Meaning("SET", _amount(number_of(words.get("n")) or 1, unit))


def clock(words: Words) -> Meaning | None:
    """5 p.m. · 5:30 p.m. EDT · 17:30 GMT · noon · 1400 GMT."""
    text, half, zone = words.get("time"), words.get("half").replace(".", ""), words.get("zone")
    if text in DAY_PARTS:
        return Meaning(
            "TIME",
            "XXXX-XX-XX",
            lambda setting: None,
            suffix={"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}.get(text, f"T{DAY_PARTS[text]}"),
        )
    digits = re.split(r"[:.]", text)
    if len(digits) == 1 and len(text) == 4 and text.isdigit():
        digits = [text[:2], text[2:]]
    hour = number_of(digits[0])
    minute = int(digits[1]) if len(digits) > 1 and digits[1].isdigit() else 0
    if hour is None or hour > 24 or minute > 59:
        return None
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return Meaning(
        "TIME",
        "XXXX-XX-XX",
        lambda setting: periods.day_period(setting.day),
        suffix=f"T{hour:02d}:{minute:02d}" + ("Z" if zone in ("gmt", "utc") else ""),
    )


def holiday(words: Words) -> Meaning | None:
    """Christmas · New Year's Eve · Thanksgiving, with or without a year."""
    month, day = _HOLIDAYS[
        words.get("name").removesuffix(" day") if words.get("name") not in _HOLIDAYS else words.get("name")
    ]
    year = words.get("year")
    if year:
        return stated(periods.day_period(dt.date(YEARS[year], month, day)))
    return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", _yearless(month, day))


_HOLIDAYS = {
    "christmas": (12, 25), "christmas eve": (12, 24), "new year 's": (1, 1), "new year 's eve": (12, 31),
    "may day": (5, 1), "valentine 's": (2, 14), "independence": (7, 4), "halloween": (10, 31),
}  # fmt: skip

_QTY = (
    "(?P<n>(?:a|the)? couple of|a couple|a few|few|several|many|a number of|a dozen|dozens of|hundreds of|another|some|"
    "half (?:a|an)|TENS-?ONES|NUMBER|BIGNUMBER|a|an)"
)
_ABOUT = "(?:about|around|nearly|almost|roughly|approximately|more than|less than|fewer than|over|at least|up to|only|just|some)?"
_PART = "(?P<part>early|mid|late|the? (?:beginning|start|middle|end|close) of(?: the)?|(?:earlier|later) in)"
_ON = "(?:WEEKDAY,?)?"
_DAYPART = "(?P<part>DAYPART|NOON)"
_ZONE = "(?P<zone>gmt|utc|est|edt|cet|bst|et|pst|pdt|local time)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of temporal expression."""

    name: str
    pattern: re.Pattern[str]
    handler: Handler


_RULES: tuple[tuple[str, str, Handler], ...] = (
    ("month_day", f"{_ON} (?P<month>MONTH) (?P<day>DAY|DAYTH)(?:(?:-|to|through|until) (?P<last>DAY|DAYTH))?(?:,? (?P<year>YEAR))? {_DAYPART}?", month_day),
    ("month_the_day", f"{_ON} (?P<month>MONTH) the (?P<day>DAYTH|ORDINAL)(?:,? (?P<year>YEAR))?", month_day),
    ("day_month", f"{_ON} (?P<day>DAY|DAYTH)(?:(?:-|to|and|until) (?P<last>DAY|DAYTH))? (?P<month>MONTH)(?:,? (?P<year>YEAR))? {_DAYPART}?", month_day),
    ("day_of_month", f"{_ON} the? (?P<day>DAYTH|ORDINAL) (?:day)? of (?P<month>MONTH)(?:,? (?P<year>YEAR))?", month_day),
    ("cross_month", "(?P<month>MONTH) (?P<day>DAY)(?:-|to) (?P<month2>MONTH) (?P<last>DAY)(?:,? (?P<year>YEAR))?", cross_month),
    ("cross_month", "(?P<day>DAY) (?P<month>MONTH)(?:-|to) (?P<last>DAY) (?P<month2>MONTH)(?:,? (?P<year>YEAR))?", cross_month),
    ("numeric", "YEAR-DAY-DAY|SLASHED|YEAR/DAY/DAY", numeric_day),
    ("month", f"(?:{_PART} -?)? (?P<month>MONTH)(?:(?:,|of)? (?P<year>YEAR))?", month_only),
    ("month_moved", f"(?:{_PART}|(?P<part2>earlier))? (?P<move>last|next|this|past|coming) (?P<month>MONTH)", month_moved),
    ("month_year", f"(?:{_PART} -?)? (?P<month>MONTH) of? (?P<move>(?:last|this|next) year)", month_moved),
    ("year_part", f"(?:{_PART} -? (?:the year)?)? (?:(?P<label>the year))? (?P<year>YEAR)", year_only),
    ("year_range", "(?P<year>YEAR)(?:-|to) (?P<end>YEAR|DAY|BIGNUMBER)", year_range),
    ("decade", "the? (?:(?P<part>early|mid|late) -?)? (?P<decade>DECADE|SHORTDECADE|YEAR 's)", decade),
    ("century", "the? (?:(?P<part>early|mid|late) -?)? (?P<number>ORDINAL|TENS-?ORDINAL) -? century", century),
    ("season", "(?:the|in)? (?:(?P<part>early|mid|late) -?)? (?P<season>SEASON) (?:of|,)? (?P<year>YEAR)", season),
    ("season_moved", "(?:(?P<part>early|mid|late))? (?P<move>last|this|next|past|coming) (?P<season>SEASON)", season),
    ("quarter", "(?:the)? (?:(?P<ago>year-(?:ago|earlier)))? (?:fiscal)? (?P<nth>ORDINAL|final|last)-?(?P<what>quarter|half) (?:(?:of|,)? (?:fiscal)? (?P<year>YEAR)| of (?P<move>(?:last|this|next) year))?", quarter),
    ("q3", "(?P<nth>QUARTERNO)(?P<what>)(?:,? (?:fy)? (?P<year>YEAR))?", quarter),
    ("weekday", f"(?:(?P<move>last|next|this|past|this coming|this past|the? previous|the? following))? (?:early|late)? (?P<weekday>WEEKDAY) {_DAYPART}? (?P<week>of? (?:last|next|this) week)?", weekday),
    ("day_word", f"(?:earlier|later|late|early)? (?P<word>today|yesterday|tomorrow|tonight|last night|the day before yesterday|the day after tomorrow|this (?:DAYPART)) {_DAYPART}?", day_word),
    ("unit_moved", "(?:(?P<part>early|mid|late|earlier|later|the? (?:beginning|start|middle|end|close) of) -?)? (?P<move>(?:the)? (?:last|next|previous|following|coming|past|current)|this|this coming|this past) (?P<unit>week|month|year|decade|century|quarter|weekend|day)", unit_moved),
    ("ago", f"{_ABOUT} {_QTY}? (?P<unit>UNIT|UNITS|CLOCK|CLOCKS) (?P<where>ago|earlier|later|before|hence|from now|afterwards|previously)", ago),
    ("same", "(?:the (?:very)? same|that (?:very)? same?) (?P<unit>day|week|month|year)", same_unit),
    ("next_to", "the (?P<unit>day|week|month|year) (?P<where>before|after)", next_to),
    ("vague", "now|right now|currently|presently|nowadays|these days|at present|at the moment|recently|more recently|most recently|lately|previously|formerly|the (?:recent|distant)? past|the (?:near|foreseeable)? future|soon|recent (?:days|weeks)", vague),
    ("stretch", f"(?:the)? (?P<way>past|last|next|coming|following) {_QTY}? (?P<unit>UNITS|CLOCKS)", stretch),
    ("duration", f"{_ABOUT} {_QTY} (?:or so)? -? (?P<unit>UNIT|UNITS|CLOCK|CLOCKS)", duration),
    ("durations", "(?P<n>)(?P<unit>UNITS|CLOCKS)", duration),
    ("every", "(?:every|each) (?P<n>other|NUMBER)? (?P<unit>UNIT|UNITS|WEEKDAY|DAYPART|CLOCK|CLOCKS)", repeated),
    ("adverb", "(?P<word>daily|weekly|monthly|quarterly|yearly|annually|annual|hourly)", repeated),
    ("weekdays", "(?P<unit>WEEKDAYS)", repeated),
    ("clock", f"(?P<time>NUMBER|CLOCKTIME|BIGNUMBER) (?P<half>a.m.|p.m.|am|pm) {_ZONE}?", clock),
    ("clock24", f"(?P<time>CLOCKTIME) (?P<half>) {_ZONE}", clock),
    ("noon", "(?P<time>noon|midday|midnight)", clock),
    ("holiday", "(?P<name>christmas eve|christmas day|christmas|new year 's (?:eve|day)|halloween)(?:,? (?P<year>YEAR))?", holiday),
)  # fmt: skip

ALPHABET = Alphabet()
RULES: tuple[Rule, ...] = tuple(Rule(name, ALPHABET.compile(pattern), handler) for name, pattern, handler in _RULES)
