"""Measures how often each quote rule is right, for the table that the product shows as "how we know".

    python -m benchmarks.precision "GUM news dev=FILE.jsonl" ... > dashboard/vocabulary/measured.toml

Each file holds rows with ``id``, ``text`` and ``quotes`` (``content`` spans). A quote is right when it shares at least
half of the words of the two with a labelled one that nobody else took. Only figures are written, no words of any file.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.quotes import read_rows
from benchmarks.rows import load_rows
from dashboard.records import Quote

SHARED = 0.5
_WORD = re.compile(r"\w+")


def main(arguments: Sequence[str]) -> int:
    """Prints the table for the files named; 2 when none is."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for argument in arguments:
        rows = load_rows(argument.partition("=")[2])
        for row, quotes in zip(rows, read_rows(rows), strict=True):
            for quote, is_right in judge(row, quotes):
                found[quote.found_by] += 1
                right[quote.found_by] += is_right
    print(table(right, found, " and ".join(argument.partition("=")[0] for argument in arguments)))
    return 0


def judge(row: Mapping[str, Any], quotes: Iterable[Quote]) -> list[tuple[Quote, bool]]:
    """Each quote with whether a labelled one was met."""
    words = [match.start() for match in _WORD.finditer(row["text"])]
    labels = [_covered(words, label["content"]) for label in row["quotes"]]
    held = [(quote, _covered(words, [(s.start, s.end) for s in quote.content])) for quote in quotes]
    pairs = sorted(
        ((-_share(label, span), i, j) for i, label in enumerate(labels) for j, (_, span) in enumerate(held)),
    )
    taken: set[int] = set()
    met: set[int] = set()
    for share, i, j in pairs:
        if -share >= SHARED and i not in taken and j not in met:
            taken.add(i)
            met.add(j)
    return [(quote, j in met) for j, (quote, _) in enumerate(held)]


def _covered(words: Sequence[int], spans: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(w for start, end in spans for w in words if start <= w < end)


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def table(right: Counter[str], found: Counter[str], on: str) -> str:
    """The figures as TOML, most frequent rule first."""
    lines = ["# How often each rule was right. Made by: python -m benchmarks.precision", f'on = "{on}"', ""]
    for rule, n in found.most_common():
        lines += [f'[quotes."{rule}"]', f"precision = {right[rule] / n:.3f}", f"n = {n}", ""]
    return "\n".join(lines).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
