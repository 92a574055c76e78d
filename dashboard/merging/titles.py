"""Events named in plain English, from who and what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dashboard.records import Actor, Report, Status
from dashboard.vocabulary.countries import country_name
from dashboard.vocabulary.events import STATEMENT, EventKind
from dashboard.vocabulary.reactions import load_reactions

LONGEST_WORDS = 90
_MARKS = '“”"'
_PART = re.compile(r"\[([^\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")
#: The ending of a verb in the third person: "warn-s", "express-es".
_THIRD_PERSON = re.compile(r"(?:(?<=ss|sh|ch)e)?s$")


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
    who, *others = [_name(actor) for actor in participants] or [""]
    fields = {
        "who": who or "Unnamed side",
        "whom": _joined(others[:3]),
        "place": place,
        "noun": _cue_words(reports[0]),
    }
    for role in ("origin", "destination", "what"):
        fields[role] = _detail(reports, role)
    if kind.key == STATEMENT:
        worded = [one for one in reports if any(a.name == "wording" for a in one.attributes)] or reports
        step = _step([key for one in worded for key in steps.get(one.id, ())])
        # The words are those that take the step: of one who condemns and warns, no condemnation tells the warning.
        fields["what"] = _statement_words([one for one in worded if not step or step in steps.get(one.id, ())])
        fields["reaction"] = _agreeing(load_reactions()[step].label, fields["who"]) if step else ""
    fields["place"] = place or fields["destination"]
    fields["destination"] = fields["destination"] or _detail(reports, "place") or _detail(reports, "region")
    template = kind.title_denied if status == "denied" and kind.title_denied else kind.title
    title = _filled(template, fields)
    if title is None:
        title = _filled(kind.title_alone or "{who}: " + kind.label, fields) or kind.label
    title = title[0].upper() + title[1:]
    if status == "denied" and not kind.title_denied:
        return f"Denied: {title}"
    return f"Planned: {title}" if status == "planned" else title


def _filled(template: str, fields: Mapping[str, str]) -> str | None:
    """The template with its fields put in; None when a field outside brackets is empty."""

    def part(match: re.Match[str]) -> str:
        inner = match.group(1)
        return inner if all(fields.get(name) for name in _FIELD.findall(inner)) else ""

    whole = _PART.sub(part, template)
    if any(not fields.get(name) for name in _FIELD.findall(whole)):
        return None
    return _FIELD.sub(lambda match: fields[match.group(1)], whole)


def _name(actor: Actor) -> str:
    nameless = actor.kind == "unnamed" or actor.name.rsplit(" ", 1)[-1].islower()
    if actor.country and (nameless or actor.kind in ("country", "government", "people")):
        return country_name(actor.country)
    return actor.name


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


def _agreeing(label: str, who: str) -> str:
    """The label of a reaction with its verb in the number of who acts: "Western countries express concern"."""
    verb, _, rest = label.partition(" ")
    # Names of states are singular, however they end; their common nouns are not capitalised.
    if re.search(r"\b[a-z]+[^s]s$", who):
        verb = re.sub(r"(?<=[^aeiou])ies$", "y", verb) if verb.endswith("ies") else re.sub(_THIRD_PERSON, "", verb)
    return f"{verb} {rest}".rstrip()


def _statement_words(reports: Sequence[Report]) -> str:
    """The wording that says most in one line; direct words first, in quotation marks."""
    wordings = [(a.value, r.found_by == "quote:direct") for r in reports for a in r.attributes if a.name == "wording"]
    if not wordings:
        return _short(reports[0].evidence.words)
    fitting = [each for each in wordings if len(each[0]) <= LONGEST_WORDS] or wordings
    words, direct = max(fitting, key=lambda each: (each[1], min(len(each[0]), LONGEST_WORDS), each[0]))
    short = _short(words).removeprefix("that ")
    return f"“{short}”" if direct else short


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
