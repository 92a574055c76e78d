"""Who held which office when: the dated table of office-holders."""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.errors import VocabularyError
from dashboard.vocabulary.bodies import checked_code
from dashboard.vocabulary.tables import FOLDER, Row, read_csv_table

COLUMNS = ("name", "aliases", "role", "country", "from", "to", "gender", "source")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_NOT_WORD = re.compile(r"[^\w]+")
#: Letters that no decomposition frees of their stroke.
_STROKES = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one office. ``first`` and ``last`` are inclusive; ``last`` is None while the term runs."""

    name: str
    aliases: tuple[str, ...]
    role: str
    country: str
    first: dt.date
    last: dt.date | None
    gender: str
    source: str

    def holds_on(self, day: dt.date) -> bool:
        """True when ``day`` lies in the term."""
        return self.holds_in(day, day)

    def holds_in(self, first: dt.date, last: dt.date) -> bool:
        """True when some day from ``first`` to ``last`` lies in the term."""
        return self.first <= last and (self.last is None or first <= self.last)

    def holds_through(self, first: dt.date, last: dt.date) -> bool:
        """True when the term holds every day from ``first`` to ``last``."""
        return self.first <= first and (self.last is None or last <= self.last)


def name_key(name: str) -> str:
    """``name`` without case, accents, hyphens and apostrophes: "Kim Jong-un" and "KIM JONG UN" meet."""
    return _NOT_WORD.sub(" ", plain_letters(name.replace("'", "").replace("’", "")).casefold()).strip()


def plain_letters(words: str) -> str:
    """The words without accents and strokes: "Radoslaw" for "Radosław"."""
    plain = unicodedata.normalize("NFKD", words.translate(_STROKES))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def name_words(name: str) -> list[str]:
    """The words of ``name`` as ``name_key`` writes them, without "Jr" and the like."""
    words = name_key(name).split()
    return [word for word in words if word not in _SUFFIXES] or words


@functools.cache
def load_holders() -> tuple[Holding, ...]:
    """Every row of the table, in its order. Raises VocabularyError for a bad row."""
    required = ("name", "role", "country", "from", "source")
    return tuple(_holding(row) for row in read_csv_table(FOLDER / "office_holders.csv", COLUMNS, required))


def _holding(row: Row) -> Holding:
    first, last = _first_day(row, "from"), _last_day(row, "to")
    if last is not None and last < first:
        raise row.refuse(f"a term from {row['from']} to {row['to']}", "an end after the start")
    if row["gender"] not in ("", "f", "m"):
        raise row.refuse(f"gender {row['gender']!r}", "f, m or nothing")
    return Holding(
        row["name"], row.many("aliases"), row["role"], checked_code(row), first, last, row["gender"], row["source"]
    )


def _first_day(row: Row, column: str) -> dt.date:
    parts = _parts(row, column)
    try:
        return dt.date(parts[0], *[*parts[1:], 1, 1][:2])
    except ValueError as error:
        raise row.refuse(f"{column} {row[column]!r}", "a day") from error


def _last_day(row: Row, column: str) -> dt.date | None:
    if not row[column]:
        return None
    parts = _parts(row, column)
    if len(parts) == 3:
        return _first_day(row, column)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    return after - dt.timedelta(days=1)


def _parts(row: Row, column: str) -> list[int]:
    if not _DAY.fullmatch(row[column]):
        raise row.refuse(f"{column} {row[column]!r}", "2019, 2019-05 or 2019-05-23")
    return [int(part) for part in row[column].split("-")]


@functools.cache
def holdings_by_name() -> Mapping[str, tuple[Holding, ...]]:
    """The terms of each person by ``name_key`` of any spelling, oldest first."""
    found: dict[str, list[Holding]] = {}
    for holding in load_holders():
        for key in {name_key(name) for name in (holding.name, *holding.aliases)}:
            found.setdefault(key, []).append(holding)
    return {key: tuple(sorted(many, key=lambda each: each.first)) for key, many in found.items()}


# Romanisations differ in these letters: Sergei/Sergey, Muhammad/Mohammed, Zelensky/Zelenskyy, Hisbollah/Hezbollah.
_FOLDS = tuple(
    (re.compile(letters), one)
    for letters, one in (
        ("iy|yy|ii|ij|ey|ei|ay|ai|y", "i"),
        ("kh|q|ck|c", "k"),
        ("gh", "g"),
        ("ph", "f"),
        ("ou|oo|u", "o"),
        ("w", "v"),
        ("dj", "j"),
        ("sch", "sh"),
        ("e", "a"),
        (r"(.)\1", r"\1"),
    )
)


def folded(word: str) -> str:
    """The same letters for every romanisation of a word, which is in lower case and without accents."""
    for pattern, letter in _FOLDS:
        word = pattern.sub(letter, word)
    return word


def find_holdings(name: str) -> tuple[Holding, ...]:
    """The terms of the person of this name, oldest first; initials and romanisation may differ from the table's.

    Empty when nobody fits or several do.
    """
    found = holdings_by_name().get(name_key(name))
    if found is None:
        key = _sound_key(name_key(name))
        found = _holdings_by_sound().get(key, ()) if " " in key else ()
    return found if len({each.name for each in found}) == 1 else ()


def _sound_key(key: str) -> str:
    return " ".join(folded(word) for word in key.split() if len(word) > 1)


@functools.cache
def _holdings_by_sound() -> Mapping[str, tuple[Holding, ...]]:
    found: dict[str, dict[Holding, None]] = {}
    for key, many in holdings_by_name().items():
        found.setdefault(_sound_key(key), {}).update(dict.fromkeys(many))
    return {key: tuple(many) for key, many in found.items()}


@functools.cache
def holdings_by_country() -> Mapping[str, tuple[Holding, ...]]:
    """The terms by country code."""
    found: dict[str, list[Holding]] = {}
    for holding in load_holders():
        found.setdefault(holding.country, []).append(holding)
    return {code: tuple(many) for code, many in found.items()}


@functools.cache
def holdings_by_word() -> Mapping[str, tuple[Holding, ...]]:
    """The terms by the first and the last word of each spelling, by one of which a headline may call the person."""
    found: dict[str, dict[Holding, None]] = {}
    for key, many in holdings_by_name().items():
        words = name_words(key)
        for word in {words[0], words[-1]}:
            found.setdefault(word, {}).update(dict.fromkeys(many))
    return {word: tuple(many) for word, many in found.items()}


def check_holders() -> None:
    """Raises VocabularyError when one spelling names people of two names."""
    for key, many in holdings_by_name().items():
        if len({holding.name for holding in many}) > 1:
            raise VocabularyError(
                f"office_holders.csv: found {key!r} for {sorted({h.name for h in many})}; allowed: one"
            )
