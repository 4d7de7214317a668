"""What speaks for a meeting being the one reported: the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.document import Document
from vnreport.text.patterns import LazyPattern

REACH = 72
"""Code points looked at before a meeting word."""
_AHEAD = 150  # and behind it


@dataclass(frozen=True)
class Cue:
    """Words beside a meeting word (`side` ``before`` or ``after``) and how much they say for it (`weight`, from 0 up).

    `examples` are sentences in which the cue fires, `misses` sentences in which it does not.
    """

    name: str
    side: str
    pattern: LazyPattern
    weight: float
    examples: tuple[str, ...]
    misses: tuple[str, ...] = ()


CUES: tuple[Cue, ...] = (
    Cue(
        "convened",
        "before",
        LazyPattern(
            r"(?<!\w)(?:tổ chức|diễn ra|khai mạc|bế mạc|chủ trì|chủ tọa|điều hành|triệu tập|tiến hành|mở)"
            r"(?:,? [^\W\d]+){0,5} \Z"
        ),
        4,
        (
            "Ngày 3/4, huyện ủy tổ chức hội nghị.",
            "Tại xã diễn ra hội nghị.",
            "Ông chủ trì và phát biểu kết luận cuộc họp.",
        ),
        ("Cuộc họp sáng nay bàn việc tổ chức thi.",),
    ),
    Cue(
        "just convened",
        "before",
        LazyPattern(r"(?<!\w)vừa (?:chủ trì|chủ tọa|tổ chức|triệu tập|có)(?:,? [^\W\d]+){0,3} \Z"),
        6,
        ("Bộ trưởng vừa chủ trì hội nghị bàn cách chống hạn.", "Huyện vừa có buổi làm việc với xã."),
        ("Bộ trưởng vừa rời hội nghị.",),
    ),
    Cue(
        "attended",
        "before",
        LazyPattern(
            r"(?<!\w)(?:dự|tham dự|đến dự|tham gia|phát biểu|kết luận|kết thúc|khép lại|có|đã có)"
            r"(?:,? [^\W\d]+){0,5} \Z"
        ),
        3,
        ("Ông Tá dự và phát biểu tại hội nghị.", "Hai bên đã có buổi làm việc."),
        ("Hội nghị có nhiều đại biểu.",),
    ),
    Cue(
        "spoken at",
        "before",
        LazyPattern(r"(?<!\w)tại(?: [^\W\d]+){0,2} \Z"),
        2.5,
        ("Tại cuộc họp, ông Tá nói.",),
        ("Xã bàn về cuộc họp.",),
    ),
    Cue(
        "spoken in",
        "before",
        LazyPattern(r"(?<!\w)trong(?: [^\W\d]+){0,2} \Z"),
        1.2,
        ("Trong cuộc họp, ông Tá nói.",),
        ("Xã bàn về cuộc họp.",),
    ),
    Cue(
        "said in",
        "before",
        LazyPattern(
            r"(?<!\w)(?:chỉ đạo|khẳng định|yêu cầu|phát biểu|cho biết|nói|nhấn mạnh|thông tin|kết luận|đề nghị|ý kiến)"
            r" (?:của )?(?:[^\W\d][\w&-]{0,14} ){1,12}(?:trong|tại) (?:[^\W\d]+ )?\Z"
        ),
        3,
        ("“Phải sửa đường” là chỉ đạo của Bộ trưởng Lê Tá trong buổi làm việc tại xã.",),
        ("Bộ trưởng chỉ đạo sửa đường. Trong buổi làm việc, xã lo ngại.",),
    ),
    Cue(
        "done",
        "before",
        LazyPattern(
            r"(?<!\w)(?:đã|vừa|tiếp tục|bắt đầu|thực hiện|trong khuôn khổ|nhân|trả lời tại)(?: [^\W\d]+){0,2} \Z"
        ),
        3,
        ("Sáng 3/4, ông Tá đã tiếp xúc cử tri.", "Tổng thống bắt đầu chuyến thăm."),
        ("Xã sẽ tiếp xúc cử tri.",),
    ),
    Cue(
        "told at",
        "before",
        LazyPattern(
            r"(?<!\w)(?:như vậy|(?:thông tin|nội dung|điều|vấn đề|câu hỏi|ý kiến|đề xuất|nhận định|yêu cầu|khẳng định)"
            r" (?:trên|này)(?: [^\W\d]+){0,6})"
            r" (?:tại|trong)(?: [^\W\d]+){0,2} \Z"
        ),
        3.5,
        (
            "Ông Tá chia sẻ như vậy tại tọa đàm.",
            "Thông tin trên được nêu tại hội nghị của huyện.",
            "Đề xuất trên được ông Tá đưa ra tại cuộc họp.",
        ),
        ("Tại tọa đàm, ông Tá nói như vậy.",),
    ),
    Cue(
        "pictured",
        "before",
        LazyPattern(r"(?<!\w)(?:(?:toàn|quang) cảnh|các đại biểu (?:tham )?dự) \Z"),
        2.5,
        ("Toàn cảnh lễ công bố. Ảnh: An", "Các đại biểu dự hội nghị."),
        ("Toàn cảnh xã nhìn từ nơi hội nghị họp.",),
    ),
    Cue(
        "dated",
        "after",
        LazyPattern(r"(?: [^\W\d]+){0,7},? (?:sáng|trưa|chiều|tối|ngày)(?: (?:nay|qua|ngày)| (?=\d))"),
        2,
        ("Họp báo chiều 3/4, huyện cho biết đường đã xong.", "Cuộc họp của huyện sáng nay đông người."),
        ("Cuộc họp của huyện đông người.",),
    ),
    Cue(
        "takes place",
        "after",
        LazyPattern(
            r"[^.;\n]{0,140}?(?<!\w)"
            r"(?:diễn ra|(?:được|do [^,.;\n]{3,110}?) tổ chức|khai mạc|bế mạc|thành công tốt đẹp)(?!\w)"
        ),
        4,
        ("Hội nghị do huyện mở đã diễn ra sáng nay.", "Sáng nay, đại hội của xã khai mạc."),
        ("Hội nghị đông người.",),
    ),
    Cue(
        "of inspectors",
        "after",
        LazyPattern(r"(?: (?:lần )?(?:thứ )?\d{1,3})?,?(?: của)? (?:ủy ban kiểm tra|ubkt)(?!\w)"),
        3.2,
        ("Theo đó, tại kỳ họp thứ 5, Ủy ban Kiểm tra Huyện ủy An Lĩnh đã kỷ luật ông Tá.",),
        ("Kỳ họp thứ 5, HĐND xã bầu Ủy ban kiểm tra.",),
    ),
    Cue(
        "does business",
        "after",
        LazyPattern(
            r"(?: này)?,? (?:còn )?(?:có sự (?:tham dự|tham gia|góp mặt)"
            r"|(?:đã|cũng) (?:thảo luận|nghe|thông qua|bầu|tập trung|tiến hành|thống nhất))"
            r"|(?: lần thứ \w+)?(?: [^\W\d]+){1,12}? đã (?:nhất trí )?"
            r"(?:bầu|biểu quyết|quyết nghị|thông qua|kiện toàn)(?!\w)"
        ),
        3,
        (
            "Hội nghị đã thảo luận kế hoạch.",
            "Đại hội lần thứ 2 Hội Làm vườn đã bầu ban chấp hành.",
            "Buổi lễ còn có sự tham dự của lãnh đạo xã.",
        ),
        ("Hội nghị là dịp tốt.",),
    ),
)
"""What speaks for a meeting being the one reported; the heaviest that fires counts."""


def fired(document: Document, start: int, end: int) -> list[Cue]:
    """The cues that fire for the meeting word at `start` to `end` of the twin."""
    before = document.folded[max(0, start - REACH) : start]
    stop = max(before.rfind(mark) for mark in ".;:\n“”")
    before = before[stop + 1 :]
    after = document.folded[end : end + _AHEAD]
    return [cue for cue in CUES if (cue.pattern.search(before) if cue.side == "before" else cue.pattern.match(after))]
