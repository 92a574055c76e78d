"""The listed names of a passage, each with what belongs to it: a surname more, the country before a body."""

from __future__ import annotations

from dataclasses import replace

from dashboard.language.gazetteer import Listed, load_gazetteer
from dashboard.language.items import Item, root_of
from dashboard.language.lexicon import Hit
from dashboard.language.names import BEFORE_SURNAMES, Cover, name_end, put_items
from dashboard.language.places import is_place
from dashboard.language.premodifiers import hyphenated_aside
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import Roles


def find_listed_names(tokens: Tokens, roles: Roles) -> Cover:
    """For each token of the passage the listed name that holds it, if any."""
    cover: Cover = [None] * len(tokens)
    for hit in load_gazetteer().find(tokens.texts):
        if hit.entry.form == "nationality" and hyphenated_aside(tokens, hit.start, hit.end):
            continue
        if hit.entry.kind == "body" and _is_a_portfolio(tokens, hit.start, hit.end):
            continue
        if not _is_in_a_name(tokens, roles, hit.start, hit.end, hit.entry):
            root = root_of(tokens, hit.start, hit.end)
            item = Item(tokens, hit.start, hit.end, root, "listed", listed=hit.entry)
            if hit.entry.kind == "person":
                item.end = max(hit.end, _after_particle(tokens, roles, hit.end), _after_surname(tokens, roles, hit))
                item.root = root_of(tokens, hit.start, item.end)
                item.kind, item.listed, item.name = "person", None, (hit.start, item.end)
            else:
                item.place = is_place(tokens, item, cover, roles)
            _join_owner(cover, item)
            put_items(cover, (item,))
    return cover


def _is_a_portfolio(tokens: Tokens, start: int, end: int) -> bool:
    """True for the "Labour" of "Labour Minister Suleyman Soylu", which is no party."""
    alone = end - start == 1 and tokens.lowers[start] in ("labour", "labor")
    return alone and tokens.lowers[end : end + 1] in (["minister"], ["ministers"], ["ministry"], ["secretary"], ["and"])


def _after_particle(tokens: Tokens, roles: Roles, end: int) -> int:
    """Where a listed name ends that goes on with a particle: "Hamad bin Jassim" of "Hamad bin Jassim al-Thani"."""
    if end + 1 >= len(tokens) or tokens.texts[end] not in roles.name_particles:
        return end
    return name_end(tokens, [None] * len(tokens), roles, end)


def _after_surname(tokens: Tokens, roles: Roles, hit: Hit[Listed]) -> int:
    """Where a listed name ends that has one name more in the text: "Felipe González Márquez"."""
    end = next((last for first, last in tokens.people if first <= hit.start < hit.end < last), hit.end)
    more = range(hit.end, end)
    named = all(
        tokens.tags[i] == "NNP" and tokens.texts[i].istitle() and tokens.texts[i] not in roles.not_names for i in more
    )
    return end if named and not any(tokens.lowers[i] in roles.heads for i in more) else hit.end


def _join_owner(cover: Cover, item: Item) -> None:
    """Takes a body's country before it into the item: "Israel's Mossad"; "Chile's Congress" is not the listed one."""
    tokens, listed = item.tokens, item.listed
    before = item.start - 1
    if listed is None or listed.kind not in ("body", "seat") or listed.actor.kind == "group" or before < 0:
        return
    if tokens.tags[before] == "POS":
        before -= 1
    owner = cover[before]
    if owner is None or owner.listed is None or owner.listed.form not in ("country", "nationality", "metonym"):
        return
    if owner.listed.kind not in ("country", "nationality", "capital"):
        return
    country = owner.listed.actor.country
    item.own_length = item.end - item.start
    item.start = owner.start
    if country != listed.actor.country:
        if listed.actor.kind == "media":
            return
        actor = replace(listed.actor, name=tokens.slice(item.start, item.end), country=country)
        item.own_length = 0
        item.listed = replace(listed, actor=actor)


def _is_in_a_name(tokens: Tokens, roles: Roles, start: int, end: int, listed: Listed) -> bool:
    """True when a country's name is part of a person's: "Michael Jordan", "Paris Hilton"."""
    if listed.kind not in ("country", "capital", "place", "body"):
        return False
    if (
        start
        and end - start == 1
        and (tokens.texts[start - 1] in roles.royal or tokens.texts[start - 1] in BEFORE_SURNAMES)
    ):
        return True
    for first, last in tokens.people:
        if first <= start and end <= last and (first, last) != (start, end):
            others = [*range(first, start), *range(end, last)]
            return all(
                tokens.tags[index] in ("NNP", "HYPH") and tokens.lowers[index] not in roles.heads for index in others
            )
    return False
