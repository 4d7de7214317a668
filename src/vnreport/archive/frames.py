"""Data frames: the tidy tables of reports for pandas and polars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import pyarrow as pa

from vnreport.archive.arrow import TABLE_SCHEMAS, Failure, record_batch, tables
from vnreport.records import Report

_REPORTS = 512  # reports turned into one batch


def to_frames(
    reports_or_batches: Iterable[Report | pa.RecordBatch], library: Literal["pandas", "polars"] = "pandas"
) -> dict[str, Any]:
    """The tables of `vnreport.archive.tables` as data frames, by name: `articles`, `people`, `positions`, …

    `reports_or_batches`: reports, batches that `parse_batches` gave, or both. `library` is ``"pandas"`` or
    ``"polars"``. Frames of pandas have Arrow types (`pandas.ArrowDtype`), so that numbers stay exact, days stay days
    and a missing integer does not make floats of its column.

    Raises `ValueError` for another library, and for batches of articles that were not parsed.

    >>> import vnreport
    >>> frames = to_frames(vnreport.parse_many(["Xã họp.", "Phường họp."]))
    >>> len(frames["articles"])
    2
    """
    if library not in _FRAMES:
        raise ValueError(f"no such library: {library}; libraries are {', '.join(_FRAMES)}")
    parts: dict[str, list[pa.Table]] = {name: [schema.empty_table()] for name, schema in TABLE_SCHEMAS.items()}
    for batch in _batches(reports_or_batches):
        for name, table in tables(batch).items():
            parts[name].append(table)
    return {name: _FRAMES[library](pa.concat_tables(part)) for name, part in parts.items()}


def _batches(items: Iterable[Report | pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    reports: list[Report | Failure] = []
    for item in items:
        if isinstance(item, Report):
            reports.append(item)
        if reports and (len(reports) == _REPORTS or not isinstance(item, Report)):
            yield record_batch(reports)
            reports = []
        if not isinstance(item, Report):
            yield item
    if reports:
        yield record_batch(reports)


def _pandas(table: pa.Table) -> Any:
    import pandas

    return table.to_pandas(types_mapper=pandas.ArrowDtype)


def _polars(table: pa.Table) -> Any:
    import polars

    return polars.from_arrow(table)


_FRAMES = {"pandas": _pandas, "polars": _polars}
