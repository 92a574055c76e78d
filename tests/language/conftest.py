"""What the tests of language share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article

Find = Callable[[str], set[tuple[str, str]]]


@pytest.fixture
def find(nlp: Language, make_article: Callable[..., Article]) -> Find:
    """The reactions of a text, each as country and type."""

    def found(text: str) -> set[tuple[str, str]]:
        ((article, passages),) = find_passages(nlp, [make_article(text)])
        return {(each.actor.country, each.reaction) for each in read(article, passages).reactions}

    return found
