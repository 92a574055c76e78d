"""Fits what is learned about reactions on data/training/ and writes learned_reactions.npz.

    python tools/train_reactions.py            fits and writes
    python tools/train_reactions.py --folds    learns from four fifths of the articles at a time, prints how it does on
                                               the rest, and writes measured_learned.toml

A row of reactions.tsv holds labels, a tag and one or two sentences, divided by tabs:
``condemns,TR,IL;protests,TR,IL<TAB><TAB>text``. articles.jsonl has the form of tests/gold/reactions.jsonl.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
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
from dashboard.vocabulary.learned import Learned, likely_kinds, save_learned  # noqa: E402

SENTENCES = ROOT / "data" / "training" / "reactions.tsv"
ARTICLES = ROOT / "data" / "training" / "articles.jsonl"
MEASURED = ROOT / "dashboard" / "vocabulary" / "measured_learned.toml"
NO_REACTION = "-"
"""The label of a sentence in which nobody reacts."""
FOLDS = 5
LEAST_SEEN = 3
"""Clues of fewer examples are left out."""
STRENGTH = 0.5
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
        labels: list[Label] = []
        for label in row["reactions"]:
            start = row["text"].index(label["evidence"])
            span = Span(start, start + len(label["evidence"]))
            labels.append(Label(label["actor_country"], label["type"], span, label.get("optional", False)))
        yield Row(row["text"], tuple(labels), ARTICLE_WEIGHT)


def examples(rows: Sequence[Row]) -> Iterator[Example]:
    """Every country of every sentence of the rows, but for those that readers may judge either way."""
    articles = [Article(str(number), row.text, _lines(row.text)) for number, row in enumerate(rows)]
    for article, passages in find_passages(load_pipeline(), articles):
        mentions, timexes = find_actors(article, passages), find_dates(article, passages)
        quotes = find_quotes(article, passages, mentions, timexes)
        for code, sentence, clues in read_clues(article, passages, quotes, mentions):
            number = int(article.id)
            labels = [each for each in rows[number].labels if each.actor == code and each.span.overlaps(sentence)]
            if not any(each.optional for each in labels):
                yield Example(number, clues, frozenset(each.kind for each in labels), rows[number].weight)


def _lines(text: str) -> tuple[Zone, ...]:
    """Each line as body; the first of an article, which has more than three, as its headline."""
    found = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return tuple(Zone("headline" if n == 0 and len(found) > 3 else "body", *span) for n, span in enumerate(found))


def fit(learned_from: Sequence[Example]) -> Learned:
    """What is learned from the examples, each kind of reaction for itself."""
    seen = Counter(clue for example in learned_from for clue in example.clues)
    columns = DictVectorizer(dtype=np.float32)
    matrix = columns.fit_transform(
        [{clue: 1 for clue in example.clues if seen[clue] >= LEAST_SEEN} for example in learned_from]
    )
    # liblinear takes 32-bit places alone.
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    kinds = tuple(sorted({kind for example in learned_from for kind in example.outcomes}))
    by_kind = [_fit_kind(matrix, learned_from, kind) for kind in kinds]
    weights = np.stack([weights for weights, _ in by_kind], axis=1)
    kept = np.abs(weights).max(axis=1) >= LEAST_WEIGHT
    clues = [clue for clue, keep in zip(columns.feature_names_, kept, strict=True) if keep]
    rows = {clue: row for row, clue in enumerate(clues)}
    intercepts = np.array([intercept for _, intercept in by_kind], dtype=np.float32)
    return Learned(kinds, rows, weights[kept], intercepts, digest())


def _fit_kind(matrix: object, learned_from: Sequence[Example], kind: str) -> tuple[npt.NDArray[np.float32], float]:
    """The weights and the intercept of one kind of reaction against all else."""
    model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", dual=True, random_state=0)
    told = [kind in example.outcomes for example in learned_from]
    model.fit(matrix, told, sample_weight=[example.weight for example in learned_from])
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def digest() -> str:
    """SHA-256 of the labelled texts."""
    return hashlib.sha256(SENTENCES.read_bytes() + ARTICLES.read_bytes()).hexdigest()


def cross_validate(labelled: Sequence[Example]) -> dict[str, Counter[str]]:
    """By kind, how many were found by clues alone in articles that were not learned from, and how many are right."""
    counts: dict[str, Counter[str]] = {"all": Counter()}
    totals = Counter[str]()
    articles = [example for example in labelled if example.weight == ARTICLE_WEIGHT]
    written = [example for example in labelled if example.weight != ARTICLE_WEIGHT]
    for fold in range(FOLDS):
        learned = fit([*written, *(example for example in articles if example.row % FOLDS != fold)])
        for example in (example for example in articles if example.row % FOLDS == fold):
            told = _told(example)
            likely = set(likely_kinds(learned.shares(example.clues), told))
            found = told | likely
            totals.update(told=len(told), told_right=len(told & example.outcomes), asked=len(example.outcomes))
            totals.update(found=len(found), right=len(found & example.outcomes))
            for kind in likely:
                for name in (kind, "all"):
                    counts.setdefault(name, Counter()).update(found=1, right=int(kind in example.outcomes))
    for name, right, found_by in (("phrases", "told_right", "told"), ("with clues", "right", "found")):
        print(f"{name}: P {totals[right] / totals[found_by]:.3f}  R {totals[right] / totals['asked']:.3f}")
    return counts


def _told(example: Example) -> set[str]:
    """The reactions that listed phrases tell."""
    return {clue.removeprefix("phrase=") for clue in example.clues if clue.startswith("phrase=")} - {"none"}


def to_measured(counts: dict[str, Counter[str]]) -> str:
    """The precision of what clues alone tell, as TOML, for the pages that show it."""
    lines = [
        "# How often a reaction was right that no phrase tells. Made by: python tools/train_reactions.py --folds",
        'on = "our own labelled articles, each left out in turn"',
        "",
    ]
    for kind in sorted(counts):
        share = counts[kind]["right"] / counts[kind]["found"]
        lines += [f"[learned.{kind}]", f"precision = {share:.3f}", f"n = {counts[kind]['found']}", ""]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Fits and writes the model; with ``--folds``, measures how well it does on what it was not fitted on."""
    labelled = list(examples(read_rows()))
    if "--folds" in arguments:
        MEASURED.write_text(to_measured(cross_validate(labelled)), encoding="utf-8")
    else:
        learned = fit(labelled)
        save_learned(learned)
        print(f"{len(labelled)} examples, {len(learned.rows)} clues")


if __name__ == "__main__":
    main(sys.argv[1:])
