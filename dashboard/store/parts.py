"""What rows of many tables hold alike, as columns and back: a day, an actor, a span, evidence, and lists of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table

from dashboard.records import Actor, Evidence, Span, When, Zone
from dashboard.store.database import in_batches

Values = dict[str, Any]
Pending = defaultdict[Table, list[Values]]
"""The rows that wait to be written, by table."""
T = TypeVar("T")


def when_values(when: When, prefix: str = "") -> Values:
    """The four columns of a When."""
    return {
        f"{prefix}first_day": when.first.isoformat() if when.first else None,
        f"{prefix}last_day": when.last.isoformat() if when.last else None,
        f"{prefix}day_basis": when.basis,
        f"{prefix}day_words": when.words,
    }


def when_of(row: Row[Any], prefix: str = "") -> When:
    """The When of four columns."""
    first, last = getattr(row, f"{prefix}first_day"), getattr(row, f"{prefix}last_day")
    return When(
        dt.date.fromisoformat(first) if first else None,
        dt.date.fromisoformat(last) if last else None,
        getattr(row, f"{prefix}day_basis"),
        getattr(row, f"{prefix}day_words"),
    )


def actor_values(actor: Actor | None, prefix: str = "") -> Values:
    """The five columns of an actor, empty words for none."""
    return {
        f"{prefix}name": actor.name if actor else "",
        f"{prefix}kind": actor.kind if actor else "",
        f"{prefix}country": actor.country if actor else "",
        f"{prefix}role": actor.role if actor else "",
        f"{prefix}found_by": actor.found_by if actor else "",
    }


def actor_of(row: Row[Any], prefix: str = "") -> Actor:
    """The Actor of five columns."""
    return Actor(
        getattr(row, f"{prefix}name"),
        getattr(row, f"{prefix}kind"),
        getattr(row, f"{prefix}country"),
        getattr(row, f"{prefix}role"),
        getattr(row, f"{prefix}found_by"),
    )


def span_values(span: Span | Zone | None, prefix: str = "") -> Values:
    """The two columns of a span, None in both for none."""
    return {f"{prefix}start": span.start if span else None, f"{prefix}end": span.end if span else None}


def span_of(row: Row[Any], prefix: str = "") -> Span:
    """The Span of two columns."""
    return Span(getattr(row, f"{prefix}start"), getattr(row, f"{prefix}end"))


def optional_span_of(row: Row[Any], prefix: str) -> Span | None:
    """The Span of two columns that may both be empty."""
    return None if getattr(row, f"{prefix}start") is None else span_of(row, prefix)


def evidence_values(evidence: Evidence) -> Values:
    """The four columns of the evidence."""
    return {
        "article_id": evidence.article_id,
        "start": evidence.start,
        "end": evidence.end,
        "words": evidence.words,
    }


def evidence_of(row: Row[Any]) -> Evidence:
    """The Evidence of a claim's row."""
    return Evidence(row.article_id, row.start, row.end, row.words)


def add_list(pending: Pending, table: Table, owner: str, key: str, items: Iterable[Values]) -> None:
    """Puts ``items`` among the rows that wait, in their order, each with ``key`` in the column ``owner``."""
    pending[table].extend({owner: key, "position": position, **values} for position, values in enumerate(items))


def children(connection: Connection, table: Table, owner: str, ids: Sequence[str] | None = None) -> list[Row[Any]]:
    """The rows of ``table`` that belong to ``ids``, or all of them; those of one owner stand in their order."""
    asked = sa.select(table).order_by(table.c[owner], table.c.position)
    if ids is None:
        return list(connection.execute(asked))
    return [row for batch in in_batches(ids) for row in connection.execute(asked.where(table.c[owner].in_(batch)))]


def gathered(rows: Iterable[Row[Any]], owner: str, make: Callable[[Row[Any]], T]) -> dict[str, tuple[T, ...]]:
    """Owner -> what ``make`` makes of its rows, in their order; an owner without rows has the empty tuple."""
    groups: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, owner)].append(make(row))
    return defaultdict(tuple, {key: tuple(items) for key, items in groups.items()})


def grouped(
    connection: Connection, table: Table, owner: str, make: Callable[[Row[Any]], T], ids: Sequence[str] | None = None
) -> dict[str, tuple[T, ...]]:
    """``gathered`` over the rows of ``table`` that belong to ``ids``, or all of them."""
    return gathered(children(connection, table, owner, ids), owner, make)
