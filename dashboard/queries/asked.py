"""A link understood against one corpus: which filters it sets, and which of its words say nothing here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters, by_key, from_url
from dashboard.queries.labels import country_label
from dashboard.queries.timeline import present_ids
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.holders import name_key

#: Filters whose values only the corpus knows.
OF_CORPUS = ("speaker", "event", "outlet", "kind")
#: Filters whose values may be asked for by name, and the shortest part of a name that is looked up.
BY_NAME = ("country", "target", "speaker", "outlet")
SHORTEST = 3
#: A name that fits more values than this is too vague to be used.
MOST_NAMED = 20


def understand(
    corpus: Corpus, pairs: Iterable[tuple[str, str]], *, also: Iterable[str] = ()
) -> tuple[Filters, tuple[str, ...]]:
    """The filters of a link, and a sentence for each word that is not understood.

    Names of countries, speakers and outlets become their values, and old ids of events are renewed.
    """
    named, vague = _by_name(corpus, pairs)
    filters, notes = from_url(named, also=also)
    filters = replace(filters, event=present_ids(corpus, filters.event))
    missing = []
    for key in OF_CORPUS:
        for value in filters.values(key):
            if value not in corpus.names[key]:
                missing.append(f"{by_key(key).label}: this corpus holds no “{value[:60]}”; it was not used.")
                filters = filters.toggle(key, value)
    return filters, (*vague, *notes, *missing)


def _by_name(corpus: Corpus, pairs: Iterable[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[str]]:
    """The pairs of a link with names put into values, and a sentence for each name that fits too many."""
    found, notes = [], []
    for key, value in pairs:
        values = values_named(corpus, key, value) if key in BY_NAME else ()
        if len(values) > MOST_NAMED:
            said = f"“{value[:60]}” fits {len(values):,} names; it was not used. Add a word of the name."
            notes.append(f"{by_key(key).label}: {said}")
        else:
            found += [(key, one) for one in values or (value,)]
    return found, notes


def values_named(corpus: Corpus, key: str, asked: str) -> tuple[str, ...]:
    """The values of a filter with that name, else those with a word of their name for each word that is asked.

    The beginning of a word is enough; case and accents do not count. Nothing for what is a value already.
    """
    names = corpus.names.get(key) or {code: country_label(code) for code in load_countries()}
    words = name_key(asked[:60]).split()
    if asked in names or asked.upper() in names or len("".join(words)) < SHORTEST:
        return ()
    keys = {value: name_key(name) for value, name in names.items()}
    same = tuple(value for value, name in keys.items() if name.split() == words)
    return same or tuple(value for value, name in keys.items() if _fits(name.split(), words))


def _fits(name: list[str], words: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)
