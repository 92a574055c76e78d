"""Who does what a verb tells: those beside the subject, either of two, and whose subject goes on."""

from __future__ import annotations

import pytest

from tests.language.conftest import Find


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya, like Uganda, condemned the coup in Niger.", {"KE", "UG"}),
        ("Japan, together with Canada and Britain, condemned the coup in Niger.", {"JP", "CA", "GB"}),
        ("Many states, including Brazil and India, condemned the coup in Niger.", {"BR", "IN"}),
        ("A dozen states, among them Spain and Malta, condemned the coup in Niger.", {"ES", "MT"}),
        ("Chile condemned the coup in Niger, as did Peru.", {"CL", "PE"}),
        ("Chile condemned the coup in Niger, and so did Peru.", {"CL", "PE"}),
        ("The presidents of Ghana, Togo and Benin condemned the coup in Niger.", {"GH", "TG", "BJ"}),
        # near-misses: those who stand by, and those who are like the target
        ("Chile, unlike Peru, condemned the coup in Niger.", {"CL"}),
        ("Chile condemned Niger like Mali before it.", {"CL"}),
    ],
)
def test_those_who_do_the_same_react_too(find: Find, text: str, actors: set[str]) -> None:
    assert {actor for actor, reaction in find(text) if reaction == "condemns"} == actors


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya's foreign minister met his Ugandan counterpart in Nairobi.", {("KE", "meets"), ("UG", "meets")}),
        ("Chile signed a trade agreement with Peru.", {("CL", "agrees"), ("PE", "agrees")}),
        # near-misses: a call and a journey are one side's
        ("The Chilean president telephoned the Peruvian president about the border.", {("CL", "consults")}),
    ],
)  # fmt: skip
def test_the_other_side_meets_and_signs_too(find: Find, text: str, told: set[tuple[str, str]]) -> None:
    assert find(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected the plan of Uganda. Each side accused the other of breaking the truce.",
        "Kenya rejected the plan of Uganda. Both governments accused Sudan of breaking the truce.",
    ],
)
def test_each_side_is_either_of_the_two(find: Find, text: str) -> None:
    assert {actor for actor, reaction in find(text) if reaction == "accuses"} == {"KE", "UG"}


def test_political_parties_are_not_two_states(find: Find) -> None:
    found = find("Kenya rejected the plan of Uganda. The political parties accused Sudan of breaking the truce.")
    assert not {actor for actor, reaction in found if reaction == "accuses"}


def test_parts_of_the_world_do_not_react(find: Find) -> None:
    assert find("Four Arab countries, Egypt and Qatar among them, condemned Chile.") <= {
        ("EG", "condemns"),
        ("QA", "condemns"),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the subject of the verb of saying goes on
        ("Chad denied that the men were spies and demanded their release by Sudan.", ("TD", "demands")),
        ("Kenya said the report was groundless and urged Somalia to withdraw it.", ("KE", "demands")),
        # one's own envoys, and envoys by name
        ("Oman told its ambassadors in Paris and Rome to come home for consultations.", ("OM", "protests")),
        ("Kenya's foreign ministry called home Ambassador Lucas Tumbo from Somalia.", ("KE", "protests")),
        ("Estonia expelled Dmitri Petrov, Russia's consul general in Narva.", ("EE", "expels_diplomats")),
    ],
)
def test_who_goes_on_and_who_calls_home(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)
