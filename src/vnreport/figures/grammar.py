"""The shapes of figures: a number, alone or with a second one, and the unit behind it.

Where a noun stands behind the number instead, the rule matches the number and its reader asks `nouns` for the head.
"""

from __future__ import annotations

from vnreport.figures import named, readings, shares, signs, units
from vnreport.figures.readings import Readings
from vnreport.grammar import DIGIT, Example, Grammar, Rule
from vnreport.numerals import scan
from vnreport.text.words import numbers_before

_N = scan.NUMBER
_D = scan.DIGIT_NUMBER
_BOUND = r"(?:(?:dưới|gần|hơn|trên|khoảng) )?"
_TO = rf"(?: ?[-–—÷] ?| (?:đến|tới) {_BOUND}| (?:hoặc|hay) )"
_UNTO = rf"(?: ?[-–—÷] ?| (?:đến|tới) {_BOUND})"
_RANGE = rf"(?P<low>{_N})(?:{_TO}{signs.SIGN}(?P<high>{_N}))?"
_U = units.pattern()
_PER = units.per_pattern()
_SMALL_WORDS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SMALL = rf"(?:\d{{1,2}}|{'|'.join(_SMALL_WORDS)})"
_GOES_ON = "lên|xuống|và|so|trong|vào|nên|do|vì|thì|để|cho|khi|nhưng|trở|tăng|giảm|cao|thấp|xếp|đứng"
_AFTER_BARE = rf"(?=[,;:)\n]| \(|[.](?!\d)|$| (?:{_GOES_ON})(?!\w))"
# What stands behind the first digits, by which the rules are told that may match there.
_NUMBERS = numbers_before(*scan.GOES_ON)
_RANGES = (*_NUMBERS, *numbers_before("-", "–", "—", "÷", "đến", "tới", "hoặc", "hay"))
_WITH_UNIT = numbers_before(*units.aliases())
_BARE = numbers_before(".0", ",0", *",;:)\n(.", *_GOES_ON.split("|"))

GRAMMAR: Grammar[Readings] = Grammar(
    "figures",
    (
        Rule(
            "unit",
            (*_RANGES, *_WITH_UNIT, *scan.FIRST_WORDS),
            rf"{_RANGE} ?(?P<unit>{_U})(?P<per>{_PER})",
            readings.unit,
            (
                Example("Thu ngân sách đạt 30,539 tỷ đồng.", "30,539 tỷ đồng", {"value": 30539000000, "unit": "đồng"}),
                Example("Đường dài 12,5km.", "12,5km", {"value": 12.5, "unit": "km", "unit_kind": "measure"}),
                Example("Kinh tế tăng 10-15% mỗi năm.", "10-15%", {"value": 10, "value_to": 15, "unit": "%"}),
                Example("Giá 5 đến 7 triệu đồng/m2.", "5 đến 7 triệu đồng/m2", {"value": 5000000, "unit": "đồng/m2"}),
                Example("Thu nhập đạt 48 trđ/người.", "48 trđ/người", {"value": 48000000, "unit": "đồng/người"}),
                Example("Quỹ góp 15 tr.đ.", "15 tr.đ", {"value": 15000000, "unit": "đồng"}),
                Example("Tín dụng tăng trưởng âm 3,5%.", "âm 3,5%", {"value": -3.5, "unit": "%"}),
                Example("Chỉ số giá tháng 2 là -0,2%.", "-0,2%", {"value": -0.2}),
                Example("Kinh tế tăng trưởng âm 3 - 5%.", "âm 3 - 5%", {"value": -5, "value_to": -3}),
                Example("Giá sẽ đổi từ -2 đến 3%.", "-2 đến 3%", {"value": -2, "value_to": 3}),
                Example("Trời lạnh từ -5 đến -3 độ C.", "-5 đến -3 độ C", {"value": -5, "value_to": -3}),
                Example("Đêm xuống âm 5 đến âm 8 độ C.", "âm 5 đến âm 8 độ C", {"value": -8, "value_to": -5}),
                Example("Nhiệt độ từ 4 đến -2°C.", "4 đến -2°C", {"value": -2, "value_to": 4}),
                Example("Nhiệt độ từ âm 2 đến 0 độ C.", "âm 2 đến 0 độ C", {"value": -2, "value_to": 0}),
                Example("Xã chi 1 tỷ 200 triệu đồng.", "1 tỷ 200 triệu đồng", {"value": 1200000000}),
                Example("Quỹ còn hai triệu rưỡi đồng.", "hai triệu rưỡi đồng", {"value": 2500000}),
                Example("Quỹ có 1,500 triệu đồng.", "1,500 triệu đồng", {"value": 1500000000}),
                Example("Lò đốt 12 tấn rác thải/ngày.", "12 tấn rác thải/ngày", {"unit": "tấn rác thải/ngày"}),
                Example("Ông Lê Văn Tám, 45 tuổi, trình bày.", "45 tuổi", {"value": 45, "unit": "tuổi"}),
                Example("Xe dùng động cơ 1.5L.", "1.5L", {"value": 1.5, "unit": "lít"}),
                Example("Điểm ảnh rộng 1,2 micromet.", "1,2 micromet", {"unit": "μm"}),
            ),
            misses=(
                "Ngày 12/5, xã họp.",
                "Mạng 4G phủ khắp xã.",
                "Hai mươi năm qua, xã đổi thay.",
                "Đội thắng ở vòng 12 V-League.",
                "Xe mang biển số 65M2-0987.",
                "Em học lớp 5L.",
                "Công ty 1MG khai trương.",
            ),
        ),
        Rule(
            "unit named twice",
            (*_NUMBERS, *_WITH_UNIT, *scan.FIRST_WORDS),
            r"(?=[^\n]{2,40}?(?:[-–—÷]|đến|tới))"  # a quick look before the long one, here and below
            rf"(?P<low>{_N}) ?(?P<unit0>{_U})(?P<per0>{_PER})"
            rf"{_UNTO}{signs.SIGN}(?P<high>{_N}) ?(?P<unit>{_U})(?P<per>{_PER})",
            readings.units_of_both,
            (
                Example("Lãi suất từ 5% đến 7%/năm.", "5% đến 7%/năm", {"value": 5, "value_to": 7, "unit": "%/năm"}),
                Example("Lạnh từ -7 độ C đến -5 độ C.", "-7 độ C đến -5 độ C", {"value": -7, "value_to": -5}),
                Example("Xe từ 4 tấn đến dưới 10 tấn.", "4 tấn đến dưới 10 tấn", {"value": 4, "value_to": 10}),
            ),
            misses=("Vườn mở rộng từ 5ha lên 12ha.",),
        ),
        Rule(
            "count",
            (DIGIT, *scan.FIRST_WORDS),
            rf"{_RANGE}(?= ?[^\W\d]| \()",
            readings.count,
            (
                Example("Xã có 17 công trình xây dựng mới.", "17 công trình", {"value": 17, "unit": "công trình"}),
                Example("Họp với 63 tỉnh, thành phố.", "63 tỉnh, thành phố", {"unit": "tỉnh, thành phố"}),
                Example("Có hai vị đại biểu phát biểu.", "hai vị đại biểu", {"value": 2, "unit_kind": "count"}),
                Example("Trao quà cho 05 đồng chí.", "05 đồng chí", {"value": 5}),
                Example("Ga đón 2.400 lượt khách/giờ.", "2.400 lượt khách/giờ", {"unit": "lượt khách/giờ"}),
                Example("Xe từ 12 ghế đến dưới 30 ghế.", "12 ghế đến dưới 30 ghế", {"value": 12, "value_to": 30}),
                Example("Có từ 3 đến dưới 5 người.", "3 đến dưới 5 người", {"value": 3, "value_to": 5}),
                Example("Có 1,458 người dự.", "1,458 người", {"value": 1458}),
                Example("Huyện có 11 TTYT.", "11 TTYT", {"unit": "TTYT", "unit_kind": "count"}),
                Example("Bắt 14 vụ/19 đối tượng.", "19 đối tượng", {"value": 19}),
                Example("Đội kém đầu bảng 13 điểm.", "13 điểm", {"value": 13, "unit": "điểm"}),
                Example("Bắt 5 nam thanh niên.", "5 nam thanh niên", {"unit": "nam thanh niên"}),
                Example("Xã có 16 điểm tiêm.", "16 điểm tiêm", {"unit": "điểm tiêm"}),
                Example("Nhận 84 đơn, giải quyết xong.", "84 đơn", {"unit": "đơn"}),
                Example("Trao 2 giải Nhất.", "2 giải", {"unit": "giải"}),
                Example("Hai bà cháu ở một nhà.", "Hai bà cháu", {"value": 2}),
                Example("Kiện 8.000 vụ, tòa xử một nửa.", "8.000 vụ", {"unit": "vụ"}),
                Example("Có 185 sinh viên/vạn dân.", "185 sinh viên/vạn dân", {"unit": "sinh viên/vạn dân"}),
                Example("Trao 05 (năm) bằng khen.", "05 (năm) bằng khen", {"value": 5, "unit": "bằng khen"}),
            ),
            misses=(
                "Khóa 12 BCH đã họp.",
                "Anh đi chiếc Honda 125 SRX.",
                "Chỉ thị 05 CT-TW đã ban hành.",
                "THẮNG LỚN NGÀY 5 SAO SÁNG.",
                "Quận 1 công ty nào cũng biết.",
                "Trong năm doanh nghiệp đã lãi.",
                "Hai bên trao đổi ý kiến.",
                "Cả hai xã đều dự.",
                "Thấy một hai biển số lạ.",
                "Tăng trưởng đạt hai con số.",
                "Đó là con dao hai lưỡi.",
                "Đó là năm thị trấn được mở rộng.",
                "Trường lọt tốp 300 châu Á.",
                "Một cán bộ xã trình bày.",
                "Đợt 2 học sinh đi học trở lại.",
                "Công an quận Ba Đình vào cuộc.",
                "Đôi ba người đứng xem.",
                "Xe mang biển số 65F1-014.34.",
                "Cụ vào tuổi 105 Ông cụ vẫn khỏe.",
            ),
        ),
        Rule(
            "neighbours",
            (*numbers_before("0", ",", ",0", *_SMALL_WORDS), *_SMALL_WORDS),
            rf"(?P<low>{_SMALL})(?:, ?| )(?P<high>{_SMALL})(?: (?P<unit>{_U})|(?= [^\W\d]))",
            readings.neighbours,
            (Example("Mỗi tổ hai, ba người.", "hai, ba người", {"value": 2, "value_to": 3, "unit": "người"}),),
            misses=("Phường 2, 3 người dân đã tiêm.",),
        ),
        Rule(
            "shared unit",
            (*_NUMBERS, *numbers_before(",", "và", "hoặc")),
            rf"(?=[^\n]{{1,60}}? (?:và|hoặc) \d)(?P<items>{_D}(?:, ?{_D}){{0,6}}),? (?:và|hoặc) (?P<low>{_D})"
            rf"(?: ?(?P<unit>{_U})(?P<per>{_PER})|(?= ?[^\W\d]))",
            readings.listed,
            (
                Example("Ba gói vay 18, 20 và 25 tỷ đồng.", "18", {"value": 18000000000, "unit": "đồng"}),
                Example("Ba gói vay 18, 20 và 25 tỷ đồng.", "25 tỷ đồng", {"value": 25000000000}),
                Example("Hai gói vay 500 triệu và 2 tỷ đồng.", "500 triệu", {"value": 500000000, "unit": "đồng"}),
            ),
            misses=("Lớp 10, 11 và 12 học sinh nghỉ.", "Năm 2016, 2017 và 15 dự án khác."),
        ),
        Rule(
            "change that names its unit once",
            (*_NUMBERS, *numbers_before("lên", "xuống")),
            r"(?=[\d., ]{1,24}(?:lên|xuống|trăm|chục|nghìn|ngàn|vạn|tr|t[ỷỉ]))"  # a quick look, as above
            rf"(?P<low>{_D})(?= (?:lên|xuống)(?: còn| đến| tới| thành)? (?:[-−–](?=\d)|âm )?(?P<high>{_D})"
            rf"(?: ?(?P<unit>{_U})(?P<per>{_PER})| [^\W\d]))",
            readings.rising,
            (
                Example("Số trường tăng từ 10 lên 15 trường.", "10", {"value": 10, "unit": "trường"}),
                Example("Trời ấm từ -5 lên 3 độ C.", "-5", {"value": -5, "unit": "độ C"}),
                Example("Nhiệt độ giảm từ 3 xuống -5 độ C.", "3", {"value": 3, "unit": "độ C"}),
                Example("Vốn tăng từ 1,5 lên 2 tỷ đồng.", "1,5", {"value": 1500000000, "unit": "đồng"}),
            ),
            misses=("Chuyển từ 2015 lên 2017 người dân mới biết.", "Đi từ tổ 3 lên 2 quả đồi."),
        ),
        Rule(
            "part of a whole",
            (*_NUMBERS, *_WITH_UNIT, *numbers_before("/", "trên")),
            r"(?=[^/\n]{1,16}/|[\d.,]{1,9} trên )"
            rf"(?P<low>{_N})(?: ?(?P<unit0>{_U}))?(?: ?/ ?|(?P<on> trên ))(?:tổng số )?(?P<whole>{_N})"
            rf"(?: ?(?P<unit>{_U})|(?= ?[^\W\d]))",
            readings.of,
            (
                Example("Đạt 19/22 chỉ tiêu.", "19/22 chỉ tiêu", {"value": 19, "of": 22, "unit": "chỉ tiêu"}),
                Example("Trồng 13,2 ha/12 ha rừng.", "13,2 ha/12 ha", {"value": 13.2, "of": 12, "unit": "ha"}),
                Example("Giải ngân 4,5/10 tỷ đồng.", "4,5/10 tỷ đồng", {"value": 4500000000, "of": 10000000000}),
                Example("Bằng 1/3 mức tăng của năm trước.", "1/3 mức", {"value": 0.3333, "of": None}),
                Example("Màn hình lớn 3/4 inch.", "3/4 inch", {"value": 0.75, "of": None}),
                Example("Cứ 1 trên 10 người mắc bệnh.", "1 trên 10 người", {"value": 1, "of": 10}),
            ),
            misses=("Phủ mạng 4G/5G.", "Sáng 3/7 huyện họp.", "Bản đồ tỷ lệ 1/500 xã đã có."),
        ),
        Rule(
            "fraction",
            numbers_before("/"),
            r"(?P<part>\d{1,2})/(?P<whole>\d{1,3})(?![\d%]|[.,/-]\d)",
            shares.fraction,
            (Example("Được 2/3 số phiếu tán thành.", "2/3 số phiếu", {"value": 0.6667, "unit": "số phiếu"}),),
            misses=("Ngày 2/3 số phiếu được công bố.",),
        ),
        Rule(
            "share in words",
            scan.FIRST_WORDS,
            rf"(?P<low>{scan.WORD_NUMBER})",
            shares.share,
            (
                Example("Ba phần tư số hộ có nước sạch.", "Ba phần tư số hộ", {"value": 0.75, "unit": "số hộ"}),
                Example("Mới làm xong một nửa.", "một nửa", {"value": 0.5}),
                Example("Hơn nửa số hộ đã ký.", "nửa số hộ", {"value": 0.5, "bound": "over"}),
            ),
            misses=("Một phần đường bị ngập.", "Đến nửa đêm mới xong."),
        ),
        Rule(
            "metres and centimetres",
            numbers_before("m"),
            r"(?P<metres>\d{1,2})m(?P<rest>\d\d|[15-9])(?![\w/-]|[.,]\d)",
            readings.height,
            (Example("Em Lò Thị Mai cao 1m65 và nặng 52kg.", "1m65", {"value": 1.65, "unit": "m"}),),
            misses=("Đường rộng 5m2.",),
        ),
        Rule(
            "sides",
            numbers_before("x", "×", ",0"),
            r"(?P<low>\d{1,3}(?:,\d{1,2})?) ?[x×] ?(?P<high>\d{1,3}(?:,\d{1,2})?) ?(?P<unit>m|cm|mm|km|mét)(?!\w)",
            named.sides,
            (Example("Khung nhà rộng 5x8m.", "8m", {"value": 8, "unit": "m"}),),
            misses=("Nhà rộng 5m x 8m.",),
        ),
        Rule(
            "magnitude alone",
            (*_RANGES, *scan.FIRST_WORDS),
            rf"{_RANGE}(?<=[^\W\d])(?!\w)(?! ?[-–/]\d)(?P<per>{_PER})",
            readings.magnitude,
            (Example("Thu nhập tăng 47 triệu so với năm ngoái.", "47 triệu", {"value": 47000000, "unit": None}),),
            misses=("Cả xã có hàng nghìn hộ.", "Thực hiện thông điệp 5K."),
        ),
        Rule(
            "bare",
            _BARE,
            rf"(?P<low>\d{{1,3}}(?:\.\d{{3}}){{0,3}}(?:,\d{{1,3}})?)(?!\w|[.,]\d){_AFTER_BARE}",
            readings.bare,
            (
                Example("Chỉ số cải cách hành chính đạt 65,3, xếp thứ hai.", "65,3", {"value": 65.3, "unit": None}),
                Example("Số dư tiền gửi bằng 0.", "0", {"value": 0}),
            ),
            misses=("Ông ở tổ 3, phường 5.", "Xem mục 2.3, phần sau."),
        ),
        Rule(
            "mark",
            ("điểm",),
            r"(?P<mark>điểm (?:trung bình|tổng kết|thi|chuẩn|xét tuyển|học tập|tốt nghiệp|bình quân)"
            r"(?: (?!là |đạt )[^\W\d]{1,8}){0,6})(?:,| là| đạt| đạt được| trên| từ| khoảng)? "
            rf"(?P<low>\d{{1,2}}[.,]\d{{1,2}})(?![\w/-]|[.,]\d| {_U})",
            named.mark,
            (Example("Em có điểm trung bình 8.16.", "8.16", {"value": 8.16, "unit": None}),),
            misses=("Điểm thi số 3, phường 5.", "Có điểm trung bình mực nước 0,5 m."),
        ),
        Rule(
            "by name",
            numbers_before(".0", ".", ",0", ",", ";", ")", "và"),
            r"(?P<low>\d{1,3}(?:\.\d{3}){0,2})(?=[,;)]| và |\.(?!\d))",
            named.by_name,
            (
                Example("Có 60 ca F1 (tại các huyện: Lý Sơn 37, Bình Lục 15, Phủ Lý 8).", "15", {"value": 15}),
                Example("Thêm 2.005 ca tại Bình Dương (1.501) và Long An (504).", "504", {"value": 504}),
            ),
            misses=("Các huyện: Quận 1, Quận 3, Quận 5.", "Ông Lê Văn An (45), Lê Văn Bình (32) bị bắt."),
        ),
        Rule(
            "behind a colon",
            _BARE,
            rf"(?P<low>\d{{1,3}}(?:\.\d{{3}}){{1,2}}|\d{{1,3}})(?!\w|[.,:/]\d){_AFTER_BARE}",
            named.behind_colon,
            (
                Example("- Cách ly tại nhà: 15.258.", "15.258", {"value": 15258, "unit": None}),
                Example("- Số ca tử vong mới: 12\n- Số ca nặng: 5", "12", {"value": 12}),
            ),
            misses=(
                "Nhân sự gồm:\n1. Ông Lê Văn An.",
                "Điện thoại: 115.",
                "Gói thầu số: 15.",
                "Tỷ lệ: 1/500.",
                "Mã chứng khoán: 123.",
            ),
        ),
        Rule(
            "times",
            ("gấp",),
            r"gấp (?P<how>đôi|rưỡi|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,3}(?:,\d{1,2})?)"
            r"(?! lần|,? ?[-–.%]?\d|%| (?:đến|tới|hoặc|-|–) ?\d)(?!\w)",
            readings.times,
            (
                Example("Số khách tăng gấp đôi năm ngoái.", "gấp đôi", {"value": 2, "unit": "lần", "change": "up"}),
                Example("Giá tăng gấp 3 so với trước.", "gấp 3", {"value": 3}),
            ),
            misses=("Việc này rất gấp rút.", "Số khách gấp 3 lần."),
        ),
        Rule(
            "currency first",
            ("$", "us", "€", "£", "¥", "usd", "eur", "vnđ", "vnd"),
            rf"(?P<unit>us\$|\$|€|£|¥|usd|eur|vnđ|vnd) ?(?P<low>{_D})(?:{_TO}(?P<high>{_D}))?",
            readings.currency_first,
            (
                Example("Dự án trị giá $10 triệu.", "$10 triệu", {"value": 10000000, "unit": "USD"}),
                Example("Vé có giá US$50 một người.", "US$50", {"value": 50, "unit": "USD"}),
                Example("Hợp đồng trị giá USD 3,5 triệu.", "USD 3,5 triệu", {"value": 3500000}),
            ),
            misses=("Giá vàng tính bằng USD tăng.",),
        ),
    ),
    stage="figures",
)
