"""What pronouns and descriptions stand for: "he", "its", "the minister", "the two leaders", "both nations"."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dashboard.language.antecedents import (
    HE,
    IT,
    THEY,
    Antecedents,
    Past,
    is_thing,
    told_state,
)
from dashboard.language.apposed_bodies import apposed
from dashboard.language.before_heads import STUDENTS
from dashboard.language.contexts import Context, Frame, is_of_a_club
from dashboard.language.descriptions import (
    fits_words,
    is_a_side,
    is_called_in,
    is_counted,
    is_country,
    is_mission,
    is_named_body,
    is_of_a_state,
    is_of_many,
    is_of_state,
    is_public_body,
    is_rebel,
    is_stationed,
    is_turn_of_union,
    owns_a_text,
    receives,
    renames,
    titles_of,
)
from dashboard.language.gazetteer import government_of
from dashboard.language.items import Item, Phrase
from dashboard.language.recalls import (
    body_in_short,
    by_another_name,
    called,
    called_by_people,
    explained,
    in_short,
    last_unnamed,
    note_initials,
    of_nation,
    of_own_ministry,
    of_region_spoken_of,
    of_same_office,
    same_person,
    take_office,
)
from dashboard.language.register import Known, Register, name_text, name_tokens, seen_elsewhere
from dashboard.language.titles import (
    OF_EACH_STATE,
    department_of,
    embassy_seats,
    fullest_names,
    government,
    house_of,
    member_states,
    ministries,
    of_country,
    office_called,
    office_name,
    office_of,
    owner_name,
    seat_after,
    with_state,
)
from dashboard.language.whereabouts import (
    at_home,
    full_name_here,
    named_inside,
    nameless,
    of_region,
    of_the_article,
    of_the_place,
    pointed_at,
    seated,
    spoken_for,
    with_house,
    works_at,
)
from dashboard.records import Actor, Mention, MentionForm
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import Roles

_TIES = frozenset(
    {
        ("to",),
        ("for",),
        ("of",),
        ("at",),
        ("in",),
        ("from",),
        ("close", "to"),
        ("with",),
        ("accompanying",),
        ("travelling", "with"),
    }
    | {("traveling", "with"), ("working", "for"), ("serving",), ("in", "the", "office", "of")}
)
"""What stands between those who serve and whom they serve."""
_ALONE = ("ministry", "department", "agency", "committee", "commission", "embassy")
"""Bodies that say nothing of which they are: "the Chilean ministry" after "the Ministry of Economy"."""
_OPPOSED = ("opposition", "main opposition", "largest opposition", "united opposition")
_AT_HOME = frozenset({"opposition", "ruling", "governing", "local", "domestic", "government", "electoral", "election"})
"""What bodies are called of the state where the text is set."""
_ABROAD = frozenset({"coalition", "mission", "force", "forces", "troops", "alliance"})
_OF_MANY = frozenset(
    {"Security Council", "Supreme Court", "Central Bank", "Council of Ministers", "Congress", "Senate"}
)
"""Listed bodies of which several states have one."""
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
        self._ministries: dict[str, str] = {}
        """For each state the name of the ministry that the article names first."""

    def mentions(self, items: Iterable[Item], whom: dict[int, Known]) -> Iterator[Mention]:
        """The mention of each item that can be resolved; ``whom`` gives the person of each named item by its id."""
        self._known = whom
        items = list(items)
        self._fullest = fullest_names(items)
        self._spelt_out = {each for each, name in self._fullest.items() if not name.isupper()}
        self._next = {id(item): after for item, after in itertools.pairwise(items) if item.words is after.words}
        self._ministries = ministries(items)
        self._apposed = apposed(items)
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
            told = self._context.told_before(item)
            known.heads.update(titles_of(known, self._roles))
            self._register.choose(known, (told, *self._before.lands_back()))
        self._named.add(id(known))

    def _place_by(self, office: Item, phrase: Phrase, known: Known) -> None:
        codes = {actor.country for actor in self._owner(office, phrase) if actor.country}
        follows = phrase.head.singular in self._roles.following
        if len(codes) == 1 and (follows or self._context.is_held(phrase, is_named=True)):
            known.country = codes.pop()
        elif not codes:
            if again := of_same_office(self._before, office, phrase):
                known.country = again
                known.found_by = "article"
                return
            tied = self._of_tied(office, phrase) if not phrase.countries else ()
            near = of_the_place(self._roles, self._context, office, phrase)
            near = near or (
                tied[0] if len(tied) == 1 else of_own_ministry(self._before, office, phrase) if receives(office) else ""
            )
            near = near or self._context.country_for(office, phrase, is_named=True)
            known.country = near or self._context.country_of_speaker(office, phrase)
            known.country = known.country or of_own_ministry(self._before, office, phrase)
            known.country = known.country or self._context.of_former(office, phrase)
            if known.country and is_called_in(office, phrase, self._roles):
                abroad = (code for code in self._before.lands_back() if code != known.country and is_country(code))
                known.country = next(abroad, "")
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
        elif (owned := self._of_own_state(item, actor)) is not None:
            return _made(item, (owned,), listed.form)
        elif listed.kind == "body" and item.text.isupper() and actor not in self._spelt_out:
            actor = self._initials.get(item.text, actor)  # "PA" after "the Press Association"
        same = (
            called_by_people(self._before, item)
            if listed.kind in ("people", "nationality") and not listed.plural
            else None
        )
        if same is not None:
            return _made(item, (same,), "description")
        if listed.kind in ("body", "seat") or (listed.kind == "country" and actor.kind == "body"):
            actor = replace(actor, name=with_state(self._fullest.get(actor, actor.name), actor))
        if actor.kind == "country" and not item.place and item.is_subject and is_state(actor.country):
            actor = government_of(load_countries()[actor.country])  # a state that acts is its government
        return _made(item, (actor,), listed.form, place=item.place, plural=listed.plural)

    def _of_own_state(self, item: Item, actor: Actor) -> Actor | None:
        """A body that several states have, of the one whose it is: "its Security Council", "the country's Senate"."""
        words, before = item.words, item.start - 1
        general = item.text in self._roles.shared or item.text in _OF_MANY or item.text.lower() in self._roles.heads
        if not general or actor.kind == "media" or before < 1 or words.deps[item.root] in ("compound", "nmod"):
            return None
        owners: tuple[Actor, ...] = ()
        if words.tags[before] == "PRP$":
            owners = self._before.of_pronoun(item, before)
        elif words.tags[before] == "POS" and words.lowers[before - 1] in self._roles.nation:
            owners = self._before.last_states(item, 1)
        code = owners[0].country if len(owners) == 1 else ""
        if not is_state(code) or code == actor.country:
            return None
        name = f"{item.text} of {load_countries()[code].name_in_text}"
        return replace(actor, name=name, country=code, kind="government", found_by="article")

    def _opposed_in(self, item: Item, phrase: Phrase) -> str:
        """The state of an opposition that is said without one: that of the article where it has a name."""
        home = self._context.reported_from if phrase.role.lower() != "opposition" or self._names_itself(item) else ""
        return home or self._context.told_before(item) or self._context.country_near(item, phrase)

    def _names_itself(self, item: Item) -> bool:
        after = self._next.get(id(item))
        return after is not None and after.start == item.end and after.listed is not None

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
        if item.is_subject and not item.words.quoted[item.root]:
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
            return HE.get(item.words.lowers[item.start], "")
        word = item.phrase.head.singular if item.phrase is not None else ""
        return "f" if word in self._roles.female else "m" if word in self._roles.male else ""

    # -- pronouns --

    def _pronoun(self, item: Item) -> Mention | None:
        actors = self._before.of_pronoun(item, item.root)
        if not actors:
            return None
        return _made(item, actors, "pronoun", plural=len(actors) > 1 or item.words.lowers[item.start] in THEY)

    # -- descriptions --

    def _described(self, item: Item, phrase: Phrase) -> Mention | None:
        if is_a_side(phrase):
            return _made(item, (government(phrase.countries[0], phrase),), "name")
        if phrase.head.word in self._roles.nation or phrase.head.word in self._roles.nations:
            actors = self._nations(item, phrase)
            if actors or not is_of_a_state(phrase):
                return _made(item, actors, "description", plural=phrase.head.is_plural) if actors else None
        if phrase.head.is_plural and phrase.number and phrase.determiner in ("the", "both", "these", "those", "all"):
            group = self._before.several(item, phrase)
            if group:
                return _made(item, group, "description", plural=True)
        if (apart := self._own_name(item, phrase)) is not None:
            return _made(item, (apart,), "description")
        if owns_a_text(item, phrase):
            phrase = replace(phrase, determiner="the")  # "a ministry statement" is the ministry's
        countries = self._of_ruler(item, phrase) or self._countries(item, phrase) or self._of_tied(item, phrase)
        if (
            not countries
            and phrase.determiner == "the"
            and (not phrase.has_modifier or is_counted(phrase) or is_rebel(phrase, self._roles))
        ):
            named = called(self._before, self._roles, item, phrase)
            if named is not None:
                return _made(item, (named,), "description")
        if (
            not phrase.head.code
            and not phrase.head.is_person
            and not countries
            and not phrase.words.split()[-1][0].isupper()
            and not phrase.role.lower().startswith(_OPPOSED)
        ):
            again = phrase.determiner == "the" and not phrase.has_modifier and not phrase.head.is_plural
            named = self._before.same_body(phrase) if again and item.is_subject else None
            return _made(item, (named,), "description") if named is not None else None
        if len(countries) > 1 and (phrase.head.is_plural or phrase.head.word.endswith("s")):
            actors = tuple(of_country(nameless(self._roles, item, phrase, code), phrase) for code in countries)
            return _made(item, actors, "description", plural=True)
        country = countries[0] if countries else ""
        if phrase.head.is_person and not phrase.head.is_plural:
            return self._one_person(item, phrase, country)
        plain = not phrase.has_modifier or is_counted(phrase)
        if not phrase.head.is_person and not country and phrase.determiner == "the" and plain:
            near = self._context.country_near(item, phrase) if phrase.head.word == "government" else ""
            if is_state(near):  # of whom the text tells, not the one that was named last
                return _made(
                    item, (of_region(self._roles, self._next, item) or government(near, phrase),), "description"
                )
            named = self._before.same_body(phrase) or body_in_short(self._before, item, phrase)
            if named is not None:
                return _made(item, (named,), "description")
        listed = self._next.get(id(item))
        body = self._listed(listed) if listed is not None and renames(item, listed) else None
        if body is not None and not phrase.head.is_person:
            return _made(item, body.actors, "description")
        alone = phrase.role.lower() in _ALONE and " of " not in phrase.words  # not "the Ministry of Trade of Chile"
        elsewhere = phrase.head.word == "embassy" and seat_after(item, self._next.get(id(item))) != ""
        if country and alone and not phrase.head.is_plural and not elsewhere:
            whole = self._before.same_body(phrase, country) or self._ministry_of(phrase, country)
            if whole is not None:
                return _made(item, (whole,), "description")
        again = phrase.head.is_person and phrase.determiner == "the" and not phrase.has_modifier
        again = again and not country and phrase.head.singular not in self._roles.sent_abroad
        if again and (those := self._before.group_of_kind(item, phrase)) is not None:
            return _made(item, (those,), "description", plural=True)  # "the ministers said"
        country = (
            country
            or of_the_place(self._roles, self._context, item, phrase)
            or spoken_for(self._roles, self._context, item, phrase)
            or at_home(self._roles, self._context, item, phrase)
        )
        if not country and again:
            country = self._before.country_of_kind(item, phrase)  # "the officials said"
        country = (
            country or of_region_spoken_of(self._before, item, phrase) or full_name_here(self._context, item, phrase)
        )
        country = country or of_the_article(self._context, item, phrase)
        actor = nameless(self._roles, item, phrase, country)
        owner = self._owner(item, phrase)
        office = office_called(phrase, owner, actor.country)
        if office:
            actor = replace(actor, name=office)
        elif not phrase.head.is_person and not phrase.countries and owner and phrase.possessor is None:
            actor = replace(actor, name=f"{owner_name(owner[0])} {phrase.words}")
        elif is_of_state(phrase) and not phrase.countries and is_state(actor.country):
            actor = replace(actor, name=f"{owner_name(actor)} {phrase.words}")
        if (
            actor.kind == "group"
            and phrase.head.singular in ("source", "official")
            and (told := with_house(self._context, self._next, item))
        ):
            actor = replace(actor, name=told)
        if (
            phrase.head.code == "GOV"
            and phrase.head.word in ("government", "administration", "authorities", "junta")
            and country
        ):
            actor = of_region(self._roles, self._next, item) or government(country, phrase)
        if phrase.role.lower().startswith(_OPPOSED) and not country and item.is_subject:
            country = self._opposed_in(item, phrase)
            actor = replace(actor, country=country, found_by="article") if is_state(country) else actor
        house = house_of(item, phrase, country) if is_state(country) and not phrase.head.is_plural else ""
        if house:
            actor = replace(actor, name=house)
        if is_turn_of_union(phrase) and any(each.country == "EU" for past in self._before.past for each in past.actors):
            actor = replace(actor, name=f"{owner_name(actor)} Presidency of the European Union", country="EU")
        elif is_state(country) and phrase.head.word.endswith(OF_EACH_STATE):
            office = office_of(owner[0].role, phrase.role) if owner else phrase.role
            if office.lower() != "ministry":
                actor = replace(actor, name=office_name(office, country) + self._seat(item, phrase, country))
        elif is_state(country) and phrase.role.lower() == "department" and owner:
            actor = replace(actor, name=department_of(owner[0].role, country) or actor.name)
        elif is_state(country) and is_named_body(phrase) and (not phrase.countries or phrase.possessor is not None):
            own = phrase.role if phrase.countries else phrase.words
            actor = actor if house else replace(actor, name=f"{own} of {load_countries()[country].name_in_text}")
        form: MentionForm = "description" if phrase.head.is_person else "name" if country else "description"
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
        codes = phrase.countries or self._countries(item, phrase)
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

    def _ministry_of(self, phrase: Phrase, country: str) -> Actor | None:
        """The ministry that a headline calls so which the text below names in full: "Chilean Ministry Protests"."""
        full = self._ministries.get(country, "") if phrase.head.word == "ministry" else ""
        return Actor(full, "body", country, "", "article") if full else None

    def _one_person(self, item: Item, phrase: Phrase, country: str) -> Mention:
        definite = phrase.determiner in ("the", "this", "that") or phrase.pronoun is not None or bool(phrase.countries)
        definite = definite or phrase.possessor is not None
        if definite and phrase.head.word != "counterpart" and phrase.determiner not in ("a", "an", "one", "another"):
            known = self._called_here(item, phrase) if not country else None
            known = (
                known
                or self._with_head(item, phrase, country)
                or of_nation(self._before, self._known, self._register, item, phrase, country)
            )
            unnamed = last_unnamed(self._before, item, phrase, known)
            if unnamed is not None:
                return _made(item, (unnamed,), "description")
            once = known is not None and phrase.is_former and known.country not in ("", country)
            if known is not None and (once or not phrase.is_former) and fits_words(phrase, known, self._roles.idle):
                return _made(item, (seen_elsewhere(known),), "description")
            besides = by_another_name(self._before, self._roles, self._known, item, phrase)
            if besides is not None:
                return _made(item, (besides,), "description")
            vague = (
                same_person(self._before, self._roles, self._context, self._known, item, phrase)
                if not country and phrase.determiner == "the"
                else None
            )
            if vague is not None:
                return _made(item, (vague,), "description")
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
            or at_home(self._roles, self._context, item, phrase)
        )
        actor = nameless(self._roles, item, phrase, country)
        if phrase.head.word == "counterpart":
            actor = self._counterpart(actor, self._role_of_owner(item, phrase))
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
        return self._register.holder_of(country, phrase)

    def _counterpart(self, actor: Actor, role: str) -> Actor:
        """Who holds the office of another in their own country: "her Omani counterpart"."""
        if not role or not actor.country:
            return replace(actor, role=role or actor.role)
        known = self._register.in_office(actor.country, role)
        if known is not None:
            return seen_elsewhere(known)
        return self._register.holder(actor.country, role) or replace(actor, role=role)

    def _of_tied(self, item: Item, phrase: Phrase) -> tuple[str, ...]:
        """The country of whom somebody serves: "an aide to the president", "officials travelling with Rao"."""
        other = self._next.get(id(item))
        if other is not None and phrase.head.singular in STUDENTS and phrase.possessor is None:
            return works_at(self._next, item, other)
        if other is None or phrase.possessor is not None or phrase.head.singular not in self._roles.serving:
            return ()
        if not _ABROAD.isdisjoint(phrase.words.lower().split()):
            return ()  # "a spokesman for the coalition in Yemen"
        between = [word for word in item.words.texts[item.end : other.start] if word not in self._roles.honorifics]
        if tuple(word.lower() for word in between) not in _TIES:
            return ()
        of_body = other.phrase is not None and not other.phrase.head.is_person and not other.phrase.countries
        of_body = of_body and (
            other.kind != "phrase" or named_inside(self._register, other) is None
        )  # "for Rao's office"
        if of_body and other.phrase is not None and other.phrase.possessor is None:  # not "in the Rao administration"
            code = self._context.country_near(item, phrase)  # "a source at the finance ministry"
            return (code,) if code and self._context.is_state_body(other.phrase) else ()
        inside = named_inside(self._register, other) if other.kind == "phrase" else None
        mention = self._listed(other) if other.kind == "listed" else self._mention(other)
        codes = (
            {inside.country}
            if inside is not None
            else {actor.country for actor in mention.actors}
            if mention is not None
            else set()
        )
        beside = self._next.get(id(other))
        if codes == {""} and beside is not None and beside.start == other.end:  # "in Prime Minister Rao's office"
            mention = self._mention(beside)
            codes = {actor.country for actor in mention.actors} if mention is not None else codes
        return tuple(codes) if len(codes) == 1 and "" not in codes else ()

    def _of_ruler(self, item: Item, phrase: Phrase) -> tuple[str, ...]:
        """The country of whose a government is said to be: "the government of Costas Karamanlis"."""
        other = self._next.get(id(item))
        if other is None or phrase.countries or phrase.possessor is not None:
            return ()
        if phrase.head.word not in self._roles.of_a_person or item.words.lowers[item.end : other.start] != ["of"]:
            return ()
        if self._known.get(id(other)) is None:
            return ()
        mention = self._mention(other)
        return tuple(actor.country for actor in mention.actors if actor.country) if mention is not None else ()

    def _role_of_owner(self, item: Item, phrase: Phrase) -> str:
        owner = self._owner(item, phrase)
        return owner[0].role if owner else ""

    def _owner(self, item: Item, phrase: Phrase) -> tuple[Actor, ...]:
        if phrase.of_body:
            part = phrase.words.split()[-1].capitalize()
            called = self._before.last_organisation(item, part if part == "Commission" else "")
            called = called or (self._before.only_organisation() if part != "Commission" else None)
            return (called,) if called is not None else ()
        if phrase.pronoun is not None:
            if item.words.lowers[phrase.pronoun] in ("our", "my", "your"):
                return ()  # whose words they are is not known yet
            if item.words.lowers[phrase.pronoun] in IT and phrase.head.word.endswith(OF_EACH_STATE):
                leading = self._before.leading_state(item)
                if leading is not None:
                    return (leading,)
            if item.words.lowers[phrase.pronoun] in IT and is_of_many(phrase):
                called = self._before.last_organisation(item)  # "Its 27 foreign ministers"
                if called is not None:
                    return (called,)
            if item.words.lowers[phrase.pronoun] in IT and phrase.head.singular in self._roles.of_states:
                return self._before.best(
                    item, phrase.pronoun, "it", lambda past: is_thing(past) and is_state(past.only.country)
                )
            return self._before.of_pronoun(item, phrase.pronoun)
        if phrase.possessor is not None:
            held = phrase.possessor
            known = self._known.get(id(held))
            if known is not None:
                return (known.actor,)
            if held.name is not None:
                found = self._register.find(name_tokens(held), held.sentence)
                return (found.actor,) if found is not None else ()
            named = self._described(held, held.phrase) if held.phrase is not None and held.linked is None else None
            return named.actors if named is not None else ()
        if item.words.lowers[max(item.start - 1, 0)] == "whose":  # "Chile, whose premier, Ana Ruiz, said"
            before = self._before.past[-1] if self._before.past else None
            beside = before is not None and before.item.words is item.words and item.start - before.item.end in (1, 2)
            return before.actors if before is not None and beside else ()
        if phrase.possessor is None and (short := named_inside(self._register, item)) is not None:
            return (short.actor,)
        # "the minister's spokesman" may be two mentions, the first of which has been resolved
        last = self._before.past[-1] if self._before.past else None
        follows = item.start > 1 and item.words.tags[item.start - 1] == "POS"
        if follows and last is not None and last.item.words is item.words and last.item.end == item.start - 1:
            return last.actors
        return ()

    def _countries(self, item: Item, phrase: Phrase) -> tuple[str, ...]:
        if phrase.countries or phrase.head.singular == "counterpart":
            return phrase.countries
        if is_mission(phrase) and phrase.determiner == "the" and is_stationed(item, phrase):
            beside = self._next.get(id(item))
            place = beside.listed.actor.country if beside is not None and beside.listed is not None else ""
            abroad = (code for code in self._before.lands_back() if code != place and is_country(code))
            return tuple(itertools.islice(abroad, 1)) if place else ()
        if phrase.of_nation:
            return tuple(actor.country for actor in self._before.last_states(item, 1))
        if is_public_body(phrase) and (
            seat := seated(self._next, item) or pointed_at(self._before, self._context, item)
        ):
            return (seat,)
        owner = self._owner(item, phrase)
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
        owner = self._owner(item, phrase)
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
    span = item.words.passage.span(item.words.passage.doc[item.start : item.end])
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
