"""At whom a reaction is aimed: the countries and bodies that its words name, nearest by grammar first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from dashboard.language import syntax
from dashboard.language.chains import Chain
from dashboard.language.parties import Parties, codes
from dashboard.language.syntax import Words
from dashboard.records import Actor
from dashboard.vocabulary.reactions import Aim

_TOWARDS = frozenset({"on", "against", "to", "toward", "towards", "with", "from", "between", "into", "onto"})
_OBJECTS = ("dobj", "dative", "obj", "iobj")
#: Verbs whose object does the same as their subject: "joined Japan in a warning".
_COMPANY = frozenset({"join", "follow", "accompany"})
_BUT = frozenset({"while", "whereas", "although", "though", "but"})
_ASIDE = frozenset({"advcl", "parataxis", "punct", "npadvmod"})


#: How far back countries still are what an article is speaking of, in characters: some three paragraphs.
NEAR_CHARACTERS = 1_500
#: Letters by which a noun and its verb are known to be the same: launch, launched; expel, expulsion.
_STEM = 4
#: Beside these "UN" and the like say whose text it is, not who is meant.
_LAW = frozenset(
    {"resolution", "sanction", "charter", "embargo", "law", "ban"}
    | {"council", "convention", "treaty", "obligation", "watchdog"}
)


_Step = Callable[[int, Chain, set[int]], list[tuple[int, Actor]]]


class Memory:
    """Who did what earlier in the article: so that "the launch" is known to be North Korea's."""

    def __init__(self) -> None:
        self._doers: list[tuple[int, str, tuple[Actor, ...]]] = []
        self._named: list[tuple[int, Actor]] = []
        self.topics: frozenset[str] = frozenset()
        """Classes of words that the article has spoken of, and that later sentences leave out."""
        self.sides: tuple[Actor, ...] = ()
        """The two of the article's first reaction: who is meant by "both sides" when a third speaks."""

    def add(self, offset: int, words: Words, parties: Parties) -> None:
        """Notes the deeds of a passage that starts at ``offset`` in the text."""
        for i in range(len(words)):
            if words.pos[i] == "NOUN":
                actors = () if parties.is_official(i) else parties.owner(i)
            elif words.pos[i] == "VERB":
                subject = syntax.subject(words, i)
                actors = parties.joint_actors(subject) if subject is not None else ()
            else:
                continue
            if actors:
                self._doers.append((offset + words.doc[i].idx, words.lemmas[i][:_STEM], actors))
        for i in sorted(parties.at):
            self._named += [(offset + words.doc[i].idx, actor) for actor in parties.named(i)]

    def speaks_of_several(self, place: int) -> bool:
        """True when two or more countries or bodies were named at ``place`` or not far before it."""
        codes_named = {each.country for at, each in self._named if at >= place - NEAR_CHARACTERS}
        return len(codes_named) > 1

    def recent(self, place: int, actor: str) -> tuple[Actor, ...]:
        """The two sides of the article, or the two states named most before ``place``, ``actor`` left out."""
        if self.sides and actor not in codes(self.sides):
            return self.sides
        named = [each for at, each in self._named if at < place and each.country != actor and len(each.country) == 2]
        states = {each.country: each for each in named if each.country not in ("UN", "EU")}
        most = Counter(each.country for each in reversed(named) if each.country in states).most_common(2)
        return tuple(states[code] for code, _ in sorted(most, key=lambda pair: list(states).index(pair[0])))

    def doer(self, place: int, lemma: str, actor: str) -> tuple[Actor, ...]:
        """Those who last before ``place`` did what the noun ``lemma`` names, other than ``actor``."""
        for offset, stem, actors in reversed(self._doers):
            if offset < place and stem == lemma[:_STEM] and actor not in codes(actors):
                return actors
        return ()


class Targets:
    """Finds the targets of one actor's reaction in one passage."""

    def __init__(self, words: Words, parties: Parties, actor: str, condition: int | None, memory: Memory) -> None:
        self._words, self._parties, self._actor = words, parties, actor
        self._condition, self._memory = condition, memory

    def of(
        self, aim: Aim, start: int, actors: tuple[Actor, ...], chain: Chain, offset: int, named: bool
    ) -> tuple[str, ...]:
        """The codes of the targets, in order of mention; empty when the words name nobody else.

        ``offset`` is where the passage starts in the article; ``named`` asks for those that the predicate itself names.
        """
        self._partner_codes, self._offset = codes(actors), offset
        self._with, self._judged = aim in ("with", "beside"), aim == "doer"
        last: list[_Step] = [self._anyone, self._conditional, self._in_frame]
        if named:
            last = [self._anyone] if aim == "object" else []
        steps = {
            "doer": (self._other, self._objects, self._owners, self._towards, *last),
            "object": (self._other, self._objects, self._towards, self._owners, *last),
            "with": (self._other, self._objects, self._together, self._partners, self._owners, *last),
            "beside": (self._other, self._objects, self._together, self._owners),
            "any": (self._owners, self._objects, self._towards, self._partners, *last),
        }[aim]
        region = set(self._region(start, chain))
        if named and self._with:
            region &= self._close({node.token for node in chain})
        self._opposed = (
            self._against(region) if self._with else self._companions(chain) if aim != "any" else frozenset()
        )
        if self._mutual(region):
            return tuple(code for code in self._partner_codes if code != self._actor)
        for step in steps:
            found = self._others(step(start, chain, region))
            if found:
                return found
        return ()

    def _close(self, chain: set[int]) -> set[int]:
        """The words of the chain and those that hang on them, a preposition apart."""
        words = self._words
        below = {c for i in chain for c in words.children[i]}
        objects = {o for i in below if words.deps[i] == "prep" for o in words.children[i]}
        joints = {j for i in below | objects for j in words.conjuncts(i)}
        return chain | below | objects | joints | {c for j in joints for c in words.children[j]}

    def _mutual(self, region: set[int]) -> bool:
        """True for "each other", "one another" and "traded accusations"."""
        words, lowers = self._words, self._words.lowers
        if any(words.lemmas[i] in ("trade", "swap", "exchange") and words.is_verb(i) for i in region):
            return True
        return any(lowers[i] in ("other", "another") and i and lowers[i - 1] in ("each", "one") for i in region)

    def _against(self, region: set[int]) -> frozenset[int]:
        """What stands after "against": no partner is found there."""
        words = self._words
        return frozenset(t for i in region if words.lowers[i] == "against" for t in words.subtree(i))

    def _companions(self, chain: Chain) -> frozenset[int]:
        """Those whom the actor joins or follows in what it does: no target is found among them."""
        words = self._words
        verbs = [n.token for n in chain if words.lemmas[n.token] in _COMPANY and words.is_verb(n.token)]
        return frozenset(t for v in verbs for o in words.kids(v, *_OBJECTS) for t in words.subtree(o))

    def _others(self, found: list[tuple[int, Actor]]) -> tuple[str, ...]:
        ordered = [actor for i, actor in sorted(found, key=lambda each: each[0]) if i not in self._opposed]
        own = () if self._with else self._partner_codes
        return tuple(code for code in codes(ordered) if code != self._actor and code not in own)

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
        if dep in _ASIDE or (dep == "agent" and at_start) or words.lowers[i] in ("amid", "amidst", "despite"):
            return True
        return dep == "conj" and words.pos[i] in ("VERB", "AUX")

    def _pairs(self, tokens: list[int]) -> list[tuple[int, Actor]]:
        joints = [joint for token in tokens for joint in self._words.conjuncts(token)]
        return [(joint, actor) for joint in joints for actor in self._actors(joint)]

    def _actors(self, i: int) -> tuple[Actor, ...]:
        """Those whom the word at ``i`` names; for "both nations" the two named last, whoever reacts left out."""
        words = self._words
        found = self._parties.actors(i)
        both = words.tags[i] == "NNS" and any(words.lowers[c] in ("both", "two") for c in words.children[i])
        if (both or (words.lowers[i] == "both" and not words.children[i])) and (
            self._memory.sides or not found or self._actor in codes(found)
        ):
            return self._memory.recent(self._offset + words.doc[i].idx, self._actor) or found
        return found

    def _other(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        return self._pairs([node.token for node in chain if "OTHER" in node.tags][:1])

    def _objects(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        words = self._words
        found: list[int] = []
        for node in chain:
            i = node.token
            if words.pos[i] in ("VERB", "AUX"):
                found += words.kids(i, *_OBJECTS)
                if syntax.is_passive(words, i):
                    patient = syntax.patient(words, i)
                    found += [patient] if patient is not None else []
        return self._pairs(found)

    def _towards(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        words = self._words
        found = [
            i for i in region if words.deps[i] == "pobj" and self._link(i) in _TOWARDS and not self._parties.where(i)
        ]
        # "Called on Chad to apologise to Mali": what hangs on the verb itself comes first.
        near = self._pairs([i for i in found if words.heads[words.heads[words.first_conjunct(i)]] == start])
        return near if self._others(near) else self._pairs(found)

    def _together(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        """Partners: like ``_towards``, but not the matter one talks about."""
        return [each for each in self._towards(start, chain, region) if self._link(each[0]) != "on"]

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
            found = [each for i in level if self._words.pos[i] in ("NOUN", "PROPN") for each in self._owner(i)]
            if self._others(found):
                return found
            level = [child for i in level for child in self._words.children[i] if child in region]
        return []

    def _owner(self, i: int) -> list[tuple[int, Actor]]:
        ends = self._between(i)
        if ends:
            return ends
        lemma = self._words.lemmas[i]
        found = [(i, actor) for actor in self._parties.owner(i) if lemma not in _LAW or len(actor.country) == 2]
        states = [(i, a) for i, a in found if lemma not in _LAW or a.country != "UN"]
        if states or self._with or self._words.pos[i] != "NOUN":
            return states
        place = self._offset + self._words.doc[i].idx
        return [(i, actor) for actor in self._memory.doer(place, lemma, self._actor)]

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
        return [(0, Actor(code, "country", code)) for code in self._partner_codes]

    def _in_frame(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        """Whoever the verbs above name beside the statement: "said of Iran", "in a message to Washington"."""
        words = self._words
        found: list[tuple[int, Actor]] = []
        here = start
        while words.heads[here] != here:
            if words.deps[here] == "advcl" and any(words.lowers[m] in _BUT for m in words.kids(here, "mark")):
                break
            here = words.heads[here]
            if words.is_verb(here):
                inside = [t for p in words.kids(here, "prep") for t in words.subtree(p) if t not in region]
                found += [(t, a) for t in inside if t in self._parties.at for a in self._parties.named(t)]
                doer = syntax.subject(words, here) if self._judged and not found else None
                found += self._pairs([doer]) if doer is not None else []
        return [(t, a) for t, a in found if a.country not in ("UN", *self._partner_codes)]

    def _anyone(self, start: int, chain: Chain, region: set[int]) -> list[tuple[int, Actor]]:
        found = [(i, actor) for i in sorted(region) if i in self._parties.at for actor in self._parties.named(i)]
        states = [(i, a) for i, a in found if len(a.country) == 2 and a.country not in ("UN", "EU")]
        return states or found
