"""Clues to what a country does in a sentence: its place in the grammar, the words around it, and its quoted words.

A clue is a short string. The fitted model (``vocabulary/learned.py``) knows clues letter by letter: who changes one
here has to fit again with ``tools/train_reactions.py``. Words stand as lemmas; @SELF is the country whose clues they
are, @OTHER another country of the sentence, @NAME any other name, @NUM a number, so that what is learned of one country
holds for all. "Norway's refusal to sign the new accord angered Portugal" gives, among others:

    of the sentence
        has=sign  class=REJECT         a word; a word class of the vocabulary; ``not~`` before either in a clause denied
        not=sign  if                   the word above a negation; a condition
        order=0  several=2             the first of the countries told of, and how many there are, each at most 3
    of the place of a mention: Norway
        arcs=poss>nsubj  verb=anger    the dependencies up to the nearest verb, and that verb
        role=nsubj  role=nsubj:anger   the last of them; the same with the verb, its modal and negation: would:not:anger
        roleclass=nsubj:CLASS          the same with a class of the verb
        own=refusal  own=refusal:nsubj:anger  link=refusal:nsubj  ownclass=REJECT:nsubj
                                       the nearest word between mention and verb; all of them; a class of one
    of what the verb governs, after the role that the country has there
        arg=dobj:@OTHER  nsubj:arg=@OTHER  nsubj:anger:dobj:@OTHER
                                       a dependent of the verb
        arg=refusal:acl:sign  nsubj:in=sign  anger..sign
                                       a dependent of such a dependent
        nsubj:low=new  nsubj:lowclass=CLASS
                                       anything below the verb; ``not~`` before the role where the verb is denied
    of the other countries
        otherrole=dobj  other=dobj:anger  other=dobj:
                                       the role of one; with its verb; with the nearest word between, if any
    of what the country says
        speaks  speaks=direct          it speaks; the kind of quote
        cue=say  cueclass=SAY          a word of the cue, and its class
        said=fair  said=not_fair  said=not..fair  saidclass=CLASS
                                       a word; two neighbours; two with one between; a class
        saidroot=be  saidby=accord  saidof=accord:be
                                       the head of the words, its subject; any subject with its verb

``reactions.read_clues`` adds ``phrase=rejects``, the reactions that listed phrases tell, or ``phrase=none``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.language.parties import speaks_for_state
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words
from dashboard.records import Actor, Mention, Quote, Span

#: How far up the tree a mention's place is told.
_MAX_STEPS = 8
#: Dependents of a verb, and below these, of which clues are made.
_ARGUMENTS = frozenset(
    {"dobj", "obj", "prep", "xcomp", "ccomp", "acomp", "attr", "oprd", "advmod", "prt", "neg", "aux", "auxpass"}
    | {"agent", "dative", "nsubj", "nsubjpass", "conj", "npadvmod"}
)
_INNER = frozenset(
    {"pobj", "pcomp", "dobj", "xcomp", "prep", "amod", "compound"}
    | {"acomp", "attr", "poss", "acl", "ccomp", "neg", "aux"}
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
        self._named = [i in at or entity in _NAMED for i, entity in enumerate(words.entities)]
        self._starts = words.starts
        self._quotes = quotes
        self._shared: dict[int, frozenset[str]] = {}

    def candidates(self) -> Iterator[Candidate]:
        """Each country or body of each sentence, in order."""
        for first, last in self._words.sentences:
            yield from self._of_sentence(first, last)

    def _of_sentence(self, first: int, last: int) -> Iterator[Candidate]:
        actors: dict[str, dict[str, Actor]] = {}
        heads = self._heads(first, last, actors)
        spoken = self._spoken(first, last, actors)
        for order, code in enumerate(actors):
            own, quotes = heads.get(code, []), spoken.get(code, [])
            yield Candidate(
                (first, last),
                tuple(actors[code].values()),
                tuple(own),
                tuple(quotes),
                self._predicate_of(own, quotes, first, last),
                order,
                {i: other for other, held in heads.items() if other != code for i in held},
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

    def _heads(self, first: int, last: int, actors: dict[str, dict[str, Actor]]) -> dict[str, list[int]]:
        """By country, the tokens of its mentions; who is mentioned is added to ``actors`` by country and name."""
        found: dict[str, list[int]] = {}
        for i in range(first, last):
            mention = self._at.get(i)
            for actor in mention.actors if mention is not None else ():
                if speaks_for_state(actor):
                    found.setdefault(actor.country, []).append(i)
                    actors.setdefault(actor.country, {}).setdefault(actor.name, actor)
        return found

    def _spoken(self, first: int, last: int, actors: dict[str, dict[str, Actor]]) -> dict[str, list[Quote]]:
        """By country, what it says in the sentence; who speaks is added to ``actors`` by country and name."""
        found: dict[str, list[Quote]] = {}
        for quote in self._quotes:
            for actor in quote.speakers if self._meets(quote, first, last) else ():
                if speaks_for_state(actor):
                    found.setdefault(actor.country, []).append(quote)
                    actors.setdefault(actor.country, {}).setdefault(actor.name, actor)
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
        """True for a token of the words that introduce one of ``said``: "said", "according to"."""
        return any(quote.cue is not None and i in self._tokens(quote.cue) for quote in said)

    def _meets(self, quote: Quote, first: int, last: int) -> bool:
        """True where words of ``quote`` stand in the sentence."""
        start = self._passage.start + self._starts[first]
        end = self._passage.start + (self._starts[last] if last < len(self._starts) else len(self._passage.doc.text))
        return any(span.start < end and start < span.end for span in quote.content)

    def _tokens(self, span: Span) -> range:
        """The tokens of a range of the article's text."""
        return self._words.within(span, self._passage.start)

    def _lemma(self, i: int) -> str:
        """The lemma of token ``i``; @NAME for any name."""
        return _NAME if self._named[i] or self._words.pos[i] == "PROPN" else self._words.lemmas[i]

    def _word(self, i: int, own: set[int], others: Mapping[int, str]) -> str:
        """The same, but @SELF, @OTHER and @NUM for what they stand for."""
        if i in own:
            return _SELF
        if i in others:
            return _OTHER
        return _NUMBER if self._words.pos[i] == "NUM" else self._lemma(i)

    def _sentence_clues(self, first: int, last: int) -> set[str]:
        """Clues that all countries of the sentence share."""
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
        for _ in range(_MAX_STEPS):
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
        """Clues of where the mention at ``i`` stands and of what its verb governs."""
        found: set[str] = set()
        verb, arcs, between = self._climb(i)
        role = arcs[-1] if arcs else "root"
        governor = self._governor(verb)
        found |= {"arcs=" + ">".join(arcs), f"role={role}", f"role={role}:{governor}", f"verb={governor}"}
        link = "-".join(between)
        if between:
            found |= {f"own={between[0]}", f"link={link}:{role}", f"own={between[0]}:{role}:{governor}"}
            found.update(f"ownclass={tag}:{role}" for j in self._path(i, verb) for tag in self._tags[j])
        found.update(f"roleclass={role}:{tag}" for tag in self._tags[verb])
        for each in self._joined(verb):
            found |= self._below(each, role, own, others)
        return found

    def _governor(self, verb: int) -> str:
        """The verb with its negation and modal: "not:sign", "would:meet"."""
        words = self._words
        kids = words.children[verb]
        negated = self._is_negated(verb)
        modal = next((words.lowers[c] for c in kids if words.tags[c] == "MD"), "")
        return "".join((f"{modal}:" if modal else "", "not:" if negated else "", self._lemma(verb)))

    def _path(self, i: int, top: int) -> list[int]:
        """The tokens between ``i`` and ``top`` above it."""
        found: list[int] = []
        for _ in range(_MAX_STEPS):
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

    def _below(self, verb: int, role: str, own: set[int], others: Mapping[int, str]) -> set[str]:
        """Clues of what stands below ``verb``, in which the country has ``role``."""
        words = self._words
        found: set[str] = set()
        governor = self._governor(verb)
        for child in words.children[verb]:
            if words.deps[child] not in _ARGUMENTS:
                continue
            name = self._word(child, own, others)
            found |= {
                f"{role}:{governor}:{words.deps[child]}:{name}",
                f"arg={words.deps[child]}:{name}",
                f"{role}:arg={name}",
            }
            for inner in words.children[child]:
                if words.deps[inner] in _INNER:
                    low = self._word(inner, own, others)
                    found |= {f"arg={name}:{words.deps[inner]}:{low}", f"{governor}..{low}", f"{role}:in={low}"}
        signed = f"not~{role}" if self._is_negated(verb) else role
        for i in words.subtree(verb):
            if i in own:
                continue
            if words.pos[i] != "PUNCT" and words.tags[i] != "DT":
                found.add(f"{signed}:low={self._word(i, own, others)}")
            found.update(f"{signed}:lowclass={tag}" for tag in self._tags[i])
        return found

    def _other(self, i: int) -> set[str]:
        """Clues of where the mention of another country at ``i`` stands."""
        verb, arcs, between = self._climb(i)
        role = arcs[-1] if arcs else "root"
        link = between[0] if between else ""
        return {f"other={role}:{self._lemma(verb)}", f"other={role}:{link}", f"otherrole={role}"}

    def _said(self, quote: Quote, first: int, last: int, own: set[int], others: Mapping[int, str]) -> set[str]:
        """Clues of what the country says in the sentence, and how it is introduced."""
        found = {"speaks", f"speaks={quote.kind}"}
        for i in self._tokens(quote.cue) if quote.cue else ():
            if i < len(self._words):
                found.add(f"cue={self._lemma(i)}")
                found.update(f"cueclass={tag}" for tag in self._tags[i])
        for span in quote.content:
            inside = [i for i in self._tokens(span) if first <= i < last]
            row = [self._word(i, own, others) for i in inside if self._words.pos[i] != "PUNCT"]
            found.update(f"said={word}" for word in row)
            found.update(f"said={one}_{two}" for one, two in itertools.pairwise(row))
            found.update(f"said={one}..{two}" for one, two in zip(row, row[2:], strict=False))
            found.update(f"saidclass={tag}" for i in inside for tag in self._tags[i])
            found |= self._said_grammar(inside, own, others)
        return found

    def _said_grammar(self, inside: list[int], own: set[int], others: Mapping[int, str]) -> set[str]:
        """Clues of the heads and subjects among the quoted tokens ``inside``."""
        words, found = self._words, set[str]()
        for i in inside:
            if words.heads[i] not in inside or words.heads[i] == i:
                found.add(f"saidroot={self._lemma(i)}")
                found.update(f"saidby={self._word(c, own, others)}" for c in words.kids(i, "nsubj", "nsubjpass"))
            if words.deps[i] in ("nsubj", "nsubjpass"):
                found.add(f"saidof={self._word(i, own, others)}:{self._lemma(words.heads[i])}")
        return found
