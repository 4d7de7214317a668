"""From a match of the grammar to what it means, or to None where it is no figure after all.

Every reader is given a match on the folded twin. Shares told as fractions have four digits: ``2/3`` is 0.6667.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import acronyms, amounts, context, nouns, signs, units
from vnreport.numerals import scan
from vnreport.numerals.words import EXACT
from vnreport.records import UnitKind


class Reading(NamedTuple):
    """A figure as its own words give it; offsets of the twin.

    `kind` is the unit's. `noun`: where the noun counted begins; `measure`: the words that say what it is of, where
    the grammar knows.
    """

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None = None
    of: Decimal | None = None
    unit: str | None = None
    kind: UnitKind | None = None
    noun: int | None = None
    measure: tuple[int, int] | None = None


Readings = tuple[Reading, ...]
"""What one match means: the figures in it, in the order of the text."""
Match = re.Match[str]

_YEAR = re.compile(r"(?:19|20)\d\d")
_ONLY_LARGE = frozenset(["bảng", "kíp"])  # four of them are groups or shifts
PRECISE = Context(prec=4)
"""Shares have four digits: ``2/3`` is 0.6667."""


def unit(match: Match, document: Document) -> Readings | None:
    """A number, or two, with a unit of money, share or measure."""
    known = units.aliases()[match["unit"]]
    found = signs.signed(match, document, known)
    if found is None or not amounts.unit_fits(match, document):
        return None
    low = match["low"]
    if (low == "một" and known.name in ("lần", "độ", "cây vàng")) or (
        low == "năm" and not amounts.counts_five(match, document)
    ):
        return None
    start, value, value_to = found
    if match["unit"] in _ONLY_LARGE and abs(value) < 1000:
        return None
    if match["unit"] == "đồng" and abs(value) < 100 and document.folded.startswith(" tiền", match.end()):
        return None  # `rổ 6 đồng tiền`
    if not match["per"] and nouns.longer(document, match.start("unit"), match.end("unit")):
        return None
    name, end = units.name(match["unit"], match["per"]), match.end()
    rate = _rate().match(document.folded, end) if known.dimension in ("mass", "volume") and not match["per"] else None
    if rate is not None and rate["more"] and rate["per"]:  # `12 tấn sản phẩm/ngày`
        name, end = units.name(known.name + rate["more"], rate["per"]), rate.end()
    return (Reading(start, end, value, value_to, unit=name, kind=known.kind),)


def units_of_both(match: Match, document: Document) -> Readings | None:
    """A range that names its unit twice."""
    first, second = units.aliases()[match["unit0"]], units.aliases()[match["unit"]]
    if first is not second or match["per0"] not in ("", match["per"]):
        return None
    return unit(match, document)


def count(match: Match, document: Document) -> Readings | None:
    """A number, or two, with the noun counted."""
    low = match["low"]
    if low == "một" or match["minus"] or low.endswith("nửa"):
        return None
    noun = _noun(match, document)
    if noun is None:
        return None
    if low == "năm" and not amounts.counts_five(
        match, document, person=noun.kind == "person", part=context.is_part(noun.text)
    ):
        return None
    if _ADDRESS.match(document.folded, noun.start):
        return None
    pair_ = _pairs().match(document.folded, noun.start) if low in ("hai", "2") and match["high"] is None else None
    if (pair_ is not None and pair_.end() >= noun.end) or (low == "hai" and _both(match, document)):
        return None
    if _YEAR.fullmatch(low) and not amounts.counts_year(match, document):
        return None
    if context.is_label(document.folded, match.start(), low, noun.text, noun.kind):
        return None
    pair = amounts.pair(match, document, counts=True)
    if pair is None:
        return None
    if noun.text in _PLANS and pair[0] != int(pair[0]):
        return (Reading(match.start(), match.end(), *pair),)  # the sign of the share fell out in print
    rate = _rate().match(document.folded, noun.end)
    if rate is not None and rate["per"]:
        name = units.name(noun.text + (rate["more"] or ""), rate["per"])
        return (Reading(match.start(), rate.end(), *pair, unit=name, kind="count", noun=noun.start),)
    return (_to_same(_of_nouns(document, match.start(), noun, *pair), noun, document),)


def _both(match: Match, document: Document) -> bool:
    """Whether ``cả hai`` goes before a noun: it speaks of two that are known, and counts nothing."""
    return context.words_before(document.folded, match.start(), 1) == ["cả"]


@cache  # here and below: what holds the whole pattern of a number takes milliseconds to compile
def _second() -> re.Pattern[str]:
    return re.compile(rf" (?:đến|tới) (?:(?:dưới|gần|hơn|trên|khoảng) )?(?P<high>{scan.NUMBER}) ")


def _to_same(reading: Reading, noun: nouns.Noun, document: Document) -> Reading:
    """A count with the second end that names its noun again (``12 ghế đến 30 ghế``), where one follows."""
    second = _second().match(document.folded, noun.end) if reading.value_to is None else None
    if second is None:
        return reading
    other = nouns.at(document, second.end())
    high = amounts.value_of(second["high"], document, counts=True)
    if other is None or other.text != noun.text or high is None or high <= reading.value:
        return reading
    return reading._replace(end=other.end, noun=other.start, value_to=high, unit=document.text[noun.start : noun.end])


# `33 thôn 7` is a house, `15 tổ 3` too.
_ADDRESS = re.compile(r"(?:thôn|tổ|ấp|khu phố|khu|ngõ|ngách|hẻm|đường|phố|phường|khóm|xóm|đội) \d{1,3}(?=[,;.)\n]|$)")


_PLANS = frozenset(["kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "mức"])


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternation(lexicon.entries('fixed_pairs'))})(?!\w)")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"(?P<more>(?: [^\W\d]{{1,7}}){{1,2}}(?= ?/))?(?P<per>{units.per_pattern()})")


def _noun(match: Match, document: Document) -> nouns.Noun | None:
    """The counted noun behind the number."""
    text, end = document.folded, match.end()
    gloss = _gloss().match(text, end) if text.startswith(" (", end) else None
    if gloss is not None and scan.value(gloss[1]) is not None:  # `05 (năm) công trình`
        end = gloss.end()
    start = end + (text[end : end + 1] == " ")
    if start == end and document.text[end : end + 2].istitle():
        return None  # `ảnh 1Chủ tịch xã phát biểu`: a caption runs on into the next
    noun = nouns.at(document, start) or acronyms.at(document, start)
    if noun is not None and (_is_plate(document, noun) or _is_address(document, noun)):
        return None
    return noun


def _is_plate(document: Document, noun: nouns.Noun) -> bool:
    """Whether the noun is half of a number plate (``65F1-014.34``)."""
    return noun.text[-1].isdigit() and document.text[noun.end : noun.end + 1] == "-"


_ADDRESSES = frozenset(["ông", "bà", "anh", "chị", "em", "cô", "chú", "bác"])


def _is_address(document: Document, noun: nouns.Noun) -> bool:
    """Whether a person is addressed in a new sentence whose mark is missing (``ở tuổi 105 Ông Nam``)."""
    return noun.text.partition(" ")[0] in _ADDRESSES and document.text[noun.start].isupper()


@cache
def _gloss() -> re.Pattern[str]:
    return re.compile(rf" \(({scan.WORD_NUMBER})\)(?= )")


def _of_nouns(
    document: Document, start: int, noun: nouns.Noun, value: Decimal, value_to: Decimal | None = None
) -> Reading:
    """A count of `noun` and of the nouns that share its number."""
    end = nouns.head_end(document, noun)
    name = document.text[noun.start : end]
    return Reading(start, end, value, value_to, unit=name, kind="count", noun=noun.start)


def neighbours(match: Match, document: Document) -> Readings | None:
    """``hai, ba người`` are two or three."""
    low, high = scan.value(match["low"]), scan.value(match["high"])
    if low is None or high != low + 1 or not amounts.stands_free(match, document):
        return None
    if match["unit"]:
        known = units.aliases()[match["unit"]]
        return (Reading(match.start(), match.end(), low, high, unit=known.name, kind=known.kind),)
    noun = _noun(match, document)
    if noun is None or context.is_label(document.folded, match.start(), match["low"], noun.text, None):
        return None
    return (_of_nouns(document, match.start(), noun, low, high),)


_IN_LIST = re.compile(r"\d, $")


def listed(match: Match, document: Document) -> Readings | None:
    """Numbers that share the unit of the last."""
    at = match.start()
    if _IN_LIST.search(document.folded[max(0, at - 4) : at]):
        return None
    items = [(at + m.start(), at + m.end(), m[0]) for m in scan.in_digits().finditer(match["items"])]
    if any(_YEAR.fullmatch(number) or amounts.IDENTIFIER.match(number) for _, _, number in items):
        return None
    noun = _noun(match, document) if match["unit"] is None else None
    if match["unit"] is not None and not amounts.unit_fits(match, document):
        return None  # `4G và 5G`
    if match["unit"] is not None:
        name, kind = units.name(match["unit"], match["per"]), units.aliases()[match["unit"]].kind
        value = amounts.value_of(match["low"], document)
        last = None if value is None else Reading(match.start("low"), match.end(), value, unit=name, kind=kind)
    elif noun is not None and not context.is_label(document.folded, match.start(), items[0][2], noun.text, None):
        value = amounts.value_of(match["low"], document, counts=True)
        last = None if value is None else _of_nouns(document, match.start("low"), noun, value)
    else:
        last = None
    values = [amounts.value_of(number, document) for _, _, number in items]
    if last is None or None in values or not amounts.stands_free(match, document):
        return None
    power = scan.magnitude(match["low"])
    found = []
    for (start, end, number), value in zip(items, values, strict=True):
        if value is not None:
            shared = 0 if scan.magnitude(number) else power  # `18 và 25 tỷ đồng`, but `500 triệu và 2 tỷ đồng`
            found.append(
                Reading(start, end, amounts.whole(value.scaleb(shared, EXACT)), unit=last.unit, kind=last.kind)
            )
    return (*found, last)


def rising(match: Match, document: Document) -> Readings | None:
    """The first end of a change, the unit of which stands behind the second (``từ 10 lên 15 trường``)."""
    start = signs.start_of(document.folded, match.start())
    words = context.words_before(document.folded, start, 1)
    if words != ["từ"] or _YEAR.fullmatch(match["low"]):
        return None
    value = amounts.value_of(match["low"], document)
    power = scan.magnitude(match["high"])
    if value is None or amounts.value_of(match["high"], document) is None:
        return None
    if power and not scan.magnitude(match["low"]):
        value = amounts.whole(value.scaleb(power, EXACT))
    if match["unit"] is not None:
        if not amounts.unit_fits(match, document):
            return None
        known = units.aliases()[match["unit"]]
        name = units.name(match["unit"], match["per"])
        if start < match.start() and signs.goes_below_zero(known):
            value = signs.negated(value)
        else:
            start = match.start()
        return (Reading(start, match.end(), value, unit=name, kind=known.kind),)
    noun = nouns.at(document, match.end("high") + 1)
    return None if noun is None else (Reading(match.start(), match.end(), value, unit=noun.text, kind="count"),)


def of(match: Match, document: Document) -> Readings | None:
    """``19/22 chỉ tiêu``: a part of a whole, both counted."""
    part, whole = amounts.value_of(match["low"], document), amounts.value_of(match["whole"], document)
    power = scan.magnitude(match["whole"])
    if part is not None and power and match["unit0"] is None and not scan.magnitude(match["low"]):
        part = amounts.whole(part.scaleb(power, EXACT))  # `3.456/10.000 tỷ đồng`
    if part is None or not whole or not amounts.stands_free(match, document) or part > whole.scaleb(2, EXACT):
        return None
    words = context.words_before(document.folded, match.start(), 2)
    if words and words[-1] in DAY_BEFORE:
        return None
    if part > whole and whole <= 12 and part <= 31 and match["unit"] is None:
        return None  # a day and its month
    if match["on"] is not None and (match["unit"] is not None or match["unit0"] is not None or part > whole):
        return None  # `mũi 2 trên 95%`
    if _YEAR.fullmatch(match["whole"]):
        return None  # `Nghị định 79/2012 quy định`
    if match["unit"] is not None:
        known = units.aliases()[match["unit"]]
        if known.dimension == "data" or not amounts.unit_fits(match, document):
            return None  # `12GB/256GB` are two memories, `4G/5G` two networks
        if known.name == "inch":  # `cảm biến 1/1,3 inch`
            return (Reading(match.start(), match.end(), PRECISE.divide(part, whole), unit=known.name, kind=known.kind),)
        return (Reading(match.start(), match.end(), part, of=whole, unit=known.name, kind=known.kind),)
    noun = _noun(match, document)
    if noun is None:
        return None
    if context.is_label(document.folded, match.start(), match["low"], noun.text, None):
        return None
    reading = _of_nouns(document, match.start(), noun, part)._replace(of=whole)
    told = part < whole <= 5 and words and words[-1] in _FRACTIONAL  # `ít nhất 2/3 đại biểu`
    told = told or (part < whole <= 10 and noun.text in _AMOUNTS)  # `bằng 1/3 mức tăng`
    if told or ((match["low"], match["whole"]) in _SHARES and noun.kind in ("person", "thing")):
        reading = reading._replace(value=PRECISE.divide(part, whole), of=None, kind=None)
    return (reading,)


_AMOUNTS = frozenset(["mức", "mục tiêu", "giá trị", "giá", "tổng", "lượng", "sản lượng", "kế hoạch", "nhu cầu"])
_SHARES = frozenset([("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4")])
DAY_BEFORE = frozenset(["lệ", "ngày", "sáng", "chiều", "tối", "trưa", "đêm", "nay", "qua", "số", "tháng", "hôm"])
"""Words before a day, which no share follows."""
_FRACTIONAL = frozenset(["hơn", "gần", "quá", "trên", "nhất", "thiểu", "khoảng", "đủ"])


_LENGTH_OF_TIME = re.compile(r" (?:năm|tháng|tuần|ngày|đêm|giờ|phút|giây|thế kỷ|thập kỷ)(?!\w)")
_NAMED = re.compile(r"\d (?:Triệu|Vạn|Tỷ)$")


def magnitude(match: Match, document: Document) -> Readings | None:
    """``tăng 47 triệu``: the unit goes without saying."""
    last = match["high"] or match["low"]
    if last[-1].isdigit():
        return None
    if not scan.magnitude(last) or (len(last) == 2 and last[1] == "k"):  # `thông điệp 5K`, `màn hình 4K`
        return None
    if _LENGTH_OF_TIME.match(document.folded, match.end()):
        return None
    if last[-1] == "k" and "vàng" in context.words_before(document.folded, match.start(), 2):  # carats
        return None
    if _NAMED.search(document.text[match.start() : match.end()]):  # `Trường Tiểu học số 2 Triệu Hòa`
        return None
    found = signs.signed(match, document, None)
    return None if found is None else (Reading(found[0], match.end(), *found[1:]),)


def bare(match: Match, document: Document) -> Readings | None:
    """``chỉ số PCI đạt 65,3``: a verb of reaching says that the number is a figure."""
    number = match["low"]
    words = context.words_before(document.folded, match.start(), 2)
    if not words or not amounts.stands_free(match, document):
        return None
    whole = number.isdigit()
    if words[-1] not in (_REACHING_WHOLE if whole else _REACHING) or (whole and len(number) > 3):
        return None
    if words[-1] == "bằng" and words[0] in ("văn", "tấm", "chiếc"):
        return None
    value = amounts.value_of(number, document)
    return None if value is None else (Reading(match.start(), match.end(), value),)


_REACHING = frozenset(["đạt", "tăng", "giảm", "lên", "xuống", "còn", "là", "bằng", "mức", "khoảng", "hơn", "gần"])
_REACHING_WHOLE = frozenset(["bằng", "bớt"])


def times(match: Match, document: Document) -> Readings | None:
    """``gấp đôi`` is twice."""
    how = match["how"]
    value = {"đôi": Decimal(2), "rưỡi": Decimal("1.5")}.get(how) or scan.value(how)
    return None if value is None else (Reading(match.start(), match.end(), value, unit="lần", kind="measure"),)


def height(match: Match, document: Document) -> Readings | None:
    """``1m65`` is 1.65 m."""
    value = Decimal(f"{match['metres']}.{match['rest']}")
    return (Reading(match.start(), match.end(), value, unit="m", kind="measure"),)


def currency_first(match: Match, document: Document) -> Readings | None:
    """``$10 triệu``: the sign before the number."""
    pair = amounts.pair(match, document, counts=True)
    if pair is None:
        return None
    known = units.aliases()[match["unit"]]
    return (Reading(match.start(), match.end(), *pair, unit=known.name, kind=known.kind),)
