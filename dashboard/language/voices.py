"""Whose quotation is it: gives each stretch in marks that no clause covers to the cue beside it."""

from __future__ import annotations

from dashboard.language.attributions import DASHES, Attribution, leads_on, opens_next, quoted_person
from dashboard.language.cues import Cue, find_subject, source_range
from dashboard.language.lines import Line, Range, word_count
from dashboard.vocabulary.word_sets import word_set

NEAR_WORDS = 15
_MARKS = frozenset({'"', "''", "``", "'", ")", " "})
_ENDS = frozenset({".", "?", "!", "…", "..."})
SCARE_WORDS = 3
"""A stretch of at most so many words that no cue claims is no quote: a scare quote, a title, a name."""
_NAME_WORDS = 6
"""The longest name with its title that is taken for a speaker before a colon."""
NAMING_WORDS = 5
"""With at most so many words what a verb is about is named in marks: launched the "safe harbours" plan."""
_CONNECTIVES = word_set("connectives")
#: What the reporter adds behind words in marks: when and where they were said, what they led to.
_CIRCUMSTANCES = frozenset({"in", "on", "at", "during", "after", "before", "when", "while", "as", "via", "through"})
_LINKS = frozenset(
    {"to", "during", "of", "about", "for", "on", "at", "against", "over", "in", "into", "with", "by", "from"}
)
_REPORTERS = frozenset({"VBG", "VBD", "VBZ", "VBP", "MD", "CC"})
_SKIPPED = frozenset({"that", "how", "to"})


def attach_marks(line: Line, cues: list[Cue], found: list[Attribution]) -> list[Attribution]:
    """The attributions with every quotation that could be given to one of them or to a cue of its own."""
    by_cue = {a.at: a for a in found}
    last: Attribution | None = None
    for number, (start, end) in enumerate(line.quotations):
        owner = next((a for a in by_cue.values() if number in a.marks), None)
        if owner is None and not _inside(by_cue, start, end):
            owner = _owner(line, cues, by_cue, start, end)
            if owner is None and last is not None and _continues(line, last, start, end):
                owner = last
            if owner is None and last is not None:
                opens = _led_on(line, start, end)
                if opens is not None and not _inside(by_cue, opens, end):
                    owner, start = last, opens
            if owner is not None:
                before = max((e for _, e in owner.content), default=start)
                begin = before if _is_joined(line, before, start) else start
                owner.content = merged([*owner.content, _whole_phrase(line, owner, begin, end)])
                owner.marks.append(number)
        last = owner or last
        begun = [a for a in by_cue.values() if a.at < end and a.manner == "speech" and (last is None or a.at > last.at)]
        last = max(begun, key=lambda a: a.at, default=last)
    return list(by_cue.values())


def _whole_phrase(line: Line, a: Attribution, start: int, end: int) -> Range:
    """The quotation with the phrase that it is part of: the "top secret" papers, "harsh steps" against Chad."""
    words = line.words
    if a.rule not in ("marks", "marks of a verb") or end >= len(words) or not line.is_word[end]:
        return start, end
    if line.quoted[end] >= 0 or words.lowers[end - 2] in _ENDS | {","} or words.tags[end] in _REPORTERS:
        return start, end
    inside = [i for i in range(start, end) if line.is_word[i]]
    noun = next((words.heads[i] for i in inside if words.heads[i] >= end and words.pos[words.heads[i]] == "NOUN"), None)
    if noun is not None and all(line.is_word[i] for i in range(end, noun)) and not _is_title(line, start, end):
        first = max([a.at + 1, *(e for _, e in a.content if e <= start)])
        return (min(start, max(first, line.left[noun])) if a.at < start else start), noun + 1
    circumstance = words.lowers[end] in _CIRCUMSTANCES and words.tags[end + 1 : end + 2] != ["VBG"]
    if circumstance or (a.rule == "marks" and words.lowers[end] != "of"):
        return start, end
    stop = max(line.right[i] + 1 for i in inside)
    return start, max(end, stop)


def merged(ranges: list[Range]) -> list[Range]:
    """The ranges in order, those that touch made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _inside(by_cue: dict[int, Attribution], start: int, end: int) -> bool:
    return any(s <= start and end <= e for a in by_cue.values() for s, e in a.content)


def _owner(line: Line, cues: list[Cue], by_cue: dict[int, Attribution], start: int, end: int) -> Attribution | None:
    if start and line.words.tags[start - 1] in ("IN", "POS") and _is_title(line, start, end):
        return None
    behind, before = _cue_after(line, cues, start, end), _cue_before(line, cues, start)
    if behind is not None and before is not None:
        # "The ministry notes, "...", stressing the need": no participle opens an aside where a cue stands before.
        # He was asked, "Will you go?" She answered, "No."
        goes_with = line.words.tags[behind.at] == "VBG" or opens_next(line, behind, start)
        behind, before = (
            (before, None if opens_next(line, behind, start) else behind) if goes_with else (behind, before)
        )
    for cue in (behind, before, _cue_alone(line, cues, by_cue, start, end)):
        if cue is not None and _says_next(line, by_cue, cue, start):
            return None
        if cue is not None and not _inside(by_cue, cue.at, cue.at + 1):
            return by_cue.setdefault(
                cue.at, Attribution(cue.at, _voice(line, cue), [], "marks", "speech", cue.phrase, cue)
            )
    signed = _before_colon(line, start)
    if signed is not None and signed.at not in by_cue and not _inside(by_cue, signed.at, signed.at + 1):
        by_cue[signed.at] = signed
        return signed
    cue = _cue_of_predicate(line, cues, start)
    if cue is not None and not _inside(by_cue, cue.at, cue.at + 1):
        found = by_cue.setdefault(cue.at, Attribution(cue.at, cue.source, [], "predicate", "speech", cue.phrase, cue))
        found.content = merged([*found.content, (cue.at + 1, end)])
        return found
    return _governor(line, by_cue, start, end)


def _says_next(line: Line, by_cue: dict[int, Attribution], cue: Cue, start: int) -> bool:
    """True for "Asked about "the cuts," Ruiz said they were fair": what he said is the clause, and not those words."""
    found = by_cue.get(cue.at)
    is_part = start < cue.at and line.sentence[start][0] < start
    return (
        is_part
        and found is not None
        and found.rule == "clause"
        and found.content[:1] != []
        and found.content[0][0] == cue.at + 1
    )


def only_joints(line: Line, start: int, end: int) -> bool:
    """True when nothing but punctuation stands in the range."""
    return not any(line.is_word[start:end])


def speaks(cue: Cue) -> bool:
    """True for a cue that can carry direct speech."""
    return "quote" in cue.frames or cue.frames.get("clause") == "speech"


def _before_colon(line: Line, start: int) -> Attribution | None:
    """The subject of the sentence that a colon ends: The envoy had one answer: "..." """
    words, colon = line.words, start - 1
    if colon < 1 or words.lowers[colon] != ":":
        return None
    return colon_source(line, colon)


def colon_source(line: Line, colon: int) -> Attribution | None:
    """Who is about to speak at a colon: the subject of its sentence's main verb."""
    words, first = line.words, line.sentence[colon][0]
    roots = (i for i in range(first, colon) if words.is_verb(i))
    root = next((i for i in roots if words.heads[i] == i or words.heads[i] > colon), None)
    subject = find_subject(line, root) if root is not None else None
    if root is None:
        return _verbless_source(line, first, colon)
    if subject is None or not first <= subject < colon:
        return None
    return Attribution(colon, source_range(line, subject, root), [], "colon", "speech", (root, colon + 1))


def _verbless_source(line: Line, first: int, colon: int) -> Attribution | None:
    """Who speaks where no verb says so: The minister, to the agency: "...", More from Ruiz: "...", Ana Ruiz: "..." """
    words = line.words
    named = _name_before(line, first, colon)
    if named is not None:
        return Attribution(colon, named, [], "colon", "speech", (named[0], colon + 1))
    to = next((i for i in range(first, colon) if words.lowers[i] == "to" and words.tags[i] in ("IN", "TO")), None)
    if to is None or not any(words.pos[i] in ("NOUN", "PROPN") for i in range(first, to)):
        return None
    if any(words.is_verb(i) for i in range(first, colon)):
        return None
    end = to - 1 if words.lowers[to - 1] == "," else to
    return Attribution(colon, (first, end), [], "colon", "speech", (to, colon + 1))


def _name_before(line: Line, first: int, colon: int) -> Range | None:
    """The name that alone stands before a colon and marks, be it behind a dash: Dr. Ana Ruiz (Lima): "..." """
    words = line.words
    start = next((i + 1 for i in range(colon - 1, first, -1) if words.lowers[i] in DASHES), first)
    if colon + 1 >= len(words) or line.quoted[colon + 1] < 0 or colon - start > NEAR_WORDS:
        return None
    open_ = next((i for i in range(start, colon) if words.lowers[i] in ("(", ",")), colon)
    is_name = 1 < word_count(line, start, open_) <= _NAME_WORDS and "PERSON" in line.ents[start:open_]
    if not is_name or not all(words.pos[i] in ("PROPN", "PUNCT") for i in range(start, open_)):
        return None
    return (start, open_) if not any(map(words.is_verb, range(open_, colon))) else None


def _cue_of_predicate(line: Line, cues: list[Cue], start: int) -> Cue | None:
    """The verb that calls something by the words in marks, where the parser lost them: called it "a trap"."""
    words = line.words
    for cue in reversed(cues):
        if cue.at < start:
            fits = "object+predicate" in cue.frames or "object+as" in cue.frames
            # "called home its envoy for "urgent consultations"": a deed.
            fits = fits and words.lowers[cue.at + 1 : cue.at + 2] != ["home"]
            near = line.sentence[cue.at] == line.sentence[min(start, len(words) - 1)] and start - cue.at <= NEAR_WORDS
            return cue if fits and near and not any(map(words.is_verb, range(cue.at + 1, start))) else None
    return None


def _voice(line: Line, cue: Cue) -> Range | None:
    """Whose words a quotation beside the cue is: the clerk's in "...," a clerk was quoted as saying."""
    if cue.passive and cue.patient is not None and "relay" in cue.frames:
        return line.left[cue.patient], line.right[cue.patient] + 1
    return cue.source if cue.passive else quoted_person(line, cue) or cue.source


def _cue_after(line: Line, cues: list[Cue], start: int, end: int) -> Cue | None:
    """The cue whose phrase follows the quotation at once: "...," he said."""
    if line.words.lowers[end - 1] == "." or (end - start > 1 and line.words.lowers[end - 2] == "."):
        return None
    for cue in cues:
        if cue.phrase[0] >= end:
            return (
                cue
                if speaks(cue)
                and ("clause" in cue.frames or leads_on(line, end))
                and only_joints(line, end, cue.phrase[0])
                else None
            )
    return None


def _cue_alone(line: Line, cues: list[Cue], by_cue: dict[int, Attribution], start: int, end: int) -> Cue | None:
    """The cue of a sentence beside the marks that says no more than who speaks: "It is over." Ruiz said."""
    words = line.words
    if word_count(line, start, end) <= SCARE_WORDS or line.sentence[start][0] not in (start, start - 1):
        return None
    for cue in cues:
        if cue.frames.get("clause") != "speech" or cue.passive or cue.source is None or cue.source[0] < cue.phrase[0]:
            continue
        if cue.at in by_cue and by_cue[cue.at].content:
            continue
        first, last = cue.phrase
        stop = next((i for i in range(last, len(words)) if words.lowers[i] in _ENDS), len(words))
        if only_joints(line, last, stop):
            behind = next((i for i in range(stop, len(words)) if line.is_word[i]), len(words))
            is_last = behind == len(words) or line.quoted[behind] < 0
            if first >= end and only_joints(line, end, first) and is_last:
                return cue
            if first == 0 and stop < start and only_joints(line, stop, start):
                return cue
    return None


def _cue_before(line: Line, cues: list[Cue], start: int) -> Cue | None:
    """The cue whose phrase ends at the quotation: He said: "..." """
    words = line.words
    for cue in reversed(cues):
        if cue.at < start:
            begin = min(max(cue.phrase[1], cue.at + 1), start)
            between = [i for i in range(begin, start) if line.is_word[i]]
            near = not between or (len(between) == 1 and words.lowers[between[0]] in _SKIPPED)
            colon = start - 1 > cue.at and words.lowers[start - 1] == ":" and line.sentence[cue.at][0] <= cue.at
            ended = any(words.lowers[i] in _ENDS for i in range(cue.at, start))
            return cue if speaks(cue) and (near or colon) and not ended else None
    return None


def _governor(line: Line, by_cue: dict[int, Attribution], start: int, end: int) -> Attribution | None:
    """A verb of the same sentence that has the quotation in its complement: "The ad targets a "corrupt system"."""
    words = line.words
    if word_count(line, start, end) <= SCARE_WORDS or _is_title(line, start, end):
        return None
    inside = next((i for i in range(start, end) if line.is_word[i]), start)
    top = inside
    while words.heads[top] != top and start <= words.heads[top] < end:
        top = words.heads[top]
    child = top
    while words.heads[child] != child and not words.is_verb(words.heads[child]):
        child = words.heads[child]
    verb = words.heads[child]
    if verb == child or verb >= start or line.quoted[verb] >= 0 or _inside(by_cue, verb, verb + 1):
        return None
    subject = find_subject(line, verb)
    if subject is None or verb in by_cue or words.lemmas[verb] in ("be", "have"):
        return None
    content = (max(line.left[child], verb + 1), end) if line.left[child] > verb else (start, end)
    if word_count(line, *content) <= NAMING_WORDS:
        return None
    if words.lowers[content[0]] in _LINKS and content[0] + 1 < start:
        told = words.lowers[start - 1] == "that" and words.deps[start - 1] == "mark"
        content = (start - 1 if told else content[0] + 1, end)
    found = Attribution(
        verb, source_range(line, subject, verb), [content], "marks of a verb", "speech", (verb, verb + 1)
    )
    by_cue[verb] = found
    return found


def _is_title(line: Line, start: int, end: int) -> bool:
    """True for the title of a work or a name: every longer word starts with a capital."""
    long = [token.text for token in line.words.doc[start:end] if len(token) > 3 and token.text.isalpha()]
    return bool(long) and all(text[0].isupper() for text in long)


def _is_joined(line: Line, before: int, start: int) -> bool:
    """True where only "and" stands between two quotations: chanted "No bases," and, "Go home." """
    lowers = [line.words.lowers[i] for i in range(before, start) if line.is_word[i]]
    return bool(lowers) and lowers[0] in ("and", "or") and lowers[1:] in ([], ["yes"], ["then"], ["later"], ["finally"])


def _led_on(line: Line, start: int, end: int) -> int | None:
    """The first word of "Instead, "they have fled."" behind what somebody said: a sentence that goes on with it."""
    words, first = line.words, line.sentence[start][0]
    lead = " ".join(words.lowers[i] for i in range(first, start) if line.is_word[i])
    closes = end >= line.sentence[start][1] or words.lowers[end - 2 : end - 1] in (["."], ["!"], ["?"])
    is_lead = lead in _CONNECTIVES and words.lowers[start - 1] == "," and first > 0
    return first if is_lead and closes and word_count(line, start, end) > SCARE_WORDS else None


def _continues(line: Line, last: Attribution, start: int, end: int) -> bool:
    """True when the quotation goes on with what was quoted before: "A," he said, smiling. "B." """
    before = max([last.phrase[1], *(e for _, e in last.content)])
    if only_joints(line, before, start) or _is_joined(line, before, start):
        return True
    lowers = line.words.lowers
    last_word = next((i for i in range(start - 1, -1, -1) if lowers[i] not in _MARKS and not lowers[i].isspace()), 0)
    return line.words.lowers[last_word] in _ENDS and word_count(line, start, end) > SCARE_WORDS
