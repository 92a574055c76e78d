"""One passage made ready for the quote rules: its words, the reach of each word's phrase, and what stands in marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.language.marks import Quotation
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words, read_words
from dashboard.vocabulary.countries import find_code

_PLACE = r"[A-Z][A-Z.'’-]+(?:[ ,/][ ]?[A-Z][\w.'’-]*){0,6}(?:, \w+\.? \d{1,2})?,? ?"
_AGENCY = r"\([\w ./-]{2,30}\)"
_DATELINE = re.compile(rf"(?:{_PLACE}(?:{_AGENCY})? ?|{_AGENCY} )(?:—|–|--|-) (?=\S)")
_RUN_IN = re.compile(r"[-–—•*·] ?[^:.!?\"]{3,60}: (?=[A-Z\"])")
_HEADING = re.compile(r"([A-Z][A-Z .,'&/-]{2,60}): (?=\S)")
_PARTED = re.compile(r", AND |,? & |, | AND |/")

Range = tuple[int, int]
"""Half-open token indexes."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs with a tense of their own."""
STATES = frozenset({"GPE", "ORG", "NORP"})
"""Labels of the name finder for states, bodies and peoples."""


@dataclass(frozen=True, slots=True)
class Line:
    """A passage and its parse by token index. ``left`` and ``right`` bound the phrase that hangs on each word."""

    passage: Passage
    words: Words
    left: list[int]
    right: list[int]
    """The last word of the phrase, inclusive."""
    sentence: list[Range]
    """The sentence of each word."""
    quotations: tuple[Range, ...]
    """Stretches in marks, marks included."""
    quoted: list[int]
    """Index of the stretch that each word stands in, -1 outside."""
    is_word: list[bool]
    ents: list[str]
    """The type of the named entity each word is part of, "" outside."""
    goes_on: bool
    """True when the last stretch in marks is not closed in this line."""
    begin: int
    """The first word after a dateline ("SEOUL (Reuters) —") or a heading ("- Sanctions: ...", "JAPAN: ...")."""


def make_line(passage: Passage, quotations: tuple[Quotation, ...]) -> Line:
    """The passage with its quotations (in offsets of the article) as token ranges."""
    doc = passage.doc
    words = read_words(doc)
    sentence: list[Range] = []
    for start, end in words.sentences:
        sentence += [(start, end)] * (end - start)
    ranges = tuple(_token_range(passage, q) for q in quotations)
    quoted = [-1] * len(doc)
    for number, (start, end) in enumerate(ranges):
        quoted[start:end] = [number] * (end - start)
    return Line(
        passage,
        words,
        *token_edges(words.heads),
        sentence,
        ranges,
        quoted,
        [any(map(str.isalnum, text)) for text in words.lowers],
        words.entities,
        bool(quotations) and not quotations[-1].closes,
        _after_dateline(doc.text, words.starts),
    )


def token_edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and the last token of what hangs on each token, itself included."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for i, head in enumerate(heads):
        here = i
        # Who has a smaller edge has handed it to all above already.
        while head != here and first[head] > i:
            first[head], here, head = i, head, heads[head]
    for i in range(len(heads) - 1, -1, -1):
        here, head = i, heads[i]
        while head != here and last[head] < i:
            last[head], here, head = i, head, heads[head]
    return first, last


def _after_dateline(text: str, places: list[int]) -> int:
    found = _DATELINE.match(text) or _RUN_IN.match(text) or _heading(text)
    if found is None:
        return 0
    return next((i for i, place in enumerate(places) if place >= found.end()), 0)


def _heading(text: str) -> re.Match[str] | None:
    """The states that open their paragraph of a roundup: "FRANCE AND BRITAIN: Paris regretted the tests"."""
    found = _HEADING.match(text)
    return found if found is not None and all(map(find_code, _PARTED.split(found[1]))) else None


def _token_range(passage: Passage, quotation: Quotation) -> Range:
    """The tokens that lie in the stretch for the most part; a mark glued to its neighbour goes with the stretch."""
    inside = passage.doc.char_span(
        quotation.start - passage.start, quotation.end - passage.start, alignment_mode="expand"
    )
    return (inside.start, inside.end) if inside is not None else (0, 0)


def word_count(line: Line, start: int, end: int) -> int:
    """How many tokens with a letter or digit the range holds."""
    return sum(line.is_word[start:end])
