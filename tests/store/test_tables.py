"""Rows as files."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.store.tables import FORMATS, write_rows

COLUMNS = ("name", "number", "days", "none")


def written(rows: list[tuple[Any, ...]], form: str) -> bytes:
    out = io.BytesIO()
    assert write_rows(COLUMNS, rows, form, out) == len(rows)
    return out.getvalue()


CELLS = st.tuples(
    st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.integers(-(2**60), 2**60), st.lists(st.text("abc", min_size=1), max_size=3).map(tuple), st.none(),
)  # fmt: skip
ROWS = st.lists(CELLS, max_size=5)


@settings(deadline=None)
@given(ROWS)
def test_json_lines_come_back(rows: list[tuple[Any, ...]]) -> None:
    back = [json.loads(line) for line in written(rows, "jsonl").decode().split("\n")[:-1]]
    assert [tuple(row.values()) for row in back] == [(a, b, list(c), d) for a, b, c, d in rows]


@settings(deadline=None)
@given(ROWS)
def test_parquet_comes_back(rows: list[tuple[Any, ...]]) -> None:
    table = pq.read_table(io.BytesIO(written(rows, "parquet")))
    assert table.column_names == list(COLUMNS)
    assert [tuple(row.values()) for row in table.to_pylist()] == [(a, b, list(c), d) for a, b, c, d in rows]


@settings(deadline=None)
@given(ROWS)
def test_csv_comes_back_as_words(rows: list[tuple[Any, ...]]) -> None:
    header, *lines = csv.reader(io.StringIO(written(rows, "csv").decode(), newline=""))
    assert header == list(COLUMNS)
    for (name, number, days, _), line in zip(rows, lines, strict=True):
        # An apostrophe stands before what a spreadsheet would run, and before an apostrophe.
        assert line[0].removeprefix("'") == name if line[0].startswith("'") else line[0] == (name or "")
        assert line[1:] == [str(number), "|".join(days), ""]


@pytest.mark.parametrize("risky", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_spreadsheet_runs_no_cell(risky: str) -> None:
    assert f"'{risky}" in written([(risky, 0, (), None)], "csv").decode()


@pytest.mark.parametrize("form", list(FORMATS))
def test_columns_stand_also_without_rows(form: str) -> None:
    if form == "parquet":
        assert pq.read_table(io.BytesIO(written([], form))).column_names == list(COLUMNS)
    elif form == "csv":
        assert written([], form).decode() == "name,number,days,none\r\n"
