"""The matrix of reactions as an SVG picture that stands alone (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from dashboard.queries.labels import country_label, reaction_label
from dashboard.queries.words import CONDITION_SIGNS
from dashboard.vocabulary.reactions import load_reactions

if TYPE_CHECKING:
    import pandas as pd

COLOURS = {"hostile": "#a33a2a", "critical": "#c58a45", "neutral": "#b3a98f", "cooperative": "#1f7a74", "": "#22507a"}
CELL, LEFT, TOP, BELOW = 40, 170, 150, 48


def matrix_svg(frame: pd.DataFrame, *, over: str, title: str, link: str) -> str:
    """The cells of ``reaction_matrix`` as SVG, with its title and the link that it came from."""
    cells = {(c, k): (n, bound) for c, k, n, bound in frame.itertuples(index=False, name=None)}
    columns = _columns({k for _, k in cells}, over)
    rows = sorted({c for c, _ in cells}, key=lambda c: (-sum(n for (d, _), (n, _b) in cells.items() if d == c), c))
    width, height = max(LEFT + CELL * len(columns) + 20, 640), TOP + CELL * len(rows) + BELOW
    most = max((n for n, _ in cells.values()), default=1)
    parts = [*_names(columns, rows, over)]
    for y, country in enumerate(rows):
        for x, key in enumerate(columns):
            if (country, key) in cells:
                parts.append(_cell(x, y, key, cells[country, key], most, over))
    heading = f"Reactions{' · ' + title if title else ''}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="system-ui, Segoe UI, Liberation Sans, sans-serif" font-size="13" fill="#1d1c1a">'
        '<rect width="100%" height="100%" fill="#fbfaf6"/><text x="16" y="28" '
        f'font-size="17" font-family="Georgia, serif">{escape(heading)}</text>'
        f'{"".join(parts)}<text x="16" y="{height - 16}" font-size="11" fill="#5d584f">{escape(link)}</text></svg>'
    )


def _columns(keys: Iterable[str], over: str) -> list[str]:
    held = set(keys)
    return [key for key in load_reactions() if key in held] if over == "reaction" else sorted(held, key=country_label)


def _names(columns: list[str], rows: list[str], over: str) -> Iterable[str]:
    for x, key in enumerate(columns):
        name = reaction_label(key) if over == "reaction" else country_label(key)
        at = LEFT + x * CELL + CELL / 2 + 4
        yield f'<text transform="translate({at} {TOP - 8}) rotate(-60)">{escape(name)}</text>'
    for y, code in enumerate(rows):
        yield f'<text x="16" y="{TOP + y * CELL + 25}">{escape(country_label(code))}</text>'


def _cell(x: int, y: int, key: str, held: tuple[int, str], most: int, over: str) -> str:
    count, bound = held
    group = load_reactions()[key].group if over == "reaction" and key in load_reactions() else ""
    at, down = LEFT + x * CELL, TOP + y * CELL
    strength = 0.2 + 0.34 * count / most
    words = f"{count} {CONDITION_SIGNS[bound]}".rstrip()
    return (
        f'<rect x="{at + 1}" y="{down + 1}" width="{CELL - 2}" height="{CELL - 2}" rx="2" fill="{COLOURS[group]}" '
        f'fill-opacity="{strength:.2f}"/><text x="{at + CELL / 2}" y="{down + 25}" '
        f'text-anchor="middle" font-weight="600">{words}</text>'
    )
