"""The nouns of Chancery: frozen records that every room shares.

Offsets are half-open ``(start, end)`` code points into ``Article.text``, which never changes after it was read.
Countries are ISO 3166-1 alpha-2 codes or one of the pseudo codes of ``vocabulary/countries.csv`` (``UN``, ``EU``,
``NATO``, ``WEST`` ...). Days are calendar days as the article tells them, without a time zone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

ZoneName = Literal[
    "headline", "dek", "byline", "dateline", "caption", "body", "subhead", "related", "bio", "promo", "nav", "tags"
]
#: The zones in which claims are looked for.
READ_ZONES: frozenset[str] = frozenset({"headline", "dek", "caption", "body"})

Basis = Literal["stated", "relative", "event", "inherited", "metadata", "episode", "era", "published", "unknown"]
"""Where a day comes from.

stated     the words name it: "Sept. 13, 2023", "in August 2017"
relative   words that count from the publication day: "Friday", "last month"
event      words that count from another event: "a day after the summit"
inherited  no words here; the day of the sentence that this one continues
metadata   the publication day that the page or file header gives
episode    bounds or day taken from dated articles of the same episode
era        bounds of a publication day, from the terms of the office-holders whom the article names
published  no words at all: bounds from the publication day
unknown    nothing is known; first and last are None
"""

Modality = Literal["done", "announced", "threatened", "considered", "offered", "demanded", "denied", "claimed"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["person", "government", "country", "body", "armed_forces", "group", "media", "people", "unnamed"]
MentionForm = Literal["name", "metonym", "country", "nationality", "office", "description", "pronoun"]
Status = Literal["happened", "planned", "claimed", "denied", "ongoing"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Zone:
    """One line of an article and what it is. The text stays; a zone only labels it."""

    name: ZoneName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """A range of days, no finer than its words. ``first`` and ``last`` are inclusive; None is an open end."""

    first: dt.date | None
    last: dt.date | None
    basis: Basis
    words: str = ""
    """The words the day was read from, empty where it has none."""

    @property
    def is_day(self) -> bool:
        """True when first and last are the same known day."""
        return self.first is not None and self.first == self.last


UNKNOWN_WHEN = When(None, None, "unknown")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in which article a claim can be read. ``words`` must equal the article's slice; the store checks it."""

    article_id: str
    start: int
    end: int
    words: str

    def overlaps(self, other: Evidence) -> bool:
        """True when the two share at least one character of one article."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, government or body as one article shows it.

    ``name`` is the fullest form the article gives ("Park Jin", "White House"); ``country`` is a
    code or "" when unknown; ``role`` is the role at the time, in the words of the text or of the dated table.
    ``found_by`` says where identity and country come from: "text", "article", "articles", "holders" or "unsure".
    """

    name: str
    kind: ActorKind
    country: str = ""
    role: str = ""
    found_by: str = "text"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for one or more actors ("the two leaders" has two). ``place`` marks a place, not an actor."""

    span: Span
    actors: tuple[Actor, ...]
    form: MentionForm
    place: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression in TIMEX3 terms: ``type`` DATE, TIME, DURATION or SET, and the ISO-like ``value``."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    when: When


@dataclass(frozen=True, slots=True)
class Article:
    """A report as it was read. ``id`` is made from the content, so reading the same file twice gives the same id."""

    id: str
    text: str
    zones: tuple[Zone, ...]
    title: str = ""
    outlet: str = ""
    url: str = ""
    location: str = ""
    """The path or address it was read from, as shown to a reader."""
    published: When = UNKNOWN_WHEN
    retells: str = ""
    """The report that this text retells, when its header names one."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a source said, wrote or thought, as attributed by the article."""

    id: str
    evidence: Evidence
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speakers: tuple[Actor, ...]
    kind: QuoteKind
    when: When
    found_by: str
    relayed_by: Actor | None = None
    addressees: tuple[Actor, ...] = ()
    topics: tuple[str, ...] = ()
    """Codes of the countries that the content speaks of."""
    manner: Literal["speech", "thought", "stance", "finding"] = "speech"
    """Said or written; believed, wanted or known; backed or opposed; shown by a poll or report."""


@dataclass(frozen=True, slots=True)
class Act:
    """One predicate with who does it to whom, coded in PLOVER: what reactions and reports are made from."""

    span: Span
    """The sentence (or the part of it) that tells the act."""
    predicate: Span
    root: str
    mode: str
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    modality: Modality
    found_by: str
    source_span: Span | None = None
    target_spans: tuple[Span, ...] = ()
    negated: bool = False
    condition: Span | None = None
    reciprocal: bool = False
    contexts: tuple[str, ...] = ()
    lemma: str = ""
    """Lemma of the predicate."""
    topic: Span | None = None
    """The words of what it is about: "new sanctions on Moscow" in "threatened new sanctions on Moscow"."""
    quote: int | None = None
    """Index of the quote in whose content it stands, if any."""
    when: When = UNKNOWN_WHEN


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a country (or body) did or said towards others, in the readable vocabulary of ``reactions.toml``."""

    id: str
    evidence: Evidence
    actor: Actor
    reaction: str
    """A key of ``vocabulary/reactions.toml``."""
    targets: tuple[str, ...]
    """Country codes, in order of mention."""
    when: When
    cue: Span
    found_by: str
    condition: Span | None = None
    root: str = ""
    mode: str = ""
    modality: Modality = "done"
    quote_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """A detail that reports of one event may disagree on, such as ("duration", "about five hours")."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of something that happened, is planned, claimed or denied."""

    id: str
    evidence: Evidence
    kind: str
    """A key of ``vocabulary/events.toml``: meeting, visit, departure, missile_launch, statement ..."""
    participants: tuple[Actor, ...]
    when: When
    status: Status
    cue: Span
    found_by: str
    place: str = ""
    attributes: tuple[Attribute, ...] = ()
    claim_id: str | None = None
    """The quote or reaction that the report was made from, for statements."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Reports of many outlets that tell of one thing."""

    id: str
    title: str
    kind: str
    when: When
    status: Status
    participants: tuple[Actor, ...]
    place: str
    report_ids: tuple[str, ...]
    sources: int
    """Independent outlets: copies of one text count once."""
    replaces: tuple[str, ...] = ()
    """Older ids that now mean this event."""


DisagreementKind = Literal[
    "contradiction", "variation", "difference", "translation_variants", "disputed_claim", "modality"
]


@dataclass(frozen=True, slots=True)
class DisagreementValue:
    """What one article says on the point in question."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which the reports of one event differ."""

    id: str
    kind: DisagreementKind
    event_id: str
    about: str
    values: tuple[DisagreementValue, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One speaker over the whole corpus, whatever the spelling. ``aliases`` are the spellings met."""

    id: str
    name: str
    kind: ActorKind
    country: str
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    found_by: str = "text"


@dataclass(frozen=True, slots=True)
class Assembly:
    """All that is made by looking across articles. Claims stay as they are; it can be made from them again."""

    events: Sequence[Event] = ()
    disagreements: Sequence[Disagreement] = ()
    persons: Sequence[Person] = ()
    person_ids: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(article id, name) -> the person whom the name means."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """Article id -> the group of the articles that print one text."""
    statements: Mapping[str, str] = field(default_factory=dict)
    """Claim id -> the statement that it words."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read. Counted, listed and shown; the rest goes on."""

    location: str
    found: str
    allowed: str
    kind: str = "unreadable"


def file_of(location: str) -> str:
    """The file of a page's location: line or entry 12 of "news.jsonl" is at "news.jsonl:12"."""
    file, _, number = location.rpartition(":")
    return file if number.isdigit() else location


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes from the outside world, before anything is understood."""

    location: str
    data: bytes
    url: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    """What the carrier says of it (JSON Lines fields, feed entry): title, outlet, published, url."""
