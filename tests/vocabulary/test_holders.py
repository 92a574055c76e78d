"""The dated table of office-holders, the bodies, the places and the role words."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter

import pytest

from dashboard.vocabulary.bodies import load_bodies, load_places
from dashboard.vocabulary.holders import check_holders, holdings_by_country, holdings_by_name, load_holders, name_key
from dashboard.vocabulary.roles import load_roles, plural_of

FIRST_DAY = dt.date(1990, 1, 1)


def test_the_table_covers_many_states_and_years() -> None:
    assert len(load_holders()) > 1000
    assert len(holdings_by_country()) > 150


def test_every_term_reaches_into_the_years_since_1990() -> None:
    early = [each.name for each in load_holders() if each.last is not None and each.last < FIRST_DAY]
    assert early == []


def test_one_spelling_names_one_person() -> None:
    check_holders()


def test_every_row_says_where_it_is_from() -> None:
    assert all(each.source.startswith("public record") for each in load_holders())


def test_no_state_has_two_presidents_on_one_day() -> None:
    for code, many in holdings_by_country().items():
        presidents = sorted((each for each in many if each.role == "President"), key=lambda each: each.first)
        for one, other in itertools.pairwise(presidents):
            overlap = (one.last or dt.date.max) - other.first
            assert overlap < dt.timedelta(days=45), f"{code}: {one.name}, {other.name}"


@pytest.mark.parametrize(
    ("name", "day", "role"),
    [
        ("Vladimir Putin", dt.date(2000, 7, 19), "President"),
        ("Vladimir Putin", dt.date(2010, 1, 1), "Prime Minister"),
        ("Donald Trump", dt.date(2018, 6, 12), "President"),
        ("Park Jin", dt.date(2023, 9, 15), "Foreign Minister"),
        ("Kofi Annan", dt.date(2003, 2, 1), "Secretary-General"),
        ("Abdel-Fattah al-Sisi", dt.date(2015, 1, 1), "President"),
    ],
)
def test_an_office_is_known_on_its_days(name: str, day: dt.date, role: str) -> None:
    assert [each.role for each in holdings_by_name()[name_key(name)] if each.holds_on(day)] == [role]


def test_a_term_ends() -> None:
    assert not any(each.holds_on(dt.date(2022, 1, 1)) for each in holdings_by_name()["angela merkel"])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kim Jong-un", "KIM JONG UN"), ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"), ("Ma'ariv", "Maariv")],
)
def test_two_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_no_body_has_the_name_of_another() -> None:
    counts = Counter(name for body in load_bodies() for name in body.names)
    assert [name for name, number in counts.items() if number > 1] == []


def test_every_body_has_a_role_with_a_label() -> None:
    labels = load_roles().labels
    assert [body.name for body in load_bodies() if body.role not in labels] == []


def test_places_have_a_country_and_phrases_have_none() -> None:
    assert all(bool(place.country) == (place.kind != "phrase") for place in load_places())


@pytest.mark.parametrize(
    ("one", "many"), [("minister", "ministers"), ("spokesman", "spokesmen"), ("envoy", "envoys"), ("spy", "spies")]
)
def test_role_nouns_have_their_plural(one: str, many: str) -> None:
    assert plural_of(one) == many
