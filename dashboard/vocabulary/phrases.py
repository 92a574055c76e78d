"""The small language of the phrases in ``reactions.toml``, and the word classes that they speak of.

A phrase is a row of elements that a chain of meaning must show in this order, from its start:

``CONDEMN``     a word of that class (``reaction_words.toml``), or a mark such as NOT, WILL, MAY, OTHER, IF
``tariff``      that very word, by form or lemma
``A|B``         either
``A&B``         a word that is both
``A?``          may be missing
``*``           any number of words, but no negation
``@A``          at the end: a word of class A stands in this sentence or the one before

Words of the skipped classes (prepositions, light verbs such as "begin", containers such as "a package of") may stand
between; every other word must be asked for, so that "consider lifting sanctions" is not "consider sanctions".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import VocabularyError

SKIPPED = frozenset({"PREP", "LIGHT", "VESSEL", "SELF", "IF", "SAY", "TO"})
#: Marks that a chain holds beside the listed classes.
MARKS = frozenset({"NOT", "WILL", "MAY", "CAN", "MUST", "OTHER", "THING", "PASS", "SELF", "IF", "PREP", "TO", "STATE"})
#: Marks of what a clause is about; with them stand the classes of its word: THING&CLAIM.
ABOUT = ("THING", "PASS")
_COARSE = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "r"}


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: any of ``options``, each a set of classes that one word must have together."""

    options: tuple[frozenset[str], ...]
    optional: bool = False
    anything: bool = False

    def meets(self, tags: frozenset[str]) -> bool:
        """True when a word of these classes may stand here."""
        return any(option <= tags for option in self.options)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it is written, its elements, and the classes that must stand near by."""

    text: str
    elements: tuple[Element, ...]
    near: tuple[str, ...] = ()

    def match(self, chain: Sequence[frozenset[str]]) -> tuple[int, ...] | None:
        """The places of ``chain`` that the elements meet, or None."""
        return _match(self.elements, 0, chain, 0)

    @property
    def openers(self) -> frozenset[str]:
        """One class of each option for the first word that is asked for, and for those that may precede it."""
        found: set[str] = set()
        for element in self.elements:
            found.update(min(option) for option in element.options)
            if not element.optional:
                break
        return frozenset(found)

    @property
    def classes(self) -> frozenset[str]:
        """Every class that the phrase speaks of."""
        named = {part for e in self.elements for option in e.options for name in option for part in name.split("&")}
        return frozenset(name for name in named | set(self.near) if name.isupper())


def read_phrase(text: str) -> Phrase:
    """The phrase that ``text`` writes. Raises VocabularyError when it is empty or begins with ``*``."""
    words = [word for word in text.split() if not word.startswith("@")]
    near = tuple(word[1:] for word in text.split() if word.startswith("@"))
    elements = tuple(_element(word) for word in words)
    if not elements or elements[0].anything:
        raise VocabularyError(f"phrase {text!r}: must begin with a word or class")
    return Phrase(text, elements, near)


def _element(word: str) -> Element:
    if word == "*":
        return Element((), optional=True, anything=True)
    options = tuple(_option(option) for option in word.removesuffix("?").split("|"))
    return Element(options, optional=word.endswith("?"))


def _option(text: str) -> frozenset[str]:
    # What a clause is about carries its classes as one with its mark, so that THING&CLAIM is met and CLAIM is not.
    return frozenset({text} if text.startswith(ABOUT) else text.split("&"))


def _match(
    elements: tuple[Element, ...], at: int, chain: Sequence[frozenset[str]], here: int
) -> tuple[int, ...] | None:
    if at == len(elements):
        return ()
    element = elements[at]
    if element.anything:
        return _match_later(elements, at + 1, chain, here)
    if here < len(chain):
        if element.meets(chain[here]):
            rest = _match(elements, at + 1, chain, here + 1)
            if rest is not None:
                return (here, *rest)
        if chain[here] & SKIPPED:
            rest = _match(elements, at, chain, here + 1)
            if rest is not None:
                return rest
    return _match(elements, at + 1, chain, here) if element.optional else None


def _match_later(
    elements: tuple[Element, ...], at: int, chain: Sequence[frozenset[str]], here: int
) -> tuple[int, ...] | None:
    for later in range(here, len(chain)):
        found = _match(elements, at, chain, later)
        if found is not None:
            return found
        if "NOT" in chain[later]:
            return None
    return None


class WordClasses:
    """The classes of words and listed phrases. An entry may name its part of speech: "back/v"."""

    def __init__(self, classes: dict[str, Iterable[str]]) -> None:
        self.names = frozenset(classes)
        self._words: dict[str, dict[str, set[str]]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, entries in classes.items():
            for entry in entries:
                self._add(entry, name)
        for listed in self._phrases.values():
            listed.sort(key=lambda each: -len(each[0]))

    def _add(self, entry: str, name: str) -> None:
        text, _, part = entry.partition("/")
        # The tokeniser parts a word at its hyphens.
        words = tuple(text.replace("-", " - ").split())
        if len(words) > 1:
            self._phrases.setdefault(words[0], []).append((words, name))
        else:
            self._words.setdefault(text, {}).setdefault(part, set()).add(name)

    def of_word(self, lower: str, lemma: str, pos: str) -> frozenset[str]:
        """The classes of a single word."""
        found: set[str] = set()
        part = _COARSE.get(pos, "")
        for form in {lower, lemma}:
            parts = self._words.get(form)
            if parts:
                found |= parts.get("", set()) | parts.get(part, set())
        return frozenset(found)

    def is_in(self, name: str, lower: str, lemma: str) -> bool:
        """True when the word belongs to the class, whatever its part of speech."""
        return any(name in parts.get("", ()) for parts in (self._words.get(lower), self._words.get(lemma)) if parts)

    def of_phrasal(self, lemma: str, particle: str) -> frozenset[str]:
        """The classes of a verb with its particle, wherever that stands: "turned the offer down"."""
        return frozenset(name for words, name in self._phrases.get(lemma, ()) if words == (lemma, particle))

    def find_phrases(self, lowers: Sequence[str], lemmas: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Each listed phrase of several words as (first token, token after the last, class)."""
        for i, (lower, lemma) in enumerate(zip(lowers, lemmas, strict=True)):
            for first in {lower, lemma}:
                for words, name in self._phrases.get(first, ()):
                    end = i + len(words)
                    if end <= len(lowers) and all(
                        word in (lowers[i + k], lemmas[i + k]) for k, word in enumerate(words) if k
                    ):
                        yield i, end, name


def read_word_classes(path: Path) -> WordClasses:
    """The classes that the file lists. Raises VocabularyError when it cannot be read."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{path.name}: {error}") from error
    return WordClasses({name: entry["words"] for name, entry in content.items()})
