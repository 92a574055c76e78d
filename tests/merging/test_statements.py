"""The wordings of one sentence stand together, other sentences of the speaker apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.merging.events import merge_events
from dashboard.merging.statements import group_statements
from dashboard.records import Actor, Reading, Span
from tests.merging.small import MUSEVENI, RUTO, on, statement


def groups(*readings: object) -> set[frozenset[str]]:
    held = list(readings)
    found = group_statements(merge_events(held, {}), held)  # type: ignore[arg-type]
    return {frozenset(key for key, other in found.items() if other == value) for value in found.values()}


def test_wordings_of_one_sentence_are_together_and_another_sentence_is_apart() -> None:
    a = statement("a", "No treaty was signed and there was no plan to sign any", RUTO, on(13))
    b = statement("b", "No treaty was signed and none was planned", RUTO, on(13))
    c = statement("c", "Copper prices are another matter", RUTO, on(13))
    assert groups(a, b, c) == {frozenset({"q a", "q b"}), frozenset({"q c"})}


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    a = statement("a", "No treaty was signed", RUTO, on(13))
    b = statement("b", "No treaty was signed", MUSEVENI, on(13))
    assert groups(a, b) == {frozenset({"q a"}), frozenset({"q b"})}


def test_statement_ids_do_not_depend_on_the_order() -> None:
    held = [statement(key, "No treaty was signed", RUTO, on(13)) for key in "abc"]
    assert group_statements(merge_events(held, {}), held) == group_statements(merge_events(held[::-1], {}), held[::-1])


DENIED = "Ruto denied that any treaty was signed"


def denied(content: str, cue: str, *, speaker: Actor = RUTO) -> Reading:
    """A reaction whose cue is a word of ``DENIED``, beside a quote of ``content`` told by "denied"."""
    found = statement("a", DENIED, speaker, on(13), kind="indirect", reaction="denies")
    quote = replace(found.quotes[0], content=(words(content),), cue=words("denied"))
    return replace(found, quotes=(quote,), reactions=(replace(found.reactions[0], actor=RUTO, cue=words(cue)),))


def words(part: str) -> Span:
    start = DENIED.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize("cue", ["denied", "signed"])
def test_a_reaction_read_from_the_cue_or_the_words_of_a_quote_belongs_to_its_statement(cue: str) -> None:
    assert groups(denied("any treaty was signed", cue)) == {frozenset({"q a", "r a"})}


def test_a_reaction_told_outside_the_quote_or_of_another_country_does_not() -> None:
    assert groups(denied("any treaty", "signed")) == {frozenset({"q a"})}
    assert groups(denied("any treaty was signed", "denied", speaker=MUSEVENI)) == {frozenset({"q a"})}
