"""What was learned from labelled sentences: how much each clue speaks for each kind of reaction.

The weights are those of a multinomial logistic regression (scikit-learn), fitted by ``tools/train_reactions.py`` on
``data/training/reactions.tsv``, sentences of our own. Nothing else was used to fit them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dashboard.errors import VocabularyError

FILE = Path(__file__).with_name("learned_reactions.npz")
NO_REACTION = "-"
"""The outcome that a country does nothing of note in a sentence."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A linear model: one row of weights for each clue, one column for each outcome."""

    outcomes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: npt.NDArray[np.float32]
    intercepts: npt.NDArray[np.float32]

    def shares(self, clues: Iterable[str]) -> dict[str, float]:
        """How likely each outcome is, 0 to 1, all together 1; clues that were never seen say nothing."""
        held = [row for clue in clues if (row := self.rows.get(clue)) is not None]
        sums = self.weights[held].sum(axis=0) + self.intercepts
        raised = np.exp(sums - sums.max())
        return dict(zip(self.outcomes, (raised / raised.sum()).tolist(), strict=True))


@functools.cache
def load_learned(path: Path = FILE) -> Learned:
    """The weights as fitted. Raises VocabularyError when the file is not what ``save_learned`` writes."""
    try:
        with np.load(path, allow_pickle=False) as held:
            clues = held["clues"].tobytes().decode("utf-8").split("\n")
            outcomes = held["outcomes"].tobytes().decode("utf-8").split("\n")
            weights, intercepts = held["weights"].astype(np.float32), held["intercepts"].astype(np.float32)
    except (OSError, ValueError, KeyError) as error:
        raise VocabularyError(f"{path.name}: {error}; make it again with tools/train_reactions.py") from error
    if weights.shape != (len(clues), len(outcomes)) or intercepts.shape != (len(outcomes),):
        raise VocabularyError(f"{path.name}: {weights.shape} weights for {len(clues)} clues, {len(outcomes)} outcomes")
    return Learned(tuple(outcomes), {clue: row for row, clue in enumerate(clues)}, weights, intercepts)


def save_learned(
    clues: list[str],
    outcomes: list[str],
    weights: npt.NDArray[np.float32],
    intercepts: npt.NDArray[np.float32],
    path: Path = FILE,
) -> None:
    """Writes the model, half precision, names as UTF-8 text: a file that holds no code."""
    np.savez_compressed(
        path,
        clues=np.frombuffer("\n".join(clues).encode(), dtype=np.uint8),
        outcomes=np.frombuffer("\n".join(outcomes).encode(), dtype=np.uint8),
        weights=weights.astype(np.float16),
        intercepts=intercepts.astype(np.float32),
    )
