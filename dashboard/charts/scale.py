"""Where days lie on the axis: side by side, or in stretches that hold events, with the empty years between left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

#: Width of the days and the column beside them, on a desk and on a phone; a phone has no room for labels.
PLOT_PIXELS, PHONE_PIXELS = 880, 245
#: Windows up to so many days always show them side by side.
PLAIN_DAYS = 120
#: Stretches further apart than this are two; an event whose day is known this well opens a stretch.
APART_DAYS, NEAR_DAYS = 21, 10
#: The axis is broken where the stretches are less of the window than this.
BROKEN_SHARE = 0.5
#: Most stretches and the least width of one in pixels, on a desk and on a phone.
MOST, PHONE_MOST = 8, 3
LEAST_PIXELS = 58
#: Length of a broken axis, in days as the figure counts them, and of the gap between two stretches.
LENGTH, GAP = 100.0, 1.5
#: A stretch of more events than this is a crowd: what may have been on most of its days stands beside it.
CROWD = 4
TICK_PIXELS = 62
#: An event that may have been on more than this share of the days shown stands beside them.
LOOSE_SHARE = 0.55
#: Days beyond the first with which an event is still taken for one whose day is known; more of them fade its mark.
SURE_DAYS = 2

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that lie side by side on the axis from ``start`` on; both ends are counted."""

    first: dt.date
    last: dt.date
    events: int
    start: float
    width: float

    @property
    def days(self) -> int:
        """How many days the stretch has."""
        return (self.last - self.first).days + 1

    def at(self, day: dt.date, part: float) -> float:
        """Where a part of a day lies: 0 is its morning, 1 its midnight."""
        return self.start + self.width * ((day - self.first).days + part) / self.days


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of one figure. Its unit is a day where days lie side by side."""

    stretches: tuple[Stretch, ...]
    length: float

    @property
    def broken(self) -> bool:
        """True where days are left out."""
        return len(self.stretches) > 1

    def at(self, day: dt.date, part: float = 0.5) -> float:
        """Where a day lies; one that is left out lies in the gap, one outside at the end."""
        held = self.near(day)
        if day < held.first:
            return max(held.start - GAP / 2, 0.0)
        return held.at(day, part) if day <= held.last else min(held.start + held.width + GAP / 2, self.length)

    def near(self, day: dt.date) -> Stretch:
        """The stretch that holds the day, else the next one, else the last."""
        return next((one for one in self.stretches if day <= one.last), self.stretches[-1])


def plain_scale(first: dt.date, last: dt.date, events: int = 0) -> Scale:
    """All days from ``first`` to ``last``, side by side."""
    days = float((last - first).days + 1)
    return Scale((Stretch(first, last, events, 0.0, days),), days)


def scale_of(events: Sequence[Days], first: dt.date, last: dt.date, *, pixels: int, most: int = MOST) -> Scale:
    """The scale for events with these first and last days: broken where most of a long window is empty."""
    window = (last - first).days + 1
    plain = plain_scale(first, last, len(events))
    if window <= PLAIN_DAYS or not events:
        return plain
    runs = _runs(events)
    if len(runs) < 2 or sum((b - a).days + 1 for a, b, _ in runs) > BROKEN_SHARE * window:
        return plain
    runs = _fewer(runs, most)
    least = LENGTH * LEAST_PIXELS / pixels
    free = LENGTH - least * len(runs) - GAP * (len(runs) - 1)
    stretches, start = [], 0.0
    for a, b, count in runs:
        width = least + free * count / sum(n for _, _, n in runs)
        stretches.append(Stretch(a, b, count, start, width))
        start += width + GAP
    return Scale(tuple(stretches), LENGTH)


def _runs(events: Sequence[Days]) -> list[tuple[dt.date, dt.date, int]]:
    """Stretches that events lie in, with how many: first of those known well, then what lies outside them."""
    well = sorted((a, b) for a, b in events if (b - a).days < NEAR_DAYS)
    runs = _joined(well, APART_DAYS)
    outside = [(a, b) for a, b in events if not any(a <= high and b >= low for low, high in runs)]
    found = sorted([*runs, *_joined(sorted(outside), 0)])
    return [(a, b, sum(1 for low, high in events if low <= b and high >= a)) for a, b in found]


def _joined(days: Sequence[Days], apart: int) -> list[Days]:
    """The ranges in order, with those made one that lie no more than ``apart`` days from each other."""
    found: list[Days] = []
    for a, b in days:
        if found and (a - found[-1][1]).days <= apart:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return found


def _fewer(runs: list[tuple[dt.date, dt.date, int]], most: int) -> list[tuple[dt.date, dt.date, int]]:
    """The runs with those neighbours joined that hold the fewest events, until they are few enough."""
    while len(runs) > most:
        at = min(range(len(runs) - 1), key=lambda i: (runs[i][2] + runs[i + 1][2], runs[i + 1][0] - runs[i][1]))
        (a, _, n), (_, b, m) = runs[at : at + 2]
        runs = [*runs[:at], (a, b, n + m), *runs[at + 2 :]]
    return runs


def is_loose(event: Mapping[str, Any], scale: Scale) -> bool:
    """True when the days an event may have happened on are most of those shown: it gets no place among them.

    On a broken axis those of a crowded stretch count, so that a year with one event keeps it. Days that are not shown
    count too: where one day is shown, an event of some day of that week is not drawn as one of that day.
    """
    held = scale.near(event["last"])
    if scale.broken and held.events <= CROWD:
        return False
    covered = (event["last"] - event["first"]).days + 1
    return bool(covered > LOOSE_SHARE * held.days and event["length"] > min(SURE_DAYS + 1, held.days))


def gaps(scale: Scale) -> list[float]:
    """Where days are left out."""
    return [(a.start + a.width + b.start) / 2 for a, b in pairwise(scale.stretches)]


def scale_ticks(scale: Scale, pixels: int, most: int) -> tuple[list[float], list[str]]:
    """Where the axis is named and with which words; ``most`` bounds how often, about."""
    if not scale.broken:
        held = scale.stretches[0]
        return ticks(held.first, held.last, most=most)
    values: list[float] = []
    texts: list[str] = []
    for held in scale.stretches:
        room = int(held.width / scale.length * pixels / TICK_PIXELS)
        if room < 2 or held.days > PLAIN_DAYS:
            values.append(held.start + held.width / 2)
            texts.append(_named(held.first, held.last))
            continue
        at, names = ticks(held.first, held.last, most=room)
        values += [held.start + held.width * one / held.days for one in at]
        # The year stands once a stretch, below its first day.
        plain = [name.partition("<br>")[0].removesuffix(f" {held.first.year}") for name in names]
        texts += [f"{plain[0]}<br>{held.first.year}", *plain[1:]]
    return values, texts


def _named(first: dt.date, last: dt.date) -> str:
    """``1950``, ``1950–1953`` or ``Mar–May<br>2023``."""
    if first.year != last.year:
        return f"{first.year}–{last.year}"
    if (last - first).days > PLAIN_DAYS:
        return str(first.year)
    months = f"{first:%b}" if first.month == last.month else f"{first:%b}–{last:%b}"
    return f"{months}<br>{first.year}"


def ticks(first: dt.date, last: dt.date, *, most: int = 12) -> tuple[list[float], list[str]]:
    """Where days side by side are named, in days from ``first``, and with which words."""
    days = (last - first).days + 1
    if days > PLAIN_DAYS:
        return _month_ticks(first, last, max(1, round(days / 30.4 / min(most, 10))))
    step = next(step for step in (1, 2, 4, 7, 14, 28, 60) if days <= most * step or step == 60)
    values, texts = [], []
    for at in range(0, days, step):
        day = first + dt.timedelta(days=at)
        values.append(at + 0.5)
        same_month = at > 0 and day.month == (day - dt.timedelta(days=step)).month
        lead = f"{day.day}" if same_month else f"{day.day} {day:%b}"
        texts.append(f"{lead}<br>{day:%a}" if step == 1 else lead)
    if texts and step > 1:
        texts[0] += f"<br>{first.year}"
    return values, texts


def _month_ticks(first: dt.date, last: dt.date, step: int) -> tuple[list[float], list[str]]:
    """The first of every so many months, in days from ``first``, and its name."""
    step = next((one for one in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600) if one >= step), 1200)
    values, texts = [], []
    for month in range(first.year * 12, last.year * 12 + 12, step):
        day = dt.date(month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            values.append((day - first).days + 0.5)
            texts.append(f"{day.year}" if step >= 12 else f"{day:%b} {day.year}")
    return values, texts
