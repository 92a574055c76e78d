"""What only shows over hours: memory over ten thousand articles, and a store that survives kill after kill."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from spacy.language import Language
from sqlalchemy import text

from dashboard.language.reader import read_all
from dashboard.reading.articles import read_article
from dashboard.reading.sources import find_pages
from dashboard.records import Article, Page, Reading
from dashboard.store.database import open_store

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 10_000
BATCH = 32
KILLS = 12

pytestmark = pytest.mark.soak


def resident_megabytes() -> int:
    """Memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def bundled_articles() -> list[Article]:
    pages = [page for page in find_pages(str(ROOT / "data" / "corpus")) if isinstance(page, Page)]
    return [article for page in pages for article in read_article(page)[:1] if article]


def test_memory_stays_flat_over_ten_thousand_articles(nlp: Language) -> None:
    endless = itertools.cycle(bundled_articles())
    held: list[int] = []
    for _ in range(ARTICLES // BATCH):
        found = [one for one in read_all(nlp, itertools.islice(endless, BATCH)) if isinstance(one, Reading)]
        assert len(found) == BATCH
        held.append(resident_megabytes())
    # Caches of words and vocabularies fill during the first two thousand articles.
    settled = len(held) // 5
    assert max(held[settled:]) < held[settled] * 1.15


def test_a_store_survives_kill_after_kill_and_ends_complete(tmp_path: Path) -> None:
    folder, url = tmp_path / "articles", f"sqlite:///{tmp_path / 'corpus.db'}"
    folder.mkdir()
    for number, article in enumerate(itertools.islice(itertools.cycle(bundled_articles()), 200)):
        (folder / f"{number:03}.txt").write_text(f"{article.text}\n\nEdition {number}.\n", encoding="utf-8")
    command = [sys.executable, "-m", "dashboard", "ingest", str(folder), "--store", url]
    for attempt in range(KILLS):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(2 + attempt * 0.7)
        process.send_signal(signal.SIGKILL)
        process.wait()
        store = open_store(url)
        with store.reading() as connection:
            assert connection.execute(text("PRAGMA quick_check")).scalar() == "ok"
        store.close()
    assert subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode in (0, 1)
    store = open_store(url)
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM article")).scalar() == 200
    store.close()
