"""The roles of one person: each in its fullest form, and the one that most quotes give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

#: Before a role these make it another one: a vice president is no president.
_OTHER_RANK = frozenset(
    {"vice", "deputy", "former", "ex", "acting", "assistant", "under", "junior", "interim", "caretaker", "shadow"}
    | {"designate", "elect", "then", "outgoing", "incoming"}
)


def fullest_roles(roles: Sequence[str]) -> list[str]:
    """For each role of one person the fullest of ``roles`` that it is part of, spelt as it mostly is; "" stays.

    "minister" is told as "Foreign Minister", "president" never as "vice president".
    """
    spelt = Counter(role for role in roles if role)
    told: dict[str, str] = {"": ""}
    fullest: list[str] = []
    for role in sorted(spelt, key=lambda one: (-len(one), -spelt[one])):
        told[role] = next((longer for longer in fullest if _is_part(role, longer)), role)
        if told[role] == role:
            fullest.append(role)
    return [told[role] for role in roles]


def main_role(roles: Sequence[str]) -> str:
    """The role that most of ``roles`` give, in its fullest form; of several the one that stands first; "" for none."""
    counts = Counter(role for role in fullest_roles(roles) if role)
    return counts.most_common(1)[0][0] if counts else ""


def _is_part(role: str, longer: str) -> bool:
    """True where the words of ``role`` stand in ``longer``, and the rest makes no other rank of it."""
    words, all_words = _words(role), _words(longer)
    width = len(words)
    places = [i for i in range(len(all_words) - width + 1) if all_words[i : i + width] == words]
    return any(_OTHER_RANK.isdisjoint(all_words[:i] + all_words[i + width :]) for i in places)


def _words(role: str) -> list[str]:
    return role.casefold().replace("-", " ").split()
