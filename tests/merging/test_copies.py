"""One text printed by many outlets is one source."""

from __future__ import annotations

import random

from dashboard.merging.copies import group_copies
from dashboard.records import Article, Zone
from tests.merging.small import article

WORDS = [
    "river", "bridge", "treaty", "harbour", "minister", "winter", "salt", "copper", "envoy", "border", "market",
    "signal", "garden", "letter", "council",
]  # fmt: skip


def prose(seed: int, words: int = 120) -> str:
    """Words in an order of their own for each seed."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(words))


def test_a_shortened_reprint_with_another_opening_is_a_copy() -> None:
    text = prose(1)
    reprint = "Agencies report: " + " ".join(text.split()[:90])
    assert group_copies([article("b", text), article("a", reprint), article("c", prose(2))]) == {"a": "a", "b": "a"}


def test_two_texts_that_quote_one_sentence_are_no_copies() -> None:
    sentence = " we shall not sign any paper in this town before the snow has gone from the passes "
    assert group_copies([article("a", prose(3) + sentence), article("b", prose(4) + sentence)]) == {}


def test_furniture_that_all_share_makes_no_copies() -> None:
    share = " " + prose(9, 60)
    held = []
    for n in range(10, 16):
        own = prose(n, 200)
        zones = (Zone("body", 0, len(own)), Zone("promo", len(own), len(own + share)))
        held.append(Article(str(n), own + share, zones))
    assert group_copies(held) == {}


def test_short_notes_are_never_copies() -> None:
    assert group_copies([article("a", "Kenya met Uganda."), article("b", "Kenya met Uganda.")]) == {}


def test_the_order_of_the_articles_does_not_matter() -> None:
    held = [article("a", prose(1)), article("b", prose(1) + " end"), article("c", prose(5)), article("d", prose(5))]
    assert group_copies(held) == group_copies(held[::-1]) == {"a": "a", "b": "a", "c": "c", "d": "c"}
