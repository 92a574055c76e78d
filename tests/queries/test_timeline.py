"""The window of the timeline, its events and its background."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.queries.briefing import figures, points
from dashboard.queries.corpus import Corpus
from dashboard.queries.coverage import (
    MEASURED_COLUMNS,
    article_rows,
    measured_rows,
    outlet_rows,
    problem_rows,
    published_days,
)
from dashboard.queries.filters import Filters
from dashboard.queries.loading import load_corpus
from dashboard.queries.timeline import (
    BIN_COLUMNS,
    EPISODE_COLUMNS,
    MARK_COLUMNS,
    TELLING_COLUMNS,
    all_days,
    background,
    episodes,
    event_bins,
    events_between,
    newest_episode,
    points_of,
    present_ids,
    reports_of,
    window_counts,
    window_of,
)
from dashboard.store import schema
from dashboard.store.counts import count_table
from dashboard.store.database import open_store
from dashboard.vocabulary.events import DOERS
from dashboard.vocabulary.measured import LEAST_FINDS
from tests.ui.small import fill, two_episodes


def test_the_window_opens_on_the_dense_weeks_not_on_the_history_behind_them(corpus: Corpus) -> None:
    window = window_of(corpus, Filters())
    assert (window.first, window.last, window.chosen) == (dt.date(2023, 9, 10), dt.date(2023, 9, 15), False)


def test_what_is_outside_the_window_is_background_and_nothing_is_lost(corpus: Corpus) -> None:
    window = window_of(corpus, Filters())
    inside, outside = events_between(corpus, Filters(), window), background(corpus, Filters(), window)
    assert set(inside["id"]) | set(outside["id"]) == set(corpus.events.frame["id"])
    assert not set(inside["id"]) & set(outside["id"])
    assert outside["title"].tolist()[-1] == "North Korea invades South Korea"


def test_a_filter_does_not_move_the_days_under_the_reader(corpus: Corpus) -> None:
    assert window_of(corpus, Filters(country=("KR",))) == window_of(corpus, Filters())


def test_days_of_the_link_are_the_window(corpus: Corpus) -> None:
    window = window_of(corpus, Filters(since=dt.date(1950, 1, 1), until=dt.date(2023, 12, 1)))
    assert len(events_between(corpus, Filters(), window)) == corpus.events.total
    only = window_of(corpus, Filters(since=dt.date(2023, 9, 13), until=dt.date(2023, 9, 13)))
    assert events_between(corpus, Filters(), only)["title"].tolist() == ["Vladimir Putin and Kim Jong Un meet"]


def test_days_the_wrong_way_round_are_put_right(corpus: Corpus) -> None:
    window = window_of(corpus, Filters(since=dt.date(2023, 9, 16), until=dt.date(2023, 9, 1)))
    assert (window.first.day, window.last.day) == (1, 16)


def test_counts_beside_the_choices_are_those_of_the_window(corpus: Corpus) -> None:
    window = window_of(corpus, Filters())
    counts = window_counts(corpus, Filters(), window, key="country")
    assert counts
    for country, count in counts.items():
        assert len(events_between(corpus, Filters(country=(country,)), window)) == count


def test_bins_hold_every_event_once(corpus: Corpus) -> None:
    window = window_of(corpus, Filters(since=dt.date(1950, 1, 1), until=dt.date(2023, 12, 1)))
    frame = events_between(corpus, Filters(), window)
    bins = event_bins(frame, window)
    assert tuple(bins.columns) == BIN_COLUMNS
    assert bins["events"].sum() == len(frame)


def test_an_event_shows_what_each_outlet_told_and_where_they_differ(corpus: Corpus) -> None:
    frame = reports_of(corpus, "e-departure")
    assert tuple(frame.columns) == TELLING_COLUMNS
    assert frame["outlet"].tolist() == ["Harbour Gazette", "Northern Herald"]
    assert points_of(corpus, ("e-departure",))["value"].tolist() == ["10 Sep 2023", "11 Sep 2023"]


def test_how_many_act_together_is_no_detail_for_readers(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'small.db'}")
    fill(store)
    with store.engine.begin() as connection:
        connection.execute(schema.report_attribute.update().values(name=DOERS, value="2"))
    assert not any(reports_of(load_corpus(store), "e-meeting")["details"])


def test_an_old_id_of_an_event_still_finds_it(corpus: Corpus) -> None:
    assert present_ids(corpus, ("e-old-meeting", "e-meeting", "e-visit")) == ("e-meeting", "e-visit")


def test_the_figures_of_the_front_page_equal_the_rows_they_open(corpus: Corpus) -> None:
    held = figures(corpus, Filters())
    since, until = all_days(corpus)
    window = window_of(corpus, Filters(since=since, until=until))
    assert held.events == len(events_between(corpus, Filters(), window))
    assert held.quotes == corpus.quotes.total == 5
    assert held.reactions == corpus.reactions.total == 6
    assert held.disagreements == 2
    assert points(corpus, Filters())["kind"].tolist()[0] == "contradiction"
    assert points(corpus, Filters(country=("US",))).empty


def test_coverage_counts_every_outlet_and_article(corpus: Corpus) -> None:
    frame = outlet_rows(corpus)
    assert frame["articles"].sum() == len(article_rows(corpus)) == 5
    herald = frame[frame["outlet"] == "Northern Herald"].iloc[0]
    assert (herald["quotes"], herald["reactions"]) == (3, 4)
    assert problem_rows(corpus).empty


def test_the_corpus_reaches_to_the_last_day_of_publication_that_is_known(corpus: Corpus) -> None:
    assert published_days(corpus) == (dt.date(2023, 9, 13), dt.date(2023, 9, 16))
    frame = corpus.articles.copy()
    frame.loc[frame.index[0], ["first_day", "last_day"]] = ["2022-06-13", "2026-06-20"]
    assert published_days(replace(corpus, articles=frame))[1] == dt.date(2023, 9, 16)
    assert outlet_rows(replace(corpus, articles=frame))["last_day"].max() == "2026-06-20"
    assert article_rows(replace(corpus, articles=frame))["id"].iloc[-1] == frame["id"].iloc[0]
    vague = replace(corpus, articles=frame[:1])
    assert published_days(vague) == (dt.date(2022, 6, 13), dt.date(2026, 6, 20))


def test_an_empty_store_has_an_empty_timeline(nothing: Corpus) -> None:
    window = window_of(nothing, Filters())
    assert tuple(events_between(nothing, Filters(), window).columns) == MARK_COLUMNS
    assert background(nothing, Filters(), window).empty
    assert outlet_rows(nothing).empty
    assert figures(nothing, Filters()).articles == 0


def test_episodes_lie_apart_and_the_latest_comes_first(corpus: Corpus) -> None:
    table = count_table(
        [str(n) for n in range(13)],
        ["1998-05-11"] * 6 + ["2023-09-13"] * 6 + ["1950-06-25"],
        ["1998-05-13"] * 6 + ["2023-09-15"] * 6 + ["1950-06-25"],
        {"country": ["IN"] * 6 + ["RU", "RU", "RU", "KP", "KP", "CN"] + ["KR"]},
    )
    held = replace(corpus, events=replace(corpus.events, table=table))
    found = [tuple(row) for row in episodes(held, Filters()).itertuples(index=False)]
    assert found == [
        (dt.date(2023, 9, 9), dt.date(2023, 9, 15), 6, ("RU", "KP")),
        (dt.date(1998, 5, 7), dt.date(1998, 5, 13), 6, ("IN",)),
    ]
    of_india = episodes(held, Filters(country=("IN",), since=dt.date(2023, 9, 9), until=dt.date(2023, 9, 15)))
    assert of_india["events"].tolist() == [0, 6]


def test_of_many_episodes_the_newest_opens_not_the_most_crowded(corpus: Corpus) -> None:
    window = window_of(two_episodes(corpus), Filters())
    assert (window.first, window.last, window.chosen) == (dt.date(2023, 9, 7), dt.date(2023, 9, 13), False)


def test_the_newest_episode_under_a_filter_is_one_with_its_events(corpus: Corpus) -> None:
    held = two_episodes(corpus)
    assert newest_episode(held, Filters(country=("IN",))) == (dt.date(1998, 5, 6), dt.date(1998, 5, 12))
    assert newest_episode(held, Filters(country=("KR",))) is None
    assert newest_episode(corpus, Filters()) is None
    assert window_of(held, Filters(country=("IN",))) == window_of(held, Filters())


def test_an_episode_counts_the_events_that_its_days_open(corpus: Corpus) -> None:
    held = two_episodes(corpus)
    for row in episodes(held, Filters()).itertuples():
        assert held.count("events", Filters().on_days(row.first, row.last)) == row.events


def test_what_is_all_to_come_is_not_the_newest_episode(corpus: Corpus) -> None:
    days = ["1998-05-12"] * 6 + ["2023-09-13"] * 5 + ["2024-06-01"] * 5
    table = count_table([str(number) for number in range(16)], days, days, {})
    window = window_of(replace(corpus, events=replace(corpus.events, table=table)), Filters())
    assert window.last == dt.date(2023, 9, 13)


@pytest.mark.parametrize(
    ("event", "first", "last"),
    [
        ("7", dt.date(2023, 9, 7), dt.date(2023, 9, 13)),
        ("2", dt.date(1998, 5, 6), dt.date(1998, 5, 12)),
        ("12", dt.date(1999, 1, 29), dt.date(1999, 2, 4)),
        ("13", dt.date(2023, 9, 7), dt.date(2023, 9, 13)),
        ("14", dt.date(2023, 9, 7), dt.date(2023, 9, 13)),
    ],
    ids=["in the newest episode", "in another", "in none", "hardly dated", "without an end"],
)
def test_the_days_shown_are_those_of_the_event_that_a_link_names(
    corpus: Corpus, event: str, first: dt.date, last: dt.date
) -> None:
    window = window_of(two_episodes(corpus), Filters(event=(event,)))
    assert (window.first, window.last) == (first, last)


def test_an_episode_of_a_day_or_two_shows_the_week_before_it(corpus: Corpus) -> None:
    table = count_table(["1", "2"], ["2023-08-02", "2023-08-03"], ["2023-08-02", "2023-08-03"], {})
    window = window_of(replace(corpus, events=replace(corpus.events, table=table)), Filters())
    assert (window.first, window.last) == (dt.date(2023, 7, 28), dt.date(2023, 8, 3))


def test_an_empty_store_has_no_episodes(nothing: Corpus) -> None:
    assert tuple(episodes(nothing, Filters()).columns) == EPISODE_COLUMNS
    assert episodes(nothing, Filters()).empty


@pytest.mark.parametrize("noun", ["quotes", "reactions"])
def test_each_rule_or_kind_that_was_measured_often_enough_is_listed(noun: str) -> None:
    frame = measured_rows(noun)
    assert tuple(frame.columns) == MEASURED_COLUMNS
    assert len(frame) > 10
    assert (frame["checked"] >= LEAST_FINDS).all()
    assert frame["precision"].between(0, 1).all()
