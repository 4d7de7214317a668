"""JSON Lines: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from vnreport.archive.inputs import Source
from vnreport.archive.readers.items import Item, Settings, Unread, article
from vnreport.archive.streams import is_wide, lines
from vnreport.text.decode import DecodeError, decode


def read(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Item]:
    """The articles of a JSON Lines file; blank lines are none."""
    decoder = msgspec.json.Decoder()
    encoding = None if is_wide(settings.encoding) else settings.encoding
    for line in lines(stream, settings.max_bytes, settings.encoding):
        place = f"{source.name}:{line.number}"
        if line.data is None:
            yield Unread(place, None, settings.too_many_bytes(line.size))
        elif line.data.strip():
            yield _article(place, line.data, decoder, encoding, settings)


def _article(place: str, data: bytes, decoder: Any, encoding: str | None, settings: Settings) -> Item:
    try:
        row = decoder.decode(data) if encoding is None else None
    except (ValueError, RecursionError):  # of no UTF-8, or of a JSON that is laxer than the standard, or none
        row = None
    if row is None:
        try:
            row = _lax(data, encoding)
        except RecursionError:
            return Unread(place, None, "not JSON that can be read: nested too deeply")
        except DecodeError as error:
            return Unread(place, None, f"wrong encoding: {error}")
        except ValueError as error:
            return Unread(place, None, f"not JSON: {error}")
    if not isinstance(row, dict):
        return Unread(place, None, f"not a JSON object but {type(row).__name__}")
    return article(place, row, settings.fields)


def _lax(data: bytes, encoding: str | None) -> Any:
    """The value of a line that strict JSON refuses: lone surrogates, control characters, NaN, another encoding."""
    return json.loads(decode(data, encoding).text, strict=False)
