"""Reports of many outlets that tell of one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.records import Event, Reading


def merge_events(readings: Sequence[Reading], copies: Mapping[str, str]) -> tuple[Event, ...]:
    """The events that the readings tell of, oldest first. ``copies`` comes from ``group_copies``."""
    return ()
