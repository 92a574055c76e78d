"""The country of an office that is said without one, from whom the text around it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.language.items import Item, Phrase
from dashboard.language.tokens import Tokens
from dashboard.records import Mention
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import Roles
from dashboard.vocabulary.word_sets import word_set

_STATE_CODES = frozenset({"GOV", "MIL", "COP", "JUD", "SPY", "LEG"})
_PRIVATE = frozenset({"lawyer", "attorney", "barrister", "solicitor", "jurist", "governor", "mayor", "politician"})
"""Heads of state codes that are as often private or of a part of a country."""
_OF_STATES = frozenset({"minister", "ministry", "premier", "king", "army", "police", "parliament"})
_WITH_OFFICERS = frozenset({"NATO", "UN"})
_OF_BODIES = frozenset({"secretary-general", "director-general", "managing director", "general secretary"})
_TRAVELLING = frozenset({"minister", "president", "premier", "envoy", "leader", "king", "chancellor", "secretary"})
"""Those who speak abroad as often as at home: "In Geneva, the minister said"."""
_OF_COURTS = frozenset({"presidential", "royal", "palace"})
_OF_POWERS = frozenset(
    {"defense", "defence", "security", "counterterrorism", "trade", "finance", "treasury", "immigration", "customs"}
)
"""Whose officials only a state has: "a senior defense official"."""
_CLUBS = word_set("clubs")
_LED = frozenset({"leader", "head", "director", "president", "chairman", "chairwoman", "chair", "chief", "official"})
_WHERE = frozenset({"in", "at", "from"})
_ROUND = 3
"""So many states are told of one after the other in a paragraph that goes round."""
_URGING = frozenset({"should", "must", "ought"})
"""Whoever says "Manila should" or "Manila must" speaks of another."""


@dataclass(frozen=True, slots=True)
class _Subject:
    item: Item
    countries: tuple[str, ...]
    leads: bool
    """True for the subject of the whole sentence."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The states that an article as a whole has to do with, "" for none."""

    dateline: str = ""
    """The one it is written from and about."""
    home: str = ""
    """The one it names far more than any other."""
    edited_in: str = ""
    """The one whose ministers its outlet calls by their office alone."""


class Context:
    """Which countries the sentences of an article are about, filled in reading order."""

    def __init__(self, roles: Roles, frame: Frame) -> None:
        self._roles = roles
        self.dateline = frame.dateline
        self._home = frame.home
        self._edited_in = frame.edited_in
        self._spoken_of: set[str] = set()
        self._states_of: dict[int, set[str]] = {}
        """The states of which each sentence speaks."""
        self._opening = ""
        self._opening_at = 0
        self._opening_leads = False
        self._headlined = ""
        self._last = ""
        self._subjects: dict[int, list[_Subject]] = {}
        self._scenes: dict[int, str] = {}
        """The state in whose city a sentence is set from its first words: "In Paris, ..."."""
        self._told_in: dict[int, str] = {}
        """The state in whose city the verb at this token of the passage in hand says it is done."""
        self._passage: Tokens | None = None
        self._last_places: list[tuple[Item, str]] = []
        """The places in which something was said to be, with their states, in order."""
        self._places: dict[int, str] = {}
        """The states of the places of the passage in hand, by token: the "Oslo" of "in Oslo, where a minister said"."""

    @property
    def reported_from(self) -> str:
        """The state that "here" means: that of the dateline, else the outlet's own; "" for neither."""
        return self.dateline or self._edited_in

    def note_place(self, item: Item) -> None:
        """Takes up a place of which the sentence that names it may tell only after the office: "X said in Oslo"."""
        tokens, listed = item.tokens, item.listed
        if tokens is not self._passage:
            self._passage, self._told_in, self._places = tokens, {}, {}
        if listed is None or tokens.deps[item.root] != "pobj" or tokens.lowers[tokens.heads[item.root]] not in _WHERE:
            return
        if _has_offices(listed.actor.country):
            self._last_places.append((item, listed.actor.country))
            self._told_in[tokens.heads[tokens.heads[item.root]]] = listed.actor.country

    def scene_of(self, item: Item) -> str:
        """The state in whose city the paragraph is set up to this sentence: "In Lima, ... The president"."""
        first = item.tokens.sentences[0]
        return next((self._scenes[at] for at in range(item.sentence, first - 1, -1) if at in self._scenes), "")

    def note(self, item: Item, mention: Mention) -> None:
        """Takes up a mention that may say what its sentence is about."""
        tokens = item.tokens
        set_there = mention.place or tokens.lowers[item.end : item.end + 1] == ["capital"]
        if set_there and mention.actors and _opens(item) and _has_offices(mention.actors[0].country):
            self._scenes[item.sentence] = mention.actors[0].country
        self._places[item.root] = mention.actors[0].country if mention.place and mention.actors else ""
        if tokens.passage.zone == "headline" and item.start == 0 and len(mention.actors) == 1:
            self._headlined = mention.actors[0].country  # small parsers take "Chile Protests" for one noun
        self._states_of.setdefault(item.sentence, set()).update(
            actor.country for actor in mention.actors if actor.country and is_state(actor.country)
        )
        self._spoken_of.update(actor.country for actor in mention.actors)
        if mention.place or not item.is_subject or tokens.quoted[item.root] or item.kind == "pronoun":
            return
        told = (actor for actor in mention.actors if actor.kind != "media")  # "Photo: AFP"
        countries = tuple(dict.fromkeys(actor.country for actor in told if _has_offices(actor.country)))
        if countries and any(actor.kind != "group" or item.phrase is not None for actor in mention.actors):
            self._subjects.setdefault(item.sentence, []).append(_Subject(item, countries, _leads(item)))
            self._last = countries[0] if len(countries) == 1 else ""
            if tokens.passage.zone != "headline" and self._last and not self._opening:
                self._opening, self._opening_at = self._last, item.sentence
                self._opening_leads = _leads(item)

    def country_for(self, item: Item, phrase: Phrase, *, is_named: bool = False) -> str:
        """The country of an office without one, "" when the text around it does not decide.

        That of the clause that is told ("Norway will wait, the minister said"), else that of the subject of the
        sentence before in the same paragraph, else the state that the article is about.
        """
        return self.country_near(item, phrase) if self.is_office(phrase, is_named=is_named) else ""

    def country_near(self, item: Item, phrase: Phrase) -> str:
        """As ``country_for``, for any phrase."""
        found = self.where(item) or self._told(item) or self._scene(item, phrase)
        if found:
            return found if _may_hold(found, phrase) else ""
        at_home = phrase.head.singular not in _TRAVELLING
        for sentence in range(item.sentence - 1, item.tokens.sentences[0] - 1, -1):
            if at_home and sentence in self._scenes:
                return self._scenes[sentence] if _may_hold(self._scenes[sentence], phrase) else ""
            countries = _topic(self._subjects.get(sentence, ()))
            if countries and self._is_a_round(item):
                break
            if countries:
                return countries[0] if len(countries) == 1 and _may_hold(countries[0], phrase) else ""
        home = self._scenes.get(item.sentence, "") or self._state_of_article(item)
        if phrase.head.code == "MIL" and phrase.head.is_person and home != self._home:
            return ""  # officers of several armies speak in a war, and a rank says of none
        return home if home and _may_hold(home, phrase) else ""

    def _is_a_round(self, item: Item) -> bool:
        """True for a paragraph that goes from state to state, so that the last one says little of who is next."""
        sentences = range(item.tokens.sentences[0], item.sentence)
        return len({_topic(self._subjects.get(each, ())) for each in sentences} - {()}) >= _ROUND

    def here(self, item: Item) -> str:
        """The state that acts in the clause which is told, else the one where the paragraph is set; "" for neither."""
        return self._told(item) or self.scene_of(item)

    def where(self, item: Item) -> str:
        """The state of the place that a clause tells of: "short shrift in Oslo, where a government spokesman said"."""
        tokens, verb = item.tokens, item.tokens.heads[item.root]
        told_there = tokens.deps[verb] == "relcl" and "where" in tokens.lowers[max(item.start - 4, 0) : item.start]
        return self._places.get(tokens.heads[verb], "") if told_there and tokens is self._passage else ""

    def set_in(self, item: Item) -> str:
        """The state in whose city a sentence or clause says that it is set: "In Lima, officials said"."""
        return self.where(item) or self._scenes.get(item.sentence, "")

    def local_state(self, item: Item) -> str:
        """The state where those live or serve who are of the place that the text tells of: "residents", "the mayor".

        That in whose city the paragraph is set, else that of the article; nobody's where the paragraph tells of a place
        in another.
        """
        here = self.set_in(item) or self.scene_of(item)
        own = here or self.dateline or self._home
        states = {
            code
            for place, code in self._last_places
            if place.tokens is item.tokens and (place.sentence < item.sentence or place.start < item.start)
        }
        return own if own and is_state(own) and (here or states <= {own}) else ""

    def _scene(self, item: Item, phrase: Phrase) -> str:
        """Where the clause is set; nothing for those who speak abroad, unless they are "a minister" to the writer."""
        if phrase.determiner not in ("a", "an") and phrase.head.singular in _TRAVELLING:
            return ""
        said_in = self._told_in.get(item.tokens.heads[item.root], "") if item.tokens is self._passage else ""
        return self._scenes.get(item.sentence, "") or said_in

    def is_state_body(self, phrase: Phrase) -> bool:
        """True where the words hold a body that each state has: "foreign ministry official"."""
        words = phrase.words.lower().replace("-", " ").split()
        if phrase.head.singular == "official" and not _OF_POWERS.isdisjoint(words):
            return True
        heads = (self._roles.heads.get(word) for word in words)
        return not _OF_COURTS.isdisjoint(words) or any(
            head is not None and head.code in _STATE_CODES and not head.is_person for head in heads
        )

    def country_of_speaker(self, item: Item, phrase: Phrase) -> str:
        """The country of somebody who speaks for a body that is said without one: "a foreign ministry official".

        A spokesman or aide of nobody is theirs of whom the sentence or the one before it tells.
        """
        if phrase.is_former or phrase.possessor is not None or phrase.countries:
            return ""
        if self.is_state_body(phrase):
            return self.country_near(item, phrase)
        if phrase.head.singular not in self._roles.serving_anybody or phrase.has_modifier:
            return ""
        return self.told_before(item)

    def told_before(self, item: Item) -> str:
        """The state of which the sentence or the one before it tells, for those who speak for whoever was spoken of."""
        found = self.where(item) or self._told(item) or self._scenes.get(item.sentence, "")
        if not found and item.sentence - 1 in self._subjects and item.sentence - 1 >= item.tokens.sentences[0]:
            countries = _topic(self._subjects[item.sentence - 1])
            found = countries[0] if len(countries) == 1 else ""
        return found

    def _state_of_article(self, item: Item) -> str:
        """Whom the article is about; when it opens with another state, that one where it was also the last.

        With whom the headline and the first sentence begin, whose ministers need no other word; nor do those of the
        state where the outlet is at home, once it was spoken of.
        """
        if self.dateline or (self._home and self._opening in ("", self._home)):
            return self.dateline or self._home
        if self._opening and self._opening == self._headlined and self._opening_leads:
            return self._opening
        if self._edited_in and self._edited_in in self._spoken_of:
            return self._edited_in
        return self._opening if self._opening == self._last and self._opening_at < item.sentence else ""

    def of_former(self, item: Item, phrase: Phrase) -> str:
        """The state whose minister somebody was whom the article calls so without one: "former minister Rao said"."""
        own = phrase.is_former and phrase.head.singular in self._roles.firm and phrase.possessor is None
        home = self._state_of_article(item) if own and not phrase.countries else ""
        return home if home and _may_hold(home, phrase) else ""

    def is_office(self, phrase: Phrase, *, is_named: bool = False) -> bool:
        """True for a public office that some state or organisation must have: "the deputy foreign minister"."""
        return phrase.possessor is None and self.is_held(phrase, is_named=is_named)

    def is_held(self, phrase: Phrase, *, is_named: bool = False) -> bool:
        """True for an office, also when it is said whose: "the president's security adviser".

        "A deputy minister" is one where ``is_named`` tells that the name stands beside it.
        """
        head, roles = phrase.head, self._roles
        if not head.is_person or head.is_plural or phrase.is_former:
            return False
        if head.code not in _STATE_CODES or head.singular in _PRIVATE or is_of_a_club(phrase):
            return False
        if phrase.determiner in ("a", "an") and not is_named:
            return False
        if any(word in roles.self_styled for word in phrase.words.lower().split()):
            return False
        if head.singular in roles.firm or head.singular not in roles.general or _is_owned(phrase):
            return True
        return any(word in roles.public for word in phrase.words.lower().replace("-", " ").split())

    def _told(self, item: Item) -> str:
        """The country that acts in the clause which the holder of the office tells after it."""
        tokens = item.tokens
        verb = tokens.heads[item.root]
        if tokens.deps[item.root] == "appos":
            verb = tokens.heads[verb]  # "..., said Rao, a spokesman for the ministry"
        for subject in self._subjects.get(item.sentence, ()):
            other = subject.item
            own_verb = tokens.heads[other.root]
            own_verb = tokens.heads[own_verb] if tokens.deps[other.root] == "pobj" else own_verb  # "urged by Oslo"
            if other.start >= item.start or own_verb == verb or other.linked is item:
                continue
            joined = tokens.deps[own_verb] in ("ccomp", "ROOT", "conj") or tokens.deps[verb] == "parataxis"
            urged = _URGING.intersection(tokens.lowers[other.end : own_verb])
            if joined and not urged and len(subject.countries) == 1:
                return subject.countries[0]
        return ""


def is_of_a_club(phrase: Phrase) -> bool:
    """True for whoever leads what is no body of a state: "the leader of the Anti-Defamation League"."""
    _, of, rest = phrase.words.partition(" of ")
    words = rest.split()
    named = any(word[:1].isupper() and word.lower() in _CLUBS for word in words)
    return bool(of) and named and not phrase.countries and phrase.head.singular in _LED


def _is_owned(phrase: Phrase) -> bool:
    """True where the words say whose: "his spokesman", "Rao's adviser", "the bloc's chief"."""
    return phrase.pronoun is not None or phrase.possessor is not None or phrase.of_body


def _topic(subjects: Iterable[_Subject]) -> tuple[str, ...]:
    """The countries of a sentence's own subject, else of the first subject in it."""
    known = list(subjects)
    leading = [code for each in known if each.leads for code in each.countries]
    return tuple(dict.fromkeys(leading)) or (known[0].countries if known else ())


def _opens(item: Item) -> bool:
    """True for a place with which its sentence begins: "In Paris, ..."."""
    tokens = item.tokens
    first = tokens.sentences.index(item.sentence)
    return first < item.start <= first + 2 and tokens.lowers[first] in ("in", "at", "from")


def _leads(item: Item) -> bool:
    tokens, index = item.tokens, item.root
    while tokens.deps[index] == "conj" and tokens.heads[index] != index:
        index = tokens.heads[index]
    return tokens.deps[tokens.heads[index]] == "ROOT"


def _has_offices(code: str) -> bool:
    country = load_countries().get(code)
    return country is not None and country.kind != "bloc"


def _may_hold(code: str, phrase: Phrase) -> bool:
    """True when a state or organisation can have the office: NATO has no foreign minister."""
    is_body = load_countries()[code].kind == "organisation"
    if is_body and phrase.head.code == "MIL" and phrase.head.is_person:
        return code in _WITH_OFFICERS
    if is_body:
        return _OF_STATES.isdisjoint(phrase.words.lower().split())
    return not any(word in phrase.words.lower() for word in _OF_BODIES)
