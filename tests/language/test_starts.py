"""Who is behind what is told: those beside the subject, either of two, the makers of nouns, and who only looks on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article

Find = Callable[[str], set[tuple[str, str]]]


@pytest.fixture
def find(nlp: Language, make_article: Callable[..., Article]) -> Find:
    def found(text: str) -> set[tuple[str, str]]:
        ((article, passages),) = find_passages(nlp, [make_article(text)])
        return {(each.actor.country, each.reaction) for each in read(article, passages).reactions}

    return found


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
    ("text", "actor"),
    [
        ("Chile said that Norway has to halt the operation.", "NO"),
        ("Norway needs to end the bombing, Chile's president said.", "NO"),
        ("It was a question of security, the Norwegian prime minister said while visiting Chile.", "NO"),
        ("Following the coup in Chad, Norway kept quiet about Chile.", "NO"),
        ("Chile will take no step before Norway itself requests it.", "NO"),
        ("Chile complained that it was being punished because Norway had not stopped the vote.", "NO"),
        ("To this is added the charge that Norway supports the rebels in Chile, Peru says.", "NO"),
        ("It is an argument about Norwegian backing for Chile, a Peruvian official said.", "NO"),
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
        ("Norway rejected the plan before Chile did.", ("NO", "rejects")),
        ("Chile denied reports that Norway urged it to leave.", ("NO", "demands")),
        ("Norway's support for Chile is firm.", ("NO", "supports")),
    ],
)
def test_deeds_told_in_much_the_same_words(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


def test_parts_of_the_world_do_not_react(find: Find) -> None:
    assert find("Four Arab countries, Egypt and Qatar among them, condemned Chile.") <= {
        ("EG", "condemns"),
        ("QA", "condemns"),
    }


def test_what_one_has_from_another_is_the_others(find: Find) -> None:
    assert find("Chile has the support of Norway, officials said.") == {("NO", "supports")}
    assert find("Chile enjoys Norwegian backing in its bid.") == {("NO", "supports")}
    assert find("Chile has supported Norway in its bid.") == {("CL", "supports")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a name that is given is a judgement
        ("Peru recalled its envoy from Lima over what it called a serious provocation by Chile.", ("PE", "condemns")),
        ("Mali summoned the Senegalese ambassador over what it described as an illegal act.", ("ML", "condemns")),
        # the subject of the verb of saying goes on
        ("Chad denied that the four were spies and demanded their release by Sudan.", ("TD", "demands")),
        ("Kenya said the report was groundless and urged Somalia to withdraw it.", ("KE", "demands")),
        # a summons is for what the ministry wants to say
        ("Oman called in the Iranian ambassador to convey its concern at the drills.", ("OM", "expresses_concern")),
        # what one is set to do, and has to do
        ("Japan gave Fiji until Sunday to free the crew.", ("JP", "demands")),
        ("Ghana told Togo that existing commitments had to be honoured.", ("GH", "demands")),
        ("Peru will accept neither a truce nor foreign troops, its president told Chile.", ("PE", "rejects")),
        # one's own envoys, and envoys by name
        ("Oman told its ambassadors in Paris and Rome to come home for consultations.", ("OM", "protests")),
        ("Kenya's foreign ministry called home Ambassador Lucas Tumbo from Somalia.", ("KE", "protests")),
        ("Estonia expelled Dmitri Petrov, Russia's consul general in Narva.", ("EE", "expels_diplomats")),
        # others are to blame
        ("The talks failed because of Sudan's refusal to withdraw, Chad said.", ("TD", "accuses")),
        ("Poland says it is being punished by Belarus for its vote.", ("PL", "accuses")),
        ('"They must leave our waters," the Kenyan foreign minister said of Somalia.', ("KE", "demands")),
        ("Chile rejected Bolivia's claim as baseless, and Peru issued a similar statement.", ("PE", "rejects")),
    ],
)
def test_what_long_sentences_tell(find: Find, text: str, told: tuple[str, str]) -> None:
    assert told in find(text)


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Japan gave Fiji a week to agree to free the crew.", ("JP", "signals_cooperation")),
        ("Chad said Sudan's army was weak and had demanded arms from Libya.", ("TD", "demands")),
        ("Oman summoned the Iranian ambassador to hear his answer to the protest.", ("OM", "expresses_concern")),
        ("Togo said it did not have to honour commitments made to Ghana.", ("TG", "demands")),
        ("The talks failed because of the weather, Chad told Sudan.", ("TD", "accuses")),
    ],
)
def test_what_long_sentences_do_not_tell(find: Find, text: str, not_told: tuple[str, str]) -> None:
    assert not_told not in find(text)
