"""What was assembled from claims, written as a whole: events, disagreements, persons, copies, statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table

from dashboard.records import Assembly, Disagreement, DisagreementValue, Event, Person
from dashboard.store import schema
from dashboard.store.database import Store, raise_version, set_settled
from dashboard.store.parts import (
    Pending,
    actor_of,
    actor_values,
    add_list,
    evidence_of,
    evidence_values,
    grouped,
    when_of,
    when_values,
)


def replace_assembly(store: Store, assembly: Assembly) -> bool:
    """True when what is held differed and was replaced, in one transaction.

    Every id that an event ever had keeps resolving: it becomes an alias of the event that took over most of its
    reports.
    """
    pending = _pending(assembly)
    with store.writing() as connection:
        aliases = _aliases(connection, assembly.events)
        if _held(connection) == _as_held(pending) and aliases == _held_aliases(connection):
            set_settled(connection, settled=True)
            return False
        _replace(connection, pending, aliases)
        set_settled(connection, settled=True)
        raise_version(connection)
    return True


def _replace(connection: Connection, pending: Pending, aliases: Mapping[str, str]) -> None:
    for table in (*schema.ASSEMBLED, schema.event_alias):
        connection.execute(sa.delete(table))
    for table in reversed(schema.ASSEMBLED):
        if pending[table]:
            connection.execute(sa.insert(table), pending[table])
    if aliases:
        rows = [{"old_id": old, "event_id": new} for old, new in sorted(aliases.items())]
        connection.execute(sa.insert(schema.event_alias), rows)


def load_events(store: Store) -> tuple[Event, ...]:
    """Every event, in the order in which it was saved."""
    with store.reading() as connection:
        participants = grouped(connection, schema.event_participant, "event_id", actor_of)
        reports = grouped(connection, schema.event_report, "event_id", lambda row: str(row.report_id))
        older: dict[str, list[str]] = defaultdict(list)
        for old, new in sorted(_held_aliases(connection).items()):
            older[new].append(old)
        return tuple(
            Event(
                row.id,
                row.title,
                row.kind,
                when_of(row),
                row.status,
                participants[row.id],
                row.place,
                reports[row.id],
                row.sources,
                tuple(older[row.id]),
            )
            for row in connection.execute(sa.select(schema.event).order_by(schema.event.c.row))
        )


def load_disagreements(store: Store) -> tuple[Disagreement, ...]:
    """Every disagreement, in the order in which it was saved."""
    with store.reading() as connection:
        values = grouped(connection, schema.disagreement_value, "disagreement_id", _value_of)
        return tuple(
            Disagreement(row.id, row.kind, row.event_id, row.about, values[row.id])
            for row in connection.execute(sa.select(schema.disagreement).order_by(schema.disagreement.c.row))
        )


def load_people(store: Store) -> tuple[Person, ...]:
    """Every person, in the order in which it was saved."""
    with store.reading() as connection:
        roles = grouped(connection, schema.person_role, "person_id", lambda row: str(row.role))
        aliases = grouped(connection, schema.person_alias, "person_id", lambda row: str(row.alias))
        return tuple(
            Person(row.id, row.name, row.kind, row.country, roles[row.id], aliases[row.id], row.found_by)
            for row in connection.execute(sa.select(schema.person).order_by(schema.person.c.row))
        )


def _value_of(row: Row[Any]) -> DisagreementValue:
    return DisagreementValue(row.value, evidence_of(row))


def _pending(assembly: Assembly) -> Pending:
    pending: Pending = defaultdict(list)
    for event in assembly.events:
        _add_event(pending, event)
    for disagreement in assembly.disagreements:
        _add_disagreement(pending, disagreement)
    for person in assembly.persons:
        _add_person(pending, person)
    pending[schema.person_name] = [
        {"article_id": article_id, "name": name, "person_id": person_id}
        for (article_id, name), person_id in sorted(assembly.person_ids.items())
    ]
    pending[schema.copy] = [
        {"article_id": article_id, "group_id": group_id} for article_id, group_id in sorted(assembly.copies.items())
    ]
    pending[schema.statement] = [
        {"claim_id": claim_id, "statement_id": statement_id}
        for claim_id, statement_id in sorted(assembly.statements.items())
    ]
    return pending


def _add_event(pending: Pending, event: Event) -> None:
    pending[schema.event].append(
        {
            "id": event.id,
            "title": event.title,
            "kind": event.kind,
            **when_values(event.when),
            "status": event.status,
            "place": event.place,
            "sources": event.sources,
        }
    )
    reports = ({"report_id": report_id} for report_id in event.report_ids)
    add_list(pending, schema.event_participant, "event_id", event.id, map(actor_values, event.participants))
    add_list(pending, schema.event_report, "event_id", event.id, reports)


def _add_disagreement(pending: Pending, disagreement: Disagreement) -> None:
    pending[schema.disagreement].append(
        {
            "id": disagreement.id,
            "kind": disagreement.kind,
            "event_id": disagreement.event_id,
            "about": disagreement.about,
        }
    )
    values = ({"value": one.value, **evidence_values(one.evidence)} for one in disagreement.values)
    add_list(pending, schema.disagreement_value, "disagreement_id", disagreement.id, values)


def _add_person(pending: Pending, person: Person) -> None:
    pending[schema.person].append(
        {
            "id": person.id,
            "name": person.name,
            "kind": person.kind,
            "country": person.country,
            "found_by": person.found_by,
        }
    )
    add_list(pending, schema.person_role, "person_id", person.id, ({"role": role} for role in person.roles))
    add_list(pending, schema.person_alias, "person_id", person.id, ({"alias": alias} for alias in person.aliases))


def _aliases(connection: Connection, events: Sequence[Event]) -> dict[str, str]:
    """Old id to today's id: what merging says, else the event that took over most of the old event's reports."""
    today = {event.id for event in events}
    home = {report_id: event.id for event in events for report_id in event.report_ids}
    before: dict[str, Counter[str]] = defaultdict(Counter)
    link = schema.event_report.c
    asked = sa.select(link.event_id, link.report_id).order_by(link.event_id, link.position)
    for event_id, report_id in connection.execute(asked):
        if report_id in home:
            before[event_id][home[report_id]] += 1
    step = {old: heirs.most_common(1)[0][0] for old, heirs in before.items() if old not in today}
    step |= {old: event.id for event in events for old in event.replaces if old not in today}
    older = {old: step.get(new, new) for old, new in _held_aliases(connection).items()}
    return {old: new for old, new in (older | step).items() if new in today and old not in today}


def _held_aliases(connection: Connection) -> dict[str, str]:
    table = schema.event_alias
    return {row.old_id: row.event_id for row in connection.execute(sa.select(table))}


def _held(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Table -> its rows without the number of the row, in an order that does not depend on when they were written."""
    found = {}
    for table in schema.ASSEMBLED:
        asked = sa.select(*(table.c[name] for name in _told(table)))
        found[table.name] = sorted((tuple(row) for row in connection.execute(asked)), key=repr)
    return found


def _as_held(pending: Pending) -> dict[str, list[tuple[Any, ...]]]:
    """What waits to be written, in the form of ``_held``."""
    return {
        table.name: sorted((tuple(values[name] for name in _told(table)) for values in pending[table]), key=repr)
        for table in schema.ASSEMBLED
    }


def _told(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name != "row"]
