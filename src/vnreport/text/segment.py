"""Tokens and sentences.

Sentence splitters made for other texts cut ``TP.HCM``, ``Th.S`` and ``Quanuy1hcm.org.vn``; here a full stop ends a
sentence only where the next word can begin one and the word before is no abbreviation.
"""

from __future__ import annotations

import regex

from vnreport import lexicon
from vnreport.text.patterns import LazyPattern

# One pass. Most tokens are plain words and numbers, told by what follows them; then web and mail addresses, numbers
# with their inner marks, words with inner stops (TP.HCM, Th.S, T.Ư), apostrophes and hyphens (K'Ré, Covid-19,
# X-quang), and everything else a character at a time.
_TOKEN = LazyPattern(
    r"""
    \p{L}++(?![\w.@:'’‘+-])
    | \d++(?![\w.,/:@+-])
    | (?:https?://|www\.)[^\s<>"“”]+(?<![.,;:!?)\]'’])
    | (?<![\w.+-])\w[\w.+-]{0,63}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,4}
    | (?<![\w.])[\p{L}\d-]{2,63}+(?:\.[\p{L}\d-]{2,63}+){0,3}\.(?:vn|com|org|net|gov|edu|info)(?:/[\w./-]*\b)?(?!\w)
    | \d++(?:[.,/:]\d++)*+
    | \p{L}[\p{L}\p{M}\d]*+(?:[.'’‘](?=\p{L})[\p{L}\p{M}\d]++){0,4}+(?:-(?=[\p{L}\d])[\p{L}\p{M}\d]++){0,6}+
    | \S
    """,
    regex.VERBOSE,
)

# Closed by a blank, the end, or (a blank forgotten) a capital glued to it: `trên địa bàn.Ông An`.
_STOP = LazyPattern(
    r"""(?P<stop>[.!?…]++)(?P<close>["”’'»)\]]{0,3}+)(?P<gap>[ \n]|\Z|(?<=\p{Ll}[.!?…])(?=\p{Lu}\p{Ll}))|\n"""
)
_OPENERS = frozenset("\"“‘'«([-–—•*+")
_LONGEST = 24
_WORD_BEFORE = LazyPattern(rf"(?r)[\p{{L}}\d.&/-]{{1,{_LONGEST}}}")  # read backwards from the stop
_LIST_LABEL = LazyPattern(r"\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[a-zđ]")
_NOUN_BEFORE = LazyPattern(r"\p{L}{1,12}+ $")
_WORD_BEHIND = LazyPattern(r" \p{L}++")


def tokens(text: str) -> tuple[tuple[int, int], ...]:
    """The tokens of `text` as (start, end) in it: words, numbers, addresses; all else a character at a time, no blanks.

    >>> source = "TP.HCM: 1.458 ca Covid-19, Th.S Y K'Ré (Quanuy1hcm.org.vn)."
    >>> [source[a:b] for a, b in tokens(source)]
    ['TP.HCM', ':', '1.458', 'ca', 'Covid-19', ',', 'Th.S', 'Y', "K'Ré", '(', 'Quanuy1hcm.org.vn', ')', '.']
    """
    return tuple(m.span() for m in _TOKEN.finditer(text))


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as (start, end) in it, white space outside. A line break always ends one.

    >>> source = "Ông làm ở TP. Vinh. Th.S. An nói: “Tốt.” Đạt 2.5 tỷ đồng… Hết"
    >>> [source[a:b] for a, b in sentences(source)]
    ['Ông làm ở TP. Vinh.', 'Th.S. An nói: “Tốt.”', 'Đạt 2.5 tỷ đồng…', 'Hết']
    """
    found: list[tuple[int, int]] = []
    at = 0
    for match in _STOP.finditer(text):
        start, end = match.span()
        if text[start] != "\n":
            closed = match.end("close")
            if not _ends_sentence(text, start, closed, end):
                continue
            start = closed
        _add(found, text, at, start)
        at = end
    _add(found, text, at, len(text))
    return tuple(found)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _ends_sentence(text: str, start: int, closed: int, end: int) -> bool:
    """Whether the stops at `start`, with what closes a quotation up to `closed` and the blank behind it up to `end`,
    end a sentence."""
    following = text[end : end + 1]
    if not following or text[end - 1] == "\n":
        return True
    if closed - start == 1 and text[start] == "." and not _ends_at(text, start, glued=end == closed):
        return False
    return following.isupper() or following.isdigit() or following in _OPENERS


def _ends_at(text: str, stop: int, *, glued: bool) -> bool:
    """Whether the full stop at `stop` can end a sentence: the word before is no abbreviation, initial or list label."""
    blank = text.rfind(" ", max(0, stop - _LONGEST), stop)
    at, word = blank + 1, text[blank + 1 : stop]
    if blank < 0 or not word.isalpha():  # not the plain word that it is as a rule
        found = _WORD_BEFORE.match(text, max(0, stop - _LONGEST), stop)
        if found is None:
            return not glued
        at, word = found.start(), found[0]
    before = text[max(0, at - 13) : at]
    if glued and not (word.isalpha() and word.islower() and (before[-1:].isspace() or before[-1:] in _OPENERS)):
        return False  # a web address, `TP.Vinh`, `Th.S`: only a plain word is worth a guess
    if word.casefold() in lexicon.words("abbreviations"):
        return False
    if word.islower() and len(word) > 1:
        return True
    if _LIST_LABEL.fullmatch(word) and _begins_item(before):
        return False
    if len(word) == 1 and word.isupper():
        # Behind `khu A.` a sentence may end, behind `ông A.` stands the rest of a name, unless that is no name's word.
        noun, following = _NOUN_BEFORE.search(before), _WORD_BEHIND.match(text, stop + 1)
        return (noun is not None and noun[0].strip().lower() in lexicon.words("letter_labels")) or (
            following is not None and following[0].strip().lower() in lexicon.words("sentence_openers")
        )
    return True


def _begins_item(before: str) -> bool:
    """Whether what follows `before` begins a line, or stands behind a sentence as the label of a list on one line."""
    bare = before.rstrip(" (")
    return not bare or bare[-1] in "\n.!?…;:"
