"""At whom a reaction is aimed: the countries and bodies that its words name, nearest by grammar first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dashboard.language import syntax
from dashboard.language.chains import Chain
from dashboard.language.memory import DRAFT, NAMED_AFTER, PUTS, TEXTS, Memory
from dashboard.language.parties import QUARREL, STATES, Parties, codes, states_called
from dashboard.language.phrase_matches import Hit
from dashboard.language.sets import PAIR, pointed
from dashboard.language.sufferers import find_sufferers, is_by_bands
from dashboard.records import Actor
from dashboard.vocabulary.countries import is_state
from dashboard.vocabulary.word_sets import word_set

_TOWARDS = frozenset({"on", "against", "to", "toward", "towards", "with", "from", "between", "into", "onto"})
_OBJECTS = ("dobj", "dative", "obj", "iobj")
#: Verbs whose object does the same as their subject: "joined Japan in a warning".
_COMPANY = frozenset({"join", "follow", "accompany"})
#: Verbs whose object is the matter and no partner: "discussed Chad with Mali".
_ON_A_MATTER = frozenset({"discuss", "debate", "review", "raise", "broach"})
_BUT = frozenset({"while", "whereas", "although", "though", "but"})
_ASIDE = frozenset({"advcl", "parataxis", "punct", "npadvmod"})
_EVERYONE = frozenset({"everyone", "everybody", "others", "anyone", "anybody", "nobody", "mankind", "humanity"})
#: Parts of the world are no party; the Europeans are their union where the article speaks of it.
VAGUE = frozenset({"AFRICA", "ARAB", "ASIA", "BALTIC", "GULF", "LATAM", "NORDIC"})
_AS_ONE = {"EUROPE": "EU"}
#: Beside these "UN" and the like say whose text it is, not who is meant.
_LAW = frozenset(
    {"resolution", "sanction", "charter", "embargo", "law", "ban"}
    | {"council", "convention", "treaty", "obligation", "watchdog"}
)
_JUDGED = frozenset({"dobj", "nsubj", "nsubjpass", "conj"})
#: The forms of a name that says by itself who owns a thing.
_NAMED = frozenset({"country", "name", "metonym"})
#: How a name hangs on the noun that it is part of.
_INSIDE_NAME = frozenset({"compound", "nmod", "amod"})
#: Verbs whose object listens, and bodies in whose halls states speak of each other.
_TOLD = frozenset({"tell", "inform", "remind", "assure"})
_HALLS = frozenset({"UN", "OSCE", "NATO", "EU", "AFU", "LAS", "OAS", "ASEAN", "OIC", "COMW", "IAEA", "COE"})
_AIMING = word_set("aiming")
#: What these begin says only when or where something was said.
_WHEN = frozenset({"after", "before", "during", "since", "until", "at", "in", "ahead", "following", "amid"})

#: What leads "to" a town where somebody speaks, and not to its government.
_JOURNEYS = frozenset({"visit", "trip", "journey", "tour", "mission", "flight", "travel", "fly", "return", "go"})

#: What a state has or strives for; who has it stands behind "for" or "of".
_STATUS = frozenset({"independence", "statehood", "sovereignty", "secession", "autonomy", "recognition"})

Hint = Literal["owner", "anyone", "frame"]
"""How loosely a sentence names those whom it may aim at."""
_Step = Callable[[int, Chain, set[int]], list[tuple[int, Actor]]]


@dataclass(frozen=True, slots=True)
class Aimed:
    """At whom the words of a passage aim a reaction, and how plainly they say so."""

    codes: tuple[str, ...]
    """In order of mention; empty when the words name nobody else."""
    hint: Hint | None = None
    """How loosely they are named; None where the grammar says that they are meant."""
    hurt: frozenset[str] = frozenset()
    """Those who suffer the deed that is judged."""
    at_everyone: bool = False
    """True where nobody is meant more than another: "all sides", "any state"."""
    of_bands: bool = False
    """True where what is judged is the deed of bands that nobody is said to have done."""


class Targets:
    """Finds at whom one hit aims when ``actor`` reacts; ``offset`` is where the passage starts in the article."""

    def __init__(self, parties: Parties, memory: Memory, offset: int, actor: str, hit: Hit) -> None:
        assert hit.reaction is not None
        self._words, self._parties, self._memory, self._offset = parties.words, parties, memory, offset
        self._actor, self._partner_codes = actor, codes(hit.start.actors)
        self._start, self._chain, self._condition = hit.start.token, hit.chain, hit.condition
        self._aim, self._must_name = hit.reaction.targets, hit.reaction.needs_target == "named"
        self._with, self._judged = self._aim in ("with", "beside"), self._aim == "doer"
        self._opposed: frozenset[int] = frozenset()
        """The words that stand for others than targets."""
        self._at_everyone = False

    def find(self) -> Aimed:
        """The targets by the first step of grammar that finds any."""
        start, chain, region = self._start, self._chain, self._asked()
        self._opposed = self._not_meant(region)
        suffering = self._suffering(region) if self._judged else frozenset()
        self._opposed |= suffering
        hurt = frozenset(codes(a for i in suffering & self._parties.at.keys() for a in self._parties.named(i)))
        of_bands = self._judged and self._is_of_bands(start, chain)
        if self._mutual(region):
            partners = tuple(code for code in self._partner_codes if code != self._actor)
            return Aimed(partners, None, hurt, self._at_everyone, of_bands)
        for step in self._steps():
            near = step(start, chain, region)
            if found := self._others(near):
                return Aimed(found, self._hint(step, start, near), hurt, self._at_everyone, of_bands)
        return Aimed((), None, hurt, self._at_everyone, of_bands)

    def _asked(self) -> set[int]:
        """The words in which targets are looked for; near the predicate only where it must name them itself."""
        region = set(self._region(self._start, self._chain))
        return region & self._close({node.token for node in self._chain}) if self._must_name and self._with else region

    def _not_meant(self, region: set[int]) -> frozenset[int]:
        """What stands after "against" in what is done together, and those with whom the actor acts in all else."""
        if self._with:
            return self._against(region)
        return self._companions(self._chain) if self._aim != "any" else frozenset()

    def _suffering(self, region: set[int]) -> frozenset[int]:
        """Those who suffer the deed that is judged, who are not at fault."""
        subject = syntax.subject(self._words, self._start)
        return find_sufferers(self._words, region | set(self._words.subtree(subject) if subject is not None else ()))

    def _steps(self) -> tuple[_Step, ...]:
        """Where targets are looked for, nearest by grammar first."""
        last: tuple[_Step, ...] = (self._anyone, self._conditional, self._in_frame)
        if self._must_name:
            last = (self._anyone,) if self._aim == "object" else ()
        match self._aim:
            case "doer":
                return (self._other, self._objects, self._owners, self._towards, *last)
            case "object":
                return (self._other, self._objects, self._towards, self._owners, *last)
            case "with":
                return (self._other, self._objects, self._together, self._partners, self._owners, *last)
            case "beside":
                return (self._other, self._objects, self._together, self._owners)
            case "any":
                return (self._owners, self._objects, self._towards, self._partners, *last)

    def _hint(self, step: _Step, start: int, near: list[tuple[int, Actor]]) -> Hint | None:
        """How loosely ``step`` found those ``near``; None for "Chad's raid" and for a country named beside it."""
        at, first = self._parties.at, near[0][0]
        if step == self._anyone:
            return None if at[first].form in ("country", "metonym") else "anyone"
        if step == self._owners:
            return None if self._is_plainly_owned(first, start) else "owner"
        return "frame" if step == self._in_frame else None

    def _is_plainly_owned(self, noun: int, start: int) -> bool:
        """True for "Chad's raid", and for "the Chadian raid" right beside what is told of it."""
        words, at = self._words, self._parties.at
        forms = {(words.deps[c], at[c].form) for c in words.children[noun] if c in at}
        if any(dep == "poss" and form in _NAMED for dep, form in forms):
            return True
        above = words.heads[noun]
        if self._parties.where(noun):
            return False
        return ("amod", "nationality") in forms and start in (above, words.heads[above])

    def _close(self, chain: set[int]) -> set[int]:
        """The words of the chain and those that hang on them, a preposition apart."""
        words = self._words
        below = {c for i in chain for c in words.children[i]}
        shared = {p for i in below if words.deps[i] in _OBJECTS for p in words.kids(i, "prep")}
        below |= {p for p in shared if words.lowers[p] in ("with", "between")}
        objects = {o for i in below if words.deps[i] == "prep" for o in words.children[i]}
        joints = {j for i in below | objects for j in words.conjuncts(i)}
        return chain | below | objects | joints | {c for j in joints for c in words.children[j]}

    def _mutual(self, region: set[int]) -> bool:
        """True for "each other", "one another" and "traded accusations"."""
        words, lowers = self._words, self._words.lowers
        if any(words.lemmas[i] in ("trade", "swap", "exchange") and words.is_verb(i) for i in region):
            return True
        if any(lowers[i] in ("other", "another") and i and lowers[i - 1] in ("each", "one") for i in region):
            return True
        # "each accused the other"
        alone = (i for i in region if lowers[i] == "other" and words.deps[i] in ("dobj", "pobj", "nsubj"))
        return len(self._partner_codes) == 2 and any(lowers[i - 1] == "the" for i in alone)

    def _against(self, region: set[int]) -> frozenset[int]:
        """What stands after "against": no partner is found there."""
        words = self._words
        return frozenset(t for i in region if words.lowers[i] == "against" for t in words.subtree(i))

    def _is_of_bands(self, start: int, chain: Chain) -> bool:
        """True where what is judged is the deed of bands that nobody is said to have done: "a bomb attack in Oslo"."""
        words = self._words
        tokens = {start, *(node.token for node in chain)}
        objects = {o for i in tokens if words.is_verb(i) for o in syntax.objects_of(words, i)}
        subject = syntax.subject(words, start)
        about = tokens | objects | ({subject} if subject is not None else set())
        deeds = [i for i in about if words.deps[i] in _JUDGED and words.pos[i] == "NOUN" and is_by_bands(words, i)]
        return bool(deeds) and not any(self._owner(i) for i in deeds)

    def _companions(self, chain: Chain) -> frozenset[int]:
        """Those whom the actor joins or follows in what it does: no target is found among them."""
        words = self._words
        verbs = [n.token for n in chain if words.lemmas[n.token] in _COMPANY and words.is_verb(n.token)]
        joined = [o for v in verbs for o in words.kids(v, *_OBJECTS) if self._parties.actors(o)]
        return frozenset(t for o in joined for t in words.subtree(o))

    def _others(self, found: list[tuple[int, Actor]]) -> tuple[str, ...]:
        ordered = [actor for i, actor in sorted(found, key=lambda each: each[0]) if i not in self._opposed]
        own = () if self._with else self._partner_codes
        as_one = _AS_ONE if self._memory.speaks_of("EU") else {}
        members = (m for code in codes(ordered) for m in self._members(code))
        parties = dict.fromkeys(as_one.get(code, code) for code in members)
        return tuple(code for code in parties if code not in (self._actor, *own) and code not in VAGUE)

    def _region(self, start: int, chain: Chain) -> Iterator[int]:
        """The tokens that belong to what the chain tells: not its subject, not clauses beside it."""
        words = self._words
        inside = {node.token for node in chain}
        subject = syntax.subject(words, start)
        queue = [start]
        while queue:
            here = queue.pop()
            yield here
            for child in words.children[here]:
                if child in inside or (
                    child not in (subject, self._condition) and not self._beside(child, here == start)
                ):
                    queue.append(child)

    def _beside(self, i: int, at_start: bool) -> bool:
        """True for what hangs on a verb and is no part of what it tells."""
        words, dep = self._words, self._words.deps[i]
        if (
            dep in _ASIDE
            or self._after_break(i)
            or (dep == "agent" and at_start)
            or words.lowers[i] in ("amid", "amidst", "despite")
        ):
            return True
        return self._is_absolute(i) or (dep == "conj" and words.pos[i] in ("VERB", "AUX"))

    def _is_absolute(self, i: int) -> bool:
        """True for ", with Ankara refusing to trade": what else goes on at the time."""
        words = self._words
        if words.deps[i] != "prep" or words.lowers[i] != "with" or words.lowers[i - 1] != ",":
            return False
        if any(words.kids(c, "nsubj", "nsubjpass") for c in words.kids(i, "pcomp")):
            return True
        return any(words.tags[c] == "VBG" for o in words.kids(i, "pobj") for c in words.kids(o, "acl"))

    def _after_break(self, i: int) -> bool:
        """True for a clause that a semicolon parts from its head."""
        lowers, head = self._words.lowers, self._words.heads[i]
        return self._words.is_verb(i) and ";" in lowers[min(head, i) : max(head, i)]

    def _pairs(self, tokens: list[int]) -> list[tuple[int, Actor]]:
        joints = [joint for token in tokens for joint in self._words.conjuncts(token)]
        return [(joint, actor) for joint in joints for actor in self._actors(joint)]

    def _actors(self, i: int) -> tuple[Actor, ...]:
        """Those whom the word at ``i`` names; for "both nations" the two of the article, whoever reacts left out."""
        found = self._listed(i) or self._parties.actors(i)
        if self._is_own_group(i, found):
            return ()
        if not found and self._is_everyone(i):
            self._at_everyone = True
            return ()
        if self._parties.is_pair(i) and (self._memory.sides or not found or self._actor in codes(found)):
            return self._memory.pair(self._actor) or found
        return found

    def _listed(self, i: int) -> tuple[Actor, ...]:
        """The states of the list to which "the three", "the allies" point back."""
        place, number = self._offset + self._words.doc[i].idx, pointed(self._words, i)
        return self._memory.sets.of(self._words, i, place) if number is not None and number != PAIR else ()

    def _members(self, code: str) -> tuple[str, ...]:
        """The states of a region that the article names; else the party itself."""
        return self._memory.members(code, self._actor) if code in VAGUE else (code,)

    def _is_own_group(self, i: int, found: tuple[Actor, ...]) -> bool:
        """True for "they", "themselves" and "their ambassadors" of several who react: none of them is the target."""
        if len(found) < 2 or self._actor not in codes(found):
            return False
        held = self._parties.at
        return any(c in held and held[c].form == "pronoun" for c in (i, *self._words.kids(i, "poss")))

    def _is_everyone(self, i: int) -> bool:
        """True for "everyone", "others", "all sides", "any state": nobody is meant more than another."""
        words, lower = self._words, self._words.lowers[i]
        beside = {words.lowers[c] for c in words.children[i]}
        if lower in _EVERYONE:
            return True
        return bool(beside & {"all", "any", "every"}) and words.lemmas[i] in QUARREL | STATES and "of" not in beside

    def _other(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        return self._pairs([node.token for node in chain if "OTHER" in node.tags][:1])

    def _objects(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        words = self._words
        found: list[int] = []
        for node in chain:
            i = node.token
            if words.pos[i] in ("VERB", "AUX") and not (self._with and words.lemmas[i] in _ON_A_MATTER):
                found += [each for each in words.kids(i, *_OBJECTS) if not self._is_hall(each)]
                if syntax.is_passive(words, i):
                    patient = syntax.patient(words, i)
                    found += [patient] if patient is not None else []
        return self._pairs(found)

    def halls(self, start: int) -> frozenset[str]:
        """The bodies in whose halls the sentence of ``start`` says that something was told."""
        sentence = self._words.doc[start].sent
        here = [i for i in self._parties.at if sentence.start <= i < sentence.end and self._is_hall(i)]
        told = [i for i in here if self._words.lemmas[self._words.heads[i]] == "tell"]
        return frozenset(actor.country for i in told for actor in self._parties.actors(i))

    def _is_hall(self, i: int) -> bool:
        """True for "told the Security Council that ...": the body is where it is said, not at whom it is aimed."""
        words, verb = self._words, self._words.heads[i]
        if words.lemmas[verb] not in _TOLD or not words.kids(verb, "ccomp"):
            return False
        heard = self._parties.actors(i)
        return bool(heard) and all(actor.country in _HALLS for actor in heard)

    def _towards(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        words = self._words
        found = [
            i for i in region if words.deps[i] == "pobj" and self._link(i) in _TOWARDS and not self._parties.where(i)
        ]
        # "Called on Chad to apologise to Mali": what hangs on the verb itself comes first.
        near = self._pairs([i for i in found if words.heads[words.heads[words.first_conjunct(i)]] == start])
        return near if self._others(near) else self._pairs(found)

    def _together(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        """Partners: like ``_towards``, but not the matter one talks about; else those where one arrives."""
        words = self._words
        found = [each for each in self._towards(start, chain, region) if self._link(each[0]) != "on"]
        partners = [each for each in found if self._link(each[0]) == "with"]
        arrived = [p for n in chain if words.lemmas[n.token] == "arrive" for p in words.kids(n.token, "prep")]
        return partners or found or self._pairs([o for p in arrived for o in words.kids(p, "pobj")])

    def _conditional(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        """Who would have to act for the condition to come true, and with whom."""
        if self._condition is None:
            return []
        words = self._words
        doer = syntax.subject(words, self._condition)
        partners = [
            i
            for i in words.subtree(self._condition)
            if words.deps[i] == "pobj" and words.lowers[words.heads[i]] in ("with", "between")
        ]
        return self._pairs(([doer] if doer is not None else []) + partners)

    def _link(self, i: int) -> str:
        return self._words.lowers[self._words.heads[self._words.first_conjunct(i)]]

    def _owners(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        """Whose deed or thing it is: the owners of the nouns nearest to the predicate that have or had one."""
        level = [start]
        while level:
            nouns = [i for i in level if self._words.pos[i] == "NOUN" or self._is_a_doer(i)]
            found = [each for i in nouns for each in self._owner(i)]
            if self._others(found):
                return found
            level = [child for i in level for child in self._words.children[i] if child in region]
        return []

    def _is_a_doer(self, i: int) -> bool:
        """True for a name, unless it only says where: "met in New York"."""
        return self._words.pos[i] == "PROPN" and not self._parties.where(i)

    def _owner(self, i: int) -> list[tuple[int, Actor]]:
        ends = self._between(i)
        if ends:
            return ends
        lemma = self._words.lemmas[i]
        if lemma in _STATUS:
            links = [p for p in self._words.kids(i, "prep") if self._words.lowers[p] in ("for", "of", "to")]
            held = self._pairs([o for p in links for o in self._words.kids(p, "pobj")])
            if held:
                return held
        if lemma in TEXTS:
            # "a motion tabled by Norway"
            verbs = [verb for verb in self._words.kids(i, "acl", "relcl") if self._words.lemmas[verb] in PUTS]
            makers = self._pairs([doer for verb in verbs if (doer := syntax.agent(self._words, verb)) is not None])
            if makers:
                return makers
        found = [(i, actor) for actor in self._parties.owner(i) if lemma not in _LAW or len(actor.country) == 2]
        states = [(i, a) for i, a in found if lemma not in _LAW or a.country != "UN"]
        is_text = lemma in TEXTS and self._is_that_text(i)
        if (
            states
            or ((self._with or lemma in TEXTS) and not is_text)
            or self._words.pos[i] != "NOUN"
            or self._parties.is_judgement(i)
        ):
            return states
        place = self._offset + self._words.doc[i].idx
        return [(i, actor) for actor in self._memory.doer(place, DRAFT if is_text else lemma, self._actor)]

    def _is_that_text(self, i: int) -> bool:
        """True for "the draft", "this resolution"; not for one that is described here for the first time."""
        words = self._words
        known = any(words.lowers[c] in ("the", "this", "that", "such") for c in words.kids(i, "det"))
        return known and not words.kids(i, "acl", "relcl", "ccomp", "prep")

    def _names_a_text(self, i: int) -> bool:
        """True for "UN" in "the UN charter" and "Vienna" in "the Vienna convention"."""
        head = self._words.heads[i]
        return head != i and self._words.lemmas[head] in _LAW | NAMED_AFTER and self._words.deps[i] in _INSIDE_NAME

    def _between(self, noun: int) -> list[tuple[int, Actor]]:
        """Both ends of "exports from Iran to Syria", "a deal between Iran and Syria"."""
        words = self._words
        links = {words.lowers[c]: c for c in words.kids(noun, "prep")}
        if "between" in links:
            return self._pairs(words.kids(links["between"], "pobj"))
        inside = words.subtree(noun)
        ends = [c for c in inside if words.lowers[c] in ("from", "to") and words.deps[c] in ("prep", "aux")]
        if [words.lowers[c] for c in ends] != ["from", "to"]:
            return []
        return self._pairs([o for c in ends for o in words.kids(c, "pobj")])

    def _partners(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        return [(0, state) for state in states_called(self._partner_codes)]

    def _in_frame(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        """Whoever the verbs above name beside the statement: "said of Iran", "in a message to Washington"."""
        words = self._words
        found: list[tuple[int, Actor]] = []
        here = start
        while words.heads[here] != here:
            if words.deps[here] == "advcl" and any(words.lowers[m] in _BUT for m in words.kids(here, "mark")):
                break
            if words.deps[here] == "conj" and words.kids(here, "nsubj", "nsubjpass"):
                break
            here = words.heads[here]
            if words.is_verb(here):
                inside = [t for p in words.kids(here, "prep") for t in words.subtree(p) if t not in region]
                inside = [t for t in inside if not self._is_aside(t, here) and not self._is_venue(t)]
                found += [(t, a) for t in inside if t in self._parties.at for a in self._parties.named(t)]
                doer = syntax.subject(words, here) if self._judged and not found else None
                speakers = self._pairs([doer]) if doer is not None else []
                found += speakers if self._actor not in codes(a for _, a in speakers) else []
        return [(t, a) for t, a in found if a.country not in ("UN", *self._partner_codes)]

    def _is_venue(self, i: int) -> bool:
        """True for a town where something is said or done: "in Geneva", "on a visit to Tallinn"."""
        held, words = self._parties.at.get(i), self._words
        if self._aim == "object" or held is None or held.form != "metonym" or words.deps[i] != "pobj":
            return False
        link = words.heads[i]
        if words.lowers[link] == "at" and words.lemmas[words.heads[link]] in _AIMING:
            return False
        return self._parties.where(i) or (words.lowers[link] == "to" and words.lemmas[words.heads[link]] in _JOURNEYS)

    def _is_aside(self, i: int, verb: int) -> bool:
        """True for what only says when or where ``verb`` was said: "after meeting the Peruvian leader"."""
        words = self._words
        while words.heads[i] != verb and words.heads[i] != i:
            i = words.heads[i]
        return words.lowers[i] in _WHEN

    def _anyone(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        found = [
            (i, actor)
            for i in sorted(region)
            if i in self._parties.at and not self._names_a_text(i) and not self._is_hall(i) and not self._is_venue(i)
            for actor in self._parties.named(i)
        ]
        states = [(i, a) for i, a in found if is_state(a.country)]
        return states or found
