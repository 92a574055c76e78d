"""A list of statements under its headline: the part that Reactions and Quotes share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import FILTERS, Filters
from dashboard.queries.statements import first_statements
from dashboard.ui.evidence import cards
from dashboard.ui.frame import empty_state, show_more, sorts
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd


def statement_list(visit: Visit, frame: pd.DataFrame) -> str:
    """The cards of the first statements with a link to more, or why there are none."""
    noun = visit.view.noun
    if frame.empty:
        return empty_state(visit, noun, loosened(visit.corpus, visit.filters, noun))
    total = int(frame["position"].max()) + 1
    show = int(visit.options["show"])
    order = sorts(visit) if total > 1 else ""
    return order + cards(visit, first_statements(frame, show), noun) + show_more(visit, min(show, total), total)


def loosened(corpus: Corpus, filters: Filters, noun: str) -> dict[str, int]:
    """For each filter that is set: how many statements there would be without it."""
    claims = corpus.claims(noun)
    return {
        row.key: claims.count(corpus.keep(noun, filters, leave_out=(row.key,)))
        for row in FILTERS
        if filters.values(row.key)
    }
