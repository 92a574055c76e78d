"""The days on which those were in office together whom an article names."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable

from dashboard.vocabulary.holders import Holding, find_holdings, load_holders, name_key

Days = tuple[dt.date, dt.date]
"""The first and the last day, inclusive."""
People = tuple[tuple[Holding, ...], ...]
"""The terms of each office-holder among the names of an article."""
MIN_HOLDERS = 2
"""So many office-holders must agree: one alone may be remembered, or be somebody of the same name."""

MOST = 0.55
"""The share of those who could be in office together that must be so on the days of an article: others look back."""


def days_in_office(names: Iterable[str]) -> Days | None:
    """The latest stretch of days on which most of those named in full held an office.

    None unless these are two at least and more than half of the office-holders among the names.
    """
    return _common_days(find_people(names))


def were_in_office(names: Iterable[str], first: dt.date, last: dt.date) -> bool:
    """False when far fewer of those named in full held an office from ``first`` to ``last`` than on some other day."""
    people = find_people(names)
    starts = {term.first for terms in people for term in terms}
    best = max((count_in_office(people, day, day) for day in starts), default=0)
    return best < MIN_HOLDERS or count_in_office(people, first, last) >= MOST * best


def find_bounds(people: People) -> Days | None:
    """The days outside which fewer of ``people`` held an office than at the best time, by more than one.

    One of those whom an article names is often somebody who was in office before, or is about to be.
    """
    days = {day for terms in people for term in terms for day in (term.first, term.last or newest_day())}
    counts = {day: count_in_office(people, day, day) for day in days}
    least = max(MIN_HOLDERS, max(counts.values(), default=0) - 1)
    fitting = [day for day, count in counts.items() if count >= least]
    return (min(fitting), max(fitting)) if fitting else None


@functools.cache
def newest_day() -> dt.date:
    """The last day that the table of office-holders tells anything of."""
    return max(term.last or term.first for term in load_holders())


def find_people(names: Iterable[str]) -> People:
    """The office-holders among the names, each once."""
    terms = [found for name in dict.fromkeys(map(name_key, names)) if (found := find_holdings(name))]
    return tuple({each[0].name: each for each in terms}.values())


def count_in_office(people: People, first: dt.date, last: dt.date) -> int:
    """How many of ``people`` held an office on some day from ``first`` to ``last``."""
    return sum(any(term.holds_in(first, last) for term in terms) for terms in people)


def _common_days(people: People) -> Days | None:
    """The latest stretch on which the most of ``people`` are in office."""
    starts = sorted({term.first for terms in people for term in terms})
    best: tuple[int, dt.date] | None = None
    for day in starts:
        count = count_in_office(people, day, day)
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
