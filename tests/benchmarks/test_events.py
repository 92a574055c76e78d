"""The event benchmarks read rows of their form and answer in the form of the scorers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import event_code, event_type
from dashboard.records import Actor


def test_the_marks_say_which_of_two_equal_names_is_meant() -> None:
    row = {
        "sentence": "Chad met Chad's neighbour Niger.",
        "source": "Chad",
        "target": "Niger",
        "marked": "Chad met <s>Chad</s>'s neighbour <t>Niger</t>.",
    }
    assert event_type.marked(row) == ((9, 13), (26, 31))


def test_without_marks_the_words_are_looked_for() -> None:
    row = {"sentence": "Chad met Niger.", "source": "Chad", "target": "Niger"}
    assert event_type.marked(row) == ((0, 4), (9, 14))


@pytest.mark.parametrize(
    ("sentence", "source", "target", "root"),
    [
        ("Canada imposed sanctions on Haiti.", "Canada", "Haiti", "COERCE"),
        ("Canada expelled two diplomats from Haiti.", "Canada", "Haiti", "SANCTION"),
        ("Cuba freed three sailors from Spain.", "Cuba", "Spain", "YIELD"),
        ("Cuba, a friend of Peru, freed three sailors from Spain and thanked Mexico.", "Cuba", "Mexico", "SUPPORT"),
    ],
)
def test_the_deed_between_the_marked_two_is_chosen(sentence: str, source: str, target: str, root: str) -> None:
    (answer,) = event_type.predict([{"id": "1", "sentence": sentence, "source": source, "target": target}])
    assert answer == {"id": "1", "root": root}


def test_a_row_without_a_known_deed_still_gets_a_root() -> None:
    (answer,) = event_type.predict([{"id": "1", "sentence": "Peru, Chad, war.", "source": "Peru", "target": "Chad"}])
    assert answer["root"] == "ASSAULT"


def test_events_carry_alpha_3_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "1", "text": "Kenya and Uganda signed a treaty."}\n', encoding="utf8")
    event_code.main(str(path))
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert event == {"root": "SUPPORT", "source": ["KEN", "UGA"], "target": [], "mode": ""}


def test_an_international_body_is_an_igo() -> None:
    bodies = (Actor("United Nations", "body", "UN"), Actor("Some Court", "body"), Actor("Mr Nobody", "person"))
    assert event_code.iso3(bodies) == ["IGO"]


GOLD = Path(__file__).parents[1] / "gold"
#: Triple precision and recall on the gold sentences; lowered only by an explicit decision.
FLOORS = {"acts.tsv": 0.90, "acts_newswire.tsv": 0.83}

Triple = tuple[str, str, str]
GoldRow = tuple[str, set[Triple], str]


def gold_rows(name: str) -> list[GoldRow]:
    """Text, events and day of each row of a file."""
    rows = []
    for line in (GOLD / name).read_text("utf-8").splitlines():
        text, *rest = line.split("\t")
        if rest and not line.startswith("#"):
            triples = (event.split() for event in rest[0].split(";") if event.strip())
            events = {(source, merged(root), target) for source, root, target in triples}
            rows.append((text, events, rest[1] if len(rest) > 1 else ""))
    return rows


def merged(root: str) -> str:
    """CONCEDE and RETREAT count as one, as they do for the scorers."""
    return "YIELD" if root in ("CONCEDE", "RETREAT") else root


def predicted(row: dict[str, Any]) -> set[Triple]:
    found: set[Triple] = set()
    for event in row["events"]:
        sources, targets = event["source"] or ["---"], event["target"] or ["---"]
        if not event["target"] and len(sources) > 1:
            found |= {(a, merged(event["root"]), b) for a in sources for b in sources if a != b}
        else:
            found |= {(a, merged(event["root"]), b) for a in sources for b in targets}
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_the_gold_sentences_keep_their_floor(name: str) -> None:
    gold = gold_rows(name)
    rows = [{"id": str(i), "text": text, "date": day} for i, (text, _, day) in enumerate(gold)]
    right = wanted = given = 0
    for (_, triples, _), row in zip(gold, event_code.predict(rows), strict=True):
        answer = predicted(row)
        right, wanted, given = right + len(triples & answer), wanted + len(triples), given + len(answer)
    assert right / wanted >= FLOORS[name], f"recall {right / wanted:.3f}"
    assert right / given >= FLOORS[name], f"precision {right / given:.3f}"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nepal's king lifted the state of emergency.", ("NPL", "RETREAT", "NPL")),
        ("Two editors were arrested in Uganda.", ("UGA", "COERCE", "UGA")),
        ("The Togolese president met the Malian premier.", ("MLI", "CONSULT", "TGO")),
        ("Togo's government and the opposition resumed talks.", ("TGO", "CONSULT", "TGO")),
    ],
)
def test_acts_at_home_and_meetings_are_listed_as_coders_list_them(text: str, event: Triple) -> None:
    (row,) = event_code.predict([{"id": "1", "text": text}])
    told = [(a, each["root"], b) for each in row["events"] for a in each["source"] for b in each["target"]]
    assert event in told
