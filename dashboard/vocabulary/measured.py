"""How often each rule was right on labelled text, and what each rule is in plain words."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import FOLDER, read_toml_table

FILE = FOLDER / "measured.toml"
REACTIONS_FILE = FOLDER / "measured_reactions.toml"
#: A share of fewer finds says nothing.
LEAST_FINDS = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """One rule's precision (0 to 1) over ``n`` finds in the texts named by ``on``."""

    precision: float
    n: int
    on: str


@functools.cache
def load_measured(path: Path = FILE, noun: str = "quotes") -> Mapping[str, Measured]:
    """The figures of one noun: quotes by the rule that found them, reactions by their kind.

    Raises VocabularyError for a share outside 0 to 1.
    """
    data = read_toml_table(path)
    found = {}
    for rule, row in data[noun].items():
        if not 0 <= row["precision"] <= 1 or row["n"] < 1:
            allowed = "a precision of 0 to 1 over n >= 1"
            raise VocabularyError(f"{path.name}: {noun}.{rule}: found {row}; allowed: {allowed}")
        found[rule] = Measured(float(row["precision"]), int(row["n"]), data["on"])
    return found


def measured_share(noun: str, key: str) -> Measured | None:
    """How right the finds of one rule (quotes) or kind (reactions) were, or None where too few were checked."""
    files = {"quotes": FILE, "reactions": REACTIONS_FILE}
    held = load_measured(files[noun], noun).get(key) if noun in files else None
    return held if held and held.n >= LEAST_FINDS else None
