"""Filters: link to filters and back, English, and what is not understood."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import FilterError
from dashboard.queries.filters import (
    FIELD,
    FILTERS,
    KEYS,
    MOST_VALUES,
    Filters,
    by_key,
    from_url,
    in_words,
    not_applied,
    to_url,
)
from dashboard.queries.labels import FORMS, STATUSES
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.reactions import load_reactions

text = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=20)
several = st.lists(text, max_size=3, unique=True).map(tuple)


def among(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


days = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
filters_of_all_kinds = st.builds(
    Filters,
    country=among([*load_countries(), "unknown"]),
    reaction=among(list(load_reactions())),
    target=among(list(load_countries())),
    speaker=several,
    kind=several,
    status=among(list(STATUSES)),
    form=among(list(FORMS)),
    event=several,
    outlet=several,
    since=days,
    until=days,
    words=st.lists(text, max_size=3).map(" ".join),
)


@given(filters_of_all_kinds)
def test_a_link_gives_its_filters_back(filters: Filters) -> None:
    assert from_url(to_url(filters)) == (filters, ())


def test_the_same_filters_make_the_same_link_in_whatever_order_they_came() -> None:
    one, _ = from_url([("to", "2023-09-16"), ("country", "JP"), ("reaction", "offers_talks")])
    two, _ = from_url([("reaction", "offers_talks"), ("country", "JP"), ("to", "2023-09-16")])
    assert to_url(one) == to_url(two)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ([], ""),
        (
            [("country", "JP"), ("reaction", "offers_talks"), ("from", "2023-09-14")],
            "Japan · offers talks · since 14 Sep 2023",
        ),
        ([("country", "JP"), ("country", "KR")], "Japan or South Korea"),
        ([("country", "unknown")], "Country not known"),
        ([("target", "RU"), ("to", "2023-09-01")], "towards Russia · until 1 Sep 2023"),
        ([("from", "2023-09-10"), ("to", "2023-09-16")], "10–16 Sep 2023"),
        ([("country", "JP"), ("from", "2023-09-14"), ("to", "2023-09-14")], "Japan · 14 Sep 2023"),
        ([("from", "2023-09-16"), ("to", "2023-09-10")], "since 16 Sep 2023 · until 10 Sep 2023"),
        ([("words", "satellites")], "with “satellites”"),
        ([("form", "direct"), ("outlet", "Post")], "direct quotes · in Post"),
        ([("speaker", "p1")], "Dmitry Peskov"),
    ],
)  # fmt: skip
def test_the_headline_says_the_filters_in_english(link: list[tuple[str, str]], words: str) -> None:
    filters, notes = from_url(link)
    assert notes == ()
    assert in_words(filters, {"speaker": {"p1": "Dmitry Peskov"}}) == words


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("country", "XX"),
        ("country", "Japan"),
        ("reaction", "shouts"),
        ("from", "yesterday"),
        ("to", "2023-02-30"),
        ("form", "loud"),
        ("status", "maybe"),
        ("contry", "JP"),
    ],
)
def test_what_is_not_understood_is_said_and_left_out(key: str, value: str) -> None:
    filters, notes = from_url([("country", "KR"), (key, value)])
    assert filters == Filters(country=("KR",))
    assert len(notes) == 1
    assert "not used" in notes[0]


def test_one_wrong_value_leaves_the_right_ones_in() -> None:
    filters, notes = from_url([("country", "JP"), ("country", "XX")])
    assert filters.country == ("JP",)
    assert "XX" in notes[0]


def test_a_link_that_never_ends_is_cut_and_said_to_be_cut() -> None:
    filters, notes = from_url([("outlet", f"o{i}") for i in range(MOST_VALUES + 5)])
    assert len(filters.outlet) == MOST_VALUES
    assert str(MOST_VALUES + 5) in notes[0]


@given(st.lists(st.tuples(st.sampled_from([*KEYS, "x", ""]), st.text(max_size=40)), max_size=8))
def test_no_link_breaks_the_reader(pairs: list[tuple[str, str]]) -> None:
    filters, _ = from_url(pairs)
    assert from_url(to_url(filters))[0] == filters


def test_choosing_a_value_again_takes_it_out() -> None:
    filters = Filters().toggle("country", "JP").toggle("country", "KR")
    assert filters.toggle("country", "JP") == Filters(country=("KR",))


def test_a_value_that_cannot_be_one_is_refused() -> None:
    with pytest.raises(FilterError, match="XX"):
        Filters().with_values("country", ["XX"])


def test_every_field_has_its_row_and_every_row_its_field() -> None:
    assert {one.name for one in fields(Filters)} == {FIELD.get(key, key) for key in KEYS}


@pytest.mark.parametrize("row", FILTERS, ids=lambda row: row.key)
def test_the_example_of_every_filter_is_understood(row: object) -> None:
    key, example = row.key, row.example  # type: ignore[attr-defined]
    filters, notes = from_url([(key, example)])
    assert notes == ()
    assert filters.values(key)
    assert in_words(filters)


def test_filters_that_say_nothing_about_a_noun_are_named() -> None:
    assert [row.key for row in not_applied(Filters(form=("direct",), country=("JP",)), "reactions")] == ["form"]


def test_an_unknown_key_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        by_key("nonsense")


def test_a_filter_that_means_something_else_for_quotes_says_so() -> None:
    filters = Filters(target=("RU",))
    assert in_words(filters, noun="quotes") == "about Russia"
    assert in_words(filters, noun="reactions") == "towards Russia"
    assert (by_key("target").label_for("quotes"), by_key("target").label_for("reactions")) == ("About", "Towards")


def test_identity_is_one_of_a_closed_list() -> None:
    assert in_words(Filters(identity=("unsure",))) == "who it is: not certain"
    assert from_url([("identity", "maybe")])[0] == Filters()
