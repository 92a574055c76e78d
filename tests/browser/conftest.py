"""One dashboard over the bundled corpus and one browser for all browser tests; visitors who count what they do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tools.serving import ROOT, served
from tools.test_needs import find_program

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
#: A machine with other work to do may take its time.
PATIENCE_MS = 30_000
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs Chromium."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none, the tests fail on CI and are skipped loudly elsewhere."""
    with sync_playwright() as playwright:
        try:
            made = playwright.chromium.launch(executable_path=find_program("chromium"), args=ARGUMENTS)
        except Error as error:
            if os.environ.get("CI") == "true":
                pytest.fail(f"the browser tests need Chromium: {error}")
            pytest.skip("NO CHROMIUM: the browser tests did not run; install it with: playwright install chromium")
        yield made
        made.close()


@dataclass(frozen=True)
class Site:
    """A running dashboard."""

    address: str
    store: str


@pytest.fixture(scope="session")
def bundled_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store made of data/corpus, as a newcomer's."""
    url = f"sqlite:///{tmp_path_factory.mktemp('site') / 'corpus.db'}"
    command = [sys.executable, "-m", "dashboard", "ingest", "data/corpus", "--store", url]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return url


@pytest.fixture(scope="session")
def site(bundled_store: str) -> Iterator[Site]:
    with served(bundled_store) as address:
        yield Site(address, bundled_store)


class Visitor:
    """Somebody with a browser who counts clicks, picks and things typed."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.done = 0
        self.errors: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path: str = "/") -> Visitor:
        """Opens an address; not counted."""
        self.page.goto(path if path.startswith("http") else self.address + path)
        self.settle()
        return self

    def settle(self) -> None:
        """Waits until the view of the present address stands."""
        self.page.wait_for_selector(".view-end", state="attached")
        self.page.wait_for_selector("#skeleton", state="detached")
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', state="attached")

    def click(self, selector: str, *, then: str = "") -> Visitor:
        """One click; ``then`` is what must be on the screen afterwards."""
        self.done += 1
        self.page.locator(selector).first.click()
        return self.wait(then)

    def type(self, selector: str, words: str, *, then: str = "", enter: bool = False) -> Visitor:
        """One thing typed, with Enter where it is a search."""
        self.done += 1
        self.page.fill(selector, words)
        if enter:
            self.page.press(selector, "Enter")
        return self.wait(then)

    def wait(self, then: str) -> Visitor:
        if then:
            self.page.locator(then).first.wait_for()
        self.settle()
        return self

    def text(self, selector: str = ".st-key-view") -> str:
        return self.page.locator(selector).first.inner_text()

    def count(self, selector: str) -> int:
        return self.page.locator(selector).count()

    @property
    def headline(self) -> str:
        return self.text(".headline h1")

    @property
    def shown(self) -> tuple[int, int]:
        """The n and N of "n of N"."""
        first, _, rest = self.text(".headline .of").partition(" of ")
        return int(first.replace(",", "")), int(rest.split()[0].replace(",", ""))


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors with a fresh profile each."""
    contexts: list[Any] = []

    def make(address: str = "", **options: Any) -> Visitor:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        return Visitor(context.new_page(), address or site.address)

    yield make
    for context in contexts:
        context.close()
