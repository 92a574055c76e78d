"""What the words around a predicate say of it: denied, planned, possible, demanded, conditional, said by someone."""

from __future__ import annotations

from dashboard.language import syntax
from dashboard.language.syntax import Words

_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "'d"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_OBLIGED = frozenset({"must", "should", "ought", "need"})
_IF = frozenset({"if", "unless", "provided", "providing", "whether", "lest", "once"})
_PLANNED = frozenset({"go", "set", "due", "about", "be", "schedule", "expect"})
_ALLEGING = frozenset({"claim", "allege", "suspect", "assert"})
_ALLEGEDLY = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
_ROUTE = 8
"""How many steps up a condition or a verb of saying is looked for."""


def negated(words: Words, i: int) -> bool:
    """True for "did not", "never", "no agreements were", "without meeting"."""
    for child in words.children[i]:
        if words.deps[child] == "neg" or words.lowers[child] in ("never", "neither", "nor"):
            return True
    governed = [*words.kids(i, "dobj", "nsubj", "nsubjpass", "attr")]
    if words.pos[i] in ("NOUN", "PROPN"):
        governed.append(i)
    if any(words.lowers[child] == "no" for item in governed for child in words.children[item]):
        return True
    if words.pos[i] == "ADJ" and words.heads[i] != i and words.is_verb(words.heads[i]):
        return negated(words, words.heads[i])
    head = words.heads[i]
    return words.deps[i] == "pcomp" and words.lowers[head] == "without"


def mood(words: Words, i: int) -> str:
    """What the auxiliaries say: "future", "possible", "supposed", "obliged" or nothing; shared ones count."""
    for here in dict.fromkeys((i, words.first_conjunct(i) if words.tags[i] == "VB" else i)):
        for child in words.children[here]:
            if words.deps[child] not in ("aux", "auxpass"):
                continue
            lower = words.lowers[child]
            if lower in _FUTURE:
                return "future"
            if lower in _POSSIBLE:
                past = any(words.lowers[other] == "have" for other in words.kids(here, "aux"))
                return "supposed" if past and lower not in ("can", "ca") else "possible"
            if lower in _OBLIGED:
                return "obliged"
            if lower == "to" and words.deps[here] == "ROOT":
                return "future"
    head = words.heads[i]
    if words.deps[i] == "xcomp" and words.lemmas[head] in _PLANNED:
        return "future"
    return ""


def condition(words: Words, i: int) -> tuple[int | None, bool]:
    """The head of the if-clause that ``i`` depends on, and whether ``i`` itself stands in an if-clause."""
    here, found = i, None
    for _ in range(_ROUTE):
        if found is None:
            found = next((child for child in words.kids(here, "advcl", "prep") if _is_if(words, child)), None)
        if words.deps[here] in ("advcl", "ccomp", "pcomp") and _is_if(words, here):
            return None, True
        if words.deps[here] not in syntax.CLAUSES | {"dobj", "pobj", "prep", "acomp", "attr"}:
            break
        here = words.heads[here]
    return found, False


def _is_if(words: Words, i: int) -> bool:
    for child in words.children[i]:
        if words.deps[child] in ("mark", "advmod", "prep") and words.lowers[child] in _IF:
            return words.lowers[child] != "once" or words.deps[child] == "mark"
        if words.deps[child] == "aux" and words.lowers[child] in ("should", "were", "had") and child < i:
            subjects = words.kids(i, "nsubj", "nsubjpass")
            if subjects and child < subjects[0]:
                return True
    return words.lowers[i] in ("provided", "if", "unless") or (
        words.lowers[i] == "in" and any(words.lowers[c] in ("case", "event") for c in words.children[i])
    )


def sayer(words: Words, i: int) -> int | None:
    """The verb of saying under which ``i`` stands: "said" of "France said it had expelled"."""
    here = i
    for _ in range(_ROUTE):
        head = words.heads[here]
        if head == here:
            break
        if words.deps[here] == "ccomp" and words.is_verb(head):
            return head
        here = head
    for child in words.children[here]:
        if words.deps[child] in ("ccomp", "parataxis") and words.lemmas[child] in ("say", "tell", "announce"):
            return child
    return None


def is_alleged(words: Words, i: int, saying: int | None) -> bool:
    """True for "allegedly attacked" and for "claimed that it had attacked"."""
    if saying is not None and words.lemmas[saying] in _ALLEGING:
        return True
    return any(words.lowers[child] in _ALLEGEDLY for child in words.children[i])
