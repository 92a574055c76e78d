"""Nouns that tell what somebody says or does, and whose they are."""

from __future__ import annotations

import pytest

from tests.language.conftest import Find


def test_what_one_has_from_another_is_the_others(find: Find) -> None:
    assert find("Chile has the support of Norway, officials said.") == {("NO", "supports")}
    assert find("Chile enjoys Norwegian backing in its bid.") == {("NO", "supports")}
    assert find("Chile has supported Norway in its bid.") == {("CL", "supports")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway's expulsion of two Chilean diplomats came as no surprise.", ("NO", "expels_diplomats")),
        ("The recall by Norway of its ambassador to Chile came as no surprise.", ("NO", "protests")),
        ("The Chilean ban drew criticism from Norway.", ("NO", "condemns")),
    ],
)
def test_a_noun_tells_of_its_owner(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


def test_a_deed_that_is_asked_for_is_not_done(find: Find) -> None:
    assert not {each for each in find("Chile demanded Norway's expulsion of two diplomats.") if each[0] == "NO"}
