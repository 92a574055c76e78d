"""Nouns for people and institutions with their PLOVER actor code, and the words around names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import FOLDER, read_toml_table

_ES = re.compile(r"(s|x|z|ch|sh)$")
_IES = re.compile(r"(?<=[^aeiou])y$")
_MEN = re.compile(r"(?<=[a-z])man$")
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "wife": "wives",
    "chief": "chiefs",
    "thief": "thieves",
    "attaché": "attachés",
    "personnel": "personnel",
    "secretary-general": "secretaries-general",
    "director-general": "directors-general",
    "german": "germans",
    "charge d'affaires": "charges d'affaires",
    "chargé d'affaires": "chargés d'affaires",
    "charge d’affaires": "charges d’affaires",
    "chargé d’affaires": "chargés d’affaires",
}


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that may head the phrase for an actor. ``code`` is a PLOVER code, "" for none of its own."""

    word: str
    code: str
    is_person: bool
    is_plural: bool
    singular: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The word lists of ``roles.toml``, ready for look-up by lower-case word."""

    labels: Mapping[str, str]
    heads: Mapping[str, Head]
    """One-word and many-word heads by their lower-case words."""
    deciding: Mapping[str, str]
    general: frozenset[str]
    firm: frozenset[str]
    nation: frozenset[str]
    nations: frozenset[str]
    honorifics: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    female_given: frozenset[str]
    male_given: frozenset[str]
    sent_to: frozenset[str]
    of_a_person: frozenset[str]
    only_in: Mapping[str, str]
    """The one state or body that has an office of this name."""
    several: Mapping[str, tuple[str, ...]]
    """The states that have an office of this name, likeliest first."""
    idle: frozenset[str]
    shared: Mapping[str, tuple[str, ...]]
    """States that call a body so which is listed for one of them, likeliest first."""
    shared_as: Mapping[str, str]
    papers: frozenset[str]
    of_states: frozenset[str]
    sent_abroad: frozenset[str]
    given_first: frozenset[str]
    halves: Mapping[str, str]
    both_halves: Mapping[str, tuple[str, ...]]
    organisation: frozenset[str]
    movement: frozenset[str]
    royal: frozenset[str]
    plural_modifiers: frozenset[str]
    not_names: frozenset[str]
    leaders: frozenset[str]
    loosely: frozenset[str]
    serving: frozenset[str]
    serving_anybody: frozenset[str]
    following: frozenset[str]
    breakaway: frozenset[str]
    self_styled: frozenset[str]
    of_no_bloc: frozenset[str]
    of_the_place: frozenset[str]
    stationed: frozenset[str]
    opposite: frozenset[str]
    anybody: frozenset[str]
    surnames: frozenset[str]
    public: frozenset[str]
    name_particles: frozenset[str]
    participles: frozenset[str]
    also_called: tuple[frozenset[str], ...]
    particles: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    place_at: frozenset[str]
    place_towards: frozenset[str]
    place_moving: frozenset[str]
    place_leaving: frozenset[str]


@functools.cache
def load_roles() -> Roles:
    """The role words. Raises VocabularyError for a code without a label or a broken list."""
    path = FOLDER / "roles.toml"
    table = read_toml_table(path)
    labels = dict(table["labels"])
    for part in ("persons", "institutions", "deciding"):
        for code in table[part]:
            if code not in labels:
                raise VocabularyError(f"{path.name}: found code {code!r} in [{part}]; allowed: {', '.join(labels)}")
    words = table["words"]
    return Roles(
        labels=labels,
        heads=_with_short_forms(
            _heads(table["persons"], table["institutions"], words, [word.lower() for word in table["divided"]["both"]]),
            table["abbreviations"],
        ),
        deciding={word: code for code, many in table["deciding"].items() for word in many},
        general=frozenset(words["general"]),
        firm=frozenset(words["firm"]),
        nation=frozenset(words["nation"]),
        nations=frozenset([*words["nations"], *(word.lower() for word in table["divided"]["both"])]),
        honorifics=frozenset(words["honorifics"]),
        female=frozenset(words["female"]),
        male=frozenset(words["male"]),
        female_given=frozenset(table["given"]["female"]),
        male_given=frozenset(table["given"]["male"]),
        sent_to=frozenset(words["sent_to"]),
        of_a_person=frozenset(words["of_a_person"]),
        only_in=dict(table["only_in"]),
        several={office: tuple(codes) for office, codes in table["several"].items()},
        idle=frozenset(words["idle"]),
        shared={name: tuple(codes) for name, codes in table["shared"].items()},
        shared_as=table["shared_as"],
        papers=frozenset(words["papers"]),
        of_states=frozenset(words["of_states"]),
        sent_abroad=frozenset(words["sent_abroad"]),
        given_first=frozenset(words["given_first"]),
        halves=dict(table["divided"]["halves"]),
        both_halves={word.lower(): tuple(codes) for word, codes in table["divided"]["both"].items()},
        organisation=frozenset(words["organisation"]),
        movement=frozenset(words["movement"]),
        royal=frozenset(words["royal"]),
        plural_modifiers=frozenset(words["plural_modifiers"]),
        not_names=frozenset(words["not_names"]),
        leaders=frozenset(words["leaders"]),
        loosely=frozenset(words["loosely"]),
        serving=frozenset(words["serving"]),
        serving_anybody=frozenset(words["serving_anybody"]),
        following=frozenset(words["following"]),
        breakaway=frozenset(words["breakaway"]),
        self_styled=frozenset(words["self_styled"]),
        of_no_bloc=frozenset(words["of_no_bloc"]),
        of_the_place=frozenset(words["of_the_place"]),
        stationed=frozenset(words["stationed"]),
        opposite=frozenset(words["opposite"]),
        anybody=frozenset(words["anybody"]),
        surnames=frozenset(words["surnames"]),
        public=frozenset(words["public"]),
        name_particles=frozenset(words["name_particles"]),
        participles=frozenset(words["participles"]),
        also_called=tuple(frozenset(group) for group in words["also_called"]),
        particles=frozenset(words["particles"]),
        suffixes=frozenset(words["suffixes"]),
        family_first=frozenset(words["family_first"]),
        place_at=frozenset(table["place"]["at"]),
        place_towards=frozenset(table["place"]["towards"]),
        place_moving=frozenset(table["place"]["moving"]),
        place_leaving=frozenset(table["place"]["leaving"]),
    )


def _with_short_forms(heads: dict[str, Head], abbreviations: Mapping[str, str]) -> dict[str, Head]:
    for short, full in abbreviations.items():
        main = heads[full.split()[-1]]
        heads[short] = Head(short, main.code, True, False, main.singular)
    return heads


def plural_of(noun: str) -> str:
    """The plural of a role noun: "minister" -> "ministers", "spokesman" -> "spokesmen"."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if _MEN.search(noun):
        return _MEN.sub("men", noun)
    if _IES.search(noun):
        return _IES.sub("ies", noun)
    return noun + ("es" if _ES.search(noun) else "s")


def _heads(
    persons: Mapping[str, Iterable[str]],
    institutions: Mapping[str, Iterable[str]],
    words: Mapping[str, Iterable[str]],
    both_halves: Iterable[str],
) -> dict[str, Head]:
    found: dict[str, Head] = {}
    for word in words["nation"]:
        found[word] = Head(word, "", False, False, word)
    for word in (*words["nations"], *both_halves):
        found[word] = Head(word, "", False, True, word)
    for code, many in institutions.items():
        for word in many:
            plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
            found.setdefault(word, Head(word, code, False, plural, word))
    for word in words["bodies"]:
        found.setdefault(word, Head(word, "", False, word.endswith("s"), word))
    for code, many in (*persons.items(), ("", words["people"])):
        for word in many:
            found.setdefault(word, Head(word, code, True, False, word))
            plural_word = plural_of(word)
            found.setdefault(plural_word, Head(plural_word, code, True, True, word))
    return found
