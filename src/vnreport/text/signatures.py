"""Signatures: who wrote, photographed or first published an article, as its credits and its foot name them.

A signature is a person's name or pen name (`Thu Giang`, `L.T`, `GIA MIÊU`), an outlet (`TTXVN`, `Báo Hòa An điện
tử`) or a site (`hoaan.gov.vn`). Several stand in one run: `Tin, ảnh: Thu Giang - L.T`, `Hà My (Theo BBC)`.
Archives that dropped their line breaks glue the next sentence behind a credit; `glued` finds where it begins.

`UNITS`, `RUNS` and `HEADS` list the ways of signing, each with examples, which ``tests/text/test_signatures.py`` runs.
All texts here are the twin, all ranges (start, end) in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from vnreport import lexicon
from vnreport.text.patterns import LazyPattern

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_CREDIT_REACH = 64
_WORD = (
    r"\p{Lu}(?:(?!Theo[ :])[\p{L}\p{M}\d'’]){0,15}+"
    r"(?:[.-](?!Đài|Báo|Ban|Trung|TTX|VP|Phòng|VOV)\p{L}[\p{L}\p{M}]{0,11}+){0,3}+"
)
_SITE = r"(?:[A-Za-z\d-]{2,30}\.){1,3}(?:vn|com|org|net|tv|info)(?!\w)"
_BODY = (
    r"(?:Báo|Đài|Cổng|Trang|Tạp chí|Trung tâm|TT|Phòng|Ban|Văn phòng|VP|Website|Trường|Chi nhánh|Công an)(?= \p{Lu})"
)


def _outlets() -> str:
    return rf"(?i:{lexicon.alternation(o.lower() for o in lexicon.entries('outlets'))})(?![\p{{L}}\d])"


@dataclass(frozen=True)
class Form:
    """One way of signing: `pattern` is a `regex` piece, `examples` are pairs of a line and the signatures in it."""

    name: str
    pattern: str
    examples: tuple[tuple[str, tuple[str, ...]], ...]


UNITS: tuple[Form, ...] = (
    Form("site", rf"(?:www\.)?{_SITE}", (("hoaan.gov.vn", ("hoaan.gov.vn",)),)),
    Form(
        "initials",
        r"\p{Lu}[.,](?!Theo[ :])\p{L}(?:(?!Theo[ :])[\p{L}.]){0,14}(?<!\.)(?:(?!\w)|(?=Theo[ :]))"
        r"|\p{Lu}\p{Ll}?\. \p{Lu}\p{Ll}{1,7}(?!\w)|\p{Lu}\.(?!\w)",
        (("L.T", ("L.T",)), ("N.Hương", ("N.Hương",)), ("M. Hà", ("M. Hà",)), ("Đ,Nam", ("Đ,Nam",))),
    ),
    Form(
        "office of a desk",
        r"\p{Lu}[\p{Lu}&]{1,11}(?: ?[-–] ?\p{Lu}{2,4})?(?![\p{L}\d])",
        (("TTVHTT - TH", ("TTVHTT - TH",)), ("PV", ("PV",))),
    ),
    Form(
        "name",
        rf"{_WORD}(?: {_WORD}){{0,3}}",
        (("Thu Giang", ("Thu Giang",)), ("GIA MIÊU", ("GIA MIÊU",)), ("QuangMT", ("QuangMT",))),
    ),
)
"""What a single signature may be, apart from outlets and bodies; the longest that leads to a whole line wins."""

RUNS: tuple[Form, ...] = (
    Form(
        "names joined",
        r"(?: ?[-–—,;/&+|]{1,2} ?| và |\. (?=Ảnh|ẢNH|Tin|Bài))",
        (
            ("Ngọc Lam. Ảnh: Thanh Sơn", ("Ngọc Lam", "Thanh Sơn")),
            ("Chí Hiền - Bích Lam", ("Chí Hiền", "Bích Lam")),
            ("Minh An/VOV.VN", ("Minh An", "VOV.VN")),
        ),
    ),
    Form(
        "source behind",
        r"(?: ?[-–—,;/|]? ?[(]?(?:[Tt]heo|[Nn]guồn|[Tt]ổng hợp|TỔNG HỢP|[Dd]ịch|[Tt]/h)"
        r"(?: từ| theo)? ?:? ?(?:báo )?(?=[\p{L}\d)]))",
        (
            ("Hà My (Theo BBC)", ("Hà My", "BBC")),
            ("Tee, Theo Trí Thức Trẻ", ("Tee", "Trí Thức Trẻ")),
            ("T.LanTheo Reuters", ("T.Lan", "Reuters")),
            ("G.T (Tổng hợp The Sun)", ("G.T", "The Sun")),
            ("Hà My (Dịch từ BBC)", ("Hà My", "BBC")),
        ),
    ),
    Form(
        "compiled from",
        r"(?: ?\((?:[Tt]/[Hh]|[Tt]ổng hợp|TỔNG HỢP)\)[ ,]{0,2}(?:[Tt]heo )?)",
        (("Tri An (t/h) Theo Đời sống Plus", ("Tri An", "Đời sống Plus")),),
    ),
    Form(
        "place in brackets",
        r"(?: ?[(](?:[Bb]áo )?)",
        (
            ("Theo Trần Vy (Báo Hòa An)", ("Trần Vy", "Hòa An")),
            ("Quang Mỹ – Văn Lân (TTXVN)", ("Quang Mỹ", "Văn Lân", "TTXVN")),
        ),
    ),
)
"""How one signature is joined to the next."""

HEADS: tuple[Form, ...] = (
    Form(
        "kind of work",
        r"(?:(?:[Tt]in|[Bb]ài|BÀI|TIN|[Ảả]nh|ẢNH|[Cc]lip|[Vv]ideo|[Đđ]ồ họa|[Tt]hiết kế)"
        r"(?: ?(?:,|và|-|–|&|/)? ?(?:[Bb]ài|[Ảả]nh|ẢNH|[Tt]in|[Cc]lip|[Vv]ideo|viết|[Đđ]ồ họa|thiết kế)){0,3} ?[:-] ?)",
        (
            ("Tin, ảnh: Thu Giang", ("Thu Giang",)),
            ("Bài và ảnh: Ca Lâm", ("Ca Lâm",)),
            ("Tin- ảnh: Trường Sơn", ("Trường Sơn",)),
            ("Bài viết : Hà Hiên", ("Hà Hiên",)),
        ),
    ),
    Form(
        "office of the writer",
        r"(?:(?:[Tt]heo|THEO|[Nn]guồn(?: tin| ảnh)?|PV|P\.V|CTV|[Pp]hóng viên|[Tt]ác giả|[Nn]gười viết"
        r"|[Tt]hực hiện|[Tt]ổng hợp|[Bb]iên tập|[Gg]hi chép(?: của)?"
        r"|[Bb]iên dịch|[Nn]hóm (?:PV|phóng viên)|[Tt]rình bày|BTV)"
        r"(?: báo)? ?[:.]? )",
        (
            ("Theo Phạm Vy", ("Phạm Vy",)),
            ("Nguồn: Báo Hòa An điện tử", ("Báo Hòa An điện tử",)),
            ("CTV Nhật Mai/VOV.VN", ("Nhật Mai", "VOV.VN")),
            ("Ghi chép của Nhật Mai", ("Nhật Mai",)),
        ),
    ),
    Form(
        "credential",
        r"(?:(?:PGS|GS|TS|T[hH]S|Ths|Th\.S|BS(?:CK\p{Lu}{1,2})?|LS|KTS"
        r"|Đại tá|Thượng tá|Luật sư|Bác sĩ)[.,]?(?:TS)?\.? )",
        (("PGS Phan Duy Kha", ("Phan Duy Kha",)), ("Ths. KTS Phan Duy Kha/TTXVN", ("Phan Duy Kha", "TTXVN"))),
    ),
)
"""What may stand before a signature and is none."""


def _run() -> str:
    units = "|".join(f"(?:{unit.pattern})" for unit in UNITS)
    # No full stop inside, and no verb: `Báo Hòa An sẽ thông tin.` is a sentence.
    body = rf"{_BODY}(?: (?!(?:sẽ|đã|đang|tiếp tục) )(?:[\p{{L}}\d&-]|\.(?! )|(?<=TP)\.){{1,14}}){{1,9}}"
    heads = "|".join(head.pattern for head in HEADS)
    join = "|".join(run.pattern for run in RUNS)
    sign = rf"(?P<sign>{_outlets()}|{body}|{units})"
    # A blank alone joins an outlet to a name, in either order: `Vô Danh Thể thao & Văn hóa`, `TTXVN Hoàng Trọng`.
    blank = rf" (?={_outlets()}(?:$|[ ,/|(-]))|(?<=TTXVN|VOV|AFP|BBC|VTV) "
    return (
        rf"[*•\s(–—-]{{0,3}}(?:{heads}){{0,3}}{sign}[).]?(?:(?:{join}|{blank})(?:{heads}){{0,2}}{sign}[)]?){{0,4}}"
        r"(?: ?\((?:[Tt]ổng hợp|[Tt]/[Hh]|[Ll]ược dịch|[Dd]ịch|[Gg]hi|[Tt]hực hiện|clip|[Ss]t|[Tt]ừ [^()\n]{1,30})\))?"
        r"(?: ?[-–|,]? ?\d{1,2}[:h]\d{2}[^\n]{0,20})?[\s.)\]*|–-]{0,4}"
    )


_RUN = LazyPattern(_run)
_ONLY_SOURCE = LazyPattern(
    lambda: (
        rf"(?:(?:[Tt]heo|[Nn]guồn:?) (?P<sign>{_outlets()})"
        r"|(?P<sign>P\.?V|(?<=\p{Ll} )\p{Lu}\.\p{Lu}\p{Ll}{1,7}))[\s.)]*$"
    )
)
_ADDRESSED = LazyPattern(r"(?:Ông|Bà|Cô|Chị|Bác|Thầy|Đồng chí|[Đđ][/.][Cc]|Các|Những|Tại|Trong|Ảnh|Hình)(?!\w)")
_FURNITURE = LazyPattern(
    lambda: (
        r"(?:(?:[Tt]heo|[Nn]guồn|[Ll]ink)? ?:? ?(?:https?://|www\.)\S{1,300}|(?:#[^\s#]{1,60}+ ?)++"
        rf"|(?i:{lexicon.alternation(lexicon.entries('page_furniture'))})(?!\w)[^\n]{{0,60}})"
    )
)
_CREDIT_WORDS = LazyPattern(rf"{_WORD}")


def run(text: str, start: int, end: int) -> list[Range]:
    """The signatures of `text[start:end]`, in order, where that is nothing but a run of signatures, else none."""
    if _ADDRESSED.match(text, start, end):
        return []
    match = _RUN.fullmatch(text, start, end)
    if match is None:
        return []
    heads = lexicon.words("byline_heads")
    return [span for span in match.spans("sign") if text[slice(*span)].casefold().strip(".") not in heads]


def source(text: str, start: int, end: int) -> list[Range]:
    """The outlet of a ``Theo …``, or the ``PV``, that ends `text[start:end]`, whatever stands before it."""
    at = max(text.rfind(word, start, end) for word in ("Theo ", "theo ", "Nguồn", "P.V", "PV"))
    at = at if at >= 0 else max(start, end - 12)
    match = _ONLY_SOURCE.search(text, at, end)
    if match is not None:
        return [match.span("sign")]
    signs = run(text, at, end) if text.startswith(("Theo", "theo"), at) else []
    known = lexicon.words("outlets")
    return signs if any(text[slice(*sign)].casefold() in known for sign in signs) else []


def is_furniture(text: str, start: int, end: int) -> bool:
    """Whether the line `text[start:end]` is of the page around the article: a web address, a tag, a counter, a link."""
    return _FURNITURE.fullmatch(text, start, end) is not None


_CLOSED = LazyPattern(r"[^()\n]{1,60}?(?=\))")
_TO_STOP = LazyPattern(r"[^().;:!?“”\"\n]{1,48}?(?:\.[^().;:!?“”\"\s]{1,12}){0,3}(?=[.)]?(?:\n|$)|\. |\.$|\.\")")
_SPLIT = LazyPattern(r" ?[/,;|]+ ?| [-–—&] | và |(?<=\p{Ll})[-–](?=\p{Lu})")


def credit(text: str, start: int, *, bracket: bool) -> list[Range]:
    """The signatures of a photo credit, in order; `start` is behind its colon, `bracket`: one opened before it."""
    if bracket and (closed := _CLOSED.match(text, start)):
        return _split(text, *closed.span()) if _looks_signed(text, closed.span(), 9) else []
    if _ADDRESSED.match(text, start):
        return []  # what the photo shows: `Ảnh: Đ/c Lê Tá phát biểu`
    stopped = _TO_STOP.match(text, start)
    if stopped is None or not _looks_signed(text, stopped.span(), 5):
        return glued(text, start)
    words = stopped[0].split()
    if len(words) > 3 and any(word[0].islower() for word in words) and (signs := glued(text, start)):
        return signs
    return _split(text, *stopped.span())


def _looks_signed(text: str, span: Range, words: int) -> bool:
    piece = text[slice(*span)]
    if " " not in piece and "." in piece:
        return True  # a site
    if not (piece[0].isupper() or piece[0].isdigit() or " " not in piece):
        return False
    lower = [w for w in piece.split() if w[0].islower()]
    return len(piece.split()) <= words and len(lower) * 2 <= len(piece.split()) and not _ADDRESSED.match(piece)


def _split(text: str, start: int, end: int) -> list[Range]:
    parts: list[Range] = []
    at = start
    for match in _SPLIT.finditer(text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, end))
    whole = lexicon.words("outlets")
    if text[start:end].casefold() in whole:  # `Thể thao & Văn hóa`
        parts = [(start, end)]
    heads = lexicon.words("byline_heads")
    return [_bare(text, *part) for part in parts if text[slice(*part)].strip(" .").casefold() not in heads | {""}]


def _bare(text: str, start: int, end: int) -> Range:
    """The range without blanks and full stops about it; the stop of an initial stays."""
    while start < end and text[start] in " .":
        start += 1
    while end > start and text[end - 1] in " ." and not (text[end - 1] == "." and text[end - 3 : end - 2] == "."):
        end -= 1
    return start, end


_OUTLET = LazyPattern(lambda: rf"(?:(?:Báo|báo) )?{_outlets()}|{_SITE}")
_SLASH = LazyPattern(r" ?[/–-] ?(?=\p{Lu})")
_RUN_OF_WORDS = LazyPattern(rf"{_WORD}(?: {_WORD}){{0,7}}")


def glued(text: str, start: int) -> list[Range]:
    """The signatures at `start`, behind which the next sentence follows without a mark.

    An outlet of the list is known by itself. Otherwise the capitalised words are cut before the first that opens a
    sentence, or where capitals change to lower case, or before the last of them where a small letter follows.
    """
    found: list[Range] = []
    at = start
    for _ in range(3):
        outlet = _OUTLET.match(text, at)
        end = outlet.end() if outlet is not None and text[at].isupper() else _name_end(text, at)
        if end <= at:
            break
        found += _split(text, at, end)
        slash = _SLASH.match(text, end)
        if slash is None:
            break
        at = slash.end()
    return found


# Surnames open a sentence often enough, but as the second word they end a pen name (`Loan Lê`).
_SURNAMES = frozenset(("Bùi", "Huỳnh", "Lê", "Ngô", "Nguyễn", "Phạm", "Trần", "Đặng", "Đỗ"))


def _name_end(text: str, start: int) -> int:
    match = _RUN_OF_WORDS.match(text, start)
    if match is None:
        return start
    words = list(_CREDIT_WORDS.finditer(text, start, match.end()))
    openers = lexicon.entries("sentence_openers")
    if "." in words[0][0]:
        return int(words[0].end())
    shouted = words[0][0].isupper() and len(words[0][0]) > 1
    count = len(words)
    for i, word in enumerate(words[1:], 1):
        opens = word[0] in openers and (i > 1 or word[0] not in _SURNAMES)
        if opens or (shouted and not word[0].isupper()):
            count = i
            break
    following = text[match.end() : match.end() + 2]
    if count == len(words) and following[:1] == " " and (following[1:].islower() or following[1:].isdigit()):
        count -= 1
    if count > 4:
        count = 2
    return int(words[count - 1].end()) if count else start
