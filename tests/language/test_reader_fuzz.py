"""Whatever the words and lines, an article is read to the end and all that is found lies in its text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article

#: Words that the rules of offices, texts, deeds and conditions look at, to stand beside each other in any order.
ROWS = (
    "an aide to|the president|Kofi Annan|the minister, Ana Ruiz,|a Gambian in|Oslo|the ministry's|a spokesman for",
    "its envoy|he|they|the three|Chad, Mali and Niger|Russia|the note|a joint statement of|the resolution|said|told",
    "condemned|urged|called on|vetoed|the decision to expel|denied|if|unless|hoping that|, it said,|in|by|of",
    'and|that|to|, who|,|.|;|:|-|"|\n|“We regret it”|was summoned|would be hit by sanctions|one said|in the evening',
    "one of its leaders|the North|with Moscow demanding|was how it was described by|This was stated by|in a note of",
)
PIECES = [piece for row in ROWS for piece in row.split("|")]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_any_words_are_read(nlp: Language, make_article: Callable[..., Article], pieces: list[str]) -> None:
    article = make_article(" ".join(pieces))
    for each, passages in find_passages(nlp, [article]):
        reading = read(each, passages)
        spans = [part for quote in reading.quotes for part in quote.content]
        spans += [mention.span for mention in reading.mentions]
        assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
        assert all(found.evidence.words in article.text for found in (*reading.quotes, *reading.reactions))
