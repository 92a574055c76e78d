"""The colours of the style sheet are far enough apart to be read, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.contrast import contrast

SHEET = (Path(__file__).resolve().parents[2] / "dashboard" / "ui" / "static" / "chancery.css").read_text("utf-8")
#: WCAG 2.2, level AA: words, and what is no word but must be seen.
WORDS, SIGNS = 4.5, 3.0


def colours(theme: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[:2]
    held = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return held | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark)) if theme == "dark" else {})


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised", "sunk"])
@pytest.mark.parametrize("ink", ["ink", "soft", "faint", "accent"])
def test_words_stand_out_from_every_ground(theme: str, ground: str, ink: str) -> None:
    held = colours(theme)
    assert contrast(held[ink], held[ground]) >= WORDS


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("group", ["hostile", "critical", "neutral", "cooperative"])
def test_heads_of_the_matrix_can_be_read_and_full_cells_too(theme: str, group: str) -> None:
    held = colours(theme)
    assert contrast(held[f"{group}-ink"], held["paper"]) >= WORDS
    share = {"light": 0.54, "dark": 0.64}[theme]
    mixed = "".join(
        f"{round(int(held[group][at : at + 2], 16) * share + int(held['paper'][at : at + 2], 16) * (1 - share)):02x}"
        for at in (1, 3, 5)
    )
    assert contrast(held["ink"], f"#{mixed}") >= WORDS


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ring_of_the_keyboard_is_seen(theme: str) -> None:
    held = colours(theme)
    assert contrast(held["accent"], held["paper"]) >= SIGNS


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_found_words_can_be_read_on_their_glow(theme: str) -> None:
    held = colours(theme)
    assert contrast(held["ink"], held["glow"]) >= WORDS


def test_motion_and_print_have_their_own_rules_and_the_keyboard_its_ring() -> None:
    assert "prefers-reduced-motion: reduce" in SHEET
    assert "@media print" in SHEET
    assert ":focus-visible { outline: 2px solid" in SHEET
    assert ".skip:focus" in SHEET


def test_cells_outside_a_choice_pale_in_their_ground_and_not_in_their_number() -> None:
    (rule,) = re.findall(r"\.matrix td\.dim \{(.*?)\}", SHEET)
    assert "--t: var(--tint-1)" in rule
    assert "opacity" not in "".join(re.findall(r"\.dim[^{]*\{(.*?)\}", SHEET))
