"""One speaker: the roles they had, where identity was read, and their words over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.quotes import ROW_COLUMNS
from dashboard.queries.roles import fullest_roles
from dashboard.queries.rows import records
from dashboard.queries.statements import in_order
from dashboard.store.counts import NO_LAST
from dashboard.vocabulary.holders import Holding, holdings_by_name, name_key

ROLE_COLUMNS = ("role", "first_day", "last_day", "quotes")
IDENTITY_COLUMNS = ("identity", "quotes", "article_id", "outlet", "start", "end")


def speaker_roles(corpus: Corpus, person: str) -> pd.DataFrame:
    """The roles that quotes of a person give, with the days of those quotes. Columns: ROLE_COLUMNS, most quotes first.

    A role that is part of a fuller one is told with it. The days say when the role was met, not when the term began.
    """
    held = [row for row in _quotes_of(corpus, person) if row["role"]]
    fullest: dict[str, list[dict[str, Any]]] = {}
    for role, row in zip(fullest_roles([row["role"] for row in held]), held, strict=True):
        fullest.setdefault(role, []).append(row)
    most = sorted(fullest.items(), key=lambda item: -len(item[1]))
    return pd.DataFrame(
        [(role, *_reach(rows), len(rows)) for role, rows in most], columns=list(ROLE_COLUMNS), dtype=object
    )


def speaker_identities(corpus: Corpus, person: str) -> pd.DataFrame:
    """Where it was read who a person is, with one quote for each. Columns: IDENTITY_COLUMNS, most quotes first."""
    held: dict[str, list[dict[str, Any]]] = {}
    for row in _quotes_of(corpus, person):
        if row["identity"]:
            held.setdefault(row["identity"], []).append(row)
    most = sorted(held.items(), key=lambda item: -len(item[1]))
    found = [
        (key, len(rows), *(rows[0][name] for name in ("article_id", "outlet", "start", "end"))) for key, rows in most
    ]
    return pd.DataFrame(found, columns=list(IDENTITY_COLUMNS), dtype=object)


def offices(corpus: Corpus, person: str) -> tuple[Holding, ...]:
    """The offices that the dated list gives a person on the days of their quotes, where quotes rest on that list."""
    rows = [row for row in _quotes_of(corpus, person) if row["identity"] == "holders"]
    days = [day for row in rows for day in (row["first_day"], row["last_day"], row["published"]) if day]
    terms = (held for row in rows[:1] for held in holdings_by_name().get(name_key(row["speaker"]), ()))
    return tuple(
        held
        for held in terms
        if held.country == rows[0]["country"] and any(held.holds_on(dt.date.fromisoformat(day)) for day in days)
    )


def said_over_time(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """One row a statement under the filters, in the wording whose day is known best. Columns: ROW_COLUMNS.

    Ordered by the first day on which it may have been said; those without a day come last.
    """
    rows = in_order(corpus.quotes, corpus.keep("quotes", filters), "oldest")
    first, last = rows["first_day"].fillna(""), rows["last_day"].fillna("")
    known = rows.assign(loose=first != last, none=(first == "") & (last == ""), begin=first.where(first != "", last))
    best = known.sort_values(["position", "none", "loose"], kind="stable").drop_duplicates("position")
    return best.sort_values(["none", "begin", "last_day"], kind="stable")[list(ROW_COLUMNS)]


def undated_statements(corpus: Corpus, filters: Filters) -> int:
    """How many statements under the filters have no wording whose day is known exactly."""
    claims, kept = corpus.quotes, corpus.keep("quotes", filters)
    exact = kept & (claims.first == claims.last) & (claims.last != NO_LAST)
    return int(np.setdiff1d(claims.groups[kept], claims.groups[exact]).size)


def _quotes_of(corpus: Corpus, person: str) -> list[dict[str, Any]]:
    frame = corpus.quotes.frame
    return records(frame[(frame["person"] == person).to_numpy(dtype=bool)])


def _reach(rows: Iterable[dict[str, Any]]) -> tuple[str | None, str | None]:
    """The first and the last of the days that rows name."""
    days = [day for row in rows for day in (row["first_day"], row["last_day"]) if day]
    return min(days, default=None), max(days, default=None)
