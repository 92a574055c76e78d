"""What temporal expressions look like: one rule is a name, a pattern over words and the function for its meaning.

Of rules that match the same words the longest match wins, then the earlier rule. Small letters are words, capitals are
classes of ``time_words.CLASSES``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.language import (
    calendar_dates,
    clock_times,
    counted_dates,
    durations,
    holidays,
    relative_dates,
    year_dates,
)
from dashboard.language.time_meanings import Meaning, Words
from dashboard.language.time_words import Alphabet

Handler = Callable[[Words], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of temporal expression."""

    name: str
    pattern: re.Pattern[str]
    handler: Handler


_YEAR = "(?P<year>YEAR|FISCALYEAR|nineteen -? TENS (?:-? ONES)?)"
_IN_YEAR = f"(?:(?:,|of)? {_YEAR})?"
#: Behind a day and month also two digits, where nothing that they could count follows: "(12 May 98)", "2 Jul 01 |".
_IN_SHORT_YEAR = f"(?:(?:,|of)? {_YEAR}|'? (?P<short>SHORTYEAR)(?=(?:CLOSE|,|:|$)))?"
_DAY_FIRST = "(?:ANYDAY ,?)?"
_TO = "(?:-|to|through|until)"
_DAYPART = "(?P<part>DAYPART)?"
_OF_PART = "(?:the (?P<part2>DAYPART) of)?"
_HALF_OF = "the? (?:(?:first|second|latter|last) (?:half|part)|beginning|start|middle|end|close) of"
_PART = f"(?P<part>early|mid|late|{_HALF_OF}(?: the)?|(?:earlier|later) in)"
_EARLIER = "(?P<part>early|mid|late|earlier|later|the? (?:beginning|start|middle|end|close) of)"
_PART_OF_DAY = "the? (?:(?:early|late|mid) -? (?P<part>DAYPART)|(?P<joined>JOINEDPART))"
_MOVE = "(?P<move>last|next|this (?:coming|past)?|(?<=the) past|coming)"
_QTY = (
    "(?P<n>(?:a|the)? couple of|a couple|half a dozen|half (?:a|an)|a half -?|(?:NUMBER|a) and a half|"
    "a few|few|several|many|a number of|a dozen|dozens of|hundreds of|another|some|"
    "TENS -? ONES|NUMBER|BIGNUMBER|a|an|per)"
)
_ABOUT = (
    "(?:about|around|nearly|almost|roughly|approximately|(?:more|less|fewer) than|over|at least|up to|only|just|some|"
    "barely|exactly)?"
)
_ANY_UNIT = "(?P<unit>UNIT|UNITS|CLOCK|CLOCKS)"
_ZONE = "(?P<zone>gmt|utc|est|edt|cet|cest|bst|et|pst|pdt|jst|kst|local time)"
_BEFORE_SEASON = "(?<=(?:in|over|during|by|since|into|until|through|throughout|for|after|before|of|last|this))"
_SEASON_YEAR = f"(?P<season>SEASON) (?:of|,|in)? {_YEAR}"
_QUARTER = "(?:fiscal -?)? (?P<nth>ORDINAL|final|last) (?P<what>quarter|half)"
_HOLIDAY = (
    "(?P<name>christmas (?:eve|day)?|new year 's (?:eve|day)|halloween|thanksgiving (?:day)?|labor day|memorial day|"
    "independence day|election day|valentine 's day|boxing day|veterans day|armistice day|good friday|"
    "easter (?:sunday|monday)?|palm sunday|ash wednesday|bastille day|columbus day|st. patrick 's day|black friday|"
    "martin luther king (?:jr.)? day|presidents ' day|presidents day|remembrance day|earth day)"
)
#: What follows "the year" only where other words tell which year it is.
_NOT_MORE = "(?! (?:of|to|in|that|when|before|after|UNIT|UNITS|YEAR|-))"
_AGO = "(?P<where>ago|earlier|later|hence|from now|afterwards|afterward|previously|back)"

_ROWS: tuple[tuple[str, str, Handler], ...] = (
    (
        "month day",
        f"{_OF_PART} {_DAY_FIRST} (?:last|next|this)? (?P<month>MONTH) (?P<day>DAY|DAYTH) "
        f"(?:{_TO} (?P<last>DAY|DAYTH))? {_IN_YEAR} {_DAYPART}",
        calendar_dates.month_day,
    ),
    (
        "month the day",
        f"{_DAY_FIRST} (?P<month>MONTH) the? (?P<day>DAYTH|ORDINAL) {_IN_YEAR}",
        calendar_dates.month_day,
    ),
    (
        "day month",
        f"{_OF_PART} {_DAY_FIRST} (?P<day>DAY|DAYTH) (?:(?:{_TO}|and) (?P<last>DAY|DAYTH))? (?P<month>MONTH) "
        f"{_IN_SHORT_YEAR} {_DAYPART}",
        calendar_dates.month_day,
    ),
    (
        "day of month",
        f"{_DAY_FIRST} the? (?P<day>DAYTH|ORDINAL) (?:day)? (?:of)? (?P<month>MONTH) {_IN_YEAR}",
        calendar_dates.month_day,
    ),
    ("next day", "(?<=MONTH DAY (?:and|or|,)) (?P<day>DAY)(?! (?:MONTH|UNIT|UNITS))", calendar_dates.next_day),
    (
        "cross month",
        f"(?P<month>MONTH) (?P<day>DAY) - (?P<month2>MONTH) (?P<last>DAY) {_IN_YEAR}",
        calendar_dates.cross_month,
    ),
    (
        "month cross",
        f"(?P<day>DAY) (?P<month>MONTH) - (?P<last>DAY) (?P<month2>MONTH) {_IN_YEAR}",
        calendar_dates.cross_month,
    ),
    ("digits", "YEAR - DAY - DAY|SLASHED|YEAR / DAY / DAY", calendar_dates.numeric_day),
    (
        "week of",
        "the week (?:of|beginning|starting) "
        f"(?:(?P<month>MONTH) (?P<day>DAY|DAYTH)|(?P<day2>DAY|DAYTH) (?P<month2>MONTH)) {_IN_YEAR}",
        calendar_dates.week_of,
    ),
    ("month", f"(?:{_PART} -?|the month of)? (?P<month>MONTHNAME) {_IN_YEAR}", calendar_dates.month_only),
    ("month year", f"(?:{_PART} -?|the month of)? (?P<month>MONTH) (?:,|of)? {_YEAR}", calendar_dates.month_only),
    ("month moved", f"(?:{_EARLIER} -?)? {_MOVE} (?P<month>MONTHNAME)", calendar_dates.month_moved),
    (
        "month last year",
        f"(?:{_PART} -?)? (?P<month>MONTH) of? (?P<move>(?:last|this|next) year)",
        calendar_dates.month_moved,
    ),
    (
        "month that year",
        f"(?:{_PART} -?)? (?P<month>MONTH) of? (?P<move>that|the (?:same|following|next|previous)) year",
        calendar_dates.month_that_year,
    ),
    ("part of year", "(?:the)? (?P<year>PARTYEAR)", year_dates.part_of_year),
    ("part of century", "(?:the)? (?P<number>PARTCENTURY) -? century", year_dates.part_of_century),
    ("year before our era", "(?P<n>NUMBER|BIGNUMBER|YEAR) (?:bc|b.c.|bce)", year_dates.year_before),
    ("years", "(?P<year>YEAR) - (?P<end>YEAR|DAY|SHORTYEAR)|YEARSLASH", year_dates.year_range),
    (
        "decade",
        f"(?:the)? (?:(?P<part>early|mid|late|{_HALF_OF}(?: the)?) -?)? "
        "(?P<decade>DECADE|CENTURY|'? SHORTDECADE|YEAR 's)",
        year_dates.decade,
    ),
    (
        "century",
        f"(?:the)? (?:(?P<part>early|mid|late|{_HALF_OF}(?: the)?) -?)? (?P<number>ORDINAL|TENS -? ORDINAL) -? century "
        "(?P<bc>bc|b.c.|bce)?",
        year_dates.century,
    ),
    ("centuries", "(?:the)? (?P<number>ORDINAL) and (?:the)? (?P<last>ORDINAL) centuries", year_dates.centuries),
    (
        "counted in",
        "(?:the)? (?P<nth>ORDINAL|last|final) (?P<what>WEEKDAY|week|day) (?:of|in) "
        f"(?:(?P<month>MONTHNAME) {_IN_YEAR}|(?P<year2>YEAR))",
        calendar_dates.counted_in,
    ),
    (
        "season last year",
        "(?:the)? (?:(?P<part>early|mid|late) -?)? (?P<season>SEASON) of? (?P<move>(?:last|this|next) year)",
        calendar_dates.season,
    ),
    ("season of year", f"(?:the)? (?:(?P<part>early|mid|late) -?)? {_SEASON_YEAR}", calendar_dates.season),
    ("season moved", f"(?:{_EARLIER} -?)? (?:the)? {_MOVE} (?P<season>SEASON)", calendar_dates.season),
    (
        "season told",
        f"{_BEFORE_SEASON} the (?:(?P<part>early|mid|late) -?)? (?P<season>SEASON)(?! (?:of|in|from|to|-))",
        calendar_dates.season,
    ),
    (
        "quarter",
        f"(?:the)? (?:fiscal)? (?P<ago>year - (?:ago|earlier))? {_QUARTER} "
        f"(?:(?:of|,)? (?:fiscal)? (?:year)? {_YEAR}|of? (?P<move>(?:last|this|next|the) year))?",
        calendar_dates.quarter,
    ),
    ("quarter of a thing", "(?:fiscal -?)? (?P<nth>ORDINAL|final) - (?P<what>quarter|half)", calendar_dates.quarter),
    ("year quarter", f"(?:the)? (?:fiscal)? {_YEAR} 's? {_QUARTER}", calendar_dates.quarter),
    ("this year's quarter", f"(?P<move>(?:last|this|next) year 's) {_QUARTER}", calendar_dates.quarter),
    ("q3", f"(?P<nth>QUARTERNO)(?P<what>) (?:(?:of|,)? {_YEAR})?", calendar_dates.quarter),
    ("h1", f"(?P<nth>HALFNO)(?P<what>) (?:of|,)? {_YEAR}", calendar_dates.quarter),
    (
        "year",
        f"(?:{_PART} -?)? (?P<label>the year|(?:the)? (?:fiscal (?:year)?|financial year))? {_YEAR}",
        year_dates.year_only,
    ),
    ("fiscal year", f"(?:the)? {_YEAR} (?P<label>fiscal|financial|calendar) year", year_dates.year_only),
    (
        "ended",
        "(?:the (?:fiscal|financial|business)?|(?:the)? (?:fiscal|financial|business)) (?P<unit>quarter|year) "
        f"(?=(?:that)? (?:ended|ends|ending|to) (?:on|in)? (?P<month>MONTH) (?P<day>DAY)? {_IN_YEAR})",
        calendar_dates.ended,
    ),
    (
        "the quarter",
        "the (?:(?P<now>latest|most recent)|(?P<ago>year - (?:ago|earlier)|comparable))? fiscal? (?:quarter|period)",
        calendar_dates.business_quarter,
    ),
    (
        "the fiscal year",
        "the (?P<move>latest|most recent|last)? (?:fiscal|financial) (?P<unit>year)(?! (?:YEAR|begins|began|starts))",
        relative_dates.unit_moved,
    ),
    (
        "same last year",
        "(?:the)? (?:same|corresponding|comparable|equivalent) (?P<unit>period|quarter|month) (?:of|in)? (?:a|the)? "
        "(?:last year|previous year|year (?:earlier|ago|before))",
        counted_dates.same_last_year,
    ),
    ("holiday", f"(?P<move>last)? {_HOLIDAY} (?:,? {_YEAR})?", holidays.holiday),
    ("nine eleven", "NINEELEVEN", holidays.september_11),
    (
        "weekday",
        "(?:the (?P<part2>DAYPART) of)? "
        "(?P<move>last|next|this (?:coming|past)?|(?<=the) past|coming|the (?:previous|following))? "
        f"(?:early|late|earlier|later)? (?P<weekday>WEEKDAY) {_DAYPART} "
        "(?P<week>(?:of)? (?:last|next|this) week)?",
        relative_dates.weekday,
    ),
    (
        "today",
        "(?:earlier|later|late|early)? (?P<word>today|yesterday|tomorrow|tonight|last (?:night|evening)|"
        f"the day before yesterday|the day after tomorrow|this (?:DAYPART)) {_DAYPART}",
        relative_dates.day_word,
    ),
    (
        "unit moved",
        f"(?:{_EARLIER} -?)? (?P<move>(?:the)? (?:previous|following|preceding)|(?:the)? current|last|next|coming|past|"
        "this (?:coming|past|current)?) (?:fiscal|calendar)? (?P<unit>week|month|year|decade|century|quarter|day) "
        "(?P<daypart>DAYPART)?",
        relative_dates.unit_moved,
    ),
    (
        "part of the day moved",
        "the (?P<move>previous|following|preceding) (?P<part>DAYPART)",
        counted_dates.daypart_moved,
    ),
    ("part of the day before", "the (?P<part>DAYPART) (?P<move>before)", counted_dates.daypart_moved),
    ("week before last", "the week before last", relative_dates.week_before_last),
    (
        "stretch ahead",
        "(?<=(?:over|during|within|in|for|throughout)) the (?P<way>next) (?P<unit>week|month|year|decade|century)",
        durations.stretch,
    ),
    ("next day", "(?:early|late)? the next (?P<unit>day|morning|week|month|year)(?P<move>)", counted_dates.next_to),
    (
        "weekend",
        "(?P<move>last|next|this (?:coming|past)?|past|coming|(?:the)? (?:previous|following)|the) weekend",
        relative_dates.weekend,
    ),
    (
        "end of the unit",
        "(?P<part>early|late|(?:the)? (?:beginning|start|middle|end|close) of|(?:earlier|later) in) the "
        "(?P<unit>week|month|year|decade|century)",
        relative_dates.unit_here,
    ),
    (
        "the unit itself",
        f"(?<=(?:for|during|in|over)) the (?:full|whole)? (?P<unit>week|month|year){_NOT_MORE}",
        relative_dates.unit_whole,
    ),
    (
        "the rest of the unit",
        "(?<=(?:days|weeks|months|half|rest|remainder|course|most|much|part) of) the (?P<unit>week|month|year)"
        f"{_NOT_MORE}",
        relative_dates.unit_whole,
    ),
    ("the unit's", "the (?P<unit>week|month|year)(?= 's)", relative_dates.unit_whole),
    ("in the morning", "(?<=in) the (?P<part>DAYPART)(?! of)", relative_dates.part_of_story),
    (
        "late afternoon",
        f"(?<=(?:in|by|around|about|until|till|since|from|into|through|during|before|after|at)) {_PART_OF_DAY}",
        relative_dates.part_of_story,
    ),
    ("part of the day yesterday", f"{_PART_OF_DAY} (?=(?:on? WEEKDAY|yesterday|today))", relative_dates.part_of_story),
    (
        "afternoon trading",
        f"(?:{_PART_OF_DAY}|(?P<part2>DAYPART)) (?=(?:trading|trade|dealings))",
        relative_dates.part_of_story,
    ),
    ("later in the day", "(?:early|late|earlier|later) in the day", relative_dates.day_of_story),
    (
        "for the day",
        "(?<=(?:for|on|ended|closed|finished|began|started|opened)) the day",
        relative_dates.day_at_the_end,
    ),
    ("overnight", "overnight", relative_dates.overnight),
    ("year-end", "year 's? -? end", relative_dates.unit_here),
    ("month's end", "(?P<unit>week|month|quarter|decade|century) (?:'s|-) end", relative_dates.unit_here),
    (
        "mid-year",
        "(?<=(?:by|in|at|until|till|since|around|from|through|before|after)) "
        "(?:(?P<part>mid) -? (?P<unit>week|month|year)|midyear|midweek)",
        relative_dates.unit_here,
    ),
    ("year ago", "year - (?:ago|earlier)", counted_dates.year_ago),
    ("one and a half ago", f"{_ABOUT} (?P<n>a|one) (?P<unit>UNIT) and a (?P<half>half) {_AGO}", counted_dates.ago),
    ("ago", f"{_ABOUT} {_QTY}? (?:full)? (?:or (?:so|more))? {_ANY_UNIT} (?:or so)? {_AGO}", counted_dates.ago),
    ("beside", f"{_ABOUT} (?:{_QTY} )? {_ANY_UNIT} (?P<where>before|after|prior|following)", counted_dates.beside),
    ("day beside", "(?P<n>the) (?P<unit>day|week|month|year) (?P<where>before|after)", counted_dates.beside),
    (
        "same",
        "(?P<part>early|late|earlier|later|the? (?:beginning|start|middle|end) of)? "
        "(?:the (?:very)? same|that (?:very)? (?:same)?) "
        "(?P<unit>day|week|month|quarter|year|morning|afternoon|evening|night|weekend)",
        counted_dates.same_unit,
    ),
    (
        "now",
        "right? (?<!every) now (?! and (?:then|again))|currently|presently|nowadays|these days|at present|"
        "at (?:the|this) moment|"
        "at this time (?! (?:last|next))|the present (?:time|day)?",
        relative_dates.now,
    ),
    ("current", "current", relative_dates.current),
    (
        "past",
        "(?:more|most)? recently|lately|(?:not (?:so|too|very|that)?)? long ago|moments ago|"
        "a generation ago|generations ago|"
        "(?:the)? (?:recent|distant) past|the past|"
        "(?:the)? recent (?:days|weeks|months|quarters|years|decades|times)|past (?:days|weeks|months|quarters|years)",
        relative_dates.past,
    ),
    (
        "future",
        "the (?:near|foreseeable|not too distant|distant|immediate)? future|"
        "(?:the)? (?:coming|future) (?:days|weeks|months|quarters|years)|(?<=in) future(?! (?:UNIT|UNITS))",
        relative_dates.ahead,
    ),
    (
        "stretch",
        f"(?:the)? (?P<way>past|last|next|coming|previous|following) {_QTY}? (?P<unit>UNITS|CLOCKS)",
        durations.stretch,
    ),
    (
        "stretch of one",
        "the (?P<way>past|last|coming) (?P<unit>week|month|year|decade|century|quarter)",
        durations.stretch,
    ),
    ("length", f"{_ABOUT} {_QTY} (?:or (?:so|more))? -? {_ANY_UNIT}", durations.duration),
    ("lengths", "(?P<n>)(?P<unit>UNITS|CLOCKS)", durations.duration),
    (
        "every",
        "(?:every|each) (?P<n>other|NUMBER)? (?P<unit>UNIT|UNITS|WEEKDAY|DAYPART|CLOCK|CLOCKS|SEASON|MONTHNAME)",
        durations.repeated,
    ),
    ("adverb", "(?P<word>daily|weekly|monthly|quarterly|yearly|annually|annual|hourly)", durations.repeated),
    ("weekdays", "(?P<unit>WEEKDAYS)", durations.repeated),
    ("clock", f"(?P<time>NUMBER|CLOCKTIME|BIGNUMBER) (?P<half>a.m.|p.m.|am|pm|a.m|p.m) {_ZONE}?", clock_times.clock),
    (
        "clock of apart tokens",
        f"(?P<time>NUMBER : (?:NUMBER|SHORTYEAR)) (?P<half>a.m.|p.m.|am|pm) {_ZONE}?",
        clock_times.clock,
    ),
    (
        "clock in words",
        "(?P<time>NUMBER|CLOCKTIME) (?:o'clock)? (?:in the|this) (?P<half>morning|afternoon|evening)",
        clock_times.clock,
    ),
    ("o'clock", f"(?P<time>NUMBER) o'clock {_ZONE}?", clock_times.clock),
    (
        "clock after at",
        "(?<=(?:at|around|about|by|until|since|from|before|after|between)) (?P<time>COLONTIME)",
        clock_times.clock,
    ),
    ("clock in one", f"(?P<time>CLOCKHALF) {_ZONE}?", clock_times.clock),
    ("clock of 24", f"(?P<time>CLOCKTIME|YEAR) (?:hours)? {_ZONE}", clock_times.clock),
    ("noon", f"(?P<time>noon|midday|midnight) {_ZONE}?", clock_times.clock),
)

ALPHABET = Alphabet()
RULES: tuple[Rule, ...] = tuple(Rule(name, ALPHABET.compile(pattern), handler) for name, pattern, handler in _ROWS)
