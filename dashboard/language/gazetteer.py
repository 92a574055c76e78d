"""Every listed name of a country, body, place or office-holder, ready to be found in a passage."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dashboard.language.lexicon import Lexicon
from dashboard.records import Actor, MentionForm
from dashboard.vocabulary.bodies import load_bodies, load_places
from dashboard.vocabulary.countries import Country, load_countries
from dashboard.vocabulary.holders import load_holders

ListedKind = Literal["country", "people", "nationality", "capital", "seat", "body", "place", "phrase", "person"]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a listed name means. ``rival`` is the other country that a name like "Georgia" may mean."""

    actor: Actor
    kind: ListedKind
    form: MentionForm
    rival: str = ""
    plural: bool = False
    code: str = ""
    """The PLOVER actor code of a body or place."""


_INITIALS = re.compile(r"(?<=\b[A-Z])\. (?=[A-Z]\.)")
"""Between two initials, which are written with a blank and without: "T. S. Rao", "T.S. Rao"."""
_SHORTEST = 3
"""Names of so few letters are not looked up in capitals, as datelines write cities: they are abbreviations there."""


@functools.cache
def load_gazetteer() -> Lexicon[Listed]:
    """All listed names. Where two lists hold one name, phrases win, then countries, bodies, places and persons."""
    return Lexicon((*_phrases(), *_countries(), *_bodies(), *_places(), *_persons()))


def government_of(country: Country) -> Actor:
    """The government of a state, as its capital stands for it: "Government of the Netherlands"."""
    return Actor(f"Government of {country.name_in_text}", "government", country.code)


def state(country: Country) -> Actor:
    """The state itself, the organisation or the bloc."""
    if country.kind == "bloc":
        return Actor(country.name, "group", country.code)
    return Actor(country.name, "body" if country.kind == "organisation" else "country", country.code)


def _phrases() -> Iterator[tuple[str, Listed]]:
    for place in load_places():
        if place.kind == "phrase":
            yield place.name, Listed(Actor(place.name, "body"), "phrase", "name")


def _countries() -> Iterator[tuple[str, Listed]]:
    rivals = {place.name: place.country for place in load_places()}
    rivals |= {
        name: country.code
        for country in load_countries().values()
        if country.kind == "former"
        for name in country.capitals
    }
    for country in load_countries().values():
        actor = state(country)
        for name in country.names:
            form: MentionForm = "country" if actor.kind == "country" else "name"
            plural = country.kind == "bloc" and name.endswith("s")
            listed = Listed(actor, "country", form, rivals.get(name, ""), plural)
            yield name, listed
            if form == "country" and len(name) > _SHORTEST:
                yield name.upper(), listed  # as the first words of a story
        for name in country.adjectives:
            yield name, Listed(actor, "nationality", "nationality")
        for name in country.people:
            yield name, Listed(Actor(name, "people", country.code), "people", "nationality", "", name.endswith("s"))
        for name in country.capitals:
            capital = actor if actor.kind == "body" else government_of(country)
            yield name, Listed(capital, "capital", "metonym", rivals.get(name, ""))
            if len(name) > _SHORTEST:
                yield name.upper(), Listed(capital, "capital", "metonym", rivals.get(name, ""))


def _bodies() -> Iterator[tuple[str, Listed]]:
    for body in load_bodies():
        actor = Actor(body.name, body.kind, body.country)
        kind: ListedKind = "seat" if body.is_seat else "body"
        listed = Listed(actor, kind, "metonym" if body.is_seat else "name", code=body.role)
        for name in body.names:
            yield name, listed


def _places() -> Iterator[tuple[str, Listed]]:
    for place in load_places():
        if place.kind != "phrase":
            listed = Listed(Actor(place.name, "country", place.country), "place", "name")
            yield place.name, listed
            if place.kind == "city" and len(place.name) > _SHORTEST:
                yield place.name.upper(), listed


def _persons() -> Iterator[tuple[str, Listed]]:
    for holding in load_holders():
        for name in (holding.name, *holding.aliases):
            if " " in name:
                listed = Listed(Actor(holding.name, "person"), "person", "name")
                for written in {name, _INITIALS.sub(".", name)}:
                    yield written, listed
                    yield written.upper(), listed  # as the first words of a tabloid's story
