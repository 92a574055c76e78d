"""A page as an article: text fixed for good, lines labelled, an id made from the content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dashboard import __version__
from dashboard.reading.dates import DAY_FORMS, read_published
from dashboard.reading.encoding import Decoded, decode
from dashboard.reading.english import ENGLISH_SHARE, english_share
from dashboard.reading.markdown import HEADER_KEYS, plain_lines, split_front_matter
from dashboard.reading.webpage import DEEPEST, MOST_ELEMENTS, read_webpage
from dashboard.reading.zones import label_lines, label_repeated
from dashboard.records import READ_ZONES, UNKNOWN_WHEN, Article, Page, Problem, When
from dashboard.vocabulary.outlets import find_outlet

#: The most characters of one article's text.
MOST_CHARACTERS = 1_000_000
#: The most line ends of one article: each line is parsed on its own, and a page of nothing else would fill the memory.
MOST_LINES = 20_000

#: Fewer words are no article.
FEWEST_WORDS = 5

_RUNNING_TEXT = f"running text; in a page of at most {MOST_ELEMENTS:,} elements, {DEEPEST} deep"
#: What no line of a header holds: blanks of every kind, control characters, halves of characters.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a page was found to hold, before it is an article."""

    text: str
    fields: Mapping[str, str]
    published: When = UNKNOWN_WHEN
    dek: str = ""
    subheads: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    extracted: bool = False


def read_article(page: Page) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a page, or None, and what was wrong with it. Nothing is raised for any bytes."""
    form = page.fields.get("format", "text")
    decoded = decode(page.data, markup=form == "html")
    problems: list[Problem] = []
    if decoded.replaced:
        problems.append(_encoding_problem(page, decoded))
    draft = _DRAFTS[form](page, decoded.text, problems)
    if draft is None or not draft.text.strip():
        return None, (*problems, Problem(page.location, "no article", _RUNNING_TEXT, "empty"))
    if refused := _refused(page, draft):
        return None, (*problems, refused)
    article = _article(page, draft, problems)
    if not any(zone.name in READ_ZONES for zone in article.zones):
        problems.append(Problem(page.location, "no running text", "a text with sentences", "empty"))
        return None, tuple(problems)
    return article, tuple(problems)


def relabel(article: Article, repeated: Callable[[str], bool]) -> Article:
    """The article with its lines labelled again, now that it is known which lines the outlet repeats."""
    zones = label_repeated(article.text, article.zones, repeated)
    return article if zones == article.zones else replace(article, zones=zones)


def article_id(article: Article) -> str:
    """The id: a hash of the text and of what the header says, wherever it was read from."""
    published = article.published
    header = (article.title, article.outlet, article.url, article.retells, str(published.first), str(published.last))
    return hashlib.sha256("\0".join((article.text, *header)).encode("utf-8", "replace")).hexdigest()[:16]


def page_key(page: Page, *beside: str) -> str:
    """A hash of a page, its place and what it is read with: an equal key gives an equal article."""
    made = hashlib.sha256(repr((__version__, page.location, page.url, sorted(page.fields.items()), beside)).encode())
    made.update(page.data)
    return made.hexdigest()[:32]


def _lines_of(article: Article, name: str) -> tuple[str, ...]:
    return tuple(article.text[zone.start : zone.end] for zone in article.zones if zone.name == name)


def _article(page: Page, draft: Draft, problems: list[Problem]) -> Article:
    fields = draft.fields
    url = _safe_url(page, fields.get("url", ""), problems)
    published = _published(page, fields.get("published", ""), problems) or draft.published
    title = _line(fields.get("title", ""))
    article = Article(
        id="",
        text=draft.text,
        zones=label_lines(
            draft.text,
            title=title,
            dek=draft.dek,
            subheads=draft.subheads,
            captions=draft.captions,
            extracted=draft.extracted,
        ),
        title=title,
        outlet=find_outlet(_line(fields.get("outlet", "")), url),
        url=url,
        location=page.location,
        published=published,
        retells=_line(fields.get("retells", "")),
    )
    if not title:
        article = replace(article, title=next(iter(_lines_of(article, "headline")), ""))
    return replace(article, id=article_id(article))


def _refused(page: Page, draft: Draft) -> Problem | None:
    if len(draft.text) > MOST_CHARACTERS:
        found, allowed = f"{len(draft.text):,} characters", f"at most {MOST_CHARACTERS:,} an article"
        return Problem(page.location, found, allowed, "size")
    if (lines := draft.text.count("\n")) > MOST_LINES:
        return Problem(page.location, f"{lines:,} lines", f"at most {MOST_LINES:,} an article", "size")
    if "\0" in draft.text:
        return Problem(page.location, "characters that are no text", "text", "binary")
    if len(_WORD.findall(draft.text)) < FEWEST_WORDS:
        return Problem(page.location, "hardly a word", f"a text of {FEWEST_WORDS} words or more", "empty")
    share = english_share(draft.text)
    if share < ENGLISH_SHARE:
        found = f"a text that is not English ({share:.0%} of its words are small English words)"
        return Problem(page.location, found, f"English ({ENGLISH_SHARE:.0%} or more)", "language")
    return None


def _encoding_problem(page: Page, decoded: Decoded) -> Problem:
    found = f"{decoded.replaced} characters that {decoded.encoding} cannot read; the rest was read"
    return Problem(
        page.location, found, "UTF-8, UTF-16, Windows-1252 or the charset that the page declares", "encoding"
    )


def _published(page: Page, words: str, problems: list[Problem]) -> When | None:
    if not words.strip():
        return None
    published = read_published(words)
    if published is None:
        found = f"published {words[:80]!r}; the article was read without it"
        problems.append(Problem(page.location, found, DAY_FORMS, "field"))
    return published


def _safe_url(page: Page, url: str, problems: list[Problem]) -> str:
    """``url`` where it is an http or https address, else nothing."""
    url = _line(url)
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if url and not good:
        found = f"url {url[:80]!r}; the article was read without it"
        problems.append(Problem(page.location, found, "an http or https address", "field"))
    return url if good else ""


def _line(words: str) -> str:
    return _BLANKS.sub(" ", words).strip()


# Formats


def _from_text(page: Page, text: str, _problems: list[Problem]) -> Draft:
    return Draft(text, page.fields)


def _from_markdown(page: Page, text: str, problems: list[Problem]) -> Draft:
    header, body, odd = split_front_matter(text)
    for line in odd:
        problems.append(Problem(page.location, f"front matter {line[:80]!r}; left out", "key: value", "field"))
    plain = plain_lines(body)
    fields = {key: header[key] for key in HEADER_KEYS if key in header}
    if not fields.get("title") and plain.headings:
        fields["title"] = plain.headings[0]
    title = _line(fields.get("title", ""))
    return Draft(plain.text, fields, subheads=tuple(head for head in plain.headings if head != title))


def _from_html(page: Page, text: str, _problems: list[Problem]) -> Draft | None:
    found = read_webpage(text, page.url)
    if found is None:
        return None
    said = {"title": found.title, "outlet": found.outlet, "url": found.url, "retells": found.retells}
    # What the carrier says of a page goes before what the page says of itself.
    fields = {key: page.fields.get(key) or said.get(key, "") for key in HEADER_KEYS}
    return Draft(found.text, fields, found.published, found.dek, found.subheads, found.captions, extracted=True)


_DRAFTS: Mapping[str, Callable[[Page, str, list[Problem]], Draft | None]] = {
    "text": _from_text,
    "markdown": _from_markdown,
    "html": _from_html,
}
