"""Everything that pages ask of one version of the store, as tables in memory."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.queries.claims import Claims
from dashboard.queries.filters import Filters, Names
from dashboard.store.counts import Mask
from dashboard.store.database import Store, rows
from dashboard.store.search import quotes_with


@dataclass(frozen=True, slots=True)
class Corpus:
    """One version of the store; ``store`` is for what is too long to be held. Frames have the columns of their noun.

    ``articles`` has ARTICLE_COLUMNS, ``reports`` REPORT_COLUMNS and so on (``columns.py``).
    """

    version: int
    store: Store
    articles: pd.DataFrame
    reactions: Claims
    quotes: Claims
    events: Claims
    reports: pd.DataFrame
    disagreements: pd.DataFrame
    persons: pd.DataFrame
    problems: pd.DataFrame
    names: Names
    aliases: Mapping[str, str]
    """Ids that events once had -> their id today."""

    def keep(self, noun: str, filters: Filters, leave_out: Iterable[str] = ()) -> Mask:
        """The rows of one noun that the filters keep; words are looked for with full text where it is indexed."""
        claims, left = self.claims(noun), tuple(leave_out)
        found = None
        if filters.words and noun == "quotes" and "words" not in left:
            found = np.isin(claims.frame["row"].to_numpy(dtype=np.int64), list(self.ranks(filters.words)))
        return claims.keep(filters, found=found, leave_out=left)

    def count(self, noun: str, filters: Filters, leave_out: Iterable[str] = ()) -> int:
        """How many statements or events of one noun the filters keep."""
        return self.claims(noun).count(self.keep(noun, filters, leave_out))

    def ranks(self, words: str) -> Mapping[int, float]:
        """Row numbers of the quotes that full text finds, with their rank: the smaller the better."""
        return _ranks(self.store, self.version, words)

    def claims(self, noun: str) -> Claims:
        """The claims of one noun: reactions, quotes or events."""
        return {"reactions": self.reactions, "quotes": self.quotes, "events": self.events}[noun]


@functools.lru_cache(maxsize=2)
def _ranks(store: Store, _version: int, words: str) -> Mapping[int, float]:
    """Held for the questions of one page, which all ask for the same words."""
    return dict(rows(store, quotes_with(words, store.full_text)).values)
