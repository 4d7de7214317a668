"""Every way of reporting speech is heard in its examples, and nobody speaks in its near misses."""

import pytest

from vnreport import Pipeline
from vnreport.meeting import voices

PIPELINE = Pipeline(tagger=None)
EXAMPLES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in voices.RULES for text in rule.examples]
MISSES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in voices.RULES for text in rule.misses]


def _meeting(text: str):  # type: ignore[no-untyped-def]
    meeting = PIPELINE.parse(text, published="2021-03-05").meeting
    assert meeting is not None
    return meeting


@pytest.mark.parametrize("rule", voices.RULES, ids=lambda rule: rule.name)
def test_every_rule_has_an_example_and_a_near_miss(rule: voices.Voice) -> None:
    assert rule.examples
    assert rule.misses


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_a_speaker_is_heard(rule: voices.Voice, text: str) -> None:
    assert "Phan Văn Tá" in _meeting(text).speakers


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_who_does_not_speak_is_not_heard(rule: voices.Voice, text: str) -> None:
    assert _meeting(text).speakers == ()


LEAD = "Sáng 5/3, xã An Hòa tổ chức hội nghị.\n"


@pytest.mark.parametrize(
    ("sentence", "chairs"),
    [
        ("Ông Phan Văn Tá, Chủ tịch UBND xã, chủ trì hội nghị.", ["Phan Văn Tá"]),
        ("Hội nghị diễn ra dưới sự chủ trì của ông Phan Văn Tá.", ["Phan Văn Tá"]),
        ("Hội nghị diễn ra dưới sự điều hành của ông Phan Văn Tá.", ["Phan Văn Tá"]),
        (
            "Chủ trì hội nghị có các đồng chí: Phan Văn Tá, Chủ tịch UBND xã; Lý Thị Nga, Bí thư Đảng ủy.",
            ["Phan Văn Tá", "Lý Thị Nga"],
        ),
        (
            "Ông Phan Văn Tá, Chủ tịch UBND xã và bà Lý Thị Nga, Bí thư Đảng ủy đồng chủ trì hội nghị.",
            ["Phan Văn Tá", "Lý Thị Nga"],
        ),
        ("Ông Phan Văn Tá điều hành hội nghị.", ["Phan Văn Tá"]),
    ],
)
def test_who_chairs(sentence: str, chairs: list[str]) -> None:
    assert list(_meeting(LEAD + sentence).chairs) == chairs


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Phan Văn Tá yêu cầu Sở Y tế chủ trì, phối hợp với các xã.",
        "Ông Phan Văn Tá chủ trì nghiên cứu đề tài lúa lai.",
        "Ông Phan Văn Tá cho biết huyện sẽ chủ trì cuộc họp sau.",
    ],
)
def test_who_does_not_chair(sentence: str) -> None:
    assert _meeting(LEAD + sentence).chairs == ()


def test_a_bare_office_that_one_person_holds_speaks_for_him() -> None:
    text = "Sáng 5/3, Bí thư Đảng ủy Lý Thị Nga dự hội nghị của xã.\nBí thư Đảng ủy nhấn mạnh việc sửa đường."
    assert list(_meeting(text).speakers) == ["Lý Thị Nga"]


def test_words_to_a_reporter_are_not_spoken_at_the_meeting() -> None:
    text = LEAD + "Trao đổi với phóng viên, ông Phan Văn Tá cho biết đường đã xong."
    assert _meeting(text).speakers == ()


def test_who_is_spoken_of_does_not_speak() -> None:
    text = LEAD + "Trả lời về trường hợp ông Hồ Văn Ba, ông Phan Văn Tá cho biết đã xử lý."
    assert list(_meeting(text).speakers) == ["Phan Văn Tá"]


def test_those_listed_as_present_attend() -> None:
    text = LEAD + "Tham dự hội nghị có các đồng chí: Phan Văn Tá, Chủ tịch UBND xã; Lý Thị Nga, Bí thư Đảng ủy."
    assert list(_meeting(text).attendees) == ["Phan Văn Tá", "Lý Thị Nga"]


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 5/3, xã tổ chức hội nghị. Huyện đề nghị ông Phan Văn Tá nêu rõ lý do.",
        "Sáng 5/3, xã tổ chức hội nghị. Dự có ông Phan Văn Tá, Phó Giám đốc Trung tâm An toàn thông tin.",
        "Sáng 5/3, xã tổ chức hội nghị. Ông Phan Văn Tá, Trưởng ban Chỉ đạo Giải, dự hội nghị.",
    ],
)
def test_what_looks_like_a_verb_of_speech_is_not_one(text: str) -> None:
    assert _meeting(text).speakers == ()


def test_a_bare_office_with_another_word_before_it_is_another_office() -> None:
    text = (
        "Sáng 5/3, xã tổ chức hội nghị. Dự có ông Phan Văn Tá, Trưởng ban Tổ chức Huyện ủy."
        " Phó Trưởng ban Tổ chức Huyện ủy nhấn mạnh việc học."
    )
    assert _meeting(text).speakers == ()


def test_a_name_of_the_sentence_before_is_not_joined_to_the_chair() -> None:
    text = (
        "Bác sĩ Lý Văn Sinh, cán bộ khoa, bị khởi tố và bắt giam Sáng 5/3, Đại tá Phan Văn Tá chủ trì cuộc họp của xã."
    )
    assert list(_meeting(text).chairs) == ["Phan Văn Tá"]


def test_a_name_that_runs_on_into_the_verb_chairs() -> None:
    # Every word with a capital: the name of the chair cannot be told from what follows.
    assert len(_meeting("Sơ Kết. Thứ Trưởng Lưu Đức Kính Chủ Trì Hội Nghị.").chairs) == 1


def test_in_an_interview_who_is_named_before_the_colon_speaks() -> None:
    text = (
        "Sáng 5/3, ông Phan Văn Tá chủ trì cuộc họp báo của xã. - Báo An Hòa: Xã đã làm gì với đường? "
        "- Ông Phan Văn Tá: Bà Lý Thị Nga cho biết đường đã xong. - Báo An Hòa: Còn cầu? - Ông Hồ Văn Ba: Đang làm."
    )
    assert list(_meeting(text).speakers) == ["Phan Văn Tá", "Hồ Văn Ba"]


def test_who_witnesses_a_signing_attends() -> None:
    text = "Sáng 5/3, lễ ký kết của xã diễn ra dưới sự chứng kiến của ông Phan Văn Tá và bà Lý Thị Nga."
    assert list(_meeting(text).attendees) == ["Phan Văn Tá", "Lý Thị Nga"]


def test_words_to_shareholders_are_spoken_at_the_meeting() -> None:
    text = LEAD + "Trao đổi với cổ đông, ông Phan Văn Tá cho biết đường đã xong."
    assert list(_meeting(text).speakers) == ["Phan Văn Tá"]
