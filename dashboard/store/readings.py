"""Readings into the store and out again: what ``load_readings`` gives equals what ``save_readings`` was given."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table

from dashboard.errors import EvidenceError
from dashboard.records import (
    Actor,
    Article,
    Attribute,
    Evidence,
    Mention,
    Quote,
    Reaction,
    Reading,
    Report,
    Span,
    Timex,
    When,
    Zone,
    file_of,
)
from dashboard.store import schema
from dashboard.store.database import Store, raise_version, set_settled
from dashboard.vocabulary.furniture import line_key
from dashboard.vocabulary.outlets import outlet_country

Values = dict[str, Any]
Pending = defaultdict[Table, list[Values]]

#: Between the parts of a quote's content.
PART_MARK = " … "
#: How many ids one question may name; databases limit the parameters of a statement.
IDS_AT_ONCE = 500


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
        for start in range(0, len(wanted), IDS_AT_ONCE):
            yield from _load_batch(connection, wanted[start : start + IDS_AT_ONCE], mentions=mentions)


def load_articles(store: Store, *, own_days: bool = False) -> Iterator[Article]:
    """Every article; with ``own_days``, dated as the article alone tells it."""
    with store.reading() as connection:
        wanted = _article_ids(connection, None)
        for start in range(0, len(wanted), IDS_AT_ONCE):
            yield from _load_articles(connection, wanted[start : start + IDS_AT_ONCE], own_days=own_days)


def held_ids(store: Store) -> frozenset[str]:
    """The ids of all articles in the store."""
    with store.reading() as connection:
        return frozenset(_article_ids(connection, None))


def count_rows(store: Store) -> dict[str, int]:
    """How many articles, claims, events, people and problems are held."""
    counted = {
        "articles": schema.article,
        "quotes": schema.quote,
        "reactions": schema.reaction,
        "reports": schema.report,
        "events": schema.event,
        "disagreements": schema.disagreement,
        "people": schema.person,
        "problems": schema.problem,
    }
    with store.reading() as connection:
        return {
            name: int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
            for name, table in counted.items()
        }


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


# Out of records


def _write(connection: Connection, ids: Sequence[str], pending: Pending) -> None:
    for start in range(0, len(ids), IDS_AT_ONCE):
        connection.execute(sa.delete(schema.article).where(schema.article.c.id.in_(ids[start : start + IDS_AT_ONCE])))
    for table in schema.metadata.sorted_tables:
        if pending[table]:
            connection.execute(sa.insert(table), pending[table])
    set_settled(connection, settled=False)
    raise_version(connection)


def shelf_of(article: Article) -> str:
    """What prints the same furniture as this article: its outlet, else the folder or the file of many articles."""
    file = file_of(article.location)
    return article.outlet or (file if file != article.location else file.rpartition("/")[0])


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
    for position, zone in enumerate(article.zones):
        words = article.text[zone.start : zone.end]
        row = {"article_id": article.id, "position": position, "name": zone.name, "words": words}
        pending[schema.zone].append({**row, "key": line_key(words), **_span_values(zone)})
    for position, mention in enumerate(reading.mentions):
        pending[schema.mention].append(
            {
                "article_id": article.id,
                "position": position,
                **_span_values(mention.span),
                "form": mention.form,
                "place": mention.place,
                "plural": mention.plural,
                "actors": [[a.name, a.kind, a.country, a.role, a.found_by] for a in mention.actors],
            }
        )
    for position, timex in enumerate(reading.timexes):
        row = {"article_id": article.id, "position": position, "type": timex.type, "value": timex.value}
        pending[schema.timex].append({**row, **_span_values(timex.span), **when_values(timex.when)})
    for position, quote in enumerate(reading.quotes):
        _add_quote(pending, article, position, quote)
    for position, reaction in enumerate(reading.reactions):
        _add_reaction(pending, position, reaction)
    for position, report in enumerate(reading.reports):
        _add_report(pending, position, report)


def _add_quote(pending: Pending, article: Article, position: int, quote: Quote) -> None:
    pending[schema.quote].append(
        {
            **_claim_values(quote, position),
            "content_words": PART_MARK.join(span.of(article.text) for span in quote.content),
            **_span_values(quote.cue, "cue_"),
            **_span_values(quote.source, "source_"),
            "kind": quote.kind,
            **actor_values(quote.relayed_by, "relayed_"),
        }
    )
    for index, span in enumerate(quote.content):
        pending[schema.quote_content].append({"quote_id": quote.id, "position": index, **_span_values(span)})
    for index, actor in enumerate(quote.speakers):
        pending[schema.quote_speaker].append({"quote_id": quote.id, "position": index, **actor_values(actor)})
    for index, actor in enumerate(quote.addressees):
        pending[schema.quote_addressee].append({"quote_id": quote.id, "position": index, **actor_values(actor)})
    for index, country in enumerate(quote.topics):
        pending[schema.quote_topic].append({"quote_id": quote.id, "position": index, "country": country})


def _add_reaction(pending: Pending, position: int, reaction: Reaction) -> None:
    pending[schema.reaction].append(
        {
            **_claim_values(reaction, position),
            **actor_values(reaction.actor, "actor_"),
            "reaction": reaction.reaction,
            **_span_values(reaction.cue, "cue_"),
            **_span_values(reaction.condition, "condition_"),
            "root": reaction.root,
            "mode": reaction.mode,
            "modality": reaction.modality,
            "quote_id": reaction.quote_id,
        }
    )
    for index, country in enumerate(reaction.targets):
        row = {"reaction_id": reaction.id, "position": index, "country": country}
        pending[schema.reaction_target].append(row)


def _add_report(pending: Pending, position: int, report: Report) -> None:
    pending[schema.report].append(
        {
            **_claim_values(report, position),
            "kind": report.kind,
            "status": report.status,
            **_span_values(report.cue, "cue_"),
            "place": report.place,
            "claim_id": report.claim_id,
        }
    )
    for index, actor in enumerate(report.participants):
        pending[schema.report_participant].append({"report_id": report.id, "position": index, **actor_values(actor)})
    for index, detail in enumerate(report.attributes):
        row = {"report_id": report.id, "position": index, "name": detail.name, "value": detail.value}
        pending[schema.report_attribute].append({**row, **_span_values(detail.span)})


def _claim_values(claim: Quote | Reaction | Report, position: int) -> Values:
    evidence = claim.evidence
    return {
        "id": claim.id,
        "article_id": evidence.article_id,
        "position": position,
        "start": evidence.start,
        "end": evidence.end,
        "words": evidence.words,
        **when_values(claim.when),
        "found_by": claim.found_by,
    }


def _span_values(span: Span | Zone | None, prefix: str = "") -> Values:
    return {f"{prefix}start": span.start if span else None, f"{prefix}end": span.end if span else None}


def when_values(when: When, prefix: str = "") -> Values:
    """The four columns of a When."""
    return {
        f"{prefix}first_day": when.first.isoformat() if when.first else None,
        f"{prefix}last_day": when.last.isoformat() if when.last else None,
        f"{prefix}day_basis": when.basis,
        f"{prefix}day_words": when.words,
    }


def actor_values(actor: Actor | None, prefix: str = "") -> Values:
    """The five columns of an actor, empty words for none."""
    if actor is None:
        return dict.fromkeys((f"{prefix}{name}" for name in ("name", "kind", "country", "role", "found_by")), "")
    return {
        f"{prefix}name": actor.name,
        f"{prefix}kind": actor.kind,
        f"{prefix}country": actor.country,
        f"{prefix}role": actor.role,
        f"{prefix}found_by": actor.found_by,
    }


# Into records


def _article_ids(connection: Connection, ids: Sequence[str] | None) -> tuple[str, ...]:
    # The order of row is the order of saving, which a re-read article loses; its id keeps assembly independent of it.
    held = connection.execute(sa.select(schema.article.c.id).order_by(schema.article.c.id)).scalars().all()
    if ids is None:
        return tuple(held)
    wanted = set(ids)
    return tuple(article_id for article_id in held if article_id in wanted)


def _load_articles(connection: Connection, ids: Sequence[str], *, own_days: bool) -> Iterator[Article]:
    zones: dict[str, list[Zone]] = defaultdict(list)
    for row in _children(connection, schema.zone, "article_id", ids):
        zones[row.article_id].append(Zone(row.name, row.start, row.end))
    table = schema.article
    for row in connection.execute(sa.select(table).where(table.c.id.in_(ids)).order_by(table.c.id)):
        yield Article(
            row.id,
            row.text,
            tuple(zones[row.id]),
            row.title,
            row.outlet,
            row.url,
            row.location,
            when_of(row, "own_" if own_days else ""),
            row.retells,
        )


def _load_batch(connection: Connection, ids: Sequence[str], *, mentions: bool) -> Iterator[Reading]:
    found_mentions = _load_mentions(connection, ids) if mentions else {}
    found_timexes = _load_timexes(connection, ids) if mentions else {}
    quotes, reactions = _load_quotes(connection, ids), _load_reactions(connection, ids)
    reports = _load_reports(connection, ids)
    for article in _load_articles(connection, ids, own_days=False):
        yield Reading(
            article,
            tuple(found_mentions.get(article.id, ())),
            tuple(found_timexes.get(article.id, ())),
            tuple(quotes.get(article.id, ())),
            tuple(reactions.get(article.id, ())),
            tuple(reports.get(article.id, ())),
        )


def _load_mentions(connection: Connection, ids: Sequence[str]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for row in _children(connection, schema.mention, "article_id", ids):
        actors = tuple(Actor(*actor) for actor in row.actors)
        found[row.article_id].append(Mention(Span(row.start, row.end), actors, row.form, row.place, row.plural))
    return found


def _load_timexes(connection: Connection, ids: Sequence[str]) -> dict[str, list[Timex]]:
    found: dict[str, list[Timex]] = defaultdict(list)
    for row in _children(connection, schema.timex, "article_id", ids):
        found[row.article_id].append(Timex(Span(row.start, row.end), row.type, row.value, when_of(row)))
    return found


def _load_quotes(connection: Connection, ids: Sequence[str]) -> dict[str, list[Quote]]:
    claims = _children(connection, schema.quote, "article_id", ids)
    keys = [row.id for row in claims]
    content = _grouped(connection, schema.quote_content, "quote_id", keys, lambda row: Span(row.start, row.end))
    speakers = _grouped(connection, schema.quote_speaker, "quote_id", keys, actor_of)
    addressees = _grouped(connection, schema.quote_addressee, "quote_id", keys, actor_of)
    topics = _grouped(connection, schema.quote_topic, "quote_id", keys, lambda row: str(row.country))
    found: dict[str, list[Quote]] = defaultdict(list)
    for row in claims:
        found[row.article_id].append(
            Quote(
                id=row.id,
                evidence=evidence_of(row),
                content=content[row.id],
                cue=_span_of(row, "cue_"),
                source=_span_of(row, "source_"),
                speakers=speakers[row.id],
                kind=row.kind,
                when=when_of(row),
                found_by=row.found_by,
                relayed_by=actor_of(row, "relayed_") if row.relayed_kind else None,
                addressees=addressees[row.id],
                topics=topics[row.id],
            )
        )
    return found


def _load_reactions(connection: Connection, ids: Sequence[str]) -> dict[str, list[Reaction]]:
    claims = _children(connection, schema.reaction, "article_id", ids)
    keys = [row.id for row in claims]
    targets = _grouped(connection, schema.reaction_target, "reaction_id", keys, lambda row: str(row.country))
    found: dict[str, list[Reaction]] = defaultdict(list)
    for row in claims:
        found[row.article_id].append(
            Reaction(
                id=row.id,
                evidence=evidence_of(row),
                actor=actor_of(row, "actor_"),
                reaction=row.reaction,
                targets=targets[row.id],
                when=when_of(row),
                cue=Span(row.cue_start, row.cue_end),
                found_by=row.found_by,
                condition=_span_of(row, "condition_"),
                root=row.root,
                mode=row.mode,
                modality=row.modality,
                quote_id=row.quote_id,
            )
        )
    return found


def _load_reports(connection: Connection, ids: Sequence[str]) -> dict[str, list[Report]]:
    claims = _children(connection, schema.report, "article_id", ids)
    keys = [row.id for row in claims]
    participants = _grouped(connection, schema.report_participant, "report_id", keys, actor_of)
    details = _grouped(connection, schema.report_attribute, "report_id", keys, _attribute_of)
    found: dict[str, list[Report]] = defaultdict(list)
    for row in claims:
        found[row.article_id].append(
            Report(
                id=row.id,
                evidence=evidence_of(row),
                kind=row.kind,
                participants=participants[row.id],
                when=when_of(row),
                status=row.status,
                cue=Span(row.cue_start, row.cue_end),
                found_by=row.found_by,
                place=row.place,
                attributes=details[row.id],
                claim_id=row.claim_id,
            )
        )
    return found


def _children(connection: Connection, table: Table, key: str, ids: Sequence[str]) -> list[Row[Any]]:
    """The rows of ``table`` that belong to ``ids``, in their own order."""
    found: list[Row[Any]] = []
    for start in range(0, len(ids), IDS_AT_ONCE):
        chosen = table.c[key].in_(ids[start : start + IDS_AT_ONCE])
        found.extend(connection.execute(sa.select(table).where(chosen).order_by(table.c[key], table.c.position)))
    return found


def _grouped(
    connection: Connection, table: Table, key: str, ids: Sequence[str], make: Any
) -> defaultdict[str, tuple[Any, ...]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in _children(connection, table, key, ids):
        groups[getattr(row, key)].append(make(row))
    return defaultdict(tuple, {owner: tuple(items) for owner, items in groups.items()})


def when_of(row: Row[Any], prefix: str = "") -> When:
    """The When of four columns."""
    first, last = getattr(row, f"{prefix}first_day"), getattr(row, f"{prefix}last_day")
    return When(
        dt.date.fromisoformat(first) if first else None,
        dt.date.fromisoformat(last) if last else None,
        getattr(row, f"{prefix}day_basis"),
        getattr(row, f"{prefix}day_words"),
    )


def actor_of(row: Row[Any], prefix: str = "") -> Actor:
    """The Actor of five columns."""
    return Actor(
        getattr(row, f"{prefix}name"),
        getattr(row, f"{prefix}kind"),
        getattr(row, f"{prefix}country"),
        getattr(row, f"{prefix}role"),
        getattr(row, f"{prefix}found_by"),
    )


def evidence_of(row: Row[Any]) -> Evidence:
    """The Evidence of a claim's row."""
    return Evidence(row.article_id, row.start, row.end, row.words)


def _span_of(row: Row[Any], prefix: str) -> Span | None:
    start = getattr(row, f"{prefix}start")
    return None if start is None else Span(start, getattr(row, f"{prefix}end"))


def _attribute_of(row: Row[Any]) -> Attribute:
    return Attribute(row.name, row.value, Span(row.start, row.end))
