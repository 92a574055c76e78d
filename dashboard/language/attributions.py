"""What a cue attributes, as token ranges, while a line is being read; and small questions that all rules ask."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.language.cues import Cue, is_finite
from dashboard.language.lines import Line, Range
from dashboard.vocabulary.speech import Manner

DASHES = frozenset({"—", "–", "-", "--"})
_MARKS = frozenset({'"', "''", "``", "'"})
_CLOSING = _MARKS | {" "}
_QUOTED = frozenset({"source", "official", "diplomat", "aide", "spokesman", "spokeswoman", "witness", "analyst"})
_INTRODUCED = 6
"""How far before a quotation the cue stands that introduces it, in words."""
JOINTS = DASHES | _MARKS | {",", "?", "!", "...", "…"}
REPORTED = frozenset({"would", "could", "had", "should", "must", "might"})
"""Verbs in the tense of reported speech; the reporter's own clauses stand in the plain past."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
THINGS = frozenset({"it", "this", "that", "which"})
ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
"""Tags of the words that open a question."""
INFINITIVES = frozenset({"infinitive", "object infinitive", "preposition infinitive"})
"""Rules whose content begins with "to"."""
RELATIVES = frozenset({"who", "which", "that", "whom"})
EMPTY = frozenset(
    {"it", "that", "this", "so", "him", "her", "them", "me", "us", "you", "himself", "herself", "themselves",
     "itself", "what", "which", "who", "whom", "something", "nothing", "anything", "much", "more", "same", "thing",
     "things"}
)  # fmt: skip


@dataclass(slots=True)
class Attribution:
    """Content, cue and source as token ranges, while a line is being read."""

    at: int
    """Index of the cue."""
    source: Range | None
    content: list[Range]
    rule: str
    manner: Manner
    phrase: Range
    """The clause of the cue without the content."""
    cue: Cue | None = None
    marks: list[int] = field(default_factory=list)
    """Numbers of the stretches in marks that belong to it."""
    relayer: Range | None = None
    """Who passes it on: Yonhap in "Yonhap quoted him as saying"."""
    inner: Attribution | None = None
    """An attribution that fills most of the content: Park's in "Yonhap reported that Park said ..."."""
    is_void: bool = False
    """True for words that are no statement ("asked if he would go, ..."): they only hold their place."""
    later: list[tuple[Line, Range]] = field(default_factory=list)
    """Content in lines after that of the cue."""


def has_marks(line: Line, found: Attribution) -> bool:
    """True where any of the content stands in quotation marks."""
    return any(max(line.quoted[s:e], default=-1) >= 0 for s, e in found.content)


def make(cue: Cue, content: list[Range], rule: str, frame: str) -> Attribution:
    """The attribution of ``content`` to the source of the cue, found by ``rule`` in this frame."""
    return Attribution(cue.at, cue.source, content, rule, cue.frames.get(frame, "speech"), cue.phrase, cue)


def reach(line: Line, i: int) -> Range:
    """All words below token ``i``, with it."""
    return line.left[i], line.right[i] + 1


def after(line: Line, cue: Cue, *deps: str) -> list[int]:
    """What depends on the cue and stands after it; with ``deps``, only in one of these ways."""
    kids = line.words.kids(cue.at, *deps) if deps else line.words.children[cue.at]
    return [c for c in kids if c > cue.at]


def has_to(line: Line, i: int) -> bool:
    """True for a verb with "to": "to leave"."""
    return any(line.words.lowers[c] == "to" for c in line.words.kids(i, "aux"))


def frame_of(line: Line, cue: Cue, name: str) -> str:
    """``name`` or its finite form where the cue has it and, for the latter, is a finite verb; else ""."""
    if name in cue.frames:
        return name
    return "finite " + name if "finite " + name in cue.frames and is_finite(line, cue.at) else ""


def relay_of(line: Line, cue: Cue) -> tuple[Range, int] | None:
    """Who is quoted, and the index of "saying"."""
    if "relay" not in cue.frames:
        return None
    words = line.words
    for preposition in after(line, cue, "prep"):
        saying = next((c for c in words.kids(preposition, "pcomp") if words.lowers[c] in ("saying", "telling")), None)
        person = next(iter(after(line, cue, "dobj")), None)
        if saying is not None and person is not None:
            return (line.left[person], preposition), saying
    return None


def quoted_person(line: Line, cue: Cue) -> Range | None:
    """Who is quoted where only that is told: "the daily quoted Ana Ruiz", "citing a source"."""
    if cue.lemma not in ("quote", "cite"):
        return None
    words = line.words
    person = next(iter(after(line, cue, "dobj")), None)
    if person is None or not (line.ents[person] == "PERSON" or words.lemmas[person] in _QUOTED):
        return None
    return reach(line, person)


def leads_on(line: Line, start: int) -> bool:
    """True where a quotation that ends at ``start`` asks for its cue, unlike "further steps" should talks go on."""
    lowers = line.words.lowers
    inner = next((lowers[i] for i in range(start - 1, max(start - 4, -1), -1) if lowers[i] not in _CLOSING), "")
    return not inner[-1:].isalnum()


def opens_next(line: Line, cue: Cue, start: int) -> bool:
    """True for "She answered" in He asked, "Will you go?" She answered, "No." where ``start`` is that of the first.

    The quotation before the cue has a cue of its own before it, and one more follows.
    """
    words, stop = line.words, max(cue.phrase[1], cue.at + 1)
    following = next((first for first, _ in line.quotations if first >= stop), None)
    if following is None or not 0 < following - stop + 1 <= 2 or words.lowers[following - 1] not in (",", ":"):
        return False
    if words.lowers[start - 1 : start] not in ([","], [":"]):
        return False
    return any(start - _INTRODUCED <= other < start and line.quoted[other] < 0 for other in cue.others)
