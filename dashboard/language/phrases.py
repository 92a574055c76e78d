"""Noun phrases for actors: offices, descriptions and institutions, with the country that their own words give."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.language.gazetteer import Listed
from dashboard.language.items import Item, Phrase, root_of
from dashboard.language.lexicon import Lexicon, lower_lexicon
from dashboard.language.names import Cover, name_end
from dashboard.language.words import Words
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import Head, Roles, load_roles

MAX_WORDS_BEFORE = 14
MAX_WORDS_OF = 7
YEAR_DIGITS = 4
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "VBN", "HYPH", "VBG", "AFX", "ADD", "FW"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "both", "another", "some", "many", "several", "any", "all"}
    | {"each", "every", "other", "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_NUMBERS |= {"ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30}
_MEETING_ANYWHERE = frozenset({"body", "bloc", "grouping", "alliance", "union", "organization", "organisation"})
"""What meets in one state and is not of it."""
_OF = frozenset({"of", "for", "at", "from", "with", "in"})
_FORMER = frozenset({"former", "ex", "ex-", "late", "erstwhile", "ousted", "deposed", "onetime", "one-time", "then"})
# "Russian-born", "US-based": the country stands for where, not for whom.
_NOT_OF = frozenset({"born", "based", "made", "style", "speaking", "language", "era", "built", "owned", "educated"})
# "Iran-backed militia" belongs to another country than Iran; "US-led coalition" does not.
_BACKED = frozenset({"backed", "trained", "funded", "supported", "armed", "sponsored", "allied", "aligned", "occupied"})
_AGAINST = frozenset({"pro", "anti", "non", "ex", "Pro", "Anti", "Non", "Ex", "post", "pre", "Pan", "pan"})
_LAST = frozenset({"general", "elect", "designate"})
"""Adjectives that end an office."""
_OF_STATE = frozenset({"secretary", "secretaries", "minister", "ministers", "undersecretary"})
_STYLES = frozenset({"Sir", "Dame", "Lord", "Lady", "Baroness", "Sheikh", "Sheik", "Prince", "Dr", "Dr.", "Mr", "Mr."})
GATHERING = frozenset({"meeting", "gathering"})
"""What those do who a parser makes colour a thing: "EU ministers meeting in Brussels agreed"."""
_NOMINAL = ("nsubj", "nsubjpass", "pobj", "dobj")
_GIVEN = frozenset({"Sheriff", "Duke", "Earl", "Baron", "Marshal", "Noble", "Guard"})
"""Heads that are given names as well."""
_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})
STUDENTS = frozenset(
    {"scholar", "expert", "analyst", "specialist", "watcher", "researcher", "historian", "economist", "strategist"}
    | {
        "correspondent",
        "academic",
        "commentator",
        "hand",
        "observer",
        "consultant",
        "director",
        "fellow",
        "professor",
        "lecturer",
    }
)
"""Who knows about the state whose bare name stands before: "a China scholar"."""
_FROM_A_BODY = frozenset({"of", "from", "at", "with", "in", "within", "inside", "for"})
_WHICH_BODY = frozenset(
    {"regional", "western", "military", "world", "global", "continental", "trade", "economic", "nation", "member"}
    | {"nuclear", "european", "african", "arab", "asian", "international", "atlantic", "central", "sub-regional"}
)
"""What stands before a word for an organisation and says no more than that: "the regional bloc"."""
_TIMES = frozenset({"time", "week", "month", "year", "weekend", "day", "morning", "afternoon", "evening", "night"})
_WHICH_TIME = frozenset({"this", "last", "next", "that", "every", "each", "earlier", "previous"})
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Left:
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


@functools.cache
def head_lexicon() -> Lexicon[Head]:
    """The head nouns of ``roles.toml``, looked up in lower case."""
    return lower_lexicon((word, head) for word, head in load_roles().heads.items())


def hyphenated_aside(words: Words, start: int, end: int) -> bool:
    """True when a country's name only colours a compound: "Russian-born", "anti-American"."""
    if end + 1 < len(words) and words.texts[end] == "-" and words.lowers[end + 1] in _NOT_OF:
        return True
    return start > 1 and words.texts[start - 1] == "-" and words.texts[start - 2] in _AGAINST


def _is_backed(words: Words, end: int) -> bool:
    return end + 1 < len(words) and words.texts[end] == "-" and words.lowers[end + 1] in _BACKED


def find_phrases(words: Words, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Every phrase with a head noun of an actor, right to left; writes itself into ``cover``."""
    hits = list(head_lexicon().find(words.lowers))
    for hit in reversed(hits):
        if any(cover[index] for index in range(hit.start, hit.end)) or not (
            _is_noun(words, hit.end - 1) or (words.lowers[hit.end - 1] in _LAST and hit.end - hit.start > 1)
        ):
            continue
        if _ends_an_office(words, hit.start) or _is_being_against(words, hit.start):
            continue
        if hit.end - hit.start == 1 and (
            _is_surname(words, roles, hit.start) or _is_given_name(words, roles, hit.start)
        ):
            continue
        item = _phrase(words, cover, roles, hit.start, hit.end, hit.entry)
        if (
            _only_colours(words, item, hit.end)
            or _is_of_the_body(words, hit.start)
            or _is_bare_title(words, cover, roles, item)
        ):
            continue
        for index in range(item.start, item.end):
            held = cover[index]
            if held is not None and held is not item and held not in item.swallowed:
                item.swallowed.append(held)
            cover[index] = item
        yield item


def _is_of_the_body(words: Words, index: int) -> bool:
    """True for the head that somebody shakes or nods: "she shook her head"."""
    owned = index > 0 and words.tags[index - 1] == "PRP$"
    return owned and words.lowers[index] == "head" and words.deps[index] == "dobj"


def _ends_an_office(words: Words, index: int) -> bool:
    """True for the last word of "Minister of State" and "secretary of state", which are one office."""
    if index < 2 or words.lowers[index] != "state" or words.lowers[index - 1] != "of":
        return False
    return words.texts[index] == "State" or words.lowers[index - 2] in _OF_STATE


def _is_being_against(words: Words, index: int) -> bool:
    """True for "Russia's opposition to the plan", where nobody is named."""
    return words.lowers[index] == "opposition" and words.lowers[index + 1 : index + 2] == ["to"]


def _is_surname(words: Words, roles: Roles, index: int) -> bool:
    """True for the "Shah" of "Home Minister Amir Shah"."""
    if index <= 1 or words.lowers[index] not in roles.surnames or not words.texts[index].istitle():
        return False
    given, head = words.lowers[index - 1], roles.heads.get(words.lowers[index - 2])
    named = words.tags[index - 1] == "NNP" and words.texts[index - 1].istitle() and given not in roles.heads
    return named and given not in roles.deciding and head is not None and head.is_person and not head.is_plural


def _is_given_name(words: Words, roles: Roles, index: int) -> bool:
    """True for the "Sheriff" of "Information Minister Sheriff Bojang"."""
    if not index or words.texts[index] not in _GIVEN or words.tags[index + 1 : index + 2] != ["NNP"]:
        return False
    head = roles.heads.get(words.lowers[index - 1])
    return head is not None and head.is_person and not head.is_plural


def _is_bare_title(words: Words, cover: Cover, roles: Roles, item: Item) -> bool:
    """True for a title whose name another item has taken: "Colonel" of "Colonel Haddad's spokesman"."""
    taken = item.end < len(words) and cover[item.end] is not None
    return taken and item.end - item.start == 1 and words.texts[item.start] in roles.honorifics


def _only_colours(words: Words, item: Item, end: int) -> bool:
    """True when the head says what kind of thing follows: "fighter aircraft", "infantry rockets"."""
    phrase = item.phrase
    if phrase is None or item.end > end or end >= len(words) or words.deps[end - 1] not in ("compound", "nmod", "amod"):
        return False
    if phrase.head.is_plural and phrase.head.is_person and words.lowers[end] in GATHERING:
        return words.lowers[end + 1 : end + 2] not in (["in"], ["at"], ["on"], ["here"], ["under"])
    if not phrase.head.is_person and _is_of_a_text(words, end - 1):
        return False  # "a ministry statement", "an army press release"
    follows = words.tags[end] in ("NN", "NNS") and words.heads[end - 1] >= end
    return follows and (phrase.head.is_person or not phrase.countries)


def _is_of_a_text(words: Words, index: int) -> bool:
    """True for a public body before the text that it gave out."""
    of_state = (
        load_roles().heads[words.lowers[index]].code in _STATE if words.lowers[index] in load_roles().heads else False
    )
    return of_state and words.heads[index] > index and words.lowers[words.heads[index]] in load_roles().papers


def _is_noun(words: Words, index: int) -> bool:
    if words.tags[index] == "JJ" and words.deps[index] in _NOMINAL:
        return True  # "an official close to the president said"
    return words.tags[index].startswith("NN") or (words.texts[index][:1].isupper() and words.tags[index] != "VB")


def _phrase(words: Words, cover: Cover, roles: Roles, start: int, end: int, head: Head) -> Item:
    end = _postpositive(words, end)
    left = _left(words, cover, roles, start, head.word if not head.is_person else head.singular)
    of_states = head.is_person or head.code in _STATE
    of_each = of_states and head.is_plural and words.lowers[end : end + 1] in (["of"], ["from"])
    right, of_countries = _of(words, cover, end, several=of_each)
    acts = words.deps[end - 1] in ("nsubj", "nsubjpass", "appos")
    if acts and words.lowers[end : end + 1] in (["in"], ["at"]) and head.singular in roles.stationed:
        of_countries = ()  # "the ambassador at the United Nations", "its embassy in Oslo"
    if words.lowers[end : end + 1] in (["in"], ["at"]) and (left.of_body or head.word in _MEETING_ANYWHERE):
        of_countries = ()  # "the bloc's ministers in Luxembourg", "the 34-member body in Washington"
    pronoun = left.pronoun if left.pronoun is not None else _owner_after(words, left, end)
    if pronoun != left.pronoun:
        of_countries = ()
    if right == end and head.singular in roles.sent_to:
        right = _sent_to(words, cover, roles, end)
    name = _named(words, cover, roles, right, head)
    if name is None and right > end:
        short = _named(words, cover, roles, end, head)
        if short is not None:
            right, of_countries, name = end, (), short
    countries = left.countries or of_countries
    among: tuple[str, ...] = ()
    if _is_sent_by_person(left, head, roles):
        countries = ()
    if not countries and left.possessor is None and pronoun is None and not (left.of_nation or left.of_body):
        countries = _only_in(words, roles, left.first_word, right)
        among = () if countries else _one_of_several(words, roles, left.first_word, right)
        countries = countries or among[:1]
    lowers = words.lowers[left.first_word : right]
    phrase = Phrase(
        head=head,
        role=_BLANKS.sub(" ", _role(words, left, cover, end if not left.countries and of_countries else right)),
        words=words.slice(left.first_word, right),
        countries=countries,
        determiner=left.determiner,
        number=left.number,
        among=among if countries == among[:1] else (),
        possessor=left.possessor,
        pronoun=pronoun,
        of_nation=left.of_nation,
        of_body=left.of_body
        or _names_a_body(words, left, roles, start, head)
        or (
            pronoun is None
            and not countries
            and _of_a_body(words, left, roles, end, serves=head.singular in roles.serving)
        ),
        is_former=not _FORMER.isdisjoint(lowers),
        has_modifier=start > left.first_word or right > end,
    )
    listed = name.listed if name is not None and name.kind == "listed" else _said_twice(cover, start, head)
    last = name.end if name is not None else right
    span = name.name if name is not None and name.kind in ("person", "phrase") else None
    root = root_of(words, left.start, last)
    if name is None and root >= end and not left.start <= words.heads[end - 1] < last:
        root = end - 1  # "spokesman for the parliament's security | and trade committee": the head hangs outside too
    return Item(words, left.start, last, root, "phrase", listed=listed, name=span, phrase=phrase)


def _owner_after(words: Words, left: _Left, end: int) -> int | None:
    """The pronoun that says whose after a head: "an official at his Geneva headquarters", "a member of her cabinet"."""
    named = left.countries or left.possessor is not None or left.of_nation or left.of_body
    if named or end + 1 >= len(words) or words.lowers[end] not in _OF or words.tags[end + 1] != "PRP$":
        return None
    return end + 1


def _names_a_body(words: Words, left: _Left, roles: Roles, start: int, head: Head) -> bool:
    """True for "agency spokesman Rao", "alliance officials": of the organisation spoken of last."""
    first = words.lowers[left.first_word]
    bare = left.determiner in ("", "a", "an") and left.possessor is None and not left.countries and left.pronoun is None
    return bare and start == left.first_word + 1 and first in roles.organisation and head.singular in roles.serving


def _of_a_body(words: Words, left: _Left, roles: Roles, end: int, *, serves: bool) -> bool:
    """True for "a vice-president of the commission": of whichever organisation was spoken of last.

    So for those who serve it: "an official from the alliance", "a source in the 15-nation bloc".
    """
    if words.lowers[end : end + 1] != ["of"] and not (serves and _FROM_A_BODY.issuperset(words.lowers[end : end + 1])):
        return False
    at = end + 2
    while at < len(words) and (words.lowers[at] in _WHICH_BODY or words.tags[at] in ("CD", "HYPH")):
        at += 1
    of_body = words.lowers[end + 1 : end + 2] == ["the"] and at < len(words)
    of_body = of_body and (words.lowers[at] in roles.organisation or words.lowers[at] in ("commission", "league"))
    return of_body and left.possessor is None and not left.of_nation and words.lowers[at + 1 : at + 2] != ["of"]


def _is_sent_by_person(left: _Left, head: Head, roles: Roles) -> bool:
    """True for "Rao's UN envoy", "its UN envoy": the country is that of who sends, which comes from the owner."""
    of_person = left.of_name or (left.pronoun is not None and left.countries != ())
    of_person = of_person or (left.possessor is not None and left.possessor.listed is None)
    return of_person and head.singular in roles.sent_to


def _only_in(words: Words, roles: Roles, start: int, end: int) -> tuple[str, ...]:
    """The one state or body that has an office of this name: "the assistant secretary of state"."""
    own = f" {' '.join(words.lowers[start:end])} "
    return next(((code,) for office, code in roles.only_in.items() if f" {office} " in own), ())


def _one_of_several(words: Words, roles: Roles, start: int, end: int) -> tuple[str, ...]:
    """The states that have an office of this name, likeliest first: "the external affairs minister"."""
    own = f" {' '.join(words.lowers[start:end])} "
    if words.lowers[end : end + 1] == ["for"] and own == " secretary of state ":
        return ()  # "the secretary of state for trade" is not America's
    return next((codes for office, codes in roles.several.items() if f" {office} " in own), ())


def _sent_to(words: Words, cover: Cover, roles: Roles, end: int) -> int:
    """Past whom one is sent to, where the name comes after: "ambassador to Japan Ann Cole"."""
    if end + 1 >= len(words) or words.lowers[end] != "to":
        return end
    index = end + 2 if words.lowers[end + 1] == "the" else end + 1
    held = cover[index] if index < len(words) else None
    if held is None or held.start != index or held.kind == "pronoun":
        return end
    after = held.end + 1 if held.end < len(words) and words.texts[held.end] == "," else held.end
    follows = after < len(words) and (name_end(words, cover, roles, after) > after or _is_person(cover[after]))
    return held.end if follows else end


def _is_person(item: Item | None) -> bool:
    return item is not None and item.kind == "person"


def _said_twice(cover: Cover, start: int, head: Head) -> Listed | None:
    """The body before a head that only says what it is: "the Hezbollah movement", "the KCNA news agency"."""
    held = cover[start - 1] if start else None
    if held is None or held.listed is None or held.listed.kind != "body" or head.is_person or head.is_plural:
        return None
    return held.listed if head.code in ("", held.listed.code) or head.word.endswith("group") else None


def _postpositive(words: Words, end: int) -> int:
    """Past "General", "elect" and the like: "Secretary General", "president-elect"."""
    if end < len(words) and words.lowers[end] == "general" and words.lowers[end - 1] in ("secretary", "attorney"):
        return end + 1
    if end + 1 < len(words) and words.texts[end] == "-" and words.lowers[end + 1] in ("general", "elect", "designate"):
        return end + 2
    return end


def _named(words: Words, cover: Cover, roles: Roles, index: int, head: Head) -> Item | None:
    """The name that follows a head at once: "minister Park Jin", "news agency RIA Novosti"."""
    if head.is_plural:
        return None
    while head.is_person and index + 1 < len(words) and _is_style(words, roles, index) and cover[index] is None:
        index += 1  # "General Sir John Smith", "minister Brig-Gen Thura Maung"
    if index >= len(words):
        return None
    held = cover[index]
    if held is not None and held.start == index:
        titled = held.kind == "phrase" and held.name is not None and words.texts[index] in roles.honorifics
        named = held.kind == "person" or titled  # "Defence Minister Gen. Ali Khan" is one person
        fits = named if head.is_person else (held.listed is not None and held.listed.kind == "body")
        return held if fits else None
    if held is not None or not head.is_person:
        return None
    end = name_end(words, cover, roles, index)
    if end == index:
        return None
    start = index - 1 if words.texts[index - 1] in roles.royal and end - index == 1 else index
    return Item(words, index, end, root_of(words, index, end), "person", name=(start, end))


def _is_style(words: Words, roles: Roles, index: int) -> bool:
    """True for a title between an office and a name, and for each part of a rank with a hyphen: "Brig-Gen"."""
    text = words.texts[index]
    if text == "-":
        return words.texts[index - 1] in roles.honorifics and words.texts[index + 1] in roles.honorifics
    return text in _STYLES or (text in roles.honorifics and words.lowers[index] not in roles.heads)


def _left(words: Words, cover: Cover, roles: Roles, start: int, head_word: str) -> _Left:
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
                countries[:0] = _of_person(words, cover, roles, before)
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
            aside = hyphenated_aside(words, held.start, held.end) or _is_backed(words, held.end)
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
    return _Left(index, first_word, known, determiner, number, possessor, pronoun, of_nation, of_body, of_name)


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


def _of_person(words: Words, cover: Cover, roles: Roles, end: int) -> list[str]:
    """The country of a person of office whose the head is: "the Libyan leader's son"."""
    index = end - 1
    if index < 1 or words.lowers[index] not in roles.heads or not roles.heads[words.lowers[index]].is_person:
        return []
    while index > 0 and cover[index] is None and words.tags[index] in _MODIFIERS:
        index -= 1
    held = cover[index]
    named = held is not None and held.listed is not None and held.listed.form in ("nationality", "country")
    return [held.listed.actor.country] if named and held is not None and held.listed is not None else []


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
    return (words.tags[index] in _MODIFIERS or would_be) and text[0].isalnum()


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


_FIELDS = frozenset(
    {"affairs", "relations", "issues", "matters", "studies", "policy", "integration", "cooperation", "rights"}
    | {"refugees", "minorities"}
)
"""What an office is for: "European affairs"."""


def _of(words: Words, cover: Cover, end: int, *, several: bool = False) -> tuple[int, tuple[str, ...]]:
    """Where the phrase ends with its "of ..." or "for ...", and the country in that part, or all where ``several``."""
    if end + 1 >= len(words) or words.lowers[end] not in _OF:
        return end, ()
    index = end + 1
    if words.lowers[index] in ("the", "its", "his", "their"):
        index += 1
    last, countries = end, []
    while index < len(words) and index - end <= MAX_WORDS_OF:
        held = cover[index]
        if held is not None and words.lowers[index - 1] == "and" and _stands_alone(words, held):
            break
        if held is not None and held.listed is not None and held.kind != "phrase":
            if not held.place or held.listed.kind == "place" or words.lowers[end] in ("in", "at"):
                countries.append(held.listed.actor.country)
            index = last = held.end
            if index < len(words) and words.tags[index] == "POS":
                index += 1
            continue
        if held is not None:
            if (
                held.kind == "phrase"
                and held.phrase is not None
                and held.phrase.countries
                and not _is_abroad(words, held)
            ):
                countries.extend(held.phrase.countries[:1])
                last = held.end
            elif _completes(words, held, end):
                last = held.end
            break
        if _tells(words, index) or words.lowers[index].capitalize() in load_roles().not_names:
            break  # "the Foreign Ministry of May 19", "the Ministry of Trade yesterday said"
        if words.tags[index] == "POS" and last == index and words.lowers[end] == "for":
            index += 1  # "a spokesman for the cabinet's Press Office"
            continue
        if words.tags[index] in _MODIFIERS or words.tags[index] == "NNS":
            last = index + 1
        elif words.lowers[index] not in ("and", "of", "the") and not (several and _lists_another(words, cover, index)):
            break
        index += 1
    owned = "POS" in words.tags[end:last]  # "spokesman for the Chilean parliament's foreign policy committee"
    if words.lowers[end] == "for" and last > end + 1 and words.lowers[last - 1] in _FIELDS and not owned:
        countries.clear()  # "the director general for European affairs" says of what, not whose
    known = tuple(dict.fromkeys(code for code in countries if code))[: None if several else 1]
    if words.lowers[end] != "of" and not known and not (last > end + 1 and words.lowers[last - 1] in _FIELDS):
        return end, ()
    if words.lowers[end] == "in" and words.lowers[end - 1] not in ("ambassador", "representative", "envoy", "forces"):
        return end, known
    return last, known


def _lists_another(words: Words, cover: Cover, index: int) -> bool:
    """True for the comma of "Mali, Niger and Chad"."""
    after = cover[index + 1] if index + 1 < len(words) else None
    return words.lowers[index] == "," and after is not None and after.kind == "listed"


def _is_abroad(words: Words, held: Item) -> bool:
    """True for forces of which it is only said where they are: "a spokesman for the coalition in Chad"."""
    phrase = held.phrase
    sent = phrase is not None and phrase.head.word in ("coalition", "mission", "force", "forces", "troops", "alliance")
    return sent and words.lowers[held.end : held.end + 1] == ["in"] and phrase is not None and not phrase.has_modifier


def _completes(words: Words, held: Item, of: int) -> bool:
    """True for the body in "chief of the defence staff", which says nobody's office without it."""
    phrase = held.phrase
    before = load_roles().heads.get(words.lowers[of - 1])
    if before is None or before.is_plural or before.singular in load_roles().serving:
        return False
    if phrase is None or held.name is not None or phrase.head.is_person or words.lowers[of] != "of":
        return False
    return held.start == of + 1 and phrase.determiner in ("the", "") and phrase.pronoun is None and not phrase.possessor


def _stands_alone(words: Words, item: Item) -> bool:
    """True for what opens a phrase of its own: "the premier of Chad and Nigeria's president"."""
    return item.kind == "phrase" or (item.end < len(words) and words.tags[item.end] == "POS")


def _tells(words: Words, index: int) -> bool:
    """True for a participle that is the verb of its clause: "the army of Chad accused rebels"."""
    return words.tags[index] in ("VBN", "VBG") and words.deps[index] not in ("amod", "compound", "nmod")


def _role(words: Words, left: _Left, cover: Cover, end: int) -> str:
    """The words of the office without the country before them."""
    index = left.first_word
    if left.of_nation or left.of_body:
        index = words.tags.index("POS", index) + 1
    while index < end:
        held = cover[index]
        country = (
            held is not None and held.listed is not None and held.listed.kind in ("country", "nationality", "capital")
        )
        if held is not None and country and held.end < end:
            index = held.end
        elif words.tags[index] == "POS" or words.lowers[index] in ("and", ","):
            index += 1
        else:
            break
    return words.slice(index, end)


def role_code(phrase_words: str, roles: Roles) -> str:
    """The PLOVER actor code for the words of a phrase, "" when none of them is a role."""
    texts = [word for word in _BLANKS.split(phrase_words.lower().replace("'s", "").replace("’s", "")) if word]
    hits = list(head_lexicon().find(texts))
    if not hits:
        return ""
    main = hits[-1]
    for hit in hits:  # the head stands before its "of ..." part
        if hit.end < len(texts) and texts[hit.end] in _OF:
            main = hit
            break
    if not _FORMER.isdisjoint(texts) and main.entry.is_person:
        return "ELI"
    singular = main.entry.singular
    if singular in roles.firm or not (singular in roles.general or main.entry.word in roles.general):
        return main.entry.code
    near = [*texts[: main.start][::-1], *texts[main.end :]]
    return next((roles.deciding[word] for word in near if word in roles.deciding), main.entry.code)


def is_same_person_word(one: str, other: str, roles: Roles) -> bool:
    """True when both nouns may name one person: "analyst" and "expert"."""
    if one == other or any(one in group and other in group for group in roles.also_called):
        return True
    return (one in roles.loosely and other in roles.leaders) or (other in roles.loosely and one in roles.leaders)
