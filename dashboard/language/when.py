"""The day of what a token tells: its own time words, those it inherits, else bounds from the publication day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dashboard.language.periods import period_at, shift_day
from dashboard.language.sentences import Passage
from dashboard.language.tense import tense_of, verb_tense
from dashboard.records import UNKNOWN_WHEN, Article, Timex, When
from dashboard.vocabulary.speech import load_speech
from dashboard.vocabulary.word_sets import word_set

#: A statement or deed that a report tells without a day is taken to be of the week that ends with its publication:
#: docs/decisions/2026-11-22-news-is-told-within-a-week.md has the reasons.
FRESH_DAYS = 7
#: How far back the day of a continued statement is looked for: some eight sentences.
LOOK_BACK_CHARACTERS = 1_200
#: Longer than a year is no day that a story goes on from.
MOST_DAYS_PASSED_ON = 366
#: How many sentences back the name behind a pronoun is looked for.
_PRONOUN_SENTENCES = 3
_VERBS = ("VERB", "AUX")
_MARKS = '"“”„«»'
_MARK_SET = frozenset(_MARKS)
_STANCE = frozenset(("stance", "thought"))
_STEPS = 12
_LENGTH = re.compile(r"P(?:(?P<clock>T.+)|(?P<n>\d+)(?P<unit>[DWMY]))")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_OCCASIONS = word_set("occasions_of_speech")
_CARRIERS = word_set("carriers")
#: Words that set a deed after or before the one told last.
_ORDER = dict.fromkeys(("then", "later", "afterwards", "afterward", "subsequently", "thereafter"), "after") | (
    dict.fromkeys(("earlier", "previously", "beforehand"), "before")
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "him", "her", "them"))
#: What answers came after what the sentence before tells.
_ANSWERS = frozenset(("reply", "respond", "answer", "retort", "counter", "rejoin", "retaliate", "react"))
#: "caused a stir on Dec. 9 when he rebuked Chen": the clause tells of the same day.
_MEANWHILE = frozenset(("when", "as", "while"))
_BOUNDS = {"since": "after", "after": "after", "following": "after", "from": "after", "before": "before"} | {
    "beyond": "after",
    "until": "until",
    "till": "until",
    "by": "until",
    "ahead": "before",
    "prior": "before",
}


@dataclass(frozen=True, slots=True)
class _Dated:
    """A timex of a sentence, the token it dates, and the preposition before it."""

    timex: Timex
    owner: Token
    bound: str


def when_of(
    article: Article, passage: Passage, token: Token, timexes: Sequence[Timex], passages: Sequence[Passage]
) -> When:
    """When the thing told by ``token`` was.

    The words that belong to it by syntax come first, then those of the clause it hangs on, then the day of an earlier
    sentence whose statement it continues (basis "inherited"), else bounds from the publication day.
    """
    published = article.published
    counted = _counted(article, passage, token, timexes, passages)
    if counted is not None:
        return counted
    dated = _dated(passage, token.sent, timexes)
    if dated:
        quoted = _in_quotes(article, passage, passage.start + token.idx)
        for owner in _chain(token):
            own = [
                d
                for d in dated
                if d.owner == owner and (quoted or not _in_quotes(article, passage, d.timex.span.start))
            ]
            if own:
                return _bounded(min(own, key=_fit), published)
        reported = _reported(token, dated, published)
        if reported:
            return reported
    inherited = _inherited(article, passage, token, timexes, passages)
    continued = inherited or _continued(article, passage, token, timexes, passages)
    return continued or _answered(passage, token, timexes, published) or _fresh(published, token)


def _counted(
    article: Article, passage: Passage, token: Token, timexes: Sequence[Timex], passages: Sequence[Passage]
) -> When | None:
    """The day of what the next clause was a length of time after: "cut ties on Monday, a day after Riyadh did so"."""
    sentence = token.sent
    floor, ceiling = passage.start + sentence.start_char, passage.start + sentence.end_char
    for timex in timexes:
        if timex.type != "DURATION" or not floor <= timex.span.start < ceiling:
            continue
        length, words = _LENGTH.fullmatch(timex.value), _tokens(passage, timex)
        clause = _next_clause(words) if length and words is not None else None
        if length is None or words is None or clause is None or not any(node == clause for node in _chain(token)):
            continue
        if any(other.owner in clause.subtree for other in _dated(passage, sentence, timexes)):
            return None
        main = when_of(article, passage, clause.head, timexes, passages)
        if not (main.first and main.last):
            return None
        back = -1 if words[-1].lower_ in ("after", "following") else 1
        if length["clock"]:
            first, last = sorted((main.first, main.first + back * dt.timedelta(1)))
            return When(first, max(last, main.last), "event", timex.when.words)
        unit, steps = _UNITS[length["unit"]], back * int(length["n"])
        first, last = (shift_day(day, unit, steps) for day in (main.first, main.last))
        return When(period_at(first, unit).first, period_at(last, unit).last, "event", timex.when.words)
    return None


def _next_clause(words: Tokens) -> Token | None:
    """The verb of the clause that "a day after" opens; None for "a day after the summit"."""
    mark = words[-1]
    opens = mark.lower_ in ("after", "before") and mark.dep_ in ("mark", "advmod") and mark.head.i > mark.i
    clause = mark.head
    return clause if opens and clause.pos_ in _VERBS and clause.dep_ == "advcl" else None


def taken(
    article: Article,
    passage: Passage,
    token: Token,
    timexes: Sequence[Timex],
    passages: Sequence[Passage],
    quoted: When = UNKNOWN_WHEN,
) -> When:
    """When the stance or step told by ``token`` was taken; ``quoted`` is the day of the words that tell it, if any.

    What lies ahead, or has a deadline to come, is taken on the day of the saying, else in the week of the news; what
    was so "by Friday" came about in the week before.
    """
    when, published = when_of(article, passage, token, timexes, passages), article.published
    if (when.first and when.last) or published.last is None:
        return when
    if when.first is None and when.last and when.last < published.last:
        week = dt.timedelta(FRESH_DAYS)
        return replace(when, first=when.last - week) if when.last >= published.last - week else when
    if quoted.last:
        return quoted
    cue = next((node for node in token.ancestors if _speaks(node)), None)
    said = when_of(article, passage, cue, timexes, passages) if cue is not None else UNKNOWN_WHEN
    return said if said.last else _week(published)


def _fit(dated: _Dated) -> tuple[bool, int]:
    """Plain days before bounds, fine before coarse."""
    when = dated.timex.when
    width = (when.last - when.first).days if when.first and when.last else 10**6
    return bool(dated.bound), width


def _bounded(dated: _Dated, published: When) -> When:
    """The days of a timex, as "since", "until", "before" and "after" leave them."""
    when = dated.timex.when
    match dated.bound:
        case "after":
            last = published.last if published.last and when.first and published.last >= when.first else None
            return When(when.first, last, when.basis, when.words)
        case "before" | "until":
            return When(None, when.last, when.basis, when.words)
    return when


def _dated(passage: Passage, sentence: Tokens, timexes: Sequence[Timex]) -> list[_Dated]:
    """The usable time words of a sentence, each with the token it dates."""
    start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    found = []
    for timex in timexes:
        if timex.span.start < start or timex.span.end > end:
            continue
        if timex.type in ("SET",) or (timex.when.first is None and timex.when.last is None):
            continue
        words = _tokens(passage, timex)
        if words is not None:
            owner, bound = _owner(words, sentence)
            found.append(_Dated(timex, owner, bound))
    return found


def _owner(words: Tokens, sentence: Tokens) -> tuple[Token, str]:
    """The verb or noun that time words belong to, and how they bound it ("since 2017")."""
    node, bound = words.root, ""
    clause = _next_clause(words)
    if clause is not None:
        return clause.head, bound
    if words.start > sentence.start:
        bound = _BOUNDS.get(sentence.doc[words.start - 1].lower_, "")
    if words.start - sentence.start <= 1 and sentence.root.pos_ in _VERBS:
        return sentence.root, bound
    spoken_at = False
    for _ in range(_STEPS):
        head = node.head
        if head == node:
            return node, bound
        node = head
        if words.start <= node.i < words.end:
            continue
        if node.pos_ in _VERBS and node.dep_ not in ("aux", "auxpass"):
            return node, bound
        if node.pos_ in ("NOUN", "PROPN") and not (_passes(node) or (spoken_at and node.dep_ == "nsubj")):
            return node, bound
        spoken_at = spoken_at or node.lemma_ in _OCCASIONS
        if node.dep_ in ("prep", "mark"):
            bound = bound or _BOUNDS.get(node.lower_, "")
    return node, bound


def _passes(noun: Token) -> bool:
    """True when the day of this noun is also the day of its verb: "told a briefing on Friday", "in talks on Monday"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during", "amid"):
        return True
    return noun.dep_ in ("dobj", "dative", "pobj") and noun.lemma_ in _OCCASIONS


def _chain(token: Token) -> Iterator[Token]:
    """``token`` and the tokens whose day is also its own, nearest first."""
    node, spoken = token, _speaks(token)
    for _ in range(_STEPS):
        yield node
        head = node.head
        if head == node:
            return
        if node.pos_ in _VERBS:
            joined = node.dep_ in ("conj", "xcomp", "aux", "auxpass", "prep", "pcomp")
            ahead = node.dep_ in ("ccomp", "parataxis") and _is_stance(node) and not _apart(node, head)
            while_so = node.dep_ == "advcl" and node.tag_ == "VBG" and not any(c.dep_ == "mark" for c in node.children)
            meanwhile = node.dep_ == "advcl" and any(
                c.lower_ in _MEANWHILE and c.dep_ in ("mark", "advmod") for c in node.children
            )
            wish = node.dep_ == "advcl" and node.tag_ == "VB" and _takes_infinitive(head)
            if not (joined or ahead or while_so or meanwhile or wish):
                return
            if node.dep_ == "pcomp" and head.lower_ in ("after", "before", "since", "following"):
                return
        elif head.pos_ in _VERBS:
            if not (node.pos_ == "ADP" and spoken) and not (head.lemma_ in _CARRIERS or node.dep_ in ("attr", "acomp")):
                return
        elif not (node.dep_ in ("compound", "conj", "amod", "nmod", "prep") or head.pos_ == "ADP"):
            return
        node = head


def _speaks(token: Token) -> bool:
    """True for a verb of saying; what says only beside quoted words, as "closed" does, needs quotation marks near."""
    senses = load_speech().verbs.get(token.lower_, ()) if token.pos_ == "VERB" else ()
    frames = {frame for sense in senses for frame, kind in sense.frames.items() if kind == "speech"}
    return bool(frames) and (frames != {"quote"} or not _MARK_SET.isdisjoint(token.sent.text))


def _takes_infinitive(verb: Token) -> bool:
    """True for "threatened to", "offered to", whose infinitive tells what was said."""
    return any("infinitive" in sense.frames for sense in load_speech().verbs.get(verb.lower_, ()))


def _is_stance(verb: Token) -> bool:
    """True for what holds while it is said: "said it was considering", "says it supports", "said it was ready"."""
    senses = load_speech().verbs.get(verb.lower_, ())
    if _takes_infinitive(verb) or any(_STANCE & {*sense.frames.values()} for sense in senses):
        return True
    return verb.tag_ == "VBG" or verb_tense(verb) == "present" or (verb.lemma_ == "be" and verb_tense(verb) == "past")


def _is_past(verb: Token) -> bool:
    return tense_of(verb) == "past"


def _reported(token: Token, dated: list[_Dated], published: When) -> When | None:
    """Bounds from the other days of the sentence.

    Who says what happened on Friday speaks on Friday or later, and what Friday's attack brought about came with it or
    after; what is said to have happened was before it was said.
    """
    for other in dated:
        when = other.timex.when
        if other.bound or when.basis == "unknown":
            continue
        after = _comes_before(other.owner) and token in other.owner.ancestors
        if after and when.first and published.last and when.first <= published.last:
            return When(when.first, published.last, "event", when.words)
        below = token in other.owner.ancestors
        caused = other.owner.dep_ == "nsubj" and other.owner.head == token
        if (
            below
            and when.first
            and published.last
            and when.first <= published.last
            and _is_past(other.owner)
            and (caused or _speaks(token))
        ):
            week = published.last - dt.timedelta(FRESH_DAYS)
            if when.first >= week:
                return When(when.first, published.last, "event", when.words)
        if other.owner in token.ancestors and _speaks(other.owner) and not _apart(token, other.owner):
            if _is_past(token) and when.last:
                start = when.first - dt.timedelta(FRESH_DAYS) if when.first else None
                return When(start, when.last, "event", when.words)
            if tense_of(token) == "future" and when.first:
                return When(when.first, None, "event", when.words)
    return None


def _apart(one: Token, other: Token) -> bool:
    """True when a semicolon stands between: two statements, not one inside the other."""
    return any(word.text == ";" for word in one.doc[min(one.i, other.i) : max(one.i, other.i)])


def _comes_before(noun: Token) -> bool:
    """True for what a preposition sets before its verb: "after Monday's vote", "within hours of the Aug. 10 visit"."""
    for node in noun.ancestors:
        if node.pos_ in _VERBS:
            return False
        if node.lower_ in ("after", "following", "since", "within"):
            return True
    return False


def _in_quotes(article: Article, passage: Passage, place: int) -> bool:
    """True when an odd number of quotation marks stands between the start of the line and this place of the text."""
    return sum(article.text.count(mark, passage.start, place) for mark in _MARKS) % 2 == 1


def _names(token: Token) -> tuple[frozenset[str], bool]:
    """The names in the subject of a verb (in "X quoted him", the one quoted), and whether it is a pronoun."""
    node = token
    for _ in range(_STEPS):
        quoted = [c for c in node.children if c.dep_ == "dobj"] if node.lemma_ == "quote" else []
        subjects = quoted or [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
        if subjects:
            words = [w for s in subjects for w in s.subtree]
            names = frozenset(w.lower_ for w in words if w.pos_ == "PROPN" and len(w) > 2)
            return names, any(s.lower_ in _PRONOUNS for s in subjects)
        if node.dep_ not in ("conj", "xcomp", "ccomp", "advcl", "pcomp", "prep") or node.head == node:
            break
        node = node.head
    return frozenset(), False


def _inherited(
    article: Article, passage: Passage, token: Token, timexes: Sequence[Timex], passages: Sequence[Passage]
) -> When | None:
    """The day of the earlier sentence whose statement ``token`` continues: same speaker, by name or pronoun."""
    start = passage.start + token.sent.start_char
    earlier = [t for t in timexes if start - LOOK_BACK_CHARACTERS < t.span.start < start and t.type in ("DATE", "TIME")]
    cue = next((node for node in (token, *token.ancestors) if _speaks(node)), None) if earlier else None
    if cue is None or passage.zone == "headline":
        return None
    for timex, verb in _told_before(article, passage, cue, earlier, passages):
        if _speaks(verb):
            return replace(timex.when, basis="inherited")
    return None


def _told_before(
    article: Article, passage: Passage, verb: Token, earlier: Sequence[Timex], passages: Sequence[Passage]
) -> Iterator[tuple[Timex, Token]]:
    """The earlier days, newest first, that date a sentence about the subject of ``verb``, each with its main verb."""
    names, pronoun = _names(verb)
    if pronoun and not names:
        names = _antecedent(verb.sent, passage, passages)
    for timex in reversed(earlier) if names else ():
        other = next((p for p in reversed(passages) if p.start <= timex.span.start), None)
        words = _tokens(other, timex) if other is not None and other.zone == passage.zone else None
        if other is None or words is None or not names & _names(words.sent.root)[0]:
            continue
        owner, bound = _owner(words, words.sent)
        dates_it = owner == words.sent.root and not bound and _is_a_year_at_most(timex.when)
        if dates_it and not _in_quotes(article, other, timex.span.start):
            yield timex, owner


def _is_a_year_at_most(when: When) -> bool:
    """True for what a story can go on from: not "the 20th century", which is what somebody talked about."""
    if when.first and when.last:
        return (when.last - when.first).days <= MOST_DAYS_PASSED_ON
    return bool(when.first or when.last)


def _continued(
    article: Article, passage: Passage, token: Token, timexes: Sequence[Timex], passages: Sequence[Passage]
) -> When | None:
    """Bounds for a deed from the day told before of the same subject.

    "He then toured" came after that day and "he had earlier toured" before it. Without such a word the order stays
    open, but a line that told of March goes on since March, not in the week before publication.
    """
    start, published = passage.start + token.sent.start_char, article.published
    verb = next((node for node in (token, *token.ancestors) if node.pos_ in _VERBS), None)
    if verb is None or published.last is None:
        return None
    order = next((_ORDER[child.lower_] for child in verb.children if child.lower_ in _ORDER), "")
    floor = start - LOOK_BACK_CHARACTERS if order else passage.start - 1
    earlier = [t for t in timexes if floor < t.span.start < start and t.type in ("DATE", "TIME")]
    if not earlier or _speaks(verb) or not _is_past(verb):
        return None
    told = next(_told_before(article, passage, verb, earlier, passages), None)
    if told is None or not _is_past(told[1]):
        return None
    when, week = told[0].when, dt.timedelta(FRESH_DAYS)
    if order == "after" and when.first and when.first <= published.last:
        return When(when.first, published.last, "event", when.words)
    if order == "before" and when.last:
        return When(when.first - week if when.first else None, when.last, "event", when.words)
    old = when.first and when.last and published.first and when.last < published.first - week
    return When(when.first, published.last, "published") if old and not order else None


def _answered(passage: Passage, token: Token, timexes: Sequence[Timex], published: When) -> When | None:
    """Bounds for an answer: from the day that the sentence before tells on."""
    sentence = token.sent
    verb = next((node for node in (token, *token.ancestors) if node.lemma_ in _ANSWERS), None)
    if verb is None or not sentence.start or not _is_past(verb):
        return None
    for told in reversed(_dated(passage, sentence.doc[sentence.start - 1].sent, timexes)):
        when = told.timex.when
        if not told.bound and _is_past(told.owner) and when.first and published.last and when.first <= published.last:
            return When(when.first, published.last, "event", when.words)
    return None


def _antecedent(sentence: Tokens, passage: Passage, passages: Sequence[Passage]) -> frozenset[str]:
    """The names of the last subject before this sentence that has any."""
    for _ in range(_PRONOUN_SENTENCES):
        if sentence.start:
            sentence = sentence.doc[sentence.start - 1].sent
        else:
            place = next(i for i, p in enumerate(passages) if p is passage)
            if place == 0 or passages[place - 1].zone != passage.zone:
                break
            passage = passages[place - 1]
            sentence = passage.doc[len(passage.doc) - 1].sent
        names, _ = _names(sentence.root)
        if names:
            return names
    return frozenset()


def _tokens(passage: Passage, timex: Timex) -> Tokens | None:
    """The tokens of a timex of this passage."""
    start, end = timex.span.start - passage.start, timex.span.end - passage.start
    return passage.doc.char_span(start, end, alignment_mode="expand")


def _fresh(published: When, token: Token) -> When:
    """Bounds for what has no time words: the week before publication, or from publication on when it lies ahead."""
    if published.last is None:
        return UNKNOWN_WHEN
    if token.tag_ != "VBG" and tense_of(token) == "future" and not any(_is_stance(node) for node in _chain(token)):
        return When(published.first, None, "published")
    return _week(published)


def _week(published: When) -> When:
    """The week that ends with publication."""
    if published.last is None:
        return UNKNOWN_WHEN
    first = published.first - dt.timedelta(days=FRESH_DAYS) if published.first else None
    return When(first, published.last, "published")
