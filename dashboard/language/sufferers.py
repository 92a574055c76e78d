"""Who suffers the deeds that others judge: those whose land, rights or people they are done to."""

from __future__ import annotations

from dashboard.language.syntax import Words
from dashboard.vocabulary.word_sets import word_set

_TERROR = word_set("terror")
_VIOLENCE = _TERROR | word_set("violence")
_WRONGS = word_set("wrongs")
_OWN = word_set("own")
#: Wrongs done to a land or place itself.
_SEIZURES = frozenset({"occupation", "annexation", "siege", "blockade", "bombing", "dismemberment", "encirclement"})
_OF_BANDS = frozenset({"terrorist", "terror", "bomb", "suicide", "car-bomb", "gun", "knife", "arson"})
_DONE_BY_BANDS = frozenset({"attack", "act", "blast", "assault", "outrage", "crime", "explosion", "raid", "incident"})
_SUFFERING = frozenset({"on", "upon", "against", "of", "at"})
_WRONGED = _SUFFERING | {"into", "to", "in", "for"}


def find_sufferers(words: Words, region: set[int]) -> frozenset[int]:
    """Sudan in "the raid on Sudan": whoever judges a deed of violence does not aim at those who suffer it."""
    found: set[int] = set()
    for deed in (i for i in region if words.lemmas[i] in _VIOLENCE and words.pos[i] == "NOUN"):
        where = _SUFFERING | {"in", "near"} if is_by_bands(words, deed) else _SUFFERING
        for link in (p for p in words.kids(deed, "prep") if words.lowers[p] in where):
            found.update(words.subtree(link))
            if where is _SUFFERING:  # a state answers for "the attack on the embassy in its capital"
                places = [p for o in words.kids(link, "pobj") for p in words.kids(o, "prep")]
                found.difference_update(t for p in places for t in words.subtree(p))
    for wrong in (i for i in region if words.pos[i] == "NOUN" and words.lemmas[i] in _WRONGS | _SEIZURES):
        links = [p for p in words.kids(wrong, "prep") if words.lowers[p] in _WRONGED]
        things = [o for p in links for o in words.kids(p, "pobj")]
        if words.lemmas[wrong] in _WRONGS:
            things = [o for o in things if words.lemmas[o] in _OWN]
        found.update(t for o in things for t in words.subtree(o))
        places = [p for o in things for p in words.kids(o, "prep") if words.lowers[p] in ("in", "at", "near")]
        found.difference_update(t for p in places for t in words.subtree(p))
    return frozenset(found - {t for p in found if words.lowers[p] == "by" for t in words.subtree(p)})


def is_by_bands(words: Words, noun: int) -> bool:
    """True for "assassination" and "terrorist attack"; not for "attack" alone, which armies make as well."""
    if words.lemmas[noun] in _TERROR:
        return True
    return words.lemmas[noun] in _DONE_BY_BANDS and any(words.lowers[c] in _OF_BANDS for c in words.children[noun])
