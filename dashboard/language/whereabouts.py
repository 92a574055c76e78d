"""The state of those of whom a text says where they are: "residents", "a regional commander"."""

from __future__ import annotations

from dashboard.language.contexts import Context
from dashboard.language.descriptions import (
    KIND_OF_CODE,
    is_mission,
    is_of_home,
    is_stationed,
)
from dashboard.language.items import Item, Phrase
from dashboard.records import Actor, ActorKind
from dashboard.vocabulary.bodies import regions
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.roles import Roles
from dashboard.vocabulary.word_sets import word_set

_HOME_VOICES = frozenset({"official", "minister", "source"})
_LOCAL = word_set("local")
_ELSEWHERE = frozenset({"foreign", "western", "un", "u.n.", "nato", "eu", "regional bloc", "aid", "peacekeeping"})
_LOCAL_CODES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "MED", "HLH", "CVL"})
_TOWN_OFFICES = frozenset({"mayor", "prefect", "alderman", "headman", "subprefect", "sub-prefect", "councillor"})
_MEETING = frozenset({"G7", "G8", "G20", "G77", "BRICS", "QUAD", "NAM"})
"""Blocs whose ministers meet and speak as one, as "Western ministers" do not."""


def spoken_for(roles: Roles, context: Context, item: Item, phrase: Phrase) -> str:
    """The state for which several speak that are said without one: "Commerce Ministry officials insist"."""
    speaks = phrase.head.is_plural and phrase.head.singular in roles.serving and item.is_subject
    if not speaks or phrase.determiner not in ("", "the", "some", "several", "two", "three", "many"):
        return ""
    if phrase.determiner == "" and phrase.head.singular in _HOME_VOICES and is_of_home(phrase):
        told = context.told_before(item) if phrase.words.lower() in ("officials", "officials said") else ""
        return told or context.country_of_speaker(item, phrase) or context.reported_from
    return context.country_of_speaker(item, phrase)


def of_the_place(roles: Roles, context: Context, item: Item, phrase: Phrase) -> str:
    """The state of those who are of the place where the text is set: "residents", "a regional commander"."""
    bare = phrase.possessor is None and phrase.pronoun is None and not phrase.countries and not phrase.is_former
    words = phrase.words.lower().replace("-", " ").split()
    lives = phrase.head.singular in roles.of_the_place
    if not bare or not (lives or phrase.head.is_person) or phrase.of_body or not _ELSEWHERE.isdisjoint(words):
        return ""
    serves = phrase.head.code in _LOCAL_CODES and not _LOCAL.isdisjoint(words)
    rules = phrase.head.singular in _TOWN_OFFICES
    return context.local_state(item) if lives or serves or rules else ""


def of_region(roles: Roles, nexts: dict[int, Item], item: Item) -> Actor | None:
    """The government of a region of a state: "the government of Catalonia", "authorities in Abkhazia"."""
    after = nexts.get(id(item))
    inside = [each for each in item.swallowed if each.listed is not None and each.listed.kind == "place"]
    if after is not None and item.tokens.lowers[item.end : after.start] in (["in"], ["of"]):
        inside += [after] if after.listed is not None and after.listed.kind == "place" else []
    place = inside[-1].listed.actor if inside and inside[-1].listed is not None else None
    if place is None or place.name not in regions():
        return None
    breaks_away = place.name in roles.breakaway
    head = item.phrase.head.word.capitalize() if item.phrase is not None else ""
    name = f"{head} {'in' if head == 'Authorities' else 'of'} {inside[-1].text}"
    return Actor(name, "government", "" if breaks_away else place.country, "", "text")


def nameless(roles: Roles, item: Item, phrase: Phrase, country: str) -> Actor:
    """Whoever a phrase describes without a name, of its country or the article's; of none for those sent abroad."""
    head = phrase.head.singular
    of_bloc = country and head in roles.of_no_bloc and load_countries()[country].kind == "bloc"
    of_bloc = of_bloc and not (phrase.head.is_plural and head == "minister" and country in _MEETING)
    if of_bloc or (head in roles.stationed and is_stationed(item, phrase) and not is_mission(phrase)):
        country = ""
    found_by = "text" if phrase.countries else "article" if country else "unsure"
    words = phrase.words
    if phrase.head.is_person:
        kind: ActorKind = "group" if phrase.head.is_plural else "unnamed"
    else:
        kind = KIND_OF_CODE.get(phrase.head.code, "body")
    return Actor(words, kind, country, phrase.role or phrase.head.word, found_by)
