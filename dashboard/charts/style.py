"""Colours, shapes and type of all charts, for light and dark; the same as in ``ui/static/chancery.css``."""

from __future__ import annotations

from dataclasses import dataclass

SANS = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds of event that look alike: shape tells them apart where colour cannot."""

    label: str
    symbol: str
    light: str
    dark: str
    sign: str
    """The shape as a letter."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme."""

    name: str
    paper: str
    ink: str
    soft: str
    line: str
    band: str
    range: str
    accent: str

    def colour(self, family: Family) -> str:
        """The colour of a family in this theme."""
        return family.dark if self.name == "dark" else family.light


LIGHT = Palette("light", "#fbfaf6", "#1d1c1a", "#5d584f", "#ded8ca", "#f6f3ec", "#cfc8b8", "#22507a")
DARK = Palette("dark", "#171614", "#ece7dc", "#b3ac9e", "#38342e", "#1d1b18", "#504a40", "#93bde4")

#: Light colours keep 3:1 on paper, dark ones on ink; the order of lightness differs too, for greyscale.
FAMILIES: dict[str, Family] = {
    "talks": Family("meetings, visits", "circle", "#22507a", "#7fb2e0", "●"),
    "force": Family("force", "triangle-up", "#a33a2a", "#e58a74", "▲"),
    "pressure": Family("pressure", "diamond", "#a8691f", "#dba85f", "◆"),
    "deals": Family("agreements, aid", "square", "#1f7a74", "#62beb5", "■"),
    "statement": Family("statements", "line-ns", "#6b6558", "#b9b09d", "|"),
    "other": Family("other", "pentagon", "#7a4a78", "#c898c6", "⬟"),
}
#: Kind of event -> family.
FAMILY_OF: dict[str, str] = {
    **dict.fromkeys(("meeting", "call", "visit", "departure", "arrival", "ceremony", "invitation"), "talks"),
    **dict.fromkeys(("missile_launch", "nuclear_test", "attack", "exercise", "mobilisation", "arms_transfer"), "force"),
    **dict.fromkeys(("sanctions", "expulsion", "vote", "protest", "detention"), "pressure"),
    **dict.fromkeys(("agreement", "aid", "offer"), "deals"),
    "statement": "statement",
}


def palette_of(theme: str | None) -> Palette:
    """The palette of a theme's name; light for an unknown one."""
    return DARK if theme == "dark" else LIGHT


def family_of(kind: str) -> Family:
    """The family of a kind of event."""
    return FAMILIES[FAMILY_OF.get(kind, "other")]
