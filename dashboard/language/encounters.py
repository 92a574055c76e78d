"""Meetings and agreements that a noun tells beside another verb: "after talks with Chad", "a pact between A and B"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dashboard.language import syntax
from dashboard.language.parties import Parties, codes, speaks_for_state
from dashboard.language.syntax import Words
from dashboard.records import Actor

_KINDS = frozenset({"MEETING", "AGREEMENT"})
#: What stands after these beside a verb has taken place, takes place or is set.
_BESIDE = frozenset(
    {"after", "during", "following", "in", "at", "for", "before", "under", "since", "over", "by", "from"}
)
#: What is said in a call "to" another is said to a partner; a call by itself may be a demand.
_CALLS = frozenset({"call", "phone"})
_ON_CALL = frozenset({"in", "during", "after", "following"})
#: Meetings and pacts of which this is said do not take place.
_UNDONE = frozenset({"CUT", "REJECT", "OPPOSE"})
#: With these verbs what stands after "for" is wished, offered or judged.
_WISHED = frozenset(
    {"CALL_FOR", "DEMAND", "OFFER", "WANT", "READY", "SUPPORT", "PRAISE", "CONSIDER", "CONDEMN", "ACCUSE", "INTEND",
     "REJECT", "OPPOSE"}
)  # fmt: skip
#: "The envoy for talks between A and B" is called so on any day.
_APPOINTED = frozenset({"envoy", "mediator", "negotiator", "representative", "coordinator", "facilitator", "delegate"})
_CALLED_FOR = frozenset({"should", "must", "ought", "could", "might", "may"})
#: An agreement of which these are told is not concluded: "a deal would help", "was supposed to help".
_HOPED_FOR = _CALLED_FOR | {"would", "'d", "suppose", "expect", "hope", "need", "want"}
#: What comes of a meeting or an agreement that is still wanting: "the prospect of a deal".
_WANTING = frozenset(
    {"prospect", "hope", "possibility", "chance", "idea", "likelihood", "lack", "absence", "failure", "want", "need"}
    | {"promise", "draft", "version", "talk", "speculation", "expectation", "outline", "terms"}
)

Encounter = tuple[int, tuple[Actor, ...]]
"""The noun and those who meet or agree by it; the partners after "with" are its targets."""


def find_encounters(
    words: Words,
    tags: list[frozenset[str]],
    parties: Parties,
    is_told: Callable[[int], bool],
    doers: Callable[[int], tuple[Actor, ...]],
) -> Iterator[Encounter]:
    """Each noun of meeting or agreement that names its sides; ``is_told`` says of a verb that it tells a fact."""
    for i in range(len(words)):
        if words.pos[i] != "NOUN" or not tags[i] & _KINDS:
            continue
        links = {words.lowers[c]: c for c in words.kids(i, "prep")}
        if "between" in links:
            verb = _verb_over(words, i)
            sides = _named(words, parties, links["between"])
            if verb is not None and is_told(verb) and len(codes(sides)) > 1 and not _is_undone(words, tags, verb, i):
                yield i, sides
        elif "MEETING" in tags[i]:
            link = _partner_link(words, i, links)
            if link is not None and _named(words, parties, link):
                yield from _of_subject(words, tags, parties, i, is_told, doers)


def _partner_link(words: Words, noun: int, links: dict[str, int]) -> int | None:
    """The preposition before the partner: "with", and "to" after a call in which something is said."""
    said = words.lemmas[noun] in _CALLS and words.lowers[words.heads[noun]] in _ON_CALL
    return links.get("with", links.get("to") if said else None)


def _of_subject(
    words: Words,
    tags: list[frozenset[str]],
    parties: Parties,
    noun: int,
    is_told: Callable[[int], bool],
    doers: Callable[[int], tuple[Actor, ...]],
) -> Iterator[Encounter]:
    """Blair in "Blair said after talks with Chad" and in "Blair's talks with Chad failed"."""
    verb = _verb_over(words, noun)
    if verb is None or not is_told(verb) or _is_undone(words, tags, verb, noun):
        return
    owners = tuple(a for a in parties.owner(noun) if speaks_for_state(a))
    if not owners and words.deps[_top(words, noun)] == "pobj":
        subject = syntax.subject(words, verb)
        owners = doers(subject) if subject is not None else ()
    if owners:
        yield noun, owners


def _top(words: Words, noun: int) -> int:
    """The head of "three hours of talks", which stands where its talks stand."""
    return next(reversed((noun, *_containers(words, noun))))


def _containers(words: Words, noun: int) -> list[int]:
    """The nouns over "of" in "the prospect of a round of talks", from the inside out."""
    found: list[int] = []
    while words.deps[noun] == "pobj" and words.lowers[words.heads[noun]] == "of":
        noun = words.heads[words.heads[noun]]
        if words.pos[noun] != "NOUN":
            break
        found.append(noun)
    return found


def _verb_over(words: Words, noun: int) -> int | None:
    """The verb whose subject the noun is, or beside which it stands as a circumstance."""
    top = _top(words, noun)
    head, dep = words.heads[top], words.deps[top]
    if dep in ("nsubj", "nsubjpass"):
        return head if words.is_verb(head) else None
    above = words.heads[head]
    # "Came out of talks": the second preposition hangs on the first.
    out_of = words.lowers[head] == "of" and words.lowers[above] == "out"
    if dep != "pobj" or not (out_of or words.lowers[head] in _BESIDE):
        return None
    if out_of:
        above = words.heads[above]
    if words.is_verb(above):
        return above
    if words.lowers[head] == "for" and words.lemmas[above] in _APPOINTED:
        return None
    # "The envoy, in Oslo for talks with Chad, said": the circumstance hangs on the one who acts.
    while words.deps[above] in ("pobj", "prep") and not words.is_verb(above):
        above = words.heads[above]
    if words.deps[above] in ("nsubj", "nsubjpass") and words.is_verb(words.heads[above]):
        return words.heads[above]
    return above if words.is_verb(above) else None


def _is_undone(words: Words, tags: list[frozenset[str]], verb: int, noun: int) -> bool:
    """True for what is refused, called off, denied or only wished for."""
    if any(words.lowers[c] in ("no", "any") for c in words.children[noun]):
        return True
    top = _top(words, noun)
    if top != noun and any(words.lemmas[each] in _WANTING for each in _containers(words, noun)):
        return True
    if words.deps[top] not in ("nsubj", "nsubjpass"):
        link = words.heads[top]
        return words.lowers[link] == "for" and words.heads[link] == verb and bool(tags[verb] & _WISHED)
    wished = _HOPED_FOR if "AGREEMENT" in tags[noun] else _CALLED_FOR
    asked = words.lemmas[verb] in wished or any(words.lowers[c] in wished for c in words.children[verb])
    undone = _UNDONE if syntax.is_passive(words, verb) else _UNDONE - {"CUT"}
    return asked or bool(tags[verb] & undone) or bool(words.kids(verb, "neg"))


def _named(words: Words, parties: Parties, preposition: int) -> tuple[Actor, ...]:
    found = (a for o in words.kids(preposition, "pobj") for a in parties.joint_actors(o))
    return tuple(actor for actor in found if speaks_for_state(actor))
