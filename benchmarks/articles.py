"""Runs a folder of articles through the whole product, in memory: reading, language, merging.

One JSON object: "articles" (file name to quotes, reactions, zones, published), "events" with their mentions, and
"disagreements" with their values. Offsets count characters of the file as it stands; reactions carry the names of the
hand-labelled sets (``bench`` in ``vocabulary/reactions.toml``) and are left out where they have none.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.language import reader
from dashboard.language.pipeline import load_pipeline
from dashboard.merging.copies import group_copies
from dashboard.merging.days import infer_days
from dashboard.merging.disagreements import find_disagreements
from dashboard.merging.events import merge_events
from dashboard.reading.articles import read_article
from dashboard.reading.sources import find_pages
from dashboard.records import Article, Disagreement, Event, Evidence, Page, Problem, Quote, Reaction, Reading, When
from dashboard.vocabulary.reactions import load_reactions

Row = dict[str, Any]
_NAMES_IN_GOLD = {
    "AFU": "AU",
    "LAS": "ARAB LEAGUE",
    "COMW": "COMMONWEALTH",
    "WBG": "WORLD BANK",
    "RIOG": "RIO GROUP",
    "LIMA": "LIMA GROUP",
    "ANDEAN": "ANDEAN COMMUNITY",
}
"""How the hand-labelled sets call organisations that have no short code of their own; "AU" is Australia's as well."""
Place = Callable[[int], int]
"""An offset of the article's text to the offset of the file's."""


def main(path: str) -> None:
    """Prints the predictions for every article under ``path``."""
    articles: dict[str, Article] = {}
    files: dict[str, tuple[str, Place]] = {}
    for page in find_pages(path):
        article, problems = (None, (page,)) if isinstance(page, Problem) else read_article(page)
        for problem in problems:
            print(f"{problem.location}: {problem.found}", file=sys.stderr)
        if article is not None and isinstance(page, Page):
            articles[article.id] = article
            files[article.id] = (_file_name(page, Path(path)), _places(article, page))
    json.dump(predictions(read_all(list(articles.values())), files), sys.stdout, ensure_ascii=False, indent=1)
    print()


def read_all(articles: Sequence[Article]) -> list[Reading]:
    """Every article read; those without a day again, once the others have told theirs."""
    readings = {reading.article.id: reading for reading in _read(articles)}
    dated = infer_days(list(readings.values()))
    again = [dataclasses.replace(readings[key].article, published=when) for key, when in dated.items()]
    readings |= {reading.article.id: reading for reading in _read(again)}
    return list(readings.values())


def _read(articles: Sequence[Article]) -> Iterator[Reading]:
    for found in reader.read_all(load_pipeline(), articles):
        if isinstance(found, Reading):
            yield found
        else:
            article, error = found
            print(f"{article.location}: a rule fails ({type(error).__name__}: {error})", file=sys.stderr)
            yield Reading(article)


def predictions(readings: Sequence[Reading], files: Mapping[str, tuple[str, Place]]) -> Row:
    """The whole answer in the scorer's form."""
    events = merge_events(readings, group_copies([reading.article for reading in readings]))
    reports = {report.id: report for reading in readings for report in reading.reports}
    return {
        "articles": {files[r.article.id][0]: _article_row(r, files[r.article.id][1]) for r in readings},
        "events": [_event_row(event, [reports[key].evidence for key in event.report_ids], files) for event in events],
        "disagreements": [_disagreement_row(one, files) for one in find_disagreements(events, readings)],
    }


def _file_name(page: Page, folder: Path) -> str:
    location = Path(page.location)
    try:
        return location.relative_to(folder).as_posix()
    except ValueError:
        return location.name


def _places(article: Article, page: Page) -> Place:
    """The offsets of the file for those of the article, where the reader left out or changed line ends or a header."""
    raw = page.data.decode("utf-8", errors="replace")
    if article.text == raw:
        return lambda offset: offset
    start = raw.find(article.text)
    if start >= 0:
        return lambda offset: offset + start
    blocks = difflib.SequenceMatcher(None, article.text, raw, autojunk=False).get_matching_blocks()

    def place(offset: int) -> int:
        block = max((b for b in blocks if b.a <= offset), key=lambda b: b.a, default=blocks[0])
        return min(block.b + offset - block.a, len(raw))

    return place


def _article_row(reading: Reading, place: Place) -> Row:
    names = {key: one.bench for key, one in load_reactions().items()}
    published = reading.article.published
    return {
        "quotes": [_quote_row(quote, place) for quote in reading.quotes],
        "reactions": [
            _reaction_row(one, names[one.reaction], place) for one in reading.reactions if names[one.reaction]
        ],
        "zones": [[zone.name, place(zone.start), place(zone.end)] for zone in reading.article.zones],
        "published": None if published.first is None else [_day(published.first), _day(published.last)],
    }


def _quote_row(quote: Quote, place: Place) -> Row:
    speaker = quote.speakers[0] if quote.speakers else None
    return {
        "content": [[place(span.start), place(span.end)] for span in quote.content],
        "source": [place(quote.source.start), place(quote.source.end)] if quote.source else None,
        "speaker": speaker.name if speaker else None,
        "country": (_in_gold(speaker.country) or None) if speaker else None,
        "type": quote.kind,
        **_days(quote.when),
    }


def _reaction_row(reaction: Reaction, name: str, place: Place) -> Row:
    return {
        "actor_country": _in_gold(reaction.actor.country),
        "type": name,
        "target_countries": [_in_gold(code) for code in reaction.targets],
        "conditional": reaction.condition is not None,
        "evidence": _span(reaction.evidence, place),
        **_days(reaction.when),
    }


def _in_gold(code: str) -> str:
    return _NAMES_IN_GOLD.get(code, code)


def _event_row(event: Event, mentions: Sequence[Evidence], files: Mapping[str, tuple[str, Place]]) -> Row:
    return {
        "id": event.id,
        "title": event.title,
        "type": event.kind,
        "status": event.status,
        "first": _day(event.when.first),
        "last": _day(event.when.last),
        "participants": sorted({_in_gold(actor.country) for actor in event.participants if actor.country}),
        "mentions": [_in_file(evidence, files) for evidence in mentions],
    }


def _disagreement_row(one: Disagreement, files: Mapping[str, tuple[str, Place]]) -> Row:
    values = [{"value": value.value, **_in_file(value.evidence, files)} for value in one.values]
    return {"event": one.event_id, "kind": one.kind, "attribute": one.about, "values": values}


def _in_file(evidence: Evidence, files: Mapping[str, tuple[str, Place]]) -> Row:
    name, place = files[evidence.article_id]
    return {"file": name, "span": _span(evidence, place)}


def _span(evidence: Evidence, place: Place) -> list[int]:
    return [place(evidence.start), place(evidence.end)]


def _days(when: When) -> Row:
    return {"date_first": _day(when.first), "date_last": _day(when.last)}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
