"""docs/sharing.md says what links understand, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.queries.exports import EXPORTS
from dashboard.queries.filters import FILTERS, from_url
from dashboard.ui.links import FORMATS
from dashboard.ui.views import COMMON, VIEWS

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "sharing.md").read_text(encoding="utf-8")
KEYS_OF_PAGES = {key for view in VIEWS for key in view.options} | set(COMMON)


def first_cells(section: str) -> set[str]:
    held = TEXT.split(section, 1)[1].split("\n## ", 1)[0]
    cells = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", held, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_every_filter_and_every_option_is_documented_and_nothing_else() -> None:
    assert first_cells("## The keys of a link") == {row.key for row in FILTERS} | KEYS_OF_PAGES


@pytest.mark.parametrize("row", FILTERS, ids=lambda row: row.key)
def test_the_documented_example_is_understood(row: object) -> None:
    key = row.key  # type: ignore[attr-defined]
    found = re.search(rf"`{key}=([^`]+)`", TEXT)
    assert found is not None
    filters, notes = from_url(parse_qsl(f"{key}={found[1]}"))
    assert notes == ()
    assert filters.values(key)


@pytest.mark.parametrize("link", re.findall(r"\]\((http://localhost:8501[^)]+)\)", TEXT))
def test_every_example_link_is_understood(link: str) -> None:
    _, notes = from_url(parse_qsl(urlsplit(link).query), also=KEYS_OF_PAGES)
    assert notes == ()


def test_every_file_is_documented() -> None:
    for view in EXPORTS:
        for form in FORMATS:
            assert f"`/api/{view}.{form}`" in TEXT


def test_every_value_of_an_option_is_documented() -> None:
    for view in VIEWS:
        for values in view.options.values():
            for value in values:
                assert f"`{value}`" in TEXT, value
