"""What the figures stage reads, on invented sentences."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given

from strategies import TEXTS
from vnreport import Pipeline
from vnreport.records import Figure, Report

PIPELINE = Pipeline(stages=["dates", "documents", "figures"], tagger=None)


def parse(text: str) -> Report:
    return PIPELINE.parse(text, published=dt.date(2022, 3, 11))


def figures(text: str) -> tuple[Figure, ...]:
    return parse(text).figures


def texts(text: str) -> list[str]:
    return [figure.text for figure in figures(text)]


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "reads", "value", "unit"),
    [
        ("Tổng thu đạt 3,2 nghìn tỷ đồng.", "3,2 nghìn tỷ đồng", 3200000000000, "đồng"),
        ("Thôn góp 25 triệu đồng.", "25 triệu đồng", 25000000, "đồng"),
        ("Giá 500.000đ.", "500.000đ", 500000, "đồng"),
        ("Dự án vay 12 triệu USD.", "12 triệu USD", 12000000, "USD"),
        ("Dự án vay 12 triệu đô la Mỹ.", "12 triệu đô la Mỹ", 12000000, "USD"),
        ("Tài trợ 3 triệu euro.", "3 triệu euro", 3000000, "EUR"),
        ("Thưởng 2 cây vàng.", "2 cây vàng", 2, "cây vàng"),
        ("Lạm phát hai phẩy năm phần trăm.", "hai phẩy năm phần trăm", Decimal("2.5"), "%"),
        ("Lãi suất giảm 0,5 điểm phần trăm.", "0,5 điểm phần trăm", Decimal("0.5"), "điểm phần trăm"),
        ("Ruộng rộng 3 sào.", "3 sào", 3, "sào"),
        ("Nhà có 5 sào Bắc Bộ.", "5 sào Bắc Bộ", 5, "sào Bắc Bộ"),
        ("Thuê 4 công đất.", "4 công đất", 4, "công"),
        ("Vườn rộng 30m2.", "30m2", 30, "m2"),
        ("Vườn rộng 30 mét vuông.", "30 mét vuông", 30, "m2"),
        ("Đường dây 500kV.", "500kV", 500, "kV"),
        ("Thu 6 tạ lúa.", "6 tạ", 6, "tạ"),
        ("Nhà máy 120 MW.", "120 MW", 120, "MW"),
        ("Dùng 350 kWh.", "350 kWh", 350, "kWh"),
        ("Tốc độ 60 km/h.", "60 km/h", 60, "km/h"),
        ("Ổ cứng 256 GB.", "256 GB", 256, "GB"),
        ("Nóng 39 độ C.", "39 độ C", 39, "độ C"),
        ("Thu nhập 67,5 triệu đồng/người/năm.", "67,5 triệu đồng/người/năm", 67500000, "đồng/người/năm"),
        ("Năng suất 65 tạ/ha.", "65 tạ/ha", 65, "tạ/ha"),
        ("Bón 2,5 kg/m2.", "2,5 kg/m2", Decimal("2.5"), "kg/m2"),
        ("Giá 15 triệu đồng/mét vuông.", "15 triệu đồng/mét vuông", 15000000, "đồng/m2"),
        ("Có 1.577 trường hợp được hỗ trợ.", "1.577 trường hợp", 1577, "trường hợp"),
        ("Sáp nhập hai huyện.", "hai huyện", 2, "huyện"),
        ("Trồng hai mươi mốt cây xanh.", "hai mươi mốt cây xanh", 21, "cây xanh"),
        ("Gửi 2 dự án luật sang ủy ban.", "2 dự án", 2, "dự án"),
        ("Đón 100.000 lượt khách.", "100.000 lượt", 100000, "lượt"),
        ("Còn 22.944 hộ nghèo.", "22.944 hộ", 22944, "hộ"),
        ("Tặng 500 thùng mì tôm.", "500 thùng", 500, "thùng"),
        ("Có 61 chi, đảng bộ cơ sở.", "61 chi, đảng bộ", 61, "chi, đảng bộ"),
        ("Giám sát chuyên đề 03 chi bộ.", "03 chi bộ", 3, "chi bộ"),
        ("Điều động 180 CBCS.", "180 CBCS", 180, "CBCS"),
        ("Thu 20 tỷđ.", "20 tỷđ", 20000000000, "đồng"),
        ("Tặng 300 suất quà cho trẻ.", "300 suất quà", 300, "suất quà"),
        ("Bổ nhiệm 4 phó chánh văn phòng.", "4 phó chánh văn phòng", 4, "phó chánh văn phòng"),
        ("Góp 13 tờ trình, đề án và nghị quyết.", "13 tờ trình, đề án và nghị quyết", 13, None),
        ("Có 7 phòng tắm, sân chơi rộng.", "7 phòng tắm", 7, "phòng tắm"),
        ("Có 2 căn bị hư hỏng.", "2 căn", 2, "căn"),
        ("Bán 5 chiếc khăn.", "5 chiếc khăn", 5, "chiếc khăn"),
        ("Tặng nửa triệu cuốn sách.", "nửa triệu cuốn sách", 500000, "cuốn sách"),
        ("Mua hai chục con bò.", "hai chục con bò", 20, "con bò"),
        ("Bán ba tá trứng.", "ba tá trứng", 36, "trứng"),
        ("Trao 5 giải Đặc biệt.", "5 giải", 5, "giải"),
        ("Mạng có 25.000 trạm BTS.", "25.000 trạm", 25000, "trạm"),
        ("Kho hàng cao năm tầng.", "năm tầng", 5, "tầng"),
        ("Phát hiện 430 cơ quan, tổ chức vi phạm.", "430 cơ quan, tổ chức", 430, "cơ quan, tổ chức"),
        ("Có 100 thuê bao, thuê bao trong nước tăng.", "100 thuê bao", 100, "thuê bao"),
        ("Một nửa lực lượng ở lại.", "Một nửa lực lượng", Decimal("0.5"), "lực lượng"),
    ],
)
def test_reads_number_and_unit(text: str, reads: str, value: object, unit: str | None) -> None:
    figure = only(text)
    assert (figure.text, figure.value) == (reads, value)
    assert unit is None or figure.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "value_to"),
    [
        ("Tăng 10-15%.", 10, 15),
        ("Tăng 10 - 15%.", 10, 15),
        ("Chi từ 5 đến 7 triệu đồng.", 5000000, 7000000),
        ("Chi 500 triệu - 1 tỷ đồng.", 500000000, 1000000000),
        ("Lương 5 - 7 triệu đồng/tháng.", 5000000, 7000000),
        ("Có hai đến ba người dự.", 2, 3),
        ("Giá từ 15.000 đồng đến 35.000 đồng/tô.", 15000, 35000),
        ("Mỗi tổ có 2, 3 người.", 2, 3),
        ("Xe từ 12 ghế đến dưới 30 ghế.", 12, 30),
        ("Lãi suất từ 5% đến dưới 7%.", 5, 7),
    ],
)
def test_reads_ranges(text: str, value: int, value_to: int) -> None:
    figure = only(text)
    assert (figure.value, figure.value_to) == (value, value_to)


def test_a_size_and_a_growth_are_two_figures_each() -> None:
    assert texts("Nhà rộng 5m x 8m.") == ["5m", "8m"]
    assert texts("Nhà rộng 5x8m.") == ["5", "8m"]
    assert texts("Bãi xe mở rộng từ 5ha lên 12ha.") == ["5ha", "12ha"]


def test_a_list_shares_its_last_unit() -> None:
    found = figures("Ba dự án được vay 18, 20 và 25 tỷ đồng.")
    assert [figure.text for figure in found] == ["Ba dự án", "18", "20", "25 tỷ đồng"]
    assert [figure.value for figure in found[1:]] == [18 * 10**9, 20 * 10**9, 25 * 10**9]


def test_a_part_keeps_its_whole() -> None:
    figure = only("Đạt 19/22 chỉ tiêu.")
    assert (figure.value, figure.of, figure.unit) == (19, 22, "chỉ tiêu")


def test_commas_group_where_the_text_writes_english() -> None:
    assert figures("Xuất khẩu 1,234,567 tấn, nhập khẩu 1,458 tấn.")[1].value == 1458
    assert figures("Xuất khẩu 1,458 tấn.")[0].value == Decimal("1.458")


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("đạt", "exact"),
        ("đạt tới", "exact"),
        ("lên tới", "exact"),
        ("có đến", "exact"),
        ("ước đạt", "approx"),
        ("khoảng gần", "approx"),
        ("ước đạt trên", "over"),
        ("đã vượt", "over"),
        ("chưa đến", "under"),
        ("tối thiểu đạt", "at_least"),
        ("đạt tối thiểu", "at_least"),
        ("đạt ít nhất", "at_least"),
        ("không có nơi nào quá", "at_most"),
    ],
)
def test_reads_the_bound_of_a_run_of_words(words: str, bound: str) -> None:
    assert only(f"Tỷ lệ {words} 50%.").bound == bound


def test_what_must_not_be_passed_is_the_most() -> None:
    assert only("Vốn vay không được vượt quá 10% vốn điều lệ.").bound == "at_most"
    assert only("Vốn vay đã vượt quá 10% vốn điều lệ.").bound == "over"


def test_more_than_a_size_is_a_bound_and_more_than_another_thing_a_comparison() -> None:
    assert only("Tuyến đường dài hơn 500 km.").bound == "over"
    assert only("Mực nước cao hơn 2 m so với đỉnh lũ.").bound == "exact"


def test_reads_bounds_behind() -> None:
    assert only("Hộ có 60% trở lên được khen.").bound == "at_least"
    assert only("Phạt 5 triệu đồng trở xuống.").bound == "at_most"


def test_on_as_a_preposition_bounds_nothing() -> None:
    assert only("Khảo sát trên 402 người.").bound == "exact"
    assert only("Khảo sát trên 400 người.").bound == "over"
    assert only("Tòa nhà cao nhất có 26 tầng.").bound == "exact"
    assert only("Giá trên dưới 10.000 đồng.").bound == "approx"
    assert only("Số tiền 600 triệu đồng quay trở lại kinh tế.").bound == "exact"
    assert only("Thuế tính trên 20% thu nhập.").bound == "exact"
    assert only("Thực hiện trên 3 lĩnh vực.").bound == "exact"


@pytest.mark.parametrize(
    ("text", "change", "against"),
    [
        ("Thu ngân sách tăng 6,5% so với cùng kỳ.", "up", "so với cùng kỳ"),
        ("Xã giảm 3 bậc so với năm 2020.", "down", "so với năm 2020"),
        ("Vốn giảm 3,34% so với cuối năm 2020 (cùng kỳ tăng).", "down", "so với cuối năm 2020"),
        ("So với cùng kỳ, số vụ giảm 12%.", "down", "So với cùng kỳ"),
        ("Giá cao hơn 2.000 đồng so với tháng trước, do thiếu hàng.", "up", "so với tháng trước"),
        ("Tỷ lệ đạt 95%.", None, None),
    ],
)
def test_reads_change_and_what_it_is_set_against(text: str, change: str | None, against: str | None) -> None:
    figure = only(text)
    assert figure.change == change
    assert (figure.against.text if figure.against else None) == against


def test_both_ends_of_a_rise_rise() -> None:
    assert [figure.change for figure in figures("Bãi xe tăng từ 5ha lên 12ha.")] == ["up", "up"]
    assert [figure.change for figure in figures("Tỷ lệ giảm từ 5% xuống 3%.")] == ["down", "down"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Tổng mức đầu tư của dự án khoảng 1.532 tỷ đồng.", ["Tổng mức đầu tư của dự án"]),
        ("Xã có 29 công trình sửa chữa nguyên trạng.", ["công trình sửa chữa nguyên trạng"]),
        ("Thu ngân sách đạt 30 tỷ đồng, đạt 226% chỉ tiêu giao.", ["Thu ngân sách", "chỉ tiêu giao"]),
        ("Thu ngân sách đạt 30 tỷ đồng, tăng 5% so với cùng kỳ.", ["Thu ngân sách", "Thu ngân sách"]),
        ("Phấn đấu 80% trở lên hồ sơ cấp huyện xong.", ["hồ sơ cấp huyện xong"]),
        ("Tỷ lệ tiêm cho người từ 18 tuổi trở lên đạt 68,4%.", ["người", "Tỷ lệ tiêm"]),
        ("Kinh tế số chiếm 20% GRDP.", ["Kinh tế số"]),
        ("Đến nay, xã đã trồng mới 62 ha mắc ca.", ["mắc ca"]),
        ("Có 37 dịch vụ công mức độ 4.", ["dịch vụ công mức độ 4"]),
        ("Bắt 14 vụ/19 đối tượng trộm cắp.", ["vụ", "đối tượng trộm cắp"]),
        ("Có 21 buôn, tổ dân phố.Bí thư xã phát biểu.", ["buôn, tổ dân phố"]),
        ("Huyện còn 22.944 hộ nghèo (5,50%).", ["hộ nghèo", "hộ nghèo"]),
        (
            "Sản lượng lúa đạt 5 tấn; sản lượng ngô 3 tấn; rau màu tăng 2%.",
            ["Sản lượng lúa", "sản lượng ngô", "rau màu"],
        ),
        ("Dân số 61.340 người của thị xã.", ["Dân số"]),
        ("Hơn 2/3 số hộ dân đồng thuận.", ["số hộ dân đồng thuận"]),
        ("Số người mắc là 1.234 (tăng 56 người).", ["Số người mắc", "Số người mắc"]),
        ("Anh Hồ Văn Lượm (32 tuổi) được cứu.", ["Anh Hồ Văn Lượm"]),
        ("May mặc, mũ nón, giày dép tăng 0,05%.", ["May mặc, mũ nón, giày dép"]),
        ("Về đất nông nghiệp, năm 2010 có 476 ha.", ["đất nông nghiệp"]),
        ("Chỉ số giá tiêu dùng (CPI) giảm 0,53%.", ["Chỉ số giá tiêu dùng (CPI)"]),
        ("Tỷ lệ trẻ dưới 5 tuổi được tiêm đạt 98%.", ["trẻ", "Tỷ lệ trẻ dưới 5 tuổi được tiêm"]),
        ("Doanh thu và lợi nhuận lần lượt đạt 5 tỷ đồng và 2 tỷ đồng.", ["Doanh thu", "lợi nhuận"]),
        ("Khu B là trạm xe buýt cao hai tầng.", ["trạm xe buýt"]),
        ("Xe dưới 12 chỗ được miễn phí.", ["Xe"]),
        ("Tàu đổ 2 triệu m3 vật liệu nạo vét.", ["vật liệu nạo vét"]),
        ("Có 70 người vẫn mất tích.", ["người vẫn mất tích"]),
        ("Thu ngân sách bằng 47% so với kế hoạch năm.", ["kế hoạch năm"]),
        ("Thêm 2.005 ca tại Bình Dương (1.501) và Long An (504).", ["ca", "Bình Dương", "Long An"]),
        ("- Số ca nặng: 12", ["Số ca nặng"]),
        ("Bùn lắng ở sông Tiền (250km) và sông Hậu (200km).", ["Bùn lắng ở sông Tiền", "sông Hậu"]),
        ("Huyện có 7 cơ sở nhận xét nghiệm.", ["cơ sở nhận xét nghiệm"]),
        ("Chi phí hoạt động được kiểm soát tốt, giảm gần 21%.", ["Chi phí hoạt động được kiểm soát tốt"]),
    ],
)
def test_reads_what_is_measured(text: str, measures: list[str]) -> None:
    assert [figure.measure.text if figure.measure else None for figure in figures(text)] == measures


def test_the_period_is_the_date_in_whose_scope_a_figure_stands() -> None:
    report = parse("Năm 2021, thu 30 tỷ đồng, tăng 5% so với năm 2020. Quý I/2022 thu 8 tỷ đồng.")
    assert [report.dates[f.period].text for f in report.figures if f.period is not None] == [
        "Năm 2021", "Năm 2021", "Quý I/2022",
    ]  # fmt: skip


def test_a_figure_without_a_date_has_no_period() -> None:
    assert only("Xã có 17 thôn.").period is None


@given(TEXTS)
def test_spans_index_the_text_in_order_without_overlap(text: str) -> None:
    at = 0
    for figure in figures(text):
        assert at <= figure.span.start < figure.span.end
        assert text[figure.span.start : figure.span.end] == figure.text
        for mention in (figure.measure, figure.against):
            assert mention is None or text[mention.span.start : mention.span.end] == mention.text != ""
        assert figure.value_to is None or figure.value != figure.value_to
        at = figure.span.end


@given(TEXTS)
def test_no_figure_overlaps_a_date(text: str) -> None:
    report = parse(text)
    for figure in report.figures:
        for date in report.dates:
            assert figure.span.end <= date.span.start or date.span.end <= figure.span.start


def test_amount_with_no_phrase_behind_it_has_no_measure() -> None:
    assert [figure.measure for figure in figures("5triệu số")] == [None]
