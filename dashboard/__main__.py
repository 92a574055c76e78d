"""The command line: ``python -m dashboard COMMAND``. Every command answers ``--help``."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import hashlib
import inspect
import json
import os
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dashboard import __version__
from dashboard.errors import ChanceryError, FilterError, SourceError
from dashboard.records import Problem, Reading
from dashboard.store.database import DEFAULT_URL, Store, count_rows, is_settled, open_store, version
from dashboard.store.problems import load_problems
from dashboard.store.tables import FORMATS, write_rows

OK, PROBLEMS, USAGE = 0, 1, 2
EXIT_CODES = """exit codes:
  0  done, and nothing was wrong
  1  done, but something could not be read (each is listed); or the command failed
  2  the command line was not understood"""
ROOT = Path(__file__).resolve().parents[1]
DEFAULT_CORPUS = ROOT / "data" / "corpus"
#: Name of an exported table to the view whose file it is.
EXPORTED = {
    "quotes": "quotes",
    "reactions": "reactions",
    "events": "timeline",
    "articles": "coverage",
    "disagreements": "briefing",
}
#: Tables that no filter narrows.
WHOLE = ("people", "problems")
BAR_WIDTH = 30
MOST_SHOWN_PROBLEMS = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    parser = make_parser()
    asked = parser.parse_args(arguments)
    try:
        code = int(asked.run(asked))
        sys.stdout.flush()
        return code
    except (SourceError, FilterError) as error:
        print(f"chancery: {error}", file=sys.stderr)
        return USAGE
    except ChanceryError as error:
        print(f"chancery: {error}", file=sys.stderr)
        return PROBLEMS
    except BrokenPipeError:
        # The reader of a pipe has seen enough.
        _drop_unwritten()
        return OK
    except OSError as error:
        _drop_unwritten()
        print(
            f"chancery: {error.filename or 'cannot write to standard output'}: {error.strerror or error}",
            file=sys.stderr,
        )
        return PROBLEMS
    except KeyboardInterrupt:
        print("\nchancery: stopped; what was read is kept, and the same command goes on from there", file=sys.stderr)
        return PROBLEMS


def make_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Chancery: diplomatic events, reactions and quotes, each opening down to its sentence.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"chancery {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (about, arrange, run) in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=about,
            description=inspect.getdoc(run),
            epilog=EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        arrange(command)
        command.set_defaults(run=run)
    return parser


# Commands


def _arrange_ingest(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, a folder, or - for JSON Lines on standard input"
    )
    command.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="publication day (2023-09-15) of articles that give none of their own",
    )
    _add_store(command)


def run_ingest(asked: argparse.Namespace) -> int:
    """Reads articles into the store: .txt, .md, .html, .jsonl, RSS and Atom, folders of them, and gzip of each.

    Reading the same articles again changes nothing. A run that was stopped goes on where it was.
    """
    from dashboard.ingest import ingest, require_places

    require_places(asked.paths)
    with _opened(asked.store) as store, _Bar() as bar:
        summary = ingest(store, asked.paths, published=asked.published, progress=bar.show)
    read = f"{_count(summary.added, 'article')} added, {summary.held} held already"
    print(f"{_count(summary.pages, 'page')} read: {read}; {_count(len(summary.problems), 'problem')}.")
    _show_problems(summary.problems)
    return PROBLEMS if summary.problems else OK


def _arrange_status(command: argparse.ArgumentParser) -> None:
    command.add_argument("--problems", action="store_true", help="list every problem")
    _add_store(command)


def run_status(asked: argparse.Namespace) -> int:
    """Says what the store holds: how many articles, claims and events, and what could not be read."""
    with _opened(asked.store, must_exist=True) as store:
        for name, number in count_rows(store).items():
            print(f"{name:<14}{number:>10,}")
        print(f"{'version':<14}{version(store):>10,}")
        if not is_settled(store):
            print("A run was stopped before events were assembled: run ingest again.")
        problems = load_problems(store)
        _show_problems(problems, most=len(problems) if asked.problems else 0)
    return PROBLEMS if problems else OK


def _arrange_export(command: argparse.ArgumentParser) -> None:
    from dashboard.queries.filters import FILTERS

    command.add_argument("table", choices=[*EXPORTED, *WHOLE], metavar="TABLE", help=", ".join([*EXPORTED, *WHOLE]))
    command.add_argument("--format", choices=list(FORMATS), default="csv", help="form of the file (default: csv)")
    command.add_argument("--output", "-o", metavar="FILE", help="where to write (default: standard output)")
    _add_store(command)
    filters = command.add_argument_group("filters", "the filters of a link; each may be given several times")
    for row in FILTERS:
        about = row.asks.replace("%", "%%").replace("`", "")
        filters.add_argument(f"--{row.key}", action="append", default=[], metavar=row.example, help=about)


def run_export(asked: argparse.Namespace) -> int:
    """Writes what a page shows, under the same filters, as CSV, JSON Lines or Parquet; or all people or problems."""
    columns, rows = _exported(asked)
    if asked.output:
        try:
            with open(asked.output, "wb") as out:
                number = write_rows(columns, rows, asked.format, out)
        except OSError as error:
            raise ChanceryError(f"cannot write {asked.output}: {error.strerror or error}") from error
        print(f"{_count(number, 'row')} written to {asked.output}.", file=sys.stderr)
    else:
        write_rows(columns, rows, asked.format, sys.stdout.buffer)
    return OK


def _arrange_extract(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="+", metavar="FILE", help="a file, a folder, or - for JSON Lines on standard input"
    )


def run_extract(asked: argparse.Namespace) -> int:
    """Prints everything found in articles as JSON Lines, without a store.

    Each article is one line with its text, zones, dates, mentions, quotes, reactions and reports; offsets count code
    points of the text. Problems go to standard error.
    """
    from dashboard.ingest import extract

    problems = []
    for found in extract(asked.paths):
        if isinstance(found, Reading):
            print(json.dumps(dataclasses.asdict(found), ensure_ascii=False, default=_as_json))
        else:
            problems.append(found)
    _show_problems(problems)
    return PROBLEMS if problems else OK


def _arrange_serve(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--corpus",
        metavar="PATH",
        default=os.environ.get("CHANCERY_CORPUS"),
        help="articles to read first (environment: CHANCERY_CORPUS; default: the bundled ones, for an empty store)",
    )
    command.add_argument("--port", type=_port, default=8501, help="port to listen on (default: 8501)")
    command.add_argument("--address", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    command.add_argument(
        "--base-path",
        default=os.environ.get("CHANCERY_BASE_PATH", ""),
        metavar="PATH",
        help="path under which a proxy shows the dashboard (environment: CHANCERY_BASE_PATH)",
    )
    _add_store(command, default=None)


def run_serve(asked: argparse.Namespace) -> int:
    """Serves the dashboard until it is stopped.

    The articles of --corpus are read first; what is held already costs nothing. Without --corpus the bundled articles
    are read when the store is empty. A corpus of your own gets a store of its own unless --store names one.
    """
    from dashboard.ingest import ingest, require_places, settle

    require_places([asked.corpus] if asked.corpus else [])
    _check_free(asked.address, asked.port)
    url = asked.store or (_own_store(asked.corpus) if asked.corpus else DEFAULT_URL)
    with _opened(url) as store, _Bar() as bar:
        if asked.corpus or not count_rows(store)["articles"]:
            summary = ingest(store, [asked.corpus or str(DEFAULT_CORPUS)], progress=bar.show)
            _show_problems(summary.problems)
        elif not is_settled(store):
            settle(store, progress=bar.show)
    options = {"port": str(asked.port), "address": asked.address, "baseUrlPath": asked.base_path.strip("/")}
    flags = [word for key, value in options.items() if value for word in (f"--server.{key}", value)]
    os.environ["CHANCERY_STORE"] = _absolute(url)
    os.chdir(ROOT)
    print(f"Chancery at http://{asked.address}:{asked.port}/{asked.base_path.strip('/')}", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py"), *flags])


Command = tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]
COMMANDS: Mapping[str, Command] = {
    "ingest": ("read articles into the store", _arrange_ingest, run_ingest),
    "status": ("say what the store holds", _arrange_status, run_status),
    "export": ("write a table as CSV, JSON Lines or Parquet", _arrange_export, run_export),
    "extract": ("print everything found in articles, without a store", _arrange_extract, run_extract),
    "serve": ("serve the dashboard", _arrange_serve, run_serve),
}


# Parts


def _add_store(command: argparse.ArgumentParser, default: str | None = DEFAULT_URL) -> None:
    command.add_argument(
        "--store",
        default=os.environ.get("CHANCERY_STORE") or default,
        metavar="URL",
        help=f"where the store is (environment: CHANCERY_STORE; default: {DEFAULT_URL})",
    )


def _day(words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"found {words!r}; allowed: a day such as 2023-09-15") from error


def _port(words: str) -> int:
    if words.isdecimal() and 0 < int(words) < 65_536:
        return int(words)
    raise argparse.ArgumentTypeError(f"found {words!r}; allowed: 1 to 65535")


def _check_free(address: str, port: int) -> None:
    """Nothing, when a server can listen there; else raises ChanceryError."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((address, port))
    except OSError as error:
        raise ChanceryError(f"cannot listen on {address}, port {port}: {error.strerror}") from error


def _drop_unwritten() -> None:
    # What is still unwritten must not raise at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _own_store(corpus: str) -> str:
    """The address of the store of one corpus: the same for the same path."""
    name = hashlib.sha256(str(Path(corpus).resolve()).encode()).hexdigest()[:8]
    return f"sqlite:///data/corpus-{name}.db"


def _absolute(url: str) -> str:
    """The address with its file named in full, so that it holds in another working folder."""
    path = url.removeprefix("sqlite:///")
    return f"sqlite:///{Path(path).resolve()}" if url.startswith("sqlite:///") and path else url


@contextmanager
def _opened(url: str, *, must_exist: bool = False) -> Iterator[Store]:
    """The store at ``url``, closed behind the block. Raises SourceError when it must exist and does not."""
    path = Path(url.removeprefix("sqlite:///"))
    if must_exist and url.startswith("sqlite:///") and not path.exists():
        raise SourceError(f"found no store at {url}; allowed: a store that ingest has made")
    store = open_store(url)
    try:
        yield store
    finally:
        store.close()


def _exported(asked: argparse.Namespace) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The columns and the rows that an export asks for. Raises FilterError for a filter that is not understood."""
    from dashboard.queries.asked import understand
    from dashboard.queries.exports import exported
    from dashboard.queries.filters import FILTERS
    from dashboard.queries.loading import load_corpus

    with _opened(asked.store, must_exist=True) as store:
        corpus = load_corpus(store)
        pairs = [(row.key, value) for row in FILTERS for value in getattr(asked, row.key)]
        if pairs and asked.table in WHOLE:
            raise FilterError(f"found filters for {asked.table}; allowed: none")
        filters, notes = understand(corpus, pairs)
        if notes:
            raise FilterError(" ".join(notes))
        whole = {"people": corpus.persons, "problems": corpus.problems}
        frame = whole[asked.table] if asked.table in WHOLE else exported(corpus, EXPORTED[asked.table], filters)
        return list(frame.columns), frame.itertuples(index=False, name=None)


def _as_json(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _show_problems(problems: Sequence[Problem], most: int = MOST_SHOWN_PROBLEMS) -> None:
    for problem in problems[:most]:
        print(f"{problem.location}: found {problem.found}; allowed: {problem.allowed}", file=sys.stderr)
    if len(problems) > most:
        print(f"... and {len(problems) - most} more: see status --problems" if most else "", file=sys.stderr)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


class _Bar:
    """A progress bar on standard error: drawn over itself on a terminal, one line a step elsewhere."""

    def __init__(self) -> None:
        self.out = sys.stderr
        self.step = ""
        self.drawn = -1

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.step and self.out.isatty():
            self.out.write("\n")

    def show(self, step: str, done: int, total: int) -> None:
        """Draws how far a step is."""
        if not self.out.isatty():
            if step != self.step:
                self.out.write(f"{step} ...\n")
                self.out.flush()
            self.step = step
            return
        filled = BAR_WIDTH * done // total if total else 0
        if step != self.step or filled != self.drawn or done == total:
            end = "" if step == self.step or not self.step else "\n"
            self.out.write(f"{end}\r[{'#' * filled:<{BAR_WIDTH}}] {done:,} of {total:,} {step}")
            self.out.flush()
        self.step, self.drawn = step, filled


if __name__ == "__main__":
    sys.exit(main())
