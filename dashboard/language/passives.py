"""Contents of passive cues: "the pact was described by X as a trap", "he was quoted as saying ..."."""

from __future__ import annotations

from dashboard.language.asides import is_reported_on
from dashboard.language.attributions import EMPTY, Attribution, after, frame_of, has_to, make, reach
from dashboard.language.cues import Cue
from dashboard.language.false_attributions import BARE_WORDS
from dashboard.language.lines import Line, word_count
from dashboard.vocabulary.speech import Speech

_SAYING = frozenset({"saying", "telling"})


def read_passive(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What a cue in the passive attributes: "was quoted as saying", "was told that", "asked if he would go"."""
    found = _passive_relay(line, cue) or _passive_aside(line, cue) or _passive_clause(line, cue, speech)
    if found is not None:
        return found
    tail, frame = _passive_tail(line, cue, speech)
    if cue.source is None and (tail is None or _is_by_nobody(line, cue, tail, frame, speech)):
        return None
    if tail is None and (not frame_of(line, cue, "object") or cue.lemma in speech.words["of things"]):
        return None
    content = [reach(line, tail)] if tail is not None else []
    if not content and _only_names(line, cue, speech):
        return None
    if not content and cue.patient is not None and line.words.lowers[cue.patient] in speech.words["spoken_of"]:
        return None
    if cue.patient is not None and line.words.deps[cue.patient] == "nsubjpass":
        content.insert(0, reach(line, cue.patient))
    if not content:
        return None
    found = make(cue, content, "passive", frame or "object")
    if tail is not None and found.source is not None and found.source[0] < line.left[tail] < found.source[1]:
        found.source = found.source[0], line.left[tail]
    return found


def _passive_clause(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """ "was told that talks had failed", "asked whether he would go"."""
    if "clause" not in cue.frames:
        return None
    words, asks = line.words, cue.lemma in speech.words["asking"]
    for child in (c for c in after(line, cue, "ccomp", "advcl") if line.left[c] > cue.at):
        opens = words.lowers[line.left[child]]
        if words.deps[child] == "ccomp" or opens == "whether" or (asks and opens == "if"):
            found = make(cue, [reach(line, child)], "passive clause", "clause")
            # "Asked if he would go, the minister laughed": a question is its asker's, who is not named here.
            found.is_void = cue.source is None and asks
            return found
    return None


def _is_by_nobody(line: Line, cue: Cue, tail: int, frame: str, speech: Speech) -> bool:
    """True for a passive without a doer that tells what is thought, done or so, and what nobody in sight says."""
    dep, unsaid = line.words.deps[cue.at], cue.lemma in speech.words["by nobody"]
    if dep in ("acl", "amod") and (frame == "object+predicate" or unsaid):
        return True
    # "leaders, who are accused of arming rebels": told in passing.
    if dep == "relcl" and unsaid:
        return True
    if cue.frames.get(frame) == "thought" or frame in ("about", "of", "on", "to", "for", "over"):
        return True
    # "The envoy is said to have doubts": nobody says so.
    if cue.lemma in speech.words["hearsay"] and line.words.deps[tail] == "xcomp":
        return True
    # "The men were ordered to leave": a deed where nobody is named, unlike "were urged to leave".
    return frame == "object+infinitive" and cue.lemma in ("order", "instruct", "command")


def _passive_relay(line: Line, cue: Cue) -> Attribution | None:
    """ "The minister was quoted by the daily as saying talks had failed"."""
    if "relay" not in cue.frames or cue.patient is None:
        return None
    words = line.words
    for preposition in after(line, cue, "prep"):
        for saying in words.kids(preposition, "pcomp"):
            told = next((c for c in words.kids(saying, "ccomp") if c > saying), None)
            if told is not None and words.lowers[saying] in _SAYING:
                found = make(cue, [reach(line, told)], "relayed", "relay")
                found.source, found.relayer = reach(line, cue.patient), cue.source
                return found
    return None


def _only_names(line: Line, cue: Cue, speech: Speech) -> bool:
    """True for "the raid was condemned by Oslo", "it was announced by Oslo": who did so, and no word of it."""
    if cue.patient is None:
        return True
    start, end = reach(line, cue.patient)
    if line.words.lowers[cue.patient] in EMPTY or cue.frames.get("finite object") == "stance":
        return True
    return max(line.quoted[start:end]) < 0 and (
        cue.lemma in speech.words["judging"] or word_count(line, start, end) <= BARE_WORDS
    )


def _passive_aside(line: Line, cue: Cue) -> Attribution | None:
    """ "The port was open, a clerk was quoted by the daily as saying"."""
    words = line.words
    if "relay" not in cue.frames or cue.patient is None or words.deps[cue.patient] != "nsubjpass":
        return None
    said = any(words.lowers[c] in _SAYING for p in after(line, cue, "prep") for c in words.kids(p, "pcomp"))
    first, start = max(line.sentence[cue.at][0], line.begin), line.left[cue.patient]
    if not said or start - 1 <= first or words.lowers[start - 1] != ",":
        return None
    if not any(words.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(first, start)):
        return None
    last = line.sentence[cue.at][1]
    behind = next((i for i in range(cue.at, last) if words.lowers[i] == ","), last)
    goes_on = is_reported_on(line, cue, behind + 1, last)
    found = make(cue, [(first, start), *([(behind, last)] if goes_on else [])], "relayed", "relay")
    found.source, found.relayer = reach(line, cue.patient), cue.source
    return found


def _passive_tail(line: Line, cue: Cue, speech: Speech) -> tuple[int | None, str]:
    words = line.words
    by = [
        c
        for link in words.kids(cue.at, "agent")
        for inner in words.kids(link, "pobj")
        for c in words.kids(inner, "prep")
    ]
    for child in [c for c in [*words.children[cue.at], *by] if c > cue.at]:
        dep, lower = words.deps[child], words.lowers[child]
        if dep == "xcomp" and has_to(line, child) and cue.lemma in speech.words["raised"]:
            for frame in ("object+infinitive", "infinitive", "clause"):
                if frame in cue.frames:
                    return child, frame
        elif dep == "prep":
            if child in by and (lower not in ("of", "as") or "object+" + lower not in cue.frames):
                continue
            if f"object+{lower} doing" in cue.frames and max(line.quoted[child : line.right[child] + 1]) >= 0:
                return child, f"object+{lower} doing"
            for frame in ("object+" + lower, lower):
                if frame in cue.frames:
                    return child, frame
        elif dep in ("oprd", "acomp", "attr") and "object+predicate" in cue.frames:
            return child, "object+predicate"
    return None, ""
