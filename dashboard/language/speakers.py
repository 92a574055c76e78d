"""Who speaks, to whom, and who passes it on: the mentions that stand at the source of an attribution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.language.actor_phrases import GATHERING
from dashboard.language.attributions import Attribution
from dashboard.language.cues import TO_SOMEBODY
from dashboard.language.lines import Line, Range
from dashboard.language.mentions import actors_in, mention_at
from dashboard.records import Actor, Mention, Span
from dashboard.vocabulary.roles import load_roles
from dashboard.vocabulary.speech import Speech

LONGEST_DATELINE = 12
LONGEST_OPENING = 6
"""So many words may stand before the subject of a sentence: "In the Swiss city of Basel, Rao"."""
_ONE = frozenset({"one", "another", "second", "third", "other"})
_COUNTING = _ONE | {"some", "several", "both", "most", "many", "others", "few"}
"""What stands for some of those last spoken of: "One said"."""
_CAUSES = frozenset({"prompt", "lead", "cause", "force", "drive", "push", "oblige", "compel", "provoke", "move", "get"})
_ANYBODY = frozenset({"people", "person", "source", "sources", "persons", "individuals", "man", "woman", "someone"})
"""Of whom only what stands after says who they are: "people familiar with the talks"."""
_SAYS_WHO = frozenset({"familiar", "briefed", "close", "with", "involved", "near", "informed", "acquainted", "privy"})
_LONGEST_TIE = 10
_PASSES_ON = frozenset(
    {"read", "carry", "obtain", "see", "broadcast", "air", "relay", "print", "quote", "cite", "report"}
)
"""What is done to the text of another."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OF_DEEDS = ("tion", "sion", "ment", "ness", "ity", "ism")


def find_speakers(line: Line, a: Attribution, mentions: tuple[Mention, ...], speech: Speech) -> tuple[Actor, ...]:
    """The actors of the source, several for "Putin and Kim"; for "a White House statement" the White House.

    A source that names nobody ("a senior official") is one actor of kind "unnamed" with the words of the text; a
    pronoun that could not be resolved is nobody.
    """
    source = _who_is_quoted(line, a) or _who_is_made_to_speak(line, a) or a.source or _who_is_to_speak(line, a)
    if source is None:
        is_told = a.cue is not None and a.cue.passive and a.cue.lemma in TO_SOMEBODY
        return () if is_told else _who_opens(line, a, mentions)
    heads = _heads(line, _without_dateline(line, source))
    found = _all_at(line, heads, source, mentions, speech)
    if found or not heads:
        return _said_in_full(line, heads, source, found)
    doer = _who_does(line, a, heads[0]) or _who_stands_before(line, a, mentions)
    if doer is not None:
        return _all_at(line, _heads(line, doer), doer, mentions, speech)
    if some := _some_of(line, heads[0], mentions):
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


def _who_is_made_to_speak(line: Line, a: Attribution) -> Range | None:
    """Whom a deed makes speak: the embassy in "prompting the embassy to reply that", "led Rao to declare that"."""
    words = line.words
    above = words.heads[a.at]
    if words.deps[a.at] not in ("xcomp", "ccomp") or words.lemmas[above] not in _CAUSES or above == a.at:
        return None
    made = next((noun for noun in words.kids(above, "dobj") if above < noun < a.at), None)
    return None if made is None else (line.left[made], line.right[made] + 1)


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
    if lower in load_roles().heads or lower in speech.words["artifacts"] or lower in load_roles().papers:
        return False
    return lower.removesuffix("s").endswith(_OF_DEEDS) or lower.capitalize() in load_roles().not_names


def _who_is_quoted(line: Line, a: Attribution) -> Range | None:
    """The subject of "was quoted as saying": the words are theirs, whoever passes them on."""
    if line.words.lemmas[a.at] not in ("quote", "cite"):
        return None
    subject = next(iter(line.words.kids(a.at, "nsubjpass")), None)
    return None if subject is None else (line.left[subject], line.right[subject] + 1)


def _who_is_to_speak(line: Line, a: Attribution) -> Range | None:
    """The subject of the verb that an infinitive hangs on: "He was careful to add that ..."."""
    words, verb = line.words, a.at
    while (
        words.deps[verb] in ("xcomp", "acomp", "conj") and words.heads[verb] != verb and not words.kids(verb, "nsubj")
    ):
        verb = words.heads[verb]
    subject = next(iter(words.kids(verb, "nsubj")), None)
    return None if subject is None or verb == a.at else (line.left[subject], line.right[subject] + 1)


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
    for apposed in words.kids(top, "appos"):
        if apposed in inside and any(words.lowers[i] == "whose" for i in words.kids(apposed, "poss")):
            return [apposed]  # "So does Chile, whose premier, Ana Ruiz, has called it a duty"
    also = [i for each in words.kids(top, "appos") for i in words.conjuncts(each)[1:]]  # "the envoy, Rao, and Kim"
    return [i for i in (*words.conjuncts(top), *also) if i in inside]


def _antecedent(line: Line, pronoun: int) -> int:
    """What "who" stands for: the noun that the relative clause hangs on."""
    words = line.words
    i = words.heads[pronoun]
    while words.deps[i] not in ("relcl", "acl") and words.heads[i] != i:
        i = words.heads[i]
    return words.heads[i] if words.deps[i] in ("relcl", "acl") else pronoun


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
    """The source as an actor without a name: "senior US official", "Article 5"."""
    words = line.words
    if words.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM") or words.lowers[head] in _RELATIVE:
        return None
    # "a ruling that ordered": the source is "that", its head the ruling before it.
    start, end = max(source[0], line.left[head]) if head >= source[0] else line.left[head], head + 1
    if words.pos[head] != "NUM" and words.pos[end : end + 1] == ["NUM"] and words.heads[end] == head:
        end += 1
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
