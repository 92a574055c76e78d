"""What countries and bodies did or said towards others, in the readable vocabulary of ``reactions.toml``."""

from __future__ import annotations

from dashboard.language.sentences import Passage
from dashboard.records import Act, Article, Mention, Quote, Reaction, Timex


def find_reactions(
    article: Article,
    passages: tuple[Passage, ...],
    acts: tuple[Act, ...],
    quotes: tuple[Quote, ...],
    mentions: tuple[Mention, ...],
    timexes: tuple[Timex, ...],
) -> tuple[Reaction, ...]:
    """The reactions of one article, in reading order."""
    return ()
