"""Whose the texts are that speak by themselves: "the statement said", "according to the communiqué", "it added"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dashboard.language.attributions import Attribution
from dashboard.language.gazetteer import government_of
from dashboard.language.lines import Line, Range
from dashboard.language.makers import ANY_TEXT, makers_of_text
from dashboard.language.mentions import mention_at
from dashboard.records import Actor, Mention
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import load_roles

_BODIES = frozenset({"government", "body", "armed_forces", "country"})
"""What "it" may be, and whose texts need no introduction; not the media, who pass on what others say."""
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
    _lines: list[int] = field(default_factory=list)
    """Where the lines begin."""

    def read(self, line: Line) -> None:
        """Takes up the texts that a line says somebody gave out."""
        self._lines.append(line.passage.start)
        words = line.words
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
            return found
        alone = line.words.lowers[slice(*a.source)]
        if alone == ["it"] or (alone == ["we"] and line.quoted[a.source[0]] < 0):
            return self._goes_on(line, a) or found
        paper = self._paper_of(line, a.source)
        if paper is None or any(actor.name.split()[-1].lower() not in load_roles().papers for actor in found):
            return found
        return self._issuers(line, paper) or self._issuer_before(line, paper) or found

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
