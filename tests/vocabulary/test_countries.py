"""The list of countries and bodies: complete, without doubles, and found by every name."""

from __future__ import annotations

import re

import pytest
from babel import Locale

from dashboard.vocabulary.countries import country_name, find_code, load_countries

UN_MEMBERS = 193
WITH_SEATS_OF_THEIR_OWN = {"TW", "XK", "PS", "VA"}


def test_every_member_of_the_united_nations_is_listed() -> None:
    states = {code for code, country in load_countries().items() if country.kind == "country"}
    assert len(states - WITH_SEATS_OF_THEIR_OWN) == UN_MEMBERS
    assert states >= WITH_SEATS_OF_THEIR_OWN


def test_state_codes_are_iso_3166_codes_of_cldr() -> None:
    known = set(Locale("en").territories)
    for code, country in load_countries().items():
        if country.kind in ("country", "territory"):
            assert code in known
            assert re.fullmatch(r"[A-Z]{3}", country.iso3)


def test_codes_and_alpha_3_codes_stand_once() -> None:
    countries = load_countries().values()
    alpha3 = [country.iso3 for country in countries if country.kind in ("country", "territory", "former")]
    assert len(set(alpha3)) == len(alpha3)


def test_no_name_means_two_countries() -> None:
    owner: dict[str, str] = {}
    for code, country in load_countries().items():
        for name in country.names:
            assert owner.setdefault(name, code) == code, name


def test_every_state_has_an_adjective_or_a_people() -> None:
    lacking = [
        country.name
        for country in load_countries().values()
        if country.kind == "country" and not (country.adjectives or country.people)
    ]
    assert lacking == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the DPRK", "KP"),
        ("South Korean", "KR"),
        ("Burma", "MM"),
        ("Zaire", "CD"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("Türkiye", "TR"),
        ("the Netherlands", "NL"),
        ("Swede", "SE"),
        ("KOR", "KR"),
        ("soviet union", "SU"),
        ("Nato", "NATO"),
        ("African Union", "AFU"),
        ("Holy See", "VA"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Congo-Brazzaville", "CG"),
        ("Republic of China", "TW"),
    ],
)
def test_a_country_is_found_by_any_name(name: str, code: str) -> None:
    assert find_code(name) == code


@pytest.mark.parametrize("name", ["us", "it", "", "Atlantis", "igo", "who"])
def test_words_that_are_no_country_have_no_code(name: str) -> None:
    assert find_code(name) == ""


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("US", "the United States"),
        ("PH", "the Philippines"),
        ("CZ", "the Czech Republic"),
        ("FR", "France"),
        ("SD", "Sudan"),
    ],
)
def test_a_name_in_a_sentence_has_its_article(code: str, words: str) -> None:
    assert load_countries()[code].name_in_text == words


def test_an_unknown_code_names_itself() -> None:
    assert country_name("ZZ") == "ZZ"
