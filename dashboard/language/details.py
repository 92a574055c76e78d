"""The details of a report on which others may disagree: how long, how many, about what, what for, where from."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language import syntax
from dashboard.language.happenings import PLACE_ENTITIES, Happening
from dashboard.language.scenes import Scene
from dashboard.language.syntax import Words
from dashboard.records import Attribute, Span

FOCUS_VERBS = frozenset({"focus", "centre", "center", "concentrate", "revolve", "touch", "dwell", "deal"})
AIM_NOUNS = frozenset({"purpose", "aim", "goal", "point", "objective", "reason", "intention"})
ORDINALS = frozenset(
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "maiden",
    }
)  # fmt: skip
NOT_A_LENGTH = frozenset({"ago", "earlier", "later", "before", "after", "prior", "old", "away", "since"})
HEDGES = frozenset(["reportedly", "allegedly", "apparently", "supposedly", "purportedly", "presumably"])
BELIEVING = frozenset(["believe", "suspect", "think", "assume", "claim", "allege", "estimate"])
WILL = frozenset({"will", "would", "shall", "'ll", "wo"})
TALKS = frozenset(["talk", "talks", "negotiation", "discussion", "consultation", "meeting", "summit"])
#: Kinds of word that do not end a phrase.
FUNCTION_WORDS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PUNCT"})
#: Prepositions before what a measure or a weapon is aimed at.
AIMING = frozenset({"on", "against", "at"})
RELATIVE = ("relcl", "acl", "appos", "cc", "conj")

#: A suffix to the name of a detail, where it stands, and where its value stands in that.
Found = tuple[str, Span, Span]


def find_details(scene: Scene, happening: Happening) -> tuple[Attribute, ...]:
    """The details that the sentence gives for this happening, of the names that its kind asks for.

    A purpose that is denied or only claimed has its own name ("purpose_denied", "purpose_claimed"), and so has an
    ordinal of what is only to come ("ordinal_planned").
    """
    found: list[Attribute] = []
    for name in happening.kind.attributes:
        for suffix, span, value in _FINDERS[name](scene, happening) if name in _FINDERS else ():
            found.append(Attribute(name + suffix, scene.text(value), span))
    return tuple(found)


def find_places(scene: Scene, happening: Happening) -> dict[str, Span]:
    """Where it was: "place" (a town, a building), "region" (a country, a stretch of land), "origin", "destination"."""
    found: dict[str, Span] = {}
    words, token = scene.words, happening.token
    visit = happening.kind.family == "visit"
    if happening.form == "verb" and happening.kind.family in JOURNEYS:
        for thing in syntax.objects_of(words, token):
            if thing == happening.thing and words.lemmas[thing] in happening.kind.nouns:
                continue
            if happening.kind.key == "departure" and _is_place(scene, thing):
                found["origin"] = _place_words(scene, thing)
            elif (visit and _is_site(scene, thing)) or _is_place(scene, thing):
                found.setdefault(_level(scene, thing), _place_words(scene, thing))
    for child in words.kids(token, "compound") if visit and happening.form == "noun" else ():
        if words.pos[child] == "NOUN":
            found.setdefault("place", scene.phrase(child))
    for anchor in _anchors(scene, happening):
        for preposition, after in syntax.prepositions_of(words, anchor):
            called_in = after == happening.thing and happening.kind.family not in JOURNEYS
            role = None if called_in else _ROLES.get(preposition)
            to_site = visit and (preposition == "to" or (preposition == "of" and words.lemmas[anchor] in ROUNDS))
            if to_site or (visit and role == "destination" and preposition != "of"):
                role = "place"
            if role and (_is_place(scene, after) or (to_site and _is_site(scene, after))):
                found.setdefault(_level(scene, after) if role == "place" else role, _place_words(scene, after))
    return found


_ROLES = {
    "in": "place", "at": "place", "inside": "place", "near": "place", "outside": "place", "aboard": "place",
    "around": "place", "to": "destination", "for": "destination",
    "into": "destination", "from": "origin",
}  # fmt: skip


#: Families of events whose object may be a place: "left Paris".
JOURNEYS = frozenset({"visit", "departure", "arrival"})
#: Nouns whose "of" names the place: "a tour of the port".
ROUNDS = frozenset({"tour", "inspection"})
#: Words for a place that may be as large as a country.
LANDS = frozenset({"country", "nation", "state", "region", "area", "continent", "world", "neighbour", "neighbor"})


def _is_site(scene: Scene, i: int) -> bool:
    """True for what can be visited and is nobody: "an aircraft factory"."""
    if scene.words.pos[i] not in ("NOUN", "PROPN") or scene.words.doc[i].ent_type_ in ("DATE", "TIME", "PERSON"):
        return False
    mention = scene.mentions.get(i)
    return mention is None or all(actor.kind not in ("person", "unnamed") for actor in mention.actors)


def _level(scene: Scene, i: int) -> str:
    """Whether a place is a country, its capital or a stretch of land, or a spot in it."""
    mention = scene.mentions.get(i)
    if mention is not None and mention.form in ("country", "nationality", "metonym") and scene.words.pos[i] == "PROPN":
        return "region"
    return "region" if scene.words.doc[i].ent_type_ == "LOC" or scene.words.lemmas[i] in LANDS else "place"


def _is_place(scene: Scene, i: int) -> bool:
    words = scene.words
    if words.doc[i].ent_type_ in PLACE_ENTITIES:
        return True
    mention = scene.mentions.get(i)
    if mention is not None and all(actor.kind in ("country", "government") for actor in mention.actors):
        return mention.form in ("country", "metonym", "name", "description") or mention.place
    if any(
        preposition == "of" and words.doc[of].ent_type_ == "GPE"
        for preposition, of in syntax.prepositions_of(scene.words, i)
    ):
        return True
    return words.pos[i] == "PROPN" and words.doc[i].ent_type_ in ("ORG", "") and words.deps[i] in ("pobj", "dobj")


def _place_words(scene: Scene, i: int) -> Span:
    """The words of a place: "the port of Vladivostok", without what is told of it."""
    of = [after for preposition, after in syntax.prepositions_of(scene.words, i) if preposition == "of"]
    span = scene.phrase(i, without=(*RELATIVE, "prep", "punct", "advmod", "npadvmod"))
    if of and scene.words.pos[of[0]] == "PROPN" and of[0] - i <= 3:
        return Span(span.start, scene.span(of[0], of[0]).end)
    return span


def _anchors(scene: Scene, happening: Happening) -> list[int]:
    """The tokens on which the details hang: the word itself, and the verb of which it is subject or object."""
    words, token = scene.words, happening.token
    anchors = [token]
    if happening.form == "noun" and words.deps[token] in ("nsubj", "nsubjpass", "dobj", "attr"):
        anchors.append(words.heads[token])
    if happening.thing is not None and happening.form == "verb":
        anchors.append(happening.thing)
    return anchors


def _durations(scene: Scene, happening: Happening) -> Iterator[Found]:
    words = scene.words
    anchors = _anchors(scene, happening)
    anchors += [verb for each in _met_for(scene, happening) for verb in words.kids(each, "relcl")]
    whole = words.heads[words.heads[happening.token]] if words.lowers[words.heads[happening.token]] == "of" else None
    for head, timex in scene.timexes:
        last = scene.text(timex.span).rsplit(" ", 1)[-1].lower()
        if timex.type != "DURATION" or last in NOT_A_LENGTH or _is_beside(scene, head, NOT_A_LENGTH):
            continue
        above = words.heads[head]
        through = words.heads[above] if words.pos[above] in ("ADP", "SCONJ") else above
        if above in anchors or through in anchors or head == whole:
            span = _grown(scene, head, timex.span)
            yield "", span, span


def _met_for(scene: Scene, happening: Happening) -> list[int]:
    """The talks that are told: "talks that lasted an hour", also those somebody is received for."""
    token = happening.token
    if happening.kind.family != "talks":
        return []
    held = [happening.thing] if happening.thing is not None else []
    return [token, *held, *(after for _, after in syntax.prepositions_of(scene.words, token))]


def _grown(scene: Scene, head: int, span: Span) -> Span:
    """The expression with the words that loosen it: "about", "over", "four to"."""
    phrase = scene.phrase(head, without=("prep", *RELATIVE))
    return Span(min(phrase.start, span.start), span.end)


def _is_beside(scene: Scene, i: int, lowers: frozenset[str]) -> bool:
    words = scene.words
    near = [words.heads[i], *words.children[i], *range(i + 1, min(i + 2, len(words)))]
    return any(words.lowers[each] in lowers and words.pos[each] != "VERB" for each in near) and not (
        words.lowers[words.heads[i]] == "after" and words.deps[i] == "pobj"
    )


def _number(scene: Scene, happening: Happening) -> Iterator[Found]:
    objects = syntax.objects_of(scene.words, happening.token) if happening.form == "verb" else []
    things = [happening.thing] if happening.thing is not None else objects
    if happening.kind.directed and not any(scene.words.kids(thing, "nummod") for thing in things):
        # "Sanctions on six judges": those are counted who are aimed at.
        aims = [(way, aim) for thing in things for way, aim in syntax.prepositions_of(scene.words, thing)]
        things = [aim for way, aim in aims if way in AIMING]
    for thing in things:
        if _is_counted_in_parts(scene.words, thing):
            continue
        for child in scene.words.kids(thing, "nummod"):
            span = scene.phrase(child)
            yield "", span, span


def _tolls(scene: Scene, happening: Happening) -> Iterator[Found]:
    """How many were killed: "killing two people", "strikes killed ten", "three were killed in a raid".

    Where the dead are counted in several parts, no part is the toll.
    """
    words = scene.words
    for verb in _killings(words, happening.token):
        dead = [syntax.patient(words, verb)] if syntax.is_passive(words, verb) else syntax.objects_of(words, verb)
        for thing in dead:
            if thing is not None and _is_counted(words, thing) and not _is_counted_in_parts(words, thing):
                span = scene.phrase(thing, without=("prep", "relcl", "acl", "appos"))
                yield "", span, span


def _killings(words: Words, token: int) -> list[int]:
    """The verbs of killing that hang on what is told, or that it hangs on."""
    near = [*words.kids(token, "advcl", "relcl", "conj"), token]
    above = words.heads[token]
    near.append(words.heads[above] if words.pos[above] == "ADP" else above)
    return [verb for verb in dict.fromkeys(near) if words.is_verb(verb) and words.lemmas[verb] == "kill"]


def _is_counted_in_parts(words: Words, noun: int) -> bool:
    """True for "two tanks and nine jets", where no number is that of the whole."""
    return sum(_is_counted(words, each) for each in words.conjuncts(words.first_conjunct(noun))) > 1


def _is_counted(words: Words, noun: int) -> bool:
    return words.tags[noun] == "CD" or bool(words.kids(noun, "nummod"))


_FOCUS_PREPOSITIONS: tuple[str, ...] = ("on", "around", "upon", "with")


def _focus(scene: Scene, happening: Happening) -> Iterator[Found]:
    words = scene.words
    verb = words.heads[happening.token]
    if happening.form != "noun" or words.deps[happening.token] not in ("nsubj", "nsubjpass"):
        return
    wanted = (
        _FOCUS_PREPOSITIONS if words.lemmas[verb] in FOCUS_VERBS else ("about",) if words.lemmas[verb] == "be" else ()
    )
    found = [after for preposition, after in syntax.prepositions_of(words, verb) if preposition in wanted]
    if found:
        phrases = [scene.phrase(after, without=("relcl", "advcl")) for after in found]
        subject = Span(min(each.start for each in phrases), max(each.end for each in phrases))
        yield "", Span(scene.phrase(happening.token).start, subject.end), subject


def _purposes(scene: Scene, happening: Happening) -> Iterator[Found]:
    for anchor, span in _purpose_spans(scene, happening):
        yield _polarity(scene, anchor), span, span


def _purpose_spans(scene: Scene, happening: Happening) -> Iterator[tuple[int, Span]]:
    """Each aim with the token that tells whether it is denied."""
    words, token = scene.words, happening.token
    if words.deps[token] == "pobj" and words.lemmas[words.heads[words.heads[token]]] in AIM_NOUNS:
        above = scene.verb_above(token)
        if above is not None:
            yield above, scene.phrase(above, without=("mark",))
    elif happening.form == "noun":
        for preposition, after in syntax.prepositions_of(words, token):
            if preposition in ("about", "over") and words.pos[after] in ("NOUN", "PROPN"):
                first = scene.phrase(token, without=("prep",))
                yield token, Span(first.start, scene.phrase(after, without=RELATIVE).end)
    else:
        for child in words.kids(token, "advcl", "xcomp"):
            if words.tags[child] == "VB" and any(words.lowers[kid] == "to" for kid in words.children[child]):
                yield child, scene.phrase(child)
        for preposition, after in syntax.prepositions_of(words, token):
            if preposition == "for" and _is_aim(scene, happening, after):
                aim = scene.phrase(after, without=("relcl",))
                denied = words.kids(token, "neg")
                yield (token, Span(scene.span(denied[0], token).start, aim.end)) if denied else (after, aim)


def _is_aim(scene: Scene, happening: Happening, noun: int) -> bool:
    """True for "came for talks" and "came for an arms sale"; not for "left for Rome" and "came for two days"."""
    words = scene.words
    if words.lemmas[noun] in TALKS:
        return True
    timed = any(time == noun for time, _ in scene.timexes)
    return happening.kind.family in JOURNEYS and words.pos[noun] == "NOUN" and not timed and not _is_place(scene, noun)


def _polarity(scene: Scene, i: int) -> str:
    """Whether an aim is told as denied, as somebody's belief, or as it is."""
    words = scene.words
    verb = i if words.is_verb(i) else scene.verb_above(i)
    if verb is not None and words.kids(verb, "neg"):
        return "_denied"
    sentence = words.doc[i].sent
    near = range(sentence.start, sentence.end)
    if any(words.lowers[j] in HEDGES or (words.lemmas[j] in BELIEVING and words.pos[j] == "VERB") for j in near):
        return "_claimed"
    return ""


def _ordinals(scene: Scene, happening: Happening) -> Iterator[Found]:
    """ "His second trip", "the visit would be his second"."""
    words = scene.words
    noun = happening.token if happening.form == "noun" else happening.thing
    if noun is None:
        return
    verb = words.heads[noun]
    coming = words.is_verb(verb) and any(words.lowers[aux] in WILL for aux in words.kids(verb, "aux"))
    counted = words.kids(noun, "amod")
    if words.deps[noun] == "nsubj" and words.lemmas[verb] == "be":
        counted += words.kids(verb, "attr", "acomp")
    for child in counted:
        if words.lowers[child] in ORDINALS:
            span = scene.span(min(child, noun), max(child, noun))
            yield "_planned" if coming else "", span, scene.span(child, child)


_FINDERS = {
    "duration": _durations, "number": _number, "toll": _tolls, "focus": _focus, "purpose": _purposes,
    "ordinal": _ordinals,
}  # fmt: skip


def find_things(scene: Scene, happening: Happening) -> Iterator[Attribute]:
    """What it was done to, in the words of the text, where its kind asks for that: "two missiles", "the war"."""
    words = scene.words
    if not happening.kind.asks_what:
        return
    heads: list[int] = []
    joined: tuple[str, ...] = ()
    if happening.kind.dated:
        # The day of such an event is part of its name: "the war ended in 1953".
        joined = ("mark", "advmod", "cc", "conj")
        heads = [happening.token]
    elif happening.thing is not None and (happening.form == "verb" or happening.thing > happening.token):
        heads = [happening.thing]
    elif happening.form == "verb":
        objects = syntax.objects_of(words, happening.token)
        if any(not words.kids(way, "pobj", "pcomp") for way in words.kids(happening.token, "prep")):
            objects = []  # "The text it voted for": what stands before is not what it voted.
        heads = [noun for noun in objects if noun not in scene.mentions or words.pos[noun] == "NOUN"]
    for head in heads:
        if words.lemmas[head] in happening.kind.nouns:
            head = next((after for way, after in syntax.prepositions_of(words, head) if way == "of"), head)
        span = _without_day(scene, head, scene.phrase(head, without=("relcl", "advcl", "acl", "appos", *joined)))
        span = _with_aim(scene, happening.token, span)
        yield Attribute("what", scene.text(span), span)


def _with_aim(scene: Scene, verb: int, span: Span) -> Span:
    """The phrase with whom or what it is aimed at, where the parser hangs that on the verb: "a ban on exports"."""
    times = {time for time, _ in scene.timexes}
    for way, after in syntax.prepositions_of(scene.words, verb):
        aim = _without_day(scene, after, scene.phrase(after, without=RELATIVE))
        between = scene.span(scene.words.heads[after], after).start - span.end
        if way in AIMING and between == 1 and after not in times:
            return Span(span.start, aim.end)
    return span


def _without_day(scene: Scene, head: int, span: Span) -> Span:
    """The phrase up to the time words in it: "an agreement" of "an agreement on Thursday"."""
    words = scene.words
    if words.pos[head] != "NOUN" or scene.words.doc[head].ent_type_ == "DATE":
        return span
    for time, timex in scene.timexes:
        first = words.heads[time] if words.pos[words.heads[time]] == "ADP" else time
        if head < first and timex.span.start < span.end and timex.type in ("DATE", "TIME"):
            last = first - 1
            while last > head and words.pos[last] in FUNCTION_WORDS:
                last -= 1
            return Span(span.start, min(span.end, scene.span(last, last).end))
    return span


def place_details(scene: Scene, places: dict[str, Span]) -> Iterator[Attribute]:
    for role, span in places.items():
        yield Attribute(role, plain_place(scene, span), span)


def plain_place(scene: Scene, span: Span) -> str:
    words = scene.text(span)
    return words[4:] if words.lower().startswith("the ") else words
