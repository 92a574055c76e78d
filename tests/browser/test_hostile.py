"""A hostile article: payloads in every field, shown on every page, and nothing runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from dashboard.records import (
    Actor,
    Article,
    Assembly,
    Disagreement,
    DisagreementValue,
    Event,
    Evidence,
    Mention,
    Person,
    Quote,
    Reaction,
    Reading,
    Report,
    Span,
    Timex,
    When,
    Zone,
)
from dashboard.store.assembly import replace_assembly
from dashboard.store.database import open_store
from dashboard.store.readings import save_readings
from tests.browser.conftest import Site, Visitor
from tools.serving import served

Visit = Callable[..., Visitor]

PAYLOAD = (
    '<script>window.ran=1</script><img src=x onerror="window.ran=2"><svg onload=window.ran=3>'
    "<a href='javascript:window.ran=4'>x</a>[m](javascript:window.ran=5)<iframe "
    "srcdoc='<script>top.ran=6</script>'></iframe>"
    '<style>body{display:none}</style>$\\href{javascript:window.ran=7}{x}$ ![i](x" onerror="window.ran=8)'
    "'\"><details open ontoggle=window.ran=9></details>{{7*7}}&lt;b&gt;</textarea></title>"
)
PATHS = (
    "/",
    "/timeline",
    "/reactions",
    "/quotes",
    "/coverage",
    "/timeline?event=e1",
    "/quotes?speaker=p1",
    "/article?id=a1&span=0-40",
    "/reactions?words=%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E",
)


def hostile_readings() -> tuple[Reading, ...]:
    """Two articles whose every field is a payload."""
    return tuple(_reading(f"a{number}", number) for number in (1, 2))


def _reading(key: str, number: int) -> Reading:
    text = f"{PAYLOAD} said {PAYLOAD} number {number}"
    who = Actor(f"P {PAYLOAD}", "person", "RU", PAYLOAD)
    when = When(dt.date(2023, 9, 13), dt.date(2023, 9, 13), "relative", PAYLOAD)
    evidence = Evidence(key, 0, len(text), text)
    half = len(PAYLOAD)
    cue = Span(half + 1, half + 5)
    said = Span(half + 6, len(text))
    zones = (Zone("body", 0, len(text)),)
    article = Article(
        key, text, zones, PAYLOAD, f"Outlet {PAYLOAD} {number}", f"javascript:alert({number})", PAYLOAD, when, PAYLOAD
    )
    quote = Quote(
        f"q{number}", evidence, (said,), cue, Span(0, half), (who,), "direct", when, PAYLOAD, who, (who,), ("KP",)
    )
    reaction = Reaction(f"r{number}", evidence, who, "warns", ("KP",), when, cue, PAYLOAD, said, quote_id=quote.id)
    report = Report(f"t{number}", evidence, "statement", (who,), when, "happened", cue, PAYLOAD, PAYLOAD, (), quote.id)
    mention = Mention(Span(0, half), (who,), "name")
    timex = Timex(cue, "DATE", PAYLOAD, when)
    return Reading(article, (mention,), (timex,), (quote,), (reaction,), (report,))


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    url = f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'hostile.db'}"
    store = open_store(url)
    readings = hostile_readings()
    save_readings(store, readings)
    first = readings[0].reports[0]
    event = Event(
        "e1", PAYLOAD, "statement", first.when, "happened", first.participants, PAYLOAD,
        tuple(r.reports[0].id for r in readings), 2,
    )  # fmt: skip
    values = tuple(DisagreementValue(PAYLOAD, r.reports[0].evidence) for r in readings)
    person = Person("p1", first.participants[0].name, "person", "RU", (PAYLOAD,), (PAYLOAD,))
    assembly = Assembly(
        [event, replace(event, id="e2", report_ids=(), title=f"2 {PAYLOAD}")],
        [Disagreement("d1", "contradiction", "e1", PAYLOAD, values)],
        [person],
        {(r.article.id, person.name): "p1" for r in readings},
    )
    replace_assembly(store, assembly)
    with served(url) as address:
        yield Site(address, url)


def test_nothing_of_an_article_runs_on_any_page(visit: Visit, hostile_site: Site) -> None:
    reader = visit(hostile_site.address)
    for path in PATHS:
        reader.open(path)
        reader.page.locator(".masthead").wait_for()
        if "words=" not in path:
            reader.page.get_by_text("{{7*7}}").first.wait_for(state="attached")
        reader.page.wait_for_timeout(200)
        assert reader.page.evaluate("window.ran") is None, path
        made = ".stHtml iframe, .stHtml img, .stHtml [onerror], .stHtml [onload], .stHtml [ontoggle]"
        assert reader.count(made) == 0, path
        addresses = reader.page.locator(".stHtml a[href]").evaluate_all("all => all.map(a => a.protocol)")
        assert set(addresses) <= {"http:", "https:"}, path
