"""A store that cannot be used is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from dashboard.errors import StoreError
from dashboard.store import schema
from dashboard.store.database import open_store, version


def test_a_store_with_an_older_form_of_the_tables_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/old.db"
    store = open_store(url)
    with store.writing() as connection:
        connection.execute(sa.update(schema.meta).where(schema.meta.c.key == "schema").values(value="1"))
        connection.execute(sa.schema.DropTable(schema.statement))
    store.close()
    with pytest.raises(StoreError, match=r"tables of form 1; this program knows form \d+: move the file away"):
        open_store(url)


def test_a_file_that_is_no_store_is_refused_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(b"They met on Monday. " * 100)
    with pytest.raises(StoreError, match=r"cannot read the store .*: file is not a database"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == b"They met on Monday. " * 100


def test_a_store_that_was_damaged_is_an_error_of_the_store(tmp_path: Path) -> None:
    file = tmp_path / "corpus.db"
    store = open_store(f"sqlite:///{file}")
    with store.writing() as connection:
        connection.execute(sa.schema.DropTable(schema.meta))
    with pytest.raises(StoreError, match="cannot read the store"):
        version(store)
    store.close()


def test_a_store_is_opened_while_another_writes_to_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/corpus.db"
    store = open_store(url)
    with store.writing():
        other = open_store(url)
        assert version(other) == 0
        other.close()
    store.close()
