"""Each entry of the event vocabulary codes its own examples and leaves its near-misses alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from dashboard.errors import VocabularyError
from dashboard.language.deeds import find_deeds
from dashboard.language.syntax import read_words
from dashboard.vocabulary.plover import Example, load_plover

EXAMPLES = [example for example in load_plover().examples if example.holds]
NEAR_MISSES = [example for example in load_plover().examples if not example.holds]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.key}-{example.text[:40]}")
def test_an_entry_codes_its_examples(nlp: Language, example: Example) -> None:
    deeds = find_deeds(read_words(nlp(example.text)), load_plover())
    if example.root:
        assert example.root in {deed.root for deed in deeds}
    else:
        assert example.kind in {deed.found_by.partition(":")[0] for deed in deeds}


@pytest.mark.parametrize("example", NEAR_MISSES, ids=lambda example: f"{example.key}-{example.text[:40]}")
def test_an_entry_leaves_its_near_misses(nlp: Language, example: Example) -> None:
    deeds = find_deeds(read_words(nlp(example.text)), load_plover())
    assert example.key not in {deed.found_by.partition(":")[2] for deed in deeds}


def test_a_wrong_root_stops_the_run(tmp_path: Path) -> None:
    path = tmp_path / "plover.toml"
    path.write_text('things = []\noperator = []\n[[sense]]\nkey = "x"\nroot = "SHOUT"\n', encoding="utf8")
    with pytest.raises(VocabularyError, match="SHOUT"):
        load_plover(path)


def test_an_unknown_class_stops_the_run(tmp_path: Path) -> None:
    path = tmp_path / "plover.toml"
    text = 'things = []\noperator = []\n[[sense]]\nkey = "x"\nroot = "AID"\nobjects = "@unknown"\n'
    path.write_text(text, encoding="utf8")
    with pytest.raises(VocabularyError, match="@unknown"):
        load_plover(path)
