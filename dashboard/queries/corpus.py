"""The whole store as tables in memory, made once for each version of the store.

Documented columns: ``REACTION_COLUMNS``, ``QUOTE_COLUMNS``, ``EVENT_COLUMNS``, ``REPORT_COLUMNS``, ``ARTICLE_COLUMNS``;
they stand also in an empty frame. Days are ISO text or None, offsets are code points into the article's text.
"""

from __future__ import annotations

import functools
import gc
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.queries.claims import Claims, Mask
from dashboard.queries.filters import SURE, UNKNOWN_COUNTRY, Filters, Names
from dashboard.store import schema
from dashboard.store.clauses import func, select
from dashboard.store.counts import Held, count_table
from dashboard.store.database import Store, columns, rows, version
from dashboard.store.search import matches, rank
from dashboard.vocabulary.measured import measured_key, measured_share

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
    "identity",
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
    "relayed_role",
    "relayed_country",
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
    "title",
    "start",
    "end",
    "words",
)
PERSON_COLUMNS = ("id", "name", "kind", "country", "found_by", "roles", "aliases")

#: Stands for the outlet where an article names none.
UNNAMED = "Unnamed outlet"


def told_in(row: Mapping[str, Any]) -> str:
    """The outlet of a claim or point; the title of an article that names none, so that two of them are told apart."""
    return f"“{row['title']}”" if row["outlet"] == UNNAMED and row["title"] else str(row["outlet"])


Columns = dict[str, list[Any]]
"""A table by columns: one list a column, all of the same length."""
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

    def count(self, noun: str, filters: Filters, leave_out: Iterable[str] = ()) -> int:
        """How many statements or events of one noun the filters keep."""
        return self.claims(noun).count(self.keep(noun, filters, leave_out))

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
    with _without_collection():
        return _load(store)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Millions of cells that all stay: looking among them for garbage takes longer than making them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _load(store: Store) -> Corpus:
    held = version(store)
    known = _Known(store)
    quotes = _quotes(store, known)
    reactions = _reactions(store, known)
    reports = _reports(store, known)
    disagreements = _disagreements(store, known)
    events = _events(store, reports, disagreements)
    persons = known.person_columns()
    return Corpus(
        version=held,
        store=store,
        articles=_frame(known.articles, ARTICLE_COLUMNS),
        reactions=_reaction_claims(reactions),
        quotes=_quote_claims(quotes, reactions),
        events=_event_claims(events, reports),
        reports=_frame(reports, REPORT_COLUMNS),
        disagreements=_frame(disagreements, DISAGREEMENT_COLUMNS),
        persons=_frame(persons, PERSON_COLUMNS),
        problems=_problems(store),
        names={
            "speaker": dict(zip(persons["id"], persons["name"], strict=True)),
            "event": dict(zip(events["id"], events["title"], strict=True)),
            "outlet": {outlet: outlet for outlet in known.articles["outlet"]},
            "kind": {kind: kind.replace("_", " ") for kind in events["kind"]},
        },
        aliases=_pairs(store, schema.event_alias.c.old_id, schema.event_alias.c.event_id),
    )


class _Known:
    """What claims are joined with: articles, persons, copies and statements, looked up by id."""

    def __init__(self, store: Store) -> None:
        self.copies = copies = _pairs(store, schema.copy.c.article_id, schema.copy.c.group_id)
        sizes = Counter(copies.values())
        self.articles = held = _articles(store)
        self.at = {key: index for index, key in enumerate(held["id"])}
        self.sources = [
            copies.get(key, "") or outlet or key for key, outlet in zip(held["id"], held["outlet"], strict=True)
        ]
        held["outlet"] = [outlet or UNNAMED for outlet in held["outlet"]]
        held["copies"] = [sizes[copies[key]] - 1 if key in copies else 0 for key in held["id"]]
        self.published = [a if a == b else None for a, b in zip(held["first_day"], held["last_day"], strict=True)]
        table = schema.person_name.c
        named = columns(store, select(table.article_id, table.name, table.person_id))
        self.person_ids = dict(
            zip(zip(named["article_id"], named["name"], strict=True), named["person_id"], strict=True)
        )
        self.persons = _persons(store)
        link, report = schema.event_report.c, schema.report.c
        self.statements = _pairs(store, schema.statement.c.claim_id, schema.statement.c.statement_id)
        self.events = _pairs(
            store,
            report.claim_id,
            link.event_id,
            where=(report.id == link.report_id) & (report.claim_id.is_not(None)),
        )
        # By quotes only: a reaction may have a report of its own, in another event.
        worded, said = schema.statement.c, schema.quote.c
        self.said_in = _pairs(
            store,
            worded.statement_id,
            link.event_id,
            where=(worded.claim_id == said.id) & (report.claim_id == said.id) & (report.id == link.report_id),
        )

    def claims(self, held: Columns) -> Columns:
        """The columns of CLAIM_COLUMNS for the rows of a claim table."""
        at = [self.at[key] for key in held["article_id"]]
        taken = {
            "outlet": self.articles["outlet"],
            "title": self.articles["title"],
            "url": self.articles["url"],
            "published": self.published,
            "source": self.sources,
        }
        return {
            "id": held["id"],
            "statement": [
                self.statements.get(key) or self._printing(key, article, words)
                for key, article, words in zip(held["id"], held["article_id"], held["words"], strict=True)
            ],
            "article_id": held["article_id"],
            **{name: [values[index] for index in at] for name, values in taken.items()},
            **{name: held[name] for name in CLAIM_COLUMNS[8:]},
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

    def people(self, articles: list[str], names: list[str], kinds: list[str], countries: list[str]) -> list[str]:
        """The persons' ids, in the order of the rows."""
        return [self.person(*row) for row in zip(articles, names, kinds, countries, strict=True)]

    def person(self, article_id: str, name: str, kind: str, country: str) -> str:
        """The person's id; one made up of name and country before persons were merged."""
        if not name:
            return ""
        found = self.person_ids.get((article_id, name))
        if found is None:
            found = _made_up(name, country)
        if found not in self.persons:
            self.persons[found] = (name, kind, country, "text", (), ())
        return found

    def person_columns(self) -> Columns:
        """The persons by PERSON_COLUMNS, in the order of their names."""
        rows = sorted(((key, *rest) for key, rest in self.persons.items()), key=lambda row: str(row[1]).casefold())
        return {name: [row[index] for row in rows] for index, name in enumerate(PERSON_COLUMNS)}


@functools.lru_cache(maxsize=65536)
def _made_up(name: str, country: str) -> str:
    return "-".join(filter(None, (name.casefold().replace(" ", "-"), country.casefold())))


def _articles(store: Store) -> Columns:
    table = schema.article.c
    wanted = [table[name] for name in ARTICLE_COLUMNS if name not in ("characters", "copies")]
    return columns(store, select(*wanted, func.length(table.text).label("characters")).order_by(table.row))


def _persons(store: Store) -> dict[str, tuple[Any, ...]]:
    """Id -> the other columns of PERSON_COLUMNS."""
    roles = _grouped(store, schema.person_role, "person_id", "role")
    aliases = _grouped(store, schema.person_alias, "person_id", "alias")
    table = schema.person.c
    asked = select(table.id, table.name, table.kind, table.country, table.found_by).order_by(table.row)
    return {key: (*rest, roles.get(key, ()), aliases.get(key, ())) for key, *rest in rows(store, asked)}


def _problems(store: Store) -> pd.DataFrame:
    held = columns(store, select(*(schema.problem.c[name] for name in ("location", "kind", "found", "allowed"))))
    return pd.DataFrame(held, dtype=object)


def _all(store: Store, table: Any) -> Columns:
    """A whole table, in the order in which it was written, but for what no page shows."""
    passed = {"position", "relayed_kind", "relayed_found_by"}
    return columns(store, select(*(c for c in table.c if c.name not in passed)).order_by(table.c.row))


def _pairs(store: Store, key: Any, value: Any, *, where: Any = None) -> dict[str, str]:
    asked = select(key, value)
    return dict(rows(store, asked if where is None else asked.where(where)).values)


def _grouped(store: Store, table: Any, owner: str, *values: str) -> dict[str, tuple[Any, ...]]:
    """Owner -> its values in their order; with several names, each value is a tuple of them."""
    wanted = [table.c[name] for name in values]
    held = columns(store, select(table.c[owner], *wanted).order_by(table.c[owner], table.c.position))
    cells = held[values[0]] if len(values) == 1 else list(zip(*(held[name] for name in values), strict=True))
    found: dict[str, tuple[Any, ...]] = {}
    for key, cell in zip(held[owner], cells, strict=True):
        found[key] = (*found[key], cell) if key in found else (cell,)
    return found


def _reactions(store: Store, known: _Known) -> Columns:
    targets = _grouped(store, schema.reaction_target, "reaction_id", "country")
    held = _all(store, schema.reaction)
    found = known.claims(held)
    country = [code or UNKNOWN_COUNTRY for code in held["actor_country"]]
    found["event"] = known.events_of(held)
    # What a country does is counted by the event: outlets word one step in ways that no two sentences share. One event
    # may hold reactions of several kinds and countries; a cell counts only its own.
    keys = zip(found["event"], found["statement"], country, held["reaction"], strict=True)
    found["statement"] = [f"{event or own}:{code}:{reaction}" for event, own, code, reaction in keys]
    same = ("reaction", "modality", "root", "mode", "quote_id", "cue_start", "cue_end")
    found |= {name: held[name] for name in (*same, "condition_start", "condition_end")}
    return found | {
        "actor": held["actor_name"],
        "actor_kind": held["actor_kind"],
        "country": country,
        "role": held["actor_role"],
        "identity": held["actor_found_by"],
        "person": known.people(held["article_id"], held["actor_name"], held["actor_kind"], held["actor_country"]),
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


def _quotes(store: Store, known: _Known) -> Columns:
    speakers = _grouped(store, schema.quote_speaker, "quote_id", "name", "kind", "country", "role", "found_by")
    addressees = _grouped(store, schema.quote_addressee, "quote_id", "name")
    topics = _grouped(store, schema.quote_topic, "quote_id", "country")
    spans = _grouped(store, schema.quote_content, "quote_id", "start", "end")
    held = _all(store, schema.quote)
    found = known.claims(held)
    found["event"] = known.events_of(held)
    keys = held["id"]
    said = [speakers.get(key, ()) for key in keys]
    persons = [
        tuple(known.person(article, name, kind, country) for name, kind, country, _, _ in who)
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


def _reports(store: Store, known: _Known) -> Columns:
    events = _pairs(store, schema.event_report.c.report_id, schema.event_report.c.event_id)
    details: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    table = schema.report_attribute.c
    for key, *detail in rows(store, select(table.report_id, table.name, table.value, table.start, table.end)):
        details[key].append(tuple(detail))
    held = _all(store, schema.report)
    found = known.claims(held)
    found["event_id"] = [events.get(key, "") for key in held["id"]]
    found["details"] = [tuple(details.get(key, ())) for key in held["id"]]
    return found | {name: held[name] for name in ("kind", "status", "place", "cue_start", "cue_end", "claim_id")}


def _disagreements(store: Store, known: _Known) -> Columns:
    point, value, event = schema.disagreement.c, schema.disagreement_value.c, schema.event.c
    asked = (
        select(
            point.id, point.kind, point.event_id, event.title.label("event"), point.about,
            value.value, value.article_id, value.start, value.end, value.words,
        )
        .where((point.id == value.disagreement_id) & (event.id == point.event_id))
        .order_by(point.row, value.position)
    )  # fmt: skip
    held = columns(store, asked)
    at = [known.at[key] for key in held["article_id"]]
    return {**held, **{name: [known.articles[name][index] for index in at] for name in ("outlet", "title")}}


def _events(store: Store, reports: Columns, disagreements: Columns) -> Columns:
    participants = _grouped(store, schema.event_participant, "event_id", "name", "country")
    outlets: dict[str, tuple[str, ...]] = {}
    for key, outlet in zip(reports["event_id"], reports["outlet"], strict=True):
        known = outlets.get(key, ())
        if outlet not in known:
            outlets[key] = (*known, outlet)
    told = Counter(reports["event_id"])
    points = Counter(dict(zip(disagreements["id"], disagreements["event_id"], strict=True)).values())
    held = _all(store, schema.event)
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


def _made(noun: str, frame: pd.DataFrame, held: Columns, facets: Mapping[str, Held], text: Sequence[str]) -> Claims:
    statements = held["statement" if "statement" in held else "id"]
    return Claims(noun, frame, count_table(statements, held["first_day"], held["last_day"], facets), text)


def _frame(held: Columns, names: tuple[str, ...]) -> pd.DataFrame:
    # Plain objects: offsets may be missing, and a missing one must stay None, not become a float.
    return pd.DataFrame({name: pd.Series(held[name], dtype=object) for name in names}, columns=list(names))


def _reaction_claims(held: Columns) -> Claims:
    facets = {
        "country": held["country"],
        "reaction": held["reaction"],
        "target": held["targets"],
        "speaker": held["person"],
        "identity": held["identity"],
        "sure": [
            _reached("reactions", measured_key("reactions", kind, rule))
            for kind, rule in zip(held["reaction"], held["found_by"], strict=True)
        ],
        "event": held["event"],
        "outlet": held["outlet"],
    }
    return _made("reactions", _frame(held, REACTION_COLUMNS), held, facets, held["words"])


@functools.lru_cache(maxsize=4096)
def _reached(noun: str, key: str) -> tuple[str, ...]:
    """The steps of SURE that a rule or kind reaches; none where it was not measured."""
    held = measured_share(noun, key)
    return tuple(step for step in SURE if held and held.precision >= float(step))


def _quote_claims(held: Columns, reactions: Columns) -> Claims:
    carried: dict[str, tuple[str, ...]] = {}
    for quote, reaction in zip(reactions["quote_id"], reactions["reaction"], strict=True):
        if quote:
            carried[quote] = (*carried.get(quote, ()), reaction)
    facets = {
        "country": held["countries"],
        "reaction": [carried.get(key, ()) for key in held["id"]],
        "target": held["topics"],
        "speaker": held["persons"],
        "identity": held["identity"],
        "form": held["form"],
        "sure": [_reached("quotes", rule) for rule in held["found_by"]],
        "event": held["event"],
        "outlet": held["outlet"],
    }
    return _made("quotes", _frame(held, QUOTE_COLUMNS), held, facets, held["content_words"])


def _event_claims(held: Columns, reports: Columns) -> Claims:
    told: dict[str, list[str]] = defaultdict(list)
    for key, words in zip(reports["event_id"], reports["words"], strict=True):
        told[key].append(words)
    facets = {
        "country": held["countries"],
        "kind": held["kind"],
        "status": held["status"],
        "event": held["id"],
        "outlet": held["outlets"],
    }
    titled = zip(held["id"], held["title"], strict=True)
    text = [f"{title} {' '.join(told.get(key, ()))}" for key, title in titled]
    return _made("events", _frame(held, EVENT_COLUMNS), held, facets, text)
