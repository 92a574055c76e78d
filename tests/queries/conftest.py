"""The small corpus, loaded once."""

from __future__ import annotations

import pytest

from dashboard.queries.corpus import Corpus
from tests.ui.small import empty_corpus, small_corpus


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return small_corpus(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return empty_corpus(tmp_path_factory.mktemp("nothing"))
