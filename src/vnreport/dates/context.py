"""The context that an expression is read in: the anchor, what was spoken of before, and the tense around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vnreport.dates.calendar import Range
from vnreport.records import Anchor
from vnreport.text.patterns import LazyPattern

_SAID = LazyPattern(r"(?<!\w)(?:chia sẻ|phát biểu|bày tỏ|nhấn mạnh|khẳng định|tâm sự|xúc động|cho rằng)(?!\w)")
_UP_TO = tuple(
    f"{head} {to} {hold}"
    for head in ("tính", "lũy kế", "lũy kế tính", "tính lũy kế", "cộng dồn")
    for to in ("đến", "tới")
    for hold in ("", "hết ", "cuối ", "thời điểm ", "hết thời điểm ")
)
_OPENS = ("", " ", "\n", "(", ":")
_STOPS = (". ", ".” ", '." ', "! ", "? ", "… ", "* ")
_NEXT = LazyPattern(r" ?(?:tới|tới đây|sắp tới|sắp đến|sang năm)(?!\w)(?! \d)")
_LAST = LazyPattern(r" ?(?:vừa qua|vừa rồi|qua|mới đây)(?!\w)")
_FUTURE = LazyPattern(
    r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị|hạn chót|chậm nhất|muộn nhất|kế hoạch|phấn đấu|trước|đến hết"
    r"|đến|tới|hoàn thành|"
    r"có hiệu lực|bắt đầu|kể từ|yêu cầu|hoàn tất)(?!\w)"
)
_PAST = LazyPattern(r"(?<!\w)(?:đã|vừa|từng|được biết|hôm|diễn ra|theo|sau|xảy ra|trước đó)(?!\w)")
_COMPARED_STRICT = LazyPattern(r"(?:so(?: với)?|bằng|gấp [\d,.]+ lần(?: so với)?|cùng kỳ)(?: cả| của| mức| chung)? $")
_BOUND_BEFORE = LazyPattern(r"(?:trước|đến|tới|từ|hết|hạn|sau|chậm nhất|muộn nhất|lịch)(?: hết| \w+)? $")
_DOCUMENT_BEFORE = LazyPattern(r"(?:số \S{1,24}|\S{1,20}/\S{1,16}|\d-[a-zđ]{2,8}/?\S{0,8}),? $")


@dataclass(slots=True)
class Context:
    """What is known when an expression is reached; `find` moves it on from one to the next.

    `today` is the anchor and `anchor` says where it comes from. `last_day` is the day last spoken of (it ends at
    `last_day_at`), `event_day` the day of the event being told, `explicit_day` the last one said in full. `topic` is
    the period that figures are compared for, of the size `topic_unit`, `topic_part` the last one shorter than a year.
    `spoken` is the last resolved period of any kind, `year` a year that opened a sentence, `recurring_at` where a set
    was, `told` a day in the year that the text itself tells where no `today` is known. What ends in `_at` is an offset
    of the twin, below 0 while there is none.
    """

    today: dt.date | None
    anchor: Anchor
    last_day: dt.date | None = None
    last_day_at: int = -(10**9)
    event_day: dt.date | None = None
    topic: Range | None = None
    topic_part: Range | None = None
    topic_unit: str | None = None
    spoken: Range | None = None
    spoken_at: int = -1
    year: int | None = None
    year_at: int = -1
    recurring_at: int = -1
    explicit_day: dt.date | None = None
    told: dt.date | None = None

    def compare(self, span: Range, unit: str | None) -> None:
        """Let `span` be what figures are compared for from here on."""
        self.topic, self.topic_unit = span, unit
        if unit != "year":
            self.topic_part = span

    def same_period(self) -> Range | None:
        """What ``cùng kỳ`` is the same as: rather a part of the year just named than the whole of it."""
        topic, part = self.topic, self.topic_part
        if self.topic_unit == "year" and topic and part and topic[0] <= part[0] and part[1] <= topic[1]:
            return part
        return topic


@dataclass(slots=True)
class Around:
    """The words about one expression: `text` is the folded twin, `start` and `end` are where it stands in it."""

    text: str
    start: int
    end: int

    @property
    def sentence(self) -> int:
        """The offset at which its sentence begins, near enough for tense; at most 400 characters back."""
        text, at = self.text, self.start
        low = max(0, at - 400)
        start = max(low, text.rfind("\n", low, at) + 1)
        for stop in _STOPS:
            found = text.rfind(stop, start, at)
            if found >= 0:
                start = found + len(stop)
        return start

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing but a word or two (14 characters) stands before it in the sentence."""
        return self.start - self.sentence <= 14

    def before(self, limit: int) -> str:
        """Up to `limit` characters in front, within the sentence."""
        return self.text[max(self.sentence, self.start - limit) : self.start]

    def after(self, limit: int) -> str:
        """Up to `limit` characters behind, within the clause: to a line break, a full stop or a semicolon."""
        text = self.text[self.end : self.end + limit]
        for stop in ("\n", ". ", ";"):
            cut = text.find(stop)
            if cut >= 0:
                text = text[:cut]
        return text

    def explains(self) -> bool:
        """Whether it says again, in brackets or behind ``tức``, what stands before."""
        return self.text[max(0, self.start - 10) : self.start].endswith(
            ("(", "(tức ", "tức ", "tức ngày ", "nhằm ", "nhằm ngày ")
        )

    def compared(self) -> bool:
        """Whether it is what something is compared with (``so với tháng trước``)."""
        return _COMPARED_STRICT.search(self.text[max(0, self.start - 28) : self.start]) is not None

    def cumulative(self) -> bool:
        """Whether figures are counted up to it (``tính đến 20/3/2021``)."""
        return self.text[max(0, self.start - 40) : self.start].endswith(_UP_TO)

    def bounded(self) -> bool:
        """Whether it is a bound or a deadline, or the date of a document, and so no day of an event."""
        before = self.text[max(0, self.start - 40) : self.start]
        return _BOUND_BEFORE.search(before) is not None or _DOCUMENT_BEFORE.search(before) is not None

    def side(self) -> int:
        """Which way it lies: 2 ahead, -2 back by the words right behind; 1, -1 by the tense; 0 where nothing tells."""
        if _NEXT.match(self.text, self.end):
            return 2
        if _LAST.match(self.text, self.end):
            return -2
        before, after = self.before(50), self.after(40)
        future = len(_FUTURE.findall(before)) + len(_FUTURE.findall(after))
        past = len(_PAST.findall(before)) + len(_PAST.findall(after))
        return (future > past) - (past > future)

    def quoted(self) -> bool:
        """Whether it stands inside quotation marks, or in what a sentence reports as said."""
        if self.text[self.start : self.end] == "hôm nay" and _SAID.search(self.text, self.sentence, self.start):
            return True
        low = max(0, self.start - 2000)
        line = max(low, self.text.rfind("\n", low, self.start) + 1)
        opened, closed = self.text.count("“", line, self.start), self.text.count("”", line, self.start)
        mark = self.text.rfind('"', line, self.start)
        if opened > closed:
            return True
        if mark < 0 or self.text[mark - 1 : mark] not in _OPENS or self.text[mark + 1] == " ":
            return False
        closing = self.text.find('"', self.end, self.end + 1000)
        return closing >= 0 and self.text[closing - 1] != " " and "\n" not in self.text[self.end : closing]
