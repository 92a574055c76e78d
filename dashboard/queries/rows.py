"""The rows of a frame for rooms that know no pandas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row with its columns as attributes."""
    yield from frame.itertuples(index=False)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as column -> value."""
    columns = [str(name) for name in frame.columns]
    return [dict(zip(columns, row, strict=True)) for row in frame.itertuples(index=False, name=None)]
