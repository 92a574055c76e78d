"""What was assembled, written as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dashboard.errors import StoreError
from dashboard.records import Actor, Assembly, Disagreement, DisagreementValue, Event, Evidence, Person, When
from dashboard.store import schema
from dashboard.store.assembly import load_disagreements, load_events, load_people, replace_assembly
from dashboard.store.clauses import select
from dashboard.store.database import Store, is_settled, rows, version

DAY = When(dt.date(2023, 9, 13), dt.date(2023, 9, 14), "stated", "on Sept. 13 or 14")
EVENT = Event(
    "e1", "Talks", "meeting", DAY, "happened", (Actor("Ana", "person", "RS"),), "Belgrade", ("p1", "p2", "p3"), 2
)
DISAGREEMENT = Disagreement(
    "d1", "variation", "e1", "duration", (DisagreementValue("five hours", Evidence("a1", 0, 10, "five hours")),)
)
PERSON = Person("x1", "Ana Petrovic", "person", "RS", ("envoy", "minister"), ("Petrovic",), "holders")


def held_statements(store: Store) -> dict[str, str]:
    return dict(rows(store, select(schema.statement.c.claim_id, schema.statement.c.statement_id)).values)


def test_what_was_assembled_comes_back(store: Store) -> None:
    assert replace_assembly(store, Assembly([EVENT], [DISAGREEMENT], [PERSON], {("a1", "Ana"): "x1"}, {"a1": "g"}))
    assert load_events(store) == (EVENT,)
    assert load_disagreements(store) == (DISAGREEMENT,)
    assert load_people(store) == (PERSON,)
    assert is_settled(store)


def test_assembling_the_same_again_changes_nothing(store: Store) -> None:
    replace_assembly(store, Assembly([EVENT], [DISAGREEMENT], [PERSON]))
    held = version(store)
    assert not replace_assembly(store, Assembly([EVENT], [DISAGREEMENT], [PERSON]))
    assert version(store) == held


def test_the_wordings_of_a_sentence_are_held_and_replaced(store: Store) -> None:
    assert replace_assembly(store, Assembly([EVENT], statements={"q2": "s1", "q1": "s1"}))
    assert not replace_assembly(store, Assembly([EVENT], statements={"q1": "s1", "q2": "s1"}))
    assert held_statements(store) == {"q1": "s1", "q2": "s1"}
    assert replace_assembly(store, Assembly([EVENT], statements={"q1": "s1"}))
    assert held_statements(store) == {"q1": "s1"}


def test_statements_that_cannot_be_written_leave_all_as_it_was(store: Store) -> None:
    replace_assembly(store, Assembly([EVENT], statements={"q1": "s1"}))
    with pytest.raises(StoreError):
        replace_assembly(store, Assembly(statements={"q1": None}))  # type: ignore[dict-item]
    assert (load_events(store), held_statements(store)) == ((EVENT,), {"q1": "s1"})


def meanings(store: Store) -> dict[str, str]:
    """What each id that an event once had means today."""
    return {old: event.id for event in load_events(store) for old in event.replaces}


def test_an_event_keeps_its_old_id_when_it_gets_another(store: Store) -> None:
    replace_assembly(store, Assembly([EVENT]))
    replace_assembly(store, Assembly([replace(EVENT, id="e2")]))
    replace_assembly(store, Assembly([replace(EVENT, id="e3")]))
    assert meanings(store) == {"e1": "e3", "e2": "e3"}


def test_an_event_that_was_split_means_the_larger_part(store: Store) -> None:
    replace_assembly(store, Assembly([EVENT]))
    small, large = replace(EVENT, id="e5", report_ids=("p1",)), replace(EVENT, id="e6", report_ids=("p2", "p3"))
    replace_assembly(store, Assembly([small, large]))
    assert meanings(store) == {"e1": "e6"}


def test_an_id_that_comes_back_means_itself_again(store: Store) -> None:
    replace_assembly(store, Assembly([EVENT]))
    replace_assembly(store, Assembly([replace(EVENT, id="e2")]))
    replace_assembly(store, Assembly([EVENT]))
    assert meanings(store) == {"e2": "e1"}


def test_an_event_whose_reports_are_gone_is_gone(store: Store) -> None:
    replace_assembly(store, Assembly([EVENT]))
    replace_assembly(store, Assembly())
    assert load_events(store) == ()
