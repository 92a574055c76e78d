"""Every table of the store and what each column holds.

Days are ISO text (``2023-09-14``), so that they compare as text in every database; an open end is NULL. Offsets are
half-open code points into ``article.text``. ``row`` is the number by which full text finds a row again.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

SCHEMA_VERSION = 2

metadata = MetaData()


def _words(name: str, comment: str, **options: object) -> Column[str]:
    return Column(name, Text, nullable=False, default="", comment=comment, **options)  # type: ignore[arg-type]


def _number(name: str, comment: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, primary_key=key, autoincrement=False, comment=comment)


def _row() -> Column[int]:
    return Column("row", Integer, primary_key=True, comment="Number of the row, for full text and paging.")


def _id(comment: str) -> Column[str]:
    return Column("id", Text, nullable=False, unique=True, comment=comment)


def _owner(name: str, target: str, comment: str, *, key: bool = True) -> Column[str]:
    link = ForeignKey(target, ondelete="CASCADE")
    return Column(name, Text, link, nullable=False, primary_key=key, index=not key, comment=comment)


def _position() -> Column[int]:
    return _number("position", "Order, from 0.", key=True)


def _span(prefix: str, what: str, *, optional: bool = False) -> tuple[Column[int], Column[int]]:
    return (
        Column(f"{prefix}start", Integer, nullable=optional, comment=f"Where {what} begins in the article's text."),
        Column(f"{prefix}end", Integer, nullable=optional, comment=f"Where {what} ends in the article's text."),
    )


def _evidence() -> tuple[Column[int] | Column[str], ...]:
    start, end = _span("", "the evidence")
    return (start, end, _words("words", "The words of the evidence, equal to the article's slice."))


def _when(prefix: str, what: str) -> tuple[Column[str], ...]:
    return (
        Column(f"{prefix}first_day", Text, index=True, comment=f"First possible day of {what}; NULL is an open end."),
        Column(f"{prefix}last_day", Text, index=True, comment=f"Last possible day of {what}; NULL is an open end."),
        _words(f"{prefix}day_basis", "Where the day comes from: stated, relative, event, inherited, metadata ..."),
        _words(f"{prefix}day_words", "The words that the day was read from."),
    )


def _actor(prefix: str, who: str) -> tuple[Column[str], ...]:
    """Five columns of one actor; all empty words when there is none."""
    return (
        _words(f"{prefix}name", f"Fullest name the article gives {who}."),
        _words(f"{prefix}kind", "person, government, country, body, armed_forces, group, media, people or unnamed."),
        _words(f"{prefix}country", "ISO 3166-1 alpha-2 code or pseudo code; empty when unknown."),
        _words(f"{prefix}role", "Role at the time."),
        _words(f"{prefix}found_by", "Where identity and country come from: text, article, articles, holders, unsure."),
    )


meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True, comment="version, schema or settled."),
    _words(
        "value",
        "version: rises with each commit and keys every cache. schema: form of these tables. "
        "settled: 1 when events were assembled after the last article.",
    ),
    comment="What the store knows of itself.",
)

article = Table(
    "article",
    metadata,
    _row(),
    _id("Content hash: reading the same article twice gives the same id."),
    _words("text", "The text as read; it never changes."),
    _words("title", "Headline."),
    _words("outlet", "Name of the outlet; empty when unknown."),
    _words("outlet_country", "Country code of the outlet; empty when unknown."),
    _words("shelf", "Outlet, or the folder or file where it is unknown: what prints the same furniture.", index=True),
    _words("url", "Address of the original, http or https; empty when unknown."),
    _words("location", "Path or address it was read from."),
    _words("retells", "The report that this text retells."),
    *_when("", "publication"),
    *_when("own_", "publication as the article alone tells it, before other articles were asked"),
    comment="One report of one outlet as it was read.",
)

zone = Table(
    "zone",
    metadata,
    _row(),
    _owner("article_id", "article.id", "The article.", key=False),
    _number("position", "Order in the article, from 0."),
    _words("name", "headline, dek, byline, dateline, caption, body, subhead, related, bio, promo, nav or tags."),
    *_span("", "the line"),
    _words("words", "The words of the line."),
    _words("key", "Short hash of the line, case and blanks made even: a line that returns is furniture."),
    UniqueConstraint("article_id", "position"),
    comment="Every line of an article that is not blank, and what it is.",
)

mention = Table(
    "mention",
    metadata,
    _owner("article_id", "article.id", "The article."),
    _position(),
    *_span("", "the mention"),
    _words("form", "name, metonym, country, nationality, office, description or pronoun."),
    Column("place", Boolean, nullable=False, comment="True when the words name a place, not an actor."),
    Column("plural", Boolean, nullable=False, comment="True when the words stand for several."),
    Column("actors", sa.JSON, nullable=False, comment="Actors as [name, kind, country, role, found_by] lists."),
    comment="Words that stand for actors.",
)

timex = Table(
    "timex",
    metadata,
    _owner("article_id", "article.id", "The article."),
    _position(),
    *_span("", "the expression"),
    _words("type", "DATE, TIME, DURATION or SET, as in TIMEX3."),
    _words("value", "ISO-like value, as in TIMEX3."),
    *_when("", "what the expression names"),
    comment="Temporal expressions.",
)

quote = Table(
    "quote",
    metadata,
    _row(),
    _id("Content hash."),
    _owner("article_id", "article.id", "The article.", key=False),
    _number("position", "Order in the article, from 0."),
    *_evidence(),
    _words("content_words", "The quoted or reported words; parts are joined by ' … '."),
    *_span("cue_", "the cue", optional=True),
    *_span("source_", "the mention of the source", optional=True),
    _words("kind", "direct, mixed or indirect."),
    *_when("", "the saying"),
    _words("found_by", "The rule that found it."),
    *_actor("relayed_", "of who passed the words on"),
    comment="Words attributed to a source.",
)

quote_content = Table(
    "quote_content",
    metadata,
    _owner("quote_id", "quote.id", "The quote."),
    _position(),
    *_span("", "this part of the content"),
    comment="The parts of a quote's content: a cue may stand between them.",
)

quote_speaker = Table(
    "quote_speaker",
    metadata,
    _owner("quote_id", "quote.id", "The quote."),
    _position(),
    *_actor("", "of the speaker"),
    Index("quote_speaker_country", "country"),
    Index("quote_speaker_name", "name"),
    comment="Who said it.",
)

quote_addressee = Table(
    "quote_addressee",
    metadata,
    _owner("quote_id", "quote.id", "The quote."),
    _position(),
    *_actor("", "of the addressee"),
    comment="To whom it was said.",
)

quote_topic = Table(
    "quote_topic",
    metadata,
    _owner("quote_id", "quote.id", "The quote."),
    _position(),
    _words("country", "Code of a country that the content speaks of."),
    comment="Which countries a quote speaks of.",
)

reaction = Table(
    "reaction",
    metadata,
    _row(),
    _id("Content hash."),
    _owner("article_id", "article.id", "The article.", key=False),
    _number("position", "Order in the article, from 0."),
    *_evidence(),
    *_actor("actor_", "of who reacts"),
    _words("reaction", "A key of vocabulary/reactions.toml.", index=True),
    *_when("", "the reaction"),
    *_span("cue_", "the cue"),
    _words("found_by", "The rule that found it."),
    *_span("condition_", "the condition", optional=True),
    _words("root", "PLOVER root."),
    _words("mode", "PLOVER mode."),
    _words("modality", "done, announced, threatened, considered, offered, demanded, denied or claimed."),
    Column("quote_id", Text, comment="The quote in whose words it stands, if any."),
    Index("reaction_actor_country", "actor_country"),
    comment="What a country or body did or said towards others.",
)

reaction_target = Table(
    "reaction_target",
    metadata,
    _owner("reaction_id", "reaction.id", "The reaction."),
    _position(),
    _words("country", "Code of a country it is aimed at."),
    Index("reaction_target_country", "country"),
    comment="At whom a reaction is aimed.",
)

report = Table(
    "report",
    metadata,
    _row(),
    _id("Content hash."),
    _owner("article_id", "article.id", "The article.", key=False),
    _number("position", "Order in the article, from 0."),
    *_evidence(),
    _words("kind", "A key of vocabulary/events.toml."),
    *_when("", "what is told"),
    _words("status", "happened, planned, claimed, denied or ongoing."),
    *_span("cue_", "the cue"),
    _words("found_by", "The rule that found it."),
    _words("place", "Where it happened."),
    Column("claim_id", Text, comment="The quote or reaction that it was made from, if any."),
    comment="One article's telling of one event.",
)

report_participant = Table(
    "report_participant",
    metadata,
    _owner("report_id", "report.id", "The report."),
    _position(),
    *_actor("", "of the participant"),
    comment="Who takes part, as one article tells it.",
)

report_attribute = Table(
    "report_attribute",
    metadata,
    _owner("report_id", "report.id", "The report."),
    _position(),
    _words("name", "What the detail is about, such as duration."),
    _words("value", "The detail as told."),
    *_span("", "the detail"),
    comment="Details on which reports of one event may differ.",
)

event = Table(
    "event",
    metadata,
    _row(),
    _id("Content hash of what it was assembled from."),
    _words("title", "Short title."),
    _words("kind", "A key of vocabulary/events.toml.", index=True),
    *_when("", "the event"),
    _words("status", "happened, planned, claimed, denied or ongoing."),
    _words("place", "Where it happened."),
    _number("sources", "Independent outlets: copies of one text count once."),
    comment="Reports of many outlets that tell of one thing.",
)

event_participant = Table(
    "event_participant",
    metadata,
    _owner("event_id", "event.id", "The event."),
    _position(),
    *_actor("", "of the participant"),
    Index("event_participant_country", "country"),
    comment="Who takes part.",
)

event_report = Table(
    "event_report",
    metadata,
    _owner("event_id", "event.id", "The event."),
    _position(),
    Column("report_id", Text, nullable=False, index=True, comment="A report of the event."),
    comment="Which reports tell of an event.",
)

event_alias = Table(
    "event_alias",
    metadata,
    Column("old_id", Text, primary_key=True, comment="An id that the event once had."),
    Column("event_id", Text, nullable=False, index=True, comment="The event that it means today."),
    comment="Ids of events that were merged or changed keep resolving.",
)

statement = Table(
    "statement",
    metadata,
    Column("claim_id", Text, primary_key=True, comment="A quote, or a reaction that a quote tells."),
    Column("statement_id", Text, nullable=False, index=True, comment="The same for all wordings of one sentence."),
    comment="Which claims are wordings of one sentence; an event of kind statement may hold several sentences.",
)

disagreement = Table(
    "disagreement",
    metadata,
    _row(),
    _id("Content hash."),
    _words("kind", "contradiction, variation, difference, translation_variants, disputed_claim or modality."),
    _owner("event_id", "event.id", "The event.", key=False),
    _words("about", "The point on which the reports differ."),
    comment="A point on which the reports of one event differ.",
)

disagreement_value = Table(
    "disagreement_value",
    metadata,
    _owner("disagreement_id", "disagreement.id", "The disagreement."),
    _position(),
    _words("value", "What this article says."),
    Column("article_id", Text, nullable=False, index=True, comment="The article."),
    *_evidence(),
    comment="What each article says on the point.",
)

person = Table(
    "person",
    metadata,
    _row(),
    _id("Stable id."),
    _words("name", "Fullest name met."),
    _words("kind", "person, government, country, body ..."),
    _words("country", "Country code."),
    _words("found_by", "Where identity and country come from."),
    comment="One speaker over the whole corpus, whatever the spelling.",
)

person_role = Table(
    "person_role",
    metadata,
    _owner("person_id", "person.id", "The person."),
    _position(),
    _words("role", "A role met."),
    comment="The roles of a person.",
)

person_alias = Table(
    "person_alias",
    metadata,
    _owner("person_id", "person.id", "The person."),
    _position(),
    _words("alias", "A spelling met."),
    Index("person_alias_alias", "alias"),
    comment="The spellings of a person's name.",
)

person_name = Table(
    "person_name",
    metadata,
    Column("article_id", Text, primary_key=True, comment="The article."),
    Column("name", Text, primary_key=True, comment="Name of an actor as claims of this article give it."),
    Column("person_id", Text, nullable=False, index=True, comment="The person that it means there."),
    comment="Whom a name means in one article. Claims are never edited: join on article_id and name.",
)

copy = Table(
    "copy",
    metadata,
    Column("article_id", Text, primary_key=True, comment="The article."),
    Column("group_id", Text, nullable=False, index=True, comment="The same for all printings of one text."),
    comment="Which articles print one text.",
)

page = Table(
    "page",
    metadata,
    Column("key", Text, primary_key=True, comment="Hash of place, bytes and program version."),
    comment="Pages that were read: the same bytes at the same place need not be read again.",
)

problem = Table(
    "problem",
    metadata,
    _row(),
    _words("location", "File, or file and line, that could not be read.", index=True),
    _words("found", "What was found."),
    _words("allowed", "What is allowed."),
    _words("kind", "unreadable, empty, binary, encoding, language, size, field or rule."),
    comment="What could not be read.",
)

#: The tables that are assembled from claims, children first; they can be emptied and made again at any time.
ASSEMBLED: tuple[Table, ...] = (
    statement,
    disagreement_value,
    disagreement,
    event_report,
    event_participant,
    event,
    person_name,
    person_alias,
    person_role,
    person,
    copy,
)
