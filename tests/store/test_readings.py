"""Readings into the store and out again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.errors import EvidenceError, StoreError
from dashboard.records import (
    Actor,
    Article,
    Attribute,
    Evidence,
    Mention,
    Quote,
    Reaction,
    Reading,
    Report,
    Span,
    Timex,
    When,
    Zone,
)
from dashboard.store import schema
from dashboard.store.clauses import select
from dashboard.store.database import Store, is_settled, rows, version
from dashboard.store.readings import (
    held_ids,
    load_articles,
    load_readings,
    save_readings,
)
from tests.store.small import DAY, make_reading


def test_what_was_saved_is_what_is_loaded(store: Store) -> None:
    readings = [make_reading(), make_reading("Nobody said anything about sanctions.", "a2")]
    assert save_readings(store, readings) == 2
    assert list(load_readings(store)) == readings
    assert list(load_readings(store, ["a2", "missing"])) == readings[1:]
    assert held_ids(store) == {"a1", "a2"}


def test_saving_again_replaces_the_article_with_all_its_claims(store: Store) -> None:
    save_readings(store, [make_reading()])
    again = replace(make_reading(), quotes=(), mentions=())
    save_readings(store, [again])
    assert list(load_readings(store)) == [again]
    assert rows(store, select(schema.quote_speaker)).values == ()


def test_mentions_may_be_left_out(store: Store) -> None:
    save_readings(store, [make_reading()])
    (reading,) = load_readings(store, mentions=False)
    assert (reading.mentions, reading.timexes) == ((), ())
    assert reading.quotes


def test_the_own_day_of_an_article_is_kept_beside_the_one_inferred(store: Store) -> None:
    unknown = When(None, None, "unknown")
    save_readings(store, [make_reading()], {"a1": unknown})
    assert [article.published for article in load_articles(store)] == [DAY]
    assert [article.published for article in load_articles(store, own_days=True)] == [unknown]


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence("a1", 0, 8, "Petrovik"),
        Evidence("a1", 1, 9, "Petrovic"),
        Evidence("a2", 0, 8, "Petrovic"),
        Evidence("a1", 3, 3, ""),
    ],
)
def test_evidence_that_is_not_in_the_article_is_refused_and_nothing_is_written(
    store: Store, evidence: Evidence
) -> None:
    good, reading = make_reading(article_id="a9"), make_reading()
    bad = replace(reading, quotes=(replace(reading.quotes[0], evidence=evidence),))
    with pytest.raises(EvidenceError, match=r"a\.txt: quote q-a1"):
        save_readings(store, [good, bad])
    assert held_ids(store) == frozenset()
    assert version(store) == 0


def test_a_batch_that_fails_in_the_database_leaves_nothing_behind(store: Store) -> None:
    one = make_reading()
    two = replace(make_reading(article_id="a2"), quotes=(replace(make_reading(article_id="a2").quotes[0], id="q-a1"),))
    with pytest.raises(StoreError, match=r"(?i)unique"):
        save_readings(store, [one, two])
    assert held_ids(store) == frozenset()


def test_the_version_rises_with_each_commit_and_only_then(store: Store) -> None:
    assert version(store) == 0
    assert save_readings(store, []) == 0
    assert version(store) == 0
    save_readings(store, [make_reading()])
    assert version(store) == 1
    assert not is_settled(store)


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
DAYS = st.one_of(st.none(), st.dates())
WHENS = st.builds(When, DAYS, DAYS, st.sampled_from(["stated", "unknown", "episode"]), WORDS)
ACTORS = st.builds(Actor, WORDS, st.sampled_from(["person", "country"]), WORDS, WORDS, WORDS)
SPANS = st.builds(Span, st.integers(0, 50), st.integers(0, 50))


@st.composite
def any_readings(draw: st.DrawFn) -> Reading:
    text = draw(WORDS)
    evidence = Evidence("a", 0, len(text), text)
    actors = st.lists(ACTORS, max_size=3).map(tuple)
    quote = Quote(
        "q", evidence, tuple(draw(st.lists(SPANS, max_size=3))), draw(st.none() | SPANS), draw(st.none() | SPANS),
        draw(actors), "mixed", draw(WHENS), draw(WORDS), draw(st.none() | ACTORS), draw(actors),
        tuple(draw(st.lists(WORDS, max_size=3))),
    )  # fmt: skip
    reaction = Reaction(
        "r", evidence, draw(ACTORS), draw(WORDS), tuple(draw(st.lists(WORDS, max_size=3))), draw(WHENS), draw(SPANS),
        draw(WORDS), draw(st.none() | SPANS), draw(WORDS), draw(WORDS), "done", draw(st.none() | WORDS),
    )  # fmt: skip
    details = tuple(draw(st.lists(st.builds(Attribute, WORDS, WORDS, SPANS), max_size=2)))
    report = Report(
        "p", evidence, draw(WORDS), draw(actors), draw(WHENS), "planned", draw(SPANS), draw(WORDS), draw(WORDS),
        details, draw(st.none() | WORDS),
    )  # fmt: skip
    article = Article(
        "a", text, (Zone("body", 0, len(text)),), draw(WORDS), draw(WORDS), draw(WORDS), draw(WORDS), draw(WHENS)
    )
    mentions = tuple(draw(st.lists(st.builds(Mention, SPANS, actors, st.just("name"), st.booleans()), max_size=2)))
    return Reading(
        article, mentions, (Timex(draw(SPANS), "SET", draw(WORDS), draw(WHENS)),), (quote,), (reaction,), (report,)
    )


@given(reading=any_readings())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_any_reading_comes_back_as_it_was(store: Store, reading: Reading) -> None:
    save_readings(store, [reading])
    assert list(load_readings(store)) == [reading]
