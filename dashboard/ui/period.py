"""The days of the timeline in words, the events outside them, and the events below the chart (pure HTML makers)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dashboard.charts.scale import PLOT_PIXELS, is_loose, scale_of
from dashboard.queries.filters import in_words
from dashboard.queries.labels import country_label
from dashboard.queries.rows import each, records
from dashboard.queries.timeline import Window, all_days, episodes
from dashboard.queries.words import say_days, several
from dashboard.ui.answers import ask
from dashboard.ui.events import event_card, event_list
from dashboard.ui.frame import empty_state
from dashboard.ui.lists import loosened
from dashboard.ui.marks import escape
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

#: Events listed below the chart, and outside its days.
LISTED = 200
#: Episodes that are named at once.
NAMED = 5


def event_headline(visit: Visit, window: Window) -> str:
    """The filters in English; the days of the episode where the link names none."""
    if visit.filters.event or window.chosen:
        return visit.headline
    days = say_days(window.first.isoformat(), window.last.isoformat())
    said = in_words(visit.filters, visit.corpus.names, noun="events")
    return f"{said} · {days}" if said else f"Events of {days}"


def period(visit: Visit, window: Window) -> str:
    """Which days the chart shows and how to change them, with the chart as a picture."""
    days = say_days(window.first.isoformat(), window.last.isoformat())
    back = (
        f'<a class="plain" href="{escape(visit.here(visit.filters.without("from", "to")))}">Back to the episode</a>'
        if window.chosen
        else ""
    )
    # Without days in the link the headline names those of the episode, unless it names an event.
    named = not (window.chosen or visit.filters.event)
    said = "<span>The days that the reports are about</span>" if named else f"<span>Chart of {escape(days)}</span>"
    return (
        f'<div class="tools">{said}{back}'
        '<span class="push"></span><a class="button" href="#" role="button" '
        'data-chart="select" id="box" title="Draw a box on the chart: its events open below">Pick several</a>'
        '<span class="pictures">Picture of the chart'
        '<a class="button" href="#" role="button" data-picture="chart.png">PNG</a><a '
        'class="button" href="#" role="button" data-picture="chart.svg">SVG</a></span></div>'
        f"{episode_choice(visit, window)}"
    )


def on_chart(chosen: Sequence[str], events: pd.DataFrame) -> bool:
    """True when there is something to draw: one of the picked events, or any at all without a pick."""
    return bool(events["id"].isin(chosen).any()) if chosen else len(events) > 0


def episode_choice(visit: Visit, window: Window) -> str:
    """The episodes of the corpus, newest first, each a link to its days on this page; nothing for one alone.

    Those without an event under the filters are left out; the one that is shown is marked.
    """
    filters = visit.filters.without("from", "to", "event")
    frame = ask(episodes, visit.corpus, filters)
    if len(frame) < 2:
        return ""
    shown = (window.first, window.last)
    rows = [row for row in each(frame) if row.events or (row.first, row.last) == shown]
    at_once = [row for index, row in enumerate(rows) if index < NAMED or (row.first, row.last) == shown]
    rest = [row for row in rows if row not in at_once]
    items = [_episode(visit, row, (row.first, row.last) == shown) for row in at_once]
    folded = "".join(_episode(visit, row, False) for row in rest)
    more = f"<details><summary>{several(len(rest), 'earlier episode')}</summary><ul>{folded}</ul></details>"
    return (
        '<nav class="episodes" aria-label="Episodes"><h2>Episodes, newest first</h2>'
        f"<ul>{''.join(items)}{_every_day(visit, shown)}</ul>{more if rest else ''}</nav>"
    )


def _episode(visit: Visit, row: Any, shown: bool) -> str:
    """``18–21 Sep 2023  Poland, Ukraine · 16 events``."""
    about = ", ".join(map(country_label, row.countries))
    said = " · ".join(filter(None, (about, several(row.events, "event"))))
    return _days_link(visit, row.first, row.last, say_days(row.first.isoformat(), row.last.isoformat()), said, shown)


def _every_day(visit: Visit, shown: tuple[dt.date, dt.date]) -> str:
    first, last = all_days(visit.corpus)
    return _days_link(visit, first, last, "All days", "", shown == (first, last))


def _days_link(visit: Visit, first: dt.date | None, last: dt.date | None, name: str, said: str, shown: bool) -> str:
    here = ' aria-current="true"' if shown else ""
    href = escape(visit.here(visit.filters.without("event").on_days(first, last)))
    return f'<li><a href="{href}"{here}>{escape(name)}</a> <span>{escape(said)}</span></li>'


def outside(visit: Visit, frame: pd.DataFrame) -> str:
    """The events outside the days of the chart, folded, with a link that shows all days."""
    if frame.empty:
        return ""
    days = sorted(day for name in ("first_day", "last_day") for day in frame[name] if day)
    undated = sum(1 for a, b in zip(frame["first_day"], frame["last_day"], strict=True) if not a and not b)
    reach = f", {say_days(days[0], days[-1])}" if days else ""
    none = f" ({several(undated, 'without a day', 'without a day')})" if undated else ""
    every = visit.filters.without("event").on_days(*all_days(visit.corpus))
    link = (
        f'<a class="plain" id="all-days" href="{escape(visit.here(every))}">Show all days on the chart</a>'
        if days
        else ""
    )
    return (
        '<details class="background"><summary>Background: '
        f"{several(len(frame), 'event')} outside these days{reach}{none}</summary>"
        f"<p>{link}</p>{event_list(visit, frame.head(LISTED))}</details>"
    )


def event_rows(visit: Visit, events: pd.DataFrame, window: Window) -> str:
    """The picked events with what each outlet told; without a pick, the events of the window as a list."""
    chosen = visit.filters.event
    if chosen:
        held = visit.corpus.events.frame
        found = held[held["id"].isin(chosen)].sort_values("first_day", kind="stable", na_position="last")
        every = escape(visit.here(visit.filters.without("event")))
        return (
            f'<div class="picked" id="rows"><a class="plain" id="all-events" href="{every}">All events again</a>'
            f"{''.join(event_card(visit, row) for row in records(found))}</div>"
        )
    if events.empty:
        asked = visit.filters.on_days(window.first, window.last)
        return empty_state(visit, "events", loosened(visit.corpus, asked, "events"), event_headline(visit, window))
    show = int(visit.options["show"]) if visit.options["show"] != "20" else LISTED
    shown = events.head(show)
    # The list and the chart agree on which events have no place among the days.
    days = list(zip(events["first"], events["last"], strict=True))
    scale = scale_of(days, window.first, window.last, pixels=PLOT_PIXELS)
    loose = [is_loose(row, scale) for row in records(shown)]
    left = (
        f'<p class="more quiet">The first {show:,} of {len(events):,}; the files above hold all of them.</p>'
        if len(events) > show
        else ""
    )
    by_day = _listed(visit, "Events, by day", shown[[not one for one in loose]])
    return f"{by_day}{_listed(visit, 'Events whose day is not known exactly', shown[loose])}{left}"


def _listed(visit: Visit, title: str, events: pd.DataFrame) -> str:
    if events.empty:
        return ""
    return f'<section class="section"><h2>{title}</h2>{event_list(visit, events)}</section>'
