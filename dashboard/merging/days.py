"""The day of undated articles, from dated articles that tell the same episode."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.records import Reading, When


def infer_days(readings: Sequence[Reading]) -> dict[str, When]:
    """Article id to publication day or bounds (basis "episode"), for articles whose day is unknown."""
    return {}
