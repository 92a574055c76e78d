"""Where a content ends: what goes on with the cue or the reporter is cut, what the parser broke off is taken back."""

from __future__ import annotations

from dashboard.language.attributions import ASKING, DASHES, JOINTS, after, reach
from dashboard.language.cues import Cue
from dashboard.language.lines import FINITE, Line, Range
from dashboard.vocabulary.speech import Speech

_CIRCUMSTANCES = frozenset({"during", "after", "before", "by", "since", "while", "when", "until", "throughout", "via"})
#: "promised elections within a year": until when is part of what was promised.
_TERMS = frozenset({"within", "by", "until"})
_CONDITIONS = frozenset({"if", "unless", "should", "because", "lest"})
_COMMENTS = frozenset({"who", "whom", "which", "where", "whose"})
#: "..., though she did not elaborate": what the reporter says about the telling.
_UNTOLD = frozenset({"discuss", "mention", "offer", "detail", "clarify", "describe", "comment", "quantify", "cite"})
_OPENS_SUBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "EX", "CD"})
_SOME = frozenset({"few", "many", "most", "some", "no", "nobody", "none", "nothing", "neither", "both", "all", "any"})
_JOINED = frozenset({"and", "but", "or", "nor", "though", "albeit"})
_IRREALIS = frozenset({"would", "could", "might", "may", "should"})
_VENUE_PREPOSITIONS = frozenset({"in", "on", "at", "during", "through", "via", "to"})


def clause_range(line: Line, cue: Cue, head: int) -> Range:
    """The clause, without what the parser hung on it although it goes on with the cue: "said A and accused B"."""
    start, end = reach(line, head)
    while start - 1 > cue.at and line.words.tags[start - 1] in ASKING:
        start -= 1
    asked = next((i for i in range(cue.at + 1, start) if line.words.tags[i] in ASKING), start)
    end = _cut(line, cue, head, start, end)
    return min(_with_subject(line, cue, start), asked), _run_on(line, cue, end)


def _with_subject(line: Line, cue: Cue, start: int) -> int:
    """The start with the subject that the parser took for an object: "said the refusal of Rome to pay is a trap"."""
    words, begin = line.words, cue.at + 1
    if words.tags[start] not in FINITE or line.quoted[start] != line.quoted[cue.at] or cue.lemma == "tell":
        return start
    between = range(begin, start)
    named = any(words.pos[i] in ("NOUN", "PROPN", "PRON", "NUM") for i in between)
    whole = (
        all(line.is_word[i] or words.lowers[i] == "," or line.quoted[i] >= 0 for i in between) and line.is_word[begin]
    )
    whole = whole and words.lowers[begin] != "as"
    return begin if named and whole else start


def that_end(line: Line, at: int, last: int) -> int:
    """The end of the clause that "that" or "whether" at ``at`` opens; ``last`` where the parser lost its verb."""
    words, head = line.words, line.words.heads[at]
    if head <= at:
        return last
    end = line.right[head] + 1
    return last if end < last and words.tags[end].startswith(("VB", "MD")) else end


def _run_on(line: Line, cue: Cue, end: int) -> int:
    """The end of a clause that the parser broke off in mid sentence, where no comma or conjunction stands."""
    words, last = line.words, line.sentence[cue.at][1]
    end = _with_joined(line, cue, end)
    if end < last - 1 and words.lowers[end] == ":" and line.quoted[end] < 0:
        return last
    if end >= last or not line.is_word[end] or words.deps[end] == "cc" or line.quoted[end] != line.quoted[end - 1]:
        return end
    if words.heads[end] == cue.at or words.tags[end] in ("IN", "CC", "RB", "NNP") or end in cue.others:
        return end
    while end < last and (line.is_word[end] or line.quoted[end] >= 0):
        end += 1
    return end


def past_conjunction(line: Line, start: int, end: int) -> Range:
    """The range without a closing "and", or with what follows it: "a truce and, in the long run, aid"."""
    words, last = line.words, line.sentence[start][1]
    joint = end - 1
    while joint > start + 1 and words.lowers[joint] == ",":
        joint -= 1
    if words.tags[joint] != "CC" or line.quoted[joint] >= 0 or joint <= start + 1:
        return start, end
    if words.lowers[joint + 1 : joint + 2] == [","] and not any(words.is_verb(i) for i in range(end, last)):
        return start, last
    return start, joint


def _with_joined(line: Line, cue: Cue, end: int) -> int:
    """The end with the clauses that go on: "said the ban would stay, aid would flow and talks would resume"."""
    while (joined := max(_joined(line, cue, end), _shifted(line, cue, end))) > end:
        end = joined
    return end


def _shifted(line: Line, cue: Cue, end: int) -> int:
    """The end with ", but talks would go on": a clause of its own in the tense of reported speech."""
    words = line.words
    joint = end + 1 if words.lowers[end : end + 1] == [","] else end
    is_joined = words.lowers[joint : joint + 1] in (["and"], ["but"])
    if words.tags[cue.at] != "VBD" or (joint == end and not is_joined) or line.quoted[joint - 1] >= 0:
        return end
    start = joint + 1 if is_joined else joint
    verb = next((c for c in after(line, cue, "conj", "ccomp") if line.left[c] == start), None)
    if verb is None or not words.kids(verb, "nsubj", "nsubjpass", "expl"):
        return end
    auxiliary = next(iter(words.kids(verb, "aux", "auxpass")), verb)
    # "said the plan is dead, but hope remains": the reporter's own clauses stand in the plain past.
    is_present = is_joined and words.tags[auxiliary] in ("VBZ", "VBP", "MD") and line.quoted[start] < 0
    is_present = is_present and not any(i in cue.others for i in range(start, line.right[verb] + 1))
    return line.right[verb] + 1 if words.lowers[auxiliary] in _IRREALIS or is_present else end


def _joined(line: Line, cue: Cue, end: int) -> int:
    """The end with a clause that shows itself that it was said: "..., but that few agreed", "..., but only if"."""
    words = line.words
    joint = end + 1 if words.lowers[end : end + 1] == [","] else end
    if joint + 2 >= len(words) or words.lowers[joint] not in _JOINED or line.quoted[joint] >= 0:
        return end
    following = words.lowers[joint + 1 : joint + 3]
    opens = following[0] == "that" and (words.tags[joint + 2] in _OPENS_SUBJECT or following[1] in _SOME)
    if not opens and following not in (["only", "if"], ["only", "when"], ["only", "after"], ["not", "before"]):
        return end
    verb = next((c for c in after(line, cue, "conj", "ccomp", "advcl", "prep") if line.right[c] > joint + 2), None)
    return end if verb is None or line.left[verb] > joint + 2 else line.right[verb] + 1


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
                if words.deps[joint] == "cc":
                    break
            return joint
        if dep == "advcl" and words.tags[child] == "VBG" and child in cue.others and words.lowers[first - 1] in JOINTS:
            return first
    for i in range(start + 2, end - 1):
        if line.quoted[i] >= 0 or words.lowers[i - 1] not in JOINTS:
            continue
        if words.lowers[i] == "and" and max(line.quoted[i:end]) < 0 and _is_reporters(line, cue, head, i):
            return i - 1
        if words.lowers[i] == "to" and words.lowers[i + 1] == "which":
            return i - 1
        goes_with_cue = i in cue.others and words.tags[i] == "VBG" and words.deps[i] == "advcl"
        if goes_with_cue and line.right[i] + 1 >= end:
            return i - 1
    return end


def _is_reporters(line: Line, cue: Cue, head: int, joint: int) -> bool:
    """True for "said Spain was with them, and Paris has welcomed it": the tense is back to the reporter's present."""
    words = line.words
    if words.tags[cue.at] != "VBD" or _tense(line, head) != "VBD":
        return False
    other = next((c for c in words.kids(head, "conj") if c > joint), None)
    return (
        other is not None
        and line.left[other] > joint
        and bool(words.kids(other, "nsubj", "nsubjpass"))
        and _tense(line, other) in ("VBZ", "VBP")
    )


def _tense(line: Line, verb: int) -> str:
    """The tag of the finite verb of a clause: that of its first auxiliary, else its own."""
    first = next(iter(line.words.kids(verb, "aux", "auxpass")), verb)
    return line.words.tags[first]


def before_next_deed(line: Line, cue: Cue, head: int) -> int:
    """The end of an infinitive without what its source did next: "pledged to mediate and invited both sides"."""
    words = line.words
    for other in words.kids(head, "conj"):
        is_told = words.tags[cue.at] == "VBD" and words.tags[other] in ("VBD", "VBN")
        if is_told and not words.kids(other, "nsubj", "nsubjpass", "aux", "auxpass"):
            first = line.left[other]
            return first - 1 if words.deps[first - 1] == "cc" else first
        # "urged Rome to give way, and students pelted its embassy": an infinitive goes on with no clause of its own.
        first = line.left[other]
        is_event = is_told and words.tags[other] == "VBD" and words.kids(other, "nsubj")
        if is_event and words.lowers[first - 2 : first] == [",", "and"] and line.quoted[first - 1] < 0:
            return first - 2
    return line.right[head] + 1


def _parallel(line: Line, cue: Cue, other: int) -> bool:
    """True when another reporting verb goes with the cue, not its content: same tense, no subject of its own."""
    words = line.words
    if words.kids(other, "nsubj", "nsubjpass", "mark"):
        return False
    auxiliaries = words.kids(other, "aux", "auxpass")
    if not auxiliaries:
        return words.tags[other] == words.tags[cue.at]
    # "fears he will stall and has urged them to act", but not "said it had met and had urged them to act".
    return words.lowers[auxiliaries[0]] in ("has", "have") and _tense(line, words.heads[other]) == "MD"


def tail(line: Line, cue: Cue, speech: Speech, end: int) -> int:
    """The end of an object with the phrases after it, but for when and where it was said."""
    words = line.words
    for child in after(line, cue):
        if line.left[child] != end or words.deps[child] not in ("prep", "dative"):
            continue
        inner = next(iter(words.kids(child, "pobj")), child)
        if line.ents[inner] in ("DATE", "TIME") and words.lowers[child] not in _TERMS:
            break
        by_name = words.lowers[child : child + 2] == ["by", "name"]
        if words.lowers[child] in _CIRCUMSTANCES and line.ents[inner] not in ("DATE", "TIME") and not by_name:
            break
        if words.lowers[child] in ("in", "on", "at", "to") and (
            words.lowers[inner] in speech.words["venues"] or words.lowers[inner] in speech.words["hearers"]
        ):
            break
        end = line.right[child] + 1
    return end


def with_condition(line: Line, cue: Cue, end: int) -> int:
    """The end with a condition or reason that the parser hung on the cue: "warned of steps if talks failed"."""
    words = line.words
    for child in after(line, cue, "advcl"):
        first = line.left[child]
        behind_comma = first == end + 1 and words.lowers[end] == ","
        reasons = words.lowers[first] in _CONDITIONS or (behind_comma and words.lowers[first] == "since")
        if reasons and (first == end or behind_comma) and child not in cue.others:
            return line.right[child] + 1
    return end


def without_venue(line: Line, speech: Speech, start: int, end: int, *, dated: bool) -> int:
    """The end without where and (``dated``) when it was said: "... in an interview", "... on Monday"."""
    words = line.words
    for i in range(start + 2, end - 1):
        goes_on = line.right[i] + 1 < end
        if goes_on and words.lowers[i - 1] == "," and words.lowers[i + 1] in ("a", "an"):
            # "..., in a statement read out by the envoy, then its head"
            goes_on = any(words.tags[t] in FINITE for t in range(i, end))
        if words.lowers[i] not in _VENUE_PREPOSITIONS or goes_on or line.quoted[i] >= 0:
            continue
        inner = next((c for c in words.kids(i, "pobj") if c > i), None)
        if inner is None:
            continue
        is_venue = words.lowers[inner] in speech.words["venues"] and words.lowers[i : i + 3] != ["in", "the", "event"]
        if is_venue or (dated and words.lowers[inner] in speech.words["weekdays"]):
            return i - 1 if words.lowers[i - 1] == "," else i
    return end


def without_comment(line: Line, speech: Speech, start: int, end: int) -> int:
    """The end without a closing ", which ..." or ", who ...", which is the reporter's more often than the speaker's."""
    words = line.words
    for i in range(start + 2, end - 1):
        if words.lowers[i] != "," or line.quoted[i] >= 0:
            continue
        if _leaves_open(line, speech, i + 1, end):
            return i
        pronoun = i + 2 if words.tags[i + 1] == "IN" and words.lowers[i + 2] in ("which", "whom") else i + 1
        if words.lowers[pronoun] not in _COMMENTS:
            continue
        verb = words.heads[pronoun]
        while words.deps[verb] != "relcl" and words.heads[verb] != verb and words.heads[verb] > i:
            verb = words.heads[verb]
        modal = any(words.lowers[c] in _IRREALIS for c in words.kids(verb, "aux"))
        if words.deps[verb] == "relcl" and line.left[verb] == i + 1 and line.right[verb] + 1 >= end and not modal:
            return i
    while (shorter := _without_afterthought(line, start, end)) < end:
        end = shorter
    return end


def _leaves_open(line: Line, speech: Speech, at: int, end: int) -> bool:
    """True for "though she did not elaborate", "but did not say when": what was not told is the reporter's to say."""
    words = line.words
    if words.lowers[at] not in ("though", "although", "but"):
        return False
    helper = at + 2 if words.lowers[at + 1] in ("he", "she", "they", "it") else at + 1
    if helper + 1 >= end or words.lowers[helper] not in ("did", "would", "does"):
        return False
    if words.lowers[helper + 1] not in ("not", "n't", "n’t"):
        return False
    verb = next((i for i in range(helper + 2, min(helper + 4, end)) if words.is_verb(i)), at)
    return words.lemmas[verb] in speech.words["withheld"] | _UNTOLD


def _without_afterthought(line: Line, start: int, end: int) -> int:
    """The end without a closing ", a move that ...": a noun with "a" that sums up what was said."""
    words = line.words
    for i in range(start + 3, end - 2):
        if (
            words.lowers[i] not in {",", *DASHES}
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
