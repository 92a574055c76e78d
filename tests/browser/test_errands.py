"""The twelve errands of a reader, each within its budget of interactions, on the bundled corpus."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visitor

Visit = Callable[..., Visitor]
on_both_screens = pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])


@on_both_screens
def test_1_who_threatens_or_considers_sanctions_on_russia_and_in_which_words(
    visit: Visit, screen: dict[str, Any]
) -> None:
    reader = visit(**screen).open()
    reader.click("#nav-reactions", then="table.matrix td.sum")
    reader.click('[data-value="RU"][id^="f-target"]', then='.headline h1:has-text("towards Russia")')
    assert reader.done <= 2
    chips = reader.page.locator(".card .chip").all_inner_texts()
    assert "threatens sanctions" in chips
    assert "considers sanctions" in chips
    card = reader.page.locator('.card:has(.chip:text-is("threatens sanctions"))').first
    assert re.search(r"\d{4}|day unknown", card.locator(".day").inner_text())
    assert reader.count(".card .if") >= 1
    assert reader.count("td.hostile a") >= 2


def test_2_what_exactly_did_peskov_deny_when_and_in_how_many_wordings(visit: Visit) -> None:
    reader = visit().open()
    reader.click('.people a:has-text("Peskov")', then=".profile")
    assert reader.done <= 2
    words = reader.text()
    assert "No agreements were signed" in words
    assert re.search(r"\d+ other wordings, differing words marked", words)
    assert reader.count(".wordings li") >= 2
    assert reader.count("mark.differs") >= 1


@on_both_screens
def test_3_send_a_colleague_japans_offers_of_talks_since_14_september(visit: Visit, screen: dict[str, Any]) -> None:
    reader = visit(permissions=["clipboard-read", "clipboard-write"], **screen).open()
    reader.click("#nav-reactions", then="table.matrix td.sum")
    reader.click('td.cooperative a[title^="Japan, offers talks"]', then='.headline h1:has-text("Japan · offers talks")')
    reader.type("#day-from", "2023-09-14", then='.headline h1:has-text("since 14 Sep 2023")')
    reader.click("#copy-link", then="#copy-link.done")
    assert reader.done <= 4
    assert reader.headline == "Japan · offers talks · since 14 Sep 2023"
    link = reader.page.evaluate("navigator.clipboard.readText()")
    colleague = visit(**screen).open(link)
    assert colleague.headline == reader.headline
    assert colleague.shown == reader.shown
    assert colleague.text(".cards") == reader.text(".cards")
    assert colleague.page.get_attribute("td a[aria-current]", "title") == reader.page.get_attribute(
        "td a[aria-current]", "title"
    )


def test_4_when_did_kim_leave_pyongyang(visit: Visit) -> None:
    reader = visit().open()
    assert reader.done <= 2
    point = reader.page.locator(".point:has-text('leaves Pyongyang')").first
    words = point.inner_text()
    assert "Contradiction" in words
    assert "10 Sep 2023" in words
    assert "11 Sep 2023" in words
    assert point.locator("q").count() >= 2


def test_5_how_long_did_the_talks_last(visit: Visit) -> None:
    reader = visit().open()
    assert reader.done <= 3
    point = reader.page.locator(".point:has-text('five hours')").first
    words = point.inner_text()
    assert "about five hours" in words
    assert "four to five hours" in words
    assert "precision, not a contradiction" in words


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/", ".card .facts a:has-text('Open in article')"),
        ("/", ".point a:has-text('Open in article')"),
        ("/reactions?country=JP", ".card .facts a:has-text('Open in article')"),
    ],
)
def test_6_show_me_that_sentence_where_it_stands(visit: Visit, path: str, link: str) -> None:
    reader = visit().open(path)
    reader.click(link, then="mark.here")
    assert reader.done <= 1
    expect(reader.page.locator("mark.here").first).to_be_in_viewport()
    assert "span=" in reader.page.url


def test_6_the_article_links_to_the_outlets_own_page_at_the_words(visit: Visit) -> None:
    reader = visit().open("/coverage")
    outside = reader.page.locator("a[target=_blank]")
    for index in range(outside.count()):
        assert re.match(r"https?://", outside.nth(index).get_attribute("href") or "")


def test_7_all_us_reactions_as_a_table_for_a_report(visit: Visit) -> None:
    reader = visit(accept_downloads=True).open()
    reader.click("#nav-reactions", then="table.matrix td.sum")
    reader.click('table.matrix th a:has-text("United States")', then='.headline h1:has-text("United States")')
    with reader.page.expect_download() as held:
        reader.click("#export-csv")
    assert reader.done <= 3
    rows = list(csv.DictReader(io.StringIO(Path(held.value.path()).read_text(encoding="utf-8-sig"))))
    assert {row["country"] for row in rows} == {"US"}
    assert len({row["statement"] for row in rows}) == reader.shown[0]
    assert {"words", "reaction", "targets", "condition", "first_day", "outlet", "start", "end"} <= set(rows[0])
    assert rows[0]["view"] == reader.page.url


def test_8_is_this_speaker_an_official_and_of_which_country(visit: Visit) -> None:
    reader = visit().open()
    reader.click('.people a:has-text("Peskov")', then=".profile")
    assert reader.done <= 1
    words = reader.text(".profile")
    assert "Russia" in words
    assert "okes" in words
    assert "Where that was read" in words


def test_9_who_spoke_about_satellites(visit: Visit) -> None:
    reader = visit().open()
    reader.type("#search", "satellites", enter=True, then='.headline h1:has-text("satellites")')
    assert reader.done <= 2
    assert reader.shown[0] >= 1
    assert "satellite" in reader.text("mark.found").lower()
    assert reader.page.get_attribute("#sort-relevance", "aria-current") == "true"


def test_10_how_sure_are_you_of_this_cell(visit: Visit) -> None:
    reader = visit().open("/reactions?country=US")
    reader.click("details.sure summary", then="details.sure[open] dl")
    assert reader.done <= 1
    words = reader.text("details.sure[open]")
    for name in ("Found by", "Measured", "Day"):
        assert name in words
    assert re.search(r"\d+ of 100|not measured", words)


def test_11_what_did_each_outlet_report_of_the_13_september_meeting(visit: Visit) -> None:
    reader = visit().open()
    reader.click('.newest a:has-text("meet"), .point h3 a:has-text("meets")', then=".tellings")
    assert reader.done <= 2
    assert reader.count(".tellings h4") >= 3
    table = reader.text("table.compare")
    assert "they differ" in table
    assert reader.count(".tellings mark.cue") >= 3


def test_12_read_the_briefing_on_a_phone(visit: Visit) -> None:
    reader = visit(**PHONE).open()
    assert reader.done == 0
    wide = reader.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    boxes = reader.page.locator(".section").all()
    assert len(boxes) >= 4
    for box in boxes:
        held = box.bounding_box()
        assert held is None or (held["x"] >= 0 and held["x"] + held["width"] <= 390)
