"""Where a text names a legal document, and by what: number, law name, issuer, subject."""

from __future__ import annotations

from vnreport import lexicon
from vnreport.grammar import Example, Grammar, Rule
from vnreport.legal import readings
from vnreport.legal.readings import CLASSES, LAWS, Naming

_NUMBERED = lexicon.alternation((*CLASSES, *LAWS))
_NAMEABLE = tuple(t for t, kind in CLASSES.items() if kind != "soft")
_TYPE = lexicon.alternation(_NAMEABLE)
_LAW_NAME = lexicon.alternation(lexicon.entries("law_names"))
_ACTS_DONE = (
    r"thành lập|phê chuẩn|phê duyệt|sửa đổi|điều chỉnh|sáp nhập|hợp nhất|bãi bỏ|thí điểm|sắp xếp|ban hành|xác nhận"
    r"|đặt tên|giải thể|thông qua|quy định(?! rõ|[,:]| cụ thể| như)"
    r"|công nhận(?! (?:ông|bà|đồng chí|chủ tịch|phó|hiệu trưởng|giám đốc|chức|gs|pgs))"
)

_PERSONAL = (  # what is decided about one person is no document of the record
    r"bổ nhiệm|điều động|nghỉ|luân chuyển|kỷ luật|khen|tặng|chuẩn y|cử|phân công|miễn nhiệm|khởi tố|công nhận|thôi"
    r"|chỉ định|cách chức|tuyển dụng|thăng"
)


def _firsts(types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.split(" ")[0] for t in types))


DOCUMENTS: Grammar[Naming] = Grammar(
    "legal",
    (
        Rule(
            "type and number",
            first=_firsts((*CLASSES, *LAWS)),
            pattern=rf"(?P<type>{_NUMBERED})(?P<mark> số(?: hiệu)?:?)? ?:? ?(?P<number>\d{{1,6}})",
            read=readings.numbered,
            examples=(
                Example(
                    "Triển khai Nghị quyết số 14 của HĐND tỉnh và kế hoạch năm.",
                    "Nghị quyết số 14 của HĐND tỉnh",
                    {"type": "Nghị quyết", "number": "14", "issuer": "HĐND tỉnh"},
                ),
                Example(
                    "Theo Nghị định 41/2019/NĐ-CP về quản lý chợ, xã đã lập tổ.",
                    "Nghị định 41/2019/NĐ-CP về quản lý chợ, xã",
                    {"number": "41/2019/NĐ-CP", "issuer": None},
                ),
                Example("thực hiện Kết luận 61-KL/TW", "Kết luận 61-KL/TW", {"number": "61-KL/TW"}),
                Example(
                    "Chương trình hành động số 27-CTr/TU được ban hành.",
                    "Chương trình hành động số 27-CTr/TU",
                    {"type": "Chương trình hành động", "number": "27-CTr/TU"},
                ),
                Example(
                    "ký Quyết định số 812/QĐ-UBND ngày 5/3/2021 của UBND xã.",
                    "Quyết định số 812/QĐ-UBND ngày 5/3/2021 của UBND xã",
                    {"number": "812/QĐ-UBND", "issuer": "UBND xã"},
                ),
                Example("Sau Chỉ thị 23 thì chợ vắng.", "Chỉ thị 23", {"number": "23"}),
                Example("Cho phù hợp với Quyết định 486 này.", "Quyết định 486", {"number": "486"}),
                Example("theo Luật số 19/2031/QH17", "Luật số 19/2031/QH17", {"number": "19/2031/QH17"}),
                Example(
                    "đúng công văn hỏa tốc số 77/UBND-VX",
                    "công văn hỏa tốc số 77/UBND-VX",
                    {"type": "công văn hỏa tốc"},
                ),
                Example("văn bản 4061 ngày 3/5 nêu rõ", "văn bản 4061 ngày 3/5", {"number": "4061"}),
            ),
            misses=(
                "Thực hiện quy định 5K khi đi chợ.",
                "Hội nghị quyết định 3 nội dung quan trọng.",
                "Xã lùi việc trình nghị định sang năm 2021.",
                "thông qua nghị quyết 6 tháng đầu năm",
                "Kế hoạch 5 năm được giao.",
                "Quy định 12 trường hợp được miễn phí.",
                "theo quyết định 20/6/2017",
                "Thông báo 35 ca mắc mới",
            ),
        ),
        Rule(
            "law of the list",
            first=("bộ", "luật", "pháp"),
            pattern=rf"(?P<type>bộ luật|luật|pháp lệnh) (?P<name>{_LAW_NAME})(?!\w)",
            read=readings.listed_law,
            examples=(
                Example(
                    "theo quy định của Luật Đất đai năm 2013 và hướng dẫn",
                    "Luật Đất đai năm 2013",
                    {"type": "Luật", "number": None},
                ),
                Example("dự thảo luật trồng trọt (sửa đổi) còn ý kiến", "luật trồng trọt (sửa đổi)", {"type": "luật"}),
                Example("vi phạm Bộ luật Hình sự 2015.", "Bộ luật Hình sự 2015", {"type": "Bộ luật"}),
                Example("Pháp lệnh Cảnh sát cơ động hết hiệu lực", "Pháp lệnh Cảnh sát cơ động"),
            ),
            misses=(
                "siết chặt kỷ luật lao động",
                "tuyên truyền pháp luật đất đai",
                "vi phạm luật giao thông",
                "ngành luật kinh tế",
            ),
        ),
        Rule(
            "law by its capitals",
            first=("bộ", "luật", "pháp", "đạo"),
            pattern=rf"(?P<type>{lexicon.alternation(LAWS)}) (?P<name>(?=\w))",
            read=readings.capital_law,
            examples=(
                Example("Luật Hỗ trợ làng nghề đã được thông qua.", "Luật Hỗ trợ làng nghề", {"type": "Luật"}),
                Example("Thượng viện thông qua Đạo luật Sông ngòi 2018.", "Đạo luật Sông ngòi 2018"),
            ),
            misses=(
                "Luật sư Trần Văn Tá nói.",
                "Trường Đại học Luật Hà Nội",
                "Công ty Luật TNHH An Hòa",
                "Luật này có hiệu lực.",
                "Công ước của Liên hợp quốc về Luật Biển năm 1982",
            ),
        ),
        Rule(
            "law by its place among laws",
            first=("luật",),
            pattern=(
                r"(?P<type>luật) (?P<name>(?!này|đó|trên|định|hiện|mới|được|có|là|quy định|và|về|sửa)[^\W\d]+"
                r"(?:,? [^\W\d]+){1,9}?)(?=;| \((?:sửa|bổ)| năm \d{4}|\.(?:\n|$))"
            ),
            read=readings.listed_by_place,
            examples=(
                Example("thông qua Luật nâng đỡ nghề thủ công nhỏ; Luật thú y", "Luật nâng đỡ nghề thủ công nhỏ"),
                Example("dự án Luật nâng đỡ nghề thủ công (sửa đổi)", "Luật nâng đỡ nghề thủ công (sửa đổi)"),
            ),
            misses=("Luật nghiêm cấm mua bán; Luật cũng cấm", "theo Luật một cách nghiêm túc;"),
        ),
        Rule(
            "treaty by its capitals",
            first=("hiệp", "công", "nghị"),
            pattern=r"(?P<type>hiệp định|hiệp ước|công ước|nghị định thư) (?P<name>(?=[^\W\d]))",
            read=readings.treaty,
            examples=(
                Example(
                    "rút khỏi Hiệp định Lũng Sơn về bảo vệ rừng, một di sản",
                    "Hiệp định Lũng Sơn về bảo vệ rừng",
                    {"type": "Hiệp định", "number": None},
                ),
                Example("phê chuẩn Công ước quốc tế về sông ngòi.", "Công ước quốc tế về sông ngòi"),
                Example("sau khi Hiệp ước Lũng Sơn được ký", "Hiệp ước Lũng Sơn"),
            ),
            misses=(
                "hiệp định thương mại giữa hai nước",
                "Hiệp định này có hiệu lực",
                "Tổ chức Hiệp ước Bắc Đại Tây Dương",
            ),
        ),
        Rule(
            "statute by its capitals",
            first=("quy", "điều"),
            pattern=r"(?P<type>quy chế|điều lệ) (?P<name>(?=[^\W\d]))",
            read=readings.capital_statute,
            examples=(
                Example("sửa đổi Quy chế chi tiêu nội bộ theo hướng dẫn", "Quy chế chi tiêu nội bộ"),
                Example("trái với Điều lệ Đảng.", "Điều lệ Đảng", {"type": "Điều lệ"}),
            ),
            misses=("Quy chế này được áp dụng từ hôm nay", "Quy chế được thông qua", "Quy chế và quy định"),
        ),
        Rule(
            "law that amends or governs",
            first=("bộ", "luật", "pháp"),
            pattern=r"(?P<type>bộ luật|luật|pháp lệnh) (?P<name>(?:sửa đổi|bổ sung)(?=,| )|về )",
            read=readings.amending,
            examples=(
                Example("Luật sửa đổi Luật Làng có đề xuất mới.", "Luật sửa đổi Luật Làng", {"number": None}),
                Example(
                    "thông qua Luật sửa đổi, bổ sung một số điều của Luật Thú y; Luật Đê điều",
                    "Luật sửa đổi, bổ sung một số điều của Luật Thú y",
                ),
                Example("cho ý kiến về Luật về hội.", "Luật về hội"),
            ),
            misses=("hiểu biết pháp luật về đất đai", "xử lý kỷ luật về Đảng"),
        ),
        Rule(
            "type and issuer",
            first=_firsts(_NAMEABLE),
            pattern=(
                rf"(?P<type>{_TYPE})"
                r"(?: (?:làm việc|đính chính|hoạt động|phối hợp|quản lý|chỉ đạo|trả lời|kiến nghị|đề nghị|báo cáo"
                r"|lãnh đạo|mới|mới nhất|tổ chức và hoạt động)){0,2} của (?=(?P<issuer>\w))"
            ),
            read=readings.issued_by,
            examples=(
                Example(
                    "bám sát nghị quyết của huyện ủy để triển khai",
                    "nghị quyết của huyện ủy",
                    {"type": "nghị quyết", "issuer": "huyện ủy"},
                ),
                Example("vi phạm Quy chế làm việc của Tỉnh ủy.", "Quy chế làm việc của Tỉnh ủy", {"issuer": "Tỉnh ủy"}),
                Example("trao Quyết định của Bộ Nội vụ cho xã", "Quyết định của Bộ Nội vụ"),
                Example(
                    "công bố quyết định của Bộ Nội vụ về việc phân công ông Trần Văn Tá, Chủ tịch",
                    "quyết định của Bộ Nội vụ về việc phân công ông Trần Văn Tá",
                ),
                Example("công văn trả lời của Sở Y tế nêu rõ", "công văn trả lời của Sở Y tế", {"issuer": "Sở Y tế"}),
            ),
            misses=(
                "thực hiện các nghị quyết của Tỉnh ủy",
                "theo quy định của Đảng và Nhà nước",
                "chấp hành nghị quyết của Đảng",
                "quyết định của Bộ Nội vụ là đúng",
                "các chỉ thị, nghị quyết của Chính phủ",
                "Kết luận của cuộc thanh tra phải công khai.",
            ),
        ),
        Rule(
            "type, matter and issuer",
            first=_firsts(_NAMEABLE),
            pattern=(
                rf"(?P<type>(?!sắc lệnh|lệnh){_TYPE})(?! (?:về|số|của|này|đó|{_PERSONAL})(?!\w))(?: [^\W\d]+){{1,14}}?"
                r" của (?=(?P<issuer>\w))"
            ),
            read=readings.qualified,
            examples=(
                Example(
                    "công bố Quyết định kiểm tra việc thu chi của UBND huyện An Lĩnh",
                    "Quyết định kiểm tra việc thu chi của UBND huyện An Lĩnh",
                    {"issuer": "UBND huyện An Lĩnh"},
                ),
                Example(
                    "nhờ nghị quyết kịp thời của HĐND tỉnh về hỗ trợ làng nghề.",
                    "nghị quyết kịp thời của HĐND tỉnh về hỗ trợ làng nghề",
                ),
            ),
            misses=(
                "quyết định kiểm tra việc thu chi của UBND huyện",
                "trao Quyết định bổ nhiệm Trưởng phòng của UBND huyện",
                "nghị quyết quan trọng của Quốc hội đã được thông qua",
                "các nghị quyết kịp thời của HĐND tỉnh về làng nghề",
                "chỉ thị mới đây của Huyện ủy về vấn đề này",
            ),
        ),
        Rule(
            "type, day and issuer",
            first=_firsts(_NAMEABLE),
            pattern=(
                rf"(?P<type>{_TYPE}|văn bản)(?: [^\W\d]{{1,7}}){{0,4}}?"
                r",? (?:ban hành |ký )?ngày \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?,? của (?=(?P<issuer>\w))"
            ),
            read=readings.dated,
            examples=(
                Example(
                    "theo quyết định thanh tra ngày 4/9 của Thanh tra Chính phủ, đoàn đã",
                    "quyết định thanh tra ngày 4/9 của Thanh tra Chính phủ",
                    {"type": "quyết định", "issuer": "Thanh tra Chính phủ"},
                ),
            ),
            misses=("quyết định khởi công ngày 4/9 của gia đình",),
        ),
        Rule(
            "type and issuer side by side",
            first=("nghị", "điều"),
            pattern=r"(?P<type>nghị quyết|nghị quyết liên tịch|điều lệ) (?=(?P<issuer>\w))",
            read=readings.beside_issuer,
            examples=(
                Example("đạt 100% Nghị quyết HĐND xã giao.", "Nghị quyết HĐND xã", {"issuer": "HĐND xã"}),
                Example("sửa điều lệ Công đoàn Việt Nam.", "điều lệ Công đoàn Việt Nam"),
            ),
            misses=("nghị quyết tỉnh giao", "các nghị quyết HĐND tỉnh"),
        ),
        Rule(
            "type and subject",
            first=_firsts(_NAMEABLE),
            pattern=(
                rf"(?P<type>{_TYPE})(?= về (?!(?:những )?(?:vấn đề|nội dung|việc|điều) (?:này|đó|trên)"
                r"|(?:nước|quê|đến|tới|phía|địa phương|cơ sở|thăm|dự(?! (?:toán|án|báo|trữ|phòng|thảo)))(?!\w))\w)"
            ),
            read=readings.on_subject,
            examples=(
                Example("thông qua nghị quyết về phân loại đô thị;", "nghị quyết về phân loại đô thị"),
                Example(
                    "gồm Nghị quyết về dự toán ngân sách năm 2031, các tờ trình",
                    "Nghị quyết về dự toán ngân sách năm 2031",
                ),
                Example("trình tờ trình về việc đặt tên cầu.", "tờ trình về việc đặt tên cầu", {"type": "tờ trình"}),
            ),
            misses=(
                "thông qua dự thảo nghị quyết về nội dung này",
                "theo quy định về phòng dịch",
                "các nghị quyết về nông thôn mới",
                "có kết luận về vụ việc",
            ),
        ),
        Rule(
            "type and title in quotes",
            first=_firsts(_NAMEABLE),
            pattern=(
                rf"(?P<type>{_TYPE})"
                r"(?= [“\"](?:về|quy định|sửa đổi|hướng dẫn|một số|ban hành|tăng cường|đẩy mạnh))"
            ),
            read=readings.on_subject,
            examples=(Example("ban hành Nghị định “Quy định về lễ hội”.", "Nghị định “Quy định về lễ hội”"),),
            misses=("ra sắc lệnh “vô lý và bất công”",),
        ),
        Rule(
            "regulation known by name",
            first=("quy",),
            pattern=(
                r"(?P<type>quy định) (?:về )?(?:những điều đảng viên không được làm"
                r"|(?:trách nhiệm )?nêu gương của cán bộ, đảng viên)"
            ),
            read=readings.named,
            examples=(
                Example(
                    "vi phạm quy định về những điều đảng viên không được làm.",
                    "quy định về những điều đảng viên không được làm",
                ),
            ),
            misses=("vi phạm quy định về những điều khoản này",),
        ),
        Rule(
            "type and what it does",
            first=("nghị", "quyết", "thông"),
            pattern=rf"(?P<type>nghị quyết|nghị định|quyết định|thông tư) (?P<name>(?:{_ACTS_DONE})(?!\w))",
            read=readings.resolving,
            examples=(
                Example(
                    "Công bố Nghị quyết thành lập phường An Lạc Tây\nSáng nay",
                    "Nghị quyết thành lập phường An Lạc Tây",
                ),
                Example(
                    "Thông qua Nghị định sửa đổi Nghị định 12/2020/NĐ-CP.",
                    "Nghị định sửa đổi Nghị định 12/2020/NĐ-CP",
                    {"number": None},
                ),
                Example(
                    "trao Quyết định công nhận xã đạt chuẩn nông thôn mới.",
                    "Quyết định công nhận xã đạt chuẩn nông thôn mới",
                ),
            ),
            misses=(
                "xã ra quyết định thành lập tổ công tác",
                "Nghị quyết quy định rõ trách nhiệm.",
                "đã ra nghị quyết đồng ý cho thôi",
                "trao Quyết định công nhận Hiệu trưởng",
            ),
        ),
        Rule(
            "type and whom it appoints",
            first=("nghị", "quyết"),
            pattern=r"(?P<type>nghị quyết|quyết định) "
            r"(?P<name>(?:bổ nhiệm|điều động|phân công|chỉ định|miễn nhiệm)(?!\w))",
            read=readings.about_person,
            examples=(
                Example("vừa ban hành Nghị quyết bổ nhiệm ông Trần Văn Tá.", "Nghị quyết bổ nhiệm ông Trần Văn Tá"),
                Example("Công bố Quyết định điều động bà Lý Nga;", "Quyết định điều động bà Lý Nga", {"issuer": None}),
            ),
            misses=(
                "trao quyết định bổ nhiệm ông Tá",
                "trao Quyết định bổ nhiệm Trưởng phòng",
                "Quyết định bổ nhiệm ông Tá",
            ),
        ),
        Rule(
            "resolution of a plenum or congress",
            first=("nghị",),
            pattern=(
                r"(?P<type>nghị quyết) (?:(?:hội nghị )?(?:lần thứ \w{1,5} )?(?:bch |ban chấp hành )?"
                r"(?:trung ương|t\.ư|tw)(?: đảng)?(?P<which> ?\d{1,2}(?!\d)| lần thứ \w{1,5})?"
                r"|(?:đại hội|đh)(?: đại biểu)?(?: toàn quốc)?"
                r"(?P<body> (?:đảng bộ|đảng(?! bộ))(?: (?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã))?)?"
                r"(?P<number> lần thứ [ivxlc\d]{1,6}| (?:[ivxlc]{1,6}|\d{1,2})(?!\w))?)"
                r"(?: của đảng(?! bộ| ủy))?(?!\w| (?:đảng )?(?:bộ )?các cấp)"
            ),
            read=readings.congress,
            examples=(
                Example(
                    "học tập Nghị quyết Trung ương 6 (khóa XII), về tinh gọn bộ máy. Sau đó",
                    "Nghị quyết Trung ương 6 (khóa XII), về tinh gọn bộ máy",
                    {"number": None},
                ),
                Example("đưa nghị quyết Đại hội XIII của Đảng vào cuộc sống", "nghị quyết Đại hội XIII của Đảng"),
                Example(
                    "theo Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV.",
                    "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV",
                ),
            ),
            misses=("các nghị quyết Trung ương 5", "ra nghị quyết đại hội ngay chiều nay"),
        ),
        Rule(
            "constitution",
            first=("hiến",),
            pattern=r"(?P<type>hiến pháp) (?:năm )?(?:19|20)\d\d(?!\d)",
            read=readings.named,
            examples=(Example("Điều 4 Hiến pháp năm 2013 ghi rõ", "Hiến pháp năm 2013", {"type": "Hiến pháp"}),),
            misses=("sống theo Hiến pháp và pháp luật",),
        ),
    ),
    stage="documents",
)
"""The rules for documents."""
