"""Offices: what a title is and where it ends.

An office is a head (`bí thư`, `giám đốc`, `ca sĩ`) with words before it that modify it (`nguyên`, `quyền`, `phó`),
words behind it that do (`thường trực`), and the organisation and the place that complete it. Heads and the words of
organisations are word lists; what may follow what is the grammar here.
"""

from __future__ import annotations

from collections.abc import Set

from vnreport.people import lists
from vnreport.people.context import STOP
from vnreport.people.lists import Head
from vnreport.people.titles import Title
from vnreport.people.words import Phrases, Words

LONGEST = 28
"""Words of the longest complement."""


_FORMER = frozenset(("nguyên", "cố", "cựu"))
_PLURAL = frozenset(("các", "những", "hai", "ba", "bốn", "nhiều", "một số", "số"))
_MODIFIERS = Phrases(
    (
        "thường trực", "thường trú", "luân phiên",
        "chuyên trách", "không chuyên trách", "điều hành", "danh dự", "phụ trách",
        "thứ nhất", "cấp cao", "cao cấp", "dự khuyết", "chính thức", "trưởng", "kiêm nhiệm", "qncn",
        "phụ trách chuyên môn",
    )
)  # fmt: skip
_TOPICS = lists.group("topic")
_PLACES = lists.group("place unit")
_OPEN_FIELDS = lists.group("open field")
_COMPLETE = lists.group("complete")
_OF_A_FIELD = lists.group("of a field")
_NEED_NAME = lists.group("need name")
_HIGHER = lists.group("higher body")
_GUILDS = lists.group("guild")
_OF = frozenset(("của", "thuộc"))
_DAY_MARKS = frozenset(("/", "-", ".", ",", ":", "ngày", "tháng", "mùng", "lúc"))
_UNITS = lists.group("numbered")
_DEPARTMENTS = lists.group("department")
_NUMBERED_BODIES = lists.group("numbered body")
_MINISTRIES = lists.group("ministry")
_OPENERS = lists.group("discourse opener")
_ABOUT = lists.group("about")
_NOT_INSIDE = frozenset(("khóa", "khoá", "nhiệm", "sinh", "tuổi"))
_ABROAD = lists.group("abroad")
_SAYING = lists.group("saying")
_ADDRESSES = lists.group("address")
_GUILD_HEADS = frozenset(("hội", "hiệp", "liên", "chi", "câu", "clb", "trung", "viện", "quỹ", "công", "tổng", "khoa"))
_ENDING = frozenset((",", ".", ";", ")", "(", "-", "–", "\n"))
_ACTS = lists.group("act")
"""Words of organisations that are verbs as well: in small letters behind a place or a unit they are one."""


_GATHERINGS = lists.group("gathering")
_AUXILIARIES = frozenset(("đã", "sẽ", "cũng", "còn", "thì", "là", "được", "bị", "vừa"))
_OVER_OFFICES = lists.group("over office")
"""Heads that are completed by another office: `Trợ lý Giám đốc`, `Trưởng đoàn đại biểu Quốc hội`."""
_NEED_COMPLEMENT = lists.group("need complement")


class Parser:
    """Reads the titles of a document."""

    def __init__(self, words: Words, heads: dict[int, Head]) -> None:
        self.words = words
        self.heads = {at: head for at, head in heads.items() if head.kind != "status"}
        self.organisations = lists.phrases("organisation_heads")
        self.inner = lists.inner()
        self.honorifics = lists.phrases("honorifics")
        self.speech = lists.phrases("speech_verbs")
        self.places = lists.places()
        self.weak: Set[int] = frozenset()

    def parse(self, barrier: list[int], weak: Set[int] = frozenset()) -> list[Title]:
        """All titles, left to right, none overlapping.

        `barrier` holds, for each word, the index of the name it belongs to, or -1; `weak` are the names, by index, that
        draw no words of no list to the title before them (short forms).
        """
        self.weak = weak
        titles: list[Title] = []
        done = 0
        for head in self.heads.values():
            if head.start < done or barrier[head.start] >= 0 or self._run_for(head.start):
                continue
            title = self._title(head, barrier, done)
            self._at_work(title, barrier)
            role = " ".join(self.words.low[head.start : head.end])
            if role in _NEED_COMPLEMENT and title.complement < 0:
                continue
            if role in _NEED_NAME and (
                not self._proper(title) or self.words.low[title.end + 1 : title.end + 2] == ["các"]
            ):
                continue
            titles.append(title)
            done = title.end
        return titles

    def _run_for(self, i: int) -> bool:
        """Whether the office at `i` is one that somebody runs for: `ứng cử viên tổng thống`."""
        low = self.words.low
        return low[i - 1 : i] == ["viên"] and low[i - 2 : i - 1] in (["cử"], ["ứng"])

    def _at_work(self, title: Title, barrier: list[int]) -> None:
        """Lets a title in apposition run over the place of work: `A, Trưởng khoa tại Bệnh viện Sao Mai, nói`.

        Elsewhere `tại` opens what the clause goes on with.
        """
        low, end = self.words.low, title.end
        at = title.start - (low[title.start - 1 : title.start] == ["một"])
        if low[end : end + 1] != ["tại"] or at < 2 or low[at - 1] not in (",", "-", "–") or barrier[at - 2] < 0:
            return
        if not (self.organisations.at(low, end + 1) or self.inner.at(low, end + 1) > 1):
            return
        if " ".join(low[end + 1 : end + 3]) in _GATHERINGS:
            return
        for k in range(end + 2, min(end + 16, len(low))):
            if low[k] in _AUXILIARIES:
                return
            if low[k] == "," or self.speech.at(low, k):
                title.complement, title.end = (title.complement if title.complement >= 0 else end), k
            if low[k] in ",.;:(\n" or barrier[k] >= 0 or k in self.heads or title.end == k:
                return

    def _proper(self, title: Title) -> bool:
        """Whether what completes the title has a name: `đại diện` alone, or of `chính quyền`, is no title."""
        return title.complement >= 0 and any(self.words.cap[title.complement : title.end])

    def _title(self, found: Head, barrier: list[int], floor: int) -> Title:
        low = self.words.low
        head, body = found.start, found.end
        title = Title(head, head, body, body, found.kind)
        start = head
        if start > floor and low[start - 1] == "phó" and barrier[start - 1] < 0:
            start, title.deputy = start - 1, True
        if start > floor and low[start - 1] == "quyền" and low[start - 2 : start - 1] != ["chính"]:
            start, title.acting = start - 1, True
        if start > floor and low[start - 1] == "hàm" and low[start - 2 : start - 1] != ["học"]:
            start -= 1  # `Hàm Vụ phó`
        if start > floor and low[start - 1] in _FORMER and barrier[start - 1] < 0:
            start, title.former = start - 1, True
        title.start = start
        before = start - self.honorifics.before(low, start)  # `các đồng chí Ủy viên Trung ương Đảng: A; B`
        title.plural = before > 0 and (low[before - 1] in _PLURAL or self._count(before - 1))
        end = body
        while length := _MODIFIERS.at(low, end):
            end += length
        title.end = end
        if title.kind == "rank":  # `Thống tướng Myanmar Min Aung`
            place = self.places.at(low, end)
            title.end = end + place if 0 < place < len(low) - end and barrier[end + place] >= 0 else end
        else:
            title.end = self._complement(title, end, barrier)
            if title.end > end:
                title.complement = end
        return title

    def _count(self, i: int) -> bool:
        """Whether the word at `i` counts who holds an office (`2 Phó Chủ tịch`) and names no ward and no day."""
        low = self.words.low
        return low[i].isdigit() and len(low[i]) < 3 and not (i and (low[i - 1] in _UNITS or low[i - 1] in _DAY_MARKS))

    def _complement(self, title: Title, i: int, barrier: list[int]) -> int:
        """The end of what completes the title from position `i` on."""
        words, low = self.words, self.words.low
        stop = min(len(words), i + LONGEST)
        end = i
        if title.body - title.head > 1 and words.text(title.head, title.body).isupper():
            return self._shouted(i, stop, barrier)
        while i < stop:
            inside = self.heads.get(i)
            if barrier[i] >= 0 or (inside is not None and not self._nested(title, inside, end, barrier)):
                break
            word = low[i]
            if inside is not None:
                i = end = max(inside.end, i + self.inner.at(low, i))
            elif words.cap[i]:
                outside = word in _NOT_INSIDE and self.inner.at(low, i) < 2  # but `Hội Sinh viên`
                if outside or word in ("ông", "bà") or self._opens_sentence(i):
                    break
                if word == "phó" and i + 1 in self.heads:
                    break
                i = end = i + self._capital(i, stop, barrier)
            elif word.isalpha():
                step = self._lower(title, i, stop)
                if not step:
                    return self._unusual(title, i, barrier) or self._loose(end, i, barrier)
                i += step
                if low[i - 1] not in _OF and low[i - 1] not in ("và", "tại", "là"):
                    end = i
            elif word.isdigit() and end == i and (low[i - 1] in _UNITS or self._numbered(title, i)):
                i += 1
                end = i
            elif not (step := self._mark(title, i, end, stop, barrier)):
                break
            else:
                i += step
        return end

    def _shouted(self, i: int, stop: int, barrier: list[int]) -> int:
        """The end of a complement in a line of capitals, where only known words tell it from what follows."""
        low = self.words.low
        while i < stop and barrier[i] < 0 and i not in self.heads:
            step = max(self.inner.at(low, i), self.places.at(low, i))
            if not step and low[i].isdigit() and low[i - 1] in _UNITS:
                step = 1
            if not step:
                break
            i += step
        return i

    def _capital(self, i: int, stop: int, barrier: list[int]) -> int:
        """How many words the capitalised word at `i` makes with those behind it (`Chỉ đạo`, `Đà Nẵng`)."""
        words, low = self.words, self.words.low
        length = max(self.inner.at(low, i), self.places.at(low, i))
        if length > 1 or i + 1 >= stop or (low[i] in _UNITS and low[i + 1].isdigit()) or words.raw[i].isupper():
            return max(length, 1)
        if low[i - 1] in _PLACES or low[i - 2] in _PLACES or not self.organisations.before(low, i):
            return 1
        if self.speech.at(low, i + 1) > 1:
            return 1
        if tail := self._department(i, stop, barrier):
            return tail
        nxt = low[i + 1]
        if words.cap[i + 1] or barrier[i + 1] >= 0 or nxt in STOP or nxt in _OF or nxt == "và" or i + 1 in self.heads:
            return 1
        return 2 if lists.is_syllable(low[i]) and lists.is_syllable(nxt) and not self.inner.at(low, i + 1) else 1

    def _department(self, i: int, stop: int, barrier: list[int]) -> int:
        """How many words the field of a department at `i` has, of which no list knows any: `Khoa Vi khí hậu`."""
        words, low = self.words, self.words.low
        if low[i - 1] not in _DEPARTMENTS or self.inner.at(low, i) or not lists.is_syllable(low[i]):
            return 0
        for k in range(i + 1, min(stop, i + 5)):
            if words.cap[k] or low[k] in ",;-–)(.\n" or low[k] == "và" or self.speech.at(low, k) > 1:
                return k - i
            if barrier[k] >= 0 or k in self.heads or low[k] in STOP or low[k] in _OF or not lists.is_syllable(low[k]):
                return 0
            if self.inner.at(low, k) > 1:
                return k - i
        return 0

    def _nested(self, title: Title, inside: Head, end: int, barrier: list[int]) -> bool:
        """Whether the head `inside` belongs to the complement: `Trợ lý Giám đốc`, `Chủ tịch Hội Nhà báo`."""
        low, at = self.words.low, inside.start
        if self.organisations.before(low, inside.end) > inside.end - at and at > title.body:
            return True  # `Đoàn ĐBQH tỉnh`
        if inside.kind == "office":
            return at == title.body and " ".join(low[title.head : title.body]) in _OVER_OFFICES
        if low[at - 1] in _GUILDS:
            return True
        if low[at - 1] == "và":
            return self._managed(title, inside)
        # `Cục Bản quyền Tác giả`; but `Giám đốc Sở Y tế Bác sĩ Trần An`
        capitals = inside.kind == "profession" and end == at > title.body and self.words.cap[at]
        return capitals and (inside.end >= len(low) or barrier[inside.end] < 0)

    def _managed(self, title: Title, inside: Head) -> bool:
        """Whether the head behind `và` is a field of the department: `Trưởng phòng Hợp tác và Quản lý khoa học`."""
        if inside.kind != "profession" or inside.personal or not self.words.cap[inside.start]:
            return False
        return not _DEPARTMENTS.isdisjoint(self.words.low[title.head : title.body + 1])

    def _opens_sentence(self, i: int) -> bool:
        """Whether the capitalised word at `i` opens the next sentence, whose mark is missing: `… Đà Nẵng Theo đó`."""
        low = self.words.low
        return low[i] in _OPENERS and self.inner.at(low, i) < 2 and i + 1 < len(low) and not self.words.cap[i + 1]

    def _numbered(self, title: Title, i: int) -> bool:
        """Whether the number at `i` ends the name of a body: `Công ty Sông Đà 5`, `Ban Quản lý dự án giao thông 2`."""
        words, low = self.words, self.words.low
        if len(low[i]) > 2 or i == title.body or not words.joined(i - 1):
            return False
        if not _NUMBERED_BODIES & set(low[title.body : i]):
            return False
        behind = low[i + 1 : i + 2]
        return not behind or behind[0] in ",;()-–.\n" or behind[0] in _PLACES or self.speech.at(low, i + 1) > 0

    def _lower(self, title: Title, i: int, stop: int) -> int:
        """How many words from the lower-case word at `i` belong to the complement."""
        words, low = self.words, self.words.low
        word = low[i]
        if word in _NOT_INSIDE:
            return 0
        if word == "vụ" or (word == "người" and self.words.cap[i + 1 : i + 2] == [True]):
            return 0  # `hiệu trưởng vụ …`: a case; `kiến trúc sư người Nga`
        if word == "số":
            return 1 if i + 1 < stop and low[i + 1].isdigit() else 0
        if word in _OF or word == "và":
            if i + 1 >= stop:
                return 0
            if (inside := self.heads.get(i + 1)) is not None:
                return int(word == "và" and self._managed(title, inside))
            if word == "và" and not self._topic(i + 1) and low[i + 1] not in ("hđnd", "ubnd"):
                return int(self._field_in_short(i + 1) or (low[i + 1] == "các" and self.inner.at(low, i + 1) > 2))
            return 1 if words.cap[i + 1] or self.inner.at(low, i + 1) or low[i + 1] == "số" else 0
        if word == "tại" and " ".join(low[title.head : title.body]) in _ABROAD:
            return 1 if i + 1 < stop and words.cap[i + 1] else 0
        if word == "về" and _ABOUT & set(low[title.body : i]):
            return 1 if self.inner.at(low, i + 1) > 1 else 0
        length = self.inner.at(low, i)
        if not length:
            return 0
        own = i == title.body and " ".join(low[title.head : title.body]) in _OF_A_FIELD
        act = title.kind != "degree" and low[i - 1] != "và" and not own and " ".join(low[i : i + length]) in _ACTS
        if act and self._closed(i):
            return 0
        return 0 if length == 1 and self._verb_like(i) else length

    def _closed(self, i: int) -> bool:
        """Whether the organisation before `i` may be at its end, so that a verb can stand at `i`."""
        low = self.words.low
        if low[i - 1] in _PLACES or low[i - 1] in _UNITS:
            return True
        length = self.organisations.before(low, i)
        if length:
            return " ".join(low[i - length : i]) in _COMPLETE
        length = self.inner.before(low, i)
        return not length or " ".join(low[i - length : i]) not in _OPEN_FIELDS

    def _field_in_short(self, i: int) -> bool:
        """Whether the word at `i` is a field in short behind another (`Sở Nông nghiệp và PTNT`), and no body."""
        low = self.words.low
        short = self.words.raw[i].isupper() and len(low[i]) > 1 and not self.organisations.at(low, i)
        return short and self.inner.before(low, i - 1) > 0

    def _verb_like(self, i: int) -> bool:
        """Whether the lower-case syllable at `i` begins another word: `sở hữu`, `ban hành`, `tổ chức`."""
        low = self.words.low
        if low[i] in _PLACES or i + 1 >= len(low) or not low[i + 1].isalpha() or self.words.cap[i + 1]:
            return False
        return low[i + 1] not in STOP and not self.inner.at(low, i + 1) and not self.speech.at(low, i + 1)

    def _topic(self, i: int) -> bool:
        """Whether the word at `i` can go on an enumeration of fields in an organisation's name."""
        low = self.words.low
        opens = self.organisations.at(low, i)
        return low[i] in _TOPICS and (not opens or opens < self.inner.at(low, i))

    def _mark(self, title: Title, i: int, end: int, stop: int, barrier: list[int]) -> int:
        """How many words from the mark at `i` belong to the complement (a list of fields, a higher body)."""
        words, low = self.words, self.words.low
        nxt = i + 1
        if end != i or nxt >= stop or barrier[nxt] >= 0 or nxt in self.heads:
            return 0
        if low[i] == "&" and self.inner.at(low, nxt):
            return 1
        if low[i] == "," and words.end[i - 1] == words.start[i] and words.end[i] == words.start[nxt]:
            return int(words.raw[i - 1].isupper() and words.cap[nxt])  # `Bộ VH,TT&DL`
        if not words.cap[nxt]:
            if low[i] != "," and min(self.inner.before(low, i), self.inner.at(low, nxt)) > 1:
                return 1  # `Trung tâm Bảo tồn di tích lịch sử - văn hóa`
            return int(low[i] == "," and "đạo" in low[title.body : i] and self._steers(nxt, stop))
        if low[i] in ("&", "/"):
            return 1
        if low[i] not in (",", "-", "–"):
            return 0
        if low[i] != "," and low[i - 2] in _MINISTRIES and words.raw[i - 1].isupper() and words.raw[nxt].isupper():
            return 1  # `Bộ VH - TT&DL`
        if self._topic(nxt) and (low[i] != "," or self._ends_list(nxt, stop)):
            return 1
        if low[i] != "," and "hội" in low[title.body : i] and self.places.before(low, i) and self.places.at(low, nxt):
            return 1  # `Chủ tịch Hội Hữu nghị Việt Nam - Cuba`
        length = self.organisations.at(low, nxt)
        if not length or title.kind != "office" or " ".join(low[nxt : nxt + length]) not in _HIGHER:
            return 0
        if low[nxt] in ("hđnd", "hội") and "ban" not in low[title.head : i]:
            return 0
        # `Trưởng đoàn ĐBQH tỉnh, UBND tỉnh đã họp`: a body of the same unit is no higher one
        return int(low[i - 1] not in _PLACES or low[nxt + length : nxt + length + 1] != [low[i - 1]])

    def _steers(self, i: int, stop: int) -> bool:
        """Whether the enumeration of what a committee steers goes on at `i` to its end: `Trưởng Ban Chỉ đạo phát triển
        khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh`."""
        low = self.words.low
        while i < stop and (length := self.inner.at(low, i)) > 1:
            i += length
            while i < stop and low[i] not in _PLACES and (length := self.inner.at(low, i)) > 1:
                i += length
            if i >= stop or low[i] not in (",", "và"):
                return i < stop and (low[i] in _PLACES or low[i] == "trung")
            if low[i] == "và":
                return self.inner.at(low, i + 1) > 1
            i += 1
        return False

    def _ends_list(self, i: int, stop: int) -> bool:
        """Whether the enumeration of fields that goes on at `i` is closed by `và` (`Văn hóa, Thể thao và Du lịch`)."""
        words, low = self.words, self.words.low
        for k in range(i + 1, min(stop, i + 12)):
            if low[k] in ("và", "-", "–"):
                return k + 1 < len(words) and words.cap[k + 1] and self._topic(k + 1)
            if not low[k].isalpha() and low[k] != ",":
                return False
        return False

    def _unusual(self, title: Title, i: int, barrier: list[int]) -> int:
        """The end of a body's name that goes on behind the `và` about `i` with a field of no list, up to a mark or a
        verb of saying (`Hội Nghề cá và Chim yến Hòa An`); 0 where it does not."""
        words, low = self.words, self.words.low
        at = i if low[i] == "và" else i - 2
        if low[at] != "và" or at <= title.body or low[title.body] not in _GUILD_HEADS:
            return 0
        if words.cap[at + 1 : at + 2] != [True] or self.organisations.at(low, at + 1) or low[at + 1] in _NOT_INSIDE:
            return 0
        k = at + 1
        while k < min(len(low), at + 12):
            if barrier[k] >= 0 or low[k] in _ENDING or self.speech.at(low, k) > 1:
                return k if k > at + 2 else 0
            field = self.inner.at(low, k)
            if field < 2 and (low[k] in STOP or not lists.is_syllable(low[k])):
                return 0
            if k in self.heads or low[k] in _ADDRESSES:
                return 0
            k += max(field, 1)
        return 0

    def _loose(self, end: int, i: int, barrier: list[int]) -> int:
        """The end of a complement with words that no list holds, which runs straight into a name; else `end`."""
        low = self.words.low
        if low[i] == "người":
            return end
        for k in range(i, min(len(low), i + 8)):
            if barrier[k] >= 0:
                return end if barrier[k] in self.weak else k
            if (
                low[k] in STOP
                or low[k] in _SAYING
                or low[k] in _ADDRESSES
                or k in self.heads
                or not low[k][0].isalnum()
            ):
                return end
        return end
