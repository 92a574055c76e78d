"""The publication day read from an article's own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.publication import infer_published
from dashboard.language.sentences import find_passages
from dashboard.records import UNKNOWN_WHEN, Article, When, ZoneName

MakeArticle = Callable[..., Article]


def _infer(nlp: Language, article: Article) -> When:
    _, passages = next(iter(find_passages(nlp, [article])))
    return infer_published(article, passages)


def _zoned(article: Article, first: ZoneName) -> Article:
    """The article with its first line in another zone."""
    zones = (type(article.zones[0])(first, article.zones[0].start, article.zones[0].end), *article.zones[1:])
    return Article(article.id, article.text, zones)


def test_newest_told_day_or_the_next_takes_its_year_from_a_caption(nlp: Language, make_article: MakeArticle) -> None:
    text = "The two leaders on Sept. 13, 2023.\nThey met on Sept. 13.\nThe spokesman told reporters on Sept. 15."
    when = _infer(nlp, _zoned(make_article(text), "caption"))
    assert (when.first, when.last, when.basis) == (dt.date(2023, 9, 15), dt.date(2023, 9, 16), "stated")
    assert when.words == "Sept. 15"


def test_year_turns_between_caption_and_text(nlp: Language, make_article: MakeArticle) -> None:
    text = "Envoys in Geneva, Dec. 30, 2023.\nThe spokesman told reporters on Jan. 2."
    assert _infer(nlp, _zoned(make_article(text), "caption")).first == dt.date(2024, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman told reporters on Friday.",
        "The spokesman told reporters on Sept. 15.",
        "Talks failed.\nThe towers fell on Sept. 11, 2001.",
        "Talks failed.\nThe leaders last met in July 2000.",
        "",
    ],
)
def test_words_that_settle_no_day_give_none(nlp: Language, make_article: MakeArticle, text: str) -> None:
    assert _infer(nlp, make_article(text)) == UNKNOWN_WHEN


@pytest.mark.parametrize("plan", ["They will meet on Sept. 20.", "They have until Sept. 20 to leave."])
def test_days_that_lie_ahead_do_not_count(nlp: Language, make_article: MakeArticle, plan: str) -> None:
    text = f"The two leaders on Sept. 13, 2023.\n{plan}"
    assert _infer(nlp, _zoned(make_article(text), "caption")).first == dt.date(2023, 9, 13)


def test_a_promotion_line_is_not_read(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("Help us reach our goal of December 31, 2025.\nTalks failed.")
    assert _infer(nlp, _zoned(article, "promo")) == UNKNOWN_WHEN


@pytest.mark.parametrize(
    "line",
    [
        "27 March 2018",
        "TBILISI, March 27, 2018",
        "TBILISI, Mar. 27, 2018",
        "27.03.2018",
        "By Our Own Staff | 27 March 2018 | 10:15",
    ],
)
def test_a_dateline_of_its_own_gives_the_day_itself(nlp: Language, make_article: MakeArticle, line: str) -> None:
    article = make_article(f"{line}\nThe envoys left on Monday.")
    when = _infer(nlp, _zoned(article, "dateline"))
    assert (when.first, when.last, when.basis) == (dt.date(2018, 3, 27), dt.date(2018, 3, 27), "stated")


@pytest.mark.parametrize(
    "text",
    [
        "ADDIS ABABA, March 27, 2018 - The envoys left on Monday.",
        "ADDIS ABABA, March 27 (2018) - The envoys left on Monday.",
        "CARACAS, Venezuela, March 27, 2018 - The envoys left on Oct. 1.",
        "MOSCOW/TBILISI (Agency), March 27, 2018 -- The envoys left on Monday.",
        "New Delhi, March 27, 2018: The envoys left on Monday.",
        "DUBAI (March 27, 2018) — The envoys left.",
        "NEW DELHI, 27 March 2018 (Agency): The envoys left.",
    ],
)
def test_a_dateline_before_the_first_sentence_gives_the_day_itself(
    nlp: Language, make_article: MakeArticle, text: str
) -> None:
    when = _infer(nlp, make_article(text))
    assert (when.first, when.last) == (dt.date(2018, 3, 27), dt.date(2018, 3, 27))


@pytest.mark.parametrize(
    "text", ["NATO said on March 27, 2011 that it would lead.", "The UN was founded on Oct. 24, 1945."]
)
def test_capitals_in_a_sentence_are_no_dateline(nlp: Language, make_article: MakeArticle, text: str) -> None:
    when = _infer(nlp, make_article(text))
    assert when.first is None or when.first != when.last


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("MORNING BRIEF | Tuesday, March 27, 2018", True),
        ("By Ana Ruiz in Brussels | 27.03.2018, 17:20 (CET)", True),
        ("Published: Tuesday 27 March 2018", True),
        ("How the accord of 27 March 2018 came about", False),
        ("Join us on 27 March 2018 in Berlin", False),
    ],
)
def test_a_line_of_the_heading_gives_the_day_where_it_stands_apart(
    nlp: Language, make_article: MakeArticle, line: str, held: bool
) -> None:
    when = _infer(nlp, _zoned(make_article(f"{line}\nThe envoys left on Monday."), "promo"))
    assert (when.first == dt.date(2018, 3, 27)) == held


NAMED = '"We need talks," said Vladimir Putin. George W. Bush, Tony Blair, Gerhard Schröder and Jiang Zemin agreed.'


def test_a_dateline_takes_the_year_in_which_those_named_held_office(nlp: Language, make_article: MakeArticle) -> None:
    text = f"OSLO, Nov 14 (Agency) - The envoys left on Thursday.\n{NAMED}"
    when = _infer(nlp, make_article(text))
    assert (when.first, when.last, when.basis) == (dt.date(2002, 11, 14), dt.date(2002, 11, 14), "stated")


def test_a_dateline_that_fits_several_years_gives_bounds(nlp: Language, make_article: MakeArticle) -> None:
    when = _infer(nlp, make_article(f"OSLO, Nov 14 (Agency) - The envoys left.\n{NAMED}"))
    assert (when.first, when.last, when.basis) == (dt.date(2001, 11, 14), dt.date(2002, 11, 14), "era")


def test_without_a_dateline_those_named_give_bounds(nlp: Language, make_article: MakeArticle) -> None:
    when = _infer(nlp, make_article(f"The envoys left on Thursday.\n{NAMED}"))
    assert when.basis == "era"
    assert when.first is not None and when.last is not None
    assert when.first <= dt.date(2001, 2, 1) and dt.date(2003, 3, 1) <= when.last <= dt.date(2007, 12, 31)


def test_one_person_in_office_is_not_enough(nlp: Language, make_article: MakeArticle) -> None:
    text = "OSLO, Nov 14 (Agency) - The envoys left.\nTony Blair agreed."
    assert _infer(nlp, make_article(text)) == UNKNOWN_WHEN


def test_a_day_of_history_in_the_heading_does_not_outdo_the_dateline(nlp: Language, make_article: MakeArticle) -> None:
    text = f"The towers fell on Sept. 11, 2001.\nOSLO, Nov 14 (Agency) - The envoys left on Thursday.\n{NAMED}"
    assert _infer(nlp, _zoned(make_article(text), "headline")).first == dt.date(2002, 11, 14)


@pytest.mark.parametrize(
    ("credit", "day"),
    [
        ("(Northern News Agency December 12, 2006)", dt.date(2006, 12, 12)),
        ("(Morning Courier, 12 May 98)", dt.date(1998, 5, 12)),
        ("(Evening Post, 3 Jan 07; Morning Courier, 2 Jan 07)", dt.date(2007, 1, 3)),
    ],
)
def test_a_credit_in_brackets_gives_the_day(
    nlp: Language, make_article: MakeArticle, credit: str, day: dt.date
) -> None:
    text = f"The foreign ministers froze the talks on Monday.\nThey meet again in spring, an envoy said.\n{credit}"
    assert _infer(nlp, make_article(text)) == When(day, day, "stated", _infer(nlp, make_article(text)).words)


def test_of_the_credits_of_a_digest_the_newest_counts(nlp: Language, make_article: MakeArticle) -> None:
    first = "The ministry expressed regret.\n(Morning Courier, 12 May 98)\n"
    text = f"{first}The envoy was called home.\n(Evening Post, 14 May 98)"
    assert _infer(nlp, make_article(text)).first == dt.date(1998, 5, 14)


def test_brackets_inside_a_paragraph_are_no_credit(nlp: Language, make_article: MakeArticle) -> None:
    text = "Talks failed, an envoy said.\nThe treaty (signed on 12 May 1998) has lapsed."
    assert _infer(nlp, make_article(text)) == UNKNOWN_WHEN
