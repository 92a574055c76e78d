"""Colours and shapes of the charts."""

from __future__ import annotations

import pytest

from dashboard.charts.style import DARK, FAMILIES, LIGHT, Palette, family_of, palette_of
from tests.contrast import contrast


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_contrast_is_enough_for_words_and_marks(palette: Palette) -> None:
    assert contrast(palette.ink, palette.paper) >= 7
    assert contrast(palette.soft, palette.paper) >= 4.5
    for family in FAMILIES.values():
        assert contrast(palette.colour(family), palette.paper) >= 3


def test_each_family_has_its_own_shape() -> None:
    assert len({family.symbol for family in FAMILIES.values()}) == len(FAMILIES)
    assert family_of("nonsense") is FAMILIES["other"]
    assert palette_of(None) is LIGHT
