"""Contents: which words a cue attributes, read from the parse by the frames of the cue."""

from __future__ import annotations

from dashboard.language.asides import read_aside
from dashboard.language.attributions import (
    ASKING,
    EMPTY,
    INFINITIVES,
    JOINTS,
    RELATIVES,
    THINGS,
    Attribution,
    after,
    frame_of,
    has_to,
    make,
    opens_next,
    quoted_person,
    reach,
    relay_of,
)
from dashboard.language.cues import Cue
from dashboard.language.edges import (
    before_next_deed,
    clause_range,
    past_conjunction,
    tail,
    that_end,
    with_condition,
    without_comment,
    without_venue,
)
from dashboard.language.exceptions import (
    asks_for_discretion,
    is_act,
    is_asked,
    is_bare_attitude,
    is_bare_text,
    is_deed,
    is_denied,
    is_of_things,
    is_side_wish,
    keeps_silent,
    only_points,
    points_back,
)
from dashboard.language.lines import FINITE, Line, Range
from dashboard.language.nobodys import is_nobodys
from dashboard.language.passives import read_passive
from dashboard.language.turns import before_commentary, before_scene, before_turn
from dashboard.language.untold import is_bare_stance, is_dealing, is_unspoken, tells_no_words
from dashboard.language.verdicts import find_predicate, relative_of, verdict_tail
from dashboard.vocabulary.speech import Speech

_COMPLEMENTIZERS = frozenset({"that", "whether"})
_TRIMMED = frozenset(
    {"clause", "rest", "object", "predicate", "infinitive", "object infinitive", "preposition infinitive",
     "preposition", "gerund", "passive", "hearer"}
)  # fmt: skip
DAY_WORDS = 5
"""The most words between an object and what is said of it that only tell when: "on Monday evening"."""
#: "reported on Friday, citing a source": whence it is told.
_CITING = frozenset({"cite", "quote", "refer"})
_SPEAKS = frozenset({"speak", "talk", "tell", "warn", "complain"})
_AT_A_DISTANCE = frozenset(
    {"ahead", "short", "outside", "instead", "shortly", "because", "upward", "upwards", "out", "back"}
)
NEAR_WORDS = 24
"""How far behind a verb of saying the verb of its clause is looked for, in words."""
_HE = frozenset({"he", "she", "they", "we", "i", "there"})
_PARTICLES = frozenset({"off", "aside", "away", "down", "out", "up"})


def read_contents(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What the cue attributes by the parse alone; None where only quotation marks can tell."""
    if is_asked(line, cue, speech):
        return None
    if line.words.deps[cue.at] == "pcomp" and line.words.lowers[line.words.heads[cue.at]] == "as":
        return None
    found = _by_frame(line, cue, speech)
    person = quoted_person(line, cue) if found is not None and not cue.passive else None
    if found is not None and person is not None and found.relayer is None:
        found.source, found.relayer = person, cue.source
    if found is None or is_deed(line, found, speech) or is_denied(line, found, speech):
        return None
    if is_of_things(line, found, speech) or only_points(line, found, speech) or is_side_wish(line, found):
        return None
    if keeps_silent(line, found, speech) or tells_no_words(line, found, speech) or is_nobodys(line, found, speech):
        return None
    if is_dealing(line, found):
        return None
    found.is_void = found.is_void or is_act(line, found, speech) or asks_for_discretion(line, found, speech)
    found.is_void = found.is_void or is_unspoken(line, found, speech)
    if found.rule in _TRIMMED and found.content:
        start, end = found.content[-1]
        if found.rule in ("predicate", "object"):
            end = _before_quotation(line, start, end)
        if end < len(line.words) and line.quoted[end - 1] < 0 <= line.quoted[end]:
            # "appealed to the council for steps "without delay"": the marks go on with it.
            end = line.quotations[line.quoted[end]][1]
        end = _whole_word(line, end)
        end = before_turn(line, start, with_condition(line, cue, end), cue.others)
        end = before_commentary(line, speech, start, end)
        if found.rule in INFINITIVES:
            end = before_scene(line, start, end)
        end = without_venue(
            line, speech, start, without_comment(line, speech, start, end), dated=found.rule != "clause"
        )
        found.content[-1] = (start, end)
    elif found.rule == "parenthetical" and found.content[-1][0] > cue.at:
        start, end = found.content[-1]
        found.content[-1] = (start, before_turn(line, start, end, cue.others))
    if found.rule in _TRIMMED and found.content:
        found.content[-1] = past_conjunction(line, *found.content[-1])
    is_bare = is_bare_attitude(line, found, speech) or is_bare_stance(line, found, speech)
    return None if is_bare else found


def _whole_word(line: Line, end: int) -> int:
    """The end behind the other half of a word: "asked Chad to re", where "-establish the line" goes on."""
    words = line.words
    split = 0 < end < len(words) - 1 and words.lowers[end] == "-" and not words.doc[end - 1].whitespace_
    if not split or words.doc[end].whitespace_ or line.quoted[end] != line.quoted[end - 1]:
        return end
    return max(line.right[end + 1] + 1, end + 2)


def _before_quotation(line: Line, start: int, end: int) -> int:
    """The end before a colon that opens direct speech: called the text a trap: "..." """
    for i in range(start + 1, end - 1):
        if line.words.lowers[i] == ":" and line.quoted[i] < 0 <= line.quoted[i + 1]:
            return i
    return end


def _by_frame(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    if cue.passive:
        return read_passive(line, cue, speech)
    number = line.quoted[cue.phrase[0] - 1] if cue.phrase[0] > 0 else -1
    if number >= 0 and opens_next(line, cue, line.quotations[number][0]):
        return None
    if number >= 0 and not _has_clause_behind(line, cue):
        found = read_aside(line, cue)
        if found is not None:
            return found
    if _is_aside(line, cue):
        found = read_aside(line, cue)
        if found is not None:
            return found
    return (
        _relayed(line, cue)
        or _clause(line, cue, speech)
        or _lost(line, cue, speech)
        or _infinitive(line, cue, speech)
        or _preposition_infinitive(line, cue)
        or _object(line, cue, speech)
        or _preposition(line, cue, speech)
        or _rest(line, cue)
        or read_aside(line, cue)
    )


def _is_aside(line: Line, cue: Cue) -> bool:
    """True where the parser took for a clause or an object what can only stand around an aside.

    "The convoy, the ministry said in a statement, was carrying food"; "Tehran would respond, warned its minister".
    """
    words, start = line.words, cue.phrase[0]
    if start == 0 or words.lowers[start - 1] != "," or line.quoted[start - 1] >= 0:
        return False
    if cue.subject is not None and cue.source is not None and cue.subject > cue.at:
        return words.tags[min(cue.source[1], len(words) - 1)] not in FINITE
    clause = next((line.left[c] for c in after(line, cue, "ccomp") if line.left[c] > cue.at), None)
    if clause == cue.at + 1 and words.lowers[clause] == "when" and cue.lemma in ("say", "tell", "add"):
        # "Talks had failed, a spokesman said when asked about them."
        return any(words.tags[i] in FINITE for i in range(line.sentence[cue.at][0], start))
    hearer = next((line.right[c] for c in after(line, cue, "dobj", "dative")), cue.at)
    if words.lowers[cue.at + 1 : cue.at + 2] in ([","], [":"]) or words.lowers[hearer + 1 : hearer + 2] == [","]:
        return any(words.tags[i] in FINITE for i in range(line.sentence[cue.at][0], start))
    return clause is not None and "," in words.lowers[clause - 1 : clause + 1] and words.tags[clause] in FINITE


def _has_clause_behind(line: Line, cue: Cue) -> bool:
    """True for "On "The Hour," Ruiz said that ...": the clause is what was said, and the marks hold something else.

    Likewise without "that": "Although he had called it "a start," Ruiz said he would leave"; and in
    "blamed "outsiders," not Rome, and said it was late", where another verb has the words in marks.
    """
    words, start = line.words, cue.phrase[0]
    goes_on = words.deps[cue.at] == "conj" and any(start <= i < cue.at for i in words.kids(words.heads[cue.at], "cc"))
    for clause in words.kids(cue.at, "ccomp"):
        first = line.left[clause]
        if first <= cue.at:
            continue
        if words.lowers[first] == "that":
            return True
        is_next = first == cue.at + 1
        if is_next and goes_on:
            return True
        is_next = is_next and words.lowers[cue.at - 1] not in JOINTS and line.quoted[first] < 0
        if is_next and words.kids(clause, "nsubj", "nsubjpass") and words.tags[first] not in ASKING:
            return True
    return False


def _relayed(line: Line, cue: Cue) -> Attribution | None:
    """ "quoted him as saying the vault was empty": the words are his, and who quotes him relays them."""
    relay = relay_of(line, cue)
    if relay is None:
        return None
    clause = [c for c in line.words.kids(relay[1], "ccomp") if c > relay[1]]
    if not clause and (beside := read_aside(line, cue)) is not None:
        return beside
    found = make(cue, [reach(line, clause[0])] if clause else [], "relayed", "relay")
    found.source, found.relayer, found.phrase = relay[0], cue.source, (cue.phrase[0], relay[1] + 1)
    return found


def _clause(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
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


def _lost(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
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


def _infinitive(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
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
        for child in _behind_time(line, cue, speech):
            if asked is not None and line.left[child] > asked and has_to(line, child):
                content = [reach(line, asked), (line.left[child], before_next_deed(line, cue, child))]
                return make(cue, content, "object infinitive", frame)
    frame = frame_of(line, cue, "infinitive")
    if frame:
        for child in [*after(line, cue, "xcomp"), *_behind_time(line, cue, speech)]:
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


def _behind_time(line: Line, cue: Cue, speech: Speech) -> list[int]:
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


def _object(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What stands as the object of the cue: "denied the charge", "told Reuters of a plan", "described it as a plot"."""
    words, at = line.words, cue.at
    following = [c for c in words.children[at] if c > at]
    dobj = next((c for c in following if words.deps[c] in ("dobj", "dative")), None)
    given = next((c for c in following if words.deps[c] == "dobj"), None)
    if dobj is not None and words.deps[dobj] == "dative" and given is not None:
        if cue.lemma not in speech.words["promising"] or words.lowers[given] in EMPTY:
            return None
        # "promised the Kurds the same protection"
        return make(cue, [(line.left[dobj], tail(line, cue, speech, line.right[given] + 1))], "object", "object")
    extra = {f.partition("+")[2] for f in cue.frames if f.startswith("object+")}
    if "predicate" in extra:
        found = find_predicate(line, cue, following, speech)
        if found is not None:
            return found
    if quoted_person(line, cue) is not None:
        return None
    if dobj is None:
        return _gapped(line, cue, following, extra)
    found = _object_with(line, cue, dobj, following, extra, speech)
    if found is not None:
        return found
    frame = frame_of(line, cue, "object")
    noun = speech.nouns.get(words.lowers[dobj])
    says_noun = "speech object" in cue.frames and noun is not None and "was that" not in noun.frames
    if not frame and says_noun and not is_bare_text(line, dobj, speech):
        frame = "speech object"
    is_text = "speech object" in cue.frames and words.lemmas[dobj] in speech.words["artifacts"]
    if is_text and any(c in cue.others for c in words.kids(dobj, "acl")):
        return None
    if not frame or words.lowers[dobj] in EMPTY or points_back(line, dobj, speech):
        return None
    if cue.frames.get(frame) == "stance" and cue.subject is not None and words.lowers[cue.subject] in THINGS:
        return None
    if frame == "speech object" and cue.subject is not None and words.lowers[cue.subject] in speech.words["happenings"]:
        return None
    end = tail(line, cue, speech, line.right[dobj] + 1)
    if "object+infinitive" in cue.frames and words.tags[end : end + 2] == ["TO", "VB"]:
        return make(cue, [(line.left[dobj], line.right[end + 1] + 1)], "object infinitive", "object+infinitive")
    start = _after_speech_noun(line, dobj) if says_noun else line.left[dobj]
    return make(cue, [(start, _before_participle(line, cue, start, end))], "object", frame)


def _object_with(
    line: Line, cue: Cue, dobj: int, following: list[int], extra: set[str], speech: Speech
) -> Attribution | None:
    """An object with what is said of it: "told Reuters of a plan", "described it as a plot"."""
    words = line.words
    for child in words.kids(dobj, "prep"):
        # "assured the farmers of payment": no farmer is of payment.
        is_hearer = words.pos[dobj] in ("PROPN", "PRON") or cue.lemma in ("assure", "reassure", "remind")
        is_hearer = is_hearer and "hearer+" + words.lowers[child] in cue.frames
        if child > dobj and is_hearer:
            return make(cue, [reach(line, child)], "hearer", "hearer+" + words.lowers[child])
        if child > dobj and words.lowers[child] in extra - {"for", "with", "over"}:
            whole = line.left[dobj], _with_aim(line, cue, line.right[dobj] + 1)
            return make(cue, [whole], "object", "object+" + words.lowers[child])
    for lost in _behind_time(line, cue, speech):
        if lost > dobj and words.deps[lost] == "prep" and words.lowers[lost] in extra & {"of", "as"}:
            end = line.right[lost] + 1
            end = verdict_tail(line, cue, speech, end) if words.lowers[lost] == "as" else end
            return make(cue, [(line.left[dobj], end)], "object", "object+" + words.lowers[lost])
    for child in following:
        if child > dobj and words.deps[child] == "prep" and "hearer+" + words.lowers[child] in cue.frames:
            return make(cue, [reach(line, child)], "hearer", "hearer+" + words.lowers[child])
        if "as" in extra and words.deps[child] == "prep" and words.lowers[child] == "as" and child < dobj:
            return make(cue, [(child, line.right[dobj] + 1)], "object", "object+as")
        as_what = "as" in extra and words.lowers[line.left[child]] == "as" and line.left[child] > dobj
        if as_what and words.deps[child] in ("advcl", "acl", "xcomp", "oprd", "acomp", "dep"):
            return make(cue, [(line.left[dobj], line.right[child] + 1)], "object", "object+as")
        does = words.kids(child, "pcomp") or max(line.quoted[child : line.right[child] + 1]) >= 0
        if words.lowers[child] + " doing" in extra and child > dobj and does:
            return make(cue, [(line.left[dobj], line.right[child] + 1)], "object", "object+with doing")
        fits = child > dobj and words.deps[child] == "prep" and words.lowers[child] in extra
        is_when = words.lowers[child] not in ("to", "of", "as")
        is_when = is_when and any(line.ents[inner] in ("DATE", "TIME") for inner in words.kids(child, "pobj"))
        if fits and not is_when:
            content = _around_day(line, dobj, child)
            if words.lowers[child] == "as":
                content[-1] = content[-1][0], verdict_tail(line, cue, speech, content[-1][1])
            content[-1] = content[-1][0], _with_aim(line, cue, content[-1][1])
            return make(cue, content, "object", "object+" + words.lowers[child])
    return None


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


def _gapped(line: Line, cue: Cue, after: list[int], extra: set[str]) -> Attribution | None:
    """ "which he describes as a trap", "rejected as baseless the report": the object stands elsewhere."""
    words = line.words
    for child in after:
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


def _preposition_infinitive(line: Line, cue: Cue) -> Attribution | None:
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


def _preposition(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
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


def _rest(line: Line, cue: Cue) -> Attribution | None:
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
