"""What could not be read, by the place where it was met."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from dashboard.records import Problem
from dashboard.store import schema
from dashboard.store.database import Store, in_batches, raise_version


def note_pages(
    store: Store, locations: Collection[str], problems: Sequence[Problem], keys: Collection[str] = ()
) -> bool:
    """True when the problems held for these locations differed from ``problems`` and were replaced.

    ``keys`` are those of the pages that were read there; noting them alone changes nothing that a reader sees.
    """
    with store.writing() as connection:
        asked = sorted({*locations, *(problem.location for problem in problems)})
        changed = _replace_problems(connection, asked, problems)
        for batch in in_batches(sorted(keys)):
            held = set(connection.execute(sa.select(schema.page.c.key).where(schema.page.c.key.in_(batch))).scalars())
            if fresh := [{"key": key} for key in batch if key not in held]:
                connection.execute(sa.insert(schema.page), fresh)
        if changed:
            raise_version(connection)
    return changed


def page_keys(store: Store) -> frozenset[str]:
    """The keys of all pages that were read."""
    with store.reading() as connection:
        return frozenset(connection.execute(sa.select(schema.page.c.key)).scalars())


def _replace_problems(connection: Connection, locations: Sequence[str], problems: Sequence[Problem]) -> bool:
    table = schema.problem
    held: list[Problem] = []
    for batch in in_batches(locations):
        found = connection.execute(sa.select(table).where(table.c.location.in_(batch)))
        held.extend(_problem_of(row) for row in found)
    if sorted(held, key=repr) == sorted(problems, key=repr):
        return False
    for batch in in_batches(locations):
        connection.execute(sa.delete(table).where(table.c.location.in_(batch)))
    if problems:
        rows = [
            {"location": each.location, "found": each.found, "allowed": each.allowed, "kind": each.kind}
            for each in problems
        ]
        connection.execute(sa.insert(table), rows)
    return True


def load_problems(store: Store) -> tuple[Problem, ...]:
    """Every problem, by location."""
    table = schema.problem
    with store.reading() as connection:
        found = connection.execute(sa.select(table).order_by(table.c.location, table.c.row))
        return tuple(_problem_of(row) for row in found)


def _problem_of(row: Row[Any]) -> Problem:
    return Problem(row.location, row.found, row.allowed, row.kind)
