"""Who speaks through a document: "a joint statement of Egypt and Sudan", "the resolution", "the draft"."""

from __future__ import annotations

from dashboard.language.makers import ADOPTS, ANY_TEXT, makers_above, makers_behind
from dashboard.language.parties import Parties, speaks_for_state
from dashboard.language.syntax import Words
from dashboard.records import Actor
from dashboard.vocabulary.word_sets import word_set

#: Before a vote a resolution goes by these names.
_MOTIONS = frozenset({"resolution", "draft", "text", "motion"})
_DRAFTS = frozenset({"draft", "text", "motion"})
#: Here many speak, each for himself.
_SITTINGS = frozenset({"session", "meeting", "report", "broadcast", "editorial", "commentary", "dispatch", "release"})
_SPONSORS = word_set("sponsors")
_KNOWN = frozenset({"the", "this", "that", "same"})


class Documents:
    """The documents of one article with those who made them, in reading order."""

    def __init__(self) -> None:
        self._noted: list[tuple[int, str, tuple[Actor, ...]]] = []

    def note(self, offset: int, words: Words, parties: Parties) -> None:
        """Notes the documents of a passage that starts at ``offset`` in the text."""
        for i in range(len(words)):
            if words.pos[i] == "NOUN" and is_document(words, parties, i) and not is_sponsored(words, i):
                issuers = _issuers(words, parties, i)
                adopted = words.lemmas[words.heads[i]] in ADOPTS
                makers = (adopted and issuers) or makers_of(words, parties, i) or issuers
                if makers:
                    self._noted.append((offset + words.doc[i].idx, words.lemmas[i], makers))

    def of(self, words: Words, i: int, place: int) -> tuple[Actor, ...]:
        """Those who made the document that the noun at ``i`` names again; empty where it is a new one."""
        if not any(words.lowers[c] in _KNOWN for c in words.children[i]) or words.kids(i, "relcl"):
            return ()
        lemma = words.lemmas[i]
        for other, name, makers in reversed(self._noted):
            if other < place and (name == lemma or lemma in ANY_TEXT or {name, lemma} <= _MOTIONS):
                return makers
        return ()


def is_document(words: Words, parties: Parties, i: int) -> bool:
    """True for a statement, note or resolution, and for the draft of one; not for a session or a press report."""
    lemma = words.lemmas[i]
    return lemma in _DRAFTS or (parties.is_text(i) and lemma not in _SITTINGS)


def is_sponsored(words: Words, i: int) -> bool:
    """True for "the resolution, put forward by Peru": a body speaks through it and not its sponsor."""
    return words.lemmas[i] == "resolution" and any(
        words.lemmas[verb] in _SPONSORS for verb in words.kids(i, "acl", "amod", "relcl")
    )


def makers_of(words: Words, parties: Parties, i: int) -> tuple[Actor, ...]:
    """Those whose document the noun at ``i`` says it is: "the Chadian note", "a statement of Chad and Mali"."""
    owners = parties.owner(i)
    if not owners:
        named = (_first_named(words, parties, o) for o in makers_behind(words, i))
        owners = tuple(a for o in named for a in parties.joint_actors(o))
    return tuple(actor for actor in owners if speaks_for_state(actor))


def _first_named(words: Words, parties: Parties, i: int) -> int:
    """The ministry in "In a note of the Chadian ministry Mali was accused", which the parser takes for Mali's kind."""
    inside = [
        c for c in words.kids(i, "compound", "nmod") if c in parties.at and parties.at[c] is not parties.at.get(i)
    ]
    return inside[-1] if i in parties.at and inside else i


def _issuers(words: Words, parties: Parties, i: int) -> tuple[Actor, ...]:
    """Those who adopt a document or say something in it."""
    for token in makers_above(words, i):
        actors = tuple(actor for actor in parties.joint_actors(token) if speaks_for_state(actor))
        if actors:
            return actors
    return ()
