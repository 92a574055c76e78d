"""What tests of several rooms share: the one loaded pipeline, short articles, and a small corpus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spacy.language import Language

from dashboard.language.pipeline import load_pipeline
from dashboard.records import UNKNOWN_WHEN, Article, When, Zone

if TYPE_CHECKING:
    from dashboard.queries.corpus import Corpus

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline of the product, loaded once."""
    return load_pipeline()


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The small corpus, loaded once."""
    from tests.ui.small import small_corpus

    return small_corpus(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A corpus without an article."""
    from tests.ui.small import empty_corpus

    return empty_corpus(tmp_path_factory.mktemp("nothing"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party benchmarks beside the project; tests that need it are skipped where it is not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"no benchmark folder at {folder.name}/ beside the project")
    return folder


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """Makes an article whose every line is body, dated when a day is given."""

    def make(text: str, published: dt.date | None = None, article_id: str = "a1") -> Article:
        zones, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                zones.append(Zone("body", start, start + len(line)))
            start += len(line) + 1
        when = When(published, published, "metadata") if published else UNKNOWN_WHEN
        return Article(article_id, text, tuple(zones), published=when)

    return make
