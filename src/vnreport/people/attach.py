"""Whose title is whose: in front of the name, behind it, or shared by a list.

`Title.way` says in which way (see `ways`) a title came to its holder.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vnreport.people import lists, together
from vnreport.people.names import Name
from vnreport.people.titles import Title
from vnreport.people.words import Words

_TERMS = frozenset(("khóa", "khoá", "kỳ"))
_MAIN_VERBS = lists.group("main verb")
_JOINS = frozenset((",", "-", "–", "—", "và", "kiêm", ";", "/"))
_BEHIND = frozenset((",", "-", "–", "—", "(", ":"))
_COPULAS = lists.group("copula")
# Before an office: it is another's, in whose name or with whom somebody acts.
_OTHERS = lists.group("other's")
_SPOKEN_TO = lists.group("spoken to")
_LIST_OPENERS = lists.group("list opener") | {":"}
_LIST_JOINS = lists.group("list join") | {",", ";"}


@dataclass(slots=True)
class Attached:
    """The titles of each name (by its index), in order of appearance, and the titles of nobody."""

    of: dict[int, list[Title]] = field(default_factory=dict)
    free: list[Title] = field(default_factory=list)


def after_term(low: list[str], at: int) -> int:
    """The position behind the term of office at `at` (`khóa XII`, `nhiệm kỳ 2016 - 2021`); `at` where there is none."""
    k = at + (low[at : at + 1] == ["nhiệm"])
    if k + 1 >= len(low) or low[k] not in _TERMS:
        return at
    k += 1
    if not low[k][0].isdigit() and not set(low[k]) <= set("ivxlc"):
        return at
    k += 1
    if k + 1 < len(low) and low[k] in ("-", "–", "/") and low[k + 1].isdigit():
        k += 2
    return k


def attach(words: Words, names: list[Name], titles: list[Title], barrier: list[int]) -> Attached:
    """Gives each title to the name it stands with.

    `barrier` holds, for each word, the index of the name it belongs to, or -1.
    """
    return _Attacher(words, names, titles, barrier).run()


class _Attacher:
    def __init__(self, words: Words, names: list[Name], titles: list[Title], barrier: list[int]) -> None:
        self.words, self.names, self.titles, self.barrier = words, names, titles, barrier
        self.ending = {title.end: title for title in titles}
        self.starting = {title.start: title for title in titles}
        self.taken: dict[int, int] = {}  # start of a title -> its name
        self.holders: dict[str, set[str]] = {}  # an office in front of a name -> the last words of the names
        self.predicates: list[tuple[int, int]] = []  # a name and where the titles begin that it is given by a verb
        self.honorifics = lists.phrases("honorifics")
        self.result = Attached()

    def run(self) -> Attached:
        fronts = [self._touching(name) for name in self.names]
        for n, title in enumerate(fronts):
            self._front(n, title, "in front")
        self._note_holders()
        for n, name in enumerate(self.names):
            self._behind(n, name)
        for n, name in enumerate(self.names):
            self._before_address(n, name)
            self._predicate(n, name)
        self._share_predicates()
        self._share()
        for titles in self.result.of.values():
            titles.sort(key=lambda title: title.start)
        self.result.free = [title for title in self.titles if title.start not in self.taken]
        return self.result

    def _give(self, n: int, title: Title, way: str) -> None:
        if title.start not in self.taken:
            self.taken[title.start] = n
            title.way = way
            self.result.of.setdefault(n, []).append(title)

    # In front of the name.

    def _touching(self, name: Name) -> Title | None:
        """The title that ends right where the name (with its form of address) begins."""
        low = self.words.low
        edge = name.honorific_start if name.honorific_start >= 0 else name.start
        title = self.ending.get(edge)
        if title is None and edge > 1 and low[edge - 1] == ".":
            title = self._abbreviated(edge - 1)
        if title is None and edge > 3 and low[edge - 1] == ")":
            for k in range(edge - 2, max(edge - 8, 0), -1):
                if low[k] == "(":
                    return self.ending.get(k)
        return title

    def _front(self, n: int, title: Title | None, way: str) -> None:
        """Gives a name the chain of titles that ends in `title`, right in front of it."""
        while title is not None:
            self._give(n, title, way)
            before = self._preceding(title)
            if before is None or not self._joins(before, title):
                self._address(self.names[n], title.start)
                return
            title = before

    def _address(self, name: Name, at: int) -> None:
        """`đồng chí Đại tá A`: the form of address stands before the title."""
        length = self.honorifics.before(self.words.low, at)
        if name.honorific is None and length:
            name.honorific = " ".join(self.words.low[at - length : at])

    def _preceding(self, title: Title) -> Title | None:
        """The title in front of `title`, with at most a mark, `và` or `kiêm` between them."""
        low, at = self.words.low, title.start
        before = self.ending.get(at)
        if before is not None:  # `Bộ trưởng Thượng tướng A`, but not `báo cáo Thủ tướng Tổng Thanh tra A`
            return before if "office" not in (before.kind, title.kind) or before.kind != title.kind else None
        if at == 0:
            return None
        step = at - 1
        if low[step] == ".":
            return self._abbreviated(step)
        if low[step] not in _JOINS or low[step] == ";":
            return None
        before = self.ending.get(step)
        if before is None and step > 0 and low[step - 1] in _JOINS:
            before = self.ending.get(step - 1)
        if before is not None and low[step] == "và" and before.complement >= 0:
            return None  # `Chủ tịch HĐND và Chủ tịch UBND …`: two people, most often
        return before

    def _joins(self, before: Title, title: Title) -> bool:
        """Whether the office `before`, in front of `title`, is the same person's."""
        low, cap = self.words.low, self.words.cap
        start = before.start
        if before.plural or start in self.taken:
            return False
        touching = before.end == title.start  # `A, Trưởng Công an xã Thiếu tá B`
        if start > 1 and low[start - 1] in _BEHIND and self.barrier[start - 2] >= 0 and not touching:
            return False  # it stands behind another name
        degrees = before.kind == title.kind == "degree"  # `cùng TS - BS A`
        if start > 0 and low[start - 1] in _OTHERS and not degrees:  # `thừa lệnh Thủ tướng, Phó Thủ tướng …`
            return False
        if start > 0 and low[start - 1] == "và" and title.start - before.end == 1 and self.barrier[start - 2] < 0:
            return False
        small = before.kind == "profession" and not cap[start]
        if small and title.kind == "office" and cap[title.start] and low[before.end] == ",":
            return False  # `trước các phóng viên, Thủ tướng …`
        same = low[before.head : before.body] == low[title.head : title.body]
        return not (same and before.deputy != title.deputy and before.complement < 0)

    def _abbreviated(self, end: int) -> Title | None:
        """The degree in short that ends at `end`, before its full stop (`TS. An`)."""
        title = self.ending.get(end)
        if title is None or title.kind not in ("degree", "profession") or title.complement >= 0:
            return None
        if title.end - title.start > 1:
            return None  # `20 bác sĩ. Bà …`: the stop ends a sentence
        raw = self.words.raw[end - 1]
        return title if len(raw) <= 9 and (raw.isupper() or "." in raw or len(raw) <= 3) else None

    def _predicate(self, n: int, name: Name) -> None:
        """`Chủ tịch HĐQT là ông A`: the office is the subject."""
        at = (name.honorific_start if name.honorific_start >= 0 else name.start) - 1
        title = self.ending.get(at)
        if title is None or self.words.low[at] != "là" or title.start in self.taken or title.kind != "office":
            return
        if title.start == 0 or self.words.low[title.start - 1] not in _OTHERS:
            self._give(n, title, "predicate")

    def _before_address(self, n: int, name: Name) -> None:
        """`Tổng Thư ký Quốc hội, ông A`: a title parted from the form of address by a mark."""
        if n in self.result.of:
            return
        if name.honorific_start < 1:
            self._before_mark(n, name)
            return
        at = name.honorific_start - 1
        title = self.ending.get(at)
        if title is None or self.words.low[at] not in (",", "-", "–", ":") or title.plural:
            return
        if title.start not in self.taken and (not title.start or self.words.low[title.start - 1] not in _SPOKEN_TO):
            self._front(n, title, "before the address")

    def _before_mark(self, n: int, name: Name) -> None:
        """`Chủ tịch UBND tỉnh - Lê Tá`, `Giám đốc Sở Y tế, Lê Tá, cho biết`: a mark alone parts the two."""
        at = name.start - 1
        title = self.ending.get(at)
        if title is None or title.plural or title.complement < 0 or name.end - name.start < 2:
            return
        low, start = self.words.low, title.start
        if low[at] not in (",", "-", "–") or start in self.taken or (start and low[start - 1] in _SPOKEN_TO):
            return
        listed = name.end < len(low) and low[name.end] in (";", "và")
        if not listed and (low[at] != "," or not start or low[start - 1] in '.\n:”"'):
            self._front(n, title, "before the address")

    # Behind the name.

    def _behind(self, n: int, name: Name) -> None:
        """Gives a name the chain of titles behind it."""
        low = self.words.low
        at = self._skip_bracket(name.end)
        if at >= len(low):
            return
        if low[at] in _BEHIND:
            at += 1 + (low[at] == ":" and low[at + 1 : at + 2] in (["-"], ["–"]))
            at += low[at : at + 1] == ["một"] and at + 1 in self.starting  # `A, một bác sĩ ở đây, …`
        elif low[at] not in _COPULAS and (at != name.end or not self._unmarked(n, name)):
            return
        steps = 0
        while at < len(low) and low[at] in _COPULAS and at not in self.starting and steps < 5:
            at, steps = at + 1, steps + 1
        if not steps and low[at - 1] == "," and (self._of_another(n, at) or self._main_clause(n, at)):
            return
        self._chain(n, at)
        if steps and low[name.end] in together.DONE_TO_ALL:
            self.predicates.append((n, at))

    def _main_clause(self, n: int, at: int) -> bool:
        """Whether the title at `at` is the subject behind a source: `Theo ông A, Bí thư Tỉnh ủy phải làm rõ`."""
        low = self.words.low
        title = self.starting.get(at)
        edge = self.names[n].honorific_start if self.names[n].honorific_start >= 0 else self.names[n].start
        for before in self.result.of.get(n, ()):
            edge = min(edge, before.start)
        for status in ("đại biểu", "luật sư"):
            if low[max(0, edge - 2) : edge] == status.split():
                edge -= 2
        if title is None or edge == 0 or low[edge - 1] != "theo" or title.end >= len(low):
            return False
        return low[title.end] in _MAIN_VERBS

    def _unmarked(self, n: int, name: Name) -> bool:
        """`ông A Phó Chủ tịch xã`: a title behind the name with no mark between them."""
        title = self.starting.get(name.end)
        return title is not None and n not in self.result.of and name.honorific is not None and title.complement >= 0

    def _note_holders(self) -> None:
        low = self.words.low
        for n, titles in self.result.of.items():
            for title in titles:
                self.holders.setdefault(" ".join(low[title.start : title.body]), set()).add(low[self.names[n].end - 1])

    def _of_another(self, n: int, at: int) -> bool:
        """Whether the bare office at `at` is one that another name has in front: `…ông A, Tổng Bí thư cho biết`."""
        title = self.starting.get(at)
        if title is None or title.complement >= 0 or title.kind != "office":
            return False
        low = self.words.low
        also = self.starting.get(title.end + 1) if low[title.end : title.end + 1] == ["kiêm"] else None
        if also is not None and (also.end >= len(low) or self.barrier[also.end] < 0):
            return False  # `bà B, Chủ tịch kiêm Giám đốc Công ty …`
        holders = self.holders.get(" ".join(low[title.start : title.body]), set())
        return bool(holders - {low[self.names[n].end - 1]})

    def _chain(self, n: int, at: int) -> None:
        low = self.words.low
        while (title := self.starting.get(at)) is not None and title.start not in self.taken:
            self._give(n, title, "behind")
            at = self._skip_bracket(after_term(low, title.end))
            steps = 0
            while (
                at < len(low)
                and (low[at] in _JOINS or low[at] in _COPULAS or low[at] == "rồi")
                and at not in self.starting
                and steps < 4
            ):
                if low[at] == ";":
                    return
                at, steps = at + 1, steps + 1

    def _skip_bracket(self, at: int) -> int:
        low = self.words.low
        if at < len(low) and low[at] == "(" and at + 1 not in self.starting:
            for k in range(at + 1, min(at + 16, len(low))):
                if low[k] == ")":
                    return k + 1
        return at

    # Shared by a list.

    def _share_predicates(self) -> None:
        """Gives the titles of a verb phrase to all of its subjects."""
        begins = together.edges(self.names, self.result.of) if self.predicates else []
        for n, at in self.predicates:
            for title in [title for title in self.result.of.get(n, ()) if title.start >= at]:
                for other in together.named_with(self.words.low, self.names, begins, n, title):
                    title.way = "shared"
                    self.result.of.setdefault(other, []).append(title)

    def _share(self) -> None:
        """`các Phó Chủ tịch UBND tỉnh: A, B và C`: each name of the list has the title."""
        low = self.words.low
        for title in self.titles:
            at = title.end
            if self._share_behind(title):
                continue
            if not title.plural and low[at : at + 1] != ["như"] and not self._opens_list(at):
                continue
            owner = self.taken.get(title.start)
            if owner is None:
                at = self._list_start(at)
                if at >= len(low) or self.barrier[at] < 0 or at - title.end > 8:
                    continue
                owner = self.barrier[at]
            title.way = "shared"
            for n in self._listed(owner):
                if title not in self.result.of.setdefault(n, []):
                    self.result.of[n].append(title)
                self.taken.setdefault(title.start, n)
                self._address(self.names[n], title.start)

    def _share_behind(self, title: Title) -> bool:
        """`A và B - các Phó Chủ tịch HĐND tỉnh`, `các đồng chí A và B, Phó Chủ tịch …`: whether names right before the
        title share it, and have it now."""
        low, at = self.words.low, title.start - 1
        if title.plural and low[at] in ("các", "hai", "ba", "đều") and title.start not in self.taken:
            at -= 1
        elif title.plural or not title.deputy:
            return False
        if at < 1 or low[at] not in _BEHIND or self.barrier[at - 1] < 0:
            return False
        last = self.barrier[at - 1]
        found = together.joined(low, self.names, last)
        if len(found) < 2 or (not title.plural and not together.addressed_at_once(low, self.names[found[0]])):
            return False
        for n in found:
            if title not in self.result.of.setdefault(n, []):
                self.result.of[n].append(title)
        self.taken.setdefault(title.start, last)
        title.way = "shared"
        return True

    def _list_start(self, at: int) -> int:
        """Where the first name of the list stands that opens at `at`, behind its own titles."""
        low = self.words.low
        at = after_term(low, at)
        while at < len(low):
            title = self.starting.get(at)
            if low[at] in _LIST_OPENERS or (low[at] == "." and self._abbreviated(at) is not None):
                at += 1
            elif title is not None and title.kind != "office":
                at = title.end
            else:
                break
        return at

    def _opens_list(self, at: int) -> bool:
        """Whether a list of holders begins at `at`, behind an office in the singular: `… Hội gồm các ông: A, B`."""
        low = self.words.low
        at = after_term(low, at)
        if low[at : at + 1] == ["các"]:
            return True
        for k in (0, 1):
            if low[at + k : at + k + 1] == ["gồm"]:
                after = low[at + k + 1 : at + k + 2]
                return after in (["các"], [":"], ["có"]) or bool(self.honorifics.at(low, at + k + 1))
        return False

    def _listed(self, n: int) -> list[int]:
        """The names of the list that the name `n` opens: `A, B (…); C và D`."""
        low = self.words.low
        found = [n]
        bare = False  # whether a comma alone has parted two of them, so that a semicolon ends the list
        while True:
            at = self._skip_bracket(self.names[n].end)
            steps = 0
            while at < len(low) and self.barrier[at] < 0 and steps < 12:
                title = self.starting.get(at)  # `A, Bí thư Huyện ủy; B, Chủ tịch`: each has one of its own behind
                if title is not None and self.taken.get(title.start) == n:
                    at = title.end
                elif low[at] in _LIST_JOINS or low[at] in _BEHIND:
                    at += 1
                elif title is not None and title.kind in ("degree", "rank"):  # of the next one
                    at = title.end
                elif low[at] == "." and self._abbreviated(at) is not None:
                    at += 1
                else:
                    break
                steps += 1
            if at >= len(low) or not steps or self.barrier[at] in (-1, n):
                return found
            if bare and ";" in low[self.names[n].end : at]:
                return found
            bare = bare or low[self.names[n].end] == ","
            n = self.barrier[at]
            if any(t.end <= self.names[n].start and t.kind == "office" for t in self.result.of.get(n, ())):
                return found
            found.append(n)
