"""A second look: what the runs that no rule had read turn out to be, once the names of the article are known.

Full names without a context and given names alone (`Hùng khai nhận`) are people if the article names somebody so
elsewhere. A run that keeps coming back and that nothing settles is shown to the tagger, in its shortest sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from vnreport.people import lists
from vnreport.people.context import BEARER, UNIT, Reader
from vnreport.people.names import Name, Walk
from vnreport.people.rules import AFTER_NAME, COMPANIES, COMPANY_WORDS
from vnreport.people.tagger import Tagger
from vnreport.people.words import Words

OFTEN = 5
"""How many times a run must stand in an article to be worth a question."""
_ACTIONS, _SHARE_OF_ACTIONS = 3, 0.4
"""How many times it must act, and in what share of its places, to be a person without a question."""
_QUESTIONS = 1
_SENTENCE = range(12, 160)  # characters of a sentence to show: the tagger's cost grows with the square


def settle(walk: Walk, tagger: Tagger | None) -> list[Name]:
    """The runs left open that are people after all.

    They are where they keep doing what people do (`Ngọc Mận cho biết`, by her stage name alone), or where `tagger`
    takes them for people; it is asked once an article at most.
    """
    reader = walk.reader
    found: list[Name] = []
    asked = 0
    for runs in _open_runs(walk):
        if _acting(reader, runs) >= max(_ACTIONS, _SHARE_OF_ACTIONS * len(runs)):
            found += [Name(start, stop, "recurring") for start, stop in runs]
        elif tagger is not None and asked < _QUESTIONS and (shown := _shortest(walk, runs)) is not None:
            asked += 1
            if _taken_for_people(walk, shown, tagger):
                found += [Name(start, stop, "tagger") for start, stop in runs]
    return found


def _taken_for_people(walk: Walk, shown: tuple[tuple[int, int], tuple[int, int]], tagger: Tagger) -> bool:
    (first, last), (start, end) = shown
    words = walk.reader.words
    return (words.start[first] - start, words.end[last - 1] - start) in tagger(words.document.text[start:end])


def _open_runs(walk: Walk) -> list[list[tuple[int, int]]]:
    """The runs of two to four capitals that stand often in what no rule had read, each with its places."""
    reader = walk.reader
    low, raw = reader.words.low, reader.words.raw
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for start, stop in walk.rest:
        if (
            start
            and reader.words.cap[start - 1]
            and reader.words.joined(start - 1)
            and not reader.opens_line(start - 1)
        ):
            continue  # the tail of a run
        if 2 <= stop - start <= 4 and not any(raw[k].isupper() or low[k] in COMPANY_WORDS for k in range(start, stop)):
            places.setdefault(tuple(low[start:stop]), []).append((start, stop))
    often = [runs for runs in places.values() if len(runs) >= OFTEN]
    return [runs for runs in often if _may_be_name(reader, *runs[0]) and _acts(reader, runs) and not _model(low, runs)]


def _model(low: list[str], runs: list[tuple[int, int]]) -> bool:
    """Whether a number stands behind the run somewhere, as behind a car or a telephone: `Astra Sedan 2017`."""
    return any(stop < len(low) and low[stop][0].isdigit() for _, stop in runs)


def _acts(reader: Reader, runs: list[tuple[int, int]]) -> bool:
    """Whether the run is now and then the subject of what people do, and not always the first of its sentence."""
    return _acting(reader, runs) > 1 and not all(reader.opens_line(start) for start, _ in runs)


def _acting(reader: Reader, runs: list[tuple[int, int]]) -> int:
    """How often a verb of what people do stands right behind the run."""
    low = reader.words.low
    return sum(stop < len(low) and (low[stop] in AFTER_NAME or reader.speech.at(low, stop) > 0) for _, stop in runs)


def _may_be_name(reader: Reader, start: int, stop: int) -> bool:
    low = reader.words.low
    if any(reader.organisations.at(low, k) or reader.bearers.at(low, k) for k in range(start, stop)):
        return False
    if low[start] in COMPANIES:
        return False
    if any(reader.places.at(low, k) > 1 or low[k][-1].isdigit() for k in range(start, stop)):
        return False
    return reader.known(start, stop) or not all(lists.is_syllable(word) for word in low[start:stop])


def _shortest(walk: Walk, runs: list[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The run in the shortest sentence fit to be shown, and the sentence."""
    words = walk.reader.words
    shown = [
        (run, words.document.sentence_at(words.start[run[0]])) for run in runs if not walk.reader.opens_line(run[0])
    ]
    fit = [(run, span) for run, span in shown if span[1] - span[0] in _SENTENCE and words.end[run[1] - 1] <= span[1]]
    return min(fit, key=lambda pair: pair[1][1] - pair[1][0], default=None)


def short_forms(walk: Walk) -> list[Name]:
    """The names of the walk and, in what remains, names once more: full ones that no rule had read where they stand,
    and given names alone; in order."""
    low = walk.reader.words.low
    nicknames = _nicknames(walk)
    walk.names = sorted(walk.names + nicknames, key=lambda name: name.start)
    full, short = _keys(walk)
    first = {key[0] for key in full} | {key[0] for key in short}
    _mend(walk, full)
    taken = [name.start for name in walk.names]
    found: list[Name] = []
    done = 0
    for start, stop in walk.rest:
        at = bisect_left(taken, start)
        free = taken[at] if at < len(taken) else len(low)
        stop = min(stop, free)
        i = max(start, done)
        while i < stop and low[i] in first:
            end = _full_at(walk.reader.words, i, stop, free, full) or _short_at(walk.reader, i, stop, short)
            if not end:
                break
            found.append(Name(i, end, "short form"))
            i = end
        done = max(done, i)
    return sorted(walk.names + found, key=lambda name: name.start)


def _nicknames(walk: Walk) -> list[Name]:
    """The names in brackets behind a name that end as it does, `Trần Văn Ngọt (Sáu Ngọt, 67 tuổi)`, or that are said to
    be another name, `Lê Thị Hạnh (bút danh Hoài An)`."""
    words = walk.reader.words
    low = words.low
    taken = {name.start: name for name in walk.names}
    aliases = lists.phrases("aliases")
    found: list[Name] = []
    for name in walk.names:
        at = name.end + 1
        if low[name.end : at] != ["("]:
            continue
        said = aliases.at(low, at)
        at += said
        if said:
            at += low[at : at + 1] in (["là"], [":"])
        if at in taken and said:
            taken[at].rule = "nickname"
        if at in taken or (not said and name.end - name.start < 2):
            continue
        end = at
        while end < len(words) and words.cap[end] and end - at < 4:
            end += 1
        alike = end - at > 1 and low[end - 1] == low[name.end - 1]
        if end > at and (said or alike) and low[end : end + 1] in ([","], [")"], [";"], ["-"]):
            found.append(Name(at, end, "nickname"))
    return found


def _keys(walk: Walk) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """The full names of the walk as words, and the short forms of them to look for."""
    low = walk.reader.words.low
    full = {tuple(low[name.start : name.end]) for name in walk.names if name.end - name.start > 1}
    short = {key[-1:] for key in full} | {key[-2:] for key in full if len(key) > 2}
    # A foreigner who is called by one name alone: `Tổng thống Brusov … Brusov cho biết`.
    alone = {low[name.start] for name in walk.names if name.end - name.start == 1 and _sure_alone(walk, name)}
    return full, short | {(word,) for word in alone if not lists.is_syllable(word)}


def _sure_alone(walk: Walk, name: Name) -> bool:
    """Whether a foreign name of one word is a person's beyond doubt: behind a form of address, an office or a rank."""
    if name.rule != "foreign" or name.honorific is not None:
        return name.rule == "foreign"
    reader = walk.reader
    head = reader.head_ends.get(name.start)
    if head is None:  # `Tổng thống Nga Brusov`
        length = reader.places.before(reader.words.low, name.start)
        head = reader.head_ends.get(name.start - length) if length else None
    return head is not None and head.kind in ("office", "rank")


def _mend(walk: Walk, full: set[tuple[str, ...]]) -> None:
    """Sets right where a name ends, by how it stands elsewhere: the last capital is missing (`Nguyễn Văn an`), or the
    first word of the next sentence was taken for a name (`Lê Minh Anh Được tin …`)."""
    words = walk.reader.words
    low = words.low
    counts = Counter(tuple(low[name.start : name.end]) for name in walk.names)
    spoken = {tuple(low[n.start : n.end]) for n in walk.names if not walk.reader.shouted(n.start)}
    for name in walk.names:
        if walk.reader.shouted(name.start):
            _mend_shouted(low, name, spoken)
        if name.end >= len(low):
            continue
        key = tuple(low[name.start : name.end])
        if (*key, low[name.end]) in full and words.joined(name.end - 1):
            name.end += 1
        elif words.cap[name.end]:
            continue
        elif len(key) > 2 and low[name.end].isalpha() and counts[key[:-1]] > counts[key]:
            name.end -= 1


def _mend_shouted(low: list[str], name: Name, spoken: set[tuple[str, ...]]) -> None:
    """Cuts a name in a line of capitals, where nothing shows its end, to how it stands elsewhere (`spoken`), or to
    what is usual."""
    for end in range(min(name.end + 2, len(low)), name.start + 1, -1):
        if tuple(low[name.start : end]) in spoken:
            name.end = end
            return
    if name.end - name.start > 4:
        name.end = name.start + 3


def _full_at(words: Words, i: int, stop: int, free: int, full: set[tuple[str, ...]]) -> int:
    """The end of a full name at `i`, or 0: before `stop`, or before `free` where a small letter was written for one of
    its capitals (`Đỗ xuân Hà`)."""
    for length in range(min(6, free - i), 1, -1):
        end = i + length
        if (end <= stop or words.cap[end - 1]) and tuple(words.low[i:end]) in full:
            return end
    return 0


def _short_at(reader: Reader, i: int, stop: int, short: set[tuple[str, ...]]) -> int:
    """The end of a given name that stands alone at `i`, or 0."""
    words = reader.words
    joined = i > 0 and words.cap[i - 1] and words.joined(i - 1)
    if joined and (
        (not lists.is_syllable(words.low[i]) and reader.places.before(words.low, i))  # `người đồng cấp Nga Brusov`
        or (reader.opens_line(i - 1) and words.low[i - 1] in reader.openers)  # `Theo Brusov`
    ):
        joined = False
    if joined or reader.before(i)[0] in (BEARER, UNIT):
        return 0
    for length in (2, 1):
        end = i + length
        if end > stop or tuple(words.low[i:end]) not in short or reader.goes_on(i, end):
            continue
        if end < len(words) and words.cap[end] and words.joined(end - 1):
            continue
        if (
            length == 1
            and reader.opens_line(i)
            and not (end < len(words) and (words.low[end] in AFTER_NAME or reader.speech.at(words.low, end)))
        ):
            continue
        if length == 1 and reader.places.at(words.low, i):
            continue
        return end
    return 0
