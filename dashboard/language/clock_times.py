"""Meanings of times of the day: "5 p.m.", "1400 GMT", "noon".

Each function takes the matched words and gives their Meaning, or None when they mean no time after all.
"""

from __future__ import annotations

import re

from dashboard.language import periods
from dashboard.language.periods import Period
from dashboard.language.time_meanings import Meaning, Setting, Words, number_of

_NOONS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def clock(words: Words) -> Meaning | None:
    """5 p.m. · 5:30 p.m. EDT · 17:30 GMT · 1400 GMT · noon: a time of the publication day unless a day stands by."""
    text, half, zone = words.get("time").replace(" ", ""), words.get("half").replace(".", ""), words.get("zone")
    if not half and text.endswith(("am", "pm")):
        text, half = text[:-2], text[-2:]
    suffix = _NOONS.get(text) or _clock_suffix(text, half)
    if not suffix:
        return None
    if zone in ("gmt", "utc"):
        suffix += "Z"
    return Meaning("TIME", "XXXX-XX-XX", clock_day, suffix=suffix, clock=True)


def clock_day(setting: Setting) -> Period:
    """The day told before in the same line, else the publication day."""
    story = setting.story
    return story if story and story.first == story.last else periods.day_period(setting.day)


def _clock_suffix(text: str, half: str) -> str:
    digits = re.split(r"[:.]", text)
    if len(digits) == 1 and len(text) == 4 and text.isdecimal():
        digits = [text[:2], text[2:]]
    hour = number_of(digits[0].lstrip("0") or "0") if digits[0] not in ("0", "00") else 0
    minute = int(digits[1]) if len(digits) > 1 and digits[1].isdecimal() else 0
    if hour is None or hour > 24 or minute > 59:
        return ""
    if half.startswith(("p", "afternoon", "evening")) and hour < 12:
        hour += 12
    if half in ("am", "morning") and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}"
