"""Who the words of a passage stand for: the doer of a predicate and those it is aimed at."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from dashboard.language import syntax
from dashboard.language.mentions import mentions_by_token
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words
from dashboard.records import Actor, Mention
from dashboard.vocabulary.bodies import load_bodies
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import load_roles
from dashboard.vocabulary.word_sets import word_set

WE = frozenset({"we", "i", "us", "our", "ours", "my", "me", "ourselves", "myself"})
#: Before these a country is where something happens.
_WHERE = frozenset({"in", "at", "near", "around", "outside", "inside", "across", "throughout", "within"})
_SIDES = ("compound", "amod", "nmod", "poss")
_MAKERS = frozenset({"of", "for", "from", "by", "at"})
_NO_STATE = frozenset({"media", "people"})
#: Roles of bodies that speak for nobody but themselves, whatever their country.
_PRIVATE = frozenset({"NGO", "BUS", "PTY", "EDU", "JRN", "HLH", "REB", "SEP", "CRM", "PRM", "OPP"})
#: The same, said of many by what they do.
_TRADES = frozenset({"BUS", "AGR", "LAB", "EDU", "CVL", "JRN", "MED"})
_AT_HOME = word_set("at_home")
_OF_THE_STATE = frozenset({"state", "state-owned", "state-run", "government", "public", "national"})
#: Who is no longer, or not yet, or not at all in office speaks for no state: "former", "ex-", "opposition".
_OUT_OF_OFFICE = (
    "former ", "ex-", "ex ", "onetime ", "one-time ", "retired ", "ousted ", "deposed ", "exiled ", "jailed ",
)  # fmt: skip
_NO_OFFICE = word_set("no_office")
#: Words for the two of a quarrel, also where no number stands with them.
QUARREL = frozenset({"side", "party", "neighbour", "neighbor", "rival", "protagonist", "antagonist", "belligerent"})
STATES = frozenset({"country", "nation", "state", "government", "actor"})
#: Words for several who act together, before "of" and a list.
_GROUPS = frozenset({"trio", "quartet", "foursome", "quintet", "duo", "pair", "troika", "group", "axis", "alliance"})
#: Names for the same few states, which each act.
_CALLED_AS_ONE = dict.fromkeys(("e3", "eu3", "e-3", "eu-3"), ("GB", "FR", "DE"))
_REGIONS = {"BALTIC": ("EE", "LV", "LT")}
_PEOPLE = frozenset({"man", "woman", "capital", "camp", "foe", "enemy", "statesman", "giant"})


class Parties:
    """Who is mentioned where in one passage."""

    def __init__(
        self, passage: Passage, words: Words, mentions: tuple[Mention, ...], tags: Sequence[frozenset[str]]
    ) -> None:
        self.words, self._tags = words, tags
        self.at = mentions_by_token(passage, mentions)

    def actors(self, head: int, depth: int = 0) -> tuple[Actor, ...]:
        """Those who act or are addressed where the phrase of ``head`` stands; empty when it names a thing."""
        listed = self._listed(head, depth)
        if listed:
            return listed
        mention = self.at.get(head)
        if mention is not None and mention.actors:
            if mention.form == "nationality" and not self._people(head):
                return ()
            placed = tuple(each for actor in mention.actors if actor.country for each in _members(actor))
            if placed:
                return self._all_of(head, depth) or placed
        words = self.words
        if words.lowers[head] in _CALLED_AS_ONE:
            return states_called(_CALLED_AS_ONE[words.lowers[head]])
        if depth > 3 or words.pos[head] not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            return ()
        if self.is_official(head) or (mention is not None and any(a.kind == "person" for a in mention.actors)):
            return self._of_official(head, depth)
        if words.lemmas[head] in ("one", "some", "many", "most", "several", "all", "both", "member", "each"):
            return self._of_official(head, depth)
        return ()

    def _listed(self, head: int, depth: int) -> tuple[Actor, ...]:
        """The states that a list names behind a word for them: "four states, Chad, Mali, Niger and Togo"."""
        words = self.words
        if words.lemmas[head] in _GROUPS:
            links = [p for p in words.kids(head, "prep") if words.lowers[p] == "of"]
            firsts = [o for p in links for o in words.kids(p, "pobj")]
        elif words.tags[head] == "NNS" and depth < 3 and (self.is_official(head) or words.lemmas[head] in QUARREL):
            firsts = words.kids(head, "appos")
        else:
            return ()
        joints = [joint for first in firsts for joint in words.conjuncts(first)]
        if len(joints) < 2 or not all(joint in self.at for joint in joints):
            return ()
        found = tuple(actor for joint in joints for actor in self.actors(joint, depth + 1))
        return found if len(codes(found)) > 1 else ()

    def _all_of(self, head: int, depth: int) -> tuple[Actor, ...]:
        """Every country of "the leaders of Chad, Mali and Niger"; empty where there are not several."""
        words = self.words
        if words.tags[head] != "NNS" or depth > 3 or not self.is_official(head):
            return ()
        after = [o for p in words.kids(head, "prep") if words.lowers[p] == "of" for o in words.kids(p, "pobj")]
        found = tuple(a for noun in after for joint in words.conjuncts(noun) for a in self.actors(joint, depth + 1))
        return found if len(codes(found)) > 1 else ()

    def _people(self, head: int) -> bool:
        return self.words.deps[head] not in _SIDES or self.is_official(self.words.heads[head])

    def _of_official(self, head: int, depth: int) -> tuple[Actor, ...]:
        words = self.words
        sides = [child for child in words.children[head] if words.deps[child] in (*_SIDES, "appos")]
        for child in sorted(sides, key=lambda c: words.deps[c] == "appos"):
            found = self.named(child)
            if found:
                return tuple(a for joint in words.conjuncts(child) for a in self.named(joint))
        for child in words.children[head]:
            if words.deps[child] == "prep" and words.lowers[child] in (*_MAKERS, "in"):
                for noun in words.kids(child, "pobj"):
                    found = tuple(a for joint in words.conjuncts(noun) for a in self.actors(joint, depth + 1))
                    if found:
                        return found
        return ()

    def named(self, i: int) -> tuple[Actor, ...]:
        """The actors with a country that the very word at ``i`` names, also as an adjective, or its own owner."""
        mention = self.at.get(i)
        if mention is not None:
            placed = tuple(actor for actor in mention.actors if actor.country)
            if placed:
                return placed
        words = self.words
        for child in words.children[i]:
            if words.deps[child] in _SIDES and child in self.at:
                return tuple(actor for actor in self.at[child].actors if actor.country)
        return ()

    def owner(self, noun: int) -> tuple[Actor, ...]:
        """Those to whom a noun belongs: "Japan's protest", "the Japanese protest", "criticism from Japan"."""
        words = self.words
        for child in words.children[noun]:
            if words.deps[child] in _SIDES:
                found = tuple(a for joint in words.conjuncts(child) for a in self.named(joint))
                if found:
                    return found
        for child in words.children[noun]:
            if words.deps[child] in ("prep", "agent") and words.lowers[child] in ("by", "from"):
                for noun_after in words.kids(child, "pobj"):
                    return tuple(a for joint in words.conjuncts(noun_after) for a in self.actors(joint))
        return ()

    def maker(self, noun: int) -> tuple[Actor, ...]:
        """Those who do what a noun tells: "Japan's recall of its envoy", "the recall by Japan"; not "from Japan"."""
        words = self.words
        by = any(words.lowers[c] == "by" for c in words.children[noun])
        owned = any(words.deps[c] in _SIDES and self.named(c) for c in words.children[noun])
        return self.owner(noun) if by or owned else ()

    def joint_actors(self, head: int) -> tuple[Actor, ...]:
        """The actors of ``head`` and of what is joined to it by "and", each country once."""
        found: dict[str, Actor] = {}
        for joint in self.words.conjuncts(head):
            for actor in self.actors(joint):
                found.setdefault(actor.country, actor)
        return tuple(found.values())

    def is_person(self, head: int) -> bool:
        """True for an office holder whose country is not known: "Prime Minister X"."""
        mention = self.at.get(head)
        return mention is not None and mention.form == "office"

    def is_official(self, head: int) -> bool:
        """True for words such as "government" or "army", of whichever country."""
        return "OFFICIAL" in self._tags[head]

    def is_text(self, head: int) -> bool:
        """True for a statement, communique or the like, whose maker speaks through it."""
        return "TEXT" in self._tags[head]

    def is_capital(self, i: int) -> bool:
        """True for a town that stands for its government."""
        held = self.at.get(i)
        return held is not None and held.form == "metonym" and all(is_state(a.country) for a in held.actors)

    def is_judgement(self, head: int) -> bool:
        """True for "breach" or "farce": what others call a deed."""
        return "BAD" in self._tags[head]

    def speaks_for_no_state(self, head: int | None) -> bool:
        """True when experts, analysts or the like speak: what they foresee is nobody's act."""
        return head is not None and "OBSERVER" in self._tags[head]

    def is_pair(self, i: int) -> bool:
        """True for "both nations", "the two", "the pair", and for "the sides" without a name."""
        words, lower = self.words, self.words.lowers[i]
        beside = {words.lowers[c] for c in words.children[i]}
        if lower in ("both", "two"):
            return not words.children[i] or (lower == "two" and beside <= {"the"})
        if words.tags[i] != "NNS":
            return lower == "pair" and "the" in beside and "of" not in beside
        if not (self.is_official(i) or words.lemmas[i] in QUARREL | STATES | _PEOPLE):
            return False
        return bool(beside & {"both", "two"}) or (words.lemmas[i] in QUARREL and "the" in beside)

    def is_each(self, i: int) -> bool:
        """True for "each" and "each side", "neither government": one and the other."""
        words = self.words
        if words.lowers[i] in ("each", "neither"):
            return not words.children[i]
        beside = {words.lowers[c] for c in words.children[i]}
        return words.lemmas[i] in QUARREL | STATES and bool(beside & {"each", "neither"})

    def where(self, i: int) -> bool:
        """True when the words at ``i`` only say where something is."""
        words = self.words
        return words.deps[i] == "pobj" and words.lowers[words.heads[i]] in _WHERE


def _members(actor: Actor) -> tuple[Actor, ...]:
    """The states of a region that has few and that act as one; else the actor itself."""
    return states_called(_REGIONS[actor.country]) if actor.country in _REGIONS else (actor,)


def states_called(found: Iterable[str]) -> tuple[Actor, ...]:
    """The states with these codes, by their names."""
    return tuple(Actor(load_countries()[code].name, "country", code, "", "text") for code in found)


def codes(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The country codes of ``actors``, each once, in order."""
    return tuple(dict.fromkeys(actor.country for actor in actors if actor.country and actor.kind != "media"))


def speaks_for_state(actor: Actor) -> bool:
    """True for governments, officials and international bodies.

    Not for firms, charities, parties, press or rebels, and not for those who were in office once or never.
    """
    if not actor.country or actor.kind in _NO_STATE or _is_out_of_office(actor.role.lower()):
        return False
    if actor.kind not in ("body", "group"):
        return True
    return _private_bodies().get(actor.name.removeprefix("The ")) is None and not _is_of_private_people(actor.role)


def acts_at_home(actor: Actor) -> bool:
    """True for courts, police, a lawmaker alone and a candidate: what they say is no word of their state."""
    return any(not _AT_HOME.isdisjoint(text.lower().split()) for text in (actor.role, actor.name))


def _is_of_private_people(role: str) -> bool:
    """True for "lumber companies", "farmers": many of a trade; not for "state companies" and a firm with a name."""
    words = role.lower().split()
    head = load_roles().heads.get(words[-1]) if words else None
    return head is not None and head.is_plural and head.code in _TRADES and _OF_THE_STATE.isdisjoint(words)


def _is_out_of_office(role: str) -> bool:
    """True for "former US National Security Adviser" and "opposition leader"."""
    return role.startswith(_OUT_OF_OFFICE) or not _NO_OFFICE.isdisjoint(role.split())


@functools.cache
def _private_bodies() -> dict[str, str]:
    return {name: body.role for body in load_bodies() for name in (body.name, *body.aliases) if body.role in _PRIVATE}


def subject_of(words: Words, i: int, felt: bool = False) -> int | None:
    """The head token of who does ``i``, or feels it ("was concerned"); None for a passive without a doer."""
    if words.tags[i] == "VBN" and words.deps[i] == "advcl" and not words.kids(i, "nsubj", "aux"):
        return syntax.agent(words, i)
    if words.deps[i] == "acl" and words.tags[i] in ("VBD", "VBZ", "VBP") and not words.kids(i, "nsubj", "nsubjpass"):
        return words.heads[i]
    found = syntax.subject(words, i)
    if felt and syntax.is_passive(words, i) and not words.kids(i, "agent"):
        return syntax.patient(words, i)
    return found
