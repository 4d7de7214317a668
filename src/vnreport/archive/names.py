"""What stands where in the folder that a run fills."""

from __future__ import annotations

TABLES = ("articles", "people", "positions", "mentions", "dates", "figures", "documents", "meetings", "texts")
"""The folders of `parquet`. `texts` holds the text that the others' offsets index, and where it was found."""

RECORDS = ("records", "texts")
"""The folders of `jsonl`."""

ERRORS = "errors.jsonl"
INPUTS = "inputs.jsonl"
SEEN = ".seen.sqlite"
WORK = ".work"

FOLDERS = {"parquet": TABLES, "jsonl": RECORDS}


def part_name(number: int, format: str) -> str:
    """The name of a part, the same in each table's folder."""
    return f"part-{number:06d}.{format}"
