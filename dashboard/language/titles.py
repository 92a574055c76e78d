"""What offices, ministries and other bodies are called whichever way a text says whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dashboard.language.descriptions import is_named_body, is_of_state
from dashboard.language.items import Item, Phrase
from dashboard.records import Actor
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import load_roles
from dashboard.vocabulary.word_sets import word_set

OF_EACH_STATE = ("ministry", "embassy", "presidential office", "general staff", "presidency", "cabinet")
"""What every state has one of, which goes by whose it is: "Foreign Ministry of Chile"."""
_ONE_OF_THEM = re.compile("ies$")
"""The end of "ministries" and "embassies"."""
_FOREIGN = word_set("foreign_ministries")
_GENERAL = (" Commission", " Committee", " Ministry")
"""What a body of any state may be called."""
_RULERS = {
    post: post
    for post in ("president", "prime minister", "chancellor", "vice-president", "vice president", "state counsellor")
} | {"premier": "prime minister", "presidency": "president", "pm": "prime minister"}
"""Heads of states and governments, whose office goes by the post: "Office of the President of Chile"."""
_PLAIN_HOUSES = ("presidency", "cabinet")
"""Which go by the word alone, whatever stands before it: "the new Chilean cabinet"."""
_SMALL = frozenset({"of", "and", "for", "the"})
_MIXED = frozenset({"MoFA", "MoD", "MoI", "MoE", "MoT"})


def initials_after(item: Item) -> str:
    """The initials in brackets after a body: "FO" of "Foreign Office (FO)"; "" for none."""
    tokens, end = item.tokens, item.end
    if tokens.texts[end : end + 1] != ["("] or tokens.texts[end + 2 : end + 3] != [")"]:
        return ""
    short = tokens.texts[end + 1]
    return short if len(short) > 1 and (short.isupper() or short in _MIXED) else ""


def office_of(of_whom: str, words: str) -> str:
    """What a bare ministry is called that is a minister's: "Foreign Ministry" for "his ministry"."""
    last = of_whom.lower().removesuffix(" minister").split()[-1:] if of_whom.lower().endswith(" minister") else []
    return f"{last[0]} ministry" if last and words.lower() == "ministry" and last[0] not in ("prime", "vice") else words


def office_called(phrase: Phrase, owner: tuple[Actor, ...], country: str) -> str:
    """What somebody's office is called: that of a head of state or government by the post, else by the name."""
    if not phrase.head.word.endswith("office") or phrase.head.is_plural:
        return ""
    words = [word for word in phrase.words.lower().replace("’s", "'s").split() if word != "office"]
    post = " ".join(words).replace(" 's", "'s").removesuffix("'s")
    person = owner[0] if len(owner) == 1 and owner[0].kind in ("person", "unnamed") else None
    post = person.role.lower() if person is not None else post
    if post in _RULERS and is_state(country):
        return f"Office of the {_titled(_RULERS[post])} of {load_countries()[country].name_in_text}"
    return f"Office of {person.name}" if person is not None and person.kind == "person" else ""


def name_by_owner(phrase: Phrase, owner: tuple[Actor, ...], actor: Actor) -> str:
    """The name of what is somebody's by whose it is: "Office of Ana Ruiz", "Unity council"; "" for what is nobody's."""
    if office := office_called(phrase, owner, actor.country):
        return office
    if phrase.countries:
        return ""
    if owner and not phrase.head.is_person and phrase.possessor is None:
        return f"{owner_name(owner[0])} {phrase.words}"
    return f"{owner_name(actor)} {phrase.words}" if is_of_state(phrase) and is_state(actor.country) else ""


def name_by_state(item: Item, phrase: Phrase, country: str, owner: tuple[Actor, ...]) -> str:
    """The name of what each state has one of, by the state: "Parliament of Chile"; "" for anything else."""
    if not is_state(country):
        return ""
    house = "" if phrase.head.is_plural else house_of(item, phrase, country)
    if phrase.head.word.endswith(OF_EACH_STATE):
        office = office_of(owner[0].role, phrase.role) if owner else phrase.role
        return house if office.lower() == "ministry" else office_name(office, country)
    if house or not is_named_body(phrase) or (phrase.countries and phrase.possessor is None):
        return house
    own = phrase.role if phrase.countries else phrase.words
    return f"{own} of {load_countries()[country].name_in_text}"


def house_of(item: Item, phrase: Phrase, country: str) -> str:
    """What a state's parliament, high commission or mission is called, whichever way the text says whose it is."""
    role, state = phrase.role.lower(), load_countries()[country].name_in_text
    if role in ("parliament", "high commission"):
        return f"{_titled(role)} of {state}"
    to = [word.lower() for word in item.tokens.texts[item.end : item.end + 4] if word.lower() != "the"]
    sent = role in ("mission", "permanent mission") and to[:1] == ["to"]
    if sent and (to[1:3] == ["united", "nations"] or to[1:2] in (["un"], ["u.n."])):
        return f"{_titled(role)} of {state} to the United Nations"
    return ""


def office_name(office: str, country: str) -> str:
    """An office that every state has by whose it is: "Foreign Ministry of Chile"."""
    called = "foreign ministry" if office.lower() in _FOREIGN else office
    called = next((house for house in _PLAIN_HOUSES if office.lower().endswith(house)), called)
    called = "ministry of external affairs" if office.lower() == "external affairs ministry" else called
    return f"{_titled(called)} of {load_countries()[country].name_in_text}"


def with_state(name: str, actor: Actor) -> str:
    """A state's body by whose it is, where its name says only what it is: "Ministry of External Affairs of India"."""
    general = name.startswith("Ministry of ") or (actor.kind == "government" and name.endswith(_GENERAL))
    if not general or not is_state(actor.country):
        return name
    state = load_countries()[actor.country].name_in_text
    return name if state in name else f"{name} of {state}"


def seat_after(item: Item, after: Item | None) -> str:
    """The city in which a body is said to be right after it: "in Lima"; "" for none."""
    if after is None or after.tokens is not item.tokens or after.listed is None or after.kind != "listed":
        return ""
    city = after.listed.kind in ("capital", "place")
    return f" in {after.text}" if city and item.tokens.lowers[item.end : after.start] == ["in"] else ""


def embassy_seats(nexts: dict[int, Item], items: Iterable[Item]) -> dict[str, str]:
    """For each state the city of its one embassy of which the items tell: " in Lima"."""
    found: dict[str, set[str]] = {}
    for item in items:
        phrase = item.phrase
        if phrase is None or phrase.head.word != "embassy" or len(phrase.countries) != 1:
            continue
        if seat := seat_after(item, nexts.get(id(item))):
            found.setdefault(phrase.countries[0], set()).add(seat)
    return {code: seats.pop() for code, seats in found.items() if len(seats) == 1}


def _titled(office: str) -> str:
    """The words of an office as a name: "Foreign Ministry", "Ministry of Trade"."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in office.split())


def member_states(code: str, phrase: Phrase) -> Actor:
    """The states of a body or bloc as one group, in the words of the phrase."""
    listed = load_countries()[code]
    return Actor(listed.name if listed.kind == "bloc" else phrase.words, "group", code)


def fullest_names(items: Iterable[Item]) -> dict[Actor, str]:
    """For each listed body the longest name that the article uses."""
    found: dict[Actor, str] = {}
    shared = load_roles().shared
    for item in (one for each in items for one in (each, *each.swallowed)):
        if item.listed is not None and item.kind == "listed" and item.listed.form != "nationality":
            if item.listed.form == "metonym" and item.listed.kind == "capital":
                continue  # "Brussels" is no name of the Union
            text = item.tokens.slice(item.end - item.own_length, item.end) if item.own_length else item.text
            if item.text in shared and item.listed.actor.country != shared[item.text][-1]:
                continue  # "Foreign Office" is no name of its own elsewhere
            before = found.get(item.listed.actor, "")
            if before and not text.split()[-1][:1].isupper():
                continue  # "the Western alliance" is no name
            if len(text) > len(before) or not before.split()[-1][:1].isupper():
                found[item.listed.actor] = text
    return {actor: actor.name if _says_only_whose(actor, text) else text for actor, text in found.items()}


def _says_only_whose(actor: Actor, text: str) -> bool:
    """True for a body of an organisation whose usual name differs in whose it is: "Security Council" for the UN's."""
    own, written = actor.name.split(), text.split()
    of_organisation = bool(actor.country) and load_countries()[actor.country].kind == "organisation"
    return of_organisation and len(own) > 2 and len(written) > 1 and own[-2:] == written[-2:]


def of_country(actor: Actor, phrase: Phrase) -> Actor:
    """One of several that a phrase names together: "Japanese counterparts" of "Japanese and Korean counterparts".

    The "Foreign Ministry of Japan" for "the Japanese and Korean foreign ministries".
    """
    country = load_countries().get(actor.country)
    if country is None:
        return actor
    one = _ONE_OF_THEM.sub("y", phrase.role.lower())
    if not phrase.head.is_person and one.endswith(OF_EACH_STATE):
        return replace(actor, name=office_name(one, actor.country))
    word = country.adjectives[0] if country.adjectives else country.name
    return replace(actor, name=f"{word} {phrase.role}")


def owner_name(owner: Actor) -> str:
    """The owner before what is theirs: "Indian" for a state, "Ana Gil's" for anybody else."""
    country = load_countries().get(owner.country)
    if owner.kind in ("country", "government", "media") and country is not None and country.adjectives:
        return country.adjectives[0]
    return f"{owner.name}'s"


def government(country: str, phrase: Phrase) -> Actor:
    """The government of a country that a phrase speaks of."""
    found_by = "text" if phrase.countries else "article"
    listed = load_countries()[country]
    return Actor(f"Government of {listed.name_in_text}", "government", country, "", found_by)
