"""Every construction that attributes words to a source, with sentences of its own, and what only looks like one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.language import Language

from dashboard.language.actors import find_actors
from dashboard.language.dates import find_dates
from dashboard.language.quotes import find_quotes
from dashboard.language.sentences import find_passages
from dashboard.records import Article, Quote, Zone

MakeArticle = Callable[..., Article]


def read(nlp: Language, article: Article) -> tuple[Quote, ...]:
    """The quotes of an article with its mentions and dates."""
    _, passages = next(find_passages(nlp, [article]))
    return find_quotes(article, passages, find_actors(article, passages), find_dates(article, passages))


def content(article: Article, quote: Quote) -> list[str]:
    """The words of the content, part by part."""
    return [span.of(article.text) for span in quote.content]


def source(article: Article, quote: Quote) -> str | None:
    """The words of the source."""
    return quote.source.of(article.text) if quote.source else None


DIRECT = [
    ("“We will not move,” the colonel told reporters.", ["“We will not move,”"], "the colonel"),
    ("“We will not move,” said the colonel.", ["“We will not move,”"], "the colonel"),
    ("“We will not move,” he said. “This is our land.”", ["“We will not move,”", "“This is our land.”"], "he"),
    ("'We don't want the ministers' plan,' he said.", ["'We don't want the ministers' plan,'"], "he"),
    ("''We shall return,'' the envoy promised.", ["''We shall return,''"], "the envoy"),
    ("«The border is closed», the governor said.", ["«The border is closed»"], "the governor"),
    ("‘We are ready,’ the minister said.", ["‘We are ready,’"], "the minister"),
    ("The minister said: “Our patience is over.”", ["“Our patience is over.”"], "The minister"),
    ("“It is over,” Ana Ruiz, the head of the mission, tells the daily.", ["“It is over,”"], None),
    ("“It is shut,” a clerk was quoted as saying.", ["“It is shut,”"], "a clerk"),
    ("“Stay at home. Lock the doors,” the notice read.", ["“Stay at home. Lock the doors,”"], "the notice"),
    ("“We lost everything.” ― Omar Haddad", ["“We lost everything.”"], "Omar Haddad"),
]
MIXED = [
    (
        "The mayor said the plan was “dead on arrival” and a waste.",
        ["the plan was “dead on arrival” and a waste"],
        "The mayor",
    ),
    ("The plan was “dead on arrival,” the mayor said.", ["The plan was “dead on arrival,”"], "the mayor"),
    ("The minister said the plan 'can never be accepted'.", ["the plan 'can never be accepted'"], "The minister"),
    ("The premier called the move 'a disgrace'.", ["the move 'a disgrace'"], "The premier"),
    ("The envoy called the text “a step back.”", ["the text “a step back.”"], "The envoy"),
]
INDIRECT = [
    ("The ministry said that the bridge had reopened.", ["that the bridge had reopened"], "The ministry"),
    ("The ministry said the bridge had reopened.", ["the bridge had reopened"], "The ministry"),
    ("The bridge has reopened, the ministry said on Friday.", ["The bridge has reopened"], "the ministry"),
    ("The bridge, the ministry said, has reopened.", ["The bridge", "has reopened"], "the ministry"),
    ("As the ministry noted, the bridge has reopened.", ["the bridge has reopened"], "the ministry"),
    ("The premier said on Friday that Oslo would help.", ["that Oslo would help"], "The premier"),
    ("The envoy asked whether the road was open.", ["whether the road was open"], "The envoy"),
    ("Nepal said it would stay but added that talks could resume.", ["that talks could resume"], "Nepal"),
    ("Tehran accused Riyadh of funding the rebels.", ["Riyadh of funding the rebels"], "Tehran"),
    ("The bloc called for an immediate cease-fire.", ["an immediate cease-fire"], "The bloc"),
    ("The bloc called for the parties to stop.", ["the parties to stop"], "The bloc"),
    ("The bloc called on both armies to withdraw.", ["both armies to withdraw"], "The bloc"),
    ("Ankara urged both sides to hold fire.", ["both sides to hold fire"], "Ankara"),
    ("Moscow denied any role in the attack.", ["any role in the attack"], "Moscow"),
    ("Paris demanded the release of its citizens.", ["the release of its citizens"], "Paris"),
    ("Hanoi vowed to defend its waters.", ["to defend its waters"], "Hanoi"),
    ("Tokyo announced new aid for two islands.", ["new aid for two islands"], "Tokyo"),
    ("NATO warned against a new offensive.", ["a new offensive"], "NATO"),
    ("Delhi warned Dhaka against closing the port.", ["against closing the port"], "Delhi"),
    ("Warsaw expressed concern over the drills.", ["concern over the drills"], "Warsaw"),
    ("According to the port authority, four ships sank.", ["four ships sank"], "the port authority"),
    ("Four ships sank, according to the port authority.", ["Four ships sank"], "the port authority"),
    ("In a poll of farmers, most wanted an early vote.", ["most wanted an early vote"], "a poll of farmers"),
    ("The envoy appealed to all sides to respect the truce.", ["all sides to respect the truce"], "The envoy"),
    ("Officials dismissed the report as baseless.", ["the report as baseless"], "Officials"),
    ("The minister was quoted by the daily as saying talks had failed.", ["talks had failed"], "The minister"),
    ("Warsaw expressed concern that the drills would spread.", ["that the drills would spread"], "Warsaw"),
    (
        "The envoy said the plan has one flaw: nobody would pay.",
        ["the plan has one flaw: nobody would pay"],
        "The envoy",
    ),
    ("On “The Late Hour,” Ana Ruiz said that the road was open.", ["that the road was open"], "Ana Ruiz"),
    ("But four ships sank, according to the port authority.", ["four ships sank"], "the port authority"),
    ("As first reported by the Harbour Post, the ship never sailed.", ["the ship never sailed"], "the Harbour Post"),
    ("Farmers ignored her call for a boycott.", ["a boycott"], "her"),
    ("Lima lodged a protest that its boats had been fired on.", ["that its boats had been fired on"], "Lima"),
    ("Lima let it be known that it would stay away.", ["that it would stay away"], "Lima"),
    ("It promised full access to the site.", ["full access to the site"], "It"),
    (
        "The envoy waved the report away as a fabrication.",
        ["the report away as a fabrication"],
        "The envoy",
    ),
    ("The envoy spoke openly of a plot.", ["a plot"], "The envoy"),
    ("Lima accused Quito of planning to rig the vote.", ["Quito of planning to rig the vote"], "Lima"),
    # Where the words end.
    (
        "Aides said that most states had agreed, but that few saw any hurry.",
        ["that most states had agreed, but that few saw any hurry"],
        "Aides",
    ),
    (
        "The mayor told us that they could go, but only if they paid.",
        ["that they could go, but only if they paid"],
        "The mayor",
    ),
    (
        "The mayor said there would be no curfew, schools would open and trains would run.",
        ["there would be no curfew, schools would open and trains would run"],
        "The mayor",
    ),
    (
        "Lima urged Quito to pull back, and students pelted its embassy with eggs.",
        ["Quito to pull back"],
        "Lima",
    ),
    ("The mayor said the ban was lifted, but that was untrue.", ["the ban was lifted"], "The mayor"),
    ("Oslo was not to blame, a spokesman said when asked about it.", ["Oslo was not to blame"], "a spokesman"),
    ("Nobody trusted his claim that the vote was fair.", ["that the vote was fair"], "his"),
    ("The pact was described by Beijing as a threat.", ["The pact", "as a threat"], "Beijing"),
    ("It was a move that Ankara called a provocation.", ["a provocation"], "Ankara"),
    ("The convoy, the ministry said in a note, was unarmed.", ["The convoy", "was unarmed"], "the ministry"),
    ("Food aid, the ministers said, would flow on.", ["Food aid", "would flow on"], "the ministers"),
    (
        "Talks had failed, he said, and the ministers would leave.",
        ["Talks had failed", "and the ministers would leave"],
        "he",
    ),
    ("Tehran would respond, warned its foreign minister.", ["Tehran would respond"], "its foreign minister"),
    ("The port was open, a clerk was quoted by the daily as saying.", ["The port was open"], "a clerk"),
    ("The embassy issued a statement saying the visas were void.", ["the visas were void"], "The embassy"),
    ("He dismissed the offer as a trick, saying it was too late.", ["the offer as a trick"], "He"),
    ("The general rejected as baseless the report.", ["as baseless the report"], "The general"),
    ("Lima welcomed the fact that the two envoys had come.", ["the fact that the two envoys had come"], "Lima"),
    ("The minister said that two men had died, but did not say how.", ["that two men had died"], "The minister"),
    ("Lima assailed Rome for arming the rebels.", ["Rome for arming the rebels"], "Lima"),
    ("Lima accused Rome on Monday of arming the rebels.", ["Rome", "of arming the rebels"], "Lima"),
    (
        "Belarus has ordered Norway to shut its mission by May, the Foreign Ministry said.",
        ["Belarus has ordered Norway to shut its mission by May"],
        "the Foreign Ministry",
    ),
    (
        "Ruiz telephoned her Polish colleague and promised to press for a truce, a spokesman said.",
        ["Ruiz telephoned her Polish colleague and promised to press for a truce"],
        "a spokesman",
    ),
    ("The government told its neighbours to keep out.", ["its neighbours to keep out"], "The government"),
    ("The minister sent a letter demanding an apology.", ["an apology"], "The minister"),
    ("Oslo voiced regret at the raid on the port.", ["regret at the raid on the port"], "Oslo"),
    ("Lima welcomed “the visit”.", ["“the visit”"], "Lima"),
    ("Lima ruled out breaking off relations.", ["breaking off relations"], "Lima"),
    ("It was a farce, in the words of one diplomat.", ["It was a farce"], "one diplomat"),
    ("It was, in the words of one diplomat, a farce.", ["It was", "a farce"], "one diplomat"),
    ("In Tehran's view, the accord was worthless.", ["the accord was worthless"], "Tehran's"),
    ("They met, and, according to an aide, made no pledges.", ["made no pledges"], "an aide"),
    ("There were calls from the opposition for an inquiry.", ["an inquiry"], "the opposition"),
    ("The envoy pleaded for more than just words.", ["more than just words"], "The envoy"),
    ("The president let it be known that he would stay.", ["that he would stay"], "The president"),
    ("He called the text a trap: “It is a trick.”", ["the text a trap"], "He"),
    ("The minister, Ali Haidar, to the agency: “It is a victory.”", ["“It is a victory.”"], "The minister, Ali Haidar"),
    ("He demanded that troops land and held the army responsible.", ["that troops land"], "He"),
    ("Oslo took the rare step of saying that it would stay.", ["that it would stay"], "Oslo"),
    ("The vote, said Ms Mogherini, was a sham.", ["The vote", "was a sham"], "Ms Mogherini"),
    ("Cairo pledged to mediate and invited both sides to the table.", ["to mediate"], "Cairo"),
    ("Delhi assured Ms Hasina of India's support.", ["of India's support"], "Delhi"),
    ("The Kremlin, Mr Peskov let on, had been told.", ["The Kremlin", "had been told"], "Mr Peskov"),
    ("By the army's account, the truce was holding.", ["the truce was holding"], "the army's"),
    ("The general branded the raid an act of war.", ["the raid an act of war"], "The general"),
    ("He termed the text null and void.", ["the text null and void"], "He"),
    ("The rebels, he went on, had lost the will to fight.", ["The rebels", "had lost the will to fight"], "he"),
    ("Calling it off, his officials hinted, was wrong.", ["Calling it off", "was wrong"], "his officials"),
    ("He urged calm; talks, his aides said, would go on.", ["talks", "would go on"], "his aides"),
    ("Park said she would stay but left open whether a call was possible.", ["whether a call was possible"], "Park"),
    ("The premier tweeted: The port will stay open.", ["The port will stay open"], "The premier"),
    ("Few trusted Berlin's warning that funds would dry up.", ["that funds would dry up"], "Berlin's"),
    ("He said it was over, and Ana Ruiz announced new talks.", ["it was over"], "He"),
    ("The envoy fears the army will stall and has urged them to act.", ["the army will stall"], "The envoy"),
    ("It was what Caracas called an act of piracy.", ["an act of piracy"], "Caracas"),
    ("Bern said the bloc must wait, while its envoy urged haste.", ["the bloc must wait"], "Bern"),
    ("Bern said the bloc must wait while the ice melts.", ["the bloc must wait while the ice melts"], "Bern"),
    ("Oslo said it sought a way out, two days after talks failed.", ["it sought a way out"], "Oslo"),
    ("Oslo threatened to close the port, only to think again.", ["to close the port"], "Oslo"),
    ("The chief asked Rome to wait, brushing aside his own generals.", ["Rome to wait"], "The chief"),
    ("The camp vowed to close the port as rebels drew near.", ["to close the port"], "The camp"),
    ("Kim told Rome that it was to blame, according to an aide.", ["that it was to blame"], "Kim"),
    ("The envoy, who was in Lima, said that he would go, the agency reported.", ["that he would go"], None),
    (
        "Talks were of no use, he said, because nobody listened.",
        ["Talks were of no use", "because nobody listened"],
        "he",
    ),
    ("“We will help,” he said, while adding that Oslo would pay.", ["“We will help,”"], "he"),
    ("Lima dismissed the offer; there would be no talks, it said.", ["there would be no talks"], "it"),
    ("The envoy warned of steps against the port if talks failed.", ["steps against the port if talks failed"], None),
    (
        "The premier said the same day that Rome had no wish to leave.",
        ["that Rome had no wish to leave"],
        "The premier",
    ),
    ("The premier has threatened in the past to annex the valley.", ["to annex the valley"], "The premier"),
    ("The chief denied having known of the plan.", ["having known of the plan"], "The chief"),
    ("Lima called for all troops to leave and offered to help.", ["all troops to leave"], "Lima"),
    (
        "FRANCE AND BRITAIN: Paris said that it would not join the boycott.",
        ["that it would not join the boycott"],
        "Paris",
    ),
    ("SEOUL (Reuters) - The North fired a missile, the army said.", ["The North fired a missile"], "the army"),
    ("Israel was accused by Syria of a breach of the truce.", ["Israel", "of a breach of the truce"], "Syria"),
    ("The talks have failed, Tass quoted Sergei Lavrov.", ["The talks have failed"], "Sergei Lavrov"),
]
BESIDE = [
    ("The border–so the minister said–must stay open.", ["The border", "must stay open"], "the minister"),
    ("All states are to leave, the bloc's envoy, Ana Ruiz, has announced.", ["All states are to leave"], None),
    (
        "“We were slow,” said Ana Ruiz in Cairo, but the delay, she explained, came from concern.",
        ["the delay", "came from concern"],
        "she",
    ),
    (
        "He criticised the bloc; the farmers are according to him in reality traders.",
        ["the farmers are", "in reality traders"],
        "him",
    ),
    (
        "The envoy spoke of deep concern, and of great regret at the test.",
        ["deep concern, and of great regret at the test"],
        "The envoy",
    ),
]
BRACKETED = [
    ("Some members objected (“We want our dues back,” wrote Rao) to the plan.", ["“We want our dues back,”"], "Rao"),
    ("Peru lowered tariffs (no date was set, officials said) last week.", ["no date was set"], "officials"),
    (
        "The envoy praised the Arms Control Bureau (ACB) for its help.",
        ["the Arms Control Bureau (ACB) for its help"],
        None,
    ),
    ("The minister said the price would rise (by 4 percent).", ["the price would rise (by 4 percent)"], None),
]


@pytest.mark.parametrize(
    ("text", "parts", "who"), DIRECT + MIXED + INDIRECT + BESIDE + BRACKETED, ids=lambda value: str(value)[:50]
)
def test_a_construction_has_its_content_and_source(
    nlp: Language, make_article: MakeArticle, text: str, parts: list[str], who: str | None
) -> None:
    article = make_article(text)
    found = {tuple(content(article, quote)): source(article, quote) for quote in read(nlp, article)}
    assert tuple(parts) in found
    assert who is None or found[tuple(parts)] == who


@pytest.mark.parametrize(
    ("cases", "kind"), [(DIRECT[:6], "direct"), (MIXED, "mixed"), (INDIRECT[:6], "indirect")], ids=["d", "m", "i"]
)
def test_the_marks_decide_the_kind(
    nlp: Language, make_article: MakeArticle, cases: list[tuple[str, list[str], str | None]], kind: str
) -> None:
    for text, parts, _ in cases:
        article = make_article(text)
        kinds = {tuple(content(article, quote)): quote.kind for quote in read(nlp, article)}
        assert kinds[tuple(parts)] == kind, text


@pytest.mark.parametrize(
    "text",
    [
        "He watched “Good Morning America” on Monday.",
        "The so-called “people's council” met on Sunday.",
        "They live in what is known as the “dead zone”.",
        "The ministers met in Geneva on Monday.",
        "A village called Samur was shelled overnight.",
        "The talks continued for two hours.",
        "That said, the road is long.",
        "Asked if he would resign, the minister laughed.",
        "The ministers' plan and the envoys' reply came late.",
        "The aide asked not to be named.",
        "The source requested anonymity.",
        "The ministers discussed the matter.",
        "The claim was denied.",
        "The envoy put out a statement.",
        "The minister, asked whether he would go, declined to be drawn.",
        "They prepared “further measures” should the talks go on.",
        "The striker conceded a penalty.",
        "Rome recalled its ambassador on Monday.",
        "They had tears in their eyes.",
        "The prize was paid in full, in words and in kind.",
        "The convoy, which left on Monday, was unarmed.",
        "These claims were repeated often.",
        "The two men were named in a report by the police.",
        "The crackdown, a bloody one, went on.",
        "A state that intends to leave must give notice.",
        "The raid was condemned by Oslo.",
        "It was announced by the palace.",
        "The men were ordered to leave the port.",
        "The court pronounced him innocent.",
        "Radio Lima told of a ban on imports of timber.",
        "He left the hall, alluding to Cyprus.",
        "The house was “old”, and he was “the heir”.",
    ],
)
def test_scare_quotes_titles_and_names_are_no_quotes(nlp: Language, make_article: MakeArticle, text: str) -> None:
    assert read(nlp, make_article(text)) == ()


def test_a_quotation_over_paragraphs_is_one_quote(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("“We stand together.\n“We are strong.\n“We will win,” the governor said.")
    (quote,) = read(nlp, article)
    assert content(article, quote) == ["“We stand together.", "“We are strong.", "“We will win,”"]


def test_paragraphs_without_a_mark_inside_a_quotation_belong_to_it(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article('"We stand together.\nWe said that we are strong.\nWe will win," the governor said.')
    (quote,) = read(nlp, article)
    assert content(article, quote) == ['"We stand together.', "We said that we are strong.", 'We will win,"']


def test_an_opening_mark_that_nothing_answers_quotes_no_paragraph(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article('"We stand together.\nThe army said the pass was shut.\n"We will win," the governor said.')
    assert [source(article, quote) for quote in read(nlp, article)] == ["The army", "the governor"]


def test_a_paragraph_after_a_colon_belongs_to_the_cue_before(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("The governor continued:\n“We stand together.”")
    (quote,) = read(nlp, article)
    assert (content(article, quote), source(article, quote)) == (["“We stand together.”"], "The governor")


def test_an_unbalanced_mark_does_not_lose_the_line(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("“We will not move, the colonel told reporters.\nThe army said the pass was shut.")
    assert [source(article, quote) for quote in read(nlp, article)] == ["the colonel", "The army"]


def test_an_answer_has_its_own_speaker(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("“Will you resign?” a reporter asked. “No, never,” he said.")
    assert [source(article, quote) for quote in read(nlp, article)] == ["a reporter", "he"]


def test_a_transcript_names_its_speakers_before_a_colon(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("HOLT: Will you go there?\nRUIZ: We will go when the time is right.")
    assert [source(article, quote) for quote in read(nlp, article)] == ["HOLT", "RUIZ"]


@pytest.mark.parametrize("label", ["BRUSSELS", "ASIA", "THE UPSHOT", "CHINA"])
def test_a_heading_in_capitals_is_no_speaker(nlp: Language, make_article: MakeArticle, label: str) -> None:
    article = make_article(f"{label}: The harbour stays open until the ships have left.")
    assert not read(nlp, article)


@pytest.mark.parametrize(
    ("headline", "words", "who"),
    [
        ("Kremlin Denies Signing Agreements With Neighbor", "Signing Agreements With Neighbor", "Kremlin"),
        ("No deal was signed, Moscow claims", "No deal was signed", "Moscow"),
        ("Lavrov: Talks With the West Have Failed", "Talks With the West Have Failed", "Lavrov"),
        ("EU calls for inquiry into port blast", "inquiry into port blast", "EU"),
    ],
)
def test_a_headline_is_read_by_the_order_of_its_words(nlp: Language, headline: str, words: str, who: str) -> None:
    article = Article("h", headline, (Zone("headline", 0, len(headline)),))
    (quote,) = read(nlp, article)
    assert (content(article, quote), source(article, quote)) == ([words], who)


@pytest.mark.parametrize(
    "headline",
    [
        "DAILY BRIEF: Europe Turns the Screw on Minsk",
        "CRISIS IN THE GULF: Tanker seized off Fujairah",
        "Kuwait recalls ambassador from Iran as row deepens",
        "Live: Summit Opens in Geneva Today",
        "Ministers Meet in Geneva",
        "Two Dead in Port Blast",
    ],
)
def test_a_headline_that_attributes_nothing_has_no_quote(nlp: Language, headline: str) -> None:
    article = Article("h", headline, (Zone("headline", 0, len(headline)),))
    assert read(nlp, article) == ()


def test_a_name_is_the_speaker_with_role_and_country(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("South Korean Foreign Minister Park Jin said talks would resume.")
    (quote,) = read(nlp, article)
    assert [(actor.name, actor.country) for actor in quote.speakers] == [("Park Jin", "KR")]


def test_a_pronoun_speaks_for_the_person_named_before(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("French President Emmanuel Macron landed in Rabat. “It is a new start,” he said.")
    (quote,) = read(nlp, article)
    assert [actor.name for actor in quote.speakers] == ["Emmanuel Macron"]


def test_a_statement_is_its_issuers_words(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("The drills are routine, a White House statement said.")
    (quote,) = read(nlp, article)
    assert [(actor.name, actor.country) for actor in quote.speakers] == [("White House", "US")]


def test_a_source_without_a_name_is_kept_in_its_words(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("A grainy recording said the boat had sunk.")
    (quote,) = read(nlp, article)
    assert [(actor.name, actor.kind) for actor in quote.speakers] == [("grainy recording", "unnamed")]


def test_what_an_agency_passes_on_is_the_words_of_who_said_it(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("Yonhap quoted Foreign Minister Park Jin as saying the talks were useful.")
    (quote,) = read(nlp, article)
    assert [actor.name for actor in quote.speakers] == ["Park Jin"]
    assert quote.relayed_by is not None and quote.relayed_by.name == "Yonhap"


def test_a_report_of_a_statement_keeps_the_chain(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("Yonhap reported that South Korean Foreign Minister Park Jin said the talks were useful.")
    (quote,) = read(nlp, article)
    assert content(article, quote) == ["the talks were useful"]
    assert [actor.name for actor in quote.speakers] == ["Park Jin"]
    assert quote.relayed_by is not None and quote.relayed_by.name == "Yonhap"


def test_addressee_and_topic_come_from_the_text(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("President Emmanuel Macron told Chancellor Olaf Scholz that Iran must stop.")
    (quote,) = read(nlp, article)
    assert [actor.name for actor in quote.addressees] == ["Olaf Scholz"]
    assert quote.topics == ("IR",)


def test_the_day_of_the_words_is_the_day_they_name(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("The ministry said on Friday that the bridge was open.", published=dt.date(2019, 5, 4))
    (quote,) = read(nlp, article)
    assert (quote.when.first, quote.when.last) == (dt.date(2019, 5, 3), dt.date(2019, 5, 3))


def test_evidence_runs_from_the_first_word_of_the_claim_to_the_last(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("Rain fell. The envoy said the road was open. He left.")
    (quote,) = read(nlp, article)
    assert quote.evidence.words == "The envoy said the road was open"
    assert article.text[quote.evidence.start : quote.evidence.end] == quote.evidence.words


def test_a_belief_is_told_apart_from_speech(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("Diplomats believe the deal is dead. Diplomats say the deal is dead.")
    assert [quote.manner for quote in read(nlp, article)] == ["thought", "speech"]


def test_reading_twice_gives_the_same_ids(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article("The envoy said the road was open. The mayor denied any delay.")
    one, other = read(nlp, article), read(nlp, article)
    assert [quote.id for quote in one] == [quote.id for quote in other]
    assert len({quote.id for quote in one}) == len(one)


@pytest.mark.parametrize(
    "text",
    [
        "A group called Dawn met in Oslo.",
        "The movement calls itself Dawn.",
        "The jury denied the painter a prize.",
        "The case was referred to the court.",
        "Lima welcomed the visit.",
        "Oslo voiced deep regret.",
        "The rebels agreed to pull back from the hills.",
        "The premier refused to apologise for the raid.",
        "She would not say when she would leave.",
        "Washington called home its envoy.",
        "The ministry called in the envoy for the third time.",
        "Lima lodged a stern protest through its embassy.",
        "Lima lodged a protest over the firing.",
        "Lima protested against the arrest of its consul.",
        "Lima apologised for the leak.",
        "Lima raised the issue of visas.",
        "Lima listed the dates.",
        "The king left no doubt where he stood.",
        "The two states have been blaming each other.",
        "The ministry did not say whether the king had been there.",
        "The spokesman declined to say when he would go.",
        "Inspectors are trying to find out who fired the shell.",
        "The minister must tell the house which states are doing enough.",
        "The wording lets Oslo say that it has won.",
        "A law made it a crime to accuse the army of murder.",
        "The crew was told to turn back.",
        "The court told Chad to pull out its troops.",
        "The generals, who are accused of arming rebels, fled.",
        "Riga called its envoy to Minsk home for consultations.",
        "The party, which wants the king to abdicate, won the vote.",
        "Riyadh turned down an invitation to the talks.",
        "The court recalled some of its staff.",
        "Ships suspected of carrying arms were stopped.",
        "Tokyo announced a ban on imports of timber.",
        "The ministers decided to send a team to the border.",
        "The quarrel threatened to sink the truce.",
        "The spokesman did not accuse Lima of the raid.",
        "Quito congratulated the winner on his victory.",
        "The envoy thanked everyone.",
        "The deal has a flaw: it would cost billions.",
        "Lima welcomed the visit of the two envoys.",
        "Belarus has ordered Norway to shut its mission in Minsk.",
        "Nairobi told the Somali envoy to go home.",
        "Ecuador asked the American ambassador to leave.",
        "Moscow banned the wine, citing health concerns.",
        "About 800 bears, each with a banner that called for freedom, floated down.",
        "The assembly adopted a motion condemning the blockade.",
        "The killings, which Rome has called a genocide, went on.",
        "France, which had hoped to host the talks, was silent.",
        "Egypt, which had pressed for a longer truce, signed.",
        "The EU wants to avoid a second war.",
        "Two officers accused of spying were freed.",
        "Two envoys have been called home.",
        "Kenya called home its ambassador for “urgent consultations.”",
        "The envoys are said to have misgivings about it.",
        "Ruiz stopped just short of calling the raid a crime.",
        "Ruiz refrained from blaming Rome.",
        "The firm raised its offer to 235 dollars.",
        "The embassy confirmed the visit but would not comment on its purpose.",
        "France and Spain have promised planes.",
        "Ruiz lashed out at the move.",
        "Syria declared the Dutch envoy persona non grata.",
        "BRUSSELS: Poland blocked the talks on Thursday.",
        "Nobody has said who fired first.",
        "No state has claimed responsibility for the raid.",
        "Neither side has reported any losses.",
        "Few believe the truce can last.",
        "In March the palace laid out a legal framework for the sale.",
        "The rebels offered their first rough proposal for a truce.",
        "The bloc invited the two states to join in May.",
        "The two states were invited to join the bloc.",
        "The drill was held in a strait Ankara considers its own water.",
        "The two neighbours see themselves as partners.",
        "The daily did not mention Ruiz by name.",
        "Ruiz planned to visit the gas field on Monday.",
        "Ruiz brushed aside the complaints of the opposition.",
    ],
)
def test_a_name_an_act_or_a_bare_attitude_attributes_nothing(
    nlp: Language, make_article: MakeArticle, text: str
) -> None:
    assert not read(nlp, make_article(text))


GOES_ON = [
    (
        "There was no famine in the valley, the envoy insisted, and therefore no need for a convoy.",
        ["There was no famine in the valley", "and therefore no need for a convoy"],
    ),
    (
        "If talks failed, the general had said in May, the army would march.",
        ["If talks failed", "the army would march"],
    ),
    (
        "The minister was blunter: unless a date was set, he said, his country would leave.",
        ["unless a date was set", "his country would leave"],
    ),
    (
        "The envoy said the ban would be reviewed, and could be lifted.",
        ["the ban would be reviewed, and could be lifted"],
    ),
    (
        "It would be a mistake, she told deputies, to believe that the ban had failed.",
        ["It would be a mistake", "to believe that the ban had failed"],
    ),
    ("The road is shut, he said, without giving details.", ["The road is shut"]),
    ("The premier said that he would accept, abandoning weeks of refusal.", ["that he would accept"]),
    (
        "The premier said that rebels had stormed the post, killing ten.",
        ["that rebels had stormed the post, killing ten"],
    ),
]


@pytest.mark.parametrize(("text", "words"), GOES_ON)
def test_words_go_on_behind_an_aside_where_they_are_the_speakers(
    nlp: Language, make_article: MakeArticle, text: str, words: list[str]
) -> None:
    article = make_article(text)
    assert words in [content(article, quote) for quote in read(nlp, article)]


TWO_VOICES = [
    (
        "The premier said that talks were off until the raids stopped, and a spokesman dismissed the offer as a trick.",
        [("The premier", "that talks were off until the raids stopped"), ("a spokesman", "the offer as a trick")],
    ),
    (
        "The president said the base would be a trap, and the envoy was told by his host that the bridge would shut.",
        [("The president", "the base would be a trap"), ("his host", "that the bridge would shut")],
    ),
    (
        "According to the ministry, 12 soldiers died; the rebels put the number at 40.",
        [("the ministry", "12 soldiers died"), ("the rebels", "the number at 40")],
    ),
    ("The premier was unmoved: his government would not yield.", [("The premier", "his government would not yield")]),
    ("As the prime minister put it, the deal was dead.", [("the prime minister", "the deal was dead")]),
    (
        'It was justified, in the words of the minister, by "the gravity" of the breach.',
        [("the minister", '"the gravity"')],
    ),
    (
        "Aid was sent by Ana Ruiz, according to whom the port had been shut.",
        [("Ana Ruiz", "the port had been shut")],
    ),
    ('The ambassador "totally rejected" the text.', [("The ambassador", '"totally rejected"')]),
    ('"No more delays" was the message from Brussels.', [("Brussels", '"No more delays"')]),
    (
        "The minister was reported to have told his colleagues that the plan was dead.",
        [("The minister", "that the plan was dead")],
    ),
    ("Bonn has been at pains to play down the row over fish and grain.", [("Bonn", "the row over fish and grain")]),
    (
        "The envoy told Chad that talks were off and urged it to wait, according to an aide.",
        [("The envoy", "that talks were off"), ("The envoy", "it to wait")],
    ),
    (
        "She made clear that it was not too late, and called for a truce.",
        [("She", "that it was not too late"), ("She", "a truce")],
    ),
    ("Ms Ortiz was quick to point out that no treaty forbids it.", [("Ms Ortiz", "that no treaty forbids it")]),
]


@pytest.mark.parametrize(("text", "voices"), TWO_VOICES)
def test_each_voice_of_a_sentence_has_its_own_words(
    nlp: Language, make_article: MakeArticle, text: str, voices: list[tuple[str, str]]
) -> None:
    article = make_article(text)
    found = {(source(article, quote), content(article, quote)[0]) for quote in read(nlp, article)}
    assert set(voices) <= found


def test_a_question_to_a_source_is_not_what_it_says(nlp: Language, make_article: MakeArticle) -> None:
    article = make_article('Asked what he would do next, the envoy replied: "Wait and see."')
    assert [content(article, quote) for quote in read(nlp, article)] == [['"Wait and see."']]


BOUNDS = [
    # A subject that the parser hangs on the cue.
    (
        "The minister argued the refusal of the bloc to pay its share is a betrayal of the treaty.",
        ["the refusal of the bloc to pay its share is a betrayal of the treaty"],
    ),
    (
        "The bank said about half of the rise in spending reflected the cost of the war.",
        ["about half of the rise in spending reflected the cost of the war"],
    ),
    # Both halves around a cue with a colon, unless the first only says when.
    (
        'Fishermen need the strait as much as navies do, she said: "It is their field."',
        ["Fishermen need the strait as much as navies do", '"It is their field."'],
    ),
    ('When the talks broke down, he said: "We have failed."', ['"We have failed."']),
    # What the reporter puts before direct speech.
    ('Asked why the talks had failed, the envoy said, "Nobody came."', ['"Nobody came."']),
    ('If talks fail, she said, "We will close the port."', ["If talks fail", '"We will close the port."']),
    # What stands behind direct speech.
    ('"We lost our boats," said Ana Ruiz, 44, of Lima.', ['"We lost our boats,"']),
    ('"Follow me," the colonel said, and the men, tired, trailed behind.', ['"Follow me,"']),
    (
        '"We are worried," the envoy said, but his country "will not stay silent".',
        ['"We are worried,"', 'but his country "will not stay silent"'],
    ),
    # Quotations that go on with the one before.
    ('The crowd chanted, "No bases," and "Go home."', ['"No bases," and "Go home."']),
    (
        '"The islanders wanted a date," Ruiz said. Instead, "they got a speech that nobody will remember."',
        ['"The islanders wanted a date,"', 'Instead, "they got a speech that nobody will remember."'],
    ),
    # The phrase around words in marks.
    ('The general was asked about the "not yet ready" remark.', ['the "not yet ready" remark']),
    (
        'The envoy spoke to the "anger, the fear and the shame" over a war in which nobody won.',
        ['the "anger, the fear and the shame" over a war in which nobody won'],
    ),
    # Who or what is called so.
    ('The pact, which Ankara called a "disaster", was signed.', ["which", 'a "disaster"']),
    # The tense of the reporter's own clauses is the past.
    ("The envoy said the plan was dead, but hope remains.", ["the plan was dead, but hope remains"]),
    ("The envoy said the plan was dead, but the crowd cheered.", ["the plan was dead"]),
    # What was not told.
    ("The aide said all guards had left, though she did not discuss their number.", ["all guards had left"]),
    (
        'The envoy blamed the raid on "outsiders," not on Rome, and said it was hard to see why they came.',
        ["it was hard to see why they came"],
    ),
    ("The minister never mentioned Ankara by name.", ["Ankara by name"]),
]


@pytest.mark.parametrize(("text", "words"), BOUNDS)
def test_a_content_ends_where_its_speaker_does(
    nlp: Language, make_article: MakeArticle, text: str, words: list[str]
) -> None:
    article = make_article(text)
    assert words in [content(article, quote) for quote in read(nlp, article)]
