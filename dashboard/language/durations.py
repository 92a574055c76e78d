"""Meanings of words that give a length or a rate: "three days", "the past two weeks", "every Monday".

Each function takes the matched words and gives their Meaning, or None when they mean no time after all.
"""

from __future__ import annotations

import datetime as dt

from dashboard.language import periods
from dashboard.language.periods import Period
from dashboard.language.time_meanings import Meaning, Setting, Words, number_of, open_end
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

#: Vague counts of hours reach at most to the day before yesterday.
_HOURS_DAYS = 2


def steps_of(words: str) -> int:
    """How far a word moves: -1 for last, 1 for next, 0 for this."""
    if any(word in words for word in ("last", "latest", "recent", "past", "previous", "preceding")):
        return -1
    return int(any(word in words for word in ("next", "coming", "following")))


def unit_name(words: str) -> str:
    """The unit in the singular: "week" for "weeks"; another word as it stands."""
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
    unit = unit_name(unit)
    factor, code = _FACTORS.get(unit, (1, UNIT_VALUE.get(unit, "D")))
    return f"P{'X' if number is None else number * factor}{code}"


def is_clock(unit: str) -> bool:
    """True for hours, minutes and seconds."""
    return unit in CLOCK_PLURALS or unit in CLOCK_UNITS


def hours_around(day: dt.date, number: int | None, steps: int) -> Period:
    """The days that so many hours from ``day`` touch, back or, with positive ``steps``, ahead."""
    days = _HOURS_DAYS if number is None else 1 + number // 24
    edge = day + steps * days * periods.DAY
    return Period("", min(day, edge), max(day, edge))


def stretch(words: Words) -> Meaning | None:
    """the past three months · the next two weeks · the last few years: a length that touches the publication day."""
    unit, forward = words.get("unit"), steps_of(words.get("way")) > 0
    number = 1 if unit in UNITS and not words.get("n") else number_of(words.get("n"))
    if is_clock(unit):
        return Meaning("DURATION", amount(number, unit), lambda s: hours_around(s.day, number, 1 if forward else -1))
    if unit in UNITS and not words.get("n"):
        return Meaning("DATE", "XXXX", lambda s: _stretch_of_one(s, unit, 1 if forward else -1))
    return Meaning("DURATION", amount(number, unit), lambda s: _stretch(s, unit_name(unit), number, forward))


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
    if unit_name(unit) == "quarter" and words.after() in ("of", "-", "final", "finals"):
        return None
    if text.startswith(("half a", "a half")):
        return Meaning("DURATION", _HALVES[unit]) if unit in _HALVES else None
    if text in ("a", "an", "per") and (text == "per" or words.before() in _RATES):
        return Meaning("SET", amount(1, unit))
    number = number_of(text)
    if words.before() in ("in", "within") and number is not None and not is_clock(unit):
        name = unit_name(unit)
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
