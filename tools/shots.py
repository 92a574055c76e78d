"""Takes the screenshots of docs/pictures; with arguments, any page in light and dark, on a desk and on a phone.

    python tools/shots.py
    python tools/shots.py --into FOLDER [--store URL] [--only NAME ...] [--path NAME PATH] [--whole]

Starts the dashboard on a free port over the store (by default one made of the bundled corpus) and needs Chromium:
CHANCERY_CHROMIUM, playwright's own, or one on the path.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES_FOLDER = ROOT / "docs" / "pictures"
PAGES = {
    "briefing": "/",
    "timeline": "/timeline",
    "reactions": "/reactions",
    "reactions-cell": "/reactions?country=KR",
    "quotes": "/quotes",
    "coverage": "/coverage",
}
#: File of docs/pictures -> page, size and theme.
PICTURES = {
    "briefing": ("/", "desk", "light"),
    "timeline": ("/timeline", "desk", "light"),
    "reactions": ("/reactions?country=KR&reaction=considers_sanctions", "desk", "light"),
    "quotes": ("/quotes", "desk", "dark"),
    "phone": ("/", "phone", "light"),
}
SIZES = {"desk": (1440, 900), "phone": (390, 844)}

#: Pages tell a phone by this name.
PHONE_AGENT = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


def chromium() -> str | None:
    """A Chromium of this machine, None for playwright's own."""
    named = os.environ.get("CHANCERY_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def served(store: str) -> Iterator[str]:
    """The address of a dashboard over the store, as long as the block runs."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "streamlit_app.py",
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "CHANCERY_STORE": store}, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
                break
            except OSError:
                time.sleep(0.125)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def settled(page: Page) -> None:
    """Waits until the view stands, its charts too."""
    page.wait_for_selector(".view-end", state="attached", timeout=30_000)
    page.wait_for_selector("#skeleton", state="detached", timeout=30_000)
    page.wait_for_timeout(700)
    if page.locator(".st-key-chart").count():
        page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
        page.wait_for_timeout(500)


def take(browser: Browser, base: str, name: str, path: str, size: str, theme: str, into: Path, *, whole: bool) -> Path:
    """One screenshot; the file it went to."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=theme,  # type: ignore[arg-type]
        device_scale_factor=1,
        user_agent=PHONE_AGENT if size == "phone" else None,
    )
    page = context.new_page()
    page.goto(base + path)
    settled(page)
    if whole:
        tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(max(int(tall), height), 6000)})
        page.wait_for_timeout(400)
    target = into / f"{name}.png"
    page.screenshot(path=str(target))
    context.close()
    return target


def wanted(asked: argparse.Namespace) -> dict[str, tuple[str, str, str]]:
    """File name -> page, size and theme; the pictures of the documentation where nothing is asked for."""
    if asked.into == PICTURES_FOLDER:
        return PICTURES
    named = asked.only if asked.only is not None else PAGES
    pages = {name: PAGES[name] for name in named} | dict(asked.path)
    return {
        f"{name}-{size}-{theme}": (path, size, theme)
        for name, path in pages.items()
        for size in asked.sizes
        for theme in asked.themes
    }


def main() -> None:
    """Takes the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", help="address of a filled store")
    parser.add_argument("--into", type=Path, default=PICTURES_FOLDER)
    parser.add_argument("--only", nargs="*", choices=list(PAGES))
    parser.add_argument("--path", nargs=2, metavar=("NAME", "PATH"), action="append", default=[])
    parser.add_argument("--sizes", nargs="*", default=list(SIZES))
    parser.add_argument("--themes", nargs="*", default=["light", "dark"])
    parser.add_argument("--whole", action="store_true", help="the whole page, not only its first screen")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = asked.store or f"sqlite:///{folder}/corpus.db"
        if not asked.store:
            subprocess.run(
                [sys.executable, "-m", "dashboard", "ingest", "data/corpus", "--store", store], cwd=ROOT, check=True
            )
        with served(store) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
            )
            for name, (path, size, theme) in wanted(asked).items():
                print(take(browser, base, name, path, size, theme, asked.into, whole=asked.whole))
            browser.close()


if __name__ == "__main__":
    main()
