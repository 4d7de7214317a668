"""Texts for the laws: any string at all, and strings made of what Vietnamese archives hold, whole and broken.

Everything here is made up: names are put together from syllables, bodies and places from common words.
"""

import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
"""Any string, lone surrogates and NULs included."""

FRAGMENTS = [
    "Ngày ", "11/3/2022", ", ", "ông ", "Trần Văn An", "TP.HCM", "Th.S ", "T.Ư", "M. Dê-man", "K'Ré", ". ", "... ",
    "… ", "!", "? ", "“", "”", "\"", "(", ")", "- ", "• ", "1. ", "a) ", "1.458 ", "30,539 tỷ đồng", "2.5", "226%",
    "Quanuy1hcm.org.vn", "https://a.vn/x?y=1", "ten@baophuong.vn", "Covid-19", "hoà", "uỷ ban", "quý I", "ha", "Ð",
    "ha\u0300", "ho\u0323p", "o\u031b\u0301", "e\u0302\u0323", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u202e", "\t",
    "  ", "\r\n", "\r", "\n", "\n\n", "\x00", "\x1b", "\u2028", "\x96", "１２", "\ud800", "\udfff", "😀", "İ", "ß",
    "ﬁ", "²", "Ⅷ", "_", "é",
]  # fmt: skip
"""What trips a reader of text: marks, odd characters, words with marks inside."""

PIECES = [
    "ông ", "bà ", "các đồng chí: ", "Trần Thị Mỹ Duyên", "Nguyễn Văn An", "K'Brơi", "An", "UBND", "Bí thư Huyện ủy ",
    "nguyên ", "Phó Chủ tịch ", "kiêm ", ", ", "; ", ": ", " - ", " và ", ". ", "\n", "\n\n", "“", "”", "(", ")", " ",
    "Sáng ", "ngày ", "11/3/2022", "30-6", "tháng 5 ", "năm 2021", "quý I", "2016 - 2020", "hôm qua",
    "mùng 7 tháng Giêng ", "6 tháng đầu năm ", "14h30 ", "31/2", "đến ", "từ ", "hơn ", "gần ", "30,539 ", "1.458",
    "2/3 ", "19/22", "tỷ đồng", "% ", " ha", "công trình ", "tăng ", "so với cùng kỳ ", "hai mươi mốt ",
    "Nghị quyết số 09", "15/2020/NĐ-CP", "của ", "HĐND tỉnh ", "chủ trì ", "hội nghị ", "trực tuyến ", "phát biểu ",
    "cho biết ", "Tân Lập", "TP.HCM", "Ảnh: Thu Hà", "Quanuy.org.vn", "999999999999", "0", "1.1.1.1", "tỷ", "âm ",
    "-", "−", "Ð",
]  # fmt: skip
"""What reports are made of, to be glued at random."""


def one(*choices: str) -> st.SearchStrategy[str]:
    return st.sampled_from(choices)


def form(pattern: str, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    """`pattern` with its names in braces filled in."""
    return st.fixed_dictionaries(parts).map(lambda chosen: pattern.format(**chosen))


# Syllables: an onset, a rime with `*` before the letter that bears the tone, a tone.

ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
RIMES = (
    "*a", "*ai", "*ao", "*am", "*an", "*ang", "*anh", "*ac", "*ach", "*at", "*ăm", "*ăng", "*ăc", "*âu", "*ây", "*ân",
    "*âng", "*ât", "*e", "*en", "*eo", "*ê", "*ên", "*ênh", "*êu", "*i", "*ia", "*in", "*inh", "*it", "*iu", "i*ên",
    "i*êt", "i*êu", "o*ai", "o*an", "o*ang", "*o", "*ong", "*oi", "*ô", "*ông", "*ôi", "*ơ", "*ơn", "*u", "*ua",
    "*ung", "u*ân", "u*yên", "*ư", "*ưa", "*ưu", "ư*ơng", "ư*ơi", "ư*ơc", "*y", "y*ên",
)  # fmt: skip
OPEN = ("oa", "oe", "uy")  # old spelling puts the tone on the first letter, new spelling on the second
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _toned(onset: str, rime: str, tone: str) -> str:
    head, _, rest = rime.partition("*")
    return unicodedata.normalize("NFC", onset + head + rest[:1] + tone + rest[1:])


SYLLABLES = st.builds(
    _toned,
    st.sampled_from(ONSETS),
    st.sampled_from(RIMES) | st.builds(lambda pair, old: f"*{pair}" if old else f"{pair[0]}*{pair[1]}",
                                       st.sampled_from(OPEN), st.booleans()),
    st.sampled_from(TONES),
)  # fmt: skip
"""A syllable in NFC, in either place of its tone."""

# People.

SURNAMES = one("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô", "Ðinh", "Hoà")
GIVEN = st.lists(one("Văn", "Thị", "Mỹ", "Xuân", "Đức", "Thuý", "An", "Bách", "Sáng", "Yến") | SYLLABLES.map(str.title),
                 min_size=1, max_size=3).map(" ".join)  # fmt: skip
NAMES = (
    form("{surname} {given}", surname=SURNAMES, given=GIVEN)
    | form("{first}{given}", first=one("K'", "Y ", "H'", "A ", "M. "), given=SYLLABLES.map(str.title))
    | one("John Smith", "Sisoulith Thongloun", "TRẦN VĂN AN", "N.V.A", "Nguyễn A", "Bhling Mia")
)
HONORIFICS = one(
    "ông", "bà", "đồng chí", "anh", "chị", "Ông", "Bà", "Đ/c", "ĐB", "các ông", "nữ đồng chí", "vợ chồng ông"
)
PLACES = st.builds(" ".join, st.lists(SYLLABLES.map(str.title), min_size=1, max_size=2)) | one("Tân Lập", "Hà Nội")
BODIES = one("Huyện ủy", "Huyện uỷ", "UBND xã", "HĐND tỉnh", "Sở Tài chính", "Ban Chấp hành Trung ương", "MTTQ", "T.Ư")
OFFICES = form(
    "{head}{role} {body} {place}",
    head=one("", "", "nguyên ", "quyền ", "Phó ", "cố ", "kiêm "),
    role=one("Bí thư", "Chủ tịch", "Giám đốc", "Trưởng ban", "Ủy viên", "Thượng tá", "TS.", "bí thư",
             "Phó Bí thư Thường trực"),
    body=BODIES,
    place=PLACES,
)  # fmt: skip
PEOPLE = (
    form("{address} {name}", address=HONORIFICS, name=NAMES)
    | form("{address} {name}, {office}", address=HONORIFICS, name=NAMES, office=OFFICES)
    | form("{office} {name}", office=OFFICES, name=NAMES)
    | form("{name} ({office})", office=OFFICES, name=NAMES)
    | form("các đồng chí: {a}, {office}; {b} - {office}", a=NAMES, b=NAMES, office=OFFICES)
)

# Numbers.

WORDS = one("không", "một", "hai", "ba", "bốn", "tư", "năm", "lăm", "mười", "mươi", "mốt", "trăm", "linh", "lẻ",
            "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "rưỡi", "phẩy", "chục", "vài", "nửa", "âm")  # fmt: skip
DIGITS = (
    st.integers(0, 10**13).flatmap(lambda n: st.sampled_from(
        [str(n), f"{n:,}", f"{n:,}".replace(",", "."), f"{n:,}".replace(",", " "), f"{n:,}".replace(",", "'")]))
    | st.decimals(0, 10**6, places=2).flatmap(lambda n: st.sampled_from([str(n), str(n).replace(".", ",")]))
    | form("{a}/{b}", a=st.integers(0, 100), b=st.integers(0, 100))
    | one("007", "0,5", "1.458", "30,539", "1.1.1.1", "12,", "１２", "1²", "½", "XII", "9" * 40)
)  # fmt: skip
NUMBERS = DIGITS | st.lists(WORDS, min_size=1, max_size=7).map(" ".join) | form("{n} {m}", n=DIGITS, m=WORDS)
UNITS = one("tỷ đồng", "triệu đồng/người/năm", "đồng", "USD", "%", " %", "ha", "m2", "km²", "tấn", "tấn/ha", "tuổi",
            "công trình", "hộ nghèo", "đại biểu", "chỉ tiêu", "trường hợp", "điểm %", "độ C", "", "tr.đ")  # fmt: skip
FIGURES = (
    form("{bound}{n} {unit}", n=NUMBERS, unit=UNITS,
         bound=one("", "hơn ", "gần ", "khoảng ", "ít nhất ", "không quá ", "tăng ", "giảm ", "-", "âm "))
    | form("{n}{dash}{m} {unit}", n=NUMBERS, m=NUMBERS, unit=UNITS,
           dash=one(" - ", "-", " đến ", "–", ", ", " hoặc ", "÷"))
    | form("{n}/{m} {unit} (đạt {n}%), so với cùng kỳ năm trước", n=DIGITS, m=DIGITS, unit=UNITS)
    | form("${n}", n=DIGITS)
)  # fmt: skip

# Dates.


def _printed(day: Any, pattern: str) -> str:
    return pattern.format(d=day.day, m=day.month, y=day.year, w=("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")[day.day % 6])


CLOCKS = form("{h}{mark}{m}", h=st.integers(0, 25), m=st.integers(0, 61), mark=one("h", "g", ":", " giờ "))
DATES = (
    st.builds(_printed, st.dates(), one(
        "{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{d}.{m}.{y}", "{d}/{m}", "{d}-{m}", "ngày {d}", "{m}/{y}", "năm {y}",
        "ngày {d} tháng {m} năm {y}", "thứ {w}, ngày {d}/{m}", "sáng {d}-{m}", "đêm {d} rạng sáng {d}/{m}", "tháng {m}",
        "{y}-{m:02}-{d:02}", "{d}/{m}/{y} âm lịch", "mùng {d} tháng {m} âm lịch", "({d}/{m})", "{y}-{m}",
        "từ ngày {d} đến {d}/{m}", "giai đoạn {m} - {y}", "ngày{d}/{m}/{y}", "{d} /{m}/ {y}", "thập niên {y}",
        "quý {m}/{y}", "{d}, {d} và {d}/{m}"))
    | one("31/2", "0/13/2022", "30/2/2021", "rằm tháng Giêng", "mùng 7 Tết", "năm Nhâm Dần", "hôm qua", "sáng nay",
          "ngày mai", "tuần trước", "6 tháng đầu năm", "quý I", "nhiệm kỳ 2020 - 2025", "cách đây 3 năm", "hằng năm",
          "thế kỷ XX", "đầu tháng tới", "cuối năm ngoái", "từ nay đến hết năm", "thứ Hai hằng tuần", "24h",
          "Thứ sáu, 11/03/2022 | 08:30 GMT+7", "Fri, 11 Mar 2022 08:30:00 +0700", "giao thừa", "2/9", "29/2")
    | form("{clock} ngày {d}/{m}", clock=CLOCKS, d=st.integers(0, 32), m=st.integers(0, 13))
    | CLOCKS
)  # fmt: skip

# Documents, meetings, the frame of an article.

TYPES = one(
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Luật", "Kế hoạch", "Công văn", "NQ", "Thông tư liên tịch"
)
DOCUMENTS = (
    form("{type} số {n}{day}{tail}", type=TYPES, n=one("09", "15/2020/NĐ-CP", "09-NQ/TW", "3", "Ð1", "/"),
         day=one("", ", ngày 1/3/2021", " ngày 31/2"), tail=one("", " của HĐND tỉnh", " về việc “học”", " khóa XII, "))
    | form("{type} {n}", type=TYPES, n=one("Đất đai", "Đất đai năm 2013", "29", "(sửa đổi)", "số", "Trung ương 4"))
)  # fmt: skip
KINDS = one(
    "hội nghị",
    "Hội nghị",
    "cuộc họp",
    "buổi làm việc",
    "lễ ký kết",
    "kỳ họp thứ 5",
    "hội nghị trực tuyến",
    "tiếp xúc cử tri",
)
SENTENCES = (
    form("{date}, {person} chủ trì {kind} sơ kết công tác {date}.", date=DATES, person=PEOPLE, kind=KINDS)
    | form("Dự {kind} có {a}; {b}; cùng {figure}.", kind=KINDS, a=PEOPLE, b=PEOPLE, figure=FIGURES)
    | form("Phát biểu tại {kind}, {person} {verb}: “{figure}, theo {document}.”", kind=KINDS, person=PEOPLE,
           verb=one("cho biết", "nhấn mạnh", "đề nghị", "kết luận"), figure=FIGURES, document=DOCUMENTS)
    | form("{date}, thu ngân sách đạt {figure}, {figure2} ({document}).", date=DATES, figure=FIGURES, figure2=FIGURES,
           document=DOCUMENTS)
    | form("- {person}: {figure};\n+ {document}; {date}", person=PEOPLE, figure=FIGURES, document=DOCUMENTS, date=DATES)
    | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
)  # fmt: skip
DATELINES = one(
    "", "", "(TTXVN) - ", "Hà Nội (TTXVN) – ", "BAOTANLAP.VN - ", "Tân Lập, ngày 11/3/2022 - ", "* ", "TTO - "
)
FEET = NAMES | one("", "Thu Hà", "Tin, ảnh: Thu Hà", "Theo TTXVN", "(Nguồn: baotanlap.vn)", "T.H", "PV",
                   "Ảnh: T.L\nThu Hà", "Thứ sáu, 11/03/2022 | 08:30 GMT+7")  # fmt: skip
_REPORTS = form(
    "{title}\n\n{dateline}{body}\n\n{foot}",
    title=form("{place} {kind} {date}", place=PLACES, kind=KINDS, date=DATES),
    dateline=DATELINES,
    body=st.builds(str.join, one(" ", "\n", "\n\n", ""), st.lists(SENTENCES, min_size=1, max_size=4)),
    foot=FEET,
)  # fmt: skip
REPORTS = st.deferred(lambda: _REPORTS)  # named: what it is made of is too long to be printed
"""An article from its title to its byline."""

# What printers, scanners and web pages do to a text.

ODD = one(*"\u00a0\u00ad\u200b\u200c\u200d\u200e\u202e\u2066\ufeff\u0300\u0323\u031b\u20dd\x00\x0b",
          *"\x85\u2028\ud83d\udc00Ð", "\r\n", "\r", "\t", "\n", "-\n", "😀", "👩\u200d👩",
          "\U000e0001", "ﬁ", "Ǆ", "İ", "ß", "ſ", "٣", "１")  # fmt: skip
ACCIDENTS: dict[str, Callable[[str, str], str]] = {
    "letters and tones apart": lambda text, odd: unicodedata.normalize("NFD", text),
    "compatibility forms": lambda text, odd: unicodedata.normalize("NFKC", text),
    "capitals": lambda text, odd: text.upper(),
    "no capitals": lambda text, odd: text.lower(),
    "every word with a capital": lambda text, odd: text.title(),
    "full width": lambda text, odd: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "Eth": lambda text, odd: text.replace("Đ", "Ð").replace("đ", "ð"),
    "no blanks": lambda text, odd: text.replace(" ", ""),
    "odd blanks": lambda text, odd: text.replace(" ", odd),
    "odd line ends": lambda text, odd: text.replace("\n", "\r\n"),
    "broken lines": lambda text, odd: text.replace(" ", "\r\n"),
    "hyphens": lambda text, odd: text.replace(" ", "-\n"),
    "no marks": lambda text, odd: text.translate(dict.fromkeys(map(ord, ".,:;“”"))),
    "marks twice": lambda text, odd: text.replace(".", "..").replace(",", ",,").replace("(", "(("),
    "between letters": lambda text, odd: odd.join(text),
    "again": lambda text, odd: text * 3,
}
"""What may befall a stretch of text, by its name; the second argument is something odd to put in."""


@st.composite
def broken(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """One of `texts`, with up to three accidents to stretches of it."""
    text = draw(texts)
    for name in draw(st.lists(st.sampled_from(sorted(ACCIDENTS)), max_size=3)):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([1, 5, 20, 100, 10_000])))
        text = text[:start] + ACCIDENTS[name](text[start:end], draw(ODD)) + text[end:]
    return text


PARTS = PEOPLE | FIGURES | DATES | DOCUMENTS | SENTENCES | st.lists(SYLLABLES, min_size=1, max_size=4).map(" ".join)
VIETNAMESE = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from(PIECES) | PARTS, max_size=20).map("".join)
"""Strings glued from fragments of reports, clean and broken."""

ARTICLES = broken(REPORTS) | VIETNAMESE
"""Whole articles, as they should be and as they come, and glued fragments."""

TEXTS = ANY_TEXT | st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join) | ARTICLES
"""Any of the above."""
