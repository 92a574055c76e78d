"""The timeline as a figure: lanes, rows, labels, shapes."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.lanes import MARK_PIXELS, pixel_days, place
from dashboard.charts.scale import PHONE_PIXELS, PLOT_PIXELS, plain_scale, ticks
from dashboard.charts.style import DARK, FAMILIES, LIGHT, Palette, family_of, palette_of
from dashboard.charts.timeline import counts_figure, timeline_figure
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.timeline import MARK_COLUMNS, event_bins, events_between
from dashboard.queries.window import window_of

FIRST, LAST = dt.date(2023, 9, 1), dt.date(2023, 9, 20)


def frame_of(days: list[tuple[int, int, str]]) -> pd.DataFrame:
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


def test_the_figure_holds_every_event_with_its_id(corpus: Corpus) -> None:
    window = window_of(corpus, Filters())
    frame = events_between(corpus, Filters(), window)
    figure = timeline_figure(frame, first=window.first, last=window.last, palette=LIGHT, chosen=("e-meeting",))
    ids = [key for trace in figure.data for key in (trace.customdata if trace.customdata is not None else ())]
    assert sorted(ids) == sorted(frame["id"])
    ranges = figure.data[0]
    assert "Kim Jong Un leaves Pyongyang" in str(figure.to_dict())
    assert len(ranges.x) >= 3


def test_planned_events_are_hollow_and_uncertain_days_faded(corpus: Corpus) -> None:
    window = window_of(corpus, Filters())
    figure = timeline_figure(
        events_between(corpus, Filters(), window), first=window.first, last=window.last, palette=DARK
    )
    symbols = {str(trace.marker.symbol) for trace in figure.data[1:]}
    assert any(symbol.endswith("-open") for symbol in symbols)


def test_words_of_an_article_are_no_tags_for_the_chart() -> None:
    frame = frame_of([(1, 0, "JP")]).assign(title="<b onclick=x>$a$</b>")
    made = str(timeline_figure(frame, first=FIRST, last=LAST, palette=LIGHT).to_dict())
    assert "<b onclick" not in made
    assert "$a$" not in made


def test_many_events_become_counts() -> None:
    frame = frame_of([(i % 20, 0, "JP") for i in range(60)])
    window = type("Window", (), {"first": FIRST, "last": LAST, "days": 20})
    bins = event_bins(frame, window)  # type: ignore[arg-type]
    figure = counts_figure(bins, first=FIRST, last=LAST, palette=LIGHT)
    assert len(figure.data[0].x) == 20


@pytest.mark.parametrize(("countries", "side"), [(2, "bottom"), (30, "top")])
def test_a_tall_figure_names_its_days_above_the_lanes(countries: int, side: str) -> None:
    frame = frame_of([(1, 0, f"Country {index}") for index in range(countries)])
    figure = timeline_figure(frame, first=FIRST, last=LAST, palette=LIGHT)
    assert figure.layout.xaxis.side == side


def test_an_empty_window_is_a_figure_too() -> None:
    assert timeline_figure(frame_of([]), first=FIRST, last=LAST, palette=LIGHT).layout.height > 0


@pytest.mark.parametrize(
    ("last", "name"), [(FIRST + dt.timedelta(days=9), "1 Sep<br>Fri"), (dt.date(2024, 9, 1), "Sep 2023")]
)
def test_the_axis_is_named_as_fine_as_the_window_bears(last: dt.date, name: str) -> None:
    values, texts = ticks(FIRST, last)
    assert len(values) == len(texts) <= 16
    assert texts[0] == name


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_contrast_is_enough_for_words_and_marks(palette: Palette) -> None:
    assert contrast(palette.ink, palette.paper) >= 7
    assert contrast(palette.soft, palette.paper) >= 4.5
    for family in FAMILIES.values():
        assert contrast(palette.colour(family), palette.paper) >= 3


def test_each_family_has_its_own_shape() -> None:
    assert len({family.symbol for family in FAMILIES.values()}) == len(FAMILIES)
    assert family_of("nonsense") is FAMILIES["other"]
    assert palette_of(None) is LIGHT
