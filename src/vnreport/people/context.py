"""What stands around a word: the reader that the rules of names ask.

The context in front of a run decides most of what it can be. `HONORIFIC`: a form of address (`ông`); `PERSON`: a
rank, a profession or an office that a name follows (`ca sĩ`, `Tổng thống Mỹ`); `OFFICE`: an office that an organisation
may follow as well (`Giám đốc`); `TITLED`: an office with its organisation (`Giám đốc Sở Y tế`); `UNIT`: a commune or
the like, which may be called after somebody; `BEARER`: anything else that is (`đường`, `giải`);
`LISTED`: a name, and a comma or `và`; `NAME`: a name; `NONE`: nothing that tells.
"""

from __future__ import annotations

from bisect import bisect_right

from vnreport.people import lists
from vnreport.people.lists import Head
from vnreport.people.words import Words

LONGEST = 6
"""Syllables of the longest name: `Công Tằng Tôn Nữ Thị X`."""
HONORIFIC, PERSON, OFFICE, TITLED = "honorific", "person", "office", "titled"
UNIT, BEARER, LISTED, NAME, NONE = "unit", "bearer", "listed", "name", ""
ADDRESSED = frozenset((HONORIFIC, PERSON, OFFICE, TITLED))
"""The contexts that a person's name follows."""

_OPENERS = frozenset("\n.!?:;\"“”'‘’«»-–—•*+…()")
_UNITS = lists.group("commune")
_CLANS = frozenset(("tộc",))
_REACH = 24
STOP = lists.group("stop")
"""Folded words that a title cannot run over on its way to the name."""


class Reader:
    """The words, the heads of offices in them, and the word lists; all positions are indexes into the words."""

    def __init__(self, words: Words, heads: dict[int, Head]) -> None:
        self.words = words
        self.heads = heads
        self.head_ends = {head.end: head for head in heads.values()}
        self.head_starts = list(heads)
        self.honorifics = lists.phrases("honorifics")
        self.places = lists.places()
        self.clubs = lists.phrases("clubs")
        self.bearers = lists.phrases("name_bearers")
        self.organisations = lists.phrases("organisation_heads")
        self.inner = lists.inner()
        self.surnames = lists.surnames()
        self.syllables = lists.words("name_syllables")
        self.minority = lists.words("minority_names")
        self.foreign = lists.words("given_names_foreign")
        self.speech = lists.phrases("speech_verbs")
        self.appellations = lists.appellation_phrases()
        self.baptismal = lists.phrases("baptismal_names")
        self.streets = lists.phrases("street_names")
        self.common = lists.phrases("common_words")
        self.opening = lists.openers()
        self.named_until = 0  # where the last name found so far ends: no title reaches over it
        self.openers = lists.words("run_breakers")

    def opens_line(self, i: int) -> bool:
        """Whether a sentence, a quotation or an item begins at position `i`, where a capital says nothing."""
        return i == 0 or self.words.low[i - 1] in _OPENERS

    def shouted(self, i: int) -> bool:
        """Whether position `i` stands in words that are all capitals."""
        words = self.words
        if not words.raw[i].isupper():
            return False
        if len(words.raw[i]) == 1:
            return i + 1 < len(words) and len(words.raw[i + 1]) > 1 and words.raw[i + 1].isupper()
        return True

    def full(self, i: int, stop: int) -> int:
        """The end of the syllables from position `i` that can make one Vietnamese name, before `stop`; `i` for none."""
        words, end, limit = self.words, i, min(stop, i + LONGEST)
        shouted = self.shouted(i)
        while end < limit:
            low = words.low[end]
            if not lists.is_syllable(low) or (end > i and end in self.heads and not self._named_so(end, stop)):
                break
            if end > i and len(low) == 1 and low.isascii() and self._kept_back(end, stop):
                return i
            if shouted and end - i >= 2 and low not in self.syllables and low not in self.surnames:
                break
            if end > i and not shouted and words.raw[end].isupper() and len(low) > 1:
                break
            if end - i >= 2 and (self._breaks(end, end - i, stop) or self._next_name(end, end - i, stop)):
                break
            end += 1
        # A run at a line's end often goes straight on into the next sentence: `Nguyễn Văn An Chiều 5/3 …`.
        while end - i >= 2 and end == stop and end < len(words) and self._opens_sentence(end - 1):
            end -= 1
        if words.low[end - 1] in _CLANS or (end < len(words) and (words.low[end] in _CLANS or self.initial(end))):
            return i
        return end

    def initial(self, i: int) -> bool:
        """Whether the word at `i` stands for a name that is kept back (`bà H.`, `Trần Thị Th.`, `ông N.V.A`)."""
        words = self.words
        low = words.low[i]
        if not words.cap[i]:
            return False
        if len(low) > 2:
            return "." in low and all(len(part) <= 2 for part in low.split("."))
        if len(low) == 2 and (lists.is_syllable(low) or (i + 2 < len(words) and words.cap[i + 1] and words.cap[i + 2])):
            return False  # `Ng Wei Han`
        return low not in self.minority or i + 1 >= len(words) or not words.cap[i + 1]

    def _kept_back(self, i: int, stop: int) -> bool:
        """Whether the letter at `i` stands for a name (`Huỳnh Văn E.`), and is none itself (`Vàng A Sình`)."""
        low = self.words.low
        return low[i + 1 : i + 2] == ["."] or (i + 1 == stop and low[i] != "y")

    def _named_so(self, i: int, stop: int) -> bool:
        """Whether the head at `i` is rather a name that sounds like one: `Hứa Á Quân`."""
        head = self.heads[i]
        sounds = head.end <= stop and (head.kind in ("award", "profession", "status") or head.end == stop == i + 2)
        return sounds and all(self.words.low[k] in self.syllables for k in range(i, head.end))

    def _breaks(self, i: int, length: int, stop: int) -> bool:
        """Whether the word at `i`, after `length` syllables of a name, begins something else."""
        low = self.words.low
        if low[i] == "ảnh":  # of a photo credit, but for `Phan Ngọc Ảnh chủ trì`
            return not (low[i + 1 : i + 2] and (low[i + 1] in ",;)-–" or self.speech.at(low, i + 1)))
        if low[i] not in self.opening:
            return False
        if self.places.at(low, i) > 1 and low[i] not in self.syllables:
            return True
        if not self.honorifics.at(low, i):
            return False
        if low[i - 1] in ("thị", "văn"):  # `Đoàn Thị Cháu`
            return False
        if low[i] not in self.syllables:
            return True
        if low[i] == "bé" and i + 1 < stop:
            return low[i + 1] not in _NUMBER_NAMES or i + 2 < stop  # `Trương Kim Bé Ba`
        return i + 2 < stop and self.surnames.get(low[i + 1]) == "plain"

    def _next_name(self, i: int, length: int, stop: int) -> bool:
        """Whether another full name begins at `i`, after `length` syllables of one, with no mark between them."""
        kind = self.surnames.get(self.words.low[i])
        if kind == "plain":
            return length > 2 and stop - i >= 3
        return kind is not None and length == 3 and stop - i == 3

    def _opens_sentence(self, i: int) -> bool:
        low = self.words.low
        if low[i] not in self.openers or not low[i + 1][0].isalnum() or self.words.raw[i].isupper():
            return False
        return low[i] not in self.syllables or self.inner.at(low, i) > 1 or low[i + 1][0].isdigit()

    def known(self, start: int, end: int) -> bool:
        """Whether all words `start` to `end` are syllables that names are made of."""
        return all(low in self.syllables or low in self.surnames for low in self.words.low[start:end])

    def goes_on(self, i: int, end: int) -> bool:
        """Whether the last word of `i` to `end` makes a common word with the lower-case ones behind it."""
        low = self.words.low
        if end < len(low) and not self.words.cap[end]:
            last = end - 1
            return (
                last in self.heads
                or self.common.at(low, last) > 1
                or self.inner.at(low, last) > 1
                or self.speech.at(low, last) > 1
            )
        return False

    def backed(self, end: int) -> bool:
        """Whether what stands behind position `end` says that a person stands before it: age, office, speech."""
        low = self.words.low
        if end >= len(low):
            return False
        if self.speech.at(low, end):
            return True
        mark = low[end]
        if mark in "(,-–" and end + 1 < len(low):
            after = low[end + 1]
            if end + 1 in self.heads or after in ("sn", "sinh"):
                return True
            if mark == "," and after == "người" and low[end + 2 : end + 3] and low[end + 2] in _RELATIVE:
                return True
            return after.isdigit() and end + 2 < len(low) and low[end + 2] == "tuổi"
        return mark == "là" and end + 1 in self.heads

    def begins(self, i: int) -> bool:
        """Whether a name can begin at `i`: nothing with a capital before it but a place or what opens the sentence."""
        words, low = self.words, self.words.low
        if self.opens_line(i):
            return low[i] not in _DISCOURSE
        if not (words.cap[i - 1] and words.joined(i - 1)):
            return True
        return (self.opens_line(i - 1) and low[i - 1] in _DISCOURSE) or self.places.before(low, i) > 0

    def told_apart(self, end: int) -> bool:
        """Whether what stands behind a comma or in a bracket behind position `end` tells of a person: an age, a
        relation, an office that no other name follows (`X, một bác sĩ ở Y`, but not `X, bác sĩ Z cho biết`)."""
        words, low = self.words, self.words.low
        if end + 2 >= len(low) or low[end] not in (",", "(", "-", "–"):
            return False
        if low[end + 1].isdigit():
            return low[end + 2] == "tuổi"
        if low[end] == "-" or low[end] == "–":
            return False
        at = end + 1
        while at < end + 3 and low[at] in ("một", "là", "cựu", "nguyên", "phó", "quyền"):
            at += 1
        if at + 1 >= len(low):
            return False
        if low[end + 1] == "người":
            return self.backed(end)
        if f"{low[at]} {low[at + 1]}" in _KIN or (low[at] in ("vợ", "chồng") and low[at + 1] in ("của", "ông", "cũ")):
            return True
        head = self.heads.get(at)
        if head is None or head.end >= len(low):
            return False
        return not words.cap[head.end] or bool(self.organisations.at(low, head.end) or self.places.at(low, head.end))

    def reached(self, i: int) -> Head | None:
        """The head of an office whose title runs up to position `i` over its organisation and place."""
        at = bisect_right(self.head_starts, i - 1) - 1
        if at < 0:
            return None
        head = self.heads[self.head_starts[at]]
        if head.end > i or i - head.end > _REACH or head.start < self.named_until:
            return None
        words = self.words
        k = head.end
        while k < i:
            low = words.low[k]
            step = self.inner.at(words.low, k)
            if step > 2 or (step == 2 and words.low[k + 1] not in _OPEN_ENDS):
                k += step  # also over words that end a title elsewhere: `Hội Người cao tuổi`
                continue
            k += 1
            if low in STOP or low in '.;:!?\n"“”':
                return None
            if low == "," and not words.cap[k]:
                return None
            if low.isalpha() and not words.cap[k - 1] and low not in lists.inner_words():
                return None
        return head if k == i else None

    def before(self, i: int) -> tuple[str, int]:
        """The context right before position `i`, and where the form of address begins if it is one, else -1."""
        low = self.words.low
        if i > 1 and low[i - 1] == "." and (head := self.head_ends.get(i - 1)) and self.abbreviated(head):
            i -= 1
        found = self.head_ends.get(i)
        if found is None and i > 3 and low[i - 1] == "tuổi" and low[i - 2].isdigit():
            aged = self.head_ends.get(i - 2)  # `ca sĩ 22 tuổi X`
            if aged is not None and aged.personal:
                return PERSON, -1
        length = self.honorifics.before(low, i)
        form = self.honorifics.before(low, i - 1) if found is None and i > 2 and low[i - 1] == ":" else 0
        if form and low[i - 2 - form : i - 1 - form] == ["các"]:
            return PERSON, -1
        if found is not None and i - found.start >= length:
            length = self.bearers.before(low, found.start)
            bearer = " ".join(low[found.start - length : found.start])
            if (
                length
                and self.words.cap[found.start]
                and bearer not in _MEMORIALS
                and not ((bearer in _UNITS or bearer in _GOVERNMENTS) and self.reached(found.start))
            ):
                return BEARER, -1  # `Bảo tàng Bác sĩ Y`; but `Trưởng Công an phường Trung tá Y`
            if self.organisations.before(low, i) > i - found.start:  # `Văn phòng luật sư X`
                return BEARER, -1
            return (PERSON if found.personal else OFFICE), -1
        if length and not (length == 1 and i > 1 and f"{low[i - 2]} {low[i - 1]}" in _COMPOUNDS):
            return HONORIFIC, i - length
        length = self.bearers.before(low, i)
        if length and length >= max(self.organisations.before(low, i), self.inner.before(low, i)):
            return self.borne(i - length, i), -1
        return (TITLED if self.reached(i) else NONE), -1

    def borne(self, start: int, end: int) -> str:
        """The context behind the bearer of a name at words `start` to `end`."""
        phrase = " ".join(self.words.low[start:end])
        if phrase in _UNITS:
            return UNIT
        if phrase in _GOVERNMENTS and end < len(self.words):
            low = self.words.low[end]
            if (low in self.surnames or low in self.minority) and self.reached(end):
                return TITLED
        return BEARER

    def abbreviated(self, head: Head) -> bool:
        """Whether the head is an abbreviation, so that a full stop behind it ends no sentence (`TS. An`)."""
        raw = self.words.raw[head.end - 1]
        return (
            head.kind in ("degree", "profession")
            and head.end - head.start == 1
            and len(raw) <= 9
            and (raw.isupper() or "." in raw or raw.lower() in ("ths", "bs", "ts"))
        )

    def is_place(self, i: int, end: int, stop: int, context: str) -> bool:
        """Whether the place name at `i` to `end` is one here, and no part of a person's name."""
        if context == HONORIFIC:
            return False
        words = self.words
        if not words.cap[end - 1]:
            return False
        if (
            context in (PERSON, OFFICE)
            and i in self.head_ends
            and self.surnames.get(words.low[i]) == "plain"
            and end - i > 2
            and not self.clubs.at(words.low, i)
        ):
            return False  # `Chủ tịch Hồ Chí Minh`
        if end < stop and words.low[i] in self.surnames and words.low[end] in self.syllables:
            rest = self.full(end, stop) - end
            if (
                end - i == 1
                and rest == 2
                and self.surnames.get(words.low[end]) == "common"
                and words.low[end + 1] not in _MIDDLES
            ):
                return False  # `GS Thái Bá Cần`; but `TP Vinh Tất Quang Minh`
            return rest == 0 or (words.low[end] in self.surnames and (rest >= 2 or end + rest < stop))
        loose = context in (PERSON, LISTED, NONE)
        if loose and end - i == 1 and end < stop and {words.low[i], words.low[end]} <= self.syllables:
            # `ca sĩ Mỹ Tâm`; but `Bộ trưởng Đức Nguyễn Văn An`
            return self.surnames.get(words.low[end]) == "plain" and self.full(end, stop) - end >= 2
        return True


# `Hội Hữu nghị`, `Tòa án tối cao`: what follows is a place as often as a name.
_OPEN_ENDS = frozenset(("nghị", "cao"))
_MIDDLES = lists.group("strong middle") | lists.group("sure middle")
_RELATIVE = frozenset(("hiện", "từng", "đã", "đang", "được", "vừa"))
_NUMBER_NAMES = lists.group("number name")
# Words whose last syllable is no form of address.
_COMPOUNDS = lists.group("compound")
_MEMORIALS = lists.group("memorial")
_GOVERNMENTS = lists.group("government")
_DISCOURSE = lists.group("discourse opener")
_KIN = lists.group("relation")
