"""What was assembled from claims, written as a whole: events, statements, disagreements, persons, copies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from dashboard.records import Disagreement, DisagreementValue, Event, Person
from dashboard.store import schema
from dashboard.store.database import Store, raise_version, set_settled
from dashboard.store.readings import actor_of, actor_values, evidence_of, when_of, when_values

Values = dict[str, Any]
Pending = defaultdict[Table, list[Values]]


def replace_events(
    store: Store,
    events: Sequence[Event],
    disagreements: Sequence[Disagreement],
    people: Sequence[Person],
    names: Mapping[tuple[str, str], str] | None = None,
    copies: Mapping[str, str] | None = None,
    statements: Mapping[str, str] | None = None,
) -> bool:
    """True when what is held differed and was replaced, in one transaction.

    ``names`` says whom a name means: (article id, name) to person id. ``copies`` gives the group of each article that
    is a printing of one text, ``statements`` the statement of each claim that words one. Every id that an event ever
    had keeps resolving: it becomes an alias of the event that took over most of its reports.
    """
    pending = _pending(events, disagreements, people, names or {}, copies or {}, statements or {})
    with store.writing() as connection:
        aliases = _aliases(connection, events)
        if _held(connection) == _as_held(pending) and aliases == _held_aliases(connection):
            set_settled(connection, settled=True)
            return False
        for table in (*schema.ASSEMBLED, schema.event_alias):
            connection.execute(sa.delete(table))
        for table in reversed(schema.ASSEMBLED):
            if pending[table]:
                connection.execute(sa.insert(table), pending[table])
        if aliases:
            rows = [{"old_id": old, "event_id": new} for old, new in sorted(aliases.items())]
            connection.execute(sa.insert(schema.event_alias), rows)
        set_settled(connection, settled=True)
        raise_version(connection)
    return True


def load_events(store: Store) -> tuple[Event, ...]:
    """Every event, in the order in which it was saved."""
    with store.reading() as connection:
        participants = _grouped(connection, schema.event_participant, "event_id", actor_of)
        reports = _grouped(connection, schema.event_report, "event_id", lambda row: str(row.report_id))
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
        values = _grouped(
            connection,
            schema.disagreement_value,
            "disagreement_id",
            lambda row: DisagreementValue(row.value, evidence_of(row)),
        )
        return tuple(
            Disagreement(row.id, row.kind, row.event_id, row.about, values[row.id])
            for row in connection.execute(sa.select(schema.disagreement).order_by(schema.disagreement.c.row))
        )


def load_people(store: Store) -> tuple[Person, ...]:
    """Every person, in the order in which it was saved."""
    with store.reading() as connection:
        roles = _grouped(connection, schema.person_role, "person_id", lambda row: str(row.role))
        aliases = _grouped(connection, schema.person_alias, "person_id", lambda row: str(row.alias))
        return tuple(
            Person(row.id, row.name, row.kind, row.country, roles[row.id], aliases[row.id], row.found_by)
            for row in connection.execute(sa.select(schema.person).order_by(schema.person.c.row))
        )


def _pending(
    events: Iterable[Event],
    disagreements: Iterable[Disagreement],
    people: Iterable[Person],
    names: Mapping[tuple[str, str], str],
    copies: Mapping[str, str],
    statements: Mapping[str, str],
) -> Pending:
    pending: Pending = defaultdict(list)
    for event in events:
        _add_event(pending, event)
    for disagreement in disagreements:
        _add_disagreement(pending, disagreement)
    for person in people:
        _add_person(pending, person)
    for (article_id, name), person_id in sorted(names.items()):
        pending[schema.person_name].append({"article_id": article_id, "name": name, "person_id": person_id})
    for article_id, group_id in sorted(copies.items()):
        pending[schema.copy].append({"article_id": article_id, "group_id": group_id})
    for claim_id, statement_id in sorted(statements.items()):
        pending[schema.statement].append({"claim_id": claim_id, "statement_id": statement_id})
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
    for index, actor in enumerate(event.participants):
        pending[schema.event_participant].append({"event_id": event.id, "position": index, **actor_values(actor)})
    for index, report_id in enumerate(event.report_ids):
        pending[schema.event_report].append({"event_id": event.id, "position": index, "report_id": report_id})


def _add_disagreement(pending: Pending, disagreement: Disagreement) -> None:
    pending[schema.disagreement].append(
        {
            "id": disagreement.id,
            "kind": disagreement.kind,
            "event_id": disagreement.event_id,
            "about": disagreement.about,
        }
    )
    for index, value in enumerate(disagreement.values):
        evidence = value.evidence
        pending[schema.disagreement_value].append(
            {
                "disagreement_id": disagreement.id,
                "position": index,
                "value": value.value,
                "article_id": evidence.article_id,
                "start": evidence.start,
                "end": evidence.end,
                "words": evidence.words,
            }
        )


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
    for index, role in enumerate(person.roles):
        pending[schema.person_role].append({"person_id": person.id, "position": index, "role": role})
    for index, alias in enumerate(person.aliases):
        pending[schema.person_alias].append({"person_id": person.id, "position": index, "alias": alias})


def _aliases(connection: Connection, events: Sequence[Event]) -> dict[str, str]:
    """Old id to today's id: what merging says, else the event that took over most of the old event's reports."""
    today = {event.id for event in events}
    home = {report_id: event.id for event in events for report_id in event.report_ids}
    before: dict[str, Counter[str]] = defaultdict(Counter)
    for event_id, report_id in connection.execute(
        sa.select(schema.event_report.c.event_id, schema.event_report.c.report_id).order_by(
            schema.event_report.c.event_id, schema.event_report.c.position
        )
    ):
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
    held = {}
    for table in schema.ASSEMBLED:
        columns = [column for column in table.columns if column.name != "row"]
        held[table.name] = sorted((tuple(row) for row in connection.execute(sa.select(*columns))), key=repr)
    return held


def _as_held(pending: Pending) -> dict[str, list[tuple[Any, ...]]]:
    made = {}
    for table in schema.ASSEMBLED:
        names = [column.name for column in table.columns if column.name != "row"]
        made[table.name] = sorted((tuple(values[name] for name in names) for values in pending[table]), key=repr)
    return made


def _grouped(connection: Connection, table: Table, key: str, make: Any) -> defaultdict[str, tuple[Any, ...]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(sa.select(table).order_by(table.c[key], table.c.position)):
        groups[getattr(row, key)].append(make(row))
    return defaultdict(tuple, {owner: tuple(items) for owner, items in groups.items()})
