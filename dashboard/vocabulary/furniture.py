"""What the lines around an article say: the typed form of ``furniture.toml``."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from dashboard.errors import VocabularyError
from dashboard.records import ZoneName
from dashboard.vocabulary.tables import FOLDER, read_toml_table

_BLANKS = re.compile(r"\s+")
_KEYS = frozenset({"zone", "ends", "equals", "labels", "starts", "contains", "most_words", "examples", "near_misses"})


@dataclass(frozen=True, slots=True)
class Furniture:
    """One family of lines that newsrooms print around their reports."""

    key: str
    zone: ZoneName
    ends: bool
    equals: frozenset[str]
    labels: re.Pattern[str] | None
    starts: re.Pattern[str] | None
    contains: re.Pattern[str] | None
    most_words: int
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]

    def names(self, line: str, *, sentence: bool = False) -> bool:
        """True when ``line`` is of this family. In a sentence the first words alone say nothing."""
        even = even_line(line)
        if even.strip(" :.…»›>|-–—") in self.equals:
            return True
        if len(even.split()) > self.most_words:
            return False
        if self.labels is not None and self.labels.match(even):
            return True
        if sentence and self.zone != "promo":
            return False
        starts = self.starts is not None and self.starts.match(even) is not None
        return starts or (self.contains is not None and self.contains.search(even) is not None)


def even_line(line: str) -> str:
    """``line`` in small letters, with plain apostrophes and single blanks."""
    return _BLANKS.sub(" ", line.replace("’", "'")).strip(" *_•·|>#-–—").casefold()


def line_key(line: str) -> str:
    """A short key, the same for lines that differ in case, blanks or marks at the edge only."""
    return hashlib.sha256(even_line(line).encode("utf-8", "replace")).hexdigest()[:16]


@functools.cache
def load_furniture(path: Path = FOLDER / "furniture.toml") -> tuple[Furniture, ...]:
    """Every family, in the order of the list. Raises VocabularyError for a wrong entry."""
    return tuple(_furniture(path, key, entry) for key, entry in read_toml_table(path).items())


def _furniture(path: Path, key: str, entry: object) -> Furniture:
    if not isinstance(entry, dict) or not entry.keys() <= _KEYS:
        raise VocabularyError(f"{path.name}: [{key}]: found {entry!r}; allowed: a table of {', '.join(sorted(_KEYS))}")
    zone = entry.get("zone")
    if zone not in get_args(ZoneName):
        raise VocabularyError(f"{path.name}: [{key}]: found zone {zone!r}; allowed: {', '.join(get_args(ZoneName))}")
    return Furniture(
        key,
        cast(ZoneName, zone),
        bool(entry.get("ends", False)),
        frozenset(even_line(words) for words in entry.get("equals", ())),
        _any_of(entry.get("labels", ()), before="", behind=r"\s*:"),
        _any_of(entry.get("starts", ()), before="", behind=""),
        _any_of(entry.get("contains", ()), before=r"(?<!\w)", behind=""),
        int(entry.get("most_words", 12)),
        tuple(entry.get("examples", ())),
        tuple(entry.get("near_misses", ())),
    )


def _any_of(phrases: Iterable[str], *, before: str, behind: str) -> re.Pattern[str] | None:
    """The pattern of phrases as whole words; None for no phrase."""
    choices = "|".join(re.escape(words) + (r"(?!\w)" if words[-1].isalnum() else "") for words in phrases)
    return re.compile(f"{before}(?:{choices}){behind}") if choices else None
