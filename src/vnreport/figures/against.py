"""What a figure is set against: ``so với cùng kỳ năm trước`` behind it, or at the head of its sentence."""

from __future__ import annotations

import re

from vnreport.document import Document

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_STOPS = (
    "và|hoặc|nhưng|do|nên|vì|khi|để|thì|trong đó|tăng|giảm|đạt|còn|là|cao hơn|thấp hơn|vượt|chiếm|bằng|đã|sẽ|được|ước"
    "|lên|xuống"
)
_END = rf"(?= ?(?:[,;:.!?()\[\]…\n“”](?!\d)|$)| (?:{_STOPS})(?!\w))"
_BASE = "cùng|năm|tháng|quý|tuần|đầu|cuối|kế hoạch|dự toán|mục tiêu|nghị quyết|chỉ tiêu|kỳ|mức|trước|bình quân"
_SO = rf"so (?:với |(?=(?:{_BASE})(?!\w)|\d))"
_COMPARED = rf"(?:{_SO}|cùng kỳ(?!\w))(?:(?!{_END})[^\n]){{0,80}}{_END}"
_BEHIND = re.compile(rf"[ )]{{0,2}}(?:\([^()\n]{{1,30}}\) )?(?:[^\W\d]{{1,8}} ){{0,5}}?(?P<against>{_COMPARED})")
_VERB = r" (?:tăng|giảm|đạt|bằng|cao|thấp|vượt|ước)(?!\w)"
_AT_HEAD = re.compile(
    r"[\W_]{0,3}(?:(?:nếu|cụ thể|trong đó|tuy nhiên)[ ,]{1,2})?"
    rf"(?P<against>so với (?:(?!{_VERB})[^,\n]){{3,80}}(?<! )) ?(?:,|{_VERB})"
)
_BEFORE = re.compile(rf"(?<!\w)(?P<against>so với (?={_BASE}|phiên|hôm|ngày)(?:(?!{_END})[^\n]){{3,40}}(?<! )) ?\Z")


def behind(document: Document, end: int) -> Range | None:
    """The comparison that follows a figure ending at `end`, as (start, end) of the twin."""
    found = _BEHIND.match(document.folded, end, end + 160)
    return found.span("against") if found is not None else None


def at_head(document: Document, start: int, end: int) -> Range | None:
    """The comparison with which the sentence from `start` to `end` begins, as (start, end) of the twin."""
    found = _AT_HEAD.match(document.folded, start, end)
    return found.span("against") if found is not None else None


def before(document: Document, left: int, end: int) -> Range | None:
    """The comparison between `left` and the lead of a figure at `end` (``…; so với cùng kỳ giảm 5 vụ``)."""
    found = _BEFORE.search(document.folded, max(left, end - 96), end)
    return found.span("against") if found is not None else None
