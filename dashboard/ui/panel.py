"""The filters at the left: every choice is a link with its count under the other filters (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.queries.asked import BY_NAME
from dashboard.queries.facets import facet_counts, window_facet
from dashboard.queries.filters import KEYS, by_key
from dashboard.queries.labels import country_label
from dashboard.queries.quotes import speakers
from dashboard.queries.rows import each
from dashboard.queries.timeline import Window
from dashboard.ui.answers import ask
from dashboard.ui.evidence import role_of
from dashboard.ui.frame import hidden_fields
from dashboard.ui.marks import escape
from dashboard.ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

#: Choices shown before "more", and at the most: the others are found by name.
FIRST, MOST = 7, 100
#: More choices with a hit than this have a box to find one by name.
LONG = 20
#: Filters that end every panel to which they apply.
CERTAINTY = ("identity", "sure")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, as the panel lists it."""

    value: str
    name: str
    count: int
    chosen: bool
    below: str = ""


def filter_panel(visit: Visit, keys: Iterable[str], window: Window | None = None, *, near: Collection[str] = ()) -> str:
    """The panel of one page with these filters, in this order; "days" is the pair of dates.

    With a window of the timeline the counts are those of its days. Filters that are ``near`` stay in reach where a
    narrow screen folds the others.
    """
    blocks = "".join(
        _days(visit, key in near) if key == "days" else _facet(visit, key, _found(visit, key, window), key in near)
        for key in (*keys, *(key for key in CERTAINTY if visit.view.noun in by_key(key).applies))
    )
    clear = (
        f'<a class="clear" id="clear-filters" href="{escape(visit.here(type(visit.filters)()))}">Clear all filters</a>'
        if visit.filters
        else ""
    )
    held = sum(len(visit.filters.values(key)) for key in KEYS)
    label = f"All filters ({held})" if held else "All filters"
    return (
        '<aside class="panel" aria-label="Filters"><input type="checkbox" class="opener-box" id="filters-open">'
        f'<label class="opener button" for="filters-open">{label}</label><div '
        f'class="facets">{blocks}{clear}</div></aside>'
    )


def _found(visit: Visit, key: str, window: Window | None) -> pd.DataFrame:
    """The values of a filter with their counts, chosen ones first, then the most frequent."""
    if key == "speaker" and visit.view.noun == "quotes":
        return ask(speakers, visit.corpus, visit.filters)
    if window:
        return ask(window_facet, visit.corpus, visit.filters.without("event"), window, key=key)
    return ask(facet_counts, visit.corpus, visit.filters, noun=visit.view.noun, key=key)


def _choices(frame: pd.DataFrame) -> list[Choice]:
    return [Choice(row.value, row.name, row.count, row.chosen, _below(row)) for row in each(frame.head(MOST))]


def _below(row: Any) -> str:
    """Role and country of a speaker; nothing for other values."""
    if not hasattr(row, "role"):
        return ""
    return ", ".join(filter(None, (role_of(row.role, row.name), country_label(row.country) if row.country else "")))


def _facet(visit: Visit, key: str, frame: pd.DataFrame, near: bool) -> str:
    # A single value narrows nothing.
    if frame.empty or (len(frame) == 1 and not frame["chosen"].iloc[0]):
        return ""
    choices = _choices(frame)
    items = [_item(visit, key, choice, index) for index, choice in enumerate(choices)]
    # Choices without a hit are greyed and folded, never gone; of very many the box finds those that are not listed.
    hits = int(((frame["count"] > 0) | frame["chosen"]).sum())
    most = min(max(FIRST, sum(choice.chosen for choice in choices)), hits, MOST)
    find = _find(visit, key) if key in BY_NAME and hits > LONG else ""
    more = _more(len(frame), hits, most, items[most:], named=bool(find))
    label = escape(by_key(key).label_for(visit.view.noun))
    kind = "facet near" if near else "facet"
    return (
        f'<section class="{kind}" aria-label="{label}"><h2>{label}</h2><ul>{"".join(items[:most])}</ul>{find}{more}'
        "</section>"
    )


def _more(total: int, hits: int, shown: int, rest: list[str], *, named: bool) -> str:
    """The choices that are folded, under how many they are; and how many are not even there, but ``named`` in a box."""
    if not rest:
        return ""
    told = (f"{hits - shown:,} more" if hits > shown else "", f"{total - hits:,} without a hit" if total > hits else "")
    left = total - shown - len(rest)
    note = f'<p class="small quiet">{left:,} more are found by name.</p>' if left and named else ""
    return f"<details><summary>{', '.join(filter(None, told))}</summary><ul>{''.join(rest)}</ul>{note}</details>"


def _find(visit: Visit, key: str) -> str:
    """A box that sets a filter to the values with the name typed there."""
    kept = visit.filters.without(key)
    label = by_key(key).label_for(visit.view.noun)
    return (
        f'<form class="find" method="get" action="{escape(visit.here(kept))}">{hidden_fields(kept, **visit.unusual)}'
        # The sanitizer of the page lets no field be called "target".
        f'<input type="search" data-name="{key}" id="find-{key}" placeholder="Find by name" maxlength="60" '
        f'aria-label="{escape(label)}, by name"></form>'
    )


def _item(visit: Visit, key: str, choice: Choice, index: int) -> str:
    kind = "on" if choice.chosen else "none" if not choice.count else ""
    href = visit.here(visit.filters.toggle(key, choice.value))
    below = f"<small>{escape(choice.below)}</small>" if choice.below else ""
    pressed = ' aria-current="true"' if choice.chosen else ""
    return (
        f'<li class="{kind}"><a id="f-{key}-{index}" data-value="'
        f'{escape(choice.value)}" href="{escape(href)}"{pressed}>'
        f'<span class="name">{escape(choice.name or "Unknown")}{below}</span><span '
        f'class="n">{choice.count:,}</span></a></li>'
    )


def _days(visit: Visit, near: bool) -> str:
    filters = visit.filters
    kept = filters.without("from", "to")
    fields = "".join(
        (
            f'<label for="day-{key}">{by_key(key).label}<input type="date" id="day-{key}" '
            f'name="{key}" value="{"".join(filters.values(key))}"></label>'
        )
        for key in ("from", "to")
    )
    return (
        f'<section class="facet{" near" if near else ""}" aria-label="Days"><h2>Days</h2><form class="days" '
        f'method="get" action="{escape(visit.here(kept))}">{hidden_fields(kept, **visit.unusual)}{fields}'
        '<button class="hidden" tabindex="-1">Apply</button></form></section>'
    )
