"""Bodies of HTTP responses are unpacked as their codings say, and no further than asked."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

pa = pytest.importorskip("pyarrow")
zstandard = pytest.importorskip("zstandard")

from vnreport.archive.readers.bodies import unpacked  # noqa: E402

PAGE = b"<p>S\xc3\xa1ng 11/3, x\xc3\xa3 h\xe1\xbb\x8dp.</p>" * 100
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: bytes(pa.compress(data, codec="brotli", asbytes=True)),
    "zstd": zstandard.compress,
    "identity": bytes,
    "": bytes,
}


@pytest.mark.parametrize("coding", sorted(PACKERS))
def test_body_is_unpacked(coding: str) -> None:
    packed = PACKERS[coding](PAGE)
    assert unpacked(packed, coding, 1 << 20) == PAGE
    assert unpacked(packed, f" {coding.upper()} ", 100) == PAGE[:100]
    assert unpacked(b"", coding, 100) == b""


def test_codings_are_taken_off_from_the_last() -> None:
    assert unpacked(zlib.compress(gzip.compress(PAGE)), "gzip, deflate", 1 << 20) == PAGE


def test_deflate_without_its_head_is_unpacked() -> None:
    assert unpacked(zlib.compress(PAGE)[2:-4], "deflate", 1 << 20) == PAGE


def test_gzip_of_many_members_is_read_to_the_end() -> None:
    assert unpacked(gzip.compress(PAGE) * 3 + b"junk", "gzip", 1 << 20) == PAGE * 3


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_body_cut_short_is_unpacked_as_far_as_it_goes(coding: str) -> None:
    found = unpacked(PACKERS[coding](PAGE)[:-12], coding, 1 << 20)
    assert found
    assert PAGE.startswith(found)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "compress"])
def test_body_that_is_not_coded_as_it_says_is_an_error(coding: str) -> None:
    with pytest.raises(OSError, match=r"\w"):
        unpacked(PAGE, coding, 1 << 20)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "zstd"])
def test_bomb_is_unpacked_no_further_than_asked(coding: str) -> None:
    packed = PACKERS[coding](bytes(100 << 20))
    tracemalloc.start()
    try:
        assert len(unpacked(packed, coding, 1 << 20)) == 1 << 20
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
