"""The rows of a view as a file: every column, the evidence, and the link of the view."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pandas as pd

from dashboard.queries import briefing, coverage, quotes, reactions
from dashboard.queries.certainty import chance, rule_in_words
from dashboard.queries.columns import EVENT_COLUMNS, REPORT_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters, in_words
from dashboard.queries.labels import IDENTITIES, country_label, reaction_label
from dashboard.store.tables import plain_cell, write_rows
from dashboard.vocabulary.measured import measured_key


def _reactions(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    frame = reactions.reaction_rows(corpus, filters)
    named = frame.assign(
        reaction_name=[reaction_label(key) for key in frame["reaction"]],
        country_name=[country_label(code) for code in frame["country"]],
    )
    return _with_certainty(named, "reactions")


def _quotes(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    frame = quotes.quote_rows(corpus, filters)
    named = frame.assign(country_name=[country_label(code) for code in frame["country"]]).drop(columns="row")
    return _with_certainty(named, "quotes")


def _with_certainty(frame: pd.DataFrame, noun: str) -> pd.DataFrame:
    """The frame with what its cards say of certainty; ``right_of_100`` is empty where nothing was measured."""
    kinds = frame["reaction"] if noun == "reactions" else [""] * len(frame)
    keys = [measured_key(noun, kind, rule) for kind, rule in zip(kinds, frame["found_by"], strict=True)]
    chances = [chance(noun, key) for key in keys]
    return frame.assign(
        identity_name=[IDENTITIES.get(one, "") for one in frame["identity"]],
        found_by_name=[rule_in_words(rule, noun) for rule in frame["found_by"]],
        right_of_100=pd.Series([one.right for one in chances], frame.index, dtype=object),
        checked=[one.checked for one in chances],
        checked_on=[one.where for one in chances],
    )


def _events(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """One row for each report of an event: its evidence; event columns begin with ``event_``."""
    claims = corpus.events
    events = claims.frame[corpus.keep("events", filters)].sort_values("first_day", kind="stable", na_position="last")
    named = events[list(EVENT_COLUMNS)].rename(columns={n: f"event_{n}" for n in EVENT_COLUMNS})
    return named.merge(corpus.reports[list(REPORT_COLUMNS)], on="event_id", how="left")


def _articles(corpus: Corpus, _filters: Filters) -> pd.DataFrame:
    return coverage.article_rows(corpus)


def _points(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    return briefing.points(corpus, filters)


#: View -> what its file holds. The briefing's file lists where the sources disagree.
EXPORTS: dict[str, Callable[[Corpus, Filters], pd.DataFrame]] = {
    "reactions": _reactions,
    "quotes": _quotes,
    "timeline": _events,
    "coverage": _articles,
    "briefing": _points,
}


def exported(corpus: Corpus, view: str, filters: Filters) -> pd.DataFrame:
    """All rows of a view under the filters, with every column."""
    return EXPORTS[view](corpus, filters)


def count_of(frame: pd.DataFrame) -> int:
    """How many statements (or events, articles, points) the rows tell."""
    for name in ("statement", "id"):
        held = "event_id" if "event_id" in frame and "event_title" in frame else name
        if held in frame:
            return int(frame[held].nunique())
    return len(frame)


def to_json(
    frame: pd.DataFrame, *, view: str, corpus: Corpus, filters: Filters, notes: tuple[str, ...], noun: str = ""
) -> str:
    """The rows with the link of the view, its headline, the corpus version and what of the link was not understood.

    ``noun`` words the headline for reactions, quotes or events, as the page does.
    """
    held = {
        "view": view,
        "headline": in_words(filters, corpus.names, noun=noun),
        "corpus_version": corpus.version,
        "count": count_of(frame),
        "not_understood": list(notes),
        "rows": [
            dict(zip(frame.columns, map(plain_cell, row), strict=True))
            for row in frame.itertuples(index=False, name=None)
        ],
    }
    return json.dumps(held, ensure_ascii=False, indent=1)


def to_csv(frame: pd.DataFrame, *, view: str) -> str:
    """The rows as CSV, with the link of the view in the last column; lists are joined by ``|``."""
    out = io.BytesIO()
    rows = ((*row, view) for row in frame.itertuples(index=False, name=None))
    write_rows([*frame.columns, "view"], rows, "csv", out)
    return out.getvalue().decode()
