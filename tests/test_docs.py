"""The documentation is true: what exists is in it, what it names exists, its links lead somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard import errors
from dashboard.queries.filters import from_url
from dashboard.ui.views import VIEWS
from dashboard.vocabulary.reactions import load_reactions

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "data" / "corpus" / "README.md"])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
MAKE_COMMAND = re.compile(r"\bmake ([a-z]+)\b")
FILE_NAMED = re.compile(r"`((?:dashboard|tests|pages|tools|benchmarks|deploy|docs)/[\w./*-]+)`")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_to_files(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not urlsplit(target).scheme and not target.startswith("#"):
            assert (page.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_a_page_names_exist(page: Path) -> None:
    for name in FILE_NAMED.findall(page.read_text(encoding="utf-8")):
        assert list(ROOT.glob(name.rstrip("/"))), name


def test_example_links_open_a_view_that_understands_them() -> None:
    examples = [link for link in LINK.findall(read("docs/sharing.md")) if link.startswith("http://localhost")]
    addresses = {f"/{view.path}" for view in VIEWS}
    assert examples
    for example in examples:
        parts = urlsplit(example)
        _, notes = from_url(parse_qsl(parts.query), also=("sort", "show", "by", "rows", "id", "span", "version"))
        assert parts.path in addresses, example
        assert notes == (), example


def test_every_page_of_the_dashboard_is_in_the_readme() -> None:
    for view in VIEWS:
        assert view.title in read("README.md") or not view.listed, view


def test_every_reaction_is_documented_with_its_meaning() -> None:
    page = read("docs/reactions.md")
    for reaction in load_reactions().values():
        assert f"`{reaction.key}`" in page
        assert reaction.label in page


def test_every_command_of_make_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), flags=re.MULTILINE))
    for page in PAGES:
        code = " ".join(re.findall(r"`(make [^`]+)`", page.read_text(encoding="utf-8")))
        for command in MAKE_COMMAND.findall(code):
            assert command in targets, f"{page.name}: make {command}"


def test_the_tree_of_errors_is_drawn_whole() -> None:
    drawn = errors.__doc__ or ""
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, Exception):
            assert name in drawn, name


def test_each_dependency_has_its_reason_on_its_line() -> None:
    for name in ("requirements.in", "requirements-dev.in"):
        for line in read(name).splitlines():
            if line.strip() and not line.startswith(("#", "-r")):
                assert "#" in line, f"{name}: {line}"


def test_each_pin_carries_its_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        pins = re.split(r"\n(?=[A-Za-z])", read(name).strip())
        assert all("--hash=sha256:" in pin for pin in pins if "==" in pin)
        assert "://" not in read(name)


@pytest.mark.parametrize("kind", ["quotes", "reactions"])
def test_the_readme_tells_the_figures_that_coverage_shows(kind: str) -> None:
    unread = json.loads(read("data/accuracy.json"))["unread"][kind]
    told = re.search(rf"[Oo]f the {kind} it shows (\d+) in 100 .*?finds (\d+) in 100", read("README.md"), re.DOTALL)
    assert told is not None
    assert [int(each) for each in told.groups()] == [round(100 * unread[side]) for side in ("precision", "recall")]
