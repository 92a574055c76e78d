"""Events in words: a list by day, one event as each outlet told it, points that differ (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dashboard.queries.context import sentences_of_points
from dashboard.queries.labels import kind_label, status_label, told_in
from dashboard.queries.rows import records
from dashboard.queries.timeline import points_of, reports_of
from dashboard.queries.words import say_days, say_when, several
from dashboard.ui.answers import ask
from dashboard.ui.evidence import article_link, dash_length, fold, sure, undashed
from dashboard.ui.marks import Mark, escape, marked
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

#: Sentences of one outlet before the rest folds away.
SENTENCES = 3
#: Outlets side by side before the rest folds away, and outlets named beside one value.
OUTLETS, NAMED = 9, 6
KIND_NOTES = {
    "contradiction": "<b>Contradiction</b>: not both can be right",
    "disputed_claim": "<b>Disputed</b>: one side denies what another says",
    "variation": "Difference in precision, not a contradiction",
    "difference": "Different accounts",
    "modality": "One tells it as done, another as planned or said",
    "translation_variants": "Variants of one statement in translation",
}
DETAIL_NAMES = {
    "who": "Who takes part",
    "duration": "How long",
    "focus": "About what",
    "purpose": "What for",
    "purpose_claimed": "What for, as some say",
    "purpose_denied": "What for, denied",
    "origin": "From",
    "destination": "To",
    "number": "How many",
    "toll": "How many killed",
    "ordinal": "Which time",
    "ordinal_planned": "Which time, planned",
    "speaker": "Who said it",
}
AGREE_MORE = "they agree, some say more"
DIFFER = "they differ"
#: The same with values of which one only says it more closely.
VARY = f"{DIFFER} in precision"


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
            "" if row["status"] == "happened" else status_label(row["status"]),
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
    told = compared(reports, points[points["kind"] == "variation"]["value"], points["about"])
    day = say_when(event["first_day"], event["last_day"], event["day_basis"], event["day_words"])
    who = ", ".join(event["participants"])
    place = f" · {escape(event['place'])}" if event["place"] else ""
    return (
        f'<article class="section event"><h2>{escape(event["title"])}</h2>'
        f"<p>{escape(day)}{place}{' · ' + escape(who) if who else ''} <span "
        f'class="chip">{escape(kind_label(event["kind"]))}, {escape(status_label(event["status"]))}</span> '
        f'<span class="quiet small">reported by {several(event["sources"], "independent outlet")}</span></p>'
        f"{comparison(told)}{point_list(visit, points, titled=False)}{tellings(visit, reports, told)}</article>"
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """One point of an event: ``values`` holds the outlets that say each value, ``verdict`` how the values agree."""

    name: str
    values: Mapping[str, Sequence[str]]
    verdict: str

    @property
    def differs(self) -> bool:
        """True when the words of the values are worth marking."""
        return self.verdict in (DIFFER, VARY)


def compared(
    reports: Sequence[Mapping[str, Any]], variants: Iterable[str] = (), disputed: Iterable[str] = ()
) -> tuple[Compared, ...]:
    """Point by point what the outlets say, nothing for one outlet alone.

    ``variants`` differ in precision only; ``disputed`` are the points on which the reports are known to disagree.
    """
    if len({told_in(report) for report in reports}) < 2:
        return ()
    # "she" and "the minister" name one speaker in other words, unless merging found two.
    close, same = frozenset(variants), frozenset({"speaker"} - set(disputed))
    return tuple(
        Compared(name, values, AGREE_MORE if verdict == DIFFER and name in same else verdict)
        for name, values in _told(reports).items()
        for verdict in (_verdict(name, values, reports, close),)
    )


def comparison(told: Sequence[Compared]) -> str:
    """What agrees, what differs, what only one has, as a table."""
    rows = "".join(_compared(one) for one in told)
    return f'<table class="rows compare"><tbody>{rows}</tbody></table>' if rows else ""


def _told(reports: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Point -> value -> the outlets that say so."""
    told: dict[str, dict[str, list[str]]] = {}
    for report in reports:
        for name, value in _details(report):
            outlets = told.setdefault(name, {}).setdefault(value, [])
            if (outlet := told_in(report)) not in outlets:
                outlets.append(outlet)
    return told


def _details(report: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    if _says_day(report):
        yield "day", say_days(report["first_day"], report["last_day"])
    if report["place"]:
        yield "place", report["place"]
    if report["status"] != "happened":
        yield "status", status_label(report["status"])
    for name, value, *_ in report["details"]:
        yield name, value


def _says_day(report: Mapping[str, Any]) -> bool:
    return report["day_basis"] not in ("published", "episode", "unknown")


def _verdict(
    name: str, values: Mapping[str, Sequence[str]], reports: Sequence[Mapping[str, Any]], close: frozenset[str]
) -> str:
    """Whether outlets agree on a point: one value inside another, days with a day in common, a spot and its area do."""
    if len({outlet for held in values.values() for outlet in held}) == 1:
        return "only one has it"
    if len(values) == 1:
        return "they agree"
    if name == "day":
        return AGREE_MORE if _share_a_day(reports) else DIFFER
    # "the east of the country" names no other place than a town does.
    named = [value for value in values if not (name == "place" and value[:1].islower())] or list(values)
    longest = max(named, key=len).casefold()
    if all(value.casefold() in longest for value in named):
        return AGREE_MORE
    return VARY if close.issuperset(values) else DIFFER


def _share_a_day(reports: Sequence[Mapping[str, Any]]) -> bool:
    """True when one day lies in the days of every report that names any."""
    days = [(one["first_day"], one["last_day"]) for one in reports if _says_day(one)]
    firsts, lasts = [first for first, _ in days if first], [last for _, last in days if last]
    return not firsts or not lasts or max(firsts) <= min(lasts)


def _compared(one: Compared) -> str:
    said = "".join(
        f'<li>{_value_mark(value, one.differs)} <span class="quiet small">{escape(_outlets(held))}</span></li>'
        for value, held in one.values.items()
    )
    title = escape(DETAIL_NAMES.get(one.name, one.name.replace("_", " ").capitalize()))
    return f'<tr><th scope="row">{title}</th><td><ul>{said}</ul></td><td class="quiet small">{one.verdict}</td></tr>'


def _outlets(held: Sequence[str]) -> str:
    """The outlets by name, the rest of a long list as a number."""
    if len(held) <= NAMED + 1:
        return ", ".join(held)
    return f"{', '.join(held[:NAMED])} and {len(held) - NAMED} more"


def _value_mark(value: str, differs: bool) -> str:
    return f'<mark class="differs">{escape(value)}</mark>' if differs else escape(value)


def tellings(visit: Visit, reports: Sequence[dict[str, Any]], told: Sequence[Compared]) -> str:
    """The sentences of each outlet side by side, with the words that tell the event and its details marked."""
    differing = frozenset(one.name for one in told if one.differs)
    sections = []
    for outlet, held in groupby(reports, key=told_in):
        # A sentence that tells the event twice is shown once.
        rows = list({(row["article_id"], row["start"]): row for row in held}.values())
        shown = "".join(_telling(visit, row, differing) for row in rows[:SENTENCES])
        rest = "".join(_telling(visit, row, differing) for row in rows[SENTENCES:])
        more = fold(several(len(rows) - SENTENCES, "more sentence"), rest)
        sections.append(f'<section class="card"><h4>{escape(outlet)}</h4>{shown}{more}</section>')
    most = OUTLETS if len(sections) > OUTLETS + 1 else len(sections)
    folded = "".join(sections[most:])
    left = (
        f'<details class="background"><summary>{len(sections) - most} more outlets</summary>'
        f'<div class="tellings">{folded}</div></details>'
        if folded
        else ""
    )
    return f'<div class="tellings">{"".join(sections[:most])}</div>{left}'


def _telling(visit: Visit, row: dict[str, Any], differing: frozenset[str]) -> str:
    words = marked(row["words"], _report_marks(row, differing), dash_length(row["words"]))
    day = say_days(row["first_day"], row["last_day"])
    return (
        f'<blockquote>{words}</blockquote><div class="facts"><span>{escape(day)}</span>'
        f'<a href="{escape(article_link(visit, row))}">Open in article</a>{sure(row, "events")}</div>'
    )


def _report_marks(row: dict[str, Any], differing: frozenset[str]) -> list[Mark]:
    base = row["start"]
    marks = [Mark(row["cue_start"] - base, row["cue_end"] - base, "cue", "the words that tell it")]
    for name, _, start, end in row["details"]:
        if start is not None:
            kind = "differs" if name in differing else "detail"
            marks.append(Mark(start - base, end - base, kind, name.replace("_", " ")))
    return [mark for mark in marks if mark.start >= 0 and mark.end <= len(row["words"])]


def point_list(visit: Visit, frame: pd.DataFrame, most: int = 50, *, titled: bool = True) -> str:
    """Points on which reports differ: each value with its sentences, and how grave the difference is.

    ``titled`` names the event of each point.
    """
    groups = [list(held) for _, held in groupby(records(frame), key=lambda row: row["id"])][:most]
    if not groups:
        return ""
    visit = replace(visit, around=ask(sentences_of_points, visit.corpus, tuple(rows[0]["id"] for rows in groups)))
    return "".join(_point(visit, rows, titled) for rows in groups)


def _point(visit: Visit, rows: Sequence[dict[str, Any]], titled: bool) -> str:
    first = rows[0]
    event = visit.links.event(first["event_id"], visit.filters.without("event"))
    about = DETAIL_NAMES.get(first["about"], first["about"].replace("_", " ")).lower()
    title = (
        f'<a href="{escape(event)}">{escape(first["event"])}</a>: {escape(about)}'
        if titled
        else escape(about.capitalize())
    )
    values = "".join(_value(visit, value, held) for value, held in _by_value(rows).items())
    return (
        f'<section class="point"><h3>{title}</h3><p class="kindnote">'
        f'{KIND_NOTES.get(first["kind"], escape(first["kind"]))}</p><div class="values">{values}</div></section>'
    )


def _by_value(rows: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Value -> the rows that say so; a day counts as one value whatever words it was read from."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["value"].partition(", from “")[0], []).append(row)
    return found


def _value(visit: Visit, value: str, rows: Sequence[dict[str, Any]]) -> str:
    shown = "".join(_source(visit, row, value) for row in rows[:SENTENCES])
    rest = "".join(_source(visit, row, value) for row in rows[SENTENCES:])
    more = fold(f"{len(rows) - SENTENCES} more", rest)
    return f"<div><b>{escape(value)}</b>{shown}{more}</div>"


def _source(visit: Visit, row: dict[str, Any], value: str) -> str:
    """One outlet's sentence for a value, with the words that say it marked."""
    lead, tail = visit.around.get(f"{row['article_id']}:{row['start']}", ("", ""))
    lead = undashed(lead)
    dash = 0 if lead else dash_length(row["words"])
    # A day is marked in the words that it was read from.
    words = row["value"].partition(", from “")[2].rstrip("”") or value
    at = row["words"].find(words)
    marks = [Mark(at, at + len(words), "differs")] if at >= 0 else [Mark(0, len(row["words"]), "content")]
    return (
        f"<q>{escape(lead)}{marked(row['words'], marks, dash)}{escape(tail)}</q>"
        f'<div class="small quiet">{escape(told_in(row))} · '
        f'<a class="plain" href="{escape(article_link(visit, row))}">Open in article</a></div>'
    )
