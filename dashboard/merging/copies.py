"""One text printed by many outlets counts as one source."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dashboard.records import READ_ZONES, Article

SHINGLE_WORDS = 4
#: One shingle in this many is looked at when candidates are gathered; the final comparison looks at all.
SAMPLE = 4
#: A shingle that more articles share than this is furniture or a famous quotation, and points to no copy.
COMMON = 60
#: Copies share at least this part of the shorter text; two reports that quote one speaker share far less.
SHARED = 0.5
#: Shorter texts are too short to tell.
LEAST_SHINGLES = 20

_WORD = re.compile(r"\w+")


def group_copies(articles: Sequence[Article]) -> dict[str, str]:
    """The group of each article that is a printing of one text: article id to the least id of its group.

    Articles without a copy are left out.
    """
    shingles = {article.id: _shingles(article) for article in articles}
    parents = {key: key for key in shingles}
    for one, other in _candidates(shingles):
        if _find(parents, one) != _find(parents, other) and _are_copies(shingles[one], shingles[other]):
            low, high = sorted((_find(parents, one), _find(parents, other)))
            parents[high] = low
    groups = {key: _find(parents, key) for key in parents}
    sizes = Counter(groups.values())
    return {key: group for key, group in sorted(groups.items()) if sizes[group] > 1}


def _find(parents: dict[str, str], key: str) -> str:
    while parents[key] != key:
        parents[key] = key = parents[parents[key]]
    return key


def _shingles(article: Article) -> frozenset[int]:
    """Hashes of each run of words in the readable lines; the same in every process."""
    found: set[int] = set()
    for zone in article.zones:
        if zone.name in READ_ZONES:
            words = _WORD.findall(article.text[zone.start : zone.end].lower())
            found.update(_hashes(words))
    return frozenset(found)


def _hashes(words: Sequence[str]) -> Iterator[int]:
    for start in range(len(words) - SHINGLE_WORDS + 1):
        yield zlib.crc32(" ".join(words[start : start + SHINGLE_WORDS]).encode())


def _candidates(shingles: Mapping[str, Iterable[int]]) -> list[tuple[str, str]]:
    """Pairs that share at least two sampled shingles, most first."""
    holders: dict[int, list[str]] = defaultdict(list)
    for key in sorted(shingles):
        for shingle in shingles[key]:
            if shingle % SAMPLE == 0:
                holders[shingle].append(key)
    pairs: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        if len(keys) <= COMMON:
            pairs.update((one, other) for n, one in enumerate(keys) for other in keys[n + 1 :])
    return sorted((pair for pair, count in pairs.items() if count > 1), key=lambda pair: (-pairs[pair], pair))


def _are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= LEAST_SHINGLES and len(one & other) >= SHARED * shorter
