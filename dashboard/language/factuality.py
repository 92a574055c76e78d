"""Whether what a verb tells is told as a fact or plan; not what is only asked, feared, disputed or left undone."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.language import syntax
from dashboard.language.parties import Parties
from dashboard.language.syntax import DECISIONS, Words
from dashboard.language.whose import ITSELF
from dashboard.vocabulary.word_sets import word_set

IF = frozenset({"if", "unless", "should", "lest", "provided", "providing"})
#: What these verbs tell is asked or denied, not told.
_DOUBTS = frozenset({"ask", "wonder", "inquire", "enquire", "deny"})
#: Before a clause that tells no fact: purpose, question, what one is kept from.
_NOT_TOLD = frozenset({"whether", "to", "against", "from", "without", "instead"})
#: What one calls or writes in order to say: here a purpose is a fact.
SPOKEN = frozenset({"DEMAND", "WARN", "CONDEMN", "PRAISE", "SAY"})
#: What states say of one another, and what only states do.
_SPEAKS = frozenset({"DEMAND", "CALL_FOR", "WARN", "CONDEMN", "ACCUSE", "THREATEN", "DENY", "PRAISE", "INSIST"})
_SAYING = _SPEAKS | {"SAY"}
_BY_STATES = _SPEAKS | {"SUMMON", "RECALL", "EXPEL", "PROTEST"}
#: What a government does at home: "summoned in Ankara", "denied in Kiev".
JUDGED = frozenset(
    {"SUMMON", "JUDGE", "DENY", "DENY_CLAIM", "CONDEMN", "PRAISE", "REJECT", "OPPOSE", "SUPPORT", "SEE", "PROTEST"}
)
#: What a participle behind them tells is a fact: "the sanctions imposed by Chad".
_DEALT_WITH = frozenset(
    {"SANCTION", "MEASURE", "DIPLOMAT", "PROTEST", "PROPOSAL", "CLAIM", "AGREEMENT", "RESOLUTION", "AID", "MEETING"}
    | {"ASSAULT_NOUN", "TROOPS", "DEMAND", "CONDEMN", "CONCERN", "VESSEL", "DEED", "TIES"}
)
#: With "have" these tell what did not come about, but for what one would have liked.
_UNREAL = frozenset({"would", "could", "might", "'d"})
_WISHES = frozenset({"WANT", "PRAISE", "SUPPORT", "FELT"})
_HEARSAY = word_set("hearsay")
#: Before these a gerund tells what was done: "answered by recalling its envoy", "spoke after meeting him".
_DONE = frozenset({"by", "after", "on", "upon"})
#: Clauses after these, in the present, tell what has not come about: "before the parties so request".
_NOT_YET = frozenset({"before", "until", "till", "once"})
_PRESENT = frozenset({"VB", "VBP", "VBZ"})
#: Verbs that with "to" tell what somebody must do: "Israel has to halt", "needs to halt".
_DUTY = frozenset({"have", "need"})
#: What somebody is said to have done or to want, by those who say so: no deed of his.
ALLEGED = frozenset({"ACCUSE", "WRONG", "DENY", "CONCERN", "DEMAND", "BASELESS"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How the verbs of one passage are told; ``tags`` holds the word classes of each token."""

    words: Words
    tags: list[frozenset[str]]
    parties: Parties

    def of(self, i: int) -> tuple[bool, int | None]:
        """Whether what verb ``i`` tells is told as a fact or plan, and the head token of who says so, if anyone."""
        words, sayer = self.words, None
        if self._never_came(i):
            return False, None
        for _ in range(12):
            dep, head = words.deps[i], words.heads[i]
            if self._names_a_thing(i):
                return True, sayer
            if dep == "relcl":
                return self._is_told_beside(i), sayer
            if dep == "acl" and self._is_alleged(i):
                return False, sayer
            if head == i or dep in ("parataxis", "dep"):
                return True, sayer
            if dep == "conj":
                above = self.resumed(i)
                i = head if above is None else above
            elif dep in ("ccomp", "advcl") and self._stands_apart(i):
                return True, sayer
            elif dep == "ccomp" and (self._reports(head) or self._is_fronted(i)):
                if sayer is None:
                    sayer = syntax.subject(words, head)
                i = head
            elif dep == "advcl":
                return self._is_told_around(i), sayer
            elif dep == "xcomp" and self._is_hearsay(head):
                i = head
            elif dep == "acl":
                tells = words.tags[i] in ("VBG", "VBD", "VBZ", "VBP") or self.decision(i) is not None
                return tells or self._is_done_by(i), sayer
            elif dep == "pcomp" and words.lowers[head] == "with" and words.kids(i, "nsubj"):
                return words.tags[i] in ("VBG", "VBN"), sayer
            elif dep == "xcomp" and self.decision(i) is not None:
                i = head
            elif dep == "pcomp" and words.lowers[head] in _DONE and words.tags[i] == "VBG":
                i = words.heads[head]
                helped = any(words.tags[c] == "MD" for c in words.children[i])
                if helped or not words.is_verb(i) or words.kids(i, "neg"):
                    return False, sayer
            elif dep == "ccomp" and not words.is_verb(head):
                return bool(words.kids(i, "nsubj", "nsubjpass")) and not self.tags[head] & ALLEGED, sayer
            else:
                return words.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ", "ADP", "PROPN", "SCONJ"), sayer
        return False, None

    def is_fact(self, i: int) -> bool:
        """True for a verb whose deed is told as a fact or plan."""
        return self.of(i)[0]

    def is_no_deed(self, i: int) -> bool:
        """True for a duty and for what is only foreseen."""
        return self._is_a_duty(i) or self._is_expected(i)

    def resumed(self, i: int) -> int | None:
        """The verb of saying whose subject goes on at verb ``i``: "denied it was a spy and demanded his release".

        The parser hangs such a verb on the clause of what is said; nothing but a state or its people can do it.
        """
        words, first = self.words, self.words.first_conjunct(i)
        if not self.tags[i] & _BY_STATES or words.deps[first] != "ccomp" or words.kids(i, "nsubj", "nsubjpass", "mark"):
            return None
        above, subject = words.heads[first], syntax.subject(words, first)
        if subject is None or not words.is_verb(above) or not self.tags[above] & _SAYING:
            return None
        if not self._is_like(above, i):
            return None
        stated = words.lemmas[first] == "be" or syntax.is_passive(words, first)
        spoken = bool(self.tags[i] & _SPEAKS)
        return above if not self.parties.joint_actors(subject) or (stated and spoken) else None

    def decision(self, i: int) -> int | None:
        """The decision of which the infinitive ``i`` tells: "its decision to quit", "its decision is to quit"."""
        words, head = self.words, self.words.heads[i]
        if words.tags[i] != "VB" or not any(words.lowers[c] == "to" for c in words.kids(i, "aux")):
            return None
        if words.deps[i] == "xcomp" and words.lemmas[head] == "be":
            head = next(iter(words.kids(head, "nsubj")), head)
        if words.lemmas[head] not in DECISIONS or words.pos[head] != "NOUN":
            return None
        # "a decision to quit" may be one that nobody took
        known = any(words.deps[c] == "poss" or words.lowers[c] in ("the", "this") for c in words.children[head])
        return head if known else None

    def _is_told_beside(self, i: int) -> bool:
        """True for a relative clause that tells more of what it hangs on, and does not only say which is meant."""
        words, head = self.words, self.words.heads[i]
        if any(words.lowers[c] == "when" for c in words.kids(i, "advmod")):
            return True
        if syntax.subject(words, i) == head and not self.parties.is_text(head):
            edge = words.doc[i].left_edge.i
            return edge > 0 and words.lowers[edge - 1] in (",", "-", "--", "–", "—")
        return not self._only_tells_which(i) and not self._is_alleged(i)

    def _is_told_around(self, i: int) -> bool:
        """True for a clause of time, reason or contrast; not for a purpose, a condition or what is yet to come."""
        words, head = self.words, self.words.heads[i]
        marks = {words.lowers[c] for c in words.kids(i, "mark", "advmod", "aux", "prep") if c < i}
        conveys = "LIGHT" in self.tags[i] and "SUMMON" in self.tags[head]
        spoken = conveys or (bool(self.tags[i] & SPOKEN) and words.lemmas[i] != "agree")
        untold = _NOT_TOLD - {"to"} if spoken else _NOT_TOLD
        if marks & (IF | untold) or words.lowers[head] == "long":
            return False
        return not (marks & _NOT_YET and self._is_present(i))

    def _never_came(self, i: int) -> bool:
        """True for "a plan under which they would have called for talks"; not for "which it would have liked"."""
        words = self.words
        helpers = {words.lowers[c] for c in words.kids(i, "aux")}
        if self._was_to_have(i):
            return True
        return (
            "have" in helpers
            and not _UNREAL.isdisjoint(helpers)
            and words.deps[i] in ("relcl", "advcl", "ccomp")
            and not self.tags[i] & _WISHES
        )

    def _was_to_have(self, i: int) -> bool:
        """True for both verbs of "were to have met"."""
        words = self.words
        planned = words.heads[i] if words.deps[i] == "xcomp" else i
        if words.lowers[planned] not in ("was", "were"):
            return False
        return any(
            {words.lowers[a] for a in words.kids(c, "aux")} >= {"to", "have"} for c in words.kids(planned, "xcomp")
        )

    def _names_a_thing(self, i: int) -> bool:
        """True for "called" of "in protest at what it called a provocation": the name that is given is a judgement."""
        words = self.words
        if not self.tags[i] & {"JUDGE", "SAY"} or words.deps[i] not in ("pcomp", "ccomp", "pobj", "dobj"):
            return False
        if words.kids(i, "neg") or not words.kids(i, "nsubj"):
            return False
        return words.lowers[words.doc[i].left_edge.i] == "what" and words.deps[words.heads[i]] in ("prep", "agent")

    def _is_like(self, verb: int, other: int) -> bool:
        """True when both are told in the same tense, and ``other`` without a helping verb of its own."""
        words = self.words
        helpers = [words.lowers[c] for c in words.kids(other, "aux", "auxpass")]
        if helpers:
            return helpers in (["has"], ["have"]) and words.tags[verb] in _PRESENT
        return words.tags[other] == words.tags[verb] in ("VBD", "VBZ", "VBP")

    def _is_a_duty(self, i: int) -> bool:
        """True for "Israel has to halt the raid", which tells no deed of Israel's; not for "had to halt"."""
        words = self.words
        if words.lemmas[i] not in _DUTY or words.tags[i] not in _PRESENT:
            return False
        return any(words.lowers[a] == "to" for c in words.kids(i, "xcomp") for a in words.kids(c, "aux"))

    def _is_expected(self, i: int) -> bool:
        """True for "parliament is expected to approve the plan": what the reporter foresees, unlike a meeting."""
        words, head = self.words, self.words.heads[i]
        foreseen = words.deps[i] == "xcomp" and words.lemmas[head] == "expect" and syntax.is_passive(words, head)
        return foreseen and not self.tags[i] & {"MEET", "VISIT", "TALK_VERB", "RECEIVE"}

    def _is_alleged(self, i: int) -> bool:
        """True for "the charge that Qatar supports it", which the parser may take for a relative clause."""
        words, head = self.words, self.words.heads[i]
        marked = any(words.lowers[c] == "that" for c in words.kids(i, "mark"))
        return marked and words.pos[head] == "NOUN" and bool(self.tags[head] & ALLEGED)

    def _is_present(self, i: int) -> bool:
        """True for a verb in the present tense, by itself or by its first auxiliary."""
        words = self.words
        helpers = words.kids(i, "aux", "auxpass")
        return words.tags[helpers[0] if helpers else i] in _PRESENT

    def _is_done_by(self, i: int) -> bool:
        """True for "the sanctions imposed by Chad" and "the flights, cut by Chad"; not for "men trained by Chad"."""
        words = self.words
        if words.tags[i] != "VBN" or syntax.agent(words, i) is None:
            return False
        edge = words.doc[i].left_edge.i
        return bool(self.tags[words.heads[i]] & _DEALT_WITH) or words.lowers[edge - 1] == ","

    def _stands_apart(self, i: int) -> bool:
        """True for a sentence of its own that the parser hangs on the one after a semicolon."""
        words, head = self.words, self.words.heads[i]
        if not words.kids(i, "nsubj", "nsubjpass") or words.kids(i, "mark"):
            return False
        return ";" in words.lowers[min(head, i) : max(head, i)]

    def _only_tells_which(self, i: int) -> bool:
        """True for "the resolutions it voted for": who "it" is stands in a clause that only says which are meant."""
        subject, edge = syntax.subject(self.words, i), self.words.doc[i].left_edge.i
        return subject is not None and self.words.lowers[subject] in ITSELF and self.words.lowers[edge - 1] != ","

    def _is_fronted(self, i: int) -> bool:
        """True for what stands before its verb, a comma between: "Spain had refused, he recalled"."""
        words, head = self.words, self.words.heads[i]
        subject = next((s for s in words.kids(head, "nsubj")), None)
        if words.lemmas[head] in _DOUBTS or words.kids(head, "neg"):
            return False
        return subject is not None and i < subject and "," in words.lowers[i:subject]

    def _is_hearsay(self, verb: int) -> bool:
        """True for "is said to", "is understood to": what follows is told of the subject."""
        words = self.words
        told = "SAY" in self.tags[verb] or words.lemmas[verb] in _HEARSAY
        return told and syntax.is_passive(words, verb) and not words.kids(verb, "neg", "agent")

    def _reports(self, verb: int) -> bool:
        """True for "said", not for "did not say" or "denied"."""
        if "SAY" not in self.tags[verb] or self.words.kids(verb, "neg"):
            return False
        return not any(self.words.lowers[c] in ("whether", "if") for c in self.words.children[verb])
