"""The model is the pinned one, or nothing is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.errors import ModelError
from dashboard.language import pipeline
from dashboard.language.pipeline import MANIFEST, check_model, find_model, hash_files


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
