"""``vnreport schema``: the JSON Schema of the record."""

from __future__ import annotations

import json

from vnreport.cli import files
from vnreport.schema import json_schema


def schema() -> None:
    """Print the JSON Schema of the record that `parse` prints."""
    files.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", None)
