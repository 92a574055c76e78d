"""The tables of Coverage (pure HTML makers)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.queries.coverage import measured_rows, named_outlets
from dashboard.queries.filters import Filters
from dashboard.queries.rows import each
from dashboard.queries.timeline import all_days
from dashboard.queries.words import BASIS, say_days, several
from dashboard.ui.links import original
from dashboard.ui.marks import escape
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

PROBLEMS_SHOWN = 200
#: A share of fewer labelled claims is marked as a small sample.
SMALL_SAMPLE = 20
PROBLEM_NAMES = {
    "unreadable": "cannot be read",
    "empty": "empty",
    "binary": "not text",
    "encoding": "encoding",
    "language": "not English",
    "size": "too large",
    "field": "a field is wrong",
    "rule": "could not be understood",
}


def table(heads: tuple[tuple[str, str], ...], rows: list[list[str]]) -> str:
    """A table that folds into lines on a phone. Heads are (label, class); cells are safe HTML already."""
    top = "".join(f'<th scope="col" class="{kind}">{label}</th>' for label, kind in heads)
    body = "".join(f"<tr>{_cells(heads, row)}</tr>" for row in rows)
    return f'<table class="rows fold"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _cells(heads: tuple[tuple[str, str], ...], row: list[str]) -> str:
    pairs = zip(heads, row, strict=True)
    return "".join(f'<td class="{kind}" data-label="{label}">{cell}</td>' for (label, kind), cell in pairs)


def coverage_lead(visit: Visit, articles: pd.DataFrame, problems: pd.DataFrame) -> str:
    """One sentence on what is held."""
    count = named_outlets(visit.corpus)
    outlets = f" of {several(count, 'outlet')}" if count else ""
    failed = (
        f", {several(len(problems), 'file or line', 'files or lines')} could not be read"
        if len(problems)
        else ", nothing failed"
    )
    undated = int((articles["published"] == "day unknown").sum())
    more = f" The day of {several(undated, 'article')} is not known." if undated else ""
    said = f"{several(len(articles), 'article')}{outlets} went in{failed}.{more}"
    return (
        f'<div class="headline"><h1>Coverage</h1></div><p class="lead" style="margin-bottom:6px!important">{said}</p>'
    )


def outlet_table(visit: Visit, frame: pd.DataFrame) -> str:
    """Outlets with their days and what they hold; each number opens its rows."""
    rows = []
    every = all_days(visit.corpus)
    for row in each(frame):
        filters = Filters().with_values("outlet", [row.outlet])
        numbers = [
            f'<a href="{escape(visit.links.view(view, held))}">{count:,}</a>' if count else "0"
            for view, held, count in (
                ("quotes", filters, row.quotes),
                ("reactions", filters, row.reactions),
                ("timeline", replace(filters, since=every[0], until=every[1]), row.events),
            )
        ]
        days = say_days(row.first_day, row.last_day) if row.first_day or row.last_day else "day unknown"
        rows.append([escape(row.outlet), f"{row.articles:,}", days, *numbers])
    heads = (("Outlet", ""), ("Articles", "n"), ("Days", ""), ("Quotes", "n"), ("Reactions", "n"), ("Events", "n"))
    return f'<section class="section"><h2>Outlets</h2>{table(heads, rows)}</section>'


def article_table(visit: Visit, frame: pd.DataFrame) -> str:
    """Articles, latest first."""
    rows = []
    for row in each(frame.head(300)):
        link = f'<a href="{escape(visit.links.article(row.id))}">{escape(row.title or "Without a headline")}</a>'
        there = original(row.url)
        outside = f' <a class="small" href="{escape(there)}" target="_blank">original</a>' if there else ""
        copies = (
            f'<br><span class="quiet small">same text as {several(row.copies, "other article")}</span>'
            if row.copies
            else ""
        )
        retells = f'<br><span class="quiet small">after {escape(row.retells)}</span>' if row.retells else ""
        basis = BASIS.get(row.day_basis, "").format(words="").replace("“”", "").strip(" ,")
        why = f'<br><span class="quiet small">{escape(basis)}</span>' if basis else ""
        counts = [f"{row.quotes:,}", f"{row.reactions:,}", f"{row.events:,}"]
        rows.append(
            [
                f"{link}{outside}{retells}{copies}",
                escape(row.outlet),
                f"{escape(row.published)}{why}",
                *counts,
            ]
        )
    heads = (
        ("Article", ""),
        ("Outlet", ""),
        ("Published", ""),
        ("Quotes", "n"),
        ("Reactions", "n"),
        ("Event reports", "n"),
    )
    left = (
        f'<p class="more quiet">The latest 300 of {len(frame):,}; the files above hold all of them.</p>'
        if len(frame) > 300
        else ""
    )
    return f'<section class="section"><h2>Articles</h2>{table(heads, rows)}{left}</section>'


def problem_table(frame: pd.DataFrame) -> str:
    """What could not be read, what was found there and what is allowed."""
    if frame.empty:
        return (
            '<section class="section"><h2>Problems</h2><p class="quiet">Everything that '
            "was given could be read.</p></section>"
        )
    rows = [
        [escape(row.location), escape(PROBLEM_NAMES.get(row.kind, row.kind)), escape(row.found), escape(row.allowed)]
        for row in each(frame.head(PROBLEMS_SHOWN))
    ]
    heads = (("Where", ""), ("Problem", ""), ("Found", ""), ("Allowed", ""))
    return f'<section class="section"><h2>Problems ({len(frame):,})</h2>{table(heads, rows)}</section>'


def accuracy_table(frame: pd.DataFrame) -> str:
    """Precision and recall by kind of claim, as measured on articles labelled by hand."""
    head = '<section class="section" id="accuracy"><h2>How right it is</h2>'
    if frame.empty:
        return f'{head}<p class="quiet">Nothing has been measured for this corpus yet.</p></section>'
    rows = [
        [escape(row.name), _of_hundred(row.precision), _of_hundred(row.recall), _sample(row.checked)]
        for row in each(frame)
    ]
    heads = (
        ("Kind of claim", ""),
        ("Found ones that are right", "n"),
        ("Right ones that are found", "n"),
        ("Labelled by hand", "n"),
    )
    note = (
        '<p class="quiet small">Measured on articles of the bundled corpus that were labelled by hand. '
        "Other articles may do better or worse.</p>"
    )
    return f"{head}{table(heads, rows)}{note}{_measured_table()}</section>"


def _measured_table() -> str:
    """Each rule for quotes and each kind of reaction, folded; what the filter "How sure" goes by."""
    rows = [
        [escape(row.noun), escape(row.name), _of_hundred(row.precision), _sample(row.checked)]
        for row in each(measured_rows())
    ]
    heads = (("Noun", ""), ("Rule or kind", ""), ("Found ones that are right", "n"), ("Checked", "n"))
    return (
        '<details class="background"><summary>By rule and by kind: what the filter “How sure” goes by</summary>'
        '<p class="quiet small">Quotes by the rule that found them, on labelled news (PolNeAR and GUM); reactions by '
        f"kind, on labelled sentences and articles of our own.</p>{table(heads, rows)}</details>"
    )


def how_to_add() -> str:
    """How articles get in."""
    return (
        '<section class="section"><h2>Add articles</h2><p>Put text, Markdown, HTML or '
        "JSON Lines files into a folder and run "
        "<code>python -m dashboard ingest FOLDER</code>. A file that is there already "
        "changes nothing; a broken one is listed above "
        "and the rest goes in. An open page shows new articles at its next click.</p></section>"
    )


def _of_hundred(share: float | None) -> str:
    return "not measured" if share is None or share != share else f"{share * 100:.0f} of 100"


def _sample(checked: float | None) -> str:
    count = int(checked or 0)
    few = ' <span class="quiet small">small sample</span>' if count < SMALL_SAMPLE else ""
    return f"{count:,}{few}"
