"""Where a reaction may be told: verbs, nouns and quoted words, with who is behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.language import syntax
from dashboard.language.chains import Chain, Chains, Whose, is_bare_gerund
from dashboard.language.encounters import find_encounters
from dashboard.language.parties import WE, Parties, codes, speaks_for_state, subject_of
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words
from dashboard.records import Actor, Quote, Span
from dashboard.vocabulary.reactions import load_phrases

IF = frozenset({"if", "unless", "should", "lest", "provided", "providing"})
_MODAL = frozenset({"WILL", "MAY", "CAN", "MUST"})
_SAYS = frozenset({"SAY"})
#: Classes of words that are said of people and states only.
_OF_PEOPLE = frozenset({"READY", "INTEND", "OPPOSE", "FELT"})
#: Before a clause that tells no fact: purpose, question, what one is kept from.
_NOT_TOLD = frozenset({"whether", "to", "against", "from", "without", "instead"})
#: What one calls or writes in order to say: here a purpose is a fact.
_SPOKEN = frozenset({"DEMAND", "WARN", "CONDEMN", "PRAISE", "SAY"})
#: Imperatives that ask nobody for anything.
_NO_BIDDING = frozenset(
    {"look", "let", "see", "remember", "believe", "bless", "suppose", "imagine", "say", "mark", "take", "consider"}
    | {"listen", "excuse", "note", "make", "welcome", "trust", "know", "think", "be", "do", "have", "add", "put"}
)
_ITSELF = frozenset({"it", "he", "she", "they", "itself", "himself", "themselves"})
#: Whom one wants, asks or tells to do something; and two states at once.
_OTHERS = frozenset({"them", "him", "her", "both", "two", "pair", "duo"})
_RELATED = frozenset({"neighbour", "neighbor", "ally", "partner", "counterpart", "rival", "friend", "foe", "enemy"})
_PLURAL_STATES = frozenset({"country", "side", "nation", "state", "party", "neighbour", "neighbor"})
#: Nouns of speech that tell a reaction of their owner: "Japan's protest", "drew criticism from Japan".
_NOUNS = frozenset(
    {"CONDEMN", "CONCERN", "WARN", "THREATEN", "PRAISE", "OPPOSE", "DENY", "REJECT", "PROTEST", "ACCUSE", "DEMAND"}
    | {"SUPPORT"}
)
#: Nouns whose clause tells what was done, with or without a comma: "a step that Paris called reckless".
_TELLING = frozenset(
    {"move", "step", "decision", "act", "action", "claim", "allegation", "charge", "measure", "statement", "idea"}
    | {"plan", "project", "verdict", "ruling", "offer", "proposal", "demand", "call", "appeal", "request", "warning"}
    | {"accusation", "assertion", "insinuation", "suggestion", "criticism", "view", "position", "complaint", "remark"}
    | {"comment", "threat", "report", "resolution", "notion", "initiative", "condition", "contention", "invitation"}
)
#: Verbs whose subject calls forth the reaction that is their object.
_DRAWS = frozenset(
    {"draw", "prompt", "spark", "trigger", "bring", "provoke", "meet", "face", "attract", "elicit", "receive"}
    | {"win", "get", "earn", "stir", "cause"}
)
#: What hangs on its head in these ways is no statement of its own.
_PARTS = frozenset(
    {"punct", "pcomp", "xcomp", "dobj", "pobj", "nsubj", "nsubjpass", "amod", "mark", "aux", "det", "cc"}
)
#: Before these a gerund tells what was done: "answered by recalling its envoy", "spoke after meeting him".
_DONE = frozenset({"by", "after", "on", "upon"})
_AROUND = frozenset({"amid", "amidst", "despite", "following", "with", "over", "at", "after", "because"})
#: Verbs whose subject comes from those named after "from": "support came from Ankara".
_COMES = frozenset({"come", "follow", "arrive", "pour", "flow"})


@dataclass(frozen=True, slots=True)
class Start:
    """A word from which chains are read, with those who speak or act there."""

    token: int
    actors: tuple[Actor, ...]
    chains: tuple[Chain, ...]
    quote: Quote | None = None


class Starts:
    """The places of one passage where a reaction may be told; ``tags`` holds the word classes of each token."""

    def __init__(
        self, passage: Passage, words: Words, tags: list[frozenset[str]], parties: Parties, quotes: list[Quote]
    ) -> None:
        self.passage, self.words, self.tags, self.parties, self.quotes = passage, words, tags, parties, quotes
        self.starts = [token.idx for token in passage.doc]

    def all(self) -> Iterator[Start]:
        """Every place that has somebody behind it: of verbs and nouns in reading order, then of quotations."""
        for i in range(len(self.words)):
            if self.words.pos[i] in ("VERB", "AUX"):
                start = self._verb(i)
            elif self.words.pos[i] in ("NOUN", "PROPN") and self.tags[i] & _NOUNS:
                start = self._noun(i)
            else:
                continue
            if start is not None:
                yield start
        yield from self._encounters()
        for quote in self.quotes:
            yield from self._quoted(quote)

    def _encounters(self) -> Iterator[Start]:
        """The nouns of meeting and agreement that tell who met or agreed with whom."""
        for i, actors in find_encounters(self.words, self.tags, self.parties, self._is_fact, self.doers):
            yield Start(i, actors, tuple(Chains(self.words, self.tags, self._whose(set(codes(actors)))).of_noun(i)))

    def of(self, verb: int, actors: tuple[Actor, ...]) -> Start:
        """The start at a verb whose doers are known from elsewhere."""
        chains = Chains(self.words, self.tags, self._whose(set(codes(actors)))).of_predicate(verb)
        return Start(verb, actors, tuple(chains))

    def _is_fact(self, verb: int) -> bool:
        return self.standing(verb)[0]

    def _verb(self, i: int) -> Start | None:
        spoken_of = self.tags[i] or self.words.lemmas[i] in load_phrases()
        if not spoken_of and not self.words.kids(i, "acomp", "attr", "ccomp", "xcomp"):
            return None
        subject = subject_of(self.words, i, felt="FELT" in self.tags[i])
        if subject is None:
            return None
        actors = self.doers(subject) or self._participle_doers(i)
        if not actors:
            return None
        told, sayer = self.standing(i)
        if not told:
            return None
        if sayer is not None:
            said_by = set(codes(self.doers(sayer)))
            if said_by & set(codes(actors)) or self.parties.speaks_for_no_state(sayer):
                return None
        chains = Chains(self.words, self.tags, self._whose(set(codes(actors)))).of_predicate(i)
        if sayer is not None and said_by:
            chains = [c for c in chains if not c[0].tags & _MODAL]
        return Start(i, actors, tuple(chains))

    def _participle_doers(self, i: int) -> tuple[Actor, ...]:
        """Who does the participle after a comma, when the parser hangs it too low: the subject of the sentence."""
        if not self.is_afterthought(i):
            return ()
        subject = syntax.subject(self.words, self.words.doc[i].sent.root.i)
        return self.doers(subject) if subject is not None else ()

    def doers(self, subject: int) -> tuple[Actor, ...]:
        """The states and bodies for which the subject with its head at ``subject`` acts."""
        actors = self.parties.joint_actors(subject)
        if not actors and self.parties.is_text(subject):
            actors = self.parties.owner(subject)
        public = self.parties.is_official(subject)
        return tuple(a for a in actors if speaks_for_state(a) and (public or a.kind != "unnamed"))

    def standing(self, i: int) -> tuple[bool, int | None]:
        """Whether what verb ``i`` tells is told as a fact or plan, and the head token of who says so, if anyone."""
        words, sayer = self.words, None
        for _ in range(12):
            dep, head = words.deps[i], words.heads[i]
            if dep == "relcl" and any(words.lowers[c] == "when" for c in words.kids(i, "advmod")):
                return True, sayer
            if dep == "relcl" and (syntax.subject(words, i) == head or words.lemmas[head] not in _TELLING):
                edge = self.words.doc[i].left_edge.i
                return edge > 0 and words.lowers[edge - 1] in (",", "-", "--", "–", "—"), sayer
            if head == i or dep in ("relcl", "parataxis", "dep"):
                return True, sayer
            if dep == "conj":
                i = head
            elif dep == "ccomp" and self._reports(head):
                if sayer is None:
                    sayer = syntax.subject(words, head)
                i = head
            elif dep == "advcl":
                if is_bare_gerund(words, i):
                    return False, sayer
                marks = [words.lowers[c] for c in words.kids(i, "mark", "advmod", "aux", "prep") if c < i]
                told = _NOT_TOLD - {"to"} if self.tags[i] & _SPOKEN else _NOT_TOLD
                return not any(mark in IF or mark in told for mark in marks), sayer
            elif dep == "acl":
                return words.tags[i] in ("VBG", "VBD", "VBZ", "VBP"), sayer
            elif dep == "pcomp" and words.lowers[head] in _DONE and words.tags[i] == "VBG":
                i = words.heads[head]
                if (
                    not words.is_verb(i)
                    or words.kids(i, "neg")
                    or any(words.tags[c] == "MD" for c in words.children[i])
                ):
                    return False, sayer
            elif dep == "ccomp" and not words.is_verb(head):
                return bool(words.kids(i, "nsubj", "nsubjpass")), sayer
            else:
                return words.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ", "ADP", "PROPN", "SCONJ"), sayer
        return False, None

    def _reports(self, verb: int) -> bool:
        """True for "said", not for "did not say" or "denied"."""
        if not self.tags[verb] & _SAYS or self.words.kids(verb, "neg"):
            return False
        return not any(self.words.lowers[c] in ("whether", "if") for c in self.words.children[verb])

    def _noun(self, i: int) -> Start | None:
        words = self.words
        head, dep = words.heads[i], words.deps[i]
        if dep == "ROOT":
            return self._misread(i)
        if not (
            (dep == "dobj" and words.lemmas[head] in _DRAWS)
            or dep in ("nsubj", "nsubjpass")
            or (dep in ("pobj", "conj") and (words.lowers[head] in _AROUND or self._is_because_of(head)))
        ):
            return None
        actors = tuple(actor for actor in self.parties.owner(i) if speaks_for_state(actor))
        if not actors and (dep == "dobj" or words.lemmas[head] in _COMES):
            actors = self._drawn_from(head)
        if not actors and dep == "pobj":
            actors = self._made_by(i)
        if not actors or (words.is_verb(head) and not self.standing(head)[0]):
            return None
        return Start(i, actors, tuple(Chains(words, self.tags, self._whose(set(codes(actors)))).of_noun(i)))

    def _is_because_of(self, i: int) -> bool:
        return self.words.lowers[i] == "of" and self.words.lowers[self.words.heads[i]] == "because"

    def _made_by(self, i: int) -> tuple[Actor, ...]:
        """Norway in "at the insistence of Norway"."""
        words = self.words
        makers = [o for p in words.kids(i, "prep") if words.lowers[p] == "of" for o in words.kids(p, "pobj")]
        return tuple(actor for o in makers for actor in self.parties.joint_actors(o) if speaks_for_state(actor))

    def _misread(self, i: int) -> Start | None:
        """ "Paris voiced regret", where the parser takes the verb for an adjective of its object."""
        words = self.words
        verbs = [c for c in words.kids(i, "amod") if words.tags[c] in ("VBN", "VBD", "JJ") and "LIGHT" in self.tags[c]]
        doers = [d for verb in verbs for d in words.kids(verb, "npadvmod", "nsubj", "compound")]
        actors = tuple(actor for d in doers for actor in self.doers(d))
        if not actors:
            return None
        return Start(i, actors, tuple(Chains(words, self.tags, self._whose(set(codes(actors)))).of_noun(i)))

    def _drawn_from(self, verb: int) -> tuple[Actor, ...]:
        """Japan in "has drawn anger from Japan"."""
        words = self.words
        places = [o for p in words.kids(verb, "prep") if words.lowers[p] == "from" for o in words.kids(p, "pobj")]
        return tuple(actor for o in places for actor in self.parties.joint_actors(o) if speaks_for_state(actor))

    def _quoted(self, quote: Quote) -> Iterator[Start]:
        actors = tuple(actor for actor in quote.speakers if speaks_for_state(actor))
        if not actors or not self._plainly_said(quote):
            return
        said_by = self._subject_of_cue(quote)
        if said_by and not set(codes(said_by)) & set(codes(actors)):
            return
        inside = [self._tokens(span) for span in quote.content]
        chains = Chains(self.words, self.tags, self._whose(set(codes(actors))))
        for tokens in inside:
            for i in tokens:
                head, dep = self.words.heads[i], self.words.deps[i]
                if (head == i or head not in tokens) and dep not in _PARTS:
                    for root in self._roots(i, tokens):
                        bids = quote.kind == "direct" and self._is_imperative(root)
                        told = chains.of_bidding(root) if bids else chains.of_content(root)
                        yield Start(root, actors, tuple(told), quote)

    def _is_imperative(self, i: int) -> bool:
        """True for "Step back" and "Let's stop", not for "Thank you", "Look" or "Make no mistake"."""
        words = self.words
        if words.lowers[i] == "let" and any(words.lowers[c] in ("'s", "’s", "us") for c in words.subtree(i)):
            return True
        plain = words.tags[i] == "VB" and words.lowers[i] not in _NO_BIDDING and "PRAISE" not in self.tags[i]
        return plain and not words.kids(i, "nsubj", "nsubjpass", "aux", "expl", "mark")

    def _subject_of_cue(self, quote: Quote) -> tuple[Actor, ...]:
        for i in self._tokens(quote.cue) if quote.cue else ():
            subject = subject_of(self.words, i) if self.words.is_verb(i) else None
            if subject is not None:
                return self.doers(subject)
        return ()

    def _plainly_said(self, quote: Quote) -> bool:
        """True when the cue adds no judgement of its own: "said", not "denied" or "warned against"."""
        if quote.cue is None or quote.kind == "direct":
            return True
        return any(self.tags[i] & _SAYS for i in self._tokens(quote.cue))

    def _roots(self, i: int, tokens: range) -> list[int]:
        """``i`` and the clauses beside it."""
        words, found = self.words, []
        if words.pos[i] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            found.append(i)
        for child in words.children[i]:
            if child in tokens and words.deps[child] in ("conj", "ccomp", "parataxis") and words.kids(child, "nsubj"):
                found += self._roots(child, tokens)
        return found

    def _tokens(self, span: Span) -> range:
        offset = self.passage.start
        return range(bisect_left(self.starts, span.start - offset), bisect_left(self.starts, span.end - offset))

    def _whose(self, own: set[str]) -> Whose:
        """What a subject is to those of the countries ``own``."""
        words, parties = self.words, self.parties

        def whose(i: int) -> str:
            lower = words.lowers[i]
            if lower in WE:
                return "SELF"
            if lower in _OTHERS:
                return "OTHER"
            named = set(codes(parties.joint_actors(i)))
            if named:
                return "SELF" if named & own else "OTHER"
            if lower in _ITSELF:
                return "THING" if lower == "it" and self._is_empty(i) else "SELF"
            if words.lemmas[i] in _PLURAL_STATES and words.tags[i] == "NNS":
                return "OTHER"
            if words.lemmas[i] in _RELATED:
                return "OTHER"
            if parties.is_official(i) or parties.is_person(i):
                return "SELF"
            return "THING"

        return whose

    def _is_empty(self, it: int) -> bool:
        """True for "it is unacceptable", not for "it is ready"."""
        head = self.words.heads[it]
        said_of = self.words.kids(head, "acomp", "attr")
        return self.words.lemmas[head] == "be" and not any(self.tags[c] & _OF_PEOPLE for c in said_of)

    def is_afterthought(self, i: int) -> bool:
        """True for a participle after a comma, which adds to the whole sentence and not to its condition."""
        words = self.words
        edge = words.doc[i].left_edge.i
        return words.deps[i] == "advcl" and words.tags[i] == "VBG" and edge > 0 and words.lowers[edge - 1] == ","
