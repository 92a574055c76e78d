"""The table of pages: address, title, what it lists, and which options it understands. No Streamlit inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SORTS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "outlets": "Most outlets first",
    "relevance": "Best match first",
}
#: How many statements a page opens with, and the steps of "show more".
SHOW = ("20", "60", "200", "1000")

Options = Mapping[str, tuple[str, ...]]
"""Option of a link -> the values it may have, the usual one first; no values: any text."""


@dataclass(frozen=True, slots=True)
class View:
    """One page. ``noun`` names the claims that it lists and its filters narrow; empty for none."""

    key: str
    path: str
    title: str
    about: str
    noun: str = ""
    options: Options = field(default_factory=dict)
    listed: bool = True
    """True where the masthead names it."""


_LIST: dict[str, tuple[str, ...]] = {"sort": tuple(SORTS), "show": SHOW}

VIEWS: tuple[View, ...] = (
    View(
        "briefing", "", "Briefing", "The episode at a glance: figures, days, reactions, disagreements, latest quotes."
    ),
    View(
        "timeline",
        "timeline",
        "Timeline",
        "Merged events over days, a lane for each country.",
        "events",
        {"show": SHOW},
    ),
    View(
        "reactions",
        "reactions",
        "Reactions",
        "Who reacts how: countries by kinds of reaction, from hostile to cooperative.",
        "reactions",
        {**_LIST, "by": ("reaction", "target"), "rows": ("usual", "all")},
    ),
    View("quotes", "quotes", "Quotes", "Who said what, in how many wordings, and where.", "quotes", _LIST),
    View("coverage", "coverage", "Coverage", "What went in, what failed and why, and how right each kind of claim is."),
    View(
        "article",
        "article",
        "Article",
        "One article as it was read, with everything found in it marked.",
        options={"id": (), "span": ()},
        listed=False,
    ),
)
#: Options that every page understands: the corpus version of a pinned link.
COMMON = ("version",)


def view_of(key: str) -> View:
    """The page of that name. Raises KeyError for another word."""
    for view in VIEWS:
        if view.key == key:
            return view
    raise KeyError(key)
