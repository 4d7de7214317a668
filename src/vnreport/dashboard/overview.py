"""What the archive holds, in a few numbers."""

from __future__ import annotations

from typing import Any

import polars as pl

from vnreport.dashboard.keys import with_key
from vnreport.dashboard.tables import Tables


def overview(tables: Tables, days: pl.DataFrame) -> dict[str, Any]:
    """Counts of what the tables hold, the span of days, and how many articles failed, by kind."""
    people = with_key(tables.scan("people").select("name").unique().collect(), "name")
    counts = {
        name: tables.scan(name).select(pl.len()).collect().item() for name in ("meetings", "figures", "documents")
    }
    failed = tables.scan("articles").select(pl.col("error").is_not_null().sum()).collect().item()
    errors = {**tables.errors, "failed": tables.errors.get("failed", 0) + failed}
    return {
        "articles": days.height,
        "dated": days["day"].is_not_null().sum(),
        "first": days["day"].min(),
        "last": days["day"].max(),
        "people": people["key"].n_unique(),
        **counts,
        "errors": {kind: count for kind, count in sorted(errors.items()) if count},
    }
