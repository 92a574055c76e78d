"""One speaker: who they are, when they spoke, about whom (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.queries.facets import facet_counts
from dashboard.queries.filters import country_label
from dashboard.queries.quotes import speaker_days
from dashboard.queries.rows import each, records
from dashboard.queries.words import several
from dashboard.ui.answers import ask
from dashboard.ui.evidence import FOUND_IN
from dashboard.ui.marks import escape
from dashboard.ui.strips import day_strip
from dashboard.ui.visit import Visit

KINDS = {
    "person": "person",
    "government": "government",
    "country": "country",
    "body": "organisation",
    "armed_forces": "armed forces",
    "group": "group",
    "media": "news organisation",
    "people": "people",
    "unnamed": "unnamed source",
}


def speaker_profile(visit: Visit, person_id: str) -> str:
    """Role then and country, where that was read, other spellings, days, and countries spoken of."""
    held = visit.corpus.persons
    found = held[held["id"] == person_id]
    if found.empty:
        return ""
    person = records(found)[0]
    counts = {row.day: row.statements for row in each(ask(speaker_days, visit.corpus, visit.filters))}

    def on_days(first: str, last: str) -> str:
        return visit.here(visit.filters.with_values("from", [first]).with_values("to", [last]))

    strip = day_strip(counts, on_days, "statements")
    spoken = f"<dt>When they spoke</dt><dd>{strip or 'no day is known'}</dd>" if strip else ""
    return (
        f'<section class="profile" aria-label="{escape(person["name"])}"><dl>{_who(visit, person)}</dl>'
        f"<dl>{spoken}{_about(visit)}</dl></section>"
    )


def _who(visit: Visit, person: Mapping[str, object]) -> str:
    frame = visit.corpus.quotes.frame
    rows = frame[frame["person"] == person["id"]]
    roles = _roles([role for role in rows["role"] if role] + list(person["roles"]))  # type: ignore[call-overload]
    found_in = next((one for one in rows["identity"] if one), str(person["found_by"]))
    country = country_label(str(person["country"])) if person["country"] else "country not known"
    lines = [
        ("Who", f"{KINDS.get(str(person['kind']), str(person['kind']))}, {country}"),
        ("Role at the time", "; ".join(roles) or "no role given"),
        ("Where that was read", FOUND_IN.get(found_in, found_in)),
    ]
    spelled = [alias for alias in person["aliases"] if alias != person["name"]]  # type: ignore[attr-defined]
    if spelled:
        lines.append(("Also written", ", ".join(spelled[:8])))
    return "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in lines)


def _roles(met: list[str]) -> list[str]:
    """The roles met, the fullest form of each."""
    kept: list[str] = []
    for role in sorted(dict.fromkeys(met), key=len, reverse=True):
        if not any(role.casefold() in longer.casefold() for longer in kept):
            kept.append(role)
    return kept


def _about(visit: Visit) -> str:
    frame = ask(facet_counts, visit.corpus, visit.filters, noun="quotes", key="target")
    items = [
        (
            '<a class="plain" href="'
            f'{escape(visit.here(visit.filters.with_values("target", [row.value])))}">'
            f'{escape(row.name)}</a> <span class="quiet" title="{several(row.count, "statement")}">{row.count}</span>'
        )
        for row in each(frame)
        if row.count
    ]
    return f"<dt>About whom</dt><dd>{', '.join(items[:10])}</dd>" if items else ""
