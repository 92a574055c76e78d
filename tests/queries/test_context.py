"""The words around a piece of evidence."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.queries.context import REACH, around, in_sentence, sentences_of_points
from dashboard.queries.corpus import Corpus
from dashboard.queries.loading import load_corpus
from dashboard.store.database import open_store
from dashboard.store.readings import save_readings
from tests.store.small import make_reading


def around_words(folder: Path, line: str, words: str) -> tuple[str, str] | None:
    """What stands before and after ``words`` of an article of one line and another."""
    store = open_store(f"sqlite:///{folder}/corpus.db")
    save_readings(store, [make_reading(f"{line}\nAnother line of the article.")])
    start = line.index(words)
    frame = pd.DataFrame({"id": ["q"], "article_id": ["a1"], "start": [start], "end": [start + len(words)]})
    found = around(load_corpus(store), frame)
    store.close()
    return found.get("q")


def test_the_words_around_are_those_of_the_same_line(tmp_path: Path) -> None:
    assert around_words(tmp_path, "They met on Monday and parted.", "on Monday") == ("They met ", " and parted.")


def test_a_long_line_is_cut_at_a_word_with_an_ellipsis(tmp_path: Path) -> None:
    found = around_words(tmp_path, f"{'word ' * 100}HERE{' word' * 100}", "HERE")
    assert found is not None
    before, after = found
    assert (before[:6], after[-6:]) == ("… word", "word …")
    assert max(len(before), len(after)) <= REACH + 2


@pytest.mark.parametrize("noun", ["quotes", "reactions"])
def test_every_claim_has_its_words_around(corpus: Corpus, noun: str) -> None:
    frame = corpus.claims(noun).frame
    assert set(around(corpus, frame)) == set(frame["id"])


@pytest.mark.parametrize(
    ("line", "words", "rest"),
    [
        ("They met. He left on Monday at noon. She stayed.", "on Monday", ("He left ", " at noon.")),
        ("They met. On Monday he left.", "On Monday", ("", " he left.")),
        ("He left on Monday. She stayed.", "on Monday.", ("He left ", "")),
        ("- On Monday he left.", "Monday", ("On ", " he left.")),
        ("J. Smith left on Monday.", "on Monday", ("J. Smith left ", ".")),
    ],
)
def test_the_rest_of_a_sentence_holds_nothing_of_its_neighbours(line: str, words: str, rest: tuple[str, str]) -> None:
    before, after = line.split(words)
    assert in_sentence(before, words, after) == rest


def test_every_value_of_a_point_has_the_rest_of_its_sentence(corpus: Corpus) -> None:
    points = corpus.disagreements
    keys = [f"{article}:{start}" for article, start in zip(points["article_id"], points["start"], strict=True)]
    assert set(sentences_of_points(corpus, tuple(points["id"]))) == set(keys)
