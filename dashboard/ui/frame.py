"""What every page has: masthead, headline with its count, notes, copy and export (pure HTML makers).

``page`` is the one function here that draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from dashboard.queries.coverage import published_days
from dashboard.queries.filters import FILTERS, Filters
from dashboard.queries.words import say_day, several
from dashboard.ui.links import FORMATS, Links
from dashboard.ui.marks import escape
from dashboard.ui.views import SORTS, VIEWS
from dashboard.ui.visit import Visit

STYLE = Path(__file__).with_name("static") / "chancery.css"


@contextmanager
def page(visit: Visit, panel: str = "", title: str = "") -> Iterator[None]:
    """The frame of one page; the block draws the view inside it.

    ``title`` names the view in tabs, history and bookmarks; the filters in English where it is empty.
    """
    st.set_page_config(page_title=f"{title or visit.headline} · Chancery")
    st.html(STYLE)
    st.html(masthead(visit))
    with st.container(key="layout" if panel else "single"):
        if panel:
            st.html(panel)
        with st.container(key="view"):
            st.html('<div class="view-start" id="view" tabindex="-1"></div>')
            yield
            # The script takes the skeleton away when it sees the end of the view.
            st.html('<div class="view-end"></div>')


def broken_store(why: str) -> None:
    """Draws what a visitor sees when the store cannot be opened: that, and what helps."""
    st.html(STYLE)
    st.html(
        '<header class="masthead"><span class="brand">Chancery</span></header>'
        f'<div class="empty"><h2>The store cannot be opened.</h2><p>{escape(why)}</p>'
        "<p>Whoever runs this dashboard can point it to another store, or ingest the articles again. "
        'Nothing was changed.</p></div><div class="view-end"></div>'
    )


def masthead(visit: Visit) -> str:
    """Brand, page names that carry the filters, search, and the days the corpus reaches."""
    names = []
    for view in VIEWS:
        if view.listed:
            here = ' aria-current="page"' if view.key == visit.view.key else ""
            names.append(
                f'<a id="nav-{view.key}" href="'
                f'{escape(visit.links.view(view.key, visit.filters.without("event")))}"{here}>{view.title}</a>'
            )
    _, last = published_days(visit.corpus)
    as_of = f"as of {say_day(last)}" if last else "no articles yet" if visit.corpus.articles.empty else ""
    return (
        '<a class="skip" href="#view">Skip to the content</a>'
        f'<header class="masthead"><a class="brand" href="{escape(visit.links.view("briefing"))}">Chancery</a>'
        f'<nav aria-label="Pages">{"".join(names)}</nav>{search_form(visit)}<span class="asof">{as_of}</span></header>'
    )


def search_form(visit: Visit) -> str:
    """The search box: words lead to Quotes with the filters that are set, best match first."""
    kept = visit.filters.without("words", "event")
    action = visit.links.view("quotes", kept, sort="relevance")
    return (
        f'<form role="search" method="get" action="{escape(action)}">{hidden_fields(kept, sort="relevance")}'
        '<label class="hidden" for="search">Search what was said</label>'
        '<input id="search" type="search" name="words" placeholder="Search what was '
        f'said" maxlength="200" value="{escape(visit.filters.words)}"></form>'
    )


def hidden_fields(filters: Filters, **options: str) -> str:
    """Filters as hidden fields, for browsers that send a form without our script."""
    pairs = [(row.key, value) for row in FILTERS for value in filters.values(row.key)]
    pairs += [(key, value) for key, value in options.items() if value]
    return "".join(f'<input type="hidden" name="{escape(k)}" value="{escape(v)}" data-kept>' for k, v in pairs)


def headline(
    visit: Visit, *, shown: int, total: int, noun: str = "", title: str = "", files: Filters | None = None
) -> str:
    """The filters in English with "n of N", what was not understood, and the ways to share the view.

    ``files`` are the filters of what is shown, where the link leaves days to the page.
    """
    noun = noun or visit.view.noun
    word = noun if total != 1 else noun.removesuffix("s")
    count = f'<span class="of num" data-count="{shown}"><span class="b">{shown:,}</span> of {total:,} {word}</span>'
    name = f"<h1>{escape(title or visit.headline)}</h1>"
    return f'<div class="headline">{name}{count}{tools(visit, files)}</div>{notes(visit)}'


def notes(visit: Visit) -> str:
    """What of the link was not understood or does not apply."""
    said = "".join(f"<li>{escape(note)}</li>" for note in visit.notes)
    return f'<ul class="notes" role="status">{said}</ul>' if said else ""


def tools(visit: Visit, files: Filters | None = None) -> str:
    """Copy link, pinned link, exports of what is shown."""
    return (
        f'<div class="tools"><a class="button" data-copy="link" id="copy-link" href="{escape(visit.here())}">Copy link'
        f"</a>{pinned(visit)}{exports(visit, files or visit.filters)}</div>"
    )


def pinned(visit: Visit) -> str:
    """The pinned link, and what it does."""
    filters = visit.filters
    return (
        '<details><summary class="button">Pin</summary><div><p>A pinned link names '
        "its days and the version of the corpus "
        f"({visit.corpus.version}), and says so on the page when the corpus has changed since.</p>"
        '<p><a class="button" data-copy="link" href="'
        f'{escape(pinned_link(visit, filters))}">Copy pinned link</a></p></div></details>'
    )


def pinned_link(visit: Visit, filters: Filters) -> str:
    """The view with absolute days, those of the corpus where the link names none, and the corpus version."""
    days = [d for name in ("first_day", "last_day") for d in visit.corpus.events.frame[name] if d]
    days += [d for d in visit.corpus.articles["last_day"] if d]
    if days and visit.view.noun and not filters.until:
        filters = filters.with_values("to", [max(days)])
    return visit.pinned(filters)


def exports(visit: Visit, filters: Filters) -> str:
    """One button for each format."""
    if visit.view.key == "article":
        return ""
    return "".join(
        (
            f'<a class="button" download id="export-{form}" href="'
            f'{escape(visit.links.export(visit.view.key, form, filters))}">{form.upper()}</a>'
        )
        for form in FORMATS
    )


def sorts(visit: Visit) -> str:
    """The orders of a list, the present one marked."""
    held = visit.options["sort"]
    items = []
    for key, label in SORTS.items():
        if key == "relevance" and not visit.filters.words:
            continue
        here = ' aria-current="true"' if key == held else ""
        items.append(f'<a id="sort-{key}" href="{escape(visit.here(sort=key))}"{here}>{label}</a>')
    return (
        f'<div class="tools order"><span class="choices" role="group" aria-label="Order">{"".join(items)}</span></div>'
    )


def empty_state(visit: Visit, what: str, counts: dict[str, int], title: str = "") -> str:
    """Why nothing is shown and which filter to loosen: ``counts`` says how many there would be without each.

    ``title`` names the view; the filters in English where it is empty.
    """
    if not len(visit.corpus.articles):
        return nothing_yet(visit.links)
    ways = []
    for row in FILTERS:
        values = visit.filters.values(row.key)
        found = counts.get(row.key, 0)
        if values and found:
            noun = what if found != 1 else what.removesuffix("s")
            href = escape(visit.here(visit.filters.without(row.key)))
            ways.append(f'<li><a href="{href}">Without the filter “{row.label_for(what)}”</a>: {found:,} {noun}</li>')
    if len(ways) != 1:
        ways.append(f'<li><a href="{escape(visit.here(Filters()))}">Clear all filters</a></li>')
    hint = (
        "<p>Search looks for each word, with other endings too, in what was said; not in the text around it.</p>"
        if visit.filters.words
        else ""
    )
    return (
        f'<div class="empty"><h2>No {what} under these filters.</h2><p>Nothing here is all of this at once: '
        f"{escape(title or visit.headline)}.</p>{hint}<ul>{''.join(ways)}</ul></div>"
    )


def nothing_yet(links: Links) -> str:
    """The page of an empty store: how to fill it."""
    return (
        '<div class="empty"><h2>No articles yet.</h2><p>Add a folder of reports with '
        "<code>python -m dashboard ingest PATH</code>, then open this page again.</p>"
        f'<ul><li><a href="{escape(links.view("coverage"))}">What can be read, and what failed</a></li></ul></div>'
    )


def show_more(visit: Visit, shown: int, total: int) -> str:
    """A link to the next step of the list, when there is more."""
    if shown >= total:
        return ""
    steps = [step for step in visit.view.options.get("show", ()) if int(step) > shown]
    if not steps:
        return (
            f'<p class="more quiet">The first {shown:,} of {total:,} are shown; the files above hold all of them.</p>'
        )
    step = min(int(steps[0]), total)
    return (
        f'<p class="more"><a id="more" href="{escape(visit.here(show=steps[0]))}">Show '
        f'{several(step - shown, "more", "more")}</a> <span class="quiet">of {total - shown:,} left</span></p>'
    )
