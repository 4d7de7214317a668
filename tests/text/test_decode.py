"""Bytes to text: read as what they are, or refused; never mangled."""

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport.text import legacy
from vnreport.text.decode import DecodeError, decode

NEWS = (
    "Sáng 11/3, Quận ủy Tân Lập tổ chức buổi làm việc với phường Bến Đá về tình hình thực hiện Nghị quyết năm 2022. "
    "Đồng chí Trần Thị Mỹ Duyên, Ủy viên Ban Thường vụ, chủ trì; “thu ngân sách đạt 226% chỉ tiêu” – bà nhấn mạnh."
)


def _cp1258(text: str) -> bytes:
    """Windows-1258 keeps the vowel's shape in one byte and the tone in the next."""
    out = []
    for char in text:
        try:
            out.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = next(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
            out.append((unicodedata.normalize("NFC", parts.replace(tone, "")) + tone).encode("cp1258"))
    return b"".join(out)


def _legacy(text: str, name: str) -> bytes:
    table = {legacy.decode(bytes([byte]), name): byte for byte in range(256)}
    return bytes(table[char] for char in text if char in table)


ASCII_MARKS = NEWS.translate({ord("“"): '"', ord("”"): '"', ord("–"): "-"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_read(encoding: str) -> None:
    assert decode(NEWS.encode(encoding)).text == NEWS


@pytest.mark.parametrize("length", [24, 60, len(NEWS)])
def test_windows_1258_is_detected(length: int) -> None:
    decoded = decode(_cp1258(NEWS[:length]))
    assert decoded.encoding == "cp1258"
    assert unicodedata.normalize("NFC", decoded.text) == NEWS[:length]


@pytest.mark.parametrize("name", legacy.NAMES)
@pytest.mark.parametrize("length", [24, 60, len(ASCII_MARKS)])
def test_old_national_sets_are_detected(name: str, length: int) -> None:
    # TCVN 5712 has a few capitals only on control codes, which do not occur here.
    text = ASCII_MARKS[:length]
    assert decode(_legacy(text, name)) == (text, name)


@pytest.mark.parametrize("name", legacy.NAMES)
def test_an_old_set_gives_each_byte_a_character_of_its_own(name: str) -> None:
    assert len(set(legacy.decode(bytes(range(256)), name))) == 256


def test_encoding_can_be_forced() -> None:
    assert decode("déjà vu".encode("latin-1"), "latin-1").text == "déjà vu"
    assert decode(_legacy("Hà Nội", "tcvn5712"), "TCVN3").text == "Hà Nội"


def test_forced_encoding_that_does_not_fit_is_refused_with_its_offset() -> None:
    with pytest.raises(DecodeError, match="not utf-8: byte 0xf4 at offset 3") as caught:
        decode("Bộ môn".encode()[:1] + b"ab\xf4", "utf-8")
    assert caught.value.offset == 3


@pytest.mark.parametrize("encoding", ["no-such", "base64", "rot13", "utf\0-8", "\ud800", "Ð", ""])
def test_unknown_encoding_is_a_lookup_error(encoding: str) -> None:
    with pytest.raises(LookupError):
        decode(b"abc", encoding)


@pytest.mark.parametrize(
    "data",
    [
        NEWS.encode()[:100] + b"\xff" + NEWS.encode()[100:],
        NEWS.encode()[:-2] + b"\xc3",
        bytes(range(128, 256)),
        "Das Spiel ging über die volle Länge, schöne Grüße aus Köln".encode("latin-1"),
        "Протокол заседания городского совета".encode("cp1251"),
        "会議の記録".encode("shift-jis"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"a\xed\xa0\x80b",  # a lone surrogate, written as if it were a character
    ],
    ids=["one bad byte", "cut short", "upper half", "German", "Russian", "Japanese", "picture", "surrogate"],
)
def test_what_reads_as_nothing_is_refused_with_the_first_bad_byte(data: bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(data)
    with pytest.raises(UnicodeDecodeError) as expected:
        data.decode()
    assert caught.value.offset == expected.value.start
    assert f"at offset {caught.value.offset}" in str(caught.value)


def test_cut_utf16_is_refused() -> None:
    with pytest.raises(DecodeError):
        decode(NEWS.encode("utf-16")[:-1])


def test_nul_bytes_in_utf8_are_kept() -> None:
    assert decode(b"a\0b" + b"c" * 20).text == "a\0b" + "c" * 20


def test_an_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(DecodeError("not UTF-8", 7)))
    assert (str(error), error.offset) == ("not UTF-8", 7)


def test_utf8_once_mangled_is_not_taken_for_another_encoding() -> None:
    assert decode(NEWS.encode().decode("latin-1").encode()).encoding == "utf-8"


def test_too_little_to_judge_is_refused() -> None:
    with pytest.raises(DecodeError):
        decode(_cp1258("Nội"))


@given(st.text())
def test_any_utf8_reads_back(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff") or text.count("\0") > len(text) // 4


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except DecodeError as error:
        offset = error.offset
    else:
        assert isinstance(decoded.text, str)
        return
    assert 0 <= offset < len(data)
