"""Speed and memory of the product: the parse, the pages, the queries.

    python -m benchmarks speed [parse|pages|queries ...] [--text FILE.jsonl] [--articles N]

Every figure is a ratio to a yardstick measured in the same run wherever there is one, because machines are noisy.
``--text`` takes any JSON Lines file whose rows have "text"; without it the bundled corpus is read again and again.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from spacy.language import Language

from benchmarks.queries import measure_queries
from dashboard.ingest import ingest
from dashboard.language.pipeline import find_model, load_model, load_pipeline
from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.reading.articles import read_article
from dashboard.reading.sources import find_pages
from dashboard.records import Article, Page
from dashboard.store.database import open_store

ROOT = Path(__file__).resolve().parents[1]
BATCH_ARTICLES = 32
#: The smallest app that Streamlit can serve: the yardstick for first paint.
TRIVIAL_APP = """import streamlit as st

choice = st.selectbox("choice", ["one", "two"])
st.html(f"<p id='choice'>{choice}</p>")
"""
PAGES = ("/", "/timeline", "/reactions", "/quotes", "/coverage")


def main(arguments: list[str]) -> int:
    """Prints the figures asked for; all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks speed", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=["parse", "pages", "queries", []], default=[])
    parser.add_argument("--text", type=Path, help="JSON Lines with a field text; default: the bundled corpus")
    parser.add_argument("--articles", type=int, default=200, help="how many articles to parse (default 200)")
    options = parser.parse_args(arguments)
    parts = options.parts or ["parse", "pages", "queries"]
    if "parse" in parts:
        measure_parse(load_articles(options.text, options.articles))
    if "pages" in parts:
        measure_pages()
    if "queries" in parts:
        measure_queries()
    return 0


def load_articles(path: Path | None, count: int) -> list[Article]:
    """``count`` articles of the file, or of the bundled corpus repeated under other ids."""
    if path:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        pages = [Page(f"row-{n}.txt", row["text"].encode()) for n, row in enumerate(rows[:count])]
    else:
        pages = [page for page in find_pages(str(ROOT / "data" / "corpus")) if isinstance(page, Page)]
    found = [article for page in pages for article in read_article(page)[:1] if article]
    return [found[n % len(found)] for n in range(count if not path else len(found))]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process that ``work`` takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def batches(articles: list[Article]) -> Iterator[list[Article]]:
    """The articles in the batches that an ingest takes."""
    for start in range(0, len(articles), BATCH_ARTICLES):
        yield articles[start : start + BATCH_ARTICLES]


def measure_parse(articles: list[Article]) -> None:
    """Prints words and articles per CPU-second, bare spaCy beside the whole reading, and the memory over time."""
    nlp, plain = load_pipeline(), load_model(find_model(), use_blis=True)
    lines = [a.text[z.start : z.end] for a in articles for z in a.zones if a.text[z.start : z.end].strip()]
    words = sum(len(line.split()) for line in lines)
    for pipeline in (nlp, plain):
        list(pipeline.pipe(lines[:50]))  # first calls fill spaCy's caches

    def bare(pipeline: Language) -> None:
        for start in range(0, len(lines), 400):
            with pipeline.memory_zone():
                for _ in pipeline.pipe(lines[start : start + 400]):
                    pass

    memory: list[int] = []

    def whole() -> None:
        for batch in batches(articles):
            with nlp.memory_zone():
                for article, passages in find_passages(nlp, batch):
                    read(article, passages)
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)

    # Interleaved, so that a noisy neighbour hits both.
    runs = [(cpu(lambda: bare(plain)), cpu(lambda: bare(nlp)), cpu(whole)) for _ in range(2)]
    bare_seconds, parse_seconds, whole_seconds = (min(seconds) for seconds in zip(*runs, strict=True))
    print(f"parse: {len(articles)} articles, {words} words in the readable zones")
    print(f"  bare spaCy       {words / bare_seconds:8.0f} words per CPU-second")
    print(f"  our parse        {words / parse_seconds:8.0f} words per CPU-second")
    rate = len(articles) / whole_seconds
    print(f"  whole reading    {words / whole_seconds:8.0f} words per CPU-second, {rate:.1f} articles")
    print(f"  ratio            {bare_seconds / whole_seconds:8.2f} of bare spaCy (aim: 0.80)")
    print(f"  rules            {(whole_seconds - parse_seconds) / whole_seconds:8.2f} of the whole reading")
    print(
        f"  memory           {memory[0]} MB after {BATCH_ARTICLES} articles, {memory[-1]} MB after {2 * len(articles)}"
    )


@contextmanager
def served(command: list[str], port: int, folder: Path) -> Iterator[str]:
    """A server on a free port of this machine, ready to answer."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                    break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def measure_pages() -> None:
    """Prints first paint and rerun of each page in Chromium, beside a trivial app."""
    from playwright.sync_api import sync_playwright

    from tools.test_needs import find_program

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        store = f"sqlite:///{folder}/bench.db"
        ingest(open_store(store), [str(ROOT / "data" / "corpus")])
        browser = driver.chromium.launch(
            executable_path=find_program("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )

        def paint(url: str, ready: str, times: int = 4) -> float:
            """Median seconds from the call to the drawn page, in a context with a warm cache."""
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            taken = []
            for _ in range(times):
                page = context.new_page()
                start = time.perf_counter()
                page.goto(url)
                page.wait_for_selector(ready, state="attached")
                taken.append(time.perf_counter() - start)
                page.close()
            context.close()
            return statistics.median(taken[1:])

        def rerun(url: str, ready: str, other: str, drawn: str) -> float:
            """Median seconds from a click on ``other`` to ``drawn``."""
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            page.goto(url)
            page.wait_for_selector(ready, state="attached")
            start = time.perf_counter()
            page.locator(other).first.click()
            page.wait_for_selector(drawn, state="attached")
            return time.perf_counter() - start

        port = free_port()
        flags = ["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.port", str(port)]
        app = Path(folder) / "trivial_app.py"
        app.write_text(TRIVIAL_APP, encoding="utf-8")
        trivial = [sys.executable, "-m", "streamlit", "run", str(app), *flags]
        with served(trivial, port, Path(folder)) as base:
            floor = paint(base, "#choice")
        print(f"pages: trivial app {floor:.2f} s to first paint")
        port = free_port()
        product = [sys.executable, "-m", "dashboard", "serve", "--store", store, "--port", str(port)]
        with served(product, port, ROOT) as base:
            for path in PAGES:
                taken = paint(base + path, ".view-end")
                print(f"  {path:<12} {taken:.2f} s, {taken / floor:.2f} of the trivial app")
            turn = rerun(base + "/", ".view-end", "#nav-quotes", "#nav-quotes[aria-current]")
            print(f"  Briefing to Quotes by a click {turn:.2f} s")
        browser.close()
