"""Bytes as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.encoding import decode, is_binary

WORDS = "Señor Ångström said “no” – again"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_encoding_that_is_allowed_gives_the_same_words(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding))
    assert decoded.text == WORDS
    assert not decoded.replaced


def test_a_page_may_declare_its_charset() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert "Łódź" in decode(page.encode("iso-8859-2"), markup=True).text


def test_a_declared_codec_that_is_no_charset_is_not_used() -> None:
    assert "caf" in decode(b'<meta charset="hex"><p>caf\xe9</p>', markup=True).text


def test_what_no_encoding_knows_is_replaced_and_counted() -> None:
    decoded = decode(b"words \x81\x8d words")
    assert decoded.replaced == 2
    assert decoded.text == "words \ufffd\ufffd words"


def test_one_broken_byte_does_not_make_utf8_windows() -> None:
    decoded = decode(WORDS.encode() * 5 + b"\xff")
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04", b"\x00\x01\x02 words", bytes(range(32)) * 4])
def test_bytes_that_are_no_text_are_binary(data: bytes) -> None:
    assert is_binary(data)


def test_text_is_not_binary() -> None:
    assert not is_binary(WORDS.encode("utf-16"))
    assert not is_binary(b"plain words\twith tabs\r\n")


@settings(deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_nothing_is_raised_for_any_bytes(data: bytes, markup: bool) -> None:
    assert isinstance(decode(data, markup=markup).text, str)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_utf8_is_read_as_it_was_written(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        assert decode(data).text == data.decode()
