"""The noun phrase that runs on behind a number or its noun, and where it ends."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import nouns
from vnreport.text.patterns import LazyPattern

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_REACH = 160  # characters
_WORDS = 16
_DANGLING = frozenset(
    ["của", "và", "hoặc", "các", "những", "về", "số", "với", "cho", "trong", "chưa", "chẳng", "không", "hay", "cả"]
)
_WORD = re.compile(r"\w[\w%&'’./-]*\w|\w")
# `thực hiện`, `tự do`, `cây lâu năm` are words of their own, and so is what a negation makes of a verb.
_APART = r"(?<!nêu)(?<! còn)(?<!thực)(?<!thể)(?<!tự)(?<!lý)(?<!(?<!hàng)(?<!phòng) không)(?<!nhỏ và)(?<! lâu)"
# `ven biển phía Bắc`, `mũi thứ nhất`, `dương tính với` end no phrase either.
_NO_END = (
    r"(?! dự (?:án|thảo|toán|luật|phòng|trữ)(?!\w))(?! phía (?:bắc|nam|đông|tây)(?!\w))(?! thứ (?:nhất|hai|ba|tư|\d))"
    r"(?!(?<=[gm] tính) với(?!\w))(?!(?<=âm) tính)(?!(?<=ơng) tính)(?! còn lại(?!\w))"
    r"(?! khác(?! (?:nhau|biệt|với))(?!\w))(?!(?<=chết) vì)(?!(?<=tử vong) vì)"
)
# The number behind these is a part of the name: `dịch vụ công mức độ 4`.
_UNLABELLED = r"(?<!lần)(?<!mức độ)(?<!cấp độ)(?<! mũi)(?<! loại)(?<! nhóm)(?<! khối)(?<!giai đoạn)(?<! hạng)"
# `kinh tế - xã hội` is one subject.
_FIELDS = r"(?<!kinh tế)(?<!văn hóa)(?<!chính trị)(?<!quốc phòng)(?<!an ninh)(?<!khoa học)"
_MARKS = rf"[;:()\[\]…!?\n]|/(?=\d)|[.](?!\w)|{_FIELDS} [-–—] |”(?! \w)"
# `100% hộ dân tham gia đóng góp`: a share is of all that do something, so that verbs do not end the phrase.
_WIDE = (
    "để", "nhằm", "do", "vì", "khi", "nếu", "nhưng", "theo", "so", "so với", "trong khi", "trong đó", "góp phần",
    "trở lên", "phục vụ", "trong", "thì", "mà", "là", "tăng", "giảm",
)  # fmt: skip


@cache
def _ends(wide: bool) -> re.Pattern[str]:
    """Where a noun phrase ends or may end."""
    stops = lexicon.alternation(_WIDE if wide else lexicon.entries("phrase_ends"))
    plain = "" if wide else r"|(?<! không) đạt(?! chuẩn)(?!\w)| được(?! giao)(?!\w)"
    return re.compile(
        rf"{_MARKS}|(?P<join>, | (?:và|hoặc) (?!vừa(?!\w)))|,"
        rf"|{_APART}{_NO_END} (?:{stops})(?!\w)|{_UNLABELLED} \d(?!g(?!\w)){plain}"
    )


@cache
def _part_ends() -> re.Pattern[str]:
    """Where one part of an enumeration ends; a number or a verb in it shows that it was none."""
    stops = lexicon.alternation(lexicon.entries("phrase_ends"))
    return re.compile(rf"(?P<clean>{_MARKS}|,| (?:và|hoặc) |$)|{_APART}{_NO_END} (?:{stops})(?!\w)| \d")


@cache
def _no_part() -> re.Pattern[str]:
    openers = {*lexicon.entries("clause_openers"), *lexicon.entries("phrase_ends"), *lexicon.entries("measure_heads")}
    openers |= {"đạt", "cụ thể", "góp phần", "trở thành"}
    return re.compile(rf"(?:{lexicon.alternation(sorted(openers))})(?!\w)|\d")


@cache
def _no_phrase() -> re.Pattern[str]:
    openers = {*lexicon.entries("clause_openers"), *lexicon.entries("phrase_ends"), "của", "đạt", "cuối", "đầu", "giữa"}
    return re.compile(rf"(?:{lexicon.alternation(sorted(openers))})(?!\w)|\d")


_PLURAL = re.compile(r"(?:các|những) ")


def behind(document: Document, end: int) -> Range | None:
    """The noun phrase behind a share or an amount that ends at `end` of the twin, or None where none follows."""
    text = document.folded
    start = end + (text[end : end + 1] == " ")
    plural = _PLURAL.match(text, start)
    start = start if plural is None else plural.end()
    if not text[start : start + 1].isalpha():
        return None
    counted = nouns.at(document, start) is not None
    if not counted and not _amount_nouns().match(text, start) and _no_phrase().match(text, start):
        return None
    stop = _run(document, start, bare=False, wide=counted)
    return (start, stop) if stop > start else None


def of_amount(document: Document, start: int) -> bool:
    """Whether the phrase at `start` of the twin says what an amount of money or a measure is an amount of."""
    return _amount_nouns().match(document.folded, start) is not None


@cache
def _amount_nouns() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternation(lexicon.entries('amount_nouns'))})(?!\w)")


def end(document: Document, start: int) -> int:
    """Where in the twin the noun phrase ends whose head ends at `start`."""
    return _run(document, start, bare=True, wide=False)


# Of `regex`: the `re` of Python 3.10 knows no possessive repetition.
_DOING = LazyPattern(
    r"(?: (?:chưa|không|đã|đang|sẽ|vẫn|còn|bị|được|cần phải|cần|có|đi|mất|gây|tham gia|tham dự|thiệt mạng|tử vong"
    r"|tăng|giảm|phát hiện|trở|gửi|phải|khỏi|góp ý|phát biểu|tán thành|mất tích|theo(?= (?:nghề|học)))(?!\w)){1,4}+"
    r"(?= [^\W\d]|(?P<whole>[,;:.)\n]|$))"
)
_SHARED = LazyPattern(
    r"(?: (?:chưa|không|bị|được|đạt(?= (?:yêu cầu|loại|chuẩn))|liên quan(?: đến| tới)?|thuộc|đồng ý|tán thành|nhất trí)"
    r"(?!\w)){1,4}+(?= [^\W\d]|(?P<whole>[,;:.)\n]|$))"
)
_LONGEST_DOING = 6


def doing(document: Document, end: int, *, share: bool = False) -> int:
    """Where in the twin ends what is said of the things counted, whose noun ends at `end` (``3 người đã đến``).

    Of a `share` it is what is said of those who have it (``70% liên quan đến đất đai``).
    """
    text = document.folded
    verb = (_SHARED if share else _DOING).match(text, end)
    if verb is None:
        return end
    if verb["whole"] is not None:
        return verb.end() if verb[0].endswith(_DONE) else end
    limit = min(len(text), verb.end() + _REACH)
    stop = _doing_ends().search(text, verb.end(), limit)
    edge = stop.start() if stop is not None else limit
    words = list(islice(_WORD.finditer(text, verb.end(), edge), _LONGEST_DOING))
    while words and words[-1][0] in _DANGLING:
        words.pop()
    if words:
        return words[-1].end()
    return verb.end() if verb[0].endswith(_DONE) else end


_DONE = (
    "thiệt mạng",
    "tử vong",
    "tham gia",
    "tham dự",
    "tăng",
    "giảm",
    "phát biểu",
    "tán thành",
    "góp ý",
    "mất tích",
    "đồng ý",
    "nhất trí",
)


@cache
def _doing_ends() -> re.Pattern[str]:
    stops = lexicon.alternation(lexicon.entries("phrase_ends"))
    return re.compile(rf"{_MARKS}|,|{_APART}{_NO_END} (?:về|và|{stops})(?!\w)| \d")


def _run(document: Document, start: int, *, bare: bool, wide: bool) -> int:
    """`bare`: nothing of the phrase but its head has been read, so that a comma ends it."""
    text = document.folded
    limit = min(len(text), start + _REACH)
    at = start
    while True:
        stop = _ends(wide).search(text, at, limit)
        edge = stop.start() if stop is not None else limit
        if stop is None or stop["join"] is None:
            break
        if (bare and edge == start) or not _goes_on(document, start, stop, limit):
            break
        at = stop.end()
    glued = _GLUED.search(document.text, start, edge)
    if glued is not None:
        edge = glued.start()
    quote = document.text.find("“", start, edge)
    if quote >= 0 and document.text[quote + 1 : quote + 2].islower():
        edge = quote  # what is said of them; a name would be written large
    words = list(islice(_WORD.finditer(text, start, edge), _WORDS))
    while words and _dangles(words):
        words.pop()
    return words[-1].end() if words else start


_WHOLE = {
    "không": frozenset(["phòng", "hàng"]),
    "số": frozenset(["nghệ", "thuật", "đổi", "tế", "hội", "quyền", "tảng"]),
}


def _dangles(words: list[re.Match[str]]) -> bool:
    """Whether the last word leads on to nothing, and ends no word such as ``hàng không`` or ``công nghệ số``."""
    last = words[-1][0]
    if last not in _DANGLING:
        return False
    return len(words) < 2 or words[-2][0] not in _WHOLE.get(last, ())


# A full stop with no blank behind it; `TP.Huế` and `tp.Huế` are no ends.
_GLUED = LazyPattern(r"(?<=(?<!\w)(?!tp\.)\p{Ll}{2,7})\.(?=\p{Lu})")


def _goes_on(document: Document, start: int, join: re.Match[str], limit: int) -> bool:
    """Whether an enumeration goes on behind a comma or an ``và``: a few words and nothing of a clause.

    A part that begins with the word the whole begins with may be longer (``đất rừng, đất trồng cây lâu năm``).
    """
    text, at = document.folded, join.end()
    if _no_part().match(text, at):
        return False
    stop = _part_ends().search(text, at, limit)
    edge = stop.start() if stop is not None else limit
    words = len(text[at:edge].split())
    if join["join"] != ", ":
        return words <= 8
    again = text[start : text.find(" ", start) + 1]
    return words <= (7 if again and text.startswith(again, at) else 4) and (stop is None or stop["clean"] is not None)
