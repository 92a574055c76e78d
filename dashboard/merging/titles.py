"""Events named in plain English, from who and what."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.merging.casts import STATES, is_same_actor
from dashboard.merging.deeds import joint_doers
from dashboard.merging.grammar import base_form, in_line, is_plural, third_person
from dashboard.records import Actor, Attribute, Report, Status
from dashboard.vocabulary.countries import country_name
from dashboard.vocabulary.events import STATEMENT, EventKind
from dashboard.vocabulary.reactions import load_reactions
from dashboard.vocabulary.speech import load_speech

LONGEST_WORDS = 90
#: Kinds of actor that are called by what they are: "Chadian officials".
NAMELESS = frozenset({"unnamed", "group"})
#: So many joint doers are all named; of more, the first.
MOST_NAMES, NAMED = 3, 2
_MARKS = '“”"'
_PART = re.compile(r"\[([^\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")
#: The verb of a template, which agrees with who acts.
_VERB = re.compile(r"(?<=\{who\} )[a-z]+s\b")
#: "The bloc's" before its ministers, whose place its name takes.
_POSSESSOR = re.compile(r"^(?:.*['’]s |the )")
#: Frames of verbs whose words stand by themselves: "said (that) ...".
_BY_ITSELF = frozenset({"clause", "quote", "that clause"})
#: Endings of a verb that tells by itself what was said, unlike "saying" and "to say".
_FINITE = re.compile(r"(?:ed|(?<!ing)(?<!ion)(?<!ou)(?<!s)s|told|sought)$")
#: What may stand between a verb and the words that complete it: "called for".
_LINKS = frozenset({"for", "on", "of", "to", "at", "about", "against", "with", "over"})
_NEGATED = re.compile(r"\b(?:not|never|n['’]t|no longer)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|remains?|remained)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: Verbs that only name a thing where a noun follows at once: "what it called a plot".
_NAMING = re.compile(r"(?:call|term|dub|label|brand)(?:s|l?ed)$")
_PREFIXES: Mapping[Status, str] = MappingProxyType(
    {"planned": "Planned: ", "claimed": "Claimed: ", "denied": "Denied: "}
)


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is done in an event: the verb as in a dictionary, or a participle where no doer is named."""

    words: str
    passive: bool
    reports: tuple[Report, ...]
    """Those that tell it by this verb."""

    def of(self, plural: bool) -> str:
        """The verb in the number of its subject: "recalls", "are recalled"."""
        if self.passive:
            return f"{'are' if plural else 'is'} {self.words}"
        return self.words if plural else third_person(self.words)


def event_title(
    kind: EventKind,
    participants: Sequence[Actor],
    place: str,
    status: Status,
    reports: Sequence[Report],
    steps: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """The name of an event: "Vladimir Putin meets Kim Jong Un, Vostochny Cosmodrome".

    ``steps`` holds, by the id of a report, the keys of what its words do: "South Korea considers sanctions: ...".
    """
    spoken = kind.key == STATEMENT
    deed = _deed(kind, reports)
    acting = 1 if spoken or kind.least > 1 else _acting(participants, deed.reports)
    actors = _distinct(participants[:acting]) if participants else []
    others = [_whom(kind, actor, spoken=spoken) for actor in _others(participants, actors)]
    acts = list(dict.fromkeys(_name(actor, spoken=spoken) for actor in actors))
    who = _several(acts)
    many = bool(participants) and (len(acts) > 1 or is_plural(who, participants[0].kind))
    fields = {
        "who": who or "Unnamed side",
        "place": place,
        "noun": _cue_words(reports[0]),
        "what": in_line(_detail(deed.reports, "what")),
    }
    fields["whom"] = _joined([name for name in others if name != who and not _is_in(name, fields["what"])][:3])
    for role in ("origin", "destination"):
        fields[role] = _detail(reports, role)
    if spoken:
        fields |= _statement_fields(reports, steps, many=many)
    fields["place"] = place or fields["destination"]
    fields["destination"] = fields["destination"] or _detail(reports, "place") or _detail(reports, "region")
    denied = kind.title_denied if status == "denied" else ""
    templates = [denied] if denied else _templates(kind, deed, participants)
    tried = (_filled(template, fields, deed, many=many) for template in (*templates, "{who}: " + kind.label))
    title = next(filter(None, tried), kind.label)
    return ("" if denied else _PREFIXES.get(status, "")) + title[0].upper() + title[1:]


def _statement_fields(
    reports: Sequence[Report], steps: Mapping[str, Sequence[str]], *, many: bool
) -> Mapping[str, str]:
    """What a statement does ("reaction"), its words ("what"), and these with the verb that they complete ("told")."""
    worded = [one for one in reports if any(a.name == "wording" for a in one.attributes)] or reports
    step = _step([key for one in worded for key in steps.get(one.id, ())])
    reaction = _agreeing(load_reactions()[step].label, many) if step else ""
    # The words are those that take the step: of one who condemns and warns, no condemnation tells the warning.
    wording = _wording([one for one in worded if not step or step in steps.get(one.id, ())])
    if wording is None:
        return {"reaction": reaction, "what": _short(reports[0].evidence.words), "told": _told_deed(reports[0])}
    return {"reaction": reaction, "what": _statement_words(*wording), "told": _told_words(*wording)}


def _deed(kind: EventKind, reports: Sequence[Report]) -> _Deed:
    """The commonest deed of the reports; one that names its doer comes first."""
    told: dict[tuple[bool, str], list[Report]] = defaultdict(list)
    for report in reports:
        form, _, rule = report.found_by.partition(":")
        if form == "passive":
            _, _, particle = kind.deeds.get(rule, rule).partition(" ")
            told[False, f"{_cue_words(report)} {particle}".rstrip()].append(report)
        else:
            told[True, kind.deeds.get(rule, rule if form == "verb" else kind.deed)].append(report)
    active, words = max(told, key=lambda key: (key[0], bool(key[1]), len(told[key])))
    return _Deed(words, not active, tuple(told[active, words]))


def _templates(kind: EventKind, deed: _Deed, participants: Sequence[Actor]) -> tuple[str, ...]:
    if not deed.passive or not kind.passive:
        return kind.titles
    person = bool(participants) and participants[0].kind == "person"
    return ("{who} {deed}",) if person else (kind.passive, "{who} {deed}")


def _filled(template: str, fields: Mapping[str, str], deed: _Deed, *, many: bool) -> str | None:
    """The template with its fields put in; None when a field outside brackets is empty. ``many``: several act."""
    plural = is_plural(fields["what"]) if template.startswith("{what}") else many
    known = {**fields, "deed": deed.of(plural) if deed.words else ""}
    if plural:
        template = _VERB.sub(lambda match: base_form(match.group()), template)

    def part(match: re.Match[str]) -> str:
        inner = match.group(1)
        return inner if all(known.get(name) for name in _FIELD.findall(inner)) else ""

    whole = _PART.sub(part, template)
    if any(not known.get(name) for name in _FIELD.findall(whole)):
        return None
    return _FIELD.sub(lambda match: known[match.group(1)], whole)


def _name(actor: Actor, *, spoken: bool) -> str:
    """How a title calls an actor: nameless officials speak for their country, and act as who they are."""
    nameless = actor.kind == "unnamed" or actor.name.rsplit(" ", 1)[-1].islower()
    if actor.country and (actor.kind in ("country", "government") or (spoken and (nameless or actor.kind == "people"))):
        return country_name(actor.country)
    if not actor.country or not nameless or any(word[0].isupper() for word in actor.name.split()):
        return actor.name
    country = country_name(actor.country)
    owner = f"{country}'" if country.endswith("s") else f"{country}'s"
    return f"{owner} {_POSSESSOR.sub('', actor.name)}"


def _others(participants: Sequence[Actor], actors: Sequence[Actor]) -> list[Actor]:
    """Who takes part beside those who act; of a country and its nameless people the people."""
    lands = {actor.country for actor in actors if actor.country and actor.kind in NAMELESS | STATES}
    found = [one for one in participants if one not in actors and (one.kind == "person" or one.country not in lands)]
    return _distinct(found[::-1])[::-1]


def _whom(kind: EventKind, actor: Actor, *, spoken: bool) -> str:
    """How a title calls one to whom something is done: a state is not freed, but nationals of it are."""
    name = _name(actor, spoken=spoken)
    return f"nationals of {name}" if kind.to_persons and actor.kind in ("country", "government") else name


def _acting(participants: Sequence[Actor], reports: Sequence[Report]) -> int:
    """How many of the participants of an event, from the first on, most of its reports say act together."""
    counts = Counter(len(joint_doers(report)) for report in reports)
    count = max(counts, key=lambda each: (counts[each], each), default=1)
    joint = [actor for report in reports for actor in joint_doers(report) if len(joint_doers(report)) == count]
    same = itertools.takewhile(lambda actor: any(is_same_actor(actor, each) for each in joint), participants)
    return max(1, min(count, len(list(same))))


def _distinct(participants: Sequence[Actor]) -> list[Actor]:
    """The actors, of a country and its nameless people only the first: "Kenya" and no "Kenyan officials" after it."""
    found: list[Actor] = []
    named: set[str] = set()
    for actor in participants:
        if actor.kind not in NAMELESS | STATES or actor.country not in named:
            found.append(actor)
        if actor.country and actor.kind in NAMELESS | STATES:
            named.add(actor.country)
    return found


def _several(names: Sequence[str]) -> str:
    """All names where they are few: "Canada and Mexico", "Canada, Mexico and 3 others"."""
    if len(names) <= MOST_NAMES:
        return _joined(names)
    return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} others"


def _is_in(name: str, words: str) -> bool:
    """True when the words name this actor already, also as "Korean" names Korea."""
    return f" {name.lower()}" in f" {words.lower()}"


def _joined(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    return " and ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else "".join(unique)


def _cue_words(report: Report) -> str:
    start = report.cue.start - report.evidence.start
    return report.evidence.words[start : start + report.cue.end - report.cue.start].lower()


def _detail(reports: Sequence[Report], name: str) -> str:
    """The commonest words for a detail; of equally common ones the shortest."""
    counts = Counter(a.value for report in reports for a in report.attributes if a.name == name)
    found = max(counts, key=lambda value: (counts[value], -len(value), value), default="")
    return _short(found)


def _step(keys: Sequence[str]) -> str:
    """What a statement does: the commonest reaction that the vocabulary has, of equals the first; "" for none."""
    counts = Counter(keys)
    return max((key for key in counts if key in load_reactions()), key=lambda key: counts[key], default="")


def _agreeing(label: str, many: bool) -> str:
    """The label of a reaction with its verb in the number of who acts: "Western countries express concern"."""
    verb, _, rest = label.partition(" ")
    return f"{base_form(verb) if many else verb} {rest}".rstrip()


def _wording(reports: Sequence[Report]) -> tuple[Report, Attribute] | None:
    """The wording that says most in one line, direct words first, and the report that has it."""
    wordings = [(report, one) for report in reports for one in report.attributes if one.name == "wording"]
    fitting = [each for each in wordings if len(each[1].value) <= LONGEST_WORDS] or wordings

    def merit(each: tuple[Report, Attribute]) -> tuple[bool, int, str]:
        report, one = each
        return (report.found_by == "quote:direct", min(len(one.value), LONGEST_WORDS), one.value)

    return max(fitting, key=merit, default=None)


def _statement_words(report: Report, wording: Attribute) -> str:
    """The words of a statement in one line, direct words in quotation marks."""
    short = _short(wording.value).removeprefix("that ")
    return f"“{short}”" if report.found_by == "quote:direct" else short


def _told_deed(report: Report) -> str:
    """The sentence of a statement without a wording from its verb on: "denounced the assault"."""
    sentence, start = report.evidence.words, report.cue.start - report.evidence.start
    cue = _cue_words(report)
    after = sentence[start + len(cue) :].lstrip()
    if (
        after.startswith("by ")
        or not _FINITE.search(cue)
        or _NEGATED.search(sentence[:start])
        or _PASSIVE.search(sentence[:start])
    ):
        return ""
    return _short(sentence[start:])


def _told_words(report: Report, wording: Attribute) -> str:
    """The words with the verb that they complete: "called the vote a disgrace"; "" for what stands by itself."""
    sentence, start = report.evidence.words, report.evidence.start
    cue = sentence[report.cue.start - start : report.cue.end - start]
    link = sentence[report.cue.end - start : wording.span.start - start].strip()
    frames = {frame for sense in load_speech().verbs.get(cue.lower(), ()) for frame in sense.frames}
    if not frames - _BY_ITSELF or not _FINITE.search(cue) or (link and link not in _LINKS):
        return ""
    if report.found_by == "quote:direct" or wording.value.startswith("that "):
        return ""
    if wording.span.start < report.cue.end or _NEGATED.search(sentence[: report.cue.start - start]):
        return ""
    if _NAMING.match(cue) and re.match(r"an? ", wording.value) and not link:
        return f"spoke of {_short(wording.value)}"
    return _short(sentence[report.cue.start - start : wording.span.end - start])


def _short(words: str) -> str:
    """The words cut at a blank, without stops at their ends, and without quotation marks that have no partner."""
    plain = " ".join(words.split()).strip("' ,.;:—–-")
    if plain[:1] in _MARKS and plain[-1:] in _MARKS and not any(mark in plain[1:-1] for mark in _MARKS):
        plain = plain[1:-1].strip(" ,.;:")
    elif plain.count('"') % 2 or plain.count("“") != plain.count("”"):
        plain = "".join(c for c in plain if c not in _MARKS)
    if len(plain) <= LONGEST_WORDS:
        return plain
    return plain[:LONGEST_WORDS].rsplit(" ", 1)[0].rstrip(",;:") + " …"
