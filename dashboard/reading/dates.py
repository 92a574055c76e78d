"""The publication day that a header, feed or page names."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from email.utils import parsedate_to_datetime

from dashboard.records import When

_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, ["", *[""] * 8, "sept", "", "", ""])
    for number, name in enumerate(names)
    if name
}
_ISO = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ].*)?$")
_MONTH_FIRST = re.compile(r"(?:\w+day,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_DAY_FIRST = re.compile(r"(?:\w+day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
#: No article that Chancery reads was published before.
FIRST_YEAR = 1800

#: The forms of a publication day, for messages.
DAY_FORMS = "2023-09-15, 2023-09-15T08:30:00Z, 2023-09, 2023, 15 September 2023, Sept. 15, 2023, or a mail date"


def read_published(words: str) -> When | None:
    """The day, month or year that ``words`` name, as the publication day of a header; None when they name none.

    The calendar day is taken as written, without a change of time zone.
    """
    words = words.strip()
    for read in (_read_iso, _read_words, _read_mail):
        bounds = read(words)
        if bounds is not None and bounds[0].year >= FIRST_YEAR:
            return When(*bounds, "metadata", words)
    return None


def _read_iso(words: str) -> tuple[dt.date, dt.date] | None:
    found = _ISO.match(words)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return _bounds(year, month, day)


def _read_words(words: str) -> tuple[dt.date, dt.date] | None:
    if found := _MONTH_FIRST.match(words):
        month, day, year = found.groups()
    elif found := _DAY_FIRST.match(words):
        day, month, year = found.groups()
    else:
        return None
    number = _MONTHS.get(month.casefold())
    return _bounds(int(year), number, int(day)) if number else None


def _read_mail(words: str) -> tuple[dt.date, dt.date] | None:
    try:
        day = parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return day, day


def _bounds(year: int | None, month: int | None, day: int | None) -> tuple[dt.date, dt.date] | None:
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    if month:
        return first, first.replace(day=calendar.monthrange(first.year, month)[1])
    return first, first.replace(month=12, day=31)
