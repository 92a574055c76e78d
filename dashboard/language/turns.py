"""Where the reporter takes over in the sentence: another speaker, the day before or after, what came of it."""

from __future__ import annotations

from dashboard.language.attributions import DASHES
from dashboard.language.lines import FINITE, Line
from dashboard.vocabulary.speech import Speech

_CONTRASTS = frozenset({"while", "although", "though", "whereas"})
_STEPS = frozenset({"after", "before"})
_TIMES = frozenset({"minute", "hour", "day", "night", "week", "weekend", "month", "year", "decade", "moment"})
_STEP_WORDS = 4
"""How many words may stand between a comma and the "after" of ", barely two weeks after talks had failed"."""


def before_turn(line: Line, start: int, end: int, others: frozenset[int]) -> int:
    """The end without what the reporter adds behind a comma; ``others`` are the other reporting verbs of the line."""
    lowers = line.words.lowers
    for i in range(start + 2, end - 2):
        if line.quoted[i] >= 0 or lowers[i] not in {",", *DASHES}:
            continue
        if (
            _turns_to(line, i + 1, others)
            or _goes_over_to(line, i + 1, others)
            or _steps(line, i + 1, end)
            or lowers[i + 1 : i + 3] == ["only", "to"]
        ):
            return i
    return end


def before_scene(line: Line, start: int, end: int) -> int:
    """The end of an infinitive without what went with it: "asked Rome to wait, brushing aside its own generals"."""
    words = line.words
    for i in range(start + 3, end - 2):
        if line.quoted[i] >= 0:
            continue
        parts = words.lowers[i] == "," and words.tags[i + 1] == "VBG" and words.deps[i + 1] == "advcl"
        if parts and words.lowers[i + 1] != "including" and line.right[i + 1] + 1 >= end:
            return i
        verb = words.heads[i]
        if words.lowers[i] == "as" and words.deps[i] == "mark" and words.tags[verb] == "VBD" and verb > i:
            return i - 1 if words.lowers[i - 1] == "," else i
    return end


def before_commentary(line: Line, speech: Speech, start: int, end: int) -> int:
    """The end without what the reporter makes of the words: "said he would accept, abandoning weeks of refusal"."""
    words = line.words
    for i in range(start + 3, end - 2):
        adds = words.lowers[i] == "," and words.tags[i + 1] == "VBG" and words.deps[i + 1] == "advcl"
        if adds and line.quoted[i + 1] < 0 and words.lemmas[i + 1] in speech.words["commentary"]:
            return i
    return end


def _turns_to(line: Line, at: int, others: frozenset[int]) -> bool:
    """True for ", while his colleague cautioned against haste": another speaker, or the same one anew."""
    words = line.words
    if words.lowers[at] == "even":
        at += 1
    if words.lowers[at] not in _CONTRASTS:
        return False
    verb = words.heads[at]
    return verb in others and verb > at and words.tags[verb] in FINITE and bool(words.kids(verb, "nsubj"))


def _goes_over_to(line: Line, at: int, others: frozenset[int]) -> bool:
    """True for ", and a spokesman dismissed the offer": somebody else, or he again, speaks in the reporter's tense."""
    words = line.words
    if words.lowers[at] not in ("and", "but") or words.lowers[at + 1] == "that":
        return False
    verb = next((i for i in range(at + 1, line.sentence[at][1]) if words.tags[i] in FINITE), None)
    if verb is None:
        return False
    if words.lowers[verb] in ("was", "were"):
        # "..., and the envoy was told by his host that ..."
        verb = words.heads[verb]
        return verb in others and bool(words.kids(verb, "agent")) and bool(words.kids(verb, "nsubjpass"))
    told = verb
    if words.lowers[verb] == "did" and words.deps[verb] == "aux":
        # "..., and the cabinet did not rule out a walk-out"
        told = words.heads[verb]
    return told in others and words.tags[verb] == "VBD" and any(at < c < told for c in words.kids(told, "nsubj"))


def _steps(line: Line, at: int, end: int) -> bool:
    """True for ", a day after Lima had let it be known that ...": when it was said, as the reporter counts."""
    words = line.words
    step = next((i for i in range(at, min(at + _STEP_WORDS, end)) if words.lowers[i] in _STEPS), at)
    if step == at or words.lemmas[step - 1] not in _TIMES or words.deps[step] not in ("mark", "prep"):
        return False
    if step == at + 1 and words.tags[at] == "NNS":
        # ", hours after winning the vote"
        return True
    head = words.heads[step] if words.deps[step] == "mark" else step
    return line.right[head] + 1 >= end
