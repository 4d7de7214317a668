"""Names: which runs of capitals are people.

The grammar walks each run of capitalised words from left to right and peels off forms of address, heads of offices,
places and organisations; what is left is tried with the `RULES` of a name, in their order. What stands in front of a
word (its context) decides what it may be: behind `ông` nearly everything is a name, behind `đường` nothing is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vnreport.people import lists
from vnreport.people.words import Words

LONGEST = 6
"""Syllables of the longest name: `Công Tằng Tôn Nữ Thị X`."""


@dataclass(slots=True)
class Name:
    """A mention: words `start` to `end` (exclusive), the rule that read it and the form of address before it."""

    start: int
    end: int
    rule: str
    honorific: str | None = None
    honorific_start: int = -1


@dataclass(frozen=True)
class Rule:
    """One way to see that a run is a name; `reads` gives the end of the name that begins at a position, or 0."""

    name: str
    reads: Callable[[Reader, int, int, str], int]
    examples: tuple[tuple[str, str], ...]
    misses: tuple[str, ...] = ()


class Reader:
    """What the rules look at: the words, and which of them a title, a place, … opens."""

    def __init__(self, words: Words, heads: dict[int, int]) -> None:
        """`heads`: from the first position of each head of an office to the position behind it."""
        self.words = words
        self.heads = heads
        self.head_ends = {end: start for start, end in heads.items()}
        self.honorifics = lists.phrases("honorifics")
        self.places = lists.places()
        self.bearers = lists.phrases("name_bearers")
        self.organisations = lists.phrases("organisation_heads")
        self.surnames = lists.surnames()
        self.syllables = lists.words("name_syllables")
        self.minority = lists.words("minority_names")
        self.foreign = lists.words("given_names_foreign")
        self.speech = lists.phrases("speech_verbs")

    def opens_line(self, i: int) -> bool:
        """Whether a sentence, a quotation or an item begins at position `i`, where a capital says nothing."""
        return i == 0 or self.words.low[i - 1] in _OPENERS

    def full(self, i: int, stop: int) -> int:
        """The end of the syllables from position `i` that can make one Vietnamese name, before `stop`."""
        words, end, limit = self.words, i, min(stop, i + LONGEST)
        shouted = self.shouted(i)
        while end < limit:
            low = words.low[end]
            if not lists.is_syllable(low) or (end > i and end in self.heads):
                break
            if end > i and not shouted and words.raw[end].isupper() and len(low) > 1:
                break
            if end - i >= 2 and self.places.at(words.low, end) > 1 and low not in self.syllables:
                break
            end += 1
        return end

    def shouted(self, i: int) -> bool:
        """Whether position `i` stands in words that are all capitals."""
        words = self.words
        if not words.raw[i].isupper():
            return False
        if len(words.raw[i]) == 1:
            return i + 1 < len(words) and len(words.raw[i + 1]) > 1 and words.raw[i + 1].isupper()
        return True

    def known(self, start: int, end: int) -> bool:
        """Whether all words are syllables that names are made of."""
        return all(low in self.syllables or low in self.surnames for low in self.words.low[start:end])

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
            if end + 1 in self.heads:
                return True
            if after in ("sn", "sinh"):
                return True
            return after.isdigit() and end + 2 < len(low) and low[end + 2] == "tuổi"
        return mark == "là" and end + 1 in self.heads


_OPENERS = frozenset("\n.!?:;\"“”'‘’«»-–—•*+…()") | {"->"}
_STRONG_MIDDLES = frozenset("thị văn hữu đức xuân ngọc minh quốc đình công thanh quang thế duy trọng mạnh".split())
_NO_SHORT_NAME = frozenset(
    "tết bộ sở ban đảng nhà nước quốc chính việt trung bắc nam tây đông ngày tháng năm theo tại trong khi sau".split()
)


def _surname(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    if reader.surnames.get(low[i]) != "plain":
        return 0
    end = reader.full(i, stop)
    if end - i < 2:
        return 0
    if reader.shouted(i) and context not in _ADDRESSED and not (end - i >= 3 and reader.known(i, end)):
        return 0
    if end - i == 2 and context not in _ADDRESSED and low[i + 1] not in reader.syllables:
        return 0
    return end


def _common_surname(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    if low[i] not in reader.surnames:
        return 0
    end = reader.full(i, stop)
    if end - i < 2 or (context not in _ADDRESSED and not reader.known(i + 1, end)):
        return 0
    if context in _ADDRESSED:
        return end
    if end - i >= 3 and low[i + 1] in _STRONG_MIDDLES and (not reader.opens_line(i) or low[i + 1] in ("thị", "văn")):
        return end
    return end if reader.backed(end) else 0


def _minority(reader: Reader, i: int, stop: int, context: str) -> int:
    low = reader.words.low
    parted = low[i].startswith(("k'", "h'", "k’", "h’", "r'", "y-"))
    if low[i] not in reader.minority and not parted:
        return 0
    end = i
    while end < min(stop, i + 5) and not (end > i and end in reader.heads) and (end == i or len(low[end]) > 1):
        end += 1
    if end - i == 1:
        return end if parted and context in _ADDRESSED else 0
    if context in _ADDRESSED:
        return end
    clans = sum(w in reader.minority and len(w) > 2 for w in low[i:end])
    return end if clans and (len(low[i]) > 1 or clans) and end - i >= 2 and low[i] != "a" else 0


def _foreign(reader: Reader, i: int, stop: int, context: str) -> int:
    words = reader.words
    end = i
    while end < min(stop, i + 5) and end not in reader.heads:
        low = words.low[end]
        if low in _COMPANY_WORDS or (words.raw[end].isupper() and len(low) > 3 and not reader.shouted(i)):
            break
        if end > i and reader.surnames.get(low) == "plain" and end + 1 < stop and reader.full(end, stop) - end > 1:
            break
        end += 1
    if end == i or (end < stop and words.low[end] in _COMPANY_WORDS):
        return 0
    strange = any(not lists.is_syllable(w) for w in words.low[i:end])
    hyphened = any("-" in w and w[-1].isalpha() and not words.raw[k].isupper() for k, w in enumerate(words.low[i:end], i))
    initial = "." in words.raw[i] and len(words.raw[i].rpartition(".")[2]) > 2
    if context == "honorific":
        return end if strange else 0
    if context == "person":
        return end if strange and (end - i > 1 or initial or hyphened or words.low[i] not in _COMPANIES) else 0
    if context == "office":
        return end if strange and (end - i > 1 or hyphened or initial) else 0
    if words.low[i] in reader.foreign and end - i > 1 and strange:
        return end
    return end if hyphened and end - i > 1 and lists.is_syllable(words.low[i]) and reader.backed(end) else 0


def _given(reader: Reader, i: int, stop: int, context: str) -> int:
    words = reader.words
    end = reader.full(i, stop)
    if end == i or end - i > 4:
        return 0
    low = words.low[i:end]
    if context in ("honorific", "person"):
        if end - i == 1 and (low[0] in _NO_SHORT_NAME or (end < stop and words.raw[end].isupper())):
            return 0
        return end
    if context == "office":
        return end if end - i == 1 and low[0] in reader.syllables and low[0] not in _NO_SHORT_NAME else 0
    if 2 <= end - i <= 3 and reader.known(i, end) and not reader.opens_line(i) and reader.backed(end):
        return end
    return 0


_ADDRESSED = frozenset(("honorific", "person", "office"))
_COMPANY_WORDS = frozenset(
    "bank group post city united fc club cup league airlines air motor motors center centre tower plaza park street times"
    " news media tv university college school institute hotel resort mall mart food foods tech technology idol kids show"
    " awards award music film pictures records entertainment corporation corp inc ltd co company holdings capital land"
    " house world international global post daily journal press america asia europe national real madrid".split()
)
_COMPANIES = frozenset(
    "facebook google apple microsoft samsung sony toyota honda ford amazon twitter youtube uber grab vinamilk vietcombank"
    " vingroup viettel fpt mobifone vinaphone petrolimex bitcoin iphone android internet covid-19 barca chelsea arsenal"
    " liverpool juventus bayern atletico tottenham psg mu real inter dortmund everton leicester".split()
)

RULES: tuple[Rule, ...] = (
    Rule("surname", _surname, ()),
    Rule("minority", _minority, ()),
    Rule("common surname", _common_surname, ()),
    Rule("foreign", _foreign, ()),
    Rule("given", _given, ()),
)


def find(words: Words, heads: dict[int, int], kinds: dict[int, str], hidden: list[tuple[int, int]]) -> list[Name]:
    """The names in `words`, left to right, before short forms are looked for.

    `heads`: from first position to end of each head of an office, `kinds` its kind; `hidden`: (start, end) offsets
    of the twin in which there are no people (signatures).
    """
    reader = Reader(words, heads)
    names: list[Name] = []
    for start, stop in _runs(words, hidden):
        _walk(reader, start, stop, kinds, names)
    return names


def _runs(words: Words, hidden: list[tuple[int, int]]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    begins, ends, cap = words.start, words.end, words.cap
    last = -2
    for i in [i for i, c in enumerate(cap) if c]:
        if i == last + 1 and begins[i] == ends[last] + 1:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
        last = i
    if hidden:
        runs = [r for r in runs if not any(begins[r[0]] < b and a < ends[r[1] - 1] for a, b in hidden)]
    return runs


def _walk(reader: Reader, i: int, stop: int, kinds: dict[int, str], names: list[Name]) -> None:
    context, honorific = _context(reader, i, kinds)
    low = reader.words.low
    while i < stop:
        length = reader.honorifics.at(low, i)
        if length and (reader.opens_line(i) or low[i] in ("ông", "bà", "đồng", "đ/c")) and i + length <= stop:
            if reader.places.at(low, i) <= length:
                context, honorific, i = "honorific", i, i + length
                continue
        if i in reader.heads and context != "honorific":
            end = reader.heads[i]
            context, honorific, i = _head_context(kinds[i]), -1, end
            continue
        length = reader.places.at(low, i)
        if length and i + length <= stop and _is_place(reader, i, i + length, stop, context):
            context, i = ("office" if context in ("office", "person") else "place"), i + length
            continue
        length = max(reader.bearers.at(low, i), reader.organisations.at(low, i))
        if length and context != "honorific":
            context, i = "bearer", i + length
            continue
        if context == "bearer":
            i = _skip_borne(reader, i, stop)
            context = "other"
            continue
        end = 0
        for rule in RULES:
            end = rule.reads(reader, i, stop, context)
            if end:
                name = Name(i, end, rule.name)
                if context == "honorific":
                    name.honorific = " ".join(low[honorific:i])
                    name.honorific_start = honorific
                names.append(name)
                break
        if end:
            context, i = "name", end
        else:
            context, i = ("bearer-name" if context == "bearer" else "other"), i + 1


def _head_context(kind: str) -> str:
    return "office" if kind == "office" else "person"


def _context(reader: Reader, i: int, kinds: dict[int, str]) -> tuple[str, int]:
    """What stands right before position `i`, and where the form of address begins if it is one."""
    low = reader.words.low
    if i and low[i - 1] == "." and i > 1 and len(low[i - 2]) <= 7 and i - 1 in reader.head_ends:
        i -= 1
    head = reader.head_ends.get(i, -1)
    length = reader.honorifics.before(low, i)
    if head >= 0 and i - head >= length:
        return _head_context(kinds[head]), -1
    if length:
        return "honorific", i - length
    if reader.bearers.before(low, i) or reader.organisations.before(low, i):
        return "bearer", -1
    return "", -1


def _is_place(reader: Reader, i: int, end: int, stop: int, context: str) -> bool:
    """Whether the place name at `i` to `end` is one here, and no part of a person's name."""
    if context == "honorific":
        return False
    words = reader.words
    if not all(words.cap[i:end]):
        return False
    if end < stop and reader.surnames.get(words.low[i]) and words.low[end] in reader.syllables:
        rest = reader.full(end, stop) - end
        return reader.surnames.get(words.low[end]) == "plain" and rest >= 2
    return True


def _skip_borne(reader: Reader, i: int, stop: int) -> int:
    """The end of what is called after a person or a place, from `i`; a full name may follow it."""
    at = i + 1
    while at < stop:
        if at in reader.heads or reader.honorifics.at(reader.words.low, at):
            return at
        if reader.surnames.get(reader.words.low[at]) == "plain" and at - i >= 1 and reader.full(at, stop) - at >= 3:
            return at
        at += 1
    return at
