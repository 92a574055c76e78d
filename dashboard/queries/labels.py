"""The values of closed lists in plain English: countries, reactions, kinds of events, forms, what is sure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.vocabulary.countries import UNKNOWN_COUNTRY, country_name
from dashboard.vocabulary.events import load_event_kinds
from dashboard.vocabulary.reactions import load_reactions

#: Stands for the outlet where an article names none.
UNNAMED = "Unnamed outlet"

FORMS = {"direct": "direct quotes", "mixed": "partly direct quotes", "indirect": "indirect quotes"}
STATUSES = {
    "happened": "happened",
    "ongoing": "going on",
    "planned": "planned",
    "claimed": "claimed",
    "denied": "denied",
}

#: Where a claim says who its speaker or actor is.
IDENTITIES = {
    "text": "read in the same sentence",
    "article": "read elsewhere in the same article",
    "articles": "read in other articles of the corpus",
    "holders": "from the dated list of office holders",
    "unsure": "not certain",
}
#: How often what found a claim was right, where it was measured on labelled text; a claim holds all that it reaches.
SURE = {"0.95": "95 of 100", "0.9": "90 of 100", "0.8": "80 of 100", "0.7": "70 of 100"}


def country_label(code: str) -> str:
    """The English name of a country code, with plain words for an unknown one."""
    return "Country not known" if code in ("", UNKNOWN_COUNTRY) else country_name(code)


def reaction_label(key: str) -> str:
    """The words of a reaction: ``offers talks``."""
    held = load_reactions().get(key)
    return held.label if held else key.replace("_", " ")


def kind_label(key: str) -> str:
    """The words of a kind of event: ``missile launch``."""
    held = load_event_kinds().get(key)
    return held.label if held else key.replace("_", " ")


def status_label(key: str) -> str:
    """The words of a status: ``going on``."""
    return STATUSES.get(key, key)


def told_in(row: Mapping[str, Any]) -> str:
    """The outlet of a claim or point; the title of an article that names none, so that two of them are told apart."""
    return f"“{row['title']}”" if row["outlet"] == UNNAMED and row["title"] else str(row["outlet"])
