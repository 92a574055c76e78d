"""Quotation marks: which stretches of a line stand between them, whatever the marks and whether or not they balance."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARK = re.compile("[“”„‟\"«»]|``|''")
# Single marks quote only where no double ones do. An opening one stands before a word and is no apostrophe ('90s, 'em).
_SINGLE_OPENING = re.compile(r"(?<![\w.,!?)])[‘'](?=[\w…£$€])(?!\d\ds?\b|(?:em|til|tis|twas|cause|n|s)\b)")
_SINGLE_CLOSING = re.compile(r"(?<=[\w,.?!…;)%])[’'](?!\w)")
_POSSESSIVE = re.compile(r"s[’'] [a-z]")
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f([—–-/:")
_AFTER_CLOSING = frozenset(" \t\u00a0\u202f,.;:!?)]—–-/")
_ALWAYS_OPEN = frozenset({"„", "``", "«"})
BARE_LINES = 6
"""How many paragraphs without a mark of their own may stand inside one quotation."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks. ``start`` and ``end`` include the marks themselves.

    ``opens`` says that the stretch begins with a mark of its own, ``closes`` that it ends with one; a quotation over
    several lines is one stretch per line, of which only the last closes.
    """

    start: int
    end: int
    opens: bool
    closes: bool


def _is_opening(line: str, mark: re.Match[str], *, is_open: bool) -> bool:
    sign, before, after = mark.group(), line[mark.start() - 1 : mark.start()], line[mark.end() : mark.end() + 1]
    if sign in _ALWAYS_OPEN:
        return True
    if sign in "”»":
        return False
    free_left = not before or before in _BEFORE_OPENING
    free_right = not after or after in _AFTER_CLOSING
    if sign in "“‟":
        # The same sign closes a German quotation: „So“.
        return not (is_open and free_right and not free_left)
    return free_left if free_left != free_right else not is_open


def find_quotations(line: str, offset: int = 0, *, carried: bool = False) -> tuple[Quotation, ...]:
    """The quoted stretches of one line, in order, not overlapping; ``offset`` is added to every place.

    ``carried`` says that a quotation was still open at the end of the line before: then a line whose first mark is a
    closing one is quoted from its start. A stretch that never closes ends with its line.
    """
    found = _paired(line, carried=carried, nested=True) or ([] if carried else _single(line))
    if found and not found[-1].closes:
        found = _paired(line, carried=carried, nested=False)
    return tuple(
        Quotation(offset + q.start, offset + q.end, q.opens, q.closes)
        for q in found
        if _WORD.search(line, q.start, q.end)
    )


def _single(line: str) -> list[Quotation]:
    """What stands in single marks, as British papers print it: ‘We are ready,’ he said; called it ‘a farce’.

    A mark after a plural ("the ministers' plan") closes only where no other does. A line that is nothing but words in
    marks is a heading and quotes nobody.
    """
    found: list[Quotation] = []
    start = 0
    while (opening := _SINGLE_OPENING.search(line, start)) is not None:
        following = _SINGLE_OPENING.search(line, opening.end())
        limit = following.start() if following is not None else len(line)
        marks = list(_SINGLE_CLOSING.finditer(line, opening.end(), limit))
        closing = next((mark for mark in marks if not _POSSESSIVE.match(line, mark.start() - 1)), None)
        if closing is None and marks:
            closing = marks[0]
        if closing is not None:
            found.append(Quotation(opening.start(), closing.end(), True, True))
        start = closing.end() if closing is not None else opening.end()
    return [] if len(found) == 1 and found[0].end - found[0].start == len(line.strip()) else found


def _paired(line: str, *, carried: bool, nested: bool) -> list[Quotation]:
    """The stretches from an opening mark to its closing one; ``nested`` lets “ open once more inside."""
    found: list[Quotation] = []
    start: int | None = None
    depth = 0
    for number, mark in enumerate(_MARK.finditer(line)):
        if _is_opening(line, mark, is_open=start is not None):
            depth += 1
            start = mark.start() if start is None else start
        elif start is not None:
            depth -= 1
            if depth == 0 or not nested or mark.group() not in "”»":
                found.append(Quotation(start, mark.end(), True, True))
                start, depth = None, 0
        elif carried and number == 0:
            found.append(Quotation(0, mark.end(), False, True))
    if start is not None:
        found.append(Quotation(start, len(line), True, False))
    return found


def find_all_quotations(lines: Iterable[tuple[int, str]]) -> dict[int, tuple[Quotation, ...]]:
    """The quoted stretches of each line, by the line's offset; an open quotation is carried into the next line.

    An opening mark that nothing answers, in its own line or the next, quotes nothing.
    """
    held = [(offset, line) for offset, line in lines if line.strip()]
    found: dict[int, tuple[Quotation, ...]] = {}
    carried = False
    bare = 0
    for number, (offset, line) in enumerate(held):
        if bare:
            found[offset] = (Quotation(offset, offset + len(line), False, False),)
            bare -= 1
            continue
        found[offset] = find_quotations(line, offset, carried=carried)
        carried = bool(found[offset]) and not found[offset][-1].closes
        bare = _bare_lines([line for _, line in held[number + 1 : number + 2 + BARE_LINES]]) if carried else 0
    for (offset, _), following in itertools.zip_longest(held, held[1:]):
        if found[offset] and not found[offset][-1].closes and not _goes_on(found, following):
            found[offset] = found[offset][:-1]
    return found


def _bare_lines(following: list[str]) -> int:
    """How many lines without a mark stand between an opening mark and the line whose first mark closes it."""
    for number, line in enumerate(following):
        first = _MARK.search(line)
        if first is not None:
            return number if not _is_opening(line, first, is_open=True) and line[: first.start()].strip() else 0
    return 0


def _goes_on(found: dict[int, tuple[Quotation, ...]], following: tuple[int, str] | None) -> bool:
    """True when the next line starts quoted: with a mark of its own, or up to a closing one."""
    if following is None:
        return False
    offset, line = following
    start = offset + len(line) - len(line.lstrip())
    return bool(found[offset]) and found[offset][0].start <= start
