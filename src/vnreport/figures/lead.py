"""The lead of a figure: the words between what is measured and the number.

``Tổng thu ngân sách | ước đạt trên | 2 nghìn tỷ đồng``: the lead is read from the number backwards, phrase by phrase,
as far as the lexicon knows the words. It says what bounds the number and whether it is a rise or a fall, and where
the words end that say what is measured.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import context, units
from vnreport.figures.readings import Reading
from vnreport.records import Bound, Change

_REACH = 64  # characters
_TOKEN = re.compile(r"[\w%'’-]+|[^\w\s]")
_LONGEST = 4
_RISES = re.compile(r"(?:^| )từ [^ ]+(?: [^ ]+){0,2}$")


class Lead(NamedTuple):
    """What the lead says: `bound` and `change` of the figure, and whether a `verb` of rising or reaching is in it.

    `start`: where in the twin the lead begins (the figure's own start where there is none). `sized`: whether an
    adjective of size stands before the number (``tòa nhà cao 26 tầng``).
    """

    start: int
    bound: Bound
    change: Change | None
    verb: bool
    sized: bool = False


@cache
def _bounds(side: str) -> dict[str, Bound]:
    return {
        phrase: row["bound"]  # type: ignore[misc]
        for row in lexicon.rows("bounds")
        if row["side"] == side
        for phrase in row["phrases"].split("; ")
    }


@cache
def _leads() -> dict[str, str]:
    return {phrase: row["role"] for row in lexicon.rows("lead_words") for phrase in row["phrases"].split("; ")}


@cache
def _last_words() -> frozenset[str]:
    """The words a lead can end with."""
    ends = frozenset(phrase.rpartition(" ")[2] for phrase in (*_bounds("before"), *_leads()))
    return ends | _SIZES | {"hơn", "tăng", "giảm", "trưởng"}


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?: [^\W\d]+){{0,3}}?(?<!quay) ({lexicon.alternation(_bounds('behind'))})(?!\w)")


def read(document: Document, reading: Reading, left: int) -> Lead:
    """The lead of a figure; nothing before `left` of the twin, the end of the figure before, belongs to it."""
    text = document.folded
    left = max(left, reading.start - _REACH)
    if _leads_not(text, left, reading.start):
        return Lead(reading.start, _from_behind(text, reading) or "exact", None, False)
    words = _TOKEN.findall(text, left, reading.start)
    bounds, leads = _bounds("before"), _leads()
    bound: Bound | None = None
    change: Change | None = None
    verb = sized = False
    at = len(words)
    while at:
        last = words[at - 1]
        if not verb and not sized and (last in _SIZES or last == "hơn") and _is_size(words[:at], reading, text):
            if last == "hơn":
                bound = bound or "over"
                at -= 1
            sized = reading.noun is not None
            if not sized:  # of `tường dài 5 m` the wall is measured, of `..., dài 5 m` the length
                at -= 1 if words[at - 2][0].isalnum() and words[at - 2] not in _SUNK else 0
                break
            at -= 1
            continue
        grown = words[at - 3 : at - 1] if last == "trưởng" else words[at - 2 : at]
        if grown in _GROWTH:  # itself what the figure is of
            change = change or ("up" if grown[1] == "tăng" else "down")
            break
        if last not in _last_words():
            break
        for size in range(min(_LONGEST, at), 0, -1):
            phrase = " ".join(words[at - size : at])
            role = leads.get(phrase)
            if phrase in bounds and _bounds_here(phrase, words[: at - size], reading, text):
                bound = bound or _bound(
                    bounds[phrase], phrase, verb, words[:at], words[at:], changed=change is not None
                )
                role = role or "bound"
            # Also of more words the first may be the end of a compound: `lương thực | tăng`, and no `thực tăng`.
            if role is None or " ".join(words[max(0, at - size - 1) : at - size + 1]) in lexicon.words(
                "lead_compounds"
            ):
                continue
            if role in ("up", "down"):
                change = change or role  # type: ignore[assignment]
            verb = verb or (role in ("up", "down", "reach") and not phrase.endswith("gấp"))
            at -= size
            break
        else:
            break
    if words[at : at + 2] in _MEAN and at and words[at - 1].isalpha():
        at += 2  # `thu nhập bình quân | 5 triệu đồng`
    if change is None and words[:1] == ["lên"] and _RISES.search(text, max(0, left - 24), left):
        change = "up"  # `tăng từ 5ha lên 12ha`
    start = reading.start
    if at < len(words):
        start = next(islice(_TOKEN.finditer(text, left, start), at, None)).start()
    return Lead(start, _from_behind(text, reading) or bound or "exact", change, verb, sized)


# `tốc độ tăng`, `tỷ lệ tăng trưởng`, by their last two syllables.
_GROWTH = [[name, verb] for name in ("mức", "độ", "lệ", "đà") for verb in ("tăng", "giảm")]


def _leads_not(text: str, left: int, start: int) -> bool:
    """Whether it is seen at the first look, as of most figures it is, that the words from `left` make no lead."""
    last = text[max(left, text.rfind(" ", left, start - 1) + 1) : start].rstrip()
    return last.isalpha() and last not in _last_words() and text.find("lên", left, start) < 0


_MEAN = (["bình", "quân"], ["trung", "bình"])
_SIZES = frozenset(["dài", "rộng", "cao", "sâu", "nặng", "dày", "xa"])
# `ngập sâu 2 m` is how deep it is, not how deep the flooding.
_SUNK = frozenset(["ngập", "lún", "sụt", "chôn", "lấn"])
_SIZE_NOUNS = frozenset(["chiều", "độ", "bề", "khổ", "trên"])
_SIZED = frozenset(["length", "area", "mass"])
_STOREYS = re.compile(r"(?:tầng|lầu|bậc)(?!\w)")


def _is_size(words: list[str], reading: Reading, text: str) -> bool:
    """Whether the last words say that the number is a size: ``dài``, or ``dài hơn``, which bounds it.

    ``cao hơn 2 m so với đỉnh lũ`` is a difference, though, and ``chiều dài`` the name of a measure.
    """
    more = words[-1:] == ["hơn"]
    rest = words[:-1] if more else words
    if len(rest) < 2 or rest[-1] not in _SIZES or rest[-2] in _SIZE_NOUNS or rest[-2] == "kéo":
        return False
    if more and _OTHER.match(text, reading.end):
        return False
    if reading.noun is not None:
        return _STOREYS.match(text, reading.noun) is not None
    known = units.by_name().get(reading.unit or "")
    return known is not None and known.dimension in _SIZED


_OTHER = re.compile(r"[^,;.()\n]{0,24} so (?:với|sánh)")


_FAR = ("at_least", "at_most")


def _bound(bound: Bound, phrase: str, verb: bool, words: list[str], after: list[str], *, changed: bool) -> Bound | None:
    """What a phrase makes of the number; before a verb only an estimate or a limit reaches it (``ước đạt 5%``)."""
    if phrase in ("quá", "vượt quá") and not {"không", "chưa", "chẳng"}.isdisjoint(words[-8:]):
        return "at_most"
    if changed and phrase in ("tối đa", "tối thiểu"):
        return None  # `lượng điện tối đa đã tăng 13%`
    if after[:1] == ["có"] and phrase.endswith("nhất"):
        return None  # `tòa nhà cao nhất có 26 tầng`
    return bound if not verb or bound in _FAR or "ước" in phrase or phrase == "khoảng" else None


def _bounds_here(phrase: str, before: list[str], reading: Reading, text: str) -> bool:
    """``trên``, ``dưới``, ``ngoài`` are prepositions as often as bounds: the number decides."""
    if phrase == "ngoài":
        return reading.unit == "tuổi"
    if phrase == "hơn":
        return not before or before[-1] not in _COMPARED or before[-2:-1] == ["mở"]
    if phrase not in ("trên", "dưới"):
        return True
    if phrase == "trên" and reading.kind == "percent" and before and before[-1] in _BASED:
        return False  # `tính thuế trên 20% thu nhập`
    if reading.kind != "count":
        return reading.value != 1 or reading.unit not in _LAND  # `trên 1 ha đất`
    if phrase == "dưới" and reading.noun is not None and context.is_part(text[reading.noun : reading.end]):
        return True  # `xe dưới 12 chỗ`
    value = reading.value
    return value >= 10 and (value % 5 == 0 or value != value.to_integral_value())


_BASED = frozenset(["thuế", "tính", "dựa"])
_LAND = frozenset(["ha", "m2", "km2", "sào", "mẫu", "công"])
_COMPARED = frozenset([
    "cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "kém", "dài", "ngắn", "rộng", "sớm", "muộn", "nhanh", "chậm", "nặng",
    "nhẹ", "đắt", "rẻ", "già", "trẻ", "sâu", "xa", "mạnh",
])  # fmt: skip


def _from_behind(text: str, reading: Reading) -> Bound | None:
    match = _behind().match(text, reading.end)
    return None if match is None else _bounds("behind")[match[1]]
