"""Points on which the reports of one event differ, and points on which they only seem to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.merging.disagreements import find_disagreements
from dashboard.merging.events import merge_events
from dashboard.records import Actor, Disagreement, Reading
from tests.merging.small import KENYA, MUSEVENI, RUTO, UGANDA, between, on, reading, statement


def found(*readings: Reading) -> list[tuple[str, str]]:
    return [(one.kind, one.about) for one in disagreements(readings)]


def disagreements(readings: Sequence[Reading]) -> tuple[Disagreement, ...]:
    return find_disagreements(merge_events(readings, {}), readings)


def left(key: str, day: int) -> Reading:
    return reading(key, f"William Ruto left Nairobi on May {day}.", "departure", (RUTO,), on(day), origin="Nairobi")


def met(key: str, words: str, **details: str) -> Reading:
    return reading(key, words, "meeting", (RUTO, MUSEVENI), on(13), **details)


def test_two_days_for_one_departure_contradict() -> None:
    (one,) = disagreements([left("a", 12), left("b", 13)])
    assert (one.kind, one.about) == ("contradiction", "day")
    assert [value.value for value in one.values] == ["12 May 2024, from “May 12”", "13 May 2024, from “May 13”"]


def test_the_same_day_twice_is_no_disagreement() -> None:
    assert found(left("a", 12), left("b", 12)) == []


def test_a_day_without_words_of_its_own_contradicts_nothing() -> None:
    loose = left("b", 13)
    loose = replace(loose, reports=(replace(loose.reports[0], when=between(13, 13)),))
    assert found(left("a", 12), loose) == []


def test_about_five_and_four_to_five_hours_are_a_variation() -> None:
    assert found(
        met("a", "Ruto and Museveni met for about five hours.", duration="about five hours"),
        met("b", "Ruto and Museveni met for four to five hours.", duration="four to five hours"),
    ) == [("variation", "how long it lasted")]


def test_two_and_nine_hours_contradict() -> None:
    assert found(
        met("a", "Ruto and Museveni met for two hours.", duration="two hours"),
        met("b", "Ruto and Museveni met for nine hours.", duration="nine hours"),
    ) == [("contradiction", "how long it lasted")]


def test_two_and_three_missiles_contradict_but_two_and_2_do_not() -> None:
    def fired(key: str, number: str) -> Reading:
        return reading(key, f"Kenya fired {number} rockets.", "missile_launch", (RUTO,), on(13), number=number)

    assert found(fired("a", "two"), fired("b", "three")) == [("contradiction", "how many")]
    assert found(fired("a", "two"), fired("b", "2")) == []


def struck(key: str, toll: str, day: int = 13) -> Reading:
    words = f"Kenya bombed the town in Uganda, killing {toll}."
    return reading(key, words, "attack", (KENYA, UGANDA), on(day), toll=toll)


def test_numbers_of_dead_contradict() -> None:
    assert found(struck("a", "six people"), struck("b", "four")) == [("contradiction", "how many were killed")]


def test_at_least_so_many_dead_is_a_variation() -> None:
    assert found(struck("a", "at least four people"), struck("b", "six")) == [("variation", "how many were killed")]


def test_two_soldiers_and_six_people_can_both_be_dead() -> None:
    assert found(struck("a", "two soldiers"), struck("b", "six people")) == []


def test_two_days_for_one_accord_contradict_and_for_two_attacks_do_not() -> None:
    def signed(key: str, day: int) -> Reading:
        return reading(key, "Kenya and Uganda signed a border agreement.", "agreement", (KENYA, UGANDA), on(day))

    assert found(signed("a", 12), signed("b", 13)) == [("contradiction", "day")]
    assert found(struck("a", "six people", 12), struck("b", "six people", 13)) == []


def test_talks_about_other_things_differ() -> None:
    a = met("a", "Talks of Ruto and Museveni focused on sugar.", focus="sugar")
    b = met("b", "Talks of Ruto and Museveni focused on border roads.", focus="border roads")
    c = met("c", "Talks of Ruto and Museveni focused on roads.", focus="roads")
    assert found(a, b) == [("difference", "what it was about")]
    assert found(b, c) == []


def test_a_condition_that_one_outlet_leaves_out_is_a_difference() -> None:
    step, words = "considers_sanctions", "Kenya is considering tariffs on sugar"
    plain = statement("a", words, RUTO, on(13), kind="indirect", reaction=step)
    condition = "if Uganda closes the border"
    full = statement("b", f"{words} {condition}", RUTO, on(13), kind="indirect", reaction=step, condition=condition)
    (one,) = disagreements([plain, full])
    assert (one.kind, one.about) == ("difference", "condition")
    assert {value.value for value in one.values} == {"no condition", condition}


def test_one_step_by_two_persons_is_a_difference_and_by_a_man_and_his_spokesman_is_not() -> None:
    minister = Actor("Alfred Mutua", "person", "KE")
    speaker = Actor("Kenya", "government", "KE", "")
    words = "Kenya offers Uganda talks about the border"
    a = statement("a", words, minister, on(13), kind="indirect", reaction="offers_talks")
    b = statement("b", words + " soon", RUTO, on(13), kind="indirect", reaction="offers_talks")
    spokesman = Actor("Hussein Mohamed", "person", "KE", "government spokesman")
    c = statement("c", words, spokesman, on(13), kind="indirect", reaction="offers_talks")
    d = statement("d", words + " soon", speaker, on(13), kind="indirect", reaction="offers_talks")
    assert found(a, b) == [("difference", "who said it")]
    assert found(c, d) == []


def test_two_quotes_of_one_sentence_are_translation_variants() -> None:
    a = statement("a", "No treaty was signed and no plan was made to sign a treaty", RUTO, on(13))
    b = statement("b", "No treaty was signed, there was no plan at all", RUTO, on(13))
    assert found(a, b) == [("translation_variants", "wording")]


def test_a_shortened_quote_is_no_variant() -> None:
    a = statement("a", "No treaty was signed and no plan was made", RUTO, on(13))
    b = statement("b", "No treaty was signed", RUTO, on(13))
    assert found(a, b) == []


def test_an_aim_that_one_denies_and_another_claims_is_disputed() -> None:
    denied = met(
        "a", "A sugar sale was not the purpose of the meeting.", purpose_denied="A sugar sale was not the purpose"
    )
    claimed = met(
        "b", "They met to reportedly agree on a sugar sale.", purpose_claimed="to reportedly agree on a sugar sale"
    )
    other = met("c", "They met to open a bridge.", purpose="to open a bridge")
    (one,) = (each for each in disagreements([denied, claimed, other]) if each.kind == "disputed_claim")
    assert {value.evidence.article_id for value in one.values} == {"a", "b"}


def test_done_and_still_to_come_differ_in_modality() -> None:
    a = reading(
        "a", "It would be his second visit to Kampala.", "visit", (RUTO,), on(13), ordinal_planned="second visit"
    )
    b = reading("b", "It was his second visit to Kampala.", "visit", (RUTO,), on(13), ordinal="second visit")
    assert [kind for kind, _ in found(a, b)] == ["modality"]


def test_evidence_of_each_value_is_in_its_article() -> None:
    readings = [left("a", 12), left("b", 13)]
    texts = {one.article.id: one.article.text for one in readings}
    for one in disagreements(readings):
        for value in one.values:
            evidence = value.evidence
            assert texts[evidence.article_id][evidence.start : evidence.end] == evidence.words
