"""The store loaded into a corpus, once for each version of it."""

from __future__ import annotations

import functools
import gc
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pandas as pd

from dashboard.queries import joins
from dashboard.queries.claims import Claims
from dashboard.queries.columns import (
    ARTICLE_COLUMNS,
    DISAGREEMENT_COLUMNS,
    EVENT_COLUMNS,
    PERSON_COLUMNS,
    PROBLEM_COLUMNS,
    QUOTE_COLUMNS,
    REACTION_COLUMNS,
    REPORT_COLUMNS,
)
from dashboard.queries.corpus import Corpus
from dashboard.queries.joins import Columns
from dashboard.queries.labels import SURE
from dashboard.store import schema
from dashboard.store.clauses import select
from dashboard.store.counts import Held, count_table
from dashboard.store.database import Snapshot, Store, snapshot, version
from dashboard.vocabulary.measured import measured_key, measured_share

#: Two visitors of a new version load it once.
_LOADING = threading.Lock()


def held_corpus(store: Store) -> Corpus:
    """The corpus of the store's present version; loaded once, shared by all visitors, pages and routes."""
    with _LOADING:
        return _corpus_at(store, version(store))


@functools.lru_cache(maxsize=2)
def _corpus_at(store: Store, _version: int) -> Corpus:
    return load_corpus(store)


def load_corpus(store: Store) -> Corpus:
    """The corpus as it stands in the store now, whatever is written meanwhile."""
    with _without_collection(), snapshot(store) as now:
        return _load(store, now)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Millions of cells that all stay: looking among them for garbage takes longer than making them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _load(store: Store, now: Snapshot) -> Corpus:
    known = joins.known_at(now)
    quotes, reactions, reports = joins.quotes(now, known), joins.reactions(now, known), joins.reports(now, known)
    disagreements = joins.disagreements(now, known)
    events = joins.events(now, reports, disagreements)
    persons = known.persons.columns()
    problems = now.columns(select(*(schema.problem.c[name] for name in PROBLEM_COLUMNS)))
    return Corpus(
        version=now.version(),
        store=store,
        articles=_frame(known.articles, ARTICLE_COLUMNS),
        reactions=_reaction_claims(reactions),
        quotes=_quote_claims(quotes, reactions),
        events=_event_claims(events, reports),
        reports=_frame(reports, REPORT_COLUMNS),
        disagreements=_frame(disagreements, DISAGREEMENT_COLUMNS),
        persons=_frame(persons, PERSON_COLUMNS),
        problems=_frame(problems, PROBLEM_COLUMNS),
        names={
            "speaker": dict(zip(persons["id"], persons["name"], strict=True)),
            "event": dict(zip(events["id"], events["title"], strict=True)),
            "outlet": {outlet: outlet for outlet in known.articles["outlet"]},
            "kind": {kind: kind.replace("_", " ") for kind in events["kind"]},
        },
        aliases=joins.pairs(now, schema.event_alias.c.old_id, schema.event_alias.c.event_id),
    )


def _claims(noun: str, frame: pd.DataFrame, held: Columns, facets: Mapping[str, Held], text: Sequence[str]) -> Claims:
    statements = held["statement" if "statement" in held else "id"]
    return Claims(noun, frame, count_table(statements, held["first_day"], held["last_day"], facets), text)


def _frame(held: Columns, names: tuple[str, ...]) -> pd.DataFrame:
    # Plain objects: offsets may be missing, and a missing one must stay None, not become a float.
    return pd.DataFrame({name: pd.Series(held[name], dtype=object) for name in names}, columns=list(names))


def _reaction_claims(held: Columns) -> Claims:
    facets = {
        "country": held["country"],
        "reaction": held["reaction"],
        "target": held["targets"],
        "speaker": held["person"],
        "identity": held["identity"],
        "sure": [
            _reached("reactions", measured_key("reactions", kind, rule))
            for kind, rule in zip(held["reaction"], held["found_by"], strict=True)
        ],
        "event": held["event"],
        "outlet": held["outlet"],
    }
    return _claims("reactions", _frame(held, REACTION_COLUMNS), held, facets, held["words"])


@functools.lru_cache(maxsize=4096)
def _reached(noun: str, key: str) -> tuple[str, ...]:
    """The steps of SURE that a rule or kind reaches; none where it was not measured."""
    held = measured_share(noun, key)
    return tuple(step for step in SURE if held and held.precision >= float(step))


def _quote_claims(held: Columns, reactions: Columns) -> Claims:
    carried: dict[str, tuple[str, ...]] = {}
    for quote, reaction in zip(reactions["quote_id"], reactions["reaction"], strict=True):
        if quote:
            carried[quote] = (*carried.get(quote, ()), reaction)
    facets = {
        "country": held["countries"],
        "reaction": [carried.get(key, ()) for key in held["id"]],
        "target": held["topics"],
        "speaker": held["persons"],
        "identity": held["identity"],
        "form": held["form"],
        "sure": [_reached("quotes", rule) for rule in held["found_by"]],
        "event": held["event"],
        "outlet": held["outlet"],
    }
    return _claims("quotes", _frame(held, QUOTE_COLUMNS), held, facets, held["content_words"])


def _event_claims(held: Columns, reports: Columns) -> Claims:
    told: dict[str, list[str]] = defaultdict(list)
    for key, words in zip(reports["event_id"], reports["words"], strict=True):
        told[key].append(words)
    facets = {
        "country": held["countries"],
        "kind": held["kind"],
        "status": held["status"],
        "event": held["id"],
        "outlet": held["outlets"],
    }
    titled = zip(held["id"], held["title"], strict=True)
    text = [f"{title} {' '.join(told.get(key, ()))}" for key, title in titled]
    return _claims("events", _frame(held, EVENT_COLUMNS), held, facets, text)
