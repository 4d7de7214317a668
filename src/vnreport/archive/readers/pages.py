"""What the pages of a Parquet file say of their size, which Arrow believes before it has read them.

A damaged or hostile header of a few bytes makes it take gigabytes. The headers are structs of Thrift's compact
protocol; of a page's only the sizes are wanted, and whatever else stands there is passed over.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from vnreport.archive.streams import BrokenFile

_UNPACKED, _PACKED, _DICTIONARY, _VALUES = 2, 3, 7, 1  # fields of a page's header, and of the dictionary's in it
_TRUE, _FALSE, _BYTE, _INTEGERS, _DOUBLE, _BINARY, _LISTS, _MAP, _STRUCT = 1, 2, 3, (4, 5, 6), 7, 8, (9, 10), 11, 12
_DEPTH = 8
_LONGEST = 1 << 31  # bytes of a string
_DAMAGED = "damaged Parquet: the header of a page cannot be read"


def check(file: BinaryIO, group: Any, columns: list[str], limit: int) -> int:
    """The bytes that the largest page of these columns of a row group (pyarrow's metadata) unpacks to.

    Raises `BrokenFile` where a page claims more than there is, or more than `limit` bytes.
    """
    wanted = frozenset(columns)
    largest = 0
    for number in range(group.num_columns):
        column = group.column(number)
        if column.path_in_schema.partition(".")[0] not in wanted:
            continue
        at = column.data_page_offset
        if column.dictionary_page_offset:
            at = min(at, column.dictionary_page_offset)
        end = at + column.total_compressed_size
        while 0 <= at < end:
            file.seek(at)
            header = _struct(file, 0)
            unpacked, packed, dictionary = header.get(_UNPACKED), header.get(_PACKED), header.get(_DICTIONARY, {})
            if not isinstance(unpacked, int) or not isinstance(packed, int) or not isinstance(dictionary, dict):
                raise BrokenFile(_DAMAGED)
            at = file.tell() + packed
            if packed < 0 or at > end or unpacked < 0:
                raise BrokenFile("damaged Parquet: a page runs over the end of its column")
            if unpacked > limit:
                raise BrokenFile(f"a page of Parquet unpacks to {unpacked} bytes, over the limit of {limit}")
            if dictionary.get(_VALUES, 0) > unpacked:  # no value takes less than a byte
                raise BrokenFile("damaged Parquet: a dictionary of more values than it has bytes")
            largest = max(largest, unpacked)
    return largest


def _struct(file: BinaryIO, depth: int) -> dict[int, Any]:
    """The integers and structs of the struct that begins here, by field."""
    found: dict[int, Any] = {}
    field = 0
    while head := _byte(file):
        field = field + (head >> 4) if head >> 4 else _integer(file)
        value = _value(file, head & 15, depth + 1)
        if value is not None:
            found[field] = value
    return found


def _value(file: BinaryIO, kind: int, depth: int) -> int | dict[int, Any] | None:
    """An integer or a struct; None for a value of another kind, which is passed over."""
    if depth > _DEPTH:
        raise BrokenFile(_DAMAGED)
    if kind in _INTEGERS:
        return _integer(file)
    if kind == _STRUCT:
        return _struct(file, depth)
    if kind == _BYTE:
        _byte(file)
    elif kind == _DOUBLE:
        for _ in range(8):
            _byte(file)
    elif kind == _BINARY:
        length = _unsigned(file)
        if length > _LONGEST:
            raise BrokenFile(_DAMAGED)
        file.seek(length, 1)
    elif kind in _LISTS:
        head = _byte(file)
        for _ in range(_unsigned(file) if head >> 4 == 15 else head >> 4):
            _member(file, head & 15, depth)
    elif kind == _MAP:
        if count := _unsigned(file):
            kinds = _byte(file)
            for _ in range(count):
                _member(file, kinds >> 4, depth)
                _member(file, kinds & 15, depth)
    elif kind not in (_TRUE, _FALSE):
        raise BrokenFile(_DAMAGED)
    return None


def _member(file: BinaryIO, kind: int, depth: int) -> None:
    """Passes over a member of a list or a map, where a truth value takes a byte."""
    _value(file, _BYTE if kind in (_TRUE, _FALSE) else kind, depth + 1)


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
