"""Measures the product: ``python -m benchmarks NAME PATH > predictions``.

    articles DIR         the whole pipeline over a folder of articles, as one JSON object
    quotes FILE          quotes of each document (rows with id, text)
    event-type FILE      PLOVER root of a marked pair (rows with id, sentence, source, target)
    event-code FILE      source, root and target of each event (rows with id, text)
    actors FILE          country and role of an actor's words (rows with id, actor)
    dates FILE           date expressions of a document or of one expression (rows with id, text or expr)
    html FILE            article text from HTML pages (rows with id, html)
    identity FILE        who speaks, as a person (rows with id, text)
    grouping FILE        articles that tell of one event (rows with id, text)
    gold FILE            the hand-labelled dispatches (tests/gold/corpus.json)
    speed [...]          words per CPU-second, memory, page times, query times

Every set is JSON Lines of the form described with its scorer; any file of the form will do. Predictions go to standard
output, one JSON object a line, in the form that the scorer reads.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

SETS = (
    "articles",
    "quotes",
    "event-type",
    "event-code",
    "actors",
    "dates",
    "html",
    "identity",
    "grouping",
    "gold",
)


def main(arguments: list[str]) -> int:
    """Runs one benchmark and gives the exit code."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    name, *rest = arguments
    if name == "speed":
        return int(importlib.import_module("benchmarks.speed").main(rest) or 0)
    if name not in SETS:
        print(f"no benchmark {name!r}; there are: {', '.join((*SETS, 'speed'))}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"benchmarks.{name.replace('-', '_')}")
    if len(rest) != 1 or rest[0] in ("-h", "--help"):
        print(f"python -m benchmarks {name} PATH > predictions\n\n{module.__doc__}")
        return 0 if rest in (["-h"], ["--help"]) else 2
    if not Path(rest[0]).exists():
        print(f"nothing at {rest[0]}", file=sys.stderr)
        return 2
    module.main(rest[0])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
