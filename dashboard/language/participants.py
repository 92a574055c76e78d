"""Who takes part in a told event, doer first, and where it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.language import syntax
from dashboard.language.details import ROUNDS, plain_place
from dashboard.language.happenings import Happening
from dashboard.language.reality import MEANWHILE
from dashboard.language.scenes import Scene, doers
from dashboard.language.syntax import Words
from dashboard.records import Actor, Report, Span
from dashboard.vocabulary.events import EventKind

#: Verbs that say no more than their noun: "paid a visit", "held talks".
LIGHT = frozenset(
    {
        "have", "hold", "make", "pay", "take", "be", "conduct", "continue", "begin", "start", "end", "conclude",
        "attend", "join", "host", "lead", "resume", "open", "finish", "complete", "extend", "prolong", "cut",
        "undertake", "mark",
    }
)  # fmt: skip
HONOUR = frozenset({"honour", "honor", "tribute"})
#: Kinds of actor that qualify a thing rather than take part: "artillery ammunition".
FORCES = frozenset({"armed_forces", "people", "group", "unnamed"})
#: Kinds of entity that tell one event of a kind from another.
NAMED = frozenset({"GPE", "LOC", "NORP", "ORG", "PERSON", "EVENT"})
#: How a report is found that only refers to one before it.
AGAIN = "again:"


@dataclass(frozen=True, slots=True)
class Cast:
    """Those who take part in one told event, doer first, and where it was."""

    actors: tuple[Actor, ...]
    place: str = ""
    doers: int = 1
    """How many of the actors, from the first on, act together."""


def find_participants(
    scene: Scene, happening: Happening, places: dict[str, Span], told: Sequence[Report]
) -> tuple[Cast, str]:
    """Who takes part, doer first, and where; and the rule that says so."""
    lemma = scene.words.lemmas[happening.token]
    if happening.form != "noun":
        return _cast(scene, happening, places, _verb_cast(scene, happening)), _rule(scene, happening)
    cast = _cast(scene, happening, places, _noun_cast(scene, happening))
    if len(cast.actors) >= max(happening.kind.least, 1):
        return cast, f"noun:{lemma}"
    if _points_back(scene, happening):
        before = _told_before(happening.kind, told)
        if before is not None and _may_be(scene, happening.token, before):
            return Cast(before.participants, "" if _is_stop(before) else before.place), f"{AGAIN}{lemma}"
    governed = [*_noun_cast(scene, happening), *_governors(scene, happening)]
    return _cast(scene, happening, places, governed), f"noun:{lemma}"


def _may_be(scene: Scene, noun: int, before: Report) -> bool:
    """True unless names beside the noun are of others: "the Geneva talks" are no talks between Chad and Mali."""
    words = scene.words
    if any(words.lowers[way] == "of" for way in words.kids(noun, "prep")):
        return False
    named = [
        child
        for child in words.kids(noun, "compound", "amod", "nmod")
        if words.pos[child] == "PROPN" or words.entities[child] in NAMED
    ]
    return all(set(scene.actors(child, place=True)) & set(before.participants) for child in named)


def _rule(scene: Scene, happening: Happening) -> str:
    """The form and the verb, "passive" where the text names no doer: "verb:carry out", "passive:summon"."""
    words, token = scene.words, happening.token
    form = "passive" if _is_doerless(words, token) else happening.form
    return f"{form}:{syntax.verb_phrase(words, token)}"


def _is_doerless(words: Words, verb: int) -> bool:
    """True for a passive without "by"."""
    return syntax.is_passive(words, verb) and syntax.agent(words, verb) is None


def _told_before(kind: EventKind, told: Sequence[Report]) -> Report | None:
    """What "the visit" means: the last of its kind that is no mere plan and no stop on a journey, else the last."""
    same = [each for each in told if each.kind == kind.key]
    whole = [each for each in same if each.status != "planned" and not _is_stop(each)]
    return next(reversed(whole or same), None)


def _is_stop(report: Report) -> bool:
    return report.kind == "visit" and any(detail.name == "place" for detail in report.attributes)


def _cast(scene: Scene, happening: Happening, places: dict[str, Span], actors: Sequence[Actor]) -> Cast:
    # Nobody visits where only the country is named that is visited.
    found = [*actors, *(_hosts(scene, happening) if actors and happening.kind.family == "visit" else ())]
    unique = tuple(dict.fromkeys(found))
    if happening.form == "host" and sum(actor.kind == "person" for actor in unique) < 2:
        return Cast(())
    place = places.get("place") or places.get("region")
    cast = without_repeats(unique)
    acting = _doers(scene, happening.token) if happening.form == "verb" else ()
    return Cast(cast, plain_place(scene, place) if place else "", max(1, sum(actor in acting for actor in cast)))


def _verb_cast(scene: Scene, happening: Happening) -> list[Actor]:
    words, token = scene.words, happening.token
    found: list[Actor] = [*_doers(scene, token)]
    if not found and not _is_doerless(words, token):
        # Of "those who attacked Chad" it is not Chad that acts.
        return []
    for thing in syntax.objects_of(words, token):
        found += scene.actors(thing)
    for preposition, after in syntax.prepositions_of(words, token):
        if preposition in ("with", "to", "between", "against", "on", "by", "alongside", "for"):
            found += [actor for actor in scene.actors(after) if actor.kind not in FORCES or actor.country]
    if happening.thing is not None:
        found += [*_beside(scene, happening.thing), *_receivers(scene, happening)]
    return found


def _doers(scene: Scene, verb: int) -> tuple[Actor, ...]:
    """Who does ``verb``, also as a noun: "shelling by the militia killed two, doctors said"."""
    words = scene.words
    by = [who for way, who in syntax.prepositions_of(words, verb) if way == "by"] if words.tags[verb] == "VBG" else []
    return tuple(actor for who in by for actor in scene.actors(who)) or doers(scene, verb)


def _receivers(scene: Scene, happening: Happening) -> list[Actor]:
    """Those to whom a thing is given, also where the parser hangs them on it: "sent food to Chad"."""
    if happening.kind.family != "transfer" or happening.thing is None:
        return []
    given = [each for i in (happening.token, happening.thing) for each in syntax.prepositions_of(scene.words, i)]
    return [actor for way, after in given if way == "to" for actor in scene.actors(after, place=True)]


def _beside(scene: Scene, noun: int, *, thing: int | None = None) -> list[Actor]:
    """Those whom a noun's prepositions name: "talks between", "an agreement with", "a dinner in honour of".

    ``thing`` is what the noun is done to: "the recall of the envoy".
    """
    words = scene.words
    found: list[Actor] = []
    for preposition, after in syntax.prepositions_of(words, noun):
        if after == thing:
            continue
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
            owns = words.deps[child] == "poss"
            found += [actor for actor in scene.actors(child) if owns or actor.kind not in FORCES]
    if words.deps[noun] == "nsubj" and words.lemmas[words.heads[noun]] == "be":
        # "The visit would be the queen's second" says whose it is.
        found += [
            who
            for said in words.kids(words.heads[noun], "attr")
            for poss in words.kids(said, "poss")
            for who in scene.actors(poss)
        ]
    if words.lemmas[noun] in ROUNDS:
        return found
    return found + _beside(scene, noun, thing=happening.thing)


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


def without_repeats(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, without a country that one of its people stands for; who recalls its own envoy acts for itself."""
    found: list[Actor] = []
    for actor in actors:
        persons = {each.country for each in found if each.kind == "person"} - {""}
        if actor.kind == "person" or actor.country not in persons:
            found.append(actor)
    return tuple(found)


def _points_back(scene: Scene, happening: Happening) -> bool:
    """True for "the meeting", "these talks", "their visit": an event told before."""
    words = scene.words
    kids = [words.lowers[child] for child in words.kids(happening.token, "det", "poss")]
    return any(lower in ("the", "this", "these", "their", "that") for lower in kids) or (
        not kids and words.tags[happening.token] == "NNS" and words.deps[happening.token] in ("nsubj", "nsubjpass")
    )
