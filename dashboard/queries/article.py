"""One article as it was read, with everything that was found in it."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.columns import REPORT_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.statements import in_order
from dashboard.records import Reading
from dashboard.store.readings import load_readings


def reading_of(corpus: Corpus, article_id: str) -> Reading | None:
    """The article with its claims, or None when the store has no such article."""
    return next(iter(load_readings(corpus.store, [article_id])), None) if article_id else None


def claims_of(corpus: Corpus, article_id: str, noun: str) -> pd.DataFrame:
    """The reactions or quotes of one article, in text order. Columns: those of the noun and ORDER_COLUMNS."""
    claims = corpus.claims(noun)
    kept = (claims.frame["article_id"] == article_id).to_numpy(dtype=bool)
    return in_order(claims, kept).sort_values("start", kind="stable")


def reports_in(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The events that one article tells of, in the order of its text. Columns: REPORT_COLUMNS."""
    frame = corpus.reports[corpus.reports["article_id"] == article_id]
    return frame[list(REPORT_COLUMNS)].sort_values("start", kind="stable")
