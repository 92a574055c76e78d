"""Links whose words only the corpus knows: names for values."""

from __future__ import annotations

import pytest

from dashboard.queries import asked
from dashboard.queries.asked import understand
from dashboard.queries.corpus import Corpus


@pytest.mark.parametrize("name", ["Dmitry Peskov", "peskov", "PESK", "Dmítry Pes"])
def test_a_speaker_is_found_by_the_beginnings_of_the_words_of_a_name(corpus: Corpus, name: str) -> None:
    filters, notes = understand(corpus, [("speaker", name)])
    assert [corpus.names["speaker"][key] for key in filters.speaker] == ["Dmitry Peskov"]
    assert notes == ()


@pytest.mark.parametrize(
    ("name", "codes"), [("Japan", ("JP",)), ("korea", ("KP", "KR")), ("Niger", ("NE",)), ("jp", ("JP",))]
)
def test_a_country_is_found_by_its_name_and_a_whole_name_goes_before_the_beginning_of_another(
    corpus: Corpus, name: str, codes: tuple[str, ...]
) -> None:
    filters, _ = understand(corpus, [("country", name)])
    assert tuple(sorted(filters.country)) == codes


def test_a_name_that_nobody_has_is_said_and_not_used(corpus: Corpus) -> None:
    filters, notes = understand(corpus, [("speaker", "Talleyrand"), ("country", "JA")])
    assert not filters
    assert all(word in " ".join(notes) for word in ("Talleyrand", "JA"))


def test_a_name_that_fits_too_many_is_said_and_not_used(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST_NAMED", 1)
    filters, notes = understand(corpus, [("country", "korea")])
    assert not filters
    assert "fits 2 names" in notes[0]
