"""Arguments: where those stand whom a predicate speaks of, the one who acts, whom it is done to, what it governs."""

from __future__ import annotations

from dashboard.language import syntax
from dashboard.language.syntax import Words

#: Where targets stand, the likeliest first.
_TOWARDS = (
    "against", "on", "upon", "with", "to", "toward", "towards", "at", "from", "for", "between", "among", "over",
    "of", "about", "into", "in", "near", "off", "along", "around", "outside", "across", "through", "inside",
)  # fmt: skip
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "from", "against", "for", "on", "with", "to", "in", "about", "at", "by"})
#: Nouns whose clause is said by someone, not told: "a report that it had sold arms".
HEARSAY = frozenset({"report", "claim", "accusation", "allegation", "suggestion", "rumor", "rumour", "charge", "idea"})
#: What someone has said before another answers it.
_UTTERED = HEARSAY | {
    "demand", "offer", "proposal", "request", "appeal", "call", "threat", "move", "decision", "step", "remark",
    "invitation",
}  # fmt: skip
#: Deeds done with words, which only an actor can do.
VERBAL = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def targets(words: Words, i: int, thing: int | None, towards: tuple[str, ...]) -> tuple[int, ...]:
    """Where the target of predicate ``i`` may stand, best place first."""
    objects = syntax.objects_of(words, i)
    near = (
        syntax.prepositions_of(words, i)
        if not syntax.is_passive(words, i)
        else [(name, item) for name, item in syntax.prepositions_of(words, i) if name != "by"]
    )
    below: list[tuple[str, int]] = []
    for item in dict.fromkeys([*objects, *([thing] if thing is not None else [])]):
        if words.pos[item] in syntax.NOUN_TAGS:
            below.extend(pair for joint in words.conjuncts(item) for pair in syntax.prepositions_of(words, joint))
    pairs = [pair for pair in near + below if pair[0] != "by"]
    found: list[int] = []
    for place in towards:
        found.extend(objects if place == "obj" else [item for name, item in pairs if name == place])
    found.extend(words.kids(i, "dative"))
    makers = [joint for item in (*objects, thing) if item is not None for joint in words.kids(item, "poss")]
    makers += [item for name, item in below if name == "by"]
    if not syntax.is_passive(words, i):  # "dismissed charges by Chad": the parser hangs "by" on the verb
        makers += [item for name, item in near if name == "by"]
    found.extend(makers)
    found.extend(_spoken_before(words, i, objects))
    if thing is None or thing not in objects:
        found.extend(item for item in objects if item != thing)
    found.extend(likeliest_first(pairs))
    found.extend(objects)
    found.extend(item for clause in words.kids(i, "ccomp") for item in words.kids(clause, "nsubj"))
    for item in objects:
        for clause in words.kids(item, "acl"):
            found.extend(words.kids(clause, "nsubj", "compound"))
            found.extend(syntax.objects_of(words, clause))
            found.extend(after for _, after in syntax.prepositions_of(words, clause))
    return tuple(dict.fromkeys(found))


def likeliest_first(pairs: list[tuple[str, int]]) -> list[int]:
    """What stands after prepositions, in the order in which it may be the target: "against" before "in"."""
    return [item for place in _TOWARDS for name, item in pairs if name == place]


def _spoken_before(words: Words, i: int, objects: list[int]) -> list[int]:
    """Who makes the charge of "Chad accused Mali, a charge that Mali denies": the subject of the clause before.

    So with "the move" in "Chad closed the road, and Mali called the move hostile".
    """
    bare = [
        item
        for item in objects
        if words.lemmas[item] in _UTTERED
        and not words.kids(item, "poss", "prep", "amod", "compound", "acl")
        and any(words.lowers[child] in ("the", "this", "that") for child in words.kids(item, "det"))
    ]
    if words.deps[i] == "relcl" and words.heads[i] in objects and words.lemmas[words.heads[i]] in _UTTERED:
        here = words.heads[i]
    elif bare and words.deps[i] == "conj":
        here = words.first_conjunct(i)
    else:
        return []
    while words.heads[here] != here and not words.is_verb(here):
        here = words.heads[here]
    while words.heads[here] != here and words.deps[here] in ("pcomp", "advcl", "xcomp", "acl", "relcl", "prep"):
        here = words.heads[here]
    maker = syntax.subject(words, here) if words.is_verb(here) else None
    return [maker] if maker is not None else []


def addressees(words: Words, i: int, root: str) -> list[int]:
    """To whom something is said in an infinitive or participle: "phoned the premier to express sympathy"."""
    if root not in VERBAL or words.deps[i] not in ("advcl", "xcomp") or words.tags[i] not in ("VB", "VBG"):
        return []
    head = words.heads[i]
    after = [item for name, item in syntax.prepositions_of(words, head) if name in ("to", "with", "on")]
    return [*syntax.objects_of(words, head), *after] if words.pos[head] == "VERB" else []


def maker(words: Words, i: int) -> int | None:
    """Who does what a noun names: "Japan's raid", "the raid by Japan", "Japanese raids"."""
    found = syntax.possessor(words, i, 6)
    if found is not None:
        return found
    for clause in words.kids(i, "acl"):
        if words.tags[clause] == "VBN" and (found := syntax.agent(words, clause)) is not None:
            return found
    return named_modifier(words, i)


def named_modifier(words: Words, i: int) -> int | None:
    """The name before a noun: "Japanese" of "Japanese raids"."""
    modifiers = words.kids(i, "amod", "compound", "nmod")
    return next((child for child in modifiers if words.doc[child].ent_type_), None)


def holder(words: Words, i: int) -> int | None:
    """Whose quality an adjective or adjectival participle tells."""
    if syntax.is_passive(words, i):
        return syntax.patient(words, i)
    return syntax.subject(words, i)


def complements(words: Words, i: int) -> list[int]:
    """What an operator may speak of: clauses first, then objects, then what stands after a preposition."""
    clauses = [
        item for item in words.kids(i, "xcomp", "ccomp", "acl") if words.deps[item] != "acl" or words.tags[item] == "VB"
    ]
    objects = syntax.objects_of(words, i) if words.is_verb(i) else []
    after = [
        (name, item)
        for name, item in syntax.prepositions_of(words, i)
        if name in _COMPLEMENT_PREPOSITIONS and words.heads[item] != i
    ]
    below = [
        item
        for thing in objects
        for name, item in syntax.prepositions_of(words, thing)
        if name in ("of", "from", "for", "against", "to")
    ]
    later = [item for thing in objects for item in words.kids(thing, "acl")]
    aside = [item for item in words.kids(i, "advcl") if words.tags[item] in ("VB", "VBG")] if not clauses else []
    return clauses + objects + [item for _, item in after] + later + below + aside


def tells_of_others(words: Words, i: int) -> bool:
    """True for a finite clause with a subject of its own: what one suggests or expects that others do."""
    if words.deps[i] != "ccomp" or is_infinitive(words, i):
        return False
    own = words.kids(i, "nsubj", "nsubjpass")
    return bool(own) and words.pos[own[0]] != "PRON"


def is_infinitive(words: Words, i: int) -> bool:
    """True for "to stop" and for "that it stop", not for "that it stopped" or "that it will stop"."""
    if words.tags[i] != "VB":
        return words.tags[i] == "VBG" and words.deps[i] == "xcomp"
    return not any(words.tags[child] in ("MD", "VBD", "VBP", "VBZ") for child in words.kids(i, "aux"))


def is_means(words: Words, i: int) -> bool:
    """True after "by": "ended the quarrel by signing a pact" ends no pact."""
    return words.deps[i] in ("pobj", "pcomp") and words.lowers[words.heads[i]] == "by"


def has_addressee(words: Words, i: int) -> bool:
    """True for "promised Chad to stay": who is promised stands beside what is promised."""
    return bool(words.kids(i, "dobj", "dative")) and bool(words.kids(i, "xcomp", "ccomp"))
