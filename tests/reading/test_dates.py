"""Publication days of headers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.dates import read_published

DAY = dt.date(2023, 9, 15)


@pytest.mark.parametrize(
    "words",
    [
        "2023-09-15", "20230915", "2023-09-15T08:30:00Z", "2023-09-15 08:30:00+02:00", "15 September 2023",
        "Sept. 15, 2023",
        "September 15, 2023", "Friday, 15 September 2023", "15th September 2023", "Fri, 15 Sep 2023 08:30:00 GMT",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form_that_is_allowed(words: str) -> None:
    when = read_published(words)
    assert when is not None
    assert (when.first, when.last, when.basis, when.words) == (DAY, DAY, "metadata", words)


def test_a_month_is_its_days_and_a_year_is_its_days() -> None:
    month, year = read_published("2023-02"), read_published("2023")
    assert month is not None and (month.first, month.last) == (dt.date(2023, 2, 1), dt.date(2023, 2, 28))
    assert year is not None and (year.first, year.last) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))


@pytest.mark.parametrize(
    "words", ["", "yesterday", "2023-13-01", "31 February 2023", "15/09/2023", "0001-01-01", "soon 2023"]
)
def test_what_names_no_day_gives_none(words: str) -> None:
    assert read_published(words) is None


@settings(deadline=None)
@given(st.dates(min_value=dt.date(1900, 1, 1)))
def test_iso_days_come_back(day: dt.date) -> None:
    when = read_published(day.isoformat())
    assert when is not None and when.first == when.last == day


@settings(deadline=None)
@given(st.text(max_size=60))
def test_nothing_is_raised_for_any_words(words: str) -> None:
    read_published(words)
