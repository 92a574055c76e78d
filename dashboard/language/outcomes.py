"""What a chain of words comes to: a deed under a threat, a promise, a demand, a refusal, a plan or a denial."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.records import Modality
from dashboard.vocabulary.plover import COOPERATIVE, Operator

#: Deeds that are acts of force or of the purse: announcing one is a threat.
FORCEFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_MODALITY: dict[str, Modality] = {
    "threaten": "threatened", "promise": "announced", "consider": "considered", "hope": "considered",
    "request": "demanded", "deny": "denied",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """A coded predicate: tokens by index, targets in order of preference."""

    token: int
    root: str
    mode: str
    contexts: tuple[str, ...]
    modality: Modality
    found_by: str
    source: int | None = None
    targets: tuple[int, ...] = ()
    thing: int | None = None
    """What the predicate governs: "sanctions" of "imposed sanctions"."""
    negated: bool = False
    reciprocal: bool = False
    condition: int | None = None
    sayer: int | None = None
    """The verb of saying under which the deed stands, whose subject a bare pronoun means."""
    unrealised: bool = False
    """Told only where it is planned or threatened."""
    inner: str = ""
    """Root of the deed that a threat, promise, demand or refusal speaks of."""


def threat_mode(root: str, mode: str) -> str:
    """The mode of a threat to do (``root``, ``mode``)."""
    if root in ("ASSAULT", "MOBILIZE"):
        return "violence"
    if root == "SANCTION":
        return {"expel": "expel", "restrict": "restrict"}.get(mode, "relations")
    if root == "COERCE":
        return {"arrest": "arrest", "ban": "ban", "deport": "expel", "seize": "territory"}.get(mode, "restrict")
    return ""


def wish_mode(root: str) -> str:
    """The mode of agreeing to, asking for or refusing a deed of ``root``."""
    return {
        "AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield",
    }.get(root, "change")  # fmt: skip


def outcome(operator: Operator, inner: Deed | None, inner_negated: bool) -> tuple[str, str, Modality, bool]:
    """Root, mode, modality and negation of an operator over ``inner``; an empty root where nothing is told."""
    kind, root, mode = operator.kind, operator.root, operator.mode
    if inner is None:
        return root, mode, _MODALITY.get(kind, "done"), False
    if kind == "consider" and inner.found_by.startswith("request:"):
        return "AGREE", inner.mode, "considered", False
    cooperative = inner.root in COOPERATIVE
    if kind == "threaten":
        return "THREATEN", threat_mode(inner.root, inner.mode), "threatened", False
    if kind in ("promise", "consider", "hope"):
        modality = _MODALITY[kind] if operator.mode != "offer" else "offered"
        if inner_negated and cooperative:
            return "REJECT", wish_mode(inner.root), modality, False
        if inner.root == "MOBILIZE" and operator.mode in ("offer", "pledge"):
            return "AGREE", "assist", modality, False
        if inner.root in FORCEFUL:
            return (
                ("AGREE", "yield", modality, False)
                if inner_negated
                else ("THREATEN", threat_mode(inner.root, inner.mode), modality, False)
            )
        if cooperative or operator.key == "agree":
            return "AGREE", wish_mode(inner.root), modality, False
        return inner.root, inner.mode, modality, inner_negated
    if kind == "refuse":
        return "REJECT", wish_mode(inner.root), "done", False
    if kind == "request":
        return "REQUEST", wish_mode(inner.root), "demanded", False
    if kind == "deny":
        return "REJECT", "", "denied", False
    if kind == "fail":
        return (
            ("REJECT", wish_mode(inner.root), "done", False) if cooperative else (inner.root, inner.mode, "done", True)
        )
    if kind == "stop":
        if inner.root in ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"):
            return "RETREAT", "ceasefire" if inner.root == "ASSAULT" else "", "done", False
        return ("SANCTION", "discontinue", "done", False) if cooperative else ("", "", "done", False)
    if kind == "judge":
        return root, mode, "done", False
    if kind == "attempt":
        return inner.root, inner.mode, "considered", inner_negated
    if kind == "order" and inner.found_by.startswith("verb:"):
        return "REQUEST", wish_mode(inner.root), "demanded", False
    if kind == "claim":
        return inner.root, inner.mode, "claimed", inner_negated
    if kind == "say":
        return inner.root, inner.mode, "announced", inner_negated
    return inner.root, inner.mode, inner.modality, inner_negated


def in_mood(deed: Deed, mood: str, negated: bool) -> Deed:
    """``deed`` as its auxiliaries tell it: announced, possible, demanded or refused."""
    if mood in ("future", "possible") and negated and deed.root in COOPERATIVE:
        return replace(deed, root="REJECT", mode=wish_mode(deed.root), modality="announced", inner=deed.root)
    if mood in ("future", "possible") and deed.modality == "done" and not negated:
        modality: Modality = "announced" if mood == "future" else "considered"
        if deed.root in FORCEFUL:
            return replace(
                deed, root="THREATEN", mode=threat_mode(deed.root, deed.mode), modality=modality, inner=deed.root
            )
        if deed.root in COOPERATIVE and deed.root != "AGREE":
            return replace(deed, root="AGREE", mode=wish_mode(deed.root), modality=modality, inner=deed.root)
        return replace(deed, modality=modality)
    if mood == "supposed" and deed.modality == "done":
        return replace(deed, modality="claimed", negated=negated)
    if mood == "obliged" and deed.modality == "done":
        asked = (deed.source,) if deed.source is not None else ()
        return replace(
            deed, root="REQUEST", mode=wish_mode(deed.root), modality="demanded", source=None,
            targets=(*asked, *deed.targets), inner=deed.root, negated=negated,
        )  # fmt: skip
    return replace(deed, negated=negated)
