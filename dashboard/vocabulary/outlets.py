"""Outlets of the world: the usual name, its country, and the addresses it publishes at."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import FOLDER, read_toml_table

_KEYS = {"name", "country", "domains"}
_MORE_KEYS = {"aliases", "international"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency, broadcaster or site. ``country`` is where it is edited; ``aliases`` are other spellings.

    An ``international`` one is written for readers everywhere, and has no ministers of its own.
    """

    name: str
    country: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    international: bool = False


@functools.cache
def load_outlets(path: Path = FOLDER / "outlets.toml") -> tuple[Outlet, ...]:
    """Every outlet of the list. Raises VocabularyError for a wrong entry or a domain given twice."""
    outlets = tuple(_outlet(path, key, entry) for key, entry in read_toml_table(path).items())
    seen: set[str] = set()
    for outlet in outlets:
        for domain in outlet.domains:
            if domain in seen:
                raise VocabularyError(f"{path.name}: found {domain} twice; allowed: once")
            seen.add(domain)
    return outlets


def find_outlet(name: str, url: str = "") -> str:
    """The usual name of an outlet: by the name given, else by the address; else the name as given."""
    known = _by_name().get(_even(name)) or (_by_address(url) if not name else None)
    return known.name if known else name


def outlet_country(name: str) -> str:
    """The country code of an outlet, or "" when the list does not have it."""
    known = _by_name().get(_even(name))
    return known.country if known else ""


def home_of(name: str) -> str:
    """The country whose ministers an outlet calls by their office alone, or ""."""
    known = _by_name().get(_even(name))
    return known.country if known and not known.international else ""


def _by_address(url: str) -> Outlet | None:
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    while "." in host:
        if host in _domains():
            return _domains()[host]
        host = host.split(".", 1)[1]
    return None


@functools.cache
def _by_name() -> Mapping[str, Outlet]:
    return {
        _even(name): outlet for outlet in load_outlets() for name in (outlet.name, *outlet.aliases, *outlet.domains)
    }


@functools.cache
def _domains() -> Mapping[str, Outlet]:
    return {domain: outlet for outlet in load_outlets() for domain in outlet.domains}


def _even(name: str) -> str:
    return name.casefold().strip().removeprefix("www.").removeprefix("the ")


def _outlet(path: Path, key: str, entry: object) -> Outlet:
    if not isinstance(entry, dict) or not _KEYS <= entry.keys() <= _KEYS | _MORE_KEYS:
        allowed = ", ".join(sorted(_KEYS | _MORE_KEYS))
        raise VocabularyError(f"{path.name}: [{key}]: found {entry!r}; allowed: {allowed}")
    return Outlet(
        entry["name"],
        entry["country"],
        tuple(entry["domains"]),
        tuple(entry.get("aliases", ())),
        bool(entry.get("international", False)),
    )
