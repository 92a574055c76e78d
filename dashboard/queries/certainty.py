"""How sure a claim is, in plain words: what found it, how often that was right, and where identity comes from."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from dashboard.queries.coverage import accuracy_rows
from dashboard.queries.labels import reaction_label
from dashboard.queries.rows import each
from dashboard.vocabulary.learned import LEARNED
from dashboard.vocabulary.measured import measured_key, measured_share
from dashboard.vocabulary.speech import load_speech


@dataclass(frozen=True, slots=True)
class Chance:
    """How often claims like this one were right on labelled text. ``right`` is of 100; None where nobody measured."""

    right: int | None
    checked: int
    what: str
    where: str

    @property
    def short(self) -> str:
        """``93 of 100`` or ``not measured``."""
        return "not measured" if self.right is None else f"{self.right} of 100"

    @property
    def full(self) -> str:
        """The share with what was counted, how many were checked, and on which text."""
        if self.right is None:
            return "not measured yet for this kind of claim"
        return f"{self.right} of 100 {self.what} are right, of {self.checked:,} checked ({self.where})"


@functools.lru_cache(maxsize=1024)
def own_chance(noun: str, key: str) -> Chance:
    """The chance of one rule (quotes) or kind (reactions) alone."""
    share = measured_share(noun, key)
    if share is None:
        return _labelled(f"{noun}.{key}")
    what = f"{noun} found in this way"
    if noun == "reactions":
        kind, _, way = key.partition(": ")
        what = f"“{reaction_label(kind)}”" + (", where no listed phrase tells it," if way else "")
    return Chance(round(share.precision * 100), share.n, what, labelled_text(share.on))


def chance(noun: str, key: str = "") -> Chance:
    """The chance of one rule or kind; where it was not measured, that of the whole noun."""
    held = own_chance(noun, key)
    return _labelled(noun) if held.right is None else held


def _labelled(kind: str) -> Chance:
    name, precision, checked = _by_kind().get(kind, ("", None, 0))
    if precision is None:
        return Chance(None, 0, "", "")
    return Chance(round(precision * 100), checked, f"{name} found", "articles labelled by hand")


def chance_of(row: dict[str, object], noun: str) -> Chance:
    """The chance of a claim as a frame holds it: reactions go by their kind, quotes by the rule that found them."""
    return chance(noun, measured_key(noun, str(row.get("reaction") or ""), str(row["found_by"])))


def labelled_text(on: str) -> str:
    """The texts that were labelled, in words: a file name says nothing to a reader, nor does the name of a split."""
    return "our own labelled sentences and articles" if on.endswith(".jsonl") else on.replace(" dev", "")


@functools.cache
def _by_kind() -> dict[str, tuple[str, float | None, int]]:
    return {row.kind: (row.name, row.precision, int(row.checked or 0)) for row in each(accuracy_rows())}


def rule_in_words(found_by: str, noun: str) -> str:
    """The rule that found a claim, in plain words."""
    form, _, word = found_by.partition(":")
    if noun == "reactions" and word.strip() == LEARNED:
        return "the words of the sentence, weighed as labelled sentences taught; no listed phrase tells it"
    named = {
        "verb": "the verb “{}” with its subject and object",
        "passive": "the verb “{}” in the passive with its subject",
        "noun": "the noun “{}” and who it belongs to",
        "adjective": "the adjective “{}” and who it describes",
        "phrase": "the phrase “{}”",
        "mood": "the mood of the sentence (“{}”)",
        "act": "what one side did to another (“{}”)",
        "reaction": "a reaction told in the sentence",
        "quote": "a quoted statement",
        "again": "a second telling of the same thing (“{}”)",
    }
    if noun == "quotes" and found_by in load_speech().rules:
        return load_speech().rules[found_by]
    if form in named and (word or "{}" not in named[form]):
        return named[form].format(word.replace("_", " ").lower())
    usual = {
        "quotes": "quotation marks or a reporting verb with its source",
        "reactions": "who does what to whom in the sentence",
    }
    return usual.get(noun, "what the sentence says happened, and when")
