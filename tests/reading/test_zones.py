"""Lines of plain text and what they are."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.zones import MOST_CHARACTERS, label_lines, label_repeated
from dashboard.records import Zone
from dashboard.vocabulary.furniture import line_key

FIRST = "The foreign ministers of both countries met in the old town hall on Monday and signed nothing."
SECOND = "“We shall meet again in spring,” the host told reporters after the talks had ended."
THIRD = "No day was named for the next round, and neither side would say why it took so long."
HEADLINE = "Ministers meet and sign nothing"
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def zones_of(text: str, **options: object) -> list[tuple[str, str]]:
    zones = label_lines(text, **options)  # type: ignore[arg-type]
    return [(zone.name, text[zone.start : zone.end]) for zone in zones]


def names_of(text: str, **options: object) -> list[str]:
    return [name for name, _ in zones_of(text, **options)]


def test_the_line_above_the_text_is_the_headline() -> None:
    assert names_of(f"Ministers meet and sign nothing\n\n{BODY}") == ["headline", "body", "body", "body"]


def test_a_text_that_begins_at_once_has_no_headline() -> None:
    assert names_of(BODY) == ["body", "body", "body"]


def test_a_headline_printed_twice_is_the_headline_both_times() -> None:
    text = f"News\n\nMinisters sign nothing\n\n2 min read\nMinisters sign nothing\n\n{BODY}"
    assert names_of(text)[:4] == ["nav", "headline", "nav", "headline"]


def test_the_title_of_the_header_decides_which_line_is_the_headline() -> None:
    text = f"The evening paper of the valley\n\nTalks end without a text\n\n{BODY}"
    assert zones_of(text, title="Talks end without a text")[1] == ("headline", "Talks end without a text")


def test_a_masthead_above_the_headline_is_not_taken_for_it() -> None:
    text = f"Courier of the Northern Valleys\n\nForeign ministers signed nothing in old town hall\n\n{BODY}"
    assert names_of(text)[:2] == ["nav", "headline"]


@pytest.mark.parametrize(
    "line",
    ["By Ana Petrovic", "By ANA PETROVIC and JON LEE", "By Ana Petrovic, Valley Courier", "Written by Ana Petrovic"],
)
def test_who_wrote_it_is_a_byline(line: str) -> None:
    assert names_of(f"Ministers meet and sign nothing\n\n{line}\n\n{BODY}")[1] == "byline"


def test_a_sentence_that_begins_with_by_is_body() -> None:
    line = "By Monday evening nobody in the hall believed in a text any more."
    text = f"Ministers meet and sign nothing\n\n{line}\n\n{BODY}"
    assert names_of(text)[1] == "body"


@pytest.mark.parametrize(
    "line",
    ["Published: 15 September 2023, 10:30 GMT", "Sept. 15, 2023 8:05 PM EDT", "2023-09-15", "Updated 3 hours ago"],
)
def test_a_line_that_is_only_a_date_is_a_dateline(line: str) -> None:
    assert names_of(f"Ministers meet and sign nothing\n\n{line}\n\n{BODY}")[1] == "dateline"


def test_a_sentence_with_a_date_is_body() -> None:
    text = f"Ministers meet and sign nothing\n\nOn 15 September 2023 both sides left the hall early.\n\n{BODY}"
    assert names_of(text)[1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "The two ministers in the town hall on Sept. 4, 2023. (Photo by Ana Petrovic/Valley Pictures)",
        "FILE PHOTO: The town hall in winter, January 9, 2021. REUTERS/A. Petrovic",
        "The ministers shake hands [Ana Petrovic/Valley Courier]",
    ],
)
def test_a_line_with_a_picture_credit_is_a_caption(line: str) -> None:
    assert names_of(f"Ministers meet and sign nothing\n{line}\n\n{BODY}")[1] == "caption"


@pytest.mark.parametrize("line", ["ALSO READ: The town hall and its ghosts", "Related: A history of the valley"])
def test_a_link_between_paragraphs_does_not_end_the_article(line: str) -> None:
    text = f"Ministers meet and sign nothing\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}"
    assert names_of(text) == ["headline", "body", "related", "body", "body"]


def test_a_short_line_over_a_paragraph_is_a_subhead() -> None:
    text = f"Ministers meet and sign nothing\n\n{FIRST}\n\nWhat comes next\n\n{SECOND}\n\n{THIRD}"
    assert names_of(text)[2] == "subhead"


def test_items_of_a_list_are_body() -> None:
    text = (
        "Ministers meet and sign nothing\n\nWhat we know so far:\n\n– A warning: The host warned that time runs short."
        f"\n\n- No text: both sides left without a paper\n\n{BODY}"
    )
    assert names_of(text)[1:4] == ["subhead", "body", "body"]


def test_words_above_a_line_that_says_whose_they_are_are_body() -> None:
    quoted = "We hope that the restrictions will be withdrawn by the neighbours before the harvest"
    assert ("body", quoted) in zones_of(f"{FIRST}\n\n{quoted}\n\n– the minister told the agency.\n\n{THIRD}")
    assert ("related", quoted) in zones_of(f"{FIRST}\n\n{quoted}\n\n{THIRD}")


@pytest.mark.parametrize("line", ["World | Middle East | South Asia | In Depth", "You are in: World: Middle East"])
def test_a_menu_above_the_headline_is_not_taken_for_it(line: str) -> None:
    assert zones_of(f"{line}\n\nMinisters meet and sign nothing\n\n{BODY}")[0] == ("nav", line)


def test_the_path_to_a_page_is_not_its_headline() -> None:
    found = zones_of(f"Home Archive Ministers meet and sign nothing\n\nMinisters meet and sign nothing\n\n{BODY}")
    assert [name for name, _ in found[:2]] == ["promo", "headline"]


def test_a_place_alone_with_a_dash_is_a_dateline() -> None:
    assert names_of(f"Ministers meet and sign nothing\n\nULAN BATOR --\n\n{BODY}")[:3] == [
        "headline",
        "dateline",
        "body",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "THE ASSOCIATED PRESS",
        "From: News list",
        "France - Turkey - Armenia",
        ": / In Kyrgyzstan / Politics",
        "1. Skip to content",
    ],
)
def test_what_a_report_is_filed_under_is_not_its_headline(line: str) -> None:
    found = {words: name for name, words in zones_of(f"{line}\n\nMinisters meet and sign nothing\n\n{BODY}")}
    assert found["Ministers meet and sign nothing"] == "headline"
    assert found[line] != "headline"


def test_an_abbreviation_ends_no_headline() -> None:
    assert names_of(f"TALKS ON TRADE BROKEN OFF BY THE U.S.\n\n{BODY}")[0] == "headline"
    assert (
        names_of(f"(2nd LD) S. Korean minister leaves for Tokyo to discuss trade, attend a forum\n\n{BODY}")[0]
        == "headline"
    )


def test_briefs_under_titles_of_their_own_are_all_read() -> None:
    brief = (
        "LIMA - The ministry has cautioned in a note that its neighbours would bear the blame for any quarrel to come. "
    )
    second = f"Ministry asks for papers, gets a note back\n\n{brief * 3}"
    third = f"Leader visits the guards\n\n{brief * 3}"
    assert names_of(f"{HEADLINE}\n\n{BODY}\n\n{second}\n\n{third}").count("body") == 5
    teaser = "The town hall and its ghosts will be shown on Sunday, said the host."
    teasers = f"A long title of another article follows here\n\n{teaser}\n\nOne more is on its way to you\n\n{teaser}"
    assert names_of(f"{HEADLINE}\n\n{BODY}\n\n{teasers}").count("body") == 3


def test_a_row_of_a_table_is_no_menu() -> None:
    row = "| Chile | 12 ships | 3 planes |"
    assert ("nav", row) not in zones_of(f"{HEADLINE}\n\n{FIRST}\n\n{row}\n\n{SECOND}\n\n{THIRD}", extracted=True)


def test_a_headline_with_its_section_and_outlet_is_no_menu() -> None:
    line = "Harbour talks end without a treaty after five days | World | The Courier"
    assert zones_of(f"{line}\n\n{BODY}")[0] == ("headline", line)


def test_what_follows_the_article_is_not_body() -> None:
    text = (
        f"Ministers meet and sign nothing\n\n{BODY}\n\nShips wait for a week off the northern coast after the storm\n"
        "A storm closed three ports and nobody knows when they open.\nAvatar\nAna Petrovic\n\nSenior Correspondent\n\n"
        "Ana Petrovic is a senior correspondent at the Valley Courier and has lived in four countries.\n\nRead more\n"
        "News\nVideo\n\nOur team walked along the river for a month.\n\nShow more"
    )
    assert names_of(text)[4:] == [
        "related", "related", "nav", "bio", "bio", "bio", "nav", "nav", "nav", "promo", "nav",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "paragraph",
    [
        "Lisbon was scathing. Rui Prado, the Portuguese ambassador, said the council had looked away for a month.",
        "Norway is to send a frigate to the strait. The order, by the defence minister, comes a day after the general "
        "staff cut off all contacts with the navy next door.",
        "Prime Minister Ana Petrovic was told on Sunday that the ambassador would not return.",
    ],
)
def test_a_closing_paragraph_that_names_an_ambassador_or_a_staff_is_no_biography(paragraph: str) -> None:
    text = f"Ministers meet and sign nothing\n\n{BODY}\n\n{paragraph}\n\n{SECOND}"
    assert names_of(text)[-2:] == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Petrovic covers trade and the northern border as staff writer.",
        "Ana Petrovic is a former ambassador and teaches history.",
        "Luca de Rossi, who lives in Bari, is the paper's foreign editor.",
    ],
)
def test_who_the_author_is_stands_in_a_biography(line: str) -> None:
    assert names_of(f"Ministers meet and sign nothing\n\n{BODY}\n\n{line}")[-1] == "bio"


def test_tags_under_the_article_are_tags() -> None:
    assert names_of(f"Ministers meet and sign nothing\n\n{BODY}\n\nTags\n\nvalley border treaty")[-2:] == [
        "nav",
        "tags",
    ]


def test_a_description_above_the_byline_is_the_dek() -> None:
    text = f"Ministers meet and sign nothing\n\nThe hosts had hoped for more.\n\nBy Ana Petrovic\n\n{BODY}"
    assert names_of(text)[1] == "dek"


def test_lines_broken_at_a_fixed_width_are_one_zone_a_paragraph() -> None:
    wrapped = (
        "The foreign ministers of both countries met in the old\ntown hall on Monday and signed nothing, although the"
        "\nhosts had hoped for more and had even polished the\nsilver."
        "\n\n“We shall meet again in spring,” the host told"
        "\nreporters after the talks had ended, and he smiled as\nif he meant it.\n"
    )
    zones = zones_of(f"Ministers meet and sign nothing\n\n{wrapped}")
    assert [name for name, _ in zones] == ["headline", "body", "body"]
    assert zones[1][1].endswith("silver.") and zones[2][1].startswith("“We shall")


def test_a_line_without_end_is_cut_behind_sentences() -> None:
    text = " ".join([FIRST] * 200)
    zones = label_lines(text)
    assert len(zones) > 1
    assert all(zone.end - zone.start <= MOST_CHARACTERS for zone in zones)
    assert all(text[zone.start : zone.end].endswith("nothing.") for zone in zones)


def test_windows_line_ends_are_in_no_zone() -> None:
    text = f"Ministers meet and sign nothing\r\n\r\n{FIRST}\r\n"
    assert zones_of(text) == [("headline", "Ministers meet and sign nothing"), ("body", FIRST)]


def test_what_the_outlet_prints_around_every_article_is_furniture() -> None:
    slogan = "The Valley Courier: read before breakfast since the great flood."
    text = f"Ministers meet and sign nothing\n\n{BODY}\n\n{slogan}"
    zones = label_lines(text)
    assert label_repeated(text, zones, {line_key(slogan)}.__contains__)[-1].name == "promo"
    assert label_repeated(text, zones, lambda key: False) == zones


def test_background_between_paragraphs_stays_though_the_outlet_repeats_it() -> None:
    text = f"Ministers meet and sign nothing\n\n{BODY}\n\n{FIRST} The hosts were sad about it."
    zones = label_lines(text)
    assert label_repeated(text, zones, {line_key(SECOND)}.__contains__) == zones


def test_a_copy_of_an_article_is_not_furniture() -> None:
    text = f"Ministers meet and sign nothing\n\n{BODY}"
    zones = label_lines(text)
    assert label_repeated(text, zones, lambda key: True) == zones


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [FIRST, SECOND, THIRD, "News", "By Ana Petrovic", "Tags", "2 min read", "ALSO READ: More", "\r", " "]
        ),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(LINES)
def test_every_line_that_is_not_blank_lies_in_a_zone_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    zones = label_lines(text)
    covered = "".join(text[zone.start : zone.end] for zone in zones)
    assert [zone.start for zone in zones] == sorted(zone.start for zone in zones)
    assert all(one.end <= two.start for one, two in itertools.pairwise(zones))
    assert "".join(covered.split()) == "".join(text.split())


@settings(deadline=None)
@given(LINES)
def test_labelling_is_the_same_every_time(lines: list[str]) -> None:
    text = "\n".join(lines)
    zones = label_lines(text)
    assert label_lines(text) == zones
    again = label_repeated(text, zones, lambda key: key < "8")
    assert label_repeated(text, again, lambda key: key < "8") == again
    assert [(zone.start, zone.end) for zone in again] == [(zone.start, zone.end) for zone in zones]


@pytest.mark.parametrize(
    "line",
    [
        "a\n",
        "\n\na\n\n",
        "Says so.\n\n",
        "a | b | c\n\n",
        "One two three\n\nOne two, three four five.\n\n",
        "A.",
    ],
)
@pytest.mark.timeout(20)
def test_the_time_of_labelling_grows_with_the_text_and_not_with_its_square(line: str) -> None:
    paragraph = "The minister met his counterpart on Tuesday and said that the talks would go on.\n\n"
    text = paragraph * 20 + line * (200_000 // len(line)) + "x"
    assert label_lines(text)[0].start == 0


@pytest.mark.shared
def test_the_body_of_the_labelled_articles_is_found(shared: Path) -> None:
    gold = json.loads((shared / "bench" / "seeds" / "gold.json").read_text(encoding="utf-8"))["lines"]
    found, asked = set(), set()
    for file in sorted((shared / "seeds").glob("*.txt")):
        text = file.read_bytes().decode()
        found |= {(file.name, zone.start, zone.end) for zone in label_lines(text) if zone.name == "body"}
        asked |= {
            (file.name, line["start"], line["end"])
            for line in gold
            if line["article"] == file.name and line["zone"] == "body"
        }
    assert 2 * len(found & asked) / (len(found) + len(asked)) >= 0.98


def test_a_lone_line_is_body() -> None:
    assert label_lines("A few words only") == (Zone("body", 0, 16),)
