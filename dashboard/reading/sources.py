"""Files and folders as pages: the only place where Chancery touches the disk for articles.

A page is bytes with what its carrier says of them; whatever cannot be a page is a Problem, and the rest goes on.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, cast

from dashboard.errors import SourceError
from dashboard.reading.encoding import decode, is_binary
from dashboard.reading.feeds import is_feed, is_torn, read_feed
from dashboard.reading.markdown import HEADER_KEYS
from dashboard.records import Page, Problem

#: Ending of a file name to the format of its pages.
FORMATS: Mapping[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
}
#: The most bytes of one article, unpacked.
MOST_BYTES = 5_000_000
_BLOCK_BYTES = 1_000_000
#: Where articles may be piped in.
STDIN = "-"
#: Files that stand beside articles in a folder and are none.
BESIDE = ("readme", "license", "licence", "copying", "notice", "changelog")
#: Fields of a line of JSON Lines.
JSON_FIELDS = (*HEADER_KEYS, "text", "html")

_ALLOWED_FILES = ", ".join(sorted(FORMATS)) + ", each also with .gz"
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f]")
_SIZE = f"at most {MOST_BYTES // 1_000_000} MB an article"
_JSON_LINE = f"one JSON object a line with text or html, and any of {', '.join(HEADER_KEYS)}, all strings"


def find_pages(location: str) -> Iterator[Page | Problem]:
    """The pages at a path: a file, a folder with all below it, or "-" for the standard input as JSON Lines.

    Raises SourceError when there is nothing at that path.
    """
    if location == STDIN:
        yield from _json_lines("standard input", sys.stdin.buffer)
        return
    path = Path(location)
    if stat.S_ISDIR(require_place(location)):
        for file in _files(path):
            yield from _file_pages(file, _shown(file.relative_to(path.parent).as_posix()))
    else:
        yield from _file_pages(path, _shown(location))


def require_place(location: str) -> int:
    """The mode of what lies at a path; 0 for the standard input. Raises SourceError when there is nothing."""
    try:
        return 0 if location == STDIN else os.stat(location).st_mode
    except OSError as error:
        found = f"nothing that can be read ({error.strerror})"
        raise SourceError(f"{_shown(location)}: found {found}; allowed: a file or a folder") from error


def count_pages(location: str) -> int:
    """About how many pages there are at a path, for a progress bar: files, and lines of JSON Lines; 0 when unknown."""
    path = Path(location)
    files = _files(path) if os.path.isdir(path) else iter((path,))
    return 0 if location == STDIN else sum(_count(file) for file in files)


def _shown(location: str) -> str:
    """A path as text for the store and the screen: what is no character, or would break a line, is replaced."""
    return _UNSHOWN.sub("\ufffd", os.fsencode(location).decode("utf-8", "replace"))


def _ending(name: str) -> str:
    return Path(name.casefold().removesuffix(".gz")).suffix


def _count(path: Path) -> int:
    if FORMATS.get(_ending(path.name)) != "jsonl":
        return 1
    try:
        # By blocks, since a line may be of any length.
        with _opened(path) as data:
            return sum(block.count(b"\n") for block in iter(lambda: data.read(_BLOCK_BYTES), b""))
    except (OSError, EOFError, zlib.error):
        return 1


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and those below, in the order of their names; hidden ones left out."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not os.path.isdir(path):
            yield path
        elif path == folder or not path.is_symlink():  # a link may lead back up, and the walk would never end
            try:
                entries = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
            except OSError:
                yield path  # the caller reports it
            else:
                waiting += [entry for entry in entries if not _is_beside(entry.name)]


def _is_beside(name: str) -> bool:
    return name.startswith(".") or name.casefold().split(".")[0] in BESIDE


def _file_pages(path: Path, shown: str) -> Iterator[Page | Problem]:
    ending = _ending(shown)
    form = FORMATS.get(ending)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield Problem(shown, "a folder that cannot be listed", "a folder that may be read", "unreadable")
        elif not stat.S_ISREG(mode):
            yield Problem(shown, "no ordinary file", "files and folders", "unreadable")
        elif form is None:
            yield Problem(shown, f"a file named {ending or 'without ending'}", _ALLOWED_FILES, "unreadable")
        else:
            with _opened(path) as data:
                yield from _json_lines(shown, data) if form == "jsonl" else _whole(shown, data, form)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        yield Problem(shown, f"cannot be read: {reason}", "a readable file, whole if it is packed", "unreadable")


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    return cast(BinaryIO, gzip.open(path, "rb")) if packed else path.open("rb")


def _whole(shown: str, data: BinaryIO, form: str) -> Iterator[Page | Problem]:
    # One byte more than allowed says that there is too much, however well it was packed.
    content = data.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        yield Problem(shown, f"more than {MOST_BYTES // 1_000_000} MB", _SIZE, "size")
    elif problem := _no_text(shown, content):
        yield problem
    elif form == "feed" or (form == "html" and is_feed(content)):
        yield from _feed(shown, content)
    else:
        yield Page(shown, content, fields={"format": form})


def _no_text(shown: str, content: bytes) -> Problem | None:
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf\xfe\xff"):
        return Problem(shown, "nothing", "text", "empty")
    if is_binary(content):
        return Problem(shown, "bytes that are no text", "text in UTF-8, Windows-1252 or marked UTF-16", "binary")
    return None


def _feed(shown: str, content: bytes) -> Iterator[Page | Problem]:
    if not is_feed(content):
        yield Problem(shown, "XML that is no feed", "RSS or Atom", "unreadable")
        return
    pages = list(read_feed(shown, content))
    yield from pages
    if is_torn(content):
        yield Problem(shown, "a feed that breaks off; what stands before was read", "a whole feed", "unreadable")
    elif not pages:
        yield Problem(shown, "a feed without a text", "RSS or Atom with the entries' texts", "empty")


def _json_lines(shown: str, data: BinaryIO) -> Iterator[Page | Problem]:
    number, lines = 0, 0
    while line := data.readline(MOST_BYTES + 1):
        number += 1
        where = f"{shown}:{number}"
        if len(line) > MOST_BYTES:
            while line and not line.endswith(b"\n"):
                line = data.readline(MOST_BYTES)
            yield Problem(where, f"more than {MOST_BYTES // 1_000_000} MB", _SIZE, "size")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _json_page(where, line)
        else:
            continue
        lines += 1
    if not lines:
        yield Problem(shown, "nothing", _JSON_LINE, "empty")


def _json_page(where: str, line: bytes) -> Page | Problem:
    if is_binary(line):
        return Problem(where, "bytes that are no text", _JSON_LINE, "binary")
    try:
        found = json.loads(decode(line).text)
    except (ValueError, RecursionError) as error:
        return Problem(where, f"no JSON ({error})", _JSON_LINE, "unreadable")
    if not isinstance(found, dict):
        return Problem(where, f"JSON of another kind ({type(found).__name__})", _JSON_LINE, "field")
    wrong = [key for key in JSON_FIELDS if found.get(key) is not None and not isinstance(found[key], str)]
    if wrong:
        return Problem(where, f"no string in {', '.join(wrong)}", _JSON_LINE, "field")
    form = "html" if (found.get("html") or "").strip() else "text"
    content = found.get(form) or ""
    if not content.strip():
        return Problem(where, "neither text nor html", _JSON_LINE, "empty")
    fields = {key: found[key].strip() for key in HEADER_KEYS if found.get(key)}
    data = content.encode("utf-8", "replace")
    return Page(where, data, fields.get("url", ""), {"format": form, **fields})
