"""What the actor rules find in a passage before they know who is who."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dashboard.language.gazetteer import Listed
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import Head

ItemKind = Literal["listed", "person", "phrase", "pronoun"]


@dataclass(slots=True)
class Phrase:
    """A noun phrase for an actor without its name: "the former Russian defence minister"."""

    head: Head
    role: str
    """Its words without article and country."""
    words: str
    """Its words without article."""
    countries: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    """The states that have an office of this name, of which ``countries`` gives the likeliest."""
    determiner: str = ""
    number: int = 0
    possessor: Item | None = None
    pronoun: int | None = None
    """Index of the possessive pronoun it begins with."""
    of_nation: bool = False
    """True for "the country's ...": the country is the one last spoken of."""
    of_body: bool = False
    """True for "the alliance's ...": the organisation is the one last spoken of."""
    is_former: bool = False
    has_modifier: bool = False


@dataclass(slots=True, eq=False)
class Item:
    """Tokens ``start`` to ``end`` of one passage that stand for an actor; ``root`` is the one the others hang on."""

    tokens: Tokens
    start: int
    end: int
    root: int
    kind: ItemKind
    listed: Listed | None = None
    name: tuple[int, int] | None = None
    phrase: Phrase | None = None
    linked: Item | None = None
    """The other half of an apposition: "Park Jin" and "South Korea's foreign minister"."""
    own_length: int = 0
    """Tokens of a body's listed name when its country before it was taken in."""
    place: bool = False
    swallowed: list[Item] = field(default_factory=list)
    """Listed names that stand inside a longer item."""

    @property
    def sentence(self) -> int:
        """Number of its sentence in the article."""
        return self.tokens.sentences[self.root]

    @property
    def is_subject(self) -> bool:
        """True when its clause is about it, or it is whom a sentence is according to."""
        dep, head = self.tokens.deps[self.root], self.tokens.heads[self.root]
        while dep == "conj":
            dep, head = self.tokens.deps[head], self.tokens.heads[head]
        if dep in ("nsubj", "nsubjpass"):
            return True
        according = self.tokens.lowers[head] == "to" and head > 0 and self.tokens.lowers[head - 1] == "according"
        return dep == "pobj" and (according or self.tokens.deps[head] == "agent")

    @property
    def text(self) -> str:
        """Its words."""
        return self.tokens.slice(self.start, self.end)


def root_of(tokens: Tokens, start: int, end: int) -> int:
    """The token between ``start`` and ``end`` that hangs on a token outside; the last when there are several."""
    for index in range(end - 1, start - 1, -1):
        if not start <= tokens.heads[index] < end or tokens.heads[index] == index:
            return index
    return end - 1
