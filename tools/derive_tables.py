"""Writes ``data/tables/*.csv``: what the code makes of the bundled dispatches today.

    python tools/derive_tables.py [FOLDER]

A change of what is found is a change of these files, so read the difference before you commit it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from dashboard.__main__ import main as run  # noqa: E402  (the house is importable only from its root)

TABLES = ("articles", "quotes", "reactions", "events", "disagreements", "people")


def derive(folder: Path, corpus: Path = ROOT / "data" / "corpus") -> None:
    """Ingests ``corpus`` into a store of its own and exports each table into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        store = f"sqlite:///{place}/tables.db"
        run(["ingest", str(corpus), "--store", store])
        for table in TABLES:
            run(["export", table, "--store", store, "--output", str(folder / f"{table}.csv")])


if __name__ == "__main__":
    derive(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data" / "tables")
