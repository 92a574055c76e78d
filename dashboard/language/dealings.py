"""What states do with one another in the form of an attribution: their wishes and plans."""

from __future__ import annotations

from dashboard.language.attributions import Attribution, has_marks
from dashboard.language.lines import STATES, Line
from dashboard.vocabulary.speech import Speech


def is_dealing(line: Line, found: Attribution) -> bool:
    """True for "Chad wants the bloc to lift the ban": what a state aims at, unlike "the minister wants"."""
    if found.rule != "object infinitive" or found.manner != "thought" or found.cue is None or has_marks(line, found):
        return False
    return found.cue.subject is not None and line.ents[found.cue.subject] in STATES


def is_plan(line: Line, noun: int, start: int, speech: Speech) -> bool:
    """True for "its plan to leave", "the envoy's offer to stay": what is on the table; ``start`` is its first word."""
    words = line.words
    return words.lowers[start] == "to" and words.lemmas[noun] in speech.words["aims"] and line.quoted[start] < 0
