"""Takes the screenshots of docs/pictures; with arguments, any page in light and dark, on a desk and on a phone.

    python tools/shots.py
    python tools/shots.py --into FOLDER [--store URL] [--only NAME ...] [--path NAME PATH] [--whole]

Starts the dashboard on a free port over the store (by default one made of the bundled corpus) and needs Chromium:
CHANCERY_CHROMIUM, playwright's own, or one on the path.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.serving import served  # noqa: E402  (the house is importable only from its root)
from tools.test_needs import find_program  # noqa: E402

PICTURES_FOLDER = ROOT / "docs" / "pictures"
PAGES = {
    "briefing": "/",
    "timeline": "/timeline",
    "reactions": "/reactions",
    "reactions-cell": "/reactions?country=KR",
    "quotes": "/quotes",
    "coverage": "/coverage",
}
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
SIZES = {"desk": (1440, 900), "phone": (390, 844)}

#: Pages tell a phone by this name.
PHONE_AGENT = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


@dataclass(frozen=True, slots=True)
class Shot:
    """What one picture shows. ``size`` is a key of SIZES."""

    path: str
    size: str
    theme: Literal["light", "dark"]


#: File of docs/pictures -> what it shows.
PICTURES = {
    "briefing": Shot("/", "desk", "light"),
    "timeline": Shot("/timeline", "desk", "light"),
    "reactions": Shot("/reactions?country=KR&reaction=considers_sanctions", "desk", "light"),
    "quotes": Shot("/quotes", "desk", "dark"),
    "phone": Shot("/", "phone", "light"),
}


def settled(page: Page) -> None:
    """Waits until the view stands, its charts too."""
    page.wait_for_selector(".view-end", state="attached", timeout=30_000)
    page.wait_for_selector("#skeleton", state="detached", timeout=30_000)
    page.wait_for_timeout(700)
    if page.locator(".st-key-chart").count():
        page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
        page.wait_for_timeout(500)


def take(browser: Browser, base: str, shot: Shot, target: Path, *, whole: bool) -> None:
    """Puts one screenshot of the dashboard at ``base`` into the file ``target``."""
    width, height = SIZES[shot.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=shot.theme,
        device_scale_factor=1,
        user_agent=PHONE_AGENT if shot.size == "phone" else None,
    )
    page = context.new_page()
    page.goto(base + shot.path)
    settled(page)
    if whole:
        tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(max(int(tall), height), 6000)})
        page.wait_for_timeout(400)
    page.screenshot(path=str(target))
    context.close()


def wanted(asked: argparse.Namespace) -> dict[str, Shot]:
    """File name -> what it shows; the pictures of the documentation where nothing is asked for."""
    if asked.into == PICTURES_FOLDER:
        return PICTURES
    named = asked.only if asked.only is not None else PAGES
    pages = {name: PAGES[name] for name in named} | dict(asked.path)
    return {
        f"{name}-{size}-{theme}": Shot(path, size, theme)
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
    parser.add_argument("--sizes", nargs="*", choices=list(SIZES), default=list(SIZES))
    parser.add_argument("--themes", nargs="*", choices=["light", "dark"], default=["light", "dark"])
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
                executable_path=find_program("chromium"),
                args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            )
            for name, shot in wanted(asked).items():
                target = asked.into / f"{name}.png"
                take(browser, base, shot, target, whole=asked.whole)
                print(target)
            browser.close()


if __name__ == "__main__":
    main()
