"""Merged events over days: what stands in a window and outside it, and what each outlet told of an event."""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter

import numpy as np
import pandas as pd

from dashboard.queries.columns import DISAGREEMENT_COLUMNS, EVENT_COLUMNS, REPORT_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.labels import country_label, kind_label, status_label
from dashboard.queries.rows import each
from dashboard.queries.window import Window, window_mask
from dashboard.queries.words import say_days, say_when, several

#: Most marks on the chart, on a desk and on a phone; beyond, it shows counts.
MOST_MARKS, PHONE_MARKS = 600, 150
#: Days of one bar of counts, and most bars.
BAR_DAYS, MOST_BARS = (1, 7, 30, 91, 365, 1826), 110
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
