"""The rules of a name: ways to see that the capitals at a position are a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vnreport.people import lists
from vnreport.people.context import ADDRESSED, HONORIFIC, LISTED, OFFICE, PERSON, TITLED, UNIT, Reader


@dataclass(frozen=True)
class Rule:
    """One way to see a name.

    `reads` gives the end of the name that begins at a position of a run (which ends at `stop`), in a context, or 0.
    `examples`: (text, name in it) which this rule reads; `misses`: texts in which it reads nothing.
    """

    name: str
    reads: Callable[[Reader, int, int, str], int]
    examples: tuple[tuple[str, str], ...]
    misses: tuple[str, ...] = ()


_STRONG_MIDDLES = frozenset("thị văn hữu đức xuân ngọc minh quốc đình công thanh quang thế duy trọng mạnh".split())
_NO_SHORT_NAME = frozenset(
    "tết bộ sở ban đảng nhà nước quốc chính việt trung bắc nam tây đông ngày tháng năm theo tại trong khi sau tuy"
    " nghị ủy uỷ tổng phó trưởng chủ đoàn hội công cục vụ viện phòng khoa tổ đội thành tỉnh quận huyện phường"
    " hàng đài báo".split()
)
_PARTICLES = frozenset("de van von bin al el da di dos del la le ibn binti der den".split())


def _surname(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    if reader.surnames.get(low[i]) != "plain":
        return 0
    end = _lower_middle(reader, i, reader.full(i, stop), stop)
    if end - i < 2:
        return 0
    if context == UNIT and not (_named_after_title(reader, i, end)):
        return 0
    if reader.shouted(i) and context not in ADDRESSED and not (end - i >= 3 and reader.known(i, end)):
        return 0
    if end - i == 2 and context not in ADDRESSED and low[i + 1] not in reader.syllables:
        return 0
    if end - i == 2 and reader.goes_on(i, end):
        return 0
    return end


def _lower_middle(reader: Reader, i: int, end: int, stop: int) -> int:
    """Goes on over a middle name that lacks its capital: `Lê Thị mai Lan`."""
    words = reader.words
    if end == stop and words.low[end - 1] == "thị" and end + 1 < len(words) and words.cap[end + 1]:
        if words.low[end] in reader.syllables and words.joined(end - 1) and words.joined(end):
            last = end + 1
            while last + 1 < len(words) and words.cap[last + 1] and words.joined(last):
                last += 1
            return reader.full(end + 1, last + 1)
    return end


def _named_after_title(reader: Reader, i: int, end: int) -> bool:
    """Behind a commune: the person whose title ends in it, and not the one the commune is called after."""
    if end - i < 3 or reader.reached(i) is None:
        return False
    return reader.streets.at(reader.words.low, i) < end - i


def _common_surname(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    if low[i] not in reader.surnames or context == UNIT:
        return 0
    end = reader.full(i, stop)
    if end - i < 2 or reader.goes_on(i, end):
        return 0
    if context in (HONORIFIC, PERSON):
        return end
    if reader.shouted(i):
        return 0
    if context in (OFFICE, TITLED):
        # `Bộ Công Thương Trần …`: the surname comes later.
        if reader.surnames.get(low[i + 1]) == "plain" and end - i >= 4:
            return 0
        known = sum(reader.known(k, k + 1) for k in range(i + 1, end))
        return end if (end - i >= 3 and known >= end - i - 2) or (context == OFFICE and known) else 0
    if not reader.known(i + 1, end):
        return 0
    if end - i >= 3 and low[i + 1] in _STRONG_MIDDLES and (not reader.opens_line(i) or low[i + 1] in ("thị", "văn")):
        return end
    return end if reader.backed(end) else 0


def _minority(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    parted = low[i][:2] in ("k'", "h'", "k’", "h’", "r'")
    if (low[i] not in reader.minority and not parted) or context == UNIT:
        return 0
    end = i
    while end < min(stop, i + 5) and not (end > i and end in reader.heads) and (end == i or len(low[end]) > 1):
        end += 1
    if end - i == 1:
        return end if parted and context in ADDRESSED else 0
    if context in ADDRESSED and (len(low[i]) > 1 or context != OFFICE):
        return end
    clans = sum(w in reader.minority and len(w) > 2 for w in low[i:end])
    return end if clans and low[i] != "a" else 0


def _foreign(reader: Reader, i: int, stop: int, context: str) -> int:
    words = reader.words
    end = _foreign_end(reader, i, stop)
    if end == i or context == UNIT or words.low[i].startswith(_ABBREVIATED_UNITS) or reader.initial(i):
        return 0
    if words.low[i] in reader.surnames and any(reader.initial(k) for k in range(i, min(end + 1, len(words)))):
        return 0
    strange = any(not lists.is_syllable(w) for w in words.low[i:end])
    hyphened = any("-" in words.low[k] and words.raw[k][-1].islower() for k in range(i, end))
    initial = "." in words.raw[i] and len(words.raw[i].rpartition(".")[2]) > 2
    several = end - i > 1 or hyphened or initial
    if context == HONORIFIC:
        return end if strange else 0
    if context == PERSON:
        numbered = end < len(words) and words.low[end].isdigit()
        return end if strange and not numbered and (several or words.low[i] not in _COMPANIES) else 0
    if not strange or words.low[i] in _COMPANIES:
        return 0
    if end < len(words) and words.low[end].isdigit():  # `Ligue 1`
        return 0
    if context == OFFICE:
        sure = hyphened or initial or words.low[i] in reader.foreign or reader.backed(end)
        return end if several and sure else 0
    if context == TITLED:
        head = reader.reached(i)
        sure = hyphened or initial or words.low[i] in reader.foreign or (head is not None and head.personal)
        return end if several and sure else 0
    if context == LISTED:
        closed = end >= len(words) or not words.low[end][0].isalnum() or words.low[end] == "và"
        return end if several or closed else 0
    if words.low[i] in reader.foreign and end - i > 1 and strange:
        return end
    return end if hyphened and end - i > 1 and lists.is_syllable(words.low[i]) and reader.backed(end) else 0


def _foreign_end(reader: Reader, i: int, stop: int) -> int:
    words = reader.words
    end = i
    while end < min(stop, i + 5) and end not in reader.heads:
        low = words.low[end]
        if low in _COMPANY_WORDS or (words.raw[end].isupper() and len(low) > 1):
            return i
        if end > i and reader.surnames.get(low) == "plain" and end + 1 < stop and reader.full(end, stop) - end > 1:
            break
        if end > i and reader.places.at(words.low, end) and lists.is_syllable(low):
            break
        end += 1
    if end == stop and end + 1 < len(words) and words.low[end] == "." and len(words.low[end - 1]) == 1 and end - i == 2:
        return end + 2 if words.cap[end + 1] and words.joined(end) else i  # `Frederick F. Russell`
    if end == stop and end + 1 < len(words) and words.low[end] in _PARTICLES and words.cap[end + 1] and end > i:
        return end + 2
    return end


def _given(reader: Reader, i: int, stop: int, context: str) -> int:
    words = reader.words
    end = reader.full(i, stop)
    if end == i or end - i > 4 or context == UNIT or reader.goes_on(i, end) or reader.initial(i):
        return 0
    low = words.low[i:end]
    if reader.inner.at(words.low, i) > 1 or reader.organisations.at(words.low, i) > (context == PERSON and end - i > 1):
        return 0
    if context in (HONORIFIC, PERSON):
        if end - i == 1 and (low[0] in _NO_SHORT_NAME or (end < stop and words.raw[end].isupper())):
            return 0
        if context == PERSON and end - i == 1:
            return end if reader.known(i, end) else 0
        return end
    if context == OFFICE:
        return end if end - i == 1 and low[0] in reader.syllables and _acts(reader, end) else 0
    if context == LISTED:
        return end if 2 <= end - i and reader.known(i, end) else 0
    if 2 <= end - i <= 3 and reader.known(i, end) and not reader.opens_line(i) and reader.backed(end):
        return end
    return 0


def _acts(reader: Reader, end: int) -> bool:
    """Whether what stands behind a lone given name lets it be one: a mark, a verb."""
    low = reader.words.low
    if low[end - 1] in _NO_SHORT_NAME:
        return False
    return end >= len(low) or not low[end][0].isalnum() or low[end] in AFTER_NAME or bool(reader.speech.at(low, end))


AFTER_NAME = frozenset(
    "đã bị là cho nói khai còn cùng và được không liền vẫn đang sẽ lấy dùng thấy bảo hỏi đáp kể về đến vào ra lên đi có"
    " cũng rồi thì nên mới lại tiếp chưa phải biết muốn mang đưa nhận trả gọi đánh chạy lái mua bán vay ở làm giữ tại"
    " trong với".split()
)
"""Words that follow a given name which stands alone as the subject."""
_ABBREVIATED_UNITS = ("tp.", "tx.", "tt.", "q.", "p.", "h.", "x.")
_COMPANY_WORDS = frozenset(
    "bank group post city united fc club cup league airlines air motor motors center centre tower plaza park street times"
    " news media tv university college school institute hotel resort mall mart food foods tech technology idol kids show"
    " awards award music film pictures records entertainment corporation corp inc ltd co company holdings capital land"
    " rap the of voice house world international global daily journal press america asia europe national real madrid".split()
)
_COMPANIES = frozenset(
    "facebook google apple microsoft samsung sony toyota honda ford amazon twitter youtube uber grab vinamilk vietcombank"
    " vingroup viettel fpt mobifone vinaphone petrolimex bitcoin iphone android internet covid-19 barca chelsea arsenal"
    " liverpool juventus bayern atletico tottenham psg mu real inter dortmund everton leicester".split()
)

RULES: tuple[Rule, ...] = (
    Rule("surname", _surname, ()),
    Rule("minority", _minority, ()),
    Rule("common surname", _common_surname, ()),
    Rule("foreign", _foreign, ()),
    Rule("given", _given, ()),
)
