"""Measures reactions on hand-labelled sentences and short articles, and writes what follows from the vocabulary.

    python -m benchmarks.reactions [FILE.jsonl]            prints the figures (default: tests/gold/reactions.jsonl)
    python -m benchmarks.reactions --list [FILE.jsonl]     and what was missed, mistaken or false
    python -m benchmarks.reactions --write                 writes measured_reactions.toml and docs/reactions.md

Rows hold ``id``, ``kind`` (sentence or article), ``text`` and ``reactions`` (``actor_country``, ``type``, ``targets``,
``conditional``, ``evidence`` words, ``optional``). A reaction meets a label of the same actor whose evidence it shares,
one to one, same type and targets first. Optional labels are neither asked for nor counted against.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.rows import Row, load_rows
from dashboard.language.matters import is_learned
from dashboard.language.pipeline import load_pipeline
from dashboard.language.reader import read_all
from dashboard.records import Article, Reaction, Zone
from dashboard.vocabulary.reactions import ReactionType, load_reaction_groups, load_reactions

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "reactions.jsonl"
ARTICLES = ROOT / "data" / "training" / "articles.jsonl"
MEASURED = ROOT / "dashboard" / "vocabulary" / "measured_reactions.toml"
DOCS = ROOT / "docs" / "reactions.md"


@dataclass(slots=True)
class Score:
    """Counts over one set of rows. ``found`` are predictions judged, ``asked`` labels that must be met."""

    asked: int = 0
    found: int = 0
    typed: int = 0
    aimed: int = 0
    conditions: int = 0
    quiet: int = 0
    disturbed: int = 0
    by_kind: dict[str, Counter[str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """F1 of ``right`` among those found and asked for."""
        return 2 * right / (self.found + self.asked) if self.found + self.asked else 0.0

    @property
    def false_share(self) -> float:
        """The share of texts without any reaction that got one."""
        return self.disturbed / self.quiet if self.quiet else 0.0


def measure(rows: Sequence[Row], *, learned: bool = True) -> Score:
    """The scores of today's reading on ``rows``; without ``learned`` only of what listed phrases tell."""
    score = Score()
    for row, reading in zip(rows, read_all(load_pipeline(), map(_article, rows)), strict=True):
        if isinstance(reading, tuple):
            raise reading[1]
        _judge(score, row, [one for one in reading.reactions if learned or not is_learned(one)])
    return score


def _article(row: Row) -> Article:
    zones, start = [], 0
    for line in row["text"].split("\n"):
        if line.strip():
            zones.append(Zone("body", start, start + len(line)))
        start += len(line) + 1
    return Article(row["id"], row["text"], tuple(zones))


def _judge(score: Score, row: Row, found: Sequence[Reaction]) -> None:
    labels = row["reactions"]
    pairs = _pairs(row["text"], labels, found)
    taken = set(pairs.values())
    for i, label in enumerate(labels):
        if not label.get("optional"):
            _judge_label(score, row, label, found[pairs[i]] if i in pairs else None)
    for j, each in enumerate(found):
        if j not in taken:
            score.found += 1
            _count(score, each.reaction, right=False)
            score.lines.append(f"{row['id']} false {_shown(each)}")
    if not labels:
        score.quiet += 1
        score.disturbed += bool(found)


def _judge_label(score: Score, row: Row, label: Row, met: Reaction | None) -> None:
    score.asked += 1
    wanted = f"{label['actor_country']} {label['type']} {' '.join(label['targets'])}"
    if met is None:
        score.lines.append(f"{row['id']} missed {wanted}")
        return
    score.found += 1
    right = _same_type(label, met)
    _count(score, met.reaction, right=right)
    aimed = right and set(met.targets) == set(label["targets"])
    score.typed += right
    score.aimed += aimed
    score.conditions += right and bool(met.condition) == label["conditional"]
    if not aimed:
        score.lines.append(f"{row['id']} {wanted} <- {_shown(met)}")


def _count(score: Score, key: str, *, right: bool) -> None:
    counts = score.by_kind.setdefault(key, Counter())
    counts["found"] += 1
    counts["right"] += right


def _pairs(text: str, labels: Sequence[Row], found: Sequence[Reaction]) -> dict[int, int]:
    ranked = sorted(_ranked(text, labels, found), reverse=True)
    pairs: dict[int, int] = {}
    for *_, i, j in ranked:
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _ranked(text: str, labels: Sequence[Row], found: Sequence[Reaction]) -> Iterator[tuple[bool, bool, bool, int, int]]:
    for i, label in enumerate(labels):
        start = text.find(label["evidence"])
        end = start + len(label["evidence"])
        for j, each in enumerate(found):
            meets = each.evidence.start < end and start < each.evidence.end
            if meets and each.actor.country == label["actor_country"]:
                aimed = set(each.targets) == set(label["targets"])
                yield _same_type(label, each), aimed, not label.get("optional"), -i, -j


def _same_type(label: Row, reaction: Reaction) -> bool:
    kinds = load_reactions()
    wanted, got = kinds[label["type"]], kinds[reaction.reaction]
    return wanted.key == got.key or (wanted.bench != "" and wanted.bench == got.bench)


def _shown(reaction: Reaction) -> str:
    return f"{reaction.actor.country} {reaction.reaction} {' '.join(reaction.targets)} [{reaction.found_by}]"


def to_measured(articles: Score, sentences: Score) -> str:
    """The precision of each reaction as TOML, for the pages that show it.

    Articles tell how right a kind is in news as it comes; kinds that their labels leave out go by the sentences.
    """
    lines = [
        "# How often each reaction that a phrase tells was right. Made by: python -m benchmarks.reactions --write",
        'on = "our own labelled articles"',
        "",
    ]
    for key, kind in load_reactions().items():
        counts = (articles if kind.bench else sentences).by_kind.get(key)
        if counts:
            share = counts["right"] / counts["found"]
            lines += [f"[reactions.{key}]", f"precision = {share:.3f}", f"n = {counts['found']}", ""]
    return "\n".join(lines)


def to_docs() -> str:
    """The vocabulary as a Markdown page."""
    lines = [
        "# Reactions",
        "",
        "What a country or body did or said towards others, from hostile to cooperative. This page is made from",
        "`dashboard/vocabulary/reactions.toml` by `python -m benchmarks.reactions --write`; edit that file.",
        "",
    ]
    for group in load_reaction_groups():
        lines += [f"## {group.label}", "", "| reaction | means | PLOVER | example | not |", "|---|---|---|---|---|"]
        lines += [_docs_row(kind) for kind in load_reactions().values() if kind.group == group.key]
        lines.append("")
    return "\n".join(lines)


def _docs_row(kind: ReactionType) -> str:
    miss = kind.near_misses[0]
    instead = load_reactions()[miss.instead].label if miss.instead else "nothing"
    plover = f"{kind.root} {kind.mode}".strip()
    cells = (f"**{kind.label}** `{kind.key}`", kind.means, plover, kind.examples[0].text, f"{miss.text} ({instead})")
    return f"| {' | '.join(cells)} |"


def report(score: Score) -> Iterable[str]:
    """The figures in words."""
    yield f"asked {score.asked}, found {score.found}"
    yield f"type     F1 {score.f1(score.typed):.3f}"
    yield f"targets  F1 {score.f1(score.aimed):.3f}"
    yield f"conditional right {score.conditions}/{score.typed}"
    if score.quiet:
        yield f"texts without a reaction that got one: {score.disturbed}/{score.quiet}"


def main(arguments: Sequence[str]) -> int:
    """Prints the figures of each kind of row, or writes the files; always 0."""
    names = [each for each in arguments if not each.startswith("--")]
    rows = load_rows(Path(names[0]) if names else GOLD)
    if "--write" in arguments:
        articles = measure(load_rows(ARTICLES), learned=False)
        MEASURED.write_text(to_measured(articles, measure(rows, learned=False)), encoding="utf-8")
        DOCS.write_text(to_docs(), encoding="utf-8")
        return 0
    for kind in sorted({row.get("kind", "sentence") for row in rows}):
        score = measure([row for row in rows if row.get("kind", "sentence") == kind])
        print(kind, *report(score), sep="\n  ")
        if "--list" in arguments:
            print(*score.lines, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
