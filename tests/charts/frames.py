"""Frames of events as ``queries.timeline.events_between`` gives them."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.queries.timeline import MARK_COLUMNS

FIRST, LAST = dt.date(2023, 9, 1), dt.date(2023, 9, 20)


def frame_of(days: list[tuple[int, int, str]]) -> pd.DataFrame:
    """An event for each (day after FIRST, days more, country)."""
    rows = []
    for index, (first, length, country) in enumerate(days):
        a = FIRST + dt.timedelta(days=first)
        b = min(a + dt.timedelta(days=length), LAST)
        row = (
            f"e{index}",
            f"Event number {index}",
            "meeting",
            "meeting",
            "happened",
            "happened",
            country,
            country,
            a,
            b,
            a == b,
            length + 1,
            "",
            "",
            1,
            "",
        )
        rows.append(row)
    return pd.DataFrame(rows, columns=list(MARK_COLUMNS))
