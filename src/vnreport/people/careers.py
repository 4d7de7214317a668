"""Offices told apart from the name: careers (`miễn nhiệm chức vụ Phó Chủ tịch … đối với ông A`) and bare offices
(`Bí thư Quận ủy nhấn mạnh`) that can only be one of the people named."""

from __future__ import annotations

from vnreport.people import lists
from vnreport.people.attach import Attached, after_term
from vnreport.people.link import Group
from vnreport.people.names import Name
from vnreport.people.titles import Title
from vnreport.people.together import edges, named_with
from vnreport.people.words import Words

# The word right before a title that somebody is given, holds or loses.
_HOLDS = lists.group("holds")
_PHRASES = lists.group("held")
_SPAN = 16


def careers(words: Words, names: list[Name], attached: Attached, barrier: list[int]) -> None:
    """Gives the free titles that a verb of appointment, holding or loss ties to a name to that name."""
    low = words.low
    teller = _Teller(words, names, attached, barrier)
    ends: dict[int, int] = {}  # end of a title given here -> its owner, for the chain behind it
    for title in attached.free:
        owner = _chained(low, title, ends)
        if owner is None and not title.plural and (_held(low, title) or _studied(low, title)):
            owner = teller.told_of(title)
            if owner is not None and low[title.start - 1] == "vị" and _of_another(words, names, attached, owner, title):
                continue  # `gặp Thủ tướng A lần đầu trên cương vị Chủ tịch nước`
        if owner is None:
            continue
        ends[title.end] = owner
        title.way = "told"
        attached.of.setdefault(owner, []).append(title)
        for n in named_with(low, names, teller.edges, owner, title):
            attached.of.setdefault(n, []).append(title)
    given = {title.start for titles in attached.of.values() for title in titles}
    attached.free = [title for title in attached.free if title.start not in given]


def _of_another(words: Words, names: list[Name], attached: Attached, owner: int, title: Title) -> bool:
    """Whether somebody else than the name `owner` is said to hold the very office of `title`."""
    low = words.low
    office, own = low[title.start : title.end], low[names[owner].end - 1]
    holders = {
        low[names[n].end - 1]
        for n, titles in attached.of.items()
        for held in titles
        if low[held.start : held.end] == office
    }
    return bool(holders) and own not in holders


def _chained(low: list[str], title: Title, ends: dict[int, int]) -> int | None:
    """The owner of the title that stands before this one in a list of offices."""
    at, steps = title.start, 0
    while at not in ends and steps < 4 and at > 0:
        if low[at - 1] == ")":
            opened = at - 2
            while opened > max(0, at - 12) and low[opened] != "(":
                opened -= 1
            at = opened
        elif low[at - 1] in _NEXT:
            at -= 1
        elif (term := _term_before(low, at)) < at:
            at = term
        else:
            return None
        steps += 1
    return ends.get(at) if steps else None


def _term_before(low: list[str], at: int) -> int:
    """Where the term of office that ends at `at` begins (`khóa XII`); `at` where there is none."""
    return next((k for k in range(max(0, at - 5), at) if after_term(low, k) == at), at)


_WISHES = lists.group("wish")
_NEXT = frozenset((",", ";", "và", "kiêm", "rồi", "-", "–", "lên", "đến"))


def _held(low: list[str], title: Title) -> bool:
    at = title.start
    if at == 0 or (low[at - 1] not in _HOLDS and low[at - 1] not in (":", "từ")):
        return False
    if title.kind in ("profession", "award") and low[at - 1] not in ("là", "làm"):
        return False
    if title.kind == "degree" and low[at - 1] == "làm":
        return False  # `làm tiến sĩ tại Pháp` is to study for it
    if any(word in _WISHES for word in low[max(0, at - 6) : at]):
        return False  # who runs for an office does not hold it
    if low[at - 1] == ":":
        at -= 1
    return any(" ".join(low[max(0, at - n) : at]) in _PHRASES for n in (1, 2, 3))


def _studied(low: list[str], title: Title) -> bool:
    """Whether a degree is told of as what somebody has: `có trình độ …, Tiến sĩ Kỹ thuật`."""
    return title.kind == "degree" and title.complement >= 0 and "độ" in low[max(0, title.start - 12) : title.start]


class _Teller:
    """Finds whom the sentence of a free title speaks of."""

    def __init__(self, words: Words, names: list[Name], attached: Attached, barrier: list[int]) -> None:
        self.words, self.names, self.barrier = words, names, barrier
        self.free = {title.start: title for title in attached.free}
        # Where a name begins, with the titles and the form of address right before it.
        self.edges = edges(names, attached.of)

    def told_of(self, title: Title) -> int | None:
        """The name behind `đối với`, `cho`, `của`, or the subject before the title."""
        low, free = self.words.low, self.free
        before = low[max(0, title.start - 7) : title.start]
        done_to = any(verb in before for verb in _DONE_TO) and not {"bị", "được"} & set(
            low[max(0, title.start - 12) : title.start]
        )
        for k in range(title.end, min(title.end + (40 if done_to else _SPAN), len(low))):
            if low[k] in ".\n" or (k in free and not done_to):
                break
            if self.barrier[k] >= 0:
                if self._object(k, done_to):
                    return self.barrier[k]
                break
        end = title.end
        while end + 1 < len(low) and low[end] == "," and (more := free.get(end + 1)) is not None:
            end = more.end
        pronoun = end + 1 < len(low) and low[end] == "," and low[end + 1] in ("ông", "bà", "anh", "chị")
        owner, at = _subject(low, title, self.barrier, over_stops=pronoun)
        if owner is None and not done_to:
            fronted = self._fronted(title)
            return self._spoken_of(title) if fronted is None else fronted
        # Who dismisses or appoints is not the one who holds the office.
        if owner is None or not done_to or self._object(at, done_to, behind=True):
            return owner
        return owner if "thôi" in low[at : title.start] else None  # `ông A thôi giữ chức …, bổ nhiệm làm …`

    def _object(self, k: int, done_to: bool, *, behind: bool = False) -> bool:
        """Whether the name that the word `k` belongs to stands behind `đối với`, `cho`, `của`, or is appointed.

        `behind`: the title stands behind it, where `của Chủ tịch A` is who does so.
        """
        low, edge = self.words.low, self.edges[self.barrier[k]]
        while edge > 0 and low[edge - 1] in _ADDRESSES:
            edge -= 1
        to = low[edge - 1 : edge]
        if to in (["với"], ["cho"]) or (
            to == ["của"] and not (behind and edge < self.names[self.barrier[k]].start - 1)
        ):
            return True
        return done_to and (low[edge - 1 : edge] == ["tới"] or " ".join(low[max(0, edge - 2) : edge]) in _APPOINTS)

    def _fronted(self, title: Title) -> int | None:
        """Who is named behind the phrase that opens the sentence: `Khi giữ chức Hiệu trưởng (2014), ông A …`."""
        low = self.words.low
        begin = title.start
        while begin > 0 and low[begin - 1] not in ".\n" and title.start - begin < 12:
            begin -= 1
        if low[begin] not in _FRONTING:
            return None
        for k in range(title.end, min(title.end + 40, len(low))):
            if low[k] in ".\n":
                return None
            n = self.barrier[k]
            if n >= 0:
                edge = self.edges[n]
                return n if low[edge - 1] == "," and self.names[n].honorific_start >= 0 else None
        return None

    def _spoken_of(self, title: Title) -> int | None:
        """Whom the sentence before speaks of, where that of the title has a pronoun as its subject, or none."""
        low = self.words.low
        begin = title.start
        while begin > 0 and low[begin - 1] not in ".\n" and title.start - begin < 40:
            begin -= 1
        cap = self.words.cap
        pronoun = next((low[k] for k in range(begin, title.start - 1) if low[k] in _PRONOUNS and not cap[k + 1]), None)
        if pronoun is None and " ".join(low[begin : begin + 2]) not in _NO_SUBJECT:
            return None
        if begin == 0 or low[begin - 1] != ".":
            return None
        female = pronoun in _WOMEN
        found: int | None = None
        for k in range(begin - 2, max(-1, begin - 300), -1):
            if low[k] in ".\n" and found is not None:
                break
            n = self.barrier[k]
            if n >= 0 and (pronoun is None or (self.names[n].honorific in _WOMEN) == female):
                found = n
        return found


# `vợ ông A trong vai trò trợ lý`: the office is hers.
_RELATIVES = frozenset(("vợ", "chồng", "mẹ", "cha", "bố", "trai", "gái", "dâu", "rể"))
_FRONTING = frozenset(("trong", "khi", "trước", "sau", "với", "ở", "từ", "từng", "lúc"))
_APPOINTS = lists.group("appoints")
_PRONOUNS = frozenset(("ông", "bà", "anh", "chị", "cô"))
_WOMEN = frozenset(("bà", "chị", "cô"))
_NO_SUBJECT = lists.group("no subject")


def _subject(low: list[str], title: Title, barrier: list[int], *, over_stops: bool) -> tuple[int | None, int]:
    """The last name before the title, in its sentence (or before it), not one in brackets, and where it ends."""
    near = low[title.start - 1] in ("là", "từ") and not {"chức", "vụ", "nhiệm", "vị"} & set(
        low[title.start - 6 : title.start]
    )
    left = 120 if over_stops else 50 if not near else 12 if low[title.start - 2 : title.start - 1] == [","] else 8
    k = title.start - 1
    while k > 0 and left:
        if low[k] in ".\n" and not over_stops:
            break
        if low[k] in ("các", "những") and near and k >= title.start - 4:
            break
        if barrier[k] >= 0:
            begin = next(n for n in range(k, -1, -1) if n == 0 or barrier[n - 1] != barrier[k])
            begin -= begin > 1 and low[begin - 1] in _PRONOUNS
            return (None, -1) if begin and low[begin - 1] in _RELATIVES else (barrier[k], k)
        if low[k] == ")":
            opened = k
            while opened > max(0, k - 40) and low[opened] != "(":
                opened -= 1
            k = opened
        k, left = k - 1, left - 1
    return None, -1


_DONE_TO = frozenset(("đình", "tước", "giao", "kỷ", "miễn", "bãi", "cách", "bổ", "bầu", "phê", "điều"))
_ANY_BEFORE = lists.group("any before")
_ANY_BEHIND = lists.group("any behind")
_ADDRESSES = lists.group("address")
_TOO_MANY = 60  # so many holders of one office leave no bare office that could be only one of them
_MANY = lists.group("many hold")


def bare(words: Words, groups: list[Group], attached: Attached) -> None:
    """Gives each free office that only one of the people can hold to that one."""
    low = words.low
    holders: dict[tuple[str, ...], list[tuple[Group, Title]]] = {}
    for group in groups:
        for title in group.titles:
            if title.kind == "office":
                holders.setdefault(_role(low, title), []).append((group, title))
    headline = low.index("\n") if "\n" in low else 0
    for title in attached.free:
        held_by = holders.get(_role(low, title), ())
        if not 0 < len(held_by) <= _TOO_MANY or _generic(words, title):
            continue
        fitting = {
            id(group): group
            for group, held in held_by
            if (title.end <= headline or _fits(low, title, held)) and words.cap[title.start] >= words.cap[held.start]
        }
        if len(fitting) == 1:
            title.way = "bare"
            next(iter(fitting.values())).titles.append(title)


def _generic(words: Words, title: Title) -> bool:
    """Whether an office is spoken of, and nobody who holds it: `các Giám đốc`, `mỗi đời tổng thống`, `một HLV`."""
    low = words.low
    if title.plural or title.kind != "office" or " ".join(low[title.head : title.body]) in _MANY:
        return True
    if low[title.end : title.end + 2] in ([",", "phó"], ["và", "phó"]) and "các" in low[title.end + 2 : title.end + 6]:
        return True  # `Bí thư, Phó Bí thư các chi bộ`
    return bool({*low[title.start - 1 : title.start]} & _ANY_BEFORE or {*low[title.end : title.end + 1]} & _ANY_BEHIND)


def _role(low: list[str], title: Title) -> tuple[str, ...]:
    return (*low[title.head : title.body], str(title.deputy))


def _fits(low: list[str], title: Title, held: Title) -> bool:
    """Whether `title` can be a shorter name of the office `held`: its complement is a part of that one's."""
    if title.former and not held.former:
        return False
    ours, theirs = _spelt_out(low[title.body : title.end]), _spelt_out(low[held.body : held.end])
    levels = _levels(ours), _levels(theirs)
    if levels[0] and levels[1] and not levels[0] & levels[1]:
        return False  # `Chủ tịch UBND huyện` is not he of the province
    ours -= _BELONGING
    if ours <= theirs:
        return True
    # `Chủ tịch UBND Thành phố` and `Chủ tịch UBND TP.HCM`; a party committee's level is its name (`Tỉnh ủy`).
    return "ủy" not in low[title.body : title.end] and ours - _LEVELS.keys() <= theirs


def _spelt_out(complement: list[str]) -> set[str]:
    """The words of a complement, `ubnd` as `ủy ban nhân dân`."""
    return {part for word in complement for part in _IN_FULL.get(word, (word,))}


def _levels(words: set[str]) -> set[str]:
    return {_LEVELS[word] for word in words if word in _LEVELS} | (
        {"tp"} if any(w[:2] == "tp" for w in words) else set()
    )


_IN_FULL = {
    "ubnd": ("ủy", "ban", "nhân", "dân"), "hđnd": ("hội", "đồng", "nhân", "dân"), "mttq": ("mặt", "trận", "tổ", "quốc"),
    "hđqt": ("hội", "đồng", "quản", "trị"), "cty": ("công", "ty"), "bch": ("ban", "chấp", "hành"),
    "đh": ("đại", "học"), "tand": ("tòa", "án", "nhân", "dân"), "vksnd": ("viện", "kiểm", "sát", "nhân", "dân"),
}  # fmt: skip
_BELONGING = frozenset(("của", "thuộc"))
_LEVELS = {
    "tỉnh": "tỉnh", "thành": "tp", "phố": "tp", "tp": "tp", "huyện": "huyện", "quận": "quận", "xã": "xã",
    "phường": "phường", "thị": "thị", "trấn": "thị", "tx": "thị", "thôn": "thôn", "ấp": "ấp", "bản": "bản",
}  # fmt: skip
