"""Contents: which words a cue attributes, read from the parse by the frames of the cue."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.language.cues import Cue
from dashboard.language.lines import Line, Range, word_count
from dashboard.vocabulary.speech import Manner

_TIME_AND_PLACE = frozenset(
    {"in", "on", "at", "during", "after", "before", "by", "since", "while", "when", "until", "throughout", "as", "via"}
)
_EMPTY_OBJECTS = frozenset(
    {
        "it",
        "that",
        "this",
        "so",
        "him",
        "her",
        "them",
        "me",
        "us",
        "you",
        "himself",
        "herself",
        "themselves",
        "itself",
        "what",
        "which",
        "who",
        "whom",
    }
)


@dataclass(slots=True)
class Attribution:
    """Content, cue and source as token ranges, while a line is being read."""

    cue: Cue
    source: Range | None
    content: list[Range]
    rule: str
    manner: Manner
    marks: list[int] = field(default_factory=list)
    """Numbers of the stretches in marks that belong to it."""


def read_contents(line: Line, cue: Cue) -> Attribution | None:
    """What the cue attributes by the parse alone; None where only quotation marks can tell."""
    for rule in (_passive, _clause, _infinitive, _object, _preposition, _parenthetical):
        found = rule(line, cue)
        if found is not None:
            return found
    return None


def _kids(line: Line, i: int, *deps: str) -> list[int]:
    return line.words.kids(i, *deps)


def _make(cue: Cue, content: list[Range], rule: str, frame: str) -> Attribution:
    return Attribution(cue, cue.source, content, rule, cue.frames.get(frame, "speech"))


def _clause(line: Line, cue: Cue) -> Attribution | None:
    if "clause" not in cue.frames:
        return None
    for child in line.words.children[cue.at]:
        if child > cue.at and line.words.deps[child] == "ccomp" and line.left[child] > cue.at:
            return _make(cue, [(line.left[child], line.right[child] + 1)], "clause", "clause")
    return None


def _has_to(line: Line, i: int) -> bool:
    return any(line.words.lowers[c] == "to" for c in _kids(line, i, "aux"))


def _infinitive(line: Line, cue: Cue) -> Attribution | None:
    words = line.words
    if "object+infinitive" in cue.frames:
        for child in _kids(line, cue.at, "ccomp", "xcomp"):
            if child > cue.at and _has_to(line, child):
                first = min([o for o in _kids(line, cue.at, "dobj", "dative") if o > cue.at] or [child])
                start = min(line.left[first], line.left[child])
                if words.lowers[start] != "to" and start > cue.at:
                    return _make(cue, [(start, line.right[child] + 1)], "object infinitive", "object+infinitive")
    if "infinitive" in cue.frames:
        for child in _kids(line, cue.at, "xcomp"):
            if child > cue.at and line.left[child] > cue.at and _has_to(line, child):
                return _make(cue, [(line.left[child], line.right[child] + 1)], "infinitive", "infinitive")
    return None


def _object(line: Line, cue: Cue) -> Attribution | None:
    words, at = line.words, cue.at
    after = [c for c in words.children[at] if c > at]
    dobj = next((c for c in after if words.deps[c] in ("dobj", "dative")), None)
    extra = [f.partition("+")[2] for f in cue.frames if f.startswith("object+")]
    if dobj is not None:
        for child in after:
            if child > dobj and words.deps[child] == "prep" and words.lowers[child] in extra:
                return _make(cue, [(line.left[dobj], line.right[child] + 1)], "object", "object+" + words.lowers[child])
    if "predicate" in extra:
        parts = [c for c in after if words.deps[c] in ("dobj", "oprd", "ccomp", "xcomp", "acomp", "prep")]
        parts = [c for c in parts if words.deps[c] != "prep" or words.lowers[c] not in _TIME_AND_PLACE]
        if any(words.deps[c] in ("oprd", "ccomp", "xcomp", "acomp") for c in parts):
            start, end = min(line.left[c] for c in parts), max(line.right[c] for c in parts) + 1
            if start > at:
                return _make(cue, [(start, end)], "predicate", "object+predicate")
    if "object" in cue.frames and dobj is not None and words.lowers[dobj] not in _EMPTY_OBJECTS:
        end = line.right[dobj] + 1
        for child in after:
            if child > dobj and line.left[child] == end and words.deps[child] == "prep":
                if words.lowers[child] in _TIME_AND_PLACE:
                    break
                end = line.right[child] + 1
        return _make(cue, [(line.left[dobj], end)], "object", "object")
    return None


def _preposition(line: Line, cue: Cue) -> Attribution | None:
    words = line.words
    for child in words.children[cue.at]:
        if child < cue.at or words.deps[child] not in ("prep", "agent", "prt", "dative"):
            continue
        preposition = words.lowers[child]
        inner = next((c for c in words.children[child] if words.deps[c] in ("pobj", "pcomp")), None)
        if inner is None:
            continue
        start, end = line.left[inner], line.right[inner] + 1
        if preposition + "+infinitive" in cue.frames:
            to = [c for c in _kids(line, cue.at, "xcomp", "advcl", "ccomp") if c > inner and _has_to(line, c)]
            to += [c for c in _kids(line, inner, "relcl", "acl") if _has_to(line, c)]
            if to:
                end = max(end, line.right[to[0]] + 1)
                return _make(cue, [(start, end)], "preposition infinitive", preposition + "+infinitive")
        if preposition in cue.frames and words.lowers[inner] not in _EMPTY_OBJECTS:
            return _make(cue, [(start, end)], "preposition", preposition)
    return None


def _passive(line: Line, cue: Cue) -> Attribution | None:
    if not cue.passive:
        return None
    words, at = line.words, cue.at
    content: list[Range] = []
    for child in words.children[at]:
        if child > at and words.deps[child] == "ccomp" and "clause" in cue.frames and line.left[child] > at:
            return _make(cue, [(line.left[child], line.right[child] + 1)], "passive clause", "clause")
    frame = ""
    for child in words.children[at]:
        if child < at:
            continue
        if words.deps[child] == "xcomp" and _has_to(line, child):
            frame = next((f for f in ("object+infinitive", "infinitive", "clause") if f in cue.frames), "")
        elif words.deps[child] == "prep" and "object+" + words.lowers[child] in cue.frames:
            frame = "object+" + words.lowers[child]
        elif words.deps[child] == "prep" and words.lowers[child] in cue.frames:
            frame = words.lowers[child]
        elif words.deps[child] in ("oprd", "acomp") and "object+predicate" in cue.frames:
            frame = "object+predicate"
        else:
            continue
        if frame:
            content.append((line.left[child], line.right[child] + 1))
            break
    if not content and cue.source is None:
        return None
    if not content and "object" not in cue.frames:
        return None
    if cue.patient is not None and line.words.deps[cue.patient] in ("nsubjpass", "nsubj"):
        content.insert(0, (line.left[cue.patient], line.right[cue.patient] + 1))
    return _make(cue, content, "passive", frame or "object") if content else None


def _parenthetical(line: Line, cue: Cue) -> Attribution | None:
    """ "Talks failed, the ministry said." and "Talks, the ministry said, had failed." """
    if "clause" not in cue.frames and "quote" not in cue.frames:
        return None
    words = line.words
    first, last = line.sentence[cue.at]
    start, end = cue.phrase
    if start <= first or line.is_word[start - 1]:
        return None
    if cue.subject is None or not (start <= cue.subject < max(end, cue.at + 1)):
        return None
    if words.lowers[start - 1] not in {",", "—", "–", "-", "--", '"', "”", "''", "?", "!", "...", "…", "'"}:
        return None
    content = [(first, start)]
    head = words.heads[cue.at] if words.deps[cue.at] in ("parataxis", "ccomp", "advcl") else None
    for child in words.children[cue.at]:
        if words.deps[child] == "ccomp" and line.left[child] < start:
            head = child
    if head is not None and end < last and words.lowers[end] in {",", "—", "–", "--", '"'}:
        if head > cue.at or line.right[head] >= end + 1:
            content.append((end, last))
    if not word_count(line, *content[0]):
        return None
    return _make(cue, content, "parenthetical", "clause")
