"""The model is the pinned one, or nothing is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from threadpoolctl import threadpool_info

from dashboard.errors import ModelError
from dashboard.language import pipeline
from dashboard.language.pipeline import MANIFEST, check_model, find_model, hash_files, load_model

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"


def test_the_installed_model_is_the_pinned_one() -> None:
    pinned = json.loads(MANIFEST.read_text(encoding="utf-8"))["files"]
    assert hash_files(find_model()) == pinned
    check_model(find_model(), pinned)


@pytest.mark.parametrize("words", ["other words", None])
def test_a_changed_or_missing_file_is_named(tmp_path: Path, words: str | None) -> None:
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "model").write_text("words", encoding="utf-8")
    pinned = hash_files(tmp_path)
    if words is None:
        (tmp_path / "ner" / "model").unlink()
    else:
        (tmp_path / "ner" / "model").write_text(words, encoding="utf-8")
    with pytest.raises(ModelError, match="ner/model: found"):
        check_model(tmp_path, pinned)


def test_the_name_card_of_the_package_is_not_pinned(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    assert hash_files(tmp_path) == {}


def test_without_a_model_the_way_to_get_one_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MODEL_PACKAGES", ("no_such_model",))
    with pytest.raises(ModelError, match="make install"):
        find_model()


def test_numpy_and_blis_multiply_to_the_same_parse() -> None:
    texts = [page.read_text(encoding="utf-8") for page in sorted(CORPUS.glob("*.md"))[:3]]
    ours, theirs = (
        [
            (token.text, token.tag_, token.dep_, token.head.i, token.lemma_, token.ent_iob_, token.ent_type_)
            for doc in nlp.pipe(texts)
            for token in doc
        ]
        for nlp in (pipeline.load_pipeline(), load_model(find_model(), use_blis=True))
    )
    assert len(ours) > 500
    assert ours == theirs


def test_a_process_that_reads_multiplies_in_one_thread() -> None:
    pipeline.load_pipeline()
    assert [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"] == [1]
