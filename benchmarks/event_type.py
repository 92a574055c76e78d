"""PLOVER root of a marked source and target: ``python -m benchmarks event-type FILE.jsonl > predictions.jsonl``.

Every row has an event between the two, so the most plausible deed of the sentence is chosen: the one whose source and
target stand where the marked ones do.
"""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from benchmarks.rows import Row, print_predictions
from dashboard.language.deeds import Deed, find_deeds
from dashboard.language.pipeline import load_pipeline
from dashboard.language.sentences import straighten
from dashboard.language.syntax import Words, read_words
from dashboard.vocabulary.plover import ROOTS, load_plover

#: The convention of the marked pairs: one root for giving way in words and in deeds.
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
PUNISHING = {"sanctions", "inquiry", "restrictions", "response"}
MARKED_ROOTS = tuple(dict.fromkeys(MERGED.get(root, root) for root in ROOTS))


def predict(rows: list[Row]) -> Iterator[Row]:
    """One prediction a row."""
    nlp = load_pipeline()
    for row, doc in zip(rows, nlp.pipe(straighten(row["sentence"]) for row in rows), strict=True):
        yield {"id": row["id"], "root": root_between(doc, *marked(row))}


def marked(row: Row) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where source and target stand in the sentence."""
    sentence, text = row["sentence"], row.get("marked", "")
    found = []
    for name, tag in (("source", "s"), ("target", "t")):
        before, opened, rest = text.partition(f"<{tag}>")
        start = len(before.replace("<s>", "").replace("</s>", "").replace("<t>", "").replace("</t>", ""))
        inside = rest.partition(f"</{tag}>")[0]
        for other in ("<s>", "</s>", "<t>", "</t>"):
            inside = inside.replace(other, "")
        if not opened or sentence[start : start + len(inside)] != inside:
            start, inside = max(sentence.find(row[name]), 0), row[name]
        found.append((start, start + len(inside)))
    return found[0], found[1]


def root_between(doc: Doc, source: tuple[int, int], target: tuple[int, int]) -> str:
    """The root of the deed that best joins the two."""
    words = read_words(doc)
    first, second = _tokens(doc, source), _tokens(doc, target)
    deeds = find_deeds(words, load_plover())
    best = max(deeds, key=lambda deed: _closeness(words, deed, first, second), default=None)
    if best is None or _closeness(words, best, first, second) < UNSURE:
        return by_words(words, first, second)
    if best.root == "CONSULT":
        # "called the king to thank him": the purpose of a call or visit says more than the call
        best = next((deed for deed in deeds if words.heads[deed.token] == best.token and deed.root != "CONSULT"), best)
    return as_marked_root(words, best)


#: Below this closeness the words of the vocabulary, without their syntax, know better than the best deed.
UNSURE = 0.5


def by_words(words: Words, source: set[int], target: set[int]) -> str:
    """The root whose words of the vocabulary stand nearest to the marked two."""
    table = word_roots()
    scores: dict[str, float] = dict.fromkeys(MARKED_ROOTS, 0.0)
    low, high = min(source | target), max(source | target)
    for i, lemma in enumerate(words.lemmas):
        if i in source or i in target or words.pos[i] not in ("VERB", "NOUN", "ADJ", "PROPN"):
            continue
        distance = 0 if low < i < high else min(abs(i - low), abs(i - high))
        weight = (1.5 if words.pos[i] == "VERB" else 1.0) / (1.0 + 0.25 * distance)
        for root, share in table.get(lemma, {}).items():
            scores[root] += weight * share
    return max(scores, key=lambda root: scores[root])


@functools.cache
def word_roots() -> dict[str, dict[str, float]]:
    """Each word of the vocabulary with the roots it speaks for; the shares of a word add up to one or less."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    plover = load_plover()
    for sense in plover.senses:
        root = MERGED.get(sense.root, sense.root)
        for verb in sense.verbs | sense.adjectives:
            counts[verb.partition("_")[0]][root] += 3 if not sense.patterns else 2
        for noun in {noun.rpartition("_")[2] for pattern in sense.patterns for noun in pattern.nouns}:
            counts[noun][root] += 1
    for things in plover.things.values():
        if things.root:
            for noun in things.nouns:
                counts[noun.rpartition("_")[2]][MERGED.get(things.root, things.root)] += 3
    for operator in plover.operators:
        if operator.root:
            for verb in operator.verbs | operator.nouns:
                counts[verb.partition("_")[0]][operator.root] += 3
    return {word: {root: n / (1 + roots.total()) for root, n in roots.items()} for word, roots in counts.items()}


def kinds_of(noun: str) -> set[str]:
    """The classes of things that a noun belongs to."""
    return {things.key for _, things in load_plover().things_by_noun.get(noun, ())}


def as_marked_root(words: Words, deed: Deed) -> str:
    """The root by the convention of the marked pairs, where imposed restrictions of any kind are coercion."""
    if deed.root == "SANCTION" and deed.mode == "restrict":
        return "COERCE"
    if deed.root == "REQUEST" and deed.thing is not None and PUNISHING & kinds_of(words.lemmas[deed.thing]):
        # towards the one against whom it is called for, a call for sanctions is a reproach
        return "ACCUSE"
    return MERGED.get(deed.root, deed.root)


def _tokens(doc: Doc, span: tuple[int, int]) -> set[int]:
    return {token.i for token in doc if token.idx < span[1] and token.idx + len(token) > span[0]}


def _closeness(words: Words, deed: Deed, source: set[int], target: set[int]) -> float:
    """How well a deed joins the marked two; higher is better."""
    score = 0.0
    if deed.source is not None:
        score += 3.0 * _touches(words, deed.source, source) - 1.5 * _touches(words, deed.source, target)
        if deed.sayer is not None and words.lowers[deed.source] in ("it", "he", "she", "they", "we", "i"):
            score += 1.5
    for rank, head in enumerate(deed.targets):
        touching = _touches(words, head, target)
        if touching:
            score += 3.0 * touching - 0.15 * rank
            break
    if deed.thing is not None and target & set(words.subtree(deed.thing)):
        score += 0.5
    below = set(words.subtree(deed.token))
    score += 0.8 * bool(below & target) + 0.4 * bool(below & source)
    score -= 0.6 * deed.found_by.startswith("noun:")
    if deed.token in target or deed.token in source:
        score -= 1.5
    middle = (min(source | target), max(source | target))
    score += 0.4 * (middle[0] < deed.token < middle[1])
    return score - 0.01 * min(abs(deed.token - i) for i in source | target)


def _touches(words: Words, head: int, marked_tokens: set[int]) -> float:
    if head in marked_tokens:
        return 1.0
    for joint in words.conjuncts(head):
        if joint in marked_tokens:
            return 1.0
    return 0.6 if marked_tokens & set(words.subtree(head)) else 0.0


def main(path: str) -> None:
    """Prints one prediction a line."""
    print_predictions(path, predict)
