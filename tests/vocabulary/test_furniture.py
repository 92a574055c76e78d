"""The lines that newsrooms print around their reports: every example, every near-miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.errors import VocabularyError
from dashboard.vocabulary.furniture import Furniture, even_line, line_key, load_furniture

FAMILIES = load_furniture()


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_every_example_is_of_its_family_and_every_near_miss_is_not(family: Furniture) -> None:
    assert family.examples and family.near_misses
    assert [line for line in family.examples if not family.names(line)] == []
    assert [line for line in family.near_misses if family.names(line, sentence=True)] == []


def test_case_blanks_and_marks_at_the_edge_do_not_matter() -> None:
    assert even_line("  *Share  this* ") == even_line("SHARE THIS")
    assert line_key("– Read More") == line_key("read  more")
    assert line_key("read more") != line_key("read less")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[a]\nzone = 'nowhere'", "zone 'nowhere'"),
        ("[a]\nzone = 'nav'\nwords = []", "allowed: a table of"),
        ("a = 1", "found 1"),
    ],
)
def test_a_wrong_family_stops_the_run(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "furniture.toml").write_text(written, encoding="utf-8")
    with pytest.raises(VocabularyError, match=told):
        load_furniture(tmp_path / "furniture.toml")
