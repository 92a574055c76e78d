"""Which phrases of the vocabulary the chains of a passage tell, and on which condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.language.chains import Chain, Node
from dashboard.language.factuality import IF
from dashboard.language.memory import Memory
from dashboard.language.starts import Start
from dashboard.language.syntax import Words
from dashboard.vocabulary.phrases import SKIPPED, Phrase
from dashboard.vocabulary.reactions import NOTHING, ReactionType, load_phrases, load_reactions


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found on a chain."""

    start: Start
    chain: Chain
    reaction: ReactionType | None
    phrase: Phrase
    matched: frozenset[int]
    covered: frozenset[int]
    asks: int
    """How many words of the chain the phrase asks for."""
    condition: int | None


class PhraseMatcher:
    """Finds the phrases of one passage; ``sentence`` holds the first token of the sentence of each."""

    def __init__(self, words: Words, tags: list[frozenset[str]], sentence: Sequence[int], memory: Memory) -> None:
        self._words, self._tags, self._sentence, self._memory = words, tags, sentence, memory

    def of(self, start: Start) -> Iterator[Hit]:
        """The phrases that the chains from ``start`` match."""
        listed = load_phrases()
        condition = self.condition(start)
        for chain in start.chains:
            if condition is not None:
                chain = (Node(chain[0].token, self._if_marks(condition)), *chain)
            tags = [node.tags for node in chain]
            held = frozenset().union(*tags)
            # In a fixed order: of two phrases that say the same, the same one is named in every run.
            for key, phrase in (each for name in sorted(_openings(tags)) for each in listed.get(name, ())):
                if phrase.last and phrase.last.isdisjoint(held):
                    continue
                places = phrase.match(tags)
                if places and all(self._near(start.token, each) for each in phrase.near):
                    read, matched = chain[: places[-1] + 1], frozenset(chain[place].token for place in places)
                    covered = frozenset(node.token for node in read) | {start.token}
                    reaction = load_reactions()[key] if key != NOTHING else None
                    yield Hit(start, read, reaction, phrase, matched, covered, len(places), condition)

    def _near(self, token: int, name: str) -> bool:
        """True when a word of the class stands in the sentence of ``token`` or the one before, or is the topic."""
        if name in self._memory.topics:
            return True
        here = self._sentence[token]
        before = max((s for s in self._sentence if s < here), default=here)
        return any(name in tags for i, tags in enumerate(self._tags) if before <= i and self._sentence[i] <= here)

    def condition(self, start: Start) -> int | None:
        """The head of the clause on which what is told there depends."""
        words = self._words
        verbs = {node.token for each in start.chains for node in each if words.is_verb(node.token)} | {start.token}
        here = start.token
        while words.deps[here] in ("advcl", "ccomp", "conj", "xcomp"):
            if here != start.token and self._is_if(here):
                return here
            here = words.heads[here]
            verbs.add(here)
        return next((child for verb in sorted(verbs) for child in words.children[verb] if self._is_if(child)), None)

    def _if_marks(self, condition: int) -> frozenset[str]:
        """The marks of a condition: what happens "unless" something else does is a threat more often than a plan."""
        unless = any(self._words.lowers[c] == "unless" for c in self._words.kids(condition, "mark"))
        return frozenset({"IF", "UNLESS"}) if unless else frozenset({"IF"})

    def _is_if(self, i: int) -> bool:
        """True for a clause with "if" or "unless", and for "in case of"."""
        words, dep = self._words, self._words.deps[i]
        if dep == "advcl":
            marks = words.kids(i, "mark", "advmod", "aux")
            if any(words.lowers[m] in IF and (words.lowers[m] != "should" or m < i) for m in marks):
                return True
            return any(words.lowers[m] == "case" for m in words.kids(i, "pobj", "npadvmod"))
        objects = words.kids(i, "pobj") if dep == "prep" and words.lowers[i] == "in" else []
        return any(words.lemmas[o] in ("case", "event") for o in objects)


def _openings(tags: Sequence[frozenset[str]]) -> set[str]:
    """The classes with which a phrase can begin: those of its first word, and of the next while that may be skipped."""
    names: set[str] = set()
    for node in tags:
        names |= node
        if not node & SKIPPED:
            break
    return names


def beats(other: Hit, hit: Hit) -> bool:
    """True when ``other`` says the same more fully: it covers what ``hit`` matched, and asks for more."""
    if other is hit:
        return False
    if other.asks != hit.asks:
        return other.asks > hit.asks and (hit.matched <= other.covered or other.matched <= hit.covered)
    return other.matched == hit.matched and _rank(other) < _rank(hit)


def order(hit: Hit) -> int:
    """The place of its reaction in the file: consulting comes before a bare meeting."""
    return hit.reaction.order if hit.reaction is not None else -1


def _rank(hit: Hit) -> tuple[int, int, int, bool, int]:
    """The order among phrases on the same words: nothing first, the more exact, that of the file, verb before quote."""
    if hit.reaction is None:
        return (-99, 0, hit.start.token, False, 0)
    exact = hit.phrase.text.count("&") + len(hit.phrase.near)
    return (-exact, hit.reaction.order, hit.start.token, hit.start.quote is not None, -len(hit.phrase.text))
