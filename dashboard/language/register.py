"""Who is who inside one article: full names, the short forms that stand for them, and what the text says they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.language.actor_phrases import is_same_person_word
from dashboard.language.items import Item, Phrase
from dashboard.records import Actor
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.holders import (
    Holding,
    find_holdings,
    holdings_by_country,
    holdings_by_name,
    holdings_by_word,
    name_key,
    name_words,
)
from dashboard.vocabulary.roles import Roles
from dashboard.vocabulary.terms import Days

_SECOND = frozenset({"deputy", "vice", "former", "ex"})
_KNIGHTS = frozenset({"Sir", "Dame"})
NEAR_SENTENCES = 2
"""How far back the full name of a namesake takes a surname along."""


@dataclass(slots=True, eq=False)
class Known:
    """One person of the article. ``heads`` are the head nouns of the offices that the text gives."""

    name: str
    tokens: tuple[str, ...]
    country: str = ""
    role: str = ""
    heads: set[str] = field(default_factory=set)
    gender: str = ""
    found_by: str = "unsure"
    full_mentions: list[int] = field(default_factory=list)
    """Sentences with the full name."""
    leads: bool = False
    """True where the full name is the subject of a sentence."""

    @property
    def actor(self) -> Actor:
        """The person as the article shows them."""
        return Actor(self.name, "person", self.country, self.role, self.found_by)


class Register:
    """The persons of an article by every short form of their names."""

    def __init__(self, roles: Roles, days: Days | None) -> None:
        """``days`` are those on which the article may have been written."""
        self._roles = roles
        self._days = days
        self._by_key: dict[str, Known] = {}
        self._by_short: dict[str, list[Known]] = {}
        self.people: list[Known] = []
        self.short_forms: set[str] = set()
        """Every word of a full name: a word of the text that is none of them is no short name."""

    def add_full_names(self, items: Iterable[Item]) -> None:
        """Takes up every name of two words or more, the fullest first."""
        named = [(name_tokens(item), item) for item in items if item.name is not None]
        for tokens, item in sorted(named, key=lambda pair: -len(pair[0])):
            if sum(token != "-" for token in tokens) > 1:
                known = self._by_key.get(_key(tokens)) or self._same_ends(tokens) or self._add(tokens, name_text(item))
                self._by_key[_key(tokens)] = known
                known.full_mentions.append(item.sentence)
                known.leads = known.leads or item.tokens.deps[item.root] == "nsubj"
        for known in self.people:
            known.full_mentions.sort()

    def add_knight(self, item: Item) -> None:
        """Takes up the given name of a knight, who goes by it: "Sir Julius"."""
        tokens = name_tokens(item)
        known = self._by_key.get(_key(tokens))
        titled = item.name is not None and item.name[0] > 0 and item.tokens.texts[item.name[0] - 1] in _KNIGHTS
        if known is not None and titled and known not in self._by_short.setdefault(name_key(tokens[0]), []):
            self._by_short[name_key(tokens[0])].append(known)
            self.short_forms.add(tokens[0])

    def _same_ends(self, tokens: tuple[str, ...]) -> Known | None:
        """The person whose longer name has the same first and last word: "Vladimir V. Putin"."""
        for known in self._by_short.get(name_key(tokens[-1]), ()):
            if known.tokens[0] == tokens[0] and set(tokens) <= set(known.tokens):
                return known
            tail = [token.lower() for token in known.tokens[-len(tokens) :]]
            if tokens[0].lower() in self._roles.particles and tail == [token.lower() for token in tokens]:
                return known  # "Del Rosario" at the head of a sentence
            if "".join(tokens[-3:]) in "".join(known.tokens) and len(tokens) > 2:
                return known
        return None

    def _add(self, tokens: tuple[str, ...], name: str) -> Known:
        known = Known(name, tokens)
        self.people.append(known)
        self.short_forms.update(tokens)
        # "Del Castillo" at the head of a sentence
        self.short_forms.update(token.capitalize() for token in tokens if token in self._roles.name_particles)
        self._by_key[_key(tokens)] = known
        for short in self._shorts(tokens):
            many = self._by_short.setdefault(name_key(short), [])
            if known not in many:
                many.append(known)
        known.gender = "f" if tokens[0] in self._roles.female_given else ""
        known.gender = known.gender or ("m" if tokens[0] in self._roles.male_given else "")
        return known

    def _shorts(self, tokens: tuple[str, ...]) -> set[str]:
        kept = tuple(token for token in tokens if token not in self._roles.suffixes)
        found = {" ".join(kept[index:]) for index in range(1, len(kept)) if kept[index] != "-"}
        if len(kept) > 2 and holdings_by_name().get(_key(kept[:-1])):
            found.add(kept[-2])  # "González" for "Felipe González Márquez"
        if tokens[0] in self._roles.family_first or tokens[0] in self._roles.royal:
            found.add(tokens[0] if tokens[0] in self._roles.family_first else " ".join(tokens[1:]))
        if any(each.country in self._roles.given_first for each in find_holdings(" ".join(tokens))):
            found.add(kept[0])
        if len(kept) > 2 and kept[1] in self._roles.particles | {"-"}:
            found.add(kept[0])
        return {short for short in found if short and short not in self._roles.suffixes}

    def find(self, tokens: Sequence[str], sentence: int) -> Known | None:
        """The person that these words name in this sentence, None when the article has no such name."""
        exact = self._by_key.get(_key(tokens))
        if exact is not None:
            return exact
        many = self._by_short.get(name_key(" ".join(tokens)), [])
        if len(many) < 2:
            return many[0] if many else None
        near = [known for known in many if any(0 <= sentence - at < NEAR_SENTENCES for at in known.full_mentions)]
        led = any(known.leads for known in many)
        # "Ali Rao wrote to his uncle, Omar Rao. Rao also said": whom a text tells of goes on by the family's name.
        pool = near if len(near) == 1 and (near[0].leads or not led) else many
        return max(pool, key=lambda known: (known.leads, len(known.full_mentions)))

    def find_by_first(self, tokens: Sequence[str]) -> Known | None:
        """The one person of the article whose full name begins so, as many put the family's first: "Mr. Goh"."""
        if len(tokens) != 1:
            return None
        fits = [known for known in self.people if len(known.tokens) > 1 and known.tokens[0] == tokens[0]]
        return fits[0] if len(fits) == 1 else None

    def add_short_name(self, tokens: tuple[str, ...], name: str, sentence: int) -> Known:
        """A person of whom the article gives one word only, for the first time in this sentence."""
        known = self._add(tokens, name)
        known.full_mentions.append(sentence)
        self._by_short.setdefault(name_key(name), []).append(known)
        return known

    def describe(self, known: Known, phrase: Phrase, country: str) -> None:
        """Notes what a phrase of the text says about a person; the first country and role are kept."""
        known.heads.add(phrase.head.singular)
        heads = self._roles.heads
        known.heads.update(word for word in phrase.words.lower().split() if word in heads and heads[word].is_person)
        if leads_a_government(phrase):
            known.heads.add("premier")
        if country and not known.country:
            known.country, known.found_by = country, "text"
        if (
            phrase.role
            and phrase.head.singular != "counterpart"
            and (not known.role or known.role.lower() in self._roles.loosely)
        ):
            known.role = phrase.role
        if phrase.head.singular in self._roles.female:
            known.gender = "f"
        elif phrase.head.singular in self._roles.male:
            known.gender = "m"

    def look_up(self, known: Known) -> None:
        """Fills country and role from the dated table where the text gives none."""
        holdings = self._holdings(known)
        countries = {holding.country for holding in holdings}
        if not holdings or len({holding.name for holding in holdings}) > 1:
            if title := self._royal_title(known):
                known.name = f"{title} {known.name}"  # "King Abdullah" may be of either kingdom
            return
        if len(known.tokens) == 1 and known.country and known.country not in countries:
            return  # "President Rao of Fiji" is no Rao of the table
        current = _in_days(holdings, self._days)
        called = [each for each in holdings if each.role == known.role and self._is_called(each, known)]
        if called and current not in called and len(countries) > 1:
            # The office that the text gives says more than the day, which may be no more than likely.
            current = called[-1]
        if current is None and self._has_another_office(known, holdings):
            return
        known.gender = known.gender or holdings[0].gender
        if len(known.tokens) == 1:
            known.name = holdings[0].name
        elif _ends_name(holdings[0].name, known.tokens):
            known.name = _spelt_so(holdings[0], known.tokens)
        if not known.country and (current or len(countries) == 1):
            known.country = (current or holdings[-1]).country
            known.found_by = "holders"
        if current and current.country == known.country:
            known.heads.update(word for word in current.role.lower().split() if word in self._roles.heads)
            known.heads.update(("leader",) if _is_leader(current.role) else ())
            if not known.role or known.role.lower() in self._roles.loosely:
                known.role = current.role
                known.found_by = "holders" if known.found_by == "unsure" else known.found_by

    def _has_another_office(self, known: Known, holdings: Iterable[Holding]) -> bool:
        """True when the text gives a public office that the table, which has only others, does not know."""
        listed = {word for each in holdings for word in each.role.lower().split()}
        public = {head for head in known.heads if head in self._roles.firm}
        return self._days is not None and bool(public) and not public & listed

    def is_holder(self, word: str) -> bool:
        """True for the family name of one office-holder of the day, whom the article need not introduce."""
        if word in self._roles.not_names or word in self.short_forms:
            return False
        many = holdings_by_word().get(name_key(word), ())
        if not word.istitle():
            return False
        current = _foremost(_all_in_days(many, self._days))
        return len({each.name for each in current}) == 1 and any(self._is_called_by(each, word) for each in current)

    def _is_called_by(self, holding: Holding, word: str) -> bool:
        """True for the family name, for the given name where people go by it, and for a name of one word."""
        first_too = holding.country in self._roles.given_first or word in self._roles.family_first
        for name in (holding.name, *holding.aliases):
            words = name_words(name)
            if words[-1] == name_key(word) or (first_too and words[0] == name_key(word)):
                return True
        return False

    def place_at_home(self, known: Known, home: str, unplaced: set[int]) -> bool:
        """Gives a public office without a country that of the state the article is about; True when it did.

        Not those whom the text around them left between several countries: ``unplaced`` holds their ids.
        """
        if not home or known.country or id(known) in unplaced or not any(self._is_public(head) for head in known.heads):
            return False
        known.country, known.found_by = home, "article"
        return True

    def _is_public(self, head: str) -> bool:
        """True for the head nouns of public offices only: "minister", "senator"; not "director"."""
        roles = self._roles
        public = roles.heads[head].code in ("GOV", "LEG", "MIL", "COP") and head not in roles.general
        return head in roles.firm or public or head == "leader"

    def _holdings(self, known: Known) -> tuple[Holding, ...]:
        found = find_holdings(known.name) or find_holdings(self._without_family(known))
        if not found and len(known.tokens) > 2:
            found = holdings_by_name().get(
                _key(known.tokens[:-1]), ()
            )  # the second surname of "Felipe González Márquez"
        if not found and len(known.tokens) > 1 and self._days is not None:
            return _all_in_days(self._called_in_part(known.tokens), self._days)
        if found or len(known.tokens) > 1:
            return found
        title = self._royal_title(known)
        ruled = self._called_in_part((title, *known.tokens)) if title else ()
        if ruled and self._days is not None:
            return _all_in_days(ruled, self._days)
        # One word only ("Putin" in a headline): whoever of that family name holds an office on the day.
        many = holdings_by_word().get(name_key(known.name), ())
        many = tuple(each for each in many if self._is_called_by(each, known.name))
        called = tuple(each for each in many if self._is_called(each, known))
        if self._days is not None:
            return _foremost(_all_in_days(called or many, self._days)) or called
        return called or (many if all(_is_leader(each.role) for each in many) else ())

    def _royal_title(self, known: Known) -> str:
        """The royal title that the text gives to a name of one word."""
        titles = (title for title in self._roles.royal if title.lower() in known.heads)
        return next(titles, "") if len(known.tokens) == 1 else ""

    def _called_in_part(self, tokens: tuple[str, ...]) -> tuple[Holding, ...]:
        """Those whose full name has more words: "Aboul Gheit", "Suu Kyi", "King Abdullah" (of either kingdom)."""
        many = holdings_by_word()
        if tokens[0] in self._roles.royal:
            ruled = many.get(name_key(tokens[0]), ())
            return tuple(each for each in ruled if name_key(each.name).startswith(f"{_key(tokens)} "))
        return tuple(each for each in many.get(name_key(tokens[-1]), ()) if _ends_name(each.name, tokens))

    def _is_called(self, holding: Holding, known: Known) -> bool:
        """True when the text gives this office to the person: "President Clinton"."""
        firm = any(head in self._roles.firm for head in known.heads)
        fits = firm and known.role != "" and _is_office(holding.role.lower(), known.role.lower())
        return fits and known.country in ("", holding.country)

    def _without_family(self, known: Known) -> str:
        """The name without the clan after its last particle: "Hamad bin Jassim" of "Hamad bin Jassim al-Thani"."""
        at = [index for index, token in enumerate(known.tokens) if token.lower() in ("al", "el", "-al")]
        return " ".join(known.tokens[: at[-1]]) if at and at[-1] > 2 else known.name

    def holder(self, country: str, role: str) -> Actor | None:
        """Who held the office called ``role`` all the days on which the article may have been written."""
        if self._days is None:
            return None
        wanted = role.lower()
        terms = [each for each in holdings_by_country().get(country, ()) if _is_office(each.role.lower(), wanted)]
        found = {each.name: each for each in _all_in_days(terms, self._days)}
        if len(found) != 1:
            return None
        holding = next(iter(found.values()))
        if not holding.holds_through(*self._days):
            return None
        return Actor(holding.name, "person", country, holding.role, "holders")

    def with_head(self, phrase: Phrase, country: str, before: int, told: Mapping[int, int]) -> Known | None:
        """The last person before this sentence whom the text calls so, of this country when one is given.

        ``told`` gives the last sentence of which each was the subject, by the person's id.
        """
        word = "premier" if leads_a_government(phrase) else phrase.head.singular
        fits = [
            known
            for known in self.people
            if (not country or known.country in ("", country) or not known.country)
            and any(is_same_person_word(word, head, self._roles) for head in known.heads)
            and not self._has_other_office(word, known)
            and (known.full_mentions and known.full_mentions[0] <= before)
        ]
        if country:
            fits = [known for known in fits if known.country == country]
        exact = [known for known in fits if word in known.heads] or fits
        # Who is named again in the same sentence is named after it: "The president said that Saddam Hussein must go".
        last = {id(known): max((at for at in known.full_mentions if at < before), default=before) for known in exact}
        return max(exact, key=lambda known: max(last[id(known)], told.get(id(known), -1)), default=None)

    def _has_other_office(self, word: str, known: Known) -> bool:
        """True when "the king" is said and the person is a prime minister, though both are leaders."""
        firm = self._roles.firm
        alike = any(word in group and not group.isdisjoint(known.heads) for group in self._roles.also_called)
        return word in firm and word not in known.heads and not alike and not firm.isdisjoint(known.heads)

    def named_later(self, phrase: Phrase, country: str, after: int) -> Known | None:
        """The one person whose name and office of this country the article gives only after this sentence."""
        wanted = phrase.role.lower()
        fits = [
            known
            for known in self.people
            if known.country == country and known.full_mentions and known.full_mentions[0] > after
            if known.role and _is_office(known.role.lower(), wanted)
        ]
        return fits[0] if len(fits) == 1 else None

    def in_office(self, country: str, role: str) -> Known | None:
        """The one person of the article who holds the office called ``role`` of this country."""
        fits = [known for known in self.people if known.country == country and known.role]
        fits = [known for known in fits if _is_office(known.role.lower(), role.lower())]
        return fits[0] if len(fits) == 1 else None


def name_tokens(item: Item) -> tuple[str, ...]:
    """The words of the item's name; empty when it has none."""
    return tuple(item.tokens.texts[slice(*item.name)]) if item.name else ()


def name_text(item: Item) -> str:
    """The item's name as written."""
    return item.tokens.slice(*item.name) if item.name else ""


def seen_elsewhere(known: Known) -> Actor:
    """The person in a mention whose own words do not say who they are."""
    actor = known.actor
    return replace(actor, found_by="article") if actor.found_by == "text" else actor


def leads_a_government(phrase: Phrase) -> bool:
    """True for a head of government, whom texts call premier and prime minister alike."""
    words = phrase.role.lower().replace("-", " ").split()
    if not _SECOND.isdisjoint(words):
        return False
    return words[-2:] == ["prime", "minister"] or words[-1:] in (["pm"], ["taoiseach"], ["premier"])


def _ends_name(name: str, tokens: Sequence[str]) -> bool:
    """True where a full name has more words before these last ones: "Recep Tayyip Erdoğan" for "Tayyip Erdogan"."""
    words, short = name_words(name), name_words(" ".join(tokens))
    return len(words) > len(short) and words[-len(short) :] == short


def _spelt_so(holding: Holding, tokens: Sequence[str]) -> str:
    """The full name in the spelling of the text: "Recep Tayyip Erdogan" where that writes "Tayyip Erdogan"."""
    fits = (name for name in (holding.name, *holding.aliases) if tuple(name.split()[-len(tokens) :]) == tuple(tokens))
    return next((name for name in fits if len(name.split()) > len(tokens)), holding.name)


def _key(tokens: Sequence[str]) -> str:
    return name_key(" ".join(tokens))


def _all_in_days(holdings: Iterable[Holding], days: Days | None) -> tuple[Holding, ...]:
    return tuple(each for each in holdings if days is not None and each.holds_in(*days))


def _in_days(holdings: Iterable[Holding], days: Days | None) -> Holding | None:
    """The office of those days, the last one where they are several."""
    found = _all_in_days(holdings, days)
    return found[-1] if found else None


def _foremost(holdings: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """Those of the one head of state or government among namesakes, whom a bare surname means; else all."""
    states = load_countries()
    heads = (each for each in holdings if each.role.lower() in _HEADS and states[each.country].kind == "country")
    leaders = {each.name for each in heads}
    if not leaders:
        leaders = {each.name for each in holdings if _folded(each.role.lower()) in _FOREMOST}
    return tuple(each for each in holdings if each.name in leaders) if len(leaders) == 1 else holdings


_HEADS = frozenset({"president", "prime minister", "chancellor", "king", "emir", "sultan", "leader"})
_FOREMOST = frozenset({"foreign minister", "secretary-general", "secretary general", "high representative"})
"""Whom a bare surname means sooner than deputies, spokesmen and other ministers of that name."""
_LEADER_ROLES = ("president", "prime minister", "premier", "chancellor", "king", "leader", "emir", "sultan")


def _is_leader(role: str) -> bool:
    plain = role.lower()
    return any(plain.startswith(word) for word in _LEADER_ROLES)


_GENERAL_LEADER = frozenset({"leader", "dictator", "strongman", "ruler"})


def _is_office(role: str, wanted: str) -> bool:
    """True when a text's words name the office of the table: "foreign minister" is "Minister of Foreign Affairs"."""
    office = role if role.startswith(("minister of", "secretary of state")) else role.split(" of ")[0]
    if wanted in _GENERAL_LEADER:
        return _is_leader(role)
    return wanted in (office, role) or _folded(wanted) == _folded(office)


def _folded(office: str) -> str:
    plain = (
        office.replace("defence", "defense").replace("spokeswoman", "spokesman").replace("spokesperson", "spokesman")
    )
    for words in (
        "minister of foreign affairs",
        "foreign secretary",
        "secretary of state",
        "external affairs minister",
    ):
        plain = plain.replace(words, "foreign minister")
    for words in ("top diplomat", "chief diplomat"):
        plain = plain.replace(words, "foreign minister")
    return plain.replace("premier", "prime minister")
