"""What readers hand on: an article as it was found, or the news that one could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Kind = Literal["text", "bytes", "html"]


class Found(NamedTuple):
    """An article as its file holds it; `vnreport.archive.extract` makes the text of it.

    `place` says where it stands (``news.jsonl:12``, ``news.csv#3``), `id` is the one it was given, or None. `content`
    is a ``text``, the ``bytes`` of one, or the bytes of a page of ``html``; `charset` is what a web server said of it.
    """

    place: str
    id: str | None
    kind: Kind
    content: str | bytes
    published: str | None = None
    title: str | None = None
    charset: str | None = None


class Unread(NamedTuple):
    """Something that could not be read: where, the id where that much is known, and why."""

    place: str
    id: str | None
    reason: str


Item = Found | Unread
"""What a reader gives for each article, in order."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields (keys, columns) that an article is read from; None stands for the usual names.

    The text is looked for in ``text``, the id in ``id``, the day it appeared in ``published``, then ``date``, the
    title in ``title``.
    """

    text: str | None = None
    id: str | None = None
    date: str | None = None
    title: str | None = None

    def names(self, what: Literal["text", "id", "date", "title"]) -> tuple[str, ...]:
        """The names of the field, the first that an article has counts."""
        chosen: str | None = getattr(self, what)
        return _USUAL[what] if chosen is None else (chosen,)


_USUAL = {"text": ("text",), "id": ("id",), "date": ("published", "date"), "title": ("title",)}


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read: the fields, the encoding of text files (None finds it), the longest article in characters."""

    fields: Fields = field(default_factory=Fields)
    encoding: str | None = None
    max_chars: int = 2_000_000

    @property
    def max_bytes(self) -> int:
        """The bytes an article may take in a file: room for markup, JSON's escapes and other fields."""
        return max(8 * self.max_chars, 1 << 16)

    def too_many_bytes(self, size: int) -> str:
        """The reason given for what is over `max_bytes`."""
        return f"too long: {size} bytes, over the limit of {self.max_bytes} (for {self.max_chars} characters)"


def article(place: str, row: Mapping[str, Any], fields: Fields) -> Item:
    """The article in one record (`row`) of a file, by its `fields`, or word that it has none; nothing is raised."""
    try:
        id = _plain(_get(row, fields.names("id")), "id")
    except ValueError as error:
        return Unread(place, None, str(error))
    try:
        text = _text(row, fields.names("text"))
        published = _plain(_get(row, fields.names("date")), "date")
        title = _get(row, fields.names("title"))
    except ValueError as error:
        return Unread(place, id, str(error))
    return Found(
        place=place,
        id=id,
        kind="bytes" if isinstance(text, bytes) else "text",
        content=text,
        published=published,
        title=title if isinstance(title, str) and title.strip() else None,
    )


def _get(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((value for name in names if (value := row.get(name)) is not None), None)


def _text(row: Mapping[str, Any], names: tuple[str, ...]) -> str | bytes:
    text = _get(row, names)
    if text is None:
        there = ", ".join(map(str, list(row)[:12])) or "nothing"
        raise ValueError(f"no field {' or '.join(map(repr, names))}; there is {there}")
    if not isinstance(text, str | bytes):
        raise ValueError(f"the text is of type {type(text).__name__}")
    if not text.strip():
        raise ValueError("empty article")
    return text


def _plain(value: Any, what: str) -> str | None:
    """An id or a day as a string; None where it is missing or blank."""
    if value is None:
        return None
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"the {what} is of type {type(value).__name__}")
    return str(value).strip() or None
