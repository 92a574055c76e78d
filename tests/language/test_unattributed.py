"""What has the form of a statement and is nobody's, each with a near-miss that is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.dates import find_dates
from dashboard.language.quotes import find_quotes
from dashboard.language.sentences import find_passages
from dashboard.records import Article


@pytest.mark.parametrize(
    "text",
    [
        "The panel could blame the ministry for the delay.",
        "Call it a familiarity trap.",
        "Ana Ruiz advised the bank on loans.",
        "Ana Ruiz challenged Omar Haddad for the seat.",
        "He found himself embroiled in a row with Oslo.",
        "The crisis underscored a deep rift between the allies.",
        "The rule looks ahead, so the duties requested in arrears stand.",
        "Rao, who has endorsed the treaty, flew home.",
        "The union did not endorse a candidate.",
        "Police questioned the suspects overnight.",
        "The party claimed 40 seats in the north.",
        "EMAIL: press@example.org",
        "11:06 a.m.",
        "That said, the talks went on for weeks.",
        "The council launched the “safe harbours” plan.",
    ],
)
def test_no_word_of_anybody_is_told(nlp: Language, make_article: Callable[..., Article], text: str) -> None:
    assert not _contents(nlp, make_article(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The panel blamed the ministry for the delay.", "the ministry for the delay"),
        ("I can now say that the talks have failed.", "that the talks have failed"),
        ("The envoys could not confirm that the road was open.", "that the road was open"),
        ("Ana Ruiz advised the bank to sell its loans.", "the bank to sell its loans"),
        ("Ana Ruiz challenged Omar Haddad on his record in office.", "Omar Haddad on his record in office"),
        ("The minister underscored that the rift was deep.", "that the rift was deep"),
        ("Talks had failed, as the minister told reporters.", "Talks had failed"),
        ("The party claimed that it had won 40 seats.", "that it had won 40 seats"),
    ],
)
def test_a_near_miss_is_a_statement(nlp: Language, make_article: Callable[..., Article], text: str, words: str) -> None:
    assert words in _contents(nlp, make_article(text))


def test_a_participle_does_not_take_the_words_of_the_cue_before_them(
    nlp: Language, make_article: Callable[..., Article]
) -> None:
    text = 'The department notes, "Ozone does more damage than other pollutants", highlighting the need for action.'
    assert '"Ozone does more damage than other pollutants"' in _contents(nlp, make_article(text))


def _contents(nlp: Language, article: Article) -> list[str]:
    """The words of each quote."""
    _, passages = next(find_passages(nlp, [article]))
    quotes = find_quotes(article, passages, find_actors(article, passages), find_dates(article, passages))
    return [" ".join(span.of(article.text) for span in quote.content) for quote in quotes]
