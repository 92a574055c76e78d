"""What stands before the head of a noun phrase: its determiner and number, its countries, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.language.items import Item
from dashboard.language.names import Cover
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import Roles
from dashboard.vocabulary.word_sets import word_set

MAX_WORDS_BEFORE = 14
YEAR_DIGITS = 4
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "VBN", "HYPH", "VBG", "AFX", "ADD", "FW"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "both", "another", "some", "many", "several", "any", "all"}
    | {"each", "every", "other", "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_NUMBERS |= {"ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30}
# "Russian-born", "US-based": the country stands for where, not for whom.
_NOT_OF = frozenset({"born", "based", "made", "style", "speaking", "language", "era", "built", "owned", "educated"})
# "Iran-backed militia" belongs to another country than Iran; "US-led coalition" does not.
_BACKED = frozenset({"backed", "trained", "funded", "supported", "armed", "sponsored", "allied", "aligned", "occupied"})
_AGAINST = frozenset({"pro", "anti", "non", "ex", "Pro", "Anti", "Non", "Ex", "post", "pre", "Pan", "pan"})
STUDENTS = word_set("students")
_TIMES = frozenset({"time", "week", "month", "year", "weekend", "day", "morning", "afternoon", "evening", "night"})
_WHICH_TIME = frozenset({"this", "last", "next", "that", "every", "each", "earlier", "previous"})


@dataclass(frozen=True, slots=True)
class Left:
    """What stands before a head: from where, which countries, and whose it is."""

    start: int
    first_word: int
    countries: tuple[str, ...]
    determiner: str
    number: int
    possessor: Item | None
    pronoun: int | None
    of_nation: bool
    of_body: bool
    of_name: bool
    """True after a name that nobody has taken yet: "Rao's" where the full name is said elsewhere."""


def hyphenated_aside(tokens: Tokens, start: int, end: int) -> bool:
    """True when a country's name only colours a compound: "Russian-born", "anti-American"."""
    if end + 1 < len(tokens) and tokens.texts[end] == "-" and tokens.lowers[end + 1] in _NOT_OF:
        return True
    return start > 1 and tokens.texts[start - 1] == "-" and tokens.texts[start - 2] in _AGAINST


def read_left(tokens: Tokens, cover: Cover, roles: Roles, start: int, head_word: str) -> Left:
    """What stands before the head that begins at token ``start``, read from right to left."""
    return _LeftReader(tokens, cover, roles, start, head_word).read()


class _LeftReader:
    """Walks from a head to the left and gathers what stands there; each ``_take`` says whether to go on."""

    def __init__(self, tokens: Tokens, cover: Cover, roles: Roles, start: int, head_word: str) -> None:
        self._tokens, self._cover, self._roles = tokens, cover, roles
        self._start, self._head_word, self._index = start, head_word, start
        self._countries: list[str] = []
        self._determiner, self._number = "", 0
        self._possessor: Item | None = None
        self._pronoun: int | None = None
        self._of_nation = self._of_body = self._of_name = False

    def read(self) -> Left:
        """All that stands before the head."""
        tokens, start, limit = self._tokens, self._start, max(0, self._start - MAX_WORDS_BEFORE)
        while self._index > limit and self._take(self._index - 1):
            pass
        first = _without_joint(tokens, self._index, start)
        codes = tuple(dict.fromkeys(code for code in self._countries if code))
        return Left(
            first,
            _first_word(tokens, first, start),
            _of_states(tokens, first, start, codes),
            self._determiner,
            self._number,
            self._possessor,
            self._pronoun,
            self._of_nation,
            self._of_body,
            self._of_name,
        )

    def _take(self, before: int) -> bool:
        if self._tokens.tags[before] == "POS" and before > 0:
            return self._take_owner(before)
        held = self._cover[before]
        return self._take_word(before) if held is None else self._take_item(held)

    def _take_owner(self, mark: int) -> bool:
        """Whose the head is, before the "'s" at ``mark``: "Chile's", "the country's", "the alliance's"."""
        tokens, owner = self._tokens, self._cover[mark - 1]
        if owner is not None:
            self._possessor, self._index = owner, owner.start
            if owner.listed is not None:
                self._countries.insert(0, owner.listed.actor.country)
            return owner.listed is not None
        nation = _nation(tokens, self._roles, mark)
        if nation < mark:
            self._of_nation, self._determiner, self._index = True, "the", nation
        elif tokens.lowers[mark - 1] in self._roles.organisation and tokens.lowers[mark - 2] == "the":
            self._of_body, self._determiner, self._index = True, "the", max(mark - 2, 0)
        else:
            self._of_name = tokens.tags[mark - 1] == "NNP"
        return False

    def _take_item(self, held: Item) -> bool:
        """A country that stands before the head, or the person of "the Trump administration"."""
        tokens, is_first = self._tokens, self._start == self._index and self._possessor is None
        if held.kind == "person" and is_first and self._head_word in self._roles.of_a_person:
            self._possessor, self._index = held, held.start
            return True
        if held.listed is None or held.kind == "phrase":
            return False
        backed = tokens.lowers[held.end : held.end + 1] == ["-"] and tokens.lowers[held.end + 1] in _BACKED
        aside = backed or hyphenated_aside(tokens, held.start, held.end)
        if aside and self._head_word in STUDENTS and tokens.lowers[held.end : held.end + 2] == ["-", "based"]:
            aside = False  # "a Washington-based trade expert" is America's, unlike "London-based rebels"
        if not aside and not _is_studied(tokens, held, self._head_word):
            self._countries.insert(0, held.listed.actor.country)
        self._index = held.start
        return True

    def _take_word(self, before: int) -> bool:
        """An article, a number, a pronoun or a modifier; the first two end the phrase but for "the two", "other"."""
        tokens, lower, tag = self._tokens, self._tokens.lowers[before], self._tokens.tags[before]
        if lower == "that" and tag != "DT":
            return False
        if lower in _DETERMINERS:
            self._determiner, self._number, self._index = lower, _NUMBERS.get(lower, self._number), before
            return tag == "CD" or lower == "other"
        if tag == "PRP$":
            self._pronoun = self._index = before
            return False
        if tag == "CD" and (lower in _NUMBERS or (lower.isdecimal() and len(lower) < YEAR_DIGITS)):
            self._number = _NUMBERS.get(lower) or int(lower)
        elif not _is_modifier(tokens, self._roles, before) and not _joins(tokens, self._cover, before, self._index):
            return False
        self._index = before
        return True


def _of_states(tokens: Tokens, first: int, end: int, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Without the peoples that only colour those of a state: "Arab Israeli lawmakers" are Israel's."""
    states = tuple(code for code in codes if is_state(code))
    alone = not {"and", ","}.intersection(tokens.lowers[first:end])
    blocs = any(load_countries()[code].kind == "bloc" for code in codes)
    return states if blocs and alone and len(states) == 1 else codes


def _is_studied(tokens: Tokens, held: Item, head_word: str) -> bool:
    """True for the state that somebody knows about: "a China scholar", not "a Chinese scholar", "a U.S. scholar"."""
    noun = held.listed is not None and held.listed.form in ("country", "metonym") and not held.text.isupper()
    studied = held.end < len(tokens) and tokens.lowers[held.end] in (
        head_word,
        "policy",
        "programme",
        "program",
        "desk",
    )
    return noun and "." not in held.text and studied and head_word in STUDENTS


def _nation(tokens: Tokens, roles: Roles, end: int) -> int:
    """Where "the country" or "the host nation" begins that ends here; ``end`` itself when neither does."""
    if end < 2 or tokens.lowers[end - 1] not in roles.nation:
        return end
    start = end - 3 if tokens.lowers[end - 2] == "host" else end - 2
    return start if start >= 0 and tokens.lowers[start] == "the" else end


def _is_modifier(tokens: Tokens, roles: Roles, index: int) -> bool:
    text = tokens.texts[index]
    if text in roles.not_names or _is_time(tokens, index):
        return False
    if tokens.tags[index] == "CD" and len(text) == YEAR_DIGITS and text.isdigit():
        return False
    if tokens.tags[index] == "NNS":
        return tokens.lowers[index] in roles.plural_modifiers
    if tokens.tags[index] == "VBG":
        return tokens.lowers[index] in roles.participles
    if tokens.tags[index] == "VBN" and tokens.deps[index] not in ("amod", "compound", "nmod"):
        return False
    if text == "-":
        return not tokens.passage.doc[index].whitespace_  # the dash of a dateline stands alone
    would_be = text.isalpha() and "-" in tokens.texts[max(index - 1, 0) : index + 2]
    return (tokens.tags[index] in MODIFIERS or would_be) and text[0].isalnum()


def _is_time(tokens: Tokens, index: int) -> bool:
    """True for the "time" and "week" of "this time officials hinted", "last week ministers agreed"."""
    return index > 0 and tokens.lowers[index] in _TIMES and tokens.lowers[index - 1] in _WHICH_TIME


def _joins(tokens: Tokens, cover: Cover, index: int, after: int) -> bool:
    """True for "and" inside a phrase: "trade and industry minister", "Russian and Chinese officials"."""
    if tokens.lowers[index] not in ("and", ",") or index == 0:
        return False
    left, right = cover[index - 1], cover[after]
    if tokens.lowers[index] == ",":  # "British, French and German ministers"
        people = (held is not None and held.listed and held.listed.form == "nationality" for held in (left, right))
        return all(people) and right is not None and tokens.lowers[right.end : right.end + 1] in (["and"], [","])
    if left is not None and right is not None:
        both = left.listed, right.listed
        return all(each is not None and each.form in ("nationality", "country") for each in both) and (
            tokens.deps[right.root] == "conj" or tokens.deps[right.root] in ("amod", "compound")
        )
    plain = left is None and right is None
    return plain and tokens.deps[after] == "conj" and tokens.heads[after] == index - 1


def _without_joint(tokens: Tokens, index: int, start: int) -> int:
    while index < start and tokens.lowers[index] in ("and", ",", "-"):
        index += 1
    return index


def _first_word(tokens: Tokens, index: int, start: int) -> int:
    while index < start and (tokens.lowers[index] in _DETERMINERS or tokens.tags[index] == "PRP$"):
        index += 1
    return index
