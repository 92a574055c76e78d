"""Contents: which words a cue attributes, read from the parse by the frames of the cue."""

from __future__ import annotations

from dashboard.language.asides import read_aside
from dashboard.language.attributions import (
    ASKING,
    INFINITIVES,
    JOINTS,
    Attribution,
    after,
    make,
    opens_next,
    quoted_person,
    reach,
    relay_of,
)
from dashboard.language.complements import (
    read_clause,
    read_infinitive,
    read_lost_clause,
    read_preposition,
    read_preposition_infinitive,
    read_rest,
)
from dashboard.language.content_ends import (
    past_conjunction,
    with_condition,
    without_comment,
    without_venue,
)
from dashboard.language.cues import Cue
from dashboard.language.false_attributions import (
    asks_for_discretion,
    is_act,
    is_asked,
    is_bare_attitude,
    is_deed,
    is_denied,
    is_of_things,
    is_side_wish,
    keeps_silent,
    only_points,
)
from dashboard.language.lines import FINITE, Line, Range
from dashboard.language.objects import read_object
from dashboard.language.passives import read_passive
from dashboard.language.turns import before_commentary, before_scene, before_turn
from dashboard.language.unattributed import is_nobodys
from dashboard.language.wordless_cues import is_bare_stance, is_dealing, is_unspoken, tells_no_words
from dashboard.vocabulary.speech import Speech

_TRIMMED = frozenset(
    {"clause", "rest", "object", "predicate", "infinitive", "object infinitive", "preposition infinitive",
     "preposition", "gerund", "passive", "hearer"}
)  # fmt: skip


def read_contents(line: Line, cue: Cue, speech: Speech) -> Attribution | None:
    """What the cue attributes by the parse alone; None where only quotation marks can tell."""
    words = line.words
    is_comparison = words.deps[cue.at] == "pcomp" and words.lowers[words.heads[cue.at]] == "as"
    if is_comparison or is_asked(line, cue, speech):
        return None
    found = _by_frame(line, cue, speech)
    if found is None:
        return None
    person = None if cue.passive else quoted_person(line, cue)
    if person is not None and found.relayer is None:
        found.source, found.relayer = person, cue.source
    if _is_no_attribution(line, found, speech):
        return None
    found.is_void = found.is_void or _is_unsaid(line, found, speech)
    if found.content:
        found.content[-1] = _trimmed(line, cue, found, speech)
    is_bare = is_bare_attitude(line, found, speech) or is_bare_stance(line, found, speech)
    return None if is_bare else found


def _is_no_attribution(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for what has the form of an attribution and tells a deed, a thing or nothing that anybody said."""
    return (
        is_deed(line, found, speech)
        or is_denied(line, found, speech)
        or is_of_things(line, found, speech)
        or only_points(line, found, speech)
        or is_side_wish(line, found)
        or keeps_silent(line, found, speech)
        or tells_no_words(line, found, speech)
        or is_nobodys(line, found, speech)
        or is_dealing(line, found)
    )


def _is_unsaid(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for an act or attitude without words, which still keeps others from taking its words for a content."""
    return is_act(line, found, speech) or asks_for_discretion(line, found, speech) or is_unspoken(line, found, speech)


def _trimmed(line: Line, cue: Cue, found: Attribution, speech: Speech) -> Range:
    """The last range of the content without what the reporter goes on with."""
    start, end = found.content[-1]
    if found.rule == "parenthetical" and start > cue.at:
        return start, before_turn(line, start, end, cue.others)
    if found.rule not in _TRIMMED:
        return start, end
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
    end = without_comment(line, speech, start, end)
    end = without_venue(line, speech, start, end, dated=found.rule != "clause")
    return past_conjunction(line, start, end)


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
    may_be_aside = (number >= 0 and not _has_clause_behind(line, cue)) or _is_aside(line, cue)
    if may_be_aside and (beside := read_aside(line, cue)) is not None:
        return beside
    return (
        _relayed(line, cue)
        or read_clause(line, cue, speech)
        or read_lost_clause(line, cue, speech)
        or read_infinitive(line, cue, speech)
        or read_preposition_infinitive(line, cue)
        or read_object(line, cue, speech)
        or read_preposition(line, cue, speech)
        or read_rest(line, cue)
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
