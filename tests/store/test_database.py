"""A store of another form of the tables is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from dashboard.errors import StoreError
from dashboard.store import schema
from dashboard.store.database import open_store


def test_a_store_with_an_older_form_of_the_tables_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/old.db"
    store = open_store(url)
    with store.writing() as connection:
        connection.execute(sa.update(schema.meta).where(schema.meta.c.key == "schema").values(value="1"))
        connection.execute(sa.schema.DropTable(schema.statement))
    store.close()
    with pytest.raises(StoreError, match=r"tables of form 1; this program knows form \d+: move the file away"):
        open_store(url)
