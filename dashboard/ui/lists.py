"""A list of statements under its headline: the part that Reactions and Quotes share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.queries.asked import values_named
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import FILTERS, Filters
from dashboard.queries.quotes import speakers
from dashboard.queries.rows import each
from dashboard.queries.statements import first_statements
from dashboard.queries.timeline import all_days
from dashboard.queries.words import several
from dashboard.ui.answers import ask
from dashboard.ui.evidence import cards
from dashboard.ui.frame import empty_state, show_more, sorts
from dashboard.ui.marks import escape
from dashboard.ui.views import VIEWS
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd


#: Speakers named above the quotes that were searched for.
MOST_CALLED = 6


def speakers_called(visit: Visit) -> str:
    """Links to the speakers whose name was searched for; what they said need not hold their name."""
    found = ask(values_named, visit.corpus, "speaker", visit.filters.words) if visit.filters.words else ()
    if not found:
        return ""
    others = visit.filters.without("words", "speaker")
    frame = ask(speakers, visit.corpus, others)
    named = frame[frame["value"].isin(found) & (frame["count"] > 0)]
    links = [
        f'<a class="plain" href="{escape(visit.links.speaker(row.value, others))}">'
        f"{escape(row.name)}</a> ({row.count:,})"
        for row in each(named.head(MOST_CALLED))
    ]
    left = f" and {len(named) - MOST_CALLED:,} more" if len(named) > MOST_CALLED else ""
    return f'<p class="called">Speakers of that name: {", ".join(links)}{left}.</p>' if links else ""


def found_elsewhere(visit: Visit) -> str:
    """Links to the reactions, quotes and events with the words that were searched for, but those of this page."""
    if not visit.filters.words:
        return ""
    links = []
    for view in VIEWS:
        if view.noun and view.noun != visit.view.noun:
            filters = visit.filters.without("event")
            if view.noun == "events" and not (filters.since or filters.until):
                filters = filters.on_days(*all_days(visit.corpus))
            if count := ask(Corpus.count, visit.corpus, view.noun, filters):
                said = several(count, view.noun.removesuffix("s"))
                links.append(f'<a class="plain" href="{escape(visit.links.view(view.key, filters))}">{said}</a>')
    return f'<p class="called">The same words stand in {" and ".join(links)}.</p>' if links else ""


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
    return {row.key: corpus.count(noun, filters, leave_out=(row.key,)) for row in FILTERS if filters.values(row.key)}
