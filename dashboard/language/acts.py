"""Who does what to whom: every coded event of an article, with modality, negation, condition and evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dashboard.language import syntax
from dashboard.language.actor_phrases import role_code
from dashboard.language.deeds import Deed, find_deeds
from dashboard.language.homes import Homes, at_home
from dashboard.language.mentions import mentions_by_token
from dashboard.language.sentences import Passage
from dashboard.language.syntax import Words, read_words
from dashboard.language.when import when_of
from dashboard.records import Act, Actor, Article, Mention, Quote, Span, Timex
from dashboard.vocabulary.countries import is_bloc
from dashboard.vocabulary.plover import load_plover
from dashboard.vocabulary.roles import load_roles

_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours", "ourselves"})
_THIRD_PERSON = frozenset({"it", "he", "she", "they", "its", "his", "her", "their", "him", "them"})

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_QUALIFYING = frozenset({"amod", "compound", "nmod", "poss", "appos"})
_PLACED = frozenset({"ASSAULT", "MOBILIZE", "AID", "COERCE", "RETREAT", "PROTEST", "SANCTION"})
#: Deeds whose target may stand anywhere in their clause, since they always have one.
_FAR = frozenset({"MOBILIZE", "COERCE", "SANCTION", "AID", "RETREAT", "THREATEN", "PROTEST", "REJECT", "AGREE"})
#: "Urged calm in Chad", "sought asylum in Chad".
_AIMED_AT_PLACES = frozenset({"verb:seek_refuge", "verb:demand_thing"})
_SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT", "COOPERATE", "AID"})
#: Roles of those who are of the country that they speak about.
_OF_A_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "OPP", "PTY", "REB", "SEP", "PRM", "LAB"})
_OFFICIAL = frozenset({"country", "government", "body"})
_AIMING = frozenset({"at", "to", "on", "upon", "against", "with", "for", "toward", "towards", "between", "by"})
_NEAR_PREPOSITIONS = frozenset({"of", "from", "in", "by"})


def find_acts(
    article: Article,
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
    timexes: tuple[Timex, ...],
) -> tuple[Act, ...]:
    """The acts of one article, in reading order. An act has at least a source or a target among ``mentions``."""
    plover = load_plover()
    starts = [mention.span.start for mention in mentions]
    found: list[Act] = []
    for passage in passages:
        words = read_words(passage.doc)
        deeds = find_deeds(words, plover)
        if not deeds:
            continue
        end = passage.end
        low, high = bisect_right(starts, passage.start - 1), bisect_right(starts, end)
        cast = _Cast(passage, words, mentions[low:high], quotes)
        for deed in deeds:
            act = _act(deed, cast)
            if act is not None:
                when = when_of(article, passage, words.doc[deed.token], timexes, passages)
                found.append(replace(act, when=when))
    return tuple(found)


def _act(deed: Deed, cast: _Cast) -> Act | None:
    source_spans, sources = cast.actors(deed.source, deed)
    if deed.source is None and deed.sayer is not None and _by_sayer(deed):
        source_spans, sources = cast.actors(syntax.subject(cast.words, deed.sayer), deed)
    if not sources and deed.source is not None:
        source_spans, sources = cast.actors(cast.maker(deed.source), deed)
    target_spans, targets = cast.first_actors(deed, set(sources))
    reciprocal = deed.reciprocal
    if len(sources) > 1 and (
        (not targets and _is_theirs(deed, cast.words)) or (reciprocal and not any(actor.country for actor in targets))
    ):
        reciprocal = True
        targets, target_spans = sources, source_spans
    elif reciprocal and not sources and len(targets) > 1:
        sources, source_spans = targets, target_spans
    sources, targets = _at_home(sources, targets, deed, cast)
    if not sources and not targets:
        return None
    if deed.found_by.startswith("noun:") and not (sources and (targets or deed.root == "PROTEST")):
        return None
    words, passage = cast.words, cast.passage
    root, mode = _kind(deed, sources, targets, cast)
    predicate = passage.span(words.doc[deed.token])
    return Act(
        span=passage.span(words.doc[deed.token].sent),
        predicate=predicate,
        root=root,
        mode=mode,
        sources=sources,
        targets=targets,
        modality=deed.modality,
        found_by=deed.found_by,
        source_span=source_spans[0] if source_spans else None,
        target_spans=target_spans,
        negated=deed.negated,
        condition=cast.stretch(deed.condition),
        reciprocal=reciprocal,
        contexts=deed.contexts,
        lemma=words.lemmas[deed.token],
        topic=cast.stretch(deed.thing),
        quote=cast.quote_at(predicate.start),
    )


def _kind(deed: Deed, sources: tuple[Actor, ...], targets: tuple[Actor, ...], cast: _Cast) -> tuple[str, str]:
    """Root and mode of the act, where those who take part in it tell more than the words of the deed."""
    if deed.found_by == "verb:expel" and targets and all(actor.kind == "people" for actor in targets):
        return "COERCE", "deport"
    official = bool(sources) and all(actor.kind in _OFFICIAL and actor.country for actor in sources)
    if cast.words.lemmas[deed.token] == "protest" and official and deed.source in cast.at:
        # a state that protests against another complains; it does not march
        return "ACCUSE", "disapprove"
    return deed.root, deed.mode


def _at_home(
    sources: tuple[Actor, ...], targets: tuple[Actor, ...], deed: Deed, cast: _Cast
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Both sides, those without a country placed where the text says the deed is done, else with the other side."""
    homes = cast.homes
    scene = homes.of_deed(deed.token) if (deed.inner or deed.root) in _PLACED else ""
    only = homes.of_sentence(deed.token)
    here = homes.of_places(deed.token) if deed.root in _PLACED else ""
    spoken = only if _may_act_here(sources, deed) else ""
    sources = at_home(sources, homes.of_phrase(deed.source) or scene or spoken or here)
    for head in deed.targets:
        if head in cast.at and (fled := homes.of_phrase(head)):
            targets = at_home(targets, fled)
            break
    return sources, at_home(targets, scene or only)


def _may_act_here(sources: tuple[Actor, ...], deed: Deed) -> bool:
    """False for groups that speak about a country and may be of any other: "human rights groups criticised Chad"."""
    roles = load_roles()
    return deed.root not in _SPOKEN or all(role_code(actor.name, roles) in _OF_A_STATE for actor in sources)


def _by_sayer(deed: Deed) -> bool:
    """True where the one who says it is the one who does it: "X said that Y must go", "said Y was responsible"."""
    return (
        deed.modality in ("demanded", "denied")
        or deed.found_by.startswith("adjective:")
        or (deed.reciprocal and deed.root in ("SUPPORT", "CONSULT"))
        or (deed.modality == "announced" and deed.root in ("THREATEN", "AGREE", "REJECT"))
    )


def _is_theirs(deed: Deed, words: Words) -> bool:
    """True for what two have in common: "reopened their border", "cut their ties"."""
    return deed.thing is not None and any(words.lowers[child] == "their" for child in words.children[deed.thing])


def _has_place(deed: Deed) -> bool:
    """True where the place of the deed is the one it is done to: "attacked a base in Chad", "flew to Rome"."""
    if deed.root == "RETREAT" and deed.mode != "withdraw":
        return False
    return (deed.inner or deed.root) in _PLACED or (deed.root == "CONSULT" and deed.mode == "visit")


def _countries(mentions: list[Mention]) -> frozenset[str]:
    return frozenset(actor.country for mention in mentions for actor in mention.actors if actor.country)


class _Cast:
    """Who is mentioned where in one passage."""

    def __init__(
        self, passage: Passage, words: Words, mentions: tuple[Mention, ...], quotes: tuple[Quote, ...]
    ) -> None:
        self.passage, self.words, self.quotes = passage, words, quotes
        self.at = mentions_by_token(passage, mentions)
        self.homes = Homes(words, self.at)

    def actors(
        self,
        head: int | None,
        deed: Deed,
        *,
        place: bool = False,
        deep: bool = False,
        but: frozenset[str] = frozenset(),
    ) -> tuple[tuple[Span, ...], tuple[Actor, ...]]:
        """Those whom the phrase of ``head`` names, with where it names them.

        ``place`` takes places for actors too; ``deep`` looks also at what the phrase is about ("its border with Chad").
        Mentions of the countries ``but`` are passed over.
        """
        if head is None:
            return (), ()
        spans: list[Span] = []
        found: list[Actor] = []
        for joint in self.words.conjuncts(head):
            for mention in self._mentions(joint, place, deep, but):
                spans.append(mention.span)
                found.extend(actor for actor in mention.actors if actor not in found)
            if joint not in self.at and (spoken := self._pronoun(joint, deed)) is not None:
                spans.append(self.passage.span(self.words.doc[joint]))
                found.extend(actor for actor in spoken if actor not in found)
        return tuple(dict.fromkeys(spans)), tuple(found)

    def maker(self, thing: int) -> int | None:
        """Who uses a thing that does the deed: Chad in "shells fired by Chad hit the town"."""
        words = self.words
        used = (syntax.agent(words, clause) for clause in words.kids(thing, "acl") if words.tags[clause] == "VBN")
        return next((doer for doer in used if doer is not None), None)

    def first_actors(self, deed: Deed, sources: set[Actor]) -> tuple[tuple[Span, ...], tuple[Actor, ...]]:
        """The first of the places where a target may stand that names someone other than the source."""
        but = frozenset(actor.country for actor in sources if actor.country)
        nameless: tuple[tuple[Span, ...], tuple[Actor, ...]] = (), ()
        together = deed.reciprocal and len(but) > 1
        placed = (_has_place(deed) and not together) or deed.found_by in _AIMED_AT_PLACES
        passes = ((False, False), (False, True), (True, True)) if placed else ((False, False), (False, True))
        for place, deep in passes:
            for head in deed.targets:
                spans, actors = self.actors(head, deed, place=place or self._is_aimed(head), deep=deep, but=but)
                others = tuple(actor for actor in actors if actor not in sources)
                foreign = tuple(actor for actor in others if actor.country and actor.country not in but)
                if foreign and deed.reciprocal and not placed and self._is_where(spans):
                    continue
                if foreign and not all(is_bloc(actor.country) for actor in foreign):
                    return spans, foreign
                if others and not nameless[1] and (head != deed.thing or any(actor.country for actor in others)):
                    nameless = spans, others
        return self._far_actors(deed, but) or self._asked_in_return(deed, but) or nameless

    def _asked_in_return(self, deed: Deed, but: frozenset[str]) -> tuple[tuple[Span, ...], tuple[Actor, ...]] | None:
        """Who must do something first: Chad in "will pull out if Chad frees them"."""
        if deed.condition is None:
            return None
        spans, actors = self.actors(syntax.subject(self.words, deed.condition), deed)
        others = tuple(actor for actor in actors if actor.country and actor.country not in but)
        return (spans, others) if others else None

    def _far_actors(self, deed: Deed, but: frozenset[str]) -> tuple[tuple[Span, ...], tuple[Actor, ...]] | None:
        """The only other state that the clause of a deed of force or aid names: "put men under arms to face Chad"."""
        if (deed.inner or deed.root) not in _FAR or not (but and deed.targets and self.words.is_verb(deed.token)):
            return None
        found: dict[str, Mention] = {}
        for i in self._own_words(deed):
            mention = self.at.get(i)
            if mention is None or (mention.place and not _has_place(deed)):
                continue
            for code in _countries([mention]) - but:
                if not is_bloc(code):
                    found.setdefault(code, mention)
        if len(found) != 1:
            return None
        ((code, mention),) = found.items()
        return (mention.span,), tuple(actor for actor in mention.actors if actor.country == code)

    def _own_words(self, deed: Deed) -> Iterator[int]:
        """The words below a predicate, without clauses joined to it and without what someone says there."""
        words, queue = self.words, [deed.token]
        while queue:
            here = queue.pop()
            yield here
            queue.extend(
                child
                for child in words.children[here]
                if child != deed.source
                and not (words.deps[child] == "advcl" and words.tags[child] not in ("VB", "VBG"))
                and not (words.deps[child] in ("conj", "parataxis", "nsubj", "nsubjpass") and words.is_verb(here))
            )

    def _is_where(self, spans: tuple[Span, ...]) -> bool:
        """True for the place of a meeting: "in Tokyo"."""
        words = self.words
        where = {
            mention.span
            for i, mention in self.at.items()
            if mention.place and i and words.lowers[i - 1] in ("in", "at", "near")
        }
        return where.issuperset(spans)

    def _is_aimed(self, head: int) -> bool:
        """True after "to", "against" and the like, where even a place is the one the deed is aimed at."""
        words = self.words
        return words.deps[head] == "pobj" and words.lowers[words.heads[head]] in _AIMING

    def _mentions(self, head: int, place: bool, deep: bool, but: frozenset[str]) -> list[Mention]:
        """The mention at ``head``, else those that qualify it: "Israeli troops", "the leaders of Chad and Mali"."""
        words = self.words
        mention = self.at.get(head)
        named = mention is not None and bool(mention.actors) and (place or not mention.place)
        owners = [self.at[child] for child in words.kids(head, "poss") if child in self.at]
        if mention is not None and mention.form == "nationality" and _countries(owners) - but:
            return owners  # "Bulgaria's Turks" are of Bulgaria
        if mention is not None and named and (_countries([mention]) - but or words.pos[head] == "PRON"):
            return [mention, *self._joined(head, mention)]
        if words.pos[head] not in _NAMING:
            return []
        for child in words.children[head]:
            if words.deps[child] in _QUALIFYING:
                found = self._at_conjuncts(child) or [self.at[low] for low in words.children[child] if low in self.at]
                if _countries(found) - but:
                    return found
        if mention is None and words.lemmas[head] in load_plover().things["partitive"].nouns:
            counted = [item for name, item in syntax.prepositions_of(words, head) if name == "of" and item in self.at]
            if counted:
                return self._at_conjuncts(counted[0])
        for preposition, item in syntax.prepositions_of(words, head):
            if preposition in _NEAR_PREPOSITIONS or (deep and preposition not in ("by", "than", "as")):
                found = [each for joint in words.conjuncts(item) for each in self._mentions(joint, True, False, but)]
                if _countries(found) - but:
                    return found
        return [mention] if mention is not None and named else []

    def _joined(self, head: int, mention: Mention) -> list[Mention]:
        """The further countries of "lawmakers in Chad and Mali", where the mention holds only the first."""
        return [
            other
            for preposition, item in syntax.prepositions_of(self.words, head)
            if preposition in ("of", "from", "in")
            for other in self._at_conjuncts(item)[1:]
            if other is not mention and not other.span.overlaps(mention.span)
        ]

    def _at_conjuncts(self, i: int) -> list[Mention]:
        return [self.at[joint] for joint in self.words.conjuncts(i) if joint in self.at and self.at[joint].actors]

    def _pronoun(self, i: int, deed: Deed) -> tuple[Actor, ...] | None:
        lower = self.words.lowers[i]
        if lower in _FIRST_PERSON:
            quote = self.quote_at(self.passage.span(self.words.doc[i]).start)
            return self.quotes[quote].speakers if quote is not None else None
        if lower in _THIRD_PERSON and deed.sayer is not None:
            sayer = syntax.subject(self.words, deed.sayer)
            if sayer is not None and self.words.lowers[sayer] not in _THIRD_PERSON:
                return self.actors(sayer, deed)[1] or None
        return None

    def quote_at(self, offset: int) -> int | None:
        """Index of the quote whose content covers ``offset``."""
        for index, quote in enumerate(self.quotes):
            if any(span.start <= offset < span.end for span in quote.content):
                return index
        return None

    def stretch(self, head: int | None) -> Span | None:
        """The words of the phrase of ``head``."""
        if head is None:
            return None
        below = self.words.subtree(head)
        doc = self.words.doc
        return self.passage.span(doc[below[0] : below[-1] + 1])
