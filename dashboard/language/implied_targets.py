"""At whom a reaction is aimed that names nobody: every party of the article, alone or with others, is weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dashboard.language.targets import VAGUE, Hint
from dashboard.records import Evidence, Mention, Reaction
from dashboard.vocabulary.countries import is_state
from dashboard.vocabulary.reactions import UNFRIENDLY, load_reactions
from dashboard.vocabulary.word_sets import word_set

_REGIONS = VAGUE | {"EUROPE", "WEST"}
#: An answer follows within so many reactions.
_TURNS = 2
#: After so many characters a name counts half as near.
_NEAR_CHARACTERS = 300
_DRAWING_BACK = frozenset({"protests", "suspends_ties", "expels_diplomats"})
#: Kinds that spoil relations, those that serve them, those that take a stand on what bodies put forward, and those
#: that outsiders address to both sides of a quarrel.
_FRIENDLY = frozenset({"cooperative"})
_STANDS = frozenset({"supports", "rejects", "praises", "signals_cooperation"})
_OUTSIDERS = frozenset(
    {"demands", "expresses_concern", "offers_talks", "calls_for_talks", "warns", "signals_cooperation", "praises"}
)
#: Those of them that are heard by both sides most of all.
_TO_BOTH = frozenset({"demands", "expresses_concern", "offers_talks", "calls_for_talks"})
_OF_BODIES = word_set("bodies_at_work")
_OF_QUARRELS = word_set("quarrels")
_OF_TEMPERS = word_set("tempers")
_OF_TWO = frozenset({"both", "two", "side", "party", "neighbour", "neighbor"})
_SEVERAL = _OF_TWO | {"all", "country"}

#: What speaks for a party, in points. Fitted on hand-labelled articles and rounded; only their ratios matter.
_POINTS = {
    "often": 2.3,
    "share": 0.6,
    "lead": 1.0,
    "only later": -1.5,
    "sentence": 1.5,
    "near": 0.5,
    "paragraph": 0.8,
    "body": 0.6,
    "body judged": 1.0,
    "body at work": 1.0,
    "aimed at": 0.7,
    "doer": 0.9,
    "answered": 0.6,
    "alike": 0.4,
    "goes on": 0.3,
    "acted last": 0.4,
    "acts here": 0.9,
    "one of two": 0.3,
    "friend": -0.5,
    "foe": -0.6,
    "person": 0.8,
    "attacker": 0.4,
    "adjective": -0.3,
    "listens": -1.5,
}
#: What speaks for several together, beside what speaks for each on the average.
_TOGETHER = {
    "several": -2.6,
    "told": 1.1,
    "doers": 2.2,
    "outsider": 0.6,
    "even": 0.7,
    "words": 0.5,
    "sides": 1.0,
    "quarrel": 1.3,
    "tempers": 1.4,
}
#: What speaks for those whom the sentence names somewhere in what it tells: as owners of the deed or thing, as anyone
#: beside it, in the verbs above; and what regions have for all else.
_HINTS: dict[Hint, float] = {"owner": 2.4, "anyone": 2.0, "frame": 2.0}
_UNWEIGHED = 1.4


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reaction stands, and what stands there."""

    evidence: Evidence
    paragraph: int
    """Where its paragraph starts."""
    opening: int
    """Where the article's opening ends."""
    words: frozenset[str] = frozenset()
    """The lemmas of its sentence."""
    sides: tuple[str, ...] = ()
    """Whom "both sides" would mean here."""
    hint: Hint | None = None
    """How loosely the words of the sentence name ``hinted``."""
    hinted: tuple[str, ...] = ()
    hurt: frozenset[str] = frozenset()
    """Those who suffer the deed that is judged."""
    halls: frozenset[str] = frozenset()
    """Bodies in whose halls it is said."""


def find_implied_targets(
    kind: str,
    actors: Collection[str],
    place: Place,
    before: Sequence[Reaction],
    doers: Collection[str],
    mentions: Sequence[Mention],
) -> tuple[str, ...]:
    """The codes of those at whom ``actors`` most likely aim; those hinted at when nobody else is named in the article.

    ``before`` are the reactions read so far, ``doers`` those who did the deed that is judged.
    """
    names = {code: held for code, held in _names(mentions).items() if code not in place.hurt - set(actors)}
    if not any(code not in actors for code in names):
        return place.hinted
    weighed = _Weighed(kind, actors, place, before, doers, names)
    points: dict[tuple[str, ...], float] = {(code,): weighed.points(code) for code in names if code not in actors}
    for group, told in weighed.groups().items():
        mean = sum(points[code,] for code in group) / len(group)
        points[group] = mean + weighed.together(group, told)
    if place.hint is not None:
        mean = sum(points.get((code,), _UNWEIGHED) for code in place.hinted) / len(place.hinted)
        points[place.hinted] = mean + _HINTS[place.hint]
    return max(points, key=lambda group: points[group])


def _names(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The mentions of each party that is named, those by a pronoun too; regions are no party."""
    names: dict[str, list[Mention]] = {}
    for mention in mentions:
        for actor in mention.actors:
            if actor.country and actor.country not in _REGIONS:
                names.setdefault(actor.country, []).append(mention)
    return {code: held for code, held in names.items() if any(each.form != "pronoun" for each in held)}


class _Weighed:
    """What speaks for whom as the target of one reaction."""

    def __init__(
        self,
        kind: str,
        actors: Collection[str],
        place: Place,
        before: Sequence[Reaction],
        doers: Collection[str],
        names: dict[str, list[Mention]],
    ) -> None:
        self._kind, self._actors, self._place, self._doers, self._names = kind, actors, place, doers, names
        start, end = place.evidence.start, place.evidence.end
        self._earlier = [each for each in before if each.evidence.start < start]
        self._beside = [each for each in before if each.evidence.start < end and start < each.evidence.end]
        self._own = [each for each in self._earlier if each.actor.country in actors]
        self._against = [each for each in self._earlier if not set(actors).isdisjoint(each.targets)]
        self._at = {code: [m.span.start for m in held if m.form != "pronoun"] for code, held in names.items()}
        others = [code for code in names if code not in actors]
        self._most = max(len(self._at[code]) for code in others)
        self._all = sum(len(self._at[code]) for code in others)
        states = Counter({code: len(at) for code, at in self._at.items() if is_state(code)})
        self._two = tuple(code for code, _ in states.most_common(2))
        alike = (each.targets for each in reversed(self._earlier) if each.targets and _is_alike(each.reaction, kind))
        self._alike = next(alike, ())
        groups = {key: each.group for key, each in load_reactions().items()}
        self._is_friendly = groups[kind] in _FRIENDLY
        self._is_unfriendly = groups[kind] in UNFRIENDLY
        self._harsh = self._parties([e for e in self._earlier if groups[e.reaction] in UNFRIENDLY])
        self._kindly = self._parties([e for e in self._earlier if groups[e.reaction] in _FRIENDLY])

    def _parties(self, told: Sequence[Reaction]) -> frozenset[str]:
        """Those at whom the actors aimed in what is told, and those who aimed at them."""
        own = {code for each in told if each.actor.country in self._actors for code in each.targets}
        return frozenset(own | {e.actor.country for e in told if not set(self._actors).isdisjoint(e.targets)})

    def points(self, code: str) -> float:
        """What speaks for ``code`` alone."""
        return sum(_POINTS[name] * worth for name, worth in self._clues(code))

    def _clues(self, code: str) -> Iterator[tuple[str, float]]:
        yield from self._of_names(code)
        yield from self._of_turns(code)
        if len(code) != 2 or code in ("UN", "EU"):
            yield "body", 1
            yield "listens", code in self._place.halls
            yield "body judged", self._kind in _STANDS
            yield "body at work", not self._place.words.isdisjoint(_OF_BODIES)

    def _of_names(self, code: str) -> Iterator[tuple[str, float]]:
        """How often, how early and how near by it is named, and how."""
        place, at = self._place, self._at[code]
        start, end = place.evidence.start, place.evidence.end
        yield "often", len(at) / self._most
        yield "share", len(at) / self._all
        yield "lead", min(at) < place.opening
        yield "one of two", code in self._two
        here = [each.form for each in self._names[code] if start <= each.span.start < end]
        named = any(form != "pronoun" for form in here)
        yield "sentence", named
        yield "person", not {"pronoun", "person", "office"}.isdisjoint(here)
        yield "adjective", bool(here) and set(here) == {"nationality"}
        last = max((each for each in at if each < start), default=None)
        if last is not None:
            yield "near", 1 / (1 + (start - last) / _NEAR_CHARACTERS)
            yield "paragraph", last >= place.paragraph
        else:
            yield "only later", not named

    def _of_turns(self, code: str) -> Iterator[tuple[str, float]]:
        """What was told before: who aimed at whom, and whose turn it is."""
        aimed = sum(code in each.targets for each in self._earlier)
        yield "aimed at", aimed / max(1, len(self._earlier))
        yield "doer", code in self._doers
        turns = [e.actor.country for e in self._earlier[-_TURNS:] if not set(self._actors).isdisjoint(e.targets)]
        yield "answered", code in turns[-1:]
        own = [each for each in self._earlier[-_TURNS:] if each.actor.country in self._actors]
        yield "goes on", any(code in each.targets for each in own)
        yield "alike", code in self._alike
        yield "acted last", any(each.actor.country == code for each in self._earlier[-1:])
        yield "acts here", any(each.actor.country == code for each in self._beside)
        yield "attacker", sum(e.actor.country == code for e in self._against) / max(1, len(self._against))
        yield "friend", self._is_unfriendly and code in self._kindly - self._harsh
        yield "foe", self._is_friendly and code in self._harsh

    def groups(self) -> dict[tuple[str, ...], list[str]]:
        """Two or more that may be meant together, each with how they are known: as targets, as sides."""
        last = self._earlier[-1:]
        own = [each.targets for each in self._own if each.targets][-1:]
        pairs = Counter(
            tuple(sorted((each.actor.country, code))) for each in self._earlier for code in each.targets
            if is_state(each.actor.country) and is_state(code) and {each.actor.country, code}.isdisjoint(self._actors)
        )  # fmt: skip
        known: list[tuple[str, Collection[str]]] = [
            *(("told", each.targets) for each in last),
            *(("told", targets) for targets in own),
            ("told", self._alike),
            ("doers", self._doers),
            *(("told", each.targets) for each in self._beside[-1:]),
            *(("", (each.actor.country, *each.targets)) for each in last),
            ("sides", self._place.sides),
            ("two", self._two),
            *(("outsider", pair) for pair, _ in pairs.most_common(1)),
        ]
        found: dict[tuple[str, ...], list[str]] = {}
        for name, codes in known:
            group = tuple(sorted({code for code in codes if code in self._names and code not in self._actors}))
            if len(group) > 1:
                found.setdefault(group, []).append(name)
        return found

    def together(self, group: Collection[str], known: Sequence[str]) -> float:
        """What speaks for several together rather than for one of them; ``known`` says how they are known."""
        return sum(_TOGETHER[name] * worth for name, worth in self._clues_together(group, known))

    def _clues_together(self, group: Collection[str], known: Sequence[str]) -> Iterator[tuple[str, float]]:
        words, from_outside = self._place.words, self._kind in _OUTSIDERS
        times = [len(self._at[code]) for code in group]
        even = min(times) / max(times)
        yield "several", 1
        yield "even", even
        yield "told", known.count("told")
        yield "doers", "doers" in known
        yield "outsider", from_outside and "outsider" in known
        yield "words", not words.isdisjoint(_SEVERAL)
        yield "sides", "sides" in known and not words.isdisjoint(_OF_TWO)
        if "two" in known:
            yield "quarrel", from_outside and not words.isdisjoint(_OF_QUARRELS)
            yield "tempers", even * (self._kind in _TO_BOTH and not words.isdisjoint(_OF_TEMPERS))


def _is_alike(one: str, other: str) -> bool:
    """True for the same reaction, and for two of those by which states draw back from one and the same."""
    return one == other or {one, other} <= _DRAWING_BACK
