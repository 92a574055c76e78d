"""Meanings of the names of holidays, and of the day that became a name."""

from __future__ import annotations

import datetime as dt

from dashboard.language import periods
from dashboard.language.calendar_dates import nearest_day
from dashboard.language.periods import Period
from dashboard.language.time_meanings import Meaning, Setting, Words, stated, year_of


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def _holiday_day(name: str, year: int) -> dt.date:
    fixed = {
        "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
        "new year 's day": (1, 1), "new year 's eve": (12, 31), "halloween": (10, 31), "independence day": (7, 4),
        "valentine 's day": (2, 14), "veterans day": (11, 11), "armistice day": (11, 11), "may day": (5, 1),
        "remembrance day": (11, 11), "bastille day": (7, 14), "st. patrick 's day": (3, 17), "earth day": (4, 22),
    }  # fmt: skip
    moving = {
        "thanksgiving": (11, 3, 4),
        "thanksgiving day": (11, 3, 4),
        "labor day": (9, 0, 1),
        "memorial day": (5, 0, 0),
        "columbus day": (10, 0, 2),
        "martin luther king day": (1, 0, 3),
        "martin luther king jr. day": (1, 0, 3),
        "presidents day": (2, 0, 3),
        "presidents ' day": (2, 0, 3),
    }
    if name == "black friday":
        return periods.nth_weekday(year, 11, 3, 4) + periods.DAY
    if name == "election day":
        return periods.nth_weekday(year, 11, 0, 1) + periods.DAY
    if name in fixed:
        return dt.date(year, *fixed[name])
    if name in moving:
        return periods.nth_weekday(year, *moving[name])
    from_easter = {"ash wednesday": -46, "palm": -7, "good friday": -2, "easter monday": 1}
    return easter(year) + dt.timedelta(from_easter.get(name, 0))


def holiday(words: Words) -> Meaning | None:
    """Christmas · New Year's Eve 1999 · Thanksgiving · Easter Sunday, with or without a year; no Mr. Christmas."""
    name, year, move = words.get("name").removesuffix(" sunday"), year_of(words.get("year")), words.get("move")
    if " " not in name and words.doc[words.match.end() - 1].ent_type_ == "PERSON":
        return None
    if year:
        return stated(periods.day_period(_holiday_day(name, year)))

    def resolve(setting: Setting) -> Period | None:
        years = range(setting.day.year - 1, setting.day.year + 2)
        days = [_holiday_day(name, y) for y in years if name != "election day" or y % 2 == 0]
        if move == "last":
            return periods.day_period(max((day for day in days if day < setting.day), default=days[0]))
        day = nearest_day(days, setting)
        return periods.day_period(day) if day else None

    return Meaning("DATE", "XXXX-XX-XX", resolve)


def september_11(words: Words) -> Meaning | None:
    """9/11, the attacks of 2001."""
    return stated(periods.day_period(dt.date(2001, 9, 11)))
