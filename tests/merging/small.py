"""Readings made of a few words, for the tests of merging."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dashboard.records import (
    UNKNOWN_WHEN,
    Actor,
    Article,
    Attribute,
    Evidence,
    Quote,
    Reaction,
    Reading,
    Report,
    Span,
    When,
    Zone,
)

RUTO = Actor("William Ruto", "person", "KE")
MUSEVENI = Actor("Yoweri Museveni", "person", "UG")
KENYA = Actor("Kenya", "country", "KE")
UGANDA = Actor("Uganda", "country", "UG")


def on(day: int, month: int = 5) -> When:
    """A day of 2024 that words name."""
    exact = dt.date(2024, month, day)
    return When(exact, exact, "stated", f"{exact:%B} {day}")


def between(first: int, last: int) -> When:
    """Days of May 2024 that no words name."""
    return When(dt.date(2024, 5, first), dt.date(2024, 5, last), "published")


def article(key: str, text: str, outlet: str = "") -> Article:
    """An article of one body line."""
    return Article(key, text, (Zone("body", 0, len(text)),), outlet=outlet or f"Outlet {key}")


def report(
    key: str,
    words: str,
    kind: str,
    actors: tuple[Actor, ...],
    when: When = UNKNOWN_WHEN,
    **details: str,
) -> Report:
    """A report whose evidence is the whole article; details are words of it. ``place`` fills the place too."""
    attributes = tuple(Attribute(name, value, _find(words, value)) for name, value in details.items())
    return Report(
        id=f"{key} {kind} {words[:12]}",
        evidence=Evidence(key, 0, len(words), words),
        kind=kind,
        participants=actors,
        when=when,
        status="happened",
        cue=Span(0, len(words.split()[0])),
        found_by="verb:test",
        place=details.get("place", ""),
        attributes=attributes,
    )


def reading(
    key: str, words: str, kind: str, actors: tuple[Actor, ...], when: When = UNKNOWN_WHEN, **details: str
) -> Reading:
    """An article with one report, which is the whole of it."""
    return Reading(article(key, words), reports=(report(key, words, kind, actors, when, **details),))


def statement(
    key: str, words: str, speaker: Actor, when: When, *, kind: str = "direct", reaction: str = "", condition: str = ""
) -> Reading:
    """An article that is one quote, and the reaction in it."""
    evidence = Evidence(key, 0, len(words), words)
    whole = Span(0, len(words))
    quote = Quote(f"q {key}", evidence, (whole,), None, None, (speaker,), kind, when, "test")  # type: ignore[arg-type]
    found = Reaction(
        f"r {key}", evidence, speaker, reaction, (), when, whole, "test", _find(words, condition) if condition else None
    )
    told = replace(
        report(key, words, "statement", (speaker,), when, wording=words),
        claim_id=quote.id,
        found_by=f"quote:{kind}",
    )
    return Reading(article(key, words), quotes=(quote,), reactions=(found,) if reaction else (), reports=(told,))


def _find(words: str, part: str) -> Span:
    start = words.index(part)
    return Span(start, start + len(part))
