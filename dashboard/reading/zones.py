"""Labels each line of an article's text by shape, place and repetition. Deletes nothing.

A line of the text that is not blank lies in exactly one zone. Lines that a program broke at a fixed width are
one zone as a paragraph; a line longer than ``MOST_CHARACTERS`` is several, cut behind sentences.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dashboard.records import Zone, ZoneName
from dashboard.vocabulary.furniture import even_line, line_key, load_furniture
from dashboard.vocabulary.outlets import outlet_country

#: A line is not parsed as one piece beyond this length; the parser's memory grows with it.
MOST_CHARACTERS = 5_000
#: A line that this many articles of one outlet have is furniture.
FURNITURE_ARTICLES = 3
#: Words of a paragraph that no teaser has.
LONG_PARAGRAPH = 40
#: Share of a headline's longer words that its article takes up again; a masthead has fewer.
TAKEN_UP = 0.4

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"\w[\w'’.-]*")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$|[.!?…]\s*\([^()]*\)$")
_SENTENCE_CUT = re.compile(r"(?<![A-Z]\.)(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])")
#: An end that is no full stop: "TALKS ON TRADE WITH U.S.".
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$")
_QUOTED_END = re.compile(r"[,;—–-][\"”’']*$|[\"”’»]$")
_NUMBER = re.compile(r"^\d{1,2}[.)] (?=\S)")
_LIST_MARK = re.compile(r"(?:[-–—•*·▪►]|\d{1,2}[.)])\s+\S")

#: What parts the entries of a menu, how many it has at least, and how many words the longest has.
_MENU_MARK = re.compile(r"\s[|›»·•/]\s|\]\s?\[")
_MENU_ENTRIES, _MENU_WORDS = 3, 5
#: Names in a row are what a report is filed under: "France - Turkey - Armenia".
_SUBJECTS = re.compile(r"[A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+)?(?: [-–—] [A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+)?){2,}")
#: A cue on a line of its own, behind the words that it goes with: "– the minister told the agency."
_CUE_LINE = re.compile(r"[-–—] ?\w")
_PHOTO = re.compile(
    r"\bphoto(?:graph)?s?(?: (?:by|credit|courtesy|illustration))?\s*[:/]|\(photo\b|\bphoto by\b|\bap photo\b"
    r"|\bfile (?:photo|image|picture|pic)\b|/\s*getty\b|\bgetty images\b|\bimage (?:credit|source)\b|\bimages?:"
    r"|\bcredit:|\bpicture:|\bvia (?:reuters|ap|afp)\b|\bhandout (?:photo|image|picture|via)\b"
    r"|/(?:afp|reuters|ap|epa|tass|pool|handout|xinhua|kyodo|anadolu)\b|\[[^\[\]]{2,60}/[^\[\]]{2,60}\]\W*$"
    r"|\bscreengrab\b|\bscreenshot (?:from|of|via)\b|^\(?(?:pictured|in this photo)\b|\bphotograph:",
    re.IGNORECASE,
)
_NAMES = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|da|del|van|von|der|den|bin|al|el|la|le)){0,4}"
_BYLINE = re.compile(
    rf"(?:(?:[Bb]y|BY|Written by|Story by|Words by|From|Posted by|Published by|Author:|Reporter:)\s+{_NAMES}"
    rf"(?:(?:,? (?:and|AND|with|in|for)|,| \||/|&| [-–—])\s*[\w.'’ -]+)*\W*)$"
)
_NAME_LINE = re.compile(rf"{_NAMES}(?:(?:,? and |, | & ){_NAMES})*$")
_POSTS = (
    r"reporter|correspondent|editor|journalist|(?:staff |senior )?writer|columnist|contributor|analyst|author|producer"
    r"|bureau chief|fellow|commentator|blogger|critic|intern|professor|photographer|researcher|editor-in-chief|lecturer"
)
_ROLE = re.compile(rf"\b(?:{_POSTS}|staff|ambassador)\b", re.IGNORECASE)
_FULL_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|da|del|van|von|der|den|bin|al|el|la|le)){1,4}"
# "Ana Ruiz is a senior fellow at ...": name and post stand in the first sentence, beside the verb.
_BIO = re.compile(
    rf"{_FULL_NAME}(?:, [^,]{{2,60}},)? "
    rf"(?:(?:is|was|has been)(?: [\w.'’-]+){{0,7}}? (?i:{_POSTS}|former ambassador)s?\b"
    r"|(?:has worked|has reported|covers|covered|writes|reports|joined|works|worked|leads|specialises"
    rf"|specializes|holds|studied|teaches|served) [^.!?]*\b(?i:{_POSTS}|staff|ambassador)s?\b)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?\s+{_MONTH}\b"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\b\d{1,2}:\d{2}\b"
    r"|\b\d{1,2} (?:hours?|minutes?|days?) ago\b)",
    re.IGNORECASE,
)
_DATELINE_WORDS = re.compile(
    rf"\b(?:published|posted|updated|last|modified|on|at|am|pm|a\.m|p\.m|gmt|utc|est|edt|ist|cet|bst|et|ist|kst|jst|cst|pst|pdt|local|time"
    rf"|date|issued|first|created|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hours?|minutes?"
    rf"|days?|ago|edited|of|the|st|nd|rd|th|z|{_MONTH})\b|[\d\W_]+",
    re.IGNORECASE,
)
#: A place alone, with the dash of a dateline: "LIMA --".
_PLACE_ALONE = re.compile(r"[A-ZÀ-Þ]{3,}(?:[ .'-]+[A-ZÀ-Þ]+){0,2}\.? ?(?:--|[–—-])")
_SAYS = re.compile(
    r"\b(?:said|says|say|told|tells|added|adds|wrote|writes|asked|answered|replied|stated|follow|follows|following|read|reads"
    r"|noted|continued|concluded|warned|announced|declared|explained|insisted|argued)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Line:
    """One line while it is being judged; ``block`` counts the stretches between blank lines."""

    start: int
    end: int
    words: str
    block: int
    gap: int
    """Blank lines before it."""
    zone: ZoneName | None = None
    count: int = field(init=False)
    sentence: bool = field(init=False)

    def __post_init__(self) -> None:
        # Scripts without blanks between words are counted by their length.
        self.count = max(len(_WORD.findall(self.words)), len(self.words) // 12)
        self.sentence = _is_sentence(self.words, self.count)


@dataclass(frozen=True, slots=True)
class Rest:
    """What of an article may stand behind a line."""

    run: int = 0
    """Paragraphs that follow each other from here on."""
    longest: int = 0
    """The most paragraphs that follow each other anywhere."""
    paragraphs: int = 0
    words: int = 0
    long: int = 0
    """Paragraphs that no teaser is as long as."""


def label_lines(
    text: str,
    *,
    title: str = "",
    dek: str = "",
    subheads: Collection[str] = frozenset(),
    captions: Collection[str] = frozenset(),
    extracted: bool = False,
) -> tuple[Zone, ...]:
    """A zone for every line that is not blank, in order, without overlap.

    ``title``, ``dek``, ``subheads`` and ``captions`` are what a page's mark-up says of its lines. ``extracted``
    says that the mark-up was used to leave menus and lists of links out: then shape alone condemns no line.
    """
    lines = _join_wrapped(_lines(text), text)
    headline = _label_top(lines, title, dek)
    _label_shapes(lines, headline, subheads, captions)
    _label_tail(lines, headline, extracted=extracted)
    _label_middle(lines, headline, extracted=extracted)
    return tuple(zone for line in lines for zone in _zones(line, text))


def label_repeated(text: str, zones: Sequence[Zone], repeated: Callable[[str], bool]) -> tuple[Zone, ...]:
    """The zones, where lines that the outlet prints around its articles are furniture.

    ``repeated`` says of a line's key whether enough articles of the outlet have it. A text most of which returns is a
    copy, and stays as it is; so does a paragraph of background between paragraphs that are the article's own.
    """
    lines = [Line(zone.start, zone.end, text[zone.start : zone.end], 0, 0, zone.name) for zone in zones]
    back = {index for index, line in enumerate(lines) if repeated(line_key(line.words))}
    read = [index for index, line in enumerate(lines) if line.sentence]
    if sum(lines[index].count for index in read if index in back) > 0.5 * sum(lines[index].count for index in read):
        return tuple(zones)
    own = [index for index in read if index not in back]
    for index in back:
        line = lines[index]
        background = line.sentence and line.count >= 12 and bool(own) and own[0] < index < own[-1]
        if line.zone in ("body", "dek", "caption", "subhead", "headline") and not background:
            line.zone = "promo" if line.sentence else "nav"
    return tuple(Zone(line.zone or "body", line.start, line.end) for line in lines)


# Lines


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    block, gap, before = 0, 0, 0
    for match in _LINE.finditer(text):
        gap += text.count("\n", before, match.start()) - 1 if before else 0
        before = match.end()
        words = match.group().strip()
        if not words:
            gap += 1
            continue
        start = match.start() + match.group().index(words)
        block += gap > 0
        found.append(Line(start, start + len(words), words, block, max(gap, 0)))
        gap = 0
    return found


def _join_wrapped(lines: list[Line], text: str) -> list[Line]:
    """The lines, with paragraphs that were broken at a fixed width made whole."""
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if one.block == two.block and not two.gap]
    width = max((len(one.words) for one, _ in pairs), default=0)
    full = [_is_full(one, two, width) for one, two in pairs]
    if len(pairs) < 4 or width > 120 or sum(full) < 0.8 * len(full):
        return lines
    paragraphs = [[lines[0]]]
    for last, line in itertools.pairwise(lines):
        if last.block == line.block and not line.gap and _is_full(last, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_joined(paragraph, text) for paragraph in paragraphs]


def _joined(paragraph: Sequence[Line], text: str) -> Line:
    first, last = paragraph[0], paragraph[-1]
    if first is last:
        return first
    return Line(first.start, last.end, text[first.start : last.end], first.block, first.gap)


def _is_full(line: Line, following: Line, width: int) -> bool:
    return len(line.words) + 1 + len(following.words.split(None, 1)[0]) > width


def _is_sentence(words: str, count: int) -> bool:
    """True for a line that reads as running text."""
    if _ABBREVIATED.search(words) and words.isupper():
        return False
    if _SENTENCE_END.search(words):
        return count >= 4 or (count >= 2 and words[0] in "\"“‘'«")
    if words.endswith(":"):
        return count >= 4 and _SAYS.search(words) is not None
    if _QUOTED_END.search(words):
        return count >= 8 or (count >= 4 and _SAYS.search(words) is not None)
    return count >= 28 or (count >= 12 and _SENTENCE_CUT.search(words) is not None)


def _zones(line: Line, text: str) -> Iterator[Zone]:
    name = line.zone or "body"
    start = line.start
    while line.end - start > MOST_CHARACTERS:
        cut = _cut(text, start, start + MOST_CHARACTERS)
        yield Zone(name, start, cut)
        start = cut + (len(text[cut : line.end]) - len(text[cut : line.end].lstrip()))
    if start < line.end:
        yield Zone(name, start, line.end)


def _cut(text: str, start: int, limit: int) -> int:
    """The last end of a sentence before ``limit``, else the last blank, else ``limit``."""
    stretch = text[start:limit]
    ends = [match.start() for match in _SENTENCE_CUT.finditer(stretch)]
    if ends and ends[-1] > 0:
        return start + ends[-1]
    blank = stretch.rstrip().rfind(" ")
    return start + blank if blank > 0 else limit


# Top


def _label_top(lines: list[Line], title: str, dek: str) -> int:
    """The index of the headline, or -1; labels it, its repetitions and what stands before it."""
    headline = _headline(lines, title)
    if headline < 0:
        return headline
    key = even_line(lines[headline].words)
    for line in lines:
        if even_line(line.words) == key and not (line.sentence and line is not lines[headline]):
            line.zone = "headline"
    for line in lines[:headline]:
        if line.zone is None:
            line.zone = _top_zone(line)
    if dek:
        for line in lines[headline + 1 : headline + 6]:
            if line.zone is None and even_line(line.words) == even_line(dek):
                line.zone = "dek"
                break
    return headline


def _top_zone(line: Line) -> ZoneName:
    named = _furniture_zone(line)
    if named is not None:
        return named[0]
    if _is_dateline(line):
        return "dateline"
    return "promo" if line.count >= 6 and not _is_menu(line) else "nav"


def _headline(lines: Sequence[Line], title: str) -> int:
    top = lines[:12]
    if title:
        for index, line in enumerate(top):
            if even_line(line.words) == even_line(title):
                return index
    seen = Counter(even_line(line.words) for line in top if _could_be_headline(line))
    for index, line in enumerate(top):
        above = (even_line(other.words) for other in top[:index])
        if seen[even_line(line.words)] > 1 or (
            _could_be_headline(line) and any(other.endswith(f" {even_line(line.words)}") for other in above)
        ):
            return index  # printed twice, or at the end of the path to the page: "Home Archive Ministers meet"
    return _likely_headline(lines)


def _likely_headline(lines: Sequence[Line]) -> int:
    """The first line above the text whose words the text takes up again, else the first that could be a headline."""
    body = next((index for index, line in enumerate(lines) if line.sentence and line.count >= 12), len(lines))
    candidates = [index for index, line in enumerate(lines[: min(body, 12)]) if _could_be_headline(line)]
    if body == len(lines):
        return candidates[0] if candidates and len(lines) > candidates[0] + 1 else -1
    said = {_stem(word) for line in lines[body:] for word in _WORD.findall(line.words)}
    for index in candidates:
        words = [_stem(word) for word in _WORD.findall(lines[index].words) if len(word) > 3]
        if sum(word in said for word in words) >= TAKEN_UP * len(words):
            return index
    return candidates[0] if candidates else -1


def _stem(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")[:6]


def _could_be_headline(line: Line) -> bool:
    stops = line.words.endswith((".", ":", ";", ",")) and not _ABBREVIATED.search(line.words)
    if not 3 <= line.count <= 30 or len(line.words) > 220 or stops:
        return False
    if outlet_country(line.words):
        return False
    return not (
        _furniture_zone(line)
        or _is_menu(line)
        or _is_dateline(line)
        or _BYLINE.match(line.words)
        or _PHOTO.search(line.words)
    )


# Shapes


def _label_shapes(lines: list[Line], headline: int, subheads: Collection[str], captions: Collection[str]) -> None:
    known_heads = {even_line(words) for words in subheads}
    known_captions = {even_line(words) for words in captions}
    begun = False
    for index, line in enumerate(lines):
        if line.zone is None:
            even = even_line(line.words)
            if even in known_captions:
                line.zone = "caption"
            elif even in known_heads:
                line.zone = "subhead"
            else:
                line.zone = _shape(line, at_top=0 <= headline < index and not begun)
        begun = begun or (line.zone is None and line.sentence and line.count >= 12)


def _shape(line: Line, *, at_top: bool) -> ZoneName | None:
    """What the line is by its shape, or None. ``at_top`` is between the headline and the first paragraph."""
    named = _furniture_zone(line)
    if named is not None:
        return named[0]
    if _is_dateline(line):
        return "dateline"
    if line.count <= 14 and _BYLINE.match(line.words) and not line.sentence:
        return "byline"
    if line.count <= 80 and _PHOTO.search(line.words):
        return "caption"
    if at_top and line.count <= 6 and not line.sentence:
        if _NAME_LINE.match(line.words) or _ROLE.search(line.words):
            return "byline"
        if line.count <= 3 and not line.words[:1].isdigit():
            return "nav"
    # A line without a word says nothing, and one or two words in capitals are a button.
    if line.count == 0 or _is_menu(line) or (line.count <= 2 and line.words.isupper() and not line.sentence):
        return "nav"
    return None


def _furniture_zone(line: Line) -> tuple[ZoneName, bool] | None:
    if line.count > 45:
        return None
    running = line.sentence and line.count > 6
    for family in load_furniture():
        if family.names(_NUMBER.sub("", line.words), sentence=running):
            return family.zone, family.ends
    return None


def _is_menu(line: Line) -> bool:
    """True for a row of short entries: "World | Middle East | South Asia"; not for a row of a table."""
    entries = _MENU_MARK.split(line.words) if not line.sentence and not line.words.startswith("|") else []
    if _SUBJECTS.fullmatch(line.words):
        return True
    return len(entries) >= _MENU_ENTRIES and all(len(entry.split()) <= _MENU_WORDS for entry in entries)


def _is_dateline(line: Line) -> bool:
    """True for a line that holds a day or hour and hardly anything else, or a place with a dash."""
    if _PLACE_ALONE.fullmatch(line.words):
        return True
    if line.count > 16 or not _DAY.search(line.words):
        return False
    return len(_WORD.findall(_DATELINE_WORDS.sub(" ", line.words))) <= 2


# Tail


def _label_tail(lines: list[Line], headline: int, *, extracted: bool) -> None:
    """Labels what follows the article: link lists, biographies, promotion."""
    end = _tail_start(lines, headline, extracted=extracted)
    for index in range(end, len(lines)):
        line = lines[index]
        if line.zone in (None, "byline", "subhead"):
            line.zone = _tail_zone(lines, index)


def _tail_start(lines: Sequence[Line], headline: int, *, extracted: bool) -> int:
    """The index of the first line behind the article's last paragraph."""
    body = [index for index, line in enumerate(lines) if index > headline and line.zone is None and line.sentence]
    if not body:
        return len(lines)
    rests = _rests(lines)
    before = list(itertools.accumulate(line.count if line.zone is None and line.sentence else 0 for line in lines))
    for index in range(body[0] + 1, len(lines)):
        ends = _is_end(lines, index) or (not extracted and _looks_like_end(lines, index))
        if ends and not _goes_on(rests[index + 1], before[index - 1]):
            return index
    return len(lines)


def _is_end(lines: Sequence[Line], index: int) -> bool:
    """True for a line whose words say that the article is over, and for the author's biography."""
    line = lines[index]
    named = _furniture_zone(line)
    return (named is not None and named[1]) or (line.zone is None and _is_bio(line) and index >= len(lines) // 2)


def _looks_like_end(lines: Sequence[Line], index: int) -> bool:
    """True for a headline of another article, and for short lines in a row: a menu, not a heading over a paragraph."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    if line.zone is None and not line.sentence and not _LIST_MARK.match(line.words):
        another = line.count >= 7 and not line.words.endswith(":")
        return another or following is None or not following.sentence
    if line.zone in ("nav", "tags", "promo"):
        return following is None or not following.sentence or following.zone is not None
    return False


def _rests(lines: Sequence[Line]) -> list[Rest]:
    """What each line and those behind it hold, and an empty rest behind the last."""
    rests = [Rest()]
    for line in reversed(lines):
        rest = rests[-1]
        if line.zone is None and (line.sentence or _LIST_MARK.match(line.words)) and not _is_bio(line):
            run, long = rest.run + 1, rest.long + (line.count >= LONG_PARAGRAPH)
            rests.append(Rest(run, max(rest.longest, run), rest.paragraphs + 1, rest.words + line.count, long))
        elif line.zone in ("nav", "promo", "byline", None):
            rests.append(replace(rest, run=0))
        else:
            rests.append(rest)
    return rests[::-1]


def _goes_on(rest: Rest, before: int) -> bool:
    """True when the paragraphs of the rest show that the article, of ``before`` words so far, is not over.

    Teasers and slogans stand alone between links; paragraphs of an article follow each other.
    """
    if rest.long >= 2 and rest.words > before:
        return True  # briefs, each under a title of its own
    return rest.longest >= 3 or (rest.longest == 2 and (rest.paragraphs >= 3 or rest.words > 0.5 * before))


def _tail_zone(lines: Sequence[Line], index: int) -> ZoneName:
    line = lines[index]
    if _is_bio(line) or _near_bio(lines, index):
        return "bio"
    if index and _is_tag_head(lines[index - 1]) and not line.sentence:
        return "tags"
    if line.sentence:
        above = lines[index - 1] if index else None
        return "related" if above is not None and above.zone == "related" and not line.gap else "promo"
    return "related" if line.count >= 5 else "nav"


def _is_bio(line: Line) -> bool:
    return line.sentence and _BIO.match(line.words) is not None


def _near_bio(lines: Sequence[Line], index: int) -> bool:
    """True for the name and the post that stand above a biography."""
    line = lines[index]
    if line.count > 8 or line.sentence:
        return False
    return any(_is_bio(other) for other in lines[index + 1 : index + 4]) and (
        _NAME_LINE.match(line.words) is not None or _ROLE.search(line.words) is not None
    )


def _is_tag_head(line: Line) -> bool:
    return even_line(line.words).rstrip(":") in (
        "tags",
        "topics",
        "keywords",
        "filed under",
        "read more on these topics",
    )


# Middle


def _label_middle(lines: list[Line], headline: int, *, extracted: bool) -> None:
    """Labels what is left: a dek right under the headline, subheads over paragraphs, else body."""
    _label_dek(lines, headline)
    text = [line for line in lines if line.zone in (None, "body", "caption")]
    for line, following in itertools.zip_longest(text, text[1:]):
        if line.zone is not None:
            continue
        if line.sentence or _LIST_MARK.match(line.words) or following is None:
            line.zone = "body"
        elif line.words.endswith(":"):
            line.zone = "body" if _SAYS.search(line.words) else "subhead"
        elif line.count <= 10:
            line.zone = "subhead"
        else:
            cued = _CUE_LINE.match(following.words) and _SAYS.search(following.words)
            line.zone = "body" if extracted or cued else "related"


def _label_dek(lines: list[Line], headline: int) -> None:
    if headline < 0 or any(line.zone == "dek" for line in lines):
        return
    start = max(index for index, line in enumerate(lines[: headline + 8]) if line.zone == "headline") + 1
    if start + 1 >= len(lines) or lines[start].zone is not None:
        return
    first, following = lines[start], lines[start + 1]
    again = any(other.words == first.words for other in lines[start + 1 :])
    apart = following.gap > max(first.gap, 1) and following.zone is None
    before_byline = following.zone in ("byline", "dateline")
    bare = not first.sentence and first.count >= 6
    if first.count <= 60 and (again or apart or before_byline or bare):
        first.zone = "dek"
