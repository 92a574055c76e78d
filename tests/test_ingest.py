"""From a folder to a store with claims: again, in another order, and after a sudden end."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import ingest as conductor
from dashboard.errors import SourceError
from dashboard.ingest import Summary, extract, ingest, settle
from dashboard.records import Article, Problem, Reading
from dashboard.store import schema
from dashboard.store.assembly import load_disagreements, load_events
from dashboard.store.clauses import func, select
from dashboard.store.database import Store, is_settled, open_store, rows, version
from dashboard.store.problems import load_problems
from dashboard.store.readings import load_articles, load_readings

ROOT = Path(__file__).resolve().parents[1]
BODY = (
    "Foreign Minister Ana Petrovic of Serbia met her Norwegian counterpart in Oslo on Tuesday.\n\n"
    "“We will not sign this text,” Petrovic told reporters after the talks.\n\n"
    "Norway condemned the decision and said it would consider new measures against Serbia.\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/corpus.db")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles of one outlet, and files that are none."""
    made = tmp_path / "news"
    made.mkdir()
    for number in range(3):
        header = f"---\ntitle: Talks number {number}\noutlet: Valley Courier\npublished: 2023-09-1{number + 3}\n---\n"
        last = f"The round of talks had number {number} on the list of the day."
        text = f"{header}# Talks number {number}\n\n{BODY}\n{last}\n"
        (made / f"{number}.md").write_text(text, encoding="utf-8")
    (made / "empty.txt").write_bytes(b"")
    (made / "german.txt").write_text("Die Minister haben sich am Montag getroffen und nichts unterschrieben. " * 5)
    return made


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that is held but numbers of rows and places."""
    left_out = {"row", "location", "shelf"}
    held = {}
    for table in schema.metadata.sorted_tables:
        if table.name not in ("meta", "page"):
            columns = [column for column in table.columns if column.name not in left_out]
            held[table.name] = sorted(rows(store, select(*columns)).values, key=repr)
    return held


def test_nothing_is_read_when_one_place_is_not_there(store: Store, folder: Path) -> None:
    places = [str(folder), str(folder / "none")]
    with pytest.raises(SourceError, match="none"):
        ingest(store, places)
    with pytest.raises(SourceError, match="none"):
        next(extract(places))
    assert version(store) == 0


def test_the_problem_of_a_line_goes_when_its_file_no_longer_has_it(store: Store, tmp_path: Path) -> None:
    lines, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    lines.write_text('{"text": 7}\n{"text": 8}\n', encoding="utf-8")
    other.write_text('{"text": 9}\n', encoding="utf-8")
    assert len(ingest(store, [str(lines), str(other)]).problems) == 3
    lines.write_text('{"text": 7}\n', encoding="utf-8")
    ingest(store, [str(lines)])
    assert [problem.location for problem in load_problems(store)] == [f"{lines}:1", f"{other}:1"]
    lines.write_text("", encoding="utf-8")
    ingest(store, [str(lines)])
    assert [problem.location for problem in load_problems(store)] == [str(lines), f"{other}:1"]


def test_what_is_no_character_in_a_header_or_a_name_stops_nothing(store: Store, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"bad\xff.jsonl")
    file.write_text(f'{{"title": "Half \\ud800 a character", "outlet": "A\\u0000B", "text": {json.dumps(BODY)}}}\n')
    assert ingest(store, [str(tmp_path)]).added == 1
    (article,) = load_articles(store)
    assert (article.title, article.outlet) == ("Half a character", "A B")


def test_a_folder_goes_in_and_what_cannot_is_listed(store: Store, folder: Path) -> None:
    summary = ingest(store, [str(folder)])
    assert (summary.pages, summary.added, summary.held) == (5, 3, 0)
    assert sorted(problem.kind for problem in summary.problems) == ["empty", "language"]
    assert load_problems(store) == tuple(sorted(summary.problems, key=lambda problem: problem.location))
    assert is_settled(store)
    assert all(reading.quotes for reading in load_readings(store))


def test_reading_the_same_again_changes_nothing(store: Store, folder: Path) -> None:
    first = ingest(store, [str(folder)])
    again = ingest(store, [str(folder)])
    assert (again.added, again.held, again.version) == (0, 3, first.version)
    assert again.problems == first.problems


def test_settling_again_changes_nothing(store: Store, folder: Path) -> None:
    ingest(store, [str(folder)])
    held, number = everything(store), version(store)
    settle(store)
    assert everything(store) == held
    assert version(store) == number


def test_one_by_one_gives_what_all_at_once_gives(store: Store, folder: Path, tmp_path: Path) -> None:
    ingest(store, [str(folder)])
    other = open_store(f"sqlite:///{tmp_path}/other.db")
    for name in ("2.md", "0.md", "german.txt", "1.md", "empty.txt"):
        ingest(other, [str(folder / name)])
    assert {table: held for table, held in everything(other).items() if table not in ("event_alias", "problem")} == {
        table: held for table, held in everything(store).items() if table not in ("event_alias", "problem")
    }
    other.close()


def test_a_problem_that_was_mended_is_no_longer_listed(store: Store, folder: Path) -> None:
    ingest(store, [str(folder)])
    (folder / "empty.txt").write_text(f"Talks of the fourth round\n\n{BODY}", encoding="utf-8")
    summary = ingest(store, [str(folder)])
    assert (summary.added, [problem.kind for problem in summary.problems]) == (1, ["language"])
    assert [problem.kind for problem in load_problems(store)] == ["language"]


def test_the_same_article_elsewhere_is_held_already(store: Store, folder: Path, tmp_path: Path) -> None:
    ingest(store, [str(folder)])
    (tmp_path / "copy.md").write_bytes((folder / "1.md").read_bytes())
    summary = ingest(store, [str(tmp_path / "copy.md")])
    assert (summary.added, summary.held) == (0, 1)


def test_a_day_given_for_all_dates_only_those_without_one(store: Store, folder: Path) -> None:
    (folder / "undated.txt").write_text(f"Talks without a day\n\n{BODY}", encoding="utf-8")
    ingest(store, [str(folder)], published=dt.date(2020, 1, 2))
    days = {article.title: article.published.first for article in load_articles(store)}
    assert days["Talks without a day"] == dt.date(2020, 1, 2)
    assert days["Talks number 0"] == dt.date(2023, 9, 13)


def test_a_line_that_three_articles_have_is_furniture_in_all_of_them(store: Store, folder: Path) -> None:
    slogan = "Our desk writes to you from Oslo every evening."
    for file in sorted(folder.glob("*.md")):
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{slogan}\n", encoding="utf-8")
    # One text in three articles would be a copy, so each gets a body of its own.
    for number, file in enumerate(sorted(folder.glob("*.md"))):
        own = (
            f"Envoy number {number} walked out of room {number * 7} and left the other {number + 4} at table {number}."
        )
        text = file.read_text(encoding="utf-8").replace(
            BODY, f"{own}\n\n{own.replace('walked', 'ran')}\n\n{own[::-1]}.\n"
        )
        file.write_text(text, encoding="utf-8")
    ingest(store, [str(folder)])
    zones = rows(store, select(schema.zone.c.name).where(schema.zone.c.words == slogan))
    assert [row[0] for row in zones] == ["promo"] * 3


def test_a_rule_that_fails_on_one_article_costs_only_its_claims(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = conductor.read_all

    def fail(nlp: object, articles: list[Article]) -> Iterator[Reading | tuple[Article, Exception]]:
        for found in good(nlp, articles):  # type: ignore[arg-type]
            if isinstance(found, Reading) and found.article.title.endswith("1"):
                yield found.article, ValueError("odd")
            else:
                yield found

    monkeypatch.setattr(conductor, "read_all", fail)
    summary = ingest(store, [str(folder)])
    assert summary.added == 3
    assert [problem.kind for problem in summary.problems].count("rule") == 1
    assert [bool(reading.quotes) for reading in load_readings(store)].count(False) == 1


def test_a_claim_without_its_words_is_a_problem_not_a_crash(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = conductor.read_all

    def spoil(nlp: object, articles: list[Article]) -> Iterator[Reading | tuple[Article, Exception]]:
        for found in good(nlp, articles):  # type: ignore[arg-type]
            assert isinstance(found, Reading)
            quote = found.quotes[0]
            yield replace(found, quotes=(replace(quote, evidence=replace(quote.evidence, words="other")),))

    monkeypatch.setattr(conductor, "read_all", spoil)
    assert [problem.kind for problem in ingest(store, [str(folder)]).problems].count("rule") == 3


def test_progress_is_told(store: Store, folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    ingest(store, [str(folder)], progress=lambda *step: told.append(step))
    assert told[4] == ("reading articles", 5, 5)
    assert told[-1] == ("assembling events", 1, 1)


def test_a_place_that_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(SourceError):
        ingest(store, ["/nowhere/at/all"])
    assert version(store) == 0


def test_extract_finds_the_same_claims_without_a_store(store: Store, folder: Path) -> None:
    ingest(store, [str(folder / "0.md")])
    (reading,) = extract([str(folder / "0.md")])
    assert isinstance(reading, Reading)
    (held,) = load_readings(store)
    assert (reading.quotes, reading.reactions, reading.reports) == (held.quotes, held.reactions, held.reports)
    assert [type(found) for found in extract([str(folder / "empty.txt")])] == [Problem]


def test_the_bundled_corpus_goes_in_and_assembles(store: Store) -> None:
    summary = ingest(store, [str(ROOT / "data" / "corpus")])
    assert isinstance(summary, Summary)
    assert summary.problems == ()
    assert summary.added >= 8
    assert load_events(store)
    assert load_disagreements(store)
    held, number = everything(store), version(store)
    settle(store)
    assert everything(store) == held
    assert version(store) == number


RUN = (
    "import sys; from dashboard.__main__ import main; import dashboard.ingest as conductor; "
    "conductor.BATCH_ARTICLES = 4; sys.exit(main())"
)


def test_a_run_that_was_killed_is_completed_by_the_next(tmp_path: Path) -> None:
    corpus = tmp_path / "news"
    corpus.mkdir()
    for number in range(24):
        text = BODY.replace("Tuesday", f"Tuesday at table {number}")
        (corpus / f"{number:02}.txt").write_text(
            f"Talks number {number} end without a text\n\n{text}", encoding="utf-8"
        )
    whole = open_store(f"sqlite:///{tmp_path}/whole.db")
    ingest(whole, [str(corpus)])
    url = f"sqlite:///{tmp_path}/killed.db"
    command = [sys.executable, "-c", RUN, "ingest", str(corpus), "--store", url]
    for batches in (1, 3):
        with subprocess.Popen(
            command, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as run:
            wait_for_articles(url, 4 * batches, run)
            run.send_signal(signal.SIGKILL)
            run.communicate()
        # Whatever was cut off, the store opens and holds whole articles only.
        left = open_store(url)
        assert rows(left, select(func.count()).select_from(schema.article)).values[0][0] % 4 == 0
        left.close()
    completed = open_store(url)
    ingest(completed, [str(corpus)])
    assert is_settled(completed)
    assert everything(completed) == everything(whole)
    completed.close()
    whole.close()


def wait_for_articles(url: str, number: int, run: subprocess.Popen[bytes]) -> None:
    """Returns when the store holds so many articles, or the run has ended."""
    path = Path(url.removeprefix("sqlite:///"))
    while run.poll() is None:
        if path.exists() and path.stat().st_size:
            try:
                store = open_store(url)
            except Exception:  # the tables may be half made
                continue
            held = rows(store, select(func.count()).select_from(schema.article)).values[0][0]
            store.close()
            if held >= number:
                return
        time.sleep(0.02)
