"""Days as a strip of small columns, each a link (pure HTML makers)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from dashboard.queries.words import say_days, several
from dashboard.ui.marks import escape

#: More days than this are shown as weeks.
MOST_COLUMNS = 31
YEAR = 366


def day_strip(
    counts: Mapping[str, int],
    link: Callable[[str, str], str],
    noun: str,
    *,
    low: int = 0,
    ends: tuple[dt.date, dt.date] | None = None,
) -> str:
    """One column for each day from the first to the last (weeks when they are many); ``link`` takes both ends.

    ``ends`` are days that the strip reaches at least, with or without a count.
    """
    if not counts:
        return ""
    days = [*map(dt.date.fromisoformat, counts), *(ends or ())]
    first, last = min(days), max(days)
    width = 1 if (last - first).days < MOST_COLUMNS else -(-((last - first).days + 1) // MOST_COLUMNS)
    columns: list[tuple[dt.date, dt.date, int]] = []
    # By their numbers, since no day follows the last that there is.
    for number in range(first.toordinal(), last.toordinal() + 1, width):
        day, end = dt.date.fromordinal(number), dt.date.fromordinal(min(number + width - 1, last.toordinal()))
        held = sum(n for key, n in counts.items() if day.isoformat() <= key <= end.isoformat())
        columns.append((day, end, held))
    most = max(max(n for _, _, n in columns), low, 1)
    every = 1 if len(columns) <= 12 else -(-len(columns) // 6)
    ticks = [
        _tick(day, width, (last - first).days) if at % every == 0 else "" for at, (day, _, _) in enumerate(columns)
    ]
    items = [_column(one, most, link, noun, tick) for one, tick in zip(columns, ticks, strict=True)]
    kind = "strip wide" if every > 1 else "strip"
    return f'<div class="{kind}" role="group" aria-label="{noun.capitalize()} by day">{"".join(items)}</div>'


def _tick(day: dt.date, width: int, reach: int) -> str:
    """What stands below a column of ``width`` days, in a strip that reaches over so many."""
    if width == 1:
        # A phone has room for the month at the first day only; the style sheet leaves out the others.
        return f'{day.day}<span class="wide month"> {day:%b}</span><br><span class="wide">{day:%a}</span>'
    return f"{day.day} {day:%b}" if reach < YEAR else f"{day:%b} {day.year}" if reach < 6 * YEAR else str(day.year)


def _column(one: tuple[dt.date, dt.date, int], most: int, link: Callable[[str, str], str], noun: str, tick: str) -> str:
    first, last, count = one
    said = say_days(first.isoformat(), last.isoformat(), weekday=True)
    word = several(count, noun.removesuffix("s"), noun)
    height = round(100 * count / most)
    number = f'<span class="count">{count}</span>' if count else ""
    return (
        '<a href="'
        f'{escape(link(first.isoformat(), last.isoformat()))}" title="{escape(said)}: '
        f'{word}" aria-label="{escape(said)}: {word}">'
        f'{number}<i style="height:{height * 0.6:.0f}%"></i><span class="tick">{tick}</span></a>'
    )
