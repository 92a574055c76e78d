"""Files and folders as pages; what cannot be a page is a problem."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
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


ENTRY = "<item><link>/talks/1</link><description>They met on Monday.</description></item>"
FEED = f'<rss version="2.0"><channel><link>https://example.org/</link>{ENTRY}{ENTRY}</channel></rss>'


def test_a_link_of_a_feed_may_start_at_its_home_page(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(FEED, encoding="utf-8")
    assert [page.url for page in pages_of(tmp_path)] == ["https://example.org/talks/1"] * 2


@pytest.mark.parametrize(
    "data",
    [
        f"<?xml version='1.0' encoding='utf-16'?>{FEED}".encode("utf-16"),
        f"<?xml version='1.0'?><!-- {'long ' * 2000}--><!DOCTYPE rss [<!ENTITY a 'b'>]>\n{FEED}".encode(),
        FEED.replace("<rss", "<RSS").encode(),
    ],
)
def test_a_feed_is_known_by_its_first_element(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "feed.xml").write_bytes(data)
    assert len(pages_of(tmp_path)) == 2


def test_a_page_that_speaks_of_feeds_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<!-- <rss > --><html><p>They met on Monday. <feed > was said.</p></html>")
    assert [page.fields for page in pages_of(tmp_path)] == [{"format": "html"}]


def test_a_feed_that_breaks_off_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(FEED[: FEED.rindex("<description>")], encoding="utf-8")
    assert pages_of(tmp_path)
    assert ["breaks off" in problem.found for problem in problems_of(tmp_path)] == [True]


def test_entities_of_a_feed_are_neither_multiplied_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not tell", encoding="utf-8")
    many = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "a">{many}<!ENTITY s SYSTEM "file://{secret}">]>'
    file = tmp_path / "feed.rss"
    file.write_text(bomb + FEED.replace("Monday", "&a9; &s;"), encoding="utf-8")
    data = b"".join(page.data for page in pages_of(file))
    assert len(data) < 1000 and b"do not tell" not in data


def test_folders_may_lie_as_deep_as_the_disk_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        os.mkdir("d")
        os.chdir("d")
    Path("a.txt").write_bytes(WORDS)
    assert len(pages_of(tmp_path)) == 1
    assert count_pages(str(tmp_path)) == 1
    Path("a.txt").unlink()
    for _ in range(1200):  # what takes the folder away afterwards does not go so deep
        os.chdir("..")
        os.rmdir("d")


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_bytes(WORDS)
    listed = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == "shut":
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert [problem.found for problem in problems_of(tmp_path)] == ["a folder that cannot be listed"]
    assert len(pages_of(tmp_path)) == 1


def test_a_name_that_is_no_text_is_shown_as_text(tmp_path: Path) -> None:
    for name in (b"bad\xff.txt", b"two\nlines.txt", b"none.\xff"):
        (tmp_path / os.fsdecode(name)).write_bytes(WORDS)
    assert [page.location for page in pages_of(tmp_path)] == [
        f"{tmp_path.name}/{name}.txt" for name in ("bad\ufffd", "two\ufffdlines")
    ]
    assert [problem.found for problem in problems_of(tmp_path)] == ["a file named .\ufffd"]


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html", ".jsonl", ".xml", ".txt.gz"]))
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    file = tmp_path_factory.getbasetemp() / f"any{ending}"
    file.write_bytes(data)
    found = list(find_pages(str(file)))
    assert found and all(isinstance(each, Page | Problem) for each in found)
