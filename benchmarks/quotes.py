"""Finds the quotes of each document: rows with ``id``, ``text`` and, if known, ``title``.

A prediction is ``{"id", "quotes": [{"content": [[start, end], ...], "source": [[start, end]] or null}]}`` in characters
of the row's text. The first line is read as the headline where it is the title.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language

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
    for row in run(path):
        print(json.dumps(row, ensure_ascii=False))


def run(path: str) -> Iterator[dict[str, Any]]:
    """The prediction of each document, in the order of the file."""
    nlp = load_pipeline()
    with Path(path).open(encoding="utf-8") as lines:
        batch: list[Mapping[str, Any]] = []
        for line in lines:
            batch.append(json.loads(line))
            if len(batch) == BATCH:
                yield from _read(nlp, batch)
                batch = []
        yield from _read(nlp, batch)


def _read(nlp: Language, rows: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    with nlp.memory_zone():
        for article, passages in find_passages(nlp, [make_article(row) for row in rows]):
            mentions, timexes = find_actors(article, passages), find_dates(article, passages)
            quotes = find_quotes(article, passages, mentions, timexes)
            yield {"id": article.id, "quotes": [_row(quote) for quote in quotes]}


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


def _row(quote: Quote) -> dict[str, Any]:
    source = [[quote.source.start, quote.source.end]] if quote.source else None
    return {"content": [[span.start, span.end] for span in quote.content], "source": source}


if __name__ == "__main__":
    main(sys.argv[1])
