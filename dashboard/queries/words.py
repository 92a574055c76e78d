"""Days and counts in plain English, the same on every page, in every export and on every chart."""

from __future__ import annotations

import calendar
import datetime as dt

#: How the basis of a day is told; {words} are the words that it was read from.
BASIS = {
    "stated": "",
    "relative": "from “{words}”",
    "event": "counted from another event, “{words}”",
    "inherited": "from the sentence before",
    "metadata": "",
    "episode": "inferred from other reports of the episode",
    "era": "inferred from who is named as in office",
    "published": "not told, only that of publication",
    "unknown": "",
}

#: The mark of a count by how far its statements hang on a condition: in every wording, in some of each, not at all.
CONDITION_SIGNS = {"all": "if", "partly": "(if)", "": ""}


def say_day(day: dt.date) -> str:
    """``15 Sep 2023``, the same in every place of the product."""
    return f"{day.day} {day:%b} {day.year}"


def say_range(a: dt.date, b: dt.date) -> str:
    """``10–11 Sep 2023``, ``29 Jan – 15 Feb 2011``, ``Aug 2023``, ``1950–1953``; one day as ``say_day`` does."""
    if a == b:
        return say_day(a)
    whole = a.day == 1 and b.day == calendar.monthrange(b.year, b.month)[1]
    if whole and (a.year, a.month) == (b.year, b.month):
        return f"{a:%b} {a.year}"
    if whole and (a.month, b.month) == (1, 12):
        return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{say_day(b)}"
    if a.year == b.year:
        return f"{a.day} {a:%b} – {say_day(b)}"
    return f"{say_day(a)} – {say_day(b)}"


def say_days(first: str | None, last: str | None, *, weekday: bool = False) -> str:
    """``15 Sep 2023``, ``10–11 Sep 2023``, ``Aug 2023``, ``15 Sep 2023 or later`` or ``day unknown``."""
    if not first and not last:
        return "day unknown"
    if not first:
        return f"{say_day(_day(last))} or earlier"
    if not last:
        return f"{say_day(_day(first))} or later"
    a, b = _day(first), _day(last)
    return f"{a:%a} {say_day(a)}" if a == b and weekday else say_range(a, b)


def say_when(first: str | None, last: str | None, basis: str, words: str) -> str:
    """The day with its basis: ``Fri 15 Sep 2023, from “Friday”``."""
    said = BASIS.get(basis, "").format(words=words)
    if "“”" in said:
        said = ""
    # The weekday is shown where a weekday was what the text gave.
    weekday = any(name in words for name in calendar.day_name)
    return ", ".join(filter(None, (say_days(first, last, weekday=weekday), said)))


def is_inferred(basis: str) -> bool:
    """True when the words of the sentence alone do not give the day."""
    return basis in ("relative", "event", "inherited", "episode", "era", "published")


def several(count: int, one: str, many: str = "") -> str:
    """``1 outlet``, ``2 outlets``, ``1,204 events``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _day(text: str | None) -> dt.date:
    return dt.date.fromisoformat(text or "")
