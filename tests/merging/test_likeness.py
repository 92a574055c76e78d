"""Likeness of texts: words weighed by how rare they are."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from dashboard.merging.likeness import content_words, likeness, to_vector, weigh_words


def test_words_lose_case_plural_and_possessive_and_small_words_go() -> None:
    assert content_words("The Ministers’ talks and Kenya's treaties") == ["minister", "talk", "kenya", "treaty"]


def test_a_rare_common_word_weighs_more_than_a_frequent_one() -> None:
    texts = [content_words(t) for t in ("treaty signed", "treaty broken", "treaty read", "copper read")]
    rarity = weigh_words(texts)
    assert rarity.of("copper") > rarity.of("treaty")


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_likeness_is_between_zero_and_one_and_one_with_itself(texts: list[str]) -> None:
    words = [content_words(text) for text in texts]
    vectors = [to_vector(each, weigh_words(words)) for each in words]
    for one in vectors:
        assert not one or math.isclose(likeness(one, one), 1.0)
        for other in vectors:
            assert -1e-9 <= likeness(one, other) <= 1 + 1e-9
            assert math.isclose(likeness(one, other), likeness(other, one), abs_tol=1e-12)
