"""Deeds: what the words of one passage tell to be done, coded in PLOVER, before anyone is named.

A deed is found at its predicate (verb, adjective or noun). Operators ("threatens to", "calls for", "refused") are
coded together with the deed they speak of, so that each chain of words gives one deed.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.language import moods, syntax
from dashboard.language.meanings import Meanings
from dashboard.language.outcomes import Deed, in_mood, outcome
from dashboard.language.syntax import Words
from dashboard.vocabulary.plover import COOPERATIVE, Operator, Plover, Sense, Things

__all__ = ["Deed", "find_deeds"]

#: Deeds done with words, which only an actor can do.
_VERBAL = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
#: Where targets stand, the likeliest first.
_TOWARDS = (
    "against", "on", "upon", "with", "to", "toward", "towards", "at", "from", "for", "between", "among", "over",
    "of", "about", "into", "in", "near", "off", "along", "around", "outside", "across", "through", "inside",
)  # fmt: skip
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "from", "against", "for", "on", "with", "to", "in", "about", "at", "by"})
#: Operators for which mere troops mean that troops are to be sent: "offered soldiers", "considers a force".
_WANTING = frozenset({"promise", "consider", "refuse"})
#: Operators whose passive has the doer for its subject: "is expected to visit".
_RAISING = frozenset({"promise", "hope", "carry_on", "attempt", "say", "claim"})
#: Nouns whose clause is said by someone, not told: "a report that it had sold arms".
_HEARSAY = frozenset({"report", "claim", "accusation", "allegation", "suggestion", "rumor", "rumour", "charge", "idea"})
#: What someone has said before another answers it.
_UTTERED = _HEARSAY | {
    "demand", "offer", "proposal", "request", "appeal", "call", "threat", "move", "decision", "step", "remark",
    "invitation",
}  # fmt: skip
_STATEMENTS = _HEARSAY | {"demand", "proposal", "request", "appeal", "call", "threat"}
#: What protesters say while they march is what they march for.
_SAID_IN_PROTEST = frozenset({"PROTEST", "REQUEST", "ACCUSE", "REJECT", "SUPPORT"})
#: Soldiers sent under these words are help, not a threat.
_PEACEKEEPING = frozenset({"peacekeeping", "peacekeeper", "peace-keeping"})
#: "Gave Chad a week to": verbs and spans of time of an ultimatum.
_GIVING = frozenset({"give", "allow", "grant", "set"})
_SPANS = frozenset({"hour", "day", "week", "month", "minute", "fortnight", "deadline"})
#: Talks after these are held by the one who does what the clause tells.
_AFTER = frozenset({"after", "following", "during", "at", "in", "for"})
#: "Told Chad it must leave": who is told is who must.
_TELLING = frozenset({"tell", "inform", "remind", "notify", "warn", "advise"})
#: "Fighting went on between Chad and Mali": verbs that only say that a thing happens.
_HAPPENING = frozenset(
    {"erupt", "rage", "break", "flare", "continue", "resume", "begin", "start", "end", "collapse", "take", "go", "open",
     "intensify", "escalate", "follow", "occur", "happen", "last", "spread", "subside"}
)  # fmt: skip
_DEPTH = 6


def find_deeds(words: Words, plover: Plover) -> tuple[Deed, ...]:
    """Every deed of the passage, in order of its predicate."""
    coder = _Coder(words, plover)
    found = [coder.code(i) or coder.obliged(i) for i in range(len(words))]
    told = [
        coder.finish(deed)
        for i, deed in enumerate(found)
        if deed is not None and i not in coder.used and not _is_content(words, i)
    ]
    return _protests(words, [deed for deed in told if deed.root])


def _is_content(words: Words, i: int) -> bool:
    """True for what is asked or alleged, not told: "take in" of "balked at the request that it take in refugees"."""
    stated = words.deps[i] == "acl" and words.lemmas[words.heads[i]] in _STATEMENTS
    return stated and any(words.lowers[child] == "that" for child in words.kids(i, "mark"))


def _protests(words: Words, deeds: list[Deed]) -> tuple[Deed, ...]:
    """``deeds`` with what protesters demand as the aim of their protest: "marched, calling on the premier to go"."""
    protests = {deed.token: deed for deed in deeds if deed.root == "PROTEST" and words.is_verb(deed.token)}
    for deed in deeds:
        head = words.heads[deed.token]
        aim = words.deps[deed.token] in ("advcl", "xcomp", "acl") or (
            words.deps[deed.token] == "conj" and words.tags[deed.token] == "VBG"
        )
        while words.deps[head] == "conj" and head not in protests and words.is_verb(head):
            head = words.heads[head]
        violent = deed.root in ("ASSAULT", "COERCE") and words.tags[deed.token] == "VBG"
        said = deed.root in _SAID_IN_PROTEST and words.tags[deed.token] in ("VB", "VBG")
        if aim and head in protests and (said or violent):
            held = protests.pop(head)
            targets = tuple(dict.fromkeys((*deed.targets, *held.targets)))
            protests[head] = replace(held, targets=targets)
            protests[deed.token] = replace(deed, root="")
    told = (protests.get(deed.token, deed) for deed in deeds)
    return tuple(deed for deed in told if deed.root)


class _Coder(Meanings):
    """Codes the tokens of one passage; each only once."""

    def __init__(self, words: Words, plover: Plover) -> None:
        super().__init__(words, plover)
        self.known: dict[int, Deed | None] = {}
        self.used: set[int] = set()

    def code(self, i: int, depth: int = 0) -> Deed | None:
        """The deed whose predicate is token ``i``."""
        if i in self.known:
            return self.known[i]
        if depth > _DEPTH:
            return None
        self.known[i] = None
        pos, lemma = self.words.pos[i], self.words.lemmas[i]
        deed = self._deadline(i) if lemma in _GIVING and pos == "VERB" else None
        if deed is not None:
            self.known[i] = deed
            return deed
        if pos in ("VERB", "AUX") and (lemma in self.plover.senses_by_verb or lemma in self.plover.operators_by_verb):
            deed = self._verb(i, depth)
        elif pos in ("ADJ", "VERB") and (
            self.words.lowers[i] in self.plover.senses_by_adjective
            or self.words.lowers[i] in self.plover.operators_by_adjective
        ):
            deed = self._adjective(i, depth)
        elif pos in ("NOUN", "PROPN"):
            deed = self._noun(i, depth)
        if deed is None and pos == "VERB":
            deed = self._in_protest(i)
        self.known[i] = deed
        return deed

    def _verb(self, i: int, depth: int) -> Deed | None:
        if self.words.deps[i] == "amod":
            return None
        lower = self.words.lowers[i]
        if syntax.is_passive(self.words, i) and (
            lower in self.plover.senses_by_adjective or syntax.agent(self.words, i) is None
        ):
            deed = self._adjective(i, depth)
            if deed is not None:
                return deed
        sense, thing, particle = self.sense(i)
        operator, same_particle = self.operator(i)
        if sense is not None and sense.root == "MOBILIZE" and operator is not None and operator.kind == "order":
            # "ordered police to free them" is no deployment of police
            deed = self._by_operator(i, operator, depth)
            if deed is not None:
                return deed
        if sense is not None and (thing is not None or operator is None or (particle and not same_particle)):
            return self._by_sense(i, sense, thing)
        if operator is not None:
            deed = self._by_operator(i, operator, depth)
            if deed is not None:
                return deed
        return self._by_sense(i, sense, thing) if sense is not None else None

    def _in_protest(self, i: int) -> Deed | None:
        """Whatever is done "in protest": "farmers dumped milk on the road in protest at the tax"."""
        words = self.words
        if words.lowers[i] in ("said", "says") or syntax.is_passive(words, i):
            return None
        for item in words.subtree(i):
            if words.lowers[item] == "protest" and words.lowers[item - 1] == "in":
                targets = (
                    *(at for _, at in syntax.prepositions_of(words, item)),
                    *self._targets(i, None, ("against",)),
                )
                return Deed(i, "PROTEST", "", (), "done", "verb:in_protest", syntax.subject(words, i), targets, item)
        return None

    def _deadline(self, i: int) -> Deed | None:
        """An ultimatum told without the word: "gave Chad a week to withdraw", "until noon to resign"."""
        words = self.words
        below = [child for child in words.children[i] if words.deps[child] in ("dobj", "dative", "npadvmod", "prep")]
        times = [child for child in below if words.lemmas[child] in _SPANS or words.lowers[child] in ("until", "till")]
        told = [clause for item in (i, *times) for clause in words.kids(item, "xcomp", "advcl", "acl")]
        asked = [clause for clause in told if words.tags[clause] == "VB"]
        given = [child for child in words.kids(i, "dative", "dobj") if child not in times]
        if not times or not asked or not given:
            return None
        inner = self.code(asked[0], 1)
        self.used.update(words.conjuncts(asked[0]))
        source = syntax.subject(words, i)
        if inner is not None and inner.root == "CONCEDE" and len(words.conjuncts(asked[0])) == 1:
            return Deed(i, "REQUEST", "yield", (), "demanded", "verb:deadline", source, tuple(given), asked[0])
        if words.lemmas[asked[0]] in ("leave", "depart", "go") and words.tags[given[0]] == "NNS":
            envoys = not self.plover.things["envoys"].nouns.isdisjoint(self.names(given[0]))
            root, mode = ("SANCTION", "expel") if envoys else ("COERCE", "deport")
            return Deed(i, root, mode, (), "done", "verb:deadline", source, tuple(given), asked[0])
        return Deed(i, "THREATEN", "", (), "threatened", "verb:deadline", source, tuple(given), asked[0])

    def _by_sense(self, i: int, sense: Sense, thing: int | None) -> Deed:
        words = self.words
        source = self._acting(syntax.subject(words, i), sense.root)
        targets = self._targets(i, thing, sense.towards)
        if "to" in sense.needs:
            targets = tuple(dict.fromkeys((*self.far_to(i), *targets)))
        if "clause" in sense.needs:
            thing = next(iter(words.kids(i, "ccomp", "xcomp")), None)
        if thing is not None and words.deps[thing] in ("ccomp", "xcomp", "advcl"):
            targets = (*targets, *(item for item in self._targets(thing, None, ()) if item != thing))
            let = next(iter(words.kids(thing, "nsubj")), None) or syntax.subject(words, thing)
            targets = (*((let,) if let is not None and let != source else ()), *targets)
        if sense.swapped:
            first = (
                source if source is not None else (syntax.patient(words, i) if syntax.is_passive(words, i) else None)
            )
            pairs = [item for item in targets if item != first]
            source, targets = (pairs[0] if pairs else None), ((first,) if first is not None else ())
        if thing is not None and words.deps[words.heads[thing]] == "xcomp" and words.heads[words.heads[thing]] == i:
            # "stopped issuing visas to Malians", "ordered Mali to close its embassy": one deed
            self.used.add(words.heads[thing])
            targets = (*targets, *self._targets(words.heads[thing], thing, ()))
        self._take(i, sense)
        targets = tuple(dict.fromkeys((*targets, *self._spoken_to(i, sense.root))))
        told = self.things(source) if source is not None and words.pos[source] == "NOUN" else None
        if source is not None and told is not None and told.event and told.root == sense.root:
            # "Chad's raid on Mali killed six" is one deed
            self.used.add(source)
            targets = (*targets, *self._nominal(source, told).targets)
        if thing is not None:
            self.used.add(thing)
        root, mode, contexts = sense.root, sense.mode, sense.contexts
        if sense.together and source is not None and len(words.conjuncts(source)) > 1:
            root, mode = sense.together, ""
        return Deed(
            i, root, mode, contexts, "done", f"verb:{sense.key}", source, targets, thing,
            reciprocal=sense.reciprocal or root == sense.together, unrealised=sense.unrealised,
        )  # fmt: skip

    def _spoken_to(self, i: int, root: str) -> list[int]:
        """To whom something is said in an infinitive or participle: "phoned the premier to express sympathy"."""
        words = self.words
        if root not in _VERBAL or words.deps[i] not in ("advcl", "xcomp") or words.tags[i] not in ("VB", "VBG"):
            return []
        head = words.heads[i]
        after = [item for name, item in syntax.prepositions_of(words, head) if name in ("to", "with", "on")]
        return [*syntax.objects_of(words, head), *after] if words.pos[head] == "VERB" else []

    def _take(self, i: int, sense: Sense) -> None:
        """Marks what the predicate itself tells of: its objects, what these report, what one is accused of."""
        words = self.words
        objects = syntax.objects_of(words, i)
        self.used.update(objects)
        for item in objects:
            if words.lemmas[item] in _HEARSAY:
                clauses = [*words.kids(item, "acl", "ccomp"), *words.kids(i, "ccomp")]
                self.used.update(low for clause in clauses for low in words.subtree(clause))
        if sense.root in ("COERCE", "REJECT"):
            self.used.update(item for name, item in syntax.prepositions_of(words, i) if name == "from")
        if sense.root == "ACCUSE":
            after = (item for name, item in syntax.prepositions_of(words, i) if name in ("of", "with", "for"))
            self.used.update(item for item in after if words.is_verb(item))

    def _targets(self, i: int, thing: int | None, towards: tuple[str, ...]) -> tuple[int, ...]:
        """Where the target of predicate ``i`` may stand, best place first."""
        words = self.words
        objects = syntax.objects_of(words, i)
        near = (
            syntax.prepositions_of(words, i)
            if not syntax.is_passive(words, i)
            else [(name, item) for name, item in syntax.prepositions_of(words, i) if name != "by"]
        )
        below: list[tuple[str, int]] = []
        for item in dict.fromkeys([*objects, *([thing] if thing is not None else [])]):
            if words.pos[item] in syntax.NOUN_TAGS:
                below.extend(pair for joint in words.conjuncts(item) for pair in syntax.prepositions_of(words, joint))
        pairs = [pair for pair in near + below if pair[0] != "by"]
        found: list[int] = []
        for place in towards:
            found.extend(objects if place == "obj" else [item for name, item in pairs if name == place])
        found.extend(words.kids(i, "dative"))
        makers = [joint for item in (*objects, thing) if item is not None for joint in words.kids(item, "poss")]
        makers += [item for name, item in below if name == "by"]
        if not syntax.is_passive(words, i):  # "dismissed charges by Chad": the parser hangs "by" on the verb
            makers += [item for name, item in near if name == "by"]
        found.extend(makers)
        found.extend(self._spoken_before(i, objects))
        if thing is None or thing not in objects:
            found.extend(item for item in objects if item != thing)
        for place in _TOWARDS:
            found.extend(item for name, item in pairs if name == place)
        found.extend(objects)
        found.extend(item for clause in words.kids(i, "ccomp") for item in words.kids(clause, "nsubj"))
        for item in objects:
            for clause in words.kids(item, "acl"):
                found.extend(words.kids(clause, "nsubj", "compound"))
                found.extend(syntax.objects_of(words, clause))
                found.extend(after for _, after in syntax.prepositions_of(words, clause))
        return tuple(dict.fromkeys(found))

    def _spoken_before(self, i: int, objects: list[int]) -> list[int]:
        """Who makes the charge of "Chad accused Mali, a charge that Mali denies": the subject of the clause before.

        So with "the move" in "Chad closed the road, and Mali called the move hostile".
        """
        words = self.words
        bare = [
            item
            for item in objects
            if words.lemmas[item] in _UTTERED
            and not words.kids(item, "poss", "prep", "amod", "compound", "acl")
            and any(words.lowers[child] in ("the", "this", "that") for child in words.kids(item, "det"))
        ]
        if words.deps[i] == "relcl" and words.heads[i] in objects and words.lemmas[words.heads[i]] in _UTTERED:
            here = words.heads[i]
        elif bare and words.deps[i] == "conj":
            here = words.first_conjunct(i)
        else:
            return []
        while words.heads[here] != here and not words.is_verb(here):
            here = words.heads[here]
        while words.heads[here] != here and words.deps[here] in ("pcomp", "advcl", "xcomp", "acl", "relcl", "prep"):
            here = words.heads[here]
        maker = syntax.subject(words, here) if words.is_verb(here) else None
        return [maker] if maker is not None else []

    def _complements(self, i: int) -> list[int]:
        """What an operator may speak of: clauses first, then objects, then what stands after a preposition."""
        words = self.words
        clauses = [
            item
            for item in words.kids(i, "xcomp", "ccomp", "acl")
            if words.deps[item] != "acl" or words.tags[item] == "VB"
        ]
        objects = syntax.objects_of(words, i) if words.is_verb(i) else []
        after = [
            (name, item)
            for name, item in syntax.prepositions_of(words, i)
            if name in _COMPLEMENT_PREPOSITIONS and words.heads[item] != i
        ]
        below = [
            item
            for thing in objects
            for name, item in syntax.prepositions_of(words, thing)
            if name in ("of", "from", "for", "against", "to")
        ]
        later = [item for thing in objects for item in words.kids(thing, "acl")]
        aside = [item for item in words.kids(i, "advcl") if words.tags[item] in ("VB", "VBG")] if not clauses else []
        return clauses + objects + [item for _, item in after] + later + below + aside

    def _by_operator(self, i: int, operator: Operator, depth: int) -> Deed | None:
        inner = None
        wish = operator.kind in ("promise", "consider", "hope", "attempt")
        for item in self._complements(i):
            if (wish and self._tells(item)) or (operator.kind == "stop" and self._is_means(item)):
                continue
            for joint in self.words.conjuncts(item):
                inner = self._spoken_of(joint, depth, operator)
                if inner is not None:
                    break
            if inner is not None:
                break
        if inner is None and not self.words.is_verb(i):
            return None
        if operator.clause and not any(self._infinitive(item) for item in self.words.kids(i, "xcomp", "ccomp")):
            return None
        if inner is None and operator.key == "pledge" and not self._to_someone(i):
            return None
        if operator.kind in ("say", "claim") and inner is not None and self.words.is_verb(inner.token):
            return None
        return self._combine(i, operator, inner)

    def _is_means(self, i: int) -> bool:
        """True after "by": "ended the quarrel by signing a pact" ends no pact."""
        return self.words.deps[i] in ("pobj", "pcomp") and self.words.lowers[self.words.heads[i]] == "by"

    def _to_someone(self, i: int) -> bool:
        """True for "promised Chad to stay": who is promised stands beside what is promised."""
        words = self.words
        return bool(words.kids(i, "dobj", "dative")) and bool(words.kids(i, "xcomp", "ccomp"))

    def _tells(self, i: int) -> bool:
        """True for a finite clause with a subject of its own: what one suggests or expects that others do."""
        words = self.words
        if words.deps[i] != "ccomp" or self._infinitive(i):
            return False
        own = words.kids(i, "nsubj", "nsubjpass")
        return bool(own) and words.pos[own[0]] != "PRON"

    def _infinitive(self, i: int) -> bool:
        """True for "to stop" and for "that it stop", not for "that it stopped" or "that it will stop"."""
        words = self.words
        if words.tags[i] != "VB":
            return words.tags[i] == "VBG" and words.deps[i] == "xcomp"
        return not any(words.tags[child] in ("MD", "VBD", "VBP", "VBZ") for child in words.kids(i, "aux"))

    def _spoken_of(self, i: int, depth: int, operator: Operator) -> Deed | None:
        """The deed that an operator governs at ``i``; a thing such as "sanctions" counts here."""
        words = self.words
        deed = self.code(i, depth + 1)
        if deed is not None:
            return deed
        if words.pos[i] in ("NOUN", "PROPN"):
            things = self.things(i)
            if things is not None and things.key == "forces" and operator.kind not in _WANTING:
                return None
            if things is not None and things.root:
                return Deed(
                    i, things.root, things.mode, things.contexts, "done", f"noun:{things.key}",
                    self._maker(i), self._targets(i, i, ()), i,
                )  # fmt: skip
        return None

    def _maker(self, i: int) -> int | None:
        """Who does what a noun names: "Japan's raid", "the raid by Japan", "Japanese raids"."""
        words = self.words
        found = syntax.possessor(words, i, 6)
        if found is not None:
            return found
        for clause in words.kids(i, "acl"):
            if words.tags[clause] == "VBN" and (found := syntax.agent(words, clause)) is not None:
                return found
        named = [child for child in words.kids(i, "amod", "compound", "nmod") if words.doc[child].ent_type_]
        return named[0] if named else None

    def _acting(self, source: int | None, root: str) -> int | None:
        """``source``, but None where an event would speak: "Kim's visit raised concerns" tells no concern of Kim's."""
        if source is None or root not in _VERBAL or self.words.pos[source] != "NOUN":
            return source
        things = self.things(source)
        return None if things is not None and things.event else source

    def _combine(self, i: int, operator: Operator, inner: Deed | None) -> Deed | None:
        """One deed out of an operator and what it governs."""
        words = self.words
        kind = operator.kind
        root, mode, modality, negated = outcome(
            operator, inner, moods.negated(self.words, inner.token) if inner else False
        )
        if not root:
            return None
        verb = words.is_verb(i)
        if operator.verbs.isdisjoint((words.lemmas[i],)) and words.lowers[i] in operator.adjectives:
            source = self._holder(words.heads[i] if words.pos[i] == "ADJ" else i)
        elif verb:
            source = syntax.subject(words, i)
        elif words.pos[i] == "ADJ":
            source = syntax.subject(words, words.heads[i])
        else:
            source = syntax.possessor(words, i)
        own = self._targets(i, None, ()) if verb else ()
        inner_targets = inner.targets if inner is not None else ()
        if kind in ("request", "order"):
            asked = self._asked(i, inner, source)
            own = tuple(item for item in own if inner is None or item != inner.thing or item not in inner.targets)
            targets = (*own, *asked, *inner_targets)
        elif kind == "judge" and inner is not None and inner.root not in COOPERATIVE:
            # the victim of the deed is not the one who is blamed or praised for it
            doer = inner.source
            if doer is None and not syntax.is_passive(words, i):
                doer = next((item for name, item in syntax.prepositions_of(words, i) if name == "by"), None)
            inside = set(words.subtree(inner.token)) - {doer}
            targets = tuple(item for item in (*own, doer) if item is not None and item not in inside)
            source = self._acting(source, root)
        elif kind in ("judge", "threaten", "deny", "refuse", "consider"):
            made_by = (inner.source,) if inner is not None and inner.source not in (None, source) else ()
            targets = {
                "threaten": (*own, *inner_targets),
                "consider": (*made_by, *inner_targets, *own),
            }.get(kind, (*own, *made_by, *inner_targets))
        else:
            targets = (*inner_targets, *own)
        if source is None and verb and syntax.is_passive(words, i) and kind in _RAISING:
            source = syntax.patient(words, i)
        if kind in ("carry_on", "perform", "order") and inner is not None and source is None:
            source = inner.source
        if inner is not None:
            same = [joint for joint in words.conjuncts(inner.token) if words.tags[joint] == words.tags[inner.token]]
            self.used.update(same)
            self.used.update(
                aim for joint in same for aim in words.kids(joint, "advcl", "xcomp") if words.tags[aim] == "VB"
            )
            if inner.thing is not None:
                self.used.add(inner.thing)
        return Deed(
            i, root, mode, inner.contexts if inner is not None else (), modality, f"{kind}:{operator.key}",
            source, tuple(item for item in dict.fromkeys(targets) if item != source),
            inner.token if inner is not None else next(iter(syntax.objects_of(words, i)), None) if verb else None,
            negated=negated, reciprocal=operator.key == "agree" or (inner is not None and inner.reciprocal),
            inner=(inner.inner or inner.root) if inner is not None else "",
        )  # fmt: skip

    def _asked(self, i: int, inner: Deed | None, source: int | None) -> tuple[int, ...]:
        """Who is asked to act: the subject of what is demanded."""
        if inner is not None:
            return (inner.source,) if inner.source is not None and inner.source != source else ()
        for clause in self.words.kids(i, "ccomp", "xcomp"):
            asked = syntax.subject(self.words, clause)
            if asked is not None and asked != source:
                return (asked,)
        return ()

    def _adjective(self, i: int, depth: int) -> Deed | None:
        words, lemma = self.words, self.words.lowers[i]
        if words.deps[i] == "amod":
            return None
        holder = words.heads[i] if words.pos[i] == "ADJ" else i
        for operator in self.plover.operators_by_adjective.get(lemma, ()):
            return self._by_operator(i, operator, depth)
        for sense in self.plover.senses_by_adjective.get(lemma, ()):
            pairs = syntax.prepositions_of(words, i)
            if sense.said:
                accused = self._holder(holder)
                if accused is None or moods.sayer(self.words, holder) is None:
                    continue
                return Deed(
                    i, sense.root, sense.mode, sense.contexts, "done", f"adjective:{sense.key}", None, (accused,)
                )  # fmt: skip
            if pairs or sense.bare:
                source = self._holder(holder)
                return Deed(
                    i, sense.root, sense.mode, sense.contexts, "done", f"adjective:{sense.key}", source,
                    tuple(item for _, item in pairs),
                )  # fmt: skip
        return None

    def _holder(self, i: int) -> int | None:
        """Whose quality an adjective or adjectival participle tells."""
        if syntax.is_passive(self.words, i):
            return syntax.patient(self.words, i)
        return syntax.subject(self.words, i)

    def _noun(self, i: int, depth: int) -> Deed | None:
        words, lemma = self.words, self.words.lemmas[i]
        for operator in self.plover.operators_by_noun.get(lemma, ()):
            deed = self._by_operator(i, operator, depth)
            if deed is not None:
                return deed
        if lemma in self.plover.nominals:
            deed = self._nominalised(i, self.plover.nominals[lemma])
            if deed is not None:
                return deed
        things = self.things(i)
        if things is None or not things.event or words.deps[i] in ("compound", "amod", "npadvmod", "nmod"):
            return None
        if words.pos[i] == "PROPN" and words.doc[i].ent_type_:
            return None
        return self._nominal(i, things)

    def _nominalised(self, i: int, verb: str) -> Deed | None:
        """An event told by a noun made of a verb, coded as the verb with what stands after "of"."""
        words = self.words
        pairs = syntax.prepositions_of(words, i)
        governed: dict[str, list[int]] = {"obj": []}
        for name, item in pairs:
            governed.setdefault("obj" if name == "of" else name, []).extend(words.conjuncts(item))
        for item in governed["obj"]:
            pairs.extend(syntax.prepositions_of(words, item))
        lemma, _, wanted = verb.partition("_")
        for particle, sense in self.plover.senses_by_verb.get(lemma, ()):
            thing = self.fits(sense, governed) if particle == wanted and sense.patterns else None
            if thing is not None:
                self.used.add(thing)
                source = syntax.possessor(words, i, 6)
                if source is None:
                    source = next((item for name, item in pairs if name == "by"), None)
                targets = [item for place in _TOWARDS for name, item in pairs if name == place and item != source]
                return Deed(
                    i, sense.root, sense.mode, sense.contexts, "done", f"noun:{sense.key}", source,
                    tuple(dict.fromkeys(targets)), thing, reciprocal=sense.reciprocal,
                )  # fmt: skip
        return None

    def _nominal(self, i: int, things: Things) -> Deed:
        """An event told by a noun; those whom it names stand in its own phrase, or after a verb that says no more."""
        words = self.words
        pairs = syntax.prepositions_of(words, i)
        verb = words.heads[i]
        if words.deps[i] == "nsubj" and words.lemmas[verb] in _HAPPENING:
            pairs += [pair for pair in syntax.prepositions_of(words, verb) if pair[0] in ("between", "among", "with")]
        source = syntax.possessor(words, i, 6)
        if source is None:
            source = next((item for name, item in pairs if name in ("between", "among", "by", "from")), None)
        if source is None:
            named = [child for child in words.kids(i, "amod", "compound", "nmod") if words.doc[child].ent_type_]
            source = named[0] if named else self._visitor(i, things)
        if source is None:
            source = next((child for child in words.kids(i, "amod", "compound", "nmod")), None)
        elif words.pos[source] == "PROPN":  # "the raid by Chad on Mali": the parser hangs "on" on Chad
            pairs += syntax.prepositions_of(words, source)
        targets = [item for place in _TOWARDS for name, item in pairs if name == place and item != source]
        return Deed(
            i, things.root, things.mode, things.contexts, "done", f"noun:{things.key}", source, tuple(targets), i,
            reciprocal=things.root == "CONSULT" or any(name in ("between", "among") for name, _ in pairs),
        )  # fmt: skip

    def _visitor(self, i: int, things: Things) -> int | None:
        """Who has the talks of "flew home after talks with Chad": the subject of the verb that they follow."""
        words = self.words
        preposition = words.heads[i]
        if (
            things.root != "CONSULT"
            or words.deps[i] not in ("pobj", "pcomp")
            or words.lowers[preposition] not in _AFTER
        ):
            return None
        verb = words.heads[preposition]
        return syntax.subject(words, verb) if words.pos[verb] == "VERB" else None

    def obliged(self, i: int) -> Deed | None:
        """What someone says that another must do, whatever the verb: "France said Mali must hold a vote"."""
        words = self.words
        if words.pos[i] not in ("VERB", "AUX") or moods.mood(self.words, i) != "obliged":
            return None
        asked = syntax.subject(words, i)
        told = words.kids(words.heads[i], "dobj", "dative") if words.deps[i] == "ccomp" else []
        if asked is not None and told and words.lemmas[words.heads[i]] in _TELLING:
            asked = told[0]
        if asked is None or words.lowers[asked] in ("it", "there", "this", "that", "we", "i"):
            return None
        negated = moods.negated(self.words, i)
        return Deed(i, "REQUEST", "change", (), "demanded", "mood:must", None, (asked,), i, negated=negated)

    def finish(self, deed: Deed) -> Deed:
        """``deed`` with the negation, time, mood, condition and saying of the clause it stands in."""
        words = self.words
        clause = deed.token
        if not words.is_verb(clause) and words.is_verb(words.heads[clause]):
            clause = words.heads[clause]
        if deed.root == "MOBILIZE" and any(words.lemmas[item] in _PEACEKEEPING for item in words.subtree(clause)):
            deed = replace(deed, root="AID", mode="peacekeeping", contexts=("peacekeeping",))
        negated = moods.negated(self.words, deed.token)
        if deed.found_by == "mood:must":
            negated = deed.negated
        deed = in_mood(deed, moods.mood(self.words, clause), negated != deed.negated)
        condition, hypothetical = moods.condition(self.words, clause)
        if condition is None and deed.thing is not None and words.is_verb(deed.thing):
            condition = moods.condition(self.words, deed.thing)[0]
        sayer = moods.sayer(self.words, clause)
        if hypothetical or (deed.unrealised and deed.modality == "done"):
            return replace(deed, root="")
        if deed.modality == "done" and words.deps[clause] == "acl" and words.tags[clause] == "VB":
            deed = replace(deed, modality="considered")
        if deed.modality == "done" and moods.is_alleged(words, clause, sayer):
            deed = replace(deed, modality="claimed")
        if deed.negated and deed.modality == "done" and sayer is not None:
            deed = replace(deed, modality="denied")
        return replace(deed, condition=condition, sayer=sayer)
