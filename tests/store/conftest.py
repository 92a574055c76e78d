"""A fresh store for each test: SQLite always, PostgreSQL where ``CHANCERY_TEST_POSTGRES`` names an empty database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.store import schema
from dashboard.store.database import Store, open_store

POSTGRES = "CHANCERY_TEST_POSTGRES"


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/deep/corpus.db"
    elif not (url := os.environ.get(POSTGRES, "")):
        pytest.skip(f"{POSTGRES} names no database")
    opened = open_store(url)
    yield opened
    if request.param == "postgresql":
        schema.metadata.drop_all(opened.engine)
    opened.close()
