"""Reports of many outlets that tell of one event."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.merging.casts import Cast, agreement, merge_actors, shared_names, to_cast
from dashboard.merging.deeds import Deed, to_deed
from dashboard.merging.likeness import content_words, likeness, normal, to_vector, weigh_words
from dashboard.merging.titles import event_title
from dashboard.records import Actor, Event, Reaction, Reading, Report, Status, When
from dashboard.vocabulary.events import SPOKEN_ROOTS, STATEMENT, load_event_kinds

#: Ranges up to this long say when it was; longer ones only roughly.
NARROW_DAYS = 10
#: Reports whose days are unknown or very wide are compared with at most so many events that share a name.
MOST_CANDIDATES = 400
#: A range that is longer is filed under its first years only.
MOST_YEARS = 30
#: What a pair must reach to be one event; see ``_merit``.
ENOUGH = 0.65
ENOUGH_STATEMENT = 0.6
#: What a report without a day of its own gains in an event that its article tells, when several may be meant.
OWN_ARTICLE = 0.15
#: What the days add when both are one and the same.
SURE_DAY = 0.3
#: What they add when an end is open, and the known ends are near.
NEAR_DAYS = 0.1
#: Two persons of one side say the same when their words are so alike, unless both speak on one known day.
SAME_MATTER = 0.25
RANKS = {"stated": 0, "relative": 0, "event": 0, "metadata": 1, "inherited": 1, "episode": 2, "published": 2}


@dataclass(frozen=True, slots=True)
class _Item:
    """One report with what it is compared by."""

    report: Report
    family: str
    cast: Cast
    vector: Mapping[str, float]
    reactions: frozenset[str]
    own: frozenset[str]
    """Those of ``reactions`` that the very words of the report take, not only its sentence."""
    steps: frozenset[tuple[str, tuple[str, ...]]]
    """``own`` with the countries they are aimed at; those that aim at nobody are left out."""
    place: frozenset[str]
    slack: dt.timedelta
    deed: Deed

    @property
    def article(self) -> str:
        return self.report.evidence.article_id

    @property
    def names_day(self) -> bool:
        """True when words name its day, and not only that of the article."""
        return self.report.when.is_day and RANKS.get(self.report.when.basis, 3) == 0

    @property
    def days(self) -> int | None:
        """The length of its range; None when an end is open."""
        when = self.report.when
        return (when.last - when.first).days if when.first and when.last else None


@dataclass(slots=True)
class _Group:
    """Reports that were found to be of one event so far."""

    items: list[_Item]
    first: dt.date | None
    last: dt.date | None
    names: set[tuple[str, ...]] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    reactions: set[str] = field(default_factory=set)
    places: set[frozenset[str]] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    total: dict[str, float] = field(default_factory=dict)
    centre: dict[str, float] = field(default_factory=dict)

    @property
    def cast(self) -> Cast:
        return Cast(frozenset(self.names), frozenset(self.countries))


def merge_events(readings: Sequence[Reading], copies: Mapping[str, str]) -> tuple[Event, ...]:
    """The events that the readings tell of, oldest first. ``copies`` comes from ``group_copies``.

    Reports are one event when they are of one kind, their days may be the same, who takes part agrees, and their words
    are alike. An event's id comes from its least report; the ids it would have had by any other are ``replaces``.
    """
    items = _items(readings)
    outlets = {reading.article.id: reading.article.outlet for reading in readings}
    groups = _group(items)
    events = [_event(group, copies, outlets) for group in groups]
    return tuple(sorted(events, key=lambda e: (e.when.first or dt.date.max, e.when.last or dt.date.max, e.id)))


def _items(readings: Sequence[Reading]) -> list[_Item]:
    kinds = load_event_kinds()
    told = [(report, reading) for reading in readings for report in reading.reports]
    words = [content_words(report.evidence.words) for report, _ in told]
    rarity = weigh_words(words)
    found = []
    for (report, reading), each in zip(told, words, strict=True):
        family = kinds[report.kind].family if report.kind in kinds else report.kind
        steps = [one for one in reading.reactions if _is_step_of(one, report)]
        reactions = frozenset(one.reaction for one in steps)
        made = [one for one in steps if _is_made_from(report, one)]
        own = frozenset(one.reaction for one in made)
        aimed = frozenset((one.reaction, one.targets) for one in made if one.targets)
        place = frozenset(word for spot in _spots([report]) for word in content_words(spot))
        slack = dt.timedelta(days=kinds[report.kind].slack_days if report.kind in kinds else 0)
        cast = to_cast(report.participants)
        deed = to_deed(report)
        found.append(_Item(report, family, cast, to_vector(each, rarity), reactions, own, aimed, place, slack, deed))
    return sorted(found, key=_order)


def _is_step_of(reaction: Reaction, report: Report) -> bool:
    """True when the statement takes this step: it was made from it, or words of the same stretch take it."""
    if report.kind != STATEMENT or reaction.evidence.start >= report.evidence.end or not _is_by(report, reaction.actor):
        return False
    if _is_made_from(report, reaction):
        return True
    return reaction.root in SPOKEN_ROOTS and report.evidence.start < reaction.evidence.end


def _is_by(report: Report, actor: Actor) -> bool:
    """True when one of those who speak is the actor or of its country: who tells of an attack does not attack."""
    return any(one.name == actor.name or (one.country and one.country == actor.country) for one in report.participants)


def _is_made_from(report: Report, reaction: Reaction) -> bool:
    """True where the report's own words take the step, or the verb that reports them: "demanded that ..."."""
    return report.claim_id in (reaction.id, reaction.quote_id) or reaction.cue.overlaps(report.cue)


def _order(item: _Item) -> tuple[int, int, int, str, int, str]:
    """The surest first: one day before a week, many that take part before few."""
    days = item.days
    width = 10_000 if days is None else days
    rank = RANKS.get(item.report.when.basis, 3)
    evidence = item.report.evidence
    cast = len(item.cast.names) + len(item.cast.countries)
    return (width, rank, -cast, evidence.article_id, evidence.start, item.report.id)


def _group(items: Sequence[_Item]) -> list[_Group]:
    """Each item put to the event that it agrees with best, or made a new one."""
    groups: list[_Group] = []
    index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    filed: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for item in items:
        whos, (file_under, look_under) = _whos(item), _stretches(item)
        enough = ENOUGH_STATEMENT if item.family == STATEMENT else ENOUGH
        best, merit = None, 0.0
        for number in _near(item.family, whos, look_under, index):
            found = _merit(item, groups[number])
            rank = found + OWN_ARTICLE * _is_own(item, groups[number])
            if found >= enough and rank > merit:
                best, merit = number, rank
        if best is None:
            best = len(groups)
            groups.append(_Group([], item.report.when.first, item.report.when.last))
        _add(groups[best], item)
        for key in itertools.product((item.family,), whos, file_under):
            if best not in filed[key]:
                filed[key].add(best)
                index[key].append(best)
    return groups


def _is_own(item: _Item, group: _Group) -> bool:
    """True for a report without a day of its own, such as a headline, beside one of the same article."""
    return not item.names_day and item.family != STATEMENT and any(each.article == item.article for each in group.items)


def _near(
    family: str, whos: Sequence[str], stretches: Sequence[str], index: Mapping[tuple[str, str, str], list[int]]
) -> list[int]:
    """The events that share a kind, a name or country, and a stretch of days with the item."""
    found: dict[int, None] = {}
    for who in whos:
        for days in stretches:
            for number in index.get((family, who, days), ())[-MOST_CANDIDATES:]:
                found[number] = None
    return list(found)


def _whos(item: _Item) -> list[str]:
    return sorted({word for name in item.cast.names for word in name} | set(item.cast.countries)) or [""]


def _stretches(item: _Item) -> tuple[list[str], list[str]]:
    """Under which stretches of days a report is filed, and under which its like is looked for.

    A few days are filed day by day and by year; a longer range by year. Each looks where the other kind is filed, and
    a report without any day looks everywhere.
    """
    when = item.report.when
    if when.first is None or when.last is None:
        return ["open", "any"], ["any"]
    years = [str(year) for year in range(when.first.year, min(when.last.year, when.first.year + MOST_YEARS) + 1)]
    long = [f"long {year}" for year in years]
    short = [f"short {year}" for year in years]
    length = (when.last - when.first).days
    if length > NARROW_DAYS:
        return [*long, "any"], [*long, *short, "open"]
    first = when.first - item.slack
    days = [(first + dt.timedelta(days=n)).isoformat() for n in range(length + 1 + 2 * item.slack.days)]
    return [*days, *short, "any"], [*days, *long, "open"]


def _add(group: _Group, item: _Item) -> None:
    """Puts the item into the group."""
    when = item.report.when
    group.items.append(item)
    group.names |= item.cast.names
    group.countries |= item.cast.countries
    group.reactions |= item.reactions
    group.deeds |= {item.deed.sort} - {""}
    group.doers |= item.deed.doers
    group.others |= item.deed.others
    if item.place:
        group.places.add(item.place)
    for word, value in item.vector.items():
        group.total[word] = group.total.get(word, 0.0) + value
    group.centre = normal(group.total)
    if _overlap(group.first, group.last, when.first, when.last):
        group.first = max(filter(None, (group.first, when.first)), default=None)
        group.last = min(filter(None, (group.last, when.last)), default=None)
    else:
        group.first = min(filter(None, (group.first, when.first)), default=None)
        group.last = max(filter(None, (group.last, when.last)), default=None)


def _overlap(first: dt.date | None, last: dt.date | None, other: dt.date | None, end: dt.date | None) -> bool:
    return not (last and other and other > last) and not (first and end and end < first)


def _merit(item: _Item, group: _Group) -> float:
    """How well an item agrees with an event: who (0 to .5), when (0 to .3), words (0 to 1), place (0 to .2)."""
    when, first, last = item.report.when, group.first, group.last
    if item.slack:
        first, last = first and first - item.slack, last and last + item.slack
    if not _overlap(first, last, when.first, when.last):
        return 0.0
    if item.family == STATEMENT:
        return _statement_merit(item, group)
    who = agreement(item.cast, group.cast)
    if not who and item.cast.names | item.cast.countries:
        return 0.0
    where = _place_merit(item, group)
    if _is_other_deed(item.deed, group):
        return 0.0
    if where is None or _is_denial(item.report.status) != _is_denial(group.items[0].report.status):
        return 0.0
    return 0.5 * who + _day_merit(item, group) + likeness(item.vector, group.centre) + where


def _is_other_deed(deed: Deed, group: _Group) -> bool:
    """True for another deed of the kind, and for the same one the other way round."""
    if deed.sort and group.deeds and deed.sort not in group.deeds:
        return True
    return bool(deed.doers & group.others and group.doers) and not deed.doers & group.doers


def _statement_merit(item: _Item, group: _Group) -> float:
    """Statements are one when one person speaks on one day, or one side says the same."""
    same_person = bool(item.cast.names) and shared_names(item.cast.names, group.names) > 0
    same_side = bool(item.cast.countries & group.countries)
    if not same_person and not same_side:
        return 0.0
    words = likeness(item.vector, group.centre)
    days = _day_merit(item, group)
    if same_person and (days >= SURE_DAY or any(each.article == item.article for each in group.items)):
        return ENOUGH_STATEMENT + words
    if not same_person and _is_same_step(item, group):
        return ENOUGH_STATEMENT + words
    if not same_person and days < SURE_DAY and words < SAME_MATTER:
        return 0.0
    same_kind = bool(item.reactions & group.reactions)
    return 0.2 * same_person + days + words + (0.3 if same_kind else 0.0)


def _is_same_step(item: _Item, group: _Group) -> bool:
    """True where a state takes one step towards the same others, as outlets tell that are at most a day apart."""
    return any(
        each.article != item.article
        and bool(each.steps & item.steps)
        and not each.cast.names | item.cast.names
        and _ends_near(each.report.when, item.report.when)
        for each in group.items
    )


def _ends_near(one: When, other: When) -> bool:
    return one.last is not None and other.last is not None and abs((one.last - other.last).days) <= 1


def _day_merit(item: _Item, group: _Group) -> float:
    days = item.days
    if days is None or group.first is None or group.last is None:
        return NEAR_DAYS if _is_near(item.report.when, group) else 0.0
    apart = not _overlap(group.first, group.last, item.report.when.first, item.report.when.last)
    width = max(days, (group.last - group.first).days, int(apart))
    return SURE_DAY if width == 0 else 0.2 if width <= NARROW_DAYS else 0.1 if width <= 370 else 0.0


def _is_near(when: When, group: _Group) -> bool:
    """True when one end of each is known and they are days apart, as in "the visit goes on"."""
    ends, others = (when.first or when.last), (group.last or group.first)
    return bool(ends and others and abs((ends - others).days) <= NARROW_DAYS)


def _place_merit(item: _Item, group: _Group) -> float | None:
    """How far the places agree; None for visits to two places, and for a whole journey and a stop on it."""
    if item.family == "visit" and bool(item.place) != bool(group.places):
        return None
    if not item.place or not group.places:
        return 0.2 if item.family == "visit" and len(item.cast.countries & group.countries) > 1 else 0.0
    if any(item.place & place for place in group.places):
        return 0.2
    return None if item.family == "visit" else 0.0


def _is_denial(status: Status) -> bool:
    return status == "denied"


def _event(group: _Group, copies: Mapping[str, str], outlets: Mapping[str, str]) -> Event:
    reports = sorted(
        (item.report for item in group.items), key=lambda r: (r.evidence.article_id, r.evidence.start, r.id)
    )
    ids = sorted(report.id for report in reports)
    kind = _commonest(report.kind for report in reports)
    participants = merge_actors(report.participants for report in reports)
    when = _when(reports)
    place = _commonest(_spots(reports)) or _commonest(report.place for report in reports if report.place)
    status = _status(reports)
    steps = {item.report.id: tuple(sorted(item.own)) for item in group.items}
    return Event(
        id=_event_id(ids[0]),
        title=event_title(load_event_kinds()[kind], participants, place, status, reports, steps),
        kind=kind,
        when=when,
        status=status,
        participants=participants,
        place=place,
        report_ids=tuple(report.id for report in reports),
        sources=_count_sources({report.evidence.article_id for report in reports}, copies, outlets),
        replaces=tuple(sorted({_event_id(each) for each in ids[1:]})),
    )


def _spots(reports: Sequence[Report]) -> list[str]:
    """The towns and buildings named, without regions and countries."""
    return [one.value for report in reports for one in report.attributes if one.name == "place"]


def _event_id(report_id: str) -> str:
    return hashlib.sha256(f"event {report_id}".encode()).hexdigest()[:16]


def _commonest(values: Iterable[str], default: str = "") -> str:
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], len(value), value), default=default)


def _status(reports: Sequence[Report]) -> Status:
    counts = Counter(report.status for report in reports)
    order: tuple[Status, ...] = ("happened", "ongoing", "planned", "claimed", "denied")
    return max(order, key=lambda status: (counts[status], -order.index(status)))


def _when(reports: Sequence[Report]) -> When:
    """The days of the event: all days that words name for it, else the range of the surest report, no finer."""
    surest = min(reports, key=lambda r: (RANKS.get(r.when.basis, 3), r.when.first is None, _width(r.when), r.id)).when
    days = [r.when.first for r in reports if r.when.is_day and r.when.first and RANKS.get(r.when.basis, 3) == 0]
    if not days:
        return surest
    # Where reports name several days, the words of one of them are no ground for all.
    return When(min(days), max(days), surest.basis, surest.words if len(set(days)) == 1 else "")


def _width(when: When) -> int:
    return (when.last - when.first).days if when.first and when.last else 100_000


def _count_sources(articles: set[str], copies: Mapping[str, str], outlets: Mapping[str, str]) -> int:
    """Outlets that tell it independently: an outlet counts once, and so does a text, however many print it."""
    parents: dict[str, str] = {}

    def root(node: str) -> str:
        while parents.setdefault(node, node) != node:
            node = parents[node]
        return node

    for article in sorted(articles):
        text = f"text {copies.get(article, article)}"
        outlet = f"outlet {outlets[article]}" if outlets.get(article) else text
        parents[root(text)] = root(outlet)
    return len({root(node) for node in list(parents)})
