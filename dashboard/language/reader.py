"""An article as a Reading: every finder, in order, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.acts import find_acts
from dashboard.language.dates import find_dates
from dashboard.language.matters import is_learned
from dashboard.language.publication import infer_published
from dashboard.language.quotes import find_quotes
from dashboard.language.reactions import find_reactions
from dashboard.language.reports import find_reports
from dashboard.language.sentences import Passage, find_passages
from dashboard.records import Article, Quote, Reaction, Reading, Report


def read(article: Article, passages: tuple[Passage, ...]) -> Reading:
    """Everything that is found in one article.

    Where the header gives no publication day, the reading's article carries the one that its words give, if any.
    """
    timexes = find_dates(article, passages)
    if article.published.basis == "unknown":
        published = infer_published(article, passages, timexes)
        if published.basis != "unknown":
            article = replace(article, published=published)
            timexes = find_dates(article, passages)
    mentions = find_actors(article, passages)
    quotes = _distinct(find_quotes(article, passages, mentions, timexes))
    acts = find_acts(article, passages, mentions, quotes, timexes)
    reactions = _distinct(find_reactions(article, passages, acts, quotes, mentions, timexes))
    # An event stands for all its outlets, so only what a listed phrase tells makes one.
    told = tuple(reaction for reaction in reactions if not is_learned(reaction))
    reports = _distinct(find_reports(article, passages, acts, quotes, told, mentions, timexes))
    return Reading(article, mentions, timexes, quotes, reactions, reports)


Claim = TypeVar("Claim", Quote, Reaction, Report)


def _distinct(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims without those that two rules found alike: an id is made from place and kind."""
    return tuple({claim.id: claim for claim in reversed(claims)}.values())[::-1]


def read_all(nlp: Language, articles: Iterable[Article]) -> Iterator[Reading | tuple[Article, Exception]]:
    """The reading of each article, or the article with the error that a finder raised on it.

    What the parser makes is given up at the end of the batch, so memory stays flat however many batches there are.
    """
    with nlp.memory_zone():
        for article, passages in find_passages(nlp, articles):
            try:
                yield read(article, passages)
            # A rule that fails on one article must not cost the other ten thousand; the caller reports it.
            except Exception as error:
                yield article, error
