"""Readings into the store and out again: what ``load_readings`` gives equals what ``save_readings`` was given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from dashboard.errors import EvidenceError
from dashboard.records import Actor, Article, Attribute, Mention, Quote, Reaction, Reading, Report, Timex, When, Zone
from dashboard.store import schema
from dashboard.store.database import Store, in_batches, raise_version, set_settled
from dashboard.store.parts import (
    Pending,
    Values,
    actor_of,
    actor_values,
    add_list,
    children,
    evidence_of,
    evidence_values,
    gathered,
    grouped,
    optional_span_of,
    span_of,
    span_values,
    when_of,
    when_values,
)
from dashboard.store.shelves import shelf_of
from dashboard.vocabulary.furniture import line_key
from dashboard.vocabulary.outlets import outlet_country

#: Between the parts of a quote's content.
PART_MARK = " … "


def save_readings(
    store: Store,
    readings: Iterable[Reading],
    own: Mapping[str, When] | None = None,
) -> int:
    """How many articles were written, all in one transaction; the version rises by one when there is any.

    An article that is held already is replaced with all its claims. ``own`` gives, by article id, the publication day
    as the article alone tells it, where that is not ``article.published``.
    Raises EvidenceError, and writes nothing, when the words of a claim are not those of its article.
    """
    pending: Pending = defaultdict(list)
    ids: list[str] = []
    for reading in readings:
        check_evidence(reading)
        article = reading.article
        ids.append(article.id)
        pending[schema.article].append(_article_row(article, (own or {}).get(article.id, article.published)))
        _add_reading(pending, reading)
    if ids:
        with store.writing() as connection:
            _write(connection, ids, pending)
    return len(ids)


def check_evidence(reading: Reading) -> None:
    """Nothing, when every claim can be read in its article; else raises EvidenceError."""
    article = reading.article
    claims: tuple[Quote | Reaction | Report, ...] = (*reading.quotes, *reading.reactions, *reading.reports)
    for claim in claims:
        evidence = claim.evidence
        held = article.text[evidence.start : evidence.end]
        if evidence.article_id != article.id or held != evidence.words or not 0 <= evidence.start < evidence.end:
            raise EvidenceError(
                f"{article.location or article.id}: {type(claim).__name__.lower()} {claim.id} ({claim.found_by}) "
                f"at {evidence.start}-{evidence.end} of {evidence.article_id} says {evidence.words!r}; "
                f"the article has {held!r}"
            )


def load_readings(store: Store, ids: Sequence[str] | None = None, *, mentions: bool = True) -> Iterator[Reading]:
    """Every reading, or those of the articles named, in the order of their ids.

    ``mentions=False`` leaves mentions and temporal expressions out: most of the rows, and not needed for merging.
    """
    with store.reading() as connection:
        wanted = _article_ids(connection, ids)
        for batch in in_batches(wanted):
            yield from _load_batch(connection, batch, mentions=mentions)


def load_articles(store: Store, *, own_days: bool = False) -> Iterator[Article]:
    """Every article; with ``own_days``, dated as the article alone tells it."""
    with store.reading() as connection:
        wanted = _article_ids(connection, None)
        for batch in in_batches(wanted):
            yield from _load_articles(connection, batch, own_days=own_days)


def held_ids(store: Store) -> frozenset[str]:
    """The ids of all articles in the store."""
    with store.reading() as connection:
        return frozenset(_article_ids(connection, None))


# Out of records


def _write(connection: Connection, ids: Sequence[str], pending: Pending) -> None:
    for batch in in_batches(ids):
        connection.execute(sa.delete(schema.article).where(schema.article.c.id.in_(batch)))
    for table in schema.metadata.sorted_tables:
        if pending[table]:
            connection.execute(sa.insert(table), pending[table])
    set_settled(connection, settled=False)
    raise_version(connection)


def _article_row(article: Article, own: When) -> Values:
    return {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_country": outlet_country(article.outlet),
        "shelf": shelf_of(article),
        "url": article.url,
        "location": article.location,
        "retells": article.retells,
        **when_values(article.published),
        **when_values(own, "own_"),
    }


def _add_reading(pending: Pending, reading: Reading) -> None:
    article = reading.article
    for table, values in (
        (schema.zone, (_zone_values(article, zone) for zone in article.zones)),
        (schema.mention, map(_mention_values, reading.mentions)),
        (schema.timex, map(_timex_values, reading.timexes)),
    ):
        add_list(pending, table, "article_id", article.id, values)
    for position, quote in enumerate(reading.quotes):
        _add_quote(pending, article, position, quote)
    for position, reaction in enumerate(reading.reactions):
        _add_reaction(pending, position, reaction)
    for position, report in enumerate(reading.reports):
        _add_report(pending, position, report)


def _zone_values(article: Article, zone: Zone) -> Values:
    words = article.text[zone.start : zone.end]
    return {"name": zone.name, "words": words, "key": line_key(words), **span_values(zone)}


def _mention_values(mention: Mention) -> Values:
    return {
        **span_values(mention.span),
        "form": mention.form,
        "place": mention.place,
        "plural": mention.plural,
        "actors": [[a.name, a.kind, a.country, a.role, a.found_by] for a in mention.actors],
    }


def _timex_values(timex: Timex) -> Values:
    return {"type": timex.type, "value": timex.value, **span_values(timex.span), **when_values(timex.when)}


def _add_quote(pending: Pending, article: Article, position: int, quote: Quote) -> None:
    pending[schema.quote].append(
        {
            **_claim_values(quote, position),
            "content_words": PART_MARK.join(span.of(article.text) for span in quote.content),
            **span_values(quote.cue, "cue_"),
            **span_values(quote.source, "source_"),
            "kind": quote.kind,
            **actor_values(quote.relayed_by, "relayed_"),
        }
    )
    add_list(pending, schema.quote_content, "quote_id", quote.id, map(span_values, quote.content))
    add_list(pending, schema.quote_speaker, "quote_id", quote.id, map(actor_values, quote.speakers))
    add_list(pending, schema.quote_addressee, "quote_id", quote.id, map(actor_values, quote.addressees))
    add_list(pending, schema.quote_topic, "quote_id", quote.id, ({"country": code} for code in quote.topics))


def _add_reaction(pending: Pending, position: int, reaction: Reaction) -> None:
    pending[schema.reaction].append(
        {
            **_claim_values(reaction, position),
            **actor_values(reaction.actor, "actor_"),
            "reaction": reaction.reaction,
            **span_values(reaction.cue, "cue_"),
            **span_values(reaction.condition, "condition_"),
            "root": reaction.root,
            "mode": reaction.mode,
            "modality": reaction.modality,
            "quote_id": reaction.quote_id,
        }
    )
    targets = ({"country": code} for code in reaction.targets)
    add_list(pending, schema.reaction_target, "reaction_id", reaction.id, targets)


def _add_report(pending: Pending, position: int, report: Report) -> None:
    pending[schema.report].append(
        {
            **_claim_values(report, position),
            "kind": report.kind,
            "status": report.status,
            **span_values(report.cue, "cue_"),
            "place": report.place,
            "claim_id": report.claim_id,
        }
    )
    details = ({"name": one.name, "value": one.value, **span_values(one.span)} for one in report.attributes)
    add_list(pending, schema.report_participant, "report_id", report.id, map(actor_values, report.participants))
    add_list(pending, schema.report_attribute, "report_id", report.id, details)


def _claim_values(claim: Quote | Reaction | Report, position: int) -> Values:
    return {
        "id": claim.id,
        "position": position,
        **evidence_values(claim.evidence),
        **when_values(claim.when),
        "found_by": claim.found_by,
    }


# Into records


def _article_ids(connection: Connection, ids: Iterable[str] | None) -> tuple[str, ...]:
    # The order of row is the order of saving, which a re-read article loses; its id keeps assembly independent of it.
    held = connection.execute(sa.select(schema.article.c.id).order_by(schema.article.c.id)).scalars().all()
    if ids is None:
        return tuple(held)
    wanted = set(ids)
    return tuple(article_id for article_id in held if article_id in wanted)


def _load_articles(connection: Connection, ids: Sequence[str], *, own_days: bool) -> Iterator[Article]:
    zones = grouped(connection, schema.zone, "article_id", lambda row: Zone(row.name, row.start, row.end), ids)
    table = schema.article
    for row in connection.execute(sa.select(table).where(table.c.id.in_(ids)).order_by(table.c.id)):
        yield Article(
            row.id,
            row.text,
            zones[row.id],
            row.title,
            row.outlet,
            row.url,
            row.location,
            when_of(row, "own_" if own_days else ""),
            row.retells,
        )


def _load_batch(connection: Connection, ids: Sequence[str], *, mentions: bool) -> Iterator[Reading]:
    inside = ids if mentions else ()
    found_mentions = grouped(connection, schema.mention, "article_id", _mention_of, inside)
    found_timexes = grouped(connection, schema.timex, "article_id", _timex_of, inside)
    quotes, reactions = _load_quotes(connection, ids), _load_reactions(connection, ids)
    reports = _load_reports(connection, ids)
    for article in _load_articles(connection, ids, own_days=False):
        key = article.id
        yield Reading(article, found_mentions[key], found_timexes[key], quotes[key], reactions[key], reports[key])


def _mention_of(row: Row[Any]) -> Mention:
    return Mention(span_of(row), tuple(Actor(*actor) for actor in row.actors), row.form, row.place, row.plural)


def _timex_of(row: Row[Any]) -> Timex:
    return Timex(span_of(row), row.type, row.value, when_of(row))


def _country_of(row: Row[Any]) -> str:
    return str(row.country)


def _attribute_of(row: Row[Any]) -> Attribute:
    return Attribute(row.name, row.value, span_of(row))


def _load_quotes(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[Quote, ...]]:
    claims = children(connection, schema.quote, "article_id", ids)
    keys = [row.id for row in claims]
    content = grouped(connection, schema.quote_content, "quote_id", span_of, keys)
    speakers = grouped(connection, schema.quote_speaker, "quote_id", actor_of, keys)
    addressees = grouped(connection, schema.quote_addressee, "quote_id", actor_of, keys)
    topics = grouped(connection, schema.quote_topic, "quote_id", _country_of, keys)

    def quote_of(row: Row[Any]) -> Quote:
        return Quote(
            id=row.id,
            evidence=evidence_of(row),
            content=content[row.id],
            cue=optional_span_of(row, "cue_"),
            source=optional_span_of(row, "source_"),
            speakers=speakers[row.id],
            kind=row.kind,
            when=when_of(row),
            found_by=row.found_by,
            relayed_by=actor_of(row, "relayed_") if row.relayed_kind else None,
            addressees=addressees[row.id],
            topics=topics[row.id],
        )

    return gathered(claims, "article_id", quote_of)


def _load_reactions(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[Reaction, ...]]:
    claims = children(connection, schema.reaction, "article_id", ids)
    keys = [row.id for row in claims]
    targets = grouped(connection, schema.reaction_target, "reaction_id", _country_of, keys)

    def reaction_of(row: Row[Any]) -> Reaction:
        return Reaction(
            id=row.id,
            evidence=evidence_of(row),
            actor=actor_of(row, "actor_"),
            reaction=row.reaction,
            targets=targets[row.id],
            when=when_of(row),
            cue=span_of(row, "cue_"),
            found_by=row.found_by,
            condition=optional_span_of(row, "condition_"),
            root=row.root,
            mode=row.mode,
            modality=row.modality,
            quote_id=row.quote_id,
        )

    return gathered(claims, "article_id", reaction_of)


def _load_reports(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[Report, ...]]:
    claims = children(connection, schema.report, "article_id", ids)
    keys = [row.id for row in claims]
    participants = grouped(connection, schema.report_participant, "report_id", actor_of, keys)
    details = grouped(connection, schema.report_attribute, "report_id", _attribute_of, keys)

    def report_of(row: Row[Any]) -> Report:
        return Report(
            id=row.id,
            evidence=evidence_of(row),
            kind=row.kind,
            participants=participants[row.id],
            when=when_of(row),
            status=row.status,
            cue=span_of(row, "cue_"),
            found_by=row.found_by,
            place=row.place,
            attributes=details[row.id],
            claim_id=row.claim_id,
        )

    return gathered(claims, "article_id", report_of)
