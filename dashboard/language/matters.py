"""What a meeting was about: the matter of the article, unless the article is about the meeting itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.language.sentences import Passage
from dashboard.records import Mention, Reaction
from dashboard.vocabulary.learned import LEARNED

#: With one of these in its opening an article is about a meeting.
_GATHERING = frozenset({"meet", "meeting", "summit", "visit", "trip", "talk"})
#: An article that tells of so many meetings of the same two is about them.
_OFTEN = 2
_CONSULTS, _MEETS = "consults", "meets"


def renamed(
    found: Sequence[Reaction],
    opening: Sequence[Passage],
    end: int,
    mentions: Sequence[Mention],
) -> Iterator[tuple[int, str]]:
    """Which of ``found`` bear another name by the article's matter, and which; its ``opening`` goes until ``end``.

    A bare meeting that serves the matter is a consultation; the talks of those whose meeting is the matter are part of
    it, and what is only likely to be a consultation is none in an article about a meeting of all whom it names.
    """
    met = _who_meet(opening, end, mentions)
    told = _often_told(found, (_MEETS, _CONSULTS), end)
    meeting = _often_told(found, (_MEETS,), end)
    for place, each in enumerate(found):
        pairs = {frozenset((each.actor.country, code)) for code in each.targets}
        is_matter = met >= {each.actor.country, *each.targets}
        if each.reaction == _MEETS and not is_matter and told.isdisjoint(pairs):
            yield place, _CONSULTS
        elif each.reaction == _CONSULTS and ((is_learned(each) and is_matter) or not meeting.isdisjoint(pairs)):
            yield place, _MEETS


def _often_told(found: Sequence[Reaction], kinds: Sequence[str], end: int) -> set[frozenset[str]]:
    """The pairs that the opening tells to do one of ``kinds``, or that several sentences do."""
    starts: dict[frozenset[str], set[int]] = {}
    for each in found:
        for code in each.targets if each.reaction in kinds else ():
            starts.setdefault(frozenset((each.actor.country, code)), set()).add(each.evidence.start)
    return {pair for pair, places in starts.items() if min(places) < end or len(places) >= _OFTEN}


def _who_meet(opening: Sequence[Passage], end: int, mentions: Sequence[Mention]) -> frozenset[str]:
    """The countries named where an article opens with a meeting; none where it opens with anything else."""
    lemmas = {t.lemma_ for each in opening if each.start < end for t in each.doc if each.start + t.idx < end}
    if lemmas.isdisjoint(_GATHERING):
        return frozenset()
    return frozenset(actor.country for each in mentions if each.span.start < end for actor in each.actors)


def is_learned(reaction: Reaction) -> bool:
    """True where no listed phrase tells the reaction."""
    return reaction.found_by.endswith(f": {LEARNED}")
