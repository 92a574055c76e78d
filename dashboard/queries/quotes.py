"""Quotes by speaker, country and word; the wordings of one statement together."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.queries.columns import QUOTE_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.roles import main_role
from dashboard.queries.statements import ORDER_COLUMNS, in_order

ROW_COLUMNS = (*QUOTE_COLUMNS, *ORDER_COLUMNS)
SPEAKER_COLUMNS = ("value", "name", "kind", "country", "role", "count", "chosen")
DAY_COLUMNS = ("day", "statements")


def quote_rows(corpus: Corpus, filters: Filters, *, sort: str = "newest") -> pd.DataFrame:
    """The quotes that the filters keep, the wordings of one statement together. Columns: ROW_COLUMNS."""
    ranks = corpus.ranks(filters.words) if filters.words and sort == "relevance" else {}
    return in_order(corpus.quotes, corpus.keep("quotes", filters), sort, ranks)


def speakers(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Who speaks under the other filters, chosen ones first, then the most quoted. Columns: SPEAKER_COLUMNS."""
    counts = corpus.quotes.counts("speaker", corpus.keep("quotes", filters, leave_out=("speaker",)))
    given = _main_roles(corpus)
    persons = corpus.persons[corpus.persons["id"].isin(counts.keys()).to_numpy(dtype=bool)]
    ids = persons["id"].tolist()
    count = np.fromiter((counts[key] for key in ids), dtype=np.int64, count=len(ids))
    chosen = persons["id"].isin(filters.speaker).to_numpy(dtype=bool)
    roles = [given.get(key) or (held[0] if held else "") for key, held in zip(ids, persons["roles"], strict=True)]
    found = persons[["id", "name", "kind", "country"]].assign(role=pd.Series(roles, persons.index, dtype=object))
    # Persons stand in the order of their names, and the sort keeps it.
    order = np.lexsort((-count, ~chosen))
    return found.assign(count=count, chosen=chosen).iloc[order].set_axis(list(SPEAKER_COLUMNS), axis=1)


def speaker_days(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """How many statements fall on each known day. Columns: DAY_COLUMNS, in the order of days."""
    claims, kept = corpus.quotes, corpus.keep("quotes", filters)
    exact = kept & (claims.first == claims.last)
    held: dict[str, set[int]] = {}
    for day, group in zip(claims.frame["first_day"][exact], claims.groups[exact], strict=True):
        held.setdefault(str(day), set()).add(int(group))
    return pd.DataFrame([(day, len(held[day])) for day in sorted(held)], columns=list(DAY_COLUMNS))


def _main_roles(corpus: Corpus) -> dict[str, str]:
    """The role that most quotes of each person give."""
    frame = corpus.quotes.frame
    held: dict[str, list[str]] = {}
    for person, role in zip(frame["person"].tolist(), frame["role"].tolist(), strict=True):
        if role:
            held.setdefault(person, []).append(role)
    return {person: main_role(roles) for person, roles in held.items()}
