"""Meanings of words that name years, decades and centuries, and when a number is a year.

Each function takes the matched words and gives their Meaning, or None when they mean no time after all.
"""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from dashboard.language import periods
from dashboard.language.periods import Period
from dashboard.language.time_meanings import Meaning, Words, part_of, stated, year_of
from dashboard.language.time_words import (
    CENTURIES,
    DAY_ORDINALS,
    DECADE_NAMES,
    DECADES,
    ORDINALS,
    SHORT_DECADES,
    TENS,
    YEARS,
)

_YEAR_BEFORE = frozenset(
    (
        "in", "since", "until", "till", "by", "from", "of", "for", "before", "after", "during", "between", "and", "to",
        "early", "late", "mid", "through", "year", "circa", "around", "about", "than", "the", "-", "or", "/", "(",
    )
)  # fmt: skip
_FAR_YEAR_BEFORE = frozenset(
    ("in", "since", "until", "till", "from", "before", "after", "during", "year", "circa", "by")
)
#: A number after these counts or numbers something.
_COUNTED = frozenset(
    (
        "$", "#", "no.", "£", "€", "¥", "number", "room", "highway", "route", "flight", "resolution", "section",
        "channel", "act",
    )
)  # fmt: skip
_UNITS_AFTER = frozenset(("%", "percent", "million", "billion", "gmt", "hours", "local", "year", "years", "km"))
#: What is counted by the thousand without a comma.
_COUNTED_NOUNS = frozenset(
    (
        "people", "euro", "dollar", "pound", "yen", "soldier", "troop", "dead", "casualty", "job", "share", "point",
        "mile",
    )
)  # fmt: skip


def year_only(words: Words) -> Meaning | None:
    """2023 · early 2023 · the end of 2023 · fiscal 1989; a number that counts things is no year."""
    year = year_of(words.get("year"))
    if year is None:
        return None
    if not words.get("part") and not words.get("label") and not _is_year(words, year):
        return None
    return stated(periods.year_period(year).part(part_of(words.get("part"))))


def _is_year(words: Words, year: int) -> bool:
    token, before = words.doc[words.match.start("year")], words.before()
    if before in _COUNTED or words.after() in _UNITS_AFTER:
        return False
    if token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS" and before not in ("the", "in"):
        return _dates_plural(token, year)
    if not 1900 <= year <= 2060:
        return before in _FAR_YEAR_BEFORE
    return token.ent_type_ not in ("CARDINAL", "QUANTITY", "MONEY") or before in _YEAR_BEFORE


def _dates_plural(token: Token, year: int) -> bool:
    """True for the year in "2005 levels" and "his 1995 returns", not for the count in "2000 soldiers".

    A count of this size that is no round number carries its comma in print: 1,995 soldiers.
    """
    if token.ent_type_ in ("MONEY", "QUANTITY", "PERCENT") or token.head.lemma_ in _COUNTED_NOUNS:
        return False
    owned = any(child.dep_ == "poss" for child in token.head.children)
    return 1900 <= year <= 2060 and (owned or year % 10 != 0)


def part_of_year(words: Words) -> Meaning | None:
    """mid-1996 · late-2008 · mid-'80s, where they are one token."""
    part, _, text = words.get("year").partition("-")
    decade_start = DECADES.get(text) or SHORT_DECADES.get(text)
    period = periods.decade_period(decade_start) if decade_start else periods.year_period(YEARS[text])
    return stated(period.part(part_of(part)))


def part_of_century(words: Words) -> Meaning | None:
    """the mid-19th century, where the part is one token with the number."""
    part, _, number = words.get("number").partition("-")
    return stated(periods.century_period(DAY_ORDINALS[number]).part(part_of(part)))


def year_before(words: Words) -> Meaning | None:
    """300 BC; its days lie before the calendar of the product."""
    number = words.get("n").replace(",", "")
    return Meaning("DATE", f"BC{int(number):04d}") if number.isdecimal() and len(number) <= 4 else None


def year_range(words: Words) -> Meaning | None:
    """2017-2019 · 1989-90 · 2008/09."""
    year, end = words.get("year"), words.get("end")
    if "/" in words.text:
        year, _, end = words.text.partition("/")
    first = YEARS.get(year, 9999)
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    if " " in words.text or not first < last < min(first + 300, 2101):
        return None
    return stated(Period(f"{first:04d}/{last:04d}", dt.date(first, 1, 1), dt.date(last, 12, 31)))


#: "in his early 20s" is an age.
_OWNERS = frozenset(("my", "your", "his", "her", "our", "their", "its"))


def decade(words: Words) -> Meaning | None:
    """the 1990s · the early 1980s · the '90s · the nineties."""
    text, introduced = (
        words.get("decade").replace("' ", "'"),
        words.get("part") or words.text.lower().startswith("the "),
    )
    year = DECADES.get(text) or SHORT_DECADES.get(text)
    if words.before() in _OWNERS and (text in SHORT_DECADES or text in DECADE_NAMES):
        return None
    if year is None and text in DECADE_NAMES:
        year = 1900 + DECADE_NAMES[text]
    if text in CENTURIES:
        return stated(periods.century_period(CENTURIES[text]).part(part_of(words.get("part"))))
    if year is None:
        year = YEARS.get(text.split()[0], 1)
    if year % 10 or (text in (*DECADE_NAMES, *SHORT_DECADES) and not text.startswith("'") and not introduced):
        return None
    return stated(periods.decade_period(year).part(part_of(words.get("part"))))


def century(words: Words) -> Meaning | None:
    """the 20th century · the early nineteenth century; "21st Century Fox" is a firm."""
    text = words.get("number").replace(" - ", "-").replace(" ", "-")
    number = DAY_ORDINALS.get(text) or ORDINALS.get(text)
    if number is None and "-" in text:
        ten, one = text.split("-", 1)
        number = TENS.get(ten, 0) + ORDINALS.get(one, 0)
    in_name = "Century" in words.text and words.doc[words.match.end() - 1].ent_type_ == "ORG"
    if not number or number > 30 or in_name:
        return None
    if words.get("bc"):
        return Meaning("DATE", f"BC{number - 1:02d}")
    return stated(periods.century_period(number).part(part_of(words.get("part"))))


def centuries(words: Words) -> Meaning | None:
    """the nineteenth and twentieth centuries."""
    one, two = (DAY_ORDINALS.get(w) or ORDINALS.get(w, 0) for w in (words.get("number"), words.get("last")))
    if not 0 < one < two <= 30:
        return None
    first, last = periods.century_period(one), periods.century_period(two)
    return stated(Period(f"{first.value}/{last.value}", first.first, last.last))
