"""Texts that speak by themselves, and the "it" and "we" that go on for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.dates import find_dates
from dashboard.language.issuers import as_speaker
from dashboard.language.quotes import find_quotes
from dashboard.language.sentences import find_passages
from dashboard.records import Actor, Article

Speakers = Callable[[str, str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def speakers(nlp: Language, make_article: Callable[..., Article]) -> Speakers:
    """Name and country of those who say the words of a text."""

    def run(text: str, words: str) -> list[tuple[str, str]]:
        article = make_article(text, dt.date(2015, 6, 3))
        ((_, passages),) = find_passages(nlp, [article])
        quotes = find_quotes(article, passages, find_actors(article, passages), find_dates(article, passages))
        start = text.index(words)
        found = (q.speakers for q in quotes if any(s.start <= start < s.end for s in q.content))
        return [(each.name, each.country) for each in next(found, ())]

    return run


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "In a note handed to the Turkish embassy on Friday the Greek Foreign Ministry protested at the flights. "
            "The note said that the airspace had been violated.",
            "the airspace had been violated",
            "Foreign Ministry of Greece",
            "GR",
        ),
        (
            "The arrests were condemned in a declaration of the European Union.\n\n"
            "The declaration added that those held must be freed.",
            "those held must be freed",
            "European Union",
            "EU",
        ),
        (
            "Calm was urged in a joint statement of Chile and Peru.\n\nThe border would stay open, the statement said.",
            "The border would stay open",
            "Government of Chile",
            "CL",
        ),
        (
            "According to the statement, Chad will close its embassy. "
            "The statement was issued in N'Djamena by the Ministry of Foreign Affairs.",
            "Chad will close its embassy",
            "Foreign Ministry of Chad",
            "TD",
        ),
        (
            "Peru's Foreign Ministry said that the envoy was welcome. It added that talks would go on.",
            "talks would go on",
            "Foreign Ministry of Peru",
            "PE",
        ),
        ("Iran's position is that the sanctions must go.", "the sanctions must go", "Government of Iran", "IR"),
    ],
)
def test_a_text_speaks_for_whoever_gave_it_out(
    speakers: Speakers, text: str, words: str, name: str, country: str
) -> None:
    assert (name, country) in speakers(text, words)


def test_a_ministrys_statement_is_the_ministrys(speakers: Speakers) -> None:
    text = 'Peru\'s Foreign Ministry called in the envoy. "We will not accept it," a ministry statement said.'
    assert speakers(text, "We will not") == [("Foreign Ministry of Peru", "PE")]


def test_nobody_tells_those_who_are_told(speakers: Speakers) -> None:
    assert speakers("Peru praised the pilots. They were told that the talks had failed.", "the talks had failed") == []


def test_a_text_of_nobody_stays_unnamed(speakers: Speakers) -> None:
    text = "Ana Rao met reporters in Oslo. A statement said that the road was closed."
    assert speakers(text, "the road was closed")[0][1] == ""


def test_it_is_not_the_agency_that_passes_words_on(speakers: Speakers) -> None:
    text = "Xinhua said that the port had reopened. Chile closed the pass. It said that the snow was deep."
    assert speakers(text, "the snow was deep") == [("Government of Chile", "CL")]


def test_only_a_state_becomes_its_government() -> None:
    assert as_speaker(Actor("Chile", "country", "CL")).name == "Government of Chile"
    person = Actor("Ana Ruiz", "person", "CL")
    assert as_speaker(person) == person
    bloc = Actor("European Union", "body", "EU")
    assert as_speaker(bloc) == bloc
