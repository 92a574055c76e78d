"""Contents: which words a cue attributes, read from the parse by the frames of the cue."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.language.cues import Cue, is_finite
from dashboard.language.lines import Line, Range, word_count
from dashboard.vocabulary.speech import Manner, Speech

_CIRCUMSTANCES = frozenset({"during", "after", "before", "by", "since", "while", "when", "until", "throughout", "via"})
_EMPTY = frozenset(
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
        "something",
        "nothing",
        "anything",
        "much",
        "more",
        "same",
        "thing",
        "things",
    }
)
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_COMMENTS = frozenset({"who", "which", "where"})
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_COMPLEMENTIZERS = frozenset({"that", "whether"})
_SAYING = frozenset(
    {"say", "claim", "argue", "insist", "note", "add", "acknowledge", "admit", "believe", "think", "suggest", "warn"}
)
_TRIMMED = frozenset(
    {"clause", "object", "predicate", "infinitive", "object infinitive", "preposition", "gerund", "passive"}
)
_VENUE_PREPOSITIONS = frozenset({"in", "on", "at", "during", "through", "via", "to"})
_OF_THINGS = frozenset(
    {"characterize", "characterise", "highlight", "underscore", "underline", "frame", "detail", "outline"}
)
_IRREALIS = frozenset({"would", "could", "might", "may", "should"})
_RAISED = frozenset(
    {
        "expect",
        "say",
        "believe",
        "report",
        "think",
        "know",
        "understand",
        "allege",
        "claim",
        "estimate",
        "ask",
        "tell",
        "urge",
        "advise",
        "warn",
        "order",
        "invite",
        "rumor",
        "predict",
        "forecast",
        "consider",
        "want",
    }
)
_DASHES = frozenset({"—", "–", "-", "--"})
_MARKS = frozenset({'"', "''", "``", "'"})
_JOINTS = _DASHES | _MARKS | {",", "?", "!", "...", "…"}


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
    later: list[tuple[Line, Range]] = field(default_factory=list)
    """Content in lines after that of the cue."""


def read_contents(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What the cue attributes by the parse alone; None where only quotation marks can tell."""
    if line.words.deps[cue.at] == "pcomp" and line.words.lowers[line.words.heads[cue.at]] == "as":
        return None
    found = _by_frame(line, cue, speech)
    if found is not None and found.rule in _TRIMMED and found.content:
        start, end = found.content[-1]
        end = _without_venue(line, speech, start, _without_comment(line, start, end), dated=found.rule != "clause")
        found.content[-1] = (start, end)
    return found


def _by_frame(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    if cue.passive:
        return _passive(line, cue)
    if cue.phrase[0] > 0 and line.quoted[cue.phrase[0] - 1] >= 0:
        found = _parenthetical(line, cue)
        if found is not None:
            return found
    return (
        _relayed(line, cue)
        or _clause(line, cue, speech)
        or _infinitive(line, cue)
        or _preposition_infinitive(line, cue)
        or _object(line, cue, speech)
        or _preposition(line, cue, speech)
        or _rest(line, cue)
        or _parenthetical(line, cue)
    )


def _without_venue(line: Line, speech: Speech, start: int, end: int, *, dated: bool) -> int:
    """The end without where and (``dated``) when it was said: "... in an interview", "... on Monday"."""
    words = line.words
    for i in range(start + 2, end - 1):
        if words.lowers[i] not in _VENUE_PREPOSITIONS or line.right[i] + 1 < end or line.quoted[i] >= 0:
            continue
        inner = next((c for c in words.kids(i, "pobj") if c > i), None)
        if inner is None:
            continue
        if words.lowers[inner] in speech.words["venues"] or (dated and words.lowers[inner] in speech.words["weekdays"]):
            return i - 1 if words.lowers[i - 1] == "," else i
    return end


def _make(cue: Cue, content: list[Range], rule: str, frame: str) -> Attribution:
    return Attribution(cue.at, cue.source, content, rule, cue.frames.get(frame, "speech"), cue.phrase, cue)


def _reach(line: Line, i: int) -> Range:
    return line.left[i], line.right[i] + 1


def _after(line: Line, cue: Cue, *deps: str) -> list[int]:
    kids = line.words.kids(cue.at, *deps) if deps else line.words.children[cue.at]
    return [c for c in kids if c > cue.at]


def _relayed(line: Line, cue: Cue) -> Attribution | None:
    """ "quoted him as saying the vault was empty": the words are his, and who quotes him relays them."""
    relay = _relay(line, cue)
    if relay is None:
        return None
    clause = [c for c in line.words.kids(relay[1], "ccomp") if c > relay[1]]
    found = _make(cue, [_reach(line, clause[0])] if clause else [], "relayed", "relay")
    found.source, found.relayer, found.phrase = relay[0], cue.source, (cue.phrase[0], relay[1] + 1)
    return found


def _relay(line: Line, cue: Cue) -> tuple[Range, int] | None:
    """Who is quoted, and the index of "saying"."""
    if "relay" not in cue.frames:
        return None
    words = line.words
    for preposition in _after(line, cue, "prep"):
        saying = next((c for c in words.kids(preposition, "pcomp") if words.lowers[c] in ("saying", "telling")), None)
        person = next(iter(_after(line, cue, "dobj")), None)
        if saying is not None and person is not None:
            return (line.left[person], preposition), saying
    return None


def _clause(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    frame = "clause"
    if frame not in cue.frames:
        frame = "finding clause"
        if frame not in cue.frames or not _names_a_finding(line, cue, speech):
            return None
    words = line.words
    for child in _after(line, cue, "ccomp"):
        if line.left[child] > cue.at:
            return _make(cue, [_clause_range(line, cue, child)], "clause", frame)
        start = line.left[child]
        if words.lowers[start] in ("who", "which", "that", "what"):
            gap = [(start, start + 1)] if words.lowers[start] != "what" else []
            return _make(cue, [*gap, (cue.at + 1, line.right[child] + 1)], "clause", frame)
    if cue.lemma in ("ask", "wonder", "inquire", "enquire", "question"):
        for child in _after(line, cue, "advcl"):
            if words.lowers[line.left[child]] in ("if", "whether"):
                return _make(cue, [_reach(line, child)], "clause", frame)
    return None


def _clause_range(line: Line, cue: Cue, head: int) -> Range:
    """The clause, without what the parser hung on it although it goes on with the cue: "said A and accused B"."""
    start, end = _reach(line, head)
    while start - 1 > cue.at and line.words.tags[start - 1] in _ASKING:
        start -= 1
    asked = next((i for i in range(cue.at + 1, start) if line.words.tags[i] in _ASKING), start)
    end = _cut(line, cue, head, start, end)
    return min(start, asked), _run_on(line, cue, end)


def _run_on(line: Line, cue: Cue, end: int) -> int:
    """The end of a clause that the parser broke off in mid sentence, where no comma or conjunction stands."""
    words, last = line.words, line.sentence[cue.at][1]
    if end >= last or not line.is_word[end] or words.deps[end] == "cc" or line.quoted[end] != line.quoted[end - 1]:
        return end
    if words.heads[end] == cue.at or words.tags[end] in ("IN", "CC", "RB", "NNP") or end in cue.others:
        return end
    while end < last and (line.is_word[end] or line.quoted[end] >= 0):
        end += 1
    return end


def _without_comment(line: Line, start: int, end: int) -> int:
    """The end without a closing ", which ..." or ", who ...", which is the reporter's more often than the speaker's."""
    words = line.words
    for i in range(start + 2, end - 1):
        if words.lowers[i] != "," or line.quoted[i] >= 0 or words.lowers[i + 1] not in _COMMENTS:
            continue
        verb = words.heads[i + 1]
        while words.deps[verb] != "relcl" and words.heads[verb] != verb and words.heads[verb] > i:
            verb = words.heads[verb]
        modal = any(words.lowers[c] in _IRREALIS for c in words.kids(verb, "aux"))
        if words.deps[verb] == "relcl" and line.left[verb] == i + 1 and line.right[verb] + 1 >= end and not modal:
            return i
    return _without_afterthought(line, start, end)


def _without_afterthought(line: Line, start: int, end: int) -> int:
    """The end without a closing ", a move that ...": a noun with "a" that sums up what was said."""
    words = line.words
    for i in range(start + 3, end - 2):
        if (
            words.lowers[i] not in {",", *_DASHES}
            or line.quoted[i] >= 0
            or words.lowers[i + 1] not in ("a", "an", "another")
        ):
            continue
        noun = words.heads[i + 1]
        if (
            words.deps[noun] in ("appos", "npadvmod", "dep")
            and line.left[noun] == i + 1
            and line.right[noun] + 1 >= end
        ):
            return i
    return end


def _cut(line: Line, cue: Cue, head: int, start: int, end: int) -> int:
    words = line.words
    for child in words.children[head]:
        if child < head or child >= end:
            continue
        dep, first = words.deps[child], line.left[child]
        if dep == "conj" and child in cue.others and _parallel(line, cue, child):
            joint = child
            while joint - 1 > start and (words.deps[joint - 1] in ("cc", "punct", "advmod", "aux", "neg")):
                joint -= 1
            return joint
        if dep == "advcl" and words.tags[child] == "VBG" and child in cue.others and words.lowers[first - 1] in _JOINTS:
            return first
    for i in range(start + 2, end - 1):
        if line.quoted[i] >= 0 or words.lowers[i - 1] not in _JOINTS:
            continue
        if words.lowers[i] == "to" and words.lowers[i + 1] == "which":
            return i - 1
        goes_with_cue = i in cue.others and words.tags[i] == "VBG" and words.deps[i] == "advcl"
        if goes_with_cue and line.right[i] + 1 >= end and not _of_a_person(line, head):
            return i - 1
    return end


def _of_a_person(line: Line, head: int) -> bool:
    """True when the clause is about a named person, who may be the one that "adds" or "insists"."""
    subjects = line.words.kids(head, "nsubj", "nsubjpass")
    return bool(subjects) and line.ents[subjects[0]] == "PERSON"


def _parallel(line: Line, cue: Cue, other: int) -> bool:
    """True when another reporting verb goes with the cue, not its content: same tense, no subject of its own."""
    words = line.words
    own = words.kids(other, "nsubj", "nsubjpass", "aux", "mark")
    return not own and words.tags[other] == words.tags[cue.at]


def _names_a_finding(line: Line, cue: Cue, speech: Speech) -> bool:
    return cue.subject is not None and line.words.lowers[cue.subject] in speech.words["findings"]


def _has_to(line: Line, i: int) -> bool:
    return any(line.words.lowers[c] == "to" for c in line.words.kids(i, "aux"))


def _frame(line: Line, cue: Cue, name: str) -> str:
    """``name`` or its finite form where the cue has it and, for the latter, is a finite verb; else ""."""
    if name in cue.frames:
        return name
    return "finite " + name if "finite " + name in cue.frames and is_finite(line, cue.at) else ""


def _infinitive(line: Line, cue: Cue) -> Attribution | None:
    words = line.words
    frame = _frame(line, cue, "object+infinitive")
    if frame:
        for child in _after(line, cue, "ccomp", "xcomp"):
            if _has_to(line, child):
                first = min([*_after(line, cue, "dobj", "dative"), child])
                start = min(line.left[first], line.left[child])
                if words.lowers[start] not in ("to", "not") and start > cue.at:
                    return _make(cue, [(start, line.right[child] + 1)], "object infinitive", frame)
    frame = _frame(line, cue, "infinitive")
    if frame:
        for child in _after(line, cue, "xcomp"):
            if line.left[child] > cue.at and _has_to(line, child):
                return _make(cue, [_reach(line, child)], "infinitive", frame)
    if "object" in cue.frames:
        for child in _after(line, cue, "xcomp"):
            if words.tags[child] == "VBG" and line.left[child] == child:
                return _make(cue, [_reach(line, child)], "gerund", "object")
    return None


def _object(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    words, at = line.words, cue.at
    after = [c for c in words.children[at] if c > at]
    dobj = next((c for c in after if words.deps[c] in ("dobj", "dative")), None)
    extra = {f.partition("+")[2] for f in cue.frames if f.startswith("object+")}
    if "predicate" in extra:
        found = _predicate(line, cue, after)
        if found is not None:
            return found
    if dobj is None:
        return _gapped(line, cue, after, extra)
    for child in words.kids(dobj, "prep"):
        if child > dobj and words.lowers[child] in extra - {"for", "with", "over"}:
            return _make(cue, [_reach(line, dobj)], "object", "object+" + words.lowers[child])
    for child in after:
        if child > dobj and words.deps[child] == "prep" and "hearer+" + words.lowers[child] in cue.frames:
            start, end = _reach(line, child)
            return _make(cue, [(start, end)], "hearer", "hearer+" + words.lowers[child])
        as_what = "as" in extra and words.lowers[line.left[child]] == "as" and line.left[child] > dobj
        if as_what and words.deps[child] in ("advcl", "acl", "xcomp", "oprd", "acomp", "dep"):
            return _make(cue, [(line.left[dobj], line.right[child] + 1)], "object", "object+as")
        if child > dobj and words.deps[child] == "prep" and words.lowers[child] in extra:
            return _make(cue, [(line.left[dobj], line.right[child] + 1)], "object", "object+" + words.lowers[child])
    frame = _frame(line, cue, "object")
    if not frame and "speech object" in cue.frames and words.lowers[dobj] in speech.nouns:
        frame = "speech object"
    if not frame or words.lowers[dobj] in _EMPTY or _points_back(line, dobj):
        return None
    if frame == "speech object" and cue.subject is not None and words.lowers[cue.subject] in speech.words["happenings"]:
        return None
    end = _tail(line, cue, speech, line.right[dobj] + 1)
    return _make(cue, [(line.left[dobj], end)], "object", frame)


def _gapped(line: Line, cue: Cue, after: list[int], extra: set[str]) -> Attribution | None:
    """ "which he describes as a trap", "what they described as a trap": the object stands before the verb."""
    words = line.words
    for child in after:
        if words.deps[child] == "prep" and words.lowers[child] == "as" and "as" in extra:
            return _make(cue, [_reach(line, child)], "object", "object+as")
    return None


def _points_back(line: Line, noun: int) -> bool:
    """True for "these claims", "such reports": words said before, not a content."""
    start, end = _reach(line, noun)
    return end - start <= 2 and line.words.lowers[start] in ("these", "those", "this", "that", "such")


def _tail(line: Line, cue: Cue, speech: Speech, end: int) -> int:
    """The end of an object with the phrases after it, but for when and where it was said."""
    words = line.words
    for child in _after(line, cue):
        if line.left[child] != end or words.deps[child] not in ("prep", "dative"):
            continue
        inner = next(iter(words.kids(child, "pobj")), child)
        if words.lowers[child] in _CIRCUMSTANCES or line.ents[inner] in ("DATE", "TIME"):
            break
        if words.lowers[child] in ("in", "on", "at", "to") and (
            words.lowers[inner] in speech.words["venues"] or words.lowers[inner] in speech.words["hearers"]
        ):
            break
        end = line.right[child] + 1
    return end


def _predicate(line: Line, cue: Cue, after: list[int]) -> Attribution | None:
    words = line.words
    parts = [c for c in after if words.deps[c] in ("dobj", "oprd", "ccomp", "xcomp", "acomp")]
    if parts and all(words.deps[c] == "dobj" for c in parts) and _second_noun(line, parts[-1]):
        return _make(cue, [_reach(line, parts[-1])], "predicate", "object+predicate")
    if not any(words.deps[c] != "dobj" for c in parts):
        return _gapped_predicate(line, cue, parts)
    start, end = min(line.left[c] for c in parts), max(line.right[c] for c in parts) + 1
    return _make(cue, [(start, end)], "predicate", "object+predicate") if start > cue.at else None


def _second_noun(line: Line, noun: int) -> bool:
    """True for "the move an act of piracy", where the parser hung the predicate on the object."""
    words = line.words
    return any(
        child > noun and words.lowers[line.left[child]] in ("a", "an", "the") and line.is_word[line.left[child] - 1]
        for child in words.kids(noun, "appos", "npadvmod", "dep")
    )


def _gapped_predicate(line: Line, cue: Cue, parts: list[int]) -> Attribution | None:
    """ "a move that Ankara called a provocation": what is called so stands before the verb."""
    words = line.words
    own = words.kids(cue.at, "nsubj")
    if not parts or words.deps[cue.at] != "relcl" or not own or words.lowers[own[0]] in _RELATIVES:
        return None
    return _make(cue, [_reach(line, parts[0])], "predicate", "object+predicate")


def _preposition_infinitive(line: Line, cue: Cue) -> Attribution | None:
    """ "called on Tehran to stop", "called for the parties to wait"."""
    words = line.words
    for child in _after(line, cue, "prep", "prt", "dative"):
        frame = words.lowers[child] + "+infinitive"
        inner = next(iter(words.kids(child, "pobj")), None)
        if frame not in cue.frames or inner is None:
            continue
        to = [c for c in _after(line, cue, "xcomp", "advcl", "ccomp") if c > inner and _has_to(line, c)]
        to += [c for c in words.kids(inner, "relcl", "acl") if _has_to(line, c)]
        if to:
            content = (line.left[inner], max(line.right[inner], line.right[to[0]]) + 1)
            return _make(cue, [content], "preposition infinitive", frame)
    if "for" in cue.frames:
        for child in _after(line, cue, "advcl", "xcomp", "ccomp"):
            if words.lowers[line.left[child]] == "for" and _has_to(line, child):
                return _make(cue, [(line.left[child] + 1, line.right[child] + 1)], "preposition infinitive", "for")
    return None


def _preposition(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    words = line.words
    for child in _after(line, cue, "prep", "prt", "dative"):
        preposition = words.lowers[child]
        inner = next(iter(words.kids(child, "pobj", "pcomp")), None)
        if inner is None:
            continue
        if line.ents[inner] in ("DATE", "TIME") and words.lowers[inner] in speech.words["weekdays"]:
            continue
        start, end = _reach(line, inner)
        if preposition in cue.frames and words.lowers[inner] not in _EMPTY:
            return _make(cue, [(start, _tail(line, cue, speech, end))], "preposition", preposition)
    return None


def _passive(line: Line, cue: Cue) -> Attribution | None:
    words = line.words
    relay = _passive_relay(line, cue)
    if relay is not None:
        return relay
    if "clause" in cue.frames:
        for child in _after(line, cue, "ccomp", "advcl"):
            if line.left[child] > cue.at and (
                words.deps[child] == "ccomp" or words.lowers[line.left[child]] in ("if", "whether")
            ):
                return _make(cue, [_reach(line, child)], "passive clause", "clause")
    tail, frame = _passive_tail(line, cue)
    if tail is None and (cue.source is None or not _frame(line, cue, "object")):
        return None
    if words.deps[cue.at] in ("acl", "amod") and cue.source is None and frame == "object+predicate":
        return None
    if cue.source is None and (cue.frames.get(frame) == "thought" or frame in ("about", "of", "on")):
        return None
    if not frame and cue.lemma in _OF_THINGS:
        return None
    content = [_reach(line, tail)] if tail is not None else []
    if cue.patient is not None and words.deps[cue.patient] == "nsubjpass":
        content.insert(0, _reach(line, cue.patient))
    if not content:
        return None
    return _make(cue, content, "passive", frame or "object")


def _passive_relay(line: Line, cue: Cue) -> Attribution | None:
    """ "The minister was quoted by the daily as saying talks had failed"."""
    if "relay" not in cue.frames or cue.patient is None:
        return None
    words = line.words
    for preposition in _after(line, cue, "prep"):
        for saying in words.kids(preposition, "pcomp"):
            clause = next((c for c in words.kids(saying, "ccomp") if c > saying), None)
            if (
                words.lowers[preposition] == "as"
                and words.lowers[saying] in ("saying", "telling")
                and clause is not None
            ):
                found = _make(cue, [_reach(line, clause)], "relayed", "relay")
                found.source, found.relayer = _reach(line, cue.patient), cue.source
                return found
    return None


def _passive_tail(line: Line, cue: Cue) -> tuple[int | None, str]:
    words = line.words
    for child in [c for c in words.children[cue.at] if c > cue.at]:
        dep, lower = words.deps[child], words.lowers[child]
        if dep == "xcomp" and _has_to(line, child) and cue.lemma in _RAISED:
            for frame in ("object+infinitive", "infinitive", "clause"):
                if frame in cue.frames:
                    return child, frame
        elif dep == "prep":
            for frame in ("object+" + lower, lower):
                if frame in cue.frames:
                    return child, frame
        elif dep in ("oprd", "acomp", "attr") and "object+predicate" in cue.frames:
            return child, "object+predicate"
    return None, ""


def _parenthetical(line: Line, cue: Cue) -> Attribution | None:
    """ "Talks failed, the ministry said." and "Talks, the ministry said, had failed." """
    speaks = cue.frames.get("clause") == "speech"
    if not (speaks or "quote" in cue.frames or "clause" in cue.frames):
        return None
    words = line.words
    first, last = line.sentence[cue.at]
    start, end = cue.phrase
    if start > 0 and words.lowers[start - 1] == "as" and cue.subject is not None and "clause" in cue.frames:
        start -= 1
        rest = next((i for i in range(end, last) if line.is_word[i]), last)
        if word_count(line, first, start) <= 1 and words.lowers[end : end + 1] == [","] and rest < last:
            return _make(cue, [(rest, last)], "as he said", "clause")
    if start <= first or line.is_word[start - 1] or words.lowers[start - 1] not in _JOINTS:
        return None
    if cue.subject is None or not start <= cue.subject < end or words.lowers[cue.subject] in _RELATIVES:
        return None
    if end < last and words.lowers[end] == ":":
        return None
    in_marks = line.quoted[start - 1] >= 0
    if not in_marks and not ("clause" in cue.frames and _has_clause(line, cue, first, start)):
        return None
    first = max(first, line.begin)
    content = [(first, start)]
    if in_marks:
        content = [(_start_of_marked(line, first, line.quoted[start - 1]), start)]
    if _goes_on(line, cue, start, end, last):
        content.append((end, last))
    if not word_count(line, *content[0]):
        return None
    found = _make(cue, content, "parenthetical", "clause")
    relay = _relay(line, cue)
    if relay is not None:
        found.source, found.relayer, found.rule = relay[0], cue.source, "relayed"
    return found


def _has_clause(line: Line, cue: Cue, first: int, start: int) -> bool:
    """True when a main clause stands before the cue's phrase, and not a mere "On Tuesday, officials found a case"."""
    words = line.words
    if any(words.deps[c] == "dobj" and words.lowers[c] in _EMPTY for c in _after(line, cue, "dobj")):
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
    if line.words.lowers[before] in {":", *_DASHES} or (line.words.lowers[before] == "," and text[:1].isupper()):
        return begin
    return first


def _goes_on(line: Line, cue: Cue, start: int, end: int, last: int) -> bool:
    """True when the content continues after the cue's phrase: "Talks, he said, had failed." """
    words = line.words
    if end >= last or words.lowers[end] not in _JOINTS or word_count(line, end, last) < 2:
        return False
    if line.quoted[end] >= 0 or (words.lowers[end] in _DASHES and words.lowers[start - 1] in _DASHES):
        return True
    head = words.heads[cue.at] if words.deps[cue.at] in ("parataxis", "ccomp", "advcl", "relcl", "conj") else -1
    for child in words.children[cue.at]:
        if words.deps[child] == "ccomp" and line.left[child] < start:
            head = child
    return head > cue.at or (head >= 0 and line.right[head] > end and words.deps[cue.at] == "parataxis")


def _rest(line: Line, cue: Cue) -> Attribution | None:
    """The rest of the sentence, where the parser lost the clause: "said that ..." """
    if cue.frames.get("clause") != "speech":
        return None
    words, last = line.words, line.sentence[cue.at][1]
    limit = min(last, cue.at + 14)
    for i in range(cue.at + 1, limit):
        if line.quoted[i] >= 0 or words.lowers[i] in (":", ";") or words.pos[i] == "VERB":
            return None
        if (
            words.lowers[i] in _COMPLEMENTIZERS
            and words.deps[i] in ("mark", "nsubj", "dep")
            and words.tags[i] == "IN"
            and words.lowers[i - 1] != ","
        ):
            head = words.heads[i]
            end = last
            if words.deps[i] == "mark" and head > i:
                end = line.right[head] + 1
            return _make(cue, [(i, end)], "rest", "clause")
    return _bare_rest(line, cue, last)


def _bare_rest(line: Line, cue: Cue, last: int) -> Attribution | None:
    """The rest of the sentence after a verb of saying, where the parser took its clause for something else."""
    words, start = line.words, cue.at + 1
    if cue.lemma not in _SAYING or cue.source is None or not line.is_word[min(start, last - 1)]:
        return None
    if cue.subject is not None and cue.subject > cue.at:
        return None
    if any(line.left[c] <= start and words.deps[c] in ("prep", "npadvmod", "advmod", "prt") for c in _after(line, cue)):
        return None
    finite = [i for i in range(start + 1, last) if words.tags[i] in ("VBD", "VBZ", "VBP", "MD") and line.quoted[i] < 0]
    return _make(cue, [(start, last)], "bare rest", "clause") if finite else None
