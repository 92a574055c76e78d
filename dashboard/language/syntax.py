"""The parse of one passage as plain lists, and who is the subject, object or complement of what.

Everything here speaks of token indexes. Reading attributes once and then walking lists costs a small part of the
parse; asking spaCy's tokens again and again does not.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LENGTH, LOWER, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from dashboard.records import Span
from dashboard.vocabulary.word_sets import word_set

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
WRITINGS = word_set("writings")
#: Where a parse keeps its lists.
_KEPT = "chancery.words"
#: "The decision of Chad to leave": a step, which the words after "to" tell.
DECISIONS = frozenset({"decision", "move", "step", "choice", "resolve", "vote"})
#: After "by Chad" these tell to whom it is done.
_OF_DEED = frozenset({"of", "on", "against", "with", "from"})
#: Adverbs that serve as particles: "ordered home".
_ADVERBS = frozenset({"in", "out", "home", "back", "down", "off", "up"})
#: In "phoned Chad to thank it" it is not Chad that thanks.
_OWN_PURPOSE = frozenset({"promise", "phone", "telephone", "visit", "meet", "use", "summon", "recall", "contact"})
HOLDING = word_set("holding")
_TURNS_DOWN = word_set("turns_down")
CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl", "conj", "dep", "parataxis"})
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON"})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_ENDS = frozenset({"halt", "stop", "end", "brake"})
_DEEDS = word_set("deed_nouns")
_NO_DEEDS = word_set("no_deed_nouns")


@dataclass(frozen=True, slots=True)
class Words:
    """One parsed passage: parallel lists by token index. ``heads[i] == i`` at the root of a sentence."""

    doc: Doc
    lowers: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    entities: list[str]
    """The kind of named entity, "" outside one."""
    heads: list[int]
    children: list[list[int]] = field(repr=False)
    starts: list[int] = field(repr=False)
    """Offsets in the text of ``doc``."""
    sentences: list[tuple[int, int]] = field(repr=False)
    """Token ranges."""

    def __len__(self) -> int:
        return len(self.heads)

    def kids(self, i: int, *deps: str) -> list[int]:
        """The children of ``i`` that hang on it by one of ``deps``."""
        found = self.deps
        return [child for child in self.children[i] if found[child] in deps]

    def is_verb(self, i: int) -> bool:
        """True for a verb, also where it serves as a noun ("the sanctioning of") or an auxiliary stands alone."""
        return self.pos[i] in ("VERB", "AUX")

    def within(self, span: Span, offset: int) -> range:
        """The tokens of a range of the article's text, in which this passage starts at ``offset``."""
        return range(bisect_left(self.starts, span.start - offset), bisect_left(self.starts, span.end - offset))

    def subtree(self, i: int) -> list[int]:
        """``i`` and all below it, in order of the text."""
        found, queue = [], [i]
        while queue:
            here = queue.pop()
            found.append(here)
            queue.extend(self.children[here])
        return sorted(found)

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and what is joined to it by "and", "or" or a comma."""
        found = [i]
        for child in self.children[i]:
            if self.deps[child] == "conj":
                found.extend(self.conjuncts(child))
        return found

    def first_conjunct(self, i: int) -> int:
        """The head of the coordination that ``i`` is part of."""
        while self.deps[i] == "conj" and self.heads[i] != i:
            i = self.heads[i]
        return i


def read_words(doc: Doc) -> Words:
    """The parse of ``doc`` as lists, read once and kept with it for the finders that follow."""
    words = doc.user_data.get(_KEPT)
    if not isinstance(words, Words):
        words = doc.user_data[_KEPT] = _read(doc)
    return words


def _read(doc: Doc) -> Words:
    heads = (doc.to_array(HEAD).astype(np.int64) + np.arange(len(doc))).tolist()
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    lengths = doc.to_array(LENGTH).astype(np.int64) + doc.to_array(SPACY).astype(np.int64)
    words = Words(
        doc,
        column(doc, LOWER),
        [lemma.lower() for lemma in column(doc, LEMMA)],
        column(doc, TAG),
        column(doc, POS),
        column(doc, DEP),
        column(doc, ENT_TYPE),
        heads,
        children,
        (np.cumsum(lengths) - lengths).tolist(),
        _sentences(doc),
    )
    _mend(words)
    return words


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    firsts = np.flatnonzero(doc.to_array(SENT_START).astype(np.int64) == 1).tolist()
    if len(doc) and firsts[:1] != [0]:
        firsts.insert(0, 0)
    return list(itertools.pairwise([*firsts, len(doc)]))


def column(doc: Doc, attribute: int) -> list[str]:
    """One attribute (of ``spacy.attrs``) of each token: whole columns are read faster than token by token."""
    values = doc.to_array(attribute).tolist()
    names = {value: doc.vocab.strings[value] for value in set(values)}
    return [names[value] for value in values]


def _mend(words: Words) -> None:
    """Reads a noun after "to" as the verb it is ("offered to host talks"), which the tagger sometimes misses."""
    for i, lower in enumerate(words.lowers):
        if lower == "to" and words.deps[i] == "aux" and words.pos[words.heads[i]] in ("NOUN", "PROPN", "ADJ"):
            head = words.heads[i]
            words.pos[head], words.tags[head], words.lemmas[head] = "VERB", "VB", words.lowers[head]
        elif words.tags[i] in ("VBN", "VBD") and words.deps[i] == "amod":
            _mend_verb(words, i)
        elif words.deps[i] == "acl" and words.tags[i] in ("VBN", "VBD"):
            _mend_participle(words, i)
        elif lower in _OF_DEED and words.deps[i] == "prep" and words.pos[words.heads[i]] == "PROPN":
            _mend_deed(words, i)
        elif lower == "by" and words.deps[i] == "prep" and words.deps[words.heads[i]] == "pobj":
            _mend_by(words, i)
        elif lower == "to" and words.deps[i] in ("prep", "dative") and i and words.lemmas[i - 1] in _ENDS:
            _mend_end(words, i)
        elif words.deps[i] == "compound" and words.heads[i] == i + 1 and words.tags[i + 1] in ("VBZ", "VBD", "VBP"):
            _mend_subject(words, i)
        elif words.entities[i] == "PERSON" and words.deps[i] in ("pobj", "appos"):
            _mend_person(words, i)


def _mend_subject(words: Words, i: int) -> None:
    """Reads "Peru mistreats its minority" as what it is where the parser takes the name for a part of the verb."""
    verb = i + 1
    if words.pos[i] == "PROPN" and words.is_verb(verb) and not words.kids(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
        words.deps[i] = "nsubj"


def _mend_person(words: Words, i: int) -> None:
    """Makes Kim who acts in "on Friday Kim left" and "at the site Kim left", where the parser joins him to the day."""
    if words.tags[i + 1 : i + 2] not in (["VBD"], ["VBZ"]):
        return
    verb = words.heads[i + 1] if words.deps[i + 1] in ("aux", "auxpass") else i + 1
    if words.kids(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
        return
    days = [child for child in words.kids(i, "compound", "nmod") if words.entities[child] == "DATE"]
    over = words.heads[i]
    if not days and (words.deps[i] == "pobj" or words.deps[over] != "pobj"):
        return
    if days:
        _hang(words, days[-1], over, "pobj")
    _hang(words, i, verb, "nsubjpass" if words.deps[i + 1] == "auxpass" else "nsubj")


def _hang(words: Words, i: int, head: int, dep: str) -> None:
    words.children[words.heads[i]].remove(i)
    words.heads[i], words.deps[i] = head, dep
    words.children[head] = sorted([*words.children[head], i])


def _mend_end(words: Words, i: int) -> None:
    """Hangs "to" on the noun in "ordered a halt to imports", where the parser hangs it on the verb."""
    verb = words.heads[i]
    if words.deps[i - 1] == "dobj" and words.heads[i - 1] == verb:
        words.children[verb].remove(i)
        words.heads[i] = i - 1
        words.children[i - 1] = [*words.children[i - 1], i]


def _mend_by(words: Words, i: int) -> None:
    """Hangs "by" on the deed in "the recall of its envoy by Chad", where the parser hangs it on the envoy."""
    if not any(words.entities[o] in _NAMED or words.pos[o] == "PRON" for o in words.kids(i, "pobj")):
        return
    deed = words.heads[i]
    while words.deps[deed] == "pobj" and words.deps[words.heads[deed]] == "prep":
        deed = words.heads[words.heads[deed]]
        if words.pos[deed] == "NOUN" and _is_deed(words.lemmas[deed]):
            words.children[words.heads[i]].remove(i)
            words.heads[i] = deed
            words.children[deed] = sorted([*words.children[deed], i])
            return


def _is_deed(lemma: str) -> bool:
    return lemma in _DEEDS or (lemma.endswith(("sion", "tion", "ment", "sal", "wal", "ure")) and lemma not in _NO_DEEDS)


def _mend_deed(words: Words, i: int) -> None:
    """Hangs "of" on the deed in "the recall by Chad of its envoy", where the parser hangs it on the doer."""
    doer = words.heads[i]
    by = words.heads[doer]
    if words.deps[doer] != "pobj" or words.lowers[by] != "by" or words.deps[by] not in ("prep", "agent"):
        return
    if words.entities[doer] != "GPE" and words.tags[i + 1 : i + 2] not in (["PRP$"], ["CD"]):
        return  # "by the Bank of Chad"
    words.children[doer].remove(i)
    words.heads[i] = words.heads[by]
    words.children[words.heads[by]] = sorted([*words.children[words.heads[by]], i])


def _mend_verb(words: Words, i: int) -> None:
    """Reads "The force bombed camps" as a sentence where the parser takes "bombed" for what kind of camps they are."""
    head = words.heads[i]
    if words.deps[head] != "ROOT" or words.pos[head] not in ("NOUN", "PROPN") or head < i:
        return
    doers = [
        child
        for child in words.kids(i, "nsubj", "npadvmod")
        if words.pos[child] in ("NOUN", "PROPN") and child < i and "-" not in words.lowers[child:i]
    ]
    if not doers:
        return
    words.pos[i], words.tags[i], words.deps[i], words.heads[i] = "VERB", "VBD", "ROOT", i
    words.deps[doers[-1]], words.deps[head], words.heads[head] = "nsubj", "dobj", i
    words.children[head].remove(i)
    words.children[i].append(head)


def _mend_participle(words: Words, i: int) -> None:
    """Reads "The three called on Chad to go" as a sentence where the parser takes "called" for what kind of three."""
    head = words.heads[i]
    known = any(words.lowers[c] in ("the", "all", "these") for c in words.children[head] if c < head)
    if (
        words.deps[head] != "ROOT"
        or words.pos[head] not in ("NOUN", "NUM", "PROPN")
        or not known
        or words.kids(i, "agent")
    ):
        return
    calls = words.lemmas[i] == "call" and any(words.lowers[p] in ("on", "upon", "for") for p in words.kids(i, "prep"))
    if not calls and not words.kids(i, "ccomp", "dobj"):
        return
    words.tags[i], words.deps[i], words.heads[i] = "VBD", "ROOT", i
    words.deps[head], words.heads[head] = "nsubj", i
    words.children[head].remove(i)
    words.children[i] = sorted([head, *words.children[i]])


def subject(words: Words, i: int, *, depth: int = 0) -> int | None:
    """The head token of who does ``i``: its own subject, the agent of a passive, or the one it inherits."""
    own = _own_subject(words, i)
    if own is not None:
        return own
    if is_passive(words, i):
        return agent(words, i)
    return _inherited(words, i, depth)


def _own_subject(words: Words, i: int) -> int | None:
    # of two subjects ("Old foes Greece and Peru have") the one beside the verb is meant
    for child in reversed(words.children[i]):
        if words.deps[child] in SUBJECTS:
            if words.lowers[child] in RELATIVE_PRONOUNS and words.deps[i] in ("relcl", "acl", "ccomp", "advcl"):
                return words.heads[i] if words.pos[words.heads[i]] in NOUN_TAGS else child
            return child
    return None


def _inherited(words: Words, i: int, depth: int) -> int | None:
    head, dep = words.heads[i], words.deps[i]
    if head == i or depth > 6:
        return None
    if dep == "conj":
        passive = patient(words, head) if is_passive(words, head) and not is_passive(words, i) else None
        shared = subject(words, head, depth=depth + 1)
        return shared if shared is not None and passive is None else passive
    if dep == "xcomp" or (dep in ("advcl", "ccomp") and not _own_subject(words, i)):
        if is_passive(words, head):
            return patient(words, head)
        objects = words.kids(head, "dobj", "dative") if dep == "xcomp" else []
        if objects and words.pos[objects[0]] in NOUN_TAGS and words.lemmas[head] not in _OWN_PURPOSE:
            return objects[0]
        return subject(words, head, depth=depth + 1)
    if dep == "pcomp":
        return _of_preposition(words, head, depth)
    if dep in ("acl", "relcl") and words.pos[head] in NOUN_TAGS:
        if words.tags[i] == "VBG" and words.lemmas[head] in WRITINGS:
            return None if words.lemmas[words.heads[head]] in _TURNS_DOWN else possessor(words, head, depth + 1)
        if words.tags[i] == "VBG":
            return head
        return None if words.tags[i] == "VBN" else possessor(words, head, depth + 1)
    return None


def _of_preposition(words: Words, preposition: int, depth: int) -> int | None:
    """Who does the gerund after a preposition: "accused Iran of arming", "was accused of arming"."""
    head = words.heads[preposition]
    if words.pos[head] in NOUN_TAGS:
        return possessor(words, head, depth + 1)
    if is_passive(words, head):
        return patient(words, head)
    objects = words.kids(head, "dobj")
    if objects and words.lowers[preposition] in ("of", "for", "from", "into", "against"):
        return objects[0]
    return subject(words, head, depth=depth + 1)


def possessor(words: Words, noun: int, depth: int = 0) -> int | None:
    """Who makes the act that a noun names: "Japan's refusal", "the refusal by Japan", "made an offer"."""
    for child in words.children[noun]:
        if words.deps[child] == "poss":
            return child
    links = ("by", "from", "of") if words.lemmas[noun] in DECISIONS else ("by", "from")
    for child in words.children[noun]:
        if words.deps[child] in ("prep", "agent") and words.lowers[child] in links:
            objects = words.kids(child, "pobj")
            if objects:
                return objects[0]
    head = words.heads[noun]
    if words.deps[noun] in ("dobj", "attr", "oprd") and words.is_verb(head) and depth < 6:
        return subject(words, head, depth=depth + 1)
    return None


def is_passive(words: Words, i: int) -> bool:
    """True for "was expelled", "to be expelled" and for "sanctions imposed by": what stands before is the patient."""
    if words.tags[i] not in ("VBN", "VBD"):
        return False
    kids = [words.deps[child] for child in words.children[i]]
    if "nsubjpass" in kids or "auxpass" in kids:
        return True
    if words.tags[i] == "VBN" and words.deps[i] == "acl" and "nsubj" not in kids:
        return True
    if "agent" in kids and "dobj" not in kids and "nsubj" not in kids:
        return True
    return (
        words.deps[i] == "conj"
        and "nsubj" not in kids
        and "aux" not in kids
        and is_passive(words, words.heads[i])
        and words.tags[i] == "VBN"
        and "dobj" not in kids
    )


def agent(words: Words, i: int) -> int | None:
    """The one after "by" of a passive."""
    said_of = [low for child in words.kids(i, "oprd", "acomp") for low in words.kids(child, "agent", "prep")]
    for child in (*words.children[i], *said_of):  # "is considered unfair by Chad"
        if words.deps[child] == "agent" or (words.deps[child] == "prep" and words.lowers[child] == "by"):
            objects = words.kids(child, "pobj")
            if objects:
                return objects[0]
    return None


def particle(words: Words, i: int) -> str:
    """The word that makes a verb of its own of ``i``: "called in", "ordered home"; "" for none."""
    for child in words.children[i]:
        if words.deps[child] == "prt" or (words.deps[child] == "advmod" and words.lowers[child] in _ADVERBS):
            return words.lowers[child]
    return ""


def verb_phrase(words: Words, i: int) -> str:
    """The verb of a dictionary with its particle: "call off"."""
    return f"{words.lemmas[i]} {particle(words, i)}".rstrip()


def patient(words: Words, i: int) -> int | None:
    """What a passive verb is done to."""
    for child in words.children[i]:
        if words.deps[child] in PASSIVE_SUBJECTS:
            if words.lowers[child] in RELATIVE_PRONOUNS and words.deps[i] == "relcl":
                return words.heads[i]
            return child
    head, dep = words.heads[i], words.deps[i]
    if dep == "acl" and words.pos[head] in NOUN_TAGS:
        return head
    if dep in ("conj", "xcomp") and head != i:
        if is_passive(words, head):
            return patient(words, head)
        return subject(words, head, depth=3)
    return None


def objects_of(words: Words, i: int) -> list[int]:
    """What ``i`` is done to: direct objects, the subject of a passive, the head of a relative clause."""
    if is_passive(words, i):
        found = patient(words, i)
        extra = words.kids(i, "dobj", "oprd")
        return ([found] if found is not None else []) + extra
    found_objects = words.kids(i, "dobj", "obj", "attr")
    if not found_objects:  # "sealed off the port": the parser hangs the port on "off"
        found_objects = [item for particle in words.kids(i, "prt") for item in words.kids(particle, "pobj")]
    if found_objects:
        return [
            words.heads[i]
            if words.lowers[child] in RELATIVE_PRONOUNS and words.deps[i] == "relcl" and words.pos[child] == "PRON"
            else child
            for child in found_objects
        ]
    if words.deps[i] == "relcl" and _own_subject(words, i) not in (None, words.heads[i]):
        return [words.heads[i]]
    return []


def prepositions_of(words: Words, i: int) -> list[tuple[str, int]]:
    """Each (preposition, head of what stands after it) that hangs on ``i``, in order; "out of" counts as "of"."""
    found: list[tuple[str, int]] = []
    for child in words.children[i]:
        if words.deps[child] in ("prep", "agent", "dative") and words.pos[child] in ("ADP", "SCONJ", "ADV", "VERB"):
            _after(words, child, found)
        elif words.deps[child] in ("advmod", "prt") and child > i:
            for below in words.kids(child, "prep"):
                _after(words, below, found)
    return found


def is_afterthought(words: Words, i: int) -> bool:
    """True for a participle after a comma, which adds to the whole sentence and not to its condition."""
    edge = words.doc[i].left_edge.i
    return words.deps[i] == "advcl" and words.tags[i] == "VBG" and edge > 0 and words.lowers[edge - 1] == ","


def _after(words: Words, preposition: int, found: list[tuple[str, int]]) -> None:
    for child in words.children[preposition]:
        if words.deps[child] in ("pobj", "pcomp"):
            found.append((words.lowers[preposition], child))
        elif words.deps[child] == "prep" or (words.deps[child] == "conj" and words.pos[child] == "ADP"):
            _after(words, child, found)
