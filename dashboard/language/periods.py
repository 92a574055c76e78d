"""Calendar periods with their TIMEX3 values, from days to centuries."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

DAY = dt.timedelta(1)
#: Days in the units that have a fixed length.
DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
#: Months in the units that are counted by the month.
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that words name, and its TIMEX3 value."""

    value: str
    first: dt.date
    last: dt.date

    def part(self, which: str) -> Period:
        """The first half ("early"), second half ("late") or the middle ("mid") of a period; a day stays a day."""
        length = (self.last - self.first).days
        half, quarter = dt.timedelta(length // 2), dt.timedelta(length // 4)
        if which == "early":
            return Period(self.value, self.first, self.first + half)
        if which == "late":
            return Period(self.value, self.first + half, self.last)
        if which == "mid":
            return Period(self.value, self.first + quarter, self.last - quarter)
        return self


def day_period(day: dt.date) -> Period:
    """One day: 2023-09-13."""
    return Period(day.isoformat(), day, day)


def week_period(day: dt.date) -> Period:
    """The ISO week of ``day``: 2023-W37, Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    monday = day - dt.timedelta(weekday - 1)
    return Period(f"{year:04d}-W{week:02d}", monday, monday + dt.timedelta(6))


def weekend_period(day: dt.date) -> Period:
    """The weekend of the ISO week of ``day``: 2023-W37-WE."""
    week = week_period(day)
    return Period(f"{week.value}-WE", week.last - DAY, week.last)


def month_period(year: int, month: int) -> Period:
    """One month: 2023-09."""
    return Period(
        f"{year:04d}-{month:02d}",
        dt.date(year, month, 1),
        dt.date(year, month, calendar.monthrange(year, month)[1]),
    )


def quarter_period(year: int, quarter: int) -> Period:
    """One quarter of the calendar year: 2023-Q3."""
    first, last = month_period(year, 3 * quarter - 2), month_period(year, 3 * quarter)
    return Period(f"{year:04d}-Q{quarter}", first.first, last.last)


def half_period(year: int, half: int) -> Period:
    """One half of the calendar year: 2023-H1."""
    first, last = month_period(year, 6 * half - 5), month_period(year, 6 * half)
    return Period(f"{year:04d}-H{half}", first.first, last.last)


def season_period(year: int, season: str) -> Period:
    """A meteorological season of the north: 2023-SP is March to May.

    "The winter of 2023" may be either end of that year, so it runs from the December before to the February after.
    """
    value = f"{year:04d}-{season}"
    if season == "WI":
        return Period(value, dt.date(year - 1, 12, 1), month_period(year + 1, 2).last)
    start = _SEASON_START[season]
    return Period(value, dt.date(year, start, 1), month_period(year, start + 2).last)


def season_from(year: int, season: str) -> Period:
    """The one season that starts in ``year``; a winter ends in the next year."""
    period = season_period(year, season)
    return Period(period.value, dt.date(year, 12, 1), period.last) if season == "WI" else period


def year_period(year: int) -> Period:
    """One year: 2023."""
    return Period(f"{year:04d}", dt.date(year, 1, 1), dt.date(year, 12, 31))


def decade_period(year: int) -> Period:
    """The decade of ``year``: 199 is 1990 to 1999."""
    start = year - year % 10
    return Period(f"{start // 10:03d}", dt.date(max(start, 1), 1, 1), dt.date(start + 9, 12, 31))


def century_period(number: int) -> Period:
    """A century by its ordinal: the 20th is 19, 1900 to 2000 (both ways of counting fit in)."""
    return Period(f"{number - 1:02d}", dt.date(max(1, 100 * number - 100), 1, 1), dt.date(100 * number, 12, 31))


def shift_day(day: dt.date, unit: str, count: int) -> dt.date:
    """``day`` moved by ``count`` units; the end of a month stays inside the shorter month."""
    if unit in DAYS_IN:
        return day + dt.timedelta(DAYS_IN[unit] * count)
    months = day.year * 12 + day.month - 1 + MONTHS_IN[unit] * count
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def period_at(day: dt.date, unit: str) -> Period:
    """The period of this unit that ``day`` lies in."""
    match unit:
        case "week" | "fortnight":
            return week_period(day)
        case "weekend":
            return weekend_period(day)
        case "month":
            return month_period(day.year, day.month)
        case "quarter":
            return quarter_period(day.year, (day.month + 2) // 3)
        case "half":
            return half_period(day.year, (day.month + 5) // 6)
        case "year":
            return year_period(day.year)
        case "decade":
            return decade_period(day.year)
        case "century" | "millennium":
            return century_period(day.year // 100 + 1)
    return day_period(day)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth weekday of a month; the last one for 0."""
    if nth == 0:
        last = month_period(year, month).last
        return last - dt.timedelta((last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
