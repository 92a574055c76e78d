"""Meanings of words that count from the publication day: "Friday", "last week", "this evening", "now".

Each function takes the matched words and gives their Meaning, or None when they mean no time after all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dashboard.language import periods
from dashboard.language.calendar_dates import daypart_suffix
from dashboard.language.clock_times import clock_day
from dashboard.language.counted_dates import CLAUSE_ENDS, told_before
from dashboard.language.durations import steps_of, unit_name
from dashboard.language.periods import Period
from dashboard.language.time_meanings import Meaning, Setting, Words, open_end, within
from dashboard.language.time_words import (
    WEEKDAYS,
)

#: "Black Monday" and "Bloody Sunday" are days of history, not of this week.
_NAMED_WEEKDAYS = frozenset(("black", "bloody", "super", "cyber", "holy", "maundy", "fat", "shrove"))


def weekday(words: Words) -> Meaning | None:
    """Friday · last Friday · next Tuesday night · Monday of last week.

    Without more words it is the publication day or the last such day before; ahead when the clause tells the future.
    """
    if words.before() in _NAMED_WEEKDAYS or _names_paper(words):
        return None
    number = WEEKDAYS[words.get("weekday")]
    move, week = words.get("move"), words.get("week")
    suffix = daypart_suffix(words.get("part") or words.get("part2"))

    def resolve(setting: Setting) -> Period | None:
        if setting.told and ("previous" in move or "following" in move):
            setting = replace(setting, day=setting.told.last)
        back = (setting.day.weekday() - number) % 7
        ahead = -back % 7
        if week:
            monday = setting.day - setting.day.weekday() * periods.DAY
            return periods.day_period(monday + (7 * steps_of(week) + number) * periods.DAY)
        if "last" in move or "past" in move or "previous" in move:
            return periods.day_period(setting.day - (back or 7) * periods.DAY)
        if move and move != "this":
            return periods.day_period(setting.day + (ahead or 7) * periods.DAY)
        if setting.tense == "future" or (setting.tense == "present" and ahead < back):
            return periods.day_period(setting.day + ahead * periods.DAY)
        return periods.day_period(setting.day - back * periods.DAY)

    return Meaning("TIME" if suffix else "DATE", f"XXXX-WXX-{number + 1}", resolve, suffix=suffix)


def _names_paper(words: Words) -> bool:
    """True for "The Sunday Times"."""
    token, end = words.doc[words.match.end() - 1], words.match.end()
    following = words.doc[end] if end < len(words.doc) else token
    titled = token.ent_type_ in ("ORG", "WORK_OF_ART") and following.ent_type_ == token.ent_type_
    return titled and following.pos_ == "PROPN"


_DAY_WORDS = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2, "last evening": -1}


def _in_title(words: Words) -> bool:
    """True inside the name of a paper or a programme: USA Today."""
    start = words.match.start()
    token = words.doc[start]
    after_name = start > 0 and token.is_title and words.doc[start - 1].pos_ == "PROPN"
    return after_name or token.ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT")


def day_word(words: Words) -> Meaning | None:
    """today · yesterday evening · tomorrow · tonight · last night · this morning · the day before yesterday."""
    word = words.get("word")
    if _in_title(words):
        return None
    moved = _DAY_WORDS.get(word, 2 if word == "the day after tomorrow" else 0)
    part = words.get("part")
    if word in ("tonight", "last night", "last evening") or word.startswith("this "):
        part = "night" if word == "tonight" else word.split()[-1]
    suffix = daypart_suffix(part)
    kind = "TIME" if suffix else "DATE"
    return Meaning(kind, "XXXX-XX-XX", lambda s: periods.day_period(s.day + moved * periods.DAY), suffix=suffix)  # type: ignore[arg-type]


#: A title opens after these: ABC's "This Week".
_QUOTES = frozenset(('"', "“", "``", "'", "‘"))


def unit_moved(words: Words) -> Meaning | None:
    """last week · earlier this month · next year · the following month · the next day."""
    unit, move, part = unit_name(words.get("unit")), words.get("move"), words.get("part")
    if words.text.istitle() and words.before() in _QUOTES:
        return None
    steps = steps_of(move)
    from_told = "previous" in move or "following" in move or "preceding" in move or unit == "day"
    if unit == "day" and not any(word in move for word in ("next", "previous", "following")):
        return None

    def resolve(setting: Setting) -> Period | None:
        base: dt.date | None = setting.day
        if from_told:
            base = told_before(setting, unit) if steps < 0 else setting.told.last if setting.told else None
        if base is None:
            return None
        return within(periods.period_at(periods.shift_day(base, unit, steps), unit), part, setting)

    suffix = daypart_suffix(words.get("daypart"))
    return Meaning("TIME" if suffix else "DATE", "XXXX", resolve, event=from_told, suffix=suffix)


def week_before_last(words: Words) -> Meaning | None:
    """the week before last."""
    return Meaning("DATE", "XXXX-WXX", lambda setting: periods.week_period(setting.day - 14 * periods.DAY))


def weekend(words: Words) -> Meaning | None:
    """the weekend · this weekend · last weekend · next weekend."""
    move = words.get("move")

    def resolve(setting: Setting) -> Period | None:
        here = periods.weekend_period(setting.day)
        steps = steps_of(move)
        if not steps and here.first > setting.day and setting.tense in ("done", "past", ""):
            steps = -1 if setting.tense in ("done", "past") or move != "this" else 0
        return periods.weekend_period(here.first + 7 * steps * periods.DAY)

    return Meaning("DATE", "XXXX-WXX-WE", resolve)


def unit_here(words: Words) -> Meaning | None:
    """the end of the year · later in the month · year-end · midweek: of the publication day's own period."""
    joined = words.text.lower() if words.text.lower().startswith("mid") else ""
    unit = unit_name(words.get("unit") or joined.removeprefix("mid") or "year")
    part = "mid" if joined else words.get("part") or "end"
    return Meaning("DATE", "XXXX", lambda setting: within(periods.period_at(setting.day, unit), part, setting))


def unit_whole(words: Words) -> Meaning | None:
    """for the week · the rest of the year · the month's talks: the period of the day told last, if that is recent."""
    last = words.doc[words.match.end() - 1]
    if last.i != last.right_edge.i and words.after() != "'s":
        return None
    unit = words.get("unit")

    def resolve(setting: Setting) -> Period:
        told = setting.story
        fresh = told is not None and 0 <= (setting.day - told.last).days < periods.DAYS_IN["week"]
        reported = told is not None and unit == "year" and "-Q" in told.value
        return periods.period_at(told.last if told and (fresh or reported) else setting.day, unit)

    return Meaning("DATE", "XXXX", resolve)


def part_of_story(words: Words) -> Meaning | None:
    """in the morning · by late afternoon: of the day told before in the same line, else of the publication day."""
    part = words.get("part") or words.get("joined") or words.get("part2")
    return Meaning("TIME", "XXXX-XX-XX", clock_day, suffix=daypart_suffix(part), clock=True)


def day_of_story(words: Words) -> Meaning | None:
    """later in the day · earlier in the day: the day told last, if that is recent, else the publication day."""

    def resolve(setting: Setting) -> Period:
        told = setting.told
        fresh = told is not None and 0 <= (setting.day - told.last).days < periods.DAYS_IN["week"]
        return told if told and fresh and told.first == told.last else periods.day_period(setting.day)

    return Meaning("DATE", "XXXX-XX-XX", resolve)


def day_at_the_end(words: Words) -> Meaning | None:
    """down 3% for the day · ended the day at 8,451; "on the day that he left" says no day."""
    ended = words.before() not in ("for", "on")
    return day_of_story(words) if ended or words.after() in CLAUSE_ENDS else None


def overnight(words: Words) -> Meaning | None:
    """overnight, as an adverb: the night that ends on the publication day; "an overnight stay" has no day."""
    if words.doc[words.match.start()].pos_ == "ADJ":
        return None
    return Meaning(
        "TIME",
        "XXXX-XX-XX",
        lambda s: Period(s.day.isoformat(), s.day - periods.DAY, s.day),
        suffix=daypart_suffix("night"),
    )


def now(words: Words) -> Meaning | None:
    """now · currently · at present · these days."""
    if _in_title(words):
        return None
    return Meaning("DATE", "PRESENT_REF", lambda s: Period("PRESENT_REF", s.day, s.day))


def current(words: Words) -> Meaning | None:
    """the current talks: present as a word, while the noun gets no day from it."""
    token = words.doc[words.match.start()]
    if token.dep_ != "amod" or words.after() in ("account", "affairs", "events"):
        return None
    return Meaning("DATE", "PRESENT_REF")


def past(words: Words) -> Meaning | None:
    """recently · in the past · recent years; "the past nine elections" counts elections."""
    last = words.doc[words.match.end() - 1]
    if last.lower_ == "past" and last.head.i > last.i and last.dep_ in ("amod", "nmod", "compound"):
        return None
    return Meaning("DATE", "PAST_REF", lambda s: open_end(s, "PAST_REF"))


def ahead(words: Words) -> Meaning | None:
    """the future · the coming days · the foreseeable future."""
    return Meaning("DATE", "FUTURE_REF", lambda s: open_end(s, "FUTURE_REF"))
