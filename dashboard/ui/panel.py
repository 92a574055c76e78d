"""The filters at the left: every choice is a link with its count under the other filters (pure HTML makers)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.queries.facets import facet_counts, window_facet
from dashboard.queries.filters import KEYS, by_key, country_label
from dashboard.queries.quotes import speakers
from dashboard.queries.rows import each
from dashboard.queries.timeline import Window
from dashboard.ui.answers import ask
from dashboard.ui.evidence import role_of
from dashboard.ui.frame import hidden_fields
from dashboard.ui.marks import escape
from dashboard.ui.visit import Visit

#: Choices shown before "more".
FIRST = 7
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


def filter_panel(visit: Visit, keys: Iterable[str], window: Window | None = None) -> str:
    """The panel of one page with these filters, in this order; "days" is the pair of dates.

    With a window of the timeline the counts are those of its days.
    """
    blocks = "".join(
        _days(visit) if key == "days" else _facet(visit, key, _choices(visit, key, window))
        for key in (*keys, *(key for key in CERTAINTY if visit.view.noun in by_key(key).applies))
    )
    clear = (
        f'<a class="clear" id="clear-filters" href="{escape(visit.here(type(visit.filters)()))}">Clear all filters</a>'
        if visit.filters
        else ""
    )
    held = sum(len(visit.filters.values(key)) for key in KEYS)
    label = f"Filters ({held})" if held else "Filters"
    return (
        '<aside class="panel" aria-label="Filters"><input type="checkbox" class="opener-box" id="filters-open">'
        f'<label class="opener button" for="filters-open">{label}</label><div '
        f'class="facets">{blocks}{clear}</div></aside>'
    )


def _choices(visit: Visit, key: str, window: Window | None) -> list[Choice]:
    if key == "speaker" and visit.view.noun == "quotes":
        frame = ask(speakers, visit.corpus, visit.filters)
        return [
            Choice(
                s.value,
                s.name,
                s.count,
                s.chosen,
                ", ".join(filter(None, (role_of(s.role, s.name), country_label(s.country) if s.country else ""))),
            )
            for s in each(frame)
        ]
    if window:
        frame = ask(window_facet, visit.corpus, visit.filters.without("event"), window, key=key)
    else:
        frame = ask(facet_counts, visit.corpus, visit.filters, noun=visit.view.noun, key=key)
    return [Choice(f.value, f.name, f.count, f.chosen) for f in each(frame)]


def _facet(visit: Visit, key: str, choices: list[Choice]) -> str:
    if not choices:
        return ""
    items = [_item(visit, key, choice, index) for index, choice in enumerate(choices)]
    # Choices without a hit are greyed and folded, never gone.
    hits = sum(1 for choice in choices if choice.count or choice.chosen)
    most = min(max(FIRST, sum(choice.chosen for choice in choices)), hits)
    rest = items[most:]
    left = f"{len(rest):,} more" if most < hits else f"{len(rest):,} without a hit"
    more = f"<details><summary>{left}</summary><ul>{''.join(rest)}</ul></details>" if rest else ""
    label = escape(by_key(key).label_for(visit.view.noun))
    return (
        f'<section class="facet" aria-label="{label}"><h2>{label}</h2><ul>{"".join(items[:most])}</ul>{more}</section>'
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


def _days(visit: Visit) -> str:
    filters = visit.filters
    kept = filters.without("from", "to")
    usual = {key: values[0] for key, values in visit.view.options.items() if values}
    options = {k: v for k, v in visit.options.items() if v != usual.get(k)}
    fields = "".join(
        (
            f'<label for="day-{key}">{by_key(key).label}<input type="date" id="day-{key}" '
            f'name="{key}" value="{"".join(filters.values(key))}"></label>'
        )
        for key in ("from", "to")
    )
    return (
        '<section class="facet" aria-label="Days"><h2>Days</h2><form class="days" '
        f'method="get" action="{escape(visit.here(kept))}">'
        f'{hidden_fields(kept, **options)}{fields}<button class="hidden" tabindex="-1">Apply</button></form></section>'
    )
