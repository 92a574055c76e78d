"""Numbers and lengths of time in words, as ranges: "about five hours" and "four to five hours" can both be right."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "a": 1, "an": 1, "half": 0.5, "dozen": 12, "couple": 2, "single": 1,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_HOURS = {
    "second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8766,
    "decade": 87660,
}  # fmt: skip
_ABOUT = frozenset(["about", "around", "approximately", "roughly", "nearly", "almost", "some", "circa", "close"])
_OVER = frozenset(["over", "more", "least", "beyond", "exceeding"])
_UNDER = frozenset(["under", "less", "fewer", "most", "up", "below"])
#: "About five" may be this much more or less.
LOOSE = 0.25

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range of numbers; ``exact`` says that the words leave no room."""

    low: float
    high: float
    exact: bool

    def may_equal(self, other: Amount) -> bool:
        """True when both can be true of one thing."""
        return self.low <= other.high and other.low <= self.high


def to_amount(words: str) -> Amount | None:
    """The range of numbers that the words allow; None where they give none."""
    tokens = _WORD.findall(words.lower().replace("-", " "))
    numbers = _numbers(tokens)
    if not numbers:
        return None
    low, high = min(numbers), max(numbers)
    kinds = set(tokens)
    if kinds & _OVER:
        return Amount(low, math.inf, False)
    if kinds & _UNDER:
        return Amount(0.0, high, False)
    if kinds & _ABOUT:
        return Amount(low * (1 - LOOSE), high * (1 + LOOSE), False)
    return Amount(low, high, low == high)


def to_hours(words: str) -> Amount | None:
    """The range of hours of a length of time; None where the words give no unit or number."""
    unit = next((_HOURS[token] for word in _WORD.findall(words.lower()) if (token := word.rstrip("s")) in _HOURS), None)
    amount = to_amount(words)
    if unit is None or amount is None:
        return None
    return Amount(amount.low * unit, amount.high * unit, amount.exact)


def _numbers(tokens: list[str]) -> list[float]:
    """Each number of the words, "twenty five" and "two thousand" as one."""
    found: list[float] = []
    open_number = False
    for token in tokens:
        if token in _SCALES and found and open_number:
            found[-1] *= _SCALES[token]
        elif token in _UNITS and open_number and found and found[-1] in _TENS.values():
            found[-1] += _UNITS[token]
        elif (value := _value(token)) is not None:
            found.append(value)
            open_number = True
            continue
        else:
            open_number = False
    return found


def _value(token: str) -> float | None:
    if token[0].isdigit():
        plain = token.replace(",", "")
        return float(plain) if plain.count(".") <= 1 else None
    value = _UNITS.get(token, _TENS.get(token))
    return None if value is None else float(value)
