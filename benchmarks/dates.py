"""Dates of a benchmark file: ``python -m benchmarks.dates FILE.jsonl > predictions.jsonl``.

Rows with ``text`` get every expression found; rows with ``expr`` get the value of that expression.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator

from benchmarks.rows import Row, print_predictions
from dashboard.language.dates import find_dates
from dashboard.language.pipeline import load_pipeline
from dashboard.language.sentences import find_passages
from dashboard.records import UNKNOWN_WHEN, Article, Timex, When, Zone


def as_article(row: Row) -> Article:
    """The row as an article of body paragraphs; line breaks inside a paragraph count as blanks."""
    text = str(row.get("text") or row.get("sentence") or "")
    zones = tuple(Zone("body", m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    day = dt.date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
    return Article(
        str(row["id"]),
        re.sub(r"\s", " ", text),
        zones,
        published=When(day, day, "metadata") if day else UNKNOWN_WHEN,
    )


def predict(rows: list[Row]) -> Iterator[Row]:
    """One prediction a row, in the form of the row."""
    nlp = load_pipeline()
    for row, (article, passages) in zip(rows, find_passages(nlp, map(as_article, rows)), strict=True):
        timexes = find_dates(article, passages)
        if "expr" in row:
            yield {"id": row["id"], "value": value_at(timexes, row["start"], row["end"])}
        else:
            yield {"id": row["id"], "timexes": [as_row(timex) for timex in timexes]}


def as_row(timex: Timex) -> Row:
    """The fields that the scorer reads."""
    return {"start": timex.span.start, "end": timex.span.end, "type": timex.type, "value": timex.value}


def value_at(timexes: tuple[Timex, ...], start: int, end: int) -> str | None:
    """The value of the expression that shares most characters with the asked one."""
    shared = [(min(end, t.span.end) - max(start, t.span.start), -i) for i, t in enumerate(timexes)]
    best = max(shared, default=(0, 0))
    return timexes[-best[1]].value if best[0] > 0 else None


def main(path: str) -> None:
    """Prints the predictions for the rows of a file."""
    print_predictions(path, predict)


if __name__ == "__main__":
    main(sys.argv[1])
