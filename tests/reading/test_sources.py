"""Files and folders as pages; what cannot be a page is a problem."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import SourceError
from dashboard.reading import sources
from dashboard.reading.sources import count_pages, find_pages
from dashboard.records import Page, Problem

WORDS = b"Ministers meet\n\nThey met on Monday."


def pages_of(path: Path) -> list[Page]:
    return [page for page in find_pages(str(path)) if isinstance(page, Page)]


def problems_of(path: Path) -> list[Problem]:
    return [page for page in find_pages(str(path)) if isinstance(page, Problem)]


def test_a_folder_gives_its_files_in_order_and_those_below(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "south").mkdir(parents=True)
    for name in ("b.txt", "a.md", "south/c.html", ".hidden.txt", "README.md"):
        (folder / name).write_bytes(WORDS)
    assert [page.location for page in pages_of(folder)] == ["news/a.md", "news/b.txt", "news/south/c.html"]
    assert [page.fields["format"] for page in pages_of(folder)] == ["markdown", "text", "html"]
    assert count_pages(str(folder)) == 3


@pytest.mark.parametrize("name", ["a.txt.gz", "a.md.gz", "a.html.gz", "packed-without-saying-so.txt"])
def test_packed_files_are_unpacked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(WORDS))
    assert [page.data for page in pages_of(tmp_path / name)] == [WORDS]


def test_lines_of_json_are_pages_with_what_they_say_of_themselves(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    rows = [{"text": "one", "title": " T ", "published": "2023"}, {"html": "<p>two</p>", "url": "https://example.org/"}]
    file.write_text("\n\n".join(map(json.dumps, rows)), encoding="utf-8")
    one, two = pages_of(file)
    assert (one.location, one.data, one.fields) == (
        f"{file}:1", b"one", {"format": "text", "title": "T", "published": "2023"},
    )  # fmt: skip
    assert (two.location, two.fields["format"], two.url) == (f"{file}:3", "html", "https://example.org/")
    assert count_pages(str(file)) == 2


def test_packed_lines_of_json_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "one"}\n'))
    assert len(pages_of(tmp_path / "a.jsonl.gz")) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{broken", "unreadable"),
        (b"[1, 2]", "field"),
        (b'{"text": 7}', "field"),
        (b'{"text": "a", "title": ["b"]}', "field"),
        (b'{"title": "no text"}', "empty"),
        (b"[" * 100_000, "unreadable"),
        (b"\x00\x01\x02", "binary"),
    ],
)
def test_a_broken_line_of_json_is_a_problem_and_the_next_goes_in(tmp_path: Path, line: bytes, kind: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(line + b'\n{"text": "good"}\n')
    (problem,) = problems_of(file)
    assert (problem.kind, problem.location) == (kind, f"{file}:1")
    assert len(pages_of(file)) == 1


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t", "empty"),
        ("binary.txt", b"\x7fELF\x00\x01", "binary"),
        ("picture.png", b"\x89PNG", "unreadable"),
        ("none", b"words", "unreadable"),
        ("torn.txt.gz", gzip.compress(WORDS * 50)[:-20], "unreadable"),
        ("no-feed.xml", b"<root><a/></root>", "unreadable"),
        ("empty.jsonl", b"\n\n", "empty"),
        ("empty.rss", b"<rss version='2.0'><channel><title>T</title></channel></rss>", "empty"),
    ],
)
def test_a_bad_file_is_a_problem_that_says_what_is_allowed(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_bytes(WORDS)
    (problem,) = problems_of(tmp_path)
    assert problem.kind == kind
    assert problem.location == f"{tmp_path.name}/{name}"
    assert problem.found and problem.allowed
    assert len(pages_of(tmp_path)) == 1


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    (problem,) = problems_of(tmp_path)
    assert problem.kind == "size" and "5 MB" in problem.allowed


def test_a_small_file_that_unpacks_to_very_much_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 60_000_000))
    (problem,) = problems_of(tmp_path)
    assert problem.kind == "size"


def test_a_line_of_json_that_is_too_long_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_BYTES", 100)
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"a" * 1000 + b'"}\n{"text": "good"}\n')
    assert [problem.kind for problem in problems_of(tmp_path / "a.jsonl")] == ["size"]
    assert [page.data for page in pages_of(tmp_path / "a.jsonl")] == [b"good"]


def test_a_link_that_leads_back_up_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert len(pages_of(tmp_path)) == 1
    assert len(problems_of(tmp_path)) == 1


def test_a_pipe_among_the_files_is_a_problem_and_nothing_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert [problem.found for problem in problems_of(tmp_path)] == ["no ordinary file"]


def test_a_place_that_is_not_there_is_an_error() -> None:
    with pytest.raises(SourceError, match="nowhere"):
        list(find_pages("/nowhere/at/all"))


def test_a_saved_feed_gives_its_entries(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(
        b"<?xml version='1.0'?><rss version='2.0'><channel><title>The Courier</title><item>"
        b"<title>Talks &amp; tea</title>"
        b"<link>https://example.org/1</link><pubDate>Fri, 15 Sep 2023 08:30:00 GMT</pubDate>"
        b"<description>&lt;p&gt;They met on Monday.&lt;/p&gt;</description></item><item><title>Bare</title></item>"
        b"</channel></rss>"
    )
    (page,) = pages_of(tmp_path)
    assert page.fields == {
        "format": "html", "title": "Talks & tea", "outlet": "The Courier", "url": "https://example.org/1",
        "published": "Fri, 15 Sep 2023 08:30:00 GMT",
    }  # fmt: skip
    assert b"They met on Monday." in page.data


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html", ".jsonl", ".xml", ".txt.gz"]))
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    file = tmp_path_factory.getbasetemp() / f"any{ending}"
    file.write_bytes(data)
    found = list(find_pages(str(file)))
    assert found and all(isinstance(each, Page | Problem) for each in found)
