"""People: one record a person, its name, form of address and positions."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport import Person, Pipeline, Position
from vnreport.people import tagger

PIPELINE = Pipeline(stages=["people"], tagger=None)


def people(text: str) -> tuple[Person, ...]:
    return PIPELINE.parse(text).people


def one(text: str) -> Person:
    (person,) = people(text)
    return person


def position(text: str) -> Position:
    return one(text).positions[0]


def test_short_form_joins_the_full_name() -> None:
    person = one("Ông Trần Văn Lực dự. Ông Lực nói: Được.")
    assert [m.text for m in person.mentions] == ["Trần Văn Lực", "Lực"]


def test_name_is_the_fullest_form() -> None:
    assert one("Bí thư Lực nói. Ông Trần Văn Lực về.").name == "Trần Văn Lực"


def test_capitals_join_and_the_name_keeps_small_letters() -> None:
    assert one("ÔNG TRẦN VĂN LỰC NÓI GÌ\nÔng Trần Văn Lực cho biết.").name == "Trần Văn Lực"


def test_line_of_capitals_is_parted_by_what_is_known() -> None:
    person = one("CHỦ TỊCH UBND HUYỆN TRẦN THỊ HOA TIẾP CÔNG DÂN THÁNG 3\nBà Trần Thị Hoa tiếp dân.")
    assert [m.text for m in person.mentions] == ["TRẦN THỊ HOA", "Trần Thị Hoa"]
    assert [q.text for q in person.positions] == ["CHỦ TỊCH UBND HUYỆN"]


def test_bodies_in_capitals_are_nobody() -> None:
    assert people("ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH TIẾP XÚC CỬ TRI\nPHẠM NHÂN TRỐN TRẠI BỊ BẮT\nHôm qua họp.") == ()


def test_old_and_new_tone_marks_join() -> None:
    assert len(people("Bà Lê Thị Thuý nói. Bà Lê Thị Thúy cười.")) == 1


def test_two_people_with_one_given_name_stay_apart() -> None:
    found = people("Ông Trần Văn Hoa dự. Ông Hoa nói. Bà Lê Thị Hoa về. Bà Hoa cười.")
    assert [[m.text for m in p.mentions] for p in found] == [["Trần Văn Hoa", "Hoa"], ["Lê Thị Hoa", "Hoa"]]


def test_first_name_of_a_foreigner_joins() -> None:
    assert one("Ông Peter Brusov nói. Ông Peter cười.").name == "Peter Brusov"


def test_ids_follow_the_order_of_appearance() -> None:
    found = people("Ông Trần Văn Lực và bà Lê Thị Hoa dự.")
    assert [(p.id, p.name) for p in found] == [("p1", "Trần Văn Lực"), ("p2", "Lê Thị Hoa")]


def test_honorific_is_the_one_used_most() -> None:
    assert one("Anh Trần Văn Lực dự. Ông Lực nói. Ông Lực cười.").honorific == "ông"


def test_honorific_of_a_list_counts_for_each_name() -> None:
    found = people("Dự có các đồng chí: Trần Văn Lực, Bí thư Huyện ủy; Lê Thị Hoa, Chủ tịch UBND huyện.")
    assert [p.honorific for p in found] == ["đồng chí", "đồng chí"]


def test_attendance_list_with_offices_behind() -> None:
    found = people("Dự có: Trần Văn Lực, Bí thư Huyện ủy; Lê Thị Hoa - TUV, Chủ tịch UBND huyện.")
    assert [[q.text for q in p.positions] for p in found] == [["Bí thư Huyện ủy"], ["TUV", "Chủ tịch UBND huyện"]]


def test_offices_joined_by_dash_and_kiem_are_split() -> None:
    person = one("Phó Bí thư Quận ủy - Chủ tịch UBND quận kiêm Trưởng Công an Trần Văn Lực nói.")
    assert [q.text for q in person.positions] == ["Phó Bí thư Quận ủy", "Chủ tịch UBND quận", "Trưởng Công an"]


def test_each_position_once_whatever_its_letters() -> None:
    person = one("Bí thư Tỉnh ủy Trần Văn Lực đến. Bí thư tỉnh ủy Trần Văn Lực về.")
    assert [q.text for q in person.positions] == ["Bí thư Tỉnh ủy"]


@pytest.mark.parametrize(
    ("text", "title", "role", "organization"),
    [
        ("Ông Trần Lực, Giám đốc Sở Văn hóa, Thể thao và Du lịch, nói.", "Giám đốc Sở Văn hóa, Thể thao và Du lịch",
         "Giám đốc", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Ông Trần Lực, Trưởng phòng Tài chính - Kế hoạch thuộc Sở KH-CN, nói.",
         "Trưởng phòng Tài chính - Kế hoạch thuộc Sở KH-CN", "Trưởng phòng", "Tài chính - Kế hoạch thuộc Sở KH-CN"),
        ("Ông Trần Lực, Cục trưởng Cục Đường bộ, Bộ Giao thông Vận tải, nói.",
         "Cục trưởng Cục Đường bộ, Bộ Giao thông Vận tải", "Cục trưởng", "Cục Đường bộ, Bộ Giao thông Vận tải"),
        ("Ông Trần Lực, Phó Chủ tịch Thường trực UBND tỉnh, nói.", "Phó Chủ tịch Thường trực UBND tỉnh", "Chủ tịch",
         "UBND tỉnh"),
        ("Ông Trần Lực, Đại sứ Việt Nam tại Nhật Bản, nói.", "Đại sứ Việt Nam tại Nhật Bản", "Đại sứ",
         "Việt Nam tại Nhật Bản"),
        ("Ông Trần Lực, Trưởng đoàn Kiểm tra số 12 của Bộ Chính trị, nói.",
         "Trưởng đoàn Kiểm tra số 12 của Bộ Chính trị", "Trưởng đoàn", "Kiểm tra số 12 của Bộ Chính trị"),
        ("Ông Trần Lực, Chủ tịch Hội Nông dân xã, nói.", "Chủ tịch Hội Nông dân xã", "Chủ tịch", "Hội Nông dân xã"),
        ("Ông Trần Lực, Chủ tịch UBND huyện khóa IV, nói.", "Chủ tịch UBND huyện", "Chủ tịch", "UBND huyện"),
        ("Ông Trần Lực, PGĐ CA tỉnh, nói.", "PGĐ CA tỉnh", "PGĐ", "CA tỉnh"),
        ("Thiếu tướng Trần Lực nói.", "Thiếu tướng", "Thiếu tướng", None),
    ],
)  # fmt: skip
def test_office_is_head_and_what_completes_it(text: str, title: str, role: str, organization: str | None) -> None:
    found = position(text)
    assert (found.text, found.role, found.organization) == (title, role, organization)


def test_former_deputy_and_acting_are_told() -> None:
    assert position("Nguyên Bí thư Tỉnh ủy Trần Lực nói.").former
    assert position("Phó Bí thư Tỉnh ủy Trần Lực nói.").deputy
    assert position("Quyền Bí thư Tỉnh ủy Trần Lực nói.").acting


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bí thư Trần Lực nói.", "office"), ("Đại tá Trần Lực nói.", "rank"), ("TS Trần Lực nói.", "degree"),
        ("NSND Trần Lực nói.", "award"),
        ("Nghệ sĩ ưu tú Trần Lực nói.", "award"), ("Ca sĩ Trần Lực nói.", "profession"),
    ],
)  # fmt: skip
def test_kind_of_position(text: str, kind: str) -> None:
    assert position(text).kind == kind


def test_status_is_no_position() -> None:
    assert one("Nạn nhân Trần Văn Lực đã về.").positions == ()


def test_signatures_are_no_people() -> None:
    assert people("Xã họp\nHôm qua xã họp. Ảnh: Trần Văn Lực\n\nLê Thị Hoa") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Đoàn TNCS Hồ Chí Minh tỉnh họp.", "Họp ở TP Hồ Chí Minh.",
        "Giải thưởng Lê Văn Lực năm nay về muộn.",
        "Bệnh viện Nguyễn Tri Phương quá tải.", "Tàu USS Carl Vinson rời cảng.",
        "Bảo tàng Bác sĩ Yersin mở cửa.", "Ban Bí thư họp. Đoàn Chủ tịch điều hành.",
    ],
)  # fmt: skip
def test_things_called_after_people_are_no_people(text: str) -> None:
    assert people(text) == ()


def test_leader_himself_is_a_person() -> None:
    person = one("Bác Hồ về thăm. Chủ tịch Hồ Chí Minh nói chuyện.")
    assert (person.name, [m.text for m in person.mentions]) == ("Hồ Chí Minh", ["Bác Hồ", "Hồ Chí Minh"])


class Oracle:
    """A tagger that takes every sentence's given words for people and counts the questions."""

    def __init__(self, name: str) -> None:
        self.name, self.asked = name, 0

    def __call__(self, sentence: str) -> list[tuple[int, int]]:
        self.asked += 1
        start = sentence.find(self.name)
        return [(start, start + len(self.name))]


OPEN = "Khán giả yêu Thu Hiền. Rồi Thu Hiền hát. Hôm nay Thu Hiền về. Sau đó Thu Hiền đi. Rồi Thu Hiền ngủ."


def test_tagger_settles_a_run_that_keeps_coming_back() -> None:
    oracle = Oracle("Thu Hiền")
    (person,) = Pipeline(stages=["people"], tagger=oracle).parse(OPEN).people
    assert len(person.mentions) == 5
    assert oracle.asked == 1


def test_without_tagger_an_open_run_is_nobody() -> None:
    assert people(OPEN) == ()


def test_tagger_is_not_asked_for_what_the_grammar_knows() -> None:
    oracle = Oracle("Lực")
    Pipeline(stages=["people"], tagger=oracle).parse("Ông Trần Văn Lực nói. " * 5)
    assert oracle.asked == 0


def test_unknown_tagger_is_refused() -> None:
    with pytest.raises(ValueError, match="no such tagger"):
        tagger.resolve("unheard-of")


def test_resolve_hands_functions_and_none_through() -> None:
    oracle = Oracle("")
    assert tagger.resolve(oracle) is oracle
    assert tagger.resolve(None) is None


def test_underthesea_tagger_can_be_pickled() -> None:
    found = tagger.resolve("underthesea")
    assert pickle.loads(pickle.dumps(found)) is found


PIECES = [
    "Ông",
    " ",
    "Nguyễn",
    "Văn",
    "An",
    "An",
    ",",
    ".",
    "\n",
    "(",
    ")",
    ":",
    "các",
    "Chủ tịch",
    "Phó",
    "UBND",
    "xã",
    "và",
]
PIECES += [
    "Bí thư",
    "là",
    "H.",
    "K'Bình",
    "Y",
    "-",
    "John",
    "Brusov",
    "đường",
    "12",
    "“",
    "TS.",
    "kiêm",
    "nguyên",
    "\ud800",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_every_mention_and_position_is_what_stands_there(text: str) -> None:
    for person in people(text):
        for item in (*person.mentions, *person.positions):
            assert text[item.span.start : item.span.end] == item.text
        assert person.name in [mention.text for mention in person.mentions]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_no_two_mentions_overlap(text: str) -> None:
    spans = sorted((m.span.start, m.span.end) for person in people(text) for m in person.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    people(text)


def test_ruler_is_one_person_however_the_number_is_written() -> None:
    (person,) = people("Nữ hoàng Margrethe II đến Huế. Nữ hoàng Margrethe Đệ Nhị phát biểu.")
    assert [mention.text for mention in person.mentions] == ["Margrethe II", "Margrethe Đệ Nhị"]


def test_nickname_in_brackets_is_a_mention() -> None:
    (person,) = people("Ông Trần Văn Ngọt (Sáu Ngọt, 67 tuổi) kể. Ông Sáu Ngọt vui.")
    assert [mention.text for mention in person.mentions] == ["Trần Văn Ngọt", "Sáu Ngọt", "Sáu Ngọt"]


def test_front_part_of_a_highland_name_is_the_same_person() -> None:
    (person,) = people("Ông Y Thuyên Niê Kđăm dự. Đồng chí Y Thuyên phát biểu.")
    assert person.name == "Y Thuyên Niê Kđăm"


def test_short_form_behind_an_office_is_the_one_of_a_couple_who_holds_it() -> None:
    first, second = people("Tổng thống John Smithson và phu nhân Jane Smithson đến. Tổng thống Smithson phát biểu.")
    assert [mention.text for mention in first.mentions] == ["John Smithson", "Smithson"]
    assert [mention.text for mention in second.mentions] == ["Jane Smithson"]


def test_embassy_is_no_ambassador() -> None:
    (person,) = people("Ông Trần Văn Bình làm việc ở Đại sứ quán Đan Mạch.")
    assert person.positions == ()


def test_misprint_of_a_foreign_name_is_the_same_person() -> None:
    (person,) = people("Tổng thống Donald Brusov đến. Tổng thống Donald Brusov cười. Ông Donad Brusov về.")
    assert [mention.text for mention in person.mentions] == ["Donald Brusov", "Donald Brusov", "Donad Brusov"]


def test_tone_apart_are_one_person_only_in_one_office() -> None:
    assert len(people("Bí thư Tỉnh ủy Lê Đức Thưởng dự. Bí thư Tỉnh ủy Lê Đức Thương nói.")) == 1
    assert len(people("Các Phó Chủ tịch UBND tỉnh Lê Văn Hùng, Lê Văn Hưng dự họp.")) == 2
    assert len(people("Giám đốc Sở Y tế Lê Đức Thưởng dự. Ông Lê Đức Thương nói.")) == 2


def test_standing_committee_in_short_is_no_editor() -> None:
    assert [p.text for p in one("Bà Trần Thị Mận, Ủy viên BTV Tỉnh ủy, dự họp.").positions] == ["Ủy viên BTV Tỉnh ủy"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Bà Vũ Thị Hà, Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh, nói.", ["Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh"]),
        ("Ông Lê Tá, Chủ tịch Hội Nghề cá và Chim yến Hòa An, cho biết.", ["Chủ tịch Hội Nghề cá và Chim yến Hòa An"]),
        ("Ông Lê Tá, Chủ tịch Hội Nông dân và Công an xã cùng dự.", ["Chủ tịch Hội Nông dân"]),
        ("Ông Lê Tá, Giám đốc Trung tâm Hô hấp và TS Đỗ Quân nói.", ["Giám đốc Trung tâm Hô hấp"]),
        ("Ông Lê Tá, Chủ tịch Hội Sinh viên Việt Nam, nói.", ["Chủ tịch Hội Sinh viên Việt Nam"]),
        ("Ông Lê Tá, UVTƯ Đảng, Bộ trưởng Bộ Y tế, nói.", ["UVTƯ Đảng", "Bộ trưởng Bộ Y tế"]),
        ("Chuyên gia tư vấn tâm lý Lê Tá nói.", ["Chuyên gia tư vấn tâm lý"]),
        (
            "PGS.TS Lê Tá, Giám đốc Trường Đại học Công nghệ TP.Hồ Chí Minh phát biểu.",
            ["PGS.TS", "Giám đốc Trường Đại học Công nghệ TP.Hồ Chí Minh"],
        ),
        (
            "Đồng chí Lê Tá, UVT.Ư Đảng, Bí thư Tỉnh ủy chủ trì hội nghị.",
            ["UVT.Ư Đảng", "Bí thư Tỉnh ủy"],
        ),
        (
            "Dưới sự chủ trì của đồng chí Lê Tá, Trưởng đoàn Đại biểu Quốc hội tỉnh, UBND tỉnh đã họp.",
            ["Trưởng đoàn Đại biểu Quốc hội tỉnh"],
        ),
        (
            "TS Lê Tá – Trưởng phòng Hợp tác quốc tế và Quản lý khoa học, dự hội thảo.",
            ["TS", "Trưởng phòng Hợp tác quốc tế và Quản lý khoa học"],
        ),
        ("Ông Lê Tá - Bộ trưởng Bộ VH - TT&DL đồng chủ trì.", ["Bộ trưởng Bộ VH - TT&DL"]),
        (
            "Dự có đồng chí Lê Tá - Bí thư Đảng ủy xã; Bí thư, Phó Bí thư các chi bộ.",
            ["Bí thư Đảng ủy xã"],
        ),
    ],
)
def test_title_runs_through_the_whole_body(text: str, titles: list[str]) -> None:
    person = next(p for p in people(text) if p.name.endswith("Hà") or p.name == "Lê Tá")
    assert [position.text for position in person.positions] == titles


def test_foreigner_of_one_name_is_known_again_without_office() -> None:
    (person,) = people("Tổng thống Brusov đến. Người đồng cấp Lào Brusov ở lại. Theo Brusov, thế là đủ.")
    assert len(person.mentions) == 3


def test_thing_behind_a_profession_is_not_known_again() -> None:
    found = people("Lập trình viên Brusovsoft đến. Hôm qua Brusovsoft tăng giá.")
    assert [len(person.mentions) for person in found] in ([], [1])


def test_name_with_a_small_letter_inside_is_the_one_known() -> None:
    (person,) = people("Thứ trưởng Bộ Y tế Đỗ Xuân Hà họp. Thứ trưởng Bộ Y tế Đỗ xuân Hà nói.")
    assert [mention.text for mention in person.mentions] == ["Đỗ Xuân Hà", "Đỗ xuân Hà"]


def test_a_bridge_called_after_a_quarter_is_nobody() -> None:
    assert people("Xe kẹt ở Cầu Thủ Thiêm sáng nay.") == ()


def test_another_name_in_brackets_is_the_same_person() -> None:
    pen = one("Ông Lê Văn Tá (bút danh Hoài Sơn) bị bắt. Hoài Sơn cho biết ông vô tội.")
    assert [m.text for m in pen.mentions] == ["Lê Văn Tá", "Hoài Sơn", "Hoài Sơn"]
    stage = one("Ca sĩ Hoài Mơ (tên thật Trần Thị Hạnh) hát. Cô Hạnh vui.")
    assert (stage.name, [m.text for m in stage.mentions]) == ("Trần Thị Hạnh", ["Hoài Mơ", "Trần Thị Hạnh", "Hạnh"])


def test_name_right_behind_a_credit_is_read() -> None:
    found = people("Quang cảnh buổi họp. Ảnh: Hoài Sơn - TTXVN Ông Trần Văn Lực phát biểu.")
    assert [p.name for p in found] == ["Trần Văn Lực"]


def test_semicolon_ends_what_is_called_after_somebody() -> None:
    found = people("Ông Lê Văn Tá, Giám đốc Ngân hàng Sao Mai; Trần Văn Lực, nguyên Phó Giám đốc, cùng bị bắt.")
    assert [p.name for p in found] == ["Lê Văn Tá", "Trần Văn Lực"]


def test_president_of_one_name_is_known_again() -> None:
    person = one("Brusov đáp lại\nTổng thống Nga Brusov nói. Câu trả lời của Brusov ngắn.")
    assert len(person.mentions) == 3


def test_inn_called_by_a_form_of_address_is_nobody() -> None:
    assert people("Khách ăn ở quán cơm gà Bà Dậu bị đau bụng.") == ()


def test_tagger_is_not_asked_for_a_model_with_a_number() -> None:
    text = (
        "Mẫu xe mới: Astra Sedan lộ diện. " + "Hôm nay Astra Sedan cho biết. Astra Sedan là mới. Astra Sedan 2017. " * 3
    )
    pipeline = Pipeline(stages=["people"], tagger=lambda sentence: [(0, len(sentence))])
    assert pipeline.parse(text).people == ()


def test_korean_syllables_are_not_vietnamese() -> None:
    assert one("Hôm qua Kim Byung Seok, 40 tuổi, đến.").name == "Kim Byung Seok"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Chủ tịch UBND tỉnh Hòa An - Đỗ Văn Tá, đã ký.", ["Chủ tịch UBND tỉnh Hòa An"]),
        ("Giám đốc Sở Y tế, Đỗ Văn Tá, cho biết.", ["Giám đốc Sở Y tế"]),
        ("Trao đổi với Giám đốc Sở Y tế, Đỗ Văn Tá nói.", []),
        ("Thống tướng Myanmar Min Aung Sin dự.", ["Thống tướng Myanmar"]),
        ("Ông Đỗ Văn Tá, Trưởng khoa tại Bệnh viện Sao Mai, nói.", ["Trưởng khoa tại Bệnh viện Sao Mai"]),
        ("Ông Đỗ Văn Tá, Bí thư Đảng ủy tại hội nghị đã nói.", ["Bí thư Đảng ủy"]),
        ("Ông Đỗ Văn Tá, Bí thư Đảng ủy tại Nhà văn hóa đã nói.", ["Bí thư Đảng ủy"]),
        ("Mamta Sharvi, một quản lý tại nhà hỏa táng, cho biết.", ["quản lý tại nhà hỏa táng"]),
        ("Bà Lê Thị Hạnh, Trưởng ban Pháp chế, HĐND tỉnh, nói.", ["Trưởng ban Pháp chế, HĐND tỉnh"]),
        ("Bà Lê Thị Hạnh, Bí thư Huyện ủy, HĐND huyện dự.", ["Bí thư Huyện ủy"]),
        ("Bà Lê Thị Hạnh, Trưởng ban Bạn đọc, Báo Hòa An, nói.", ["Trưởng ban Bạn đọc, Báo Hòa An"]),
        ("Thứ trưởng Bộ VH,TT&DL Lê Thị Hạnh nói.", ["Thứ trưởng Bộ VH,TT&DL"]),
        ("Nữ diễn viên Lê Thị Hạnh nói.", ["diễn viên"]),
        ("Bà Lê Thị Hạnh có thời gian làm tiến sĩ tại Pháp.", []),
    ],
)
def test_title_and_what_stands_between_it_and_the_name(text: str, titles: list[str]) -> None:
    assert [q.text for q in one(text).positions] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Chủ tịch Ủy ban nhân dân tỉnh Hòa An Đỗ Văn Tá dự. Chủ tịch UBND tỉnh yêu cầu làm ngay.",
            ["Chủ tịch Ủy ban nhân dân tỉnh Hòa An", "Chủ tịch UBND tỉnh"],
        ),
        (
            "Tổng Giám đốc Sao Mai Đỗ Văn Tá dự. Tổng Giám đốc của Sao Mai nói.",
            ["Tổng Giám đốc Sao Mai", "Tổng Giám đốc của Sao Mai"],
        ),
        ("Chủ tịch UBND TPHCM Đỗ Văn Tá dự. Chủ tịch UBND quận chịu trách nhiệm.", ["Chủ tịch UBND TPHCM"]),
        ("Chủ tịch UBND xã Đỗ Văn Tá dự. Chủ tịch hoặc Phó Chủ tịch làm việc này.", ["Chủ tịch UBND xã"]),
    ],
)
def test_bare_office_of_the_one_who_holds_it(text: str, titles: list[str]) -> None:
    assert [q.text for q in one(text).positions] == titles


def test_house_numbers_in_a_list_name_streets() -> None:
    assert people("Giao thu hồi 11 nhà, đất: số 22 Cô Giang, 47 Nguyễn Văn Lực, 20 Bạch Đằng và 7 Lê Văn Tá.") == ()


def test_hyphened_name_of_a_company_is_nobody() -> None:
    assert people("Đại diện Saint-Brusov tặng hoa. Đại diện Saint-Brusov, nhà tài trợ.") == ()


def test_office_of_another_is_not_given_with_a_post() -> None:
    found = people("Chủ tịch nước Lê Văn Tá gặp Thủ tướng Ivan Brusov lần đầu tiên trên cương vị Chủ tịch nước.")
    assert [[q.text for q in p.positions] for p in found] == [["Chủ tịch nước"], ["Thủ tướng"]]


def test_foreigners_of_a_list_with_offices_behind_are_read() -> None:
    found = people("Dự có: Mamta Sharvi, Đại sứ Lào tại Việt Nam; Ivo Petrovan, Phó Chủ tịch Ủy ban hợp tác.")
    assert [p.name for p in found] == ["Mamta Sharvi", "Ivo Petrovan"]


def test_credit_word_is_a_name_before_a_verb() -> None:
    assert one("Chủ tịch UBND thành phố Phan Ngọc Ảnh chủ trì cuộc họp.").name == "Phan Ngọc Ảnh"
    assert one("Ông Phan Ngọc Nam. Ông Phan Ngọc Nam Ảnh: Hoàng Hà").name == "Phan Ngọc Nam"


def test_electing_is_no_office() -> None:
    assert [p.text for p in one("Đồng chí Trần Hữu Mận được bầu Bí thư Đảng ủy xã.").positions] == ["Bí thư Đảng ủy xã"]


def test_name_that_keeps_acting_needs_no_question() -> None:
    text = "Ngọc Mận cho biết đã về. Hôm qua Ngọc Mận nói ít. Theo lời mẹ, Ngọc Mận kể nhiều. Bạn của Ngọc Mận đến, "
    text += "rồi quà của Ngọc Mận cũng đến."
    assert [len(p.mentions) for p in people(text)] == [5]


def test_office_behind_a_wife_is_hers() -> None:
    assert one("Vợ ông Trần Văn Lực trong vai trò Giám đốc Sở Y tế đã về.").positions == ()


def test_name_may_begin_with_two_letters() -> None:
    assert one("Bộ trưởng Quốc phòng Singapore Ng Wei Han dự họp.").name == "Ng Wei Han"
