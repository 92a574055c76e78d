"""Days in plain English."""

from __future__ import annotations

import pytest

from dashboard.queries.words import say_days, say_when, several


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2023-09-15", "2023-09-15", "15 Sep 2023"),
        ("2023-09-10", "2023-09-11", "10–11 Sep 2023"),
        ("2023-08-01", "2023-08-31", "Aug 2023"),
        ("2023-08-30", "2023-09-02", "30 Aug – 2 Sep 2023"),
        ("2022-12-30", "2023-01-02", "30 Dec 2022 – 2 Jan 2023"),
        ("1950-01-01", "1950-12-31", "1950"),
        ("2016-01-01", "2018-12-31", "2016–2018"),
        (None, "2023-09-15", "15 Sep 2023 or earlier"),
        ("2023-09-15", None, "15 Sep 2023 or later"),
        (None, None, "day unknown"),
    ],
)
def test_a_day_is_said_no_finer_than_it_is_known(first: str | None, last: str | None, said: str) -> None:
    assert say_days(first, last) == said


def test_the_weekday_is_said_where_it_was_the_evidence() -> None:
    assert say_when("2023-09-15", "2023-09-15", "relative", "Friday") == "Fri 15 Sep 2023, from “Friday”"
    assert say_when("2023-09-15", "2023-09-15", "stated", "Sept. 15") == "15 Sep 2023"


def test_a_basis_without_words_says_none() -> None:
    assert say_when("2023-09-15", "2023-09-15", "relative", "") == "15 Sep 2023"
    assert say_when(None, None, "unknown", "") == "day unknown"


def test_numbers_agree_with_their_nouns() -> None:
    assert (several(1, "outlet"), several(1204, "event")) == ("1 outlet", "1,204 events")
