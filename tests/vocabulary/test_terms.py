"""The days on which those were in office together whom an article names."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.vocabulary.terms import days_in_office, were_in_office


def test_latest_days_that_most_share() -> None:
    days = days_in_office(["George W. Bush", "Tony Blair", "Kofi Annan"])
    assert days is not None
    assert days[0] <= dt.date(2006, 6, 1) <= days[1]
    assert days_in_office(["Tony Blair"]) is None


@pytest.mark.parametrize(
    ("names", "day", "held"),
    [
        (["George W. Bush", "Tony Blair", "Kofi Annan"], dt.date(2003, 3, 1), True),
        (["George W. Bush", "Tony Blair", "Kofi Annan"], dt.date(2013, 3, 1), False),
        (["Kim Jong Un", "Vladimir Putin", "Dmitry Peskov", "John Bolton"], dt.date(2023, 9, 14), True),
        (["Tony Blair"], dt.date(2013, 3, 1), True),
        (["Nobody Whatever", "Someone Else"], dt.date(2013, 3, 1), True),
    ],
)
def test_days_on_which_few_of_those_named_held_office(names: list[str], day: dt.date, held: bool) -> None:
    assert were_in_office(names, day, day) is held
