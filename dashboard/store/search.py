"""Full text over quotes: FTS5 in SQLite, tsvector in PostgreSQL. The one place where the two differ."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Select

from dashboard.store import schema

_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|(\S+)')
_LETTERS = re.compile(r"\w+")

#: What SQLite shows of its index: hidden columns that FTS5 gives to every table of its own.
_INDEX = sa.table(
    "quote_search",
    sa.column("rowid", sa.Integer),
    sa.column("rank", sa.Float),
    sa.column("quote_search", sa.Text),
)
_ADD = "INSERT INTO quote_search(rowid, content_words) VALUES (new.row, new.content_words);"
_DROP = "INSERT INTO quote_search(quote_search, rowid, content_words) VALUES ('delete', old.row, old.content_words);"
_MAKE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE quote_search USING fts5(content_words, content='quote', content_rowid='row', "
        "tokenize='porter unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER quote_added AFTER INSERT ON quote BEGIN {_ADD} END",
        f"CREATE TRIGGER quote_dropped AFTER DELETE ON quote BEGIN {_DROP} END",
        f"CREATE TRIGGER quote_changed AFTER UPDATE OF content_words ON quote BEGIN {_DROP} {_ADD} END",
    ),
    "postgresql": ("CREATE INDEX quote_search ON quote USING gin (to_tsvector('english', content_words))",),
}


def make_search(connection: Connection) -> None:
    """Adds the full-text index of quotes."""
    for statement in _MAKE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def quotes_with(asked: str, dialect: str) -> Select[Any]:
    """The question for the quotes with all the words asked for: ``row``, and ``rank``, the smaller the better.

    Words in double quotes must stand together. Anything else in ``asked`` is taken as words, never as query syntax.
    A question without a letter or digit finds nothing.
    """
    words = [f'"{each}"' for each in words_of(asked)]
    if dialect == "sqlite":
        found = _INDEX.c.quote_search.op("MATCH")(" AND ".join(words))
        asked_for = sa.select(_INDEX.c.rowid.label("row"), _INDEX.c.rank)
    else:
        vector = sa.func.to_tsvector("english", schema.quote.c.content_words)
        query = sa.func.websearch_to_tsquery("english", " ".join(words))
        found = vector.op("@@")(query)
        asked_for = sa.select(schema.quote.c.row, (-sa.func.ts_rank_cd(vector, query)).label("rank"))
    return asked_for.where(found if words else sa.false())


def words_of(asked: str) -> tuple[str, ...]:
    """The words and phrases that are asked for, in order, without marks."""
    found = (" ".join(_LETTERS.findall(phrase or word)) for phrase, word in _PHRASE_OR_WORD.findall(asked))
    return tuple(words for words in found if words)
