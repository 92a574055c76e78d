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

UNUSUAL_ORDERS = [
    (
        "The minister -- who has been under fire for weeks -- said she regretted the delay.",
        ["she regretted the delay"],
        "The minister -- who has been under fire for weeks",
    ),
    (
        "The deputy, who brags he has slept in every village of the county, lost the vote.",
        ["he has slept in every village of the county"],
        "who",
    ),
    ("Although the envoy called the talks \"a useful start,\" he claimed nobody had promised him a truce.",
     ["nobody had promised him a truce"], "he"),
    ("Asked about the \"second front,\" the general said it would open soon.", ["it would open soon"], "the general"),
    ("Even then, others insist, the border will be hard to guard.",
     ["Even then", "the border will be hard to guard"], "others"),
    ("“I love every one of them,” screenwriter Ana Ruiz wrote on her page.",
     ["“I love every one of them,”"], "screenwriter Ana Ruiz"),
    ("“If they come, they will find us ready.” Ruiz said.", ["“If they come, they will find us ready.”"], "Ruiz"),
    ("“Would you talk to the rebels?” the host pressed.", ["“Would you talk to the rebels?”"], "the host"),
    ("Ruiz replied to him with, “Why now? I was at sea?” The envoy then wrote back, “You look well rested.”",
     ["“You look well rested.”"], "The envoy"),
    ("She thanked her hosts and then boomed, “Today you have proved them wrong.”",
     ["“Today you have proved them wrong.”"], "She"),
    ("Ruiz has since made amends for it: \"Yes, we were late with the files. The fault is mine.\"",
     ["\"Yes, we were late with the files. The fault is mine.\""], "Ruiz"),
    ("THE SLUMP “The slowdown is fostering a cycle of panic across much of the world.” [The Daily]",
     ["“The slowdown is fostering a cycle of panic across much of the world.”"], "The Daily"),
    ("The envoy shrugged off the report as a mere rumour.", ["the report as a mere rumour"], "The envoy"),
    ("Germany's premier heralded the deal with Turkey as a “breakthrough.”",
     ["the deal with Turkey as a “breakthrough.”"], "Germany's premier"),
    ("The boats had sunk in the night, wrote reporter Ana Ruiz, a niece of the captain, on Monday.",
     ["The boats had sunk in the night"], "reporter Ana Ruiz, a niece of the captain"),
    ("That idea, many argue, could split the party.", ["That idea", "could split the party"], "many"),
    ("The boldest promise she has made is that no school will shut.", ["that no school will shut"], "she"),
    ("The town ignored the UNHCR demand that the camp be closed.", ["that the camp be closed"], "UNHCR"),
]  # fmt: skip
NO_SOURCES = [
    "What he said was a lie.",
    "All told, up to five million people could be eligible.",
    "The so- called special relationship has not healed.",
    "The envoy shrugged off the ban.",
    "Half of the voters said no.",
    "He said nothing of it.",
]


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


@pytest.mark.parametrize(("text", "words", "who"), UNUSUAL_ORDERS)
def test_words_in_an_unusual_order_keep_their_source(
    nlp: Language, make_article: Callable[..., Article], text: str, words: list[str], who: str
) -> None:
    assert _sources(nlp, make_article(text)).get(" ".join(words)) == who


@pytest.mark.parametrize("text", NO_SOURCES)
def test_what_only_looks_like_words_of_a_source_is_left(
    nlp: Language, make_article: Callable[..., Article], text: str
) -> None:
    assert _sources(nlp, make_article(text)) == {}


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
