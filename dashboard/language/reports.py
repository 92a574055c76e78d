"""What an article tells to have happened, to be planned, claimed or denied."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.language.dates import when_of
from dashboard.language.details import find_details, find_places, find_things, place_details
from dashboard.language.happenings import Happening, find_happenings
from dashboard.language.participants import find_participants, without_repeats
from dashboard.language.reality import find_status
from dashboard.language.scenes import Scene, make_scene
from dashboard.language.sentences import Passage
from dashboard.language.syntax import read_words
from dashboard.records import (
    Act,
    Actor,
    Article,
    Attribute,
    Evidence,
    Mention,
    Quote,
    Reaction,
    Report,
    Span,
    Status,
    Timex,
    When,
)
from dashboard.vocabulary.events import DOERS, SPOKEN_ROOTS, STATEMENT, EventKind, load_event_kinds

#: Where a day comes from when words name it.
OWN_DAY = frozenset({"stated", "relative", "event"})
#: Sources of quotes that relay and do not speak for anyone.
RELAYS = frozenset({"media", "unnamed"})
#: A longer stretch in a sentence, such as a century, is not the day of what a noun refers to.
WIDE_DAYS = 366
#: A day that belongs to a noun stands at most so many words after it.
NEAR = 12
#: An event that is referred to without a day was at most so long before.
REFERRED_DAYS = 7


def find_reports(
    article: Article,
    passages: tuple[Passage, ...],
    acts: tuple[Act, ...],
    quotes: tuple[Quote, ...],
    reactions: tuple[Reaction, ...],
    mentions: tuple[Mention, ...],
    timexes: tuple[Timex, ...],
) -> tuple[Report, ...]:
    """The reports of an article, in order of their place: what its words tell, and one statement for each quote."""
    told: list[Report] = []
    for passage in passages:
        words = read_words(passage.doc)
        happenings = find_happenings(words)
        if not happenings:
            continue
        scene = make_scene(passage, words, mentions, quotes, timexes)
        for happening in happenings:
            report = _report(article, scene, happening, told, timexes, passages)
            if report is not None:
                told.append(report)
    found = _one_each(told)
    direct = {number for number, quote in enumerate(quotes) if quote.kind == "direct"}
    found += _from_acts(article, [act for act in acts if act.quote not in direct], found, timexes, passages)
    found += _statements(article, quotes, reactions)
    return tuple(sorted(found, key=lambda each: (each.evidence.start, each.cue.start, each.kind)))


def _day_of(article: Article, act: Act, timexes: Sequence[Timex], passages: Sequence[Passage]) -> When:
    """When the thing told by the act's predicate was."""
    number = bisect_right(passages, act.predicate.start, key=lambda passage: passage.start) - 1
    passage = passages[max(number, 0)]
    token = next((each for each in passage.doc if passage.start + each.idx == act.predicate.start), None)
    return when_of(article, passage, token, timexes, passages) if token is not None else act.when


def _report(
    article: Article,
    scene: Scene,
    happening: Happening,
    told: Sequence[Report],
    timexes: Sequence[Timex],
    passages: Sequence[Passage],
) -> Report | None:
    """The report of one happening; None where it is no event, or nobody takes part."""
    status = find_status(scene, happening)
    if status is None:
        return None
    kind = happening.kind
    places = find_places(scene, happening)
    cast, found_by = find_participants(scene, happening, places, told)
    if len(cast.actors) < kind.least:
        return None
    token = scene.words.doc[happening.token]
    own_day = _own_day(scene, happening) if kind.dated or happening.form == "noun" else None
    if kind.dated and own_day is None:
        return None
    when = own_day or when_of(article, scene.passage, token, timexes, passages)
    if when.basis not in OWN_DAY and _is_aside(scene, happening):
        return None
    if happening.form == "noun" and when.basis == "inherited":
        when = _loosened(when, status)
    elif happening.form == "noun" and _is_wide(when):
        when = _fresh(article)
    cue = scene.span(happening.token, happening.token)
    details = (
        *find_details(scene, happening),
        *find_things(scene, happening),
        *place_details(scene, places),
        *_joint(cast.doers, cue),
    )
    if status == "denied" and any(detail.name == "purpose_denied" for detail in details):
        # "Did not come for a sale" denies the aim and not the journey.
        status = "happened"
    return Report(
        id=_id(article, kind.key, scene.sentence(happening.token), happening.token),
        evidence=_evidence(article, scene.sentence(happening.token)),
        kind=kind.key,
        participants=cast.actors,
        when=when,
        status=status,
        cue=cue,
        found_by=found_by,
        place=cast.place,
        attributes=details,
    )


def _joint(doers: int, cue: Span) -> tuple[Attribute, ...]:
    """How many of the participants, from the first on, do together what the cue tells; nothing for one."""
    return (Attribute(DOERS, str(doers), cue),) if doers > 1 else ()


def _is_aside(scene: Scene, happening: Happening) -> bool:
    """True for a relative clause about a thing: "resolutions that Chile voted for" tell of no new vote."""
    words, verb = scene.words, happening.token
    return happening.form != "noun" and words.deps[verb] == "relcl" and words.heads[verb] not in scene.mentions


def _is_wide(when: When) -> bool:
    return bool(when.first and when.last and (when.last - when.first).days > WIDE_DAYS)


def _fresh(article: Article) -> When:
    """The days before the publication, for an event that nothing dates."""
    published = article.published
    first = published.first and published.first - dt.timedelta(days=REFERRED_DAYS)
    return When(first, published.last, "published" if published.last else "unknown")


def _loosened(when: When, status: Status) -> When:
    """The range for an event that is only referred to: the day of the sentence is not its own day."""
    if status == "planned":
        return replace(when, last=None)
    return replace(when, first=when.first and when.first - dt.timedelta(days=REFERRED_DAYS))


def _own_day(scene: Scene, happening: Happening) -> When | None:
    """The day, month or year that stands in the phrase itself, or in its clause."""
    words, token = scene.words, happening.token
    below = set(words.subtree(token))
    is_subject = happening.kind.dated and words.deps[token] in ("nsubj", "nsubjpass")
    verb = scene.verb_above(token) if is_subject else None
    for head, timex in scene.timexes:
        near = (
            happening.kind.dated
            and verb is None
            and 0 < head - token <= NEAR
            and not any(words.is_verb(i) for i in range(token, head))
        )
        above = words.heads[words.heads[head]] if words.pos[words.heads[head]] == "ADP" else words.heads[head]
        if (
            timex.type == "DATE"
            and timex.when.first
            and (head in below or near or (verb is not None and above == verb))
        ):
            return timex.when
    return None


def _one_each(told: Sequence[Report]) -> list[Report]:
    """One report a sentence and kind and cast; the one with more details stays."""
    kept: dict[tuple[str, int, tuple[Actor, ...]], Report] = {}
    for report in told:
        key = (report.kind, report.evidence.start, tuple(sorted(report.participants, key=lambda a: a.name)))
        held = kept.get(key)
        if held is None:
            kept[key] = report
        elif len(report.attributes) > len(held.attributes):
            kept[key] = replace(report, attributes=(*report.attributes, *held.attributes))
        else:
            kept[key] = replace(held, attributes=tuple(dict.fromkeys((*held.attributes, *report.attributes))))
    return list(kept.values())


def _from_acts(
    article: Article,
    acts: Sequence[Act],
    told: Sequence[Report],
    timexes: Sequence[Timex],
    passages: Sequence[Passage],
) -> list[Report]:
    """Reports of done acts whose words no kind of event claims: attacks, arrests, deployments."""
    by_act = {rule: kind for kind in load_event_kinds().values() for rule in kind.acts}
    taken = {(each.evidence.start, each.kind) for each in told}
    cues = {each.cue for each in told}
    found: list[Report] = []
    for act in acts:
        kind = by_act.get(act.found_by)
        if kind is None or act.predicate in cues or (act.span.start, kind.key) in taken or not _is_done(act, kind):
            continue
        when = _day_of(article, act, timexes, passages)
        if act.found_by.startswith("noun:") and when.basis not in OWN_DAY:
            continue
        found.append(_act_report(article, act, kind, when))
        taken.add((act.span.start, kind.key))
    return found


def _act_report(article: Article, act: Act, kind: EventKind, when: When) -> Report:
    participants = without_repeats(tuple(dict.fromkeys((*act.sources, *act.targets))))
    return Report(
        id=_id(article, kind.key, act.predicate, 0),
        evidence=_evidence(article, act.span),
        kind=kind.key,
        participants=participants,
        when=when,
        status="happened",
        cue=act.predicate,
        found_by=f"act:{act.found_by.partition(':')[2]}",
        attributes=(
            *(_things_of(article, act) if kind.asks_what else ()),
            *_joint(sum(actor in act.sources for actor in participants), act.predicate),
        ),
    )


def _things_of(article: Article, act: Act) -> Iterator[Attribute]:
    if act.topic and act.topic.start > act.predicate.start:
        yield Attribute("what", act.topic.of(article.text), act.topic)


def _is_done(act: Act, kind: EventKind) -> bool:
    """True for a deed between countries; what happens inside one is told by the words of its kind, or not at all."""
    lands = {actor.country for actor in (*act.sources, *act.targets) if actor.country}
    return act.modality == "done" and not act.negated and not act.condition and len(lands) >= max(kind.least, 2)


def _statements(article: Article, quotes: Sequence[Quote], reactions: Sequence[Reaction]) -> Iterator[Report]:
    """One report for each quote with a known speaker, and for each reaction that no quote holds."""
    for quote in quotes:
        speakers = tuple(each for each in quote.speakers if each.kind not in RELAYS or each.country)
        if speakers and all(each.kind != "media" for each in speakers):
            yield _quote_report(article, quote, speakers, reactions)
    held = [quote.evidence for quote in quotes]
    for reaction in reactions:
        spoken = reaction.root in SPOKEN_ROOTS
        if spoken and reaction.quote_id is None and not any(reaction.evidence.overlaps(each) for each in held):
            yield Report(
                id=_id(article, STATEMENT, reaction.cue, 1),
                evidence=reaction.evidence,
                kind=STATEMENT,
                participants=(reaction.actor,),
                when=reaction.when,
                status="happened",
                cue=reaction.cue,
                found_by=f"reaction:{reaction.reaction}",
                attributes=_condition(article, reaction),
                claim_id=reaction.id,
            )


def _quote_report(article: Article, quote: Quote, speakers: tuple[Actor, ...], reactions: Sequence[Reaction]) -> Report:
    span = quote.content[0]
    wording = tuple(Attribute("wording", " ".join(one.of(article.text).split()), one) for one in quote.content)
    inside = [one for one in reactions if one.quote_id == quote.id or one.evidence.overlaps(quote.evidence)]
    conditions = tuple(condition for one in inside for condition in _condition(article, one))
    source = quote.source or span
    speaker = Attribute("speaker", source.of(article.text), source)
    return Report(
        id=_id(article, STATEMENT, span, 0),
        evidence=quote.evidence,
        kind=STATEMENT,
        participants=speakers,
        when=quote.when,
        status="happened",
        cue=quote.cue or span,
        found_by=f"quote:{quote.kind}",
        attributes=(*wording, speaker, *dict.fromkeys(conditions)),
        claim_id=quote.id,
    )


def _condition(article: Article, reaction: Reaction) -> tuple[Attribute, ...]:
    span = reaction.condition
    return (Attribute("condition", span.of(article.text), span),) if span else ()


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article.id, span.start, span.end, span.of(article.text))


def _id(article: Article, kind: str, span: Span, number: int) -> str:
    return hashlib.sha256(f"{article.id} {span.start} {span.end} {kind} {number}".encode()).hexdigest()[:16]
