"""The closed classes of words: each is asked for, shows a word of its own, and names each word once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language

from dashboard.errors import VocabularyError
from dashboard.vocabulary.word_sets import load_word_sets, word_set

LANGUAGE = Path(__file__).resolve().parents[2] / "dashboard" / "language"
CLASSES = load_word_sets()


@pytest.mark.parametrize("key", CLASSES)
def test_an_example_has_a_word_of_its_class(nlp: Language, key: str) -> None:
    doc = nlp(CLASSES[key].example)
    lemmas = " ".join(token.lemma_.lower() for token in doc)
    said = f" {lemmas} {doc.text.lower()} "
    assert any(re.search(rf"\b{re.escape(word)}\b", said) for word in CLASSES[key].words)


@pytest.mark.parametrize("key", CLASSES)
def test_a_class_names_each_word_once_and_in_small_letters(key: str) -> None:
    words = CLASSES[key].words
    assert len(set(words)) == len(words)
    assert [word.lower() for word in words] == list(words)


def test_every_class_is_asked_for_by_name_once() -> None:
    asked = [
        key
        for path in LANGUAGE.glob("*.py")
        for key in re.findall(r'word_set\("(\w+)"\)', path.read_text(encoding="utf-8"))
    ]
    assert sorted(asked) == sorted(CLASSES)


def test_a_class_that_is_not_listed_stops_the_run() -> None:
    with pytest.raises(VocabularyError, match="no class 'of no such name'"):
        word_set("of no such name")


def test_a_class_without_an_example_stops_the_run(tmp_path: Path) -> None:
    broken = tmp_path / "word_sets.toml"
    broken.write_text('[x]\nmeans = "y"\nwords = ["z"]\n', encoding="utf-8")
    with pytest.raises(VocabularyError, match="allowed: a table of example, means, words"):
        load_word_sets(broken)
