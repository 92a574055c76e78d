"""Who said what: the words that an article attributes to a source, with cue, source and speakers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from dashboard.language.accounts import (
    find_accounts,
    find_named_words,
    find_noun_cues,
    find_quoted_verbs,
    find_signed,
    find_surveys,
)
from dashboard.language.attributions import Attribution
from dashboard.language.contents import read_contents
from dashboard.language.cues import Cue, find_verb_cues
from dashboard.language.headlines import find_in_headline
from dashboard.language.idioms import find_idioms
from dashboard.language.issuers import Papers, as_speaker
from dashboard.language.lead_ins import find_led_up
from dashboard.language.lines import Line, Range, make_line, word_count
from dashboard.language.marks import find_all_quotations
from dashboard.language.sentences import Passage
from dashboard.language.speakers import find_addressees, find_speakers, find_topics
from dashboard.language.voices import attach_marks, colon_source, merged, speaks
from dashboard.language.when import when_of
from dashboard.language.wordless_cues import is_bare_stance
from dashboard.records import Actor, Article, Evidence, Mention, Quote, QuoteKind, Span, Timex
from dashboard.vocabulary.speech import Speech, load_speech

RELAYED_SHARE = 0.6
"""How much of an outer content an inner attribution must fill to be what the outer source passes on."""
_PRESS = ("agency", "television", "tv", "radio", "newspaper", "daily", "media")
_ASIDES = frozenset({"according to", "parenthetical", "as he said"})


def find_quotes(
    article: Article, passages: tuple[Passage, ...], mentions: tuple[Mention, ...], timexes: tuple[Timex, ...]
) -> tuple[Quote, ...]:
    """The quotes of an article, in order of their place."""
    speech = load_speech()
    marked = find_all_quotations((p.start, article.text[p.start : p.start + len(p.doc.text)]) for p in passages)
    readings = join_lines([read_line(make_line(p, marked.get(p.start, ())), speech) for p in passages])
    context = _Context(article, passages, mentions, timexes, speech, Papers(mentions))
    made: list[Quote] = []
    for reading in readings:
        context.papers.read(reading.line)
    for reading in readings:
        for a in sorted(reading.attributions, key=lambda a: a.at):
            quote = context.quote(reading.line, a) if a.content or a.later else None
            if quote is not None:
                context.papers.heard(reading.line, a, quote.speakers)
                made.append(quote)
    return tuple(made)


@dataclass(slots=True)
class LineReading:
    """A line with its cues and what they attribute."""

    line: Line
    cues: list[Cue]
    attributions: list[Attribution]


def read_line(line: Line, speech: Speech) -> LineReading:
    """The line with its attributions."""
    idioms = [a for a in find_idioms(line, speech) if not is_bare_stance(line, a, speech)]
    cues = list(find_verb_cues(line, speech, frozenset(idiom.at for idiom in idioms if idiom.manner == "speech")))
    found = [a for cue in cues if (a := read_contents(line, cue, speech)) is not None]
    if line.passage.zone == "headline":
        found = find_in_headline(line, speech) or found
    found = [a for a in found if not any(one.at <= a.at < one.phrase[1] for one in idioms)] + idioms
    taken = frozenset(a.at for a in found)
    found += [*find_signed(line, speech), *find_accounts(line, speech), *find_surveys(line, speech)]
    found += find_noun_cues(line, speech, taken)
    found += find_led_up(line, found, speech)
    found += [*find_quoted_verbs(line, speech), *find_named_words(line, speech)]
    part_at_semicolons(line, found)
    for attribution in found:
        grow(line, attribution)
    found = [a for a in outermost(passed_on(line, found)) if not a.is_void]
    pass_on_sources(line, found)
    return LineReading(line, cues, attach_marks(line, cues, found))


def join_lines(readings: list[LineReading]) -> list[LineReading]:
    """Gives lines that are nothing but a quotation to the speaker of the line after or before them.

    A quotation that is left open belongs to the one that the next line opens with; else it goes on with what was said
    in the line before.
    """
    kept: list[LineReading] = []
    waiting: list[Line] = []
    for reading in readings:
        bare = _is_all_quoted(reading.line) and not reading.attributions
        if not bare:
            kept.append(reading)
            _hand_over(waiting, _first_owner(reading) or _speaker_before(kept[-2] if len(kept) > 1 else None))
            waiting = []
        elif reading.line.goes_on or waiting:
            waiting.append(reading.line)
        else:
            _hand_over([reading.line], _speaker_before(kept[-1] if kept else None))
    _hand_over(waiting, _speaker_before(kept[-1] if kept else None))
    return kept


def _hand_over(lines: list[Line], owner: Attribution | None) -> None:
    if owner is not None:
        owner.later += [(line, stretch) for line in lines for stretch in line.quotations]


def _is_all_quoted(line: Line) -> bool:
    return bool(line.quotations) and all(q >= 0 for w, q in zip(line.is_word, line.quoted, strict=True) if w)


def _first_owner(reading: LineReading) -> Attribution | None:
    """Whose words the quotation is that the line begins with."""
    if not reading.line.quotations:
        return None
    start = reading.line.quotations[0][0]
    return next((a for a in reading.attributions for s, e in a.content if s <= start < e), None)


def _speaker_before(before: LineReading | None) -> Attribution | None:
    """Who speaks last in a line: the cue before its closing colon, else the source of its last content."""
    if before is None:
        return None
    lowers = before.line.words.lowers
    cue = before.cues[-1] if before.cues else None
    if cue is not None and speaks(cue) and lowers[-1:] == [":"]:
        found = next((a for a in before.attributions if a.at == cue.at), None)
        if found is None:
            found = Attribution(cue.at, cue.source, [], "marks", "speech", cue.phrase, cue)
            before.attributions.append(found)
        return found
    if lowers[-1:] == [":"]:
        signed = colon_source(before.line, len(lowers) - 1)
        if signed is not None:
            before.attributions.append(signed)
            return signed
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


def pass_on_sources(line: Line, found: list[Attribution]) -> None:
    """Gives ", adding that ..." and "but added that ..." after a content the source of that content's cue."""
    words = line.words
    for one in found:
        if (
            one.rule == "according to"
            or words.kids(one.at, "nsubj", "nsubjpass")
            or words.tags[one.at] not in ("VBG", "VBD", "VBZ", "VBP")
        ):
            continue
        for other in found:
            if other.at < one.at and any(_follows(line, end, one.at) for _, end in other.content):
                one.source, one.relayer = other.source, other.relayer


def part_at_semicolons(line: Line, found: list[Attribution]) -> None:
    """Ends "according to X, A" where a semicolon follows and B has a cue of its own: "...; B, he said"."""
    for one in found:
        if one.rule not in _ASIDES or not one.content:
            continue
        start, end = one.content[-1]
        for other in found:
            if other is one or not other.content or not start <= other.at < end or other.manner != "speech":
                continue
            begin = other.content[0][0]
            if other.source is not None and other.rule not in _ASIDES:
                begin = min(begin, other.source[0])
            if begin > start + 1 and line.words.lowers[begin - 1] == ";":
                one.content[-1] = (start, begin - 1)


def _follows(line: Line, end: int, at: int) -> bool:
    """True when only a comma, "and", "but" or an adverb stands between."""
    return end <= at <= end + 3 and all(line.words.pos[i] in ("PUNCT", "CCONJ", "ADV") for i in range(end, at))


def passed_on(line: Line, found: list[Attribution]) -> list[Attribution]:
    """Without asides around another's statement, whose relayer they name: "Kim denied the charge, an aide said"."""
    kept = list(found)
    for aside in found:
        if aside.rule not in _ASIDES or aside.source is None or len(aside.content) != 1:
            continue
        start, end = aside.content[0]
        within = [a for a in found if a is not aside and start <= a.at < end]
        inner = [a for a in within if _is_main(line, a, start, end)]
        # "He told Chad that talks were off and urged it to wait, an aide said": the parser hung "urged" on the talks.
        stops = {stop for a in inner for _, stop in a.content}
        inner += [a for a in within if a not in inner and _goes_on(line, a, stops)]
        if inner and max(e for a in inner for e in (*(stop for _, stop in a.content), _end_of_cue(a))) >= end - 2:
            kept.remove(aside)
            for one in inner:
                one.relayer = one.relayer or aside.source
    return kept


def _goes_on(line: Line, a: Attribution, stops: set[int]) -> bool:
    """True for a statement without a subject of its own that follows where another one stops."""
    is_bare = a.manner == "speech" and bool(a.content) and not line.words.kids(a.at, "nsubj", "nsubjpass", "neg")
    return is_bare and any(_follows(line, stop, a.at) for stop in stops)


def _end_of_cue(a: Attribution) -> int:
    """Where the cue ends that stands behind its words: "It failed, Ruiz said on the phone, according to an aide"."""
    return a.phrase[1] if a.rule == "parenthetical" else 0


def _is_main(line: Line, a: Attribution, start: int, end: int) -> bool:
    """True for a statement of a named source whose cue is the main verb of the range, or goes with it."""
    if a.source is None or a.manner != "speech" or a.is_void or not start <= a.source[0] < a.at or not a.content:
        return False
    # "They spoke about the summit, an aide said": of what they spoke, but nothing that they said.
    if a.rule == "preposition" or line.words.kids(a.at, "neg"):
        return False
    at, words = a.at, line.words
    while words.deps[at] == "conj" and start <= words.heads[at] < at:
        at = words.heads[at]
    # "Ruiz called Rome and promised to press for a truce, an aide said": what the aide tells of is also what she did.
    if at != a.at and a.cue is not None and at not in a.cue.others:
        return False
    return words.heads[at] == at or not start <= words.heads[at] < end


def outermost(found: list[Attribution]) -> list[Attribution]:
    """Without those whose cue stands in the content of another."""
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda a: -_size(a)):
        around = next((other for other in kept for s, e in other.content if s <= one.at < e), None)
        if around is None:
            kept.append(one)
        elif around.inner is None and one.source is not None and _reach(one) >= RELAYED_SHARE * _size(around):
            around.inner = one
    return kept


def _reach(a: Attribution) -> int:
    """The words of an attribution with its source and cue."""
    return _size(a) + 1 + (a.source[1] - a.source[0] if a.source else 0)


def _size(a: Attribution) -> int:
    return sum(end - start for start, end in a.content)


@dataclass(frozen=True, slots=True)
class _Context:
    """What every quote of one article is made from."""

    article: Article
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]
    speech: Speech
    papers: Papers

    def quote(self, line: Line, a: Attribution) -> Quote | None:
        """The attribution as a record; None where its content holds no word."""
        a, speakers, relayed_by = self._voice(line, a)
        content = tuple(s for part, r in _parts(line, a) if (s := _span(part, *r)) is not None)
        if not content:
            return None
        source = _span(line, *a.source) if a.source else None
        cue = line.passage.span(line.words.doc[a.at])
        spans = [*content, cue, *([source] if source else [])]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        return Quote(
            id=_id(self.article, content),
            evidence=Evidence(self.article.id, start, end, self.article.text[start:end]),
            content=content,
            cue=cue,
            source=source,
            speakers=speakers,
            kind=_kind(line, a),
            when=when_of(self.article, line.passage, line.words.doc[a.at], self.timexes, self.passages),
            found_by=a.rule,
            relayed_by=relayed_by,
            addressees=find_addressees(line, a, self.mentions),
            topics=find_topics(content, self.mentions),
            manner=a.manner,
        )

    def _voice(self, line: Line, a: Attribution) -> tuple[Attribution, tuple[Actor, ...], Actor | None]:
        """The attribution to show with its speakers: what Yonhap reports that Park said is Park's."""
        speakers = self.papers.speakers(line, a, find_speakers(line, a, self.mentions, self.speech))
        speakers = tuple(as_speaker(actor) for actor in speakers)
        if a.relayer is not None:
            carriers = find_speakers(line, replace(a, source=a.relayer), self.mentions, self.speech)
            if _speak_for(carriers, speakers):
                return a, tuple(as_speaker(actor) for actor in carriers), None
            return a, speakers, carriers[0] if carriers and carriers[0] not in speakers else None
        if a.inner is not None and speakers and all(actor.kind == "media" for actor in speakers):
            inner = find_speakers(line, a.inner, self.mentions, self.speech)
            if inner and not any(actor.kind == "media" for actor in inner):
                return a.inner, inner, speakers[0]
        return a, speakers, None


def _speak_for(carriers: tuple[Actor, ...], speakers: tuple[Actor, ...]) -> bool:
    """True for a ministry or spokesman who tells what their state as such did: "Chile rejected it, a minister said"."""
    if len(carriers) != 1 or len(speakers) != 1 or not speakers[0].country:
        return False
    own = carriers[0].country == speakers[0].country and carriers[0].kind in ("person", "unnamed", "government")
    own = own and not carriers[0].name.lower().endswith(_PRESS)
    whole = speakers[0].kind == "country" or speakers[0].name.startswith("Government of ")
    return own and whole and not carriers[0].name.startswith("Government of ")


def _parts(line: Line, a: Attribution) -> list[tuple[Line, Range]]:
    """The content, line by line, in order of the text."""
    return sorted([(line, r) for r in a.content] + a.later, key=lambda part: (part[0].passage.start, part[1]))


def _id(article: Article, content: tuple[Span, ...]) -> str:
    places = " ".join(f"{span.start}-{span.end}" for span in content)
    return hashlib.sha256(f"quote {article.id} {places}".encode()).hexdigest()[:16]


def _span(line: Line, start: int, end: int) -> Span | None:
    """The range as offsets, without blanks and joints at its edges."""
    lowers = line.words.lowers
    start, end = _within_brackets(lowers, start, end)
    while start < end and (lowers[start].isspace() or lowers[start] in ",;:—–"):
        start += 1
    while start < end and (lowers[end - 1].isspace() or lowers[end - 1] in ",;:—–-"):
        end -= 1
    if end - start > 1 and lowers[end - 1] == "." and line.quoted[end - 1] < 0:
        end -= 1
    if not word_count(line, start, end):
        return None
    return line.passage.span(line.words.doc[start:end])


def _within_brackets(lowers: list[str], start: int, end: int) -> Range:
    """The range with the bracket that closes right behind it, else from behind the one that it leaves open.

    In "Members objected (no dues, wrote Rao)" only what stands in the brackets is Rao's.
    """
    opened: list[int] = []
    for i in range(start, end):
        if lowers[i] == "(":
            opened.append(i)
        elif lowers[i] == ")" and opened:
            opened.pop()
    if not opened:
        return start, end
    if lowers[end : end + 1] == [")"] and len(opened) == 1 and opened[0] > start:
        return start, end + 1
    return (opened[-1] + 1, end) if opened[-1] + 1 < end else (start, end - 1)


def _kind(line: Line, a: Attribution) -> QuoteKind:
    inside = [part.quoted[i] >= 0 for part, (s, e) in _parts(line, a) for i in range(s, e) if part.is_word[i]]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"
