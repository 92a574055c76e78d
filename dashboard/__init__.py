"""Chancery reads articles on diplomatic events and shows quotes, reactions and events with their evidence.

The map: ``records`` and ``errors`` are the ground, with the closed word lists of ``vocabulary``. On the first floor
``reading`` turns files into articles, ``language`` turns articles into claims, ``merging`` turns claims of many
articles into events, ``store`` keeps all of it. ``ingest`` conducts these four. Above, ``queries`` answer questions
with frames, ``charts`` draw them, ``ui`` and ``pages`` show them, ``routes`` serve them to programs.
``docs/house.md`` tells the same at length.
"""

__version__ = "0.1.0"
