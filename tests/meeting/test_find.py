"""The event: whether there is one, its kind, day, form, host, place and name; where another event begins."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnreport
from growth import growth
from vnreport import legal
from vnreport.document import Document, Found
from vnreport.meeting import find
from vnreport.records import DateExpression, Meeting, Mention, Person, Span

DAY = dt.date(2021, 3, 5)


def date(text: str, words: str, day: dt.date) -> DateExpression:
    start = text.index(words)
    return DateExpression(text=words, span=Span(start, start + len(words)), kind="date", start=day, end=day)


def person(text: str, name: str) -> Person:
    mentions = []
    start = text.find(name)
    while start >= 0:
        mentions.append(Mention(text=name, span=Span(start, start + len(name))))
        start = text.find(name, start + 1)
    return Person(id="p1", name=name, mentions=tuple(mentions))


def read(text: str, *people: str, **days: dt.date) -> Meeting | None:
    dates = tuple(date(text, words.replace("_", " "), day) for words, day in days.items())
    found = Found(dates=dates, people=tuple(person(text, name) for name in people))
    meetings = find(Document(text, DAY), found)
    return meetings[0] if meetings else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sáng nay, UBND xã tổ chức hội nghị tổng kết.", "hội nghị"),
        ("Tại buổi họp báo sáng nay, xã cho biết đường đã xong.", "họp báo"),
        ("Sáng nay, đoàn công tác đã đến thăm và làm việc với xã An Hòa.", "làm việc"),
        ("Sáng nay, kỳ họp thứ 3 HĐND xã đã khai mạc.", "kỳ họp"),
        ("Sáng nay, đại biểu Quốc hội đã tiếp xúc cử tri xã An Hòa.", "tiếp xúc cử tri"),
        ("Họp báo sáng nay, xã cho biết đường đã xong.", "Họp báo"),
        ("Ông Tá chia sẻ như vậy tại tọa đàm của xã sáng nay.", "tọa đàm"),
        ("Sáng nay, UBND huyện An Lĩnh họp về tình hình kinh tế - xã hội.", "họp"),
        ("Sáng nay, Ban chỉ đạo phòng, chống dịch Covid-19 xã An Hòa họp triển khai kế hoạch.", "họp"),
        ("Sáng nay, tại xã An Hòa diễn ra Hội nghị triển khai Quyết định của huyện.", "Hội nghị"),
        ("Sáng nay, Trường Đại học An Hòa tổ chức Lễ tốt nghiệp và trao bằng.", "Lễ tốt nghiệp"),
        ("Sáng nay, ông đã có buổi tiếp xúc với cử tri xã An Hòa.", "buổi tiếp xúc với cử tri"),
        ("Sáng nay, tại xã An Hòa diễn ra lễ bốc thăm chia bảng.", "lễ bốc thăm"),
        ("Sáng nay, tại xã An Hòa, UBND huyện tổ chức khai mạc Liên hoan dân ca.", "Liên hoan"),
        ("Sáng nay, đoàn công tác của Học viện đã có chương trình làm việc tại xã.", "chương trình làm việc"),
        ("Phát biểu tại một hội nghị về lúa diễn ra ngày 5/3, sáng nay, ông Tá nói đường đã xong.", "hội nghị"),
        ("Sáng nay, HĐND TP.An Hòa đã tiến hành biểu quyết về giá nước.", "biểu quyết"),
        ("Sáng nay, Quốc hội đã chính thức thông qua Luật Làng.", "thông qua"),
    ],
)
def test_the_kind_is_the_word_the_text_uses(text: str, kind: str) -> None:
    meeting = read(f"Tin xã\n{text}", Sáng_nay=DAY) if "Sáng nay" in text else read(f"Tin xã\n{text}", sáng_nay=DAY)
    assert meeting is not None
    assert meeting.kind.text == kind


@pytest.mark.parametrize(
    "text",
    [
        "Bắt nghi phạm\nSáng nay, công an đang làm việc với nghi phạm. Nghi phạm khai nhận tất cả.",
        "Giá vàng tăng\nGiá vàng sáng nay tăng mạnh. Chuyên gia cho rằng giá còn tăng.",
        "Xử án\nSáng nay, tòa tuyên án ba bị cáo. Các luật sư kháng cáo.",
        "Bóng đá\nSáng nay, HLV đội bóng dự họp báo trước trận. HLV cho biết các cầu thủ đã khỏe.",
        "Phim mới\nSáng nay, diễn viên và đạo diễn của bộ phim dự buổi ra mắt phim. Ca sĩ cho biết cô vui.",
        "Tin xã\nHội nghị của các xã sẽ họp vào ngày 9/3 tới. Sáng nay, chợ vắng khách.",
        "Tin xã\nSáng nay, các bên sau khi họp với các xã sẽ chặt cây.",
        "Tin huyện\nSáng nay, hãng bay đề nghị xã hỗ trợ làm việc với Cục Hàng không. Hãng bay cho biết sẽ bay.",
        "Phim mới\nSáng nay, anh bị trách vì không dự buổi ra mắt phim của bạn. Anh cho biết anh ốm.",
        "Tin huyện\nSáng nay, Phó Chủ tịch UBND tỉnh đã giao Ban Quản lý khu kinh tế kiểm tra.",
        "Tin thế giới\nSáng nay, Thủ tướng sẽ gặp các nạn nhân sau khi chủ trì cuộc họp của các đảng.",
        "Tin nhà đất\nChiều nay, hãng tặng quà ở Trung tâm Hội nghị Sao Mai. Trung tâm Hội nghị đông khách.",
        "Tin xã\nSáng nay, chợ đông vì lễ hội của làng. Lễ hội đông khách.",
        "Tin xã\nSáng nay, ông Tá nói một hội nghị về lúa là cần. Hội nghị như thế bàn về giống.",
        "Nghị quyết của hội nghị\nNgười dân quan tâm đến nghị quyết hội nghị năm ngoái.",
        "",
    ],
)
def test_an_article_without_a_meeting_gives_none(text: str) -> None:
    assert read(text) is None


def test_the_day_is_the_one_beside_the_event() -> None:
    text = "Tin xã\nNgày 4/3, xã tổ chức hội nghị. Trước đó, hôm 1/2, đường đã thông."
    meeting = read(text, **{"Ngày 4/3": dt.date(2021, 3, 4), "hôm 1/2": dt.date(2021, 2, 1)})
    assert meeting is not None
    assert (meeting.start, meeting.end) == (dt.date(2021, 3, 4), dt.date(2021, 3, 4))


def test_a_day_in_the_events_name_is_not_its_day() -> None:
    text = "Tin xã\nChiều 5/3, xã tổ chức họp báo công bố nguyên nhân ban đầu của vụ cháy chợ đêm 1/3."
    meeting = read(text, **{"Chiều 5/3": DAY, "đêm 1/3": dt.date(2021, 3, 1)})
    assert meeting is not None
    assert meeting.start == DAY


def test_the_event_held_comes_before_the_event_announced() -> None:
    text = "Tin xã\nHội nghị sẽ diễn ra ngày 17/3. Tại cuộc họp báo ngày 5/3, xã cho biết đã chuẩn bị xong."
    meeting = read(text, **{"ngày 17/3": dt.date(2021, 3, 17), "ngày 5/3": DAY})
    assert meeting is not None
    assert meeting.kind.text == "họp báo"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ngày 5/3, huyện tổ chức hội nghị trực tuyến với các xã.", "online"),
        ("Ngày 5/3, huyện tổ chức hội nghị bằng hình thức trực tiếp kết hợp trực tuyến.", "hybrid"),
        ("Ngày 5/3, huyện họp khẩn trực tiếp tại Huyện ủy kết hợp trực tuyến với các xã.", "hybrid"),
        ("Ngày 5/3, tại hội trường UBND, huyện tổ chức hội nghị.", "in_person"),
        ("Ngày 5/3, huyện tổ chức lễ khánh thành cầu.", "in_person"),
        ("Ngày 5/3, Hội nghị về lúa diễn ra ở thủ đô An Hòa.", "in_person"),
        ("Ngày 5/3, ông Tá đến An Hòa dự Hội nghị của huyện.", "in_person"),
        ("Ngày 5/3, ông Tá đã có buổi làm việc với UBND tỉnh An Hòa.", "in_person"),
        ("Ngày 5/3, ông Tá đã có buổi làm việc với các doanh nghiệp.", None),
        ("Ngày 5/3, HĐND thảo luận về lúa. Các đại biểu HĐND bấm nút biểu quyết.", "in_person"),
        ("Ngày 5/3, huyện tổ chức hội nghị về lúa.", None),
    ],
)
def test_the_form_is_what_the_text_tells(text: str, form: str | None) -> None:
    meeting = read(f"Tin huyện\n{text}", **{"Ngày 5/3": DAY})
    assert meeting is not None
    assert meeting.form == form


def test_host_place_and_name() -> None:
    text = "Tin huyện\nNgày 5/3, tại Nhà văn hóa xã An Hòa, UBND huyện tổ chức Hội nghị tổng kết công tác năm 2020."
    meeting = read(text, **{"Ngày 5/3": DAY})
    assert meeting is not None
    assert meeting.host is not None
    assert meeting.title is not None
    assert meeting.host.text == "UBND huyện"
    assert [venue.text for venue in meeting.venues] == ["Nhà văn hóa xã An Hòa"]
    assert meeting.title.text == "Hội nghị tổng kết công tác năm 2020"


def test_a_host_is_named_with_its_places() -> None:
    text = "Tin xã\nTối 5/3, Chi bộ khu phố 2, phường An Hòa, TP Sông Lam tổ chức hội nghị tổng kết."
    meeting = read(text, **{"Tối 5/3": DAY})
    assert meeting is not None
    assert meeting.host is not None
    assert meeting.host.text == "Chi bộ khu phố 2, phường An Hòa, TP Sông Lam"


def test_the_place_of_a_body_and_of_what_is_told_is_no_venue() -> None:
    text = (
        "Tin huyện\nNgày 5/3, huyện có buổi làm việc với Đại sứ quán Việt Nam tại Lào, cho biết chợ tại Hòa An đã mở."
    )
    meeting = read(text, **{"Ngày 5/3": DAY})
    assert meeting is not None
    assert meeting.venues == ()


def test_the_name_ends_where_the_clause_of_a_person_begins() -> None:
    text = "Tin huyện\nTại hội nghị tổng kết năm học, Lê Tá cho biết ngày 5/3 trường đã xong."
    meeting = read(text, "Lê Tá", **{"ngày 5/3": DAY})
    assert meeting is not None
    assert meeting.title is not None
    assert meeting.title.text == "hội nghị tổng kết năm học"


def test_a_session_pictured_holds_nothing() -> None:
    text = "Tin huyện\nQuang cảnh phiên khai mạc Đại hội sáng 5/3. Đại hội bầu 15 ủy viên."
    meeting = read(text, **{"sáng 5/3": DAY})
    assert meeting is not None
    assert meeting.host is None


def test_a_clock_time_told_without_the_event_is_not_its_time() -> None:
    text = "Tin huyện\nLúc 6 giờ ngày 5/3, nước sông lên 4 mét. Tại cuộc họp do huyện tổ chức, ông Tá chủ trì cuộc họp."
    when = DateExpression(text="6 giờ ngày 5/3", span=Span(14, 28), kind="date", start=DAY, end=DAY, time=dt.time(6, 0))
    (meeting,) = find(Document(text, DAY), Found(dates=(when,)))
    assert (meeting.start, meeting.time) == (DAY, None)


def test_the_points_of_an_online_meeting_are_its_venues() -> None:
    text = "Tin huyện\nNgày 5/3, huyện tổ chức hội nghị trực tuyến tại 2 điểm cầu: UBND huyện và UBND xã An Hòa."
    meeting = read(text, **{"Ngày 5/3": DAY})
    assert meeting is not None
    assert [venue.text for venue in meeting.venues] == ["UBND huyện", "UBND xã An Hòa"]


def test_a_stop_inside_the_name_of_a_point_does_not_end_the_list() -> None:
    text = "Tin huyện\nNgày 5/3, huyện tổ chức hội nghị trực tuyến tại 3 điểm cầu: TP.HCM, TP. Vinh và xã An Hòa."
    meeting = read(text, **{"Ngày 5/3": DAY})
    assert meeting is not None
    assert [venue.text for venue in meeting.venues] == ["TP.HCM", "TP. Vinh", "xã An Hòa"]


def test_roles_of_the_next_event_are_not_ours() -> None:
    text = (
        "Tin huyện\nNgày 5/3, ông Phan Tá chủ trì hội nghị về lúa. Ông Phan Tá cho biết lúa tốt. Các xã mừng. "
        "Dân mừng. Mùa được.\n* Cùng ngày, ông Lý Nam chủ trì cuộc họp về ngô. Ông Lý Nam nói ngô tốt."
    )
    meeting = read(text, "Phan Tá", "Lý Nam", **{"Ngày 5/3": DAY})
    assert meeting is not None
    assert (meeting.chairs, meeting.speakers) == (("Phan Tá",), ("Phan Tá",))


def test_every_mention_is_a_piece_of_the_text() -> None:
    text = "Tin huye\u0323\u0302n\r\nNgày 5/3,  tại\u00a0Nhà văn hóa, UBND huyện tổ chức Hội nghị tổng kết năm."
    meeting = read(text, **{"Ngày 5/3": DAY})
    assert meeting is not None
    for mention in (meeting.kind, meeting.title, meeting.host, *meeting.venues):
        assert mention is not None
        assert text[mention.span.start : mention.span.end] == mention.text


PIECES = [
    "hội nghị ",
    "tổ chức ",
    "chủ trì ",
    "Ông Tá ",
    "cho biết ",
    "tại ",
    ", ",
    ". ",
    "\n",
    "“",
    "”",
    "* ",
    "họp báo ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_is_read_without_error(text: str) -> None:
    people = (person(text, "Tá"),) if "Tá" in text else ()
    for meeting in find(Document(text, DAY), Found(people=people)):
        assert text[meeting.kind.span.start : meeting.kind.span.end] == meeting.kind.text


@pytest.mark.parametrize(
    "piece",
    [
        "trao đổi với báo cuộc họp ",
        "tổ chức hội nghị ",
        "Ông Tá chủ trì hội nghị. ",
        "hội nghị, ",
        "“Tốt”, ông Tá nói. ",
    ],
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def prepare(times: int) -> partial[object]:
        text = piece * times
        document, found = Document(text, DAY), Found(people=(person(text, "Tá"),) if "Tá" in piece else ())
        assert document.sentences
        return partial(find, document, found)

    assert growth(prepare, 500, 4000, enough=3) < 3


@pytest.mark.parametrize("before", ["kể từ ", "tính đến "])
def test_a_day_from_which_something_holds_is_not_the_meetings(before: str) -> None:
    text = f"Tin xã\nTại buổi lễ, huyện đã công bố việc bổ nhiệm ông Tá {before}ngày 3/3. Buổi lễ diễn ra trang trọng."
    meeting = read(text, **{"ngày_3/3": dt.date(2021, 3, 3)})
    assert meeting is not None
    assert meeting.start is None


def test_the_day_of_issue_of_a_document_is_not_the_meetings() -> None:
    text = "Tin xã\nTại buổi lễ, huyện đã công bố Quyết định số 7/QĐ-UBND ngày 3/3. Buổi lễ diễn ra trang trọng."
    document = Document(text, DAY)
    found = Found(dates=(date(text, "ngày 3/3", dt.date(2021, 3, 3)),))
    found.documents = legal.find(document, found)
    (meeting,) = find(document, found)
    assert meeting.start is None


def speakers(text: str, *people: str) -> tuple[str, ...]:
    meeting = read(f"Sáng 5/3, xã tổ chức hội nghị. {text}", *people)
    assert meeting is not None
    return meeting.speakers


def test_those_who_share_a_verb_all_speak() -> None:
    text = "Ông Phan Văn Tá, Trưởng phòng; bà Lý Thị Nga, Chủ tịch xã; ông Hồ Văn Kha đã trả lời, làm rõ."
    names = ("Phan Văn Tá", "Lý Thị Nga", "Hồ Văn Kha")
    assert speakers(text, *names) == names


def test_those_who_share_a_task_do_not_speak() -> None:
    text = "Xã giao bà Lý Thị Nga và đồng chí Phan Văn Tá, Ủy viên chuyên trách theo dõi, đôn đốc."
    assert speakers(text, "Lý Thị Nga", "Phan Văn Tá") == ()


def test_a_list_before_the_verb_and_one_behind_a_place_both_chair() -> None:
    opening = "Sáng 5/3, xã tổ chức gặp mặt nhân ngày hội."
    for rest in (
        "Các đồng chí: Phan Văn Tá, Bí thư; Đại tá Lý Thị Nga, Phó Chính ủy đồng chủ trì.",
        "Chủ trì tại điểm cầu xã có ông Phan Văn Tá, Bí thư; bà Lý Thị Nga.",
    ):
        meeting = read(f"{opening} {rest}", "Phan Văn Tá", "Lý Thị Nga")
        assert meeting is not None
        assert meeting.chairs == ("Phan Văn Tá", "Lý Thị Nga")


def test_online_services_make_no_meeting_online() -> None:
    meeting = read("Sáng 5/3, tại Nhà văn hóa xã tổ chức hội thảo về dịch vụ công trực tuyến.")
    assert meeting is not None
    assert meeting.form == "in_person"


def test_a_day_to_come_away_from_the_event_is_not_its_day() -> None:
    meeting = read("Phát biểu tại cuộc họp, ông Tá nói xã đã lo xong. Sắp nghỉ ngày 20.", ngày_20=dt.date(2021, 3, 20))
    assert meeting is not None
    assert meeting.start is None


def test_a_ceremony_put_off_is_no_meeting() -> None:
    assert read("Ngày 5/3, xã quyết định tạm dừng tổ chức lễ công bố đường mới.") is None


def test_a_briefing_online_is_online() -> None:
    meeting = read("Sáng 5/3, tại Hà Nội, xã tổ chức họp báo trực tuyến về đường mới.")
    assert meeting is not None
    assert meeting.form == "online"


def test_the_form_told_in_the_next_sentence_counts() -> None:
    meeting = read("Sáng 5/3, xã tổ chức cuộc họp về đê. Các bên trao đổi dưới hình thức trực tuyến.")
    assert meeting is not None
    assert meeting.form == "online"


def test_a_host_may_have_its_day_behind_it() -> None:
    meeting = read("Tin huyện\nUBND huyện An Hòa sáng nay tổ chức hội nghị bàn về lúa.", sáng_nay=DAY)
    assert meeting is not None
    assert meeting.host is not None
    assert meeting.host.text == "UBND huyện An Hòa"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tổ chức hội thảo “Làng nghề hôm nay”.", "hội thảo “Làng nghề hôm nay”"),
        ("tổ chức hội thảo với chủ đề “Làng nghề hôm nay”.", "hội thảo với chủ đề “Làng nghề hôm nay”"),
        ("tổ chức Hội nghị tổng kết năm 2020, Ban Quản lý dự.", "Hội nghị tổng kết năm 2020"),
        ("tổ chức Hội nghị tổng kết năm 2020, triển khai kế hoạch.", "Hội nghị tổng kết năm 2020, triển khai kế hoạch"),
    ],
)
def test_the_name_of_the_event(text: str, name: str) -> None:
    meeting = read(f"Tin huyện\nSáng nay, UBND huyện {text}", Sáng_nay=DAY)
    assert meeting is not None
    assert meeting.title is not None
    assert meeting.title.text == name


def test_a_meeting_to_come_does_not_name_the_one_reported() -> None:
    text = "Tin xã\nSáng nay, ông Tá đã có cuộc gặp ông Kha. Ông Tá dự kiến có cuộc gặp với ông Lâm vào tuần tới."
    meeting = read(text, Sáng_nay=DAY)
    assert meeting is not None
    assert meeting.title is None


def test_a_stretch_of_days_away_from_the_event_is_not_its_day() -> None:
    day = DateExpression(text="3 ngày qua", span=Span(4, 14), kind="period", start=dt.date(2021, 3, 3), end=DAY)
    text = "Xã: 3 ngày qua mưa to. Ông Tá vừa chủ trì hội nghị bàn cách chống lụt."
    (meeting,) = find(Document(text, DAY), Found(dates=(day,)))
    assert meeting.start is None


def test_without_publication_the_year_that_the_text_tells_holds() -> None:
    report = vnreport.parse("Chiều 3/6, xã tổ chức họp báo thường kỳ tháng 5/2017 về lúa. Xã cho biết lúa tốt.")
    assert report.meeting is not None
    assert report.meeting.start == dt.date(2017, 6, 3)


def test_what_has_just_been_convened_is_news() -> None:
    meeting = read(
        "Ở xã có 5 ca. Lúa tốt. Ngô tốt. Khoai tốt. Sắn tốt. Ông Tá vừa chủ trì hội nghị bàn cách chống hạn."
    )
    assert meeting is not None
    assert meeting.kind.text == "hội nghị"


@pytest.mark.parametrize(
    ("lead", "host"),
    [
        ("Sáng 5/3, Đảng bộ phường An Hòa (TP Sông Lam) tổ chức Đại hội lần thứ I.", "Đảng bộ phường An Hòa"),
        ("Sáng 5/3, Thường trực HĐND huyện, tổ chức phiên họp thường kỳ.", "Thường trực HĐND huyện"),
        (
            "Sáng 5/3, Trường Đại học An Hòa (tỉnh Sông Lam) phối hợp với Hiệp hội các trường đại học, Câu lạc bộ Sinh "
            "viên tổ chức hội thảo về học phí.",
            "Trường Đại học An Hòa",
        ),
        (
            "Sáng 5/3, dưới sự chủ trì của đồng chí Lê Tá, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh, HĐND tỉnh tổ chức Kỳ "
            "họp thứ Tám.",
            "HĐND tỉnh",
        ),
    ],
)
def test_a_host_is_whole_and_alone(lead: str, host: str) -> None:
    meeting = vnreport.parse(lead, published=DAY).meeting
    assert meeting is not None
    assert meeting.host is not None
    assert meeting.host.text == host


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("về công tác phòng, chống dịch với tinh thần khẩn trương", "hội nghị về công tác phòng, chống dịch"),
        ("về công tác tổ chức, cán bộ của xã", "hội nghị về công tác tổ chức, cán bộ của xã"),
        ("sơ kết công tác quý 1, chính thức khép lại một đợt thi đua", "hội nghị sơ kết công tác quý 1"),
    ],
)
def test_a_title_ends_with_the_name(behind: str, title: str) -> None:
    meeting = vnreport.parse(f"Sáng 5/3, xã An Hòa tổ chức hội nghị {behind}.", published=DAY).meeting
    assert meeting is not None
    assert meeting.title is not None
    assert meeting.title.text == title


def test_a_list_of_the_present_goes_on_in_sentences_of_its_own() -> None:
    report = vnreport.parse(
        "Sáng 5/3, xã An Hòa tổ chức hội nghị sơ kết. Tham dự hội nghị có các đồng chí: Đồng chí Lê Văn Tá - Bí thư "
        "Đảng ủy. Đồng chí Lý Thị Nga - Chủ tịch UBND xã. Ông Đỗ Văn Kha ra về sớm.",
        published=DAY,
    )
    assert report.meeting is not None
    assert report.meeting.attendees == ("Lê Văn Tá", "Lý Thị Nga")


def test_a_name_that_sounds_like_a_verb_says_nothing() -> None:
    report = vnreport.parse(
        "Sáng 5/3, xã An Hòa tổ chức đại hội phụ nữ. Đại hội bầu các đồng chí: Lê Thị Hạnh, Hứa Thị Hường, Lý Thị Nga.",
        published=DAY,
    )
    assert report.meeting is not None
    assert report.meeting.speakers == ()


def test_the_day_of_the_paper_is_no_day_of_the_event() -> None:
    lead = "Hà Nội (TTXVN 11/3/2022) Tại hội nghị tổng kết năm chiều 10/3/2022, xã An Hòa bầu bà Lý Thị Nga."
    meeting = vnreport.parse(lead).meeting
    assert meeting is not None
    assert meeting.start == dt.date(2022, 3, 10)
