"""Who speaks, to whom, and who passes it on: the mentions that stand at the source of an attribution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.language.actors import actors_in, mention_at
from dashboard.language.attributions import Attribution
from dashboard.language.cues import TO_SOMEBODY
from dashboard.language.lines import Line, Range
from dashboard.language.phrases import GATHERING
from dashboard.records import Actor, Mention, Span
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.roles import load_roles
from dashboard.vocabulary.speech import Speech

_COUNCILS = ("Council", "Assembly", "Parliament")
"""Whose resolutions a paragraph that names them speaks of; a statement there may be anybody's."""
LAST_MENTIONS = 12
"""How many mentions back a paragraph that opens with "the statement" may look for whose it is."""
LONGEST_DATELINE = 12
LONGEST_OPENING = 6
"""So many words may stand before the subject of a sentence: "In the Swiss city of Basel, Rao"."""
FAR_ALONG = 16
"""So many words may stand between "with" and what whoever stands with it says."""
MIN_APPOSED = 4
"""The words of "envoy, Rao," and one before them, at least."""
_ONE = frozenset({"one", "another", "second", "third", "other"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_ROW_MENTIONS = 60
_JOINT = len(", and the ")
"""So many letters may stand between two states of one row."""
_COUNTING = _ONE | {"some", "several", "both", "most", "many", "others", "few"}
"""What stands for some of those last spoken of: "One said"."""
_THROUGH = frozenset({"through", "via"})
_MOUTHS = frozenset({"spokesman", "spokeswoman", "spokesperson", "minister", "ambassador", "envoy", "lawyer", "aide"})
"""Through whom states and bodies speak."""
_MOUTHPIECES = frozenset({"ministry", "embassy", "mission", "office", "consulate", "presidency", "commission"})
"""By which they speak: "Chile said through its foreign ministry"."""
_CAUSES = frozenset({"prompt", "lead", "cause", "force", "drive", "push", "oblige", "compel", "provoke", "move", "get"})
_WRITES = frozenset({"sign", "write", "send", "pen", "dictate", "issue", "author", "address"})
_ANYBODY = frozenset({"people", "person", "source", "sources", "persons", "individuals", "man", "woman", "someone"})
"""Of whom only what stands after says who they are: "people familiar with the talks"."""
_SAYS_WHO = frozenset({"familiar", "briefed", "close", "with", "involved", "near", "informed", "acquainted", "privy"})
_LONGEST_TIE = 10
_PASSES_ON = frozenset(
    {"read", "carry", "obtain", "see", "broadcast", "air", "relay", "print", "quote", "cite", "report"}
)
"""What is done to the text of another."""
_VOTED = frozenset({"resolution", "text", "motion", "declaration", "statement", "communique", "communiqué"})
_VOTES = frozenset({"approve", "adopt", "pass", "endorse", "back", "vote", "sign", "agree", "carry"})
_VIEWS = frozenset(
    {"reading", "view", "opinion", "eyes", "judgment", "judgement", "telling", "account", "version", "estimation"}
    | {"assessment", "analysis", "words", "reckoning", "interpretation", "thinking", "mind", "understanding"}
)
_AS_SEEN = frozenset({"in", "to", "on", "by"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OF_DEEDS = ("tion", "sion", "ment", "ness", "ity", "ism")


def find_speakers(line: Line, a: Attribution, mentions: tuple[Mention, ...], speech: Speech) -> tuple[Actor, ...]:
    """The actors of the source, several for "Putin and Kim"; for "a White House statement" the White House.

    A source that names nobody ("a senior official") is one actor of kind "unnamed" with the words of the text; a
    pronoun that could not be resolved is nobody.
    """
    source = (
        _who_is_quoted(line, a)
        or _who_wrote(line, a)
        or _by_whom(line, a)
        or _who_is_made_to_speak(line, a)
        or _who_goes_along(line, a)
        or _who_follows_a_colon(line, a)
        or _who_is_apposed(line, a, mentions)
        or _who_tells_of_another(line, a, mentions)
        or a.source
        or _who_is_named_first(line, a, mentions)
        or _who_is_to_speak(line, a)
    )
    if source is None and a.cue is not None and a.cue.passive and a.cue.lemma in TO_SOMEBODY:
        return _who_calls_in(line, a, mentions)
    if source is None and (seen := _in_whose_view(line, a, mentions)):
        return seen
    if source is None:
        return _who_opens(line, a, mentions)
    if one := _one_of_several(line, source, mentions):
        return one
    heads = _heads(line, _without_dateline(line, source))
    if heads and line.words.lowers[heads[0]] not in load_roles().heads and (seen := _in_whose_view(line, a, mentions)):
        return seen
    found = _who_serves(line, heads, mentions) or _all_at(line, heads, source, mentions, speech)
    found = _through_whom(line, a, found, mentions) or found
    if found or not heads:
        return _said_in_full(line, heads, source, found)
    doer = _who_does(line, a, heads[0]) or _who_comes_first(line, a, heads[0]) or _who_stands_before(line, a, mentions)
    if doer is not None:
        return _all_at(line, _heads(line, doer), doer, mentions, speech)
    some = _some_of(line, heads[0], mentions) or _so_many(line, heads[0], mentions)
    if some:
        return some
    unnamed = None if _is_deed(line, heads[0], speech) else _unnamed(line, heads[0], source)
    return (unnamed,) if unnamed is not None else ()


def _said_in_full(line: Line, heads: list[int], source: Range, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those of whom only a tie is told by all of it: "people familiar with the talks", "a source close to Rao"."""
    words = line.words
    if len(found) != 1 or len(heads) != 1 or found[0].kind not in ("group", "unnamed"):
        return found
    head, end = heads[0], min(source[1], line.right[heads[0]] + 1)
    tied = words.lowers[head] in _ANYBODY and words.lowers[head + 1 : head + 2] and words.lowers[head + 1] in _SAYS_WHO
    if not tied or found[0].name.split()[-1].lower() != words.lowers[head]:
        return found
    end = next((i for i in range(head + 1, end) if words.lowers[i] in (",", "who", "that")), end)
    if end - head > _LONGEST_TIE:
        return found
    return (replace(found[0], name=f"{found[0].name} {words.doc[head + 1 : end].text.strip()}"),)


def _through_whom(
    line: Line, a: Attribution, found: tuple[Actor, ...], mentions: tuple[Mention, ...]
) -> tuple[Actor, ...]:
    """The person through whom a state or body speaks: "Chile welcomed it through its spokesman, Luis Paz"."""
    words, verb = line.words, a.at
    if not found or any(actor.kind in ("person", "unnamed") for actor in found):
        return ()
    while words.deps[verb] in ("xcomp", "conj", "ccomp") and words.heads[verb] != verb:
        verb = words.heads[verb]
    reach = (line.left[verb], line.right[verb] + 1)
    for prep in range(*reach):
        if words.lowers[prep] not in _THROUGH or words.deps[prep] != "prep":
            continue
        for noun in words.kids(prep, "pobj"):
            head = load_roles().heads.get(words.lowers[noun])
            own = mention_at(mentions, _span(line, noun, noun + 1))
            speaks = head is not None and head.singular in _MOUTHS
            if own is not None and speaks and all(actor.kind in ("person", "unnamed") for actor in own.actors):
                return own.actors
            if own is not None and own.actors and words.lowers[noun] in _MOUTHPIECES and found[0].country:
                return own.actors if own.actors[0].country == found[0].country else ()
    return ()


def _who_is_made_to_speak(line: Line, a: Attribution) -> Range | None:
    """Whom a deed makes speak: the embassy in "prompting the embassy to reply that", "led Rao to declare that"."""
    words = line.words
    above = words.heads[a.at]
    if words.deps[a.at] not in ("xcomp", "ccomp") or words.lemmas[above] not in _CAUSES or above == a.at:
        return None
    made = next((noun for noun in words.kids(above, "dobj") if above < noun < a.at), None)
    return None if made is None else (line.left[made], line.right[made] + 1)


def _who_goes_along(line: Line, a: Attribution) -> Range | None:
    """Who speaks beside what another does: "Chile abstained, with its envoy, Ana Ruiz, telling the chamber that"."""
    words, verb = line.words, a.at
    if words.tags[verb] != "VBG" or words.deps[verb] not in ("advcl", "acl", "pcomp", "ccomp"):
        return None
    for prep in range(verb - 1, max(words.doc[verb].sent.start, verb - FAR_ALONG) - 1, -1):
        if words.lowers[prep] != "with" or words.lowers[prep - 1 : prep] != [","]:
            continue
        noun = next(iter(words.kids(prep, "pobj")), None)
        ends = noun is not None and not any(line.is_word[i] for i in range(line.right[noun] + 1, verb))
        return (line.left[noun], line.right[noun] + 1) if noun is not None and noun < verb and ends else None
    return None


def _who_is_apposed(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> Range | None:
    """Who is named after their office, before a verb that the parser gives to another: "and its envoy, Rao, said"."""
    words, verb = line.words, a.at
    if words.kids(verb, "nsubj", "nsubjpass") or words.tags[verb] not in ("VBD", "VBZ") or verb < MIN_APPOSED:
        return None
    if words.doc[verb - 1].text != ",":
        return None
    named = mention_at(mentions, _span(line, verb - 2, verb - 1))
    if named is None or named.form != "name" or named.actors[0].kind != "person":
        return None
    start = named.span.start - line.passage.start
    office = mention_at(mentions, Span(max(named.span.start - len(", x"), line.passage.start), named.span.start))
    if office is None or office.actors != named.actors or office.form != "office" or office is named:
        return None
    first = next(i for i in range(len(words)) if words.doc[i].idx >= start)
    opens = next(i for i in range(len(words)) if words.doc[i].idx >= office.span.start - line.passage.start)
    joined = opens > 0 and words.lowers[opens - 1] in ("and", "but", "while", ",", ";")
    return (first, verb - 1) if joined and words.doc[first - 1].text == "," else None


def _by_whom(line: Line, a: Attribution) -> Range | None:
    """Whom a clause is about that tells what they said: "the envoy, by whom it was called a trap"."""
    words = line.words
    if a.source is not None or words.tags[a.at] != "VBN":
        return None
    for prep in words.kids(a.at, "agent", "prep"):
        for noun in words.kids(prep, "pobj") if prep < a.at and words.lowers[prep] == "by" else ():
            if words.lowers[noun] in _RELATIVE:
                head = _antecedent(line, noun)
                return None if head == noun else (head, head + 1)
    return None


def _who_is_named_first(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> Range | None:
    """Who is named before their office, where the parser leaves the verb alone: "Rao, spokesman for Oslo, said"."""
    words, verb = line.words, a.at
    if verb < MIN_APPOSED or words.doc[verb - 1].text != "," or words.tags[verb] not in ("VBD", "VBZ"):
        return None
    office = mention_at(mentions, _span(line, verb - 2, verb - 1))
    if office is None or office.form != "office" or office.actors[0].kind != "person":
        return None
    opens = next(i for i in range(len(words)) if words.doc[i].idx >= office.span.start - line.passage.start)
    if opens < 2 or words.doc[opens - 1].text != ",":
        return None
    named = mention_at(mentions, _span(line, opens - 2, opens - 1))
    same = named is not None and named.form == "name" and named.actors[0].name == office.actors[0].name
    return (opens - 2, opens - 1) if same else None


def _who_tells_of_another(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> Range | None:
    """The agency that the parser takes for an apposition to whom it tells of: "He rang Rao, the SPA agency said"."""
    words, verb = line.words, a.at
    if a.source is None or a.rule != "parenthetical" or a.source[1] != verb:
        return None
    comma = next((i for i in range(verb - 1, a.source[0], -1) if words.doc[i].text == ","), None)
    last = mention_at(mentions, _span(line, verb - 1, verb))
    first = mention_at(mentions, _span(line, comma - 1, comma)) if comma is not None else None
    if comma is None or last is None or first is None or last.actors == first.actors or not last.actors:
        return None
    whole = last.span.start - line.passage.start <= words.doc[comma + 1].idx + len("the ")
    agency = last.actors[0].kind == "media" and all(actor.kind != "media" for actor in first.actors)
    return (comma + 1, verb) if whole and agency else None


def _who_calls_in(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """To whom somebody is called who is told something: "was summoned to the Foreign Ministry and told that"."""
    words, verb = line.words, a.at
    while words.deps[verb] == "conj" and words.heads[verb] != verb:
        verb = words.heads[verb]
    if words.lemmas[verb] not in ("summon", "call", "invite", "haul"):
        return ()
    for prep in words.kids(verb, "prep", "agent"):
        for noun in words.kids(prep, "pobj") if words.lowers[prep] in ("to", "into", "by") else ():
            own = mention_at(mentions, _span(line, noun, noun + 1))
            if own is not None and own.actors and own.actors[0].kind in ("government", "body", "armed_forces"):
                return own.actors
    return ()


def _who_follows_a_colon(line: Line, a: Attribution) -> Range | None:
    """The subject after a colon, where the parser gives the verb that of the clause before: "Oslo agreed: Rao said"."""
    words, verb = line.words, a.at
    if a.source is None or a.source[0] > verb or words.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    head = _heads(line, a.source)[0]
    colon = next((i for i in range(verb - 1, head, -1) if words.doc[i].text in (":", ";") and line.quoted[i] < 0), None)
    if colon is None:
        return None
    end = next((i for i in range(colon + 1, verb) if words.doc[i].text == ","), verb)
    while end > colon + 1 and words.pos[end - 1] in ("ADV", "AUX"):
        end -= 1
    named = any(words.pos[i] in ("NOUN", "PROPN", "PRON") for i in range(colon + 1, end))
    told = any(words.is_verb(i) for i in range(colon + 1, end)) or words.pos[min(colon + 1, end)] == "ADP"
    return (colon + 1, end) if named and not told else None


def _who_opens(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """With whom the sentence of a verb begins that the parser leaves alone: "In Rome Rao, who ..., said"."""
    words, first = line.words, line.words.doc[a.at].sent.start
    if words.pos[a.at] != "VERB" and not words.is_verb(a.at):
        return ()
    for own in actors_in(mentions, _span(line, first, a.at)) if first < a.at else ():
        if own.place or own.form in ("pronoun", "nationality", "description"):
            continue
        good = all(actor.kind in ("person", "government", "country", "body") for actor in own.actors)
        return own.actors if good and _opens_clause(line, own, first) else ()
    return ()


def _opens_clause(line: Line, own: Mention, first: int) -> bool:
    """True where nothing but a phrase of time or place and a comma stands before: "By Friday Rao", "In Oslo, Rao"."""
    words, start = line.words, own.span.start - line.passage.start
    before = [i for i in range(first, len(words)) if words.doc[i].idx < start]
    if not before:
        return True
    told = any(words.is_verb(i) for i in before)
    return not told and len(before) <= LONGEST_OPENING and words.pos[before[0]] in ("ADP", "ADV", "PUNCT", "CCONJ")


def _all_at(
    line: Line, heads: list[int], source: Range, mentions: tuple[Mention, ...], speech: Speech
) -> tuple[Actor, ...]:
    found: dict[tuple[str, str], Actor] = {}
    for head in heads:
        for actor in _actors_at(line, head, source, mentions, speech):
            found.setdefault((actor.name, actor.country), actor)
    return tuple(found.values())


def _some_of(line: Line, head: int, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """One of those whom a pronoun stands for: "One of them said" after "two US officials"."""
    words = line.words
    if words.lowers[head] not in _COUNTING:
        return ()
    nouns = [
        noun for prep in words.kids(head, "prep") if words.lowers[prep] == "of" for noun in words.kids(prep, "pobj")
    ]
    group = mention_at(mentions, _span(line, nouns[0], nouns[0] + 1)) if nouns else _group_before(line, head, mentions)
    if group is None or len(group.actors) != 1 or group.actors[0].kind not in ("group", "unnamed"):
        return ()
    actor, heads = group.actors[0], load_roles().heads
    if words.lowers[head] not in _ONE:
        return group.actors
    singular = " ".join(heads[word].singular if word in heads else word for word in actor.name.split())
    return (replace(actor, name=singular, kind="unnamed"),)


def _so_many(line: Line, head: int, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """The states last named in one row, for "the four" after "Chile, Peru, Bolivia and Ecuador"."""
    words = line.words
    number = _NUMBERS.get(words.lowers[head], 0)
    if not number or words.lowers[head - 1 : head] != ["the"] or any(c > head for c in words.kids(head, "prep")):
        return ()
    at = line.passage.start + words.doc[head].idx
    row: list[Mention] = []
    for mention in reversed([m for m in mentions if m.span.end <= at][-_ROW_MENTIONS:]):
        whole = len(mention.actors) == 1 and mention.actors[0].kind in ("country", "government") and not mention.place
        new = whole and all(mention.actors[0].country != other.actors[0].country for other in row)
        joined = new and bool(row) and row[-1].span.start - mention.span.end <= _JOINT
        if not joined and len(row) == number:
            break
        row = [*row, mention] if joined else [mention] if whole else []
    actors = tuple(mention.actors[0] for mention in reversed(row))
    return actors if len({actor.country for actor in actors}) == number else ()


def _group_before(line: Line, head: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """The people last spoken of in this sentence or the one before, for "one said" after "diplomats of the EU"."""
    words, first = line.words, line.words.doc[head].sent.start
    if words.kids(head, "amod", "compound", "relcl", "prep"):
        return None
    start = words.doc[first - 1].sent.start if first else 0
    groups = [m for m in actors_in(mentions, _span(line, start, head)) if m.plural] if start < head else []
    people = [m for m in groups if m.actors and m.actors[0].kind == "group" and m.form != "nationality"]
    if not people and words.lowers[head] in _ONE and start < head:  # "A diplomat said so. Another said"
        before = actors_in(mentions, _span(line, start, head))
        people = [m for m in before if m.actors and m.actors[0].kind == "unnamed" and m.form == "description"]
    return people[-1] if people else None


def _who_does(line: Line, a: Attribution, thing: int) -> Range | None:
    """The subject of the clause that an infinitive hangs on by a thing: "He hailed it, taking pains to assure"."""
    words = line.words
    in_time = words.doc[thing].text in load_roles().not_names  # "The envoy had as early as May called it a trap"
    infinitive = any(words.tags[i] == "TO" for i in words.kids(a.at, "aux"))
    if words.lowers[thing] in load_roles().heads or not (in_time or infinitive):
        return None
    verb = words.heads[words.heads[thing]] if in_time else words.heads[thing]
    while words.heads[verb] != verb and not words.kids(verb, "nsubj"):
        verb = words.heads[verb]
    subject = next(iter(words.kids(verb, "nsubj")), None)
    return None if subject is None or subject == thing else (line.left[subject], line.right[subject] + 1)


def _who_serves(line: Line, heads: list[int], mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """Whom a parser leaves out before whom they serve: "a spokesman for the cleric Ali Rao said"."""
    served = mention_at(mentions, _span(line, heads[0], heads[0] + 1)) if len(heads) == 1 else None
    if served is None or served.span.start <= line.passage.start:
        return ()
    before = mention_at(mentions, Span(max(served.span.start - len(" for x"), line.passage.start), served.span.start))
    if before is None or len(before.actors) != 1 or before.actors[0].kind != "unnamed":
        return ()
    start = before.span.end - line.passage.start
    between = line.words.doc.text[start : served.span.start - line.passage.start]
    serves = before.actors[0].role.split()[-1:] and before.actors[0].role.split()[-1] in load_roles().serving
    return before.actors if serves and between in (" for ", " to ") else ()


def _who_comes_first(line: Line, a: Attribution, thing: int) -> Range | None:
    """The first of several subjects that no comma parts: "A security official in al-Arish says" has three."""
    words = line.words
    subjects = words.kids(a.at, "nsubj")
    if len(subjects) < 2 or thing not in subjects[1:] or subjects[0] > a.at:
        return None
    between = {words.doc[i].text for i in range(subjects[0], a.at)}
    return (line.left[subjects[0]], subjects[0] + 1) if "," not in between else None


def _who_stands_before(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> Range | None:
    """The person named right before the verb, where the parser makes a thing its subject: "..., and Rao warned"."""
    words, last = line.words, a.at - 1
    while last > 0 and (words.pos[last] in ("AUX", "ADV") or words.doc[last].text == ","):
        last -= 1
    own = mention_at(mentions, _span(line, last, last + 1)) if last >= 0 else None
    named = own is not None and own.form in ("name", "office") and all(each.kind == "person" for each in own.actors)
    return (last, last + 1) if own is not None and own.actors and named else None


def _is_deed(line: Line, head: int, speech: Speech) -> bool:
    """True for a noun of action or a day, which nobody speaks by: "such insinuations", "Wednesday's decision"."""
    lower = line.words.lowers[head]
    if lower in load_roles().heads or lower in speech.words["artifacts"] or lower in load_roles().issued:
        return False
    return lower.removesuffix("s").endswith(_OF_DEEDS) or lower.capitalize() in load_roles().not_names


def _who_is_quoted(line: Line, a: Attribution) -> Range | None:
    """The subject of "was quoted as saying": the words are theirs, whoever passes them on."""
    if line.words.lemmas[a.at] not in ("quote", "cite"):
        return None
    subject = next(iter(line.words.kids(a.at, "nsubjpass")), None)
    return None if subject is None else (line.left[subject], line.right[subject] + 1)


def _who_wrote(line: Line, a: Attribution) -> Range | None:
    """Whose the letter is that somebody reads out: Rao's in "Kim read from a letter signed by Rao"."""
    words = line.words
    if words.lemmas[a.at] != "read":
        return None
    below = [noun for prep in words.kids(a.at, "prep") if prep > a.at for noun in words.kids(prep, "pobj")]
    for text in (*below, *words.kids(a.at, "dobj")):
        if words.lowers[text] not in load_roles().papers or text < a.at:
            continue
        signed = [verb for verb in words.kids(text, "acl") if words.lemmas[verb] in _WRITES]
        by = [
            prep for verb in (*signed, a.at) for prep in words.kids(verb, "agent", "prep") if words.lowers[prep] == "by"
        ]
        by += [prep for prep in words.kids(text, "prep") if words.lowers[prep] in ("from", "by")]
        writers = [noun for prep in by if prep > text for noun in words.kids(prep, "pobj")]
        if writers:
            return line.left[writers[0]], line.right[writers[0]] + 1
    return None


def _who_is_to_speak(line: Line, a: Attribution) -> Range | None:
    """The subject of the verb that an infinitive hangs on: "He was careful to add that ..."; else who is set off."""
    words, verb = line.words, a.at
    while (
        words.deps[verb] in ("xcomp", "acomp", "conj") and words.heads[verb] != verb and not words.kids(verb, "nsubj")
    ):
        verb = words.heads[verb]
    subject = next(iter(words.kids(verb, "nsubj")), None)
    if subject is None:
        return _who_is_set_off(line, verb)
    return None if verb == a.at else (line.left[subject], line.right[subject] + 1)


def _who_is_set_off(line: Line, verb: int) -> Range | None:
    """The subject that commas part from its verb, where the parser gives it to the verb of the aside.

    "President Rao, in a letter read out in court, said he was sorry": nobody but Rao can have said so.
    """
    words = line.words
    first = words.doc[verb].sent.start
    for prep in (each for each in words.kids(verb, "prep") if each < verb):
        for apposed in range(prep, line.right[prep] + 1):  # "In Oslo, a deputy minister, Ana Dahl, said"
            of_place = words.deps[apposed] == "appos" and words.deps[words.heads[apposed]] == "pobj"
            if of_place and line.left[apposed] == words.heads[apposed] + 2:
                return line.left[apposed], line.right[apposed] + 1
    before = verb - 1
    while before > first and words.pos[before] in ("AUX", "ADV"):
        before -= 1
    if words.doc[before].text != ",":
        return None
    comma = next((i for i in range(first, before) if words.doc[i].text == ","), None)
    if comma is None or comma == first:
        return None
    subject = comma - 1
    of_aside = words.deps[subject] == "nsubj" and words.heads[subject] > comma and words.heads[subject] < verb
    return (line.left[subject], comma) if of_aside else None


def _without_dateline(line: Line, source: Range) -> Range:
    """The source after the dash of a dateline that the parser takes along: "LIMA, July 10 - Rao said"."""
    start, end = source
    if start > 0 or line.words.tags[0] != "NNP":
        return source
    dashes = (i for i in range(1, min(end, LONGEST_DATELINE)) if line.words.doc[i].text in ("-", "--", "–", "—"))
    dash = next((i for i in dashes if line.words.doc[i - 1].whitespace_ and i + 1 < end), None)
    return source if dash is None else (dash + 1, end)


def _heads(line: Line, source: Range) -> list[int]:
    """The heads of the source's noun phrases, those joined by "and" in order."""
    words, (start, end) = line.words, source
    inside = range(start, end)
    top = next((i for i in inside if line.is_word[i] and words.heads[i] not in inside), None)
    if top is None:
        top = next((i for i in inside if words.heads[i] == i), start)
    tops = [
        i
        for i in inside
        if line.is_word[i] and words.heads[i] not in inside and words.pos[i] in ("NOUN", "PROPN", "PRON")
    ]
    top = tops[0] if tops else top
    if words.lowers[top] in GATHERING and words.tags[top - 1] == "NNS" and words.lowers[top - 1] in load_roles().heads:
        top -= 1  # "EU ministers meeting in Brussels agreed"
    if words.lowers[top] in _RELATIVE and len(inside) == 1:
        return [_antecedent(line, top)]
    if named := _named_beside(line, top):
        return [named]
    for apposed in words.kids(top, "appos"):
        if apposed in inside and any(words.lowers[i] == "whose" for i in words.kids(apposed, "poss")):
            return [apposed]  # "So does Chile, whose premier, Ana Ruiz, has called it a duty"
    also = [i for each in words.kids(top, "appos") for i in words.conjuncts(each)[1:]]  # "the envoy, Rao, and Kim"
    return [i for i in (*words.conjuncts(top), *also) if i in inside]


def _named_beside(line: Line, top: int) -> int | None:
    """The name after what it is, where the parser makes two subjects of them: "The opposition APNU said"."""
    words, name = line.words, top + 1
    if words.tags[top] != "NN" or words.lowers[top] not in load_roles().heads or name >= len(words.lowers):
        return None
    both = words.deps[top] == words.deps[name] == "nsubj" and words.heads[top] == words.heads[name]
    return name if both and words.tags[name] == "NNP" else None


def _one_of_several(line: Line, source: Range, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """Who is named as one of several: "said one of its leaders, Ana Ruiz"."""
    words, start = line.words, source[0]
    if words.lowers[start : start + 2] not in (["one", "of"], ["another", "of"]):
        return ()
    end = min(start + LONGEST_OPENING + 2, len(words.lowers) - 1)
    comma = next((i for i in range(start + 2, end) if words.doc[i].text == ","), None)
    named = mention_at(mentions, _span(line, comma + 1, comma + 2)) if comma is not None else None
    person = named is not None and named.form in ("name", "office") and named.actors[0].kind == "person"
    return named.actors if named is not None and person and len(named.actors) == 1 else ()


def _antecedent(line: Line, pronoun: int) -> int:
    """What "who" stands for: the noun that the relative clause hangs on."""
    words, i = line.words, words_head(line, pronoun)
    while words.deps[i] not in ("relcl", "acl") and words.heads[i] != i:
        i = words.heads[i]
    return words.heads[i] if words.deps[i] in ("relcl", "acl") else pronoun


def words_head(line: Line, i: int) -> int:
    """The head of a word."""
    return line.words.heads[i]


def _span(line: Line, start: int, end: int) -> Span:
    return line.passage.span(line.words.doc[start:end])


def _actors_at(
    line: Line, head: int, source: Range, mentions: tuple[Mention, ...], speech: Speech
) -> tuple[Actor, ...]:
    own = mention_at(mentions, _span(line, head, head + 1))
    if own is not None and own.actors and not own.place:
        return own.actors
    reach = (line.left[head], line.right[head] + 1) if head in range(*source) else (head, head + 1)
    inside = [
        m
        for m in actors_in(mentions, _span(line, *_within(reach, source)))
        if m.actors and not _passes_on(line, head, m)
    ]
    people = [m for m in inside if not m.place and m.form in ("name", "office")]
    if line.words.lowers[head] in load_roles().issued and not people:
        issuer = _issuer(line, head, mentions)
        if issuer:
            return issuer
    if line.words.lowers[head] in speech.words["artifacts"] or own is not None:
        chosen = people or inside
        return chosen[0].actors if chosen else ()
    owner = _owner_of(line, head, mentions)
    if owner:
        return owner
    return people[0].actors if people and _names_the_head(line, head, people[0]) else ()


def _passes_on(line: Line, text: int, mention: Mention) -> bool:
    """True for the media, and whoever stands in a clause about a text: "a statement which state radio read out"."""
    media = all(actor.kind == "media" for actor in mention.actors)
    clauses = (i for i in line.words.kids(text, "relcl", "acl") if media or line.words.lemmas[i] in _PASSES_ON)
    return any(mention.span.overlaps(_span(line, line.left[i], line.right[i] + 1)) for i in clauses)


def _owner_of(line: Line, head: int, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """Whose the view is that is told: "according to the Chilean ministry's position", "in Rao's view"."""
    for noun in line.words.kids(head, "poss"):
        own = mention_at(mentions, _span(line, noun, noun + 1))
        if own is not None and own.actors and all(actor.kind != "people" for actor in own.actors):
            return own.actors
    return ()


def _in_whose_view(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """Whose view a sentence tells from its first words: "In Moscow's reading, the aim is to avoid blame"."""
    words, first = line.words, line.words.doc[a.at].sent.start
    if words.lowers[first] not in ("in", "to", "on", "by"):
        return ()
    for noun in range(first + 1, min(first + LONGEST_OPENING + 2, a.at)):
        if words.lowers[noun] == ",":
            return ()
        if words.lowers[noun] in _VIEWS and words.deps[noun] == "pobj" and words.lowers[words.heads[noun]] in _AS_SEEN:
            return _owner_of(line, noun, mentions)
    return ()


def _issuer(line: Line, text: int, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """Who gave out a text that speaks: "The council voted for a resolution demanding ...", "... The text demands"."""
    words = line.words
    for noun in range(text, -1, -1):
        if words.lowers[noun] not in load_roles().issued or (noun < text and words.pos[noun] != "NOUN"):
            continue
        verb = words.heads[noun]
        while words.deps[noun] in ("pobj", "prep") and words.deps[verb] in ("prep", "pobj"):
            noun, verb = verb, words.heads[verb]
        subjects = words.kids(verb, "nsubj") if words.is_verb(verb) and noun > verb else []
        for subject in reversed(list(subjects)):
            own = mention_at(mentions, _span(line, subject, subject + 1))
            if own is not None and not own.place:
                return own.actors
    councils = (
        each.actors
        for each in reversed(actors_in(mentions, _span(line, 0, text)))
        if any(actor.name.endswith(_COUNCILS) for actor in each.actors)
    )
    if text and words.lowers[text] == "resolution" and (found := next(councils, ())):
        return found
    for vote in words.kids(text, "acl", "relcl") if words.lowers[text] in _VOTED else ():
        inside = actors_in(mentions, _span(line, vote, line.right[vote] + 1)) if words.lemmas[vote] in _VOTES else ()
        for each in inside:  # "The resolution, approved by 22 of 27 OAS nations"
            code = each.actors[0].country if each.actors else ""
            if code and load_countries()[code].kind == "organisation":
                return (Actor(load_countries()[code].name, "body", code, "", "article"),)
    return _issuer_before(line, text, mentions)


def _issuer_before(line: Line, text: int, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """The council spoken of in the paragraph before, where this one opens with the text: "The statement said"."""
    quoted = any(start == 0 and end >= text - 1 for start, end in line.quotations)  # "We regret it," the text said
    opens = line.words.lowers[text - 1] == "the" and (text == 1 or quoted)
    before = [each for each in mentions if each.span.end <= line.passage.start][-LAST_MENTIONS:] if opens else []
    councils = (each.actors for each in before if any(actor.name.endswith(_COUNCILS) for actor in each.actors))
    return next(councils, ())


def _names_the_head(line: Line, head: int, mention: Mention) -> bool:
    """True where the mention stands beside its head: "Prime Minister Kishida", "the envoy, Ana Ruiz"."""
    words = line.words
    for child in words.children[head]:
        if words.deps[child] in ("appos", "compound", "flat") and mention.span.overlaps(_span(line, child, child + 1)):
            return True
    return False


def _within(reach: Range, source: Range) -> Range:
    start, end = max(reach[0], source[0]), min(reach[1], source[1])
    return (start, end) if start < end else source


def _unnamed(line: Line, head: int, source: Range) -> Actor | None:
    """The source as an actor without a name: "senior US official"."""
    words = line.words
    if words.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM") or words.lowers[head] in _RELATIVE:
        return None
    start, end = max(source[0], line.left[head]), head + 1
    while start < head and words.pos[start] in ("DET", "PUNCT", "CCONJ", "SPACE"):
        start += 1
    return Actor(words.doc[start:end].text, "unnamed", found_by="unsure")


def find_addressees(line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """Whom it was said to: the object of "told X", the phrase of "said to X"."""
    if a.cue is None:
        return ()
    words, found = line.words, []
    for child in words.children[a.at]:
        if child < a.at or any(start <= child < end for start, end in a.content):
            continue
        if words.deps[child] in ("dobj", "dative", "iobj") and a.cue.lemma not in ("say", "quote", "cite"):
            found += words.conjuncts(child)
        elif words.deps[child] in ("prep", "dative") and words.lowers[child] in ("to", "with"):
            found += [i for inner in words.kids(child, "pobj") for i in words.conjuncts(inner)]
    actors = [
        actor for i in found if (m := mention_at(mentions, _span(line, i, i + 1))) for actor in m.actors if not m.place
    ]
    return tuple(dict.fromkeys(actors))


def find_topics(content: Iterable[Span], mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """The codes of the countries that the content speaks of, in order of mention."""
    codes = (actor.country for span in content for m in actors_in(mentions, span) for actor in m.actors)
    return tuple(dict.fromkeys(code for code in codes if code))
