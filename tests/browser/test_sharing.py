"""The URL owns the view: shared links, back and forward, deep links opened cold, pictures, dark and narrow screens."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor
from tools.serving import served

Visit = Callable[..., Visitor]

PATHS = {
    "/": "articles of",
    "/timeline": "Events of",
    "/reactions?country=JP": "Japan",
    "/quotes?words=missiles": "Quotes with “missiles”",
    "/coverage": "went in",
    "/article?id=none": "holds no article",
}


@pytest.mark.parametrize("path", list(PATHS))
def test_a_page_opened_first_in_a_fresh_server_is_whole(visit: Visit, bundled_store: str, path: str) -> None:
    with served(bundled_store) as address:
        reader = visit(address).open(path)
        assert PATHS[path] in reader.text("body")
        assert reader.count("header.masthead") == 1
        assert reader.errors == []


def test_a_shared_link_shows_the_same_view_in_a_fresh_profile(visit: Visit) -> None:
    path = "/reactions?country=US&country=KR&target=RU&sort=oldest&by=target"
    one, two = visit().open(path), visit().open(path)
    assert one.text() == two.text()
    assert one.headline == "United States or South Korea · towards Russia"


def test_back_and_forward_walk_through_the_views(visit: Visit) -> None:
    reader = visit().open("/reactions")
    first = reader.shown
    reader.click('table.matrix th a:has-text("Japan")', then='.headline h1:has-text("Japan")')
    chosen = reader.shown
    reader.click("#nav-quotes", then="#nav-quotes[aria-current]")
    assert "country=JP" in reader.page.url
    reader.page.go_back()
    reader.wait("table.matrix th[aria-current]")
    assert (reader.headline, reader.shown) == ("Japan", chosen)
    reader.page.go_back()
    reader.wait('.headline h1:has-text("All reactions")')
    assert reader.shown == first
    reader.page.go_forward()
    reader.wait('.headline h1:has-text("Japan")')
    assert reader.shown == chosen


def test_a_click_changes_the_page_without_loading_it_again(visit: Visit) -> None:
    reader = visit().open("/")
    reader.page.evaluate("window.kept = 1")
    reader.click("#nav-reactions", then="table.matrix tfoot")
    reader.click("table.matrix td.hostile a", then="td a[aria-current]")
    assert reader.page.evaluate("window.kept") == 1


def test_links_work_without_our_script_too(visit: Visit) -> None:
    reader = visit()
    reader.page.route("**/assets/chancery.js*", lambda route: route.abort())
    reader.page.goto(reader.address + "/reactions")
    reader.page.wait_for_selector("table.matrix tfoot", state="attached")
    link = reader.page.get_attribute('table.matrix th a:has-text("Japan")', "href")
    reader.page.goto(reader.address + str(link))
    reader.page.wait_for_selector('.headline h1:has-text("Japan")', state="attached")


def test_a_cell_opens_its_rows_and_a_row_its_sentence_in_the_article(visit: Visit) -> None:
    reader = visit().open("/reactions")
    cell = reader.page.locator("table.matrix tbody td a[title]").first
    count = int(re.sub(r"\D", "", cell.inner_text()))
    cell.click()
    reader.wait("td a[aria-current]")
    assert reader.shown[0] == count == reader.count(".cards > .card")
    words = reader.page.locator(".card blockquote .cue").first.inner_text()
    reader.click(".card .facts a:has-text('Open in article')", then="mark.here")
    assert words in " ".join(reader.page.locator("mark.here").all_inner_texts())


def test_filters_by_country_and_speaker_count_what_they_keep(visit: Visit) -> None:
    reader = visit().open("/quotes")
    choice = reader.page.locator('[data-value="RU"][id^="f-country"]')
    count = int(choice.locator(".n").inner_text())
    choice.click()
    reader.wait('.headline h1:has-text("Russia")')
    assert reader.shown[0] == count
    speaker = reader.page.locator('[id^="f-speaker"]').first
    name, count = speaker.locator(".name").inner_text().splitlines()[0], int(speaker.locator(".n").inner_text())
    speaker.click()
    reader.wait(f'.headline h1:has-text("{name}")')
    assert reader.shown[0] == count
    reader.click("#clear-filters", then='.headline h1:has-text("All quotes")')


def test_a_pinned_link_says_when_the_corpus_has_changed(visit: Visit) -> None:
    reader = visit(permissions=["clipboard-read", "clipboard-write"]).open("/reactions?country=JP")
    reader.click(".tools summary:has-text('Pin')")
    reader.click("a:has-text('Copy pinned link')")
    link = reader.page.evaluate("navigator.clipboard.readText()")
    assert "version=" in link
    assert "to=" in link
    assert visit().open(link).count(".notes") == 0
    changed = visit().open(re.sub(r"version=\d+", "version=99", link))
    assert "changed since" in changed.text(".notes")


def test_a_mark_of_the_timeline_opens_its_event_and_the_chart_stays(visit: Visit) -> None:
    reader = visit().open("/timeline")
    mark = reader.page.locator(".js-plotly-plot .points path").first
    mark.wait_for()
    reader.page.wait_for_timeout(600)
    box = mark.bounding_box()
    assert box is not None
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.wait(".event .tellings")
    assert "event=" in reader.page.url
    assert reader.headline in reader.text(".event h2")
    reader.click("#all-events", then='.headline h1:has-text("Events of")')
    reader.page.go_back()
    reader.wait(".event .tellings")


def test_the_past_is_a_click_away_from_the_timeline(visit: Visit) -> None:
    reader = visit().open("/timeline")
    assert "1950" not in reader.headline
    reader.click(".background summary")
    reader.click("#all-days", then='.headline h1:has-text("Events of 1 Jan 1950")')
    assert reader.shown[0] >= reader.count(".newest li") > 20


def saved(reader: Visitor, button: str) -> bytes:
    """The beginning of the file that a button saves."""
    with reader.page.expect_download() as held:
        reader.click(button)
    return Path(held.value.path()).read_bytes()[:200]


def test_charts_are_saved_as_pictures(visit: Visit) -> None:
    reader = visit(accept_downloads=True).open("/timeline")
    reader.page.locator(".js-plotly-plot .points path").first.wait_for()
    reader.page.wait_for_timeout(500)
    assert saved(reader, '[data-picture="chart.png"]').startswith(b"\x89PNG")
    assert b"<svg" in saved(reader, '[data-picture="chart.svg"]')
    reader.click("#nav-reactions", then="table.matrix tfoot")
    assert saved(reader, '[data-picture="matrix.png"]').startswith(b"\x89PNG")
    assert b"<svg" in saved(reader, 'a[download="chancery-matrix.svg"]')


def test_nothing_scrolls_sideways_on_a_phone(visit: Visit) -> None:
    reader = visit(viewport={"width": 390, "height": 844}).open("/coverage")
    wide = "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
    assert reader.page.evaluate(wide) <= 390
    for name in ("timeline", "reactions", "quotes", "briefing"):
        reader.click(f"#nav-{name}", then=f"#nav-{name}[aria-current]")
        assert reader.page.evaluate(wide) <= 390, name
    reader.click(".card a:has-text('Open in article')", then="mark.here")
    assert reader.page.evaluate(wide) <= 390


def test_filters_open_on_a_phone_and_with_the_keyboard(visit: Visit) -> None:
    reader = visit(viewport={"width": 390, "height": 844}).open("/quotes")
    assert not reader.page.locator("#f-country-0").is_visible()
    reader.click(".panel .opener")
    assert reader.page.locator("#f-country-0").is_visible()


def test_a_speaker_is_found_by_name_under_the_other_filters(visit: Visit) -> None:
    reader = visit().open("/quotes?from=2023-09-01&sort=oldest")
    reader.type("#find-speaker", "pesk", enter=True, then='.headline h1:text-is("Dmitry Peskov · since 1 Sep 2023")')
    assert reader.page.get_attribute("#sort-oldest", "aria-current") == "true"
    assert reader.count(".notes") == 0
    reader.page.go_back()
    reader.wait('.headline h1:text-is("Quotes since 1 Sep 2023")')


def test_pages_are_used_with_the_keyboard_alone(visit: Visit) -> None:
    reader = visit(permissions=["clipboard-read", "clipboard-write"]).open("/reactions")
    reader.page.focus("table.matrix tbody td a[title] >> nth=0")
    reader.page.keyboard.press("Enter")
    reader.wait("td a[aria-current]")
    reader.page.focus(".card [data-copy=text]")
    reader.page.keyboard.press("Space")
    reader.page.locator(".card [data-copy=text].done").first.wait_for()
    reader.page.keyboard.press("/")
    assert reader.page.evaluate("document.activeElement.id") == "search"


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_light_and_dark_are_both_designed(visit: Visit, scheme: str, dark: bool) -> None:
    reader = visit(color_scheme=scheme).open("/timeline")
    reader.page.locator(".js-plotly-plot .bg, .js-plotly-plot .main-svg").first.wait_for()
    read = "s => getComputedStyle(document.querySelector(s)).backgroundColor.match(/\\d+/g).map(Number)"
    paper = reader.page.evaluate(read, ".stApp")
    assert (sum(paper[:3]) < 200) is dark
    chart = reader.page.evaluate(read, ".js-plotly-plot .main-svg")
    assert (sum(chart[:3]) < 200) is dark


def test_streamlits_own_chrome_is_not_the_face_of_the_product(visit: Visit) -> None:
    reader = visit().open("/")
    for name in ("stHeader", "stToolbar", "stSidebar", "stDecoration", "stSkipToContent"):
        assert not reader.page.locator(f'[data-testid="{name}"]').first.is_visible()
    assert reader.page.title() == "Briefing · Chancery"


def test_a_date_and_a_search_keep_the_filters_that_are_set(visit: Visit) -> None:
    reader = visit().open("/reactions?target=RU&sort=oldest")
    reader.type("#day-from", "2023-09-01", then='.headline h1:has-text("since 1 Sep 2023")')
    assert reader.headline == "Reactions towards Russia · since 1 Sep 2023"
    assert "sort=oldest" in reader.page.url
    reader.type("#search", "sanctions", enter=True, then='.headline h1:has-text("sanctions")')
    assert "target=RU" in reader.page.url
