"""What reactions are found: modality, negation, conditions, whose words, at whom; and floors on the labelled text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from benchmarks.reactions import DOCS, GOLD, MEASURED, measure, to_docs
from benchmarks.rows import load_rows
from dashboard.language.reader import read
from dashboard.language.sentences import find_passages
from dashboard.records import Article, Reaction
from dashboard.vocabulary.reactions import load_reactions

Find = Callable[[str], Sequence[Reaction]]

#: Floors of today; they only rise.
FLOORS = {"sentence": (0.90, 0.85), "article": (0.87, 0.70)}
FALSE_SHARE = 0.05


@pytest.fixture
def find(nlp: Language, make_article: Callable[..., Article]) -> Find:
    def found(text: str) -> Sequence[Reaction]:
        ((article, passages),) = find_passages(nlp, [make_article(text)])
        return read(article, passages).reactions

    return found


def told(reactions: Sequence[Reaction]) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(each.actor.country, each.reaction, each.targets) for each in reactions}


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("Britain imposed sanctions on Uganda.", "imposes_sanctions"),
        ("Britain threatened to impose sanctions on Uganda.", "threatens_sanctions"),
        ("Britain said it would impose sanctions on Uganda.", "threatens_sanctions"),
        ("Britain is considering sanctions against Uganda.", "considers_sanctions"),
        ("Britain did not rule out sanctions against Uganda.", "considers_sanctions"),
        ("Britain ruled out sanctions against Uganda.", "opposes_sanctions"),
        ("Britain opposed sanctions against Uganda.", "opposes_sanctions"),
        ("Britain lifted sanctions against Uganda.", "eases"),
    ],
)
def test_considering_threatening_and_imposing_are_three_things(find: Find, text: str, reaction: str) -> None:
    assert told(find(text)) == {("GB", reaction, ("UG",))}


def test_an_if_clause_is_kept_as_the_condition(find: Find) -> None:
    text = "France threatened Mali with sanctions if the soldiers stay in power."
    (reaction,) = find(text)
    assert reaction.condition is not None
    assert reaction.condition.of(text) == "if the soldiers stay in power"


def test_what_depends_on_nothing_has_no_condition(find: Find) -> None:
    found = find("France threatened Mali with sanctions.")
    assert [each.condition for each in found] == [None]


def test_saying_that_nothing_was_signed_denies(find: Find) -> None:
    found = find("Egypt said no agreement was signed with Israel during the visit.")
    assert ("EG", "denies", ("IL",)) in told(found)


def test_two_countries_that_react_together_are_two_reactions(find: Find) -> None:
    found = find("Norway and Canada condemned the coup in Guinea.")
    assert {(each.actor.country, each.reaction) for each in found} == {("NO", "condemns"), ("CA", "condemns")}


def test_each_other_aims_at_the_other_side(find: Find) -> None:
    found = find("Chad and Sudan accused each other of arming rebels.")
    assert told(found) == {("TD", "accuses", ("SD",)), ("SD", "accuses", ("TD",))}


def test_the_passive_names_the_doer_after_by(find: Find) -> None:
    assert ("TR", "condemns", ("SY",)) in told(find("Syria's raid was condemned by Turkey."))


def test_a_statement_without_a_named_target_keeps_that_of_the_one_before(find: Find) -> None:
    found = find('Ghana urged Togo to open the border. "We demand an answer," the Ghanaian foreign minister said.')
    assert [each.targets for each in found] == [("TG",), ("TG",)]


def test_who_judges_a_decision_aims_at_who_took_it(find: Find) -> None:
    found = find("Kenya expelled the Sudanese ambassador. Uganda welcomed the decision.")
    assert ("UG", "praises", ("KE",)) in told(found)


def test_both_sides_are_the_two_states_that_the_article_names_most(find: Find) -> None:
    found = find("Armenia shelled Azerbaijan. Azerbaijan shelled Armenia. The United Nations urged both sides to stop.")
    assert [set(each.targets) for each in found if each.actor.country == "UN"] == [{"AM", "AZ"}]


def test_both_sides_act_under_their_names(find: Find) -> None:
    found = find("Peru rejected Chile's plan. The raid on Monday killed ten. Both sides later condemned Mali.")
    assert [each.actor.name for each in found if each.reaction == "condemns"] == ["Peru", "Chile"]


def test_all_sides_are_nobody_more_than_another(find: Find) -> None:
    assert ("SG", "demands", ()) in told(
        find("Chile accused Peru of spying. Singapore urged all sides to show restraint.")
    )


def test_the_body_that_listens_is_not_the_target(find: Find) -> None:
    found = find(
        "Georgia accused Russia of an attack. Georgia's envoy told the Security Council that the raid was illegal."
    )
    assert ("GE", "condemns", ("RU",)) in told(found)


def test_a_treaty_called_after_a_town_is_not_the_deed_of_its_country(find: Find) -> None:
    found = find("Ecuador raided the embassy. Brazil called the raid a breach of the Vienna convention.")
    assert not [each for each in found if "AT" in each.targets]


def test_should_that_opens_a_condition_asks_for_nothing(find: Find) -> None:
    text = "Britain would think about sanctions on Georgia should more protesters be beaten, a British minister said."
    assert "demands" not in {each.reaction for each in find(text)}


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ('"Step back from the brink," Norwegian Foreign Minister Espen Barth Eide told Serbia.', ("NO", "demands")),
        ('"Let us stop this quarrel with Chad," Sudanese President Omar al-Bashir said.', ("SD", "demands")),
        ('"Take Iraq, for example," Danish Prime Minister Anders Fogh Rasmussen said.', None),
        ('"Thank Oman for the talks," Danish Prime Minister Anders Fogh Rasmussen said.', None),
    ],
)
def test_an_imperative_in_a_quotation_asks(find: Find, text: str, reaction: tuple[str, str] | None) -> None:
    demands = {(each.actor.country, each.reaction) for each in find(text) if each.reaction == "demands"}
    assert demands == ({reaction} if reaction else set())


@pytest.mark.parametrize(
    "text",
    [
        "Kuwait called for all Yemeni soldiers to leave.",
        "Kuwait called on Tuesday for Yemeni soldiers to leave.",
        "Kuwait expects the Yemeni government to leave the island.",
        "Kuwait insists that Yemen's ships be searched.",
        "Yemen was asked by Kuwait to leave the island.",
        "At the insistence of Kuwait the clause on Yemen was dropped.",
    ],
)
def test_what_others_are_to_do_is_demanded_in_many_forms(find: Find, text: str) -> None:
    assert ("KW", "demands") in {(each.actor.country, each.reaction) for each in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru brushed the Chilean offer aside.",
        "For Chile the Peruvian plan was fine; for Peru the Chilean plan was out of the question, its president said.",
        "The summit ended badly when Peru balked at the Chilean demand.",
        "Peru stuck to its refusal of the Chilean plan.",
        "The deadline slipped because of resistance from Peru.",
    ],
)
def test_a_particle_or_preposition_away_from_its_verb_still_rejects(find: Find, text: str) -> None:
    assert ("PE", "rejects") in {(each.actor.country, each.reaction) for each in find(text)}


def test_support_may_come_from_its_maker(find: Find) -> None:
    assert ("JO", "supports", ("LB",)) in told(find("Support for Lebanon came from Jordan."))


def test_a_called_day_is_no_demand(find: Find) -> None:
    assert not find("The Kuwaiti envoy called on Monday.")


def test_what_experts_foresee_is_nobodys_reaction(find: Find) -> None:
    assert not find("Analysts say China will impose sanctions on Lithuania.")


def test_what_is_asked_or_feared_is_no_fact(find: Find) -> None:
    assert not find("It is unclear whether Peru will expel the Mexican ambassador.")


def test_evidence_and_cue_point_into_the_text(find: Find) -> None:
    text = "On Monday Chile protested. Peru condemned Chile's move."
    for each in find(text):
        assert text[each.evidence.start : each.evidence.end] == each.evidence.words
        assert each.evidence.start <= each.cue.start < each.cue.end <= each.evidence.end


def test_the_same_text_gives_the_same_ids(find: Find) -> None:
    text = "India summoned Pakistan's envoy and demanded an apology."
    assert [each.id for each in find(text)] == [each.id for each in find(text)]
    assert len({each.id for each in find(text)}) == len(find(text))


def test_of_two_phrases_that_say_the_same_the_same_one_is_named_in_every_run(find: Find) -> None:
    (reaction,) = find("Norway voted for the Chilean proposal.")
    assert reaction.found_by == "supports: SUPPORT PROPOSAL|RESOLUTION|POSITION"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(['"', "Iran", "if", "said", "not", ",", "condemned", "by", "which", "."]), max_size=20))
def test_any_row_of_words_is_read_without_failing(find: Find, words: list[str]) -> None:
    for each in find(" ".join(words) or "."):
        assert each.reaction in load_reactions()


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_the_labelled_text_is_read_at_least_this_well(kind: str) -> None:
    score = measure([row for row in load_rows(GOLD) if row["kind"] == kind])
    typed, aimed = FLOORS[kind]
    assert score.f1(score.typed) >= typed
    assert score.f1(score.aimed) >= aimed
    assert score.false_share < FALSE_SHARE


def test_the_page_of_reactions_is_current() -> None:
    assert DOCS.read_text(encoding="utf-8") == to_docs(), "run: python -m benchmarks.reactions --write"


def test_the_measured_figures_speak_of_known_reactions() -> None:
    rows = tomllib.loads(MEASURED.read_text(encoding="utf-8"))["reactions"]
    assert set(rows) <= set(load_reactions())
    assert all(0 <= row["precision"] <= 1 and row["n"] > 0 for row in rows.values())


def test_several_who_act_together_are_not_each_others_targets(find: Find) -> None:
    found = find("Iran jailed a writer. France and Germany recalled their ambassadors.")
    assert all("DE" not in each.targets for each in found if each.actor.country == "FR")


def test_a_town_where_somebody_speaks_is_not_the_target(find: Find) -> None:
    found = find("Norway seized a Polish trawler. On a visit to Ottawa, Poland's premier said the seizure was illegal.")
    assert told(found) == {("PL", "condemns", ("NO",))}


def test_a_town_that_is_struck_is_the_target(find: Find) -> None:
    assert ("IL", "attacks", ("SY",)) in told(find("Israel bombed targets in Damascus."))


def test_both_who_meet_or_agree_do_so(find: Find) -> None:
    assert told(find("Brazil and Peru hammered out an accord on the river.")) == {
        ("BR", "agrees", ("PE",)),
        ("PE", "agrees", ("BR",)),
    }
    assert told(find("Ghana's president met his Togolese counterpart in Accra.")) == {
        ("GH", "meets", ("TG",)),
        ("TG", "meets", ("GH",)),
    }
    assert told(find("Ghana's president telephoned his Togolese counterpart.")) == {("GH", "consults", ("TG",))}


def test_every_country_of_an_office_held_in_several_acts(find: Find) -> None:
    found = told(find("The foreign ministers of Chile, Peru and Bolivia condemned the coup in Honduras."))
    assert found == {(code, "condemns", ("HN",)) for code in ("CL", "PE", "BO")}


def test_a_gerund_after_by_tells_what_was_done(find: Find) -> None:
    text = "Serbia responded by recalling its ambassador from Zagreb."
    assert told(find(text)) == {("RS", "protests", ("HR",))}
    assert not told(find("Serbia would gain nothing by recalling its ambassador from Zagreb."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Peru and Chile ended without a result.", {("PE", "consults"), ("CL", "consults")}),
        ("A truce between Chad and Sudan took hold on Monday.", {("TD", "agrees"), ("SD", "agrees")}),
        ("Peru called for talks between Chile and Bolivia.", {("PE", "calls_for_talks")}),
        ("Talks between Peru and Chile were called off.", set()),
        ("Relations between Peru and Chile are poor.", set()),
    ],
)
def test_a_noun_tells_who_met_or_agreed(find: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(actor, reaction) for actor, reaction, _ in told(find(text))} == expected


def test_a_meeting_beside_another_verb_is_told_of_its_subject(find: Find) -> None:
    text = "The Danish foreign minister, in Oslo for talks with the Norwegian government, criticised Belarus."
    assert ("DK", "consults", ("NO",)) in told(find(text))
    text = "The Danish foreign minister pressed for talks with the Norwegian government."
    assert all(reaction != "consults" for _, reaction, _ in told(find(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Canada imposed sanctions on Iran. Australia followed suit.",
        "Canada imposed sanctions on Iran, as did Australia.",
        "Canada imposed sanctions on Iran. Australia did the same a day later.",
        "Canada imposed sanctions on Iran. Australia took the same step.",
    ],
)
def test_who_does_the_same_does_what_was_told_last(find: Find, text: str) -> None:
    assert ("AU", "imposes_sanctions", ("IR",)) in told(find(text))


def test_who_may_do_the_same_has_not_done_it(find: Find) -> None:
    text = "Canada imposed sanctions on Iran. Australia did not follow suit. Mali may follow suit."
    assert {actor for actor, reaction, _ in told(find(text)) if reaction == "imposes_sanctions"} == {"CA"}


def test_a_passive_without_a_doer_is_told_of_who_acted_against_the_same(find: Find) -> None:
    text = "Kenya and Uganda cut ties with Sudan on Monday. Sudanese diplomats were given 48 hours to go home."
    expelled = {(actor, targets) for actor, reaction, targets in told(find(text)) if reaction == "expels_diplomats"}
    assert expelled == {("KE", ("SD",)), ("UG", ("SD",))}
    assert not told(find("Sudanese diplomats were given 48 hours to go home."))


def test_in_an_article_about_something_else_a_meeting_is_about_its_matter(find: Find) -> None:
    opening = "Turkey shut its border with Armenia. The army fired on trucks. Farmers complained of losses. "
    meeting = "On Friday the Turkish president met his Georgian counterpart."
    assert ("TR", "consults", ("GE",)) in told(find(opening + meeting))
    assert ("TR", "meets", ("GE",)) in told(find(meeting))


def test_what_a_phrase_tells_is_not_told_again_by_likelihood(find: Find) -> None:
    text = "The White House said Ana Gil had spoken with her Chilean and Peruvian counterparts to discuss the floods."
    found = [(actor, reaction) for actor, reaction, _ in told(find(text))]
    assert ("CL", "consults") in found
    assert len(found) == len(set(found))


def test_an_article_that_tells_of_many_meetings_of_two_is_about_them(find: Find) -> None:
    opening = "Turkey shut its border with Armenia. The army fired on trucks. Farmers complained of losses. "
    days = ("On Monday", "On Thursday", "On Friday")
    meetings = " ".join(f"{day} the Turkish president met his Georgian counterpart." for day in days)
    assert {reaction for actor, reaction, _ in told(find(opening + meetings)) if actor == "GE"} == {"meets"}


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("France made no secret of its anger at Syria.", "condemns"),
        ("France said Syria's decision was a step in the wrong direction.", "condemns"),
        ("France compared the Syrian raid to the crimes of the Nazis.", "condemns"),
        ("Syria has behaved disgracefully, the French foreign minister said.", "condemns"),
        ("France was outraged by the Syrian raid.", "condemns"),
        ("The Syrian raid angered France.", "condemns"),
        ("France laid responsibility for the raid on Syria.", "accuses"),
        ("France said Syria had done nothing of the kind and was playing for time.", "accuses"),
        ("France said Syria was bent on war.", "accuses"),
        ("France said it would consider its ties with Syria unless the prisoners were freed.", "warns"),
        ("France raised the spectre of war with Syria.", "warns"),
        ("France said Syria was heading for disaster.", "warns"),
        ("France said it would not hesitate to respond to Syria.", "warns"),
        ("The Syrian vote disappointed France.", "expresses_concern"),
        ("France cast doubt on the Syrian plan.", "expresses_concern"),
        ("France reacted with dismay to the Syrian decision.", "expresses_concern"),
        ("France took note of the Syrian decision with satisfaction.", "praises"),
        ("France said Syria was on the right track.", "praises"),
        ("France promised to respect the terms of its treaty with Syria.", "signals_cooperation"),
        ("France said it would do its part for the UN mission.", "signals_cooperation"),
        ("France offered itself as a mediator between Syria and Lebanon.", "offers_talks"),
        ("France said it could host talks between Syria and Lebanon.", "offers_talks"),
    ],
)
def test_judgement_blame_warning_worry_praise_and_help_have_many_wordings(find: Find, text: str, reaction: str) -> None:
    assert ("FR", reaction) in {(each.actor.country, each.reaction) for each in find(text)}


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("France was opposed by Syria.", "condemns"),
        ("France took note of the Syrian decision.", "protests"),
        ("France did not condemn the Syrian raid.", "condemns"),
        ("France said it would never again take part in the Syrian talks.", "signals_cooperation"),
        ("France said that the Syrian decision was not a mistake.", "condemns"),
    ],
)
def test_wordings_that_only_look_like_a_judgement(find: Find, text: str, reaction: str) -> None:
    assert ("FR", reaction) not in {(each.actor.country, each.reaction) for each in find(text)}


def test_who_feels_is_who_a_deed_stirs_and_not_its_doer(find: Find) -> None:
    assert told(find("The Danish decision angered Pakistan.")) == {("PK", "condemns", ("DK",))}
    assert told(find("Pakistan was angered by the Danish decision.")) == {("PK", "condemns", ("DK",))}


def test_any_country_and_you_are_not_the_one_who_speaks(find: Find) -> None:
    found = find('"Any country that attacks us will regret it," Iranian President Hassan Rouhani told Israel.')
    assert ("IR", "warns") in {(each.actor.country, each.reaction) for each in found}


def test_a_body_that_meets_alone_does_so_about_those_of_whom_the_article_tells(find: Find) -> None:
    text = "Soldiers seized power in Gambia. Ghana condemned the coup in Gambia. ECOWAS held an emergency session."
    met = {(actor, targets) for actor, kind, targets in told(find(text)) if kind in ("meets", "consults")}
    assert met == {("ECOWAS", ("GM",))}


@pytest.mark.parametrize(
    "text",
    [
        "ECOWAS ministers, meeting in Abuja, condemned the coup in Gambia.",
        "Kenya met on Monday to weigh its answer to Gambia.",
    ],
)
def test_a_circumstance_and_a_state_by_itself_are_no_meeting(find: Find, text: str) -> None:
    assert not any(kind in ("meets", "consults") for _, kind, _ in told(find(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact came out of hours of conversation between Peru's president and his Cuban counterpart.", True),
        ("In a telephone call to the Cuban president, Peru's president urged patience.", True),
        ("Chile warned of talks between Peru and Cuba.", False),
        ("Peru repeated its call to Cuba to free the crew.", False),
    ],
)
def test_talks_out_of_which_something_comes_have_taken_place(find: Find, text: str, expected: bool) -> None:
    assert any(actor == "PE" and kind in ("meets", "consults") for actor, kind, _ in told(find(text))) is expected


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("Nigeria pledged to send 600 soldiers to Mali to monitor the ceasefire.", "signals_cooperation"),
        ("Nigeria pledged to send 600 soldiers to attack Mali.", "threatens_force"),
        ("Nigeria is ready to take more steps toward the return of refugees to Mali.", "signals_cooperation"),
        ("Nigeria will have no choice but to impose sanctions on Mali.", "threatens_sanctions"),
        ("Nigeria will have no choice but to answer Mali.", "warns"),
        ("Nigeria froze its aid to Mali.", "suspends_ties"),
        ("Nigeria froze the assets of Mali.", "imposes_sanctions"),
        ("Nigeria gave Mali tents.", "aids"),
        ("Nigeria will give Mali tents.", "signals_cooperation"),
    ],
)
def test_what_is_promised_stopped_or_threatened_is_told_apart(find: Find, text: str, reaction: str) -> None:
    assert {(kind, actor) for actor, kind, _ in told(find(text))} == {(reaction, "NG")}


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        # what is said against somebody, and what was done to the speaker
        ("Britain condemned Uganda.", {("GB", "condemns", ("UG",))}),
        ('"We were criticised for taking long," the British prime minister said of Uganda.', set()),
        # an envoy, not a charge
        ("The note was shown to Uganda's charge d'affaires by a British official.", set()),
        # promises and the dead are honoured
        ("Britain honoured its commitment to Uganda.", set()),
        # a deadline for envoys sends them away
        (
            "Britain set a deadline of 48 hours for the ambassador of Uganda to leave the country.",
            {("GB", "expels_diplomats", ("UG",))},
        ),
        ("Britain set a deadline for Uganda.", {("GB", "demands", ("UG",))}),
        # whose status
        ("Independence for Kosovo is opposed by Russia, which sent its envoy to New York.",
         {("RU", "rejects", ("XK",))}),
        # whose text
        ("Britain tabled a draft on Uganda at the council. France supports the text.", {("FR", "supports", ("GB",))}),
    ],
)  # fmt: skip
def test_words_that_look_alike(find: Find, text: str, reaction: set[tuple[str, str, tuple[str, ...]]]) -> None:
    assert told(find(text)) == reaction


def doers(reactions: Sequence[Reaction], name: str) -> set[str]:
    return {each.actor.country for each in reactions if each.reaction == name}


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("Four Arab countries, Egypt, Bahrain, Oman and Jordan, cut ties with Qatar.", "suspends_ties", "EG BH OM JO"),
        ("The plan of Chad was rejected by three neighbours, Niger, Sudan and Libya.", "rejects", "NE SD LY"),
        ("Chad, Mali and Niger met on Monday.\nThe three condemned Togo.", "condemns", "TD ML NE"),
        ("Chad, Mali and Niger met on Monday.\nAll three states condemned Togo.", "condemns", "TD ML NE"),
        (
            "Peru and Chile tabled a plan.\nBolivia rejected the plan.\nThe two allies condemned Bolivia.",
            "condemns",
            "PE CL",
        ),
        ("Chad, Mali and Niger left.\nThe countries condemned Togo.", "condemns", "TD ML NE"),
        ("The E3 accused Iran of lying.", "accuses", "GB FR DE"),
        ("The Baltic states condemned Russia.", "condemns", "EE LV LT"),
        # "The three" are no list of four; a list of one kind does not answer for another's ministers.
        ("Chad, Mali, Niger and Benin met on Monday.\nThe three condemned Togo.", "condemns", ""),
        ("Chad, Mali and Niger met on Monday.\nThe three that voted no condemned Togo.", "condemns", ""),
    ],
)
def test_lists_of_states_act_and_are_pointed_back_at(find: Find, text: str, name: str, countries: str) -> None:
    assert doers(find(text), name) == set(countries.split())


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("A joint statement of Egypt and Sudan condemned Ethiopia.", "condemns", "EG SD"),
        ("In a joint statement of Egypt and Sudan, Ethiopia was condemned.", "condemns", "EG SD"),
        (
            "Egypt and Sudan said in a joint statement that they were ready.\nThe statement condemned Ethiopia.",
            "condemns",
            "EG SD",
        ),
        (
            "The African Union adopted a resolution of Chad on Sudan.\nThe resolution condemned Sudan.",
            "condemns",
            "AFU",
        ),
        # The words of a document that nobody is said to have made.
        ("A statement condemned Ethiopia.", "condemns", ""),
    ],
)
def test_documents_speak_for_those_who_made_them(find: Find, text: str, name: str, countries: str) -> None:
    assert doers(find(text), name) == set(countries.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Syrian ambassador was summoned in Ankara on Monday.", ("TR", "protests", ("SY",))),
        ("The Russian remarks were condemned in Warsaw.", ("PL", "condemns", ("RU",))),
        ("Canada's ambassador has been recalled from India.", ("CA", "protests", ("IN",))),
        ("There was haggling over Iraq, with Moscow demanding that Britain yield.", ("RU", "demands", ("GB",))),
        ("The decision of Kenya to expel the Somali envoy came on Monday.", ("KE", "expels_diplomats", ("SO",))),
    ],
)
def test_who_acts_where_no_subject_says_it(find: Find, text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert expected in told(find(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad put off a decision to expel the Malian envoy.",
        "Chad has made no decision to expel the Malian envoy.",
        "The Malian envoy was killed in Ankara.",
    ],
)
def test_who_does_not_act(find: Find, text: str) -> None:
    assert not doers(find(text), "expels_diplomats") | doers(find(text), "protests")


@pytest.mark.parametrize(
    ("then", "countries"),
    [
        ("So did Uganda and Chad.", "KE UG TD"),
        ("Similar steps had been taken by Mali.", "KE ML"),
        ("Uganda took the same step on Friday.", "KE UG"),
        ("Uganda took steps to calm the row.", "KE"),
        ("Talks with Uganda followed.", "KE"),
        ("Uganda followed the talks.", "KE"),
    ],
)
def test_others_do_alike(find: Find, then: str, countries: str) -> None:
    text = f"Kenya expelled the Somali ambassador on Monday.\n{then}"
    assert doers(find(text), "expels_diplomats") == set(countries.split())


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        # a noun of doing with its owner, and a participle behind what was done
        ("Belarus's severing of ties with Poland surprised its neighbours.", ("BY", "suspends_ties", ("PL",))),
        ("The recall by Belarus of its envoy to Poland made headlines.", ("BY", "protests", ("PL",))),
        ("The sanctions imposed by Belarus on Poland hurt trade.", ("BY", "imposes_sanctions", ("PL",))),
        # what was decided
        ("The decision by Belarus to break with Poland was read out.", ("BY", "suspends_ties", ("PL",))),
        ("Peru's decision is to end the accord with Chile.", ("PE", "suspends_ties", ("CL",))),
        # envoys called home by a state that is not named as the doer
        ("Peru's ambassador to Chile was withdrawn on Monday.", ("PE", "protests", ("CL",))),
        ("Peru's ambassadors to Chile and Brazil have been told to come home.", ("PE", "protests", ("CL", "BR"))),
        ("Peru's opposition to Chile's plan is well known.", ("PE", "rejects", ("CL",))),
        ("Chile's bid has the full support of Peru.", ("PE", "supports", ("CL",))),
    ],
)
def test_nouns_and_decisions_tell_what_verbs_tell(
    find: Find, text: str, reaction: tuple[str, str, tuple[str, ...]]
) -> None:
    assert reaction in told(find(text))


@pytest.mark.parametrize(
    "text",
    [
        "Brazil called for Peru's expulsion of the Chilean envoys.",
        "Peru's suspension from the bloc was discussed in Chile.",
        "Brazil would welcome a decision to break with Chile.",
        "Men trained by Peru were seen in Chile.",
        "Peru would not say whether the contract with Chile would be scrapped.",
    ],
)
def test_what_is_only_wished_for_or_open_is_no_deed(find: Find, text: str) -> None:
    deeds = {"suspends_ties", "expels_diplomats", "imposes_sanctions", "protests"}
    assert not [each for each in find(text) if each.reaction in deeds and each.actor.country == "PE"]


def test_what_goes_on_at_the_same_time_names_no_target(find: Find) -> None:
    text = "A freeze of Turkey's accession talks was agreed by the EU, with Ankara refusing to trade with Cyprus."
    assert ("EU", "suspends_ties", ("TR",)) in told(find(text))


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("Peru told its ambassador in Santiago to come home for consultations.", ("PE", "protests", ("CL",))),
        ("Peru ordered the recall of its ambassador to Chile.", ("PE", "protests", ("CL",))),
        ("Peru ordered the departure of two Chilean diplomats.", ("PE", "expels_diplomats", ("CL",))),
        ("Peru gave Chile two weeks to hand over the suspects.", ("PE", "demands", ("CL",))),
        ("The Security Council condemned the raid at Chad's request.", ("TD", "demands", ("UN",))),
        ("Peru warned Chile that it would be hit by targeted sanctions.", ("PE", "threatens_sanctions", ("CL",))),
        ("The United States threw Kosovo out of a military exercise.", ("US", "suspends_ties", ("XK",))),
        ("The European Commission said Ukraine's commitments had to be honoured.", ("EU", "demands", ("UA",))),
        ("In Washington, the White House said it was concerned at Chad's raid.", ("US", "expresses_concern", ("TD",))),
    ],
)
def test_whose_envoy_whose_time_and_at_whose_request(
    find: Find, text: str, reaction: tuple[str, str, tuple[str, ...]]
) -> None:
    assert reaction in told(find(text))


@pytest.mark.parametrize(
    ("text", "country", "reaction"),
    [
        ("Peruvian lumber companies called off meetings with Chilean officials.", "PE", "suspends_ties"),
        ("Peruvian farmers blocked the border with Chile.", "PE", "imposes_sanctions"),
        ("Peruvian police seized two Chilean officers.", "PE", "imposes_sanctions"),
        ("Peru banned Chilean wine, citing health concerns.", "PE", "expresses_concern"),
        ("Peru said it had not heard of any new Chilean proposal.", "PE", "rejects"),
        ("Chile said that Peru had not let anyone examine the evidence.", "PE", "rejects"),
        ("Bolivia turned down a plan under which Peru would have called for sanctions on Chile.", "PE", "demands"),
        ("There could be no progress as long as Peru ignored the Chilean proposals, Bolivia said.", "PE", "rejects"),
        ("The envoy for talks between Peru and Chile arrived on Monday.", "PE", "consults"),
        ("Peru and Chile disagree about where their boundary runs.", "PE", "rejects"),
        ("Peru's prime minister appealed to the population to brace for a Chilean embargo.", "PE", "demands"),
    ],
)
def test_what_only_looks_like_a_deed_of_the_state(find: Find, text: str, country: str, reaction: str) -> None:
    assert (country, reaction) not in {(each.actor.country, each.reaction) for each in find(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presidents Deby of Chad and Paul Biya of Cameroon signed a plan.", {("TD", "agrees"), ("CM", "agrees")}),
        ("Chad and Cameroon signed papers on grazing in Yaounde.", {("TD", "agrees"), ("CM", "agrees")}),
        ("A deal between Chad and Cameroon was struck in Yaounde.", {("TD", "agrees"), ("CM", "agrees")}),
        ("A deal between Chad and Cameroon was supposed to end the row.", set()),
        ("A deal between Chad and Cameroon would end the row.", set()),
        ("The prospect of a deal between Chad and Cameroon cheered traders.", set()),
        ("Chad joined NATO on Friday.", {("TD", "agrees")}),
        ("Chad is expected to join NATO in April.", set()),
    ],
)  # fmt: skip
def test_what_is_signed_is_agreed_and_what_is_hoped_for_is_not(
    find: Find, text: str, expected: set[tuple[str, str]]
) -> None:
    assert {(each.actor.country, each.reaction) for each in find(text)} == expected


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("Turkish jets are poised to intervene in Syria.", "threatens_force"),
        ("Turkey's president said his troops might march into Syria.", "threatens_force"),
        ("Turkey warned Syria that the threat of force was real.", "threatens_force"),
        ("Turkey said Syria aimed to divide the Arabs.", "accuses"),
        ("Turkey called the Syrian offer an attempt to divide the Arabs.", "accuses"),
        ("Turkey said the Syrian offer gave it hope.", "praises"),
        ("Turkey said Syria's move was a dangerous escalation.", "condemns"),
        ("Turkey said it would not renew its water agreement with Syria.", "suspends_ties"),
    ],
)
def test_ways_of_saying_it(find: Find, text: str, reaction: str) -> None:
    assert reaction in {each.reaction for each in find(text) if each.actor.country == "TR"}


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Turkey said Syria would use force if talks failed.", ("TR", "threatens_force")),
        ("Turkey's settlements in Syria were not, as such, illegal, Ghana said.", ("GH", "condemns")),
        ("Togo condemned the unilateral move announced by Ghana.", ("GH", "condemns")),
        ("Ghana had not warned or expelled any diplomats of Togo.", ("GH", "expels_diplomats")),
        ("The presidents of Ghana and Togo were to have met in Accra.", ("GH", "meets")),
        ("Ghana must have known of Togo's plan, Mali said.", ("ML", "demands")),
        ("Ghana hosts refugees from Togo.", ("GH", "consults")),
        ("Ghanaian courts rejected the claim of Togo.", ("GH", "rejects")),
        ("Senator Ted Cruz warned that Togo could follow Ghana.", ("US", "warns")),
        ("Four envoys of Ghana are to be expelled by Togo.", ("GH", "expels_diplomats")),
        ('"Togo\'s ambassador has been recalled," the foreign minister of Ghana said.', ("GH", "protests")),
    ],
)
def test_what_others_do_or_nobody_did(find: Find, text: str, not_told: tuple[str, str]) -> None:
    assert not_told not in {(each.actor.country, each.reaction) for each in find(text)}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The Security Council adopted a resolution on Mali. The resolution condemns the coup in Mali. "
            "It demands that Mali hold a vote.",
            "UN",
        ),
        ("The Security Council condemned the coup in Mali.\n\nIt demands that Mali hold a vote.", "UN"),
        ("A Togolese statement condemned the coup in Mali.\n\nIt demands that Mali hold a vote.", "TG"),
    ],
)
def test_it_goes_on_for_the_text_above(find: Find, text: str, actor: str) -> None:
    assert {each.actor.country for each in find(text) if each.reaction == "demands"} == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Togo's ambassador was called to the Malian foreign ministry to hear a protest.", "ML"),
        ("Togo's ambassador was summoned to the foreign ministry in Bamako.", "ML"),
    ],
)
def test_who_calls_an_envoy_in(find: Find, text: str, actor: str) -> None:
    assert {each.actor.country for each in find(text) if each.reaction == "protests"} == {actor}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("France condemned the bombing of the Danish embassy in Kenya.", ()),
        ("Mali condemned the assassination of the Russian ambassador in Ankara.", ()),
        ("Norway condemned terrorist bomb attacks at Danish embassies in Kenya and Tanzania.", ()),
        ("Israel bombed a camp in Syria on Monday. Jordan condemned the bombing.", ("IL",)),
        ("Israel bombed a camp in Syria on Monday. Egypt condemned the attack on Syria.", ("IL",)),
        ("Norway condemned the Indian raid on Pakistan.", ("IN",)),
        ("Japan condemned the murder of a Pakistani diplomat by Indian agents.", ("IN",)),
    ],
)
def test_who_suffers_violence_is_no_target_and_unknown_bands_are_nobody(
    find: Find, text: str, target: tuple[str, ...]
) -> None:
    assert [each.targets for each in find(text) if each.reaction == "condemns"] == [target]


def test_at_leads_to_those_whom_a_blow_in_words_is_aimed_at(find: Find) -> None:
    found = find("Chad protested to Mali on Monday. Mali lashed out at Togo, calling the vote a farce.")
    assert ("ML", "condemns", ("TG",)) in told(found)


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("EU sanctions on Burma were lifted in April.", ("EU", "eases")),
        ("French aid to Mali was suspended after the coup.", ("FR", "suspends_ties")),
        ("India withdrew most-favoured-nation status from Pakistan.", ("IN", "imposes_sanctions")),
        ("The United States said Bangladesh would lose its trade privileges.", ("US", "threatens_sanctions")),
        ("The EU is reviewing Cambodia's trade preferences.", ("EU", "considers_sanctions")),
        ("The EU restored trade preferences to Burma.", ("EU", "eases")),
        ("Saudi Arabia ordered a halt to imports of grain from Canada.", ("SA", "imposes_sanctions")),
        ("Canada put Syria on its list of states that sponsor terrorism.", ("CA", "imposes_sanctions")),
        ("EU ambassadors went over a list of measures against Turkey.", ("EU", "considers_sanctions")),
        ("Russia withdrew its invitation to the Polish president.", ("RU", "suspends_ties")),
    ],
)
def test_measures_and_privileges_are_told_by_what_becomes_of_them(
    find: Find, text: str, reaction: tuple[str, str]
) -> None:
    assert reaction in {(each.actor.country, each.reaction) for each in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The EU granted trade preferences to Pakistan.",
        "Canada put Peru on its list of favourite destinations.",
        "Argentina suspended payments on its foreign debt.",
    ],
)
def test_what_is_granted_or_owed_is_no_sanction(find: Find, text: str) -> None:
    assert not {each.reaction for each in find(text)} & {"imposes_sanctions", "suspends_ties"}


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("Vietnam said Chinese ships had cut the cables of its survey vessel.", "VN"),
        ("Ukraine said Russia had detained three of its sailors.", "UA"),
        ("Cyprus said Turkey was drilling in its waters.", "CY"),
        ("Warsaw said Belarus had flown migrants to its frontier.", "PL"),
        ("Islamabad says India mistreats its Muslims.", "PK"),
        ("Iran said it had proof of British involvement in the bombings.", "IR"),
        ("New Delhi said the killers had been trained in Pakistan.", "IN"),
        ("The United States said Pakistan was doing too little against the Taliban.", "US"),
    ],
)
def test_what_others_do_to_ones_own_is_an_accusation(find: Find, text: str, accuser: str) -> None:
    assert (accuser, "accuses") in {(each.actor.country, each.reaction) for each in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said Uganda had sent a delegation to the talks.",
        "Norway said Russia had agreed to meet in Oslo.",
        "Japan said China had bought more rice than last year.",
    ],
)
def test_what_others_do_without_harm_is_no_accusation(find: Find, text: str) -> None:
    assert "accuses" not in {each.reaction for each in find(text)}


def test_help_for_rebels_that_another_reports_is_no_support(find: Find) -> None:
    assert told(find("Sudan said Uganda was backing the southern rebels.")) == {("SD", "accuses", ("UG",))}


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("Iraq called the Turkish raid an assault on its sovereignty.", ("IQ", "condemns")),
        ("The Chilean government said the letter did not befit Peru.", ("CL", "condemns")),
        ("Tehran poured ridicule on the American offer.", ("IR", "condemns")),
        ("Uganda will not sit by while Congo falls apart, its president said.", ("UG", "warns")),
        ("Taiwan is prepared to secure its sovereignty, its president told China.", ("TW", "warns")),
        ("NATO told Yugoslavia to pull out of Kosovo or face air strikes.", ("NATO", "threatens_force")),
        ("North Korea said it would fire missiles at American bases in Guam.", ("KP", "threatens_force")),
        ("Lithuania said the Russian order had no basis.", ("LT", "rejects")),
        ("China said the American charges had no basis.", ("CN", "denies")),
        ("Venezuela said no to a Peruvian mission.", ("VE", "rejects")),
        ("Bogota insists that the deal with Washington is aimed at no one.", ("CO", "denies")),
        ("Ankara said its planes had not entered Greek airspace.", ("TR", "denies")),
        ("Argentina says it is not in default.", ("AR", "denies")),
        ("Sweden wants the two journalists released by Ethiopia.", ("SE", "demands")),
        ("Japan protested to China and asked it to pay for the damage.", ("JP", "demands")),
        ("Ecuador fired off a protest to Bogota over the raid.", ("EC", "protests")),
    ],
)
def test_harsh_words_come_in_many_forms(find: Find, text: str, reaction: tuple[str, str]) -> None:
    assert reaction in {(each.actor.country, each.reaction) for each in find(text)}


def test_whose_minister_speaks_is_the_subject_of_what_he_says(find: Find) -> None:
    assert told(find("Uganda will not sit by while Congo falls apart, its president said.")) == {
        ("UG", "warns", ("CD",))
    }
