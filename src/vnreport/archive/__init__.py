"""Archives: many articles, unattended.

`parse_batches` is the kernel everything here goes through: batches of articles in, batches of records out.
Names are imported at first use, since they need the extra ``archive``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        home = import_module(f"{__name__}.{_HOME[name]}")
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f"{name} needs {error.name}: pip install 'vnreport[archive]'", name=error.name
        ) from error
    return getattr(home, name)
