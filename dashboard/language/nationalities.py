"""Whose somebody is who is only named beside a state or a people: "Norway's Liv Berg"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.items import Item

FAR_WORDS = 9
"""So many words, fewer than these, may stand between an office and the name in apposition to it."""
_WHERE_ONE_IS = ("living", "working", "studying", "based", "born", "resident", "exiled", "in", "who")
"""What goes on after "a Gambian", who is nobody's minister or poet."""


def owner_of(before: Item, after: Item) -> str:
    """The country whose a name is said to be: "Norway's Liv Berg"."""
    tokens, listed = before.tokens, before.listed
    if tokens is not after.tokens or listed is None or listed.form not in ("country", "name"):
        return ""
    return listed.actor.country if after.start == before.end + 1 and tokens.tags[before.end] == "POS" else ""


def rules_over(before: Item, after: Item) -> bool:
    """True for the country after an office and its name: "King Tupou of Tonga"."""
    tokens = before.tokens
    joined = tokens is after.tokens and tokens.lowers[before.end : after.start] == ["of"]
    return joined and before.phrase is not None and after.listed is not None and after.listed.kind == "country"


def nation_of(before: Item, after: Item) -> str:
    """The country of a name after what somebody is: "a Pakistani physicist, Omar Aziz", "Chilean poet Luis Paz"."""
    tokens, listed = before.tokens, before.listed
    between = range(before.end, after.start)
    if tokens is not after.tokens or listed is None or listed.form != "nationality" or not between:
        return ""
    noun = next((i for i in reversed(between) if tokens.tags[i] == "NN"), None)
    plain = all(
        tokens.tags[i] in ("NN", "JJ", "HYPH") or (tokens.texts[i] == "," and i == between[-1]) for i in between
    )
    if noun is None or not plain:
        return ""
    appos = tokens.deps[after.root] == "appos" and tokens.heads[after.root] == noun
    joined = tokens.deps[noun] in ("compound", "nmod") and tokens.heads[noun] == after.root
    return listed.actor.country if appos or joined else ""


def of_a_people(items: list[Item]) -> Iterator[tuple[str, Item]]:
    """Names of those who are only said to be of a people: "a Gambian living in Vancouver, Omar Jallow, said"."""
    for number, item in enumerate(items):
        tokens, listed = item.tokens, item.listed
        if (
            listed is None
            or listed.form != "nationality"
            or tokens.lowers[item.start - 1 : item.start] not in (["a"], ["an"])
        ):
            continue
        if tokens.lowers[item.end : item.end + 1] not in ([","], *([word] for word in _WHERE_ONE_IS)):
            continue
        for names in items[number + 1 : number + 4]:
            apart = names.start - item.end
            if (
                names.tokens is tokens
                and 0 < apart < FAR_WORDS
                and tokens.texts[names.start - 1 : names.start] == [","] == tokens.texts[names.end : names.end + 1]
            ):
                yield listed.actor.country, names
                break
