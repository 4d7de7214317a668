"""Bodies of HTTP responses, unpacked no further than asked: a megabyte of gzip may stand for a gigabyte."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable

Read = Callable[[int], bytes]
"""Gives some more of a body, at most so many bytes; none at its end."""

_PIECE = 1 << 16


def unpacked(body: bytes, codings: str, limit: int) -> bytes:
    """A body without its content codings (as ``Content-Encoding`` lists them), its first `limit` bytes.

    A body that was cut short is unpacked as far as it goes. Raises `OSError` where it is not coded as it says.
    """
    for coding in reversed(codings.lower().split(",")):
        name = coding.strip()
        if name in ("", "identity"):
            continue
        if name not in _CODINGS:
            raise OSError(f"unknown coding {name!r}")
        body = body and _all(_CODINGS[name](body), limit)
    return body[:limit]


def _all(read: Read, limit: int) -> bytes:
    found: list[bytes] = []
    left = limit
    while left > 0:
        try:
            data = read(min(left, _PIECE))
        except EOFError:
            break
        except Exception as error:  # each library has its own
            if found:
                break
            raise OSError(str(error) or type(error).__name__) from None
        if not data:
            break
        found.append(data)
        left -= len(data)
    return b"".join(found)


def _gzip(body: bytes) -> Read:
    return gzip.GzipFile(fileobj=io.BytesIO(body)).read1  # what `read` has when it fails, it forgets


def _deflate(body: bytes) -> Read:
    # What is called so is a zlib stream or, from some servers, one without its head.
    try:
        zlib.decompressobj().decompress(body[:_PIECE], 1)
    except zlib.error:
        return _Deflated(body, -zlib.MAX_WBITS).read
    return _Deflated(body, zlib.MAX_WBITS).read


class _Deflated:
    def __init__(self, body: bytes, window: int) -> None:
        self._decoder = zlib.decompressobj(window)
        self._source = io.BytesIO(body)
        self._rest = b""

    def read(self, size: int) -> bytes:
        while not self._decoder.eof and (data := self._rest or self._source.read(_PIECE)):
            out = self._decoder.decompress(data, size)
            self._rest = self._decoder.unconsumed_tail
            if out:
                return out
        return self._decoder.flush()


def _brotli(body: bytes) -> Read:
    import pyarrow as pa

    read: Read = pa.CompressedInputStream(pa.BufferReader(body), "brotli").read
    return read


def _zstd(body: bytes) -> Read:
    import zstandard

    decoder = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    read: Read = decoder.stream_reader(body, read_across_frames=True).read
    return read


_CODINGS: dict[str, Callable[[bytes], Read]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
