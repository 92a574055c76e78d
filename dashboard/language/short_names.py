"""Surnames and other short forms of persons whose full name the article gives."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.items import Item, root_of
from dashboard.language.names import Cover
from dashboard.language.register import Register
from dashboard.language.tokens import Tokens
from dashboard.vocabulary.roles import load_roles


def find_short_names(tokens: Tokens, cover: Cover, register: Register) -> Iterator[Item]:
    """Surnames and other short forms of persons whose full name the article gives."""
    forms = register.short_forms
    index = 0
    while index < len(tokens):
        end = index
        if _may_be_holder(tokens, cover[index], index) and register.is_holder(tokens.texts[index]):
            yield Item(tokens, index, index + 1, index, "person", name=(index, index + 1))
            index += 1
            continue
        while end < len(tokens) and tokens.texts[end] in forms and end - index < 4 and _is_free(cover[end], forms):
            end += 1
        while end > index and register.find(tokens.texts[index:end], tokens.sentences[index]) is None:
            end -= 1
        if end == index and _is_lone_subject(tokens, index) and register.find_by_first([tokens.texts[index]]):
            end = index + 1 if _is_free(cover[index], forms) else index
        if end > index and tokens.texts[index][0].isupper() and tokens.tags[index] != "PRP":
            yield Item(tokens, index, end, root_of(tokens, index, end), "person", name=(index, end))
        index = max(end, index + 1)


def _may_be_holder(tokens: Tokens, item: Item | None, index: int) -> bool:
    """True for a word of a headline or a subject that nobody has taken, and for a one-word body that no list knows."""
    if item is None:
        return tokens.passage.zone == "headline" or _is_lone_subject(tokens, index)
    return item.end - item.start == 1 and item.listed is not None and item.listed.actor.found_by == "unsure"


def _is_lone_subject(tokens: Tokens, index: int) -> bool:
    """True for the "Lavrov" of "Lavrov said": a proper noun by itself of which something is told."""
    if tokens.tags[index] not in ("NNP", "NNPS") or tokens.deps[index] not in ("nsubj", "nsubjpass"):
        return False
    before, after = tokens.tags[index - 1] if index else "", tokens.tags[index + 1 : index + 2]
    return not before.startswith("NNP") and before != "DT" and after not in (["NNP"], ["HYPH"])


def _is_free(item: Item | None, forms: set[str]) -> bool:
    """True for a token of nobody, or of an unlisted body whose every word is a word of a person's name."""
    if item is None or _is_surname_too(item, forms):
        return True
    unlisted = item.listed is not None and item.listed.actor.found_by == "unsure"
    return unlisted and all(text in forms for text in item.tokens.texts[item.start : item.end])


def _is_surname_too(item: Item, forms: set[str]) -> bool:
    """True for a listed place that is no place here, where somebody is called so: the "Hague" of William Hague."""
    if item.listed is None or item.listed.kind not in ("capital", "place") or item.end - item.start > 1:
        return False
    before = item.tokens.texts[item.start - 1] if item.start else ""
    if item.text not in forms or before.lower() == "the":
        return False
    if before in forms and before.lower() in load_roles().name_particles:
        return True  # the "Rosario" of "Del Rosario's office"
    return item.is_subject
