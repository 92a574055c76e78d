"""Which articles print the same furniture, and which lines return among them."""

from __future__ import annotations

from dataclasses import replace

from dashboard.store.database import Store
from dashboard.store.readings import save_readings
from dashboard.store.shelves import repeated_lines, shelf_of
from tests.store.small import make_reading


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
