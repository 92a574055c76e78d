"""The tables of the store joined into columns: what the frame of each noun holds, and what it is counted by.

Columns are lists of one length by the names of ``columns.py``; days are ISO text or None.
"""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.queries.columns import ARTICLE_COLUMNS, EVENT_COLUMNS, EVIDENCE_COLUMNS, PERSON_COLUMNS
from dashboard.queries.labels import UNNAMED
from dashboard.store import schema
from dashboard.store.clauses import ColumnElement, Table, func, select
from dashboard.store.database import Snapshot
from dashboard.vocabulary.countries import UNKNOWN_COUNTRY
from dashboard.vocabulary.events import DOERS

Columns = dict[str, list[Any]]
"""A table by columns: one list a column, all of the same length."""


class Persons:
    """The persons of the store. A name that merging has not seen is a person of its own, made when it is asked for."""

    def __init__(self, now: Snapshot) -> None:
        name, person = schema.person_name.c, schema.person.c
        named = now.rows(select(name.article_id, name.name, name.person_id))
        self.ids: dict[tuple[str, str], str] = {(article, called): key for article, called, key in named}
        roles = _grouped(now, schema.person_role, "person_id", "role")
        aliases = _grouped(now, schema.person_alias, "person_id", "alias")
        asked = select(person.id, person.name, person.kind, person.country, person.found_by).order_by(person.row)
        self.held: dict[str, tuple[Any, ...]] = {
            key: (*rest, roles.get(key, ()), aliases.get(key, ())) for key, *rest in now.rows(asked)
        }
        """Id -> the other columns of PERSON_COLUMNS."""

    def person(self, article_id: str, name: str, kind: str, country: str) -> str:
        """The person's id; an empty word for nobody."""
        if not name:
            return ""
        key = self.ids.get((article_id, name)) or _made_up(name, country)
        self.held.setdefault(key, (name, kind, country, "text", (), ()))
        return key

    def columns(self) -> Columns:
        """The persons by PERSON_COLUMNS, in the order of their names."""
        rows = sorted(((key, *rest) for key, rest in self.held.items()), key=lambda row: str(row[1]).casefold())
        return {name: [row[index] for row in rows] for index, name in enumerate(PERSON_COLUMNS)}


@functools.lru_cache(maxsize=65536)
def _made_up(name: str, country: str) -> str:
    """The id of a person before persons were merged."""
    return "-".join(filter(None, (name.casefold().replace(" ", "-"), country.casefold())))


@dataclass(frozen=True, slots=True)
class Known:
    """What claims are joined with, looked up by id."""

    articles: Columns
    """ARTICLE_COLUMNS, with the day of ``published`` where it is one day, and ``source``."""
    at: Mapping[str, int]
    """Article id -> its place in ``articles``."""
    persons: Persons
    copies: Mapping[str, str]
    """Article id -> the group of the articles that print one text."""
    statements: Mapping[str, str]
    """Claim id -> the statement that it words."""
    events: Mapping[str, str]
    """Claim id -> the event that its report belongs to."""
    said_in: Mapping[str, str]
    """Statement id -> the event in which one of its quotes is told."""

    def claims(self, held: Columns) -> Columns:
        """The columns of CLAIM_COLUMNS for the rows of a claim table."""
        at = [self.at[key] for key in held["article_id"]]
        taken = {name: self.articles[name] for name in ("outlet", "title", "url", "published", "source")}
        return {
            "id": held["id"],
            "statement": [
                self.statements.get(key) or self._printing(key, article, words)
                for key, article, words in zip(held["id"], held["article_id"], held["words"], strict=True)
            ],
            "article_id": held["article_id"],
            **{name: [values[index] for index in at] for name, values in taken.items()},
            **{name: held[name] for name in EVIDENCE_COLUMNS},
        }

    def events_of(self, held: Columns) -> list[str]:
        """The event that each claim, or the quote that tells it, belongs to; an empty word for none."""
        quotes = held.get("quote_id") or [None] * len(held["id"])
        return [
            self.events.get(key) or self.events.get(quote or "") or self.said_in.get(self.statements.get(key, ""), "")
            for key, quote in zip(held["id"], quotes, strict=True)
        ]

    def _printing(self, key: str, article: str, words: str) -> str:
        """One statement for all printings of a text; else the claim's own."""
        group = self.copies.get(article)
        return f"{group}/{' '.join(words.casefold().split())}" if group else key


def known_at(now: Snapshot) -> Known:
    """What claims are joined with, as the store stands."""
    copies = pairs(now, schema.copy.c.article_id, schema.copy.c.group_id)
    articles = _articles(now, copies)
    link, report = schema.event_report.c, schema.report.c
    worded, said = schema.statement.c, schema.quote.c
    return Known(
        articles=articles,
        at={key: index for index, key in enumerate(articles["id"])},
        persons=Persons(now),
        copies=copies,
        statements=pairs(now, worded.claim_id, worded.statement_id),
        events=pairs(
            now,
            report.claim_id,
            link.event_id,
            where=(report.id == link.report_id) & (report.claim_id.is_not(None)),
        ),
        # By quotes only: a reaction may have a report of its own, in another event.
        said_in=pairs(
            now,
            worded.statement_id,
            link.event_id,
            where=(worded.claim_id == said.id) & (report.claim_id == said.id) & (report.id == link.report_id),
        ),
    )


def _articles(now: Snapshot, copies: Mapping[str, str]) -> Columns:
    table = schema.article.c
    wanted = [table[name] for name in ARTICLE_COLUMNS if name not in ("characters", "copies")]
    held = now.columns(select(*wanted, func.length(table.text).label("characters")).order_by(table.row))
    sizes = Counter(copies.values())
    keys, outlets = held["id"], held["outlet"]
    return held | {
        "outlet": [outlet or UNNAMED for outlet in outlets],
        "copies": [sizes[copies[key]] - 1 if key in copies else 0 for key in keys],
        "published": [a if a == b else None for a, b in zip(held["first_day"], held["last_day"], strict=True)],
        "source": [copies.get(key, "") or outlet or key for key, outlet in zip(keys, outlets, strict=True)],
    }


def _all(now: Snapshot, table: Table) -> Columns:
    """A whole table, in the order in which it was written, but for what no page shows."""
    passed = {"position", "relayed_kind", "relayed_found_by"}
    return now.columns(select(*(c for c in table.c if c.name not in passed)).order_by(table.c.row))


def pairs(
    now: Snapshot, key: ColumnElement[Any], value: ColumnElement[Any], *, where: ColumnElement[bool] | None = None
) -> dict[str, str]:
    """The values of two columns, as a look-up of the second by the first."""
    asked = select(key, value)
    return dict(now.rows(asked if where is None else asked.where(where)).values)


def _grouped(now: Snapshot, table: Table, owner: str, *values: str) -> dict[str, tuple[Any, ...]]:
    """Owner -> its values in their order; with several names, each value is a tuple of them."""
    wanted = [table.c[name] for name in values]
    held = now.columns(select(table.c[owner], *wanted).order_by(table.c[owner], table.c.position))
    cells = held[values[0]] if len(values) == 1 else list(zip(*(held[name] for name in values), strict=True))
    found: dict[str, tuple[Any, ...]] = {}
    for key, cell in zip(held[owner], cells, strict=True):
        found[key] = (*found[key], cell) if key in found else (cell,)
    return found


def reactions(now: Snapshot, known: Known) -> Columns:
    """The columns of REACTION_COLUMNS, and ``event``."""
    targets = _grouped(now, schema.reaction_target, "reaction_id", "country")
    held = _all(now, schema.reaction)
    found = known.claims(held)
    country = [code or UNKNOWN_COUNTRY for code in held["actor_country"]]
    found["event"] = known.events_of(held)
    # What a country does is counted by the event: outlets word one step in ways that no two sentences share. One event
    # may hold reactions of several kinds and countries; a cell counts only its own.
    keys = zip(found["event"], found["statement"], country, held["reaction"], strict=True)
    found["statement"] = [f"{event or own}:{code}:{reaction}" for event, own, code, reaction in keys]
    who = ("article_id", "actor_name", "actor_kind", "actor_country")
    same = ("reaction", "modality", "root", "mode", "quote_id", "cue_start", "cue_end")
    found |= {name: held[name] for name in (*same, "condition_start", "condition_end")}
    return found | {
        "actor": held["actor_name"],
        "actor_kind": held["actor_kind"],
        "country": country,
        "role": held["actor_role"],
        "identity": held["actor_found_by"],
        "person": [known.persons.person(*row) for row in zip(*(held[name] for name in who), strict=True)],
        "targets": [targets.get(key, ()) for key in held["id"]],
        "condition": _conditions(held),
    }


def _conditions(held: Columns) -> list[str]:
    """The words between the two offsets of each condition, as far as the evidence holds them."""
    rows = zip(held["condition_start"], held["condition_end"], held["start"], held["words"], strict=True)
    return [
        "" if start is None or end is None else words[max(0, start - base) : max(0, end - base)]
        for start, end, base, words in rows
    ]


def quotes(now: Snapshot, known: Known) -> Columns:
    """The columns of QUOTE_COLUMNS, and ``event``."""
    speakers = _grouped(now, schema.quote_speaker, "quote_id", "name", "kind", "country", "role", "found_by")
    addressees = _grouped(now, schema.quote_addressee, "quote_id", "name")
    topics = _grouped(now, schema.quote_topic, "quote_id", "country")
    spans = _grouped(now, schema.quote_content, "quote_id", "start", "end")
    held = _all(now, schema.quote)
    found = known.claims(held)
    found["event"] = known.events_of(held)
    keys = held["id"]
    said = [speakers.get(key, ()) for key in keys]
    persons = [
        tuple(known.persons.person(article, name, kind, country) for name, kind, country, _, _ in who)
        for article, who in zip(held["article_id"], said, strict=True)
    ]
    first = [who[0] if who else ("", "", "", "", "") for who in said]
    for index, name in enumerate(("speaker", "speaker_kind", "country", "role", "identity")):
        found[name] = [one[index] for one in first]
    found["country"] = [code or UNKNOWN_COUNTRY for code in found["country"]]
    found |= {
        name: held[name] for name in ("content_words", "cue_start", "cue_end", "source_start", "source_end", "row")
    }
    return found | {
        "form": held["kind"],
        "person": [who[0] if who else "" for who in persons],
        "speakers": [tuple(one[0] for one in who) for who in said],
        "persons": persons,
        "countries": [_codes(tuple(one[2] or UNKNOWN_COUNTRY for one in who)) for who in said],
        "topics": [topics.get(key, ()) for key in keys],
        "addressees": [addressees.get(key, ()) for key in keys],
        "relayed_by": held["relayed_name"],
        "relayed_role": held["relayed_role"],
        "relayed_country": held["relayed_country"],
        "content": [spans.get(key, ()) for key in keys],
    }


@functools.lru_cache(maxsize=65536)
def _codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Each code once; the code of the unknown where there is none. One tuple for all rows that have the same."""
    return tuple(dict.fromkeys(code for code in codes if code)) or (UNKNOWN_COUNTRY,)


def reports(now: Snapshot, known: Known) -> Columns:
    """The columns of REPORT_COLUMNS."""
    events = pairs(now, schema.event_report.c.report_id, schema.event_report.c.event_id)
    details: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    table = schema.report_attribute.c
    # How many act together is counted for merging; readers see it in the title and among those who take part.
    asked = select(table.report_id, table.name, table.value, table.start, table.end).where(table.name != DOERS)
    for key, *detail in now.rows(asked):
        details[key].append(tuple(detail))
    held = _all(now, schema.report)
    found = known.claims(held)
    found["event_id"] = [events.get(key, "") for key in held["id"]]
    found["details"] = [tuple(details.get(key, ())) for key in held["id"]]
    return found | {name: held[name] for name in ("kind", "status", "place", "cue_start", "cue_end", "claim_id")}


def disagreements(now: Snapshot, known: Known) -> Columns:
    """The columns of DISAGREEMENT_COLUMNS: one row a value, those of one point together."""
    point, value, event = schema.disagreement.c, schema.disagreement_value.c, schema.event.c
    asked = (
        select(
            point.id, point.kind, point.event_id, event.title.label("event"), point.about,
            value.value, value.article_id, value.start, value.end, value.words,
        )
        .where((point.id == value.disagreement_id) & (event.id == point.event_id))
        .order_by(point.row, value.position)
    )  # fmt: skip
    held = now.columns(asked)
    at = [known.at[key] for key in held["article_id"]]
    return {**held, **{name: [known.articles[name][index] for index in at] for name in ("outlet", "title")}}


def events(now: Snapshot, reports: Columns, disagreements: Columns) -> Columns:
    """The columns of EVENT_COLUMNS."""
    participants = _grouped(now, schema.event_participant, "event_id", "name", "country")
    outlets: dict[str, tuple[str, ...]] = {}
    for key, outlet in zip(reports["event_id"], reports["outlet"], strict=True):
        known = outlets.get(key, ())
        if outlet not in known:
            outlets[key] = (*known, outlet)
    told = Counter(reports["event_id"])
    points = Counter(dict(zip(disagreements["id"], disagreements["event_id"], strict=True)).values())
    held = _all(now, schema.event)
    keys = held["id"]
    who = [participants.get(key, ()) for key in keys]
    countries = [_codes(tuple(country for _, country in each)) for each in who]
    return {name: held[name] for name in EVENT_COLUMNS if name in held} | {
        "country": [codes[0] for codes in countries],
        "countries": countries,
        "participants": [tuple(dict.fromkeys(name for name, _ in each)) for each in who],
        "outlets": [outlets.get(key, ()) for key in keys],
        "reports": [told[key] for key in keys],
        "disagreements": [points[key] for key in keys],
    }
