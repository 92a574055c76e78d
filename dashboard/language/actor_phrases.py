"""Noun phrases for actors: offices, descriptions and institutions, with the country that their own words give."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from dashboard.language.gazetteer import Listed
from dashboard.language.items import Item, Phrase, root_of
from dashboard.language.lexicon import Lexicon, lower_lexicon
from dashboard.language.names import Cover, name_end
from dashboard.language.premodifiers import MODIFIERS, Left, read_left
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import Head, Roles, load_roles

MAX_WORDS_OF = 7
_MEETING_ANYWHERE = frozenset({"body", "bloc", "grouping", "alliance", "union", "organization", "organisation"})
"""What meets in one state and is not of it."""
_OF = frozenset({"of", "for", "at", "from", "with", "in"})
_FORMER = frozenset({"former", "ex", "ex-", "late", "erstwhile", "ousted", "deposed", "onetime", "one-time", "then"})
_LAST = frozenset({"general", "elect", "designate"})
"""Adjectives that end an office."""
_OF_STATE = frozenset({"secretary", "secretaries", "minister", "ministers", "undersecretary"})
_STYLES = frozenset({"Sir", "Dame", "Lord", "Lady", "Baroness", "Sheikh", "Sheik", "Prince", "Dr", "Dr.", "Mr", "Mr."})
GATHERING = frozenset({"meeting", "gathering"})
"""What those do who a parser makes colour a thing: "EU ministers meeting in Brussels agreed"."""
_NOMINAL = ("nsubj", "nsubjpass", "pobj", "dobj")
_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})
_FORCES = frozenset({"coalition", "mission", "force", "forces", "troops", "alliance"})
_BLANKS = re.compile(r"\s+")


@functools.cache
def head_lexicon() -> Lexicon[Head]:
    """The head nouns of ``roles.toml``, looked up in lower case."""
    return lower_lexicon((word, head) for word, head in load_roles().heads.items())


def find_phrases(tokens: Tokens, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Every phrase with a head noun of an actor, right to left; writes itself into ``cover``."""
    hits = list(head_lexicon().find(tokens.lowers))
    for hit in reversed(hits):
        if any(cover[index] for index in range(hit.start, hit.end)) or not (
            _is_noun(tokens, hit.end - 1) or (tokens.lowers[hit.end - 1] in _LAST and hit.end - hit.start > 1)
        ):
            continue
        if _ends_an_office(tokens, hit.start) or _is_being_against(tokens, hit.start):
            continue
        item = _phrase(tokens, cover, roles, hit.start, hit.end, hit.entry)
        if _only_colours(tokens, item, hit.end):
            continue
        for index in range(item.start, item.end):
            held = cover[index]
            if held is not None and held is not item and held not in item.swallowed:
                item.swallowed.append(held)
            cover[index] = item
        yield item


def _ends_an_office(tokens: Tokens, index: int) -> bool:
    """True for the last word of "Minister of State" and "secretary of state", which are one office."""
    if index < 2 or tokens.lowers[index] != "state" or tokens.lowers[index - 1] != "of":
        return False
    return tokens.texts[index] == "State" or tokens.lowers[index - 2] in _OF_STATE


def _is_being_against(tokens: Tokens, index: int) -> bool:
    """True for "Russia's opposition to the plan", where nobody is named."""
    return tokens.lowers[index] == "opposition" and tokens.lowers[index + 1 : index + 2] == ["to"]


def _only_colours(tokens: Tokens, item: Item, end: int) -> bool:
    """True when the head says what kind of thing follows: "fighter aircraft", "infantry rockets"."""
    phrase = item.phrase
    if (
        phrase is None
        or item.end > end
        or end >= len(tokens)
        or tokens.deps[end - 1] not in ("compound", "nmod", "amod")
    ):
        return False
    if phrase.head.is_plural and phrase.head.is_person and tokens.lowers[end] in GATHERING:
        return tokens.lowers[end + 1 : end + 2] not in (["in"], ["at"], ["on"], ["here"], ["under"])
    if not phrase.head.is_person and _is_of_a_text(tokens, end - 1):
        return False  # "a ministry statement", "an army press release"
    follows = tokens.tags[end] in ("NN", "NNS") and tokens.heads[end - 1] >= end
    return follows and (phrase.head.is_person or not phrase.countries)


def _is_of_a_text(tokens: Tokens, index: int) -> bool:
    """True for a public body before the text that it gave out."""
    of_state = (
        load_roles().heads[tokens.lowers[index]].code in _STATE if tokens.lowers[index] in load_roles().heads else False
    )
    return of_state and tokens.heads[index] > index and tokens.lowers[tokens.heads[index]] in load_roles().papers


def _is_noun(tokens: Tokens, index: int) -> bool:
    if tokens.tags[index] == "JJ" and tokens.deps[index] in _NOMINAL:
        return True  # "an official close to the president said"
    return tokens.tags[index].startswith("NN") or (tokens.texts[index][:1].isupper() and tokens.tags[index] != "VB")


def _phrase(tokens: Tokens, cover: Cover, roles: Roles, start: int, end: int, head: Head) -> Item:
    left = read_left(tokens, cover, roles, start, head.word if not head.is_person else head.singular)
    right, of_countries = _behind(tokens, cover, roles, left, end, head)
    name = _named(tokens, cover, roles, right, head)
    if name is None and right > end:
        short = _named(tokens, cover, roles, end, head)
        if short is not None:
            right, of_countries, name = end, (), short
    pronoun = left.pronoun if left.pronoun is not None else _owner_after(tokens, left, end)
    countries = () if _is_sent_by_person(left, head, roles) else left.countries or of_countries
    among: tuple[str, ...] = ()
    if not countries and left.possessor is None and pronoun is None and not (left.of_nation or left.of_body):
        countries = _only_in(tokens, roles, left.first_word, right)
        among = () if countries else _one_of_several(tokens, roles, left.first_word, right)
        countries = countries or among[:1]
    lowers = tokens.lowers[left.first_word : right]
    phrase = Phrase(
        head=head,
        role=_BLANKS.sub(" ", _role(tokens, left, cover, end if not left.countries and of_countries else right)),
        words=tokens.slice(left.first_word, right),
        countries=countries,
        determiner=left.determiner,
        number=left.number,
        among=among if countries == among[:1] else (),
        possessor=left.possessor,
        pronoun=pronoun,
        of_nation=left.of_nation,
        of_body=left.of_body or _names_a_body(tokens, left, roles, start, head),
        is_former=not _FORMER.isdisjoint(lowers),
        has_modifier=start > left.first_word or right > end,
    )
    listed = name.listed if name is not None and name.kind == "listed" else _said_twice(cover, start, head)
    last = name.end if name is not None else right
    span = name.name if name is not None and name.kind in ("person", "phrase") else None
    root = root_of(tokens, left.start, last)
    if name is None and root >= end and not left.start <= tokens.heads[end - 1] < last:
        root = end - 1  # "spokesman for the parliament's security | and trade committee": the head hangs outside too
    return Item(tokens, left.start, last, root, "phrase", listed=listed, name=span, phrase=phrase)


def _behind(
    tokens: Tokens, cover: Cover, roles: Roles, left: Left, end: int, head: Head
) -> tuple[int, tuple[str, ...]]:
    """Where the phrase ends behind its head, and the countries that stand there as its own."""
    of_states = head.is_person or head.code in _STATE
    of_each = of_states and head.is_plural and tokens.lowers[end : end + 1] in (["of"], ["from"])
    right, countries = _of(tokens, cover, end, several=of_each)
    if right == end and head.singular in roles.sent_to:
        right = _sent_to(tokens, cover, roles, end)
    if _owner_after(tokens, left, end) is not None and left.pronoun is None:
        return right, ()
    if tokens.lowers[end : end + 1] in (["in"], ["at"]):
        acts = tokens.deps[end - 1] in ("nsubj", "nsubjpass", "appos")
        if acts and head.singular in roles.stationed:
            return right, ()  # "the ambassador at the United Nations", "its embassy in Oslo"
        if left.of_body or head.word in _MEETING_ANYWHERE:
            return right, ()  # "the bloc's ministers in Luxembourg", "the 34-member body in Washington"
    return right, countries


def _owner_after(tokens: Tokens, left: Left, end: int) -> int | None:
    """The pronoun that says whose after a head: "an official at his Geneva headquarters", "a member of her cabinet"."""
    named = left.countries or left.possessor is not None or left.of_nation or left.of_body
    if named or end + 1 >= len(tokens) or tokens.lowers[end] not in _OF or tokens.tags[end + 1] != "PRP$":
        return None
    return end + 1


def _names_a_body(tokens: Tokens, left: Left, roles: Roles, start: int, head: Head) -> bool:
    """True for "agency spokesman Rao", "alliance officials": of the organisation spoken of last."""
    first = tokens.lowers[left.first_word]
    bare = left.determiner in ("", "a", "an") and left.possessor is None and not left.countries and left.pronoun is None
    return bare and start == left.first_word + 1 and first in roles.organisation and head.singular in roles.serving


def _is_sent_by_person(left: Left, head: Head, roles: Roles) -> bool:
    """True for "Rao's UN envoy", "its UN envoy": the country is that of who sends, which comes from the owner."""
    of_person = left.of_name or (left.pronoun is not None and left.countries != ())
    of_person = of_person or (left.possessor is not None and left.possessor.listed is None)
    return of_person and head.singular in roles.sent_to


def _only_in(tokens: Tokens, roles: Roles, start: int, end: int) -> tuple[str, ...]:
    """The one state or body that has an office of this name: "the assistant secretary of state"."""
    own = f" {' '.join(tokens.lowers[start:end])} "
    return next(((code,) for office, code in roles.only_in.items() if f" {office} " in own), ())


def _one_of_several(tokens: Tokens, roles: Roles, start: int, end: int) -> tuple[str, ...]:
    """The states that have an office of this name, likeliest first: "the external affairs minister"."""
    own = f" {' '.join(tokens.lowers[start:end])} "
    if tokens.lowers[end : end + 1] == ["for"] and own == " secretary of state ":
        return ()  # "the secretary of state for trade" is not America's
    return next((codes for office, codes in roles.several.items() if f" {office} " in own), ())


def _sent_to(tokens: Tokens, cover: Cover, roles: Roles, end: int) -> int:
    """Past whom one is sent to, where the name comes after: "ambassador to Japan Ann Cole"."""
    if end + 1 >= len(tokens) or tokens.lowers[end] != "to":
        return end
    index = end + 2 if tokens.lowers[end + 1] == "the" else end + 1
    held = cover[index] if index < len(tokens) else None
    if held is None or held.start != index or held.kind == "pronoun":
        return end
    after = held.end + 1 if held.end < len(tokens) and tokens.texts[held.end] == "," else held.end
    follows = after < len(tokens) and (name_end(tokens, cover, roles, after) > after or _is_person(cover[after]))
    return held.end if follows else end


def _is_person(item: Item | None) -> bool:
    return item is not None and item.kind == "person"


def _said_twice(cover: Cover, start: int, head: Head) -> Listed | None:
    """The body before a head that only says what it is: "the Hezbollah movement", "the KCNA news agency"."""
    held = cover[start - 1] if start else None
    if held is None or held.listed is None or held.listed.kind != "body" or head.is_person or head.is_plural:
        return None
    return held.listed if head.code in ("", held.listed.code) or head.word.endswith("group") else None


def _named(tokens: Tokens, cover: Cover, roles: Roles, index: int, head: Head) -> Item | None:
    """The name that follows a head at once: "minister Park Jin", "news agency RIA Novosti"."""
    if head.is_plural:
        return None
    while head.is_person and index + 1 < len(tokens) and _is_style(tokens, roles, index) and cover[index] is None:
        index += 1  # "General Sir John Smith", "minister Brig-Gen Thura Maung"
    if index >= len(tokens):
        return None
    held = cover[index]
    if held is not None and held.start == index:
        titled = held.kind == "phrase" and held.name is not None and tokens.texts[index] in roles.honorifics
        named = held.kind == "person" or titled  # "Defence Minister Gen. Ali Khan" is one person
        fits = named if head.is_person else (held.listed is not None and held.listed.kind == "body")
        return held if fits else None
    if held is not None or not head.is_person:
        return None
    end = name_end(tokens, cover, roles, index)
    if end == index:
        return None
    start = index - 1 if tokens.texts[index - 1] in roles.royal and end - index == 1 else index
    return Item(tokens, index, end, root_of(tokens, index, end), "person", name=(start, end))


def _is_style(tokens: Tokens, roles: Roles, index: int) -> bool:
    """True for a title between an office and a name, and for each part of a rank with a hyphen: "Brig-Gen"."""
    text = tokens.texts[index]
    if text == "-":
        return tokens.texts[index - 1] in roles.honorifics and tokens.texts[index + 1] in roles.honorifics
    return text in _STYLES or (text in roles.honorifics and tokens.lowers[index] not in roles.heads)


_FIELDS = frozenset(
    {"affairs", "relations", "issues", "matters", "studies", "policy", "integration", "cooperation", "rights"}
    | {"refugees", "minorities"}
)
"""What an office is for: "European affairs"."""


def _of(tokens: Tokens, cover: Cover, end: int, *, several: bool = False) -> tuple[int, tuple[str, ...]]:
    """Where the phrase ends with its "of ..." or "for ...", and the country in that part, or all where ``several``."""
    if end + 1 >= len(tokens) or tokens.lowers[end] not in _OF:
        return end, ()
    index = end + 1
    if tokens.lowers[index] in ("the", "its", "his", "their"):
        index += 1
    last, countries = end, []
    while index < len(tokens) and index - end <= MAX_WORDS_OF:
        held = cover[index]
        if held is not None and tokens.lowers[index - 1] == "and" and _stands_alone(tokens, held):
            break
        if held is not None and held.listed is not None and held.kind != "phrase":
            if not held.place or held.listed.kind == "place" or tokens.lowers[end] in ("in", "at"):
                countries.append(held.listed.actor.country)
            index = last = held.end
            if index < len(tokens) and tokens.tags[index] == "POS":
                index += 1
            continue
        if held is not None:
            located = held.phrase is not None and _is_abroad(tokens, held.phrase, held.end)
            if held.phrase is not None and held.phrase.countries and not located:
                countries.extend(held.phrase.countries[:1])
                last = held.end
            elif _completes(tokens, held, end):
                last = held.end
            break
        if _tells(tokens, index) or tokens.lowers[index].capitalize() in load_roles().not_names:
            break  # "the Foreign Ministry of May 19", "the Ministry of Trade yesterday said"
        if tokens.tags[index] == "POS" and last == index and tokens.lowers[end] == "for":
            index += 1  # "a spokesman for the cabinet's Press Office"
            continue
        if tokens.tags[index] in MODIFIERS or tokens.tags[index] == "NNS":
            last = index + 1
        elif tokens.lowers[index] not in ("and", "of", "the") and not (
            several and _lists_another(tokens, cover, index)
        ):
            break
        index += 1
    owned = "POS" in tokens.tags[end:last]  # "spokesman for the Chilean parliament's foreign policy committee"
    if tokens.lowers[end] == "for" and last > end + 1 and tokens.lowers[last - 1] in _FIELDS and not owned:
        countries.clear()  # "the director general for European affairs" says of what, not whose
    known = tuple(dict.fromkeys(code for code in countries if code))[: None if several else 1]
    if tokens.lowers[end] != "of" and not known and not (last > end + 1 and tokens.lowers[last - 1] in _FIELDS):
        return end, ()
    if tokens.lowers[end] == "in" and tokens.lowers[end - 1] not in ("ambassador", "representative", "envoy", "forces"):
        return end, known
    return last, known


def _lists_another(tokens: Tokens, cover: Cover, index: int) -> bool:
    """True for the comma of "Mali, Niger and Chad"."""
    after = cover[index + 1] if index + 1 < len(tokens) else None
    return tokens.lowers[index] == "," and after is not None and after.kind == "listed"


def _is_abroad(tokens: Tokens, forces: Phrase, end: int) -> bool:
    """True for forces of which it is only said where they are: "a spokesman for the coalition in Chad"."""
    return forces.head.word in _FORCES and tokens.lowers[end : end + 1] == ["in"] and not forces.has_modifier


def _completes(tokens: Tokens, held: Item, of: int) -> bool:
    """True for the body in "chief of the defence staff", which says nobody's office without it."""
    phrase = held.phrase
    before = load_roles().heads.get(tokens.lowers[of - 1])
    if before is None or before.is_plural or before.singular in load_roles().serving:
        return False
    if phrase is None or held.name is not None or phrase.head.is_person or tokens.lowers[of] != "of":
        return False
    return held.start == of + 1 and phrase.determiner in ("the", "") and phrase.pronoun is None and not phrase.possessor


def _stands_alone(tokens: Tokens, item: Item) -> bool:
    """True for what opens a phrase of its own: "the premier of Chad and Nigeria's president"."""
    return item.kind == "phrase" or (item.end < len(tokens) and tokens.tags[item.end] == "POS")


def _tells(tokens: Tokens, index: int) -> bool:
    """True for a participle that is the verb of its clause: "the army of Chad accused rebels"."""
    return tokens.tags[index] in ("VBN", "VBG") and tokens.deps[index] not in ("amod", "compound", "nmod")


def _role(tokens: Tokens, left: Left, cover: Cover, end: int) -> str:
    """The words of the office without the country before them."""
    index = left.first_word
    if left.of_nation or left.of_body:
        index = tokens.tags.index("POS", index) + 1
    while index < end:
        held = cover[index]
        country = (
            held is not None and held.listed is not None and held.listed.kind in ("country", "nationality", "capital")
        )
        if held is not None and country and held.end < end:
            index = held.end
        elif tokens.tags[index] == "POS" or tokens.lowers[index] in ("and", ","):
            index += 1
        else:
            break
    return tokens.slice(index, end)


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
