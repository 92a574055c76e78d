"""What quoted words tell of their speaker."""

from __future__ import annotations

import pytest

from tests.language.conftest import Find


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"Step back from the border," the Chilean president told Peru.', True),
        ('"Let\'s stop this war," the Chilean president told Peru.', True),
        # near-misses: imperatives that ask for nothing
        ('"Look at the border," the Chilean president told Peru.', False),
        ('"Make no mistake," the Chilean president told Peru.', False),
    ],
)
def test_an_imperative_bids(find: Find, text: str, told: bool) -> None:
    assert (("CL", "demands") in find(text)) == told


def test_a_cue_with_not_says_nothing(find: Find) -> None:
    assert ("CL", "condemns") in find("Chile said that it condemned the coup in Niger.")
    assert ("CL", "condemns") not in find("Chile did not say that it condemned the coup in Niger.")
