"""Operators: words that speak of another deed ("threatens to", "calls for", "refused"), coded as one deed with it."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.language import arguments, moods, syntax
from dashboard.language.meanings import Meanings
from dashboard.language.outcomes import Deed, outcome
from dashboard.vocabulary.plover import COOPERATIVE, Operator

#: Operators for which mere troops mean that troops are to be sent: "offered soldiers", "considers a force".
_WANTING = frozenset({"promise", "consider", "refuse"})
#: Operators whose passive has the doer for its subject: "is expected to visit".
_RAISING = frozenset({"promise", "hope", "carry_on", "attempt", "say", "claim"})


class Operators:
    """Codes the operators of one passage. ``code`` gives the deed of a token; tokens told already go to ``used``."""

    def __init__(self, meanings: Meanings, code: Callable[[int, int], Deed | None], used: set[int]) -> None:
        self.words, self.meanings, self.code, self.used = meanings.words, meanings, code, used

    def govern(self, i: int, operator: Operator, depth: int) -> Deed | None:
        """The deed of the chain that begins with the operator at ``i``; None where it governs nothing that counts."""
        words = self.words
        inner = self._governed(i, operator, depth)
        if inner is None and not words.is_verb(i):
            return None
        clauses = words.kids(i, "xcomp", "ccomp")
        if operator.clause and not any(arguments.is_infinitive(words, clause) for clause in clauses):
            return None
        if inner is None and operator.key == "pledge" and not arguments.has_addressee(words, i):
            return None
        if operator.kind in ("say", "claim") and inner is not None and words.is_verb(inner.token):
            return None
        return self._combine(i, operator, inner)

    def _governed(self, i: int, operator: Operator, depth: int) -> Deed | None:
        """The first deed among what the operator at ``i`` may speak of."""
        words = self.words
        wish = operator.kind in ("promise", "consider", "hope", "attempt")
        for item in arguments.complements(words, i):
            if wish and arguments.tells_of_others(words, item):
                continue
            if operator.kind == "stop" and arguments.is_means(words, item):
                continue
            for joint in words.conjuncts(item):
                inner = self._spoken_of(joint, depth, operator)
                if inner is not None:
                    return inner
        return None

    def _spoken_of(self, i: int, depth: int, operator: Operator) -> Deed | None:
        """The deed that an operator governs at ``i``; a thing such as "sanctions" counts here."""
        words = self.words
        deed = self.code(i, depth + 1)
        if deed is not None:
            return deed
        if words.pos[i] in ("NOUN", "PROPN"):
            things = self.meanings.things(i)
            if things is not None and things.key == "forces" and operator.kind not in _WANTING:
                return None
            if things is not None and things.root:
                return Deed(
                    i, things.root, things.mode, things.contexts, "done", f"noun:{things.key}",
                    arguments.maker(words, i), arguments.targets(words, i, i, ()), i,
                )  # fmt: skip
        return None

    def _combine(self, i: int, operator: Operator, inner: Deed | None) -> Deed | None:
        """One deed out of an operator and what it governs."""
        words = self.words
        kind = operator.kind
        inner_negated = inner is not None and moods.negated(words, inner.token)
        root, mode, modality, negated = outcome(operator, inner, inner_negated)
        if not root:
            return None
        verb = words.is_verb(i)
        source = self._source(i, operator)
        targets = self._targets(i, operator, inner, source)
        if kind == "judge" and inner is not None and inner.root not in COOPERATIVE:
            source = self.meanings.acting(source, root)
        if source is None and verb and syntax.is_passive(words, i) and kind in _RAISING:
            source = syntax.patient(words, i)
        if kind in ("carry_on", "perform", "order") and inner is not None and source is None:
            source = inner.source
        if inner is not None:
            self._take(inner)
        return Deed(
            i, root, mode, inner.contexts if inner is not None else (), modality, f"{kind}:{operator.key}",
            source, tuple(item for item in dict.fromkeys(targets) if item != source),
            inner.token if inner is not None else next(iter(syntax.objects_of(words, i)), None) if verb else None,
            negated=negated, reciprocal=operator.key == "agree" or (inner is not None and inner.reciprocal),
            inner=(inner.inner or inner.root) if inner is not None else "",
        )  # fmt: skip

    def _source(self, i: int, operator: Operator) -> int | None:
        """Who threatens, asks or refuses, by the form of the operator: adjective, verb or noun."""
        words = self.words
        if operator.verbs.isdisjoint((words.lemmas[i],)) and words.lowers[i] in operator.adjectives:
            return arguments.holder(words, words.heads[i] if words.pos[i] == "ADJ" else i)
        if words.is_verb(i):
            return syntax.subject(words, i)
        if words.pos[i] == "ADJ":
            return syntax.subject(words, words.heads[i])
        return syntax.possessor(words, i)

    def _targets(self, i: int, operator: Operator, inner: Deed | None, source: int | None) -> tuple[int, ...]:
        """Towards whom the chain goes, best first: those of the operator, those of the inner deed, or who does that."""
        words, kind = self.words, operator.kind
        own = arguments.targets(words, i, None, ()) if words.is_verb(i) else ()
        inner_targets = inner.targets if inner is not None else ()
        if kind in ("request", "order"):
            own = tuple(item for item in own if inner is None or item != inner.thing or item not in inner.targets)
            return (*own, *self._asked(i, inner, source), *inner_targets)
        if kind == "judge" and inner is not None and inner.root not in COOPERATIVE:
            return self._judged(i, inner, own)
        doer = inner.source if inner is not None else None
        made_by = (doer,) if doer is not None and doer != source else ()
        if kind in ("judge", "deny", "refuse"):
            return (*own, *made_by, *inner_targets)
        if kind == "threaten":
            return (*own, *inner_targets)
        if kind == "consider":
            return (*made_by, *inner_targets, *own)
        return (*inner_targets, *own)

    def _judged(self, i: int, inner: Deed, own: tuple[int, ...]) -> tuple[int, ...]:
        """Who is blamed or praised: the doer of the deed that is judged, never its victim."""
        words = self.words
        doer = inner.source
        if doer is None and not syntax.is_passive(words, i):
            doer = next((item for name, item in syntax.prepositions_of(words, i) if name == "by"), None)
        inside = set(words.subtree(inner.token)) - {doer}
        return tuple(item for item in (*own, doer) if item is not None and item not in inside)

    def _take(self, inner: Deed) -> None:
        """Marks as told the deed that the operator speaks of, those joined to it and what they aim at."""
        words = self.words
        same = [joint for joint in words.conjuncts(inner.token) if words.tags[joint] == words.tags[inner.token]]
        self.used.update(same)
        self.used.update(
            aim for joint in same for aim in words.kids(joint, "advcl", "xcomp") if words.tags[aim] == "VB"
        )
        if inner.thing is not None:
            self.used.add(inner.thing)

    def _asked(self, i: int, inner: Deed | None, source: int | None) -> tuple[int, ...]:
        """Who is asked to act: the subject of what is demanded."""
        if inner is not None:
            return (inner.source,) if inner.source is not None and inner.source != source else ()
        for clause in self.words.kids(i, "ccomp", "xcomp"):
            asked = syntax.subject(self.words, clause)
            if asked is not None and asked != source:
                return (asked,)
        return ()
