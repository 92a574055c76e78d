"""Quotes by speaker, country and word; the wordings of one statement together."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.corpus import QUOTE_COLUMNS, Corpus
from dashboard.queries.filters import Filters
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
    chosen, latest = set(filters.speaker), _latest_roles(corpus)
    held = zip(*(corpus.persons[name].tolist() for name in ("id", "name", "kind", "country", "roles")), strict=True)
    found = [
        (key, name, kind, country, latest.get(key) or (roles[0] if roles else ""), counts[key], key in chosen)
        for key, name, kind, country, roles in held
        if key in counts
    ]
    found.sort(key=lambda one: (not one[6], -one[5], one[1].casefold()))
    return pd.DataFrame(found, columns=list(SPEAKER_COLUMNS))


def speaker_days(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """How many statements fall on each known day. Columns: DAY_COLUMNS, in the order of days."""
    claims, kept = corpus.quotes, corpus.keep("quotes", filters)
    exact = kept & (claims.first == claims.last)
    held: dict[str, set[int]] = {}
    for day, group in zip(claims.frame["first_day"][exact], claims.groups[exact], strict=True):
        held.setdefault(str(day), set()).add(int(group))
    return pd.DataFrame([(day, len(held[day])) for day in sorted(held)], columns=list(DAY_COLUMNS))


def _latest_roles(corpus: Corpus) -> dict[str, str]:
    frame = corpus.quotes.frame
    held = frame[(frame["role"] != "").to_numpy(dtype=bool)]
    found: dict[str, str] = {}
    for person, role in zip(held["person"].tolist(), held["role"].tolist(), strict=True):
        if len(role) > len(found.get(person, "")):
            found[person] = role
    return found
