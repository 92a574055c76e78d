"""Rows of benchmark files: JSON Lines in, one prediction a line out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def load_rows(path: str | Path) -> list[Row]:
    """The rows of a JSON Lines file, in order; blank lines are none."""
    # Not by ``splitlines``: a text may hold line ends that JSON leaves as they are.
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def print_predictions(path: str | Path, predict: Callable[[list[Row]], Iterable[Row]]) -> None:
    """Prints the prediction for each row of a JSON Lines file, in order."""
    for prediction in predict(load_rows(path)):
        print(json.dumps(prediction, ensure_ascii=False))
