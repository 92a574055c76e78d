"""The words that tell a kind of event: verbs with what they govern, and nouns that name an event."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.language import syntax
from dashboard.language.syntax import Words
from dashboard.vocabulary.events import ANY, PLACE, EventKind, VerbObject, load_event_kinds

Form = Literal["verb", "host", "noun"]
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
BESIDE = ("compound", "amod", "nmod", "poss")


@dataclass(frozen=True, slots=True)
class Happening:
    """Token ``token`` tells an event of ``kind``; ``thing`` is the object that the kind asked for."""

    kind: EventKind
    token: int
    form: Form
    thing: int | None = None


#: What a word must have around it: gives the thing, NO_THING where none is asked, None when the pattern does not hold.
Test = Callable[[Words, int], int | None]
NO_THING = -1


def find_happenings(words: Words) -> list[Happening]:
    """Every token that tells a kind of event, in order; a noun that hangs on a verb of the same kind is left out."""
    verbs, nouns = _verb_tests(), _noun_tests()
    found: list[Happening] = []
    for i, lemma in enumerate(words.lemmas):
        pos = words.pos[i]
        if pos == "VERB" and lemma in verbs:
            found.extend(_first(words, i, verbs[lemma]))
        elif pos in ("NOUN", "PROPN") and words.deps[i] != "compound" and lemma in nouns:
            found.extend(_first(words, i, nouns[lemma]))
    told = {(each.kind.family, each.token) for each in found if each.form != "noun"}
    return [each for each in found if each.form != "noun" or (each.kind.family, words.heads[each.token]) not in told]


def _first(words: Words, i: int, tests: Sequence[tuple[EventKind, Form, Test]]) -> Iterator[Happening]:
    """The first kind whose pattern holds; one word tells one event."""
    for kind, form, test in tests:
        thing = test(words, i)
        if thing is not None:
            yield Happening(kind, i, form, None if thing == NO_THING else thing)
            return


@functools.cache
def _verb_tests() -> Mapping[str, tuple[tuple[EventKind, Form, Test], ...]]:
    found: dict[str, list[tuple[EventKind, Form, Test]]] = defaultdict(list)
    for kind in load_event_kinds().values():
        for pattern in kind.verb_object:
            for verb in pattern.verbs:
                found[verb].append((kind, "verb", _governs(pattern)))
        for word in kind.verb_word:
            for verb in word.verbs:
                found[verb].append((kind, "verb", _goes_with(word.words, word.then, bare=word.bare)))
        for subject in kind.subject_verbs:
            for verb in subject.verbs:
                found[verb].append((kind, "verb", _has_subject(subject.subjects)))
    for kind in load_event_kinds().values():
        for verb in kind.verbs:
            found[verb].append((kind, "verb", _unless(kind.unless, kind.unless_words)))
        for verb in kind.hosts:
            found[verb].append((kind, "host", _alone))
    return {verb: tuple(tests) for verb, tests in found.items()}


@functools.cache
def _noun_tests() -> Mapping[str, tuple[tuple[EventKind, Form, Test], ...]]:
    found: dict[str, list[tuple[EventKind, Form, Test]]] = defaultdict(list)
    for kind in load_event_kinds().values():
        for pattern in kind.noun_of:
            for noun in pattern.nouns:
                found[noun].append((kind, "noun", _stands_by(pattern.of)))
    for kind in load_event_kinds().values():
        for noun in kind.nouns:
            found[noun].append((kind, "noun", _alone))
    return {noun: tuple(tests) for noun, tests in found.items()}


def _alone(words: Words, i: int) -> int | None:
    return NO_THING


def _unless(nouns: frozenset[str], particles: frozenset[str]) -> Test:
    if not nouns and not particles:
        return _alone

    def test(words: Words, i: int) -> int | None:
        objects = syntax.objects_of(words, i)
        if ANY in nouns and objects:
            return None
        after = syntax.prepositions_of(words, i)
        if any(words.lemmas[noun] in nouns for noun in [*objects, *(noun for _, noun in after)]):
            return None
        return None if any(particle in particles for particle, _ in after) else NO_THING

    return test


def _governs(pattern: VerbObject) -> Test:
    objects, beside, particles = pattern.objects, pattern.beside, pattern.particles

    def test(words: Words, i: int) -> int | None:
        if particles and syntax.particle(words, i) not in particles and words.lowers[i + 1 : i + 2] != ["in"]:
            return None
        if pattern.to and not (words.kids(i, "dative") or _has_receiver(words, i)):
            return None
        if PLACE in objects and syntax.is_passive(words, i):
            return None  # "Left off the list" tells of no departure.
        things = syntax.objects_of(words, i)
        if particles:
            things += [noun for way in words.kids(i, "prep") if way == i + 1 for noun in words.kids(way, "pobj")]
        for thing in things:
            for joint in words.conjuncts(thing):
                if _is_one_of(words, joint, objects) and (
                    not beside or any(words.lemmas[child] in beside for child in words.children[joint])
                ):
                    return joint
        return None

    return test


def _has_receiver(words: Words, verb: int) -> bool:
    """True for "sent tanks to Chad", whether the parser hangs that on the verb or on its object."""
    after = [way for each in (verb, *syntax.objects_of(words, verb)) for way, _ in syntax.prepositions_of(words, each)]
    return "to" in after


def _goes_with(particles: frozenset[str], then: frozenset[str], *, bare: bool) -> Test:
    def test(words: Words, i: int) -> int | None:
        if bare and syntax.objects_of(words, i):
            return None
        for child in words.children[i]:
            if words.lowers[child] in particles and words.deps[child] in ("prt", "prep", "advmod"):
                after = words.kids(child, "pobj")
                if not then:
                    return after[0] if after else NO_THING
                if any(_is_one_of(words, noun, then) for noun in after):
                    return after[0]
        return None

    return test


def _has_subject(subjects: frozenset[str]) -> Test:
    def test(words: Words, i: int) -> int | None:
        doer = syntax.patient(words, i) if syntax.is_passive(words, i) else syntax.subject(words, i)
        return doer if doer is not None and words.lemmas[doer] in subjects else None

    return test


def _stands_by(near: frozenset[str]) -> Test:
    def test(words: Words, i: int) -> int | None:
        for child in words.children[i]:
            if words.deps[child] in BESIDE and words.lemmas[child] in near:
                return child
        for preposition, after in syntax.prepositions_of(words, i):
            if preposition == "of" and (ANY in near or words.lemmas[after] in near):
                return after
        return None

    return test


def _is_one_of(words: Words, noun: int, objects: frozenset[str]) -> bool:
    if PLACE in objects and words.doc[noun].ent_type_ in PLACE_ENTITIES:
        return True
    return words.lemmas[noun] in objects or (ANY in objects and words.pos[noun] in ("NOUN", "PROPN"))
