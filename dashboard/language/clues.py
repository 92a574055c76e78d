"""Clues to what a country does in a sentence: its place in the grammar, the words around it, and its quoted words.

A clue is a short string such as ``role=nsubj:reject`` or ``said=unacceptable``. Names of countries and people become
@SELF, @OTHER and @NAME, so that what is learned of one country holds for all.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.language.parties import speaks_for_state
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words
from dashboard.records import Actor, Mention, Quote, Span

#: How far up the tree a mention's place is told.
MAX_STEPS = 8
_NAME_PARTS = frozenset({"compound", "amod", "nmod", "nummod", "det"})
_ARGUMENTS = frozenset(
    {"dobj", "obj", "prep", "xcomp", "ccomp", "acomp", "attr", "oprd", "advmod", "prt", "neg", "aux", "auxpass"}
    | {"agent", "dative", "nsubj", "nsubjpass", "conj", "npadvmod"}
)
_INNER = frozenset(
    {
        "pobj",
        "pcomp",
        "dobj",
        "xcomp",
        "prep",
        "amod",
        "compound",
        "acomp",
        "attr",
        "poss",
        "acl",
        "ccomp",
        "neg",
        "aux",
    }
)
_CONDITIONS = frozenset({"if", "unless", "should", "lest", "provided", "once", "until"})
_NEGATIONS = frozenset({"not", "n't", "no", "never", "nor", "neither", "nothing", "none", "without"})
_NAMED = frozenset({"GPE", "NORP", "LOC", "PERSON", "ORG", "FAC"})
_OPEN = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_SELF, _OTHER, _NAME, _NUMBER = "@SELF", "@OTHER", "@NAME", "@NUM"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One country in one sentence."""

    sentence: tuple[int, int]
    """Token range."""
    actors: tuple[Actor, ...]
    heads: tuple[int, ...]
    """Tokens of its mentions, in order; empty where it speaks only."""
    quotes: tuple[Quote, ...]
    predicate: int
    """The verb it does, or the head of what it says."""
    order: int
    """Its place among the countries of the sentence, from 0."""
    others: Mapping[int, str]
    """The mentions of other countries there: token to code."""


class Clues:
    """The candidates of one passage."""

    def __init__(
        self,
        passage: Passage,
        words: Words,
        at: Mapping[int, Mention],
        quotes: Sequence[Quote],
        tags: Sequence[frozenset[str]],
    ) -> None:
        self._passage, self._words, self._tags, self._at = passage, words, tags, at
        self._named = [i in at or token.ent_type_ in _NAMED for i, token in enumerate(passage.doc)]
        self._starts = [token.idx for token in passage.doc]
        self._quotes = quotes
        self._shared: dict[int, frozenset[str]] = {}

    def candidates(self) -> Iterator[Candidate]:
        """Each country or body of each sentence, in order."""
        for sent in self._passage.doc.sents:
            yield from self._of_sentence(sent.start, sent.end)

    def _of_sentence(self, first: int, last: int) -> Iterator[Candidate]:
        heads: dict[str, list[int]] = {}
        actors: dict[str, dict[str, Actor]] = {}
        for i in range(first, last):
            mention = self._at.get(i)
            for actor in mention.actors if mention is not None else ():
                if speaks_for_state(actor):
                    heads.setdefault(actor.country, []).append(i)
                    actors.setdefault(actor.country, {}).setdefault(actor.name, actor)
        spoken: dict[str, list[Quote]] = {}
        for quote in self._quotes:
            if not self._meets(quote, first, last):
                continue
            for actor in quote.speakers:
                if speaks_for_state(actor):
                    spoken.setdefault(actor.country, []).append(quote)
                    actors.setdefault(actor.country, {}).setdefault(actor.name, actor)
        for order, code in enumerate(actors):
            own, said = heads.get(code, []), spoken.get(code, [])
            others = {i: c for c, held in heads.items() if c != code for i in held}
            predicate = self._predicate_of(own, said, first, last)
            yield Candidate(
                (first, last), tuple(actors[code].values()), tuple(own), tuple(said), predicate, order, others
            )

    def of(self, one: Candidate) -> set[str]:
        """The clues to what a candidate does."""
        first, last = one.sentence
        own, others = set(one.heads), one.others
        countries = {*others.values(), one.actors[0].country}
        if first not in self._shared:
            self._shared[first] = frozenset(self._sentence_clues(first, last))
        found = set(self._shared[first])
        found |= {f"order={min(one.order, 3)}", f"several={min(len(countries), 3)}"}
        for i in one.heads:
            found |= self._place(i, own, others)
        for i in others:
            found |= self._other(i)
        for quote in one.quotes:
            found |= self._said(quote, first, last, own, others)
        return found

    def _predicate_of(self, own: list[int], said: list[Quote], first: int, last: int) -> int:
        """The verb of which a mention is the doer, else the head of what is said, else the verb above a mention."""
        climbed = [self._climb(i) for i in own]
        doing = next((verb for verb, arcs, _ in climbed if arcs and arcs[-1] in ("nsubj", "agent")), None)
        if said and (doing is None or self._is_cue(doing, said)):
            inside = [i for quote in said for span in quote.content for i in self._tokens(span) if first <= i < last]
            held = set(inside)
            root = next((i for i in inside if self._words.heads[i] not in held or self._words.heads[i] == i), None)
            if root is not None:
                return root
        if doing is not None:
            return doing
        return climbed[0][0] if climbed else first

    def _is_cue(self, i: int, said: list[Quote]) -> bool:
        return any(quote.cue is not None and i in self._tokens(quote.cue) for quote in said)

    def _meets(self, quote: Quote, first: int, last: int) -> bool:
        start = self._passage.start + self._starts[first]
        end = self._passage.start + (self._starts[last] if last < len(self._starts) else len(self._passage.doc.text))
        return any(span.start < end and start < span.end for span in quote.content)

    def _tokens(self, span: Span) -> range:
        offset = self._passage.start
        return range(bisect_left(self._starts, span.start - offset), bisect_left(self._starts, span.end - offset))

    def _lemma(self, i: int) -> str:
        return _NAME if self._named[i] or self._words.pos[i] == "PROPN" else self._words.lemmas[i]

    def _word(self, i: int, own: set[int], others: Mapping[int, str]) -> str:
        if i in own:
            return _SELF
        if i in others:
            return _OTHER
        return _NUMBER if self._words.pos[i] == "NUM" else self._lemma(i)

    def _sentence_clues(self, first: int, last: int) -> set[str]:
        words = self._words
        found: set[str] = set()
        denied = self._denied(first, last)
        for i in range(first, last):
            sign = "not~" if i in denied else ""
            if not self._named[i] and (words.pos[i] in _OPEN or words.tags[i] in ("RP", "MD")):
                found.add(f"has={sign}{self._lemma(i)}")
            found.update(f"class={sign}{tag}" for tag in self._tags[i])
            if words.deps[i] == "mark" and words.lowers[i] in _CONDITIONS:
                found.add("if")
            if words.lowers[i] in _NEGATIONS:
                found |= {"has=not", "not=" + self._lemma(words.heads[i])}
        return found

    def _denied(self, first: int, last: int) -> set[int]:
        """The words of clauses that are negated."""
        words = self._words
        found: set[int] = set()
        for i in range(first, last):
            if words.is_verb(i) and self._is_negated(i):
                found.update(words.subtree(i))
        return found

    def _is_negated(self, verb: int) -> bool:
        words = self._words
        kids = words.children[verb]
        objects = [c for c in kids if words.deps[c] in ("dobj", "nsubjpass", "attr", "nsubj")]
        return any(words.deps[c] == "neg" or words.lowers[c] in _NEGATIONS for c in kids) or any(
            words.lowers[d] in _NEGATIONS for c in objects for d in words.children[c]
        )

    def _climb(self, i: int) -> tuple[int, list[str], list[str]]:
        """The verb above ``i``, the arcs to it, and the lemmas of the nouns and prepositions between."""
        words = self._words
        arcs: list[str] = []
        between: list[str] = []
        for _ in range(MAX_STEPS):
            head = words.heads[i]
            if head == i:
                break
            arcs.append(words.deps[i])
            i = head
            if words.pos[i] in ("VERB", "AUX"):
                return i, arcs, between
            between.append(self._lemma(i))
        return i, arcs, between

    def _place(self, i: int, own: set[int], others: Mapping[int, str]) -> set[str]:
        found: set[str] = set()
        verb, arcs, between = self._climb(i)
        role = arcs[-1] if arcs else "root"
        gov = self._governor(verb)
        found |= {"arcs=" + ">".join(arcs), f"role={role}", f"role={role}:{gov}", f"verb={gov}"}
        link = "-".join(between)
        if between:
            found |= {f"own={between[0]}", f"link={link}:{role}", f"own={between[0]}:{role}:{gov}"}
            found.update(f"ownclass={tag}:{role}" for j in self._path(i, verb) for tag in self._tags[j])
        found.update(f"roleclass={role}:{tag}" for tag in self._tags[verb])
        for each in self._joined(verb):
            found |= self._predicate(each, role, own, others)
        return found

    def _governor(self, verb: int) -> str:
        """The verb with its negation and modal: "not:sign", "would:meet"."""
        words = self._words
        kids = words.children[verb]
        negated = self._is_negated(verb)
        modal = next((words.lowers[c] for c in kids if words.tags[c] == "MD"), "")
        return "".join((f"{modal}:" if modal else "", "not:" if negated else "", self._lemma(verb)))

    def _path(self, i: int, top: int) -> list[int]:
        found = []
        for _ in range(MAX_STEPS):
            i = self._words.heads[i]
            if i == top:
                break
            found.append(i)
        return found

    def _joined(self, verb: int) -> list[int]:
        """``verb`` and those after "and" that have no subject of their own."""
        words = self._words
        found = [verb]
        for child in words.children[verb]:
            if words.deps[child] == "conj" and words.is_verb(child) and not words.kids(child, "nsubj", "nsubjpass"):
                found += self._joined(child)
        return found

    def _predicate(self, verb: int, role: str, own: set[int], others: Mapping[int, str]) -> set[str]:
        words = self._words
        found: set[str] = set()
        gov = self._governor(verb)
        for child in words.children[verb]:
            if words.deps[child] not in _ARGUMENTS:
                continue
            name = self._word(child, own, others)
            found |= {
                f"{role}:{gov}:{words.deps[child]}:{name}",
                f"arg={words.deps[child]}:{name}",
                f"{role}:arg={name}",
            }
            for inner in words.children[child]:
                if words.deps[inner] in _INNER:
                    low = self._word(inner, own, others)
                    found |= {f"arg={name}:{words.deps[inner]}:{low}", f"{gov}..{low}", f"{role}:in={low}"}
        below = [t for t in words.subtree(verb) if t not in own]
        if self._is_negated(verb):
            role = "not~" + role
        found.update(
            f"{role}:low={self._word(t, own, others)}"
            for t in below
            if words.pos[t] != "PUNCT" and words.tags[t] != "DT"
        )
        found.update(f"{role}:lowclass={tag}" for t in below for tag in self._tags[t])
        return found

    def _other(self, i: int) -> set[str]:
        verb, arcs, between = self._climb(i)
        role = arcs[-1] if arcs else "root"
        link = between[0] if between else ""
        return {f"other={role}:{self._lemma(verb)}", f"other={role}:{link}", f"otherrole={role}"}

    def _said(self, quote: Quote, first: int, last: int, own: set[int], others: Mapping[int, str]) -> set[str]:
        words, found = self._words, {"speaks", f"speaks={quote.kind}"}
        for i in self._tokens(quote.cue) if quote.cue else ():
            if i < len(words):
                found.add("cue=" + self._lemma(i))
                found.update("cueclass=" + tag for tag in self._tags[i])
        for span in quote.content:
            inside = [i for i in self._tokens(span) if first <= i < last]
            row = [self._word(i, own, others) for i in inside if words.pos[i] != "PUNCT"]
            found.update("said=" + word for word in row)
            found.update(f"said={one}_{two}" for one, two in itertools.pairwise(row))
            found.update(f"said={one}..{two}" for one, two in zip(row, row[2:], strict=False))
            for i in inside:
                found.update("saidclass=" + tag for tag in self._tags[i])
                if words.heads[i] not in inside or words.heads[i] == i:
                    found.add("saidroot=" + self._lemma(i))
                    found.update("saidby=" + self._word(c, own, others) for c in words.kids(i, "nsubj", "nsubjpass"))
                if words.deps[i] in ("nsubj", "nsubjpass"):
                    found.add(f"saidof={self._word(i, own, others)}:{self._lemma(words.heads[i])}")
        return found
