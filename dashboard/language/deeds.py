"""Deeds: what the words of one passage tell to be done, coded in PLOVER, before anyone is named.

A deed is found at its predicate (verb, adjective or noun). ``operators`` codes words such as "threatens to" together
with the deed they speak of, so that each chain of words gives one deed; ``arguments`` says where those stand whom it
names.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.language import arguments, moods, syntax
from dashboard.language.meanings import Meanings
from dashboard.language.operators import Operators
from dashboard.language.outcomes import Deed, in_mood
from dashboard.language.syntax import Words
from dashboard.vocabulary.plover import Plover, Sense, Things
from dashboard.vocabulary.word_sets import word_set

__all__ = ["Deed", "find_deeds"]

#: Nouns whose clause tells what is asked or alleged.
_STATEMENTS = arguments.HEARSAY | {"demand", "proposal", "request", "appeal", "call", "threat"}
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
_HAPPENING = word_set("goes_on")
#: How many operators one chain of words may have.
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
        self.operators = Operators(self, self.code, self.used)

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
            deed = self.operators.govern(i, operator, depth)
            if deed is not None:
                return deed
        if sense is not None and (thing is not None or operator is None or (particle and not same_particle)):
            return self._by_sense(i, sense, thing)
        if operator is not None:
            deed = self.operators.govern(i, operator, depth)
            if deed is not None:
                return deed
        return self._by_sense(i, sense, thing) if sense is not None else None

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
        source = self.acting(syntax.subject(words, i), sense.root)
        targets = arguments.targets(words, i, thing, sense.towards)
        if "to" in sense.needs:
            targets = tuple(dict.fromkeys((*self.far_to(i), *targets)))
        if "clause" in sense.needs:
            thing = next(iter(words.kids(i, "ccomp", "xcomp")), None)
        if thing is not None and words.deps[thing] in ("ccomp", "xcomp", "advcl"):
            targets = (*targets, *(item for item in arguments.targets(words, thing, None, ()) if item != thing))
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
            targets = (*targets, *arguments.targets(words, words.heads[thing], thing, ()))
        self._take(i, sense)
        targets = tuple(dict.fromkeys((*targets, *arguments.addressees(words, i, sense.root))))
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

    def _take(self, i: int, sense: Sense) -> None:
        """Marks what the predicate itself tells of: its objects, what these report, what one is accused of."""
        words = self.words
        objects = syntax.objects_of(words, i)
        self.used.update(objects)
        for item in objects:
            if words.lemmas[item] in arguments.HEARSAY:
                clauses = [*words.kids(item, "acl", "ccomp"), *words.kids(i, "ccomp")]
                self.used.update(low for clause in clauses for low in words.subtree(clause))
        if sense.root in ("COERCE", "REJECT"):
            self.used.update(item for name, item in syntax.prepositions_of(words, i) if name == "from")
        if sense.root == "ACCUSE":
            after = (item for name, item in syntax.prepositions_of(words, i) if name in ("of", "with", "for"))
            self.used.update(item for item in after if words.is_verb(item))

    def _adjective(self, i: int, depth: int) -> Deed | None:
        words, lemma = self.words, self.words.lowers[i]
        if words.deps[i] == "amod":
            return None
        holder = words.heads[i] if words.pos[i] == "ADJ" else i
        for operator in self.plover.operators_by_adjective.get(lemma, ()):
            return self.operators.govern(i, operator, depth)
        for sense in self.plover.senses_by_adjective.get(lemma, ()):
            pairs = syntax.prepositions_of(words, i)
            if sense.said:
                accused = arguments.holder(words, holder)
                if accused is None or moods.sayer(self.words, holder) is None:
                    continue
                return Deed(
                    i, sense.root, sense.mode, sense.contexts, "done", f"adjective:{sense.key}", None, (accused,)
                )  # fmt: skip
            if pairs or sense.bare:
                source = arguments.holder(words, holder)
                return Deed(
                    i, sense.root, sense.mode, sense.contexts, "done", f"adjective:{sense.key}", source,
                    tuple(item for _, item in pairs),
                )  # fmt: skip
        return None

    def _noun(self, i: int, depth: int) -> Deed | None:
        words, lemma = self.words, self.words.lemmas[i]
        for operator in self.plover.operators_by_noun.get(lemma, ()):
            deed = self.operators.govern(i, operator, depth)
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
                targets = [item for item in arguments.likeliest_first(pairs) if item != source]
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
            source = arguments.named_modifier(words, i)
        if source is None:
            source = self._visitor(i, things)
        if source is None:
            source = next((child for child in words.kids(i, "amod", "compound", "nmod")), None)
        elif words.pos[source] == "PROPN":  # "the raid by Chad on Mali": the parser hangs "on" on Chad
            pairs += syntax.prepositions_of(words, source)
        targets = [item for item in arguments.likeliest_first(pairs) if item != source]
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
