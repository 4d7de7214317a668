"""The heads of offices: where a title begins."""

from __future__ import annotations

import re

from vnreport.people import lists
from vnreport.people.lists import Head
from vnreport.people.words import Words


def find(words: Words) -> dict[int, Head]:
    """The heads of offices by their first positions, left to right, none overlapping."""
    low = words.low
    phrases, kinds = lists.office_heads(), lists.offices()
    found: dict[int, Head] = {}
    done = 0
    bodies = lists.phrases("organisation_heads")
    known = words.document.words
    compound = {word for word in known.joined if _compound_degree(word)}
    degrees = {i for i in known.positions(compound) if words.cap[i]} if compound else set()
    starts = phrases.openings(low, known.positions(phrases.first))
    for i in sorted({*starts, *degrees}) if degrees else starts:
        if i < done:
            continue
        length = phrases.at(low, i)
        if not length and i in degrees:
            done = i + 1
            found[i] = Head(i, done, "degree", True)
        elif (
            length
            and (length > 1 or _single(words, i))
            and not (i and f"{low[i - 1]} {low[i]}" in _NO_HEADS)
            and bodies.at(low, i) <= length  # `Đại sứ quán` is no `đại sứ`
            and not (
                bodies.at(low, i) == length and (done == i > 0 or bodies.at(low, i + length))
            )  # `Ủy viên BTV Tỉnh ủy`
            and not (kinds[" ".join(low[i : i + length])][0] == "office" and bodies.before(low, i + length) > length)
            and not (low[i] == "phó" and phrases.at(low, i + 1) > length - 1)  # `phó trưởng` of `phó trưởng phòng`
        ):
            done = i + length
            found[i] = Head(i, done, *kinds[" ".join(low[i:done])])
    return found


_NO_HEADS = lists.group("no head")
"""Words that belong to the one before: `Ban Bí thư`, `Đoàn Chủ tịch`, `chức vụ phó`."""
_LOWER = lists.group("lower head")


def _compound_degree(word: str) -> bool:
    """Whether a word is made of degrees in short: `gs-tskh`, `ths.bs.ckii`."""
    if len(word) > 14:
        return False
    parts = re.split(r"[.-]", word)
    return len(parts) > 1 and all(part in _DEGREES for part in parts)


_DEGREES = lists.group("degree in short")


def _single(words: Words, i: int) -> bool:
    """Whether a head of one word at `i` is one here: abbreviations in capitals, words before a capital."""
    word = words.low[i]
    if i and words.low[i - 1] in ("&", "/"):  # `Bộ KH & CN`
        return False
    if words.raw[i].isupper() or "." in word or word == "ths":
        return True
    if i + 1 >= len(words):
        return False
    if words.low[i + 1] == "." and words.cap[i] and word in _LOWER:  # `Ks. An`
        return True
    return words.cap[i + 1] and word in _LOWER
