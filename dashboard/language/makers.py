"""Who may have made a text, by grammar: "a note of X", "issued by X", "X's letter", "X said in a statement"."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.syntax import Words
from dashboard.vocabulary.word_sets import word_set

#: Before the maker of a text.
BY = frozenset({"by", "of", "from"})
#: Before a text in which, or by way of which, its maker says something.
_IN = frozenset({"in", "through", "via", "by", "with"})
GIVES_OUT = word_set("gives_out")
#: Verbs by which a body makes a draft of others its own.
ADOPTS = frozenset({"adopt", "pass", "approve", "endorse"})
#: What any text may be called later on.
ANY_TEXT = frozenset({"text", "document", "statement", "paper", "communique", "declaration"})
_SIDES = ("poss", "compound", "amod", "nmod")
_BELOW = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})


def makers_of_text(words: Words, text: int) -> Iterator[int]:
    """Each word that may name the maker of the text at ``text``, the likeliest first."""
    yield from makers_behind(words, text)
    yield from words.kids(text, *_SIDES)
    yield from makers_above(words, text)


def makers_behind(words: Words, text: int) -> Iterator[int]:
    """Who is named behind a text: "a statement of X", "the note handed over by X"."""
    for link in words.kids(text, "prep", "agent"):
        if words.lowers[link] in BY:
            yield from words.kids(link, "pobj")
    for verb in words.kids(text, "acl"):
        for link in words.kids(verb, "agent", "prep"):
            if words.lowers[link] == "from" or (words.lowers[link] == "by" and words.lemmas[verb] in GIVES_OUT):
                yield from words.kids(link, "pobj")


def makers_above(words: Words, text: int) -> Iterator[int]:
    """Who gives out a text or says something in it: "adopted by X", "X sent a note", "In a letter X asked"."""
    verb, dep = words.heads[text], words.deps[text]
    if dep == "pobj" and words.lowers[verb] in _IN:
        verb = words.heads[verb]
    elif dep not in ("dobj", "nsubjpass") or words.lemmas[verb] not in GIVES_OUT:
        return
    for link in words.kids(verb, "agent"):
        yield from words.kids(link, "pobj")
    for _ in range(4):
        if words.kids(verb, "nsubj") or words.deps[verb] not in _BELOW:
            break
        verb = words.heads[verb]
    yield from words.kids(verb, "nsubj")
