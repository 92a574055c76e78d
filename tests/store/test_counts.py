"""The narrow table counts what a plain reading of the rows counts."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.store.counts import NO_FIRST, NO_LAST, Counts, count_table

row = st.tuples(
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["JP", "KR", ""]),
    st.lists(st.sampled_from(["RU", "KP", "CN"]), max_size=3).map(tuple),
    st.booleans(),
    st.booleans(),
)


def table_of(rows: list[tuple[str, str, tuple[str, ...], bool, bool]]) -> Counts:
    days = [None] * len(rows)
    return count_table(
        [r[0] for r in rows], days, days, {"country": [r[1] for r in rows], "target": [r[2] for r in rows]}
    )


@settings(deadline=None)
@given(st.lists(row, max_size=25))
def test_counts_are_distinct_statements(rows: list[tuple[str, str, tuple[str, ...], bool, bool]]) -> None:
    table = table_of(rows)
    kept = np.array([r[3] for r in rows], dtype=np.bool_)
    assert table.count(kept) == len({r[0] for r in rows if r[3]})
    for value, count in table.counts("country", kept).items():
        assert count == len({r[0] for r in rows if r[3] and r[1] == value})
    for value, count in table.counts("target", kept).items():
        assert count == len({r[0] for r in rows if r[3] and value in r[2]})


@given(st.lists(row, max_size=25))
def test_cells_hold_the_statements_of_both_values_and_are_marked_when_all_are(
    rows: list[tuple[str, str, tuple[str, ...], bool, bool]],
) -> None:
    table = table_of(rows)
    kept, marked = (np.array([r[at] for r in rows], dtype=np.bool_) for at in (3, 4))
    bound = {r[0] for r in rows if r[3] and r[4]}
    wholly = bound - {r[0] for r in rows if r[3] and not r[4]}
    expected: dict[tuple[str, str], set[str]] = {}
    for statement, country, targets, inside, _ in rows:
        for target in targets if inside and country else ():
            expected.setdefault((country, target), set()).add(statement)
    found = {(a, b): told for a, b, *told in table.cross("country", "target", kept, marked)}
    assert found == {cell: [len(held), held <= bound, held <= wholly] for cell, held in expected.items()}


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, [True, True, True, True]),
        ("2023-09-14", None, [False, True, True, False]),
        (None, "2023-09-13", [True, False, True, False]),
        ("2023-09-13", "2023-09-15", [True, True, False, False]),
    ],
)
def test_rows_that_can_reach_the_days_are_kept_and_undated_ones_are_not(
    since: str | None, until: str | None, kept: list[bool]
) -> None:
    table = count_table(
        ["a", "b", "c", "d"],
        ["2023-09-13", "2023-09-15", None, None],
        ["2023-09-13", None, "2023-09-20", None],
        {"country": ["JP"] * 4},
    )
    ends = [dt.date.fromisoformat(day) if day else None for day in (since, until)]
    assert table.between(*ends).tolist() == kept
    assert (table.first[2], table.last[1]) == (NO_FIRST, NO_LAST)
    assert table.first[0] == dt.date(2023, 9, 13).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        ("2023-09-12", "2023-09-12", True),
        ("2023-09-01", "2023-09-20", True),
        ("2020-06-24", "2024-10-01", False),
        ("1997-07-10", None, False),
        ("2023-09-12", None, True),
        (None, "2023-09-12", True),
        (None, "2024-01-01", False),
    ],
)
def test_what_may_be_of_any_day_of_years_is_not_of_this_week(first: str | None, last: str | None, kept: bool) -> None:
    table = count_table(["a"], [first], [last], {})
    assert table.between(dt.date(2023, 9, 10), dt.date(2023, 9, 16)).tolist() == [kept]
    assert table.between(dt.date(1990, 1, 1), dt.date(2030, 1, 1)).tolist() == [True]


def test_a_table_without_rows_counts_nothing() -> None:
    table = table_of([])
    nothing = np.zeros(0, dtype=np.bool_)
    assert (len(table), table.count(nothing), table.counts("country", nothing)) == (0, 0, {})
    assert table.cross("country", "target", nothing, nothing) == []
    assert table.counts("no such facet", nothing) == {}


def test_the_table_is_narrow() -> None:
    table = table_of([("a", "JP", ("RU",), True, True)]).table
    assert [str(kind) for kind in table.schema.types] == [
        "dictionary<values=string, indices=int32, ordered=0>",
        "date32[day]",
        "date32[day]",
        "dictionary<values=string, indices=int32, ordered=0>",
        "list<item: dictionary<values=string, indices=int32, ordered=0>>",
    ]
