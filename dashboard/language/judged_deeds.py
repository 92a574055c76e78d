"""The deeds of states that others judge, repeat and point back at: "the move", "the expulsion"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from dashboard.language.chains import Chain
from dashboard.language.syntax import Words
from dashboard.records import Reaction
from dashboard.vocabulary.reactions import load_reactions
from dashboard.vocabulary.word_sets import word_set

#: Reactions that are deeds, which others then judge.
DEEDS = frozenset(
    {"attacks", "mobilises", "imposes_sanctions", "expels_diplomats", "suspends_ties", "withdraws", "eases", "agrees"}
    | {"rejects", "threatens_force", "protests"}
)
#: Deeds that others repeat, and those that go on against the same target.
HOSTILE = frozenset({"imposes_sanctions", "expels_diplomats", "suspends_ties", "protests"})
REPEATED = (DEEDS | HOSTILE | {"supports", "condemns"}) - {"attacks", "agrees"}
#: Before these a deed is not the one told before.
_NEW = frozenset({"a", "an", "any", "another", "no", "every", "such"})
#: What all who take part do alike.
_TOGETHER = frozenset({"agrees", "consults", "meets"})
_ANY_DEED = word_set("any_deed")


def doers_of_deed(words: Words, chains: Sequence[Chain], judge: str, earlier: Sequence[Reaction]) -> tuple[str, ...]:
    """Who did "the move" or "the expulsion" that ``judge`` speaks of; with those who agreed or met."""
    for i in sorted({node.token for each in chains for node in each}):
        kinds = _kinds(words.lemmas[i])
        if not kinds or words.pos[i] != "NOUN" or any(words.lowers[c] in _NEW for c in words.children[i]):
            continue
        done = [each for each in earlier if each.reaction in kinds and each.actor.country != judge]
        if done:
            told = [each for each in done if each.evidence.start == done[-1].evidence.start]
            sides = [(e.actor.country, *(e.targets if e.reaction in _TOGETHER else ())) for e in told]
            return tuple(dict.fromkeys(code for side in sides for code in side if code != judge))
    return ()


@functools.cache
def _kinds(noun: str) -> frozenset[str]:
    """The reactions that a noun may point back at; none for a noun that names no deed."""
    return DEEDS if noun in _ANY_DEED else frozenset(key for key, one in load_reactions().items() if noun in one.called)
