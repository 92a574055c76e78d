"""The little English grammar that titles need: number of nouns, and verbs that agree with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from dashboard.records import ActorKind

#: The ending of a verb in the third person: "warn-s", "express-es".
_THIRD_PERSON = re.compile(r"(?:(?<=ss|sh|ch)e)?s$")
_PREPOSITION = re.compile(r" (?:of|from|for|in|at|on|to|with|against|over|between|by) ")
_IRREGULAR: Mapping[str, str] = MappingProxyType({"be": "is", "have": "has"})
#: Plurals without an ending.
_PLURALS = frozenset({"people", "police", "troops", "men", "women", "children", "servicemen", "personnel"})
#: Endings of names of groups that are no plurals: "Hamas".
_SINGULAR = re.compile(r"[au]s$")
#: What a phrase may begin with that is no name, and is not capitalised within a title.
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "some", "several", "both", "all"}
    | {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands"}
)


def is_plural(phrase: str, kind: ActorKind = "unnamed") -> bool:
    """True for a phrase whose noun is plural: "the envoys", "officials from Gaza", of a people or group also "Saudis".

    Other names are singular, however they end: "the Netherlands", "Hamas".
    """
    head = _PREPOSITION.split(phrase, maxsplit=1)[0].rpartition(" ")[2]
    plain = head.lower() if kind == "people" or (kind == "group" and not _SINGULAR.search(head)) else head
    return plain in _PLURALS or bool(re.search(r"^[a-z].*[^s']s$|^[A-Z]+s$", plain))


def in_line(words: str) -> str:
    """A thing as it stands within a title: "The shells" as "shells", "The envoy" as "the envoy"."""
    first, _, rest = words.partition(" ")
    if first.lower() == "the" and is_plural(rest):
        return rest
    return f"{first.lower()} {rest}" if rest and first.lower() in _DETERMINERS else words


def base_form(verb: str) -> str:
    """A verb in the third person as plural subjects have it: "deny" of "denies"."""
    return re.sub(r"(?<=[^aeiou])ies$", "y", verb) if verb.endswith("ies") else re.sub(_THIRD_PERSON, "", verb)


def third_person(verb: str) -> str:
    """A verb of a dictionary, with what follows it, in the third person: "calls in" of "call in"."""
    first, _, rest = verb.partition(" ")
    if first in _IRREGULAR:
        first = _IRREGULAR[first]
    elif re.search(r"(?:s|sh|ch|x|z|o)$", first):
        first += "es"
    else:
        first = re.sub(r"(?<=[^aeiou])y$", "ie", first) + "s"
    return f"{first} {rest}".rstrip()
