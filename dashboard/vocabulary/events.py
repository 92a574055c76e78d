"""The kinds of event that Chancery tells apart, read from ``events.toml``: names, triggers, titles, examples."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.errors import VocabularyError
from dashboard.vocabulary.tables import FOLDER, read_toml_table

FILE = "events.toml"
ANY = "$any"
PLACE = "$place"
STATEMENT = "statement"
#: The detail that says how many of the participants of a report, from the first on, act together.
DOERS = "doers"
#: PLOVER roots of what only words bring about; the other roots are deeds. A reaction without a root is spoken.
SPOKEN_ROOTS = frozenset({"", "AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class VerbObject:
    """A verb and the nouns it must govern.

    ``beside`` are words of which one must qualify the noun, ``particles`` words of which the verb must have one
    ("called in"); empty for none. ``to`` asks for one to whom: "sent tanks to Chad".
    """

    verbs: frozenset[str]
    objects: frozenset[str]
    beside: frozenset[str]
    particles: frozenset[str]
    to: bool


@dataclass(frozen=True, slots=True)
class VerbWord:
    """A verb with a particle or preposition; ``then`` are nouns that must follow it, empty for none.

    ``bare`` asks that it governs nothing: "set out for Rome", not "set out a plan".
    """

    verbs: frozenset[str]
    words: frozenset[str]
    then: frozenset[str]
    bare: bool


@dataclass(frozen=True, slots=True)
class NounOf:
    """A noun and the words of which one must stand beside or after it."""

    nouns: frozenset[str]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class SubjectVerb:
    """A noun and the verbs that it must be the subject of."""

    subjects: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event with all that tells it."""

    key: str
    label: str
    family: str
    least: int
    dated: bool
    """True when it counts only where words give its day, month or year."""
    slack_days: int
    directed: bool
    """True for what one side does to another."""
    to_persons: bool
    """True for what is done to persons and never to a state: a title frees nationals of Chad, and not Chad."""
    apart: tuple[frozenset[str], ...]
    """Verbs and nouns by deed; those of two deeds do not tell one event."""
    verbs: frozenset[str]
    hosts: frozenset[str]
    """Verbs that tell the kind when someone is their subject and a person their object."""
    verb_object: tuple[VerbObject, ...]
    verb_word: tuple[VerbWord, ...]
    subject_verbs: tuple[SubjectVerb, ...]
    nouns: frozenset[str]
    noun_of: tuple[NounOf, ...]
    acts: frozenset[str]
    """Rules of acts that tell the kind where none of the words above did: "verb:phone"."""
    unless: frozenset[str]
    """Nouns that must not be governed; "$any" stands for every direct object. For ``verbs`` only."""
    unless_words: frozenset[str]
    """Prepositions that must not follow. For ``verbs`` only."""
    titles: tuple[str, ...]
    title_denied: str
    passive: str
    """The title where the text names no doer: "{what} {deed}" for "The ambassador is summoned"."""
    deed: str
    """The verb of titles, as in a dictionary, for words that have none of their own."""
    deeds: Mapping[str, str]
    """The verbs that nouns, acts and other verbs stand for in titles."""
    attributes: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]

    @property
    def asks_what(self) -> bool:
        """True when titles name what it was done to."""
        return any("{what}" in title for title in self.titles)


@functools.cache
def load_event_kinds() -> Mapping[str, EventKind]:
    """Every kind of event by its key, in the order of the list.

    Raises VocabularyError for a kind without key, label, family or titles, and for a key that stands twice.
    """
    data = read_toml_table(FOLDER / FILE)
    words = {name: tuple(values) for name, values in data.get("words", {}).items()}
    found: dict[str, EventKind] = {}
    for entry in data.get("kind", []):
        kind = _kind(entry, words)
        if kind.key in found:
            raise VocabularyError(f"{FILE}: found kind {kind.key!r} again; allowed: each key once")
        found[kind.key] = kind
    return found


def _kind(entry: dict[str, Any], words: Mapping[str, tuple[str, ...]]) -> EventKind:
    def plain(values: Iterable[str]) -> frozenset[str]:
        return _spell(values, words, entry.get("key", ""))

    try:
        return EventKind(
            key=entry["key"],
            label=entry["label"],
            family=entry["family"],
            least=entry.get("least", 1),
            dated=entry.get("dated", False),
            slack_days=entry.get("slack_days", 0),
            directed=entry.get("directed", False),
            to_persons=entry.get("to_persons", False),
            apart=tuple(plain(each) for each in entry.get("apart", ())),
            verbs=plain(entry.get("verbs", ())),
            hosts=plain(entry.get("hosts", ())),
            verb_object=tuple(
                VerbObject(
                    plain(one["verbs"]),
                    plain(one["objects"]),
                    plain(one.get("beside", ())),
                    plain(one.get("particles", ())),
                    one.get("to", False),
                )
                for one in entry.get("verb_object", ())
            ),
            verb_word=tuple(
                VerbWord(plain(one["verbs"]), plain(one["words"]), plain(one.get("then", ())), one.get("bare", False))
                for one in entry.get("verb_word", ())
            ),
            subject_verbs=tuple(
                SubjectVerb(plain(one["subjects"]), plain(one["verbs"])) for one in entry.get("subject_verbs", ())
            ),
            nouns=plain(entry.get("nouns", ())),
            noun_of=tuple(NounOf(plain(one["nouns"]), plain(one["of"])) for one in entry.get("noun_of", ())),
            acts=plain(entry.get("acts", ())),
            unless=plain(entry.get("unless", ())),
            unless_words=plain(entry.get("unless_words", ())),
            titles=tuple(entry["titles"]),
            title_denied=entry.get("title_denied", ""),
            passive=entry.get("passive", ""),
            deed=entry.get("deed", ""),
            deeds=entry.get("deeds", {}),
            attributes=tuple(entry.get("attributes", ())),
            examples=tuple(entry.get("examples", ())),
            near_misses=tuple(entry.get("near_misses", ())),
        )
    except KeyError as error:
        raise VocabularyError(f"{FILE}: kind {entry.get('key', '?')!r} has no {error}") from error


def _spell(values: Iterable[str], words: Mapping[str, tuple[str, ...]], key: str) -> frozenset[str]:
    """The values with each $name replaced by its words; $any and $place stay, for they are no lists."""
    found: set[str] = set()
    for value in values:
        if not value.startswith("$") or value in (ANY, PLACE):
            found.add(value)
        elif value[1:] in words:
            found.update(words[value[1:]])
        else:
            raise VocabularyError(f"{FILE}: kind {key!r} names {value}; allowed: {', '.join(sorted(words))}")
    return frozenset(found)
