"""Who takes part, under whatever spelling."""

from __future__ import annotations

import pytest

from dashboard.merging.casts import agreement, is_same_actor, is_same_name, merge_actors, to_cast, to_name
from dashboard.records import Actor
from tests.merging.small import KENYA, MUSEVENI, RUTO, UGANDA


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong Un"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("The Hague", "Hague"),
        ("Radosław Sikorski", "Radoslaw Sikorski"),
        ("Albusaidi", "Badr al-Busaidi"),
        ("Kim Jongun", "Kim Jong Un"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert is_same_name(to_name(one), to_name(other))


def test_two_leaders_of_one_family_are_not_the_same() -> None:
    assert not is_same_name(to_name("Kim Jong Il"), to_name("Kim Jong Un"))


def test_the_same_countries_with_other_persons_are_another_event() -> None:
    other = Actor("Raila Odinga", "person", "KE")
    assert agreement(to_cast((RUTO, MUSEVENI)), to_cast((RUTO, MUSEVENI))) == 1.0
    assert agreement(to_cast((RUTO, MUSEVENI)), to_cast((other, Actor("Ali Hassan", "person", "UG")))) == 0.0


def test_a_body_under_its_letters_is_the_same() -> None:
    union, letters = Actor("European Union", "body", "EU"), Actor("EU", "body", "EU")
    assert is_same_actor(union, letters)
    assert not is_same_actor(union, Actor("AU", "body", "AFU"))


def test_a_country_may_stand_for_its_leader() -> None:
    assert agreement(to_cast((RUTO, MUSEVENI)), to_cast((KENYA, UGANDA))) == 1.0


def test_merged_actors_take_the_fullest_name_and_drop_the_country_of_a_person() -> None:
    short = Actor("Ruto", "person", "KE")
    assert merge_actors([(short, UGANDA), (RUTO,), (KENYA, UGANDA)]) == (RUTO, UGANDA)
