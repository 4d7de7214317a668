"""Names: which runs of capitals are people.

Each run of capitalised words is walked from left to right: forms of address, heads of offices, places and
organisations are peeled off, and what is left is tried with the rules of a name (`vnreport.people.rules`).
`vnreport.people.again` looks once more at what remains.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress, count

from vnreport.people import lists
from vnreport.people.context import (
    ADDRESSED,
    BEARER,
    HONORIFIC,
    LISTED,
    NAME,
    NONE,
    OFFICE,
    PERSON,
    TITLED,
    UNIT,
    Reader,
)
from vnreport.people.lists import Head
from vnreport.people.rules import RULES
from vnreport.people.words import Words


@dataclass(slots=True)
class Name:
    """A mention: words `start` to `end` (exclusive), the rule that read it and the form of address before it.

    `honorific_start` is the position where that form begins, -1 where there is none or it stands elsewhere.
    """

    start: int
    end: int
    rule: str
    honorific: str | None = None
    honorific_start: int = -1


def walk(words: Words, heads: dict[int, Head], hidden: list[tuple[int, int]]) -> Walk:
    """Reads all runs of capitals in `words`, left to right.

    `hidden`: (start, end) offsets of the twin in which there are no people (signatures).
    """
    found = Walk(Reader(words, heads))
    for start, stop in _runs(words, hidden):
        if not found.names or start >= found.names[-1].end:
            found.run(start, stop)
    _share_honorifics(found)
    return found


def _share_honorifics(walk: Walk) -> None:
    """Gives `các đồng chí: A, …; B và C` to each name of the list."""
    low = walk.reader.words.low
    form: str | None = None
    last = 0
    for name in walk.names:
        if form is not None and any(mark in ".\n" for mark in low[last : name.start]):
            form = None
        if name.honorific is not None:
            form = name.honorific if _plural(low, name.honorific_start) else None
        elif form is None and name.start > 2 and low[name.start - 1] == ":":
            length = walk.reader.honorifics.before(low, name.start - 1)
            if length and _plural(low, name.start - 1 - length):
                form = " ".join(low[name.start - 1 - length : name.start - 1])
        if name.honorific is None and form is not None and low[name.start - 1] in (":", ";", ",", "và"):
            name.honorific = form
        last = name.end


def _plural(low: list[str], i: int) -> bool:
    return i > 0 and (low[i - 1] in ("các", "hai", "ba", "bốn", "những") or low[i - 1].isdigit())


def _runs(words: Words, hidden: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of capitals as (start, stop) words; what is `hidden` is in none, and parts what stands about it."""
    runs: list[tuple[int, int]] = []
    begins, ends, cap = words.start, words.end, words.cap
    if hidden:
        cap = cap.copy()
        for start, stop in hidden:
            for i in range(bisect_right(ends, start), bisect_left(begins, stop)):
                cap[i] = False
    last = -2
    for i in compress(count(), cap):
        if i == last + 1 and begins[i] == ends[last] + 1:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
        last = i
    return runs


class Walk:
    """Walks the runs of one document, in positions.

    `names` are the people, `rest` the pieces that nothing read, `borne` the ends of names that belong to a street or
    the like.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.names: list[Name] = []
        self.rest: list[tuple[int, int]] = []
        self.borne: set[int] = set()
        self.address = -1  # where the form of address begins that is the context

    def run(self, i: int, stop: int) -> None:
        """Reads the run at words `i` to `stop`."""
        i = self._out_of_head(i)
        if i >= stop:
            return
        context = self._before(i, stop)
        run = (i, stop)
        while i < stop:
            peeled = self._peel(i, stop, context)
            if peeled is not None:
                if stop - i == 1 and (i, stop) == run:  # a given name alone, it may be: `Châu khai nhận`
                    self.rest.append(run)
                i, context = peeled
            elif context == BEARER:
                i, context = self._skip_borne(i, stop)
            elif end := self._name(i, stop, context):
                i, context = end, NAME
            elif context == UNIT:
                i, context = self._skip_borne(i, stop)
            else:
                self.rest.append((i, stop))
                i += 1
                context = self._titled(i, stop)

    def _before(self, i: int, stop: int) -> str:
        """The context in front of the run."""
        context, self.address = self.reader.before(i)
        if context == NONE and i > 2:
            context = self._in_list(i)
        return BEARER if context not in ADDRESSED and self._street(i, stop) else context

    def _titled(self, i: int, stop: int) -> str:
        return TITLED if i < stop and self.reader.reached(i) else NONE

    def _peel(self, i: int, stop: int, context: str) -> tuple[int, str] | None:
        """What is no name at `i` (a head, a form of address, a place, …): its end and the context behind it."""
        reader, low = self.reader, self.reader.words.low
        head = reader.heads.get(i)
        if head is not None and context != BEARER and (context != HONORIFIC or head.end - i > 1):
            return head.end, (PERSON if head.personal else OFFICE)
        if low[i] not in reader.opening:
            return None
        if context not in (BEARER, HONORIFIC) and (length := reader.appellations.at(low, i)):
            self.names.append(Name(i, i + length, "appellation"))
            return i + length, NAME
        length = reader.honorifics.at(low, i)
        if length and context != BEARER and self._addresses(i, length, stop):
            self.address = i
            return i + length, HONORIFIC
        length = reader.places.at(low, i)
        if length and i + length > stop and reader.words.text(i, i + length) in lists.place_spellings():
            return i + length, NONE
        if length and i + length <= stop and reader.is_place(i, i + length, stop, context):
            if context == BEARER:
                self.borne.add(i + length)
            return i + length, (context if context == PERSON else self._titled(i + length, stop))
        if context != HONORIFIC and (length := self._organisation(i, stop, context)):
            return i + length, self._borne_context(i, length)
        return None

    def _out_of_head(self, i: int) -> int:
        """The end of the head of an office that the word at `i` stands inside of; `i` in none."""
        starts = self.reader.head_starts
        at = bisect_left(starts, i) - 1
        return max(i, self.reader.heads[starts[at]].end) if at >= 0 else i

    def _name(self, i: int, stop: int, context: str) -> int:
        if context in (OFFICE, TITLED) and self._before_surname(i, stop):
            return 0
        for rule in RULES:
            if end := rule.reads(self.reader, i, stop, context):
                if (context == TITLED and self._of_company(i, end)) or (
                    end - i == 2 and self._after_company(i, context)
                ):
                    self.borne.add(end)
                    return end
                name = Name(i, end, rule.name)
                if context == HONORIFIC:
                    name.honorific = " ".join(self.reader.words.low[self.address : i])
                    name.honorific_start = self.address
                self.names.append(name)
                self.reader.named_until = end
                return end
        return 0

    def _before_surname(self, i: int, stop: int) -> bool:
        """Whether a name begins further on that leaves no doubt, so that what stands at `i` is a place of no list:
        `Bí thư Huyện ủy Sơn Đài Vũ Thị Hà`."""
        reader, low = self.reader, self.reader.words.low
        if stop - i < 4 or low[i + 1] in _SURE or reader.surnames.get(low[i]) == "plain":
            return False
        for k in range(i + 1, min(stop - 2, i + 4)):
            if reader.surnames.get(low[k]) == "plain" and (low[k + 1] in _SURE or k > i + 1):
                return reader.full(k, stop) - k > 2
        return False

    def _of_company(self, i: int, end: int) -> bool:
        """Whether a name at the end of a title is a company's: `ông A, Giám đốc Công ty Xây dựng Nguyễn Hoàng`."""
        head = self.reader.reached(i)
        if head is None or not self.names or not self.names[-1].honorific:
            return False
        low = self.reader.words.low
        if low[head.start - 1] not in (",", "-", "–", "(") or self.names[-1].end != head.start - 1:
            return False
        return end - i == 2 or any(self.reader.bearers.at(low, k) > 1 for k in range(head.end, i))

    def _after_company(self, i: int, context: str) -> bool:
        """Whether the name at `i` ends the name of a company: `Công ty Địa ốc Hoàng Quân`."""
        low = self.reader.words.low
        if context in (HONORIFIC, PERSON, OFFICE):
            return False
        for k in range(i - 1, max(0, i - 8), -1):
            if not low[k][0].isalnum() or k in self.reader.heads:
                return False
            if low[k] in ("ty", "đoàn", "cty", "ctcp") and self.reader.bearers.before(low, k + 1):
                return True
        return False

    def _addresses(self, i: int, length: int, stop: int) -> bool:
        """Whether the capitalised words at `i` are a form of address here (and not `Anh`, the country)."""
        reader = self.reader
        low = reader.words.low
        if i + length >= stop or reader.places.at(low, i) > length:
            return False
        if i + 2 == stop and length == 1 and not reader.opens_line(i) and low[i] in ("bà", "ông"):
            # An inn or a market is called so, `cơm gà Bà Buội`.
            return reader.words.cap[i - 1] or low[i - 1] not in _CALLED
        return reader.opens_line(i) or low[i] in ("ông", "bà", "đồng", "đ/c", "bé")

    def _organisation(self, i: int, stop: int, context: str) -> int:
        """The length of the words at `i` that open the name of an organisation or of a place; 0 for none."""
        reader = self.reader
        low = reader.words.low
        inner = reader.inner.at(low, i)
        length = max(reader.bearers.at(low, i), reader.organisations.at(low, i), inner if inner > 1 else 0)
        if length != 1:
            return length
        if reader.words.raw[i].isupper() and len(low[i]) == 1:
            return 0
        end = reader.full(i, stop)
        kind = reader.surnames.get(low[i])
        if kind and end - i >= 3 and (kind == "plain" or context in ADDRESSED or low[i + 1] in ("thị", "văn")):
            return 0  # `Đoàn Thị An`, `Hồ Văn Bình`; but `Đoàn Thanh niên`
        # A street's name is a person's where an office stands before it: `Tổng Bí thư Lê Hồng Phong`.
        if context == PERSON and end - i >= 2 and reader.known(i, end):
            return 0
        return length

    def _borne_context(self, i: int, length: int) -> str:
        reader = self.reader
        if reader.bearers.at(reader.words.low, i) < length:
            return TITLED if reader.reached(i + length) else NONE
        return reader.borne(i, i + length)

    def _skip_borne(self, i: int, stop: int) -> tuple[int, str]:
        """The end of what is called after a person or a place, from `i`, and the context there: a name may follow."""
        reader = self.reader
        at = i + max(1, reader.honorifics.at(reader.words.low, i), reader.streets.at(reader.words.low, i))
        while at < stop:
            if at in reader.heads or reader.honorifics.at(reader.words.low, at):
                break
            if reader.surnames.get(reader.words.low[at]) == "plain" and reader.full(at, stop) - at >= 3:
                break
            at += 1
        self.borne.add(at)
        return at, self._titled(at, stop)

    def _in_list(self, i: int) -> str:
        """The context that a list gives: of streets or the like (`đường Lê Lợi, Trần Phú và …`), or of people."""
        low = self.reader.words.low
        if low[i - 1] not in (",", "-", "–", "và", "/", ";"):
            return NONE
        before = i - 2 if low[i - 2] == "," else i - 1
        if low[before - 1] == ")":  # `A Thắm (tổ 1), Y Len (tổ 2)`
            before = next((k for k in range(before - 2, max(0, before - 12), -1) if low[k] == "("), before)
        if before in self.borne:
            self.borne.discard(before)
            return NONE if low[i - 1] == ";" else BEARER  # `Giám đốc Ngân hàng Sao Mai; Trần Tá, nguyên Giám đốc`
        named = self.names and self.names[-1].end == before and low[i - 1] in (",", "và", ";")
        return LISTED if named else NONE

    def _numbered(self, i: int, stop: int) -> bool:
        """Whether the number before the run is a house's in a list of addresses: `20 Bạch Đằng, 7 Lê Văn Tá, …`."""
        words, low = self.reader.words, self.reader.words.low
        if low[i - 2] not in (",", "và", "tại", "ở") or not words.joined(i - 1) or self.reader.opens_line(i - 1):
            return False
        return stop >= len(low) or low[stop] in (",", ".", "và", ";", ")", "\n")

    def _street(self, i: int, stop: int) -> bool:
        """Whether a whole run is in an address, or one after whom streets are called where streets are spoken of."""
        reader = self.reader
        low = reader.words.low
        if i > 1 and low[i - 1].isdigit() and (low[i - 2] in ("số", "nhà") or self._numbered(i, stop)):
            return True
        street = i + reader.streets.at(low, i) == stop if low[i] in self.reader.streets.first else False
        if low[i - 1 : i] == ["("] and low[stop : stop + 1] == [","] and reader.places.at(low, stop + 1):
            return street or stop - i == 2  # an address: `(Lê Lợi, Hà Đông)`
        if not street:
            return False
        for k in range(i - 1, max(0, i - 40), -1):
            if low[k] in ".\n":
                return False
            if low[k] in _WAYS and low[k + 1] != "hợp" and low[k - 1] not in ("thành", "khu"):
                return True
        return False


_SURE = ("thị", "văn")
_CALLED = lists.group("called by an address")
_WAYS = lists.group("way")
