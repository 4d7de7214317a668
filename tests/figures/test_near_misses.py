"""Labels, ordinals, identifiers, dates and the like are no figures: every line finds nothing."""

import pytest

from vnreport import Pipeline, figures
from vnreport.document import Document, Found

PIPELINE = Pipeline(stages=["dates", "documents", "figures"], tagger=None)

NEAR_MISSES = [
    # labels and ordinals
    "Ông ở Quận 1, khóa XIII, kỳ họp thứ 5.",
    "Lễ trao quyết định - ảnh 1Chủ tịch xã trao hoa.",
    "Lần thứ 15, hội thi được tổ chức.",
    "Tiêm mũi 1 và mũi 2 cho trẻ lớp 6.",
    "Trường cấp 2 xã Hòa An mở cửa.",
    "Cấp độ 3 của dịch.",
    "Nghị quyết số 09 của hội đồng.",
    "Quốc lộ 1A qua xã.",
    "Xe đi quốc lộ 32 huyện Ba Vì.",
    "Dịch Covid-19 lan rộng.",
    "Thuộc thế hệ F1 của dòng họ.",
    "Tổ 5, khu phố 3, phường 7.",
    "Nhà số 12, ngõ 45, đường Lê Lợi.",
    "Công an quận 5 bắt giữ nghi phạm.",
    "Theo khoản 2 Điều 7 Luật Đất đai.",
    "Điều 38 Luật Tổ chức.",
    "Giải vô địch U23 châu Á.",
    "Máy bay SU-30 cất cánh.",
    "Kênh VTV3 phát sóng.",
    "Thứ ba tuần này, xã họp.",
    "Nhất là các phường 1, 2 và 3 người dân chủ quan.",
    "Bão số 9 gây mưa.",
    "Ban Chỉ đạo 389 quốc gia kiểm tra.",
    "Cửa hàng ở (33 thôn 7, xã Hòa An).",
    "Vùng cách ly là thôn 5 Đồng Yên.",
    "- Điện thoại: 115",
    "Top 10 doanh nghiệp tiêu biểu.",
    # dates, clock times, durations
    "Ngày 11/3/2022, huyện họp.",
    "Sáng 3/7 huyện họp.",
    "Lúc 14h30 ngày 5-2 xã họp.",
    "Từ 8 giờ 30 phút đến 11 giờ.",
    "Trong 6 tháng đầu năm 2017 và quý II.",
    "Giai đoạn 2016 - 2020 đã qua.",
    "Kỷ niệm 50 năm thành lập.",
    "Kéo dài 3 ngày đêm.",
    "Suốt hai mươi năm qua.",
    "Hơn mười năm trước.",
    "Năm 2017 doanh nghiệp này lãi.",
    "Tháng 5 học sinh nghỉ.",
    "Họp trong 2 tiếng đồng hồ.",
    # document, phone, plate, room and account numbers
    "Quyết định số 12/QĐ-UBND ngày 5/3/2022.",
    "Nghị định 15/2020/NĐ-CP quy định rõ.",
    "Điện thoại 0373.121.099.",
    "Gọi 0912 345 678 để biết.",
    "Xe biển số 43A-123.45 bị giữ.",
    "Phòng 902 - CT2B của tòa nhà.",
    # scores and scales
    "Đội nhà thắng 2-1.",
    "Tỷ số là 3-0.",
    "Bản đồ tỷ lệ 1/500.",
    # articles, vague quantities, fixed pairs
    "Một số cán bộ vắng.",
    "Đây là một trong những nội dung chính.",
    "Một cán bộ xã trình bày.",
    "Một lần nữa, ông cảm ơn.",
    "Có hàng nghìn người dự.",
    "Có nhiều hộ khó khăn.",
    "Vài người đến muộn.",
    "Mấy chục hộ bị ngập.",
    "Hàng trăm tỷ đồng thất thoát.",
    "Đôi ba người đứng xem.",
    "Hai bên trao đổi.",
    "Hai nước hợp tác.",
    "Có 2 bên tham gia.",
    "Hai Đảng, hai dân tộc gắn bó.",
    "Kim ngạch hai chiều tăng.",
    "Hai miền Nam Bắc.",
    "Cả hai đều đồng ý.",
    # names, words that look like numbers or units
    "Phường Ba Đình, quận Hai Bà Trưng.",
    "Bà Năm Sa Đéc và ông Bảy Núi.",
    "Tỉnh Yên Bái, huyện Trấn Yên.",
    "Đồng chí đã chín chắn hơn.",
    "Việc này rất gấp rút.",
    "Mạng 4G, 5G phủ khắp xã.",
    "Màn hình 4K sắc nét.",
    "Thực hiện thông điệp 5K.",
    "Trường Tiểu học số 2 Triệu Hòa.",
    "Cầu Vạn Ninh, núi Tỷ Phú.",
    "Hóa thạch 4,5 tỷ năm trước.",
    "Giảm tỷ lệ thất nghiệp, một triệu chứng thường gặp.",
    "Vàng 22K đắt hơn.",
    "Lớp 10/2 trường huyện nghỉ học.",
    "Nghị định 79/2012 quy định rõ.",
    "Văn bằng 2: thi tuyển.",
    "Liệt nửa người bên trái.",
    "Trộm một lượng vàng lớn.",
    # list numbering
    "1. Khai mạc",
    "2- Thông qua nghị quyết",
    "Thứ nhất, cần đoàn kết.",
    "a) Nội dung b) Hình thức",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_finds_nothing(text: str) -> None:
    assert [figure.text for figure in PIPELINE.parse(text, published="2022-03-11").figures] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 11/3/2022, huyện họp.",
        "Sáng 3/7 huyện họp.",
        "Lúc 14h30 ngày 5-2 xã họp.",
        "Từ 8 giờ 30 phút đến 11 giờ.",
        "Trong 6 tháng đầu năm 2017.",
        "Giai đoạn 2016 - 2020 huyện lập kế hoạch.",
        "Kỷ niệm 50 năm thành lập.",
        "Kéo dài 3 ngày đêm.",
        "Suốt hai mươi năm qua.",
        "Chiều 5.6 tỉnh họp.",
    ],
)
def test_times_are_no_figures_even_where_the_dates_stage_is_left_out(text: str) -> None:
    assert figures.find(Document(text), Found()) == ()


def test_the_number_of_a_document_is_no_figure() -> None:
    report = PIPELINE.parse("Thông tư 39 hướng dẫn 39 trường hợp.")
    assert [figure.text for figure in report.figures] == ["39 trường hợp"]
