"""What an article tells to have happened, to be planned, claimed or denied."""

from __future__ import annotations

from dashboard.language.sentences import Passage
from dashboard.records import Act, Article, Mention, Quote, Reaction, Report, Timex


def find_reports(
    article: Article,
    passages: tuple[Passage, ...],
    acts: tuple[Act, ...],
    quotes: tuple[Quote, ...],
    reactions: tuple[Reaction, ...],
    mentions: tuple[Mention, ...],
    timexes: tuple[Timex, ...],
) -> tuple[Report, ...]:
    """The reports of an article, in order of their place."""
    return ()
