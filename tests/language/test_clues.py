"""The clues to what a country does: its place in the grammar, whose words they are, negation; never its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.dates import find_dates
from dashboard.language.matters import is_learned
from dashboard.language.quotes import find_quotes
from dashboard.language.reactions import find_reactions, read_clues
from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article

Read = Callable[[str], dict[str, frozenset[str]]]


@pytest.fixture
def clues(nlp: Language, make_article: Callable[..., Article]) -> Read:
    def found(text: str) -> dict[str, frozenset[str]]:
        ((article, passages),) = find_passages(nlp, [make_article(text)])
        mentions = find_actors(article, passages)
        quotes = find_quotes(article, passages, mentions, find_dates(article, passages))
        return {code: held for code, _, held in read_clues(article, passages, quotes, mentions)}

    return found


def test_who_acts_and_who_is_acted_on_have_different_clues(clues: Read) -> None:
    held = clues("Norway scolded Portugal over the tariff.")
    assert "role=nsubj:scold" in held["NO"]
    assert "role=dobj:scold" in held["PT"]
    assert "role=nsubj:scold" not in held["PT"]


def test_no_clue_holds_the_name_of_a_country(clues: Read) -> None:
    held = clues("Norway scolded Portugal over the Portuguese tariff, and Oslo recalled its envoy from Lisbon.")
    assert set(held) == {"NO", "PT"}
    for each in held.values():
        assert not any(name in clue.lower() for clue in each for name in ("norway", "portugal", "oslo", "lisbon"))


def test_what_is_negated_is_another_clue(clues: Read) -> None:
    assert "role=nsubj:not:sign" in clues("Norway did not sign the accord with Portugal.")["NO"]
    assert "has=not~accord" in clues("Norway signed no accord with Portugal.")["NO"]
    assert "has=accord" in clues("Norway signed an accord with Portugal.")["NO"]


def test_the_words_of_a_speaker_are_clues_of_the_country_it_speaks_for(clues: Read) -> None:
    held = clues('"This is piracy," the Portuguese foreign minister said of Norway.')
    assert "said=piracy" in held["PT"]
    assert "said=piracy" not in held["NO"]


def test_whose_deed_a_noun_tells_is_a_clue(clues: Read) -> None:
    held = clues("Norway's refusal to sign angered Portugal.")
    assert any(clue.startswith("own=refusal") for clue in held["NO"])
    assert not any(clue.startswith("own=refusal") for clue in held["PT"])


def test_an_event_is_made_of_what_a_listed_phrase_tells_alone(
    nlp: Language, make_article: Callable[..., Article]
) -> None:
    text = "Portugal gave its wholehearted backing to Norway. Lisbon tore a strip off Oslo over the tariff."
    ((article, passages),) = find_passages(nlp, [make_article(text)])
    reading = read(article, passages)
    learned = {each.cue for each in reading.reactions if is_learned(each)}
    assert not learned & {report.cue for report in reading.reports if report.found_by.startswith("reaction")}


def test_a_text_without_a_country_gets_nothing(nlp: Language, make_article: Callable[..., Article]) -> None:
    ((article, passages),) = find_passages(nlp, [make_article("The band played on and nobody minded the rain.")])
    mentions, timexes = find_actors(article, passages), find_dates(article, passages)
    assert find_reactions(article, passages, (), (), mentions, timexes) == ()
