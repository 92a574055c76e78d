"""Where a reaction may be told: verbs, nouns and quoted words, with who is behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.language.chains import Chain, Chains
from dashboard.language.deed_nouns import DeedNouns
from dashboard.language.doers import Doers
from dashboard.language.encounters import find_encounters
from dashboard.language.factuality import Standing
from dashboard.language.memory import Memory
from dashboard.language.parties import Parties, codes, speaks_for_state
from dashboard.language.quoted_words import find_quoted
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words
from dashboard.language.whose import whose_of
from dashboard.records import Actor, Quote
from dashboard.vocabulary.reactions import load_phrases

#: What others say that a state may do, or has left undone, is no word or deed of its own.
_UNPROVEN = frozenset({"WILL", "MAY", "CAN", "MUST", "NOT"})
_HELPS = frozenset({"SUPPORT", "SUPPLY", "COOPERATE", "LET_IN", "AID_VERB"})


@dataclass(frozen=True, slots=True)
class Start:
    """A word from which chains are read, with those who speak or act there."""

    token: int
    actors: tuple[Actor, ...]
    chains: tuple[Chain, ...]
    quote: Quote | None = None


def _is_charge(chain: Chain) -> bool:
    """True for "backs rebels" and "lets gunmen cross": what others say of a state to accuse it."""
    return bool(chain[0].tags & _HELPS) and any("HOSTILE_OBJECT" in node.tags for node in chain[1:])


class Starts:
    """The places of one passage where a reaction may be told; ``tags`` holds the word classes of each token."""

    def __init__(
        self,
        passage: Passage,
        words: Words,
        tags: list[frozenset[str]],
        parties: Parties,
        quotes: list[Quote],
        memory: Memory,
    ) -> None:
        self.words, self.tags, self.parties, self.quotes = words, tags, parties, quotes
        self.standing = Standing(words, tags, parties)
        self.doers = Doers(passage.start, self.standing, quotes, memory, words, tags, parties)
        self._nouns = DeedNouns(words, tags, parties, self.standing)

    def all(self) -> Iterator[Start]:
        """Every place that has somebody behind it: of verbs and nouns in reading order, then of quotations."""
        for i in range(len(self.words)):
            if self.words.is_verb(i):
                start = self._verb(i)
            elif self._nouns.tells(i):
                start = self._noun(i, self._nouns.makers(i))
            else:
                continue
            if start is not None:
                yield start
        # The nouns of meeting and agreement tell who met or agreed with whom.
        for i, actors in find_encounters(self.words, self.tags, self.parties, self.standing.is_fact, self.doers.of):
            yield Start(i, actors, tuple(self._chains(actors).of_noun(i)))
        for quote in self.quotes:
            yield from self._quoted(quote)

    def of(self, verb: int, actors: tuple[Actor, ...]) -> Start:
        """The start at a verb whose doers are known from elsewhere."""
        return Start(verb, actors, tuple(self._chains(actors).of_predicate(verb)))

    def _chains(self, actors: tuple[Actor, ...], *, is_direct: bool = False) -> Chains:
        """The reader of chains to whom the countries of ``actors`` are SELF."""
        whose = whose_of(self.words, self.tags, self.parties, set(codes(actors)), is_direct=is_direct)
        return Chains(self.words, self.tags, whose)

    def _verb(self, i: int) -> Start | None:
        words = self.words
        opens = self.tags[i] or words.lemmas[i] in load_phrases()
        if not opens and not words.kids(i, "acomp", "attr", "ccomp", "xcomp"):
            return None
        actors = self.doers.of_verb(i)
        if not actors:
            return None
        told, sayer = self.standing.of(i)
        if not told or self.standing.is_no_deed(i):
            return None
        said_by = set(codes(self.doers.of(sayer))) if sayer is not None else set()
        if said_by & set(codes(actors)) or self.parties.speaks_for_no_state(sayer):
            return None
        chains = self._chains(actors).of_predicate(i)
        if said_by:
            chains = [c for c in chains if not c[0].tags & _UNPROVEN and not _is_charge(c)]
        return Start(i, actors, tuple(chains))

    def _noun(self, i: int, actors: tuple[Actor, ...]) -> Start | None:
        return Start(i, actors, tuple(self._chains(actors).of_noun(i))) if actors else None

    def _quoted(self, quote: Quote) -> Iterator[Start]:
        actors = tuple(actor for actor in quote.speakers if speaks_for_state(actor))
        chains = self._chains(actors, is_direct=quote.kind == "direct")
        for root, is_bid in find_quoted(self.doers, quote, actors) if actors else ():
            told = chains.of_bidding(root) if is_bid else chains.of_content(root)
            yield Start(root, actors, tuple(told), quote)
