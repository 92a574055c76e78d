"""All figures in one run: each set of a folder goes to its own scorer, and what is not there is said to be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import accuracy

SCORER = """import sys
gold, predicted = (open(path).read().splitlines() for path in sys.argv[1:3])
print("rows", len(gold), "answers", len(predicted))
sys.exit(len(gold) != len(predicted))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of benchmarks that holds one set of two actors and its scorer; our own labels are left out."""
    (tmp_path / "events").mkdir()
    rows = [{"id": n, "actor": actor, "context": "", "date": ""} for n, actor in enumerate(("Chad", "Malian police"))]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "events" / "C_actors.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "events" / "score_c.py").write_text(SCORER, encoding="utf-8")
    monkeypatch.setattr(accuracy, "OWN", ())
    return tmp_path


def test_a_set_goes_to_its_scorer(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(folder)]) == 0
    assert "rows 2 answers 2" in capfd.readouterr().out


def test_a_set_that_is_not_there_is_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    accuracy.main([str(folder)])
    assert "not measured: events/D_dates.jsonl, events/score_d.py" in capfd.readouterr().out


def test_a_scorer_that_fails_is_told(folder: Path) -> None:
    (folder / "events" / "score_c.py").write_text("raise SystemExit(1)", encoding="utf-8")
    assert accuracy.main([str(folder)]) == 1
