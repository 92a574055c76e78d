"""Meanings of words that count: from the publication day, from a day told before, or just a length of time.

Each function takes the matched words and gives their Meaning, or None when they mean no time after all.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dashboard.language import periods
from dashboard.language.calendar_dates import daypart_suffix
from dashboard.language.periods import Period
from dashboard.language.time_meanings import Meaning, Setting, Words, number_of, open_end, part_of, within
from dashboard.language.time_words import (
    CLOCK_PLURALS,
    CLOCK_UNITS,
    DAY_PARTS,
    MONTHS,
    SEASONS,
    UNIT_PLURALS,
    UNIT_VALUE,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)

_DAY = dt.timedelta(1)
#: Vague counts of hours reach at most to the day before yesterday.
_HOURS_DAYS = 2
#: "Black Monday" and "Bloody Sunday" are days of history, not of this week.
_NAMED_WEEKDAYS = frozenset(("black", "bloody", "super", "cyber", "holy", "maundy", "fat", "shrove"))


def weekday(words: Words) -> Meaning | None:
    """Friday · last Friday · next Tuesday night · Monday of last week.

    Without more words it is the publication day or the last such day before; ahead when the clause tells the future.
    """
    if words.before() in _NAMED_WEEKDAYS or _names_paper(words):
        return None
    number = WEEKDAYS[words.get("weekday")]
    move, week = words.get("move"), words.get("week")
    suffix = daypart_suffix(words.get("part") or words.get("part2"))

    def resolve(setting: Setting) -> Period | None:
        if setting.told and ("previous" in move or "following" in move):
            setting = replace(setting, day=setting.told.last)
        back = (setting.day.weekday() - number) % 7
        ahead = -back % 7
        if week:
            monday = setting.day - setting.day.weekday() * _DAY
            return periods.day_period(monday + (7 * _steps(week) + number) * _DAY)
        if "last" in move or "past" in move or "previous" in move:
            return periods.day_period(setting.day - (back or 7) * _DAY)
        if move and move != "this":
            return periods.day_period(setting.day + (ahead or 7) * _DAY)
        if setting.tense == "future" or (setting.tense == "present" and ahead < back):
            return periods.day_period(setting.day + ahead * _DAY)
        return periods.day_period(setting.day - back * _DAY)

    return Meaning("TIME" if suffix else "DATE", f"XXXX-WXX-{number + 1}", resolve, suffix=suffix)


def _steps(words: str) -> int:
    """How far a word moves: -1 for last, 1 for next, 0 for this."""
    if any(word in words for word in ("last", "latest", "recent", "past", "previous", "preceding")):
        return -1
    return int(any(word in words for word in ("next", "coming", "following")))


def _names_paper(words: Words) -> bool:
    """True for "The Sunday Times"."""
    token, end = words.doc[words.match.end() - 1], words.match.end()
    following = words.doc[end] if end < len(words.doc) else token
    titled = token.ent_type_ in ("ORG", "WORK_OF_ART") and following.ent_type_ == token.ent_type_
    return titled and following.pos_ == "PROPN"


_DAY_WORDS = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2, "last evening": -1}


def _in_title(words: Words) -> bool:
    """True inside the name of a paper or a programme: USA Today."""
    start = words.match.start()
    token = words.doc[start]
    after_name = start > 0 and token.is_title and words.doc[start - 1].pos_ == "PROPN"
    return after_name or token.ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT")


def day_word(words: Words) -> Meaning | None:
    """today · yesterday evening · tomorrow · tonight · last night · this morning · the day before yesterday."""
    word = words.get("word")
    if _in_title(words):
        return None
    moved = _DAY_WORDS.get(word, 2 if word == "the day after tomorrow" else 0)
    part = words.get("part")
    if word in ("tonight", "last night", "last evening") or word.startswith("this "):
        part = "night" if word == "tonight" else word.split()[-1]
    suffix = daypart_suffix(part)
    kind = "TIME" if suffix else "DATE"
    return Meaning(kind, "XXXX-XX-XX", lambda s: periods.day_period(s.day + moved * _DAY), suffix=suffix)  # type: ignore[arg-type]


#: A title opens after these: ABC's "This Week".
_QUOTES = frozenset(('"', "“", "``", "'", "‘"))


def unit_moved(words: Words) -> Meaning | None:
    """last week · earlier this month · next year · the following month · the next day."""
    unit, move, part = _unit(words.get("unit")), words.get("move"), words.get("part")
    if words.text.istitle() and words.before() in _QUOTES:
        return None
    steps = _steps(move)
    from_told = "previous" in move or "following" in move or "preceding" in move or unit == "day"
    if unit == "day" and not any(word in move for word in ("next", "previous", "following")):
        return None

    def resolve(setting: Setting) -> Period | None:
        base: dt.date | None = setting.day
        if from_told:
            base = _told_before(setting, unit) if steps < 0 else setting.told.last if setting.told else None
        if base is None:
            return None
        return within(periods.period_at(periods.shift_day(base, unit, steps), unit), part, setting)

    suffix = daypart_suffix(words.get("daypart"))
    return Meaning("TIME" if suffix else "DATE", "XXXX", resolve, event=from_told, suffix=suffix)


def _told_before(setting: Setting, unit: str) -> dt.date | None:
    """The day that "the previous month" and "a week earlier" count from: of what was told, if that is no longer.

    Figures are set against those before with nothing told: "up from the previous quarter" counts from publication.
    """
    told = setting.told
    length = periods.DAYS_IN.get(unit, 31 * periods.MONTHS_IN.get(unit, 0))
    if told is not None and (unit == "day" or (told.last - told.first).days <= length):
        return told.first
    unpublished = told is not None and told.last == setting.day
    return None if unit == "day" or unpublished else setting.day


def week_before_last(words: Words) -> Meaning | None:
    """the week before last."""
    return Meaning("DATE", "XXXX-WXX", lambda setting: periods.week_period(setting.day - 14 * _DAY))


def weekend(words: Words) -> Meaning | None:
    """the weekend · this weekend · last weekend · next weekend."""
    move = words.get("move")

    def resolve(setting: Setting) -> Period | None:
        here = periods.weekend_period(setting.day)
        steps = _steps(move)
        if not steps and here.first > setting.day and setting.tense in ("done", "past", ""):
            steps = -1 if setting.tense in ("done", "past") or move != "this" else 0
        return periods.weekend_period(here.first + 7 * steps * _DAY)

    return Meaning("DATE", "XXXX-WXX-WE", resolve)


def unit_here(words: Words) -> Meaning | None:
    """the end of the year · later in the month · year-end · midweek: of the publication day's own period."""
    joined = words.text.lower() if words.text.lower().startswith("mid") else ""
    unit = _unit(words.get("unit") or joined.removeprefix("mid") or "year")
    part = "mid" if joined else words.get("part") or "end"
    return Meaning("DATE", "XXXX", lambda setting: within(periods.period_at(setting.day, unit), part, setting))


def unit_whole(words: Words) -> Meaning | None:
    """for the week · the rest of the year · the month's talks: the period of the day told last, if that is recent."""
    last = words.doc[words.match.end() - 1]
    if last.i != last.right_edge.i and words.after() != "'s":
        return None
    unit = words.get("unit")

    def resolve(setting: Setting) -> Period:
        told = setting.story
        fresh = told is not None and 0 <= (setting.day - told.last).days < periods.DAYS_IN["week"]
        reported = told is not None and unit == "year" and "-Q" in told.value
        return periods.period_at(told.last if told and (fresh or reported) else setting.day, unit)

    return Meaning("DATE", "XXXX", resolve)


def part_of_story(words: Words) -> Meaning | None:
    """in the morning · by late afternoon: of the day told before in the same line, else of the publication day."""
    part = words.get("part") or words.get("joined") or words.get("part2")
    return Meaning("TIME", "XXXX-XX-XX", _clock_day, suffix=daypart_suffix(part), clock=True)


def day_of_story(words: Words) -> Meaning | None:
    """later in the day · earlier in the day: the day told last, if that is recent, else the publication day."""

    def resolve(setting: Setting) -> Period:
        told = setting.told
        fresh = told is not None and 0 <= (setting.day - told.last).days < periods.DAYS_IN["week"]
        return told if told and fresh and told.first == told.last else periods.day_period(setting.day)

    return Meaning("DATE", "XXXX-XX-XX", resolve)


def day_at_the_end(words: Words) -> Meaning | None:
    """down 3% for the day · ended the day at 8,451; "on the day that he left" says no day."""
    ended = words.before() not in ("for", "on")
    return day_of_story(words) if ended or words.after() in _CLAUSE_ENDS else None


def overnight(words: Words) -> Meaning | None:
    """overnight, as an adverb: the night that ends on the publication day; "an overnight stay" has no day."""
    if words.doc[words.match.start()].pos_ == "ADJ":
        return None
    return Meaning(
        "TIME", "XXXX-XX-XX", lambda s: Period(s.day.isoformat(), s.day - _DAY, s.day), suffix=daypart_suffix("night")
    )


def _unit(words: str) -> str:
    return UNIT_PLURALS.get(words) or UNITS.get(words) or words


_FACTORS = {
    "quarter": (3, "M"),
    "half": (6, "M"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "millennium": (1000, "Y"),
    "fortnight": (2, "W"),
    "weekend": (2, "D"),
}


def amount(number: int | None, unit: str) -> str:
    """The TIMEX3 value of a length: P3W, PT12H, PXY."""
    clock = CLOCK_PLURALS.get(unit) or CLOCK_UNITS.get(unit)
    if clock:
        return f"PT{'X' if number is None else number}{clock}"
    unit = _unit(unit)
    factor, code = _FACTORS.get(unit, (1, UNIT_VALUE.get(unit, "D")))
    return f"P{'X' if number is None else number * factor}{code}"


def _is_clock(unit: str) -> bool:
    return unit in CLOCK_PLURALS or unit in CLOCK_UNITS


_HALF_YEARS = {"century": 50, "decade": 5}
_FORWARD = frozenset(("later", "after", "hence", "from now", "afterwards", "afterward", "following"))
_FROM_NOW = frozenset(("ago", "from now", "hence", "back"))


def ago(words: Words) -> Meaning | None:
    """two weeks ago · a year earlier · five days later · years ago · a month from now."""
    unit, where, number = words.get("unit"), words.get("where"), number_of(words.get("n"))
    if words.after() == "than" and where in ("earlier", "later"):
        return Meaning("DURATION", amount(number, unit))
    value = "FUTURE_REF" if where in _FORWARD else "PAST_REF"
    steps = 1 if where in _FORWARD else -1
    if _is_clock(unit):
        if where in _FROM_NOW:
            return Meaning("TIME", value, lambda s: _hours_around(s.day, number, steps))
        return Meaning("DURATION", amount(number, unit), lambda s: _hours_from_told(s, number, steps), event=True)
    name = _unit(unit)
    if words.get("n").startswith(("half a", "a half")) and name in _HALF_YEARS:
        name, number = "year", _HALF_YEARS[name]
    halves = words.get("half") or "and a half" in words.get("n")
    if name in ("decade", "century") and number is not None:
        name, number = "year", (10 if name == "decade" else 100) * number
    from_now = where in _FROM_NOW or (where in ("earlier", "before") and name in ("year", "decade"))
    if number is None:
        return Meaning("DATE", value, lambda s: open_end(s, value) if from_now else None, event=not from_now)

    def resolve(setting: Setting) -> Period | None:
        told = setting.told
        if name == "year" and number == 1 and told is not None and "-Q" in told.value:
            fresh = setting.day.year - told.first.year < number
            return periods.period_at(periods.shift_day(told.first, name, steps * number * fresh), "quarter")
        base = setting.day if from_now else told.first if told else None
        if from_now and where not in _FROM_NOW and setting.named and setting.named.last <= setting.day:
            base = setting.named.first
        if steps < 0 and not from_now and number == 1:
            base = _told_before(setting, name)
        if base and halves and name == "year":
            base = periods.shift_day(base, "half", steps)
        return periods.period_at(periods.shift_day(base, name, steps * number), name) if base else None

    return Meaning("DATE", "XXXX", resolve, event=not from_now)


def year_ago(words: Words) -> Meaning | None:
    """year-ago results · year-earlier profit: the year before, or its quarter when a quarter was told."""
    return Meaning("DATE", "XXXX", _year_before)


def same_last_year(words: Words) -> Meaning | None:
    """the same period last year · the corresponding quarter a year earlier · the same month last year."""
    unit = words.get("unit")
    if unit == "period":
        return year_ago(words)
    return Meaning("DATE", "XXXX", lambda s: periods.period_at(periods.shift_day(_told_day(s, unit), "year", -1), unit))


def _year_before(setting: Setting) -> Period | None:
    unit = "quarter" if setting.told and "-Q" in setting.told.value else "year"
    return periods.period_at(periods.shift_day(_told_day(setting, unit), "year", -1), unit)


def _told_day(setting: Setting, unit: str) -> dt.date:
    """A day of the quarter or month told last, where that is what was told; else the publication day."""
    told = setting.told
    if told and periods.period_at(told.first, unit) == told and setting.day.year - told.first.year < 1:
        return told.first
    return periods.shift_day(setting.day, "quarter", -1) if unit == "quarter" else setting.day


def _hours_around(day: dt.date, number: int | None, steps: int) -> Period:
    days = _HOURS_DAYS if number is None else 1 + number // 24
    edge = day + steps * days * _DAY
    return Period("", min(day, edge), max(day, edge))


def _hours_from_told(setting: Setting, number: int | None, steps: int) -> Period | None:
    told = setting.told
    if told is None or told.first != told.last:
        return None
    return _hours_around(told.first, 0 if number is None else number, steps)


#: After these "the day before" counts from the day told last, else from the event named next.
_CLAUSE_ENDS = frozenset(("", ".", ",", ";", ":", "and", "but", "in", "at", "to", "by"))


def beside(words: Words) -> Meaning | None:
    """a day after the summit · hours before the vote · the day after his visit: counted from the event that follows."""
    unit, where = words.get("unit"), words.get("where")
    number = number_of(words.get("n"))
    steps = 1 if where in ("after", "following") else -1
    if _is_clock(unit):
        value = amount(number, unit)
        return Meaning("DURATION", value, lambda s: _hours_from_told(s, number, steps), event=True, beside=True)
    name, count = _unit(unit), 1 if words.get("n") == "the" else number
    ends = words.after() in _CLAUSE_ENDS

    def resolve(setting: Setting) -> Period | None:
        told = setting.told
        if told is None or (told.first != told.last and not ends):
            return None
        if count is None:
            return open_end(Setting(told.first), "FUTURE_REF" if steps > 0 else "PAST_REF")
        return periods.period_at(periods.shift_day(told.first, name, steps * count), name)

    if words.get("n") == "the" or (ends and count == 1):
        return Meaning("DATE", "XXXX-XX-XX" if name == "day" else "XXXX", resolve, event=True, beside=not ends)
    return Meaning("DURATION", amount(number, unit), resolve, event=True, beside=True)


def same_unit(words: Words) -> Meaning | None:
    """the same day · that week · that year: the period told before."""
    unit, part = _unit(words.get("unit")), part_of(words.get("part"))

    def resolve(setting: Setting) -> Period | None:
        told = setting.told
        if told is None:
            return None
        first, last = periods.period_at(told.first, unit), periods.period_at(told.last, unit)
        return first.part(part if part in ("early", "mid", "late") else "") if first == last else None

    suffix = daypart_suffix(unit)
    value = "XXXX-XX-XX" if suffix or unit == "day" else "XXXX"
    return Meaning("TIME" if suffix else "DATE", value, resolve, event=True, suffix=suffix)


def next_to(words: Words) -> Meaning | None:
    """the next day · the next morning · the next year: counted from the day told before."""
    unit = words.get("unit")
    name = UNITS.get(unit, "day")

    def resolve(setting: Setting) -> Period | None:
        if setting.told is None:
            return None
        return periods.period_at(periods.shift_day(setting.told.last, name, 1), name)

    suffix, value = daypart_suffix(unit), "XXXX-XX-XX" if name == "day" else "XXXX"
    return Meaning("TIME" if suffix else "DATE", value, resolve, event=True, suffix=suffix)


def daypart_moved(words: Words) -> Meaning | None:
    """the previous evening · the following night · the night before: of the day beside the one told before."""
    move = words.get("move")
    if move == "before" and words.after() not in _CLAUSE_ENDS:
        return None
    step = _DAY if "following" in move else -_DAY

    def resolve(setting: Setting) -> Period | None:
        told = setting.told
        return periods.day_period(told.first + step) if told and told.first == told.last else None

    return Meaning("TIME", "XXXX-XX-XX", resolve, event=True, suffix=daypart_suffix(words.get("part")))


def now(words: Words) -> Meaning | None:
    """now · currently · at present · these days."""
    if _in_title(words):
        return None
    return Meaning("DATE", "PRESENT_REF", lambda s: Period("PRESENT_REF", s.day, s.day))


def current(words: Words) -> Meaning | None:
    """the current talks: present as a word, while the noun gets no day from it."""
    token = words.doc[words.match.start()]
    if token.dep_ != "amod" or words.after() in ("account", "affairs", "events"):
        return None
    return Meaning("DATE", "PRESENT_REF")


def past(words: Words) -> Meaning | None:
    """recently · in the past · recent years; "the past nine elections" counts elections."""
    last = words.doc[words.match.end() - 1]
    if last.lower_ == "past" and last.head.i > last.i and last.dep_ in ("amod", "nmod", "compound"):
        return None
    return Meaning("DATE", "PAST_REF", lambda s: open_end(s, "PAST_REF"))


def ahead(words: Words) -> Meaning | None:
    """the future · the coming days · the foreseeable future."""
    return Meaning("DATE", "FUTURE_REF", lambda s: open_end(s, "FUTURE_REF"))


def stretch(words: Words) -> Meaning | None:
    """the past three months · the next two weeks · the last few years: a length that touches the publication day."""
    unit, forward = words.get("unit"), _steps(words.get("way")) > 0
    number = 1 if unit in UNITS and not words.get("n") else number_of(words.get("n"))
    if _is_clock(unit):
        return Meaning("DURATION", amount(number, unit), lambda s: _hours_around(s.day, number, 1 if forward else -1))
    if unit in UNITS and not words.get("n"):
        return Meaning("DATE", "XXXX", lambda s: _stretch_of_one(s, unit, 1 if forward else -1))
    return Meaning("DURATION", amount(number, unit), lambda s: _stretch(s, _unit(unit), number, forward))


def _stretch_of_one(setting: Setting, unit: str, step: int) -> Period:
    """The days that "the past year" covers, with the value of the year before, as TimeML writes it."""
    far = periods.shift_day(setting.day, unit, step)
    return Period(periods.period_at(far, unit).value, min(far, setting.day), max(far, setting.day))


def _stretch(setting: Setting, unit: str, number: int | None, forward: bool) -> Period | None:
    if number is None:
        return open_end(setting, "FUTURE_REF" if forward else "PAST_REF")
    far = periods.shift_day(setting.day, unit, number if forward else -number)
    return Period("", min(far, setting.day), max(far, setting.day))


_HALVES = {"hour": "PT30M", "day": "PT12H", "century": "P50Y", "decade": "P5Y", "year": "P6M"}
_RATES = frozenset(("once", "twice", "times", "%", "percent", "million", "billion", "per"))


def duration(words: Words) -> Meaning | None:
    """three days · a two-week truce · several months · decades · half an hour; "once a year" is a set."""
    text, unit = words.get("n"), words.get("unit")
    if _unit(unit) == "quarter" and words.after() in ("of", "-", "final", "finals"):
        return None
    if text.startswith(("half a", "a half")):
        return Meaning("DURATION", _HALVES[unit]) if unit in _HALVES else None
    if text in ("a", "an", "per") and (text == "per" or words.before() in _RATES):
        return Meaning("SET", amount(1, unit))
    number = number_of(text)
    if words.before() in ("in", "within") and number is not None and not _is_clock(unit):
        name = _unit(unit)
        return Meaning("DURATION", amount(number, unit), lambda setting: _ahead_of(setting, name, number))
    return Meaning("DURATION", amount(number, unit))


def _ahead_of(setting: Setting, unit: str, number: int) -> Period | None:
    """In "will decide in two weeks" the stretch up to then; a past "in two weeks" only says how long it took."""
    return _stretch(setting, unit, number, forward=True) if setting.tense == "future" else None


_ADVERBS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "hourly": "PT1H"}


def repeated(words: Words) -> Meaning | None:
    """daily · every day · each year · every two weeks · annually · Fridays · every Monday."""
    word, unit = words.get("word"), words.get("unit")
    if word:
        return Meaning("SET", _ADVERBS.get(word, "P1Y"))
    if unit in WEEKDAY_PLURALS or unit in WEEKDAYS:
        return Meaning("SET", f"XXXX-WXX-{WEEKDAY_PLURALS.get(unit, WEEKDAYS.get(unit, 0)) + 1}")
    if unit in DAY_PARTS:
        return Meaning("SET", f"XXXX-XX-XXT{DAY_PARTS[unit]}")
    if unit in SEASONS:
        return Meaning("SET", f"XXXX-{SEASONS[unit]}")
    if unit in MONTHS:
        return Meaning("SET", f"XXXX-{MONTHS[unit]:02d}")
    number = 2 if words.get("n") == "other" else number_of(words.get("n")) or 1
    return Meaning("SET", amount(number, unit))


_NOONS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def clock(words: Words) -> Meaning | None:
    """5 p.m. · 5:30 p.m. EDT · 17:30 GMT · 1400 GMT · noon: a time of the publication day unless a day stands by."""
    text, half, zone = words.get("time").replace(" ", ""), words.get("half").replace(".", ""), words.get("zone")
    if not half and text.endswith(("am", "pm")):
        text, half = text[:-2], text[-2:]
    suffix = _NOONS.get(text) or _clock_suffix(text, half)
    if not suffix:
        return None
    if zone in ("gmt", "utc"):
        suffix += "Z"
    return Meaning("TIME", "XXXX-XX-XX", _clock_day, suffix=suffix, clock=True)


def _clock_day(setting: Setting) -> Period:
    """The day told before in the same line, else the publication day."""
    story = setting.story
    return story if story and story.first == story.last else periods.day_period(setting.day)


def _clock_suffix(text: str, half: str) -> str:
    digits = re.split(r"[:.]", text)
    if len(digits) == 1 and len(text) == 4 and text.isdecimal():
        digits = [text[:2], text[2:]]
    hour = number_of(digits[0].lstrip("0") or "0") if digits[0] not in ("0", "00") else 0
    minute = int(digits[1]) if len(digits) > 1 and digits[1].isdecimal() else 0
    if hour is None or hour > 24 or minute > 59:
        return ""
    if half.startswith(("p", "afternoon", "evening")) and hour < 12:
        hour += 12
    if half in ("am", "morning") and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}"
