"""The front page: what the corpus is, four figures, days, reactions, disagreements, voices (pure HTML makers)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.queries.briefing import Figures
from dashboard.queries.coverage import published_days
from dashboard.queries.filters import Filters
from dashboard.queries.labels import country_label
from dashboard.queries.rows import each
from dashboard.queries.timeline import Window, all_days, background, episodes, newest_episode
from dashboard.queries.words import say_days, several
from dashboard.ui.answers import ask
from dashboard.ui.events import event_list, point_list
from dashboard.ui.evidence import cards, role_of
from dashboard.ui.frame import nothing_yet, tools
from dashboard.ui.marks import escape
from dashboard.ui.matrix import Grid, small_matrix
from dashboard.ui.period import episode_choice
from dashboard.ui.strips import day_strip
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

NEWEST, QUOTES, SPEAKERS, POINTS, COUNTRIES = 6, 4, 7, 4, 7


def lead(visit: Visit, held: Figures, window: Window) -> str:
    """One sentence that says what the corpus is, and the four figures, each a link to its rows."""
    if not held.articles:
        return nothing_yet(visit.links)
    first, last = published_days(visit.corpus)
    published = say_days(first.isoformat(), last.isoformat()) if first and last else "days unknown"
    outlets = f" of {several(held.outlets, 'outlet')}" if held.outlets else " that name no outlet"
    about = (
        f"on {several(len(ask(episodes, visit.corpus, Filters())), 'episode')}"
        if _is_one_of_many(visit)
        else (f"on what happened {_whole(_days_of(window))}")
    )
    said = f"{several(held.articles, 'article')}{outlets}, published {_whole(published)}, {about}."
    numbers = (
        ("timeline", held.events, "event"),
        ("reactions", held.reactions, "reaction"),
        ("quotes", held.quotes, "quote"),
    )
    items = []
    for key, count, noun in numbers:
        filters = _on_all_days(visit) if key == "timeline" and not window.chosen else visit.filters
        items.append(
            f'<a id="figure-{key}" href="{escape(visit.links.view(key, filters))}"><b>'
            f"{count:,}</b><span>{noun if count == 1 else noun + 's'}</span></a>"
        )
    items.append(
        f'<a href="#disagreements"><b>{held.disagreements:,}</b><span>'
        f"{'disagreement' if held.disagreements == 1 else 'disagreements'}</span></a>"
    )
    return (
        f'<h1 class="hidden">Briefing</h1><p class="lead">{said}</p>{episode_choice(visit, window)}'
        f'<div class="figures">{"".join(items)}{tools(visit)}</div>'
    )


def _on_all_days(visit: Visit) -> Filters:
    """The filters with the first and the last day of all events."""
    return visit.filters.on_days(*all_days(visit.corpus))


def scoped(visit: Visit) -> Visit:
    """The visit of the front page; of many episodes it is about the newest where the link names no days."""
    filters = visit.filters
    days = None if filters.since or filters.until else ask(newest_episode, visit.corpus, filters)
    return replace(visit, filters=filters.on_days(*days)) if days else visit


def _days_of(window: Window) -> str:
    return say_days(window.first.isoformat(), window.last.isoformat())


def _whole(days: str) -> str:
    """Days that no line break parts."""
    return f'<span class="whole">{escape(days)}</span>'


def episode(visit: Visit, events: pd.DataFrame, window: Window) -> str:
    """The days of the episode as a strip, each opening its events."""
    exact = events[events["exact"]]
    counts = Counter(row.first.isoformat() for row in each(exact))

    def on_days(first: str, last: str) -> str:
        return visit.links.view("timeline", visit.filters.with_values("from", [first]).with_values("to", [last]))

    more = f'<a href="{escape(visit.links.view("timeline", visit.filters))}">Timeline</a>'
    strip = day_strip(counts, on_days, "events", ends=(window.first, window.last))
    title = f"Events by day, {_days_of(window)}" if _is_one_of_many(visit) else "The episode, events by day"
    loose, far = len(events) - len(exact), len(ask(background, visit.corpus, visit.filters, window))
    parts = (
        (loose, visit.filters, "whose day is not known exactly"),
        (far, _on_all_days(visit), "before these days or after them"),
    )
    said = [_more_events(visit, count, filters, why) for count, filters, why in parts if count]
    note = f'<p class="small quiet">{", ".join(said)}.</p>' if said else ""
    return f'<section class="section"><h2>{more}{title}</h2>{strip}{note}</section>' if strip else ""


def _more_events(visit: Visit, count: int, filters: Filters, why: str) -> str:
    href = escape(visit.links.view("timeline", filters))
    return f'<a class="plain" href="{href}">{several(count, "more event")}</a> {why}'


def _is_one_of_many(visit: Visit) -> bool:
    """True when the corpus is of several episodes, so that a heading must say which one it is about."""
    return len(ask(episodes, visit.corpus, Filters())) > 1


def newest(visit: Visit, events: pd.DataFrame, window: Window) -> str:
    """The latest events of the window."""
    title = f"Newest events of {_days_of(window)}" if _is_one_of_many(visit) else "Newest events"
    # What is known to the day says more than what lies somewhere in the weeks of the episode.
    ranked = events.sort_values(["exact", "last", "sources"], ascending=False, kind="stable")
    held = ranked[ranked["status"] != "planned"].head(NEWEST)
    return (
        f'<section class="section"><h2>{title}</h2>{event_list(visit, held, brief=True)}</section>' if len(held) else ""
    )


def strongest(visit: Visit, grid: Grid) -> str:
    """A small matrix of the countries that react most."""
    more = f'<a href="{escape(visit.links.view("reactions", visit.filters))}">All reactions</a>'
    return f'<section class="section"><h2>{more}Who reacts how</h2>{small_matrix(visit, grid)}</section>'


def front_grid(grid: Grid) -> Grid:
    """The most active countries of a grid, as many rows as the front page bears, and their kinds of reaction."""
    rows = tuple(code for code in grid.rows if code in grid.sums)[:COUNTRIES]
    columns = tuple(key for key in grid.columns if any((code, key) in grid.cells for code in rows))
    shown = {cell: held for cell, held in grid.cells.items() if cell[0] in rows}
    return Grid(shown, rows, (), columns, grid.over, grid.sums)


def differences(visit: Visit, points: pd.DataFrame) -> str:
    """Where the sources disagree, the gravest first."""
    if points.empty:
        return (
            '<section class="section" id="disagreements"><h2>Where the sources disagree'
            '</h2><p class="quiet">No differences found.</p></section>'
        )
    shown = list(dict.fromkeys(points["id"]))
    first = point_list(visit, points[points["id"].isin(shown[:POINTS])])
    rest = points[~points["id"].isin(shown[:POINTS])]
    count = rest["id"].nunique()
    more = (
        (
            f'<details class="background"><summary>{several(count, "more difference")}'
            f"</summary>{point_list(visit, rest)}</details>"
        )
        if count
        else ""
    )
    return f'<section class="section" id="disagreements"><h2>Where the sources disagree</h2>{first}{more}</section>'


def voices(visit: Visit, speakers: pd.DataFrame) -> str:
    """Who spoke most, with role and country."""
    items = []
    for row in each(speakers[speakers["count"] > 0].head(SPEAKERS)):
        below = ", ".join(
            part
            for part in (role_of(row.role, row.name), country_label(row.country) if row.country else "")
            if part and part != row.name
        )
        items.append(
            '<li><span><a href="'
            f'{escape(visit.links.speaker(row.value, visit.filters))}">'
            f"{escape(row.name)}</a><small>{escape(below)}</small></span>"
            f'<span class="n">{several(row.count, "quote")}</span></li>'
        )
    more = f'<a href="{escape(visit.links.view("quotes", visit.filters))}">All quotes</a>'
    return (
        f'<section class="section"><h2>{more}Who spoke</h2><ul class="people">{"".join(items)}</ul></section>'
        if items
        else ""
    )


def latest_quotes(visit: Visit, quotes: pd.DataFrame) -> str:
    """The latest direct quotes; others where there are none."""
    direct = quotes[quotes["form"] == "direct"]
    if quotes.empty:
        return ""
    places = list(dict.fromkeys((quotes if direct.empty else direct)["position"]))[:QUOTES]
    held = quotes[quotes["position"].isin(places)]
    return f'<section class="section"><h2>Latest quotes</h2>{cards(visit, held, "quotes", brief=True)}</section>'
