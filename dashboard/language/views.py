"""Whose view a sentence gives without a verb of saying: "for Paris", "in French eyes", "Paris's claim is that"."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.language import syntax
from dashboard.language.parties import Parties, speaks_for_state
from dashboard.language.syntax import Words
from dashboard.records import Actor

_VIEWS = frozenset({"view", "eye", "opinion", "judgement", "judgment", "reading", "book", "mind", "estimation"})
#: "Chad's claim is that ...": what stands after is said by the owner.
_CLAIMS = frozenset(
    {"argument", "claim", "view", "position", "contention", "belief", "assessment", "conviction", "complaint"}
    | {"grievance", "message", "verdict", "opinion", "charge", "allegation", "accusation", "suspicion", "line"}
)

DoersOf = Callable[[int], tuple[Actor, ...]]
"""The states and bodies for which the subject at a token acts."""
View = tuple[tuple[Actor, ...], int]
"""Those whose view it is, and the head of what they think."""


def find_view(words: Words, tags: list[frozenset[str]], parties: Parties, doers: DoersOf, i: int) -> View | None:
    """The view that the clause of verb ``i`` gives, None where it gives nobody's."""
    if words.deps[i] not in ("ROOT", "conj"):
        return None
    for before in words.kids(i, "prep"):
        actors = tuple(a for o in words.kids(before, "pobj") for a in _viewers(words, parties, doers, i, before, o))
        if actors:
            return actors, i
    if words.lemmas[i] != "be":
        return None
    return _put(words, tags, doers, i) or _claimed(words, parties, i)


def _viewers(words: Words, parties: Parties, doers: DoersOf, verb: int, before: int, noun: int) -> tuple[Actor, ...]:
    """Whose view "for Paris," or "in Paris's view" gives."""
    if words.lowers[before] == "in" and words.lemmas[noun] in _VIEWS:
        of = [o for p in words.kids(noun, "prep") if words.lowers[p] == "of" for o in words.kids(p, "pobj")]
        return tuple(a for a in parties.owner(noun) if speaks_for_state(a)) or tuple(a for o in of for a in doers(o))
    end = words.doc[before].right_edge.i + 1
    if words.lemmas[verb] == "be" and words.lowers[before] in ("for", "to") and end <= verb:
        return doers(noun) if end < len(words) and words.lowers[end] == "," else ()
    return ()


def _put(words: Words, tags: list[frozenset[str]], doers: DoersOf, i: int) -> View | None:
    """ "'Unacceptable' was how Chad described the raid": Chad, and "unacceptable"."""
    for clause in words.kids(i, "ccomp", "advcl"):
        if "JUDGE" not in tags[clause] or not any(words.lowers[c] == "how" for c in words.kids(clause, "advmod")):
            continue
        who = syntax.subject(words, clause)
        said = [c for c in words.kids(i, "acomp", "nsubj", "attr", "csubj") if c < i]
        actors = doers(who) if who is not None else ()
        if said and actors:
            return actors, said[0]
    return None


def _claimed(words: Words, parties: Parties, i: int) -> View | None:
    """ "Chad's argument is that Mali broke the truce": Chad, and "broke"."""
    claims = [s for s in words.kids(i, "nsubj") if words.lemmas[s] in _CLAIMS]
    content = words.kids(i, "ccomp")
    actors = tuple(a for s in claims for a in parties.owner(s) if speaks_for_state(a))
    return (actors, content[0]) if content and actors else None
