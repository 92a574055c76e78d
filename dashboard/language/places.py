"""Whether a country or capital is meant as a place or as an actor: "in Seoul on Tuesday" is a place."""

from __future__ import annotations

from dashboard.language.gazetteer import Listed
from dashboard.language.items import Item
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import Roles

_DASHES = frozenset({"—", "–", "-", "--"})


def is_place(tokens: Tokens, item: Item, cover: list[Item | None], roles: Roles) -> bool:
    """True when the listed name is where something is or goes, not who acts or is acted upon."""
    listed = item.listed
    if listed is None or listed.kind not in ("country", "capital", "seat", "place") or listed.actor.kind == "group":
        return False
    if listed.kind == "place":
        return True
    if listed.kind == "country" and listed.actor.kind == "body":
        return False
    before = item.start - 1
    if before >= 0 and tokens.lowers[before] == "the":
        before -= 1
    follows = listed.kind != "seat" and before > 0 and tokens.texts[before] == ","  # not "in Moscow, the Kremlin said"
    if follows and _is_placed(cover[before - 1], listed):
        return True
    if _opens_a_dateline(tokens, item):
        return True
    if item.end < len(tokens) and tokens.tags[item.end] == "POS":
        return False
    if before >= 0 and tokens.lowers[before] in roles.place_at:
        return True
    if before >= 0 and tokens.lowers[before] in roles.place_towards:
        return (
            tokens.lowers[tokens.heads[before]] in roles.place_moving
            or tokens.lowers[max(before - 1, 0)] in roles.place_moving
        )
    if listed.kind == "capital":
        return _colours_a_noun(tokens, item) or (
            tokens.deps[item.root] == "dobj" and tokens.lowers[tokens.heads[item.root]] in roles.place_leaving
        )
    return False


def _is_placed(item: Item | None, listed: Listed) -> bool:
    """True for a city of this country: the "Geneva" of "Geneva, Switzerland"."""
    if item is None or item.listed is None or item.listed.actor.country != listed.actor.country:
        return False
    return item.place or item.listed.kind in ("place", "capital")


def _opens_a_dateline(tokens: Tokens, item: Item) -> bool:
    """True for the first words of "Moscow, Sept. 3 (Agency) -" and "MOSCOW, Sept 3 -"."""
    if item.start > 0 or item.end >= len(tokens):
        return False
    after = tokens.texts[item.end : item.end + 7]
    if after[0] in _DASHES or after[0] == "(":
        return True
    dated = any(text.isdigit() for text in after[1:4]) and not _DASHES.isdisjoint(after[2:6])
    return after[0] == "," and ("(" in after[:6] or dated)


def _colours_a_noun(tokens: Tokens, item: Item) -> bool:
    """True for "the Geneva talks": the capital says which talks."""
    return tokens.deps[item.root] == "compound" and tokens.tags[tokens.heads[item.root]] in ("NN", "NNS")
