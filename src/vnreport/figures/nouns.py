"""The head noun of a counted thing: where ``17 công trình`` ends and ``xây dựng mới`` begins.

The longest noun of ``lexicon/counted_nouns.tsv`` that stands behind the number is the head; a classifier takes the
noun behind it along (``hai vị Bộ trưởng``), and nouns of one kind that share the number make one head
(``63 tỉnh, thành phố``).

No segmenter is asked. In 2,000 archive articles 30 numbers that surely count something (grouped, padded, or behind a
word such as ``hơn``) stood before a word the list does not hold: one in 67 articles, which is not worth the quarter
of a second that importing underthesea takes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnreport import lexicon
from vnreport.document import Document

_SHARE = re.compile(r"(?P<comma> ?[,/] ?)|(?P<and> (?:và|hoặc|hay) )")


@cache
def kinds() -> dict[str, str]:
    """Every counted noun of ``counted_nouns.tsv``, in lower case, with its kind (``person``, ``body``, …)."""
    found: dict[str, str] = {}
    for row in lexicon.rows("counted_nouns"):
        if row["kind"] != "classifier":
            for noun in row["nouns"].split("; "):
                found.setdefault(noun, row["kind"])
    return found


@cache
def _classifiers() -> list[str]:
    return [n for row in lexicon.rows("counted_nouns") if row["kind"] == "classifier" for n in row["nouns"].split("; ")]


class Noun(NamedTuple):
    """A counted noun: `text` as it stands in the folded twin from `start` to `end`, and its `kind` (see `kinds`)."""

    start: int
    end: int
    text: str
    kind: str


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternation(sorted(kinds()))})(?!\w)")


@cache
def _classifier() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternation(_classifiers())}) ")


def at(document: Document, start: int) -> Noun | None:
    """The longest counted noun that stands at `start` of the twin, a classifier before it included, or None."""
    text = document.folded
    found = noun = _pattern().match(text, start)
    classifier = _classifier().match(text, start)
    if classifier is not None:
        behind = _pattern().match(text, classifier.end())
        if behind is not None and (noun is None or behind.end() > noun.end()):
            found = behind
    if found is None:
        return None
    end, kind = found.end(), kinds()[found[0]]
    if kind not in ("person", "office"):
        end = _before_name(document, start, end)
    return Noun(start, end, text[start:end], kind)


def _before_name(document: Document, start: int, end: int) -> int:
    """Where what stands from `start` ends before a name in it: ``giải`` of ``giải Đặc biệt``."""
    printed = document.text[start:end]
    if printed[0].isupper() or printed == document.folded[start:end]:
        return end
    for blank in _BLANK.finditer(printed):
        if printed[blank.end()].isupper():
            rest = document.folded[start : start + blank.start()]
            return start + blank.start() if rest in kinds() or rest in _classifiers() else end
    return end


_BLANK = re.compile(r" (?=\w)")


def names(document: Document, start: int) -> bool:
    """Whether a counted noun stands at `start` of the twin that is no verb as well."""
    noun = at(document, start)
    return noun is not None and noun.text not in _VERBS_TOO


def longer(document: Document, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is only the beginning of a noun (``đồng`` of ``đồng chí``)."""
    noun = at(document, start)
    return noun is not None and noun.end > end


# Classifiers that never stand alone for the thing counted, as `con` (a child) or `cây` (a tree) can.
_BARE = frozenset(
    ["chiếc", "cái", "bức", "tấm", "cuốn", "quyển", "ngôi", "tòa", "căn", "bản", "lá", "hạt", "thanh", "cuộc"]
)
_WORD = re.compile(r" ([^\W\d_]{2,7})(?!\w)")


# Kinds that are counted together: `13 tờ trình, đề án`, `20 sở, huyện`, `5 đại biểu, bí thư`.
_GROUPS = {"paper": "work", "area": "body", "office": "person"}


_VERBS_TOO = frozenset([
    "tổ chức", "hướng dẫn", "báo cáo", "đề nghị", "kiến nghị", "yêu cầu", "quyết định", "nghiên cứu", "thông báo",
    "chỉ đạo", "hoạt động", "đại diện", "lãnh đạo", "bảo vệ", "đề xuất", "phản ánh", "kết luận", "thỏa thuận",
    "xét nghiệm", "thử nghiệm", "cam kết", "dự báo", "nhận định", "khuyến nghị", "vi phạm",
])  # fmt: skip
_BODIES = frozenset(["cơ quan", "đơn vị", "doanh nghiệp", "cá nhân", "tập thể", "hộ gia đình"])
_EVENT = re.compile(
    r" (?:được )?(?:các|những|một|nhiều|\d|lễ|hội|họp|buổi|cuộc|lớp|tuyên|tập huấn|phát động|sơ|tổng|thi)(?!\w)"
)
_COUNTED_ITSELF = re.compile(
    r" hiện(?! (?:đại|trường|vật))(?!\w)|(?: có tải trọng| từ| dưới| trên| hơn| gần| khoảng| đạt| tăng| giảm){0,2} \d"
)
_NO_OBJECT = re.compile(
    r"$|[^\w ]| (?:và|hoặc|của|do|trong|tại|được|đã|là|có|ở|từ|khác|với|cho|đến|để|liên quan)(?!\w)"
)


def head_end(document: Document, noun: Noun) -> int:
    """Where in the twin the head ends that begins with `noun`, with the nouns of its kind that share the number."""
    text, edge = document.folded, noun.end
    if noun.text in _BARE:
        word = _WORD.match(text, edge)
        if word is not None and document.text[word.start(1)].islower() and word[1] not in _no_nouns():
            return word.end()
    group = _GROUPS.get(noun.kind, noun.kind)
    for _ in range(4):
        joint = _SHARE.match(text, edge)
        if joint is None:
            break
        other = at(document, joint.end())
        if other is None or _GROUPS.get(other.kind, other.kind) != group or _named(document, other.end):
            break
        if other.text in ("nơi", noun.text) or _COUNTED_ITSELF.match(text, other.end):
            break  # `ba bang, nơi có lũ`, `dưới 9 chỗ, ca nô dưới 3 tấn`, `7 thành viên, nhân sự hiện ổn định`
        if other.text == "tổ chức" and noun.text in _BODIES and not _EVENT.match(text, other.end):
            pass  # `430 cơ quan, tổ chức vi phạm`
        elif (other.text in _VERBS_TOO or group == "thing" or _may_begin_a_verb(other, group)) and not _NO_OBJECT.match(
            text, other.end
        ):
            break  # `5 xã, tổ chức hội thi`
        edge = other.end
        if joint["and"]:
            break
    return edge


def _may_begin_a_verb(noun: Noun, group: str) -> bool:
    """Whether the noun is one syllable that begins as many verbs (``đơn, giải quyết``, ``vụ, tòa xử lý``)."""
    return group in ("work", "body") and " " not in noun.text


@cache
def _no_nouns() -> frozenset[str]:
    """Single words that stand behind a classifier and name nothing."""
    lists = ("noun_modifiers", "phrase_ends", "clause_openers", "clause_connectors")
    return frozenset(word for name in lists for word in lexicon.entries(name))


def _named(document: Document, end: int) -> bool:
    """Whether a name follows, so that the noun belongs to it (``2 huyện và thành phố Vinh``)."""
    return document.text[end : end + 1] == " " and document.text[end + 1 : end + 2].isupper()
