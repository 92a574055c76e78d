"""The publication day of an article whose header and page say none, as far as its own words tell it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dashboard.language.dates import find_dates, is_prominent
from dashboard.language.sentences import Passage
from dashboard.language.tense import tense_of
from dashboard.records import UNKNOWN_WHEN, Article, Timex, When

#: Words before a day that make it a limit or a plan, not something that has happened.
_LIMITS = frozenset(("until", "till", "by", "through", "before", "deadline", "next", "coming", "upcoming", "expire"))
_HAS_YEAR = re.compile(r"\d{4}")


def infer_published(article: Article, passages: Sequence[Passage], timexes: Sequence[Timex] | None = None) -> When:
    """The newest day that the article tells as past, and the day after it, basis "stated"; unknown when there is none.

    A report appears on the day of the newest thing it tells or, as a rule, on the next. A day without a year counts
    when a full date in a caption, headline or opening line gives the year; a full date further down is history, for
    news gives the year of a day only when it is another year. Days that lie ahead do not count.
    """
    found = find_dates(article, passages) if timexes is None else timexes
    days = [timex for timex in found if _is_told(timex, article, passages)]
    if not days:
        return UNKNOWN_WHEN
    newest = max(days, key=lambda timex: timex.when.last or dt.date.min).when
    last = newest.last + dt.timedelta(1) if newest.last and newest.last < dt.date.max else newest.last
    return When(newest.first, last, "stated", newest.words)


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
