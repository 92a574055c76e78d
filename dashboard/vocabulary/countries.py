"""Countries, organisations and blocs: their codes, and every name they go by."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from dashboard.vocabulary.tables import FOLDER, Row, read_csv_table

CountryKind = Literal["country", "territory", "former", "organisation", "bloc"]
#: The country of an actor that could not be told; no code of the list.
UNKNOWN_COUNTRY = "unknown"
COLUMNS = ("code", "iso3", "kind", "name", "official", "aliases", "adjectives", "people", "capitals", "until")
_WITH_ARTICLE = re.compile(r"^United |^Democratic |^Holy | (Islands|Republic|Union|states|countries)$|^West$")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a territory, a former state, an international organisation or a bloc.

    ``code`` is ISO 3166-1 alpha-2, ISO 3166-3 for former states, or a pseudo code for organisations and blocs;
    ``iso3`` is ISO 3166-1 alpha-3, "IGO", "UNO" or "EUR" for organisations, "" for loose blocs.
    ``people`` are nouns for its people, one and many; ``capitals`` stand for its government.
    """

    code: str
    iso3: str
    kind: CountryKind
    name: str
    official: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    until: dt.date | None = None
    """The last day of a former state."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the state itself, the usual one first."""
        return (self.name, *((self.official,) if self.official else ()), *self.aliases)

    @property
    def name_in_text(self) -> str:
        """The usual name as a sentence needs it: "the Netherlands", "the United States", "France"."""
        needs = f"The {self.name}" in self.aliases or bool(_WITH_ARTICLE.search(self.name))
        return f"the {self.name}" if needs else self.name


def _country(row: Row) -> Country:
    if row["kind"] not in get_args(CountryKind):
        raise row.refuse(f"kind {row['kind']!r}", ", ".join(get_args(CountryKind)))
    if not _CODE.fullmatch(row["code"]):
        raise row.refuse(f"code {row['code']!r}", "two to eight capitals or digits")
    return Country(
        code=row["code"],
        iso3=row["iso3"],
        kind=cast(CountryKind, row["kind"]),
        name=row["name"],
        official=row["official"],
        aliases=row.many("aliases"),
        adjectives=row.many("adjectives"),
        people=row.many("people"),
        capitals=row.many("capitals"),
        until=_last_day(row),
    )


def _last_day(row: Row) -> dt.date | None:
    try:
        return dt.date.fromisoformat(row["until"]) if row["until"] else None
    except ValueError as error:
        raise row.refuse(f"until {row['until']!r}", "a day, 1991-12-25") from error


@functools.cache
def load_countries() -> Mapping[str, Country]:
    """Every country and body by its code, in the order of the list.

    Raises VocabularyError for a bad row or a code that stands twice.
    """
    found: dict[str, Country] = {}
    for row in read_csv_table(FOLDER / "countries.csv", COLUMNS, required=("code", "kind", "name")):
        if row["code"] in found:
            raise row.refuse(f"code {row['code']} again", "each code once")
        found[row["code"]] = _country(row)
    return found


_SHORT = 3
"""Names up to this length must have the right case: "US" is a country, "us" is none."""


def find_code(name: str) -> str:
    """The code of the country or body that goes by ``name`` (any name, adjective or code), "" when there is none."""
    return _names().get(_key(name), "")


def _key(name: str) -> str:
    plain = name[4:] if name[:4].lower() == "the " else name
    return plain if len(plain) <= _SHORT else plain.casefold()


@functools.cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for country in load_countries().values():
        iso3 = (country.iso3,) if country.kind not in ("organisation", "bloc") else ()
        for name in (country.code, *country.names, *iso3, *country.adjectives, *country.people):
            found.setdefault(_key(name), country.code)
    return found


def is_capital(name: str) -> bool:
    """True for the name of a capital, in whatever case: "BRUSSELS"."""
    return name.casefold() in _capitals()


@functools.cache
def _capitals() -> frozenset[str]:
    return frozenset(capital.casefold() for country in load_countries().values() for capital in country.capitals)


def is_state(code: str) -> bool:
    """True for the code of a state or territory, also of one that is no more; not of a body, bloc or region."""
    country = load_countries().get(code)
    return country is not None and country.kind in ("country", "territory", "former")


def is_bloc(code: str) -> bool:
    """True for loose groups of states such as "the West" and "Europe"."""
    country = load_countries().get(code)
    return country is not None and country.kind == "bloc"


def country_name(code: str) -> str:
    """The usual English name for a code; the code itself when it is not in the list."""
    country = load_countries().get(code)
    return country.name if country else code
