"""What pronouns and descriptions stand for: "he", "its", "the minister", "the two leaders", "both nations"."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dashboard.language.antecedents import (
    HE,
    THEY,
    Antecedents,
    Past,
    told_state,
)
from dashboard.language.apposed_bodies import apposed
from dashboard.language.contexts import Context, Frame, is_of_a_club
from dashboard.language.descriptions import (
    fits_words,
    is_a_government,
    is_a_side,
    is_counted,
    is_nondescript,
    is_of_a_state,
    is_opposition,
    is_rebel,
    owns_a_text,
    titles_of,
)
from dashboard.language.gazetteer import government_of
from dashboard.language.items import Item, Phrase
from dashboard.language.owners import Owners
from dashboard.language.recalls import (
    body_in_short,
    by_another_name,
    called,
    explained,
    in_short,
    last_unnamed,
    note_initials,
    take_office,
)
from dashboard.language.register import Known, Register, name_text, name_tokens, seen_elsewhere
from dashboard.language.titles import (
    embassy_seats,
    fullest_names,
    government,
    member_states,
    name_by_owner,
    name_by_state,
    of_country,
    seat_after,
    with_state,
)
from dashboard.language.whereabouts import (
    nameless,
    of_region,
    of_the_place,
    spoken_for,
)
from dashboard.records import Actor, Mention, MentionForm
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import Roles

_ALONE = ("ministry", "department", "agency", "committee", "commission", "embassy")
"""Bodies that say nothing of which they are: "the Chilean ministry" after "the Ministry of Economy"."""
_AT_HOME = frozenset({"opposition", "ruling", "governing", "local", "domestic", "government", "electoral", "election"})
"""What bodies are called of the state where the text is set."""
_NEXT = frozenset({"second", "third", "fourth", "other", "further"})
"""Whoever is called so is one more of those before: "a second official"."""


class Resolver:
    """Turns the items of one article into mentions, in reading order."""

    def __init__(self, register: Register, roles: Roles, frame: Frame) -> None:
        self._register = register
        self._context = Context(roles, frame)
        self._named: set[int] = set()
        self._last_told: dict[int, int] = {}
        """The last sentence of whose subject each person was, by its id."""
        self._placing: set[int] = set()
        self.placed_late = False
        """True when somebody was named before it was known whose office they hold."""
        self.sought: list[tuple[Phrase, str, int]] = []
        """The offices that were said before it was known who holds them, each with country and sentence."""
        self.unplaced: set[int] = set()
        """The ids of persons whose office the text around it gives to no country."""
        self._roles = roles
        self._before = Antecedents(roles)
        self._owners = Owners(roles, self._context, self._before, self._mention)
        self._known: dict[int, Known] = {}
        self._fullest: dict[Actor, str] = {}
        self._spelt_out: set[Actor] = set()
        """The listed bodies that the article calls by more than their initials."""
        self._initials: dict[str, Actor] = {}
        """What the article has said that bodies are called or are: "FO" after "the Foreign Office (FO)"."""
        self._next: dict[int, Item] = {}
        self._behind: dict[int, Item] = {}
        self._seats: dict[str, str] = {}
        """For each state the city of its one embassy of which the article tells."""
        self._apposed: dict[int, Item] = {}
        """The names of bodies that stand right after what they are, by the id of that."""

    def mentions(self, items: Iterable[Item], whom: dict[int, Known]) -> Iterator[Mention]:
        """The mention of each item that can be resolved; ``whom`` gives the person of each named item by its id."""
        self._known = whom
        items = list(items)
        self._fullest = fullest_names(items)
        self._spelt_out = {each for each, name in self._fullest.items() if not name.isupper()}
        self._next = {id(item): after for item, after in itertools.pairwise(items) if item.tokens is after.tokens}
        self._apposed = apposed(items)
        self._owners.known, self._owners.nexts = whom, self._next
        self._seats = embassy_seats(self._next, items)
        self._behind = {id(after): item for item in items if (after := self._next.get(id(item))) is not None}
        places = [item for item in items if item.place]
        noted = 0
        for item in items:
            while noted < len(places) and places[noted].sentence <= item.sentence:
                self._context.note_place(places[noted])
                noted += 1
            mention = self._mention(item)
            if mention is not None:
                self._remember(item, mention)
                yield mention

    def _mention(self, item: Item) -> Mention | None:
        if item.kind == "pronoun":
            return self._pronoun(item)
        if item.kind == "listed":
            return self._listed(item)
        known = self._known.get(id(item))
        if known is None and item.linked is not None:
            known = self._known.get(id(item.linked))
        if known is not None and id(known) not in self._placing:
            self._placing.add(id(known))  # an aide may stand beside the one whose aide he is
            self._place(item, known)
            self._placing.discard(id(known))
        if id(item) in self._known:
            return self._person(item, self._known[id(item)])
        if item.kind == "phrase" and item.listed is not None:
            actor = item.listed.actor
            return _made(item, (replace(actor, name=self._fullest.get(actor, actor.name)),), "name")
        if item.linked is not None and (linked := self._known.get(id(item.linked))) is not None:
            return _made(item, (linked.actor,), "office")
        if item.phrase is not None:
            return self._described(item, item.phrase)
        return None

    def _place(self, item: Item, known: Known) -> None:
        """Gives a person whose office is said without a country that of its owner or of the text around it."""
        for office in (item.linked, item):  # "the president's spokesman, General Rao": the rank says least
            if office is not None and office.phrase is not None and not known.country:
                self._place_by(office, office.phrase, known)
        if not known.country:
            known.heads.update(titles_of(known, self._roles))
        self._named.add(id(known))

    def _place_by(self, office: Item, phrase: Phrase, known: Known) -> None:
        codes = {actor.country for actor in self._owners.of(office, phrase) if actor.country}
        follows = phrase.head.singular in self._roles.following
        if len(codes) == 1 and (follows or self._context.is_held(phrase, is_named=True)):
            known.country = codes.pop()
        elif not codes:
            tied = self._owners.tied(office, phrase) if not phrase.countries else ()
            near = of_the_place(self._roles, self._context, office, phrase)
            near = near or (tied[0] if len(tied) == 1 else "")
            near = near or self._context.country_for(office, phrase, is_named=True)
            near = near or self._context.country_of_speaker(office, phrase)
            known.country = near or self._context.of_former(office, phrase)
        if known.country:
            known.found_by = "article"
            self.placed_late |= id(known) in self._named
            self.unplaced.discard(id(known))
        elif self._context.is_office(phrase, is_named=True) or is_of_a_club(phrase):
            self.unplaced.add(id(known))

    def _listed(self, item: Item) -> Mention | None:
        listed = item.listed
        if listed is None or listed.kind == "phrase":
            return None
        actor = listed.actor
        if actor.found_by == "unsure":
            actor = (
                self._initials.get(item.text)
                or in_short(self._before, self._roles, item)
                or explained(self._next, self._initials, item, actor)
            )
            actor = self._of_opposition(item, actor)
        elif listed.kind == "body" and item.text.isupper() and actor not in self._spelt_out:
            actor = self._initials.get(item.text, actor)  # "PA" after "the Press Association"
        if listed.kind in ("body", "seat") or (listed.kind == "country" and actor.kind == "body"):
            actor = replace(actor, name=with_state(self._fullest.get(actor, actor.name), actor))
        if actor.kind == "country" and not item.place and item.is_subject and is_state(actor.country):
            actor = government_of(load_countries()[actor.country])  # a state that acts is its government
        return _made(item, (actor,), listed.form, place=item.place, plural=listed.plural)

    def _opposed_in(self, item: Item, phrase: Phrase) -> str:
        """The state of an opposition that is said without one: that of the article where it has a name."""
        home = self._context.reported_from if phrase.role.lower() != "opposition" else ""
        return home or self._context.told_before(item) or self._context.country_near(item, phrase)

    def _of_opposition(self, item: Item, actor: Actor) -> Actor:
        """A party that nobody lists with the state whose opposition it is called: "the opposition PLM"."""
        before = self._behind.get(id(item))
        if actor.country or before is None or before.phrase is None or before.end != item.start:
            return actor
        if not before.phrase.role.lower().endswith("opposition"):
            return actor
        codes = before.phrase.countries or (self._opposed_in(before, before.phrase),)
        return replace(actor, country=codes[0], found_by="article") if is_state(codes[0]) else actor

    def _person(self, item: Item, known: Known) -> Mention:
        if item.phrase is None and item.linked is None:
            take_office(self._before, self._roles, item, known)
        if item.is_subject and not item.tokens.quoted[item.root]:
            self._last_told[id(known)] = item.sentence
        own = item.phrase is not None or item.linked is not None
        actor = known.actor if own else seen_elsewhere(known)
        return _made(item, (actor,), "office" if item.phrase is not None else "name")

    def _remember(self, item: Item, mention: Mention) -> None:
        self._context.note(item, mention)
        for actor in mention.actors:
            if actor.country and is_state(actor.country) and mention.form not in ("pronoun", "nationality"):
                self._before.note_land(item, actor.country)
        if mention.place or (item.listed is not None and item.listed.kind == "nationality"):
            return
        note_initials(self._initials, item, mention)
        self._before.note(_past(item, mention, self._gender(item)))

    def _gender(self, item: Item) -> str:
        known = self._known.get(id(item)) or (self._known.get(id(item.linked)) if item.linked else None)
        if known is not None:
            return known.gender
        if item.kind == "pronoun":
            return HE.get(item.tokens.lowers[item.start], "")
        word = item.phrase.head.singular if item.phrase is not None else ""
        return "f" if word in self._roles.female else "m" if word in self._roles.male else ""

    # -- pronouns --

    def _pronoun(self, item: Item) -> Mention | None:
        actors = self._before.of_pronoun(item, item.root)
        if not actors:
            return None
        return _made(item, actors, "pronoun", plural=len(actors) > 1 or item.tokens.lowers[item.start] in THEY)

    # -- descriptions --

    def _described(self, item: Item, phrase: Phrase) -> Mention | None:
        """Whom a description stands for: states, a body by its name, one person, else who is of its owner's state."""
        if is_a_side(phrase):
            return _made(item, (government(phrase.countries[0], phrase),), "name")
        if several := self._several(item, phrase):
            return _made(item, several, "description", plural=phrase.head.is_plural)
        if self._is_nation(phrase) and not is_of_a_state(phrase):
            return None
        if (apart := self._own_name(item, phrase)) is not None:
            return _made(item, (apart,), "description")
        if owns_a_text(item, phrase):
            phrase = replace(phrase, determiner="the")  # "a ministry statement" is the ministry's
        countries = (
            self._owners.ruler(item, phrase) or self._owners.countries(item, phrase) or self._owners.tied(item, phrase)
        )
        if not countries and (told := self._told_body(item, phrase)) is not None:
            return _made(item, (told,), "description")
        if not countries and is_nondescript(phrase):
            return None
        if len(countries) > 1 and (phrase.head.is_plural or phrase.head.word.endswith("s")):
            actors = tuple(of_country(nameless(self._roles, item, phrase, code), phrase) for code in countries)
            return _made(item, actors, "description", plural=True)
        country = countries[0] if countries else ""
        if phrase.head.is_person and not phrase.head.is_plural:
            return self._one_person(item, phrase, country)
        if (again := self._again(item, phrase, country)) is not None:
            return _made(item, (again,), "description", plural=phrase.head.is_person and not country)
        return self._of_its_state(item, phrase, country or self._state_around(item, phrase))

    def _is_nation(self, phrase: Phrase) -> bool:
        return phrase.head.word in self._roles.nation or phrase.head.word in self._roles.nations

    def _several(self, item: Item, phrase: Phrase) -> tuple[Actor, ...]:
        """The states of "both nations", "the country", or those told of before in "the two leaders"."""
        if self._is_nation(phrase):
            actors = self._nations(item, phrase)
            if actors or not is_of_a_state(phrase):
                return actors
        known_number = phrase.determiner in ("the", "both", "these", "those", "all") and phrase.number
        return self._before.several(item, phrase) if phrase.head.is_plural and known_number else ()

    def _told_body(self, item: Item, phrase: Phrase) -> Actor | None:
        """The body spoken of before, for words that say of no state: "the bloc", "the militants", "the watchdog"."""
        if phrase.determiner != "the":
            return None
        if not phrase.has_modifier or is_counted(phrase) or is_rebel(phrase, self._roles):
            body = called(self._before, self._roles, item, phrase)
            if body is not None:
                return body
        again = item.is_subject and not phrase.has_modifier and not phrase.head.is_plural
        return self._before.same_body(phrase) if again and is_nondescript(phrase) else None

    def _again(self, item: Item, phrase: Phrase, country: str) -> Actor | None:
        """The body, government or group of people spoken of before that the phrase means once more."""
        if country:
            return self._whole_body(item, phrase, country)
        if phrase.head.is_person:
            return self._before.group_of_kind(item, phrase) if self._is_of_those(phrase) else None
        is_bare = phrase.determiner == "the" and (not phrase.has_modifier or is_counted(phrase))
        return self._body_again(item, phrase) if is_bare else None

    def _is_of_those(self, phrase: Phrase) -> bool:
        """True for people told of before: "the ministers said"; an envoy may be anybody's."""
        is_bare = phrase.head.is_person and phrase.determiner == "the" and not phrase.has_modifier
        return is_bare and phrase.head.singular not in self._roles.sent_abroad

    def _whole_body(self, item: Item, phrase: Phrase, country: str) -> Actor | None:
        """The state's body named before in full: "the Chilean ministry" after "the Ministry of Economy"."""
        alone = phrase.role.lower() in _ALONE and " of " not in phrase.words  # not "the Ministry of Trade of Chile"
        elsewhere = phrase.head.word == "embassy" and seat_after(item, self._next.get(id(item))) != ""
        return (
            self._before.same_body(phrase, country) if alone and not elsewhere and not phrase.head.is_plural else None
        )

    def _body_again(self, item: Item, phrase: Phrase) -> Actor | None:
        """The government of whom the text tells around "the government", or the body named before."""
        near = self._context.country_near(item, phrase) if phrase.head.word == "government" else ""
        if is_state(near):
            return of_region(self._roles, self._next, item) or government(near, phrase)
        return self._before.same_body(phrase) or body_in_short(self._before, item, phrase)

    def _state_around(self, item: Item, phrase: Phrase) -> str:
        """The state of those who are said without one: of the place, of whoever speaks, of the like told before."""
        return (
            of_the_place(self._roles, self._context, item, phrase)
            or spoken_for(self._roles, self._context, item, phrase)
            or (self._before.country_of_kind(item, phrase) if self._is_of_those(phrase) else "")
        )

    def _of_its_state(self, item: Item, phrase: Phrase, country: str) -> Mention:
        """A body or people by their state and, where they are somebody's, by whose they are."""
        owner = self._owners.of(item, phrase)
        actor = nameless(self._roles, item, phrase, country)
        actor = replace(actor, name=name_by_owner(phrase, owner, actor) or actor.name)
        if country and is_a_government(phrase):
            actor = of_region(self._roles, self._next, item) or government(country, phrase)
        if not country and item.is_subject and is_opposition(phrase):
            country = self._opposed_in(item, phrase)
            actor = replace(actor, country=country, found_by="article") if is_state(country) else actor
        name = name_by_state(item, phrase, country, owner)
        if name:
            actor = replace(actor, name=name + self._seat(item, phrase, country))
        form: MentionForm = "name" if country and not phrase.head.is_person else "description"
        return _made(item, (actor,), form, plural=phrase.head.is_plural)

    def _own_name(self, item: Item, phrase: Phrase) -> Actor | None:
        """The body that is named right after what it is: "the opposition alliance, Unity, says"."""
        names = self._apposed.get(id(item))
        named = self._listed(names) if names is not None else None
        if names is None or named is None or len(named.actors) != 1:
            return None
        actor = named.actors[0]
        if actor.country or actor.found_by != "unsure":
            return actor
        codes = phrase.countries or self._owners.countries(item, phrase)
        at_home = not _AT_HOME.isdisjoint(phrase.words.lower().replace("-", " ").split())
        code = codes[0] if len(codes) == 1 else self._opposed_in(item, phrase) if at_home else ""
        actor = replace(actor, country=code, found_by="article") if code else actor
        self._initials[names.text] = actor
        return actor

    def _seat(self, item: Item, phrase: Phrase, country: str) -> str:
        """The city of an embassy, as a state has many: " in Lima"; "" where the text tells of none."""
        if phrase.head.word != "embassy":
            return ""
        return seat_after(item, self._next.get(id(item))) or self._seats.get(country, "")

    def _one_person(self, item: Item, phrase: Phrase, country: str) -> Mention:
        definite = phrase.determiner in ("the", "this", "that") or phrase.pronoun is not None or bool(phrase.countries)
        definite = definite or phrase.possessor is not None
        if definite and phrase.head.word != "counterpart" and phrase.determiner not in ("a", "an", "one", "another"):
            known = self._called_here(item, phrase) if not country else None
            known = known or self._with_head(item, phrase, country)
            unnamed = last_unnamed(self._before, item, phrase, known)
            if unnamed is not None:
                return _made(item, (unnamed,), "description")
            if known is not None and not phrase.is_former and fits_words(phrase, known, self._roles.idle):
                return _made(item, (seen_elsewhere(known),), "description")
            besides = by_another_name(self._before, self._roles, self._known, item, phrase)
            if besides is not None:
                return _made(item, (besides,), "description")
            if not country and item.is_subject and phrase.head.singular not in self._roles.sent_abroad:
                country = self._context.country_for(item, phrase)
            holder = self._holder(item, phrase, country) if country and not phrase.is_former else None
            if holder is not None:
                return _made(item, (holder,), "office")
        is_next = phrase.words.split(" ", 1)[0].lower() in _NEXT
        if not country and (phrase.determiner in ("one", "another", "the") or is_next):
            country = self._before.country_of_kind(item, phrase)
        country = (
            country
            or of_the_place(self._roles, self._context, item, phrase)
            or self._context.country_of_speaker(item, phrase)
        )
        actor = nameless(self._roles, item, phrase, country)
        if phrase.head.word == "counterpart":
            actor = self._counterpart(actor, owner[0].role if (owner := self._owners.of(item, phrase)) else "")
        return _made(item, (actor,), "description" if phrase.determiner else "office")

    def _called_here(self, item: Item, phrase: Phrase) -> Known | None:
        """The holder of the office in the state that is told of: "In Lima, ... The president"."""
        here = self._context.here(item)
        return self._register.with_head(phrase, here, item.sentence, self._last_told) if here else None

    def _with_head(self, item: Item, phrase: Phrase, country: str) -> Known | None:
        """Who was called so; not the leader of others where the clause is told of a state: "the president"."""
        known = self._register.with_head(phrase, country, item.sentence, self._last_told)
        vague = phrase.head.singular not in self._roles.firm
        if known is not None and vague and known.full_mentions[0] == item.sentence and id(known) not in self._named:
            known = None  # "The official said that Rao, ..."
        exact = known is None or phrase.head.singular in known.heads
        here = "" if exact or country else self._context.here(item)
        return None if known is not None and here and known.country not in ("", here) else known

    def _holder(self, item: Item, phrase: Phrase, country: str) -> Actor | None:
        """Who holds the office: the person whom the article names later on, else the one of the dated table."""
        known = self._register.named_later(phrase, country, item.sentence)
        if known is not None:
            return seen_elsewhere(known)
        self.sought.append((phrase, country, item.sentence))
        return self._register.holder(country, phrase.role)

    def _counterpart(self, actor: Actor, role: str) -> Actor:
        """Who holds the office of another in their own country: "her Omani counterpart"."""
        if not role or not actor.country:
            return replace(actor, role=role or actor.role)
        known = self._register.in_office(actor.country, role)
        if known is not None:
            return seen_elsewhere(known)
        return self._register.holder(actor.country, role) or replace(actor, role=role)

    def _nations(self, item: Item, phrase: Phrase) -> tuple[Actor, ...]:
        """The states or the bloc that a phrase like "both nations" or "Western countries" stands for."""
        if phrase.head.word in self._roles.both_halves:
            return tuple(told_state(code) for code in self._roles.both_halves[phrase.head.word])
        if phrase.countries:
            return tuple(member_states(code, phrase) for code in phrase.countries[:1] if not is_state(code))
        if phrase.head.is_plural:
            if phrase.has_modifier and not phrase.number:
                return ()
            definite = phrase.number or phrase.determiner in ("the", "these", "those")
            return self._before.last_states(item, phrase.number or 2) if definite else ()
        owner = self._owners.of(item, phrase)
        if owner:
            known = phrase.head.word in ("country", "nation", "homeland", "motherland")
            return tuple(told_state(actor.country) for actor in owner if known and is_state(actor.country))
        if phrase.determiner in ("the", "this", "that") and phrase.head.word in (
            "country",
            "nation",
            "state",
            "kingdom",
        ):
            return self._before.last_states(item, 1)
        return ()


def _made(
    item: Item, actors: tuple[Actor, ...], form: MentionForm, *, place: bool = False, plural: bool = False
) -> Mention:
    span = item.tokens.passage.span(item.tokens.passage.doc[item.start : item.end])
    return Mention(span, actors, form, place, plural)


def _past(item: Item, mention: Mention, gender: str) -> Past:
    plural = mention.plural or len(mention.actors) > 1
    return Past(item, mention.actors, item.sentence, item.is_subject, plural, gender)


def people_of(items: Sequence[Item], register: Register) -> dict[int, Known]:
    """The person of each item with a name, by the item's id; one-word names of nobody known become persons too."""
    found: dict[int, Known] = {}
    owners = [item.phrase.possessor for item in items if item.phrase is not None and item.phrase.possessor is not None]
    for item in (*items, *owners):
        tokens = name_tokens(item)
        if tokens:
            known = register.find(tokens, item.sentence) or register.find_by_first(tokens)
            known = known or register.add_short_name(tokens, name_text(item), item.sentence)
            found[id(item)] = known
    return found
