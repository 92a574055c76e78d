"""Speed and memory of the product: the parse, the pages, the queries.

    python -m benchmarks speed [parse|pages|queries ...] [--text FILE.jsonl] [--articles N]

Every figure is a ratio to a yardstick measured in the same run wherever there is one, because machines are noisy.
``--text`` takes any JSON Lines file whose rows have "text"; without it the bundled corpus is read again and again.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language

from benchmarks.pages import measure_pages
from benchmarks.queries import measure_queries
from benchmarks.rows import load_rows
from dashboard.language.pipeline import find_model, load_model, load_pipeline
from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.reading.articles import read_article
from dashboard.reading.sources import find_pages
from dashboard.records import Article, Page

ROOT = Path(__file__).resolve().parents[1]
BATCH_ARTICLES = 32


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
        rows = load_rows(path)
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
