"""The reactions that Chancery tells apart, read from ``reactions.toml``: names, order, colours, phrases, examples."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from dashboard.errors import VocabularyError
from dashboard.records import Modality
from dashboard.vocabulary.phrases import MARKS, Phrase, WordClasses, read_phrase, read_word_classes

FILE = Path(__file__).with_name("reactions.toml")
WORDS = Path(__file__).with_name("reaction_words.toml")

Aim = Literal["doer", "object", "with", "beside", "any"]
"""Where the targets stand: who does what is judged, at whom it is aimed, the partner, the one stood by, or others."""

Need = Literal["", "known", "named"]
"""Whether a reaction must have a target: none, one known from what went before, or one named in the sentence."""

#: Groups of reactions that spoil relations.
UNFRIENDLY = frozenset({"hostile", "critical"})
NOTHING = ""
"""Stands for the reaction of phrases that look like one and are none."""


@dataclass(frozen=True, slots=True)
class ReactionGroup:
    """A heading over neighbouring reactions, such as "Hostile"."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must get the reaction, with who reacts to whom."""

    text: str
    actor: str
    targets: tuple[str, ...] = ()
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A sentence that must not get the reaction. ``instead`` is what it gets, "" for nothing of note."""

    text: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class ReactionType:
    """One reaction. ``order`` counts from the most hostile; ``bench`` is its key in hand-labelled sets, "" for none."""

    key: str
    label: str
    order: int
    group: str
    colour: str
    root: str
    mode: str
    bench: str
    means: str
    modality: Modality
    targets: Aim
    needs_target: Need
    called: frozenset[str]
    """Nouns that point back at such a deed: "the expulsion"."""
    phrases: tuple[str, ...]
    mutual: frozenset[str]
    """Those of ``phrases`` that tell the same of the partner."""
    examples: tuple[Example, ...]
    near_misses: tuple[NearMiss, ...]
    source: str


@functools.cache
def load_reactions() -> dict[str, ReactionType]:
    """Every reaction by key, from hostile to cooperative."""
    entries = _read().get("reaction", [])
    found = {entry["key"]: _reaction(entry, order) for order, entry in enumerate(entries)}
    if len(found) != len(entries):
        raise VocabularyError(f"{FILE.name}: a reaction key stands twice")
    return found


@functools.cache
def load_reaction_groups() -> tuple[ReactionGroup, ...]:
    """The headings, from hostile to cooperative."""
    return tuple(ReactionGroup(entry["key"], entry["label"]) for entry in _read().get("group", []))


def _read() -> dict[str, Any]:
    try:
        return tomllib.loads(FILE.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{FILE.name}: {error}") from error


def _reaction(entry: dict[str, Any], order: int) -> ReactionType:
    try:
        return ReactionType(
            key=entry["key"],
            label=entry["label"],
            order=order,
            group=entry["group"],
            colour=entry["colour"],
            root=entry["root"],
            mode=entry["mode"],
            bench=entry["bench"],
            means=entry["means"],
            modality=entry["modality"],
            targets=entry["targets"],
            needs_target=entry.get("needs_target", ""),
            called=frozenset(entry.get("called", ())),
            phrases=(*entry.get("phrases", ()), *entry.get("mutual", ())),
            mutual=frozenset(entry.get("mutual", ())),
            examples=tuple(_example(one) for one in entry.get("examples", ())),
            near_misses=tuple(NearMiss(one["text"], one.get("instead", "")) for one in entry.get("near_misses", ())),
            source=entry.get("source", ""),
        )
    except KeyError as error:
        raise VocabularyError(f"{FILE.name}: reaction {entry.get('key', order)!r} has no {error}") from error


def _example(one: dict[str, Any]) -> Example:
    return Example(one["text"], one["actor"], tuple(one.get("targets", ())), one.get("conditional", False))


@functools.cache
def load_word_classes() -> WordClasses:
    """The word classes that phrases speak of."""
    return read_word_classes(WORDS)


@functools.cache
def load_phrases() -> dict[str, tuple[tuple[str, Phrase], ...]]:
    """For each word or class that may open a phrase: the phrases with their reactions, in the order of the file.

    The reaction is NOTHING for phrases that look like a reaction and are none.
    """
    listed = [(NOTHING, text) for text in _read().get("nothing", {}).get("phrases", ())]
    listed += [(each.key, text) for each in load_reactions().values() for text in each.phrases]
    known = load_word_classes().names | MARKS
    found: dict[str, list[tuple[str, Phrase]]] = {}
    for key, text in listed:
        phrase = read_phrase(text)
        if strange := sorted(phrase.classes - known):
            raise VocabularyError(f"{FILE.name}: {key}: phrase {text!r} speaks of {strange}, which no class is called")
        for opener in phrase.openers:
            found.setdefault(opener, []).append((key, phrase))
    return {opener: tuple(phrases) for opener, phrases in found.items()}
