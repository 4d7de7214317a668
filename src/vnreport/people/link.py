"""One person, one record: which mentions are of one man or woman."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from vnreport.people import lists
from vnreport.people.attach import Attached
from vnreport.people.names import Name
from vnreport.people.titles import Title
from vnreport.people.words import Words

_FEMALE = frozenset(("bà", "chị", "cô", "mẹ", "dì"))
_MALE = frozenset(("ông", "anh", "chú", "cậu", "vua"))


@dataclass(slots=True)
class Group:
    """The mentions of one person, by index into the names, and the titles they carry.

    `key` is the full name as folded words.
    """

    key: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


def link(words: Words, names: list[Name], attached: Attached) -> list[Group]:
    """The people, in order of their first mention."""
    appellations = lists.appellations()
    keys = [tuple(words.low[name.start : name.end]) for name in names]
    keys = [
        appellations.get(" ".join(key), key) if names[n].rule == "appellation" else key for n, key in enumerate(keys)
    ]
    keys = [_regnal(key) for key in keys]
    aliases = _bearers_of_nicknames(keys, names)
    keys = [aliases.get(key, key) for key in keys]
    roles = [
        {tuple(words.low[t.head : t.body]) for t in attached.of.get(n, ()) if t.kind == "office"}
        for n in range(len(names))
    ]
    misprints = _misprints(keys, [_sole(words, attached.of.get(n, ())) for n in range(len(names))])
    keys = [misprints.get(key, key) for key in keys]
    owners = _Owners(keys, names, roles)
    groups: dict[tuple[str, ...], Group] = {}
    for n, key in enumerate(keys):
        owner = owners.of(n, key)
        group = groups.setdefault(owner, Group(owner))
        group.mentions.append(n)
        group.titles += attached.of.get(n, ())
    return list(groups.values())


def _regnal(key: tuple[str, ...]) -> tuple[str, ...]:
    """The name of a ruler with its number as a Roman one: `Elizabeth Đệ Nhị` is `Elizabeth II`."""
    if len(key) > 2 and key[-2] == "đệ" and key[-1] in lists.ordinals():
        return (*key[:-2], lists.ordinals()[key[-1]])
    return key


def _bearers_of_nicknames(keys: list[tuple[str, ...]], names: list[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """From a nickname that stands in brackets behind a name to that name: `Trần Văn Ngọt (Sáu Ngọt)`."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for n in range(1, len(names)):
        if names[n].rule == "nickname" and keys[n] != keys[n - 1]:
            # The fuller of the two is the one that short forms are cut from: `Hoài Mơ (tên thật Trần Thị Hạnh)`.
            fuller, other = keys[n - 1], keys[n]
            if len(other) > len(fuller):
                fuller, other = other, fuller
            found.setdefault(other, fuller)
    return found


def _sole(words: Words, titles: Sequence[Title]) -> set[tuple[str, ...]]:
    """Those of the titles that one man at a time holds, in full."""
    return {
        tuple(words.low[t.start : t.end])
        for t in titles
        if t.kind == "office" and not (t.deputy or t.plural) and " ".join(words.low[t.head : t.body]) not in _MANY
    }


_MANY = lists.group("many hold")
_BUCKET = 12  # so many names that begin alike are compared, so that a long list costs no square


def _misprints(keys: list[tuple[str, ...]], sole: list[set[tuple[str, ...]]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """From a name that stands but once to the one it is a misprint of: `Erdorgan`, `Donad Trump`, and of two that
    hold one office, `Lê Đức Thương` for `Lê Đức Thưởng`."""
    counts = Counter(keys)
    held: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    buckets: dict[tuple[int, str], list[tuple[str, ...]]] = {}
    for key, offices in zip(keys, sole, strict=True):
        held.setdefault(key, set()).update(offices)
    for key in counts:
        buckets.setdefault((len(key), key[0][:2]), []).append(key)
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for bucket in buckets.values():
        for odd in bucket[:_BUCKET] if len(bucket) > 1 else ():
            if counts[odd] > 1:
                continue
            right = next((k for k in bucket[:_BUCKET] if k != odd and k not in found and _alike(odd, k)), None)
            if right is not None and (not lists.is_syllable(right[-1]) or held[odd] & held[right]):
                found[odd] = right
    return found


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of as many words differ by one letter of one word, or by one word's tone."""
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    if lists.is_syllable(a) and lists.is_syllable(b):
        return len(one) > 2 and a == one[-1] and _plain(a) == _plain(b)
    if lists.is_syllable(b) or min(len(a), len(b)) < 5:
        return False
    short, long = sorted((a, b), key=len)
    at = next((k for k, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


class _Owners:
    """Which full name each mention stands for; `roles`: the heads of the offices that each mention carries."""

    def __init__(self, keys: list[tuple[str, ...]], names: list[Name], roles: list[set[tuple[str, ...]]]) -> None:
        self.keys, self.names, self.roles = keys, names, roles
        self.held: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for key, held in zip(keys, roles, strict=True):
            if held:
                self.held.setdefault(key, set()).update(held)
        # From a short form to the mentions of the full names it can stand for. A foreign name is cut to its first
        # word as well, a Vietnamese one to its last only.
        self.shorts: dict[tuple[str, ...], list[int]] = {}
        self.surnames: dict[str, set[tuple[str, ...]]] = {}  # a Chinese or Korean is called by the surname
        for n, (key, name) in enumerate(zip(keys, names, strict=True)):
            if len(key) > 1:
                self.surnames.setdefault(key[0], set()).add(key)
            for i in range(1, len(key)):
                self.shorts.setdefault(key[i:], []).append(n)
            if len(key) > 1 and (name.rule == "foreign" or "-" in key[-1]):
                self.shorts.setdefault(key[:1], []).append(n)
            if len(key) > 2 and name.rule == "minority":  # `Y Thuyên` of `Y Thuyên Niê Kđăm`
                self.shorts.setdefault(key[:2], []).append(n)

        self.genders = self._genders()

    def _genders(self) -> dict[tuple[str, ...], str]:
        """What the forms of address, of full names and of short forms with one owner only, tell of each full name."""
        genders: dict[tuple[str, ...], str] = {}
        for n, key in enumerate(self.keys):
            gender = _gender(self.names[n])
            if gender is None:
                continue
            full = {self.keys[k] for k in self.shorts.get(key, ())[:_LOOK]} or {key}
            if len(full) == 1:
                genders.setdefault(full.pop(), gender)
        return genders

    def of(self, n: int, key: tuple[str, ...]) -> tuple[str, ...]:
        """The full name that mention `n` stands for: the last one before it that fits, else the next one behind it."""
        longer = self.shorts.get(key)
        if longer is None:
            named = self.surnames.get(key[0], set()) if len(key) == 1 and self.names[n].honorific else set()
            return next(iter(named)) if len(named) == 1 else key
        at = bisect_left(longer, n)
        gender = _gender(self.names[n])
        fitting = [
            full
            for k in [*reversed(longer[max(0, at - _LOOK) : at]), *longer[at : at + _LOOK]]
            if (full := self.keys[k]) not in self.shorts
            and (gender is None or self.genders.get(full, gender) == gender)
        ]
        # `Tổng thống Biden` is the one of the couple who is called so elsewhere.
        holding = (full for full in fitting if self.roles[n] & self.held.get(full, set()))
        return next(holding, fitting[0] if fitting else key)


_LOOK = 40


def _gender(name: Name) -> str | None:
    if name.honorific is None:
        return None
    last = name.honorific.split()[-1]
    return "female" if last in _FEMALE else "male" if last in _MALE else None


def honorific(group: Group, names: list[Name]) -> str | None:
    """The form of address used most, folded; the first of those used equally often; None where none is."""
    forms = Counter(form for n in group.mentions if (form := names[n].honorific))
    return forms.most_common(1)[0][0] if forms else None


def best(group: Group, names: list[Name], words: Words) -> int:
    """The mention, by index into `names`, with the fullest form of the name, not in capitals where there is another."""
    return max(
        group.mentions,
        key=lambda n: (names[n].end - names[n].start, not words.text(names[n].start, names[n].end).isupper(), -n),
    )
