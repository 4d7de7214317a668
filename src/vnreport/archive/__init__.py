"""Archives: many articles, unattended.

`parse_batches` is the kernel everything here goes through: batches of articles in, batches of records out.
Names are imported at first use, since they need the extra ``archive``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport import late

if TYPE_CHECKING:
    from vnreport.archive.arrow import (
        ARTICLE_SCHEMA,
        RECORD_SCHEMA,
        TABLE_SCHEMAS,
        parse_batches,
        record_batch,
        tables,
    )
    from vnreport.archive.frames import to_frames

_HOME = {
    "ARTICLE_SCHEMA": "arrow",
    "RECORD_SCHEMA": "arrow",
    "TABLE_SCHEMAS": "arrow",
    "parse_batches": "arrow",
    "record_batch": "arrow",
    "tables": "arrow",
    "to_frames": "frames",
}

__all__ = [
    "ARTICLE_SCHEMA",
    "RECORD_SCHEMA",
    "TABLE_SCHEMAS",
    "parse_batches",
    "record_batch",
    "tables",
    "to_frames",
]

__getattr__ = late.names(__name__, _HOME, extra="archive")
