"""Claims in the order of a page: the rows of one statement stay together, the best statement first."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.queries.claims import Claims
from dashboard.store.counts import VAGUE_DAYS, Mask

#: Columns that an ordered frame has beside those of the claims.
ORDER_COLUMNS = ("position", "sources")
#: Order of a page -> what it goes by, and whether that rises. ``order`` is that of the store.
ORDERS: Mapping[str, Mapping[str, bool]] = {
    "newest": {"known": False, "day": False, "order": True},
    "oldest": {"known": False, "day": True, "order": True},
    "outlets": {"sources": False, "day": False, "order": True},
    "relevance": {"rank": True, "day": False, "order": True},
}


def in_order(
    claims: Claims, kept: Mask, sort: str = "newest", ranks: Mapping[int, float] | None = None
) -> pd.DataFrame:
    """The rows kept, with ``position`` (0 for the first statement) and ``sources`` (its independent sources).

    ``sort`` is one of ORDERS; ``ranks`` (number of the row -> rank, the smaller the better)
    is what relevance goes by. Columns are those of the claims and ORDER_COLUMNS, also when no row is kept.
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
    keys = ORDERS[sort]
    each = each.sort_values(list(keys), ascending=list(keys.values()), kind="stable")
    places = pd.Series(np.arange(len(each)), index=each.index)
    frame["position"] = places.loc[groups.tolist()].to_numpy()
    frame["sources"] = each["sources"].loc[groups.tolist()].to_numpy()
    return frame.sort_values("position", kind="stable")


def first_statements(frame: pd.DataFrame, show: int) -> pd.DataFrame:
    """The rows of the first ``show`` statements."""
    return frame[frame["position"] < show]
