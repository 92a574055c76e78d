"""Who said what: the words that an article attributes to a source, with cue, source and speakers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from spacy.tokens import Token

from dashboard.language.marks import Quotation, find_quotations
from dashboard.language.sentences import Passage
from dashboard.records import UNKNOWN_WHEN, Actor, Article, Evidence, Mention, Quote, QuoteKind, Span, Timex

_SAY = frozenset("say tell add announce claim state warn argue insist report write note explain declare".split())


def find_quotes(
    article: Article, passages: tuple[Passage, ...], mentions: tuple[Mention, ...], timexes: tuple[Timex, ...]
) -> tuple[Quote, ...]:
    """The quotes of an article, in order of their place."""
    found: list[Quote] = []
    for passage in passages:
        line = article.text[passage.start : passage.start + len(passage.doc.text)]
        quotations = find_quotations(line, passage.start)
        for token in passage.doc:
            if token.lemma_ in _SAY and token.pos_ == "VERB":
                found += _read(article, passage, token, quotations, mentions)
    return tuple(found)


def _read(
    article: Article, passage: Passage, verb: Token, quotations: tuple[Quotation, ...], mentions: tuple[Mention, ...]
) -> Iterable[Quote]:
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if clause is None or subject is None:
        return
    tokens = [t for t in clause.subtree if t is not verb]
    content = Span(passage.span(tokens[0]).start, passage.span(tokens[-1]).end)
    source = passage.span(passage.doc[subject.left_edge.i : subject.right_edge.i + 1])
    cue = passage.span(verb)
    start, end = min(content.start, source.start, cue.start), max(content.end, source.end, cue.end)
    yield Quote(
        id=hashlib.sha256(f"{article.id} {content.start} {content.end} quote".encode()).hexdigest()[:16],
        evidence=Evidence(article.id, start, end, article.text[start:end]),
        content=(content,),
        cue=cue,
        source=source,
        speakers=_speakers(source, mentions),
        kind=_kind(content, quotations),
        when=UNKNOWN_WHEN,
        found_by="clause",
    )


def _kind(content: Span, quotations: tuple[Quotation, ...]) -> QuoteKind:
    inside = [q for q in quotations if q.start < content.end and content.start < q.end]
    if not inside:
        return "indirect"
    return "direct" if any(q.start <= content.start and content.end <= q.end for q in inside) else "mixed"


def _speakers(source: Span, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    inside = [m for m in mentions if source.covers(m.span) and not m.place]
    return inside[-1].actors if inside else ()
