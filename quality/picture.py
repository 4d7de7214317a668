"""The README's picture: docs/picture.txt and what `vnreport parse` makes of it.

python quality/picture.py
"""

from __future__ import annotations

import textwrap
from pathlib import Path

import vnreport
from vnreport.cli import table

SOURCE = Path(__file__).parents[1] / "docs" / "picture.txt"
PUBLISHED = "2022-04-09"


def picture() -> str:
    """The article and its record as one fenced block of Markdown."""
    text = SOURCE.read_text("utf-8")
    article = "\n".join(line for paragraph in text.splitlines() for line in textwrap.wrap(paragraph, 100) or [""])
    record = table.written(vnreport.parse(text, published=PUBLISHED), colour=False).rstrip()
    command = f"$ vnreport parse {SOURCE.relative_to(SOURCE.parents[1])} --published {PUBLISHED} --format table"
    return f"```text\n{article}\n\n{command}\n\n{record}\n```"


if __name__ == "__main__":
    print(picture())
