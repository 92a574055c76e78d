"""The narrow Arrow table that does the counting: for each claim its statement, its days and its values as small
integers. Words, offsets and evidence stay outside; every number on a page comes from here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Held = Sequence[str] | Sequence[tuple[str, ...]]

NO_FIRST = 0
NO_LAST = dt.date.max.toordinal()
#: A day that may be any of more than these is too vague for putting things in order.
VAGUE_DAYS = 22
_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Facet:
    """Which value stands in which row; a row may hold several values, or none. ``rows`` rise."""

    values: tuple[str, ...]
    codes: Ints
    rows: Ints

    def mask(self, wanted: Iterable[str], size: int) -> Mask:
        """True for the rows that hold one of ``wanted``."""
        asked = set(wanted)
        chosen = np.fromiter((value in asked for value in self.values), dtype=np.bool_, count=len(self.values))
        kept = np.zeros(size, dtype=np.bool_)
        if chosen.any():
            kept[self.rows[chosen[self.codes]]] = True
        return kept


@dataclass(frozen=True, slots=True)
class Counts:
    """One noun's ``table`` (columns statement, first, last and one for each facet), and its columns as arrays."""

    table: pa.Table
    groups: Ints
    """For each row the number of its statement, from 0."""
    first: Ints
    last: Ints
    """Ordinals of the days; open ends lie at the ends of time."""
    dated: Mask
    """True where any day is known."""
    facets: Mapping[str, Facet]

    def __len__(self) -> int:
        return int(self.groups.size)

    def count(self, kept: Mask) -> int:
        """How many statements the rows belong to."""
        seen = np.zeros(self._width, dtype=np.bool_)
        seen[self.groups[kept]] = True
        return int(seen.sum())

    def counts(self, key: str, kept: Mask) -> dict[str, int]:
        """Value -> statements that hold it among the rows kept; values without any have 0."""
        facet = self.facets.get(key)
        if facet is None or not facet.values:
            return {}
        inside = kept[facet.rows]
        pairs = np.unique(facet.codes[inside] * self._width + self.groups[facet.rows[inside]])
        sums = np.bincount(pairs // self._width, minlength=len(facet.values))
        return dict(zip(facet.values, sums.tolist(), strict=True))

    def cross(self, down: str, over: str, kept: Mask, marked: Mask) -> list[tuple[str, str, int, bool, bool]]:
        """(value of ``down``, value of ``over``, statements that hold both in one row, each marked, each wholly so).

        A statement is marked when one of its rows is kept and ``marked``, and wholly so when all that are kept are.
        Only cells with a statement are given.
        """
        left, right = self.facets[down], self.facets[over]
        inside = kept[left.rows]
        codes, rows = left.codes[inside], left.rows[inside]
        low = np.searchsorted(right.rows, rows, side="left")
        times = np.searchsorted(right.rows, rows, side="right") - low
        each = np.repeat(np.arange(rows.size), times)
        at = np.arange(each.size) - np.repeat(np.cumsum(times) - times, times) + np.repeat(low, times)
        cells = codes[each] * max(len(right.values), 1) + right.codes[at]
        pairs = np.unique(cells * self._width + self.groups[rows[each]])
        bound, loose = (np.zeros(self._width, dtype=np.bool_) for _ in range(2))
        bound[self.groups[kept & marked]] = True
        loose[self.groups[kept & ~marked]] = True
        found, start = np.unique(pairs // self._width, return_index=True)
        ends = [*start[1:].tolist(), pairs.size][: found.size]
        down_at, over_at = np.divmod(found, max(len(right.values), 1))
        cells = []
        for a, b, low, high in zip(down_at.tolist(), over_at.tolist(), start.tolist(), ends, strict=True):
            held = pairs[low:high] % self._width
            every = bool(bound[held].all())
            cells.append((left.values[a], right.values[b], high - low, every, every and not loose[held].any()))
        return cells

    @property
    def bounds(self) -> tuple[Ints, Ints]:
        """Both ends of the days of each row; an open end counts as the end that is known."""
        return (
            np.where(self.first == NO_FIRST, self.last, self.first),
            np.where(self.last == NO_LAST, self.first, self.last),
        )

    def between(self, since: dt.date | None, until: dt.date | None) -> Mask:
        """The rows whose days can reach the range; all rows without a range, none without a day in one.

        What may have been on any day of far more than a range of two ends is left out: it tells nothing of that range.
        """
        if since is None and until is None:
            return np.ones(len(self), dtype=np.bool_)
        kept = self.dated.copy()
        if since is not None:
            kept &= self.last >= since.toordinal()
        if until is not None:
            kept &= self.first <= until.toordinal()
        if since is not None and until is not None:
            low, high = self.bounds
            kept &= (high >= since.toordinal()) & (low <= until.toordinal())
            kept &= high - low <= (until - since).days + VAGUE_DAYS
        return kept

    @property
    def _width(self) -> int:
        return int(self.groups.max(initial=0)) + 1


def count_table(
    statements: Sequence[str],
    first: Sequence[str | None],
    last: Sequence[str | None],
    values: Mapping[str, Held],
) -> Counts:
    """The table of one noun. ``first`` and ``last`` are ISO days; ``values`` gives for each facet the value of each row
    (an empty word for none), or the several values of each row.
    """
    columns = {
        "statement": pa.array(statements, pa.string()).dictionary_encode(),
        "first": pa.array(first, pa.string()).cast(pa.date32()),
        "last": pa.array(last, pa.string()).cast(pa.date32()),
    }
    columns |= {key: _facet_column(held) for key, held in values.items()}
    return _with_arrays(pa.table(columns), tuple(values))


def _facet_column(held: Held) -> pa.Array:
    if any(isinstance(one, tuple) for one in held[:1]):
        lists = pa.array(held, pa.list_(pa.string()))
        return pa.ListArray.from_arrays(lists.offsets, lists.values.dictionary_encode())
    return pa.array([one or None for one in held], pa.string()).dictionary_encode()


def _with_arrays(table: pa.Table, keys: Iterable[str]) -> Counts:
    groups = _whole(table["statement"]).indices.to_numpy(zero_copy_only=False).astype(np.int64)
    first, last = _whole(table["first"]), _whole(table["last"])
    dated = np.asarray(first.is_valid()) | np.asarray(last.is_valid())
    return Counts(
        table,
        groups,
        _ordinals(first, NO_FIRST),
        _ordinals(last, NO_LAST),
        np.asarray(dated, dtype=np.bool_),
        {key: _facet(_whole(table[key])) for key in keys},
    )


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _ordinals(days: pa.Array, open_end: int) -> Ints:
    held = days.cast(pa.int32()).fill_null(open_end - _EPOCH).to_numpy(zero_copy_only=False)
    return np.asarray(held, dtype=np.int64) + _EPOCH


def _facet(column: pa.Array) -> Facet:
    if isinstance(column, pa.ListArray):
        words, sizes = column.values, np.diff(column.offsets.to_numpy())
        rows = np.repeat(np.arange(sizes.size), sizes)
        codes = words.indices.to_numpy(zero_copy_only=False)
    else:
        words = column
        rows = np.flatnonzero(np.asarray(column.is_valid()))
        codes = column.indices.drop_null().to_numpy()
    return Facet(tuple(words.dictionary.to_pylist()), np.asarray(codes, np.int64), np.asarray(rows, np.int64))
