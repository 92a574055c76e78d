"""Draws the timeline and turns what is picked on it into the link."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.charts.style import Palette, family_of, palette_of
from dashboard.charts.timeline import LEFT_OUT, MOST_COUNTED, counts_figure, timeline_figure
from dashboard.queries.filters import Filters, to_url
from dashboard.queries.timeline import MOST_MARKS, PHONE_MARKS, Window, event_bins
from dashboard.queries.words import say_days, several
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

#: More events picked by a box are taken as a choice of days.
MOST_PICKED = 40
CONFIG = {"displaylogo": False, "scrollZoom": False, "doubleClick": False, "responsive": True}


def draw_timeline(visit: Visit, events: pd.DataFrame, window: Window) -> None:
    """The figure; picking marks or a box opens their events, picking a bar of counts its days."""
    counted = len(events) > (PHONE_MARKS if _phone() else MOST_MARKS)
    palette = _palette()
    if counted:
        bins = event_bins(events, window)
        st.html(f'<p class="legend">{bars_in_words(bins)}</p>')
        figure = counts_figure(bins, first=window.first, last=window.last, palette=palette, phone=_phone())
    else:
        figure = timeline_figure(
            events, first=window.first, last=window.last, palette=palette, chosen=visit.filters.event, phone=_phone()
        )
    # A new key for each link: a picked mark lives in the link only, never in the chart's own state.
    key = f"timeline-{sha256(repr((to_url(visit.filters), visit.corpus.version)).encode()).hexdigest()[:12]}"
    days = say_days(window.first.isoformat(), window.last.isoformat())
    alt = f"{several(len(events), 'event')} by country, {days}. The same events stand as a list below."
    if _phone() and not counted:
        st.html(legend(events, palette, broken=any(trace.name == LEFT_OUT for trace in figure.data)))
    # The chart's code may come later than the page: its place is kept, so that nothing below it jumps.
    st.html(f"<style>.st-key-chart {{ min-height: {int(figure.layout.height)}px; }}</style>")
    with st.container(key="chart"):
        picked: Any = st.plotly_chart(
            figure, theme=None, key=key, on_select="rerun", selection_mode=("points", "box"), config=CONFIG, alt=alt
        )
    if points := picked.selection.points:
        _open(visit.filters, [point.get("customdata") for point in points], counted)


def bars_in_words(bins: pd.DataFrame) -> str:
    """What a bar of counts stands for, how many events the tallest has, and of how many countries there are bars."""
    days = max(((last - first).days + 1 for first, last in zip(bins["first"], bins["last"], strict=True)), default=1)
    names = {1: "a day", 7: "a week", 30: "a month", 91: "a quarter of a year", 365: "a year", 1826: "five years"}
    most = max(bins["events"], default=0)
    said = f"Each bar counts the events of {names.get(days, several(days, 'day'))}; the tallest stands for {most:,}."
    countries = bins["country"].nunique()
    left = f" Only the {MOST_COUNTED} most active of {countries:,} countries have bars."
    return f"{said}{left if countries > MOST_COUNTED else ''}"


def legend(events: pd.DataFrame, palette: Palette, *, broken: bool) -> str:
    """The shapes of the chart in a line of words, for screens where the chart has no room for it."""
    families = dict.fromkeys(family_of(kind) for kind in events["kind"])
    items = [f'<span><i style="color:{palette.colour(one)}">{one.sign}</i> {one.label}</span>' for one in families]
    gaps = f"; dotted line: {LEFT_OUT}" if broken else ""
    return f'<p class="legend">{"".join(items)}<span>hollow: not done; grey line: day not certain{gaps}</span></p>'


def _open(filters: Filters, picked: list[Any], counted: bool) -> None:
    if counted or len(picked) > MOST_PICKED:
        days = sorted(str(day) for one in picked for day in (one if isinstance(one, list) else []))
        if not days:
            return
        filters = filters.without("event").with_values("from", [days[0]]).with_values("to", [days[-1]])
    else:
        ids = [str(one[0] if isinstance(one, list) else one) for one in picked if one]
        filters = filters.with_values("event", ids)
    held: dict[str, list[str]] = {}
    for key, value in to_url(filters):
        held.setdefault(key, []).append(value)
    st.query_params.from_dict(held)
    st.rerun()


def _palette() -> Palette:
    return palette_of(st.context.theme.type)


def _phone() -> bool:
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
