"""Measures the product on the hand-labelled dispatches, writes ``data/accuracy.json``, and raises the floors.

The file also holds the figures of articles that nobody who writes rules has read, which Coverage shows first.

    python tools/measure_gold.py [--lower]

The floors of ``tests/gold/floors.json`` only rise: a figure that fell is an error, unless ``--lower`` says it is meant.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.gold import Figure, measure  # noqa: E402  (the house is importable only from its root)

FLOORS = ROOT / "tests" / "gold" / "floors.json"
UNREAD = ROOT / "tests" / "gold" / "newsroom.json"
ACCURACY = ROOT / "data" / "accuracy.json"
#: Floors are rounded down to this many digits, so that a floor is never above its figure.
DIGITS = 3

Floors = dict[str, dict[str, float]]


def main() -> int:
    """Exit code 1, and nothing written, when a figure fell without leave."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="let floors fall to the figures of today")
    lower = parser.parse_args().lower
    figures = measure()
    held: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = below(figures, held)
    for line in fallen:
        print(line, file=sys.stderr)
    if fallen and not lower:
        return 1
    _write(FLOORS, to_floors(figures))
    # Its single kinds of reaction rest on too few labels each, as they do for the floors.
    unread = {key: one for key, one in measure(UNREAD).items() if key in to_floors(figures)}
    _write(ACCURACY, {"kinds": _rows(figures), "unread": _rows(unread)})
    return 0


def below(figures: Mapping[str, Figure], floors: Floors) -> list[str]:
    """A line for each figure that is below its floor, or is gone."""
    found = []
    for key, floor in floors.items():
        figure = figures.get(key)
        for side, least in floor.items():
            now = getattr(figure, side) if figure else 0.0
            if now < least:
                found.append(f"{key}: {side} {now:.3f} is below its floor {least:.3f}")
    return found


def to_floors(figures: Mapping[str, Figure]) -> Floors:
    """The figures of today as floors. Single kinds of reaction have none: they rest on too few labels."""
    scale = 10**DIGITS
    nouns = {key: one for key, one in figures.items() if not key.startswith("reactions.") or key == "reactions.targets"}
    return {
        key: {"precision": int(one.precision * scale) / scale, "recall": int(one.recall * scale) / scale}
        for key, one in nouns.items()
    }


def _rows(figures: Mapping[str, Figure]) -> dict[str, dict[str, object]]:
    return {key: _row(figure) for key, figure in figures.items()}


def _row(figure: Figure) -> dict[str, object]:
    return {
        "name": figure.name,
        "precision": round(figure.precision, DIGITS),
        "recall": round(figure.recall, DIGITS),
        "checked": figure.asked,
    }


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
