"""What could not be read."""

from __future__ import annotations

from dashboard.records import Problem
from dashboard.store.database import Store, version
from dashboard.store.problems import load_problems, note_pages, page_keys


def test_problems_of_a_place_are_replaced_as_a_whole(store: Store) -> None:
    problem = Problem("a.txt", "nothing", "text", "empty")
    assert note_pages(store, ["a.txt"], [problem], ["k1"])
    assert not note_pages(store, ["a.txt"], [problem], ["k1", "k2"])
    assert load_problems(store) == (problem,)
    assert page_keys(store) == {"k1", "k2"}
    assert note_pages(store, ["a.txt"], [])
    assert load_problems(store) == ()
    assert version(store) == 2
