"""Names of persons in a passage: listed office-holders, names after a title or office, and the tagger's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.language.items import Item, root_of
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import Roles

MAX_NAME_WORDS = 8
BEFORE_SURNAMES = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr."})
"""What stands before surnames, whatever else they mean."""
_OPENING_PARTICLES = frozenset({"al", "el", "bin", "abu", "de", "van", "von", "ben"})
Cover = list[Item | None]
"""For each token the item that holds it."""


def find_names(tokens: Tokens, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Every person's name that no listed name holds, left to right."""
    for start, end in _spans(tokens, cover, roles):
        if not any(cover[index] for index in range(start, end)):
            yield Item(tokens, start, end, root_of(tokens, start, end), "person", name=(start, end))


def _spans(tokens: Tokens, cover: Cover, roles: Roles) -> list[tuple[int, int]]:
    found = [span for ent in tokens.people if (span := _clean(tokens, cover, roles, *ent))]
    taken = {index for start, end in found for index in range(start, end)}
    for index, text in enumerate(tokens.texts[:-1]):
        if index in taken or cover[index]:
            continue
        if text in roles.honorifics or (tokens.lowers[index] in roles.heads and text not in roles.not_names):
            end = name_end(tokens, cover, roles, index + 1)
            start = index if text in roles.royal and end - index == 2 else index + 1
            if end > index + 1 and not _leads_to_head(tokens, roles, end) and not taken.intersection(range(index, end)):
                found.append((start, end))
                taken.update(range(start, end))
    return sorted(found)


def _leads_to_head(tokens: Tokens, roles: Roles, end: int) -> bool:
    """True when a role noun follows: "Prime" of "Deputy Prime Minister" is no name."""
    return end < len(tokens) and tokens.lowers[end] in roles.heads and tokens.texts[end][0].isupper()


def _clean(tokens: Tokens, cover: Cover, roles: Roles, start: int, end: int) -> tuple[int, int] | None:
    """The name inside the tagger's span: without titles before and possessives after; None when nothing is left."""
    while start < end and (cover[start] or _is_title(tokens, roles, start)):
        start += 1
    for index in range(start, end):  # "Charlotte Mayor Jennifer Roberts" is named after the office
        if tokens.lowers[index] in roles.heads and tokens.lowers[index] not in roles.surnames:
            start = index + 1
    stop = start
    while stop < end and not cover[stop] and _may_stand_in_name(tokens, roles, stop):
        stop += 1
    end = stop
    while (end > start and tokens.lowers[end - 1] in roles.particles) or (end > start and tokens.texts[end - 1] == "-"):
        end -= 1
    if end <= start or not tokens.texts[end - 1][:1].isupper():
        return None
    if end - start == 1 and (tokens.lowers[start] in roles.heads or tokens.texts[start].isupper()):
        return None
    start = _extended_left(tokens, cover, roles, start)
    end = max(end, name_end(tokens, cover, roles, start))
    if _leads_to_head(tokens, roles, end) or _is_pair(tokens, start, end):
        return None
    if any(word in roles.heads and not roles.heads[word].is_person for word in tokens.lowers[start:end]):
        return None
    return start, end


def _is_pair(tokens: Tokens, start: int, end: int) -> bool:
    """True for two surnames with a hyphen: the "Trump-Xi" of "Trump-Xi summit"."""
    return (
        end - start == 3
        and tokens.texts[start + 1] == "-"
        and tokens.texts[start + 2][:1].isupper()
        and (tokens.deps[end - 1] in ("compound", "amod", "nmod"))
    )


def _is_title(tokens: Tokens, roles: Roles, index: int) -> bool:
    text, lower = tokens.texts[index], tokens.lowers[index]
    if text in roles.honorifics or lower in roles.heads or text in roles.not_names:
        return True
    return not text[:1].isupper() and lower not in roles.particles


def _may_stand_in_name(tokens: Tokens, roles: Roles, index: int) -> bool:
    text = tokens.texts[index]
    if text in roles.not_names or tokens.tags[index] in ("POS", ","):
        return False
    if text == "-":
        return True
    after_hyphen = index > 0 and tokens.texts[index - 1] == "-"
    return text[:1].isupper() or tokens.lowers[index] in roles.particles or (after_hyphen and text.isalpha())


def _extended_left(tokens: Tokens, cover: Cover, roles: Roles, start: int) -> int:
    while start > 0:
        if _is_given_name(tokens, cover, roles, start - 1) and tokens.deps[start - 1] == "compound":
            start -= 1
        elif (
            start > 1
            and tokens.texts[start - 1] in roles.name_particles
            and _is_given_name(tokens, cover, roles, start - 2)
        ):
            start -= 2  # "Rui de Souza" where the tagger sees "Souza" only
        else:
            break
    return start


def _is_given_name(tokens: Tokens, cover: Cover, roles: Roles, index: int) -> bool:
    text = tokens.texts[index]
    if cover[index] or tokens.tags[index] != "NNP" or not text[:1].isupper() or text in roles.not_names:
        return False
    return text not in roles.honorifics and tokens.lowers[index] not in roles.heads and not text.isupper()


def name_end(tokens: Tokens, cover: Cover, roles: Roles, start: int) -> int:
    """Where the name that begins at ``start`` ends; ``start`` itself when none begins there."""
    index, end = start, start
    while index < len(tokens) and index - start < MAX_NAME_WORDS and not cover[index]:
        if tokens.lowers[index] in roles.heads and tokens.lowers[index] not in roles.surnames:
            break
        if _is_hyphen_in_name(tokens, index) and end == index > start and not cover[index + 1]:
            index = end = index + 2
        elif _starts_name_word(tokens, roles, index, start):
            index = end = index + 1
        elif _is_particle(tokens, roles, index, start):
            index += 1
        else:
            break
    return end


def _is_hyphen_in_name(tokens: Tokens, index: int) -> bool:
    return tokens.texts[index] == "-" and index + 1 < len(tokens) and tokens.texts[index + 1].isalpha()


def _is_particle(tokens: Tokens, roles: Roles, index: int, start: int) -> bool:
    lower = tokens.lowers[index]
    if lower in roles.particles:
        return index > start or lower in _OPENING_PARTICLES
    return lower == "-" and index > start and tokens.lowers[index - 1] in roles.particles


def _starts_name_word(tokens: Tokens, roles: Roles, index: int, start: int) -> bool:
    text, tag = tokens.texts[index], tokens.tags[index]
    called = index == start > 0 and tokens.texts[index - 1] in BEFORE_SURNAMES  # "Mrs May" is no month
    if not text[:1].isupper() or tag not in ("NNP", "NNPS", "FW") or (text in roles.not_names and not called):
        return False
    if len(text) > 2 and text.isupper():
        return False
    lower = tokens.lowers[index]
    return index > start or not (text in roles.honorifics or lower in roles.heads)


def put_items(cover: Cover, items: Iterable[Item]) -> None:
    """Makes each item the one that holds its tokens."""
    for item in items:
        cover[item.start : item.end] = [item] * (item.end - item.start)


def items_of(cover: Cover) -> Iterator[Item]:
    """The items of a passage, each once, left to right."""
    last: Item | None = None
    for item in cover:
        if item is not None and item is not last:
            yield item
        last = item if item is not None else last
