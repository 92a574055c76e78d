"""Country and role of actor strings, as the actor benchmark asks for them.

``python -m benchmarks.actors FILE.jsonl > out.jsonl`` reads rows with ``id``, ``actor``, ``context`` and ``date`` and
writes rows with ``id``, ``country`` (ISO 3166-1 alpha-3, "" for none, "IGO" for an international body) and ``role``
(a PLOVER actor code).
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator

from benchmarks.rows import Row, print_predictions
from dashboard.language.coding import code_actor
from dashboard.language.pipeline import load_pipeline


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The country and role of each row's actor string."""
    nlp = load_pipeline()
    for row in rows:
        day = dt.date.fromisoformat(row["date"][:10]) if row.get("date") else None
        country, role = code_actor(nlp, row["actor"], context=row.get("context") or "", day=day)
        yield {"id": row["id"], "country": country, "role": role}


def main(path: str) -> None:
    """Prints the rows of the file at ``path``, coded."""
    print_predictions(path, predict)


if __name__ == "__main__":
    main(sys.argv[1])
