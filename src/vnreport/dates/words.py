"""Numbers as dates write them: words up to ninety-nine, Roman numerals, the cycle of sixty lunar years."""

from __future__ import annotations

from functools import cache

_ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@cache
def number_words() -> dict[str, int]:
    """Folded number words from one to ninety-nine with their values, in all common spellings."""
    ones = {word: i for i, word in enumerate(_ONES) if i} | {"bẩy": 7}
    behind_tens = ones | {"tư": 4, "lăm": 5, "mốt": 1}
    words = dict(ones)
    for tens in range(1, 10):
        stems = ["mười"] if tens == 1 else [f"{word} mươi" for word, value in ones.items() if value == tens]
        for stem in stems:
            words[stem] = 10 * tens
            words |= {f"{stem} {word}": 10 * tens + value for word, value in behind_tens.items()}
    return words


_UNITS = r"(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mốt)"
NUMBER_WORD = rf"(?:mười(?: {_UNITS})?|(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)(?: mươi(?: {_UNITS})?)?|một)(?!\w)"
"""A pattern for the number words, and for a few that are none; `number_words` knows."""

_ROMAN = {"i": 1, "v": 5, "x": 10}


def integer(text: str) -> int:
    """The number that folded digits, a number word (to 99) or a Roman numeral (of ``i``, ``v``, ``x``) say.

    Raises `ValueError` for anything else.
    """
    if text.isdecimal():
        return int(text)
    value = number_words().get(text)
    if value is not None:
        return value
    total = 0
    for i, char in enumerate(text):
        if char not in _ROMAN:
            raise ValueError(f"no number: {text!r}")
        following = _ROMAN.get(text[i + 1 : i + 2], 0)
        total += -_ROMAN[char] if following > _ROMAN[char] else _ROMAN[char]
    return total


# The heavenly stems and the earthly branches, folded, with the spellings newspapers use.
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_VARIANTS = {"kỷ": "kỉ", "quý": "quí", "tý": "tí", "tỵ": "tị", "mão": "mẹo"}


@cache
def cycle_names() -> dict[str, int]:
    """Folded names of the sixty years with their place in the cycle; 1984 is 0 (``giáp tý``)."""
    names: dict[str, int] = {}
    for place in range(60):
        stem, branch = _STEMS[place % 10], _BRANCHES[place % 12]
        for s in {stem, _VARIANTS.get(stem, stem)}:
            for b in {branch, _VARIANTS.get(branch, branch)}:
                names[f"{s} {b}"] = place
    return names


CYCLE_NAME = (
    r"(?:giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí) "
    r"(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
)
"""A pattern for the names of lunar years, and for pairs that name none; `cycle_names` knows."""


def cycle_year(place: int, near: int) -> int:
    """The year at `place` (see `cycle_names`) of the cycle of sixty that lies nearest to the year `near`."""
    year = near - 30 + (place - (near - 30 - 1984)) % 60
    return year
