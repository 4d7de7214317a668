"""What the rules' examples cannot show: nesting, the day of issue, offsets, and input of every kind."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import growth
from vnreport.document import Document, Found
from vnreport.legal import find
from vnreport.records import DateExpression, LegalDocument


def read(text: str, found: Found | None = None) -> tuple[LegalDocument, ...]:
    return find(Document(text), found or Found())


def texts(text: str) -> list[str]:
    return [document.text for document in read(text)]


def test_a_numbered_document_inside_anothers_name_is_listed_too() -> None:
    text = "Nghị quyết về việc điều chỉnh Điều 2, Nghị quyết số 31/NQ-HĐND của HĐND huyện An Lĩnh;"
    assert texts(text) == [
        "Nghị quyết về việc điều chỉnh Điều 2, Nghị quyết số 31/NQ-HĐND của HĐND huyện An Lĩnh",
        "Nghị quyết số 31/NQ-HĐND của HĐND huyện An Lĩnh",
    ]


def test_an_issuer_runs_through_its_ministry() -> None:
    text = "công bố Quyết định của Bộ trưởng Bộ Công an về việc điều động cán bộ"
    assert [document.issuer for document in read(text)] == ["Bộ trưởng Bộ Công an"]


def test_a_law_inside_an_amending_laws_name_is_not_listed() -> None:
    assert texts("Luật sửa đổi một số điều của Luật Thú y.") == ["Luật sửa đổi một số điều của Luật Thú y"]


def test_the_parts_of_an_enumeration_are_documents_each() -> None:
    assert texts("thực hiện Luật Thú y, Luật Chăn nuôi và Nghị định 13/2020/NĐ-CP; Chỉ thị số 4") == [
        "Luật Thú y",
        "Luật Chăn nuôi",
        "Nghị định 13/2020/NĐ-CP",
        "Chỉ thị số 4",
    ]


def test_the_day_of_issue_is_the_date_inside_the_naming() -> None:
    text = "Ngày 9/4, xã phổ biến Quyết định số 7/QĐ-UBND ngày 5/3/2021 của UBND huyện."
    inside = text.index("ngày 5/3/2021")
    document = Document(text)
    dates = tuple(
        DateExpression(text=piece, span=document.span(at, at + len(piece)), kind="date", start=day, end=day)
        for piece, at, day in (
            ("Ngày 9/4", 0, dt.date(2021, 4, 9)),
            ("ngày 5/3/2021", inside, dt.date(2021, 3, 5)),
        )
    )
    (decision,) = find(document, Found(dates=dates))
    assert decision.issued == dt.date(2021, 3, 5)


def test_a_document_without_a_day_has_no_day_of_issue() -> None:
    (directive,) = read("Ngày 9/4, xã phổ biến Chỉ thị số 7 của Thủ tướng Chính phủ.")
    assert directive.issued is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thông tư 5/2020/TT-BGDĐT của Bộ Giáo dục và Đào tạo quy định", "Bộ Giáo dục và Đào tạo"),
        ("Nghị quyết số 8 của HĐND TP. Hòa An và kế hoạch", "HĐND TP. Hòa An"),
        ("Chỉ thị số 2 của Ban Thường vụ Quận ủy Quận 3 về bầu cử", "Ban Thường vụ Quận ủy Quận 3"),
        ("Công văn số 88 của Bộ GD&ĐT gửi các trường", "Bộ GD&ĐT"),
        ("Kết luận số 6 của Bộ Chính trị, Ban Bí thư", "Bộ Chính trị"),
        ("Nghị quyết số 6 của Hội đồng bầu cử quốc gia công bố danh sách", "Hội đồng bầu cử quốc gia"),
    ],
)
def test_the_issuer_ends_with_its_name(text: str, issuer: str) -> None:
    assert read(text)[0].issuer == issuer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nghị quyết số 5 về giảm nghèo đã được ban hành", "Nghị quyết số 5 về giảm nghèo"),
        ("Nghị quyết số 5 về phát triển kinh tế - xã hội.", "Nghị quyết số 5 về phát triển kinh tế - xã hội"),
        ("Quyết định số 5 phê duyệt quy hoạch", "Quyết định số 5"),
        ("Chỉ thị số 5 “Về phòng cháy” được gửi", "Chỉ thị số 5 “Về phòng cháy”"),
        ("Luật Thú y 2015 và", "Luật Thú y 2015"),
        (
            "Nghị quyết Trung ương 4 (Khóa XI, XII) về xây dựng Đảng.",
            "Nghị quyết Trung ương 4 (Khóa XI, XII) về xây dựng Đảng",
        ),
        ("Nghị quyết Đại hội XV Đảng bộ tỉnh được phổ biến", "Nghị quyết Đại hội XV Đảng bộ tỉnh"),
    ],
)
def test_the_naming_ends_where_a_verb_begins(text: str, name: str) -> None:
    assert texts(text) == [name]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "Theo Nghi\u0323 quye\u0302\u0301t\u00a0số 14,\r\n\u00adLuật Thú y"
    for document in read(text):
        assert text[document.span.start : document.span.end] == document.text
    assert [document.type for document in read(text)] == ["Nghi\u0323 quye\u0302\u0301t", "Luật"]


PIECES = [
    "Nghị quyết ",
    "số ",
    "12/",
    "QĐ-UBND ",
    "của ",
    "Bộ ",
    "luật ",
    "về ",
    "(",
    "“",
    '"',
    "ngày 3/4 ",
    ", ",
    ".",
    "\n",
    "1",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_gives_documents_in_its_own_words(text: str) -> None:
    starts = []
    for document in read(text):
        assert text[document.span.start : document.span.end] == document.text
        starts.append(document.span.start)
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "piece", ["Nghị quyết về ", "Luật ", "Hiệp định An về ", "Quyết định số 1/", "của Bộ ", "các nghị quyết, ", "1.1"]
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    assert growth(lambda times: partial(find, Document(piece * times), Found()), 500, 4000, enough=3) < 3


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ký 3 quyết định số 51/QĐ-UBND; 52/QĐ-UBND và 53/QĐ-UBND.", ["51/QĐ-UBND", "52/QĐ-UBND", "53/QĐ-UBND"]),
        ("thực hiện các nghị quyết số 12, 13 và 14 của HĐND tỉnh", ["12", "13", "14"]),
        ("Nghị quyết số 18-NQ/TW, số 19-NQ/TW của Trung ương", ["18-NQ/TW", "19-NQ/TW"]),
        ("Quyết định số 5/QĐ-UBND, 3 xã đã họp", ["5/QĐ-UBND"]),
        ("Theo Chỉ thị số 16, 20 người ở lại", ["16"]),
    ],
)
def test_documents_that_share_a_type_word_are_listed_each(text: str, numbers: list[str]) -> None:
    assert [document.number for document in read(text)] == numbers


def test_a_document_listed_by_its_number_has_the_type_it_shares() -> None:
    _, second = read("ký 2 quyết định số 51/QĐ-UBND; 52/QĐ-UBND của UBND xã.")
    assert (second.text, second.type, second.issuer) == ("52/QĐ-UBND của UBND xã", "quyết định", "UBND xã")


def test_an_article_without_its_law_is_no_document() -> None:
    assert not read("Điểm a, Khoản 1, Điều 101 được sửa như sau")


def test_a_name_ends_before_an_aside_in_brackets() -> None:
    (decision,) = read("Quyết định số 7/QĐ-UBND về việc cấp đất cho xã (hiện đã giao) và")
    assert decision.text == "Quyết định số 7/QĐ-UBND về việc cấp đất cho xã"
