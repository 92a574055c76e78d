"""Reports: kind, who takes part, how real it is, and the details that outlets may disagree on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article, Report

FRIDAY = dt.date(2024, 5, 17)
Find = Callable[..., list[Report]]


@pytest.fixture
def find(nlp: Language, make_article: Callable[..., Article]) -> Find:
    def reports(text: str, kind: str | None = None) -> list[Report]:
        ((article, passages),) = find_passages(nlp, [make_article(text, FRIDAY)])
        return [report for report in read(article, passages).reports if kind in (None, report.kind)]

    return reports


def names(report: Report) -> list[str]:
    return [actor.name for actor in report.participants]


def details(report: Report) -> dict[str, str]:
    return {detail.name: detail.value for detail in report.attributes}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The president of Kenya met the president of Uganda on Monday.", "meeting", "happened"),
        ("The Kenyan minister will visit Fiji next week.", "visit", "planned"),
        ("The Kenyan minister is expected to travel to Hanoi in June.", "visit", "planned"),
        ("France and Mali signed no agreement.", "agreement", "denied"),
        ("Italy no longer sells rockets to Chad.", "arms_transfer", "denied"),
        ("Iran reportedly shipped missiles to Sudan.", "arms_transfer", "claimed"),
        ("The king of Jordan is visiting Malta.", "visit", "ongoing"),
    ],
)
def test_the_tense_and_the_hedges_say_how_real_it_is(find: Find, text: str, kind: str, status: str) -> None:
    assert [report.status for report in find(text, kind)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "If Chad attacked Sudan, France would respond.",
        "Norway urged Sweden to sign the treaty.",
        "The Fijian premier was ready to meet the king of Tonga.",
        "Ghana and Togo could sign an agreement.",
        "Peru called for talks with Chile.",
        "Chile encouraged Peru to sign the treaty.",
        "Ghana had no plan to attack Togo.",
        "If nobody objected, the Fijian premier would visit Tonga.",
        "Norway has ruled out sending troops to Chad.",
        "Poland has to supply tanks to Moldova.",
        "Poland needs to send food to Moldova.",
        "Talks with Chile were called off by Peru.",
        "“Iran fired two missiles at Oman,” the Qatari minister said.",
    ],
)
def test_what_is_wished_for_possible_or_in_someones_mouth_is_no_event(find: Find, text: str) -> None:
    assert [report.kind for report in find(text) if report.kind != "statement"] == []


def test_doer_comes_before_the_others(find: Find) -> None:
    (report,) = find("President Yoweri Museveni received President William Ruto in Entebbe.", "meeting")
    assert names(report) == ["Yoweri Museveni", "William Ruto"]
    assert report.place == "Entebbe"


def test_a_definite_noun_means_the_event_told_before(find: Find) -> None:
    first, again = find("Serbia met Kosovo in Brussels. The meeting lasted about five hours.", "meeting")
    assert names(again) == names(first)
    assert again.found_by.startswith("again:")
    assert details(again)["duration"] == "about five hours"


def test_talks_named_after_others_are_not_those_told_before(find: Find) -> None:
    told = find("Serbia met Kosovo in Brussels. Norway, which hosts the Geneva talks, was silent.", "meeting")
    assert [report.found_by for report in told if report.found_by.startswith("again:")] == []


@pytest.mark.parametrize(
    ("text", "kind", "cast", "rule"),
    [
        (
            "Chad recalled its ambassador, Ali Deby, on Monday.",
            "expulsion",
            ["Government of Chad", "Ali Deby"],
            "verb:recall",
        ),
        ("The ambassador of Togo was summoned on Monday.", "expulsion", ["ambassador of Togo"], "passive:summon"),
        (
            "Chad called in the ambassador of Togo.",
            "expulsion",
            ["Government of Chad", "ambassador of Togo"],
            "verb:call",
        ),
        ("On Friday Emmanuel Macron visited a factory in Chad.", "visit", ["Emmanuel Macron"], "verb:visit"),
    ],
)
def test_who_acts_comes_first_and_the_rule_says_how_it_is_told(
    find: Find, text: str, kind: str, cast: list[str], rule: str
) -> None:
    (report,) = find(text, kind)
    assert (names(report), report.found_by) == (cast, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Citizens were told to reconsider travel to Peru.",
        "Those who attacked Chad fled.",
    ],
    ids=["nobody visits", "nobody attacks"],
)
def test_what_nobody_is_told_to_do_is_no_event(find: Find, text: str) -> None:
    assert [report.kind for report in find(text) if report.kind != "statement"] == []


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("The presidents of Kenya and Uganda shook hands.", "meeting", None),
        ("Benin imposed sanctions on banks of Togo on Monday.", "sanctions", "sanctions on banks of Togo"),
        ("Benin regretted the recall of the envoy by Togo.", "expulsion", "the envoy"),
    ],
)
def test_what_it_was_done_to_is_asked_where_titles_name_it(find: Find, text: str, kind: str, what: str | None) -> None:
    (report,) = find(text, kind)
    assert details(report).get("what") == what


def test_a_length_of_time_before_another_event_is_no_duration(find: Find) -> None:
    (report,) = find("Serbia met Kosovo two hours after the announcement.", "meeting")
    assert "duration" not in details(report)


def test_subject_of_talks_is_what_stands_after_focused_on(find: Find) -> None:
    (report,) = find("Talks between Serbia and Kosovo focused on number plates.", "meeting")
    assert details(report)["focus"] == "number plates"


def test_visited_place_and_country_are_told_apart(find: Find) -> None:
    (spot,) = find("The Egyptian minister visited a shipyard in Japan.", "visit")
    (land,) = find("The Egyptian minister visited Japan.", "visit")
    assert "place" in details(spot)
    assert details(land)["region"] == "Japan"
    assert "place" not in details(land)


def test_a_visit_to_which_somebody_is_invited_is_planned(find: Find) -> None:
    text = "Emmanuel Macron accepted Olaf Scholz's invitation to visit Berlin."
    (invitation,) = find(text, "invitation")
    (visit,) = find(text, "visit")
    assert "Emmanuel Macron" in names(invitation)
    assert visit.status == "planned"


def test_departure_and_arrival_in_one_sentence_are_two(find: Find) -> None:
    (left,) = find("Macron left Paris on Sunday and crossed the border into Spain on Tuesday.", "departure")
    (came,) = find("Macron left Paris on Sunday and crossed the border into Spain on Tuesday.", "arrival")
    assert (left.when.first, came.when.first) == (dt.date(2024, 5, 12), dt.date(2024, 5, 14))


def test_an_aim_is_told_plainly_denied_or_claimed(find: Find) -> None:
    plain, denied, claimed = (
        {name for report in find(text) for name in details(report) if name.startswith("purpose")}
        for text in (
            "Kenya met Uganda to negotiate a border treaty.",
            "A border treaty was not the purpose of the Kenyan president's visit, the minister said.",
            "Kenya met Uganda to reportedly negotiate a border treaty.",
        )
    )
    assert (plain, denied, claimed) == ({"purpose"}, {"purpose_denied"}, {"purpose_claimed"})


def test_an_ordinal_says_whether_it_is_to_come(find: Find) -> None:
    (coming,) = find("It would be King Felipe's third visit to Malta.", "visit")
    assert details(coming)["ordinal_planned"] == "third"


def test_an_ordinal_may_stand_after_the_verb(find: Find) -> None:
    (coming,) = find("King Felipe's visit to Malta would be his third.", "visit")
    assert details(coming)["ordinal_planned"] == "third"


def test_came_for_a_sale_is_an_aim_and_came_for_two_days_is_none(find: Find) -> None:
    (sale,) = find("The Kenyan president had not come to Malta for a sugar sale.", "visit")
    (stay,) = find("The Kenyan president came to Malta for two days.", "visit")
    assert "purpose_denied" in details(sale)
    assert not any(name.startswith("purpose") for name in details(stay))


def test_background_needs_a_day_month_or_year_of_its_own(find: Find) -> None:
    assert [report.when.first for report in find("The war in Biafra ended in 1970.", "background")] == [
        dt.date(1970, 1, 1)
    ]
    assert find("The war in Biafra ended.", "background") == []


def test_a_quote_is_a_statement_that_points_to_it(
    find: Find, nlp: Language, make_article: Callable[..., Article]
) -> None:
    ((article, passages),) = find_passages(nlp, [make_article("“We regret the delay,” Emmanuel Macron said.", FRIDAY)])
    reading = read(article, passages)
    (report,) = (each for each in reading.reports if each.kind == "statement")
    assert report.claim_id == reading.quotes[0].id
    assert names(report) == ["Emmanuel Macron"]


def test_evidence_is_the_sentence_and_the_cue_stands_in_it(find: Find) -> None:
    text = "It rained. The pope met the king of Spain in Rome. Then it stopped."
    (report,) = find(text, "meeting")
    assert report.evidence.words == "The pope met the king of Spain in Rome."
    assert report.cue.of(text) == "met"


def test_the_same_article_gives_the_same_ids(find: Find) -> None:
    text = "The pope met the king of Spain in Rome."
    assert [report.id for report in find(text)] == [report.id for report in find(text)]


WORDS = st.sampled_from(
    [
        "the", "Kenya", "Uganda", "president", "met", "visited", "signed", "no", "agreement", "missiles", "fired", "if",
        "on", "Sunday", "“", "”", '"', "'", ",", ".", "—", "talks", "for", "two", "hours", "would", "his", "second",
        "visit", "said", "that", "and", "between", "of", "[", "]", "\xa0", "🙂", "Reuters",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_text_breaks_the_finder_and_evidence_is_its_slice(find: Find, text: str) -> None:
    for report in find(text):
        evidence = report.evidence
        assert text[evidence.start : evidence.end] == evidence.words
        assert 0 <= report.cue.start <= report.cue.end <= len(text)
        assert all(0 <= detail.span.start <= detail.span.end <= len(text) for detail in report.attributes)


def test_what_a_state_does_at_home_is_no_event_between_states(find: Find) -> None:
    assert not find("Police in Nairobi fired tear gas at protesters. Rebels killed two policemen in Nepal.")


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Kenya bombed a port in Uganda, killing at least six people.", "at least six people"),
        ("Kenyan air strikes kill ten in Uganda.", "ten"),
        ("Kenya attacked a post in Uganda and killed two soldiers.", "two soldiers"),
        ("Ten people were killed in a Kenyan air strike on Gulu.", "Ten people"),
        ("Kenya bombed a port in Uganda, killing two soldiers and nine civilians.", None),
        ("Kenya bombed three ports in Uganda.", None),
    ],
)
def test_an_attack_tells_its_dead_where_they_are_counted_in_one(find: Find, text: str, toll: str | None) -> None:
    (report,) = find(text, "attack")
    assert details(report).get("toll") == toll


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Kenya signed a pact after five hours of talks between William Ruto and Yoweri Museveni.", "five hours"),
        ("William Ruto received Yoweri Museveni for talks that lasted more than four hours.", "more than four hours"),
    ],
)
def test_talks_are_as_long_as_their_noun_says(find: Find, text: str, length: str) -> None:
    (report,) = find(text, "meeting")
    assert details(report)["duration"] == length


def test_several_doers_are_counted(find: Find) -> None:
    (report,) = find("Canada and Mexico summoned the Chinese ambassador.", "expulsion")
    assert names(report)[:2] == ["Government of Canada", "Government of Mexico"]
    assert details(report)["doers"] == "2"


def test_an_envoy_called_in_is_no_place(find: Find) -> None:
    (report,) = find("Canada called in the Iranian charge d'affaires on Monday.", "expulsion")
    assert report.place == ""
    assert details(report)["what"] == "the Iranian charge d'affaires"


def test_sanctions_are_counted_by_those_they_are_aimed_at(find: Find) -> None:
    (report,) = find("The European Union imposed sanctions on six Belarusian judges.", "sanctions")
    assert details(report)["number"] == "six"


def test_numbers_of_several_things_are_no_number_of_the_whole(find: Find) -> None:
    (report,) = find("China sent 76 aircraft and 15 warships towards Taiwan.", "mobilisation")
    assert "number" not in details(report)
    assert find("China sent 76 aircraft and 15 warships.", "arms_transfer") == []


@pytest.mark.parametrize(
    ("text", "kind", "cast"),
    [
        ("France and Germany sent food to Chad.", "aid", ["France", "Germany", "Chad"]),
        ("Shelling by Sudan killed nine people in Chad, doctors said.", "attack", ["Sudan"]),
    ],
)
def test_who_gives_and_who_receives_and_who_attacks_take_part(
    find: Find, text: str, kind: str, cast: list[str]
) -> None:
    (report,) = find(text, kind)
    assert [name.removeprefix("Government of ") for name in names(report)] == cast
