"""CSV with a header line; the mark between fields is told by it."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import BinaryIO

from vnreport.archive.inputs import Source
from vnreport.archive.readers.items import Item, Settings, Unread, article
from vnreport.archive.streams import is_wide, lines
from vnreport.text.decode import DecodeError, decode

_DELIMITERS = ",;\t|"
# Stands between fields while their bytes are decoded together: a control character that no text has, and that the
# guess of an encoding does not mind.
_BETWEEN = "\x0b"
# The csv module takes no NUL before Python 3.11. This surrogate stands for it there: no bytes are read as one.
_NUL = "\ud800" if sys.version_info < (3, 11) else "\0"


def read(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Item]:
    """The articles of a CSV file, placed by row, the first after the header being 1; blank lines are none."""
    text = _Text(stream, settings)
    first = next(text, "")
    rows = csv.reader(chain([first], text), delimiter=max(_DELIMITERS, key=first.count))
    with _field_limit(settings.max_bytes):
        try:
            header = next(rows, [])
        except csv.Error as error:
            yield Unread(source.name, None, f"not CSV: {error}")
            return
        names = settings.fields.names("text")
        if not set(names) & set(header):
            there = ", ".join(header[:12]).encode("utf-8", "backslashreplace").decode() or "nothing"
            yield Unread(source.name, None, f"no column {' or '.join(map(repr, names))}; there is {there}")
            return
        for number, (row, fault) in enumerate(_rows(rows, text), 1):
            place = f"{source.name}#{number}"
            yield Unread(place, None, fault) if fault else _article(place, header, row, settings)


class _Text(Iterator[str]):
    """The lines of the stream as text; bytes that are no UTF-8 as surrogates, to be looked at a row at a time."""

    def __init__(self, stream: BinaryIO, settings: Settings) -> None:
        self.number = 0
        self.fault: str | None = None
        self._settings = settings
        self._lines = lines(stream, settings.max_bytes, settings.encoding)
        self._encoding = None if is_wide(settings.encoding) else settings.encoding

    def __next__(self) -> str:
        return self._line().replace("\0", _NUL)

    def _line(self) -> str:
        line = next(self._lines)
        self.number = line.number
        if line.data is None:
            self.fault = self._settings.too_many_bytes(line.size)
            return "\n"
        if self._encoding is not None:
            try:
                return decode(line.data, self._encoding).text
            except DecodeError as error:
                self.fault = f"wrong encoding: {error}"
        return line.data.decode("utf-8", "surrogateescape")


def _rows(rows: Iterator[list[str]], text: _Text) -> Iterator[tuple[list[str], str | None]]:
    """The rows after the header, each with what is wrong with it, or None."""
    while True:
        begun = text.number + 1
        text.fault = None
        try:
            row = [field.replace(_NUL, "\0") for field in next(rows)]
        except StopIteration:
            return
        except csv.Error as error:  # the reader goes on with the next line
            yield [], f"not CSV (lines {begun} to {text.number}): {error}"
            continue
        if row or text.fault:
            yield row, text.fault


def _article(place: str, header: list[str], row: list[str], settings: Settings) -> Item:
    if any(field.strip() for field in row[len(header) :]):
        return Unread(place, None, f"not CSV: {len(row)} fields, where the header has {len(header)}")
    try:
        row = _decoded(row)
    except DecodeError as error:
        return Unread(place, None, f"wrong encoding: {error}")
    return article(place, dict(zip(header, row, strict=False)), settings.fields)


def _decoded(row: list[str]) -> list[str]:
    """The row, its bytes that are no UTF-8 read in the encoding in which it is Vietnamese."""
    whole = _BETWEEN.join(row)
    if whole.isascii():
        return row
    try:
        whole.encode("utf-8")
    except UnicodeEncodeError:
        data = whole.encode("utf-8", "surrogateescape")
        return decode(data).text.split(_BETWEEN)
    return row


@contextmanager
def _field_limit(limit: int) -> Iterator[None]:
    """The longest field that the csv module takes, which is a setting of the whole process."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)
