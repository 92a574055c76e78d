"""Measures the product: ``python -m benchmarks NAME ARGUMENTS > predictions``.

    articles DIR         the whole pipeline over a folder of articles, as one JSON object
    quotes FILE          quotes of each document (rows with id, text)
    event-type FILE      PLOVER root of a marked pair (rows with id, sentence, source, target)
    event-code FILE      source, root and target of each event (rows with id, text)
    actors FILE          country and role of an actor's words (rows with id, actor)
    dates FILE           date expressions of a document or of one expression (rows with id, text or expr)
    html FILE            article text from HTML pages (rows with id, html)
    identity gum FILE | gold FILE FOLDER     whom the source of a quote is taken for
    grouping FILE        articles that tell of one event (rows with id, text)
    gold FILE            the hand-labelled dispatches (tests/gold/corpus.json)
    reactions [FILE]     hand-labelled sentences (tests/gold/reactions.jsonl)
    precision NAME=FILE ...                  how often each rule for quotes is right
    accuracy [FOLDER]    all of the above by their scorers, in one run
    speed [...]          words per CPU-second, memory, page times, query times

Sets are JSON Lines of the form described with their scorers; any file of the form will do. Predictions go to standard
output, one JSON object a line, in the form that the scorer reads. ``NAME --help`` says more.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

#: Benchmarks that take one file or folder, and those that read arguments of their own.
OF_ONE_PATH = ("articles", "quotes", "event-type", "event-code", "actors", "dates", "html", "grouping", "gold")
OF_ARGUMENTS = ("identity", "reactions", "precision", "accuracy", "speed")


def main(arguments: list[str]) -> int:
    """Runs one benchmark and gives the exit code: 2 when the command line was not understood."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in (*OF_ONE_PATH, *OF_ARGUMENTS):
        print(f"no benchmark {name!r}; there are: {', '.join((*OF_ONE_PATH, *OF_ARGUMENTS))}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"benchmarks.{name.replace('-', '_')}")
    if rest in (["-h"], ["--help"]) and name != "speed":
        print(module.__doc__)
        return 0
    if name in OF_ARGUMENTS:
        return int(module.main(rest) or 0)
    if len(rest) != 1 or not Path(rest[0]).exists():
        print(f"usage: python -m benchmarks {name} PATH\n\n{module.__doc__}", file=sys.stderr)
        return 2
    return int(module.main(rest[0]) or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
