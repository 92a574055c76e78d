"""What a lead-in and a colon attribute: "The envoy was blunt: no talks would be held"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.attributions import REPORTED, Attribution
from dashboard.language.cues import find_subject, source_range
from dashboard.language.lines import FINITE, Line, Range, word_count
from dashboard.vocabulary.speech import Speech

_PERSONS = frozenset({"he", "she", "they"})
_NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_LEAST = 4
"""With fewer words than this behind the colon nothing is told."""


def find_led_up(line: Line, found: list[Attribution], speech: Speech) -> Iterator[Attribution]:
    """The clauses behind a colon in the tense of reported speech, where what stands before tells whose they are."""
    words = line.words
    for colon, lower in enumerate(words.lowers):
        if lower != ":" or line.quoted[colon] >= 0:
            continue
        first, last = line.sentence[colon]
        if colon + 1 == last < len(words):
            last = line.sentence[last][1]
        if colon == first or not _reports(line, colon, last):
            continue
        if any(colon < a.at < last or s <= colon + 1 < e for a in found for s, e in a.content or [(0, 0)]):
            continue
        source = _mood_before(line, first, colon, speech)
        if source is not None:
            yield Attribution(colon, source, [(colon + 1, last)], "lead-in", "speech", (colon, colon + 1))


def _reports(line: Line, colon: int, last: int) -> bool:
    """True for a clause in the tense of reported speech."""
    if word_count(line, colon + 1, last) < _LEAST or max(line.quoted[colon + 1 : last]) >= 0:
        return False
    finite = next((i for i in range(colon + 1, last) if line.words.tags[i] in FINITE), None)
    return finite is not None and finite > colon + 1 and line.words.lowers[finite] in REPORTED


def _mood_before(line: Line, first: int, colon: int, speech: Speech) -> Range | None:
    """Whose tone is told: "The envoy was blunter", "Cairo remained unmoved"."""
    words = line.words
    for i in range(first, colon):
        puts_it = words.deps[i] == "advmod" and words.lemmas[words.heads[i]] in ("put", "speak", "answer", "reply")
        if words.lowers[i] not in speech.words["tones"] or (words.deps[i] in ("amod", "advmod") and not puts_it):
            continue
        subject = next(iter(words.kids(i, "nsubjpass")), None) or find_subject(line, words.heads[i])
        if subject is not None and subject < i and _is_somebody(line, subject, speech):
            return source_range(line, subject, words.heads[i])
    return None


def _is_somebody(line: Line, subject: int, speech: Speech) -> bool:
    """True for a name, "he", or somebody by office: "the minister", "the embassy"."""
    words = line.words
    if words.lowers[subject] in _PERSONS or line.ents[subject] in _NAMES:
        return True
    return words.pos[subject] == "NOUN" and words.lemmas[subject] in speech.words["offices"]
