"""How alike two texts are: words weighed by their rarity, compared by cosine."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
#: Words that stand in any text.
STOP = frozenset(
    {
        "a", "about", "after", "again", "against", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
        "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "during", "each", "for",
        "from", "further", "had", "has", "have", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in",
        "into", "is", "it", "its", "itself", "just", "may", "might", "more", "most", "must", "my", "no", "nor", "not",
        "now", "of", "off", "on", "once", "only", "or", "other", "our", "out", "over", "own", "said", "same", "say",
        "says", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these",
        "they", "this", "those", "through", "to", "too", "two", "under", "until", "up", "very", "was", "we", "were",
        "what", "when", "where", "which", "while", "who", "whom", "why", "will", "with", "would", "you", "your",
    }
)  # fmt: skip


def content_words(text: str) -> list[str]:
    """The words of a text that carry its topic, lower-cased, without plural and possessive endings."""
    plain = text.lower().replace("’", "'").replace("'s", "")
    return [_stem(word) for word in _WORD.findall(plain) if word not in STOP and len(word) > 1]


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each word is in a collection of texts."""

    texts: int
    holders: Mapping[str, int]

    def of(self, word: str) -> float:
        """The weight of ``word``: high when few texts hold it."""
        return math.log(1 + self.texts / (1 + self.holders.get(word, 0)))


def weigh_words(texts: Iterable[Sequence[str]]) -> Rarity:
    """The rarity of each word over ``texts``, each given as its content words."""
    holders: Counter[str] = Counter()
    count = 0
    for words in texts:
        holders.update(set(words))
        count += 1
    return Rarity(count, holders)


def to_vector(words: Sequence[str], rarity: Rarity) -> dict[str, float]:
    """The weighed words of a text as a vector of length 1; empty for no words."""
    weights = {word: (1 + math.log(count)) * rarity.of(word) for word, count in Counter(words).items()}
    return normal(weights)


def normal(weights: Vector) -> dict[str, float]:
    """The vector made as long as 1; empty for an empty one."""
    length = math.sqrt(sum(value * value for value in weights.values()))
    return {word: value / length for word, value in weights.items()} if length else {}


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1: 0 for no common word, 1 for the same words."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)
