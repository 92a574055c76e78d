"""The words that attribute speech, thought, stance and findings, with the contents that each may take."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import FOLDER, read_toml_table

Manner = Literal["speech", "thought", "stance", "finding"]
FILE = FOLDER / "speech.toml"


@dataclass(frozen=True, slots=True)
class Sense:
    """A verb as a cue. ``frames`` maps each frame to the manner of what it attributes."""

    lemma: str
    particle: str
    frames: Mapping[str, Manner]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as a cue ("his claim that ..."), with its frames."""

    lemma: str
    manner: Manner
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb that attributes with one of ``nouns`` behind it only: "cast doubt on". Each noun is given word by word."""

    lemma: str
    manner: Manner
    nouns: tuple[tuple[str, ...], ...]
    frames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the content that must be found in it."""

    text: str
    content: str


@dataclass(frozen=True, slots=True)
class Group:
    """One entry of the list: words with the same frames, and sentences that show them."""

    name: str
    manner: Manner
    frames: tuple[str, ...]
    words: tuple[str, ...]
    examples: tuple[Example, ...]
    near_misses: tuple[str, ...]
    nouns: tuple[tuple[str, ...], ...] = ()
    """What must stand behind the verb of an idiom."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The whole list, by inflected form in lower case."""

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, Noun]
    idioms: Mapping[str, tuple[Idiom, ...]]
    """By the inflected form of their verb."""
    words: Mapping[str, frozenset[str]]
    """Small closed lists by name: venues, artifacts, topics ..."""
    deeds: Mapping[str, frozenset[str]]
    """By verb the objects with which it tells of a deed and not of words: recalled its ambassador."""
    groups: tuple[Group, ...]
    rules: Mapping[str, str]
    """Each value of ``Quote.found_by`` in plain words."""


@functools.cache
def load_speech(path: Path = FILE) -> Speech:
    """The list as read from ``speech.toml``. Raises VocabularyError for an unknown manner or a missing field."""
    data = read_toml_table(path)
    verb_groups = tuple(_group(row, path) for row in data["verbs"])
    noun_groups = tuple(_group(row, path) for row in data["nouns"])
    idiom_groups = tuple(_group(row, path) for row in data["idioms"])
    irregular = {lemma: tuple(forms.split()) for lemma, forms in data["irregular"].items()}
    doubling = frozenset(data["doubling"]["words"].split())
    return Speech(
        _verbs(verb_groups, irregular, doubling),
        {form: noun for group in noun_groups for noun in _nouns(group) for form in (noun.lemma, plural(noun.lemma))},
        _idioms(idiom_groups, irregular, doubling),
        {name: frozenset(words.split()) for name, words in data["words"].items()},
        {lemma: frozenset(words.split()) for lemma, words in data["deeds"].items()},
        verb_groups + noun_groups + idiom_groups,
        data["rules"],
    )


def _group(row: Mapping[str, Any], path: Path) -> Group:
    name = row.get("name", "?")
    missing = [key for key in ("name", "manner", "frames", "words") if key not in row]
    if missing or row["manner"] not in get_args(Manner):
        found = f"no {missing[0]}" if missing else f"manner {row['manner']!r}"
        raise VocabularyError(f"{path.name}: group {name!r}: found {found}; allowed: one of {get_args(Manner)}")
    return Group(
        name,
        row["manner"],
        tuple(row["frames"]),
        tuple(row["words"].split()),
        tuple(Example(one["text"], one["content"]) for one in row.get("examples", ())),
        tuple(row.get("near_misses", ())),
        tuple(tuple(noun.split("_")) for noun in row.get("nouns", "").split()),
    )


def _verbs(
    groups: Iterable[Group], irregular: Mapping[str, tuple[str, ...]], doubling: frozenset[str]
) -> dict[str, tuple[Sense, ...]]:
    frames: dict[str, dict[str, Manner]] = {}
    for group in groups:
        for word in group.words:
            for frame in group.frames:
                frames.setdefault(word, {}).setdefault(frame, group.manner)
    found: dict[str, list[Sense]] = {}
    for word, by_frame in frames.items():
        lemma, _, particle = word.partition("_")
        sense = Sense(lemma, particle.replace("_", " "), by_frame)
        for form in inflect(lemma, irregular.get(lemma, ()), doubles=lemma in doubling):
            found.setdefault(form, []).append(sense)
    return {form: tuple(senses) for form, senses in found.items()}


def _idioms(
    groups: Iterable[Group], irregular: Mapping[str, tuple[str, ...]], doubling: frozenset[str]
) -> dict[str, tuple[Idiom, ...]]:
    found: dict[str, list[Idiom]] = {}
    for group in groups:
        for lemma in group.words:
            idiom = Idiom(lemma, group.manner, group.nouns, group.frames)
            for form in inflect(lemma, irregular.get(lemma, ()), doubles=lemma in doubling):
                found.setdefault(form, []).append(idiom)
    return {form: tuple(idioms) for form, idioms in found.items()}


def _nouns(group: Group) -> list[Noun]:
    return [Noun(word, group.manner, frozenset(group.frames)) for word in group.words]


def inflect(lemma: str, irregular: tuple[str, ...] = (), *, doubles: bool = False) -> frozenset[str]:
    """The forms of an English verb; ``irregular`` are its past forms; ``doubles``: its last consonant is doubled.

    A last "l" is doubled by British papers only: signalled, signaled.
    """
    stem = lemma + lemma[-1] if doubles else lemma
    american = {lemma + "ed", lemma + "ing"} if doubles and lemma.endswith("l") else set()
    if lemma.endswith("e"):
        past, gerund = lemma + "d", (lemma + "ing" if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past, gerund = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, gerund = stem + "ed", stem + "ing"
    if lemma == "lie":
        gerund = "lying"
    return frozenset({lemma, plural(lemma), gerund, *(irregular or (past,)), *american})


def plural(word: str) -> str:
    """``word`` with the ending -s as English writes it: a noun's plural, a verb's third person."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "go", "do", "to")) and word != "veto" else "s")
