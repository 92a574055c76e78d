"""Bodies named right after what they are: "the UN mission there, MINUTA, said", "a local group, Unity, says"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.language.gazetteer import Listed
from dashboard.language.items import Item, root_of
from dashboard.language.names import Cover, items_of
from dashboard.language.tokens import Tokens
from dashboard.records import Actor
from dashboard.vocabulary.roles import Roles

LONGEST = 7
"""So many words may a body's name have."""
FAR = 6
"""So many words may stand between what it is and its name: "the UN mission in the country, ..."."""
_JOINTS = frozenset({"of", "for", "and", "the", "de", "in", "on", "du", "la", "des", "pour", "del", "al", "-", "'s"})
_AT = frozenset({"in", "of", "for", "on", "at", "to", "against", "based", "working", "operating", "active", "close"})
_NO_NAMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"}
    | {"april", "may", "june", "july", "august", "september", "october", "november", "december", "however"}
)
_ROWS = frozenset({"and", "or", "as"})


def name_bodies(tokens: Tokens, cover: Cover, roles: Roles) -> Iterator[Item]:
    """The names of bodies that stand between commas after what they are and that nobody lists."""
    if tokens.passage.zone == "headline":
        return
    for item in list(items_of(cover)):
        start = _name_start(item) if is_of_bodies(item) else 0
        end = _name_end(tokens, start) if start else 0
        if not end or _is_known(cover, start, end):
            continue
        if tokens.lowers[start] in roles.heads or tokens.texts[start] in roles.honorifics | roles.not_names:
            continue
        listed = Listed(Actor(tokens.slice(start, end), "body", "", "", "unsure"), "body", "name")
        yield Item(tokens, start, end, root_of(tokens, start, end), "listed", listed=listed)


def apposed(items: Iterable[Item]) -> dict[int, Item]:
    """For each phrase for a body, by its id, the item of the name that stands between commas after it."""
    items = list(items)
    found: dict[int, Item] = {}
    for number, item in enumerate(items):
        start = _name_start(item) if is_of_bodies(item) else 0
        if not start:
            continue
        for after in items[number + 1 : number + 4]:
            if after.tokens is item.tokens and after.start in (start - 1, start) and _is_body(after):
                if _closes(item.tokens, after.end):
                    found[id(item)] = after
                break
    return found


def is_of_bodies(item: Item) -> bool:
    """True for a phrase for one body that has no name in it."""
    phrase = item.phrase
    if phrase is None or item.kind != "phrase" or item.name is not None or item.listed is not None or item.place:
        return False
    return not phrase.head.is_person and not phrase.head.word.endswith("ies") and bool(phrase.head.word)


def _is_body(item: Item) -> bool:
    return item.kind == "listed" and item.listed is not None and item.listed.kind in ("body", "seat")


def _name_start(item: Item) -> int:
    """Where the name begins after the comma; 0 where something else follows."""
    tokens, at = item.tokens, item.end
    if at < len(tokens) and tokens.lowers[at] in _AT:
        at = next((i for i in range(at, min(at + FAR, len(tokens))) if tokens.texts[i] == ","), len(tokens))
        if any(tokens.tags[i].startswith("VB") for i in range(item.end + 1, min(at, len(tokens)))):
            return 0
    if tokens.texts[at : at + 1] != [","]:
        return 0  # initials in brackets are no other name
    at += 1
    at += tokens.lowers[at : at + 1] == ["the"]
    return at if at < len(tokens) and tokens.texts[at][:1].isupper() else 0


def _name_end(tokens: Tokens, start: int) -> int:
    """Where a name ends that goes up to a comma or the end of the sentence; 0 for none."""
    end = start
    while end < len(tokens) and end - start < LONGEST and _may_be_in_name(tokens, end):
        end += 1
    while end > start and tokens.lowers[end - 1] in _JOINTS:
        end -= 1
    return end if end > start and _closes(tokens, end) else 0


def _may_be_in_name(tokens: Tokens, index: int) -> bool:
    text = tokens.texts[index]
    return (text[:1].isupper() and tokens.lowers[index] not in _NO_NAMES) or tokens.lowers[index] in _JOINTS


def _closes(tokens: Tokens, end: int) -> bool:
    """True where a comma or the sentence ends the name and no row goes on."""
    if tokens.texts[end : end + 1] == ["."]:
        return True
    after = tokens.texts[end + 1 : end + 2]
    row = bool(after) and (after[0].lower() in _ROWS or (after[0][:1].isupper() and tokens.tags[end + 1] == "NNP"))
    return tokens.texts[end : end + 1] == [","] and not row


def _is_known(cover: Cover, start: int, end: int) -> bool:
    """True where something that is listed, or a person's full name, stands in these words."""
    held = [each for each in cover[start:end] if each is not None]
    return any(each.kind != "person" or each.end - each.start > 1 for each in held)
