"""One entry for each person over all articles, whatever the spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.merging.people import People, merge_people
from dashboard.records import Actor, ActorKind, Article, Mention, Person, Reading, Span


def person(name: str, country: str = "", role: str = "", found_by: str = "text") -> Actor:
    return Actor(name, "person", country, role, found_by)


def body(name: str, country: str, kind: ActorKind = "body") -> Actor:
    return Actor(name, kind, country)


def reading(article_id: str, *actors: Actor, place: bool = False) -> Reading:
    mentions = tuple(Mention(Span(at, at + 1), (actor,), "name", place) for at, actor in enumerate(actors))
    return Reading(Article(article_id, "", ()), mentions=mentions)


def named(people: People, name: str) -> Person:
    return next(each for each in people.persons if each.name == name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Kim Jong Un", "KP"), person("Kim Jong-un")),
        (person("Sergei Lavrov", "RU"), person("Sergey Lavrov", "RU")),
        (person("Volodymyr Zelensky", "UA"), person("Volodymyr Zelenskyy", "UA")),
        (person("Nicolás Maduro", "VE"), person("Nicolas Maduro")),
        (person("Jose Q. Example", "PH"), person("Jose Example", "PH")),
        (person("Muhammad Khoury", "LB"), person("Mohammed Khouri", "LB")),
        (person("Hideki Tanabe", "JP"), person("Tanabe Hideki", "JP")),
        (person("Amina Diallo", "SN"), person("Diallo", found_by="unsure")),
        (body("Moscow's foreign ministry", "RU", "government"), body("Russian foreign ministry", "RU", "government")),
        (body("Russia", "RU", "country"), body("Government of Russia", "RU", "government")),
        (body("KCNA", "KP", "media"), body("Korean Central News Agency", "KP", "media")),
        (body("UN", "UN"), body("United Nations", "UN")),
    ],
)
def test_spellings_of_one_are_one_entry(one: Actor, other: Actor) -> None:
    people = merge_people([reading("a", one), reading("b", other)])
    assert len(people.persons) == 1
    assert people.ids["a", one.name] == people.ids["b", other.name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Kim Jong Un", "KP"), person("Kim Jong Il", "KP")),
        (person("John Smith", "GB"), person("John Smith", "US")),
        (person("Lee Jae-myung", "KR"), person("Lee Hsien Loong", "SG")),
        (person("Laura Meyer", "DE"), person("Meyer", "CH")),
        (body("Foreign Ministry", "RU", "government"), body("Foreign Ministry", "CN", "government")),
        (body("Kremlin", "RU", "government"), body("Government of Russia", "RU", "government")),
        (body("White House", "US", "government"), body("United States", "US", "country")),
        (body("European Union", "EU"), body("Government of Belgium", "BE", "government")),
        (body("Republic of Korea", "KR", "country"), body("North Korea", "KP", "country")),
    ],
)
def test_different_ones_stay_apart(one: Actor, other: Actor) -> None:
    assert len(merge_people([reading("a", one), reading("b", other)]).persons) == 2


def test_a_state_and_its_government_are_one_government() -> None:
    spellings = (
        body("Russia", "RU", "country"),
        body("Russian Federation", "RU", "country"),
        body("Russian government", "RU", "government"),
        body("Government of Russia", "RU", "government"),
    )
    (only,) = merge_people([reading(str(number), one) for number, one in enumerate(spellings)]).persons
    assert (only.id, only.name, only.kind) == ("ru-government", "Government of Russia", "government")
    assert only.aliases == ("Russia", "Russian Federation", "Russian government")


def test_a_plain_country_alone_is_named_as_its_government() -> None:
    (only,) = merge_people([reading("a", body("United States", "US", "country"))]).persons
    assert (only.name, only.kind) == ("Government of the United States", "government")


def test_a_surname_that_two_people_bear_stays_unsure() -> None:
    people = merge_people(
        [
            reading("a", person("Jan Novak", "CZ"), person("Eva Novak", "SI")),
            reading("b", person("Novak", found_by="unsure")),
        ]
    )
    assert len(people.persons) == 3
    assert named(people, "Novak").found_by == "unsure"


def test_a_country_can_come_from_another_article() -> None:
    unsure = person("Amina Diallo", found_by="unsure")
    people = merge_people([reading("a", unsure), reading("b", unsure, person("Amina Diallo", "SN", "minister"))])
    (only,) = people.persons
    assert (only.country, only.roles, only.found_by) == ("SN", ("minister",), "text")


def test_ids_come_from_country_and_name() -> None:
    people = merge_people([reading("a", person("Kim Jong-un", "KP")), reading("b", person("Nobody Known"))])
    assert [each.id for each in people.persons] == ["kp-kim-jong-un", "unknown-nobody-known"]


def test_every_other_spelling_is_an_alias() -> None:
    people = merge_people([reading("a", person("Kim Jong Un", "KP")), reading("b", person("Kim Jong-un", "KP"))])
    assert people.persons[0].aliases == ("Kim Jong-un",)


def test_places_are_nobody() -> None:
    assert merge_people([reading("a", body("Seoul", "KR", "country"), place=True)]).persons == ()


names = st.lists(st.sampled_from(["Kim", "Lee", "Ana", "de", "-", "O'Neil", "İ", "Ünal", "X"]), min_size=1, max_size=4)
actors = st.builds(
    Actor,
    names.map(" ".join),
    st.sampled_from(["person", "body", "government", "country", "unnamed"]),
    st.sampled_from(["", "KR", "KP", "UN"]),
    st.sampled_from(["", "minister"]),
    st.sampled_from(["text", "article", "holders", "unsure"]),
)


@given(st.lists(st.lists(actors, max_size=4), max_size=4))
def test_everyone_is_someone_and_order_does_not_matter(articles: list[list[Actor]]) -> None:
    readings = [reading(str(number), *many) for number, many in enumerate(articles)]
    people = merge_people(readings)
    ids = {each.id for each in people.persons}
    assert len(ids) == len(people.persons)
    assert all(people.ids[str(number), actor.name] in ids for number, many in enumerate(articles) for actor in many)
    assert merge_people(reversed(readings)).persons == people.persons
