"""What a match of a rule means: whether it names a document at all, and how much of the naming the rule has read.

The readers below are given a match on the folded twin, and return None where it names no document after all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport import lexicon
from vnreport.document import Document
from vnreport.legal import ends, numbers
from vnreport.text.patterns import LazyPattern

CLASSES: dict[str, str] = {row["type"]: row["class"] for row in lexicon.rows("legal_types")}
"""The class of each type word: ``noun``, ``act`` (a verb as well) or ``soft`` (a document only where numbered)."""
LAWS = ("bộ luật", "đạo luật", "luật", "pháp lệnh")
"""The types, folded, that have names rather than numbers."""

Match = re.Match[str]


@dataclass(frozen=True)
class Naming:
    """A document's naming as far as its rule reads it, in twin offsets.

    `type_end` is where the type word ends, `end` where `tail.read` goes on, `number` the number or symbol, `issuer`
    the issuing body; `named` says that the words up to `end` already hold the document's name.
    """

    type_end: int
    end: int
    number: tuple[int, int] | None = None
    named: bool = False
    issuer: tuple[int, int] | None = None


_PLURAL = LazyPattern(
    lambda: (
        r"(?<!\w)(?:các|những|nhiều|mọi|một số|một loạt|hàng loạt|số lượng|\d+|hai|ba|bốn|năm)"
        rf"(?: loại| dự thảo| dự án)? (?:{lexicon.alternation(CLASSES)}(?:, ?| và |; | hoặc |/| - )){{0,4}}$"
    )
)
_BEFORE_LAW = LazyPattern(
    lambda: (
        r"(?<!\w)(?:công ước [^.,;\n]{0,30}về|(?<!quy )định"
        rf"|{lexicon.alternation(lexicon.entries('before_law_fields'))}) $"
    )
)
_HANDLED = LazyPattern(lambda: rf"(?<!\w){lexicon.alternation(lexicon.entries('legal_handling'))} $")
_NOT_A_LAW = LazyPattern(lambda: lexicon.alternation(lexicon.entries("not_law_names")) + r"(?!\w)")
_AMONG_LAWS = LazyPattern(
    r"(?<!\w)(?:(?:dự án|dự thảo|thông qua|ban hành|trình|các luật:?) |luật [^.;:\n]{3,34}[;,] )$"
)
_ABOUT_WHAT = LazyPattern(r" về (?!(?:những )?(?:vấn đề|nội dung|việc|điều) (?:này|đó|trên))")
_ON_MATTER = LazyPattern(r"(?: số [\w/-]{1,20}| ngày [\d/.-]{3,10})? (?:về việc|v/v) (?!này|đó|trên)\w")
_PERSON_FOLLOWS = LazyPattern(r" (?:cho |đối với )?(?:ông|bà|đồng chí|đ/c) (?=\p{Lu})|(?= \p{Lu}\p{Ll}+ \p{Lu})")
_TREATY_REACH = 260  # code points
_OF_TREATY = LazyPattern(r"(?:quốc tế|khung|của \w+(?: \w+){0,3}) (?=về \w)|(?=về \w)")
_TREATY_SUBJECT = LazyPattern(
    r"(?P<about> ?về )\w[^,;:.\n]*?(?=[,;:.\n]|$| (?:vào|ở|được|và (?:hiệp|công|nghị|tuyên|thừa|các)|đã|có|là) )"
)
_SLOGAN = LazyPattern(r"\d{1,2}K\Z")  # `quy định 5K`: five rules that begin with a K
_DATED = LazyPattern(r",? ngày \d{1,2}[/.-]\d")
_NAME_FOLLOWS = LazyPattern(
    r" ?[,;.:)”\"\n]| ?$| (?:của|về|ngày|năm|khóa|do|và|là|đã|được|cũng|có|thì|tại|nêu|quy định|\(|-|–"
    r"|(?:này|nói trên|sẽ|đang|vẫn|chưa|thay)(?!\w))"
)


def closes(document: Document, end: int) -> bool:
    """Whether what stands at `end` of the twin, behind a plain number, lets the number be a document's and no count."""
    return _NAME_FOLLOWS.match(document.folded, end) is not None


def _capital(document: Document, start: int) -> bool:
    return document.text[start].isupper()


def _before(pattern: LazyPattern, document: Document, start: int, reach: int) -> bool:
    return pattern.search(document.folded, max(0, start - reach), start) is not None


def _plural(document: Document, start: int) -> bool:
    return _before(_PLURAL, document, start, 60)


def _names_one(match: Match, document: Document) -> bool:
    """Whether a type word without a number names one document: no plural, and no verb."""
    start = match.start()
    if CLASSES.get(match["type"]) == "act" and not (
        _capital(document, start) and _before(_HANDLED, document, start, 14)
    ):
        return False
    return not _plural(document, start)


def numbered(match: Match, document: Document) -> Naming | None:
    """`Nghị quyết số 14`: a number that is plain and unmarked has to look like a document's."""
    kind, marked = match["type"], match["mark"] is not None
    number = numbers.read(document, match.start("number"), marked=marked)
    if number is None or (not marked and _SLOGAN.match(document.text, *number)):
        return None
    if document.text[slice(*number)].isdigit() and not marked:
        dated = _DATED.match(document.folded, number[1]) is not None
        if kind in LAWS or (CLASSES[kind] == "soft" and not dated):
            return None
        if CLASSES[kind] == "act" and not (_capital(document, match.start()) and closes(document, number[1])):
            return None  # `quyết định 3 nội dung`
    return Naming(match.end("type"), number[1], number)


def listed_law(match: Match, document: Document) -> Naming | None:
    """A law of the list; in lower case neither a field of law nor a plural."""
    if _before(_BEFORE_LAW, document, match.start(), 48):
        return None
    if not (_capital(document, match.start("name")) or _capital(document, match.start())):
        field = match["type"] == "luật" and match["name"] in lexicon.words("law_fields")
        if field or _plural(document, match.start()):
            return None
    return Naming(match.end("type"), match.end(), named=True)


def capital_law(match: Match, document: Document) -> Naming | None:
    """A law whose name no list holds: the type and the name behind it begin with capitals."""
    start = match.start("name")
    if not _capital(document, start) or _before(_BEFORE_LAW, document, match.start(), 48):
        return None
    return capital_statute(match, document)


def capital_statute(match: Match, document: Document) -> Naming | None:
    """A regulation or charter with its capital, and a name behind it. A line in capitals shows no names."""
    start = match.start("name")
    if not _capital(document, match.start()) or document.text[match.start() : match.end("type")].isupper():
        return None
    if _NOT_A_LAW.match(document.folded, start) or ends.opens_predicate(document, start):
        return None
    end = ends.law(document, start)
    return Naming(match.end("type"), end, named=True) if end > start else None


def amending(match: Match, document: Document) -> Naming | None:
    """`Luật sửa đổi, bổ sung …`, `Luật về …`."""
    if _before(_BEFORE_LAW, document, match.start(), 48):
        return None
    return Naming(match.end("type"), ends.descriptive(document, match.start("name")), named=True)


def issued_by(match: Match, document: Document) -> Naming | None:
    """A type word and the body that issued the document."""
    naming = dated(match, document)
    if naming is None or _names_one(match, document):
        return naming
    # `việc` makes even a verb's noun a document: `Quyết định của Bộ Nội vụ về việc …`, at the start of a sentence too.
    matter = _ON_MATTER.match(document.folded, naming.end) is not None
    shown = _capital(document, match.start()) or _before(_HANDLED, document, match.start(), 14)
    return naming if matter and shown and not _plural(document, match.start()) else None


def dated(match: Match, document: Document) -> Naming | None:
    """A type word, a day and the body: what is dated is a document, in capitals or not."""
    end = ends.issuer(document, match.start("issuer"))
    return Naming(match.end("type"), end, issuer=(match.start("issuer"), end)) if end is not None else None


def beside_issuer(match: Match, document: Document) -> Naming | None:
    """A type word and the body without ``của``: only where capitals show the body's name."""
    naming = issued_by(match, document)
    if naming is None or document.text[match.end() : naming.end].islower():
        return None
    return naming


def qualified(match: Match, document: Document) -> Naming | None:
    """A type word, what the document is like or about, and the body: in lower case only with a subject behind it."""
    if not _names_one(match, document):
        return None
    naming = dated(match, document)
    if naming is None or _capital(document, match.start()):
        return naming
    return naming if _ABOUT_WHAT.match(document.folded, naming.end) else None


def treaty(match: Match, document: Document) -> Naming | None:
    """A treaty by the capitals of its type and name; an organisation founded by one bears its name."""
    start = match.start("name")
    if document.folded.endswith(("tổ chức ", "khối "), 0, match.start()):
        return None
    end = start
    if _capital(document, start):
        end = (capital_statute(match, document) or Naming(start, start)).end
    elif _capital(document, match.start()):
        kind = _OF_TREATY.match(document.folded, start, start + _TREATY_REACH)
        end = kind.end() if kind is not None else start
    else:
        return None
    if about := _TREATY_SUBJECT.match(document.folded, end, end + _TREATY_REACH):
        end = min(ends.descriptive(document, about.end("about")), about.end())
    return Naming(match.end("type"), end, named=True) if end > start else None


def listed_by_place(match: Match, document: Document) -> Naming | None:
    """A law that no list holds, by its capital and its place among laws: `Luật An; Luật hỗ trợ xóm làng;`."""
    if not _capital(document, match.start()) or not _before(_AMONG_LAWS, document, match.start(), 40):
        return None
    return Naming(match.end("type"), match.end("name"), named=True)


def on_subject(match: Match, document: Document) -> Naming | None:
    """`nghị quyết về …`, or a type word and a title in quotes."""
    return Naming(match.end("type"), match.end("type")) if _names_one(match, document) else None


def resolving(match: Match, document: Document) -> Naming | None:
    """`Nghị quyết thành lập …`: with a capital a name, in lower case the description of an act."""
    if not (_capital(document, match.start()) and _names_one(match, document)):
        return None
    return Naming(match.end("type"), ends.descriptive(document, match.start("name")), named=True)


def about_person(match: Match, document: Document) -> Naming | None:
    """`công bố Quyết định bổ nhiệm ông An`: with a capital, in somebody's hands, and about a person who is named."""
    if not (_capital(document, match.start()) and _before(_HANDLED, document, match.start(), 14)):
        return None
    if _plural(document, match.start()) or not _PERSON_FOLLOWS.match(document.text, match.end()):
        return None
    return Naming(match.end("type"), ends.descriptive(document, match.start("name")), named=True)


def congress(match: Match, document: Document) -> Naming | None:
    """`Nghị quyết Trung ương 4`; without number or party body only with a capital."""
    bare = not (match["which"] or match["body"] or match["number"])
    if _plural(document, match.start()) or (bare and not _capital(document, match.start())):
        return None
    return Naming(match.end("type"), match.end(), named=True)


def named(match: Match, document: Document) -> Naming | None:
    """A naming that the pattern holds whole."""
    return Naming(match.end("type"), match.end(), named=True)
