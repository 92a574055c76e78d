"""The committed tables are what the code makes of the bundled dispatches today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.derive_tables import TABLES, derive

HELD = Path(__file__).resolve().parents[1] / "data" / "tables"


@pytest.fixture(scope="module")
def derived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    derive(folder)
    return folder


@pytest.mark.parametrize("table", TABLES)
def test_committed_table_is_what_the_code_makes(table: str, derived: Path) -> None:
    held, made = (folder / f"{table}.csv" for folder in (HELD, derived))
    assert held.read_text(encoding="utf-8") == made.read_text(encoding="utf-8"), (
        f"data/tables/{table}.csv is out of date: run 'make tables' and read the difference"
    )


def test_every_committed_table_is_derived() -> None:
    assert {path.stem for path in HELD.glob("*.csv")} == set(TABLES)
