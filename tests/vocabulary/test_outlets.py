"""Outlets by name and address."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.errors import VocabularyError
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.outlets import find_outlet, home_of, load_outlets, outlet_country


def test_every_outlet_has_a_known_country_and_an_address() -> None:
    outlets = load_outlets()
    assert len(outlets) >= 100
    assert {outlet.country for outlet in outlets} <= set(load_countries())
    assert all(outlet.domains for outlet in outlets)
    assert len({outlet.name for outlet in outlets}) == len(outlets)


@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("The Yonhap", "", "Yonhap News Agency"),
        ("bbc", "", "BBC News"),
        ("", "https://www.bbc.co.uk/news/1", "BBC News"),
        ("", "https://english.kyodonews.net/a", "Kyodo News"),
        ("The Village Voice of Nowhere", "https://www.bbc.co.uk/", "The Village Voice of Nowhere"),
        ("", "https://example.org/bbc.co.uk", ""),
        ("", "http://[broken", ""),
        ("www.dawn.com", "", "Dawn"),
    ],
)
def test_an_outlet_is_found_by_name_then_by_address(name: str, url: str, found: str) -> None:
    assert find_outlet(name, url) == found


def test_the_country_of_an_outlet_is_where_it_is_edited() -> None:
    assert outlet_country("TASS") == "RU"
    assert outlet_country("Nobody's Paper") == ""


@pytest.mark.parametrize(
    "written",
    [
        "[a]\nname = 'A'",
        "[a]\nname='A'\ncountry='JP'\ndomains=['x.org']\n[b]\nname='B'\ncountry='JP'\ndomains=['x.org']",
        "a = 1",
    ],
)
def test_a_wrong_outlet_stops_the_run(tmp_path: Path, written: str) -> None:
    (tmp_path / "outlets.toml").write_text(written, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"outlets\.toml"):
        load_outlets(tmp_path / "outlets.toml")


def test_an_outlet_written_for_the_world_has_no_ministers_of_its_own() -> None:
    assert home_of("The Hindu") == "IN"
    assert home_of("Reuters") == ""
    assert home_of("The Village Voice of Nowhere") == ""
