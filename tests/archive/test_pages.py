"""The pages of a Parquet file are asked for their size before Arrow believes it."""

import gzip
import io
import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from vnreport.archive.inputs import Source  # noqa: E402
from vnreport.archive.readers import Found, Settings, Unread, pages, parquet, read  # noqa: E402
from vnreport.archive.streams import BrokenFile  # noqa: E402

TEXTS = ["Sáng 11/3, xã Tân Lập họp.", "Chiều 12/3, ông Trần Văn An chủ trì hội nghị.", "x" * 5000] * 20
CODECS = ["none", "snappy", "gzip", "zstd", "lz4", "brotli"]


def written(**options: Any) -> bytes:
    """A file with a column of strings, and others that Parquet packs in other ways."""
    sink = io.BytesIO()
    table = pa.table(
        {
            "id": pa.array([f"a-{i}" for i in range(len(TEXTS))]).dictionary_encode(),
            "text": TEXTS,
            "n": list(range(len(TEXTS))),
            "tags": [["a", None, "b" * 300]] * len(TEXTS),
            "place": [{"x": 1.5, "ok": True}] * len(TEXTS),
        }
    )
    pq.write_table(table, sink, **options)
    return sink.getvalue()


def check(data: bytes, limit: int = 1 << 20) -> int:
    file = io.BytesIO(data)
    return max(pages.largest(file, group, limit) for group in pages.row_groups(file))


def items(data: bytes, folder: Path, settings: Settings | None = None) -> list[Any]:
    path = folder / "news.parquet"
    path.write_bytes(data)
    return list(read(Source(path, "news.parquet", "parquet", None, len(data)), settings or Settings()))


@pytest.mark.parametrize(("codec", "version"), list(itertools.product(CODECS, ["1.0", "2.0"])))
def test_pages_of_any_writer_pass(codec: str, version: str, tmp_path: Path) -> None:
    for more in (
        {},
        {"use_dictionary": False, "write_page_checksum": True},
        {"data_page_size": 200, "row_group_size": 7},
    ):
        data = written(compression=codec, data_page_version=version, write_page_index=True, **more)
        check(data)
        assert [item.content for item in items(data, tmp_path)] == TEXTS


def test_pages_of_delta_encodings_pass(tmp_path: Path) -> None:
    encodings = {"text": "DELTA_LENGTH_BYTE_ARRAY", "n": "DELTA_BINARY_PACKED"}
    data = written(use_dictionary=False, column_encoding=encodings)
    check(data)
    assert [item.content for item in items(data, tmp_path)] == TEXTS


def test_page_that_unpacks_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(compression="zstd", use_dictionary=False)
    assert len(items(data, tmp_path, Settings(max_chars=1))) == len(TEXTS)
    monkeypatch.setattr(parquet, "_PAGE", 0)
    monkeypatch.setattr(parquet, "_ROWS", 1)
    (item,) = items(data, tmp_path, Settings(max_chars=1))
    assert isinstance(item, Unread)
    assert "a page of Parquet unpacks to 102066 bytes, over the limit of 65536" in item.reason


def test_compressed_file_is_unpacked_up_to_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.parquet.gz"
    path.write_bytes(gzip.compress(b"PAR1" + bytes(1_000_000)))
    monkeypatch.setattr(parquet, "_COPY", 100_000)
    (item,) = read(Source(path, path.name, "parquet", "gz", path.stat().st_size), Settings())
    assert isinstance(item, Unread)
    assert item.reason == "the file cannot be read: Parquet that unpacks to more than 100000 bytes"


def _first_page(data: bytes) -> int:
    group = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(0)
    return int(group.column(1).data_page_offset)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        # Type 0, unpacked 2 GiB - 1, packed 10: zigzag varints, two fields further each.
        (bytes([0x15, 0, 0x15, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0x15, 20, 0]), "unpacks to 2147483647 bytes"),
        (bytes([0x15, 0, 0x15, 20, 0x15, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0]), "over the end of its column"),
        (bytes([0x15, 0, 0x15, 20, 0x15, 1, 0]), "over the end of its column"),
        (bytes([0x15, 4, 0x15, 20, 0x15, 20, 0x4C, 0x15, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0]), "a dictionary of more"),
        (bytes([0x15, 0, 0]), "cannot be read"),
        (bytes([0x1F]), "cannot be read"),
        (b"\x1c" * 100, "cannot be read"),
        (b"\x19\xfc" + b"\xff" * 30, "cannot be read"),
        (b"\x18" + b"\xff" * 8 + b"\x7f", "cannot be read"),
        (b"\x16" + b"\xff" * 30, "cannot be read"),
        (b"\x19\xf7" + b"\xff" * 8 + b"\x7f", "cannot be read"),
    ],
)
def test_header_that_claims_what_cannot_be_is_refused(header: bytes, said: str) -> None:
    data = written(compression="none", use_dictionary=False)
    at = _first_page(data)
    with pytest.raises(BrokenFile, match=said):
        check(data[:at] + header + data[at + len(header) :])


def test_every_damaged_byte_of_a_header_ends_in_all_articles_or_a_reason(tmp_path: Path) -> None:
    data = written(compression="snappy")
    at = _first_page(data)
    before = pa.default_memory_pool().max_memory() or 0
    for offset, mask in itertools.product(range(-30, 60), (1, 128)):
        broken = bytearray(data)
        broken[at + offset] ^= mask
        found = items(bytes(broken), tmp_path)
        assert sum(isinstance(item, Found) for item in found) == len(TEXTS) or isinstance(found[-1], Unread), offset
    assert (pa.default_memory_pool().max_memory() or 0) <= max(before, 300 << 20)


def test_maps_doubles_and_bytes_in_a_header_are_passed_over() -> None:
    odd = bytes([0x13, 1, 0x17, *range(8), 0x1B, 1, 0x81, 1, 65, 1, 0x1B, 0, 0x11, 0x12, 0x19, 0x21, 1, 2, 0])
    file = io.BytesIO(odd)
    pages._skip(file, 12, 0)
    assert file.tell() == len(odd)


def test_footer_is_read_as_arrow_reads_it() -> None:
    data = written(row_group_size=25)
    told = pq.ParquetFile(io.BytesIO(data)).metadata
    found = list(pages.row_groups(io.BytesIO(data)))
    assert len(found) == told.num_row_groups == 3
    for number, group in enumerate(found):
        columns = [told.row_group(number).column(i) for i in range(told.num_columns)]
        assert [column.name for column in group] == [c.path_in_schema.partition(".")[0] for c in columns]
        assert [column.end - column.start for column in group] == [c.total_compressed_size for c in columns]
        for column, c in zip(group, columns, strict=True):
            assert column.start == (c.dictionary_page_offset if c.has_dictionary_page else c.data_page_offset)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"\x15\x02" + b"\x02\0\0\0PAR1", b"\xff\xff\xff\x7fPAR1"])
def test_footer_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenFile, match="cannot be read"):
        list(pages.row_groups(io.BytesIO(data)))


# Each in a process of its own, which Arrow may end.
DAMAGED = """
import sys
from pathlib import Path
from vnreport.archive.inputs import Source
from vnreport.archive.readers import Settings, read
path = Path(sys.argv[1])
whole = path.read_bytes()
start = len(whole) - 8 - int.from_bytes(whole[-8:-4], "little")
for at in range(start, len(whole)):
    for mask in (1, 4, 64):
        broken = bytearray(whole)
        broken[at] ^= mask
        path.write_bytes(broken)
        list(read(Source(path, "a.parquet", "parquet", None, len(broken)), Settings()))
"""


def test_no_damaged_byte_of_a_footer_ends_the_process(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"id": ["a", "b"], "text": TEXTS[:2], "n": [1, 2]}), path, store_schema=False)
    done = subprocess.run([sys.executable, "-c", DAMAGED, str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
