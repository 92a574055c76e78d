"""Which meaning of the event vocabulary a predicate has, by what it governs."""

from __future__ import annotations

from dashboard.language import arguments, syntax
from dashboard.language.syntax import Words
from dashboard.vocabulary.countries import find_code
from dashboard.vocabulary.plover import Operator, Plover, Sense, Things

_PARTICLES = frozenset({"prt", "prep", "advmod", "dative", "agent", "mark", "acomp", "ccomp", "oprd"})
#: Before a noun: what it names belongs to several.
_SHARED = frozenset({"joint", "shared", "common", "combined", "bilateral", "trilateral", "binational"})


class Meanings:
    """The vocabulary applied to the words of one passage."""

    def __init__(self, words: Words, plover: Plover) -> None:
        self.words, self.plover = words, plover
        self._mend()

    def _mend(self) -> None:
        """Reads as verbs what can only be one here, in the form that the vocabulary knows."""
        words, known = self.words, self.plover.lemmas
        for i, lower in enumerate(words.lowers):
            headline = words.deps[i] == "ROOT" and words.pos[i] in ("PROPN", "NOUN") and lower[-1] in "sd"
            if headline and lower in known and words.kids(i, "dobj"):
                words.pos[i], words.tags[i] = "VERB", "VBZ"
            if words.pos[i] == "VERB" and words.lemmas[i] not in known and lower in known:
                words.lemmas[i] = known[lower]

    def _has_particle(self, i: int, particle: str) -> bool:
        words = self.words
        if particle == "free" and words.lowers[i + 1 : i + 2] == ["free"]:
            return True  # "set free two sailors": the parser hangs "free" on the sailors
        return any(
            words.lowers[child] == particle
            and (child > i or words.tags[child] == "RB")
            and words.deps[child] in (_PARTICLES if particle != "over" else ("prt", "advmod"))
            and not any(words.doc[item].ent_type_ in ("DATE", "TIME") for item in words.kids(child, "pobj"))
            for child in words.children[i]
        )

    def sense(self, i: int) -> tuple[Sense | None, int | None, bool]:
        """The sense that fits best what ``i`` governs, and the object that fits it."""
        best: tuple[int, Sense, int | None] | None = None
        governed: dict[str, list[int]] | None = None
        for particle, sense in self.plover.senses_by_verb.get(self.words.lemmas[i], ()):
            if particle and not self._has_particle(i, particle):
                continue
            if governed is None:
                governed = self.governed(i)
            thing = self.fits(sense, governed)
            if self._excluded(sense, governed) or (thing is None and not sense.bare):
                continue
            if any(not governed.get(relation) for relation in sense.needs if relation != "to"):
                continue
            if "to" in sense.needs and not (governed.get("to") or self.far_to(i)):
                continue
            score = (4 if thing is not None and sense.patterns else 0) + (1 if particle else 0)
            score += len(sense.needs)
            score += 2 * (thing is not None and any("_" in name for name in self.names(thing) & _nouns(sense)))
            if best is None or score > best[0]:
                best = (score, sense, thing if sense.patterns else None)
        return (best[1], best[2], bool(best[0] % 2)) if best is not None else (None, None, False)

    def operator(self, i: int) -> tuple[Operator | None, bool]:
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

    def far_to(self, i: int) -> list[int]:
        """What stands after "to" anywhere below ``i``: the parser hangs it on the nearest noun or participle."""
        words = self.words
        return [
            item
            for child in words.subtree(i)
            if words.lowers[child] == "to" and words.deps[child] in ("prep", "dative")
            for item in words.kids(child, "pobj")
        ]

    def governed(self, i: int) -> dict[str, list[int]]:
        """What predicate ``i`` governs, by relation: "obj", "subj", "clause", "clause_obj", or a preposition."""
        words = self.words
        found: dict[str, list[int]] = {"obj": []}
        objects = syntax.objects_of(words, i)
        for item in objects:
            found["obj"].extend(words.conjuncts(item))
        if len(objects) > 1:  # "called Chad a friend": the second says something of the first
            found["clause"] = [objects[-1]]
        for item in words.kids(i, "oprd"):
            found["obj"].append(item)
            found["clause"] = [item]
        pairs = syntax.prepositions_of(words, i)
        for item in tuple(found["obj"]):
            pairs += syntax.prepositions_of(words, item)
        for preposition, item in pairs:
            if words.doc[item].ent_type_ not in ("DATE", "TIME"):
                found.setdefault(preposition, []).extend(words.conjuncts(item))
        for clause in words.kids(i, "ccomp"):  # "beat students marching to the palace"
            if words.tags[clause] == "VBG":
                found["obj"].extend(words.kids(clause, "nsubj"))
        own = syntax.subject(words, i) if not syntax.is_passive(words, i) else None
        if own is not None:
            found["subj"] = words.conjuncts(own)
        for clause in words.kids(i, "xcomp", "ccomp", "advcl"):
            found.setdefault("clause", []).append(clause)
            if words.deps[clause] == "xcomp":
                found.setdefault("clause_obj", []).extend(syntax.objects_of(words, clause))
        return found

    def names(self, i: int) -> set[str]:
        """The lemmas by which a noun can be known: "freeze", "asset_freeze"; of "a series of attacks" also "attack"."""
        words = self.words
        lemma = words.lemmas[i]
        found = {lemma}
        for child in words.children[i]:
            if child < i and words.deps[child] in ("compound", "amod", "nmod", "poss"):
                found.add(f"{words.lemmas[child]}_{lemma}")
                if words.lowers[child] in _SHARED:
                    found.add("#joint")
                if lemma in self.plover.things["wrapper"].nouns and words.deps[child] == "compound":
                    found.add(words.lemmas[child])
            elif child > i and words.lowers[child] == "of":
                found.update(f"{lemma}_of_{words.lemmas[item]}" for item in words.kids(child, "pobj"))
        if words.pos[i] == "PROPN":
            kind = words.doc[i].ent_type_
            place = kind in ("GPE", "LOC", "FAC") or (kind != "PERSON" and bool(find_code(words.doc[i].text)))
            found.add("#person" if kind == "PERSON" else "#place" if place else "#name")
        if lemma in self.plover.things["partitive"].nouns:
            for preposition, item in syntax.prepositions_of(words, i):
                if preposition == "of":
                    found |= self.names(item)
        return found

    def fits(self, sense: Sense, governed: dict[str, list[int]]) -> int | None:
        """The first of what is governed that a pattern of ``sense`` asks for."""
        for pattern in sense.patterns:
            for item in governed.get(pattern.relation, ()):
                if not pattern.nouns.isdisjoint(self.names(item)):
                    return item
        return None

    def _excluded(self, sense: Sense, governed: dict[str, list[int]]) -> bool:
        if not sense.unless:
            return False
        if ("#clause" in sense.unless and governed.get("clause")) or ("#any" in sense.unless and governed["obj"]):
            return True
        if any(not sense.unless.isdisjoint(self.names(item)) for item in governed["obj"]):
            return True
        after = (entry.partition(":") for entry in sense.unless if ":" in entry)
        return any(name in self.names(item) for relation, _, name in after for item in governed.get(relation, ()))

    def things(self, i: int) -> Things | None:
        """The row of the vocabulary that noun ``i`` belongs to; "a series of attacks" belongs where "attacks" does."""
        rows = self.plover.things_by_noun.get(self.words.lemmas[i], ())
        if rows and not self.plover.things["no_event"].nouns.isdisjoint(self.names(i)):
            return None
        for modifier, things in rows:
            if things.key in ("partitive", "wrapper"):
                continue
            if not modifier or f"{modifier}_{self.words.lemmas[i]}" in self.names(i):
                return things
        if self.words.lemmas[i] in self.plover.things["partitive"].nouns:
            for preposition, item in syntax.prepositions_of(self.words, i):
                if preposition == "of":
                    return self.things(item)
        return None

    def acting(self, source: int | None, root: str) -> int | None:
        """``source``, but None where an event would speak: "Kim's visit raised concerns" tells no concern of Kim's."""
        if source is None or root not in arguments.VERBAL or self.words.pos[source] != "NOUN":
            return source
        things = self.things(source)
        return None if things is not None and things.event else source


def _nouns(sense: Sense) -> frozenset[str]:
    return frozenset().union(*(pattern.nouns for pattern in sense.patterns)) if sense.patterns else frozenset()
