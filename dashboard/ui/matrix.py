"""The matrix of reactions as a table of links: each number opens the rows that it counts (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.queries.certainty import own_chance
from dashboard.queries.filters import Filters
from dashboard.queries.labels import country_label, reaction_label
from dashboard.queries.words import CONDITION_SIGNS, several
from dashboard.ui.marks import escape
from dashboard.ui.visit import Visit
from dashboard.vocabulary.reactions import load_reaction_groups, load_reactions

if TYPE_CHECKING:
    import pandas as pd

#: Most rows before the rest becomes "other countries".
MOST_ROWS = 8
#: Countries aimed at that have a column, before all are asked for.
MOST_TARGETS = 24
#: More columns than this stand closer together.
MANY_COLUMNS = 20
Cells = Mapping[tuple[str, str], tuple[int, str]]
"""(row, column) -> statements, and how far they hang on a condition: "all", "partly" or ""."""
BOUND = {"all": ", all conditional", "partly": ", each conditional in one report and not in another", "": ""}


@dataclass(frozen=True, slots=True)
class Grid:
    """What the table shows: rows in view, other rows folded into one, columns from hostile to cooperative."""

    cells: Cells
    rows: tuple[str, ...]
    others: tuple[str, ...]
    columns: tuple[str, ...]
    over: str
    sums: Mapping[str, int]
    """Statements of each country in all columns, each counted once."""


def grid_of(frame: pd.DataFrame, sums: Mapping[str, int], filters: Filters, *, over: str, everyone: bool) -> Grid:
    """The grid of a ``reaction_matrix`` frame: chosen countries side by side at the top, then the most active."""
    cells = {(c, k): (int(n), str(bound)) for c, k, n, bound in frame.itertuples(index=False, name=None)}
    held = {code: count for code, count in sums.items() if count}
    ranked = sorted(held, key=lambda code: (-sums[code], country_label(code)))
    rows = tuple(dict.fromkeys((*filters.country, *ranked)))
    # One row more costs no more than the row of the others.
    if not everyone and len(rows) > MOST_ROWS + 1:
        rows = rows[: max(MOST_ROWS, len(filters.country))]
    others = tuple(code for code in ranked if code not in rows)
    keys = {key for _, key in cells} | set(filters.values(over))
    if over == "reaction":
        columns = [key for key in load_reactions() if key in keys]
    else:
        columns = _targets(cells, filters.target, MOST_TARGETS if not everyone else len(keys))
    return Grid(cells, rows, others, tuple(columns), over, held)


def _targets(cells: Cells, chosen: Sequence[str], most: int) -> list[str]:
    """The countries aimed at most, and those chosen, the most first."""
    sums: dict[str, int] = {}
    for (_, target), (count, _bound) in cells.items():
        sums[target] = sums.get(target, 0) + count
    ranked = sorted(sums, key=lambda code: (-sums[code], country_label(code)))
    return [code for at, code in enumerate(ranked) if at < most or code in chosen]


def matrix(visit: Visit, grid: Grid) -> str:
    """The table, with group headings, totals that add up, and a legend."""
    if not grid.cells:
        return ""
    most = max(count for count, _ in grid.cells.values())
    body = "".join(_row(visit, grid, code, most) for code in grid.rows)
    if grid.others:
        body += _other_row(visit, grid, most)
    return (
        f'<div class="matrix-box"><table class="matrix{_width(grid)}"><caption '
        'class="hidden">Reactions by country; each number opens its rows</caption>'
        f"<thead>{_heads(visit, grid)}</thead><tbody>{body}</tbody>"
        f"{_totals(visit, grid)}</table></div>{_legend(visit, grid)}{how_right(grid)}"
    )


def small_matrix(visit: Visit, grid: Grid) -> str:
    """The table without totals and other countries, for the front page."""
    if not grid.cells:
        return '<p class="quiet">No reactions found yet.</p>'
    most = max(count for count, _ in grid.cells.values())
    body = "".join(_row(visit, grid, code, most, total=False) for code in grid.rows)
    return (
        '<div class="matrix-box"><table class="matrix"><thead>'
        f"{_heads(visit, grid, total=False)}</thead><tbody>{body}</tbody></table></div>"
    )


def _width(grid: Grid) -> str:
    """A class for tables of many columns, which are narrower."""
    return " many" if len(grid.columns) > MANY_COLUMNS else ""


def _heads(visit: Visit, grid: Grid, *, total: bool = True) -> str:
    names = []
    for key in grid.columns:
        here = ' aria-current="true"' if key in visit.filters.values(grid.over) else ""
        label = reaction_label(key) if grid.over == "reaction" else country_label(key)
        href = _open(visit, grid, (), (key,))
        names.append(
            f'<th class="kind" scope="col"{here}><a href="{escape(href)}" data-then="rows">{escape(label)}</a></th>'
        )
    last = '<th class="kind" scope="col"><a>all</a></th>' if total else ""
    return f'{_groups(grid)}<tr><td class="void" style="background:none"></td>{"".join(names)}{last}</tr>'


def _groups(grid: Grid) -> str:
    if grid.over != "reaction":
        return ""
    cells = []
    for group in load_reaction_groups():
        width = sum(load_reactions()[key].group == group.key for key in grid.columns)
        if width:
            cells.append(f'<th class="group {group.key}" colspan="{width}" scope="colgroup">{escape(group.label)}</th>')
    return f'<tr><td style="background:none"></td>{"".join(cells)}</tr>'


def _row(visit: Visit, grid: Grid, code: str, most: int, *, total: bool = True) -> str:
    here = ' aria-current="true"' if code in visit.filters.country else ""
    cells = "".join(_cell(visit, grid, (code,), key, most) for key in grid.columns)
    last = _sum(visit, grid, (code,), (), grid.sums.get(code, 0)) if total else ""
    href = _open(visit, grid, (code,), ())
    name = f'<a href="{escape(href)}" data-then="rows">{escape(country_label(code))}</a>'
    return f'<tr><th scope="row"{here}>{name}</th>{cells}{last}</tr>'


def _other_row(visit: Visit, grid: Grid, most: int) -> str:
    cells = "".join(_cell(visit, grid, grid.others, key, most) for key in grid.columns)
    count = sum(grid.sums[code] for code in grid.others)
    href = visit.here(rows="all")
    name = (
        f'<a id="all-countries" href="{escape(href)}" class="plain">'
        f"{several(len(grid.others), 'other country', 'other countries')}</a>"
    )
    return f'<tr><th scope="row">{name}</th>{cells}{_sum(visit, grid, grid.others, (), count)}</tr>'


def _cell(visit: Visit, grid: Grid, countries: tuple[str, ...], key: str, most: int) -> str:
    held = [grid.cells[code, key] for code in countries if (code, key) in grid.cells]
    if not held:
        return '<td class="void"></td>'
    count, bound = sum(n for n, _ in held), _bound([b for _, b in held])
    group = load_reactions()[key].group if grid.over == "reaction" else "target"
    strength = 1 if count * 3 <= most else 2 if count * 3 <= 2 * most else 3
    label = reaction_label(key) if grid.over == "reaction" else country_label(key)
    who = country_label(countries[0]) if len(countries) == 1 else "other countries"
    title = f"{who}, {label}: {several(count, 'reaction')}{BOUND[bound]}"
    chosen = visit.filters.country == countries and visit.filters.values(grid.over) == (key,)
    outside = not _inside(visit, grid, countries, key)
    href = _open(visit, grid, () if chosen else countries, () if chosen else (key,))
    here = ' aria-current="true"' if chosen else ""
    mark = f"<small>{CONDITION_SIGNS[bound]}</small>" if bound else ""
    return (
        f'<td class="{group} s{strength}{" dim" if outside else ""}"><a href="'
        f'{escape(href)}" data-then="rows" data-kind="{escape(label)}" '
        f'title="{escape(title)}"{here}>{count}{mark}</a></td>'
    )


def _bound(held: Sequence[str]) -> str:
    """How far the statements of several cells hang on a condition."""
    return "all" if all(one == "all" for one in held) else "partly" if all(held) else ""


def _inside(visit: Visit, grid: Grid, countries: Iterable[str], key: str) -> bool:
    chosen = visit.filters.country
    columns = visit.filters.values(grid.over)
    return (not chosen or any(code in chosen for code in countries)) and (not columns or key in columns)


def _sum(visit: Visit, grid: Grid, countries: tuple[str, ...], columns: tuple[str, ...], count: int) -> str:
    href = _open(visit, grid, countries, columns)
    return f'<td class="sum"><a href="{escape(href)}" data-then="rows" data-kind="all">{count:,}</a></td>'


def _totals(visit: Visit, grid: Grid) -> str:
    cells = []
    for key in grid.columns:
        count = sum(n for (_, held), (n, _b) in grid.cells.items() if held == key)
        cells.append(_sum(visit, grid, (), (key,), count))
    every = sum(grid.sums.values())
    return (
        f'<tfoot><tr><th scope="row">All countries</th>{"".join(cells)}{_sum(visit, grid, (), (), every)}</tr>'
        f"{_right(visit, grid)}</tfoot>"
    )


def _right(visit: Visit, grid: Grid) -> str:
    """How often each kind was right on labelled text, below its column."""
    if grid.over != "reaction":
        return ""
    cells = "".join(_right_cell(key) for key in grid.columns)
    where = escape(visit.links.view("coverage"))
    name = f'<a class="plain" href="{where}#kinds" title="How that was measured">Right, of 100</a>'
    return f'<tr class="right"><th scope="row">{name}</th>{cells}<td></td></tr>'


def _right_cell(key: str) -> str:
    held = own_chance("reactions", key)
    said = "–" if held.right is None else held.right
    return f'<td title="{escape(_right_in_words(key))}">{said}</td>'


def _right_in_words(key: str) -> str:
    """``threatens sanctions: right in 94 of 100, 50 checked``."""
    held = own_chance("reactions", key)
    if held.right is None:
        return f"{reaction_label(key)}: not measured"
    return f"{reaction_label(key)}: right in {held.short}, {held.checked:,} checked"


def how_right(grid: Grid) -> str:
    """How often each kind of the table was right, as a folded list of sentences."""
    if grid.over != "reaction" or not grid.columns:
        return ""
    items = "".join(f"<li>{escape(_right_in_words(key))}</li>" for key in grid.columns)
    return (
        '<details class="background howright"><summary>How often each kind was right on labelled text</summary>'
        f"<ul>{items}</ul></details>"
    )


def _legend(visit: Visit, grid: Grid) -> str:
    parts = [
        "<span>Each number counts reactions, however many outlets report one, and opens them; the most active "
        "countries come first.</span>"
    ]
    marks = {bound for _, bound in grid.cells.values()}
    if "all" in marks:
        parts.append("<span><em>if</em>: all of them hang on a condition.</span>")
    if "partly" in marks:
        parts.append("<span><em>(if)</em>: each hangs on a condition in one report and not in another.</span>")
    if grid.over == "target":
        parts.append("<span>A reaction towards two countries counts in both columns, and once in “all”.</span>")
        if left := len({key for _, key in grid.cells} - set(grid.columns)):
            parts.append(
                f'<a class="plain" href="{escape(visit.here(rows="all"))}">{left:,} more countries aimed at</a>'
            )
    wide = grid.over == "target" and len(grid.columns) > MOST_TARGETS
    if visit.options.get("rows") == "all" and (wide or len(grid.rows) > MOST_ROWS + 1):
        parts.append(f'<a class="plain" href="{escape(visit.here(rows="usual"))}">Only the most active countries</a>')
    return f'<div class="legend">{"".join(parts)}</div>'


def _open(visit: Visit, grid: Grid, countries: tuple[str, ...], columns: tuple[str, ...]) -> str:
    """A link to the rows of a cell, a row, a column or of all, keeping the other filters."""
    filters = visit.filters.with_values("country", countries).with_values(grid.over, columns)
    if visit.view.key == "reactions":
        return visit.here(filters)
    return visit.links.view("reactions", filters)


def matrix_choices(visit: Visit) -> str:
    """The switch between kinds of reaction and countries aimed at, and the table as a picture."""
    items = []
    for key, label in (("reaction", "By kind of reaction"), ("target", "By country aimed at")):
        here = ' aria-current="true"' if visit.options["by"] == key else ""
        items.append(f'<a id="by-{key}" href="{escape(visit.here(by=key))}"{here}>{label}</a>')
    picture = escape(visit.links.picture(visit.filters, by=visit.options["by"]))
    return (
        '<div class="tools"><span class="choices" role="group" aria-label="Columns">'
        f'{"".join(items)}</span><span class="push"></span>'
        '<span class="pictures">Picture of the table'
        f'<a class="button" data-picture="matrix.png" href="{picture}">PNG</a>'
        f'<a class="button" download="chancery-matrix.svg" href="{picture}">SVG</a></span></div>'
    )
