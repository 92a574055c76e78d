"""A word list is read whole or refused by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import read_csv_table, read_toml_table


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_come_in_order_with_their_lines(tmp_path: Path) -> None:
    rows = read_csv_table(written(tmp_path, "name,aliases\nPeru,\nBurma,Myanmar; Birma\n"), ("name", "aliases"))
    assert [(row["name"], row.many("aliases"), row.line) for row in rows] == [
        ("Peru", (), 2),
        ("Burma", ("Myanmar", "Birma"), 3),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\nPeru\n", r"list.csv:1: found columns \['name'\]"),
        ("", r"list.csv:1: found columns \[\]"),
        ("name,aliases\nPeru\n", "list.csv:2: found 1 cells; allowed: 2"),
        ("name,aliases\nPeru,\n,Lima\n", "list.csv:3: found an empty name"),
        ("name,aliases\nPeru ,\n", "list.csv:2: found blanks around name"),
        ('name,aliases\n"Peru,\n', "list.csv: found an unreadable list"),
    ],
)
def test_a_bad_list_is_refused_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        read_csv_table(written(tmp_path, text), ("name", "aliases"), required=("name",))


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"none\.csv"):
        read_csv_table(tmp_path / "none.csv", ("name",))


def test_toml_is_read_and_broken_toml_refused(tmp_path: Path) -> None:
    assert read_toml_table(written(tmp_path, 'one = ["a"]\n', "good.toml")) == {"one": ["a"]}
    with pytest.raises(VocabularyError, match=r"bad\.toml: found .*line 1"):
        read_toml_table(written(tmp_path, "one == 1\n", "bad.toml"))
