"""The lanes of the timeline and the rows in them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.lanes import MARK_PIXELS, pixel_days, place
from dashboard.charts.scale import PHONE_PIXELS, PLOT_PIXELS, plain_scale
from tests.charts.frames import FIRST, LAST, frame_of

many_events = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19), st.sampled_from(["JP", "KR"])), max_size=25)


# A busy machine is no fault of the figure.
@settings(deadline=None)
@given(many_events, st.sampled_from([PLOT_PIXELS, PHONE_PIXELS]))
def test_marks_never_cover_each_other(days: list[tuple[int, int, str]], pixels: int) -> None:
    lanes = place(frame_of(days), plain_scale(FIRST, LAST), pixels=pixels)
    marks = [one for lane in lanes for one in lane.placed]
    assert len(marks) == len(days)
    near = MARK_PIXELS * pixel_days(20, pixels)
    rows: dict[float, list[float]] = {}
    for one in marks:
        assert all(abs(one.x - x) >= near * 0.99 for x in rows.get(one.y, []))
        rows.setdefault(one.y, []).append(one.x)
    for upper, lower in pairwise(lanes):
        assert upper.bottom < lower.top


def test_lanes_run_from_the_most_active_country_and_nobody_in_particular_comes_last() -> None:
    frame = frame_of(
        [(1, 0, "KR"), (2, 0, "JP"), (3, 0, "JP"), (4, 0, "unknown"), (5, 0, "unknown"), (6, 0, "unknown")]
    )
    assert [lane.name for lane in place(frame, plain_scale(FIRST, LAST))] == ["JP", "KR", "unknown"]
