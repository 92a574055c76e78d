"""Words with stretches of them marked, as safe HTML: the only way that words of an article reach a page (pure)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
#: Share of its words that a wording must have in common before the others are worth marking.
LEAST_SHARED = 0.34
_SMALL = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "that", "this", "it", "its", "is", "are",
     "was", "were", "be", "been", "has", "had", "have", "by", "with", "as"}
)  # fmt: skip
_WORD = re.compile(r"\w+(?:['’]\w+)?|\W+")
#: Words of more characters fold: their beginning stays, and so much on either side of each mark.
LONG, BEGINNING, BESIDE = 700, 260, 140
#: What folds is longer than this.
LEAST_FOLDED = 120


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open stretch with the class that draws it. ``title`` says what it is to those who hover or listen."""

    start: int
    end: int
    kind: str
    title: str = ""
    href: str = ""
    id: str = ""


def escape(words: object) -> str:
    """Words as HTML text or attribute; control and direction-changing characters become visible boxes."""
    return html.escape(_CONTROL.sub("\ufffd", str(words)), quote=True)


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """``text[start:end]`` as HTML with its marks; marks may overlap and are cut at each other's ends."""
    stop = len(text) if end is None else end
    held = [m for m in marks if m.end > start and m.start < stop and m.start < m.end]
    cuts = sorted({start, stop, *(max(start, m.start) for m in held), *(min(stop, m.end) for m in held)})
    pieces = []
    for a, b in pairwise(cuts):
        inside = [m for m in held if m.start <= a and m.end >= b]
        pieces.append(_piece(escape(text[a:b]), inside, a))
    return "".join(pieces)


def folded(words: str, marks: Iterable[Mark], start: int = 0) -> str:
    """``marked`` words; of very long ones what lies far from their beginning and from every short mark is folded."""
    held = list(marks)
    if len(words) - start <= LONG:
        return marked(words, held, start)
    near = [(m.start, m.end) for m in held if m.end - m.start <= BESIDE]
    pieces, done = [], start
    for low, high in (*_stretches(words, start, near), (len(words), len(words))):
        if low - done > LEAST_FOLDED:
            pieces.append(f'<span class="gap"> … </span><span class="far">{marked(words, held, done, low)}</span>')
        else:
            pieces.append(marked(words, held, done, low))
        pieces.append(marked(words, held, low, high))
        done = high
    return "".join(pieces)


def _stretches(words: str, start: int, near: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What stays in view of long words, in order and without overlap, from blank to blank."""
    found: list[tuple[int, int]] = []
    for low, high in sorted([(start, start + BEGINNING - BESIDE), *near]):
        a = words.rfind(" ", start, max(start, low - BESIDE)) + 1 or start
        b = words.find(" ", min(high + BESIDE, len(words)))
        b = len(words) if b < 0 else b
        if found and a <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], b))
        else:
            found.append((a, b))
    return found


def _piece(words: str, marks: Sequence[Mark], start: int) -> str:
    for mark in sorted(marks, key=lambda m: (m.end - m.start, m.kind)):
        # Only the first piece of a mark carries its id, so that an id stands once.
        name = f' id="{escape(mark.id)}"' if mark.id and mark.start == start else ""
        title = f' title="{escape(mark.title)}"' if mark.title else ""
        words = f'<mark class="{escape(mark.kind)}"{name}{title}>{words}</mark>'
    return words


def found_marks(text: str, patterns: Iterable[re.Pattern[str]], start: int = 0) -> list[Mark]:
    """Marks on the words that were searched for."""
    return [Mark(m.start() + start, m.end() + start, "found") for p in patterns for m in p.finditer(text)]


def differing(words: str, lead: str) -> str:
    """``words`` as HTML with those words marked that ``lead`` does not have.

    Nothing is marked when hardly a word is shared: then all differs, and marks would say nothing.
    """
    held, own = _content_words(lead), _content_words(words)
    if not own or len(held & own) < LEAST_SHARED * len(own):
        return escape(words)
    pieces, run = [], ""
    for token in _WORD.findall(words):
        plain = token.casefold()
        if (token[0].isalnum() and plain not in held and plain not in _SMALL) or (run and token.isspace()):
            run += token
        else:
            pieces.append(_differs(run) + escape(token))
            run = ""
    return "".join(pieces) + _differs(run)


def _content_words(words: str) -> set[str]:
    return {token.casefold() for token in _WORD.findall(words) if token[0].isalnum()} - _SMALL


def _differs(run: str) -> str:
    bare = run.rstrip()
    return f'<mark class="differs">{escape(bare)}</mark>{escape(run[len(bare) :])}' if bare else escape(run)
