"""Every link of the product is made here (pure): to a page, an article, a span, an export, an original."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from dashboard.queries.filters import Filters, to_url
from dashboard.ui.views import view_of

#: A text fragment names the beginning and the end of longer words.
FRAGMENT_WORDS = 6
FORMATS = ("csv", "json")


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links below ``base``, the path under which the dashboard is served ("" or "/press")."""

    base: str = ""

    def view(self, key: str, filters: Filters | None = None, **options: str) -> str:
        """A page with filters and options; options that are empty are left out."""
        return f"{self.base}/{view_of(key).path}{_query(filters, options)}"

    def article(
        self, article_id: str, start: int | None = None, end: int | None = None, filters: Filters | None = None
    ) -> str:
        """An article, opened at a span when one is given."""
        span = f"{start}-{end}" if start is not None and end is not None else ""
        return self.view("article", filters, id=article_id, span=span)

    def speaker(self, person_id: str, filters: Filters | None = None) -> str:
        """The page of one speaker: who they are, when they spoke, about whom, their words."""
        return self.view("quotes", (filters or Filters()).with_values("speaker", [person_id] if person_id else []))

    def event(self, event_id: str, filters: Filters | None = None) -> str:
        """One event on the timeline, with what each outlet told of it."""
        return self.view("timeline", (filters or Filters()).with_values("event", [event_id]))

    def export(self, key: str, form: str, filters: Filters | None = None, **options: str) -> str:
        """The rows of a page as a file."""
        return f"{self.base}/api/{key}.{form}{_query(filters, options)}"

    def picture(self, filters: Filters | None = None, **options: str) -> str:
        """The matrix as an SVG picture."""
        return f"{self.base}/api/matrix.svg{_query(filters, options)}"

    def asset(self, name: str, stamp: str) -> str:
        """A style sheet, script or picture of our own; ``stamp`` changes with its content."""
        return f"{self.base}/assets/{name}?{urlencode({'v': stamp})}"


def original(url: str, words: str = "") -> str:
    """The outlet's own page, opened at the words where the browser can; "" for anything but http and https."""
    address = "".join(url.split())
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.casefold() not in ("http", "https") or not parts.netloc:
        return ""
    plain = address.split("#", 1)[0]
    return f"{plain}#:~:text={_fragment(words)}" if words.strip() else plain


def _fragment(words: str) -> str:
    parts = words.split()
    if len(parts) <= 2 * FRAGMENT_WORDS:
        return _escaped(" ".join(parts))
    return f"{_escaped(' '.join(parts[:FRAGMENT_WORDS]))},{_escaped(' '.join(parts[-FRAGMENT_WORDS:]))}"


def _escaped(words: str) -> str:
    # Minus and comma mean something in a text fragment.
    return re.sub("-", "%2D", quote(words, safe=""))


def _query(filters: Filters | None, options: Mapping[str, str]) -> str:
    pairs = [*to_url(filters or Filters()), *((key, value) for key, value in options.items() if value)]
    return f"?{urlencode(pairs)}" if pairs else ""
