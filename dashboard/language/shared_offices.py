"""Whose an office is that several states call by one name: the external affairs minister of India or Sri Lanka.

So for the leaders of a people that lives in several: "Albanian leader Rao" of Kosovo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dashboard.language.items import Item
from dashboard.language.register import name_text
from dashboard.vocabulary.holders import find_holdings
from dashboard.vocabulary.roles import load_roles

OFTEN = 2
"""How often an article must name one of these states, and more than any other of them, to be about it."""


def settle(items: Iterable[Item], own: tuple[str, ...]) -> None:
    """Gives such offices to whom the dated table knows in them, the place they speak in, or the article's state.

    ``own`` are the states that the article is set in and about, likeliest first.
    """
    items = list(items)
    if not any(item.phrase is not None and (item.phrase.among or _leads_a_people(item)) for item in items):
        return
    listed = [each.listed for item in items for each in (item, *item.swallowed) if each.listed is not None]
    spoken = Counter(each.actor.country for each in listed if each.kind != "body" and each.actor.country)
    named = Counter(each.actor.country for each in listed if each.form in ("country", "metonym"))
    scene: tuple[object, int, str] = (None, 0, "")
    for item in items:
        if item.place and item.listed is not None and item.kind == "listed":
            scene = item.words, item.sentence, item.listed.actor.country
        phrase = item.phrase
        if phrase is not None and (hosts := _leads_a_people(item)):
            host = _host(item, hosts, own, named)
            item.phrase = replace(phrase, countries=(host,)) if host else phrase
        if phrase is None or not phrase.among:
            continue
        name = name_text(item) or (name_text(item.linked) if item.linked is not None else "")
        held = [each.country for each in find_holdings(name)] if name else []
        here = [scene[2]] if scene[:2] == (item.words, item.sentence) else []
        often = [code for code, times in spoken.most_common() if code in phrase.among and times >= OFTEN][:1]
        first = (code for code in (*held, *here, *own, *often) if code in phrase.among)
        item.phrase = replace(phrase, countries=(next(first, phrase.among[0]),))


def _leads_a_people(item: Item) -> tuple[str, ...]:
    """The states in which the people has leaders whose leader a phrase tells of, "*" for any; empty for no such one."""
    phrase = item.phrase
    if phrase is None or len(phrase.countries) != 1 or phrase.head.singular not in _LEADING or phrase.possessor:
        return ()
    words = phrase.words.lower().replace("-", " ").split()
    people = next((hosts for people, hosts in load_roles().minorities.items() if people in words), ())
    return ("*",) if words[0] == "ethnic" else people if phrase.countries[0] not in people else ()


def _host(item: Item, hosts: tuple[str, ...], own: tuple[str, ...], named: Counter[str]) -> str:
    """The state in which somebody leads a people of another; "" where that is not told."""
    kin = item.phrase.countries[0] if item.phrase is not None else ""
    name = name_text(item) or (name_text(item.linked) if item.linked is not None else "")
    held = {each.country for each in find_holdings(name)} if name else set()
    if not name or kin in held:
        return ""
    settled = next((code for code in own if code and code != kin and code in hosts), "")
    if hosts == ("*",):
        return next((code for code in own if code and code != kin), "")
    told = [code for code, times in named.most_common() if code in hosts and times > named[kin]]
    return settled or next(iter(told), "")


_LEADING = frozenset(
    {"leader", "politician", "commander", "lawmaker", "chief", "spokesman", "official", "negotiator", "mayor"}
)
