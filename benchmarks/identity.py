"""Who a quote's source is: share of given source mentions that lead to the right person or body.

``python -m benchmarks.identity gum FILE.jsonl`` takes documents whose quotes name their source's entity (GUM news) and
``python -m benchmarks.identity gold GOLD.json FOLDER`` hand-labelled articles with speaker and country. Both give the
rules the source's span and judge only who it is taken for. GUM has no countries, so only the person is judged there.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.rows import load_rows
from dashboard.language.actors import find_actors
from dashboard.language.mentions import mention_at
from dashboard.language.pipeline import load_pipeline
from dashboard.language.sentences import find_passages
from dashboard.records import READ_ZONES, UNKNOWN_WHEN, Actor, Article, Mention, Span, When, Zone
from dashboard.vocabulary.holders import name_key

Judged = tuple[str, str, tuple[Actor, ...], bool]
"""The source's words, whom they mean, whom they are taken for, and whether that is right."""


def gum_sources(path: Path) -> Iterator[Judged]:
    """Every source of GUM whose entity is linked."""
    for document in load_rows(path):
        mentions = _mentions(_plain_article(document["id"], document["text"], document.get("date")))
        for quote in document["quotes"]:
            if not quote.get("source_entity") or not quote["source"]:
                continue
            span = Span(quote["source"][0][0], quote["source"][-1][1])
            actors = _actors(mentions, span)
            wanted = quote["source_entity"].replace("_", " ")
            names = [wanted, *(form for form in quote["source_chain"] if form[:1].isupper() and " " in form)]
            right = any(_is_name(actor.name, name) for actor in actors[:1] for name in names)
            yield quote["source_text"], wanted, actors, right


def gold_sources(path: Path, folder: Path) -> Iterator[Judged]:
    """Every source in the body of the hand-labelled articles; person and country must be right."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    for labelled in gold["articles"]:
        mentions = _mentions(_labelled_article(labelled, gold["lines"], folder))
        for quote in gold["quotes"]:
            source = quote["speaker_mention"]
            if quote["article"] != labelled["file"] or not source or quote["zone"] != "body":
                continue
            actors = _actors(mentions, Span(source["start"], source["end"]))
            wanted = "; ".join(f"{speaker['name']} ({speaker['country']})" for speaker in quote["speaker"])
            right = any(_is_speaker(actor, speaker) for actor in actors[:1] for speaker in quote["speaker"])
            yield source["text"], wanted, actors, right


def _actors(mentions: tuple[Mention, ...], span: Span) -> tuple[Actor, ...]:
    mention = mention_at(mentions, span)
    return mention.actors if mention is not None else ()


def _mentions(article: Article) -> tuple[Mention, ...]:
    ((_, passages),) = find_passages(load_pipeline(), [article])
    return find_actors(article, passages)


def _plain_article(article_id: str, text: str, date: str | None) -> Article:
    zones, start = [], 0
    for line in text.split("\n"):
        zones.append(Zone("body", start, start + len(line)))
        start += len(line) + 1
    return Article(article_id, text, tuple(zones), published=_day(date))


def _labelled_article(labelled: dict[str, Any], lines: list[dict[str, Any]], folder: Path) -> Article:
    text = (folder / labelled["file"]).read_bytes().decode("utf-8")
    zones = tuple(
        Zone(line["zone"] if line["zone"] in READ_ZONES else "nav", line["start"], line["end"])
        for line in lines
        if line["article"] == labelled["file"]
    )
    return Article(labelled["file"], text, zones, published=_day(labelled["dct"]["date"]))


def _day(date: str | None) -> When:
    day = dt.date.fromisoformat(date[:10]) if date else None
    return When(day, day, "metadata") if day else UNKNOWN_WHEN


def _is_name(found: str, wanted: str) -> bool:
    """True when the two share family name and the start of the first name, or one holds all words of the other."""
    one, other = name_key(found).split(), name_key(wanted).split()
    if not one or not other:
        return False
    first, second = set(one) - {"the"}, set(other) - {"the"}
    if first <= second or second <= first:
        return len(first) > 1 or len(second) == 1
    return one[-1] == other[-1] and one[0][:3] == other[0][:3]


def _is_speaker(actor: Actor, speaker: dict[str, Any]) -> bool:
    if (speaker["country"] or "") != actor.country:
        return False
    if speaker["name"].startswith("(unnamed)"):
        return actor.kind in ("unnamed", "group")
    if speaker["kind"] != "person":
        return _is_name(actor.name, speaker["name"]) or actor.kind in (
            "country",
            "government",
            "body",
            "group",
            "media",
        )
    return _is_name(actor.name, speaker["name"])


def main(arguments: list[str]) -> None:
    """Prints each source that is taken for another, then the shares."""
    kind, paths = arguments[0], [Path(argument) for argument in arguments[1:]]
    judged = list(gum_sources(paths[0]) if kind == "gum" else gold_sources(paths[0], paths[1]))
    for words, wanted, actors, right in judged:
        if not right:
            print(f"{words!r}: {wanted} <- {[(actor.name, actor.country, actor.found_by) for actor in actors]}")
    found = sum(bool(actors) for _, _, actors, _ in judged)
    good = sum(right for *_, right in judged)
    print(f"{len(judged)} sources, {found} found, {good} right: {good / max(found, 1):.3f} of those found")


if __name__ == "__main__":
    main(sys.argv[1:])
