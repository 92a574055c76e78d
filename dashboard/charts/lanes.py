"""Where the marks of events go: a lane for each country, each event in the first row where it covers nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard.charts.scale import PLOT_PIXELS, Scale, is_loose
from dashboard.charts.style import Family, family_of
from dashboard.vocabulary.countries import UNKNOWN_COUNTRY

if TYPE_CHECKING:
    import pandas as pd

LETTER_PIXELS = 6.6
MARK_PIXELS = 22
LANE_GAP_ROWS = 0.5
#: A lane that would need more rows drops its labels and packs the bare marks.
MOST_ROWS = 9
LONGEST_LABEL = 60
#: A label of fewer letters would say too little.
LEAST_LABEL = 16
#: Width of the column for events that may have been on any day, and of the gap before it, as shares of the days.
LOOSE_WIDTH, PHONE_LOOSE_WIDTH, LOOSE_GAP = 0.15, 0.55, 0.05
HOLLOW = ("planned", "claimed", "denied")
#: Independent outlets -> size of the mark in pixels.
SMALLEST, LARGEST = 10, 17


@dataclass(frozen=True, slots=True)
class Placed:
    """One event with its place on the figure: ``x`` its middle and ``ends`` its days on the axis.

    ``spread`` is how many days lie between the first and the last that it may have been on.
    """

    id: str
    x: float
    ends: tuple[float, float]
    spread: int
    y: float
    label: str
    side: str
    family: Family
    hollow: bool
    size: float
    hover: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One country with the rows it takes, counted from the top."""

    name: str
    top: float
    bottom: float
    placed: tuple[Placed, ...]


def place(frame: pd.DataFrame, scale: Scale, *, pixels: int = PLOT_PIXELS) -> list[Lane]:
    """The lanes from the most active country down, each event in the first row where it covers nothing."""
    lanes: list[Lane] = []
    top = 0.0
    names = dict(zip(frame["country"], frame["country_name"], strict=True))
    sizes = frame["country"].value_counts(sort=False)
    # Events of nobody in particular come last, however many they are.
    for code in sorted(sizes.index, key=lambda c: (c == UNKNOWN_COUNTRY, -sizes[c], names[c])):
        events = frame[frame["country"] == code].to_dict("records")
        rows, placed = _lane(events, scale, pixels)
        lanes.append(Lane(names[code], top, top + rows, tuple(_moved(one, top) for one in placed)))
        top += rows + LANE_GAP_ROWS
    return lanes


def _lane(events: Sequence[dict[str, Any]], scale: Scale, pixels: int) -> tuple[int, list[Placed]]:
    tight = [event for event in events if not is_loose(event, scale)]
    # Labels go first where they say least: the statements, then all of them.
    choices = (lambda e: True, lambda e: e["kind"] != "statement", lambda e: False)
    for labelled in choices if pixels == PLOT_PIXELS else choices[-1:]:
        rows, placed = _pack(tight, scale, labelled, pixels)
        if rows <= MOST_ROWS:
            break
    loose = sorted((e for e in events if is_loose(e, scale)), key=_kind_order)
    wide = loose_width(pixels)
    across = max(1, int(wide * pixels / (1 + wide + LOOSE_GAP) / MARK_PIXELS))
    for index, event in enumerate(loose):
        row, column = divmod(index, across)
        x = scale.length * (1 + LOOSE_GAP + wide * (column + 0.5) / across)
        placed.append(_placed(event, x, (x, x), row, "", "none"))
    return max(rows, -(-len(loose) // across), 1), placed


def _kind_order(event: Mapping[str, Any]) -> tuple[bool, str, dt.date, str]:
    family = family_of(event["kind"]).label
    return (event["kind"] == "statement", family, event["first"], event["title"])


def pixel_days(days: float, pixels: int = PLOT_PIXELS) -> float:
    """How many days one pixel of the figure is."""
    return days * (1 + LOOSE_GAP + loose_width(pixels)) / pixels


def loose_width(pixels: int) -> float:
    """The column of events that may have been on any day, as a share of the days; a phone needs it wider."""
    return LOOSE_WIDTH if pixels == PLOT_PIXELS else PHONE_LOOSE_WIDTH


def _pack(
    events: Sequence[dict[str, Any]], scale: Scale, labelled: Callable[[dict[str, Any]], bool], pixels: int
) -> tuple[int, list[Placed]]:
    pixel = pixel_days(scale.length, pixels)
    taken: list[list[tuple[float, float]]] = []
    placed = []
    # Kinds keep together: all events of the first kind find their rows before the next.
    for event in sorted(events, key=_kind_order):
        x = (scale.at(event["first"]) + scale.at(event["last"])) / 2
        ends = scale.at(event["first"], 0.05), scale.at(event["last"], 0.95)
        label, side = _beside(event["title"], x, scale.length, pixel) if labelled(event) else ("", "none")
        width = len(label) * LETTER_PIXELS * pixel + (6 * pixel if label else 0)
        half = MARK_PIXELS / 2 * pixel
        low, high = min(ends[0], x - half), max(ends[1], x + half)
        if event["first"] == event["last"]:
            low, high = x - half, x + half
        if side == "right":
            high = max(high, x + half + width)
        elif side == "left":
            low = min(low, x - half - width)
        placed.append(_placed(event, x, ends, _free_row(taken, low, high), label, side))
    return len(taken), placed


def _beside(title: str, x: float, length: float, pixel: float) -> tuple[str, str]:
    """The label of a mark and its side: right of it, else left, else cut to the wider side; none for a few letters."""
    margin = 6 * pixel
    rooms = {"right": length - x - MARK_PIXELS * pixel - margin, "left": x - margin}
    letters = {side: int(room / (LETTER_PIXELS * pixel)) for side, room in rooms.items()}
    label = _short(title, LONGEST_LABEL)
    side = next((side for side, room in letters.items() if room >= len(label)), "")
    if side:
        return label, side
    side = max(letters, key=lambda each: letters[each])
    return (_short(title, letters[side]), side) if letters[side] >= LEAST_LABEL else ("", "none")


def _free_row(taken: list[list[tuple[float, float]]], low: float, high: float) -> int:
    for row, held in enumerate(taken):
        if all(high <= a or low >= b for a, b in held):
            held.append((low, high))
            return row
    taken.append([(low, high)])
    return len(taken) - 1


def _placed(event: dict[str, Any], x: float, ends: tuple[float, float], row: int, label: str, side: str) -> Placed:
    size = min(SMALLEST + 2.4 * (int(event["sources"]) - 1), LARGEST)
    lines = (
        f"<b>{plain(event['title'])}</b>",
        plain(event["day_text"]),
        f"{plain(event['kind_name'])}, {event['status_name']}",
        event["reported"],
    )
    return Placed(
        id=event["id"],
        x=x,
        ends=ends,
        spread=(event["last"] - event["first"]).days,
        y=row + 0.5,
        label=label if side != "none" else "",
        side=side,
        family=family_of(event["kind"]),
        hollow=event["status"] in HOLLOW,
        size=size,
        hover="<br>".join(lines),
    )


def _moved(one: Placed, top: float) -> Placed:
    return replace(one, y=one.y + top)


def _short(title: str, letters: int) -> str:
    if len(title) <= letters:
        return title
    return title[: letters - 1].rsplit(" ", 1)[0].rstrip(" :,;“") + "…"


def plain(words: str) -> str:
    """Words without the few tags and signs that Plotly would read."""
    return str(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")
