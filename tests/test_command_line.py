"""``python -m dashboard``: what each command prints, writes and answers."""

from __future__ import annotations

import csv
import io
import json
import socket
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dashboard.__main__ import COMMANDS, EXPORTED, WHOLE, main, make_parser
from dashboard.reading.sources import FORMATS as FILE_FORMATS
from dashboard.reading.sources import JSON_FIELDS, MOST_BYTES
from dashboard.reading.webpage import DEEPEST, MOST_ELEMENTS
from dashboard.store.tables import FORMATS

ROOT = Path(__file__).resolve().parents[1]
TEXT = (
    "Talks in Oslo end without a text\n\n"
    "Foreign Minister Ana Petrovic of Serbia met her Norwegian counterpart on Tuesday.\n\n"
    "“We will not sign this text,” Petrovic told reporters after the talks.\n"
)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with one article and one problem."""
    folder = tmp_path_factory.mktemp("news")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    address = f"sqlite:///{folder.parent}/cli.db"
    assert main(["ingest", str(folder), "--store", address, "--published", "2023-09-15"]) == 1
    return address


def test_ingest_says_what_went_in_and_what_did_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    store = f"sqlite:///{tmp_path}/corpus.db"
    assert main(["ingest", str(tmp_path / "a.txt"), "--store", store]) == 0
    assert capsys.readouterr().out == "1 page read: 1 article added, 0 held already; 0 problems.\n"
    (tmp_path / "b.txt").write_bytes(b"")
    assert main(["ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--store", store]) == 1
    told = capsys.readouterr()
    assert told.out == "2 pages read: 0 articles added, 1 held already; 1 problem.\n"
    assert "b.txt: found nothing; allowed: text" in told.err


def test_status_counts_articles_and_names_problems(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--problems", "--store", url]) == 1
    told = capsys.readouterr()
    counted = dict(line.rsplit(None, 1) for line in told.out.splitlines())
    assert (counted["articles"], counted["problems"]) == ("1", "1")
    assert "b.txt: found nothing" in told.err


def test_status_makes_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--store", f"sqlite:///{tmp_path}/none.db"]) == 2
    assert "found no store" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("table", [*EXPORTED, *WHOLE])
def test_every_table_is_exported(url: str, table: str, tmp_path: Path) -> None:
    for form in FORMATS:
        out = tmp_path / f"{table}.{form}"
        assert main(["export", table, "--format", form, "-o", str(out), "--store", url]) == 0
        assert out.exists()
    columns = next(csv.reader(io.StringIO((tmp_path / f"{table}.csv").read_text(encoding="utf-8"))))
    assert pq.read_table(tmp_path / f"{table}.parquet").column_names == columns


def test_an_export_to_standard_output_is_the_table_alone(url: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "quotes", "--format", "jsonl", "--store", url]) == 0
    told = capfdbinary.readouterr()
    said = [json.loads(line)["content_words"].strip("“”,") for line in told.out.splitlines()]
    assert said == ["We will not sign this text"]
    assert told.err == b""


def test_filters_of_a_link_narrow_an_export(url: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "quotes", "--form", "direct", "--words", "sign", "--format", "jsonl", "--store", url]) == 0
    assert len(capfdbinary.readouterr().out.splitlines()) == 1
    assert main(["export", "quotes", "--country", "JP", "--format", "jsonl", "--store", url]) == 0
    assert capfdbinary.readouterr().out == b""


@pytest.mark.parametrize(
    "filters",
    [
        ["quotes", "--country", "XQ"],
        ["quotes", "--from", "soon"],
        ["people", "--country", "JP"],
        ["quotes", "--outlet", "None such"],
    ],
)
def test_a_filter_that_says_nothing_is_refused(
    url: str, filters: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", *filters, "--store", url]) == 2
    assert capsys.readouterr().err.startswith("chancery: ")


def test_extract_prints_each_article_as_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(tmp_path / "a.txt")]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["article"]["text"] == TEXT
    (quote,) = found["quotes"]
    (part,) = quote["content"]
    assert TEXT[part["start"] : part["end"]].strip("“”,") == "We will not sign this text"
    assert set(found) == {"article", "mentions", "timexes", "quotes", "reactions", "reports"}


def test_articles_may_be_piped_in(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "extract", "-"]
    line = json.dumps({"text": TEXT, "outlet": "Valley Courier"}) + "\nbroken\n"
    run = subprocess.run(command, input=line.encode(), capture_output=True, cwd=ROOT, check=False)
    assert run.returncode == 1
    assert json.loads(run.stdout)["article"]["outlet"] == "Valley Courier"
    assert run.stderr.startswith(b"standard input:2: found no JSON")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["ingest"],
        ["ingest", "a", "--published", "soon"],
        ["export", "everything"],
        ["export", "quotes", "--format", "xml"],
    ],
)
def test_a_command_line_that_is_not_understood_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_path_or_store_that_is_not_there_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", str(tmp_path / "none"), "--store", f"sqlite:///{tmp_path}/a.db"]) == 2
    assert main(["ingest", str(tmp_path), "--store", "nonsense"]) == 1
    told = capsys.readouterr().err
    assert "found nothing that can be read" in told and "cannot open the store" in told
    assert "Traceback" not in told


def test_a_path_that_is_not_there_makes_no_store(tmp_path: Path) -> None:
    assert main(["ingest", str(tmp_path / "none"), "--store", f"sqlite:///{tmp_path}/a.db"]) == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("out", ["/nowhere/at/all.csv", "/", "/dev/full"])
def test_a_file_that_cannot_be_written_is_said_plainly(url: str, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "quotes", "-o", out, "--store", url]) == 1
    assert capsys.readouterr().err.startswith(f"chancery: cannot write {out}: ")


@pytest.mark.parametrize("command", ["status", "export quotes"])
def test_a_standard_output_that_is_full_is_said_plainly(url: str, command: str) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "dashboard", *command.split(), "--store", url],
            stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == b"chancery: cannot write to standard output: No space left on device"
    assert b"Traceback" not in ended.stderr


def test_a_port_that_is_taken_is_said_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port, "--store", f"sqlite:///{tmp_path}/a.db"]) == 1
    assert f"cannot listen on 127.0.0.1, port {port}: Address already in use" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_answers_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert "exit codes:" in capsys.readouterr().out


def test_the_page_on_the_command_line_names_every_command_option_and_filter() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    commands = make_parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    for name, command in commands.items():  # type: ignore[union-attr]
        assert f"## `{name}" in page
        for action in command._actions:
            for option in action.option_strings:
                assert option in ("-h", "--help") or f"`{option}" in page, f"{name} {option}"
    for word in (*EXPORTED, *WHOLE, *FORMATS):
        assert f"`{word}`" in page, word


def test_the_page_on_input_names_every_format_field_and_limit() -> None:
    page = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")
    for word in (*FILE_FORMATS, ".gz", *JSON_FIELDS):
        assert f"`{word}`" in page, word
    assert f"{MOST_BYTES // 1_000_000} MB" in page
    assert f"{MOST_ELEMENTS:,} elements" in page and f"{DEEPEST} deep" in page
    for kind in ("unreadable", "empty", "binary", "encoding", "language", "size", "field", "rule"):
        assert f"`{kind}`" in page, kind
