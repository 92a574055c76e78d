"""A link understood against one corpus: which filters it sets, and which of its words say nothing here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters, by_key, from_url
from dashboard.queries.timeline import present_ids

#: Filters whose values only the corpus knows.
OF_CORPUS = ("speaker", "event", "outlet", "kind")


def understand(
    corpus: Corpus, pairs: Iterable[tuple[str, str]], *, also: Iterable[str] = ()
) -> tuple[Filters, tuple[str, ...]]:
    """The filters of a link, and a sentence for each word that is not understood; old ids of events are renewed."""
    filters, notes = from_url(pairs, also=also)
    filters = replace(filters, event=present_ids(corpus, filters.event))
    missing = []
    for key in OF_CORPUS:
        for value in filters.values(key):
            if value not in corpus.names[key]:
                missing.append(f"{by_key(key).label}: this corpus holds no “{value[:60]}”; it was not used.")
                filters = filters.toggle(key, value)
    return filters, (*notes, *missing)
