"""The brick of every page: one statement with its sentence, who, whom, kind, day, outlet and the way to its article.

Pure HTML makers; every word of an article passes through ``marks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dashboard.queries.certainty import chance_of, rule_in_words
from dashboard.queries.claims import search_patterns
from dashboard.queries.context import around
from dashboard.queries.labels import IDENTITIES, UNNAMED, country_label, reaction_label, told_in
from dashboard.queries.rows import records
from dashboard.queries.words import is_inferred, say_days, say_when, several
from dashboard.ui.links import original
from dashboard.ui.marks import Mark, differing, escape, folded, found_marks
from dashboard.ui.visit import Visit
from dashboard.vocabulary.countries import UNKNOWN_COUNTRY
from dashboard.vocabulary.reactions import load_reactions

if TYPE_CHECKING:
    import pandas as pd

#: Wordings shown before the rest folds away.
WORDINGS = 6
#: Places of the same words before the rest folds away.
PLACES = 5
_LIST_DASH = re.compile(r"[-–—•*]\s+")
FORM_NAMES = {"direct": "direct quote", "mixed": "partly direct", "indirect": "indirect"}


def cards(visit: Visit, frame: pd.DataFrame, noun: str, *, brief: bool = False) -> str:
    """One card for each statement of an ordered frame of reactions or quotes; ``brief`` leaves other wordings out."""
    visit = replace(visit, around=around(visit.corpus, frame))
    rows = records(frame)
    make = _reaction_card if noun == "reactions" else _quote_card
    groups = (list(group) for _, group in groupby(rows, key=lambda row: row["position"]))
    made = (make(visit, [_fullest(group)] if brief else group) for group in groups)
    return f'<div class="cards" id="rows">{"".join(made)}</div>'


def group_of(reaction: str) -> str:
    """The group of a reaction, which colours it: hostile, critical, neutral or cooperative."""
    held = load_reactions().get(reaction)
    return held.group if held else "neutral"


def reaction_chip(reaction: str) -> str:
    """The kind of a reaction in its colour."""
    return f'<span class="chip {group_of(reaction)}">{escape(reaction_label(reaction))}</span>'


def sentence(visit: Visit, row: dict[str, Any], *, plain: bool = False) -> str:
    """The evidence with cue, source, content, condition and searched words marked."""
    marks = [] if plain else list(_marks(row, row["start"]))
    if visit.filters.words:
        marks += found_marks(row["words"], search_patterns(visit.filters.words))
    before, after = visit.around.get(row["id"], ("", ""))
    before = undashed(before)
    lead = f'<span class="around">{escape(before)}</span>' if before else ""
    tail = f'<span class="around">{escape(after)}</span>' if after else ""
    # Only words that begin the paragraph can begin with the dash of a list.
    dash = 0 if before else dash_length(row["words"])
    return f"{lead}{folded(row['words'], marks, dash)}{tail}"


def undashed(words: str) -> str:
    """Words without the dash or dot of a list before them."""
    return words[dash_length(words) :]


def dash_length(words: str) -> int:
    """How many characters the dash or dot of a list takes before the words, with the blanks behind it."""
    found = _LIST_DASH.match(words)
    return found.end() if found else 0


def _marks(row: dict[str, Any], base: int) -> Iterable[Mark]:
    for kind, title in (
        ("cue", "the words that tell it"),
        ("source", "who it is attributed to"),
        ("condition", "condition"),
    ):
        start, end = row.get(f"{kind}_start"), row.get(f"{kind}_end")
        if start is not None and end is not None:
            yield Mark(start - base, end - base, kind, title)
    if "content" in row:
        for start, end in row["content"]:
            yield Mark(start - base, end - base, "content")
    else:
        yield Mark(0, len(row["words"]), "content")


def facts(visit: Visit, row: dict[str, Any], noun: str, extra: str = "") -> str:
    """The line below a sentence: day with its basis, outlet, article, original, citation, and how sure it is."""
    day, _, basis = say_when(row["first_day"], row["last_day"], row["day_basis"], row["day_words"]).partition(", ")
    inferred = (
        f' <span class="quiet" title="{escape(basis)}">(inferred day)</span>' if is_inferred(row["day_basis"]) else ""
    )
    there = original(row["url"], row["words"])
    outside = f'<a href="{escape(there)}" target="_blank" rel="noopener noreferrer">Original</a>' if there else ""
    return (
        f'<div class="facts">{extra}<span class="day">{escape(day)}{inferred}</span>'
        f'<span>{escape(told_in(row))}</span><div class="ways"><a href="{escape(article_link(visit, row))}">Open in '
        f'article</a>{outside}<a href="#" role="button" data-copy="text" data-text="{escape(citation(row))}">Copy '
        f"citation</a>{sure(row, noun)}</div></div>"
    )


def article_link(visit: Visit, row: dict[str, Any]) -> str:
    """The article of a row, opened at its evidence, keeping the filters of the page."""
    return visit.links.article(row["article_id"], row["start"], row["end"], visit.filters)


def citation(row: dict[str, Any]) -> str:
    """Who, what, where and when, as one line to paste into a text."""
    who = row.get("speaker") or row.get("actor") or ""
    role = f" ({row['role']})" if row.get("role") else ""
    lead = f"{who}{role}: " if who else ""
    told = f" (as told by {row['relayed_by']})" if row.get("relayed_by") else ""
    published = f", {say_days(row['published'], row['published'])}" if row["published"] else ""
    url = f", {original(row['url'])}" if original(row["url"]) else ""
    outlet = "" if row["outlet"] == UNNAMED else f"{row['outlet']}, "
    return f"{lead}“{row['words']}”{told} {outlet}“{row['title']}”{published}{url}"


def sure(row: dict[str, Any], noun: str) -> str:
    """How often such claims are right; opened, what found it, where day and identity come from, who passed it on."""
    held = chance_of(row, noun)
    lines = [("Found by", rule_in_words(row["found_by"], noun)), ("Measured", held.full), ("Day", _day_in_words(row))]
    if row.get("identity"):
        lines.append(("Who it is", IDENTITIES.get(row["identity"], row["identity"])))
    if row.get("relayed_by"):
        lines.append(("Passed on", " → ".join(chain(row))))
    if row.get("condition"):
        lines.append(("Condition", row["condition"]))
    body = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in lines)
    share = f'<span class="share">{"" if held.right is None else "right in "}{held.short}</span>'
    return f'<details class="sure"><summary>How sure? {share}</summary><dl>{body}</dl></details>'


def chain(row: dict[str, Any]) -> tuple[str, str, str]:
    """Whose words, who passed them on, and who prints them."""
    # A body's country is told only where its name does not tell it already.
    country = country_label(row["relayed_country"]) if row["relayed_country"] else ""
    about = _comma(row["relayed_role"], "" if country in row["relayed_by"] else country)
    by = f"{row['relayed_by']} ({about})" if about else str(row["relayed_by"])
    return row["speaker"] or "unnamed source", by, told_in(row)


def _day_in_words(row: dict[str, Any]) -> str:
    if row["day_basis"] == "unknown":
        return "not told, and not to be inferred"
    said = say_when(row["first_day"], row["last_day"], row["day_basis"], row["day_words"])
    return f"inferred day: {said}" if is_inferred(row["day_basis"]) else said


def _reaction_card(visit: Visit, rows: Sequence[dict[str, Any]]) -> str:
    first = _fullest(rows)
    towards = ", ".join(
        f'<a href="{escape(_toggle(visit, "target", code))}">{escape(country_label(code))}</a>'
        for code in first["targets"]
    )
    to = f'<span class="to">{towards}</span>' if towards else ""
    country = (
        f'<a href="{escape(_toggle(visit, "country", first["country"]))}">{escape(country_label(first["country"]))}</a>'
    )
    named = first["actor_kind"] not in ("government", "country") or first["country"] == UNKNOWN_COUNTRY
    said = country_label(first["country"])
    told = (first["country"] == UNKNOWN_COUNTRY and first["actor"]) or said in first["actor"]
    place = "" if told else country
    who = (
        f'{escape(first["actor"])} <span class="role">{_comma(escape(role_of(first["role"], first["actor"])), place)}'
        f"</span>{_unsure(first)}"
        if named
        else country
    )
    condition = f'<p class="if">{escape(first["condition"])}</p>' if first["condition"] else ""
    head = (
        f'<div class="who"><span class="name">{who}</span>{reaction_chip(first["reaction"])}{to}{_sources(first)}</div>'
    )
    return _card(visit, first, rows, "reactions", head, condition)


def role_of(role: str, name: str) -> str:
    """The role where the name does not say it already: "counterparts" of "Japanese counterparts" does not."""
    return "" if role.casefold() in name.casefold() else role


def _unsure(row: dict[str, Any]) -> str:
    """A word on the card where nothing says for certain who this is."""
    why = "No sentence of the corpus and no list says for certain who this is"
    return f'<span class="unsure" title="{why}">identity not certain</span>' if row["identity"] == "unsure" else ""


def _comma(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _quote_card(visit: Visit, rows: Sequence[dict[str, Any]]) -> str:
    first = _fullest(rows)
    names = _comma(*(
        f'<a href="{escape(visit.links.speaker(person, visit.filters))}">{escape(name)}</a>'
        for name, person in zip(first["speakers"], first["persons"], strict=True)
    ))  # fmt: skip
    place = country_label(first["country"]) if first["country"] != UNKNOWN_COUNTRY else ""
    role = _comma(escape(role_of(first["role"], first["speaker"])), escape("" if place in first["speaker"] else place))
    to = f'<span class="to">{escape(_comma(*first["addressees"]))}</span>' if first["addressees"] else ""
    head = (
        f'<div class="who"><span class="name">{names or "Unnamed source"}</span><span '
        f'class="role">{role}</span>{_unsure(first)}{to}{_sources(first)}</div>'
    )
    passed = " → ".join(escape(one) for one in chain(first)) if first["relayed_by"] else ""
    below = f'<p class="chain">{passed}</p>' if passed else ""
    return _card(visit, first, rows, "quotes", head, below, f"<span>{FORM_NAMES.get(first['form'], '')}</span>")


def _card(
    visit: Visit,
    first: dict[str, Any],
    rows: Sequence[dict[str, Any]],
    noun: str,
    head: str,
    below: str,
    extra: str = "",
) -> str:
    said = sentence(visit, first)
    whole = '<label class="unfold"><input type="checkbox"> Show all of it</label>' if 'class="far"' in said else ""
    return (
        f'<article class="card" data-claim="{escape(first["id"])}">{head}<blockquote>{said}</blockquote>{whole}{below}'
        f"{facts(visit, first, noun, extra)}{wordings(visit, first, rows)}</article>"
    )


def wordings(visit: Visit, first: dict[str, Any], rows: Sequence[dict[str, Any]]) -> str:
    """The other wordings of a statement side by side; words the first one lacks are marked, same ones told once."""
    lead = said_words(first)
    others: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row is not first:
            others.setdefault(plain_words(said_words(row)), []).append(row)
    same = others.pop(plain_words(lead), [])
    again = f'<div class="facts"><span>The same words in</span>{_places(visit, same)}</div>' if same else ""
    if not others:
        return again
    items = [_wording(visit, held, lead) for held in others.values()]
    shown, rest = "".join(items[:WORDINGS]), items[WORDINGS:]
    more = fold(f"{len(rest)} more", f"<ul>{''.join(rest)}</ul>") if rest else ""
    title = f"{several(len(others), 'other wording')}, differing words marked"
    return f'{again}<div class="wordings"><h4>{title}</h4><ul>{shown}</ul>{more}</div>'


def _wording(visit: Visit, rows: Sequence[dict[str, Any]], lead: str) -> str:
    said = differing(said_words(rows[0]), lead)
    return f'<li><p class="said">{said}</p><div class="facts">{_places(visit, rows)}</div></li>'


def _places(visit: Visit, rows: Sequence[dict[str, Any]]) -> str:
    """The outlets that have these words, each a link to its sentence; a long list folds."""
    places = [
        f'<span><a href="{escape(article_link(visit, row))}">{escape(told_in(row))}</a>{_by_way_of(row)}{_on_day(row)}'
        "</span>"
        for row in rows
    ]
    most = PLACES if len(places) > PLACES + 1 else len(places)
    rest = "".join(places[most:])
    return "".join(places[:most]) + fold(f"{len(places) - most} more", rest)


def fold(summary: str, rest: str) -> str:
    """HTML that a click on the summary shows; nothing where there is no rest."""
    return f'<details class="told"><summary>{summary}</summary>{rest}</details>' if rest else ""


def _by_way_of(row: dict[str, Any]) -> str:
    return f", by way of {escape(row['relayed_by'])}" if row.get("relayed_by") else ""


def said_words(row: dict[str, Any]) -> str:
    """The words in which a row says its statement, without the dash of a list."""
    return undashed(str(row.get("content_words") or row["words"]))


def plain_words(words: str) -> str:
    """Words without case, quotation marks and stops, to tell whether two wordings are the same."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def _on_day(row: dict[str, Any]) -> str:
    return (
        f", {say_days(row['first_day'], row['last_day'])}"
        if row["first_day"] == row["last_day"] and row["first_day"]
        else ""
    )


def _sources(row: dict[str, Any]) -> str:
    return (
        f'<span class="quiet small">reported by {several(row["sources"], "independent outlet")}</span>'
        if row["sources"] > 1
        else ""
    )


def _fullest(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The row that stands for a statement: direct words before reported ones, a known day before a range, then the
    longest."""
    rank = {"direct": 2, "mixed": 1}

    def merit(row: dict[str, Any]) -> tuple[int, bool, bool, int]:
        on_a_day = bool(row["first_day"]) and row["first_day"] == row["last_day"]
        return rank.get(row.get("form", ""), 0), bool(row.get("condition")), on_a_day, len(row["words"])

    return max(rows, key=merit)


def _toggle(visit: Visit, key: str, value: str) -> str:
    return visit.here(visit.filters.with_values(key, [value]))
