"""What tells of a deed, a policy, a topic or a motive in the form of an attribution: "ordered Chad to leave"."""

from __future__ import annotations

from dashboard.language.attributions import ASKING, RELATIVES, Attribution, has_marks, has_to
from dashboard.language.lines import FINITE, STATES, Line, word_count
from dashboard.vocabulary.speech import Speech

MOTIVE_WORDS = 4
"""With at most so many words "citing health concerns" only says why something was done."""
THING_WORDS = 3
"""With at most so many words "promised planes" names a thing and tells no more of it."""
ATTITUDE_WORDS = 14
"""With at most so many words, no verb among them, a stance only names what it is about."""
TOPIC_WORDS = 5
"""With at most so many words, and no verb, what somebody speaks about is only named."""
PROTEST_WORDS = 16
"""With at most so many words, none of them a finite verb, a protest only names what it is about."""
_NOBODY = frozenset({"nobody", "none", "neither"})
_ANYBODY = frozenset({"few", "everyone", "everybody", "many", "most", "some", "people", "anyone", "others"})
"""With a thought, these are everybody, for whom the writer speaks."""
_IN_PASSING = frozenset({"relcl", "acl", "xcomp", "advcl", "pcomp"})
_SELVES = frozenset({"themselves", "itself", "himself", "herself"})
_SIDE_CLAUSES = frozenset({"relcl", "acl"})
_DUTIES = frozenset({"must", "should", "shall"})
_OF_TEXTS = frozenset({"object", "preposition", "preposition infinitive", "object infinitive"})
_OF_BACKGROUND = frozenset({"object", "preposition", "infinitive", "object infinitive", "gerund"})


def tells_no_words(line: Line, found: Attribution, speech: Speech) -> bool:
    """True where somebody did, wanted or thought something and no word of it is told; never with words in marks."""
    if found.cue is None or not found.content or has_marks(line, found):
        return False
    return (
        _is_order(line, found, speech)
        or _is_label(line, found)
        or _is_policy(line, found)
        or _is_background(line, found)
        or _is_of_text(line, found, speech)
        or _is_motive(line, found)
        or _names_a_thing(line, found, speech)
        or _is_open_question(line, found, speech)
        or _is_protest(line, found, speech)
        or _is_possible(line, found, speech)
        or _names_a_topic(line, found, speech)
        or _is_nobodys(line, found)
        or _is_a_paper(line, found, speech)
        or _bids(line, found, speech)
        or _is_estimation(line, found)
        or _is_touched_on(line, found, speech)
        or _was_planned(line, found)
    )


def is_bare_stance(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "opposes fresh sanctions", "paid tribute to the envoy": for or against what, and no reason."""
    if found.manner != "stance" or found.rule not in ("object", "idiom") or has_marks(line, found):
        return False
    if line.words.lemmas[found.at] in speech.words["positions"]:
        return False
    start, end = found.content[-1]
    return word_count(line, start, end) <= ATTITUDE_WORDS and not _holds_verb(line, start, end)


def _is_order(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "ordered Oslo to close its embassy", "told the envoy to go home": a deed, unlike "told Oslo to wait"."""
    if found.rule == "passive" and found.source is None and found.cue is not None:
        # "The crew was told to turn back": by whom is not told.
        is_told = found.cue.lemma in speech.words["ordering"] | {"tell"}
        return is_told and any(has_to(line, c) for c in line.words.kids(found.at, "xcomp"))
    if found.rule != "object infinitive" or found.cue is None:
        return False
    subject = found.cue.subject
    if found.cue.lemma == "tell" and subject is not None and line.words.lowers[subject] in speech.words["courts"]:
        return True
    if found.cue.lemma in speech.words["ordering"]:
        return True
    words, (start, end) = line.words, found.content[-1]
    verb = next((i for i in range(start, end) if words.tags[i] == "VB"), None)
    if verb is None or found.cue.lemma not in speech.words["sending"]:
        return False
    leaves = words.lemmas[verb] in speech.words["leaving"] or words.lowers[verb : verb + 2] in (
        ["go", "home"],
        ["get", "out"],
    )
    return leaves and any(words.lowers[i] in speech.deeds["recall"] for i in range(found.content[0][0], verb))


def _is_label(line: Line, found: Attribution) -> bool:
    """True for "the agents whom it called spies": which ones are meant, unlike "a move that Ankara called a trap"."""
    words = line.words
    if found.rule != "predicate" or words.deps[found.at] != "relcl":
        return False
    return words.lowers[line.left[words.heads[found.at]]] not in ("a", "an", "another")


def _is_policy(line: Line, found: Attribution) -> bool:
    """True for "Chad wants to avoid a war", "had hoped to sign": what a state aims at, or somebody once did."""
    if found.rule not in ("infinitive", "noun") or found.manner != "thought" or found.cue is None:
        return False
    if _is_past(line, found.at):
        return True
    subject = found.cue.subject
    return subject is not None and line.ents[subject] in STATES


def _is_background(line: Line, found: Attribution) -> bool:
    """True for "Chad, which had pressed for a cut", "Rao, who has backed it": what was before, in passing."""
    thought = found.rule == "clause" and found.manner == "thought"
    if found.rule not in _OF_BACKGROUND and not thought:
        return False
    if line.words.deps[found.at] != "relcl":
        return False
    words = line.words
    names_one = any(words.lowers[i] in RELATIVES for i in words.kids(found.at, "nsubj"))
    has = any(words.lowers[i] in ("has", "have") for i in words.kids(found.at, "aux"))
    return (has and names_one and found.rule == "object" and found.manner == "stance") or _is_past(line, found.at)


def _is_past(line: Line, verb: int) -> bool:
    return any(line.words.lowers[i] == "had" for i in line.words.kids(verb, "aux"))


def _is_of_text(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "a banner that called for freedom", "a motion condemning the raid": what a text is about."""
    words, text = line.words, line.words.heads[found.at]
    if found.rule not in _OF_TEXTS or found.cue is None or words.deps[found.at] not in _SIDE_CLAUSES:
        return False
    # "issued a statement condemning the raid", "denied it in a note that accused Rome": there the issuer is the source.
    if words.deps[text] == "pobj" and words.lowers[words.heads[text]] == "in":
        return False
    speaks = found.cue.subject == text or any(words.lowers[c] in RELATIVES for c in words.kids(found.at, "nsubj"))
    return speaks and words.lemmas[text] in speech.words["artifacts"] | speech.words["texts"]


def _is_motive(line: Line, found: Attribution) -> bool:
    """True for "banned the wine, citing health concerns": why it was done, in a word."""
    words = line.words
    if found.rule != "object" or words.lowers[found.at] != "citing" or words.deps[found.at] not in ("advcl", "xcomp"):
        return False
    start, end = found.content[-1]
    return word_count(line, start, end) <= MOTIVE_WORDS and not _holds_verb(line, start, end)


def _names_a_thing(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "promised planes", "confirmed the meeting": a thing, and nothing that is told of it."""
    if found.rule != "object" or found.cue is None or found.cue.lemma not in speech.words["giving"]:
        return False
    start, end = found.content[-1]
    return word_count(line, start, end) <= THING_WORDS and not _holds_verb(line, start, end)


def _is_open_question(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "is due to say whether", "must tell the house which": what is still to be said or found out."""
    words = line.words
    if found.rule not in ("clause", "rest") or found.cue is None or not _opens_question(line, found.content[0][0]):
        return False
    if found.cue.lemma in speech.words["asking"] | speech.words["explaining"]:
        return False
    if found.cue.lemma in speech.words["finding out"]:
        return True
    duty = any(words.lowers[i] in _DUTIES for i in words.kids(found.at, "aux"))
    # "went on to say why": there the infinitive is the statement itself.
    if has_to(line, found.at):
        return words.lemmas[words.heads[found.at]] != "go"
    # "barred from saying who", "without telling which"
    return duty or words.deps[found.at] == "pcomp"


def _opens_question(line: Line, start: int) -> bool:
    return line.words.tags[start] in ASKING or line.words.lowers[start] in ("whether", "if")


def _is_protest(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "protested against the raid", "lodged a protest at the raid": against what, and no reason."""
    words, (start, end) = line.words, found.content[-1]
    # "objected to remarks by the envoy, who ..."
    end = next((i for i in range(start, end - 1) if words.lowers[i] == "," and words.tags[i + 1] in ASKING), end)
    if found.cue is None or word_count(line, start, end) > PROTEST_WORDS or words.tags[start] == "VBG":
        return False
    if any(words.tags[i] in FINITE or words.tags[i] == "VB" for i in range(start, end)):
        return False
    if found.rule == "preposition":
        regrets = found.cue.lemma in ("apologize", "apologise")
        return regrets or (found.cue.lemma in speech.words["protesting"] and words.lowers[start - 1] != "for")
    lodged = found.rule == "object" and found.cue.lemma in speech.words["lodging"]
    nouns = words.kids(found.at, "dobj") if lodged else []
    return any(words.lemmas[i] in speech.words["protests"] for i in nouns)


def _names_a_topic(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "raised the issue of visas", "brought up the case of a reporter": what was spoken of."""
    if found.rule != "object" or found.cue is None or found.cue.lemma not in speech.words["raising"]:
        return False
    words = line.words
    # "raised the issue of visas, and arrests at the border": a list tells more.
    is_list = "," in words.lowers[slice(*found.content[-1])]
    return not is_list and any(words.lemmas[i] in speech.words["topics"] for i in words.kids(found.at, "dobj"))


def _is_nobodys(line: Line, found: Attribution) -> bool:
    """True for "No one has claimed the raid", "Neither side said": nobody said it; "few believe": the writer does."""
    subject = found.cue.subject if found.cue is not None else None
    if subject is None:
        return False
    words = line.words
    bare = not any(c > subject for c in words.children[subject])
    none = words.lowers[subject] in _NOBODY or any(
        words.lowers[c] in ("no", "neither") for c in words.children[subject]
    )
    return none or (found.manner == "thought" and bare and words.lowers[subject] in _ANYBODY)


def _is_a_paper(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "laid out a legal framework", "offered his first proposal": that it was put forward, no more."""
    if found.rule != "object" or found.cue is None or found.cue.lemma not in speech.words["presenting"]:
        return False
    words = line.words
    papers = [i for i in words.kids(found.at, "dobj") if words.lemmas[i] in speech.words["schemes"]]
    return bool(papers) and not _holds_verb(line, *found.content[-1])


def _bids(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "invited the three to join the bloc", "were invited to attend": a bidding, which the reporter tells."""
    if found.rule not in ("object infinitive", "passive") or found.cue is None:
        return False
    if found.cue.lemma not in speech.words["bidding"]:
        return False
    if found.rule == "passive":
        return found.source is None
    words, (start, end) = line.words, found.content[-1]
    verb = next((i for i in range(start, end) if words.tags[i] == "VB" and has_to(line, i)), None)
    return verb is not None and words.lemmas[verb] in speech.words["joining"]


def _is_estimation(line: Line, found: Attribution) -> bool:
    """True for what somebody takes something for, told in passing: "an area Oslo considers its own turf".

    So for "the two see themselves as partners".
    """
    if found.manner != "thought" or found.rule not in ("predicate", "object") or found.cue is None:
        return False
    words = line.words
    if words.deps[found.at] in _IN_PASSING:
        return True
    return any(words.lowers[i] in _SELVES for i in range(*found.content[0]))


def _is_touched_on(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "did not mention Rao", "brushed aside the complaint": a thing, and nothing told of it."""
    if found.rule != "object" or found.cue is None:
        return False
    start, end = found.content[-1]
    if _holds_verb(line, start, end):
        return False
    if found.cue.lemma in speech.words["mentioning"]:
        denied = any(line.words.lowers[i] in ("not", "n't", "n’t") for i in line.words.kids(found.at, "neg"))
        return denied or word_count(line, start, end) < THING_WORDS
    # "shrugged off the report as a rumour": there the reason is told.
    return found.cue.lemma in speech.words["waved off"] and "as" not in line.words.lowers[start:end]


def _was_planned(line: Line, found: Attribution) -> bool:
    """True for "planned to visit", "were planning to meet": what somebody was to do, as the reporter knows it."""
    if found.rule != "infinitive" or found.cue is None or found.cue.lemma != "plan":
        return False
    words = line.words
    return words.tags[found.at] == "VBD" or any(words.lowers[i] in ("was", "were") for i in words.kids(found.at, "aux"))


def _is_possible(line: Line, found: Attribution, speech: Speech) -> bool:
    """True for "a text that lets Chad say", "made it a crime to accuse": what could be said, by no one yet."""
    words, at, cue = line.words, found.at, found.cue
    if cue is None or words.tags[at] != "VB" or words.deps[at] not in ("ccomp", "xcomp", "advcl", "acl"):
        return False
    head = words.heads[at]
    if words.lemmas[head] in speech.words["letting"] and words.deps[at] in ("ccomp", "xcomp"):
        return cue.subject is not None and cue.subject > head
    judged = words.pos[head] in ("NOUN", "ADJ") and words.lemmas[words.heads[head]] == "make"
    return judged and has_to(line, at) and any(words.lowers[i] == "it" for i in words.kids(head, "nsubj"))


def _holds_verb(line: Line, start: int, end: int) -> bool:
    """True where a verb tells something; "a negotiated end", "a working dinner" only name a thing."""
    words = line.words
    return any(words.is_verb(i) and words.deps[i] not in ("amod", "compound") for i in range(start, end))


def is_dealing(line: Line, found: Attribution) -> bool:
    """True for "Chad wants the bloc to lift the ban": what a state aims at, unlike "the minister wants"."""
    if found.rule != "object infinitive" or found.manner != "thought" or found.cue is None or has_marks(line, found):
        return False
    return found.cue.subject is not None and line.ents[found.cue.subject] in STATES


def is_plan(line: Line, noun: int, start: int, speech: Speech) -> bool:
    """True for "its plan to leave", "the envoy's offer to stay": what is on the table; ``start`` is its first word."""
    words = line.words
    return words.lowers[start] == "to" and words.lemmas[noun] in speech.words["aims"] and line.quoted[start] < 0


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
