"""Passages: the parsed lines of an article, each at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from dashboard.language.sentences import find_passages, straighten
from dashboard.records import Article, Zone


def test_a_passage_knows_where_its_words_stand(nlp: Language, make_article: Callable[..., Article]) -> None:
    article = make_article("First line.\n\nThe “deal” is off, Oslo’s envoy said.")
    _, passages = next(find_passages(nlp, [article]))
    word = next(token for token in passages[1].doc if token.text == "deal")
    assert passages[1].span(word).of(article.text) == "deal"
    assert passages[1].span(passages[1].doc[:]).of(article.text) == article.text.split("\n")[2]


def test_only_zones_with_news_are_read(nlp: Language) -> None:
    text = "Share\nTalks failed."
    article = Article("a", text, (Zone("nav", 0, 5), Zone("body", 6, len(text))))
    _, passages = next(find_passages(nlp, [article]))
    assert [passage.doc.text for passage in passages] == ["Talks failed."]


@given(st.text())
def test_plain_marks_keep_every_offset(text: str) -> None:
    assert len(straighten(text)) == len(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Canada, Brazil, Colombia and Peru recognised the new government.",
        "Norway, Sweden, Finland and Denmark signed the treaty.",
    ],
)
def test_a_list_of_countries_is_one_list(nlp: Language, make_article: Callable[..., Article], sentence: str) -> None:
    _, (passage,) = next(find_passages(nlp, [make_article(sentence)]))
    assert {token.dep_ for token in passage.doc if token.ent_type_ == "GPE"} == {"nsubj", "conj"}


def test_the_country_of_a_city_is_no_second_country(nlp: Language, make_article: Callable[..., Article]) -> None:
    _, (passage,) = next(find_passages(nlp, [make_article("They met in Geneva, Switzerland, on Monday.")]))
    assert all(token.dep_ != "conj" for token in passage.doc)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("LIMA, July 10, 1997 (Agency) - Chile has left.", ["LIMA, July 10, 1997 (Agency) - ", "Chile has left."]),
        ("MADRID/WARSAW, April 20 — Rao left.", ["MADRID/WARSAW, April 20 — ", "Rao left."]),
        ("NATO ships left - all but one - for Lima.", ["NATO ships left - all but one - for Lima."]),
        ("Lima - Rao left.", ["Lima - Rao left."]),
        ("CHINA: Beijing has left.", ["CHINA: Beijing has left."]),
    ],
)
def test_dateline_is_a_passage_of_its_own(
    nlp: Language, make_article: Callable[..., Article], line: str, parts: list[str]
) -> None:
    _, passages = next(find_passages(nlp, [make_article(f"Title of it\n\n{line}")]))
    assert [passage.doc.text for passage in passages][1:] == parts


def test_a_line_that_says_where_a_report_was_filed_is_read(nlp: Language) -> None:
    text = "LIMA (Agency) July 10\nTalks failed.\nUPDATED: 10 July"
    zones = (Zone("dateline", 0, 21), Zone("body", 22, 35), Zone("dateline", 36, len(text)))
    _, passages = next(find_passages(nlp, [Article("a", text, zones)]))
    assert [(passage.zone, passage.doc.text) for passage in passages] == [
        ("dateline", "LIMA (Agency) July 10"),
        ("body", "Talks failed."),
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("EUROPEAN Union ministers met. European envoys left.", "European Union ministers met. European envoys left."),
        ("CHINA'S envoy left. The envoy of China was late.", "China's envoy left. The envoy of China was late."),
        ("NATO ships left. Nato is short for it.", "NATO ships left. Nato is short for it."),
        ("OPEC ministers met.", "OPEC ministers met."),
        ("TALKS FAILED", "TALKS FAILED"),
    ],
)
def test_first_words_in_capitals_are_read_in_small_letters(
    nlp: Language, make_article: Callable[..., Article], line: str, read: str
) -> None:
    _, (passage,) = next(find_passages(nlp, [make_article(line)]))
    assert passage.doc.text == read
