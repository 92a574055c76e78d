"""Who did what earlier in the article: so that "the launch" is known to be North Korea's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.language import syntax
from dashboard.language.documents import Documents
from dashboard.language.parties import Parties, codes, states_called
from dashboard.language.sets import Sets
from dashboard.language.syntax import Words
from dashboard.records import Actor, Mention, Reaction
from dashboard.vocabulary.countries import is_state
from dashboard.vocabulary.word_sets import word_set

#: So many times more often named is one state when the sides are both its own.
_FAR_MORE = 4
#: Letters by which a noun and its verb are known to be the same: launch, launched; expel, expulsion.
_STEM = 4
#: The states of the small ones.
_MEMBERS = {
    "GULF": ("AE", "BH", "KW", "OM", "QA", "SA"),
    "NORDIC": ("DK", "FI", "IS", "NO", "SE"),
    "BALTIC": ("EE", "LT", "LV"),
}
NAMED_AFTER = word_set("named_after_towns")
#: Texts that somebody puts before others or adopts; what is said of "the draft" later is said of those.
TEXTS = frozenset({"draft", "text", "resolution", "motion", "proposal", "initiative"})
PUTS = word_set("puts_forward")
DRAFT = "draft"


class Memory:
    """What one article has told so far."""

    def __init__(self, opening: int, mentions: Sequence[Mention]) -> None:
        named = (each.country for mention in mentions if mention.form != "pronoun" for each in mention.actors)
        self._often = Counter(code for code in named if is_state(code))
        self.opening = opening
        """Where the first sentences end, which say whom the article is about."""
        self._aimed: dict[str, tuple[str, ...]] = {}
        self._doers: list[tuple[int, str, tuple[Actor, ...]]] = []
        self._named: set[str] = set()
        self.sets, self.documents = Sets(), Documents()
        self.topics: frozenset[str] = frozenset()
        """Classes of words that the article has spoken of, and that later sentences leave out."""
        self.spoken: frozenset[str] = frozenset()
        """Every class of word that the article has used by now."""
        self.sides: tuple[Actor, ...] = ()
        """The two of the article's first reaction: when one of them speaks of "both sides", the other is meant."""

    def add(self, offset: int, words: Words, parties: Parties) -> None:
        """Notes the deeds of a passage that starts at ``offset`` in the text."""
        for i in range(len(words)):
            if words.pos[i] == "NOUN":
                bare = parties.is_official(i) or words.lemmas[i] in NAMED_AFTER
                actors = () if bare else parties.owner(i)
                name = DRAFT if words.lemmas[i] in TEXTS else words.lemmas[i]
            elif words.pos[i] == "VERB":
                subject = syntax.subject(words, i)
                actors = parties.joint_actors(subject) if subject is not None else ()
                puts = words.lemmas[i] in PUTS and any(words.lemmas[o] in TEXTS for o in syntax.objects_of(words, i))
                name = DRAFT if puts else words.lemmas[i]
            else:
                continue
            if actors:
                self._doers.append((offset + words.doc[i].idx, name, actors))
        self.sets.note(offset, words, parties)
        self.documents.note(offset, words, parties)
        for i in sorted(parties.at):
            self._named.update(codes(parties.named(i)))

    def speaks_of_several(self) -> bool:
        """True when the article has named two or more countries or bodies by now."""
        return len(self._named) > 1

    def speaks_of(self, code: str) -> bool:
        """True when the article has named the party ``code``."""
        return code in self._named

    def note(self, reaction: Reaction) -> None:
        """Keeps at whom the actor aimed, and the sides of the article's first reaction between states."""
        self._aimed[reaction.actor.country] = reaction.targets
        involved = (reaction.actor.country, *reaction.targets[:1])
        if not self.sides and len(involved) == 2 and all(map(is_state, involved)):
            self.sides = states_called(involved)

    def pair(self, actor: str) -> tuple[Actor, ...]:
        """Whom "both sides" means to ``actor``: the other of the two, or the two states that the article names most.

        Where one is named far more than any other the sides are both its own: a government and its rebels.
        """
        aimed = self._aimed.get(actor, ())
        if len(aimed) == 2:
            return states_called(aimed)
        against = tuple(code for code, targets in self._aimed.items() if actor in targets and is_state(code))
        if len(against) == 2:
            return states_called(against)
        leading = [code for code, _ in self._often.most_common(2)]
        if actor in codes(self.sides) and actor in leading:
            return tuple(each for each in self.sides if each.country != actor)
        most = [(code, times) for code, times in self._often.most_common(3) if code != actor][:2]
        if len(most) == 2 and most[0][1] > _FAR_MORE * most[1][1]:
            most.pop()
        return states_called(code for code, _ in most)

    def members(self, region: str, actor: str) -> tuple[str, ...]:
        """The states of ``region`` that the article names, ``actor`` left out; empty for fewer than two."""
        named = tuple(code for code in _MEMBERS.get(region, ()) if self._often[code] and code != actor)
        return named if len(named) > 1 else ()

    def both(self) -> tuple[Actor, ...]:
        """The two of the article: those of its first reaction, else the two states that it names more than others."""
        if self.sides:
            return self.sides
        most = [*self._often.most_common(3), ("", 0)]
        led = len(most) > 2 and most[1][1] > most[2][1]
        return states_called(code for code, _ in most[:2]) if led else ()

    def doer(self, place: int, lemma: str, actor: str) -> tuple[Actor, ...]:
        """Those who last before ``place`` did what the noun ``lemma`` names, other than ``actor``."""
        for offset, stem, actors in reversed(self._doers):
            if offset < place and _same_deed(stem, lemma) and actor not in codes(actors):
                return actors
        return ()


def _same_deed(one: str, other: str) -> bool:
    """True for "launch" and "launched", "decide" and "decision"; not for "accord" and "accomplice"."""
    short = min(len(one), len(other))
    shared = max(_STEM, short - 2)
    return one == other or one[:shared] == other[:shared]
