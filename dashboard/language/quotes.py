"""Who said what: the words that an article attributes to a source, with cue, source and speakers."""

from __future__ import annotations

import hashlib

from dashboard.language.contents import Attribution, read_contents
from dashboard.language.cues import Cue, find_verb_cues
from dashboard.language.lines import Line, Range, make_line, word_count
from dashboard.language.marks import find_all_quotations
from dashboard.language.accounts import find_accounts, find_noun_cues
from dashboard.language.sentences import Passage
from dashboard.records import UNKNOWN_WHEN, Actor, Article, Evidence, Mention, Quote, QuoteKind, Span, Timex
from dashboard.vocabulary.speech import Speech, load_speech

_JOINTS = frozenset({",", ".", ":", ";", '"', "'", "''", "``", "—", "–", "-", "--", "?", "!", "…", "..."})


def find_quotes(
    article: Article, passages: tuple[Passage, ...], mentions: tuple[Mention, ...], timexes: tuple[Timex, ...]
) -> tuple[Quote, ...]:
    """The quotes of an article, in order of their place."""
    speech = load_speech()
    marked = find_all_quotations((p.start, article.text[p.start : p.start + len(p.doc.text)]) for p in passages)
    found: list[Quote] = []
    before: Attribution | None = None
    for passage in passages:
        line = make_line(passage, marked[passage.start])
        attributions = read_line(line, speech, before)
        found += [_quote(article, line, a, mentions) for a in attributions]
    return tuple(found)


def read_line(line: Line, speech: Speech, before: Attribution | None) -> list[Attribution]:
    """The attributions of one line."""
    cues = list(find_verb_cues(line, speech))
    found = [a for cue in cues if (a := read_contents(line, cue, speech)) is not None]
    found += [*find_accounts(line), *find_noun_cues(line, speech)]
    for attribution in found:
        grow(line, attribution)
    found = outermost(line, found)
    found = attach_marks(line, cues, found)
    return sorted((a for a in found if a.content), key=lambda a: a.content[0])


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


def merged(ranges: list[Range]) -> list[Range]:
    """The ranges in order, those that touch made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def outermost(line: Line, found: list[Attribution]) -> list[Attribution]:
    """Without those whose cue stands in the content of another."""
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda a: -sum(e - s for s, e in a.content)):
        if not any(s <= one.at < e for other in kept for s, e in other.content):
            kept.append(one)
    return kept


def attach_marks(line: Line, cues: list[Cue], found: list[Attribution]) -> list[Attribution]:
    """Gives each quotation that no content touches to the cue beside it."""
    by_cue = {a.at: a for a in found}
    last: Attribution | None = None
    for number, (start, end) in enumerate(line.quotations):
        owner = next((a for a in by_cue.values() if number in a.marks), None)
        if owner is None:
            cue = _cue_after(line, cues, start, end) or _cue_before(line, cues, start)
            if cue is not None and not any(s <= cue.at < e for a in by_cue.values() for s, e in a.content):
                owner = by_cue.setdefault(
                    cue.at, Attribution(cue.at, cue.source, [], "marks", "speech", cue.phrase, cue)
                )
            elif last is not None and _continues(line, last, start):
                owner = last
            if owner is not None:
                owner.content = merged([*owner.content, (start, end)])
                owner.marks.append(number)
        last = owner or last
    return list(by_cue.values())


def _only_joints(line: Line, start: int, end: int) -> bool:
    return all(word in _JOINTS for word in line.words.lowers[start:end])


def _cue_after(line: Line, cues: list[Cue], start: int, end: int) -> Cue | None:
    """The cue whose phrase follows the quotation at once: "...," he said."""
    for cue in cues:
        if cue.phrase[0] >= end:
            if ("clause" in cue.frames or "quote" in cue.frames) and _only_joints(line, end, cue.phrase[0]):
                return cue
            return None
    return None


def _cue_before(line: Line, cues: list[Cue], start: int) -> Cue | None:
    """The cue whose phrase ends at the quotation: He said: "..." """
    for cue in reversed(cues):
        if cue.at < start:
            speaks = "clause" in cue.frames or "quote" in cue.frames
            return cue if speaks and _only_joints(line, cue.phrase[1], start) else None
    return None


def _continues(line: Line, last: Attribution, start: int) -> bool:
    end = max([last.phrase[1], *(e for _, e in last.content)])
    return _only_joints(line, end, start)


def _quote(article: Article, line: Line, a: Attribution, mentions: tuple[Mention, ...]) -> Quote:
    content = tuple(s for r in a.content if (s := _span(line, *r)) is not None)
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
    inside = [line.quoted[i] >= 0 for s, e in a.content for i in range(s, e) if line.is_word[i]]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"


def _speakers(source: Span, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    inside = [m for m in mentions if source.covers(m.span) and not m.place]
    return inside[-1].actors if inside else ()
