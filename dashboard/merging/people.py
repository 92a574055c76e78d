"""One entry for each person or body over all articles, whatever the spelling."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.records import Actor, ActorKind, Person, Reading
from dashboard.vocabulary.bodies import load_bodies
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.holders import folded, holdings_by_name, name_key

MAX_ROLES = 6
KEPT_KEYS = 50_000
"""How many actors keep their key between two mentions: most are spoken of again and again."""
_HOW_SURE = ("text", "article", "articles", "holders", "unsure")
_ARTICLE = re.compile(r"^(the|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class People:
    """Everyone who is spoken of. ``ids`` leads from (article id, name as found there) to a person's id."""

    persons: tuple[Person, ...]
    ids: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """One actor as one article shows it."""

    article_id: str
    actor: Actor


def merge_people(readings: Iterable[Reading]) -> People:
    """One Person for each person, government or body of the readings, sorted by id, and who each name found is.

    Two spellings are one person when the dated table of office-holders says so, or when they differ only in case,
    accents, hyphens, initials, order or romanisation and no text gives them two countries. A surname alone joins the
    one person of that surname in the corpus; where two fit it stays by itself, "unsure".
    """
    seen = [each for reading in readings for each in _actors(reading)]
    groups = _groups(seen)
    persons: list[Person] = []
    ids: dict[tuple[str, str], str] = {}
    for (country, slug), many in sorted(groups.items()):
        person = _person(country, slug, many)
        persons.append(person)
        for each in many:
            ids.setdefault((each.article_id, each.actor.name), person.id)
    return People(tuple(sorted(persons, key=lambda person: person.id)), ids)


def _actors(reading: Reading) -> Iterator[_Seen]:
    article_id = reading.article.id
    for mention in reading.mentions:
        if not mention.place:
            yield from (_Seen(article_id, actor) for actor in mention.actors)
    for quote in reading.quotes:
        yield from (_Seen(article_id, actor) for actor in (*quote.speakers, *quote.addressees))
        if quote.relayed_by is not None:
            yield _Seen(article_id, quote.relayed_by)
    yield from (_Seen(article_id, reaction.actor) for reaction in reading.reactions)
    for report in reading.reports:
        yield from (_Seen(article_id, actor) for actor in report.participants)


def _groups(seen: Iterable[_Seen]) -> dict[tuple[str, str], list[_Seen]]:
    """Who belongs together, by country and slug of the usual name."""
    persons: dict[str, list[_Seen]] = defaultdict(list)
    others: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for each in seen:
        if each.actor.kind == "person":
            persons[_person_key(each.actor)].append(each)
        else:
            others[each.actor.country, _body_key(each.actor)].append(each)
    _join_surnames(persons)
    for key, many in persons.items():
        for country, part in _by_country(many).items():
            others[country, _slug(_usual_name(part) or key)].extend(part)
    return dict(others)


@functools.lru_cache(maxsize=KEPT_KEYS)
def _person_key(actor: Actor) -> str:
    """The same key for every spelling of a name: the table's name if it has one, folded, its words sorted."""
    key = name_key(actor.name)
    holdings = holdings_by_name().get(key, ())
    if holdings and (not actor.country or any(each.country == actor.country for each in holdings)):
        key = name_key(holdings[0].name)
    words = [word for word in key.split() if len(word) > 1] or key.split()
    return " ".join(sorted(folded(word) for word in words))


def _join_surnames(persons: dict[str, list[_Seen]]) -> None:
    """Moves one-word names to the one full name that has this word, in the same country where it is known."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in persons:
        if " " in key:
            for word in key.split():
                by_word[word].append(key)
    for key in sorted(key for key in persons if " " not in key):
        countries = {each.actor.country for each in persons[key] if each.actor.country}
        fits = [full for full in by_word.get(key, ()) if _agree(countries, persons[full])]
        if len(fits) == 1:
            persons[fits[0]].extend(persons.pop(key))


def _agree(countries: set[str], many: Iterable[_Seen]) -> bool:
    known = {each.actor.country for each in many if each.actor.country}
    return not countries or not known or not countries.isdisjoint(known)


def _by_country(many: list[_Seen]) -> dict[str, list[_Seen]]:
    """Namesakes of different countries apart; those of no known country join the only country there is."""
    parts: dict[str, list[_Seen]] = defaultdict(list)
    for each in many:
        parts[each.actor.country].append(each)
    known = [country for country in parts if country]
    if "" in parts and len(known) == 1:
        parts[known[0]].extend(parts.pop(""))
    return parts


@functools.lru_cache(maxsize=KEPT_KEYS)
def _body_key(actor: Actor) -> str:
    """The slug of a body without its country's name before it; a state and its government are one speaker."""
    country = load_countries().get(actor.country)
    if country is not None and (actor.name in country.names or actor.name == f"Government of {country.name_in_text}"):
        return "government" if country.kind in ("country", "territory", "former") else _slug(country.name)
    name = _listed_names().get((actor.country, actor.name)) or _ARTICLE.sub("", actor.name)
    if country is not None:
        name = name.removesuffix(f" of {country.name_in_text}")
    for own in (*country.names, *country.adjectives, *country.capitals) if country is not None else ():
        for start in (f"{own}'s ", f"{own}’s ", f"{own} "):
            if name.startswith(start) and len(name) > len(start):
                return _slug(name.removeprefix(start))
    return _slug(name)


@functools.cache
def _listed_names() -> Mapping[tuple[str, str], str]:
    """The usual name of each listed body by its country and any of its names."""
    return {(body.country, name): body.name for body in load_bodies() for name in body.names}


def _slug(name: str) -> str:
    return name_key(name).replace(" ", "-")


def _usual_name(many: Iterable[_Seen]) -> str:
    """The table's name where it has one, else the fullest of the most frequent spellings."""
    counts = Counter(each.actor.name for each in many)
    for name in sorted(counts):
        holdings = holdings_by_name().get(name_key(name), ())
        if holdings and len({each.name for each in holdings}) == 1:
            return holdings[0].name
    return max(counts, key=lambda name: (len(name.split()), counts[name], name), default="")


def _person(country: str, slug: str, many: list[_Seen]) -> Person:
    kinds = Counter(each.actor.kind for each in many)
    kind: ActorKind = "government" if slug == "government" else min(kinds, key=lambda one: (-kinds[one], one))
    name = _name(country, slug, kind, many)
    names = Counter(each.actor.name for each in many)
    roles = Counter(each.actor.role for each in many if each.actor.role)
    return Person(
        id=f"{country.lower() or 'unknown'}-{slug}",
        name=name,
        kind=kind,
        country=country,
        roles=tuple(role for role, _ in sorted(roles.items(), key=lambda pair: (-pair[1], pair[0])))[:MAX_ROLES],
        aliases=tuple(sorted(alias for alias in names if alias != name)),
        found_by=_found_by(country, many),
    )


def _name(country: str, slug: str, kind: ActorKind, many: list[_Seen]) -> str:
    if slug == "government" and country in load_countries():
        return f"Government of {load_countries()[country].name_in_text}"
    if kind == "person":
        return _usual_name(many)
    counts = Counter(each.actor.name for each in many)
    return min(counts, key=lambda name: (-counts[name], name))


def _found_by(country: str, many: Iterable[_Seen]) -> str:
    """The surest of what the articles say; "articles" where only other articles know the country."""
    surest = min((each.actor.found_by for each in many), key=_HOW_SURE.index)
    knows_itself = all(each.actor.country for each in many)
    return "articles" if country and not knows_itself and surest == "unsure" else surest
