"""The publication day of an article whose header and page say none, as far as its own words tell it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Doc

from dashboard.language.dates import find_dates, is_prominent
from dashboard.language.sentences import Passage
from dashboard.language.tense import tense_of
from dashboard.records import UNKNOWN_WHEN, Article, Timex, When, Zone

#: Words before a day that make it a limit or a plan, not something that has happened.
_LIMITS = frozenset(("until", "till", "by", "through", "before", "deadline", "next", "coming", "upcoming", "expire"))
_HAS_YEAR = re.compile(r"\d{4}")
#: Lines that say where and when a report was filed.
_FILED_ZONES = frozenset(("dateline", "byline"))
#: What opens a dispatch: the place in capitals, and its day within a few words.
_DATELINE = re.compile(r"\s*(?:[A-Z][A-Z.'’-]+[ ,/(]+){1,4}")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def infer_published(article: Article, passages: Sequence[Passage], timexes: Sequence[Timex] | None = None) -> When:
    """The day of the dateline; else the newest day told as past, and the day after it; unknown when there is none.

    The basis is "stated". A dateline, on a line of its own or before the first sentence, must give the year.

    A report appears on the day of the newest thing it tells or, as a rule, on the next. A day without a year counts
    when a full date in a caption, headline or opening line gives the year; a full date further down is history, for
    news gives the year of a day only when it is another year. Days that lie ahead do not count.
    """
    found = find_dates(article, passages) if timexes is None else timexes
    filed = _filed(article, passages, found)
    if filed is not None:
        return filed
    days = [timex for timex in found if _is_told(timex, article, passages)]
    if not days:
        return UNKNOWN_WHEN
    newest = max(days, key=lambda timex: timex.when.last or dt.date.min).when
    last = newest.last + dt.timedelta(1) if newest.last and newest.last < dt.date.max else newest.last
    return When(newest.first, last, "stated", newest.words)


def _filed(article: Article, passages: Sequence[Passage], timexes: Sequence[Timex]) -> When | None:
    """The day of a dateline or dated byline, None where there is none."""
    lines = [zone for zone in article.zones if zone.name in _FILED_ZONES]
    own = [timex for zone in lines if passages for timex in find_dates(article, (_unparsed(article, zone, passages),))]
    opening = next((passage for passage in passages if passage.zone in ("dateline", "body")), None)
    if opening is not None and (head := _DATELINE.match(opening.doc.text)):
        own.extend(timex for timex in timexes if timex.span.start == opening.start + head.end())
    for timex in own:
        if timex.type == "DATE" and timex.when.is_day and _HAS_YEAR.search(timex.span.of(article.text)):
            return When(timex.when.first, timex.when.last, "stated", timex.when.words)
    return None


def _unparsed(article: Article, zone: Zone, passages: Sequence[Passage]) -> Passage:
    """A line that nobody parses, as words alone: enough to read a date in it."""
    text = article.text[zone.start : zone.end]
    found = list(_TOKEN.finditer(text))
    spaces = [text[word.end() : word.end() + 1].isspace() for word in found]
    lead = found[0].start() if found else 0
    starts: list[bool | int | None] = [place == 0 for place in range(len(found))]
    doc = Doc(passages[0].doc.vocab, words=[word.group() for word in found], spaces=spaces, sent_starts=starts)
    return Passage(zone.name, zone.start + lead, doc)


def _is_told(timex: Timex, article: Article, passages: Sequence[Passage]) -> bool:
    """True for a day near publication that is told as past."""
    if not (timex.when.is_day and timex.when.basis == "stated" and timex.type in ("DATE", "TIME")):
        return False
    place = max((i for i, p in enumerate(passages) if p.start <= timex.span.start), default=None)
    if place is None:
        return False
    passage = passages[place]
    if _HAS_YEAR.search(timex.span.of(article.text)) and not is_prominent(passages, place):
        return False
    words = passage.doc.char_span(
        timex.span.start - passage.start, timex.span.end - passage.start, alignment_mode="expand"
    )
    if words is None or (words.start and words.doc[words.start - 1].lower_ in _LIMITS):
        return False
    return tense_of(words.root) != "future"
