"""The people of an article as the roles need them: where they are named, where their names' phrases begin and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from vnreport import lexicon
from vnreport.document import Document
from vnreport.records import Person
from vnreport.text.patterns import LazyPattern

_PARTS = 10
_COMMAS = 3  # commas or dashes that may stand inside an apposition
_APPOSITION = 170  # code points of offices and brackets between a name and its verb, at most

_HONORIFIC = LazyPattern(
    lambda: (
        r"(?<!\w)(?:(?:các|hai|quý|vị|cử tri|đại biểu|đội viên|gs|ts|pgs|ths|bs|ls|đb|đbqh)[ .]{0,2}){0,4}"
        rf"(?:{lexicon.alternation(lexicon.entries('honorifics'))})?[ :]{{0,4}}\Z"
    )
)
_GAP_BEFORE = LazyPattern(r"[ ,.–—\-:]{0,4}(?:(?:và|kiêm|đồng thời là|nguyên)[ ]?)?\Z")
_GAP = LazyPattern(r"(?: ?[,–—-] ?| |, (?:và |kiêm |đồng thời là |hiện là )?| và (?=\w)| kiêm )")
_BRACKET = LazyPattern(r" ?\([^()\n]{1,90}\)")
# An apposition that no mark ends runs to the verb: `bà An - Phó Hiệu trưởng Trường Hòa An đề nghị …`.
_BEFORE_VERB = (
    r"(?= (?:cho biết|cho rằng|cho hay|nhấn mạnh|khẳng định|phát biểu|đề nghị|yêu cầu|nói|báo cáo|trình bày|chia sẻ"
    r"|bày tỏ|đánh giá|nêu"
    r"|(?<!công nghệ )(?<!an toàn )(?<!trung tâm )(?<!và )thông tin(?! (?:điện tử|đại chúng|đối ngoại))"
    r"|kết luận|đã|cũng|thì|kiến nghị|chủ trì|đồng chủ trì|chỉ đạo|ghi nhận|biểu dương|trả lời|cho hay"
    r"|giải thích|phân tích|nhận định|trao đổi|tuyên bố|phản ánh|giao|phát động"
    r"|lưu ý)(?!\w))"
)
_UNMARKED = LazyPattern(rf"(?:,| ?[-–—]) (?=\p{{Lu}})(?:[^,.;:“”\"\n]|, (?=\p{{Lu}})){{4,130}}?{_BEFORE_VERB}")
_REST = LazyPattern(rf" (?=\p{{L}})[^,.;:“”\"\n()]{{1,60}}?{_BEFORE_VERB}")  # of an office known in part
# Where somebody lives: `Ông An ở thôn 3 đề nghị …`.
_DWELLING = LazyPattern(rf" (?:ở|trú (?:ở|tại)|trú|ngụ|đến từ) (?!và )[^,.;:“”\"\n()]{{2,60}}?{_BEFORE_VERB}")
_FREE = LazyPattern(r"(?:,| ?[-–—]) (?:[^.;:“”\"\n()]|\([^()\n]{0,80}\)){2,150}?(?=,(?!\d)|;| [-–—] )")


@dataclass(frozen=True)
class Naming:
    """One mention of a person, in twin offsets.

    `person` indexes the people; `start`, `end` are the name's, `opens` is where its phrase begins (address, offices).
    """

    person: int
    start: int
    end: int
    opens: int


class Cast:
    """The people found, their mentions (`namings`) in the order of the text and their offices, in twin offsets."""

    def __init__(self, document: Document, people: tuple[Person, ...]) -> None:
        self.document = document
        self.people = people
        folded = document.folded
        spans = {document.twin(position.span) for person in people for position in person.positions}
        # An office is printed again and again, and stands in the record once: it is known again by its words.
        self._offices = frozenset(folded[start:end] for start, end in spans)
        self._lengths = sorted({end - start for start, end in spans}, reverse=True)
        mentions = sorted(
            (*document.twin(mention.span), i) for i, person in enumerate(people) for mention in person.mentions
        )
        self.namings = [Naming(i, start, end, self._trimmed(self._opening(start))) for start, end, i in mentions]
        self._starts = [naming.start for naming in self.namings]

    def between(self, start: int, end: int) -> list[Naming]:
        """The mentions that begin in `start` to `end` (exclusive) of the twin."""
        return self.namings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last(self, start: int, end: int, count: int = 1) -> list[Naming]:
        """The last of them, at most `count`, in order."""
        stop = bisect_left(self._starts, end)
        return self.namings[max(bisect_left(self._starts, start), stop - count) : stop]

    def following(self, start: int, end: int) -> Iterator[Naming]:
        """They one by one, for who may need but the first few of them."""
        return islice(self.namings, bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _opening(self, start: int) -> int:
        """Where the phrase of the name at `start` begins: offices and address in front belong to it."""
        folded = self.document.folded
        for _ in range(_PARTS):
            address = _HONORIFIC.search(folded, max(0, start - 24), start)
            at = address.start() if address is not None else start
            gap = _GAP_BEFORE.search(folded, max(0, at - 16), at)
            end = gap.start() if gap is not None else at
            length = next((n for n in self._lengths if n <= end and folded[end - n : end] in self._offices), None)
            if length is None or folded[end - length - 1 : end - length].isalnum():
                return at
            start = end - length
        return start

    def _trimmed(self, start: int) -> int:
        while self.document.text[start] in " \n:":
            start += 1
        return start

    def _office(self, at: int) -> int:
        """The end of the office that begins at `at`; 0 where none does."""
        folded = self.document.folded
        for length in self._lengths:
            if folded[at : at + length] in self._offices and not folded[at + length : at + length + 1].isalnum():
                return at + length
        return 0

    def closings(self, naming: Naming, stop: int) -> list[int]:
        """Where in the twin the phrase of a name may end, at most at `stop`, the name's own end first.

        The others are behind what may stand in apposition to it.
        """
        text = self.document.text
        ends = [naming.end]
        at = naming.end
        for _ in range(_PARTS):
            if bracket := _BRACKET.match(text, at, stop):
                at = bracket.end()
            elif (gap := _GAP.match(text, at, stop)) and (office := self._office(gap.end())):
                at = office
            else:
                break
            ends.append(at)
        for from_ in dict.fromkeys((naming.end, at)):
            reach = min(stop, from_ + _APPOSITION)
            free = _FREE.match(text, from_, reach)
            for _ in range(_COMMAS):
                if free is None:
                    break
                ends.append(free.end())
                free = _FREE.match(text, free.end(), reach)
        for from_ in dict.fromkeys((naming.end, at)):
            unmarked = _UNMARKED.match(text, from_, min(stop, from_ + _APPOSITION))
            if unmarked is not None:
                ends.append(unmarked.end())
        if dwelling := _DWELLING.match(text, naming.end, min(stop, naming.end + _APPOSITION)):
            ends.append(dwelling.end())
        if at > naming.end and (rest := _REST.match(text, at, min(stop, at + _APPOSITION))):
            ends.append(rest.end())
        return ends
