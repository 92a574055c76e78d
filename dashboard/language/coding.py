"""An actor's words coded as event data codes them: country (ISO 3166-1 alpha-3) and PLOVER role."""

from __future__ import annotations

import datetime as dt

from spacy.language import Language

from dashboard.language.actor_phrases import role_code
from dashboard.language.actors import find_actors, read_items
from dashboard.language.items import Item
from dashboard.language.sentences import find_passages
from dashboard.records import UNKNOWN_WHEN, Actor, Article, When, Zone
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.holders import Holding, holdings_by_name, holdings_by_word, name_key
from dashboard.vocabulary.roles import Roles, load_roles

_RANK = {"phrase": 0, "person": 1, "listed": 2, "pronoun": 9}


def code_actor(nlp: Language, words: str, *, context: str = "", day: dt.date | None = None) -> tuple[str, str]:
    """Country code and role code of an actor's words; "" where there is none.

    ``context`` is read for the country only when the words themselves give none.
    """
    roles = load_roles()
    items, actors = _read(nlp, words, day)
    main = None if _terms_of_word(words) else _main(items)
    code = _country(main, items, words, actors)
    if not code and context:
        code = _only_country(nlp, context, day)
    country = load_countries().get(code)
    return country.iso3 if country else "", _role(main, items, words, actors, day, roles)


def _article(words: str, day: dt.date | None) -> Article:
    when = When(day, day, "metadata") if day else UNKNOWN_WHEN
    return Article("", words, (Zone("body", 0, len(words)),), published=when)


def _read(nlp: Language, words: str, day: dt.date | None) -> tuple[list[Item], tuple[Actor, ...]]:
    ((article, passages),) = find_passages(nlp, [_article(words, day)])
    mentions = find_actors(article, passages)
    return read_items(passages), tuple(actor for mention in mentions for actor in mention.actors)


def _main(items: list[Item]) -> Item | None:
    """The item that the words are about: an office or description before a name, a name before a country."""
    return min(items, key=lambda item: (_RANK[item.kind], item.start), default=None)


def _country(main: Item | None, items: list[Item], words: str, actors: tuple[Actor, ...]) -> str:
    if main is not None and main.phrase is not None and main.phrase.countries:
        return main.phrase.countries[0]
    found = [actor.country for actor in actors if actor.country]
    if found:
        return found[0]
    if main is None and (terms := _terms_of_word(words)):
        return terms[-1].country
    listed = [item.listed.actor.country for item in items if item.listed is not None and item.listed.actor.country]
    return listed[0] if listed else ""


def _only_country(nlp: Language, context: str, day: dt.date | None) -> str:
    _, actors = _read(nlp, context, day)
    codes = {actor.country for actor in actors if actor.country}
    return codes.pop() if len(codes) == 1 else ""


def _role(
    main: Item | None, items: list[Item], words: str, actors: tuple[Actor, ...], day: dt.date | None, roles: Roles
) -> str:
    if main is None:
        terms = _terms_of_word(words)
        return _role_in_terms(terms, day, roles) if terms else role_code(words, roles)
    if main.phrase is not None:
        if main.listed is not None and main.listed.code:
            return main.listed.code
        whole = main.name is None and main.phrase.head.is_person and all(item.name is None for item in items)
        own = role_code(words if whole else main.phrase.words, roles)
        bodies = [item.listed.code for item in main.swallowed if item.listed is not None and item.listed.code]
        if own == "GOV" and bodies and main.phrase.head.singular not in roles.firm:
            return bodies[0]
        return own
    if main.kind == "person":
        return _role_of_person(actors, day, roles)
    if main.listed is None:
        return ""
    if main.listed.code:
        return main.listed.code
    if main.listed.kind == "country" and main.listed.actor.kind == "body":
        return "IGO"
    if main.listed.kind == "people":
        return next((roles.deciding[word] for word in words.lower().split() if word in roles.deciding), "")
    return {"capital": "GOV", "place": "CVL"}.get(main.listed.kind, "")


def _role_of_person(actors: tuple[Actor, ...], day: dt.date | None, roles: Roles) -> str:
    for actor in actors:
        terms = holdings_by_name().get(name_key(actor.name), ())
        if terms:
            return _role_in_terms(terms, day, roles)
    return "CVL"


def _terms_of_word(word: str) -> tuple[Holding, ...]:
    """The offices of the one person of this family name; empty when several bear it."""
    many = holdings_by_word().get(name_key(word), ())
    return tuple(sorted(many, key=lambda each: each.first)) if len({each.name for each in many}) == 1 else ()


def _role_in_terms(terms: tuple[Holding, ...], day: dt.date | None, roles: Roles) -> str:
    """The code of the office on the day; of a former holder ELI; without a day that of the last office."""
    if day is None:
        return role_code(terms[-1].role, roles)
    held = [term for term in terms if term.holds_on(day)]
    return role_code(held[0].role, roles) if held else "ELI"
