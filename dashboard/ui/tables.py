"""The tables of Coverage (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.queries.certainty import labelled_text, rule_in_words
from dashboard.queries.coverage import measured_rows, named_outlets
from dashboard.queries.filters import Filters
from dashboard.queries.rows import each
from dashboard.queries.timeline import all_days
from dashboard.queries.words import BASIS, say_days, several
from dashboard.ui.evidence import reaction_chip
from dashboard.ui.frame import notes, tools
from dashboard.ui.links import original
from dashboard.ui.marks import escape
from dashboard.ui.visit import Visit
from dashboard.vocabulary.reactions import load_reactions

if TYPE_CHECKING:
    import pandas as pd

PROBLEMS_SHOWN = 200
#: Rows of a long table before the rest folds away, and articles on the page at the most.
ROWS, MOST_ARTICLES = 40, 300
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


def folded_table(heads: tuple[tuple[str, str], ...], rows: list[list[str]], noun: str) -> str:
    """A table of which the rows that go too far fold away under how many they are."""
    rest = rows[ROWS:]
    if not rest:
        return table(heads, rows)
    summary = several(len(rest), f"more {noun}")
    return f"{table(heads, rows[:ROWS])}<details><summary>{summary}</summary>{table(heads, rest)}</details>"


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
    head = f'<div class="headline"><h1>Coverage</h1>{tools(visit)}</div>{notes(visit)}<p class="lead">{said}</p>'
    return head + _contents(len(problems))


def _contents(problems: int) -> str:
    """The sections of the page as links."""
    names = (
        ("outlets", "Outlets"),
        ("articles", "Articles"),
        ("problems", f"Problems ({problems:,})"),
        ("accuracy", "How right it is"),
        ("kinds", "Each kind of reaction"),
        ("add", "Add articles"),
    )
    links = "".join(f'<a class="plain" href="#{key}">{name}</a>' for key, name in names)
    return f'<nav class="contents" aria-label="On this page">{links}</nav>'


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
    return f'<section class="section" id="outlets"><h2>Outlets</h2>{folded_table(heads, rows, "outlet")}</section>'


def article_table(visit: Visit, frame: pd.DataFrame) -> str:
    """Articles, latest first."""
    rows = []
    for row in each(frame.head(MOST_ARTICLES)):
        link = f'<a href="{escape(visit.links.article(row.id))}">{escape(row.title or "Without a headline")}</a>'
        there = original(row.url)
        outside = f' <a class="small" href="{escape(there)}" target="_blank">original</a>' if there else ""
        copies = (
            f'<br><span class="quiet small">same text as {several(row.copies, "other article")}</span>'
            if row.copies
            else ""
        )
        retells = f'<br><span class="quiet small">retells {escape(row.retells)}</span>' if row.retells else ""
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
        f'<p class="more quiet">The latest {MOST_ARTICLES} of {len(frame):,}; the files above hold all of them.</p>'
        if len(frame) > MOST_ARTICLES
        else ""
    )
    held = folded_table(heads, rows, "article")
    return f'<section class="section" id="articles"><h2>Articles</h2>{held}{left}</section>'


def problem_table(frame: pd.DataFrame) -> str:
    """What could not be read, what was found there and what is allowed."""
    if frame.empty:
        return (
            '<section class="section" id="problems"><h2>Problems</h2><p class="quiet">Everything that '
            "was given could be read.</p></section>"
        )
    rows = [
        [escape(row.location), escape(PROBLEM_NAMES.get(row.kind, row.kind)), escape(row.found), escape(row.allowed)]
        for row in each(frame.head(PROBLEMS_SHOWN))
    ]
    heads = (("Where", ""), ("Problem", ""), ("Found", ""), ("Allowed", ""))
    return f'<section class="section" id="problems"><h2>Problems ({len(frame):,})</h2>{table(heads, rows)}</section>'


def accuracy_table(frame: pd.DataFrame, unread: pd.DataFrame) -> str:
    """How right each noun, each kind of reaction and each way of finding a quote is, as measured on labelled text.

    ``frame`` is of articles in view while the rules were written, ``unread`` of articles that nobody had seen.
    """
    head = '<section class="section" id="accuracy"><h2>How right it is</h2>'
    if frame.empty:
        return f'{head}<p class="quiet">Nothing has been measured yet.</p></section>'
    held, fresh = ({row.kind: row for row in each(one)} for one in (frame, unread))
    rows = [
        [escape(row.name), *_figures(fresh.get(kind)), *_figures(row)]
        for kind, row in held.items()
        if _kind_of(kind) not in load_reactions()
    ]
    heads = (("Claims", ""), *_FIGURE_HEADS["unread articles"], *_FIGURE_HEADS["the dispatches"])
    note = (
        '<p class="quiet small">The first figures are what to expect of other articles: those were labelled by hand, '
        "and nobody who writes the rules has read them. The dispatches are those that come with the product; they were "
        "in view while the rules were written. “Right” counts what is shown, “found” what a careful reader marked.</p>"
    )
    return f"{head}{table(heads, rows)}{note}{_kinds_table(held)}{_rules_table()}</section>"


_FIGURE_HEADS = {
    where: ((f"Right in {where}", "n"), (f"Found in {where}", "n"), (f"Labelled in {where}", "n"))
    for where in ("unread articles", "the dispatches")
}


def _figures(row: Any) -> list[str]:
    """The cells of a row of figures; dashes for none."""
    return ["–"] * 3 if row is None else [_of_hundred(row.precision), _of_hundred(row.recall), _sample(row.checked)]


def _kind_of(kind: str) -> str:
    return kind.removeprefix("reactions.")


def _kinds_table(held: Mapping[str, Any]) -> str:
    """Each kind of reaction, from hostile to cooperative: right so often on labelled text, and on the articles."""
    measured = {row.key: row for row in each(measured_rows("reactions"))}
    rows = []
    for key in load_reactions():
        one, there = measured.get(key), held.get(f"reactions.{key}")
        if one is None and there is None:
            continue
        own = [_of_hundred(one.precision), _sample(one.checked)] if one is not None else ["not measured", ""]
        rows.append([reaction_chip(key), *own, *_figures(there)])
    heads = (
        ("Kind of reaction", ""),
        ("Right", "n"),
        ("Checked", "n"),
        *_FIGURE_HEADS["the dispatches"],
    )
    note = (
        '<p class="quiet small">The first two columns are what the cards, the table of reactions and the filter “How '
        "sure” go by: our own labelled sentences and articles.</p>"
    )
    return f'<h3 id="kinds">How right each kind of reaction is</h3>{table(heads, rows)}{note}'


def _rules_table() -> str:
    """Each way of finding a quote, folded."""
    frame = measured_rows("quotes")
    rows = [
        [escape(rule_in_words(row.key, "quotes")), _of_hundred(row.precision), _sample(row.checked)]
        for row in each(frame)
    ]
    heads = (("How the quote was found", ""), ("Right", "n"), ("Checked", "n"))
    where = escape(labelled_text(str(frame["on"].iloc[0]))) if len(frame) else ""
    return (
        f'<details class="background"><summary>Each way of finding a quote</summary><p class="quiet small">'
        f"Measured on news that others labelled ({where}).</p>{table(heads, rows)}</details>"
    )


def how_to_add() -> str:
    """How articles get in."""
    return (
        '<section class="section" id="add"><h2>Add articles</h2><p>Put text, Markdown, HTML or '
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
