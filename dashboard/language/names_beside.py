"""Names of persons shown by what stands beside them: an office before or behind, a country before."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dashboard.language.appositions import in_apposition
from dashboard.language.items import Item, root_of
from dashboard.language.names import Cover, items_of, name_end
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import Roles
from dashboard.vocabulary.speech import load_speech


def find_names_after_offices(tokens: Tokens, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Names in apposition to an office that the tagger does not see: "the envoy, Tupou Vaea, said"."""
    for item in list(items_of(cover)):
        if item.phrase is None or item.name is not None or item.phrase.head.is_plural or not item.phrase.head.is_person:
            continue
        start = item.end + 1
        if start >= len(tokens) or tokens.texts[item.end] != ",":
            continue
        end = name_end(tokens, cover, roles, start)
        if end > start + 1 and end < len(tokens) and tokens.texts[end] in (",", "."):
            yield Item(tokens, start, end, root_of(tokens, start, end), "person", name=(start, end))


def find_names_before_offices(tokens: Tokens, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Names before an office that open a sentence or follow "said": "Nam Tae-il, deputy head of the agency, said"."""
    for item in list(items_of(cover)):
        phrase, comma = item.phrase, item.start - 1
        if phrase is None or item.name is not None or phrase.head.is_plural or not phrase.head.is_person or comma < 1:
            continue
        start = _behind_speech(tokens, comma)
        start = start or _behind_the_place(tokens, tokens.sentences.index(tokens.sentences[comma]), comma)
        named = tokens.texts[comma] == "," and comma - start > 1 and not any(cover[start:comma])
        if named and name_end(tokens, cover, roles, start) == comma:
            yield Item(tokens, start, comma, root_of(tokens, start, comma), "person", name=(start, comma))


def _behind_speech(tokens: Tokens, end: int) -> int:
    """Where the name begins that ends at ``end`` and follows a verb of speech: "said Nam Tae-il, a deputy director"."""
    start = end
    while start > 0 and (tokens.tags[start - 1].startswith("NNP") or tokens.texts[start - 1] in ("-", ".")):
        start -= 1
    told = start > 0 and tokens.lowers[start - 1] in load_speech().verbs and tokens.tags[start - 1].startswith("V")
    return start if told and start < end - 1 else 0


def _behind_the_place(tokens: Tokens, start: int, end: int) -> int:
    """Where a sentence goes on behind "In Jerusalem,"."""
    if tokens.lowers[start] not in ("in", "from", "at"):
        return start
    comma = next((at for at in range(start + 2, min(start + 5, end)) if tokens.texts[at] == ","), None)
    return start if comma is None else comma + 1


def find_names_after_owners(tokens: Tokens, cover: Cover, roles: Roles) -> Iterator[Item]:
    """Names after a country that begin with a common given name: "Namibia's Martin Andjaba"."""
    for item in list(items_of(cover)):
        start = item.end + 1
        if item.listed is None or start >= len(tokens) or tokens.tags[item.end] != "POS" or cover[start] is not None:
            continue
        if tokens.texts[start] in roles.male_given or tokens.texts[start] in roles.female_given:
            end = name_end(tokens, cover, roles, start)
            if end > start + 1:
                yield Item(tokens, start, end, root_of(tokens, start, end), "person", name=(start, end))


def take_for_persons(items: list[Item]) -> None:
    """An unlisted name in apposition to an office is a person's, whatever the tagger says."""
    for before, after in itertools.pairwise(items):
        listed = before.listed
        if listed is None or listed.actor.found_by != "unsure" or after.phrase is None or after.name is not None:
            continue
        singular = after.phrase.head.is_person and not after.phrase.head.is_plural
        if before.tokens is after.tokens and singular and in_apposition(before, after):
            before.kind, before.listed, before.name = "person", None, (before.start, before.end)
