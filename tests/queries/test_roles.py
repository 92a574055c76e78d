"""The roles of one person, each in its fullest form."""

from __future__ import annotations

from dashboard.queries.roles import fullest_roles, main_role


def test_a_role_is_told_in_the_fullest_form_that_holds_it_and_as_it_is_mostly_spelt() -> None:
    roles = ["minister", "Foreign Minister", "foreign minister", "Foreign Minister", ""]
    assert fullest_roles(roles) == ["Foreign Minister"] * 4 + [""]


def test_a_president_is_no_vice_president_nor_a_former_one() -> None:
    roles = ["President", "Vice President", "former President", "vice-president"]
    assert fullest_roles(roles) == ["President", "Vice President", "former President", "Vice President"]


def test_part_of_a_word_is_no_part_of_a_role() -> None:
    assert fullest_roles(["aide", "Raider captain"]) == ["aide", "Raider captain"]


def test_the_main_role_is_the_one_that_most_quotes_give_however_long_another_is() -> None:
    assert main_role(["foreign minister", "Ambassador to the United Nations", "minister"]) == "foreign minister"
    assert main_role(["envoy", "senator"]) == "envoy"
    assert main_role([]) == main_role([""]) == ""
