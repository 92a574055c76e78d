"""Days of undated articles, from dated articles of the same episode."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time

from dashboard.merging.days import infer_days
from dashboard.records import UNKNOWN_WHEN, Actor, Article, Mention, Reading, Span, Timex, When, Zone

MONDAY = dt.date(2022, 5, 16)
DAY = dt.timedelta(1)


def _reading(
    article_id: str, text: str, published: dt.date | None = None, days: dict[str, dt.date] | None = None
) -> Reading:
    """A reading whose lines are body, with a timex for each of ``days``."""
    zones, start = [], 0
    for line in text.split("\n"):
        zones.append(Zone("body", start, start + len(line)))
        start += len(line) + 1
    when = When(published, published, "metadata") if published else UNKNOWN_WHEN
    timexes = []
    for words, day in (days or {}).items():
        place = text.index(words)
        span = Span(place, place + len(words))
        timexes.append(Timex(span, "DATE", day.isoformat(), When(day, day, "stated", words)))
    return Reading(Article(article_id, text, tuple(zones), published=when), timexes=tuple(timexes))


FERRY = (
    "The ferry operator Baltrans halted all crossings to Ventava harbour on {0}, port director Ilze Krumina said.\n"
    "Krumina told Radio Kurzeme that crossings from Ventava would resume once divers had cleared the harbour mouth."
)
DATED = _reading("dated", FERRY.format("May 16"), MONDAY, {"May 16": MONDAY})
OTHER = _reading("other", "Wheat prices rose in Chicago after the drought report.", MONDAY - 300 * DAY)
UNDATED = (
    "Baltrans ferries stopped crossing to Ventava harbour, its port director Ilze Krumina announced{0}.\n"
    "Divers must clear the harbour mouth before crossings from Ventava resume, Krumina told Radio Kurzeme."
)


def test_a_dated_neighbour_gives_bounds_that_hold_its_day() -> None:
    when = infer_days([DATED, OTHER, _reading("undated", UNDATED.format(""))])["undated"]
    assert when.basis == "episode"
    assert when.first == MONDAY
    assert when.last in (MONDAY, MONDAY + DAY)


def test_the_weekday_of_a_statement_picks_the_day_of_the_same_statement() -> None:
    later = _reading("later", FERRY.format("May 16"), MONDAY + 3 * DAY, {"May 16": MONDAY})
    when = infer_days([later, OTHER, _reading("undated", UNDATED.format(" on Monday"))])["undated"]
    assert when.first == MONDAY
    assert when.last is not None and when.last <= MONDAY + 2 * DAY


def test_an_article_of_another_story_stays_without_a_day() -> None:
    stranger = _reading("stranger", "The choir of Graz sang Bruckner to a full house and two encores followed.")
    assert infer_days([DATED, OTHER, stranger]) == {}


def test_those_in_office_then_keep_an_article_from_the_days_of_others() -> None:
    undated = _reading("undated", UNDATED.format(""))
    names = ("George W. Bush", "Tony Blair", "Jacques Chirac")
    named = tuple(Mention(Span(i, i + 1), (Actor(name, "person"),), "name") for i, name in enumerate(names))
    assert "undated" in infer_days([DATED, OTHER, undated])
    assert infer_days([DATED, OTHER, dataclasses.replace(undated, mentions=named)]) == {}


def test_two_episodes_alike_but_years_apart_give_no_day() -> None:
    again = _reading("again", FERRY.format("May 16"), MONDAY + 800 * DAY, {"May 16": MONDAY + 800 * DAY})
    more = _reading("more", FERRY.format("May 16"), MONDAY + 800 * DAY, {"May 16": MONDAY + 800 * DAY})
    once = _reading("once", FERRY.format("May 16"), MONDAY, {"May 16": MONDAY})
    found = infer_days([DATED, once, again, more, OTHER, _reading("undated", UNDATED.format(""))])
    assert found == {}


def test_dated_articles_keep_their_day_and_nothing_comes_from_nothing() -> None:
    assert infer_days([]) == {}
    assert infer_days([DATED, OTHER]) == {}
    assert infer_days([_reading("undated", UNDATED.format(""))]) == {}


def test_order_of_the_articles_does_not_matter() -> None:
    readings = [DATED, OTHER, _reading("undated", UNDATED.format(""))]
    assert infer_days(readings) == infer_days(readings[::-1])


def test_a_thousand_articles_take_seconds_not_minutes() -> None:
    def story(number: int, day: dt.date | None) -> Reading:
        names = " ".join(f"Name{number // 4}x{k}" for k in range(12))
        common = " ".join(f"word{(number * 7 + k * 13) % 400}" for k in range(150))
        return _reading(f"a{number}", f"{names} met. {common}.", day)

    readings = [story(number, MONDAY + number // 4 * DAY if number % 4 else None) for number in range(1000)]
    start = time.process_time()
    found = infer_days(readings)
    assert time.process_time() - start < 20
    assert len(found) > 200


def test_one_statement_alike_is_not_an_episode() -> None:
    other = (
        "Crossings from Ventava resume once divers have cleared the harbour mouth, Krumina told Radio Kurzeme.\n"
        "The museum of Riga bought six paintings by Purvitis at an auction in Stockholm.\n"
        "Its curator praised the colours of the late landscapes and their quiet melancholy.\n"
        "Visitors may see them from the spring in the restored hall beside the river.\n"
    )
    assert infer_days([DATED, OTHER, _reading("undated", other)]) == {}


def test_the_days_of_those_in_office_bound_the_answer() -> None:
    undated = _reading("undated", UNDATED.format(""))
    era = When(MONDAY - 900 * DAY, MONDAY - 200 * DAY, "era")
    earlier = Reading(Article("undated", undated.article.text, undated.article.zones, published=era))
    assert infer_days([DATED, OTHER, earlier]) == {}
    around = When(MONDAY - 200 * DAY, MONDAY + 200 * DAY, "era")
    inside = Reading(Article("undated", undated.article.text, undated.article.zones, published=around))
    assert infer_days([DATED, OTHER, inside])["undated"].first == MONDAY
