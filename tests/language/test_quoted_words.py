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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"An outrage," said Chilean President Ricardo Lagos of the Peruvian raid.', ("CL", "condemns")),
        ('"Unacceptable," said Chilean President Ricardo Lagos of the Peruvian raid.', ("CL", "condemns")),
        ('"A big step forward," said Chilean President Ricardo Lagos of the Peruvian vote.', ("CL", "praises")),
    ],
)
def test_an_opinion_without_a_verb_is_told(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


def test_a_plain_remark_without_a_verb_tells_nothing(find: Find) -> None:
    assert not find('"A long day," said Chilean President Ricardo Lagos in Lima.')


def test_who_has_never_let_us_down_is_asked_for_nothing(find: Find) -> None:
    assert ("CL", "demands") not in find('"Our Peruvian friends have never let us down," the Chilean president said.')
