"""Contents that are a clause, an infinitive or behind a preposition: "said that ...", "vowed to go", "spoke of war"."""

from __future__ import annotations

from dashboard.language.attributions import (
    EMPTY,
    Attribution,
    after,
    frame_of,
    has_to,
    make,
    reach,
)
from dashboard.language.content_ends import (
    before_next_deed,
    clause_range,
    tail,
    that_end,
)
from dashboard.language.cues import Cue
from dashboard.language.lines import FINITE, Line
from dashboard.vocabulary.speech import Speech

_COMPLEMENTIZERS = frozenset({"that", "whether"})
#: "reported on Friday, citing a source": whence it is told.
_CITING = frozenset({"cite", "quote", "refer"})
_SPEAKS = frozenset({"speak", "talk", "tell", "warn", "complain"})
_AT_A_DISTANCE = frozenset(
    {"ahead", "short", "outside", "instead", "shortly", "because", "upward", "upwards", "out", "back"}
)
NEAR_WORDS = 24
"""How far behind a verb of saying the verb of its clause is looked for, in words."""
_HE = frozenset({"he", "she", "they", "we", "i", "there"})


def read_clause(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """A clause that the cue governs: "said (that) talks had failed", "asked if he would go", "the poll found that"."""
    frame = next((name for name in ("clause", "that clause", "finding clause") if name in cue.frames), "")
    if not frame or (frame == "finding clause" and not _names_a_finding(line, cue, speech)):
        return None
    words = line.words
    for child in after(line, cue, "ccomp"):
        if frame == "that clause" and words.lowers[line.left[child]] not in _COMPLEMENTIZERS:
            continue
        if ";" in words.lowers[cue.at : line.left[child]]:
            continue
        # "criticised the bloc that it was slow", but not "criticised the bloc that was slow"
        if cue.lemma in speech.words["judgements"] and words.deps[line.left[child]] != "mark":
            continue
        if line.left[child] > cue.at and _tells(line, child):
            return make(cue, [clause_range(line, cue, child)], "clause", frame)
        start = line.left[child]
        if words.lowers[start] in ("who", "which", "that", "what"):
            gap = [(start, start + 1)] if words.lowers[start] != "what" else []
            return make(cue, [*gap, (cue.at + 1, line.right[child] + 1)], "clause", frame)
    if cue.lemma in speech.words["asking"]:
        for child in after(line, cue, "advcl"):
            if words.lowers[line.left[child]] in ("if", "whether"):
                return make(cue, [reach(line, child)], "clause", frame)
    return None


def _tells(line: Line, head: int) -> bool:
    """True for a clause with a verb; the parser takes a mere object ("claimed asylum in Oslo") for one at times."""
    start, end = reach(line, head)
    return any(map(line.words.is_verb, range(start, end))) or any(
        line.words.pos[i] == "AUX" or line.words.tags[i].startswith("VB") or line.quoted[i] >= 0
        for i in range(start, end)
    )


def _names_a_finding(line: Line, cue: Cue, speech: Speech) -> bool:
    return cue.subject is not None and line.words.lowers[cue.subject] in speech.words["findings"]


def read_lost_clause(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What the cue says in the clause behind it: "says banning it hurts farmers", "says he slept"."""
    if cue.frames.get("clause") != "speech" or cue.subject is None or cue.subject > cue.at:
        return None
    verb = _verb_of_next(line, cue, speech)
    if verb is None:
        return None
    head = line.words.heads[verb] if line.words.deps[verb] in ("aux", "auxpass") else verb
    end = line.right[head] + 1 if line.left[head] > cue.at else line.sentence[cue.at][1]
    return make(cue, [(cue.at + 1, end)], "clause", "clause")


def _verb_of_next(line: Line, cue: Cue, speech: Speech) -> int | None:
    """The finite verb of a clause that begins right behind the cue, with "he" or a verb in -ing."""
    words, start, last = line.words, cue.at + 1, line.sentence[cue.at][1]
    if start >= last or line.quoted[start] >= 0:
        return None
    opens_he = words.lowers[start] in _HE
    if not opens_he and not (words.tags[start] == "VBG" and cue.lemma in speech.words["gapped"]):
        return None
    for i in range(start + 1, min(last, start + (3 if opens_he else NEAR_WORDS))):
        if words.tags[i] in FINITE and line.quoted[i] < 0:
            return i
        if not opens_he and (words.tags[i] in ("WDT", "WP", "WRB") or i in cue.others or words.lowers[i] in (":", ";")):
            return None
    return None


def read_infinitive(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What is vowed or asked in an infinitive or gerund: "vowed to leave", "urged Rome to wait", "suggests waiting"."""
    words = line.words
    frame = frame_of(line, cue, "object+infinitive")
    if frame:
        for child in after(line, cue, "ccomp", "xcomp"):
            if has_to(line, child):
                first = min([*after(line, cue, "dobj", "dative"), child])
                start = min(line.left[first], line.left[child])
                if words.lowers[start] not in ("to", "not") and start > cue.at:
                    return make(cue, [(start, before_next_deed(line, cue, child))], "object infinitive", frame)
        asked = next(iter(after(line, cue, "dobj", "dative")), None)
        for child in behind_time(line, cue, speech):
            if asked is not None and line.left[child] > asked and has_to(line, child):
                content = [reach(line, asked), (line.left[child], before_next_deed(line, cue, child))]
                return make(cue, content, "object infinitive", frame)
    frame = frame_of(line, cue, "infinitive")
    if frame:
        for child in [*after(line, cue, "xcomp"), *behind_time(line, cue, speech)]:
            if line.left[child] > cue.at and has_to(line, child):
                return make(cue, [(line.left[child], before_next_deed(line, cue, child))], "infinitive", frame)
    if "object" in cue.frames:
        for child in after(line, cue, "xcomp"):
            first = line.left[child]
            if words.lemmas[child] in _CITING:
                continue
            if words.tags[first] == "VBG" and (first == child or first in words.kids(child, "aux", "auxpass")):
                return make(cue, [reach(line, child)], "gerund", "object")
        for child in after(line, cue, "advcl"):
            if words.tags[child] == "VBG" and line.left[child] == child and words.deps[child - 1] == "prt":
                return make(cue, [reach(line, child)], "gerund", "object")
    return None


def behind_time(line: Line, cue: Cue, speech: Speech) -> list[int]:
    """The verbs that the parser hung on a time or place: "threatened in May to leave", "asked in a call to wait"."""
    words = line.words
    times = [
        noun
        for preposition in after(line, cue, "prep")
        for noun in words.kids(preposition, "pobj")
        if line.ents[noun] in ("DATE", "TIME")
        or words.lowers[noun] in ("past", "meantime", "interim")
        or words.lowers[noun] in speech.words["venues"]
    ]
    times += [noun for noun in after(line, cue, "npadvmod") if line.ents[noun] in ("DATE", "TIME")]
    return [verb for noun in times for verb in words.kids(noun, "acl", "relcl", "prep") if verb > noun]


def read_preposition_infinitive(line: Line, cue: Cue) -> Attribution | None:
    """ "called on Tehran to stop", "called for the parties to wait"."""
    words = line.words
    for child in after(line, cue, "prep", "prt", "dative"):
        frame = words.lowers[child] + "+infinitive"
        inner = next(iter(words.kids(child, "pobj")), None)
        if frame not in cue.frames or inner is None:
            continue
        to = [c for c in after(line, cue, "xcomp", "advcl", "ccomp") if c > inner and has_to(line, c)]
        to += [c for c in words.kids(inner, "relcl", "acl") if has_to(line, c)]
        if to:
            content = (line.left[inner], before_next_deed(line, cue, to[0]))
            return make(cue, [content], "preposition infinitive", frame)
    if frame_of(line, cue, "for"):
        for child in after(line, cue, "advcl", "xcomp", "ccomp"):
            if words.lowers[line.left[child]] == "for" and has_to(line, child):
                return make(
                    cue,
                    [(line.left[child] + 1, before_next_deed(line, cue, child))],
                    "preposition infinitive",
                    frame_of(line, cue, "for"),
                )
    return None


def read_preposition(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What stands behind a preposition of the cue: "spoke of a plot", "called for talks"."""
    words = line.words
    # "stepped up to speak about freedom": what somebody is about to do.
    if cue.lemma in ("speak", "talk") and has_to(line, cue.at):
        return None
    # "spoke at first of a plot", "warned again of a split": the parser hung the preposition on the adverb.
    lost = []
    if cue.lemma in _SPEAKS:
        adverbs = [i for i in after(line, cue, "advmod") if words.lowers[i] not in _AT_A_DISTANCE]
        lost = [p for adverb in adverbs for p in words.kids(adverb, "prep") if p > adverb]
    for child in [*after(line, cue, "prep", "prt", "dative"), *lost]:
        preposition = words.lowers[child]
        inner = next(iter(words.kids(child, "pobj", "pcomp")), None)
        if inner is None:
            continue
        is_duration = preposition == "for" or words.lowers[inner] in speech.words["weekdays"]
        if (line.ents[inner] in ("DATE", "TIME") and is_duration) or words.lowers[inner] == "time":
            continue
        start, end = reach(line, inner)
        for other in [*words.kids(child, "conj"), *after(line, cue, "prep")]:
            # "spoke of deep concern, and of great regret at the test"
            joined = words.lowers[other] == preposition and words.lowers[other - 1] in ("and", "or", "but")
            if joined and other > end - 1 and words.kids(other, "pobj"):
                end = line.right[other] + 1
        if frame_of(line, cue, preposition) and (
            words.lowers[inner] not in EMPTY
            or words.lowers[inner + 1 : inner + 2] == ["than"]
            or (cue.lemma == "refer" and words.lowers[inner + 1 : inner + 2] == ["as"])
        ):
            frame = frame_of(line, cue, preposition)
            return make(cue, [(start, tail(line, cue, speech, end))], "preposition", frame)
    return None


def read_rest(line: Line, cue: Cue) -> Attribution | None:
    """The rest of the sentence, where the parser lost the clause: "said that ..." """
    if cue.frames.get("clause") != "speech":
        return None
    words, last = line.words, line.sentence[cue.at][1]
    colon = max(cue.at + 1, cue.phrase[1])
    if words.lowers[colon : colon + 1] == [":"] and colon < last and max(line.quoted[colon:last]) < 0:
        told = any(words.tags[i] in FINITE for i in range(colon, last))
        return make(cue, [(colon + 1, last)], "rest", "clause") if told and cue.source is not None else None
    for i in range(cue.at + 1, min(last, cue.at + NEAR_WORDS)):
        if line.quoted[i] >= 0 or words.lowers[i] in (":", ";") or i in cue.others:
            return None
        if words.tags[i] in FINITE or words.tags[i] == "TO":
            return None
        if _follows_day(line, i):
            end = line.right[words.heads[i]] + 1
            goes_on = words.lowers[end : end + 1] == [","] and words.lowers[end + 2 : end + 3] == ["that"]
            return make(cue, [(i, last if goes_on else end)], "rest", "clause")
        if (
            words.lowers[i] in _COMPLEMENTIZERS
            and words.deps[i] in ("mark", "nsubj", "dep", "advcl")
            and (words.tags[i] == "IN" or words.deps[i] == "mark")
            and words.lowers[i - 1] != ","
        ):
            end = that_end(line, i, last) if words.deps[i] == "mark" else last
            return make(cue, [(i, end)], "rest", "clause")
    return None


def _follows_day(line: Line, i: int) -> bool:
    """True for "said the same day that Rome had no objection", where the parser made a relative of the clause."""
    words, verb = line.words, line.words.heads[i]
    is_day = line.ents[i - 1] in ("DATE", "TIME") or words.lowers[i - 1] in ("day", "evening", "night", "week", "time")
    return words.lowers[i] == "that" and is_day and verb > i and any(i < c for c in words.kids(verb, "nsubj"))
