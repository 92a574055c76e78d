"""The timeline as a figure: lanes, rows, labels, shapes."""

from __future__ import annotations

import pytest

from dashboard.charts.style import DARK, LIGHT
from dashboard.charts.timeline import counts_figure, timeline_figure
from dashboard.queries.corpus import Corpus
from dashboard.queries.filters import Filters
from dashboard.queries.timeline import Window, event_bins, events_between, window_of
from tests.charts.frames import FIRST, LAST, frame_of


def test_the_figure_holds_every_event_with_its_id(corpus: Corpus) -> None:
    window = window_of(corpus, Filters())
    frame = events_between(corpus, Filters(), window)
    figure = timeline_figure(frame, first=window.first, last=window.last, palette=LIGHT, chosen=("e-meeting",))
    ids = [key for trace in figure.data for key in (trace.customdata if trace.customdata is not None else ())]
    assert sorted(ids) == sorted(frame["id"])
    ranges = figure.data[0]
    assert "Kim Jong Un leaves Pyongyang" in str(figure.to_dict())
    assert len(ranges.x) >= 3


def test_planned_events_are_hollow_and_uncertain_days_faded(corpus: Corpus) -> None:
    window = window_of(corpus, Filters())
    figure = timeline_figure(
        events_between(corpus, Filters(), window), first=window.first, last=window.last, palette=DARK
    )
    symbols = {str(trace.marker.symbol) for trace in figure.data[1:]}
    assert any(symbol.endswith("-open") for symbol in symbols)


def test_words_of_an_article_are_no_tags_for_the_chart() -> None:
    frame = frame_of([(1, 0, "JP")]).assign(title="<b onclick=x>$a$</b>")
    made = str(timeline_figure(frame, first=FIRST, last=LAST, palette=LIGHT).to_dict())
    assert "<b onclick" not in made
    assert "$a$" not in made


def test_many_events_become_counts() -> None:
    frame = frame_of([(i % 20, 0, "JP") for i in range(60)])
    bins = event_bins(frame, Window(FIRST, LAST, chosen=True))
    figure = counts_figure(bins, first=FIRST, last=LAST, palette=LIGHT)
    assert len(figure.data[0].x) == 20


@pytest.mark.parametrize(("countries", "side"), [(2, "bottom"), (30, "top")])
def test_a_tall_figure_names_its_days_above_the_lanes(countries: int, side: str) -> None:
    frame = frame_of([(1, 0, f"Country {index}") for index in range(countries)])
    figure = timeline_figure(frame, first=FIRST, last=LAST, palette=LIGHT)
    assert figure.layout.xaxis.side == side


def test_an_empty_window_is_a_figure_too() -> None:
    assert timeline_figure(frame_of([]), first=FIRST, last=LAST, palette=LIGHT).layout.height > 0
