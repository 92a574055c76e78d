"""How often each rule was right on labelled text, and what each rule is in plain words."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import VocabularyError
from dashboard.vocabulary.learned import LEARNED
from dashboard.vocabulary.tables import FOLDER, read_toml_table

FILE = FOLDER / "measured.toml"
REACTIONS_FILE = FOLDER / "measured_reactions.toml"
LEARNED_FILE = FOLDER / "measured_learned.toml"
#: A share of fewer finds says nothing.
LEAST_FINDS = 5
LEAST_LEARNED = 20
"""With fewer finds of a kind, the share of all learned ones says more."""


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
    """How right the finds of one rule (quotes) or kind (reactions) were, or None where too few were checked.

    A kind followed by ": learned" stands for its finds that no phrase tells.
    """
    kind, _, way = key.partition(": ")
    if noun == "reactions" and way == LEARNED:
        held = load_measured(LEARNED_FILE, "learned")
        one = held.get(kind)
        return one if one and one.n >= LEAST_LEARNED else held.get("all")
    files = {"quotes": FILE, "reactions": REACTIONS_FILE}
    found = load_measured(files[noun], noun).get(key) if noun in files else None
    return found if found and found.n >= LEAST_FINDS else None


def measured_key(noun: str, reaction: str, found_by: str) -> str:
    """What ``measured_share`` knows a claim by: a quote by its rule, a reaction by its kind, learned or not."""
    if noun == "quotes" or not reaction:
        return found_by
    return found_by if found_by == f"{reaction}: {LEARNED}" else reaction
