"""People, offices, bodies and countries that an article speaks of, each resolved to who is meant."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.language import syntax
from dashboard.language.actor_phrases import find_phrases
from dashboard.language.antecedents import ONE_OF_TWO, PAIR, PRONOUNS
from dashboard.language.apposed_bodies import name_bodies
from dashboard.language.appositions import in_apposition, link
from dashboard.language.contexts import Frame
from dashboard.language.era import federation_of, find_days
from dashboard.language.gazetteer import Listed, load_gazetteer
from dashboard.language.items import Item, Phrase, root_of
from dashboard.language.lexicon import Hit
from dashboard.language.names import BEFORE_SURNAMES, Cover, find_names, items_of, name_end
from dashboard.language.nationalities import (
    nation_of,
    of_a_people,
    owner_of,
    rules_over,
)
from dashboard.language.places import is_place
from dashboard.language.premodifiers import hyphenated_aside
from dashboard.language.references import Resolver, people_of
from dashboard.language.register import Known, Register, name_text
from dashboard.language.rivals import HOME_MENTIONS, decide_former, decide_offices, decide_rivals, find_halves
from dashboard.language.sentences import Passage
from dashboard.language.words import Words, read_words
from dashboard.records import Actor, Article, Mention, Span, When
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.outlets import home_of
from dashboard.vocabulary.roles import Roles, load_roles
from dashboard.vocabulary.speech import load_speech
from dashboard.vocabulary.terms import Days

MIN_INITIALS = 2
_JOINTS = frozenset({"of", "for", "and", "the", "de", "in", "on", "du", "la", "des", "pour"})
"""What may stand between the words of a body's name."""
_TOP_LINES = 6
"""So many lines above the text may name the outlet."""
_BETWEEN = re.compile(r"\s*(?:[|·•,(/]|[-–—] | [-–—])\s*")
"""What parts its name from the rest: "City News · Posted: ..."."""


def find_actors(article: Article, passages: tuple[Passage, ...]) -> tuple[Mention, ...]:
    """Every mention of an actor in the passages, sorted by span, none across another.

    Pronouns and descriptions of whom the article does not say enough are left out; a person whose country neither the
    article nor the dated table gives has country "" and ``found_by`` "unsure".
    """
    roles = load_roles()
    pages = _read(passages)
    covers, days = _covers(pages, roles, article.published)
    register = Register(roles, days)
    register.add_full_names(item for cover in covers for each in items_of(cover) for item in (each, *each.swallowed))
    for item in (item for cover in covers for item in items_of(cover) if item.name is not None):
        register.add_knight(item)
    for words, cover in zip(pages, covers, strict=True):
        _put(cover, _short_names(words, cover, register))
        _put(cover, _pronouns(words, cover))
    items = [item for cover in covers for item in items_of(cover)]
    found = (_on_those_days(mention, days) for mention in _resolved(items, register, roles, _edited_in(article)))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _on_those_days(mention: Mention, days: Days | None) -> Mention:
    """The mention with the countries of its days: Serbia's president of 1998 speaks for Yugoslavia."""
    if all(federation_of(actor.country, days) == actor.country for actor in mention.actors):
        return mention
    actors = tuple(replace(actor, country=federation_of(actor.country, days)) for actor in mention.actors)
    return replace(mention, actors=actors)


def read_items(passages: tuple[Passage, ...]) -> list[Item]:
    """What the passages name and describe, in order, before it is known who is who."""
    return [item for cover in _covers(_read(passages), load_roles())[0] for item in items_of(cover)]


def _covers(pages: list[Words], roles: Roles, published: When | None = None) -> tuple[list[Cover], Days | None]:
    """For each passage the item that holds each token, and the days on which the article may have been written.

    The items are listed names, names of persons, phrases and unlisted bodies.
    """
    covers = [_listed_names(words, roles) for words in pages]
    decide_rivals(covers)
    find_halves(pages, covers, roles)
    for words, cover in zip(pages, covers, strict=True):
        _put(cover, find_names(words, cover, roles))
    days = find_days(published, (name_text(item) for cover in covers for item in items_of(cover) if item.name))
    decide_former(covers, days)
    for words, cover in zip(pages, covers, strict=True):
        for _ in find_phrases(words, cover, roles):
            pass
        _put(cover, _names_after_offices(words, cover, roles))
        _put(cover, _names_before_offices(words, cover, roles))
        _put(cover, _names_after_owners(words, cover, roles))
        _put(cover, _unlisted_bodies(words, cover, roles))
        _put(cover, _named_by_initials(words, cover))
        _put(cover, name_bodies(words, cover, roles))
        _take_for_persons(list(items_of(cover)))
    return covers, days


def mention_at(mentions: tuple[Mention, ...], span: Span) -> Mention | None:
    """The mention that covers ``span``, else the first that overlaps it, else None."""
    near = _near(mentions, span)
    return next((each for each in near if each.span.covers(span)), near[0] if near else None)


def actors_in(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    """The mentions that lie wholly inside ``span``, in order."""
    return tuple(each for each in _near(mentions, span) if span.covers(each.span))


def mentions_by_token(passage: Passage, mentions: tuple[Mention, ...]) -> dict[int, Mention]:
    """The mention that each token of a passage stands in, by the token's index."""
    starts = syntax.read_words(passage.doc).starts
    found: dict[int, Mention] = {}
    for mention in mentions:
        first, last = mention.span.start - passage.start, mention.span.end - passage.start
        # A token that begins before the mention counts where it reaches into it.
        i = max(bisect.bisect_right(starts, first) - 1, 0)
        if i < len(starts) and starts[i] + len(passage.doc[i]) <= first:
            i += 1
        while i < len(starts) and starts[i] < last:
            found.setdefault(i, mention)
            i += 1
    return found


def _near(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    first = bisect.bisect_left(mentions, span.start, key=lambda each: each.span.end)
    last = bisect.bisect_left(mentions, span.end, key=lambda each: each.span.start)
    return tuple(each for each in mentions[first:last] if each.span.overlaps(span))


def _read(passages: Iterable[Passage]) -> list[Words]:
    pages: list[Words] = []
    sentence = 0
    for passage in passages:
        words = read_words(passage, sentence)
        sentence = (words.sentences[-1] if words.sentences else sentence) + 1
        pages.append(words)
    return pages


def _put(cover: Cover, items: Iterable[Item]) -> None:
    for item in items:
        cover[item.start : item.end] = [item] * (item.end - item.start)


def _listed_names(words: Words, roles: Roles) -> Cover:
    cover: Cover = [None] * len(words)
    for hit in load_gazetteer().find(words.texts):
        if hit.entry.form == "nationality" and hyphenated_aside(words, hit.start, hit.end):
            continue
        if hit.entry.kind == "body" and _is_a_portfolio(words, hit.start, hit.end):
            continue
        if not _is_in_a_name(words, roles, hit.start, hit.end, hit.entry):
            root = root_of(words, hit.start, hit.end)
            item = Item(words, hit.start, hit.end, root, "listed", listed=hit.entry)
            if hit.entry.kind == "person":
                item.end = max(hit.end, _after_particle(words, roles, hit.end), _after_surname(words, roles, hit))
                item.root = root_of(words, hit.start, item.end)
                item.kind, item.listed, item.name = "person", None, (hit.start, item.end)
            else:
                item.place = is_place(words, item, cover, roles)
            _join_owner(cover, item)
            _put(cover, (item,))
    return cover


def _is_a_portfolio(words: Words, start: int, end: int) -> bool:
    """True for the "Labour" of "Labour Minister Suleyman Soylu", which is no party."""
    alone = end - start == 1 and words.lowers[start] in ("labour", "labor")
    return alone and words.lowers[end : end + 1] in (["minister"], ["ministers"], ["ministry"], ["secretary"], ["and"])


def _after_particle(words: Words, roles: Roles, end: int) -> int:
    """Where a listed name ends that goes on with a particle: "Hamad bin Jassim" of "Hamad bin Jassim al-Thani"."""
    if end + 1 >= len(words) or words.texts[end] not in roles.name_particles:
        return end
    return name_end(words, [None] * len(words), roles, end)


def _after_surname(words: Words, roles: Roles, hit: Hit[Listed]) -> int:
    """Where a listed name ends that has one name more in the text: "Felipe González Márquez"."""
    end = next((last for first, last in words.people if first <= hit.start < hit.end < last), hit.end)
    more = range(hit.end, end)
    named = all(
        words.tags[i] == "NNP" and words.texts[i].istitle() and words.texts[i] not in roles.not_names for i in more
    )
    return end if named and not any(words.lowers[i] in roles.heads for i in more) else hit.end


def _join_owner(cover: Cover, item: Item) -> None:
    """Takes a body's country before it into the item: "Israel's Mossad"; "Chile's Congress" is not the listed one."""
    words, listed = item.words, item.listed
    before = item.start - 1
    if listed is None or listed.kind not in ("body", "seat") or listed.actor.kind == "group" or before < 0:
        return
    if words.tags[before] == "POS":
        before -= 1
    owner = cover[before]
    if owner is None or owner.listed is None or owner.listed.form not in ("country", "nationality", "metonym"):
        return
    if owner.listed.kind not in ("country", "nationality", "capital"):
        return
    country = owner.listed.actor.country
    item.own_length = item.end - item.start
    item.start = owner.start
    if country != listed.actor.country:
        if listed.actor.kind == "media":
            return
        actor = replace(listed.actor, name=words.slice(item.start, item.end), country=country)
        item.own_length = 0
        item.listed = replace(listed, actor=actor)


def _is_in_a_name(words: Words, roles: Roles, start: int, end: int, listed: Listed) -> bool:
    """True when a country's name is part of a person's: "Michael Jordan", "Paris Hilton"."""
    if listed.kind not in ("country", "capital", "place", "body"):
        return False
    if (
        start
        and end - start == 1
        and (words.texts[start - 1] in roles.royal or words.texts[start - 1] in BEFORE_SURNAMES)
    ):
        return True
    for first, last in words.people:
        if first <= start and end <= last and (first, last) != (start, end):
            others = [*range(first, start), *range(end, last)]
            return all(
                words.tags[index] in ("NNP", "HYPH") and words.lowers[index] not in roles.heads for index in others
            )
    return False


def _short_names(words: Words, cover: Cover, register: Register) -> Iterator[Item]:
    """Surnames and other short forms of persons whose full name the article gives."""
    forms = register.short_forms
    index = 0
    while index < len(words):
        end = index
        if _may_be_holder(words, cover[index], index) and register.is_holder(words.texts[index]):
            yield Item(words, index, index + 1, index, "person", name=(index, index + 1))
            index += 1
            continue
        while end < len(words) and words.texts[end] in forms and end - index < 4 and _is_free(cover[end], forms):
            end += 1
        while end > index and register.find(words.texts[index:end], words.sentences[index]) is None:
            end -= 1
        if end == index and _is_lone_subject(words, index) and register.find_by_first([words.texts[index]]):
            end = index + 1 if _is_free(cover[index], forms) else index
        if end > index and words.texts[index][0].isupper() and words.tags[index] != "PRP":
            yield Item(words, index, end, root_of(words, index, end), "person", name=(index, end))
        index = max(end, index + 1)


def _may_be_holder(words: Words, item: Item | None, index: int) -> bool:
    """True for a word of a headline or a subject that nobody has taken, and for a one-word body that no list knows."""
    if item is None:
        return words.passage.zone == "headline" or _is_lone_subject(words, index)
    return item.end - item.start == 1 and item.listed is not None and item.listed.actor.found_by == "unsure"


def _is_lone_subject(words: Words, index: int) -> bool:
    """True for the "Lavrov" of "Lavrov said": a proper noun by itself of which something is told."""
    if words.tags[index] not in ("NNP", "NNPS") or words.deps[index] not in ("nsubj", "nsubjpass"):
        return False
    before, after = words.tags[index - 1] if index else "", words.tags[index + 1 : index + 2]
    return not before.startswith("NNP") and before != "DT" and after not in (["NNP"], ["HYPH"])


def _is_free(item: Item | None, forms: set[str]) -> bool:
    """True for a token of nobody, or of an unlisted body whose every word is a word of a person's name."""
    if item is None or _is_surname_too(item, forms):
        return True
    unlisted = item.listed is not None and item.listed.actor.found_by == "unsure"
    return unlisted and all(text in forms for text in item.words.texts[item.start : item.end])


def _is_surname_too(item: Item, forms: set[str]) -> bool:
    """True for a listed place that is no place here, where somebody is called so: the "Hague" of William Hague."""
    if item.listed is None or item.listed.kind not in ("capital", "place") or item.end - item.start > 1:
        return False
    before = item.words.texts[item.start - 1] if item.start else ""
    if item.text not in forms or before.lower() == "the":
        return False
    if before in forms and before.lower() in load_roles().name_particles:
        return True  # the "Rosario" of "Del Rosario's office"
    return item.is_subject


def _unlisted_bodies(words: Words, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Organisations that only the tagger of names sees; their country is not known."""
    if words.passage.zone == "headline":
        return
    for ent in words.passage.doc.ents:
        if ent.text in roles.not_names:
            continue
        if ent.label_ == "ORG" and ent[0].text[:1].isupper() and not any(cover[ent.start : ent.end]):
            end = _body_end(words, ent.start, ent.end)
            actor = Actor(words.slice(ent.start, end), "body", "", "", "unsure")
            listed = Listed(actor, "body", "name")
            yield Item(words, ent.start, end, root_of(words, ent.start, end), "listed", listed=listed)
            begin = _spelt_before(words, cover, ent.start, end)
            if begin is not None:
                whole = Listed(replace(actor, name=words.slice(begin, ent.start - 1)), "body", "name")
                root = root_of(words, begin, ent.start - 1)
                yield Item(words, begin, ent.start - 1, root, "listed", listed=whole)


def _named_by_initials(words: Words, cover: Cover) -> Iterator[Item]:
    """Parties by their initials after what they are: "the opposition PLM"; the tagger takes some for persons."""
    for index, text in enumerate(words.texts):
        if not text.isupper() or len(text) < MIN_INITIALS or not words.tags[index].startswith("NNP") or not index:
            continue
        held = cover[index]
        taken = held is not None and (held.kind != "person" or held.end - held.start > 1)
        if not taken and words.lowers[index - 1] in _BEFORE_PARTIES:
            listed = Listed(Actor(text, "body", "", "", "unsure"), "body", "name")
            yield Item(words, index, index + 1, index, "listed", listed=listed)


_BEFORE_PARTIES = frozenset(
    {"opposition", "ruling", "governing", "party", "movement", "alliance", "coalition", "rebel"}
)


def _spelt_before(words: Words, cover: Cover, start: int, end: int) -> int | None:
    """Where the name begins whose initials stand in brackets at ``start``: "United Front for Peace (UFP)"."""
    short = words.texts[start]
    if end - start > 1 or not short.isupper() or words.texts[start - 1 : start] != ["("] or len(short) < MIN_INITIALS:
        return None
    if words.texts[end : end + 1] != [")"]:
        return None
    capitals, begin = 0, None
    for index in range(start - 2, max(start - 2 - 2 * len(short), -1), -1):
        if cover[index] is not None or not (words.texts[index][:1].isupper() or words.lowers[index] in _JOINTS):
            break
        if words.texts[index][:1].isupper() and words.tags[index] != "DT":
            capitals, begin = capitals + 1, index
    return begin if capitals >= len(short) - 1 else None


def _body_end(words: Words, start: int, end: int) -> int:
    """Without a possessive mark, and without what the tagger takes along after "the": "Meyer the Scientology"."""
    for index in range(start + 1, end):
        if words.lowers[index] == "the" and words.lowers[index - 1] not in ("of", "for", "on", "and", "in"):
            return index
    return end - 1 if words.tags[end - 1] == "POS" and end - start > 1 else end


def _names_after_offices(words: Words, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Names in apposition to an office that the tagger does not see: "the envoy, Tupou Vaea, said"."""
    for item in list(items_of(cover)):
        if item.phrase is None or item.name is not None or item.phrase.head.is_plural or not item.phrase.head.is_person:
            continue
        start = item.end + 1
        if start >= len(words) or words.texts[item.end] != ",":
            continue
        end = name_end(words, cover, roles, start)
        if end > start + 1 and end < len(words) and words.texts[end] in (",", "."):
            yield Item(words, start, end, root_of(words, start, end), "person", name=(start, end))


def _names_before_offices(words: Words, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Names before an office that open a sentence or follow "said": "Nam Tae-il, deputy head of the agency, said"."""
    for item in list(items_of(cover)):
        phrase, comma = item.phrase, item.start - 1
        if phrase is None or item.name is not None or phrase.head.is_plural or not phrase.head.is_person or comma < 1:
            continue
        start = _behind_speech(words, comma)
        start = start or _behind_the_place(words, words.sentences.index(words.sentences[comma]), comma)
        named = words.texts[comma] == "," and comma - start > 1 and not any(cover[start:comma])
        if named and name_end(words, cover, roles, start) == comma:
            yield Item(words, start, comma, root_of(words, start, comma), "person", name=(start, comma))


def _behind_speech(words: Words, end: int) -> int:
    """Where the name begins that ends at ``end`` and follows a verb of speech: "said Nam Tae-il, a deputy director"."""
    start = end
    while start > 0 and (words.tags[start - 1].startswith("NNP") or words.texts[start - 1] in ("-", ".")):
        start -= 1
    told = start > 0 and words.lowers[start - 1] in load_speech().verbs and words.tags[start - 1].startswith("V")
    return start if told and start < end - 1 else 0


def _behind_the_place(words: Words, start: int, end: int) -> int:
    """Where a sentence goes on behind "In Jerusalem,"."""
    if words.lowers[start] not in ("in", "from", "at"):
        return start
    comma = next((at for at in range(start + 2, min(start + 5, end)) if words.texts[at] == ","), None)
    return start if comma is None else comma + 1


def _names_after_owners(words: Words, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Names after a country that begin with a common given name: "Namibia's Martin Andjaba"."""
    for item in list(items_of(cover)):
        start = item.end + 1
        if item.listed is None or start >= len(words) or words.tags[item.end] != "POS" or cover[start] is not None:
            continue
        if words.texts[start] in roles.male_given or words.texts[start] in roles.female_given:
            end = name_end(words, cover, roles, start)
            if end > start + 1:
                yield Item(words, start, end, root_of(words, start, end), "person", name=(start, end))


def _take_for_persons(items: list[Item]) -> None:
    """An unlisted name in apposition to an office is a person's, whatever the tagger says."""
    for before, after in itertools.pairwise(items):
        listed = before.listed
        if listed is None or listed.actor.found_by != "unsure" or after.phrase is None or after.name is not None:
            continue
        singular = after.phrase.head.is_person and not after.phrase.head.is_plural
        if before.words is after.words and singular and in_apposition(before, after):
            before.kind, before.listed, before.name = "person", None, (before.start, before.end)


def _pronouns(words: Words, cover: Cover) -> Iterator[Item]:
    for index, lower in enumerate(words.lowers):
        if lower in PRONOUNS and cover[index] is None and words.tags[index] in ("PRP", "PRP$"):
            yield Item(words, index, index + 1, index, "pronoun")
        elif lower in PAIR | ONE_OF_TWO and cover[index] is None and _stands_alone(words, index):
            yield Item(words, index - 1, index + 1, index, "pronoun")
        elif lower == "old" and index > 4 and words.lowers[index - 3 : index] == ["-", "year", "-"]:
            alone = index + 1 >= len(words) or not words.tags[index + 1].startswith("NN")
            if alone and words.lowers[index - 5] == "the" and not any(cover[index - 4 : index + 1]):
                yield Item(words, index - 4, index + 1, index, "pronoun")  # "the 93-year-old wrote"


def _stands_alone(words: Words, index: int) -> bool:
    """True for "the two agreed" and "the latter's aide"; not for "the former king", "the pair of them"."""
    if words.lowers[index - 1 : index] != ["the"] or words.lowers[index + 1 : index + 2] == ["of"]:
        return False
    return words.deps[index] in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")


def _second_office(item: Item, items: list[Item]) -> Phrase | None:
    """The office joined to one in apposition: "Rao, minister of Fiji and Chairman of the Forum, said"."""
    after = next((each for each in items[items.index(item) + 1 :][:1] if each.words is item.words), None)
    if after is None or after.phrase is None or after.name is not None or after.linked is not None:
        return None
    joined = item.words.lowers[item.end : after.start] == ["and"] and after.phrase.determiner == ""
    single = after.phrase.head.is_person and not after.phrase.head.is_plural and not after.phrase.countries
    return after.phrase if joined and single else None


def _resolved(items: list[Item], register: Register, roles: Roles, edited_in: str) -> Iterator[Mention]:
    whom = people_of(items, register)
    link(items, whom)
    home, dateline = _home(items), _dateline(items)
    decide_offices(items, (dateline, home))
    for item in items:
        known = whom.get(id(item)) or (whom.get(id(item.linked)) if item.linked else None)
        if known is not None and item.phrase is not None:
            register.describe(known, item.phrase, item.phrase.countries[0] if item.phrase.countries else "")
            second = _second_office(item, items) if item.linked is not None else None
            if second is not None:
                register.describe(known, second, "")
    for item in items:
        if (known := whom.get(id(item))) is not None:
            _note_signs(item, known, roles)
    for before, after in itertools.pairwise(items):
        if (known := whom.get(id(before))) is not None and not known.country and rules_over(before, after):
            known.country, known.found_by = after.listed.actor.country if after.listed else "", "text"
        if (known := whom.get(id(after))) is not None and not known.country and after.phrase is None:
            known.country, known.found_by = owner_of(before, after) or nation_of(before, after), "text"
            known.found_by = known.found_by if known.country else "unsure"
    for people, names in of_a_people(items):
        if (known := whom.get(id(names))) is not None and not known.country:
            known.country, known.found_by = people, "text"
    for known in register.people:
        register.look_up(known)
    frame = Frame(dateline, home, edited_in)
    resolver = Resolver(register, roles, frame)
    mentions = list(resolver.mentions(items, whom))
    late = resolver.placed_late
    for known in register.people:
        late |= register.place_at_home(known, home, resolver.unplaced)
    late |= any(register.named_later(*each) is not None for each in resolver.sought)
    # Who was named before their office was said (in the headline) is resolved again.
    return Resolver(register, roles, frame).mentions(items, whom) if late else iter(mentions)


def _edited_in(article: Article) -> str:
    """The state whose ministers the article's outlet calls by their office alone; "" for none."""
    if article.outlet:
        return home_of(article.outlet)
    above = (
        article.text[zone.start : zone.end]
        for zone in article.zones[:_TOP_LINES]
        if zone.name not in ("body", "headline")
    )
    return next((home for line in above for part in _BETWEEN.split(line) if (home := home_of(part))), "")


def _dateline(items: list[Item]) -> str:
    """The state of the dateline, where the first words of the article are about it too; else ""."""
    every = (item for each in items for item in (*each.swallowed, each))
    first = list(itertools.islice((item for item in every if item.listed is not None and item.listed.actor.country), 4))
    codes = [item.listed.actor.country for item in first if item.listed is not None]
    placed = [code for item, code in zip(first, codes, strict=True) if item.place and item.start == 0]
    return placed[0] if placed and codes.count(placed[0]) > 1 else ""


def _note_signs(item: Item, known: Known, roles: Roles) -> None:
    """What stands around a name: "Mrs" before it, the party and state of an American politician after it."""
    texts = item.words.texts
    start = item.name[0] if item.name else item.start
    title = texts[start - 1] if start else ""
    if title in roles.female or title in roles.male:
        known.gender = "f" if title in roles.female else "m"
    after = texts[item.end : item.end + 3]
    if not known.country and len(after) == 3 and after[0] == "(" and after[1] in ("R", "D", "I") and after[2] == "-":
        known.country, known.found_by = "US", "text"


def _home(items: Iterable[Item]) -> str:
    """The state that an article is about far more than about any other, "" when there is none."""
    listed = [item.listed for each in items for item in (each, *each.swallowed) if item.listed is not None]
    states = load_countries()
    counts = Counter(
        each.actor.country
        for each in listed
        if each.actor.country and states[each.actor.country].kind == "country" and each.actor.kind != "media"
    ).most_common(2)
    first, second = (*counts, ("", 0), ("", 0))[:2]
    return first[0] if first[1] >= HOME_MENTIONS and first[1] >= 2 * second[1] else ""
