"""Who else does what the subject does: "as did Peru", "together with Chile", "states, among them Spain and Malta"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.syntax import Words

#: After a noun for many these name some of them.
_INCLUDING = frozenset({"including", "notably"})
#: Beside the subject these name another doer.
_BESIDE = frozenset({"like", "alongside"})
#: Words that stand before "with" where all of them do it.
_TOGETHER = frozenset({"together", "along", "jointly"})
#: Verbs that stand for the one before: "as did Peru", "so has Peru".
_PRO_VERBS = frozenset({"do", "have", "be"})


def companions(words: Words, verb: int, subject: int) -> list[int]:
    """The head tokens of those who do ``verb`` with ``subject``, not counting what is joined to it by "and"."""
    found = [*_beside(words, verb, subject), *_likewise(words, verb)]
    return [joint for head in found for joint in words.conjuncts(head)]


def _beside(words: Words, verb: int, subject: int) -> Iterator[int]:
    whole = [subject, *(o for p in words.kids(subject, "prep") if words.lowers[p] == "of" for o in words.kids(p, "pobj"))]
    for head in (*whole, verb):
        for prep in words.kids(head, "prep"):
            lower = words.lowers[prep]
            objects = words.kids(prep, "pobj")
            if lower in _INCLUDING and head != verb:
                yield from objects
            elif lower in _BESIDE and (head != verb or prep < verb):
                yield from objects
            elif lower == "among" and any(words.lowers[o] in ("them", "whom") for o in objects):
                yield from (o for o in (*objects, *words.kids(head, "appos")) if words.pos[o] == "PROPN")
            elif lower == "with" and any(words.lowers[c] in _TOGETHER for c in words.children[prep]):
                yield from objects
            elif lower == "along":
                yield from (o for p in words.kids(prep, "prep") for o in words.kids(p, "pobj"))
        for adverb in words.kids(head, "advmod"):
            if words.lowers[adverb] in _TOGETHER:
                yield from (o for p in words.kids(adverb, "prep") for o in words.kids(p, "pobj"))
        if head == verb and any(words.lowers[c] in _TOGETHER for c in words.kids(verb, "advmod")):
            after = [p for p in words.kids(verb, "prep") if words.lowers[p] == "with"]
            yield from (o for p in after if words.lowers[p - 1] in _TOGETHER for o in words.kids(p, "pobj"))


def _likewise(words: Words, verb: int) -> Iterator[int]:
    """Peru in "Chile abstained, as did Peru" and "... and so did Peru"."""
    for child in words.kids(verb, "advcl", "conj", "ccomp"):
        if child < verb or words.lemmas[child] not in _PRO_VERBS:
            continue
        opens = words.lowers[min([child, *words.children[child]])]
        doers = [s for s in words.kids(child, "nsubj") if s > child]
        if opens in ("as", "so") and doers:
            yield from doers
