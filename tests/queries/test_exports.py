"""Files of a view: every column, the evidence, the link; nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest

from dashboard.queries.asked import understand
from dashboard.queries.columns import REACTION_COLUMNS
from dashboard.queries.corpus import Corpus
from dashboard.queries.exports import EXPORTS, count_of, exported, to_csv, to_json
from dashboard.queries.filters import Filters
from dashboard.queries.labels import IDENTITIES
from dashboard.store.tables import RISKY

LINK = "https://desk.example/reactions?country=US"


@pytest.mark.parametrize("view", list(EXPORTS))
def test_every_view_is_exported_empty_and_filled(view: str, corpus: Corpus, nothing: Corpus) -> None:
    for one in (corpus, nothing):
        frame = exported(one, view, Filters())
        rows = list(csv.reader(io.StringIO(to_csv(frame, view=LINK))))
        assert rows[0] == [*frame.columns, "view"]
        assert len(rows) == len(frame) + 1
        assert json.loads(to_json(frame, view=LINK, corpus=one, filters=Filters(), notes=()))["view"] == LINK
    assert len(exported(corpus, view, Filters())) > 0


def test_a_file_of_reactions_has_every_column_the_evidence_and_the_link(corpus: Corpus) -> None:
    frame = exported(corpus, "reactions", Filters(country=("US",)))
    rows = list(csv.DictReader(io.StringIO(to_csv(frame, view=LINK))))
    assert set(REACTION_COLUMNS) <= set(rows[0])
    assert rows[0]["words"].startswith("Washington threatened")
    assert (rows[0]["country_name"], rows[0]["targets"], rows[0]["view"]) == ("United States", "RU", LINK)


def test_the_json_says_its_headline_version_and_what_was_not_understood(corpus: Corpus) -> None:
    filters, notes = understand(corpus, [("country", "JP"), ("country", "XX"), ("speaker", "nobody")])
    frame = exported(corpus, "reactions", filters)
    held = json.loads(to_json(frame, view=LINK, corpus=corpus, filters=filters, notes=notes))
    assert (held["headline"], held["corpus_version"], held["count"]) == ("Japan", corpus.version, 2)
    assert len(held["not_understood"]) == 2
    assert len(held["rows"]) == 3


def test_counts_of_files_are_statements(corpus: Corpus) -> None:
    assert count_of(exported(corpus, "timeline", Filters())) == corpus.events.total
    assert count_of(exported(corpus, "quotes", Filters())) == corpus.quotes.total


@pytest.mark.parametrize("start", RISKY)
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    frame = pd.DataFrame([{"words": f"{start}HYPERLINK(1)"}])
    assert next(csv.DictReader(io.StringIO(to_csv(frame, view=LINK))))["words"].startswith("'")


def test_files_carry_how_sure_a_claim_is_and_who_passed_it_on(corpus: Corpus) -> None:
    certain = {"found_by_name", "right_of_100", "checked", "checked_on", "identity", "identity_name"}
    assert certain <= set(exported(corpus, "reactions", Filters()).columns)
    quotes = exported(corpus, "quotes", Filters())
    assert certain | {"relayed_by", "relayed_role", "relayed_country"} <= set(quotes.columns)
    assert set(quotes["identity_name"]) <= {"", *IDENTITIES.values()}


def test_a_claim_that_nobody_measured_has_an_empty_share_in_a_file(corpus: Corpus) -> None:
    assert "nan" not in to_csv(exported(corpus, "quotes", Filters()), view="/quotes").casefold().split(",")
