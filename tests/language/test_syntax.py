"""The parse as lists: whole columns hold what spaCy says of each token."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dashboard.language import syntax
from dashboard.language.lines import token_edges
from dashboard.language.syntax import read_words
from dashboard.records import Span

TEXTS = [
    "",
    " \n ",
    "Peru left.",
    "In Lima, where Chile's envoy, who had been summoned, spoke, the minister said that talks had failed. Why? “No.”",
]


@pytest.mark.parametrize("text", TEXTS)
def test_columns_hold_what_each_token_says(nlp: Language, text: str) -> None:
    doc = nlp(text)
    words = read_words(doc)
    assert words.lowers == [token.lower_ for token in doc]
    assert words.deps == [token.dep_ for token in doc]
    assert words.entities == [token.ent_type_ for token in doc]
    assert words.heads == [token.head.i for token in doc]
    assert words.starts == [token.idx for token in doc]
    assert words.sentences == [(sentence.start, sentence.end) for sentence in doc.sents]


@pytest.mark.parametrize("text", TEXTS)
def test_edges_are_those_of_all_that_hangs_on_a_token(nlp: Language, text: str) -> None:
    doc = nlp(text)
    edges = [token.left_edge.i for token in doc], [token.right_edge.i for token in doc]
    assert token_edges(read_words(doc).heads) == edges


def test_what_the_parser_hangs_on_the_doer_belongs_to_the_deed(nlp: Language) -> None:
    words = read_words(nlp("The recall by Belarus of its envoy to Poland made headlines."))
    assert words.lowers[words.heads[words.lowers.index("of")]] == "recall"
    words = read_words(nlp("A report by the Bank of Chad was published."))
    assert words.lowers[words.heads[words.lowers.index("of")]] == "bank"


def test_a_range_of_the_text_as_tokens(nlp: Language) -> None:
    words = read_words(nlp("Chad left the talks."))
    assert words.within(Span(105, 113), offset=100) == range(1, 3)


def test_a_participle_after_a_comma_is_an_afterthought(nlp: Language) -> None:
    words = read_words(nlp("Chad left the talks, accusing Mali of delay."))
    assert syntax.is_afterthought(words, words.lowers.index("accusing"))
    words = read_words(nlp("Chad left the talks accusing Mali of delay."))
    assert not syntax.is_afterthought(words, words.lowers.index("accusing"))


def test_what_the_parser_hangs_too_low_belongs_to_the_noun_of_doing(nlp: Language) -> None:
    words = read_words(nlp("The expulsion of two Spanish diplomats by Ecuador drew an angry reply."))
    assert words.lowers[words.heads[words.lowers.index("by")]] == "expulsion"
    words = read_words(nlp("Saudi Arabia ordered a halt to imports of grain from Canada."))
    assert words.lowers[words.heads[words.lowers.index("to")]] == "halt"
    words = read_words(nlp("Norway ended its cooperation with a company by the sea."))
    assert words.lowers[words.heads[words.lowers.index("by")]] != "cooperation"


def test_a_name_before_a_verb_is_its_subject(nlp: Language) -> None:
    words = read_words(nlp("Budapest says Ukraine mistreats its Hungarian minority."))
    verb = words.lowers.index("mistreats")
    subject = syntax.subject(words, verb)
    assert subject is not None
    assert words.lowers[subject] == "ukraine"
