"""What went in, what failed and why, and how right each kind of claim is on hand-labelled articles."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.queries.claims import Claims
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.labels import UNNAMED
from dashboard.queries.words import say_days
from dashboard.store.counts import VAGUE_DAYS
from dashboard.vocabulary.measured import FILE, LEAST_FINDS, REACTIONS_FILE, load_measured
from dashboard.vocabulary.reactions import load_reactions

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
MEASURED_COLUMNS = ("key", "precision", "checked", "on")
ACCURACY_COLUMNS = ("kind", "name", "precision", "recall", "checked")
#: Measured on the hand-labelled articles of tests/gold; written by tools/measure_gold.py.
ACCURACY_FILE = Path(__file__).resolve().parents[2] / "data" / "accuracy.json"


def article_rows(corpus: Corpus) -> pd.DataFrame:
    """Every article with what was found in it, latest first, those of vague days last. Columns: ARTICLE_ROW_COLUMNS."""
    frame = corpus.articles.copy()
    frame["published"] = [say_days(a, b) for a, b in zip(frame["first_day"], frame["last_day"], strict=True)]
    for name, held in (
        ("quotes", corpus.quotes.frame),
        ("reactions", corpus.reactions.frame),
        ("events", corpus.reports),
    ):
        frame[name] = frame["id"].map(held["article_id"].value_counts()).fillna(0).astype(int)
    frame["vague"] = [
        not (a and b) or _is_vague(dt.date.fromisoformat(a), dt.date.fromisoformat(b))
        for a, b in zip(frame["first_day"], frame["last_day"], strict=True)
    ]
    by, up = ["vague", "last_day", "outlet"], [True, False, True]
    frame = frame.sort_values(by, ascending=up, kind="stable", na_position="last")
    return frame[list(ARTICLE_ROW_COLUMNS)]


def published_days(corpus: Corpus) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of publication."""
    return _reach(corpus.articles)


def _reach(articles: pd.DataFrame) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of articles; those not known to some weeks count where there are no others."""
    pairs = zip(articles["first_day"], articles["last_day"], strict=True)
    days = [(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for first, last in pairs if first and last]
    known = [pair for pair in days if not _is_vague(*pair)] or days
    return (min(first for first, _ in known), max(last for _, last in known)) if known else (None, None)


def _is_vague(first: dt.date, last: dt.date) -> bool:
    return (last - first).days > VAGUE_DAYS


def outlet_rows(corpus: Corpus) -> pd.DataFrame:
    """Every outlet with what it holds, most articles first. Columns: OUTLET_COLUMNS.

    Quotes, reactions and events are counted as statements, as on the pages that the numbers open.
    """
    counts = {noun: claims.counts("outlet", claims.keep(Filters())) for noun, claims in _nouns(corpus).items()}
    found: list[tuple[Any, ...]] = []
    for outlet, frame in corpus.articles.groupby("outlet", sort=True):
        first, last = (day and day.isoformat() for day in _reach(frame))
        numbers = [counts[noun].get(str(outlet), 0) for noun in ("quotes", "reactions", "events")]
        found.append((outlet, len(frame), first, last, *numbers))
    found.sort(key=lambda row: (-row[1], row[0]))
    return pd.DataFrame(found, columns=list(OUTLET_COLUMNS), dtype=object)


def _nouns(corpus: Corpus) -> dict[str, Claims]:
    return {noun: corpus.claims(noun) for noun in ("quotes", "reactions", "events")}


def problem_rows(corpus: Corpus) -> pd.DataFrame:
    """What could not be read. Columns: PROBLEM_COLUMNS."""
    return corpus.problems


def accuracy_rows(path: Path = ACCURACY_FILE, *, articles: str = "kinds") -> pd.DataFrame:
    """Measured precision and recall by kind of claim; no row where nothing was measured. Columns: ACCURACY_COLUMNS.

    ``articles`` is "kinds" for the bundled dispatches, which were in view while the rules were written, or "unread"
    for articles that nobody who writes rules has read.
    """
    held = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    rows = [
        (kind, one.get("name", kind), one.get("precision"), one.get("recall"), one.get("checked"))
        for kind, one in held.get(articles, {}).items()
    ]
    return pd.DataFrame(rows, columns=list(ACCURACY_COLUMNS))


def measured_rows(noun: str) -> pd.DataFrame:
    """How right each rule for quotes or each kind of reaction is on labelled text; what the filter ``sure`` goes by.

    Rules with too few finds are left out. Columns: MEASURED_COLUMNS, reactions from hostile to cooperative, rules by
    how many were checked.
    """
    path = {"quotes": FILE, "reactions": REACTIONS_FILE}[noun]
    held = {key: one for key, one in load_measured(path, noun).items() if one.n >= LEAST_FINDS}
    order = list(load_reactions()) if noun == "reactions" else sorted(held, key=lambda key: -held[key].n)
    found = [(key, held[key].precision, held[key].n, held[key].on) for key in order if key in held]
    return pd.DataFrame(found, columns=list(MEASURED_COLUMNS))


def named_outlets(corpus: Corpus) -> int:
    """How many outlets the articles name."""
    return len({name for name in corpus.articles["outlet"] if name != UNNAMED})
