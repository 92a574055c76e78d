"""The parsed passages of an article: one per line that is read, each with its place in the text."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dashboard.records import READ_ZONES, Article, Span
from dashboard.vocabulary.bodies import load_bodies
from dashboard.vocabulary.countries import find_code, load_countries

#: A parser takes the city for the subject of what follows.
_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.'-]+(?:[ /][A-ZÀ-Þ.'-]+){0,3}(?:/[A-ZÀ-Þ][A-ZÀ-Þ.'-]+(?: [A-ZÀ-Þ.'-]+){0,2}){0,2}"
    r"(?:[ ,][^.!?;:\"\n]{0,24}(?:\.[^.!?;:\"\n]{0,24})?)?(?:\([^)\n]{1,40}\) ?)? ?(?:—|–|--|-) (?=[\"A-ZÀ-Þ])"
)
#: A line of its own that begins with the place where a report was filed: "ATHENS (Agency) June 9, 2003".
_FILED_FROM = re.compile(
    r"(?!(?:PUBLISHED|POSTED|UPDATED|LAST|DATE|LIVE|ISSUED|FIRST|MODIFIED)\b)[A-ZÀ-Þ]{3,}[A-ZÀ-Þ .'-]*(?:[,(/|:–—]|$)"
)
#: The first words of a story that its paper prints in capitals: "EUROPEAN Union ministers gave ...".
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{3,}(?:['’][A-ZÀ-Þ]+)?(?:[ -][A-ZÀ-Þ]{3,}(?:['’][A-ZÀ-Þ]+)?){0,3}(?= [^ ]*[a-zà-þ])")
_LANDS = frozenset(("GPE", "LOC", "NORP"))

# Each mark becomes a plain one of the same length, so that offsets into the parse are offsets into the text.
_STRAIGHT = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "}
)


def straighten(text: str) -> str:
    """``text`` with typographic quotation marks and blanks made plain; its length is unchanged."""
    return text.translate(_STRAIGHT)


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of the article and its parse. ``start`` is the offset of the parse's first character in the text."""

    zone: str
    start: int
    doc: Doc

    @property
    def end(self) -> int:
        """The offset after the parse's last character."""
        last = self.doc[-1]
        return self.start + last.idx + len(last)

    def span(self, tokens: Tokens | Token) -> Span:
        """Where these tokens stand in the article's text."""
        if isinstance(tokens, Token):
            return Span(self.start + tokens.idx, self.start + tokens.idx + len(tokens))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)


def _open_in_small(line: str, text: str) -> str:
    """``line`` with the capitals of its first words made small, where ``text`` has the same words in small letters."""
    found = _CAPITALS.match(line)
    if found is None or found.group() in _acronyms():
        return line
    words = (_in_small(word, text) for word in re.split("([ -])", found.group()))
    return "".join(words) + line[found.end() :]


def _in_small(word: str, text: str) -> str:
    bare = re.split("['’]", word)[0]
    known = bare not in _acronyms() and re.search(rf"\b{re.escape(bare.capitalize())}\b", text)
    return word.capitalize() if known else word


@functools.cache
def _acronyms() -> frozenset[str]:
    bodies = (name for body in load_bodies() for name in body.names)
    states = (name for country in load_countries().values() for name in country.names)
    return frozenset(name for name in (*bodies, *states) if name.isupper())


def _end_of_dateline(text: str) -> int:
    """Where the first sentence begins after "LIMA, July 10 (Agency) - "; 0 without a dateline."""
    found = _DATELINE.match(text)
    return found.end() if found is not None else 0


def find_passages(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Passage, ...]]]:
    """Each article with the parsed lines of its readable zones, in order, and those that say where it was filed."""

    def lines() -> Iterator[tuple[str, tuple[int, str, int]]]:
        for number, article in enumerate(held):
            for zone in article.zones:
                filed = zone.name == "dateline" and _FILED_FROM.match(article.text, zone.start, zone.end)
                if filed or (zone.name in READ_ZONES and article.text[zone.start : zone.end].strip()):
                    text = straighten(article.text[zone.start : zone.end])
                    cut = _end_of_dateline(text) if zone.name == "body" else 0
                    if cut:
                        yield text[:cut], (number, "dateline", zone.start)
                    yield _open_in_small(text[cut:], article.text), (number, zone.name, zone.start + cut)

    held = tuple(articles)
    found: list[list[Passage]] = [[] for _ in held]
    for doc, (number, zone, start) in nlp.pipe(lines(), as_tuples=True):
        _mend_lists(doc)
        found[number].append(Passage(zone, start, doc))
    for article, passages in zip(held, found, strict=True):
        yield article, tuple(passages)


def _mend_lists(doc: Doc) -> None:
    """Makes "Canada, Brazil and Peru" one list: small parsers read the second country as another name of the first."""
    for entity in doc.ents:
        second = entity.root
        if second.dep_ != "appos" or entity.label_ not in _LANDS or second.head.ent_type_ not in _LANDS:
            continue
        first = next((other for other in doc.ents if other.start <= second.head.i < other.end), None)
        if first is None or not any(child.dep_ == "conj" for child in second.children):
            continue
        codes = find_code(first.text), find_code(entity.text)
        if all(codes) and codes[0] != codes[1]:
            second.dep_ = "conj"
