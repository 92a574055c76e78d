"""Bodies named right after what they are: "the UN mission there, MINUTA, said", "a local group, Unity, says"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.language.gazetteer import Listed
from dashboard.language.items import Item, root_of
from dashboard.language.names import Cover, items_of
from dashboard.language.words import Words
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


def name_bodies(words: Words, cover: Cover, roles: Roles) -> Iterator[Item]:
    """The names of bodies that stand between commas after what they are and that nobody lists."""
    if words.passage.zone == "headline":
        return
    for item in list(items_of(cover)):
        start = _name_start(item) if is_of_bodies(item) else 0
        end = _name_end(words, start) if start else 0
        if not end or _is_known(cover, start, end):
            continue
        if words.lowers[start] in roles.heads or words.texts[start] in roles.honorifics | roles.not_names:
            continue
        listed = Listed(Actor(words.slice(start, end), "body", "", "", "unsure"), "body", "name")
        yield Item(words, start, end, root_of(words, start, end), "listed", listed=listed)


def apposed(items: Iterable[Item]) -> dict[int, Item]:
    """For each phrase for a body, by its id, the item of the name that stands between commas after it."""
    items = list(items)
    found: dict[int, Item] = {}
    for number, item in enumerate(items):
        start = _name_start(item) if is_of_bodies(item) else 0
        if not start:
            continue
        for after in items[number + 1 : number + 4]:
            if after.words is item.words and after.start in (start - 1, start) and _is_body(after):
                if _closes(item.words, after.end):
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
    words, at = item.words, item.end
    if at < len(words) and words.lowers[at] in _AT:
        at = next((i for i in range(at, min(at + FAR, len(words))) if words.texts[i] == ","), len(words))
        if any(words.tags[i].startswith("VB") for i in range(item.end + 1, min(at, len(words)))):
            return 0
    if words.texts[at : at + 1] != [","]:
        return 0  # initials in brackets are no other name
    at += 1
    at += words.lowers[at : at + 1] == ["the"]
    return at if at < len(words) and words.texts[at][:1].isupper() else 0


def _name_end(words: Words, start: int) -> int:
    """Where a name ends that goes up to a comma or the end of the sentence; 0 for none."""
    end = start
    while end < len(words) and end - start < LONGEST and _may_be_in_name(words, end):
        end += 1
    while end > start and words.lowers[end - 1] in _JOINTS:
        end -= 1
    return end if end > start and _closes(words, end) else 0


def _may_be_in_name(words: Words, index: int) -> bool:
    text = words.texts[index]
    return (text[:1].isupper() and words.lowers[index] not in _NO_NAMES) or words.lowers[index] in _JOINTS


def _closes(words: Words, end: int) -> bool:
    """True where a comma or the sentence ends the name and no row goes on."""
    if words.texts[end : end + 1] == ["."]:
        return True
    after = words.texts[end + 1 : end + 2]
    row = bool(after) and (after[0].lower() in _ROWS or (after[0][:1].isupper() and words.tags[end + 1] == "NNP"))
    return words.texts[end : end + 1] == [","] and not row


def _is_known(cover: Cover, start: int, end: int) -> bool:
    """True where something that is listed, or a person's full name, stands in these words."""
    held = [each for each in cover[start:end] if each is not None]
    return any(each.kind != "person" or each.end - each.start > 1 for each in held)
