"""Full text over quotes and lines: FTS5 in SQLite, tsvector in PostgreSQL. The one place where the two differ."""

from __future__ import annotations

import re

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, Table

from dashboard.store import schema

#: Which column of which table is searched.
SEARCHED: dict[str, tuple[Table, str]] = {"quote": (schema.quote, "content_words"), "zone": (schema.zone, "words")}

_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|(\S+)')
_LETTERS = re.compile(r"\w+")


def make_search(connection: Connection) -> None:
    """Adds the full-text index of each searched table."""
    for name, (_, column) in SEARCHED.items():
        for statement in _statements(connection.dialect.name, name, column):
            connection.exec_driver_sql(statement)


def matches(table: Table, asked: str, dialect: str) -> ColumnElement[bool]:
    """A clause that holds for the rows of ``table`` with all the words asked for.

    Words in double quotes must stand together. Anything else in ``asked`` is taken as words, never as query syntax.
    A question without a letter or digit matches nothing.
    """
    column = SEARCHED[table.name][1]
    if not words_of(asked):
        return sa.false()
    if dialect == "sqlite":
        found = sa.text(f"SELECT rowid FROM {table.name}_search WHERE {table.name}_search MATCH :asked")
        return table.c.row.in_(found.bindparams(asked=_fts5(asked)).columns(sa.column("rowid", sa.Integer)))
    return sa.func.to_tsvector("english", table.c[column]).op("@@")(
        sa.func.websearch_to_tsquery("english", _websearch(asked))
    )


def rank(table: Table, asked: str, dialect: str) -> ColumnElement[float]:
    """How well a row matches: the smaller the better. Use it to order what ``matches`` keeps."""
    column = SEARCHED[table.name][1]
    if dialect == "sqlite":
        name = f"{table.name}_search"
        ranked = sa.text(f"SELECT rank FROM {name} WHERE {name} MATCH :asked_rank AND rowid = {table.name}.row")
        scored = ranked.bindparams(asked_rank=_fts5(asked)).columns(sa.column("rank", sa.Float))
        return scored.scalar_subquery()
    vector = sa.func.to_tsvector("english", table.c[column])
    return -sa.func.ts_rank_cd(vector, sa.func.websearch_to_tsquery("english", _websearch(asked)))


def words_of(asked: str) -> tuple[str, ...]:
    """The words and phrases that are asked for, in order, without marks."""
    found = (" ".join(_LETTERS.findall(phrase or word)) for phrase, word in _PHRASE_OR_WORD.findall(asked))
    return tuple(words for words in found if words)


def _fts5(asked: str) -> str:
    return " AND ".join(f'"{words}"' for words in words_of(asked)) or '""'


def _websearch(asked: str) -> str:
    return " ".join(f'"{words}"' for words in words_of(asked))


def _statements(dialect: str, name: str, column: str) -> tuple[str, ...]:
    if dialect == "sqlite":
        add = f"INSERT INTO {name}_search(rowid, {column}) VALUES (new.row, new.{column});"
        drop = f"INSERT INTO {name}_search({name}_search, rowid, {column}) VALUES ('delete', old.row, old.{column});"
        return (
            f"CREATE VIRTUAL TABLE {name}_search USING fts5({column}, content='{name}', content_rowid='row', "
            "tokenize='porter unicode61 remove_diacritics 2')",
            f"CREATE TRIGGER {name}_added AFTER INSERT ON {name} BEGIN {add} END",
            f"CREATE TRIGGER {name}_dropped AFTER DELETE ON {name} BEGIN {drop} END",
            f"CREATE TRIGGER {name}_changed AFTER UPDATE OF {column} ON {name} BEGIN {drop} {add} END",
        )
    return (f"CREATE INDEX {name}_search ON {name} USING gin (to_tsvector('english', {column}))",)
