"""Bytes as text: which encoding, and whether anything had to be replaced."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
#: What pages declare by the name of a standard is written in the larger set of a vendor, as browsers read it.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
#: Share of control characters from which bytes are not text.
BINARY_SHARE = 0.02
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"SQLite format 3",
    b"BZh",
    b"7z\xbc\xaf",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read with, and how many characters had to be replaced."""

    text: str
    encoding: str
    replaced: int = 0


def is_binary(data: bytes) -> bool:
    """True when the bytes are no text in any encoding that we read."""
    if data.startswith(_MAGIC):
        return True
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return False
    sample = data[:65_536]
    return b"\0" in data or sum(byte in _CONTROL for byte in sample) > BINARY_SHARE * len(sample)


def decode(data: bytes, *, markup: bool = False) -> Decoded:
    """The text of ``data``, whatever it is: nothing is raised.

    A byte order mark decides; else UTF-8 where the bytes are UTF-8; else the charset that mark-up declares; else
    Windows-1252, with the replacement character for what it does not know.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            # A tool that adds a mark where one stood already leaves a second one.
            text = data.decode(encoding, errors="replace").lstrip("\ufeff")
            return Decoded(text, encoding.removesuffix("-sig"), text.count("\ufffd"))
    for encoding in ("utf-8", *(_declared(data) if markup else ())):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    if _is_mostly_utf8(data):
        text = data.decode("utf-8", errors="replace")
        return Decoded(text, "utf-8", text.count("\ufffd"))
    text = data.decode("cp1252", errors="replace")
    return Decoded(text, "cp1252", text.count("\ufffd"))


def _declared(data: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(data[:4096])
    if not found:
        return ()
    try:
        codec = codecs.lookup(found.group(1).decode("ascii").lower().removeprefix("x-"))
    except (LookupError, ValueError):
        return ()
    # Codecs such as "hex" or "rot13" turn bytes into something that is no text. A declaration that can be read as ASCII
    # is not in UTF-16, and UTF-8 was tried.
    good = codec._is_text_encoding and not codec.name.startswith("utf")
    return (_LARGER.get(codec.name, codec.name),) if good else ()


def _is_mostly_utf8(data: bytes) -> bool:
    """True when UTF-8 fits most of the bytes that are not ASCII."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(character > "\x7f" and character != "\ufffd" for character in text)
    return right > 4 * wrong
