"""What the pages of a Parquet file say of their size, which Arrow believes before it has read them.

A damaged or hostile header of a few bytes makes it take gigabytes. Footer and headers are structs of Thrift's compact
protocol; only places and sizes are wanted, and whatever else stands there is passed over. Arrow's own view of the
footer is no help: on some damaged ones, to ask for a column ends the process.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from vnreport.archive.streams import BrokenFile

_TRUE, _FALSE, _BYTE, _INTEGERS, _DOUBLE, _BINARY, _LISTS, _MAP, _STRUCT = 1, 2, 3, (4, 5, 6), 7, 8, (9, 10), 11, 12
_DEPTH = 12
_LONGEST = 1 << 31  # bytes of a string
_DAMAGED = "damaged Parquet: its footer, or the header of a page, cannot be read"


class Column(NamedTuple):
    """A column of a row group: its name, and where in the file its pages begin and end."""

    name: str
    start: int
    end: int


class _Page(NamedTuple):
    """Bytes of a page unpacked and packed, and the values of a dictionary."""

    unpacked: int
    packed: int
    values: int


def row_groups(file: BinaryIO) -> Iterator[list[Column]]:
    """The columns of each row group, as the file's footer lists them. Raises `BrokenFile` where it cannot be read."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 8))
    length = int.from_bytes(file.read(4), "little")
    if length > size - 8:
        raise BrokenFile(_DAMAGED)
    file.seek(size - 8 - length)
    footer = io.BytesIO(file.read(length))
    for field, kind in _fields(footer):
        if field == 4 and kind in _LISTS:
            for _ in _members(footer):
                yield list(_columns(footer))
        else:
            _skip(footer, kind, 0)


def largest(file: BinaryIO, columns: list[Column], limit: int) -> int:
    """The bytes that the largest page of these columns unpacks to.

    Raises `BrokenFile` where a page claims more than there is, or more than `limit` bytes.
    """
    found = 0
    for column in columns:
        at = column.start
        while 0 <= at < column.end:
            file.seek(at)
            page = _page(file)
            at = file.tell() + page.packed
            if page.packed < 0 or at > column.end or page.unpacked < 0:
                raise BrokenFile("damaged Parquet: a page runs over the end of its column")
            if page.unpacked > limit:
                raise BrokenFile(f"a page of Parquet unpacks to {page.unpacked} bytes, over the limit of {limit}")
            if page.values > page.unpacked:  # no value takes less than a byte
                raise BrokenFile("damaged Parquet: a dictionary of more values than it has bytes")
            found = max(found, page.unpacked)
    return found


def _columns(file: BinaryIO) -> Iterator[Column]:
    for field, kind in _fields(file):
        if field == 1 and kind in _LISTS:
            for _ in _members(file):
                yield _column(file)
        else:
            _skip(file, kind, 0)


def _column(file: BinaryIO) -> Column:
    name, sizes = "", {7: 0, 9: 0, 11: 0}  # packed size, first page of data, dictionary
    for field, kind in _fields(file):
        if field != 3 or kind != _STRUCT:
            _skip(file, kind, 0)
            continue
        for inner, inner_kind in _fields(file):
            if inner == 3 and inner_kind in _LISTS:
                path = [_string(file) for _ in _members(file)]
                name = path[0] if path else ""
            elif inner in sizes and inner_kind in _INTEGERS:
                sizes[inner] = _integer(file)
            else:
                _skip(file, inner_kind, 0)
    start = min(sizes[9], sizes[11]) if sizes[11] > 0 else sizes[9]
    return Column(name, start, start + sizes[7])


def _page(file: BinaryIO) -> _Page:
    sizes: dict[int, int] = {}
    values = 0
    for field, kind in _fields(file):
        if field in (2, 3) and kind in _INTEGERS:
            sizes[field] = _integer(file)
        elif field == 7 and kind == _STRUCT:
            for inner, inner_kind in _fields(file):
                if inner == 1 and inner_kind in _INTEGERS:
                    values = _integer(file)
                else:
                    _skip(file, inner_kind, 0)
        else:
            _skip(file, kind, 0)
    if len(sizes) < 2:
        raise BrokenFile(_DAMAGED)
    return _Page(sizes[2], sizes[3], values)


# Thrift's compact protocol.


def _fields(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The fields of the struct that begins here, as number and kind; each has to be read before the next."""
    field = 0
    while head := _byte(file):
        field = field + (head >> 4) if head >> 4 else _integer(file)
        yield field, head & 15


def _members(file: BinaryIO) -> Iterator[int]:
    """The kind of each member of the list that begins here; each has to be read before the next."""
    head = _byte(file)
    kind = head & 15
    for _ in range(_unsigned(file) if head >> 4 == 15 else head >> 4):
        yield _member(kind)


def _member(kind: int) -> int:
    return _BYTE if kind in (_TRUE, _FALSE) else kind  # a truth value has no field to stand in, and takes a byte


def _skip(file: BinaryIO, kind: int, depth: int) -> None:
    if depth > _DEPTH:
        raise BrokenFile(_DAMAGED)
    if kind in _INTEGERS:
        _unsigned(file)
    elif kind == _BYTE:
        _byte(file)
    elif kind == _DOUBLE:
        for _ in range(8):
            _byte(file)
    elif kind == _BINARY:
        file.seek(_length(file), io.SEEK_CUR)
    elif kind in _LISTS:
        for member in _members(file):
            _skip(file, member, depth + 1)
    elif kind == _STRUCT:
        for _, member in _fields(file):
            _skip(file, member, depth + 1)
    elif kind == _MAP:
        if count := _unsigned(file):
            kinds = _byte(file)
            for _ in range(count):
                _skip(file, _member(kinds >> 4), depth + 1)
                _skip(file, _member(kinds & 15), depth + 1)
    elif kind not in (_TRUE, _FALSE):
        raise BrokenFile(_DAMAGED)


def _string(file: BinaryIO) -> str:
    return file.read(_length(file)).decode("utf-8", "replace")


def _length(file: BinaryIO) -> int:
    length = _unsigned(file)
    if length > _LONGEST:
        raise BrokenFile(_DAMAGED)
    return length


def _byte(file: BinaryIO) -> int:
    data = file.read(1)
    if not data:
        raise BrokenFile(_DAMAGED)
    return data[0]


def _unsigned(file: BinaryIO) -> int:
    value = 0
    for shift in range(0, 70, 7):
        byte = _byte(file)
        value |= (byte & 127) << shift
        if byte < 128:
            return value
    raise BrokenFile(_DAMAGED)


def _integer(file: BinaryIO) -> int:
    value = _unsigned(file)
    return value >> 1 if value & 1 == 0 else -(value + 1 >> 1)
