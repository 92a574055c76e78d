"""Which days the timeline shows: those of the link, or the episode that the events crowd into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.store.counts import NO_LAST, Ints, Mask

#: The episode lies around those weeks, so many days, that hold most events; a longer gap than the second ends it.
EPISODE_DAYS = 21
EPISODE_GAP_DAYS = 8
#: An episode of fewer days than the first shows the days of the second, up to its last: reports tell of the week past.
SHORT_DAYS, SHORT_SHOWN = 4, 7
#: Days of two episodes lie further apart than this, and an episode has at least so many events.
APART_DAYS, LEAST_EVENTS = 30, 5
#: An event tells of an episode when its days are known this well.
ABOUT_DAYS = 10
#: An event whose day is known this well tells where an episode lies.
NEAR_DAYS = 3

EPISODE_COLUMNS = ("first", "last", "events")


@dataclass(frozen=True, slots=True)
class Window:
    """The days a timeline shows. ``chosen`` is True when the link names them."""

    first: dt.date
    last: dt.date
    chosen: bool

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.last - self.first).days + 1


def window_of(corpus: Corpus, filters: Filters) -> Window:
    """The days of the link, else those of the episode: the densest weeks and what follows without a gap.

    The episode is that of the whole corpus, so that a filter never moves the days under the reader.
    """
    days = _near_days(corpus)
    first, last = _episode(days)
    if not (filters.since or filters.until):
        return Window(first, last, chosen=False)
    least = dt.date.fromordinal(int(days[0])) if days.size else first
    most = dt.date.fromordinal(int(days[-1])) if days.size else last
    since, until = filters.since or least, filters.until or most
    return Window(min(since, until), max(since, until), chosen=True)


def episodes(corpus: Corpus) -> pd.DataFrame:
    """The stretches of days that the events crowd into, latest first. Columns: EPISODE_COLUMNS."""
    claims = corpus.events
    near = claims.dated & (claims.last - claims.first <= ABOUT_DAYS)
    days = np.sort(claims.last[near])
    parts = np.split(days, np.flatnonzero(np.diff(days) > APART_DAYS) + 1) if days.size else []
    found = [
        (*_at_least_a_week(int(part[0]), int(part[-1])), int(part.size))
        for part in reversed(parts)
        if part.size >= LEAST_EVENTS
    ]
    return pd.DataFrame(found, columns=list(EPISODE_COLUMNS))


def all_days(corpus: Corpus) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that any event names."""
    frame = corpus.events.frame
    days = [day for name in ("first_day", "last_day") for day in frame[name] if day]
    return (dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days))) if days else (None, None)


def window_mask(corpus: Corpus, filters: Filters, window: Window, leave_out: Iterable[str] = ()) -> Mask:
    """The events that stand in the window under the filters."""
    claims = corpus.events
    low, high = window.first.toordinal(), window.last.toordinal()
    kept = corpus.keep("events", filters.without("from", "to"), leave_out) & claims.dated
    kept &= (claims.last >= low) & (claims.first <= high)
    if not window.chosen:
        # What may as well have been long before is no part of the episode; what is still to come may stay open.
        to_come = (claims.last == NO_LAST) & (claims.first >= low)
        kept &= to_come | (claims.last - claims.first <= window.days + EPISODE_DAYS)
    return kept


def window_counts(corpus: Corpus, filters: Filters, window: Window, *, key: str) -> dict[str, int]:
    """Value of one filter -> the events of the window that hold it, under the other filters."""
    return corpus.events.counts(key, window_mask(corpus, filters, window, leave_out=(key,)))


def _near_days(corpus: Corpus) -> Ints:
    claims = corpus.events
    near = claims.dated & (claims.last - claims.first <= NEAR_DAYS)
    return np.sort(np.concatenate([claims.first[near], claims.last[near]]))


def _episode(days: Ints) -> tuple[dt.date, dt.date]:
    if not days.size:
        return dt.date(2000, 1, 1), dt.date(2000, 1, 14)
    ends = np.searchsorted(days, days + EPISODE_DAYS, side="left")
    best = int(np.argmax(ends - np.arange(days.size)))
    low, high = best, int(ends[best]) - 1
    while low > 0 and days[low] - days[low - 1] <= EPISODE_GAP_DAYS:
        low -= 1
    while high + 1 < days.size and days[high + 1] - days[high] <= EPISODE_GAP_DAYS:
        high += 1
    return _at_least_a_week(int(days[low]), int(days[high]))


def _at_least_a_week(low: int, high: int) -> tuple[dt.date, dt.date]:
    """The days of an episode; one of a few days is shown with the days before it."""
    first = high - SHORT_SHOWN + 1 if high - low + 1 < SHORT_DAYS else low
    return dt.date.fromordinal(first), dt.date.fromordinal(high)
