"""Words that stand before who said them: ""A trap" was how X described it", "..., it was announced by X", "This was
stated by X", "..., read a statement", "A truce was called for in a note of X"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.attributions import DASHES, DEFINITE, Attribution
from dashboard.language.cues import find_subject, is_passive
from dashboard.language.lines import FINITE, Line, Range, word_count
from dashboard.language.makers import BY
from dashboard.language.texts import before_verb, text_after, text_owner
from dashboard.vocabulary.speech import Speech

_COPULAS = frozenset({"is", "was", "are", "were", "'s"})
_POINTERS = frozenset({"this", "that", "it", "so", "these", "those"})
#: How a verdict without marks begins: "A farce, the vote was called by Lima", "Null and void, ...".
_VERDICTS = frozenset({"DT", "NN", "JJ", "RB"})
_REACH = 14
"""How far behind "how" or "what" its verb of saying is looked for, in words."""
_LEAST = 3
"""With fewer words, and no marks, what stands before the cue only names a thing."""
_RUNS = frozenset({"read", "reads", "ran", "runs", "went", "goes", "said", "says", "stated", "states", "added", "adds"})
_RUNS |= {"warned", "warns", "noted", "notes", "declared", "declares", "stressed", "stresses"}
#: What may stand before a noun: "read a terse joint statement".
_BEFORE_NOUN = frozenset({"DT", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN"})
#: Behind these a claim stands as its own subject: "An inquiry was called for in the communiqué".
_ASKED_FOR = frozenset({"call", "appeal", "plead", "press"})


def find_reversed(line: Line, speech: Speech) -> Iterator[Attribution]:
    """The attributions of a line whose words come first, by a turn of phrase that no frame of a verb describes."""
    words = line.words
    for i, lower in enumerate(words.lowers):
        if line.quoted[i] >= 0 or i < line.begin:
            continue
        if lower in speech.verbs and words.lemmas[i] in speech.words["calling"] | {"call", "describe"}:
            front = _fronted(line, i)
            if front is not None:
                yield front
                continue
        if lower in ("how", "what") and i and words.lowers[i - 1] in _COPULAS:
            found = _cleft(line, i, speech)
        elif lower in _COPULAS:
            found = _summed_up(line, i, speech)
        elif words.tags[i] in ("VBD", "VBZ") and i and words.lowers[i - 1] == "so":
            found = _so_said(line, i, speech)
        elif words.tags[i] in ("VBD", "VBZ") and lower in _RUNS:
            found = _text_behind(line, i, speech)
        elif words.tags[i] == "VBN" and is_passive(line, i):
            found = _told_by(line, i, speech) or _in_text_of(line, i, speech)
        else:
            continue
        if found is not None:
            yield found


def _cleft(line: Line, at: int, speech: Speech) -> Attribution | None:
    """ ""A trap" was how the pact was described by Ana Ruiz", "More access, that is what the text urges"."""
    words, (first, last) = line.words, line.sentence[at]
    first = max(first, line.begin)
    verb = next(
        (i for i in range(at + 1, min(last, at + _REACH)) if words.lowers[i] in speech.verbs and _is_told(line, i)),
        None,
    )
    if verb is None or any(c > verb and not _is_known(line, c) for c in words.kids(verb, "oprd", "ccomp", "xcomp")):
        return None
    passive = is_passive(line, verb)
    if passive:
        link = next(iter(words.kids(verb, "agent")), None)
        head = next(iter(words.kids(link, "pobj")), None) if link is not None else None
    else:
        head = find_subject(line, verb)
    if head is None or head <= at:
        return None
    end = at - 1
    while (
        end > first and (not line.is_word[end - 1] or words.lowers[end - 1] in _POINTERS) and line.quoted[end - 1] < 0
    ):
        end -= 1
    if end == first and words.lowers[first] in ("this", "that") and "clause" in _frames_of(speech, words.lowers[verb]):
        content = _sentence_before(line, first)
        source = line.left[head], min(line.right[head] + 1, verb) if head < verb else line.right[head] + 1
        return Attribution(verb, source, content, "parenthetical", "speech", (first, verb + 1)) if content else None
    if not _tells(line, first, end) or words.lowers[first] in ("what", "how", "the", "this", "that"):
        return None
    stop = line.right[head] + 1 if head > verb else min(line.right[head] + 1, verb)
    return Attribution(verb, (line.left[head], stop), [(first, end)], "predicate", "speech", (at, max(stop, verb + 1)))


def _frames_of(speech: Speech, lower: str) -> frozenset[str]:
    return frozenset(frame for sense in speech.verbs.get(lower, ()) for frame in sense.frames)


def _sentence_before(line: Line, first: int) -> list[Range]:
    """The sentence that ends at ``first`` in the same paragraph."""
    if first <= line.begin:
        return []
    start, end = line.sentence[first - 1]
    return [(max(start, line.begin), end)]


def _so_said(line: Line, verb: int, speech: Speech) -> Attribution | None:
    """ "The troops will leave. So said Ana Ruiz on Monday": who follows the verb."""
    words, (first, _) = line.words, line.sentence[verb]
    head = next((c for c in words.kids(verb, "nsubj", "dobj", "attr", "oprd") if c > verb), None)
    content = _sentence_before(line, first) if verb == first + 1 else []
    if head is None or not content or "clause" not in _frames_of(speech, words.lowers[verb]):
        return None
    source = line.left[head], line.right[head] + 1
    return (
        Attribution(verb, source, content, "parenthetical", "speech", (first, source[1])) if source[0] > verb else None
    )


def _summed_up(line: Line, be: int, speech: Speech) -> Attribution | None:
    """ "The troops will leave. That was the view of Ana Ruiz"; ""A farce" was the word used by Ana Ruiz"."""
    words, (first, last) = line.words, line.sentence[be]
    noun = next((i for i in range(be + 1, min(last, be + 6)) if words.lowers[i] in speech.words["summaries"]), None)
    if noun is None or words.lowers[be + 1] != "the" or noun + 1 >= last:
        return None
    link = noun + 2 if words.tags[noun + 1] in ("VBN", "VBD") else noun + 1
    if words.lowers[link : link + 1] not in (["of"], ["by"], ["from"]):
        return None
    owner = next(iter(words.kids(link, "pobj")), None)
    if owner is None:
        return None
    before = be - first == 1 and words.lowers[first] in ("this", "that", "such", "these", "those")
    marked = (
        first >= line.begin
        and line.quoted[first] >= 0
        and word_count(line, line.quotations[line.quoted[first]][1], be) == 0
    )
    content = _sentence_before(line, first) if before else [line.quotations[line.quoted[first]]] if marked else []
    source = line.left[owner], before_verb(line, owner + 1, line.right[owner] + 1)
    return Attribution(noun, source, content, "noun", "speech", (be, source[1])) if content else None


def _fronted(line: Line, verb: int) -> Attribution | None:
    """ ""Unacceptable", the envoy called the visit", "Null and void, the ban was called by Quito"."""
    words, first = line.words, line.sentence[verb][0]
    passive = is_passive(line, verb)
    subject = next((c for c in words.kids(verb, "nsubjpass" if passive else "nsubj") if c < verb), None)
    if subject is None or any(
        c > verb and not _is_known(line, c) for c in words.kids(verb, "oprd", "ccomp", "xcomp", "prep")
    ):
        return None
    start = line.left[subject]
    if start - 2 < first or "," not in words.lowers[start - 2 : start] or any(map(_is_finite, words.tags[first:start])):
        return None
    by = next((p for c in words.kids(verb, "agent") for p in words.kids(c, "pobj")), None) if passive else subject
    is_verdict = line.quoted[first] >= 0 or words.pos[first] == "ADJ" or (passive and words.tags[first] in _VERDICTS)
    if by is None or not is_verdict or (not passive and not words.kids(verb, "dobj", "oprd")):
        return None
    stop = line.right[by] + 1 if passive else min(line.right[by] + 1, verb)
    return Attribution(
        verb, (line.left[by], stop), [(first, start)], "predicate", "speech", (start, max(stop, verb + 1))
    )


def _is_known(line: Line, thing: int) -> bool:
    """True for "the ban" and "Oslo", which are called something; "what he called a trap" tells the trap."""
    first = line.left[thing]
    return line.words.deps[thing] == "oprd" and (
        line.words.lowers[first] in DEFINITE or line.words.pos[thing] == "PROPN"
    )


def _is_told(line: Line, verb: int) -> bool:
    return line.words.tags[verb] in ("VBD", "VBZ", "VBP", "VBN")


def _tells(line: Line, start: int, end: int) -> bool:
    """True for words in marks, or enough of them to be more than a name."""
    return max(line.quoted[start:end], default=-1) >= 0 or word_count(line, start, end) >= _LEAST


def _text_behind(line: Line, verb: int, speech: Speech) -> Attribution | None:
    """ "Oslo regrets the outcome, read a statement carried by the agency"."""
    words, (first, last) = line.words, line.sentence[verb]
    first = max(first, line.begin)
    if verb - 1 <= first or words.lowers[verb - 1] != "," or line.quoted[verb - 1] >= 0:
        return None
    noun = next((i for i in range(verb + 1, min(last, verb + 8)) if words.lemmas[i] in speech.words["artifacts"]), None)
    if noun is None or noun == verb + 1 or any(words.tags[i] not in _BEFORE_NOUN for i in range(verb + 1, noun)):
        return None
    if word_count(line, first, verb) < _LEAST or not any(words.tags[i] in FINITE for i in range(first, verb)):
        return None
    end = noun + 1
    if end < last and words.lowers[end] in BY:
        inner = next(iter(words.kids(end, "pobj")), None)
        end = before_verb(line, end, line.right[inner] + 1) if inner is not None else end
    if end < last and words.tags[end] in FINITE:
        # "A diplomat, who asked not to be named, said the document left much open"
        return None
    return Attribution(verb, (verb + 1, end), [(first, verb)], "parenthetical", "speech", (verb, end))


def _told_by(line: Line, verb: int, speech: Speech) -> Attribution | None:
    """ "The ban stays, it was announced by the ministry", "The ban stays. This was stated on Monday by Ana Ruiz"."""
    words, (first, last) = line.words, line.sentence[verb]
    if not any(sense.frames.get("clause") == "speech" for sense in speech.verbs.get(words.lowers[verb], ())):
        return None
    subject = next(iter(words.kids(verb, "nsubjpass", "nsubj")), None)
    if subject is None or subject > verb or words.lowers[subject] not in ("it", "this", "that"):
        return None
    if line.right[subject] > subject or any(c > verb for c in words.kids(verb, "oprd")):
        return None
    source = _teller(line, verb, last)
    if source is None:
        return None
    begin = max(first, line.begin)
    if subject - 1 > begin and words.lowers[subject - 1] in {",", *DASHES} and words.lowers[subject] == "it":
        stop = source[1]
        goes_on = stop + 1 < last and words.lowers[stop] in {",", *DASHES} and words.tags[stop + 1] in FINITE
        told = any(map(_is_finite, words.tags[begin:subject])) and not any(map(_is_finite, words.tags[stop:last]))
        if not goes_on and not told:
            return None
        content = [(begin, subject), (stop, last)] if goes_on else [(begin, subject)]
    elif word_count(line, begin, subject) == 0 and words.lowers[subject] != "it" and begin > line.begin:
        content = _sentence_before(line, begin)
    else:
        return None
    return Attribution(verb, source, content, "parenthetical", "speech", (subject, max(verb + 1, source[1])))


def _is_finite(tag: str) -> bool:
    return tag in FINITE


def _teller(line: Line, verb: int, last: int) -> Range | None:
    """Who follows "by", wherever the parser hung it: "was stated on Monday at a briefing by Ana Ruiz"."""
    words = line.words
    for i in range(verb + 1, last):
        if words.lowers[i] == "by" and line.quoted[i] < 0:
            head = next(iter(words.kids(i, "pobj")), None)
            if head is not None and line.ents[head] not in ("DATE", "TIME"):
                return line.left[head], before_verb(line, head + 1, line.right[head] + 1)
        if words.tags[i] in FINITE or line.quoted[i] >= 0 or words.lowers[i] in (";", ":"):
            return None
    return None


def _in_text_of(line: Line, verb: int, speech: Speech) -> Attribution | None:
    """ "Restraint on all sides was urged in a joint statement of Lima and Quito": whose text it is, or the text."""
    words = line.words
    thing = next((c for c in words.kids(verb, "nsubjpass") if c < verb), None)
    if thing is None or words.kids(verb, "agent") or words.kids(verb, "neg"):
        return None
    stranded = words.lemmas[verb] in _ASKED_FOR and words.lowers[verb + 1 : verb + 2] == ["for"]
    if not stranded and not _takes_object(speech, words.lowers[verb]):
        return None
    if stranded and words.kids(verb + 1, "pobj"):
        return None
    text = text_after(line, verb, speech)
    if text is None or not _tells(line, line.left[thing], line.right[thing] + 1):
        return None
    source = text_owner(line, text)
    content = line.left[thing], line.right[thing] + 1
    return Attribution(verb, source, [content], "passive", "speech", (verb, max(verb + 1, source[1])))


def _takes_object(speech: Speech, lower: str) -> bool:
    return any(
        s.frames.get("object") == "speech" or "object+infinitive" in s.frames for s in speech.verbs.get(lower, ())
    )
