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
MARKS = frozenset(
    {"NOT", "WILL", "MAY", "CAN", "MUST", "OTHER", "THING", "PASS", "SELF", "IF", "PREP", "TO", "STATE"}
    | {"NUMBER", "UNLESS", "OWN"}
)
#: Marks of what a clause is about; with them stand the classes of its word: THING&CLAIM.
ABOUT = ("THING", "PASS")
_COARSE = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "r"}


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: a word of any class of ``plain``, or of all classes of one of ``joint``."""

    plain: frozenset[str]
    joint: tuple[frozenset[str], ...] = ()
    optional: bool = False
    anything: bool = False

    def meets(self, tags: frozenset[str]) -> bool:
        """True when a word of these classes may stand here."""
        if not self.plain.isdisjoint(tags):
            return True
        return bool(self.joint) and any(option <= tags for option in self.joint)

    @property
    def openers(self) -> frozenset[str]:
        """One class of each option."""
        return self.plain | {min(option) for option in self.joint}

    @property
    def names(self) -> frozenset[str]:
        """Every class and word that it speaks of."""
        return self.plain.union(*self.joint)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it is written, its elements, and the classes that must stand near by."""

    text: str
    elements: tuple[Element, ...]
    near: tuple[str, ...] = ()
    last: frozenset[str] = frozenset()
    """Classes of which the chain must hold one, if the phrase is to be met: a quick look before the walk."""

    def match(self, chain: Sequence[frozenset[str]]) -> tuple[int, ...] | None:
        """The places of ``chain`` that the elements meet, or None."""
        return _match(self.elements, 0, chain, 0)

    @property
    def openers(self) -> frozenset[str]:
        """One class of each option for the first word that is asked for, and for those that may precede it."""
        found: set[str] = set()
        for element in self.elements:
            found |= element.openers
            if not element.optional:
                break
        return frozenset(found)

    @property
    def classes(self) -> frozenset[str]:
        """Every class that the phrase speaks of."""
        named = {part for element in self.elements for name in element.names for part in name.split("&")}
        return frozenset(name for name in named | set(self.near) if name.isupper())


def read_phrase(text: str) -> Phrase:
    """The phrase that ``text`` writes. Raises VocabularyError when it is empty or begins with ``*``."""
    words = [word for word in text.split() if not word.startswith("@")]
    near = tuple(word[1:] for word in text.split() if word.startswith("@"))
    elements = tuple(_element(word) for word in words)
    if not elements or elements[0].anything:
        raise VocabularyError(f"phrase {text!r}: must begin with a word or class")
    asked = [element for element in elements if not element.optional]
    last = asked[-1].plain if asked and not asked[-1].joint else frozenset()
    return Phrase(text, elements, near, last)


def _element(word: str) -> Element:
    if word == "*":
        return Element(frozenset(), optional=True, anything=True)
    options = word.removesuffix("?").split("|")
    # What a clause is about carries its classes as one with its mark, so that THING&CLAIM is met and CLAIM is not.
    plain = frozenset(option for option in options if "&" not in option or option.startswith(ABOUT))
    joint = tuple(frozenset(option.split("&")) for option in options if option not in plain)
    return Element(plain, joint, optional=word.endswith("?"))


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
        if not SKIPPED.isdisjoint(chain[here]):
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
