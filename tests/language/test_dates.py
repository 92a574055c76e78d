"""Temporal expressions: what is found, what it is worth, and which days it means from several publication days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dashboard.language.dates import find_dates
from dashboard.language.sentences import find_passages
from dashboard.records import Article, Timex, When

FRIDAY = dt.date(2023, 9, 15)
NEW_YEAR = dt.date(2024, 1, 1)  # a Monday
YEAR_END = dt.date(2021, 12, 31)  # a Friday
LEAP_DAY = dt.date(2024, 2, 29)  # a Thursday
MONTH_END = dt.date(2022, 3, 31)  # a Thursday
OLD = dt.date(1999, 10, 12)  # a Tuesday

MakeArticle = Callable[..., Article]


def _find(nlp: Language, article: Article) -> tuple[Timex, ...]:
    _, passages = next(iter(find_passages(nlp, [article])))
    return find_dates(article, passages)


def _one(nlp: Language, article: Article, words: str) -> Timex:
    found = [timex for timex in _find(nlp, article) if timex.span.of(article.text) == words]
    assert found, [timex.span.of(article.text) for timex in _find(nlp, article)]
    return found[0]


# sentence with the expression in brackets, publication day, type, value, first, last (None: open or unknown)
CASES = [
    # days that the words name
    ("They signed it on [Sept. 13, 2023].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They signed it on [13 September 2023].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They signed it on [the 13th of September, 2023].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They signed it on [Wednesday, September 13, 2023].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They signed it on [2023-09-13].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They signed it on [13/09/2023].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They signed it on [09/13/2023].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They signed it on [13.09.2023].", OLD, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    # a day and month that could be swapped are no day
    ("They signed it on [05/04/2023].", OLD, "DATE", "2023", "2023-04-05", "2023-05-04"),
    ("The attacks of [9/11] changed the policy.", FRIDAY, "DATE", "2001-09-11", "2001-09-11", "2001-09-11"),
    # days without a year: nearest that publication and tense agree with
    ("They met on [Sept. 13].", FRIDAY, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They met on [Dec. 28].", NEW_YEAR, "DATE", "2023-12-28", "2023-12-28", "2023-12-28"),
    ("They will meet on [January 5].", YEAR_END, "DATE", "2022-01-05", "2022-01-05", "2022-01-05"),
    ("They met on [November 5].", YEAR_END, "DATE", "2021-11-05", "2021-11-05", "2021-11-05"),
    ("The budget year ends on [May 31].", OLD, "DATE", "2000-05-31", "2000-05-31", "2000-05-31"),
    ("The vote is scheduled for [March 2].", LEAP_DAY, "DATE", "2024-03-02", "2024-03-02", "2024-03-02"),
    ("They met on [Feb. 29].", LEAP_DAY, "DATE", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("The envoy left on [the 3rd of May].", OLD, "DATE", "1999-05-03", "1999-05-03", "1999-05-03"),
    # ranges
    ("He visited the region [Sept. 10-13].", FRIDAY, "DATE", "2023-09-10/2023-09-13", "2023-09-10", "2023-09-13"),
    ("It was held between [3 and 5 May].", OLD, "DATE", "1999-05-03/1999-05-05", "1999-05-03", "1999-05-05"),
    ("He toured the south [Aug. 30-Sept. 2].", FRIDAY, "DATE", "2023-08-30/2023-09-02", "2023-08-30", "2023-09-02"),
    ("The [2017-2019] talks failed.", FRIDAY, "DATE", "2017/2019", "2017-01-01", "2019-12-31"),
    # weekdays: the day itself or the last one; ahead with the future
    ("The ministry said [Friday] that talks failed.", FRIDAY, "DATE", "2023-09-15", "2023-09-15", "2023-09-15"),
    ("The ministry said on [Saturday] that talks failed.", FRIDAY, "DATE", "2023-09-09", "2023-09-09", "2023-09-09"),
    ("The minister will travel on [Saturday].", FRIDAY, "DATE", "2023-09-16", "2023-09-16", "2023-09-16"),
    ("The minister is expected to arrive [Tuesday].", FRIDAY, "DATE", "2023-09-19", "2023-09-19", "2023-09-19"),
    ("They met on [Sunday].", NEW_YEAR, "DATE", "2023-12-31", "2023-12-31", "2023-12-31"),
    ("They will meet on [Monday].", YEAR_END, "DATE", "2022-01-03", "2022-01-03", "2022-01-03"),
    ("They met [last Friday].", FRIDAY, "DATE", "2023-09-08", "2023-09-08", "2023-09-08"),
    ("They meet [next Friday].", FRIDAY, "DATE", "2023-09-22", "2023-09-22", "2023-09-22"),
    ("They met on [Monday of last week].", FRIDAY, "DATE", "2023-09-04", "2023-09-04", "2023-09-04"),
    ("Shells fell on [Thursday night].", FRIDAY, "TIME", "2023-09-14TNI", "2023-09-14", "2023-09-14"),
    # day words
    ("The two met [today].", LEAP_DAY, "DATE", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("The two met [yesterday].", NEW_YEAR, "DATE", "2023-12-31", "2023-12-31", "2023-12-31"),
    ("The two will meet [tomorrow].", LEAP_DAY, "DATE", "2024-03-01", "2024-03-01", "2024-03-01"),
    ("The two met [the day before yesterday].", NEW_YEAR, "DATE", "2023-12-30", "2023-12-30", "2023-12-30"),
    ("They met in [the evening on Thursday].", FRIDAY, "TIME", "2023-09-14TEV", "2023-09-14", "2023-09-14"),
    ("The jets struck [last night].", FRIDAY, "TIME", "2023-09-14TNI", "2023-09-14", "2023-09-14"),
    ("The jets struck [this morning].", FRIDAY, "TIME", "2023-09-15TMO", "2023-09-15", "2023-09-15"),
    # weeks, months, years
    ("The two met [earlier this week].", FRIDAY, "DATE", "2023-W37", "2023-09-11", "2023-09-15"),
    ("The two will meet [later this week].", OLD, "DATE", "1999-W41", "1999-10-12", "1999-10-17"),
    ("The two met [last week].", NEW_YEAR, "DATE", "2023-W52", "2023-12-25", "2023-12-31"),
    ("The two will meet [next week].", YEAR_END, "DATE", "2022-W01", "2022-01-03", "2022-01-09"),
    ("The two met over [the weekend].", NEW_YEAR, "DATE", "2023-W52-WE", "2023-12-30", "2023-12-31"),
    ("The two met [last month].", MONTH_END, "DATE", "2022-02", "2022-02-01", "2022-02-28"),
    ("The two met [last month].", NEW_YEAR, "DATE", "2023-12", "2023-12-01", "2023-12-31"),
    ("The two met [last year].", LEAP_DAY, "DATE", "2023", "2023-01-01", "2023-12-31"),
    ("The two will meet [next year].", YEAR_END, "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("They met [earlier this year].", FRIDAY, "DATE", "2023", "2023-01-01", "2023-09-15"),
    ("They met in [August].", FRIDAY, "DATE", "2023-08", "2023-08-01", "2023-08-31"),
    ("They met in [December].", NEW_YEAR, "DATE", "2023-12", "2023-12-01", "2023-12-31"),
    ("They will meet in [February].", YEAR_END, "DATE", "2022-02", "2022-02-01", "2022-02-28"),
    ("[Earlier in August], he flew there.", FRIDAY, "DATE", "2023-08", "2023-08-01", "2023-08-31"),
    ("They met in [August 2017].", FRIDAY, "DATE", "2017-08", "2017-08-01", "2017-08-31"),
    ("They met in [early March].", FRIDAY, "DATE", "2023-03", "2023-03-01", "2023-03-16"),
    ("They met in [mid-November].", NEW_YEAR, "DATE", "2023-11", "2023-11-08", "2023-11-23"),
    ("They met [last October].", FRIDAY, "DATE", "2022-10", "2022-10-01", "2022-10-31"),
    ("It was founded in [1953].", FRIDAY, "DATE", "1953", "1953-01-01", "1953-12-31"),
    ("They hope to finish by [the end of 2025].", FRIDAY, "DATE", "2025", "2025-07-02", "2025-12-31"),
    ("The war ended in [nineteen ninety-five].", FRIDAY, "DATE", "1995", "1995-01-01", "1995-12-31"),
    # seasons, quarters, decades, centuries
    ("It was offered in [the spring of 2023].", FRIDAY, "DATE", "2023-SP", "2023-03-01", "2023-05-31"),
    ("They met [last fall].", MONTH_END, "DATE", "2021-FA", "2021-09-01", "2021-11-30"),
    ("[This winter] was cold.", MONTH_END, "DATE", "2021-WI", "2021-12-01", "2022-02-28"),
    ("They will meet [this winter].", FRIDAY, "DATE", "2023-WI", "2023-12-01", "2024-02-29"),
    ("They will meet [next spring].", MONTH_END, "DATE", "2023-SP", "2023-03-01", "2023-05-31"),
    ("They met [this summer].", FRIDAY, "DATE", "2023-SU", "2023-06-01", "2023-08-31"),
    ("Exports fell in [the third quarter of 2022].", FRIDAY, "DATE", "2022-Q3", "2022-07-01", "2022-09-30"),
    ("Exports fell in [the second quarter].", FRIDAY, "DATE", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("The border was drawn in [the 1990s].", FRIDAY, "DATE", "199", "1990-01-01", "1999-12-31"),
    ("Talks opened (Le Monde, [12 May 98]).", FRIDAY, "DATE", "1998-05-12", "1998-05-12", "1998-05-12"),
    ("See also: [02 Jul 01] | Talks stall.", FRIDAY, "DATE", "2001-07-02", "2001-07-02", "2001-07-02"),
    ("It was built in [the late '80s].", FRIDAY, "DATE", "198", "1984-12-31", "1989-12-31"),
    ("They spoke of [the 20th century].", FRIDAY, "DATE", "19", "1900-01-01", "2000-12-31"),
    ("It is a matter of [the twenty-first century].", FRIDAY, "DATE", "20", "2000-01-01", "2100-12-31"),
    ("Wars shook [the nineteenth and twentieth centuries].", FRIDAY, "DATE", "18/19", "1800-01-01", "2000-12-31"),
    ("It was built in [the 1500s].", FRIDAY, "DATE", "15", "1500-01-01", "1600-12-31"),
    ("It fell in [the first half of the 20th century].", FRIDAY, "DATE", "19", "1900-01-01", "1950-07-02"),
    ("Exports fell in [3Q 2022].", FRIDAY, "DATE", "2022-Q3", "2022-07-01", "2022-09-30"),
    ("Exports fell in [the first half of 2022].", FRIDAY, "DATE", "2022-H1", "2022-01-01", "2022-06-30"),
    ("Prices rose in [2008/09].", FRIDAY, "DATE", "2008/2009", "2008-01-01", "2009-12-31"),
    # counted inside a month or year
    ("They vote on [the first Sunday of October].", FRIDAY, "DATE", "2023-10-01", "2023-10-01", "2023-10-01"),
    ("They met in [the second week of June 2009].", FRIDAY, "DATE", "2009-06", "2009-06-08", "2009-06-14"),
    ("It ended on [the last day of 2007].", FRIDAY, "DATE", "2007-12-31", "2007-12-31", "2007-12-31"),
    # a range lends its year
    ("He was away from [January 5] to February 10, 2007.", FRIDAY, "DATE", "2007-01-05", "2007-01-05", "2007-01-05"),
    ("He was away from [Dec. 20] to Jan. 5, 2007.", FRIDAY, "DATE", "2006-12-20", "2006-12-20", "2006-12-20"),
    ("They will meet on April 24 and [25].", LEAP_DAY, "DATE", "2024-04-25", "2024-04-25", "2024-04-25"),
    # counted from publication
    ("They met [the week before last].", FRIDAY, "DATE", "2023-W35", "2023-08-28", "2023-09-03"),
    ("They met [two and a half years ago].", FRIDAY, "DATE", "2021", "2021-01-01", "2021-12-31"),
    ("They met [a year and a half ago].", FRIDAY, "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("They met [a half-century ago].", FRIDAY, "DATE", "1973", "1973-01-01", "1973-12-31"),
    ("They met [half a century ago].", FRIDAY, "DATE", "1973", "1973-01-01", "1973-12-31"),
    ("They will decide in [two weeks].", FRIDAY, "DURATION", "P2W", "2023-09-15", "2023-09-29"),
    ("It was the third test in [two weeks].", FRIDAY, "DURATION", "P2W", None, None),
    ("They had until [Tuesday] to decide.", FRIDAY, "DATE", "2023-09-12", "2023-09-12", "2023-09-12"),
    ("They have until [Tuesday] to decide.", FRIDAY, "DATE", "2023-09-19", "2023-09-19", "2023-09-19"),
    ("The talks were postponed until [Tuesday].", FRIDAY, "DATE", "2023-09-19", "2023-09-19", "2023-09-19"),
    ("They met [two weeks ago].", FRIDAY, "DATE", "2023-W35", "2023-08-28", "2023-09-03"),
    ("They met [three days ago].", NEW_YEAR, "DATE", "2023-12-29", "2023-12-29", "2023-12-29"),
    ("They met [a year ago].", LEAP_DAY, "DATE", "2023", "2023-01-01", "2023-12-31"),
    ("They met [five months ago].", LEAP_DAY, "DATE", "2023-09", "2023-09-01", "2023-09-30"),
    ("They met [years ago].", FRIDAY, "DATE", "PAST_REF", None, "2023-09-15"),
    # lengths and sets
    ("The truce held for [three days].", FRIDAY, "DURATION", "P3D", None, None),
    ("The [two-week] truce held.", FRIDAY, "DURATION", "P2W", None, None),
    ("The talks lasted [about five hours].", FRIDAY, "DURATION", "PT5H", None, None),
    ("Trade grew over [the past three months].", FRIDAY, "DURATION", "P3M", "2023-06-15", "2023-09-15"),
    ("Trade fell over [the last month].", MONTH_END, "DATE", "2022-02", "2022-02-28", "2022-03-31"),
    ("It will run over [the next two weeks].", YEAR_END, "DURATION", "P2W", "2021-12-31", "2022-01-14"),
    # a period with nothing that moves it, and parts of the day
    ("Shares lost a tenth in [the week].", FRIDAY, "DATE", "2023-W37", "2023-09-11", "2023-09-17"),
    ("They forecast a loss for [the full year].", FRIDAY, "DATE", "2023", "2023-01-01", "2023-12-31"),
    ("It was [the week]'s second launch.", FRIDAY, "DATE", "2023-W37", "2023-09-11", "2023-09-17"),
    ("No talks are planned for the rest of [the month].", FRIDAY, "DATE", "2023-09", "2023-09-01", "2023-09-30"),
    ("Shells fell on the port in [the morning].", FRIDAY, "TIME", "2023-09-15TMO", "2023-09-15", "2023-09-15"),
    ("The envoys flew home [overnight].", FRIDAY, "TIME", "2023-09-15TNI", "2023-09-14", "2023-09-15"),
    ("They named a new chief, effective [Feb. 1].", OLD, "DATE", "2000-02-01", "2000-02-01", "2000-02-01"),
    ("The vote is on [Monday].", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("The border opens [every day].", FRIDAY, "SET", "P1D", None, None),
    ("The hotline is tested [daily].", FRIDAY, "SET", "P1D", None, None),
    # vague
    ("The dinner has [now] begun.", FRIDAY, "DATE", "PRESENT_REF", "2023-09-15", "2023-09-15"),
    ("The envoy [recently] left.", FRIDAY, "DATE", "PAST_REF", None, "2023-09-15"),
    ("They met in [past years].", FRIDAY, "DATE", "PAST_REF", None, "2023-09-15"),
    ("They may meet in [coming quarters].", FRIDAY, "DATE", "FUTURE_REF", "2023-09-15", None),
    ("They may meet in [the near future].", FRIDAY, "DATE", "FUTURE_REF", "2023-09-15", None),
    # times of day
    ("The truce starts at [5 p.m. Friday].", FRIDAY, "TIME", "2023-09-15T17:00", "2023-09-15", "2023-09-15"),
    ("The truce started at [17:30 GMT].", FRIDAY, "TIME", "2023-09-15T17:30Z", "2023-09-15", "2023-09-15"),
    # tense: who was asked, ordered or put off on a day was so then; a limit and a new day lie ahead
    ("He was asked on [Wednesday] to resign.", FRIDAY, "DATE", "2023-09-13", "2023-09-13", "2023-09-13"),
    ("They were ordered [Thursday] to leave.", FRIDAY, "DATE", "2023-09-14", "2023-09-14", "2023-09-14"),
    ("The bill proposed in [July] failed.", FRIDAY, "DATE", "2023-07", "2023-07-01", "2023-07-31"),
    ("They did not meet on [Monday].", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("The talks were postponed on [Monday].", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("The talks were postponed to [Monday].", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("The judge has given him until [Monday] to pay.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("Until [Monday], he has refused to speak.", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("She was among the first to speak on [Monday].", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("Shares fell from a record set on [August 6].", FRIDAY, "DATE", "2023-08-06", "2023-08-06", "2023-08-06"),
    ("The talks are set for [October 6].", FRIDAY, "DATE", "2023-10-06", "2023-10-06", "2023-10-06"),
    ("It is the budget for the year ending [Sept. 30].", MONTH_END, "DATE", "2022-09-30", "2022-09-30", "2022-09-30"),
    ("A planned rally on [Monday] drew ire.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("He is trailing ahead of [Monday]'s vote.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("Ahead of [Monday]'s vote, he left the party.", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("They were quick to offer help on [Monday].", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("They are likely to offer help on [Monday].", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("He announced his run in [November].", FRIDAY, "DATE", "2023-11", "2023-11-01", "2023-11-30"),
    ("He first drew crowds in [November].", FRIDAY, "DATE", "2022-11", "2022-11-01", "2022-11-30"),
    ("He will speak of all that is new since [November].", FRIDAY, "DATE", "2022-11", "2022-11-01", "2022-11-30"),
    ("He left before opening the show in [December].", FRIDAY, "DATE", "2022-12", "2022-12-01", "2022-12-31"),
    ("They want to win in [November].", dt.date(2016, 1, 30), "DATE", "2016-11", "2016-11-01", "2016-11-30"),
    ("They hope to finish by [January].", LEAP_DAY, "DATE", "2024-01", "2024-01-01", "2024-01-31"),
    ("They have raised $2 through [June].", FRIDAY, "DATE", "2023-06", "2023-06-01", "2023-06-30"),
    ("She looked way past [November].", FRIDAY, "DATE", "2023-11", "2023-11-01", "2023-11-30"),
    ("They will release the tapes from [August 5].", FRIDAY, "DATE", "2023-08-05", "2023-08-05", "2023-08-05"),
    ("Following [Monday]'s attack, schools closed.", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("They met [last February].", dt.date(2022, 3, 1), "DATE", "2021-02", "2021-02-01", "2021-02-28"),
    ("They met [last January].", dt.date(2022, 3, 1), "DATE", "2022-01", "2022-01-01", "2022-01-31"),
    # datelines and times of newer newswire
    ("[Friday, January 5, 2007]", FRIDAY, "DATE", "2007-01-05", "2007-01-05", "2007-01-05"),
    ("It struck at [10:30 UTC on Thursday].", FRIDAY, "TIME", "2023-09-14T10:30Z", "2023-09-14", "2023-09-14"),
    ("It was shown at [8 p.m. ET].", FRIDAY, "TIME", "2023-09-15T20:00", "2023-09-15", "2023-09-15"),
    ("It began at [9.30am on Thursday].", FRIDAY, "TIME", "2023-09-14T09:30", "2023-09-14", "2023-09-14"),
    ("It ended at [11:30PM].", FRIDAY, "TIME", "2023-09-15T23:30", "2023-09-15", "2023-09-15"),
    ("It began at [3 o'clock in the morning].", FRIDAY, "TIME", "2023-09-15T03:00", "2023-09-15", "2023-09-15"),
    ("It began at [4 in the afternoon].", FRIDAY, "TIME", "2023-09-15T16:00", "2023-09-15", "2023-09-15"),
    ("It began at [10:20 on Thursday night].", FRIDAY, "TIME", "2023-09-14T22:20", "2023-09-14", "2023-09-14"),
    ("It began at [1:20 on Thursday night].", FRIDAY, "TIME", "2023-09-14T01:20", "2023-09-14", "2023-09-14"),
    ("It began [Thursday morning at 9:15 a.m.]", FRIDAY, "TIME", "2023-09-14T09:15", "2023-09-14", "2023-09-14"),
    ("It lay between [2 p.m.] and 3 p.m. Thursday.", FRIDAY, "TIME", "2023-09-14T14:00", "2023-09-14", "2023-09-14"),
    # parts that the words join to their period
    ("Prices fell in [late-2008].", FRIDAY, "DATE", "2008", "2008-07-01", "2008-12-31"),
    ("He came in [the mid-'80s].", FRIDAY, "DATE", "198", "1982-07-02", "1987-07-02"),
    ("It was built in [the mid-19th century].", FRIDAY, "DATE", "18", "1825-04-02", "1875-10-01"),
    ("It was built in [the fifth century BC].", FRIDAY, "DATE", "BC04", None, None),
    ("It was built in [300 BC].", FRIDAY, "DATE", "BC0300", None, None),
    ("It was gone by [the end of last summer].", MONTH_END, "DATE", "2021-SU", "2021-07-16", "2021-08-31"),
    ("It rained over [the summer].", FRIDAY, "DATE", "2023-SU", "2023-06-01", "2023-08-31"),
    ("They met in [the week of May 8].", FRIDAY, "DATE", "2023-W19", "2023-05-08", "2023-05-14"),
    ("Claims fell in [the month of May].", FRIDAY, "DATE", "2023-05", "2023-05-01", "2023-05-31"),
    # business
    ("Sales rose in [the first half of the year].", FRIDAY, "DATE", "2023-H1", "2023-01-01", "2023-06-30"),
    ("Sales rose [last quarter].", FRIDAY, "DATE", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("Sales rose in [the last quarter of 2006].", FRIDAY, "DATE", "2006-Q4", "2006-10-01", "2006-12-31"),
    ("The [third-quarter] loss was small.", NEW_YEAR, "DATE", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("The outlook for [the fourth quarter] is weak.", FRIDAY, "DATE", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("Sales will start in [the first quarter].", FRIDAY, "DATE", "2024-Q1", "2024-01-01", "2024-03-31"),
    ("They will report [second-quarter] profit.", FRIDAY, "DATE", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("Sales rose in [H1 2006].", FRIDAY, "DATE", "2006-H1", "2006-01-01", "2006-06-30"),
    ("Sales rose in [the 2006 fiscal year].", FRIDAY, "DATE", "2006", "2006-01-01", "2006-12-31"),
    ("Sales rose in [FY06].", FRIDAY, "DATE", "2006", "2006-01-01", "2006-12-31"),
    ("[Year-ago] results were poor.", FRIDAY, "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("Sales beat [the same period last year].", FRIDAY, "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("Emissions fell below [2005] levels.", FRIDAY, "DATE", "2005", "2005-01-01", "2005-12-31"),
    ("He published his [2010] returns.", FRIDAY, "DATE", "2010", "2010-01-01", "2010-12-31"),
    # "current" is present in words, but the talks it stands by have no day of it
    ("The [current] talks are hard.", FRIDAY, "DATE", "PRESENT_REF", None, None),
    ("The [Sept. 11] attacks changed the policy.", MONTH_END, "DATE", "2001-09-11", "2001-09-11", "2001-09-11"),
    ("The [Sept. 11] attack on the fort failed.", MONTH_END, "DATE", "2021-09-11", "2021-09-11", "2021-09-11"),
    ("They march [each July].", FRIDAY, "SET", "XXXX-07", None, None),
    ("They meet [every summer].", FRIDAY, "SET", "XXXX-SU", None, None),
    ("Prices rose over [the past century].", FRIDAY, "DATE", "19", "1923-09-15", "2023-09-15"),
    ("Prices will rise over [the next year].", FRIDAY, "DATE", "2024", "2023-09-15", "2024-09-15"),
    # holidays
    ("They met on [Christmas Eve].", NEW_YEAR, "DATE", "2023-12-24", "2023-12-24", "2023-12-24"),
    ("They met on [Good Friday].", dt.date(2023, 4, 10), "DATE", "2023-04-07", "2023-04-07", "2023-04-07"),
    ("Shops were full on [Black Friday].", NEW_YEAR, "DATE", "2023-11-24", "2023-11-24", "2023-11-24"),
    ("They met on [Martin Luther King Day].", LEAP_DAY, "DATE", "2024-01-15", "2024-01-15", "2024-01-15"),
    ("They will win on [Election Day].", dt.date(2016, 2, 18), "DATE", "2016-11-08", "2016-11-08", "2016-11-08"),
    ("They met on [Ash Wednesday].", LEAP_DAY, "DATE", "2024-02-14", "2024-02-14", "2024-02-14"),
    # datelines
    ("SEOUL, [Sept 15] (Wire) -- The envoy left.", FRIDAY, "DATE", "2023-09-15", "2023-09-15", "2023-09-15"),
    # a coming event of a clause about the future: its day lies ahead; what has happened is looked back on
    ("They will speak at [Monday]'s meeting.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("[Monday]'s meeting will focus on trade.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("[Monday]'s summit could decide the matter.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("Traders await [Monday]'s figures.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("The army is bracing for [Monday]'s march.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("The opposition will boycott [Sunday]'s election.", FRIDAY, "DATE", "2023-09-17", "2023-09-17", "2023-09-17"),
    ("They will appeal [Monday]'s ruling.", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("They will report on [Monday]'s meeting.", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("[Monday]'s meeting was short.", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("He had prepared for [Monday]'s talks.", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    # what has befallen is over in any clause, what is counted where the clause is past
    ("They will hear of the [October] massacre.", FRIDAY, "DATE", "2022-10", "2022-10-01", "2022-10-31"),
    (
        "They will mourn the dead of the [November 7] attack.",
        FRIDAY,
        "DATE",
        "2022-11-07",
        "2022-11-07",
        "2022-11-07",
    ),
    ("An [October] verdict is likely.", FRIDAY, "DATE", "2023-10", "2023-10-01", "2023-10-31"),
    ("[October] exports fell.", FRIDAY, "DATE", "2022-10", "2022-10-01", "2022-10-31"),
    ("[October] exports will fall.", FRIDAY, "DATE", "2023-10", "2023-10-01", "2023-10-31"),
    ("The [October] vote was called off.", FRIDAY, "DATE", "2023-10", "2023-10-01", "2023-10-31"),
    ("[Monday] is a holiday.", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    # what is moved, and what was announced then
    ("The hearing was moved to [Monday].", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("The talks were pushed back to [Monday].", FRIDAY, "DATE", "2023-09-18", "2023-09-18", "2023-09-18"),
    ("They pushed the rebels back on [Monday].", FRIDAY, "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("The merger was announced in [November].", FRIDAY, "DATE", "2022-11", "2022-11-01", "2022-11-30"),
    ("They proposed in [October] that he leave.", FRIDAY, "DATE", "2022-10", "2022-10-01", "2022-10-31"),
    ("They called elections in [November].", FRIDAY, "DATE", "2023-11", "2023-11-01", "2023-11-30"),
    # months that take the year of the next
    ("Sales fell from [October] to December 2008.", FRIDAY, "DATE", "2008-10", "2008-10-01", "2008-10-31"),
    ("Sales fell between [November] and March 2008.", FRIDAY, "DATE", "2007-11", "2007-11-01", "2007-11-30"),
    ("Sales fell in [March] and April last year.", FRIDAY, "DATE", "2022-03", "2022-03-01", "2022-03-31"),
    ("He came in [March] and left in June 2011.", FRIDAY, "DATE", "2023-03", "2023-03-01", "2023-03-31"),
    ("In [March] the second round begins.", FRIDAY, "DATE", "2023-03", "2023-03-01", "2023-03-31"),
    ("It rained in [the spring of last year].", FRIDAY, "DATE", "2022-SP", "2022-03-01", "2022-05-31"),
    # parts of the day, and the day itself
    ("By [late afternoon] the square was full.", FRIDAY, "TIME", "2023-09-15TAF", "2023-09-15", "2023-09-15"),
    ("In [afternoon] trading the lira fell.", FRIDAY, "TIME", "2023-09-15TAF", "2023-09-15", "2023-09-15"),
    ("It began [mid-afternoon yesterday].", FRIDAY, "TIME", "2023-09-14TAF", "2023-09-14", "2023-09-14"),
    ("They met [earlier in the day] in Oslo.", FRIDAY, "DATE", "2023-09-15", "2023-09-15", "2023-09-15"),
    ("The lira was down for [the day].", FRIDAY, "DATE", "2023-09-15", "2023-09-15", "2023-09-15"),
    ("It began at [3 o'clock on Thursday afternoon].", FRIDAY, "TIME", "2023-09-14T15:00", "2023-09-14", "2023-09-14"),
    ("It began at [10 : 30 p.m.]", FRIDAY, "TIME", "2023-09-15T22:30", "2023-09-15", "2023-09-15"),
    ("The force will be gone by [month's end].", FRIDAY, "DATE", "2023-09", "2023-09-15", "2023-09-30"),
    ("The force will be gone by [mid-year].", OLD, "DATE", "1999", "1999-04-02", "1999-10-01"),
    # quarters and years by their last day, and figures set against those before
    ("Sales rose in [the quarter] ended July 31.", FRIDAY, "DATE", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("Sales rose in [the year] ended June 30.", FRIDAY, "DURATION", "P1Y", "2022-07-01", "2023-06-30"),
    ("Sales rose in [the latest fiscal year].", FRIDAY, "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("They will post [fourth-quarter] profit.", NEW_YEAR, "DATE", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("The base will close in [the fourth quarter].", NEW_YEAR, "DATE", "2024-Q4", "2024-10-01", "2024-12-31"),
    ("Sales rose from [the previous quarter].", FRIDAY, "DATE", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("Sales rose from [a month earlier].", FRIDAY, "DATE", "2023-08", "2023-08-01", "2023-08-31"),
    ("It flew [two years later] than planned.", FRIDAY, "DURATION", "P2Y", None, None),
    ("[Not long ago] there was no road.", FRIDAY, "DATE", "PAST_REF", None, "2023-09-15"),
]


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]}")
def test_expression_has_its_type_value_and_days(
    nlp: Language, make_article: MakeArticle, case: tuple[str, dt.date, str, str, str | None, str | None]
) -> None:
    marked, day, kind, value, first, last = case
    words = marked[marked.index("[") + 1 : marked.index("]")]
    timex = _one(nlp, make_article(marked.replace("[", "").replace("]", ""), day), words)
    assert (timex.type, timex.value) == (kind, value)
    assert (timex.when.first, timex.when.last) == (_day(first), _day(last))
    assert timex.when.words == words


NO_TIMES = [
    "They may march on the capital.",
    "Gen. August Kovac spoke to reporters.",
    "He was at the March on Washington.",
    "Mr. March greeted the crowd.",
    "The second minister in the cabinet spoke.",
    "Some 2,000 people and 2000 soldiers fled.",
    "Resolution 1718 was adopted.",
    "The Su-35 and the MiG-31 took off.",
    "The sun set and the cat sat.",
    "A fall in trade may spring a surprise.",
    "He was in his early 20s.",
    "They lost in the past nine elections.",
    'Baker told ABC\'s "This Week" that it was legal.',
    "He was the man of the year.",
    "They live in the week to come.",
    "This is the period for talks.",
    "The current account and the fall of the house worry them.",
    "Some 1500 tanks and 2000 soldiers fled.",
    "It cost 1999 euros and 1995 dollars.",
    "They won 3:20 and lost 2:30.",
    "Bloody Sunday was read about in USA Today.",
    "The producers of 21st Century Fox were glad.",
    "On the day that he resigned crowds cheered.",
    "They argue every now and again.",
    "She worked for The Sunday Times.",
    "Johnnie Christmas drew the book.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_only_look_like_times_are_left_alone(nlp: Language, make_article: MakeArticle, text: str) -> None:
    article = make_article(text, FRIDAY)
    assert [timex.span.of(article.text) for timex in _find(nlp, article)] == []


TOLD = [
    ("They met on Sept. 4. The envoys left [the same day].", "2023-09-04", "2023-09-04"),
    # a day ahead and the start of what lasts are not the day that the story goes on from
    ("They met on Sept. 4. He called off the Oct. 12 talks. They left [the same day].", "2023-09-04", "2023-09-04"),
    ("They met on Sept. 14. War has raged since Sept. 4. They left [the same day].", "2023-09-14", "2023-09-14"),
    ("They met on Sept. 4. The envoys left [two days later].", "2023-09-06", "2023-09-06"),
    ("They met on Sept. 4. The envoys left [the next day].", "2023-09-05", "2023-09-05"),
    ("The summit was held on Sept. 4. Prices fell [a day after] the summit.", "2023-09-05", "2023-09-05"),
    ("The summit was held on Sept. 4. Shells fell [hours before] the summit.", "2023-09-03", "2023-09-04"),
    ("He left [two days after] the Sept. 4 attack.", "2023-09-06", "2023-09-06"),
    ("They met on Sept. 4. Prices had risen [the day before].", "2023-09-03", "2023-09-03"),
    ("They met in 2005. She had left [the year before].", "2004-01-01", "2004-12-31"),
    ("They met in 2005. She left in [October of that year].", "2005-10-01", "2005-10-31"),
    ("They met in 2005. She left in [May the following year].", "2006-05-01", "2006-05-31"),
    ("They met on May 6, 2005. She left by [the end of that year].", "2005-07-02", "2005-12-31"),
    ("They met on Sept. 4. It had begun on [the previous Friday].", "2023-09-01", "2023-09-01"),
    ("They met on Sept. 4. It ended on [the following Friday].", "2023-09-08", "2023-09-08"),
    ("They met on Sept. 4. It began at [02:00 GMT the next day].", "2023-09-05", "2023-09-05"),
    ("They met on Sept. 12. [Later in the day], he flew to Rome.", "2023-09-12", "2023-09-12"),
    ("In 2005 they sold ten jets, up from nine [a year earlier].", "2004-01-01", "2004-12-31"),
    ("Last month they sold ten jets, up from nine [a year earlier].", "2022-01-01", "2022-12-31"),
    # the month before is not counted from a year
    ("They met in 2005. Sales rose from [the previous month].", "2023-08-01", "2023-08-31"),
    # a story goes on with its year; another subject, or the same sentence, goes back to the news
    ("The treaty was signed on May 6, 1992. It was broken in [August].", "1992-08-01", "1992-08-31"),
    ("The treaty was signed on May 6, 1992. Oslo broke another in [August].", "2023-08-01", "2023-08-31"),
    ("More fled since June 2014, and again since the attacks in [August].", "2023-08-01", "2023-08-31"),
]


@pytest.mark.parametrize(("marked", "first", "last"), TOLD)
def test_words_that_count_from_a_told_day(
    nlp: Language, make_article: MakeArticle, marked: str, first: str, last: str
) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    timex = _one(nlp, make_article(marked.replace("[", "").replace("]", ""), FRIDAY), words)
    assert (timex.when.first, timex.when.last) == (_day(first), _day(last))


PARTS_TOLD = [
    ("They met on Sept. 4. Shells fell [that night].", "2023-09-04TNI"),
    ("They met on Sept. 4. Shells fell [the next morning].", "2023-09-05TMO"),
    ("They met on Sept. 4. Shells fell [the following evening].", "2023-09-05TEV"),
    ("They met on Sept. 4. Shells had fallen [the previous night].", "2023-09-03TNI"),
    ("They met on Sept. 4. Shells had fallen [the night before].", "2023-09-03TNI"),
]


@pytest.mark.parametrize(("marked", "value"), PARTS_TOLD)
def test_parts_of_a_told_day_are_times(nlp: Language, make_article: MakeArticle, marked: str, value: str) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    timex = _one(nlp, make_article(marked.replace("[", "").replace("]", ""), FRIDAY), words)
    assert (timex.type, timex.value) == ("TIME", value)


def test_a_day_after_an_event_without_a_day_stays_unknown(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("They met on Sept. 4. Prices fell a day after the flood.", FRIDAY)
    when = _one(nlp, article, "a day after").when
    assert (when.first, when.last, when.basis) == (None, None, "event")


def test_without_a_publication_day_a_weekday_has_no_day(nlp: Language, make_article: MakeArticle) -> None:
    timex = _one(nlp, make_article("They met on Friday."), "Friday")
    assert (timex.value, timex.when.first, timex.when.last) == ("XXXX-WXX-5", None, None)


def test_a_publication_day_known_as_a_range_gives_a_range(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("They met yesterday.")
    published = When(FRIDAY, FRIDAY + dt.timedelta(2), "episode")
    timex = _one(nlp, Article(article.id, article.text, article.zones, published=published), "yesterday")
    assert (timex.when.first, timex.when.last) == (dt.date(2023, 9, 14), dt.date(2023, 9, 16))


def test_a_range_that_cannot_change_the_weekday_keeps_the_day(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("They met on Tuesday.")
    published = When(FRIDAY, FRIDAY + dt.timedelta(2), "episode")
    timex = _one(nlp, Article(article.id, article.text, article.zones, published=published), "Tuesday")
    assert timex.value == "2023-09-12" and timex.when.is_day


def test_days_take_the_year_of_the_opening_line_when_publication_is_unknown(
    nlp: Language, make_article: MakeArticle
) -> None:
    article = make_article("The two met on Sept. 13, 2023.\nThe spokesman spoke on Sept. 15.")
    assert _one(nlp, article, "Sept. 15").value == "2023-09-15"


def test_days_do_not_take_the_year_of_history(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("The spokesman spoke.\nHe spoke on Sept. 15.\nThe towers fell on Sept. 11, 2001.")
    assert _one(nlp, article, "Sept. 15").when.first is None


_WORDS = st.sampled_from(
    (
        "Friday", "Sept.", "31", "2023", "last", "week", "the", "end", "of", "two", "days", "after", "before", "ago",
        "a", "year", "1990s", "5", "p.m.", "-", ",", "next", "Feb.", "30", "may", "century", "99999", "quarter", "noon",
        "century", "ago", "9999", "millennium", "000", "this", "morning", "\n", "“", "”", "between", "and", "early",
    )
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join), st.text(max_size=80)),
    day=st.one_of(st.none(), st.dates()),
)
def test_no_text_breaks_the_finder(nlp: Language, make_article: MakeArticle, text: str, day: dt.date | None) -> None:
    article = make_article(text, day)
    for timex in _find(nlp, article):
        assert 0 <= timex.span.start < timex.span.end <= len(article.text)
        assert timex.when.words == timex.span.of(article.text)
        if timex.when.first and timex.when.last:
            assert timex.when.first <= timex.when.last
