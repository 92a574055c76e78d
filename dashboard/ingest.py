"""The conductor: source, article, reading, store; then events over everything that is stored.

Each batch of articles is one transaction, and the store notes whether events were assembled after the last one. So a
run that was cut off at any moment leaves a store that opens, and the next run completes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.errors import EvidenceError
from dashboard.language.pipeline import load_pipeline
from dashboard.language.reader import read_all
from dashboard.merging.copies import group_copies
from dashboard.merging.days import infer_days
from dashboard.merging.disagreements import find_disagreements
from dashboard.merging.events import merge_events
from dashboard.merging.people import merge_people
from dashboard.merging.statements import group_statements
from dashboard.reading.articles import page_key, read_article, relabel
from dashboard.reading.sources import count_pages, find_pages, require_place
from dashboard.reading.zones import FURNITURE_ARTICLES
from dashboard.records import UNKNOWN_WHEN, Article, Assembly, Page, Problem, Reading, When, file_of
from dashboard.store.assembly import replace_assembly
from dashboard.store.database import Store, is_settled, version
from dashboard.store.problems import load_problems, note_pages, page_keys
from dashboard.store.readings import check_evidence, held_ids, load_articles, load_readings, save_readings
from dashboard.store.shelves import repeated_lines, shelf_of

#: A batch is parsed and committed as a whole: large enough to be quick, small enough to lose little and fit in memory.
BATCH_ARTICLES = 64
BATCH_CHARACTERS = 400_000
#: Publication days that come from elsewhere than the article.
FOREIGN_BASES = frozenset({"episode", "unknown"})

#: Problems for which an article was not let in.
REFUSALS = frozenset({"empty", "binary", "language", "size", "unreadable"})

Progress = Callable[[str, int, int], None]
"""Told of each step: what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. ``version`` is that of the store after it."""

    pages: int
    added: int
    held: int
    problems: tuple[Problem, ...]
    version: int


def ingest(
    store: Store, locations: Sequence[str], *, published: dt.date | None = None, progress: Progress | None = None
) -> Summary:
    """Reads everything at these places into the store and assembles events again when something changed.

    ``published`` is the day of articles that give none of their own. Raises SourceError for a place that is not there,
    before anything is read.
    """
    require_places(locations)
    tell = progress or _untold
    total = sum(count_pages(location) for location in locations)
    desk = _Desk(store, published)
    for location in locations:
        for page in find_pages(location):
            desk.take(page)
            tell("reading articles", desk.pages, max(total, desk.pages))
    desk.close()
    if not is_settled(store):
        settle(store, progress=tell)
    return Summary(desk.pages, desk.added, desk.held, tuple(desk.problems), version(store))


def require_places(locations: Sequence[str]) -> None:
    """Nothing, when there is something at each of these places; else raises SourceError."""
    for location in locations:
        require_place(location)


def settle(store: Store, *, progress: Progress | None = None) -> None:
    """Brings everything that looks across articles up to date: furniture, days, copies, people, events."""
    tell = progress or _untold
    _read_again(store, tuple(_relabelled(store)), tell, "reading articles again without furniture")
    _read_again(store, tuple(_redated(store)), tell, "reading undated articles again")
    tell("assembling events", 0, 1)
    replace_assembly(store, assemble(tuple(load_readings(store, mentions=False))))
    tell("assembling events", 1, 1)


def assemble(readings: Sequence[Reading]) -> Assembly:
    """All that merging makes of these readings."""
    copies = group_copies([reading.article for reading in readings])
    people = merge_people(readings)
    events = merge_events(readings, copies)
    return Assembly(
        events=events,
        disagreements=find_disagreements(events, readings),
        persons=people.persons,
        person_ids=people.ids,
        copies=copies,
        statements=group_statements(events, readings),
    )


def extract(locations: Sequence[str]) -> Iterator[Reading | Problem]:
    """What is found in each article at these places, without a store. Raises SourceError for one that is not there."""
    require_places(locations)
    waiting: list[Article] = []
    for location in locations:
        for page in find_pages(location):
            article, problems = read_article(page) if isinstance(page, Page) else (None, (page,))
            yield from problems
            waiting += [article] if article is not None else []
            if len(waiting) >= BATCH_ARTICLES:
                yield from _extracted(waiting)
                waiting = []
    yield from _extracted(waiting)


def _extracted(articles: Sequence[Article]) -> Iterator[Reading | Problem]:
    if articles:
        readings, failed = read_batch(articles)
        yield from readings
        yield from failed


def read_batch(articles: Sequence[Article]) -> tuple[list[Reading], list[Problem]]:
    """The readings of these articles, and a problem for each whose rules failed; that one is read without claims."""
    readings, problems = [], []
    for found in read_all(load_pipeline(), articles):
        if isinstance(found, Reading):
            try:
                check_evidence(found)
            except EvidenceError as error:
                found = (found.article, error)
        if not isinstance(found, Reading):
            article, failure = found
            told = f"a text on which a rule fails ({type(failure).__name__}: {failure})"
            problems.append(Problem(article.location, told, "nothing: please report it", "rule"))
            found = Reading(article)
        readings.append(found)
    return readings, problems


def _untold(_step: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


class _Desk:
    """Where pages wait until there are enough for a batch."""

    def __init__(self, store: Store, published: dt.date | None) -> None:
        self.store = store
        self.published = published
        self.known = set(held_ids(store))
        self.read_before = page_keys(store)
        self.known_problems: dict[str, list[Problem]] = {}
        for problem in load_problems(store):
            self.known_problems.setdefault(problem.location, []).append(problem)
        self.places_met: set[str] = set()
        self.problems: list[Problem] = []
        self.pages = self.added = self.held = 0
        self._clear()

    def take(self, page: Page | Problem) -> None:
        """Puts what the page holds among what waits, and writes that when it is enough."""
        self.pages += 1
        self.places_met.add(page.location)
        if isinstance(page, Problem):
            self.fresh.append(page)
        else:
            self._take_page(page)
        if len(self.keys) >= BATCH_ARTICLES or self.characters > BATCH_CHARACTERS:
            self.commit()

    def commit(self) -> None:
        """Reads what waits and writes it, with the problems met on the way."""
        if self.waiting:
            readings, failed = read_batch(self.waiting)
            self.added += save_readings(self.store, readings)
            self.fresh.extend(failed)
        if self.places or self.fresh:
            # Behind the articles: a page counts as read only when its article is in the store.
            note_pages(self.store, self.places, self.fresh, self.keys)
        self.problems.extend(self.fresh)
        self._clear()

    def close(self) -> None:
        """Writes what still waits, and forgets the problems of lines that their file no longer has."""
        self.commit()
        files = {file_of(place) for place in self.places_met}
        if gone := [place for place in self.known_problems if file_of(place) in files and place not in self.places_met]:
            note_pages(self.store, gone, ())

    def _clear(self) -> None:
        self.waiting: list[Article] = []
        self.places: list[str] = []
        self.keys: list[str] = []
        self.fresh: list[Problem] = []
        self.characters = 0

    def _take_page(self, page: Page) -> None:
        key = page_key(page, str(self.published or ""))
        if key in self.read_before:
            known = self.known_problems.get(page.location, [])
            self.fresh.extend(known)
            self.held += not any(problem.kind in REFUSALS for problem in known)
            return
        article, problems = read_article(page)
        self.keys.append(key)
        self.places.append(page.location)
        self.fresh.extend(problems)
        if article is None:
            return
        if article.id in self.known:
            self.held += 1
            return
        self.known.add(article.id)
        self.characters += len(article.text)
        if article.published.basis == "unknown" and self.published:
            article = replace(article, published=When(self.published, self.published, "metadata"))
        self.waiting.append(article)


def _read_again(store: Store, articles: Iterable[Article], tell: Progress, step: str) -> None:
    """Reads these articles with the day they now carry, and keeps the day they give themselves."""
    own = {article.id: article.published for article in load_articles(store, own_days=True)}
    again = tuple(articles)
    for start in range(0, len(again), BATCH_ARTICLES):
        tell(step, start, len(again))
        readings, failed = read_batch(again[start : start + BATCH_ARTICLES])
        foreign = {reading.article.id for reading in readings if reading.article.published.basis in FOREIGN_BASES}
        save_readings(store, readings, {article_id: own[article_id] for article_id in foreign})
        if failed:
            note_pages(store, [problem.location for problem in failed], failed)
    if again:
        tell(step, len(again), len(again))


def _relabelled(store: Store) -> Iterator[Article]:
    """The articles whose lines are labelled otherwise now that more of their outlet is known, dated by their header."""
    repeated = repeated_lines(store, FURNITURE_ARTICLES)
    for article in load_articles(store, own_days=True):
        keys = repeated.get(shelf_of(article), frozenset())
        again = relabel(article, keys.__contains__)
        if again.zones != article.zones:
            yield again if again.published.basis == "metadata" else replace(again, published=UNKNOWN_WHEN)


def _redated(store: Store) -> Iterator[Article]:
    """The articles without a day of their own whose day, by the other articles, is another than the one held."""
    own = {article.id: article.published for article in load_articles(store, own_days=True)}
    undated = {article_id for article_id, when in own.items() if when.basis in {*FOREIGN_BASES, "era"}}
    if not undated:
        return
    readings = [_with_day(reading, own[reading.article.id]) for reading in load_readings(store)]
    days = infer_days(readings)
    for article in load_articles(store):
        day = days.get(article.id, own[article.id])
        if article.id in undated and day != article.published:
            yield replace(article, published=day)


def _with_day(reading: Reading, day: When) -> Reading:
    return (
        reading
        if reading.article.published == day
        else replace(reading, article=replace(reading.article, published=day))
    )
