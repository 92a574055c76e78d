"""How sure a claim is, in plain words."""

from __future__ import annotations

import pytest

from dashboard.queries.certainty import chance, chance_of, labelled_text, rule_in_words
from dashboard.vocabulary.speech import load_speech


def test_no_rule_name_reaches_the_screen() -> None:
    assert rule_in_words("verb:threaten", "reactions") == "the verb “threaten” with its subject and object"
    assert "cue_verb" not in rule_in_words("cue_verb", "quotes")


@pytest.mark.parametrize("rule", load_speech().rules)
def test_each_rule_for_quotes_has_its_own_words(rule: str) -> None:
    assert rule_in_words(rule, "quotes") == load_speech().rules[rule]


def test_what_was_not_measured_is_said_to_be_so() -> None:
    held = chance("nonsense")
    assert held.short == "not measured"
    assert "not measured" in held.full


def test_reactions_go_by_their_kind_and_quotes_by_their_rule() -> None:
    reaction = chance_of({"reaction": "condemns", "found_by": "verb:condemn"}, "reactions")
    quote = chance_of({"found_by": "clause"}, "quotes")
    assert reaction.what == "“condemns”"
    assert reaction.short.endswith("of 100")
    assert quote.what == "quotes found in this way"
    assert quote.checked > reaction.checked


def test_no_file_name_and_no_split_of_a_data_set_reaches_the_screen() -> None:
    assert labelled_text("tests/gold/reactions.jsonl") == "our own labelled sentences and articles"
    assert labelled_text("PolNeAR dev and GUM news dev") == "PolNeAR and GUM news"
