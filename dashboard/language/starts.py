"""Where a reaction may be told: verbs, nouns and quoted words, with who is behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.language import syntax
from dashboard.language.chains import OWN, Chain, Chains, Whose, is_bare_gerund
from dashboard.language.company import companions
from dashboard.language.documents import is_document, makers_of
from dashboard.language.encounters import find_encounters
from dashboard.language.parties import WE, Parties, codes, speaks_for_state, subject_of
from dashboard.language.sentences import Passage
from dashboard.language.sets import PAIR, pointed
from dashboard.language.syntax import DECISIONS, HOLDING, Words
from dashboard.language.targets import VAGUE, Memory, is_state
from dashboard.language.views import find_view
from dashboard.records import Actor, Quote, Span
from dashboard.vocabulary.reactions import load_phrases

IF = frozenset({"if", "unless", "should", "lest", "provided", "providing"})
_MODAL = frozenset({"WILL", "MAY", "CAN", "MUST"})
#: What others say that a state may do, or has left undone, is no word or deed of its own.
_UNPROVEN = _MODAL | {"NOT"}
_SAYS = frozenset({"SAY"})
#: What these verbs tell is asked or denied, not told.
_DOUBTS = frozenset({"ask", "wonder", "inquire", "enquire", "deny"})
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
_OF_OTHERS = frozenset({"his", "her", "their", "its", "your"})
_THEY = frozenset({"they", "he", "she"})
_YOU = frozenset({"you", "yourself", "yourselves"})
_ANY = frozenset({"any", "another", "other", "whichever", "whatever"})
_PLURAL_STATES = frozenset({"country", "side", "nation", "state", "party", "neighbour", "neighbor"})
#: Nouns of speech that tell a reaction of their owner: "Japan's protest", "drew criticism from Japan".
_NOUNS = frozenset(
    {"CONDEMN", "CONCERN", "WARN", "THREATEN", "PRAISE", "OPPOSE", "DENY", "REJECT", "PROTEST", "ACCUSE", "DEMAND"}
    | {"SUPPORT", "REACT"}
)
_UNDECIDED = frozenset({"possible", "eventual", "potential", "future", "reported"})
#: What is done to a decision that is not taken, or not yet.
_PUTS_OFF = frozenset(
    {
        "delay",
        "postpone",
        "defer",
        "consider",
        "mull",
        "weigh",
        "await",
        "reverse",
        "revoke",
        "rescind",
        "scrap",
        "drop",
    }
    | {"overturn", "cancel", "suspend", "reconsider", "review", "expect", "deny", "urge", "withdraw", "put"}
)
#: What a government does at home: "summoned in Ankara", "denied in Kiev".
_JUDGED = frozenset(
    {"SUMMON", "JUDGE", "DENY", "DENY_CLAIM", "CONDEMN", "PRAISE", "REJECT", "OPPOSE", "SUPPORT", "SEE", "PROTEST"}
)
#: "India was also urged": by whoever acted in the sentence before.
_ADDRESSED = frozenset({"DEMAND", "WARN", "CONDEMN", "ACCUSE", "ORDER"})
_ALSO = frozenset({"also", "too", "further", "furthermore", "moreover", "likewise", "again", "well", "additionally"})
#: Nouns that tell a deed of their owner: "Japan's expulsion of two envoys", "the recall by Japan of its envoy".
_DEEDS = frozenset({"EXPEL", "CUT", "BAN", "RECALL", "IMPOSE", "LIFT", "PULL_BACK", "SUMMON"})
_DONE_TO = frozenset({"of", "on", "against", "with"})
#: Under these a deed is asked for, feared or turned down, and not done.
_UNDONE = frozenset(
    {"DEMAND", "CALL_FOR", "WANT", "THREATEN", "CONSIDER", "WARN", "DENY", "INTEND", "OFFER"}
    | {"READY", "SUPPORT", "CONCERN"}
)
#: What a participle behind them tells is a fact: "the sanctions imposed by Chad".
_DEALT_WITH = frozenset(
    {"SANCTION", "MEASURE", "DIPLOMAT", "PROTEST", "PROPOSAL", "CLAIM", "AGREEMENT", "RESOLUTION", "AID", "MEETING"}
    | {"ASSAULT_NOUN", "TROOPS", "DEMAND", "CONDEMN", "CONCERN", "VESSEL", "DEED", "TIES"}
)
#: "Was the one that": what follows is told of the subject.
_ONES = frozenset({"one", "country", "state", "member", "nation", "government", "only", "first", "last"})
#: What an envoy is told to do by the state that sent him.
_HOMEWARD = frozenset({"come", "return", "fly", "report"})
#: With "have" these tell what did not come about, but for what one would have liked.
_UNREAL = frozenset({"would", "could", "might", "'d"})
_WISHES = frozenset({"WANT", "PRAISE", "SUPPORT", "FELT"})
#: In the passive these tell what somebody is said to do.
_HEARSAY = frozenset(
    {"understand", "believe", "think", "report", "rumour", "rumor", "expect", "know", "hear", "see", "schedule"}
    | {"slate", "book", "set", "tip", "reckon", "presume", "anticipate"}
)
#: With somebody and a time these set him a task.
_GRANTS = frozenset({"give", "grant", "allow", "leave"})
#: What states say of one another, and what only states do.
_SPEAKS = frozenset({"DEMAND", "CALL_FOR", "WARN", "CONDEMN", "ACCUSE", "THREATEN", "DENY", "PRAISE", "INSIST"})
_BY_STATES = _SPEAKS | {"SUMMON", "RECALL", "EXPEL", "PROTEST"}
#: Verbs whose subject calls forth the reaction that is their object.
_DRAWS = HOLDING | frozenset(
    {"draw", "prompt", "spark", "trigger", "bring", "provoke", "meet", "face", "attract", "elicit", "receive"}
    | {"win", "get", "earn", "stir", "cause", "arouse", "incur", "raise", "garner", "gain", "ignite", "unleash"}
    | {"invite", "encounter", "evoke", "excite", "find", "reap", "secure", "attract"}
)
#: Verbs whose subject somebody utters: "condemnation also came from Japan".
_COMES = frozenset({"come", "arrive", "follow", "emanate", "flow", "pour", "rain", "emerge", "sound", "arise", "issue"})
#: What hangs on its head in these ways is no statement of its own.
_PARTS = frozenset(
    {"punct", "pcomp", "xcomp", "dobj", "pobj", "nsubj", "nsubjpass", "amod", "mark", "aux", "det", "cc"}
)
#: After a noun of speech these tell at what it is aimed.
_AIMED = frozenset({"by", "from", "over", "at", "about", "against", "for", "to", "towards", "toward", "on"})
#: Before these a gerund tells what was done: "answered by recalling its envoy", "spoke after meeting him".
_DONE = frozenset({"by", "after", "on", "upon"})
#: Clauses after these, in the present, tell what has not come about: "before the parties so request".
_NOT_YET = frozenset({"before", "until", "till", "once"})
_PRESENT = frozenset({"VB", "VBP", "VBZ"})
#: Verbs that with "to" tell what somebody must do: "Israel has to halt", "needs to halt".
_DUTY = frozenset({"have", "need"})
#: What somebody is said to have done or to want, by those who say so: no deed of his.
_ALLEGED = frozenset({"ACCUSE", "WRONG", "DENY", "CONCERN", "DEMAND", "BASELESS"})
_CHARGES = frozenset({"ACCUSE", "CONDEMN"})
#: What no state does to its own envoys.
_AT_OTHERS = frozenset({"SUMMON", "EXPEL"})
_REASONS = frozenset({"because", "since", "as", "after", "when"})
_QUARRELS = frozenset({"argument", "dispute", "row", "quarrel", "question", "debate", "controversy", "speculation"})
#: What one person is to another; these speak for themselves.
_ADHERENTS = frozenset(
    {"supporter", "backer", "sympathiser", "sympathizer", "critic", "opponent", "admirer", "adherent", "loyalist"}
    | {"protester", "protestor", "demonstrator", "accuser", "detractor"}
)
_AROUND = frozenset({"amid", "amidst", "despite", "following", "with", "over", "at", "after", "because"})


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
        self,
        passage: Passage,
        words: Words,
        tags: list[frozenset[str]],
        parties: Parties,
        quotes: list[Quote],
        memory: Memory,
    ) -> None:
        self.passage, self.words, self.tags, self.parties, self.quotes = passage, words, tags, parties, quotes
        self.memory = memory
        self.starts = words.starts

    def all(self) -> Iterator[Start]:
        """Every place that has somebody behind it: of verbs and nouns in reading order, then of quotations."""
        for i in range(len(self.words)):
            if self.words.pos[i] in ("VERB", "AUX"):
                start = self._verb(i)
            elif self.words.pos[i] in ("NOUN", "PROPN") and self.tags[i] & _NOUNS:
                start = self._noun(i) or self._deed(i)
            elif self.words.pos[i] == "NOUN" and self.tags[i] & _DEEDS:
                start = self._deed(i)
            else:
                continue
            if start is not None:
                yield start
            viewed = self._viewed(i)
            if viewed is not None:
                yield viewed
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
        words = self.words
        opens = self.tags[i] or words.lemmas[i] in load_phrases()
        if not opens and not words.kids(i, "acomp", "attr", "ccomp", "xcomp"):
            return None
        subject = self._stirred(i)
        if subject is None:
            subject = self._called_home(i)
        if subject is None:
            above = self._resumed(i) if words.deps[i] == "conj" else None
            subject = subject_of(words, i if above is None else above, felt="FELT" in self.tags[i])
        decision, one = self._decision(words.first_conjunct(i)), self._one_that(i)
        if decision is not None:
            actors = self.parties.maker(decision) or self._made_by(decision)
        elif one is not None:
            actors = self.doers(one)
        elif subject is None:
            actors = self._unnamed_doers(i)
        else:
            actors = self._all_doers(i, subject) or self._participle_doers(i) or self._speakers(i)
        if not actors:
            return None
        told, sayer = self.standing(i)
        if not told or self._is_a_duty(i) or self._is_a_setting(i) or self._is_granted(i):
            return None
        if sayer is not None:
            said_by = set(codes(self.doers(sayer)))
            if said_by & set(codes(actors)) or self.parties.speaks_for_no_state(sayer):
                return None
        chains = Chains(self.words, self.tags, self._whose(set(codes(actors)))).of_predicate(i)
        if sayer is not None and said_by:
            chains = [c for c in chains if not c[0].tags & _UNPROVEN]
        return Start(i, actors, tuple(chains))

    def _is_a_duty(self, i: int) -> bool:
        """True for "Israel has to halt the raid", which tells no deed of Israel's; not for "had to halt"."""
        words = self.words
        if words.lemmas[i] not in _DUTY or words.tags[i] not in _PRESENT:
            return False
        return any(words.lowers[a] == "to" for c in words.kids(i, "xcomp") for a in words.kids(c, "aux"))

    def _is_a_setting(self, i: int) -> bool:
        """True for what only tells where or when: "said while visiting Oslo", "following the coup Chad intervened"."""
        words = self.words
        marks = [words.lowers[c] for c in words.kids(i, "mark", "advmod")]
        if words.lowers[i] == "following" and words.deps[i] in ("advcl", "prep"):
            return not words.kids(i, "nsubj", "aux") and words.lowers[words.doc[i].left_edge.i - 1] != ","
        return "VISIT" in self.tags[i] and words.deps[i] == "advcl" and words.tags[i] == "VBG" and "while" in marks

    def _viewed(self, i: int) -> Start | None:
        """What a thing is "for Paris", "in French eyes" or "how Paris put it": judged without a verb of saying."""
        found = find_view(self.words, self.tags, self.parties, self.doers, i)
        if found is None:
            return None
        actors, content = found
        chains = Chains(self.words, self.tags, self._whose(set(codes(actors)))).of_content(content)
        return Start(i, actors, tuple(c for c in chains if not any(node.tags & _MODAL for node in c)))

    def _stirred(self, i: int) -> int | None:
        """Japan in "angered Japan" and "Japan was angered by": who feels what the verb tells; None for other verbs."""
        if "STIRS" not in self.tags[i]:
            return None
        if syntax.is_passive(self.words, i):
            return syntax.patient(self.words, i)
        return next((o for o in self.words.kids(i, "dobj", "obj") if self.doers(o)), None)

    def _called_home(self, i: int) -> int | None:
        """The envoy whose own state acts, where it is not said who called him home: "Chad's envoy was recalled"."""
        words, tags = self.words, self.tags
        if not tags[i] & {"RECALL", "ORDER"} or not syntax.is_passive(words, i) or syntax.agent(words, i) is not None:
            return None
        told_home = any(words.lemmas[c] in _HOMEWARD for c in words.kids(i, "xcomp"))
        envoy = syntax.patient(words, i)
        if envoy is None or "COMPLAINT_OBJ" not in tags[envoy] or not (told_home or "RECALL" in tags[i]):
            return None
        return envoy

    def _all_doers(self, verb: int, subject: int) -> tuple[Actor, ...]:
        """Those for whom the subject acts, and those who do the same beside it."""
        found = {actor.country: actor for actor in self.doers(subject)}
        pair = len(found) > 1 and self._is_one_and_other(subject)
        if found and (pair or self.tags[verb] & _AT_OTHERS):
            # "A Russian draft was brushed aside by the two": Russia is none of the two.
            hurt = {code for o in syntax.objects_of(self.words, verb) for code in self._of_whom(o)}
            found = {code: actor for code, actor in found.items() if code not in hurt}
        for other in companions(self.words, verb, subject):
            for actor in self.parties.actors(other):
                if speaks_for_state(actor):
                    found.setdefault(actor.country, actor)
        return tuple(found.values())

    def _of_whom(self, noun: int) -> tuple[str, ...]:
        """The codes of those whose thing or envoy the noun names."""
        return codes((*self.parties.actors(noun), *self.parties.owner(noun)))

    def _speakers(self, verb: int) -> tuple[Actor, ...]:
        """Who says what ``verb`` introduces, where the subject alone does not tell."""
        said = [q for q in self.quotes if q.cue is not None and verb in self._tokens(q.cue)]
        return tuple(actor for quote in said[:1] for actor in quote.speakers if speaks_for_state(actor))

    def _unnamed_doers(self, i: int) -> tuple[Actor, ...]:
        """Who does the passive ``i`` that names no agent: "denied in Kiev", "urged in a note of Chad"."""
        words = self.words
        if not syntax.is_passive(words, i):
            return self._speakers(i)
        patient = syntax.patient(words, i)
        hurt = set(codes(self.parties.joint_actors(patient))) if patient is not None else set()
        for link in words.kids(i, "prep"):
            if words.lowers[link] != "in":
                continue
            for place in words.kids(link, "pobj"):
                if is_document(words, self.parties, place):
                    makers = makers_of(words, self.parties, place) or self._made_before(place)
                    return makers if not hurt & set(codes(makers)) else ()
                if self.tags[i] & _JUDGED and self._is_capital(place):
                    found = self.parties.actors(place)
                    owners = self.parties.owner(patient) if patient is not None else ()
                    return found if not set(codes(found)) & set(codes(owners)) else ()
        doers = self._speakers(i)
        if hurt and self.tags[i] & _ADDRESSED and any(words.lowers[c] in _ALSO for c in words.children[i]):
            doers = self._doers_above(i) or doers
        return doers if not hurt & set(codes(doers)) else ()

    def _doers_above(self, i: int) -> tuple[Actor, ...]:
        """Who does what the sentence before that of ``i`` tells."""
        first = self.words.doc[i].sent.start
        if not first:
            return self.memory.doers_before(self._place(i))
        root = self._root(first - 1)
        subject = syntax.subject(self.words, root)
        return self.doers(subject) if subject is not None else self._unnamed_doers(root)

    def _root(self, i: int) -> int:
        """The verb of the sentence of ``i``, also where the parser takes its subject for the root."""
        return self.words.heads[self.words.doc[i].sent.root.i]

    def _is_capital(self, i: int) -> bool:
        """True for a town that stands for its government."""
        held = self.parties.at.get(i)
        return held is not None and held.form == "metonym" and all(is_state(a.country) for a in held.actors)

    def _participle_doers(self, i: int) -> tuple[Actor, ...]:
        """Who does the participle after a comma, when the parser hangs it too low: the subject of the sentence."""
        if not self.is_afterthought(i):
            return ()
        subject = syntax.subject(self.words, self.words.doc[i].sent.root.i)
        return self.doers(subject) if subject is not None else ()

    def doers(self, subject: int) -> tuple[Actor, ...]:
        """The states and bodies for which the subject with its head at ``subject`` acts."""
        actors = self._pointed_at(subject) or self.parties.joint_actors(subject)
        if self._is_one_and_other(subject):
            pair = self.memory.sets.of(self.words, subject, self._place(subject))
            met = actors if len(actors) == PAIR and all(a.kind in ("person", "unnamed") for a in actors) else ()
            actors = self._named_before(subject) or pair or met or self.memory.both() or actors
        if self.words.lowers[subject] == "it" and (text := self._text_above(subject)) is not None:
            return self.doers(text)
        if is_document(self.words, self.parties, subject) and self.words.lemmas[self.words.heads[subject]] != "follow":
            actors = makers_of(self.words, self.parties, subject) or actors or self._made_before(subject)
        elif not actors and self.parties.is_text(subject):
            actors = self.parties.owner(subject)
        public = self.parties.is_official(subject)
        return tuple(a for a in actors if speaks_for_state(a) and (public or a.kind != "unnamed"))

    def _place(self, i: int) -> int:
        return self.passage.start + self.starts[i]

    def _pointed_at(self, i: int) -> tuple[Actor, ...]:
        """The states of the list to which "the three", "the allies" point back, or of the region that it names."""
        place, number = self._place(i), pointed(self.words, i)
        if number is not None and number != PAIR:
            named = self._named_before(i, number) if number else ()
            found = named or self.memory.sets.of(self.words, i, place)
            if found:
                return found
        own = self.parties.at.get(i)
        if own is not None and len(own.actors) == 1 and own.actors[0].country in VAGUE:
            return self.memory.sets.of_region(own.actors[0].country, place)
        return ()

    def _text_above(self, it: int) -> int | None:
        """The statement or note of which the sentence before tells, and which "it" goes on to quote."""
        first = self.words.doc[it].sent.start
        if not first or not self.tags[self.words.heads[it]] & (_SPOKEN | _ADDRESSED):
            return None
        subject = syntax.subject(self.words, self._root(first - 1))
        return subject if subject is not None and is_document(self.words, self.parties, subject) else None

    def _made_before(self, i: int) -> tuple[Actor, ...]:
        return self.memory.documents.of(self.words, i, self._place(i))

    def _is_one_and_other(self, i: int) -> bool:
        """True for "each side", "both governments", "the two"; not for "the two Koreas" and "the political parties"."""
        words, parties = self.words, self.parties
        if parties.is_each(i):
            return True
        if not parties.is_pair(i) or words.lemmas[i] in ("man", "woman", "pair") or words.kids(i, "amod"):
            return False
        return not any(c in parties.at and words.pos[c] == "PROPN" for c in words.children[i])

    def _named_before(self, i: int, number: int = PAIR) -> tuple[Actor, ...]:
        """The states that the sentence names before ``i``, if they are ``number``."""
        first, at = self.words.doc[i].sent.start, self.parties.at
        named = (a for t in range(first, i) if t in at and at[t] is not at.get(i) for a in self.parties.named(t))
        found = {actor.country: actor for actor in named if is_state(actor.country) and actor.kind != "unnamed"}
        return tuple(found.values()) if len(found) == number else ()

    def standing(self, i: int) -> tuple[bool, int | None]:
        """Whether what verb ``i`` tells is told as a fact or plan, and the head token of who says so, if anyone."""
        words, sayer = self.words, None
        if self._never_came(i):
            return False, None
        for _ in range(12):
            dep, head = words.deps[i], words.heads[i]
            if self._names_a_thing(i):
                return True, sayer
            if dep == "relcl" and any(words.lowers[c] == "when" for c in words.kids(i, "advmod")):
                return True, sayer
            if dep == "relcl" and self._one_that(i) is not None:
                return True, sayer
            if dep == "relcl" and syntax.subject(words, i) == head and not self.parties.is_text(head):
                edge = self.words.doc[i].left_edge.i
                return edge > 0 and words.lowers[edge - 1] in (",", "-", "--", "–", "—"), sayer
            if (dep == "relcl" and self._only_tells_which(i)) or (dep in ("relcl", "acl") and self._is_alleged(i)):
                return False, sayer
            if head == i or dep in ("relcl", "parataxis", "dep"):
                return True, sayer
            if dep == "conj":
                above = self._resumed(i)
                i = head if above is None else above
            elif dep in ("ccomp", "advcl") and self._stands_apart(i):
                return True, sayer
            elif dep == "ccomp" and (self._reports(head) or self._is_fronted(i)):
                if sayer is None:
                    sayer = syntax.subject(words, head)
                i = head
            elif dep == "advcl":
                if is_bare_gerund(words, i):
                    return False, sayer
                marks = [words.lowers[c] for c in words.kids(i, "mark", "advmod", "aux", "prep") if c < i]
                conveys = "LIGHT" in self.tags[i] and "SUMMON" in self.tags[head]
                spoken = conveys or (bool(self.tags[i] & _SPOKEN) and words.lemmas[i] != "agree")
                told = _NOT_TOLD - {"to"} if spoken else _NOT_TOLD
                if any(mark in IF or mark in told for mark in marks) or words.lowers[head] == "long":
                    return False, sayer
                if not _NOT_YET.isdisjoint(marks) and self._is_present(i):
                    return False, sayer
                return not (_REASONS & set(marks) and self._is_in_a_charge(head)), sayer
            elif dep == "xcomp" and self._is_hearsay(head):
                i = head
            elif dep == "acl":
                tells = words.tags[i] in ("VBG", "VBD", "VBZ", "VBP") or self._decision(i) is not None
                return tells or self._is_done_by(i) or self._is_judged_in(i), sayer
            elif dep == "pcomp" and words.lowers[head] == "with" and words.kids(i, "nsubj"):
                return words.tags[i] in ("VBG", "VBN"), sayer
            elif dep == "xcomp" and self._decision(i) is not None:
                i = head
            elif dep == "pcomp" and words.lowers[head] in _DONE and words.tags[i] == "VBG":
                i = words.heads[head]
                if (
                    not words.is_verb(i)
                    or words.kids(i, "neg")
                    or any(words.tags[c] == "MD" for c in words.children[i])
                ):
                    return False, sayer
            elif dep == "ccomp" and not words.is_verb(head):
                return bool(words.kids(i, "nsubj", "nsubjpass")) and not self.tags[head] & _ALLEGED, sayer
            else:
                return words.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ", "ADP", "PROPN", "SCONJ"), sayer
        return False, None

    def _never_came(self, i: int) -> bool:
        """True for "a plan under which they would have called for talks"; not for "which it would have liked"."""
        words = self.words
        helpers = {words.lowers[c] for c in words.kids(i, "aux")}
        return (
            "have" in helpers
            and not _UNREAL.isdisjoint(helpers)
            and words.deps[i] in ("relcl", "advcl", "ccomp")
            and not self.tags[i] & _WISHES
        )

    def _names_a_thing(self, i: int) -> bool:
        """True for "called" of "in protest at what it called a provocation": the name that is given is a judgement."""
        words = self.words
        if not self.tags[i] & {"JUDGE", "SAY"} or words.deps[i] not in ("pcomp", "ccomp", "pobj", "dobj"):
            return False
        if words.kids(i, "neg") or not words.kids(i, "nsubj"):
            return False
        return words.lowers[words.doc[i].left_edge.i] == "what" and words.deps[words.heads[i]] in ("prep", "agent")

    def _resumed(self, i: int) -> int | None:
        """The verb of saying whose subject goes on at verb ``i``: "denied it was a spy and demanded his release".

        The parser hangs such a verb on the clause of what is said; nothing but a state or its people can do it.
        """
        words, first = self.words, self.words.first_conjunct(i)
        if not self.tags[i] & _BY_STATES or words.deps[first] != "ccomp" or words.kids(i, "nsubj", "nsubjpass", "mark"):
            return None
        above, subject = words.heads[first], syntax.subject(words, first)
        if subject is None or not words.is_verb(above) or not self.tags[above] & (_SAYS | _SPEAKS):
            return None
        if not self._is_like(above, i):
            return None
        stated = words.lemmas[first] == "be" or syntax.is_passive(words, first)
        spoken = bool(self.tags[i] & _SPEAKS)
        return above if not self.parties.joint_actors(subject) or (stated and spoken) else None

    def _is_like(self, verb: int, other: int) -> bool:
        """True when both are told in the same tense, and ``other`` without a helping verb of its own."""
        words = self.words
        helpers = [words.lowers[c] for c in words.kids(other, "aux", "auxpass")]
        if helpers:
            return helpers in (["has"], ["have"]) and words.tags[verb] in _PRESENT
        return words.tags[other] == words.tags[verb] in ("VBD", "VBZ", "VBP")

    def _is_granted(self, i: int) -> bool:
        """True for "agree" of "gave Chad until Sunday to agree": it is Chad that is to do it."""
        words, head = self.words, self.words.heads[i]
        if words.lemmas[head] not in _GRANTS or words.deps[i] not in ("xcomp", "advcl", "acl", "ccomp", "relcl"):
            return False
        if not any(words.lowers[c] == "to" for c in words.kids(i, "aux")):
            return False
        return any(c in self.parties.at for c in words.kids(head, "dative", "dobj"))

    def _is_alleged(self, i: int) -> bool:
        """True for "the charge that Qatar supports it", which the parser may take for a relative clause."""
        words, head = self.words, self.words.heads[i]
        marked = any(words.lowers[c] == "that" for c in words.kids(i, "mark"))
        return marked and words.pos[head] == "NOUN" and bool(self.tags[head] & _ALLEGED)

    def _is_present(self, i: int) -> bool:
        """True for a verb in the present tense, by itself or by its first auxiliary."""
        words = self.words
        helpers = words.kids(i, "aux", "auxpass")
        return words.tags[helpers[0] if helpers else i] in _PRESENT

    def _is_in_a_charge(self, verb: int) -> bool:
        """True for what is told within a complaint: its reason is the complainer's as well."""
        words = self.words
        above = words.heads[verb]
        return words.deps[verb] == "ccomp" and words.is_verb(above) and bool(self.tags[above] & _CHARGES)

    def _is_undecided(self, noun: int) -> bool:
        """True for "the possible decision to leave" and "put off the decision to leave"."""
        words, head = self.words, self.words.heads[noun]
        if any(words.lowers[c] in _UNDECIDED for c in words.children[noun]):
            return True
        return words.deps[noun] in ("dobj", "nsubjpass") and (
            words.lemmas[head] in _PUTS_OFF or bool(words.kids(head, "neg"))
        )

    def _decision(self, i: int) -> int | None:
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
        return head if known and not self._is_undecided(head) else None

    def _is_done_by(self, i: int) -> bool:
        """True for "the sanctions imposed by Chad" and "the flights, cut by Chad"; not for "men trained by Chad"."""
        words = self.words
        if words.tags[i] != "VBN" or syntax.agent(words, i) is None:
            return False
        edge = words.doc[i].left_edge.i
        return bool(self.tags[words.heads[i]] & _DEALT_WITH) or words.lowers[edge - 1] == ","

    def _is_judged_in(self, i: int) -> bool:
        """True for "a charge denied in Kiev": a capital speaks for its government."""
        words = self.words
        if words.tags[i] != "VBN" or not self.tags[i] & _JUDGED:
            return False
        places = (o for p in words.kids(i, "prep") if words.lowers[p] == "in" for o in words.kids(p, "pobj"))
        return any(self._is_capital(place) for place in places)

    def _one_that(self, i: int) -> int | None:
        """Chad in "Chad was the only one that voted no", where ``i`` is "voted"."""
        words, one = self.words, self.words.heads[i]
        if words.deps[i] != "relcl" or words.deps[one] != "attr":
            return None
        if not any(words.lowers[c] in syntax.RELATIVE_PRONOUNS for c in words.kids(i, "nsubj")):
            return None
        if words.lemmas[one] not in _ONES and words.pos[one] != "NUM":
            return None
        return next(iter(words.kids(words.heads[one], "nsubj")), None)

    def _stands_apart(self, i: int) -> bool:
        """True for a sentence of its own that the parser hangs on the one after a semicolon."""
        words, head = self.words, self.words.heads[i]
        if not words.kids(i, "nsubj", "nsubjpass") or words.kids(i, "mark"):
            return False
        return ";" in words.lowers[min(head, i) : max(head, i)]

    def _only_tells_which(self, i: int) -> bool:
        """True for "the resolutions it voted for": who "it" is stands in a clause that only says which are meant."""
        subject, edge = syntax.subject(self.words, i), self.words.doc[i].left_edge.i
        return subject is not None and self.words.lowers[subject] in _ITSELF and self.words.lowers[edge - 1] != ","

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
        told = bool(self.tags[verb] & _SAYS) or words.lemmas[verb] in _HEARSAY
        return told and syntax.is_passive(words, verb) and not words.kids(verb, "neg", "agent")

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
        prominent = (
            (dep == "dobj" and words.lemmas[head] in _DRAWS)
            or dep in ("nsubj", "nsubjpass")
            or (dep in ("pobj", "conj") and (words.lowers[head] in _AROUND or self._is_because_of(head)))
        )
        if (not prominent and not self._tells_what(i)) or words.lemmas[i] in _ADHERENTS or self._is_argued(i):
            return None
        actors = tuple(actor for actor in self.parties.owner(i) if speaks_for_state(actor))
        if dep == "dobj" and words.lemmas[head] in _DRAWS:
            actors = self._drawn_from(i) or self._drawn_from(head) or actors or self._made_by(i)
        elif not actors and (dep == "dobj" or words.lemmas[head] in _COMES):
            actors = self._drawn_from(head)
        if not actors and (dep == "pobj" or words.lemmas[head] in HOLDING):
            actors = self._made_by(i)
        actors = actors or self._drawn_from(i)
        if not actors or (words.is_verb(head) and not self.standing(head)[0]):
            return None
        return Start(i, actors, tuple(Chains(words, self.tags, self._whose(set(codes(actors)))).of_noun(i)))

    def _deed(self, i: int) -> Start | None:
        """What a noun of doing tells of its owner, unless it is only asked for or feared."""
        words = self.words
        if not self.tags[i] & _DEEDS or not any(words.lowers[c] in _DONE_TO for c in words.kids(i, "prep")):
            return None
        made = self.parties.maker(i) or self.parties.maker(words.first_conjunct(i))
        actors = tuple(actor for actor in made if speaks_for_state(actor))
        head = words.heads[words.heads[i]] if words.deps[i] == "pobj" else words.heads[i]
        if not actors or self.tags[head] & _UNDONE or (words.is_verb(head) and not self.standing(head)[0]):
            return None
        return Start(i, actors, tuple(Chains(words, self.tags, self._whose(set(codes(actors)))).of_noun(i)))

    def _is_argued(self, noun: int) -> bool:
        """True for "a row over Qatari backing for Hamas" and "denied US support for the coup": nobody tells it."""
        words, link = self.words, self.words.heads[noun]
        if words.deps[noun] != "pobj" or words.lowers[link] not in ("about", "of", "over", "on"):
            return False
        head = words.heads[link]
        return words.lemmas[head] in _QUARRELS or bool(self.tags[head] & _ALLEGED and words.pos[head] == "NOUN")

    def _tells_what(self, noun: int) -> bool:
        """True for "a call by Japan for talks", "Japan's threat to quit"; not for "Japan's concerns"."""
        words = self.words
        if words.kids(noun, "acl", "ccomp", "xcomp", "agent", "advcl"):
            return True
        return any(words.lowers[c] in _AIMED for c in words.kids(noun, "prep"))

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

    def _drawn_from(self, head: int) -> tuple[Actor, ...]:
        """Japan in "has drawn anger from Japan" and "outrage in Tokyo", where the preposition hangs on ``head``."""
        words = self.words
        places = [
            o
            for p in words.kids(head, "prep")
            for o in words.kids(p, "pobj")
            if words.lowers[p] == "from" or (words.lowers[p] == "in" and self._is_capital(o))
        ]
        return tuple(actor for o in places for actor in self.parties.joint_actors(o) if speaks_for_state(actor))

    def _quoted(self, quote: Quote) -> Iterator[Start]:
        actors = tuple(actor for actor in quote.speakers if speaks_for_state(actor))
        if not actors or not self._plainly_said(quote):
            return
        said_by = self._subject_of_cue(quote)
        if said_by and not set(codes(said_by)) & set(codes(actors)):
            return
        inside = [self._tokens(span) for span in quote.content]
        chains = Chains(self.words, self.tags, self._whose(set(codes(actors)), quote.kind == "direct"))
        for tokens in inside:
            for i in tokens:
                head, dep = self.words.heads[i], self.words.deps[i]
                if (head == i or head not in tokens) and dep not in _PARTS and not self._is_a_fragment(i):
                    for root in self._roots(i, tokens):
                        if quote.kind == "direct" and self._is_of_somebody_else(root):
                            continue
                        bids = quote.kind == "direct" and self._is_imperative(root)
                        told = chains.of_bidding(root) if bids else chains.of_content(root)
                        yield Start(root, actors, tuple(told), quote)

    def _is_of_somebody_else(self, noun: int) -> bool:
        """True for "his fear" in a speaker's own words, who would call it his own by "my" or "our"."""
        words = self.words
        owners = [words.lowers[c] for c in words.kids(noun, "poss")]
        return words.pos[noun] == "NOUN" and bool(self.tags[noun] & _NOUNS) and not _OF_OTHERS.isdisjoint(owners)

    def _is_a_fragment(self, i: int) -> bool:
        """True for quoted words such as "providing sanctuary", which the sentence around them builds in."""
        words = self.words
        hangs = words.tags[i] == "VBG" and words.deps[i] in ("advcl", "acl", "ccomp")
        return hangs and not words.kids(i, "nsubj", "nsubjpass", "aux")

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
        said = [i for i in self._tokens(quote.cue) if self.tags[i] & _SAYS]
        return any(not self.words.kids(i, "neg") for i in said)

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

    def _whose(self, own: set[str], direct: bool = False) -> Whose:
        """What a subject is to those of the countries ``own``; in ``direct`` speech "they" are others."""
        words, parties = self.words, self.parties

        def whose(i: int) -> str:
            lower = words.lowers[i]
            if lower in WE:
                return "SELF"
            if (lower in _OTHERS and not self._is_finite_subject(i)) or lower in _YOU or (direct and lower in _THEY):
                return "OTHER"
            envoys = "COMPLAINT_OBJ" in self.tags[i] and any(words.lowers[c] in OWN for c in words.kids(i, "poss"))
            if envoys or self._is_ours(i, own):
                return "SELF"
            named = set(codes(parties.joint_actors(i)))
            if named:
                return "SELF" if named & own else "OTHER"
            if lower in _ITSELF:
                return "THING" if lower == "it" and self._is_empty(i) else "SELF"
            if words.lemmas[i] in _PLURAL_STATES and (words.tags[i] == "NNS" or self._is_any(i)):
                return "OTHER"
            if words.lemmas[i] in _RELATED:
                return "OTHER"
            if parties.is_official(i) or parties.is_person(i):
                return "SELF"
            return "THING"

        return whose

    def _is_ours(self, noun: int, own: set[str]) -> bool:
        """True for "its ambassador in Oslo": whoever sent him, not where he lives."""
        owners = [c for c in self.words.kids(noun, "poss") if self.words.lowers[c] in OWN]
        if not owners or "DIPLOMAT" not in self.tags[noun]:
            return False
        held = self.parties.at.get(owners[0])
        return held is None or held.form != "pronoun" or bool(own & set(codes(held.actors)))

    def _is_any(self, noun: int) -> bool:
        """True for "any country" and "another state": not the one that speaks."""
        return any(self.words.lowers[c] in _ANY for c in self.words.children[noun])

    def _is_finite_subject(self, i: int) -> bool:
        """True for "the two have no plans", where one of them may speak; not for "asked the two to wait"."""
        verb = self.words.heads[i]
        return self.words.deps[i] == "nsubj" and self.words.tags[verb] in ("VBD", "VBZ", "VBP")

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
