"""What is told as a fact, beside what is only asked, feared, disputed or still to come."""

from __future__ import annotations

import pytest

from tests.language.conftest import Find


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chile said that Norway has to halt the operation.", "NO"),
        ("Norway needs to end the bombing, Chile's president said.", "NO"),
        ("Following the coup in Chad, Norway kept quiet about Chile.", "NO"),
        ("Norway is expected to impose sanctions on Chile.", "NO"),
        ("Chile will take no step before Norway itself requests it.", "NO"),
        ("To this is added the charge that Norway supports the rebels in Chile, Peru says.", "NO"),
        ("Norway was urged to leave Chile.", "NO"),
        ("The Norwegian ambassador was summoned by the head of the Norwegian department, Chile said.", "NO"),
    ],
)
def test_what_others_ask_fear_or_dispute_is_no_deed(find: Find, text: str, actor: str) -> None:
    assert actor not in {each for each, _ in find(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway had to halt the operation in Chile.", ("NO", "eases")),
        ("The Norwegian prime minister visited Chile.", ("NO", "meets")),
        ("The Norwegian prime minister is expected to visit Chile.", ("NO", "meets")),
        ("Norway rejected the plan before Chile did.", ("NO", "rejects")),
        ("Chile denied reports that Norway urged it to leave.", ("NO", "demands")),
        ("Norway's support for Chile is firm.", ("NO", "supports")),
    ],
)
def test_deeds_told_in_much_the_same_words(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a name that is given is a judgement
        ("Peru recalled its envoy from Lima over what it called a serious provocation by Chile.", ("PE", "condemns")),
        ("Mali summoned the Senegalese ambassador over what it described as an illegal act.", ("ML", "condemns")),
        # a summons is for what the ministry wants to say
        ("Oman called in the Iranian ambassador to convey its concern at the drills.", ("OM", "expresses_concern")),
        # what one is set to do, and has to do
        ("Japan gave Fiji until Sunday to free the crew.", ("JP", "demands")),
        ("Ghana told Togo that existing commitments had to be honoured.", ("GH", "demands")),
        ("Peru will accept neither a truce nor foreign troops, its president told Chile.", ("PE", "rejects")),
    ],
)
def test_what_is_told_as_fact_under_other_verbs(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Japan gave Fiji a week to agree to free the crew.", ("JP", "signals_cooperation")),
        ("Russia was defending its interests in Georgia.", ("RU", "supports")),
        ("Chad said Sudan's army was weak and had demanded arms from Libya.", ("TD", "demands")),
        ("Oman summoned the Iranian ambassador to hear his answer to the protest.", ("OM", "expresses_concern")),
        ("Togo said it did not have to honour commitments made to Ghana.", ("TG", "demands")),
        ("The talks failed because of the weather, Chad told Sudan.", ("TD", "accuses")),
    ],
)
def test_what_is_set_or_asked_is_not_told(find: Find, text: str, not_told: tuple[str, str]) -> None:
    assert not_told not in find(text)
