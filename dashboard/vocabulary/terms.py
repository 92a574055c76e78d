"""The days on which those were in office together whom an article names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dashboard.vocabulary.holders import Holding, find_holdings, name_key

Days = tuple[dt.date, dt.date]
"""The first and the last day, inclusive."""
MIN_HOLDERS = 2
"""So many office-holders must agree: one alone may be remembered, or be somebody of the same name."""

MOST = 0.55
"""The share of those who could be in office together that must be so on the days of an article: others look back."""


def days_in_office(names: Iterable[str]) -> Days | None:
    """The latest stretch of days on which most of those named in full held an office.

    None unless these are two at least and more than half of the office-holders among the names.
    """
    return _common_days(_people(names))


def were_in_office(names: Iterable[str], first: dt.date, last: dt.date) -> bool:
    """False when far fewer of those named in full held an office from ``first`` to ``last`` than on some other day."""
    people = _people(names)
    starts = {term.first for terms in people for term in terms}
    best = max((_count(people, day, day) for day in starts), default=0)
    return best < MIN_HOLDERS or _count(people, first, last) >= MOST * best


def _people(names: Iterable[str]) -> tuple[tuple[Holding, ...], ...]:
    terms = [found for name in dict.fromkeys(map(name_key, names)) if (found := find_holdings(name))]
    return tuple({each[0].name: each for each in terms}.values())


def _count(people: tuple[tuple[Holding, ...], ...], first: dt.date, last: dt.date) -> int:
    return sum(any(term.holds_in(first, last) for term in terms) for terms in people)


def _common_days(people: tuple[tuple[Holding, ...], ...]) -> Days | None:
    """The latest stretch on which the most of ``people`` are in office."""
    starts = sorted({term.first for terms in people for term in terms})
    best: tuple[int, dt.date] | None = None
    for day in starts:
        count = _count(people, day, day)
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
