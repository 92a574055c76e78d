"""Article text of HTML pages: rows with ``id`` and ``html``, the path of a page beside the file, gzip or plain.

Answers ``{"id", "text", "seconds"}``: the lines of the zones that are the article's own.
"""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

from dashboard.reading.articles import read_article
from dashboard.records import Page

#: Zones that belong to the article itself; its headline is not part of the text that is scored.
OWN = frozenset({"dek", "caption", "body", "subhead"})


def read_text(data: bytes, url: str = "") -> str:
    """The article's own lines."""
    article, _ = read_article(Page("page", data, url, {"format": "html"}))
    if article is None:
        return ""
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.name in OWN)


def main(path: str) -> None:
    """Prints one prediction a row."""
    file = Path(path)
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        data = (file.parent / row["html"]).read_bytes()
        page = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        began = time.perf_counter()
        text = read_text(page, row.get("url", ""))
        print(json.dumps({"id": row["id"], "text": text, "seconds": time.perf_counter() - began}))
