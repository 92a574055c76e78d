"""Cues that are no verbs: "according to X", "in X's words", "his claim that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.attributions import Attribution, reach
from dashboard.language.content_ends import that_end
from dashboard.language.cues import find_subject, source_range
from dashboard.language.lines import FINITE, Line, Range, word_count
from dashboard.language.wordless_cues import is_plan
from dashboard.vocabulary.countries import is_capital
from dashboard.vocabulary.speech import Manner, Speech
from dashboard.vocabulary.word_sets import word_set

NAME_WORDS = 5
"""The longest name of a speaker that is looked for before a colon or after a dash."""
QUOTED_VERB_WORDS = 3
"""The most words in marks that are taken for a verb with its adverbs."""
_LONG_DASHES = frozenset({"―", "—", "–"})
#: How the subject of a clause begins.
_OPENS_SUBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ", "EX", "CD"})
#: "and, according to X, ...", "a treaty that, according to X, ...": X is the source of what follows only.
_OPENS_CLAUSE = frozenset({"CC", "WDT", "WP"})
_REPORTED = frozenset({"report", "note", "describe", "announce", "state", "explain", "reveal", "disclose", "quote"})
#: "as he put it", "as she has it", "as they tell it".
_PHRASES = frozenset({"put", "phrase", "have", "tell", "see"})
_BEFORE_MARKS = 3
"""How many words may stand between "in the words of X" and the words in marks."""
_LIGHT = word_set("makes_a_claim")


def find_accounts(line: Line, speech: Speech) -> Iterator[Attribution]:
    """The contents that "according to", "per" and their like attribute to what follows them."""
    words = line.words
    for i, lower in enumerate(words.lowers):
        if lower == "according" and line.quoted[i] < 0 and words.lowers[i + 1 : i + 2] == ["to"]:
            relative = words.lowers[i + 2 : i + 3] in (["whom"], ["which"])
            found = _of_antecedent(line, i) if relative else _account(line, i, speech)
            if found is not None:
                yield found
        elif lower == "as" and line.quoted[i] < 0:
            found = _as_reported(line, i) or _as_he_put_it(line, i, speech)
            if found is not None:
                yield found
        elif lower in ("in", "by") and line.quoted[i] < 0:
            found = _in_words_of(line, i, speech)
            if found is not None:
                yield found


def _in_words_of(line: Line, at: int, speech: Speech) -> Attribution | None:
    """ "It was a farce, in the words of one diplomat", "in Tehran's view, the pact was dead"."""
    words = line.words
    noun = next((c for c in words.kids(at, "pobj") if c > at), None)
    own = ("own words", "own views") if words.lowers[at] == "in" else ("own account",)
    if noun is None or not any(words.lowers[noun] in speech.words[name] for name in own):
        return None
    owner = next(iter(words.kids(noun, "poss")), None)
    of = next((c for c in words.kids(noun, "prep") if c == noun + 1 and words.lowers[c] == "of"), None)
    if owner is None and of is not None and words.lowers[noun - 1] == "the":
        owner = next(iter(words.kids(of, "pobj")), None)
    if owner is None:
        return None
    source = (line.left[owner], line.right[owner] + 1)
    comma = next((i for i in range(noun, source[1]) if words.lowers[i] == ","), source[1])
    source = (source[0], comma)
    end = max(noun + 1, source[1])
    content = _told_beside(line, at, end, speech)
    is_set_off = at == line.sentence[at][0] or words.lowers[at - 1] in {",", *_LONG_DASHES}
    if not is_set_off or not content or word_count(line, *content[0]) < 2:
        return None
    manner: Manner = "thought" if words.lowers[noun] in speech.words["own views"] else "speech"
    return Attribution(noun, source, content, "according to", manner, (at, end))


def _as_he_put_it(line: Line, at: int, speech: Speech) -> Attribution | None:
    """ "It was, as one diplomat put it, a farce", "as the general tells it, nobody fired"."""
    words, last = line.words, line.sentence[at][1]
    verb = words.heads[at]
    subject = next((c for c in words.kids(verb, "nsubj") if at < c < verb), None)
    if subject is None or words.lemmas[verb] not in _PHRASES or words.lowers[verb + 1 : verb + 2] != ["it"]:
        return None
    end = next((i for i in range(verb + 2, last) if not line.is_word[i] or line.quoted[i] >= 0), last)
    content = _told_beside(line, at, end, speech)
    if words.lowers[subject] in ("i", "we", "you") or not content or word_count(line, *content[0]) < 2:
        return None
    source = (line.left[subject], min(line.right[subject] + 1, verb))
    return Attribution(verb, source, content, "as he said", "speech", (at, end))


def _told_beside(line: Line, at: int, end: int, speech: Speech) -> list[Range]:
    """What an aside from ``at`` to ``end`` attributes: words in marks that touch it alone, else what is around it."""
    for start, stop in line.quotations:
        if stop <= at and not any(line.is_word[stop:at]):
            return [(start, stop)]
        if end <= start <= end + _BEFORE_MARKS and max(line.quoted[end:start], default=-1) < 0:
            return [(start, stop)]
    return _around(line, at, end, *line.sentence[at], speech)


def _of_antecedent(line: Line, at: int) -> Attribution | None:
    """ "An envoy, according to whom the pact was dead": what follows."""
    words, (first, last) = line.words, line.sentence[at]
    end, head = at + 3, at - 2 if words.lowers[at - 1 : at] == [","] else at - 1
    if head < first or words.pos[head] not in ("NOUN", "PROPN", "PRON") or word_count(line, end, last) < 2:
        return None
    while first <= words.heads[head] < at and words.pos[words.heads[head]] in ("NOUN", "PROPN"):
        head = words.heads[head]
    source = line.left[head], min(line.right[head] + 1, at - 1 if words.lowers[at - 1] == "," else at)
    return Attribution(at, source, [(end, last)], "according to", "speech", (at, end))


def _as_reported(line: Line, i: int) -> Attribution | None:
    """ "As reported by the daily, the vault was empty", "as first reported by the daily"."""
    words = line.words
    verb = next((t for t in range(i + 1, min(i + 3, len(words))) if words.tags[t] == "VBN"), None)
    if verb is None or words.lemmas[verb] not in _REPORTED:
        return None
    by = next((t for t in words.kids(verb, "agent") if t > verb), None)
    head = next(iter(words.kids(by, "pobj")), None) if by is not None else None
    if head is None:
        return None
    first, last = line.sentence[i]
    end = line.right[head] + 1
    comma = next((t for t in range(head, end) if words.lowers[t] == ","), end)
    content = [(first, i)] if word_count(line, first, i) > 1 else [(comma, last)]
    if word_count(line, *content[0]) < 3:
        return None
    return Attribution(verb, (line.left[head], comma), content, "as he said", "speech", (i, comma))


def find_surveys(line: Line, speech: Speech) -> Iterator[Attribution]:
    """What a sentence that begins with "In a poll of voters, ..." says that the poll found."""
    words = line.words
    for i, lower in enumerate(words.lowers):
        first, last = line.sentence[i]
        if lower != "in" or line.quoted[i] >= 0 or word_count(line, first, i) > 1:
            continue
        noun = next((c for c in words.kids(i, "pobj") if c > i), None)
        if noun is None or words.lowers[noun] not in speech.words["surveys"]:
            continue
        end = line.right[noun] + 1
        if words.lowers[end : end + 1] == [","] and word_count(line, end, last) > 2:
            yield Attribution(i, (i + 1, end), [(end, last)], "survey", "finding", (i, end))


def _account(line: Line, at: int, speech: Speech) -> Attribution | None:
    first, last = line.sentence[at]
    source = _object(line, at)
    if source is None:
        return None
    end = source[1]
    if line.words.tags[at - 1] in ("WDT", "WP"):
        # "the raid, in which according to Tehran two men died"
        named = range(source[0], source[1])
        end = next((i for i in named if i > at + 2 and line.words.pos[i] not in ("PROPN", "DET", "ADJ")), source[1])
        source = source[0], end
    content = _around(line, at, end, first, last, speech)
    if not content:
        return None
    return Attribution(at, source, content, "according to", "speech", (at, end))


def _object(line: Line, at: int) -> Range | None:
    """The source after "according to": up to its last word, or to the first comma where the clause follows."""
    words = line.words
    heads = [c for p in (at + 1, at) for c in words.kids(p, "pobj", "pcomp") if c > at + 1]
    if not heads:
        return None
    start, end = at + 2, line.right[heads[0]] + 1
    last = line.sentence[at][1]
    if words.doc[heads[0]].is_title and words.tags[heads[0] + 1 : heads[0] + 2] in (["DT"], ["PRP$"], ["EX"]):
        # "According to Rao the goods had been sent": the parser takes the goods for more of the name.
        return start, heads[0] + 1
    if word_count(line, end, last) == 0 and word_count(line, line.sentence[at][0], at) < 2:
        comma = next((i for i in range(heads[0], end) if words.lowers[i] == ","), None)
        end = comma if comma is not None else end
    return (start, end) if start < end else None


def _around(line: Line, at: int, end: int, first: int, last: int, speech: Speech) -> list[Range]:
    lowers = line.words.lowers
    opens = at - 2 if lowers[at - 1] == "," else at - 1
    if opens > first and line.words.tags[opens] in _OPENS_CLAUSE:
        return [(end, last)] if word_count(line, end, last) else []
    # "They blamed Oslo; the funds, according to them, were gone": the other half is told.
    semicolon = next((i for i in range(at - 2, first, -1) if lowers[i] == ";" and line.quoted[i] < 0), first)
    if any(lowers[i] in speech.verbs and line.words.tags[i] in FINITE for i in range(first, semicolon)):
        first = semicolon + 1
    if line.words.tags[first] == "CC":
        first += 1
    before = [(first, at)] if word_count(line, first, at) else []
    after = (end, last)
    root = at
    while line.words.heads[root] != root and first <= line.words.heads[root] < last:
        root = line.words.heads[root]
    goes_on = not before or line.words.pos[opens] == "AUX" or (root >= end and lowers[end : end + 1] == [","])
    if goes_on and word_count(line, *after):
        return [*before, after]
    return before


def find_signed(line: Line, speech: Speech) -> Iterator[Attribution]:
    """Speech of a transcript ("SMITH: We will.") and quotations with their author after a dash ("..." ― Ana Ruiz)."""
    if line.passage.zone != "headline":
        yield from _transcript(line, speech)
    for number, (_, end) in enumerate(line.quotations):
        stop = _end_of_signature(line, number)
        if stop is not None:
            start = line.quotations[number][0]
            yield Attribution(end, (end + 1, stop), [(start, end)], "signed", "speech", (end, stop))


def _end_of_signature(line: Line, number: int) -> int | None:
    """Where the author ends who stands behind a quotation: "..." ― Ana Ruiz; "..." [The Daily]."""
    words, end = line.words, line.quotations[number][1]
    opens = words.lowers[end] if end < len(words) else ""
    # A hyphen does where nothing but the quotation stands before it, and nothing but the name behind.
    alone = end + 1 < len(words) and opens in ("-", "--") and number == 0
    alone = alone and not any(line.is_word[: line.quotations[0][0]]) and words.doc[end + 1].is_title
    if opens in _LONG_DASHES or alone:
        ends = (i for i in range(end + 1, len(words)) if not line.is_word[i] and words.lowers[i] != ".")
        stop = next(ends, len(words))
        is_name = 0 < word_count(line, end + 1, stop) <= NAME_WORDS and words.pos[stop - 1] == "PROPN"
        return stop if is_name and not (alone and stop < len(words)) else None
    if opens != "[" or word_count(line, *line.quotations[number]) <= NAME_WORDS:
        return None
    closing = next((i for i in range(end + 1, min(len(words), end + NAME_WORDS + 3)) if words.lowers[i] == "]"), end)
    is_name = word_count(line, end + 1, closing) > 0 and words.doc[end + 1].text[0].isupper()
    return closing if is_name else None


def find_quoted_verbs(line: Line, speech: Speech) -> Iterator[Attribution]:
    """Verbs of saying that stand in marks themselves, with nothing else: the envoy "totally rejected" the text."""
    words = line.words
    for start, end in line.quotations:
        if word_count(line, start, end) > QUOTED_VERB_WORDS:
            continue
        verb = next((i for i in range(start, end) if words.tags[i] in ("VBD", "VBZ", "VBP")), None)
        if verb is None or words.lowers[verb] not in speech.verbs:
            continue
        subject = next((c for c in words.kids(verb, "nsubj") if c < start), None)
        if subject is not None and line.right[subject] < start:
            source = source_range(line, subject, verb)
            yield Attribution(verb, source, [(start, end)], "marks of a verb", "speech", (subject, verb + 1))


def find_named_words(line: Line, speech: Speech) -> Iterator[Attribution]:
    """Words in marks that a noun of speech names: "Nonsense," was the minister's reply; their message was "no more"."""
    words = line.words
    for start, end in line.quotations:
        verb = next((i for i in range(end, min(end + 3, len(words))) if line.is_word[i]), None)
        nouns: list[int] = []
        if verb is not None and (words.lemmas[verb] == "be" or words.lowers[verb] in ("ran", "came", "went")):
            nouns = list(range(verb + 1, min(verb + 6, len(words))))
        before = next((i for i in range(start - 1, max(start - 3, -1), -1) if line.is_word[i]), None)
        if not nouns and before is not None and words.lemmas[before] == "be":
            nouns = words.kids(before, "nsubj")
        for noun in nouns:
            lower = words.lowers[noun]
            if words.pos[noun] != "NOUN" or not (lower in speech.nouns or lower in speech.words["lead-ins"]):
                continue
            source = _noun_source(line, noun)
            if source is not None:
                yield Attribution(noun, source, [(start, end)], "noun", "speech", (noun, noun + 1))
            break


def _transcript(line: Line, speech: Speech) -> Iterator[Attribution]:
    words = line.words
    start = 1 if words.lowers[:1] in (['"'], ["'"]) else 0
    colon = next((i for i in range(start, min(len(words), start + NAME_WORDS + 1)) if words.lowers[i] == ":"), None)
    if colon is None or colon == start or colon + 1 >= len(words) or colon < line.begin:
        return
    name = words.doc[start:colon]
    is_speaker = all(token.text.isupper() for token in name if token.is_alpha) and len(name[-1]) > 1
    # "11:06 a.m.", "EMAIL: press@example.org" name nobody.
    is_speaker = is_speaker and any(token.is_alpha for token in name) and "@" not in words.doc[colon + 1].text
    is_speaker = is_speaker and not any(token.lower_ in speech.words["labels"] for token in name)
    # "BRUSSELS: Poland blocked the talks", "ASIA: ...": where or what a report is about; "THE UPSHOT: ...": a heading.
    is_place = is_capital(name.text) or {line.ents[i] for i in range(start, colon)} <= {"GPE", "LOC"}
    is_speaker = is_speaker and not is_place and words.tags[start] != "DT" and words.lowers[start] != "the"
    if is_speaker and word_count(line, colon + 1, len(words)) and line.sentence[start][0] <= start:
        yield Attribution(colon, (start, colon), [(colon + 1, len(words))], "transcript", "speech", (start, colon + 1))


def find_noun_cues(line: Line, speech: Speech, taken: frozenset[int]) -> Iterator[Attribution]:
    """Nouns with a content: "his claim that ...", where a possessor or the subject of a light verb is the source.

    ``taken`` are the cues that have attributed already: in "issued a warning that ..." the verb has.
    """
    words = line.words
    for i, lower in enumerate(words.lowers):
        noun = speech.nouns.get(lower)
        if noun is None or words.pos[i] != "NOUN" or line.quoted[i] >= 0:
            continue
        if words.deps[i] == "dobj" and words.heads[i] in taken:
            continue
        content = _noun_content(line, i, noun.frames)
        if content is None:
            continue
        source = _noun_source(line, i)
        if source is not None:
            if source[0] < content[0] < source[1]:
                # Between source and clause stands a comma at most, else what links them: "calls from Lima for a truce".
                follows = line.is_word[content[0] - 1] and words.lowers[content[0]] == "that"
                source = source[0], content[0] if follows else content[0] - 1
            is_void = is_plan(line, i, content[0], speech)
            yield Attribution(i, source, [content], "noun", noun.manner, (i, i + 1), is_void=is_void)


def _noun_content(line: Line, i: int, frames: frozenset[str]) -> Range | None:
    words = line.words
    if "was that" in frames or "clause" in frames:
        told = [c for c in words.kids(words.heads[i], "ccomp") if words.lowers[line.left[c]] == "that" and c > i]
        if told and words.deps[i] == "nsubj" and words.lemmas[words.heads[i]] == "be":
            return reach(line, told[0])
    for child in words.kids(i, "acl", "ccomp", "relcl"):
        if child < i:
            continue
        if "clause" in frames and words.lowers[line.left[child]] == "that" and words.deps[line.left[child]] == "mark":
            return line.left[child], line.right[child] + 1
        if "infinitive" in frames and words.lowers[line.left[child]] in ("to", "not") and words.deps[child] == "acl":
            return line.left[child], line.right[child] + 1
    last = line.sentence[i][1]
    if "clause" in frames and i + 2 < last and words.lowers[i + 1] == "that" and words.deps[i + 1] == "mark":
        return i + 1, that_end(line, i + 1, last)
    behind_source = _told_behind_source(line, i, last) if "clause" in frames else None
    if behind_source is not None:
        return behind_source
    behind = i + 1
    for child in _links(line, i):
        if child == behind and words.lowers[child] in frames and line.right[child] > child:
            return child + 1, line.right[child] + 1
        inner = next(iter(words.kids(child, "pobj")), child)
        if child == behind and (words.lowers[child] in ("by", "from") or _is_owner(line, child, inner)):
            behind = line.right[child] + 1
            for lost in words.kids(inner, "prep"):
                if words.lowers[lost] in frames and line.right[lost] > lost > inner:
                    return lost + 1, line.right[lost] + 1
            # "drew a rebuke from Paris that the treaty was being ignored"
            opens = next((t for t in range(inner + 1, min(behind + 2, last)) if words.lowers[t] == "that"), None)
            if "clause" in frames and opens is not None and words.deps[opens] == "mark":
                return opens, that_end(line, opens, last)
    return None


def _told_behind_source(line: Line, noun: int, last: int) -> Range | None:
    """The clause behind whose words they are: "a warning from Rome on Friday that ...", "a charge, made by X, that"."""
    words = line.words
    opens = noun + 2 if words.lowers[noun + 1 : noun + 2] == [","] else noun + 1
    made = opens < last and words.tags[opens] == "VBN" and words.lemmas[opens] in _LIGHT
    if opens >= last or not (words.lowers[opens] in ("from", "by") or made):
        return None
    for at in range(opens + 2, min(last - 2, noun + _SOURCE_REACH)):
        if words.tags[at] in FINITE or line.quoted[at] >= 0 or words.lowers[at] in (";", ":"):
            return None
        if words.lowers[at] == "that" and words.tags[at + 1] in _OPENS_SUBJECT:
            end = that_end(line, at, last)
            # "A claim from the rebels that the town had fallen was denied"
            main = words.heads[noun]
            stop = min(main, *words.kids(main, "aux", "auxpass"), last)
            return at, min(end, stop) if stop > at and words.deps[noun] in ("nsubj", "nsubjpass") else end
    return None


def _links(line: Line, noun: int) -> list[int]:
    """The prepositions of a noun, with the "from" behind it that the parser hung elsewhere: "warnings from Tehran"."""
    words = line.words
    lost = words.lowers[noun + 1 : noun + 2] in (["from"], ["by"]) and words.heads[noun + 1] != noun
    return [*([noun + 1] if lost else []), *words.kids(noun, "prep")]


def _is_owner(line: Line, of: int, owner: int) -> bool:
    """True for "the statement of Ana Ruiz", "of the Turks"; "of" with anything else is what it is about."""
    return (
        line.words.lowers[of] == "of"
        and owner > of
        and (line.ents[owner] in _OWNERS or line.words.pos[owner] == "PROPN")
    )


_OWNERS = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_SOURCE_REACH = 14
"""How many words after its noun "to the effect that" is looked for."""


def _noun_source(line: Line, i: int) -> Range | None:
    words = line.words
    for child in words.kids(i, "poss"):
        return line.left[child], line.right[child] + 1
    for child in _links(line, i):
        place = words.lowers[child] in ("in", "at") and any(line.ents[c] == "GPE" for c in words.kids(child, "pobj"))
        for inner in words.kids(child, "pobj"):
            if words.lowers[child] in ("by", "from", "among") or place or _is_owner(line, child, inner):
                return line.left[inner], line.right[inner] + 1
    for child in words.kids(i, "compound"):
        # "the ministry's claim" without its mark: "the UNHCR claim that"
        if child == i - 1 and line.ents[child] in ("ORG", "PERSON"):
            return line.left[child], line.right[child] + 1
    for child in words.kids(i, "relcl"):
        # "The best promise she has made is that ..."
        maker = next((c for c in words.kids(child, "nsubj") if words.tags[c] not in ("WP", "WDT") and c > i), None)
        if maker is not None and words.lemmas[child] in _LIGHT:
            return line.left[maker], min(line.right[maker] + 1, child)
    if words.deps[i] == "dobj" and words.lemmas[words.heads[i]] in _LIGHT:
        subject = find_subject(line, words.heads[i])
        return source_range(line, subject, words.heads[i]) if subject is not None else None
    return None
