"""One visit of one page: the link read into filters and options, and what of it was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from dashboard.queries.asked import understand
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters, days_in_words, in_words, not_applied
from dashboard.ui.answers import present_corpus
from dashboard.ui.links import Links
from dashboard.ui.views import COMMON, VIEWS, View, view_of

#: Keys that Streamlit itself understands.
_FOREIGN = ("embed", "embed_options")
#: A headline that would begin so lacks what it speaks of: "Quotes with ...", "Reactions since ...".
CLAUSES = ("towards ", "about ", "right in ", "in ", "since ", "until ", "with ")


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page works with. ``options`` holds a value for each option of the view."""

    view: View
    filters: Filters
    options: Mapping[str, str]
    notes: tuple[str, ...]
    corpus: Corpus
    links: Links
    around: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Claim id, or article and start, -> the words before and after evidence in the same paragraph."""

    @property
    def headline(self) -> str:
        """The filters in English, or what the page lists without any."""
        noun = self.view.noun
        said = in_words(self.filters, self.corpus.names, noun=noun)
        if said.startswith(CLAUSES):
            said = f"{noun} {said}"
        elif (days := days_in_words(self.filters)) and said.startswith(days):
            said = f"{noun} of {said}"
        return said[:1].upper() + said[1:] or (f"All {noun}" if noun else self.view.title)

    @property
    def unusual(self) -> dict[str, str]:
        """The options that are not at their usual value."""
        return self._unusual(self.options)

    def _unusual(self, options: Mapping[str, str]) -> dict[str, str]:
        usual = {key: values[0] for key, values in self.view.options.items() if values}
        return {key: value for key, value in options.items() if value and value != usual.get(key)}

    def here(self, filters: Filters | None = None, **options: str) -> str:
        """A link to this page with other filters or options; options at their usual value are left out."""
        asked = self._unusual({**self.options, **options})
        return self.links.view(self.view.key, self.filters if filters is None else filters, **asked)

    def pinned(self, filters: Filters | None = None) -> str:
        """This page with the version of the corpus in the link."""
        return self.here(filters, version=str(self.corpus.version))


def open_visit(key: str) -> Visit:
    """The visit that the link of this run asks for."""
    view, corpus = view_of(key), present_corpus()
    asked = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    return read_visit(view, corpus, asked, base=base_path())


def base_path() -> str:
    """The path under which the dashboard is served, without a slash at its end."""
    return "/" + path if (path := str(st.get_option("server.baseUrlPath") or "").strip("/")) else ""


def read_visit(view: View, corpus: Corpus, pairs: Iterable[tuple[str, str]], base: str = "") -> Visit:
    """A link read for one page (pure): filters, options, and a note for each word of it that is not understood."""
    held = list(pairs)
    filters, notes = understand(corpus, held, also=(*view.options, *COMMON, *_FOREIGN, *_options_elsewhere()))
    options, wrong = _options(view, held)
    notes = (
        *notes,
        *wrong,
        *_passed_over(filters, view),
        *_narrowed(filters, view, corpus),
        *_other_version(options, corpus),
    )
    return Visit(view, filters, options, notes, corpus, Links(base))


def _options(view: View, pairs: Iterable[tuple[str, str]]) -> tuple[dict[str, str], list[str]]:
    asked = dict(pairs)
    options = {key: (values[0] if values else "") for key, values in view.options.items()}
    notes = []
    for key in (*view.options, *COMMON):
        value = asked.get(key, "")[:120]
        allowed = view.options.get(key, ())
        if value and allowed and value not in allowed:
            notes.append(f"{key.capitalize()}: “{value[:40]}” is none of {', '.join(allowed)}; it was not used.")
        elif value:
            options[key] = value
    return options, notes


def _options_elsewhere() -> set[str]:
    """Options of other pages: carried along by hand-made links, and harmless."""
    return {key for view in VIEWS for key in view.options} - {"id", "span"}


def _passed_over(filters: Filters, view: View) -> list[str]:
    if not view.noun:
        return []
    return [
        f"{row.label} does not apply to {view.noun} and was not used here." for row in not_applied(filters, view.noun)
    ]


def _narrowed(filters: Filters, view: View, corpus: Corpus) -> list[str]:
    """What a page without a headline of its own says of the filters that came along, but for days: those it names."""
    said = in_words(filters.without("from", "to"), corpus.names)
    if not said or view.key != "briefing":
        return []
    return [f"Only what is {said}. The name at the top left opens everything again."]


def _other_version(options: Mapping[str, str], corpus: Corpus) -> list[str]:
    pinned = options.get("version", "")
    if not pinned or pinned == str(corpus.version):
        return []
    return [
        f"This link was pinned to version {pinned} of the corpus, which has changed since (now version "
        f"{corpus.version}): counts and rows may differ."
    ]
