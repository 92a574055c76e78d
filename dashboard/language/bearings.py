"""At whom a reaction is aimed that names nobody: every party of the article is weighed by what was told so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.language.targets import VAGUE
from dashboard.records import Evidence, Mention, Reaction

#: What speaks for a party, in points. Fitted on hand-labelled articles and rounded; only their ratios matter.
_MOST_NAMED = 2.5
_ANSWERED = 2.5
_OF_LEAD = 1.5
_NEAR = 1.5
_OF_PARAGRAPH = 1.0
_BODY = 1.2
_DOER = 0.5
_DOER_LAST = 2.0
_AIMED_AT_LAST = 0.7
_JUDGED_ALIKE = 1.0
_OWN_LAST = 0.5
#: After so many characters a name counts half as near.
_NEAR_CHARACTERS = 300
#: An answer follows within so many reactions.
_TURNS = 2
_DRAWING_BACK = frozenset({"protests", "suspends_ties", "expels_diplomats"})
_REGIONS = VAGUE | {"EUROPE", "WEST"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reaction stands: its words, the start of its paragraph, and the end of the article's opening."""

    evidence: Evidence
    paragraph: int
    opening: int


def find_bearing(
    kind: str,
    actors: Collection[str],
    place: Place,
    before: Sequence[Reaction],
    doers: Collection[str],
    mentions: Sequence[Mention],
) -> tuple[str, ...]:
    """The codes of those at whom ``actors`` most likely aim; empty when nobody else is named in the article.

    ``before`` are the reactions read so far, ``doers`` those who did the deed that is judged.
    """
    named = [
        (mention.span.start, actor.country)
        for mention in mentions
        if mention.form != "pronoun"
        for actor in mention.actors
        if actor.country and actor.country not in _REGIONS and actor.country not in actors
    ]
    if not named:
        return ()
    points = _by_mentions(named, place)
    earlier = [each for each in before if each.evidence.start < place.evidence.start]
    for code, worth in _by_turns(kind, actors, earlier):
        if code in points:
            points[code] += worth
    for code in doers:
        if code in points:
            points[code] += _DOER_LAST if earlier and earlier[-1].actor.country == code else _DOER
    best = max(points, key=lambda code: points[code])
    return tuple(doers) if best in doers else _with_company(best, actors, before)


def _by_mentions(named: Sequence[tuple[int, str]], place: Place) -> dict[str, float]:
    """Points for how often, how early and how near by each is named."""
    often = Counter(code for _, code in named)
    most = max(often.values())
    points: dict[str, float] = {}
    for code, count in often.items():
        at = [start for start, each in named if each == code]
        so_far = [start for start in at if start < place.evidence.start]
        points[code] = _MOST_NAMED * count / most
        points[code] += _OF_LEAD * (min(at) < place.opening)
        points[code] += _BODY * (len(code) != 2 or code in ("UN", "EU"))
        if so_far:
            away = place.evidence.start - max(so_far)
            points[code] += _NEAR / (1 + away / _NEAR_CHARACTERS) + _OF_PARAGRAPH * (max(so_far) >= place.paragraph)
    return points


def _by_turns(kind: str, actors: Collection[str], earlier: Sequence[Reaction]) -> list[tuple[str, float]]:
    """Points from what was told before: who attacked this actor, at whom it and others aimed."""
    found: list[tuple[str, float]] = []
    answered = [each.actor.country for each in earlier[-_TURNS:] if set(each.targets) & set(actors)]
    found += [(code, _ANSWERED) for code in answered[-1:]]
    alike = next((each.targets for each in reversed(earlier) if _is_alike(each.reaction, kind) and each.targets), ())
    last = earlier[-1].targets if earlier else ()
    own = {code for each in earlier[-_TURNS:] if each.actor.country in actors for code in each.targets}
    return [
        *found,
        *((code, _JUDGED_ALIKE) for code in alike),
        *((code, _AIMED_AT_LAST) for code in last),
        *((code, _OWN_LAST) for code in own),
    ]


def _is_alike(one: str, other: str) -> bool:
    """True for the same reaction, and for two of those by which states draw back from one and the same."""
    return one == other or {one, other} <= _DRAWING_BACK


def _with_company(best: str, actors: Collection[str], before: Sequence[Reaction]) -> tuple[str, ...]:
    """``best``, and those beside it where the reaction told last was aimed at several at once."""
    last = before[-1].targets if before else ()
    return last if best in last and not set(last) & set(actors) else (best,)
