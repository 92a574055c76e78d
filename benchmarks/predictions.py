"""Prints what a benchmark predicts, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def print_predictions(path: str, predict: Callable[[list[Row]], Iterable[Row]]) -> None:
    """Prints the prediction for each row of a JSON Lines file, in order."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    for prediction in predict([json.loads(line) for line in lines if line.strip()]):
        print(json.dumps(prediction))
