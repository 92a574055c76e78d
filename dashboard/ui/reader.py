"""One article as it was read: quotes, reactions, dates and actors marked, furniture folded (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.queries.labels import country_label, reaction_label
from dashboard.queries.rows import records
from dashboard.queries.words import say_days, say_when, several
from dashboard.records import READ_ZONES, Article, Reading, Zone
from dashboard.ui.evidence import group_of, reaction_chip
from dashboard.ui.links import original
from dashboard.ui.marks import Mark, escape, marked
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

#: Longer texts are cut around the span that was asked for.
MOST_CHARACTERS = 200_000
SWITCHES = (("quote", "Quotes"), ("reaction", "Reactions"), ("date", "Dates"), ("actor", "Actors"))


def asked_span(visit: Visit, article: Article) -> tuple[int, int] | None:
    """The span of the link, when it lies in the article."""
    start, _, end = visit.options["span"].partition("-")
    if not (start.isdigit() and end.isdigit() and len(start) < 9 and len(end) < 9):
        return None
    span = int(start), int(end)
    return span if 0 <= span[0] < span[1] <= len(article.text) else None


def article_head(visit: Visit, article: Article) -> str:
    """Headline, outlet, day with where it was read, the outlet's own link, what it retells."""
    when = article.published
    first, last = (day.isoformat() if day else None for day in (when.first, when.last))
    day = say_when(first, last, when.basis, when.words) if first or last else "day of publication not known"
    there = original(article.url)
    parts = [escape(article.outlet or "Unnamed outlet"), escape(day)]
    if there:
        parts.append(f'<a class="plain" href="{escape(there)}" target="_blank" rel="noopener noreferrer">Original</a>')
    if article.retells:
        parts.append(f"retells {escape(article.retells)}")
    # The text has its own headline, most of the time.
    kind = "hidden" if any(zone.name == "headline" for zone in article.zones) else ""
    return (
        f'<h1 class="{kind}">{escape(article.title or "Article")}</h1><p class="quiet">{" · ".join(parts)}</p>'
        '<div class="tools"><a class="button" data-copy="link" id="copy-link" href="'
        f'{escape(visit.here())}">Copy link</a></div>'
    )


def article_body(
    visit: Visit, reading: Reading, quotes: pd.DataFrame, reactions: pd.DataFrame, reports: pd.DataFrame
) -> str:
    """The text with its marks and switches, and beside it what was found."""
    here = asked_span(visit, reading.article)
    switches = "".join(
        f'<label><input type="checkbox" id="m-{key}" checked> {label}</label>' for key, label in SWITCHES
    )
    return (
        f'<div class="reader"><div><div class="switches small">{switches}</div><div '
        f'class="text">{_text(reading, here)}</div></div>'
        f'<div class="margin">{_margin(visit, quotes, reactions, reports)}</div></div>'
    )


def _text(reading: Reading, here: tuple[int, int] | None) -> str:
    article = reading.article
    marks = list(_marks(reading))
    if here:
        marks.append(Mark(*here, "here", "the words that the link points to", id="here"))
    parts = []
    for readable, held in groupby(_near(article, here), key=lambda zone: zone.name in READ_ZONES):
        zones = list(held)
        parts += [_line(article, zone, marks) for zone in zones] if readable else [_furniture(article, zones, here)]
    return "".join(parts)


def _near(article: Article, here: tuple[int, int] | None) -> Sequence[Zone]:
    if len(article.text) <= MOST_CHARACTERS:
        return article.zones
    middle = here[0] if here else 0
    low, high = middle - MOST_CHARACTERS // 2, middle + MOST_CHARACTERS // 2
    return [zone for zone in article.zones if low <= zone.start <= high]


def _line(article: Article, zone: Zone, marks: Sequence[Mark]) -> str:
    kind = "headline-zone" if zone.name == "headline" else zone.name
    inside = [mark for mark in marks if mark.start < zone.end and mark.end > zone.start]
    return f'<p class="{kind}">{marked(article.text, inside, zone.start, zone.end)}</p>'


def _furniture(article: Article, zones: Sequence[Zone], here: tuple[int, int] | None) -> str:
    held = here is not None and any(zone.start < here[1] and zone.end > here[0] for zone in zones)
    lines = "".join(f"<p>{escape(article.text[zone.start : zone.end])}</p>" for zone in zones)
    return (
        f'<details class="furniture"{" open" if held else ""}><summary>'
        f"{several(len(zones), 'line')} around the report, not read</summary>{lines}</details>"
    )


def _marks(reading: Reading) -> Iterable[Mark]:
    for quote in reading.quotes:
        who = ", ".join(actor.name for actor in quote.speakers) or "unnamed source"
        for span in quote.content:
            yield Mark(span.start, span.end, "quote", f"quote: {who}")
        if quote.cue:
            yield Mark(quote.cue.start, quote.cue.end, "cue", "reporting words")
    for reaction in reading.reactions:
        label = f"{country_label(reaction.actor.country)} {reaction_label(reaction.reaction)}"
        yield Mark(reaction.cue.start, reaction.cue.end, f"reaction {group_of(reaction.reaction)}", label)
        if reaction.condition:
            yield Mark(reaction.condition.start, reaction.condition.end, "condition", "condition")
    for timex in reading.timexes:
        first, last = (day.isoformat() if day else None for day in (timex.when.first, timex.when.last))
        yield Mark(timex.span.start, timex.span.end, "date", say_days(first, last, weekday=True))
    for mention in reading.mentions:
        if not mention.place and mention.actors:
            names = ", ".join(f"{a.name}{f', {country_label(a.country)}' if a.country else ''}" for a in mention.actors)
            yield Mark(mention.span.start, mention.span.end, "actor", names)


def _margin(visit: Visit, quotes: pd.DataFrame, reactions: pd.DataFrame, reports: pd.DataFrame) -> str:
    def link(row: dict[str, object]) -> str:
        return escape(visit.links.article(str(row["article_id"]), row["start"], row["end"], visit.filters))  # type: ignore[arg-type]

    said = [
        (
            f'<li><b>{escape(row["speaker"] or "Unnamed source")}</b> <a href="'
            f'{link(row)}"><span class="said">{escape(_cut(row["content_words"]))}</span></a></li>'
        )
        for row in records(quotes)
    ]
    did: dict[str, list[str]] = {}
    for row in records(reactions):
        targets = escape(", ".join(map(country_label, row["targets"])))
        line = f"{escape(country_label(row['country']))} {reaction_chip(row['reaction'])} {targets}"
        did.setdefault(line, []).append(link(row))
    told: dict[str, list[str]] = {}
    for row in records(reports):
        title = escape(visit.corpus.names["event"].get(row["event_id"], row["kind"]))
        href = escape(visit.links.event(row["event_id"], visit.filters)) if row["event_id"] else link(row)
        told.setdefault(f'<a href="{href}">{title}</a>', []).append(link(row))
    blocks = (("Quotes", said), ("Reactions", _lines(did)), ("Events", _lines(told)))
    return "".join(f"<h2>{name} ({len(items)})</h2><ul>{''.join(items)}</ul>" for name, items in blocks if items)


def _lines(found: Mapping[str, Sequence[str]]) -> list[str]:
    """Each thing found once, with a link to every sentence that tells it."""
    lines = []
    for line, places in found.items():
        places = list(dict.fromkeys(places))
        names = ["where"] if len(places) == 1 else [str(number) for number in range(1, len(places) + 1)]
        links = " ".join(f'<a class="plain" href="{at}">{name}</a>' for at, name in zip(places, names, strict=True))
        lead = "where " if len(places) > 1 else ""
        lines.append(f'<li>{line} <span class="small quiet">{lead}{links}</span></li>')
    return lines


def _cut(words: str) -> str:
    return words if len(words) <= 150 else words[:149].rsplit(" ", 1)[0] + "…"


def no_article(visit: Visit) -> str:
    """What the page says when the link names no article of this corpus."""
    asked = visit.options["id"]
    said = f"This corpus holds no article “{escape(asked[:60])}”." if asked else "The link names no article."
    return (
        f'<div class="empty"><h2>{said}</h2><p>It may have been read into another corpus.</p>'
        f'<ul><li><a href="{escape(visit.links.view("coverage"))}">All articles of this corpus</a></li></ul></div>'
    )
