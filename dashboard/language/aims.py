"""Clues to whom a reaction is aimed at: where a country stands in its sentence, and what the article told of it before.

The clues are short strings, such as ``in=pobj:against`` or ``before=doer``, for one country of the article at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dashboard.language.parties import codes
from dashboard.language.syntax import Words
from dashboard.records import Mention, Reaction, Span

#: How far up the tree a country's place is told, in steps.
MAX_STEPS = 6
#: Reactions that far back still tell whom one speaks of.
RECENT = 4
#: Words for the two or more who were named before.
_BOTH = frozenset({"both", "sides", "two", "each", "parties", "neighbours", "neighbors", "governments", "rivals"})
_PLACES = frozenset({"in", "at", "near", "around", "outside", "inside", "across"})


class Aims:
    """The countries of one article, and what may show that one of them is aimed at."""

    def __init__(self, mentions: Sequence[Mention], headline: Span | None) -> None:
        self._named: dict[str, list[int]] = {}
        for mention in mentions:
            for code in codes(mention.actors):
                self._named.setdefault(code, []).append(mention.span.start)
        self._head = {
            code
            for code, places in self._named.items()
            if headline is not None and any(headline.start <= place < headline.end for place in places)
        }
        self._order = [code for code, _ in Counter({c: len(p) for c, p in self._named.items()}).most_common()]

    def clues(
        self,
        reaction: Reaction,
        cue: int,
        words: Words,
        at: Mapping[int, Mention],
        start: int,
        before: Sequence[Reaction],
        *,
        by_words: bool,
    ) -> Iterator[tuple[str, frozenset[str]]]:
        """Each country that may be meant, with its clues.

        ``cue`` is the token of the reaction's word, ``at`` the mentions by token, ``start`` the offset of the passage;
        ``before`` holds what the article told earlier; ``by_words`` tells whether its own words name its targets.
        """
        span = Span(reaction.evidence.start, reaction.evidence.end)
        inside = {
            i: mention
            for i, mention in at.items()
            if span.start <= start + words.doc[i].idx < span.end and mention.actors
        }
        here = {code for mention in inside.values() for code in codes(mention.actors)} - {reaction.actor.country}
        whole = self._whole(reaction, words, inside, span, start)
        whole.add(f"words={by_words}")
        for code in self._order:
            if code == reaction.actor.country or not code:
                continue
            found = set(whole)
            for i, mention in inside.items():
                if code in codes(mention.actors):
                    found |= self._placed(i, cue, words, mention)
            found |= self._known(code, reaction, here, span, before)
            crossed = {f"{reaction.reaction}/{clue}" for clue in found if clue[0] in "ibtr"}
            yield code, frozenset(found | crossed)

    def _whole(
        self, reaction: Reaction, words: Words, inside: Mapping[int, Mention], span: Span, start: int
    ) -> set[str]:
        found = {f"kind={reaction.reaction}", f"aimed={min(len(reaction.targets), 3)}"}
        said = {words.lowers[t] for t in range(len(words)) if span.start <= start + words.doc[t].idx < span.end}
        if said & _BOTH:
            found.add("both")
        return found

    def _placed(self, i: int, cue: int, words: Words, mention: Mention) -> set[str]:
        arcs: list[str] = []
        here, link = i, ""
        for _ in range(MAX_STEPS):
            if here == cue or words.heads[here] == here:
                break
            arcs.append(words.deps[here])
            here = words.heads[here]
            if words.pos[here] == "ADP" and not link:
                link = words.lowers[here]
        below = here == cue
        side = "after" if i > cue else "before"
        found = {
            "in=sentence",
            f"in=path:{'>'.join(arcs)}:{below}",
            f"in={arcs[0] if arcs else 'root'}:{link}:{side}",
            f"in={link or (arcs[-1] if arcs else 'root')}:{below}",
            f"in={mention.form}",
            f"in=near:{min(abs(i - cue) // 4, 5)}:{side}",
            f"in=top:{arcs[-1] if arcs else 'root'}:{words.lemmas[here]}",
        }
        if link in _PLACES:
            found.add("in=place")
        head = words.heads[i]
        found |= {f"in=of:{words.lemmas[head]}", f"in=class:{words.pos[head]}"}
        return found

    def _known(self, code: str, reaction: Reaction, here: set[str], span: Span, before: Sequence[Reaction]) -> set[str]:
        found = {
            f"rank={min(self._order.index(code), 4)}",
            f"ruled={code in reaction.targets}:{min(len(reaction.targets), 2)}",
        }
        found.add(f"told={code in here}:{min(len(here), 3)}")
        if code in self._head:
            found.add("title")
        places = [place for place in self._named[code] if place < span.start]
        if places:
            gap = span.start - places[-1]
            found.add(f"rank=gap:{0 if gap < 150 else 1 if gap < 400 else 2}")
        elif code not in here:
            found.add("rank=later")
        earlier = [one for one in before if one.evidence.start < span.start]
        own = [one for one in earlier if one.actor.country == reaction.actor.country]
        if own:
            found.add(f"before=own:{code in own[-1].targets}")
        same = [one for one in earlier if one.reaction == reaction.reaction]
        if same:
            found.add(f"before=same:{code in same[-1].targets}")
        for one in earlier[-RECENT:]:
            if one.actor.country == code:
                found.add("before=doer" + (":back" if reaction.actor.country in one.targets else ""))
            if code in one.targets:
                found.add("before=target")
        aimed = Counter(target for one in earlier for target in one.targets)
        if aimed and aimed.most_common(1)[0][0] == code:
            found.add("before=most")
        beside = [one for one in before if one.evidence.start == span.start and one is not reaction]
        if any(code in one.targets for one in beside):
            found.add("before=beside")
        return found
