"""What an article tells to have happened, to be planned, claimed or denied."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.language import syntax
from dashboard.language.dates import when_of
from dashboard.language.details import BELIEVING, HEDGES, ROUNDS, WILL, find_details, find_places
from dashboard.language.happenings import Happening, find_happenings
from dashboard.language.scenes import Scene, doers, make_scene
from dashboard.language.sentences import Passage
from dashboard.language.syntax import read_words
from dashboard.language.tense import tense_of
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
from dashboard.vocabulary.events import SPOKEN_ROOTS, STATEMENT, EventKind, load_event_kinds

#: Verbs and adjectives whose complement need not come true; what they govern is no event.
UNREAL = frozenset(
    {
        "want", "wish", "hope", "urge", "ask", "demand", "request", "call", "seek", "consider", "threaten", "refuse",
        "decline", "deny", "try", "attempt", "fail", "warn", "propose", "suggest", "discourage", "prevent", "avoid",
        "stop", "dare", "like", "love", "willing", "eager", "unwilling", "able", "unable", "possible", "contemplate",
        "mull", "weigh", "dream", "fear", "worry", "ready", "willingness", "readiness", "determination",
        "desire", "offer", "proposal", "effort", "refusal", "possibility", "prospect", "chance", "opposition",
    }
)  # fmt: skip
#: Verbs whose complement is agreed on: a plan.
PLANNING = frozenset(
    {
        "plan", "schedule", "set", "agree", "prepare", "intend", "arrange", "due", "decide", "vow", "promise", "pledge",
        "accept", "expect",
    }
)  # fmt: skip
PLANNED_WORDS = frozenset(["planned", "upcoming", "forthcoming", "scheduled", "coming", "next", "expected", "future"])
VAGUE_WORDS = frozenset(["any", "possible", "potential", "proposed", "hypothetical", "eventual", "such", "no"])
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
MAY = frozenset({"may", "might", "could", "can", "should", "must"})
#: Verbs that say no more than their noun: "paid a visit", "held talks".
LIGHT = frozenset(
    {
        "have", "hold", "make", "pay", "take", "be", "conduct", "continue", "begin", "start", "end", "conclude",
        "attend", "join", "host", "lead", "resume", "open", "finish", "complete", "extend", "cut", "undertake", "mark",
    }
)  # fmt: skip
#: Prepositions before an event that is taken as known.
MEANWHILE = frozenset({"during", "after", "following", "since", "amid"})
#: Verbs after which "for talks" names what is still to come.
MOVING = frozenset({"arrive", "come", "go", "travel", "fly", "leave", "depart", "head", "return", "land", "set"})
#: Verbs of which the future says that something goes on now.
GOING_ON = frozenset({"continue", "remain", "stay", "proceed"})
HONOUR = frozenset({"honour", "honor", "tribute"})
#: Where a day comes from when words name it.
OWN_DAY = frozenset({"stated", "relative", "event"})
#: Kinds of actor that qualify a thing rather than take part: "artillery ammunition".
FORCES = frozenset({"armed_forces", "people", "group", "unnamed"})
#: Sources of quotes that relay and do not speak for anyone.
RELAYS = frozenset({"media", "unnamed"})
STEPS_UP = 6
#: How a report is found that only refers to one before it.
AGAIN = "again:"
#: A longer stretch in a sentence, such as a century, is not the day of what a noun refers to.
WIDE_DAYS = 366
#: A day that belongs to a noun stands at most so many words after it.
NEAR = 12
#: An event that is referred to without a day was at most so long before.
REFERRED_DAYS = 7
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl", "conj"})


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
    status = _status(scene, happening)
    if status is None:
        return None
    kind = happening.kind
    places = find_places(scene, happening)
    cast, found_by = _participants(scene, happening, places, told)
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
    details = (*find_details(scene, happening), *_things(scene, happening), *_place_details(scene, places))
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
        cue=scene.span(happening.token, happening.token),
        found_by=found_by,
        place=cast.place,
        attributes=details,
    )


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


@dataclass(frozen=True, slots=True)
class _Cast:
    actors: tuple[Actor, ...]
    place: str = ""


def _participants(
    scene: Scene, happening: Happening, places: dict[str, Span], told: Sequence[Report]
) -> tuple[_Cast, str]:
    """Who takes part, doer first, and where; and the rule that says so."""
    lemma = scene.words.lemmas[happening.token]
    if happening.form != "noun":
        return _cast(scene, happening, places, _verb_cast(scene, happening)), f"{happening.form}:{lemma}"
    cast = _cast(scene, happening, places, _noun_cast(scene, happening))
    if len(cast.actors) >= max(happening.kind.least, 1):
        return cast, f"noun:{lemma}"
    if _points_back(scene, happening):
        before = _told_before(happening.kind, told)
        if before is not None:
            return _Cast(before.participants, "" if _is_stop(before) else before.place), f"{AGAIN}{lemma}"
    governed = [*_noun_cast(scene, happening), *_governors(scene, happening)]
    return _cast(scene, happening, places, governed), f"noun:{lemma}"


def _told_before(kind: EventKind, told: Sequence[Report]) -> Report | None:
    """What "the visit" means: the last of its kind that is no mere plan and no stop on a journey, else the last."""
    same = [each for each in told if each.kind == kind.key]
    whole = [each for each in same if each.status != "planned" and not _is_stop(each)]
    return next(reversed(whole or same), None)


def _is_stop(report: Report) -> bool:
    return report.kind == "visit" and any(detail.name == "place" for detail in report.attributes)


def _cast(scene: Scene, happening: Happening, places: dict[str, Span], actors: Sequence[Actor]) -> _Cast:
    found = [*actors, *(_hosts(scene, happening) if happening.kind.family == "visit" else ())]
    unique = tuple(dict.fromkeys(found))
    if happening.form == "host" and sum(actor.kind == "person" for actor in unique) < 2:
        return _Cast(())
    place = places.get("place") or places.get("region")
    return _Cast(_without_repeats(unique), _plain_place(scene, place) if place else "")


def _verb_cast(scene: Scene, happening: Happening) -> list[Actor]:
    words, token = scene.words, happening.token
    found: list[Actor] = []
    found += doers(scene, token)
    for thing in syntax.objects_of(words, token):
        found += scene.actors(thing)
    for preposition, after in syntax.prepositions_of(words, token):
        if preposition in ("with", "to", "between", "against", "on", "by", "alongside", "for"):
            found += [actor for actor in scene.actors(after) if actor.kind not in FORCES or actor.country]
    return found + (_beside(scene, happening.thing) if happening.thing is not None else [])


def _beside(scene: Scene, noun: int) -> list[Actor]:
    """Those whom a noun's prepositions name: "talks between", "an agreement with", "a dinner in honour of"."""
    words = scene.words
    found: list[Actor] = []
    for preposition, after in syntax.prepositions_of(words, noun):
        if preposition in ("between", "with", "of", "by", "among"):
            found += scene.actors(after)
        elif words.lemmas[after] in HONOUR:
            found += scene.actors(after)
            found += [actor for _, who in syntax.prepositions_of(words, after) for actor in scene.actors(who)]
    return found


def _noun_cast(scene: Scene, happening: Happening) -> list[Actor]:
    """Those whom the noun's own phrase names: "Fiji's visit", "US-Cuban talks", "a meeting of the ministers"."""
    words, noun = scene.words, happening.token
    found: list[Actor] = []
    for child in words.children[noun]:
        if words.deps[child] in ("poss", "amod", "compound", "nmod"):
            found += [actor for actor in scene.actors(child) if actor.kind not in FORCES]
    if words.deps[noun] == "nsubj" and words.lemmas[words.heads[noun]] == "be":
        # "The visit would be the queen's second" says whose it is.
        found += [
            who
            for said in words.kids(words.heads[noun], "attr")
            for poss in words.kids(said, "poss")
            for who in scene.actors(poss)
        ]
    return found + (_beside(scene, noun) if words.lemmas[noun] not in ROUNDS else [])


def _finite(scene: Scene, verb: int) -> int:
    """The verb with a subject of its own that ``verb`` hangs on: "showed" over "a wish to help develop"."""
    while scene.words.tags[verb] in ("VB", "VBG") and (above := scene.verb_above(verb)) is not None:
        verb = above
    return verb


def _governors(scene: Scene, happening: Happening) -> list[Actor]:
    """Those who take part by the verb: "Fiji paid a visit", "on a trip he met", "took part in the talks"."""
    words, noun = scene.words, happening.token
    verb = scene.verb_above(noun)
    if verb is None:
        return []
    if words.lowers[words.heads[noun]] in MEANWHILE:
        verb = _finite(scene, verb)
    direct = words.deps[noun] in ("dobj", "attr", "nsubj", "nsubjpass") and words.heads[noun] == verb
    if (direct and words.lemmas[verb] not in LIGHT) or (not direct and happening.kind.family not in ("talks", "visit")):
        return []
    found = list(doers(scene, verb))
    found += [actor for thing in syntax.objects_of(words, verb) if thing != noun for actor in scene.actors(thing)]
    for preposition, after in syntax.prepositions_of(words, verb):
        if preposition in ("with", "between"):
            found += scene.actors(after)
    return found


def _hosts(scene: Scene, happening: Happening) -> list[Actor]:
    """The country that is visited takes part."""
    words = scene.words
    found: list[Actor] = []
    heads = list(syntax.objects_of(words, happening.token)) if happening.form == "verb" else []
    heads += [after for way, after in syntax.prepositions_of(words, happening.token) if way in ("to", "of", "in")]
    for head in heads:
        found += [actor for actor in scene.actors(head, place=True) if actor.kind in ("country", "government")]
    return found


def _without_repeats(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, without a country that one of its people stands for."""
    persons = {actor.country for actor in actors if actor.kind == "person" and actor.country}
    return tuple(each for each in actors if each.kind == "person" or each.country not in persons or not each.country)


def _plain_place(scene: Scene, span: Span) -> str:
    words = scene.text(span)
    return words[4:] if words.lower().startswith("the ") else words


def _points_back(scene: Scene, happening: Happening) -> bool:
    """True for "the meeting", "these talks", "their visit": an event told before."""
    words = scene.words
    kids = [words.lowers[child] for child in words.kids(happening.token, "det", "poss")]
    return any(lower in ("the", "this", "these", "their", "that") for lower in kids) or (
        not kids and words.tags[happening.token] == "NNS" and words.deps[happening.token] in ("nsubj", "nsubjpass")
    )


def _status(scene: Scene, happening: Happening) -> Status | None:
    """How real it is; None for what is only wished for, possible, or said in direct words."""
    words, token = scene.words, happening.token
    if scene.in_direct_words(token):
        return None
    if happening.form != "noun":
        return _verb_status(scene, happening, token)
    kids = {words.lowers[child] for child in words.children[token]}
    preposition = words.heads[token]
    if kids & VAGUE_WORDS or (words.deps[token] == "pobj" and words.lemmas[words.heads[preposition]] in UNREAL):
        return None
    verb = scene.verb_above(token)
    bound_for = words.lowers[preposition] == "for" and verb is not None and words.lemmas[verb] in MOVING
    if kids & PLANNED_WORDS or bound_for:
        return "planned"
    if verb is None or words.lowers[preposition] in MEANWHILE:
        return "happened"
    return _verb_status(scene, happening, verb)


def _verb_status(scene: Scene, happening: Happening, verb: int) -> Status | None:
    if _is_unreal(scene, verb):
        return None
    return "denied" if _is_negated(scene, verb, happening) else _told(scene, verb)


def _told(scene: Scene, verb: int) -> Status:
    words = scene.words
    kids = {words.lowers[child] for child in words.children[verb]}
    helpers = {words.lowers[child] for child in words.kids(verb, "aux", "auxpass")}
    head = words.heads[verb]
    if words.lemmas[verb] in GOING_ON and helpers & WILL:
        return "ongoing"
    if helpers & WILL or (words.tags[verb] == "VB" and words.lemmas[head] in PLANNING | {"invitation", "plan", "be"}):
        return "planned"
    if tense_of(words.doc[verb]) == "future" and words.tags[verb] == "VB":
        return "planned"
    if kids & HEDGES or (words.deps[verb] in ("ccomp", "xcomp") and words.lemmas[head] in BELIEVING):
        return "claimed"
    if words.tags[verb] == "VBG" and helpers & {"is", "are", "'s", "'re"}:
        return "ongoing"
    if words.lemmas[verb] == "be" and words.tags[verb] in ("VBZ", "VBP"):
        return "ongoing"
    return "happened"


def _is_unreal(scene: Scene, verb: int) -> bool:
    """True for what is asked, wished for, possible, a condition or an aim, and for what hangs on such a verb."""
    words = scene.words
    for _ in range(STEPS_UP):
        if {words.lowers[child] for child in words.kids(verb, "aux", "mark")} & (MAY | CONDITIONS):
            return True
        head, dep = words.heads[verb], words.deps[verb]
        if head == verb or dep not in CLAUSES:
            return False
        infinitive = words.tags[verb] == "VB"
        if dep == "advcl" and infinitive and any(words.lowers[kid] == "to" for kid in words.kids(verb, "aux")):
            return True
        if dep == "relcl" or not (infinitive or words.tags[verb] in ("VBG", "VBN") or dep == "conj"):
            return False
        above = head if words.is_verb(head) or words.pos[head] in ("ADJ", "NOUN") else words.heads[head]
        if words.pos[above] == "NOUN" and words.lemmas[above] not in UNREAL:
            governor = scene.verb_above(above)
            if governor is None:
                return False
            above = governor
        complements = words.kids(above, "acomp", "attr") if words.lemmas[above] == "be" else []
        if dep not in ("conj", "advcl") and any(words.lemmas[each] in UNREAL for each in (above, *complements)):
            return True
        verb = above
    return False


def _is_negated(scene: Scene, verb: int, happening: Happening) -> bool:
    words = scene.words
    if happening.form == "noun" and verb not in (words.heads[happening.token], happening.token):
        return False
    if words.kids(verb, "neg"):
        return True
    if happening.form == "noun":
        return any(words.lowers[child] in ("no", "neither") for child in words.kids(happening.token, "det", "neg"))
    nouns = [*([happening.thing] if happening.thing is not None else []), *syntax.objects_of(words, verb)]
    subject = syntax.patient(words, verb) if syntax.is_passive(words, verb) else syntax.subject(words, verb)
    nouns += [subject] if subject is not None else []
    return any(words.lowers[child] in ("no", "neither") for noun in nouns for child in words.kids(noun, "det", "neg"))


def _things(scene: Scene, happening: Happening) -> Iterator[Attribute]:
    """What it was about, in the words of the text: "two short-range missiles", "the end of the war"."""
    words = scene.words
    heads: list[int] = []
    joined: tuple[str, ...] = ()
    if happening.kind.dated:
        # The day of such an event is part of its name: "the war ended in 1953".
        joined = ("mark", "advmod", "cc", "conj")
        heads = [happening.token]
    elif happening.thing is not None and happening.form == "verb":
        heads = [happening.thing]
    elif happening.form == "verb":
        objects = syntax.objects_of(words, happening.token)
        heads = [noun for noun in objects if noun not in scene.mentions or words.pos[noun] == "NOUN"]
    for head in heads:
        if words.lemmas[head] in happening.kind.nouns:
            head = next((after for way, after in syntax.prepositions_of(words, head) if way == "of"), head)
        span = _without_day(scene, head, scene.phrase(head, without=("relcl", "advcl", "acl", "appos", *joined)))
        yield Attribute("what", scene.text(span), span)


def _without_day(scene: Scene, head: int, span: Span) -> Span:
    """The phrase up to the time words in it: "an agreement" of "an agreement on Thursday"."""
    words = scene.words
    if words.pos[head] != "NOUN" or scene.words.doc[head].ent_type_ == "DATE":
        return span
    for time, timex in scene.timexes:
        first = words.heads[time] if words.pos[words.heads[time]] == "ADP" else time
        if head < first and timex.span.start < span.end and timex.type in ("DATE", "TIME"):
            return Span(span.start, min(span.end, scene.span(first - 1, first - 1).end))
    return span


def _place_details(scene: Scene, places: dict[str, Span]) -> Iterator[Attribute]:
    for role, span in places.items():
        yield Attribute(role, _plain_place(scene, span), span)


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
    kinds = load_event_kinds()
    by_root = {root: kind for kind in kinds.values() for root in kind.roots}
    roots = {key: {root.split(":")[0] for root in kind.roots} for key, kind in kinds.items()}
    taken = {(each.evidence.start, root) for each in told for root in roots[each.kind]}
    cues = {each.cue for each in told}
    found: list[Report] = []
    for act in acts:
        kind = by_root.get(f"{act.root}:{act.mode}") or by_root.get(act.root)
        if kind is None or act.predicate in cues or (act.span.start, act.root) in taken or not _is_done(act, kind):
            continue
        when = _day_of(article, act, timexes, passages)
        if act.found_by.startswith("noun:") and when.basis not in OWN_DAY:
            continue
        found.append(_act_report(article, act, kind, when))
        taken.add((act.span.start, act.root))
    return found


def _act_report(article: Article, act: Act, kind: EventKind, when: When) -> Report:
    return Report(
        id=_id(article, kind.key, act.predicate, 0),
        evidence=_evidence(article, act.span),
        kind=kind.key,
        participants=_without_repeats(tuple(dict.fromkeys((*act.sources, *act.targets)))),
        when=when,
        status="happened",
        cue=act.predicate,
        found_by=f"act:{act.root.lower()}",
        attributes=(Attribute("what", act.topic.of(article.text), act.topic),) if act.topic else (),
    )


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
