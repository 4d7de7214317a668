"""The words around a number: what bounds it, what makes it a label, which way it changes."""

from __future__ import annotations

import re
from functools import cache

from vnreport import lexicon

_REACH = 72  # characters looked back over
_CLAUSE_END = re.compile(r"[.,;:!?()\[\]“”\"…\n]")


def words_before(text: str, start: int, limit: int = 8) -> list[str]:
    """Up to `limit` words before `start` of `text`, nearest last, none from before a mark or a line break."""
    clause: str = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    return clause.split()[-limit:]


@cache
def _labels() -> frozenset[str]:
    return lexicon.words("label_heads")


_SPAN_LABELS = frozenset(["năm", "tháng", "ngày", "quý", "tuần"])
_DAY_PARTS = frozenset(["sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "nay", "qua"])
_DAY = re.compile(r"\d{1,2}[.-]\d{1,2}")
_EACH = frozenset(["mỗi", "một", "hằng", "hàng", "cả", "từng", "1", "suốt"])
_GROUPS = frozenset(["tổ", "nhóm", "đội", "đoàn", "lớp", "trường", "khối", "phòng"])
_SUMS = frozenset(["vào", "ngoài", "với", "chiếm", "trên"])
# `cấp 15 giấy phép` gives, `cấp 2` is a level; what follows tells.
_VERBS = {"cấp": ("paper", "thing"), "điều": ("thing", "person")}
_PARTS = frozenset([
    "tầng", "lầu", "làn", "chỗ", "phòng", "giường", "cấp", "bánh", "cửa", "trang", "câu", "bên", "chiều", "nhịp",
    "gian", "ngăn", "bậc", "buồng", "khoang", "cột", "ghế",
])  # fmt: skip


def _list_start(text: str, start: int) -> int:
    """Where the list of numbers begins whose last is at `start` (``lớp 10, 11 và 12``)."""
    if not text.endswith(" và ", 0, start):
        return start
    listed = _LISTED.search(text, max(0, start - 40), start)
    return listed.start() if listed is not None else start


_LISTED = re.compile(r"(?<!\w)\d{1,3}(?:, ?\d{1,3}){0,8} và $")


def is_label(text: str, start: int, number: str, noun: str, kind: str | None) -> bool:
    """Whether the number at `start` of the folded twin names one of a kind (``Quận 1``) and counts no `noun` behind it.

    `number` is the number as printed, `kind` that of the noun (see `nouns.kinds`).
    """
    words = words_before(text, _list_start(text, start), 4)
    if not words:
        return False
    head = words[-1]
    before = words[-2] if len(words) > 1 else ""
    if head in _SPAN_LABELS:
        if before in _EACH:
            return False
        if head == "năm" and before in ("viên", "sinh"):
            return True  # `sinh viên năm ba`
        return head != "năm" or len(number) == 4
    if head in _DAY_PARTS and _DAY.fullmatch(number):
        return True
    if "." in number or "," in number or f"{before} {head}" in lexicon.words("label_compounds"):
        return False  # labels are small whole numbers
    if len(number) > 2 and head == "cấp":
        return False
    if head == "số":
        return before not in _SUMS
    if (head in _VERBS and kind in _VERBS[head]) or is_part(noun):
        return False
    labels = _labels()
    if f"{before} {head}" in labels or " ".join(words[-3:]) in labels:
        return True
    return head in labels and not _counts_people(head, number, kind)


def is_part(noun: str) -> bool:
    """Whether `noun` is counted of a building, a vehicle or a text."""
    return noun.partition(" ")[0] in _PARTS


def _counts_people(head: str, number: str, kind: str | None) -> bool:
    """``nhóm 4 thanh niên`` is four people, and so is ``lớp 30 học sinh``: no school has a thirtieth form."""
    return head in _GROUPS and kind == "person" and (head != "lớp" or (number.isdigit() and int(number) > 12))
