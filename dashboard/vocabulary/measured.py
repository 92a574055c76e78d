"""How often each rule was right on labelled text, and what each rule is in plain words."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import FOLDER, read_toml_table

FILE = FOLDER / "measured.toml"


@dataclass(frozen=True, slots=True)
class Measured:
    """One rule's precision (0 to 1) over ``n`` finds in the texts named by ``on``."""

    precision: float
    n: int
    on: str


@functools.cache
def load_measured(path: Path = FILE) -> Mapping[str, Measured]:
    """The figures of the quote rules, by ``Quote.found_by``. Raises VocabularyError for a share outside 0 to 1."""
    data = read_toml_table(path)
    found = {}
    for rule, row in data["quotes"].items():
        if not 0 <= row["precision"] <= 1 or row["n"] < 1:
            allowed = "a precision of 0 to 1 over n >= 1"
            raise VocabularyError(f"{path.name}: quotes.{rule}: found {row}; allowed: {allowed}")
        found[rule] = Measured(float(row["precision"]), int(row["n"]), data["on"])
    return found
