"""One parsed passage with who is mentioned where: what the finders of reports and their details look things up in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dashboard.language import syntax
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words
from dashboard.records import Actor, Mention, Quote, Span, Timex

QUALIFIERS = ("poss", "amod", "compound", "nmod", "appos")


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage, its parse as lists, and the mentions, quotes and time words in it, by token."""

    passage: Passage
    words: Words
    mentions: dict[int, Mention] = field(repr=False)
    quotes: tuple[Quote, ...] = field(repr=False)
    timexes: tuple[tuple[int, Timex], ...] = field(repr=False)
    """Each with the token that heads it."""

    def span(self, first: int, last: int) -> Span:
        """Where tokens ``first`` to ``last``, both included, stand in the article's text."""
        return self.passage.span(self.words.doc[first : last + 1])

    def phrase(self, head: int, *, without: Sequence[str] = ()) -> Span:
        """The words of the phrase of ``head``, without branches of these dependencies."""
        kept = self._below(head, frozenset(without))
        return self.span(min(kept), max(kept))

    def _below(self, head: int, without: frozenset[str]) -> list[int]:
        found = [head]
        for child in self.words.children[head]:
            if self.words.deps[child] not in without and self.words.deps[child] != "punct":
                found.extend(self._below(child, without))
        return found

    def text(self, span: Span) -> str:
        """The words at ``span``, on one line."""
        return " ".join(self.words.doc.text[span.start - self.passage.start : span.end - self.passage.start].split())

    def sentence(self, i: int) -> Span:
        """The sentence of token ``i``, without blanks at its ends."""
        sent = self.words.doc[i].sent
        first, last = sent.start, sent.end - 1
        while last > first and self.words.doc[last].is_space:
            last -= 1
        return self.span(first, last)

    def actors(self, head: int, *, place: bool = False) -> tuple[Actor, ...]:
        """Those whom the phrase of ``head`` and what is joined to it names, in order."""
        found: list[Actor] = []
        for joint in self.words.conjuncts(head):
            mention = self._mention(joint, place)
            if mention is not None:
                found.extend(actor for actor in mention.actors if actor not in found)
        return tuple(found)

    def _mention(self, head: int, place: bool) -> Mention | None:
        own = self.mentions.get(head)
        if own is not None and own.actors:
            return own if place or not own.place else None
        if self.words.pos[head] not in ("NOUN", "PROPN"):
            return None
        for child in self.words.children[head]:
            if self.words.deps[child] in QUALIFIERS:
                near = self.mentions.get(child)
                if near is not None and near.actors:
                    return near
        for preposition, after in syntax.prepositions_of(self.words, head):
            near = self.mentions.get(after) if preposition == "of" else None
            if near is not None and near.actors:
                return near
        return None

    def verb_above(self, i: int) -> int | None:
        """The verb that the noun ``i`` hangs on, over prepositions and nouns; None when there is none."""
        steps = 0
        while self.words.heads[i] != i and steps < 8:
            i = self.words.heads[i]
            if self.words.is_verb(i):
                return i
            steps += 1
        return None

    def in_direct_words(self, i: int) -> bool:
        """True between quotation marks, and inside a direct quote."""
        offset = self.passage.start + self.words.doc[i].idx
        if any(q.kind == "direct" and any(s.start <= offset < s.end for s in q.content) for q in self.quotes):
            return True
        return self.words.lowers[:i].count('"') % 2 == 1 and '"' in self.words.lowers[i:]


def make_scene(
    passage: Passage,
    words: Words,
    mentions: Sequence[Mention],
    quotes: Iterable[Quote],
    timexes: Sequence[Timex],
) -> Scene:
    """The scene of a passage; ``mentions`` and ``timexes`` are those of the whole article, in order of place."""
    starts = [passage.start + start for start in words.starts]
    end = passage.end
    first = bisect_left(mentions, passage.start, key=lambda each: each.span.start)
    last = bisect_left(mentions, end, key=lambda each: each.span.start)
    by_token: dict[int, Mention] = {}
    for mention in mentions[first:last]:
        for i in range(bisect_left(starts, mention.span.start), bisect_left(starts, mention.span.end)):
            by_token.setdefault(i, mention)
    inside = tuple(q for q in quotes if q.evidence.start < end and passage.start < q.evidence.end)
    times = [each for each in timexes if passage.start <= each.span.start < end]
    return Scene(passage, words, by_token, inside, tuple((_head(words, starts, each), each) for each in times))


def _head(words: Words, starts: Sequence[int], timex: Timex) -> int:
    """The token of the expression on which the others hang."""
    first = max(bisect_right(starts, timex.span.start) - 1, 0)
    last = max(bisect_left(starts, timex.span.end), first + 1)
    for i in range(first, last):
        if not first <= words.heads[i] < last or words.heads[i] == i:
            return i
    return first


def doers(scene: Scene, verb: int) -> tuple[Actor, ...]:
    """Who does ``verb``."""
    doer = (
        syntax.agent(scene.words, verb) if syntax.is_passive(scene.words, verb) else syntax.subject(scene.words, verb)
    )
    return () if doer is None else scene.actors(doer)
