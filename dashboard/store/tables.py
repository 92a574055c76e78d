"""Rows as files: CSV, JSON Lines or Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

#: Between the values of a CSV cell that holds several.
SEPARATOR = "|"
#: A spreadsheet runs a cell that begins so; an apostrophe before it makes it words.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str, out: BinaryIO) -> int:
    """How many rows were written to ``out`` in one of ``FORMATS``, under these columns.

    A cell that holds several values is a list in JSON Lines and Parquet, and its values joined by ``|`` in CSV. None is
    null, and an empty cell in CSV.
    """
    held = [[plain_cell(cell) for cell in row] for row in rows]
    FORMATS[form](columns, held, out)
    return len(held)


def _write_csv(columns: Sequence[str], rows: list[list[Any]], out: BinaryIO) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    out.write(text.getvalue().encode("utf-8", "replace"))


def _write_jsonl(columns: Sequence[str], rows: list[list[Any]], out: BinaryIO) -> None:
    for row in rows:
        out.write(
            json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        )


def _write_parquet(columns: Sequence[str], rows: list[list[Any]], out: BinaryIO) -> None:
    arrays = [_array([row[index] for row in rows]) for index in range(len(columns))]
    pq.write_table(pa.table(arrays, names=list(columns)), out)


def _array(cells: list[Any]) -> Any:
    # A column without any value has no type of its own, and readers of Parquet want one.
    if not any(cell is not None for cell in cells):
        return pa.array(cells, pa.string())
    if any(isinstance(cell, list) for cell in cells):
        return pa.array(
            [None if cell is None else [_words(one) for one in cell] for cell in cells], pa.list_(pa.string())
        )
    return pa.array(cells)


def plain_cell(cell: Any) -> Any:
    """A cell as JSON knows it: words, number, true or false, null, or a list of them. What is no number is null."""
    if isinstance(cell, list | tuple):
        return [plain_cell(one) for one in cell]
    if isinstance(cell, float) and cell != cell:
        return None
    if cell is None or isinstance(cell, str | bool | int | float):
        return cell
    # Numbers of numpy come as objects of their own.
    return cell.item() if hasattr(cell, "item") else str(cell)


def _cell(cell: Any) -> str:
    if cell is None:
        return ""
    words = SEPARATOR.join(_words(one) for one in cell) if isinstance(cell, list) else str(cell)
    return f"'{words}" if isinstance(cell, str | list) and words.startswith(RISKY) else words


def _words(value: Any) -> str:
    return "-".join(str(one) for one in value) if isinstance(value, list) else str(value)


#: Name of a format to what writes it.
FORMATS: Mapping[str, Callable[[Sequence[str], list[list[Any]], BinaryIO], None]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}
