"""Nouns that tell what somebody says or does: "Japan's protest", "drew criticism from Japan", "the recall by Japan"."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.language.doers import made_by
from dashboard.language.factuality import Standing
from dashboard.language.parties import Parties, speaks_for_state
from dashboard.language.syntax import HOLDING, Words
from dashboard.records import Actor
from dashboard.vocabulary.word_sets import word_set

#: Nouns of speech that tell a reaction of their owner: "Japan's protest", "drew criticism from Japan".
SPEECH_NOUNS = frozenset(
    {"CONDEMN", "CONCERN", "WARN", "THREATEN", "PRAISE", "OPPOSE", "DENY", "REJECT", "PROTEST", "ACCUSE", "DEMAND"}
    | {"SUPPORT", "REACT"}
)
#: Nouns that tell a deed of their owner: "Japan's expulsion of two envoys", "the recall by Japan of its envoy".
_DEEDS = frozenset({"EXPEL", "CUT", "BAN", "RECALL", "IMPOSE", "LIFT", "PULL_BACK", "SUMMON"})
_DONE_TO = frozenset({"of", "on", "against", "with"})
#: Under these a deed is asked for, feared or turned down, and not done.
_UNDONE = frozenset(
    {"DEMAND", "CALL_FOR", "WANT", "THREATEN", "CONSIDER", "WARN", "DENY", "INTEND", "OFFER"}
    | {"READY", "SUPPORT", "CONCERN"}
)
_DRAWS = HOLDING | word_set("draws")
#: Verbs whose subject somebody utters: "condemnation also came from Japan".
_COMES = frozenset({"come", "arrive", "follow", "emanate", "flow", "pour", "rain", "emerge", "sound", "arise", "issue"})
#: After a noun of speech these tell at what it is aimed.
_AIMED = frozenset({"by", "from", "over", "at", "about", "against", "for", "to", "towards", "toward", "on"})
_AROUND = frozenset({"amid", "amidst", "despite", "following", "with", "over", "at", "after", "because"})
#: What one person is to another; these speak for themselves.
_ADHERENTS = frozenset(
    {"supporter", "backer", "sympathiser", "sympathizer", "critic", "opponent", "admirer", "adherent", "loyalist"}
    | {"protester", "protestor", "demonstrator", "accuser", "detractor"}
)

#: What ends the protest or veto that is their object.
_TAKES_BACK = frozenset(
    {"drop", "withdraw", "lift", "abandon", "shelve", "retract", "renounce", "waive", "scrap", "rescind", "revoke"}
)


@dataclass(frozen=True, slots=True)
class DeedNouns:
    """The nouns of speech and deed of one passage; ``tags`` holds the word classes of each token."""

    words: Words
    tags: list[frozenset[str]]
    parties: Parties
    standing: Standing

    def tells(self, i: int) -> bool:
        """True for a noun that may tell what somebody says or does."""
        pos, tags = self.words.pos[i], self.tags[i]
        return (pos in ("NOUN", "PROPN") and bool(tags & SPEECH_NOUNS)) or (pos == "NOUN" and bool(tags & _DEEDS))

    def makers(self, i: int) -> tuple[Actor, ...]:
        """The states and bodies whose words or deed the noun at ``i`` tells; empty where it tells none as a fact."""
        if self._is_taken_back(i):
            return ()
        return (self._said(i) if self.tags[i] & SPEECH_NOUNS else ()) or self._done(i)

    def _is_taken_back(self, i: int) -> bool:
        """True for "dropped its veto" and "the protest was withdrawn"."""
        words, head = self.words, self.words.heads[i]
        return words.deps[i] in ("dobj", "nsubjpass") and words.lemmas[head] in _TAKES_BACK

    def _said(self, i: int) -> tuple[Actor, ...]:
        """Those whose words a noun of speech tells, where the sentence makes something of them."""
        words = self.words
        head, dep = words.heads[i], words.deps[i]
        prominent = (
            (dep == "dobj" and words.lemmas[head] in _DRAWS)
            or dep in ("nsubj", "nsubjpass")
            or (dep in ("pobj", "conj") and words.lowers[head] in _AROUND)
        )
        if dep == "ROOT" or words.lemmas[i] in _ADHERENTS or not (prominent or self._tells_what(i)):
            return ()
        actors = tuple(actor for actor in self.parties.owner(i) if speaks_for_state(actor))
        if dep == "dobj" and words.lemmas[head] in _DRAWS:
            actors = self._drawn_from(i) or self._drawn_from(head) or actors or made_by(words, self.parties, i)
        elif not actors and (dep == "dobj" or words.lemmas[head] in _COMES):
            actors = self._drawn_from(head)
        if not actors and (dep == "pobj" or words.lemmas[head] in HOLDING):
            actors = made_by(words, self.parties, i)
        actors = actors or self._drawn_from(i)
        told = not actors or not words.is_verb(head) or self.standing.is_fact(head)
        return actors if told else ()

    def _done(self, i: int) -> tuple[Actor, ...]:
        """What a noun of doing tells of its owner, unless it is only asked for or feared."""
        words = self.words
        if not self.tags[i] & _DEEDS or not any(words.lowers[c] in _DONE_TO for c in words.kids(i, "prep")):
            return ()
        made = self.parties.maker(i) or self.parties.maker(words.first_conjunct(i))
        actors = tuple(actor for actor in made if speaks_for_state(actor))
        head = words.heads[words.heads[i]] if words.deps[i] == "pobj" else words.heads[i]
        undone = actors and (self.tags[head] & _UNDONE or (words.is_verb(head) and not self.standing.is_fact(head)))
        return () if undone else actors

    def _tells_what(self, noun: int) -> bool:
        """True for "a call by Japan for talks", "Japan's threat to quit"; not for "Japan's concerns"."""
        words = self.words
        if words.kids(noun, "acl", "ccomp", "xcomp", "agent", "advcl"):
            return True
        return any(words.lowers[c] in _AIMED for c in words.kids(noun, "prep"))

    def _drawn_from(self, head: int) -> tuple[Actor, ...]:
        """Japan in "has drawn anger from Japan" and "outrage in Tokyo", where the preposition hangs on ``head``."""
        words = self.words
        places = [
            o
            for p in words.kids(head, "prep")
            for o in words.kids(p, "pobj")
            if words.lowers[p] == "from" or (words.lowers[p] == "in" and self.parties.is_capital(o))
        ]
        return tuple(actor for o in places for actor in self.parties.joint_actors(o) if speaks_for_state(actor))
