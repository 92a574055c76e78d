"""Merged events over days: which window shows the episode, what stands in it, and what each outlet told of an event."""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.queries.claims import Claims
from dashboard.queries.columns import DISAGREEMENT_COLUMNS, EVENT_COLUMNS, REPORT_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.coverage import published_days
from dashboard.queries.filters import Filters
from dashboard.queries.labels import country_label, kind_label, status_label
from dashboard.queries.rows import each
from dashboard.queries.words import say_days, say_when, several
from dashboard.store.counts import NO_FIRST, NO_LAST, Ints, Mask
from dashboard.vocabulary.countries import UNKNOWN_COUNTRY

#: Most marks on the chart, on a desk and on a phone; beyond, it shows counts.
MOST_MARKS, PHONE_MARKS = 600, 150
#: Days of one bar of counts, and most bars.
BAR_DAYS, MOST_BARS = (1, 7, 30, 91, 365, 1826), 110
#: The episode lies around those weeks, so many days, that hold most events; a longer gap than the second ends it.
EPISODE_DAYS = 21
EPISODE_GAP_DAYS = 8
#: An episode of fewer days than the first shows the days of the second, up to its last: reports tell of the week past.
SHORT_DAYS, SHORT_SHOWN = 4, 7
#: An event that may lie on any of more days is shown without a chart of them.
SHOWN_DAYS = 92
#: Days of two episodes lie further apart than this, and an episode has at least so many events.
APART_DAYS, LEAST_EVENTS = 30, 5
#: An event tells of an episode when its days are known this well.
ABOUT_DAYS = 10
#: An event whose day is known this well tells where an episode lies.
NEAR_DAYS = 3

MARK_COLUMNS = (
    "id",
    "title",
    "kind",
    "kind_name",
    "status",
    "status_name",
    "country",
    "country_name",
    "first",
    "last",
    "exact",
    "length",
    "day_text",
    "days",
    "sources",
    "reported",
)
BIN_COLUMNS = ("country", "country_name", "first", "last", "events")
TELLING_COLUMNS = (*REPORT_COLUMNS, "day_text")
EPISODE_COLUMNS = ("first", "last", "events", "countries")
#: Countries that name an episode.
NAMED_COUNTRIES = 2


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
    """The days of the link, else those around its event, else those of the episode.

    The episode is the newest, or the densest weeks of a corpus of one alone. It is that of the whole corpus, so that a
    filter never moves the days under the reader.
    """
    days = _near_days(corpus)
    first, last = newest_episode(corpus, Filters()) or _episode(days)
    if not (filters.since or filters.until):
        return _holding(corpus, filters, Window(first, last, chosen=False))
    least = dt.date.fromordinal(int(days[0])) if days.size else first
    most = dt.date.fromordinal(int(days[-1])) if days.size else last
    since, until = filters.since or least, filters.until or most
    return Window(min(since, until), max(since, until), chosen=True)


def episodes(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The stretches of days that the events crowd into, latest first. Columns: EPISODE_COLUMNS.

    Days are those of the whole corpus; ``events`` counts those on these days under the other filters, and ``countries``
    are the codes of those that take part in most of them.
    """
    claims = corpus.events
    kept = corpus.keep("events", filters.without("from", "to", "event"))
    found = []
    for first, last in _stretches(claims):
        inside = kept & claims.table.between(first, last)
        found.append((first, last, claims.count(inside), _most_active(claims, inside)))
    return pd.DataFrame(found, columns=list(EPISODE_COLUMNS))


def newest_episode(corpus: Corpus, filters: Filters) -> tuple[dt.date, dt.date] | None:
    """The days of the newest of several episodes with an event under the filters; of one all to come only at need."""
    claims, stretches = corpus.events, _stretches(corpus.events)
    if len(stretches) < 2:
        return None
    kept = corpus.keep("events", filters.without("from", "to", "event"))
    _, as_of = published_days(corpus)
    held = [days for days in stretches if (kept & claims.table.between(*days)).any()]
    return next((days for days in held if not as_of or days[0] <= as_of), held[0] if held else None)


def _stretches(claims: Claims) -> list[tuple[dt.date, dt.date]]:
    """The days of each run of enough events without a long gap, latest first."""
    days = np.sort(claims.last[claims.dated & (claims.last - claims.first <= ABOUT_DAYS)])
    parts = np.split(days, np.flatnonzero(np.diff(days) > APART_DAYS) + 1) if days.size else []
    return [_at_least_a_week(int(part[0]), int(part[-1])) for part in reversed(parts) if part.size >= LEAST_EVENTS]


def _most_active(claims: Claims, kept: Mask) -> tuple[str, ...]:
    counts = claims.counts("country", kept)
    ranked = sorted((code for code in counts if counts[code] and code != UNKNOWN_COUNTRY), key=lambda c: -counts[c])
    return tuple(ranked[:NAMED_COUNTRIES])


def all_days(corpus: Corpus) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that any event names."""
    frame = corpus.events.frame
    days = [day for name in ("first_day", "last_day") for day in frame[name] if day]
    return (dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days))) if days else (None, None)


def window_mask(corpus: Corpus, filters: Filters, window: Window, leave_out: Iterable[str] = ()) -> Mask:
    """The events that stand in the window under the filters."""
    return corpus.keep("events", filters.on_days(window.first, window.last), leave_out)


def events_between(corpus: Corpus, filters: Filters, window: Window) -> pd.DataFrame:
    """The events of the window, earliest first. Columns: MARK_COLUMNS.

    ``first`` and ``last`` are days of the window; ``length`` counts all days that the event may have happened on,
    ``exact`` is True where that is one. ``day_text`` is the day with its basis, ``days`` the day alone.
    """
    claims = corpus.events
    at = np.flatnonzero(window_mask(corpus, filters, window))
    first = np.maximum(claims.first[at], window.first.toordinal()).tolist()
    last = np.minimum(claims.last[at], window.last.toordinal()).tolist()
    shown = pd.DataFrame({"first": first, "last": last, "length": claims.last[at] - claims.first[at] + 1})
    held = claims.frame.iloc[at].reset_index(drop=True)
    when = zip(*(held[name].tolist() for name in ("first_day", "last_day", "day_basis", "day_words")), strict=True)
    said = [_said(*cells) for cells in when]
    found = held[["id", "title", "kind", "status", "country", "sources"]].assign(
        kind_name=[kind_label(kind) for kind in held["kind"]],
        status_name=[status_label(status) for status in held["status"]],
        country_name=[country_label(code) for code in held["country"]],
        first=[dt.date.fromordinal(day) for day in first],
        last=[dt.date.fromordinal(day) for day in last],
        exact=held["first_day"].notna() & (held["first_day"] == held["last_day"]),
        length=shown["length"],
        day_text=[with_basis for with_basis, _ in said],
        days=[alone for _, alone in said],
        reported=[several(count, "independent outlet") for count in held["sources"]],
    )
    order = shown.assign(title=held["title"]).sort_values(["first", "last", "title"], kind="stable").index
    return found.loc[order, list(MARK_COLUMNS)].reset_index(drop=True)


@functools.lru_cache(maxsize=16384)
def _said(first: str | None, last: str | None, basis: str, words: str) -> tuple[str, str]:
    """The day with its basis, and the day alone."""
    return say_when(first, last, basis, words), say_days(first, last)


def window_counts(corpus: Corpus, filters: Filters, window: Window, *, key: str) -> dict[str, int]:
    """Value of one filter -> the events of the window that hold it, under the other filters."""
    return corpus.events.counts(key, window_mask(corpus, filters, window, leave_out=(key,)))


def event_bins(frame: pd.DataFrame, window: Window) -> pd.DataFrame:
    """Counts per stretch of days and country, for windows with too many events. Columns: BIN_COLUMNS."""
    width = next((days for days in BAR_DAYS if window.days <= days * MOST_BARS), BAR_DAYS[-1])
    start = window.first.toordinal()
    slot = [(day.toordinal() - start) // width for day in frame["first"]]
    held = Counter(zip(frame["country"], frame["country_name"], slot, strict=True))
    found = [
        (
            country,
            name,
            dt.date.fromordinal(start + index * width),
            dt.date.fromordinal(min(start + (index + 1) * width - 1, window.last.toordinal())),
            int(count),
        )
        for (country, name, index), count in sorted(held.items())
    ]
    return pd.DataFrame(found, columns=list(BIN_COLUMNS))


def background(corpus: Corpus, filters: Filters, window: Window) -> pd.DataFrame:
    """The events that are not in the window, latest first. Columns: EVENT_COLUMNS."""
    claims = corpus.events
    kept = corpus.keep("events", filters.without("from", "to")) & ~window_mask(corpus, filters, window)
    # Without a day at all comes last.
    order = np.lexsort((-claims.last[kept], ~claims.dated[kept]))
    return claims.frame[kept].iloc[order][list(EVENT_COLUMNS)]


def reports_of(corpus: Corpus, event_id: str) -> pd.DataFrame:
    """What each outlet told of one event, in the order of outlets. Columns: TELLING_COLUMNS."""
    frame = corpus.reports[corpus.reports["event_id"] == event_id].copy()
    told = (say_when(r.first_day, r.last_day, r.day_basis, r.day_words) for r in each(frame))
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


def _near_days(corpus: Corpus) -> Ints:
    claims = corpus.events
    near = claims.dated & (claims.last - claims.first <= NEAR_DAYS)
    return np.sort(np.concatenate([claims.first[near], claims.last[near]]))


def _holding(corpus: Corpus, filters: Filters, window: Window) -> Window:
    """The window, or where it holds none of the events asked for, the episode or the days of the latest of them."""
    if not filters.event or window_mask(corpus, Filters(event=filters.event), window).any():
        return window
    claims = corpus.events
    bounded = claims.dated & (claims.first != NO_FIRST) & (claims.last != NO_LAST)
    at = np.flatnonzero(claims.keep(Filters(event=filters.event)) & bounded)
    if not at.size:
        return window
    latest = at[np.argmax(claims.last[at])]
    low, high = int(claims.first[latest]), int(claims.last[latest])
    for row in each(episodes(corpus, Filters())):
        if row.first.toordinal() <= low and high <= row.last.toordinal():
            return Window(row.first, row.last, chosen=False)
    return Window(*_at_least_a_week(low, high), chosen=False) if high - low <= SHOWN_DAYS else window


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
