"""What has the form of an attribution and is none: deeds, questions put to a source, words that only point back."""

from __future__ import annotations

from dashboard.language.attributions import DEFINITE, THINGS, Attribution, reach
from dashboard.language.cues import Cue
from dashboard.language.lines import FINITE, Line, word_count
from dashboard.vocabulary.speech import Speech

BARE_WORDS = 4
"""With at most so many words an object only names what an attitude is about."""
GREETING_WORDS = 7
"""With at most so many words, and no reason, it is told only who was thanked or congratulated."""
_NON_GRATA = frozenset({"grata", "gratae"})
_ON_A_MATTER = frozenset({"comment", "elaborate", "expound", "remark", "speak", "talk"})


def is_asked(line: Line, cue: Cue, speech: Speech) -> bool:
    """True for "The minister, asked whether he would go, laughed", where the tagger missed the passive."""
    words, at = line.words, cue.at
    follows_comma = at > 0 and words.lowers[at - 1] == ","
    if words.tags[at] not in ("VBN", "VBD"):
        return False
    first, last = line.sentence[at]
    # "Asked whether he would go, the minister laughed", "When asked why, ..."
    opens = at == first or (at == first + 1 and words.lowers[first] in ("when", "if", "once", "while"))
    if opens and cue.lemma in speech.words["asking"] and "," in words.lowers[at:last]:
        return not any(c < at for c in words.kids(at, "nsubj"))
    if cue.lemma not in speech.words["asking"] or not follows_comma:
        return False
    owns = any(c < at for c in words.kids(at, "nsubj"))
    if not owns:
        return words.deps[at] in ("acl", "advcl")
    last = line.sentence[at][1]
    return any(words.lowers[i] == "," and words.tags[i + 1] in FINITE for i in range(at + 1, last - 1))


def asks_for_discretion(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "an aide who asked not to be named": a wish about the source, which is no news."""
    if found.rule not in ("infinitive", "object", "preposition", "passive") or not found.content:
        return False
    start, end = found.content[-1]
    return any(line.words.lowers[i] in speech.words["discretion"] for i in range(start, min(end, start + 5)))


def is_deed(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "recalled its ambassador", "conceded a penalty": with such an object the verb tells of a deed."""
    if found.rule not in ("object", "predicate", "preposition", "passive", "clause") or found.cue is None:
        return False
    deeds = speech.deeds.get(found.cue.lemma)
    if deeds is None:
        return False
    words = line.words
    if found.rule == "clause":
        # The parser takes "persona" for a verb: "declared the envoy, a spy, persona non grata".
        first, end = found.content[0]
        return words.lowers[first] != "that" and bool(_NON_GRATA & deeds & set(words.lowers[first:end]))
    heads = words.kids(found.at, "dobj", "ccomp", "oprd")
    if found.rule == "preposition":
        heads = [c for p in words.kids(found.at, "prep") if p > found.at for c in words.kids(p, "pobj")]
    # "recalled some of its diplomats": the diplomats are what counts.
    heads += [c for head in heads for of in words.kids(head, "prep") for c in words.kids(of, "pobj")]
    # "was called home", "declared the envoy persona non grata"
    beside = set(words.lowers[found.at + 1 : found.at + 2])
    # "called its ambassador home for consultations"
    beside |= {words.lowers[c] for c in words.kids(found.at, "advmod") if c > found.at}
    if found.content:
        beside |= _NON_GRATA & set(words.lowers[slice(*found.content[-1])])
    return any(words.lowers[head] in deeds for head in heads) or bool(beside & deeds)


def is_act(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "agreed to meet", "declined to send troops": an act, unless what is declined is to speak."""
    if found.rule != "infinitive" or found.cue is None or found.cue.lemma not in speech.words["acting"]:
        return False
    start, end = found.content[0]
    verbs = (line.words.lemmas[i] for i in range(start, end) if line.words.tags[i] == "VB")
    # "declined to say when": what is held back is no statement either.
    return next(verbs, "") not in speech.words["speaking"] - speech.words["withheld"]


def is_of_things(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "the dispute threatened to sink the truce": what happens threatens or promises nothing in words."""
    if found.cue is None or found.cue.subject is None:
        return False
    subject = line.words.lowers[found.cue.subject]
    if found.cue.lemma in speech.words["sentencing"] and found.rule == "predicate":
        return subject in speech.words["courts"]
    if found.cue.lemma not in speech.words["said by people"]:
        return False
    if found.cue.lemma == "promise" and subject == "it":
        # "It promised to send aid" is a state's; "It promised to be a long night" is not.
        return found.rule == "infinitive" and "be" in line.words.lowers[slice(*found.content[0])]
    return subject in speech.words["happenings"] | THINGS


def only_points(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "alluding to Cyprus": what somebody speaks of in a few words, none of them in marks."""
    if found.rule != "preposition" or found.cue is None or found.cue.lemma not in speech.words["pointing"]:
        return False
    start, end = found.content[-1]
    return (
        word_count(line, start, end) <= BARE_WORDS + 1
        and max(line.quoted[start:end]) < 0
        and not any(map(line.words.is_verb, range(start, end)))
    )


def is_side_wish(line: Line, found: Attribution) -> bool:
    """True for "a state that wishes to leave": a clause that tells only which one is meant."""
    if found.rule not in ("infinitive", "object infinitive") or found.manner != "thought" or found.cue is None:
        return False
    words, at = line.words, found.at
    while words.deps[at] == "conj":
        at = words.heads[at]
    return words.deps[at] == "relcl" and max(line.quoted[found.content[0][0] : found.content[0][1]]) < 0


def is_denied(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "did not accuse Syria of the attack": a judgement that was not passed."""
    if (
        found.rule not in ("object", "predicate")
        or found.cue is None
        or found.cue.lemma not in speech.words["judgements"]
    ):
        return False
    words = line.words
    # "has not endorsed a candidate": whom somebody backs is not told yet, while "has not blamed Chad" is.
    helpers = ("do", "have") if found.cue.lemma == "endorse" else ("do",)
    return bool(words.kids(found.at, "neg")) and any(words.lemmas[a] in helpers for a in words.kids(found.at, "aux"))


def keeps_silent(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "would not say when he would leave", "did not comment on it": what is left open is no statement."""
    if found.rule == "preposition" and found.cue is not None and found.cue.lemma in _ON_A_MATTER:
        return bool(line.words.kids(found.at, "neg"))
    if found.rule not in ("clause", "rest") or not found.content or not line.words.kids(found.at, "neg"):
        return False
    first = found.content[0][0]
    if line.words.lowers[first] in ("whether", "if"):
        # Unlike "did not know whether": there the doubt is what is told.
        return found.cue is not None and found.cue.lemma in speech.words["withheld"]
    return line.words.tags[first] in ("WP", "WRB", "WDT", "WP$")


def is_bare_attitude(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "welcomed the visit", "voiced deep regret": how somebody stands to a thing, and no word of it."""
    if found.rule != "object" or found.cue is None:
        return False
    (start, end), lemma, words = found.content[-1], found.cue.lemma, line.words
    if max(line.quoted[start:end]) >= 0:
        return False
    if lemma in speech.words["greeting"] and word_count(line, start, end) <= GREETING_WORDS:
        return not _gives_a_reason(line, start, end)
    if word_count(line, start, end) > BARE_WORDS:
        return False
    while end - start > 1 and words.pos[end - 1] == "ADV":
        end -= 1
    if words.pos[end - 1] != "NOUN":
        return False
    if lemma in speech.words["expressing"]:
        return "IN" not in words.tags[start:end]
    # "dismissed the claim as nonsense": there the judgement is told.
    return lemma in speech.words["judging"] and words.lowers[start] in DEFINITE and "as" not in words.lowers[start:end]


def _gives_a_reason(line: Line, start: int, end: int) -> bool:
    """True for "thanked Oslo for its help": for what, and not only whom."""
    return any(line.words.lowers[i] in ("for", "as") for i in range(start, end))


def points_back(line: Line, noun: int, speech: Speech) -> bool:
    """True for "these claims", "such reports": words said before, not a content."""
    start, end = reach(line, noun)
    back = any(line.words.lowers[i] in ("following", "similar", "same") for i in range(start, noun))
    if end - start == 2 and line.words.lowers[start] == "the" and line.words.lowers[noun] in speech.words["spoken_of"]:
        return True
    return back or (end - start <= 2 and line.words.lowers[start] in ("these", "those", "this", "that", "such"))


def is_bare_text(line: Line, noun: int, speech: Speech) -> bool:
    """True for "put out a statement", "lodged a protest in Oslo": what it says is not told here."""
    words, (start, end) = line.words, reach(line, noun)
    if words.lemmas[noun] not in speech.words["artifacts"] or max(line.quoted[start:end]) >= 0:
        return False
    behind = words.lowers[noun + 1 : end]
    return not behind or (behind[0] in speech.words["sent by"] and not any(map(words.is_verb, range(noun, end))))
