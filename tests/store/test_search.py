"""Full text: which quotes hold the words asked for, and in what order."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.store import schema
from dashboard.store.clauses import select
from dashboard.store.database import Store, rows
from dashboard.store.readings import save_readings
from dashboard.store.search import quotes_with, words_of
from tests.store.small import make_reading


def found(store: Store, asked: str) -> list[str]:
    """The ids of the quotes that are found, the best first."""
    ids = dict(rows(store, select(schema.quote.c.row, schema.quote.c.id)).values)
    return [ids[row] for row, _ in sorted(rows(store, quotes_with(asked, store.full_text)), key=lambda one: one[1])]


def test_full_text_finds_words_in_any_form_and_phrases(store: Store) -> None:
    save_readings(store, [make_reading(), make_reading("Petrovic said that cafés reopened.", "a2")])
    for asked in ("sanction", '"sanctions would"', "work SANCTIONS"):
        assert found(store, asked) == ["q-a1"], asked
    # PostgreSQL minds accents, unless an extension is installed that we do not ask for.
    assert found(store, "cafe" if store.full_text == "sqlite" else "cafés") == ["q-a2"]


def test_words_apart_are_no_phrase_and_no_words_find_nothing(store: Store) -> None:
    save_readings(store, [make_reading()])
    for asked in ('"would sanctions"', "", '"', "*"):
        assert found(store, asked) == [], asked


def test_full_text_forgets_what_was_replaced(store: Store) -> None:
    save_readings(store, [make_reading()])
    save_readings(store, [make_reading("Petrovic said nothing at all today.")])
    assert found(store, "sanctions") == []
    assert found(store, "nothing") == ["q-a1"]


def test_better_matches_rank_first(store: Store) -> None:
    save_readings(
        store,
        [
            make_reading("Petrovic said sanctions and many other things that nobody wanted to hear again.", "a1"),
            make_reading("Petrovic said sanctions, sanctions, sanctions.", "a2"),
        ],
    )
    assert found(store, "sanctions") == ["q-a2", "q-a1"]


@given(asked=st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_no_question_breaks_full_text(store: Store, asked: str) -> None:
    rows(store, quotes_with(asked, store.full_text))
    assert all(word.strip() for word in words_of(asked))
