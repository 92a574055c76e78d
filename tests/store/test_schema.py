"""The tables."""

from __future__ import annotations

from dashboard.store import schema


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in schema.metadata.sorted_tables:
        assert table.comment, table.name
        assert all(column.comment for column in table.columns), table.name
