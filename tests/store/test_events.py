"""What was assembled, written as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dashboard.records import Actor, Disagreement, DisagreementValue, Event, Evidence, Person, When
from dashboard.store.database import Store, is_settled, version
from dashboard.store.events import current_event, load_disagreements, load_events, load_people, replace_events

DAY = When(dt.date(2023, 9, 13), dt.date(2023, 9, 14), "stated", "on Sept. 13 or 14")
EVENT = Event(
    "e1", "Talks", "meeting", DAY, "happened", (Actor("Ana", "person", "RS"),), "Belgrade", ("p1", "p2", "p3"), 2
)
DISAGREEMENT = Disagreement(
    "d1", "variation", "e1", "duration", (DisagreementValue("five hours", Evidence("a1", 0, 10, "five hours")),)
)
PERSON = Person("x1", "Ana Petrovic", "person", "RS", ("envoy", "minister"), ("Petrovic",), "holders")


def test_what_was_assembled_comes_back(store: Store) -> None:
    assert replace_events(store, [EVENT], [DISAGREEMENT], [PERSON], {("a1", "Ana"): "x1"}, {"a1": "g"})
    assert load_events(store) == (EVENT,)
    assert load_disagreements(store) == (DISAGREEMENT,)
    assert load_people(store) == (PERSON,)
    assert is_settled(store)


def test_assembling_the_same_again_changes_nothing(store: Store) -> None:
    replace_events(store, [EVENT], [DISAGREEMENT], [PERSON])
    held = version(store)
    assert not replace_events(store, [EVENT], [DISAGREEMENT], [PERSON])
    assert version(store) == held


def test_an_event_keeps_its_old_id_when_it_gets_another(store: Store) -> None:
    replace_events(store, [EVENT], [], [])
    replace_events(store, [replace(EVENT, id="e2")], [], [])
    replace_events(store, [replace(EVENT, id="e3")], [], [])
    assert [current_event(store, old) for old in ("e1", "e2", "e3", "e9")] == ["e3", "e3", "e3", None]
    assert load_events(store)[0].replaces == ("e1", "e2")


def test_an_event_that_was_split_means_the_larger_part(store: Store) -> None:
    replace_events(store, [EVENT], [], [])
    small, large = replace(EVENT, id="e5", report_ids=("p1",)), replace(EVENT, id="e6", report_ids=("p2", "p3"))
    replace_events(store, [small, large], [], [])
    assert current_event(store, "e1") == "e6"


def test_an_id_that_comes_back_means_itself_again(store: Store) -> None:
    replace_events(store, [EVENT], [], [])
    replace_events(store, [replace(EVENT, id="e2")], [], [])
    replace_events(store, [EVENT], [], [])
    assert current_event(store, "e1") == current_event(store, "e2") == "e1"


def test_an_event_whose_reports_are_gone_is_gone(store: Store) -> None:
    replace_events(store, [EVENT], [], [])
    replace_events(store, [], [], [])
    assert current_event(store, "e1") is None
