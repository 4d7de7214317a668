"""What is fuzzed: a function of bytes for each, which raises where a promise is broken. Needs no fuzzer itself.

`TARGETS` has them by name, `seeds` what a run begins with. Bytes begin with the choices that a target needs (a day, a
kind of file); what is behind them is the input proper.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import io
import json
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from laws import assert_record_holds
from vnreport import Pipeline
from vnreport.archive.extract import ExtractError, extract
from vnreport.archive.inputs import Source
from vnreport.archive.readers import Found, Settings, Unread, read
from vnreport.dates import parse_stamp
from vnreport.numerals import parse_number
from vnreport.text.decode import DecodeError, decode

DAYS = (None, dt.date(2022, 3, 11), dt.date.min, dt.date.max, dt.date(2024, 2, 29), dt.date(1945, 1, 1))
ENCODINGS = (None, "utf-16", "cp1258", "tcvn3", "utf-8")
PIPELINE = Pipeline(tagger=None)
SETTINGS = {encoding: Settings(encoding=encoding, max_chars=20_000) for encoding in ENCODINGS}


def _text(data: bytes) -> str:
    """Any text, lone surrogates included: each byte that is no UTF-8 is one."""
    return data.decode("utf-8", "surrogateescape")


def parse(data: bytes) -> None:
    """The first byte chooses the day of publication."""
    if not data:
        return
    published = DAYS[data[0] % len(DAYS)]
    text = _text(data[1:])
    assert_record_holds(text, PIPELINE.parse(text, published=published), published)


def number(data: bytes) -> None:
    text = _text(data)
    try:
        value = parse_number(text)
    except ValueError:
        return
    assert value.is_finite()
    assert parse_number(unicodedata.normalize("NFD", text)) == value
    assert parse_number(f" {text.upper()}\n") == value


def stamp(data: bytes) -> None:
    text = _text(data)
    try:
        day = parse_stamp(text)
    except ValueError:
        return
    assert type(day) is dt.date
    assert parse_stamp(day) == day


def decoded(data: bytes) -> None:
    """The first byte chooses the encoding that is asked for."""
    if not data:
        return
    encoding, data = ENCODINGS[data[0] % len(ENCODINGS)], data[1:]
    try:
        text, offset = decode(data, encoding).text, 0
    except DecodeError as error:
        text, offset = "", error.offset
    assert 0 <= offset <= len(data)
    if encoding is None:
        with contextlib.suppress(UnicodeEncodeError):
            assert decode(b"\xef\xbb\xbf" + text.encode("utf-8")).text == text


# A reader that trips ends its file with a reason; one that names an exception is of nobody's thinking of.
_BUG = re.compile(r"cannot be read[^:]*: [A-Z]\w*(?:Error|Exception): ")


def _read(data: bytes, format: str, compression: str | None, encoding: str | None) -> None:
    """One file through its reader, and what it found to the text that is parsed."""
    with tempfile.NamedTemporaryFile(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as file:
        file.write(data)
        file.flush()
        settings = SETTINGS[encoding]
        source = Source(Path(file.name), f"a.{format}", format, compression, len(data))
        for item in read(source, settings):
            assert item.place.startswith(source.name)
            assert item.id is None or (isinstance(item.id, str) and item.id)
            if isinstance(item, Unread):
                assert item.reason
                assert not _BUG.search(item.reason), item.reason
                continue
            assert isinstance(item, Found)
            assert len(item.content) <= settings.max_bytes
            try:
                article = extract(item, settings.max_chars)
            except ExtractError:
                continue
            f"{article.text}{article.published}".encode()  # or Arrow ends the worker
            assert article.text.strip()
            assert len(article.text) <= settings.max_chars
            assert article.published is None or isinstance(article.published, str)


def _reader(format: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        if data:
            _read(data[1:], format, None, ENCODINGS[data[0] % len(ENCODINGS)])

    target.__doc__ = f"A file of {format}; the first byte chooses the encoding that is asked for."
    return target


PACKED = ("jsonl", "csv", "txt", "html", "warc", "parquet")


def packed(data: bytes) -> None:
    """The first byte chooses the format, the packing, and whether the file is packed here, then damaged at the place
    that the second and third say, with the fourth; else the rest is the packed file itself."""
    if len(data) < 4:
        return
    choice, at, mask, data = data[0], data[1] * 256 + data[2], data[3], data[4:]
    format = PACKED[choice % len(PACKED)]
    compression = ("gz", "zst")[choice // 6 % 2]
    if choice // 12 % 4:
        data = pack(data, compression)
        if choice // 12 % 4 == 2:
            data = data[: at % (len(data) + 1)]
        elif choice // 12 % 4 == 3:
            at %= len(data)
            data = data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]
    _read(data, format, compression, None)


def pack(data: bytes, compression: str) -> bytes:
    if compression == "gz":
        return gzip.compress(data, 1, mtime=0)
    import zstandard

    return zstandard.compress(data, 1)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "parse_number": number,
    "parse_stamp": stamp,
    "decode": decoded,
    "jsonl": _reader("jsonl"),
    "csv": _reader("csv"),
    "txt": _reader("txt"),
    "html": _reader("html"),
    "warc": _reader("warc"),
    "parquet": _reader("parquet"),
    "packed": packed,
}
"""The targets, by the names that ``fuzz.py`` takes."""

# Seeds.

ROOT = Path(__file__).parents[1]
STAMPS = [
    "2022-03-11", "2022-03-11T08:30:00+07:00", "2022-03-10T20:00:00Z", "20220311T083000Z", "11/03/2022",
    "Thứ sáu, 11/03/2022 | 08:30 GMT+7", "08:30, thứ Sáu ngày 11/3/2022", "Cập nhật lúc: 08:30 AM, 11-03-2022",
    "Fri, 11 Mar 2022 08:30:00 +0700", "1646962200", "1646962200000", "Chủ nhật, ngày 5 tháng 3 năm 2021",
    "March 11, 2022 8:30 am", "11 mars 2022", "14h30 ngày 5/3/21", "T2, 7.3.2022", "24:00 31/12/9999",
]  # fmt: skip
NUMBERS = [
    "1.458", "30,539", "1,234,567.8", "2 triệu rưỡi", "một trăm linh năm", "-0,2", "2/3", "30,5 tỷ", "12 345,6",
    "1'000", "hai mươi mốt", "ba nghìn không trăm linh bốn", "nửa triệu", "âm ba phẩy năm",
    "mười lăm tỷ hai trăm triệu", "1.458 nghìn tỷ", "một ngàn lẻ một", "3 tỷ 2", "chục", "vài trăm", "hai ba",
    "0,0000001", "1e9",
]  # fmt: skip


def articles() -> list[str]:
    """Invented articles, and the examples of the grammars, which use every rule there is."""
    from test_grammars import GRAMMARS

    whole = [
        path.read_text("utf-8")
        for folder in ("examples", "tests/gold")
        for path in sorted((ROOT / folder).glob("*.txt"))
    ]
    return whole + [example.text for grammar in GRAMMARS for rule in grammar.rules for example in rule.examples]


def pieces() -> list[str]:
    """Words and marks to put into a text."""
    from strategies import FRAGMENTS
    from test_grammars import GRAMMARS

    reads = [example.reads for grammar in GRAMMARS for rule in grammar.rules for example in rule.examples]
    found = dict.fromkeys([*FRAGMENTS, *reads, *STAMPS, *NUMBERS])
    return [piece.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape") for piece in found]


def seeds(name: str) -> Iterator[bytes]:
    """What a run of the target `name` begins with."""
    texts = sorted((text for text in articles() if len(text) > 40), key=len)
    if name == "parse":
        for number_, text in enumerate(articles()):
            yield bytes([number_ % len(DAYS)]) + text.encode()
    elif name == "parse_number":
        yield from (number_.encode() for number_ in NUMBERS)
    elif name == "parse_stamp":
        yield from (stamp_.encode() for stamp_ in STAMPS)
    elif name == "decode":
        for choice, encoding in enumerate(["utf-8", "utf-16", "cp1258", "utf-8", "utf-8-sig"]):
            for text in (*texts[:20], *texts[-3:]):
                yield bytes([choice]) + unicodedata.normalize("NFD", text).encode(encoding, "replace")
                yield b"\0" + text.encode(encoding, "replace")
        from vnreport.text import legacy

        table = {char: byte for byte in range(256) if len(char := legacy.decode(bytes([byte]), "tcvn5712")) == 1}
        for text in texts[:20]:
            old = bytes(table.get(char, 63) for char in text)
            yield b"\0" + old
            yield b"\3" + old
    elif name == "packed":
        for kind, format in enumerate(PACKED):
            for file in files(format, texts[:6]):
                for packing, compression in enumerate(("gz", "zst")):
                    for way in (1, 2, 3):
                        yield bytes([kind + 6 * packing + 12 * way, 0, 40, 4]) + file
                    yield bytes([kind + 6 * packing, 0, 0, 0]) + pack(file, compression)
    else:
        for file in files(name, texts):
            yield b"\0" + file


def files(format: str, texts: list[str]) -> Iterator[bytes]:
    """Files of a format that hold `texts`."""
    rows = [
        {"id": f"a-{i}", "published": STAMPS[i % len(STAMPS)], "title": text[:30], "text": text}
        for i, text in enumerate(texts)
    ]
    if format == "jsonl":
        yield "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows[:4]).encode()
        yield "".join(
            json.dumps({"id": i, "date": None, "text": r["text"]}) + "\r\n" for i, r in enumerate(rows[:4])
        ).encode("utf-16")
        yield b'{"text": "\\ud800 H\\u1ecdp", "id": 1.5}\n\n[1, 2]\n{"text": NaN}\n{"text": {"a": [1]}}\n{"id": "x"\n'
    elif format == "csv":
        import csv

        for delimiter, encoding in ((",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), ("|", "cp1258")):
            out = io.StringIO()
            writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows[:4])
            yield unicodedata.normalize("NFD", out.getvalue()).encode(encoding, "replace")
    elif format == "txt":
        yield from (text.encode() for text in (*texts[:20], *texts[-6:]))
    elif format == "html":
        for text in texts[:8]:
            yield _page(text)
    elif format == "warc":
        yield b"".join(_warc(row["id"], _page(row["text"])) for row in rows[:2])
        yield _warc("b", _page(rows[0]["text"]), chunked=True)
    elif format == "parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        for options in (
            {"compression": "none"},
            {"compression": "snappy", "use_dictionary": False},
            {"compression": "zstd", "data_page_version": "2.0", "data_page_size": 100, "row_group_size": 2},
            {"use_dictionary": False, "column_encoding": {"text": "DELTA_BYTE_ARRAY", "id": "DELTA_LENGTH_BYTE_ARRAY"}},
        ):
            sink = io.BytesIO()
            pq.write_table(pa.Table.from_pylist([{**row, "n": Decimal(1)} for row in rows[:3]]), sink, **options)
            yield sink.getvalue()


def _page(text: str) -> bytes:
    title, *paragraphs = text.split("\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or [title] * 3)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title><meta property='
        f'"article:published_time" content="2022-03-11T08:30:00+07:00"></head><body><article><h1>{title}</h1>{body}'
        "</article></body></html>"
    ).encode()


def _warc(name: str, page: bytes, *, chunked: bool = False) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    if chunked:
        page = gzip.compress(page, 1, mtime=0)
        page = b"%x\r\n" % len(page) + page + b"\r\n0\r\n\r\n"
        head += b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    block = head + b"\r\n" + page
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://baotanlap.vn/{name}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )
