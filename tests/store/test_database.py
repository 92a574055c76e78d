"""Answers have fixed columns, and a store that cannot be used is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from dashboard.errors import StoreError
from dashboard.store import schema
from dashboard.store.clauses import select
from dashboard.store.database import Store, count_rows, in_batches, open_store, rows, snapshot, version
from dashboard.store.readings import save_readings
from tests.store.small import make_reading


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


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////proc/none/corpus.db", "oracle://nobody@nowhere/x"])
def test_a_store_that_cannot_be_opened_is_an_error(url: str) -> None:
    with pytest.raises(StoreError, match="cannot open the store"):
        open_store(url)


def test_the_password_of_a_store_is_not_shown() -> None:
    with pytest.raises(StoreError) as raised:
        open_store("oracle://nobody:secret@nowhere/x")
    assert "secret" not in str(raised.value).split(": ")[0]


def test_an_answer_has_its_columns_also_without_a_row(store: Store) -> None:
    found = rows(store, select(schema.quote.c.id, schema.quote.c.words))
    assert (found.columns, len(found)) == (("id", "words"), 0)
    with snapshot(store) as now:
        assert now.columns(select(schema.quote.c.id, schema.quote.c.words)) == {"id": [], "words": []}


def test_the_questions_of_a_snapshot_agree_whatever_is_written_meanwhile(store: Store) -> None:
    with snapshot(store) as now:
        assert now.version() == 0
        save_readings(store, [make_reading()])
        assert (now.version(), len(now.rows(select(schema.quote.c.id)))) == (0, 0)
    assert (version(store), len(rows(store, select(schema.quote.c.id)))) == (1, 1)


def test_the_store_counts_what_it_holds(store: Store) -> None:
    save_readings(store, [make_reading()])
    counted = count_rows(store)
    assert (counted["articles"], counted["quotes"], counted["events"]) == (1, 1, 0)


def test_batches_hold_every_id_once_and_in_order() -> None:
    ids = [str(number) for number in range(1201)]
    batches = list(in_batches(ids))
    assert [key for batch in batches for key in batch] == ids
    assert len(batches) > 1
    assert list(in_batches([])) == []
