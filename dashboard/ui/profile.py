"""One speaker: who they are and how that is known, when they spoke, about whom, their words over time (pure HTML)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.queries.facets import facet_counts
from dashboard.queries.filters import Filters
from dashboard.queries.labels import IDENTITIES, country_label
from dashboard.queries.quotes import speaker_days
from dashboard.queries.rows import each, records
from dashboard.queries.speakers import (
    offices,
    said_over_time,
    speaker_identities,
    speaker_roles,
    undated_statements,
)
from dashboard.queries.words import say_day, say_days, several
from dashboard.ui.answers import ask
from dashboard.ui.evidence import article_link, said_words
from dashboard.ui.marks import escape
from dashboard.ui.strips import day_strip
from dashboard.ui.visit import Visit
from dashboard.vocabulary.holders import Holding

#: What a speaker is that is no person.
KINDS = {
    "government": "government",
    "body": "organisation",
    "armed_forces": "armed forces",
    "group": "group",
    "media": "news organisation",
    "people": "people",
    "unnamed": "unnamed source",
}
#: Letters of a statement in the list of words over time.
LETTERS = 110


def speaker_profile(visit: Visit, person_id: str) -> str:
    """Role then and country, where that was read, other spellings, days, countries spoken of, words over time."""
    held = visit.corpus.persons
    found = held[held["id"] == person_id]
    if found.empty:
        return ""
    person = records(found)[0]
    return (
        f'<section class="profile" aria-label="{escape(person["name"])}"><dl>{_who(visit, person)}</dl>'
        f"<dl>{_when(visit)}{_about(visit)}{_reactions(visit, person_id)}</dl>{_over_time(visit)}</section>"
    )


def _who(visit: Visit, person: Mapping[str, Any]) -> str:
    country = escape(country_label(person["country"])) if person["country"] else "not known"
    kind = f" ({KINDS[person['kind']]})" if person["kind"] in KINDS else ""
    roles = _roles(visit, person)
    lines = [
        *([("Role at the time", roles or "no role given")] if roles or not kind else []),
        ("Country", f"{country}{kind}"),
        ("Where that was read", _read_where(visit, person)),
    ]
    spelled = [alias for alias in person["aliases"] if alias != person["name"]]
    if spelled:
        lines.append(("Also written", escape(", ".join(spelled[:8]))))
    return "".join(f"<dt>{name}</dt><dd>{said}</dd>" for name, said in lines)


def _roles(visit: Visit, person: Mapping[str, Any]) -> str:
    """Each role with the days of the quotes that give it, then those that only other sentences give."""
    frame = ask(speaker_roles, visit.corpus, person["id"])
    told = []
    for row in each(frame):
        days = f' <span class="quiet small">{_met(row)}</span>' if row.first_day or row.last_day else ""
        told.append(f"<li>{escape(row.role)}{days}</li>")
    fuller = " ".join(row.role.casefold() for row in each(frame))
    others = [role for role in person["roles"] if role.casefold() not in fuller]
    told += [f"<li>{escape(role)}</li>" for role in others]
    return f"<ul>{''.join(told)}</ul>" if told else ""


def _met(row: Any) -> str:
    return f"in quotes of {escape(say_days(row.first_day, row.last_day))}"


def _read_where(visit: Visit, person: Mapping[str, Any]) -> str:
    """Each way in which it is known who speaks, with its share of the quotes and one place to see."""
    frame = ask(speaker_identities, visit.corpus, person["id"])
    if frame.empty:
        return escape(IDENTITIES.get(person["found_by"], "not told"))
    return f"<ul>{''.join(_identity(visit, person['id'], row) for row in each(frame))}</ul>"


def _identity(visit: Visit, person_id: str, row: Any) -> str:
    said = escape(IDENTITIES.get(row.identity, row.identity))
    if row.identity == "unsure":
        said = '<span class="unsure">not certain</span> no sentence and no list says for certain who this is'
    if row.identity == "holders":
        terms = [_term(one) for one in ask(offices, visit.corpus, person_id)]
        said += f": {escape('; '.join(terms))}" if terms else ""
    see = escape(visit.links.article(row.article_id, row.start, row.end, visit.filters))
    count = f'<span class="quiet small">{several(row.quotes, "place")}</span>'
    return f'<li>{said} {count} <a class="plain small" href="{see}">see one</a></li>'


def _term(held: Holding) -> str:
    last = say_day(held.last) if held.last else "now"
    return f"{held.role}, {say_day(held.first)} – {last}, {held.source}"


def _when(visit: Visit) -> str:
    counts = {row.day: row.statements for row in each(ask(speaker_days, visit.corpus, visit.filters))}

    def on_days(first: str, last: str) -> str:
        return visit.here(visit.filters.with_values("from", [first]).with_values("to", [last]))

    left = ask(undated_statements, visit.corpus, visit.filters)
    more = f'<p class="small quiet">{several(left, "quote")} on days not known exactly</p>' if left else ""
    return f"<dt>When they spoke</dt><dd>{day_strip(counts, on_days, 'quotes')}{more}</dd>"


def _about(visit: Visit) -> str:
    frame = ask(facet_counts, visit.corpus, visit.filters, noun="quotes", key="target")
    items = [
        (
            '<a class="plain" href="'
            f'{escape(visit.here(visit.filters.with_values("target", [row.value])))}">'
            f'{escape(row.name)}</a> <span class="quiet" title="{several(row.count, "quote")}">{row.count}</span>'
        )
        for row in each(frame)
        if row.count
    ]
    return f"<dt>About whom</dt><dd>{', '.join(items[:10])}</dd>" if items else ""


def _reactions(visit: Visit, person_id: str) -> str:
    """The way to what the speaker did or said towards others."""
    filters = Filters(speaker=(person_id,))
    count = visit.corpus.count("reactions", filters)
    if not count:
        return ""
    href = escape(visit.links.view("reactions", filters))
    return f'<dt>Reactions</dt><dd><a class="plain" href="{href}">{several(count, "reaction")}</a></dd>'


def _over_time(visit: Visit) -> str:
    """Every statement on one line, folded: the cards below tell the same with their sentences."""
    rows = records(ask(said_over_time, visit.corpus, visit.filters))
    if len(rows) < 2:
        return ""
    lines = "".join(_said(visit, row) for row in rows)
    title = f"Their words over time: {several(len(rows), 'quote')} on a line each, earliest first"
    return f'<details class="overtime"><summary>{title}</summary><ul>{lines}</ul></details>'


def _said(visit: Visit, row: dict[str, Any]) -> str:
    words = said_words(row)
    shown = words if len(words) <= LETTERS else words[:LETTERS].rsplit(" ", 1)[0] + " …"
    # "denied", "asked": without it, the words alone may say the opposite.
    start, end = row["cue_start"], row["cue_end"]
    cue = row["words"][start - row["start"] : end - row["start"]] if start is not None and start >= row["start"] else ""
    # The colon after a name in a headline is no word.
    cue = cue if any(map(str.isalpha, cue)) else ""
    about = ", ".join(country_label(code) for code in row["topics"][:3])
    notes = (about and f"on {about}", several(row["sources"], "outlet") if row["sources"] > 1 else "")
    small = "; ".join(filter(None, notes))
    return (
        f'<li><span class="when">{escape(say_days(row["first_day"], row["last_day"]))}</span><span>'
        f'<span class="quiet small">{escape(cue)}</span> '
        f'<a href="{escape(article_link(visit, row))}">{escape(shown)}</a> '
        f'<span class="quiet small">{escape(small)}</span></span></li>'
    )
