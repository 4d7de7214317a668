"""Tokens and sentences.

Sentence splitters made for other texts cut ``TP.HCM``, ``Th.S`` and ``Quanuy1hcm.org.vn``; here a full stop ends a
sentence only where the next word can begin one and the word before is no abbreviation.
"""

from __future__ import annotations

import regex

from vnreport import lexicon
from vnreport.text.patterns import LazyPattern

# One pass: web and mail addresses, abbreviations with inner stops (TP.HCM, Th.S, T.Ư), numbers with their inner
# marks, words with inner hyphens or apostrophes (Covid-19, K'Ré, X-quang), everything else a character at a time.
_TOKEN = LazyPattern(
    r"""
    (?P<web>(?:https?://|www\.)[^\s<>"“”]++ | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}
        | (?<![\w.])[\p{L}\d-]{2,63}+(?:\.[\p{L}\d-]{2,63}+){0,3}\.(?:vn|com|org|net|gov|edu|info)(?:/[\w./-]*+)?(?!\w))
    | (?P<number>\d++(?:[.,/:]\d++)*+)
    | (?P<word>\p{L}[\p{L}\p{M}\d]*+(?:[.'’‘](?=\p{L})[\p{L}\p{M}\d]++){0,4}+(?:-(?=[\p{L}\d])[\p{L}\p{M}\d]++){0,6}+)
    | (?P<mark>[^\s\w]|_)
    """,
    regex.VERBOSE,
)

_STOP = LazyPattern(r"""(?P<stop>[.!?…]++)(?P<close>["”’'»)\]]{0,3}+)(?P<gap>[ \n]|$)|\n""")
_OPENERS = frozenset("\"“‘'«([-–—•*+")
_WORD_BEFORE = LazyPattern(r"[\p{L}\d.&-]{1,24}+$")


def tokens(text: str) -> tuple[tuple[int, int], ...]:
    """The tokens of `text` as (start, end).

    >>> source = "TP.HCM: 1.458 ca Covid-19, Th.S Y K'Ré (Quanuy1hcm.org.vn)."
    >>> [source[a:b] for a, b in tokens(source)]
    ['TP.HCM', ':', '1.458', 'ca', 'Covid-19', ',', 'Th.S', 'Y', "K'Ré", '(', 'Quanuy1hcm.org.vn', ')', '.']
    """
    return tuple(m.span() for m in _TOKEN.finditer(text))


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as (start, end), white space outside. A line break always ends one.

    >>> source = "Ông làm ở TP. Vinh. Th.S. An nói: “Tốt.” Đạt 2.5 tỷ đồng… Hết"
    >>> [source[a:b] for a, b in sentences(source)]
    ['Ông làm ở TP. Vinh.', 'Th.S. An nói: “Tốt.”', 'Đạt 2.5 tỷ đồng…', 'Hết']
    """
    found: list[tuple[int, int]] = []
    at = 0
    for match in _STOP.finditer(text):
        if match[0] != "\n" and not _ends_sentence(text, match):
            continue
        end = match.end("close") if match["stop"] is not None else match.start()
        _add(found, text, at, end)
        at = match.end()
    _add(found, text, at, len(text))
    return tuple(found)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _ends_sentence(text: str, stop: regex.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 1]
    if stop["gap"] == "\n" or not following:
        return True
    if stop["stop"] == "." and not stop["close"] and _is_abbreviation(text, stop.start(), stop.end()):
        return False
    return following.isupper() or following.isdigit() or following in _OPENERS


def _is_abbreviation(text: str, stop: int, following: int) -> bool:
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return False
    word = before[0]
    if len(word) == 1 and word.isupper():
        # An initial (`M. Dê-man`), unless it ends a signature or a label before a new sentence of several words.
        return text[following : following + 1].isupper()
    return word.casefold() in lexicon.words("abbreviations")
