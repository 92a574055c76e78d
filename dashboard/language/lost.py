"""Clauses of a verb of saying that the parser hung elsewhere, read by the order of the words alone."""

from __future__ import annotations

from dashboard.language.attributions import Attribution, make
from dashboard.language.cues import Cue
from dashboard.language.lines import FINITE, Line
from dashboard.vocabulary.speech import Speech

NEAR_WORDS = 12
"""How far behind the verb of saying the verb of its clause is looked for, in words."""
_HE = frozenset({"he", "she", "they", "we", "i", "there"})


def find_lost(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What the cue says in the clause behind it: "says banning it hurts farmers", "says he slept"."""
    if cue.passive or cue.frames.get("clause") is None or cue.subject is None or cue.subject > cue.at:
        return None
    verb = _verb_of_next(line, cue, speech)
    return None if verb is None else make(cue, [(cue.at + 1, _end(line, cue, verb))], "clause", "clause")


def _verb_of_next(line: Line, cue: Cue, speech: Speech) -> int | None:
    """The finite verb of a clause that begins right behind the cue, with "he" or a verb in -ing."""
    words, start, last = line.words, cue.at + 1, line.sentence[cue.at][1]
    if cue.frames["clause"] != "speech" or start >= last or line.quoted[start] >= 0:
        return None
    opens_he = words.lowers[start] in _HE
    if not opens_he and not (words.tags[start] == "VBG" and cue.lemma in speech.words["gapped"]):
        return None
    for i in range(start + 1, min(last, start + (3 if opens_he else 2 * NEAR_WORDS))):
        if words.tags[i] in FINITE and line.quoted[i] < 0:
            return i
        if not opens_he and (words.tags[i] in ("WDT", "WP", "WRB") or i in cue.others or words.lowers[i] in (":", ";")):
            return None
    return None


def _end(line: Line, cue: Cue, verb: int) -> int:
    """Where the clause with this finite verb ends."""
    words, last = line.words, line.sentence[cue.at][1]
    head = words.heads[verb] if words.deps[verb] in ("aux", "auxpass") else verb
    if line.left[head] > cue.at:
        return line.right[head] + 1
    is_aside = words.deps[cue.at] in ("relcl", "acl")
    ends = (i for i in range(verb + 1, last) if line.quoted[i] < 0 and words.lowers[i] in (",", ";"))
    return next(ends, last) if is_aside else last
