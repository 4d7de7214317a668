"""WARC: the pages of HTML among what a crawler fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from vnreport.archive.inputs import Source
from vnreport.archive.readers import bodies
from vnreport.archive.readers.items import Found, Item, Settings, Unread

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Item]:
    """The pages of a WARC file, placed by record from 1; an article's id is the address of its page.

    A page is a `response` of status 200, or a `resource`, of type HTML; other records (requests, images, redirects)
    are no articles.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    counted: Any = _Counted(stream)
    records = ArchiveIterator(counted, parse_http=False, stream_detect=False)
    for number, record in enumerate(records, 1):
        if record.record_type & wanted:
            item = _page(f"{source.name}#{number}", record, settings)
            if item is not None:
                yield item


class _Counted:
    """What fastwarc needs of a stream: it asks where it stands, which a decompressed stream does not know."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _page(place: str, record: Any, settings: Settings) -> Item | None:
    """The page in a record, or None where it holds something else."""
    id = (record.headers.get("WARC-Target-URI") or "").strip() or None
    length = record.headers.get("Content-Length") or ""
    if not (length.isascii() and length.isdecimal()):
        return Unread(place, id, "damaged WARC: a record without a length")
    declared = int(length)
    if declared > settings.max_bytes:
        return Unread(place, id, settings.too_many_bytes(declared)) if _is_text(record) else None
    block = record.reader.read(declared) if declared else b""
    if len(block) < declared or not block:
        return Unread(place, id, f"damaged WARC: the record ends after {len(block)} of {declared} bytes")
    if not record.is_http:
        type, _, parameters = (record.headers.get("Content-Type") or "").partition(";")
        return _found(place, id, type, parameters.partition("charset=")[2].strip(" \"'") or None, block)
    try:
        response = _response(block)
        codings = response.http_headers.get("Content-Encoding") or ""
        data = bodies.unpacked(response.reader.read(declared), codings, settings.max_bytes + 1)
    except OSError as error:
        return Unread(place, id, f"damaged HTTP response: {error}")
    if response.http_headers.status_code != 200:
        return None
    if len(data) > settings.max_bytes:
        return Unread(place, id, f"{settings.too_many_bytes(len(data))}, decompressed")
    return _found(place, id, response.http_content_type or "", response.http_charset, data)


def _response(block: bytes) -> Any:
    """The HTTP response in a block, not chunked but for the rest coded as it came.

    It is in a record of its own: a fault in its coding would end the file's iterator.
    """
    from fastwarc.warc import WarcRecord, WarcRecordType

    def parsed(decode: str) -> Any:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.set_bytes_content(block)
        record.is_http = True
        record.parse_http(auto_decode=decode)
        if record.http_headers is None or record.http_headers.status_code is None:
            raise OSError("no HTTP headers")
        return record

    record = parsed("none")  # fastwarc unpacks gzip to its end, however far that is
    transfer = (record.http_headers.get("Transfer-Encoding") or "").strip().lower()
    if transfer in ("", "identity"):
        return record
    if transfer != "chunked":
        raise OSError(f"unknown transfer coding {transfer!r}")
    return parsed("transfer")


def _found(place: str, id: str | None, type: str, charset: str | None, data: bytes) -> Item | None:
    if type.strip().lower() not in _PAGES:
        return None
    if not data.strip():
        return Unread(place, id, "empty article")
    return Found(place, id, "html", data, charset=charset)


def _is_text(record: Any) -> bool:
    """Whether a record too long to be read may be a page, and no film."""
    head = record.reader.read(4096).lower()
    return any(page.encode() in head for page in _PAGES)
