"""Words about days: every temporal expression of an article in TIMEX3 terms, and the day of what a word tells.

A value is no finer than its words. Weekdays and dates without a year are read against the publication day and the
tense of their clause; "the same day" and "two days later" against the day told before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.attrs import LOWER, SHAPE
from spacy.tokens import Doc

from dashboard.language.periods import Period
from dashboard.language.sentences import Passage
from dashboard.language.tense import tense_of
from dashboard.language.time_rules import ALPHABET, RULES, Meaning, Setting, Words
from dashboard.language.time_words import OTHER
from dashboard.language.when import when_of
from dashboard.records import UNKNOWN_WHEN, Article, Basis, Timex, When

__all__ = ["find_dates", "when_of"]

_VAGUE = frozenset(("PAST_REF", "PRESENT_REF", "FUTURE_REF"))


def find_dates(article: Article, passages: Sequence[Passage]) -> tuple[Timex, ...]:
    """Every temporal expression of the article, in order of its place."""
    found = [(passage, start, end, meaning) for passage in passages for start, end, meaning in find_words(passage.doc)]
    published = article.published
    hint = None if published.last else max((m.period.last for *_, m in found if _is_day(m)), default=None)
    timexes: list[Timex] = []
    told: Period | None = None
    for passage, start, end, meaning in found:
        period, when = _resolve(meaning, passage.doc, start, told, published, hint)
        span = passage.span(passage.doc[start:end])
        words = article.text[span.start : span.end]
        value = (period.value if period and period.value else meaning.value) + (
            meaning.suffix if period or meaning.suffix else ""
        )
        timexes.append(Timex(span, meaning.type, value, replace(when, words=words)))
        if period and meaning.type in ("DATE", "TIME") and period.value not in _VAGUE:
            told = period
    return tuple(timexes)


def _is_day(meaning: Meaning) -> bool:
    return meaning.period is not None and meaning.period.first == meaning.period.last


def find_words(doc: Doc) -> Iterator[tuple[int, int, Meaning]]:
    """First token, end and meaning of each temporal expression, in order; of overlapping ones the longest."""
    spelled = _spell(doc)
    if not spelled.strip(OTHER):
        return
    candidates = [
        (match.start() - match.end(), match.start(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(spelled)
    ]
    taken = bytearray(len(spelled))
    chosen: list[tuple[int, int, Meaning]] = []
    for _, start, order, match in sorted(candidates, key=lambda c: c[:3]):
        end = match.end()
        if end > start and not any(taken[start:end]):
            meaning = RULES[order].handler(Words(doc, match))
            if meaning is not None:
                taken[start:end] = b"\1" * (end - start)
                chosen.append((start, end, meaning))
    yield from sorted(chosen, key=lambda c: c[0])


def _spell(doc: Doc) -> str:
    """The passage as rule characters; months that are verbs or people are taken out."""
    columns = doc.to_array([LOWER, SHAPE])
    spelled = ALPHABET.spell(columns[:, 0].tolist(), columns[:, 1].tolist())
    return spelled


def _anchors(published: When) -> tuple[dt.date | None, dt.date | None]:
    return published.first, published.last


def _resolve(
    meaning: Meaning, doc: Doc, start: int, told: Period | None, published: When, hint: dt.date | None
) -> tuple[Period | None, When]:
    """The period that is meant and its days; no period when the publication day does not settle it."""
    if meaning.period is not None:
        return meaning.period, When(meaning.period.first, meaning.period.last, "stated")
    if meaning.resolve is None:
        return None, UNKNOWN_WHEN
    names_day = meaning.value[:5] == "XXXX-" and meaning.value[5:7].isdigit()
    basis: Basis = "event" if meaning.event else "stated" if names_day else "relative"
    first, last = _anchors(published)
    if last is None:
        if hint is None or not names_day:
            return None, When(None, None, basis)
        first = last = hint
    tense = tense_of(doc[start]) if meaning.value[:4] == "XXXX" else ""
    late = meaning.resolve(Setting(last, tense, told))
    early = late if first == last else meaning.resolve(Setting(first, tense, told)) if first else None
    if late is None:
        return None, When(None, None, basis)
    known = When(
        None if early is None or early.first == dt.date.min else early.first,
        None if late.last == dt.date.max else late.last,
        basis,
    )
    return (late if early == late else None), known
