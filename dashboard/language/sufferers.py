"""Who suffers the deeds that others judge: those whose land, rights or people they are done to."""

from __future__ import annotations

from dashboard.language.syntax import Words

#: Deeds of violence, of which those are no target who suffer them; those that bands do, not armies; and what shows it.
_TERROR = frozenset(
    {"bombing", "assassination", "kidnapping", "kidnaping", "abduction", "hijacking", "hijack", "murder", "beheading"}
    | {"terrorism", "hostage-taking"}
)
_VIOLENCE = _TERROR | frozenset(
    {"attack", "raid", "strike", "airstrike", "shelling", "assault", "invasion", "incursion", "aggression", "blast"}
    | {"massacre", "bombardment", "explosion", "offensive", "shooting", "ambush"}
)
#: Wrongs done to what is another's: its rights, land or people; those who own it suffer.
_WRONGS = frozenset(
    {"violation", "breach", "infringement", "encroachment", "intrusion", "trespass", "disregard", "contempt"}
    | {"interference", "meddling", "threat", "insult", "affront", "blow", "slap", "incursion"}
)
_OWN = frozenset(
    {"right", "sovereignty", "territory", "airspace", "water", "space", "border", "frontier", "neutrality", "integrity"}
    | {"independence", "soil", "land", "dignity", "immunity", "embassy", "consulate", "mission", "premise", "village"}
    | {"town", "city", "people", "citizen", "affair", "security", "interest", "honour", "honor", "freedom"}
)
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
