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


@pytest.mark.parametrize(
    ("declared", "written", "words"),
    [
        ("latin1", "cp1252", "“no”"),
        ("ISO_8859-1:1987", "cp1252", "“no”"),
        ("Shift_JIS", "cp932", "①「東京」"),
        ("x-sjis", "cp932", "「東京」"),
        ("gb2312", "gb18030", "朱镕基"),
        ("ks_c_5601-1987", "cp949", "똠방각하"),
        ("windows-1251", "cp1251", "Москва"),
    ],
)
def test_a_charset_is_read_as_browsers_read_it(declared: str, written: str, words: str) -> None:
    decoded = decode(f'<meta charset="{declared}"><p>{words}</p>'.encode(written), markup=True)
    assert words in decoded.text
    assert not decoded.replaced


@pytest.mark.parametrize("declared", ["utf-16", "utf-7", "utf-32", "no-such-charset"])
def test_a_page_cannot_declare_what_its_own_bytes_are_not(declared: str) -> None:
    assert "“no”" in decode(f'<meta charset="{declared}"><p>“no”</p>'.encode("cp1252"), markup=True).text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_second_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(f"\ufeff{WORDS}".encode(encoding)).text == WORDS


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
