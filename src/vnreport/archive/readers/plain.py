"""Files that are one article each: plain text and pages of HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from vnreport.archive.inputs import Source
from vnreport.archive.readers.items import Found, Item, Kind, Settings, Unread


def read_text(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Item]:
    """The one article of a text file."""
    return _whole(stream, source, settings, "bytes")


def read_html(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Item]:
    """The one article of a page."""
    return _whole(stream, source, settings, "html")


def _whole(stream: BinaryIO, source: Source, settings: Settings, kind: Kind) -> Iterator[Item]:
    data = stream.read(settings.max_bytes + 1)
    size = len(data)
    if size > settings.max_bytes:
        while more := len(stream.read(1 << 16)):
            size += more
        yield Unread(source.name, None, settings.too_many_bytes(size))
    elif not data.strip():
        yield Unread(source.name, None, "empty article")
    else:
        yield Found(source.name, None, kind, data, charset=settings.encoding)
