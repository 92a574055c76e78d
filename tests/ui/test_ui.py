"""Links, marks and the visit that a link makes: pure parts of what is shown."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries.certainty import own_chance
from dashboard.queries.corpus import Corpus
from dashboard.queries.coverage import accuracy_rows, measured_rows
from dashboard.queries.filters import Filters, from_url
from dashboard.queries.labels import UNNAMED, reaction_label
from dashboard.queries.quotes import quote_rows
from dashboard.queries.reactions import country_totals, reaction_matrix, reaction_rows
from dashboard.queries.timeline import BIN_COLUMNS, all_days, window_of
from dashboard.queries.words import several
from dashboard.store.counts import count_table
from dashboard.ui.chart import bars_in_words
from dashboard.ui.events import compared, comparison, point_list
from dashboard.ui.evidence import cards, citation, role_of, undashed
from dashboard.ui.frame import empty_state, headline, pinned_link
from dashboard.ui.front import scoped
from dashboard.ui.links import Links, original
from dashboard.ui.lists import found_elsewhere, speakers_called
from dashboard.ui.marks import LONG, Mark, differing, escape, folded, marked
from dashboard.ui.matrix import MOST_ROWS, MOST_TARGETS, grid_of, how_right, matrix
from dashboard.ui.panel import filter_panel
from dashboard.ui.period import episode_choice, on_chart
from dashboard.ui.profile import speaker_profile
from dashboard.ui.strips import day_strip
from dashboard.ui.tables import accuracy_table, folded_table
from dashboard.ui.views import VIEWS, view_of
from dashboard.ui.visit import Visit, read_visit
from dashboard.vocabulary.countries import load_countries
from tests.ui.small import two_episodes

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>javascript:alert(3)\"'`$x$ [a](javascript:b)"


def visit_of(corpus: Corpus, key: str, *pairs: tuple[str, str], base: str = "") -> Visit:
    return read_visit(view_of(key), corpus, pairs, base=base)


# Links


def test_links_carry_filters_and_only_the_options_that_are_set() -> None:
    links = Links("/press")
    assert links.view("briefing") == "/press/"
    assert (
        links.view("reactions", Filters(country=("JP",)), by="target", sort="")
        == "/press/reactions?country=JP&by=target"
    )
    assert links.article("a1", 12, 30) == "/press/article?id=a1&span=12-30"
    assert links.speaker("p1", Filters(country=("JP",))) == "/press/quotes?country=JP&speaker=p1"
    assert links.export("quotes", "csv", Filters(words="a b")) == "/press/api/quotes.csv?words=a+b"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://x/y", "//x", "java\nscript:x", "", "http://[", "x"]
)
def test_an_original_that_is_not_on_the_web_has_no_link(url: str) -> None:
    assert original(url, "words") == ""


def test_an_original_opens_at_its_words() -> None:
    assert original("https://x.example/a#b", "one two") == "https://x.example/a#:~:text=one%20two"
    assert original("http://x.example/", "1 2 3 4 5 6 7 8 9 10 11 12 13-14").endswith(
        "1%202%203%204%205%206,8%209%2010%2011%2012%2013%2D14"
    )


# Marks


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marks_never_change_the_words_and_let_no_tag_through(text: str, spans: list[tuple[int, int]]) -> None:
    made = marked(text, [Mark(min(s), max(s), "cue", title=HOSTILE) for s in spans])
    bare = re.sub(r"</?mark[^>]*>", "", made)
    assert bare == escape(text)
    assert "<" not in bare


def test_marks_that_overlap_are_cut_at_each_others_ends() -> None:
    assert marked("abcd", [Mark(0, 3, "x"), Mark(2, 4, "y")]).count("<mark") == 4


def test_hostile_words_are_words() -> None:
    assert "<" not in escape(HOSTILE)
    assert '"' not in escape(HOSTILE)
    assert "\u202e" not in escape("a\u202eb")
    assert html.unescape(escape("a < b & 'c'")) == "a < b & 'c'"


def test_words_that_the_first_wording_lacks_are_marked() -> None:
    made = differing("No papers were signed", "No agreements were signed")
    assert made == 'No <mark class="differs">papers</mark> were signed'
    assert "<mark" not in differing("Something else entirely", "No agreements were signed")


def test_long_words_fold_to_their_beginning_and_what_stands_around_the_marks() -> None:
    words = "First words. " + "middle " * 200 + "Putin denied it. " + "later " * 200
    start = words.index("denied")
    made = folded(words, [Mark(start, start + 6, "cue"), Mark(0, len(words), "content")])
    shown = re.sub(r'<span class="far">.*?</span>', "", made)
    assert "First words" in shown
    assert 'Putin </mark><mark class="content"><mark class="cue">denied' in shown
    assert len(re.sub(r"<[^>]+>", "", shown)) < LONG
    assert 'class="far"' not in folded(words[: LONG - 1], [])


@given(st.lists(st.text("ab ", max_size=400), max_size=6), st.lists(st.integers(0, 2000), max_size=4))
def test_folding_loses_no_word(parts: list[str], places: list[int]) -> None:
    words = " ".join(parts)
    made = folded(words, [Mark(at, at + 5, "cue") for at in places if at + 5 <= len(words)])
    assert re.sub(r"<[^>]+>", "", made.replace('<span class="gap"> … </span>', "")) == words


# Lists


@pytest.mark.parametrize(("words", "shown"), [("peskov", True), ("talks", False)])
def test_a_search_for_a_name_leads_to_the_speaker_too(corpus: Corpus, words: str, shown: bool) -> None:
    made = speakers_called(visit_of(corpus, "quotes", ("words", words), ("from", "2023-09-01")))
    assert ("Dmitry Peskov</a>" in made) == shown
    assert ("/quotes?speaker=" in made) == shown
    assert "words=" not in made


def test_a_search_says_what_other_pages_hold_of_it(corpus: Corpus) -> None:
    visit = visit_of(corpus, "quotes", ("words", "Pyongyang"))
    made = found_elsewhere(visit)
    events = Filters(words="Pyongyang").on_days(*all_days(corpus))
    assert corpus.count("events", events)
    assert f">{several(corpus.count('events', events), 'event')}</a>" in made
    assert escape(visit.links.view("timeline", events)) in made
    assert ("reaction" in made) == bool(corpus.count("reactions", Filters(words="Pyongyang")))
    assert found_elsewhere(visit_of(corpus, "quotes")) == ""
    assert found_elsewhere(visit_of(corpus, "quotes", ("words", "zebra"))) == ""


def test_a_long_table_folds_and_keeps_its_heads() -> None:
    made = folded_table((("Outlet", ""),), [[str(index)] for index in range(43)], "outlet")
    assert "<summary>3 more outlets</summary>" in made
    assert made.count("<th ") == 2
    assert "<summary>" not in folded_table((("Outlet", ""),), [["one"]], "outlet")


@pytest.mark.parametrize(("countries", "told"), [(30, False), (31, True)])
def test_bars_say_that_there_are_more_countries_than_they_show(countries: int, told: bool) -> None:
    day = dt.date(2023, 9, 1)
    rows = [(f"C{index}", f"Country {index}", day, day, 1) for index in range(countries)]
    said = bars_in_words(pd.DataFrame(rows, columns=list(BIN_COLUMNS)))
    assert ("Only the 30 most active of 31 countries" in said) == told


# Filters at the side


def test_of_very_many_choices_the_panel_lists_some_and_finds_the_others_by_name(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.ui.panel.MOST", 3)
    monkeypatch.setattr("dashboard.ui.panel.LONG", 0)
    visit = visit_of(corpus, "quotes", ("country", "JP"), ("speaker", "nobody"), ("sort", "oldest"))
    panel = filter_panel(visit, ("speaker",))
    assert panel.count('id="f-speaker') == 3
    total = corpus.quotes.frame["person"].nunique()
    assert f"{total - 3:,} more are found by name" in panel
    assert 'action="/quotes?country=JP&amp;sort=oldest"' in panel
    assert '<input type="search" data-name="speaker"' in panel
    monkeypatch.setattr("dashboard.ui.panel.LONG", 20)
    few = filter_panel(visit, ("speaker",))
    assert "data-name" not in few
    assert "by name" not in few


def test_a_filter_of_one_value_is_left_out_until_it_is_set(corpus: Corpus) -> None:
    table = count_table(["a"], ["2023-09-15"], ["2023-09-15"], {"outlet": ["Harbour Gazette"]})
    held = replace(corpus, quotes=replace(corpus.quotes, table=table, frame=corpus.quotes.frame[:1]))
    assert "Outlet" not in filter_panel(visit_of(held, "quotes"), ("outlet",))
    assert "Outlet" in filter_panel(visit_of(held, "quotes", ("outlet", "Harbour Gazette")), ("outlet",))


def test_the_fold_of_a_filter_says_apart_what_has_hits_and_what_has_none(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.ui.panel.FIRST", 1)
    countries = corpus.quotes.counts("country", corpus.keep("quotes", Filters(words="conference")))
    hits, total = sum(map(bool, countries.values())), len(countries)
    panel = filter_panel(visit_of(corpus, "quotes", ("words", "conference")), ("country",))
    told = (f"{hits - 1:,} more" if hits > 1 else "", f"{total - hits:,} without a hit" if total > hits else "")
    assert f"<summary>{', '.join(filter(None, told))}</summary>" in panel
    assert "near" not in panel
    assert 'class="facet near"' in filter_panel(visit_of(corpus, "quotes"), ("country",), near=("country",))


# Episodes


def test_the_front_page_of_many_episodes_is_about_the_newest_until_a_link_names_days(corpus: Corpus) -> None:
    held = two_episodes(corpus)
    assert scoped(visit_of(held, "briefing")).filters == Filters().on_days(dt.date(2023, 9, 7), dt.date(2023, 9, 13))
    india = scoped(visit_of(held, "briefing", ("country", "IN"))).filters
    assert (india.country, india.until) == (("IN",), dt.date(1998, 5, 12))
    named = visit_of(held, "briefing", ("from", "1998-05-01"))
    assert scoped(named) == named
    alone = visit_of(corpus, "briefing")
    assert scoped(alone) == alone


def test_episodes_are_picked_by_days_countries_and_counts_and_the_present_one_is_marked(corpus: Corpus) -> None:
    held = two_episodes(corpus)
    made = episode_choice(visit_of(held, "timeline"), window_of(held, Filters()))
    assert re.search(
        r'<a href="/timeline\?from=2023-09-07&amp;to=2023-09-13" aria-current="true">7–13 Sep 2023</a> '
        r"<span>North Korea · 5 events</span>",
        made,
    )
    assert "6–12 May 1998</a> <span>India · 6 events</span>" in made
    assert "All days" in made
    narrowed = visit_of(held, "timeline", ("country", "KP"))
    assert "1998" not in episode_choice(narrowed, window_of(held, Filters())).partition("All days")[0]
    assert episode_choice(visit_of(corpus, "timeline"), window_of(corpus, Filters())) == ""


def test_a_chart_is_drawn_where_the_picked_event_stands_on_it() -> None:
    events = pd.DataFrame({"id": ["a", "b"]})
    assert on_chart((), events)
    assert on_chart(("x", "b"), events)
    assert not on_chart(("x",), events)
    assert not on_chart((), events[:0])


# Visits


def test_unknown_words_of_a_link_are_said_on_the_page(corpus: Corpus) -> None:
    visit = visit_of(
        corpus, "reactions", ("country", "XX"), ("speaker", "nobody"), ("sort", "upwards"), ("nonsense", "1")
    )
    assert visit.filters == Filters()
    assert visit.options["sort"] == "newest"
    page = headline(visit, shown=6, total=6)
    assert all(word in page for word in ("XX", "nobody", "upwards", "nonsense"))


def test_a_filter_that_means_nothing_here_is_kept_and_said(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("form", "direct"))
    assert visit.filters.form == ("direct",)
    assert "does not apply to reactions" in visit.notes[0]
    assert "form=direct" in visit.here()


def test_a_pinned_link_names_days_and_version_and_speaks_up_when_the_corpus_changed(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("country", "JP"))
    link = pinned_link(visit, visit.filters)
    assert f"version={corpus.version}" in link
    assert "to=2023-" in link
    assert visit_of(corpus, "reactions", ("version", str(corpus.version))).notes == ()
    assert "changed since" in visit_of(corpus, "reactions", ("version", "999")).notes[0]


def test_the_headline_says_n_of_n(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("country", "JP"), ("reaction", "offers_talks"), ("from", "2023-09-14"))
    made = headline(visit, shown=2, total=6)
    assert "Japan · offers talks · since 14 Sep 2023" in made
    assert '<span class="b">2</span> of 6 reactions' in made


def test_here_leaves_out_options_at_their_usual_value(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("sort", "oldest"))
    assert visit.here() == "/reactions?sort=oldest"
    assert visit.here(sort="newest") == "/reactions"


def test_an_empty_view_says_which_filter_to_loosen(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("country", "CN"), ("words", "zzz"))
    made = empty_state(visit, "reactions", {"country": 0, "words": 1})
    assert "Without the filter “Words”" in made
    assert "1 reaction<" in made
    assert "Country" not in made


def test_an_empty_corpus_says_how_to_fill_it(nothing: Corpus) -> None:
    assert "ingest" in empty_state(visit_of(nothing, "quotes"), "quotes", {})


# Cards and matrix


def test_a_card_says_who_whom_what_when_where_and_how_sure(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("country", "KR"))
    made = cards(visit, reaction_rows(corpus, visit.filters), "reactions")
    for words in (
        "South Korea",
        "considers sanctions",
        "Russia",
        "if an arms deal is struck",
        "15 Sep 2023",
        "Northern Herald",
    ):
        assert words in made
    assert re.search(r'href="/article\?[^"]*span=\d+-\d+"', made)
    assert "How sure?" in made


def test_wordings_of_a_statement_stand_side_by_side(corpus: Corpus) -> None:
    visit = visit_of(corpus, "quotes", ("speaker", "p-peskov"))
    made = cards(visit, quote_rows(corpus, visit.filters), "quotes")
    assert "1 other wording, differing words marked" in made
    assert '<mark class="differs">papers</mark>' in made
    assert "reported by 2 independent outlets" in made
    assert "(inferred day)" in made


def test_a_citation_is_one_line_without_marks(corpus: Corpus) -> None:
    row = quote_rows(corpus, Filters(speaker=("p-park",))).to_dict("records")[0]
    said = citation(row)
    assert said.startswith("Park Jin (South Korean Foreign Minister): “Foreign Minister Park Jin said")
    assert said.endswith("https://herald.example/summit")


def test_an_article_that_names_no_outlet_goes_by_its_title(corpus: Corpus) -> None:
    frame = quote_rows(corpus, Filters(speaker=("p-park",))).assign(outlet=UNNAMED, title="Talks in Seoul")
    assert "<span>“Talks in Seoul”</span>" in cards(visit_of(corpus, "quotes"), frame, "quotes")
    assert UNNAMED not in citation(frame.to_dict("records")[0])
    reports = [
        {"outlet": UNNAMED, "title": title, "day_basis": "unknown", "place": place, "status": "happened", "details": ()}
        for title, place in (("Talks in Seoul", "Seoul"), ("Talks abroad", "Busan"))
    ]
    (place,) = compared(reports)
    assert dict(place.values) == {"Seoul": ["“Talks in Seoul”"], "Busan": ["“Talks abroad”"]}


def test_a_card_says_how_often_such_claims_are_right(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("reaction", "considers_sanctions"))
    made = cards(visit, reaction_rows(corpus, visit.filters), "reactions")
    assert re.search(r'<summary>How sure\? <span class="share">right in \d+ of 100</span></summary>', made)


def test_relayed_words_show_their_chain_and_an_unsure_speaker_is_said_to_be_one(corpus: Corpus) -> None:
    frame = quote_rows(corpus, Filters(speaker=("p-park",)))
    frame = frame.assign(relayed_by="Yonhap news agency", relayed_country="KR", identity="unsure")
    made = cards(visit_of(corpus, "quotes"), frame, "quotes")
    chain = "Park Jin → Yonhap news agency (South Korea) → Northern Herald"
    assert f'<p class="chain">{chain}</p>' in made
    assert f"<dt>Passed on</dt><dd>{chain}</dd>" in made
    assert "identity not certain" in made
    assert "(as told by Yonhap news agency) Northern Herald" in citation(frame.to_dict("records")[0])


def test_a_role_that_the_name_tells_already_is_not_told_again() -> None:
    assert role_of("counterparts", "Japanese counterparts") == ""
    assert role_of("scholar", "Fyodor Tertitskiy") == "scholar"


def test_a_speaker_page_says_who_when_about_whom_and_in_which_words(corpus: Corpus) -> None:
    made = speaker_profile(visit_of(corpus, "quotes", ("speaker", "p-peskov")), "p-peskov")
    for words in ("Kremlin spokesman", "Russia", "read elsewhere in the same article", "see one", "15 Sep 2023"):
        assert words in made
    assert "About whom" in made
    assert speaker_profile(visit_of(corpus, "quotes"), "nobody") == ""


def test_words_over_time_say_with_which_verb_they_were_told(corpus: Corpus) -> None:
    made = speaker_profile(visit_of(corpus, "quotes"), "p-peskov")
    assert "Their words over time" in made
    assert re.search(r'<span class="quiet small">said</span> <a href="/article', made)


def test_each_number_of_the_matrix_opens_as_many_statements(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions", ("from", "2023-09-01"))
    filters = visit.filters
    frame, sums = reaction_matrix(corpus, filters), country_totals(corpus, filters)
    made = matrix(visit, grid_of(frame, sums, filters, over="reaction", everyone=False))
    numbers = re.findall(r'<td[^>]*><a href="([^"]*)"[^>]*>(\d+)(?:<small>if</small>)?</a></td>', made)
    assert len(numbers) > 10
    for link, count in numbers:
        query = html.unescape(link).partition("?")[2]
        pairs = [tuple(pair.split("=", 1)) for pair in query.split("&")]
        opened, notes = from_url(pairs)  # type: ignore[arg-type]
        assert notes == ()
        assert reaction_rows(corpus, opened)["statement"].nunique() == int(count), link


def test_the_most_active_countries_stand_first_and_a_few_others_need_no_click(corpus: Corpus) -> None:
    visit = visit_of(corpus, "reactions")
    frame, sums = reaction_matrix(corpus, Filters()), country_totals(corpus, Filters())
    few = grid_of(frame, sums, Filters(), over="reaction", everyone=False)
    assert [sums[code] for code in few.rows] == sorted(sums.values(), reverse=True)
    assert set(few.rows) == {"US", "KR", "JP", "RU", "CN"}
    assert few.others == ()
    assert "1<small>if</small>" in matrix(visit, few)


def test_chosen_countries_stand_side_by_side_at_the_top_and_many_others_fold_into_one_row(corpus: Corpus) -> None:
    sums = {f"X{number}": 20 - number for number in range(15)} | {"JP": 1}
    frame = reaction_matrix(corpus, Filters())
    many = grid_of(frame, sums, Filters(country=("X14", "JP")), over="reaction", everyone=False)
    assert many.rows[:3] == ("X14", "JP", "X0")
    assert len(many.rows) == MOST_ROWS
    assert set(many.rows) | set(many.others) == set(sums)
    assert grid_of(frame, sums, Filters(), over="reaction", everyone=True).others == ()
    assert "US" not in many.rows


def test_the_table_says_below_each_column_how_often_its_kind_was_right(corpus: Corpus) -> None:
    grid = grid_of(
        reaction_matrix(corpus, Filters()), country_totals(corpus, Filters()), Filters(), over="reaction", everyone=True
    )
    made = matrix(visit_of(corpus, "reactions"), grid)
    assert made.count("<li>") == len(grid.columns)
    for key in grid.columns:
        held = own_chance("reactions", key)
        assert held.right is not None
        assert f"{reaction_label(key)}: right in {held.right} of 100, {held.checked} checked" in made
    assert how_right(replace(grid, over="target")) == ""


def test_a_table_of_countries_aimed_at_shows_those_aimed_at_most_and_those_chosen() -> None:
    codes = list(load_countries())[: MOST_TARGETS + 5]
    frame = pd.DataFrame(
        [("US", code, 100 - at, "") for at, code in enumerate(codes)],
        columns=["country", "column", "statements", "conditional"],
    )
    filters = Filters(target=(codes[-1],))
    grid = grid_of(frame, {"US": 1}, filters, over="target", everyone=False)
    assert grid.columns == (*codes[:MOST_TARGETS], codes[-1])
    assert grid_of(frame, {"US": 1}, filters, over="target", everyone=True).columns == tuple(codes)


def test_the_dash_of_a_list_is_no_word_of_a_sentence(corpus: Corpus) -> None:
    row = quote_rows(corpus, Filters()).head(1)
    words = f"- {row['words'].iloc[0]}"
    made = cards(visit_of(corpus, "quotes"), row.assign(words=words, start=row["start"] - 2), "quotes")
    assert "<blockquote>-" not in made
    assert undashed("– A point • of a list") == "A point • of a list"


def test_coverage_lists_every_measured_kind_of_reaction() -> None:
    made = accuracy_table(accuracy_rows(), accuracy_rows(articles="unread"))
    for row in measured_rows("reactions").itertuples(index=False):
        assert reaction_label(row.key) in made
    assert "a verb of saying with its clause" in made
    assert "parenthetical" not in made


def test_columns_run_from_hostile_to_cooperative(corpus: Corpus) -> None:
    grid = grid_of(
        reaction_matrix(corpus, Filters()), country_totals(corpus, Filters()), Filters(), over="reaction", everyone=True
    )
    assert grid.columns == ("threatens_sanctions", "considers_sanctions", "denies", "offers_talks", "praises")


def test_a_strip_of_days_has_a_column_for_each_day_between() -> None:
    made = day_strip({"2023-09-13": 2, "2023-09-15": 1}, lambda a, b: f"/t?from={a}&to={b}", "events")
    assert made.count("<a href=") == 3
    assert 'role="group" aria-label="Events by day"' in made
    assert "Wed 13 Sep 2023: 2 events" in made
    assert day_strip({}, lambda a, b: "", "events") == ""


@pytest.mark.parametrize(
    ("last", "tick"),
    [("2023-09-14", "13"), ("2024-03-01", "13 Sep"), ("2025-09-13", "Sep 2023"), ("2099-09-13", "2023")],
)
def test_a_strip_names_its_days_as_closely_as_its_length_needs(last: str, tick: str) -> None:
    made = day_strip({"2023-09-13": 1, last: 1}, lambda first, last: first, "events")
    assert re.search(rf'<span class="tick">{tick}(<|$)', made)


def test_a_strip_of_days_may_reach_to_the_end_of_the_calendar() -> None:
    made = day_strip({"2023-09-13": 2}, lambda a, b: f"/t?from={a}&to={b}", "events", ends=(dt.date.max, dt.date.max))
    assert "to=9999-12-31" in made


def test_every_page_file_has_its_row_in_the_table_of_views() -> None:
    from pathlib import Path

    pages = {path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py")}
    assert pages == {view.key for view in VIEWS}
    with pytest.raises(KeyError):
        view_of("nonsense")


# Events


def reports(*days: tuple[str | None, str | None], place: Sequence[str] = ()) -> list[dict[str, Any]]:
    """One report of each outlet with its days and place."""
    places = [*place, *[""] * len(days)]
    return [
        {
            "outlet": f"Outlet {index}",
            "first_day": first,
            "last_day": last,
            "day_basis": "stated",
            "place": places[index],
            "status": "happened",
            "details": (),
        }
        for index, (first, last) in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (reports(("2023-09-13", "2023-09-13"), ("2023-09-13", "2023-09-13")), "they agree<"),
        (reports(("2023-09-13", "2023-09-13"), ("2023-09-07", "2023-09-14")), "they agree, some say more"),
        (reports(("2023-09-10", "2023-09-10"), ("2023-09-11", "2023-09-11")), "they differ"),
        (reports(("2023-09-10", "2023-09-10"), ("2023-09-01", None)), "they agree, some say more"),
    ],
)
def test_days_that_share_a_day_do_not_differ(told: list[dict[str, Any]], verdict: str) -> None:
    assert verdict in comparison(compared(told))


def test_one_wording_inside_another_does_not_differ() -> None:
    day = ("2023-09-13", "2023-09-13")
    assert not any(one.differs for one in compared(reports(day, day, place=("Amur region", "Amur region of Russia"))))
    assert [one.name for one in compared(reports(day, day, place=("Moscow", "Vladivostok"))) if one.differs] == [
        "place"
    ]


def test_the_part_of_a_country_in_which_a_town_lies_is_no_other_place() -> None:
    day = ("2023-09-13", "2023-09-13")
    (_, place) = compared(reports(day, day, place=("Vladivostok", "the far east of Russia")))
    assert place.verdict == "they agree, some say more"


def test_values_that_differ_in_precision_only_are_not_said_to_contradict_each_other() -> None:
    told = reports(("2023-09-13", "2023-09-13"), ("2023-09-13", "2023-09-13"))
    for report, value in zip(told, ("about five hours", "four to five hours"), strict=True):
        report["details"] = (("duration", value, None, None),)
    (_, duration) = compared(told, ["about five hours", "four to five hours"])
    assert duration.verdict == "they differ in precision"
    assert duration.differs


@pytest.mark.parametrize(("disputed", "verdict"), [((), "they agree, some say more"), (("speaker",), "they differ")])
def test_one_speaker_in_other_words_is_no_difference(disputed: Sequence[str], verdict: str) -> None:
    told = reports(("2023-09-13", "2023-09-13"), ("2023-09-13", "2023-09-13"))
    for report, value in zip(told, ("the foreign minister", "Park Jin"), strict=True):
        report["details"] = (("speaker", value, None, None),)
    (_, speaker) = compared(told, disputed=disputed)
    assert speaker.verdict == verdict


def test_a_point_tells_each_value_once_with_the_sentences_of_all_who_say_so(corpus: Corpus) -> None:
    points = corpus.disagreements
    first = points[points["id"] == points["id"].iloc[0]]
    made = point_list(visit_of(corpus, "briefing"), first)
    values = {value.partition(", from “")[0] for value in first["value"]}
    assert made.count("<b>") - made.count("<b>Contradiction") - made.count("<b>Disputed") == len(values)
    assert made.count("<q>") == len(first)


def test_a_long_list_of_places_and_of_outlets_folds(corpus: Corpus) -> None:
    one = quote_rows(corpus, Filters(speaker=("p-park",))).head(1)
    many = pd.concat([one.assign(id=f"{number}", outlet=f"Outlet {number}") for number in range(20)])
    made = cards(visit_of(corpus, "quotes"), many, "quotes")
    assert "<summary>14 more</summary>" in made
    assert made.count("Outlet ") >= 20
    told = comparison(compared(reports(*[("2023-09-13", "2023-09-13")] * 20)))
    assert "Outlet 5 and 14 more" in told
