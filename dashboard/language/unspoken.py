"""What is not said yet, was held back, or only names a topic: "is due to announce", "careful not to promise that"."""

from __future__ import annotations

from dashboard.language.attributions import RELATIVES, Attribution, has_marks, has_to
from dashboard.language.lines import FINITE, Line, word_count
from dashboard.vocabulary.speech import Speech

TOPIC_WORDS = 5
"""With at most so many words, and no verb, what somebody speaks about is only named."""
_TOLD = frozenset({"clause", "rest", "bare rest", "object", "preposition", "object infinitive", "infinitive"})
_NEW = frozenset({"when", "as"})


def is_unspoken(line: Line, found: Attribution, speech: Speech) -> bool:
    """True where nobody has said a word of it, or no word of it is told; never with words in marks."""
    if found.cue is None or not found.content or has_marks(line, found):
        return False
    return (
        (found.rule in _TOLD and (_is_held_back(line, found, speech) or _is_to_come(line, found, speech)))
        or _names_words(line, found, speech)
        or _is_topic(line, found, speech)
        or _is_added(line, found)
        or _is_interview(line, found)
        or _is_weighed(line, found)
    )


def _is_held_back(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "careful not to promise that", "reluctant to admit that": words that were not said."""
    words, at = line.words, found.at
    if not has_to(line, at):
        return False
    head = words.lemmas[words.heads[at]]
    negated = bool(words.kids(at, "neg")) and head in speech.words["careful"]
    return negated or head in speech.words["reluctant"]


def _is_to_come(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "is to call for a vote", "was due to announce cuts": what may yet be said."""
    words, at = line.words, found.at
    if not has_to(line, at):
        return False
    head = words.heads[at]
    if words.lemmas[head] == "be" and words.deps[at] == "xcomp":
        # "The aim is to warn Rome": there the subject is no speaker.
        return words.lowers[head] in ("is", "are", "was", "were")
    return words.lowers[head] in speech.words["to come"] and words.deps[at] in ("xcomp", "ccomp", "advcl")


def _names_words(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "explained the minister's remarks": of which words somebody speaks, and not what he says of them."""
    if found.rule != "object" or found.cue is None or found.cue.lemma not in speech.words["clearing up"]:
        return False
    objects = [i for i in line.words.kids(found.at, "dobj") if line.words.lowers[i] in speech.words["positions taken"]]
    return bool(objects) and not _tells(line, *found.content[-1])


def _is_topic(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "spoke about trade", "objected to a line that named it": a topic, and nothing told of it."""
    words = line.words
    if found.rule != "preposition" or found.cue is None:
        return False
    start, end = found.content[-1]
    if words.lowers[start - 1] == "about" and found.cue.lemma in speech.words["conversing"]:
        return word_count(line, start, end) <= TOPIC_WORDS and not any(words.is_verb(i) for i in range(start, end))
    if found.cue.lemma not in speech.words["protesting"] or words.lowers[start - 1] == "for":
        return False
    return words.tags[start] != "VBG" and not _tells(line, start, end)


def _tells(line: Line, start: int, end: int) -> bool:
    """True where a clause tells something, unlike one that only says which thing is meant."""
    words = line.words
    relative = next((i for i in range(start, end) if words.lowers[i] in RELATIVES), end)
    return any(words.tags[i] in FINITE for i in range(start, relative))


def _is_added(line: Line, found: Attribution) -> bool:
    """True for "added to fears that a war was near": what made the fears grow says nothing."""
    if found.cue is None or found.cue.lemma not in ("add", "point") or found.rule not in ("clause", "rest"):
        return False
    words, start = line.words, found.content[0][0]
    links = [p for p in words.kids(found.at, "prep") if found.at < p < start and words.lowers[p] == "to"]
    return any(words.kids(p, "pobj") for p in links)


def _is_interview(line: Line, found: Attribution) -> bool:
    """True for "..., he said when the BBC asked whether he would go": the question of who interviews him."""
    words, at = line.words, found.at
    if found.cue is None or found.cue.lemma != "ask" or found.rule != "clause" or words.deps[at] != "advcl":
        return False
    return any(words.lowers[c] in _NEW for c in words.kids(at, "advmod", "mark"))


def _is_weighed(line: Line, found: Attribution) -> bool:
    """True for "considered whether to close the border": what is still open to those who weigh it."""
    return found.rule == "predicate" and line.words.lowers[found.content[0][0]] == "whether"
