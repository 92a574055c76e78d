"""Who was spoken of before: the actors that a pronoun or a description may stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dashboard.language.items import Item, Phrase
from dashboard.language.tokens import Tokens
from dashboard.records import Actor
from dashboard.vocabulary.bodies import Body, load_bodies
from dashboard.vocabulary.countries import is_state, load_countries
from dashboard.vocabulary.roles import Roles
from dashboard.vocabulary.speech import load_speech

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves", "theirs"})
PRONOUNS = frozenset({*HE, *IT, *THEY})
PAIR = frozenset({"two", "pair", "duo"})
"""Behind "the" and without a noun of their own these stand for two who were spoken of together."""
ONE_OF_TWO = frozenset({"former", "latter"})
"""Behind "the" and without a noun these stand for the first and the last of two who were spoken of."""
TWO = 2
REACH = {"he": 4, "it": 2, "they": 3, "two": 6, "country": 4, "kind": 8, "group": 14}
"""How many sentences back an antecedent may stand."""

_TOLD_OF = 5.0
"""What somebody loses whom the very words speak of that the pronoun's verb introduces: "Rao must go, he said"."""
_LEADS_TOLD = 0.5
"""What the subject of what is told gains over others in it: "Peru will wait while Chile votes, its envoy said"."""
_TOLD_MORE = 0.7
"""What an object gains of whom a clause goes on to tell: "It enraged Rao, whose party had left. He said"."""
_OF_THE_TOLD = 2.5
"""What the agent of a passive loses that somebody tells, for who goes on is who told it."""
_OF_OTHERS = 1.0
"""What somebody loses whose something is who has no name: "Rao heard of his brother's death. He said"."""
_ONE_EACH = frozenset({"minister", "president", "premier", "leader", "king"})
"""Of whom a state has one, so that several come from several states."""
_NOT_IT = frozenset({"is", "was", "'s", "be", "been", "seems", "seemed", "appears", "appeared", "becomes", "became"})
_MEETS = frozenset({"meet", "host", "receive", "telephone", "phone"})
_TALKS = frozenset(
    {"meet", "speak", "talk", "confer", "consult", "negotiate", "hold", "have", "discuss", "sign", "agree"}
)
_SPEAKS_TO = frozenset({"speak", "talk"})
_BREAKS = frozenset({";", ":"})
_TOLD = frozenset({"ccomp", "parataxis"})
_ASIDE = frozenset({"csubj", "relcl", "acl", "advcl", "pcomp"})
_BESIDE = frozenset({"pobj", "prep", "appos", "conj", "compound"})


@dataclass(frozen=True, slots=True)
class Past:
    """Actors that were spoken of, for those who come after."""

    item: Item
    actors: tuple[Actor, ...]
    sentence: int
    is_subject: bool
    is_plural: bool
    gender: str = ""

    @property
    def only(self) -> Actor:
        """Its single actor."""
        return self.actors[0]


class Antecedents:
    """What one article has spoken of so far, in reading order."""

    def __init__(self, roles: Roles) -> None:
        self.past: list[Past] = []
        self._lands: list[tuple[Item, str]] = []
        self._roles = roles

    def note_land(self, item: Item, code: str) -> None:
        """Takes note of a state that was spoken of."""
        self._lands.append((item, code))

    def lands_back(self) -> Iterator[str]:
        """The states spoken of, the last one first."""
        return (code for _, code in reversed(self._lands))

    def note(self, past: Past) -> None:
        """Takes note of actors, also together with those they are joined to: "Rao and Kim", "Rao met Kim"."""
        self.past.append(past)
        item = past.item
        tokens, head = item.tokens, item.tokens.heads[item.root]
        if tokens.deps[item.root] == "conj":
            self._join(past, lambda before: before.item.start <= head < before.item.end, apart=3)
        verb = _meeting_with(tokens, item.root)
        if verb is not None:
            self._join(past, lambda before: before.is_subject and tokens.heads[before.item.root] == verb, apart=5)

    def _join(self, past: Past, fits: Callable[[Past], bool], apart: int) -> None:
        """Adds ``past`` and the one before it that ``fits`` as a group, if it stands at most ``apart`` back."""
        for before in reversed(self.past[-apart - 1 : -1]):
            if before.item.tokens is past.item.tokens and before.sentence == past.sentence and fits(before):
                self.past.append(replace(before, actors=before.actors + past.actors, is_plural=True))
                return

    def of_pronoun(self, item: Item, token: int) -> tuple[Actor, ...]:
        """The actors that the pronoun at ``token`` of the item's passage stands for; empty when nobody fits."""
        word = item.tokens.lowers[token]
        if word in HE:
            return self.best(item, token, "he", lambda past: _is_person(past, HE[word]))
        if word == "old":
            return self.best(item, token, "he", lambda past: not past.is_plural and past.only.kind == "person")
        if word in PAIR:
            return self.best(item, token, "they", lambda past: len(past.actors) == TWO)
        if word in ONE_OF_TWO:
            two = self._last_two(item)
            return two[:1] if word == "former" else two[1:]
        if word in IT:
            if _is_empty_it(item, token):
                return ()
            return self.best(item, token, "it", is_thing)
        found = self.best(item, token, "they", lambda past: past.is_plural)
        return found or self.best(item, token, "it", is_thing)

    def _last_two(self, item: Item) -> tuple[Actor, ...]:
        """The first and the last of those named in one of the two sentences before; empty where they name no two."""
        for back in (1, 2):
            named: dict[str, Actor] = {}
            for past in self.past[-20:]:
                if past.sentence == item.sentence - back and len(past.actors) == 1 and past.item.kind != "pronoun":
                    named.setdefault(past.only.name, past.only)
            people = [actor for actor in named.values() if actor.kind == "person"]
            found = people if len(people) == TWO else list(named.values())
            if found:
                return tuple(found) if len(found) == TWO else ()
        return ()

    def best(self, item: Item, token: int, reach: str, fits: Callable[[Past], bool]) -> tuple[Actor, ...]:
        """Those whom the word at ``token`` most likely stands for, of all that fit; nobody when none is near."""
        tokens, sentence = item.tokens, item.tokens.sentences[token]
        best: tuple[float, Past] | None = None
        speaks = _speaks(tokens, token)
        for age, past in enumerate(reversed(self.past[-60:])):
            distance = sentence - past.sentence
            if distance > REACH[reach]:
                break
            if distance < 0 or not fits(past) or _binds(tokens, token, past):
                continue
            score = _salience(past, tokens, token, distance) - 0.05 * age
            if past.item.tokens is tokens and tokens.quoted[past.item.root] and not tokens.quoted[token]:
                score -= 2.0  # whom a quotation speaks of is seldom who says it
            if _is_told_of(tokens, token, past) or _stands_in_what_is_told(tokens, token, past.item):
                score -= _TOLD_OF
            if _leads_what_is_told(tokens, token, past.item):
                score += _LEADS_TOLD
            if past.gender and past.gender == HE.get(tokens.lowers[token]):
                score += 0.5
            if speaks and not distance and past.is_subject and _speaks(past.item.tokens, past.item.root):
                score += 0.6
            if best is None or score > best[0]:
                best = score, past
        return best[1].actors if best else ()

    def last_organisation(self, item: Item, part: str = "") -> Actor | None:
        """The organisation last spoken of, of those that have a body called so where ``part`` is given."""
        states = load_countries()
        bodies = (actor for actor in self.bodies_before(item) if actor.kind == "body")
        found = (actor for actor in bodies if states[actor.country].kind in ("organisation", "bloc"))
        return next((actor for actor in found if not part or bodies_called(actor.country, part)), None)

    def bodies_before(self, item: Item) -> Iterator[Actor]:
        """The listed bodies with a country that were spoken of shortly before, the last one first."""
        for past in reversed(self.past):
            if item.sentence - past.sentence > REACH["country"]:
                return
            yield from (replace(actor, found_by="article") for actor in _bodies_of(past) if actor.country)

    def same_body(self, phrase: Phrase, country: str = "") -> Actor | None:
        """The body last spoken of that is called so, of ``country`` where it is given."""
        for past in reversed(self.past):
            if (
                len(past.actors) == 1
                and past.only.country
                and country in ("", past.only.country)
                and phrase.head.word in past.only.name.lower().split(" of ")[0]
            ):
                return replace(past.only, found_by="article")
        return None

    def several(self, item: Item, phrase: Phrase) -> tuple[Actor, ...]:
        """The last two (or as many as the words say) leaders, ministers or states that were spoken of."""
        wanted: list[Actor] = []
        for past in reversed(self.past):
            if item.sentence - past.sentence > REACH["two"]:
                break
            for actor in reversed(past.actors):
                same = any(actor.name == other.name or actor.country == other.country for other in wanted)
                if not same and self._counts(actor, phrase):
                    wanted.append(actor)
                    if len(wanted) == phrase.number:
                        return tuple(reversed(wanted))
        return ()

    def _counts(self, actor: Actor, phrase: Phrase) -> bool:
        if not actor.country:
            return False
        if actor.kind == "person":
            role = actor.role.lower()
            if phrase.head.singular == "leader":
                return any(word in role for word in self._roles.leaders)
            if phrase.head.singular == "minister" and role.endswith(("secretary", "secretary of state")):
                return True  # the ministers of some states are called so
            return phrase.head.singular in role or phrase.head.singular in ("man", "woman", "official", "politician")
        return phrase.head.singular == "official" and actor.kind in ("group", "unnamed")

    def last_states(self, item: Item, number: int) -> tuple[Actor, ...]:
        """The last ``number`` different states spoken of, oldest first; empty when there are fewer."""
        found: dict[str, Actor] = {}
        # "Seoul would punish both nations" does not mean Seoul's.
        bars = number > 1 and item.phrase is not None and item.phrase.head.word not in ("sides", "parties")
        barred = {code for other, code in self._lands[-12:] if bars and _rules(other, item)}
        for other, code in reversed(self._lands):
            if item.sentence - other.sentence > (REACH["country"] if number == 1 else REACH["two"]):
                break
            if number > 1 and other.listed is not None and other.listed.kind == "place":
                continue
            if code not in barred and _may_be_called(code, item, self._lands):
                found.setdefault(code, told_state(code))
            if len(found) == number:
                return tuple(reversed(found.values()))
        return ()

    def group_of_kind(self, item: Item, phrase: Phrase) -> Actor | None:
        """Those last called so with their country: the EU foreign ministers for "the ministers"."""
        if not phrase.head.is_plural or not item.is_subject:
            return None
        for past in reversed(self.past):
            if item.sentence - past.sentence > REACH["group"]:
                return None
            other = past.item.phrase
            if past.item.tokens.quoted[past.item.root] or (other is not None and other.pronoun is not None):
                continue
            called = other is not None and other.head.singular == phrase.head.singular
            if called and len(past.actors) > 1:
                return None
            of_state = past.only.country != "" and is_state(past.only.country)
            if called and phrase.head.singular == "leader" and of_state:
                continue  # a state has one
            if called and past.only.country and past.only.kind == "group":
                return replace(past.only, found_by="article")
        return None

    def last_media(self, item: Item) -> Actor | None:
        """The media last named, None where another body that may be called so was named after them."""
        for past in reversed(self.past):
            if item.sentence - past.sentence > REACH["country"]:
                return None
            if len(past.actors) == 1 and past.only.kind == "media" and past.item.listed is not None:
                return replace(past.only, found_by="article")
            if past.only.kind == "body" and past.only.name.endswith("Agency"):
                return None
        return None

    def country_of_kind(self, item: Item, phrase: Phrase) -> str:
        """The country of those last called so: "one official" after "Kremlin officials"."""
        for past in reversed(self.past):
            if item.sentence - past.sentence > REACH["kind" if phrase.determiner in ("the", "a") else "they"]:
                return ""
            other = past.item.phrase
            if other is None or other.head.singular != phrase.head.singular or not past.only.country:
                continue
            # "the officials" are those of one official, but "the ministers" are not those of one minister
            if other.head.is_plural or not phrase.head.is_plural or phrase.head.singular not in _ONE_EACH:
                return past.only.country
        return ""

    def country_of_sentence(self, item: Item) -> tuple[str, ...]:
        """The country of the sentence's subject: "Roh ordered the military on alert" means his country's."""
        for past in reversed(self.past[-6:]):
            if past.sentence == item.sentence and past.is_subject and len(past.actors) == 1:
                country = past.only.country
                return (country,) if country and is_state(country) else ()
        return ()


def told_state(code: str) -> Actor:
    """A state as the article told of it."""
    return Actor(load_countries()[code].name, "country", code, "", "article")


def bodies_called(country: str, part: str) -> list[Body]:
    """The bodies of an organisation whose full name ends so: the European Commission for "Commission"."""
    return [body for body in load_bodies() if body.country == country and body.name.endswith(f" {part}")]


def is_thing(past: Past) -> bool:
    """True for one state, body or group, which "it" may stand for; not for a bloc."""
    singular = not past.is_plural and len(past.actors) == 1
    if not singular or past.only.kind not in ("country", "government", "body", "armed_forces", "group", "media"):
        return False
    listed = load_countries().get(past.only.country)
    return listed is None or listed.kind != "bloc"


def _is_person(past: Past, gender: str) -> bool:
    if past.is_plural or len(past.actors) != 1 or past.only.kind not in ("person", "unnamed"):
        return False
    return not past.gender or past.gender == gender


def _meeting_with(tokens: Tokens, root: int) -> int | None:
    """The verb that tells that its subject met those whose head is ``root``: "met Kim", "held talks with Kim"."""
    head, dep = tokens.heads[root], tokens.deps[root]
    if dep == "dobj":
        return head if tokens.passage.doc[head].lemma_ in _MEETS else None
    verb = tokens.heads[head]
    to = tokens.lowers[head] == "to" and tokens.passage.doc[verb].lemma_ in _SPEAKS_TO
    if dep != "pobj" or not (to or tokens.lowers[head] == "with"):
        return None
    verb = tokens.heads[verb] if tokens.deps[verb] == "dobj" else verb
    return verb if tokens.passage.doc[verb].lemma_ in _TALKS else None


def _bodies_of(past: Past) -> Iterator[Actor]:
    """The listed body that was spoken of, and those inside the words for a person: "the EU envoy"."""
    named_short = past.item.phrase is not None and past.only.kind == "body" and past.only.found_by == "article"
    if (past.item.listed is not None or named_short) and not past.is_plural:
        yield past.only
    yield from (each.listed.actor for each in past.item.swallowed if each.listed is not None)


def _is_empty_it(item: Item, token: int) -> bool:
    """True for "it is clear that" and for "it" as an object, which is a deed more often than a body."""
    tokens = item.tokens
    if tokens.lowers[token] == "its":
        return False
    return tokens.deps[token] not in ("nsubj", "nsubjpass") or tokens.lowers[tokens.heads[token]] in _NOT_IT


def _binds(tokens: object, token: int, past: Past) -> bool:
    """True when grammar forbids the pair: "him" is not the subject of its own verb."""
    if past.item.tokens is not tokens:
        return False
    item = past.item
    if item.start <= token < item.end:
        return True
    noun = item.tokens.heads[token]
    if item.tokens.deps[token] == "poss" and item.tokens.deps[noun] == "appos":
        return item.start <= item.tokens.heads[noun] < item.end  # nobody is his own counterpart
    same_verb = item.tokens.heads[item.root] == item.tokens.heads[token]
    return same_verb and item.tokens.deps[token] in ("dobj", "iobj", "pobj", "dative")


def _is_told_of(tokens: Tokens, token: int, past: Past) -> bool:
    """True for those in what a subject tells, and for those beside it: "Rao had gone, he said", "with Rao, he said"."""
    item = past.item
    if (
        item.tokens is not tokens
        or (item.kind == "pronoun" and item.is_subject)
        or item.start > token
        or tokens.deps[token] not in ("nsubj", "nsubjpass")
    ):
        return False
    verb = tokens.heads[token]
    if _speaks(tokens, item.root) and _governs(tokens, tokens.heads[item.root], verb):
        return False  # "Rao said it was a trap, which, he added, nobody wanted"
    if tokens.deps[verb] == "parataxis" and tokens.sentences[item.start] == tokens.sentences[token]:
        told = tokens.texts[item.end : token]
        return bool(told) and told[-1] == "," and _BREAKS.isdisjoint(told)
    if _clause_below(tokens, item.root, verb) in _TOLD:
        return _BREAKS.isdisjoint(tokens.texts[item.end : token])
    above, steps = item.root, 0
    while tokens.deps[above] in _BESIDE and steps < len(_BESIDE) * 2:
        above, steps = tokens.heads[above], steps + 1
    return steps > 0 and above == verb and tokens.texts[token - 1] == ","


def _governs(tokens: Tokens, above: int, verb: int) -> bool:
    """True where ``verb`` stands in what hangs on the verb ``above``."""
    while tokens.heads[verb] != verb:
        verb = tokens.heads[verb]
        if verb == above:
            return True
    return False


def _stands_in_what_is_told(tokens: Tokens, token: int, item: Item) -> bool:
    """True for whom a sentence tells of before its speaker: the envoy in "The envoy would return, he went on."."""
    verb = tokens.heads[token]
    if item.tokens is not tokens or item.start > token or tokens.sentences[item.start] != tokens.sentences[token]:
        return False
    if tokens.deps[token] != "nsubj" or verb not in (token + 1, token + 2) or tokens.texts[token - 1] != ",":
        return False
    ends = verb + 1 >= len(tokens) or any(text in (".", ";") for text in tokens.texts[verb + 1 : verb + 4])
    above = tokens.heads[item.root]
    speaks = item.is_subject and (item.kind == "pronoun" or _speaks(tokens, item.root))
    return (
        ends
        and not (speaks and tokens.deps[above] not in _ASIDE)
        and _BREAKS.isdisjoint(tokens.texts[item.end : token])
    )


def _leads_what_is_told(tokens: Tokens, token: int, item: Item) -> bool:
    """True for Peru in "Peru would wait while Chile voted, its minister said"."""
    noun, verb = tokens.heads[token], item.tokens.heads[item.root]
    if item.tokens is not tokens or item.start > token or tokens.deps[token] != "poss" or tokens.deps[noun] != "nsubj":
        return False
    return item.is_subject and tokens.deps[verb] == "ccomp" and tokens.heads[verb] == tokens.heads[noun]


def _clause_below(tokens: Tokens, index: int, verb: int) -> str:
    """How the clause before ``verb`` that holds the word hangs on it: "ccomp"; "" when none does."""
    while tokens.heads[index] not in (index, verb):
        index = tokens.heads[index]
    return tokens.deps[index] if tokens.heads[index] == verb and index < verb else ""


def _speaks(tokens: Tokens, token: int) -> bool:
    """True for the subject of a verb of speech, whose next sentence as often goes on speaking."""
    return tokens.deps[token] == "nsubj" and tokens.lowers[tokens.heads[token]] in load_speech().verbs


def _salience(past: Past, tokens: object, token: int, distance: int) -> float:
    score = -1.5 * distance + (1.0 if past.is_subject else 0.0)
    if past.is_plural and len(past.actors) == 1 and not past.is_subject:
        score -= 1.0
    if past.actors[0].kind == "unnamed" and not past.actors[0].country:
        score -= 1.0
    if past.item.tokens is tokens and past.item.start > token:
        return score - 5.0
    if _acts_in_what_is_told(past.item):
        score -= _OF_THE_TOLD
    if distance and past.item.tokens.deps[past.item.root] == "poss" and past.actors[0].kind == "unnamed":
        score -= _OF_OTHERS
    if not past.is_subject and distance and _is_told_more_of(past.item):
        score += _TOLD_MORE
    return score + 0.4 if distance and past.is_subject and _leads(past.item) else score


def _acts_in_what_is_told(item: Item) -> bool:
    """True for the agent of a passive that somebody tells: "It should be kept by the Chilean side, Rao said"."""
    tokens, agent = item.tokens, item.tokens.heads[item.root]
    verb = tokens.heads[agent]
    return tokens.deps[item.root] == "pobj" and tokens.deps[agent] == "agent" and tokens.deps[verb] in _TOLD


def _is_told_more_of(item: Item) -> bool:
    """True for somebody after whom a clause with "who" or "whose" stands."""
    after = item.tokens.lowers[item.end : item.end + 2]
    return after[:1] == [","] and after[1:] in (["who"], ["whose"])


def _leads(item: Item) -> bool:
    """True for the subject of a whole sentence, which goes on sooner than that of a clause in it."""
    tokens = item.tokens
    verb = tokens.heads[item.root]
    return tokens.deps[verb] == "ROOT"


def _may_be_called(code: str, item: Item, lands: list[tuple[Item, str]]) -> bool:
    """False where "the kingdom" is said and another state of those spoken of is one, but this is not."""
    word = item.phrase.head.word.capitalize() if item.phrase is not None else ""
    if word not in ("Kingdom", "Republic", "Emirates", "Sultanate"):
        return True
    countries = load_countries()
    named = {other for _, other in lands if word in countries[other].official}
    return not named or code in named


def _rules(subject: Item, item: Item) -> bool:
    """True when ``subject`` is the subject of a clause that holds ``item``."""
    tokens = item.tokens
    if subject.tokens is not tokens or not subject.is_subject or subject is item:
        return False
    verb, index = tokens.heads[subject.root], item.root
    while tokens.heads[index] != index:
        index = tokens.heads[index]
        if index == verb:
            return True
    return False
