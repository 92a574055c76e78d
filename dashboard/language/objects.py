"""Contents that are the object of the cue, with what is said of it: "denied the charge", "described it as a plot"."""

from __future__ import annotations

from dashboard.language.attributions import (
    EMPTY,
    RELATIVES,
    THINGS,
    Attribution,
    after,
    frame_of,
    make,
    quoted_person,
    reach,
)
from dashboard.language.complements import behind_time
from dashboard.language.content_ends import (
    tail,
)
from dashboard.language.cues import Cue
from dashboard.language.false_attributions import (
    is_bare_text,
    points_back,
)
from dashboard.language.lines import Line, Range
from dashboard.language.verdicts import find_predicate, relative_of, verdict_tail
from dashboard.vocabulary.speech import Speech

DAY_WORDS = 5
"""The most words between an object and what is said of it that only tell when: "on Monday evening"."""
_PARTICLES = frozenset({"off", "aside", "away", "down", "out", "up"})


def read_object(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What stands as the object of the cue: "denied the charge", "told Reuters of a plan", "described it as a plot"."""
    words, following = line.words, after(line, cue)
    dobj = next((c for c in following if words.deps[c] in ("dobj", "dative")), None)
    given = next((c for c in following if words.deps[c] == "dobj"), None)
    if dobj is not None and words.deps[dobj] == "dative" and given is not None:
        return None  # "gave the Kurds protection"
    if "predicate" in _extras(cue) and (found := find_predicate(line, cue, following, speech)) is not None:
        return found
    if quoted_person(line, cue) is not None:
        return None
    if dobj is None:
        return _gapped(line, cue)
    return (
        _with_own_phrase(line, cue, dobj)
        or _with_lost_phrase(line, cue, dobj, speech)
        or _with_phrase_behind(line, cue, dobj, speech)
        or _plain_object(line, cue, dobj, speech)
    )


def _extras(cue: Cue) -> set[str]:
    """What may be said of an object of the cue: "as", "of", "predicate", "infinitive" ..."""
    return {frame.partition("+")[2] for frame in cue.frames if frame.startswith("object+")}


def _plain_object(line: Line, cue: Cue, dobj: int, speech: Speech) -> Attribution | None:
    """An object by itself: "denied the charge", "expressed concern that talks had failed"."""
    words, noun = line.words, speech.nouns.get(line.words.lowers[dobj])
    says_noun = "speech object" in cue.frames and noun is not None and "was that" not in noun.frames
    frame = frame_of(line, cue, "object")
    if not frame and says_noun and not is_bare_text(line, dobj, speech):
        frame = "speech object"
    if not frame or _holds_no_words(line, cue, dobj, frame, speech):
        return None
    end = tail(line, cue, speech, line.right[dobj] + 1)
    if "object+infinitive" in cue.frames and words.tags[end : end + 2] == ["TO", "VB"]:
        return make(cue, [(line.left[dobj], line.right[end + 1] + 1)], "object infinitive", "object+infinitive")
    start = _after_speech_noun(line, dobj) if says_noun else line.left[dobj]
    return make(cue, [(start, _before_participle(line, cue, start, end))], "object", frame)


def _holds_no_words(line: Line, cue: Cue, dobj: int, frame: str, speech: Speech) -> bool:
    """True for "it", for a text that speaks itself, and for what a thing or an event backs, shows or brings."""
    words = line.words
    is_text = "speech object" in cue.frames and words.lemmas[dobj] in speech.words["artifacts"]
    if is_text and any(c in cue.others for c in words.kids(dobj, "acl")):
        return True
    if words.lowers[dobj] in EMPTY or points_back(line, dobj, speech):
        return True
    subject = words.lowers[cue.subject] if cue.subject is not None else ""
    if cue.frames.get(frame) == "stance" and subject in THINGS:
        return True
    return frame == "speech object" and subject in speech.words["happenings"]


def _with_own_phrase(line: Line, cue: Cue, dobj: int) -> Attribution | None:
    """An object with the phrase that hangs on it: "accused Chad of a plot", "told the farmers of a plan"."""
    words, extra = line.words, _extras(cue) - {"for", "with", "over"}
    # "assured the farmers of payment": no farmer is of payment.
    is_hearer = words.pos[dobj] in ("PROPN", "PRON") or cue.lemma in ("assure", "reassure", "remind")
    for child in (c for c in words.kids(dobj, "prep") if c > dobj):
        preposition = words.lowers[child]
        if is_hearer and f"hearer+{preposition}" in cue.frames:
            return make(cue, [reach(line, child)], "hearer", f"hearer+{preposition}")
        if preposition in extra:
            whole = line.left[dobj], _with_aim(line, cue, line.right[dobj] + 1)
            return make(cue, [whole], "object", f"object+{preposition}")
    return None


def _with_lost_phrase(line: Line, cue: Cue, dobj: int, speech: Speech) -> Attribution | None:
    """An object with the phrase that the parser hung on a day: "accused Chad on Monday of a plot"."""
    words, extra = line.words, _extras(cue) & {"of", "as"}
    for lost in behind_time(line, cue, speech):
        if lost > dobj and words.deps[lost] == "prep" and words.lowers[lost] in extra:
            end = line.right[lost] + 1
            end = verdict_tail(line, cue, speech, end) if words.lowers[lost] == "as" else end
            return make(cue, [(line.left[dobj], end)], "object", f"object+{words.lowers[lost]}")
    return None


def _with_phrase_behind(line: Line, cue: Cue, dobj: int, speech: Speech) -> Attribution | None:
    """An object with what hangs on the cue behind it: "told Reuters of a plan", "described it as a plot"."""
    words, extra = line.words, _extras(cue)
    for child in (c for c in after(line, cue) if c > dobj):
        preposition = words.lowers[child] if words.deps[child] == "prep" else ""
        if preposition and f"hearer+{preposition}" in cue.frames:
            return make(cue, [reach(line, child)], "hearer", f"hearer+{preposition}")
        as_what = "as" in extra and words.lowers[line.left[child]] == "as" and line.left[child] > dobj
        if as_what and words.deps[child] in ("advcl", "acl", "xcomp", "oprd", "acomp", "dep"):
            return make(cue, [(line.left[dobj], line.right[child] + 1)], "object", "object+as")
        does = words.kids(child, "pcomp") or max(line.quoted[child : line.right[child] + 1]) >= 0
        if words.lowers[child] + " doing" in extra and does:
            return make(cue, [(line.left[dobj], line.right[child] + 1)], "object", "object+with doing")
        if preposition in extra and not _tells_when(line, child):
            content = _around_day(line, dobj, child)
            start, end = content[-1]
            end = verdict_tail(line, cue, speech, end) if preposition == "as" else end
            content[-1] = start, _with_aim(line, cue, end)
            return make(cue, content, "object", f"object+{preposition}")
    return None


def _tells_when(line: Line, preposition: int) -> bool:
    """True for "on Monday"; not for "of Monday", which tells of what."""
    if line.words.lowers[preposition] in ("to", "of", "as"):
        return False
    return any(line.ents[inner] in ("DATE", "TIME") for inner in line.words.kids(preposition, "pobj"))


def _with_aim(line: Line, cue: Cue, end: int) -> int:
    """The end with the infinitive that the parser hung on the cue: "accused Chad of planning to leave"."""
    words = line.words
    if words.lowers[end : end + 1] != ["to"] or not words.lowers[end - 1].endswith("ing"):
        return end
    verb = next((c for c in after(line, cue, "advcl", "xcomp") if line.left[c] == end), None)
    return end if verb is None else line.right[verb] + 1


def _around_day(line: Line, dobj: int, link: int) -> list[Range]:
    """An object and the phrase behind it, without the day between: "accused Chad on Monday of a plot"."""
    start, end = line.left[dobj], line.right[link] + 1
    between = range(line.right[dobj] + 1, line.left[link])
    is_day = any(line.ents[i] in ("DATE", "TIME") for i in between) and len(between) <= DAY_WORDS
    return [(start, between.start), (line.left[link], end)] if is_day else [(start, end)]


def _before_participle(line: Line, cue: Cue, start: int, end: int) -> int:
    """The end without what the source says next: "praised the plan, calling it a start"."""
    words = line.words
    for i in range(start + 2, end):
        if i in cue.others and words.tags[i] == "VBG" and words.lowers[i - 1] == "," and line.quoted[i] < 0:
            return i - 1
    return end


def _after_speech_noun(line: Line, noun: int) -> int:
    """Where the content starts: with the clause of "expressed concern that ...", else with the noun."""
    words = line.words
    for child in words.kids(noun, "acl", "ccomp", "relcl"):
        first = line.left[child]
        if child > noun and words.lowers[first] == "that" and words.deps[first] == "mark":
            return first
    return line.left[noun]


def _gapped(line: Line, cue: Cue) -> Attribution | None:
    """ "which he describes as a trap", "rejected as baseless the report": the object stands elsewhere."""
    words, extra = line.words, _extras(cue)
    for child in after(line, cue):
        if words.deps[child] == "prep" and words.lowers[child] == "as" and "as" in extra:
            # "waved off the delay as a detail": the parser gave the object to "off".
            off = [p for p in words.kids(cue.at, "prt", "prep") if p == cue.at + 1 and words.lowers[p] in _PARTICLES]
            things = [o for p in off for o in words.kids(p, "pobj")]
            start, end = reach(line, child)
            as_what = min([start, *(line.left[o] for o in things if o < child)]), end
            return make(cue, [*relative_of(line, cue.at), as_what], "object", "object+as")
        is_of = words.lowers[child] == "of" and "of" in extra and words.deps[cue.at] == "relcl"
        if is_of and any(words.lowers[c] in RELATIVES for c in words.kids(cue.at, "dobj")):
            return make(cue, [reach(line, child)], "object", "object+of")
        tells_when = bool(words.kids(child, "nsubj", "nsubjpass"))
        if words.lowers[line.left[child]] == "as" and "as" in extra and words.kids(child, "dobj") and not tells_when:
            return make(cue, [reach(line, child)], "object", "object+as")
    return None
