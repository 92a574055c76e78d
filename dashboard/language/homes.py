"""The country of those whom a deed names without one: "police" in Nairobi, "two campaigners" arrested there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.language import syntax
from dashboard.language.syntax import Words
from dashboard.records import Actor, Mention
from dashboard.vocabulary.countries import load_countries

#: Kinds of actors that belong to the country where they act or are acted upon.
_LOCAL = frozenset({"group", "people", "unnamed", "armed_forces", "government", "body"})
#: "refugees fleeing Chad" are of Chad.
_LEAVING = frozenset({"flee", "escape", "leave", "quit", "run"})
_WHERE = frozenset({"in", "at", "near", "from", "of", "outside", "inside", "around", "across", "through", "on", "off"})


def at_home(actors: tuple[Actor, ...], country: str) -> tuple[Actor, ...]:
    """``actors``, those described without a country given ``country``; names of persons and bodies stay as they are."""
    if not country:
        return actors
    return tuple(
        replace(actor, country=country, found_by="article") if _is_local(actor) and _is_homeless(actor) else actor
        for actor in actors
    )


def _is_homeless(actor: Actor) -> bool:
    """True also for "ethnic Albanian gunmen", who are seldom of Albania."""
    return not actor.country or actor.name.lower().startswith("ethnic ")


def _is_local(actor: Actor) -> bool:
    """True for a description ("masked gunmen"), not for a name that nobody knows ("Acme")."""
    return actor.kind in _LOCAL and (actor.kind != "body" or bool(actor.role))


class Homes:
    """Where the sentences of one passage say that things happen."""

    def __init__(self, words: Words, at: Mapping[int, Mention]) -> None:
        self._words, self._at = words, at

    def of_phrase(self, head: int | None) -> str:
        """The country of the place in a phrase: "demonstrators in Lagos"; "" when it names none."""
        if head is None:
            return ""
        words = self._words
        places = [item for name, item in syntax.prepositions_of(words, head) if name in _WHERE]
        for clause in words.kids(head, "acl", "relcl"):
            if words.lemmas[clause] in _LEAVING:
                places += syntax.objects_of(words, clause)
                places += [item for name, item in syntax.prepositions_of(words, clause) if name in ("from", "of")]
        return self._first(places)

    def of_deed(self, predicate: int) -> str:
        """The country where a deed is done, as its own clause says it; "" when it does not."""
        words = self._words
        heads = [predicate, *syntax.objects_of(words, predicate)]
        return self._first(
            item for head in heads for name, item in syntax.prepositions_of(words, head) if name in _WHERE
        )

    def of_sentence(self, predicate: int) -> str:
        """The only state that the sentence of ``predicate`` names; "" when it names several or none."""
        named = self.named_in_sentence(predicate)
        return named.pop() if len(named) == 1 else ""

    def of_places(self, predicate: int) -> str:
        """The only state whose places the sentence of ``predicate`` names as such; "" when several or none."""
        sentence = self._words.doc[predicate].sent
        held = (self._at[i] for i in range(sentence.start, sentence.end) if i in self._at)
        found = set().union(*(_states(mention) for mention in held if mention.place))
        return found.pop() if len(found) == 1 else ""

    def named_in_sentence(self, predicate: int) -> set[str]:
        """The states that the sentence of ``predicate`` names in any form."""
        sentence = self._words.doc[predicate].sent
        found: set[str] = set()
        for i in range(sentence.start, sentence.end):
            if (mention := self._at.get(i)) is not None:
                found |= _states(mention)
        return found

    def _first(self, items: Iterable[int]) -> str:
        """The state of the first place among ``items`` or next below it: "in the Russian town of Beslan"."""
        for item in items:
            for token in self._words.subtree(item):
                mention = self._at.get(token)
                if mention is not None and len(states := _states(mention)) == 1:
                    return states.pop()
        return ""


def _states(mention: Mention) -> set[str]:
    countries = load_countries()
    return {
        actor.country
        for actor in mention.actors
        if actor.country
        and countries[actor.country].kind in ("country", "territory", "former")
        and not actor.name.lower().startswith("ethnic ")
    }
