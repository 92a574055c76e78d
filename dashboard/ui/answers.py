"""The store and the answers to questions, held once for each version of the store and shared by all visitors."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from dashboard.queries.corpus import Corpus
from dashboard.queries.loading import held_corpus
from dashboard.store.database import DEFAULT_URL, Store, open_store

Answer = TypeVar("Answer")
#: Where the store is, unless the environment says otherwise.
STORE_VARIABLE = "CHANCERY_STORE"
MOST_ANSWERS = 500


def store_url() -> str:
    """The address of the store: of the environment, else the file that comes with the product."""
    return os.environ.get(STORE_VARIABLE) or DEFAULT_URL


@st.cache_resource(show_spinner=False)
def held_store(url: str) -> Store:
    """The open store at an address."""
    return open_store(url)


def present_corpus() -> Corpus:
    """The corpus as the store holds it now."""
    return held_corpus(held_store(store_url()))


def ask(query: Callable[..., Answer], corpus: Corpus, *asked: Any, **options: Any) -> Answer:
    """``query(corpus, *asked, **options)``, worked out once for each version of the store.

    The answer is shared: nobody may change it.
    """
    name = f"{query.__module__}.{query.__qualname__}"
    key = (corpus.store.url, corpus.version, name, asked, tuple(sorted(options.items())))
    found: Answer = _answer(key, query, corpus, asked, options)
    return found


@st.cache_resource(show_spinner=False, max_entries=MOST_ANSWERS)
def _answer(key: Any, _query: Callable[..., Any], _corpus: Corpus, _asked: Any, _options: Any) -> Any:
    return _query(_corpus, *_asked, **_options)


@st.cache_resource(show_spinner=False)
def freeze_imports() -> None:
    """Keeps what was imported out of each later garbage collection: most of the time of a rerun, otherwise."""
    gc.collect()
    gc.freeze()
