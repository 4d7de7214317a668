"""What stands where in the folder that a run fills."""

from __future__ import annotations

TABLES = ("articles", "people", "positions", "mentions", "dates", "figures", "documents", "meetings", "texts")
"""The folders of `parquet`. `texts` holds the text that the others' offsets index, and where it was found."""

RECORDS = ("records", "texts")
"""The folders of `jsonl`."""

ERRORS = "errors.jsonl"
"""A line for each article that is in no table."""
INPUTS = "inputs.jsonl"
"""A line for each input that is read to its end."""
SEEN = ".seen.sqlite"
"""The ids met so far, while a run is under way."""
WORK = ".work"
"""What is put aside, while a run is under way."""


def part_name(number: int, format: str) -> str:
    """The name of a part, the same in each table's folder."""
    return f"part-{number:06d}.{format}"
