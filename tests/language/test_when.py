"""Which day belongs to what a word tells: own time words, the clause above, an earlier statement, or bounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.dates import find_dates, when_of
from dashboard.language.sentences import find_passages
from dashboard.language.when import FRESH_DAYS, taken
from dashboard.records import Article, When

FRIDAY = dt.date(2023, 9, 15)
WEEK = dt.timedelta(FRESH_DAYS)

MakeArticle = Callable[..., Article]


def _when(nlp: Language, article: Article, word: str) -> When:
    """The When of the last token of the article that is ``word``."""
    _, passages = next(iter(find_passages(nlp, [article])))
    timexes = find_dates(article, passages)
    place, token = next((p, t) for p in reversed(passages) for t in reversed(p.doc) if t.text == word)
    return when_of(article, place, token, timexes, passages)


# text, the word that tells, first, last, basis
CASES = [
    # by syntax
    ("The Kremlin said Friday that no pact was signed.", "said", "2023-09-15", "2023-09-15", "relative"),
    ("On Thursday, the ministry confirmed the visit.", "confirmed", "2023-09-14", "2023-09-14", "relative"),
    ("He told a news conference on Wednesday that talks failed.", "told", "2023-09-13", "2023-09-13", "relative"),
    ("The two leaders met in June 2018 in Singapore.", "met", "2018-06-01", "2018-06-30", "stated"),
    ("Tehran threatened on Sept. 12 to close the strait.", "close", "2023-09-12", "2023-09-12", "stated"),
    # what somebody talked about is no day to go on from
    (
        "Ana Ruiz made many references to the 20th century. Ruiz said that the port had reopened.",
        "said",
        "2023-09-08",
        "2023-09-15",
        "published",
    ),
    ("He left Oslo on Sunday and landed in Rome on Tuesday.", "left", "2023-09-10", "2023-09-10", "relative"),
    ("He left Oslo on Sunday and landed in Rome on Tuesday.", "landed", "2023-09-12", "2023-09-12", "relative"),
    ("The envoys held talks on Monday.", "talks", "2023-09-11", "2023-09-11", "relative"),
    ("The minister will visit Cairo on Monday.", "visit", "2023-09-18", "2023-09-18", "relative"),
    # what holds while it is said
    (
        "The minister said Friday that Seoul was considering sanctions.",
        "considering",
        "2023-09-15",
        "2023-09-15",
        "relative",
    ),
    # the day of what is told is not that of the telling
    ("Oslo condemned Tuesday's attack.", "condemned", "2023-09-12", "2023-09-15", "event"),
    ("The Kremlin said Friday that Kim had crossed the border.", "crossed", "2023-09-08", "2023-09-15", "event"),
    ("The Kremlin said Thursday that Kim would visit the port.", "visit", "2023-09-14", None, "event"),
    # what a dated thing brings about comes with it or after; what is done to it may have come before
    ("The attack on Monday angered Tokyo.", "angered", "2023-09-11", "2023-09-15", "event"),
    ("The attack on Monday angered Tokyo.", "attack", "2023-09-11", "2023-09-11", "relative"),
    ("The talks on Monday were planned for months.", "planned", "2023-09-08", "2023-09-15", "published"),
    ("The ministry in a statement on Monday condemned it.", "condemned", "2023-09-11", "2023-09-11", "relative"),
    # told after what happened
    ("Kim visited the plant on Thursday, Moscow said.", "said", "2023-09-14", "2023-09-15", "event"),
    ("After meeting Kim on Wednesday, Putin said he was content.", "said", "2023-09-13", "2023-09-15", "event"),
    # bounds in the words
    ("They have refused inspections since 2017.", "refused", "2017-01-01", "2023-09-15", "stated"),
    ("They must leave before Sept. 30.", "leave", None, "2023-09-30", "stated"),
    # nothing said: the week before publication, or what lies ahead
    ("The Kremlin said no pact was signed.", "said", "2023-09-08", "2023-09-15", "published"),
    ("The minister will visit Cairo.", "visit", "2023-09-15", None, "published"),
    # continued statements
    (
        "Park Jin said Thursday that it was grave. He added that sanctions were near.",
        "added",
        "2023-09-14",
        "2023-09-14",
        "inherited",
    ),
    (
        "Park Jin told reporters on Sept. 12 that it was grave.\nSanctions were near, Park said.",
        "said",
        "2023-09-12",
        "2023-09-12",
        "inherited",
    ),
    # another speaker continues nothing
    (
        "Park Jin said on Sept. 12 that it was grave.\nSanctions were near, Oslo said.",
        "said",
        "2023-09-08",
        "2023-09-15",
        "published",
    ),
    # nor does a deed: the order of two deeds is not in the words, unless a word gives it
    ("Kim left on Sunday. He toured a plant.", "toured", "2023-09-08", "2023-09-15", "published"),
    ("Kim left on Sunday. He then toured a plant.", "toured", "2023-09-10", "2023-09-15", "event"),
    ("Kim left on Sunday. He had earlier toured a plant.", "toured", "2023-09-03", "2023-09-10", "event"),
    ("Kim left on Sunday. Putin later toured a plant.", "toured", "2023-09-08", "2023-09-15", "published"),
    ("Kim will leave on Sunday. He then toured a plant.", "toured", "2023-09-08", "2023-09-15", "published"),
    # a line that looks back over months goes on from there, for the deeds of the same subject
    ("Oslo shut its embassy in March. It sealed the border.", "sealed", "2023-03-01", "2023-09-15", "published"),
    ("Oslo shut its embassy in March.\nIt sealed the border.", "sealed", "2023-09-08", "2023-09-15", "published"),
    ("Oslo shut its embassy in March. Rome sealed the border.", "sealed", "2023-09-08", "2023-09-15", "published"),
    ("Oslo shut its embassy in March. It said all was well.", "said", "2023-09-08", "2023-09-15", "published"),
    # "closed" is no saying without quoted words
    ("Oslo closed the port in March. It condemned a raid.", "condemned", "2023-09-08", "2023-09-15", "published"),
    # an answer came on the day that the sentence before tells, or after it
    (
        "Oslo told the council on July 3 that it was grave. Rome replied that it was not.",
        "replied",
        "2023-07-03",
        "2023-09-15",
        "event",
    ),
    (
        "Oslo will tell the council on Sept. 20. Rome replied that it was grave.",
        "replied",
        "2023-09-08",
        "2023-09-15",
        "published",
    ),
    # a clause of the same day
    ("Oslo caused a stir on Dec. 9 when it rebuked Rome.", "rebuked", "2022-12-09", "2022-12-09", "stated"),
    # counted from the clause that it stands beside
    (
        "Oslo cut all ties on Tuesday, a day after Rome recalled its envoy.",
        "recalled",
        "2023-09-11",
        "2023-09-11",
        "event",
    ),
    (
        "Oslo cut all ties on Tuesday, a day after Rome recalled its envoy.",
        "cut",
        "2023-09-12",
        "2023-09-12",
        "relative",
    ),
    (
        "Oslo cut all ties on Tuesday, hours after Rome recalled its envoy.",
        "recalled",
        "2023-09-11",
        "2023-09-12",
        "event",
    ),
    (
        "Oslo cut all ties two days after Rome recalled its envoy on Monday.",
        "recalled",
        "2023-09-11",
        "2023-09-11",
        "relative",
    ),
    ("Oslo recalled its envoy within hours of the Aug. 10 visit.", "recalled", "2023-08-10", "2023-09-15", "event"),
    # what two sentences with a semicolon tell are two things
    ("Rome condemned it; on Thursday Oslo said it was grave.", "condemned", "2023-09-08", "2023-09-15", "published"),
    # a day inside quoted words is not the day of the quoting
    ('"We will leave on Sunday," the minister said.', "said", "2023-09-08", "2023-09-15", "published"),
]


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[1]}: {case[0]}")
def test_word_gets_the_days_that_belong_to_it(
    nlp: Language, make_article: MakeArticle, case: tuple[str, str, str | None, str | None, str]
) -> None:
    text, word, first, last, basis = case
    when = _when(nlp, make_article(text, FRIDAY), word)
    assert (when.first, when.last, when.basis) == (_day(first), _day(last), basis)


@pytest.mark.parametrize(
    ("text", "word", "first", "last"),
    [
        ("Tokyo would lodge a protest, its minister said on Tuesday.", "lodge", "2023-09-12", "2023-09-12"),
        # nobody is said to announce it
        ("Tokyo will lodge a protest.", "lodge", "2023-09-08", "2023-09-15"),
        # a deadline is no day of the order
        ("Oslo ordered the envoy to leave by Wednesday.", "ordered", "2023-09-08", "2023-09-15"),
        ("By Thursday Oslo was praising the pact.", "praising", "2023-09-07", "2023-09-14"),
        # history stays open
        ("Before 2017 Oslo backed the pact.", "backed", None, "2017-12-31"),
        ("Oslo praised the pact on Tuesday.", "praised", "2023-09-12", "2023-09-12"),
    ],
)
def test_a_stance_is_taken_when_it_is_announced(
    nlp: Language, make_article: MakeArticle, text: str, word: str, first: str | None, last: str
) -> None:
    article = make_article(text, FRIDAY)
    _, passages = next(iter(find_passages(nlp, [article])))
    token = next(token for token in passages[0].doc if token.text == word)
    when = taken(article, passages[0], token, find_dates(article, passages), passages)
    assert (when.first, when.last) == (_day(first), _day(last))


def test_the_day_of_the_quoted_words_is_that_of_the_stance_in_them(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("Tokyo will lodge a protest.", FRIDAY)
    _, passages = next(iter(find_passages(nlp, [article])))
    lodge = next(token for token in passages[0].doc if token.text == "lodge")
    quoted = When(FRIDAY, FRIDAY, "relative")
    assert taken(article, passages[0], lodge, (), passages, quoted) == quoted


def test_without_any_day_nothing_is_known(nlp: Language, make_article: MakeArticle) -> None:
    when = _when(nlp, make_article("The Kremlin said no pact was signed."), "said")
    assert (when.first, when.last, when.basis) == (None, None, "unknown")


def test_bounds_reach_from_the_first_possible_day_of_publication(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("The Kremlin said no pact was signed.")
    published = When(FRIDAY, FRIDAY + dt.timedelta(2), "episode")
    when = _when(nlp, Article(article.id, article.text, article.zones, published=published), "said")
    assert (when.first, when.last) == (FRIDAY - WEEK, FRIDAY + dt.timedelta(2))
