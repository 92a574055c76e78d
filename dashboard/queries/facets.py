"""How many statements each further choice of a filter would keep, under all the other filters."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters, by_key

FACET_COLUMNS = ("value", "name", "count", "chosen")


def facet_counts(corpus: Corpus, filters: Filters, *, noun: str, key: str) -> pd.DataFrame:
    """One row a value, chosen ones first, then the most frequent; values without a hit follow with 0.

    Columns: FACET_COLUMNS.
    """
    row, claims = by_key(key), corpus.claims(noun)
    chosen = set(filters.values(key))
    counts = claims.counts(key, corpus.keep(noun, filters, leave_out=(key,)))
    for value in chosen:
        counts.setdefault(value, 0)
    names = corpus.names.get(key, {})
    found = [(v, names.get(v) or (row.names(v) if row.names else v), n, v in chosen) for v, n in counts.items()]
    found.sort(key=lambda one: (not one[3], -one[2], one[1].casefold()))
    return pd.DataFrame(found, columns=list(FACET_COLUMNS))
