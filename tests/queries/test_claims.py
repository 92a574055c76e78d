"""Counts and the rows they open, on the small corpus and on made-up claims."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries.claims import Claims, search_patterns
from dashboard.queries.columns import EVENT_COLUMNS, QUOTE_COLUMNS, REACTION_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.facets import FACET_COLUMNS, facet_counts
from dashboard.queries.filters import Filters
from dashboard.queries.quotes import ROW_COLUMNS as QUOTE_ROW_COLUMNS
from dashboard.queries.quotes import quote_rows, speaker_days, speakers
from dashboard.queries.reactions import MATRIX_COLUMNS, ROW_COLUMNS, country_totals, reaction_matrix, reaction_rows
from dashboard.store.counts import count_table
from dashboard.vocabulary.measured import measured_share

rows_of_claims = st.lists(
    st.tuples(st.sampled_from(["JP", "KR", "US"]), st.sampled_from(["warns", "denies"]), st.integers(0, 4)), max_size=30
)


def made(rows: list[tuple[str, str, int]]) -> Claims:
    """Claims whose statement is told by country, reaction and number, as in the store."""
    frame = pd.DataFrame([{"condition": ""} for _ in rows], columns=["condition"], dtype=object)
    table = count_table(
        [f"{country}:{reaction}:{number}" for country, reaction, number in rows],
        ["2023-09-01"] * len(rows),
        ["2023-09-02"] * len(rows),
        {"country": [c for c, _, _ in rows], "reaction": [(r,) for _, r, _ in rows]},
    )
    return Claims("reactions", frame, table, [""] * len(rows))


@given(rows_of_claims)
def test_the_cells_of_a_matrix_add_up_and_each_equals_the_rows_it_opens(rows: list[tuple[str, str, int]]) -> None:
    claims = made(rows)
    every = claims.keep(Filters())
    cells = claims.table.cross("country", "reaction", every, ~every)
    assert sum(count for _, _, count, *_ in cells) == claims.count(every) == len(set(rows))
    for country, reaction, count, *_ in cells:
        assert claims.count(claims.keep(Filters(country=(country,), reaction=(reaction,)))) == count


@given(rows_of_claims)
def test_the_count_beside_a_choice_is_what_the_choice_keeps(rows: list[tuple[str, str, int]]) -> None:
    claims = made(rows)
    kept = claims.keep(Filters(reaction=("warns",)), leave_out=("country",))
    for country, count in claims.counts("country", kept).items():
        assert claims.count(claims.keep(Filters(country=(country,), reaction=("warns",)))) == count


def test_each_cell_of_the_small_corpus_opens_as_many_statements_as_it_says(corpus: Corpus) -> None:
    frame = reaction_matrix(corpus, Filters())
    assert len(frame) > 3
    for country, reaction, statements, _ in frame.itertuples(index=False, name=None):
        rows = reaction_rows(corpus, Filters(country=(country,), reaction=(reaction,)))
        assert rows["statement"].nunique() == statements


def test_each_cell_by_country_aimed_at_opens_as_many_statements_as_it_says(corpus: Corpus) -> None:
    frame = reaction_matrix(corpus, Filters(), over="target")
    assert not frame.empty
    for country, target, statements, _ in frame.itertuples(index=False):
        rows = reaction_rows(corpus, Filters(country=(country,), target=(target,)))
        assert rows["statement"].nunique() == statements


def test_row_totals_open_what_they_count_in_both_forms(corpus: Corpus) -> None:
    for over in ("reaction", "target"):
        totals = country_totals(corpus, Filters(), over=over)
        assert totals
        for country, count in totals.items():
            assert reaction_rows(corpus, Filters(country=(country,)))["statement"].nunique() == count


def test_a_chosen_cell_leaves_the_other_cells_in_view(corpus: Corpus) -> None:
    assert reaction_matrix(corpus, Filters(country=("JP",))).equals(reaction_matrix(corpus, Filters()))


def test_a_cell_is_conditional_when_all_its_statements_are(corpus: Corpus) -> None:
    held = {(c, r): bound for c, r, _, bound in reaction_matrix(corpus, Filters()).itertuples(index=False)}
    assert held["US", "threatens_sanctions"] == "all"
    assert held["JP", "offers_talks"] == ""


def test_a_cell_whose_wordings_differ_on_the_condition_is_conditional_in_part(corpus: Corpus) -> None:
    frame = corpus.reactions.frame
    condition = ["" if again else "if asked" for again in frame.duplicated("statement")]
    mixed = replace(corpus, reactions=replace(corpus.reactions, frame=frame.assign(condition=condition)))
    held = {(c, r): bound for c, r, _, bound in reaction_matrix(mixed, Filters()).itertuples(index=False)}
    assert held["JP", "offers_talks"] == "partly"
    assert held["US", "threatens_sanctions"] == "all"


def test_printings_of_one_text_count_once_and_wordings_of_one_event_too(corpus: Corpus) -> None:
    offers = reaction_rows(corpus, Filters(country=("JP",)))
    assert len(offers) == 3
    assert offers["statement"].nunique() == 2
    denials = quote_rows(corpus, Filters(speaker=("p-peskov",)))
    assert (len(denials), denials["statement"].nunique()) == (2, 1)
    assert denials["sources"].tolist() == [2, 2]


def test_since_a_day_keeps_what_can_reach_the_day(corpus: Corpus) -> None:
    assert len(reaction_rows(corpus, Filters(since=dt.date(2023, 9, 15), country=("JP",)))) == 1
    assert len(reaction_rows(corpus, Filters(since=dt.date(2023, 9, 14), country=("JP",)))) == 3
    assert reaction_rows(corpus, Filters(until=dt.date(2023, 9, 13))).empty


def test_words_are_found_by_full_text_in_quotes_and_in_the_sentence_of_reactions(corpus: Corpus) -> None:
    assert quote_rows(corpus, Filters(words="satellite"), sort="relevance")["speaker"].tolist() == ["Vladimir Putin"]
    assert reaction_rows(corpus, Filters(words="sanction"))["country"].nunique() == 2
    assert quote_rows(corpus, Filters(words='"zz" OR *')).empty


@pytest.mark.parametrize(
    ("asked", "words", "found"),
    [
        ("satellites", "a satellite flew", True),
        ("talk", "talks began", False),
        ("sanction", "new sanctions", True),
        ('"arms deal"', "an arms deal", True),
        ('"arms deal"', "a deal on arms", False),
        ("kim putin", "Putin met Kim", True),
        ("kim xi", "Putin met Kim", False),
    ],
)
def test_searched_words_stand_in_any_order_and_phrases_together(asked: str, words: str, found: bool) -> None:
    assert all(pattern.search(words) for pattern in search_patterns(asked)) is found


def test_orders_of_a_list(corpus: Corpus) -> None:
    newest = reaction_rows(corpus, Filters(), sort="newest")["last_day"].tolist()
    assert newest == sorted(newest, reverse=True)
    oldest = reaction_rows(corpus, Filters(), sort="oldest")["last_day"].tolist()
    assert oldest == sorted(oldest)
    assert reaction_rows(corpus, Filters(), sort="outlets")["sources"].tolist()[0] == 2


def test_choices_come_chosen_first_then_most_frequent_with_zeros_last(corpus: Corpus) -> None:
    frame = facet_counts(corpus, Filters(country=("CN",), reaction=("praises",)), noun="reactions", key="country")
    assert frame["value"].tolist()[0] == "CN"
    assert frame["count"].tolist() == [1, *sorted(frame["count"].tolist()[1:], reverse=True)]
    assert 0 in frame["count"].tolist()


def test_speakers_have_role_and_country(corpus: Corpus) -> None:
    held = {row.name: row for row in speakers(corpus, Filters()).itertuples(index=False)}
    assert (held["Dmitry Peskov"].role, held["Dmitry Peskov"].country) == ("Kremlin spokesman", "RU")
    days = speaker_days(corpus, Filters(speaker=("p-matsuno",)))
    assert days["day"].tolist() == ["2023-09-14", "2023-09-15"]


def test_an_empty_store_answers_with_the_same_columns(nothing: Corpus) -> None:
    assert tuple(reaction_matrix(nothing, Filters()).columns) == MATRIX_COLUMNS
    assert tuple(reaction_rows(nothing, Filters()).columns) == ROW_COLUMNS
    assert tuple(quote_rows(nothing, Filters(words="x")).columns) == QUOTE_ROW_COLUMNS
    assert tuple(facet_counts(nothing, Filters(), noun="quotes", key="speaker").columns) == FACET_COLUMNS
    for claims, columns in (
        (nothing.reactions, REACTION_COLUMNS),
        (nothing.quotes, QUOTE_COLUMNS),
        (nothing.events, EVENT_COLUMNS),
    ):
        assert tuple(claims.frame.columns) == columns
        assert claims.total == 0


def test_how_sure_keeps_the_kinds_that_were_measured_at_or_above(corpus: Corpus) -> None:
    every = set(reaction_rows(corpus, Filters())["reaction"])
    kept = set(reaction_rows(corpus, Filters(sure=("0.9",)))["reaction"])
    shares = {kind: measured_share("reactions", kind) for kind in every}
    assert kept == {kind for kind, share in shares.items() if share is not None and share.precision >= 0.9}
    assert reaction_rows(corpus, Filters(sure=("0.9", "0.7")))["reaction"].isin(every).all()


def test_what_was_not_measured_is_not_sure(corpus: Corpus) -> None:
    assert measured_share("quotes", "no such rule") is None
    assert measured_share("events", "meeting") is None
    assert len(quote_rows(corpus, Filters(sure=("0.7",)))) < len(quote_rows(corpus, Filters()))
