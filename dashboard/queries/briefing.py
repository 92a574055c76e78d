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
    events: int
    reactions: int
    quotes: int
    disagreements: int


def figures(corpus: Corpus, filters: Filters) -> Figures:
    """What the corpus holds under the filters."""
    return Figures(
        articles=len(corpus.articles),
        outlets=named_outlets(corpus),
        disagreements=points(corpus, filters)["id"].nunique(),
        **{noun: corpus.count(noun, filters) for noun in ("events", "reactions", "quotes")},
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
