"""The publication day of an article whose header and page say none, as far as its own words tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dashboard.language.dates import find_dates
from dashboard.language.sentences import Passage
from dashboard.language.tense import tense_of
from dashboard.records import UNKNOWN_WHEN, Article, Timex, When


def infer_published(article: Article, passages: Sequence[Passage], timexes: Sequence[Timex] | None = None) -> When:
    """The newest full day that the body or a caption tells as past, basis "stated"; unknown when there is none.

    A day without a year takes the year of a full date elsewhere in the article. Days that lie ahead ("will meet on
    Sept. 20") do not count: a report cannot be older than what it tells, but it may be older than what it expects.
    """
    found = find_dates(article, passages) if timexes is None else timexes
    days = [
        timex for timex in found if timex.when.is_day and timex.when.basis == "stated" and not _ahead(timex, passages)
    ]
    if not days:
        return UNKNOWN_WHEN
    newest = max(days, key=lambda timex: timex.when.last or dt.date.min)
    return When(newest.when.first, newest.when.last, "stated", newest.when.words)


def _ahead(timex: Timex, passages: Sequence[Passage]) -> bool:
    for passage in passages:
        start = timex.span.start - passage.start
        if 0 <= start < len(passage.doc.text):
            words = passage.doc.char_span(start, timex.span.end - passage.start, alignment_mode="expand")
            return words is not None and tense_of(words.root) == "future"
    return True
