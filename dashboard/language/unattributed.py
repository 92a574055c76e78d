"""What has the form of a statement and is nobody's: what could be said, what readers are told to do, a trade."""

from __future__ import annotations

from dashboard.language.attributions import INFINITIVES, Attribution, has_marks
from dashboard.language.lines import Line
from dashboard.vocabulary.speech import Speech

_THINGS = frozenset({"it", "this", "that", "which", "these", "those"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_ON = frozenset({"on", "over", "about", "to"})
_NOT_TOLD = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "expl"})


def is_nobodys(line: Line, found: Attribution, speech: Speech) -> bool:
    """True where no word of anybody is told: "the court could call it void", "Call it a trap", "advised the bank"."""
    return found.cue is not None and (
        _could_be(line, found)
        or _is_told_to_readers(line, found)
        or _is_work(line, found, speech)
        or _is_found_out(line, found)
        or _is_shown(line, found, speech)
    )


def _could_be(line: Line, found: Attribution) -> bool:
    """True for "the panel could declare the claim void": what may yet be said, unlike "could not say"."""
    words = line.words
    if found.source is None or found.rule in INFINITIVES or words.kids(found.at, "neg", "auxpass"):
        return False
    if words.lowers[found.source[0]] == "i":
        # "I can now say that ..." says it.
        return False
    return any(words.lowers[c] in ("can", "could") for c in words.kids(found.at, "aux"))


def _is_told_to_readers(line: Line, found: Attribution) -> bool:
    """True for an order to those who read: "Call it a familiarity trap", "Attack the plan and propose another"."""
    words, at = line.words, found.at
    if found.source is not None or found.manner != "speech" or words.tags[at] != "VB" or words.kids(at, *_NOT_TOLD):
        return False
    while words.deps[at] == "conj" and words.tags[words.heads[at]] == "VB" and not words.kids(at, *_NOT_TOLD):
        at = words.heads[at]
    return words.heads[at] == at and words.tags[at] == "VB" and not words.kids(at, *_NOT_TOLD)


def _is_work(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "advised the bank on loans", "challenged Ana Ruiz for the seat": what somebody works at or runs for."""
    if found.rule != "object" or found.cue is None or has_marks(line, found):
        return False
    words = line.words
    objects = [c for c in words.kids(found.at, "dobj") if c > found.at]
    if found.cue.lemma in speech.words["counselling"]:
        return any(words.pos[c] == "PROPN" or words.lowers[c] in speech.words["clients"] for c in objects)
    # "challenged Ana Ruiz on her past": there he says something to her.
    if found.cue.lemma != "challenge" or any(words.lowers[c] in _ON for c in words.kids(found.at, "prep")):
        return False
    return any(line.ents[c] == "PERSON" or words.lowers[c] in speech.words["rivals"] for c in objects)


def _is_found_out(line: Line, found: Attribution) -> bool:
    """True for "found himself embroiled in a row": how it went with somebody."""
    finds = found.cue is not None and found.cue.lemma == "find"
    start = found.content[0][0] if found.content else found.at
    return finds and line.words.lowers[start] in _REFLEXIVE


def _is_shown(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "the clash underscored a rift": what something makes plain, and nobody says."""
    if found.cue is None or found.cue.subject is None or found.rule not in ("object", "clause"):
        return False
    subject = line.words.lowers[found.cue.subject]
    return found.cue.lemma in speech.words["making plain"] and subject in speech.words["happenings"] | _THINGS
