"""Whose name a text gives only after it let them speak."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.sentences import find_passages
from dashboard.records import Article

Who = Callable[[str], dict[str, tuple[str, str]]]


@pytest.fixture(scope="module")
def who(nlp: Language, make_article: Callable[..., Article]) -> Who:
    """Name and country for the words of each mention of a text."""

    def run(text: str) -> dict[str, tuple[str, str]]:
        article = make_article(text, None)
        ((_, passages),) = find_passages(nlp, [article])
        found = find_actors(article, passages)
        return {each.span.of(text): (each.actors[0].name, each.actors[0].country) for each in found}

    return run


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "SUVA, Fiji (AP) - Australia's high commissioner said Tuesday that aid would be cut.\n\n"
            "James Battersby, in his last week in the job, said Canberra's patience was running out.",
            "Australia's high commissioner",
            "James Battersby",
            "AU",
        ),
        (
            "NAIROBI (AFP) - The United States will keep its embassy closed, the outgoing American envoy said.\n\n"
            "Harriet Coldwell, who leaves the post next month, said the threat was still grave.",
            "Harriet Coldwell",
            "Harriet Coldwell",
            "US",
        ),
        (
            "TBILISI - Georgia's national security chief said Sunday the army had left the city.\n\n"
            "General Kakha Beridze said that Russian tanks were on the move.",
            "General Kakha Beridze",
            "Kakha Beridze",
            "GE",
        ),
    ],
)
def test_who_speaks_first_by_office_is_named_later(who: Who, text: str, words: str, name: str, country: str) -> None:
    assert who(text)[words] == (name, country)


@pytest.mark.parametrize(
    "after",
    [
        "Ramdin Jairam, whose shop was looted, said nobody helped him.",
        "Ramdin Jairam, a trader, said nobody helped him.",
        "Ramdin Jairam of the traders' union said nobody helped him.",
    ],
)
def test_bystanders_are_not_the_office_before(who: Who, after: str) -> None:
    found = who(f"PARAMARIBO - The Dutch ambassador said on Thursday that aid would stay frozen.\n\n{after}")
    assert found["The Dutch ambassador"][0] != "Ramdin Jairam"
    assert found["Ramdin Jairam"][1] != "NL"


def test_whoever_asks_not_to_be_named_is_not_named_later(who: Who) -> None:
    found = who(
        "LIMA - A Peruvian official said on condition of anonymity that talks had failed.\n\n"
        "Maria Lopez said the border would stay open."
    )
    assert found["Maria Lopez"] == ("Maria Lopez", "")


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("The UN mission in the country, MINUTA, said two men died.", "The UN mission", "MINUTA", "UN"),
        (
            "Zimbabwe voted. Zimbabwe's main opposition party, the Popular Front, says it won.",
            "Zimbabwe's main opposition party",
            "Popular Front",
            "ZW",
        ),
        ("The government of Kenya, on Monday, said no.", "The government of Kenya", "Government of Kenya", "KE"),
    ],
)
def test_bodies_named_after_what_they_are(who: Who, text: str, words: str, name: str, country: str) -> None:
    assert who(text)[words] == (name, country)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (
            "COLOMBO - Sri Lanka will not accept it, External Affairs Minister Nihal Senaratne said. India waits.",
            "External Affairs Minister Nihal Senaratne",
            "LK",
        ),
        (
            "ISLAMABAD - Pakistan called in the envoy. In New Delhi, External Affairs Minister Arvind Mehta said no.",
            "External Affairs Minister Arvind Mehta",
            "IN",
        ),
        ("NICOSIA - Turkish Cypriot leader Hasan Ozgur said no.", "Turkish Cypriot leader Hasan Ozgur", "CY"),
        ("SARAJEVO - Bosnia burns. Croat leader Ante Maric said no.", "Croat leader Ante Maric", "BA"),
        ("ZAGREB - Croatia waits. Croat leader Ante Maric said no.", "Croat leader Ante Maric", "HR"),
    ],
)
def test_offices_and_leaders_that_several_states_call_so(who: Who, text: str, words: str, country: str) -> None:
    assert who(text)[words][1] == country


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "ZAMBOANGA, Philippines - A bomb went off. A regional commander, General Ramon Ibarra, said so.",
            "General Ramon Ibarra",
            "Ramon Ibarra",
            "PH",
        ),
        ("The Tunisian presidency said no.", "The Tunisian presidency", "Presidency of Tunisia", "TN"),
        ("The Russian embassy in Sofia said no.", "The Russian embassy", "Embassy of Russia in Sofia", "RU"),
        ("Prime Minister Kenji Harada of Japan left. The premier said no.", "The premier", "Kenji Harada", "JP"),
        (
            "Deputy Prime Minister Jon Berg of Norway left. The premier said no.",
            "Deputy Prime Minister Jon Berg",
            "Jon Berg",
            "NO",
        ),
        ("GOMA, Congo - Rebels took a town. Residents said no.", "Residents", "Residents", "CD"),
        ("GOMA, Congo - They fled. In Kampala, residents said no.", "residents", "residents", "UG"),
    ],
)
def test_names_and_states_of_speakers(who: Who, text: str, words: str, name: str, country: str) -> None:
    assert who(text)[words] == (name, country)
