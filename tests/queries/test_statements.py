"""One sentence in all its wordings is one statement; what a country does in it is counted by the event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.merging.events import merge_events
from dashboard.merging.statements import group_statements
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.loading import load_corpus
from dashboard.queries.quotes import quote_rows
from dashboard.queries.reactions import reaction_matrix, reaction_rows
from dashboard.queries.statements import ORDERS
from dashboard.records import Assembly, Reading, When
from dashboard.store.assembly import replace_assembly
from dashboard.store.database import open_store
from dashboard.store.readings import save_readings
from dashboard.ui.views import SORTS
from tests.merging.small import RUTO, between, on, statement

SIGNED = "No treaty was signed and there was no plan to sign any"
NONE_SIGNED = "No treaty was signed and none was planned"
COPPER = "Copper was never spoken of"


def denial(key: str, words: str) -> Reading:
    """An article that quotes one denial of the same speaker on the same day."""
    found = statement(key, words, RUTO, on(13), reaction="denies")
    return replace(found, reactions=tuple(replace(each, quote_id=f"q {key}") for each in found.reactions))


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Corpus]:
    """Three articles: one sentence in two wordings, and another sentence of that day."""
    store = open_store(f"sqlite:///{tmp_path}/statements.db")
    readings = [denial("a", SIGNED), denial("b", NONE_SIGNED), denial("c", COPPER)]
    save_readings(store, readings)
    events = merge_events(readings, {})
    replace_assembly(store, Assembly(events, statements=group_statements(events, readings)))
    yield load_corpus(store)
    store.close()


def test_wordings_of_one_sentence_are_one_statement_and_another_sentence_is_another(held: Corpus) -> None:
    rows = quote_rows(held, Filters())
    together = rows.groupby("statement")["content_words"].agg(set).tolist()
    assert sorted(together, key=len) == [{COPPER}, {SIGNED, NONE_SIGNED}]
    assert held.quotes.total == 2


def test_an_event_keeps_all_that_was_said_in_it(held: Corpus) -> None:
    assert len(held.events.frame) == 1
    event = held.events.frame["id"].iloc[0]
    assert len(quote_rows(held, Filters(event=(event,)))) == 3
    assert len(reaction_rows(held, Filters(event=(event,)))) == 3


def test_one_act_told_in_several_sentences_counts_once(held: Corpus) -> None:
    ((_, reaction, count, _),) = reaction_matrix(held, Filters()).itertuples(index=False, name=None)
    assert (reaction, count) == ("denies", 1)
    assert reaction_rows(held, Filters())["statement"].nunique() == 1


def test_an_act_told_by_the_cue_of_a_quote_counts_with_the_quote(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/cues.db")
    unlinked = statement("b", NONE_SIGNED, RUTO, on(13), reaction="denies")
    readings = [denial("a", SIGNED), unlinked]
    save_readings(store, readings)
    events = merge_events(readings, {})
    replace_assembly(store, Assembly(events, statements=group_statements(events, readings)))
    rows = reaction_rows(load_corpus(store), Filters())
    assert (len(rows), rows["statement"].nunique()) == (2, 1)
    store.close()


def quoted(key: str, words: str, when: When) -> Reading:
    """An article that quotes the same speaker on days of its own."""
    return statement(key, words, RUTO, when)


@pytest.mark.parametrize(("sort", "order"), [("newest", ["c", "ab", "d"]), ("oldest", ["d", "ab", "c"])])
def test_a_statement_stands_where_the_wording_that_knows_its_day_best_puts_it(
    tmp_path: Path, sort: str, order: list[str]
) -> None:
    store = open_store(f"sqlite:///{tmp_path}/days.db")
    readings = [
        quoted("a", SIGNED, on(13)),
        quoted("b", NONE_SIGNED, between(10, 20)),
        quoted("c", COPPER, on(14)),
        quoted("d", "Sugar has its own calendar and its own price", between(5, 17)),
    ]
    save_readings(store, readings)
    same = {"q a": "one", "q b": "one", "q c": "two", "q d": "three"}
    replace_assembly(store, Assembly(merge_events(readings, {}), statements=same))
    rows = quote_rows(load_corpus(store), Filters(), sort=sort)
    held = rows.groupby("position")["article_id"].agg(lambda keys: "".join(sorted(keys)))
    assert held.tolist() == order
    store.close()


def test_every_order_that_a_page_offers_is_one_that_statements_can_have() -> None:
    assert set(SORTS) == set(ORDERS)


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_what_is_hardly_dated_stands_behind_all_that_is(tmp_path: Path, sort: str) -> None:
    store = open_store(f"sqlite:///{tmp_path}/vague.db")
    years = When(dt.date(2022, 6, 13), dt.date(2026, 6, 20), "era", "")
    save_readings(store, [quoted("a", SIGNED, years), quoted("b", COPPER, on(14))])
    rows = quote_rows(load_corpus(store), Filters(), sort=sort)
    assert rows["article_id"].tolist() == ["b", "a"]
    store.close()
