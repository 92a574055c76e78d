"""Source, root and target of each event: ``python -m benchmarks event-code FILE.jsonl > predictions.jsonl``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.predictions import print_predictions
from dashboard.language.actors import find_actors
from dashboard.language.acts import find_acts
from dashboard.language.pipeline import load_pipeline
from dashboard.language.sentences import find_passages
from dashboard.records import Act, Actor, Article, Zone
from dashboard.vocabulary.countries import load_countries


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One prediction a row: its events and, for span scorers, where source and target stand."""
    nlp = load_pipeline()
    articles = [
        Article(str(row["id"]), row["text"].replace("\n", " "), (Zone("body", 0, len(row["text"])),)) for row in rows
    ]
    for article, passages in find_passages(nlp, articles):
        acts = find_acts(article, passages, find_actors(article, passages), (), ())
        told = [act for act in acts if is_told(act)]
        yield {
            "id": article.id,
            "events": [as_event(act) for act in told],
            "source_spans": sorted({(act.source_span.start, act.source_span.end) for act in told if act.source_span}),
            "target_spans": sorted({(span.start, span.end) for act in told for span in act.target_spans}),
        }


def is_told(act: Act) -> bool:
    """True for what a coder of events would list: not what is said not to have happened."""
    return not act.negated and bool(act.sources) and bool(act.targets)


def as_event(act: Act) -> dict[str, Any]:
    """The fields that the scorer reads; countries as ISO 3166-1 alpha-3."""
    both = act.reciprocal and set(act.sources) == set(act.targets)
    return {
        "root": act.root,
        "source": iso3(act.sources),
        "target": [] if both else iso3(act.targets),
        "mode": act.mode,
    }


def iso3(actors: Iterable[Actor]) -> list[str]:
    """The codes of the actors' countries, "IGO" for international bodies."""
    countries = load_countries()
    codes = []
    for actor in actors:
        country = countries.get(actor.country)
        if country is not None:
            codes.append("IGO" if country.iso3 in ("UNO", "EUR") else country.iso3)
        elif actor.kind == "body":
            codes.append("IGO")
    return list(dict.fromkeys(code for code in codes if code))


def main(path: str) -> None:
    """Prints one prediction a line."""
    print_predictions(path, predict)
