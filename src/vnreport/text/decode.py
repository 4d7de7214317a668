"""Bytes of a file to text: by their mark, else UTF-8, else the encoding in which they read as Vietnamese, else refused.

A wrong guess mangles silently, so a guess counts only where its words are Vietnamese syllables. Offsets in a record
index the text that comes out of here, without the byte order mark.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex

from vnreport.text import legacy


class Decoded(NamedTuple):
    """The `text`, and the `encoding` it was read in (``utf-8``, ``utf-16``, ``cp1258``, ``tcvn5712``, …)."""

    text: str
    encoding: str


class DecodeError(ValueError):
    """Bytes that cannot be read as text.

    `offset` counts bytes from 0: the first that is not in the encoding asked for, or else in UTF-8.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset

    def __reduce__(self) -> tuple[type[DecodeError], tuple[str, int]]:
        return type(self), (str(self), self.offset)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes that a guess is made from: enough for any article, and a bound for any file
_PLAUSIBLE = 0.8  # share of the marked words that must be syllables; right guesses reach 0.95, wrong ones 0.5
_EVIDENCE = 3  # marked syllables below which a share says nothing: one word reads well in many encodings


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    r"""The text of `data`.

    `encoding` forces one: any of Python's text encodings, or ``tcvn5712`` (also ``tcvn3``, ``abc``) or ``viscii``.
    Without it, that of the byte order mark, else UTF-8, else the one in which the text reads best as Vietnamese of
    Windows-1258, the two old national sets and what `charset_normalizer` finds possible (of UTF-16 too, where there
    are NULs).

    Raises `DecodeError`, with the offset of the byte, where `data` is not text in `encoding` or in any; `LookupError`
    for an `encoding` that nobody knows or that is none of text (``hex``).

    >>> decode("Hà Nội".encode())
    Decoded(text='Hà Nội', encoding='utf-8')
    >>> decode("Họp ở Hà Nội".encode("utf-16")).text
    'Họp ở Hà Nội'
    >>> decode("Hà Nội".encode() + b"\xff")
    Traceback (most recent call last):
    vnreport.text.decode.DecodeError: not UTF-8 (byte 0xff at offset 9), nor text in a known Vietnamese encoding
    """
    if encoding is not None:
        return _forced(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _forced(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data) or _refuse(data, error)
    if text.count("\0") > len(text) // 4:  # ASCII in UTF-16 without a mark: valid UTF-8, every second byte a NUL
        return _guessed(data) or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _refuse(data: bytes, error: UnicodeDecodeError) -> Decoded:
    raise DecodeError(
        f"not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}), nor text in a known Vietnamese encoding",
        error.start,
    ) from None


def _forced(data: bytes, encoding: str) -> Decoded:
    old = legacy.lookup(encoding)
    if old is not None:
        return Decoded(legacy.decode(data, old), old)
    try:
        info = codecs.lookup(encoding)
    except ValueError:  # a name with a NUL or a lone surrogate in it, as a broken page has them
        raise LookupError(f"unknown encoding: {encoding!r}") from None
    if not info._is_text_encoding:
        raise LookupError(f"{encoding} is no text encoding")
    name = "utf-8" if info.name == "utf-8-sig" else info.name
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), name)
    except UnicodeDecodeError as error:
        at = error.start
        raise DecodeError(f"not {name}: byte 0x{data[at]:02x} at offset {at}", at) from None
    except UnicodeError as error:  # a codec with errors of its own (idna, punycode)
        raise DecodeError(f"not {name}: {error}", 0) from None


def _guessed(data: bytes) -> Decoded | None:
    """The text in the encoding in which it reads best as Vietnamese, if in any it does."""
    best, best_share = None, _PLAUSIBLE
    for encoding in _candidates(data[:_SAMPLE]):
        try:
            decoded = _forced(data, encoding)
        except DecodeError:
            continue
        right, wrong = _syllables(decoded.text[:_SAMPLE])
        share = right / (right + wrong) if right >= _EVIDENCE else 0.0
        if share > best_share or (best is None and share == best_share):
            best, best_share = decoded, share
    return best


def _candidates(sample: bytes) -> Iterator[str]:
    yield "cp1258"
    yield from legacy.NAMES
    if b"\0" in sample:
        yield from ("utf-16-le", "utf-16-be")
    import charset_normalizer  # late: few files need it

    yield from (match.encoding for match in charset_normalizer.from_bytes(sample))


# A syllable without its tone, in lower case: onset, rhyme.
_SYLLABLE = regex.compile(
    r"(?:ngh?|nh|gh?|gi|kh|ph|th|tr|ch|qu|[bcdđhklmnprstvx])?"
    r"(?:(?:[aăâeêoôơuưiy]|oo|oa|oă|oe|uâ|uê|uy|uyê|iê|yê|uô|ươ)(?:ch|ng|nh|[cmnpt])?"
    r"|(?:[aeoôơuư]|oa|uô|ươ)i|[aâ]y|oay|uây|[ao]o|eo|oeo|oao|[aâêi]u|iêu|yêu|ưu|ươu|ia|ua|ưa|uơ|uya|uyu)"
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = regex.compile(r"[\p{L}\p{M}]+|[^\x00-\x7f]|[\x00-\x08\x0e-\x1f]")
_TYPOGRAPHIC = frozenset("\u00a0–—‘’“”„…•·«»°²³½¼¾×÷±§©®™€£¥′″→←●○■□▪►★✓−\ufeff\u200b\u00ad")


def _syllables(text: str) -> tuple[int, int]:
    """How many of the marked words (and of the odd characters between words) are Vietnamese, and how many are not."""
    right = wrong = 0
    for word in _WORD.findall(text):
        if word in _TYPOGRAPHIC or (word.isascii() and word >= " "):
            continue
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(_TONES))
        in_one_case = word[1:] in (word[1:].lower(), word[1:].upper())
        if in_one_case and _SYLLABLE.fullmatch(plain):
            right += len(plain) > 1  # a letter alone is a syllable in every encoding
        else:
            wrong += 1
    return right, wrong
