"""Claims as one table in memory: which rows filters keep, how many each further choice would keep, and in which groups.

One row is one claim of one article. Rows of one ``statement`` say the same thing in several articles or wordings; every
number on a page counts statements, so that a count equals the rows it opens.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.queries.filters import FILTERS, Filters

Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

NO_FIRST = 0
NO_LAST = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Facet:
    """Which value stands in which row; a row may hold several values, or none."""

    values: tuple[str, ...]
    codes: Ints
    rows: Ints

    @classmethod
    def of(cls, held: Iterable[Sequence[str]]) -> Facet:
        """A facet from the values of each row, in the order of the rows."""
        index: dict[str, int] = {}
        codes, rows = [], []
        for row, values in enumerate(held):
            for value in dict.fromkeys(values):
                codes.append(index.setdefault(value, len(index)))
                rows.append(row)
        return cls(tuple(index), np.array(codes, dtype=np.int64), np.array(rows, dtype=np.int64))

    def mask(self, wanted: Iterable[str], size: int) -> Mask:
        """True for the rows that hold one of ``wanted``."""
        asked = set(wanted)
        chosen = np.array([i for i, value in enumerate(self.values) if value in asked], dtype=np.int64)
        kept = np.zeros(size, dtype=np.bool_)
        kept[self.rows[np.isin(self.codes, chosen)]] = True
        return kept


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims of one noun (reactions, quotes or events). ``frame`` has the documented columns of that noun."""

    noun: str
    frame: pd.DataFrame
    facets: Mapping[str, Facet]
    groups: Ints
    """For each row the number of its statement."""
    first: Ints
    last: Ints
    dated: Mask
    text: tuple[str, ...]
    """Lower-case words of each row, for nouns that full text does not index."""

    @property
    def total(self) -> int:
        """How many statements there are without any filter."""
        return int(np.unique(self.groups).size)

    def keep(self, filters: Filters, *, found: Mask | None = None, leave_out: Iterable[str] = ()) -> Mask:
        """The rows that all filters keep, except those named in ``leave_out``.

        ``found`` are the rows that full text finds; without it the words are looked for in the evidence itself.
        """
        kept = np.ones(len(self.frame), dtype=np.bool_)
        passed = set(leave_out)
        for row in FILTERS:
            values = filters.values(row.key)
            if not values or row.key in passed or self.noun not in row.applies:
                continue
            if row.key == "words":
                kept &= self._with_words(values[0]) if found is None else found
            elif row.key in self.facets:
                kept &= self.facets[row.key].mask(values, len(self.frame))
        return kept & self._between(
            None if "from" in passed else filters.since, None if "to" in passed else filters.until
        )

    def count(self, kept: Mask) -> int:
        """How many statements the rows belong to."""
        return int(np.unique(self.groups[kept]).size)

    def counts(self, key: str, kept: Mask) -> dict[str, int]:
        """Value -> statements that hold it among the rows kept; values without any have 0."""
        facet = self.facets.get(key)
        if facet is None or not facet.values:
            return {}
        inside = kept[facet.rows]
        width = int(self.groups.max(initial=0)) + 1
        pairs = np.unique(facet.codes[inside] * width + self.groups[facet.rows[inside]])
        sums = np.bincount(pairs // width, minlength=len(facet.values))
        return {value: int(sums[i]) for i, value in enumerate(facet.values)}

    def cross(self, down: str, over: str, kept: Mask) -> dict[tuple[str, str], set[int]]:
        """(value of ``down``, value of ``over``) -> the statements that hold both in one row."""
        left, right = self.facets[down], self.facets[over]
        held: dict[int, list[str]] = {}
        for code, row in zip(right.codes.tolist(), right.rows.tolist(), strict=True):
            held.setdefault(row, []).append(right.values[code])
        cells: dict[tuple[str, str], set[int]] = {}
        for code, row in zip(left.codes.tolist(), left.rows.tolist(), strict=True):
            if kept[row]:
                for value in held.get(row, ()):
                    cells.setdefault((left.values[code], value), set()).add(int(self.groups[row]))
        return cells

    def _between(self, since: dt.date | None, until: dt.date | None) -> Mask:
        if since is None and until is None:
            return np.ones(len(self.frame), dtype=np.bool_)
        kept = self.dated.copy()
        if since is not None:
            kept &= self.last >= since.toordinal()
        if until is not None:
            kept &= self.first <= until.toordinal()
        return kept

    def _with_words(self, asked: str) -> Mask:
        wanted = search_patterns(asked)
        found = (bool(wanted) and all(p.search(words) for p in wanted) for words in self.text)
        return np.fromiter(found, dtype=np.bool_, count=len(self.text))


def search_patterns(asked: str) -> tuple[re.Pattern[str], ...]:
    """One pattern for each word or quoted phrase that is asked for; endings of a word may differ."""
    found = []
    for phrase, word in re.findall(r'"([^"]*)"|(\S+)', asked):
        parts = re.findall(r"\w+", phrase or word)
        if parts:
            found.append(re.compile(r"\b" + r"\W+".join(_stem(part) for part in parts), re.IGNORECASE))
    return tuple(found)


def _stem(word: str) -> str:
    bare = re.sub(r"(?:ies|es|s|ed|ing|y)$", "", word) if len(word) > 4 else word
    return re.escape(bare) + (r"\w*" if len(word) > 4 else r"\b")


def day_columns(first: Sequence[str | None], last: Sequence[str | None]) -> tuple[Ints, Ints, Mask]:
    """Ordinals of first and last day, open ends at the ends of time, and which rows know any day."""
    return (
        np.array([dt.date.fromisoformat(day).toordinal() if day else NO_FIRST for day in first], dtype=np.int64),
        np.array([dt.date.fromisoformat(day).toordinal() if day else NO_LAST for day in last], dtype=np.int64),
        np.array([bool(a or b) for a, b in zip(first, last, strict=True)], dtype=np.bool_),
    )
