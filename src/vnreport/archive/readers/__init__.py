"""Readers: one file of an archive as a stream of articles.

A reader does only what the articles' bounds, ids and order need, so that the process that reads can feed many that
parse; decoding a file's text and finding the article in a page is left to them (`vnreport.archive.extract`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from vnreport.archive.inputs import Source
from vnreport.archive.readers import csv, jsonl, parquet, plain, warc
from vnreport.archive.readers.items import Fields, Found, Item, Settings, Unread
from vnreport.archive.streams import opened

__all__ = ["Fields", "Found", "Item", "Settings", "Unread", "read"]

Reader = Callable[[BinaryIO, Source, Settings], Iterator[Item]]

_READERS: dict[str, Reader] = {
    "csv": csv.read,
    "html": plain.read_html,
    "jsonl": jsonl.read,
    "parquet": parquet.read,
    "txt": plain.read_text,
    "warc": warc.read,
}


def read(source: Source, settings: Settings, position: Callable[[int], None] | None = None) -> Iterator[Item]:
    """The articles of a source, in order, and in their places what could not be read.

    A file that cannot be opened, or breaks off, ends with an `Unread` that says so. `position` is told, now and then,
    how many of the file's bytes have been read.
    """
    count = 0
    try:
        with opened(source) as (stream, file):
            for item in _READERS[source.format](stream, source, settings):
                count += 1
                if position is not None and count % 16 == 1:
                    position(file.tell())
                yield item
    except Exception as error:  # whatever a reader trips over is this file's fault, and the archive goes on
        after = f" after {count} articles" if count else ""
        yield Unread(source.name, None, f"the file cannot be read{after}: {_why(error)}")


def _why(error: Exception) -> str:
    """What went wrong, without the path, which differs between machines."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) if isinstance(error, OSError) and str(error) else f"{type(error).__name__}: {error}"
