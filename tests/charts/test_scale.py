"""Where days lie on the axis of the timeline."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.scale import LENGTH, PHONE_MOST, Scale, gaps, is_loose, plain_scale, scale_of, scale_ticks, ticks

FIRST, LAST = dt.date(1950, 1, 1), dt.date(2023, 12, 31)
WEEK = [(day, day) for day in (dt.date(2023, 9, 10) + dt.timedelta(days=n) for n in range(6))]
BACKGROUND = [(dt.date(1950, 1, 1), dt.date(1950, 12, 31)), (dt.date(2000, 7, 1), dt.date(2000, 7, 31))]


def broken(most: int = 8) -> Scale:
    return scale_of([*BACKGROUND, *WEEK], FIRST, LAST, pixels=880, most=most)


def test_a_short_window_shows_its_days_side_by_side() -> None:
    scale = scale_of(WEEK, dt.date(2023, 9, 1), dt.date(2023, 9, 30), pixels=880)
    assert not scale.broken
    assert scale.length == 30
    assert scale.at(dt.date(2023, 9, 1)) == 0.5
    assert gaps(scale) == []


def test_a_long_window_that_is_mostly_empty_leaves_the_empty_years_out() -> None:
    scale = broken()
    assert [(one.first.year, one.events) for one in scale.stretches] == [(1950, 1), (2000, 1), (2023, 6)]
    assert scale.stretches[-1].width > LENGTH / 2
    assert len(gaps(scale)) == 2


def test_a_long_window_full_of_events_keeps_its_years() -> None:
    years = [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in range(1950, 2024)]
    assert not scale_of(years, FIRST, LAST, pixels=880).broken


def test_a_phone_joins_the_stretches_that_hold_least() -> None:
    more = [(dt.date(year, 5, 1), dt.date(year, 5, 1)) for year in (1960, 1970, 1991)]
    scale = scale_of([*BACKGROUND, *more, *WEEK], FIRST, LAST, pixels=245, most=PHONE_MOST)
    assert len(scale.stretches) == PHONE_MOST
    assert scale.stretches[-1].first == dt.date(2023, 9, 10)


@given(st.lists(st.dates(FIRST, LAST), min_size=1, max_size=40))
def test_later_days_never_lie_further_left(days: list[dt.date]) -> None:
    scale = scale_of([(day, day) for day in days], FIRST, LAST, pixels=880)
    places = [scale.at(day) for day in sorted({*days, FIRST, LAST})]
    assert all(a <= b for a, b in pairwise(places))
    assert 0 <= places[0] <= places[-1] <= scale.length


def test_each_stretch_is_named_and_the_year_stands_once_in_each() -> None:
    values, texts = scale_ticks(broken(), 880, 12)
    assert texts[0] == "1950"
    assert {"1 Jul<br>2000", "10 Sep<br>2023"} <= set(texts)
    assert len(values) == len(texts)
    assert values == sorted(values)
    assert sum("2023" in text for text in texts) == 1


def test_a_day_of_a_short_window_is_named_with_its_weekday() -> None:
    _, texts = scale_ticks(plain_scale(dt.date(2023, 9, 10), dt.date(2023, 9, 15)), 880, 12)
    assert texts[0] == "10 Sep<br>Sun"


@pytest.mark.parametrize(
    ("first", "last", "length", "shown", "loose"),
    [
        (13, 13, 1, (10, 15), False),
        (10, 11, 2, (10, 15), False),
        (10, 15, 11, (10, 15), True),
        (13, 15, 3, (13, 15), False),
        (12, 14, 11, (12, 14), True),
        (13, 13, 3, (13, 13), True),
        (13, 13, 1, (13, 13), False),
    ],
)
def test_an_event_of_some_day_of_a_week_is_not_drawn_as_one_of_the_few_days_shown(
    first: int, last: int, length: int, shown: tuple[int, int], loose: bool
) -> None:
    event = {"first": dt.date(2023, 9, first), "last": dt.date(2023, 9, last), "length": length}
    assert is_loose(event, plain_scale(*(dt.date(2023, 9, day) for day in shown))) == loose


@pytest.mark.parametrize(("last", "name"), [(dt.date(2023, 9, 10), "1 Sep<br>Fri"), (dt.date(2024, 9, 1), "Sep 2023")])
def test_the_axis_is_named_as_fine_as_the_window_bears(last: dt.date, name: str) -> None:
    values, texts = ticks(dt.date(2023, 9, 1), last)
    assert len(values) == len(texts) <= 16
    assert texts[0] == name
