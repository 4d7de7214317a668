"""What the documentation takes from the README: its generated tables, so that they stand in one place only.

A page names a block, ``<!-- README quality -->``; what stands in the README between ``<!-- quality -->`` and
``<!-- /quality -->`` takes its place when the site is built.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

README = Path(__file__).parents[1] / "README.md"
WANTED = re.compile(r"<!-- README (?P<name>\w+) -->")


def block(name: str) -> str:
    """A generated block of the README. Raises `ValueError` where it has none of that name."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", README.read_text("utf-8"), re.DOTALL)
    if found is None:
        raise ValueError(f"README.md has no <!-- {name} --> … <!-- /{name} -->")
    return found[1]


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Called by MkDocs for every page."""
    return WANTED.sub(lambda wanted: block(wanted["name"]), markdown)
