"""Reading with a keyboard and on a phone: one skip link, links to a part of a page, nothing wider than the screen."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard.ui.marks import folded
from tests.browser.conftest import PHONE, Visitor

Visit = Callable[..., Visitor]


def test_one_skip_link_leads_past_the_masthead_and_the_filters(visit: Visit) -> None:
    reader = visit().open("/reactions")
    page = reader.page
    assert [link.inner_text() for link in page.get_by_text("Skip to", exact=False).all() if link.is_visible()] == [
        "Skip to the content"
    ]
    # The first stop is the scrolling page itself.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "view"


def test_a_link_to_a_part_of_another_page_leads_there_at_once_and_as_a_pasted_link(visit: Visit) -> None:
    reader = visit().open("/reactions")
    reader.click("tfoot a[href$='#kinds']", then="#kinds")
    expect(reader.page.locator("#kinds")).to_be_in_viewport()
    colleague = visit().open(reader.page.url)
    expect(colleague.page.locator("#kinds")).to_be_in_viewport()


@pytest.mark.parametrize(
    "path",
    ["/reactions", "/quotes", "/coverage", "/timeline?from=1950-01-01&to=2023-12-31", "/quotes?words=xylophone"],
)
def test_nothing_is_wider_than_a_phone(visit: Visit, path: str) -> None:
    reader = visit(**PHONE).open(path)
    assert reader.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert reader.errors == []


def test_on_a_tablet_the_table_has_the_whole_width_and_the_filters_fold_above_it(visit: Visit) -> None:
    reader = visit(viewport={"width": 820, "height": 1100}).open("/reactions")
    box = "document.querySelector('.matrix-box')"
    assert reader.page.evaluate(f"{box}.scrollWidth <= {box}.clientWidth")
    assert not reader.page.locator("#f-country-0").is_visible()
    reader.click(".opener")
    assert reader.page.locator("#f-country-0").is_visible()


def test_a_table_of_many_kinds_is_readable_on_a_phone(visit: Visit) -> None:
    reader = visit(**PHONE).open("/reactions")
    page = reader.page
    page.evaluate("document.querySelector('table.matrix').classList.add('many')")
    cells = page.locator("table.matrix tbody td a").all()
    assert len(cells) > 10
    for cell in cells:
        assert cell.evaluate(
            "cell => cell.scrollWidth <= cell.clientWidth && cell.getBoundingClientRect().right <= 390"
        )
    boxes = [cell.bounding_box() for cell in cells[:4]]
    assert all(a["x"] + a["width"] <= b["x"] or a["y"] < b["y"] for a, b in itertools.pairwise(boxes) if a and b)


def test_a_long_statement_opens_where_it_stands(visit: Visit) -> None:
    reader = visit().open("/quotes")
    card = reader.page.locator(".card").first
    # No bundled statement is long enough: one is made so, as ``marks.folded`` and the card write it.
    said = folded("many words " * 200, [])
    card.locator("blockquote").evaluate("(quote, said) => { quote.innerHTML = said; }", said)
    box = '<label class="unfold"><input type="checkbox">Show all of it</label>'
    card.locator("blockquote").evaluate("(quote, box) => quote.insertAdjacentHTML('afterend', box)", box)
    assert not card.locator(".far").is_visible()
    card.get_by_label("Show all of it").check()
    assert card.locator(".far").is_visible()
    assert not card.locator(".gap").is_visible()


def test_an_address_that_is_no_page_leads_to_the_pages_there_are(visit: Visit) -> None:
    reader = visit()
    answer = reader.page.goto(f"{reader.address}/reaction")
    assert answer is not None
    assert answer.status == 404
    reader.page.get_by_role("link", name="Reactions").click()
    reader.settle()
    assert reader.headline == "All reactions"


def test_a_speakers_page_fits_a_phone_and_opens_the_sentence_that_says_who_it_is(visit: Visit) -> None:
    reader = visit(**PHONE).open()
    reader.click('.people a:has-text("Peskov")', then=".profile .overtime")
    assert reader.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    reader.click('.profile a:has-text("see one")', then="mark.here")
    expect(reader.page.locator("mark.here").first).to_be_in_viewport()


def test_the_speakers_whose_identity_is_not_certain_are_one_click_away(visit: Visit) -> None:
    reader = visit().open("/quotes")
    reader.click('[id^="f-identity"][data-value="unsure"]', then='.headline h1:has-text("not certain")')
    assert reader.shown[0] == reader.count(".card")
    assert reader.count(".card .unsure") == reader.count(".card")


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])
def test_the_event_that_a_link_names_stands_in_view_with_what_outlets_tell(
    visit: Visit, screen: dict[str, Any]
) -> None:
    reader = visit(**screen).open("/")
    reader.click('.newest a:has-text("visits"), .point h3 a:has-text("meets")', then=".event .tellings")
    expect(reader.page.locator(".event h2").first).to_be_in_viewport()
    colleague = visit(**screen).open(reader.page.url)
    expect(colleague.page.locator(".event h2").first).to_be_in_viewport()


def test_going_back_from_an_article_leads_to_the_card_that_opened_it(visit: Visit) -> None:
    reader = visit().open("/quotes")
    link = reader.page.locator(".card").nth(7).locator("a:has-text('Open in article')").first
    link.scroll_into_view_if_needed()
    link.click()
    reader.wait("mark.here")
    reader.page.go_back()
    reader.wait(".cards")
    expect(reader.page.locator(".card").nth(7)).to_be_in_viewport()


def test_the_name_of_a_tab_says_what_is_shown(visit: Visit) -> None:
    reader = visit().open("/reactions?country=JP&reaction=offers_talks")
    expect(reader.page).to_have_title("Japan · offers talks · Chancery")
    reader.open("/")
    expect(reader.page).to_have_title("Briefing · Chancery")


def test_print_keeps_the_outlets_of_other_wordings(visit: Visit) -> None:
    reader = visit().open("/reactions")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".wordings .facts a").first).to_be_visible()
    expect(reader.page.locator(".card .ways").first).to_be_hidden()


def test_forced_colours_keep_the_columns_of_days_and_the_mark_of_the_page(visit: Visit) -> None:
    reader = visit(forced_colors="active").open()
    colour = "e => getComputedStyle(e).{}"
    ground = reader.page.locator("body").evaluate(colour.format("backgroundColor"))
    assert reader.page.locator(".strip i").last.evaluate(colour.format("backgroundColor")) != ground
    names = reader.page.locator(".masthead nav a")
    lines = {one.get_attribute("aria-current"): one.evaluate(colour.format("borderBottomColor")) for one in names.all()}
    assert len(set(lines.values())) == 2
