"""First paint of each page in Chromium, and a click from one to another, beside the smallest app that can be served.

python -m benchmarks speed pages
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.ingest import ingest
from dashboard.store.database import open_store
from tools.serving import ROOT, STREAMLIT, answering, free_port, served
from tools.test_needs import find_program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

#: The smallest app that Streamlit can serve: the yardstick for first paint.
TRIVIAL_APP = """import streamlit as st

choice = st.selectbox("choice", ["one", "two"])
st.html(f"<p id='choice'>{choice}</p>")
"""
PAGES = ("/", "/timeline", "/reactions", "/quotes", "/coverage")
#: Calls of one address; the first, which fills the cache, is not counted.
TIMES = 4


def measure_pages() -> None:
    """Prints first paint of each page and a click from one to another, in seconds, beside a trivial app."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        folder = Path(place)
        browser = driver.chromium.launch(
            executable_path=find_program("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        floor = _measure_trivial(browser, folder)
        print(f"pages: trivial app {floor:.2f} s to first paint")
        _measure_product(browser, folder, floor)
        browser.close()


def _measure_trivial(browser: Browser, folder: Path) -> float:
    """Seconds to the first paint of the trivial app."""
    app, port = folder / "trivial_app.py", free_port()
    app.write_text(TRIVIAL_APP, encoding="utf-8")
    flags = ["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.port", str(port)]
    with answering([*STREAMLIT, str(app), *flags], port) as base:
        return paint(browser, base, "#choice")


def _measure_product(browser: Browser, folder: Path, floor: float) -> None:
    store = f"sqlite:///{folder}/bench.db"
    ingest(open_store(store), [str(ROOT / "data" / "corpus")])
    with served(store) as base:
        for path in PAGES:
            taken = paint(browser, base + path, ".view-end")
            print(f"  {path:<12} {taken:.2f} s, {taken / floor:.2f} of the trivial app")
        turn = click(browser, base + "/", "#nav-quotes", "#nav-quotes[aria-current]")
        print(f"  Briefing to Quotes by a click {turn:.2f} s")


def paint(browser: Browser, url: str, ready: str) -> float:
    """Median seconds from the call to the drawn page, in a context with a warm cache."""
    context, taken = _desk(browser), []
    for _ in range(TIMES):
        page = context.new_page()
        start = time.perf_counter()
        page.goto(url)
        page.wait_for_selector(ready, state="attached")
        taken.append(time.perf_counter() - start)
        page.close()
    context.close()
    return statistics.median(taken[1:])


def click(browser: Browser, url: str, other: str, drawn: str) -> float:
    """Seconds from a click on ``other``, on the drawn page at ``url``, until ``drawn`` is there."""
    context = _desk(browser)
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(".view-end", state="attached")
    start = time.perf_counter()
    page.locator(other).first.click()
    page.wait_for_selector(drawn, state="attached")
    taken = time.perf_counter() - start
    context.close()
    return taken


def _desk(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 1440, "height": 900})
