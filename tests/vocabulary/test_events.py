"""Every example of a kind of event tells it, and no near-miss does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from dashboard.errors import VocabularyError
from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article
from dashboard.vocabulary import events
from dashboard.vocabulary.events import load_event_kinds

CASES = [
    pytest.param(kind.key, sentence, told, id=f"{kind.key} {'told' if told else 'not told'}: {sentence[:40]}")
    for kind in load_event_kinds().values()
    for told, sentences in ((True, kind.examples), (False, kind.near_misses))
    for sentence in sentences
]


@pytest.mark.parametrize(("key", "sentence", "told"), CASES)
def test_examples_tell_their_kind_and_near_misses_do_not(
    key: str, sentence: str, told: bool, nlp: Language, make_article: Callable[..., Article]
) -> None:
    ((article, passages),) = find_passages(nlp, [make_article(sentence)])
    kinds = {report.kind for report in read(article, passages).reports}
    assert (key in kinds) is told


def test_every_kind_has_an_example_and_a_near_miss() -> None:
    bare = [key for key, kind in load_event_kinds().items() if not (kind.examples and kind.near_misses)]
    assert bare == [events.STATEMENT]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[[kind]]\nkey = "visit"\n', "label"),
        (
            '[[kind]]\nkey="a"\nlabel="a"\nfamily="a"\ntitles=["a"]\n[[kind]]\nkey="a"\nlabel="a"\nfamily="a"\ntitles=["a"]',
            "again",
        ),
        ('[[kind]]\nkey="a"\nlabel="a"\nfamily="a"\ntitles=["a"]\nverbs=["$none"]', r"\$none"),
        ("[[kind", "TOML"),
    ],
)
def test_a_wrong_list_is_refused_with_its_reason(
    text: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / events.FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr(events, "FOLDER", tmp_path)
    with pytest.raises(VocabularyError, match=found):
        load_event_kinds.__wrapped__()
