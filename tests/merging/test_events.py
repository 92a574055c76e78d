"""Reports of many outlets become one event when kind, days, cast and words agree."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from dashboard.merging.events import merge_events
from dashboard.records import Actor, Attribute, Reading, Span, When
from tests.merging.small import KENYA, MUSEVENI, RUTO, UGANDA, between, on, reading, statement

MET = "William Ruto met Yoweri Museveni in Entebbe to talk about the border."
TALKED = "Presidents Ruto and Museveni held talks about the border in Entebbe."


def ids(readings: list[Reading]) -> list[set[str]]:
    """The articles of each event, in order."""
    found = []
    for event in merge_events(readings, {}):
        held = {r.id: r.evidence.article_id for one in readings for r in one.reports}
        found.append({held[key] for key in event.report_ids})
    return found


def test_two_outlets_on_one_meeting_make_one_event() -> None:
    one = reading("a", MET, "meeting", (RUTO, MUSEVENI), on(13), place="Entebbe")
    other = reading("b", TALKED, "meeting", (RUTO, MUSEVENI), between(10, 17))
    (event,) = merge_events([one, other], {})
    assert event.title == "William Ruto meets Yoweri Museveni, Entebbe"
    assert (event.when.first, event.when.last) == (on(13).first, on(13).last)
    assert event.sources == 2


@pytest.mark.parametrize(
    "other",
    [
        reading("b", TALKED, "meeting", (RUTO, MUSEVENI), on(20)),
        reading("b", TALKED, "call", (RUTO, MUSEVENI), on(13)),
        reading("b", TALKED, "meeting", (RUTO, Actor("Salva Kiir", "person", "SS")), on(13)),
    ],
    ids=["another day", "another kind", "another guest"],
)
def test_another_day_kind_or_guest_is_another_event(other: Reading) -> None:
    assert len(merge_events([reading("a", MET, "meeting", (RUTO, MUSEVENI), on(13)), other], {})) == 2


def test_departures_a_day_apart_are_one_event_over_both_days() -> None:
    one = reading("a", "William Ruto left Nairobi on Sunday.", "departure", (RUTO,), on(12), origin="Nairobi")
    other = reading("b", "William Ruto left Nairobi on Monday.", "departure", (RUTO,), on(13), origin="Nairobi")
    (event,) = merge_events([one, other], {})
    assert (event.when.first, event.when.last) == (on(12).first, on(13).last)
    assert event.when.words == ""


def test_a_journey_and_a_stop_on_it_are_two_events() -> None:
    journey = reading("a", "William Ruto is touring Uganda this week.", "visit", (RUTO, UGANDA), between(10, 17))
    stop = reading("b", "William Ruto visited a dam in Uganda.", "visit", (RUTO, UGANDA), on(14), place="dam")
    assert len(merge_events([journey, stop], {})) == 2


def test_what_happened_and_its_denial_are_two_events() -> None:
    signed = reading("a", "Kenya and Uganda signed a treaty.", "agreement", (KENYA, UGANDA), on(13))
    denied = reading("b", "Kenya and Uganda signed no treaty.", "agreement", (KENYA, UGANDA), on(13))
    denied = replace(denied, reports=(replace(denied.reports[0], status="denied"),))
    assert len(merge_events([signed, denied], {})) == 2


def test_a_speaker_on_one_day_makes_one_statement_and_on_another_day_another() -> None:
    first = statement("a", "We regret the delay at the border", RUTO, on(13))
    second = statement("b", "Our trucks will wait no longer", RUTO, on(13))
    third = statement("c", "Copper prices are another matter", RUTO, on(20))
    assert ids([first, second, third]) == [{"a", "b"}, {"c"}]


def test_a_minister_and_a_spokesman_who_take_the_same_step_make_one_statement() -> None:
    minister, spokesman = Actor("Alfred Mutua", "person", "KE"), Actor("Hussein Mohamed", "person", "KE")
    one = statement("a", "We are considering tariffs on sugar", minister, on(13), reaction="considers_sanctions")
    other = statement("b", "Tariffs on sugar are possible", spokesman, on(13), reaction="considers_sanctions")
    assert len(merge_events([one, other], {})) == 1


def test_the_title_of_a_statement_tells_its_step_in_the_words_that_take_it() -> None:
    regret = statement("a", "We condemn the closure", RUTO, on(13), reaction="condemns")
    again = statement("b", "We condemn the closure today", RUTO, on(13), reaction="condemns")
    other = statement("c", "Our hauliers have waited at the bridge for nine days and nights", RUTO, on(13))
    (event,) = merge_events([regret, again, other], {})
    assert event.title == "William Ruto condemns: “We condemn the closure today”"


def test_a_statement_whose_words_take_no_step_is_titled_without_one() -> None:
    (event,) = merge_events([statement("a", "Copper prices are another matter", RUTO, on(13))], {})
    assert event.title == "William Ruto: “Copper prices are another matter”"


def test_a_step_taken_elsewhere_in_the_sentence_is_not_the_statements() -> None:
    words = "He condemned the closure and said the bridge would open"
    one = statement("a", words, RUTO, on(13), reaction="condemns")
    cue, content = Span(29, 33), Span(34, len(words))
    held = one.reports[0].attributes
    said = replace(one.reports[0], cue=cue, attributes=tuple(replace(a, value=content.of(words)) for a in held))
    step = replace(one.reactions[0], cue=Span(3, 12))
    (event,) = merge_events([replace(one, reports=(said,), reactions=(step,))], {})
    assert event.title == "William Ruto: “the bridge would open”"
    (event,) = merge_events([replace(one, reports=(said,), reactions=(replace(step, cue=cue),))], {})
    assert event.title == "William Ruto condemns: “the bridge would open”"


@pytest.mark.parametrize(
    ("who", "says"),
    [
        (Actor("Western countries", "country", ""), "Western countries express concern"),
        (Actor("the envoys", "group", ""), "The envoys express concern"),
        (Actor("Saudis", "people", ""), "Saudis express concern"),
        (Actor("Hamas", "group", ""), "Hamas expresses concern"),
        (Actor("United States", "country", "US"), "United States expresses concern"),
        (RUTO, "William Ruto expresses concern"),
    ],
)
def test_the_verb_of_a_title_has_the_number_of_who_acts(who: Actor, says: str) -> None:
    told = statement("a", "The closure is a matter of concern", who, on(13), reaction="expresses_concern")
    (event,) = merge_events([told], {})
    assert event.title.startswith(f"{says}: ")


ENVOY = Actor("ambassador of Uganda", "unnamed", "UG")
MALI, CHAD = Actor("Mali", "country", "ML"), Actor("Chad", "country", "TD")
OFFICIALS = Actor("officials from Uganda", "group", "UG")


@pytest.mark.parametrize(
    ("kind", "rule", "cast", "details", "title"),
    [
        ("sanctions", "verb:lift", (KENYA,), {"what": "The sanctions on Uganda"}, "Kenya lifts sanctions on Uganda"),
        ("expulsion", "verb:call in", (KENYA,), {"what": "The envoy"}, "Kenya calls in the envoy"),
        ("expulsion", "verb:call", (KENYA,), {"what": "The envoy"}, "Kenya calls in the envoy"),
        ("expulsion", "act:recall_envoy", (KENYA,), {"what": "its envoy"}, "Kenya recalls its envoy"),
        ("expulsion", "passive:summon", (ENVOY,), {"what": "The ambassador"}, "The ambassador is summoned"),
        ("invitation", "passive:invite", (RUTO,), {}, "William Ruto is summoned"),
        ("detention", "verb:free", (KENYA, RUTO), {}, "Kenya frees William Ruto"),
        ("detention", "verb:free", (KENYA, UGANDA), {}, "Kenya frees nationals of Uganda"),
        ("detention", "verb:free", (KENYA, UGANDA, OFFICIALS), {}, "Kenya frees officials from Uganda"),
        ("vote", "verb:veto", (KENYA,), {"what": "the text"}, "Kenya vetoes the text"),
        ("offer", "verb:propose", (KENYA, UGANDA), {"what": "a truce"}, "Kenya proposes a truce to Uganda"),
        (
            "agreement",
            "verb:ratify",
            (KENYA, UGANDA),
            {"what": "a pact with Uganda"},
            "Kenya ratifies a pact with Uganda",
        ),
        ("missile_launch", "noun:test", (KENYA,), {}, "Kenya launches a missile"),
        ("meeting", "verb:meet", (OFFICIALS, RUTO), {}, "Officials from Uganda meet William Ruto"),
        ("visit", "noun:visit", (replace(ENVOY, name="envoys"), KENYA), {}, "Uganda's envoys on a visit to Kenya"),
    ],
)
def test_a_title_names_the_deed_of_the_text(
    kind: str, rule: str, cast: tuple[Actor, ...], details: dict[str, str], title: str
) -> None:
    told = reading("a", "summoned " + " ".join(details.values()), kind, cast, on(13), **details)
    (event,) = merge_events([replace(told, reports=(replace(told.reports[0], found_by=rule),))], {})
    assert event.title == title


def test_a_title_says_that_something_is_only_claimed() -> None:
    told = reading("a", MET, "meeting", (RUTO, MUSEVENI), on(13))
    (event,) = merge_events([replace(told, reports=(replace(told.reports[0], status="claimed"),))], {})
    assert event.title == "Claimed: William Ruto meets Yoweri Museveni"


@pytest.mark.parametrize(
    ("words", "cue", "content", "title"),
    [
        ("He called the vote a disgrace", "called", "the vote a disgrace", "called the vote a disgrace"),
        ("He called for a truce", "called", "a truce", "called for a truce"),
        ("He never called the vote a disgrace", "called", "the vote a disgrace", ": the vote a disgrace"),
        ("He said the vote was a disgrace", "said", "the vote was a disgrace", ": the vote was a disgrace"),
        ("He denied that he lost", "denied", "that he lost", ": he lost"),
    ],
)
def test_words_that_complete_a_verb_stand_with_it_in_the_title(words: str, cue: str, content: str, title: str) -> None:
    one = statement("a", words, RUTO, on(13), kind="indirect")
    said, held = Span(words.index(cue), words.index(cue) + len(cue)), Span(words.index(content), len(words))
    wording = tuple(replace(each, value=content, span=held) for each in one.reports[0].attributes)
    (event,) = merge_events([replace(one, reports=(replace(one.reports[0], cue=said, attributes=wording),))], {})
    assert event.title == "William Ruto" + ("" if title.startswith(":") else " ") + title


@pytest.mark.parametrize(
    ("words", "cue", "title"),
    [
        ("After a week Nairobi brushed it off and rejected the text", "rejected", "Kenya rejected the text"),
        ("Once branded by Kenya a rebel, he left", "branded", "Kenya condemns: Once branded by Kenya a rebel, he left"),
        ("Kenya has reservations", "reservations", "Kenya condemns: Kenya has reservations"),
    ],
)
def test_a_step_without_a_wording_is_told_from_its_verb_on(words: str, cue: str, title: str) -> None:
    one = statement("a", words, KENYA, on(13), reaction="condemns")
    said = Span(words.index(cue), words.index(cue) + len(cue))
    told = replace(one.reports[0], cue=said, attributes=(), claim_id="r a", found_by="reaction:condemns")
    step = replace(one.reactions[0], cue=said)
    (event,) = merge_events([replace(one, quotes=(), reports=(told,), reactions=(step,))], {})
    assert event.title == title


def test_a_state_that_recalls_its_own_envoy_acts_itself() -> None:
    envoy = Actor("Alfred Mutua", "person", "KE")
    told = reading("a", "Kenya recalled its envoy", "expulsion", (KENYA, envoy), on(13), what="its envoy")
    (event,) = merge_events([told], {})
    assert event.participants == (KENYA, envoy)


def test_copies_of_one_text_count_once() -> None:
    held = [reading(key, MET, "meeting", (RUTO, MUSEVENI), on(13)) for key in "abc"]
    (event,) = merge_events(held, {"a": "a", "b": "a"})
    assert event.sources == 2


def test_two_articles_of_one_outlet_count_once() -> None:
    held = [reading(key, MET, "meeting", (RUTO, MUSEVENI), on(13)) for key in "ab"]
    held = [replace(one, article=replace(one.article, outlet="The Gazette")) for one in held]
    (event,) = merge_events(held, {})
    assert event.sources == 1


def test_order_of_the_articles_changes_nothing() -> None:
    held = [
        reading(key, MET, "meeting", (RUTO, MUSEVENI), on(day))
        for key, day in zip("abcd", (13, 13, 20, 20), strict=True)
    ]
    assert merge_events(held, {}) == merge_events(held[::-1], {})


def test_an_event_that_gains_a_report_keeps_its_old_ids() -> None:
    one = reading("b", MET, "meeting", (RUTO, MUSEVENI), on(13))
    (before,) = merge_events([one], {})
    (after,) = merge_events([one, reading("a", TALKED, "meeting", (RUTO, MUSEVENI), on(13))], {})
    assert before.id in {after.id, *after.replaces}


def test_no_reports_make_no_events() -> None:
    assert merge_events([], {}) == ()


def test_ten_thousand_readings_are_merged_in_seconds() -> None:
    held = []
    for n in range(10_000):
        guest = Actor(f"Guest{n % 50} Name{n % 400}", "person", "UG")
        held.append(reading(f"{n:05d}", MET, "meeting", (RUTO, guest), on(n % 28 + 1, n % 12 + 1)))
    start = time.process_time()
    assert len(merge_events(held, {})) < 10_000
    assert time.process_time() - start < 60


def deed(key: str, kind: str, rule: str, cast: tuple[Actor, ...], when: When, doers: int = 1) -> Reading:
    """An article with one report of a deed; ``doers`` of the cast act together."""
    told = reading(key, "Kenya acted on Uganda at the border.", kind, cast, when)
    joint = (Attribute("doers", str(doers), Span(0, 5)),) if doers > 1 else ()
    return replace(told, reports=(replace(told.reports[0], found_by=rule, attributes=joint),))


def test_an_attack_and_the_answer_to_it_are_two_events() -> None:
    one = deed("a", "attack", "verb:bomb", (KENYA, UGANDA), on(13))
    answer = deed("b", "attack", "verb:shell", (UGANDA, KENYA), on(13))
    assert ids([one, answer]) == [{"a"}, {"b"}]
    assert ids([one, deed("b", "attack", "act:sink", (KENYA, UGANDA), on(13))]) == [{"a", "b"}]


def test_who_has_no_country_may_strike_back_too() -> None:
    rebels = Actor("rebels", "group")
    one = deed("a", "attack", "verb:bomb", (KENYA, rebels), on(13))
    assert ids([one, deed("b", "attack", "verb:shell", (rebels, KENYA), on(13))]) == [{"a"}, {"b"}]


def test_who_summons_an_envoy_does_not_expel_one() -> None:
    one = deed("a", "expulsion", "verb:expel", (KENYA, UGANDA), on(13))
    assert ids([one, deed("b", "expulsion", "verb:summon", (KENYA, UGANDA), on(14))]) == [{"a"}, {"b"}]
    assert ids([one, deed("b", "expulsion", "verb:throw out", (KENYA, UGANDA), on(13))]) == [{"a", "b"}]


def test_a_headline_belongs_to_the_event_of_its_own_article() -> None:
    first = deed("a", "attack", "verb:bomb", (KENYA, UGANDA), on(13))
    second = deed("b", "attack", "verb:bomb", (KENYA, UGANDA), on(15))
    headline = deed("b", "attack", "verb:strike", (KENYA, UGANDA), between(10, 16)).reports[0]
    headline = replace(headline, id="headline")
    assert ids([first, replace(second, reports=(*second.reports, headline))]) == [{"a"}, {"b"}]


@pytest.mark.parametrize(
    ("cast", "doers", "title"),
    [
        ((KENYA, UGANDA), 2, "Kenya and Uganda abstain"),
        ((KENYA, UGANDA), 1, "Kenya abstains"),
        ((KENYA, UGANDA, MALI), 3, "Kenya, Uganda and Mali abstain"),
        ((KENYA, UGANDA, MALI, CHAD), 4, "Kenya, Uganda and 2 others abstain"),
        ((KENYA, OFFICIALS, replace(OFFICIALS, name="Ugandan envoys")), 3, "Kenya and officials from Uganda abstain"),
    ],
)
def test_a_title_names_all_who_act_together(cast: tuple[Actor, ...], doers: int, title: str) -> None:
    (event,) = merge_events([deed("a", "vote", "verb:abstain", cast, on(13), doers=doers)], {})
    assert event.title == title


def test_two_who_meet_each_other_do_not_meet_a_third() -> None:
    (event,) = merge_events([deed("a", "meeting", "verb:meet", (RUTO, MUSEVENI), on(13), doers=2)], {})
    assert event.title == "William Ruto meets Yoweri Museveni"


def test_who_tells_of_a_step_of_others_does_not_take_it() -> None:
    one = statement("a", "Uganda condemned the closure", KENYA, on(13), kind="indirect", reaction="condemns")
    step = replace(one.reactions[0], actor=UGANDA, quote_id="q a")
    (event,) = merge_events([replace(one, reactions=(step,))], {})
    assert event.title == "Kenya: Uganda condemned the closure"


def test_what_a_speaker_only_names_keeps_its_noun() -> None:
    words = "it called a provocation"
    one = statement("a", words, KENYA, on(13), kind="indirect")
    cue, said = words.index("called"), words.index("a provocation")
    wording = Attribute("wording", "a provocation", Span(said, len(words)))
    told = replace(one.reports[0], cue=Span(cue, cue + 6), attributes=(wording,))
    (event,) = merge_events([replace(one, reports=(told,))], {})
    assert event.title == "Kenya spoke of a provocation"


def test_one_step_of_a_state_in_other_words_is_one_statement() -> None:
    def told(key: str, words: str, end: int, *, aim: str = "UG") -> Reading:
        one = statement(key, words, KENYA, between(end - 7, end), kind="indirect", reaction="denies")
        return replace(one, reactions=(replace(one.reactions[0], targets=(aim,), quote_id=f"q {key}"),))

    one = told("a", "Kenya rejected the accusation.", 13)
    assert ids([one, told("b", "Nairobi dismissed all claims.", 14)]) == [{"a", "b"}]
    assert ids([one, told("b", "Nairobi dismissed all claims.", 16)]) == [{"a"}, {"b"}]
    assert len(ids([one, told("b", "Nairobi dismissed all claims.", 13, aim="TZ")])) == 2
