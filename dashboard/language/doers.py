"""Who does what a verb tells: its subject, those beside it, and whoever acts where no subject says it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.language import syntax
from dashboard.language.chains import OWN
from dashboard.language.company import companions
from dashboard.language.documents import is_document, makers_of
from dashboard.language.factuality import JUDGED, Standing
from dashboard.language.memory import Memory
from dashboard.language.parties import Parties, codes, speaks_for_state, subject_of
from dashboard.language.sets import PAIR, pointed
from dashboard.language.syntax import Words
from dashboard.records import Actor, Quote
from dashboard.vocabulary.countries import is_state

#: What an envoy is told to do by the state that sent him.
_HOMEWARD = frozenset({"come", "return", "fly", "report"})
#: What no state does to its own envoys.
_AT_OTHERS = frozenset({"SUMMON", "EXPEL"})
#: What a state imposes on others or gives them, and what it alone does about it.
_MEASURES = frozenset({"SANCTION", "MEASURE", "AID"})
_ON_MEASURES = frozenset({"LIFT", "CUT", "BAN", "IMPOSE"})
_AIMED = frozenset({"on", "against", "to", "for", "from", "over", "towards", "toward"})


@dataclass(frozen=True, slots=True)
class Doers:
    """Those who act in one passage, which begins at ``start`` in the article's text."""

    start: int
    standing: Standing
    quotes: list[Quote]
    memory: Memory
    words: Words
    tags: list[frozenset[str]]
    parties: Parties

    def of_verb(self, i: int) -> tuple[Actor, ...]:
        """Those who do, say or feel what verb ``i`` tells; empty where nobody is known."""
        words = self.words
        done = self._to_be_done(i)
        if done is not None:
            doer = syntax.agent(words, done)
            return self.of(doer) if doer is not None else ()
        subject = self._stirred(i)
        if subject is None:
            subject = self._called_home(i)
        if subject is None:
            above = self.standing.resumed(i) if words.deps[i] == "conj" else None
            subject = subject_of(words, i if above is None else above, felt="FELT" in self.tags[i])
        measure = self._measure(i) if subject is None else None
        if measure is not None:
            return self.parties.owner(measure)
        decision = self.standing.decision(words.first_conjunct(i))
        if decision is not None:
            return self.parties.maker(decision) or made_by(words, self.parties, decision)
        if subject is None:
            return self._unnamed_doers(i)
        return self._all_doers(i, subject) or self._speakers(i)

    def of(self, subject: int) -> tuple[Actor, ...]:
        """The states and bodies for which the subject with its head at ``subject`` acts."""
        actors = self._pointed_at(subject) or self.parties.joint_actors(subject)
        if self._is_one_and_other(subject):
            pair = self.memory.sets.of(self.words, subject, self._place(subject))
            met = actors if len(actors) == PAIR and all(a.kind in ("person", "unnamed") for a in actors) else ()
            actors = self._named_before(subject) or pair or met or self.memory.both() or actors
        if is_document(self.words, self.parties, subject) and self.words.lemmas[self.words.heads[subject]] != "follow":
            actors = makers_of(self.words, self.parties, subject) or actors or self._made_before(subject)
        elif not actors and self.parties.is_text(subject):
            actors = self.parties.owner(subject)
        public = self.parties.is_official(subject)
        return tuple(a for a in actors if speaks_for_state(a) and (public or a.kind != "unnamed"))

    def _all_doers(self, verb: int, subject: int) -> tuple[Actor, ...]:
        """Those for whom the subject acts, and those who do the same beside it."""
        found = {actor.country: actor for actor in self.of(subject)}
        pair = len(found) > 1 and self._is_one_and_other(subject)
        if found and (pair or self.tags[verb] & _AT_OTHERS):
            # "A Russian draft was brushed aside by the two": Russia is none of the two.
            # "Chad is sending its envoy back": its own envoy is not hurt.
            objects = [o for o in syntax.objects_of(self.words, verb) if not self._is_own(o)]
            hurt = {code for o in objects for code in self._of_whom(o)}
            found = {code: actor for code, actor in found.items() if code not in hurt}
        for other in companions(self.words, verb, subject):
            for actor in self.parties.actors(other):
                if speaks_for_state(actor):
                    found.setdefault(actor.country, actor)
        return tuple(found.values())

    def _is_own(self, noun: int) -> bool:
        """True for "its envoy"."""
        return any(self.words.lowers[c] in OWN for c in self.words.kids(noun, "poss"))

    def _to_be_done(self, i: int) -> int | None:
        """Expelled in "the envoys are to be expelled by Chad", where ``i`` is "are": the subject does nothing."""
        if self.words.lemmas[i] != "be":
            return None
        return next((c for c in self.words.kids(i, "xcomp") if syntax.is_passive(self.words, c)), None)

    def _of_whom(self, noun: int) -> tuple[str, ...]:
        """The codes of those whose thing or envoy the noun names."""
        return codes((*self.parties.actors(noun), *self.parties.owner(noun)))

    def _stirred(self, i: int) -> int | None:
        """Japan in "angered Japan" and "Japan was angered by": who feels what the verb tells; None for other verbs."""
        if "STIRS" not in self.tags[i]:
            return None
        if syntax.is_passive(self.words, i):
            return syntax.patient(self.words, i)
        return next((o for o in self.words.kids(i, "dobj", "obj") if self.of(o)), None)

    def _called_home(self, i: int) -> int | None:
        """The envoy whose own state acts, where it is not said who called him home: "Chad's envoy was recalled"."""
        words, tags = self.words, self.tags
        if not tags[i] & {"RECALL", "ORDER"} or not syntax.is_passive(words, i) or syntax.agent(words, i) is not None:
            return None
        told_home = any(words.lemmas[c] in _HOMEWARD for c in words.kids(i, "xcomp"))
        envoy = syntax.patient(words, i)
        if envoy is None or "COMPLAINT_OBJ" not in tags[envoy] or not (told_home or "RECALL" in tags[i]):
            return None
        return envoy

    def _measure(self, i: int) -> int | None:
        """The measure of the state that acts, where nobody else is said to: "EU sanctions on Chad were eased"."""
        words, tags = self.words, self.tags
        if not tags[i] & _ON_MEASURES or not syntax.is_passive(words, i) or syntax.agent(words, i) is not None:
            return None
        measure = syntax.patient(words, i)
        if measure is None or not tags[measure] & _MEASURES or words.pos[measure] != "NOUN":
            return None
        return measure if is_aimed(words, measure) else None

    def _speakers(self, verb: int) -> tuple[Actor, ...]:
        """Who says what ``verb`` introduces, where the subject alone does not tell."""
        said = [q for q in self.quotes if q.cue is not None and verb in self.words.within(q.cue, self.start)]
        return tuple(actor for quote in said[:1] for actor in quote.speakers if speaks_for_state(actor))

    def _unnamed_doers(self, i: int) -> tuple[Actor, ...]:
        """Who does the passive ``i`` that names no agent: "denied in Kiev", "urged in a note of Chad"."""
        words = self.words
        if not syntax.is_passive(words, i):
            return self._speakers(i)
        patient = syntax.patient(words, i)
        hurt = set(codes(self.parties.joint_actors(patient))) if patient is not None else set()
        for link in words.kids(i, "prep"):
            if words.lowers[link] == "to" and hurt and self._is_called_in(i, link):
                callers = tuple(a for o in words.kids(link, "pobj") for a in self.of(o))
                if callers and not hurt & set(codes(callers)):
                    return callers
            if words.lowers[link] != "in":
                continue
            for place in words.kids(link, "pobj"):
                if is_document(words, self.parties, place):
                    makers = makers_of(words, self.parties, place) or self._made_before(place)
                    return makers if not hurt & set(codes(makers)) else ()
                if self.tags[i] & JUDGED and self.parties.is_capital(place):
                    found = self.parties.actors(place)
                    owners = self.parties.owner(patient) if patient is not None else ()
                    return found if not set(codes(found)) & set(codes(owners)) else ()
        doers = self._speakers(i)
        return doers if not hurt & set(codes(doers)) else ()

    def _is_called_in(self, verb: int, to: int) -> bool:
        """True for an envoy who is "called" or "summoned to the foreign ministry"."""
        words = self.words
        called = "SUMMON" in self.tags[verb] or words.lemmas[verb] in ("call", "invite", "bring")
        return called and any(words.lemmas[o] == "ministry" for o in words.kids(to, "pobj"))

    def _pointed_at(self, i: int) -> tuple[Actor, ...]:
        """The states of the list to which "the three", "the allies" point back."""
        number = pointed(self.words, i)
        if number is None or number == PAIR:
            return ()
        named = self._named_before(i, number) if number else ()
        return named or self.memory.sets.of(self.words, i, self._place(i))

    def _made_before(self, i: int) -> tuple[Actor, ...]:
        return self.memory.documents.of(self.words, i, self._place(i))

    def _is_one_and_other(self, i: int) -> bool:
        """True for "each side", "both governments", "the two"; not for "the two Koreas" and "the political parties"."""
        words, parties = self.words, self.parties
        if parties.is_each(i):
            return True
        if not parties.is_pair(i) or words.lemmas[i] in ("man", "woman", "pair") or words.kids(i, "amod"):
            return False
        return not any(c in parties.at and words.pos[c] == "PROPN" for c in words.children[i])

    def _named_before(self, i: int, number: int = PAIR) -> tuple[Actor, ...]:
        """The states that the sentence names before ``i``, if they are ``number``."""
        first, at = self.words.doc[i].sent.start, self.parties.at
        named = (a for t in range(first, i) if t in at and at[t] is not at.get(i) for a in self.parties.named(t))
        found = {actor.country: actor for actor in named if is_state(actor.country) and actor.kind != "unnamed"}
        return tuple(found.values()) if len(found) == number else ()

    def _place(self, i: int) -> int:
        return self.start + self.words.starts[i]


def is_aimed(words: Words, noun: int) -> bool:
    """True for "sanctions on Chad" and "aid to Chad"."""
    return any(words.lowers[c] in _AIMED for c in words.kids(noun, "prep"))


def made_by(words: Words, parties: Parties, i: int) -> tuple[Actor, ...]:
    """Norway in "at the insistence of Norway"."""
    makers = [o for p in words.kids(i, "prep") if words.lowers[p] == "of" for o in words.kids(p, "pobj")]
    return tuple(actor for o in makers for actor in parties.joint_actors(o) if speaks_for_state(actor))
