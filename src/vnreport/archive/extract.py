"""From what a reader found to what a pipeline reads: text decoded, taken out of its page, its title put on it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from vnreport.archive.readers.items import Found
from vnreport.text.decode import DecodeError, decode


class Article(NamedTuple):
    """The `text` that the record's offsets index, title line included, and the day it appeared, where known."""

    text: str
    published: str | None


class ExtractError(ValueError):
    """There is no article to be had; the message says why."""


def extract(found: Found, max_chars: int) -> Article:
    """The article that a reader found.

    A title that does not stand at the head of the text is put there, as a first line. Of a page, the article's text,
    its title and the day it appeared are those that trafilatura finds. Lone surrogates, which no table can hold,
    become U+FFFD, one for one.

    Raises `ExtractError` where there is no text, or one of more than `max_chars` characters.
    """
    if found.kind == "html":
        title, text, published = _page(found)
    else:
        title, text, published = found.title, _decoded(found), found.published
    if not text.strip():
        raise ExtractError("empty article" if found.kind != "html" else "no article found in the page")
    if title is not None and not _begins_with(text, title):
        text = f"{' '.join(title.split())}\n\n{text}"
    if len(text) > max_chars:
        raise ExtractError(f"too long: {len(text)} characters, over the limit of {max_chars}")
    return Article(_encodable(text), None if published is None else _encodable(published))


def _decoded(found: Found) -> str:
    if isinstance(found.content, str):
        return found.content
    try:
        return decode(found.content, found.charset).text
    except DecodeError as error:
        raise ExtractError(f"wrong encoding: {error}") from None


def _page(found: Found) -> tuple[str | None, str, str | None]:
    """The title, the text and the day of the article in a page."""
    import trafilatura

    document: Any = trafilatura.bare_extraction(_markup(found), with_metadata=True, include_comments=False)
    if document is None:
        raise ExtractError("no article found in the page")
    return document.title or None, document.text or "", document.date or found.published


_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)


def _markup(found: Found) -> str:
    """The page as text: in the encoding its server or it itself names, if it is that, else as any file."""
    data = found.content
    assert isinstance(data, bytes)
    declared = _DECLARED.search(data[:4096])
    names = [found.charset, declared[1].decode("ascii") if declared else None]
    for name in names:
        if name is not None and _is_known(name):
            try:
                return decode(data, name).text
            except DecodeError:
                continue
    try:
        return decode(data).text
    except DecodeError:  # a page is more than its article: what is broken in it may be elsewhere
        return data.decode("utf-8", "replace")


def _is_known(name: str) -> bool:
    try:
        decode(b"", name)
    except LookupError:
        return False
    return True


_HEAD = 80  # characters of a text beyond the title's length in which the title may stand: a section's name, a day


def _begins_with(text: str, title: str) -> bool:
    """Whether the title stands at the head of the text, be it spelt with other spaces, case or accents' order."""
    wanted = _plain(title)
    return wanted in _plain(text.lstrip()[: 2 * len(title) + _HEAD])


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _encodable(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
