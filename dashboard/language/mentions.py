"""Which mention of an actor stands where in an article or passage."""

from __future__ import annotations

import bisect

from dashboard.language import syntax
from dashboard.language.sentences import Passage
from dashboard.records import Mention, Span


def mention_at(mentions: tuple[Mention, ...], span: Span) -> Mention | None:
    """The mention that covers ``span``, else the first that overlaps it, else None."""
    near = _near(mentions, span)
    return next((each for each in near if each.span.covers(span)), near[0] if near else None)


def actors_in(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    """The mentions that lie wholly inside ``span``, in order."""
    return tuple(each for each in _near(mentions, span) if span.covers(each.span))


def mentions_by_token(passage: Passage, mentions: tuple[Mention, ...]) -> dict[int, Mention]:
    """The mention that each token of a passage stands in, by the token's index."""
    starts = syntax.read_words(passage.doc).starts
    found: dict[int, Mention] = {}
    for mention in mentions:
        first, last = mention.span.start - passage.start, mention.span.end - passage.start
        # A token that begins before the mention counts where it reaches into it.
        i = max(bisect.bisect_right(starts, first) - 1, 0)
        if i < len(starts) and starts[i] + len(passage.doc[i]) <= first:
            i += 1
        while i < len(starts) and starts[i] < last:
            found.setdefault(i, mention)
            i += 1
    return found


def _near(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    first = bisect.bisect_left(mentions, span.start, key=lambda each: each.span.end)
    last = bisect.bisect_left(mentions, span.end, key=lambda each: each.span.start)
    return tuple(each for each in mentions[first:last] if each.span.overlaps(span))
