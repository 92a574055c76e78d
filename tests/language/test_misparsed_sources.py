"""Who speaks where the parser hung the source elsewhere, and where a verb moves somebody to speak."""

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
    ("text", "words", "who"),
    [
        ("The new rule would require ministers in Lima to acknowledge that the plan had failed.",
         "that the plan had failed", "ministers in Lima"),
        ("The win led her to declare that the race was over.", "that the race was over", "her"),
        ("It is common for state media to portray the talks as a farce.", "the talks as a farce", "state media"),
        ("The minister emailed supporters saying the struggle went on.", "the struggle went on", "The minister"),
        ("In a statement to the agency, her policy adviser, Ana Ruiz, said: \"We will wait for the vote.\"",
         "\"We will wait for the vote.\"", "her policy adviser, Ana Ruiz"),
        ("While campaigning for her son Omar Haddad, former premier Ana Ruiz said the treaty was dead.",
         "the treaty was dead", "former premier Ana Ruiz"),
        ("In a note to Rao, Ruiz, head of a think tank, recounted a talk she had had with him.",
         "a talk she had had with him", "Ruiz"),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_the_source_is_who_speaks(
    nlp: Language, make_article: Callable[..., Article], text: str, words: str, who: str
) -> None:
    assert _sources(nlp, make_article(text)).get(words) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # The place and the hearer are not moved to speak.
        ("The envoy went on television to declare that Lima would send troops.", "The envoy"),
        ("The minister promised the envoys to announce that the border was open.", "The minister"),
        ("The minister thanked the embassy staff saying the work was done.", "The minister"),
        ("On Monday the ministry said that Lima would send troops.", "the ministry"),
    ],
)
def test_what_only_stands_near_is_no_source(
    nlp: Language, make_article: Callable[..., Article], text: str, who: str
) -> None:
    assert set(_sources(nlp, make_article(text)).values()) <= {who}


def test_a_name_ends_where_its_clause_begins(nlp: Language, make_article: Callable[..., Article]) -> None:
    found = _sources(nlp, make_article("According to Rao the goods had been sent by mail."))
    assert found == {"the goods had been sent by mail": "Rao"}


def test_a_hyphen_signs_a_line_of_its_own(nlp: Language, make_article: Callable[..., Article]) -> None:
    found = _sources(nlp, make_article('"The treaty is a long game. We have time." - Ana Ruiz'))
    assert found == {'"The treaty is a long game. We have time."': "Ana Ruiz"}
    assert "Lima" not in _sources(nlp, make_article('He read "The Long Game" - Lima printed it.')).values()


def _sources(nlp: Language, article: Article) -> dict[str, str | None]:
    """The words of each quote, with the words of its source."""
    _, passages = next(find_passages(nlp, [article]))
    quotes = find_quotes(article, passages, find_actors(article, passages), find_dates(article, passages))
    return {
        " ".join(span.of(article.text) for span in quote.content): (
            quote.source.of(article.text) if quote.source else None
        )
        for quote in quotes
    }
