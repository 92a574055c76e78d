"""What countries and bodies did or said towards others, in the readable vocabulary of ``reactions.toml``."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from dashboard.language import syntax
from dashboard.language.chains import BY_OTHERS, Node, word_tags
from dashboard.language.charges import find_charges
from dashboard.language.clues import Candidate, Clues
from dashboard.language.ellipsis import find_doerless, find_repeats, utters_alike
from dashboard.language.implied_targets import Place, find_implied_targets
from dashboard.language.judged_deeds import HOSTILE, REPEATED, doers_of_deed
from dashboard.language.matters import is_learned, renamed
from dashboard.language.memory import Memory
from dashboard.language.parties import Parties, acts_at_home, codes, speaks_for_state
from dashboard.language.phrase_matches import Hit, PhraseMatcher, beats, order
from dashboard.language.sentences import Passage
from dashboard.language.starts import Start, Starts
from dashboard.language.syntax import read_words
from dashboard.language.targets import VAGUE, Aimed, Targets
from dashboard.language.when import taken, when_of
from dashboard.records import (
    UNKNOWN_WHEN,
    Act,
    Actor,
    Article,
    Evidence,
    Mention,
    Modality,
    Quote,
    Reaction,
    Span,
    Timex,
)
from dashboard.vocabulary.countries import load_countries
from dashboard.vocabulary.learned import LEARNED, likely_kinds, load_learned
from dashboard.vocabulary.phrases import Phrase
from dashboard.vocabulary.reactions import NOTHING, load_reactions, load_word_classes

#: So many sentences open an article.
OPENING_SENTENCES = 3
#: Headlines repeat what the body tells, and their clipped grammar misleads the parser.
_READ = frozenset({"dek", "caption", "body"})
#: What others say too, in "similar statements".
_SAID_AGAIN = frozenset(
    {"condemns", "accuses", "denies", "rejects", "demands", "warns", "expresses_concern", "praises", "supports"}
    | {"calls_for_talks", "protests"}
)
_JUST_BEFORE = 200
"""So many characters back, at the most, ends what those do who "did so" too."""
#: A meeting is told once, with its matter or without.
_SAME = {"meets": "consults"}
#: A body also sits alone: its meeting is about those of whom the article tells.
_SITTINGS = frozenset({"meets", "consults"})
_GUARDS = frozenset({"defend", "protect", "safeguard", "guard", "uphold"})
#: What is only likely to be of these kinds is none in an article without a word for a sanction.
_ON_SANCTIONS = frozenset({"imposes_sanctions", "threatens_sanctions", "considers_sanctions", "opposes_sanctions"})
_SANCTIONING = frozenset({"SANCTION", "PENALTY_VERB", "BAN"})
#: A meeting announced is on its own day; any other stance or step is taken when it is announced.
_MEETINGS = frozenset(("CONSULT",))
BY_CLUES = Phrase(LEARNED, ())
"""Stands where no phrase tells the reaction but the clues of the sentence do."""
CHARGE = Phrase("a charge in a quarrel", ())
"""Stands where no phrase tells it but one party of a quarrel says what the other did."""
ALONE = "a sitting of the body"
"""Stands where a body meets and no partner is named: the meeting is about those of whom the article tells."""


def find_reactions(
    article: Article,
    passages: tuple[Passage, ...],
    acts: tuple[Act, ...],
    quotes: tuple[Quote, ...],
    mentions: tuple[Mention, ...],
    timexes: tuple[Timex, ...],
) -> tuple[Reaction, ...]:
    """The reactions of one article, in reading order: one for each actor, kind and targets of a sentence.

    What is told comes from the phrases of the vocabulary; an act of the same predicate and root lends its finer mode.
    """
    found: list[Reaction] = []
    modes = {act.predicate.start: act for act in acts if act.mode}
    memory = Memory(_opening(passages), mentions)
    for passage in passages:
        if passage.zone not in _READ:
            continue
        end = passage.end
        near = tuple(each for each in mentions if passage.start <= each.span.start < end)
        if not near:
            continue
        reader = _Reader(article, passage, near, quotes, found, memory)
        for hit, actor in chain(reader.tellings(), reader.charges()):
            for reaction in reader.reactions(hit, actor, mentions):
                if _told(reaction, found):
                    continue
                token = passage.doc[hit.start.token if hit.start.quote is None else min(hit.matched)]
                memory.note(reaction)
                act = modes.get(reaction.cue.start)
                mode = act.mode if act is not None and act.root == reaction.root else reaction.mode
                if reaction.root in _MEETINGS:
                    when = when_of(article, passage, token, timexes, passages)
                else:
                    quoted = next((q.when for q in reader.quotes if q.id == reaction.quote_id), UNKNOWN_WHEN)
                    when = taken(article, passage, token, timexes, passages, quoted)
                found.append(replace(reaction, mode=mode, when=when))
        for place, reaction in reader.unsaid(mentions):
            if not _told(reaction, found):
                when = when_of(article, passage, passage.doc[place], timexes, passages)
                memory.note(reaction)
                found.append(replace(reaction, when=when))
    return _with_matter([each for each in found if not _is_echo(each, found)], passages, mentions)


def _is_echo(reaction: Reaction, found: Sequence[Reaction]) -> bool:
    """True for what is only likely where a phrase tells it of the same country in the same words.

    So for what aims at some of those at whom the same country aims with the same in that sentence.
    """
    likely, aims = is_learned(reaction), set(reaction.targets)
    return any(
        (other.actor.country, other.reaction) == (reaction.actor.country, reaction.reaction)
        and other.evidence.overlaps(reaction.evidence)
        and ((likely and not is_learned(other)) or (bool(aims) and aims < set(other.targets)))
        for other in found
    )


def _with_matter(
    found: list[Reaction], passages: Sequence[Passage], mentions: Sequence[Mention]
) -> tuple[Reaction, ...]:
    """``found`` in reading order, where those who meet on the article's matter are said to consult."""
    body = [passage for passage in passages if passage.zone in _READ]
    end = _opening(body) or max((passage.end for passage in body), default=0)
    opening = [passage for passage in passages if passage.zone in _READ or passage.zone == "headline"]
    for place, name in list(renamed(found, opening, end, mentions)):
        each = found[place]
        key = _identity(each.evidence.article_id, each.evidence, each.actor.country, name, each.targets)
        phrase = each.found_by.partition(": ")[2]
        found[place] = replace(each, id=key, reaction=name, found_by=f"{name}: {phrase}")
    return tuple(sorted(found, key=lambda each: each.evidence.start))


def read_clues(
    article: Article, passages: tuple[Passage, ...], quotes: tuple[Quote, ...], mentions: tuple[Mention, ...]
) -> Iterator[tuple[str, Span, frozenset[str]]]:
    """Each country of each sentence: its code, the sentence, and the clues from which its reaction is learned."""
    memory = Memory(_opening(passages), mentions)
    for passage in passages:
        near = tuple(each for each in mentions if passage.start <= each.span.start < passage.end)
        if near:
            reader = _Reader(article, passage, near, quotes, [], memory)
            clues, told = reader.clues(), reader.told_by_phrases(reader.hits())
            for one in clues.candidates():
                sentence = passage.span(passage.doc[slice(*one.sentence)])
                yield one.actors[0].country, sentence, phrase_clues(told, one) | frozenset(clues.of(one))


def phrase_clues(told: Mapping[tuple[int, str], set[str]], one: Candidate) -> frozenset[str]:
    """What phrases tell of a candidate, as clues; ``told`` by sentence and country."""
    held = told.get((one.sentence[0], one.actors[0].country))
    return frozenset(f"phrase={key}" for key in held) if held else frozenset({"phrase=none"})


def _opening(passages: Sequence[Passage]) -> int:
    """Where the article's opening ends: its first sentences say whom it is about."""
    ends = (each.start + sent.end_char for each in passages for sent in each.doc.sents)
    return next(islice(ends, OPENING_SENTENCES - 1, None), 0)


def _told(reaction: Reaction, found: Sequence[Reaction]) -> bool:
    """True when the same sentence already tells the same of the same actor."""
    return any(
        (each.actor.country, _SAME.get(each.reaction, each.reaction), set(each.targets)) == (
            reaction.actor.country, _SAME.get(reaction.reaction, reaction.reaction), set(reaction.targets)
        )
        and each.evidence.overlaps(reaction.evidence)
        for each in found[-12:]
    )  # fmt: skip


class _Reader:
    """Reads the reactions of one passage."""

    def __init__(
        self,
        article: Article,
        passage: Passage,
        mentions: tuple[Mention, ...],
        quotes: tuple[Quote, ...],
        before: list[Reaction],
        memory: Memory,
    ) -> None:
        self.article, self.passage, self.before, self.memory = article, passage, before, memory
        self.words = read_words(passage.doc)
        self.tags = word_tags(self.words, load_word_classes())
        self.parties = Parties(passage, self.words, mentions, self.tags)
        end = passage.end
        self.quotes = [q for q in quotes if any(passage.start <= c.start < end for c in q.content)]
        self.starts = Starts(passage, self.words, self.tags, self.parties, self.quotes, memory)
        self.void: set[int] = set()
        """The words of which phrases say that they tell no reaction; known once ``hits`` has run."""
        self.sentence = [0] * len(passage.doc)
        for first, last in self.words.sentences:
            self.sentence[first:last] = [first] * (last - first)
        self.phrases = PhraseMatcher(self.words, self.tags, self.sentence, memory)
        memory.add(passage.start, self.words, self.parties)
        self._note_topics()

    def _note_topics(self) -> None:
        """Once diplomats are sent away, "four" and "the Russians" are diplomats too."""
        held = frozenset().union(*self.tags) if self.tags else frozenset()
        self.memory.spoken |= held
        if held & {"EXPEL", "PERSONA"}:
            self.memory.topics |= held & {"DIPLOMAT"}

    # --- what phrases tell and what is likely

    def tellings(self) -> list[tuple[Hit, Actor]]:
        """What phrases tell, and what the clues of a sentence make likely although no phrase tells it."""
        hits = self.hits()
        if not self.memory.speaks_of_several():
            return hits
        covered = {token for hit, _ in hits for token in hit.covered}
        clues, told = self.clues(), self.told_by_phrases(hits)
        likely: list[tuple[Hit, Actor]] = []
        for one in clues.candidates():
            if not self._is_told(one) or one.predicate in self.void:
                continue
            shares = load_learned().shares(clues.of(one) | phrase_clues(told, one))
            known = told.get((one.sentence[0], one.actors[0].country), set())
            kinds = likely_kinds(shares, known, is_read=one.predicate in covered)
            likely += [(self._likely(one, kind), one.actors[0]) for kind in kinds if self._speaks_of(kind)]
        return sorted(hits + likely, key=lambda each: min(each[0].matched))

    def _speaks_of(self, kind: str) -> bool:
        """True unless ``kind`` is about sanctions and the article has named none so far."""
        return kind not in _ON_SANCTIONS or bool(self.memory.spoken & _SANCTIONING)

    def clues(self) -> Clues:
        """The clues of the passage."""
        return Clues(self.passage, self.words, self.parties.at, self.quotes, self.tags)

    def told_by_phrases(self, hits: list[tuple[Hit, Actor]]) -> dict[tuple[int, str], set[str]]:
        """The reactions that phrases tell, by the first token of their sentence and the country."""
        told: dict[tuple[int, str], set[str]] = {}
        for hit, actor in hits:
            if hit.reaction is not None:
                told.setdefault((self.sentence[hit.start.token], actor.country), set()).add(hit.reaction.key)
        return told

    def _is_told(self, one: Candidate) -> bool:
        """True where what the country does is told as a fact or plan, or stands in its own words."""
        if self._is_addressed(one):
            return False
        return bool(one.quotes) or not self.words.is_verb(one.predicate) or self.starts.standing.is_fact(one.predicate)

    def _is_addressed(self, one: Candidate) -> bool:
        """True for the country that "was urged" or "was warned": others speak to it."""
        verb = one.predicate if self.words.is_verb(one.predicate) else self.words.heads[one.predicate]
        if not self.tags[verb] & BY_OTHERS or "FELT" in self.tags[verb] or not syntax.is_passive(self.words, verb):
            return False
        patient = syntax.patient(self.words, verb)
        return patient is not None and one.actors[0].country in codes(self.parties.joint_actors(patient))

    def _likely(self, one: Candidate, key: str) -> Hit:
        """What is likely, in the form of what a phrase tells: hung on the verb of the country, or of what it says."""
        verb = one.predicate
        chain = (Node(verb, frozenset({self.words.lemmas[verb]})),)
        start = Start(verb, one.actors, (chain,), one.quotes[0] if one.quotes else None)
        held = frozenset({verb})
        return Hit(start, chain, load_reactions()[key], BY_CLUES, held, held, 1, self.phrases.condition(start))

    @functools.cached_property
    def _places(self) -> tuple[Start, ...]:
        """Every place of the passage where a reaction may be told."""
        return tuple(self.starts.all())

    def hits(self) -> list[tuple[Hit, Actor]]:
        """The phrases that stand, each with the actor, in reading order; the larger one wins over the one inside it."""
        pools: dict[tuple[int, str], list[tuple[Hit, Actor]]] = {}
        for start in self._places:
            hits = list(self.phrases.of(start))
            for actor in start.actors:
                pool = pools.setdefault((self.sentence[start.token], actor.country), [])
                pool += [(hit, actor) for hit in hits]
        best = [
            (hit, actor)
            for pool in pools.values()
            for hit, actor in pool
            if not any(beats(other, hit) for other, _ in pool)
        ]
        self.void = {token for hit, _ in best if hit.reaction is None for token in hit.covered}
        kept = [(hit, actor) for hit, actor in best if hit.reaction is not None]
        return sorted(kept, key=lambda each: (min(each[0].matched), order(each[0])))

    # --- what stands in what was told before

    def charges(self) -> Iterator[tuple[Hit, Actor]]:
        """Charges of those of whom nothing else is told in the sentence; asked for once all else has been read."""
        spans = [(first, self.passage.span(self.words.doc[first:end])) for first, end in self.words.sentences]
        held = [(e.actor.country, Span(e.evidence.start, e.evidence.end)) for e in self.before]
        told = {(first, code) for first, span in spans for code, words in held if words.overlaps(span)}
        for start, actor in find_charges(self.words, self.parties, self.sentence, self._places, told, self.before):
            verb, condition = frozenset({start.token}), self.phrases.condition(start)
            yield Hit(start, start.chains[0], load_reactions()["accuses"], CHARGE, verb, verb, 1, condition), actor

    def unsaid(self, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, Reaction]]:
        """Deeds of those who "followed suit", and deeds in the passive of those who acted against the same before."""
        for token, actors, beside in find_repeats(self.words, self.starts.doers.of):
            model = self._model(token, beside, set(codes(actors))) if self.starts.standing.is_fact(token) else None
            if model is not None:
                for actor in actors:
                    yield token, self._repeated(model, token, actor)
        for token, hurt in find_doerless(self.words, self.tags, self.parties):
            doers = self._doers_against(token, hurt) if self.starts.standing.is_fact(token) else ()
            for hit in self._best(self.starts.of(token, doers)) if doers else ():
                for actor in doers:
                    reaction = self.reaction(hit, actor, mentions)
                    if reaction is not None:
                        yield token, reaction

    def _model(self, token: int, beside: bool, doers: set[str]) -> Reaction | None:
        """What was told last that others can do too; where it stands ``beside``, what the verb above tells."""
        sentence = self.passage.span(self.words.doc[token].sent)
        others = [each for each in self.before if each.actor.country not in doers]
        if beside:
            above = self.passage.span(self.words.doc[self.words.heads[token]]).start
            inside = [each for each in others if sentence.start <= each.cue.start < sentence.end]
            if inside or self.words.heads[token] != token:
                return min(inside, key=lambda each: abs(each.cue.start - above), default=None)
        again = _SAID_AGAIN if utters_alike(self.words, token) else REPEATED
        told = [e for e in others if e.reaction in again and e.cue.start < sentence.end]
        if beside:
            told = [e for e in told if sentence.start - e.evidence.end < _JUST_BEFORE]
        return told[-1] if told else None

    def _repeated(self, model: Reaction, token: int, actor: Actor) -> Reaction:
        start = Start(token, (actor,), ())
        evidence = self._evidence(Hit(start, (), None, BY_CLUES, frozenset(), frozenset(), 0, None))
        targets = tuple(code for code in model.targets if code != actor.country)
        key = _identity(self.article.id, evidence, actor.country, model.reaction, targets)
        cue = self.passage.span(self.words.doc[token])
        return replace(model, id=key, evidence=evidence, actor=actor, targets=targets, cue=cue, quote_id=None)

    def _doers_against(self, token: int, hurt: frozenset[str]) -> tuple[Actor, ...]:
        """Those who by the last hostile deed acted against the ones who are hurt."""
        here = self.passage.span(self.words.doc[token].sent).start
        done = [e for e in self.before if e.reaction in HOSTILE and e.evidence.start <= here and hurt & set(e.targets)]
        last = [e.actor for e in done if e.evidence.start == done[-1].evidence.start and e.actor.country not in hurt]
        return tuple({actor.country: actor for actor in last}.values())

    def _best(self, start: Start) -> list[Hit]:
        hits = [hit for hit in self.phrases.of(start) if hit.reaction is not None and hit.reaction.key in HOSTILE]
        return [hit for hit in hits if not any(beats(other, hit) for other in hits)]

    # --- what is reported

    def reactions(self, hit: Hit, actor: Actor, mentions: tuple[Mention, ...]) -> Iterator[Reaction]:
        """The record of a hit, and those of its partners where they do the same."""
        reaction = self.reaction(hit, actor, mentions)
        if reaction is None:
            return
        yield reaction
        alone = reaction.found_by.endswith(f": {ALONE}")
        if hit.reaction is None or hit.phrase.text not in hit.reaction.mutual or alone:
            return
        doers = codes(hit.start.actors)
        for code in reaction.targets:
            partner = self._speaker_for(code, hit.start.token, mentions) if code not in doers else None
            if partner is not None:
                others = tuple(each for each in dict.fromkeys((*doers, *reaction.targets)) if each != code)
                key = _identity(self.article.id, reaction.evidence, code, reaction.reaction, others)
                yield replace(reaction, id=key, actor=partner, targets=others)

    def _speaker_for(self, code: str, token: int, mentions: tuple[Mention, ...]) -> Actor | None:
        """Who stands for the party ``code`` in the sentence of ``token``, else where the passage named it last."""
        here = [self.parties.at[i] for i in sorted(self.parties.at) if self.sentence[i] == self.sentence[token]]
        for mention in (*here, *reversed(mentions)):
            for actor in mention.actors:
                if actor.country == code and speaks_for_state(actor):
                    return actor
        return None

    def reaction(self, hit: Hit, actor: Actor, mentions: tuple[Mention, ...]) -> Reaction | None:
        """The record of a hit, or None when it needs a target and has none; "all sides" name none and need none."""
        assert hit.reaction is not None
        kind = hit.reaction
        if actor.country in VAGUE or acts_at_home(actor) or self._stands_up(hit):
            return None
        aims = Targets(self.parties, self.memory, self.passage.start, actor.country, hit)
        aimed, evidence = aims.find(), self._evidence(hit)
        sits = kind.key in _SITTINGS and _is_body(actor)
        must_name = kind.needs_target == "named" and not sits
        nobody = aimed.of_bands and (not aimed.codes or aimed.hint is not None)
        targets = () if nobody else aimed.codes
        is_vague = aimed.hint is not None or (not targets and not aimed.at_everyone)
        if is_vague and not must_name and not nobody:
            halls = aims.halls(hit.start.token)
            targets = self._from_context(actor, hit, evidence, mentions, aimed, halls)
            nobody = bool(aimed.hurt and not targets)
        if kind.needs_target and not targets and (must_name or not (aimed.at_everyone or nobody)):
            return None
        alone = sits and not aimed.codes
        modality: Modality = kind.modality
        if modality == "done" and any("WILL" in node.tags for node in hit.chain):
            modality = "announced"
        cue = self.passage.span(self.words.doc[self._cue(hit)])
        return Reaction(
            id=_identity(self.article.id, evidence, actor.country, kind.key, targets),
            evidence=evidence,
            actor=actor,
            reaction=kind.key,
            targets=targets,
            when=self.article.published,
            cue=cue,
            found_by=f"{kind.key}: {ALONE if alone else hit.phrase.text}",
            condition=self._stretch(hit.condition),
            root=kind.root,
            mode=kind.mode,
            modality=modality,
            quote_id=self._quote_at(cue),
        )

    def _stands_up(self, hit: Hit) -> bool:
        """True for "defended its interests": who stands up for what is its own supports nobody."""
        words, verb = self.words, self._cue(hit)
        if hit.reaction is None or hit.reaction.key != "supports" or words.lemmas[verb] not in _GUARDS:
            return False
        return any(words.tags[c] == "PRP$" for o in syntax.objects_of(words, verb) for c in words.kids(o, "poss"))

    def _quote_at(self, cue: Span) -> str | None:
        return next((q.id for q in self.quotes if any(c.covers(cue) for c in q.content)), None)

    def _cue(self, hit: Hit) -> int:
        words = self.words
        content = [t for t in sorted(hit.matched) if words.pos[t] in ("VERB", "NOUN", "ADJ", "PROPN")]
        return content[0] if content else min(hit.matched)

    def _evidence(self, hit: Hit) -> Evidence:
        sentence = self.words.doc[hit.start.token].sent
        span = self.passage.span(sentence)
        start, end = span.start, span.end
        quote = hit.start.quote
        if quote and quote.evidence.start < end and start < quote.evidence.end:
            start, end = min(start, quote.evidence.start), max(end, quote.evidence.end)
        words = self.article.text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return Evidence(self.article.id, start, start + len(words), words)

    def _stretch(self, head: int | None) -> Span | None:
        if head is None:
            return None
        words, doc = self.words, self.words.doc
        below = [c for c in words.subtree(head) if c != head and syntax.is_afterthought(words, c)]
        beside = {t for c in below for t in words.subtree(c)}
        inside = [t for t in words.subtree(head) if t not in beside]
        while len(inside) > 1 and doc[inside[-1]].is_punct:
            inside.pop()
        first, last = self.passage.span(doc[inside[0]]), self.passage.span(doc[inside[-1]])
        return Span(first.start, last.end)

    def _from_context(
        self,
        actor: Actor,
        hit: Hit,
        evidence: Evidence,
        mentions: tuple[Mention, ...],
        aimed: Aimed,
        halls: frozenset[str],
    ) -> tuple[str, ...]:
        """The other side where the words name none, or only hint at some, by all that the article told so far."""
        here = actor.country
        earlier = [each for each in self.before if each.evidence.start < evidence.start]
        doers = doers_of_deed(self.words, hit.start.chains, here, earlier)
        kind = hit.reaction.key if hit.reaction is not None else NOTHING
        sentence = frozenset(token.lemma_.lower() for token in self.words.doc[hit.start.token].sent)
        sides = codes(self.memory.pair(here))
        opening = self.memory.opening
        place = Place(
            evidence, self.passage.start, opening, sentence, sides, aimed.hint, aimed.codes, aimed.hurt, halls
        )
        return find_implied_targets(kind, {here, *codes(hit.start.actors)}, place, self.before, doers, mentions)


def _is_body(actor: Actor) -> bool:
    """True for an organisation of states, whose members meet among themselves."""
    country = load_countries().get(actor.country)
    return country is not None and country.kind == "organisation"


def _identity(article_id: str, evidence: Evidence, country: str, key: str, targets: tuple[str, ...]) -> str:
    parts = f"{article_id} {evidence.start} {evidence.end} {country} {key} {' '.join(targets)} reaction"
    return hashlib.sha256(parts.encode()).hexdigest()[:16]
