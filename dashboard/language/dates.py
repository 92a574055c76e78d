"""Words about days: every temporal expression of an article in TIMEX3 terms, and the day of what a word tells.

A value is no finer than its words. Weekdays and dates without a year are read against the publication day and the
tense of their clause; "the same day" and "two days later" against the day told before, "a day after the summit"
against the day that the article gives the summit.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.attrs import LOWER, SHAPE
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dashboard.language import calendar_dates as named
from dashboard.language import periods
from dashboard.language.periods import Period
from dashboard.language.sentences import Passage
from dashboard.language.tense import (
    is_done,
    is_moved,
    is_of_plan,
    is_of_the_past,
    is_planned,
    is_told_of_being,
    looks_ahead,
    still_holds,
    tense_of,
)
from dashboard.language.time_meanings import Meaning, Setting, Tense, Words, part_of, stated
from dashboard.language.time_rules import ALPHABET, RULES
from dashboard.language.time_words import MONTHS, OTHER
from dashboard.language.when import when_of
from dashboard.records import Article, Basis, Timex, When

__all__ = ["find_dates", "is_prominent", "when_of"]

_VAGUE = frozenset(("", "PAST_REF", "PRESENT_REF", "FUTURE_REF"))
_MONTH_CHARS = frozenset(ALPHABET.char(word) for word in MONTHS)
#: What may stand between a time of day and its day: "5 p.m. on Friday", "Friday at 5 p.m.".
_JOINTS = frozenset(("on", "at", ",", "in", "the", "around", "about"))
_LONGEST_JOINT = 2
_EVENT_NOUNS_AHEAD = 8
#: "two days after the Sept. 11 attacks": how many words may stand before the day counted from.
_NEAR = 2
_LIMITS = frozenset(("until", "till", "by", "through"))
#: A day behind these is background, not the day that the story goes on from.
_BACKGROUND = frozenset(("since",))
_TITLES = frozenset(("mr.", "mrs.", "ms.", "dr.", "gen.", "sen.", "rep.", "gov.", "president", "minister", "secretary"))
#: Between a date without a year and the full date that lends it one: "January 5 to February 10, 2007".
_YEAR_JOINTS = frozenset(("to", "and", "-", "–", "through", "until", "or"))
_MONTH, _FULL_MONTH = re.compile(r"XXXX-\d\d"), re.compile(r"\d{4}-\d\d")


@dataclass(frozen=True, slots=True)
class _Found:
    """A temporal expression before it is resolved: its tokens and its meaning."""

    start: int
    end: int
    meaning: Meaning


def find_dates(article: Article, passages: Sequence[Passage]) -> tuple[Timex, ...]:
    """Every temporal expression of the article, in order of its place."""
    found = [(place, item) for place, passage in enumerate(passages) for item in _find_words(passage.doc)]
    hint = _newest_day(item.meaning for place, item in found if is_prominent(passages, place))
    timeline = _Timeline(article.published, hint)
    timexes = []
    for number, (place, item) in enumerate(found):
        passage = passages[place]
        following = found[number + 1][1] if number + 1 < len(found) and found[number + 1][0] == place else None
        period, when = timeline.resolve(passage.doc, item, following)
        span = passage.span(passage.doc[item.start : item.end])
        meaning = item.meaning
        dated = period is not None and period.value and meaning.type != "DURATION"
        value = f"{period.value if period and dated else meaning.value}{meaning.suffix}"
        timexes.append(Timex(span, meaning.type, value, replace(when, words=span.of(article.text))))
    return tuple(sorted(timexes, key=lambda timex: timex.span))


def is_prominent(passages: Sequence[Passage], place: int) -> bool:
    """True where a full date is that of the news: headline, dek, caption, and the first line of the body."""
    if passages[place].zone != "body":
        return True
    return all(passage.zone != "body" for passage in passages[:place])


def _newest_day(meanings: Iterable[Meaning]) -> dt.date | None:
    """The newest full date that the words alone give: its year serves dates without one."""
    known = (meaning.period for meaning in meanings)
    return max((p.first for p in known if p and p.first == p.last), default=None)


class _Timeline:
    """Resolves the expressions of one article in order, and remembers which day was told last and of what."""

    def __init__(self, published: When, hint: dt.date | None) -> None:
        self._published = published
        self._hint = hint
        self._told: Period | None = None
        self._told_past: Period | None = None
        self._told_in: Doc | None = None
        self._told_at = 0
        self._told_named = False
        self._days: list[tuple[frozenset[str], Period, Tokens]] = []

    def resolve(self, doc: Doc, item: _Found, following: _Found | None) -> tuple[Period | None, When]:
        """The period that is meant and its days; no period where the publication day does not settle it."""
        event = None
        if item.meaning.beside:
            near = following is not None and 0 <= following.start - item.end <= _NEAR
            event = self._read(doc, following, None)[0] if following and near else self._event(doc, item.end)
        period, when = self._read(doc, item, event)
        if period is not None and period.value not in _VAGUE and item.meaning.type in ("DATE", "TIME"):
            if item.start and doc[item.start - 1].lower_ in _BACKGROUND:
                return period, when
            self._told, self._told_in, self._told_at = period, doc, item.start
            self._told_named = item.meaning.period is not None or _names_day(item.meaning)
            if self._published.last is None or period.first <= self._published.last:
                self._told_past = period
            if period.first == period.last:
                sentence = doc[item.start].sent
                lemmas = frozenset(token.lemma_.lower() for token in sentence if token.pos_ in ("NOUN", "VERB"))
                self._days.append((lemmas, period, sentence))
        return period, when

    def _read(self, doc: Doc, item: _Found, event: Period | None) -> tuple[Period | None, When]:
        meaning = item.meaning
        if meaning.period is not None:
            return meaning.period, When(meaning.period.first, meaning.period.last, "stated")
        if meaning.resolve is None:
            return None, When(None, None, "unknown")
        names_day = _names_day(meaning)
        basis: Basis = "event" if meaning.event else "stated" if names_day else "relative"
        first, last = self._published.first, self._published.last
        if last is None and (names_day or meaning.event):
            first = last = self._hint or (self._told.last if self._told and meaning.event else None)
        if last is None:
            return None, When(None, None, basis)
        tense = _tense(doc, item) if meaning.value[:4] == "XXXX" or meaning.type == "DURATION" else ""
        latest = self._told_past if meaning.event and tense in ("past", "done") else self._told
        told = event if meaning.beside else latest
        story = self._told if self._told_in is doc else None
        goes_on = story is not None and _goes_on(doc, item.start, self._told_at)
        setting = Setting(last, tense, told, story, story if self._told_named else None, goes_on)
        early = late = _safely(meaning, setting)
        if first != last:
            early = _safely(meaning, replace(setting, day=first)) if first else None
        return (late if early == late else None), _known(early, late, basis)

    def _event(self, doc: Doc, start: int) -> Period | None:
        """The day told of the event that the next words name, "the summit" in "a day after the summit"."""
        for token in doc[start : start + _EVENT_NOUNS_AHEAD]:
            if token.pos_ in ("NOUN", "VERB"):
                lemmas = {token.lemma_.lower(), *_KIN.get(token.lemma_.lower(), ())}
                days = {period for told, period, where in self._days if told & lemmas and token not in where}
                return days.pop() if len(days) == 1 else None
        return None


def _names_day(meaning: Meaning) -> bool:
    """True for a month or a day without a year, which the words name all the same."""
    return meaning.value[:5] == "XXXX-" and meaning.value[5:7].isdecimal()


_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "this"))


def _goes_on(doc: Doc, start: int, told_at: int) -> bool:
    """True in a sentence about a pronoun that follows the one of the day told last: its story goes on."""
    sentence = doc[start].sent
    before = doc[sentence.start - 1].sent if sentence.start else sentence
    subjects = (child for child in sentence.root.children if child.dep_ in ("nsubj", "nsubjpass"))
    return before.start <= told_at < sentence.start and any(child.lower_ in _PRONOUNS for child in subjects)


def _tense(doc: Doc, item: _Found) -> Tense:
    """The tense of the clause; a limit ("until Tuesday") of what is not past lies ahead."""
    root = doc[item.start : item.end].root
    tense = "" if is_of_the_past(root) else tense_of(root)
    before = doc[item.start - 1].lower_ if item.start else ""
    owns = item.end < len(doc) and doc[item.end].tag_ == "POS"
    if before in _LIMITS and not owns and (tense != "past" or is_planned(root) or _is_open(before, root)):
        return "future"
    moved = before == "effective" or (before in ("to", "for") and is_moved(root))
    if moved or looks_ahead(root) or is_of_plan(root) or (tense == "present" and is_told_of_being(root)):
        return "future"
    return "done" if is_done(root) or is_of_the_past(root) else tense


def _is_open(limit: str, root: Token) -> bool:
    """True for "has given him until Friday"; money raised "through June" is counted up to then."""
    return limit in ("until", "till") and still_holds(root)


#: Nouns and the verbs that tell the same.
_KIN = {
    "meeting": ("meet", "summit", "talk"),
    "summit": ("meet", "meeting"),
    "talk": ("meet", "meeting", "talks"),
    "visit": ("travel", "arrive"),
    "launch": ("launch", "fire", "test"),
    "attack": ("bomb", "strike", "shell"),
    "announcement": ("announce",),
    "statement": ("say", "state"),
    "signing": ("sign",),
    "vote": ("election",),
    "invasion": ("invade",),
    "agreement": ("agree", "sign"),
}


def _safely(meaning: Meaning, setting: Setting) -> Period | None:
    """The period, or None when the calendar ends before it is reached."""
    try:
        return meaning.resolve(setting) if meaning.resolve else None
    except (OverflowError, ValueError):
        return None


def _known(early: Period | None, late: Period | None, basis: Basis) -> When:
    """The days from the earliest to the latest reading; the extreme days of the calendar stand for open ends."""
    if late is None:
        return When(None, None, basis)
    first = early.first if early and early.first != dt.date.min else None
    return When(first, None if late.last == dt.date.max else late.last, basis)


def _find_words(doc: Doc) -> list[_Found]:
    """The temporal expressions of a passage, in order; of overlapping ones the longest."""
    spelled = _spell(doc)
    if not spelled.strip(OTHER):
        return []
    matches = [
        (match.start() - match.end(), match.start(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(spelled)
    ]
    taken = bytearray(len(spelled))
    chosen: list[_Found] = []
    for _, start, order, match in sorted(matches, key=lambda item: item[:3]):
        end = match.end()
        if end > start and not any(taken[start:end]):
            meaning = RULES[order].handler(Words(doc, match))
            if meaning is not None:
                taken[start:end] = b"\1" * (end - start)
                chosen.append(_Found(start, end, meaning))
    return _join_clocks(doc, _lend_years(doc, sorted(chosen, key=lambda item: item.start)))


def _spell(doc: Doc) -> str:
    """The passage in the characters of the rules; "may" as a verb and people called April are no months."""
    columns = doc.to_array([LOWER, SHAPE])
    spelled = ALPHABET.spell(columns[:, 0].tolist(), columns[:, 1].tolist())
    if _MONTH_CHARS.isdisjoint(spelled):
        return spelled
    letters = list(spelled)
    for place, letter in enumerate(letters):
        if letter in _MONTH_CHARS and not _is_month(doc, place):
            letters[place] = OTHER
    return "".join(letters)


#: "the March on Washington", "the March for Life".
_MARCHERS = frozenset(("on", "for", "to", "against"))


def _is_month(doc: Doc, place: int) -> bool:
    token = doc[place]
    number_beside = any(doc[i].is_digit for i in (place - 1, place + 1) if 0 <= i < len(doc))
    if number_beside:
        return token.tag_ != "MD"
    if token.dep_ == "compound" and token.head.pos_ == "PROPN" and place and doc[place - 1].pos_ == "PROPN":
        return False
    if place and doc[place - 1].lower_ in _TITLES:
        return False
    if token.lower_ == "march" and doc[place - 1].lower_ == "the" and doc[place + 1 : place + 2].text in _MARCHERS:
        return False
    return token.text[0].isupper() and token.tag_ not in ("MD", "VB") and token.ent_type_ not in ("PERSON", "ORG")


def _lend_years(doc: Doc, found: list[_Found]) -> list[_Found]:
    """Days without a year that stand before a full date take its year, or the year before where the range turns it."""
    lent = list(found)
    for place in range(len(lent) - 2, -1, -1):
        item, following = lent[place], lent[place + 1]
        period, value = following.meaning.period, item.meaning.value
        joined = following.start - item.end == 1 and doc[item.end].lower_ in _YEAR_JOINTS
        if joined and _MONTH.fullmatch(value) and item.meaning.resolve:
            lent[place] = replace(item, meaning=_month_before(doc, item, following))
            continue
        if period is None or len(value) != 10 or not value[5:7].isdecimal() or period.first != period.last:
            continue
        if joined and item.meaning.resolve:
            year = period.first.year - (value[5:] > period.value[5:])
            day = named.safe_day(year, int(value[5:7]), int(value[8:]))
            if day and item.meaning.value[:4] == "XXXX":
                lent[place] = replace(item, meaning=stated(periods.day_period(day), suffix=item.meaning.suffix))
    return lent


def _month_before(doc: Doc, item: _Found, following: _Found) -> Meaning:
    """The first month of "March to June 2009" and "March and June last year", else the month as it stands."""
    meaning, month = item.meaning, int(item.meaning.value[5:])
    part = doc[item.start].lower_

    def with_year(last: Period | None) -> Period | None:
        if last is None or not _FULL_MONTH.fullmatch(last.value):
            return None
        return periods.month_period(last.first.year - (month > last.first.month), month).part(part_of(part))

    if following.meaning.period is not None:
        period = with_year(following.meaning.period)
        return stated(period) if period else meaning
    own, resolve = meaning.resolve, following.meaning.resolve
    if resolve is None or doc[following.end - 1].lower_ != "year":
        return meaning
    return replace(meaning, resolve=lambda setting: with_year(resolve(setting)) or (own(setting) if own else None))


def _join_clocks(doc: Doc, found: list[_Found]) -> list[_Found]:
    """Times of day put together with the day beside them: "5 p.m. on Friday" is one expression."""
    joined: list[_Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last and last.meaning.clock != item.meaning.clock and _beside(doc, last, item):
            day, clock = (item.meaning, last.meaning) if last.meaning.clock else (last.meaning, item.meaning)
            if _is_day_level(replace(day, suffix="")):
                suffix = _in_part(clock.suffix, day.suffix)
                joined[-1] = _Found(last.start, item.end, replace(day, type="TIME", suffix=suffix))
                continue
        joined.append(item)
    return [_lend_day(doc, item, joined) if item.meaning.clock else item for item in joined]


_NOON = 12
#: "1:30 on Tuesday night" is after midnight, "5:30" is not.
_EARLIEST_OF_NIGHT = 5


def _in_part(clock: str, part: str) -> str:
    """The time as the part of the day beside it makes it: T22:20 for "10:20 on Tuesday night"."""
    if not clock[1:3].isdecimal():
        return clock  # a part of the day alone
    hour = int(clock[1:3])
    first = {"TAF": 1, "TEV": 1, "TNI": _EARLIEST_OF_NIGHT}.get(part, _NOON)
    return f"T{hour + _NOON:02d}{clock[3:]}" if first <= hour < _NOON else clock


def _lend_day(doc: Doc, clock: _Found, found: Sequence[_Found]) -> _Found:
    """A time of day that takes the only day of its sentence: "at 10:35 a.m. (0735 GMT) Friday"."""
    sentence = doc[clock.start].sent
    within = (f.meaning for f in found if sentence.start <= f.start < sentence.end and not f.meaning.clock)
    days = [day for day in within if _is_day_level(replace(day, suffix=""))]
    return (
        replace(clock, meaning=replace(days[0], type="TIME", suffix=clock.meaning.suffix)) if len(days) == 1 else clock
    )


def _beside(doc: Doc, left: _Found, right: _Found) -> bool:
    between = doc[left.end : right.start]
    return len(between) <= _LONGEST_JOINT and all(token.lower_ in _JOINTS for token in between)


def _is_day_level(meaning: Meaning) -> bool:
    if meaning.suffix or meaning.type not in ("DATE", "TIME"):
        return False
    if meaning.period is not None:
        return meaning.period.first == meaning.period.last
    return meaning.value[:4] == "XXXX" and meaning.value.count("-") == 2
