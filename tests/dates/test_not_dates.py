"""Figures and names that look like dates and are none."""

import pytest

from vnreport import Pipeline

PIPELINE = Pipeline(stages=["dates"], tagger=None)
TEXTS = (
    "Đã có 2/3 số phiếu tán thành.", "Xã đạt 19/22 chỉ tiêu.", "Chỉ 1/4 số hộ có nước sạch.",
    "Đội Tân Hòa thắng 3-1 trên sân khách.", "Tỷ số là 2-1.", "Gọi số 0912.345.678 để biết thêm.",
    "Giá vé 5.500 đồng, giá xăng 21.300 đồng/lít.", "Tổng đài trực 24/7.", "Phiên bản 1.2.3 của phần mềm.",
    "Theo Nghị định 15/2020/NĐ-CP của Chính phủ.", "Máy bay đáp xuống sân bay 30/4.", "Nhà ông ở đường 3/2.",
    "Đà Nẵng đăng cai APEC 2017.", "Theo Luật Du lịch 2017.", "Theo Luật Trẻ em năm 2016.",
    "Lễ hội Yên Tử 2017 đông khách.", "Hiện nay, nhiều năm qua rồi, dân vẫn nghèo.", "Thời gian tới, xã sẽ làm đường.",
    "Trong những năm qua, đời sống khá hơn.", "Dịp Tết, dân làng gói bánh.", "Nhân Ngày Thương binh - Liệt sĩ.",
    "Xe chạy 60km/h.", "Tỷ lệ bản đồ 1/500.", "Ông ở nhà số 5/12, tổ 3.", "Tốc độ 4G đạt 95%.",
    "Khóa XIV, kỳ họp thứ 3.", "Điểm trung bình trước 15.5 điểm.",
    "Phủ sóng mạng 2G/3G/4G.", "Xe đi hai chiều qua hầm.", "Theo báo Bóng đá 24h.", "Khu vui chơi hoạt động 24/7.",
    "Anh về đích ở vị trí thứ hai.", "Chiếc vòng cao quý này của bà.", "Kinh phí từ 1 - 2 triệu đồng.",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_no_date_is_found(text: str) -> None:
    assert [d.text for d in PIPELINE.parse(text, published="2017-06-15").dates] == []


@pytest.mark.parametrize("text", ["ngày 31/2", "ngày 30/2/2017", "ngày 31 tháng 4 năm 2016"])
def test_impossible_day_is_found_and_stays_unresolved(text: str) -> None:
    (read,) = PIPELINE.parse(f"Hạn cuối là {text}.", published="2017-06-15").dates
    assert (read.text, read.kind, read.start, read.end) == (text, "date", None, None)
