"""The listed names of a passage, each with what belongs to it: a surname more, the country before a body."""

from __future__ import annotations

from dataclasses import replace

from dashboard.language.gazetteer import Listed, load_gazetteer
from dashboard.language.items import Item, root_of
from dashboard.language.lexicon import Hit
from dashboard.language.names import BEFORE_SURNAMES, Cover, name_end, put_items
from dashboard.language.places import is_place
from dashboard.language.premodifiers import hyphenated_aside
from dashboard.language.words import Words
from dashboard.vocabulary.roles import Roles


def find_listed_names(words: Words, roles: Roles) -> Cover:
    """For each token of the passage the listed name that holds it, if any."""
    cover: Cover = [None] * len(words)
    for hit in load_gazetteer().find(words.texts):
        if hit.entry.form == "nationality" and hyphenated_aside(words, hit.start, hit.end):
            continue
        if hit.entry.kind == "body" and _is_a_portfolio(words, hit.start, hit.end):
            continue
        if not _is_in_a_name(words, roles, hit.start, hit.end, hit.entry):
            root = root_of(words, hit.start, hit.end)
            item = Item(words, hit.start, hit.end, root, "listed", listed=hit.entry)
            if hit.entry.kind == "person":
                item.end = max(hit.end, _after_particle(words, roles, hit.end), _after_surname(words, roles, hit))
                item.root = root_of(words, hit.start, item.end)
                item.kind, item.listed, item.name = "person", None, (hit.start, item.end)
            else:
                item.place = is_place(words, item, cover, roles)
            _join_owner(cover, item)
            put_items(cover, (item,))
    return cover


def _is_a_portfolio(words: Words, start: int, end: int) -> bool:
    """True for the "Labour" of "Labour Minister Suleyman Soylu", which is no party."""
    alone = end - start == 1 and words.lowers[start] in ("labour", "labor")
    return alone and words.lowers[end : end + 1] in (["minister"], ["ministers"], ["ministry"], ["secretary"], ["and"])


def _after_particle(words: Words, roles: Roles, end: int) -> int:
    """Where a listed name ends that goes on with a particle: "Hamad bin Jassim" of "Hamad bin Jassim al-Thani"."""
    if end + 1 >= len(words) or words.texts[end] not in roles.name_particles:
        return end
    return name_end(words, [None] * len(words), roles, end)


def _after_surname(words: Words, roles: Roles, hit: Hit[Listed]) -> int:
    """Where a listed name ends that has one name more in the text: "Felipe González Márquez"."""
    end = next((last for first, last in words.people if first <= hit.start < hit.end < last), hit.end)
    more = range(hit.end, end)
    named = all(
        words.tags[i] == "NNP" and words.texts[i].istitle() and words.texts[i] not in roles.not_names for i in more
    )
    return end if named and not any(words.lowers[i] in roles.heads for i in more) else hit.end


def _join_owner(cover: Cover, item: Item) -> None:
    """Takes a body's country before it into the item: "Israel's Mossad"; "Chile's Congress" is not the listed one."""
    words, listed = item.words, item.listed
    before = item.start - 1
    if listed is None or listed.kind not in ("body", "seat") or listed.actor.kind == "group" or before < 0:
        return
    if words.tags[before] == "POS":
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
        actor = replace(listed.actor, name=words.slice(item.start, item.end), country=country)
        item.own_length = 0
        item.listed = replace(listed, actor=actor)


def _is_in_a_name(words: Words, roles: Roles, start: int, end: int, listed: Listed) -> bool:
    """True when a country's name is part of a person's: "Michael Jordan", "Paris Hilton"."""
    if listed.kind not in ("country", "capital", "place", "body"):
        return False
    if (
        start
        and end - start == 1
        and (words.texts[start - 1] in roles.royal or words.texts[start - 1] in BEFORE_SURNAMES)
    ):
        return True
    for first, last in words.people:
        if first <= start and end <= last and (first, last) != (start, end):
            others = [*range(first, start), *range(end, last)]
            return all(
                words.tags[index] in ("NNP", "HYPH") and words.lowers[index] not in roles.heads for index in others
            )
    return False
