"""Whom a word stands for, seen from those who speak or act: themselves, others, or a thing."""

from __future__ import annotations

from dashboard.language.chains import OWN, Whose
from dashboard.language.parties import WE, Parties, codes
from dashboard.language.syntax import Words

ITSELF = frozenset({"it", "he", "she", "they", "itself", "himself", "themselves"})
#: Whom one wants, asks or tells to do something; and two states at once.
_OTHERS = frozenset({"them", "him", "her", "both", "two", "pair", "duo"})
_ASKING = frozenset({"DEMAND", "ORDER", "WARN"})
_YOU = frozenset({"you", "yourself", "yourselves"})
_THEY = frozenset({"they", "he", "she"})
_RELATED = frozenset({"neighbour", "neighbor", "ally", "partner", "counterpart", "rival", "friend", "foe", "enemy"})
_PLURAL_STATES = frozenset({"country", "side", "nation", "state", "party", "neighbour", "neighbor"})
#: Classes of words that are said of people and states only.
_OF_PEOPLE = frozenset({"READY", "INTEND", "OPPOSE", "FELT"})


def whose_of(
    words: Words, tags: list[frozenset[str]], parties: Parties, own: set[str], *, is_direct: bool = False
) -> Whose:
    """What a subject is to those of the countries ``own``; in direct speech "they" are others."""

    def whose(i: int) -> str:
        lower = words.lowers[i]
        if lower in WE:
            return "SELF"
        if lower == "it" and _is_asked(words, tags, i):
            return "OTHER"
        if (lower in _OTHERS and not _is_finite_subject(words, i)) or lower in _YOU or (is_direct and lower in _THEY):
            return "OTHER"
        envoys = "COMPLAINT_OBJ" in tags[i] and any(words.lowers[c] in OWN for c in words.kids(i, "poss"))
        if envoys or _is_ours(words, tags, parties, i, own):
            return "SELF"
        named = set(codes(parties.joint_actors(i)))
        if named:
            return "SELF" if named & own else "OTHER"
        if lower in ITSELF:
            return "THING" if lower == "it" and _is_empty(words, tags, i) else "SELF"
        if words.lemmas[i] in _RELATED or (words.lemmas[i] in _PLURAL_STATES and words.tags[i] == "NNS"):
            return "OTHER"
        if parties.is_official(i) or parties.is_person(i):
            return "SELF"
        return "THING"

    return whose


def _is_ours(words: Words, tags: list[frozenset[str]], parties: Parties, noun: int, own: set[str]) -> bool:
    """True for "its ambassador in Oslo": whoever sent him, not where he lives."""
    owners = [c for c in words.kids(noun, "poss") if words.lowers[c] in OWN]
    if not owners or "DIPLOMAT" not in tags[noun]:
        return False
    held = parties.at.get(owners[0])
    return held is None or held.form != "pronoun" or bool(own & set(codes(held.actors)))


def _is_finite_subject(words: Words, i: int) -> bool:
    """True for "the two have no plans", where one of them may speak; not for "asked the two to wait"."""
    verb = words.heads[i]
    return words.deps[i] == "nsubj" and words.tags[verb] in ("VBD", "VBZ", "VBP")


def _is_empty(words: Words, tags: list[frozenset[str]], it: int) -> bool:
    """True for "it is unacceptable", not for "it is ready"."""
    head = words.heads[it]
    said_of = words.kids(head, "acomp", "attr")
    if words.lemmas[head] != "be":
        return False
    if not said_of and words.kids(head, "prep"):
        return bool(words.kids(head, "ccomp", "xcomp", "csubj", "advcl"))  # "it is not in default"
    return not any(tags[c] & _OF_PEOPLE for c in said_of)


def _is_asked(words: Words, tags: list[frozenset[str]], it: int) -> bool:
    """True for "it" of "asked it to pay": nobody asks himself."""
    verb, dep = words.heads[it], words.deps[it]
    if dep == "nsubj" and words.deps[verb] in ("ccomp", "xcomp") and words.tags[verb] == "VB":
        verb = words.heads[verb]
    elif dep not in ("dobj", "dative") or not words.kids(verb, "xcomp"):
        return False
    return bool(tags[verb] & _ASKING)
