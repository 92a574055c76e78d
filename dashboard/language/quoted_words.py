"""Quoted and reported words that tell a reaction of their speaker: "Step back", "regrets the vote"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.doers import Doers
from dashboard.language.parties import codes, subject_of
from dashboard.language.syntax import Words
from dashboard.records import Actor, Quote
from dashboard.vocabulary.word_sets import word_set

_NO_BIDDING = word_set("no_bidding")
#: What hangs on its head in these ways is no statement of its own.
_PARTS = frozenset(
    {"punct", "pcomp", "xcomp", "dobj", "pobj", "nsubj", "nsubjpass", "amod", "mark", "aux", "det", "cc"}
)


def find_quoted(doers: Doers, quote: Quote, actors: tuple[Actor, ...]) -> Iterator[tuple[int, bool]]:
    """Each word of a quotation under which its speakers ``actors`` state something, and whether they bid it."""
    words, tags = doers.words, doers.tags
    if not _plainly_said(doers, quote):
        return
    said_by = _subject_of_cue(doers, quote)
    if said_by and not set(codes(said_by)) & set(codes(actors)):
        return
    cue = words.within(quote.cue, doers.start) if quote.cue and quote.kind == "direct" else range(0)
    for tokens in [words.within(span, doers.start) for span in quote.content]:
        for i in tokens:
            head, dep = words.heads[i], words.deps[i]
            stands = (head == i or head not in tokens) and dep not in _PARTS
            if stands or _is_verbless(words, i, cue):
                for root in _roots(words, i, tokens):
                    yield root, quote.kind == "direct" and _is_imperative(words, tags, root)


def _plainly_said(doers: Doers, quote: Quote) -> bool:
    """True when the cue adds no judgement of its own: "said", not "denied" or "warned against"."""
    if quote.cue is None or quote.kind == "direct":
        return True
    said = [i for i in doers.words.within(quote.cue, doers.start) if "SAY" in doers.tags[i]]
    return any(not doers.words.kids(i, "neg") for i in said)


def _subject_of_cue(doers: Doers, quote: Quote) -> tuple[Actor, ...]:
    words = doers.words
    for i in words.within(quote.cue, doers.start) if quote.cue else ():
        subject = subject_of(words, i) if words.is_verb(i) else None
        if subject is not None:
            return doers.of(subject)
    return ()


def _is_imperative(words: Words, tags: list[frozenset[str]], i: int) -> bool:
    """True for "Step back" and "Let's stop", not for "Thank you", "Look" or "Make no mistake"."""
    if (
        words.lowers[i] == "let"
        and not words.kids(i, "aux", "neg")
        and any(words.lowers[c] in ("'s", "’s", "us") for c in words.subtree(i))
    ):
        return True
    plain = words.tags[i] == "VB" and words.lowers[i] not in _NO_BIDDING and "PRAISE" not in tags[i]
    return plain and not words.kids(i, "nsubj", "nsubjpass", "aux", "expl", "mark")


def _is_verbless(words: Words, i: int, cue: range) -> bool:
    """True for "mistake" of "'A mistake,' said Chad": hung on a mark, or taken for the subject of "said"."""
    if words.pos[i] not in ("NOUN", "ADJ"):
        return False
    head = words.heads[i]
    return (head != i and words.pos[head] == "PUNCT") or (head in cue and words.deps[i] in ("nsubj", "dobj"))


def _roots(words: Words, i: int, tokens: range) -> list[int]:
    """``i`` and the clauses beside it."""
    found: list[int] = []
    if words.pos[i] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        found.append(i)
    for child in words.children[i]:
        if child in tokens and words.deps[child] in ("conj", "ccomp", "parataxis") and words.kids(child, "nsubj"):
            found += _roots(words, child, tokens)
    return found
