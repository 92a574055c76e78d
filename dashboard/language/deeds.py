"""Deeds: what the words of one passage tell to be done, coded in PLOVER, before anyone is named.

A deed is found at its predicate (verb, adjective or noun). Operators ("threatens to", "calls for", "refused") are
coded together with the deed they speak of, so that each chain of words gives one deed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.language import syntax
from dashboard.language.syntax import Words
from dashboard.records import Modality
from dashboard.vocabulary.plover import COOPERATIVE, Operator, Plover, Sense, Things

#: Deeds that are acts of force or of the purse: announcing one is a threat.
_FORCEFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
#: Deeds done with words, which only an actor can do.
_VERBAL = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "'d"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_OBLIGED = frozenset({"must", "should", "ought", "need"})
_IF = frozenset({"if", "unless", "provided", "providing", "whether", "lest", "once"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "nothing", "nobody", "hardly"})
_TOWARDS = ("against", "on", "upon", "with", "to", "toward", "towards", "at", "from", "for", "between", "among", "over", "of",
            "about", "into", "in")  # fmt: skip
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "from", "against", "for", "on", "with", "to", "in", "about", "at", "by"})
#: Operators for which mere troops mean that troops are to be sent: "offered soldiers", "considers a force".
_WANTING = frozenset({"promise", "consider", "refuse"})
#: Nouns whose clause is said by someone, not told: "a report that it had sold arms".
_HEARSAY = frozenset({"report", "claim", "accusation", "allegation", "suggestion", "rumor", "rumour", "charge", "idea"})
#: Soldiers sent under these words are help, not a threat.
_PEACEKEEPING = frozenset({"peacekeeping", "peacekeeper", "peace-keeping"})
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Deed:
    """A coded predicate: tokens by index, targets in order of preference."""

    token: int
    root: str
    mode: str
    contexts: tuple[str, ...]
    modality: Modality
    found_by: str
    source: int | None = None
    targets: tuple[int, ...] = ()
    thing: int | None = None
    """What the predicate governs: "sanctions" of "imposed sanctions"."""
    negated: bool = False
    reciprocal: bool = False
    condition: int | None = None
    sayer: int | None = None
    """The verb of saying under which the deed stands, whose subject a bare pronoun means."""
    unrealised: bool = False
    """Told only where it is planned or threatened."""
    inner: str = ""
    """Root of the deed that a threat, promise, demand or refusal speaks of."""


def find_deeds(words: Words, plover: Plover) -> tuple[Deed, ...]:
    """Every deed of the passage, in order of its predicate."""
    coder = _Coder(words, plover)
    found = [coder.code(i) or coder.obliged(i) for i in range(len(words))]
    told = (coder.finish(deed) for i, deed in enumerate(found) if deed is not None and i not in coder.used)
    return tuple(deed for deed in told if deed.root)


def _all(sense: Sense) -> frozenset[str]:
    return frozenset().union(*(pattern.nouns for pattern in sense.patterns)) if sense.patterns else frozenset()


def threat_mode(root: str, mode: str) -> str:
    """The mode of a threat to do (``root``, ``mode``)."""
    if root in ("ASSAULT", "MOBILIZE"):
        return "violence"
    if root == "SANCTION":
        return {"expel": "expel", "restrict": "restrict"}.get(mode, "relations")
    if root == "COERCE":
        return {"arrest": "arrest", "ban": "ban", "deport": "expel", "seize": "territory"}.get(mode, "restrict")
    return ""


def wish_mode(root: str) -> str:
    """The mode of agreeing to, asking for or refusing a deed of ``root``."""
    return {
        "AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield",
    }.get(root, "change")  # fmt: skip


class _Coder:
    """Codes the tokens of one passage; each only once."""

    def __init__(self, words: Words, plover: Plover) -> None:
        self.words, self.plover = words, plover
        self.known: dict[int, Deed | None] = {}
        self.used: set[int] = set()
        for i, lemma in enumerate(words.lemmas):
            lower = words.lowers[i]
            if words.deps[i] == "ROOT" and words.pos[i] in ("PROPN", "NOUN") and lower != lemma and lower[-1] in "sd":
                if lower in plover.lemmas and any(words.deps[child] == "dobj" for child in words.children[i]):
                    words.pos[i], words.tags[i] = "VERB", "VBZ"
            if words.pos[i] == "VERB" and lemma not in plover.lemmas and words.lowers[i] in plover.lemmas:
                words.lemmas[i] = plover.lemmas[words.lowers[i]]

    def code(self, i: int, depth: int = 0) -> Deed | None:
        """The deed whose predicate is token ``i``."""
        if i in self.known:
            return self.known[i]
        if depth > _DEPTH:
            return None
        self.known[i] = None
        pos, lemma = self.words.pos[i], self.words.lemmas[i]
        deed = None
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

    # --- verbs -----------------------------------------------------------------------------------------------

    def _verb(self, i: int, depth: int) -> Deed | None:
        if self.words.deps[i] == "amod":
            return None
        if syntax.is_passive(self.words, i) and syntax.agent(self.words, i) is None:
            deed = self._adjective(i, depth)
            if deed is not None:
                return deed
        sense, thing, particle = self._sense(i)
        operator, same_particle = self._operator(i)
        if sense is not None and (thing is not None or operator is None or (particle and not same_particle)):
            return self._by_sense(i, sense, thing)
        if operator is not None:
            deed = self._by_operator(i, operator, depth)
            if deed is not None:
                return deed
        return self._by_sense(i, sense, thing) if sense is not None else None

    def _has_particle(self, i: int, particle: str) -> bool:
        words = self.words
        return any(
            words.lowers[child] == particle
            and child > i
            and words.deps[child] in ("prt", "prep", "advmod", "dative", "agent", "mark", "acomp", "ccomp", "oprd")
            and not any(words.doc[item].ent_type_ in ("DATE", "TIME") for item in words.kids(child, "pobj"))
            for child in words.children[i]
        )

    def _sense(self, i: int) -> tuple[Sense | None, int | None, bool]:
        """The sense that fits best what ``i`` governs, and the object that fits it."""
        best: tuple[int, Sense, int | None] | None = None
        governed: dict[str, list[int]] | None = None
        for particle, sense in self.plover.senses_by_verb.get(self.words.lemmas[i], ()):
            if particle and not self._has_particle(i, particle):
                continue
            if governed is None:
                governed = self._governed(i)
            thing = self._fits(sense, governed)
            if thing is None and (not sense.bare or self._excluded(sense, governed)):
                continue
            if any(not governed.get(relation) for relation in sense.needs if relation != "to"):
                continue
            if "to" in sense.needs and not (governed.get("to") or self._far_to(i)):
                continue
            score = (4 if thing is not None and sense.patterns else 0) + (1 if particle else 0)
            score += len(sense.needs)
            score += 2 * (thing is not None and any("_" in name for name in self.names(thing) & _all(sense)))
            if best is None or score > best[0]:
                best = (score, sense, thing if sense.patterns else None)
        return (best[1], best[2], bool(best[0] % 2)) if best is not None else (None, None, False)

    def _far_to(self, i: int) -> list[int]:
        """What stands after "to" anywhere below ``i``: the parser hangs it on the nearest noun or participle."""
        words = self.words
        return [
            item
            for child in words.subtree(i)
            if words.lowers[child] == "to" and words.deps[child] in ("prep", "dative")
            for item in words.kids(child, "pobj")
        ]

    def _governed(self, i: int) -> dict[str, list[int]]:
        words = self.words
        found: dict[str, list[int]] = {"obj": []}
        for item in syntax.objects_of(words, i):
            found["obj"].extend(words.conjuncts(item))
        for item in words.kids(i, "oprd"):
            found["obj"].append(item)
        pairs = syntax.prepositions_of(words, i)
        for item in tuple(found["obj"]):
            pairs += syntax.prepositions_of(words, item)
        for preposition, item in pairs:
            if words.doc[item].ent_type_ not in ("DATE", "TIME"):
                found.setdefault(preposition, []).extend(words.conjuncts(item))
        own = syntax.subject(words, i) if not syntax.is_passive(words, i) else None
        if own is not None:
            found["subj"] = words.conjuncts(own)
        for clause in words.kids(i, "xcomp", "ccomp", "advcl"):
            found.setdefault("clause", []).append(clause)
        return found

    def names(self, i: int) -> set[str]:
        """The lemmas by which a noun can be known: "freeze", "asset_freeze"; of "a series of attacks" also "attack"."""
        words = self.words
        lemma = words.lemmas[i]
        found = {lemma}
        for child in words.children[i]:
            if child < i and words.deps[child] in ("compound", "amod", "nmod", "poss"):
                found.add(f"{words.lemmas[child]}_{lemma}")
                if lemma in self.plover.things["wrapper"].nouns and words.deps[child] == "compound":
                    found.add(words.lemmas[child])
            elif child > i and words.lowers[child] == "of":
                found.update(f"{lemma}_of_{words.lemmas[item]}" for item in words.kids(child, "pobj"))
        if words.pos[i] == "PROPN":
            kind = words.doc[i].ent_type_
            found.add("#person" if kind == "PERSON" else "#place" if kind in ("GPE", "LOC", "FAC") else "#name")
        if lemma in self.plover.things["partitive"].nouns:
            for preposition, item in syntax.prepositions_of(words, i):
                if preposition == "of":
                    found |= self.names(item)
        return found

    def _fits(self, sense: Sense, governed: dict[str, list[int]]) -> int | None:
        for pattern in sense.patterns:
            for item in governed.get(pattern.relation, ()):
                if not pattern.nouns.isdisjoint(self.names(item)):
                    return item
        return None

    def _excluded(self, sense: Sense, governed: dict[str, list[int]]) -> bool:
        if not sense.unless:
            return False
        if "#clause" in sense.unless and governed.get("clause"):
            return True
        return any(not sense.unless.isdisjoint(self.names(item)) for item in governed["obj"])

    def _by_sense(self, i: int, sense: Sense, thing: int | None) -> Deed:
        words = self.words
        source = self._acting(syntax.subject(words, i), sense.root)
        targets = self._targets(i, thing, sense.towards)
        if "to" in sense.needs:
            targets = tuple(dict.fromkeys((*self._far_to(i), *targets)))
        if thing is not None and words.is_verb(thing):
            let = syntax.subject(words, thing)
            targets = (*((let,) if let is not None and let != source else ()), *targets)
        if sense.swapped:
            first = (
                source if source is not None else (syntax.patient(words, i) if syntax.is_passive(words, i) else None)
            )
            pairs = [item for item in targets if item != first]
            source, targets = (pairs[0] if pairs else None), ((first,) if first is not None else ())
        for item in syntax.objects_of(words, i):
            self.used.add(item)
            if words.lemmas[item] in _HEARSAY:
                self.used.update(words.kids(item, "acl", "ccomp"))
        if sense.root in ("COERCE", "REJECT"):
            self.used.update(item for name, item in syntax.prepositions_of(words, i) if name == "from")
        if thing is not None:
            self.used.add(thing)
        root, mode, contexts = sense.root, sense.mode, sense.contexts
        if root == "MOBILIZE" and any(words.lemmas[item] in _PEACEKEEPING for item in words.subtree(i)):
            root, mode, contexts = "AID", "peacekeeping", ("peacekeeping",)
        return Deed(
            i, root, mode, contexts, "done", f"verb:{sense.key}", source, targets, thing,
            reciprocal=sense.reciprocal, unrealised=sense.unrealised,
        )  # fmt: skip

    def _targets(self, i: int, thing: int | None, towards: tuple[str, ...]) -> tuple[int, ...]:
        """Where the target of predicate ``i`` may stand, best place first."""
        words = self.words
        objects = [item for item in syntax.objects_of(words, i)]
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
        found.extend(makers)
        if thing is None or thing not in objects:
            found.extend(item for item in objects if item != thing)
        for place in _TOWARDS:
            found.extend(item for name, item in pairs if name == place)
        found.extend(objects)
        for item in objects:
            for clause in words.kids(item, "acl"):
                found.extend(syntax.objects_of(words, clause))
                found.extend(after for _, after in syntax.prepositions_of(words, clause))
        return tuple(dict.fromkeys(found))

    # --- operators -------------------------------------------------------------------------------------------

    def _operator(self, i: int) -> tuple[Operator | None, bool]:
        """The operator that ``i`` is, and whether it has a particle."""
        best, best_score = None, -1
        has_clause = bool(self.words.kids(i, "xcomp", "ccomp"))
        for particle, operator in self.plover.operators_by_verb.get(self.words.lemmas[i], ()):
            if particle and not self._has_particle(i, particle):
                continue
            score = 2 * len(particle) + (operator.clause == has_clause)
            if score > best_score:
                best, best_score = operator, score
        return best, best_score > 1

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
        if words.is_verb(i) and not clauses:
            clauses = [item for item in words.kids(i, "advcl") if words.tags[item] in ("VB", "VBG")]
        return clauses + objects + [item for _, item in after] + later + below

    def _by_operator(self, i: int, operator: Operator, depth: int) -> Deed | None:
        inner = None
        wish = operator.kind in ("promise", "consider", "hope", "attempt")
        for item in self._complements(i):
            if wish and self._tells(item):
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
            things = self._things(i)
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
        things = self._things(source)
        return None if things is not None and things.event else source

    def _things(self, i: int) -> Things | None:
        rows = self.plover.things_by_noun.get(self.words.lemmas[i], ())
        if rows and not self.plover.things["no_event"].nouns.isdisjoint(self.names(i)):
            return None
        for modifier, things in rows:
            if not modifier or f"{modifier}_{self.words.lemmas[i]}" in self.names(i):
                return things
        if self.words.lemmas[i] in self.plover.things["partitive"].nouns:
            for preposition, item in syntax.prepositions_of(self.words, i):
                if preposition == "of":
                    return self._things(item)
        return None

    def _combine(self, i: int, operator: Operator, inner: Deed | None) -> Deed | None:
        """One deed out of an operator and what it governs."""
        words = self.words
        kind = operator.kind
        root, mode, modality, negated = _outcome(operator, inner, self._negated(inner.token) if inner else False)
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
        if kind in ("carry_on", "perform", "order") and inner is not None and source is None:
            source = inner.source
        if inner is not None:
            self.used.add(inner.token)
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

    # --- adjectives and nouns --------------------------------------------------------------------------------

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
                if accused is None or self._sayer(holder) is None:
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
        things = self._things(i)
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
            thing = self._fits(sense, governed) if particle == wanted and sense.patterns else None
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
        """An event told by a noun; those whom it names stand in its own phrase."""
        words = self.words
        pairs = syntax.prepositions_of(words, i)
        source = syntax.possessor(words, i, 6)
        if source is None:
            source = next((item for name, item in pairs if name in ("between", "among", "by", "from")), None)
        if source is None:
            source = next((child for child in words.kids(i, "amod", "compound", "nmod")), None)
        targets = [item for place in _TOWARDS for name, item in pairs if name == place and item != source]
        return Deed(
            i, things.root, things.mode, things.contexts, "done", f"noun:{things.key}", source, tuple(targets), i,
            reciprocal=things.root == "CONSULT" or any(name in ("between", "among") for name, _ in pairs),
        )  # fmt: skip

    def obliged(self, i: int) -> Deed | None:
        """What someone says that another must do, whatever the verb: "France said Mali must hold a vote"."""
        words = self.words
        if words.pos[i] not in ("VERB", "AUX") or self._mood(i) != "obliged":
            return None
        asked = syntax.subject(words, i)
        if asked is None or words.lowers[asked] in ("it", "there", "this", "that", "we", "i"):
            return None
        negated = self._negated(i)
        return Deed(i, "REQUEST", "change", (), "demanded", "mood:must", None, (asked,), i, negated=negated)

    # --- what the words around say of a deed -----------------------------------------------------------------

    def _negated(self, i: int) -> bool:
        words = self.words
        for child in words.children[i]:
            if words.deps[child] == "neg" or words.lowers[child] in ("never", "neither", "nor"):
                return True
        governed = [*words.kids(i, "dobj", "nsubj", "nsubjpass", "attr")]
        if words.pos[i] in ("NOUN", "PROPN"):
            governed.append(i)
        if any(words.lowers[child] == "no" for item in governed for child in words.children[item]):
            return True
        if words.pos[i] == "ADJ" and words.heads[i] != i and words.is_verb(words.heads[i]):
            return self._negated(words.heads[i])
        head = words.heads[i]
        return words.deps[i] == "pcomp" and words.lowers[head] == "without"

    def finish(self, deed: Deed) -> Deed:
        """``deed`` with the negation, time, mood, condition and saying of the clause it stands in."""
        words = self.words
        clause = deed.token
        if not words.is_verb(clause) and words.is_verb(words.heads[clause]):
            clause = words.heads[clause]
        negated = self._negated(deed.token)
        if deed.found_by == "mood:must":
            negated = deed.negated
        deed = _in_mood(deed, self._mood(clause), negated != deed.negated)
        condition, hypothetical = self._condition(clause)
        if condition is None and deed.thing is not None and words.is_verb(deed.thing):
            condition = self._condition(deed.thing)[0]
        sayer = self._sayer(clause)
        if hypothetical or (deed.unrealised and deed.modality == "done"):
            return replace(deed, root="")
        if deed.modality == "done" and words.deps[clause] == "acl" and words.tags[clause] == "VB":
            deed = replace(deed, modality="considered")
        if deed.negated and deed.modality == "done" and sayer is not None:
            deed = replace(deed, modality="denied")
        return replace(deed, condition=condition, sayer=sayer)

    def _mood(self, i: int) -> str:
        """ "", "future", "possible" or "obliged", from the auxiliaries of a clause or of the one it is joined to."""
        words = self.words
        for here in dict.fromkeys((i, words.first_conjunct(i) if words.tags[i] == "VB" else i)):
            for child in words.children[here]:
                if words.deps[child] not in ("aux", "auxpass"):
                    continue
                lower = words.lowers[child]
                if lower in _FUTURE:
                    return "future"
                if lower in _POSSIBLE:
                    past = any(words.lowers[other] == "have" for other in words.kids(here, "aux"))
                    return "supposed" if past and lower not in ("can", "ca") else "possible"
                if lower in _OBLIGED:
                    return "obliged"
                if lower == "to" and words.deps[here] == "ROOT":
                    return "future"
        head = words.heads[i]
        if words.deps[i] == "xcomp" and words.lemmas[head] in ("go", "set", "due", "about", "be", "schedule", "expect"):
            return "future"
        return ""

    def _condition(self, i: int) -> tuple[int | None, bool]:
        """The head of the if-clause that ``i`` depends on, and whether ``i`` itself stands in an if-clause."""
        words = self.words
        here, found = i, None
        for _ in range(8):
            if found is None:
                found = next((child for child in words.kids(here, "advcl", "prep") if self._is_if(child)), None)
            if words.deps[here] in ("advcl", "ccomp", "pcomp") and self._is_if(here):
                return None, True
            if words.deps[here] not in syntax.CLAUSES | {"dobj", "pobj", "prep", "acomp", "attr"}:
                break
            here = words.heads[here]
        return found, False

    def _is_if(self, i: int) -> bool:
        words = self.words
        for child in words.children[i]:
            if words.deps[child] in ("mark", "advmod", "prep") and words.lowers[child] in _IF:
                return words.lowers[child] != "once" or words.deps[child] == "mark"
            if words.deps[child] == "aux" and words.lowers[child] in ("should", "were", "had") and child < i:
                subjects = words.kids(i, "nsubj", "nsubjpass")
                if subjects and child < subjects[0]:
                    return True
        return words.lowers[i] in ("provided", "if", "unless") or (
            words.lowers[i] == "in" and any(words.lowers[c] in ("case", "event") for c in words.children[i])
        )

    def _sayer(self, i: int) -> int | None:
        words = self.words
        here = i
        for _ in range(6):
            head = words.heads[here]
            if head == here:
                break
            if words.deps[here] == "ccomp" and words.is_verb(head):
                return head
            here = head
        for child in words.children[here]:
            if words.deps[child] in ("ccomp", "parataxis") and words.lemmas[child] in ("say", "tell", "announce"):
                return child
        return None


def _outcome(operator: Operator, inner: Deed | None, inner_negated: bool) -> tuple[str, str, Modality, bool]:
    """Root, mode, modality and negation of an operator over ``inner``; an empty root where nothing is told."""
    kind, root, mode = operator.kind, operator.root, operator.mode
    if inner is None:
        return root, mode, _MODALITY.get(kind, "done"), False
    if kind == "consider" and inner.found_by.startswith("request:"):
        return "AGREE", inner.mode, "considered", False
    cooperative = inner.root in COOPERATIVE
    if kind == "threaten":
        return "THREATEN", threat_mode(inner.root, inner.mode), "threatened", False
    if kind in ("promise", "consider", "hope"):
        modality = _MODALITY[kind] if operator.mode != "offer" else "offered"
        if inner_negated and cooperative:
            return "REJECT", wish_mode(inner.root), modality, False
        if inner.root == "MOBILIZE" and operator.mode in ("offer", "pledge"):
            return "AGREE", "assist", modality, False
        if inner.root in _FORCEFUL:
            return (
                ("AGREE", "yield", modality, False)
                if inner_negated
                else ("THREATEN", threat_mode(inner.root, inner.mode), modality, False)
            )
        if cooperative:
            return "AGREE", wish_mode(inner.root), modality, False
        return inner.root, inner.mode, modality, inner_negated
    if kind == "refuse":
        return "REJECT", wish_mode(inner.root), "done", False
    if kind == "request":
        return "REQUEST", wish_mode(inner.root), "demanded", False
    if kind == "deny":
        return "REJECT", "", "denied", False
    if kind == "fail":
        return (
            ("REJECT", wish_mode(inner.root), "done", False) if cooperative else (inner.root, inner.mode, "done", True)
        )
    if kind == "stop":
        if inner.root in ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"):
            return "RETREAT", "ceasefire" if inner.root == "ASSAULT" else "", "done", False
        return ("SANCTION", "discontinue", "done", False) if cooperative else ("", "", "done", False)
    if kind == "judge":
        return root, mode, "done", False
    if kind == "attempt":
        return inner.root, inner.mode, "considered", inner_negated
    if kind == "order" and inner.found_by.startswith("verb:"):
        return "REQUEST", wish_mode(inner.root), "demanded", False
    if kind == "claim":
        return inner.root, inner.mode, "claimed", inner_negated
    if kind == "say":
        return inner.root, inner.mode, "announced", inner_negated
    return inner.root, inner.mode, inner.modality, inner_negated


_MODALITY: dict[str, Modality] = {
    "threaten": "threatened", "promise": "announced", "consider": "considered", "hope": "considered",
    "request": "demanded", "deny": "denied",
}  # fmt: skip


def _in_mood(deed: Deed, mood: str, negated: bool) -> Deed:
    """``deed`` as its auxiliaries tell it: announced, possible, demanded or refused."""
    if mood in ("future", "possible") and negated and deed.root in COOPERATIVE:
        return replace(deed, root="REJECT", mode=wish_mode(deed.root), modality="announced", inner=deed.root)
    if mood in ("future", "possible") and deed.modality == "done" and not negated:
        modality: Modality = "announced" if mood == "future" else "considered"
        if deed.root in _FORCEFUL:
            return replace(
                deed, root="THREATEN", mode=threat_mode(deed.root, deed.mode), modality=modality, inner=deed.root
            )
        if deed.root in COOPERATIVE and deed.root != "AGREE":
            return replace(deed, root="AGREE", mode=wish_mode(deed.root), modality=modality, inner=deed.root)
        return replace(deed, modality=modality)
    if mood == "supposed" and deed.modality == "done":
        return replace(deed, modality="claimed", negated=negated)
    if mood == "obliged" and deed.modality == "done":
        asked = (deed.source,) if deed.source is not None else ()
        return replace(
            deed, root="REQUEST", mode=wish_mode(deed.root), modality="demanded", source=None,
            targets=(*asked, *deed.targets), inner=deed.root, negated=negated,
        )  # fmt: skip
    return replace(deed, negated=negated)
