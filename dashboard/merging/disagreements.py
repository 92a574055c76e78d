"""Points on which the reports of one event differ."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.records import Disagreement, Event, Reading


def find_disagreements(events: Sequence[Event], readings: Sequence[Reading]) -> tuple[Disagreement, ...]:
    """Every point on which the reports of an event differ, in the order of the events."""
    return ()
