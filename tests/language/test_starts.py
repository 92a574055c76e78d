"""Where a reaction is told: beside the main clause, and by whom others are to blame."""

from __future__ import annotations

import pytest

from tests.language.conftest import Find


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile recalled a warning by Norway against whaling by Japan.", ("NO", "warns")),
        ("Criticism of the Chilean ban also came from Norway.", ("NO", "condemns")),
        ("The Chilean ban drew expressions of dismay from Tokyo.", ("JP", "expresses_concern")),
        ("The proposal, which Norway rejected, was made by Chile.", ("NO", "rejects")),
        ("Norway is understood to be weighing sanctions against Chile.", ("NO", "considers_sanctions")),
        ("Norway voiced regret over the Chilean ban; Sweden has no plans to follow.", ("NO", "expresses_concern")),
        ("Norway had accused Chile of spying, he recalled.", ("NO", "accuses")),
        ("Chile praised the ban, while Norway warned against it.", ("NO", "warns")),
    ],
)
def test_what_is_told_beside_the_main_clause(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile shares Norway's concerns.",
        "Norway is not understood to be weighing sanctions against Chile.",
    ],
)
def test_what_is_only_mentioned_is_not_told(find: Find, text: str) -> None:
    assert not {reaction for actor, reaction in find(text) if actor == "NO"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # others are to blame
        ("The talks failed because of Sudan's refusal to withdraw, Chad said.", ("TD", "accuses")),
        ("Poland says it is being punished by Belarus for its vote.", ("PL", "accuses")),
        ('"They must leave our waters," the Kenyan foreign minister said of Somalia.', ("KE", "demands")),
        ("Chile rejected Bolivia's claim as baseless, and Peru issued a similar statement.", ("PE", "denies")),
    ],
)
def test_others_are_to_blame(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


def test_who_takes_measures_on_others_eases_them_in_the_passive(find: Find) -> None:
    assert ("US", "eases") in find("The American trade embargo against Vietnam was lifted in February.")
    # near-miss: whose measures they are is not told
    assert not {who for who, what in find("The sanctions on Vietnam were eased.") if what == "eases"}


def test_ones_own_envoy_goes_back(find: Find) -> None:
    told = find("Egypt has sent its envoy back to Doha after four years.")
    assert ("EG", "eases") in told and ("EG", "expels_diplomats") not in told
    assert ("EG", "expels_diplomats") in find("Egypt sent two Qatari diplomats back to Doha for spying.")


def test_a_veto_that_is_dropped_rejects_nothing(find: Find) -> None:
    assert ("FR", "rejects") not in find("France dropped its veto on talks with Macedonia.")


def test_what_is_said_of_a_demand_demands_nothing(find: Find) -> None:
    assert ("ET", "demands") not in find(
        '"We see no reason to move," the Ethiopian minister said of the Eritrean demand.'
    )
