"""Every accuracy figure of docs/ in one run: each set of the benchmark folder by its own scorer, then our own labels.

    python -m benchmarks accuracy [FOLDER]

FOLDER holds the sets and scorers, by default ``../shared/bench``; the five articles stand in ``seeds`` beside it.
A set that is not there is named and left out. All of it takes some minutes on one core.
"""

from __future__ import annotations

import contextlib
import importlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "bench"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure or table of figures: what is read, by which benchmark, and how it is scored."""

    name: str
    benchmark: str
    source: str
    """The set, below the folder of benchmarks; ``..`` leads beside it."""
    scorer: str
    options: tuple[str, ...] = ()
    """Of the scorer, behind its files."""
    form: tuple[str, ...] = ()
    """Of the scorer, before its files."""


#: In the order of docs/accuracy.md. Measures of one set and benchmark share one run of it.
MEASURES = (
    Measure("Five articles", "articles", "../seeds", "seeds/score_seeds.py"),
    *(
        Measure(f"{name}, {scope}", "quotes", f"quotes/{file}.jsonl", "quotes/score_quotes.py", ("--scope", scope))
        for name, file, scopes in (
            ("PolNeAR", "polnear_dev", ("speech", "quoted", "all")),
            ("GUM news", "gumnews_dev", ("speech",)),
        )
        for scope in scopes
    ),
    Measure("A, root of a pair", "event-type", "events/A_plover.jsonl", "events/score_a.py"),
    Measure("B, who and whom", "event-code", "events/B_spans.jsonl", "events/score_b_spans.py"),
    Measure("C, actor strings", "actors", "events/C_actors.jsonl", "events/score_c.py"),
    Measure("D, dates", "dates", "events/D_dates.jsonl", "events/score_d.py", ("--types", "DATE,TIME"), ("spans",)),
    Measure("D, values", "dates", "events/D_expr.jsonl", "events/score_d.py", ("--types", "DATE,TIME"), ("expr",)),
    Measure("E, articles of one event", "grouping", "events/E_events.jsonl", "events/score_e.py"),
    Measure("F, text of pages", "html", "events/F_html.jsonl", "events/score_f.py"),
)
#: Benchmarks with labels of our own, and those that score themselves.
OWN = (("reactions",), ("gold", "tests/gold/corpus.json"), ("gold", "tests/gold/newsroom.json"))
IDENTITIES = (
    ("identity", "gum", "quotes/gumnews_dev.jsonl"),
    ("identity", "gold", "seeds/gold.json", "../seeds"),
)


def main(arguments: Sequence[str]) -> int:
    """Prints all figures; 1 when a scorer fails."""
    folder = Path(arguments[0]) if arguments else SHARED
    failed = False
    with tempfile.TemporaryDirectory() as place:
        for measure in MEASURES:
            print(f"\n## {measure.name}", flush=True)
            missing = [name for name in (measure.source, measure.scorer) if not (folder / name).exists()]
            if missing:
                print(f"not measured: {', '.join(missing)} is not in {folder}")
                continue
            failed |= _score(measure, folder, _predictions(measure, folder, Path(place)))
    for name, kind, *files in IDENTITIES:
        paths = [str(folder / file) for file in files]
        if all(Path(path).exists() for path in paths):
            print(f"\n## {name} {kind}", flush=True)
            importlib.import_module(f"benchmarks.{name}").main([kind, *paths])
    for name, *files in OWN:
        print(f"\n## {' '.join((name, *files))}", flush=True)
        module = importlib.import_module(f"benchmarks.{name}")
        module.main(str(ROOT / files[0]) if files else [])
    return int(failed)


def _predictions(measure: Measure, folder: Path, place: Path) -> Path:
    """The file of what the benchmark predicts for the set; made at the first call."""
    source = (folder / measure.source).resolve()
    path = place / f"{measure.benchmark}-{source.name}"
    if not path.exists():
        module = importlib.import_module(f"benchmarks.{measure.benchmark.replace('-', '_')}")
        with path.open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
            module.main(str(source))
    return path


def _score(measure: Measure, folder: Path, predictions: Path) -> bool:
    """Prints what the scorer says; True when it fails."""
    source = (folder / measure.source).resolve()
    files = [str(predictions)] if source.is_dir() else [str(source), str(predictions)]
    scorer = (folder / measure.scorer).resolve()
    command = [sys.executable, str(scorer), *measure.form, *files, *measure.options]
    return subprocess.run(command, cwd=scorer.parent, check=False).returncode != 0
