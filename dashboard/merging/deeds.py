"""Who does what to whom, so that two deeds between the same two sides are not taken for one event."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.merging.casts import to_name
from dashboard.records import Actor, Report
from dashboard.vocabulary.events import DOERS, load_event_kinds

#: Forms of ``found_by`` in which the first participants are those who act.
ACTIVE = frozenset({"verb", "host", "act"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What one report tells: which deed of its kind, who acts and who else takes part, by country or else name.

    ``sort`` is empty for deeds that are told apart from no other, ``doers`` for kinds without a direction.
    """

    sort: str = ""
    doers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def to_deed(report: Report) -> Deed:
    """The deed of a report by the verb or noun that tells it."""
    kind = load_event_kinds().get(report.kind)
    if kind is None:
        return Deed()
    form, _, rule = report.found_by.partition(":")
    word = rule.partition(" ")[0]
    sort = next((f"{kind.key} {n}" for n, words in enumerate(kind.apart) if word in words), "")
    if not kind.directed or form not in ACTIVE:
        return Deed(sort)
    acting = joint_doers(report)
    doers = _sides(acting)
    return Deed(sort, doers, _sides(report.participants[len(acting) :]) - doers)


def joint_doers(report: Report) -> tuple[Actor, ...]:
    """Those who act in a report: its first participant, and those who act together with it."""
    counts = [int(detail.value) for detail in report.attributes if detail.name == DOERS]
    return report.participants[: max(counts, default=1)]


def _sides(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(actor.country or " ".join(to_name(actor.name)) for actor in actors)
