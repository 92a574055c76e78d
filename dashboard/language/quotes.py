"""Who said what: the words that an article attributes to a source, with cue, source and speakers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from dashboard.language.contents import Attribution, read_contents
from dashboard.language.cues import Cue, find_verb_cues
from dashboard.language.lines import Line, Range, make_line, word_count
from dashboard.language.marks import find_all_quotations
from dashboard.language.accounts import find_accounts, find_noun_cues, find_signed
from dashboard.language.sentences import Passage
from dashboard.records import UNKNOWN_WHEN, Actor, Article, Evidence, Mention, Quote, QuoteKind, Span, Timex
from dashboard.language.voices import attach_marks, merged, speaks
from dashboard.vocabulary.speech import Speech, load_speech


def find_quotes(
    article: Article, passages: tuple[Passage, ...], mentions: tuple[Mention, ...], timexes: tuple[Timex, ...]
) -> tuple[Quote, ...]:
    """The quotes of an article, in order of their place."""
    speech = load_speech()
    marked = find_all_quotations((p.start, article.text[p.start : p.start + len(p.doc.text)]) for p in passages)
    readings: list[LineReading] = []
    for passage in passages:
        reading = read_line(make_line(passage, marked[passage.start]), speech)
        if not (readings and _joins(readings, reading)):
            readings.append(reading)
    return tuple(
        _quote(article, reading.line, a, mentions)
        for reading in readings
        for a in sorted(reading.attributions, key=lambda a: a.at)
        if a.content or a.later
    )


@dataclass(slots=True)
class LineReading:
    """A line with its cues and what they attribute."""

    line: Line
    cues: list[Cue]
    attributions: list[Attribution]


def read_line(line: Line, speech: Speech) -> LineReading:
    """The line with its attributions."""
    cues = list(find_verb_cues(line, speech))
    found = [a for cue in cues if (a := read_contents(line, cue, speech)) is not None]
    found += [*find_signed(line), *find_accounts(line), *find_noun_cues(line, speech)]
    for attribution in found:
        grow(line, attribution)
    found = outermost(line, found)
    return LineReading(line, cues, attach_marks(line, cues, found))


def _joins(readings: list[LineReading], reading: LineReading) -> bool:
    """True when the line is nothing but a quotation that goes on with the line before; it is then added there."""
    line = reading.line
    if not line.quotations or any(w and q < 0 for w, q in zip(line.is_word, line.quoted, strict=True)):
        return False
    before = readings[-1]
    owner = _speaker_before(before)
    if owner is None:
        return False
    owner.later += [(line, stretch) for stretch in line.quotations]
    return True


def _speaker_before(before: LineReading) -> Attribution | None:
    lowers = before.line.words.lowers
    cue = before.cues[-1] if before.cues else None
    if cue is not None and speaks(cue) and lowers[-1:] == [":"]:
        found = next((a for a in before.attributions if a.at == cue.at), None)
        if found is None:
            found = Attribution(cue.at, cue.source, [], "marks", "speech", cue.phrase, cue)
            before.attributions.append(found)
        return found
    spoken = [a for a in before.attributions if a.manner == "speech"]
    return max(spoken, key=lambda a: max((e for _, e in a.content), default=0), default=None) if spoken else None


def grow(line: Line, attribution: Attribution) -> None:
    """Extends contents over the whole of each quotation that they touch."""
    content = []
    for start, end in attribution.content:
        for number, (first, last) in enumerate(line.quotations):
            if first < end and start < last and not (first <= attribution.at < last):
                start, end = min(start, first), max(end, last)
                attribution.marks.append(number)
        content.append((start, end))
    attribution.content = merged(content)


def outermost(line: Line, found: list[Attribution]) -> list[Attribution]:
    """Without those whose cue stands in the content of another."""
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda a: -sum(e - s for s, e in a.content)):
        if not any(s <= one.at < e for other in kept for s, e in other.content):
            kept.append(one)
    return kept


def _quote(article: Article, line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> Quote:
    parts = [(line, r) for r in a.content] + a.later
    content = tuple(s for part, r in parts if (s := _span(part, *r)) is not None)
    source = _span(line, *a.source) if a.source else None
    cue = _span(line, a.at, a.at + 1) or content[0]
    spans = [*content, cue, *([source] if source else [])]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return Quote(
        id=hashlib.sha256(f"{article.id} {content} quote".encode()).hexdigest()[:16],
        evidence=Evidence(article.id, start, end, article.text[start:end]),
        content=content,
        cue=cue,
        source=source,
        speakers=_speakers(source, mentions) if source else (),
        kind=_kind(line, a),
        when=UNKNOWN_WHEN,
        found_by=a.rule,
    )


def _span(line: Line, start: int, end: int) -> Span | None:
    """The range as offsets, without blanks and joints at its edges."""
    lowers = line.words.lowers
    while start < end and (lowers[start].isspace() or lowers[start] in ",;:"):
        start += 1
    while start < end and (lowers[end - 1].isspace() or lowers[end - 1] in ",;:—–-"):
        end -= 1
    if not word_count(line, start, end):
        return None
    return line.passage.span(line.words.doc[start:end])


def _kind(line: Line, a: Attribution) -> QuoteKind:
    parts = [(line, r) for r in a.content] + a.later
    inside = [part.quoted[i] >= 0 for part, (s, e) in parts for i in range(s, e) if part.is_word[i]]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"


def _speakers(source: Span, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    inside = [m for m in mentions if source.covers(m.span) and not m.place]
    return inside[-1].actors if inside else ()
