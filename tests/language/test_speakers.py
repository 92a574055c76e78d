"""Speakers and their countries in short articles whose offices mostly stand without a nationality."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.dates import find_dates
from dashboard.language.quotes import find_quotes
from dashboard.language.sentences import find_passages
from dashboard.records import Actor, Article, Quote, Span
from dashboard.vocabulary.holders import name_key

GOLD = Path(__file__).resolve().parents[1] / "gold" / "speakers.jsonl"
FORMS = GOLD.with_name("speaker_forms.jsonl")
SAID = "the talks had failed"
RIGHT_FORMS = 0.9
"""The share of the forms of naming that must lead to the right speaker and country."""
RIGHT = 0.9
"""The share of the gold quotes that must have the right speaker and country."""
WRONG_COUNTRIES = 2
"""How many may have a wrong country: none at all is better."""

Marked = list[tuple[dict[str, str], tuple[Actor, ...]]]


@pytest.fixture(scope="module")
def marked(nlp: Language, make_article: Callable[..., Article]) -> Marked:
    """Each gold quote with the speakers that are found for it."""
    found: Marked = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        article = make_article(row["text"], dt.date.fromisoformat(row["published"]) if row["published"] else None)
        ((_, passages),) = find_passages(nlp, [article])
        quotes = find_quotes(article, passages, find_actors(article, passages), find_dates(article, passages))
        found.extend((gold, _speakers_of(gold["words"], row["text"], quotes)) for gold in row["quotes"])
    return found


def _speakers_of(words: str, text: str, quotes: tuple[Quote, ...]) -> tuple[Actor, ...]:
    start = text.index(words)
    span = Span(start, start + len(words))
    return next((each.speakers for each in quotes if any(part.overlaps(span) for part in each.content)), ())


def _is_named(gold: dict[str, str], speaker: Actor) -> bool:
    said, asked = name_key(speaker.name).split(), name_key(gold["speaker"]).split()
    return said[-len(asked) :] == asked or (speaker.kind != "person" and set(asked) <= set(said))


def test_most_speakers_have_their_name_and_country(marked: Marked) -> None:
    wrong = [
        (gold, [(each.name, each.country) for each in speakers])
        for gold, speakers in marked
        if not any(_is_named(gold, each) and each.country == gold["country"] for each in speakers)
    ]
    assert 1 - len(wrong) / len(marked) >= RIGHT, wrong


def test_hardly_any_speaker_has_a_wrong_country(marked: Marked) -> None:
    wrong = [
        (gold, each.country)
        for gold, speakers in marked
        for each in speakers
        if _is_named(gold, each) and each.country not in ("", gold["country"])
    ]
    assert len(wrong) <= WRONG_COUNTRIES, wrong


def test_most_forms_of_naming_lead_to_the_speaker(nlp: Language, make_article: Callable[..., Article]) -> None:
    rows = [json.loads(line) for line in FORMS.read_text(encoding="utf-8").splitlines()]
    wrong = []
    for row in rows:
        article = make_article(row["text"], dt.date.fromisoformat(row["published"]) if row["published"] else None)
        ((_, passages),) = find_passages(nlp, [article])
        quotes = find_quotes(article, passages, find_actors(article, passages), find_dates(article, passages))
        speakers = _speakers_of(SAID, row["text"], quotes)
        if not any(_is_named(row, each) and each.country == row["country"] for each in speakers):
            wrong.append((row["text"], [(each.name, each.country) for each in speakers]))
    assert 1 - len(wrong) / len(rows) >= RIGHT_FORMS, wrong


@pytest.fixture(scope="module")
def speakers(nlp: Language, make_article: Callable[..., Article]) -> Callable[[str, str], list[tuple[str, str]]]:
    """Name and country of those who say the words of a text."""

    def run(text: str, words: str) -> list[tuple[str, str]]:
        article = make_article(text)
        ((_, passages),) = find_passages(nlp, [article])
        quotes = find_quotes(article, passages, find_actors(article, passages), find_dates(article, passages))
        return [(each.name, each.country) for each in _speakers_of(words, text, quotes)]

    return run


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Chile met Peru. The Peruvian side said that talks must go on.", "talks must", "Government of Peru", "PE"),
        ("Chile met Peru. One side said that talks must go on.", "talks must", "One side", ""),
        (
            "North Korea fired. North Korea tested. North Korea ate. The North said that it would wait.",
            "it would wait",
            "Government of North Korea",
            "KP",
        ),
        ("Chile fired. The North said that it would wait.", "it would wait", "North", ""),
        (
            "OSLO (Test) - Norway hit back. Russia protested. The foreign ministry there said that it would answer.",
            "it would answer",
            "Foreign Ministry of Russia",
            "RU",
        ),
        (
            "Albania waited. The opposition PLM said that the cabinet had failed.",
            "the cabinet had failed",
            "PLM",
            "AL",
        ),
        (
            "The Prime Minister of Chile and President of the Council, Ana Ruiz, said that gas would flow.",
            "gas would flow",
            "Ana Ruiz",
            "CL",
        ),
        (
            '"No," said Jafar Omar, spokesman for the Chilean parliament\'s security and foreign policy committee.',
            "No",
            "Jafar Omar",
            "CL",
        ),
        (
            "The Czech presidency said that the cuts were wrong.",
            "the cuts were wrong",
            "Presidency of the Czech Republic",
            "CZ",
        ),
        (
            "The statement of the Kazakh Foreign Ministry of May 19, 2010 said that aid was sent.",
            "aid was sent",
            "Foreign Ministry of Kazakhstan",
            "KZ",
        ),
        (
            "U.S. Customs and Border Protection said the agent fired first.",
            "the agent fired first",
            "U.S. Customs and Border Protection",
            "US",
        ),
        (
            "Costas Simitis spoke in Athens. Simitis agreed. That enraged Luis Paz, whose party had left. "
            "He said that it was a trap.",
            "it was a trap",
            "Luis Paz",
            "",
        ),
    ],
)
def test_speaker_is_whoever_a_short_name_means(
    speakers: Callable[[str, str], list[tuple[str, str]]], text: str, words: str, name: str, country: str
) -> None:
    assert (name, country) in speakers(text, words)


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "His envoy for landmines, Karl Holt, who was in Oslo, said the ban was near.",
            "the ban was near",
            "Karl Holt",
            "",
        ),
        (
            "Nam Tae-il, deputy director of the South Korean spy agency, said the pact would lapse.",
            "the pact would lapse",
            "Nam Tae-il",
            "KR",
        ),
        (
            "Blaming Oslo for the delay, Andrei Kozlov, spokesman for the Belarusian Foreign Ministry, "
            "said that the treaty was dead.",
            "the treaty was dead",
            "Andrei Kozlov",
            "BY",
        ),
        (
            "He had rung the Emir of Qatar, Sheikh Hamad bin Khalifa al-Thani, Egypt's MENA news agency said.",
            "He had rung the Emir",
            "MENA news agency",
            "EG",
        ),
        (
            "Ana Ruiz, Chile's envoy, was firm. Consul Luis Paz would be sent home and the office shut, she went on.",
            "Consul Luis Paz would be sent home",
            "Ana Ruiz",
            "CL",
        ),
        (
            "The raid was illegal, the Foreign Ministry of Chad (MFA) said. The MFA added that talks were over.",
            "talks were over",
            "Foreign Ministry of Chad",
            "TD",
        ),
        (
            "The shelling was protested at by the Foreign Office in Islamabad. Firing on villages must stop, "
            "the Foreign Office said.",
            "Firing on villages must stop",
            "Foreign Ministry of Pakistan",
            "PK",
        ),
        (
            "LIMA (AP) - The raid by Ecuador on Peru was an outrage, Congress said.",
            "The raid by Ecuador on Peru was an outrage",
            "Congress of Peru",
            "PE",
        ),
        (
            "The raid by Chad was an outrage, Congress said.",
            "The raid by Chad was an outrage",
            "Congress",
            "US",
        ),
        (
            "The vote would stand, the Guardian Council said.",
            "The vote would stand",
            "Guardian Council",
            "IR",
        ),
        (
            "The camp was empty, said Ana Ruiz, the U.N. coordinator for Chad.",
            "The camp was empty",
            "Ana Ruiz",
            "UN",
        ),
        (
            "The Foreign Minister, Mr Amr Moussa, said the raid was an outrage. President Hosni Mubarak agreed.",
            "the raid was an outrage",
            "Amr Moussa",
            "EG",
        ),
        (
            "The road would stay open, according to KRT, the Chilean TV channel, which has seen the plan.",
            "The road would stay open",
            "KRT",
            "CL",
        ),
        (
            "Chile sent the goods through its port and denounced the ruling of the court on the islands.",
            "the ruling of the court on the islands",
            "Government of Chile",
            "CL",
        ),
        (
            "Rao's remark annoyed many, prompting the Chilean embassy to reply that India should wait.",
            "India should wait",
            "Embassy of Chile",
            "CL",
        ),
        (
            "So does Chile, whose prime minister, Ana Ruiz, has described the ban as a duty.",
            "the ban as a duty",
            "Ana Ruiz",
            "CL",
        ),
        (
            "LIMA, July 10, 1997 - Chilean officials on Thursday said the border was closed.",
            "the border was closed",
            "Chilean officials",
            "CL",
        ),
        (
            "The White House backed Peru. U.S. support for Chile was firm, it said in a statement.",
            "U.S. support for Chile was firm",
            "White House",
            "US",
        ),
    ],
)
def test_speaker_is_found_where_the_parse_hides_them(
    speakers: Callable[[str, str], list[tuple[str, str]]], text: str, words: str, name: str, country: str
) -> None:
    assert (name, country) in speakers(text, words)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Ghana waited. In Lima, officials said the talks had failed.", SAID, "PE"),
        ("Ghana waited. In Lima, diplomats said the talks had failed.", SAID, ""),
        ("Ghana's answer drew scorn in Lima, where a government spokesman said the talks had failed.", SAID, "PE"),
        (
            'Chile regretted the step, which a spokesman, Luis Paz, described as "a great failure".',
            '"a great failure"',
            "CL",
        ),
        ("A Western diplomat said the talks had failed.", SAID, ""),
        ("A European Union diplomat said the talks had failed.", SAID, "EU"),
        ("Diplomats at the United Nations said the talks had failed.", SAID, ""),
        ("United Nations diplomats said the talks had failed.", SAID, "UN"),
        ("A senior administration official said the talks had failed.", SAID, "US"),
        ("An official in Prime Minister Narendra Modi's office said the talks had failed.", SAID, "IN"),
        ("The IAEA left Iran. The talks had failed, agency spokesman Luis Paz said.", "The talks had failed", "IAEA"),
        ("Human Rights Watch said the talks had failed.", SAID, ""),
    ],
)
def test_country_of_those_who_are_only_described(
    speakers: Callable[[str, str], list[tuple[str, str]]], text: str, words: str, country: str
) -> None:
    assert {code for _, code in speakers(text, words)} == {country}


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "Oslo has rejoiced: Defence Minister Liv Berg, in her speech today, said the talks had failed.",
            SAID,
            "Liv Berg",
            "NO",
        ),
        (
            "Ghana called it a trap at the weekend, and the EU's top diplomat, Rosa Tapia, urged Peru to wait.",
            "to wait",
            "Rosa Tapia",
            "EU",
        ),
        (
            "Yet at the trade council in Geneva, Cuba, speaking on behalf of many, insisted that the talks had failed.",
            SAID,
            "Cuba",
            "CU",
        ),
        ("EU foreign ministers meeting in Lima said the talks had failed.", SAID, "EU foreign ministers", "EU"),
        ("G8 foreign ministers said the talks had failed.", SAID, "G8 foreign ministers", "G8"),
        ("Western ministers said the talks had failed.", SAID, "Western ministers", ""),
        (
            "An official close to President Mahmoud Abbas said the talks had failed.",
            SAID,
            "official",
            "PS",
        ),
        ("Peru's Goh Chok Tong left. Mr Goh said the talks had failed.", SAID, "Goh Chok Tong", "PE"),
        (
            "Peru voted late; this time officials said the talks had failed.",
            SAID,
            "officials",
            "PE",
        ),
        (
            "Japan signed on Tuesday. Officials said the talks had failed.",
            SAID,
            "Officials",
            "JP",
        ),
        ("Peru protested. The government of Costas Karamanlis said the talks had failed.", SAID, "Government", "GR"),
    ],
)
def test_speaker_is_the_one_who_acts_in_the_clause(
    speakers: Callable[[str, str], list[tuple[str, str]]], text: str, words: str, name: str, country: str
) -> None:
    found = speakers(text, words)
    assert any(code == country and name in said for said, code in found), found


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("A National Security Council spokesman, Sean Dole, said the talks had failed.", SAID, "Sean Dole", "US"),
        ("South Korea was alarmed. The National Security Council said the talks had failed.", SAID, "Council", "KR"),
        (
            "Peru left. The spokesman of its National Security Council, Luis Paz, said the talks had failed.",
            SAID,
            "Paz",
            "PE",
        ),
        ("The Chilean border service said the talks had failed.", SAID, "border service", "CL"),
        (
            "The Chilean and Peruvian foreign ministries said the talks had failed.",
            SAID,
            "Foreign Ministry of Peru",
            "PE",
        ),
        (
            "The foreign ministries of Chile and Peru said the talks had failed.",
            SAID,
            "Foreign Ministry of Chile",
            "CL",
        ),
        ("China is against it, as its UN ambassador, Wang Lei, said the talks had failed.", SAID, "Wang Lei", "CN"),
        ("Arab Israeli lawmakers said the talks had failed.", SAID, "lawmakers", "IL"),
        ("One Lima-based trade expert said the talks had failed.", SAID, "expert", "PE"),
        ("A China scholar said the talks had failed.", SAID, "scholar", ""),
        (
            "The Chilean trade minister left Rome.\n\nThe trade minister, Luis Paz, said the talks had failed.",
            SAID,
            "Luis Paz",
            "CL",
        ),
        ("Sen. John McCain spoke first. The Arizona senator said the talks had failed.", SAID, "John McCain", "US"),
        (
            "Imran Khan was in court in Islamabad. The former cricket star said the talks had failed.",
            SAID,
            "Khan",
            "PK",
        ),
        ("Chile spoke to the Peruvian government. The government said the talks had failed.", SAID, "Government", "CL"),
        (
            "Tariffs may go, and a person briefed on the call said the talks had failed.",
            SAID,
            "person briefed on the call",
            "",
        ),
        (
            "The ministry was silent, and the captain's lawyer, Omar Ruiz, said the talks had failed.",
            SAID,
            "Omar Ruiz",
            "",
        ),
    ],
)
def test_speaker_is_of_the_body_or_house_they_speak_for(
    speakers: Callable[[str, str], list[tuple[str, str]]], text: str, words: str, name: str, country: str
) -> None:
    found = speakers(text, words)
    assert any(code == country and name in said for said, code in found), found


def test_an_unnamed_source_keeps_its_number_and_a_relative_one_is_what_stands_before_it(
    speakers: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    assert speakers("Article 9 says that land forces will never be kept.", "never be kept") == [("Article 9", "")]
    text = "The firm spoke of a draft ruling, which says that wages must be paid."
    assert speakers(text, "wages must") == [("draft ruling", "")]


def test_who_is_told_of_goes_on_by_the_family_name(speakers: Callable[[str, str], list[tuple[str, str]]]) -> None:
    text = "Ali Rao, brother of President Omar Rao of Fiji, spoke in Suva. Rao said the talks had failed."
    assert [name for name, _ in speakers(text, SAID)] == ["Ali Rao"]


def test_somebody_told_is_not_who_tells(speakers: Callable[[str, str], list[tuple[str, str]]]) -> None:
    assert speakers("The Peruvian ambassador was called in and told that the talks had failed.", SAID) == []
    assert speakers("The Peruvian envoy was freed and told reporters that the talks had failed.", SAID) != []


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "Chile's President Ana Ruiz met the envoy. Her office said the talks had failed.",
            SAID,
            "Office of the President of Chile",
            "CL",
        ),
        ("Speaker Ana Ruiz met Peru's envoy. Her office said the talks had failed.", SAID, "Office of Ana Ruiz", ""),
        ("Several US officials had doubts. One said the talks had failed.", SAID, "US official", "US"),
        ("A US official had doubts. Another said the talks had failed.", SAID, "US official", "US"),
        ("Chile had doubts. One of its allies said the talks had failed.", SAID, "One", ""),
        (
            "A senior US official voiced doubts. Peru had left. A second official said the talks had failed.",
            SAID,
            "second official",
            "US",
        ),
        (
            "European Union foreign ministers met. Peru left early. Chile stayed on. Ghana was away. "
            "Oslo sent an aide. The ministers said the talks had failed.",
            SAID,
            "European Union foreign ministers",
            "EU",
        ),
        ("Georgia left. Authorities in Abkhazia said the talks had failed.", SAID, "Authorities in Abkhazia", ""),
        ("Spain left. The government of Catalonia said the talks had failed.", SAID, "Government of Catalonia", "ES"),
        ("Georgia left. The government of Georgia said the talks had failed.", SAID, "Government of Georgia", "GE"),
        (
            "Rebels from the United Front for Peace (UFP) left. The UFP said the talks had failed.",
            SAID,
            "United Front for Peace",
            "",
        ),
        ("Qatar's ruler met Yemen's. The PA said the talks had failed.", SAID, "PA", "PS"),
        (
            "China left early, the Xinhua news agency said. The agency added that the talks had failed.",
            SAID,
            "Xinhua news agency",
            "CN",
        ),
        (
            "The International Atomic Energy Agency met. The agency said the talks had failed.",
            SAID,
            "International Atomic Energy Agency",
            "IAEA",
        ),
        (
            "Chile's premier, Ana Ruiz, left. Let us recall that Ruiz called the plan a trap.",
            "the plan",
            "Ana Ruiz",
            "CL",
        ),
        (
            "Serbia told its envoys to come home, the Foreign Ministry in Belgrade announced.",
            "to come home",
            "Foreign Ministry of Serbia",
            "RS",
        ),
        ("Serbia told its envoys to come home, the Tanjug agency said.", "to come home", "Government of Serbia", "RS"),
        (
            "Rao, minister of Fiji and Chairman of the Forum, left. Chile stayed. Peru did too. "
            "The Chairman said the talks had failed.",
            SAID,
            "Rao",
            "FJ",
        ),
    ],
)
def test_bodies_and_groups_go_by_what_the_article_calls_them(
    speakers: Callable[[str, str], list[tuple[str, str]]], text: str, words: str, name: str, country: str
) -> None:
    assert (name, country) in speakers(text, words)
