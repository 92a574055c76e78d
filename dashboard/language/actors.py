"""People, offices, bodies and countries that an article names, each with its country."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator

from dashboard.language.lexicon import Lexicon
from dashboard.language.sentences import Passage
from dashboard.records import Actor, Article, Mention, MentionForm, Span
from dashboard.vocabulary.countries import load_countries

Named = tuple[Actor, MentionForm]


def find_actors(article: Article, passages: tuple[Passage, ...]) -> tuple[Mention, ...]:
    """Every mention of an actor, sorted by span, none across another."""
    found: list[Mention] = []
    people: dict[str, Actor] = {}
    for passage in sorted(passages, key=lambda each: each.zone == "headline"):
        found.extend(_mentions(passage, people))
    return _longest(found)


def mention_at(mentions: tuple[Mention, ...], span: Span) -> Mention | None:
    """The mention that covers ``span``, else the first that overlaps it, else None."""
    near = _near(mentions, span)
    return next((each for each in near if each.span.covers(span)), near[0] if near else None)


def actors_in(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    """The mentions that lie wholly inside ``span``, in order."""
    return tuple(each for each in _near(mentions, span) if span.covers(each.span))


def _near(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    first = bisect.bisect_left(mentions, span.start, key=lambda each: each.span.end)
    last = bisect.bisect_left(mentions, span.end, key=lambda each: each.span.start)
    return tuple(each for each in mentions[first:last] if each.span.overlaps(span))


def _longest(found: list[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for each in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


@functools.cache
def _lexicon() -> Lexicon[Named]:
    return Lexicon(_names())


def _names() -> Iterator[tuple[str, Named]]:
    for country in load_countries().values():
        kind = "country" if country.kind in ("country", "territory", "former") else "body"
        actor = Actor(country.name, kind, country.code)
        for name in country.names:
            yield name, (actor, "country" if kind == "country" else "name")
        for name in country.adjectives:
            yield name, (actor, "nationality")
        for name in country.people:
            yield name, (Actor(name, "people", country.code), "nationality")
        for name in country.capitals:
            yield name, (Actor(f"Government of {country.name}", "government", country.code), "metonym")


_PLACE = frozenset({"in", "at", "near", "around", "outside", "inside", "across", "throughout"})


def _mentions(passage: Passage, people: dict[str, Actor]) -> Iterator[Mention]:
    doc = passage.doc
    for hit in _lexicon().find([token.text for token in doc]):
        actor, form = hit.entry
        root = doc[hit.end - 1]
        place = form in ("country", "metonym") and root.dep_ == "pobj" and root.head.lower_ in _PLACE
        yield Mention(passage.span(doc[hit.start : hit.end]), (actor,), form, place)
    if passage.zone != "headline":
        for ent in doc.ents:
            if ent.label_ == "PERSON" and not ent.text.endswith("'s"):
                actor = people.setdefault(ent[-1].text, Actor(ent.text, "person", "", "", "unsure"))
                yield Mention(passage.span(ent), (actor,), "name")
