"""Rows of benchmark files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.rows import load_rows, print_predictions


def test_a_row_may_hold_any_line_end_of_unicode(tmp_path: Path) -> None:
    rows = [{"text": "one\u2028two\x85three"}, {"text": "four"}]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n\n" for row in rows), encoding="utf-8")
    assert load_rows(file) == rows


def test_each_prediction_is_a_line_in_the_order_of_the_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": 2}\n{"id": 1}\n', encoding="utf-8")
    print_predictions(file, lambda rows: ({"id": row["id"]} for row in rows))
    assert capsys.readouterr().out == '{"id": 2}\n{"id": 1}\n'
