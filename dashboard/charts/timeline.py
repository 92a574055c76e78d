"""Events over days as a figure: a lane for each country, marks that never cover each other, labels where they fit."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.charts.lanes import LANE_GAP_ROWS, LOOSE_GAP, Lane, Placed, loose_width, place, plain
from dashboard.charts.scale import (
    MOST,
    PHONE_MOST,
    PHONE_PIXELS,
    PLOT_PIXELS,
    SURE_DAYS,
    Scale,
    gaps,
    scale_of,
    scale_ticks,
)
from dashboard.charts.style import SANS, Family, Palette

if TYPE_CHECKING:
    import pandas as pd

ROW_PIXELS = 25
#: A figure of more rows than this names its days above the lanes: below them they would be out of sight.
TALL_ROWS = 24
#: Countries with bars; the page says that there are more.
MOST_COUNTED = 30
#: Letters of a lane's name in one line, on a desk and on a phone.
NAME_LETTERS, PHONE_NAME_LETTERS = 22, 13
LEGEND_PIXELS = 168
#: What the names of the days take, in two lines.
DAYS_PIXELS = 34
#: Days that are named on the axis, on a desk and on a phone.
DESK_TICKS, PHONE_TICKS = 12, 4
#: Between a mark and its label.
GAP = "\u2009"
#: What the legend calls the gaps of a broken axis.
LEFT_OUT = "time without events left out"
#: Below its mark, in rows, so that the range of days crosses no label.
RANGE_DROP = 0.44


def timeline_figure(
    frame: pd.DataFrame,
    *,
    first: dt.date,
    last: dt.date,
    palette: Palette,
    chosen: Sequence[str] = (),
    phone: bool = False,
) -> go.Figure:
    """The events of ``queries.timeline.events_between`` from ``first`` to ``last``."""
    pixels = PHONE_PIXELS if phone else PLOT_PIXELS
    days = list(zip(frame["first"], frame["last"], strict=True))
    scale = scale_of(days, first, last, pixels=pixels, most=PHONE_MOST if phone else MOST)
    lanes = place(frame, scale, pixels=pixels)
    figure = go.Figure()
    marks = [one for lane in lanes for one in lane.placed]
    figure.add_trace(_ranges(marks, palette))
    for (family, hollow), held in _by_look(marks).items():
        figure.add_trace(_marks(held, family, hollow, palette, chosen))
    _bands(figure, lanes, palette)
    xaxis = _axis_of(figure, scale, lanes, palette, phone=phone)
    return _dressed(figure, lanes, xaxis, palette, phone=phone)


def counts_figure(
    frame: pd.DataFrame, *, first: dt.date, last: dt.date, palette: Palette, phone: bool = False
) -> go.Figure:
    """The counts of ``queries.timeline.event_bins`` as bars, a lane for each country."""
    sums = frame.groupby("country_name", sort=False)["events"].sum().sort_values(ascending=False)
    lanes = [Lane(name, 2.0 * i, 2.0 * i + 1.6, ()) for i, name in enumerate(sums.index[:MOST_COUNTED])]
    top = {lane.name: lane.bottom for lane in lanes}
    most = int(frame["events"].max()) if len(frame) else 1
    held = frame[frame["country_name"].isin(top)]
    figure = go.Figure(
        go.Bar(
            x=[_noon(a) for a in held["first"]],
            base=[-top[name] for name in held["country_name"]],
            y=[1.5 * n / most for n in held["events"]],
            width=[0.9 * 86_400_000 * ((b - a).days + 1) for a, b in zip(held["first"], held["last"], strict=True)],
            offset=0,
            marker={"color": palette.accent},
            customdata=[[a.isoformat(), b.isoformat()] for a, b in zip(held["first"], held["last"], strict=True)],
            hovertext=[
                f"{name}, {n:,} events from {a:%-d %b %Y}"
                for name, n, a in zip(held["country_name"], held["events"], held["first"], strict=True)
            ],
            hoverinfo="text",
            showlegend=False,
        )
    )
    _bands(figure, lanes, palette)
    ends = [_noon(first - dt.timedelta(days=1)), _noon(last + dt.timedelta(days=1))]
    return _dressed(figure, lanes, {"type": "date", "range": ends}, palette, phone=phone)


def _by_look(marks: Iterable[Placed]) -> dict[tuple[Family, bool], list[Placed]]:
    found: dict[tuple[Family, bool], list[Placed]] = {}
    for one in marks:
        found.setdefault((one.family, one.hollow), []).append(one)
    return dict(sorted(found.items(), key=lambda item: (item[0][1], item[0][0].label)))


def _ranges(marks: Iterable[Placed], palette: Palette) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for one in marks:
        if one.spread and one.ends[0] < one.ends[1]:
            xs += [*one.ends, None]
            ys += [-one.y - RANGE_DROP, -one.y - RANGE_DROP, None]
    line = {"color": palette.range, "width": 2.5}
    return go.Scatter(
        x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", name="day not certain", showlegend=bool(xs)
    )


def _marks(held: Sequence[Placed], family: Family, hollow: bool, palette: Palette, chosen: Sequence[str]) -> go.Scatter:
    # The legend draws the first mark of a trace: one that is neither chosen nor faded, where there is one.
    held = sorted(held, key=lambda one: (one.id in chosen, _fades(one)))
    colour = palette.colour(family)
    symbol = family.symbol
    bar = symbol.startswith("line")
    edges = [3 if one.id in chosen else 2.4 if bar else 1.6 for one in held]
    return go.Scatter(
        x=[one.x for one in held],
        y=[-one.y for one in held],
        mode="markers+text",
        text=[_label(one, strong=one.id in chosen) for one in held],
        textposition=[f"middle {'left' if one.side == 'left' else 'right'}" for one in held],
        textfont={"size": 12.5, "color": palette.ink, "shadow": f"0 0 3px {palette.paper}, 0 0 2px {palette.paper}"},
        marker={
            # Said, for a trace of several sizes would be drawn thinner.
            "opacity": 1,
            "symbol": f"{symbol}-open" if hollow and not bar else symbol,
            "size": [one.size + (5 if one.id in chosen else 0) for one in held],
            # Not by opacity, of which the legend would take the mean.
            "color": [_faded(colour) if _fades(one) and one.id not in chosen else colour for one in held],
            "line": {"width": edges, "color": [_edge(one, colour, palette, chosen) for one in held]},
        },
        customdata=[one.id for one in held],
        hovertext=[one.hover for one in held],
        hoverinfo="text",
        name=f"{family.label}, not done" if hollow else family.label,
        unselected={"marker": {"opacity": 0.6}, "textfont": {"color": palette.ink}},
        cliponaxis=False,
    )


def _fades(one: Placed) -> bool:
    """True where the day is not certain; beside the days the place says so already."""
    return one.spread > SURE_DAYS and not _is_beside(one)


def _faded(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 0.6)"


def _edge(one: Placed, colour: str, palette: Palette, chosen: Sequence[str]) -> str:
    if one.id in chosen:
        return palette.ink
    return _faded(colour) if _fades(one) else colour


def _is_beside(one: Placed) -> bool:
    """True in the column beside the days."""
    return one.ends[0] == one.ends[1]


def _label(one: Placed, *, strong: bool) -> str:
    if not one.label:
        return ""
    words = f"<b>{plain(one.label)}</b>" if strong else plain(one.label)
    return f"{words}{GAP}" if one.side == "left" else f"{GAP}{words}"


def _axis_of(
    figure: go.Figure, scale: Scale, lanes: Sequence[Lane], palette: Palette, *, phone: bool
) -> dict[str, Any]:
    """The axis of days, with the column beside them for events that may have been on most of them."""
    pixels, length = PHONE_PIXELS if phone else PLOT_PIXELS, scale.length
    values, texts = scale_ticks(scale, pixels, PHONE_TICKS if phone else DESK_TICKS)
    dotted = {"color": palette.range, "width": 1.5, "dash": "dot"}
    for at in gaps(scale):
        figure.add_vline(x=at, line=dotted, layer="below")
    if scale.broken:
        figure.add_trace(go.Scatter(x=[None], y=[None], mode="lines", line=dotted, name=LEFT_OUT, hoverinfo="skip"))
    end = length
    if any(one.x > length for lane in lanes for one in lane.placed):
        wide = loose_width(pixels)
        end = length * (1 + LOOSE_GAP + wide)
        values = [*values, length * (1 + LOOSE_GAP + wide / 2)]
        texts = [*texts, "day not<br>known" if phone else "day not known<br>exactly"]
        figure.add_vline(x=length * (1 + LOOSE_GAP / 2), line={"color": palette.range, "width": 3}, layer="below")
    return {"range": [0, end], "tickvals": values, "ticktext": texts}


def _bands(figure: go.Figure, lanes: Sequence[Lane], palette: Palette) -> None:
    """Every other lane on a band; drawn before anything that runs across the lanes."""
    for lane in lanes[::2]:
        pad = LANE_GAP_ROWS / 2
        figure.add_hrect(y0=-lane.bottom - pad, y1=-lane.top + pad, fillcolor=palette.band, line_width=0, layer="below")


def _dressed(
    figure: go.Figure, lanes: Sequence[Lane], xaxis: dict[str, Any], palette: Palette, *, phone: bool
) -> go.Figure:
    """The figure with its axes, its legend and its place on the page."""
    depth = max((lane.bottom for lane in lanes), default=1.0)
    axis: dict[str, Any] = {
        "fixedrange": True,
        "zeroline": False,
        "showline": False,
        "tickfont": {"size": 12, "color": palette.soft},
        "tickangle": 0,
    }
    tall = depth > TALL_ROWS
    above, below = (6 if phone else 44) + DAYS_PIXELS * tall, 18 if tall else DAYS_PIXELS
    figure.update_layout(
        height=int(depth * ROW_PIXELS + above + below + 18),
        margin={"l": 4 if phone else 8, "r": 8 if phone else 14, "t": above, "b": below},
        # A phone has no room for it; the page says it in a line of words.
        showlegend=not phone,
        paper_bgcolor=palette.paper,
        plot_bgcolor=palette.paper,
        font={"family": SANS, "size": 13, "color": palette.ink},
        legend=_legend(palette, tall=tall),
        hoverlabel={
            "bgcolor": palette.paper,
            "bordercolor": palette.soft,
            "font": {"family": SANS, "size": 13, "color": palette.ink},
            "align": "left",
        },
        # Streamlit lets a click pick a mark only while dragging does not draw a box; a button of the page changes that.
        dragmode="pan",
        hovermode="closest",
        uirevision="timeline",
        xaxis={**axis, **xaxis, "gridcolor": palette.line, "ticks": "", "side": "top" if tall else "bottom"},
        yaxis={
            **axis,
            "range": [-depth - LANE_GAP_ROWS / 2, LANE_GAP_ROWS / 2],
            "tickvals": [-(lane.top + lane.bottom) / 2 for lane in lanes],
            "ticktext": [_wrapped(lane.name, PHONE_NAME_LETTERS if phone else NAME_LETTERS) for lane in lanes],
            "tickfont": {"size": 13, "color": palette.ink},
            "showgrid": False,
            "automargin": True,
        },
        newselection={"line": {"color": palette.accent, "width": 1, "dash": "solid"}},
    )
    return figure


def _legend(palette: Palette, *, tall: bool) -> dict[str, Any]:
    """One row of kinds above the lanes, and above the days where they stand there; no click changes it."""
    return {
        "orientation": "h",
        "x": 0,
        "y": 1,
        "yanchor": "top" if tall else "bottom",
        "yref": "container" if tall else "paper",
        "entrywidth": LEGEND_PIXELS,
        "entrywidthmode": "pixels",
        "font": {"size": 12, "color": palette.soft},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def _noon(day: dt.date) -> str:
    return f"{day.isoformat()}T12:00"


def _wrapped(name: str, letters: int) -> str:
    """A name in lines of so many letters; what does not fit into two is cut."""
    lines = textwrap.wrap(name, letters)
    shown = [*lines[:1], lines[1] + "…"] if len(lines) > 2 else lines
    return "<br>".join(plain(line) for line in shown)
