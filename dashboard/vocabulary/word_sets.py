"""The closed classes of words that rules of language ask for by name: the typed form of ``word_sets.toml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import FOLDER, read_toml_table

FILE = FOLDER / "word_sets.toml"
_KEYS = frozenset({"means", "example", "words"})


@dataclass(frozen=True, slots=True)
class WordSet:
    """One class: what its words have in common, a few words of text that have one of them, and all of them."""

    means: str
    example: str
    words: tuple[str, ...]


def word_set(key: str) -> frozenset[str]:
    """The words of the class of that name. Raises VocabularyError when the list has none."""
    classes = load_word_sets()
    if key not in classes:
        raise VocabularyError(f"{FILE.name}: found no class {key!r}; allowed: {', '.join(classes)}")
    return frozenset(classes[key].words)


@functools.cache
def load_word_sets(path: Path = FILE) -> Mapping[str, WordSet]:
    """Every class by its name, in the order of the list. Raises VocabularyError for a missing or unknown field."""
    return {key: _word_set(path, key, entry) for key, entry in read_toml_table(path).items()}


def _word_set(path: Path, key: str, entry: object) -> WordSet:
    if not isinstance(entry, dict) or entry.keys() != _KEYS:
        raise VocabularyError(f"{path.name}: [{key}]: found {entry!r}; allowed: a table of {', '.join(sorted(_KEYS))}")
    return WordSet(entry["means"], entry["example"], tuple(entry["words"]))
