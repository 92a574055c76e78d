"""A saved RSS or Atom file as pages, one for each entry. Nothing is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import feedparser

from dashboard.reading.encoding import decode
from dashboard.records import Page

_PROLOGUE = r"\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)\s*)*+"
_FEED = re.compile(_PROLOGUE + r"<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]", re.IGNORECASE | re.DOTALL)
_END = re.compile(r"</(?:rss|(?:\w+:)?feed|rdf:RDF)\s*>", re.IGNORECASE)


def is_feed(data: bytes) -> bool:
    """True when the first element of the bytes is that of RSS or Atom."""
    return _FEED.match(decode(data, markup=True).text) is not None


def is_torn(data: bytes) -> bool:
    """True when a feed breaks off before its last element ends."""
    return _END.search(decode(data, markup=True).text) is None


def read_feed(location: str, data: bytes) -> Iterator[Page]:
    """The entries that carry a text of their own, as pages of HTML."""
    # The library would open a file or an address given as text; bytes it only parses.
    feed = feedparser.parse(data)
    outlet, home = _plain(feed.feed.get("title", "")), feed.feed.get("link", "")
    for number, entry in enumerate(feed.entries, 1):
        content = _content(entry)
        if content:
            title = _plain(entry.get("title", ""))
            fields = {
                "format": "html",
                "title": title,
                "outlet": outlet,
                "published": entry.get("published") or entry.get("updated") or "",
                "url": _joined(home, entry.get("link", "")),
            }
            page = f"<html><body><article><h1>{html.escape(title)}</h1>{content}</article></body></html>"
            kept = {key: value for key, value in fields.items() if value}
            yield Page(f"{location}:{number}", page.encode(), kept.get("url", ""), kept)


def _content(entry: Any) -> str:
    """The longest text of an entry, as HTML."""
    texts = [part.get("value", "") for part in entry.get("content", ())]
    return str(max([*texts, entry.get("summary", "")], key=len))


def _joined(home: str, link: str) -> str:
    """The address of a link that may be told from the feed's home page on."""
    try:
        return urljoin(home, link) if link else ""
    except ValueError:
        return link


def _plain(words: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", words)).split())
