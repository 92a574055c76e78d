"""The reactions vocabulary: complete, ordered, and every example and near-miss of it read by the product."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from dashboard.errors import VocabularyError
from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article, Reaction
from dashboard.vocabulary.phrases import WordClasses, read_phrase
from dashboard.vocabulary.reactions import (
    Example,
    NearMiss,
    load_phrases,
    load_reaction_groups,
    load_reactions,
    load_word_classes,
)
from dashboard.vocabulary.word_sets import word_set

EXAMPLES = [(key, example) for key, kind in load_reactions().items() for example in kind.examples]
NEAR_MISSES = [(key, miss) for key, kind in load_reactions().items() for miss in kind.near_misses]


@pytest.fixture(scope="module")
def found(nlp: Language, make_article: Callable[..., Article]) -> dict[str, tuple[Reaction, ...]]:
    """The reactions of every example and near-miss, all parsed in one go."""
    texts = {one.text for _, one in EXAMPLES} | {one.text for _, one in NEAR_MISSES}
    articles = [make_article(text, article_id=text) for text in sorted(texts)]
    return {article.id: read(article, passages).reactions for article, passages in find_passages(nlp, articles)}


@pytest.mark.parametrize(("key", "example"), EXAMPLES, ids=lambda value: getattr(value, "text", value))
def test_an_example_gets_its_reaction(key: str, example: Example, found: dict[str, tuple[Reaction, ...]]) -> None:
    told = [(r.reaction, r.actor.country, set(r.targets), bool(r.condition)) for r in found[example.text]]
    assert (key, example.actor, set(example.targets), example.conditional) in told


@pytest.mark.parametrize(("key", "miss"), NEAR_MISSES, ids=lambda value: getattr(value, "text", value))
def test_a_near_miss_gets_another_or_none(key: str, miss: NearMiss, found: dict[str, tuple[Reaction, ...]]) -> None:
    told = {r.reaction for r in found[miss.text]}
    assert key not in told
    assert not miss.instead or miss.instead in told


def test_every_reaction_shows_examples_and_near_misses() -> None:
    for kind in load_reactions().values():
        assert len(kind.examples) >= 4, kind.key
        assert len(kind.near_misses) >= 3, kind.key
        assert kind.phrases and kind.source and kind.means, kind.key


def test_the_order_runs_from_hostile_to_cooperative_without_mixing_groups() -> None:
    groups = [group.key for group in load_reaction_groups()]
    places = [groups.index(kind.group) for kind in load_reactions().values()]
    assert places == sorted(places)
    assert [kind.order for kind in load_reactions().values()] == list(range(len(places)))


def test_a_near_miss_names_a_known_reaction() -> None:
    assert {miss.instead for _, miss in NEAR_MISSES} <= {"", *load_reactions()}


def test_no_class_is_listed_that_no_phrase_or_rule_asks_for() -> None:
    asked = {name for listed in load_phrases().values() for _, phrase in listed for name in phrase.classes}
    by_rule = {"LIGHT", "SAY", "VESSEL", "OFFICIAL", "TEXT", "OBSERVER", "FELT", "STIRS"}
    assert load_word_classes().names - asked - by_rule == set()


def test_a_phrase_reads_in_order_and_skips_only_what_adds_nothing() -> None:
    phrase = read_phrase("CONSIDER IMPOSE? SANCTION")
    say, consider, lift, sanction = (frozenset({name}) for name in ("SAY", "CONSIDER", "LIFT", "SANCTION"))
    assert phrase.match([say, consider, sanction]) == (1, 2)
    assert phrase.match([consider, lift, sanction]) is None


def test_a_negation_must_be_asked_for() -> None:
    chain = [frozenset({"NOT"}), frozenset({"RULE_OUT"}), frozenset({"SANCTION"})]
    assert read_phrase("RULE_OUT SANCTION").match(chain) is None
    assert read_phrase("NOT RULE_OUT SANCTION").match(chain) == (0, 1, 2)


def test_a_wildcard_does_not_pass_a_negation() -> None:
    warn, harm = frozenset({"WARN"}), frozenset({"HARM"})
    assert read_phrase("WARN * HARM").match([warn, frozenset({"event"}), harm]) == (0, 2)
    assert read_phrase("WARN * HARM").match([warn, frozenset({"NOT"}), harm]) is None


def test_a_phrase_that_asks_for_nothing_is_refused() -> None:
    with pytest.raises(VocabularyError, match="must begin"):
        read_phrase("* SANCTION")


def test_a_word_counts_by_form_or_lemma_and_part_of_speech() -> None:
    classes = WordClasses({"SUPPORT": ["back/v"], "CUT": ["call off"]})
    assert classes.of_word("backed", "back", "VERB") == {"SUPPORT"}
    assert classes.of_word("back", "back", "ADV") == set()
    assert list(classes.find_phrases(["called", "off"], ["call", "off"])) == [(0, 2, "CUT")]


@pytest.mark.shared
def test_every_type_of_the_hand_labelled_sets_has_a_reaction(shared: Path) -> None:
    types = json.loads((shared / "bench" / "reaction_types.json").read_text(encoding="utf-8"))["types"]
    assert set(types) == {kind.bench for kind in load_reactions().values()} - {""}


def test_a_noun_for_one_deed_is_no_noun_for_any() -> None:
    named = set().union(*(one.called for one in load_reactions().values()))
    assert "expulsion" in named
    assert named.isdisjoint(word_set("any_deed"))
