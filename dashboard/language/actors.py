"""People, offices, bodies and countries that an article speaks of, each resolved to who is meant."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.language.actor_phrases import find_phrases
from dashboard.language.antecedents import ONE_OF_TWO, PAIR, PRONOUNS
from dashboard.language.apposed_bodies import name_bodies
from dashboard.language.appositions import link
from dashboard.language.contexts import Frame
from dashboard.language.era import federation_of, find_days
from dashboard.language.items import Item, Phrase
from dashboard.language.listed_names import find_listed_names
from dashboard.language.names import Cover, find_names, items_of, put_items
from dashboard.language.names_beside import (
    find_names_after_offices,
    find_names_after_owners,
    find_names_before_offices,
    take_for_persons,
)
from dashboard.language.nationalities import (
    nation_of,
    of_a_people,
    owner_of,
    rules_over,
)
from dashboard.language.references import Resolver, people_of
from dashboard.language.register import Known, Register, name_text
from dashboard.language.rivals import HOME_MENTIONS, decide_former, decide_offices, decide_rivals, find_halves
from dashboard.language.sentences import Passage
from dashboard.language.short_names import find_short_names
from dashboard.language.tokens import Tokens, read_tokens
from dashboard.language.unlisted_bodies import find_initials, find_unlisted_bodies
from dashboard.records import Article, Mention, When
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.outlets import home_of
from dashboard.vocabulary.roles import Roles, load_roles
from dashboard.vocabulary.terms import Days

_TOP_LINES = 6
"""So many lines above the text may name the outlet."""
_BETWEEN = re.compile(r"\s*(?:[|·•,(/]|[-–—] | [-–—])\s*")
"""What parts its name from the rest: "City News · Posted: ..."."""


def find_actors(article: Article, passages: tuple[Passage, ...]) -> tuple[Mention, ...]:
    """Every mention of an actor in the passages, sorted by span, none across another.

    Pronouns and descriptions of whom the article does not say enough are left out; a person whose country neither the
    article nor the dated table gives has country "" and ``found_by`` "unsure".
    """
    roles = load_roles()
    pages = _read(passages)
    covers, days = _covers(pages, roles, article.published)
    register = Register(roles, days)
    register.add_full_names(item for cover in covers for each in items_of(cover) for item in (each, *each.swallowed))
    for item in (item for cover in covers for item in items_of(cover) if item.name is not None):
        register.add_knight(item)
    for tokens, cover in zip(pages, covers, strict=True):
        put_items(cover, find_short_names(tokens, cover, register))
        put_items(cover, _pronouns(tokens, cover))
    items = [item for cover in covers for item in items_of(cover)]
    found = (_on_those_days(mention, days) for mention in _resolved(items, register, roles, _edited_in(article)))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _on_those_days(mention: Mention, days: Days | None) -> Mention:
    """The mention with the countries of its days: Serbia's president of 1998 speaks for Yugoslavia."""
    if all(federation_of(actor.country, days) == actor.country for actor in mention.actors):
        return mention
    actors = tuple(replace(actor, country=federation_of(actor.country, days)) for actor in mention.actors)
    return replace(mention, actors=actors)


def read_items(passages: tuple[Passage, ...]) -> list[Item]:
    """What the passages name and describe, in order, before it is known who is who."""
    return [item for cover in _covers(_read(passages), load_roles())[0] for item in items_of(cover)]


def _covers(pages: list[Tokens], roles: Roles, published: When | None = None) -> tuple[list[Cover], Days | None]:
    """For each passage the item that holds each token, and the days on which the article may have been written.

    The items are listed names, names of persons, phrases and unlisted bodies.
    """
    covers = [find_listed_names(tokens, roles) for tokens in pages]
    decide_rivals(covers)
    find_halves(pages, covers, roles)
    for tokens, cover in zip(pages, covers, strict=True):
        put_items(cover, find_names(tokens, cover, roles))
    days = find_days(published, (name_text(item) for cover in covers for item in items_of(cover) if item.name))
    decide_former(covers, days)
    for tokens, cover in zip(pages, covers, strict=True):
        for _ in find_phrases(tokens, cover, roles):
            pass
        put_items(cover, find_names_after_offices(tokens, cover, roles))
        put_items(cover, find_names_before_offices(tokens, cover, roles))
        put_items(cover, find_names_after_owners(tokens, cover, roles))
        put_items(cover, find_unlisted_bodies(tokens, cover, roles))
        put_items(cover, find_initials(tokens, cover))
        put_items(cover, name_bodies(tokens, cover, roles))
        take_for_persons(list(items_of(cover)))
    return covers, days


def _read(passages: Iterable[Passage]) -> list[Tokens]:
    pages: list[Tokens] = []
    sentence = 0
    for passage in passages:
        tokens = read_tokens(passage, sentence)
        sentence = (tokens.sentences[-1] if tokens.sentences else sentence) + 1
        pages.append(tokens)
    return pages


def _pronouns(tokens: Tokens, cover: Cover) -> Iterator[Item]:
    for index, lower in enumerate(tokens.lowers):
        if lower in PRONOUNS and cover[index] is None and tokens.tags[index] in ("PRP", "PRP$"):
            yield Item(tokens, index, index + 1, index, "pronoun")
        elif lower in PAIR | ONE_OF_TWO and cover[index] is None and _stands_alone(tokens, index):
            yield Item(tokens, index - 1, index + 1, index, "pronoun")
        elif lower == "old" and index > 4 and tokens.lowers[index - 3 : index] == ["-", "year", "-"]:
            alone = index + 1 >= len(tokens) or not tokens.tags[index + 1].startswith("NN")
            if alone and tokens.lowers[index - 5] == "the" and not any(cover[index - 4 : index + 1]):
                yield Item(tokens, index - 4, index + 1, index, "pronoun")  # "the 93-year-old wrote"


def _stands_alone(tokens: Tokens, index: int) -> bool:
    """True for "the two agreed" and "the latter's aide"; not for "the former king", "the pair of them"."""
    if tokens.lowers[index - 1 : index] != ["the"] or tokens.lowers[index + 1 : index + 2] == ["of"]:
        return False
    return tokens.deps[index] in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")


def _second_office(item: Item, items: list[Item]) -> Phrase | None:
    """The office joined to one in apposition: "Rao, minister of Fiji and Chairman of the Forum, said"."""
    after = next((each for each in items[items.index(item) + 1 :][:1] if each.tokens is item.tokens), None)
    if after is None or after.phrase is None or after.name is not None or after.linked is not None:
        return None
    joined = item.tokens.lowers[item.end : after.start] == ["and"] and after.phrase.determiner == ""
    single = after.phrase.head.is_person and not after.phrase.head.is_plural and not after.phrase.countries
    return after.phrase if joined and single else None


def _resolved(items: list[Item], register: Register, roles: Roles, edited_in: str) -> Iterator[Mention]:
    whom = people_of(items, register)
    link(items, whom)
    home, dateline = _home(items), _dateline(items)
    decide_offices(items, (dateline, home))
    for item in items:
        known = whom.get(id(item)) or (whom.get(id(item.linked)) if item.linked else None)
        if known is not None and item.phrase is not None:
            register.describe(known, item.phrase, item.phrase.countries[0] if item.phrase.countries else "")
            second = _second_office(item, items) if item.linked is not None else None
            if second is not None:
                register.describe(known, second, "")
    for item in items:
        if (known := whom.get(id(item))) is not None:
            _note_signs(item, known, roles)
    for before, after in itertools.pairwise(items):
        if (known := whom.get(id(before))) is not None and not known.country and rules_over(before, after):
            known.country, known.found_by = after.listed.actor.country if after.listed else "", "text"
        if (known := whom.get(id(after))) is not None and not known.country and after.phrase is None:
            known.country, known.found_by = owner_of(before, after) or nation_of(before, after), "text"
            known.found_by = known.found_by if known.country else "unsure"
    for people, names in of_a_people(items):
        if (known := whom.get(id(names))) is not None and not known.country:
            known.country, known.found_by = people, "text"
    for known in register.people:
        register.look_up(known)
    frame = Frame(dateline, home, edited_in)
    resolver = Resolver(register, roles, frame)
    mentions = list(resolver.mentions(items, whom))
    late = resolver.placed_late
    for known in register.people:
        late |= register.place_at_home(known, home, resolver.unplaced)
    late |= any(register.named_later(*each) is not None for each in resolver.sought)
    # Who was named before their office was said (in the headline) is resolved again.
    return Resolver(register, roles, frame).mentions(items, whom) if late else iter(mentions)


def _edited_in(article: Article) -> str:
    """The state whose ministers the article's outlet calls by their office alone; "" for none."""
    if article.outlet:
        return home_of(article.outlet)
    above = (
        article.text[zone.start : zone.end]
        for zone in article.zones[:_TOP_LINES]
        if zone.name not in ("body", "headline")
    )
    return next((home for line in above for part in _BETWEEN.split(line) if (home := home_of(part))), "")


def _dateline(items: list[Item]) -> str:
    """The state of the dateline, where the first words of the article are about it too; else ""."""
    every = (item for each in items for item in (*each.swallowed, each))
    first = list(itertools.islice((item for item in every if item.listed is not None and item.listed.actor.country), 4))
    codes = [item.listed.actor.country for item in first if item.listed is not None]
    placed = [code for item, code in zip(first, codes, strict=True) if item.place and item.start == 0]
    return placed[0] if placed and codes.count(placed[0]) > 1 else ""


def _note_signs(item: Item, known: Known, roles: Roles) -> None:
    """What stands around a name: "Mrs" before it, the party and state of an American politician after it."""
    texts = item.tokens.texts
    start = item.name[0] if item.name else item.start
    title = texts[start - 1] if start else ""
    if title in roles.female or title in roles.male:
        known.gender = "f" if title in roles.female else "m"
    after = texts[item.end : item.end + 3]
    if not known.country and len(after) == 3 and after[0] == "(" and after[1] in ("R", "D", "I") and after[2] == "-":
        known.country, known.found_by = "US", "text"


def _home(items: Iterable[Item]) -> str:
    """The state that an article is about far more than about any other, "" when there is none."""
    listed = [item.listed for each in items for item in (each, *each.swallowed) if item.listed is not None]
    states = load_countries()
    counts = Counter(
        each.actor.country
        for each in listed
        if each.actor.country and states[each.actor.country].kind == "country" and each.actor.kind != "media"
    ).most_common(2)
    first, second = (*counts, ("", 0), ("", 0))[:2]
    return first[0] if first[1] >= HOME_MENTIONS and first[1] >= 2 * second[1] else ""
