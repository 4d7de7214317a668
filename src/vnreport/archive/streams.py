"""Files as streams of bytes, decompressed, and as streams of lines that no single line can flood."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, NamedTuple, cast

from vnreport.archive.inputs import Source
from vnreport.text import legacy

_READ = 1 << 16
# Compressed bytes handed over at once: a zstd block of 4 bytes can stand for 128 KiB, so this bounds the memory.
_ZSTD_READ = 1 << 12


class BrokenFile(OSError):
    """A compressed file that ends too early or is damaged."""


class Line(NamedTuple):
    """One line: its number from 1, its bytes with the line end, or None where it is over the limit of `size`."""

    number: int
    data: bytes | None
    size: int


@contextmanager
def opened(source: Source) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The decompressed bytes of a source, and the file beneath, whose ``tell()`` says how far reading has come.

    Reading raises `OSError` where the file cannot be read or is damaged.
    """
    with open(source.path, "rb") as file:
        if source.compression == "gz":
            with gzip.GzipFile(fileobj=file, mode="rb") as stream:
                yield io.BufferedReader(_Checked(cast(io.RawIOBase, stream)), _READ), file
        elif source.compression == "zst":
            yield io.BufferedReader(_Zstd(file), _READ), file
        else:
            yield file, file


class _Raw(io.RawIOBase):
    """A raw stream that gives out what `_more` makes, in pieces as small as asked for."""

    def __init__(self) -> None:
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            more = self._more()
            if more is None:
                return 0
            self._left = memoryview(more)
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def _more(self) -> bytes | None:
        """Some more bytes, perhaps none; None at the end."""
        raise NotImplementedError


class _Checked(_Raw):
    """A gzip stream whose every fault is a `BrokenFile`."""

    def __init__(self, stream: io.RawIOBase) -> None:
        super().__init__()
        self._stream = stream

    def _more(self) -> bytes | None:
        try:
            return self._stream.read(_READ) or None
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise BrokenFile(f"damaged gzip: {error}") from None


class _Zstd(_Raw):
    """A zstd stream of one or many frames. The library's own reader takes a file cut short for a whole one."""

    def __init__(self, file: IO[bytes]) -> None:
        import zstandard

        super().__init__()
        self._error = zstandard.ZstdError
        self._decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        self._file = file
        self._frame = self._decompressor.decompressobj()
        self._begun = False
        self._waiting = b""

    def _more(self) -> bytes | None:
        data = self._waiting or self._file.read(_ZSTD_READ)
        self._waiting = b""
        if not data:
            if self._begun:
                raise BrokenFile("damaged zstd: the file ends within a frame")
            return None
        try:
            out = self._frame.decompress(data)
        except self._error as error:
            raise BrokenFile(f"damaged zstd: {error}") from None
        self._begun = not self._frame.eof
        if self._frame.eof:
            self._waiting = self._frame.unused_data
            self._frame = self._decompressor.decompressobj()
        return bytes(out)


class _Recoded(_Raw):
    """A stream of UTF-16 or UTF-32 as UTF-8. What is no text becomes U+FFFD."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ended = False

    def _more(self) -> bytes | None:
        if self._ended:
            return None
        data = self._stream.read(_READ)
        self._ended = not data
        return self._decoder.decode(data, final=self._ended).encode("utf-8", "replace")


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def lines(stream: BinaryIO, limit: int, encoding: str | None = None) -> Iterator[Line]:
    """The lines of a stream, at most `limit` bytes each held at once; a longer one is counted and let go.

    A mark of UTF-8, UTF-16 or UTF-32 at the beginning is obeyed and taken off; the last two come out as UTF-8, as they
    do where `encoding` names one of them.
    """
    stream = _even(stream, encoding)
    number = 0
    while data := stream.readline(limit + 1):
        number += 1
        size = len(data)
        if size <= limit or data.endswith(b"\n"):
            yield Line(number, data, size)
            continue
        while data and not data.endswith(b"\n"):
            data = stream.readline(_READ)
            size += len(data)
        yield Line(number, None, size)


def is_wide(encoding: str | None) -> bool:
    """Whether `encoding` writes a line end in more than one byte, so that `lines` recodes it."""
    if encoding is None or legacy.lookup(encoding) is not None:  # Python does not know the old national sets
        return False
    return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))


def _even(stream: BinaryIO, encoding: str | None) -> BinaryIO:
    """The stream without a mark, its lines ended by one byte."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream), _READ)
    head = buffered.peek(4)[:4]
    if head.startswith(codecs.BOM_UTF8):
        buffered.read(len(codecs.BOM_UTF8))
        return cast(BinaryIO, buffered)
    wide = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if wide is None and is_wide(encoding):
        name = codecs.lookup(cast(str, encoding)).name
        wide = f"{name}-le" if name in ("utf-16", "utf-32") else name  # without a mark, the order that Windows writes
    if wide is None:
        return cast(BinaryIO, buffered)
    return cast(BinaryIO, io.BufferedReader(_Recoded(cast(BinaryIO, buffered), wide), _READ))
