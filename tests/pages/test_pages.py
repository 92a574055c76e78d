"""Every page runs headless, empty and filled, whatever the link says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store.database import open_store
from tests.ui.small import fill

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("briefing", "timeline", "reactions", "quotes", "coverage", "article")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("stores")
    urls = {name: f"sqlite:///{folder / name}.db" for name in ("filled", "empty")}
    fill(open_store(urls["filled"]))
    open_store(urls["empty"])
    return urls


@pytest.fixture
def filled(stores: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CHANCERY_STORE", stores["filled"])
    return None


def shown(name: str, **link: str | list[str]) -> str:
    """All the HTML that a page draws for a link."""
    test = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=30)
    for key, value in link.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception, test.exception
    return "".join(element.proto.body for element in test.get("html"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", ["empty", "filled"])
def test_every_page_opens(page: str, state: str, stores: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHANCERY_STORE", stores[state])
    made = shown(page)
    assert '<header class="masthead">' in made
    assert "view-end" in made
    assert "NaN" not in made
    assert ">None<" not in made


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("page", PAGES)
def test_no_link_breaks_a_page(page: str) -> None:
    made = shown(page, country=["JP", "<bad>"], speaker="'; drop table", span="9-1", id="x", sort="?", show="-1")
    assert "<bad>" not in made
    assert "view-end" in made


@pytest.mark.usefixtures("filled")
def test_reactions_of_a_cell_with_their_headline_and_count() -> None:
    made = shown("reactions", country="JP", reaction="offers_talks")
    assert "<h1>Japan · offers talks</h1>" in made
    assert '<span class="b">2</span> of 6 reactions' in made


@pytest.mark.usefixtures("filled")
def test_the_matrix_turns_to_countries_aimed_at() -> None:
    assert "North Korea" in shown("reactions", by="target")


@pytest.mark.usefixtures("filled")
def test_a_speaker_has_a_page_with_role_country_and_days() -> None:
    made = shown("quotes", speaker="p-matsuno")
    for words in (
        "Hirokazu Matsuno",
        "Chief Cabinet Secretary",
        "Japan",
        "office holders",
        "When they spoke",
        "About whom",
    ):
        assert words in made


@pytest.mark.usefixtures("filled")
def test_an_event_shows_its_tellings_side_by_side() -> None:
    made = shown("timeline", event="e-meeting")
    assert "four to five hours" in made
    assert "they differ" in made
    assert made.count("<h4>") == 3


@pytest.mark.usefixtures("filled")
def test_the_timeline_keeps_the_past_a_click_away() -> None:
    made = shown("timeline")
    assert "Background: 2 events outside these days" in made
    assert "North Korea invades South Korea" in made
    assert "Events of 10–15 Sep 2023" in made


@pytest.mark.usefixtures("filled")
def test_an_article_marks_what_the_link_points_to(stores: dict[str, str]) -> None:
    made = shown("quotes", speaker="p-peskov")
    at = made.index("/article?")
    query = made[at : made.index('"', at)].partition("?")[2].replace("&amp;", "&")
    asked = dict(pair.split("=") for pair in query.split("&"))
    page = shown("article", id=asked["id"], span=asked["span"])
    assert 'id="here"' in page
    assert "around the report" in page or "details" not in page


@pytest.mark.usefixtures("filled")
def test_an_unknown_article_says_so() -> None:
    assert "holds no article" in shown("article", id="nonsense")


@pytest.mark.usefixtures("filled")
def test_the_front_page_says_what_it_holds_and_where_sources_disagree() -> None:
    made = shown("briefing")
    assert "5 articles of 5 outlets" in made
    assert "Contradiction" in made
    assert "10 Sep 2023" in made
    assert "11 Sep 2023" in made


@pytest.mark.usefixtures("filled")
def test_coverage_lists_outlets_articles_and_how_right_it_is() -> None:
    made = shown("coverage")
    assert "Northern Herald" in made
    assert "How right it is" in made


def test_a_store_that_cannot_be_opened_says_so_instead_of_breaking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.db").write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("CHANCERY_STORE", f"sqlite:///{tmp_path / 'broken.db'}")
    test = AppTest.from_file(str(ROOT / "dashboard" / "main.py"), default_timeout=30).run()
    assert not test.exception
    assert "The store cannot be opened" in "".join(element.proto.body for element in test.get("html"))


@pytest.mark.usefixtures("filled")
def test_filters_that_came_along_to_the_front_page_are_said_there() -> None:
    made = shown("briefing", country="JP")
    assert "Only what is Japan" in made
    assert "Only what is" not in shown("briefing")


def test_the_files_of_the_timeline_hold_the_events_that_it_shows(filled: None) -> None:
    made = shown("timeline")
    assert "/api/timeline.csv?from=2023-09-10&amp;to=2023-09-15" in made
    event = shown("timeline", event="e-meeting")
    assert "/api/timeline.csv?event=e-meeting" in event
