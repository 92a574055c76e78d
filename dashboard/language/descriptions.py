"""What kind of somebody a phrase describes: a body of a state, those of one home, rebels."""

from __future__ import annotations

import functools

from dashboard.language.actor_phrases import role_code
from dashboard.language.items import Item, Phrase
from dashboard.language.register import Known, leads_a_government
from dashboard.records import ActorKind
from dashboard.vocabulary.bodies import regions
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import Roles, load_roles
from dashboard.vocabulary.word_sets import word_set

_COUNTED = word_set("before_nations")
_OF_HOME = frozenset(
    {"federal", "senior", "government", "cabinet", "top", "official", "officials", "sources", "ministers"}
)
_OPPOSED = ("opposition", "main opposition", "largest opposition", "united opposition")
_STATIONED = frozenset({"at", "in"})
KIND_OF_CODE: dict[str, ActorKind] = {"GOV": "government", "MIL": "armed_forces", "JRN": "media", "CVL": "people"}
"""What kind of actor a noun with a PLOVER code is."""


def is_of_home(phrase: Phrase) -> bool:
    """True where the words say of no state or matter: "Federal ministers", "Officials"."""
    return all(word in _OF_HOME for word in phrase.words.lower().split())


def is_a_side(phrase: Phrase) -> bool:
    """True for a state's government by "the Chilean side"; a "leadership" keeps its name."""
    one = len(phrase.countries) == 1 and is_state(phrase.countries[0]) and not phrase.head.is_plural
    return one and phrase.role.lower() == "side" and phrase.pronoun is None


def is_a_government(phrase: Phrase) -> bool:
    """True for the government of a state in its own words: "the administration", "the authorities"."""
    return phrase.head.code == "GOV" and phrase.head.word in ("government", "administration", "authorities", "junta")


def is_opposition(phrase: Phrase) -> bool:
    """True for the opposition in a state: "the main opposition party"."""
    return phrase.role.lower().startswith(_OPPOSED)


def is_nondescript(phrase: Phrase) -> bool:
    """True for a body of which the words tell neither kind nor name: "the watchdog", "an agency"."""
    is_named = phrase.words.split()[-1][0].isupper()
    return not phrase.head.code and not phrase.head.is_person and not is_named and not is_opposition(phrase)


def is_stationed(item: Item, phrase: Phrase) -> bool:
    """True for those of whom it is only said where they are: "diplomats at the UN", not "Saudi diplomats in Oslo"."""
    if phrase.possessor is not None or phrase.pronoun is not None or phrase.role.lower() != phrase.words.lower():
        return False
    if not phrase.head.is_plural and phrase.words.lower().startswith("senior "):
        return False  # "a senior diplomat in Lima" is Peru's
    return not _STATIONED.isdisjoint(item.tokens.lowers[item.start + 1 : item.end + 1])


def is_mission(phrase: Phrase) -> bool:
    """True for a house that a state keeps in another: "the embassy in London"."""
    return phrase.head.word in ("embassy", "consulate") or phrase.words.lower() == "high commission"


def is_country(code: str) -> bool:
    """True for the code of a country; not for that of a body or bloc."""
    country = load_countries().get(code)
    return country is not None and country.kind == "country"


def titles_of(known: Known, roles: Roles) -> set[str]:
    """The royal title that stands in a name, as the office it is: "prince" of "Crown Prince Salman"."""
    titles = {title for title in known.tokens[:2] if title in roles.royal}
    return {title.lower() for title in titles} & roles.heads.keys()


def is_rebel(phrase: Phrase, roles: Roles) -> bool:
    """True for those who fight or split off from a state."""
    return role_code(phrase.words, roles) in ("REB", "PRM", "SEP")


def is_counted(phrase: Phrase) -> bool:
    """True where the words before the head only say whose members: "the 15-nation bloc", "the regional body"."""
    before = phrase.words.lower().replace("-", " ").split()[:-1]
    return bool(before) and all(word.isdigit() or word in _COUNTED for word in before)


def is_public_body(phrase: Phrase) -> bool:
    """True for "the military", "parliament": a body of which each state has one."""
    one = phrase.head.code in ("GOV", "MIL", "LEG", "COP", "JUD", "SPY") and not phrase.head.is_person
    whole = not phrase.has_modifier or phrase.head.word.endswith(("ministry", "department"))
    return one and phrase.determiner in ("the", "") and whole


def owns_a_text(item: Item, phrase: Phrase) -> bool:
    """True for the body whose a text is: "a foreign ministry statement", "a statement from the defence ministry"."""
    tokens, root = item.tokens, item.root
    above = tokens.heads[root]
    if tokens.deps[root] == "pobj" and tokens.lowers[above] in ("from", "of", "by"):  # "a statement from the ministry"
        return tokens.lowers[tokens.heads[above]] in load_roles().papers and not phrase.head.is_person
    of_text = tokens.deps[root] in ("compound", "nmod", "amod") and tokens.lowers[above] in load_roles().papers
    return of_text and not phrase.head.is_person and above >= item.end


def is_of_state(phrase: Phrase) -> bool:
    """True for the media of a state: "state television", "the official news agency"."""
    return phrase.head.code == "JRN" and phrase.words.lower().startswith(("state ", "state-run ", "official "))


def is_of_a_state(phrase: Phrase) -> bool:
    """True for people of one state: "members of Togo's parliament" are no states."""
    return phrase.head.word in ("members", "parties") and bool(phrase.countries) and is_state(phrase.countries[0])


def is_named_body(phrase: Phrase) -> bool:
    """True for a body of a state by its name: "the North's National Defense Commission"."""
    words = phrase.words.split()
    return not phrase.head.is_person and not phrase.head.is_plural and len(words) > 1 and words[-1][:1].isupper()


@functools.cache
def _region_words() -> frozenset[str]:
    """The words of the regions of states, in lower case."""
    return frozenset(word for region in regions() for word in region.lower().split())


def fits_words(phrase: Phrase, known: Known, idle: frozenset[str]) -> bool:
    """False when the phrase's own words say an office that the person is not known for."""
    if leads_a_government(phrase) and "premier" in known.heads:
        return True
    wanted = {word for word in phrase.role.lower().split() if len(word) > 3 and word not in idle}
    wanted -= _region_words()  # "the Florida senator"
    role = known.role.lower()
    extra = wanted - {phrase.head.word} - set(role.split())
    return not extra or not (wanted & set(role.split())) <= {phrase.head.word} or len(extra) == 0
