"""Groups articles that tell of one event: rows with id and text, to rows with id and cluster.

The same likeness of words as events are merged by, with average linkage: two groups become one while the mean likeness
of their articles is at least ``CUT``.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.rows import Row, print_predictions
from dashboard.merging.likeness import content_words, to_vector, weigh_words

CUT = 0.2


def main(path: str) -> None:
    """Prints one row an article."""
    print_predictions(path, predict)


def predict(rows: Sequence[Row]) -> Iterator[Row]:
    """The cluster of each article."""
    for row, cluster in zip(rows, group_texts([row["text"] for row in rows]), strict=True):
        yield {"id": row["id"], "cluster": str(cluster)}


def group_texts(texts: Sequence[str], cut: float = CUT) -> list[int]:
    """The number of the group of each text."""
    words = [content_words(text) for text in texts]
    rarity = weigh_words(words)
    sums = _pair_sums([to_vector(each, rarity) for each in words])
    members: dict[int, list[int]] = {n: [n] for n in range(len(texts))}
    queue: list[tuple[float, int, int]] = [
        (-value, one, other) for one, near in sums.items() for other, value in near.items() if one < other
    ]
    heapq.heapify(queue)
    while queue:
        merit, one, other = heapq.heappop(queue)
        if -merit < cut:
            break
        if one not in members or other not in members or -merit != _mean(sums, members, one, other):
            continue
        new = 2 * len(texts) - len(members)
        _join(sums, members, one, other, new)
        for near in sums[new]:
            heapq.heappush(queue, (-_mean(sums, members, new, near), min(new, near), max(new, near)))
    groups = {n: number for number, held in members.items() for n in held}
    return [groups[n] for n in range(len(texts))]


def _pair_sums(vectors: Sequence[Mapping[str, float]]) -> dict[int, dict[int, float]]:
    """The likeness of each pair that shares a word, both ways."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    sums: dict[int, dict[int, float]] = {n: defaultdict(float) for n in range(len(vectors))}
    for n, vector in enumerate(vectors):
        for word, value in vector.items():
            for other, held in holders[word]:
                sums[n][other] += value * held
            holders[word].append((n, value))
    for n in range(len(vectors)):
        for other, value in list(sums[n].items()):
            sums[other][n] = value
    return {n: dict(near) for n, near in sums.items()}


def _mean(sums: Mapping[int, Mapping[int, float]], members: Mapping[int, Sequence[int]], one: int, other: int) -> float:
    return sums[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _join(sums: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int, new: int) -> None:
    """Makes ``new`` of the two groups; the sums of likeness add up."""
    members[new] = members.pop(one) + members.pop(other)
    near: dict[int, float] = {}
    for old in (one, other):
        for each, value in sums.pop(old).items():
            if each not in (one, other):
                near[each] = near.get(each, 0.0) + value
                sums[each].pop(old, None)
    sums[new] = near
    for each, value in near.items():
        sums[each][new] = value
