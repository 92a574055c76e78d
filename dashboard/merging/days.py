"""The publication day of undated articles, from dated articles that tell the same episode.

An undated article is compared with its nearest dated neighbours, statement by statement. A statement that a neighbour
dates speaks for the days on or soon after it and against the days before it; a weekday in the undated article speaks
for the days on which it would mean the same day. The days whose evidence is close to the best are the answer: a day
only when the evidence leaves one, else a range.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.records import READ_ZONES, Article, Reading, When
from dashboard.vocabulary.terms import were_in_office

#: Neighbours below this likeness tell another story.
LEAST_LIKENESS = 0.2
#: How many neighbours are looked at, and how many of the rarest words lead to them.
NEIGHBOURS = 6
LEADING_WORDS = 40
#: A word that this many dated articles use leads to no neighbour.
COMMON = 100
#: Neighbours of one episode appear within this many days.
EPISODE_DAYS = 10
#: Sentences below this likeness are different statements.
LEAST_STATEMENT = 0.22
#: Reports of one episode share this many statements; two of one conflict, years apart, share their background.
LEAST_SHARED = 2
#: Days whose evidence reaches this part of the best stay in the answer.
CLOSE = 0.63
#: An article is printed on the day of its newest statement or soon after: weight by days gone by.
FRESHNESS = (1.0, 0.8, 0.5, 0.3, 0.2, 0.1)
#: What a day costs that lies before a statement the article already tells.
TOO_EARLY = -1.0
#: The weight of a neighbour's publication day against a day that its words state.
PRINTED = 0.4

_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d+")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s+[A-Z“\"–-])[^.!?\n]*)*")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence as weighted words, with the days and weekdays it names.

    ``day`` is the one day told, certain when the words have it, or the day of printing that stands in for it.
    """

    weights: Weights
    day: dt.date | None
    certain: bool
    told: frozenset[dt.date]
    weekdays: tuple[int, ...]


def infer_days(readings: Sequence[Reading]) -> dict[str, When]:
    """Article id to publication day or bounds (basis "episode"), for those articles without a day that have neighbours.

    Articles dated by their header, their page or their own words are never changed.
    """
    undated = [reading for reading in readings if _is_undated(reading.article)]
    dated = [reading for reading in readings if not _is_undated(reading.article)]
    if not undated or not dated:
        return {}
    index = _Index(dated)
    found = ((reading, _infer(reading, index)) for reading in undated)
    return {reading.article.id: when for reading, when in found if when is not None and _may_be_of(reading, when)}


def _may_be_of(reading: Reading, when: When) -> bool:
    """False for days on which those whom the article names were not in office together: it tells another story."""
    people = (actor for mention in reading.mentions for actor in mention.actors if actor.kind == "person")
    names = [actor.name for actor in people if " " in actor.name]
    if when.first is None or when.last is None:
        return True
    slack = dt.timedelta(EPISODE_DAYS)
    return were_in_office(names, when.first - slack, when.last + slack)


def _is_undated(article: Article) -> bool:
    return article.published.last is None or article.published.basis in ("unknown", "era", "episode")


def _words(text: str) -> Counter[str]:
    return Counter(word.lower()[:9] for word in _WORD.findall(text) if len(word) > 2)


def _read_text(article: Article) -> str:
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.name in READ_ZONES)


class _Index:
    """The dated readings by their rarer words."""

    def __init__(self, dated: Sequence[Reading]) -> None:
        self.readings = dated
        counts = [_words(_read_text(reading.article)) for reading in dated]
        self._frequency = Counter(word for count in counts for word in count)
        self.weights = [self.weigh(count) for count in counts]
        self._statements: dict[str, tuple[_Statement, ...]] = {}
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, weights in enumerate(self.weights):
            for word in weights:
                if self._frequency[word] <= COMMON:
                    self._places[word].append(place)

    def weigh(self, counts: Counter[str]) -> Weights:
        """Unit-length tf-idf; a word of every article weighs next to nothing."""
        total = len(self.readings) + 1
        raw = {
            word: (1 + math.log(count)) * math.log(1 + total / (self._frequency[word] + 0.5))
            for word, count in counts.items()
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {word: weight / length for word, weight in raw.items()}

    def statements(self, reading: Reading) -> tuple[_Statement, ...]:
        """The statements of a dated reading, weighed once."""
        key = reading.article.id
        if key not in self._statements:
            self._statements[key] = tuple(_statements(reading, self))
        return self._statements[key]

    def neighbours(self, weights: Weights) -> list[tuple[float, Reading]]:
        """The nearest dated readings with their likeness, nearest first."""
        leading = sorted((w for w in weights if w in self._places), key=lambda w: (-weights[w], w))[:LEADING_WORDS]
        shared: dict[int, float] = defaultdict(float)
        for word in leading:
            for place in self._places[word]:
                shared[place] += weights[word] * self.weights[place][word]
        likely = sorted(shared, key=lambda place: (-shared[place], place))[: 3 * NEIGHBOURS]
        exact = [(_likeness(weights, self.weights[place]), self.readings[place]) for place in likely]
        near = [pair for pair in exact if pair[0] >= LEAST_LIKENESS]
        return sorted(near, key=lambda pair: (-pair[0], pair[1].article.id))[:NEIGHBOURS]


def _likeness(one: Weights, other: Weights) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _infer(reading: Reading, index: _Index) -> When | None:
    near = _one_episode(index.neighbours(index.weigh(_words(_read_text(reading.article)))))
    if not near:
        return None
    own = list(_statements(reading, index))
    matched = _Matcher(own)
    evidence = [
        (likeness * score, mine, theirs)
        for likeness, neighbour in near
        for theirs in index.statements(neighbour)
        if theirs.day is not None
        for score, mine in matched.like(theirs)
    ]
    if len({id(mine) for _, mine, _ in evidence}) < min(LEAST_SHARED, len(own)):
        return None
    days = [statement.day for _, _, statement in evidence if statement.day]
    days += [day for _, neighbour in near if (day := neighbour.article.published.first)]
    printed = max(neighbour.article.published.last or dt.date.min for _, neighbour in near)
    candidates = _candidates(days, printed)
    bounds = reading.article.published
    candidates = [d for d in candidates if (bounds.first or d) <= d <= (bounds.last or d)]
    scores = {day: _score(day, evidence, own) for day in candidates}
    return _answer(scores) if scores else None


class _Matcher:
    """The statements of one article by their words."""

    def __init__(self, own: Sequence[_Statement]) -> None:
        self._own = own
        self._places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, statement in enumerate(own):
            for word, weight in statement.weights.items():
                self._places[word].append((place, weight))

    def like(self, other: _Statement) -> list[tuple[float, _Statement]]:
        """The statements that may be the same as the other, with their likeness."""
        scores: dict[int, float] = defaultdict(float)
        for word, weight in other.weights.items():
            for place, own_weight in self._places.get(word, ()):
                scores[place] += weight * own_weight
        return [(score, self._own[place]) for place, score in scores.items() if score >= LEAST_STATEMENT]


def _one_episode(near: list[tuple[float, Reading]]) -> list[tuple[float, Reading]]:
    """The neighbours printed within days of the nearest one; none when another time is as likely."""
    if not near:
        return []
    centre = near[0][1].article.published.last or dt.date.min

    def is_near(reading: Reading) -> bool:
        day = reading.article.published.last or dt.date.min
        return abs((day - centre).days) <= EPISODE_DAYS

    inside = [pair for pair in near if is_near(pair[1])]
    outside = sum(likeness for likeness, reading in near if not is_near(reading))
    return inside if sum(likeness for likeness, _ in inside) > outside else []


def _statements(reading: Reading, index: _Index) -> Iterator[_Statement]:
    """The sentences of the readable lines with the days that they tell.

    A day is certain when the words or a claim of the sentence have one; else, in a dated article, the day of printing
    stands in for it, unless the sentence looks back ("had warned", "in 2017").
    """
    article = reading.article
    days = _told_days(reading)
    for zone in article.zones:
        if zone.name not in READ_ZONES:
            continue
        for match in _SENTENCE.finditer(article.text, zone.start, zone.end):
            named = {day for place, day in days if match.start() <= place < match.end()}
            told = {day for day in named if day is not None}
            words = _words(match.group())
            if len(words) < 5:
                continue
            certain = len(told) == 1
            recent = not named and "had" not in words
            day = next(iter(told)) if certain else article.published.first if recent else None
            weekdays = tuple(number for number, name in enumerate(_WEEKDAYS) if name in words or name[:9] in words)
            yield _Statement(index.weigh(words), day, certain, frozenset(told), weekdays)


def _told_days(reading: Reading) -> list[tuple[int, dt.date | None]]:
    """Places in the text and the day told there; None where other times than days near publication are named."""
    printed = reading.article.published.last
    if printed is None or _is_undated(reading.article):
        return []
    found = [(timex.span.start, timex.when) for timex in reading.timexes if timex.type in ("DATE", "TIME")]
    found += [(quote.evidence.start, quote.when) for quote in reading.quotes if quote.when.is_day]
    found += [(claim.evidence.start, claim.when) for claim in reading.reactions if claim.when.is_day]
    return [(place, _near_day(when, printed)) for place, when in found]


def _near_day(when: When, printed: dt.date) -> dt.date | None:
    if when.is_day and when.first and abs((printed - when.first).days) <= EPISODE_DAYS:
        return when.first
    return None


def _candidates(days: Sequence[dt.date], printed: dt.date) -> list[dt.date]:
    first, last = min(days, default=None), max(days, default=None)
    if first is None or last is None:
        return []
    first = max(first, printed - dt.timedelta(EPISODE_DAYS))
    last = max(last, printed) + dt.timedelta(1)
    return [first + dt.timedelta(step) for step in range((last - first).days + 1)]


def _score(day: dt.date, evidence: Sequence[tuple[float, _Statement, _Statement]], own: Sequence[_Statement]) -> float:
    """How well the matched statements fit an article printed on ``day``."""
    total = 0.0
    for weight, mine, theirs in evidence:
        if theirs.day is None:
            continue
        weight *= 1.0 if theirs.certain else PRINTED
        meant = [day - dt.timedelta((day.weekday() - weekday) % 7) for weekday in mine.weekdays]
        if len(meant) == 1 and theirs.told:
            total += weight * (2.0 if meant[0] in theirs.told else TOO_EARLY)
        gone = (day - theirs.day).days if theirs.certain else abs((day - theirs.day).days)
        if gone < 0:
            total += weight * TOO_EARLY
        elif gone < len(FRESHNESS):
            total += weight * FRESHNESS[gone]
    named = {weekday for statement in own for weekday in statement.weekdays}
    if named and total > 0:
        newest = min((day.weekday() - weekday) % 7 for weekday in named)
        total *= FRESHNESS[min(newest, len(FRESHNESS) - 1)]
    return total


def _answer(scores: Mapping[dt.date, float]) -> When | None:
    """The days around the best one whose evidence is close to it."""
    best = max(scores, key=lambda day: (scores[day], -day.toordinal()))
    if scores[best] <= 0:
        return None
    first = last = best
    step = dt.timedelta(1)
    while scores.get(first - step, 0.0) >= CLOSE * scores[best]:
        first -= step
    while scores.get(last + step, 0.0) >= CLOSE * scores[best]:
        last += step
    return When(first, last, "episode")
