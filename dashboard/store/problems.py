"""What could not be read, by the place where it was met."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import sqlalchemy as sa

from dashboard.records import Problem
from dashboard.store import schema
from dashboard.store.database import Store, raise_version
from dashboard.store.readings import IDS_AT_ONCE


def replace_problems(store: Store, locations: Collection[str], problems: Sequence[Problem]) -> bool:
    """True when the problems held for these locations differed from ``problems`` and were replaced."""
    table = schema.problem
    with store.writing() as connection:
        held: list[Problem] = []
        asked = sorted({*locations, *(problem.location for problem in problems)})
        parts = [asked[start : start + IDS_AT_ONCE] for start in range(0, len(asked), IDS_AT_ONCE)]
        for part in parts:
            found = connection.execute(sa.select(table).where(table.c.location.in_(part)))
            held.extend(Problem(row.location, row.found, row.allowed, row.kind) for row in found)
        if sorted(held, key=repr) == sorted(problems, key=repr):
            return False
        for part in parts:
            connection.execute(sa.delete(table).where(table.c.location.in_(part)))
        if problems:
            rows = [
                {"location": each.location, "found": each.found, "allowed": each.allowed, "kind": each.kind}
                for each in problems
            ]
            connection.execute(sa.insert(table), rows)
        raise_version(connection)
    return True


def load_problems(store: Store) -> tuple[Problem, ...]:
    """Every problem, by location."""
    table = schema.problem
    with store.reading() as connection:
        found = connection.execute(sa.select(table).order_by(table.c.location, table.c.row))
        return tuple(Problem(row.location, row.found, row.allowed, row.kind) for row in found)
