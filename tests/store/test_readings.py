"""Readings into the store and out again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

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
    Problem,
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
from dashboard.store.database import Store, is_settled, open_store, rows, version
from dashboard.store.problems import load_problems, note_pages, page_keys
from dashboard.store.readings import (
    count_rows,
    held_ids,
    load_articles,
    load_readings,
    repeated_lines,
    save_readings,
    shelf_of,
)
from dashboard.store.search import matches, rank, words_of

DAY = When(dt.date(2023, 9, 15), dt.date(2023, 9, 15), "stated", "Sept. 15")
ENVOY = Actor("Ana Petrovic", "person", "RS", "envoy", "article")


def make_reading(text: str = "Petrovic said sanctions would not work.\nShe left.", article_id: str = "a1") -> Reading:
    line = text.split("\n")[0]
    evidence = Evidence(article_id, 0, len(line), line)
    quote = Quote(
        f"q-{article_id}", evidence, (Span(14, len(line)),), Span(9, 13), Span(0, 8), (ENVOY,), "indirect", DAY, "cue",
        relayed_by=replace(ENVOY, name="Tanjug", kind="media"), addressees=(ENVOY, ENVOY), topics=("JP", "US"),
    )  # fmt: skip
    reaction = Reaction(
        f"r-{article_id}", evidence, ENVOY, "opposes", ("US", "JP"), DAY, Span(9, 13), "rule", condition=Span(0, 4),
        root="REJECT", mode="x", modality="threatened", quote_id=quote.id,
    )  # fmt: skip
    report = Report(
        f"p-{article_id}", evidence, "statement", (ENVOY,), When(None, dt.date(2023, 1, 1), "published"), "claimed",
        Span(9, 13), "rule", "Belgrade", (Attribute("duration", "an hour", Span(0, 2)),), quote.id,
    )  # fmt: skip
    article = Article(
        article_id, text, (Zone("body", 0, len(line)),), "T", "Courier", "https://example.org", "n/a.txt", DAY, "R"
    )
    mention = Mention(Span(0, 8), (ENVOY, ENVOY), "name", place=True, plural=True)
    return Reading(
        article, (mention,), (Timex(Span(0, 2), "DATE", "2023-09-15", DAY),), (quote,), (reaction,), (report,)
    )


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


def test_an_answer_has_its_columns_also_without_a_row(store: Store) -> None:
    found = rows(store, select(schema.quote.c.id, schema.quote.c.words))
    assert (found.columns, len(found)) == (("id", "words"), 0)


def test_full_text_finds_words_in_any_form_and_phrases(store: Store) -> None:
    save_readings(store, [make_reading(), make_reading("Petrovic said that cafés reopened.", "a2")])

    def found(asked: str) -> list[str]:
        clause = matches(schema.quote, asked, store.full_text)
        return [row[0] for row in rows(store, select(schema.quote.c.id).where(clause))]

    assert found("sanction") == found('"sanctions would"') == found("work SANCTIONS") == ["q-a1"]
    # PostgreSQL minds accents, unless an extension is installed that we do not ask for.
    assert found("cafe" if store.full_text == "sqlite" else "cafés") == ["q-a2"]
    assert found('"would sanctions"') == found("") == found('"') == found("*") == []


def test_full_text_forgets_what_was_replaced(store: Store) -> None:
    save_readings(store, [make_reading()])
    save_readings(store, [make_reading("Petrovic said nothing at all today.")])
    clause = matches(schema.quote, "sanctions", store.full_text)
    assert len(rows(store, select(schema.quote.c.id).where(clause))) == 0
    assert len(rows(store, select(schema.zone.c.row).where(matches(schema.zone, "sanctions", store.full_text)))) == 0


def test_better_matches_rank_first(store: Store) -> None:
    save_readings(
        store,
        [
            make_reading("Petrovic said sanctions and many other things that nobody wanted to hear again.", "a1"),
            make_reading("Petrovic said sanctions, sanctions, sanctions.", "a2"),
        ],
    )
    asked = "sanctions"
    order = rank(schema.quote, asked, store.full_text)
    found = rows(store, select(schema.quote.c.id).where(matches(schema.quote, asked, store.full_text)).order_by(order))
    assert [row[0] for row in found] == ["q-a2", "q-a1"]


@given(asked=st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_no_question_breaks_full_text(store: Store, asked: str) -> None:
    rows(store, select(schema.quote.c.id).where(matches(schema.quote, asked, store.full_text)))
    assert all(word.strip() for word in words_of(asked))


def test_lines_that_return_in_an_outlet_are_counted_by_article(store: Store) -> None:
    readings = [make_reading(article_id=f"a{number}") for number in range(3)]
    save_readings(store, readings)
    (keys,) = repeated_lines(store, 3).values()
    assert len(keys) == 1
    assert repeated_lines(store, 4) == {}


def test_without_an_outlet_the_folder_or_the_file_is_the_shelf() -> None:
    article = replace(make_reading().article, outlet="")
    assert shelf_of(replace(article, location="news/a.txt")) == "news"
    assert shelf_of(replace(article, location="news/a.jsonl:7")) == "news/a.jsonl"
    assert shelf_of(replace(article, outlet="Courier")) == "Courier"


def test_problems_of_a_place_are_replaced_as_a_whole(store: Store) -> None:
    problem = Problem("a.txt", "nothing", "text", "empty")
    assert note_pages(store, ["a.txt"], [problem], ["k1"])
    assert not note_pages(store, ["a.txt"], [problem], ["k1", "k2"])
    assert load_problems(store) == (problem,)
    assert page_keys(store) == {"k1", "k2"}
    assert note_pages(store, ["a.txt"], [])
    assert load_problems(store) == ()
    assert version(store) == 2


def test_the_store_counts_what_it_holds(store: Store) -> None:
    save_readings(store, [make_reading()])
    counted = count_rows(store)
    assert (counted["articles"], counted["quotes"], counted["events"]) == (1, 1, 0)


def test_a_store_of_another_form_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/corpus.db"
    store = open_store(url)
    with store.writing() as connection:
        connection.execute(schema.meta.update().where(schema.meta.c.key == "schema").values(value="0"))
    store.close()
    with pytest.raises(StoreError, match="form 0"):
        open_store(url)


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////proc/none/corpus.db", "oracle://nobody@nowhere/x"])
def test_a_store_that_cannot_be_opened_is_an_error(url: str) -> None:
    with pytest.raises(StoreError, match="cannot open the store"):
        open_store(url)


def test_the_password_of_a_store_is_not_shown() -> None:
    with pytest.raises(StoreError) as raised:
        open_store("oracle://nobody:secret@nowhere/x")
    assert "secret" not in str(raised.value).split(": ")[0]


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in schema.metadata.sorted_tables:
        assert table.comment, table.name
        assert all(column.comment for column in table.columns), table.name


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
