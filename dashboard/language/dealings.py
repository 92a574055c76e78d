"""What states do with one another in the form of an attribution: thanks, pressure, wishes, plans, who is sent home."""

from __future__ import annotations

from dashboard.language.attributions import Attribution, has_marks, has_to
from dashboard.language.lines import STATES, Line
from dashboard.vocabulary.speech import Speech

_INFINITIVES = frozenset({"object infinitive", "preposition infinitive"})
_OF_SCHEMES = _INFINITIVES | {"object", "preposition"}
_TROOPS = frozenset({"troops", "officers", "personnel"})
_FEW = frozenset({"both", "them", "him", "her", "some", "several", "all", "others"})


def is_dealing(line: Line, found: Attribution, speech: Speech) -> bool:
    """True where a dealing of states is told and no word of anybody; never with words in marks."""
    if found.cue is None or not found.content or has_marks(line, found):
        return False
    return (
        _is_courtesy(line, found, speech)
        or _is_pressure(line, found, speech)
        or _is_of_scheme(line, found, speech)
        or _sends_home(line, found, speech)
        or _only_refers(line, found, speech)
        or _hands_over(line, found)
        or _is_wish_of_state(line, found)
    )


def is_plan(line: Line, noun: int, start: int, speech: Speech) -> bool:
    """True for "its plan to leave", "the envoy's offer to stay": what is on the table; ``start`` is its first word."""
    words = line.words
    return words.lowers[start] == "to" and words.lemmas[noun] in speech.words["aims"] and line.quoted[start] < 0


def _is_courtesy(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "expressed sympathy for the families", "conveyed thanks to Oslo": how one stands to another.

    "Expressed alarm at the arrests" tells what somebody holds of them.
    """
    words = line.words
    if found.rule != "object" or found.cue is None or found.cue.lemma not in speech.words["conveying"]:
        return False
    nouns = [i for i in words.kids(found.at, "dobj") if words.lowers[i] in speech.words["courtesies"]]
    start, end = found.content[-1]
    return (
        bool(nouns) and words.lowers[start] != "that" and "that" not in words.lowers[nouns[0] : min(end, nouns[0] + 2)]
    )


def _is_pressure(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "pressed the generals for a date", "had been pushing for the ban to be lifted": a policy."""
    if found.cue is None or found.cue.lemma not in speech.words["pressing"]:
        return False
    return found.rule in ("preposition", "preposition infinitive", "object")


def _is_of_scheme(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "the plan calls for a truce", "a bill, which outlines sanctions": what a scheme holds."""
    words, at = line.words, found.at
    if found.rule not in _OF_SCHEMES or found.cue is None or found.cue.subject is None:
        return False
    subject = found.cue.subject
    if words.lowers[subject] in ("which", "that") and words.deps[at] == "relcl":
        subject = words.heads[at]
    elif words.heads[subject] != at:
        # "would act if the deal went through, calling it a threat": who speaks stands elsewhere.
        return False
    return words.lemmas[subject] in speech.words["schemes"] | speech.words["accords"]


def _sends_home(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "told Oslo to withdraw its attaché", "asked two of them to leave": who is sent away or called back."""
    if found.rule != "object infinitive" or found.cue is None or found.cue.lemma not in speech.words["sending"]:
        return False
    words, (start, end) = line.words, found.content[-1]
    verb = next((i for i in range(start, end) if words.tags[i] == "VB" and has_to(line, i)), None)
    if verb is None:
        return False
    if words.lemmas[verb] in speech.words["withdrawing"]:
        return any(words.lowers[i] in speech.deeds["recall"] - _TROOPS for i in range(verb + 1, end))
    first = found.content[0][0]
    few = words.tags[first] == "CD" or words.lowers[first] in _FEW
    return few and words.lemmas[verb] in speech.words["leaving"]


def _only_refers(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "referring to the former envoy, who had left": of whom or what somebody speaks, however it is told."""
    return found.rule == "preposition" and found.cue is not None and found.cue.lemma in speech.words["referring"]


def _hands_over(line: Line, found: Attribution) -> bool:
    """True for "reported Chad to the council": a case is passed on."""
    words = line.words
    if found.rule != "object" or found.cue is None or found.cue.lemma != "report":
        return False
    objects = words.kids(found.at, "dobj")
    links = [*words.kids(found.at, "prep", "dative"), *(p for o in objects for p in words.kids(o, "prep"))]
    return any(line.ents[o] in STATES for o in objects) and any(words.lowers[p] == "to" for p in links)


def _is_wish_of_state(line: Line, found: Attribution) -> bool:
    """True for "Chad wants the bloc to lift the ban": what a state aims at, unlike "the minister wants"."""
    if found.rule != "object infinitive" or found.manner != "thought" or found.cue is None:
        return False
    return found.cue.subject is not None and line.ents[found.cue.subject] in STATES
