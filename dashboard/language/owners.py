"""Whose those are who are said without a state of their own: "its ambassador", "an aide to the president"."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from dashboard.language.antecedents import IT, Antecedents, is_thing
from dashboard.language.contexts import Context
from dashboard.language.descriptions import (
    is_country,
    is_mission,
    is_of_state,
    is_public_body,
    is_stationed,
    owns_a_text,
)
from dashboard.language.items import Item, Phrase
from dashboard.language.register import Known
from dashboard.records import Actor, Mention
from dashboard.vocabulary.countries import is_state
from dashboard.vocabulary.roles import Roles

_TIES = frozenset(
    {("to",), ("for",), ("of",), ("at",), ("in",), ("from",), ("with",), ("close", "to"), ("accompanying",)}
    | {("travelling", "with"), ("traveling", "with"), ("working", "for"), ("serving",), ("in", "the", "office", "of")}
)
"""What stands between those who serve and whom they serve."""
_ABROAD = frozenset({"coalition", "mission", "force", "forces", "troops", "alliance"})


class Owners:
    """Finds whose an office or a body is, with what the article has said so far."""

    def __init__(
        self,
        roles: Roles,
        context: Context,
        before: Antecedents,
        mention: Callable[[Item], Mention | None],
    ) -> None:
        """``mention`` resolves an item."""
        self._roles = roles
        self._context = context
        self._before = before
        self._mention = mention
        self.known: dict[int, Known] = {}
        """The person of each item with a name, by the item's id."""
        self.nexts: dict[int, Item] = {}
        """The item after each one in its passage, by its id."""

    def of(self, item: Item, phrase: Phrase) -> tuple[Actor, ...]:
        """Whose the phrase's words say that somebody or something is; empty where they say of nobody."""
        if phrase.of_body:
            part = phrase.words.split()[-1].capitalize()
            called = self._before.last_organisation(item, part if part == "Commission" else "")
            return (called,) if called is not None else ()
        if phrase.pronoun is not None:
            if item.tokens.lowers[phrase.pronoun] in ("our", "my", "your"):
                return ()  # whose words they are is not known yet
            if item.tokens.lowers[phrase.pronoun] in IT and phrase.head.singular in self._roles.of_states:
                return self._before.best(
                    item, phrase.pronoun, "it", lambda past: is_thing(past) and is_state(past.only.country)
                )
            return self._before.of_pronoun(item, phrase.pronoun)
        if phrase.possessor is not None:
            held = phrase.possessor
            known = self.known.get(id(held))
            if known is not None:
                return (known.actor,)
            named = self._mention(held) if held.linked is None else None
            return named.actors if named is not None else ()
        if item.tokens.lowers[max(item.start - 1, 0)] == "whose":  # "Chile, whose premier, Ana Ruiz, said"
            before = self._before.past[-1] if self._before.past else None
            beside = before is not None and before.item.tokens is item.tokens and item.start - before.item.end in (1, 2)
            return before.actors if before is not None and beside else ()
        # "the minister's spokesman" may be two mentions, the first of which has been resolved
        last = self._before.past[-1] if self._before.past else None
        follows = item.start > 1 and item.tokens.tags[item.start - 1] == "POS"
        if follows and last is not None and last.item.tokens is item.tokens and last.item.end == item.start - 1:
            return last.actors
        return ()

    def countries(self, item: Item, phrase: Phrase) -> tuple[str, ...]:
        """The countries of the phrase: its own, its owner's, or for what each state has the one told of."""
        if phrase.countries or phrase.head.singular == "counterpart":
            return phrase.countries
        if is_mission(phrase) and phrase.determiner == "the" and is_stationed(item, phrase):
            beside = self.nexts.get(id(item))
            place = beside.listed.actor.country if beside is not None and beside.listed is not None else ""
            abroad = (code for code in self._before.lands_back() if code != place and is_country(code))
            return tuple(itertools.islice(abroad, 1)) if place else ()
        if phrase.of_nation:
            return tuple(actor.country for actor in self._before.last_states(item, 1))
        owner = self.of(item, phrase)
        if owner and phrase.head.singular in self._roles.opposite:
            here = self._context.scene_of(item)
            return (here,) if here and here not in {actor.country for actor in owner} else ()
        if owner:
            return tuple(dict.fromkeys(actor.country for actor in owner if actor.country))
        of_state = is_of_state(phrase)
        speaks = item.is_subject or owns_a_text(item, phrase)
        if is_public_body(phrase) and speaks and (here := self._context.set_in(item)) and is_state(here):
            return (here,)
        if not (is_public_body(phrase) or of_state) or self._before.same_body(phrase) is not None:
            return ()
        near = self._before.country_of_sentence(item)
        if (
            not near
            and (item.is_subject or owns_a_text(item, phrase))
            and (phrase.determiner == "the" or of_state)
            and (code := self._context.country_near(item, phrase))
        ):
            return (code,)
        return near

    def tied(self, item: Item, phrase: Phrase) -> tuple[str, ...]:
        """The country of whom somebody serves: "an aide to the president", "officials travelling with Rao"."""
        other = self.nexts.get(id(item))
        if other is None or phrase.possessor is not None or phrase.head.singular not in self._roles.serving:
            return ()
        if not _ABROAD.isdisjoint(phrase.words.lower().split()):
            return ()  # "a spokesman for the coalition in Yemen"
        between = [word for word in item.tokens.texts[item.end : other.start] if word not in self._roles.honorifics]
        if tuple(word.lower() for word in between) not in _TIES:
            return ()
        of_body = other.phrase is not None and not other.phrase.head.is_person and not other.phrase.countries
        if of_body and other.phrase is not None and other.phrase.possessor is None:  # not "in the Rao administration"
            code = self._context.country_near(item, phrase)  # "a source at the finance ministry"
            return (code,) if code and self._context.is_state_body(other.phrase) else ()
        mention = self._mention(other)
        codes = {actor.country for actor in mention.actors} if mention is not None else set()
        beside = self.nexts.get(id(other))
        if codes == {""} and beside is not None and beside.start == other.end:  # "in Prime Minister Rao's office"
            mention = self._mention(beside)
            codes = {actor.country for actor in mention.actors} if mention is not None else codes
        return tuple(codes) if len(codes) == 1 and "" not in codes else ()

    def ruler(self, item: Item, phrase: Phrase) -> tuple[str, ...]:
        """The country of whose a government is said to be: "the government of Costas Karamanlis"."""
        other = self.nexts.get(id(item))
        if other is None or phrase.countries or phrase.possessor is not None:
            return ()
        if phrase.head.word not in self._roles.of_a_person or item.tokens.lowers[item.end : other.start] != ["of"]:
            return ()
        if self.known.get(id(other)) is None:
            return ()
        mention = self._mention(other)
        return tuple(actor.country for actor in mention.actors if actor.country) if mention is not None else ()
