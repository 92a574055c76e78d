"""At whom a reaction that names nobody is aimed: by names, by turns, by deeds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest

from dashboard.language.implied_targets import Place, find_implied_targets
from dashboard.records import Actor, Evidence, Mention, Reaction, Span, When

HERE = Place(Evidence("a1", 1000, 1040, "It condemned the move in strong words."), paragraph=900, opening=300)


def mention(code: str, start: int) -> Mention:
    return Mention(Span(start, start + 5), (Actor(code, "country", code),), "country")


def reaction(actor: str, *targets: str, start: int, kind: str = "accuses") -> Reaction:
    return Reaction(
        id=f"{actor}{start}",
        evidence=Evidence("a1", start, start + 20, "It accused the other."),
        actor=Actor(actor, "country", actor),
        reaction=kind,
        targets=targets,
        when=When(None, None, "unknown"),
        cue=Span(start, start + 5),
        found_by="test",
    )


def aimed_at(
    mentions: Sequence[Mention], before: Sequence[Reaction] = (), doers: Collection[str] = ()
) -> tuple[str, ...]:
    return find_implied_targets("condemns", {"FR"}, HERE, before, doers, mentions)


def test_the_party_named_most_is_meant() -> None:
    assert aimed_at([mention("ML", 10), mention("ML", 400), mention("ML", 700), mention("NE", 500)]) == ("ML",)


def test_who_attacked_the_actor_last_is_answered() -> None:
    mentions = [mention("ML", 400), mention("ML", 500), mention("NE", 600)]
    assert aimed_at(mentions, [reaction("NE", "FR", start=600)]) == ("NE",)


def test_whoever_reacts_is_never_the_target() -> None:
    assert aimed_at([mention("FR", 10), mention("FR", 500)]) == ()


def test_regions_and_pronouns_are_no_party() -> None:
    assert aimed_at([mention("AFRICA", 10), replace(mention("ML", 20), form="pronoun")]) == ()


def test_those_who_did_the_deed_together_are_meant_together() -> None:
    assert set(aimed_at([mention("US", 900), mention("CU", 950)], doers=("US", "CU"))) == {"US", "CU"}


@pytest.mark.parametrize("code", ["UN", "ECOWAS"])
def test_a_body_near_by_outweighs_a_state_named_as_often(code: str) -> None:
    assert aimed_at([mention("ML", 800), mention(code, 800)]) == (code,)


def place(words: str, **more: object) -> Place:
    return replace(HERE, words=frozenset(words.split()), **more)  # type: ignore[arg-type]


QUARREL = [mention("ML", 100), mention("NE", 150), mention("ML", 500), mention("NE", 550), mention("ML", 800)]


@pytest.mark.parametrize(
    ("kind", "words", "targets"),
    [
        ("demands", "it urge restraint", {"ML", "NE"}),
        ("expresses_concern", "it be worry by the tension", {"ML", "NE"}),
        ("offers_talks", "it offer to mediate", {"ML", "NE"}),
        ("demands", "it urge a release of the envoy", {"ML"}),
        ("condemns", "it condemn the restraint", {"ML"}),
    ],
)
def test_an_outsider_asks_both_sides_for_restraint(kind: str, words: str, targets: set[str]) -> None:
    before = [reaction("NE", "ML", start=550)]
    assert set(find_implied_targets(kind, {"FR"}, place(words), before, (), QUARREL)) == targets


def test_a_name_loosely_bound_is_weighed_against_the_others() -> None:
    mentions = [mention("ML", start) for start in (400, 500)] + [mention("TG", 1010)]
    loose = place("it", hint="owner", hinted=("TG",))
    assert find_implied_targets("condemns", {"FR"}, HERE, (), (), mentions) == ("ML",)
    assert find_implied_targets("condemns", {"FR"}, loose, (), (), mentions) == ("TG",)
    often = [*mentions, mention("ML", 1020)]
    assert find_implied_targets("condemns", {"FR"}, replace(loose, hint="anyone"), (), (), often) == ("ML",)


def test_those_who_suffer_the_deed_are_not_meant() -> None:
    mentions = [mention("ML", 10), mention("ML", 500), mention("NE", 600)]
    assert find_implied_targets("condemns", {"FR"}, place("it", hurt=frozenset({"ML"})), (), (), mentions) == ("NE",)


def test_nobody_praises_the_foe_it_condemned_before() -> None:
    mentions = [mention("ML", 20), mention("NE", 20)]
    before = [reaction("FR", "ML", start=400, kind="condemns")]
    before += [reaction(other, "TG", start=500 + 50 * i) for i, other in enumerate(("TD", "GH", "CM"))]
    assert find_implied_targets("praises", {"FR"}, HERE, before, (), mentions) == ("NE",)
    assert find_implied_targets("condemns", {"FR"}, HERE, before, (), mentions) == ("ML",)
