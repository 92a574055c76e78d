"""Whose the texts are that speak by themselves: "the statement said", "according to the communiqué", "it added"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dashboard.language.actors import mention_at
from dashboard.language.attributions import Attribution
from dashboard.language.gazetteer import government_of
from dashboard.language.lines import Line, Range
from dashboard.language.makers import ANY_TEXT, makers_of_text
from dashboard.records import Actor, Mention
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import load_roles

_BODIES = frozenset({"government", "body", "armed_forces", "country"})
"""What "it" may be, and whose texts need no introduction; not the media, who pass on what others say."""
_CALLS_IN = frozenset({"summon", "convoke"})
_CALLS = _CALLS_IN | {"call", "haul"}
_NEAR = 6
"""So many words on somebody may stand to whom a thing is "made clear"."""
_OF_MINISTRIES = frozenset({"note", "démarche", "demarche", "aide-memoire"})
"""Texts between states, a ministry's own whoever of it hands them over."""
_OPENING = 400
"""So many characters of an article may quote a text of which it tells only later whose it is."""
_LAST_SPOKEN = 3
"""So many quotes back a text may stand that nobody is said to have given out."""


@dataclass(slots=True)
class Papers:
    """The texts that the lines so far spoke of, with who gave them out, and who spoke last.

    Every line is ``read`` before the first quote; each quote is ``heard`` in reading order.
    """

    mentions: tuple[Mention, ...]
    _given: list[tuple[str, int, tuple[Actor, ...]]] = field(default_factory=list)
    _spoken: list[tuple[tuple[Actor, ...], int, int, bool]] = field(default_factory=list)
    """Speakers of each quote with the number of its line and sentence, and whether that sentence ends its line."""
    _called_in: list[tuple[int, tuple[Actor, ...]]] = field(default_factory=list)
    """Who called in an envoy, with the place in the text."""
    _lines: list[int] = field(default_factory=list)
    """Where the lines begin."""

    def read(self, line: Line) -> None:
        """Takes up the texts that a line says somebody gave out."""
        self._lines.append(line.passage.start)
        words = line.words
        self._summons(line)
        for noun, lower in enumerate(words.lowers):
            if lower not in load_roles().papers or words.pos[noun] not in ("NOUN", "PROPN"):
                continue
            actors = self._issuers(line, noun)
            if lower.removesuffix("s") in _OF_MINISTRIES:
                actors = tuple(_ministry_of(actor) for actor in actors)
            if actors:
                self._given.append((_called(lower), line.passage.start + words.doc[noun].idx, actors))

    def heard(self, line: Line, a: Attribution, speakers: tuple[Actor, ...]) -> None:
        """Takes note of who spoke, not of those to whom something is told."""
        if a.cue is not None and a.cue.passive and a.source is None:
            return
        sentence, last = _sentence(line, a.at), _sentence(line, len(line.words.lowers) - 1)
        self._spoken.append((speakers, self._lines.index(line.passage.start), sentence, sentence == last))

    def speakers(self, line: Line, a: Attribution, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Who speaks by a text that is named alone, or by the "it" of the sentence after; else ``found``."""
        if a.source is None:
            return found or self._summoner(line, a)
        if (
            (_in_own_text(line, a) or self._after_own_text(line, a))
            and len(found) == 1
            and found[0].name.startswith("Government of ")
        ):
            return self._issuer_of_state(line, a, found[0].country) or found
        alone = line.words.lowers[slice(*a.source)]
        if alone == ["it"] or (alone == ["we"] and line.quoted[a.source[0]] < 0):
            return self._goes_on(line, a) or found
        paper = self._paper_of(line, a.source)
        if paper is None or any(actor.name.split()[-1].lower() not in load_roles().papers for actor in found):
            return found
        return self._issuers(line, paper) or self._issuer_before(line, paper) or found

    def _summons(self, line: Line) -> None:
        """Takes up who calls in an envoy: "Chile summoned the ambassador", "was called to the Foreign Ministry"."""
        words = line.words
        for verb, lemma in enumerate(words.lemmas):
            if lemma not in _CALLS or not words.is_verb(verb):
                continue
            if lemma not in _CALLS_IN and "in" not in words.lowers[verb + 1 : verb + 2]:
                continue
            called = [*words.kids(verb, "dobj"), *words.kids(verb, "nsubjpass")]
            for prep in words.kids(verb, "prep", "prt"):
                called += words.kids(prep, "pobj") if prep == verb + 1 and words.lowers[prep] == "in" else []
            if not any(_is_envoy(line, noun) for noun in called):
                continue
            nouns = [*words.kids(verb, "nsubj")]
            for prep in words.kids(verb, "agent", "prep"):
                if words.lowers[prep] in ("by", "to", "into"):
                    nouns += words.kids(prep, "pobj")
            found = next((actors for noun in nouns if (actors := self._at(line, noun))), ())
            if found:
                self._called_in.append((line.passage.start + words.doc[verb].idx, found))

    def _summoner(self, line: Line, a: Attribution) -> tuple[Actor, ...]:
        """Who called in the envoy that is told something: "The ambassador was told that", "It was put to the envoy"."""
        words = line.words
        told = [*words.kids(a.at, "nsubjpass")]
        for prep in range(a.at, min(a.at + _NEAR, len(words.lowers))):
            if words.lowers[prep] == "to" and words.deps[prep] in ("prep", "dative"):
                told += words.kids(prep, "pobj")
        envoy = any(_is_envoy(line, noun) or words.lowers[noun] in ("he", "she", "him", "her") for noun in told)
        if not envoy or not words.kids(a.at, "auxpass"):
            return ()
        here = line.passage.start + words.doc[a.at].idx
        return next((actors for at, actors in reversed(self._called_in) if at < here), ())

    def _after_own_text(self, line: Line, a: Attribution) -> bool:
        """True for a capital in the paragraph in which its ministry has given out a text: "Yerevan says"."""
        start = line.passage.start
        said = a.source is not None and a.manner == "speech" and a.source[1] - a.source[0] <= 1
        said = said and a.source is not None and line.words.pos[a.source[0]] == "PROPN"
        return said and any(start <= at < start + line.words.doc[a.at].idx for _, at, _ in self._given)

    def _issuer_of_state(self, line: Line, a: Attribution, country: str) -> tuple[Actor, ...]:
        """The body whose text a state says something in: "Nairobi said in its statement" after the ministry's."""
        here = line.passage.start + line.words.doc[a.at].idx
        before = [actors for _, at, actors in self._given if at < here]
        own = (each for each in reversed(before) if len(each) == 1 and each[0].country == country)
        own = (each for each in own if each[0].kind in _BODIES)
        return next((each for each in own if not each[0].name.startswith("Government of ")), ())

    def _paper_of(self, line: Line, source: Range) -> int | None:
        words, inside = line.words, range(*source)
        tops = (i for i in inside if words.pos[i] in ("NOUN", "PROPN") and words.heads[i] not in inside)
        head = next(tops, None)
        return head if head is not None and words.lowers[head] in load_roles().papers else None

    def _issuer_before(self, line: Line, paper: int) -> tuple[Actor, ...]:
        words = line.words
        called = _called(words.lowers[paper])
        if any(words.lowers[i] in ("a", "an", "another") for i in words.kids(paper, "det")):
            return ()  # a text that was not spoken of before
        here = line.passage.start + words.doc[paper].idx
        before = [(word, actors) for word, at, actors in self._given if at < here]
        same = [actors for word, actors in before if word == called]
        if same:
            return same[-1]
        if before and called in ANY_TEXT:
            return before[-1][1]
        if here < self._lines[0] + _OPENING:
            return next((actors for word, at, actors in self._given if at > here and word == called), ())
        for speakers, *_ in reversed(self._spoken[-_LAST_SPOKEN:]):
            if speakers and all(actor.kind in _BODIES and actor.country for actor in speakers):
                return speakers
        return ()

    def _goes_on(self, line: Line, a: Attribution) -> tuple[Actor, ...]:
        """The state, body or text that spoke in the sentence before: "The ministry said ... It added", "We urge"."""
        if not self._spoken or a.manner != "speech":
            return ()
        speakers, number, sentence, ends = self._spoken[-1]
        now = _sentence(line, a.at)
        here = self._lines.index(line.passage.start)
        next_to = number == here and now - sentence in (0, 1)
        next_to = next_to or (number == here - 1 and ends and now == 0)
        bodies = bool(speakers) and all(actor.kind in _BODIES and actor.country for actor in speakers)
        return tuple(replace(actor, found_by="article") for actor in speakers) if next_to and bodies else ()

    def _issuers(self, line: Line, noun: int) -> tuple[Actor, ...]:
        """Who gave out the text at ``noun``, as its own sentence says."""
        for token in makers_of_text(line.words, noun):
            found = self._at(line, token)
            if found:
                return found
        return ()

    def _at(self, line: Line, token: int) -> tuple[Actor, ...]:
        found: dict[tuple[str, str], Actor] = {}
        words = line.words
        for each in words.conjuncts(token):
            own = mention_at(self.mentions, line.passage.span(words.doc[each : each + 1]))
            for actor in own.actors if own is not None else ():
                if actor.country or actor.kind == "person":
                    spoken = as_speaker(replace(actor, found_by="article"))
                    found.setdefault((spoken.name, spoken.country), spoken)
        return tuple(found.values())


def _ministry_of(actor: Actor) -> Actor:
    """The foreign ministry, for a minister or deputy of it who hands over what is its own."""
    role = actor.role.lower()
    if actor.kind != "person" or "foreign" not in role or "minister" not in role or not is_state(actor.country):
        return actor
    name = f"Foreign Ministry of {load_countries()[actor.country].name_in_text}"
    return Actor(name, "government", actor.country, "", "article")


def _is_envoy(line: Line, noun: int) -> bool:
    """True for a word for somebody whom another state has sent."""
    head = load_roles().heads.get(line.words.lowers[noun])
    if head is None:
        before = [line.words.lowers[i] for i in line.words.kids(noun, "compound", "nmod")]  # "Ambassador Hayes"
        head = next((load_roles().heads[word] for word in before if word in load_roles().heads), None)
    sent = head is not None and head.singular in load_roles().sent_abroad
    return sent or line.words.lowers[noun] in ("d'affaires", "affaires", "charge", "chargé")


def _in_own_text(line: Line, a: Attribution) -> bool:
    """True for what is said "in its statement", "in the note": a text that was spoken of before."""
    words = line.words
    for prep in words.kids(a.at, "prep"):
        for noun in words.kids(prep, "pobj") if words.lowers[prep] == "in" else ():
            if words.lowers[noun] in load_roles().papers:
                return any(words.lowers[i] in ("its", "the", "that", "this", "same") for i in words.children[noun])
    return False


def as_speaker(actor: Actor) -> Actor:
    """The government of a state that speaks: "Chile's answer was that"; anybody else as they are."""
    if actor.kind != "country" or not is_state(actor.country) or actor.name != load_countries()[actor.country].name:
        return actor
    return replace(government_of(load_countries()[actor.country]), found_by=actor.found_by)


def _called(word: str) -> str:
    """A text's word in the singular and without accents."""
    return word.removesuffix("s").replace("é", "e")


def _sentence(line: Line, at: int) -> int:
    """The number of a word's sentence in its line."""
    return sum(1 for sent in line.words.doc.sents if sent.start <= at) - 1
