"""Charges in a quarrel: what one party says that the other did, in words that blame by themselves or not."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Sequence

from dashboard.language.chains import Chain
from dashboard.language.parties import Parties, codes
from dashboard.language.starts import Start
from dashboard.language.syntax import Words
from dashboard.records import Actor, Reaction
from dashboard.vocabulary.reactions import UNFRIENDLY, load_reactions

#: Classes of words for what nobody is blamed for.
_FRIENDLY = frozenset(
    {"ACCEPT", "AGREEMENT", "AID", "AID_VERB", "COOPERATE", "FULFIL", "GOOD", "HELPFUL", "INTEND", "MEET", "OFFER"}
    | {"PACT_VERB", "PRAISE", "READY", "SUPPORT", "TALK", "TALK_VERB", "DEMAND", "SAY"}
)
#: What may be, will be or should be is not said to have been done.
_NOT_DONE = frozenset({"WILL", "MAY", "CAN", "MUST", "TO"})
_LOOKED_AT = 3
"""The verb and so many words less one behind it show whether what is told is friendly."""
_PAST = frozenset({"had", "has", "have", "was", "were", "been", "did"})
_PRESENT = frozenset({"is", "are"})
_MILD = "expresses_concern"


@functools.cache
def _quarrelsome() -> frozenset[str]:
    """The reactions that make two parties quarrel."""
    return frozenset(key for key, kind in load_reactions().items() if kind.group in UNFRIENDLY and key != _MILD)


def find_charges(
    words: Words,
    parties: Parties,
    sentence: Sequence[int],
    starts: Iterable[Start],
    told: Collection[tuple[int, str]],
    before: Sequence[Reaction],
) -> Iterator[tuple[Start, Actor]]:
    """Each verb by which somebody says that a party with whom they quarrel did something, with the chain that tells it.

    ``sentence`` holds the first token of the sentence of each token; ``told`` such first tokens with the countries of
    which something is known to be told there; ``before`` the reactions read so far, from which a quarrel is known.
    """
    charged: set[tuple[int, str]] = set()
    for start in starts:
        for chain in start.chains:
            verb = _deed(words, chain)
            if verb is None:
                continue
            others = set(codes(parties.actors(chain[1].token)))
            for actor in start.actors:
                place = (sentence[verb], actor.country)
                if place in told or place in charged or actor.country in others:
                    continue
                if any(_quarrel(before, actor.country, other) for other in others):
                    charged.add(place)
                    yield Start(verb, (actor,), (chain,), start.quote), actor


def _deed(words: Words, chain: Chain) -> int | None:
    """The verb of what others are said to have done or to be doing, where it is nothing friendly; else None."""
    if len(chain) < 3 or "SAY" not in chain[0].tags or "OTHER" not in chain[1].tags:
        return None
    rest = [node for node in chain[2:] if "NOT" not in node.tags]
    if not rest or rest[0].tags & _NOT_DONE or not words.is_verb(rest[0].token):
        return None
    if any(node.tags & _FRIENDLY for node in rest[:_LOOKED_AT]):
        return None
    return rest[0].token if _is_done(words, rest[0].token) else None


def _is_done(words: Words, verb: int) -> bool:
    auxiliaries = {words.lowers[c] for c in words.kids(verb, "aux", "auxpass")}
    going_on = words.tags[verb] == "VBG" and bool(auxiliaries & _PRESENT)
    return words.tags[verb] == "VBD" or going_on or bool(auxiliaries & _PAST)


def _quarrel(before: Sequence[Reaction], one: str, other: str) -> bool:
    """True where one of the two was told to oppose the other."""
    kinds = _quarrelsome()
    return any(each.reaction in kinds and {one, other} <= {each.actor.country, *each.targets} for each in before)
