"""The corpus at a glance."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.queries.columns import DISAGREEMENT_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.coverage import named_outlets
from dashboard.queries.filters import Filters

#: The more two reports exclude each other, the earlier a difference is shown.
KINDS = ("contradiction", "disputed_claim", "variation", "difference", "modality", "translation_variants")


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of the front page; each equals the rows that its link opens."""

    articles: int
    outlets: int
    first_day: str | None
    last_day: str | None
    events: int
    reactions: int
    quotes: int
    disagreements: int


def figures(corpus: Corpus, filters: Filters) -> Figures:
    """What the corpus holds under the filters."""
    days = [day for name in ("first_day", "last_day") for day in corpus.articles[name] if day]
    nouns = ("events", "reactions", "quotes")
    held = {noun: corpus.claims(noun).count(corpus.keep(noun, filters)) for noun in nouns}
    return Figures(
        articles=len(corpus.articles),
        outlets=named_outlets(corpus),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        disagreements=points(corpus, filters)["id"].nunique(),
        **held,
    )


def points(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Where the sources disagree, the gravest first. Columns: DISAGREEMENT_COLUMNS."""
    frame = corpus.disagreements
    if filters:
        shown = set(corpus.events.frame["id"][corpus.keep("events", filters)])
        frame = frame[frame["event_id"].isin(shown)]
    order = {kind: index for index, kind in enumerate(KINDS)}
    ranked = frame.assign(order=[order.get(kind, len(order)) for kind in frame["kind"]])
    return ranked.sort_values("order", kind="stable")[list(DISAGREEMENT_COLUMNS)]
