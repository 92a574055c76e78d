"""Charges in a quarrel: what a party says that its opponent did blames them, whatever the words."""

from __future__ import annotations

import pytest

from tests.language.conftest import Find

_QUARREL = "Kenya summoned the Somali ambassador. "


@pytest.mark.parametrize(
    ("text", "blames"),
    [
        (_QUARREL + "Kenya's foreign ministry said that Somalia had shown four blocks to bidders in London.", True),
        (_QUARREL + "Somalia's foreign ministry said that Kenya had shown four blocks to bidders in London.", True),
        # near-misses: no quarrel, another party, something friendly, what is to come
        ("Kenya's foreign ministry said that Somalia had shown four blocks to bidders in London.", False),
        (_QUARREL + "Kenya's foreign ministry said that Ghana had shown four blocks to bidders in London.", False),
        (_QUARREL + "Kenya's foreign ministry said that Somalia had agreed to new talks.", False),
        (_QUARREL + "Kenya's foreign ministry said that Somalia would show the blocks to bidders.", False),
    ],
)
def test_who_quarrels_blames_the_other_for_what_it_is_said_to_have_done(find: Find, text: str, blames: bool) -> None:
    assert ("accuses" in {reaction for _, reaction in find(text)}) is blames
