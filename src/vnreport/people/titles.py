"""A title: the words of an office and what they tell of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Title:
    """A title: words `start` to `end` (exclusive), its head's `head` to `body`, its complement's from `complement` on.

    `complement` is -1 where it has none; `kind`, `former`, `acting` and `deputy` are those of `Position`. `plural`:
    several people have it (`các Phó Chủ tịch`). `way`: how it came to its holder (`ways.WAYS`), empty while it has
    none.
    """

    start: int
    head: int
    body: int
    end: int
    kind: str
    former: bool = False
    acting: bool = False
    deputy: bool = False
    complement: int = -1
    plural: bool = False
    way: str = ""
