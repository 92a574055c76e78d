"""Words of a source that the parser hung elsewhere or that stand in an unusual order; what only looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.records import Article
from tests.language.test_quotes import content, read, source

MakeArticle = Callable[..., Article]

FOUND = [
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
NOTHING = [
    "What he said was a lie.",
    "All told, up to five million people could be eligible.",
    "The so- called special relationship has not healed.",
    "The envoy shrugged off the ban.",
    "Half of the voters said no.",
    "He said nothing of it.",
]


@pytest.mark.parametrize(("text", "words", "who"), FOUND)
def test_finds(nlp: Language, make_article: MakeArticle, text: str, words: list[str], who: str) -> None:
    """The words and their source are found."""
    article = make_article(text)
    assert (words, who) in [(content(article, quote), source(article, quote)) for quote in read(nlp, article)]


@pytest.mark.parametrize("text", NOTHING)
def test_leaves(nlp: Language, make_article: MakeArticle, text: str) -> None:
    """Nothing is taken for words of a source."""
    assert read(nlp, make_article(text)) == ()
