"""Whose title is whose: in front of the name, behind it, or shared by a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnreport.people.names import Name
from vnreport.people.offices import Title
from vnreport.people.words import Words

_JOINS = frozenset((",", "-", "–", "—", "và", "kiêm", ";", "/"))
_BEHIND = frozenset((",", "-", "–", "—", "(", ":"))
_COPULAS = frozenset("là làm giữ chức vụ nguyên hiện đang vốn từng được bầu bổ nhiệm đồng thời".split())


@dataclass(slots=True)
class Attached:
    """The titles of each name (by its index), in order of appearance, and the titles of nobody."""

    of: dict[int, list[Title]] = field(default_factory=dict)
    free: list[Title] = field(default_factory=list)


def attach(words: Words, names: list[Name], titles: list[Title], barrier: list[int]) -> Attached:
    """Gives each title to the name it stands with."""
    return _Attacher(words, names, titles, barrier).run()


class _Attacher:
    def __init__(self, words: Words, names: list[Name], titles: list[Title], barrier: list[int]) -> None:
        self.words, self.names, self.titles, self.barrier = words, names, titles, barrier
        self.ending = {title.end: title for title in titles}
        self.starting = {title.start: title for title in titles}
        self.taken: dict[int, int] = {}  # title start -> name
        self.result = Attached()

    def run(self) -> Attached:
        fronts = [self._touching(name) for name in self.names]
        for n, name in enumerate(self.names):
            if fronts[n] is not None:
                self._front(n, fronts[n])
        for n, name in enumerate(self.names):
            self._behind(n, name)
        for n, name in enumerate(self.names):
            self._loose_front(n, name)
        self._lists()
        for titles in self.result.of.values():
            titles.sort(key=lambda title: title.start)
        self.result.free = [title for title in self.titles if title.start not in self.taken]
        return self.result

    def _give(self, n: int, title: Title) -> None:
        if title.start not in self.taken:
            self.taken[title.start] = n
            self.result.of.setdefault(n, []).append(title)

    def _edge(self, name: Name) -> int:
        return name.honorific_start if name.honorific_start >= 0 else name.start

    def _touching(self, name: Name) -> Title | None:
        """The title that ends right where the name (with its form of address) begins."""
        low = self.words.low
        edge = self._edge(name)
        title = self.ending.get(edge)
        if title is None and edge > 1 and low[edge - 1] == ".":
            title = self._abbreviated(edge - 1)
        if title is None and edge > 3 and low[edge - 1] == ")":
            for k in range(edge - 2, max(edge - 8, 0), -1):
                if low[k] == "(":
                    title = self.ending.get(k)
                    break
        return title

    def _front(self, n: int, title: Title | None) -> None:
        """Gives a name the chain of titles that ends in `title`, right in front of it."""
        low = self.words.low
        while title is not None:
            self._give(n, title)
            at = title.start
            before = self.ending.get(at)
            if before is None and at > 0:
                step = at - 1
                if low[step] == ".":
                    before = self._abbreviated(step)
                elif low[step] in _JOINS and low[step] != ";":
                    before = self.ending.get(step) or (
                        self.ending.get(step - 1) if step > 0 and low[step - 1] in _JOINS else None
                    )
                    if before is not None and low[step] == "và" and before.complement >= 0:
                        before = None
            if before is not None and not self._joins(before, title):
                before = None
            title = before

    def _joins(self, before: Title, title: Title) -> bool:
        """Whether the office `before`, in front of `title`, is the same person's."""
        low = self.words.low
        if before.plural or before.start in self.taken or self._follows_name(before):
            return False
        if before.start > 0 and low[before.start - 1] in _OTHERS:  # `thừa lệnh Thủ tướng, Phó Thủ tướng …`
            return False
        if before.start > 0 and low[before.start - 1] == "và" and title.start - before.end == 1:
            return False
        same = low[before.head : before.body] == low[title.head : title.body]
        return not (same and before.deputy != title.deputy and before.complement < 0)

    def _abbreviated(self, end: int) -> Title | None:
        """The degree in short that ends at `end`, before its full stop (`TS. An`)."""
        title = self.ending.get(end)
        if title is None or title.kind != "degree" or title.complement >= 0:
            return None
        raw = self.words.raw[end - 1]
        return title if len(raw) <= 9 and (raw.isupper() or "." in raw or len(raw) <= 3) else None

    def _follows_name(self, title: Title) -> bool:
        at = title.start - 1
        return at > 0 and self.words.low[at] in _BEHIND and self.barrier[at - 1] >= 0

    def _behind(self, n: int, name: Name) -> None:
        """Gives a name the chain of titles behind it."""
        low = self.words.low
        at = self._skip_bracket(name.end)
        if at >= len(low):
            return
        if low[at] in _BEHIND:
            at += 1
        elif low[at] not in _COPULAS and (at != name.end or not self._bare_behind(n, name)):
            return
        steps = 0
        while at < len(low) and low[at] in _COPULAS and at not in self.starting and steps < 5:
            at, steps = at + 1, steps + 1
        if not steps and low[at - 1] == "," and self._of_another(n, at):
            return
        self._chain(n, at)

    def _bare_behind(self, n: int, name: Name) -> bool:
        """`ông A Phó Chủ tịch xã`: a title behind the name with no mark between them."""
        title = self.starting.get(name.end)
        return title is not None and n not in self.result.of and name.honorific is not None and title.complement >= 0

    def _of_another(self, n: int, at: int) -> bool:
        """Whether the bare office at `at` is one that another name has in front: `…ông A, Tổng Bí thư cho biết`."""
        title = self.starting.get(at)
        if title is None or title.complement >= 0 or title.kind != "office":
            return False
        low = self.words.low
        role = low[title.start : title.body]
        return any(
            low[other.start : other.body] == role and self.names[m].start != self.names[n].start
            for m, titles in self.result.of.items()
            for other in titles
            if other.end <= self.names[m].start and low[self.names[m].end - 1] != low[self.names[n].end - 1]
        )

    def _chain(self, n: int, at: int) -> None:
        low = self.words.low
        while (title := self.starting.get(at)) is not None and title.start not in self.taken:
            self._give(n, title)
            at = self._skip_bracket(title.end)
            steps = 0
            while at < len(low) and (low[at] in _JOINS or low[at] in _COPULAS) and at not in self.starting and steps < 4:
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

    def _loose_front(self, n: int, name: Name) -> None:
        """`Tổng Thư ký Quốc hội, ông A`: a title parted from the form of address by a comma or a dash."""
        if name.honorific_start < 1 or n in self.result.of:
            return
        at = name.honorific_start - 1
        if self.words.low[at] in (",", "-", "–", ":") and (title := self.ending.get(at)) is not None:
            spoken_to = title.start > 0 and self.words.low[title.start - 1] in _SPOKEN_TO
            if title.start not in self.taken and not title.plural and not spoken_to:
                self._front(n, title)

    def _lists(self) -> None:
        """`các Phó Chủ tịch UBND tỉnh: A, B và C`: each name of the list has the title."""
        low = self.words.low
        for title in self.titles:
            at = title.end
            such = at < len(low) and low[at] == "như"
            if not title.plural and not such:
                continue
            owner = self.taken.get(title.start)
            if owner is None:
                while at < len(low) and low[at] in _LIST_OPENERS:
                    at += 1
                if at >= len(low) or self.barrier[at] < 0 or at - title.end > 6:
                    continue
                owner = self.barrier[at]
            for n in self.listed(owner):
                if title not in self.result.of.setdefault(n, []):
                    self.result.of[n].append(title)
                self.taken.setdefault(title.start, n)

    def listed(self, n: int) -> list[int]:
        """The names of the list that the name `n` opens: `A, B (…); C và D`."""
        low = self.words.low
        found = [n]
        while True:
            at = self._skip_bracket(self.names[n].end)
            steps = 0
            while at < len(low) and self.barrier[at] < 0 and steps < 4 and low[at] in _LIST_JOINS:
                at, steps = at + 1, steps + 1
            if at >= len(low) or not steps or self.barrier[at] in (-1, n):
                return found
            n = self.barrier[at]
            if n in self.result.of and any(title.end <= self.names[n].start for title in self.result.of[n]):
                return found
            found.append(n)


_OTHERS = frozenset(("lệnh", "với", "của", "cho", "quyền", "ngoài", "cùng"))
_SPOKEN_TO = frozenset(("với", "cho", "của", "bởi", "và", "từ", "gửi", "gặp", "phỏng"))
_LIST_OPENERS = frozenset((":", "là", "gồm", "như", "các", "đồng", "chí", "đ/c", "có", "ông", "bà", "anh", "chị"))
_LIST_JOINS = frozenset((",", ";", "và", "ông", "bà", "đồng", "chí", "anh", "chị"))
