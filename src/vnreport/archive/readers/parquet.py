"""Parquet, a few rows at a time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from vnreport.archive.inputs import Source
from vnreport.archive.readers import pages
from vnreport.archive.readers.items import Item, Settings, Unread, article
from vnreport.archive.streams import BrokenFile

_ROWS = 16  # rows held at once, at most
_HELD = 1 << 25  # bytes that these should take: each text may be as long as its page
_BUFFER = 1 << 16
_PAGE = 1 << 28  # bytes that a page of a column may unpack to; more where the longest article is longer
_COPY = 1 << 34  # bytes that a compressed file may take on disk


def read(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Item]:
    """The articles of a Parquet file, placed by row from 1; of its columns only those that are asked for are read.

    Raises `BrokenFile` where the file is no Parquet, is damaged, or has no column of the text.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        # A file of Arrow's own and a buffer: else pyarrow reads a row group whole, however large the writer made it.
        with _on_disk(stream, source) as path, pa.OSFile(path) as file, open(path, "rb") as same:
            table = pq.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
            fields = settings.fields
            there = table.schema_arrow.names
            names = fields.names("text")
            if not set(names) & set(there):
                raise BrokenFile(f"no column {' or '.join(map(repr, names))}; there is {', '.join(there[:12])}")
            wanted = {*names, *fields.names("id"), *fields.names("date"), *fields.names("title")}
            columns = [name for name in there if name in wanted]
            for batch in _batches(table, same, columns, max(_PAGE, _ROWS * settings.max_bytes)):
                if source.compression is None:  # say how far we are by where the file stands that Arrow does not use
                    stream.seek(source.size * number // table.metadata.num_rows)
                values = [_values(column) for column in batch.columns]
                for row in zip(*values, strict=True):
                    number += 1
                    place = f"{source.name}#{number}"
                    if any(isinstance(value, str | bytes) and len(value) > settings.max_bytes for value in row):
                        yield Unread(place, None, settings.too_many_bytes(max(map(_size, row))))
                    else:
                        yield article(place, dict(zip(columns, row, strict=True)), fields)
            if number != table.metadata.num_rows:  # Arrow takes some damaged pages for the end of their column
                raise BrokenFile(f"damaged Parquet: {number} of {table.metadata.num_rows} rows can be read")
    except pa.ArrowException as error:
        raise BrokenFile(str(error).splitlines()[0]) from None
    except UnicodeDecodeError:
        raise BrokenFile("damaged Parquet: no UTF-8 where there must be") from None


def _batches(table: Any, file: BinaryIO, names: list[str], limit: int) -> Iterator[Any]:
    """A few rows at a time; no page may unpack to more than `limit` bytes."""
    for number, group in enumerate(pages.row_groups(file)):
        page = pages.largest(file, [column for column in group if column.name in names], limit)
        rows = max(1, min(_ROWS, _HELD // max(page, 1)))
        yield from table.iter_batches(batch_size=rows, row_groups=[number], columns=names, use_threads=False)


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str | bytes) else 0


def _values(column: Any) -> list[Any]:
    """The values of a column; bytes where a string is not UTF-8, which Arrow does not check."""
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        values = column.cast(pa.large_binary()).to_pylist()
    return values


@contextmanager
def _on_disk(stream: BinaryIO, source: Source) -> Iterator[str]:
    """The path of the file, or of a decompressed copy: a Parquet file is read from its end."""
    if source.compression is None:
        yield str(source.path)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "copy.parquet")
        with open(path, "wb") as copy:
            while data := stream.read(_BUFFER):
                if copy.tell() + len(data) > _COPY:
                    raise BrokenFile(f"Parquet that unpacks to more than {_COPY} bytes")
                copy.write(data)
        yield path
