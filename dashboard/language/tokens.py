"""A passage as plain lists: what the actor rules look at, read from the parse once."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.attrs import DEP, ORTH, TAG

from dashboard.language import syntax
from dashboard.language.sentences import Passage

_MARKS = frozenset({'"', "``", "''"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one passage by index. ``heads`` are indices; ``sentences`` count from the article's start."""

    passage: Passage
    texts: list[str]
    lowers: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentences: list[int]
    quoted: list[bool]
    """For each token whether it stands between quotation marks."""
    people: list[tuple[int, int]]
    """Where the tagger of names sees a person; empty in headlines, where capitals mislead it."""

    def __len__(self) -> int:
        return len(self.texts)

    def slice(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` as they stand in the text, line breaks as blanks."""
        return " ".join(self.passage.doc[start:end].text.split())


def read_tokens(passage: Passage, first_sentence: int) -> Tokens:
    """The tokens of ``passage`` as lists; its sentences count on from ``first_sentence``."""
    doc, parse = passage.doc, syntax.read_words(passage.doc)
    texts = syntax.column(doc, ORTH)
    tokens = Tokens(passage, texts, [], syntax.column(doc, TAG), syntax.column(doc, DEP), list(parse.heads), [], [], [])
    for number, (first, last) in enumerate(parse.sentences, first_sentence):
        tokens.sentences.extend([number] * (last - first))
    tokens.lowers.extend([text.lower() for text in texts])
    inside = False
    for text in texts:
        inside ^= text in _MARKS
        tokens.quoted.append(inside)
    if passage.zone != "headline":
        tokens.people.extend((ent.start, ent.end) for ent in passage.doc.ents if ent.label_ == "PERSON")
    return tokens
