"""Attributions in headlines, read from the order of the words: taggers take "Kremlin Denies" for a name."""

from __future__ import annotations

from dashboard.language.attributions import Attribution
from dashboard.language.lines import Line, Range, word_count
from dashboard.vocabulary.speech import Manner, Speech

SOURCE_WORDS = 8
"""The longest source that a headline may begin with."""
_LABEL_WORDS = 4
_ACRONYM_LETTERS = 5
_PREPOSITIONS = ("for", "on", "of", "about", "against", "to", "over")
_DASHES = frozenset({"—", "–", "-", "--"})
#: Frames in which a verb of speech has an object or a clause.
_WITH_OBJECT = frozenset(
    {"clause", "object", "object+infinitive", "object+of", "object+predicate", "object+as", "object+for"}
)


def find_in_headline(line: Line, speech: Speech) -> list[Attribution]:
    """What a headline attributes: "Kremlin denies X", "X, Moscow claims", "Lavrov: X"; at most one."""
    end = len(line.words)
    while end and not line.is_word[end - 1] and line.quoted[end - 1] < 0:
        end -= 1
    found = _closing(line, speech, end) or _opening(line, speech, end) or _label(line, speech, end)
    return [found] if found is not None else []


def _manner(line: Line, speech: Speech, i: int, *, frames: tuple[str, ...] = ()) -> Manner | None:
    """The manner of the verb of saying at ``i``, if it is one and has one of ``frames``."""
    for sense in speech.verbs.get(line.words.lowers[i], ()):
        if sense.particle or line.words.lowers[i] == sense.lemma:
            continue
        for frame, manner in sense.frames.items():
            if manner == "speech" and frame != "quote" and (not frames or frame in frames):
                return manner
    return None


def _closing(line: Line, speech: Speech, end: int) -> Attribution | None:
    """ "Talks failed, Moscow claims"."""
    last = end - 1
    if last < 2 or line.quoted[last] >= 0 or _manner(line, speech, last, frames=("clause",)) is None:
        return None
    for i in range(last - 1, max(0, last - SOURCE_WORDS), -1):
        if line.words.lowers[i] in {",", ":", *_DASHES} and line.quoted[i] < 0:
            source = (i + 1, last)
            if not any(line.is_word[i + 1 : last]) or word_count(line, 0, i) < 2:
                return None
            return Attribution(last, source, [(0, i)], "headline", "speech", (i + 1, last + 1))
    return None


def _opening(line: Line, speech: Speech, end: int) -> Attribution | None:
    """ "Kremlin denies signing agreements"."""
    words = line.words
    for i in range(1, min(end - 1, SOURCE_WORDS + 1)):
        if (
            line.quoted[i] >= 0
            or not line.is_word[i - 1]
            or words.lowers[i - 1] in ("of", "to", "the", "a", "and", "'s")
        ):
            if words.lowers[i] in (",", ":", ";", "?"):
                return None
            continue
        manner = _manner(line, speech, i)
        if manner is None or (words.is_verb(i) is False and not words.lowers[i].endswith(("s", "ed"))):
            continue
        content = _after(line, speech, i, end)
        if content is None:
            continue
        return Attribution(i, (0, i), [content], "headline", manner, (0, i + 1))
    return None


def _after(line: Line, speech: Speech, at: int, end: int) -> Range | None:
    """The content after the verb: all of the rest, without the preposition that the verb asks for."""
    words = line.words
    deeds = frozenset().union(*(speech.deeds.get(sense.lemma, ()) for sense in speech.verbs[words.lowers[at]]))
    if any(lower in deeds for lower in words.lowers[at + 1 : at + 3]):
        return None
    frames = {frame for sense in speech.verbs[words.lowers[at]] for frame in sense.frames}
    start = at + 1
    while start < end and not line.is_word[start] and line.quoted[start] < 0:
        start += 1
    if start >= end:
        return None
    following = words.lowers[start]
    if following in _PREPOSITIONS:
        prepositional = following in frames or following + "+infinitive" in frames
        if prepositional:
            start += 1
        elif not (following == "to" and "infinitive" in frames):
            return None
    elif not frames & _WITH_OBJECT:
        return None
    return (start, end) if word_count(line, start, end) >= 2 else None


def _label(line: Line, speech: Speech, end: int) -> Attribution | None:
    """ "Lavrov: talks have failed", but not "Live: ..." or "Analysis: ..."."""
    words = line.words
    colon = next((i for i in range(1, min(end, _LABEL_WORDS + 2)) if words.lowers[i] == ":"), None)
    if colon is None or line.quoted[colon] >= 0 or word_count(line, 0, colon) > _LABEL_WORDS:
        return None
    name = words.doc[:colon]
    if any(token.lower_ in speech.words["labels"] for token in name) or word_count(line, colon + 1, end) < 3:
        return None
    if not all(token.text[0].isupper() for token in name if token.is_alpha):
        return None
    # "CRISIS IN THE GULF: ..." before a headline that is not in capitals; "EU: ..." is a name.
    if name.text.isupper() and len(name.text) > _ACRONYM_LETTERS and not words.doc[colon:end].text.isupper():
        return None
    return Attribution(colon, (0, colon), [(colon + 1, end)], "headline", "speech", (0, colon + 1))
