"""Whose an office is that several states call by one name: the external affairs minister of India or Sri Lanka."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dashboard.language.items import Item
from dashboard.language.register import name_text
from dashboard.vocabulary.holders import find_holdings

OFTEN = 2
"""How often an article must name one of these states, and more than any other of them, to be about it."""


def settle(items: Iterable[Item], own: tuple[str, ...]) -> None:
    """Gives such offices to whom the dated table knows in them, the place they speak in, or the article's state.

    ``own`` are the states that the article is set in and about, likeliest first.
    """
    items = list(items)
    if not any(item.phrase is not None and item.phrase.among for item in items):
        return
    listed = [each.listed for item in items for each in (item, *item.swallowed) if each.listed is not None]
    spoken = Counter(each.actor.country for each in listed if each.kind != "body" and each.actor.country)
    scene: tuple[object, int, str] = (None, 0, "")
    for item in items:
        if item.place and item.listed is not None and item.kind == "listed":
            scene = item.words, item.sentence, item.listed.actor.country
        phrase = item.phrase
        if phrase is None or not phrase.among:
            continue
        name = name_text(item) or (name_text(item.linked) if item.linked is not None else "")
        held = [each.country for each in find_holdings(name)] if name else []
        here = [scene[2]] if scene[:2] == (item.words, item.sentence) else []
        often = [code for code, times in spoken.most_common() if code in phrase.among and times >= OFTEN][:1]
        first = (code for code in (*held, *here, *own, *often) if code in phrase.among)
        item.phrase = replace(phrase, countries=(next(first, phrase.among[0]),))
