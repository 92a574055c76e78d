"""At whom a reaction is aimed where the words name several: lists, regions, sufferers, makers of texts, joiners."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article

Aims = Callable[[str], set[tuple[str, str, frozenset[str]]]]


@pytest.fixture
def aims(nlp: Language, make_article: Callable[..., Article]) -> Aims:
    def found(text: str) -> set[tuple[str, str, frozenset[str]]]:
        ((article, passages),) = find_passages(nlp, [make_article(text)])
        return {(r.actor.country, r.reaction, frozenset(r.targets)) for r in read(article, passages).reactions}

    return found


THREE = "Austria, Italy and Switzerland protested to Romania over the razing of villages.\n\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Romania accused the three of meddling.", "accuses"),
        ("Bucharest rejected the protest of the three countries.", "rejects"),
        ("Bucharest blamed the three for the delay.", "accuses"),
    ],
)
def test_the_three_are_those_of_the_list(aims: Aims, text: str, kind: str) -> None:
    assert ("RO", kind, frozenset({"AT", "IT", "CH"})) in aims(THREE + text)


def test_the_two_of_whom_one_complains_are_those_who_acted_against_one(aims: Aims) -> None:
    text = "Australia imposed a travel ban on Fiji.\n\nNew Zealand imposed a travel ban on Fiji as well.\n\n"
    assert ("FJ", "accuses", frozenset({"AU", "NZ"})) in aims(text + "Fiji accused the two governments of bullying.")


def test_a_region_is_those_of_its_states_that_the_article_names(aims: Aims) -> None:
    text = "Saudi Arabia, Bahrain and Oman withdrew their ambassadors from Qatar.\n\n"
    found = aims(text + "Kuwait urged the Gulf states to settle the row.")
    assert ("KW", "demands", frozenset({"SA", "BH", "OM", "QA"})) in found


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam called the incident a violation of the Philippines' rights.",
        "Vietnam condemned the breach of Philippine sovereignty.",
        "Vietnam called the chase an insult to the Philippine people.",
    ],
)
def test_whose_rights_are_violated_is_not_aimed_at(aims: Aims, text: str) -> None:
    text = "China protested to the Philippines. Chinese boats entered Philippine waters on Monday.\n\n" + text
    assert ("VN", "condemns", frozenset({"CN"})) in aims(text)


def test_who_breaks_an_own_promise_is_aimed_at(aims: Aims) -> None:
    assert ("SE", "condemns", frozenset({"SD"})) in aims("Sweden condemned the breach of Sudan's promises.")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Russia vetoed a resolution on Syria that was put forward by France.", "FR"),
        ("Russia opposed a text on Darfur drafted by Britain.", "GB"),
        ("Russia voted against the motion tabled by Norway on Sri Lanka.", "NO"),
    ],
)
def test_who_opposes_a_text_aims_at_those_who_put_it_forward(aims: Aims, text: str, target: str) -> None:
    assert ("RU", "rejects", frozenset({target})) in aims(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Poland backed Croatia's bid to join NATO.", "supports"),
    ],
)
def test_who_joins_a_body_is_meant_and_not_the_body(aims: Aims, text: str, kind: str) -> None:
    assert ("PL", kind, frozenset({"HR"})) in aims(text)


def test_a_body_that_grows_is_meant_where_nobody_is_said_to_join(aims: Aims) -> None:
    assert ("RU", "condemns", frozenset({"NATO"})) in aims("Russia criticised the enlargement of NATO.")


def test_a_decision_to_bring_an_envoy_home_is_that_of_who_took_it(aims: Aims) -> None:
    text = "Bahrain recalled its ambassador from Tunisia.\n\nOman offered talks.\n\nTunisia regretted the decision."
    assert ("TN", "expresses_concern", frozenset({"BH"})) in aims(text)
