"""States that act as one: those of a list, and "the three", "the trio" or "the allies" that point back at it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.language.parties import QUARREL, STATES, Parties, codes, speaks_for_state
from dashboard.language.syntax import Words
from dashboard.records import Actor

_COUNTS = {
    **dict.fromkeys(("two", "duo", "pair", "2"), 2),
    **dict.fromkeys(("three", "trio", "threesome", "3"), 3),
    **dict.fromkeys(("four", "quartet", "foursome", "4"), 4),
    **dict.fromkeys(("five", "quintet", "5"), 5),
    **dict.fromkeys(("six", "sextet", "6"), 6),
    **dict.fromkeys(("seven", "7"), 7),
    **dict.fromkeys(("eight", "8"), 8),
}
_TOGETHER = frozenset({"ally", "partner", "power", "capital", "signatory", "sponsor", "co-sponsor", "cosponsor"})
_PERSONS = frozenset({"leader", "minister", "president", "premier", "man", "woman", "statesman", "official", "envoy"})
PAIR = 2
_WHICH = frozenset({"the", "these", "those", "all", "both"})
#: Before a list of those who do something together.
_ACTING = frozenset({"by", "between", "from"})
_FAR = 2500
"""So many characters back, at the most, stands a list whose number is said again."""
_NEAR = 1000
"""So many where only "the countries" or "the allies" is said."""

#: With what those go on who say what somebody is told, blamed or thanked for.
_WHY = {
    **dict.fromkeys(("accuse", "suspect", "warn", "remind", "assure", "inform", "notify", "convict"), ("of",)),
    **dict.fromkeys(("blame", "thank", "praise", "criticise", "criticize", "condemn", "fault", "chide"), ("for",)),
    **dict.fromkeys(("rebuke", "punish", "commend", "scold", "castigate", "denounce", "salute"), ("for",)),
    **dict.fromkeys(("charge", "threaten"), ("with",)),
    **dict.fromkeys(("congratulate", "compliment"), ("on",)),
}

_OUTSIDE = frozenset({"punct", "acl", "relcl", "prep", "advmod"})
"""How what belongs to the sentence hangs on a number that the parser takes for its root."""


@dataclass(frozen=True, slots=True)
class _Listing:
    place: int
    actors: tuple[Actor, ...]
    acts: bool


class Sets:
    """The lists of states of one article, in reading order."""

    def __init__(self) -> None:
        self._noted: list[_Listing] = []

    def note(self, offset: int, words: Words, parties: Parties) -> None:
        """Notes the lists of a passage that starts at ``offset`` in the text."""
        for i in sorted(parties.at):
            if words.deps[i] == "conj" or not any(words.deps[c] == "conj" for c in words.children[i]):
                continue
            actors = tuple(a for a in parties.joint_actors(i) if _is_state(a))
            if len(codes(actors)) < 2:
                continue
            head = words.heads[i] if words.deps[i] == "appos" else i
            self._noted.append(_Listing(offset + words.doc[i].idx, actors, _acts(words, head)))

    def of(self, words: Words, i: int, place: int) -> tuple[Actor, ...]:
        """Those at whom the phrase with its head at ``i``, which stands at ``place``, points back; empty for others."""
        number = pointed(words, i)
        if number is None or (number == PAIR and words.lemmas[i] in _PERSONS):
            return ()
        reach = _FAR if number else _NEAR
        near = [each for each in reversed(self._noted) if place - reach <= each.place < place]
        fits = [each for each in near if (len(each.actors) == number if number else each.acts)]
        if words.lemmas[i] in _PERSONS:
            fits = [each for each in fits if any(actor.kind in ("person", "unnamed") for actor in each.actors)]
        return next((each.actors for each in fits if each.acts), fits[0].actors if fits else ())


def pointed(words: Words, i: int) -> int | None:
    """How many "the three", "all four states" mean; 0 for "the allies"; None for what points at no list."""
    beside = words.children[i]
    lowers = {words.lowers[c] for c in beside}
    if any(_tells_which(words, c) for c in beside if not _says_why(words, i, c)):
        return None
    which = bool(lowers & _WHICH)
    if words.lowers[i] in _COUNTS and words.deps[i] != "nummod":
        others = [c for c in beside if words.lowers[c] not in _WHICH and words.deps[c] not in _OUTSIDE]
        return _COUNTS[words.lowers[i]] if which and not others else None
    lemma = words.lemmas[i]
    if words.tags[i] != "NNS" or not which or lemma not in STATES | QUARREL | _TOGETHER | _PERSONS:
        return None
    number = next((_COUNTS[words.lowers[c]] for c in words.kids(i, "nummod") if words.lowers[c] in _COUNTS), 0)
    if words.kids(i, "amod", "compound", "nmod") and not number:
        return None
    return None if "other" in lowers else number


def _tells_which(words: Words, child: int) -> bool:
    """True for "that voted no" and "of them"; not for "who vowed to go on" after a comma."""
    dep = words.deps[child]
    if dep == "relcl":
        return words.lowers[words.doc[child].left_edge.i - 1] != ","
    return dep in ("poss", "prep", "appos") or (dep == "acl" and words.tags[child] != "VBD")


def _says_why(words: Words, i: int, link: int) -> bool:
    """True for "of" in "accused the three of meddling", which the parser hangs on their number."""
    if words.deps[link] != "prep" or words.deps[i] not in ("dobj", "pobj", "nsubjpass"):
        return False
    return bool(words.kids(link, "pcomp")) or words.lowers[link] in _WHY.get(words.lemmas[words.heads[i]], ())


def _is_state(actor: Actor) -> bool:
    return len(actor.country) == 2 and speaks_for_state(actor)


def _acts(words: Words, i: int) -> bool:
    dep = words.deps[i]
    return dep in ("nsubj", "nsubjpass", "poss") or (dep == "pobj" and words.lowers[words.heads[i]] in _ACTING)
