"""Finds the quotes of each document: rows with ``id``, ``text`` and, if known, ``title``.

A prediction is ``{"id", "quotes": [{"content": [[start, end], ...], "source": [[start, end]] or null}]}`` in characters
of the row's text. The first line is read as the headline where it is the title.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.rows import Row, print_predictions
from dashboard.language.actors import find_actors
from dashboard.language.dates import find_dates
from dashboard.language.pipeline import load_pipeline
from dashboard.language.quotes import find_quotes
from dashboard.language.sentences import find_passages
from dashboard.records import Article, Quote, Zone, ZoneName

BATCH = 32
"""Documents parsed together; the parses are given up after each batch, so memory stays flat."""


def main(path: str) -> None:
    """Prints one prediction a line for the documents of a JSON Lines file."""
    print_predictions(path, predict)


def predict(rows: Sequence[Row]) -> Iterator[Row]:
    """The prediction of each document, in order."""
    for row, quotes in zip(rows, read_rows(rows), strict=True):
        yield {"id": row["id"], "quotes": [_row(quote) for quote in quotes]}


def read_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Quote, ...]]:
    """The quotes of each document, in order."""
    nlp, waiting = load_pipeline(), iter(rows)
    while batch := [make_article(row) for row in itertools.islice(waiting, BATCH)]:
        with nlp.memory_zone():
            for article, passages in find_passages(nlp, batch):
                mentions, timexes = find_actors(article, passages), find_dates(article, passages)
                yield find_quotes(article, passages, mentions, timexes)


def make_article(row: Mapping[str, Any]) -> Article:
    """The document as an article: every line is body, but for a first line that is the title."""
    text, title = row["text"], row.get("title") or ""
    zones: list[Zone] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            first: ZoneName = "headline" if not zones and _same(line, title) else "body"
            zones.append(Zone(first, start, start + len(line)))
        start += len(line) + 1
    return Article(row["id"], text, tuple(zones), title=title)


def _same(line: str, title: str) -> bool:
    return bool(title) and line.strip().rstrip(".").startswith(title.strip().split("\n")[0].rstrip(".;")[:60].rstrip())


def _row(quote: Quote) -> Row:
    source = [[quote.source.start, quote.source.end]] if quote.source else None
    return {"content": [[span.start, span.end] for span in quote.content], "source": source}


if __name__ == "__main__":
    main(sys.argv[1])
