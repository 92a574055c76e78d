"""Meanings of words that count from a day: "two weeks ago", "the day after the vote", "the next morning".

Each function takes the matched words and gives their Meaning, or None when they mean no time after all.
"""

from __future__ import annotations

import datetime as dt

from dashboard.language import periods
from dashboard.language.calendar_dates import daypart_suffix
from dashboard.language.durations import amount, hours_around, is_clock, unit_name
from dashboard.language.periods import Period
from dashboard.language.time_meanings import Meaning, Setting, Words, number_of, open_end, part_of
from dashboard.language.time_words import (
    UNITS,
)

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
    if is_clock(unit):
        if where in _FROM_NOW:
            return Meaning("TIME", value, lambda s: hours_around(s.day, number, steps))
        return Meaning("DURATION", amount(number, unit), lambda s: _hours_from_told(s, number, steps), event=True)
    name = unit_name(unit)
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
            base = told_before(setting, name)
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


def _hours_from_told(setting: Setting, number: int | None, steps: int) -> Period | None:
    told = setting.told
    if told is None or told.first != told.last:
        return None
    return hours_around(told.first, 0 if number is None else number, steps)


#: After these "the day before" counts from the day told last, else from the event named next.
CLAUSE_ENDS = frozenset(("", ".", ",", ";", ":", "and", "but", "in", "at", "to", "by"))


def beside(words: Words) -> Meaning | None:
    """a day after the summit · hours before the vote · the day after his visit: counted from the event that follows."""
    unit, where = words.get("unit"), words.get("where")
    number = number_of(words.get("n"))
    steps = 1 if where in ("after", "following") else -1
    if is_clock(unit):
        value = amount(number, unit)
        return Meaning("DURATION", value, lambda s: _hours_from_told(s, number, steps), event=True, beside=True)
    name, count = unit_name(unit), 1 if words.get("n") == "the" else number
    ends = words.after() in CLAUSE_ENDS

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
    unit, part = unit_name(words.get("unit")), part_of(words.get("part"))

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
    if move == "before" and words.after() not in CLAUSE_ENDS:
        return None
    step = periods.DAY if "following" in move else -periods.DAY

    def resolve(setting: Setting) -> Period | None:
        told = setting.told
        return periods.day_period(told.first + step) if told and told.first == told.last else None

    return Meaning("TIME", "XXXX-XX-XX", resolve, event=True, suffix=daypart_suffix(words.get("part")))


def told_before(setting: Setting, unit: str) -> dt.date | None:
    """The day that "the previous month" and "a week earlier" count from: of what was told, if that is no longer.

    Figures are set against those before with nothing told: "up from the previous quarter" counts from publication.
    """
    told = setting.told
    length = periods.DAYS_IN.get(unit, 31 * periods.MONTHS_IN.get(unit, 0))
    if told is not None and (unit == "day" or (told.last - told.first).days <= length):
        return told.first
    unpublished = told is not None and told.last == setting.day
    return None if unit == "day" or unpublished else setting.day
