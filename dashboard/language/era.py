"""When an undated article must have been written: the days on which those it names were all in office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dashboard.records import When
from dashboard.vocabulary.holders import Holding, find_holdings, name_key

Days = tuple[dt.date, dt.date]
"""The first and the last day, inclusive."""
MIN_HOLDERS = 2
"""So many office-holders must agree: one alone may be remembered, or be somebody of the same name."""


_FEDERATIONS = {"RS": ("YU", dt.date(1992, 4, 27), dt.date(2006, 6, 4))}
"""The republics whose foreign affairs were a federation's from the first of two days until before the other."""


def federation_of(code: str, days: Days | None) -> str:
    """The federation that a republic was part of on all the days of an article; the code itself for any other."""
    federation, first, last = _FEDERATIONS.get(code, ("", dt.date.min, dt.date.min))
    return federation if federation and days is not None and first <= days[0] and days[1] < last else code


def find_days(published: When | None, names: Iterable[str]) -> Days | None:
    """The days on which an article may have been written; None when neither its date nor its names say.

    Without a date it is the latest stretch of days on which most of those whom it names in full held an office, if
    these are two at least and more than half of the office-holders among the names.
    """
    if published is not None and (published.first is not None or published.last is not None):
        return (published.first or dt.date.min, published.last or dt.date.max)
    terms = [found for name in dict.fromkeys(map(name_key, names)) if (found := find_holdings(name))]
    people = {each[0].name: each for each in terms}
    return _common_days(tuple(people.values()))


def _common_days(people: tuple[tuple[Holding, ...], ...]) -> Days | None:
    """The latest stretch on which the most of ``people`` are in office."""
    starts = sorted({term.first for terms in people for term in terms})
    best: tuple[int, dt.date] | None = None
    for day in starts:
        count = sum(any(term.holds_on(day) for term in terms) for terms in people)
        if best is None or count >= best[0]:
            best = count, day
    if best is None or best[0] < MIN_HOLDERS or 2 * best[0] <= len(people):
        return None
    ends = [
        max(term.last or dt.date.max for term in terms if term.holds_on(best[1]))
        for terms in _in_office(people, best[1])
    ]
    return best[1], min(ends)


def _in_office(people: tuple[tuple[Holding, ...], ...], day: dt.date) -> list[tuple[Holding, ...]]:
    return [terms for terms in people if any(term.holds_on(day) for term in terms)]
