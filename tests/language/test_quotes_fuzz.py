"""No text, however marked, makes the quote finder raise, loop or point outside the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dashboard.language.quotes import find_quotes
from dashboard.language.sentences import find_passages
from dashboard.records import Article, Zone

CUES = "said says told asked called accused denied urged warned quoted saying according to claims concern described"
SMALL = "he she they Moscow the minister that of for as which who whether if and but not was is by talks road é 42"
SIGNS = "“ ” \" '' « » „ ‘ ’ , . : ; ? ! — - ( ) …"
WORDS = st.sampled_from([*CUES.split(), *SMALL.split(), *SIGNS.split(), "\n", "\u00a0"])
LINES = st.lists(WORDS, max_size=40).map(" ".join)
ANY = st.text(max_size=120)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(LINES, ANY), headline=st.booleans())
def test_every_span_lies_in_the_text(nlp: Language, text: str, headline: bool) -> None:
    zones, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            zones.append(Zone("headline" if headline and not zones else "body", start, start + len(line)))
        start += len(line) + 1
    article = Article("fuzz", text, tuple(zones))
    for _, passages in find_passages(nlp, [article]):
        for quote in find_quotes(article, passages, (), ()):
            spans = [*quote.content, *(span for span in (quote.cue, quote.source) if span)]
            assert quote.content
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert quote.evidence.words == text[quote.evidence.start : quote.evidence.end]
            assert all(quote.evidence.start <= span.start and span.end <= quote.evidence.end for span in spans)
