"""Deeds whose kind or doer stands in what was told before: "Chad followed suit", "the envoys were sent home"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dashboard.language import syntax
from dashboard.language.parties import Parties, codes
from dashboard.language.syntax import Words
from dashboard.records import Actor
from dashboard.vocabulary.word_sets import word_set

#: Doing the same: the verb, and what must stand below it.
_SAME_DEED = {
    "follow": frozenset({"suit"}),
    "do": frozenset({"likewise", "same"}),
    "take": frozenset({"same"}),
    "make": frozenset({"same"}),
    "act": frozenset({"likewise", "similarly"}),
    "respond": frozenset({"likewise"}),
}
_OF_DEEDS = frozenset({"step", "measure", "action", "move", "decision", "course", "sanction", "ban", "path", "stance"})
_TAKES = frozenset({"take", "adopt", "announce", "make", "impose", "introduce", "enact"})
_STATEMENTS = word_set("statements")
_UTTERS = word_set("utters")
_ALIKE = frozenset({"similar", "same", "identical", "like", "equivalent", "comparable", "parallel", "matching"})
_AUXILIARIES = frozenset({"do", "have", "be"})
#: What is done to these without a word on who did it.
_DONE_TO = frozenset({"EXPEL", "ORDER", "PERSONA", "CUT", "JUDGE", "SUMMON"})
_SUFFERS = frozenset({"DIPLOMAT", "TIES"})

Doers = Callable[[int], tuple[Actor, ...]]


def find_repeats(words: Words, doers: Doers) -> Iterator[tuple[int, tuple[Actor, ...], bool]]:
    """Each verb that says that its subject did the same, who that is, and whether the deed stands in the sentence."""
    for i in range(len(words)):
        if not words.is_verb(i) or words.kids(i, "neg"):
            continue
        beside = _is_beside(words, i)
        if not beside and not _does_the_same(words, i):
            continue
        subject = syntax.subject(words, i)
        found = doers(subject) if subject is not None else ()
        if found:
            yield i, found, beside


def _does_the_same(words: Words, i: int) -> bool:
    if _takes_alike(words, i):
        return True
    asked = _SAME_DEED.get(words.lemmas[i])
    if asked is None or any(words.tags[c] == "MD" or words.lowers[c] == "to" for c in words.children[i]):
        return False
    below = [c for c in words.children[i] if words.deps[c] in ("dobj", "advmod", "pobj", "attr") and c > i]
    for child in below:
        if words.lowers[child] in asked:
            return True
        same = any(words.lowers[k] in asked for k in words.children[child])
        if same and words.lemmas[child] in _OF_DEEDS:
            return True
    return False


def _takes_alike(words: Words, i: int) -> bool:
    """True for "took similar steps", "the same measures were adopted by", "issued similar statements"."""
    return _is_alike(words, i, _TAKES, _OF_DEEDS) or utters_alike(words, i)


def utters_alike(words: Words, i: int) -> bool:
    """True for "issued similar statements": what others said, not what they did."""
    return _is_alike(words, i, _UTTERS, _STATEMENTS)


def _is_alike(words: Words, i: int, verbs: frozenset[str], nouns: frozenset[str]) -> bool:
    if words.lemmas[i] not in verbs or any(words.tags[c] == "MD" for c in words.children[i]):
        return False
    deeds = [o for o in syntax.objects_of(words, i) if words.lemmas[o] in nouns]
    return any(words.lowers[c] in _ALIKE for o in deeds for c in words.children[o])


def _is_beside(words: Words, i: int) -> bool:
    """True for "did" in "as did Chad" and "so did Chad"."""
    if words.lemmas[i] not in _AUXILIARIES or i == 0 or words.lowers[i - 1] not in ("as", "so"):
        return False
    if words.lemmas[i] == "be" and words.heads[i] == i:
        return False
    return any(child > i for child in words.kids(i, "nsubj")) and not words.kids(i, "acomp", "attr", "dobj", "xcomp")


def find_doerless(words: Words, tags: list[frozenset[str]], parties: Parties) -> Iterator[tuple[int, frozenset[str]]]:
    """Each passive verb of breaking or sending away that names no doer, with those to whom it is done."""
    for i in range(len(words)):
        if not (words.tags[i] == "VBN" and tags[i] & _DONE_TO and syntax.is_passive(words, i)):
            continue
        if syntax.agent(words, i) is not None or words.kids(i, "neg") or words.deps[i] in ("acl", "relcl", "amod"):
            continue
        patient = syntax.patient(words, i)
        if patient is None or not (tags[patient] & _SUFFERS or ("SUMMON" in tags[i] and patient in parties.at)):
            continue
        hurt = {*codes(parties.owner(patient)), *codes(parties.joint_actors(patient))}
        for link in words.kids(patient, "prep"):
            if words.lowers[link] in ("with", "from", "to"):
                hurt.update(code for o in words.kids(link, "pobj") for code in codes(parties.joint_actors(o)))
        if hurt:
            yield i, frozenset(hurt)
