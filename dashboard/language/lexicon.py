"""Finds listed names in a passage: one walk over its tokens, the longest name wins."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import spacy

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Tokens ``start`` to ``end`` (half-open) are a listed name."""

    start: int
    end: int
    entry: T


class Lexicon(Generic[T]):
    """Names as the tokenizer cuts them, found by their first token."""

    def __init__(self, names: Iterable[tuple[str | tuple[str, ...], T]]) -> None:
        """Later rows do not replace earlier ones: the first meaning of a name is kept."""
        found: dict[str, dict[tuple[str, ...], T]] = {}
        for name, entry in names:
            words = tuple(name) if isinstance(name, tuple) else cut(name)
            if words:
                found.setdefault(words[0], {}).setdefault(words[1:], entry)
        self._by_first: dict[str, tuple[tuple[int, tuple[str, ...], T], ...]] = {
            first: tuple((len(rest), rest, rests[rest]) for rest in sorted(rests, key=len, reverse=True))
            for first, rests in found.items()
        }

    def find(self, words: Sequence[str]) -> Iterator[Hit[T]]:
        """Every listed name in ``words``, left to right, none inside or across another."""
        position, known = 0, self._by_first
        while position < len(words):
            rests = known.get(words[position])
            hit = self._longest(words, position, rests) if rests else None
            if hit is None:
                position += 1
            else:
                yield hit
                position = hit.end

    @staticmethod
    def _longest(
        words: Sequence[str], position: int, rests: tuple[tuple[int, tuple[str, ...], T], ...]
    ) -> Hit[T] | None:
        for length, rest, entry in rests:
            end = position + 1 + length
            if tuple(words[position + 1 : end]) == rest:
                return Hit(position, end, entry)
        return None


def lower_lexicon(names: Iterable[tuple[str, T]]) -> Lexicon[T]:
    """A lexicon for lower-case words, its names cut as at the start of a sentence: "Gov." is one word."""
    return Lexicon((tuple(word.lower() for word in cut(name[0].upper() + name[1:])), entry) for name, entry in names)


@functools.cache
def cut(name: str) -> tuple[str, ...]:
    """``name`` as the English tokenizer cuts it, so that "U.S." and "Jong-un" meet the parse."""
    return tuple(token.text for token in _english()(name))


@functools.cache
def _english() -> spacy.tokenizer.Tokenizer:
    return spacy.blank("en").tokenizer
