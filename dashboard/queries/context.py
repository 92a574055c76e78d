"""The words around a piece of evidence, in the same line of its article."""

from __future__ import annotations

import re
from collections import defaultdict

import pandas as pd

from dashboard.queries.corpus import Corpus
from dashboard.store import schema
from dashboard.store.clauses import select
from dashboard.store.database import in_batches, rows

#: Characters of a long line that are shown on either side of the evidence.
REACH = 180
#: The gap between two sentences, well enough for showing one of them.
_STOP = re.compile(r"(?<=[.!?”\"])(?<!\b[A-Z]\.)(?<!Sept\.)\s+(?=[“\"A-Z])")


def around(corpus: Corpus, frame: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Claim id -> the words before and after its evidence; long lines are cut at a word, with an ellipsis."""
    lines = _lines(corpus, tuple(dict.fromkeys(frame["article_id"])))
    found = {}
    for key, article, start, end in zip(frame["id"], frame["article_id"], frame["start"], frame["end"], strict=True):
        for low, high, words in lines.get(article, ()):
            if low <= start and end <= high:
                found[key] = (_end_of(words[: start - low]), _beginning_of(words[end - low :]))
                break
    return found


def sentences_of_points(corpus: Corpus, ids: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """``article:start`` of each value of these points -> the rest of its sentence, before and after."""
    frame = corpus.disagreements[corpus.disagreements["id"].isin(ids)]
    keys = [f"{article}:{start}" for article, start in zip(frame["article_id"], frame["start"], strict=True)]
    words = dict(zip(keys, frame["words"], strict=True))
    found = around(corpus, frame.assign(id=keys))
    return {key: in_sentence(before, words[key], after) for key, (before, after) in found.items()}


def in_sentence(before: str, words: str, after: str) -> tuple[str, str]:
    """What of ``before`` and ``after`` is in one sentence with the words between, without the dash of a list."""
    begun, ended = _STOP.split(before + words[:1])[-1], _STOP.split(words[-1:] + after)[0]
    return begun[:-1].lstrip("-– "), ended[1:]


def _lines(corpus: Corpus, ids: tuple[str, ...]) -> dict[str, list[tuple[int, int, str]]]:
    table = schema.zone.c
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    asked = select(table.article_id, table.start, table.end, table.words)
    for batch in in_batches(ids):
        for article, start, end, words in rows(corpus.store, asked.where(table.article_id.in_(batch))):
            found[article].append((start, end, words))
    return found


def _end_of(words: str) -> str:
    return words if len(words) <= REACH else "… " + words[-REACH:].split(" ", 1)[-1]


def _beginning_of(words: str) -> str:
    return words if len(words) <= REACH else words[:REACH].rsplit(" ", 1)[0] + " …"
