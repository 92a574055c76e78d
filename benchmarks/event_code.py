"""Source, root and target of each event: ``python -m benchmarks event-code FILE.jsonl > predictions.jsonl``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from benchmarks.rows import Row, print_predictions
from dashboard.language.actors import find_actors
from dashboard.language.acts import find_acts
from dashboard.language.pipeline import load_pipeline
from dashboard.language.sentences import find_passages
from dashboard.records import UNKNOWN_WHEN, Act, Actor, Article, Mention, When, Zone
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.plover import ROOTS

DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
#: What a state may do to its own people.
DOMESTIC = frozenset(ROOTS) - {"CONSULT", "COOPERATE", "AID"}


def predict(rows: list[Row]) -> Iterator[Row]:
    """One prediction a row: its events and, for span scorers, where source and target stand."""
    nlp = load_pipeline()
    for article, passages in find_passages(nlp, [as_article(row) for row in rows]):
        mentions = find_actors(article, passages)
        passives = {
            passage.start + token.head.idx for passage in passages for token in passage.doc if token.dep_ == "auxpass"
        }
        acts = [at_home(act, mentions, passives) for act in find_acts(article, passages, mentions, (), ())]
        told = [act for act in acts if is_told(act)]
        yield {
            "id": article.id,
            "events": [event for act in told for event in as_events(act)],
            "source_spans": sorted({(act.source_span.start, act.source_span.end) for act in told if act.source_span}),
            "target_spans": sorted({(span.start, span.end) for act in told for span in act.target_spans}),
        }


def as_article(row: Row) -> Article:
    """The text of a row as an article of its day."""
    text = row["text"].replace("\n", " ")
    day = dt.date.fromisoformat(row["date"]) if DAY.fullmatch(row.get("date") or "") else None
    published = When(day, day, "metadata") if day else UNKNOWN_WHEN
    return Article(str(row["id"]), text, (Zone("body", 0, len(text)),), published=published)


def at_home(act: Act, mentions: tuple[Mention, ...], passives: set[int]) -> Act:
    """``act`` with the state that does it as its target too, where the sentence speaks of no other state.

    Coders of events list what a state does at home so: "the cabinet lifted the curfew" is done to its own country, and
    who "was arrested" was so by the state whose citizen one is. ``passives`` tells where passive predicates start.
    """
    countries = {actor.country for actor in (act.sources or act.targets) if actor.country}
    if act.root == "COERCE" and not act.sources and len(countries) == 1 and act.predicate.start in passives:
        return replace(act, sources=_state(countries.pop()))
    among = act.root in DOMESTIC or (act.reciprocal and len(act.sources) > 1)
    if act.root == "AGREE" and all(actor.kind == "country" for actor in act.sources):
        return act  # "a Danish toymaker plans": nobody who acts for a state
    if len(countries) != 1 or any(actor.country for actor in act.targets) or not among:
        return act
    named = {
        actor.country
        for mention in mentions
        if act.span.covers(mention.span)
        for actor in mention.actors
        if actor.country
    }
    if named != countries and not act.targets:
        return act
    return replace(act, targets=_state(countries.pop()))


def _state(code: str) -> tuple[Actor, ...]:
    return (Actor(load_countries()[code].name, "country", code, "", "article"),)


def is_told(act: Act) -> bool:
    """True for what a coder of events would list: not what is said not to have happened."""
    return not act.negated and bool(act.sources) and bool(act.targets)


def as_events(act: Act) -> list[Row]:
    """The fields that the scorer reads; countries as ISO 3166-1 alpha-3. Who meets someone is also met by them."""
    sources, targets = iso3(act.sources), iso3(act.targets)
    both = act.reciprocal and set(act.sources) == set(act.targets) and len(sources) > 1
    found = [_event(act, sources, [] if both else targets)]
    if act.reciprocal and act.root == "CONSULT" and sources and targets and not both and sources != targets:
        found.append(_event(act, targets, sources))
    return found


def _event(act: Act, sources: list[str], targets: list[str]) -> Row:
    return {"root": act.root, "source": sources, "target": targets, "mode": act.mode}


def iso3(actors: Iterable[Actor]) -> list[str]:
    """The codes of the actors' countries, "IGO" for international bodies."""
    countries = load_countries()
    codes = []
    for actor in actors:
        country = countries.get(actor.country)
        if country is not None:
            codes.append("IGO" if country.iso3 in ("UNO", "EUR") else country.iso3)
        elif actor.kind == "body" and not actor.role:
            codes.append("IGO")
    return list(dict.fromkeys(code for code in codes if code))


def main(path: str) -> None:
    """Prints one prediction a line."""
    print_predictions(path, predict)
