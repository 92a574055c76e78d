"""One speaker: roles with their days, where identity was read, words over time."""

from __future__ import annotations

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.quotes import ROW_COLUMNS, quote_rows
from dashboard.queries.rows import records
from dashboard.queries.speakers import (
    IDENTITY_COLUMNS,
    ROLE_COLUMNS,
    offices,
    said_over_time,
    speaker_identities,
    speaker_roles,
    undated_statements,
)

PESKOV = Filters(speaker=("p-peskov",))


def test_a_role_comes_with_the_days_of_the_quotes_that_give_it(corpus: Corpus) -> None:
    (role,) = records(speaker_roles(corpus, "p-peskov"))
    assert role["role"] == "Kremlin spokesman"
    assert role["quotes"] == len(quote_rows(corpus, PESKOV))
    assert (role["first_day"], role["last_day"]) == ("2023-09-15", "2023-09-15")


def test_identity_names_one_place_where_it_was_read(corpus: Corpus) -> None:
    (found,) = records(speaker_identities(corpus, "p-peskov"))
    assert found["identity"] == "article"
    assert found["end"] > found["start"]


def test_words_over_time_are_one_row_a_statement_earliest_first(corpus: Corpus) -> None:
    rows = said_over_time(corpus, Filters())
    assert len(rows) == corpus.quotes.total
    days = [first or last for first, last in zip(rows["first_day"], rows["last_day"], strict=True) if first or last]
    assert days == sorted(days)


def test_only_a_speaker_who_was_found_in_the_list_has_offices(corpus: Corpus) -> None:
    assert offices(corpus, "p-peskov") == ()
    assert all(held.country == "JP" for held in offices(corpus, "p-matsuno"))


def test_statements_without_an_exact_day_are_counted_apart(corpus: Corpus) -> None:
    dated = {row["statement"] for row in records(quote_rows(corpus, Filters())) if row["first_day"] == row["last_day"]}
    assert undated_statements(corpus, Filters()) == corpus.quotes.total - len(dated)


def test_an_empty_corpus_gives_the_same_columns(nothing: Corpus) -> None:
    assert tuple(speaker_roles(nothing, "x").columns) == ROLE_COLUMNS
    assert tuple(speaker_identities(nothing, "x").columns) == IDENTITY_COLUMNS
    assert tuple(said_over_time(nothing, Filters()).columns) == ROW_COLUMNS
    assert undated_statements(nothing, Filters()) == 0
    assert offices(nothing, "x") == ()
