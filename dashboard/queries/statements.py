"""Claims in the order of a page: the rows of one statement stay together, the best statement first."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.queries.claims import Claims, Mask
from dashboard.store.counts import VAGUE_DAYS

#: Columns that an ordered frame has beside those of the claims.
ORDER_COLUMNS = ("position", "sources")


def in_order(claims: Claims, kept: Mask, sort: str = "newest", ranks: dict[int, float] | None = None) -> pd.DataFrame:
    """The rows kept, with ``position`` (0 for the first statement) and ``sources`` (its independent sources).

    Columns are those of the claims and ORDER_COLUMNS, also when no row is kept.
    """
    frame = claims.frame[kept].copy()
    groups = claims.groups[kept]
    if frame.empty:
        return frame.assign(position=pd.Series(dtype="int64"), sources=pd.Series(dtype="int64"))
    low, high = (days[kept] for days in claims.table.bounds)
    # The middle of a range, so that a vague day stands neither before nor behind all known ones.
    work = pd.DataFrame({"group": groups, "day": (low + high) / 2, "width": claims.last[kept] - claims.first[kept]})
    # The wording that knows the day best tells when it was said.
    work["day"] = work["day"].where(work["width"] == work.groupby("group")["width"].transform("min"))
    # 2 where the day is known to some weeks, 1 where it is known somehow, 0 without any.
    work["known"] = claims.dated[kept].astype(int) * np.where(high - low <= VAGUE_DAYS, 2, 1)
    work["source"] = frame["source"].to_numpy() if "source" in frame else frame["id"].to_numpy()
    work["rank"] = [(ranks or {}).get(int(row), 0.0) for row in frame["row"]] if "row" in frame else 0.0
    each = work.groupby("group", sort=False).agg(
        day=("day", "max"), known=("known", "max"), sources=("source", "nunique"), rank=("rank", "min")
    )
    each["order"] = np.arange(len(each))
    by, up = _keys(sort)
    each = each.sort_values(by, ascending=up, kind="stable")
    places = pd.Series(np.arange(len(each)), index=each.index)
    frame["position"] = places.loc[groups.tolist()].to_numpy()
    frame["sources"] = each["sources"].loc[groups.tolist()].to_numpy()
    return frame.sort_values("position", kind="stable")


def _keys(sort: str) -> tuple[list[str], list[bool]]:
    if sort == "oldest":
        return ["known", "day", "order"], [False, True, True]
    if sort == "outlets":
        return ["sources", "day", "order"], [False, False, True]
    if sort == "relevance":
        return ["rank", "day", "order"], [True, False, True]
    return ["known", "day", "order"], [False, False, True]


def first_statements(frame: pd.DataFrame, show: int) -> pd.DataFrame:
    """The rows of the first ``show`` statements."""
    return frame[frame["position"] < show]
