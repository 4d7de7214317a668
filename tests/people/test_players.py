"""Players of one name: every sign of one shows in its examples, and teams, grounds and papers are nobody."""

import pytest

from vnreport import Pipeline
from vnreport.document import Document
from vnreport.grammar import Example
from vnreport.people import heads, names, players
from vnreport.people.players import SIGNS, Sign
from vnreport.people.words import Words

PIPELINE = Pipeline(stages=["people"], tagger=None)
LEAD = "HLV Lê Văn Tá hài lòng sau trận chung kết. Các cầu thủ đội bóng của ông ghi bàn trong hiệp 2. "


def _shown(sign: Sign, text: str) -> list[str]:
    words = Words(Document(text))
    reader = names.walk(words, heads.find(words), []).reader
    runs = [(i, i + 1) for i in range(len(words)) if words.cap[i] and words.low[i] in ("brusov", "mehra")]
    return [words.text(*run) for run in runs if sign.holds(reader, sign.fields[0], *run)]


def _names(text: str) -> list[str]:
    return [p.name for p in PIPELINE.parse(LEAD + text).people][1:]


def test_every_sign_has_an_example_and_a_near_miss() -> None:
    assert all(sign.examples and sign.misses for sign in SIGNS)


@pytest.mark.parametrize(("sign", "example"), [(sign, example) for sign in SIGNS for example in sign.examples])
def test_a_sign_shows_in_its_example(sign: Sign, example: Example) -> None:
    assert example.reads in _shown(sign, example.text)


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign in SIGNS for text in sign.misses])
def test_a_sign_does_not_show_in_a_near_miss(sign: Sign, text: str) -> None:
    assert _shown(sign, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phút 20, Brusov dứt điểm. Hôm nay Brusov rất vui.", ["Brusov"]),
        ("Cú sút của Ivo Brusov đi vọt xà. Hôm nay Brusov vui.", ["Ivo Brusov"]),
        ("Đội hình: Brusov, Mehra, Thordis, Sharvi.", ["Brusov", "Mehra", "Thordis", "Sharvi"]),
        ("Ghi bàn: Brusov (20'), Mehra.", ["Brusov", "Mehra"]),
        ("Nhưng Brusov dứt điểm ra ngoài. Sau đó Brusov ra về.", ["Brusov"]),
        ("Một phút sau Công Lượng vào sân. Anh chuyền cho Công Lượng.", ["Công Lượng"]),
        ("CLB Brusov ghi bàn. Sân Brusov đầy khách. Hôm nay Brusov vui.", []),
        ("Kết quả: Brusov 2-1 Mehra. Hôm nay Brusov ghi bàn sớm.", []),
        ("Hôm nay Brusov vui.", []),
        ("Phút 20, Astra Open tỏa sáng.", []),
        ("Phút 20, VFX dứt điểm.", []),
    ],
)
def test_players_are_people_and_teams_are_not(text: str, found: list[str]) -> None:
    assert _names(text) == found


def test_all_mentions_of_a_player_are_of_one_person() -> None:
    text = LEAD + "Cú sút của Ivo Brusov đi vọt xà. Brusov buồn. Hôm nay khán giả gọi tên Brusov."
    assert [len(p.mentions) for p in PIPELINE.parse(text).people] == [1, 3]


def test_outside_sport_a_lone_foreign_word_is_nobody() -> None:
    assert PIPELINE.parse("Xã An Hòa họp. Hôm nay Brusov dứt điểm việc này. Cú đá của Brusov mạnh.").people == ()


def test_the_look_for_players_is_left_out_where_nothing_is_left() -> None:
    words = Words(Document("xã họp"))
    assert players.look(names.walk(words, {}, [])) == []


SHOWN = "Ca sĩ Lê Văn Tá ra mắt MV. Khán giả khen ca khúc của nam ca sĩ và album mới. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sau đó Brusova diện váy trắng. Hôm nay Brusova vui.", ["Brusova"]),
        ("Ông là chồng của Ivana Brusova.", ["Ivana Brusova"]),
        ("Trên trang cá nhân, Hồng Lượng cũng chia sẻ.", ["Hồng Lượng"]),
        ("Bộ phim Brusova nổi tiếng. Phim Brusova dài.", []),
        ("Giọng ca R&B nổi tiếng đã hát.", []),
        ("Nhân vật Brusova sinh năm 1980.", []),
    ],
)
def test_artists_are_people_and_their_works_are_not(text: str, found: list[str]) -> None:
    assert [p.name for p in PIPELINE.parse(SHOWN + text).people][1:] == found
