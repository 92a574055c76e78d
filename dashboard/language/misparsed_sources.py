"""Sources that the parser hung elsewhere: "At the summit, her adviser, Ana Ruiz, said", "the rule made Lima admit"."""

from __future__ import annotations

from dashboard.language.lines import FINITE, Line, Range
from dashboard.vocabulary.word_sets import word_set

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BESIDE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_INHERITS = frozenset({"conj", "xcomp", "advcl"})
_RELATIVES = frozenset({"WP", "WDT", "WP$"})
_ASIDES = frozenset({"VBN", "VBG", "WRB"})
_MOVING = word_set("makes_do")
#: "relied on users to report": on whom one counts.
_COUNTS_ON = frozenset({"rely", "count", "depend", "call", "prevail", "lean", "bank"})
_WRITES_TO = word_set("writes_to")
_OCCASIONS = word_set("opened_occasions")
_STEPS = 6
"""How many words before "to" the one who is to do it may stand."""


def moved(line: Line, i: int) -> int | None:
    """Who is to do an infinitive: Rao in "prompted Rao to speak", the media in "common for state media to portray"."""
    words = line.words
    to = next((c for c in words.kids(i, "aux") if words.lowers[c] == "to"), None)
    if to is None:
        return None
    head = words.heads[i]
    if words.deps[i] == "xcomp" and words.lemmas[head] in _MOVING:
        person = next((c for c in words.kids(head, "dobj") if head < c < i), None)
        if person is not None:
            return person
    for noun in range(to - 1, max(to - 1 - _STEPS, -1), -1):
        if words.deps[noun] == "pobj" and line.right[noun] == to - 1 and line.ents[noun] not in ("DATE", "TIME"):
            return noun if _is_for(line, words.heads[noun]) else None
    return None


def _is_for(line: Line, link: int) -> bool:
    """True for "common for ...", "rely on ...", but not for "went on television"."""
    words, head = line.words, line.words.heads[link]
    if words.lowers[link] == "for":
        return words.pos[head] in ("ADJ", "NOUN", "AUX")
    return words.lowers[link] in ("on", "upon") and words.lemmas[head] in _COUNTS_ON


def writer(line: Line, i: int) -> int | None:
    """The verb whose subject speaks where the parser hung a participle on its object: "emailed supporters saying"."""
    words, reached = line.words, line.words.heads[i]
    if words.tags[i] != "VBG" or words.deps[i] != "acl" or words.deps[reached] not in ("dobj", "dative", "iobj"):
        return None
    verb = words.heads[reached]
    return verb if words.lemmas[verb] in _WRITES_TO or words.lemmas[reached] in _OCCASIONS else None


def find_lost_source(line: Line, i: int) -> Range | None:
    """The phrase that can only be the subject of a finite verb, or of the one that it goes with, where it has none."""
    words = line.words
    for _ in range(4):
        if is_tensed(line, i):
            return _phrase_before(line, i)
        head = words.heads[i]
        if words.deps[i] not in _INHERITS or head == i or words.pos[head] not in ("VERB", "AUX"):
            return None
        if words.kids(head, "nsubj", "nsubjpass"):
            return None
        i = head
    return None


def is_tensed(line: Line, i: int) -> bool:
    """True for a verb with a tense of its own, or of an auxiliary before it, that does not go on with another's."""
    words = line.words
    if any(words.tags[c] in FINITE for c in words.kids(i, "aux")):
        return True
    return words.tags[i] in FINITE and words.deps[i] != "conj"


def _phrase_before(line: Line, verb: int) -> Range | None:
    words, first = line.words, line.sentence[verb][0]
    end = verb
    while end > first and words.heads[end - 1] == verb and words.deps[end - 1] in _BESIDE_VERB:
        end -= 1
    end = _before_brackets(line, first, end)
    if end > first and words.lowers[end - 1] == ",":
        commas = [t for t in range(first + 1, end - 1) if words.lowers[t] == "," and _is_set_off(line, t + 1, end - 1)]
        opens = [t for t in commas if _start(line, first, t - 1, t) == first]
        if not commas:
            return None
        end = _before_brackets(line, first, opens[0] if opens else commas[-1])
    noun = end - 1
    if noun < first or words.pos[noun] not in _NOMINAL or line.quoted[noun] != line.quoted[verb]:
        return None
    if line.ents[noun] in ("DATE", "TIME"):
        return None
    start = _start(line, first, noun, end)
    before = start - 1
    if before >= first and (words.pos[before] == "ADP" or words.tags[before] == "TO" or words.is_verb(before)):
        return None
    return start, end


def _before_brackets(line: Line, first: int, end: int) -> int:
    """The end without what stands in brackets: Ana Ruiz in "Ana Ruiz (Greens) said"."""
    lowers = line.words.lowers
    if end - 1 > first and lowers[end - 1] == ")":
        return next((t for t in range(end - 2, first, -1) if lowers[t] == "("), end)
    return end


def _is_set_off(line: Line, start: int, end: int) -> bool:
    """True for what can stand between a subject and its verb: "the bloc's envoy", "who is ill", "asked about it"."""
    tags = line.words.tags
    if tags[start] in _RELATIVES or tags[start] in _ASIDES:
        return True
    return not any(tag in FINITE for tag in tags[start:end])


def _start(line: Line, first: int, noun: int, end: int) -> int:
    """Where the phrase starts that ends with the noun: with its own words, those of what it goes with, at no comma."""
    words = line.words
    start = line.left[noun]
    for _ in range(4):
        head = words.heads[noun]
        if words.deps[noun] == "pobj" and words.deps[head] == "prep":
            head = words.heads[head]
        elif words.deps[noun] not in ("conj", "appos", "compound"):
            break
        if not first <= head < noun or words.pos[head] not in _NOMINAL or "," in words.lowers[head:end]:
            break
        noun, start = head, min(start, line.left[head])
    start = max(start, first)
    stop = next((t for t in range(end - 1, start - 1, -1) if words.lowers[t] in (",", ";", ":")), start - 1)
    return stop + 1
