"""What only names a topic or the words of others: "spoke about trade", "explained the minister's remarks"."""

from __future__ import annotations

from dashboard.language.attributions import Attribution, has_marks
from dashboard.language.lines import Line, word_count
from dashboard.vocabulary.speech import Speech

TOPIC_WORDS = 5
"""With at most so many words, and no verb, what somebody speaks about is only named."""


def is_unspoken(line: Line, found: Attribution, speech: Speech) -> bool:
    """True where no word of it is told; never with words in marks."""
    if found.cue is None or not found.content or has_marks(line, found):
        return False
    return _names_words(line, found, speech) or _is_topic(line, found, speech) or _is_weighed(line, found)


def _names_words(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "explained the minister's remarks": of which words somebody speaks, and not what he says of them."""
    if found.rule != "object" or found.cue is None or found.cue.lemma not in speech.words["clearing up"]:
        return False
    return any(line.words.lowers[i] in speech.words["positions taken"] for i in line.words.kids(found.at, "dobj"))


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
    return words.tags[start] != "VBG"


def _is_weighed(line: Line, found: Attribution) -> bool:
    """True for "considered whether to close the border": what is still open to those who weigh it."""
    return found.rule == "predicate" and line.words.lowers[found.content[0][0]] == "whether"
