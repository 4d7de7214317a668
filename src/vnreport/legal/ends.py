"""Where the names of documents, of laws and of issuing bodies end. All offsets are the twin's, ends exclusive."""

from __future__ import annotations

import regex

from vnreport import lexicon
from vnreport.document import Document
from vnreport.text.patterns import LazyPattern

_NAME_LIMIT = 420  # code points; the longest names of resolutions run to about 350
_LAW_WORDS = 12
_ISSUER_WORDS = 16

_TYPES = r"(?:nghị quyết|nghị định|quyết định|chỉ thị|thông tư|luật|bộ luật|tờ trình|kết luận|công văn)"

_ARTICLE = r"(?:điều|khoản|điểm|chương|mục) \w{1,3}"  # `điều chỉnh Điều 1, Nghị quyết số 6`: the name goes on


def _words(name: str) -> str:
    return lexicon.alternation(lexicon.entries(name))


# Marks that end a clause, and words that begin the predicate or the next clause. A dash ends a name where a capital
# follows (`… ông An - Phó Chủ tịch`), a comma where no further part of the name can follow.
_NAME_END = LazyPattern(
    lambda: (
        r"[;:!?…\n”“\"()]|\.(?![\p{L}\d])|\.\.|(?-i:(?<=\p{Ll}\p{Ll})\.(?=\p{Lu}\p{Ll}))"
        rf"|(?<!{_ARTICLE}),(?= (?:(?-i:\p{{Lu}})|{_words('legal_comma_ends')}(?!\w)))"
        r"| [-–—] (?=(?-i:\p{Lu}))|,? (?:do (?=(?-i:\p{Lu}))|có (?=\d))"
        rf"|,? (?:(?:và|hoặc) )?(?:các |dự thảo |dự án ){{1,2}}{_TYPES}(?!\w)"
        rf"|(?<!{_ARTICLE})(?:,| và| hoặc) (?:{_TYPES}|quy định|kế hoạch|lễ|hội nghị|cuộc họp|buổi)(?!\w)"
        rf"|(?<! không),? {_words('legal_name_ends')}(?!\w)"
    ),
    regex.IGNORECASE,
)
_ASIDE = LazyPattern(r"\((?:hiện|nay|trước đây|đã|đang|được|có|gồm|do|theo|là|vừa)(?!\w)", regex.IGNORECASE)
_CLOSING = {"“": "”", '"': '"', "(": ")"}
_LAW_END = LazyPattern(lambda: _words("law_name_ends") + r"(?!\w)")
_NEXT_LAW = LazyPattern(r" (?:luật|nghị|bộ luật|các|những|pháp|quy)")
_WORD = LazyPattern(r" ?([\p{L}\d][\p{L}\p{M}\d&./-]*+)")
_GLUED = LazyPattern(r" ?[&-] ?\p{Lu}\p{L}*+")  # `Bộ GD&ĐT`, `Sở TT-TT`
_HEAD = LazyPattern(lambda: _words("legal_issuers") + r"(?!\w)")
_ROMAN_OR_DIGITS = LazyPattern(r"\d{1,2}$|[IVXLC]{1,5}$")
_NUMBERED_PLACE = LazyPattern(r"(?:quận|phường|khu vực|khóa|quân khu|số|đoàn) $")
_PREDICATE = LazyPattern(  # begins with a syllable that offices' names hold too
    r"công (?:bố|nhận|khai)|thông (?:qua|báo)|chính thức|quyết định|tổ chức lễ|đại diện|liên quan|nghị quyết"
    r"|chỉ (?:rõ|ra)"
)
_SHORT_PLACES = frozenset(("TP", "Tp", "TX", "TT", "Q", "P", "H", "T"))  # `TP. Vinh`: the stop ends nothing
_PRESS = frozenset(("PV", "CTV", "Ảnh", "Theo"))  # what stands between articles, run into the text
_MINISTRY = LazyPattern(r"(?:bộ|sở|ban|phòng|ủy ban)(?: \w+){1,3}$")
_LOWER_CASE_ISSUER = LazyPattern(
    r"(?:\w{1,16} )?(?:ủy|hđnd|ubnd)(?!\w)|ban thường|đảng bộ|chính phủ|quốc hội|thủ tướng"
    r"|(?:tỉnh|thành phố|trung ương|xã)$"
)


def quoted(document: Document, start: int, opening: str) -> int:
    """The end of a name whose first word is at `start`, and which `opening` (a quote, a bracket or a word) opens."""
    closing = _CLOSING.get(opening)
    if closing is None:
        return descriptive(document, start)
    at = document.text.find(closing, start, start + _NAME_LIMIT)
    return at + 1 if at > 0 and "\n" not in document.text[start:at] else descriptive(document, start)


def descriptive(document: Document, start: int) -> int:
    """The end of the descriptive name that stands at `start`: quotes and brackets that close belong to it."""
    text = document.text
    limit = min(len(text), start + _NAME_LIMIT)
    match = _NAME_END.search(text, start, limit)
    while match is not None and (closing := _CLOSING.get(match[0])):
        at = text.find(closing, match.end(), limit)
        if at < 0 or _ASIDE.match(text, match.start()):
            break
        match = _NAME_END.search(text, at + 1, limit)
    end = match.start() if match is not None else limit
    if match is None and limit < len(text):
        cut = text.rfind(" ", start, limit)
        end = cut if cut > start else limit
    while end > start and text[end - 1] in " ,.-–(":
        end -= 1
    return end


def opens_predicate(document: Document, start: int) -> bool:
    """Whether the word at `start` begins a predicate rather than a name."""
    return _LAW_END.match(document.folded, start) is not None or document.folded.startswith(("và ", "hoặc "), start)


def law(document: Document, start: int) -> int:
    """The end of a law's name that begins at `start`: its words up to a mark, a number or a predicate."""
    text, folded = document.text, document.folded
    end = at = start
    for i in range(_LAW_WORDS):
        match = _WORD.match(text, at)
        if match is None or (i and (text[at] != " " or match[1][0].isdigit())):
            break
        word = match[1]
        if i and _LAW_END.match(folded, match.start(1)) and not folded.startswith("tự do", match.start(1) - 3):
            break
        if word == "và" and not _joins(document, start, match.end()):
            break
        at = match.start(1) + len(word.rstrip("./-"))
        end = at if word != "và" else end
        if i == 0 and len(word) > 1 and word.isupper():
            break  # an abbreviated name (`Luật HTX`) is whole
    return end


def _joins(document: Document, start: int, at: int) -> bool:
    """Whether ``và`` joins two parts of a name: `tổ chức và hoạt động`, `Hôn nhân và Gia đình`."""
    if _NEXT_LAW.match(document.folded, at):
        return False
    return document.text[at + 1 : at + 2].isupper() or document.folded.endswith("tổ chức", start, at - len(" và"))


def issuer(document: Document, start: int) -> int | None:
    """The end of the issuing body named at `start`, or None where none is."""
    text, folded = document.text, document.folded
    head = _HEAD.match(folded, start)
    if head is None:
        return None
    at: int = head.end()
    for _ in range(_ISSUER_WORDS):
        if glued := _GLUED.match(text, at):
            at = glued.end()
        match = _WORD.match(text, at)
        if match is None or text[at] != " ":
            break
        word = match[1].rstrip(".-/")
        if not _belongs(document, start, match, word):
            break
        at = match.start(1) + len(word)
        if word in _SHORT_PLACES and text.startswith(". ", at):
            at += 1
    while at > start and folded.endswith((" và", " &", " các"), start, at):
        at = folded.rfind(" ", start, at)
    if text[start:at].islower() and not _LOWER_CASE_ISSUER.match(folded[start:at]):
        return None
    return at


def _belongs(document: Document, start: int, match: regex.Match[str], word: str) -> bool:
    """Whether the next word still belongs to the issuing body that begins at `start`."""
    text, folded = document.text, document.folded
    at = match.start()
    if word[0].isdigit():
        return bool(_ROMAN_OR_DIGITS.match(word) and _NUMBERED_PLACE.search(folded[max(start, at - 9) : at + 1]))
    if word[0].isupper():
        return word not in _PRESS
    if word in ("và", "&"):
        after = match.end() + 1
        if _HEAD.match(folded, after):
            return True
        return text[after : after + 1].isupper() and _MINISTRY.search(folded[start:at]) is not None
    if _PREDICATE.match(folded, match.start(1)):
        return False
    return folded[match.start(1) : match.start(1) + len(word)] in lexicon.words("legal_issuer_words")
