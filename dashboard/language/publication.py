"""The publication day of an article whose header and page say none, as far as its own words tell it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dashboard.language.calendar_dates import safe_day
from dashboard.language.dates import find_dates, is_prominent
from dashboard.language.sentences import Passage
from dashboard.language.tense import tense_of
from dashboard.records import UNKNOWN_WHEN, Article, Timex, When, Zone
from dashboard.vocabulary.terms import (
    MIN_HOLDERS,
    People,
    count_in_office,
    find_bounds,
    find_people,
    newest_day,
)

#: Words before a day that make it a limit or a plan, not something that has happened.
_LIMITS = frozenset(("until", "till", "by", "through", "before", "deadline", "next", "coming", "upcoming", "expire"))
_HAS_YEAR = re.compile(r"\d{4}|\d{1,2} [A-Za-z]+\.? ['’]?\d\d$")
_YEAR_BEHIND = re.compile(r"\s*\((\d{4})\)")
#: Lines that say where and when a report was filed.
_FILED_ZONES = frozenset(("dateline", "byline"))
#: Lines that may say so beside other things, and how many of them stand at the top.
_OTHER_ZONES = frozenset(("dek", "subhead", "promo", "nav", "headline"))
_TOP_LINES = 6
#: What stands before and behind the day in such a line: "Live | 2 March 2003 | 10:15", "Published: 14 March 1995".
_BEFORE_DAY = re.compile(
    r"(?:^|[|–—:(\[/•·-]|\b(?:date|published|posted|updated|filed|issued|on|press|release|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day))[\s,]*$",
    re.IGNORECASE,
)
_AFTER_DAY = re.compile(r"\s*(?:$|[|–—)(\]•·-]|,? (?:at )?\d{1,2}[:.]\d\d)", re.IGNORECASE)
#: What opens a dispatch: the place in capitals, its country, its agency, and the day within a few words.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+[ ,/(]+){1,5}(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}, ?)?(?:\([^()]{2,40}\)[ ,]*)?"
)
#: The place in small letters needs a dash or colon behind the day: "New Delhi, Aug. 9:".
_PLAIN_DATELINE = re.compile(r"\s*(?:[A-Z][\w.'’-]+ ?){1,3}, ")
_DATELINE_END = re.compile(r",?(?: \d{4})?\s*(?:\([^()]{2,40}\)\s*)?(?:[-–—:_]|\()")
#: A line that is all in brackets says where a report is taken from: "(Agency, 12 May 1998)".
_CREDIT = re.compile(r"\([^()\n]{8,120}\)\.?")
#: How many lines may stand above the dispatch that belong to its heading.
_HEADING_LINES = 3
_TOKEN = re.compile(r"[A-Za-z]{3,4}\.(?=\s\d)|\d+(?:[./:]\d+)+|\w+|[^\w\s]")
_WEEKDAY_VALUE = re.compile(r"(?:XXXX-WXX-)(\d)")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_MONTH_AND_DAY = re.compile(r"[X\d]{4}-(\d\d)-(\d\d)")
_MOVED = re.compile(r"\b(?:last|next|coming|past|previous|following|week)\b")
#: How much a year gains when the weekday told first is that of the dateline, or of the day before; a year told later
#: than it counts against it. The unit is one more of the named persons in office.
_SAME_WEEKDAY, _DAY_BEFORE, _LATER_YEAR = 1.0, 0.5, 1.0
#: Years this far behind the best are out.
_MARGIN = 1.0
_EARLIEST_YEAR = 1945
#: What a report tells as its news is not older than this.
_NEWS_DAYS = 31
#: Bounds wider than this say nothing.
_MOST_DAYS = 8 * 366


def infer_published(article: Article, passages: Sequence[Passage], timexes: Sequence[Timex] | None = None) -> When:
    """The day of the dateline; else the newest day told as past, and the day after it; unknown when there is none.

    The basis is "stated". A dateline, on a line of its own or before the first sentence, gives the day itself; so does
    a credit in brackets, the newest of several. The year of a dateline, where it has none, is that in which most of the
    persons named were in office and the weekday told first fits.

    A report appears on the day of the newest thing it tells or, as a rule, on the next. A day without a year counts
    when a full date in a caption, headline or opening line gives the year; a full date further down is history, for
    news gives the year of a day only when it is another year. Days that lie ahead do not count.

    Without any of these the terms of the persons named give bounds, with the basis "era".
    """
    found = find_dates(article, passages) if timexes is None else timexes
    credits = [(day, timex) for timex in _credits(article, passages) if (day := _whole_day(timex, None, article))]
    credited = {timex.span for _, timex in credits}
    filed = [(timex, year) for timex, year in _filed(article, passages, found) if timex.span not in credited]
    for timex, year in filed:
        if (day := _whole_day(timex, year, article)) is not None:
            return When(day, day, "stated", timex.when.words)
    if credits:
        day, timex = max(credits, key=lambda credit: credit[0])
        return When(day, day, "stated", timex.when.words)
    people = find_people(ent.text for passage in passages for ent in passage.doc.ents if ent.label_ == "PERSON")
    fitting = next((when for timex, _ in filed if (when := _in_fitting_year(timex, article, people, found))), None)
    told = _newest_told(article, passages, found)
    if told is not None and (fitting is None or not _is_history(told, fitting)):
        return told
    if fitting is not None:
        return fitting
    bounds = find_bounds(people)
    if bounds is None or (bounds[1] - bounds[0]).days > _MOST_DAYS:
        return UNKNOWN_WHEN
    return When(*bounds, "era")


def _newest_told(article: Article, passages: Sequence[Passage], timexes: Sequence[Timex]) -> When | None:
    """The newest day told as past, and the day after it."""
    days = [timex for timex in timexes if _is_told(timex, article, passages)]
    if not days:
        return None
    newest = max(days, key=lambda timex: timex.when.last or dt.date.min).when
    last = newest.last + dt.timedelta(1) if newest.last and newest.last < dt.date.max else newest.last
    return When(newest.first, last, "stated", newest.words)


def _is_history(told: When, filed: When) -> bool:
    """True for a day told long before the dateline."""
    return bool(filed.is_day and filed.first and told.last and (filed.first - told.last).days > _NEWS_DAYS)


def _filed(
    article: Article, passages: Sequence[Passage], timexes: Sequence[Timex]
) -> Iterator[tuple[Timex, int | None]]:
    """The days that datelines and dated bylines give, each with the year in brackets behind it."""
    if not passages:
        return
    for place, zone in enumerate(article.zones):
        if zone.name in _FILED_ZONES or (zone.name in _OTHER_ZONES and place < _TOP_LINES):
            line = article.text[zone.start : zone.end]
            for timex in find_dates(article, (_unparsed(article, zone, passages),)):
                start, end = timex.span.start - zone.start, timex.span.end - zone.start
                alone = _BEFORE_DAY.search(line[:start]) and _AFTER_DAY.match(line[end:])
                if zone.name in _FILED_ZONES or alone:
                    yield timex, None
    for passage in [each for each in passages if each.zone in ("dateline", "body")][:_HEADING_LINES]:
        for timex in timexes:
            if passage.start <= timex.span.start < passage.end and _opens(passage, timex):
                year = _YEAR_BEHIND.match(article.text, timex.span.end)
                yield timex, int(year.group(1)) if year else None


def _credits(article: Article, passages: Sequence[Passage]) -> Iterator[Timex]:
    """The days of the lines in brackets that say where a report, or each report of a digest, is taken from."""
    for zone in article.zones if passages else ():
        if _CREDIT.fullmatch(article.text[zone.start : zone.end]):
            yield from find_dates(article, (_unparsed(article, zone, passages),))


def _opens(passage: Passage, timex: Timex) -> bool:
    """True for the day of a dateline at the start of a dispatch."""
    text, place = passage.doc.text, timex.span.start - passage.start
    if _DATELINE.fullmatch(text, 0, place):
        return True
    end = timex.span.end - passage.start
    return bool(_PLAIN_DATELINE.fullmatch(text, 0, place) and _DATELINE_END.match(text, end))


def _whole_day(timex: Timex, year: int | None, article: Article) -> dt.date | None:
    """The day of a dateline that gives its year."""
    if timex.type not in ("DATE", "TIME"):
        return None
    yearless = _YEARLESS.match(timex.value)
    if year and yearless:
        return safe_day(year, int(yearless.group(1)), int(yearless.group(2)))
    return timex.when.first if timex.when.is_day and _HAS_YEAR.search(timex.span.of(article.text)) else None


def _in_fitting_year(timex: Timex, article: Article, people: People, timexes: Sequence[Timex]) -> When | None:
    """The day of a dateline without a year in the one year that fits, or bounds where several do."""
    named = _MONTH_AND_DAY.match(timex.value)
    if not named or _HAS_YEAR.search(timex.span.of(article.text)):
        return None
    years = range(_EARLIEST_YEAR, newest_day().year + 1)
    days = [day for year in years if (day := safe_day(year, int(named.group(1)), int(named.group(2))))]
    counts = {day: count for day in days if (count := count_in_office(people, day, day)) >= MIN_HOLDERS}
    weekday = _first_weekday(timexes, timex.span.end)
    told = {other.when.first.year for other in timexes if other.when.basis == "stated" and other.when.first}
    scores = {day: count + _likeness(day, weekday, told) for day, count in counts.items()}
    fitting = [day for day, score in scores.items() if score > max(scores.values()) - _MARGIN]
    if not fitting or (fitting[-1] - fitting[0]).days > _MOST_DAYS:
        return None
    return When(fitting[0], fitting[-1], "stated" if len(fitting) == 1 else "era", timex.when.words)


def _first_weekday(timexes: Sequence[Timex], start: int) -> int | None:
    """The weekday told first behind this place, if no word moves it: 0 for Monday."""
    for timex in timexes:
        found = _WEEKDAY_VALUE.match(timex.value)
        if found and timex.span.start >= start and not _MOVED.search(timex.when.words.lower()):
            return int(found.group(1)) - 1
    return None


def _likeness(day: dt.date, weekday: int | None, told: set[int]) -> float:
    """What the weekday told first and the years told say for a report of ``day``."""
    gain = _SAME_WEEKDAY if day.weekday() == weekday else 0.0
    if weekday is not None and (day.weekday() - 1) % 7 == weekday:
        gain = _DAY_BEFORE
    return gain - _LATER_YEAR * sum(year > day.year for year in told)


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
