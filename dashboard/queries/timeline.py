"""Merged events over days: which window shows the episode, what stands in it, and what each outlet told of an event."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.queries.corpus import DISAGREEMENT_COLUMNS, EVENT_COLUMNS, REPORT_COLUMNS, Corpus
from dashboard.queries.filters import Filters, country_label, kind_label
from dashboard.queries.words import say_when, several

#: Most marks on the chart; beyond, it shows counts.
MOST_MARKS = 1500
EPISODE_DAYS = 21
EPISODE_GAP_DAYS = 8
#: An event whose day is known this well tells where an episode lies.
NEAR_DAYS = 3

MARK_COLUMNS = (
    "id",
    "title",
    "kind",
    "kind_name",
    "status",
    "country",
    "country_name",
    "first",
    "last",
    "exact",
    "day_text",
    "sources",
    "reported",
)
BIN_COLUMNS = ("country", "country_name", "first", "last", "events")
TELLING_COLUMNS = (*REPORT_COLUMNS, "day_text")


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
    """The days of the link, else those of the episode: the densest weeks and what follows without a gap."""
    days = _near_days(corpus, filters.without("from", "to"))
    first, last = _episode(days)
    if filters.since or filters.until:
        first = filters.since or min(days[0] if days.size else last.toordinal(), last.toordinal())
        last = filters.until or (dt.date.fromordinal(int(days[-1])) if days.size else first)
        first = first if isinstance(first, dt.date) else dt.date.fromordinal(int(first))
        return Window(first, max(first, last), chosen=True)
    return Window(first, last, chosen=False)


def events_between(corpus: Corpus, filters: Filters, window: Window) -> pd.DataFrame:
    """The events of the window, earliest first. Columns: MARK_COLUMNS; ``first`` and ``last`` are days within the window."""
    inside = filters.without("from", "to").with_values("from", [window.first.isoformat()])
    kept = corpus.keep("events", inside.with_values("to", [window.last.isoformat()]))
    claims = corpus.events
    # An event that may have been at any time before is background, unless it can only have been in the window.
    wide = (claims.first < window.first.toordinal()) & (claims.last - claims.first > window.days)
    kept &= ~wide if not window.chosen else kept
    lo, hi = window.first.toordinal(), window.last.toordinal()
    found = []
    for index in np.flatnonzero(kept):
        event = claims.frame.iloc[index]
        first, last = max(int(claims.first[index]), lo), min(int(claims.last[index]), hi)
        found.append(
            (
                event["id"],
                event["title"],
                event["kind"],
                kind_label(event["kind"]),
                event["status"],
                event["country"],
                country_label(event["country"]),
                dt.date.fromordinal(first),
                dt.date.fromordinal(last),
                event["first_day"] is not None and event["first_day"] == event["last_day"],
                say_when(event["first_day"], event["last_day"], event["day_basis"], event["day_words"]),
                event["sources"],
                several(event["sources"], "independent outlet"),
            )
        )
    frame = pd.DataFrame(found, columns=list(MARK_COLUMNS))
    return frame.sort_values(["first", "last", "title"], kind="stable")


def event_bins(frame: pd.DataFrame, window: Window) -> pd.DataFrame:
    """Counts per day, week or month and country, for windows with too many events. Columns: BIN_COLUMNS."""
    width = 1 if window.days <= 62 else 7 if window.days <= 730 else 30
    start = window.first.toordinal()
    slot = [(day.toordinal() - start) // width for day in frame["first"]]
    held = frame.assign(slot=slot).groupby(["country", "country_name", "slot"], sort=True).size()
    found = [
        (
            country,
            name,
            dt.date.fromordinal(start + index * width),
            dt.date.fromordinal(min(start + (index + 1) * width - 1, window.last.toordinal())),
            int(count),
        )
        for (country, name, index), count in held.items()
    ]
    return pd.DataFrame(found, columns=list(BIN_COLUMNS))


def background(corpus: Corpus, filters: Filters, window: Window) -> pd.DataFrame:
    """The events that are not in the window, latest first. Columns: EVENT_COLUMNS."""
    claims = corpus.events
    kept = corpus.keep("events", filters.without("from", "to"))
    shown = set(events_between(corpus, filters, window)["id"])
    frame = claims.frame[kept]
    frame = frame[~frame["id"].isin(shown)]
    order = pd.Series(claims.last[kept], index=claims.frame.index[kept]).loc[frame.index]
    return frame.loc[order.sort_values(ascending=False, kind="stable").index, list(EVENT_COLUMNS)]


def reports_of(corpus: Corpus, event_id: str) -> pd.DataFrame:
    """What each outlet told of one event, in the order of outlets. Columns: TELLING_COLUMNS."""
    frame = corpus.reports[corpus.reports["event_id"] == event_id].copy()
    told = (say_when(r.first_day, r.last_day, r.day_basis, r.day_words) for r in frame.itertuples())
    frame["day_text"] = list(told)
    return frame.sort_values(["outlet", "article_id", "start"], kind="stable")


def points_of(corpus: Corpus, event_ids: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The points on which reports differ, of some events or of all. Columns: DISAGREEMENT_COLUMNS."""
    frame = corpus.disagreements
    held = frame if event_ids is None else frame[frame["event_id"].isin(event_ids)]
    return held[list(DISAGREEMENT_COLUMNS)]


def present_ids(corpus: Corpus, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids that these events have today."""
    return tuple(dict.fromkeys(corpus.aliases.get(one, one) for one in ids))


def _near_days(corpus: Corpus, filters: Filters) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    claims = corpus.events
    near = claims.last - claims.first <= NEAR_DAYS
    kept = corpus.keep("events", filters) & near
    if not kept.any():
        kept = near
    return np.sort(np.concatenate([claims.first[kept], claims.last[kept]]))


def _episode(days: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[dt.date, dt.date]:
    if not days.size:
        return dt.date(2000, 1, 1), dt.date(2000, 1, 14)
    ends = np.searchsorted(days, days + EPISODE_DAYS, side="left")
    best = int(np.argmax(ends - np.arange(days.size)))
    low, high = best, int(ends[best]) - 1
    while low > 0 and days[low] - days[low - 1] <= EPISODE_GAP_DAYS:
        low -= 1
    while high + 1 < days.size and days[high + 1] - days[high] <= EPISODE_GAP_DAYS:
        high += 1
    return dt.date.fromordinal(int(days[low]) - 1), dt.date.fromordinal(int(days[high]) + 1)
