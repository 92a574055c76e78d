"""What tells a deed, a wish or a topic and no words, each with a near-miss that is a statement; where contents end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.records import Article
from tests.language.test_quotes import content, read, source

MakeArticle = Callable[..., Article]


@pytest.mark.parametrize(
    "text",
    [
        "The senate passed a bill which outlines sanctions on two banks.",
        "Kuwait told the charge d'affaires to leave.",
        "Chad wants the bloc to lift the ban.",
        "Nobody trusted its plan to give the rebels a seat.",
        "The delegates clapped as the news reached the hall.",
        "The emir welcomed the ministers to the palace for a working dinner.",
        # a topic, or the words of others
        "Aides hurried to explain the minister's remarks.",
        "The envoy spoke about trade and the border.",
        "Chad objected to a line that said the ship had been in its waters.",
        "Ministers considered whether to close the border.",
        "Experts sought to establish who had fired the rocket.",
    ],
)
def test_a_dealing_or_a_bare_topic_is_no_statement(nlp: Language, make_article: MakeArticle, text: str) -> None:
    assert not read(nlp, make_article(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad expressed alarm at the arrest of three hundred judges.", "alarm at the arrest of three hundred judges"),
        ("The ministers called for an exchange of prisoners in June.", "an exchange of prisoners in June"),
        ("The mayor told residents to leave the city.", "residents to leave the city"),
        ("The minister wants the bloc to lift the ban.", "the bloc to lift the ban"),
        ("The envoy spoke of a new era in trade.", "a new era in trade"),
        ("Investigators have established that the rocket came from the hill.", "that the rocket came from the hill"),
        ("The army is losing the valley, the general said.", "The army is losing the valley"),
    ],
)
def test_a_near_miss_is_a_statement(nlp: Language, make_article: MakeArticle, text: str, words: str) -> None:
    article = make_article(text)
    assert words in [part for quote in read(nlp, article) for part in content(article, quote)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Verdicts with what they are about.
        ("The envoy called the ruling a \"blow\" to hopes of a settlement.",
         "the ruling a \"blow\" to hopes of a settlement"),
        ("Ankara termed the resolution \"null and void\" in a statement.", "the resolution \"null and void\""),
        # To whom and what.
        ("The general assured the farmers of full payment for the land that the army took.",
         "of full payment for the land that the army took"),
        ("London warned Belgrade of air strikes if it did not pull its guns back.",
         "of air strikes if it did not pull its guns back"),
        # Words torn at a hyphen.
        ("The ministers urged de-escalation.", "de-escalation"),
    ],
)  # fmt: skip
def test_a_content_ends_where_the_words_do(nlp: Language, make_article: MakeArticle, text: str, words: str) -> None:
    article = make_article(text)
    assert words in [part for quote in read(nlp, article) for part in content(article, quote)]


@pytest.mark.parametrize(
    ("text", "words", "whose"),
    [
        ("There were stern warnings from Ankara on Friday that a raid on the port could wreck the alliance.",
         "that a raid on the port could wreck the alliance", "Ankara"),
        ("The warning by the foreign minister, delivered in Oslo, that aid might stop was not heeded.",
         "that aid might stop", "the foreign minister"),
        ("A claim from the rebels that the town had fallen was denied in the capital.",
         "that the town had fallen", "the rebels"),
        ("The bridge over the Drina was the last link with the garrison, a diplomat in Sarajevo told the Guardian.",
         "The bridge over the Drina was the last link with the garrison", "a diplomat in Sarajevo"),
    ],
)  # fmt: skip
def test_a_source_stands_between_its_cue_and_its_words(
    nlp: Language, make_article: MakeArticle, text: str, words: str, whose: str
) -> None:
    article = make_article(text)
    found = [(part, source(article, quote)) for quote in read(nlp, article) for part in content(article, quote)]
    assert any(part == words and (who or "").startswith(whose) for part, who in found)


@pytest.mark.parametrize(
    "text",
    [
        "The bloc relented in May, when Lima promised to sign.",
        "They wrote a note, a hint of what was to come.",
    ],
)
def test_when_something_was_is_nobodys_claim(nlp: Language, make_article: MakeArticle, text: str) -> None:
    assert not [q for q in read(nlp, make_article(text)) if q.found_by == "parenthetical"]
