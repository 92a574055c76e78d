"""Who else does what the subject does: "like Peru", "together with Chile", "states, among them Spain and Malta"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.syntax import Words

#: After a noun for many these name some of them.
_INCLUDING = frozenset({"including", "notably"})
#: Beside the subject these name another doer.
_BESIDE = frozenset({"like", "alongside"})
#: Words that stand before "with" where all of them do it.
_TOGETHER = frozenset({"together", "along", "jointly"})


def companions(words: Words, verb: int, subject: int) -> list[int]:
    """The head tokens of those who do ``verb`` with ``subject``, not counting what is joined to it by "and"."""
    whole = [subject, *_objects(words, [p for p in words.kids(subject, "prep") if words.lowers[p] == "of"])]
    found = [head for noun in whole for head in _beside(words, noun)]
    before = [p for p in words.kids(verb, "prep") if p < verb or words.lowers[p] not in _INCLUDING | _BESIDE]
    found += [*_named_by(words, before), *_along_with(words, verb)]
    return [joint for head in found for joint in words.conjuncts(head)]


def _beside(words: Words, noun: int) -> Iterator[int]:
    """Those named behind ``noun``: "Kenya, like Uganda", "many, including Brazil"."""
    yield from _named_by(words, words.kids(noun, "prep"))
    if any(words.lowers[p] == "among" for p in words.kids(noun, "prep")):
        yield from (c for c in words.kids(noun, "appos") if words.pos[c] == "PROPN")
    yield from _along_with(words, noun)


def _named_by(words: Words, prepositions: list[int]) -> Iterator[int]:
    """Those behind the prepositions that name another doer or a part of many."""
    for prep in prepositions:
        lower, objects = words.lowers[prep], words.kids(prep, "pobj")
        if lower in _INCLUDING | _BESIDE:
            yield from objects
        elif lower == "among" and any(words.lowers[o] in ("them", "whom") for o in objects):
            yield from (o for o in objects if words.pos[o] == "PROPN")


def _along_with(words: Words, head: int) -> Iterator[int]:
    """Chile in "together with Chile", whichever of the two words the parser hangs on the other."""
    adverbs = [c for c in words.children[head] if words.lowers[c] in _TOGETHER]
    yield from _objects(words, [p for adverb in adverbs for p in words.kids(adverb, "prep")])
    for prep in words.kids(head, "prep"):
        behind = prep > 0 and words.lowers[prep - 1] in _TOGETHER
        if words.lowers[prep] == "with" and behind:
            yield from words.kids(prep, "pobj")


def _objects(words: Words, prepositions: list[int]) -> list[int]:
    return [each for prep in prepositions for each in words.kids(prep, "pobj")]
