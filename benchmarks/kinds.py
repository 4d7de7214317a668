"""Kinds of text that can be made in any size: invented reports, lists of one thing, one thing again and again.

What reading them takes must grow as their size does: `benchmarks/scale.py` measures the time, `tests/test_scale.py`
counts the steps.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Minh", "Hữu", "Ngọc", "Đức", "Thanh", "Quốc", "Kim", "Xuân")
_GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hạnh", "Khánh", "Lan", "Nam", "Phúc", "Quân", "Sơn", "Tâm")
_PLACES = ("Tân Lập", "Hòa Phú", "Bình Sơn", "An Khê", "Đông Xuân", "Phú Lộc", "Mỹ Thuận", "Vĩnh An")
_OFFICES = ("Bí thư Đảng ủy", "Chủ tịch UBND", "Phó Chủ tịch HĐND", "Trưởng Công an", "Chủ tịch Hội Nông dân")
_PARAGRAPHS = (
    "Sáng {d}/{m}/{y}, {lead} {a}, {office} xã {place}, chủ trì hội nghị sơ kết công tác quý {q} năm {y}. Dự hội nghị "
    "có {office2} xã {b}, đại diện các ban, ngành, đoàn thể và {n} hộ dân.",
    "Theo báo cáo, {n} tháng đầu năm, thu ngân sách đạt {x},{n} tỷ đồng, tăng {n}% so với cùng kỳ năm {y}; toàn xã có "
    "{x} công trình, giải quyết việc làm cho hơn {x}0 lao động.",
    "Phát biểu tại hội nghị, {lead} {a} nhấn mạnh việc thực hiện Nghị quyết số {n}-NQ/HU ngày {d}/{m}/{y} của Huyện ủy "
    "về xây dựng nông thôn mới. “Chúng ta phải làm xong đường liên thôn trước ngày {d}/{m}”, {lead} {short} nói.",
    "{lead2} {b}, {office2} xã {place}, cho biết đến nay đã có {x} hộ hiến {x}00 m2 đất; hộ nghèo giảm còn {n}%.",
    "Chiều cùng ngày, đoàn đến thăm {n} gia đình chính sách tại thôn {n}, xã {place}, trao {n} phần quà trị giá "
    "{x} triệu đồng theo Quyết định {x}/QĐ-UBND.",
)


def reports(size: int) -> str:
    """Invented reports, one behind the other, no two alike."""
    dice = random.Random(size)
    pick = dice.choice

    def name() -> str:
        return f"{pick(_SURNAMES)} {pick(_MIDDLE)} {pick(_GIVEN)}"

    parts, length = [], 0
    while length < size:
        place, a, b = pick(_PLACES), name(), name()
        words = {
            "a": a, "b": b, "short": a.split()[-1], "place": place, "office": pick(_OFFICES), "office2": pick(_OFFICES),
            "lead": pick(("ông", "bà", "đồng chí")), "lead2": pick(("Ông", "Bà")), "q": pick(("I", "II", "III")),
        }  # fmt: skip
        lines = [f"Xã {place} sơ kết công tác"]
        for paragraph in _PARAGRAPHS:
            numbers = {
                "d": dice.randint(1, 28), "m": dice.randint(1, 12), "y": dice.randint(2010, 2026),
                "n": dice.randint(2, 30), "x": dice.randint(10, 999),
            }  # fmt: skip
            lines.append(paragraph.format(**words, **numbers))
        parts.append("\n\n".join([*lines, name(), "", ""]))
        length += len(parts[-1])
    return "".join(parts)[:size]


def one_sentence(size: int) -> str:
    """The same with no end of a line and of a sentence anywhere."""
    return reports(size).replace("\n", " ").replace(". ", ", ")


def names(size: int) -> str:
    """A list of names, no two neighbours alike."""
    return _listed(size, lambda i: f"{_SURNAMES[i % 13]} {_MIDDLE[i % 10]} {_GIVEN[i % 14]}")


def holders(size: int) -> str:
    """A list of people with their offices in one sentence."""
    return "Dự hội nghị có: " + _listed(
        size - 16, lambda i: f"ông {_SURNAMES[i % 13]} {_MIDDLE[i % 10]} {_GIVEN[i % 14]}, {_OFFICES[i % 5]} xã số {i}"
    )


def days(size: int) -> str:
    """A list of days."""
    return _listed(size, lambda i: f"ngày {i % 28 + 1}/{i % 12 + 1}/{2000 + i % 26}")


def decrees(size: int) -> str:
    """A list of decrees with their numbers."""
    return _listed(size, lambda i: f"Nghị định số {i}/{2000 + i % 26}/NĐ-CP của Chính phủ")


def amounts(size: int) -> str:
    """A list of figures with what they measure."""
    return _listed(size, lambda i: f"thu ngân sách đạt {i},5 tỷ đồng, tăng {i % 99}% so với cùng kỳ")


def _listed(size: int, item: Callable[[int], str]) -> str:
    parts, length = [], 0
    for i in itertools.count():
        if length >= size:
            return "".join(parts)[:size]
        parts.append(item(i) + ", ")
        length += len(parts[-1])
    raise AssertionError


def repeated(piece: str) -> Callable[[int], str]:
    """`piece` again and again."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


KINDS: dict[str, Callable[[int], str]] = {
    "reports": reports,
    "reports in one sentence": one_sentence,
    "names": names,
    "people and offices": holders,
    "dates": days,
    "decrees": decrees,
    "figures": amounts,
    "digits": repeated("1"),
    "capitals": repeated("A"),
    "small letters": repeated("a"),
    "commas": repeated(","),
    "blanks": repeated(" "),
    "newlines": repeated("\n"),
    "quotes": repeated("“"),
    "quotes in pairs": repeated("“a” "),
    "brackets": repeated("("),
    "brackets in pairs": repeated("(a) "),
    "Nguyễn": repeated("Nguyễn "),
    "Nguyễn, in lines": repeated("Nguyễn\n"),
    "capitals apart": repeated("A B "),
    "words in capitals": repeated("HỘI NGHỊ "),
    "1.1.1.1": repeated("1."),
    "1,234,": repeated("1,234,"),
    "1/1/": repeated("1/1/"),
    "ông An": repeated("ông An, "),
    "ông An nói": repeated("ông An nói, "),
    "ông An chủ trì hội nghị": repeated("ông An chủ trì hội nghị, "),
    "Bí thư": repeated("Bí thư Tỉnh ủy, "),
    "Phó Chủ tịch": repeated("Phó Chủ tịch "),
    "ngày 1/1/2020": repeated("ngày 1/1/2020 "),
    "sáng nay": repeated("sáng nay "),
    "năm": repeated("năm "),
    "30 tỷ": repeated("30 tỷ "),
    "tăng 5%": repeated("tăng 5% "),
    "hai mươi": repeated("hai mươi "),
    "hội nghị": repeated("hội nghị "),
    "sáng 5/3 họp": repeated("Sáng 5/3, xã tổ chức hội nghị, "),
    "sáng 5/3 họp, in sentences": repeated("Sáng 5/3, xã tổ chức hội nghị. "),
    "Nghị quyết số": repeated("Nghị quyết số "),
    "Luật Đất đai": repeated("Luật Đất đai, "),
    "15/2020/NĐ-CP": repeated("15/2020/NĐ-CP "),
    "Ảnh": repeated("Ảnh: Thu Hà "),
    "list items": repeated("- 5 xã\n"),
    "short lines": repeated("A.\n"),
    "emoji": repeated("😀"),
    "marks": repeated("o\u0323"),
    "marks alone": repeated("\u0301"),
    "invisible": repeated("a\u200b"),
    "line ends": repeated("\r\n"),
    "NULs": repeated("\x00"),
    "surrogates": repeated("\ud800"),
    "stops": repeated(". "),
    "addresses": repeated("a.b@c.vn "),
    "low lines": repeated("a_1_"),
    "hyphens": repeated("A-b-"),
}  # fmt: skip
"""By name, a function from a size in characters to a text of that size."""
