"""The words of the calendar and a small pattern language over tokens.

Every word that a rule knows has one character, so that a passage becomes a short string and a rule one regular
expression over it. In a pattern small letters are words, capitals are classes of words, blanks mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.strings import get_string_id

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sept sept. sep sep.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        1,
    )
    for word in words.split()
}
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon mon.",
            "tuesday tue tue. tues tues.",
            "wednesday wed wed.",
            "thursday thu thu. thur thur. thurs thurs.",
            "friday fri fri.",
            "saturday sat sat.",
            "sunday sun sun.",
        )
    )
    for word in words.split()
}
WEEKDAY_PLURALS = {f"{word}s": number for word, number in WEEKDAYS.items() if word.endswith("day")}
UNITS = {u: u for u in ("day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "millennium")} | {
    "yr": "year",
    "yr.": "year",
    "semester": "half",
}
CLOCK_UNITS = {"hour": "H", "minute": "M"}
UNIT_PLURALS = {f"{u}s": u for u in UNITS if not u.endswith(("y", "m", ".")) or u == "day"} | {
    "centuries": "century",
    "millennia": "millennium",
}
CLOCK_PLURALS = {"hours": "H", "minutes": "M", "seconds": "S", "hrs": "H", "mins": "M"}
UNIT_VALUE = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA"} | {
    "winter": "WI",
    "wintertime": "WI",
}
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV"} | {
    "noon": "MI",
    "midday": "MI",
    "midnight": "NI",
    "lunchtime": "MI",
    "mid-morning": "MO",
    "mid-afternoon": "AF",
    "midmorning": "MO",
    "midafternoon": "AF",
}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = (
    {"a": 1, "an": 1}
    | {word: n for n, word in enumerate(_ONES, 1)}
    | {word: n for n, word in enumerate(_TEENS, 10)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {f"{ten}-{one}": 10 * n + k for n, ten in enumerate(_TENS, 2) for k, one in enumerate(_ONES, 1)}
)
TENS = {word: 10 * n for n, word in enumerate(_TENS, 2)}
_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = {word: n for n, word in enumerate(_NTH, 1)}
DECADE_NAMES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(_TENS, 2)}


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


DAY_NUMBERS = {str(n): n for n in range(1, 32)} | {f"0{n}": n for n in range(1, 10)}
DAY_ORDINALS = {_ordinal(n): n for n in range(1, 32)}
YEARS = {str(n): n for n in range(1000, 2101)}
DECADES = {f"{n}s": n for n in range(1700, 2100, 10) if n % 100 or n >= 2000}
CENTURIES = {f"{n}s": n // 100 + 1 for n in range(1000, 2000, 100)}
SHORT_DECADES = {f"{n}s": 1900 + n for n in range(20, 100, 10)} | {f"'{n}s": 1900 + n for n in range(20, 100, 10)}
#: Parts of a period that the tokeniser leaves joined to it: "late-2008", "mid-1980s", "mid-19th century".
HYPHENED_PARTS = ("early", "mid", "late", "end")
_NEAR_YEARS = [str(n) for n in range(1800, 2101)]
CLASSES: dict[str, Iterable[str]] = {
    "MONTH": MONTHS,
    "MONTHNAME": [w for w in MONTHS if len(w) > 3 or w == "may"],
    "ANYDAY": WEEKDAYS,
    "WEEKDAY": [w for w in WEEKDAYS if w.endswith(("day", "."))],
    "WEEKDAYS": WEEKDAY_PLURALS,
    "UNIT": UNITS,
    "UNITS": UNIT_PLURALS,
    "CLOCK": CLOCK_UNITS,
    "CLOCKS": CLOCK_PLURALS,
    "SEASON": SEASONS,
    "DAYPART": ("morning", "afternoon", "evening", "night"),
    "JOINEDPART": ("mid-morning", "mid-afternoon", "midmorning", "midafternoon"),
    "NOON": ("noon", "midday", "midnight", "dawn", "dusk"),
    "NUMBER": [*(w for w in NUMBERS if w not in ("a", "an")), *DAY_NUMBERS, *(str(n) for n in range(32, 100))],
    "TENS": TENS,
    "ONES": _ONES,
    "ORDINAL": [*ORDINALS, *DAY_ORDINALS],
    "DAY": DAY_NUMBERS,
    "DAYTH": DAY_ORDINALS,
    "YEAR": YEARS,
    "DECADE": DECADES,
    "CENTURY": CENTURIES,
    "FISCALYEAR": [*(f"fy{n}" for n in YEARS), *(f"fy{n:02d}" for n in range(100))],
    "SHORTDECADE": [*SHORT_DECADES, *DECADE_NAMES],
    "PARTYEAR": [f"{part}-{word}" for part in HYPHENED_PARTS for word in (*_NEAR_YEARS, *DECADES, *SHORT_DECADES)],
    "PARTCENTURY": [f"{part}-{word}" for part in HYPHENED_PARTS for word in DAY_ORDINALS],
    "SHORTYEAR": [f"{n:02d}" for n in range(100)],
    "NINEELEVEN": ("9/11",),
    "CLOSE": (")", "]", ";", "|"),
    "QUARTERNO": [f"{a}{b}" for n in "1234" for a, b in (("q", n), (n, "q"))],
    "HALFNO": ["h1", "1h", "h2", "2h"],
}
#: Tokens known by their shape only: other numbers, clock times and dates in digits.
SHAPES = {
    "CLOCKTIME": ("d:dd", "dd:dd", "d.dd", "dd.dd", "d:dd:dd", "dd:dd:dd", "dddd"),
    "COLONTIME": ("d:dd", "dd:dd"),
    "CLOCKHALF": tuple(f"{h}{s}dd{x}" for h in ("d", "dd") for s in ":." for x in ("xx", "XX")),
    "SLASHED": tuple(
        f"{a}{s}{b}{s}{c}" for s in "/." for a in ("d", "dd") for b in ("d", "dd") for c in ("dd", "dddd")
    ),
    "YEARSLASH": ("dddd/dd", "dddd/dddd"),
    "BIGNUMBER": ("d", "dd", "ddd", "dddd", "d,ddd", "dd,ddd", "ddd,ddd", "d.d", "dd.d"),
}
OTHER = "."
_PIECE = re.compile(r"\(\?P<\w+>|\(\?P=\w+\)|\(\?[:=!]|\(\?<[=!]|[A-Z]+|[a-z0-9'][a-z0-9'.]*|[,/\-:]")


class Alphabet:
    """Gives each word of a grammar its character, and turns patterns and tokens into strings of them."""

    def __init__(self) -> None:
        self._chars: dict[str, str] = {}
        self._shape_chars: dict[str, str] = {}
        self._by_hash: dict[int, str] = {}
        self._by_shape: dict[int, str] = {}
        for words in CLASSES.values():
            for word in words:
                self.char(word)
        for shapes in SHAPES.values():
            for shape in shapes:
                char = self._shape_chars.setdefault(shape, chr(0x4000 + len(self._shape_chars)))
                self._by_shape[get_string_id(shape)] = char

    def char(self, word: str) -> str:
        """The character of a word; a new one for a new word."""
        if word not in self._chars:
            self._chars[word] = chr(0x100 + len(self._chars))
            self._by_hash[get_string_id(word)] = self._chars[word]
        return self._chars[word]

    def _members(self, name: str) -> str:
        chars = [self.char(word) for word in CLASSES.get(name, ())]
        chars += [self._shape_chars[shape] for shape in SHAPES.get(name, ())]
        return f"[{''.join(chars)}]"

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern, over strings of token characters."""

        def piece(match: re.Match[str]) -> str:
            text = match.group()
            if text.startswith("(?"):
                return text
            return self._members(text) if text.isupper() and text.isalpha() else self.char(text)

        return re.compile(_PIECE.sub(piece, pattern).replace(" ", "").replace("\n", ""))

    def spell(self, lowers: Iterable[int], shapes: Iterable[int]) -> str:
        """One character for each token, by the hashes of its small letters and of its shape."""
        words, forms = self._by_hash, self._by_shape
        return "".join([words.get(low) or forms.get(shape, OTHER) for low, shape in zip(lowers, shapes, strict=True)])
