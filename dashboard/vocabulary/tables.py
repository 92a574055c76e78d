"""Reads one word list; a bad row is refused by file and line."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.errors import VocabularyError

FOLDER = Path(__file__).parent
SEPARATOR = ";"
"""Between the values of one cell: "Burma;Kampuchea"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a CSV list: its cells by column name, and where it stands."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several."""
        return tuple(value for part in self.cells[column].split(SEPARATOR) if (value := part.strip()))

    def refuse(self, found: str, allowed: str) -> VocabularyError:
        """The error for this row, to be raised by who finds it wrong."""
        return VocabularyError(f"{self.file}:{self.line}: found {found}; allowed: {allowed}")


def read_csv_table(path: Path, columns: Sequence[str], required: Sequence[str] = ()) -> tuple[Row, ...]:
    """The rows of a CSV list, in order, each with exactly these columns.

    Raises VocabularyError for another header, a row of another length, blanks at a cell's edge, and an empty cell of
    a ``required`` column.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = next(reader, [])
            if header != list(columns):
                raise VocabularyError(f"{path.name}:1: found columns {header}; allowed: {list(columns)}")
            return tuple(_row(path.name, reader.line_num, header, cells, required) for cells in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise VocabularyError(f"{path.name}: found an unreadable list ({error}); allowed: UTF-8 CSV") from error


def _row(file: str, line: int, header: list[str], cells: list[str], required: Sequence[str]) -> Row:
    row = Row(file, line, dict(zip(header, cells, strict=False)))
    if len(cells) != len(header):
        raise row.refuse(f"{len(cells)} cells", f"{len(header)} ({', '.join(header)})")
    for column, value in row.cells.items():
        if value != value.strip():
            raise row.refuse(f"blanks around {column} {value!r}", "none")
        if column in required and not value:
            raise row.refuse(f"an empty {column}", "a value")
    return row


def read_toml_table(path: Path) -> dict[str, Any]:
    """The tables of a TOML list. Raises VocabularyError, with the line, when it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{path.name}: found {error}; allowed: TOML") from error
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path.name}: found an unreadable list ({error}); allowed: UTF-8 TOML") from error
