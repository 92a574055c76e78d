"""When an undated article must have been written: the days on which those it names were all in office."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable

from dashboard.records import When
from dashboard.vocabulary.holders import Holding, find_holdings, load_holders, name_key

Days = tuple[dt.date, dt.date]
"""The first and the last day, inclusive."""
People = tuple[tuple[Holding, ...], ...]
"""The terms of each office-holder among the names of an article."""
MIN_HOLDERS = 2
"""So many office-holders must agree: one alone may be remembered, or be somebody of the same name."""


def find_days(published: When | None, names: Iterable[str]) -> Days | None:
    """The days on which an article may have been written; None when neither its date nor its names say.

    Without a date of its own it is the latest stretch of days on which most of those whom it names in full held an
    office, if these are two at least and more than half of the office-holders among the names.
    """
    dated = published is not None and published.basis != "era"
    if published is not None and dated and (published.first is not None or published.last is not None):
        return (published.first or dt.date.min, published.last or dt.date.max)
    return _common_days(find_people(names))


def find_people(names: Iterable[str]) -> People:
    """The office-holders among the names, each once."""
    terms = [found for name in dict.fromkeys(map(name_key, names)) if (found := find_holdings(name))]
    return tuple({each[0].name: each for each in terms}.values())


def count_in_office(people: People, day: dt.date) -> int:
    """How many of ``people`` held an office on ``day``."""
    return sum(any(term.holds_on(day) for term in terms) for terms in people)


def find_bounds(people: People) -> Days | None:
    """The days outside which fewer of ``people`` held an office than at the best time, by more than one.

    One of those whom an article names is often somebody who was in office before, or is about to be.
    """
    days = {day for terms in people for term in terms for day in (term.first, term.last or newest_day())}
    counts = {day: count_in_office(people, day) for day in days}
    least = max(MIN_HOLDERS, max(counts.values(), default=0) - 1)
    fitting = [day for day, count in counts.items() if count >= least]
    return (min(fitting), max(fitting)) if fitting else None


@functools.cache
def newest_day() -> dt.date:
    """The last day that the table of office-holders tells anything of."""
    return max(term.last or term.first for term in load_holders())


def _common_days(people: People) -> Days | None:
    """The latest stretch on which the most of ``people`` are in office."""
    starts = sorted({term.first for terms in people for term in terms})
    best: tuple[int, dt.date] | None = None
    for day in starts:
        count = count_in_office(people, day)
        if best is None or count >= best[0]:
            best = count, day
    if best is None or best[0] < MIN_HOLDERS or 2 * best[0] <= len(people):
        return None
    ends = [
        max(term.last or dt.date.max for term in terms if term.holds_on(best[1]))
        for terms in _in_office(people, best[1])
    ]
    return best[1], min(ends)


def _in_office(people: People, day: dt.date) -> list[tuple[Holding, ...]]:
    return [terms for terms in people if any(term.holds_on(day) for term in terms)]
