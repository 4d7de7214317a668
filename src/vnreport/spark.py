"""Apache Spark: the records of a data frame of articles, parsed on the executors.

Needs the extra ``spark`` on the driver and vnreport on the executors too. A Python worker that dies is Spark's to
replace: the task runs again, and since an article always gives the same record, no row is lost or doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

    from vnreport.archive.arrow import Parser


def parse(
    df: DataFrame,
    text: str = "text",
    id: str = "id",
    published: str | None = None,
    *,
    pipeline: Parser | None = None,
) -> DataFrame:
    """The records of the articles in `df`: a row an article, with the columns of `vnreport.archive.RECORD_SCHEMA`.

    `text`, `id` and `published` name columns of `df`; `published` may hold strings, dates or timestamps (a timestamp
    is the day it has in the session's time zone). Other columns are dropped: join them back by `id`. An article that
    cannot be parsed keeps its row, and its `error` says why. `pipeline` is sent to the executors and must be
    picklable; without it they parse as `vnreport.parse` does.

    Raises `ValueError` where `df` has no such column.
    """
    from pyspark.sql import functions

    chosen = {"text": text, "id": id, "published": published}
    missing = [f"{name}={column!r}" for name, column in chosen.items() if column and column not in df.columns]
    if missing:
        raise ValueError(f"no column for {', '.join(missing)}; the data frame has {', '.join(df.columns)}")
    types = dict(df.dtypes)
    columns = []
    for name, column in chosen.items():
        if column:
            value = functions.col(f"`{column.replace('`', '``')}`")
            if name == "published" and types[column].startswith("timestamp"):
                value = value.cast("date")
            columns.append(value.cast("string").alias(name))
    return df.select(*columns).mapInArrow(partial(_parse_batches, pipeline=pipeline), schema())


def schema() -> StructType:
    """The schema of what `parse` returns: `vnreport.archive.RECORD_SCHEMA` as Spark has it."""
    from pyspark.sql.pandas.types import from_arrow_schema

    from vnreport.archive.arrow import RECORD_SCHEMA

    translated: StructType = from_arrow_schema(RECORD_SCHEMA)
    return translated


def _parse_batches(batches: Iterable[pa.RecordBatch], pipeline: Parser | None) -> Iterator[pa.RecordBatch]:
    from vnreport.archive.arrow import parse_batches

    return parse_batches(batches, pipeline=pipeline)
