"""Tokens and sentences."""

import pytest
from hypothesis import given

from strategies import TEXTS
from vnreport.text.normalise import normalise
from vnreport.text.segment import sentences, tokens


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "word",
    [
        "TP.HCM", "Th.S", "T.Ư", "PGS.TS", "Covid-19", "X-quang", "K'Ré", "B’Lao", "1.458", "30,539", "11/3/2022",
        "14:30", "UBND", "F0", "Đ", "😀", "²",         "Quanuy1hcm.org.vn", "baophuong.com.vn/tin-tuc/bai-1.html", "https://a.vn/x?y=1&z=2",
        "www.a.vn", "an.tran@bao.vn",
    ],
)  # fmt: skip
@pytest.mark.parametrize("behind", ["", " rồi", ", rồi", ".", ")", "?"])
def test_one_token(word: str, behind: str) -> None:
    assert words(f"ở {word}{behind}")[1] == word


def test_marks_are_tokens_of_their_own() -> None:
    assert words("(“Tốt”…), 5%;") == ["(", "“", "Tốt", "”", "…", ")", ",", "5", "%", ";"]


@given(TEXTS)
def test_tokens_cover_everything_but_white_space_once(text: str) -> None:
    text = normalise(text)[0]
    at = 0
    for start, end in tokens(text):
        assert start < end
        assert not text[at:start].strip()
        assert not any(c.isspace() for c in text[start:end])
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông làm ở TP. Vinh.",
        "Chủ trì có Th.S. Trần Văn An.",
        "PGS. TS. Lê Bình đến dự.",
        "Chủ trì có đ/c. Lê Bình.",
        "Theo Quanuy1hcm.org.vn. cập nhật",
        "Đạt 2.5 tỷ đồng, tăng 1.458 ca.",
        "Tổng thống J. K. Polk đến thăm.",
        "Ông K’Brơi (Q. Bình Thạnh) phát biểu.",
        "1. Đánh giá chung về kết quả",
        "2.1. Công tác xây dựng Đảng",
        "II. Phương hướng năm 2022",
        "a. Về kinh tế",
        "A. Phần mở đầu",
        "- Thu ngân sách đạt 226%;",
        "Ông hỏi “Vì sao?” rồi ngồi xuống.",
        "Các xã A, B… và nhiều nơi khác.",
        "Xem tại www.a.vn.Net và Www.Bao.Vn",
    ],
)
def test_one_sentence(sentence: str) -> None:
    assert parts(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences_",
    [
        ["Phường họp.", "Bà An chủ trì."],
        ["Ông nói: “Rất tốt.”", "Hội nghị bế mạc."],
        ["Vì sao?", "Vì dịch!", "Hết…", "Còn nữa."],
        ["Năm 2017.", "5 đồng chí nhận Huy hiệu."],
        ["Họp tại khu A.", "Ông An dự."],
        ["Nước dưới 0 độ C.", "Mạ chết rét."],
        ["Gió giật 90 km/h.", "Bão tan."],
        ["Xe tông cháu M.", "Sau đó lái xe bỏ chạy."],
        ["Bốn điều cần nhớ.", "1. Đeo khẩu trang.", "2. Rửa tay."],
        ["Đã xong (đợt 1).", "Đợt 2 sẽ bắt đầu."],
        ["Mời dự.", "“Chúng tôi sẽ đến”, ông nói."],
        ["Trần Văn An là Bí thư.", "- Bà Bình là Chủ tịch."],
    ],
)
def test_several_sentences(sentences_: list[str]) -> None:
    assert parts(" ".join(sentences_)) == sentences_


def test_line_break_ends_a_sentence() -> None:
    assert parts("Phường họp\n\nBà An\nchủ trì") == ["Phường họp", "Bà An", "chủ trì"]


def test_blank_forgotten_behind_a_full_stop_still_ends_a_sentence() -> None:
    assert parts("Họp trên địa bàn.Ông An dự.") == ["Họp trên địa bàn.", "Ông An dự."]


@given(TEXTS)
def test_sentences_cover_everything_but_white_space_once(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()
