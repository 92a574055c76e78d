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
    bodies_called,
    is_state,
    is_thing,
    told_state,
)
from dashboard.language.contexts import Context, Frame
from dashboard.language.gazetteer import government_of
from dashboard.language.items import Item, Phrase
from dashboard.language.phrases import role_code
from dashboard.language.register import Known, Register, name_text, name_tokens, seen_elsewhere
from dashboard.records import Actor, ActorKind, Mention, MentionForm
from dashboard.vocabulary.bodies import regions
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.roles import Roles, load_roles

_COUNTED = frozenset(
    {"nation", "member", "country", "state", "strong", "regional", "continental", "world", "global", "hemispheric"}
    | {"inter", "american", "pan", "african", "european", "arab", "asian", "western", "hemisphere", "caribbean"}
)
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
_OF_EACH_STATE = ("ministry", "embassy", "presidential office", "general staff")
"""What every state has one of, which goes by whose it is: "Foreign Ministry of Chile"."""
_ALONE = ("ministry", "department", "agency", "committee", "commission", "embassy")
"""Bodies that say nothing of which they are: "the Chilean ministry" after "the Ministry of Economy"."""
_FOREIGN = frozenset(
    {"ministry of foreign affairs", "ministry for foreign affairs", "foreign affairs ministry", "foreign office"}
    | {"ministry of foreign relations", "ministry of external relations", "mfa", "mofa"}
)
"""What a foreign ministry is called as well."""
_GENERAL = (" Commission", " Committee", " Ministry")
"""What a body of any state may be called."""
_HOME_VOICES = frozenset({"official", "minister", "source"})
_OF_HOME = frozenset(
    {"federal", "senior", "government", "cabinet", "top", "official", "officials", "sources", "ministers"}
)
_OPPOSED = ("opposition", "main opposition", "largest opposition", "united opposition")
_RULERS = {
    post: post
    for post in ("president", "prime minister", "chancellor", "vice-president", "vice president", "state counsellor")
} | {"premier": "prime minister", "presidency": "president", "pm": "prime minister"}
"""Heads of states and governments, whose office goes by the post: "Office of the President of Chile"."""
_ABROAD = frozenset({"coalition", "mission", "force", "forces", "troops", "alliance"})
_PRESS = frozenset(
    {"agency", "newspaper", "daily", "channel", "broadcaster", "network", "station", "magazine", "weekly"}
)
"""What media are called when their name was said before."""
_REGIONAL = {
    "caribbean": "CARICOM",
    "west african": "ECOWAS",
    "southern african": "SADC",
    "east african": "EAC",
    "southeast asian": "ASEAN",
    "south-east asian": "ASEAN",
    "pacific": "PIF",
    "islamic": "OIC",
    "muslim": "OIC",
    "commonwealth": "COMW",
}
"""The organisation to which the states of a region belong."""
_MEMBERS = frozenset({"minister", "leader", "member", "state", "ambassador"})
_NEXT = frozenset({"second", "third", "fourth", "other", "further"})
"""Whoever is called so is one more of those before: "a second official"."""
_OF_ANY_CAREER = frozenset(
    {"diplomat", "politician", "statesman", "economist", "lawyer", "general", "veteran", "socialist"}
)
"""What people are called by their nation, whatever office they hold of an organisation."""
_LAST_OFFICE = 3
"""So many sentences back "the spokesman" may have been said to be whose."""
_STILL_SPOKEN_OF = 3
"""So many sentences back somebody may have been named whom "the Slovak diplomat" means."""
FEW = 4
"""More ministers or leaders than these are those of an organisation's members."""
_SMALL = frozenset({"of", "and", "for", "the"})
_HANDED = frozenset(
    {"put", "hand", "convey", "deliver", "communicate", "present", "address", "transmit", "pass", "protest", "express"}
    | {"lodge", "give", "make", "send", "explain", "stress", "repeat", "announce", "notify", "serve"}
)
"""What a ministry does to the envoy of another."""
_STATIONED = frozenset({"at", "in"})
_BODY_KINDS = frozenset({"government", "body", "armed_forces", "media"})
_SHORT_BODIES = frozenset(
    {"League", "Union", "Commission", "Council", "Organisation", "Organization", "Agency", "Court"}
)
_MIXED = frozenset({"MoFA", "MoD", "MoI", "MoE", "MoT"})
_MEETING = frozenset({"G7", "G8", "G20", "G77", "BRICS", "QUAD", "NAM"})
"""Blocs whose ministers meet and speak as one, as "Western ministers" do not."""
_KIND_OF_CODE: dict[str, ActorKind] = {"GOV": "government", "MIL": "armed_forces", "JRN": "media", "CVL": "people"}


class Resolver:
    """Turns the items of one article into mentions, in reading order."""

    def __init__(self, register: Register, roles: Roles, frame: Frame) -> None:
        self._register = register
        self._context = Context(roles, frame)
        self._named: set[int] = set()
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
        self._ministries: dict[str, str] = {}
        """For each state the name of the ministry that the article names first."""

    def mentions(self, items: Iterable[Item], whom: dict[int, Known]) -> Iterator[Mention]:
        """The mention of each item that can be resolved; ``whom`` gives the person of each named item by its id."""
        self._known = whom
        items = list(items)
        self._fullest = _fullest_names(items)
        self._spelt_out = {each for each, name in self._fullest.items() if not name.isupper()}
        self._next = {id(item): after for item, after in itertools.pairwise(items) if item.words is after.words}
        self._ministries = _ministries(items)
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
        if known is not None:
            self._place(item, known)
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
            known.heads.update(_titles_of(known, self._roles))
            self._register.choose(known, (told, *self._before.lands_back()))
        self._named.add(id(known))

    def _place_by(self, office: Item, phrase: Phrase, known: Known) -> None:
        codes = {actor.country for actor in self._owner(office, phrase) if actor.country}
        follows = phrase.head.singular in self._roles.following
        if len(codes) == 1 and (follows or self._context.is_held(phrase, is_named=True)):
            known.country = codes.pop()
        elif not codes:
            tied = self._of_tied(office, phrase) if not phrase.countries else ()
            near = tied[0] if len(tied) == 1 else self._of_own_ministry(office, phrase) if _receives(office) else ""
            near = near or self._context.country_for(office, phrase, is_named=True)
            known.country = near or self._context.country_of_speaker(office, phrase)
            known.country = known.country or self._of_own_ministry(office, phrase)
            if known.country and _is_called_in(office, phrase, self._roles):
                abroad = (code for code in self._before.lands_back() if code != known.country and _is_country(code))
                known.country = next(abroad, "")
        if known.country:
            known.found_by = "article"
            self.placed_late |= id(known) in self._named
            self.unplaced.discard(id(known))
        elif self._context.is_office(phrase, is_named=True):
            self.unplaced.add(id(known))

    def _of_own_ministry(self, item: Item, phrase: Phrase) -> str:
        """The only state whose ministry of that matter was spoken of so far: "Deputy Foreign Minister Rao"."""
        if phrase.head.singular != "minister" or not item.is_subject:
            return ""
        matter = phrase.role.lower().split()[-2:-1]
        named = (past.only for past in self._before.past if len(past.actors) == 1 and "Ministry" in past.only.name)
        codes = {each.country for each in named if each.country and matter and matter[0] in each.name.lower()}
        return codes.pop() if len(codes) == 1 else ""

    def _listed(self, item: Item) -> Mention | None:
        listed = item.listed
        if listed is None or listed.kind == "phrase":
            return None
        actor = listed.actor
        if actor.found_by == "unsure":
            actor = self._initials.get(item.text) or self._in_short(item) or self._explained(item, actor)
            actor = self._of_opposition(item, actor)
        elif listed.kind == "body" and item.text.isupper() and actor not in self._spelt_out:
            actor = self._initials.get(item.text, actor)  # "PA" after "the Press Association"
        same = self._called_by_people(item) if listed.kind in ("people", "nationality") and not listed.plural else None
        if same is not None:
            return _made(item, (same,), "description")
        if listed.kind in ("body", "seat") or (listed.kind == "country" and actor.kind == "body"):
            actor = replace(actor, name=_with_state(self._fullest.get(actor, actor.name), actor))
        if actor.kind == "country" and not item.place and item.is_subject and is_state(actor.country):
            actor = government_of(load_countries()[actor.country])  # a state that acts is its government
        return _made(item, (actor,), listed.form, place=item.place, plural=listed.plural)

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

    def _in_short(self, item: Item) -> Actor | None:
        """The body named before of whose name this is the last word: "the League" after "the Arab League"."""
        words = item.words
        if item.end - item.start > 1 or words.lowers[max(item.start - 1, 0)] != "the":
            return None
        if words.lowers[item.start] not in self._roles.heads and item.text not in _SHORT_BODIES:
            return None
        bodies = (past.only for past in reversed(self._before.past) if len(past.actors) == 1)
        found = (actor for actor in bodies if actor.kind == "body" and actor.country and actor.found_by != "unsure")
        called = (replace(actor, found_by="article") for actor in found if actor.name.split()[-1] == item.text)
        return next(called, None)

    def _explained(self, item: Item, actor: Actor) -> Actor:
        """A body that nobody lists with what the text says of it: "MTV, the Lebanese TV channel, said"."""
        after = self._next.get(id(item))
        if after is None or after.phrase is None or after.phrase.head.is_person or len(after.phrase.countries) != 1:
            return actor
        texts = item.words.texts
        set_off = texts[item.end : after.start] in ([","], [",", "the"], [",", "a"], ["("], ["(", "the"])
        if not set_off or texts[after.end : after.end + 1] not in ([","], ["."], [")"]) or after.phrase.head.is_plural:
            return actor
        kind = _KIND_OF_CODE.get(after.phrase.head.code, "body")
        self._initials[item.text] = replace(actor, kind=kind, country=after.phrase.countries[0], found_by="article")
        return replace(self._initials[item.text], found_by="text")

    def _called_by_people(self, item: Item) -> Actor | None:
        """The person of the sentence before who is called by their people: "The Dane said ..."."""
        words = item.words
        if (
            not item.is_subject
            or words.tags[item.root] not in ("NN", "NNP")
            or words.lowers[max(item.start - 1, 0)] != "the"
        ):
            return None
        for past in reversed(self._before.past):
            if item.sentence - past.sentence > 1 or past.item.words is not words:
                return None
            if past.sentence < item.sentence and past.is_subject and not past.is_plural and past.only.kind == "person":
                listed = load_countries().get(past.only.country)
                of_state = listed is not None and listed.kind == "country"
                own = item.listed is not None and item.listed.actor.country == past.only.country
                return replace(past.only, found_by="article") if own or not of_state else None
        return None

    def _take_office(self, item: Item, known: Known) -> None:
        """Gives somebody new the office just told of without a name: "Libya's premier confirmed it. X said"."""
        if known.country or known.heads or known.full_mentions[:1] != [item.sentence] or not item.is_subject:
            return
        told = (past for past in self._before.past[-8:] if past.sentence == item.sentence - 1 and past.is_subject)
        before = next(told, None)
        office = before.item.phrase if before is not None and before.item.words is item.words else None
        if before is None or office is None or before.is_plural or before.only.kind != "unnamed":
            return
        if office.head.singular in self._roles.firm and office.determiner not in ("a", "an") and not office.is_former:
            known.country, known.role, known.found_by = before.only.country, before.only.role, "article"
            known.heads.add(office.head.singular)

    def _person(self, item: Item, known: Known) -> Mention:
        if item.phrase is None and item.linked is None:
            self._take_office(item, known)
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
        self._note_initials(item, mention)
        self._before.note(_past(item, mention, self._gender(item)))

    def _note_initials(self, item: Item, mention: Mention) -> None:
        """Takes up what a body is called from now on: "(FUC)" after its name, "PA" for the Press Association."""
        actor = mention.actors[0]
        if len(mention.actors) > 1:
            return
        short = initials_after(item)
        inside = item.swallowed[-1] if item.swallowed and item.swallowed[-1].end == item.end else None
        if short and inside is not None and inside.listed is not None and inside.listed.kind == "body":
            actor = inside.listed.actor  # "rebels of the United Front (UF)"
        if short and actor.kind in (*_BODY_KINDS, "group"):
            self._initials[short] = replace(actor, found_by="article")
        elif mention.form == "name" and actor.kind in ("body", "media", "group"):
            first = "".join(word[0] for word in item.text.split() if word[:1].isupper() and word.isalpha())
            self._initials.setdefault(first, replace(actor, found_by="article"))

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
        if _is_a_side(phrase):
            return _made(item, (_government(phrase.countries[0], phrase),), "name")
        if phrase.head.word in self._roles.nation or phrase.head.word in self._roles.nations:
            actors = self._nations(item, phrase)
            if actors or not _is_of_a_state(phrase):
                return _made(item, actors, "description", plural=phrase.head.is_plural) if actors else None
        if phrase.head.is_plural and phrase.number and phrase.determiner in ("the", "both", "these", "those", "all"):
            group = self._before.several(item, phrase)
            if group:
                return _made(item, group, "description", plural=True)
        if _owns_a_text(item, phrase):
            phrase = replace(phrase, determiner="the")  # "a ministry statement" is the ministry's
        countries = self._of_ruler(item, phrase) or self._countries(item, phrase) or self._of_tied(item, phrase)
        if (
            not countries
            and phrase.determiner == "the"
            and (not phrase.has_modifier or _is_counted(phrase) or _is_rebel(phrase, self._roles))
        ):
            named = self._called(item, phrase)
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
            actors = tuple(_of_country(self._unnamed(item, phrase, code), phrase) for code in countries)
            return _made(item, actors, "description", plural=True)
        country = countries[0] if countries else ""
        if phrase.head.is_person and not phrase.head.is_plural:
            return self._one_person(item, phrase, country)
        if not phrase.head.is_person and not country and phrase.determiner == "the" and not phrase.has_modifier:
            named = self._before.same_body(phrase) or self._body_in_short(item, phrase)
            if named is not None:
                return _made(item, (named,), "description")
        listed = self._next.get(id(item))
        body = self._listed(listed) if listed is not None and _renames(item, listed) else None
        if body is not None and not phrase.head.is_person:
            return _made(item, body.actors, "description")
        alone = phrase.role.lower() in _ALONE and " of " not in phrase.words  # not "the Ministry of Trade of Chile"
        if country and alone and not phrase.head.is_plural:
            whole = self._before.same_body(phrase, country) or self._ministry_of(phrase, country)
            if whole is not None:
                return _made(item, (whole,), "description")
        again = phrase.head.is_person and phrase.determiner == "the" and not phrase.has_modifier
        again = again and not country and phrase.head.singular not in self._roles.sent_abroad
        if again and (those := self._before.group_of_kind(item, phrase)) is not None:
            return _made(item, (those,), "description", plural=True)  # "the ministers said"
        country = country or self._spoken_for(item, phrase) or self._at_home(item, phrase)
        if not country and again:
            country = self._before.country_of_kind(item, phrase)  # "the officials said"
        country = country or self._of_region_spoken_of(item, phrase) or self._full_name_here(item, phrase)
        actor = self._unnamed(item, phrase, country)
        owner = self._owner(item, phrase)
        office = _office_called(phrase, owner, actor.country)
        if office:
            actor = replace(actor, name=office)
        elif not phrase.head.is_person and not phrase.countries and owner and phrase.possessor is None:
            actor = replace(actor, name=f"{_owner_name(owner[0])} {phrase.words}")
        elif _is_of_state(phrase) and not phrase.countries and is_state(actor.country):
            actor = replace(actor, name=f"{_owner_name(actor)} {phrase.words}")
        if (
            actor.kind == "group"
            and phrase.head.singular in ("source", "official")
            and (told := self._with_house(item))
        ):
            actor = replace(actor, name=told)
        if (
            phrase.head.code == "GOV"
            and phrase.head.word in ("government", "administration", "authorities", "junta")
            and country
        ):
            actor = self._of_region(item) or _government(country, phrase)
        if phrase.role.lower().startswith(_OPPOSED) and not country and item.is_subject:
            country = self._opposed_in(item, phrase)
            actor = replace(actor, country=country, found_by="article") if is_state(country) else actor
        house = _house_of(item, phrase, country) if is_state(country) and not phrase.head.is_plural else ""
        if house:
            actor = replace(actor, name=house)
        if is_state(country) and phrase.head.word.endswith(_OF_EACH_STATE):
            office = _office_of(owner[0].role, phrase.role) if owner else phrase.role
            if office.lower() != "ministry":
                actor = replace(actor, name=_office_name(office, country))
        elif _is_turn_of_union(phrase) and any(
            each.country == "EU" for past in self._before.past for each in past.actors
        ):
            actor = replace(actor, name=f"{_owner_name(actor)} Presidency of the European Union", country="EU")
        elif is_state(country) and _is_named_body(phrase) and (not phrase.countries or phrase.possessor is not None):
            body = phrase.role if phrase.countries else phrase.words
            actor = actor if house else replace(actor, name=f"{body} of {load_countries()[country].name_in_text}")
        form: MentionForm = "description" if phrase.head.is_person else "name" if country else "description"
        return _made(item, (actor,), form, plural=phrase.head.is_plural)

    def _ministry_of(self, phrase: Phrase, country: str) -> Actor | None:
        """The ministry that a headline calls so which the text below names in full: "Chilean Ministry Protests"."""
        full = self._ministries.get(country, "") if phrase.head.word == "ministry" else ""
        return Actor(full, "body", country, "", "article") if full else None

    def _one_person(self, item: Item, phrase: Phrase, country: str) -> Mention:
        definite = phrase.determiner in ("the", "this", "that") or phrase.pronoun is not None or bool(phrase.countries)
        definite = definite or phrase.possessor is not None
        if definite and phrase.head.word != "counterpart" and phrase.determiner not in ("a", "an", "one", "another"):
            known = self._called_here(item, phrase) if not country else None
            known = known or self._with_head(item, phrase, country) or self._of_nation(item, phrase, country)
            unnamed = self._last_unnamed(item, phrase, known)
            if unnamed is not None:
                return _made(item, (unnamed,), "description")
            once = known is not None and phrase.is_former and known.country not in ("", country)
            if known is not None and (once or not phrase.is_former) and _fits_words(phrase, known, self._roles.idle):
                return _made(item, (seen_elsewhere(known),), "description")
            vague = self._same_person(item, phrase) if not country and phrase.determiner == "the" else None
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
        country = country or self._context.country_of_speaker(item, phrase) or self._at_home(item, phrase)
        actor = self._unnamed(item, phrase, country)
        if phrase.head.word == "counterpart":
            actor = self._counterpart(actor, self._role_of_owner(item, phrase))
        return _made(item, (actor,), "description" if phrase.determiner else "office")

    def _called_here(self, item: Item, phrase: Phrase) -> Known | None:
        """The holder of the office in the state that is told of: "In Lima, ... The president"."""
        here = self._context.here(item)
        return self._register.with_head(phrase, here, item.sentence) if here else None

    def _of_nation(self, item: Item, phrase: Phrase, country: str) -> Known | None:
        """Who was just spoken of and holds another's office: the EU's envoy for "the Slovak diplomat"."""
        if not phrase.countries or phrase.determiner != "the" or not is_state(country):
            return None
        for past in reversed(self._before.past):
            if item.sentence - past.sentence > _STILL_SPOKEN_OF:
                return None
            known = self._known.get(id(past.item)) or self._known.get(id(past.item.linked))
            if known is None or past.sentence == item.sentence or not past.is_subject or past.is_plural:
                continue
            other = known.country != country and not is_state(known.country) and known.country != ""
            own = self._register.held_in(known, country)
            if other and phrase.head.singular in _OF_ANY_CAREER and (own or own is None):
                return known
            if own and known.country != country and self._register.once_held(known, phrase, country):
                return known  # "the former Portuguese prime minister"
        return None

    def _with_head(self, item: Item, phrase: Phrase, country: str) -> Known | None:
        """Who was called so; not the leader of others where the clause is told of a state: "the president"."""
        known = self._register.with_head(phrase, country, item.sentence)
        exact = known is None or phrase.head.singular in known.heads
        here = "" if exact or country else self._context.here(item)
        return None if known is not None and here and known.country not in ("", here) else known

    def _spoken_for(self, item: Item, phrase: Phrase) -> str:
        """The state for which several speak that are said without one: "Commerce Ministry officials insist"."""
        speaks = phrase.head.is_plural and phrase.head.singular in self._roles.serving and item.is_subject
        if not speaks or phrase.determiner not in ("", "the", "some", "several", "two", "three", "many"):
            return ""
        if phrase.determiner == "" and phrase.head.singular in _HOME_VOICES and _is_of_home(phrase):
            told = self._context.told_before(item) if phrase.words.lower() in ("officials", "officials said") else ""
            return told or self._context.country_of_speaker(item, phrase) or self._context.reported_from
        return self._context.country_of_speaker(item, phrase)

    def _at_home(self, item: Item, phrase: Phrase) -> str:
        """The state where those speak who speak at home: "In Lima, officials said", "officials here said"."""
        if phrase.head.singular not in self._roles.at_home or phrase.possessor is not None or phrase.is_former:
            return ""
        if item.words.lowers[item.end : item.end + 1] == ["here"]:
            return self._context.dateline
        return self._context.set_in(item) if item.is_subject and phrase.determiner != "the" else ""

    def _last_unnamed(self, item: Item, phrase: Phrase, known: Known | None) -> Actor | None:
        """Who was called so just before without a name: "a State Department official said ... The official added"."""
        if phrase.determiner != "the" or phrase.has_modifier or phrase.countries:
            return None
        named = max((at for at in known.full_mentions if at <= item.sentence), default=-1) if known is not None else -1
        for past in reversed(self._before.past):
            if item.sentence - past.sentence > _LAST_OFFICE or past.sentence < named:
                return None
            other = past.item.phrase
            if other is None or past.is_plural or past.only.kind != "unnamed" or past.sentence == item.sentence:
                continue
            if other.head.singular == phrase.head.singular and past.is_subject:
                return replace(past.only, found_by="article")
        return None

    def _same_person(self, item: Item, phrase: Phrase) -> Actor | None:
        """The person of the sentence before whose office the article does not say, for a bare "the envoy"."""
        if phrase.has_modifier or not self._context.is_office(phrase):
            return None
        for past in reversed(self._before.past):
            if item.sentence - past.sentence > 1 or past.item.words is not item.words:
                return None
            known = self._known.get(id(past.item)) or self._known.get(id(past.item.linked))
            if past.sentence < item.sentence and known is not None and past.is_subject:
                return seen_elsewhere(known) if known.heads <= self._roles.vague else None
        return None

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
        if other is None or phrase.possessor is not None or phrase.head.singular not in self._roles.serving:
            return ()
        if not _ABROAD.isdisjoint(phrase.words.lower().split()):
            return ()  # "a spokesman for the coalition in Yemen"
        between = [word for word in item.words.texts[item.end : other.start] if word not in self._roles.honorifics]
        if tuple(word.lower() for word in between) not in _TIES:
            return ()
        of_body = other.phrase is not None and not other.phrase.head.is_person and not other.phrase.countries
        of_body = of_body and (other.kind != "phrase" or self._named_inside(other) is None)  # "for Rao's office"
        if of_body and other.phrase is not None and other.phrase.possessor is None:  # not "in the Rao administration"
            code = self._context.country_near(item, phrase)  # "a source at the finance ministry"
            return (code,) if code and self._context.is_state_body(other.phrase) else ()
        inside = self._named_inside(other) if other.kind == "phrase" else None
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
            if item.words.lowers[phrase.pronoun] in IT and phrase.head.word.endswith(_OF_EACH_STATE):
                leading = self._before.leading_state(item)
                if leading is not None:
                    return (leading,)
            if item.words.lowers[phrase.pronoun] in IT and _is_of_many(phrase):
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
        if phrase.possessor is None and (short := self._named_inside(item)) is not None:
            return (short.actor,)
        # "the minister's spokesman" may be two mentions, the first of which has been resolved
        last = self._before.past[-1] if self._before.past else None
        follows = item.start > 1 and item.words.tags[item.start - 1] == "POS"
        if follows and last is not None and last.item.words is item.words and last.item.end == item.start - 1:
            return last.actors
        return ()

    def _named_inside(self, item: Item) -> Known | None:
        """The person of the article whose a phrase is by a short name: "Suu Kyi's office", "Ms. Rao's deputies"."""
        words = item.words
        mark = next((i for i in range(item.end - 1, item.start, -1) if words.tags[i] == "POS"), None)
        if mark is None:
            return None
        start = mark
        while start > item.start and words.texts[start - 1] in self._register.short_forms:
            start -= 1
        return self._register.find(words.texts[start:mark], item.sentence) if start < mark else None

    def _countries(self, item: Item, phrase: Phrase) -> tuple[str, ...]:
        if phrase.countries or phrase.head.singular == "counterpart":
            return phrase.countries
        if _is_mission(phrase) and phrase.determiner == "the" and _is_stationed(item, phrase):
            beside = self._next.get(id(item))
            place = beside.listed.actor.country if beside is not None and beside.listed is not None else ""
            abroad = (code for code in self._before.lands_back() if code != place and _is_country(code))
            return tuple(itertools.islice(abroad, 1)) if place else ()
        if phrase.of_nation:
            return tuple(actor.country for actor in self._before.last_states(item, 1))
        if _is_public_body(phrase) and (seat := self._seated(item) or self._pointed_at(item)):
            return (seat,)
        owner = self._owner(item, phrase)
        if owner and phrase.head.singular in self._roles.opposite:
            here = self._context.scene_of(item)
            return (here,) if here and here not in {actor.country for actor in owner} else ()
        if owner:
            return tuple(dict.fromkeys(actor.country for actor in owner if actor.country))
        of_state = _is_of_state(phrase)
        speaks = item.is_subject or _owns_a_text(item, phrase)
        if _is_public_body(phrase) and speaks and (here := self._context.set_in(item)) and is_state(here):
            return (here,)
        if not (_is_public_body(phrase) or of_state) or self._before.same_body(phrase) is not None:
            return ()
        near = self._before.country_of_sentence(item)
        if (
            not near
            and (item.is_subject or _owns_a_text(item, phrase))
            and (phrase.determiner == "the" or of_state)
            and (code := self._context.country_near(item, phrase))
        ):
            return (code,)
        return near or (self._context.voice_of(item) if of_state and item.is_subject else ())

    def _full_name_here(self, item: Item, phrase: Phrase) -> str:
        """The state that the text is about, for a ministry that is said in full: "the Ministry of Trade said"."""
        whole = _is_public_body(phrase) and phrase.has_modifier and " of " in phrase.words.lower()
        return self._context.country_near(item, phrase) if whole and phrase.head.word == "ministry" else ""

    def _of_region_spoken_of(self, item: Item, phrase: Phrase) -> str:
        """The organisation that the article names, for its members by their region: "Caribbean ministers"."""
        code = next((code for word, code in _REGIONAL.items() if phrase.words.lower().startswith(f"{word} ")), "")
        if not code or phrase.head.singular not in _MEMBERS | {"head"} or not phrase.head.is_plural:
            return ""
        return code if any(actor.country == code for past in self._before.past for actor in past.actors) else ""

    def _of_region(self, item: Item) -> Actor | None:
        """The government of a region of a state: "the government of Catalonia", "authorities in Abkhazia"."""
        after = self._next.get(id(item))
        inside = [each for each in item.swallowed if each.listed is not None and each.listed.kind == "place"]
        if after is not None and item.words.lowers[item.end : after.start] in (["in"], ["of"]):
            inside += [after] if after.listed is not None and after.listed.kind == "place" else []
        place = inside[-1].listed.actor if inside and inside[-1].listed is not None else None
        if place is None or place.name not in regions():
            return None
        breaks_away = place.name in self._roles.breakaway
        head = item.phrase.head.word.capitalize() if item.phrase is not None else ""
        name = f"{head} {'in' if head == 'Authorities' else 'of'} {inside[-1].text}"
        return Actor(name, "government", "" if breaks_away else place.country, "", "text")

    def _with_house(self, item: Item) -> str:
        """Unnamed people with the body they are in: "Sources in the Polish government"; "" for none."""
        after = self._next.get(id(item))
        house = after.phrase if after is not None else None
        if after is None or house is None or house.head.is_person or not self._context.is_state_body(house):
            return ""
        between = item.words.lowers[item.end : after.start]
        if between not in (["in"], ["at"], ["from"], ["in", "the"], ["at", "the"], ["from", "the"]):
            return ""
        start = item.end - len(item.phrase.words.split()) if item.phrase is not None else item.start
        return item.words.slice(max(start, item.start), after.end)

    def _seated(self, item: Item) -> str:
        """The state in whose capital a body is said to be: "the Ministry of Trade in Lima"; "" for none."""
        after = self._next.get(id(item))
        capital = after is not None and after.listed is not None and after.listed.kind == "capital"
        if after is None or after.listed is None or not capital:
            return ""
        return after.listed.actor.country if item.words.lowers[item.end : after.start] in (["in"], ["at"]) else ""

    def _pointed_at(self, item: Item) -> str:
        """The state of "the ministry here", which is the reporter's, or "there", the last one told of that is not."""
        here = self._context.reported_from
        where = item.words.lowers[item.end : item.end + 1]
        if where == ["here"] or not here:
            return here if where == ["here"] else ""
        abroad = (code for code in self._before.lands_back() if code != here and _is_country(code))
        return next(abroad, "") if where == ["there"] else ""

    def _unnamed(self, item: Item, phrase: Phrase, country: str) -> Actor:
        head = phrase.head.singular
        of_bloc = country and head in self._roles.of_no_bloc and load_countries()[country].kind == "bloc"
        of_bloc = of_bloc and not (phrase.head.is_plural and head == "minister" and country in _MEETING)
        if of_bloc or (head in self._roles.stationed and _is_stationed(item, phrase) and not _is_mission(phrase)):
            country = ""
        found_by = "text" if phrase.countries else "article" if country else "unsure"
        words = phrase.words
        if phrase.head.is_person:
            kind: ActorKind = "group" if phrase.head.is_plural else "unnamed"
        else:
            kind = _KIND_OF_CODE.get(phrase.head.code, "body")
        return Actor(words, kind, country, phrase.role or phrase.head.word, found_by)

    def _called(self, item: Item, phrase: Phrase) -> Actor | None:
        """The organisation or armed group last spoken of, for "the bloc", "the militants"."""
        press = self._before.last_media(item) if phrase.head.word in _PRESS else None
        if press is not None:
            return press
        if phrase.head.word in self._roles.organisation:
            return self._before.last_organisation(item) or self._before.only_organisation()
        if phrase.head.word not in self._roles.movement:
            return None
        if phrase.head.word == "group":  # the Contact Group, the Rio Group
            for actor in self._before.bodies_before(item):
                if actor.kind == "group" or actor.name.lower().split()[-1] == "group":
                    return actor
        return next((actor for actor in self._before.bodies_before(item) if actor.kind == "group"), None)

    def _body_in_short(self, item: Item, phrase: Phrase) -> Actor | None:
        """The only body of the organisation last spoken of that "the Commission", "the Council" may stand for."""
        called = self._before.last_organisation(item, phrase.words) if phrase.words[:1].isupper() else None
        fits = bodies_called(called.country, phrase.words) if called is not None else []
        return Actor(fits[0].name, fits[0].kind, fits[0].country, "", "article") if len(fits) == 1 else None

    def _nations(self, item: Item, phrase: Phrase) -> tuple[Actor, ...]:
        """The states or the bloc that a phrase like "both nations" or "Western countries" stands for."""
        if phrase.head.word in self._roles.both_halves:
            return tuple(told_state(code) for code in self._roles.both_halves[phrase.head.word])
        if phrase.countries:
            return tuple(_member_states(code, phrase) for code in phrase.countries[:1] if not is_state(code))
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


def initials_after(item: Item) -> str:
    """The initials in brackets after a body: "FO" of "Foreign Office (FO)"; "" for none."""
    words, end = item.words, item.end
    if words.texts[end : end + 1] != ["("] or words.texts[end + 2 : end + 3] != [")"]:
        return ""
    short = words.texts[end + 1]
    return short if len(short) > 1 and (short.isupper() or short in _MIXED) else ""


def _is_of_many(phrase: Phrase) -> bool:
    """True for those of whom only an organisation has many: "its 27 foreign ministers", "its member states"."""
    first = phrase.words.split()[0]
    counted = first.isdigit() and int(first) > FEW
    return (
        phrase.head.is_plural
        and counted
        and phrase.head.singular in ("minister", "leader", "member", "state", "ambassador")
    )


def _office_of(of_whom: str, words: str) -> str:
    """What a bare ministry is called that is a minister's: "Foreign Ministry" for "his ministry"."""
    last = of_whom.lower().removesuffix(" minister").split()[-1:] if of_whom.lower().endswith(" minister") else []
    return f"{last[0]} ministry" if last and words.lower() == "ministry" and last[0] not in ("prime", "vice") else words


def _office_called(phrase: Phrase, owner: tuple[Actor, ...], country: str) -> str:
    """What somebody's office is called: that of a head of state or government by the post, else by the name."""
    if not phrase.head.word.endswith("office") or phrase.head.is_plural:
        return ""
    words = [word for word in phrase.words.lower().replace("’s", "'s").split() if word != "office"]
    post = " ".join(words).replace(" 's", "'s").removesuffix("'s")
    person = owner[0] if len(owner) == 1 and owner[0].kind in ("person", "unnamed") else None
    post = person.role.lower() if person is not None else post
    if post in _RULERS and is_state(country):
        return f"Office of the {_titled(_RULERS[post])} of {load_countries()[country].name_in_text}"
    return f"Office of {person.name}" if person is not None and person.kind == "person" else ""


def _house_of(item: Item, phrase: Phrase, country: str) -> str:
    """What a state's parliament, high commission or mission is called, whichever way the text says whose it is."""
    role, state = phrase.role.lower(), load_countries()[country].name_in_text
    if role in ("parliament", "high commission"):
        return f"{_titled(role)} of {state}"
    to = [word.lower() for word in item.words.texts[item.end : item.end + 4] if word.lower() != "the"]
    sent = role in ("mission", "permanent mission") and to[:1] == ["to"]
    if sent and (to[1:3] == ["united", "nations"] or to[1:2] in (["un"], ["u.n."])):
        return f"{_titled(role)} of {state} to the United Nations"
    return ""


def _office_name(office: str, country: str) -> str:
    """An office that every state has by whose it is: "Foreign Ministry of Chile"."""
    called = "foreign ministry" if office.lower() in _FOREIGN else office
    called = "ministry of external affairs" if office.lower() == "external affairs ministry" else called
    return f"{_titled(called)} of {load_countries()[country].name_in_text}"


def _with_state(name: str, actor: Actor) -> str:
    """A state's body by whose it is, where its name says only what it is: "Ministry of External Affairs of India"."""
    general = name.startswith("Ministry of ") or (actor.kind == "government" and name.endswith(_GENERAL))
    if not general or not is_state(actor.country):
        return name
    state = load_countries()[actor.country].name_in_text
    return name if state in name else f"{name} of {state}"


def _ministries(items: Iterable[Item]) -> dict[str, str]:
    """For each state the name of the first of its ministries that the items name in full."""
    found: dict[str, str] = {}
    for phrase in (item.phrase for item in items if item.phrase is not None):
        whole = (
            phrase.head.word.endswith("ministry") and not phrase.head.is_plural and phrase.role.lower() != "ministry"
        )
        if whole and len(phrase.countries) == 1 and is_state(phrase.countries[0]):
            found.setdefault(phrase.countries[0], _office_name(phrase.role, phrase.countries[0]))
    return found


def _is_turn_of_union(phrase: Phrase) -> bool:
    """True for the state that has the chair of the EU: "the Czech Presidency", "the Swedish EU presidency"."""
    in_turn = phrase.head.word == "presidency" and phrase.countries[:1] != () and is_state(phrase.countries[0])
    return in_turn and ("Presidency" in phrase.words or " EU " in f" {phrase.words}") and phrase.possessor is None


def _receives(office: Item) -> bool:
    """True for whoever an envoy comes to at their ministry: "The deputy minister, Rao, received the ambassador"."""
    words, verb = office.words, office.words.heads[office.root]
    if words.passage.doc[verb].lemma_ not in ("receive", "summon", "convene", "call", "meet", "tell", "hand"):
        return False
    met = (i for i in range(verb + 1, len(words)) if words.deps[i] in ("dobj", "dative") and words.heads[i] == verb)
    heads = (load_roles().heads.get(words.lowers[i]) for i in met)
    return any(head is not None and head.singular in load_roles().sent_abroad | {"diplomat"} for head in heads)


def _is_of_home(phrase: Phrase) -> bool:
    """True where the words say of no state or matter: "Federal ministers", "Officials"."""
    return all(word in _OF_HOME for word in phrase.words.lower().split())


def _is_a_side(phrase: Phrase) -> bool:
    """True for a state's government by "the Chilean side"; a "leadership" keeps its name."""
    one = len(phrase.countries) == 1 and is_state(phrase.countries[0]) and not phrase.head.is_plural
    return one and phrase.role.lower() == "side" and phrase.pronoun is None


def _titled(office: str) -> str:
    """The words of an office as a name: "Foreign Ministry", "Ministry of Trade"."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in office.split())


def _is_stationed(item: Item, phrase: Phrase) -> bool:
    """True for those of whom it is only said where they are: "diplomats at the UN", not "Saudi diplomats in Oslo"."""
    if phrase.possessor is not None or phrase.pronoun is not None or phrase.role.lower() != phrase.words.lower():
        return False
    if not phrase.head.is_plural and phrase.words.lower().startswith("senior "):
        return False  # "a senior diplomat in Lima" is Peru's
    return not _STATIONED.isdisjoint(item.words.lowers[item.start + 1 : item.end + 1])


def _is_mission(phrase: Phrase) -> bool:
    """True for a house that a state keeps in another: "the embassy in London"."""
    return phrase.head.word in ("embassy", "consulate") or phrase.words.lower() == "high commission"


def _is_country(code: str) -> bool:
    country = load_countries().get(code)
    return country is not None and country.kind == "country"


def _is_called_in(office: Item, phrase: Phrase, roles: Roles) -> bool:
    """True for the envoy of another whom a ministry calls in: "The minister summoned Ambassador Cheng"."""
    words, verb = office.words, office.words.heads[office.root]
    if phrase.head.singular not in roles.sent_abroad:
        return False
    if words.lowers[max(office.start - 1, 0)] == "to":  # "This was put to Ambassador Cheng"
        return any(words.passage.doc[i].lemma_ in _HANDED for i in range(max(office.start - 4, 0), office.start - 1))
    if words.deps[office.root] not in ("dobj", "nsubjpass"):
        return False
    lemma = words.passage.doc[verb].lemma_
    called = lemma in ("call", "haul") and "in" in words.lowers[verb : office.start]
    return called or lemma in ("summon", "convene", "carpet")


def _titles_of(known: Known, roles: Roles) -> set[str]:
    """The royal title that stands in a name, as the office it is: "prince" of "Crown Prince Salman"."""
    titles = {title for title in known.tokens[:2] if title in roles.royal}
    return {title.lower() for title in titles} & roles.heads.keys()


def _member_states(code: str, phrase: Phrase) -> Actor:
    listed = load_countries()[code]
    return Actor(listed.name if listed.kind == "bloc" else phrase.words, "group", code)


def _fullest_names(items: Iterable[Item]) -> dict[Actor, str]:
    """For each listed body the longest name that the article uses."""
    found: dict[Actor, str] = {}
    shared = load_roles().shared
    for item in (one for each in items for one in (each, *each.swallowed)):
        if item.listed is not None and item.kind == "listed" and item.listed.form != "nationality":
            if item.listed.form == "metonym" and item.listed.kind == "capital":
                continue  # "Brussels" is no name of the Union
            text = item.words.slice(item.end - item.own_length, item.end) if item.own_length else item.text
            if item.text in shared and item.listed.actor.country != shared[item.text][-1]:
                continue  # "Foreign Office" is no name of its own elsewhere
            before = found.get(item.listed.actor, "")
            if before and not text.split()[-1][:1].isupper():
                continue  # "the Western alliance" is no name
            if len(text) > len(before) or not before.split()[-1][:1].isupper():
                found[item.listed.actor] = text
    return {actor: actor.name if _says_only_whose(actor, text) else text for actor, text in found.items()}


def _says_only_whose(actor: Actor, text: str) -> bool:
    """True for a body of an organisation whose usual name differs in whose it is: "Security Council" for the UN's."""
    own, written = actor.name.split(), text.split()
    of_organisation = bool(actor.country) and load_countries()[actor.country].kind == "organisation"
    return of_organisation and len(own) > 2 and len(written) > 1 and own[-2:] == written[-2:]


def _is_rebel(phrase: Phrase, roles: Roles) -> bool:
    return role_code(phrase.words, roles) in ("REB", "PRM", "SEP")


def _is_counted(phrase: Phrase) -> bool:
    """True where the words before the head only say whose members: "the 15-nation bloc", "the regional body"."""
    before = phrase.words.lower().replace("-", " ").split()[:-1]
    return bool(before) and all(word.isdigit() or word in _COUNTED for word in before)


def _is_public_body(phrase: Phrase) -> bool:
    """True for "the military", "parliament": a body of which each state has one."""
    one = phrase.head.code in ("GOV", "MIL", "LEG", "COP", "JUD", "SPY") and not phrase.head.is_person
    whole = not phrase.has_modifier or phrase.head.word.endswith(("ministry", "department"))
    return one and phrase.determiner in ("the", "") and whole


def _owns_a_text(item: Item, phrase: Phrase) -> bool:
    """True for the body whose a text is: "a foreign ministry statement", "a statement from the defence ministry"."""
    words, root = item.words, item.root
    above = words.heads[root]
    if words.deps[root] == "pobj" and words.lowers[above] in ("from", "of", "by"):  # "a statement from the ministry"
        return words.lowers[words.heads[above]] in load_roles().papers and not phrase.head.is_person
    of_text = words.deps[root] in ("compound", "nmod", "amod") and words.lowers[above] in load_roles().papers
    return of_text and not phrase.head.is_person and above >= item.end


def _is_of_state(phrase: Phrase) -> bool:
    """True for the media of a state: "state television", "the official news agency"."""
    return phrase.head.code == "JRN" and phrase.words.lower().startswith(("state ", "state-run ", "official "))


def _is_of_a_state(phrase: Phrase) -> bool:
    """True for people of one state: "members of Togo's parliament" are no states."""
    return phrase.head.word in ("members", "parties") and bool(phrase.countries) and is_state(phrase.countries[0])


def _is_named_body(phrase: Phrase) -> bool:
    """True for a body of a state by its name: "the North's National Defense Commission"."""
    words = phrase.words.split()
    return not phrase.head.is_person and not phrase.head.is_plural and len(words) > 1 and words[-1][:1].isupper()


def _of_country(actor: Actor, phrase: Phrase) -> Actor:
    """One of several that a phrase names together: "Japanese counterparts" of "Japanese and Korean counterparts"."""
    country = load_countries().get(actor.country)
    if country is None:
        return actor
    word = country.adjectives[0] if country.adjectives else country.name
    return replace(actor, name=f"{word} {phrase.role}")


def _owner_name(owner: Actor) -> str:
    """The owner before what is theirs: "Indian" for a state, "Ana Gil's" for anybody else."""
    country = load_countries().get(owner.country)
    if owner.kind in ("country", "government", "media") and country is not None and country.adjectives:
        return country.adjectives[0]
    return f"{owner.name}'s"


def _government(country: str, phrase: Phrase) -> Actor:
    found_by = "text" if phrase.countries else "article"
    listed = load_countries()[country]
    return Actor(f"Government of {listed.name_in_text}", "government", country, "", found_by)


def _made(
    item: Item, actors: tuple[Actor, ...], form: MentionForm, *, place: bool = False, plural: bool = False
) -> Mention:
    span = item.words.passage.span(item.words.passage.doc[item.start : item.end])
    return Mention(span, actors, form, place, plural)


def _past(item: Item, mention: Mention, gender: str) -> Past:
    plural = mention.plural or len(mention.actors) > 1
    return Past(item, mention.actors, item.sentence, item.is_subject, plural, gender)


def _renames(item: Item, listed: Item) -> bool:
    """True for a listed body between commas after what it is: "the official news agency, KCNA, said"."""
    words = item.words
    if listed.listed is None or listed.listed.kind != "body" or listed.start != item.end + 1:
        return False
    return words.texts[item.end] == "," and words.texts[listed.end : listed.end + 1] == [","]


def _fits_words(phrase: Phrase, known: Known, idle: frozenset[str]) -> bool:
    """False when the phrase's own words say an office that the person is not known for."""
    wanted = {word for word in phrase.role.lower().split() if len(word) > 3 and word not in idle}
    role = known.role.lower()
    extra = wanted - {phrase.head.word} - set(role.split())
    return not extra or not (wanted & set(role.split())) <= {phrase.head.word} or len(extra) == 0


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
