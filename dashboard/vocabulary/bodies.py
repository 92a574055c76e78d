"""Bodies that act or speak (ministries, forces, parties, armed groups, media), and places, with their country."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal, cast, get_args

from dashboard.records import ActorKind
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.tables import FOLDER, Row, read_csv_table

PlaceKind = Literal["city", "region", "phrase"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body with one name in many spellings. ``role`` is its PLOVER actor code.

    ``is_seat`` marks a building or street that stands for who sits there, and may be meant as the building.
    """

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: ActorKind
    role: str
    is_seat: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the body, the usual one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Place:
    """A city or region in its country; a ``phrase`` holds a country's name without meaning it ("Korean War")."""

    name: str
    country: str
    kind: PlaceKind


@functools.cache
def load_bodies() -> tuple[Body, ...]:
    """Every listed body. Raises VocabularyError for a bad row."""
    columns = ("name", "aliases", "country", "kind", "role", "seat")
    rows = read_csv_table(FOLDER / "bodies.csv", columns, required=("name", "kind", "role"))
    return tuple(_body(row) for row in rows)


def _body(row: Row) -> Body:
    if row["kind"] not in get_args(ActorKind):
        raise row.refuse(f"kind {row['kind']!r}", ", ".join(get_args(ActorKind)))
    if row["seat"] not in ("", "seat"):
        raise row.refuse(f"seat {row['seat']!r}", "'seat' or nothing")
    kind = cast(ActorKind, row["kind"])
    return Body(row["name"], row.many("aliases"), checked_code(row), kind, row["role"], bool(row["seat"]))


@functools.cache
def load_places() -> tuple[Place, ...]:
    """Every listed place. Raises VocabularyError for a bad row."""
    return tuple(_place(row) for row in read_csv_table(FOLDER / "places.csv", ("name", "country", "kind"), ("name",)))


@functools.cache
def regions() -> frozenset[str]:
    """The names of the listed regions of states: "Catalonia", "Abkhaz"."""
    return frozenset(place.name for place in load_places() if place.kind == "region")


def _place(row: Row) -> Place:
    if row["kind"] not in get_args(PlaceKind):
        raise row.refuse(f"kind {row['kind']!r}", ", ".join(get_args(PlaceKind)))
    return Place(row["name"], checked_code(row), cast(PlaceKind, row["kind"]))


def checked_code(row: Row, column: str = "country") -> str:
    """The code in this cell, or "". Raises VocabularyError when ``countries.csv`` does not list it."""
    if row[column] and row[column] not in load_countries():
        raise row.refuse(f"{column} {row[column]!r}", "a code of countries.csv")
    return row[column]
