"""Which of several states a name or an office is meant for: Georgia, "Congress", "the North", Belgrade in 1999."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dashboard.language.gazetteer import Listed, government_of, state
from dashboard.language.items import Item
from dashboard.language.names import Cover, items_of
from dashboard.language.places import is_place
from dashboard.language.register import name_text
from dashboard.language.tokens import Tokens
from dashboard.records import Actor
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.holders import find_holdings
from dashboard.vocabulary.roles import Roles, load_roles
from dashboard.vocabulary.terms import Days

FAR_MORE = 2
"""So many times as often as the state that lists a body must another be named to be meant."""
OFTEN = 2
"""How often an article must name one of the states that share an office, and more than any other of them."""
HOME_MENTIONS = 3
"""How often an article must name a state, and twice as often as any other, to be about it."""


def find_halves(pages: list[Tokens], covers: list[Cover], roles: Roles) -> None:
    """Takes "the North" and "the South" for the states they are in an article that names both, or one of them often."""
    spoken = Counter(
        item.listed.actor.country for cover in covers for item in items_of(cover) if item.listed is not None
    )
    told = {half for half in roles.halves.values() if spoken[half]}
    if not told or (len(told) < len(roles.halves) and spoken[next(iter(told))] < HOME_MENTIONS):
        return
    halves = {text: code for text, code in roles.halves.items() if code in told}
    for tokens, cover in zip(pages, covers, strict=True):
        for index, text in enumerate(tokens.texts):
            if text not in halves or cover[index] is not None or not index or tokens.lowers[index - 1] != "the":
                continue
            if index + 1 < len(tokens) and (tokens.tags[index + 1].startswith("NNP") or tokens.texts[index + 1] == "-"):
                continue
            listed = Listed(state(load_countries()[halves[text]]), "country", "country")
            item = Item(tokens, index, index + 1, index, "listed", listed=listed)
            item.place = is_place(tokens, item, cover, roles)
            cover[index] = item


def decide_rivals(covers: Iterable[Cover]) -> None:
    """A name of two places ("Georgia") belongs to the country that the article speaks of otherwise.

    So does a plain word of one country's list ("Congress") in an article that never names that country.
    """
    countries, heads, shared = load_countries(), load_roles().heads, load_roles().shared
    covers = list(covers)
    for cover in covers:
        _give_to_the_last_state(cover)
    items = [item for cover in covers for item in items_of(cover) if item.listed is not None]
    told = [item.listed.actor for item in items if item.listed and not item.listed.rival]
    # Who is credited says nothing of whom the article is about: "LIMA (AP)".
    spoken = Counter(actor.country for actor in told if actor.kind != "media")
    bodies = Counter(item.text for item in items)
    for item in items:
        listed = item.listed
        if listed is None:
            continue
        acts = listed.rival == "US" and item.is_subject and len(spoken) > HOME_MENTIONS
        if listed.rival and not acts and spoken[listed.rival] > spoken[listed.actor.country]:
            if countries[listed.rival].kind == "former":
                item.listed = replace(listed, actor=government_of(countries[listed.rival]))
            else:
                item.listed = Listed(Actor(item.text, "country", listed.rival), "place", "name")
                item.place = True
        elif listed.kind == "body" and item.text in shared and _is_anothers(item, spoken, bodies[item.text]):
            own = listed.actor.country
            named = [code for code in shared[item.text] if spoken[code] and code != own]
            if named:
                code = max(named, key=lambda code: spoken[code])
                item.listed = replace(listed, actor=_called_there(listed.actor, item.text, code))
        elif listed.kind == "body" and item.text.lower() in heads and spoken[listed.actor.country] == bodies[item.text]:
            states = [code for code, _ in spoken.most_common() if code and countries[code].kind == "country"]
            others = [code for code in states if code != listed.actor.country]
            if others:
                item.listed = replace(listed, actor=replace(listed.actor, name=item.text, country=others[0]))


def _is_anothers(item: Item, spoken: Counter[str], times: int) -> bool:
    """True for a body that several states call so, in an article that tells far more of another of them."""
    own = item.listed.actor.country if item.listed is not None else ""
    others = max((spoken[code] for code in load_roles().shared[item.text] if code != own), default=0)
    return spoken[own] <= times or (not item.own_length and others >= FAR_MORE * (spoken[own] - times))


def _called_there(actor: Actor, text: str, code: str) -> Actor:
    """A body of another state than the listed one: the "Foreign Office" is the "Foreign Ministry of Pakistan"."""
    if code == actor.country:
        return actor
    if text not in load_roles().shared:
        return replace(actor, name=text, country=code)
    name = f"{load_roles().shared_as.get(text, text)} of {load_countries()[code].name_in_text}"
    return replace(actor, name=name, country=code)


def decide_former(covers: Iterable[Cover], days: Days | None) -> None:
    """A capital of a state that is gone stands for it on its days ("Belgrade" in 1999), for its heir after them."""
    countries = load_countries()
    for item in (item for cover in covers for item in items_of(cover)):
        rival = countries.get(item.listed.rival) if item.listed is not None else None
        if days is None or item.listed is None or item.listed.kind != "capital" or rival is None or rival.until is None:
            continue
        if days[1] <= rival.until:
            item.listed = replace(item.listed, actor=government_of(rival))
        elif days[0] > rival.until and item.listed.actor.country == rival.code:
            heirs = (each for each in countries.values() if item.text in each.capitals and each.until is None)
            item.listed = replace(item.listed, actor=government_of(next(heirs, rival)))


def _give_to_the_last_state(cover: Cover) -> None:
    """Gives a plain word of one country's list to the state last named in a paragraph that never names that country.

    "India objected. Its neighbour's Pakistani envoy and the Foreign Office spokesman" does not mean the British one.
    """
    countries, heads, shared = load_countries(), load_roles().heads, load_roles().shared
    named = [item for item in items_of(cover) if item.listed is not None and item.listed.form != "metonym"]
    for number, item in enumerate(named):
        listed = item.listed
        if listed is None or listed.kind != "body" or item.text.lower() not in heads:
            continue
        others = [each.listed.actor.country for each in named if each is not item and each.listed is not None]
        before = [each.listed.actor.country for each in named[:number] if each.listed is not None]
        states = [code for code in before if code and countries[code].kind == "country"]
        states = [code for code in states if code in shared.get(item.text, (code,))]
        if states and listed.actor.country not in others:
            item.listed = replace(listed, actor=_called_there(listed.actor, item.text, states[-1]))


def decide_offices(items: Iterable[Item], own: tuple[str, ...]) -> None:
    """Gives an office that several states call by one name to one of them: the external affairs minister of India.

    To that whose the dated table knows the name as, to that of the place they speak in, or to the article's.

    ``own`` are the states that the article is set in and about, likeliest first.
    """
    items = list(items)
    if not any(item.phrase is not None and item.phrase.among for item in items):
        return
    listed = [each.listed for item in items for each in (item, *item.swallowed) if each.listed is not None]
    spoken = Counter(each.actor.country for each in listed if each.kind != "body" and each.actor.country)
    scene: tuple[object, int, str] = (None, 0, "")
    for item in items:
        if item.place and item.listed is not None and item.kind == "listed":
            scene = item.tokens, item.sentence, item.listed.actor.country
        phrase = item.phrase
        if phrase is None or not phrase.among:
            continue
        name = name_text(item) or (name_text(item.linked) if item.linked is not None else "")
        held = [each.country for each in find_holdings(name)] if name else []
        here = [scene[2]] if scene[:2] == (item.tokens, item.sentence) else []
        often = [code for code, times in spoken.most_common() if code in phrase.among and times >= OFTEN][:1]
        first = (code for code in (*held, *here, *own, *often) if code in phrase.among)
        item.phrase = replace(phrase, countries=(next(first, phrase.among[0]),))
