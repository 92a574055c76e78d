"""Points on which reports of one event differ: day, length, number, dead, subject, condition, speaker, words, aim."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.merging.amounts import Amount, to_amount, to_hours
from dashboard.merging.casts import STATES, is_same_name, shared_names, to_cast, to_name
from dashboard.merging.likeness import content_words, likeness, to_vector, weigh_words
from dashboard.records import (
    Actor,
    Article,
    Attribute,
    Disagreement,
    DisagreementKind,
    DisagreementValue,
    Event,
    Evidence,
    Quote,
    Reaction,
    Reading,
    Report,
    Span,
)
from dashboard.vocabulary.events import STATEMENT

#: Subjects of talks less alike than this are different subjects.
OTHER_SUBJECT = 0.35
#: Wordings at least so alike render one sentence; at most so alike, they differ.
SAME_SENTENCE = 0.35
SAME_WORDS = 0.97
#: Statements at least so alike are about the same thing.
SAME_MATTER = 0.45
#: Aims of trips and talks within so many days belong to one episode.
EPISODE_DAYS = 10
#: Words of which a number of dead counts everybody.
ANYBODY = frozenset({"people", "persons"})
OWN_DAY = frozenset({"stated", "relative", "event"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A report with its article and the claims it was made from or overlaps."""

    report: Report
    article: Article
    quote: Quote | None
    reactions: tuple[Reaction, ...]


Point = tuple[DisagreementKind, str, list[DisagreementValue]]


def find_disagreements(events: Sequence[Event], readings: Sequence[Reading]) -> tuple[Disagreement, ...]:
    """Every point on which the reports of an event differ, in the order of the events."""
    told = {one.report.id: one for reading in readings for one in _told(reading)}
    found: list[Disagreement] = []
    for event in events:
        reports = [told[key] for key in event.report_ids if key in told]
        if len({one.article.id for one in reports}) > 1:
            for find in _FINDERS:
                found.extend(_disagreement(event, point) for point in find(reports))
    found.extend(_disagreement(event, point) for event, point in _disputed_aims(events, told))
    return tuple({one.id: one for one in found}.values())


def _told(reading: Reading) -> Iterator[_Told]:
    quotes = {quote.id: quote for quote in reading.quotes}
    for report in reading.reports:
        evidence = report.evidence
        near = tuple(
            one
            for one in reading.reactions
            if one.id == report.claim_id or (report.kind == STATEMENT and one.evidence.overlaps(evidence))
        )
        yield _Told(report, reading.article, quotes.get(report.claim_id or ""), near)


def _disagreement(event: Event, point: Point) -> Disagreement:
    kind, about, values = point
    key = hashlib.sha256(f"{event.id} {kind} {about}".encode()).hexdigest()[:16]
    return Disagreement(key, kind, event.id, about, tuple(values))


def _value(article: Article, span: Span, value: str) -> DisagreementValue:
    return DisagreementValue(value, Evidence(article.id, span.start, span.end, span.of(article.text)))


def _details(reports: Iterable[_Told], name: str) -> list[tuple[_Told, Attribute]]:
    return [(one, detail) for one in reports for detail in one.report.attributes if detail.name == name]


def _days(reports: Sequence[_Told]) -> Iterator[Point]:
    """Two days for one thing, when each is in words of its own."""
    by_day: dict[dt.date, list[_Told]] = defaultdict(list)
    for one in reports:
        when = one.report.when
        if when.is_day and when.first and when.basis in OWN_DAY and one.report.kind != STATEMENT:
            by_day[when.first].append(one)
    values = [_day_value(one, day) for day, held in sorted(by_day.items()) for one in _one_an_article(held)]
    if len(by_day) > 1 and _articles(values) > 1:
        yield "contradiction", "day", values


def _day_value(one: _Told, day: dt.date) -> DisagreementValue:
    """The words from the cue to the day."""
    report, words = one.report, one.report.when.words
    at = report.evidence.words.find(words) if words else -1
    cue = report.cue
    start = report.evidence.start + at if at >= 0 else cue.start
    span = Span(min(cue.start, start), max(cue.end, start + len(words) if at >= 0 else cue.end))
    shown = f"{day.day} {day:%b %Y}"
    return _value(one.article, span, f"{shown}, from “{words}”" if words else shown)


def _one_an_article(held: Iterable[_Told]) -> list[_Told]:
    return list({one.article.id: one for one in reversed(list(held))}.values())[::-1]


def _articles(values: Iterable[DisagreementValue]) -> int:
    return len({value.evidence.article_id for value in values})


def _lengths(reports: Sequence[_Told]) -> Iterator[Point]:
    yield from _amounts(reports, "duration", "how long it lasted", to_hours)


def _numbers(reports: Sequence[_Told]) -> Iterator[Point]:
    yield from _amounts(reports, "number", "how many", to_amount)


def _tolls(reports: Sequence[_Told]) -> Iterator[Point]:
    """How many were killed, told of the same people: two soldiers and ten people can both be right."""
    counted: dict[str, list[tuple[_Told, Attribute]]] = defaultdict(list)
    for one, detail in _details(reports, "toll"):
        noun = detail.value.rpartition(" ")[2].lower()
        counted["people" if noun in ANYBODY or not noun.isalpha() or to_amount(noun) else noun].append((one, detail))
    for told in counted.values():
        yield from _differing(told, "how many were killed", to_amount)


def _amounts(reports: Sequence[_Told], name: str, about: str, read: Callable[[str], Amount | None]) -> Iterator[Point]:
    yield from _differing(_details(reports, name), about, read)


def _differing(
    told: Iterable[tuple[_Told, Attribute]], about: str, read: Callable[[str], Amount | None]
) -> Iterator[Point]:
    """Other numbers for one thing: a variation when all can be right, else a contradiction."""
    found: dict[tuple[Amount, str], DisagreementValue] = {}
    for one, detail in told:
        amount = read(detail.value)
        if amount is not None:
            found.setdefault((amount, one.article.id), _value(one.article, detail.span, detail.value))
    amounts = list(dict.fromkeys(amount for amount, _ in found))
    if len(amounts) < 2 or _articles(found.values()) < 2:
        return
    agree = all(one.may_equal(other) for n, one in enumerate(amounts) for other in amounts[n + 1 :])
    values = [value for amount in amounts for (held, _), value in found.items() if held == amount]
    yield "variation" if agree else "contradiction", about, values


def _subjects(reports: Sequence[_Told]) -> Iterator[Point]:
    """Talks that one says were about this and another about that."""
    values: list[DisagreementValue] = []
    kept: list[set[str]] = []
    for one, detail in _details(reports, "focus"):
        words = set(content_words(detail.value)) - set(content_words(one.report.cue.of(one.article.text)))
        if all(len(words & other) <= OTHER_SUBJECT * min(len(words), len(other)) for other in kept):
            kept.append(words)
            values.append(_value(one.article, detail.span, detail.value))
    if len(values) > 1 and _articles(values) > 1:
        yield "difference", "what it was about", values


def _conditions(reports: Sequence[_Told]) -> Iterator[Point]:
    """A step that one outlet tells with an "if" and another without."""
    by_type: dict[str, dict[str, tuple[Article, Reaction]]] = defaultdict(dict)
    for one in reports:
        for reaction in one.reactions:
            held = by_type[reaction.reaction].get(one.article.id)
            if held is None or (reaction.condition and not held[1].condition):
                by_type[reaction.reaction][one.article.id] = (one.article, reaction)
    for found in by_type.values():
        values = [_condition_value(article, reaction) for article, reaction in found.values()]
        conditional = sum(reaction.condition is not None for _, reaction in found.values())
        if 0 < conditional < len(values):
            yield "difference", "condition", values


def _condition_value(article: Article, reaction: Reaction) -> DisagreementValue:
    if reaction.condition:
        return _value(article, reaction.condition, reaction.condition.of(article.text))
    return DisagreementValue("no condition", reaction.evidence)


def _speakers(reports: Sequence[_Told]) -> Iterator[Point]:
    """The same words, given to another speaker by each outlet."""
    spoken = [one for one in reports if one.report.kind == STATEMENT and one.report.participants]
    words = [content_words(one.report.evidence.words) for one in spoken]
    rarity = weigh_words(words)
    vectors = [to_vector(each, rarity) for each in words]
    values: dict[str, DisagreementValue] = {}
    for n, one in enumerate(spoken):
        for m, other in enumerate(spoken[:n]):
            alike = one.article.id != other.article.id and likeness(vectors[n], vectors[m]) >= SAME_MATTER
            if alike and _are_others(one.report.participants, other.report.participants):
                values.setdefault(
                    _speaker_names(other), DisagreementValue(_speaker_names(other), other.report.evidence)
                )
                values.setdefault(_speaker_names(one), DisagreementValue(_speaker_names(one), one.report.evidence))
    if values:
        yield "difference", "who said it", list(values.values())


def _speaker_names(one: _Told) -> str:
    return " and ".join(actor.name for actor in one.report.participants)


def _are_others(ones: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """True when no speaker of one can be, or speak for, a speaker of the other, or when more countries speak."""
    lands, other_lands = ({actor.country for actor in each if actor.country} for each in (ones, others))
    if lands and other_lands and lands != other_lands:
        return True
    return not any(_may_speak_for(one, other) or _may_speak_for(other, one) for one in ones for other in others)


def _may_speak_for(one: Actor, other: Actor) -> bool:
    """True when ``one`` is ``other``, or an official of it, or its spokesman."""
    same_side = one.country == other.country and one.kind != "person" and other.kind != "person"
    if same_side or is_same_name(to_name(one.name), to_name(other.name)):
        return True
    if other.kind in STATES:
        return one.country == other.country
    role = one.role.lower()
    return other.kind != "person" and ("spokes" in role or other.name.lower().removeprefix("the ") in role)


def _wordings(reports: Sequence[_Told]) -> Iterator[Point]:
    """Words of one speaker that outlets quote in different forms, as translations do."""
    spoken = [one for one in reports if one.quote is not None and one.quote.speakers]
    contents = [content_words(_content(one)) for one in spoken]
    rarity = weigh_words(contents)
    vectors = [to_vector(each, rarity) for each in contents]
    groups: list[list[int]] = []
    for n, one in enumerate(spoken):
        for group in groups:
            same = shared_names(
                to_cast(one.report.participants).names, to_cast(spoken[group[0]].report.participants).names
            )
            if same and any(likeness(vectors[n], vectors[m]) >= SAME_SENTENCE for m in group):
                group.append(n)
                break
        else:
            groups.append([n])
    for group in groups:
        direct = {spoken[n].article.id for n in group if spoken[n].report.found_by != "quote:indirect"}
        values = _different_wordings([(spoken[n], vectors[n]) for n in group])
        if len(direct) > 1 and len(values) > 1 and _articles(values) > 1:
            yield "translation_variants", "wording", values


def _content(one: _Told) -> str:
    return " ".join(span.of(one.article.text) for span in one.quote.content) if one.quote else ""


def _different_wordings(group: Sequence[tuple[_Told, Mapping[str, float]]]) -> list[DisagreementValue]:
    kept: list[tuple[str, Mapping[str, float]]] = []
    values: list[DisagreementValue] = []
    for one, vector in group:
        content = " ".join(_content(one).split()).lstrip("-–•* ").removeprefix("that ")
        plain = content.lower().strip("“”\"'., ")
        if any(plain in held or held in plain or likeness(vector, other) > SAME_WORDS for held, other in kept):
            continue
        kept.append((plain, vector))
        quote = one.quote
        if quote is not None:
            values.append(_value(one.article, Span(quote.content[0].start, quote.content[-1].end), content))
    return values


def _ordinals(reports: Sequence[_Told]) -> Iterator[Point]:
    """What one tells as done and another as still to come: "his second trip"."""
    for planned, coming in _details(reports, "ordinal_planned"):
        for one, done in _details(reports, "ordinal"):
            if done.value.lower() == coming.value.lower() and one.article.id != planned.article.id:
                values = [_sentence(planned, coming), _sentence(one, done)]
                yield "modality", f"{coming.value} {one.report.kind}: done or still to come", values
                return


def _sentence(one: _Told, detail: Attribute) -> DisagreementValue:
    return DisagreementValue("to come" if detail.name.endswith("_planned") else "told as a fact", one.report.evidence)


def _disputed_aims(events: Sequence[Event], told: Mapping[str, _Told]) -> Iterator[tuple[Event, Point]]:
    """An aim of a trip or talks that one side denies and others claim."""
    claims = [
        (event, told[key], detail)
        for event in events
        for key in event.report_ids
        if key in told
        for detail in told[key].report.attributes
        if detail.name in ("purpose", "purpose_claimed")
    ]
    for event in events:
        for key in event.report_ids:
            for one, detail in _details([told[key]] if key in told else [], "purpose_denied"):
                values = [_value(one.article, detail.span, detail.value)]
                near = [(held, claim) for other, held, claim in claims if _are_one_episode(event, other)]
                topic = set(content_words(detail.value)) - set(content_words(event.title))
                values += [
                    _value(held.article, claim.span, claim.value)
                    for held, claim in near
                    if topic & set(content_words(claim.value))
                ]
                if len(values) > 1:
                    yield event, ("disputed_claim", "purpose", values)


def _are_one_episode(one: Event, other: Event) -> bool:
    first, last = one.when.first, one.when.last
    if first and last and other.when.first and other.when.last:
        window = dt.timedelta(days=EPISODE_DAYS)
        if other.when.first > last + window or first - window > other.when.last:
            return False
    names, others = to_cast(one.participants), to_cast(other.participants)
    return shared_names(names.names, others.names) > 0 or len(names.countries & others.countries) > 0


_FINDERS = (_days, _lengths, _numbers, _tolls, _subjects, _conditions, _speakers, _wordings, _ordinals)
