"""Which body or person spoken of before is meant by a short name or an office."""

from __future__ import annotations

from dataclasses import replace

from dashboard.language.antecedents import Antecedents, bodies_called
from dashboard.language.descriptions import KIND_OF_CODE
from dashboard.language.items import Item, Phrase
from dashboard.language.register import Known, seen_elsewhere
from dashboard.language.titles import initials_after
from dashboard.records import Actor, Mention
from dashboard.vocabulary.roles import Roles

_PRESS = frozenset(
    {"agency", "newspaper", "daily", "channel", "broadcaster", "network", "station", "magazine", "weekly"}
)
"""What media are called when their name was said before."""
_LAST_OFFICE = 3
"""So many sentences back "the spokesman" may have been said to be whose."""
_STILL_SPOKEN_OF = 3
"""So many sentences back somebody may have been named whom "the former star" means."""
_PRIVATE_CODES = frozenset({"", "CVL", "BUS", "JRN", "REL", "EDU", "OPP", "REF", "PTY", "CRM", "MED"})
"""Of those whom a text calls by what they are besides their name: "the tycoon", "the cleric"."""
_BODY_KINDS = frozenset({"government", "body", "armed_forces", "media"})
_SHORT_BODIES = frozenset(
    {"League", "Union", "Commission", "Council", "Organisation", "Organization", "Agency", "Court"}
)


def in_short(spoken: Antecedents, roles: Roles, item: Item) -> Actor | None:
    """The body named before of whose name this is the last word: "the League" after "the Arab League"."""
    tokens = item.tokens
    if item.end - item.start > 1 or tokens.lowers[max(item.start - 1, 0)] != "the":
        return None
    if tokens.lowers[item.start] not in roles.heads and item.text not in _SHORT_BODIES:
        return None
    bodies = (past.only for past in reversed(spoken.past) if len(past.actors) == 1)
    found = (actor for actor in bodies if actor.kind == "body" and actor.country and actor.found_by != "unsure")
    called = (replace(actor, found_by="article") for actor in found if actor.name.split()[-1] == item.text)
    return next(called, None)


def explained(nexts: dict[int, Item], initials: dict[str, Actor], item: Item, actor: Actor) -> Actor:
    """A body that nobody lists with what the text says of it: "MTV, the Lebanese TV channel, said"."""
    after = nexts.get(id(item))
    if after is None or after.phrase is None or after.phrase.head.is_person or len(after.phrase.countries) != 1:
        return actor
    texts = item.tokens.texts
    set_off = texts[item.end : after.start] in ([","], [",", "the"], [",", "a"], ["("], ["(", "the"])
    if not set_off or texts[after.end : after.end + 1] not in ([","], ["."], [")"]) or after.phrase.head.is_plural:
        return actor
    kind = KIND_OF_CODE.get(after.phrase.head.code, "body")
    initials[item.text] = replace(actor, kind=kind, country=after.phrase.countries[0], found_by="article")
    return replace(initials[item.text], found_by="text")


def take_office(spoken: Antecedents, roles: Roles, item: Item, known: Known) -> None:
    """Gives somebody new the office just told of without a name: "Libya's premier confirmed it. X said"."""
    if known.country or known.heads or known.full_mentions[:1] != [item.sentence] or not item.is_subject:
        return
    told = (past for past in spoken.past[-8:] if past.sentence == item.sentence - 1 and past.is_subject)
    before = next(told, None)
    office = before.item.phrase if before is not None and before.item.tokens is item.tokens else None
    if before is None or office is None or before.is_plural or before.only.kind != "unnamed":
        return
    if office.head.singular in roles.firm and office.determiner not in ("a", "an") and not office.is_former:
        known.country, known.role, known.found_by = before.only.country, before.only.role, "article"
        known.heads.add(office.head.singular)


def note_initials(initials: dict[str, Actor], item: Item, mention: Mention) -> None:
    """Takes up what a body is called from now on: "(FUC)" after its name, "PA" for the Press Association."""
    actor = mention.actors[0]
    if len(mention.actors) > 1:
        return
    short = initials_after(item)
    inside = item.swallowed[-1] if item.swallowed and item.swallowed[-1].end == item.end else None
    if short and inside is not None and inside.listed is not None and inside.listed.kind == "body":
        actor = inside.listed.actor  # "rebels of the United Front (UF)"
    if short and actor.kind in (*_BODY_KINDS, "group"):
        initials[short] = replace(actor, found_by="article")
    elif mention.form == "name" and actor.kind in ("body", "media", "group"):
        first = "".join(word[0] for word in item.text.split() if word[:1].isupper() and word.isalpha())
        initials.setdefault(first, replace(actor, found_by="article"))


def last_unnamed(spoken: Antecedents, item: Item, phrase: Phrase, known: Known | None) -> Actor | None:
    """Who was called so just before without a name: "a State Department official said ... The official added"."""
    if phrase.determiner != "the" or phrase.has_modifier or phrase.countries:
        return None
    named = max((at for at in known.full_mentions if at <= item.sentence), default=-1) if known is not None else -1
    for past in reversed(spoken.past):
        if item.sentence - past.sentence > _LAST_OFFICE or past.sentence < named:
            return None
        other = past.item.phrase
        if other is None or past.is_plural or past.only.kind != "unnamed" or past.sentence == item.sentence:
            continue
        if other.head.singular == phrase.head.singular and past.is_subject:
            return replace(past.only, found_by="article")
    return None


def by_another_name(
    spoken: Antecedents, roles: Roles, whom: dict[int, Known], item: Item, phrase: Phrase
) -> Actor | None:
    """The person just told of for what they are besides: "the former game show host", "the Peruvian activist"."""
    said_of_one = phrase.determiner == "the" and phrase.has_modifier and item.is_subject and not phrase.possessor
    if not said_of_one or phrase.pronoun is not None or phrase.head.singular in roles.anybody:
        return None
    if phrase.head.code not in _PRIVATE_CODES and not (phrase.is_former and phrase.head.singular == "host"):
        return None
    for past in reversed(spoken.past):
        if item.sentence - past.sentence > _STILL_SPOKEN_OF:
            return None
        if past.sentence == item.sentence or not past.is_subject or past.is_plural:
            continue
        if past.item.kind == "pronoun" and past.only.kind == "person" and phrase.is_former and not phrase.countries:
            return replace(past.only, found_by="article")  # "before he became minister. The former star said"
        known = whom.get(id(past.item)) or whom.get(id(past.item.linked))
        if known is None:
            continue
        if phrase.countries and known.country not in ("", *phrase.countries):
            return None
        in_office = not known.heads.isdisjoint(roles.firm)
        return None if in_office and not phrase.is_former else seen_elsewhere(known)
    return None


def called(spoken: Antecedents, roles: Roles, item: Item, phrase: Phrase) -> Actor | None:
    """The organisation or armed group last spoken of, for "the bloc", "the militants"."""
    press = spoken.last_media(item) if phrase.head.word in _PRESS else None
    if press is not None:
        return press
    if phrase.head.word in roles.organisation:
        return spoken.last_organisation(item)
    if phrase.head.word not in roles.movement:
        return None
    if phrase.head.word == "group":  # the Contact Group, the Rio Group
        for actor in spoken.bodies_before(item):
            if actor.kind == "group" or actor.name.lower().split()[-1] == "group":
                return actor
    return next((actor for actor in spoken.bodies_before(item) if actor.kind == "group"), None)


def body_in_short(spoken: Antecedents, item: Item, phrase: Phrase) -> Actor | None:
    """The only body of the organisation last spoken of that "the Commission", "the Council" may stand for."""
    called = spoken.last_organisation(item, phrase.words) if phrase.words[:1].isupper() else None
    fits = bodies_called(called.country, phrase.words) if called is not None else []
    return Actor(fits[0].name, fits[0].kind, fits[0].country, "", "article") if len(fits) == 1 else None
