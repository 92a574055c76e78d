"""Shelves: the articles that print the same furniture, and the lines that return among them."""

from __future__ import annotations

from collections import defaultdict

import sqlalchemy as sa

from dashboard.records import Article, file_of
from dashboard.store import schema
from dashboard.store.database import Store


def shelf_of(article: Article) -> str:
    """What prints the same furniture as this article: its outlet, else the folder or the file of many articles."""
    file = file_of(article.location)
    return article.outlet or (file if file != article.location else file.rpartition("/")[0])


def repeated_lines(store: Store, times: int) -> dict[str, frozenset[str]]:
    """By shelf, the keys of the lines that at least so many of its articles have."""
    zone, article = schema.zone.c, schema.article.c
    question = (
        sa.select(article.shelf, zone.key)
        .join(schema.article, article.id == zone.article_id)
        .group_by(article.shelf, zone.key)
        .having(sa.func.count(zone.article_id.distinct()) >= times)
    )
    found: dict[str, set[str]] = defaultdict(set)
    with store.reading() as connection:
        for shelf, key in connection.execute(question):
            found[shelf].add(key)
    return {shelf: frozenset(keys) for shelf, keys in found.items()}
