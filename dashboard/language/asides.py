"""Contents beside which the cue stands as an aside: "Talks failed, the ministry said."."""

from __future__ import annotations

from dashboard.language.attributions import (
    DASHES,
    EMPTY,
    JOINTS,
    RELATIVES,
    Attribution,
    after,
    leads_on,
    make,
    relay_of,
)
from dashboard.language.cues import Cue
from dashboard.language.lines import FINITE, Line, Range, word_count

_AND = frozenset({"and", "but"})
_AUXILIARIES = frozenset({"has", "have", "had", "is", "are", "was", "were", "be", "been", "do", "does", "did"})
_AUXILIARIES |= {"will", "would", "can", "could", "may", "might", "must", "should", "shall"}
#: Reasons and conditions that go on with the words; of the others, "..., said Ruiz, of Lima" is no more of them.
_SPEAKERS_REASONS = frozenset({"because", "if", "unless", "lest", "provided", "whether"})
_REASONS = _SPEAKERS_REASONS | {"of", "until", "nor"}
#: "If talks failed, he said, they would leave": the words open with a condition, and the aside stands behind it.
_CONDITIONS = frozenset({"if", "unless", "should", "once", "until", "were", "had", "as", "when"})
_TIMES = frozenset({"when", "where", "after", "before", "since", "because", "once", "until"})
_HANGING = frozenset({"relcl", "advcl", "acl"})
#: "..., he said, while stressing that ...", "without giving details": what the reporter puts beside it.
_SCENES = frozenset({"while", "before", "after", "when", "without"})
#: Verbs in which reported speech goes on; the reporter's own clauses stand in the plain past.
_BACKSHIFTED = frozenset({"would", "could", "had", "should", "must", "might", "will", "can"})


def read_aside(line: Line, cue: Cue) -> Attribution | None:
    """ "Talks failed, the ministry said." and "Talks, the ministry said, had failed." """
    if not {"clause", "aside", "quote"} & cue.frames.keys():
        return None
    words, (start, end) = line.words, cue.phrase
    if start > 0 and words.lowers[start - 1] in ("as", "so") and cue.subject is not None and "clause" in cue.frames:
        if words.lowers[start - 1] == "so" and words.tags[cue.at] == "VBN":
            return None
        start -= 1
        if (found := _as_he_said(line, cue, start)) is not None:
            return found
    if not _stands_aside(line, cue, start):
        return None
    end = next((i for i in range(cue.at + 1, end) if words.lowers[i] == "," and _goes_with(line, cue, i + 1)), end)
    content = _around(line, cue, start, end)
    if not content or not word_count(line, *content[0]):
        return None
    found = make(cue, content, "parenthetical", "clause")
    if cue.source is not None and cue.source[0] < end < cue.source[1]:
        found.source = cue.source[0], end
    relay = relay_of(line, cue)
    if relay is not None:
        found.source, found.relayer, found.rule = relay[0], cue.source, "relayed"
    return found


def _as_he_said(line: Line, cue: Cue, start: int) -> Attribution | None:
    """ "As the minister said, talks had failed": what follows an aside that opens its sentence."""
    words, (first, last), end = line.words, line.sentence[cue.at], cue.phrase[1]
    rest = next((i for i in range(end, last) if line.is_word[i]), last)
    opens = words.lowers[start] == "as" and word_count(line, first, start) <= 1
    follows = opens and words.lowers[end : end + 1] == [","] and rest < last
    return make(cue, [(rest, last)], "as he said", "clause") if follows else None


def _stands_aside(line: Line, cue: Cue, start: int) -> bool:
    """True for a cue with a subject of its own behind a comma, a dash or a mark."""
    words, first = line.words, line.sentence[cue.at][0]
    if start <= first or line.is_word[start - 1] or words.lowers[start - 1] not in JOINTS:
        return False
    if words.lowers[start] in _TIMES and words.deps[cue.at] in _HANGING and line.quoted[start - 1] < 0:
        # "The bloc relented in May, when Lima promised to sign": when it was.
        return False
    if cue.subject is None or not start <= cue.subject < cue.phrase[1] or words.lowers[cue.subject] in RELATIVES:
        return False
    return words.lowers[line.left[cue.subject]] != "whose" and not _is_of_things(line, cue)


def _around(line: Line, cue: Cue, start: int, end: int) -> list[Range]:
    """What is said around an aside that reaches from ``start`` to ``end``; empty where that is no whole clause."""
    last, in_marks = line.sentence[cue.at][1], line.quoted[start - 1] >= 0
    first = _own_start(line, cue, max(line.sentence[cue.at][0], line.begin), start)
    takes_clause = "clause" in cue.frames or "aside" in cue.frames
    if in_marks:
        if "clause" not in cue.frames and not leads_on(line, start):
            return []
        before = _start_of_marked(line, first, line.quoted[start - 1]), start
        is_whole = before[0] == line.quotations[line.quoted[start - 1]][0]
        goes_on = _goes_on(line, cue, start, end, last) and not (is_whole and _is_beside(line, end, last))
        return [before, (end, last)] if goes_on else [before]
    is_split = takes_clause and _is_split(line, first, start, end, last)
    if not is_split and not (takes_clause and _has_clause(line, cue, first, start)):
        return []
    if not is_split and not _goes_on(line, cue, start, end, last):
        return [(first, start)]
    return [(end, last)] if _leads_up(line, first, start, end) else [(first, start), (end, last)]


def _is_beside(line: Line, end: int, last: int) -> bool:
    """True for ""We lost," said Ruiz, of Lima": what stands behind direct speech and outside it is the reporter's."""
    words, at = line.words, end + 1
    if at >= last or line.quoted[end] >= 0 or words.tags[at] in FINITE or words.lowers[at] == "that":
        return False
    stop = next((i for i in range(at, last) if words.lowers[i] in (".", "?", "!") and line.quoted[i] < 0), last)
    # ""We worry," he said, but Rome "will not wait"": what has marks of its own goes on.
    return max(line.quoted[at:stop], default=-1) < 0 and words.lowers[at] not in _SPEAKERS_REASONS


def _leads_up(line: Line, first: int, start: int, end: int) -> bool:
    """True for "Asked about the vote, he said, "We lost."": what the reporter puts before a sentence in marks."""
    words, opening = line.words, end + 1
    if opening + 2 >= len(words) or line.quoted[opening] < 0 or max(line.quoted[first:start]) >= 0:
        return False
    if line.quotations[line.quoted[opening]][0] != opening or words.lowers[end] != ",":
        return False
    at = next((i for i in range(opening, len(words)) if line.is_word[i]), opening)
    is_sentence = words.doc[at].text[0].isupper() and words.lowers[at] not in ("i", "i'm") and words.pos[at] != "PROPN"
    asked = words.lowers[first] == "asked" or words.lowers[first : first + 2] in (["when", "asked"], ["if", "asked"])
    hangs = words.tags[first] in ("IN", "RB", "VBN", "VBG", "TO", "WRB") and words.lowers[first] not in _CONDITIONS
    return asked or (is_sentence and hangs)


def _is_of_things(line: Line, cue: Cue) -> bool:
    """True for "the crackdown went on": only somebody goes on in words."""
    goes_on = "aside" in cue.frames and "clause" not in cue.frames and cue.subject is not None
    return goes_on and cue.subject is not None and line.words.pos[cue.subject] == "NOUN"


def _own_start(line: Line, cue: Cue, first: int, start: int) -> int:
    """Where the content starts: after a semicolon that cuts it off, or with its relative: "which, he said, had"."""
    words = line.words
    for i in range(start - 2, first, -1):
        # "He dismissed the offer; there would be no talks, he said": the other half has a cue of its own.
        # "The envoy was blunter: unless a date was set, he said, ...": the reporter leads up to the words.
        parts = words.lowers[i] in (";", ":") and line.quoted[i] < 0
        leads_up = parts and words.lowers[i] == ":" and any(words.tags[t] in FINITE for t in range(first, i))
        if leads_up or (parts and any(other in cue.others for other in range(first, i))):
            return i + 1
    for i in range(start - 2, first + 1, -1):
        # ""We were slow," said Ruiz in Cairo, but the delay, she explained, had reasons": the first half has its cue.
        turns = words.lowers[i] in _AND and words.lowers[i - 1] == "," and line.quoted[i] < 0
        if turns and any(line.quoted[first] >= 0 > line.quoted[o] for o in cue.others if first < o < i):
            return i + 1
    for i in range(start - 2, first, -1):
        if words.tags[i] in FINITE and line.quoted[i] < 0:
            break
        if words.lowers[i] == ";" and line.quoted[i] < 0:
            return i + 1
    if start - 2 > first and words.tags[start - 2] in ("WDT", "WP"):
        return next((i + 1 for i in range(start - 2, first, -1) if words.lowers[i] == ","), first)
    return first


def _has_clause(line: Line, cue: Cue, first: int, start: int) -> bool:
    """True when a main clause stands before the cue's phrase, and not a mere "On Tuesday, officials found a case"."""
    words = line.words
    if any(words.deps[c] == "dobj" and words.lowers[c] in EMPTY for c in after(line, cue, "dobj")):
        return False
    if any(words.deps[c] == "ccomp" and c < start for c in words.children[cue.at]) or words.deps[cue.at] == "parataxis":
        return True
    for i in range(first, start):
        if words.tags[i] in ("VBD", "VBZ", "VBP", "MD"):
            top = i
            while first <= words.heads[top] < start and words.heads[top] != top:
                top = words.heads[top]
            if words.deps[top] in ("ccomp", "ROOT", "parataxis", "conj", "dep", "xcomp"):
                return True
    return False


def _start_of_marked(line: Line, first: int, number: int) -> int:
    """Where a content that ends with this quotation starts: with it, unless it is part of a longer sentence."""
    begin, end = line.quotations[number]
    if begin <= first:
        return begin
    before = begin - 1
    text = line.words.doc[begin + 1].text if begin + 1 < end else ""
    if line.words.lowers[before] in {":", *DASHES} or (line.words.lowers[before] == "," and text[:1].isupper()):
        return begin
    return first


def _goes_on(line: Line, cue: Cue, start: int, end: int, last: int) -> bool:
    """True when the content continues after the cue's phrase: "Talks, he said, had failed." """
    words = line.words
    if end >= last or words.lowers[end] not in JOINTS or word_count(line, end, last) < 2:
        return False
    if end + 1 in cue.others and words.tags[end + 1] == "VBG" and line.quoted[end + 1] < 0:
        return False
    if line.quoted[end] < 0 and words.lowers[end + 1] in _SCENES and words.tags[end + 2] == "VBG":
        return False
    if line.quoted[end] < 0 and _goes_with(line, cue, end + 1):
        return True
    if line.quoted[end] >= 0 or (words.lowers[end] in DASHES and words.lowers[start - 1] in DASHES):
        return True
    head = words.heads[cue.at] if words.deps[cue.at] in ("parataxis", "ccomp", "advcl", "relcl", "conj") else -1
    for child in words.children[cue.at]:
        if words.deps[child] == "ccomp" and line.left[child] < start:
            head = child
    if head > cue.at or (head >= 0 and line.right[head] > end and words.deps[cue.at] == "parataxis"):
        return True
    return is_reported_on(line, cue, end + 1, last)


def _goes_with(line: Line, cue: Cue, at: int) -> bool:
    """True for a reason or condition that is the speaker's, although the parser hung it on the cue."""
    words = line.words
    # "It would be a mistake, she told deputies, to believe that"
    hearer = next((line.right[c] for c in after(line, cue, "dobj", "dative")), cue.at)
    is_infinitive = words.tags[at : at + 2] == ["TO", "VB"] and at == hearer + 2
    return is_infinitive or words.lowers[at] in _REASONS or words.lowers[at : at + 2] == ["even", "if"]


def _is_split(line: Line, first: int, start: int, end: int, last: int) -> bool:
    """True for "Food aid, the ministers said, would not be touched": the aside stands between subject and verb."""
    words = line.words
    is_joint = end < last and words.lowers[end] == ","
    is_joint = is_joint or (end < last and words.lowers[end] in DASHES and words.lowers[start - 1] in DASHES)
    if end + 1 >= last or not is_joint or line.quoted[end] >= 0:
        return False
    if words.lowers[first] in _CONDITIONS and any(words.tags[i] in FINITE for i in range(first, start)):
        # "If talks failed, he said, they would leave": the main clause follows.
        return any(words.tags[i] in FINITE for i in range(end, last))
    leads_off = words.tags[first] in ("IN", "RB", "VBN", "TO", "WRB") and words.lowers[first] not in (
        "not",
        "even",
        "only",
    )
    if words.tags[end + 1] not in FINITE or leads_off or any(words.tags[i] in FINITE for i in range(first, start)):
        return False
    return any(words.pos[i] in ("NOUN", "PROPN", "PRON") for i in range(first, start))


def is_reported_on(line: Line, cue: Cue, start: int, last: int) -> bool:
    """True for "Talks had failed, he said, and the ministers would leave": the tense is not the reporter's.

    ``start`` is the first word after the aside.
    """
    words = line.words
    if start >= last or words.tags[start] != "CC" or words.lowers[start] not in _AND:
        return False
    for i in range(start + 1, last):
        if line.quoted[i] >= 0:
            return not any(other in cue.others for other in range(start, last))
        if words.tags[i] in FINITE:
            return words.lowers[i] in _BACKSHIFTED
    # "There was no war, he said, and therefore no threat": what has no verb of its own shares that of his words.
    return True
