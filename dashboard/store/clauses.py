"""The words that queries are made of, so that rooms above the store need no database library of their own."""

from sqlalchemy import ColumnElement, Table, func, select

__all__ = ["ColumnElement", "Table", "func", "select"]
