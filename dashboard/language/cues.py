"""Cues: the words that attribute, each with its source and the reach of its own phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.language.lines import FINITE, Line, Range
from dashboard.language.misparsed_sources import find_lost_source, moved, writer
from dashboard.language.syntax import NOUN_TAGS
from dashboard.vocabulary.speech import Manner, Sense, Speech

NAME_WORDS = 3
"""A stretch in marks of at most so many words may be a name or a title."""
NEAR_WORDS = 22
"""How far from the marks the cue of direct speech is looked for, in words."""
_MOST_VERBS = 8
"""So many verbs may share one subject."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod", "npadvmod"})
_COMPLEMENTS = ("dobj", "dative", "ccomp", "xcomp", "oprd")
TO_SOMEBODY = frozenset({"tell", "inform", "notify", "assure", "remind", "advise", "warn"})
"""Verbs that say to whom, unless they are passive."""
#: Behind these comes what somebody does not do.
_KEPT_BACK = frozenset({"short", "shy", "refrain", "abstain", "desist", "avoid", "resist", "omit", "forgo", "eschew"})
#: "That, many argue, would be unfair": the parser takes these for what they would be before a noun.
_SOME = frozenset({"many", "some", "others", "most", "few"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "acl", "relcl", "pcomp", "ccomp", "dep", "acomp"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that attributes: its index, what it may take, and ``phrase``, its clause without the content."""

    at: int
    frames: dict[str, Manner]
    subject: int | None
    """Head of the source; None where the text names none."""
    source: Range | None
    passive: bool
    patient: int | None
    """Head of what a passive is said of: "the pact" in "the pact was called a trap"."""
    phrase: Range
    lemma: str
    others: frozenset[int]
    """The other reporting verbs of the line."""


def find_verb_cues(line: Line, speech: Speech, idioms: frozenset[int]) -> Iterator[Cue]:
    """The reporting verbs of a line that stand outside quotation marks, in order; ``idioms`` report too."""
    words = line.words
    held: list[tuple[int, dict[str, Manner], str]] = []
    for i, lower in enumerate(words.lowers):
        if line.quoted[i] >= 0 or i < line.begin or _is_compound(line, i):
            continue
        if i and (words.lowers[i - 1] in ("without", "<") or _follows_article(line, i) or _is_kept_back(line, i)):
            continue
        opens = lower == "said" and i == line.sentence[i][0] + 1
        if opens and words.lowers[i - 1 : i + 2] == ["that", "said", ","]:
            # "That said, the talks went on": nobody says it.
            continue
        if lower == "told" and words.lowers[i - 1 : i + 2] == ["all", "told", ","]:
            continue
        senses = speech.verbs.get(lower)
        if senses is None:
            if words.tags[i] in ("VBD", "VBZ") and _carries_direct_speech(line, i):
                held.append((i, {"quote": "speech"}, words.lemmas[i]))
            continue
        if not (words.is_verb(i) or words.tags[i].startswith("VB") or _closes_direct_speech(line, i)):
            continue
        frames = _frames(line, i, senses)
        is_bare = words.tags[i] in ("VBD", "VBZ") and not any(c > i for c in words.kids(i, *_COMPLEMENTS))
        if frames and is_bare and not _is_spoken(frames) and _carries_direct_speech(line, i):
            frames = {**frames, "quote": "speech"}
        if frames:
            held.append((i, frames, senses[0].lemma))
    others = (
        frozenset(i for i, frames, _ in held if "speech" in frames.values() and set(frames) != {"that clause"}) | idioms
    )
    for i, frames, lemma in held:
        yield _by_issuer(line, _cue(line, i, frames, lemma, others), speech)


def _follows_article(line: Line, i: int) -> bool:
    """True for the noun of "..., a hint that aid could stop", which the tagger took for a verb."""
    return line.words.lowers[i - 1] in ("a", "an") and line.words.tags[i - 1] == "DT"


def _is_compound(line: Line, i: int) -> bool:
    """True for "called" in "so-called"; a dash with a blank behind it is no hyphen."""
    words = line.words
    is_hyphen = i > 0 and words.lowers[i - 1].endswith("-")
    return is_hyphen and (not words.doc[i - 1].whitespace_ or words.lowers[i - 2 : i - 1] == ["so"])


def _is_kept_back(line: Line, i: int) -> bool:
    """True for "stopped short of saying", "refrained from calling", "avoided naming": what was not said."""
    words = line.words
    return words.tags[i] == "VBG" and not _KEPT_BACK.isdisjoint(words.lemmas[max(i - 3, 0) : i])


def _frames(line: Line, i: int, senses: tuple[Sense, ...]) -> dict[str, Manner]:
    """The frames of the senses that fit: those of a particle verb where the particle is there."""
    with_particle = [sense for sense in senses if sense.particle and _has_particle(line, i, sense.particle)]
    fitting = with_particle or [sense for sense in senses if not sense.particle]
    lemma = line.words.lemmas[i]
    fitting = [sense for sense in fitting if sense.lemma == lemma] or fitting[:1]
    return {frame: manner for sense in fitting for frame, manner in sense.frames.items()}


def _has_particle(line: Line, i: int, particle: str) -> bool:
    parts = particle.split()
    return line.words.lowers[i + 1 : i + 1 + len(parts)] == parts


def _closes_direct_speech(line: Line, i: int) -> bool:
    """True where a verb must stand although the tagger saw a noun: "...," the email read."""
    begin = _end_of_marks(line, i)
    # "..., and Secretary of State Rice": a title, not a verb.
    if line.words.tags[i] in ("NNP", "NNPS") and line.words.doc[i].is_title:
        return False
    if begin is None or not any(line.is_word[begin:i]) or any(map(line.words.is_verb, range(begin, i))):
        return False
    return i + 1 >= len(line.words) or not line.is_word[i + 1] or line.words.tags[i + 1] in ("IN", "NNP", "RB")


def _carries_direct_speech(line: Line, i: int) -> bool:
    """True for any verb that stands where only a verb of saying can: "...," remembered Ana Ruiz."""
    begin = _end_of_marks(line, i)
    if begin is None or begin == 0:
        return False
    first, last = line.quotations[line.quoted[begin - 1]]
    if sum(line.is_word[first:last]) <= NAME_WORDS:
        return False
    words = line.words
    own = _own(line, i, ("nsubj",))
    if begin == i:
        return own is not None and own > i
    return own is not None and begin <= line.left[own] and own < i and not any(map(words.is_verb, range(begin, i)))


def _end_of_marks(line: Line, i: int) -> int | None:
    """The first word after a quotation that ends shortly before ``i`` and asks for a cue: with a comma, "?" or "!"."""
    for j in range(i - 1, max(-1, i - NEAR_WORDS), -1):
        number = line.quoted[j]
        if number >= 0:
            begin, last = line.quotations[number]
            closing = line.words.lowers[max(0, last - 2) : last + 1]
            if last == j + 1 and any(mark in closing for mark in (",", "?", "!", "…", "—", "...")):
                return last
            if sum(line.is_word[begin:last]) > NAME_WORDS:
                return None
        if line.words.lowers[j] in (".", ";", ":"):
            return None
    return None


def _cue(line: Line, i: int, frames: dict[str, Manner], lemma: str, others: frozenset[int]) -> Cue:
    words = line.words
    passive = is_passive(line, i)
    subject = _agent(line, i) if passive else find_subject(line, i)
    own = _own(line, i, _SUBJECTS)
    patient = None
    if passive:
        patient = own if own is not None else (words.heads[i] if words.deps[i] in ("acl", "relcl") else None)
    source = source_range(line, subject, i) if subject is not None else None
    phrase = _phrase(line, i, own)
    if not passive and own is None and words.tags[i] not in ("VBG", "VB"):
        beside = _source_beside(line, i)
        if beside is None and subject is None and frames.get("clause") == "speech":
            beside = _source_behind(line, i)
        if beside is not None:
            source = beside
            subject = next((t for t in range(*beside) if words.pos[t] in NOUN_TAGS), beside[0])
            phrase = min(i, beside[0]), max(i + 1, beside[1], phrase[1])
    if source is None and not passive and (lost := find_lost_source(line, i)) is not None:
        source, subject = (
            lost,
            next((t for t in range(lost[1] - 1, lost[0] - 1, -1) if words.pos[t] in NOUN_TAGS), None),
        )
        phrase = (min(phrase[0], lost[0]) if lost[0] < i and own is None else phrase[0]), phrase[1]
    return Cue(i, frames, subject, source, passive, patient, phrase, lemma, others)


def _by_issuer(line: Line, cue: Cue, speech: Speech) -> Cue:
    """The cue with who issued the text that speaks: the embassy in "the embassy issued a statement saying ..."."""
    words, text = line.words, cue.subject
    if text is None or words.deps[cue.at] != "acl" or words.deps[text] != "dobj":
        return cue
    if words.lemmas[text] not in speech.words["artifacts"]:
        return cue
    issuer = find_subject(line, words.heads[text])
    if issuer is None or issuer > text:
        return cue
    return replace(cue, subject=issuer, source=source_range(line, issuer, words.heads[text]))


def _own(line: Line, i: int, deps: tuple[str, ...]) -> int | None:
    """The child of ``i`` by one of ``deps`` nearest to it that is not quoted; the one behind it after a comma."""
    behind = i > 0 and line.words.lowers[i - 1] == ","
    found = [c for c in line.words.children[i] if line.words.deps[c] in deps and line.quoted[c] == line.quoted[i]]
    return min(found, key=lambda c: (behind and c < i, abs(c - i)), default=None)


def _source_beside(line: Line, i: int) -> Range | None:
    """The source of direct speech where the parser lost it: what stands between the marks and the verb, or after it."""
    words = line.words
    begin = _end_of_marks(line, i)
    if begin is None:
        return None
    while begin < i and not line.is_word[begin]:
        begin += 1
    end = i
    while end > begin and (
        not line.is_word[end - 1] or words.tags[end - 1] in ("RB", "MD") or words.pos[end - 1] == "AUX"
    ):
        end -= 1
    # "...," screenwriter Ana Ruiz wrote: an office without its article, which the parser takes for an order.
    is_office = words.tags[begin] == "VB" and all(words.tags[t] in ("NNP", "NNPS") for t in range(begin + 1, end))
    bare_verb = any(map(words.is_verb, range(begin, end))) and words.lowers[begin] not in ("the", "a", "an")
    if bare_verb and not (is_office and end > begin + 1):
        return None
    if begin < end:
        nominal = (
            is_office
            or words.tags[begin] in ("DT", "PRP$")
            or any(words.pos[t] in NOUN_TAGS for t in range(begin, end))
        )
        return (begin, end) if nominal and words.tags[begin] not in ("VBG", "IN") else None
    for t in range(i + 1, min(len(words), i + NEAR_WORDS)):
        if not line.is_word[t] or line.quoted[t] >= 0 or words.is_verb(t) or words.tags[t] in ("IN", "TO"):
            return None
        if words.pos[t] in NOUN_TAGS or words.doc[t].is_title:
            while words.heads[t] > t and words.pos[words.heads[t]] in NOUN_TAGS:
                t = words.heads[t]
            return i + 1, _before_marks(line, t + 1, line.right[t] + 1)
    return None


def _is_spoken(frames: dict[str, Manner]) -> bool:
    return "quote" in frames or frames.get("clause") == "speech"


def _source_behind(line: Line, i: int) -> Range | None:
    """The source of an inverted aside that the parser took for an object: "Tehran would respond, warned its envoy"."""
    words, (first, last) = line.words, line.sentence[i]
    if i - 1 <= first or words.lowers[i - 1] != "," or line.quoted[i - 1] >= 0 or words.tags[i] not in ("VBD", "VBZ"):
        return None
    head = next((c for c in words.kids(i, "dobj") if line.left[c] == i + 1 and words.pos[c] in NOUN_TAGS), None)
    if head is None or not any(words.tags[t] in FINITE for t in range(first, i)):
        return None
    end = line.right[head] + 1
    return (i + 1, end) if not any(line.is_word[end:last]) else None


def _before_marks(line: Line, start: int, end: int) -> int:
    return next((t for t in range(start, end) if line.quoted[t] >= 0 or line.words.lowers[t] == "."), end)


def is_passive(line: Line, i: int) -> bool:
    """True for a passive verb: "was told", "the plan described by X"."""
    words = line.words
    if words.tags[i] == "VBD" and words.deps[i] == "conj" and words.lemmas[i] in TO_SOMEBODY:
        # "was summoned and told that ..."; "was freed and told reporters that ..." has whom
        return not words.kids(i, "dobj", "iobj", "dative", "nsubj") and is_passive(line, words.heads[i])
    if words.tags[i] != "VBN":
        return False
    deps = {words.deps[c] for c in words.children[i]}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if "aux" in deps or "nsubj" in deps:
        return False
    if words.deps[i] == "conj":
        return is_passive(line, words.heads[i])
    return words.deps[i] in ("acl", "advcl", "amod", "ccomp", "pcomp", "xcomp")


def is_finite(line: Line, i: int) -> bool:
    """True for a verb that tells of something done: with a tense, not under "to" or a modal."""
    words = line.words
    auxiliaries = words.kids(i, "aux", "auxpass")
    if any(words.tags[a] in ("MD", "TO") for a in auxiliaries):
        return False
    if words.tags[i] in ("VBD", "VBZ", "VBP") or any(words.tags[a] in ("VBD", "VBZ", "VBP") for a in auxiliaries):
        return True
    return words.deps[i] == "conj" and words.heads[i] != i and is_finite(line, words.heads[i])


def _agent(line: Line, i: int) -> int | None:
    words = line.words
    for child in words.children[i]:
        if words.deps[child] == "agent":
            return next((c for c in words.children[child] if words.deps[c] == "pobj"), None)
    return None


def find_subject(line: Line, i: int) -> int | None:
    """The head of who does ``i``: its own subject, or one inherited through "and", a participle, an infinitive."""
    is_told_to = True
    for _ in range(_MOST_VERBS):
        is_told_to = is_told_to and line.words.tags[i] not in ("VBD", "VBZ", "VBP")
        own = _own_subject(line, i, is_told_to)
        if own is not None:
            return own
        above = _verb_above(line, i)
        if above is None:
            return _noun_above(line, i)
        i = above
    return None


def _own_subject(line: Line, i: int, is_told_to: bool) -> int | None:
    """The subject of the verb itself: "Rao said", whom another tells to do it, and "some" of "They some said"."""
    words = line.words
    own = _own(line, i, ("nsubj", "csubj"))
    if own is None and is_told_to:
        own = moved(line, i)
    if own is not None:
        return own
    is_before = i > 0 and words.lowers[i - 1] in _SOME and words.heads[i - 1] == i
    return i - 1 if is_before and words.pos[i] == "VERB" else None


def _verb_above(line: Line, i: int) -> int | None:
    """The verb with which ``i`` shares its subject; None where a noun has it or nobody does it."""
    words, head, dep = line.words, line.words.heads[i], line.words.deps[i]
    if (wrote := writer(line, i)) is not None:
        return wrote
    if head == i or dep not in _INHERITS:
        return None
    if dep in ("acl", "relcl"):
        return _verb_of_purpose(line, i)
    if dep != "pcomp":
        return None if is_passive(line, head) else head
    above = words.heads[head]
    # "took the unusual step of saying": who took it.
    if words.deps[above] == "dobj" and words.lemmas[words.heads[above]] == "take":
        above = words.heads[above]
    return above if words.pos[above] in ("VERB", "AUX") else None


def _verb_of_purpose(line: Line, i: int) -> int | None:
    """The verb above the noun of an infinitive: "was" in "was at pains to deny", "took" in "took the chance to say"."""
    words, head = line.words, line.words.heads[i]
    if words.deps[i] != "acl" or not any(words.lowers[c] == "to" for c in words.kids(i, "aux")):
        return None
    verb = head
    while words.deps[verb] in ("dobj", "pobj", "attr") or (verb != head and words.deps[verb] == "prep"):
        verb = words.heads[verb]
    return verb if words.pos[verb] in ("VERB", "AUX") else None


def _noun_above(line: Line, i: int) -> int | None:
    """The noun of which a participle or relative clause tells, or what is done something to in the passive above."""
    words, head, dep = line.words, line.words.heads[i], line.words.deps[i]
    if head == i or dep not in _INHERITS:
        return None
    if dep in ("acl", "relcl"):
        return head if words.pos[head] in ("NOUN", "PROPN", "PRON", "NUM") else None
    return next(iter(words.kids(head, "nsubjpass")), None) if is_passive(line, head) else None


def source_range(line: Line, head: int, verb: int) -> Range:
    """The phrase of a source: from its first to its last word, cut where the verb's own clause would be inside."""
    words, start, end = line.words, line.left[head], line.right[head] + 1
    if start <= verb < end:
        if verb < head:
            start = verb + 1
        else:
            end = verb
    for child in words.children[head]:
        if child > head and words.deps[child] in ("relcl", "acl") and child <= verb <= line.right[child]:
            end = min(end, line.left[child])
    while end - start > 1 and not line.is_word[end - 1] and words.lowers[end - 1] != ")":
        end -= 1
    while end - start > 1 and not line.is_word[start]:
        start += 1
    return start, end


def _phrase(line: Line, i: int, own: int | None) -> Range:
    """From the subject (or the verb, where the subject follows) to the end of the verb's adjuncts."""
    words, start, end = line.words, i, i + 1
    for child in words.children[i]:
        if line.quoted[child] != line.quoted[i]:
            continue
        if child < i and (child == own or words.deps[child] in _BEFORE_VERB):
            if child != own and words.lowers[line.right[child] + 1] == "," and own is not None and child < own:
                continue
            start = min(start, line.left[child])
        elif child > i and words.deps[child] not in ("ccomp", "punct", "parataxis", "conj", "cc"):
            end = max(end, line.right[child] + 1)
    return start, end
