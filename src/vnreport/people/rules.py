"""The rules of a name: ways to see that the capitals at a position are a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vnreport.grammar import Example
from vnreport.people import lists
from vnreport.people.context import ADDRESSED, HONORIFIC, LISTED, OFFICE, PERSON, TITLED, UNIT, Reader


@dataclass(frozen=True)
class Rule:
    """One way to see a name.

    `reads` gives the end of the name that begins at a position of a run, or 0; it is given the reader, the position,
    the run's end and the context. Ends are exclusive.
    `examples`: what it reads (`Example.reads` is the name); `misses`: texts in which it reads nothing.
    """

    name: str
    reads: Callable[[Reader, int, int, str], int]
    examples: tuple[Example, ...]
    misses: tuple[str, ...] = ()


_STRONG_MIDDLES = lists.group("strong middle")
_SURE_MIDDLES = lists.group("sure middle")
_NO_SHORT_NAME = lists.group("no short name")
_HIGHLAND = lists.group("highland")
_GIVEN_TOO = lists.group("given too")
_NEVER_ALONE = lists.group("never alone")
PARTICLES = lists.group("particle")
"""Folded particles inside foreign names."""


def _surname(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    if reader.surnames.get(low[i]) != "plain":
        return 0
    end = _lower_middle(reader, i, reader.full(i, stop), stop)
    if end - i < 2:
        return 0
    if context in (HONORIFIC, PERSON) and end - i < 4 and end < stop and _strange(reader, end, context):
        end += 1  # `ông Kim Sang Woo`
    if context == UNIT and not (_named_after_title(reader, i, end)):
        return 0
    if reader.shouted(i) and context not in ADDRESSED and not (end - i >= 3 and reader.known(i, end)):
        return 0
    if end - i == 2 and context not in ADDRESSED and low[i + 1] not in reader.syllables:
        return end if context == LISTED and low[i] in _HIGHLAND else 0
    if end - i == 2 and reader.goes_on(i, end):
        return 0
    return end


def _strange(reader: Reader, i: int, context: str) -> bool:
    """Whether the capitalised word at `i` is foreign (or Khmer, behind a form of address), of no company or place."""
    words = reader.words
    low = words.low[i]
    if not low.isalpha() or words.raw[i].isupper() or lists.is_syllable(low):
        return False
    if not low.isascii() and context != HONORIFIC:
        return False
    return low not in COMPANY_WORDS and low not in COMPANIES and not reader.places.at(words.low, i)


def _lower_middle(reader: Reader, i: int, end: int, stop: int) -> int:
    """Goes on over a middle name that lacks its capital: `Lê Thị mai Lan`."""
    words = reader.words
    if end != stop or words.low[end - 1] != "thị" or end + 1 >= len(words) or not words.cap[end + 1]:
        return end
    if words.low[end] not in reader.syllables or not words.joined(end - 1) or not words.joined(end):
        return end
    last = end + 1
    while last + 1 < len(words) and words.cap[last + 1] and words.joined(last):
        last += 1
    return reader.full(end + 1, last + 1)


def _named_after_title(reader: Reader, i: int, end: int) -> bool:
    """Behind a commune: the person whose title ends in it, and not the one the commune is called after."""
    if end - i < 3 or reader.reached(i) is None:
        return False
    return reader.streets.at(reader.words.low, i) < end - i


def _baptismal(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    at = i + reader.baptismal.at(low, i)
    if at == i or at + 1 >= stop or low[at] not in reader.surnames:
        return 0
    end = reader.full(at, stop)
    return end if end - at > 1 else 0


def _common_surname(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    if low[i] not in reader.surnames:
        return 0
    end = reader.full(i, stop)
    if end - i < 2:
        return 0
    if reader.goes_on(i, end) and not (end - i >= 3 and context in ADDRESSED and reader.known(i, end)):
        return 0  # but `Giám đốc Sở Mã Thế Vinh dự …`
    sure = end - i >= 3 and low[i + 1] in _SURE_MIDDLES
    if context == UNIT:
        return end if sure and _named_after_title(reader, i, end) else 0
    if sure and (context in ADDRESSED or (context == LISTED and low[i + 1] == "thị")):
        return end
    if context in (HONORIFIC, PERSON):
        return end + 1 if end - i < 4 and end < stop and _strange(reader, end, context) else end
    if reader.shouted(i):
        return 0
    if context in (OFFICE, TITLED):
        # `Bộ Công Thương Trần …`: the surname comes later.
        if reader.surnames.get(low[i + 1]) == "plain" and end - i >= 4:
            return 0
        known = sum(reader.known(k, k + 1) for k in range(i + 1, end))
        return end if (end - i >= 3 and known >= end - i - 2) or (context == OFFICE and known) else 0
    closed = end >= len(low) or low[end] in ",;.(–-"
    if context == LISTED and end - i == 3 and closed and reader.known(i + 1, i + 2):
        return end
    if not reader.known(i + 1, end):
        return 0
    sure = not reader.opens_line(i) or (i + 1 < end and low[i + 1] in ("thị", "văn")) or (closed and end - i == 4)
    if sure and end - i >= 3 and low[i + 1] in _STRONG_MIDDLES:
        return end
    return end if reader.backed(end) else 0


def _parted_in_list(reader: Reader, i: int) -> bool:
    """Whether the one name at `i` (`K'Bình`) stands in a list; peoples are called so too (`K'Ho`)."""
    words = reader.words
    around = words.low[i - 1 : i] + words.low[i + 1 : i + 2]
    closed = len(around) == 2 and around[0] in (";", ":") and around[1] in ("và", ",", "-", "–")
    return closed and words.raw[i][2:3].isupper() and words.low[i][2:] not in ("ho", "nâng")


def _before_thi(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    if stop - i < 3 or low[i + 1] != "thị" or low[i] in reader.surnames or reader.words.raw[i + 1].isupper():
        return 0
    if low[i] in reader.opening or low[i] in reader.openers or not lists.is_syllable(low[i]):
        return 0
    end = reader.full(i, stop)
    return end if end - i > 2 and reader.known(i + 2, end) and not reader.goes_on(i, end) else 0


def _minority(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    parted = low[i][:2] in ("k'", "h'", "k’", "h’", "r'")
    if (low[i] not in reader.minority and not parted) or context == UNIT:
        return 0
    end = i
    while end < min(stop, i + 5) and not (end > i and end in reader.heads):
        if end > i and len(low[end]) == 1 and (low[end] != "ê" or end + 1 >= stop):
            break
        end += 1
    if end - i == 1:
        return end if parted and (context in ADDRESSED or _parted_in_list(reader, i)) else 0
    if context in ADDRESSED and (len(low[i]) > 1 or context != OFFICE):
        return end
    clans = sum(w in reader.minority and len(w) > 2 for w in low[i:end])
    return end if clans and low[i] != "a" else 0


def _foreign(reader: Reader, i: int, stop: int, context: str) -> int:
    words = reader.words
    if context == UNIT or _all_syllables(reader, i, stop):
        return 0
    end = _foreign_end(reader, i, stop, context)
    if end == i or words.low[i].startswith(_ABBREVIATED_UNITS) or reader.initial(i):
        return 0
    if words.low[i] in reader.surnames and any(reader.initial(k) for k in range(i, min(end + 1, len(words)))):
        return 0
    if (
        not words.low[i].isascii()
        and lists.is_syllable(words.low[i])
        and end - i > 1
        and words.low[i + 1] in reader.foreign
    ):
        return 0  # `chồng Tây John …`
    if words.low[i] in reader.foreign and i + 1 < stop:  # `Angela Phương Trinh`, `Louis Nguyễn`
        last = reader.full(i + 1, stop)
        if last > i + 1 and reader.known(i + 1, last) and not reader.places.at(words.low, i + 1):
            return max(last, end)
    strange = any(not lists.is_syllable(w) for w in words.low[i:end])
    # `Kim Jong-un`, `Jean-Luc`; a company alone is called `Saint-Brusov`.
    hyphened = any("-" in words.low[k] and words.raw[k][-1].islower() for k in range(i, end))
    if hyphened and end - i == 1 and words.raw[i].partition("-")[2][:1].isupper():
        hyphened = words.low[i].partition("-")[0] in reader.foreign
    initial = "." in words.raw[i] and len(words.raw[i].rpartition(".")[2]) > 2
    several = end - i > 1 or hyphened or initial
    if context == HONORIFIC:
        return end if strange else 0
    if context == PERSON:
        numbered = end < len(words) and words.low[end].isdigit()
        return end if strange and not numbered and (several or words.low[i] not in COMPANIES) else 0
    if not strange or words.low[i] in COMPANIES:
        return 0
    if end < len(words) and words.low[end].isdigit():  # `Ligue 1`
        return 0
    if context == OFFICE:
        sure = hyphened or initial or words.low[i] in reader.foreign or reader.backed(end)
        return end if several and sure else 0
    if context == TITLED:
        head = reader.reached(i)
        sure = hyphened or initial or words.low[i] in reader.foreign or (head is not None and head.personal)
        sure = sure or reader.places.before(words.low, i) > 0  # `Chủ tịch Quốc hội Lào Pany …`
        # `Cố vấn Nhà nước Ivor Brusov`: of a state, where no company's name can follow
        sure = sure or (head is not None and words.low[head.end] in _STATE and head.kind == "office")
        # `Bộ trưởng Quốc phòng Ivor Brusov viết`, but not what stands before a name that is known, `Acme Ivan Brusov`.
        if not sure and reader.backed(end):
            sure = not any(low in reader.foreign for low in words.low[i + 1 : end])
        return end if several and sure else 0
    if context == LISTED:
        closed = end >= len(words) or not words.low[end][0].isalnum() or words.low[end] == "và"
        return end if several or closed else 0
    if words.low[i] in reader.foreign and end - i > 1 and strange:
        return 0 if _inside(reader, i) else end
    if end - i > 1 and reader.told_apart(end) and reader.begins(i):
        return end
    return end if hyphened and end - i > 1 and lists.is_syllable(words.low[i]) and reader.backed(end) else 0


def _inside(reader: Reader, i: int) -> bool:
    """Whether a foreign word that no rule could read stands right before `i`: `Jo` of `Jo Young Ho`."""
    words = reader.words
    if i == 0 or not words.cap[i - 1] or not words.joined(i - 1) or lists.is_syllable(words.low[i - 1]):
        return False
    named = reader.places.before(words.low, i) or words.raw[i - 1].isupper()  # `thủ lĩnh FARC Ivan Brusov`
    return not named and words.low[i - 1] not in reader.openers


def _all_syllables(reader: Reader, i: int, stop: int) -> bool:
    """Whether all that could be read of the run at `i` sounds Vietnamese, which is seen before any more of it."""
    low = reader.words.low
    last = min(stop, i + 5)
    goes_on = last == stop < len(low) and (low[stop] == "." or low[stop] in PARTICLES)
    return not goes_on and low[i] not in reader.foreign and all(map(lists.is_syllable, low[i:last]))


def _foreign_end(reader: Reader, i: int, stop: int, context: str) -> int:
    words = reader.words
    end = i
    while end < min(stop, i + 5) and end not in reader.heads:
        low = words.low[end]
        if end > i and not lists.is_syllable(words.low[end - 1]) and (number := _regnal(reader, end)):
            return end + number
        company = low in COMPANY_WORDS and (end > i or context not in (HONORIFIC, PERSON))
        if company or (words.raw[end].isupper() and len(low) > 1):
            return i
        if end > i and reader.surnames.get(low) == "plain" and end + 1 < stop and reader.full(end, stop) - end > 1:
            break
        if end > i and lists.is_syllable(low) and (reader.places.at(words.low, end) or not low.isascii()):
            break
        end += 1
    if end == stop and end + 1 < len(words) and words.low[end] == "." and len(words.low[end - 1]) == 1 and end - i == 2:
        return end + 2 if words.cap[end + 1] and words.joined(end) else i  # `Frederick F. Russell`
    if end == stop and end + 1 < len(words) and words.low[end] in PARTICLES and words.cap[end + 1] and end > i:
        return end + 2
    if end == stop < len(words) - 2 and end > i and words.low[end] in _ARTICLES and words.low[end + 1] == "-":
        return end + 3 if words.cap[end + 2] and words.start[end + 2] == words.end[end] + 1 else end
    return end


def _regnal(reader: Reader, i: int) -> int:
    """How many words the number of a ruler has at `i`: `II`, `Đệ Nhị`; 0 where there is none."""
    words = reader.words
    if words.raw[i].isupper() and len(words.low[i]) < 6 and set(words.low[i]) <= set("ivx"):
        return 1
    return 2 if words.low[i] == "đệ" and words.low[i + 1 : i + 2] and words.low[i + 1] in lists.ordinals() else 0


_TELLING = frozenset((HONORIFIC, PERSON, OFFICE))


def _given(reader: Reader, i: int, stop: int, context: str) -> int:
    words = reader.words
    # Where nothing tells of a person only a full name counts; most capitals are none, which is seen at once.
    if context not in _TELLING and (stop - i < 2 or not reader.known(i, i + 1)):
        return 0
    end = reader.full(i, stop)
    if end == i or end - i > 4 or context == UNIT or reader.goes_on(i, end) or reader.initial(i):
        return 0
    low = words.low[i:end]
    if low[0] in reader.openers and low[0] not in reader.syllables:
        return 0
    if reader.inner.at(words.low, i) > 1 or reader.organisations.at(words.low, i) > (context == PERSON and end - i > 1):
        return 0
    if reader.shouted(i) and not (context == HONORIFIC and reader.known(i, end)):
        return 0
    if context in (HONORIFIC, PERSON):
        never = _NEVER_ALONE if context == HONORIFIC else _NO_SHORT_NAME
        if end - i == 1 and (low[0] in never or (end < stop and words.raw[end].isupper())):
            return 0
        if context == PERSON and end - i == 1:
            if reader.surnames.get(low[0]) == "plain" and low[0] not in _GIVEN_TOO:  # `chúa Nguyễn`: a house
                return 0
            return end if reader.known(i, end) and low[0] not in reader.openers else 0
        return end
    if context == OFFICE:
        taught = words.low[i - 1] in ("khoa", "môn")  # `Trưởng khoa Toán`
        return end if end - i == 1 and low[0] in reader.syllables and not taught and _acts(reader, end) else 0
    if context == LISTED:
        return end if end - i >= 2 and reader.known(i, end) else 0
    if reader.opens_line(i) or reader.inner.before(words.low, i):
        return 0
    return end if 2 <= end - i <= 3 and reader.known(i, end) and reader.backed(end) else 0


def _acts(reader: Reader, end: int) -> bool:
    """Whether what stands behind a lone given name lets it be one: a mark, a verb."""
    low = reader.words.low
    if low[end - 1] in _NO_SHORT_NAME:
        return False
    return end >= len(low) or not low[end][0].isalnum() or low[end] in AFTER_NAME or bool(reader.speech.at(low, end))


AFTER_NAME = lists.group("after name")
"""Words that follow a given name which stands alone as the subject."""
_ARTICLES = ("al", "el", "as", "ad", "ar", "an", "ul")  # of an Arab's last name: `Karim al-Brusi`
_STATE = lists.group("of the state")
_ABBREVIATED_UNITS = ("tp.", "tx.", "tt.", "q.", "p.", "h.", "x.")
COMPANY_WORDS = lists.group("company word")
"""Folded words of which names of companies are made."""
COMPANIES = lists.group("company")
"""Folded companies, clubs and brands of one word."""

RULES: tuple[Rule, ...] = (
    Rule(
        "surname",
        _surname,
        (
            Example("Hôm qua Trần Văn Bình đến muộn.", "Trần Văn Bình"),
            Example("Tổng Giám đốc Sao Mai Post Trần Trung Kiên chủ trì.", "Trần Trung Kiên"),
            Example("Chủ tịch UBND xã Nguyễn Văn Lực nói.", "Nguyễn Văn Lực"),
            Example("Ông NGUYỄN VĂN LỰC dự họp.", "NGUYỄN VĂN LỰC"),
            Example("Bà Lê Thị mai Lan dự.", "Lê Thị mai Lan"),
            Example("Dự có Giàng A Lử, trưởng bản.", "Giàng A Lử"),
            Example("Ông Đỗ Minh Quân Chiều 5/3 đã về.", "Đỗ Minh Quân"),
        ),
        misses=(
            "Kẹt xe trên đường Nguyễn Văn Lực chiều qua.",
            "Trường THPT Trần Văn Bình khai giảng.",
            "Họp ở xã Nguyễn Trãi.",
            "Các tuyến đường Lê Lợi, Trần Phú và Nguyễn Huệ ngập nước.",
            "Ông N.V.A trú ở Hà Nội.",
            "Con trai của bà Trần Thị H. đã về.",
        ),
    ),
    Rule(
        "baptismal",
        _baptismal,
        (Example("Giám mục Phêrô Trần Văn Lực dự.", "Phêrô Trần Văn Lực"),),
        misses=("Giáo xứ Phêrô họp.",),
    ),
    Rule(
        "minority",
        _minority,
        (
            Example("Đồng chí Y Biêr Niê phát biểu.", "Y Biêr Niê"),
            Example("Ông K'Bình nói.", "K'Bình"),
            Example("Bà Rơ Châm H'Lan dự.", "Rơ Châm H'Lan"),
            Example("Dự có: Lê Tá, Bí thư; K'Bình và Lê Hạnh, Phó Bí thư.", "K'Bình"),
        ),
        misses=("Bộ Y tế họp.", "Nhóm A Hà Nội thắng.", "Các dân tộc: K'Ho, Mạ."),
    ),
    Rule(
        "common surname",
        _common_surname,
        (
            Example("Bà Mai Thị Hạnh dự.", "Mai Thị Hạnh"),
            Example("Ông Kim Sang Woo nói.", "Kim Sang Woo"),
            Example("Chủ tịch UBND TP Vinh Tất Quang Minh chủ trì.", "Tất Quang Minh"),
            Example("GS Thái Bá Cần nói.", "Thái Bá Cần"),
            Example("Dự có bà Lê Hạnh và Thạch Thị Sa Rinh.", "Thạch Thị Sa Rinh"),
            Example("Theo Hà Minh Châu, việc này khó.", "Hà Minh Châu"),
        ),
        misses=("Thái Bình mất mùa.", "Từ Hà Nội đi Lâm Đồng mất một ngày.", "Đoàn Thanh niên họp."),
    ),
    Rule(
        "before thị",
        _before_thi,
        (
            Example("Bí thư Chi bộ Ong Thị Bạch Tuyết chủ trì.", "Ong Thị Bạch Tuyết"),
            Example("Hôm qua Ong Thị Lan đến.", "Ong Thị Lan"),
        ),
        misses=("Họp ở Cầu Thị Nghè.", "Đi qua Thị trấn Thị Lan.", "Chợ Thị Lan đông."),
    ),
    Rule(
        "foreign",
        _foreign,
        (
            Example("Tổng thống Nga Ivan Petrovsky thăm Hà Nội.", "Ivan Petrovsky"),
            Example("Ông Brusov nói.", "Brusov"),
            Example("Thủ tướng Séc M.Dvo-rắc dự.", "M.Dvo-rắc"),
            Example("Hôm qua John Smithson đến.", "John Smithson"),
            Example("Chủ tịch Kim Min-jae nói.", "Kim Min-jae"),
            Example("Dự có ông Peter Brusov, Kanika Mehra.", "Kanika Mehra"),
            Example("Nữ hoàng Margrethe II nói.", "Margrethe II"),
            Example("Bộ trưởng Quốc phòng Thordis Brusov viết thư.", "Thordis Brusov"),
            Example("Hôm qua Thordis Brusov, người từng dẫn đoàn, đến.", "Thordis Brusov"),
            Example("Bộ trưởng Quốc phòng Thordis Brusov.", "Thordis Brusov"),
            Example("Cố vấn Nhà nước Aung Sin Suu dự.", "Aung Sin Suu"),
            Example("Hôm qua Mamta Sharvi, một bác sĩ ở thủ đô, đến.", "Mamta Sharvi"),
            Example("Nạn nhân là Mamta Sharvi, 25 tuổi.", "Mamta Sharvi"),
            Example("Hôm qua Mamta Sharvi, bạn thân của cô, đến.", "Mamta Sharvi"),
            Example("Nữ ca sĩ 22 tuổi Mamta Sharvi hát.", "Mamta Sharvi"),
            Example("Tổng thống Syria Karim al-Brusi nói.", "Karim al-Brusi"),
        ),
        misses=(
            "Giám đốc Công ty Thordis Brusov.",
            "Theo Mamta Sharvi, chuyên gia Trần Tá nói.",
            "Giám đốc Facebook từ chức.",
            "Máy bay hạ cánh ở New York.",
            "Câu lạc bộ Chelsea thắng.",
        ),
    ),
    Rule(
        "given",
        _given,
        (
            Example("Theo ông Thắng, việc này khó.", "Thắng"),
            Example("Ca sĩ Thu Giang hát.", "Thu Giang"),
            Example("Bí thư Lực nói.", "Lực"),
            Example("Vua Minh Đức băng hà.", "Minh Đức"),
            Example("Đại biểu Quốc hội Nàng Xô Vi nói.", "Nàng Xô Vi"),
        ),
        misses=(
            "Bà H. trú ở Hà Nội.",
            "Ông ấy là Trưởng khoa Toán tại trường này.",
            "Chủ tịch Quốc hội phát biểu.",
            "Thủ tướng Anh từ chức.",
            "Đàn ông Việt Nam hay cười.",
        ),
    ),
)
