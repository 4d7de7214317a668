"""Docstrings show their doctests as code: Markdown takes a line that begins with ``>>>`` for a quotation."""

from __future__ import annotations

import re
from typing import Any

from griffe import Extension, Object

DOCTEST = re.compile(r"(?:^|(?<=\n\n))(?P<code>>>> .*?)(?=\n\n|\Z)", re.DOTALL)


class Doctests(Extension):
    """Puts a fence about each paragraph that is a doctest."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Called by griffe for every object it has read."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(text: str) -> str:
    """`text`, a docstring, with a fence about each paragraph that begins with ``>>>``."""
    return DOCTEST.sub(lambda found: f"```pycon\n{found['code']}\n```", text)
