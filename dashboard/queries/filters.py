"""What is asked: one filter is one row, with its URL key, the rows it keeps and its English words.

A link, a panel, an export and a headline are all made from the same rows, so none can say one thing and show another.
``from_url(to_url(filters))`` gives the same filters back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.errors import FilterError
from dashboard.queries.labels import FORMS, IDENTITIES, STATUSES, SURE, country_label, kind_label, reaction_label
from dashboard.queries.words import say_day, say_range
from dashboard.vocabulary.countries import UNKNOWN_COUNTRY, load_countries
from dashboard.vocabulary.reactions import load_reactions

Names = Mapping[str, Mapping[str, str]]
"""Filter key -> value -> its name on the screen, for values that only the corpus knows."""

#: No filter needs more; a longer list in a link is cut, and said to be cut.
MOST_VALUES = 200
LONGEST_VALUE = 300
#: Control characters and halves of characters, which no database or picture takes.
_NO_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a visitor asks for. Values of one filter are alternatives; different filters must all hold."""

    country: tuple[str, ...] = ()
    reaction: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return self != Filters()

    def values(self, key: str) -> tuple[str, ...]:
        """The values of one filter as a link writes them, in order."""
        held = getattr(self, FIELD.get(key, key))
        if held is None or held == "":
            return ()
        if isinstance(held, dt.date):
            return (held.isoformat(),)
        return (held,) if isinstance(held, str) else tuple(held)

    def with_values(self, key: str, values: Iterable[str]) -> Filters:
        """The same filters with other values for one key. Raises FilterError for a value that cannot be one."""
        held: dict[str, Any] = {FIELD.get(key, key): by_key(key).parse(tuple(values))}
        return replace(self, **held)

    def without(self, *keys: str) -> Filters:
        """The same filters with these keys empty."""
        empty = Filters()
        return replace(self, **{FIELD.get(key, key): getattr(empty, FIELD.get(key, key)) for key in keys})

    def on_days(self, first: dt.date | None, last: dt.date | None) -> Filters:
        """The filters with these days in place of their own."""
        return replace(self, since=first, until=last)

    def toggle(self, key: str, value: str) -> Filters:
        """The same filters with ``value`` taken out where it is held, else added."""
        held = self.values(key)
        return self.with_values(key, [v for v in held if v != value] if value in held else [*held, value])


#: URL keys that are no good names in Python.
FIELD = {"from": "since", "to": "until"}
Parsed = tuple[str, ...] | str | dt.date | None
English = Callable[[Sequence[str], Mapping[str, str]], str]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter. ``label`` heads it in the panel, ``asks`` describes it in the documentation."""

    key: str
    label: str
    asks: str
    example: str
    parse: Callable[[Sequence[str]], Parsed]
    english: English
    facet: bool = True
    """True where the panel lists the values with their counts."""
    applies: frozenset[str] = field(default_factory=lambda: frozenset({"reactions", "quotes", "events"}))
    names: Callable[[str], str] | None = None
    """The name of a value that a closed list knows; None where the corpus has to be asked."""
    otherwise: Mapping[str, tuple[str, English]] = field(default_factory=dict)
    """Noun -> its own label and English, where the filter means something a little different for it."""

    def label_for(self, noun: str) -> str:
        """The label above the values on a page of this noun."""
        return self.otherwise[noun][0] if noun in self.otherwise else self.label

    def english_for(self, noun: str) -> English:
        """The words of the headline on a page of this noun."""
        return self.otherwise[noun][1] if noun in self.otherwise else self.english


def _several(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))


def _countries(values: Sequence[str]) -> tuple[str, ...]:
    codes = tuple(UNKNOWN_COUNTRY if v.casefold() == UNKNOWN_COUNTRY else v.upper() for v in _several(values))
    return _among(codes, {*load_countries(), UNKNOWN_COUNTRY}, "a country, by its name or by a code such as JP")


def _among(values: tuple[str, ...], known: Iterable[str], allowed: str) -> tuple[str, ...]:
    held = set(known)
    for value in values:
        if value not in held:
            raise FilterError(f"“{value}” is not {allowed}")
    return tuple(dict.fromkeys(values))


def _one_of(known: Callable[[], Iterable[str]], allowed: str) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """The parser for values of a closed list, which is read when it is first needed."""
    return lambda values: _among(_several(values), known(), allowed)


def _keys_of(names: Mapping[str, str]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    return _one_of(lambda: names, f"one of {', '.join(names)}")


def _day(values: Sequence[str]) -> dt.date | None:
    if not values:
        return None
    try:
        return dt.date.fromisoformat(values[-1].strip())
    except ValueError:
        raise FilterError(f"“{values[-1]}” is not a day such as 2023-09-14") from None


def _text(values: Sequence[str]) -> str:
    return " ".join(" ".join(values).split())


def _or(words: Sequence[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``; long lists are counted."""
    if len(words) > 4:
        return f"{', '.join(words[:3])} or {len(words) - 3} others"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _named(before: str, fallback: Callable[[str], str]) -> English:
    def english(values: Sequence[str], names: Mapping[str, str]) -> str:
        return before + _or([names.get(value, "") or fallback(value) for value in values])

    return english


def _dated(before: str) -> English:
    def english(values: Sequence[str], _names: Mapping[str, str]) -> str:
        return before + say_day(dt.date.fromisoformat(values[0]))

    return english


CLAIMS = frozenset({"reactions", "quotes"})

#: Every filter, in the order of the panel and the headline.
FILTERS: tuple[Filter, ...] = (
    Filter(
        "country",
        "Country",
        "who acts or speaks, by country; `unknown` for actors whose country could not be told",
        "JP",
        _countries,
        _named("", country_label),
        names=country_label,
    ),
    Filter(
        "reaction",
        "Reaction",
        "the kind of reaction; on Quotes, quotes that carry such a reaction",
        "offers_talks",
        _one_of(load_reactions, "a kind of reaction"),
        _named("", reaction_label),
        applies=CLAIMS,
        names=reaction_label,
    ),
    Filter(
        "target",
        "Towards",
        "the country a reaction is aimed at, or that a quote speaks of",
        "RU",
        _countries,
        _named("towards ", country_label),
        applies=CLAIMS,
        names=country_label,
        otherwise={"quotes": ("About", _named("about ", country_label))},
    ),
    Filter(
        "speaker",
        "Speaker",
        "a person or body, by the id that the speaker's page shows",
        "3f2a9c41d07b",
        _several,
        _named("", lambda value: f"speaker {value}"),
        applies=CLAIMS,
    ),
    Filter(
        "identity",
        "How we know who",
        "where it was read who the speaker or actor is; `unsure` where that is not certain",
        "unsure",
        _keys_of(IDENTITIES),
        _named("who it is: ", IDENTITIES.__getitem__),
        applies=CLAIMS,
        names=IDENTITIES.__getitem__,
    ),
    Filter(
        "kind",
        "Kind of event",
        "the kind of event",
        "meeting",
        _several,
        _named("", kind_label),
        applies=frozenset({"events"}),
        names=kind_label,
    ),
    Filter(
        "status",
        "Status",
        "whether an event happened, goes on, is planned, claimed or denied",
        "planned",
        _keys_of(STATUSES),
        _named("", STATUSES.__getitem__),
        applies=frozenset({"events"}),
        names=STATUSES.__getitem__,
    ),
    Filter(
        "form",
        "Form",
        "direct, mixed or indirect quotes",
        "direct",
        _one_of(lambda: FORMS, "direct, mixed or indirect"),
        _named("", FORMS.__getitem__),
        applies=frozenset({"quotes"}),
        names=FORMS.__getitem__,
    ),
    Filter(
        "sure",
        "How sure",
        "claims found in a way that was right so often on labelled text; what was not measured is left out",
        "0.9",
        _keys_of(SURE),
        _named("", lambda value: f"right in at least {SURE[value]}"),
        applies=CLAIMS,
        names=lambda value: f"right in at least {SURE[value]}",
    ),
    Filter(
        "event",
        "Event",
        "one event, or a few picked on the timeline; an id that an event once had still finds it",
        "9b1c77aa02de",
        _several,
        _named("", lambda value: f"event {value}"),
        facet=False,
    ),
    Filter("outlet", "Outlet", "the outlet that reports it, by name", "The Citizen", _several, _named("in ", str)),
    Filter(
        "from",
        "From",
        "this day or later; a claim counts when its days can reach the range",
        "2023-09-14",
        _day,
        _dated("since "),
        facet=False,
    ),
    Filter("to", "To", "this day or earlier", "2023-09-16", _day, _dated("until "), facet=False),
    Filter(
        "words",
        "Words",
        "all of these words; words in double quotes stand together",
        "satellites",
        _text,
        lambda values, _: f"with “{values[0]}”",
        facet=False,
    ),
)
_BY_KEY = {row.key: row for row in FILTERS}
KEYS: tuple[str, ...] = tuple(_BY_KEY)


def by_key(key: str) -> Filter:
    """The row of one URL key. Raises KeyError for another word."""
    return _BY_KEY[key]


def from_url(pairs: Iterable[tuple[str, str]], *, also: Iterable[str] = ()) -> tuple[Filters, tuple[str, ...]]:
    """The filters of a link, and a sentence for each word of it that we do not understand.

    ``also`` names the keys that are no filters but belong to the view. A value that is not understood is left out of
    the filters, never replaced.
    """
    asked: dict[str, list[str]] = {}
    for key, value in pairs:
        asked.setdefault(key, []).append(value)
    filters, notes = Filters(), []
    for key, values in asked.items():
        if key in KEYS:
            filters, said = _take(filters, key, values)
            notes.extend(said)
        elif key not in set(also):
            notes.append(f"The link asks for “{key[:40]}”, which is no filter here; it was not used.")
    return filters, tuple(notes)


def _take(filters: Filters, key: str, values: Sequence[str]) -> tuple[Filters, list[str]]:
    kept: list[str] = []
    notes = []
    label = by_key(key).label
    if len(values) > MOST_VALUES:
        notes.append(f"{label}: only the first {MOST_VALUES} of {len(values)} values were used.")
    for value in (each[:LONGEST_VALUE] for each in values[:MOST_VALUES]):
        try:
            if _NO_TEXT.search(value):
                raise FilterError("a value holds characters that are no text")
            by_key(key).parse((value,))
        except FilterError as error:
            notes.append(f"{label}: {str(error)[:160]}; it was not used.")
        else:
            kept.append(value)
    return filters.with_values(key, kept), notes


def to_url(filters: Filters) -> tuple[tuple[str, str], ...]:
    """The filters as pairs of key and value, always in the same order."""
    return tuple((row.key, value) for row in FILTERS for value in filters.values(row.key))


def in_words(filters: Filters, names: Names | None = None, *, noun: str = "") -> str:
    """The filters in English: ``Japan · offers talks · since 14 Sep 2023``; empty without filters.

    ``noun`` (reactions, quotes or events) leaves out the filters that do not apply to it.
    """
    days = days_in_words(filters)
    parts = []
    for row in FILTERS:
        values = filters.values(row.key)
        if days and row.key in ("from", "to"):
            parts += [days] if row.key == "from" else []
        elif values and (not noun or noun in row.applies):
            parts.append(row.english_for(noun)(values, (names or {}).get(row.key, {})))
    return " · ".join(parts)


def days_in_words(filters: Filters) -> str:
    """``10–16 Sep 2023`` where both ends are set, and in order; else nothing."""
    first, last = filters.since, filters.until
    return say_range(first, last) if first and last and first <= last else ""


def not_applied(filters: Filters, noun: str) -> tuple[Filter, ...]:
    """The filters that are set but mean nothing for this noun; the page says so."""
    return tuple(row for row in FILTERS if filters.values(row.key) and noun not in row.applies)
