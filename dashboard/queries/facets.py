"""How many statements each further choice of a filter would keep, under all the other filters."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters, by_key
from dashboard.queries.timeline import Window, window_counts

FACET_COLUMNS = ("value", "name", "count", "chosen")


def facet_counts(corpus: Corpus, filters: Filters, *, noun: str, key: str) -> pd.DataFrame:
    """One row a value, chosen ones first, then the most frequent; values without a hit follow with 0.

    Columns: FACET_COLUMNS.
    """
    counts = corpus.claims(noun).counts(key, corpus.keep(noun, filters, leave_out=(key,)))
    return _facet(corpus, filters, key, counts)


def window_facet(corpus: Corpus, filters: Filters, window: Window, *, key: str) -> pd.DataFrame:
    """The same for the events of a window of the timeline. Columns: FACET_COLUMNS."""
    return _facet(corpus, filters, key, window_counts(corpus, filters, window, key=key))


def _facet(corpus: Corpus, filters: Filters, key: str, counts: dict[str, int]) -> pd.DataFrame:
    row, chosen = by_key(key), set(filters.values(key))
    counts = {**dict.fromkeys(chosen, 0), **counts}
    names = corpus.names.get(key, {})
    found = [(v, names.get(v) or (row.names(v) if row.names else v), n, v in chosen) for v, n in counts.items()]
    found.sort(key=lambda one: (not one[3], -one[2], one[1].casefold()))
    return pd.DataFrame(found, columns=list(FACET_COLUMNS))
