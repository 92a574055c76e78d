"""What went in, what failed and why, and how right each kind of claim is on hand-labelled articles."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from dashboard.queries.corpus import Corpus
from dashboard.queries.words import say_days

ARTICLE_ROW_COLUMNS = (
    "id",
    "outlet",
    "title",
    "url",
    "published",
    "day_basis",
    "retells",
    "location",
    "characters",
    "copies",
    "quotes",
    "reactions",
    "events",
)
OUTLET_COLUMNS = ("outlet", "articles", "first_day", "last_day", "quotes", "reactions", "events")
PROBLEM_COLUMNS = ("location", "kind", "found", "allowed")
ACCURACY_COLUMNS = ("kind", "name", "precision", "recall", "checked")
#: Measured on the hand-labelled articles of tests/gold; written by ``make accuracy``.
ACCURACY_FILE = Path(__file__).resolve().parents[2] / "data" / "accuracy.json"


def article_rows(corpus: Corpus) -> pd.DataFrame:
    """Every article with what was found in it, latest first. Columns: ARTICLE_ROW_COLUMNS."""
    frame = corpus.articles.copy()
    frame["published"] = [say_days(a, b) for a, b in zip(frame["first_day"], frame["last_day"], strict=True)]
    for name, held in (
        ("quotes", corpus.quotes.frame),
        ("reactions", corpus.reactions.frame),
        ("events", corpus.reports),
    ):
        frame[name] = frame["id"].map(held["article_id"].value_counts()).fillna(0).astype(int)
    frame = frame.sort_values(["last_day", "outlet"], ascending=[False, True], kind="stable", na_position="last")
    return frame[list(ARTICLE_ROW_COLUMNS)]


def outlet_rows(corpus: Corpus) -> pd.DataFrame:
    """Every outlet with what it holds, most articles first. Columns: OUTLET_COLUMNS."""
    frame = article_rows(corpus).merge(corpus.articles[["id", "first_day", "last_day"]], on="id")
    held = frame.groupby("outlet", sort=True).agg(
        articles=("id", "size"),
        first_day=("first_day", lambda days: min((d for d in days if d), default=None)),
        last_day=("last_day", lambda days: max((d for d in days if d), default=None)),
        quotes=("quotes", "sum"),
        reactions=("reactions", "sum"),
        events=("events", "sum"),
    )
    held = held.reset_index().sort_values(["articles", "outlet"], ascending=[False, True], kind="stable")
    return held[list(OUTLET_COLUMNS)]


def problem_rows(corpus: Corpus) -> pd.DataFrame:
    """What could not be read. Columns: PROBLEM_COLUMNS."""
    return corpus.problems[list(PROBLEM_COLUMNS)]


def accuracy_rows(path: Path = ACCURACY_FILE) -> pd.DataFrame:
    """Measured precision and recall by kind of claim; no row where nothing was measured. Columns: ACCURACY_COLUMNS."""
    held = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    rows = [
        (kind, one.get("name", kind), one.get("precision"), one.get("recall"), one.get("checked"))
        for kind, one in held.get("kinds", {}).items()
    ]
    return pd.DataFrame(rows, columns=list(ACCURACY_COLUMNS))
