"""What was learned from labelled sentences: how much each clue speaks for each kind of reaction.

The weights are those of one logistic regression for each kind (scikit-learn), fitted by ``tools/train_reactions.py``
on the sentences and articles of ``data/training``, which are our own. Nothing else was used to fit them.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dashboard.errors import VocabularyError

FILE = Path(__file__).with_name("learned_reactions.npz")
LEARNED = "learned"
"""What ``Reaction.found_by`` names in place of a phrase."""
LIKELY = 0.6
"""How likely a reaction must be that no phrase of the vocabulary tells."""
LIKELY_BESIDE = 0.75
"""The same, where a phrase has read the very predicate: it seldom tells two things."""

_LEARNED_AS = {"meets": "consults", "calls_for_talks": "demands", "denies": "rejects"}
"""Kinds that phrases tell, each with the one as which the same words may be learned: labels know no bare meeting and
no call for talks, and who denies a claim turns nothing down beside."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A linear model: one row of weights for each clue, one column for each kind of reaction."""

    kinds: tuple[str, ...]
    rows: Mapping[str, int]
    """The row of ``weights`` for each clue."""
    weights: npt.NDArray[np.float32]
    intercepts: npt.NDArray[np.float32]
    made_from: str
    """SHA-256 of the labelled texts."""

    def shares(self, clues: Iterable[str]) -> dict[str, float]:
        """How likely each kind is, 0 to 1, each for itself; clues that were never seen say nothing."""
        known = [row for clue in clues if (row := self.rows.get(clue)) is not None]
        scores = self.weights[known].sum(axis=0) + self.intercepts
        # Beyond sixty either way a likelihood is 0 or 1 in any precision, and no exponential can overflow.
        likely = 1 / (1 + np.exp(-np.clip(scores, -60, 60)))
        return dict(zip(self.kinds, likely.tolist(), strict=True))


def likely_kinds(shares: Mapping[str, float], told: Collection[str], *, is_read: bool = False) -> list[str]:
    """The kinds that are likely enough beside those that phrases tell, the likeliest first.

    ``is_read`` says that a phrase has read the predicate on which they would hang.
    """
    least = LIKELY_BESIDE if is_read else LIKELY
    known = {*told, *(kind for key, kind in _LEARNED_AS.items() if key in told)}
    found = [kind for kind, share in shares.items() if share >= least and kind not in known]
    return sorted(found, key=lambda kind: -shares[kind])


@functools.cache
def load_learned(path: Path = FILE) -> Learned:
    """The weights as fitted. Raises VocabularyError when the file is not what ``save_learned`` writes."""
    try:
        with np.load(path, allow_pickle=False) as file:
            clues = file["clues"].tobytes().decode("utf-8").split("\n")
            kinds = file["kinds"].tobytes().decode("utf-8").split("\n")
            weights, intercepts = file["weights"].astype(np.float32), file["intercepts"].astype(np.float32)
            made_from = file["made_from"].tobytes().decode("ascii")
    except (OSError, ValueError, KeyError) as error:
        raise VocabularyError(f"{path.name}: {error}; make it again with tools/train_reactions.py") from error
    if weights.shape != (len(clues), len(kinds)) or intercepts.shape != (len(kinds),):
        raise VocabularyError(f"{path.name}: {weights.shape} weights for {len(clues)} clues, {len(kinds)} kinds")
    rows = {clue: row for row, clue in enumerate(clues)}
    return Learned(tuple(kinds), rows, weights, intercepts, made_from)


def save_learned(learned: Learned, path: Path = FILE) -> None:
    """Writes the model with weights in half precision and names as UTF-8 text: a file that holds no code."""
    np.savez_compressed(
        path,
        clues=_as_bytes(learned.rows),
        kinds=_as_bytes(learned.kinds),
        weights=learned.weights.astype(np.float16),
        intercepts=learned.intercepts.astype(np.float32),
        made_from=np.frombuffer(learned.made_from.encode(), dtype=np.uint8),
    )


def _as_bytes(names: Iterable[str]) -> npt.NDArray[np.uint8]:
    """One name a line, as UTF-8."""
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)
