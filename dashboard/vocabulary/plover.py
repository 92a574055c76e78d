"""The words that tell events, coded in PLOVER: typed access to ``plover.toml``."""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from dashboard.errors import VocabularyError

T = TypeVar("T")

FILE = Path(__file__).with_name("plover.toml")

#: The sixteen roots of PLOVER 2021, from cooperative to hostile.
ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset(ROOTS) - COOPERATIVE - {"REQUEST"}
CONTEXTS = frozenset(
    {
        "military", "intelligence", "executive", "legislative", "election", "economic", "legal", "human_rights",
        "diplomatic", "peacekeeping", "territory", "resource", "cbrn", "cyber", "terrorism", "refugee", "humanitarian",
    }
)  # fmt: skip

OperatorKind = Literal[
    "say", "claim", "deny", "threaten", "promise", "consider", "refuse", "request", "fail", "stop", "perform",
    "carry_on", "attempt", "judge", "hope",
    "order",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours that an entry must code (``holds``), or a near-miss that it must not."""

    key: str
    root: str
    kind: str
    """The kind of an operator, "" for others."""
    text: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Things:
    """A class of nouns that verbs act on: sanctions, talks, troops. ``root`` is the deed of having it done."""

    key: str
    root: str
    mode: str
    contexts: tuple[str, ...]
    event: bool
    """The noun alone may tell the event, when it names who does it: "Syria's attack on Aleppo"."""
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a verb must govern for a sense: a relation ("obj", or a preposition) and one of these nouns."""

    relation: str
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning of some verbs or adjectives, with what they must govern, and the PLOVER code of that."""

    key: str
    root: str
    mode: str
    contexts: tuple[str, ...]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    patterns: tuple[Pattern, ...]
    unless: frozenset[str]
    """Objects with which the verb means something else: "meet a deadline"."""
    towards: tuple[str, ...]
    """Where its target stands, when not in the usual places: "obj", "subj" or prepositions."""
    needs: tuple[str, ...]
    """Relations that must be filled, with whatever words: "obj", "to"."""
    swapped: bool
    """True where the grammatical subject is the target: "received aid from", "faces sanctions"."""
    reciprocal: bool
    said: bool
    """True where the one who says it judges the one it is said of: "called it unacceptable"."""
    together: str
    """The root where several do it jointly: drills of one are a show of force, drills of two are cooperation."""
    unrealised: bool
    """True where it counts only as a plan or threat: "will retaliate"."""
    bare: bool
    """True where a verb needs no object at all to mean this."""


@dataclass(frozen=True, slots=True)
class Operator:
    """Words that change what is said of another act: threaten to, consider, refuse, call for, deny."""

    kind: OperatorKind
    key: str
    root: str
    mode: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    clause: bool
    """True where the words mean this only with a clause: "asked Iran to stop", not "asked a question"."""


@dataclass(frozen=True, slots=True)
class Plover:
    """The whole vocabulary, indexed by the lemma that opens each entry."""

    things: dict[str, Things]
    senses: tuple[Sense, ...]
    operators: tuple[Operator, ...]
    examples: tuple[Example, ...]
    things_by_noun: dict[str, tuple[tuple[str, Things], ...]]
    """Head noun to (modifier that must stand before it or "", class), the ones with a modifier first."""
    senses_by_verb: dict[str, tuple[tuple[str, Sense], ...]]
    """Verb to (particle or "", sense)."""
    senses_by_adjective: dict[str, tuple[Sense, ...]]
    operators_by_verb: dict[str, tuple[tuple[str, Operator], ...]]
    operators_by_noun: dict[str, tuple[Operator, ...]]
    operators_by_adjective: dict[str, tuple[Operator, ...]]
    nominals: dict[str, str]
    """Noun to the verb it is made of: "imposition" to "impose"."""
    lemmas: dict[str, str]
    """Regular forms of all verbs here to their lemma, for where a tagger's lemma is none of ours."""


@functools.cache
def load_plover(path: Path = FILE) -> Plover:
    """The vocabulary. Raises VocabularyError where an entry says what it must not."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{path.name}: {error}; allowed: TOML") from error
    things = {row["key"]: _things(row, path) for row in table["things"]}
    senses = tuple(_sense(row, things, path) for row in table["sense"])
    operators = tuple(_operator(row, path) for row in table["operator"])
    examples = tuple(
        Example(row["key"], row.get("root", ""), row.get("kind", ""), text, holds)
        for group in ("things", "sense", "operator")
        for row in table[group]
        for name, holds in (("examples", True), ("near_misses", False))
        for text in row.get(name, ())
    )
    return Plover(
        things,
        senses,
        operators,
        examples,
        _by_head(things.values()),
        _by_verb((sense.verbs, sense) for sense in senses),
        _by_word((sense.adjectives, sense) for sense in senses),
        _by_verb((operator.verbs, operator) for operator in operators),
        _by_word((operator.nouns, operator) for operator in operators),
        _by_word((operator.adjectives, operator) for operator in operators),
        {noun: verb for verb, nouns in table.get("nominals", {}).items() for noun in nouns.split()},
        _forms([*(sense.verbs for sense in senses), *(operator.verbs for operator in operators)]),
    )


def _forms(entries: Iterable[frozenset[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for verbs in entries:
        for verb in (entry.partition("_")[0] for entry in verbs):
            stem = verb[:-1] if verb.endswith("e") else verb
            soft = verb[:-1] + "i" if verb[-1] == "y" and verb[-2:-1] not in tuple("aeou") else ""
            doubled = verb + verb[-1]
            for form in (verb, verb + "s", verb + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing"):
                found.setdefault(form, verb)
            if soft:
                found.setdefault(soft + "es", verb)
                found.setdefault(soft + "ed", verb)
    return found


def _words(row: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(row.get(name, "").split())


def _nouns(row: dict[str, Any]) -> frozenset[str]:
    """The nouns of a class; the parser splits "cease-fire", so it is also known as "fire" after "cease"."""
    nouns = _words(row, "nouns")
    return nouns | {noun.replace("-", "_") for noun in nouns if "-" in noun}


def _coded(row: dict[str, Any], path: Path) -> tuple[str, str, tuple[str, ...]]:
    root, contexts = row.get("root", ""), tuple(row.get("contexts", "").split())
    if root and root not in ROOTS:
        raise VocabularyError(f"{path.name}: {row['key']}: root {root!r}; allowed: {', '.join(ROOTS)}")
    for context in contexts:
        if context not in CONTEXTS:
            raise VocabularyError(f"{path.name}: {row['key']}: context {context!r}; allowed: {sorted(CONTEXTS)}")
    return root, row.get("mode", ""), contexts


def _things(row: dict[str, Any], path: Path) -> Things:
    root, mode, contexts = _coded(row, path)
    return Things(row["key"], root, mode, contexts, row.get("event", False), _nouns(row))


def _sense(row: dict[str, Any], things: dict[str, Things], path: Path) -> Sense:
    root, mode, contexts = _coded(row, path)
    patterns: dict[str, set[str]] = defaultdict(set)
    for word in row.get("objects", "").split():
        relation, _, name = word.rpartition(":")
        if name.startswith("@") and name[1:] not in things:
            raise VocabularyError(f"{path.name}: {row['key']}: objects {name!r}; allowed: {sorted(things)}")
        patterns[relation or "obj"] |= things[name[1:]].nouns if name.startswith("@") else {name}
    return Sense(
        row["key"],
        root,
        mode,
        contexts,
        _words(row, "verbs"),
        _words(row, "adjectives"),
        tuple(Pattern(relation, frozenset(nouns)) for relation, nouns in patterns.items()),
        _words(row, "unless"),
        tuple(row.get("towards", "").split()),
        tuple(row.get("needs", "").split()),
        row.get("swapped", False),
        row.get("reciprocal", False),
        row.get("said", False),
        row.get("together", ""),
        row.get("unrealised", False),
        row.get("bare", not patterns),
    )


def _operator(row: dict[str, Any], path: Path) -> Operator:
    root, mode, _ = _coded(row, path)
    return Operator(
        row["kind"],
        row["key"],
        root,
        mode,
        _words(row, "verbs"),
        _words(row, "nouns"),
        _words(row, "adjectives"),
        row.get("clause", False),
    )


def _by_head(classes: Iterable[Things]) -> dict[str, tuple[tuple[str, Things], ...]]:
    found: dict[str, list[tuple[str, Things]]] = defaultdict(list)
    for things in classes:
        for noun in things.nouns:
            modifier, _, head = noun.rpartition("_")
            found[head].append((modifier, things))
    return {head: tuple(sorted(rows, key=lambda row: not row[0])) for head, rows in found.items()}


def _by_verb(entries: Iterable[tuple[frozenset[str], T]]) -> dict[str, tuple[tuple[str, T], ...]]:
    found: dict[str, list[tuple[str, T]]] = defaultdict(list)
    for verbs, entry in entries:
        for verb in verbs:
            lemma, _, particle = verb.partition("_")
            found[lemma].append((particle, entry))
    return {lemma: tuple(rows) for lemma, rows in found.items()}


def _by_word(entries: Iterable[tuple[frozenset[str], T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for words, entry in entries:
        for word in words:
            found[word].append(entry)
    return {word: tuple(rows) for word, rows in found.items()}
