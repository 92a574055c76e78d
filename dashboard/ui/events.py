"""Events in words: a list by day, one event as each outlet told it, points that differ (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dashboard.queries.filters import kind_label
from dashboard.queries.rows import records
from dashboard.queries.timeline import points_of, reports_of
from dashboard.queries.words import say_days, say_when, several
from dashboard.ui.answers import ask
from dashboard.ui.evidence import article_link, sure
from dashboard.ui.marks import Mark, escape, marked
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

#: Sentences of one outlet before the rest folds away.
SENTENCES = 3
KIND_NOTES = {
    "contradiction": "<b>Contradiction</b>: not both can be right",
    "disputed_claim": "<b>Disputed</b>: one side denies what another says",
    "variation": "Difference in precision, not a contradiction",
    "difference": "Different accounts",
    "modality": "One tells it as done, another as planned or said",
    "translation_variants": "Variants of one statement in translation",
}
DETAIL_NAMES = {"day": "Day", "place": "Place", "who": "Who takes part", "status": "Status"}


def event_list(visit: Visit, frame: pd.DataFrame, *, brief: bool = False) -> str:
    """The events of ``events_between`` or ``background`` as lines, each a link to what the outlets told.

    ``brief`` leaves out where the day comes from.
    """
    items = []
    for row in records(frame):
        day = row.get("days") or say_days(row["first_day"], row["last_day"])
        told = row.get("day_text") or say_when(row["first_day"], row["last_day"], row["day_basis"], row["day_words"])
        basis = "" if brief else told.partition(", ")[2]
        about = [
            kind_label(row["kind"]),
            "" if row["status"] == "happened" else row["status"],
            several(row["sources"], "independent outlet") if row["sources"] > 1 else "",
        ]
        small = ", ".join(filter(None, about)) + (f"; day {basis}" if basis else "")
        href = visit.links.event(row["id"], visit.filters.without("event"))
        items.append(
            f'<li><span class="when">{escape(day)}</span><span><a id="e-'
            f'{escape(row["id"])}" data-then="rows" href="{escape(href)}">{escape(row["title"])}</a> '
            f'<span class="quiet small">{escape(small)}</span></span></li>'
        )
    return f'<ul class="newest">{"".join(items)}</ul>'


def event_card(visit: Visit, event: Mapping[str, Any]) -> str:
    """One event: day, place, who; what agrees, differs, or only one has; each outlet's sentences side by side."""
    reports = records(ask(reports_of, visit.corpus, event["id"]))
    points = ask(points_of, visit.corpus, (event["id"],))
    day = say_when(event["first_day"], event["last_day"], event["day_basis"], event["day_words"])
    who = ", ".join(event["participants"])
    place = f" · {escape(event['place'])}" if event["place"] else ""
    return (
        f'<article class="section event"><h2>{escape(event["title"])}</h2>'
        f"<p>{escape(day)}{place}{' · ' + escape(who) if who else ''} <span "
        f'class="chip">{escape(kind_label(event["kind"]))}, {escape(event["status"])}</span> '
        f'<span class="quiet small">reported by {several(event["sources"], "independent outlet")}</span></p>'
        f"{comparison(reports)}{point_list(visit, points)}{tellings(visit, reports)}</article>"
    )


def comparison(reports: Sequence[Mapping[str, Any]]) -> str:
    """Point by point what the outlets say: what agrees, what differs, what only one has."""
    told: dict[str, dict[str, list[str]]] = {}
    for report in reports:
        for name, value in _details(report):
            outlets = told.setdefault(name, {}).setdefault(value, [])
            if report["outlet"] not in outlets:
                outlets.append(report["outlet"])
    if len({report["outlet"] for report in reports}) < 2 or not told:
        return ""
    rows = "".join(_compared(name, values) for name, values in told.items())
    return f'<table class="rows compare"><tbody>{rows}</tbody></table>'


def _details(report: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    if report["day_basis"] not in ("published", "episode", "unknown"):
        yield "day", say_days(report["first_day"], report["last_day"])
    if report["place"]:
        yield "place", report["place"]
    if report["status"] != "happened":
        yield "status", report["status"]
    for name, value, *_ in report["details"]:
        yield name, value


def _compared(name: str, values: Mapping[str, Sequence[str]]) -> str:
    outlets = {outlet for held in values.values() for outlet in held}
    verdict = "only one has it" if len(outlets) == 1 else "they agree" if len(values) == 1 else "they differ"
    said = "".join(
        f'<li>{_value_mark(value, len(values) > 1)} <span class="quiet small">{escape(", ".join(held))}</span></li>'
        for value, held in values.items()
    )
    title = escape(DETAIL_NAMES.get(name, name.replace("_", " ").capitalize()))
    return f'<tr><th scope="row">{title}</th><td><ul>{said}</ul></td><td class="quiet small">{verdict}</td></tr>'


def _value_mark(value: str, differs: bool) -> str:
    return f'<mark class="differs">{escape(value)}</mark>' if differs else escape(value)


def tellings(visit: Visit, reports: Sequence[dict[str, Any]]) -> str:
    """The sentences of each outlet side by side, with the words that tell the event and its details marked."""
    differing = _differing_details(reports)
    sections = []
    for outlet, held in groupby(reports, key=lambda r: r["outlet"]):
        # A sentence that tells the event twice is shown once.
        rows = list({(row["article_id"], row["start"]): row for row in held}.values())
        shown = "".join(_telling(visit, row, differing) for row in rows[:SENTENCES])
        rest = "".join(_telling(visit, row, differing) for row in rows[SENTENCES:])
        left = several(len(rows) - SENTENCES, "more sentence")
        more = f'<details class="told"><summary>{left}</summary>{rest}</details>' if rest else ""
        sections.append(f'<section class="card"><h4>{escape(outlet)}</h4>{shown}{more}</section>')
    return f'<div class="tellings" id="rows">{"".join(sections)}</div>'


def _telling(visit: Visit, row: dict[str, Any], differing: frozenset[str]) -> str:
    words = marked(row["words"], _report_marks(row, differing))
    day = say_days(row["first_day"], row["last_day"])
    return (
        f'<blockquote>{words}</blockquote><div class="facts"><span>{escape(day)}</span>'
        f'<a href="{escape(article_link(visit, row))}">Open in article</a>{sure(row, "events")}</div>'
    )


def _differing_details(reports: Sequence[dict[str, Any]]) -> frozenset[str]:
    said: dict[str, set[str]] = {}
    for report in reports:
        for name, value in _details(report):
            said.setdefault(name, set()).add(value)
    return frozenset(name for name, values in said.items() if len(values) > 1)


def _report_marks(row: dict[str, Any], differing: frozenset[str]) -> list[Mark]:
    base = row["start"]
    marks = [Mark(row["cue_start"] - base, row["cue_end"] - base, "cue", "the words that tell it")]
    for name, _, start, end in row["details"]:
        if start is not None:
            kind = "differs" if name in differing else "detail"
            marks.append(Mark(start - base, end - base, kind, name.replace("_", " ")))
    return [mark for mark in marks if mark.start >= 0 and mark.end <= len(row["words"])]


def point_list(visit: Visit, frame: pd.DataFrame, most: int = 50) -> str:
    """Points on which reports differ: both values, both sentences, and how grave the difference is."""
    items = []
    for _, held in groupby(records(frame), key=lambda r: r["id"]):
        items.append(_point(visit, list(held)))
        if len(items) == most:
            break
    return "".join(items)


def _point(visit: Visit, rows: Sequence[dict[str, Any]]) -> str:
    first = rows[0]
    event = visit.links.event(first["event_id"], visit.filters.without("event"))
    values = "".join(_value(visit, row) for row in rows)
    about = DETAIL_NAMES.get(first["about"], first["about"].replace("_", " "))
    return (
        f'<section class="point"><h3><a href="{escape(event)}">{escape(first["event"])}'
        f"</a>: {escape(about.lower())}</h3>"
        f'<p class="kindnote">{KIND_NOTES.get(first["kind"], escape(first["kind"]))}'
        f'</p><div class="values">{values}</div></section>'
    )


def _value(visit: Visit, row: dict[str, Any]) -> str:
    at = row["words"].find(row["value"])
    marks = [Mark(at, at + len(row["value"]), "differs")] if at >= 0 else []
    return (
        f"<div><b>{escape(row['value'])}</b><q>{marked(row['words'], marks)}</q><div "
        f'class="small quiet">{escape(row["outlet"])} · '
        f'<a class="plain" href="{escape(article_link(visit, row))}">Open in article</a></div></div>'
    )
