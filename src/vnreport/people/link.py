"""One person, one record: which mentions are of one man or woman."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from vnreport.people.attach import Attached
from vnreport.people.names import Name
from vnreport.people.offices import Title
from vnreport.people.words import Words

_FEMALE = frozenset(("bà", "chị", "cô", "mẹ", "dì"))
_MALE = frozenset(("ông", "anh", "chú", "cậu", "vua"))


@dataclass(slots=True)
class Group:
    """The mentions of one person, by index into the names, and the titles they carry."""

    key: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


def link(words: Words, names: list[Name], attached: Attached) -> list[Group]:
    """The people, in order of their first mention."""
    keys = [tuple(words.low[name.start : name.end]) for name in names]
    western = {key for key, name in zip(keys, names, strict=True) if len(key) > 1 and (name.rule == "foreign" or "-" in key[-1])}
    full = _full_keys(keys, western)
    groups: dict[tuple[str, ...], Group] = {}
    for n, key in enumerate(keys):
        owner = key if key in full else _owner(n, key, keys, full, western, names)
        group = groups.setdefault(owner, Group(owner))
        group.mentions.append(n)
        group.titles += attached.of.get(n, ())
    return list(groups.values())


def _full_keys(keys: list[tuple[str, ...]], western: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The keys that are no short form of another one; foreign names are cut to their first word as well."""
    known = set(keys)
    tails = {key[i:] for key in known for i in range(1, len(key))} | {key[:1] for key in western}
    return {key for key in known if key not in tails}


def _owner(
    n: int,
    key: tuple[str, ...],
    keys: list[tuple[str, ...]],
    full: set[tuple[str, ...]],
    western: set[tuple[str, ...]],
    names: list[Name],
) -> tuple[str, ...]:
    """The full name that the short form `key` of mention `n` stands for: the last one before it that fits."""
    gender = _gender(names[n])
    later: tuple[str, ...] | None = None
    for k in [*range(n - 1, -1, -1), *range(n + 1, len(keys))]:
        other = keys[k]
        if other in full and (other[-len(key) :] == key or (other in western and other[:1] == key)):
            if gender and _gender(names[k]) not in (None, gender):
                continue
            later = other
            break
    return later or key


def _gender(name: Name) -> str | None:
    if name.honorific is None:
        return None
    last = name.honorific.split()[-1]
    return "female" if last in _FEMALE else "male" if last in _MALE else None


def honorific(group: Group, names: list[Name]) -> str | None:
    """The form of address used most; the first of those used equally often."""
    forms = Counter(form for n in group.mentions if (form := names[n].honorific))
    return forms.most_common(1)[0][0] if forms else None


def best(group: Group, names: list[Name], words: Words) -> int:
    """The mention with the fullest form of the name, not in capitals where there is another."""
    return max(
        group.mentions,
        key=lambda n: (names[n].end - names[n].start, not words.text(names[n].start, names[n].end).isupper(), -n),
    )
