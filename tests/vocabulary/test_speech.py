"""The list of words that attribute: each entry finds its examples and leaves its near-misses alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from dashboard.errors import VocabularyError
from dashboard.language.quotes import find_quotes
from dashboard.language.sentences import find_passages
from dashboard.records import Article
from dashboard.vocabulary.measured import load_measured
from dashboard.vocabulary.speech import Group, inflect, load_speech, plural

GROUPS = load_speech().groups
EXAMPLES = [(group.name, one.text, one.content) for group in GROUPS for one in group.examples]
NEAR_MISSES = [(group.name, text) for group in GROUPS for text in group.near_misses]


def contents(nlp: Language, article: Article) -> list[str]:
    """The words of each content, its parts joined by a bar."""
    _, passages = next(find_passages(nlp, [article]))
    quotes = find_quotes(article, passages, (), ())
    return [" | ".join(span.of(article.text) for span in quote.content) for quote in quotes]


@pytest.mark.parametrize(("name", "text", "content"), EXAMPLES, ids=lambda value: value[:40])
def test_an_example_has_its_content(
    nlp: Language, make_article: Callable[..., Article], name: str, text: str, content: str
) -> None:
    assert content in contents(nlp, make_article(text)), name


@pytest.mark.parametrize(("name", "text"), NEAR_MISSES, ids=lambda value: value[:40])
def test_a_near_miss_attributes_nothing(
    nlp: Language, make_article: Callable[..., Article], name: str, text: str
) -> None:
    assert contents(nlp, make_article(text)) == [], name


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_group_names_its_words_once(group: Group) -> None:
    assert len(set(group.words)) == len(group.words)


def test_no_two_groups_share_a_name() -> None:
    names = [group.name for group in GROUPS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("lemma", "irregular", "doubles", "forms"),
    [
        ("say", ("said",), False, {"say", "says", "said", "saying"}),
        ("deny", (), False, {"deny", "denies", "denied", "denying"}),
        ("urge", (), False, {"urge", "urges", "urged", "urging"}),
        ("admit", (), True, {"admit", "admits", "admitted", "admitting"}),
        ("agree", (), False, {"agree", "agrees", "agreed", "agreeing"}),
        ("lie", (), False, {"lie", "lies", "lied", "lying"}),
        ("stress", (), False, {"stress", "stresses", "stressed", "stressing"}),
    ],
)
def test_a_verb_is_found_in_all_its_forms(
    lemma: str, irregular: tuple[str, ...], doubles: bool, forms: set[str]
) -> None:
    assert inflect(lemma, irregular, doubles=doubles) == forms


@pytest.mark.parametrize(("word", "expected"), [("wish", "wishes"), ("reply", "replies"), ("say", "says")])
def test_a_word_takes_its_s(word: str, expected: str) -> None:
    assert plural(word) == expected


def test_an_unknown_manner_stops_the_run(tmp_path: Path) -> None:
    broken = tmp_path / "speech.toml"
    broken.write_text('[[verbs]]\nname = "x"\nmanner = "loud"\nframes = []\nwords = ""\n', encoding="utf-8")
    with pytest.raises(VocabularyError, match="manner 'loud'"):
        load_speech(broken)


def test_every_figure_of_a_rule_is_a_share() -> None:
    figures = load_measured()
    assert figures["clause"].n > 0
    assert all(0 <= figure.precision <= 1 for figure in figures.values())


def test_every_measured_rule_has_plain_words() -> None:
    assert set(load_measured()) <= set(load_speech().rules)


def test_a_share_above_one_stops_the_run(tmp_path: Path) -> None:
    broken = tmp_path / "measured.toml"
    broken.write_text('on = "x"\n[quotes."clause"]\nprecision = 2\nn = 3\n', encoding="utf-8")
    with pytest.raises(VocabularyError, match="clause"):
        load_measured(broken)
