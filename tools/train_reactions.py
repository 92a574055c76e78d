"""Fits what is learned about reactions on data/training/ and writes learned_reactions.npz.

    python tools/train_reactions.py            fits and writes
    python tools/train_reactions.py --folds    prints precision and recall of five folds instead

A row of reactions.tsv holds labels, a tag and one or two sentences, divided by tabs:
``condemns,TR,IL;protests,TR,IL<TAB><TAB>text``. articles.jsonl has the form of tests/gold/reactions.jsonl.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dashboard.language.actors import find_actors  # noqa: E402
from dashboard.language.dates import find_dates  # noqa: E402
from dashboard.language.pipeline import load_pipeline  # noqa: E402
from dashboard.language.quotes import find_quotes  # noqa: E402
from dashboard.language.reactions import read_clues  # noqa: E402
from dashboard.language.sentences import find_passages  # noqa: E402
from dashboard.records import Article, Span, Zone  # noqa: E402
from dashboard.vocabulary.countries import find_code  # noqa: E402
from dashboard.vocabulary.learned import NO_REACTION, save_learned  # noqa: E402

SENTENCES = ROOT / "data" / "training" / "reactions.tsv"
ARTICLES = ROOT / "data" / "training" / "articles.jsonl"
FOLDS = 5
LEAST_SEEN = 2
"""Clues of fewer examples are left out."""
STRENGTH = 0.1
"""scikit-learn's C, the inverse of the regularisation."""
ARTICLE_WEIGHT = 3.0
"""How much more a sentence of an article counts than one that was written for its wording alone."""
LEAST_WEIGHT = 0.03
"""Clues none of whose weights is larger are left out of the file."""


@dataclass(frozen=True, slots=True)
class Label:
    """What ``actor`` does in the words of ``span``; ``optional`` where careful readers may differ."""

    actor: str
    kind: str
    span: Span
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A text with everything that is done in it."""

    text: str
    labels: tuple[Label, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """One country in one sentence: the row it is from, its clues, what it does."""

    row: int
    clues: frozenset[str]
    outcomes: frozenset[str]
    weight: float = 1.0


def read_rows() -> list[Row]:
    """The labelled sentences and articles. Raises ValueError for a row of another form."""
    return [*_sentences(SENTENCES), *_articles(ARTICLES)]


def _sentences(path: Path) -> Iterator[Row]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        parts = line.split("\t")
        if line.startswith("#") or not line:
            continue
        if len(parts) != 3:
            raise ValueError(f"{path.name}:{number}: found {len(parts)} fields; allowed: labels, tag, text")
        whole = Span(0, len(parts[2]))
        named = [label.split(",") for label in parts[0].split(";") if label != NO_REACTION]
        yield Row(parts[2], tuple(Label(find_code(actor) or actor, kind, whole) for kind, actor, _ in named))


def _articles(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = []
        for label in row["reactions"]:
            start = row["text"].index(label["evidence"])
            span = Span(start, start + len(label["evidence"]))
            labels.append(Label(label["actor_country"], label["type"], span, label.get("optional", False)))
        yield Row(row["text"], tuple(labels), ARTICLE_WEIGHT)


def examples(rows: Sequence[Row]) -> Iterator[Example]:
    """Every country of every sentence of the rows, but for those that readers may judge either way."""
    articles = [Article(str(n), row.text, _lines(row.text)) for n, row in enumerate(rows)]
    for article, passages in find_passages(load_pipeline(), articles):
        mentions, timexes = find_actors(article, passages), find_dates(article, passages)
        quotes = find_quotes(article, passages, mentions, timexes)
        for code, sentence, clues in read_clues(article, passages, quotes, mentions):
            held = [one for one in rows[int(article.id)].labels if one.actor == code and _meet(one.span, sentence)]
            if not any(one.optional for one in held):
                kinds = frozenset(one.kind for one in held)
                yield Example(int(article.id), clues, kinds, rows[int(article.id)].weight)


def _lines(text: str) -> tuple[Zone, ...]:
    found = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return tuple(Zone("headline" if n == 0 and len(found) > 3 else "body", *span) for n, span in enumerate(found))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def fit(held: Sequence[Example]) -> tuple[LogisticRegression, DictVectorizer]:
    """The model of the examples; one of several outcomes counts, the first by name."""
    seen = Counter(clue for example in held for clue in example.clues)
    columns = DictVectorizer(dtype=np.float32)
    matrix = columns.fit_transform([{c: 1 for c in e.clues if seen[c] >= LEAST_SEEN} for e in held])
    outcomes = [min(e.outcomes, default=NO_REACTION) for e in held]
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    return model.fit(matrix, outcomes, sample_weight=[e.weight for e in held]), columns


def write(held: Sequence[Example]) -> None:
    """Fits on all examples and writes the file."""
    model, columns = fit(held)
    weights, intercepts = model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)
    kept = np.abs(weights).max(axis=1) >= LEAST_WEIGHT
    clues = [name for name, keep in zip(columns.feature_names_, kept, strict=True) if keep]
    save_learned(clues, [str(o) for o in model.classes_], weights[kept], intercepts)
    print(f"{len(held)} examples, {len(clues)} clues kept of {len(kept)}")


def cross_validate(held: Sequence[Example], asked: int) -> None:
    """Prints precision and recall of the best outcome of each country over five folds, at several marks."""
    judged: list[tuple[frozenset[str], str, float]] = []
    for fold in range(FOLDS):
        model, columns = fit([e for e in held if e.row % FOLDS != fold])
        rest = [e for e in held if e.row % FOLDS == fold]
        shares = model.predict_proba(columns.transform([dict.fromkeys(e.clues, 1) for e in rest]))
        best = shares[:, [o != NO_REACTION for o in model.classes_]]
        names = [str(o) for o in model.classes_ if o != NO_REACTION]
        judged += [(e.outcomes, names[int(row.argmax())], float(row.max())) for e, row in zip(rest, best, strict=True)]
    for mark in (0.2, 0.3, 0.4, 0.5):
        found = [(outcomes, name) for outcomes, name, share in judged if share >= mark]
        right = sum(name in outcomes for outcomes, name in found)
        print(f"from {mark}: P {right / len(found):.3f}  R {right / asked:.3f}")


def main(arguments: Sequence[str]) -> None:
    """Trains, or measures."""
    rows = read_rows()
    held = list(examples(rows))
    if "--folds" in arguments:
        cross_validate(held, sum(not label.optional for row in rows for label in row.labels))
    else:
        write(held)


if __name__ == "__main__":
    main(sys.argv[1:])
