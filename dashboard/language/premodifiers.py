"""What stands before the head of a noun phrase: its determiner and number, its countries, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.language.items import Item
from dashboard.language.names import Cover
from dashboard.language.words import Words
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


def hyphenated_aside(words: Words, start: int, end: int) -> bool:
    """True when a country's name only colours a compound: "Russian-born", "anti-American"."""
    if end + 1 < len(words) and words.texts[end] == "-" and words.lowers[end + 1] in _NOT_OF:
        return True
    return start > 1 and words.texts[start - 1] == "-" and words.texts[start - 2] in _AGAINST


def read_left(words: Words, cover: Cover, roles: Roles, start: int, head_word: str) -> Left:
    """What stands before the head that begins at token ``start``, read from right to left."""
    countries: list[str] = []
    index, determiner, number, of_nation, of_body, of_name = start, "", 0, False, False, False
    possessor: Item | None = None
    pronoun: int | None = None
    limit = max(0, start - MAX_WORDS_BEFORE)
    while index > limit:
        before, held = index - 1, cover[index - 1]
        lower = words.lowers[before]
        if words.tags[before] == "POS" and before > 0:
            owner = cover[before - 1]
            nation = _nation(words, roles, before) if owner is None else before
            if nation < before:
                of_nation, determiner, index = True, "the", nation
                break
            if owner is None and words.lowers[before - 1] in roles.organisation and words.lowers[before - 2] == "the":
                of_body, determiner, index = True, "the", max(before - 2, 0)
                break
            if owner is None:
                of_name = words.tags[before - 1] == "NNP"
                break
            possessor, index = owner, owner.start
            if owner.listed is not None:
                countries.insert(0, owner.listed.actor.country)
                continue
            break
        if held is not None:
            if held.kind == "person" and start == index and possessor is None and head_word in roles.of_a_person:
                possessor, index = held, held.start  # "the Trump administration"
                continue
            if held.listed is None or held.kind == "phrase":
                break
            backed = words.lowers[held.end : held.end + 1] == ["-"] and words.lowers[held.end + 1] in _BACKED
            aside = backed or hyphenated_aside(words, held.start, held.end)
            if aside and head_word in STUDENTS and words.lowers[held.end : held.end + 2] == ["-", "based"]:
                aside = False  # "a Washington-based trade expert" is America's, unlike "London-based rebels"
            if not aside and not _is_studied(words, held, head_word):
                countries.insert(0, held.listed.actor.country)
            index = held.start
        elif lower == "that" and words.tags[before] != "DT":
            break
        elif lower in _DETERMINERS:
            determiner, number, index = lower, _NUMBERS.get(lower, number), before
            if words.tags[before] != "CD" and lower != "other":
                break
        elif words.tags[before] == "PRP$":
            pronoun, index = before, before
            break
        elif words.tags[before] == "CD" and (lower in _NUMBERS or (lower.isdecimal() and len(lower) < YEAR_DIGITS)):
            number, index = _NUMBERS.get(lower) or int(lower), before
        elif _is_modifier(words, roles, before) or _joins(words, cover, before, index):
            index = before
        else:
            break
    index = _without_joint(words, index, start)
    first_word = _first_word(words, index, start)
    known = _of_states(words, index, start, tuple(dict.fromkeys(code for code in countries if code)))
    return Left(index, first_word, known, determiner, number, possessor, pronoun, of_nation, of_body, of_name)


def _of_states(words: Words, first: int, end: int, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Without the peoples that only colour those of a state: "Arab Israeli lawmakers" are Israel's."""
    states = tuple(code for code in codes if is_state(code))
    alone = not {"and", ","}.intersection(words.lowers[first:end])
    blocs = any(load_countries()[code].kind == "bloc" for code in codes)
    return states if blocs and alone and len(states) == 1 else codes


def _is_studied(words: Words, held: Item, head_word: str) -> bool:
    """True for the state that somebody knows about: "a China scholar", not "a Chinese scholar", "a U.S. scholar"."""
    noun = held.listed is not None and held.listed.form in ("country", "metonym") and not held.text.isupper()
    studied = held.end < len(words) and words.lowers[held.end] in (head_word, "policy", "programme", "program", "desk")
    return noun and "." not in held.text and studied and head_word in STUDENTS


def _nation(words: Words, roles: Roles, end: int) -> int:
    """Where "the country" or "the host nation" begins that ends here; ``end`` itself when neither does."""
    if end < 2 or words.lowers[end - 1] not in roles.nation:
        return end
    start = end - 3 if words.lowers[end - 2] == "host" else end - 2
    return start if start >= 0 and words.lowers[start] == "the" else end


def _is_modifier(words: Words, roles: Roles, index: int) -> bool:
    text = words.texts[index]
    if text in roles.not_names or _is_time(words, index):
        return False
    if words.tags[index] == "CD" and len(text) == YEAR_DIGITS and text.isdigit():
        return False
    if words.tags[index] == "NNS":
        return words.lowers[index] in roles.plural_modifiers
    if words.tags[index] == "VBG":
        return words.lowers[index] in roles.participles
    if words.tags[index] == "VBN" and words.deps[index] not in ("amod", "compound", "nmod"):
        return False
    if text == "-":
        return not words.passage.doc[index].whitespace_  # the dash of a dateline stands alone
    would_be = text.isalpha() and "-" in words.texts[max(index - 1, 0) : index + 2]
    return (words.tags[index] in MODIFIERS or would_be) and text[0].isalnum()


def _is_time(words: Words, index: int) -> bool:
    """True for the "time" and "week" of "this time officials hinted", "last week ministers agreed"."""
    return index > 0 and words.lowers[index] in _TIMES and words.lowers[index - 1] in _WHICH_TIME


def _joins(words: Words, cover: Cover, index: int, after: int) -> bool:
    """True for "and" inside a phrase: "trade and industry minister", "Russian and Chinese officials"."""
    if words.lowers[index] not in ("and", ",") or index == 0:
        return False
    left, right = cover[index - 1], cover[after]
    if words.lowers[index] == ",":  # "British, French and German ministers"
        people = (held is not None and held.listed and held.listed.form == "nationality" for held in (left, right))
        return all(people) and right is not None and words.lowers[right.end : right.end + 1] in (["and"], [","])
    if left is not None and right is not None:
        both = left.listed, right.listed
        return all(each is not None and each.form in ("nationality", "country") for each in both) and (
            words.deps[right.root] == "conj" or words.deps[right.root] in ("amod", "compound")
        )
    plain = left is None and right is None
    return plain and words.deps[after] == "conj" and words.heads[after] == index - 1


def _without_joint(words: Words, index: int, start: int) -> int:
    while index < start and words.lowers[index] in ("and", ",", "-"):
        index += 1
    return index


def _first_word(words: Words, index: int, start: int) -> int:
    while index < start and (words.lowers[index] in _DETERMINERS or words.tags[index] == "PRP$"):
        index += 1
    return index
