"""Quotes of one statement in several outlets: the wordings that stand side by side.

An event of kind "statement" gathers what one side said on a day; a statement is one sentence of that, with all its
wordings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from dashboard.merging.casts import agreement, to_cast
from dashboard.merging.likeness import content_words, likeness, to_vector, weigh_words
from dashboard.records import Event, Quote, Reaction, Reading
from dashboard.vocabulary.events import STATEMENT

#: Wordings at least so alike render one sentence.
SAME_SENTENCE = 0.35


def group_statements(events: Sequence[Event], readings: Sequence[Reading]) -> dict[str, str]:
    """Claim id to statement id, for each quote of a statement event and each reaction that such a quote tells.

    The id comes from the least quote, so the same claims give the same ids.
    """
    quotes = {quote.id: quote for reading in readings for quote in reading.quotes}
    texts = {reading.article.id: reading.article.text for reading in readings}
    claims = {report.id: report.claim_id for reading in readings for report in reading.reports}
    words = {key: _words(quote, texts) for key, quote in quotes.items()}
    rarity = weigh_words(words.values())
    vectors = {key: to_vector(each, rarity) for key, each in words.items()}
    found: dict[str, str] = {}
    for event in events:
        if event.kind == STATEMENT:
            keys = sorted({claim for key in event.report_ids if (claim := claims.get(key)) in quotes})
            for group in _groups([quotes[key] for key in keys], vectors):
                found |= dict.fromkeys(group, _statement_id(group[0]))
    for reading in readings:
        held = [quote for quote in reading.quotes if quote.id in found]
        for one in reading.reactions:
            quote_id = one.quote_id or next((quote.id for quote in held if _tells(quote, one)), "")
            if quote_id in found:
                found[one.id] = found[quote_id]
    return found


def _tells(quote: Quote, reaction: Reaction) -> bool:
    """True when the reaction is read from the words of the quote or from its cue: "Seoul denied that ...".

    The speaker must be of the country that reacts.
    """
    spans = (*quote.content, *((quote.cue,) if quote.cue else ()))
    ours = any(speaker.country == reaction.actor.country != "" for speaker in quote.speakers)
    return ours and any(span.overlaps(reaction.cue) for span in spans)


def _words(quote: Quote, texts: Mapping[str, str]) -> list[str]:
    text = texts[quote.evidence.article_id]
    return [word for span in quote.content for word in content_words(span.of(text))]


def _groups(quotes: Sequence[Quote], vectors: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """The quotes, those alike and of agreeing speakers together, each group in order of ids."""
    groups: list[list[Quote]] = []
    for quote in quotes:
        near = [
            group
            for group in groups
            if any(likeness(vectors[quote.id], vectors[other.id]) >= SAME_SENTENCE for other in group)
            and agreement(to_cast(quote.speakers), to_cast(group[0].speakers)) > 0
        ]
        joined = [quote, *(other for group in near for other in group)]
        groups = [group for group in groups if not any(group is each for each in near)] + [joined]
    return [sorted(quote.id for quote in group) for group in groups]


def _statement_id(quote_id: str) -> str:
    return hashlib.sha256(f"statement {quote_id}".encode()).hexdigest()[:16]
