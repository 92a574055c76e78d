"""What temporal words mean before the publication day is known, and what they are read against."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from dashboard.language import periods
from dashboard.language.periods import Period
from dashboard.language.time_words import NUMBERS, TENS, YEARS

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
#: "done" is a past that cannot lie ahead: "since March".
Tense = Literal["done", "past", "future", "present", ""]


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the publication day, the tense of its clause, what was told before."""

    day: dt.date
    tense: Tense = ""
    told: Period | None = None
    """The period told last."""
    story: Period | None = None
    """The same, when it stands in the same line."""
    named: Period | None = None
    """The same, when its own words name it: "2006", "in April"; not "last month"."""
    goes_on: bool = False
    """True when the sentence goes on with what was told there: a day without a year is of its year."""


Resolve = Callable[[Setting], Period | None]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words mean. ``value`` is TIMEX3, with X where the publication day or another event is needed."""

    type: TimexType
    value: str
    resolve: Resolve | None = None
    period: Period | None = None
    """The days meant, when the words alone say them."""
    event: bool = False
    """True when the words count from something else that is told, not from the publication day."""
    suffix: str = ""
    """What follows the day in the value: "TNI", "T17:00"."""
    clock: bool = False
    """True for a time of day without a day of its own; it joins a day beside it."""
    beside: bool = False
    """True when the event counted from follows the words: "a day after the summit"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens that a rule matched."""

    doc: Doc
    match: re.Match[str]

    def get(self, name: str) -> str:
        """The words of a group in small letters, one blank between them; empty when the group took no part."""
        if name not in self.match.re.groupindex:
            return ""
        start, end = self.match.span(name)
        return " ".join(token.lower_ for token in self.doc[start:end]) if start >= 0 else ""

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        return str(self.doc[self.match.start() : self.match.end()].text)

    def before(self) -> str:
        """The word before the match."""
        start = self.match.start()
        return str(self.doc[start - 1].lower_) if start else ""

    def after(self) -> str:
        """The word after the match."""
        end = self.match.end()
        return str(self.doc[end].lower_) if end < len(self.doc) else ""


def stated(period: Period, *, kind: TimexType = "DATE", suffix: str = "") -> Meaning:
    """A meaning that needs no publication day."""
    return Meaning(kind, period.value, period=period, suffix=suffix)


def number_of(words: str) -> int | None:
    """The number that words say: 2 for a couple, None for "several" and the like."""
    words = words.removesuffix(" of").strip()
    if "couple" in words:
        return 2
    words = words.removesuffix(" and a half")
    fixed = {"a dozen": 12, "another": 1, "half a dozen": 6}.get(words) or NUMBERS.get(words)
    if fixed:
        return fixed
    digits = words.replace(",", "").replace(" ", "")
    if digits.isdecimal() and len(digits) < 7:
        return int(digits)
    parts = words.replace("-", " ").split()
    if len(parts) == 2 and parts[0] in TENS and parts[1] in NUMBERS:
        return TENS[parts[0]] + NUMBERS[parts[1]]
    return None


def full_year(number: int) -> int:
    """The year that two digits mean: 98 is 1998, 01 is 2001."""
    return number + (2000 if number < 50 else 1900)


def year_of(words: str) -> int | None:
    """The year that words name: 1996, nineteen ninety-six, fy96, 96; None for no words."""
    if not words:
        return None
    words = words.removeprefix("fy")
    if words in YEARS:
        return YEARS[words]
    if words.isdecimal():
        return full_year(int(words))
    number = number_of(words.removeprefix("nineteen").strip(" -").replace(" - ", "-"))
    return 1900 + number if number else None


_PARTS = (
    ("earlier", ("earlier",)),
    ("later", ("later",)),
    ("early", ("early", "beginning", "start", "first half", "first part")),
    ("mid", ("mid", "middle")),
    ("late", ("late", "end", "close", "second half", "latter half", "last half", "latter part")),
)


def part_of(words: str) -> str:
    """early, mid, late, earlier, later or nothing, for the words that name a part of a period."""
    words = words.removeprefix("the ")
    return next((part for part, names in _PARTS if words.startswith(names)), "")


def within(period: Period, words: str, setting: Setting) -> Period:
    """The part of a period that "early", "late" ... leave; "earlier" ends and "later" starts with publication."""
    part = part_of(words)
    if part == "earlier":
        return Period(period.value, period.first, max(period.first, min(period.last, setting.day)))
    if part == "later":
        return Period(period.value, min(period.last, max(period.first, setting.day)), period.last)
    return period.part(part)


def open_end(setting: Setting, value: str) -> Period:
    """Vague past and future have one known end, the publication day; the extreme day stands for the open one."""
    if value == "FUTURE_REF":
        return Period(value, setting.day, dt.date.max)
    return Period(value, dt.date.min, setting.day)


def period_range(first: dt.date, last: dt.date) -> Period:
    """From one day to another, as a day when they are the same."""
    if first == last:
        return periods.day_period(first)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last)
