"""The deeds of states that others judge, repeat and point back at: "the move", "the expulsion"."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.language.chains import Chain
from dashboard.language.syntax import Words
from dashboard.records import Reaction

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
#: Nouns that point back at a deed, with the reactions that they may name; none for any.
_DEED_NOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("decision", "move", "step", "action", "announcement", "gesture", "outcome", "remark"), ()),
    **dict.fromkeys(("accord", "agreement", "deal", "pact", "treaty", "truce", "ceasefire", "thaw"), ("agrees",)),
    **dict.fromkeys(("veto", "vote", "refusal", "rejection", "defiance"), ("rejects",)),
    **dict.fromkeys(("sanction", "ban", "embargo", "measure", "tariff", "restriction"), ("imposes_sanctions",)),
    **dict.fromkeys(("threat", "warning"), ("threatens_force", "threatens_sanctions", "warns")),
    **dict.fromkeys(("ultimatum",), ("demands", "threatens_force", "threatens_sanctions", "warns")),
    **dict.fromkeys(("criticism", "condemnation", "rebuke", "denunciation", "reproach"), ("condemns", "accuses")),
    **dict.fromkeys(("protest", "complaint", "objection"), ("protests", "condemns", "rejects")),
    **dict.fromkeys(("recall", "summons", "withdrawal"), ("protests", "withdraws")),
    **dict.fromkeys(("denial",), ("denies", "rejects")),
    **dict.fromkeys(("expulsion",), ("expels_diplomats",)),
    **dict.fromkeys(("accusation", "allegation", "charge", "claim"), ("accuses", "condemns")),
    **dict.fromkeys(("demand", "call", "request", "appeal", "plea"), ("demands", "calls_for_talks")),
    **dict.fromkeys(("offer", "invitation", "proposal"), ("offers_talks",)),
    **dict.fromkeys(
        ("meeting", "summit", "talk", "visit", "dialogue", "rapprochement"), ("consults", "meets", "agrees")
    ),
    **dict.fromkeys(("raid", "attack", "strike", "invasion", "shelling", "offensive", "incursion"), ("attacks",)),
}


def doers_of_deed(words: Words, chains: Sequence[Chain], judge: str, earlier: Sequence[Reaction]) -> tuple[str, ...]:
    """Who did "the move" or "the expulsion" that ``judge`` speaks of; with those who agreed or met."""
    for i in sorted({node.token for each in chains for node in each}):
        kinds = _DEED_NOUNS.get(words.lemmas[i])
        if kinds is None or words.pos[i] != "NOUN" or any(words.lowers[c] in _NEW for c in words.children[i]):
            continue
        done = [each for each in earlier if each.reaction in (kinds or DEEDS) and each.actor.country != judge]
        if done:
            told = [each for each in done if each.evidence.start == done[-1].evidence.start]
            sides = [(e.actor.country, *(e.targets if e.reaction in _TOGETHER else ())) for e in told]
            return tuple(dict.fromkeys(code for side in sides for code in side if code != judge))
    return ()
