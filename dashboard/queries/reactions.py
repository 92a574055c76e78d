"""Reactions by country: the matrix, and the rows that each of its numbers opens."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.columns import REACTION_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.statements import ORDER_COLUMNS, in_order

MATRIX_COLUMNS = ("country", "column", "statements", "conditional")
ROW_COLUMNS = (*REACTION_COLUMNS, *ORDER_COLUMNS)


def reaction_matrix(corpus: Corpus, filters: Filters, *, over: str = "reaction") -> pd.DataFrame:
    """One row a cell that is not empty. Columns: MATRIX_COLUMNS.

    ``over`` is "reaction" or "target". ``statements`` counts independent ones; ``conditional`` is "all" when every
    wording of each hangs on a condition, "partly" when one wording of each does, else "". The filters of the two axes
    are left out, so that a chosen cell keeps the others in view.
    """
    claims = corpus.reactions
    kept = corpus.keep("reactions", filters, leave_out=("country", over))
    bound = (claims.frame["condition"] != "").to_numpy(dtype=bool)
    cells = [
        (country, column, count, "all" if wholly else "partly" if every else "")
        for country, column, count, every, wholly in claims.table.cross("country", over, kept, bound)
    ]
    return pd.DataFrame(cells, columns=list(MATRIX_COLUMNS))


def country_totals(corpus: Corpus, filters: Filters, *, over: str = "reaction") -> dict[str, int]:
    """Country -> its statements in all columns. A reaction towards two countries is one statement."""
    return corpus.reactions.counts("country", corpus.keep("reactions", filters, leave_out=("country", over)))


def reaction_rows(corpus: Corpus, filters: Filters, *, sort: str = "newest") -> pd.DataFrame:
    """The claims behind the reactions that the filters keep. Columns: ROW_COLUMNS."""
    return in_order(corpus.reactions, corpus.keep("reactions", filters), sort)
