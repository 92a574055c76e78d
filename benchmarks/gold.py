"""Measures the product on hand-labelled articles: the dispatches of ``data/corpus``, and others.

    python -m benchmarks gold FILE.json

The articles stand in the folder beside the file that has its name (``episodes.json``, ``episodes/``), else in
``data/corpus``.

A label gives words of its article instead of offsets. ``optional`` labels, and claims that stand only in headlines, are
neither right nor wrong. A quote is right when half of its words are shared; a reaction when who reacts and how are
right; an event when it shares a mention and its days touch; a disagreement when it holds two of the values.
Targets that are null are not judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.articles import read_all
from dashboard.merging.copies import group_copies
from dashboard.merging.disagreements import find_disagreements
from dashboard.merging.events import merge_events
from dashboard.reading.articles import read_article
from dashboard.reading.sources import find_pages
from dashboard.records import Article, Disagreement, Event, Evidence, Page, Quote, Reaction, Reading, Span
from dashboard.vocabulary.reactions import load_reactions

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "corpus.json"
CORPUS = ROOT / "data" / "corpus"
#: Kinds of reaction with fewer labels or finds say nothing of their own.
LEAST = 3
SAME = 0.5

Label = dict[str, Any]
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Figure:
    """How many claims of a kind were right, found (and judged), and asked for."""

    name: str
    right: int
    found: int
    asked: int

    @property
    def precision(self) -> float:
        """The part of the found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of the asked that was found; 1 when nothing was asked."""
        return self.right / self.asked if self.asked else 1.0


def main(path: str) -> None:
    """Prints precision and recall of each kind of claim."""
    for key, figure in measure(Path(path)).items():
        print(
            f"{key:32} P {figure.precision:.3f}  R {figure.recall:.3f}"
            f"   ({figure.right} right, {figure.found} judged, {figure.asked} asked)"
        )


def measure(path: Path = GOLD) -> dict[str, Figure]:
    """The figures of the product on the labels of ``path``, by kind of claim."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    folder = path.with_suffix("") if path.with_suffix("").is_dir() else CORPUS
    articles = [found for page in find_pages(str(folder)) if isinstance(page, Page) if (found := read_article(page)[0])]
    readings = {Path(one.article.location).name: one for one in read_all(articles) if isinstance(one, Reading)}
    texts = {key: reading.article for key, reading in readings.items()}
    events = merge_events(list(readings.values()), group_copies(list(texts.values())))
    disagreements = find_disagreements(events, list(readings.values()))
    labels = gold["articles"]
    return {
        **_quote_figures(labels, readings),
        **_reaction_figures(labels, readings),
        **(_event_figures(gold["events"], events, readings, texts) if "events" in gold else {}),
        **(
            {"disagreements": _disagreement_figure(gold["disagreements"], disagreements, texts)}
            if "disagreements" in gold
            else {}
        ),
    }


def _pairs(ranked: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """One to one, best first: label to find."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for merit, label, find in sorted(ranked, key=lambda each: (-each[0], each[1], each[2])):
        if merit > 0 and label not in pairs and find not in taken:
            pairs[label] = find
            taken.add(find)
    return pairs


def _span(article: Article, words: str) -> Span:
    start = article.text.find(words)
    return Span(start, start + len(words)) if start >= 0 else Span(-1, -1)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _in_headline(article: Article, span: Span) -> bool:
    zones = [zone for zone in article.zones if zone.start < span.end and span.start < zone.end]
    return bool(zones) and all(zone.name in ("headline", "dek", "subhead") for zone in zones)


def _whole(evidence: Evidence) -> Span:
    return Span(evidence.start, evidence.end)


def _add(one: Figure, other: Figure) -> Figure:
    return replace(one, right=one.right + other.right, found=one.found + other.found, asked=one.asked + other.asked)


def _quote_figures(labels: Mapping[str, Any], readings: Mapping[str, Reading]) -> dict[str, Figure]:
    quotes, speakers = Figure("quotes", 0, 0, 0), Figure("quotes with speaker and country", 0, 0, 0)
    for key, held in labels.items():
        article, wanted, found = readings[key].article, held["quotes"], readings[key].quotes
        spans = [_span(article, label["words"]) for label in wanted]
        pairs = _pairs(
            (_quote_merit(span, quote), n, m) for n, span in enumerate(spans) for m, quote in enumerate(found)
        )
        asked = [n for n, label in enumerate(wanted) if not label.get("optional")]
        lone = [
            m
            for m, quote in enumerate(found)
            if m not in pairs.values() and not _in_headline(article, quote.content[0])
        ]
        right = [n for n in asked if n in pairs]
        spoken = [n for n in right if _names(wanted[n], found[pairs[n]])]
        quotes = _add(quotes, Figure("", len(right), len(right) + len(lone), len(asked)))
        speakers = _add(speakers, Figure("", len(spoken), len(right) + len(lone), len(asked)))
    return {"quotes": quotes, "quotes.speaker": speakers}


def _quote_merit(span: Span, quote: Quote) -> float:
    shared = sum(_shared(span, part) for part in quote.content)
    length = sum(part.end - part.start for part in quote.content)
    merit = shared / (length + span.end - span.start - shared)
    return merit if merit >= SAME else 0.0


def _names(label: Label, quote: Quote) -> bool:
    for actor in quote.speakers:
        said, name = actor.name.lower(), str(label["speaker"]).lower()
        same = (
            name.startswith("(unnamed)")
            or said == name
            or said.endswith(name)
            or actor.kind in ("government", "country")
        )
        if same and (actor.country or "") == (label["country"] or ""):
            return True
    return not quote.speakers and str(label["speaker"]).startswith("(unnamed)") and not label["country"]


def _reaction_figures(labels: Mapping[str, Any], readings: Mapping[str, Reading]) -> dict[str, Figure]:
    kinds = load_reactions()
    whole, aimed = Figure("reactions", 0, 0, 0), Figure("reactions with targets", 0, 0, 0)
    each = {key: Figure(f"“{kind.label}”", 0, 0, 0) for key, kind in kinds.items()}
    for key, held in labels.items():
        article, wanted, found = readings[key].article, held["reactions"], readings[key].reactions
        spans = [_span(article, label["words"]) for label in wanted]
        pairs = _pairs(
            (_reaction_merit(label, span, one), n, m)
            for n, (label, span) in enumerate(zip(wanted, spans, strict=True))
            for m, one in enumerate(found)
        )
        for n, label in enumerate(wanted):
            if not label.get("optional"):
                right = int(n in pairs)
                whole = _add(whole, Figure("", right, right, 1))
                if label["targets"] is not None:
                    on_target = int(right and set(found[pairs[n]].targets) == set(label["targets"]))
                    aimed = _add(aimed, Figure("", on_target, right, 1))
                each[label["reaction"]] = _add(each[label["reaction"]], Figure("", right, right, 1))
        for m, one in enumerate(found):
            if m not in pairs.values() and not _in_headline(article, _whole(one.evidence)):
                whole, aimed = _add(whole, Figure("", 0, 1, 0)), _add(aimed, Figure("", 0, 1, 0))
                each[one.reaction] = _add(each[one.reaction], Figure("", 0, 1, 0))
    told = {f"reactions.{key}": one for key, one in each.items() if one.found >= LEAST and one.asked >= LEAST}
    return {"reactions": whole, "reactions.targets": aimed, **told}


def _reaction_merit(label: Label, span: Span, one: Reaction) -> float:
    shared = _shared(span, _whole(one.evidence))
    if not shared or one.actor.country != label["actor"] or one.reaction != label["reaction"]:
        return 0.0
    aimed = label["targets"] is not None and set(one.targets) == set(label["targets"])
    return 1.0 + shared / 10_000 + aimed - bool(label.get("optional")) / 2


def _event_figures(
    labels: Sequence[Label], events: Sequence[Event], readings: Mapping[str, Reading], articles: Mapping[str, Article]
) -> dict[str, Figure]:
    """Precision over the events that are no statements: of those no list is complete."""
    reports = {report.id: report.evidence for reading in readings.values() for report in reading.reports}
    places = [
        [(articles[m["article"]].id, _span(articles[m["article"]], m["words"])) for m in one["mentions"]]
        for one in labels
    ]
    pairs = _pairs(
        (_event_merit(label, mentions, event, reports), n, m)
        for n, (label, mentions) in enumerate(zip(labels, places, strict=True))
        for m, event in enumerate(events)
    )
    asked = [n for n, label in enumerate(labels) if not label.get("optional")]
    right = [n for n in asked if n in pairs]
    lone = [m for m, event in enumerate(events) if m not in pairs.values() and event.kind != "statement"]
    gathered = sum(len(_met(places[n], events[pairs[n]], reports)) for n in right)
    mentions = sum(len(places[n]) for n in asked)
    return {
        "events": Figure("events", len(right), len(right) + len(lone), len(asked)),
        "events.mentions": Figure("mentions gathered under their event", gathered, gathered, mentions),
    }


def _met(places: Iterable[Place], event: Event, reports: Mapping[str, Evidence]) -> list[Place]:
    held = [reports[key] for key in event.report_ids]
    return [
        (key, span)
        for key, span in places
        if any(evidence.article_id == key and _shared(_whole(evidence), span) for evidence in held)
    ]


def _event_merit(label: Label, places: Sequence[Place], event: Event, reports: Mapping[str, Evidence]) -> float:
    first, last = event.when.first, event.when.last
    early = last is None or (label["first"] or "") <= last.isoformat()
    late = first is None or first.isoformat() <= (label["last"] or "9999")
    met = len(_met(places, event, reports))
    if not (early and late and met):
        return 0.0
    optional = 0.5 if label.get("optional") else 0.0
    return met / (len(places) + len(event.report_ids) - met) + float(event.kind == label["kind"]) - optional


def _disagreement_figure(
    labels: Sequence[Label], found: Sequence[Disagreement], articles: Mapping[str, Article]
) -> Figure:
    places = [
        [(articles[m["article"]].id, _span(articles[m["article"]], m["words"])) for m in one["values"]]
        for one in labels
    ]

    def merit(held: Sequence[Place], one: Disagreement) -> float:
        met = sum(
            any(v.evidence.article_id == key and _shared(_whole(v.evidence), span) for v in one.values)
            for key, span in held
        )
        return float(met) if met > 1 else 0.0

    pairs = _pairs((merit(held, one), n, m) for n, held in enumerate(places) for m, one in enumerate(found))
    return Figure("disagreements", len(pairs), len(found), len(labels))
