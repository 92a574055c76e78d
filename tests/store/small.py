"""One reading with a claim of each kind, whose every field is filled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

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
)

DAY = When(dt.date(2023, 9, 15), dt.date(2023, 9, 15), "stated", "Sept. 15")
ENVOY = Actor("Ana Petrovic", "person", "RS", "envoy", "article")


def make_reading(text: str = "Petrovic said sanctions would not work.\nShe left.", article_id: str = "a1") -> Reading:
    line = text.split("\n")[0]
    evidence = Evidence(article_id, 0, len(line), line)
    quote = Quote(
        f"q-{article_id}", evidence, (Span(14, len(line)),), Span(9, 13), Span(0, 8), (ENVOY,), "indirect", DAY, "cue",
        relayed_by=replace(ENVOY, name="Tanjug", kind="media"), addressees=(ENVOY, ENVOY), topics=("JP", "US"),
    )  # fmt: skip
    reaction = Reaction(
        f"r-{article_id}", evidence, ENVOY, "opposes", ("US", "JP"), DAY, Span(9, 13), "rule", condition=Span(0, 4),
        root="REJECT", mode="x", modality="threatened", quote_id=quote.id,
    )  # fmt: skip
    report = Report(
        f"p-{article_id}", evidence, "statement", (ENVOY,), When(None, dt.date(2023, 1, 1), "published"), "claimed",
        Span(9, 13), "rule", "Belgrade", (Attribute("duration", "an hour", Span(0, 2)),), quote.id,
    )  # fmt: skip
    article = Article(
        article_id, text, (Zone("body", 0, len(line)),), "T", "Courier", "https://example.org", "n/a.txt", DAY, "R"
    )
    mention = Mention(Span(0, 8), (ENVOY, ENVOY), "name", place=True, plural=True)
    return Reading(
        article, (mention,), (Timex(Span(0, 2), "DATE", "2023-09-15", DAY),), (quote,), (reaction,), (report,)
    )
