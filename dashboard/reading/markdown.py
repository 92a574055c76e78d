"""Markdown with front matter as plain lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: The keys of front matter and of JSON Lines that say something of an article.
HEADER_KEYS = ("title", "outlet", "published", "url", "retells")

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
#: An address in round brackets, which may hold one pair of them: "(https://example.org/Oslo_(city))".
_ADDRESS = r"\((?:[^()\n]|\([^()\n]*\))*\)"
# No part may run over the mark that opens it: a line of such marks would be searched anew from each.
_INLINE = (
    (re.compile(rf"!\[([^\[\]\n]*)\]{_ADDRESS}"), r"\1"),
    (re.compile(rf"\[([^\[\]\n]+)\]{_ADDRESS}"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_QUOTE_MARK = re.compile(r"\s*>\s?")


@dataclass(frozen=True, slots=True)
class Plain:
    """Lines without mark-up, and which of them were headings."""

    text: str
    headings: tuple[str, ...]


def split_front_matter(text: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """What the front matter says, the text behind it, and lines of it that could not be understood.

    Only ``key: value`` lines are read; quotation marks around a value are taken off. A text between two rules that
    holds no such line is no front matter.
    """
    found = _FRONT.match(text)
    if not found:
        return {}, text, ()
    fields: dict[str, str] = {}
    odd: list[str] = []
    for line in found.group(1).splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _KEY.match(line)
        if pair:
            fields[pair.group(1).casefold()] = _unquoted((pair.group(2) or "").strip())
        else:
            odd.append(line.strip())
    if odd and not fields:
        return {}, text, ()
    return fields, text[found.end() :], tuple(odd)


def plain_lines(text: str) -> Plain:
    """The lines of Markdown as a reader sees them, one line for one line."""
    lines, headings = [], []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        words = _inline(heading.group(1) if heading else _QUOTE_MARK.sub("", line))
        if heading:
            headings.append(words)
        lines.append("" if _RULE.match(line) else words)
    return Plain("\n".join(lines), tuple(headings))


def _inline(words: str) -> str:
    for pattern, plain in _INLINE:
        words = pattern.sub(plain, words)
    return words


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value
