"""The whole store as tables in memory, made once for each version of the store.

Documented columns: ``REACTION_COLUMNS``, ``QUOTE_COLUMNS``, ``EVENT_COLUMNS``, ``REPORT_COLUMNS``, ``ARTICLE_COLUMNS``;
they stand also in an empty frame. Days are ISO text or None, offsets are code points into the article's text.
"""

from __future__ import annotations

import functools
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.queries.claims import Claims, Facet, Mask, day_columns
from dashboard.queries.filters import UNKNOWN_COUNTRY, Filters, Names
from dashboard.store import schema
from dashboard.store.clauses import select
from dashboard.store.database import Store, rows, version
from dashboard.store.search import matches, rank

#: Columns that every claim has.
CLAIM_COLUMNS = (
    "id",
    "statement",
    "article_id",
    "outlet",
    "title",
    "url",
    "published",
    "source",
    "start",
    "end",
    "words",
    "first_day",
    "last_day",
    "day_basis",
    "day_words",
    "found_by",
)
REACTION_COLUMNS = (
    *CLAIM_COLUMNS,
    "reaction",
    "actor",
    "actor_kind",
    "country",
    "role",
    "person",
    "targets",
    "modality",
    "cue_start",
    "cue_end",
    "condition_start",
    "condition_end",
    "condition",
    "root",
    "mode",
    "quote_id",
)
QUOTE_COLUMNS = (
    *CLAIM_COLUMNS,
    "form",
    "speaker",
    "speaker_kind",
    "country",
    "role",
    "person",
    "speakers",
    "persons",
    "countries",
    "identity",
    "topics",
    "addressees",
    "relayed_by",
    "content",
    "content_words",
    "cue_start",
    "cue_end",
    "source_start",
    "source_end",
    "row",
)
EVENT_COLUMNS = (
    "id",
    "title",
    "kind",
    "status",
    "place",
    "first_day",
    "last_day",
    "day_basis",
    "day_words",
    "sources",
    "country",
    "countries",
    "participants",
    "outlets",
    "reports",
    "disagreements",
)
REPORT_COLUMNS = (*CLAIM_COLUMNS, "event_id", "kind", "status", "place", "cue_start", "cue_end", "details", "claim_id")
ARTICLE_COLUMNS = (
    "id",
    "outlet",
    "title",
    "url",
    "location",
    "retells",
    "first_day",
    "last_day",
    "day_basis",
    "day_words",
    "characters",
    "copies",
)
DISAGREEMENT_COLUMNS = (
    "id",
    "kind",
    "event_id",
    "event",
    "about",
    "value",
    "article_id",
    "outlet",
    "start",
    "end",
    "words",
)
PERSON_COLUMNS = ("id", "name", "kind", "country", "found_by", "roles", "aliases")

#: Stands for the outlet where an article names none.
UNNAMED = "Unnamed outlet"

Record = dict[str, Any]
#: Two visitors of a new version load it once.
_LOADING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that pages ask of one version of the store."""

    version: int
    store: Store
    articles: pd.DataFrame
    reactions: Claims
    quotes: Claims
    events: Claims
    reports: pd.DataFrame
    disagreements: pd.DataFrame
    persons: pd.DataFrame
    problems: pd.DataFrame
    names: Names
    aliases: Mapping[str, str]
    """Ids that events once had -> their id today."""

    def keep(self, noun: str, filters: Filters, leave_out: Iterable[str] = ()) -> Mask:
        """The rows of one noun that the filters keep; words are looked for with full text where it is indexed."""
        claims, left = self.claims(noun), tuple(leave_out)
        found = None
        if filters.words and noun == "quotes" and "words" not in left:
            found = np.isin(claims.frame["row"].to_numpy(dtype=np.int64), list(self.ranks(filters.words)))
        return claims.keep(filters, found=found, leave_out=left)

    def ranks(self, words: str) -> dict[int, float]:
        """Row numbers of the quotes that full text finds, with their rank: the smaller the better."""
        dialect = self.store.full_text
        table = schema.quote
        asked = select(table.c.row, rank(table, words, dialect)).where(matches(table, words, dialect))
        return {int(row): float(score) for row, score in rows(self.store, asked)}

    def claims(self, noun: str) -> Claims:
        """The claims of one noun: reactions, quotes or events."""
        return {"reactions": self.reactions, "quotes": self.quotes, "events": self.events}[noun]


def held_corpus(store: Store) -> Corpus:
    """The corpus of the store's present version; loaded once, shared by all visitors, pages and routes."""
    with _LOADING:
        return _corpus_at(store, version(store))


@functools.lru_cache(maxsize=2)
def _corpus_at(store: Store, _version: int) -> Corpus:
    return load_corpus(store)


def load_corpus(store: Store) -> Corpus:
    """The corpus as it stands in the store now."""
    held = version(store)
    known = _Known(store)
    quotes = _quotes(store, known)
    reactions = _reactions(store, known)
    reports = _reports(store, known)
    disagreements = _disagreements(store, known)
    events = _events(store, reports, disagreements)
    problems = rows(store, select(*(schema.problem.c[name] for name in ("location", "kind", "found", "allowed"))))
    return Corpus(
        version=held,
        store=store,
        articles=_frame(list(known.articles.values()), ARTICLE_COLUMNS),
        reactions=_reaction_claims(reactions),
        quotes=_quote_claims(quotes, reactions),
        events=_event_claims(events, reports),
        reports=_frame(reports, REPORT_COLUMNS),
        disagreements=_frame(disagreements, DISAGREEMENT_COLUMNS),
        persons=_frame(known.person_records(), PERSON_COLUMNS),
        problems=pd.DataFrame(list(problems), columns=list(problems.columns), dtype=object),
        names={
            "speaker": {record["id"]: record["name"] for record in known.person_records()},
            "event": {record["id"]: record["title"] for record in events},
            "outlet": {record["outlet"]: record["outlet"] for record in known.articles.values()},
            "kind": {record["kind"]: record["kind"].replace("_", " ") for record in events},
        },
        aliases=dict(rows(store, select(schema.event_alias.c.old_id, schema.event_alias.c.event_id)).values),
    )


class _Known:
    """What claims are joined with: articles, persons, copies and statements, looked up by id."""

    def __init__(self, store: Store) -> None:
        self.copies = copies = dict(_pairs(store, schema.copy.c.article_id, schema.copy.c.group_id))
        sizes: dict[str, int] = defaultdict(int)
        for group in copies.values():
            sizes[group] += 1
        self.articles: dict[str, Record] = {}
        self.sources: dict[str, str] = {}
        for record in _records(store, schema.article):
            key = record["id"]
            self.sources[key] = copies.get(key, "") or record["outlet"] or key
            record["outlet"] = record["outlet"] or UNNAMED
            record["characters"] = len(record.pop("text"))
            record["copies"] = sizes[copies[key]] - 1 if key in copies else 0
            self.articles[key] = {name: record[name] for name in ARTICLE_COLUMNS}
        self.person_ids = {
            (article, name): person
            for article, name, person in rows(
                store,
                select(schema.person_name.c.article_id, schema.person_name.c.name, schema.person_name.c.person_id),
            )
        }
        self.persons: dict[str, Record] = {}
        roles = _grouped(store, schema.person_role, "person_id", "role")
        aliases = _grouped(store, schema.person_alias, "person_id", "alias")
        for record in _records(store, schema.person):
            key = record["id"]
            self.persons[key] = {**record, "roles": tuple(roles[key]), "aliases": tuple(aliases[key])}
        link, report = schema.event_report.c, schema.report.c
        self.statements = dict(
            _pairs(
                store,
                report.claim_id,
                link.event_id,
                where=(report.id == link.report_id) & (report.claim_id.is_not(None)),
            )
        )

    def claim(self, record: Record) -> Record:
        """The columns of CLAIM_COLUMNS for one row of a claim table."""
        article = self.articles[record["article_id"]]
        return {
            "id": record["id"],
            "statement": self._statement(record),
            "article_id": record["article_id"],
            "outlet": article["outlet"],
            "title": article["title"],
            "url": article["url"],
            "published": article["first_day"] if article["first_day"] == article["last_day"] else None,
            "source": self.sources[record["article_id"]],
            **{name: record[name] for name in CLAIM_COLUMNS[8:]},
        }

    def _statement(self, record: Record) -> str:
        """The event that the claim or its quote belongs to; else one for all printings of a text; else its own."""
        found = self.statements.get(record["id"]) or self.statements.get(record.get("quote_id") or "")
        group = self.copies.get(record["article_id"])
        return found or (f"{group}/{' '.join(record['words'].casefold().split())}" if group else record["id"])

    def person(self, article_id: str, name: str, kind: str, country: str) -> str:
        """The person's id; one made up of name and country before persons were merged."""
        if not name:
            return ""
        found = self.person_ids.get((article_id, name))
        if found is None:
            found = "-".join(filter(None, (name.casefold().replace(" ", "-"), country.casefold())))
        self.persons.setdefault(
            found,
            {
                "id": found,
                "name": name,
                "kind": kind,
                "country": country,
                "found_by": "text",
                "roles": (),
                "aliases": (),
            },
        )
        return found

    def person_records(self) -> list[Record]:
        return list(self.persons.values())


def _records(store: Store, table: Any) -> list[Record]:
    found = rows(store, select(table))
    return [dict(zip(found.columns, values, strict=True)) for values in found]


def _pairs(store: Store, key: Any, value: Any, *, where: Any = None) -> list[tuple[str, str]]:
    asked = select(key, value)
    return [(a, b) for a, b in rows(store, asked if where is None else asked.where(where))]


def _grouped(store: Store, table: Any, owner: str, value: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    order = select(table.c[owner], table.c[value]).order_by(table.c[owner], table.c.position)
    for key, held in rows(store, order):
        found[key].append(held)
    return found


def _actors(store: Store, table: Any, owner: str) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(_records(store, table), key=lambda r: (r[owner], r["position"])):
        found[record[owner]].append(record)
    return found


def _reactions(store: Store, known: _Known) -> list[Record]:
    targets = _grouped(store, schema.reaction_target, "reaction_id", "country")
    found = []
    for record in _records(store, schema.reaction):
        claim = known.claim(record)
        country = record["actor_country"] or UNKNOWN_COUNTRY
        start, end = record["condition_start"], record["condition_end"]
        # One event may hold reactions of several kinds and countries; a cell counts only its own.
        claim["statement"] = f"{claim['statement']}:{country}:{record['reaction']}"
        claim |= {name: record[name] for name in ("reaction", "modality", "root", "mode", "quote_id")}
        claim |= {name: record[name] for name in ("cue_start", "cue_end", "condition_start", "condition_end")}
        claim |= {
            "actor": record["actor_name"],
            "actor_kind": record["actor_kind"],
            "country": country,
            "role": record["actor_role"],
            "person": known.person(
                record["article_id"], record["actor_name"], record["actor_kind"], record["actor_country"]
            ),
            "targets": tuple(targets[record["id"]]),
            "condition": _inside(record, start, end),
        }
        found.append(claim)
    return found


def _inside(record: Record, start: int | None, end: int | None) -> str:
    """The words between two offsets of the article, as far as the evidence holds them."""
    if start is None or end is None:
        return ""
    return str(record["words"])[max(0, start - record["start"]) : max(0, end - record["start"])]


def _quotes(store: Store, known: _Known) -> list[Record]:
    speakers = _actors(store, schema.quote_speaker, "quote_id")
    addressees = _actors(store, schema.quote_addressee, "quote_id")
    topics = _grouped(store, schema.quote_topic, "quote_id", "country")
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    table = schema.quote_content
    for key, start, end in rows(store, select(table.c.quote_id, table.c.start, table.c.end).order_by(table.c.position)):
        spans[key].append((start, end))
    found = []
    for record in _records(store, schema.quote):
        claim = known.claim(record)
        said = speakers[record["id"]]
        people = [known.person(record["article_id"], s["name"], s["kind"], s["country"]) for s in said]
        first = said[0] if said else {"name": "", "kind": "", "country": "", "role": "", "found_by": ""}
        claim |= {
            "form": record["kind"],
            "speaker": first["name"],
            "speaker_kind": first["kind"],
            "country": first["country"] or UNKNOWN_COUNTRY,
            "role": first["role"],
            "person": people[0] if people else "",
            "speakers": tuple(s["name"] for s in said),
            "persons": tuple(people),
            "countries": tuple(dict.fromkeys(s["country"] or UNKNOWN_COUNTRY for s in said)) or (UNKNOWN_COUNTRY,),
            "identity": first["found_by"],
            "topics": tuple(topics[record["id"]]),
            "addressees": tuple(a["name"] for a in addressees[record["id"]]),
            "relayed_by": record["relayed_name"],
            "content": tuple(spans[record["id"]]),
        }
        claim |= {
            name: record[name]
            for name in ("content_words", "cue_start", "cue_end", "source_start", "source_end", "row")
        }
        found.append(claim)
    return found


def _reports(store: Store, known: _Known) -> list[Record]:
    events: dict[str, str] = dict(_pairs(store, schema.event_report.c.report_id, schema.event_report.c.event_id))
    details: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    table = schema.report_attribute.c
    for key, *detail in rows(store, select(table.report_id, table.name, table.value, table.start, table.end)):
        details[key].append(tuple(detail))
    found = []
    for record in _records(store, schema.report):
        claim = known.claim(record)
        claim["event_id"] = events.get(record["id"], "")
        claim["details"] = tuple(details[record["id"]])
        claim |= {name: record[name] for name in ("kind", "status", "place", "cue_start", "cue_end", "claim_id")}
        found.append(claim)
    return found


def _disagreements(store: Store, known: _Known) -> list[Record]:
    point, value, event = schema.disagreement.c, schema.disagreement_value.c, schema.event.c
    asked = (
        select(
            point.id, point.kind, point.event_id, event.title.label("event"), point.about,
            value.value, value.article_id, value.start, value.end, value.words,
        )
        .where((point.id == value.disagreement_id) & (event.id == point.event_id))
        .order_by(point.row, value.position)
    )  # fmt: skip
    found = rows(store, asked)
    records = [dict(zip(found.columns, values, strict=True)) for values in found]
    return [{**r, "outlet": known.articles.get(r["article_id"], {}).get("outlet", "")} for r in records]


def _events(store: Store, reports: Iterable[Record], disagreements: Iterable[Record]) -> list[Record]:
    participants = _actors(store, schema.event_participant, "event_id")
    outlets: dict[str, dict[str, None]] = defaultdict(dict)
    told: dict[str, int] = defaultdict(int)
    for report in reports:
        outlets[report["event_id"]][report["outlet"]] = None
        told[report["event_id"]] += 1
    points: dict[str, set[str]] = defaultdict(set)
    for point in disagreements:
        points[point["event_id"]].add(point["id"])
    found = []
    for record in _records(store, schema.event):
        who = participants[record["id"]]
        countries = tuple(dict.fromkeys(p["country"] for p in who if p["country"])) or (UNKNOWN_COUNTRY,)
        record |= {
            "country": countries[0],
            "countries": countries,
            "participants": tuple(dict.fromkeys(p["name"] for p in who)),
            "outlets": tuple(name for name in outlets[record["id"]] if name),
            "reports": told[record["id"]],
            "disagreements": len(points[record["id"]]),
        }
        found.append({name: record[name] for name in EVENT_COLUMNS})
    return found


def _made(
    noun: str, frame: pd.DataFrame, statements: Iterable[str], facets: dict[str, Facet], text: Iterable[str]
) -> Claims:
    index: dict[str, int] = {}
    groups = np.array([index.setdefault(key, len(index)) for key in statements], dtype=np.int64)
    first, last, dated = day_columns(frame["first_day"].tolist(), frame["last_day"].tolist())
    return Claims(noun, frame, facets, groups, first, last, dated, tuple(words.casefold() for words in text))


def _single(values: Iterable[str]) -> Facet:
    return Facet.of((value,) if value else () for value in values)


def _frame(records: list[Record], columns: tuple[str, ...]) -> pd.DataFrame:
    # Plain objects: offsets may be missing, and a missing one must stay None, not become a float.
    return pd.DataFrame([[record[name] for name in columns] for record in records], columns=list(columns), dtype=object)


def _reaction_claims(records: list[Record]) -> Claims:
    frame = _frame(records, REACTION_COLUMNS)
    facets = {
        "country": _single(frame["country"]),
        "reaction": _single(frame["reaction"]),
        "target": Facet.of(frame["targets"]),
        "speaker": _single(frame["person"]),
        "event": _single(key.split(":")[0] for key in frame["statement"]),
        "outlet": _single(frame["outlet"]),
    }
    return _made("reactions", frame, frame["statement"], facets, frame["words"])


def _quote_claims(records: list[Record], reactions: Iterable[Record]) -> Claims:
    frame = _frame(records, QUOTE_COLUMNS)
    carried: dict[str, list[str]] = defaultdict(list)
    for reaction in reactions:
        if reaction["quote_id"]:
            carried[reaction["quote_id"]].append(reaction["reaction"])
    facets = {
        "country": Facet.of(frame["countries"]),
        "reaction": Facet.of(carried.get(key, ()) for key in frame["id"]),
        "target": Facet.of(frame["topics"]),
        "speaker": Facet.of(frame["persons"]),
        "form": _single(frame["form"]),
        "event": _single(frame["statement"]),
        "outlet": _single(frame["outlet"]),
    }
    return _made("quotes", frame, frame["statement"], facets, frame["content_words"])


def _event_claims(records: list[Record], reports: Iterable[Record]) -> Claims:
    frame = _frame(records, EVENT_COLUMNS)
    told: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        told[report["event_id"]].append(report["words"])
    facets = {
        "country": Facet.of(frame["countries"]),
        "kind": _single(frame["kind"]),
        "status": _single(frame["status"]),
        "event": _single(frame["id"]),
        "outlet": Facet.of(frame["outlets"]),
    }
    text = (f"{title} {' '.join(told[key])}" for key, title in zip(frame["id"], frame["title"], strict=True))
    return _made("events", frame, frame["id"], facets, text)
