"""Texts in which something is said, and whose they are: "in a joint statement of Lima and Quito"."""

from __future__ import annotations

from dashboard.language.lines import FINITE, Line, Range
from dashboard.language.makers import BY
from dashboard.vocabulary.speech import Speech


def text_after(line: Line, verb: int, speech: Speech) -> int | None:
    """The statement, note or letter in which something is said: behind "in" or "by way of"."""
    words = line.words
    links = [c for c in words.kids(verb, "prep") if c > verb]
    links += [p for c in links for inner in words.kids(c, "pobj") for p in words.kids(inner, "prep")]
    for link in links:
        noun = next(iter(words.kids(link, "pobj")), None)
        if words.lowers[link] == "in" and noun is not None and words.lemmas[noun] in speech.words["artifacts"]:
            return noun
    return None


def text_owner(line: Line, text: int) -> Range:
    """Whose text it is: "of Lima and Quito", "Lima's"; else the text itself."""
    words = line.words
    owner = next((c for p in words.kids(text, "prep") if words.lowers[p] in BY for c in words.kids(p, "pobj")), None)
    owner = owner if owner is not None else next(iter(words.kids(text, "poss")), text)
    return line.left[owner], before_verb(line, owner + 1, line.right[owner] + 1)


def before_verb(line: Line, start: int, end: int) -> int:
    """The end of a noun phrase before a comma, its participle or a clause: "a statement of the ministry carried by"."""
    words = line.words
    stops = ("VBN", "VBG", *FINITE)
    return next((i for i in range(start, end) if words.tags[i] in stops or words.lowers[i] in (",", "that")), end)
