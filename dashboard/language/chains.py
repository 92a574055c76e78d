"""Chains of meaning: from a predicate down through its complements, each word with the classes it belongs to.

"Russia threatened to impose a ban on Georgian wine" gives, among others, the chain threaten > impose > ban > on > wine.
Modal verbs and negation stand before their verb as WILL, MAY, MUST and NOT; a clause whose subject is another actor
than the one who speaks begins with OTHER, one about a thing with THING, a passive without a doer with PASS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.language import syntax
from dashboard.language.syntax import Words
from dashboard.vocabulary.phrases import ABOUT, WordClasses

MAX_NODES = 14
MAX_CHAINS = 60

_MODALS = {
    "will": "WILL", "would": "WILL", "shall": "WILL", "'ll": "WILL", "'d": "WILL", "wo": "WILL",
    "may": "MAY", "might": "MAY", "could": "MAY", "can": "CAN", "ca": "CAN",
    "must": "MUST", "should": "MUST", "ought": "MUST",
}  # fmt: skip
_NEVER = frozenset({"not", "n't", "never", "no", "nor", "neither", "hardly", "nothing", "none", "nobody"})
#: With "of" and "about" these name what the words are about.
_SAYS = frozenset({"say", "add", "remark", "comment", "note", "write", "observe"})
_AGAIN = frozenset({"again", "more", "ever"})
_ENVOY = frozenset({"COMPLAINT_OBJ", "DIPLOMAT"})
#: How "no" and "neither" hang on their noun.
_DENIES = ("det", "neg", "preconj", "cc")
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd", "acomp", "attr", "dobj", "obj", "pobj", "pcomp", "dative"})
_DEMANDING = frozenset({"DEMAND", "ORDER", "OFFER", "CALL_FOR", "INSIST"})
#: Verbs of going somewhere, whose aim counts.
_GOING = frozenset({"fly", "travel", "arrive", "go", "come", "leave", "depart", "head", "return", "journey"})
#: Beside a verb of going these tell its aim: "arrived seeking to mediate".
_TRYING = frozenset({"seek", "hope", "try", "aim", "attempt", "look"})
_SINGULAR = frozenset({"it", "he", "she"})
#: With these before it a noun is one's own: "told its army to leave".
OWN = frozenset({"its", "his", "her", "their", "our", "my"})
#: Said to others, as in "said no to the plan": the parser takes them for interjections.
_ANSWERS = frozenset({"no", "yes"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
#: With these verbs the subject does what follows, whatever stands between.
_SUBJECT_CONTROL = frozenset({"promise", "take", "use", "make", "give", "have", "hold", "send", "spend", "need"})
#: Who is given so much time to do something must do it.
_SPANS = frozenset({"hour", "day", "week", "fortnight", "month", "year", "deadline", "time", "ultimatum", "minute"})
_NOMINAL_CLAUSES = frozenset({"acl", "relcl", "ccomp"})
#: Prepositions that only say when or under what circumstances.
_ADJUNCT = frozenset(
    {"after", "before", "during", "amid", "despite", "until", "since", "following", "ahead"}
    | {"while", "because", "upon", "without", "throughout", "within", "instead"}
)

#: In the passive these are done by others to those who speak.
BY_OTHERS = frozenset({"CONDEMN", "ACCUSE", "WARN", "THREATEN", "DEMAND", "PRAISE"})
_JUDGED = frozenset({"BAD", "GOOD"})
#: How a word hangs on the verb that judges by it, and what may stand between it and its "not".
_JUDGING = frozenset({"acomp", "oprd"})
_SLIGHT = frozenset({"RB", "FW", "IN", ",", "``", "''", "JJ"})
_DONE_TO = BY_OTHERS | {"WRONG", "BULLY"}
#: Prefixes that turn a word around: "anti-constructive".
_CONTRARY = frozenset({"anti", "non", "un", "counter"})

Whose = Callable[[int], str]
"""What the subject at a token is to the actor of the chain: SELF, OTHER or THING."""


@dataclass(frozen=True, slots=True)
class Node:
    """One link of a chain: a token, or what is known of its clause (``tags`` of one class then)."""

    token: int
    tags: frozenset[str]


Chain = tuple[Node, ...]


def word_tags(words: Words, classes: WordClasses) -> list[frozenset[str]]:
    """For each token the classes of the word, and of the listed phrase whose head it is."""
    tags = [classes.of_word(words.lowers[i], words.lemmas[i], words.pos[i]) for i in range(len(words))]
    for start, end, name in classes.find_phrases(words.lowers, words.lemmas):
        if _tells_when(words, end - 1):
            continue
        heads = [i for i in range(start, end) if not start <= words.heads[i] < end or words.heads[i] == i]
        # "called home Ambassador X": the parser may take "home" for a part of the name
        head = start if start in heads and words.is_verb(start) else max(heads)
        if words.pos[head] == "ADP" and words.pos[end - 1] == "NOUN":
            tags[end - 1] |= {name}  # "out of the question": a chain holds the classes of nouns, not of prepositions
        tags[head] |= {name}
        if words.lowers[start] in ("charge", "chargé") and end - start == 2:
            tags[start] = frozenset()  # the chargé d'affaires brings no charge
    for i in range(2, len(words)):
        if words.lowers[i - 1] == "-" and words.lowers[i - 2] in _CONTRARY and "GOOD" in tags[i]:
            tags[i] = tags[i] - {"GOOD"} | {"BAD"}
    for i, dep in enumerate(words.deps):
        verb = words.heads[i]
        if dep == "prt":
            tags[verb] = classes.of_phrasal(words.lemmas[verb], words.lowers[i]) or tags[verb]
        elif dep == "mark" and asks_for(words, verb):
            tags[words.heads[verb]] |= classes.of_phrasal(words.lemmas[words.heads[verb]], "for")
        elif i > verb + 1 and words.is_verb(verb) and dep in ("advmod", "prep") and not _tells_when(words, i):
            tags[verb] |= classes.of_phrasal(words.lemmas[verb], words.lowers[i])
    return tags


def _tells_when(words: Words, i: int) -> bool:
    """True for "on" of "called on Monday"."""
    return words.deps[i] == "prep" and any(words.doc[o].ent_type_ in ("DATE", "TIME") for o in words.kids(i, "pobj"))


def asks_for(words: Words, clause: int) -> bool:
    """True for "to leave" of "called for all troops to leave", which the parser takes for a clause beside its verb."""
    return words.deps[clause] == "advcl" and any(words.lowers[m] == "for" for m in words.kids(clause, "mark"))


def _begins(short: Chain, long: Chain) -> bool:
    """True when ``long`` starts with ``short``; chains share the nodes that they share."""
    return len(short) <= len(long) and all(one is other for one, other in zip(short, long, strict=False))


class Chains:
    """The chains of one passage for one actor."""

    def __init__(self, words: Words, tags: list[frozenset[str]], whose: Whose) -> None:
        self._words, self._tags, self._whose = words, tags, whose

    def of_predicate(self, i: int) -> list[Chain]:
        """Chains that start at verb ``i``, which the actor does."""
        return list(self._limited(self._clause(i, "", 0)))

    def of_noun(self, i: int) -> list[Chain]:
        """Chains that start at noun ``i``, which the actor makes ("Japan's protest")."""
        return list(self._limited(self._noun(i, 0)))

    def of_content(self, i: int) -> list[Chain]:
        """Chains that start at the head ``i`` of what the actor says."""
        say = Node(i, frozenset({"SAY"}))
        return [(say, *chain) for chain in self._limited(self._complement(i, "", 0))]

    def of_bidding(self, i: int) -> list[Chain]:
        """Chains that start at an imperative ``i``: what others must do."""
        bid = (Node(i, frozenset({"SAY"})), Node(i, frozenset({"OTHER"})), Node(i, frozenset({"MUST"})))
        return [(*bid, *chain) for chain in self._limited(self._clause(i, "", 0))]

    @staticmethod
    def _limited(chains: Iterator[Chain]) -> Iterator[Chain]:
        """The first chains, those left out that only begin the next one: what they tell, the longer one tells too."""
        held: Chain | None = None
        for _, chain in zip(range(MAX_CHAINS), chains, strict=False):
            if held is not None and not _begins(held, chain):
                yield held
            held = chain
        if held is not None:
            yield held

    def _node(self, i: int) -> Node:
        words = self._words
        own = {words.lemmas[i], words.lowers[i]}
        if words.pos[i] == "PROPN":
            if self._whose(i) == "OTHER":
                own.add("STATE")
            # "Dmitri Petrov, the Russian consul", "Ambassador Petrov"
            own.update(*(self._tags[c] & _ENVOY for c in words.kids(i, "appos", "compound")))
        elif words.pos[i] == "NUM":
            own.add("NUMBER")
        elif any(words.lowers[c] in OWN for c in words.kids(i, "poss")):
            own.add("OWN")
        return Node(i, self._tags[i] | own)

    def _mark(self, i: int, name: str) -> Node:
        if name not in ABOUT:
            return Node(i, frozenset({name}))
        own = f"PASS&{self._whose(i)}" if name == "PASS" else name
        return Node(i, frozenset({name, own, *(f"{name}&{each}" for each in self._tags[i])}))

    def _clause(self, i: int, marker: str, depth: int, subject: int | None = None) -> Iterator[Chain]:
        head: list[Node] = []
        if marker:
            head.append(self._mark(i if subject is None else subject, marker))
        head += self._auxiliaries(i)
        head.append(self._node(i))
        start = tuple(head)
        yield start
        if depth >= MAX_NODES:
            return
        for branch in self._branches(i, depth + len(start)):
            yield (*start, *branch)
        duty = self._duty(i) if marker and marker != "SELF" else None
        if duty is not None:
            told = (head[0], Node(i, frozenset({"MUST"})))
            for branch in self._clause(duty, "", depth + len(told)):
                yield (*told, *branch[1:])

    def _duty(self, i: int) -> int | None:
        """What others "have to" and "need to" do, where ``i`` is "have"; None for other verbs and with a negation."""
        words = self._words
        if words.lemmas[i] not in ("have", "need") or words.kids(i, "dobj", "neg"):
            return None
        return next((c for c in words.kids(i, "xcomp") if self._is_infinitive(c)), None)

    def _is_infinitive(self, i: int) -> bool:
        first = next(iter(self._words.kids(i, "aux", "auxpass")), i)
        return self._words.lowers[first] == "to"

    def _auxiliaries(self, i: int) -> list[Node]:
        """The marks that stand before verb ``i``: modal, demanded ("that Iran stop"), infinitive, negation."""
        words = self._words
        found: list[Node] = []
        negated = False
        if self._is_subjunctive(i):
            found.append(Node(i, frozenset({"MUST"})))
        for child in words.children[i]:
            dep, lower = words.deps[child], words.lowers[child]
            if dep == "aux" and lower in _MODALS and not self._opens_condition(child):
                # "Must have written" and "should have asked" ask for nothing.
                if _MODALS[lower] != "MUST" or all(words.lowers[c] != "have" for c in words.kids(i, "aux")):
                    found.append(Node(child, frozenset({_MODALS[lower]})))
            elif dep == "aux" and lower == "to":
                found.append(Node(child, frozenset({"TO"})))
            elif dep == "neg" or (dep in ("advmod", "preconj") and (lower in _NEVER or self._is_no_longer(child))):
                negated = not negated
        own = [c for c in words.children[i] if words.deps[c] in ("nsubj", "nsubjpass", "dobj", "attr", "expl")]
        for child in own:
            # "nothing but praise" denies nothing
            denies = words.lowers[child] in ("nothing", "none", "nobody") and words.lowers[child + 1 : child + 2] != [
                "but"
            ]
            if denies or any(
                words.lowers[k] in ("no", "neither") for k in words.children[child] if words.deps[k] in _DENIES
            ):
                negated = not negated
        if negated or self._is_neither(i):
            found.append(Node(i, frozenset({"NOT"})))
        return found

    def _is_neither(self, i: int) -> bool:
        """True for "expelled" in "had not warned or expelled anybody": both are denied."""
        words, first = self._words, self._words.heads[i]
        if words.deps[i] != "conj" or not words.is_verb(first) or words.kids(i, "nsubj", "nsubjpass", "aux", "neg"):
            return False
        either = any(words.lowers[c] in ("or", "nor") for c in words.kids(first, "cc"))
        return either and bool(words.kids(first, "neg"))

    def _is_subjunctive(self, i: int) -> bool:
        """True for "stop" of "demanded that Iran stop" and for "insists that they be freed"."""
        words = self._words
        if words.deps[i] != "ccomp" or not self._tags[words.heads[i]] & _DEMANDING or words.kids(i, "aux"):
            return False
        if any(words.lowers[c] == "be" for c in words.kids(i, "auxpass")):
            return True
        subjects = words.kids(i, "nsubj")
        alone = any(words.tags[c] in ("NN", "NNP") or words.lowers[c] in _SINGULAR for c in subjects)
        plain = words.tags[i] == "VBP" and words.lowers[i] == words.lemmas[i] != "be"
        return words.tags[i] == "VB" or (plain and alone and not words.kids(subjects[0], "conj"))

    def _opens_condition(self, modal: int) -> bool:
        """True for "should Chad attack", which asks for nothing."""
        words = self._words
        subjects = words.kids(words.heads[modal], "nsubj", "nsubjpass", "expl")
        return words.lowers[modal] == "should" and any(modal < subject for subject in subjects)

    def _is_no_longer(self, i: int) -> bool:
        """True for "no longer" and "never again", where the negation hangs on the adverb."""
        words = self._words
        if words.lowers[i] == "longer":
            return bool(words.kids(i, "neg", "advmod", "det"))
        return words.lowers[i] in _AGAIN and any(words.lowers[c] in _NEVER for c in words.children[i])

    def _branches(self, i: int, depth: int) -> Iterator[Chain]:
        words = self._words
        passive = syntax.is_passive(words, i)
        if passive:
            patient = syntax.patient(words, i)
            if patient is not None and patient == words.heads[i]:
                yield from self._bare_noun(patient)
            elif patient is not None:
                yield from self._conjoined(patient, depth, self._noun)
        elif words.deps[i] == "relcl" or words.deps[i] == "acl":
            for target in syntax.objects_of(words, i):
                if target == words.heads[i]:
                    yield from self._bare_noun(target)
        for child in words.children[i]:
            dep = words.deps[child]
            if dep in ("prep", "agent", "dative") and words.pos[child] in ("ADP", "SCONJ", "ADV", "PART", "VERB"):
                if dep != "agent" and not self._is_topic(i, child):
                    yield from self._preposition(child, depth)
            elif words.lemmas[i] in syntax.HOLDING and "SUPPORT" in self._tags[child] and self._is_theirs(child):
                # "had Japan's support", "enjoys the backing of Japan": others support
                yield from ((self._mark(child, "OTHER"), *chain) for chain in self._noun(child, depth))
            elif dep in _COMPLEMENTS or self._is_complement(i, child) or words.lowers[child] in _ANSWERS:
                yield from self._conjoined(child, depth, self._complement_of(i))
            elif dep in ("advmod", "npadvmod"):
                if self._tags[child]:
                    yield (self._node(child),)
                for further in words.kids(child, "prep"):
                    yield from self._preposition(further, depth)

    def _is_topic(self, verb: int, link: int) -> bool:
        """True for "of" in "'Never,' he said of the demand": what the words are about, not what they say."""
        words = self._words
        return words.lemmas[verb] in _SAYS and words.lowers[link] in ("of", "about")

    def _is_complement(self, verb: int, clause: int) -> bool:
        """True for a clause beside ``verb`` that says what it is about."""
        words = self._words
        return asks_for(words, clause) or self._is_aim(verb, clause)

    def _is_aim(self, verb: int, child: int) -> bool:
        """True for what one "came to do", "flew to Oslo hoping to do": the verb before it says little."""
        words = self._words
        little = "LIGHT" in self._tags[verb] or words.lemmas[verb] in _GOING
        if words.deps[child] != "advcl" or not little:
            return False
        aimed = words.tags[child] == "VBG" and words.lemmas[child] in _TRYING and words.kids(child, "xcomp")
        return child > verb and bool(aimed or any(words.lowers[c] == "to" for c in words.kids(child, "aux")))

    def _complement_of(self, verb: int) -> Callable[[int, int], Iterator[Chain]]:
        """Expands a complement of ``verb``: in "urge Iran to stop" it is Iran that stops."""
        words = self._words

        def expand(child: int, depth: int) -> Iterator[Chain]:
            timed = self._gives_time(verb)
            objects = words.kids(verb, "dative", "dobj") if words.deps[child] == "xcomp" or timed else []
            if not objects and words.deps[child] == "xcomp" and syntax.is_passive(words, verb):
                objects = [p for p in (syntax.patient(words, verb),) if p is not None]
            if not objects and words.deps[child] == "xcomp" and self._tags[verb] & _DEMANDING:
                objects = [o for p in words.kids(verb, "prep") if p < child for o in words.kids(p, "pobj")]
            if objects and (words.lemmas[verb] not in _SUBJECT_CONTROL or timed):
                yield from self._complement(child, self._whose(objects[0]), depth, objects[0])
            else:
                yield from self._complement(child, "", depth)

        return expand

    def _gives_time(self, verb: int) -> bool:
        """True for "gave Chad until Sunday", "a week", "48 hours" to do something."""
        words = self._words
        if words.lemmas[verb] != "give":
            return False
        beside = [c for c in words.children[verb] if words.deps[c] in ("dobj", "npadvmod", "obj", "dative")]
        until = any(words.lowers[p] in ("until", "till") for p in words.kids(verb, "prep"))
        return until or any(words.lemmas[c] in _SPANS for c in beside)

    def _complement(self, i: int, marker: str, depth: int, subject: int | None = None) -> Iterator[Chain]:
        words = self._words
        if words.pos[i] in ("VERB", "AUX"):
            if not marker:
                marker, subject = self._own_subject(i)
            yield from self._clause(i, marker, depth, subject)
            return
        own = words.kids(i, "nsubj", "nsubjpass")
        if own:
            mark = self._mark(own[0], self._whose(own[0]))
            for chain in self._noun(i, depth + 1):
                yield (mark, *chain)
            return
        yield from self._noun(i, depth)

    def _own_subject(self, i: int) -> tuple[str, int | None]:
        words = self._words
        for child in words.children[i]:
            if words.lowers[child] in _RELATIVE and words.deps[i] in ("relcl", "acl"):
                return "", None
            if words.deps[child] in ("nsubj", "csubj"):
                return self._who_is_to(i, child), child
            if words.deps[child] in ("nsubjpass", "csubjpass"):
                doer = syntax.agent(words, i)
                if doer is not None:
                    return self._whose(doer), doer
                return ("SELF" if self._whose(child) == "SELF" and not self._is_done_to(i) else "PASS"), child
        if words.deps[i] == "conj" and words.is_verb(words.heads[i]):
            return self._own_subject(words.heads[i])
        return "", None

    def _is_done_to(self, verb: int) -> bool:
        """True for "we were criticised", which others did; not for "we are pleased"."""
        return bool(self._tags[verb] & _DONE_TO) and "FELT" not in self._tags[verb]

    def _who_is_to(self, verb: int, subject: int) -> str:
        """Whose the subject is; in "expected the president to go" another's, unless he is called "its president"."""
        words, whose = self._words, self._whose(subject)
        if whose == "THING" and words.lemmas[verb] == "be" and self._is_to_be_done(verb):
            return "PASS"
        wanted = whose == "SELF" and words.pos[subject] == "NOUN" and words.deps[verb] == "ccomp"
        if wanted and any(words.lowers[c] == "to" for c in words.kids(verb, "aux")):
            return "SELF" if any(words.lowers[c] in OWN for c in words.kids(subject, "poss")) else "OTHER"
        return whose

    def _is_to_be_done(self, be: int) -> bool:
        """True for "are" of "loans are to be frozen"."""
        return any(syntax.is_passive(self._words, c) for c in self._words.kids(be, "xcomp"))

    def _conjoined(self, i: int, depth: int, expand: Callable[[int, int], Iterator[Chain]]) -> Iterator[Chain]:
        yield from expand(i, depth)
        for child in self._words.children[i]:
            if self._words.deps[child] == "conj":
                yield from self._conjoined(child, depth, expand)

    def _preposition(self, i: int, depth: int) -> Iterator[Chain]:
        words = self._words
        against = words.lowers[i] == "against" and words.is_verb(words.heads[i])
        passed = not against and words.lowers[i] != "by"
        link = Node(i, frozenset({words.lowers[i], "PREP"} if passed else {words.lowers[i]}))
        yield (link,)
        if words.lowers[i] == "because":
            for blamed in self._blamed(i):
                yield (link, Node(blamed, frozenset({"OTHER"})), self._node(blamed))
        if words.lowers[i] in _ADJUNCT or any(words.lowers[c] == "instead" for c in words.kids(i, "advmod")):
            return
        for child in words.children[i]:
            if words.deps[child] == "conj" and words.pos[child] == "ADP":
                yield from self._preposition(child, depth)
            elif words.deps[child] in ("pobj", "pcomp", "amod", "acomp"):
                for branch in self._conjoined(child, depth + 1, lambda c, d: self._complement(c, "", d)):
                    yield (link, *branch)
            elif words.deps[child] == "prep":
                for branch in self._preposition(child, depth + 1):
                    yield (link, *branch)

    def _blamed(self, because: int) -> Iterator[int]:
        """The faults of others to which something is put down: "because of Chad's refusal"."""
        words = self._words
        links = [because, *words.kids(because, "prep", "pcomp")]
        for fault in (o for link in links for o in words.kids(link, "pobj")):
            if "FAULT" in self._tags[fault] and self._is_theirs(fault):
                yield fault

    def _is_theirs(self, noun: int) -> bool:
        """True for "Chad's refusal", "Chadian aggression" and "the support of Chad", said by others."""
        words = self._words
        by = [
            o
            for p in words.kids(noun, "prep", "agent")
            if words.lowers[p] in ("of", "by")
            for o in words.kids(p, "pobj")
        ]
        return any(self._whose(each) == "OTHER" for each in (*words.kids(noun, "poss", "amod", "compound"), *by))

    def _is_turned(self, i: int) -> bool:
        """True for "illegal" in "called it not, as such, illegal", on whatever the parser hangs the "not"."""
        words, verb = self._words, self._words.heads[i]
        if words.deps[i] not in _JUDGING:
            return False
        before = i - 1
        while before > verb and words.tags[before] in _SLIGHT and words.lowers[before] != "not":
            before -= 1
        return words.lowers[before] == "not" and words.heads[before] != verb

    def _bare_noun(self, i: int) -> Iterator[Chain]:
        yield (self._node(i),)
        for child in self._words.children[i]:
            # Whether "the unilateral move announced by Chad" is one, others judge than Chad.
            if self._words.deps[child] in ("compound", "amod", "nmod") and self._tags[child] - _JUDGED:
                yield (self._node(i), Node(child, self._node(child).tags - _JUDGED))

    def _noun(self, i: int, depth: int) -> Iterator[Chain]:
        words = self._words
        no = any(words.lowers[c] in ("no", "neither") for c in words.children[i] if words.deps[c] in ("det", "neg"))
        skip = words.deps[i] in ("dobj", "attr", "nsubj", "nsubjpass")  # counted with the verb
        no = (no and not skip) or self._is_turned(i)
        start: Chain = (Node(i, frozenset({"NOT"})), self._node(i)) if no else (self._node(i),)
        if "FAULT" in self._tags[i] and self._is_theirs(i):
            yield (Node(i, frozenset({"OTHER"})), *start)
        yield start
        if depth >= MAX_NODES:
            return
        for child in words.children[i]:
            dep = words.deps[child]
            if dep in ("compound", "amod", "nmod", "npadvmod"):
                if self._tags[child]:
                    for branch in self._noun(child, depth + 1):
                        yield (*start, *branch)
            elif dep == "prep":
                for branch in self._preposition(child, depth + 1):
                    yield (*start, *branch)
            elif dep in _NOMINAL_CLAUSES or (dep in ("xcomp", "dobj") and words.pos[i] != "NOUN"):
                for branch in self._complement(child, "", depth + 1):
                    yield (*start, *branch)
            elif dep == "appos" and self._tags[child]:
                yield (*start, self._node(child))
