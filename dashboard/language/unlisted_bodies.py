"""Bodies that no list knows: what the tagger of names sees, and initials that the text spells out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.language.gazetteer import Listed
from dashboard.language.items import Item, root_of
from dashboard.language.names import Cover
from dashboard.language.tokens import Tokens
from dashboard.records import Actor
from dashboard.vocabulary.roles import Roles

MIN_INITIALS = 2
_JOINTS = frozenset({"of", "for", "and", "the", "de", "in", "on", "du", "la", "des", "pour"})
"""What may stand between the words of a body's name."""


def find_unlisted_bodies(tokens: Tokens, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Organisations that only the tagger of names sees; their country is not known."""
    if tokens.passage.zone == "headline":
        return
    for ent in tokens.passage.doc.ents:
        if ent.text in roles.not_names:
            continue
        if ent.label_ == "ORG" and ent[0].text[:1].isupper() and not any(cover[ent.start : ent.end]):
            end = _body_end(tokens, ent.start, ent.end)
            actor = Actor(tokens.slice(ent.start, end), "body", "", "", "unsure")
            listed = Listed(actor, "body", "name")
            yield Item(tokens, ent.start, end, root_of(tokens, ent.start, end), "listed", listed=listed)
            begin = _spelt_before(tokens, cover, ent.start, end)
            if begin is not None:
                whole = Listed(replace(actor, name=tokens.slice(begin, ent.start - 1)), "body", "name")
                root = root_of(tokens, begin, ent.start - 1)
                yield Item(tokens, begin, ent.start - 1, root, "listed", listed=whole)


def find_initials(tokens: Tokens, cover: Cover) -> Iterator[Item]:
    """Parties by their initials after what they are: "the opposition PLM"; the tagger takes some for persons."""
    for index, text in enumerate(tokens.texts):
        if not text.isupper() or len(text) < MIN_INITIALS or not tokens.tags[index].startswith("NNP") or not index:
            continue
        held = cover[index]
        taken = held is not None and (held.kind != "person" or held.end - held.start > 1)
        if not taken and tokens.lowers[index - 1] in _BEFORE_PARTIES:
            listed = Listed(Actor(text, "body", "", "", "unsure"), "body", "name")
            yield Item(tokens, index, index + 1, index, "listed", listed=listed)


_BEFORE_PARTIES = frozenset(
    {"opposition", "ruling", "governing", "party", "movement", "alliance", "coalition", "rebel"}
)


def _spelt_before(tokens: Tokens, cover: Cover, start: int, end: int) -> int | None:
    """Where the name begins whose initials stand in brackets at ``start``: "United Front for Peace (UFP)"."""
    short = tokens.texts[start]
    if end - start > 1 or not short.isupper() or tokens.texts[start - 1 : start] != ["("] or len(short) < MIN_INITIALS:
        return None
    if tokens.texts[end : end + 1] != [")"]:
        return None
    capitals, begin = 0, None
    for index in range(start - 2, max(start - 2 - 2 * len(short), -1), -1):
        if cover[index] is not None or not (tokens.texts[index][:1].isupper() or tokens.lowers[index] in _JOINTS):
            break
        if tokens.texts[index][:1].isupper() and tokens.tags[index] != "DT":
            capitals, begin = capitals + 1, index
    return begin if capitals >= len(short) - 1 else None


def _body_end(tokens: Tokens, start: int, end: int) -> int:
    """Without a possessive mark, and without what the tagger takes along after "the": "Meyer the Scientology"."""
    for index in range(start + 1, end):
        if tokens.lowers[index] == "the" and tokens.lowers[index - 1] not in ("of", "for", "on", "and", "in"):
            return index
    return end - 1 if tokens.tags[end - 1] == "POS" and end - start > 1 else end
