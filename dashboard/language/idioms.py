"""Idioms that attribute: a verb and a noun that only together speak, as in "gave warning that", "cast doubt on"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.attributions import EMPTY, Attribution
from dashboard.language.content_ends import that_end, without_comment
from dashboard.language.cues import find_subject, is_passive, source_range
from dashboard.language.lines import FINITE, Line, Range
from dashboard.language.turns import before_turn
from dashboard.vocabulary.speech import Idiom, Speech

GAP_WORDS = 4
"""How many words may stand between the verb and its noun: "gave its clearest warning yet"."""
REACH_WORDS = 14
"""How far behind the noun its clause may begin: "gave notice to the embassy on Monday that"."""
_BETWEEN = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "JJS", "RB", "CD", "VBG", "VBN", "POS", "NNP", "NN", "PRP", "RBR", "RBS"}
)
_OPENS_SUBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "EX"})
#: Here "it" is a state or a body, while "it is certain", "it gave rise" speak of no one.
_SOMEBODY_DOES = frozenset({"let", "make", "serve", "issue", "voice", "cast", "lay", "turn"})
_ASKS = frozenset({"what", "who", "which", "where", "when"})
_OPENS_CLAUSE = frozenset({"that", "whether", "how", "why"})


def find_idioms(line: Line, speech: Speech) -> Iterator[Attribution]:
    """What the idioms of a line attribute to the subjects of their verbs."""
    words = line.words
    for i, lower in enumerate(words.lowers):
        idioms = speech.idioms.get(lower)
        if idioms is None or line.quoted[i] >= 0 or not words.tags[i].startswith("VB") or is_passive(line, i):
            continue
        subject = find_subject(line, i)
        if subject is None or subject > i or words.lowers[subject] in ("there", "this", "that"):
            continue
        if words.lowers[subject] == "it" and words.lemmas[i] not in _SOMEBODY_DOES:
            continue
        for idiom in idioms:
            content = _content(line, i, idiom, speech)
            if content is not None:
                source = source_range(line, subject, i)
                yield Attribution(i, source, [content], "idiom", idiom.manner, (source[0], content[0]))
                break


def _content(line: Line, verb: int, idiom: Idiom, speech: Speech) -> Range | None:
    words, end = line.words, _end_of_noun(line, verb, idiom.nouns)
    if end is None:
        return None
    for frame in idiom.frames:
        found = _by_frame(line, verb, end, frame)
        if found is not None:
            start, end = found
            if words.lemmas[verb] == "leave" and words.tags[start] in ("WRB", "WP"):
                # "left no doubt where he stood": that he told it, not what he told.
                return None
            end = _before_next(line, verb, start, end, speech)
            return start, without_comment(line, speech, start, before_turn(line, start, end, frozenset()))
    return None


def _before_next(line: Line, verb: int, start: int, end: int, speech: Speech) -> int:
    """The end without what the subject says next: "made clear that it was too late, and called for calm"."""
    words = line.words
    for i in range(start + 2, end):
        if words.tags[i] == "WP" and words.lowers[i + 1] == "," and line.quoted[i] < 0:
            # "as a scuffle with men who, according to him, ..."
            return i
        if words.deps[i] != "conj" or words.tags[i] != words.tags[verb] or line.quoted[i] >= 0:
            continue
        joint = i - 1
        while joint > start and words.tags[joint] == "RB":
            joint -= 1
        speaks = any("speech" in sense.frames.values() for sense in speech.verbs.get(words.lowers[i], ()))
        if speaks and words.lowers[joint] in ("and", "but") and not words.kids(i, "nsubj", "nsubjpass", "aux", "mark"):
            return joint
    return end


def _end_of_noun(line: Line, verb: int, nouns: tuple[tuple[str, ...], ...]) -> int | None:
    """Where the idiom's noun ends that stands near behind the verb; None without it."""
    words = line.words
    for start in range(verb + 1, min(len(words), verb + GAP_WORDS + 2)):
        for noun in nouns:
            if tuple(words.lowers[start : start + len(noun)]) == noun:
                return start + len(noun)
        if line.quoted[start] >= 0 or words.tags[start] not in _BETWEEN:
            return None
    return None


def _by_frame(line: Line, verb: int, end: int, frame: str) -> Range | None:
    if frame == "clause":
        return _clause(line, verb, end)
    if frame == "bare clause":
        return _bare_clause(line, verb, end)
    if frame == "object":
        return _object_behind(line, verb, end)
    if frame == "object across":
        return _object_across(line, verb, end)
    kept, _, preposition = frame.rpartition("+")
    found = _after_preposition(line, end, tuple(preposition.split("_")))
    if found is None or not kept:
        return found
    start = end - 1
    while start - 1 > verb and line.words.tags[start - 1] in _BETWEEN:
        start -= 1
    return start, found[1]


def _clause(line: Line, verb: int, end: int) -> Range | None:
    """The clause behind the noun, with at most a hearer and a day between."""
    words, last = line.words, line.sentence[verb][1]
    if end + 2 < last and words.lowers[end] in _ASKS:
        return end, that_end(line, end, last)
    for i in range(end, min(last, end + REACH_WORDS)):
        if words.lowers[i] in _OPENS_CLAUSE and words.tags[i] != "DT" and i + 2 < last:
            # "a message that resonates": what the noun is like, not what it says.
            is_relative = words.tags[i] == "WDT" and words.tags[i + 1] in FINITE
            return None if is_relative else (i, that_end(line, i, last))
        if words.tags[i] in FINITE or words.lowers[i] in (";", ":") or line.quoted[i] >= 0:
            return None
    return None


def _bare_clause(line: Line, verb: int, end: int) -> Range | None:
    """The clause that follows the idiom without "that": "made it clear the offer had lapsed"."""
    words, last = line.words, line.sentence[verb][1]
    while end < last and line.ents[end] in ("DATE", "TIME"):
        end += 1
    if end >= last or words.tags[end] not in _OPENS_SUBJECT:
        return None
    finite = next((i for i in range(end + 1, min(last, end + REACH_WORDS)) if words.tags[i] in FINITE), None)
    if finite is None:
        return None
    head = words.heads[finite] if words.deps[finite] in ("aux", "auxpass") else finite
    return end, line.right[head] + 1


def _object_behind(line: Line, verb: int, end: int) -> Range | None:
    """ "called into question the vote", "turned down the offer"."""
    words = line.words
    for child in words.kids(verb, "dobj", "pobj", "ccomp", "xcomp") + words.kids(end - 1, "dobj", "pobj"):
        if child >= end and words.lowers[child] not in EMPTY and line.left[child] >= end:
            return line.left[child], line.right[child] + 1
    return None


def _object_across(line: Line, verb: int, end: int) -> Range | None:
    """ "put the crash down to fog", "put the toll at nine": the object with what it is put to."""
    words = line.words
    thing = next((c for c in words.kids(verb, "dobj", "ccomp") if verb < c < end), None)
    to = next(iter(words.kids(end - 1, "pobj", "pcomp", "nummod")), None)
    if thing is None or to is None or words.lowers[thing] in EMPTY:
        return None
    return line.left[thing] if words.deps[thing] == "dobj" else verb + 1, line.right[to] + 1


def _after_preposition(line: Line, at: int, preposition: tuple[str, ...]) -> Range | None:
    words, end = line.words, at + len(preposition)
    if tuple(words.lowers[at:end]) != preposition:
        return None
    for child in words.kids(end - 1, "pobj", "pcomp", "prep", "ccomp"):
        if child >= end and words.lowers[child] not in EMPTY:
            return max(end, line.left[child]), line.right[child] + 1
    return None
