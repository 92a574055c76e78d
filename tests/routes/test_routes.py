"""The routes beside the pages: files, assets, headers and the frame around Streamlit's page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from dashboard.routes import make_middleware, make_routes
from dashboard.routes.assets import TYPES, stamp
from dashboard.store.database import open_store
from dashboard.ui.links import FORMATS
from tests.routes.client import Client
from tests.ui.small import fill

PAGE = (
    '<!DOCTYPE html><html><head><title>Streamlit</title><link rel="shortcut icon" href="./favicon.png" />'
    '<script>\n window.prerenderReady = false\n</script></head><body><div id="root"></div></body></html>'
)


async def page(_request: object) -> HTMLResponse:
    return HTMLResponse(PAGE)


async def plain(_request: object) -> PlainTextResponse:
    return PlainTextResponse("ok")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    url = f"sqlite:///{tmp_path_factory.mktemp('routes') / 'small.db'}"
    fill(open_store(url))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHANCERY_STORE", url)
        routes = [*make_routes("press"), Route("/press/_stcore/health", plain), Route("/press/{rest:path}", page)]
        yield Client(Starlette(routes=routes, middleware=make_middleware("press")))


def test_a_filtered_view_is_a_csv_file_with_its_link(client: Client) -> None:
    answer = client.get("/press/api/reactions.csv?country=US&from=2023-09-01", headers={"x-forwarded-proto": "https"})
    assert answer.headers["content-disposition"] == 'attachment; filename="chancery-reactions.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["country"] for row in rows] == ["US"]
    assert rows[0]["view"] == "https://testserver/press/reactions?country=US&from=2023-09-01"


@pytest.mark.parametrize(
    "query",
    [
        "from=0001-01-01&to=9999-12-31",
        "from=9999-99-99",
        "words=%00",
        "words=%ED%A0%80",
        "outlet=%01",
        "event=%0d%0aX:1",
    ],
)
def test_no_value_of_a_link_breaks_a_file_or_picture(client: Client, query: str) -> None:
    for name in ("quotes.json", "reactions.csv", "timeline.json"):
        assert client.get(f"/press/api/{name}?{query}").status_code == 200
    ElementTree.fromstring(client.get(f"/press/api/matrix.svg?{query}").text)


@pytest.mark.parametrize("value", ["%00", "a%01b", "a%0d%0aX:1"])
def test_characters_that_are_no_text_are_told_and_not_used(client: Client, value: str) -> None:
    said = client.get(f"/press/api/quotes.json?words={value}").json()
    assert said["not_understood"] == ["Words: a value holds characters that are no text; it was not used."]
    assert said["count"] == client.get("/press/api/quotes.json").json()["count"]


@pytest.mark.parametrize("view", ["briefing", "timeline", "reactions", "quotes", "coverage"])
@pytest.mark.parametrize("form", FORMATS)
def test_every_view_is_served_in_every_format(client: Client, view: str, form: str) -> None:
    assert client.get(f"/press/api/{view}.{form}").status_code == 200


def test_json_counts_what_the_page_counts(client: Client) -> None:
    held = client.get("/press/api/reactions.json?country=JP&words=conference").json()
    assert (held["count"], held["headline"]) == (1, "Japan · with “conference”")


@pytest.mark.parametrize("path", ["nonsense.csv", "reactions.xml", "article.csv"])
def test_another_file_is_not_found_and_says_which_there_are(client: Client, path: str) -> None:
    answer = client.get(f"/press/api/{path}")
    assert answer.status_code == 404
    assert "reactions.csv" in answer.json()["allowed"]


def test_an_unchanged_file_is_not_sent_again(client: Client) -> None:
    tag = client.get("/press/api/quotes.json").headers["etag"]
    assert client.get("/press/api/quotes.json", headers={"if-none-match": tag}).status_code == 304


def test_a_link_that_is_too_long_is_refused(client: Client) -> None:
    assert client.get("/press/api/quotes.json?words=" + "x" * 9000).status_code == 414


def test_the_matrix_is_a_picture_that_stands_alone(client: Client) -> None:
    answer = client.get("/press/api/matrix.svg?target=RU")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "considers sanctions" in answer.text
    assert "testserver/press/reactions?target=RU" in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("name", list(TYPES))
def test_assets_are_kept_under_their_stamp_only(client: Client, name: str) -> None:
    kept = client.get(f"/press/assets/{name}?v={stamp(name)}")
    assert "immutable" in kept.headers["cache-control"]
    assert client.get(f"/press/assets/{name}?v=old").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["main.py", "..%2Fmain.py", "chancery.css.map"])
def test_nothing_else_is_served_as_an_asset(client: Client, name: str) -> None:
    answer = client.get(f"/press/assets/{name}")
    assert "import" not in answer.text
    assert answer.status_code == 404 or answer.text.startswith("<!DOCTYPE")


def test_every_answer_has_the_security_headers(client: Client) -> None:
    for path in ("/press/", "/press/api/quotes.json", "/press/api/none.csv", "/press/assets/chancery.css"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"]
        assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_only_scripts_of_this_server_and_the_one_known_line_may_run(client: Client) -> None:
    policy = client.get("/press/").headers["content-security-policy"]
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert scripts is not None
    assert "unsafe" not in scripts[1]
    assert scripts[1].count("sha256-") == 1


def test_the_page_wears_our_frame(client: Client) -> None:
    text = client.get("/press/timeline").text
    assert "<title>Chancery</title>" in text
    assert "favicon.png" not in text
    assert f"/press/assets/chancery.js?v={stamp('chancery.js')}" in text
    assert text.index('id="skeleton"') < text.index('id="root"')
    assert client.head("/press/").text == ""


@pytest.mark.parametrize("path", ["/press/nothing", "/press/quotes/more", "/press/<script>"])
def test_an_address_that_is_no_page_says_so_and_names_the_pages(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'href="/press/reactions"' in answer.text
    assert "There is no page" in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("path", ["/press/", "/press/quotes", "/press/quotes/", "/press/article?id=a"])
def test_the_address_of_a_page_is_one_with_or_without_a_slash_at_its_end(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_what_is_no_page_passes_untouched(client: Client) -> None:
    assert client.get("/press/_stcore/health").text == "ok"


def test_assets_lie_beside_the_code_that_uses_them() -> None:
    folder = Path(__file__).resolve().parents[2] / "dashboard" / "ui" / "static"
    assert {path.name for path in folder.iterdir()} == set(TYPES)
