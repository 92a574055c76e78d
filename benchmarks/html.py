"""Article text of HTML pages: rows with ``id`` and ``html``, the path of a page beside the file, gzip or plain.

Answers ``{"id", "text", "seconds"}``: the lines of the zones that are the article's own.
"""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

from benchmarks.rows import load_rows
from dashboard.reading.encoding import decode
from dashboard.reading.webpage import read_webpage
from dashboard.reading.zones import label_lines

#: Zones that belong to the article itself; headline and dek are not part of the text that is scored.
OWN = frozenset({"caption", "body", "subhead"})


def read_text(data: bytes, url: str = "") -> str:
    """The article's own lines, whatever language they are in."""
    page = read_webpage(decode(data, markup=True).text, url)
    if page is None:
        return ""
    zones = label_lines(
        page.text, title=page.title, dek=page.dek, subheads=page.subheads, captions=page.captions, extracted=True
    )
    return "\n".join(page.text[zone.start : zone.end] for zone in zones if zone.name in OWN)


def main(path: str) -> None:
    """Prints one prediction a row."""
    file = Path(path)
    for row in load_rows(file):
        data = (file.parent / row["html"]).read_bytes()
        page = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        began = time.perf_counter()
        text = read_text(page, row.get("url", ""))
        print(json.dumps({"id": row["id"], "text": text, "seconds": time.perf_counter() - began}))
