"""Query times over 100,000 synthetic events and as many reactions and quotes.

    python -m benchmarks speed queries

The store is made in a temporary folder; texts are the same short sentence over and over, actors and days are drawn
with a fixed seed.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Callable

from dashboard.queries.briefing import figures
from dashboard.queries.corpus import Corpus
from dashboard.queries.facets import facet_counts
from dashboard.queries.filters import Filters
from dashboard.queries.loading import load_corpus
from dashboard.queries.quotes import quote_rows, speakers
from dashboard.queries.reactions import reaction_matrix, reaction_rows
from dashboard.queries.timeline import event_bins, events_between, window_of
from dashboard.records import (
    Actor,
    Article,
    Assembly,
    Event,
    Evidence,
    Quote,
    Reaction,
    Reading,
    Report,
    Span,
    When,
    Zone,
)
from dashboard.store.assembly import replace_assembly
from dashboard.store.database import open_store
from dashboard.store.readings import save_readings
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.reactions import load_reactions

EVENTS = 100_000
CLAIMS_PER_ARTICLE = 50
SENTENCE = "The foreign ministry said on Monday that new measures were under study. "
FIRST_DAY = dt.date(2014, 1, 1)
TIMES = 5


def measure_queries() -> None:
    """Prints the median time of each question that a page asks."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/synthetic.db")
        start = time.perf_counter()
        draw = random.Random(1)
        events: list[Event] = []
        for batch in range(EVENTS // CLAIMS_PER_ARTICLE // 100):
            readings = [_reading(batch * 100 + n, draw) for n in range(100)]
            save_readings(store, readings)
            events.extend(_event(report) for reading in readings for report in reading.reports)
        replace_assembly(store, Assembly(events))
        print(f"queries: {len(events):,} events, reactions and quotes saved in {time.perf_counter() - start:.0f} s")
        start, worked = time.perf_counter(), time.process_time()
        corpus = load_corpus(store)
        took, worked = time.perf_counter() - start, time.process_time() - worked
        print(f"  load into memory              {took:8.1f} s ({worked:.1f} s of CPU), once a store version")
        for name, question in _questions(corpus).items():
            took, worked = _median(question)
            print(f"  {name:<30}{took * 1000:8.1f} ms ({worked * 1000:.1f} ms of CPU)")


def _median(question: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and seconds of CPU, which other programs on the machine disturb less."""
    taken, worked = [], []
    for _ in range(TIMES):
        start, busy = time.perf_counter(), time.process_time()
        question()
        taken.append(time.perf_counter() - start)
        worked.append(time.process_time() - busy)
    return statistics.median(taken), statistics.median(worked)


def _questions(corpus: Corpus) -> dict[str, Callable[[], object]]:
    everything = Filters()
    japan = Filters(country=("JP",), since=dt.date(2020, 1, 1), until=dt.date(2020, 12, 31))
    words = Filters(country=("JP",), words="measures study")
    return {
        "four figures": lambda: figures(corpus, everything),
        "matrix, all": lambda: reaction_matrix(corpus, everything),
        "matrix, one country and year": lambda: reaction_matrix(corpus, japan),
        "evidence, one country and year": lambda: reaction_rows(corpus, japan),
        "filter counts": lambda: facet_counts(corpus, japan, noun="reactions", key="reaction"),
        "speakers with counts": lambda: speakers(corpus, everything),
        "quotes of a country and year": lambda: quote_rows(corpus, japan),
        "two words, one country": lambda: quote_rows(corpus, words, sort="relevance"),
        "timeline, binned": lambda: event_bins(
            events_between(corpus, everything, window_of(corpus, everything)), window_of(corpus, everything)
        ),
    }


def _reading(number: int, draw: random.Random) -> Reading:
    text = f"Report {number}.\n" + SENTENCE * CLAIMS_PER_ARTICLE
    article_id = f"synthetic-{number:06}"
    day = FIRST_DAY + dt.timedelta(days=draw.randrange(3650))
    zones = (Zone("headline", 0, text.index("\n")), Zone("body", text.index("\n") + 1, len(text)))
    article = Article(article_id, text, zones, outlet=f"Outlet {number % 500}", published=When(day, day, "metadata"))
    countries = sorted(load_countries())
    kinds = list(load_reactions())
    quotes, reactions, reports = [], [], []
    for place in range(CLAIMS_PER_ARTICLE):
        start = zones[1].start + place * len(SENTENCE)
        end = start + len(SENTENCE) - 1
        evidence = Evidence(article_id, start, end, text[start:end])
        country = countries[min(int(draw.paretovariate(0.6)) - 1, len(countries) - 1)]
        actor = Actor(f"Speaker {draw.randrange(5000)}", "person", country)
        when = When(day - dt.timedelta(days=draw.choice([0, 0, 0, 6])), day, "stated", "Monday")
        key = f"{number:06}-{place:02}"
        content, cue = Span(start + 36, end), Span(start + 21, start + 25)
        source = Span(start, start + 20)
        quotes.append(Quote(f"q{key}", evidence, (content,), cue, source, (actor,), "indirect", when, "synthetic"))
        reactions.append(
            Reaction(f"r{key}", evidence, actor, draw.choice(kinds), (draw.choice(countries),), when, cue, "synthetic")
        )
        reports.append(Report(f"e{key}", evidence, "meeting", (actor,), when, "happened", cue, "synthetic"))
    return Reading(article, quotes=tuple(quotes), reactions=tuple(reactions), reports=tuple(reports))


def _event(report: Report) -> Event:
    title = f"{report.participants[0].name} meets"
    return Event(
        f"v{report.id}", title, report.kind, report.when, report.status, report.participants, "", (report.id,), 1
    )
