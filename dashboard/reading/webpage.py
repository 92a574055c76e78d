"""HTML as plain lines with what the page says of itself. Nothing of the page is run, fetched or kept as mark-up."""

from __future__ import annotations

import re
from dataclasses import dataclass

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
import trafilatura

from dashboard.reading.dates import read_published
from dashboard.records import UNKNOWN_WHEN, When

#: Only what the page declares: a day out of running text would be a guess. The last day keeps the clock out.
_DATE_OPTIONS = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_BLANKS = re.compile(r"\s+")
#: Nested deeper than this a page is hostile or broken, and tree walkers run out of stack.
DEEPEST = 400
#: With more elements a page is no article, and the time to read it grows with their square.
MOST_ELEMENTS = 50_000


@dataclass(frozen=True, slots=True)
class Webpage:
    """A page without its mark-up. ``text`` holds title and dek as lines of their own, then the article."""

    text: str
    title: str = ""
    dek: str = ""
    outlet: str = ""
    url: str = ""
    retells: str = ""
    published: When = UNKNOWN_WHEN
    subheads: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


def read_webpage(html: str, url: str = "") -> Webpage | None:
    """The article of a page; None when the page holds none, or is larger or deeper than any article."""
    tree = _parse(html)
    if tree is None:
        return None
    retells, captions = _meta(tree, "retells"), _captions(tree)
    found = trafilatura.bare_extraction(
        tree, url=url or None, with_metadata=True, include_comments=False, date_extraction_params=_DATE_OPTIONS
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        return None
    title, body = _even(found.title or ""), found.text or ""
    dek = _dek(_even(found.description or ""), title, body)
    heads = [line for line in (title, dek) if line and not _has_line(body, line)]
    return Webpage(
        text="\n\n".join([*heads, *(line for line in body.splitlines() if line.strip())]),
        title=title,
        dek=dek,
        outlet=_even(found.sitename or ""),
        url=found.url or "",
        retells=retells,
        published=(read_published(found.date) if found.date else None) or UNKNOWN_WHEN,
        subheads=_headings(found.body, title),
        captions=captions,
    )


def _parse(html: str) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(html.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None
    return None if _is_excessive(tree) else tree


def _is_excessive(tree: lxml.html.HtmlElement) -> bool:
    level, elements = 0, 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        elements += event == "start"
        if level > DEEPEST or elements > MOST_ELEMENTS:
            return True
    return False


def _meta(tree: lxml.html.HtmlElement, name: str) -> str:
    for element in tree.iter("meta"):
        if element.get("name") == name:
            return _even(element.get("content") or "")
    return ""


def _captions(tree: lxml.html.HtmlElement) -> tuple[str, ...]:
    return tuple(words for caption in tree.iter("figcaption") if (words := _even(caption.text_content())))


def _headings(body: lxml.etree._Element | None, title: str) -> tuple[str, ...]:
    if body is None:
        return ()
    heads = (_even("".join(head.itertext())) for head in body.iter("head"))
    return tuple(words for words in heads if words and words != title)


def _dek(description: str, title: str, body: str) -> str:
    """The description where it is a dek: not cut off, and not what the article says anyway."""
    if not description or description.endswith(("...", "…")) or description == title:
        return ""
    words = description.casefold().split()
    if len(words) < 6 or len(words) > 60 or any(mark in description for mark in "|<>{}"):
        return ""
    said = set(body.casefold().split())
    return "" if sum(word in said for word in words) > 0.85 * len(words) else description


def _has_line(body: str, line: str) -> bool:
    return any(_even(other) == line for other in body.splitlines())


def _even(words: str) -> str:
    return _BLANKS.sub(" ", words).strip()
