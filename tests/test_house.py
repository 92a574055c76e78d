"""The rooms of the house: who may import whom, and where each library lives."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GROUND = {"records", "errors", "vocabulary"}

#: Room -> rooms of the house that it may import, beside itself.
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "records": set(),
    "vocabulary": {"errors", "records"},
    "reading": GROUND,
    "language": GROUND,
    "merging": GROUND,
    "store": GROUND,
    "ingest": GROUND | {"reading", "language", "merging", "store"},
    "queries": GROUND | {"store"},
    "charts": GROUND,
    "ui": GROUND | {"queries", "charts", "store"},
    "routes": GROUND | {"queries", "store", "ui"},
    "__main__": GROUND | {"ingest", "queries", "store", "ui", "reading", "language"},
    "main": GROUND | {"ui", "store"},
    "pages": {"queries", "charts", "ui", "records"},
    "streamlit_app": {"routes"},
}

#: Library -> rooms where it may be imported.
LIBRARIES: dict[str, set[str]] = {
    "streamlit": {"ui", "pages", "main", "streamlit_app"},
    "starlette": {"routes"},
    "plotly": {"charts"},
    "pandas": {"queries", "charts"},
    "sqlalchemy": {"store"},
    "pyarrow": {"store"},
    "spacy": {"language"},
    "trafilatura": {"reading"},
    "feedparser": {"reading"},
    "urllib.request": {"reading"},
}


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "dashboard" and len(parts) > 1 else parts[0]


def modules() -> list[Path]:
    found = [*ROOT.glob("dashboard/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "streamlit_app.py"]
    return [path for path in found if path.exists() and path != ROOT / "dashboard" / "__init__.py"]


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """The parsed module, made once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Dotted names that a module imports, and whether only for types."""
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, id(node) in typing_only) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                yield f"{node.module}.{name.name}", id(node) in typing_only


def trespasses(room: str, tree: ast.AST) -> list[str]:
    wrong = []
    for name, typing_only in imported(tree):
        if name.startswith("dashboard."):
            target = name.split(".")[1]
            # `from dashboard import __version__` names no room.
            if target != room and target in ALLOWED and target not in ALLOWED[room]:
                wrong.append(f"imports {name}")
        for library, rooms in LIBRARIES.items():
            if (name == library or name.startswith(library + ".")) and room not in rooms and not typing_only:
                wrong.append(f"imports {name}, which lives in {sorted(rooms)}")
    return wrong


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_rooms_below_it(path: Path) -> None:
    assert trespasses(room_of(path), tree_of(path)) == []


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("pages", "import pandas"),
        ("language", "from dashboard.store.database import open_store"),
        ("store", "from dashboard.language import quotes"),
        ("queries", "import streamlit as st"),
        ("merging", "from dashboard.language.dates import find_dates"),
    ],
)
def test_a_trespass_is_caught(room: str, line: str) -> None:
    assert trespasses(room, ast.parse(line))


def test_every_room_of_the_house_is_in_the_table() -> None:
    assert {room_of(path) for path in modules()} <= set(ALLOWED)


def test_language_and_merging_read_no_clock_and_no_environment() -> None:
    forbidden = re.compile(r"\b(?:date\.today|datetime\.now|time\.time|os\.environ|random\.)\b")
    for path in [*ROOT.glob("dashboard/language/*.py"), *ROOT.glob("dashboard/merging/*.py")]:
        assert not forbidden.search(path.read_text(encoding="utf-8")), path


def test_nothing_prints_outside_the_command_line() -> None:
    for path in modules():
        if path.name == "__main__.py":
            continue
        calls = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call)]
        assert not any(isinstance(c.func, ast.Name) and c.func.id == "print" for c in calls), path


def test_no_error_is_swallowed_by_a_bare_except() -> None:
    for path in modules():
        handlers = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ExceptHandler)]
        assert all(h.type is not None for h in handlers), path


def test_the_map_of_language_names_each_of_its_modules() -> None:
    house = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    section = house.split("## Inside `language/`")[1].split("\n## ")[0]
    modules_there = {path.stem for path in ROOT.glob("dashboard/language/*.py")} - {"__init__", "reader"}
    assert modules_there - set(re.findall(r"`(\w+)`", section)) == set()
