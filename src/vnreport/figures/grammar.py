"""The shapes of figures: a number, alone or with a second one, and the unit or the noun behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from vnreport import lexicon, numerals
from vnreport.document import Document
from vnreport.figures import context, nouns, units
from vnreport.grammar import DIGIT, Example, Grammar, Rule
from vnreport.numerals import scan
from vnreport.records import UnitKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as its own words give it; offsets of the twin."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None = None
    of: Decimal | None = None
    unit: str | None = None
    kind: UnitKind | None = None


Readings = tuple[Reading, ...]

_N = scan.NUMBER
_TO = r"(?: ?[-–—÷] ?| (?:đến|tới|hoặc|hay) )"
_U = units.pattern()
_PER = units.per_pattern()
_NOUN = nouns.pattern()
_NUMBER_WORDS = scan.FIRST_WORDS
_FIRST = (DIGIT, *_NUMBER_WORDS)

_OPEN = re.compile(r"\d{1,3},\d{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IDENTIFIER = re.compile(r"0\d{2,}")


def _number(match: re.Match[str], group: str, document: Document, *, counts: bool = False) -> Decimal | None:
    """The value of a group; `counts`: things that come whole, so that ``1,458`` of them are 1458."""
    text = match[group]
    if _IDENTIFIER.match(text):
        return None
    english = _OPEN.fullmatch(text) is not None and (counts or numerals.writes_english(document.text))
    return scan.value(text, english=english)


def _pair(match: re.Match[str], document: Document, *, counts: bool = False) -> tuple[Decimal, Decimal | None] | None:
    low = _number(match, "low", document, counts=counts)
    if low is None or not _stands_free(match, document):
        return None
    if match["high"] is None:
        return low, None
    high = _number(match, "high", document, counts=counts)
    if high is None:
        return None
    power = scan.magnitude(match["high"])
    if power and not scan.magnitude(match["low"]) and low < high / 10**power * 10:
        low = _whole(low.scaleb(power))
    return (low, high) if low < high else None


def _whole(value: Decimal) -> Decimal:
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _stands_free(match: re.Match[str], document: Document) -> bool:
    """Whether the number is no part of a longer one, of a code (``SU-30``) or of a name (``Ba Đình``)."""
    text, start = document.folded, match.start()
    before = text[max(0, start - 2) : start]
    if len(before) == 2 and (
        (before[0].isdigit() and before[1] in ".,-–/:") or (before[0].isalpha() and before[1] in "-/.")
    ):
        return False
    if not text[start].isdigit() and context.words_before(text, start, 1)[-1:] in _VAGUE:
        return False
    source = document.text
    if source[start].isupper():  # a name (`Ba Đình`, `Bé Hai`), unless the word begins a sentence
        word_end = match.end("low")
        left = source[max(0, start - 3) : start].rstrip(" ")
        return not source[word_end + 1 : word_end + 2].isupper() and (not left or left[-1] in _BEFORE_SENTENCE)
    return True


_BEFORE_SENTENCE = ".!?…:;\n“”\"'‘(-–*•"
_VAGUE = (["đôi"], ["dăm"], ["vài"], ["mấy"], ["hàng"], ["thứ"], ["nhiều"], ["ngày"], ["từng"])


def _read_unit(match: re.Match[str], document: Document) -> Readings | None:
    pair = _pair(match, document)
    if pair is None or not _unit_fits(match, document):
        return None
    unit = units.aliases()[match["unit"]]
    if match["low"] == "một" and unit.name in ("lần", "độ"):
        return None
    if match["low"] == "năm" and not _counts_five(match, document):
        return None
    if not match["per"] and nouns.longer(document, match.start("unit"), match.end("unit")):
        return None
    name = units.name(match["unit"], match["per"])
    return (Reading(match.start(), match.end(), *pair, unit=name, kind=unit.kind),)


_CASED = {"g": "g", "m": "m", "l": "l", "b": "B", "gr": "gr"}


def _unit_fits(match: re.Match[str], document: Document) -> bool:
    """Whether the unit is written as one: ``4G`` is no weight, ``Yên`` no money."""
    printed = document.text[match.start("unit") : match.end("unit")]
    if match["unit"] in _CASED:
        return printed == _CASED[match["unit"]]
    return not (printed[0].isupper() and (printed[1:].islower() and len(printed) > 2 and printed[:2] not in ("US",)))


def _read_count(match: re.Match[str], document: Document) -> Readings | None:
    noun = match["noun"]
    kind = nouns.kind(noun)
    low = match["low"]
    if low == "một" or (low == "năm" and not _counts_five(match, document)):
        return None
    if low == "hai" and match["high"] is None and noun in lexicon.words("fixed_pairs"):
        return None
    if _YEAR.fullmatch(low) and not _counts_year(match, document):
        return None
    if context.is_label(document.folded, match.start(), low, noun, kind):
        return None
    pair = _pair(match, document, counts=True)
    if pair is None:
        return None
    if match["per"]:
        end, unit = match.end(), units.name(noun + (match["more"] or ""), match["per"])
    else:
        end = nouns.shared(document, match.end("noun"), kind)
        unit = document.text[match.start("noun") : end]
    return (Reading(match.start(), end, *pair, unit=unit, kind="count"),)


def _counts_year(match: re.Match[str], document: Document) -> bool:
    """A number such as 2019 counts only where the word before it says so: a text groups its thousands."""
    words = context.words_before(document.folded, match.start(), 1)
    return bool(words) and words[0] in ("có", "hơn", "trên", "gần", "khoảng", "gồm", "được", "là", "tổng")


_FIVE = frozenset(["có", "gồm", "với", "là", "được", "hơn", "gần", "khoảng", "thêm", "tại", "ở", "cho", "đủ", "về"])


def _counts_five(match: re.Match[str], document: Document) -> bool:
    """``năm`` is a year more often than a five."""
    words = context.words_before(document.folded, match.start(), 1)
    return bool(words) and words[0] in _FIVE


def _read_of(match: re.Match[str], document: Document) -> Readings | None:
    part, whole = _number(match, "low", document), _number(match, "whole", document)
    if part is None or not whole or not _stands_free(match, document) or part > whole * 100:
        return None
    words = context.words_before(document.folded, match.start(), 2)
    if words and words[-1] in ("lệ", "ngày", "sáng", "chiều", "tối", "trưa", "đêm", "nay", "qua", "số", "tháng"):
        return None
    alias = match["unit"]
    if alias is not None:
        unit: str = units.aliases()[alias].name
        kind: UnitKind = units.aliases()[alias].kind
        end = match.end()
    else:
        end = nouns.shared(document, match.end(), nouns.kind(match["noun"]))
        unit, kind = document.text[match.start("noun") : end], "count"
    return (Reading(match.start(), end, part, of=whole, unit=unit, kind=kind),)


def _read_fraction(match: re.Match[str], document: Document) -> Readings | None:
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    if not 0 < part < whole <= 100 or not _stands_free(match, document):
        return None
    return (Reading(match.start(), match.end(), _share(part, whole), unit=_printed(match, "noun", document)),)


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole).quantize(Decimal("0.0001")).normalize()


def _read_magnitude(match: re.Match[str], document: Document) -> Readings | None:
    last = match["high"] or match["low"]
    if not scan.magnitude(last) or (len(last) == 2 and last[1] == "k"):  # `thông điệp 5K`, `màn hình 4K`
        return None
    pair = _pair(match, document)
    return None if pair is None else (Reading(match.start(), match.end(), *pair),)


def _printed(match: re.Match[str], group: str, document: Document) -> str | None:
    return document.text[match.start(group) : match.end(group)] if match[group] else None


def _read_times(match: re.Match[str], document: Document) -> Readings | None:
    value = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), "bội": None}.get(match["how"]) or scan.value(match["how"])
    return None if value is None else (Reading(match.start(), match.end(), value, unit="lần", kind="measure"),)


GRAMMAR: Grammar[Readings] = Grammar(
    "figures",
    (
        Rule(
            "unit",
            _FIRST,
            rf"(?P<low>{_N})(?:{_TO}(?P<high>{_N}))? ?(?P<unit>{_U})(?P<per>{_PER})",
            _read_unit,
            (
                Example("Thu ngân sách đạt 30,539 tỷ đồng.", "30,539 tỷ đồng", {"value": 30539000000, "unit": "đồng"}),
                Example("Đường dài 12,5km.", "12,5km", {"value": 12.5, "unit": "km", "unit_kind": "measure"}),
                Example("Tăng từ 10-15% mỗi năm.", "10-15%", {"value": 10, "value_to": 15, "unit": "%"}),
                Example("Giá 5 đến 7 triệu đồng/m2.", "5 đến 7 triệu đồng/m2", {"value": 5000000, "value_to": 7000000}),
            ),
            misses=("Ngày 12/5, xã họp.", "Mạng 4G phủ khắp xã."),
        ),
        Rule(
            "count",
            _FIRST,
            rf"(?P<low>{_N})(?:{_TO}(?P<high>{_N}))? ?(?P<noun>{_NOUN})"
            rf"(?P<more>(?: [^\W\d]{{1,7}}){{1,2}}(?= ?/))?(?P<per>{_PER})",
            _read_count,
            (
                Example("Xã có 17 công trình xây dựng mới.", "17 công trình", {"value": 17, "unit": "công trình"}),
                Example("Họp với 63 tỉnh, thành phố.", "63 tỉnh, thành phố", {"unit": "tỉnh, thành phố"}),
                Example("Có hai vị đại biểu phát biểu.", "hai vị đại biểu", {"value": 2}),
            ),
            misses=("Quận 1 công ty nào cũng biết.", "Cả năm doanh nghiệp đều lãi."),
        ),
        Rule(
            "part of a whole",
            (DIGIT,),
            rf"(?P<low>{_N})(?: ?{_U})? ?/ ?(?P<whole>{_N}) ?(?:(?P<unit>{_U})|(?P<noun>{_NOUN}))",
            _read_of,
            (
                Example("Đạt 19/22 chỉ tiêu.", "19/22 chỉ tiêu", {"value": 19, "of": 22, "unit": "chỉ tiêu"}),
                Example("Trồng 13,2 ha/12 ha rừng.", "13,2 ha/12 ha", {"value": 13.2, "of": 12, "unit": "ha"}),
            ),
            misses=("Sáng 3/7 huyện họp.",),
        ),
        Rule(
            "fraction",
            (DIGIT,),
            r"(?P<part>\d{1,2})/(?P<whole>\d{1,3})(?P<noun> số [^\W\d_]{1,9}(?: [^\W\d_]{1,9})?)",
            _read_fraction,
            (Example("Được 2/3 số phiếu tán thành.", "2/3 số phiếu tán", {"value": 0.6667}),),
        ),
        Rule(
            "magnitude alone",
            _FIRST,
            rf"(?P<low>{_N})(?:{_TO}(?P<high>{_N}))?(?!\w)(?! ?[-–/]\d)",
            _read_magnitude,
            (Example("Thu nhập tăng 47 triệu so với năm ngoái.", "47 triệu", {"value": 47000000, "unit": None}),),
            misses=("Cả xã có hàng nghìn hộ.",),
        ),
        Rule(
            "times",
            ("gấp",),
            r"gấp (?P<how>đôi|rưỡi|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,3}(?:,\d{1,2})?)(?! lần| ?[-–,.%]\d|%)(?!\w)",
            _read_times,
            (Example("Số khách tăng gấp đôi năm ngoái.", "gấp đôi", {"value": 2, "unit": "lần"}),),
            misses=("Việc này rất gấp rút.",),
        ),
    ),
    stage="figures",
)
