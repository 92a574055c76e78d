"""Whether the clause around a token tells of the past or the future."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

#: Verbs and adjectives whose complement lies ahead: "is expected to", "scheduled for".
AHEAD = frozenset(
    "plan expect schedule set slate due intend hope want prepare aim promise vow threaten pledge propose predict "
    "forecast anticipate likely going supposed bound ready poise await book project agree ask urge call order invite "
    "consider seek need offer postpone delay reschedule".split()
)
_WILL = frozenset(("will", "shall", "'ll", "wo", "may", "can", "would", "might", "could", "should", "must"))
_STEPS = 12


def tense_of(token: Token) -> Literal["past", "future", "present", ""]:
    """The tense of the nearest verb above ``token``; empty when there is none."""
    node = token
    for _ in range(_STEPS):
        if node.pos_ in ("VERB", "AUX"):
            return _verb_tense(node)
        if node.lemma_ in AHEAD and node.pos_ == "ADJ":
            return "future"
        if node.head == node:
            break
        node = node.head
    return ""


def _verb_tense(verb: Token) -> Literal["past", "future", "present", ""]:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "MD":
        return "future"
    if any(helper.lower_ in _WILL for helper in helpers):
        perfect = any(helper.lower_ == "have" for helper in helpers)
        return "past" if perfect else "future"
    if verb.tag_ == "VB":
        governor = verb.head
        if governor == verb or governor.lemma_ in AHEAD or governor.pos_ == "NOUN" or governor.lemma_ == "be":
            return "future"
        return _verb_tense(governor) if governor.pos_ in ("VERB", "AUX") else "future"
    if verb.tag_ in ("VBN", "VBD") and verb.lemma_ in AHEAD and (verb.tag_ == "VBN" or verb.dep_ == "acl"):
        return "future"
    if verb.tag_ == "VBD" or any(helper.tag_ in ("VBD", "VBN") or helper.lemma_ == "have" for helper in helpers):
        return "past"
    if verb.tag_ == "VBN":
        return "present" if helpers else "past"
    if verb.tag_ == "VBG":
        if any(helper.tag_ in ("VBZ", "VBP") for helper in helpers):
            return "future"
        return _verb_tense(verb.head) if verb.head != verb and verb.head.pos_ in ("VERB", "AUX") else ""
    return "present" if verb.tag_ in ("VBZ", "VBP") else ""
