"""Markdown as plain lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.markdown import plain_lines, split_front_matter


def test_front_matter_is_read_and_taken_off() -> None:
    text = "---\ntitle: \"Talks: a \\\"no\\\"\"\noutlet: 'The Valley''s Courier'\n# a comment\nurl:\n---\n# Talks\n"
    fields, body, odd = split_front_matter(text)
    assert fields == {"title": 'Talks: a "no"', "outlet": "The Valley's Courier", "url": ""}
    assert body == "# Talks\n"
    assert odd == ()


def test_a_line_of_front_matter_that_is_no_pair_is_named() -> None:
    assert split_front_matter("---\ntitle: Talks\n- loose\n---\nwords")[2] == ("- loose",)


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    text = "words\n---\ntitle: no\n---\n"
    assert split_front_matter(text) == ({}, text, ())


@pytest.mark.parametrize(
    "text",
    [
        "---\nThey paused...\nThey went on.\n---\nThey left.\n",
        "---\n\nThe talks ended.\n\n---\n\nNobody signed.\n",
        "---\ntitle: never closed\nThey left.\n",
    ],
)
def test_a_text_that_begins_with_a_rule_keeps_all_its_lines(text: str) -> None:
    assert split_front_matter(text) == ({}, text, ())


def test_a_value_may_end_like_the_front_matter() -> None:
    fields, body, _ = split_front_matter("---\ntitle: Talks --- and more ---\noutlet: To be told...\n---\nThey left.\n")
    assert fields == {"title": "Talks --- and more ---", "outlet": "To be told..."}
    assert body == "They left.\n"


@pytest.mark.parametrize("line", ["[" * 200_000, "![" * 100_000, "<http://a" * 20_000, "[a](" * 50_000])
@pytest.mark.timeout(20)
def test_marks_that_are_never_closed_cost_no_time(line: str) -> None:
    assert plain_lines(line).text == line


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Bold** and *soft* and _low_", "Bold and soft and low"),
        ("A [link](https://example.org/a) here", "A link here"),
        ("A [link](https://example.org/Oslo_(city)) here", "A link here"),
        ("![The hall](hall.jpg)", "The hall"),
        ("[![The hall](hall.jpg)](https://example.org/)", "The hall"),
        ("> a quotation", "a quotation"),
        ("`code` and 2 * 3 * 4", "code and 2 * 3 * 4"),
        ("snake_case_words stay", "snake_case_words stay"),
        ("### A heading ##", "A heading"),
        ("* * *", ""),
        (r"1\. not a list", "1. not a list"),
    ],
)
def test_marks_are_taken_off(written: str, shown: str) -> None:
    assert plain_lines(written).text == shown


def test_headings_are_remembered() -> None:
    assert plain_lines("# One\nwords\n## **Two**").headings == ("One", "Two")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_one_line_stays_one_line(text: str) -> None:
    assert len(plain_lines(text).text.split("\n")) == max(len(text.splitlines()), 1)
    split_front_matter(text)
