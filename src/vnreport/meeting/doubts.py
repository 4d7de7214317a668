"""What speaks against an event being the one reported: it is talked of, lies ahead or far back, was not held."""

from __future__ import annotations

from vnreport import lexicon
from vnreport.document import Document
from vnreport.text.patterns import LazyPattern

_TOPIC = LazyPattern(
    lambda: (
        rf"(?<!\w)(?:{lexicon.alternation(lexicon.entries('meeting_topics'))}|\d+"
        r"|(?:các|những|nhiều) (?:hội nghị|hội thảo|cuộc họp|diễn đàn)(?:,| và| -)?) \Z"
    )
)
# `một hội nghị` is any conference, unless it is told when it took place.
_ANY = LazyPattern(r"(?<!\w)một \Z")
_TOOK_PLACE = LazyPattern(r"[^.;\n]{0,100}?(?<!\w)(?:diễn ra|được tổ chức|khai mạc)(?!\w)[^.;\n]{0,30}?\d")
_TO_TAKE_PLACE = LazyPattern(r"[^.;\n]{0,140}?(?<!\w)(?:sẽ|dự kiến) (?:được )?(?:diễn ra|tổ chức|khai mạc)(?!\w)")
_AHEAD_OF_TIME = LazyPattern(r"(?<!\w)(?:sẽ|sắp|dự kiến|tới đây|sắp tới|dự định)(?!\w)")
_IN_PASSING_BY = LazyPattern(r"(?<!\w)(?:sau|trước) khi (?:[^\W\d]+ ){0,4}\Z")
_NOT_HELD = LazyPattern(
    r"(?<!\w)(?:(?:không|chưa|vắng mặt|tạm dừng|dừng|tạm hoãn|hoãn|hủy) (?:[^\W\d]+ ){0,2}"
    r"|(?:hỗ trợ|phải|cần|chủ động|sẵn sàng|mong muốn|muốn|xin|thường xuyên|hẹn|yêu cầu|đề nghị) (?:[^\W\d]+ ){0,1}"
    r"|(?:trong lúc|trong khi|khi) đang )\Z"
)
_COMING = LazyPattern(
    r"[^.;\n]{0,60}?(?<!\w)(?:tháng|tuần|năm|ngày)(?: \d{1,4})? (?:tới|sau)(?!\w)|[^.;\n]{0,60}?\d tới(?!\w)"
)
_JUST_PAST = LazyPattern(r"[^.;\n]{0,80}?(?<!\w)(?:vừa qua|trước đó|năm ngoái|năm trước|lần trước)(?!\w)")
_BY_THE_WAY = LazyPattern(
    r"(?:được biết, )?(?:trước đó|cách đây|năm ngoái|năm trước|hồi tháng|vừa qua|gần đây|từng)(?!\w)"
)
_TOLD_TO_PRESS = LazyPattern(
    r"(?<!\w)trao đổi với (?:báo|pv|phóng viên)(?!\w)[^.;\n]{0,160}?(?<!\w)(?:cho biết|cho hay|thông tin)(?!\w)"
)

_TOLD_REACH = 240
_HEAD = 900  # code points that tell what an article is about
_SHOWN = 3  # words of sport or show business from which on the article is about them
_SHOW = LazyPattern(lambda: rf"(?<!\w){lexicon.alternation(lexicon.entries('sport_and_show'))}(?!\w)")


def factor(document: Document, start: int, end: int, sentence: tuple[int, int]) -> float:
    """What the words about the meeting word at `start` to `end` of the twin leave of its weight, from above 0 to 1.

    `sentence`: where its sentence begins and ends in the twin.
    """
    folded = document.folded
    factor = 1.0
    if _TOPIC.search(folded, max(sentence[0], start - 24), start):
        any_one = _ANY.search(folded, max(sentence[0], start - 5), start) is not None
        factor *= 1.0 if any_one and _TOOK_PLACE.match(folded, end, sentence[1]) else 0.2
    ahead = _AHEAD_OF_TIME.search(folded, max(sentence[0], start - 25), min(end + 35, sentence[1]))
    if ahead or _TO_TAKE_PLACE.match(folded, end, sentence[1]):
        factor *= 0.4
    if _NOT_HELD.search(folded, max(sentence[0], start - 32), start):
        factor *= 0.2
    if _IN_PASSING_BY.search(folded, max(sentence[0], start - 40), start):
        factor *= 0.3
    if _COMING.match(folded, end, sentence[1]):
        factor *= 0.3
    if _JUST_PAST.match(folded, end, sentence[1]) or _BY_THE_WAY.match(folded, sentence[0]):
        factor *= 0.3
    # As far back as the pattern can reach, and no further: a sentence may be the whole of a long text.
    if _TOLD_TO_PRESS.search(folded, max(sentence[0], start - _TOLD_REACH), start):
        factor *= 0.3
    return factor


def about_show(document: Document) -> bool:
    """Whether the article is about sport or show business, where a briefing or a ceremony is no meeting to record."""
    return any(n == _SHOWN for n, _ in enumerate(_SHOW.finditer(document.folded, 0, _HEAD), 1))
