"""Who may have made a text, by its grammar."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dashboard.language.makers import makers_above, makers_behind, makers_of_text
from dashboard.language.syntax import Words, read_words


def _text(nlp: Language, sentence: str, noun: str) -> tuple[Words, int]:
    words = read_words(nlp(sentence))
    return words, words.lowers.index(noun)


@pytest.mark.parametrize(
    ("sentence", "noun", "first"),
    [
        ("A statement of the ministry was read out.", "statement", "ministry"),
        ("The letter from Chad reached Mali on Monday.", "letter", "chad"),
        ("A note issued by the embassy named no culprit.", "note", "embassy"),
        ("The text negotiated by Norway was signed.", "text", "norway"),
        ("Norway's declaration named no culprit.", "declaration", "norway"),
        ("The resolution was adopted by the council.", "resolution", "council"),
        ("Norway released a statement on Monday.", "statement", "norway"),
        ("In a communique Norway regretted the vote.", "communique", "norway"),
    ],
)
def test_the_first_named_maker(nlp: Language, sentence: str, noun: str, first: str) -> None:
    words, text = _text(nlp, sentence, noun)
    assert next(words.lowers[i] for i in makers_of_text(words, text)) == first


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("A statement carried by state radio named no culprit.", "statement"),
        ("A note rejected by the embassy named no culprit.", "note"),
        ("A letter about the embassy named no culprit.", "letter"),
    ],
)
def test_those_who_pass_a_text_on_or_reject_it_did_not_make_it(nlp: Language, sentence: str, noun: str) -> None:
    assert not list(makers_behind(*_text(nlp, sentence, noun)))


def test_those_who_judge_a_text_did_not_give_it_out(nlp: Language) -> None:
    assert not list(makers_above(*_text(nlp, "Norway rejected the statement.", "statement")))
