"""Title, outlet and dateline, credits, bylines at head and foot."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import growth
from vnreport.text.layout import layout


def bylines(text: str) -> list[str]:
    return [text[a:b] for a, b in layout(text).bylines]


def test_the_first_line_is_the_title() -> None:
    text = "Xã họp\n\nSáng nay, xã họp."
    assert text[slice(*layout(text).title)] == "Xã họp"


def test_ornaments_around_a_title_stay_outside() -> None:
    text = "🌸🇻🇳 ĐẠI HỘI XÃ 🇻🇳\nSáng nay, xã họp."
    assert text[slice(*layout(text).title)] == "ĐẠI HỘI XÃ"


@pytest.mark.parametrize("text", ["Một dòng", "", " \n ", "Rất dài " * 50 + "\nhai dòng"])
def test_a_text_without_a_title_line_has_none(text: str) -> None:
    assert layout(text).title is None


@pytest.mark.parametrize("stamp", ["04:35 15/03/2016", "Thứ sáu, 11/03/2022 | 08:30 GMT+7"])
def test_title_stands_under_a_line_that_says_when(stamp: str) -> None:
    text = f"{stamp}\nXã họp\nSáng nay, xã họp."
    assert text[slice(*layout(text).title)] == "Xã họp"


@pytest.mark.parametrize(
    "lead",
    [
        "(Hoaan.gov.vn)- Ngày 3/4, xã họp.",
        "Ngày 3/4, UBND xã Hòa An tổ chức phiên họp thường kỳ tháng 4 xem xét một số nội dung phát triển kinh tế "
        "- xã hội và công tác chuẩn bị đại hội.",
    ],
)
def test_a_lead_is_no_title(lead: str) -> None:
    assert layout(f"{lead}\nÔng Tá chủ trì.").title is None


@pytest.mark.parametrize(
    ("lead", "outlet"),
    [
        ("(Hoaan.gov.vn)- Ngày 3/4, xã họp.", "Hoaan.gov.vn"),
        ("(Dân trí) - Sáng nay, xã họp.", "Dân trí"),
        ("TTO - Sáng nay, xã họp.", "TTO"),
        ("VOV.VN - Sáng nay, xã họp.", "VOV.VN"),
        ("Hà Nội (TTXVN) - Sáng nay, xã họp.", "TTXVN"),
        ("Hà Nội (TTXVN 11/3/2022) Sáng nay, xã họp.", "TTXVN"),
    ],
)
def test_the_dateline_names_the_outlet(lead: str, outlet: str) -> None:
    text = f"Xã họp\n{lead}"
    assert text[slice(*layout(text).outlet)] == outlet


@pytest.mark.parametrize(
    "lead",
    [
        "Hòa Bình (Hà Nam): xã họp sáng nay.",
        "Ông Tá (giữa). Xã họp sáng nay.",
        "HĐND - UBND xã họp sáng nay.",
        "Cục phó (Thanh tra tỉnh) - ông Phan Tá nói.",
    ],
)
def test_other_brackets_and_dashes_name_no_outlet(lead: str) -> None:
    assert layout(f"Xã họp\n{lead}").outlet is None


@pytest.mark.parametrize(
    ("foot", "signs"),
    [
        ("Xã họp xong.\nThu Giang", ["Thu Giang"]),
        ("Xã họp xong.\nThu Giang – TTVHTT - TH", ["Thu Giang", "TTVHTT - TH"]),
        (
            "Xã họp xong.\nThu Giang\nTheo Báo Hòa An điện tử\nhttp://baohoaan.vn/xa-hop.html",
            ["Thu Giang", "Báo Hòa An điện tử"],
        ),
        ("Xã họp xong. Thu Giang ", ["Thu Giang"]),
        ("Xã họp xong” - ông Tá nói. Bích Lam - Chí Hiền", ["Bích Lam", "Chí Hiền"]),
        ("Xã họp xong./. Minh An/VOV.VN", ["Minh An", "VOV.VN"]),
        ("Xã họp xong. Tin- ảnh: Trường Sơn", ["Trường Sơn"]),
        ("gọi số 0900 000 000 P.V", ["P.V"]),
        ("ảnh chụp toàn cảnh Theo Tuổi Trẻ", ["Tuổi Trẻ"]),
        ("Xã họp xong.\nThu Giang\n\n\n\nXã bên cũng họp.", ["Thu Giang"]),
        ("Xã họp xong.\nThu Giang\nLượt xem: 12\n#XaHop #AnHoa\nhttps://anhoa.gov.vn/tin", ["Thu Giang"]),
        ("Biên tập\nPhan Duy Kha.\nToàn cảnh xã họp sáng nay, có nhiều người dự", ["Phan Duy Kha"]),
    ],
)
def test_the_foot_signs_the_article(foot: str, signs: list[str]) -> None:
    assert bylines(f"Xã họp\nSáng nay, xã họp.\n{foot}") == signs


@pytest.mark.parametrize(
    "foot",
    [
        "Xã họp xong.",
        "Dự họp có TS. Phan Văn Tá",
        "Xã mời bà con đến dự ở Hà Nội",
        "Danh sách:\nPhan Văn Tá\nLý Thị Nga\nHồ Văn Ba\nVõ Thị Tư\nCao Văn Năm",
        "Xã họp xong. Ông Phan Văn Tá",
    ],
)
def test_a_foot_without_a_signature_has_none(foot: str) -> None:
    assert bylines(f"Xã họp\nSáng nay, xã họp.\n{foot}") == []


def test_an_agency_glued_before_the_lead_signs() -> None:
    assert bylines("Xã họp\nTTXVN Chủ tịch xã nói.") == ["TTXVN"]


def test_an_agency_that_reports_signs_nothing() -> None:
    assert bylines("Xã họp\nTTXVN đưa tin xã họp.") == []


@pytest.mark.parametrize(
    "caption", ["Trong ảnh: Phan Văn Tá phát biểu.", "Ảnh: Đ/c Phan Văn Tá - Bí thư xã phát biểu."]
)
def test_a_picture_shown_is_no_credit(caption: str) -> None:
    assert layout(f"Xã họp\n{caption}\nSau đó, xã nghỉ.").credits == ()


def test_a_credit_runs_from_its_head_to_its_last_signature() -> None:
    text = "Xã họp\nToàn cảnh xã họp. Ảnh: Hà My/TTXVN\nSau đó, xã nghỉ."
    (credit,) = layout(text).credits
    assert text[slice(*credit)] == "Ảnh: Hà My/TTXVN"


PIECES = [
    "Ảnh: ",
    "(",
    ")",
    "Thu Giang ",
    "Theo ",
    "TTXVN",
    "\n",
    "\n\n\n",
    ". ",
    "/",
    "L.T",
    "xã họp ",
    " - ",
    "“",
    "PV",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_has_a_layout_within_it(text: str) -> None:
    found = layout(text)
    for start, end in (*found.bylines, *found.credits):
        assert 0 <= start < end <= len(text)
    assert list(found.bylines) == sorted(found.bylines)


@pytest.mark.parametrize("piece", ["Ảnh: ", "(Ảnh: Thu ", "Thu Giang ", "Thu Giang. ", "Thu Giang\n", "A.", "– "])
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    assert growth(lambda times: partial(layout, piece * times), 1000, 8000, enough=3) < 3


@pytest.mark.parametrize("number", ["21-NQ/QU", "15/2020/NĐ-CP", "32/KH-UBND"])
def test_document_number_at_the_end_signs_nothing(number: str) -> None:
    assert layout(f"Quận họp\n\nSáng 8/4, quận họp theo văn bản số {number}.").bylines == ()


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Xã họp\nTrâu thắng tại lễ hội. Hoài An - TTXVN Đó là tin vui.", ["Hoài An", "TTXVN"]),
        ("Xã họp\nTrâu thắng (Ảnh minh họa. Hoài An/TTXVN) sáng nay.", ["Hoài An", "TTXVN"]),
        ("Xã họp\nTin của phóng viên Hoài An - TTXVN cho biết.", []),
        ("Xã họp\nSân vận động nhìn từ trên cao. Thu GiangẢnh: Hoài An", ["Hoài An"]),
        ("Xã họp\nGiá vàng giữ ổn định tới thời điểm 8h. Hoài An", ["Hoài An"]),
        ("Xã họp\nPhòng khám do bác sĩ phụ trách là BSCKI. Đỗ Quân.", []),
        ("Xã họp\nBáo cáo gửi về trước ngày 10/2. Báo PLHA sẽ tiếp tục thông tin. Hoài An", ["Hoài An"]),
    ],
)
def test_credits_without_their_word_and_feet_behind_other_stops(text: str, signs: list[str]) -> None:
    assert bylines(text) == signs
