"""What was learned: a file without code that says what it was made from, and how likelihoods become a reaction."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import VocabularyError
from dashboard.vocabulary.learned import LIKELY, LIKELY_BESIDE, Learned, likely_kinds, load_learned, save_learned
from dashboard.vocabulary.reactions import load_reactions

TRAINING = Path(__file__).resolve().parents[2] / "data" / "training"


def small() -> Learned:
    weights = np.array([[0.0, 2.0], [0.5, -1.5]], dtype=np.float32)
    return Learned(("demands", "warns"), {"has=warn": 0, "has=sport": 1}, weights, np.zeros(2, np.float32), "ab")


def test_it_was_made_from_the_labelled_texts_as_they_stand() -> None:
    texts = (TRAINING / "reactions.tsv").read_bytes() + (TRAINING / "articles.jsonl").read_bytes()
    assert load_learned().made_from == hashlib.sha256(texts).hexdigest(), "run tools/train_reactions.py"


def test_every_kind_is_a_reaction_of_the_vocabulary() -> None:
    assert set(load_learned().kinds) <= set(load_reactions())


def test_a_clue_speaks_for_its_kind() -> None:
    shares = small().shares(["has=warn"])
    assert shares["warns"] > 0.5 >= shares["demands"]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_likelihoods_are_likelihoods_whatever_the_clues(clues: list[str]) -> None:
    assert all(0 <= share <= 1 for share in small().shares(clues).values())


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_learned(small(), tmp_path / "model.npz")
    again = load_learned(tmp_path / "model.npz")
    assert (again.kinds, again.rows, again.made_from) == (small().kinds, small().rows, "ab")
    assert np.allclose(again.weights, small().weights)


def test_a_broken_file_says_how_to_make_it_again(tmp_path: Path) -> None:
    (tmp_path / "model.npz").write_bytes(b"not a model")
    with pytest.raises(VocabularyError, match="train_reactions"):
        load_learned(tmp_path / "model.npz")


@pytest.mark.parametrize(
    ("shares", "told", "expected"),
    [
        ({"warns": 0.8}, set(), ["warns"]),
        ({"warns": 0.6, "demands": 0.9}, set(), ["demands", "warns"]),
        ({"warns": LIKELY - 0.01}, set(), []),
        ({"warns": 0.8}, {"warns"}, []),
        ({"warns": 0.8}, {"demands"}, ["warns"]),
        ({"consults": 0.9}, {"meets"}, []),
        ({"demands": 0.9}, {"calls_for_talks"}, []),
        ({"rejects": 0.9}, {"denies"}, []),
        ({"denies": 0.9}, {"rejects"}, ["denies"]),
    ],
)
def test_only_what_is_likely_and_not_told_already_counts(
    shares: dict[str, float], told: set[str], expected: list[str]
) -> None:
    assert likely_kinds(shares, told) == expected


def test_beside_a_phrase_on_the_same_predicate_more_is_asked() -> None:
    assert likely_kinds({"warns": LIKELY_BESIDE - 0.01}, {"demands"}, is_read=True) == []
    assert likely_kinds({"warns": LIKELY_BESIDE}, {"demands"}, is_read=True) == ["warns"]
