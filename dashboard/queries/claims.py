"""Claims as one table in memory: which rows filters keep, how many each further choice would keep, and in which groups.

One row is one claim of one article. Rows of one ``statement`` say the same thing in several articles or wordings; every
number on a page counts statements, so that a count equals the rows it opens. The counting itself is done by
``store.counts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.queries.filters import FILTERS, Filters
from dashboard.store.counts import Counts, Ints, Mask
from dashboard.store.search import words_of


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims of one noun (reactions, quotes or events). ``frame`` has the documented columns of that noun."""

    noun: str
    frame: pd.DataFrame
    table: Counts
    text: Sequence[str]
    """Words of each row, for nouns that full text does not index."""

    @property
    def groups(self) -> Ints:
        """For each row the number of its statement."""
        return self.table.groups

    @property
    def first(self) -> Ints:
        """Ordinals of the first days; an open end is NO_FIRST."""
        return self.table.first

    @property
    def last(self) -> Ints:
        """Ordinals of the last days; an open end is NO_LAST."""
        return self.table.last

    @property
    def dated(self) -> Mask:
        """True where any day is known."""
        return self.table.dated

    @property
    def total(self) -> int:
        """How many statements there are without any filter."""
        return self.count(np.ones(len(self.table), dtype=np.bool_))

    def keep(self, filters: Filters, *, found: Mask | None = None, leave_out: Iterable[str] = ()) -> Mask:
        """The rows that all filters keep, except those named in ``leave_out``.

        ``found`` are the rows that full text finds; without it the words are looked for in the evidence itself.
        """
        kept = np.ones(len(self.table), dtype=np.bool_)
        passed = set(leave_out)
        for row in FILTERS:
            values = filters.values(row.key)
            if not values or row.key in passed or self.noun not in row.applies:
                continue
            if row.key == "words":
                kept &= self._with_words(values[0]) if found is None else found
            elif row.key in self.table.facets:
                kept &= self.table.facets[row.key].mask(values, len(self.table))
        return kept & self.table.between(
            None if "from" in passed else filters.since, None if "to" in passed else filters.until
        )

    def count(self, kept: Mask) -> int:
        """How many statements the rows belong to."""
        return self.table.count(kept)

    def counts(self, key: str, kept: Mask) -> dict[str, int]:
        """Value -> statements that hold it among the rows kept; values without any have 0."""
        return self.table.counts(key, kept)

    def _with_words(self, asked: str) -> Mask:
        wanted = search_patterns(asked)
        found = (bool(wanted) and all(p.search(words) for p in wanted) for words in self.text)
        return np.fromiter(found, dtype=np.bool_, count=len(self.text))


def search_patterns(asked: str) -> tuple[re.Pattern[str], ...]:
    """One pattern for each word or quoted phrase that is asked for; endings of a word may differ."""
    phrases = (r"\W+".join(map(_stem, words.split())) for words in words_of(asked))
    return tuple(re.compile(rf"\b{phrase}", re.IGNORECASE) for phrase in phrases)


def _stem(word: str) -> str:
    bare = re.sub(r"(?:ies|es|s|ed|ing|y)$", "", word) if len(word) > 4 else word
    return re.escape(bare) + (r"\w*" if len(word) > 4 else r"\b")
