"""The corpus is that of one version of the store, and is loaded once for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.queries import joins
from dashboard.queries.loading import held_corpus, load_corpus
from dashboard.store.database import Snapshot, open_store
from dashboard.store.readings import save_readings
from tests.store.small import make_reading


def test_a_corpus_is_loaded_while_an_article_comes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(f"sqlite:///{tmp_path}/corpus.db")
    save_readings(store, [make_reading()])
    quotes = joins.quotes

    def quotes_after_another_article(now: Snapshot, known: joins.Known) -> joins.Columns:
        save_readings(store, [make_reading(article_id="a2")])
        return quotes(now, known)

    monkeypatch.setattr(joins, "quotes", quotes_after_another_article)
    corpus = load_corpus(store)
    assert (corpus.version, list(corpus.articles["id"]), list(corpus.quotes.frame["id"])) == (1, ["a1"], ["q-a1"])
    store.close()


def test_a_version_of_the_store_is_loaded_once(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/corpus.db")
    first = held_corpus(store)
    assert held_corpus(store) is first
    save_readings(store, [make_reading()])
    assert list(held_corpus(store).articles["id"]) == ["a1"]
    store.close()


def test_a_name_before_persons_are_merged_is_a_person_of_its_country(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/corpus.db")
    save_readings(store, [make_reading()])
    corpus = load_corpus(store)
    assert corpus.names["speaker"]["ana-petrovic-rs"] == "Ana Petrovic"
    assert set(corpus.quotes.frame["person"]) == {"ana-petrovic-rs"}
    store.close()
