"""Numbers in words, as ranges."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.merging.amounts import Amount, to_amount, to_hours


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("two", 2, 2),
        ("12", 12, 12),
        ("1,500", 1500, 1500),
        ("twenty-five", 25, 25),
        ("three hundred", 300, 300),
        ("four to five", 4, 5),
        ("more than ten", 10, math.inf),
        ("up to six", 0, 6),
        ("about four", 3, 5),
    ],
)
def test_words_give_the_range_that_they_allow(words: str, low: float, high: float) -> None:
    found = to_amount(words)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("words", "hours"), [("five hours", 5), ("90 minutes", 1.5), ("two days", 48), ("half an hour", 0.5)]
)
def test_lengths_of_time_are_counted_in_hours(words: str, hours: float) -> None:
    found = to_hours(words)
    assert found is not None
    assert found.low == pytest.approx(hours)


@pytest.mark.parametrize("words", ["several", "some", "", "long talks", "1.2.3"])
def test_no_number_gives_none(words: str) -> None:
    assert to_hours(words) is None


def test_about_five_and_four_to_five_may_be_one_but_two_and_three_may_not() -> None:
    five, range_, two, three = (to_amount(w) for w in ("about five", "four to five", "two", "three"))
    assert five and range_ and two and three
    assert five.may_equal(range_)
    assert not two.may_equal(three)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = to_amount(text)
    assert found is None or isinstance(found, Amount)
