"""The subject before a figure: the words of its clause that say what it is of.

The clause is looked through from its marks to the lead of the figure; a word that names a measure begins the subject
(``doanh thu của tập đoàn``), else it is what the verb is said of, or what stands behind the last connector.
"""

from __future__ import annotations

import re
from functools import cache

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import ages, nouns, verbs
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range
from vnreport.text.patterns import LazyPattern

_SUBJECT_REACH = 240  # characters looked back over
_SUBJECT_WORDS = 16
# One set of marks, by which the search runs, and what some of them need around them.
_HARD_END = re.compile(r"[;:()\[\]…!?\n“”.–—](?:(?<![.–—])|(?<=\.)(?= |$)|(?<= [–—])(?<!\d [–—]) (?!\d))")
_SAME = re.compile(r"(?:con số|mức|tỷ lệ|tỉ lệ|số|tổng số|số tiền|số lượng|giá|diện tích) (?:này|đó|trên)(?!\w)")
_AUXILIARY = re.compile(r"(?<!thiết)(?<!chuẩn)(?<!trang) (?:đã|được|bị|sẽ|đang|cũng|vẫn|đều|có thể)(?!\w)")
_SAID = re.compile(
    r" (?:cũng |đều |vẫn |tiếp tục )?(?:đã (?:tăng|giảm)|sẽ|tiếp tục|có xu hướng|có thể|dự kiến)(?: \w+){0,3} ?$"
    r"| (?:được )?(?:giao dịch|niêm yết)(?: ở mức| chiều)?(?: mua| bán)? ?$"
    r"| (?:cũng |vẫn )?được (?:[^\s,]+ ){0,6}(?:công bố|dự báo|đánh giá|ghi nhận|ước tính|cho là|dự đoán)(?: là| ở)? ?$"
)
# `tỷ lệ nợ xấu | được kiểm soát | ở mức 2%`
_KEPT = re.compile(r" (?:cũng |đều |vẫn |đã |luôn ){0,2}(?:được|duy trì|ổn định|đóng cửa|niêm yết)(?: [^\s,]+){0,5} ?$")
_AT_LEVEL = ("ở mức", "giao dịch", "quanh mức", "trong khoảng", "tại mức", "chốt")
_SIZES = frozenset([
    "tải trọng", "trọng tải", "trọng lượng", "cân nặng", "chiều dài", "chiều rộng", "chiều cao", "chiều sâu", "độ dài",
    "độ sâu", "độ cao", "đường kính", "bán kính", "khoảng cách", "cự ly", "diện tích", "tổng diện tích", "dung tích",
    "kích thước", "độ dày", "độ rộng", "công suất", "tốc độ", "vận tốc", "dân số", "mật độ", "tuổi thọ", "độ tuổi",
])  # fmt: skip
_NUMBER_OF = re.compile(r" [^\W\d]")
_LONG_BRACKET = re.compile(r" ?\([^()]{13,}\)?")
_ADDRESS = re.compile(r" \([^()]{0,80},[^()]{0,80}\)[ ,]*$")
_WORD = re.compile(r"\w[\w%&'’./-]*\w|\w")
_TIME = re.compile(
    r"(?:(?:từ|đến|vào|trong|ngay|tính|kể|hết|cuối|đầu|giữa|cả|riêng|trung bình|bình quân|hiện) ){0,3}"
    r"(?:năm|tháng|quý|tuần|ngày|giai đoạn|nhiệm kỳ|\d{1,2} (?:năm|tháng|ngày|tuần)|đến nay|nay)(?!\w)"
)
_WITH = re.compile(r"(?<!so) (?:với|có) (?=(?:tỷ lệ|tỉ lệ|giá|mức|số|tổng|diện tích|doanh thu|vốn)(?!\w))")
_RATE = re.compile(r" (?:mỗi|một|hằng|hàng) (?:năm|tháng|ngày|giờ|quý|tuần|vụ|lượt|người|hộ)(?=,| và(?!\w))(?: và)?")
_COMPARED = re.compile(r"\s{0,3}(?:so với|so)(?!\w)")
_ADJECTIVES = frozenset(["dài", "rộng", "cao", "sâu", "nặng", "dày"])  # alone behind a comma they end no list
_SEVERAL = re.compile(r"(?:về |đối với )?(?:(?:các|những|một số|hai|ba|bốn|năm|\d) )?")
_LONGEST_LIST = 8  # parts
_JOINT = re.compile(r"[,;:]| và |[.](?= |$)")
_DANGLING = re.compile(r"(?:^| )(?:và|của|thuộc|cho|trong|từ|các|những|hoặc|cùng|(?<!tiếp )theo)$")
_BRACKETS = re.compile(r"(?: ?\([^()\n]{0,80}\))+")
_VERB = re.compile(
    r" (?:đã|đạt|có|(?<!đối )với|là|bằng(?! (?:đồng|vnd|tiền|usd|cổ phiếu|ngoại tệ))|vượt"
    r"|(?<!tốc độ )(?<!mức )(?<!tỷ lệ )(?<!chỉ số )(?:tăng|giảm))(?= )"
)
_TIME_ONLY = re.compile(
    r"(?:[\d/.–-]|năm|tháng|quý|tuần|ngày|giai đoạn|nhiệm kỳ|đầu|cuối|nay|này|trước|ngoái|qua|đến|hết|từ|[ ])+"
)
# `doanh thu của tập đoàn | trong 6 tháng đầu năm`: when a figure holds is not what it is of.
_WHEN = re.compile(
    r" (?:trong|(?:tính )?(?:đến|từ)|lúc|hồi|vào|kể từ)(?: (?:khoảng|cả|suốt|vòng|hết|cuối|đầu|giữa|ngay)){0,2}"
    r" (?:(?:năm|tháng|quý|tuần|ngày|giai đoạn|nhiệm kỳ|thời điểm|thời gian|hôm|sáng|trưa|chiều|tối|đêm|nay)(?!\w)"
    r"|\d{1,2}(?: ?(?:giờ|h|năm|tháng|quý|tuần|ngày)(?!\w)|[/.-]\d))"
    r"| tại thời điểm(?!\w)| (?:\d{1,2} )?(?:năm|tháng|quý|tuần|hôm|vụ) (?:nay|ngoái|trước|sau|này|qua|tới|rồi)(?= ?$)"
    r"| \d{1,2} tháng(?: (?:đầu|cuối) năm)?(?: nay)?(?= ?$)"
    r"| so với (?:cùng|năm|tháng|quý|tuần|đầu|cuối|kế hoạch|dự toán|kỳ)(?!\w)"
    r"| trên (?:một|1) (?:ha|hecta|héc ta|sào|m2|km2?|người|hộ)(?!\w)"
    r"| (?:đứng|xếp)(?: hạng)? thứ [^ ]{1,6}(?=$|,)"
)
_COMMA = re.compile(r"[,()]")
_NOTHING = re.compile(r"[\s,x×*–-]*")


@cache
def _heads() -> re.Pattern[str]:
    """The names of measures, and what only looks like one, which has no group."""
    heads, decoys = lexicon.words("measure_heads"), lexicon.words("measure_decoys")
    both = lexicon.alternation(sorted(heads | decoys))
    priced = "|".join(head.removeprefix("giá ") for head in sorted(heads) if head.startswith("giá "))
    return re.compile(rf"(?<!\w)(?!(?:tăng|giảm|hạ) giá (?:{priced})(?!\w))(?:{both})(?!\w)")


def names_measure(document: Document, start: int) -> bool:
    """Whether the name of a measure stands at `start` of the twin (``doanh thu``, ``mức lương cơ sở``)."""
    found = _heads().match(document.folded, start)
    return found is not None and found[0] not in lexicon.words("measure_decoys")


def names_size(document: Document, start: int) -> bool:
    """Whether what stands at `start` of the twin names a size, which no money is told of (``tải trọng``)."""
    found = _heads().match(document.folded, start)
    return found is not None and found[0] in _SIZES


def is_headed(document: Document, start: int, end: int) -> bool:
    """Whether the last words without a mark between `start` and `end` of the twin hold the name of a measure."""
    start, end = _clause(document.folded, start, end)
    return _head(document.folded, max(start, document.folded.rfind(",", start, end)), end) is not None


def _head(text: str, start: int, end: int, *, money: bool = False) -> int | None:
    """Where the name of a measure begins that the words from `start` to `end` are about, for `money` none of a size.

    The first, unless a verb parts it from a later one: ``giá đã tăng, đạt doanh thu …`` is of the turnover.
    """
    head = None
    for found in _heads().finditer(text, start, end):
        if found[0] in lexicon.words("measure_decoys") or (
            found[0] == "số" and not _NUMBER_OF.match(text, found.end(), end)
        ):
            continue  # of `số 75%` something else is told, `tuyến số 1` is a label
        if money and found[0] in _SIZES:
            continue  # `xe tải có tải trọng 2 tấn, 50.000 đồng/lượt`
        if head is None or _VERB.search(text, head.end(), found.start() + 1):
            head = found
    return head.start() if head is not None else None


@cache
def _openers() -> re.Pattern[str]:
    """Words at the beginning of a clause that name nothing."""
    words = lexicon.alternation(lexicon.entries("clause_openers"))
    return re.compile(rf"(?:(?!chỉ (?:định|đạo|tiêu|số|thị|huy|dẫn))(?:{words})(?!\w)[ ,]{{0,3}}){{1,6}}")


@cache
def _connectors() -> re.Pattern[str]:
    words = lexicon.alternation(lexicon.entries("clause_connectors"))
    other = r"(?<!tự )(?<!lý )(?<!ngân hàng )(?<!nhà )(?<!chủ )(?<!quỹ )(?<!vốn )(?!có thể|có lẽ)"
    return re.compile(rf"(?<!\w){other}(?:{words})(?!\w)")


_VERY = r"và đặc biệt (?:nghiêm trọng|khó khăn|quan trọng|nguy hiểm|xuất sắc|lớn|cao|giỏi)(?!\w)"


@cache
def _breaks() -> re.Pattern[str]:
    words = lexicon.alternation(lexicon.entries("clause_breaks"))
    return re.compile(rf"(?<!\w)(?!song (?:phương|song|hành|ca|sinh|tịch)(?!\w))(?!{_VERY})(?:{words})(?!\w)")


def subject(
    document: Document, lead: Lead, left: int, *, back: bool = False, dimension: str | None = None
) -> tuple[Range | None, bool]:
    """The subject before the lead, and whether it begins with a word that names a measure.

    `left`: where in the twin the figure before ends, or the sentence begins. `back` looks behind a comma where the
    last part holds nothing; `dimension` is that of the unit, ``currency`` for all money.
    """
    text = document.folded
    behind = _BRACKETS.match(text, left, lead.start)
    left = max(left if behind is None else behind.end(), lead.start - _SUBJECT_REACH)
    figure = left  # what directly follows it still belongs to the figure before
    left, end = _clause(text, left, lead.start)
    for found in _breaks().finditer(text, left, end):
        left = found.end()
    open_left = left > figure or not text[left - 1 : left].strip()
    start, end = _last_part(document, left, end, open_left=open_left, back=back)
    head = _head(text, start, end, money=dimension == "currency")
    if head is not None:
        start = head
        if _SAME.match(text, start, end):
            return None, False
        bracket = _LONG_BRACKET.search(text, start, end)
        end = bracket.start() if bracket is not None else end
        said = _SAID.search(text, start, end) or (
            _KEPT.search(text, start, end) if text.startswith(_AT_LEVEL, lead.start) else None
        )
        end = said.start() if said is not None else end
    else:
        start, end = _unnamed(document, start, end, dimension, changed=lead.change is not None)
        bracket = _ADDRESS.search(text, start, end)
        end = bracket.start() if bracket is not None and bracket.start() > start else end
    end = ages.without(text, start, end)
    when = _WHEN.search(text, start, end)
    end = when.start() if when is not None and when.start() > start else end
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")%”":
        end -= 1
    words = list(_WORD.finditer(text, start, end))
    if _DANGLING.search(text[start:end]):
        return None, False
    if not words or _NOTHING.fullmatch(text, start, end) or _TIME_ONLY.fullmatch(text, start, end):
        return None, False
    if len(words) > _SUBJECT_WORDS:
        if head is None:
            start = words[-_SUBJECT_WORDS].start()
        else:
            end = words[_SUBJECT_WORDS - 1].end()
    else:
        start = words[0].start()
    return (start, end), head is not None


def _unnamed(document: Document, start: int, end: int, dimension: str | None, *, changed: bool) -> Range:
    """A subject without a name of a measure: what the verb is said of, or what stands behind the last connector.

    Somebody who acts is not measured, but what he does is (``ông đã góp 5 sào đất``), unless it is his age.
    """
    text = document.folded
    deed = verbs.deed(text, start, end, dimension)
    if deed is not None:
        return deed, end
    aged = dimension == "age"
    thing = verbs.thing(text, start, end, dimension)
    start = _behind_openers(text, start if thing is None else thing, end)
    auxiliary = _AUXILIARY.search(text, start, end)
    if auxiliary is not None and auxiliary.start() > start:
        done = _ACTIVE.match(text, auxiliary.start(), end)
        if (
            done is not None
            and not aged
            and _is_actor(document, start)
            and not _ADVERBS.fullmatch(text, done.end(), end)
        ):
            return done.end(), end
        if not aged and (actor := _ACTOR.match(document.text, start, auxiliary.start())) is not None:
            start = actor.end()  # `tôi có thể phải hạ 1%` is not of the speaker
        return start, auxiliary.start()
    for connector in _connectors().finditer(text, start, end):
        if not (changed and connector[0] == "có"):
            start = connector.end()
    start = _behind_openers(text, start, end)
    actor = _ACTOR.match(document.text, start, end)
    if aged or actor is None or nouns.longer(document, start, actor.end("who")):
        return start, end
    named = actor.end() > actor.end("who") and not text[actor.end() : end].strip(" ,")
    if named and text[end : end + 1].isdigit():
        return start, end  # `bà Lò Thị Mai 80%` is hers
    return min(actor.end() + 1, end), end


# One person, named or not; `ông bà` or `em bé` are counted nouns of their own.
_ACTOR = LazyPattern(
    r"(?P<who>(?i:ông|bà|anh|chị|cô|chú|bác|cụ|đồng chí|tôi|chúng tôi|chúng ta|họ|mình|nó|hắn|người này|anh ta|cô ta))"
    r"(?: ấy| này| ta)?(?:(?<!ôi)(?<!ọ) \p{Lu}\p{Ll}{0,7}){0,5}+(?=$|[ ,])"
)
_ACTIVE = re.compile(r" (?:(?:cũng|vẫn|đều|có thể) )?(?:đã|sẽ|đang) (?!được|bị|có|là)(?=[^\W\d])")
_ADVERBS = re.compile(r"(?:(?:sắp|mới|vừa|dần|gần|từng|chính thức|nhanh chóng|liên tục) ?)*")
_ACTORS = frozenset(["person", "office", "body", "area"])
_NO_ACTORS = frozenset(["thị trường", "nền kinh tế", "khối", "nước", "nơi", "khu vực"])


def _is_actor(document: Document, start: int) -> bool:
    """Whether somebody or some body stands at `start` of the twin."""
    noun = nouns.at(document, start)
    return (noun is not None and noun.kind in _ACTORS and noun.text not in _NO_ACTORS) or _ACTOR.match(
        document.text, start
    ) is not None


def _clause(text: str, left: int, right: int) -> Range:
    """The stretch before the lead without hard marks in it; what is in brackets between does not end it."""
    rate = _RATE.match(text, left, right)
    left = left if rate is None else rate.end()
    compared = _COMPARED.match(text, left, right)
    if compared is not None:  # what the figure before is compared with is no subject of this one
        joint = _JOINT.search(text, left, right) or _WITH.search(text, compared.end(), right)
        left = joint.end() if joint is not None else right
    opened = quoted = colon = -1
    floor = left
    for mark in _HARD_END.finditer(text, left, right):
        sign = mark[0]
        if sign == "(":
            opened = mark.end()
        elif sign == ")" and opened >= 0:
            opened = -1
        elif sign == "“":
            quoted = mark.end()
        elif sign == "”" and quoted >= 0:
            quoted = -1
        elif sign == ":" and mark.end() >= right - 1:
            colon = mark.start()
        else:
            left, opened, quoted = mark.end(), -1, -1
    left = max(left, opened, quoted)
    if colon >= 0:
        right = colon
    return (left, right) if left <= right else (floor, floor)


def _last_part(document: Document, left: int, right: int, *, open_left: bool, back: bool) -> Range:
    """The last part between commas, with those before it that make one list with it.

    `open_left`: the first part begins the clause, and does not run on from the figure before; `back`: where the last
    part holds nothing, the one before it speaks for it.
    """
    text = document.folded
    if text.find(",", left, right) < 0:
        return left, right
    starts = [left]
    depth = 0
    for found in _COMMA.finditer(text, left, right):
        if found[0] == ",":
            if not depth:
                starts.append(found.end())
        else:
            depth = max(0, depth + (1 if found[0] == "(" else -1))
    start = starts.pop()
    while back and starts and _NOTHING.fullmatch(text, start, right) and (len(starts) > 1 or open_left):
        right = start - 1
        start = starts.pop()  # `Chi phí được kiểm soát, giảm 21%`
    if _NOTHING.fullmatch(text, start, right):
        return start, right
    if starts and _TIME.match(text, _bare(text, start)) and len(text[start:right].split()) <= 6:
        right = start - 1
        start = starts.pop()  # `Về đất nông nghiệp, năm 2010 có 5 ha`
    last = text[start:right].strip()
    headed = _headed_list(document, starts if open_left else starts[1:], start, right)
    if headed is not None and last not in _ADJECTIVES:
        return headed, right
    listed = len(last.split()) <= 6 and last not in _ADJECTIVES
    end = start - 1
    while starts and listed:
        part = starts.pop()
        opening = _bare(text, part)
        size = len(text[opening:end].split())
        if not 0 < size <= 5 or _openers().match(text, opening) or _TIME.match(text, opening):
            break
        if (part == left and not open_left) or _AUXILIARY.search(text, opening, end):
            break
        if part == left or _head(text, opening, end) == opening:
            return part, right
        if size > 4:
            break
        end = part - 1
    return start, right


def _headed_list(document: Document, starts: list[int], last: int, right: int) -> int | None:
    """Where a list begins whose first part names a measure, or a thing, and says nothing of it yet.

    Its last part, from `last` to `right`, names none.
    """
    text = document.folded
    if not starts or _names(document, _bare(text, last), right):
        return None
    end = last - 1
    found = None
    for part in reversed(starts[-_LONGEST_LIST:]):
        opening = _bare(text, part)
        several = _SEVERAL.match(text, opening)
        opening = opening if several is None else several.end()
        if text.find(" về ", opening, end) >= 0 or _TIME.match(text, opening):
            break
        if _VERB.search(text, opening, end) or _AUXILIARY.search(text, opening, end):
            break
        if _head(text, opening, end) == opening:
            return part
        if _openers().match(text, opening):
            break
        found = part if nouns.names(document, opening) else None
        end = part - 1
    return found


def _names(document: Document, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` begin with the name of a measure or with a noun that is counted."""
    return _head(document.folded, start, end) == start or nouns.names(document, start)


def _bare(text: str, start: int) -> int:
    while text[start : start + 1] in (" ", ","):
        start += 1
    return start


def _behind_openers(text: str, start: int, end: int) -> int:
    """Where the words begin that stand behind what opens the clause and names nothing."""
    start = min(_bare(text, start), end)
    opener = _openers().match(text, start, end)
    return opener.end() if opener is not None else start
