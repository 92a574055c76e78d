"""Pages as articles."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.articles import MOST_LINES, article_id, page_key, read_article
from dashboard.records import Article, Page

TEXT = (
    "Ministers meet and sign nothing\n\nThe foreign ministers of both countries met in the old town hall on Monday.\n\n"
    "“We shall meet again in spring,” the host told reporters after the talks had ended.\n"
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")[1:])


def page(data: str | bytes, form: str = "text", **fields: str) -> Page:
    content = data if isinstance(data, bytes) else data.encode()
    return Page("news/a", content, fields.get("url", ""), {"format": form, **fields})


def read(data: str | bytes, form: str = "text", **fields: str) -> Article:
    article, problems = read_article(page(data, form, **fields))
    assert article is not None, problems
    return article


def kinds(data: str | bytes, form: str = "text", **fields: str) -> list[str]:
    return [problem.kind for problem in read_article(page(data, form, **fields))[1]]


@pytest.mark.parametrize("key", ["title", "outlet", "retells", "url"])
def test_a_header_holds_one_line_of_characters(key: str) -> None:
    article = read(TEXT, **{key: "https://example.org/a\ud800\0 \u2028\x07"})
    assert getattr(article, key) == "https://example.org/a"


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_whatever_a_header_says_can_be_written_as_utf8(words: str) -> None:
    article = read(TEXT, title=words, outlet=words, retells=words, published=words, url=f"https://example.org/{words}")
    said = (article.title, article.outlet, article.retells, article.url)
    assert "\0" not in "".join(said)
    "".join(said).encode()


@pytest.mark.parametrize("page", ["<p>a</p>" * 60_000, "<br>" * 200_000])
@pytest.mark.timeout(20)
def test_a_page_larger_than_any_article_is_not_read(page: str) -> None:
    assert kinds(f"<html><body>{PARAGRAPHS}{page}", "html") == ["empty"]


def test_a_text_of_more_lines_than_any_article_is_not_read() -> None:
    assert kinds(TEXT + "a\n" * (MOST_LINES + 1)) == ["size"]


def test_plain_text_is_kept_to_the_letter() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert read(text).text == text


def test_the_headline_is_the_title_of_plain_text() -> None:
    article = read(TEXT)
    assert (article.title, article.outlet, article.published.basis) == (
        "Ministers meet and sign nothing",
        "",
        "unknown",
    )


def test_front_matter_says_title_outlet_day_address_and_source() -> None:
    header = (
        "---\ntitle: Talks end\noutlet: Valley Courier\npublished: 2023-09-15\nurl: https://example.org/a\n"
        "retells: Another paper\nweather: fine\n---\n"
    )
    article = read(header + TEXT, "markdown")
    assert (article.title, article.outlet, article.url) == ("Talks end", "Valley Courier", "https://example.org/a")
    assert (article.published.first, article.published.basis) == (dt.date(2023, 9, 15), "metadata")
    assert article.retells == "Another paper"
    assert article.text.startswith("Ministers")


def test_an_unknown_day_or_address_is_a_problem_and_the_article_goes_in() -> None:
    article, problems = read_article(page(TEXT, published="soon", url="javascript:alert(1)"))
    assert article is not None
    assert (article.url, article.published.basis) == ("", "unknown")
    assert sorted(problem.kind for problem in problems) == ["field", "field"]


def test_a_page_gives_title_day_outlet_and_text() -> None:
    html = (
        "<html><head><title>Talks end - Valley Courier</title><meta property='og:title' content='Talks end'>"
        "<meta property='og:site_name' content='Valley Courier'>"
        "<meta property='article:published_time' content='2023-09-15T08:00:00Z'></head><body>"
        "<nav><a href='/'>Home</a></nav>"
        f"<article><h1>Talks end</h1>{PARAGRAPHS}<h2>What comes next</h2>"
        "<p>Nobody knows when the two will sit down again.</p></article></body></html>"
    )
    article = read(html, "html")
    assert (article.title, article.outlet, article.published.first) == (
        "Talks end",
        "Valley Courier",
        dt.date(2023, 9, 15),
    )
    assert [zone.name for zone in article.zones] == ["headline", "body", "body", "subhead", "body"]
    assert "Home" not in article.text


def test_the_day_of_another_report_that_a_page_names_is_not_its_own() -> None:
    told = "<p>It was told first on 3 May 2019.</p>"
    html = f"<html><body><article><h1>Talks end</h1>{PARAGRAPHS}{told}</article></body></html>"
    assert read(html, "html").published.basis == "unknown"


def test_the_carrier_goes_before_the_page() -> None:
    html = f"<html><head><title>Page</title></head><body><article><h1>Page</h1>{PARAGRAPHS}</article></body></html>"
    article = read(html, "html", title="Feed", outlet="Feed outlet", published="2020-01-02")
    assert (article.title, article.outlet, article.published.first) == ("Feed", "Feed outlet", dt.date(2020, 1, 2))


def test_an_outlet_is_known_by_its_address() -> None:
    assert read(TEXT, url="https://www.reuters.com/world/a").outlet == "Reuters"
    assert read(TEXT, outlet="AFP").outlet == "Agence France-Presse"
    assert read(TEXT, url="https://notreuters.com/a").outlet == ""


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>Click</a>",
        "<style>p{}</style><iframe src='https://example.org'></iframe>",
        "<!--<p>hidden</p>-->",
        "<svg><script>alert(1)</script></svg>",
    ],
)
def test_nothing_of_a_hostile_page_is_kept_but_words(hostile: str) -> None:
    article = read(f"<html><body><article><h1>Talks end</h1>{hostile}{PARAGRAPHS}</article></body></html>", "html")
    assert "alert" not in article.text and "<" not in article.text and "hidden" not in article.text


@pytest.mark.parametrize(
    "page_text",
    [
        "<div>" * 50_000,
        "<p" * 10_000,
        "&#0;&#x110000;" * 50,
        "<html></html>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><p>&a;</p>",
        "<",
    ],
)
def test_a_broken_page_is_a_problem(page_text: str) -> None:
    article, problems = read_article(page(page_text, "html"))
    assert article is None and problems


def test_other_languages_are_refused() -> None:
    german = (
        "Die Minister beider Länder haben sich am Montag im alten Rathaus getroffen und nichts unterschrieben. " * 3
    )
    russian = "Министры двух стран встретились в понедельник в старой ратуше и ничего не подписали. " * 3
    dutch = (
        "De ministers van beide landen hebben elkaar op maandag in het oude stadhuis ontmoet en niets getekend. " * 3
    )
    for text in (german, russian, dutch):
        article, problems = read_article(page(text))
        assert article is None
        assert [problem.kind for problem in problems] == ["language"]


def test_an_english_text_with_foreign_names_is_let_in() -> None:
    assert read(
        "The Élysée and the Bundeskanzleramt said that they would not comment on what the Sejm had asked of them."
    )


def test_a_wrongly_encoded_text_is_read_and_reported() -> None:
    assert kinds(TEXT.encode() + b"\x81\x8d\xff") == ["encoding"]


def test_a_text_of_a_million_characters_is_too_long() -> None:
    assert kinds(TEXT * 6_000) == ["size"]


def test_ids_come_from_the_content_and_not_from_the_place() -> None:
    one, _ = read_article(Page("a.txt", TEXT.encode(), fields={"format": "text"}))
    two, _ = read_article(Page("b.txt", TEXT.encode(), fields={"format": "text"}))
    assert one is not None and two is not None
    assert one.id == two.id == article_id(one)


def test_one_text_of_two_outlets_is_two_articles() -> None:
    assert read(TEXT, outlet="One").id != read(TEXT, outlet="Two").id


def test_the_key_of_a_page_tells_bytes_place_and_fields_apart() -> None:
    first = page(TEXT)
    keys = {page_key(first), page_key(page(TEXT + " ")), page_key(page(TEXT, title="T")), page_key(first, "2023-01-01")}
    assert len(keys) == 4
    assert page_key(first) == page_key(page(TEXT))


FRAGMENTS = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(["<p>", "</p>", "<article>", "<h1>", "&amp;", TEXT, "---\n", "# ", "\x00"]),
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(FRAGMENTS, st.sampled_from(["text", "markdown", "html"]))
def test_no_page_raises_anything(parts: list[str], form: str) -> None:
    article, problems = read_article(page("".join(parts).encode("utf-8", "replace"), form))
    assert article is not None or problems
    if article is not None:
        assert all(0 <= zone.start < zone.end <= len(article.text) for zone in article.zones)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["text", "markdown", "html"]))
def test_no_bytes_raise_anything(data: bytes, form: str) -> None:
    read_article(page(data, form))
