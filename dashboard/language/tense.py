"""Whether the clause around a token tells of the past or the future."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from dashboard.vocabulary.word_sets import word_set

Tense = Literal["past", "future", "present", ""]
_AHEAD = word_set("ahead")
#: Verbs whose day is that of what they arrange, in any tense: "planned a rally on Saturday".
_ARRANGE = frozenset(("plan", "schedule", "slate", "await"))
#: Participles that say of a thing that it lies ahead: "expected on Friday". Who "was asked on Friday" was asked then.
_AWAITED = frozenset(
    ("plan", "expect", "schedule", "slate", "slat", "due", "anticipate", "poise", "bind", "intend", "suppose")
)
#: Verbs that move what they name; a limit after them lies ahead, "postponed until Friday", a bare day does not.
_MOVE = frozenset(("reschedule", "postpone", "delay", "extend", "adjourn", "defer"))
#: Verbs that do so only with "to" and a day: "the hearing was moved to Friday".
_MOVE_TO = frozenset(("move", "push", "shift", "bring"))
#: Verbs that fix a day to come: "called elections in May".
_FIXING = frozenset(("set", "announce", "call", "propose", "confirm", "book", "reserve", "time", "put", "want", "need"))
_UPCOMING = frozenset(("planned", "upcoming", "scheduled", "coming", "forthcoming"))
#: "The first to arrive" arrived, "the only one to vote" voted: the infinitive adds no future.
_SINGLED_OUT = frozenset(("first", "last", "only", "latest", "second", "third"))
_MODALS = frozenset(("will", "shall", "'ll", "wo", "may", "would", "should", "must"))
#: Modals that tell of ability in the past as often as of the future.
_WEAK_MODALS = frozenset(("can", "could", "might", "ca"))
#: "Pushed back to Friday", "looking forward to Friday's talks".
_PARTICLES = frozenset(("forward", "back", "ahead", "up"))
_STEPS = 12


def tense_of(token: Token) -> Tense:
    """The tense of the nearest verb above ``token``; empty when there is none or the token is a possessor."""
    node = token
    for _ in range(_STEPS):
        if node.pos_ in ("VERB", "AUX"):
            return verb_tense(node)
        if node.pos_ == "ADJ" and node.lemma_ in _AHEAD:
            return "future"
        if node.dep_ == "poss" or node.head == node:
            return ""
        node = node.head
    return ""


def is_planned(token: Token) -> bool:
    """True when a verb above ``token`` arranges or expects it."""
    planned = _AHEAD | _ARRANGE | _MOVE
    return any(node.lemma_ in planned for node in token.ancestors if node.pos_ == "VERB")


def is_done(token: Token) -> bool:
    """True for the day of what is over for certain: "since March", "drew crowds in March".

    A day that hangs on a noun of a past clause may lie ahead: "threatened to disrupt the convention in July".
    """
    if any(node.lower_ == "since" for node in _below_verb(token)):
        return True
    phrase = token.head if token.dep_ == "pobj" else token
    verb = phrase.head
    if (
        verb.pos_ != "VERB"
        or (verb.lemma_ in _FIXING and _has_object(verb))
        or (phrase != token and phrase.lower_ not in ("in", "on"))
    ):
        return False
    finite = verb.tag_ in ("VBD", "VBN") or verb.dep_ == "pcomp"
    return finite and verb_tense(verb) == "past"


def _has_object(verb: Token) -> bool:
    """True for "announced elections in May"; "was announced in May" and "announced in May that" tell when it was."""
    return any(child.dep_ == "dobj" for child in verb.children)


def _below_verb(token: Token) -> Iterator[Token]:
    """The words above ``token`` up to the next verb."""
    for node in token.ancestors:
        if node.pos_ in ("VERB", "AUX"):
            return
        yield node


def looks_ahead(token: Token) -> bool:
    """True for the day of what lies ahead by its noun: "a planned rally on Monday", "trails ahead of Monday's vote"."""
    node = token
    for _ in range(_STEPS):
        if node.pos_ in ("VERB", "AUX"):
            return False
        if node != token and any(child.dep_ == "amod" and child.lower_ in _UPCOMING for child in node.children):
            return True
        if node.lower_ == "ahead" or (node.lower_ == "before" and node.head.pos_ in ("VERB", "AUX")):
            return tense_of(node) in ("present", "future") or still_holds(node)
        if node.head == node:
            return False
        node = node.head
    return False


_APPOINTED = word_set("appointed")
#: Verbs whose object lies ahead in any tense but the pluperfect: "traders await Friday's figures".
_AWAIT = frozenset(("await", "expect", "anticipate", "face", "eye"))
_TAKE_PART = word_set("takes_part")
_READY_FOR = frozenset(("prepare", "ready", "wait", "brace", "gear", "head", "look", "eye", "campaign", "hope", "due"))
_TAKING_PART = frozenset(("at", "in", "for", "during", "before", "after", "to", "from"))
_BEFALLEN = word_set("befallen")
_COUNTED = word_set("counted")


def is_of_the_past(token: Token) -> bool:
    """True for the day of what has befallen by its noun: "the June attack", "Monday's ruling", "June exports fell"."""
    noun = token.head
    if token.dep_ not in ("compound", "poss", "nmod", "amod", "nummod", "npadvmod") or noun.pos_ != "NOUN":
        return False
    lemma = noun.lemma_.lower()
    if any(child.lower_ in ("a", "an") for child in noun.children):
        return False  # "a June verdict is likely"
    return lemma in _BEFALLEN or (lemma in _COUNTED and tense_of(noun) == "past")


def is_of_plan(token: Token) -> bool:
    """True for the day of a coming event: "will speak at Friday's meeting", "await Sunday's vote"."""
    event = token.head
    if token.dep_ not in ("poss", "compound", "nmod") or event.pos_ not in ("NOUN", "PROPN"):
        return False
    phrase = event.head if event.dep_ == "pobj" else event
    verb = phrase.head.head if phrase.head.lower_ in _PARTICLES else phrase.head
    if phrase == verb or _is_pluperfect(verb):
        return False
    if event.dep_ == "dobj" and verb.lemma_ in _AWAIT:
        return True
    if event.dep_ == "pobj" and phrase.lower_ == "for" and verb.lemma_ in _READY_FOR:
        return True
    if event.lemma_.lower() not in _APPOINTED:
        return False
    if event.dep_ == "dobj" and verb.lemma_ not in _TAKE_PART:
        return False
    if event.dep_ == "pobj" and phrase.lower_ not in _TAKING_PART:
        return False
    possible = event.dep_ == "nsubj" and any(child.lower_ in _WEAK_MODALS for child in verb.children)
    return tense_of(verb) == "future" or (possible and not any(child.lower_ == "have" for child in verb.children))


def _is_pluperfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d") for child in verb.children)


def is_told_of_being(token: Token) -> bool:
    """True for the day on which something is: "the vote is on Monday", "Monday is a holiday"."""
    phrase = token.head if token.dep_ == "pobj" and token.head.lower_ == "on" else token
    return phrase.dep_ in ("prep", "npadvmod", "attr", "nsubj") and phrase.head.lower_ in (
        "is",
        "are",
        "'s",
        "'re",
        "am",
    )


def is_moved(token: Token) -> bool:
    """True for the new day of what is put off: "postponed to Friday"."""
    verb = token.head.head
    verb = verb.head if verb.lower_ in _PARTICLES else verb
    return verb.pos_ == "VERB" and (verb.lemma_ in _MOVE or (verb.lemma_ in _MOVE_TO and token.head.lower_ == "to"))


def still_holds(token: Token) -> bool:
    """True after the perfect of what goes on: "has given him until Friday"; "until Friday he has refused" is over."""
    verb = next((node for node in token.ancestors if node.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.i > token.i:
        return False
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'ve") for child in verb.children)


def verb_tense(verb: Token) -> Tense:
    """The tense of a verb with its helpers; an infinitive takes it from what governs it."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    had = any(helper.lower_ in ("had", "'d") for helper in helpers)
    if verb.tag_ == "MD" or any(helper.lower_ in _MODALS for helper in helpers):
        return "past" if any(helper.lower_ == "have" for helper in helpers) else "future"
    if had:
        return "past"
    if any(helper.lower_ in _WEAK_MODALS for helper in helpers):
        return "present"
    if any(helper.lemma_ == "do" for helper in helpers):
        return "past" if any(helper.lower_ == "did" for helper in helpers) else "present"
    if verb.tag_ == "VB":
        return _infinitive_tense(verb)
    if verb.lemma_ in _ARRANGE or (verb.tag_ == "VBN" and (verb.lemma_ in _AWAITED or _is_set(verb))):
        return "future"
    if verb.tag_ == "VBD" or any(helper.tag_ in ("VBD", "VBN") or helper.lemma_ == "have" for helper in helpers):
        return "past"
    if verb.tag_ == "VBN":
        return "present" if helpers else "past"
    if verb.tag_ == "VBG":
        if verb.lemma_ == "end" and not helpers:
            return "future"
        if any(helper.tag_ in ("VBZ", "VBP") for helper in helpers):
            return "present"
        if verb.dep_ == "pcomp":
            return tense_of(verb.head)
        return verb_tense(verb.head) if verb.head != verb and verb.head.pos_ in ("VERB", "AUX") else ""
    return "present" if verb.tag_ in ("VBZ", "VBP") else ""


def _is_set(verb: Token) -> bool:
    """True for "set for Friday" and "set to meet", not for "a record set in May"."""
    return verb.lemma_ == "set" and any(
        child.dep_ == "xcomp" or (child.dep_ == "prep" and child.lower_ == "for") for child in verb.children
    )


def _infinitive_tense(verb: Token) -> Tense:
    governor = verb.head
    if governor == verb:
        return "future"
    before = governor.doc[governor.left_edge.i : governor.i + 1]
    if any(word.lower_ in _SINGLED_OUT for word in before):
        return tense_of(governor)
    if governor.lemma_ in _AHEAD:
        return "past" if any(word.lower_ == "had" for word in (*governor.lefts, *governor.head.lefts)) else "future"
    if governor.pos_ in ("VERB", "AUX"):
        return "future" if governor.lemma_ == "be" else verb_tense(governor)
    if governor.pos_ == "ADJ" and tense_of(governor) == "past":
        return "past"
    return "" if governor.pos_ == "NOUN" and tense_of(governor) == "past" else "future"
