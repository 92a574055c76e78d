"""When an undated article must have been written: the days on which those it names were all in office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dashboard.records import When
from dashboard.vocabulary.terms import Days, days_in_office

_FEDERATIONS = {"RS": ("YU", dt.date(1992, 4, 27), dt.date(2006, 6, 4))}
"""The republics whose foreign affairs were a federation's from the first of two days until before the other."""


def federation_of(code: str, days: Days | None) -> str:
    """The federation that a republic was part of on all the days of an article; the code itself for any other."""
    federation, first, last = _FEDERATIONS.get(code, ("", dt.date.min, dt.date.min))
    return federation if federation and days is not None and first <= days[0] and days[1] < last else code


def find_days(published: When | None, names: Iterable[str]) -> Days | None:
    """The days on which an article may have been written; None when neither its date nor its names say.

    Without a date of its own it is the latest stretch of days on which most of those whom it names in full held an
    office, if these are two at least and more than half of the office-holders among the names.
    """
    dated = published is not None and published.basis != "era"
    if published is not None and dated and (published.first is not None or published.last is not None):
        return (published.first or dt.date.min, published.last or dt.date.max)
    return days_in_office(names)
