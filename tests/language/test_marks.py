"""What stands in quotation marks, whatever the marks and whether or not they balance."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.marks import find_all_quotations, find_quotations


def stretches(line: str, **options: bool) -> list[str]:
    """The quoted stretches of a line, marks included."""
    return [line[q.start : q.end] for q in find_quotations(line, **options)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” twice.", ["“no”"]),
        ("He said ''no'' twice.", ["''no''"]),
        ("He said «no» twice.", ["«no»"]),
        ("He said „no“ twice.", ["„no“"]),
        ('He said “no" twice.', ['“no"']),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("A 6-inch pipe, 5'' wide", []),
        ('""', []),
        ("‘We stay,’ he said. ‘It won’t be long.’", ["‘We stay,’", "‘It won’t be long.’"]),
        ("'We stay,' he said.", ["'We stay,'"]),
        ("The ‘old rules’ and the workers' rights, they said.", ["‘old rules’"]),
        ("The workers' rights and the ministers' plan, they said.", []),
        ("He called the plan 'a farce' and left.", ["'a farce'"]),
        ("He said 'the ministers' plan won't work' and left.", ["'the ministers' plan won't work'"]),
        ("Rock 'n' roll and the '90s, he said, won't return.", []),
        ("It was 'never ' said.", []),
        ("‘All Is Well.’", []),
        ("No marks at all.", []),
    ],
)
def test_marks_of_every_kind_pair_up(line: str, expected: list[str]) -> None:
    assert stretches(line) == expected


def test_a_line_may_close_what_the_line_before_opened() -> None:
    assert stretches("and so it ended.” He left.", carried=True) == ["and so it ended.”"]


def test_a_quotation_over_two_lines_is_one_stretch_in_each() -> None:
    found = find_all_quotations([(0, "He said: “We stay."), (19, "“We win.”")])
    assert [(q.start, q.end, q.closes) for q in found[0]] == [(9, 18, False)]
    assert [(q.start, q.end, q.closes) for q in found[19]] == [(19, 28, True)]


def test_a_mark_that_nothing_answers_quotes_nothing() -> None:
    assert find_all_quotations([(0, "“We stay, he said."), (19, "He left.")]) == {0: (), 19: ()}


@given(st.text(alphabet="ab ,.\n\"“”„«»'`—", max_size=80), st.booleans())
def test_no_text_leads_outside_its_line(line: str, carried: bool) -> None:
    found = find_quotations(line, carried=carried)
    assert all(0 <= q.start < q.end <= len(line) for q in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
