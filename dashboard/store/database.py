"""The store: SQLite in WAL mode by default, PostgreSQL by URL; what rooms above may do with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Select

from dashboard.errors import StoreError
from dashboard.store import schema, search

DEFAULT_URL = "sqlite:///data/corpus.db"
#: The forms of a store's address, for messages.
ADDRESS_FORMS = "sqlite:///file.db, sqlite:////full/path/file.db or postgresql+psycopg://user@host/name"
BUSY_SECONDS = 30
#: How many ids one question may name; databases limit the parameters of a statement.
_IDS_AT_ONCE = 500
#: How many cells tell whether words return in a column.
_LOOKED_AT = 1000
_WRITER_LOCK = 0x43484E43

#: What may be asked of `rows`.
Question = Select[Any] | sa.CompoundSelect[Any]


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. Threads may share it; each call takes its own connection."""

    engine: Engine
    url: str

    @property
    def full_text(self) -> str:
        """``sqlite`` or ``postgresql``: which full-text search is spoken."""
        return self.engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the store.

        Raises StoreError when the database cannot be read: it is damaged, gone, or locked for too long.
        """
        try:
            with self.engine.connect() as connection, connection.begin():
                yield connection
        except sa.exc.DBAPIError as error:
            raise StoreError(f"cannot read the store {_shown(self.url)}: {error.orig}") from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that commits as a whole, or not at all when the block raises.

        Raises StoreError when the database refuses: it is full, locked for too long, or the rows contradict its rules.
        """
        try:
            with self._writer() as connection, connection.begin():
                if self.full_text == "postgresql":
                    # One writer at a time, as SQLite has it; the lock goes with the transaction.
                    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITER_LOCK)))
                yield connection
        except sa.exc.DBAPIError as error:
            raise StoreError(f"cannot write to the store {_shown(self.url)}: {error.orig}") from error

    def _writer(self) -> Connection:
        options: dict[str, Any] = {"chancery_writes": True}
        if self.full_text == "postgresql":
            # What another writer did while this one waited for its turn must be seen.
            options["isolation_level"] = "READ COMMITTED"
        return self.engine.connect().execution_options(**options)

    def close(self) -> None:
        """Gives back every connection."""
        self.engine.dispose()


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: column names, also when there is no row, and the rows."""

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)


def open_store(url: str = DEFAULT_URL) -> Store:
    """The store at ``url``, made when it is not there yet.

    Raises StoreError when it cannot be opened or was made with another form of the tables.
    """
    try:
        store = Store(_engine(url), url)
        with store.reading() as connection:
            made = _has_tables(connection)
        if not made:
            with store.writing() as connection:
                _make_tables(connection)
    except sa.exc.ArgumentError as error:
        raise StoreError(f"cannot open the store {url!r}; allowed: {ADDRESS_FORMS}") from error
    except (sa.exc.SQLAlchemyError, OSError, ImportError) as error:
        raise StoreError(f"cannot open the store {_shown(url)}: {error}") from error
    return store


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One unchanging state of the store, whatever others write meanwhile. It ends with the block that took it."""

    connection: Connection

    def rows(self, select: Question) -> Rows:
        """What ``select`` finds."""
        result = self.connection.execute(select)
        return Rows(tuple(result.keys()), tuple(tuple(row) for row in result))

    def columns(self, select: Question) -> dict[str, list[Any]]:
        """What ``select`` finds, by columns: one list a column, also when there is no row.

        Words that return in a column are held once in memory.
        """
        result = self.connection.execute(select)
        names = tuple(result.keys())
        held = [list(column) for column in zip(*result.all(), strict=True)] or [[] for _ in names]
        return {name: _shared(column) for name, column in zip(names, held, strict=True)}

    def version(self) -> int:
        """The number that rises with each commit; key every cache by it."""
        return int(_note(self.connection, "version"))


@contextmanager
def snapshot(store: Store) -> Iterator[Snapshot]:
    """The store as it is now, for questions that must agree with each other. Raises StoreError as ``reading`` does."""
    with store.reading() as connection:
        yield Snapshot(connection)


def rows(store: Store, select: Question) -> Rows:
    """What ``select`` finds now."""
    with snapshot(store) as now:
        return now.rows(select)


def _shared(column: list[Any]) -> list[Any]:
    first = [cell for cell in column[:_LOOKED_AT] if isinstance(cell, str)]
    # The empty word is one object anyway.
    if set(first) <= {""} or len(set(first)) > len(first) // 2 > 1:
        return column
    pool: dict[Any, Any] = {}
    return [pool.setdefault(cell, cell) for cell in column]


def in_batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in their order, as many at a time as one question may name."""
    for start in range(0, len(ids), _IDS_AT_ONCE):
        yield ids[start : start + _IDS_AT_ONCE]


def count_rows(store: Store) -> dict[str, int]:
    """How many articles, claims, events, people and problems are held."""
    counted = {
        "articles": schema.article,
        "quotes": schema.quote,
        "reactions": schema.reaction,
        "reports": schema.report,
        "events": schema.event,
        "disagreements": schema.disagreement,
        "people": schema.person,
        "problems": schema.problem,
    }
    with store.reading() as connection:
        return {
            name: int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
            for name, table in counted.items()
        }


def version(store: Store) -> int:
    """The number that rises with each commit; key every cache by it."""
    with snapshot(store) as now:
        return now.version()


def raise_version(connection: Connection) -> None:
    """Notes in the running transaction that the store has changed."""
    _set_note(connection, "version", str(int(_note(connection, "version")) + 1))


def set_settled(connection: Connection, *, settled: bool) -> None:
    """Notes in the running transaction whether everything assembled is up to date with the articles."""
    _set_note(connection, "settled", "1" if settled else "0")


def is_settled(store: Store) -> bool:
    """True when events were assembled after the last article came in."""
    with store.reading() as connection:
        return _note(connection, "settled") == "1"


def _note(connection: Connection, key: str) -> str:
    """What the store notes of itself under ``key``: version, settled or schema; an empty word for nothing."""
    table = schema.meta.c
    return str(connection.execute(sa.select(table.value).where(table.key == key)).scalar() or "")


def _set_note(connection: Connection, key: str, value: str) -> None:
    connection.execute(sa.update(schema.meta).where(schema.meta.c.key == key).values(value=value))


def _engine(url: str) -> Engine:
    address = sa.make_url(url)
    if address.get_backend_name() == "sqlite":
        if address.database and address.database != ":memory:":
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        engine = sa.create_engine(address, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    return sa.create_engine(address, isolation_level="REPEATABLE READ", pool_pre_ping=True)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: it would do so too late for one unchanging state.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("chancery_writes", False)
    # A writer takes its lock at once; one that reads first and then writes could not wait for another writer.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _has_tables(connection: Connection) -> bool:
    """True when the tables are there, false when there are none. Raises StoreError when they have another form."""
    if not sa.inspect(connection).has_table(schema.meta.name):
        return False
    held = _note(connection, "schema")
    if held != str(schema.SCHEMA_VERSION):
        raise StoreError(
            f"the store has tables of form {held or 'unknown'}; this program knows form {schema.SCHEMA_VERSION}: "
            "move the file away and ingest the articles again"
        )
    return True


def _make_tables(connection: Connection) -> None:
    if _has_tables(connection):  # another program was quicker
        return
    schema.metadata.create_all(connection)
    search.make_search(connection)
    notes = {"schema": str(schema.SCHEMA_VERSION), "version": "0", "settled": "1"}
    connection.execute(sa.insert(schema.meta), [{"key": key, "value": value} for key, value in notes.items()])


def _shown(url: str) -> str:
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return repr(url)
