"""Who an article speaks of: names, offices, metonyms, descriptions and pronouns, and which of them are places."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.coding import code_actor
from dashboard.language.mentions import actors_in, mention_at
from dashboard.language.sentences import find_passages
from dashboard.reading.articles import read_article
from dashboard.records import Actor, Article, Mention, Page, Span, Zone

Found = tuple[tuple[str, Mention], ...]
Find = Callable[..., Found]


@pytest.fixture(scope="module")
def find(nlp: Language, make_article: Callable[..., Article]) -> Find:
    """The mentions of a text, each with its words."""

    def run(text: str, day: str = "") -> Found:
        article = make_article(text, dt.date.fromisoformat(day) if day else None)
        ((_, passages),) = find_passages(nlp, [article])
        return tuple((mention.span.of(text), mention) for mention in find_actors(article, passages))

    return run


def mention(found: Found, words: str, number: int = 0) -> Mention:
    many = [each for text, each in found if text == words]
    assert len(many) > number, f"{words!r} not among {[text for text, _ in found]}"
    return many[number]


def actor(found: Found, words: str, number: int = 0) -> Actor:
    return mention(found, words, number).actors[0]


def codes(found: Found, words: str) -> list[str]:
    return [each.country for each in mention(found, words).actors]


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "role"),
    [
        (
            "Chilean Foreign Minister Rosa Tapia left.",
            "Chilean Foreign Minister Rosa Tapia",
            "Rosa Tapia",
            "CL",
            "Foreign Minister",
        ),
        (
            "Ghana's finance minister Kofi Boateng spoke.",
            "Ghana's finance minister Kofi Boateng",
            "Kofi Boateng",
            "GH",
            "finance minister",
        ),
        ("Juan Solis, the Peruvian ambassador, left.", "Juan Solis", "Juan Solis", "PE", "ambassador"),
        ("Norway's envoy, Liv Berg, agreed.", "Liv Berg", "Liv Berg", "NO", "envoy"),
        (
            "Lena Fuchs, 58, a spokeswoman for the German government, agreed.",
            "Lena Fuchs",
            "Lena Fuchs",
            "DE",
            "spokeswoman",
        ),
        (
            "Kremlin spokesman Oleg Ivanov denied it.",
            "Kremlin spokesman Oleg Ivanov",
            "Oleg Ivanov",
            "RU",
            "Kremlin spokesman",
        ),
        (
            "Former Mexican president Luis Vargas resigned.",
            "Former Mexican president Luis Vargas",
            "Luis Vargas",
            "MX",
            "Former Mexican president",
        ),
        (
            "U.S. State Department spokeswoman Ann Cole spoke.",
            "U.S. State Department spokeswoman Ann Cole",
            "Ann Cole",
            "US",
            "U.S. State Department spokeswoman",
        ),
        (
            "Amur regional governor Pavel Orlov came.",
            "Amur regional governor Pavel Orlov",
            "Pavel Orlov",
            "",
            "Amur regional governor",
        ),
        ("Bavaria premier Max Huber came.", "Bavaria premier Max Huber", "Max Huber", "DE", "Bavaria premier"),
        ("Ren Mori, the governor of Hokkaido, came.", "Ren Mori", "Ren Mori", "JP", "governor"),
        (
            "In May 2019 Defense Minister Jan Kral came.",
            "Defense Minister Jan Kral",
            "Jan Kral",
            "",
            "Defense Minister",
        ),
        ("Boris Kolar is the president of Slovenia.", "Boris Kolar", "Boris Kolar", "SI", "president"),
    ],
)
def test_the_text_says_who_a_person_is(find: Find, text: str, words: str, name: str, country: str, role: str) -> None:
    found = actor(find(text), words)
    assert (found.name, found.country, found.role) == (name, country, role)


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Bogota said it would wait.", "Bogota", "Government of Colombia", "CO"),
        ("The Kremlin denied it.", "Kremlin", "Kremlin", "RU"),
        ("Downing Street declined to comment.", "Downing Street", "Downing Street", "GB"),
        ("The Élysée confirmed the call.", "Élysée", "Élysée", "FR"),
        ("The Blue House voiced regret.", "Blue House", "Blue House", "KR"),
        ("It was rejected by Denmark.", "Denmark", "Government of Denmark", "DK"),
        ("Ships were sent to Denmark.", "Denmark", "Denmark", "DK"),
        ("Denmark rejected the claim.", "Denmark", "Government of Denmark", "DK"),
        ("The US government objected.", "The US government", "Government of the United States", "US"),
        ("The African Union sent observers.", "African Union", "African Union", "AFU"),
        ("The UN Security Council met.", "UN Security Council", "UN Security Council", "UN"),
        (
            "South Korea's Joint Chiefs of Staff reported a launch.",
            "South Korea's Joint Chiefs of Staff",
            "South Korea's Joint Chiefs of Staff",
            "KR",
        ),
        ("Peru's Congress voted.", "Peru's Congress", "Peru's Congress", "PE"),
        ("Turkey's parliament ratified it.", "Turkey's parliament", "Parliament of Turkey", "TR"),
        ("Hezbollah fired rockets.", "Hezbollah", "Hezbollah", "LB"),
        ("The Xinhua news agency reported it.", "Xinhua news agency", "Xinhua news agency", "CN"),
        ("Western countries protested.", "Western countries", "Western countries", "WEST"),
        ("Russian officials refused.", "Russian officials", "Russian officials", "RU"),
        (
            "Seoul's Unification Ministry agreed.",
            "Seoul's Unification Ministry",
            "Unification Ministry of South Korea",
            "KR",
        ),
        ("A senior Thai diplomat agreed.", "A senior Thai diplomat", "senior Thai diplomat", "TH"),
    ],
)
def test_bodies_capitals_and_groups_have_their_country(
    find: Find, text: str, words: str, name: str, country: str
) -> None:
    found = actor(find(text), words)
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met in Lima on Tuesday.", "Lima"),
        ("The talks in Geneva failed.", "Geneva"),
        ("She flew to Baku at noon.", "Baku"),
        ("He left Tehran on Sunday.", "Tehran"),
        ("Troops withdrew from positions near Khartoum.", "Khartoum"),
        ("The Vienna talks resume today.", "Vienna"),
        ("Protesters gathered outside the White House.", "White House"),
        ("Fighting went on across Sudan.", "Sudan"),
    ],
)
def test_where_something_is_is_a_place(find: Find, text: str, words: str) -> None:
    assert mention(find(text), words).place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lima said no.", "Lima"),
        ("The minister criticised Baku.", "Baku"),
        ("Aid to Khartoum was cut.", "Khartoum"),
        ("Ties between Tehran and Riyadh improved.", "Tehran"),
        ("Cairo's answer came late.", "Cairo"),
        ("The White House said no.", "White House"),
        ("A demand from Beijing was refused.", "Beijing"),
    ],
)
def test_who_acts_or_is_acted_upon_is_no_place(find: Find, text: str, words: str) -> None:
    assert not mention(find(text), words).place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They told us so.", "us"),
        ("Michael Jordan retired.", "Jordan"),
        ("They ate turkey in china bowls.", "turkey"),
        ("A Russian-born chess player won.", "Russian"),
        ("Anti-American slogans were heard.", "American"),
        ("The Korean War ended in 1953.", "Korean"),
        ("Ships crossed the South China Sea.", "China"),
        ("It is clear that prices rose.", "It"),
    ],
)
def test_words_that_name_no_actor_are_left_alone(find: Find, text: str, words: str) -> None:
    assert words not in [text for text, _ in find(text)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Kenyan minister Grace Wanjiru met Tom Reed. She smiled.", "She", "Grace Wanjiru"),
        ("Envoy Carlos Ruiz spoke. He then left with his aides.", "He", "Carlos Ruiz"),
        ("President Ivo Marek spoke on Friday. Marek blamed nobody.", "Marek", "Ivo Marek"),
        ("Korean envoy Shin Dong-ik arrived. Shin was silent.", "Shin", "Shin Dong-ik"),
        ("Paul Weber, an expert on Libya, disagreed. The expert saw risks.", "The expert", "Paul Weber"),
        ("Spanish minister Ana Gil came. The minister was late.", "The minister", "Ana Gil"),
        ("Serbian President Milan Kos met his staff. The Serbian leader was calm.", "The Serbian leader", "Milan Kos"),
        ("The Gulf crisis split OPEC. The bloc met twice.", "The bloc", "OPEC"),
        ("Troops fought al-Shabaab. The militants fled.", "The militants", "al-Shabaab"),
        ("Sen. Pat Doyle wrote to Kim Moss. The senator waited.", "The senator", "Pat Doyle"),
        ("The envoy, Tupou Vaea, arrived. He was tired.", "He", "Tupou Vaea"),
        ('Chilean envoy Luis Soto spoke. "The leader of Peru is wise," he said.', "he", "Luis Soto"),
        ("Lithuania said it would vote no.", "it", "Government of Lithuania"),
        # nobody speaks of himself by name: what he tells is not about the one he is
        (
            "The toughest words came from Irish minister Eoin Walsh. President Ivo Marek must yield or pay, he warned.",
            "he",
            "Eoin Walsh",
        ),
        ("Cuban diplomat Raul Diaz met Polish diplomat Jan Nowak. Nowak wrote to Diaz.", "Nowak", "Jan Nowak"),
    ],
)
def test_short_names_descriptions_and_pronouns_lead_to_the_person(find: Find, text: str, words: str, name: str) -> None:
    assert actor(find(text), words).name == name


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("Iran and Iraq signed. Both countries were pleased.", "Both countries", ["IR", "IQ"]),
        ("Chad and Niger quarrelled. The two nations share a border.", "The two nations", ["TD", "NE"]),
        (
            "Polish president Jan Duda met Czech premier Petr Hora. The two leaders shook hands.",
            "The two leaders",
            ["PL", "CZ"],
        ),
        ("Polish president Jan Duda met Czech premier Petr Hora. The two left.", "The two", ["PL", "CZ"]),
        ("Polish president Jan Duda spoke to Czech premier Petr Hora, and the pair agreed.", "the pair", ["PL", "CZ"]),
        ("Egypt warned Libya and Sudan that it would punish both countries.", "both countries", ["LY", "SD"]),
        ("Bolivia's army was on alert. The country votes on Sunday.", "The country", ["BO"]),
        ("Japanese and Australian ministers met.", "Japanese and Australian ministers", ["JP", "AU"]),
        (
            "The foreign ministers of Mali, Niger and Chad met.",
            "The foreign ministers of Mali, Niger and Chad",
            ["ML", "NE", "TD"],
        ),
        ("Rao spoke with his counterparts from Mali and Chad.", "his counterparts from Mali and Chad", ["ML", "TD"]),
        ("The president of Mali, Niger's neighbour, left.", "The president of Mali", ["ML"]),
        ("Oslo and Helsinki agreed that they would wait.", "they", ["NO", "FI"]),
        (
            "Oslo said Prime Minister Ana Gil of Spain had spoken with Chilean officials. They were glad.",
            "They",
            ["ES", "CL"],
        ),
        ("Prime Minister Ana Gil of Spain met Chilean ministers. They were glad.", "They", ["ES", "CL"]),
        ("Prime Minister Ana Gil of Spain threatened Chilean ministers. They were afraid.", "They", ["CL"]),
        ("North Korea threatened South Korea. The two Koreas are rivals.", "The two Koreas", ["KP", "KR"]),
        ("North Korea threatened South Korea. Seoul said the North was wrong.", "North", ["KP"]),
        ("Saudi Arabia expelled Iranian diplomats from the kingdom.", "the kingdom", ["SA"]),
        ("Kremlin officials disagreed. One official was angry.", "One official", ["RU"]),
    ],
)
def test_groups_lead_to_each_of_their_members(find: Find, text: str, words: str, countries: list[str]) -> None:
    assert codes(find(text), words) == countries


def test_the_former_and_the_latter_are_the_two_who_were_told_of(find: Find) -> None:
    text = "Polish president Jan Duda met Czech premier Petr Hora. The latter left. The former stayed."
    assert (actor(find(text), "The latter").name, actor(find(text), "The former").name) == ("Petr Hora", "Jan Duda")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Polish president Jan Duda left. The latter part was dull.", "The latter"),
        ("Polish president Jan Duda, Czech premier Petr Hora and Ana Rey met. The latter left.", "The latter"),
        ("Polish president Jan Duda met Czech premier Petr Hora. The pair of them left.", "The pair"),
        ("Polish president Jan Duda met Czech premier Petr Hora. The two texts are alike.", "The two"),
    ],
)
def test_a_pair_with_a_noun_of_its_own_or_of_more_is_nobody(find: Find, text: str, words: str) -> None:
    assert words not in dict(find(text))


def test_members_of_a_bloc_among_states_have_no_country(find: Find) -> None:
    assert codes(find("Diplomats of the West, Mali and Chad left."), "Diplomats of the West, Mali and Chad") == [
        "",
        "ML",
        "TD",
    ]


def test_his_counterpart_has_the_other_country_and_the_same_role(find: Find) -> None:
    found = actor(
        find("Greek Foreign Minister Ioannis Pappas called his Bulgarian counterpart."), "his Bulgarian counterpart"
    )
    assert (found.country, found.role) == ("BG", "Foreign Minister")


@pytest.mark.parametrize(
    ("text", "day", "words", "name", "country"),
    [
        ("Angela Merkel spoke first.", "2015-03-01", "Angela Merkel", "Angela Merkel", "DE"),
        ("Japan's prime minister apologised.", "2006-11-01", "Japan's prime minister", "Shinzo Abe", "JP"),
        ("The French president arrived.", "2010-05-01", "The French president", "Nicolas Sarkozy", "FR"),
        ("Kofi Annan arrived.", "2003-02-01", "Kofi Annan", "Kofi Annan", "UN"),
        ("Chancellor Merkel spoke first.", "2015-03-01", "Chancellor Merkel", "Angela Merkel", "DE"),
        ("Iran's top diplomat left.", "2018-05-01", "Iran's top diplomat", "Mohammad Javad Zarif", "IR"),
    ],
)
def test_the_dated_table_knows_whom_the_text_does_not_introduce(
    find: Find, text: str, day: str, words: str, name: str, country: str
) -> None:
    found = actor(find(text, day), words)
    assert (found.name, found.country, found.found_by) == (name, country, "holders")


def test_an_office_without_a_day_names_nobody(find: Find) -> None:
    assert actor(find("Japan's prime minister apologised."), "Japan's prime minister").kind == "unnamed"


def test_a_person_of_whom_nothing_is_known_is_unsure(find: Find) -> None:
    found = actor(find("Later Edgar Lindqvist objected."), "Edgar Lindqvist")
    assert (found.country, found.role, found.found_by) == ("", "", "unsure")


def test_what_an_earlier_sentence_says_is_found_by_the_article(find: Find) -> None:
    found = find("Danish minister Ole Krag spoke. Krag was brief.")
    assert (actor(found, "Krag").country, actor(found, "Krag").found_by) == ("DK", "article")


def test_a_name_of_two_places_belongs_to_the_country_spoken_of(find: Find) -> None:
    assert codes(find("Tbilisi protested. Georgia recalled its envoy."), "Georgia") == ["GE"]
    assert codes(find("Voters in Texas and Florida followed Georgia."), "Georgia") == ["US"]


def test_a_capital_of_a_state_that_is_gone_means_that_state(find: Find) -> None:
    assert codes(find("Yugoslavia was bombed. Belgrade cut its ties."), "Belgrade") == ["YU"]


def test_names_in_headlines_come_from_the_body(nlp: Language) -> None:
    text = "Osei Meets Envoys\nGhanaian minister Kwame Osei met envoys."
    article = Article("h", text, (Zone("headline", 0, 17), Zone("body", 18, len(text))))
    ((_, passages),) = find_passages(nlp, [article])
    first = find_actors(article, passages)[0]
    assert (first.span.of(text), first.actors[0].name) == ("Osei", "Kwame Osei")


def test_possessive_marks_stay_outside_the_span(find: Find) -> None:
    assert [text for text, _ in find("Macron's offer surprised Rome.", "2020-01-01")] == ["Macron", "Rome"]


def test_mentions_are_looked_up_by_span(find: Find) -> None:
    text = "Peru and Chile met Bolivia."
    mentions = tuple(each for _, each in find(text))
    assert mention_at(mentions, Span(9, 14)) is mentions[1]
    assert mention_at(mentions, Span(0, len(text))) is mentions[0]
    assert mention_at(mentions, Span(15, 18)) is None
    assert actors_in(mentions, Span(0, 14)) == mentions[:2]


@pytest.mark.parametrize(
    ("words", "country", "role"),
    [
        ("Kenyan troops", "KEN", "MIL"),
        ("a Dutch journalist", "NLD", "JRN"),
        ("Turkish police", "TUR", "COP"),
        ("opposition leader in Uganda", "UGA", "OPP"),
        ("the Indian Supreme Court", "IND", "JUD"),
        ("Chinese company", "CHN", "BUS"),
        ("a former Italian minister", "ITA", "ELI"),
        ("Quito", "ECU", "GOV"),
        ("the United Nations", "UNO", "IGO"),
        ("NATO", "IGO", "IGO"),
        ("villagers", "", "CVL"),
        ("Basque separatists", "", "SEP"),
        ("Brazil", "BRA", ""),
    ],
)
def test_actor_strings_are_coded(nlp: Language, words: str, country: str, role: str) -> None:
    assert code_actor(nlp, words) == (country, role)


WORDS = (
    "the The two both leaders Kim Jong - un 's Russia and , . said that he They it its US South Korean minister his on "
    "Foreign Minister of for Kremlin “ ” ( ) president Mr countries in Moscow 12 é İ 🙂 Georgia counterpart expert"
)
pieces = st.lists(st.sampled_from([*WORDS.split(), "\n", "\u00a0", '"']), max_size=25).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces)
def test_any_text_is_read_and_spans_lie_inside_it(find: Find, text: str) -> None:
    found = find(text)
    spans = [each.span for _, each in found]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(each.actors for _, each in found)


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        (
            "Norway froze loans to Sudan. Finance Minister Liv Aas said more would follow.",
            "Finance Minister Liv Aas",
            "Liv Aas",
            "NO",
        ),
        (
            "Kenya is sending troops, Defence Minister Tom Otieno said.",
            "Defence Minister Tom Otieno",
            "Tom Otieno",
            "KE",
        ),
        ("Oman had drafted the text. Its ambassador, Said Harthi, smiled.", "Said Harthi", "Said Harthi", "OM"),
        ("NATO agreed. Its spokesman Jan Mol said so.", "Its spokesman Jan Mol", "Jan Mol", "NATO"),
        ("Sweden's Lars Holm disagreed.", "Lars Holm", "Lars Holm", "SE"),
        ("Oman may act, Minister of State Ali Harthi warned.", "Minister of State Ali Harthi", "Ali Harthi", "OM"),
    ],
)
def test_office_without_a_country_is_of_whom_the_text_speaks(
    find: Find, text: str, words: str, name: str, country: str
) -> None:
    who = actor(find(text), words)
    assert (who.name, who.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway and Peru signed. Trade Minister Ana Rey was glad.", "Trade Minister Ana Rey"),
        ("Chad should wait, Trade Minister Ana Rey said.", "Trade Minister Ana Rey"),
        ("Norway left NATO. Bank director Ana Rey was glad.", "Bank director Ana Rey"),
        ("NATO met. Trade Minister Ana Rey was glad.", "Trade Minister Ana Rey"),
    ],
)
def test_office_between_several_countries_is_of_none(find: Find, text: str, words: str) -> None:
    assert actor(find(text), words).country == ""


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("General Sir Hugh Marsh left.", "General Sir Hugh Marsh", "Hugh Marsh"),
        ("Home Minister Ravi Shah left.", "Home Minister Ravi Shah", "Ravi Shah"),
        ("Spain's envoy, Rui do Campo Melo, left.", "Rui do Campo Melo", "Rui do Campo Melo"),
        ("Hamad bin Jassim al-Thani left.", "Hamad bin Jassim al-Thani", "Hamad bin Jassim al-Thani"),
    ],
)
def test_particles_and_second_titles_do_not_cut_a_name(find: Find, text: str, words: str, name: str) -> None:
    assert actor(find(text), words).name == name


def test_every_state_of_a_list_acts_as_its_government(find: Find) -> None:
    found = find("Peru, Chile and Uruguay each expelled two envoys.")
    assert [actor(found, word).name for word in ("Peru", "Chile", "Uruguay")] == [
        "Government of Peru",
        "Government of Chile",
        "Government of Uruguay",
    ]


def test_bloc_counted_by_its_members_is_the_one_named_before(find: Find) -> None:
    assert actor(find("ASEAN met in Manila. The 10-nation bloc condemned it."), "The 10-nation bloc").country == "ASEAN"


def test_one_more_official_is_of_the_same_state(find: Find) -> None:
    text = "A Peruvian official said no. A second official agreed, and the officials left."
    assert actor(find(text), "A second official").country == "PE"
    assert actor(find(text), "the officials").country == "PE"
    assert actor(find("Envoys of Peru came. The ambassadors left."), "The ambassadors").country == ""


SHRUGGED = "Peru and Peru's envoy shrugged at the note on Monday.\n\nMinister Petros Xenakis spoke to reporters."


@pytest.mark.parametrize(
    ("opening", "country"),
    [
        # a place on a line of its own, with which the article begins
        (
            "Ships Of Turkey Draw Protest\n\nATHENS (Agency) Jun 9, 2003\n\nGreece lodged a protest over the ships.",
            "GR",
        ),
        # with whom headline and first sentence begin, whoever was spoken of since
        ("Chile Protests Remarks On Ships\n\nChile sent a note about the remarks on the ships.", "CL"),
        ("Remarks On Ships Draw Protest\n\nChile sent a note about the remarks on the ships.", ""),
    ],
)
def test_the_office_of_a_name_is_of_the_state_that_the_article_opens_with(
    nlp: Language, opening: str, country: str
) -> None:
    article, *_ = read_article(Page("x.txt", f"{opening}\n\n{SHRUGGED}".encode()))
    assert isinstance(article, Article)
    ((_, passages),) = find_passages(nlp, [article])
    found = {each.name: each.country for mention in find_actors(article, passages) for each in mention.actors}
    assert found["Petros Xenakis"] == country


@pytest.mark.parametrize(
    ("outlet", "country"), [("The Times of India", "IN"), ("Reuters", ""), ("Dawn", ""), ("No Such Paper", "")]
)
def test_an_outlet_calls_the_ministers_of_its_state_by_their_office(
    nlp: Language, make_article: Callable[..., Article], outlet: str, country: str
) -> None:
    text = "Prices of grain from India and Chad fell on Monday.\n\nTrade minister Petra Xenakis spoke to both of them."
    ((article, passages),) = find_passages(nlp, [replace(make_article(text), outlet=outlet)])
    found = {each.name: each.country for mention in find_actors(article, passages) for each in mention.actors}
    assert found["Petra Xenakis"] == country


@pytest.mark.parametrize(
    "text",
    [
        "He is an aide to the president.\nAlong the grey road to the old town by the sea nobody saw Kofi Annan.",
        "Nobody knew a Gambian living in Oslo, Omar Jallow",
        "An aide for Mr. Haddad, who financed Mr. Reed's work, declined to say.",
    ],
)
def test_a_name_at_the_end_in_another_line_or_beside_its_aide_is_read(find: Find, text: str) -> None:
    assert any(each.actors[0].kind == "person" for _, each in find(text))


def test_who_is_only_said_to_be_of_a_people_is_of_its_state(find: Find) -> None:
    assert actor(find("A Gambian living in Oslo, Omar Jallow, rang home."), "Omar Jallow").country == "GM"
    assert actor(find("A Gambian living in Oslo rang Omar Jallow."), "Omar Jallow").country == ""


def test_a_secretary_of_state_for_something_is_of_any_state(find: Find) -> None:
    found = find("Haiti's government agreed. Jean Morel, the secretary of state for tourism, was glad.")
    assert actor(found, "Jean Morel").country == "HT"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("In Oslo, Ra'anan Gissin, an aide to Israeli premier Dov Peretz, spoke.", "Ra'anan Gissin", "IL"),
        ("Iran is angry. Ali Baqeri, the Iranian director for European affairs, spoke.", "Ali Baqeri", "IR"),
        ("Alon Bar, the head of the Israeli ministry's trade department, spoke.", "Alon Bar", "IL"),
    ],
)
def test_whose_an_office_is_stands_around_it(find: Find, text: str, name: str, country: str) -> None:
    assert {a.name: a.country for _, each in find(text) for a in each.actors}[name] == country


def test_the_ministers_are_those_last_called_so(find: Find) -> None:
    text = "EU foreign ministers met. It rained. Nobody came. The hall was cold. The door was shut. The ministers left."
    assert actor(find(text), "The ministers").country == "EU"


def test_dateline_in_capitals_is_a_place(find: Find) -> None:
    found = find("BAMAKO, April 2 (Dispatch) - Mali voted.")
    assert mention(found, "BAMAKO").place
    assert actor(found, "BAMAKO").country == "ML"


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        # those in office together date the article, and the date says which namesake is meant
        (
            "Kofi Annan and Madeleine Albright met Robin Cook. Clinton told Congress that he agreed.",
            "Clinton",
            "Bill Clinton",
            "US",
        ),
        (
            "António Guterres met Jens Stoltenberg and Josep Borrell. The German chancellor was late.",
            "The German chancellor",
            "German chancellor",
            "DE",
        ),
        ("President Yeltsin flew home.", "President Yeltsin", "Boris Yeltsin", "RU"),
        ("Foreign Minister Müller flew home.", "Foreign Minister Müller", "Müller", ""),
        ("President Bush flew home.", "President Bush", "Bush", ""),
    ],
)
def test_undated_article_is_of_the_days_when_those_it_names_held_office(
    find: Find, text: str, words: str, name: str, country: str
) -> None:
    found = actor(find(text), words)
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "day", "words", "name"),
    [
        ("Peru's foreign minister objected. Foreign Minister Luz Rojas wrote to Lima's allies.", "", 0, "Luz Rojas"),
        ("Its foreign minister objected. Foreign Minister Luz Rojas wrote.", "", 0, "foreign minister"),
        ("Peru's foreign minister objected. Finance Minister Luz Rojas wrote.", "", 0, "foreign minister"),
        (
            "Peru's former foreign minister objected. Foreign Minister Luz Rojas wrote.",
            "",
            0,
            "former foreign minister",
        ),
    ],
)
def test_office_is_of_the_person_whom_the_article_names_later(
    find: Find, text: str, day: str, words: int, name: str
) -> None:
    assert find(text, day)[words][1].actors[0].name in (name, f"Peru's {name}")


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("In Lima, a foreign ministry spokeswoman was sorry.", "a foreign ministry spokeswoman", "PE"),
        ("Chile objected. A defence ministry spokesman was sorry.", "A defence ministry spokesman", "CL"),
        ("Chile objected. An aide was sorry.", "An aide", "CL"),
        ("Chile objected. A diplomat was sorry.", "A diplomat", ""),
        ("Chile called in the envoy.", "the envoy", ""),
        ("Chile objected. The envoy was sorry.", "The envoy", ""),
        ("Chile objected. State media said nothing of it.", "State media", "CL"),
        ("An aide to Chile's president was sorry.", "An aide", "CL"),
        ("A spokesman for the Chilean navy was sorry.", "A spokesman for the Chilean navy", "CL"),
        ("Officials travelling with the Chilean president were sorry.", "Officials", "CL"),
        ("Officials watched the Chilean president.", "Officials", ""),
        ("Hamas was silent. Foreign ministry spokesman Leo Marr was sorry.", "Foreign ministry spokesman Leo Marr", ""),
        ("The assistant secretary of state was sorry.", "The assistant secretary of state", "US"),
        ("The Vatican's secretary of state was sorry.", "The Vatican's secretary of state", "VA"),
    ],
)
def test_those_who_serve_have_the_country_of_whom_they_serve(find: Find, text: str, words: str, country: str) -> None:
    assert actor(find(text), words).country == country


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("A spokesman for the Chilean president, Leo Marr, was sorry.", "Leo Marr", "Leo Marr", "CL"),
        ("ASEAN met. The bloc's secretary general, Leo Marr, was sorry.", "Leo Marr", "Leo Marr", "ASEAN"),
        ("Defence Minister Gen. Leo Marr was sorry.", "Defence Minister Gen. Leo Marr", "Leo Marr", ""),
        (
            "Religious affairs minister Brig-Gen Leo Marr left.",
            "Religious affairs minister Brig-Gen Leo Marr",
            "Leo Marr",
            "",
        ),
    ],
)
def test_name_between_commas_is_of_the_office_before_it(
    find: Find, text: str, words: str, name: str, country: str
) -> None:
    found = actor(find(text), words)
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(("day", "country"), [("1999-04-02", "YU"), ("2012-04-02", "RS"), ("1991-04-02", "YU")])
def test_capital_stands_for_the_state_of_its_day(find: Find, day: str, country: str) -> None:
    assert actor(find("Belgrade said it would wait.", day), "Belgrade").country == country


@pytest.mark.parametrize(
    ("text", "day", "words", "name"),
    [
        ("Abiy Ahmed flew home. Abiy was glad.", "2019-04-02", "Abiy", "Abiy Ahmed"),
        ("THERESA MAY flew home.", "2018-04-02", "THERESA MAY", "THERESA MAY"),
        ("India's T.S. Tirumurti flew home.", "2021-04-02", "T.S. Tirumurti", "T.S. Tirumurti"),
        ("Sheikh Sabah flew home.", "2017-04-02", "Sheikh Sabah", "Sabah al-Ahmad al-Sabah"),
        ("Lavrov said no.", "2017-04-02", "Lavrov", "Sergei Lavrov"),
        ("Kim said no.", "2016-04-02", "Kim", "Kim Jong Un"),
        ("Mrs May said no. Theresa May left.", "2017-04-02", "May", "Theresa May"),
        ("Sergey V. Lavrov said no.", "2017-04-02", "Sergey V. Lavrov", "Sergey V. Lavrov"),
        ("William Hague left. Hague said no.", "2011-04-02", "Hague", "William Hague"),
    ],
)
def test_short_and_long_forms_of_a_name_are_of_one_person(
    find: Find, text: str, day: str, words: str, name: str
) -> None:
    assert [each.actors[0].name for found, each in find(text, day) if found == words] == ([name] if name else [])


def test_second_surname_hides_nobody_from_the_table(find: Find) -> None:
    found = actor(
        find("Prime Minister Felipe González Márquez flew home.", "1990-04-02"),
        "Prime Minister Felipe González Márquez",
    )
    assert (found.name, found.country) == ("Felipe González Márquez", "ES")


def test_king_is_no_prime_minister(find: Find) -> None:
    assert (
        actor(find("Prime Minister Felipe González met the king.", "1990-04-02"), "the king").name != "Felipe González"
    )


def test_initial_and_romanisation_hide_nobody_from_the_table(find: Find) -> None:
    found = find("Sergey V. Lavrov met Prime Minister Arseny Yatseniuk.", "2014-04-02")
    people = ("Sergey V. Lavrov", "Prime Minister Arseny Yatseniuk")
    assert [actor(found, words).country for words in people] == ["RU", "UA"]


def test_given_name_of_an_office_holder_names_nobody(find: Find) -> None:
    assert all(each.country != "NL" for _, one in find("Mark said no.", "2016-04-02") for each in one.actors)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A Pakistani physicist, Omar Aziz, boasted of it.", "PK"),
        ("Chilean goalkeeper Omar Aziz boasted of it.", "CL"),
        ("A Russian missile fell, Omar Aziz said.", ""),
        ("In the Russian capital, Omar Aziz boasted of it.", ""),
    ],
)
def test_nationality_of_what_somebody_is_tells_their_country(find: Find, text: str, country: str) -> None:
    assert actor(find(text), "Omar Aziz").country == country


def test_long_time_ruler_is_the_ruler(find: Find) -> None:
    found = find("President Yahya Jammeh spoke. The long-time ruler blamed others.", "2017-01-18")
    assert actor(found, "The long-time ruler").name == "Yahya Jammeh"


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Rao met the Chilean foreign ministry.", "the Chilean foreign ministry", "Foreign Ministry of Chile", "CL"),
        ("Chile objected. Its defence ministry sent ships.", "Its defence ministry", "Defence Ministry of Chile", "CL"),
        ("The Chilean ministry sent ships.", "The Chilean ministry", "Chilean ministry", "CL"),
        (
            "In Lima, where rain fell, the Foreign Ministry spoke.",
            "the Foreign Ministry",
            "Foreign Ministry of Peru",
            "PE",
        ),
        ("Norway refused. Its ambassador at the United Nations, Liv Dahl, spoke.", "Its ambassador", "Liv Dahl", "NO"),
        ("Filipino envoy Albert del Rosario left. Del Rosario told Rao so.", "Del Rosario", "Albert del Rosario", "PH"),
    ],
)
def test_body_and_envoy_go_by_whose_they_are(find: Find, text: str, words: str, name: str, country: str) -> None:
    found = next(each for said, each in find(text, "2012-03-01") if said.startswith(words))
    assert (found.actors[0].name, found.actors[0].country) == (name, country)


@pytest.mark.parametrize(("day", "country"), [("1999-03-23", "YU"), ("2008-03-23", "RS"), ("1991-10-01", "RS")])
def test_republic_is_of_its_federation(find: Find, day: str, country: str) -> None:
    assert actor(find("The Serbian president, Ivan Ilic, refused.", day), "Ivan Ilic").country == country


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        (
            "The leaders of Britain, France and Germany agreed.",
            "The leaders of Britain, France and Germany",
            "GB FR DE",
        ),
        ("The presidents of Kenya and Uganda met.", "The presidents of Kenya and Uganda", "KE UG"),
        ("British, French and German ministers met.", "British, French and German ministers", "GB FR DE"),
        ("The ambassadors of France and Britain's envoy left.", "The ambassadors of France", "FR"),
    ],
)
def test_several_of_several_states_are_of_each(find: Find, text: str, words: str, wanted: str) -> None:
    assert codes(find(text), words) == wanted.split()


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Riyadh objected. King Abdullah called.", "King Abdullah", "King Abdullah", "SA"),
        ("Jordan objected. King Abdullah called.", "King Abdullah", "King Abdullah", "JO"),
        ("On Saturday, Labour Minister Emre Kaya spoke in Turkey.", "Labour Minister Emre Kaya", "Emre Kaya", ""),
        ("Information Minister Sheriff Bojang spoke.", "Information Minister Sheriff Bojang", "Sheriff Bojang", ""),
        ("Mr. Aboul Gheit spoke.", "Aboul Gheit", "Ahmed Aboul Gheit", "EG"),
        ("Chile's High Commission objected.", "Chile's High Commission", "High Commission of Chile", "CL"),
        (
            "Chile's mission to the United Nations objected.",
            "Chile's mission",
            "Mission of Chile to the United Nations",
            "CL",
        ),
        ("Chile's mission to Peru failed.", "Chile's mission", "Chile's mission", "CL"),
        (
            "NATO's commander in Kosovo, Lt. Gen. Klaus Brandt, left.",
            "Lt. Gen. Klaus Brandt",
            "Klaus Brandt",
            "NATO",
        ),
        ("Peru met Britain's envoy. The embassy in London objected.", "The embassy", "Embassy of Peru in London", "PE"),
    ],
)
def test_names_and_houses_of_states(find: Find, text: str, words: str, name: str, country: str) -> None:
    found = actor(find(text, "2011-02-04"), words)
    assert (found.name, found.country or "") == (name, country or found.country)
