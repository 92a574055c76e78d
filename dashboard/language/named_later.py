"""Whose name a text gives only after it let them speak: "the new ambassador said. Ana Ruiz, who came in May, said"."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.language.items import Item
from dashboard.language.register import Known, Register
from dashboard.vocabulary.holders import find_holdings
from dashboard.vocabulary.roles import load_roles
from dashboard.vocabulary.speech import load_speech

NEAR = 4
"""So many sentences after the office the name must stand."""
_AWAY = frozenset({"decline", "refuse", "be", "fail", "avoid", "postpone"})
"""What those do who are not heard of again: "a spokesman declined to comment"."""
_OF_OFFICE = frozenset(
    {"post", "office", "job", "posting", "term", "mission", "credentials", "duties", "tenure", "appointment", "duty",
     "tour", "portfolio", "ambassador", "capital", "talks", "mandate", "rank", "command", "delegation", "team", "unit",
     "appointed", "named", "replaced", "replaces", "succeeded", "succeeds", "heads", "headed", "leads", "led", "chairs",
     "served", "serves", "represents", "represented", "negotiated", "mediated", "accompanied", "signed", "elected",
     "steps", "stepped", "retires", "retired", "leaves", "leaving", "accredited", "promoted", "commands", "oversees",
     "government", "ministry", "minister", "president", "embassy", "briefed", "briefing", "negotiating", "briefs"}
)  # fmt: skip
"""Of which a clause with "who" tells where somebody holds the office: "Ana Ruiz, who took up her post in May"."""
_RANKS = frozenset(
    {"general", "colonel", "major", "captain", "commander", "admiral", "brigadier", "lieutenant", "marshal"}
)
_SPOKEN_FOR = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "REB", "OPP", "PTY", "SEP", "PRM", "IGO"})
_MOUTHS = frozenset({"spokesman", "spokeswoman", "spokesperson", "chief"})
_SILENT = frozenset({"comment", "comments", "elaborate"})
_HIDDEN = frozenset({"anonymity", "anonymously", "identified", "unidentified", "unnamed", "anonymous", "named"})
_UNNAMED = frozenset({"one", "another", "each", "every", "no", "some"})


def name_later(items: list[Item], whom: dict[int, Known], register: Register) -> None:
    """Joins the office of somebody who speaks to the first name after it of whom the article says nothing else."""
    open_office: Item | None = None
    seen: set[int] = set()
    before: Item | None = None
    for item in items:
        known, apposed, before = whom.get(id(item)), _is_apposed(before, item), item
        if known is not None:
            new = id(known) not in seen
            seen.add(id(known))
            if open_office is None or not new or not _tells(item):
                continue
            near = 0 < item.sentence - open_office.sentence <= NEAR
            if near and not apposed and _is_bare(item, known, open_office) and _goes_on(item):
                open_office.linked, item.linked = item, open_office
                _describe(register, known, open_office)
            open_office = None
        elif _is_open(item) and not _is_held(item, whom, items):
            open_office = item
        elif item.phrase is not None and item.phrase.head.is_person and _leads(item) and _tells(item):
            open_office = None  # somebody else speaks


def _describe(register: Register, known: Known, office: Item) -> None:
    if office.phrase is not None:
        register.describe(known, office.phrase, office.phrase.countries[0] if office.phrase.countries else "")


def _is_open(item: Item) -> bool:
    """True for one official who speaks and has no name there."""
    phrase = item.phrase
    if phrase is None or item.kind != "phrase" or item.name is not None or item.linked is not None or item.place:
        return False
    head = phrase.head
    one = head.is_person and not head.is_plural and head.code in _SPOKEN_FOR and not phrase.is_former
    alone = phrase.determiner not in _UNNAMED and phrase.pronoun is None and head.word != "counterpart"
    return one and alone and head.singular not in load_roles().anybody and _tells(item)


def _is_held(office: Item, whom: dict[int, Known], items: Iterable[Item]) -> bool:
    """True where somebody was named before with an office of that name."""
    head = office.phrase.head.singular if office.phrase is not None else ""
    for item in items:
        if item is office:
            return False
        called = item.phrase or (item.linked.phrase if item.linked is not None else None)
        if id(item) in whom and called is not None and called.head.singular == head:
            return True
    return False


def _tells(item: Item) -> bool:
    """True for the subject of a verb of speech outside of quotation marks."""
    words, verb = item.words, item.words.heads[item.root]
    if words.quoted[item.root] or words.passage.zone == "headline" or not item.is_subject:
        return False
    if not _HIDDEN.isdisjoint(words.lowers[item.start : verb + 12]):
        return False
    silent = not _SILENT.isdisjoint(words.lowers[verb : verb + 7]) and "not" in words.lowers[verb : verb + 7]
    if silent or words.deps[item.root] != "nsubj" or words.passage.doc[verb].lemma_ in _AWAY:
        return False
    joined = (i for i in range(verb + 1, len(words)) if words.deps[i] == "conj" and words.heads[i] == verb)
    return any(words.lowers[at] in load_speech().verbs for at in (verb, *joined))


def _is_bare(item: Item, known: Known, office: Item) -> bool:
    """True for a full name of which the article says no office but a rank, no country and no body."""
    plain = item.kind == "person" and item.phrase is None and item.linked is None
    ranked = office.phrase is not None and (office.phrase.head.code == "MIL" or office.phrase.head.singular in _MOUTHS)
    ranked = ranked and item.phrase is not None and _RANKS.issuperset(item.phrase.words.lower().split())
    plain, heads = plain or (ranked and item.linked is None), known.heads - (_RANKS if ranked else frozenset())
    new = not heads and not known.country and known.full_mentions[:1] == [item.sentence]
    return plain and new and len(known.tokens) > 1 and not find_holdings(known.name) and not _is_explained(item)


def _is_apposed(before: Item | None, item: Item) -> bool:
    """True for a name right behind those whom it is one of: "one of its leaders, Ana Ruiz"."""
    if before is None or before.words is not item.words or before.phrase is None or not before.phrase.head.is_person:
        return False
    one = not before.phrase.head.is_plural or before.words.lowers[max(before.start - 2, 0) : before.start] == [
        "one",
        "of",
    ]
    return one and item.words.texts[before.end : item.start] in ([","], [":"], [])


def _is_explained(item: Item) -> bool:
    """True where something but a clause follows the name or stands right before it: "Ana Ruiz of Acme", "baker Rao"."""
    words, end = item.words, item.end
    after = words.lowers[end : end + 2]
    if after[:1] in (["of"], ["from"], ["at"], ["with"], ["("]):
        return True
    if after[:1] == [","] and len(after) > 1:
        follows = words.tags[end + 1]
        return after[1] in ("of", "from", "a", "an", "the") or follows in ("CD", "NN", "NNP")
    before = words.tags[item.start - 1] if item.start and words.sentences[item.start - 1] == item.sentence else ""
    return before in ("NN", "NNP", "NNS", "POS", "JJ")


def _goes_on(item: Item) -> bool:
    """False where a clause after the name tells of nothing that somebody in office does: "who lives nearby"."""
    words, start = item.words, item.end + 1
    if words.texts[item.end : start] != [","] or words.lowers[start : start + 1] not in (["who"], ["whose"]):
        return True
    end = next((at for at in range(start, len(words)) if words.texts[at] in (",", ".")), len(words))
    return not _OF_OFFICE.isdisjoint(words.lowers[start:end])


def _leads(item: Item) -> bool:
    return item.words.deps[item.words.heads[item.root]] == "ROOT"
