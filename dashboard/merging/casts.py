"""Who takes part, compared across articles: one person under several spellings, a government and its spokesman."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.records import Actor
from dashboard.vocabulary.holders import plain_letters

Name = tuple[str, ...]
#: Kinds of actor that stand for a country as a whole.
STATES = frozenset({"country", "government", "armed_forces", "people"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons (or bodies without a country) by the words of their names, and the countries that take part."""

    names: frozenset[Name]
    countries: frozenset[str]


def to_cast(actors: Iterable[Actor]) -> Cast:
    """The names and countries of these actors."""
    held = tuple(actors)
    names = frozenset(to_name(actor.name) for actor in held if actor.kind == "person" or not actor.country)
    return Cast(names - {()}, frozenset(actor.country for actor in held if actor.country))


def to_name(name: str) -> Name:
    """The words of a name without case, accents, hyphens and initials' dots: "Kim Jong-un" gives kim, jong, un."""
    letters = "".join(c if c.isalnum() or c == "'" else " " for c in plain_letters(name.replace("’", "'")))
    return tuple(word for word in letters.lower().removeprefix("the ").split() if word != "'s")


def is_same_name(one: Name, other: Name) -> bool:
    """True when one name is the other, or a part of it: "Putin" and "Vladimir Putin", "Jongun" and "Kim Jong-un"."""
    if one == other or set(one) <= set(other) or set(other) <= set(one):
        return True
    return len(one) != len(other) and (_ends_with(one, other) or _ends_with(other, one))


def _ends_with(name: Name, end: Name) -> bool:
    """True where the last words of ``name``, written in one, are ``end`` written in one."""
    return any("".join(name[n:]) == "".join(end) for n in range(len(name)))


def shared_names(one: Iterable[Name], other: Iterable[Name]) -> int:
    """How many names of ``one`` are also in ``other``."""
    held = tuple(other)
    return sum(any(is_same_name(name, each) for each in held) for name in one)


def agreement(one: Cast, other: Cast) -> float:
    """How far a cast agrees with that of an event, 0 to 1; 0 when they cannot be the same event.

    Persons count before countries: the same two countries with other persons are another meeting.
    """
    both = len(one.names) if one.names == other.names else shared_names(one.names, other.names)
    fewer = min(len(one.names), len(other.names))
    if fewer and both < min(fewer, 2):
        return 0.0
    lands = len(one.countries & other.countries)
    fewer_lands = min(len(one.countries), len(other.countries))
    if fewer:
        return 1.0 if both >= 2 or both == len(one.names) else 0.7
    return lands / fewer_lands if fewer_lands else 0.0


def merge_actors(casts: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """One actor for all spellings, under the fullest name: those often named first, doers before others.

    A country goes when one of its people takes part, unless it does so beside them: it recalls its envoy.
    """
    found: list[list[Actor]] = []
    ranks: list[list[int]] = []
    held = tuple(casts)
    for cast in held:
        for rank, actor in enumerate(cast):
            place = next((n for n, group in enumerate(found) if is_same_actor(group[0], actor)), None)
            if place is None:
                found.append([actor])
                ranks.append([rank])
            else:
                found[place].append(actor)
                ranks[place].append(rank)
    most = max(map(len, found), default=0)
    order = sorted(
        range(len(found)), key=lambda n: (2 * len(found[n]) < most, sum(ranks[n]) / len(ranks[n]), -len(found[n]), n)
    )
    actors = [_fullest(found[n]) for n in order]
    persons = {actor.country for actor in actors if actor.kind == "person" and actor.country}
    apart = {actor.country for cast in held for actor in cast if actor.kind in STATES and _has_person(cast, actor)}
    return tuple(actor for actor in actors if actor.kind not in STATES or actor.country not in persons - apart)


def _has_person(cast: tuple[Actor, ...], state: Actor) -> bool:
    return any(actor.kind == "person" and actor.country == state.country for actor in cast)


def is_same_actor(one: Actor, other: Actor) -> bool:
    """True for one country under two names, and for one person or body under two spellings."""
    if one.kind in STATES and other.kind in STATES:
        return bool(one.country) and one.country == other.country
    if one.country and other.country and one.country != other.country:
        return False
    if one.kind in STATES or other.kind in STATES:
        return False
    name, other_name = to_name(one.name), to_name(other.name)
    return is_same_name(name, other_name) or _is_acronym(name, other_name) or _is_acronym(other_name, name)


def _is_acronym(short: Name, name: Name) -> bool:
    """True for "EU" beside "European Union"."""
    return len(short) == 1 and len(name) > 1 and short[0] == "".join(word[0] for word in name)


def _fullest(actors: list[Actor]) -> Actor:
    counts = Counter(actors)
    return max(
        counts,
        key=lambda a: (bool(a.country), "'s" not in a.name, len(to_name(a.name)), bool(a.role), counts[a], a.name),
    )
