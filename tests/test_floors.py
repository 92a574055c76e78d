"""What is found in the bundled dispatches never gets worse than it was."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from benchmarks.gold import GOLD, Figure, measure
from tools.measure_gold import ACCURACY, FLOORS, below, to_floors


@pytest.fixture(scope="module")
def figures() -> Mapping[str, Figure]:
    return measure()


def test_no_figure_is_below_its_floor(figures: Mapping[str, Figure]) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert floors
    assert below(figures, floors) == [], "if it is meant: python tools/measure_gold.py --lower"


def test_the_accuracy_that_the_product_shows_is_that_of_today(figures: Mapping[str, Figure]) -> None:
    shown = json.loads(ACCURACY.read_text(encoding="utf-8"))["kinds"]
    assert {key: (one["precision"], one["recall"]) for key, one in shown.items()} == {
        key: (round(one.precision, 3), round(one.recall, 3)) for key, one in figures.items()
    }, "run: python tools/measure_gold.py"


def test_a_fallen_or_missing_figure_is_named() -> None:
    floors = to_floors({"quotes": Figure("quotes", 9, 10, 12), "events": Figure("events", 1, 1, 1)})
    assert below({"quotes": Figure("quotes", 8, 10, 12)}, floors) == [
        "quotes: precision 0.800 is below its floor 0.900",
        "quotes: recall 0.667 is below its floor 0.750",
        "events: precision 0.000 is below its floor 1.000",
        "events: recall 0.000 is below its floor 1.000",
    ]


def test_every_label_stands_in_its_article(figures: Mapping[str, Figure]) -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    assert sum(len(one["quotes"]) for one in gold["articles"].values()) > figures["quotes"].asked > 0
    assert figures["events"].asked <= len(gold["events"])


def test_articles_of_other_episodes_are_read_as_well_as_they_were() -> None:
    figures = measure(GOLD.with_name("episodes.json"))
    # The labels of quotes are not complete, so their precision says nothing.
    assert figures["quotes"].recall >= 0.93
    assert figures["quotes.speaker"].recall >= 0.88
    assert figures["reactions"].precision >= 0.76
    assert figures["reactions"].recall >= 0.92
    assert figures["reactions.targets"].recall >= 0.84
