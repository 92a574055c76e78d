"""Which name and which office belong together: "Park Jin, South Korea's foreign minister, said"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dashboard.language.items import Item, Phrase
from dashboard.language.nationalities import FAR_WORDS, owner_of
from dashboard.language.register import Known
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import load_roles


def link(items: list[Item], whom: dict[int, Known]) -> None:
    """Joins a name and the office in apposition or predicate to it: "Park Jin, South Korea's foreign minister"."""
    items = [item for item, after in zip(items, [*items[1:], *items[-1:]], strict=True) if not _owns(item, after, whom)]
    for office, owner, names in zip(items, items[1:], items[2:], strict=False):
        if (
            id(names) in whom
            and (names.phrase is None or _is_rank(names))
            and _holds(office, owner)
            and (_is_set_off(owner, names) or in_apposition(owner, names))
        ):
            office.linked, names.linked = names, office
    for names, owner, office in zip(items, items[1:], items[2:], strict=False):
        if id(names) in whom and names.linked is None and _is_of_owner(names, owner, office):
            office.linked, names.linked = names, office
    for office, second, names in zip(items, items[1:], items[2:], strict=False):
        if id(names) in whom and _is_joined(office, second) and _is_set_off(second, names):
            office.linked, second.linked, names.linked = names, names, office
    for office, names in _long_titles(items, whom):
        office.linked, names.linked = names, office
    for before, after in itertools.pairwise(items):
        if before.tokens is not after.tokens or before.linked is not None or after.linked is not None:
            continue
        names, office = (before, after) if id(before) in whom else (after, before)
        if id(names) not in whom or office.phrase is None or id(office) in whom:
            continue
        if not _may_be_named(office.phrase) or office.place:
            continue
        if in_apposition(before, after) or (before is names and _is_predicate(before, after)):
            office.linked, names.linked = names, office


def _is_joined(office: Item, second: Item) -> bool:
    """True for two offices of one person: "the premier of Chile and President of the Council, Ana Ruiz,"."""
    both = (office.phrase, second.phrase)
    if office.tokens is not second.tokens or office.tokens.lowers[office.end : second.start] != ["and"]:
        return False
    if any(phrase is None or not _may_be_named(phrase) for phrase in both) or office.name or second.name:
        return False
    return second.phrase is not None and second.phrase.determiner == "" and office.linked is None


def _is_rank(item: Item) -> bool:
    """True for a name with a rank: "Lt. Gen. Klaus Brandt"."""
    return item.name is not None and item.tokens.texts[item.name[0] - 1] in load_roles().honorifics


def _owns(item: Item, after: Item, whom: dict[int, Known]) -> bool:
    """True for the country before a name: the "Namibia" of "the head of the delegation, Namibia's Martin Andjaba"."""
    return id(after) in whom and after.phrase is None and bool(owner_of(item, after))


def _holds(office: Item, owner: Item) -> bool:
    """True for "a spokesman for the president", where the name that follows is the spokesman's."""
    if office.phrase is None or office.name is not None or office.tokens is not owner.tokens:
        return False
    between = office.tokens.lowers[office.end : owner.start]
    served = between in (["for"], ["to"], ["of"], ["to", "the"], ["for", "the"], ["of", "the"])
    of_office = owner.phrase is not None and not owner.phrase.head.is_person
    stationed = (owner.place or of_office) and between in (["in"], ["at"])
    return _may_be_named(office.phrase) and (served or stationed)


def _long_titles(items: list[Item], whom: dict[int, Known]) -> Iterator[tuple[Item, Item]]:
    """Offices with the names that follow without a comma: "Chairman of the Duma Committee on Trade Pavel Orlov"."""
    for number, office in enumerate(items):
        phrase = office.phrase
        if phrase is None or office.name is not None or office.linked is not None or not _may_be_named(phrase):
            continue
        for names in items[number + 1 : number + 3]:
            if names.tokens is not office.tokens or (names.phrase is not None and names.phrase.head.is_person):
                break
            if id(names) in whom and names.phrase is None and names.linked is None and _is_long(office, names):
                yield office, names
                break


def _is_long(office: Item, names: Item) -> bool:
    """True where nothing but the rest of a title stands between: capitals, from "on" or "for" or none at all."""
    tokens = office.tokens
    between = tokens.texts[office.end : names.start]
    if not between:
        return "of" in tokens.lowers[office.start : office.end] and tokens.texts[office.end - 1][:1].isupper()
    titled = all(text[:1].isupper() or text in ("of", "and", "the", "for", "on") for text in between)
    return between[0] in ("of", "on", "for") and between[-1][:1].isupper() and titled and len(between) < FAR_WORDS


def _is_of_owner(names: Item, owner: Item, office: Item) -> bool:
    """True for a name before an office with its holder's: "Ana Ruiz, Ashton's spokeswoman"."""
    tokens = names.tokens
    if (
        names.tokens is not office.tokens
        or office.phrase is None
        or office.name is not None
        or office.linked is not None
    ):
        return False
    between = tokens.texts[names.end : owner.start]
    owned = office.start == owner.end + 1 and tokens.tags[owner.end] == "POS"
    ends = tokens.texts[office.end : office.end + 1] in ([","], ["."])
    return between == [","] and owned and ends and not office.phrase.countries and _may_be_named(office.phrase)


def _may_be_named(phrase: Phrase) -> bool:
    """True for one person, and for an ally or neighbour, who may be one as well as a state."""
    return (phrase.head.is_person and not phrase.head.is_plural) or (
        phrase.head.word in ("ally", "neighbour", "neighbor") and phrase.pronoun is not None
    )


def _is_set_off(before: Item, names: Item) -> bool:
    """True for a name between commas right after ``before``."""
    texts = names.tokens.texts
    return texts[before.end : names.start] == [","] and texts[names.end : names.end + 1] in ([","], ["."])


_ALSO = frozenset({"also", "then", "now"})


def _end_of_owned(tokens: Tokens, end: int) -> int:
    """The end of what belongs to those before: "the head of the Chilean ministry's trade department"."""
    if end >= len(tokens) or tokens.tags[end] != "POS":
        return end
    return next(
        (at for at in range(end + 1, len(tokens)) if tokens.tags[at] not in ("NN", "NNP", "JJ", "NNS")), len(tokens)
    )


def in_apposition(before: Item, after: Item) -> bool:
    """True where the second item names the first once more: "Park Jin, the minister", "the minister, Park Jin"."""
    if before.tokens is not after.tokens:
        return False
    tokens = before.tokens
    start = after.start
    if is_apposed_far(before, after):
        return True
    if tokens.tags[start - 1] == "POS" and start - 3 == before.end:
        start -= 2  # "the head of the delegation, Namibia's Martin Andjaba"
    if start > before.end and tokens.texts[before.end] != ",":
        return False
    titles = load_roles().honorifics
    between = [text for text in tokens.texts[before.end : start] if text not in titles and text not in _ALSO]
    if not between or between[0] != "," or len(between) > 4 or (len(between) > 1 and between[-1] != ","):
        return False
    if len(between) > 1 and not any(text.isdigit() for text in between):
        return False
    end = _end_of_owned(tokens, after.end)
    follows = tokens.texts[end] if end < len(tokens) else "."
    if tokens.deps[after.root] == "appos":
        return True
    if tokens.deps[after.root] in ("conj", "nsubj", "nsubjpass", "pobj", "dobj"):
        return False
    determiner = after.phrase.determiner if after.phrase is not None else ""
    return follows in (",", ".", ")", ";", ":", "-", "--", "–", "—") or (
        determiner in ("a", "an") and follows in _AFTER
    )


def is_apposed_far(before: Item, after: Item) -> bool:
    """True for a name between commas after what belongs to an office: "his envoy for landmines, Karl Holt, said".

    So for a name that the parser hangs on the office after it: "Nam Tae-il, deputy director of the agency, said".
    """
    tokens = before.tokens
    if before.name is not None and before.phrase is None and tokens.heads[before.root] == after.root:
        return tokens.texts[before.end : after.start] == [","] and tokens.texts[after.end : after.end + 1] == [","]
    if tokens.deps[after.root] != "appos" or tokens.heads[after.root] != before.root or after.phrase is not None:
        return False
    between = tokens.texts[before.end : after.start]
    ends = tokens.texts[after.end : after.end + 1]
    return len(between) < FAR_WORDS and between[-1:] == [","] and between.count(",") == 1 and ends in ([","], ["."])


_AFTER = frozenset({"on", "of", "at", "for", "in", "who", "with", "from", "and", "specialising", "specializing"})


def _is_predicate(before: Item, after: Item) -> bool:
    """True for "Park Jin is the foreign minister"."""
    tokens = before.tokens
    verb = tokens.heads[after.root]
    is_attribute = tokens.deps[after.root] == "attr" and tokens.heads[before.root] == verb
    return is_attribute and tokens.lowers[verb] in ("is", "was", "became", "becomes")
