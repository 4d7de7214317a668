"""What a figure measures, rule by rule, on invented sentences."""

import datetime as dt

import pytest

from vnreport import Pipeline

PIPELINE = Pipeline(stages=["dates", "documents", "figures"], tagger=None)


def measures(text: str) -> list[str | None]:
    found = PIPELINE.parse(text, published=dt.date(2022, 3, 11)).figures
    return [figure.measure.text if figure.measure else None for figure in found]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Doanh thu của hợp tác xã trong 6 tháng đầu năm đạt 12 tỷ đồng.", "Doanh thu của hợp tác xã"),
        ("Tỷ lệ hộ nghèo đến năm 2030 còn 2%.", "Tỷ lệ hộ nghèo"),
        ("Mực nước sông Lam lúc 7 giờ là 4,5 m.", "Mực nước sông Lam"),
        ("Thu ngân sách xã năm 2021 đạt 12 tỷ đồng.", "Thu ngân sách xã năm 2021"),
        ("Giá trị sản xuất 5 năm qua đạt 12 tỷ đồng.", "Giá trị sản xuất"),
    ],
)
def test_when_a_figure_holds_is_not_what_it_is_of(text: str, measured: str) -> None:
    assert measures(text) == [measured]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Ông đã quyên góp 5 triệu đồng.", "quyên góp"),
        ("Huyện Đakia đã hỗ trợ các gia đình bị nạn 40 triệu đồng.", "hỗ trợ các gia đình bị nạn"),
        ("Tôi vay 3 triệu đồng.", "vay"),
        ("Tôi 27 tuổi.", "Tôi"),
        ("Bà Lò Thị Mai 80%.", "Bà Lò Thị Mai"),
        ("Khối tài sản của gia đình đã sắp chạm mốc 2 tỷ đồng.", "Khối tài sản của gia đình"),
    ],
)
def test_not_who_acts_is_measured_but_what_he_does(text: str, measured: str) -> None:
    assert measures(text) == [measured]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Thôn Nà Pó đã ba lần kiến nghị với huyện.", "kiến nghị với huyện"),
        ("Nhà văn hóa được sửa 2 lần.", "Nhà văn hóa"),
        ("Số khách tăng 3 lần.", "Số khách"),
        ("Phụ cấp bằng 2 lần mức lương cơ sở.", "Phụ cấp"),
    ],
)
def test_so_many_times_are_of_what_was_done(text: str, measured: str) -> None:
    assert measures(text) == [measured]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Xã có 12 doanh nghiệp nhỏ và vừa.", "doanh nghiệp nhỏ và vừa"),
        ("Đoàn đi qua 6 huyện ven biển phía Bắc.", "huyện ven biển phía Bắc"),
        ("Huyện có 7 trường hợp dương tính với virus.", "trường hợp dương tính với virus"),
        ("Có 3 chỉ tiêu không đạt.", "chỉ tiêu không đạt"),
        ("Có 3 nội dung không có cơ sở.", "nội dung không có cơ sở"),
        ("Đó là ý kiến của 2 ủy ban chứ không phải của xã.", "ủy ban"),
        ("Đơn vị có 4 hệ thống phòng không.", "hệ thống phòng không"),
        ("Xã có 40 người được tiêm mũi thứ nhất.", "người được tiêm mũi thứ nhất"),
        ("Xã chuyển đổi 13 ha đất rừng, đất trồng cây lâu năm.", "đất rừng, đất trồng cây lâu năm"),
        ("Thị trấn có 4 khách sạn nằm bên sông.", "khách sạn"),
    ],
)
def test_the_counted_phrase_ends_where_the_clause_goes_on(text: str, measured: str) -> None:
    assert measures(text) == [measured]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Tương tự, bãi xe của chợ rộng 5 ha.", "bãi xe của chợ"),
        ("Thậm chí, sản lượng chè tăng 12%.", "sản lượng chè"),
        ("Có thể chi phí lên tới 4 tỷ đồng.", "chi phí"),
    ],
)
def test_words_that_open_a_clause_name_nothing(text: str, measured: str) -> None:
    assert measures(text) == [measured]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Họ gặp em L.T.D. (12 tuổi) ở chợ.", "L.T.D."),
        ("Họ thấy anh Lò Văn Pó, năm nay 35 tuổi, ở chợ.", "Lò Văn Pó"),
        ("Người nhận giải là Vừ Thị M. (33 tuổi).", "Vừ Thị M."),
        ("Khi mới 20 tuổi, anh đã đi làm.", None),
        ("Một nữ sinh viên 19 tuổi đến lớp.", "nữ sinh viên"),
    ],
)
def test_an_age_is_of_whom_it_is_told(text: str, measured: str | None) -> None:
    assert measures(text) == [measured]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Vụ lật xe làm chết 2 người, bị thương 5 người.", ["chết", "bị thương"]),
        ("Số người chết giảm 22 người.", ["Số người chết"]),
        ("Cơn lũ làm 3 người chết.", ["người chết"]),
        ("Hội nghị đã bầu 47 đồng chí vào ban chấp hành.", ["đồng chí"]),
        ("Ban thường trực gồm 5 đồng chí.", ["Ban thường trực"]),
    ],
)
def test_people_to_whom_something_happened(text: str, measured: list[str]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Vốn đăng ký tăng 23% về số dự án và giảm 4% về số vốn.", ["số dự án", "số vốn"]),
        ("Doanh thu giảm 11% về mức 2 tỷ đồng.", ["Doanh thu", "Doanh thu"]),
        ("Chỉ số PCI của tỉnh xếp thứ 28, tăng 9 bậc.", ["Chỉ số PCI của tỉnh"]),
        ("Tỉnh có 40 trường hợp thuộc dự án tái định cư.", ["trường hợp thuộc dự án tái định cư"]),
    ],
)
def test_a_change_is_of_what_is_named_behind_or_ahead(text: str, measured: list[str]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Có 25 vụ cháy; so với cùng kỳ giảm 5 vụ, giảm 3 người chết.", [None, "so với cùng kỳ", "so với cùng kỳ"]),
        ("So với cùng kỳ giảm 5 vụ.", ["So với cùng kỳ"]),
        ("Thu ngân sách so với năm trước tăng 12%.", ["so với năm trước"]),
        ("Giá vàng so với đồng tiền của nước láng giềng cũng tăng 2%.", [None]),
    ],
)
def test_a_comparison_ahead_of_the_change(text: str, against: list[str | None]) -> None:
    found = PIPELINE.parse(text, published=dt.date(2022, 3, 11)).figures
    assert [figure.against.text if figure.against else None for figure in found] == against


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("UBND xã Nà Pó đã hỗ trợ gia đình ông Tá 10 triệu đồng.", ["hỗ trợ gia đình ông Tá"]),
        ("Phiên này, khối ngoại vẫn mua ròng hơn 53 tỷ đồng.", ["mua ròng"]),
        ("Mỗi hộ được hỗ trợ 2 triệu đồng.", ["Mỗi hộ"]),
        ("Bà Mai trả lời về khoản vay 5 triệu đồng.", ["vay"]),
    ],
)
def test_money_is_of_what_is_done_with_it(text: str, measured: list[str]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Xe Sao Mai được trang bị động cơ 1.5L.", ["động cơ"]),
        ("Huyện sẽ xây nhà trưng bày rộng 300m2.", ["nhà trưng bày"]),
        ("Bà chở từng can nước 20 lít về làng.", ["can nước"]),
        ("Trạm đo gió nằm cách bờ 25 km.", ["cách bờ"]),
        ("Đất chưa sử dụng còn 20 ha.", ["Đất chưa sử dụng"]),
        ("Nước đã tràn vào, hẻm 118 ngập sâu 30cm.", ["hẻm 118 ngập sâu"]),
        ("Tấm bia cổ, dài 67 cm.", ["dài"]),
    ],
)
def test_a_size_is_of_the_thing_behind_the_verb(text: str, measured: list[str]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Lãnh đạo của 8 tỉnh có chung đường biên giới dự.", "tỉnh có chung đường biên giới"),
        ("Đã có 29 đại biểu phát biểu.", "đại biểu phát biểu"),
        ("Luật được thông qua với 455 phiếu tán thành.", "phiếu tán thành"),
        ("Làng chỉ còn 3 hộ theo nghề.", "hộ theo nghề"),
        ("Có 10 người tử vong vì sốt rét.", "người tử vong vì sốt rét"),
        ("Xã bàn về 5 dự án luật khác.", "dự án luật khác"),
        ("Huyện có 15 chỉ tiêu kinh tế - xã hội.", "chỉ tiêu kinh tế - xã hội"),
        ("Tỉnh có 18 giải pháp công nghệ số.", "giải pháp công nghệ số"),
        ("Mạng có 350 trạm 3G.", "trạm 3G"),
    ],
)
def test_what_is_presented_takes_what_is_told_of_it(text: str, measured: str) -> None:
    assert measures(text) == [measured]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Giá trị nông, lâm nghiệp trên 1 ha đất lúa, đất vườn đạt 15 triệu đồng.", "Giá trị nông, lâm nghiệp"),
        ("Tổng tài sản tính đến 31/12/2020 của quỹ đạt 5 tỷ đồng.", "Tổng tài sản"),
        ("Thu nhập bình quân 48 triệu đồng/năm.", "Thu nhập bình quân"),
        ("Xã chia cổ tức 15%.", "cổ tức"),
        ("Chỉ định chụp phim tăng 12%.", "Chỉ định chụp phim"),
        ("Nhiệt độ vượt xa ngưỡng 37 độ C.", "Nhiệt độ"),
        ("Đoàn hơn 10 người đến xã.", "Đoàn"),
        ("Ban thường vụ đã bầu; BTV 9 đồng chí.", "BTV"),
    ],
)
def test_the_name_of_the_measure_is_found_whole_and_alone(text: str, measured: str) -> None:
    assert measures(text)[-1] == measured


def test_nothing_between_two_commas_is_no_subject() -> None:
    assert measures("Xã có 3 hộ, , năm 2010 còn 5 ha.") == ["hộ", "hộ"]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Trong các ngành, ngành chế biến, chế tạo tăng 9,7%.", "ngành chế biến, chế tạo"),
        ("Sản xuất xe có động cơ tăng 69,8%.", "Sản xuất xe có động cơ"),
        ("Hãng này cũng dự báo giá vàng tăng lên mức 1.250 USD/ounce.", "giá vàng"),
        ("Cả nước vẫn còn 9 triệu người bị ảnh hưởng.", "người bị ảnh hưởng"),
        ("Mức thù lao năm nay là 2 tỷ đồng.", "Mức thù lao"),
        ("Chỉ số giá được Tổng cục Thống kê công bố tăng 5%.", "Chỉ số giá"),
        ("Quỹ dành ngân sách mua thuốc cho 3.000 người nghèo.", "người nghèo"),
        ("Mức tăng chung gồm sản xuất giấy tăng 1,5%.", "sản xuất giấy"),
        ("Đường bờ biển kéo dài 260 km.", "Đường bờ biển"),
        ("Theo cơ quan thuế, xã có 500 doanh nghiệp.", "doanh nghiệp"),
    ],
)
def test_the_subject_is_found_among_the_words_around_it(text: str, measured: str) -> None:
    assert measures(text) == [measured]


def test_a_list_of_places_told_in_turn_is_handed_out() -> None:
    text = "Các tỉnh Hòa An, Nà Pó, Tân Lộc tăng lần lượt 10%, 17%, 20%."
    assert measures(text) == ["tỉnh Hòa An", "Nà Pó", "Tân Lộc"]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Mỗi nhà chi bình quân 4 triệu đồng.", ["chi"]),
        ("Tôi có thể phải hạ 0,5%.", [None]),
        ("Huyện Phù Hạ trồng trên 240 ha hành tím.", ["hành tím"]),
        ("Theo mục tiêu 4% Quốc hội giao.", ["mục tiêu"]),
        ("Đẩy nhanh tiến độ 2 tuyến đường sắt.", ["tuyến đường sắt"]),
        ("Tỷ lệ nợ xấu được kiểm soát ở mức 2,2%.", ["Tỷ lệ nợ xấu"]),
        ("Kim ngạch song phương Việt Nam - Nga đạt 2 tỷ USD.", ["Kim ngạch song phương Việt Nam - Nga"]),
        ("Lãi suất vay bằng tiền đồng đối với hộ nghèo giảm 0,5%.", ["Lãi suất vay bằng tiền đồng đối với hộ nghèo"]),
        ("Mỗi tháng gia đình ông Tá tiết kiệm 2 triệu.", ["tiết kiệm"]),
    ],
)
def test_who_acts_and_who_tells_is_not_measured(text: str, measured: list[str | None]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Nhu cầu vốn của 2 dự án lớn tại xã là 12 tỷ đồng.", ["dự án lớn", "Nhu cầu vốn của 2 dự án lớn tại xã"]),
        ("Xã cấp vốn cho 2 dự án, thu 12 tỷ đồng.", ["dự án", "thu"]),
        ("Dự án tuyến đường số 1 là 7 tỷ đồng.", ["Dự án tuyến đường số 1"]),
        ("Vườn rộng 2 ha so với trước với tỷ lệ sống 70%.", ["Vườn", "tỷ lệ sống"]),
        ("Tỷ lệ tăng trưởng 65,3%.", ["Tỷ lệ tăng trưởng"]),
    ],
)
def test_a_count_inside_the_subject_does_not_end_it(text: str, measured: list[str]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Xe con tăng giá vé lên 30.000 đồng/lượt. Xe tải tăng lên 60.000 đồng/lượt.", ["giá vé", "giá vé"]),
        ("Xe con tăng giá vé lên 30.000 đồng/lượt. Xe tải nộp 60.000 đồng/km.", ["giá vé", "nộp"]),
        ("Giá xăng còn 17.000 đồng/lít. Dầu hỏa còn 11.000 đồng/lít.", ["Giá xăng", "Dầu hỏa"]),
        ("Xe có tải trọng 2 tấn mua vé 60.000 đồng.", ["tải trọng", "mua vé"]),
    ],
)
def test_a_tariff_goes_on_to_the_next_price_by_its_unit(text: str, measured: list[str]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Tỷ lệ hộ có điện đạt 90%; 80% chưa được tiêm.", ["Tỷ lệ hộ có điện", "chưa được tiêm"]),
        ("Có 12 đơn, trong đó khoảng 70% liên quan đến đất đai.", ["đơn", "liên quan đến đất đai"]),
        ("Kiểm tra xong, 100% đạt yêu cầu.", ["đạt yêu cầu"]),
        ("Tỷ lệ hộ có điện đạt 90%; 80% là hộ nghèo.", ["Tỷ lệ hộ có điện", "Tỷ lệ hộ có điện"]),
    ],
)
def test_a_share_is_of_what_is_said_behind_it_where_nothing_stands_before(text: str, measured: list[str]) -> None:
    assert measures(text) == measured


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Lương thực tăng 3%.", "Lương thực"),
        ("Kinh phí thực hiện là 5 tỷ đồng.", "Kinh phí thực hiện"),
    ],
)
def test_the_end_of_a_compound_leads_to_no_figure(text: str, measured: str) -> None:
    assert measures(text) == [measured]
