"""Verdicts: a thing and what it is called, as in "called the launch a provocation"."""

from __future__ import annotations

from dashboard.language.attributions import RELATIVES, Attribution, after, make, reach
from dashboard.language.cues import Cue
from dashboard.language.lines import Line, Range
from dashboard.vocabulary.speech import Speech

#: What binds a verdict to what it is about: a blow to, a reward for.
_OF_VERDICTS = frozenset({"for", "of", "to", "against", "between", "toward", "towards", "over", "upon", "aimed"})


def find_predicate(line: Line, cue: Cue, behind: list[int], speech: Speech) -> Attribution | None:
    """What the cue calls something, with the thing where it stands beside it; ``behind`` hang on the cue after it."""
    words = line.words
    parts = [c for c in behind if words.deps[c] in ("dobj", "oprd", "ccomp", "xcomp", "acomp")]
    if not parts or _names(line, cue, parts):
        return None
    first = parts[0]
    start, end = min(line.left[c] for c in parts), max(line.right[c] for c in parts) + 1
    if any(words.lowers[c] == "what" for c in words.kids(cue.at, "dobj", "nsubj", "dep") if c < cue.at):
        start, end = line.left[first], _with_owner(line, cue, parts)
    elif len(parts) == 1 and words.deps[first] == "dobj" and not _holds_verdict(line, cue, first, speech):
        return _gapped_predicate(line, cue, first)
    else:
        end = verdict_tail(line, cue, speech, end)
    return make(cue, [(start, end)], "predicate", "object+predicate") if start > cue.at else None


def verdict_tail(line: Line, cue: Cue, speech: Speech, end: int) -> int:
    """The end with what the parser hung on the cue: "called the ruling a blow to hopes", "a reward for rebels"."""
    words = line.words
    if any(cue.at < other < end for other in cue.others):
        return end
    for child in after(line, cue, "prep", "dative"):
        inner = next(iter(words.kids(child, "pobj", "pcomp")), None)
        if line.left[child] != end or inner is None or words.lowers[child] not in _OF_VERDICTS:
            continue
        told = speech.words["venues"] | speech.words["hearers"] | speech.words["weekdays"]
        if words.lowers[inner] not in told and line.ents[inner] not in ("DATE", "TIME"):
            end = line.right[child] + 1
    return end


def _holds_verdict(line: Line, cue: Cue, noun: int, speech: Speech) -> bool:
    """True where the parser took thing and verdict for one phrase: "called the pact dead", "termed it a farce"."""
    words, (start, end) = line.words, reach(line, noun)
    if words.pos[noun] == "ADJ" and words.kids(noun, "compound", "nmod", "nsubj"):
        return True
    ends_so = words.pos[end - 1] == "ADJ" and words.deps[end - 1] == "pobj"
    return end - start >= 3 and (ends_so or cue.lemma in speech.words["calling"])


def _with_owner(line: Line, cue: Cue, parts: list[int]) -> int:
    """The end of the predicate with the phrases that the parser hung on the verb: "termed a provocation by Caracas"."""
    end = line.right[parts[-1]] + 1
    for child in after(line, cue, "prep"):
        if line.left[child] == end and line.words.lowers[child] in ("by", "of", "against"):
            end = line.right[child] + 1
    return end


def _names(line: Line, cue: Cue, parts: list[int]) -> bool:
    """True for "a group called Hope" and "it calls itself Hope": a name, not a judgement."""
    words = line.words
    if any(words.lowers[c] in ("itself", "themselves", "himself", "herself") for c in parts):
        return True
    return words.deps[cue.at] == "acl" and words.tags[cue.at] in ("VBD", "VBN")


def _gapped_predicate(line: Line, cue: Cue, verdict: int) -> Attribution | None:
    """ "a move that Ankara called a provocation": what is called so stands before the verb."""
    words = line.words
    own = words.kids(cue.at, "nsubj")
    if words.deps[cue.at] != "relcl" or words.pos[verdict] == "PROPN" or not own or words.lowers[own[0]] in RELATIVES:
        return None
    return make(cue, [*relative_of(line, cue.at), reach(line, verdict)], "predicate", "object+predicate")


def relative_of(line: Line, verb: int) -> list[Range]:
    """The "which" of "which Ankara called a provocation", that stands for what is called so; none where left out."""
    words = line.words
    return [(c, c + 1) for c in words.kids(verb, "dobj", "dep", "nsubj") if c < verb and words.lowers[c] in RELATIVES]
